"""Names at the curves: each nearest to its own curve, on no other and on no other words, and inside the page."""

from __future__ import annotations

from functools import cache
from itertools import combinations
from random import Random

import numpy as np
import pytest
from numpy.typing import NDArray

from lossplot.curves.curve import default_curve
from lossplot.figure.drawing import Drawing, Frame, Line, Text
from lossplot.figure.layout.boxes import POINT, Box
from lossplot.figure.layout.candidates import overlaps
from lossplot.figure.layout.ink import onto
from lossplot.figure.resolve import resolve
from lossplot.figure.spec import FigureSpec
from lossplot.formats.mpl import prepare
from lossplot.formats.mpl.fonts import DEFAULT, measure_in
from lossplot.losses import LOSSES

# Every other curve is so many times as far from a name as its own.
NEARER = 1.0
# The share of the width, and of that with names inside, which the panel keeps at least.
LEAST_WIDTH = 0.6
OVERLAYS, BLOCKS = 500, 20
AXES = ("margin", "error", "probability")
BY_AXIS = {
    axis: sorted(name for name, loss in LOSSES.items() if default_curve(loss).axis.name == axis) for axis in AXES
}
measure = measure_in((DEFAULT,))


def drawing_of(*losses: str, labels: str = "auto") -> Drawing:
    return prepare(resolve(FigureSpec(losses, labels=labels))).drawing


def names_of(drawing: Drawing) -> dict[int, Text]:
    return {text.curve: text for text in drawing.texts if text.role == "curve name" and text.curve is not None}


def box_of(text: Text) -> Box:
    width, height = measure(text.words, text.size, text.math, text.face), 0.75 * text.size * POINT
    left = text.x - {"left": 0.0, "center": 0.5, "right": 1.0}[text.align] * width
    return Box(left, text.y - height / 2, left + width, text.y + height / 2)


def gap(box: Box, frame: Frame, line: Line) -> float:
    """Return the distance in inches from `box` to what is seen of `line`, to its middle."""
    points = onto(frame.box, frame.view, line.points)
    steps = np.append(0.0, np.cumsum(np.hypot(*np.diff(points, axis=0).T)))
    along = np.linspace(0.0, steps[-1], 600)
    seen: NDArray[np.float64] = np.column_stack([np.interp(along, steps, points[:, axis]) for axis in (0, 1)])
    x, y = seen[(seen[:, 1] >= frame.box.bottom) & (seen[:, 1] <= frame.box.top)].T
    across = np.maximum(0.0, np.maximum(box.left - x, x - box.right))
    up = np.maximum(0.0, np.maximum(box.bottom - y, y - box.top))
    return float(np.min(np.hypot(across, up), initial=np.inf))


def check(drawing: Drawing) -> None:
    frame, names = drawing.frames[0], names_of(drawing)
    if drawing.legend:
        return
    boxes = {curve: box_of(text) for curve, text in names.items()}
    others = [box_of(text) for text in drawing.texts if text.role == "panel name"]
    for one, other in combinations([*boxes.values(), *others], 2):
        assert not overlaps(one, [other], 0.0)
    for curve, box in boxes.items():
        assert min(box.left, box.bottom, drawing.size[0] - box.right, drawing.size[1] - box.top) >= 0.0
        gaps: dict[int, float] = {}
        for line in frame.lines:
            if line.role == "curve" and line.curve is not None:
                gaps[line.curve] = min(gap(box, frame, line), gaps.get(line.curve, np.inf))
        own = gaps.pop(curve)
        if box.left > frame.box.right:  # beside the frame, at the height of the end
            continue
        assert own > 0.5 * drawing.look.line * POINT
        assert all(other >= NEARER * own for other in gaps.values()), (drawing.curves[curve], own, gaps)
    assert frame.box.width >= LEAST_WIDTH * drawing.size[0]


@pytest.mark.parametrize("axis", AXES)
def test_every_loss_alone_has_its_name_above_it(axis: str) -> None:
    for name in BY_AXIS[axis]:
        drawing = drawing_of(name)
        assert [text.words for text in drawing.texts if text.role == "title"] == [LOSSES[name].title]
        assert not names_of(drawing)


