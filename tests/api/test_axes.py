"""Curves in axes of the caller's: lines with labels, in the caller's looks, and a legend that covers none of them."""

from __future__ import annotations

import io
from typing import Any

import numpy as np
import pytest
from matplotlib.axes import Axes
from matplotlib.colors import to_rgba
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.transforms import Bbox
from PIL import Image
from support.cases import every, some
from support.run import call

import lossplot
from lossplot._formats import provenance
from lossplot._losses import LOSSES

# Figures for axes of one panel: losses of each axis, with jumps, of one family, many, and in all looks of curves.
FIGURES: dict[str, tuple[list[str], dict[str, Any]]] = {
    "one": (["hinge"], {}),
    "jump": (["zero-one", "hinge", "ramp"], {}),
    "family": (["huber:delta=0.5,1,2,3", "absolute"], {}),
    "many": (["hinge", "logistic", "squared-hinge", "exponential", "savage", "tangent", "sigmoid"], {}),
    "print": (["hinge", "logistic", "zero-one"], {"theme": "print"}),
    "marks": (["hinge", "logistic"], {"mark": [-1, 0.5], "mark_loss": 2}),
    "derivative": (["absolute", "huber", "squared"], {"only": "derivative"}),
    "probability": (["log-loss", "brier", "focal:gamma=1,2,5"], {}),
    "formula": (["hinge", "logistic"], {"formula": True}),
    "title": (["squared", "absolute", "log-cosh", "huber"], {"title": "Regression"}),
    "low": (["hinge", "logistic"], {"ylim": (0, 0.05)}),
}


def touches(line: Line2D, box: Any) -> bool:
    """Return True if what is seen of a line comes into `box`: in ten thousand steps along it, by hand."""
    if line.get_clip_on() and line.axes:
        box = Bbox.intersection(box, line.axes.bbox)
    if box is None:
        return False
    x, y = np.asarray(line.get_xydata(), float).T
    if line.get_linestyle() != "None" and len(x) > 1:
        steps = np.linspace(0.0, len(x) - 1.0, max(10_000, 20 * len(x)))
        x, y = (np.interp(steps, np.arange(len(x)), part) for part in (x, y))
    px, py = line.get_transform().transform(np.column_stack([x, y])).T
    return bool(np.any((px > box.x0) & (px < box.x1) & (py > box.y0) & (py < box.y1)))


@pytest.mark.parametrize("size", some([(6.4, 4.8), (3.0, 2.2), (10.0, 3.0)], among=3), ids=str)
@every("name", FIGURES, among=3)
def test_a_legend_covers_no_curve(name: str, size: tuple[float, float]) -> None:
    losses, options = FIGURES[name]
    figure = Figure(figsize=size)
    axes = figure.subplots()
    drawn = lossplot.plot(*losses, ax=axes, **options)
    legend = axes.get_legend()
    assert legend
    assert len(legend.get_texts()) == len(drawn.lines)
    figure.canvas.draw()
    frame = legend.get_window_extent()
    for artists in drawn.artists.values():
        assert not any(touches(line, frame) for line in artists if isinstance(line, Line2D))
    for text in axes.texts:
        assert not frame.overlaps(text.get_window_extent())
    if axes.get_title():
        assert not frame.overlaps(axes.title.get_window_extent())


def test_a_legend_keeps_clear_of_what_was_there_before() -> None:
    axes = Figure().subplots()
    axes.plot([1.5, 3.0], [3.0, 4.0], label="mine")
    lossplot.plot("hinge", ax=axes)
    legend = axes.get_legend()
    assert legend
    axes.get_figure().canvas.draw()  # type: ignore[union-attr]
    assert not touches(axes.lines[0], legend.get_window_extent())


