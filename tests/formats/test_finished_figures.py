"""Looks as finished figures have them: sizes, letters, lines and colours in the artists, nothing cut off or covered."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import combinations, cycle, islice

import numpy as np
import pytest
from matplotlib.axes import Axes
from matplotlib.colors import to_hex
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from matplotlib.text import Text
from matplotlib.transforms import Bbox
from numpy.typing import NDArray
from support.look_constants import COLOURS, PLACES

from lossplot._curves.panels import PANELS
from lossplot._figure.looks import PRESETS, THEMES, dash
from lossplot._figure.resolve import resolve
from lossplot._figure.spec import FigureSpec
from lossplot._formats.mpl.drawn import draw_prepared
from lossplot._formats.mpl.figure import prepare

pytestmark = pytest.mark.slow

LOSSES = ("hinge", "logistic", "zero-one")
MARGIN = ("hinge", "squared-hinge", "logistic", "exponential", "zero-one", "perceptron")
# One figure with a panel, one with three and one with names at the curves; each preset in each theme once.
KINDS = {
    "one panel": FigureSpec(LOSSES, title="Three losses of the margin"),
    "three panels": FigureSpec(LOSSES, PANELS[:3]),
    "names at the ends": FigureSpec(MARGIN, labels="direct"),
}
WHERE = [
    (name, theme, kind)
    for number, name in enumerate(PRESETS)
    for at, theme in enumerate(THEMES)
    for kind in [[*KINDS][(number + at) % len(KINDS)]]
]
everywhere = pytest.mark.parametrize(("preset", "theme", "kind"), WHERE, ids=lambda word: word.replace(" ", "-"))
every_preset = pytest.mark.parametrize("preset", PRESETS)
every_theme = pytest.mark.parametrize("theme", THEMES)
Points = NDArray[np.float64]


@cache
def finished(preset: str, theme: str, kind: str) -> Figure:
    """The figure with everything in its place."""
    kept = KINDS[kind]
    spec = FigureSpec(
        kept.losses, kept.panels, preset=preset, theme=theme, labels=kept.labels, title=title_for(preset, kept)
    )
    figure = draw_prepared(prepare(resolve(spec)))
    figure.draw_without_rendering()
    return figure


def title_for(preset: str, spec: FigureSpec) -> str:
    return spec.title or "" if PLACES[preset].titled else ""


def curves(figure: Figure) -> list[tuple[Axes, Line2D]]:
    """The lines that are named, and the axes that they are in."""
    return [(axes, line) for axes in figure.axes for line in axes.lines if line.get_gid()]


def words(figure: Figure) -> list[Text]:
    found = [artist for artist in figure.findobj(Text) if isinstance(artist, Text) and artist.get_visible()]
    return [text for text in found if text.get_text()]


def size_of(text: Text) -> float:
    """In points."""
    return float(text.get_fontsize())


def ticks(figure: Figure) -> list[Text]:
    return [text for axes in figure.axes for text in (*axes.get_xticklabels(), *axes.get_yticklabels())]


# --- sizes ---


@everywhere
def test_a_figure_has_the_size_of_its_place(preset: str, theme: str, kind: str) -> None:
    figure = finished(preset, theme, kind)
    width, alone, among_three = PLACES[preset].inches
    height = alone if len(KINDS[kind].panels) == 1 else among_three
    assert figure.get_size_inches() == pytest.approx((width, height), rel=1e-5)
    assert figure.dpi == PLACES[preset].dpi


@everywhere
def test_letters_have_the_sizes_of_their_place(preset: str, theme: str, kind: str) -> None:
    figure, place = finished(preset, theme, kind), PLACES[preset]
    names = [axes.yaxis.label for axes in figure.axes]
    assert len({size_of(name) for name in names}) == 1
    numbers = ticks(figure)
    for text in words(figure):
        if text in numbers:
            assert size_of(text) == place.ticks
        elif text in names and len(names) > 1:
            assert 0.5 * place.text <= size_of(text) <= place.text
        elif text in names or text is figure.axes[-1].xaxis.label:
            assert size_of(text) == place.text
        elif title_for(preset, KINDS[kind]).startswith(text.get_text()):
            assert 0.6 * place.title <= size_of(text) <= place.title
        else:  # names, which make room for the curves where they have to
            assert 0.6 * place.text <= size_of(text) <= place.text


@everywhere
def test_lines_have_the_widths_of_their_place(preset: str, theme: str, kind: str) -> None:
    figure, place = finished(preset, theme, kind), PLACES[preset]
    assert {line.get_linewidth() for _, line in curves(figure)} == {place.line}
    for axes in figure.axes:
        assert not any(spine.get_visible() for spine in axes.spines.values())
        assert {line.get_linewidth() for line in axes.lines if to_hex(line.get_color()) == COLOURS[theme].axis} <= {
            place.thin
        }
        grid = [line for line in (*axes.get_xgridlines(), *axes.get_ygridlines()) if line.get_visible()]
        assert bool(grid) == place.gridlines
        assert {line.get_linewidth() for line in grid} <= {0.8 * place.thin}


@every_preset
def test_no_letter_is_smaller_than_five_points(preset: str) -> None:
    # The least that Nature prints; the other places ask for more.
    assert min(size_of(text) for text in words(finished(preset, "light", "one panel"))) >= 5.0


# --- nothing is cut off, nothing is covered ---


@everywhere
def test_every_word_is_inside_the_figure(preset: str, theme: str, kind: str) -> None:
    figure = finished(preset, theme, kind)
    page = figure.bbox.padded(0.5)
    for text in words(figure):
        assert Bbox.intersection(page, text.get_window_extent()) is not None
        x, y = text.get_window_extent().get_points().T
        assert page.x0 <= x[0] <= x[1] <= page.x1, text
        assert page.y0 <= y[0] <= y[1] <= page.y1, text


@everywhere
def test_no_word_stands_on_another(preset: str, theme: str, kind: str) -> None:
    figure = finished(preset, theme, kind)
    boxes = [(text.get_text(), text.get_window_extent().padded(-0.02 * figure.dpi)) for text in words(figure)]
    assert not [(one, other) for (one, a), (other, b) in combinations(boxes, 2) if a.overlaps(b)]


def plates(figure: Figure) -> list[Bbox]:
    """The grounds of legends."""
    return [patch.get_window_extent() for patch in figure.get_children() if is_plate(figure, patch)]


def is_plate(figure: Figure, patch: object) -> bool:
    return isinstance(patch, Rectangle) and patch is not figure.patch


@everywhere
def test_no_word_and_no_legend_stands_on_a_curve(preset: str, theme: str, kind: str) -> None:
    figure = finished(preset, theme, kind)
    assert len(plates(figure)) == (KINDS[kind].labels == "legend")
    numbers = {id(text) for text in ticks(figure)}
    boxes = plates(figure) + [text.get_window_extent() for text in words(figure) if id(text) not in numbers]
    for axes, line in curves(figure):
        points = seen(axes, line)
        for box in boxes:
            covered = (points > box.p0).all(axis=1) & (points < box.p1).all(axis=1)
            assert not covered.any(), (line.get_gid(), box)


def seen(axes: Axes, line: Line2D) -> Points:
    """Points close together on what of `line` is in its axes, in pixels."""
    vertices = axes.transData.transform(line.get_xydata())
    steps = np.append(0.0, np.cumsum(np.hypot(*np.diff(vertices, axis=0).T)))
    fine = np.linspace(0.0, steps[-1], 2000)
    points = np.column_stack([np.interp(fine, steps, vertices[:, axis]) for axis in (0, 1)])
    inside: NDArray[np.bool_] = (points >= axes.bbox.p0).all(axis=1) & (points <= axes.bbox.p1).all(axis=1)
    return np.asarray(points[inside])


# --- colours ---


@every_theme
def test_a_figure_has_the_colours_of_its_theme(theme: str) -> None:
    figure, colours = finished("slide", theme, "one panel"), COLOURS[theme]
    assert to_hex(figure.get_facecolor()) == colours.ground
    numbers = ticks(figure)
    assert {to_hex(text.get_color()) for text in numbers} == {colours.soft}
    names = {text.get_text(): to_hex(text.get_color()) for text in words(figure) if text not in numbers}
    of_curves = [*islice(cycle(colours.curves), len(LOSSES))]
    at_curves = dict(zip(("Hinge", "Logistic", "Zero\u2013one"), of_curves, strict=True))
    assert {name: colour for name, colour in names.items() if colour != colours.ink} == at_curves
    zero_lines = [line for line in figure.axes[0].lines if to_hex(line.get_color()) == colours.axis]
    at_zero = [tuple(not np.any(values) for values in line.get_data()) for line in zero_lines]
    assert at_zero == [(True, False), (False, True)]
    assert {to_hex(line.get_color()) for line in figure.axes[0].get_xgridlines()} == {colours.grid}
    shown = {str(line.get_gid()).split("_")[1]: to_hex(line.get_color()) for _, line in curves(figure)}
    assert shown == dict(zip(LOSSES, of_curves, strict=True))


def test_print_tells_curves_apart_by_their_dashes_alone() -> None:
    figure = finished("neurips", "print", "one panel")
    patterns = {dashes(line) for _, line in curves(figure) if not str(line.get_gid()).endswith("_2")}
    assert len(patterns) == len(LOSSES)
    assert len({to_hex(line.get_color()) for _, line in curves(figure)}) == 1
    assert {line.get_marker() for line in figure.axes[0].lines} <= {"None", "o"}


def dashes(line: Line2D) -> tuple[float, ...]:
    """What is drawn and left out in turn, in multiples of the line's width; nothing for a solid line."""
    pattern: tuple[float, tuple[float, ...] | None] = line._unscaled_dash_pattern  # type: ignore[attr-defined]
    return tuple(pattern[1] or ())


