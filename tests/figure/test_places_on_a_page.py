"""Small parts of a layout by hand: round numbers, lines across a panel, ends of curves, names that are spread."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest
from support.cases import every

from lossplot._curves.parse import read_curves
from lossplot._figure.across import across
from lossplot._figure.layout.boxes import Box, Face
from lossplot._figure.layout.ends import find_end
from lossplot._figure.layout.headings import _wrap, _wrap_parts, fit_title
from lossplot._figure.layout.ink import covered, dots, straight_lines
from lossplot._figure.layout.legend import _is_named
from lossplot._figure.layout.mark_words import _surroundings
from lossplot._figure.layout.page import Names, Page
from lossplot._figure.layout.panels import Placement, lay_out
from lossplot._figure.layout.scaled_ticks import scaled_ticks
from lossplot._figure.layout.stacking import spread
from lossplot._figure.layout.ticks import Ticks, round_ticks, y_ticks
from lossplot._figure.layout.widths import runs_width
from lossplot._figure.looks import DEFAULT
from lossplot._figure.marks import Mark, mark_words, marks_of, visible
from lossplot._figure.options import read_spec
from lossplot._figure.resolve import resolve
from lossplot._figure.sampling import View
from lossplot._figure.scales import Scale
from lossplot._figure.scene import PanelScene
from lossplot._figure.spec import FigureSpec
from lossplot._figure.tables import panels_asked, points_asked
from lossplot._figure.training.panels import log_ticks, whole_ticks
from lossplot._text.language import ENGLISH

VIEW = View(-1.0, 3.0, 0.0, 2.0)


@every(
    ("low", "high", "count", "labels"),
    [
        (-3.0, 3.0, 7, "−3 −2 −1 0 1 2 3"),
        (-3.0, 3.0, 6, "−3 −2 −1 0 1 2 3"),
        (-3.0, 3.0, 5, "−2 0 2"),
        (-3.0, 3.0, 1, "−2 0 2"),
        (0.0, 1.0, 5, "0.0 0.2 0.4 0.6 0.8 1.0"),
        (0.0, 1.0, 2, "0.0 0.5 1.0"),
        (0.1, 0.7, 3, "0.2 0.4 0.6"),
        (0.0, 0.3, 3, "0.0 0.1 0.2 0.3"),
        (0.3, 0.6, 3, "0.3 0.4 0.5 0.6"),
        (-0.3, -0.1, 2, "−0.3 −0.2 −0.1"),
        (0.0, 999_999.0, 3, "0 500000"),
        (0.0, 1_000_000.0, 2, "0 5.0e5 1.0e6"),
        (0.0, 2_000_000.0, 4, "0 5.0e5 1.0e6 1.5e6 2.0e6"),
        (-2e-6, 2e-6, 4, "−2e−6 −1e−6 0 1e−6 2e−6"),
        (0.0, 2_500_000.0, 3, "0 1e6 2e6"),
        (1e6, 1.0003e6, 3, "1.0000e6 1.0001e6 1.0002e6 1.0003e6"),
        (0.0, 0.001, 2, "0.0000 0.0005 0.0010"),
        (0.0, 0.00005, 5, "0.00000 0.00001 0.00002 0.00003 0.00004 0.00005"),
        (0.0, 0.000_02, 4, "0.000000 0.000005 0.000010 0.000015 0.000020"),
        (0.0, 0.000_009, 3, "0 5e−6"),
        (99.9, 100.1, 2, "99.9 100.0 100.1"),
        (12.0, 19.0, 2, "12 14 16 18"),
    ],
)
def test_round_numbers_are_one_two_or_five_times_a_power_of_ten(
    low: float, high: float, count: int, labels: str
) -> None:
    assert " ".join(round_ticks(low, high, count).labels) == labels


def test_of_two_ticks_none_is_dropped_and_of_more_every_second_where_they_are_close() -> None:
    assert y_ticks(0.0, 1.0, 1.0, 10.0).labels == ("0.0", "0.5", "1.0")
    assert y_ticks(0.0, 1.0, 0.3, 10.0).labels == ("0.0", "1.0")
    assert y_ticks(12.0, 19.0, 0.1, 10.0).labels == ("12", "16")


LOG, SYMLOG = Scale("log"), Scale("symlog", 0.1)
ABSENT = Ticks((), ())


@every(
    ("scale", "ends", "most", "labels", "minors"),
    [
        (LOG, (0.1, 1000.0), 7, "0.1 1 10 100 1000", 32),
        (LOG, (1e-4, 1e5), 5, "0.0001 0.01 1 100 10000", 0),
        (LOG, (1e-5, 1e5), 20, "1e−5 0.0001 0.001 0.01 0.1 1 10 100 1000 10000 1e5", 0),
        (LOG, (1e-3, 1e3), 4, "0.01 1 100", 0),  # at even powers, whichever is first
        (LOG, (1e-3, 1e1), 3, "0.01 1", 0),
        (LOG, (0.4, 3.0), 7, "0.5 1 2", 6),
        (LOG, (2.2, 2.9), 7, "", 0),
        (SYMLOG, (-20.0, 20.0), 7, "−10 −1 −0.1 0 0.1 1 10", 34),
        (SYMLOG, (0.0, 20.0), 7, "0 0.1 1 10", 17),
        (SYMLOG, (-20.0, 0.0), 7, "−10 −1 −0.1 0", 17),
        (SYMLOG, (-20.0, 20.0), 4, "−1 0 1", 0),
        # Five powers at one side are as many as there may be, and two of them at both sides.
        (SYMLOG, (0.0, 2e3), 5, "0 1 10 100 1000", 33),
        (SYMLOG, (-2e3, 0.0), 5, "−1000 −100 −10 −1 0", 33),
        (SYMLOG, (-2e3, 2e3), 5, "−100 −1 0 1 100", 0),
        (SYMLOG, (-0.05, 0.05), 7, "", 0),
    ],
)
def test_ticks_of_a_scale_are_powers_of_ten_and_zero(
    scale: Scale, ends: tuple[float, float], most: int, labels: str, minors: int
) -> None:
    ticks = scaled_ticks(scale, ends, most, lambda: ABSENT)
    assert (" ".join(ticks.labels), len(ticks.minor)) == (labels, minors)
    assert all(ends[0] <= value <= ends[1] for value in (*ticks.values, *ticks.minor))
    assert not {*ticks.values} & {0.0 if scale == LOG else math.nan, *ticks.minor}


@every(
    ("low", "high", "most", "labels"),
    [
        (-3.0, 2.0, 6, "0.001 0.01 0.1 1 10 100"),
        (-3.0, 2.0, 3, "0.01 1 100"),
        (-5.0, 5.0, 20, "1e−5 0.0001 0.001 0.01 0.1 1 10 100 1000 10000 1e5"),
        (-0.2, 0.4, 3, "1 2"),
        (-0.4, 0.2, 3, "0.5 1"),
        (0.1, 0.2, 3, ""),
        (-2.0, -1.0, 1, "0.01 0.1"),
    ],
)
def test_a_history_has_powers_of_ten(low: float, high: float, most: int, labels: str) -> None:
    ticks = log_ticks(low, high, most)
    assert " ".join(ticks.labels) == labels
    assert [10.0**value for value in ticks.values] == pytest.approx(
        [float(label.replace("−", "-")) for label in labels.split()]
    )


def test_ticks_of_epochs_are_whole() -> None:
    assert whole_ticks(Ticks((0.0, 0.5, 1.0), ("0.0", "0.5", "1.0"))) == Ticks((0.0, 1.0), ("0", "1"))
    whole = Ticks((0.0, 5.0), ("0", "5"))
    assert whole_ticks(whole) == whole


def test_lines_go_across_from_edge_to_edge_where_the_view_has_them() -> None:
    found = across(VIEW, (-1.1, -1.0, 0.5, 3.0, 3.1), (-0.1, 0.0, 1.0, 2.0, 2.1))
    assert [line.tolist() for line in found] == [
        *([[x, 0.0], [x, 2.0]] for x in (-1.0, 0.5, 3.0)),
        *([[-1.0, y], [3.0, y]] for y in (0.0, 1.0, 2.0)),
    ]


@every(
    ("lines", "end"),
    [
        ([[(0.0, 0.5), (1.0, 0.7)]], (1.0, 0.7)),
        ([[(0.0, 0.5), (0.4, 0.7)], [(0.4, 0.1), (0.9, 0.2)]], (0.9, 0.2)),
        ([[(0.0, 0.5), (1.0, 1.5)]], (0.5, 1.0)),  # out at the top
        ([[(0.0, 0.5), (1.0, -0.5)]], (0.5, 0.0)),
        ([[(0.0, 0.5), (0.5, 2.0), (1.0, 2.0)]], (1.0 / 6.0, 1.0)),
        ([[(0.0, 2.0), (0.5, 0.5), (1.0, 2.0)]], (0.5 + 1.0 / 6.0, 1.0)),
        ([[(0.0, 0.5), (0.4, 0.7)], [(0.4, 3.0), (0.9, 4.0)]], (0.4, 0.7)),  # the last piece is out of view
        ([[(0.0, 1.0), (1.0, 1.0)]], (1.0, 1.0)),
        ([[(0.0, 0.0), (1.0, 0.0)]], (1.0, 0.0)),
        ([[(0.0, 2.0), (1.0, 3.0)]], None),
        ([[(0.0, -2.0), (1.0, -1.0)]], None),
        ([], None),
    ],
)
def test_a_curve_ends_where_it_leaves_the_frame_or_stops(
    lines: list[list[tuple[float, float]]], end: tuple[float, float] | None
) -> None:
    found = find_end([np.array(line) for line in lines])
    assert found == (end and pytest.approx(end))


@every(
    ("targets", "gap", "numbers"),
    [
        ([], 1.0, []),
        ([5.0], 1.0, [5.0]),
        ([-1.0], 1.0, [0.0]),
        ([11.0], 1.0, [10.0]),
        ([2.0, 5.0], 1.0, [2.0, 5.0]),
        ([5.0, 5.0], 1.0, [4.5, 5.5]),
        ([5.0, 5.2, 9.0], 1.0, [4.6, 5.6, 9.0]),
        ([5.0, 5.0, 5.0], 2.0, [3.0, 5.0, 7.0]),
        ([0.0, 0.0, 9.0], 2.0, [0.0, 2.0, 9.0]),
        ([1.0, 10.0, 10.0], 2.0, [1.0, 8.0, 10.0]),
        ([9.0, 9.0, 9.0], 5.0, [0.0, 5.0, 10.0]),
        ([9.0, 9.0, 9.0], 5.1, None),
    ],
)
def test_names_are_spread_as_little_as_may_be(
    targets: Sequence[float], gap: float, numbers: list[float] | None
) -> None:
    found = spread(targets, gap, 0.0, 10.0)
    assert found == (None if numbers is None else pytest.approx(numbers))


def test_a_point_on_the_edge_of_a_box_is_not_covered() -> None:
    points = np.array([(x, y) for x in (0.0, 0.5, 1.0) for y in (0.0, 0.5, 1.0)])
    assert covered(Box(0.0, 0.0, 1.0, 1.0), points) == 1
    assert covered(Box(-1.0, 0.0, 2.0, 2.0), points) == 6
    assert covered(Box(0.0, -1.0, 2.0, 2.0), points) == 6


def test_words_keep_off_the_lines_through_zero_and_those_of_marks() -> None:
    frame = Box(10.0, 20.0, 14.0, 22.0)
    # In a view with its room at both sides, a unit of x is 4 inches over 4.16.
    left, unit = 10.0, 4.0 / 4.16
    marks = (Mark(0, 2.0, 0.5, "height"), Mark(0, 2.5, 1.5, "place"), Mark(0, 1.0, 0.25, "minimum"))
    panel = PanelScene("loss", VIEW, (), marks)
    boxes = straight_lines(panel, frame)
    places = [(box.left, box.bottom, box.right, box.top) for box in boxes]
    x_zero, x_mark = (left + (x + 1.08) * unit for x in (0.0, 2.0))
    assert places == [
        pytest.approx(each)
        for each in (
            (x_zero, 20.0, x_zero, 22.0),
            (x_mark, 20.0, x_mark, 22.0),
            (10.0, 20.0, 14.0, 20.0),
            (10.0, 21.5, 14.0, 21.5),
        )
    ]
    middles = [((dot.left + dot.right) / 2.0, (dot.bottom + dot.top) / 2.0) for dot in dots(panel, frame, 0.2)]
    assert middles == [pytest.approx((left + (mark.x + 1.08) * unit, 20.0 + mark.y)) for mark in marks]
    assert [dot.right - dot.left for dot in dots(panel, frame, 0.2)] == pytest.approx([0.2] * 3)
    assert dots(PanelScene("loss", VIEW, ()), frame, 0.2) == ()


def marked(losses: str, panel: str, at: Sequence[float] = (), values: Sequence[float] = ()) -> list[tuple[object, ...]]:
    curves = read_curves(losses.split())
    marks = marks_of(curves, panel, at, values)  # type: ignore[arg-type]
    return [(mark.curve, mark.x, None if math.isnan(mark.y) else mark.y, mark.kind) for mark in marks]


@every(
    ("losses", "panel", "at", "values", "points"),
    [
        ("hinge", "loss", [-1.0, 1.0], [], [(0, -1.0, 2.0, "height"), (0, 1.0, 0.0, "height")]),
        ("zero-one", "loss", [0.0], [], [(0, 0.0, 1.0, "height")]),  # the value at the jump
        ("hinge", "derivative", [0.0, 1.0], [], [(0, 0.0, -1.0, "height"), (0, 1.0, None, "height")]),
        ("huber", "derivative", [1.0], [], [(0, 1.0, 1.0, "height")]),
        ("huber", "second-derivative", [1.0], [], [(0, 1.0, None, "height")]),
        ("hinge squared-hinge", "loss", [0.0], [], [(0, 0.0, 1.0, "height"), (1, 0.0, 1.0, "height")]),
        ("squared", "loss", [], [4.0], [(0, -2.0, 4.0, "place"), (0, 2.0, 4.0, "place")]),
        ("hinge", "loss", [], [0.0], [(0, 1.0, 0.0, "place"), (0, math.inf, 0.0, "place")]),
        ("zero-one", "loss", [], [1.0], [(0, -math.inf, 1.0, "place"), (0, 0.0, 1.0, "place")]),
        ("zero-one", "loss", [], [0.0], [(0, math.inf, 0.0, "place")]),  # 0 itself is not 0
        ("hinge", "loss", [], [-1.0], []),
        ("max(0,1-r*r)", "loss", [], [1.0], [(0, 0.0, 1.0, "place")]),
    ],
)
def test_marks_are_where_a_curve_is_and_where_it_has_a_value(
    losses: str, panel: str, at: Sequence[float], values: Sequence[float], points: list[tuple[object, ...]]
) -> None:
    ends = [end for end in marked(losses, panel, at, values) if end[1] not in (math.inf, -math.inf)]
    assert ends == [point for point in points if point[1] not in (math.inf, -math.inf)]


@every(
    ("loss", "chance", "places"),
    [
        # The logistic loss is least where the chance is sigmoid(m).
        ("logistic", "0.5", [0.0]),
        ("logistic", "0.7310585786300049", [1.0]),
        ("hinge", "0.7", [1.0]),
        ("hinge", "0.5", [-1.0, 1.0]),
        ("exponential", "1", []),  # it falls for ever
        ("log-loss", "0.3", [0.3]),
    ],
)
def test_a_risk_is_marked_where_it_is_least(loss: str, chance: str, places: list[float]) -> None:
    marks = resolve(read_spec([loss], {"risk": chance})).scene.panels[-1].marks
    assert [mark.x for mark in marks] == pytest.approx(places, abs=1e-7)
    assert {mark.kind for mark in marks} <= {"minimum"}


def test_marks_on_the_edge_of_a_view_are_visible_and_each_is_once() -> None:
    def at(x: float, y: float) -> Mark:
        return Mark(0, x, y, "height")

    seen = [at(-1.0, 0.0), at(3.0, 2.0), at(0.0, 1.0)]
    unseen = [at(-1.1, 1.0), at(3.1, 1.0), at(0.0, -0.1), at(0.0, 2.1), at(0.0, math.nan)]
    assert visible([*seen, *unseen, *seen], VIEW) == tuple(seen)


def test_the_place_of_a_mark_is_said_once_where_words_would_be_on_each_other() -> None:
    heights = [Mark(0, -1.0, 2.0, "height"), Mark(1, -1.0, 1.3133, "height"), Mark(2, -1.0, 4.0, "height")]
    # The highest has the place; in steps the first, which is drawn alone at first.
    assert mark_words(heights, "m", ENGLISH) == ("2", "1.313", "*m* = −1: 4")
    assert mark_words(heights, "m", ENGLISH, in_steps=True) == ("*m* = −1: 2", "1.313", "4")
    # Of several points at one height the rightmost has it.
    places = [Mark(0, 0.0, 1.0, "place"), Mark(1, 0.5, 1.0, "place"), Mark(2, 0.25, 1.0, "place")]
    assert mark_words(places, "m", ENGLISH) == ("0", "*m* = 0.5", "0.25")
    assert mark_words(places, "m", ENGLISH, in_steps=True) == ("*m* = 0", "0.5", "0.25")
    assert mark_words([Mark(0, 0.25, 1.0, "minimum")], "p", ENGLISH) == ("minimum at *p* = 0.25",)


@every(
    ("asked", "panels"),
    [
        ((False, False, False, None), ("loss",)),
        ((True, False, False, None), ("loss", "derivative")),
        ((False, True, False, None), ("loss", "derivative", "second-derivative")),
        ((False, False, True, None), ("loss", "weight")),
        ((False, False, False, 0.0), ("loss", "risk")),
        ((True, True, True, 0.5), ("loss", "derivative", "second-derivative", "weight", "risk")),
    ],
)
def test_a_table_has_the_quantities_asked_for(
    asked: tuple[bool, bool, bool, float | None], panels: tuple[str, ...]
) -> None:
    assert panels_asked(*asked) == panels


def test_a_table_has_thirteen_points_of_the_usual_view_unless_others_are_asked_for() -> None:
    curves = read_curves(["hinge"])
    assert points_asked(curves, None, None, None).tolist() == pytest.approx(np.linspace(-3.0, 3.0, 13).tolist())
    assert points_asked(curves, None, (0.0, 1.0), 2).tolist() == [0.0, 1.0]
    assert points_asked(curves, [2.0, -1.0, 2.0], None, None).tolist() == [2.0, -1.0, 2.0]
    assert points_asked(curves, [], None, None).tolist() == []
    assert len(points_asked(curves, None, None, 100_000)) == len(points_asked(curves, [0.0] * 100_000, None, None))


def wide(text: str) -> float:
    """An inch for each letter, none for the stars around what is italic."""
    return float(len(text.replace("*", "")))


@every(
    ("text", "room", "lines"),
    [
        ("", 5.0, ()),
        ("one", 3.0, ("one",)),
        ("one two", 7.0, ("one two",)),
        ("one two", 6.9, ("one", "two")),
        ("one  two three", 9.0, ("one two", "three")),
        ("a word", 1.0, ("a", "w", "o", "r", "d")),
        ("abcdefgh", 3.0, ("abc", "def", "gh")),
        ("ab*cde*fg", 3.0, ("ab", "*cde*", "fg")),  # what is italic stays whole
        ("*m*abc", 2.0, ("*m*a", "bc")),
        ("x *m* = 1", 5.0, ("x *m* =", "1")),
        ("x abcdef", 4.0, ("x", "abcd", "ef")),
    ],
)
def test_a_title_breaks_between_words_and_within_a_word_that_is_too_wide(
    text: str, room: float, lines: tuple[str, ...]
) -> None:
    assert _wrap(text, room, wide) == lines


@every(
    ("parts", "room", "lines"),
    [
        ((), 5.0, ()),
        (("one", "two"), 7.0, ("one two",)),
        (("one", "two"), 6.9, ("one", "two")),
        (("one two", "three"), 7.0, ("one two", "three")),  # a part has no breaks but in sums
        (("one two",), 3.0, ("one two",)),
    ],
)
def test_a_formula_breaks_between_its_parts(parts: tuple[str, ...], room: float, lines: tuple[str, ...]) -> None:
    assert _wrap_parts(parts, room, wide) == lines


def measured(text: str, size: float, math: bool = False, face: Face = "regular") -> float:
    """A tenth of the size for each letter, and twice as much for italic ones; spaces at the end have no ink."""
    return len(text.rstrip(" ")) * size * (0.2 if face == "italic" else 0.1)


@every(
    ("marked", "width", "math"),
    [
        ("", 0.0, False),
        ("abc", 3.0, False),
        ("abc  ", 3.0, False),
        ("margin *m*", 9.0, False),  # six letters, a space, and one that is twice as wide
        ("*m* = 1", 6.0, False),
        ("*m*  ", 2.0, False),
        ("*m* *n*", 5.0, False),
        ("$m$", 3.0, True),
        ("a*b", 3.0, True),
    ],
)
def test_a_width_is_that_of_its_runs_with_the_spaces_between(marked: str, width: float, math: bool) -> None:
    assert runs_width(marked, 10.0, measured, math) == pytest.approx(width)


def small(text: str, size: float, math: bool = False, face: Face = "regular") -> float:
    """Letters half as wide as high."""
    return measured(text, size, math, face) * 5.0 / 72.0


def test_names_of_a_large_family_are_left_out_in_even_steps() -> None:
    for count in range(1, 51):
        names = Names(("a",) * count, 10.0, lambda text, size: 1.0, heading="of a family")
        step, last = math.ceil(count / 8), count - 1  # eight members are loose
        named = [number for number in range(count) if _is_named(names, number)]
        expected = {number for number in range(0, count, step) if last - number >= step} | {last}
        assert named == sorted(expected)


def test_words_of_marks_keep_off_the_legend_in_all_panels_and_off_names_in_the_first() -> None:
    figure = resolve(FigureSpec(("hinge", "logistic"), ("loss", "derivative"), marks=(0.5,)))
    page, panels = Page((8.0, 6.75), DEFAULT, figure.wording, small), figure.scene.panels
    for labels in ("legend", "direct"):
        layout = lay_out(page, panels, Placement(labels))
        words = [_surroundings(at, panel, layout, page).words for at, panel in enumerate(panels)]
        if layout.legend:
            assert words == [(layout.legend.box,)] * 2
        else:
            assert layout.curve_labels
            assert words == [layout.curve_labels.boxes, ()]
            assert len(layout.curve_labels.boxes) == 2


@every(
    ("title", "math", "leading"),
    [("Plain", False, 1.25), ("Plain", True, 1.25), ("$m$", True, 1.7), ("$m$", False, 1.25)],
)
def test_lines_with_formulas_are_further_apart(title: str, math: bool, leading: float) -> None:
    figure = resolve(FigureSpec(("hinge",), title=title, math=math))
    [line] = fit_title(Page((8.0, 4.5), DEFAULT, figure.wording, small), 7.0)
    assert (line.leading, line.math, line.words) == (leading, math, title)


def test_a_family_has_values_in_its_legend_and_the_letter_too_at_its_curves() -> None:
    def page_of(losses: str, **options: Any) -> Page:
        figure = resolve(FigureSpec(tuple(losses.split()), **options))
        return Page((8.0, 4.5), DEFAULT, figure.wording, measured)

    family = page_of("huber:delta=1,2,4")
    assert family.curve_names.texts == ("*δ* = 1", "*δ* = 2", "*δ* = 4")
    assert family.curve_names.values == family.legend_names.texts == ("1", "2", "4")
    assert family.legend_names.heading == "*δ* ="
    assert family.labels.title == "Huber"
    titled = page_of("huber:delta=1,2,4", title="Mine")
    assert titled.curve_names.texts == ("Huber, *δ* = 1", "Huber, *δ* = 2", "Huber, *δ* = 4")
    assert titled.legend_names.texts == ("1", "2", "4")
    assert titled.legend_names.heading == "Huber, *δ* ="
    assert titled.labels.title == "Mine"
    others = page_of("hinge logistic")
    assert others.curve_names.texts == others.legend_names.texts == ("Hinge", "Logistic")
    assert (others.legend_names.heading, others.curve_names.values, others.labels.title) == ("", (), "")
    alone, without = page_of("hinge"), page_of("hinge", labels="none")
    assert (alone.labels.title, alone.curve_names.texts) == ("Hinge", ("",))
    assert (without.labels.title, without.curve_names.texts) == ("", ("Hinge",))
    assert alone.em == pytest.approx(DEFAULT.text / 72.0)
