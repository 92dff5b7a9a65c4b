"""The artists of a figure of each preset: their sizes, places, strokes, layers and colours, in literal numbers."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from matplotlib.axes import Axes
from matplotlib.colors import to_hex
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from support.figures import THREE, TWO, prepared_of
from support.look_constants import COLOURS, PLACES, WITHOUT_PRESET, Place

from lossplot._figure.drawing import Dots, Drawing, Frame, Line
from lossplot._figure.looks import PRESETS, THEMES
from lossplot._figure.spec import FigureSpec
from lossplot._formats.letters import public_names
from lossplot._formats.mpl import backend
from lossplot._formats.mpl.artists import draw
from lossplot._formats.mpl.figure import Prepared
from lossplot._formats.mpl.fonts import measure_in

LOSSES = ("hinge", "squared-hinge", "zero-one")
PAPERS = ("neurips", "iclr", "icml", "cvpr", "aaai", "jmlr", "ieee", "ieee-wide")
# The width of each line as a share of a curve's or of a thin one, its dashes in widths, and its layer.
LINES: dict[str, tuple[str, float, tuple[float, ...], float]] = {
    "zero line": ("thin", 1.0, (), 1.0),
    "guide": ("thin", 0.8, (1.0, 1.6), 1.5),
    "subgradients": ("thin", 1.0, (1.0, 1.6), 2.5),
    "curve": ("line", 1.0, (), 3.0),
    "overlap": ("line", 1.0, (), 3.1),
    "handle": ("line", 1.0, (), 3.0),
    "leader": ("thin", 1.0, (), 3.0),
}
# The dashes of three curves; of the light colours some reader confuses the second and the third.
PATTERNS = {
    "light": ((), (), (4.2, 1.5)),
    "dark": ((), (), ()),
    "print": ((), (4.2, 1.5), (1.2, 1.1)),
}
# The edge of each dot as a share of a curve's width, whether it is filled with the ground, and its layer.
DOTS = {"filled circle": (0.6, False, 4.0), "hollow circle": (0.6, True, 4.0), "mark": (0.4, False, 5.0)}
# One place of each kind by day, the others with the slow tests.
SOME = (None, "slide", "neurips", "cvpr", "jmlr", "nature", "social", "notebook")
ROWS = ("slide", "google-slides", "beamer", "social")
INSIDE = (None, "neurips", "iclr", "jmlr", "ieee-wide", "notebook")
every_place = pytest.mark.parametrize(
    "preset", [each if each in SOME else pytest.param(each, marks=pytest.mark.slow) for each in (None, *PRESETS)]
)


def place_of(preset: str | None) -> Place:
    return PLACES[preset] if preset else WITHOUT_PRESET


def theme_of(preset: str | None) -> str:
    """Each of the themes in turn."""
    return [*THEMES][[None, *PRESETS].index(preset) % len(THEMES)]


@cache
def figure_of(preset: str | None, kind: str) -> tuple[Prepared, Figure]:
    """A figure of three losses with their names in a legend, or three panels of one loss without names."""
    title = "Losses of the margin" if place_of(preset).titled else None
    looks: dict[str, Any] = {"preset": preset, "theme": theme_of(preset), "title": title}
    # All three are zero at the mark, which has one number.
    keyed = FigureSpec(LOSSES, TWO, labels="legend", marks=(2.0,), **looks)
    bare = FigureSpec(LOSSES[:1], THREE, labels="none", **looks)
    prepared = prepared_of(keyed if kind == "keyed" else bare)
    with backend.settings(prepared.fonts):
        return prepared, draw(prepared.drawing, prepared.dpi)


def parts(preset: str | None) -> list[tuple[Line | Dots, Line2D]]:
    """The parts of the drawing and their artists: those of the panels, then those of the legend."""
    prepared, figure = figure_of(preset, "keyed")
    drawing, beside = prepared.drawing, [each for each in figure.get_children() if isinstance(each, Line2D)]
    places: list[tuple[Frame | Drawing, list[Line2D]]] = [(drawing, beside)]
    places += [(frame, [*axes.lines]) for frame, axes in zip(drawing.frames, figure.axes, strict=True)]
    return [pair for owner, artists in places for pair in zip(owner.parts, artists, strict=True)]


def colour_of(preset: str | None, curve: int) -> str:
    colours = COLOURS[theme_of(preset)].curves
    return colours[curve % len(colours)]


def dashes(line: Line2D) -> tuple[float, ...]:
    """What is drawn and left out in turn, in multiples of the line's width."""
    pattern: tuple[float, tuple[float, ...] | None] = line._unscaled_dash_pattern  # type: ignore[attr-defined]
    return tuple(pattern[1] or ())