def test_dashes_are_those_of_the_table() -> None:
    figure = finished("neurips", "print", "three panels")
    named = {str(line.get_gid()): dashes(line) for _, line in curves(figure)}
    assert [named[f"loss_{loss}_1"] for loss in LOSSES] == [dash(index) for index in range(len(LOSSES))]


# --- families ---


def family(theme: str, order: str) -> Iterator[tuple[str, Line2D]]:
    figure = draw_prepared(prepare(resolve(FigureSpec((f"huber:delta={order}", "absolute"), theme=theme))))
    yield from ((str(line.get_gid()), line) for _, line in curves(figure))


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_family_goes_along_the_ramp_in_the_order_of_its_parameter(theme: str) -> None:
    for order in ("0.25,0.5,1,2,4", "4,1,0.25,2,0.5"):
        shown = {name: to_hex(line.get_color()) for name, line in family(theme, order)}
        found = [shown[f"loss_huber:delta={delta}_1"] for delta in ("0.25", "0.5", "1", "2", "4")]
        assert tuple(found) == (COLOURS[theme].ramp if theme != "print" else COLOURS[theme].curves * 5)
        assert shown["loss_absolute_1"] == COLOURS[theme].curves[0 if theme == "print" else 1]


def test_a_family_in_print_has_a_dash_for_each() -> None:
    assert len({dashes(line) for _, line in family("print", "0.25,0.5,1,2,4")}) == 6


X_LABEL = ("error ", "r", " = prediction \u2212 target")


@pytest.mark.parametrize("labels", ["legend", "direct"])
def test_a_family_is_named_by_its_parameter(labels: str) -> None:
    figure = draw_prepared(prepare(resolve(FigureSpec(("huber:delta=0.5,1,2",), labels=labels))))
    said = {text.get_text() for text in figure.texts}
    names = {"\u03b4", " =" if labels == "legend" else " = 2", "0.5", "1"} | ({"2"} if labels == "legend" else set())
    assert said - {*X_LABEL} == {"Huber", *names}
