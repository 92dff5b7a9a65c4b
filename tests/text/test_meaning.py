"""Sentences on what a value means, what a wrong derivative is and what a curve is, word for word."""

from __future__ import annotations

import math

import pytest
from support.cases import every

from lossplot._curves.checks.verdict import Hint, Verdict
from lossplot._curves.matches.match import Match, Term
from lossplot._curves.matches.numerals import Numeral
from lossplot._curves.parse import read_curves
from lossplot._curves.places import Approach, Inverse, Place
from lossplot._text.language import load_language
from lossplot._text.matches import difference_words, match_words
from lossplot._text.meaning import _between, _error, _limits, _place, _side, meaning
from lossplot._text.verdicts import verdict_sentences

[HINGE] = read_curves(["hinge"])
LOW, HIGH = "the prediction is too low by", "the prediction is too high by"


@pytest.mark.parametrize(
    ("loss", "value", "sentence"),
    [
        ("hinge", 0.0, "Hinge is 0 at every m >= 1: right, by a wide enough margin"),
        ("hinge", 1.0, "Hinge is 1 at m = 0: on the boundary"),
        ("hinge", 2.0, "Hinge is 2 at m = -1: wrong, by a margin of 1"),
        ("hinge", -1.0, "hinge is never -1: it is at least 0, at every m >= 1"),
        ("perceptron", 0.0, "Perceptron is 0 at every m >= 0: right or on the boundary"),
        ("zero-one", 1.0, "Zero–one is 1 at every m <= 0: wrong or on the boundary"),
        ("zero-one", 0.0, "Zero–one is 0 at every m > 0: right"),
        (
            "squared-margin",
            0.25,
            "Squared is 0.25 at m = 0.5 or m = 1.5: right, by a margin of 0.5 or right, by a margin of 1.5",
        ),
        ("squared", 4.0, f"Squared error is 4 at r = -2 or r = 2: {LOW} 2 or {HIGH} 2"),
        ("quantile:tau=0.25", 1.0, f"Quantile (τ = 0.25) is 1 at r = -4 or r = 1.33333: {LOW} 4 or {HIGH} 1.333"),
        ("absolute", 0.0, "Absolute error is 0 at r = 0: no error"),
        (
            "epsilon-insensitive:epsilon=0.5",
            0.0,
            "ε-insensitive (ε = 0.5) is 0 at every r from -0.5 to 0.5: an error of at most 0.5",
        ),
        (
            "log-loss",
            0.5,
            # exp(-1/2) = 0.60653.
            "Cross-entropy is 0.5 at p = 0.606531: the true class gets p = 0.6065 (of a mean loss: the geometric mean "
            "over the examples)",
        ),
        ("brier", 0.25, "Brier score is 0.25 at p = 0.5: the true class gets p = 0.5"),
        ("poisson-mean", 1.0, "Poisson is 1 at x = 1: the loss says no more than that"),
        ("logistic", 0.0, "logistic is 0 only in the limit m -> inf"),
        ("savage", 1.5, "savage is never 1.5: it is less than 1, its limit for m -> -inf"),
        # c^2/6 at c = 1.
        (
            "tukey-biweight:c=1",
            9.0,
            "tukey-biweight:c=1 is never 9: it is at most 0.166667, at every r <= -1 and elsewhere",
        ),
    ],
)
def test_what_a_value_means(loss: str, value: float, sentence: str) -> None:
    [curve] = read_curves([loss])
    assert meaning(curve, value) == sentence


@pytest.mark.parametrize(
    ("low", "high", "low_open", "high_open", "words"),
    [
        (-2.0, 2.0, False, False, "an error of at most 2"),
        (-2.0, 2.0, True, True, "an error of less than 2"),
        (-math.inf, math.inf, True, True, "any error"),
        (1.0, math.inf, False, True, "an error of at least 1"),
        (1.0, math.inf, True, True, "an error of more than 1"),
        (-math.inf, -1.0, True, False, "an error of at least 1"),
        (-math.inf, -1.0, True, True, "an error of more than 1"),
        (0.5, 2.0, False, False, "an error from 0.5 to 2"),
    ],
)
def test_how_large_errors_are(low: float, high: float, low_open: bool, high_open: bool, words: str) -> None:
    assert _error(Place(low, high, low_open, high_open)) == words


