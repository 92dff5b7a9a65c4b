"""Where a loss has a value: every place, over all doubles, and limits that are none, held against the oracle.

Numbers in tables are closed forms of the textbook formulas, or follow from them as the comment beside them says.
"""

from __future__ import annotations

import math
from dataclasses import replace
from random import Random

import numpy as np
import pytest
from oracle import Real, Reference, exact, mp, reference
from support.cases import every, some
from support.draws import law
from support.loss_draws import a_curve, a_point

from lossplot._curves.curve import Curve, default_curve
from lossplot._curves.doubles import doubles, ranks, sign_places
from lossplot._curves.inverse import inverse
from lossplot._curves.parse import read_curves
from lossplot._curves.places import Approach, Inverse, Place
from lossplot._curves.properties import card
from lossplot._losses import LOSSES

MOST = 1.7976931348623157e308


def curve(spec: str) -> Curve:
    [found] = read_curves([spec])
    return found


def formula(text: str) -> Curve:
    return Curve(replace(LOSSES["squared"], formula=text), ())


def points(found: Inverse) -> list[float]:
    assert all(place.low == place.high for place in found.places)
    return [place.low for place in found.places]


@pytest.mark.parametrize(
    ("spec", "value", "expected"),
    [
        ("squared", 1e30, [-1e15, 1e15]),
        ("squared", 1e-20, [-1e-10, 1e-10]),
        ("squared", 1e-300, [-1e-150, 1e-150]),
        ("absolute", 1e-10, [-1e-10, 1e-10]),
        ("absolute", 5e-324, [-5e-324, 5e-324]),
        ("absolute", MOST, [-MOST, MOST]),
        ("squared-margin", 1e-30, [1.0 - 1e-15, 1.0 + 1e-15]),
        ("cauchy", 30.0, [-math.sqrt(math.expm1(60.0)), math.sqrt(math.expm1(60.0))]),
        ("logistic", 1e13, [-1e13]),
        ("logistic", 1e300, [-1e300]),
        ("logistic", 1e-300, [300.0 * math.log(10.0)]),
        ("exponential", 1e-300, [300.0 * math.log(10.0)]),
        # exp(-m)/(1 + exp(-m)) = 1 - q, and 1 - 2^-53 is the last double below 1.
        ("sigmoid", 1.0 - 2.0**-53, [math.log(2.0**-53)]),
        ("log-loss", 700.0, [math.exp(-700.0)]),
        ("huber", 1e13, [-1e13 - 0.5, 1e13 + 0.5]),
        ("tweedie-log", 4.0, [0.0]),
        # 2 (exp(x/2) + exp(-x/2)) = 5
        ("tweedie-log", 5.0, [-2.0 * math.log(2.0), 2.0 * math.log(2.0)]),
        ("poisson-mean", 1.0, [1.0]),
        ("log-cosh", 1e10, [-1e10 - math.log(2.0), 1e10 + math.log(2.0)]),
        ("periodic:period=1.5", 2.0, [-2.25, -0.75, 0.75, 2.25]),
        # The multiples of the double next to 0.01 are no doubles.
        ("periodic:period=0.01", 0.0, [k * 0.01 for k in range(-9, 10)]),
        ("periodic:period=1e-6", 0.0, [k * 1e-6 for k in range(-11, 12)]),
        ("periodic:period=100", 2.0, [-150.0, -50.0, 50.0, 150.0]),
    ],
)
def test_every_double_that_has_a_value_is_found(spec: str, value: float, expected: list[float]) -> None:
    found = inverse(curve(spec), value)
    assert points(found) == pytest.approx(expected, rel=1e-15, abs=1e-21)
    assert (found.limits, found.between) == ((), ())


def test_solutions_are_as_even_as_the_loss() -> None:
    for value in (1e-20, 0.3, 2.0, 1e7):
        low, high = points(inverse(curve("squared"), value))
        assert low == -high


