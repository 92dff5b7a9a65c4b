"""Functions as libraries and textbooks call them, and what they are in the language of formulas.

A row of `SPELLINGS` is the names of its parameters, with defaults, and a formula of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from lossplot._formula.functions import ARGUMENTS, FUNCTIONS
from lossplot._formula.parser import parse
from lossplot._formula.tree import Tree

_IDENTITIES = (
    "float int bool double half astype to type cast asarray array tensor as_tensor constant convert_to_tensor detach "
    "item squeeze unsqueeze stop_gradient ravel flatten view reshape numpy cpu contiguous expand_dims float32 float64 "
    "identity copy clone real type_as atleast_1d Float FloatTensor DoubleTensor LongTensor Tensor Variable"
)
_MEANS = "mean average reduce_mean nanmean avg"
_SUMS = "sum reduce_sum nansum"
_HIGHEST = "max maximum fmax amax pmax Max"
_LOWEST = "min minimum fmin amin pmin Min"

# Other names of functions of the language, and of those below.
ALIASES = {
    **dict.fromkeys(("absolute", "fabs", "Abs"), "abs"),
    **dict.fromkeys(("ln", "Log"), "log"),
    **dict.fromkeys(("log1pexp", "softPlus", "log_1p_exp"), "softplus"),
    **dict.fromkeys(("expit", "logistic_sigmoid", "LogisticSigmoid", "sigm", "plogis"), "sigmoid"),
    **dict.fromkeys(("qlogis",), "logit"),
    **dict.fromkeys(("log_sigmoid", "log_expit", "logSigmoid"), "logsigmoid"),
    **dict.fromkeys(("log_cosh", "lncosh"), "logcosh"),
    **dict.fromkeys(("sgn", "signum", "Sign"), "sign"),
    **dict.fromkeys(("arctan", "arctg"), "atan"),
    **dict.fromkeys(("arcsin",), "asin"),
    **dict.fromkeys(("arccos",), "acos"),
    **dict.fromkeys(("arccosh", "arcosh"), "acosh"),
    **dict.fromkeys(("arcsinh", "arsinh"), "asinh"),
    **dict.fromkeys(("arctanh", "artanh"), "atanh"),
    **dict.fromkeys(("pow", "float_power"), "power"),
    **dict.fromkeys(("sqr",), "square"),
    **dict.fromkeys(("neg", "Neg"), "negative"),
    **dict.fromkeys(("div", "true_divide", "truediv", "div_no_nan", "divide_no_nan"), "divide"),
    **dict.fromkeys(("mul", "scalar_mul"), "multiply"),
    **dict.fromkeys(("sub",), "subtract"),
    **dict.fromkeys(("Heaviside",), "heaviside"),
    **dict.fromkeys(("swish",), "silu"),
    **dict.fromkeys(("leakyrelu",), "leaky_relu"),
    **dict.fromkeys(("log_2",), "log2"),
    **dict.fromkeys(("log_10",), "log10"),
    **dict.fromkeys(("pos", "positive_part", "Ramp"), "relu"),
    **dict.fromkeys(("UnitStep",), "unit_step"),
    **dict.fromkeys(("clamp", "clip_by_value"), "clip"),
    **dict.fromkeys(("ifelse", "if_else", "cond", "switch", "If", "IF"), "where"),
    **dict.fromkeys(("I", "Ind"), "indicator"),
    **dict.fromkeys(("piecewise",), "select"),
    **dict.fromkeys(("Phi", "norm.cdf", "normcdf", "normal_cdf", "pnorm"), "ndtr"),
    **dict.fromkeys(("norm.logcdf", "normal.logcdf", "logcdf"), "log_ndtr"),
    **dict.fromkeys(("dnorm", "normpdf"), "norm.pdf"),
    **dict.fromkeys(("greater",), "gt"),
    **dict.fromkeys(("less",), "lt"),
    **dict.fromkeys(("greater_equal",), "ge"),
    **dict.fromkeys(("less_equal",), "le"),
    **dict.fromkeys(("logical_and",), "and"),
    **dict.fromkeys(("logical_or",), "or"),
    **dict.fromkeys(("logical_not",), "not"),
    **dict.fromkeys(("MSELoss", "mean_squared_error", "losses.mse", "losses.MSE"), "mse_loss"),
    **dict.fromkeys(("losses.MeanSquaredError", "optax.squared_error"), "mse_loss"),
    **dict.fromkeys(("L1Loss", "mean_absolute_error", "losses.mae", "losses.MAE", "MeanAbsoluteError"), "l1_loss"),
    **dict.fromkeys(("SmoothL1Loss",), "smooth_l1_loss"),
    **dict.fromkeys(("HuberLoss", "losses.huber", "losses.Huber"), "huber_loss"),
    **dict.fromkeys(("SoftMarginLoss",), "soft_margin_loss"),
    **dict.fromkeys(("losses.hinge", "losses.Hinge", "optax.hinge_loss"), "label_hinge"),
    **dict.fromkeys(("losses.squared_hinge", "losses.SquaredHinge"), "label_squared_hinge"),
    **dict.fromkeys(("losses.log_cosh", "losses.logcosh", "losses.LogCosh", "optax.log_cosh"), "error_log_cosh"),
    **dict.fromkeys(("BCELoss",), "binary_cross_entropy"),
    **dict.fromkeys(("BCEWithLogitsLoss", "sigmoid_binary_cross_entropy"), "binary_cross_entropy_with_logits"),
    **dict.fromkeys(("losses.BinaryCrossentropy",), "binary_crossentropy"),
    **dict.fromkeys(_IDENTITIES.split(), "identity"),
    **dict.fromkeys(_MEANS.split(), "mean"),
    **dict.fromkeys(_SUMS.split(), "sum"),
    **dict.fromkeys(_HIGHEST.split(), "max"),
    **dict.fromkeys(_LOWEST.split(), "min"),
}

# Other names of parameters.
KEYWORDS = {
    "low": "min a_min min_value clip_value_min min_val lo",
    "high": "max a_max max_value clip_value_max max_val hi",
    "x": "input self features a x1 base_value",
    "y": "other exponent x2 b values",
    "slope": "negative_slope",
    "label": "target targets labels y_true",
    "output": "logits y_pred input predictions predictor",
    "condition": "test pred predicate",
}
# Arguments that say nothing about a curve.
_IGNORED = """axis dim keepdims keepdim keep_dims dtype name out reduction inplace size_average reduce device
casting where initial requires_grad"""
IGNORED = frozenset(_IGNORED.split())

SPELLINGS = {
    "log2": ("x", "log(x)/log(2)"),
    "log10": ("x", "log(x)/log(10)"),
    "exp2": ("x", "2^x"),
    "logit": ("x", "log(x/(1 - x))"),
    "softplus": ("x beta=1 threshold=20", "softplus(beta*x)/beta"),
    "logsigmoid": ("x", "-softplus(-x)"),
    "log1mexp": ("x", "log(1 - exp(x))"),
    "square": ("x", "x^2"),
    "cube": ("x", "x^3"),
    "squared_difference": ("x y", "(x - y)^2"),
    "power": ("x y", "x^y"),
    "rsqrt": ("x", "1/sqrt(x)"),
    "cbrt": ("x", "sign(x)*abs(x)^(1/3)"),
    "reciprocal": ("x", "1/x"),
    "Rational": ("x y", "x/y"),
    "negative": ("x", "-x"),
    "positive": ("x", "x"),
    "add": ("x y", "x + y"),
    "subtract": ("x y", "x - y"),
    "multiply": ("x y", "x*y"),
    "divide": ("x y", "x/y"),
    "hypot": ("x y", "sqrt(x^2 + y^2)"),
    "sech": ("x", "1/cosh(x)"),
    "sec": ("x", "1/cos(x)"),
    "cot": ("x", "1/tan(x)"),
    "coth": ("x", "1/tanh(x)"),
    "sinc": ("x", "sin(pi*x)/(pi*x)"),
    "erfc": ("x", "2*ndtr(-sqrt(2)*x)"),
    "norm.pdf": ("x", "exp(-x^2/2)/sqrt(2*pi)"),
    "relu": ("x", "max(0, x)"),
    "relu6": ("x", "min(max(0, x), 6)"),
    "hardsigmoid": ("x", "min(max(x/6 + 1/2, 0), 1)"),
    "leaky_relu": ("x slope=0.01", "x if x > 0 else slope*x"),
    "elu": ("x alpha=1", "x if x > 0 else alpha*expm1(x)"),
    "celu": ("x alpha=1", "x if x > 0 else alpha*expm1(x/alpha)"),
    "gelu": ("x", "x*ndtr(x)"),
    "silu": ("x", "x*sigmoid(x)"),
    "mish": ("x", "x*tanh(softplus(x))"),
    "softsign": ("x", "x/(1 + abs(x))"),
    "hardtanh": ("x low=-1 high=1", "min(max(x, low), high)"),
    "clamp_min": ("x low", "max(x, low)"),
    "clamp_max": ("x high", "min(x, high)"),
    "unit_step": ("x", "x >= 0"),
    "l2_loss": ("output label=0", "(output - label)^2/2"),
    "K.epsilon": ("", "1e-7"),
    "backend.epsilon": ("", "1e-7"),
    "zeros_like": ("x", "0"),
    "ones_like": ("x", "1"),
    "zeros": ("x=1", "0"),
    "ones": ("x=1", "1"),
    "rel_entr": ("x y", "x*log(x/y)"),
    "kl_div": ("x y", "x*log(x/y) - x + y"),
    "entr": ("x", "-xlogy(x, x)"),
    "gt": ("x y", "x > y"),
    "lt": ("x y", "x < y"),
    "ge": ("x y", "x >= y"),
    "le": ("x y", "x <= y"),
    "special.huber": ("delta x", "x^2/2 if abs(x) <= delta else delta*(abs(x) - delta/2)"),
    "special.pseudo_huber": ("delta x", "delta^2*(sqrt(1 + (x/delta)^2) - 1)"),
    "mse_loss": ("output label", "(output - label)^2"),
    "l1_loss": ("output label", "abs(output - label)"),
    "smooth_l1_loss": (
        "output label beta=1",
        "(output - label)^2/(2*beta) if abs(output - label) < beta else abs(output - label) - beta/2",
    ),
    "huber_loss": (
        "output label delta=1",
        "(output - label)^2/2 if abs(output - label) <= delta else delta*(abs(output - label) - delta/2)",
    ),
    "error_log_cosh": ("output label", "logcosh(output - label)"),
    "label_hinge": ("output label", "max(0, 1 - label*output)"),
    "label_squared_hinge": ("output label", "max(0, 1 - label*output)^2"),
    "soft_margin_loss": ("output label", "log(1 + exp(-(label*output)))"),
    "binary_cross_entropy": ("output label", "-(label*log(output) + (1 - label)*log(1 - output))"),
    "binary_crossentropy": ("label output", "-(label*log(output) + (1 - label)*log(1 - output))"),
    "binary_cross_entropy_with_logits": ("output label", "softplus(output) - label*output"),
    "sigmoid_cross_entropy_with_logits": ("label output", "softplus(output) - label*output"),
}
# Functions whose arguments are read in a way of their own.
_SPECIAL = "identity mean sum max min clip where select heaviside log logaddexp indicator and or not"
SPECIAL = frozenset(_SPECIAL.split())
# Functions that may stand before a single name without brackets.
BARE = frozenset({"log", "exp", "sin", "cos", "tan", "tanh", "sinh", "cosh", "log2", "log10", "sigmoid", "logcosh"})


@dataclass(frozen=True, slots=True)
class Spelling:
    """A function as it is called: its parameters in order, what they are if not given, and its formula."""

    parameters: tuple[str, ...]
    defaults: dict[str, Tree]
    tree: Tree


def function_named(name: str) -> str:
    """Return the function that `name` is a spelling of, or an empty text."""
    name = name.removesuffix("_")
    for word in (name, name.lower() if name[:1].isupper() and len(name) > 1 else name):
        own = ALIASES.get(word, word)
        if own in FUNCTIONS or own in SPELLINGS or own in SPECIAL:
            return own
    return ""


def is_function(name: str) -> bool:
    return bool(function_named(name))


@cache
def spelling_of(function: str) -> Spelling:
    """Return the parameters and the formula of a function that is not special."""
    if function not in SPELLINGS:
        letters = tuple(ARGUMENTS[: FUNCTIONS[function].most])
        return Spelling(letters, {}, parse(f"{function}({', '.join(letters)})", letters))
    parameters, formula = SPELLINGS[function]
    parts = [parameter.partition("=") for parameter in parameters.split()]
    names = tuple(name for name, _, _ in parts)
    defaults = {name: parse(value, ()) for name, _, value in parts if value}
    return Spelling(names, defaults, parse(formula, names))
