"""Gradients that are in circulation, right and wrong, against the exact ones.

The wrong ones are those of textbooks, libraries and questions: a missing absolute value or sign, a factor, a square,
the wrong variable, the wrong side of the error.  The right ones are written as people write them.
"""

from __future__ import annotations

import math

import numpy as np
import pytest
from support.cases import every, some

from lossplot._curves.axes import find_axis
from lossplot._curves.checks.check import Finding, check_derivative, check_table
from lossplot._curves.checks.differences import Estimate, _one_sided, compare_numbers, derivative_of
from lossplot._curves.checks.given import read_given, read_loss
from lossplot._curves.curve import default_curve
from lossplot._curves.parse import read_curves
from lossplot._errors import RequestError
from lossplot._formula.derivative import derivative
from lossplot._formula.evaluate import evaluate
from lossplot._formula.notation.text import source
from lossplot._formula.parser import parse
from lossplot._formula.tree import Name, substitute
from lossplot._losses import LOSSES

HAMPEL = "sign(r)*(abs(r) if abs(r) <= a else a if abs(r) <= b else a*{}/(c - b))"
RIGHT = [
    ("huber:delta=2", "np.where(np.abs(r) <= delta, r, delta*np.sign(r))", None),
    ("huber:delta=2", "np.clip(r, -2, 2)", None),
    ("r**2/2 if abs(r) <= 1.5 else 1.5*(abs(r) - 0.75)", "max(-1.5, min(r, 1.5))", None),
    ("smooth-l1:beta=0.5", "np.where(np.abs(r) < 0.5, r/0.5, np.sign(r))", None),
    ("pseudo-huber:delta=3", "r/np.sqrt(1 + (r/3)**2)", None),
    ("log-cosh", "np.tanh(r)", None),
    ("log(cosh(r))", "(exp(r) - exp(-r))/(exp(r) + exp(-r))", None),
    ("quantile:tau=0.3", "np.where(r < 0, -tau, 1 - tau)", None),
    ("absolute", "np.sign(r)", None),
    ("absolute", "2*(r > 0) - 1", None),
    ("tukey:c=3", "np.where(np.abs(r) < c, r*(1 - (r/c)**2)**2, 0)", None),
    ("andrews:a=1.5", "np.where(np.abs(r) <= np.pi*a, a*np.sin(r/a), 0)", None),
    (
        "hampel:a=1:b=2:c=4",
        HAMPEL.format("max(0, c - abs(r))"),
        None,
    ),
    ("geman-mcclure:c=2", "r/(1 + (r/c)**2)**2", None),
    ("barron:alpha=0:c=2", "2*r/(r**2 + 2*c**2)", None),
    ("barron:alpha=1.5:c=2", "r/c**2*((r/c)**2/0.5 + 1)**(-0.25)", None),
    ("linex:a=2:b=0.5", "b*a*(exp(a*r) - 1)", None),
    ("hinge", "np.where(m < 1, -1, 0)", None),
    ("hinge", "np.where(m <= 1, -1.0, 0.0)", None),
    ("hinge", "-0.5*(m <= 1) - 0.5*(m < 1)", None),
    ("max(0, 1 - y*f)", "-y*(y*f < 1)", None),
    ("log(1 + exp(-y*f))", "-y/(1 + exp(y*f))", None),
    ("log(1 + exp(f)) - y*f", "sigmoid(f) - y", None),
    ("logistic", "sigmoid(m) - 1", None),
    ("logistic", "-exp(-m)/(1 + exp(-m))", None),
    ("exponential", "-exp(-m)", None),
    ("-log(p)", "-1/p", None),
    ("-log(p)", "p - 1", "margin"),
    ("log-loss", "-1/(1 + exp(m))", "margin"),
    ("brier", "-2*(1 - p)**2*p", "margin"),
    ("focal:gamma=1.7", "gamma*(1 - p)**(gamma - 1)*log(p) - (1 - p)**gamma/p", None),
    ("focal:gamma=2", "(1 - p)**2*(2*p*log(p) + p - 1)", "margin"),
    ("-(y*log(p) + (1 - y)*log(1 - p))", "(p - y)/(p*(1 - p))", None),
    ("-(y*log(p) + (1 - y)*log(1 - p))", "p - y", "margin"),
    ("tversky:beta=0.7", "-0.7/(p + 0.7*(1 - p))**2", None),
    ("poisson-log:target=3", "exp(x) - 3", None),
]
WRONG = [
    ("huber:delta=2", "np.where(r <= delta, r, delta)", None, -3.0),
    ("huber:delta=2", "np.where(np.abs(r) <= delta, r, delta)", None, -3.0),
    ("huber:delta=2", "np.where(np.abs(r) <= delta, 2*r, 2*delta*np.sign(r))", None, -3.0),
    ("huber:delta=2", "np.where(np.abs(r) <= delta, r, np.sign(r))", None, -3.0),
    ("huber:delta=2", "-np.clip(r, -delta, delta)", None, -3.0),
    ("huber:delta=3", "np.where(np.abs(r) <= 1, r, np.sign(r))", None, None),
    ("log-cosh", "np.clip(r, -1, 1)", None, -3.0),
    ("quantile:tau=0.3", "np.where(r < 0, tau, tau - 1)", None, -3.0),
    ("quantile:tau=0.3", "np.where(r < 0, tau - 1, tau)", None, -3.0),
    ("tukey:c=3", "6*np.where(np.abs(r) < c, r*(1 - (r/c)**2)**2, 0)", None, None),
    ("tukey:c=3", "2*np.where(np.abs(r) < c, r*(1 - (r/c)**2)**2, 0)", None, None),
    ("andrews:a=1.5", "np.where(np.abs(r) <= np.pi*a, np.sin(r/a), 0)", None, -3.0),
    (
        "hampel:a=1:b=2:c=4",
        HAMPEL.format("(abs(r) - c)"),
        None,
        None,
    ),
    ("geman-mcclure:c=2", "r/(1 + r**2)**2", None, -3.0),
    ("barron:alpha=2:c=2", "r/2", None, -3.0),
    ("barron:alpha=0:c=2", "2*r/(r**2/2 + c**2)", None, -3.0),
    ("hinge", "-1*(m < 1) + 3*(m >= 1)*(m <= 1)", None, 1.0),
    ("max(0, 1 - y*f)", "-y*(f < 1)", None, None),
    ("max(0, 1 - y*f)", "y*(y*f < 1)", None, None),
    ("log(1 + exp(-y*f))", "-y/(1 + exp(-y*f))", None, -3.0),
    ("log(1 + exp(f)) - y*f", "y - sigmoid(f)", None, -3.0),
    ("logistic", "(sigmoid(m) - 1)/log(2)", None, -3.0),
    ("-log(p)", "-1/p", "margin", -3.0),
    ("-log(p)", "p - 1", None, None),
    ("-log(p)", "1 - p", "margin", -3.0),
    ("focal:gamma=2", "-(1 - p)**2/p", None, None),
    ("focal:gamma=2", "2*(1 - p)*log(p) - (1 - p)**2/p", "margin", None),
    ("-(y*log(p) + (1 - y)*log(1 - p))", "p - y", None, None),
    ("tversky:beta=0.7", "-0.3/(p + 0.3*(1 - p))**2", None, None),
    ("absolute", "1", None, -3.0),
    ("squared", "2*r + 1e-6", None, None),
    # Right in the usual view, and wrong beyond.
    ("squared", "2*r if abs(r) < 1000 else 2000*sign(r)", None, None),
    ("log-cosh", "tanh(r) if r < 700 else 0.5", None, None),
]