@pytest.mark.parametrize(
    ("spec", "value", "limits"),
    [
        ("sigmoid", 1.0, [(-math.inf, 1)]),
        ("sigmoid", 0.0, [(math.inf, -1)]),
        ("savage", 1.0, [(-math.inf, 1)]),
        ("welsch", 0.5, [(-math.inf, 1), (math.inf, -1)]),
        ("geman-mcclure", 0.5, [(-math.inf, 1), (math.inf, -1)]),
        ("logistic", 0.0, [(math.inf, -1)]),
        ("exponential", 0.0, [(math.inf, -1)]),
        ("soft-margin-triplet", 0.0, [(-math.inf, 1)]),
        ("barron:alpha=-0.01", 201.0, [(-math.inf, 1), (math.inf, -1)]),
        ("truncated-quadratic", 2.5, []),
    ],
)
def test_a_limit_is_no_place(spec: str, value: float, limits: list[tuple[float, int]]) -> None:
    found = inverse(curve(spec), value)
    assert found.places == ()
    assert found.between == ()
    assert [(limit.x, limit.side) for limit in found.limits] == limits


def test_a_limit_before_a_jump_is_no_place() -> None:
    jump = formula("r^2 if abs(r) < 3 else 10")
    assert inverse(jump, 9.0) == Inverse((), (Approach(-3.0, 1), Approach(3.0, -1)))
    assert inverse(jump, 10.0).places == (Place(-math.inf, -3.0), Place(3.0, math.inf))
    assert points(inverse(jump, 8.9999)) == pytest.approx([-math.sqrt(8.9999), math.sqrt(8.9999)], rel=1e-15)


@pytest.mark.parametrize(
    ("spec", "value", "between"),
    [
        ("log-loss", 1000.0, [(0.0, 5e-324)]),
        ("power:p=0.01", 1e-5, [(-5e-324, 0.0), (0.0, 5e-324)]),
        ("huber:delta=0.001", 1e308, [(-math.inf, -MOST), (MOST, math.inf)]),
        ("gaussian-nll-variance", 1000.0, [(MOST, math.inf)]),
        # log((1 - 0.7)/(1 - p)) is some 15/0.3 where 1 - p is exp(-50).
        ("kl-bernoulli", 15.0, [(1.0 - 2.0**-53, 1.0)]),
    ],
)
def test_numbers_that_no_double_comes_near_are_told(
    spec: str, value: float, between: list[tuple[float, float]]
) -> None:
    assert list(inverse(curve(spec), value).between) == between


@pytest.mark.parametrize(
    ("spec", "value", "expected"),
    [
        ("zero-one", 0.0, [Place(0.0, math.inf, low_open=True)]),
        ("zero-one", 1.0, [Place(-math.inf, 0.0)]),
        ("zero-one-probability", 0.0, [Place(0.5, 1.0, low_open=True)]),
        ("zero-one-probability", 1.0, [Place(0.0, 0.5)]),
        ("epsilon-zero-one", 0.0, [Place(-0.5, 0.5)]),
        ("epsilon-zero-one", 1.0, [Place(-math.inf, -0.5, high_open=True), Place(0.5, math.inf, low_open=True)]),
        ("epsilon-zero-one:epsilon=0", 0.0, [Place(0.0, 0.0)]),
        (
            "epsilon-zero-one:epsilon=0",
            1.0,
            [Place(-math.inf, 0.0, high_open=True), Place(0.0, math.inf, low_open=True)],
        ),
        ("hinge", 0.0, [Place(1.0, math.inf)]),
        ("triplet", 0.0, [Place(-math.inf, -1.0)]),
        ("epsilon-insensitive", 0.0, [Place(-0.1, 0.1)]),
        ("cosine-embedding", 0.0, [Place(-1.0, 0.0)]),
        ("truncated-quadratic", 2.0, [Place(-math.inf, -2.0), Place(2.0, math.inf)]),
        # 4.685^2/6 in doubles, and the next double.
        ("tukey-biweight", 3.658204166666666, [Place(-math.inf, -4.685), Place(4.685, math.inf)]),
        ("tukey-biweight", 3.6582041666666663, [Place(-math.inf, -4.685), Place(4.685, math.inf)]),
        ("smape", 2.0, [Place(-math.inf, 0.0)]),
        ("ramp", 1.0, [Place(-math.inf, 0.0)]),
    ],
)
def test_an_interval_has_the_ends_that_have_the_value(spec: str, value: float, expected: list[Place]) -> None:
    assert list(inverse(curve(spec), value).places) == expected


