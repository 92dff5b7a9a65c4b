"""Values, slopes and curvatures of every function, every loss with any parameters, and random formulas."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import pytest
from oracle import Real, Reference, agree, digits_for, evaluate, exact, mp, reference
from support import known_defects
from support.draws import (
    Draw,
    assume,
    choice,
    either_sign,
    filtered,
    floats,
    integers,
    joined,
    law,
    mapped,
    one_of,
    recursive,
    sizes,
)
from support.loss_draws import BETWEEN_0_AND_1, a_curve, a_point

from lossplot._curves.curve import Curve
from lossplot._formula import evaluate as jets
from lossplot._formula.distill import _sigmoid_share
from lossplot._formula.evaluate import bind
from lossplot._formula.functions import FUNCTIONS
from lossplot._formula.notation.text import source
from lossplot._formula.parser import FormulaError, parse
from lossplot._formula.scaled import _share
from lossplot._formula.special import log_ratio
from lossplot._losses import LOSSES, Loss

EVERY_LOSS = pytest.mark.parametrize("loss", LOSSES.values(), ids=LOSSES)

_NUMBER = re.compile(r"(?<![\w.])((?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)")
_MPMATH: dict[str, Any] = {
    "__builtins__": {},
    "N": mp.mpf,
    "abs": abs,
    "max": max,
    "min": min,
    "pi": mp.pi,
    "sign": mp.sign,
    "ndtr": mp.ncdf,
    "logseries": lambda x, order: mp.fsum(x**k / k for k in range(1, int(order) + 1)),
    "softplussum": lambda x, y, z, k: mp.fsum(mp.log1p(mp.exp(x - j * y)) for j in mp.arange(z, k + 1)),
    "sigmoidsum": lambda x, y, z, k, n: mp.fsum((1 + mp.exp(j * y - x)) ** -n for j in mp.arange(z, k + 1)),
    "poissonnll": lambda x, y: x - y * mp.log(x) + mp.loggamma(y + 1),
    "step": lambda x: mp.mpf(x >= 0),
} | {
    name: getattr(mp, name)
    for name in (
        "exp",
        "log",
        "sqrt",
        "sin",
        "cos",
        "tan",
        "atan",
        "sinh",
        "cosh",
        "tanh",
        "log1p",
        "expm1",
        "erf",
        "asin",
        "acos",
        "asinh",
        "acosh",
        "atanh",
    )
}


def in_python(text: str, names: Mapping[str, Real]) -> Real:
    """Evaluate a formula with Python's own parser and mpmath."""
    written = re.sub(r"\blambda\b", "lambda_", text.replace("^", "**"))
    values = {"lambda_" if name == "lambda" else name: value for name, value in names.items()}
    return eval(_NUMBER.sub(r'N("\1")', written), _MPMATH | values)


def numbers(text: str, x: float, **parameters: float) -> tuple[float, ...]:
    tree = bind(parse(text, ["x", *parameters]), parameters, "x")
    jet = jets.evaluate(tree, "x", np.array([x]))
    return tuple(float(part[0]) for part in (jet.value, jet.slope, jet.curvature))


def check(result: tuple[float, ...], expected: tuple[Real, ...], x: float, what: str, more: float = 1.0) -> None:
    for order, (is_, be, turning) in enumerate(zip(result, expected, expected[1:], strict=False)):
        assert agree(is_, be, exact(x), turning, more), (
            f"derivative {order} of {what} at {x!r} is {is_!r}, not {mp.nstr(be, 20)}"
        )


def by_differences(function: Callable[[Real], Real], x: Real, digits: int) -> tuple[Real, ...]:
    """Return the value and three derivatives by central differences, at ample precision."""
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
    """Return True if rounding cannot put `x` on the other side of a seam."""
    return all(abs(exact(x) - seam) > 4.0 * np.spacing(abs(float(seam))) for seam in of.seams)


def check_curve(curve: Curve, x: float, more: float = 1.0) -> None:
    jet = curve.jet([x])
    result = tuple(float(part[0]) for part in (jet.value, jet.slope, jet.curvature))
    of = reference(curve.loss.name, curve.parameters)
    check(result, evaluate(of.piece(exact(x)), x), x, curve.spec, more)


@EVERY_LOSS
@law(12, among=6, curve=a_curve, x=a_point)
def test_every_loss_and_its_derivatives_are_exact_to_rounding_whatever_the_parameters(
    loss: Loss, curve: Curve, x: float
) -> None:
    assume(away_from_seams(reference(loss.name, curve.parameters), x))
    assume(not known_defects.excused("exact", curve, x))
    check_curve(curve, x, known_defects.loses("exact", loss.name, curve.parameters, x))


