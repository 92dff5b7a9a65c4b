"""Cases for the tests of printed code: losses and formulas, settings, points, and the meaning of agreement."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from keyword import iskeyword
from types import MappingProxyType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lossplot._curves.curve import Curve
from lossplot._formula.code.dialects import Language
from lossplot._formula.code.module import Signature, code
from lossplot._formula.evaluate import Jet, bind, evaluate
from lossplot._formula.functions import FUNCTIONS
from lossplot._formula.knots import find_roots
from lossplot._formula.parser import parse
from lossplot._formula.tree import Tree
from lossplot._losses import LOSSES, Interval, Loss, Parameter
from lossplot._losses.entry import REAL

Vector = NDArray[np.float64]
Setting = Mapping[str, float]

# Relative and absolute tolerances.  A library's gradient of expm1 is expm1(x) + 1, which loses digits, and that of
# log_ndtr in PyTorch 2.14 is 3e-9 beside the truth at -5000.
TOLERANCE = {"value": (1e-12, 1e-30), "slope": (1e-12, 1e-15), "gradient": (1e-8, 1e-11)}

# Beside its default, each parameter takes two other values: the first of these that it may have.
_OTHERS: tuple[tuple[Callable[[float], float], ...], ...] = (
    (lambda x: 1.75 * x, lambda x: x + 0.25, lambda x: x + 1.0, lambda x: x - 0.5, lambda x: -x),
    (lambda x: 0.375 * x, lambda x: x - 0.25, lambda x: x + 2.0, lambda x: x + 1.0, lambda x: -x),
)
# Settings that select another branch of the formula.
_SPECIAL: Mapping[str, tuple[Setting, ...]] = {
    **{
        name: ({"target": 1.0}, {"target": 4.0, "step": 2.5}, {"target": 8.0, "classes": 8.0, "step": 0.3})
        for name in ("all-threshold", "immediate-threshold", "immediate-threshold-hinge", "cumulative-logit")
    },
    "adaptive-wing": ({"target": 1.0, "theta": 3.0},),
    "gaussian-nll-log-sigma": ({"residual": 0.0},),
    "poisson-full": ({"target": 0.0}, {"target": 40.0}),
    "alpha-loss": ({"alpha": 1.0},),
    "barron": ({"alpha": 2.0, "c": 3.0}, {"alpha": 0.0, "c": 0.5}, {"alpha": -np.inf, "c": 2.0}, {"alpha": -1e9}),
    "bce-probability": ({"target": 0.0}, {"target": 1.0}),
    "contrastive": ({"similar": 1.0},),
    "cosine-embedding": ({"label": 1.0},),
    "hinge-embedding": ({"label": 1.0},),
    "poisson-deviance": ({"target": 0.0},),
    "poisson-log": ({"target": 0.0},),
    "poisson-mean": ({"target": 0.0},),
    "softmax-ce-gap": ({"classes": 1000.0},),
    "taylor-ce": ({"order": 1.0}, {"order": 40.0}),
    "tweedie-deviance": ({"target": 0.0}, {"power": 3.0}),
    "tweedie-log": ({"target": 0.0},),
}
# Formulas with constructs that no loss has, and every function by itself.
_FORMULAS = (
    "e^m + pi*m",
    "(m < 1)*m - (m >= 2)",
    "m^2 if -1 < m < 1 else 2*abs(m) - 1",
    "max(m, 1, 2*m - 3) - min(m, 0, -m)",
    "m^-2 + m^(1/2)",
    "(1 + m^2)^m",
    "2^-m",
    "(-m)^3 - -m^2 - (-(-m))*-2",
    "m - (1 - m) - m/(2/(3 + m^2))",
    "m if 1 < 2 else log(m)",
    "log1p(m) if m > 0 else sqrt(-m)",
    "log(m) if m > 0 else (log(-m) if m < -1 else exp(-1/m))",
    "2*(barron(m, 2, 1) + logcosh(m)) if m > 0 else (1 if m < -1 else 0)",
    "step(m - 1)*sign(m)*m",
    "xlogy(m, 2 + m) + xlog1py(2, m^2)",
    "0.1*m/0.3",
    "max(0, m)^1 + max(0, 1 - m)^1.5",
)
_SIZES = (1e-8, 1 - 1e-6, 1 + 1e-6, 30.0, 700.0, 2000.0)


@dataclass(frozen=True, slots=True)
class Case:
    """A formula to print, with settings of its parameters, of which the first are the defaults."""

    name: str
    tree: Tree
    variable: str
    settings: tuple[Setting, ...]
    domain: Interval = REAL
    view: tuple[float, float] = (-3.0, 3.0)
    summary: str = "A formula."

    def code(self, language: Language) -> str:
        return code(Signature(self.name, self.variable, self.settings[0], self.summary), self.tree, language)

    def tree_with(self, setting: Setting) -> Tree:
        return bind(self.tree, setting, self.variable)

    def jet(self, setting: Setting, x: Vector) -> Jet:
        return evaluate(self.tree_with(setting), self.variable, x)

    def roots(self, setting: Setting) -> list[tuple[float, float]]:
        """Return the places in view where the formula passes from one piece to the next."""
        return find_roots(self.tree_with(setting), self.variable, *self.view)

    def points(self, setting: Setting) -> Vector:
        """Ordinary points over twice the view, tiny and huge ones, and both sides of each knot; none at a knot."""
        low, high = self.view
        middle, half = (low + high) / 2, high - low
        roots = [x for pair in self.roots(setting) for x in pair]
        near = [root + side * 1e-8 * max(1.0, abs(root)) for root in roots for side in (-1, 1)]
        sizes = [side * size for size in _SIZES for side in (-1, 1)]
        x = np.unique([*np.linspace(middle - half, middle + half, 41) + half / 997, *near, *sizes])
        x = x[(x > self.domain.low) & (x < self.domain.high)]
        return x[[all(abs(at - root) > 5e-9 * max(1.0, abs(root)) for root in roots) for at in x]]


def _loss_case(loss: Loss) -> Case:
    defaults = {parameter.name: parameter.default for parameter in loss.parameters}
    others = [{p.name: _other(p, rules) for p in loss.parameters} for rules in _OTHERS] if defaults else []
    special = [{**defaults, **setting} for setting in _SPECIAL.get(loss.name, ())]
    settings = tuple(MappingProxyType(setting) for setting in (defaults, *others, *special))
    return Case(loss.name, loss.tree, loss.axis.variable, settings, loss.axis.domain, loss.axis.view, loss.summary)


def _other(parameter: Parameter, rules: tuple[Callable[[float], float], ...]) -> float:
    values = (rule(parameter.default) for rule in rules)
    return next(value for value in values if value in parameter and value != parameter.default)


def _formula_cases() -> Iterator[Case]:
    alone = [
        f"{name}({', '.join(['m', '3', '1.5', '4', '2'][: max(1, entry.fewest)])})" for name, entry in FUNCTIONS.items()
    ]
    for i, text in enumerate([*_FORMULAS, *alone]):
        yield Case(f"formula_{i}", parse(text, {"m"}), "m", ({},), summary=text)


LOSS_CASES: Mapping[str, Case] = {loss.name: _loss_case(loss) for loss in LOSSES.values()}
CASES: Mapping[str, Case] = {
    **LOSS_CASES,
    **{case.summary: case for case in _formula_cases()},
}


@cache
def curve(name: str, values: tuple[float, ...]) -> Curve:
    return Curve(LOSSES[name], values)


def exact_jet(case: Case, setting: Setting, x: Vector) -> Jet:
    """Return the jets of the curve, or of the formula where it has a finite value and slope."""
    if case.name in LOSSES:
        return curve(case.name, tuple(setting.values())).jet(x)
    jet = case.jet(setting, x)
    is_smooth = np.isfinite(jet.value) & np.isfinite(jet.slope)
    return Jet(*(np.where(is_smooth, part, np.nan) for part in (jet.value, jet.slope, jet.curvature)))


def disagreements(part: str, result: Any, jet: Jet, x: Vector) -> list[str]:
    """List the points where `result` differs from a part of `jet` by more than rounding, of it or of x.

    Where the jet is NaN any result is accepted.
    """
    relative, absolute = TOLERANCE[part]
    expected, turning = (jet.value, jet.slope) if part == "value" else (jet.slope, jet.curvature)
    with np.errstate(all="ignore"):
        result = np.broadcast_to(np.asarray(result, dtype=float), x.shape)
        change = np.nan_to_num(np.abs(x * turning), nan=0.0, posinf=0.0)
        close = np.abs(result - expected) <= relative * (np.abs(expected) + change) + absolute
    wrong = ~(close | (result == expected) | np.isnan(expected))
    return [f"at {x[i]!r}: {result[i]!r}, not {expected[i]!r}" for i in np.flatnonzero(wrong)]


def functions(text: str) -> list[Any]:
    """Run Python code in a namespace of its own and return the public functions that it defines."""
    namespace: dict[str, Any] = {}
    exec(compile(text, "snippet", "exec"), namespace)
    return [namespace[name] for name in re.findall(r"^def ([a-zA-Z]\w*)", text, re.MULTILINE)]


def complaints(case: Case, run: Callable[[Setting, Vector], Mapping[str, Any]]) -> list[str]:
    """Describe every difference between code and jets; `run` returns the results of the code by part of a jet.

    The defaults are not passed to the code, and whole numbers are passed as integers.
    """
    lines = []
    for setting in case.settings:
        x = case.points(setting)
        jet = exact_jet(case, setting, x)
        numbers = {
            f"{name}_" if iskeyword(name) else name: int(value) if value % 1 == 0 else value
            for name, value in setting.items()
        }
        for part, answers in run({} if setting is case.settings[0] else numbers, x).items():
            lines += [f"{part} {dict(setting)} {line}" for line in disagreements(part, answers, jet, x)]
    return lines
