"""Drawing of marks and placement of their numbers."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import combinations, groupby

import numpy as np
import pytest
from matplotlib.text import Text
from matplotlib.textpath import TextPath, text_to_path
from matplotlib.transforms import Bbox, BboxBase
from support.cases import some
from support.scenes import prepared

from lossplot._figure.drawing import Dots
from lossplot._figure.layout.boxes import Box
from lossplot._figure.layout.marks import Surroundings, place_numbers
from lossplot._figure.marks import written
from lossplot._formats.mpl.drawn import draw_prepared
from lossplot._formats.mpl.figure import Prepared


def dots_of(data: Prepared, frame: int = 0) -> list[Dots]:
    return [dots for dots in data.drawing.frames[frame].dots if dots.role == "mark"]


def test_a_mark_is_a_dot_in_the_colour_of_its_curve() -> None:
    data = prepared("hinge logistic", mark="0,1")
    colours = data.drawing.look.colours
    assert [(dots.curve, dots.points, dots.fill) for dots in dots_of(data)] == [
        (0, ((0.0, 1.0), (1.0, 0.0)), colours[0]),
        (1, ((0.0, math.log(2)), (1.0, math.log1p(math.exp(-1)))), colours[1]),
    ]
    assert {dots.edge for dots in dots_of(data)} == {data.drawing.look.ground}


def guide_lines(data: Prepared, frame: int) -> list[list[list[float]]]:
    return [line.points.tolist() for line in data.drawing.frames[frame].lines if line.role == "guide"]


def test_dotted_lines_go_through_all_panels_at_an_x_and_through_the_first_at_a_loss() -> None:
    data = prepared("hinge", mark="0.5,99", mark_loss="0.25,-9", derivative=True)
    first, second = (frame.view for frame in data.drawing.frames)
    assert guide_lines(data, 0) == [
        [[0.5, first.bottom], [0.5, first.top]],
        [[first.left, 0.25], [first.right, 0.25]],
    ]
    assert guide_lines(data, 1) == [[[0.5, second.bottom], [0.5, second.top]]]


def test_without_marks_there_are_neither_dots_nor_guides_nor_numbers() -> None:
    data = prepared("hinge logistic", derivative=True)
    assert not dots_of(data)
    assert not guide_lines(data, 0)
    assert not numbers_of(data)


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0.0, "0"),
        (-0.0, "0"),
        (1.0, "1"),
        (-0.4054651, "\u22120.4055"),
        (1234567.0, "1.235e+06"),
        (1 / 3, "0.3333"),
        (-2e-5, "\u22122e\u221205"),
    ],
)
def test_numbers_have_four_digits_and_a_true_minus(number: float, text: str) -> None:
    assert written(number) == text


def numbers_of(data: Prepared) -> list[str]:
    """Return the words of the marks, whose runs are texts of their own."""
    return ["".join(data.drawing.texts[at].words for at in group) for group in mark_groups(data)]


def mark_groups(data: Prepared) -> list[list[int]]:
    """Return the numbers of the texts of which each mark's words consist."""
    marks = [(at, text) for at, text in enumerate(data.drawing.texts) if text.role == "mark number"]
    groups = groupby(marks, key=lambda pair: (pair[1].whole or pair[1].x, pair[1].y))
    return [[at for at, _ in group] for _, group in groups]


def test_the_number_at_an_x_is_a_height_and_at_a_loss_a_place() -> None:
    assert numbers_of(prepared("logistic", mark="0")) == ["m = 0: 0.6931"]
    assert numbers_of(prepared("logistic", mark_loss="0.4")) == ["m = 0.7096"]  # -log(e^0.4 - 1)
    assert numbers_of(prepared("logistic", risk="0.4")) == ["minimum at m = \u22120.4055"]  # log(2/3)


def test_curves_that_meet_at_a_mark_have_one_number() -> None:
    assert numbers_of(prepared("hinge squared-hinge exponential", mark="0")) == ["m = 0: 1"]


def test_a_point_with_two_numbers_has_both() -> None:
    assert sorted(numbers_of(prepared("hinge", mark="0", mark_loss="1"))) == ["m = 0", "m = 0: 1"]


SIMPLE: dict[str, tuple[str, dict[str, str | bool]]] = {
    "one": ("hinge", {"mark": "0"}),
    "two-curves": ("hinge logistic", {"mark": "-1,0,1"}),
    "three-curves": ("hinge squared-hinge logistic", {"mark": "-0.5"}),
    "derivative": ("logistic exponential", {"mark": "-1,1", "derivative": True}),
    "loss": ("huber squared absolute", {"mark_loss": "0.5"}),
    "risk": ("logistic exponential hinge", {"risk": "0.7"}),
    "column": ("hinge logistic", {"mark": "-1,1", "for": "neurips"}),
    "slide": ("hinge logistic", {"mark": "-1,1", "for": "slide", "derivative": True}),
    "direct": ("hinge logistic", {"mark": "-1,0.5", "labels": "direct"}),
    "edges": ("squared", {"mark": "-3,3", "range": "-3:3"}),
}
# Figures with so little room that a number may touch the edge of a line.
CROWDED = ("three-curves", "loss", "column")


def glyph_extent(text: Text, dpi: float) -> Bbox:
    """Return the extent of the glyphs of `text` in pixels, which is tighter than matplotlib's own extent."""
    font = text.get_fontproperties()
    drop = text_to_path.get_text_width_height_descent("lp", font, ismath=False)[2]
    extent = text.get_window_extent()
    (left, bottom), (right, top) = np.array(TextPath((0.0, drop), text.get_text(), prop=font).get_extents()) * dpi / 72
    return Bbox.from_extents(extent.x0 + left, extent.y0 + bottom, extent.x0 + right, extent.y0 + top)


