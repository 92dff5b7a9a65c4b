"""Formulas where names may stand: the parts of a request, the axis of a variable, sums of losses."""

from __future__ import annotations

import math
import time

import numpy as np
import pytest
from support.cases import every

from lossplot._curves.axes import find_axis
from lossplot._curves.curve import Curve, all_knots, default_curve
from lossplot._curves.parse import read_curves
from lossplot._curves.places import Inverse, Place
from lossplot._curves.properties import card
from lossplot._curves.records import conditions_of, property_values
from lossplot._curves.sweep import read_sweep
from lossplot._curves.words import split, split_at_commas
from lossplot._errors import RequestError
from lossplot._losses import LOSSES

VARIABLES = {"m", "r", "p", "s"}


def only(text: str, axis: str | None = None) -> Curve:
    [curve] = read_curves([text], axis=find_axis(axis) if axis else None)
    return curve


def points(curve: Curve) -> np.ndarray:
    low, high = max(curve.domain.low, -30.0), min(curve.domain.high, 30.0)
    return low + (high - low) * np.linspace(0.013, 0.987, 97)


# A word that is a function of formulas too means that, where its arguments have these names.
FUNCTIONS_TOO = {"linex", "hampel", "wing", "lum", "ramsay", "tolerant"}


@every("name", [name for name, loss in LOSSES.items() if loss.parameters and name not in FUNCTIONS_TOO], among=3)
def test_each_parameter_of_a_loss_has_its_value_in_a_formula_too(name: str) -> None:
    for parameter in LOSSES[name].parameters:
        value = next(
            each for each in (0.75, 1.25, 4.0, 1.0, 0.0, -0.5, -1.0) if each in parameter and each != parameter.default
        )
        alone = only(f"{name}:{parameter.name}={value!r}")
        inside = only(f"2*{name.replace('-', '_')}({parameter.name}={value!r})")
        x = points(alone)[::16]
        np.testing.assert_allclose(inside.jet(x).value, 2.0 * alone.jet(x).value, rtol=1e-12)


@pytest.mark.parametrize(
    ("text", "label", "body", "assignments"),
    [
        ("huber:delta=2", "", "huber", ("delta=2",)),
        ("torch:smooth_l1:beta=0.5", "", "torch:smooth_l1", ("beta=0.5",)),
        ("mine = max(0, c - m)**k:c=1:k=1,2,3", "mine", "max(0, c - m)**k", ("c=1", "k=1,2,3")),
        ("mine=hinge", "mine", "hinge", ()),
        ("1 if m <= 0 else 0", "", "1 if m <= 0 else 0", ()),
        ("a >= b", "", "a >= b", ()),
        ("lambda m: max(0, 1 - m)", "", "lambda m: max(0, 1 - m)", ()),
        ("clip(1 - m, min=0)**2", "", "clip(1 - m, min=0)**2", ()),
        ("L(m) = exp(-m)", "", "L(m) = exp(-m)", ()),
        ("$L(y) = exp(-m)$", "", "$L(y) = exp(-m)$", ()),
        ("huber(delta=2)", "", "huber", ("delta=2",)),
        ("big = huber(delta=2):epsilon=1", "big", "huber", ("delta=2", "epsilon=1")),
        ("exp(m)", "", "exp(m)", ()),
        ("α*m:α=2", "", "α*m", ("α=2",)),
    ],
)
def test_a_request_has_a_label_a_body_and_values(
    text: str, label: str, body: str, assignments: tuple[str, ...]
) -> None:
    parts = split(text)
    assert (parts.label, parts.body, parts.assignments) == (label, body, assignments)
    assert split(str(parts)) == parts


def test_groups_are_split_at_commas_outside_brackets() -> None:
    assert split_at_commas("max(0, 1 - m)**2,hinge,[a, b]") == ["max(0, 1 - m)**2", "hinge", "[a, b]"]


