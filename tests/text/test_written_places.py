"""Numbers, places and meetings in words, as a reader writes them down: each row is one by hand."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest
from support.cases import every

from lossplot._curves.axes import AXES
from lossplot._curves.matches.match import Match, Term
from lossplot._curves.matches.numerals import Numeral
from lossplot._curves.parse import read_curves
from lossplot._text.context import Context
from lossplot._text.course import follow
from lossplot._text.language import ENGLISH
from lossplot._text.markup import as_mathtext, literal, plain, runs, variable
from lossplot._text.matches import match_words
from lossplot._text.meeting_sentences import meeting_sentences
from lossplot._text.meetings import Meeting, Overlap
from lossplot._text.samples import Line, take_samples
from lossplot._text.tails import Tail, find_tails

ONE_SIDED = Context(ENGLISH, "m", -3.0, 3.0)
EVEN = Context(ENGLISH, "m", -3.0, 3.0, even=True)


@every(
    ("value", "words"),
    [
        (0.0, "0"),
        (-0.0, "0"),
        (0.5, "0.5"),
        (-0.5, "−0.5"),
        (1.0 / 3.0, "0.3333"),
        (1234.0, "1234"),
        (-1234.4, "−1234"),
        (9999.6, "10000"),
        (12_346.0, "12350"),
        (999_940.0, "999900"),
        (999_960.0, "1 × 10⁶"),
        (-1.5e12, "−1.5 × 10¹²"),
        (0.0001, "0.0001"),
        (0.000_099_996, "0.0001"),
        (0.000_099_99, "9.999 × 10⁻⁵"),
        (-2.5e-300, "−2.5 × 10⁻³⁰⁰"),
        (math.inf, "infinity"),
        (-math.inf, "minus infinity"),
    ],
)
def test_a_number_has_four_digits_and_no_sign_of_a_computer(value: float, words: str) -> None:
    assert ONE_SIDED.number(value) == words


@every(
    ("context", "xs", "words"),
    [
        (ONE_SIDED, [1.0], "m = 1"),
        (ONE_SIDED, [-1.0, 2.0], "m = −1 and m = 2"),
        (ONE_SIDED, [1.0, 2.0, 3.0, 4.0], "m = 1, m = 2, m = 3 and m = 4"),
        (ONE_SIDED, [3.0, -1.0, 2.0, 4.0, 7.0], "5 points from m = −1 to m = 7"),
        (EVEN, [0.0], "m = 0"),
        (EVEN, [-0.0], "m = 0"),
        (EVEN, [0.0, 2.0], "m = 0 and m = ±2"),
        (EVEN, [1.0, 2.0, 3.0, 4.0], "m = ±1, m = ±2, m = ±3 and m = ±4"),
        (EVEN, [0.0, 1.0, 2.0, 3.0, 4.0], "9 points from m = −4 to m = 4"),
        (EVEN, [1.0, 2.0, 3.0, 4.0, 5.0], "10 points from m = −5 to m = 5"),
    ],
)
def test_places_are_listed_up_to_four_and_those_of_an_even_line_count_twice(
    context: Context, xs: Sequence[float], words: str
) -> None:
    assert context.places(xs) == words
    assert context.at_places(xs, "once at {places}", "often at {places}") == (
        f"{'once' if words in ('m = 1', 'm = 0') else 'often'} at {words}"
    )


def test_many_places_are_counted_instead_of_described() -> None:
    assert ONE_SIDED.places([1.0, 2.0], ["here", "there"]) == "here and there"
    assert ONE_SIDED.places([1.0] * 5, ["here"] * 5) == "5 points from m = 1 to m = 1"


def told(
    meetings: Sequence[Meeting] = (), overlaps: Sequence[Overlap] = (), even: Sequence[bool] = (False, False)
) -> list[str]:
    def names(numbers: Sequence[int]) -> str:
        return ENGLISH.listed(["ABCDEFGHIJKLMNO"[number] for number in numbers])

    return meeting_sentences(ONE_SIDED, names, even, meetings, overlaps)


BOTH = frozenset((0, 1))


@every(
    ("start", "end", "closed", "value", "words"),
    [
        (-3.0, 3.0, (True, True), None, "throughout"),
        (-4.0, 4.0, (True, True), 2.0, "throughout (value 2)"),
        (-3.0, 1.0, (True, True), None, "up to m = 1"),
        (-3.0, 1.0, (True, False), None, "below m = 1"),
        (-3.0, 1.0, (False, True), None, "up to m = 1"),
        (1.0, 3.0, (True, True), None, "from m = 1 on"),
        (1.0, 3.0, (False, True), 0.0, "beyond m = 1 (value 0)"),
        (1.0, 3.0, (True, False), None, "from m = 1 on"),
        (-1.0, 1.0, (True, True), None, "from m = −1 to m = 1"),
        (-1.0, 1.0, (False, False), 0.5, "from m = −1 to m = 1 (value 0.5)"),
    ],
)
def test_an_interval_is_open_or_closed_in_words(
    start: float, end: float, closed: tuple[bool, bool], value: float | None, words: str
) -> None:
    assert told(overlaps=[Overlap(BOTH, start, end, closed, value)]) == [f"The curves coincide {words}"]


def test_who_meets_is_said_with_where_and_at_what_value() -> None:
    at = [Meeting(BOTH, x, x * x) for x in (-1.0, 0.0, 1.0)]
    listed = "m = −1 (value 1), m = 0 (value 0) and m = 1 (value 1)"
    assert told(at) == [f"The curves meet at {listed}"]
    # Of two even lines the left half goes without saying; of one alone it does not.
    assert told(at, even=(True, True)) == ["The curves meet at m = 0 (value 0) and m = ±1 (value 1)"]
    assert told(at, even=(True, False)) == told(at, even=(False, True)) == [f"The curves meet at {listed}"]
    assert told(at, [Overlap(BOTH, 2.0, 3.0, (True, True), None)]) == [
        f"The curves meet at {listed} and coincide from m = 2 on"
    ]
    assert told(at, even=(False,) * 3) == [f"A and B meet at {listed}"]
    everyone = Meeting(frozenset((0, 1, 2)), 2.0, 0.0)
    assert told([*at, everyone], even=(False,) * 3) == [
        "All curves meet at m = 2 (value 0)",
        f"A and B meet at {listed}",
    ]
    # That a third line is not even says nothing of two that are.
    assert told(at, even=(True, True, False)) == ["A and B meet at m = 0 (value 0) and m = ±1 (value 1)"]


def test_no_meeting_is_said_too() -> None:
    assert told() == ["The curves do not meet in this range"]
    assert told(even=(False,) * 3) == ["No two curves meet in this range"]
    assert told(even=(False,) * 12) == ["No two curves meet in this range"]
    assert told(even=(False,) * 13) == []


def test_of_more_than_six_groups_the_points_of_the_others_are_counted() -> None:
    groups = [frozenset((0, other)) for other in range(1, 9)]
    meetings = [Meeting(group, float(x), 1.0) for number, group in enumerate(groups) for x in range(number + 1)]
    sentences = told(meetings, even=(False,) * 9)
    assert [sentence.split(" meet ")[0] for sentence in sentences[:6]] == [f"A and {name}" for name in "BCDEFG"]
    # The seventh group has seven points, and the eighth has eight.
    assert sentences[6:] == ["Some curves also meet at other points, 15 in all"]
    assert len(told(meetings[:21], even=(False,) * 9)) == 6
    # Of thirteen lines only what all of them share is told.
    of_all = Meeting(frozenset(range(13)), 0.0, 1.0)
    assert told([*meetings, of_all], even=(False,) * 13) == ["All curves meet at m = 0 (value 1)"]


@every(
    ("loss", "turned", "words"),
    [
        ("huber", True, "huber at −r"),
        ("brier", True, "brier at 1 − p"),
        ("brier", False, "brier"),
    ],
)
def test_a_mirrored_loss_says_at_what_it_is(loss: str, turned: bool, words: str) -> None:
    [curve] = read_curves([loss])
    for axis, said in ((None, words), (AXES["margin"], f"{loss} at p = sigmoid({'−m' if turned else 'm'})")):
        if axis and loss != "brier":
            continue
        term = Term(replace(curve, moved_to=axis), Numeral(1.0, "1", 1), turned)
        assert match_words(Match((term,), Numeral(0.0, "0", 0), 0.0, True, 1.0)) == said


def tails_of(words: str, view: tuple[float, float]) -> tuple[Tail | None, Tail | None]:
    [curve] = read_curves([words])
    with np.errstate(all="ignore"):
        return find_tails(follow(take_samples((Line(curve, "loss"),), *view), 0))


@every(
    ("words", "left", "right"),
    [
        ("hinge", Tail("power", 1.0), Tail("stays")),
        ("squared-hinge", Tail("power", 2.0), Tail("stays")),
        ("exponential", Tail("exponential"), Tail("tends")),
        ("-exp(m)", Tail("tends"), Tail("exponential", sign=-1)),
        ("unhinged", Tail("power", 1.0), Tail("power", 1.0, -1)),
        ("zero-one", Tail("stays", 1.0), Tail("stays")),
        ("max(0, min(1, 5 - m))", Tail("stays", 1.0), Tail("reaches")),
        ("max(0, min(1, -5 - m))", Tail("reaches", 1.0), Tail("stays")),
        ("sigmoid(m)", Tail("tends"), Tail("tends", 1.0)),
        ("-(m**3)", Tail("power", 3.0), Tail("power", 3.0, -1)),
        ("m**2 - m**4", Tail("power", 4.0, -1), Tail("power", 4.0, -1)),
        ("log(1 + m*m)", Tail("logarithmic"), Tail("logarithmic")),
        ("-log(1 + m*m)", Tail("logarithmic", sign=-1), Tail("logarithmic", sign=-1)),
        ("exp(m*m)", Tail("unbounded"), Tail("unbounded")),
        ("sin(m)", None, None),
        ("log-loss", None, None),
    ],
)
def test_a_line_goes_on_as_its_formula_does(words: str, left: Tail | None, right: Tail | None) -> None:
    found = tails_of(words, (0.1, 0.9) if words == "log-loss" else (-3.0, 3.0))
    for tail, expected in zip(found, (left, right), strict=True):
        assert (tail is None) == (expected is None), tail
        if tail and expected:
            assert (tail.kind, tail.sign) == (expected.kind, expected.sign)
            assert tail.value == pytest.approx(expected.value, abs=1e-6)


def test_what_a_line_is_far_from_its_view_counts_on_both_sides() -> None:
    # A view that lies at one side of all that happens, and one at the other.
    for view in ((-900.0, -1.0), (1.0, 900.0)):
        left, right = tails_of("max(0, 1 - m)", view)
        assert (left, right) == (Tail("power", 1.0), Tail("stays") if view[0] > 0.0 else Tail("reaches"))


@every(
    ("text", "stretches", "words", "math"),
    [
        ("margin *m*", (("margin ", False), ("m", True)), "margin m", "margin $m$"),
        ("*m* = 1", (("m", True), (" = 1", False)), "m = 1", "$m$ = 1"),
        ("5 $", (("5 $", False),), "5 $", r"5 \$"),
        (literal("2*3"), (("2*3", False),), "2*3", "2*3"),
        (f"*x*{literal('*')}*y*", (("x", True), ("*", False), ("y", True)), "x*y", "$x$*$y$"),
        ("", (), "", ""),
    ],
)
def test_what_stands_between_stars_is_italic(
    text: str, stretches: tuple[tuple[str, bool], ...], words: str, math: str
) -> None:
    assert (runs(text), plain(text), as_mathtext(text)) == (stretches, words, math)


def test_a_letter_is_italic_and_a_word_is_not() -> None:
    assert (variable("m"), variable("δ"), variable("delta"), variable("")) == ("*m*", "*δ*", "delta", "")