@every(
    ("low", "high", "low_open", "high_open", "side"),
    [
        (0.0, math.inf, False, True, "right or on the boundary"),
        (0.0, math.inf, True, True, "right"),
        (0.5, math.inf, False, True, "right, by a wide enough margin"),
        (0.5, 2.0, True, False, "right, by a wide enough margin"),
        (-math.inf, 0.0, True, False, "wrong or on the boundary"),
        (-math.inf, 0.0, True, True, "wrong"),
        (-math.inf, -0.5, True, False, "wrong, by a wide enough margin"),
        (-1.0, 1.0, False, False, "right or wrong"),
        (-math.inf, math.inf, True, True, "right or wrong"),
    ],
)
def test_on_which_side_margins_are(low: float, high: float, low_open: bool, high_open: bool, side: str) -> None:
    assert _side(Place(low, high, low_open, high_open)) == side


@every(
    ("low", "high", "low_open", "high_open", "words"),
    [
        (0.3, 0.3, False, False, "m = 0.3"),
        (1.0 / 3.0, 1.0 / 3.0, False, False, "m = 0.333333"),
        # The hinge has its corner at 1, so that what is next to it keeps all digits.
        (1.0 - 2.0**-40, 1.0 - 2.0**-40, False, False, "m = 0.9999999999990905"),
        (-math.inf, math.inf, True, True, "every m"),
        (0.5, math.inf, False, True, "every m >= 0.5"),
        (0.5, math.inf, True, True, "every m > 0.5"),
        (-math.inf, 0.5, True, False, "every m <= 0.5"),
        (-math.inf, 0.5, True, True, "every m < 0.5"),
        (-1.0, 0.5, False, False, "every m from -1 to 0.5"),
        (-1.0, 0.5, True, True, "every m with -1 < m < 0.5"),
        (-1.0, 0.5, True, False, "every m with -1 < m <= 0.5"),
        (-1.0, 0.5, False, True, "every m with -1 <= m < 0.5"),
    ],
)
def test_a_place_says_which_of_its_ends_belong_to_it(
    low: float, high: float, low_open: bool, high_open: bool, words: str
) -> None:
    assert _place(HINGE, Place(low, high, low_open, high_open)) == words


def test_what_is_approached_or_between_doubles_is_told() -> None:
    limits = (Approach(-math.inf, 1), Approach(2.0, -1), Approach(2.0, 1))
    assert _limits(HINGE, Inverse((), limits)) == "m -> -inf or m -> 2 from below or m -> 2 from above"
    [loss] = read_curves(["log-loss"])
    # From the ends of a domain there is one side.
    assert _limits(loss, Inverse((), (Approach(0.0, 1), Approach(1.0, -1)))) == "p -> 0 or p -> 1"
    gaps = ((1.0, math.inf), (-math.inf, -1.0), (0.25, 0.5))
    assert _between(HINGE, Inverse((), between=gaps)) == "where no double is, m > 1 or m < -1 or 0.25 < m < 0.5"


def wrong(**facts: object) -> list[str]:
    verdict = Verdict("gradient", False, 1e-6, **facts)  # type: ignore[arg-type]
    return verdict_sentences(verdict, "Hinge", "m")


def test_a_right_derivative_is_said_to_be_that_of_its_loss() -> None:
    for what, word in (("gradient", "gradient"), ("hessian", "Hessian")):
        verdict = Verdict(what, True, 1e-6, parameters=(("delta", 1.0),))  # type: ignore[arg-type]
        assert verdict_sentences(verdict, "Huber", "r") == [f"the {word} is right: it is that of Huber, to 1e-06"]


def test_a_wrong_derivative_is_said_to_be_with_the_place_the_numbers_and_the_difference() -> None:
    first = "the gradient is wrong: it is not that of Hinge"
    assert wrong(parameters=(("delta", 2.0),))[0] == f"{first}, for delta = 2"
    assert wrong(x=0.5, given=1.0, exact=-1.0) == [
        first,
        "at m = 0.5 it is 1 and should be -1: a difference of 2",
    ]
    assert wrong(x=1.0, given=3.0, exact=-1.0, interval=(-1.0, 0.0))[1] == (
        "at the kink m = 1 it is 3, and any number from -1 to 0 would do"
    )


