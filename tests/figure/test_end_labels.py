"""Labels at the curves' ends: positions of the ends, spacing of the labels, and figures that can have none."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain, combinations, pairwise, product
from random import Random
from typing import Any

import numpy as np
import pytest
from lossplot.figure.layout.end_labels import EndLabels, Side, Tag, place_end_labels
from numpy.typing import NDArray
from support.draws import choice, floats, integers, law, lists, mapped, shuffled, tuples

from lossplot.curves.curve import Curve, default_curve
from lossplot.curves.panels import PANELS, quantity
from lossplot.curves.parse import read_curves
from lossplot.figure.layout.boxes import Box
from lossplot.figure.layout.page import Names
from lossplot.figure.layout.stacking import spread, stagger
from lossplot.figure.limits import x_limits, y_limits
from lossplot.figure.sampling import Trace, View, sample
from lossplot.figure.scene import PanelScene
from lossplot.losses import LOSSES
from lossplot.text.names import label

TEXT = 16.0
POINT = 1.0 / 72.0
# Distance of neighbouring labels in multiples of the text size.
LEADING = 1.2
# Tolerances in inches: of rounding, and of a curve's polyline.
SMALL, HAIR = 1e-7, 1e-3
Point = tuple[float, float]
Points = NDArray[np.float64]


def measure(text: str, size: float, math: bool = False) -> float:
    """Return the width of `text` in inches, every character as wide as an average one of a sans serif."""
    return 0.55 * len(text) * size * POINT


# --- a scene without a figure ---


@dataclass(frozen=True)
class Setting:
    """Curves in a view, their names, and the room at each side of a figure: the tick labels take the wider margin."""

    view: View
    traces: tuple[Trace, ...]
    names: tuple[str, ...]
    size: Point = (8.0, 4.5)
    text: float = TEXT
    share: float = 1.0

    @property
    def rooms(self) -> dict[Side, Box]:
        width, height = self.size
        wide, narrow = 4.0 * self.text * POINT, 1.0 * self.text * POINT
        low, high = 3.2 * self.text * POINT, height - 0.5 * self.text * POINT
        return {"right": Box(wide, low, width - narrow, high), "left": Box(narrow, low, width - wide, high)}

    def panel(self, room: Box) -> Box:
        """Return the first panel, which is the upper part of the room."""
        return Box(room.left, room.top - self.share * room.height, room.right, room.top)

    def place(self) -> EndLabels | None:
        names = Names(self.names, self.text, measure)
        scene = PanelScene("loss", self.view, self.traces)
        return place_end_labels(self.rooms["right"], self.size[0], self.panel, scene, names)


def polylines(*lines: Sequence[Point], names: Sequence[str] = ()) -> Setting:
    """Curves of one piece each, in a view of width 10 and height 10."""
    traces = tuple(Trace((np.array(line, dtype=np.float64),)) for line in lines)
    letters = tuple(names) or tuple("abcdefghijklmnopqrstuvwxyz"[: len(lines)])
    return Setting(View(0.0, 10.0, 0.0, 10.0), traces, letters)


def scene(curves: Sequence[Curve], order: int = 0) -> tuple[View, tuple[Trace, ...], tuple[str, ...]]:
    left, right = x_limits(curves)
    view = View(left, right, *y_limits(curves, PANELS[order], left, right))
    return view, tuple(sample(curve, PANELS[order], view) for curve in curves), tuple(label(curve) for curve in curves)


def losses_setting(*specs: str, order: int = 0) -> Setting:
    return Setting(*scene(read_curves(specs), order))


def end_labels(setting: Setting) -> EndLabels:
    labels = setting.place()
    assert labels is not None
    return labels


# --- laws ---


def text_box(tag: Tag, setting: Setting, text: float) -> Box:
    width, half = measure(setting.names[tag.curve], text), 0.5 * text * POINT
    left = tag.x if tag.align == "left" else tag.x - width
    return Box(left, tag.y - half, left + width, tag.y + half)


def overlap(one: Box, other: Box) -> bool:
    return (
        one.left < other.right - SMALL
        and other.left < one.right - SMALL
        and one.bottom < other.top - SMALL
        and other.bottom < one.top - SMALL
    )


def inside(one: Box, other: Box) -> bool:
    return (
        one.left >= other.left - SMALL
        and one.right <= other.right + SMALL
        and one.bottom >= other.bottom - SMALL
        and one.top <= other.top + SMALL
    )


def around(points: Sequence[Point]) -> Box:
    xs, ys = zip(*points, strict=True)
    return Box(min(xs), min(ys), max(xs), max(ys))


def turn(a: Point, b: Point, c: Point) -> float:
    """Return twice the signed area of the triangle, positive if counterclockwise."""
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def cross(one: tuple[Point, Point], other: tuple[Point, Point]) -> bool:
    """Return True if two segments cross: each has its ends on both sides of the other."""
    return turn(*one, other[0]) * turn(*one, other[1]) < -1e-12 and turn(*other, one[0]) * turn(*other, one[1]) < -1e-12


def through(segment: tuple[Point, Point], box: Box) -> bool:
    """Return True if a segment passes through the interior of a box: clip it to the x range, then to the y range."""
    slack = 1e-6
    low, high = 0.0, 1.0
    sides = ((box.left + slack, box.right - slack), (box.bottom + slack, box.top - slack))
    for start, stop, (least, most) in zip(*segment, sides, strict=True):
        if start == stop:
            if not least < start < most:
                return False
            continue
        enters, leaves = sorted(((least - start) / (stop - start), (most - start) / (stop - start)))
        low, high = max(low, enters), min(high, leaves)
    return low < high


def where(panel: Box, view: View, x: Any, y: Any) -> tuple[Any, Any]:
    """Convert a point of the view to inches."""
    return (
        panel.left + (x - view.left) / (view.right - view.left) * panel.width,
        panel.bottom + (y - view.bottom) / (view.top - view.bottom) * panel.height,
    )


def check_laws(setting: Setting, labels: EndLabels) -> None:
    """Assert the properties of every valid placement, whatever the curves."""
    whole = setting.rooms[labels.side]
    panel = setting.panel(labels.room)
    assert sorted(tag.curve for tag in labels.tags) == list(range(len(setting.names)))
    assert 0.8 * setting.text <= labels.size <= setting.text
    assert inside(labels.room, whole)
    assert labels.room.width >= 0.55 * whole.width
    assert panel.height >= 0.6 * setting.panel(whole).height
    boxes = {tag.curve: text_box(tag, setting, labels.size) for tag in labels.tags}
    for box in boxes.values():
        assert inside(box, whole)
        assert not overlap(box, panel)
    for one, other in combinations(labels.tags, 2):
        assert not overlap(boxes[one.curve], boxes[other.curve])
        assert not overlap(around(one.handle), around(other.handle))
        assert not cross(one.leader, other.leader) or math.dist(one.leader[0], other.leader[0]) < HAIR
    air = 0.3 * labels.size * POINT
    for one, other in product(labels.tags, repeat=2):
        box = boxes[other.curve]
        assert not through(one.leader, Box(box.left - air, box.bottom, box.right + air, box.top))
        assert not through(one.handle, boxes[other.curve])
        assert one is other or not cross(one.leader, other.handle)
    for tag in labels.tags:
        check_tag(tag, labels, setting)
    check_order(labels, panel)
    check_curves_are_clear(setting, labels, panel)


def check_tag(tag: Tag, labels: EndLabels, setting: Setting) -> None:
    """Assert that the leader connects the frame to the handle, and the handle the leader to the text."""
    em = labels.size * POINT
    (start, stop), panel = tag.handle, setting.panel(labels.room)
    assert tag.leader[1] == start
    assert inside(around([tag.leader[0]]), panel)
    assert start[1] == stop[1] == tag.y
    assert abs(stop[0] - start[0]) == pytest.approx(1.6 * em)
    assert (tag.x - stop[0]) * (stop[0] - start[0]) > 0.0
    assert tag.align == ("left" if stop[0] > start[0] else "right")
    if tag.y <= panel.top:
        edge = panel.right if labels.side == "right" else panel.left
        assert abs(start[0] - edge) == pytest.approx(1.0 * em)
        assert tag.align == ("left" if labels.side == "right" else "right")
    else:
        assert tag.leader[0] == pytest.approx((start[0], panel.top))


def check_order(labels: EndLabels, panel: Box) -> None:
    """Assert that labels beside the frame are in the order of the ends, as close to them as possible."""
    beside = sorted((tag for tag in labels.tags if tag.y <= panel.top), key=lambda tag: tag.y)
    ends = [tag.leader[0][1] for tag in beside]
    assert all(one <= other + 1e-5 for one, other in pairwise(ends))
    em = labels.size * POINT
    ys = [tag.y for tag in beside]
    assert all(other - one >= LEADING * em - SMALL for one, other in pairwise(ys))
    if ends and ys != ends and len(ends) <= 6:
        best = nearest(ends, LEADING * em, panel.bottom + 0.5 * em, panel.top - 0.5 * em)
        assert ys == pytest.approx(best, abs=1e-6)


def check_curves_are_clear(setting: Setting, labels: EndLabels, panel: Box) -> None:
    """Assert that no leader that begins inside the frame crosses another curve."""
    lines = [[where_all(panel, setting.view, piece) for piece in trace.pieces] for trace in setting.traces]
    for tag in labels.tags:
        if SMALL < tag.leader[0][0] - panel.left < panel.width - SMALL and tag.y <= panel.top:
            for line in chain(*lines[: tag.curve], *lines[tag.curve + 1 :]):
                assert not crosses_line(tag.leader, line)


def where_all(panel: Box, view: View, points: Points) -> Points:
    return np.column_stack(where(panel, view, *points.T))


def crosses_line(leader: tuple[Point, Point], line: Points) -> bool:
    """Return True if the leader crosses any segment of a polyline, as `cross` defines it."""
    (ax, ay), (bx, by) = leader
    sides = (bx - ax) * (line[:, 1] - ay) - (by - ay) * (line[:, 0] - ax)
    steps = np.diff(line, axis=0)
    ends = [steps[:, 0] * (y - line[:-1, 1]) - steps[:, 1] * (x - line[:-1, 0]) for x, y in leader]
    return bool(np.any((sides[:-1] * sides[1:] < -1e-12) & (ends[0] * ends[1] < -1e-12)))


def nearest(targets: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """Return the least-squares solution by trying every set of touching neighbours, and of groups that touch an end."""
    count = len(targets)
    best, least = None, math.inf
    for touching in product((False, True), repeat=count - 1):
        starts = [0, *(index + 1 for index, touch in enumerate(touching) if not touch)]
        groups = [range(start, stop) for start, stop in pairwise([*starts, count])]
        choices = []
        for group in groups:
            mean = sum(targets[i] - (i - group[0]) * gap for i in group) / len(group)
            choices.append((mean, low, high - (len(group) - 1) * gap))
        for bases in product(*choices):
            candidate = [base + (i - group[0]) * gap for base, group in zip(bases, groups, strict=True) for i in group]
            fits = all(b - a >= gap - 1e-9 for a, b in pairwise(candidate))
            cost = sum((a - b) ** 2 for a, b in zip(candidate, targets, strict=True))
            if fits and candidate[0] >= low - 1e-9 and candidate[-1] <= high + 1e-9 and cost < least:
                best, least = candidate, cost
    assert best is not None
    return best


# --- names spread along a line, and flags on poles ---


@law(60, targets=mapped(sorted, lists(floats(0.0, 10.0), 1, 5)), gap=floats(0.01, 2.0))
def test_names_are_moved_as_little_as_can_be(targets: list[float], gap: float) -> None:
    low, high = 1.0, 9.0
    positions = spread(targets, gap, low, high)
    assert (positions is None) == ((len(targets) - 1) * gap > high - low)
    if positions:
        assert positions == pytest.approx(nearest(targets, gap, low, high), abs=1e-6)


def test_names_that_have_room_are_not_moved() -> None:
    assert spread([1.0, 2.5, 4.0], 1.5, 0.0, 5.0) == [1.0, 2.5, 4.0]


def test_names_that_want_one_place_stand_round_it() -> None:
    assert spread([3.0, 3.0, 3.0], 1.0, 0.0, 9.0) == [2.0, 3.0, 4.0]


def test_names_that_cannot_be_kept_apart_are_not_placed() -> None:
    assert spread([1.0, 2.0, 3.0], 1.1, 1.0, 3.0) is None


FLAGS = mapped(sorted, lists(tuples(floats(0.0, 5.0), floats(0.1, 3.0)), 1, 4))


def flags_collide(poles: Sequence[float], reach: Sequence[float], levels: Sequence[int]) -> bool:
    """Return True if a flag reaches a later pole that is as high or higher."""
    return any(
        poles[j] <= poles[i] + reach[i] and levels[j] >= levels[i] for i, j in combinations(range(len(poles)), 2)
    )


@law(60, flags=FLAGS)
def test_flags_fly_as_low_as_they_can(flags: list[tuple[float, float]]) -> None:
    poles, reach = [pole for pole, _ in flags], [length for _, length in flags]
    result = stagger(poles, reach)
    assert not flags_collide(poles, reach, result)
    apart = [
        levels for levels in product(range(len(flags)), repeat=len(flags)) if not flags_collide(poles, reach, levels)
    ]
    assert tuple(result) == tuple(min(levels[i] for levels in apart) for i in range(len(flags)))


# --- where a curve ends ---


def test_a_name_at_the_side_stands_at_the_height_of_its_end() -> None:
    setting = polylines([(0, 2), (10, 3)], [(0, 5), (10, 7)])
    labels = end_labels(setting)
    panel = setting.panel(labels.room)
    assert labels.side == "right"
    assert not [tag for tag in labels.tags if tag.y != pytest.approx(tag.leader[0][1])]
    for tag, y in zip(labels.tags, (3.0, 7.0), strict=True):
        assert tag.leader[0] == pytest.approx(where(panel, setting.view, 10.0, y))
    check_laws(setting, labels)


def test_a_name_of_a_curve_that_leaves_through_the_top_stands_above_that_place() -> None:
    setting = polylines([(0, 2), (10, 3)], [(0, 0), (5, 5), (10, 20)])
    labels = end_labels(setting)
    panel = setting.panel(labels.room)
    [flag] = [tag for tag in labels.tags if tag.curve == 1]
    # From (5, 5) to (10, 20) the height is 10 a third of the way.
    assert flag.leader[0] == pytest.approx(where(panel, setting.view, 5.0 + 5.0 / 3.0, 10.0))
    assert flag.handle[0][0] == flag.leader[0][0]
    assert flag.y > panel.top
    check_laws(setting, labels)


def test_a_curve_that_reaches_the_corner_is_named_beside_it() -> None:
    setting = polylines([(0, 2), (10, 10)], [(0, 5), (10, 5)])
    labels = end_labels(setting)
    assert labels.room.top == setting.rooms["right"].top
    check_laws(setting, labels)


def test_two_names_above_the_frame_go_apart_rather_than_one_above_the_other() -> None:
    setting = polylines([(0, 1), (4, 1), (4, 20)], [(0, 0), (5, 0), (5, 20)], names=["the one", "the other"])
    labels = end_labels(setting)
    assert [(tag.align, tag.handle[1][0] < tag.handle[0][0]) for tag in labels.tags] == [
        ("right", True),
        ("left", False),
    ]
    assert len({tag.y for tag in labels.tags}) == 1
    check_laws(setting, labels)


def test_a_name_above_the_frame_keeps_clear_of_the_next_pole() -> None:
    levels = set()
    for x in np.arange(3.0, 7.0, 0.02).tolist():
        setting = polylines(*([(0, 0), (at, 0), (at, 20)] for at in (2.0, x, x + 0.5)), names=["name"] * 3)
        labels = end_labels(setting)
        check_laws(setting, labels)
        levels.add(len({tag.y for tag in labels.tags}))
    assert levels == {1, 2}


def test_a_name_above_the_frame_goes_inward_if_it_would_make_the_panel_narrower() -> None:
    setting = polylines([(0, 1), (9, 1), (9, 20)], names=["a long name"])
    labels = end_labels(setting)
    assert labels.tags[0].align == "right"
    assert labels.room.width == pytest.approx(setting.rooms["right"].width)
    beside = end_labels(polylines([(0, 1), (9, 1), (9, 20)], [(0, 5), (10, 5)], names=["a long name", "a longer name"]))
    assert [tag.align for tag in sorted(beside.tags, key=lambda tag: tag.curve)] == ["left", "left"]


def test_a_curve_that_comes_back_is_named_where_it_is_seen_last() -> None:
    setting = polylines([(0, 5), (3, 15), (6, 5), (9, -5), (10, 4)], [(0, 8), (10, 8)])
    labels = end_labels(setting)
    [tag] = [tag for tag in labels.tags if tag.curve == 0]
    assert tag.leader[0] == pytest.approx(where(setting.panel(labels.room), setting.view, 10.0, 4.0))
    check_laws(setting, labels)


def test_the_last_piece_in_sight_is_the_one_named() -> None:
    trace = Trace(
        (np.array([[0.0, 2.0], [4.0, 2.0]]), np.array([[4.0, 7.0], [8.0, 6.0]]), np.array([[8.0, 30], [10, 30]]))
    )
    setting = Setting(View(0.0, 10.0, 0.0, 10.0), (trace,), ("a",))
    labels = end_labels(setting)
    assert labels.tags[0].leader[0] == pytest.approx(where(setting.panel(labels.room), setting.view, 8.0, 6.0))
    check_laws(setting, labels)


def test_a_leader_inside_the_frame_crosses_no_curve() -> None:
    stops, wave = [(0, 3), (6, 3)], [(0, 8), (7, 8), (8, 1), (9, 8), (10, 8)]
    above = [(0, 8), (10, 8)]
    assert end_labels(polylines(stops, above)).side == "right"
    assert end_labels(polylines(stops, wave)).side == "left"
    corner = [(0, 8), (8, 3), (10, 1)]
    assert end_labels(polylines(stops, corner)).side == "left"


def test_curves_that_begin_in_one_place_inside_the_frame_are_named_there() -> None:
    setting = polylines([(3, 5), (10, 1)], [(3, 5), (5, 6), (10, 1)], [(3, 2), (10, 1)])
    labels = end_labels(setting)
    assert labels.side == "left"
    check_laws(setting, labels)


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_the_leader_of_a_curve_that_dips_below_the_frame_keeps_clear_of_one_that_does_not(order: Point) -> None:
    lines = [(0, 0), (7.5, 0), (10, -1)], [(0, 0), (10, 0)]
    setting = polylines(*(lines[int(i)] for i in order))
    labels = setting.place()
    assert (labels is not None) == (order == (0, 1))
    if labels:
        check_laws(setting, labels)


def test_leaders_from_inside_and_from_the_edge_do_not_cross() -> None:
    """At the right the first name is lifted so far that its leader is above the second curve where this ends."""
    low, level = [(0, 5), (4, 0), (9.9, 0), (10, 0.25)], [(0, 7), (10, 7)]
    assert end_labels(polylines([(0, 3), (2, 3)], low, level)).side == "right"
    assert end_labels(polylines([(0, 3), (2, 0.1)], low, level)).side == "left"


def test_one_curve_may_leave_through_the_bottom_but_not_two() -> None:
    """The leader of the one further in would have to cross the other."""
    one, other, level = [(0, 5), (9, -4)], [(0, 7), (9, -2)], [(0, 9), (10, 9)]
    both_ways = [[(0, -5), (5, 5), (10, -5)], [(0, -3), (5, 7), (10, -3)]]
    labels = end_labels(polylines(one, level))
    assert labels.side == "right"
    check_laws(polylines(one, level), labels)
    assert end_labels(polylines(one, other, level)).side == "left"
    assert polylines(*both_ways).place() is None


# --- which side, and whether any ---


def test_the_right_is_preferred() -> None:
    assert end_labels(polylines([(0, 2), (10, 3)], [(0, 5), (10, 7)])).side == "right"


def test_names_stand_at_the_left_if_the_curves_meet_at_the_right() -> None:
    setting = polylines([(0, 2), (10, 1)], [(0, 5), (10, 1)])
    labels = end_labels(setting)
    assert labels.side == "left"
    assert {tag.align for tag in labels.tags} == {"right"}
    assert labels.room.right == setting.rooms["left"].right
    check_laws(setting, labels)


def test_the_side_where_more_ends_are_apart_is_taken() -> None:
    lines = [[(0, 1), (10, 1)], [(0, 3), (10, 1)], [(0, 5), (10, 5)], [(0, 7), (10, 7)]]
    assert end_labels(polylines(*lines)).side == "left"
    assert end_labels(polylines(*([(0, b), (10, a)] for (_, a), (_, b) in lines))).side == "right"


def mirror(setting: Setting) -> Setting:
    traces = tuple(
        Trace(tuple((piece * (-1.0, 1.0))[::-1] for piece in trace.pieces[::-1])) for trace in setting.traces
    )
    view = View(-setting.view.right, -setting.view.left, setting.view.bottom, setting.view.top)
    return Setting(view, traces, setting.names, setting.size, setting.text, setting.share)


@pytest.mark.parametrize("losses", ["hinge squared-hinge logistic exponential zero-one", "log-loss brier focal"])
def test_left_and_right_are_mirror_images(losses: str) -> None:
    setting = losses_setting(*losses.split())
    labels, image = end_labels(setting), end_labels(mirror(setting))
    assert (labels.side, image.side) == ("left", "right")
    width = setting.size[0]
    for tag, other in zip(labels.tags, image.tags, strict=True):
        assert (tag.curve, {tag.align, other.align}) == (other.curve, {"left", "right"})
        assert (width - tag.x, tag.y) == pytest.approx((other.x, other.y))
        assert [(width - x, y) for x, y in (*tag.leader, *tag.handle)] == [
            pytest.approx(point) for point in (*other.leader, *other.handle)
        ]


@pytest.mark.parametrize("distance", [0.0, 0.1, 0.24, 0.26, 0.5])
def test_two_ends_are_told_apart_from_a_quarter_of_the_text_size(distance: float) -> None:
    rooms = polylines().rooms
    step = distance * TEXT * POINT / rooms["right"].height * 10.0
    setting = polylines(*([(0, 5 + lift), (5, middle), (10, 5 + lift)] for lift, middle in ((0.0, 2), (step, 8))))
    assert (setting.place() is not None) == (distance > 0.25)


def test_two_names_of_one_curve_stand_at_its_end() -> None:
    line = [(0, 5), (10, 5)]
    setting = polylines(line, line, [(0, 5.001), (4, 5), (10, 5)])
    labels = end_labels(setting)
    assert len({tag.leader[0] for tag in labels.tags}) == 1
    check_laws(setting, labels)


def test_curves_that_end_in_one_place_are_named_in_the_order_they_come_in() -> None:
    lines = [[(0, 9), (5, low), (10, 4)] for low in (3.0, 8.0, 6.0)]
    setting = polylines(*lines, [(0, 2), (10, 2)], [(0, 7), (10, 7)])
    labels = end_labels(setting)
    assert labels.side == "right"
    fan = sorted((tag for tag in labels.tags if tag.curve < 3), key=lambda tag: tag.y)
    assert [tag.curve for tag in fan] == [0, 2, 1]
    check_laws(setting, labels)


NEVER: dict[str, list[list[Point]]] = {
    "two that meet on both sides": [[(0.0, 5.0), (5.0, y), (10.0, 5.0)] for y in (2.0, 9.0)],
    "three that do, and one more": [
        *([(0.0, 5.0), (5.0, y), (10.0, 5.0)] for y in (2.0, 4.0, 8.0)),
        [(0.0, 9.0), (10.0, 9.0)],
    ],
    "two that are nearly the same": [[(0.0, 5.0), (5.0, y), (10.0, 5.0)] for y in (5.0, 5.1)],
    "one that is never seen": [[(0.0, 5.0), (10.0, 5.0)], [(0.0, 20.0), (10.0, 20.0)]],
    "more than stand one below the other": [[(0.0, 0.3 * number), (10.0, 0.3 * number)] for number in range(26)],
    "more than stand one above the other": [
        [(5.0 - x, 20.0), (5.0 - x, 0.1), (5.0 + x, 0.1), (5.0 + x, 20.0)] for x in np.arange(0.0, 5.0, 0.25).tolist()
    ],
}


@pytest.mark.parametrize("lines", NEVER.values(), ids=NEVER)
def test_there_are_no_names_where_they_could_not_be_read(lines: list[list[Point]]) -> None:
    assert polylines(*lines, names=["a long name"] * len(lines)).place() is None


def test_long_names_make_the_text_smaller_and_longer_ones_are_not_placed() -> None:
    lines = [[(0.0, 2.0), (10.0, 3.0)], [(0.0, 5.0), (10.0, 7.0)]]
    sizes = []
    for length in range(1, 60):
        setting = polylines(*lines, names=["m" * length, "n"])
        labels = setting.place()
        sizes.append(labels.size / TEXT if labels else 0.0)
        if labels:
            check_laws(setting, labels)
    assert sizes == sorted(sizes, reverse=True)
    assert {round(size, 6) for size in sizes} == {1.0, 0.9, 0.8, 0.0}


def test_many_names_make_the_text_smaller() -> None:
    lines = [[(0.0, 1.0 + 0.5 * number), (10.0, 1.0 + 0.5 * number)] for number in range(15)]
    setting = polylines(*lines)
    labels = end_labels(setting)
    assert labels.size < TEXT
    check_laws(setting, labels)


def lines(random: Random) -> Setting:
    """Draw polylines through random heights, some of them with a break, in figures of several sizes."""
    count = integers(1, 8)(random)
    heights = lists(floats(-8.0, 18.0), 5, 5)
    traces = []
    for _ in range(count):
        points = np.column_stack([[0.0, 2.5, 5.0, 7.5, 10.0], heights(random)])
        break_at = choice((0, 0, 0, 2, 3))(random)
        traces.append(Trace((points[:break_at], points[break_at:]) if break_at else (points,)))
    names = tuple("n" * integers(1, 24)(random) for _ in range(count))
    size = choice(((8.0, 4.5), (3.25, 2.2), (13.3, 7.5), (5.5, 2.6)))(random)
    view = View(0.0, 10.0, 0.0, 10.0)
    text = TEXT * min(size[0] / 8.0, size[1] / 4.5)
    return Setting(view, tuple(traces), names, size, text, choice((1.0, 0.6))(random))


@law(60, setting=lines)
def test_the_laws_hold_for_any_polylines(setting: Setting) -> None:
    labels = setting.place()
    if labels:
        check_laws(setting, labels)


# --- the catalogue ---

AXES = sorted({loss.axis.name for loss in LOSSES.values()})
SIZES = ((8.0, 4.5), (3.25, 2.2), (40 / 3, 7.5))
Sets = list[tuple[Curve, ...]]


@cache
def sets_of(axis: str) -> Sets:
    """Return random sets of 2, 3, 5, 8 and 12 losses of an axis, with every loss in at least one set of each size."""
    curves = [default_curve(loss) for loss in LOSSES.values() if loss.axis.name == axis]
    lot = Random(axis)
    sets: Sets = []
    for count in (2, 3, 5, 8, 12):
        if count <= len(curves):
            curves = shuffled(curves, lot)
            sets += [tuple((curves + curves)[at : at + count]) for at in range(0, len(curves), count)]
    return sets


def end_of(curve: Curve, view: View, side: Side) -> tuple[float, float, float]:
    """Return the two x between which the curve leaves the view, and its height there (NaN if unknown)."""
    low, high = max(view.left, curve.domain.low), min(view.right, curve.domain.high)
    x = np.linspace(low, high, 4001)
    y = quantity(curve, "loss", x)
    if side == "left":
        x, y = x[::-1], y[::-1]
    at = np.flatnonzero((y >= view.bottom) & (y <= view.top))[-1]
    if at == len(x) - 1:
        return x[at], x[at], float(y[at])
    return x[at], x[at + 1], math.nan


def check_ends(curves: Sequence[Curve], setting: Setting, labels: EndLabels) -> None:
    view, panel = setting.view, setting.panel(labels.room)
    for tag in labels.tags:
        near, far, height = end_of(curves[tag.curve], view, labels.side)
        (x, y), low, high = tag.leader[0], *sorted((near, far))
        assert where(panel, view, low, 0.0)[0] - HAIR <= x <= where(panel, view, high, 0.0)[0] + HAIR
        if not math.isnan(height):
            assert y == pytest.approx(where(panel, view, 0.0, height)[1], abs=HAIR)
        elif not any(low <= knot.x <= high for knot in curves[tag.curve].knots(low, high)):
            assert min(abs(y - panel.top), abs(y - panel.bottom)) < SMALL


@pytest.mark.parametrize("axis", AXES)
def test_the_laws_hold_for_sets_of_losses(axis: str) -> None:
    """Most sets have their labels at the curves' ends, and three in four where the domains differ."""
    attempts = successes = 0
    rooms = [*product(SIZES, (1.0, 0.6))]
    for number, curves in enumerate(sets_of(axis)):
        view, traces, names = scene(curves)
        for size, share in rooms[number % 2 :: 2]:
            text = TEXT * min(size[0] / 8.0, size[1] / (4.5 / share))
            setting = Setting(view, traces, names, size, text, share)
            labels = setting.place()
            attempts, successes = attempts + 1, successes + bool(labels)
            if labels:
                check_laws(setting, labels)
                check_ends(curves, setting, labels)
    assert successes >= (0.75 if axis == "prediction" else 0.85) * attempts