LAWS = sorted(set(LOSSES) - {"zero-one", "epsilon-zero-one", "zero-one-probability"})


@pytest.mark.parametrize("name", some(LAWS, 20))
def test_of_every_loss_its_own_derivatives_are_right_and_others_wrong(name: str) -> None:
    # Those three losses have no slope but zero.
    curve = default_curve(LOSSES[name])
    variable = curve.axis.variable
    slope = source(curve.slope_notation)
    for text in (slope, source(derivative(curve.loss.tree, variable))):
        assert check_derivative([curve], text, 1).verdict.equal
    for factor in ("-1", "1.001"):
        assert not check_derivative([curve], f"{factor}*({slope})", 1).verdict.equal
    assert check_derivative([curve], source(derivative(curve.slope_notation, variable)), 2).verdict.equal


@pytest.mark.parametrize("name", ["logistic", "squared-hinge"])
def test_with_the_label_in_it_a_derivative_is_one_by_the_prediction_for_both_labels(name: str) -> None:
    curve = default_curve(LOSSES[name])
    tree = curve.loss.slope
    x = np.array([-1.7, -0.4, 0.3, 2.6])
    for order, expected in ((1, curve.jet(x).slope), (2, curve.jet(x).curvature)):
        # By the chain rule, where m = y f: d/df = y d/dm, and twice that is y^2 = 1 times d^2/dm^2.
        in_m, in_f = (source(substitute(tree, {"m": written})) for written in (Name("m"), parse("y*f", {"y", "f"})))
        for inner in (in_m, in_f):
            for power in (0, 1):
                text = f"y^{power}*({inner})"
                finding = check_derivative([curve], text, order)
                assert finding.verdict.equal is ((power - order) % 2 == 0), text
                assert dict(finding.verdict.parameters) == {"y": 1.0 if finding.verdict.equal else -1.0}
                for given in read_given(text, curve, order):
                    signed = expected * given.sign ** (power - order)
                    np.testing.assert_allclose(given.at(x), signed, rtol=1e-12, atol=1e-15)
                    assert [float(given.exactly(each, 40)) for each in x] == pytest.approx(signed, rel=1e-12)
                    for formula in (given.tree, given.notation):
                        result = evaluate(formula, given.curve.axis.variable, x).value
                        np.testing.assert_allclose(result, signed, rtol=1e-12, atol=1e-15)
        tree = derivative(tree, "m")


