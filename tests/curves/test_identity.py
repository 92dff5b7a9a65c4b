"""Curves are said to be proportional where their formulas are, and nowhere else."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from itertools import combinations

import pytest
from oracle import Real, mp
from support.cases import every
from support.draws import floats, law

from lossplot._curves.curve import Curve, default_curve
from lossplot._curves.identity import is_even, ratio, sign_inside
from lossplot._curves.moves import for_both_labels, move
from lossplot._curves.parse import read_curves
from lossplot._curves.relatives import coincidences
from lossplot._formula.exact import decimal, evaluate_exactly
from lossplot._formula.parser import parse
from lossplot._losses import LOSSES, Loss
from lossplot._losses.entry import MARGIN, POSITIVE, PREDICTION, PROBABILITY, REAL


def pair(words: str) -> tuple[Curve, Curve]:
    first, second = read_curves(words.split())
    return first, second


# Pairs that differ only beyond |x| = 100, or only nearer than 1e-5, or by less than a double shows.
ALMOST = [
    "huber:delta=1000 half-squared",
    "hinge ramp:s=-200",
    "huber:delta=99 huber:delta=200",
    "truncated-quadratic:c=99 truncated-quadratic:c=150",
    "sigmoid:k=1e6 zero-one",
    "sigmoid:k=1e12 zero-one",
    "charbonnier:epsilon=1e-7 absolute",
    "charbonnier:epsilon=1e-90 absolute",
    "softplus-hinge:beta=1e9 hinge",
    "quantile:tau=0.3 quantile:tau=0.30000000000000004",
    "power:p=2 power:p=2.000000000000001",
    "barron:alpha=1e-14 barron:alpha=0",
]


@pytest.mark.parametrize("words", ALMOST)
def test_curves_that_are_almost_the_same_are_not_called_so(words: str) -> None:
    first, second = pair(words)
    assert ratio(first, second) is None
    assert ratio(second, first) is None


@pytest.mark.parametrize(
    ("words", "times"),
    [
        # Known in closed form: see the entries' formulas.
        ("half-squared squared", "1/2"),
        ("quantile absolute", "1/2"),
        ("smoothed-hinge:gamma=2 modified-huber", "1/4"),
        ("huber smooth-l1", "1"),
        ("huber:delta=3 smooth-l1:beta=3", "3"),
        ("barron:alpha=1 pseudo-huber", "1"),
        ("barron:alpha=2 squared", "1/2"),
        ("student-t:df=1:c=1 cauchy", "1"),
        ("tukey-quartic:c=4.685:k=2 tukey-biweight", "1"),
        ("dwd lum", "1"),
        ("focal:gamma=0 log-loss", "1"),
        ("tsallis:q=2 brier", "2"),
        # A decimal fraction is what it says, in a formula, of a parameter, and in a denominator or an exponent.
        ("0.1*r^2 0.3*r^2", "1/3"),
        ("c*r^2:c=0.1 c*r^2:c=0.7", "1/7"),
        ("r^2/0.3 r^2/0.1", "1/3"),
        ("linex:a=1.3:b=0.1 linex:a=1.3:b=0.6", "1/6"),
        ("huber:delta=0.1 smooth-l1:beta=0.1", "1/10"),
        ("abs(r)^0.1*abs(r)^0.2 abs(r)^0.3", "1"),
    ],
)
def test_a_curve_is_so_many_times_another(words: str, times: str) -> None:
    found = ratio(*pair(words))
    assert found is not None
    assert abs(Fraction(found) - Fraction(times)) < Fraction("1e-39")


@pytest.mark.parametrize(
    ("words", "view", "note"),
    [
        ("squared huber:delta=1000", (-100.0, 100.0), "huber:delta=1000 is 1/2 of squared in this range"),
        ("squared huber:delta=1000", (-10000.0, 10000.0), ""),
        ("hinge ramp:s=-200", (-30.0, 30.0), "hinge and ramp:s=-200 are the same curve in this range"),
        ("hinge ramp:s=-200", (-300.0, 300.0), ""),
        ("contrastive soft-margin-triplet", (-1.0, 0.0), ""),
        ("half-squared squared", (-1.0, 1.0), "half-squared is 1/2 of squared"),
    ],
)
def test_what_holds_in_the_range_alone_is_said_to(words: str, view: tuple[float, float], note: str) -> None:
    assert coincidences(pair(words), view) == ([note] if note else [])


def test_on_another_axis_curves_may_be_the_same() -> None:
    curves = read_curves(["alpha-loss:alpha=0.5", "exponential"], axis=MARGIN)
    assert coincidences(curves) == ["alpha-loss:alpha=0.5 and exponential are the same curve"]


def forms(words: str) -> list[Curve]:
    """The curve of `words` in forms of which none is a multiple of another: moved, for both labels and as risks."""
    [curve] = read_curves([words])
    if curve.axis.name == "error":
        return [move(curve, replace(PREDICTION, target=target)) for target in (0.0, 1.0, -1.0)]
    moved = [move(curve, axis) for axis in (MARGIN, PROBABILITY)]
    risks = [replace(each, chance=chance) for each in moved for chance in (0.3, 0.6)]
    return [*moved, *risks, *for_both_labels(curve)[1:]]


@pytest.mark.parametrize(
    ("words", "others"),
    [("logistic:beta=2", "logistic:beta=3"), ("log-loss", "focal:gamma=1"), ("cauchy:c=2", "cauchy:c=3")],
)
def test_forms_of_one_loss_are_no_multiples_of_each_other_but_for_their_scale(words: str, others: str) -> None:
    every_form = [*forms(words), *forms(others)]
    for first, second in combinations(every_form, 2):
        assert ratio(first, second, (0.0, 1.0)) is None, (first, second)
        assert ratio(second, first, (0.0, 1.0), order=1) is None, (first, second)
    for form in every_form:
        assert [ratio(form, replace(form, unit=4.0), order=order) for order in (0, 1)] == [4, 4]
        assert ratio(replace(form, unit=4.0), form) == decimal(0.25)


@pytest.mark.parametrize("words", ["logistic", "hinge", "log-loss", "brier"])
def test_a_risk_where_the_label_is_certain_is_the_loss_of_that_label(words: str) -> None:
    [curve] = read_curves([words])
    for chance, labelled in zip((1.0, 0.0), for_both_labels(curve), strict=True):
        assert ratio(replace(curve, chance=chance), labelled) == 1


def test_a_loss_of_both_labels_is_one_curve_where_it_is_even_and_two_elsewhere() -> None:
    for words, times in (("m^2", 1), ("hinge", None), ("log-loss", None), ("p*(1 - p)", 1)):
        first, second = for_both_labels(*read_curves([words]))
        assert ratio(first, second) == times


def test_an_opposite_is_no_multiple() -> None:
    assert ratio(*pair("log-loss log(p)")) is None
    assert ratio(*pair("hinge -2*max(0,1-m)")) is None


def test_curves_are_multiples_only_where_both_or_neither_are_defined() -> None:
    [squared] = read_curves(["squared"])
    whole, half = (move(squared, replace(PREDICTION, target=1.0, domain=domain)) for domain in (REAL, POSITIVE))
    assert [ratio(whole, half, span) for span in ((0.5, 2.0), (-1.0, 2.0), (-2.0, -1.0))] == [1, None, None]
    assert [ratio(half, whole, span) for span in ((0.5, 2.0), (-1.0, 2.0), (-2.0, -1.0))] == [1, None, None]
    # Outside both there is nothing to compare.
    assert ratio(half, replace(half, unit=4.0), (-2.0, -1.0)) is None


# log 2, from the OEIS, A002162.
LOG_2 = "0.69314718055994530941723212145817656807550013436025"


def test_a_factor_is_known_to_dozens_of_digits() -> None:
    found = ratio(*pair("logistic logistic-base2"))
    assert found is not None
    assert str(found)[:50] == LOG_2[:50]


def test_a_unit_is_the_decimal_number_that_it_is_written_as() -> None:
    [curve] = read_curves(["squared"])
    third = ratio(replace(curve, unit=0.3), replace(curve, unit=0.1))
    assert third is not None
    assert abs(Fraction(third) - Fraction(1, 3)) < Fraction("1e-39")
    assert ratio(curve, replace(curve, unit=0.1)) == Decimal("0.1")


@law(60, size=floats(-300.0, 300.0), digits=floats(1.0, 10.0))
def test_a_decimal_number_is_the_double_in_its_fewest_digits(size: float, digits: float) -> None:
    for value in (digits * 10.0**size, -digits, float(f"{digits:.3f}"), float(round(digits * 1e15))):
        found = decimal(value)
        assert float(found) == value
        assert len(found.as_tuple().digits) <= 17
    assert decimal(float(f"{digits:.3f}")) == Decimal(f"{digits:.3f}")


# At x = 0.3 and y = 0.7, in the digits of mpmath.
EXACT = {
    "0.1 + x - 0.4 + y": lambda x, y: y,
    "x*y - y/x + -x": lambda x, y: x * y - y / x - x,
    "x^0.1 + x^-2 + 0^0": lambda x, y: mp.power(x, mp.mpf(1) / 10) + 1 / x**2 + 1,
    "abs(-x) + sign(-x) + sign(x - 0.3)": lambda x, y: x - 1,
    "step(x - 0.3) + 2*step(x - 0.4) + 4*step(x)": lambda x, y: mp.mpf(5),
    "max(x, y, 0.6) + 10*min(y, x, 0.4)": lambda x, y: y + 10 * x,
    "exp(x) + log(y) + sqrt(x)": lambda x, y: mp.exp(x) + mp.log(y) + mp.sqrt(x),
    "sinh(x) + 2*cosh(y) + 4*tanh(-x) + 8*tanh(y)": lambda x, y: (
        mp.sinh(x) + 2 * mp.cosh(y) - 4 * mp.tanh(x) + 8 * mp.tanh(y)
    ),
    "(x <= 0.3) + 2*(x < 0.3) + 4*(x >= 0.3) + 8*(x > 0.3)": lambda x, y: mp.mpf(5),
    "(0 < x <= 0.3 < y) + 2*(0 < x < 0.3)": lambda x, y: mp.mpf(1),
    "y if x < 0.3 else x": lambda x, y: x,
    "expm1(x) + log1p(-y) + softplus(x)": lambda x, y: mp.expm1(x) + mp.log1p(-y) + mp.log1p(mp.exp(x)),
    "sigmoid(-x) + logcosh(y)": lambda x, y: 1 / (1 + mp.exp(x)) + mp.log(mp.cosh(y)),
}


@every(("text", "of_mpmath"), EXACT.items(), ids=EXACT)
def test_exact_numbers_are_those_of_mpmath(text: str, of_mpmath: Callable[[Real, Real], Real]) -> None:
    found = evaluate_exactly(parse(text, {"x", "y"}), {"x": decimal(0.3), "y": decimal(0.7)}, 80)
    expected = of_mpmath(mp.mpf(3) / 10, mp.mpf(7) / 10)
    assert abs(mp.mpf(str(found)) - expected) <= mp.mpf("1e-75") * (1 + abs(expected))


@every("loss", LOSSES.values(), ids=LOSSES)
def test_digits_say_what_doubles_say(loss: Loss) -> None:
    curve = default_curve(loss)
    low, high = loss.axis.view
    parameters = {name: decimal(value) for name, value in curve.parameters.items()}
    for share in (0.13, 0.41, 0.77):
        x = low + share * (high - low)
        value = evaluate_exactly(loss.tree, {**parameters, loss.axis.variable: decimal(x)}, 60)
        if not value.is_nan():
            assert float(value) == pytest.approx(curve.jet([x]).value[0], rel=1e-12, abs=1e-15)


def test_signs_and_symmetry_are_those_of_the_formula() -> None:
    sigmoid, c_loss = pair("sigmoid:k=1e9 c-loss:sigma=0.01")
    huber, linex = pair("huber linex")
    assert sign_inside(sigmoid, 1, (1.0, 3.0)) == -1
    assert sign_inside(huber, 2, (1.0, 3.0)) == 0
    assert is_even(c_loss, 0, 3.0) is False
    assert is_even(huber, 0, math.inf) is True
    assert is_even(huber, 1, math.inf, odd=True) is True
    assert is_even(linex, 0, 3.0) is False