@every_place
def test_a_page_has_its_size_ground_and_resolution(preset: str | None) -> None:
    for kind, panels in (("keyed", 2), ("bare", 3)):
        prepared, figure = figure_of(preset, kind)
        width, alone, among_three = place_of(preset).inches
        height = prepared.drawing.size[1] if panels == 2 else among_three
        assert tuple(figure.get_size_inches()) == pytest.approx((width, height), rel=1e-5)
        assert alone <= height <= among_three + 1e-5
        assert figure.dpi == place_of(preset).dpi
        assert to_hex(figure.get_facecolor()) == COLOURS[theme_of(preset)].ground
        assert to_hex(figure.get_edgecolor(), keep_alpha=True) == "#00000000"


@every_place
def test_lines_have_their_widths_dashes_layers_and_square_ends(preset: str | None) -> None:
    place, seen = place_of(preset), set()
    for part, artist in parts(preset):
        assert (artist.get_solid_capstyle(), artist.get_solid_joinstyle()) == ("butt", "miter")
        if isinstance(part, Dots):
            continue
        look, share, pattern, layer = LINES[part.role]
        seen.add(part.role)
        assert artist.get_linewidth() == pytest.approx(share * getattr(place, look))
        assert artist.get_zorder() == layer
        assert (artist.get_marker(), artist.get_clip_on()) == ("None", True)
        if part.curve is None:
            colours = COLOURS[theme_of(preset)]
            assert to_hex(artist.get_color()) == (colours.axis if part.role == "zero line" else colours.ink)
        else:
            assert to_hex(artist.get_color()) == colour_of(preset, part.curve)
        if part.role in ("curve", "handle"):
            pattern = PATTERNS[theme_of(preset)][part.curve or 0]
        # Of curves that hide each other each has a pattern of its own.
        assert dashes(artist) == (part.dash if part.role == "overlap" else pattern)
    assert seen >= {"zero line", "guide", "subgradients", "curve", "handle"}
    assert ("overlap" in seen) == (theme_of(preset) != "print")


@every_place
def test_circles_and_marks_have_their_sizes_edges_and_layers(preset: str | None) -> None:
    place, colours, seen = place_of(preset), COLOURS[theme_of(preset)], set()
    for part, artist in parts(preset):
        if not isinstance(part, Dots):
            continue
        edge, is_hollow, layer = DOTS[part.role]
        seen.add(part.role)
        own = colour_of(preset, part.curve or 0)
        assert (artist.get_linestyle(), artist.get_marker(), artist.get_clip_on()) == ("None", "o", False)
        assert artist.get_markersize() == pytest.approx(place.circle)
        assert artist.get_markeredgewidth() == pytest.approx(edge * place.line)
        assert artist.get_zorder() == layer
        assert to_hex(artist.get_markerfacecolor()) == (colours.ground if is_hollow else own)
        assert to_hex(artist.get_markeredgecolor()) == (colours.ground if part.role == "mark" else own)
    assert seen == DOTS.keys()