def test_a_label_is_both_labels_only_on_the_margin_axis_and_without_a_value() -> None:
    for loss, text, signs in (
        ("logistic", "-y/(1 + exp(y*f))", [1.0, -1.0]),
        ("logistic", "-y/(1 + exp(y*f)):y=1", [1.0]),
        ("logistic", "-1/(1 + exp(m))", [1.0]),
        ("squared", "2*(f - y)", [1.0]),
    ):
        [curve] = read_curves([loss])
        assert [given.sign for given in read_given(text, curve, 1)] == signs
    for loss, text in (("squared", "2*r*y"), ("log-loss", "-y/p")):
        [curve] = read_curves([loss])
        with pytest.raises(RequestError):
            read_given(text, curve, 1)


def find(loss: str, gradient: str, axis: str | None, order: int = 1) -> Finding:
    return check_derivative(read_loss(loss, find_axis(axis) if axis else None), gradient, order)


@every(("loss", "gradient", "axis"), RIGHT, among=2)
def test_a_right_gradient_is_right(loss: str, gradient: str, axis: str | None) -> None:
    verdict = find(loss, gradient, axis).verdict
    assert verdict.equal, verdict
    assert (verdict.x, verdict.difference, verdict.tolerance) == (None, None, 1e-9)


@every(("loss", "gradient", "axis", "place"), WRONG, among=2)
def test_a_wrong_gradient_is_wrong_and_it_is_said_where(
    loss: str, gradient: str, axis: str | None, place: float | None
) -> None:
    finding = find(loss, gradient, axis)
    verdict = finding.verdict
    assert not verdict.equal
    assert verdict.x is not None
    assert place is None or verdict.x == place
    if verdict.interval is None:
        assert verdict.given == float(finding.given.at(np.array([verdict.x]))[0])
        assert verdict.exact == float(finding.loss.jet([verdict.x]).slope[0])
        assert verdict.difference == verdict.given - verdict.exact
        assert any(low <= verdict.x <= high for low, high in verdict.stretches)


@pytest.mark.parametrize(
    ("loss", "gradient", "axis", "kind", "words"),
    [
        ("logistic", "1/(1 + exp(m))", None, "sign", "-1"),
        ("squared", "r", None, "factor", "0.5"),
        ("squared", "2*r + 3", None, "constant", "3"),
        ("exponential", "exp(-m)", None, "sign", "-1"),
        ("log-cosh", "log(cosh(r))", None, "loss", ""),
        ("-log(p)", "-1/p", "margin", "variable", "p"),
        ("-log(p)", "p - 1", None, "variable", "logit"),
        ("linex", "exp(-r) - 1", None, "mirror", ""),
        ("huber", "min(abs(r), 1)", None, "size", ""),
        ("huber", "r", None, None, ""),
        # What is only near to a multiple, a constant or another derivative is none.
        ("squared", "r*(1 + 1e-5*sin(r))", None, None, ""),
        ("squared", "2*r + 3 + 1e-4*sin(r)", None, None, ""),
        ("logistic", "(1 + 1e-5*m)/(1 + exp(m))", None, None, ""),
        ("log-cosh", "log(cosh(r)) + 1e-5*r^2", None, None, ""),
        ("-log(p)", "(p - 1)*(1 + 1e-5*p)", None, None, ""),
    ],
)
def test_it_is_said_what_a_wrong_gradient_is_instead(
    loss: str, gradient: str, axis: str | None, kind: str | None, words: str
) -> None:
    hint = find(loss, gradient, axis).verdict.hint
    assert (hint.kind if hint else None, hint.words if hint else "") == (kind, words)