@every("name", FIGURES, among=3)
def test_a_curve_has_one_label_however_many_pieces_it_has(name: str) -> None:
    losses, options = FIGURES[name]
    axes = Figure().subplots()
    drawn = lossplot.plot(*losses, ax=axes, **options)
    handles, labels = axes.get_legend_handles_labels()
    assert len(labels) == len({*labels}) == len(drawn.curves) == len(drawn.lines)
    assert all(isinstance(handle, Line2D) for handle in handles)
    for (word, lines), handle in zip(drawn.lines.items(), handles, strict=True):
        assert not lines or handle is lines[0], word
    legend = axes.legend()
    assert [text.get_text() for text in legend.get_texts()] == labels


def test_curves_come_first_among_the_lines_and_in_their_order() -> None:
    axes = Figure().subplots()
    there = axes.plot([0, 1])
    drawn = lossplot.plot("zero-one", "hinge", ax=axes)
    lines = [line for group in drawn.lines.values() for line in group]
    assert axes.lines[: 1 + len(lines)] == [*there, *lines]
    assert [*drawn.lines] == ["zero-one", "hinge"]
    assert [len(group) for group in drawn.lines.values()] == [2, 1]
    jump, no_jump = drawn.artists.values()
    assert len(jump) > 2
    assert {*jump} >= {*drawn.lines["zero-one"]}
    assert no_jump[: len(drawn.lines["hinge"])] == drawn.lines["hinge"]
    assert {*jump, *no_jump} <= {*axes.lines}


@pytest.mark.parametrize("derivative", [False, True])
def test_lines_take_matplotlib_s_keywords(derivative: bool) -> None:
    panels = Figure().subplots(2 if derivative else 1, squeeze=False).ravel()
    drawn = lossplot.plot(
        "zero-one",
        "hinge",
        derivative=derivative,
        ax=panels,
        color=["crimson", (0.0, 0.0, 1.0)],
        lw=3.5,
        linestyle="--",
        alpha=[0.5, 1.0],
        zorder=7,
    )
    for (name, lines), colour, alpha in zip(drawn.lines.items(), ["crimson", (0, 0, 1)], [0.5, 1.0], strict=True):
        assert len(lines) >= len(panels), name
        for line in lines:
            assert to_rgba(line.get_color()) == to_rgba(colour)  # type: ignore[arg-type]
            style = (line.get_linewidth(), line.get_linestyle(), line.get_alpha(), line.get_zorder())
            assert style == (3.5, "--", alpha, 7)
    dots = [each for each in drawn.artists["zero-one"] if isinstance(each, Line2D) and each.get_linestyle() == "None"]
    assert len(dots) >= 2
    for each in dots:
        assert to_rgba(each.get_markeredgecolor()) == to_rgba("crimson")
        assert each.get_zorder() > 7
        assert each.get_alpha() == 0.5
    ground = to_rgba(panels[0].get_facecolor())
    faces = {to_rgba(each.get_markerfacecolor()) for each in dots}
    assert faces == {ground, to_rgba("crimson")}
    legend = panels[0].get_legend()
    colours = [to_rgba(line.get_color()) for line in legend.get_lines()]
    assert colours[:2] == [to_rgba("crimson"), to_rgba((0, 0, 1))]


@pytest.mark.parametrize(
    ("keywords", "words"),
    [
        ({"color": "no colour"}, "color \"'no colour'\" is nothing that a line has"),
        ({"color": ["red"]}, "color has 1 values, and there are 2 curves; give one for each"),
        ({"color": ["red", None, "blue"]}, "color has 3 values"),
        ({"lw": "wide"}, "linewidth \"'wide'\" is nothing"),
        ({"alpha": 3.0}, "alpha '3.0' is nothing"),
        ({"zorder": "top"}, "zorder \"'top'\" is nothing"),
        ({"ls": "wavy"}, "linestyle \"'wavy'\" is nothing"),
        ({"c": "red", "color": "red"}, "c and color are two names of one keyword; leave out one of them"),
    ],
    ids=str,
)
def test_keywords_that_no_line_has_are_refused(keywords: dict[str, Any], words: str) -> None:
    axes = Figure().subplots()
    for place in (None, axes):
        with pytest.raises(lossplot.RequestError) as error:
            lossplot.plot("hinge", "logistic", labels="none", ax=place, **keywords)
        assert words in str(error.value)
    assert not axes.lines