@every_place
def test_panels_have_a_grid_and_numbers_and_neither_spines_nor_ticks(preset: str | None) -> None:
    place, colours = place_of(preset), COLOURS[theme_of(preset)]
    *_, last = panels = figure_of(preset, "bare")[1].axes
    assert len(panels) == 3
    for axes in panels:
        assert not any(spine.get_visible() for spine in axes.spines.values())
        assert axes.get_axisbelow() is True
        assert to_hex(axes.get_facecolor(), keep_alpha=True) == "#00000000"
        assert bool(_numbers(axes)) == (is_row(preset) or axes is last)
        for axis in (axes.xaxis, axes.yaxis):
            axis.get_ticklabels()  # now the ticks have their places
            for tick in axis.get_major_ticks():
                made: Any = tick
                assert made._size == 0.0
                assert made.get_pad() == pytest.approx(0.4 * place.ticks)
                assert tick.gridline.get_visible() == place.gridlines
                assert tick.label1.get_fontsize() == place.ticks
                assert to_hex(tick.label1.get_color()) == colours.soft
                if place.gridlines:
                    assert tick.gridline.get_linewidth() == pytest.approx(0.8 * place.thin)
                    assert to_hex(tick.gridline.get_color()) == colours.grid


def _numbers(axes: Axes) -> list[str]:
    return [label.get_text() for label in axes.get_xticklabels() if label.get_text()]


def is_row(preset: str | None) -> bool:
    """Return True if the three panels of the figure stand side by side: those of wide pages."""
    return len({round(axes.get_position().y0, 9) for axes in figure_of(preset, "bare")[1].axes}) == 1


@every_place
def test_panels_share_the_page_by_multiples_of_the_text_size(preset: str | None) -> None:
    prepared, figure = figure_of(preset, "bare")
    place, (width, height) = place_of(preset), figure.get_size_inches()
    em, measure = place.text / 72.0, measure_in(prepared.fonts)
    boxes = [axes.get_position() for axes in figure.axes]
    gutters = [
        max(measure(label.get_text(), place.ticks) for label in axes.get_yticklabels()) + 0.6 * place.ticks / 72.0
        for axes in figure.axes
    ]
    titles = {text.y for text in prepared.drawing.texts if text.role == "title"}
    size = max((text.size for text in prepared.drawing.texts if text.role == "title"), default=0.0)
    top = height - 0.5 * em - 1.25 * len(titles) * size / 72.0 - 1.6 * em
    assert boxes[0].y1 * height == pytest.approx(top)
    assert boxes[-1].y0 * height == pytest.approx((1.75 * place.text + 1.5 * place.ticks) / 72.0)
    assert boxes[-1].x1 * width == pytest.approx(width - 0.75 * em, abs=0.01 * em)
    if is_row(preset):
        assert boxes[0].x0 * width == pytest.approx(0.75 * em + gutters[0])
        assert [box.width for box in boxes] == pytest.approx([boxes[0].width] * 3)
        for (one, other), gutter in zip(pairwise(boxes), gutters[1:], strict=True):
            assert (other.x0 - one.x1) * width == pytest.approx(1.5 * em + gutter)
    else:
        assert {(box.x0, box.x1) for box in boxes} == {(boxes[0].x0, boxes[0].x1)}
        assert boxes[0].x0 * width == pytest.approx(0.75 * em + max(gutters))
        assert [box.height for box in boxes] == pytest.approx(
            [1.25 * boxes[1].height, boxes[1].height, boxes[1].height]
        )
        for above, below in pairwise(boxes):
            assert (above.y0 - below.y1) * height == pytest.approx((0.75 + 1.6) * em)


@every_place
def test_wide_pages_have_their_panels_in_a_row_and_the_others_in_a_column(preset: str | None) -> None:
    assert is_row(preset) == (preset in ROWS)


@every_place
def test_words_have_their_sizes_places_and_colours(preset: str | None) -> None:
    prepared, figure = figure_of(preset, "bare")
    place, (width, height) = place_of(preset), figure.get_size_inches()
    colours, em = COLOURS[theme_of(preset)], place.text / 72.0
    boxes = [axes.get_position() for axes in figure.axes]
    names = []
    for text, artist in zip(prepared.drawing.texts, figure.texts, strict=True):
        x, y = artist.get_position()
        size = float(artist.get_fontsize())
        assert to_hex(artist.get_color()) == colours.ink
        assert (artist.get_verticalalignment(), artist.get_rotation()) == ("baseline", 0.0)
        if text.role == "title":
            assert size == place.title
            assert y == pytest.approx(height - 0.5 * em - 0.76 * place.title / 72.0)
            assert artist.get_text() == "Losses of the margin"
            assert x == pytest.approx(boxes[0].x0 * width)
        elif text.role == "panel name":
            names.append(artist.get_text())
            box = boxes[len(names) - 1]
            assert 0.5 * place.text <= size <= place.text
            assert artist.get_horizontalalignment() == "left"
            assert x == pytest.approx(box.x0 * width)
            assert y == pytest.approx(box.y1 * height + 0.75 * em - 0.364 * size / 72.0)
        else:
            assert (text.role, size) == ("x label", place.text)
            assert y == pytest.approx(boxes[-1].y0 * height - (1.6 * place.ticks + 0.76 * place.text) / 72.0)
    assert names == ["Loss", "Derivative", "Second derivative"]
    x_label = [text.words for text in prepared.drawing.texts if text.role == "x label"]
    assert "".join(x_label).replace("margin m = y f(x)", "") == ""
    assert ("title" in {text.role for text in prepared.drawing.texts}) == place.titled