@pytest.mark.parametrize("defect", known_defects.defects("exact"))
def test_a_known_defect_of_a_loss_is_mended(defect: known_defects.Defect) -> None:
    check_curve(defect.curve, *defect.place)


# Where the textbook has a formula of its own for one value of a parameter, the general one divides by zero.
SINGULAR = {"barron": ("alpha", (2.0, 0.0, -math.inf)), "alpha-loss": ("alpha", (1.0,))}


@EVERY_LOSS
@law(6, among=6, curve=a_curve, x=a_point)
def test_formula_notation_and_derivative_are_those_of_the_papers(loss: Loss, curve: Curve, x: float) -> None:
    """Compare: `loss.formula`, spelled out, and `loss.notation` are one function, and `loss.slope` is its slope."""
    parameter, singular = SINGULAR.get(loss.name, ("", ()))
    assume(curve.parameters.get(parameter) not in singular)
    assume(abs(x) > 1e-100)
    of = reference(loss.name, curve.parameters)
    assume(away_from_seams(of, x))
    value, slope, _, _ = evaluate(of.piece(exact(x)), x)
    names = {loss.axis.variable: exact(x)} | {name: exact(value) for name, value in curve.parameters.items()}
    for tree, expected in ((loss.tree, value), (loss.notation, value), (loss.slope, slope)):
        text = source(tree)
        with mp.workdps(digits_for(x) + 100):
            result = in_python(text, names)
            assert abs(result - expected) <= mp.mpf("1e-50") * abs(expected) + mp.mpf("1e-300"), (
                f"{text} of {curve.spec} at {x!r} is {mp.nstr(result, 20)}, not {mp.nstr(expected, 20)}"
            )


ANY = either_sign(one_of(sizes(1e-100, 630.0), floats(0.01, 20.0)))
WIDE = either_sign(one_of(sizes(1e-100, 1e100), floats(0.01, 20.0)))
ANGLE = either_sign(one_of(sizes(1e-100, 1e5), floats(0.01, 20.0)))
POSITIVE = one_of(sizes(1e-100, 1e100), floats(0.01, 20.0))
UNTIED = filtered(ANY, lambda x: x not in (0.7, 1.0))
ABOVE_MINUS_ONE = one_of(POSITIVE, mapped(float.__neg__, sizes(1e-100, 0.794)), floats(-0.9999999, 5.0))
NOT_HUGE = filtered(ABOVE_MINUS_ONE, lambda x: x < 1e9)
BELL = either_sign(one_of(sizes(1e-100, 25.0), floats(0.01, 8.0)))
POWERED = either_sign(sizes(1e-90, 1e9))

