"""Values, slopes and curvatures: of every function, every loss with any parameters, and random formulas."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from oracle import Real, Reference, agree, evaluate, exact, mp, reference
from strategies import curves, points, powers_of_ten

from lossplot.curves import Curve
from lossplot.formula import jets
from lossplot.formula.functions import FUNCTIONS
from lossplot.formula.jets import bind
from lossplot.formula.notation import source
from lossplot.formula.parser import parse
from lossplot.losses import LOSSES, Loss

EVERY_LOSS = pytest.mark.parametrize("loss", LOSSES.values(), ids=LOSSES)

_NUMBER = re.compile(r"(?<![\w.])((?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)")
_MPMATH: dict[str, Any] = {
    "__builtins__": {},
    "N": mp.mpf,
    "abs": abs,
    "max": max,
    "min": min,
    "pi": exact(np.pi),
    "sign": mp.sign,
    "step": lambda x: mp.mpf(x >= 0),
} | {
    name: getattr(mp, name)
    for name in ("exp", "log", "sqrt", "sin", "cos", "tan", "atan", "sinh", "cosh", "tanh", "log1p", "expm1")
}


def in_python(text: str, names: Mapping[str, Real]) -> Real:
    """A formula read by Python's own parser and computed by mpmath."""
    return eval(_NUMBER.sub(r'N("\1")', text.replace("^", "**")), _MPMATH | dict(names))


def numbers(text: str, x: float, **parameters: float) -> tuple[float, ...]:
    tree = bind(parse(text, ["x", *parameters]), parameters, "x")
    jet = jets.evaluate(tree, "x", np.array([x]))
    return tuple(float(part[0]) for part in (jet.value, jet.slope, jet.curvature))


def check(found: tuple[float, ...], wanted: tuple[Real, ...], x: float, what: str) -> None:
    for order, (is_, be, turning) in enumerate(zip(found, wanted, wanted[1:], strict=False)):
        assert agree(is_, be, exact(x), turning), (
            f"derivative {order} of {what} at {x!r} is {is_!r}, not {mp.nstr(be, 20)}"
        )


