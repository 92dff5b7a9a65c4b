"""Losses that are one function: the identities and limits of section 8 of the catalogue's notes, over their parameters.

Each row is the identity as the notes have it; the slope follows by the chain rule.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import pytest
from support.cases import every

from lossplot._curves.parse import read_curves
from lossplot._formula.evaluate import Array

LINE = np.array([-700.0, -30.0, -5.3, -2.0, -1.1, -0.7, -0.2, -1e-4, 1e-9, 1e-4, 0.3, 0.77, 1.2, 1.9, 3.1, 20.0, 400.0])
NEAR = LINE[np.abs(LINE) <= 30.0]
UNIT = np.array([1e-12, 1e-6, 0.01, 0.13, 0.3, 0.45, 0.62, 0.8, 0.97, 1 - 1e-9])
SIMILARITY = np.array([-0.99, -0.5, -0.1, 0.05, 0.4, 0.8, 0.99])
CENTRE = np.array([-0.49, -0.3, -0.01, 0.0, 0.2, 0.45])

Inner = Callable[[Array], tuple[Array, Array]]


@dataclass(frozen=True, slots=True)
class Law:
    """Identity: `factor` left(x) = `scale` right(inner(x)) + `shift`, where `inner` gives a place there and its slope.

    `plus` is a second loss at the right, with its factor.
    """

    row: str
    left: str
    right: str
    x: Any
    factor: float = 1.0
    scale: float = 1.0
    shift: float = 0.0
    inner: Inner | None = None
    plus: tuple[float, str] | None = None
    within: float = 1e-13


def _times(k: float) -> Inner:
    return lambda m: (k * m, np.full(m.shape, k))


def _sigmoid(k: float) -> Inner:
    """The sigmoid of k m; its slope is k s (1 - s)."""

    def inner(m: Array) -> tuple[Array, Array]:
        s = 1.0 / (1.0 + np.exp(-k * m))
        return s, k * s / (1.0 + np.exp(k * m))

    return inner


def _half_plus_atan(m: Array) -> tuple[Array, Array]:
    return np.arctan(m) + 0.5, 1.0 / (1.0 + m * m)


def _mirror(p: Array) -> tuple[Array, Array]:
    return 1.0 - p, np.full(p.shape, -1.0)


HALVES = np.array([-4.0, -2.5, -1.0, -0.3, 0.1, 0.4, 0.9])
SIZES = (0.1, 0.5, 1.0, 2.5, 7.0)

LAWS = [
    Law("4 smoothed-hinge(gamma=2) = modified-huber", "smoothed-hinge:gamma=2", "modified-huber", LINE, factor=4.0),
    Law(
        "generalized-smooth-hinge(alpha=1) = smoothed-hinge(1)",
        "generalized-smooth-hinge:alpha=1",
        "smoothed-hinge:gamma=1",
        LINE,
    ),
    Law("binomial-deviance(m) = logistic(2m)", "binomial-deviance", "logistic", LINE, inner=_times(2.0)),
    *(Law("lum(q,q) = dwd(q)", f"lum:a={q}:c={q}", f"dwd:q={q}", LINE, within=1e-12) for q in (*SIZES, 3.0)),
    Law("savage(m) = brier(sigmoid(m))", "savage", "brier", HALVES, inner=_sigmoid(1.0)),
    Law("sigmoid(m) = linear-probability(sigmoid(m))", "sigmoid", "linear-probability", HALVES, inner=_sigmoid(1.0)),
    Law("logistic(m) = log-loss(sigmoid(m))", "logistic", "log-loss", HALVES, inner=_sigmoid(1.0)),
    Law("exponential(m) = boosting-score(sigmoid(2m))", "exponential", "boosting-score", HALVES, inner=_sigmoid(2.0)),
    Law(
        "exponential(m) = alpha-loss(1/2)(sigmoid(m))",
        "exponential",
        "alpha-loss:alpha=0.5",
        HALVES,
        inner=_sigmoid(1.0),
    ),
    Law(
        "tangent(m) = 4 brier(atan(m)+1/2), m in (-.5,.5)", "tangent", "brier", CENTRE, scale=4.0, inner=_half_plus_atan
    ),
    Law("pinball-hinge(0) = hinge", "pinball-hinge:tau=0", "hinge", LINE),
    *(Law("lim ramp(s=-100) = hinge on the grid", f"ramp:s={s}", "hinge", NEAR) for s in (-100.0, -1e9)),
    *(Law("smooth-l1(b) = huber(b)/b", f"smooth-l1:beta={b}", f"huber:delta={b}", LINE, scale=1 / b) for b in SIZES),
    *(
        Law(
            "charbonnier(e) = pseudo-huber(e)/e + e",
            f"charbonnier:epsilon={e}",
            f"pseudo-huber:delta={e}",
            LINE,
            scale=1 / e,
            shift=e,
        )
        for e in (0.001, *SIZES)
    ),
    *(
        Law("barron(1,c) = pseudo-huber(c)/c^2", f"barron:alpha=1:c={c}", f"pseudo-huber:delta={c}", LINE, scale=c**-2)
        for c in SIZES
    ),
    *(
        Law(
            "barron(0,c) = cauchy(c sqrt2)/c^2",
            f"barron:alpha=0:c={c}",
            f"cauchy:c={c * math.sqrt(2.0)!r}",
            LINE,
            scale=c**-2,
        )
        for c in SIZES
    ),
    *(
        Law(
            "barron(-2,c) = geman-mcclure(2c)/c^2",
            f"barron:alpha=-2:c={c}",
            f"geman-mcclure:c={2 * c}",
            LINE,
            scale=c**-2,
        )
        for c in SIZES
    ),
    *(
        Law(
            "barron(-inf,c): 1-exp = welsch(c sqrt2)/c^2",
            f"barron:alpha=-inf:c={c}",
            f"welsch:c={c * math.sqrt(2.0)!r}",
            NEAR[np.abs(NEAR) < 8.0 * c],
            scale=c**-2,
        )
        for c in SIZES
    ),
    *(
        Law("barron(2,c) = half-squared/c^2 (its limit)", f"barron:alpha=2:c={c}", "half-squared", LINE, scale=c**-2)
        for c in SIZES
    ),
    *(
        Law(
            "tukey-quartic(k=2) = tukey-biweight",
            f"tukey-quartic:k=2:c={c}",
            f"tukey-biweight:c={c}",
            LINE[np.abs(LINE) != c],
            within=1e-12,
        )
        for c in SIZES
    ),
    *(
        Law(
            "student-t(c,df) = cauchy(c sqrt df), df=4",
            f"student-t:c={c}:df={df}",
            f"cauchy:c={c * math.sqrt(df)!r}",
            LINE,
        )
        for c in SIZES
        for df in (1.0, 2.5, 4.0)
    ),
    Law("gce(q=1/2) = alpha-loss(2)", "gce:q=0.5", "alpha-loss:alpha=2", UNIT),
    *(
        Law("gce(q) = alpha-loss(1/(1-q))", f"gce:q={q}", f"alpha-loss:alpha={1 / (1 - q)!r}", UNIT)
        for q in (0.1, 0.25, 0.7)
    ),
    Law("tsallis(2) = 2 brier", "tsallis:q=2", "brier", UNIT, scale=2.0),
    Law("tsallis(3) = 3 brier", "tsallis:q=3", "brier", UNIT, scale=3.0),
    Law("taylor-ce(1) = linear-probability", "taylor-ce:order=1", "linear-probability", UNIT),
    Law("soft-dice = tversky(1/2)", "soft-dice", "tversky:beta=0.5", UNIT),
    Law(
        "normalized-ce: L(p)+L(1-p) = 1",
        "normalized-ce",
        "normalized-ce",
        UNIT[2:8],
        scale=-1.0,
        shift=1.0,
        inner=_mirror,
    ),
    *(
        Law(
            "symmetric-ce(1,b,A) = log-loss - bA linear",
            f"symmetric-ce:alpha=1:beta={b}:A={a}",
            "log-loss",
            UNIT,
            plus=(-b * a, "linear-probability"),
        )
        for b in (0.0, 0.5, 3.0)
        for a in (-4.0, -0.3)
    ),
    *(
        Law(
            "info-nce(T=1,N,n=0) = softmax-ce-gap(N+1)",
            f"info-nce:temperature=1:negatives={n}:negative=0",
            f"softmax-ce-gap:classes={n + 1}",
            SIMILARITY,
        )
        for n in (1, 9, 255)
    ),
    *(
        Law(
            "quantile-huber = |tau - 1(r > 0)| huber/delta, tau = 1/2",
            f"quantile-huber:tau=0.5:delta={d}",
            f"huber:delta={d}",
            LINE,
            scale=0.5 / d,
        )
        for d in SIZES
    ),
    Law("huber(inf) = half-squared (section 2)", "huber:delta=1e9", "half-squared", LINE),
    Law("half-squared = squared/2", "half-squared", "squared", LINE, scale=0.5),
    Law("quantile(1/2) = absolute/2", "quantile:tau=0.5", "absolute", LINE, scale=0.5),
    Law("expectile(1/2) = squared/2", "expectile:tau=0.5", "squared", LINE, scale=0.5),
    Law("power(1) = absolute", "power:p=1", "absolute", LINE),
    Law("power(2) = squared", "power:p=2", "squared", LINE),
    Law("epsilon-insensitive(0) = absolute", "epsilon-insensitive:epsilon=0", "absolute", LINE),
    Law("squared-epsilon-insensitive(0) = squared", "squared-epsilon-insensitive:epsilon=0", "squared", LINE),
    Law("logistic-distance(r) = 2 log-cosh(r/2)", "logistic-distance", "log-cosh", LINE, scale=2.0, inner=_times(0.5)),
    Law("hinge(0) = perceptron", "hinge:threshold=1e-300", "perceptron", LINE),
    Law("logistic-base2 = logistic/log 2", "logistic-base2", "logistic", LINE, scale=1.0 / math.log(2.0)),
    Law("focal(0) = log-loss", "focal:gamma=0", "log-loss", UNIT),
    Law("focal(alpha) = alpha focal", "focal:alpha=0.25", "focal", UNIT, scale=0.25),
    Law("poly1(0) = log-loss", "poly1:epsilon=0", "log-loss", UNIT),
    Law("alpha-loss(1) = log-loss", "alpha-loss:alpha=1", "log-loss", UNIT),
    Law("gce(1) = linear-probability", "gce:q=1", "linear-probability", UNIT),
    Law("softmax-ce-gap(2) = logistic", "softmax-ce-gap:classes=2", "logistic", LINE),
    Law("bce-logits(1) = logistic", "bce-logits:target=1", "logistic", LINE),
]


def parts(spec: str, x: Array) -> tuple[Array, Array]:
    (curve,) = read_curves([spec])
    jet = curve.jet(x)
    return jet.value, jet.slope


@every("law", LAWS, ids=[f"{law.left} and {law.right}" for law in LAWS])
def test_losses_that_are_one_function_have_one_value_and_one_slope(law: Law) -> None:
    place, turn = law.inner(law.x) if law.inner else (law.x, np.ones(law.x.shape))
    value, slope = parts(law.left, law.x)
    other, other_slope = parts(law.right, place)
    expected, expected_slope = law.scale * other + law.shift, law.scale * other_slope * turn
    if law.plus:
        more, more_slope = parts(law.plus[1], law.x)
        expected, expected_slope = expected + law.plus[0] * more, expected_slope + law.plus[0] * more_slope
    np.testing.assert_allclose(law.factor * value, expected, rtol=law.within, atol=1e-15, err_msg=law.row)
    np.testing.assert_allclose(law.factor * slope, expected_slope, rtol=law.within, atol=1e-15, err_msg=law.row)


LIMITS = [
    ("smoothed-hinge(gamma -> 0) = hinge", "smoothed-hinge:gamma=1e-9", "hinge", 1.0, LINE, 1e-8),
    ("generalized-smooth-hinge(inf) = hinge", "generalized-smooth-hinge:alpha=1e8", "hinge", 1.0, LINE, 1e-7),
    ("dwd(inf) = hinge", "dwd:q=990", "hinge", 1.0, LINE, 1e-2),
    ("lum(c = inf) = hinge", "lum:c=1e6", "hinge", 1.0, LINE, 1e-5),
    ("softplus-hinge(inf) = hinge", "softplus-hinge:beta=1e8", "hinge", 1.0, LINE, 1e-7),
    ("sigmoid(inf) = zero-one", "sigmoid:k=1e12", "zero-one", 1.0, LINE, 1e-9),
    ("huber/delta -> absolute as delta -> 0", "huber:delta=1e-9", "absolute", 1e-9, LINE, 1e-8),
    ("smooth-l1(0) = absolute", "smooth-l1:beta=1e-9", "absolute", 1.0, LINE, 1e-8),
    ("gce(0) = log-loss", "gce:q=1e-9", "log-loss", 1.0, UNIT, 1e-6),
    ("alpha-loss(inf) = linear-probability", "alpha-loss:alpha=1e9", "linear-probability", 1.0, UNIT, 1e-7),
    ("taylor-ce(inf) = log-loss", "taylor-ce:order=1000", "log-loss", 1.0, UNIT[3:], 1e-9),
    ("negative-binomial(0) = poisson-mean", "negative-binomial:alpha=1e-9", "poisson-mean", 1.0, UNIT, 1e-7),
]


@pytest.mark.parametrize(("row", "left", "right", "scale", "x", "within"), LIMITS, ids=[row[0] for row in LIMITS])
def test_a_limit_is_reached(row: str, left: str, right: str, scale: float, x: Array, within: float) -> None:
    value, _ = parts(left, x)
    expected, _ = parts(right, x)
    np.testing.assert_allclose(value, scale * expected, rtol=within, atol=within * scale, err_msg=row)