@pytest.mark.parametrize("name", some(SIMPLE, 3))
def test_numbers_stand_in_their_panel_clear_of_each_other_of_names_and_of_curves(name: str) -> None:
    losses, options = SIMPLE[name]
    data = prepared(losses, **options)
    figure = draw_prepared(data)
    figure.draw_without_rendering()
    numbers = numbers_of(data)
    assert numbers
    groups = mark_groups(data)
    alone = [[at] for at, text in enumerate(data.drawing.texts) if text.role in ("curve name", "panel name", "title")]
    boxes = [
        (
            "".join(figure.texts[at].get_text() for at in group),
            Bbox.union([glyph_extent(figure.texts[at], data.dpi) for at in group]),
        )
        for group in [*groups, *alone]
    ]
    for (one, a), (other, b) in combinations(boxes, 2):
        assert not a.overlaps(b), (one, other)
    half_line = 0.5 * data.drawing.look.line * data.dpi / 72
    lines = [line for axes in figure.axes for line in axes.lines if line.get_gid()]
    assert lines
    for number, box in boxes:
        if number in numbers:
            assert any(contains(axes.bbox, box) for axes in figure.axes), number
            near = box.padded(0.0 if name in CROWDED else half_line)
            for line in lines:
                path = line.get_path().transformed(line.get_transform())
                assert not path.intersects_bbox(near, filled=False), (number, line.get_gid())


def contains(outer: BboxBase, box: Bbox) -> bool:
    return bool(outer.x0 <= box.x0 and box.x1 <= outer.x1 and outer.y0 <= box.y0 and box.y1 <= outer.y1)


NO_INK = np.empty((0, 2))
PANEL = Box(0.0, 0.0, 4.0, 4.0)


def boxes(
    points: Sequence[tuple[float, float]], widths: Sequence[float], size: float, around: Surroundings
) -> list[Box]:
    """Return the boxes of words that all stand beside their points."""
    places = place_numbers(points, widths, size, around)
    assert not any(place.leader for place in places)
    return [place.box for place in places]


def test_a_number_stands_above_and_to_the_right_if_nothing_is_there() -> None:
    [box] = boxes([(2.0, 2.0)], [0.3], 10.0, Surroundings(PANEL, NO_INK, 2.0))
    assert [box.left - 2.0, box.bottom - 2.0] == pytest.approx([0.55 * 10 / 72, 0.65 * 10 / 72])
    # The digits of DejaVu Sans are 0.73 em high.
    assert [box.width, box.height] == pytest.approx([0.3, 0.8 * 10 / 72])


def test_a_number_takes_the_place_that_covers_least() -> None:
    # A line to the upper right displaces a number, and a second number avoids the first.
    line = np.column_stack([np.linspace(2.0, 4.0, 200), np.linspace(2.0, 4.0, 200)])
    first, second = boxes([(2.0, 2.0), (2.0, 2.0)], [0.3, 0.3], 10.0, Surroundings(PANEL, line, 2.0))
    for box in (first, second):
        inside = (line > [box.left, box.bottom]) & (line < [box.right, box.top])
        assert not inside.all(axis=1).any()
    assert not (first.left < second.right and second.left < first.right and first.bottom < second.top)


def test_a_number_keeps_clear_of_all_of_a_lines_width() -> None:
    # The middle of the line passes under the number at a distance of 3.5 points: one of 6 points goes by, one of 8 not.
    free = 0.65 * 10 / 72
    line = np.column_stack([np.linspace(2.05, 4.0, 200), np.full(200, 2.0 + free - 3.5 / 72)])
    [thin], [thick] = (boxes([(2.0, 2.0)], [0.3], 10.0, Surroundings(PANEL, line, width)) for width in (6.0, 8.0))
    assert thin.left > 2.0
    assert thin.bottom == pytest.approx(2.0 + free)
    assert not (thick.left > 2.0 and thick.bottom == pytest.approx(2.0 + free))


# Above and to the right of the first, where its number would stand, is the second.
POINTS = [(2.0, 2.0), (2.25, 2.15)]


def test_a_number_is_nearer_to_its_own_point_than_to_another() -> None:
    first, _ = boxes(POINTS, [0.2, 0.2], 10.0, Surroundings(PANEL, NO_INK, 2.0))
    away, off = (
        max(first.left - x, 0.0, x - first.right) + max(first.bottom - y, 0.0, y - first.top) for x, y in POINTS
    )
    assert away < off


def test_a_number_does_not_stand_in_the_legend() -> None:
    [box] = boxes([(2.0, 2.0)], [0.3], 10.0, Surroundings(PANEL, NO_INK, 2.0, (Box(2.05, 1.0, 4.0, 4.0),)))
    assert box.right < 2.05


@pytest.mark.parametrize("corner", [(0.0, 0.0), (4.0, 4.0), (0.0, 4.0), (4.0, 0.0)])
def test_a_number_in_a_corner_stays_in_the_panel(corner: tuple[float, float]) -> None:
    [box] = boxes([corner], [0.5], 12.0, Surroundings(PANEL, NO_INK, 2.0))
    assert 0.0 <= box.left <= box.right <= 4.0
    assert 0.0 <= box.bottom <= box.top <= 4.0


def test_an_end_that_does_not_attain_the_minimum_is_not_marked() -> None:
    # The risk at 0 is 1, and 0.3 beyond: zero-one counts a margin of 0 as wrong for either label.
    assert numbers_of(prepared("zero-one", risk="0.7")) == []
    assert numbers_of(prepared("ramp", risk="0.7")) == ["minimum at m = 1"]
