"""Every spelling of a function in typed formulas, and of its arguments, against what the libraries compute."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
import pytest
from support.cases import every

from lossplot._formula.evaluate import Array, bind, evaluate
from lossplot._formula.typed.functions import ALIASES, IGNORED, KEYWORDS, SPELLINGS
from lossplot._formula.typed.read import read_typed

X = np.array([0.13, 0.37, 0.52, 0.86])
SIDES = np.array([-7.3, -2.6, -1.3, -0.4, 0.3, 0.9, 1.7, 5.5, 8.2])
PHI: Callable[[float], float] = lambda x: math.erfc(-x / math.sqrt(2.0)) / 2.0  # noqa: E731


def at(text: str, x: Array) -> Array:
    typed = read_typed(text, ["m"])
    return np.asarray(evaluate(bind(typed.tree, {}, "m"), "m", x).value)


# Names, with the arguments of a call, and what it is at x by definition; on all numbers, or between 0 and 1.
ANYWHERE: list[tuple[str, str, Callable[[float], float]]] = [
    ("abs absolute fabs Abs", "m", abs),
    ("softplus log1pexp softPlus log_1p_exp", "m", lambda x: math.log1p(math.exp(x))),
    ("softplus", "m, 2", lambda x: math.log1p(math.exp(2 * x)) / 2),
    ("sigmoid expit logistic_sigmoid LogisticSigmoid sigm plogis", "m", lambda x: 1 / (1 + math.exp(-x))),
    ("logsigmoid log_sigmoid log_expit logSigmoid", "m", lambda x: -math.log1p(math.exp(-x))),
    ("logcosh log_cosh lncosh", "m", lambda x: math.log(math.cosh(x))),
    ("sign sgn signum Sign", "m", lambda x: math.copysign(1, x)),
    ("atan arctan arctg", "m", math.atan),
    ("asinh arcsinh arsinh", "m", math.asinh),
    ("square sqr", "m", lambda x: x * x),
    ("cube", "m", lambda x: x**3),
    ("cbrt", "m", lambda x: math.copysign(abs(x) ** (1 / 3), x)),
    ("exp2", "m", lambda x: 2**x),
    ("negative neg Neg", "m", lambda x: -x),
    ("positive", "m", lambda x: x),
    ("reciprocal", "m", lambda x: 1 / x),
    ("power pow float_power", "m, 3", lambda x: x**3),
    ("divide div true_divide truediv div_no_nan divide_no_nan Rational", "m, 4", lambda x: x / 4),
    ("multiply mul scalar_mul", "m, 4", lambda x: 4 * x),
    ("subtract sub", "m, 4", lambda x: x - 4),
    ("add", "m, 4", lambda x: x + 4),
    ("hypot", "m, 2", lambda x: math.hypot(x, 2)),
    ("squared_difference", "m, 3", lambda x: (x - 3) ** 2),
    ("heaviside Heaviside", "m, 0.5", lambda x: float(x > 0)),
    ("unit_step UnitStep", "m", lambda x: float(x >= 0)),
    ("silu swish", "m", lambda x: x / (1 + math.exp(-x))),
    ("gelu", "m", lambda x: x * PHI(x)),
    ("mish", "m", lambda x: x * math.tanh(math.log1p(math.exp(x)))),
    ("softsign", "m", lambda x: x / (1 + abs(x))),
    ("relu pos positive_part Ramp", "m", lambda x: max(0, x)),
    ("relu6", "m", lambda x: min(max(0, x), 6)),
    ("hardsigmoid", "m", lambda x: min(max(x / 6 + 0.5, 0), 1)),
    ("hardtanh", "m", lambda x: min(max(x, -1), 1)),
    ("hardtanh", "m, -2, 3", lambda x: min(max(x, -2), 3)),
    ("leaky_relu leakyrelu", "m", lambda x: x if x > 0 else 0.01 * x),
    ("leaky_relu leakyrelu", "m, 0.2", lambda x: x if x > 0 else 0.2 * x),
    ("elu", "m, 0.5", lambda x: x if x > 0 else 0.5 * math.expm1(x)),
    ("celu", "m, 0.5", lambda x: x if x > 0 else 0.5 * math.expm1(x / 0.5)),
    ("elu celu", "m", lambda x: x if x > 0 else math.expm1(x)),
    ("clip clamp clip_by_value", "m, -2, 3", lambda x: min(max(x, -2), 3)),
    ("clamp_min", "m, 0.7", lambda x: max(x, 0.7)),
    ("clamp_max", "m, 0.7", lambda x: min(x, 0.7)),
    ("max maximum fmax amax pmax Max", "m, 0.7", lambda x: max(x, 0.7)),
    ("min minimum fmin amin pmin Min", "m, 0.7", lambda x: min(x, 0.7)),
    ("where ifelse if_else cond switch If IF", "m > 1, 2, m", lambda x: 2 if x > 1 else x),
    ("indicator I Ind", "m > 1", lambda x: float(x > 1)),
    ("gt greater", "m, 1", lambda x: float(x > 1)),
    ("lt less", "m, 1", lambda x: float(x < 1)),
    ("ge greater_equal", "m, 0.9", lambda x: float(x >= 0.9)),
    ("le less_equal", "m, 0.9", lambda x: float(x <= 0.9)),
    ("where", "np.logical_and(m > 0, m < 2), 5, m", lambda x: 5 if 0 < x < 2 else x),
    ("where", "np.logical_or(m < 0, m > 2), 5, m", lambda x: 5 if x < 0 or x > 2 else x),
    ("where", "np.logical_not(m > 0), 5, m", lambda x: x if x > 0 else 5),
    ("ndtr Phi norm.cdf normcdf normal_cdf pnorm", "m", PHI),
    ("log_ndtr norm.logcdf normal.logcdf logcdf", "m", lambda x: math.log(PHI(x))),
    ("norm.pdf dnorm normpdf", "m", lambda x: math.exp(-x * x / 2) / math.sqrt(2 * math.pi)),
    ("erfc", "m", math.erfc),
    ("sech", "m", lambda x: 1 / math.cosh(x)),
    ("sec", "m", lambda x: 1 / math.cos(x)),
    ("cot", "m", lambda x: 1 / math.tan(x)),
    ("coth", "m", lambda x: 1 / math.tanh(x)),
    ("sinc", "m", lambda x: math.sin(math.pi * x) / (math.pi * x)),
    ("zeros_like", "m", lambda x: 0),
    ("ones_like", "m", lambda x: 1),
    ("m + zeros", "1", lambda x: x),
    ("m + ones", "1", lambda x: x + 1),
    ("m + K.epsilon m + backend.epsilon", "", lambda x: x + 1e-7),
    ("logaddexp", "0, m", lambda x: math.log1p(math.exp(x))),
    ("l2_loss", "m", lambda x: x * x / 2),
    ("l2_loss", "m, 3", lambda x: (x - 3) ** 2 / 2),
    ("special.huber", "2, m", lambda x: x * x / 2 if abs(x) <= 2 else 2 * (abs(x) - 1)),
    ("special.pseudo_huber", "2, m", lambda x: 4 * (math.sqrt(1 + x * x / 4) - 1)),
    ("mse_loss MSELoss mean_squared_error losses.mse losses.MSE", "m, 3", lambda x: (x - 3) ** 2),
    ("losses.MeanSquaredError optax.squared_error", "m, 3", lambda x: (x - 3) ** 2),
    ("l1_loss L1Loss mean_absolute_error losses.mae losses.MAE MeanAbsoluteError", "m, 3", lambda x: abs(x - 3)),
    (
        "smooth_l1_loss SmoothL1Loss",
        "m, 3, beta=2",
        lambda x: (x - 3) ** 2 / 4 if abs(x - 3) < 2 else abs(x - 3) - 1,
    ),
    (
        "huber_loss HuberLoss losses.huber losses.Huber",
        "m, 3, delta=2",
        lambda x: (x - 3) ** 2 / 2 if abs(x - 3) <= 2 else 2 * (abs(x - 3) - 1),
    ),
    (
        "error_log_cosh losses.log_cosh losses.logcosh losses.LogCosh optax.log_cosh",
        "m, 3",
        lambda x: math.log(math.cosh(x - 3)),
    ),
    ("label_hinge losses.hinge losses.Hinge optax.hinge_loss", "m, -1", lambda x: max(0, 1 + x)),
    ("label_squared_hinge losses.squared_hinge losses.SquaredHinge", "m, -1", lambda x: max(0, 1 + x) ** 2),
    ("soft_margin_loss SoftMarginLoss", "m, -1", lambda x: math.log1p(math.exp(x))),
    (
        "binary_cross_entropy_with_logits BCEWithLogitsLoss sigmoid_binary_cross_entropy",
        "m, 0.3",
        lambda x: math.log1p(math.exp(x)) - 0.3 * x,
    ),
    ("sigmoid_cross_entropy_with_logits", "labels=0.3, logits=m", lambda x: math.log1p(math.exp(x)) - 0.3 * x),
]
INSIDE: list[tuple[str, str, Callable[[float], float]]] = [
    ("log ln Log", "m", math.log),
    ("log2 log_2", "m", math.log2),
    ("log10 log_10", "m", math.log10),
    ("log", "m, 3", lambda x: math.log(x, 3)),
    ("logit qlogis", "m", lambda x: math.log(x / (1 - x))),
    ("log1mexp", "-m", lambda x: math.log(1 - math.exp(-x))),
    ("rsqrt", "m", lambda x: x**-0.5),
    ("asin arcsin", "m", math.asin),
    ("acos arccos", "m", math.acos),
    ("acosh arccosh arcosh", "m + 1", lambda x: math.acosh(x + 1)),
    ("atanh arctanh artanh", "m", math.atanh),
    ("rel_entr", "m, 0.3", lambda x: x * math.log(x / 0.3)),
    ("kl_div", "m, 0.3", lambda x: x * math.log(x / 0.3) - x + 0.3),
    ("entr", "m", lambda x: -x * math.log(x)),
    ("binary_cross_entropy BCELoss", "m, 0.3", lambda x: -0.3 * math.log(x) - 0.7 * math.log(1 - x)),
    (
        "binary_crossentropy losses.BinaryCrossentropy",
        "0.3, m",
        lambda x: -0.3 * math.log(x) - 0.7 * math.log(1 - x),
    ),
]
# Where the names of a module are.
MODULES = {"losses": "keras.", "normal": "scipy.stats."}
CALLS = [
    (f"{MODULES.get(name.partition('.')[0], '')}{name}({arguments})", expected, x)
    for rows, x in ((ANYWHERE, SIDES), (INSIDE, X))
    for names, arguments, expected in rows
    for name in (names.replace(" m + ", "|m + ").split("|") if "+" in names else names.split())
]


@every(("text", "expected", "x"), CALLS, ids=[row[0] for row in CALLS])
def test_a_spelling_is_what_its_library_computes(text: str, expected: Callable[[float], float], x: Array) -> None:
    np.testing.assert_allclose(at(text, x), [expected(each) for each in x.tolist()], rtol=1e-12, atol=1e-14)


# Aliases that say nothing about one number.
NEUTRAL = {name for name, own in ALIASES.items() if own in ("identity", "mean", "sum")}
OTHERS = {"select", "piecewise", "logical_and", "logical_or", "logical_not"}


def test_every_spelling_is_tested_here() -> None:
    names = " ".join(names for names, _, _ in (*ANYWHERE, *INSIDE))
    tested = {*names.split()}
    assert {*ALIASES, *SPELLINGS} - NEUTRAL - OTHERS <= tested


@every("name", sorted(NEUTRAL))
def test_what_changes_only_the_type_or_the_number_of_examples_leaves_one_as_it_is(name: str) -> None:
    np.testing.assert_array_equal(at(f"{name}(m**2)", X), X**2)


KEYED = [
    *(
        (f"clip(m, {word}=-2, max=3)", lambda x: min(max(x, -2), 3))
        for word in ["min", "a_min", "min_value", "min_val", "lo"]
    ),
    *(
        (f"clip(m, -2, {word}=3)", lambda x: min(max(x, -2), 3))
        for word in ["max", "a_max", "max_value", "max_val", "hi"]
    ),
    *((f"clip_by_value(m, clip_value_min=-2, {word}=3)", lambda x: min(max(x, -2), 3)) for word in ("clip_value_max",)),
    *((f"square({word}=m)", lambda x: x * x) for word in ["x", "input", "self", "features", "a", "x1"]),
    *((f"power(m, {word}=3)", lambda x: x**3) for word in ["y", "other", "exponent", "x2", "b"]),
    ("leaky_relu(m, negative_slope=0.2)", lambda x: x if x > 0 else 0.2 * x),
    *(
        (f"l2_loss(m, {word}=3)", lambda x: (x - 3) ** 2 / 2)
        for word in ["label", "target", "targets", "labels", "y_true"]
    ),
    *(
        (f"l2_loss({word}=m, label=3)", lambda x: (x - 3) ** 2 / 2)
        for word in ["output", "logits", "y_pred", "input", "predictions", "predictor"]
    ),
    *((f"where({word}=m > 1, x=2, y=m)", lambda x: 2 if x > 1 else x) for word in ["condition", "test", "pred"]),
]


@every(("text", "expected"), KEYED, ids=[text for text, _ in KEYED])
def test_an_argument_is_known_by_each_of_its_names(text: str, expected: Callable[[float], float]) -> None:
    np.testing.assert_allclose(at(text, SIDES), [expected(each) for each in SIDES.tolist()], rtol=1e-12)


@every("word", sorted(IGNORED - {"initial", "where", "out", "device"}))
def test_an_argument_that_says_nothing_about_one_number_is_passed_over(word: str) -> None:
    np.testing.assert_array_equal(at(f"np.square(m, {word}=0)", X), X**2)


def test_every_name_of_an_argument_is_tested_here() -> None:
    given = {word for text, _ in KEYED for word in text.replace("=", " ").replace("(", " ").replace(",", " ").split()}
    assert {word for words in KEYWORDS.values() for word in words.split()} - given <= {
        "values",
        "base_value",
        "predicate",
    }


@pytest.mark.parametrize("text", ["clip(m, lowest=0)", "square(m, 2)", "leaky_relu(m, steep=1)"])
def test_another_argument_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"argument|takes"):
        read_typed(text, ["m"])