ONE_ARGUMENT = {
    "erf": BELL,
    "ndtr": BELL,
    "log_ndtr": one_of(BELL, floats(-600.0, 10.0)),
    "log1pmx": ABOVE_MINUS_ONE,
    "log1pint": ABOVE_MINUS_ONE,
    "logdev": POSITIVE,
    "xlogxdev": POSITIVE,
    "expm1mx": ANY,
    "gamma2": ANY,
    "versin": ANGLE,
    "versin2pi": ANGLE,
    "logshare": BETWEEN_0_AND_1,
    "ratio": ABOVE_MINUS_ONE,
    "hypot1": WIDE,
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
    "asin": floats(-0.999, 0.999),
    "acos": floats(-0.999, 0.999),
    "asinh": WIDE,
    "acosh": one_of(floats(1.001, 3.0), sizes(1.01, 1e9)),
    "atanh": floats(-0.999, 0.999),
    "sinh": ANY,
    "cosh": ANY,
    "tanh": ANY,
    "softplus": ANY,
    "sigmoid": ANY,
    "logcosh": ANY,
    "hypotm1": WIDE,
    "logratio": POSITIVE,
    "squareddice": BETWEEN_0_AND_1,
}
MODERATE = one_of(sizes(1e-30, 1e9), floats(0.5, 2.0))
TWO_ARGUMENTS = {
    "max": [("max(x, 0.7)", UNTIED), ("max(x^2, 0.7, x)", UNTIED)],
    "min": [("min(x, 0.7)", UNTIED), ("min(x^2, 0.7, x)", UNTIED)],
    "pow1pm1": [
        ("pow1pm1(x, {c})", NOT_HUGE),
        ("pow1pm1(x, 3)", POWERED),
        ("pow1pm1(x, 2)", POWERED),
    ],
    "softplus2": [("softplus2(x, {c})", ANY)],
    "boxcox": [("boxcox(x, {c})", MODERATE)],
    "boxcox1p": [("boxcox1p(x, {c})", NOT_HUGE)],
    "powdev": [("powdev(x, abs({c}))", MODERATE)],
    "barron": [("barron(x, min({c}, 1.75), 2)", POWERED)],
    "cauchy": [("cauchy(x, 0.7)", POWERED)],
    "gemanmcclure": [("gemanmcclure(x, 0.7)", POWERED)],
    "atansquare": [("atansquare(x, 0.7)", POWERED)],
    "pseudohuber": [("pseudohuber(x, 0.7)", WIDE)],
    "hypot": [("hypot(x, 0.7)", WIDE)],
    "fair": [("fair(x, 0.7)", POSITIVE)],
    "welsch": [("welsch(x, 3)", BELL)],
    "wave": [("wave(x, 0.7)", ANGLE)],
    "ramsay": [("ramsay(x, 0.7)", POSITIVE)],
    "powgap": [("powgap(x, {c})", MODERATE)],
    "tukey": [("tukey(x, 0.7, abs({c}))", MODERATE)],
    "tolerant": [("tolerant(x, 1, 0.3)", POWERED)],
    "normal_crps": [("normal_crps(x, 0.7)", BELL)],
    "linex": [("linex(x, 0.7, 2)", NOT_HUGE), ("linex(x, -2, 0.3)", MODERATE)],
    "balanced": [("balanced(x, 0.5, abs({c}))", BETWEEN_0_AND_1)],
    "focal": [("focal(x, abs({c}))", BETWEEN_0_AND_1)],
    "focalother": [("focalother(x, abs({c}))", BETWEEN_0_AND_1)],
    "pow": [("pow(x, {c})", MODERATE)],
    "pow1p": [("pow1p(x, {c})", NOT_HUGE)],
    "alphaloss": [("alphaloss(x, abs({c}))", MODERATE)],
    "tsallis": [("tsallis(x, 1 + abs({c}))", BETWEEN_0_AND_1)],
    "taylor": [("taylor(x, 5)", BETWEEN_0_AND_1), ("taylor(x, 1)", BETWEEN_0_AND_1)],
    "tversky": [("tversky(x, abs({c}))", BETWEEN_0_AND_1)],
    "focaltversky": [("focaltversky(x, abs({c}), 0.7)", BETWEEN_0_AND_1)],
    "distill": [("distill(x, 0.7, 2)", ANY), ("distill(x, 0.05, 0.5)", ANY)],
    "softplusscaled": [("softplusscaled(x, 0.7)", ANY)],
    "dwd": [("dwd(x, abs({c}))", MODERATE)],
    "lum": [("lum(x, abs({c}), 1)", floats(0.5, 20.0))],
    "log1pgap": [("log1pgap(x, 0.7)", ABOVE_MINUS_ONE)],
    "poissongap": [("poissongap(x, 0.7)", POSITIVE)],
    "gammagap": [("gammagap(x, 0.7)", POSITIVE)],
    "tweediegap": [("tweediegap(x, 0.7, 1.5)", MODERATE), ("tweediegap(x, 0.7, 3)", MODERATE)],
    "negbinomial": [("negbinomial(x, 0.7, 2)", MODERATE)],
    "tweedielog": [("tweedielog(x, 0.7, 1.5)", ANY)],
    "poissonlog": [("poissonlog(x, 0.7)", ANY)],
    "poissonnll": [("poissonnll(x, 0.7)", POSITIVE), ("poissonnll(x, 12)", POSITIVE)],
    "expscaled": [("expscaled(x, 0.7)", NOT_HUGE), ("expscaled(x, -2)", MODERATE)],
    "logpow1p": [("logpow1p(x, 0.7, 2.1)", POSITIVE), ("logpow1p(x, 3, 1)", POSITIVE)],
    "softplussum": [("softplussum(x, 0.7, -0.5, 3.5)", ANY), ("softplussum(x, 2, 1, 1)", ANY)],
    "softplus2sum": [("softplus2sum(x, 0.7, 3)", ANY)],
    "sigmoidsum": [("sigmoidsum(x, 0.7, -1, 2, 1)", ANY), ("sigmoidsum(x, 0.7, 0, 2, 2)", ANY)],
    "logseries": [("logseries(x, 5)", POWERED), ("logseries(x, 1)", ANY)],
    "xlog1py": [
        ("xlog1py(x, 0.3)", WIDE),
        ("xlog1py(0.3, x)", ABOVE_MINUS_ONE),
        ("xlog1py(x, x)", ABOVE_MINUS_ONE),
    ],
    "xlogy": [
        ("xlogy(x, 0.3)", WIDE),
        ("xlogy(0.3, x)", POSITIVE),
        ("xlogy(x, x)", POSITIVE),
        ("xlogy(x, 3 + x^2)", ANY),
    ],
}