@pytest.mark.parametrize(
    ("spec", "lower", "least"),
    [
        # The entropy of the smoothed label, 0.95 and 0.05.
        ("label-smoothing-ce", -0.95 * math.log(0.95) - 0.05 * math.log(0.05), 0.95),
        ("bce-probability:target=0.95", -0.95 * math.log(0.95) - 0.05 * math.log(0.05), 0.95),
        ("poisson-mean:target=0.05", 0.05 - 0.05 * math.log(0.05), 0.05),
        # (log(s^2) + 1)/2 at the variance s^2
        ("gaussian-nll-variance:residual=0.2", math.log(0.2) + 0.5, 0.04),
        ("gaussian-nll-variance:residual=1e9", math.log(1e9) + 0.5, 1e18),
        ("gaussian-nll-variance:residual=1e-9", math.log(1e-9) + 0.5, 1e-18),
        ("charbonnier:epsilon=1e-9", 1e-9, 0.0),
        ("info-nce", math.log1p(255.0 * math.exp(-10.0)), 1.0),
        ("gamma-log:target=1e-5", 1.0 + math.log(1e-5), math.log(1e-5)),
    ],
)
def test_a_least_value_that_is_not_zero_is_no_zero(spec: str, lower: float, least: float) -> None:
    result = card(curve(spec))
    assert result.lower == pytest.approx(lower, rel=1e-13)
    assert points(result.minimum) == pytest.approx([least], rel=1e-7)
    assert all(place.low != least for place in result.zeros.places)
    if lower > 0.0:
        assert result.zeros == Inverse(())


@pytest.mark.parametrize("spec", ["tolerant:a=10:b=0.01", "tolerant:a=19393:b=6e-6", "power:p=200"])
def test_a_loss_that_is_too_small_for_a_double_is_zero_at_zero_alone(spec: str) -> None:
    assert points(card(curve(spec)).zeros) == [0.0]


def test_an_isolated_point_is_no_part_of_an_interval() -> None:
    place = Place(-math.inf, 0.0, high_open=True), Place(0.0, math.inf, low_open=True)
    assert card(formula("1 if 0 <= r <= 0 else 0")).zeros.places == place


def test_zero_is_found_between_terms_that_cancel() -> None:
    # The sums round, the second by 6e-17 where it is zero.
    assert points(card(formula("1 - cos(0.5*r - 1) if abs(r) < 5 else 1")).zeros) == pytest.approx([2.0], abs=1e-7)
    rounded = card(formula("exp(r) - 0.3*r - 0.3 + 0.3*log(0.3)"))
    assert rounded.lower == 0.0
    assert points(rounded.zeros) == pytest.approx([math.log(0.3)], rel=1e-9)
    assert points(card(formula("exp(r) - r - 1")).zeros) == pytest.approx([0.0], abs=1e-7)
    assert points(card(formula("3*r - 3*log(r) - 3 if r > 0 else 1")).zeros) == pytest.approx([1.0], abs=1e-7)
    assert card(formula("r^2 + 1e-17")).zeros == Inverse(())
    assert card(formula("(r - 3)^2 + 1e-13")).zeros == Inverse(())


def _exact(loss: Reference, x: float) -> Real:
    at = exact(x)
    return loss.piece(at).value(at)


def _off(loss: Reference, x: float, value: float) -> tuple[Real, Real]:
    """Return how far the exact loss is from `value` at `x`, and how far it moves between the doubles beside it."""
    off = _exact(loss, x) - exact(value)
    try:
        beside = [_exact(loss, math.nextafter(x, end)) - exact(value) for end in (-math.inf, math.inf)]
    except (ZeroDivisionError, ValueError):
        return off, mp.inf
    return off, max(abs(each - off) for each in beside)


def _samples(curve_: Curve, random: Random) -> list[float]:
    low, high = curve_.domain.low, curve_.domain.high
    sizes = [10.0 ** random.uniform(-12.0, 12.0) for _ in range(12)] + [random.uniform(0.0, 4.0) for _ in range(24)]
    near = [end + size for end in (low, high, 0.0) if math.isfinite(end) for size in (*sizes, *(-x for x in sizes))]
    return sorted({x for x in near if low < x < high})


# The share that rounding may move a value by, terms that cancel included: the worst is tukey-quartic.
_ROUNDING = 1e-8


