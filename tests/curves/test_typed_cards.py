"""Cards of typed formulas that are like no loss: without a value somewhere, with poles, with endless waves."""

from __future__ import annotations

import math

import pytest

from lossplot._curves.inverse import inverse
from lossplot._curves.parse import read_curves
from lossplot._curves.profile import profile
from lossplot._curves.properties import card
from lossplot._curves.records import property_texts
from lossplot._errors import RequestError

# A formula, and by calculus its infimum, its supremum and where it is zero near the origin.
EXTREMES = {
    "2*(np.sqrt(1 + z) - 1)": (-2.0, math.inf, [0.0]),
    "sqrt(r) + 1": (1.0, math.inf, []),
    "log(1 - r**2)": (-math.inf, 0.0, [0.0]),
    "1/m": (-math.inf, math.inf, []),
    "log(m)": (-math.inf, math.inf, [1.0]),
    "log(-log(p))": (-math.inf, math.inf, [math.exp(-1.0)]),
    "m*sin(m)": (-math.inf, math.inf, [-math.pi, 0.0, math.pi]),
    "sin(m)": (-1.0, 1.0, [-math.pi, 0.0, math.pi]),
    "m**2*cos(m)": (-math.inf, math.inf, [-1.5 * math.pi, -0.5 * math.pi, 0.0, 0.5 * math.pi, 1.5 * math.pi]),
}


@pytest.mark.parametrize("formula", EXTREMES)
def test_extremes_and_zeros_of_a_formula_are_those_of_calculus(formula: str) -> None:
    lower, upper, zeros = EXTREMES[formula]
    [curve] = read_curves([formula])
    properties = card(curve)
    assert properties.lower == pytest.approx(lower, rel=1e-12)
    assert properties.upper == pytest.approx(upper, rel=1e-12)
    assert [place.low for place in properties.zeros.places] == pytest.approx(zeros, rel=1e-12, abs=1e-12)


@pytest.mark.parametrize(("formula", "constant"), [("sin(m)", 1.0), ("m*sin(m)", math.inf), ("sin(m**2)", math.inf)])
def test_waves_whose_slope_grows_are_not_lipschitz(formula: str, constant: float) -> None:
    [curve] = read_curves([formula])
    assert card(curve).lipschitz == pytest.approx(constant, rel=1e-9)


def test_of_hundreds_of_places_a_few_are_written() -> None:
    [curve] = read_curves(["sin(1/m)"])
    assert len(inverse(curve, 0.0).places) > 100
    zeros = property_texts(curve)["zeros"]
    assert zeros.endswith(" and so on")
    assert len(zeros) < 200


def test_a_place_that_is_approached_from_both_sides_is_named_once() -> None:
    [curve] = read_curves(["sin(m)/m"])
    assert property_texts(curve)["maximisers"] == "none (the limit 0)"


def test_a_formula_without_any_value_has_no_card() -> None:
    [curve] = read_curves(["sqrt(-1 - m**2)"])
    with pytest.raises(RequestError, match="has no value anywhere"):
        card(curve)


def test_a_curve_begins_where_its_formula_has_values() -> None:
    [curve] = read_curves(["2*(np.sqrt(1 + z) - 1)"])
    assert card(curve).limits == (-2.0, math.inf)
    assert profile(curve).window is None