@pytest.mark.parametrize(
    "function", sorted(FUNCTIONS.keys() - ONE_ARGUMENT.keys() - {"max", "min", "xlogy", "xlog1py"})
)
def test_a_second_argument_that_must_be_a_number_is_refused_where_it_is_none(function: str) -> None:
    others = ", ".join(["1", "1", "1", "x"][-FUNCTIONS[function].most + 1 :])
    with pytest.raises(FormulaError, match="must not depend on the variable; make it a number"):
        numbers(f"{function}(x, {others})", 0.5)


def test_every_function_is_tested_here() -> None:
    assert FUNCTIONS.keys() == ONE_ARGUMENT.keys() | TWO_ARGUMENTS.keys()


def _check_function(text: str, x: float, more: float = 1.0) -> None:
    meaning = source(parse(text, ["x"]))
    # Enough digits that steps and cancellation of the differences stay far below the tolerance, also where a derivative
    # is zero or tends to it as that of tanh does; in steps, for mpmath computes its constants for each number anew.
    needed = 520 + 6 * abs(math.log10(abs(x) or 1.0)) + 1.25 * min(abs(x), 600.0)
    digits = 300 * math.ceil(needed / 300)
    expected = by_differences(lambda at: in_python(meaning, {"x": at}), exact(x), digits)
    check(numbers(text, x), expected, x, text, more)


@pytest.mark.parametrize("function", ONE_ARGUMENT)
@law(15, among=4, x=lambda random, function: ONE_ARGUMENT[function](random))
def test_every_function_and_its_derivatives_are_exact_to_rounding(function: str, x: float) -> None:
    _check_function(f"{function}(x)", x, known_defects.loses("function", function, {}, x))


@pytest.mark.parametrize("defect", known_defects.defects("function"))
def test_a_known_defect_of_a_function_is_mended(defect: known_defects.Defect) -> None:
    _check_function(defect.spec, *defect.place)


@pytest.mark.parametrize(
    ("template", "domain"),
    [case for cases in TWO_ARGUMENTS.values() for case in cases],
    ids=[template for cases in TWO_ARGUMENTS.values() for template, _ in cases],
)
@law(15, among=8, x=lambda random, domain: domain(random), c=choice((0.5, 1.5, 2.0, 3.0, -0.5, -2.0, 7.25)))
def test_every_function_of_two_and_its_derivatives_are_exact_to_rounding(
    template: str, domain: Draw[float], x: float, c: float
) -> None:
    _check_function(template.format(c=c), x)


@pytest.mark.parametrize("x", [1e-3, 0.3, 1.0 + 1e-9, 2.0, 1e9])
def test_the_deviation_of_a_power_is_that_of_the_logarithm_where_the_power_is_none(x: float) -> None:
    with mp.workdps(60):
        expected = float(mp.log(x) - mp.mpf(x) + 1)
    value, slope, curvature = numbers("powdev(x, -1)", x)
    assert value == pytest.approx(expected, rel=1e-14)
    assert slope == pytest.approx(float(1 / mp.mpf(x) - 1), rel=1e-14)
    assert curvature == pytest.approx(float(-1 / mp.mpf(x) ** 2), rel=1e-14)


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


@pytest.mark.parametrize(("text", "x", "expected"), FAR_OUT, ids=[row[0] for row in FAR_OUT])
def test_far_out_nothing_overflows_or_vanishes_before_it_must(
    text: str, x: float, expected: tuple[float, float, float]
) -> None:
    assert numbers(text, x) == pytest.approx(expected, rel=1e-14, abs=0.0)


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


def _smooth(smaller: Draw[str]) -> Draw[str]:
    functions = choice(("sin", "cos", "atan", "tanh", "softplus", "logcosh", "hypotm1", "sigmoid"))
    return one_of(
        joined("(", smaller, choice((" + ", " - ", " * ")), smaller, ")"),
        joined("(", smaller, "/(cos(", smaller, ") + 1.5))"),
        joined(functions, "(", smaller, ")"),
        joined(choice(("abs(", "abs(", "-(")), smaller, ")"),
        joined("(", smaller, ")^", choice("2310")),
        joined("exp(-abs(", smaller, "))"),
        joined("2^tanh(", smaller, ")"),
        joined("log1p((", smaller, ")^2)"),
        joined("sqrt(1 + (", smaller, ")^2)"),
        joined(choice(("max(", "min(")), smaller, ", ", smaller, ")"),
        joined("(", smaller, " if ", smaller, " < ", smaller, " else ", smaller, ")"),
    )