@every("name", LOSSES, among=6)
def test_the_formula_of_each_loss_typed_is_that_loss(name: str) -> None:
    loss = LOSSES[name]
    values = "".join(f":{parameter.name}={parameter.default!r}" for parameter in loss.parameters)
    typed, named = only(f"{loss.formula}{values}"), default_curve(loss)
    x = points(named)
    for one, other in zip(
        (typed.jet(x).value, typed.derivatives(x).slope), (named.jet(x).value, named.derivatives(x).slope), strict=True
    ):
        np.testing.assert_allclose(one, other, rtol=1e-12, atol=1e-14)
    assert typed.parameters == named.parameters
    if loss.axis.variable in VARIABLES:
        assert typed.axis.name == named.axis.name
        knots, wanted = all_knots(typed), all_knots(named)
        assert [knot.kind for knot in knots] == [knot.kind for knot in wanted]
        assert [knot.x for knot in knots] == pytest.approx([knot.x for knot in wanted], rel=1e-15)


@every("name", LOSSES, among=6)
def test_a_sum_of_losses_is_the_sum_of_their_values_with_their_corners(name: str) -> None:
    named = default_curve(LOSSES[name])
    typed = only(f"0.25*{name.replace('-', '_')} + 0.75*{name.replace('-', '_')}")
    x = points(named)
    np.testing.assert_allclose(typed.jet(x).value, named.jet(x).value, rtol=1e-14)
    assert (typed.axis.name, typed.axis.variable) == (named.axis.name, named.axis.variable)
    assert typed.domain == named.domain
    assert [knot.x for knot in all_knots(typed)] == pytest.approx([knot.x for knot in all_knots(named)], rel=1e-15)


@pytest.mark.parametrize(
    ("typed", "named"),
    [
        ("max(0, 1 - m)**2", "squared-hinge"),
        ("max(0, 1 - m)", "hinge"),
        ("exp(-m)", "exponential"),
        ("abs(r)", "absolute"),
        ("-log(p)", "log-loss"),
        ("(1 - p)**2", "brier"),
    ],
)
def test_a_typed_loss_has_the_properties_of_the_named_one(typed: str, named: str) -> None:
    one, other = only(typed), default_curve(LOSSES[named])
    assert property_values(one).keys() == property_values(other).keys()
    if named != "brier":  # which is (1 - p)^2 of one class or of both
        assert property_values(one) == property_values(other)
    assert card(one).convex


def test_nothing_is_claimed_on_an_axis_of_its_own_that_needs_a_meaning() -> None:
    values = property_values(only("max(0, 1 - u)"))
    assert values["convex"] is True
    assert values["zeros"] == Inverse((Place(1.0, math.inf),))
    assert not {"calibrated", "symmetric", "proper", "monotone", "efficiency"} & values.keys()


def test_the_properties_of_a_loss_on_another_axis_are_those_it_has_there() -> None:
    moved = only("log-loss", "margin")
    assert property_values(moved)["lipschitz"] == pytest.approx(1.0, rel=1e-9)
    assert conditions_of(moved.loss)["lipschitz"] is False


@pytest.mark.parametrize(
    ("text", "axis", "name", "variable"),
    [
        ("m**2", None, "margin", "m"),
        ("r**2", None, "error", "r"),
        ("p**2", None, "probability", "p"),
        ("1 - s", None, "similarity", "s"),
        ("u**2", None, "u", "u"),
        ("loss**2", None, "loss", "loss"),
        ("margin**2", None, "variable margin", "margin"),
        ("u**2", "error", "error", "r"),
        ("u**2", "distance", "distance", "x"),
        ("-log(p)", "margin", "margin", "m"),
        ("r*m:r=2", None, "margin", "m"),
        ("m*u:m=2", None, "u", "u"),
        ("sqrt(squared)", None, "error", "r"),
    ],
)
def test_the_name_without_a_value_says_which_axis(text: str, axis: str | None, name: str, variable: str) -> None:
    curve = only(text, axis)
    assert (curve.axis.name, curve.axis.variable) == (name, variable)


def test_a_probability_is_moved_to_the_margin_as_that_of_a_loss_is() -> None:
    x = np.linspace(-30.0, 30.0, 61)
    np.testing.assert_allclose(
        only("-log(p)", "margin").jet(x).value, only("log-loss", "margin").jet(x).value, rtol=1e-14
    )