def test_the_stretches_end_where_a_formula_changes() -> None:
    assert find("huber:delta=2", "np.where(r <= 2, r, 2)", None).verdict.stretches == ((-math.inf, -2.0),)
    assert find("huber", "r", None).verdict.stretches == ((-math.inf, -1.0), (1.0, math.inf))
    assert find("logistic", "1/(1 + exp(m))", None).verdict.stretches == ((-math.inf, math.inf),)
    # What is off by too little to be seen, as within the knees, is no stretch.
    little = find("huber", "np.where(abs(r) <= 1, r*(1 + 3e-9), 2*np.sign(r))", None).verdict.stretches
    assert little == ((-math.inf, -1.0), (1.0, math.inf))
    # Both vanish far out, though never to nothing.
    assert find("exponential", "-2*exp(-m)", None).verdict.stretches == ((-math.inf, math.inf),)


@every(
    ("loss", "hessian", "stretches"),
    [
        ("huber:delta=2", "1.0*(abs(r) < 1)", ((-2.0, -1.0), (1.0, 2.0))),
        ("huber:delta=2", "1.0*(abs(r) < 3)", ((-3.0, -2.0), (2.0, 3.0))),
        ("huber:delta=2", "1.0*(abs(r) < 2) + 0.5*(abs(r - 4) < 1)", ((3.0, 5.0),)),
        ("squared-hinge", "2.0*(m < 0)", ((0.0, 1.0),)),
    ],
)
def test_a_stretch_ends_where_both_are_zero(
    loss: str, hessian: str, stretches: tuple[tuple[float, float], ...]
) -> None:
    assert find(loss, hessian, None, 2).verdict.stretches == stretches


def test_a_subgradient_is_any_number_of_the_interval() -> None:
    for value in (0.0, -0.25, -1.0):
        assert find("hinge", f"-1*(m < 1) + {value}*(m <= 1)*(m >= 1)", None).verdict.equal
    for value in (0.5, -1.5):
        verdict = find("hinge", f"-1*(m < 1) + {value}*(m <= 1)*(m >= 1)", None).verdict
        assert (verdict.equal, verdict.x, verdict.given, verdict.interval) == (False, 1.0, value, (-1.0, 0.0))
        assert verdict.difference == (0.5 if value > 0.0 else -0.5)
    # 0/0 is no number at all.
    assert not find("absolute", "r/abs(r)", None).verdict.equal


def test_a_wrong_kink_beyond_the_view_is_told_where_nothing_in_it_is_wrong() -> None:
    kink = "3*({0} <= r)*(r <= {0})"
    for place, factor, x, is_kink_only in ((-5, 2, -3.0, False), (-5, 1, -5.0, True), (2, 1, 2.0, True)):
        given = f"{factor}*sign(r - ({place})) + {kink.format(place)}"
        verdict = check_derivative(read_curves([f"abs(r - ({place}))"]), given, 1).verdict
        assert (verdict.x, verdict.is_kink_only) == (x, is_kink_only)
        assert verdict.interval == ((-1.0, 1.0) if is_kink_only else None)


def test_what_overflows_near_zero_is_told_by_no_note() -> None:
    # exp(709.8) is more than a double: at r = 0.71 and at r = 7.1.
    for rate, count in ((1000, 0), (100, 1)):
        given = f"exp({rate}*r)/(1 + exp({rate}*r))"
        verdict = check_derivative(read_curves([f"log(1 + exp({rate}*r))/{rate}"]), given, 1).verdict
        assert verdict.equal
        assert [round(x, 3) for x, _ in verdict.notes] == [7.098] * count


def test_what_overflows_is_right_with_a_note() -> None:
    # exp(709.78) is the largest double.
    [(x, value)] = find("logistic", "-exp(-m)/(1 + exp(-m))", None).verdict.notes
    assert math.isnan(value)
    assert x == pytest.approx(-709.782712893384, abs=1e-3)
    assert find("logistic", "-1/(1 + exp(m))", None).verdict.notes == ()


@pytest.mark.parametrize(
    ("loss", "hessian", "is_right"),
    [
        ("logistic", "sigmoid(m)*sigmoid(-m)", True),
        ("logistic", "sigmoid(m)*sigmoid(-m)*2", False),
        ("huber", "1.0*(abs(r) < 1)", True),
        ("huber", "1.0*(abs(r) <= 1)", True),
        ("huber", "1", False),
        ("half-squared", "1", True),
        ("log-cosh", "1 - tanh(r)**2", True),
        ("focal:gamma=2", "(1 - p)**2/p**2", False),
    ],
)
def test_a_hessian_is_checked_too(loss: str, hessian: str, is_right: bool) -> None:
    assert find(loss, hessian, None, 2).verdict.equal is is_right