def by_differences(function: Callable[[Real], Real], x: Real, digits: int) -> tuple[Real, ...]:
    """Value and three derivatives by central differences, at a precision that leaves plenty."""
    with mp.workdps(digits):
        h = (abs(x) or 1) * mp.mpf(10) ** (-digits // 6)
        left2, left, here, right, right2 = (function(x + k * h) for k in (-2, -1, 0, 1, 2))
        return (
            here,
            (right - left) / (2 * h),
            (right - 2 * here + left) / h**2,
            (right2 - 2 * right + 2 * left - left2) / (2 * h**3),
        )


def away_from_seams(of: Reference, x: float) -> bool:
    """Whether rounding cannot put `x` on the other side of a seam."""
    return all(abs(exact(x) - seam) > 4.0 * np.spacing(abs(float(seam))) for seam in of.seams)


@EVERY_LOSS
@given(data=st.data())
def test_every_loss_and_its_derivatives_are_exact_to_rounding_whatever_the_parameters(
    loss: Loss, data: st.DataObject
) -> None:
    curve: Curve = data.draw(curves(loss))
    x = data.draw(points(loss))
    of = reference(loss.name, curve.parameters)
    assume(away_from_seams(of, x))
    jet = curve.jet([x])
    found = tuple(float(part[0]) for part in (jet.value, jet.slope, jet.curvature))
    check(found, evaluate(of.piece(exact(x)), x), x, curve.spec)


@EVERY_LOSS
@given(data=st.data())
def test_formula_and_derivative_as_people_read_them_are_those_of_the_papers_and_the_slope(
    loss: Loss, data: st.DataObject
) -> None:
    curve: Curve = data.draw(curves(loss))
    x = data.draw(points(loss).filter(lambda x: abs(x) > 1e-100))
    of = reference(loss.name, curve.parameters)
    assume(away_from_seams(of, x))
    value, slope, curvature = of.piece(exact(x)).parts(exact(x))
    names = {loss.axis.variable: exact(x)} | {name: exact(value) for name, value in curve.parameters.items()}
    for text, wanted in ((loss.formula, value), (loss.derivative, slope)):
        with mp.workdps(400):
            found = in_python(source(loss.parse(text)), names)
        assert abs(found - wanted) <= mp.mpf("1e-30") * abs(wanted) + mp.mpf("1e-300"), (
            f"{text} of {curve.spec} at {x!r} is {mp.nstr(found, 20)}, not {mp.nstr(wanted, 20)}"
        )
    assert agree(float(curve.jet([x]).slope[0]), found, exact(x), curvature), f"{loss.derivative} at {x!r}"


def either_sign(sizes: st.SearchStrategy[float]) -> st.SearchStrategy[float]:
    return st.builds(lambda size, sign: sign * size, sizes, st.sampled_from((-1.0, 1.0)))


ANY = either_sign(st.one_of(powers_of_ten(-100.0, 2.8), st.floats(0.01, 20.0)))
WIDE = either_sign(st.one_of(powers_of_ten(-100.0, 100.0), st.floats(0.01, 20.0)))
ANGLE = either_sign(st.one_of(powers_of_ten(-100.0, 5.0), st.floats(0.01, 20.0)))
POSITIVE = st.one_of(powers_of_ten(-100.0, 100.0), st.floats(0.01, 20.0))
UNTIED = ANY.filter(lambda x: x not in (0.7, 1.0))
ABOVE_MINUS_ONE = st.one_of(POSITIVE, powers_of_ten(-100.0, -0.1).map(float.__neg__), st.floats(-0.9999999, 5.0))

ONE_ARGUMENT = {
    "abs": WIDE,
    "sign": WIDE,
    "step": WIDE,
    "exp": ANY,
    "log": POSITIVE,
    "log1p": ABOVE_MINUS_ONE,
    "expm1": ANY,
    "sqrt": POSITIVE,
    "sin": ANGLE,
    "cos": ANGLE,
    "tan": ANGLE,
    "atan": WIDE,
    "sinh": ANY,
    "cosh": ANY,
    "tanh": ANY,
    "softplus": ANY,
    "sigmoid": ANY,
    "logcosh": ANY,
    "hypotm1": WIDE,
}
TWO_ARGUMENTS = {
    "max": [("max(x, 0.7)", UNTIED), ("max(x^2, 0.7, x)", UNTIED)],
    "min": [("min(x, 0.7)", UNTIED), ("min(x^2, 0.7, x)", UNTIED)],
    "pow1pm1": [
        ("pow1pm1(x, {c})", ABOVE_MINUS_ONE.filter(lambda x: abs(x) < 1e9)),
        ("pow1pm1(x, 3)", either_sign(powers_of_ten(-90.0, 9.0))),
        ("pow1pm1(x, 2)", either_sign(powers_of_ten(-90.0, 9.0))),
        ("pow1pm1(0.7, x)", ANY.filter(lambda x: abs(x) < 100.0)),
        ("pow1pm1(x, x)", ABOVE_MINUS_ONE.filter(lambda x: abs(x) < 50.0)),
    ],
    "xlogy": [
        ("xlogy(x, 0.3)", WIDE),
        ("xlogy(0.3, x)", POSITIVE),
        ("xlogy(x, x)", POSITIVE),
        ("xlogy(x, 3 + x^2)", ANY),
    ],
}


def test_every_function_is_tested_here() -> None:
    assert FUNCTIONS.keys() == ONE_ARGUMENT.keys() | TWO_ARGUMENTS.keys()


def _check_function(text: str, x: float) -> None:
    meaning = source(parse(text, ["x"]))
    check(numbers(text, x), by_differences(lambda at: in_python(meaning, {"x": at}), exact(x), 1000), x, text)


@pytest.mark.parametrize("function", ONE_ARGUMENT)
@settings(max_examples=30)
@given(data=st.data())
def test_every_function_and_its_derivatives_are_exact_to_rounding(function: str, data: st.DataObject) -> None:
    _check_function(f"{function}(x)", data.draw(ONE_ARGUMENT[function]))


@pytest.mark.parametrize(
    ("template", "domain"),
    [case for cases in TWO_ARGUMENTS.values() for case in cases],
    ids=[template for cases in TWO_ARGUMENTS.values() for template, _ in cases],
)
@settings(max_examples=30)
@given(data=st.data(), c=st.sampled_from((0.5, 1.5, 2.0, 3.0, -0.5, -2.0, 7.25)))
def test_every_function_of_two_and_its_derivatives_are_exact_to_rounding(
    template: str, domain: st.SearchStrategy[float], data: st.DataObject, c: float
) -> None:
    _check_function(template.format(c=c), data.draw(domain))


FAR_OUT = [
    ("softplus(x)", -1e308, (0.0, 0.0, 0.0)),
    ("softplus(x)", 1e308, (1e308, 1.0, 0.0)),
    ("sigmoid(x)", -1e308, (0.0, 0.0, 0.0)),
    ("sigmoid(x)", 1e308, (1.0, 0.0, 0.0)),
    ("logcosh(x)", -1e308, (1e308, -1.0, 0.0)),
    ("hypotm1(x)", -1e308, (1e308, -1.0, 0.0)),
    ("tanh(x)", 1e308, (1.0, 0.0, 0.0)),
    ("log1p(x)", 1e150, (150.0 * np.log(10.0), 1e-150, -1e-300)),
    ("log(x)", 1e150, (150.0 * np.log(10.0), 1e-150, -1e-300)),
    ("atan(x)", 1e90, (np.pi / 2.0, 1e-180, -2e-270)),
    ("1/x", 1e90, (1e-90, -1e-180, 2e-270)),
    ("x^-1", 1e90, (1e-90, -1e-180, 2e-270)),
    ("exp(-x^2)", 1e10, (0.0, 0.0, 0.0)),
]


@pytest.mark.parametrize(("text", "x", "wanted"), FAR_OUT, ids=[row[0] for row in FAR_OUT])
def test_far_out_nothing_overflows_or_vanishes_before_it_must(
    text: str, x: float, wanted: tuple[float, float, float]
) -> None:
    assert numbers(text, x) == pytest.approx(wanted, rel=1e-14, abs=0.0)


TIES = [
    ("abs(x)", (0, -1, 0), (0, 1, 0)),
    ("abs(2*x)*x", (0, 0, -4), (0, 0, 4)),
    ("abs(x^2)", (0, 0, 2), (0, 0, 2)),
    ("abs(-x^2)", (0, 0, 2), (0, 0, 2)),
    ("max(x, -x)", (0, -1, 0), (0, 1, 0)),
    ("max(0, x, 2*x)", (0, 0, 0), (0, 2, 0)),
    ("min(0, x, 2*x)", (0, 2, 0), (0, 0, 0)),
    ("max(x^2, x)", (0, 0, 2), (0, 1, 0)),
    ("min(x^2, x)", (0, 1, 0), (0, 0, 2)),
    ("max(x^2, 3*x^2)", (0, 0, 6), (0, 0, 6)),
    ("sign(x)", (-1, 0, 0), (1, 0, 0)),
    ("sign(x^2)", (1, 0, 0), (1, 0, 0)),
    ("step(x)", (0, 0, 0), (1, 0, 0)),
    ("step(-x)", (1, 0, 0), (0, 0, 0)),
    ("1 if x < 0 else 2", (1, 0, 0), (2, 0, 0)),
    ("1 if x <= 0 else 2", (1, 0, 0), (2, 0, 0)),
    ("1 if x > 0 else 2", (2, 0, 0), (1, 0, 0)),
    ("1 if x^2 <= 0 else 2", (2, 0, 0), (2, 0, 0)),
    ("1 if -1 < x < 0 else 2", (1, 0, 0), (2, 0, 0)),
    ("x if x < 0 else x^2", (0, 1, 0), (0, 0, 2)),
    ("abs(abs(x) - x)", (0, -2, 0), (0, 0, 0)),
    ("sign(x^3)", (-1, 0, 0), (1, 0, 0)),
    ("1 if x^3 <= 0 else 2", (1, 0, 0), (2, 0, 0)),
]


@pytest.mark.parametrize(("text", "left", "right"), TIES, ids=[row[0] for row in TIES])
def test_at_a_tie_a_germ_is_what_holds_at_its_side(
    text: str, left: tuple[float, ...], right: tuple[float, ...]
) -> None:
    tree = bind(parse(text, ["x"]), {}, "x")
    for side, expected in ((-1, left), (+1, right)):
        jet = jets.evaluate(tree, "x", np.zeros(1), side)
        assert (jet.value[0], jet.slope[0], jet.curvature[0]) == expected, side


def _smooth(smaller: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.one_of(
        st.builds("({} {} {})".format, smaller, st.sampled_from("+-*"), smaller),
        st.builds("({}/({} + 1.5))".format, smaller, smaller.map("cos({})".format)),
        st.builds(
            "{}({})".format,
            st.sampled_from(("sin", "cos", "atan", "tanh", "softplus", "logcosh", "hypotm1", "sigmoid")),
            smaller,
        ),
        st.builds("{}({})".format, st.sampled_from(("abs", "abs", "-")), smaller),
        st.builds("({})^{}".format, smaller, st.sampled_from(("2", "3", "1", "0"))),
        st.builds("exp(-abs({}))".format, smaller),
        st.builds("2^tanh({})".format, smaller),
        st.builds("log1p(({})^2)".format, smaller),
        st.builds("sqrt(1 + ({})^2)".format, smaller),
        st.builds("{}({}, {})".format, st.sampled_from(("max", "min")), smaller, smaller),
        st.builds("({} if {} < {} else {})".format, smaller, smaller, smaller, smaller),
    )


TAME = st.recursive(st.sampled_from(("x", "x", "x", "0.5", "2", "3.25")), _smooth, max_leaves=8)


@given(TAME, st.integers(1, 10**6))
@settings(max_examples=400)
def test_slope_and_curvature_of_random_formulas_are_those_of_differences(text: str, place: int) -> None:
    x = (place + 0.5) * np.pi * 1e-6
    assume(len(text) <= 300)
    meaning = source(parse(text, ["x"]))
    wanted = by_differences(lambda at: in_python(meaning, {"x": at}), exact(x), 200)
    assume(all(abs(part) < 1e6 for part in wanted))
    assert numbers(text, x) == pytest.approx([float(part) for part in wanted[:3]], rel=1e-7, abs=1e-7), text