@pytest.mark.parametrize(
    ("stretches", "words"),
    [
        (((-math.inf, math.inf),), ["it differs everywhere"]),
        (((-math.inf, 1.0),), ["it differs for m < 1"]),
        (((2.0, math.inf),), ["it differs for m > 2"]),
        (((-1.0, 0.5),), ["it differs from m = -1 to 0.5"]),
        (
            ((-math.inf, -1.0), (0.0, 1.0), (2.0, math.inf)),
            ["it differs for m < -1, from m = 0 to 1 and for m > 2"],
        ),
        (((0.0, 1.0), (2.0, 3.0), (4.0, 5.0), (6.0, 7.0)), []),  # too many to be of use
    ],
)
def test_the_stretches_on_which_it_differs_are_listed_if_they_are_three_or_fewer(
    stretches: tuple[tuple[float, float], ...], words: list[str]
) -> None:
    assert wrong(stretches=stretches)[1:] == words


@pytest.mark.parametrize(
    ("hint", "words"),
    [
        (Hint("sign"), "it is minus the derivative: the sign is turned"),
        (Hint("factor", "2"), "it is 2 times the derivative"),
        (Hint("constant", "1"), "it is the derivative plus 1"),
        (Hint("loss"), "it is the loss itself, not its derivative"),
        (Hint("variable", "p"), "it is the derivative by p, not by m"),
        (Hint("mirror"), "it is the derivative at −m: the variable has the wrong sign"),
        (Hint("size"), "it is the size of the derivative: the sign is missing"),
    ],
)
def test_what_it_is_instead(hint: Hint, words: str) -> None:
    assert wrong(hint=hint)[1:] == [words]
    chinese = verdict_sentences(Verdict("gradient", False, 1e-6, hint=hint), "合页损失", "m", load_language("zh"))
    assert "derivative" not in chinese[-1]


def test_a_safe_hessian_and_an_overflow_are_told() -> None:
    assert wrong(is_safe=True)[1:] == ["it is positive where the exact one is not, as libraries want it"]
    assert wrong(notes=((800.0, math.inf),))[1:] == [
        "as it was typed it overflows: it is inf at m = 800, where doubles end"
    ]


def curve_of(text: str, factor: float, words: str, is_mirrored: bool = False) -> Term:
    [curve] = read_curves([text])
    return Term(curve, Numeral(factor, words, 1.0), is_mirrored)


def sum_of(*terms: Term, shift: tuple[float, str] = (0.0, "0"), roots: tuple[tuple[str, str], ...] = ()) -> Match:
    return Match(terms, Numeral(*shift, 1.0), 1.3e-4, False, 1.0, roots=roots)


def test_a_match_is_a_sum_with_true_signs() -> None:
    huber, absolute = curve_of("huber:delta=1.5", 2.0, "2"), curve_of("absolute", -0.5, "-0.5")
    assert match_words(sum_of(curve_of("hinge", 1.0, "1"))) == "hinge"
    assert match_words(sum_of(huber, shift=(0.3, "0.3"))) == "2 × huber:delta=1.5 + 0.3"
    assert match_words(sum_of(huber, absolute)) == "2 × huber:delta=1.5 − 0.5 × absolute"
    assert match_words(sum_of(absolute, huber, shift=(-1.0, "-1"))) == "−0.5 × absolute + 2 × huber:delta=1.5 − 1"
    assert match_words(sum_of(curve_of("hinge", 1.0, "1", True))) == "hinge at −m"
    assert match_words(sum_of(curve_of("log-loss", 1.0, "1", True))) == "log-loss at 1 − p"
    assert match_words(sum_of(huber, roots=(("c", "sqrt(6)"),))) == "2 × huber:delta=1.5, where c = sqrt(6)"
    assert difference_words(sum_of(huber)) == "largest difference 0.00013"