TAME = recursive(choice(("x", "x", "x", "0.5", "2", "3.25")), _smooth, 3)


@law(150, among=2, text=TAME, place=integers(1, 10**6))
def test_slope_and_curvature_of_random_formulas_are_those_of_differences(text: str, place: int) -> None:
    x = (place + 0.5) * np.pi * 1e-6
    assume(len(text) <= 300)
    meaning = source(parse(text, ["x"]))
    expected = by_differences(lambda at: in_python(meaning, {"x": at}), exact(x), 200)
    assume(all(abs(part) < 1e6 for part in expected))
    assert numbers(text, x) == pytest.approx([float(part) for part in expected[:3]], rel=1e-7, abs=1e-7), text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("(x <= 2.8 > 3)", "0"),
        ("(x <= 2.8 > 2)", "x <= 2.8"),
        ("(1 < 2 < x)", "2 < x"),
        ("(1 < 2 < 3)", "1"),
        ("(3 < 2 < x)", "0"),
        ("(x < c < 3 < x)", "x < 2 < 3 < x"),
        ("1 if x <= 2.8 > c else x", "1 if x <= 2.8 else x"),
    ],
)
def test_comparisons_that_need_no_variable_leave_the_chain_they_are_in(text: str, expected: str) -> None:
    assert bind(parse(text, ["x", "c"]), {"c": 2.0}, "x") == parse(expected, ["x"])


@pytest.mark.parametrize(
    ("text", "x", "expected"),
    [
        ("boxcox(x, 1/2 if x < 3 else 2)", (1.0, 4.0), ((0.0, 7.5), (1.0, 4.0), (-0.5, 1.0))),
        ("boxcox(x, 1/2 + 3*(x >= 3)/2)", (1.0, 4.0), ((0.0, 7.5), (1.0, 4.0), (-0.5, 1.0))),
        ("x^(2 if x < 0 else 3)", (-2.0, 2.0), ((4.0, 8.0), (-4.0, 12.0), (2.0, 12.0))),
        ("(2 if x < 0 else 3)^x", (-1.0, 0.0), ((0.5, 1.0), (0.34657359027997264, 1.0986122886681098))),
        ("softplus2(x, 1 if x < 0 else 2)", (-800.0, 800.0), ((799.0, 798.0), (-1.0, 1.0))),
        ("logseries(x, 1 if x < 1 else 2)", (0.5, 2.0), ((0.5, 4.0), (1.0, 3.0), (0.0, 1.0))),
    ],
)
def test_a_number_may_be_another_in_another_place(
    text: str, x: tuple[float, ...], expected: tuple[tuple[float, ...], ...]
) -> None:
    jet = jets.evaluate(parse(text, ["x"]), "x", np.array(x))
    for part, numbers_expected in zip((jet.value, jet.slope, jet.curvature), expected, strict=False):
        assert part.tolist() == pytest.approx(numbers_expected, rel=1e-14)


@pytest.mark.parametrize("x", [0.0, -1.0, 1.0, -0.5, 1e-300, 3.0])
def test_a_function_divided_by_its_argument_is_one_at_zero_alone(x: float) -> None:
    expected = math.expm1(x) / x if x else 1.0
    assert _share(np.expm1, np.array([x])) == pytest.approx([expected], rel=1e-15)


def test_a_share_of_what_overflows_vanishes_as_the_exponential_does() -> None:
    # 1e300/(1 + exp(800)), where exp(800) is no double.
    expected = math.exp(300.0 * math.log(10.0) - 800.0)
    assert _sigmoid_share(np.float64(-800.0), np.array([1e300])) == pytest.approx([expected], rel=1e-12)


@law(200, among=2, x=sizes(1e-200, 1e200), y=sizes(1e-200, 1e200))
def test_the_logarithm_of_a_ratio_is_exact_where_either_is_far_out(x: float, y: float) -> None:
    for numerator in (x, y * (1.0 + 1e-9), y * 0.7):
        right = mp.log(mp.mpf(numerator) / mp.mpf(y))
        with np.errstate(over="ignore", under="ignore", divide="ignore"):
            logarithm = log_ratio(np.array([numerator]), y)
        assert abs(logarithm.item() - right) <= 4e-16 * (1 + abs(right))