def test_a_label_without_a_value_is_both_of_them() -> None:
    one, other = read_curves(["-y*log(p) - (1 - y)*log(1 - p)"])
    assert [curve.spec.rpartition(":")[2] for curve in (one, other)] == ["y=1", "y=0"]
    assert {curve.axis.name for curve in (one, other)} == {"prediction"}
    assert one.domain.low == 0.0
    assert one.domain.high == 1.0
    assert one.jet([0.25]).value[0] == pytest.approx(-math.log(0.25), rel=1e-15)
    assert other.jet([0.25]).value[0] == pytest.approx(-math.log(0.75), rel=1e-15)


def test_lists_make_families_and_sweeps_move() -> None:
    curves = read_curves(["max(0, c - m)**k:c=1,2:k=1,2,3"])
    assert [(curve.parameters["c"], curve.parameters["k"]) for curve in curves] == [
        (1.0, 1.0), (1.0, 2.0), (1.0, 3.0), (2.0, 1.0), (2.0, 2.0), (2.0, 3.0),
    ]  # fmt: skip
    assert all(read_curves([curve.spec]) == (curve,) for curve in curves)
    sweep = read_sweep(["mine = max(0, c - m):c=1..3"])
    assert [curve.parameters["c"] for share in (0.0, 0.5, 1.0) for curve in sweep.at(share)] == [1.0, 2.0, 3.0]


def test_a_label_names_a_loss_and_a_formula() -> None:
    for text in ("mine = hinge", "mine = max(0, 1 - m)", "mine = huber(delta=2)"):
        curve = only(text)
        assert curve.name == "mine"
        assert only(curve.spec) == curve


def test_a_word_that_is_a_function_and_a_loss_is_the_function_before_brackets() -> None:
    assert only("exp").loss is LOSSES["exponential"]
    assert only("exp(m)").jet([1.0]).value[0] == math.e
    assert only("e*m").jet([1.0]).value[0] == math.e


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("max(0, 1 - q*m)", ("two names are left, q and m", ":q=1")),
        ("a*b*m", ("three names are left, a, b and m", ":a=1:b=1")),
        ("hinge + squared", ("hinge is a function of the margin m", "squared is a function of the error r")),
        ("hinge + r**2", ("hinge is a function of the margin m", "the formula is a function of the error r")),
        ("hinge + logistik", ("two names are left", "did you mean 'logistic'")),
        ("2", ("is a number and no curve",)),
        ("m*q:q=1:e=3", ("e is a constant",)),
        ("m**2:c=1", ("has no 'c'",)),
        ("m**2:c", ("column",)),
        ("c*m:c=", ("has no value",)),
        ("c*m:c=x", ("'x' is not a number",)),
        ("c*m:c=1:c=2", ("given twice",)),
        ("m = hinge", ("label 'm'",)),
        ("hinge = m**2", ("label 'hinge'",)),
        ("delta=2", ("write a parameter behind its loss",)),
        ("+", ("write a sum as one word",)),
        ("hnige", ("unknown loss 'hnige'; did you mean 'hinge'",)),
        ("squared-hing", ("unknown loss", "squared-hinge")),
        ("u\x1b**2", ("U+001B",)),
    ],
)
def test_what_cannot_be_a_curve_is_refused_in_one_line(text: str, words: tuple[str, ...]) -> None:
    with pytest.raises(RequestError) as error:
        read_curves([text])
    assert all(word in str(error.value) for word in words), str(error.value)
    assert "\n" not in str(error.value)


def test_a_variable_called_as_a_parameter_is_not_mixed_up_with_it() -> None:
    with pytest.raises(RequestError, match="r is the variable of the error axis"):
        only("r*u:r=2", "error")


@pytest.mark.parametrize(
    "text", [":" * 5000, "=" * 5000, "(" * 5000, ":a=" * 1600, "a" * 5000, "-" * 5000, "a-" * 2500]
)
def test_hostile_words_are_split_in_no_time(text: str) -> None:
    start = time.process_time()
    with pytest.raises(RequestError):
        read_curves([text])
    assert time.process_time() - start < 10.0