def test_each_curve_of_a_family_is_checked() -> None:
    verdict = find("huber:delta=1,2", "np.clip(r, -1, 1)", None).verdict
    assert (verdict.equal, dict(verdict.parameters)) == (False, {"delta": 2.0})


def test_what_cannot_be_a_gradient_of_the_loss_is_refused() -> None:
    for loss, gradient in (("hinge", ""), ("hinge", "-1/p*q"), ("huber", "zzz(r)")):
        with pytest.raises(RequestError):
            find(loss, gradient, None)


def table(share: float = 1.0) -> dict[str, np.ndarray]:
    x = np.linspace(-3.0, 3.0, 61)
    return {"x": x, "value": np.log(np.cosh(x)), "gradient": share * np.tanh(x), "hessian": np.cosh(x) ** -2.0}


def test_a_table_is_checked_by_its_differences() -> None:
    right = check_table(table(), None)  # type: ignore[arg-type]
    assert [(what, verdict.equal) for what, verdict in right.items()] == [("gradient", True), ("hessian", True)]
    wrong = check_table(table(1.01), None)  # type: ignore[arg-type]
    assert not wrong["gradient"].equal
    assert 0.0 < right["gradient"].tolerance < 1e-2


def test_a_kink_in_a_table_has_its_interval() -> None:
    x = np.linspace(-2.0, 2.0, 41)
    columns = {"x": x, "value": np.abs(x), "gradient": np.sign(x)}
    assert check_table(columns, None)["gradient"].equal  # type: ignore[arg-type]
    columns["gradient"] = np.where(x == 0.0, 3.0, np.sign(x))
    assert not check_table(columns, None)["gradient"].equal  # type: ignore[arg-type]


def test_a_table_is_compared_with_a_loss() -> None:
    [loss] = read_curves(["log-cosh"])
    assert check_table(table(), loss)["gradient"].equal  # type: ignore[arg-type]
    assert not check_table(table(1.0001), loss)["gradient"].equal  # type: ignore[arg-type]


def test_a_table_that_says_nothing_is_refused() -> None:
    short = {name: values[:3] for name, values in table().items()}
    with pytest.raises(RequestError, match="too few"):
        check_table(short, None)  # type: ignore[arg-type]
    twice = table() | {"x": np.zeros(61)}
    with pytest.raises(RequestError, match="comes twice"):
        check_table(twice, None)  # type: ignore[arg-type]


def test_of_wrong_numbers_one_is_told_where_predictions_usually_are() -> None:
    x = np.array([-30.0, -4.5, -4.0, 0.5, 3.0, 50.0])
    exact = Estimate(np.cos(x), np.cos(x), np.full(6, 1e-9))
    for wrong, told in (((0, 2, 5), -4.0), ((0, 1, 4), 3.0), ((0, 1, 5), -30.0)):
        given = np.cos(x)
        given[[*wrong]] += 1.0
        assert compare_numbers("gradient", x, given, exact).x == told


def test_numbers_may_be_off_by_a_millionth_and_twenty_times_the_estimated_error() -> None:
    x, slope = np.array([1.0]), np.array([2.0])
    # The usual slope counts as much as the one at the place.
    for error, allowed in ((0.0, 4e-6), (1e-3, 2e-2 + 4e-6)):
        exact = Estimate(slope, slope, np.array([error]))
        for share, equal in ((0.99, True), (1.01, False), (-0.99, True), (-1.01, False)):
            assert compare_numbers("gradient", x, slope + share * allowed, exact).equal is equal


@pytest.mark.parametrize(
    ("function", "slope"),
    [(np.sin, np.cos), (np.tanh, lambda x: np.cosh(x) ** -2.0), (np.square, lambda x: 2.0 * x)],
)
def test_differences_are_within_their_error(function: np.ufunc, slope: np.ufunc) -> None:
    x = np.linspace(-4.0, 4.0, 101)
    estimate = derivative_of(function, x)
    assert np.all(np.abs(estimate.low - slope(x)) <= 20.0 * estimate.error + 1e-9)
    assert np.max(estimate.error) < 1e-6


@pytest.mark.parametrize("at", [-3.0, -0.5, 0.0, 1.0, 4.0])
def test_slopes_at_both_sides_are_exact_for_parabolas_that_meet_in_a_corner(at: float) -> None:
    # Three points determine a parabola.
    left, right = _one_sided(
        lambda x: np.where(x < at, 2.0 * (x - at), (x - at) ** 2 - 5.0 * (x - at)), np.array([at]), 1e-3
    )
    assert left == pytest.approx([2.0], rel=1e-9)
    assert right == pytest.approx([-5.0], rel=1e-9)