@pytest.mark.parametrize("name", some([name for name in LOSSES if name != "periodic"], 10))
@law(
    2,
    among=2,
    curve_=lambda random, name: random.choice([default_curve(LOSSES[name]), a_curve(random, LOSSES[name])]),
    x=lambda random, name: a_point(random, LOSSES[name]),
    seed=lambda random: random.random(),
)
def test_places_are_where_the_exact_loss_has_the_value_and_nowhere_else(
    name: str, curve_: Curve, x: float, seed: float
) -> None:
    loss = reference(name, curve_.parameters)
    samples = _samples(curve_, Random(seed))
    lowest = card(curve_).lower
    for value in {float(curve_.jet([x]).value[0]), lowest, 0.0, 1.0}:
        if not math.isfinite(value):
            continue
        found = inverse(curve_, value)
        for place in found.places:
            inside = [each for each in samples if place.first < each < place.last]
            for each in (place.low,) if place.low == place.high else (place.first, place.last, *inside):
                # The textbook formula has no value at some ends of the domain.
                if curve_.domain.low < each < curve_.domain.high:
                    off, move = _off(loss, each, value)
                    assert abs(off) <= 64.0 * move + _ROUNDING * abs(value) + 1e-16, (value, place)
        for limit in found.limits:
            if limit.x in (curve_.domain.low, curve_.domain.high) and math.isfinite(limit.x):
                assert _exact(loss, limit.x) != value
        signs = [mp.sign(_exact(loss, each) - exact(value)) for each in samples]
        for before, after, left, right in zip(samples[:-1], samples[1:], signs[:-1], signs[1:], strict=True):
            if left * right < 0 and not any(place.first <= after and before <= place.last for place in found.places):
                is_jump = any(knot.kind == "jump" for knot in curve_.knots(before, after))
                nearest = min(abs(_exact(loss, each) - exact(value)) for each in (before, after))
                assert is_jump or nearest <= _ROUNDING * abs(value) + 1e-16, (value, before, after, found)


@every("name", LOSSES, among=3)
def test_the_card_and_the_inverse_agree(name: str) -> None:
    curve_ = default_curve(LOSSES[name])
    result = card(curve_)
    assert result.zeros == inverse(curve_, 0.0)
    assert result.minimum == inverse(curve_, result.lower)
    assert bool(result.minimum.places) != bool(result.minimum.limits)
    assert bool(result.maximum.places) or bool(result.maximum.limits)
    for place in result.minimum.places:
        ends = [x for x in (place.first, place.last) if math.isfinite(x)]
        assert curve_.jet(ends).value == pytest.approx(result.lower, rel=1e-15, abs=1e-30)


def test_doubles_are_numbered_in_their_order() -> None:
    x = np.array([-math.inf, -MOST, -1.0, -5e-324, 0.0, 5e-324, 1.0, np.nextafter(1.0, 2.0), MOST, math.inf])
    numbers = ranks(x)
    assert np.all(numbers[1:] > numbers[:-1])
    assert doubles(numbers).tolist() == x.tolist()
    assert int(numbers[7]) - int(numbers[6]) == 1
    assert int(numbers[9]) - int(numbers[8]) == 1


def test_a_sign_is_followed_to_the_last_bit_over_all_doubles() -> None:
    low, high = np.array([0.0, -math.inf, 1.0, 0.0]), np.array([math.inf, 0.0, 1e300, 1.0])
    before = np.array([-1.0, 1.0, -1.0, -1.0])
    roots = np.array([[1e200], [-3.0], [1.5e3], [1e-310]])
    last, first = sign_places(lambda x: np.sign(x - roots) * np.where(roots < 0.0, -1.0, 1.0) * 1.0, low, high, before)
    assert last.tolist() == first.tolist() == roots[:, 0].tolist()


def test_of_a_run_of_zeros_the_middle_counts_and_undefined_signs_are_passed_over() -> None:
    one = np.array([1.0])
    last, first = sign_places(lambda x: np.sign(np.trunc(x)), -5.0 * one, 5.0 * one, -one)
    assert last == first == 0.0
    last, first = sign_places(lambda x: np.sign(np.trunc(x / 2.0 - 5.0)), 0.0 * one, 50.0 * one, -one)
    assert last == first == pytest.approx(10.0)
    last, first = sign_places(lambda x: np.where(x < 3.0, np.nan, 1.0), 0.0 * one, 50.0 * one, -one)
    assert (last < 3.0) & (first == 3.0)