@every_place
def test_a_legend_has_a_line_and_a_name_for_each_curve_in_order(preset: str | None) -> None:
    prepared, figure = figure_of(preset, "keyed")
    place, legend = place_of(preset), prepared.drawing.legend
    assert legend
    em = legend.size / 72.0
    texts = zip(prepared.drawing.texts, figure.texts, strict=True)
    names = [artist for text, artist in texts if text.role == "curve name"]
    handles = [artist for part, artist in parts(preset) if part.role == "handle"]
    assert [artist.get_text() for artist in names] == ["Hinge", "Squared hinge", "Zero\u2013one"]
    assert 0.5 * place.text <= legend.size <= place.text
    assert legend.size == place.text or legend.place != "inside"
    for handle, name, item in zip(handles, names, legend.items, strict=True):
        assert name.get_fontsize() == legend.size
        assert to_hex(name.get_color()) == COLOURS[theme_of(preset)].ink
        assert name.get_fontweight() in ("normal", 400)
        (left, y), (right, same) = np.asarray(handle.get_xydata()).tolist()
        assert (left, y, same) == (item.x, item.y, item.y)
        assert right - left == pytest.approx(2.2 * em)
        assert name.get_position() == pytest.approx((left + 2.7 * em, y - 0.364 * em))
    first, box = legend.items[0], legend.box
    assert (first.x, first.y) == pytest.approx((box.left + 0.35 * em, box.top - (0.35 + 0.65) * em))
    if legend.columns == 1:
        assert [one.y - other.y for one, other in pairwise(legend.items)] == pytest.approx([1.3 * em] * 2)
    else:
        assert len({item.y for item in legend.items}) == -(-3 // legend.columns)


@every_place
def test_a_legend_stands_in_the_panel_where_that_leaves_the_curves_free_and_else_above(preset: str | None) -> None:
    drawing = figure_of(preset, "keyed")[0].drawing
    legend, frame, em = drawing.legend, drawing.frames[0].box, place_of(preset).text / 72.0
    assert legend
    # Nature has whatever font there is.
    if preset not in ("nature", "nature-wide"):
        assert (legend.place != "above") == (preset in INSIDE)
    if legend.place == "above":
        assert legend.box.left == pytest.approx(frame.left - 0.35 * em, abs=0.25 * em)
        assert legend.box.bottom > frame.top
    else:
        assert legend.place == "inside"
        assert frame.top - legend.box.top == pytest.approx(0.35 * em)
        assert frame.left < legend.box.left < legend.box.right < frame.right


@every_place
def test_letters_are_inter_but_for_those_of_papers_and_of_nature(preset: str | None) -> None:
    prepared, figure = figure_of(preset, "bare")
    families = {tuple(public_names(text.get_fontfamily())) for text in figure.texts}
    assert families == {tuple(public_names(prepared.fonts))}
    [(first, *_)] = families
    if preset in PAPERS:
        assert first == "STIXGeneral"
    elif preset in ("nature", "nature-wide"):
        assert first in ("Arial", "Helvetica", "Liberation Sans", "Nimbus Sans", "Inter")
    else:
        assert first == "Inter"
    styles = {artist.get_text(): artist.get_fontstyle() for artist in figure.texts}
    assert (styles["Loss"], styles["m"]) == ("normal", "italic")