@cache
def random_overlays() -> list[tuple[str, ...]]:
    draw = Random(20240607)
    found = []
    for _ in range(OVERLAYS):
        names = BY_AXIS[draw.choice(AXES)]
        found.append(tuple(draw.sample(names, draw.randint(2, 6))))
    return found


@pytest.mark.parametrize("block", range(BLOCKS))
def test_names_of_overlays_are_nearest_to_their_own_curves_and_clear_of_all_else(block: int) -> None:
    for losses in random_overlays()[block::BLOCKS]:
        check(drawing_of(*losses))


@pytest.mark.parametrize("block", range(0, BLOCKS, 5))
def test_names_that_must_stand_at_the_curves_never_go_into_a_legend(block: int) -> None:
    for losses in random_overlays()[block::BLOCKS]:
        drawing = drawing_of(*losses, labels="direct")
        assert drawing.legend is None
        boxes = [box_of(text) for text in names_of(drawing).values()]
        assert len(boxes) == len(losses)
        assert not any(overlaps(one, [other], 0.0) for one, other in combinations(boxes, 2))


@pytest.mark.parametrize(
    "losses",
    [("hinge", "squared-hinge"), ("zero-one", "hinge", "logistic", "exponential"), ("absolute", "squared", "cauchy")],
)
def test_names_of_usual_figures_stand_at_the_curves_in_their_colours(losses: tuple[str, ...]) -> None:
    drawing = drawing_of(*losses)
    assert not drawing.legend
    assert {curve: text.colour for curve, text in names_of(drawing).items()} == {
        curve: style.colour for curve, style in enumerate(drawing.styles)
    }
    assert drawing.frames[0].box.width >= 0.75 * drawing.size[0]
    assert not drawing.lines  # neither stub nor leader


def test_a_family_has_its_values_at_the_ends_and_its_parameter_once() -> None:
    drawing = drawing_of("huber:delta=0.5,1,2,3")
    words = [text.words for _, text in sorted(names_of(drawing).items())]
    assert words == ["0.5", "1", "2", "δ = 3"]
    right = drawing.frames[0].box.right
    assert all(box_of(text).left > right - 0.3 for text in names_of(drawing).values())


def test_more_than_six_names_stand_in_a_legend_unless_they_are_asked_for() -> None:
    seven = BY_AXIS["margin"][:7]
    assert drawing_of(*seven).legend
    assert drawing_of("hinge", "logistic", labels="legend").legend
    assert not names_of(drawing_of("hinge", "logistic", labels="none"))


def test_curves_do_not_run_into_the_edges_and_panels_have_neither_frame_nor_marks() -> None:
    [frame] = drawing_of("hinge").frames
    ends = [line.points[at, 0] for line in frame.lines if line.role == "curve" for at in (0, -1)]
    width = frame.view.right - frame.view.left
    assert 0.015 * width <= min(ends) - frame.view.left <= 0.03 * width
    assert 0.015 * width <= frame.view.right - max(ends) <= 0.03 * width


@pytest.mark.parametrize(
    ("arrangement", "size", "is_row"),
    [
        ("auto", (12.0, 5.0), True),
        ("auto", (8.0, 6.0), False),
        ("column", (12.0, 5.0), False),
        ("row", (8.0, 6.0), True),
    ],
)
def test_panels_stand_in_a_row_where_the_page_is_wide_or_it_is_asked_for(
    arrangement: str, size: tuple[float, float], is_row: bool
) -> None:
    spec = FigureSpec(("huber", "squared"), ("loss", "derivative"), arrangement=arrangement, size=size)
    drawing = prepare(resolve(spec)).drawing
    first, second = (frame.box for frame in drawing.frames)
    assert (second.left > first.right) == is_row
    assert first.width == pytest.approx(second.width)
    assert len({text.whole for text in drawing.texts if text.role == "x label"}) == (2 if is_row else 1)
    assert [frame.has_x_numbers for frame in drawing.frames] == ([True, True] if is_row else [False, True])