TWELVE = [
    "hinge squared-hinge logistic exponential zero-one perceptron modified-huber squared-margin sigmoid tangent "
    "unhinged lorenz",
    "squared half-squared absolute huber log-cosh quantile:tau=0.3 cauchy welsch tukey-biweight geman-mcclure fair "
    "expectile",
    "log-loss brier focal spherical linear-probability poly1 gce tsallis boosting-score symmetric-ce soft-dice "
    "zero-one-probability",
    "poisson-mean:target=0.5,1,2 poisson-deviance:target=0.5,1,2 msle:target=0.5,1,2 smape:target=0.5,1,2",
    "poisson-log:target=0.5,1,1.5 gamma-log:target=0.5,1,1.5 tweedie-log:target=0.5,1,1.5 bce-logits:target=0,0.5,1",
    "huber:delta=0.2,0.4,0.6,0.8,1,1.2,1.4,1.6,1.8,2,2.5,3",
]


@pytest.mark.parametrize("losses", TWELVE, ids=lambda losses: losses.split()[0])
def test_twelve_losses_have_their_names_at_their_ends(losses: str) -> None:
    setting = losses_setting(*losses.split())
    assert len(setting.names) == 12
    check_laws(setting, end_labels(setting))


@pytest.mark.parametrize("losses", ["hinge squared-hinge zero-one", "hinge logistic exponential perceptron savage"])
def test_margin_losses_are_named_at_the_left_where_they_spread(losses: str) -> None:
    assert end_labels(losses_setting(*losses.split())).side == "left"


@pytest.mark.parametrize("losses", ["squared absolute", "huber:delta=0.5,1,2 squared absolute", "cauchy welsch fair"])
def test_error_losses_are_named_at_the_right(losses: str) -> None:
    assert end_labels(losses_setting(*losses.split())).side == "right"