@pytest.mark.slow
@every("name", LOSSES, among=12)
def test_every_loss_is_drawn_with_a_label_and_keywords(name: str) -> None:
    axes = Figure(figsize=(3.0, 2.5)).subplots()
    drawn = lossplot.plot(name, ax=axes, color="#123456")
    [lines] = drawn.lines.values()
    assert lines
    assert {line.get_color() for line in lines} == {"#123456"}
    assert len(axes.get_legend_handles_labels()[1]) == 1


def test_the_figure_that_is_saved_is_the_caller_s(tmp_path: Any) -> None:
    mine = Figure(figsize=(5.0, 3.0), dpi=50.0)
    left, right = mine.subplots(1, 2)
    right.plot([1, 2])
    drawn = lossplot.plot("hinge", ax=left)
    assert drawn.figure is mine
    assert drawn.is_edited
    data = drawn.to_bytes("png")
    buffer = io.BytesIO()
    mine.savefig(buffer, format="png")
    assert [int.from_bytes(each[16:20]) for each in (data, buffer.getvalue())] == [250, 250]
    ours, theirs = (np.asarray(Image.open(io.BytesIO(each)).convert("RGBA")) for each in (data, buffer.getvalue()))
    np.testing.assert_array_equal(ours, theirs)
    record = provenance.read(data)
    assert record
    assert record.is_edited
    assert drawn.to_bytes("svg") == drawn.to_bytes("svg")
    with pytest.raises(lossplot.LossplotError, match="this one was drawn in axes of yours; save it as"):
        drawn.to_bytes("py")
    drawn.save(tmp_path / "a.png")
    assert call("info", "a.png", cwd=tmp_path).text == f"{drawn.command}\n"


def test_lines_suit_the_axes_in_a_part_of_a_figure_too() -> None:
    whole = Figure(figsize=(8.0, 4.0))
    halves = [half.subplots() for half in np.ravel(np.array(whole.subfigures(1, 2), dtype=object))]
    alone = Figure(figsize=(4.0, 4.0)).subplots()
    widths = []
    for axes in (*halves, alone):
        drawn = lossplot.plot("hinge", "logistic", ax=axes)
        widths.append(drawn.lines["hinge"][0].get_linewidth())
        assert drawn.figure in (whole, alone.figure)
    np.testing.assert_allclose(widths, widths[-1])


def test_words_are_in_the_caller_s_fonts_with_ours_for_what_these_lack() -> None:
    axes: Axes = Figure().subplots()
    lossplot.plot("huber:delta=1,2", ax=axes, title="x")
    family = axes.xaxis.get_ticklabels()[0].get_fontfamily()
    legend = axes.get_legend()
    assert legend
    for text in (axes.title, axes.xaxis.label, axes.yaxis.label, *legend.get_texts()):
        assert text.get_fontfamily()[: len(family)] == family


def test_a_legend_without_room_in_the_frame_stands_above_it() -> None:
    figure = Figure(figsize=(2.4, 1.8))
    axes = figure.subplots()
    names = ("hinge", "smoothed-hinge", "squared-hinge", "modified-huber", "exponential", "zero-one")
    lossplot.plot(*names, ax=axes, labels="legend")
    figure.canvas.draw()
    legend, frame = axes.get_legend(), axes.get_window_extent()
    assert legend
    assert legend.get_window_extent().y0 >= frame.y1
    assert legend.get_window_extent().x1 <= figure.bbox.x1
    assert [text.get_text() for text in legend.get_texts()] == [lossplot.get(name).title for name in names]
