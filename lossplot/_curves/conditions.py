"""The parameters for which a loss has a property.

A property that a loss has no row for does not depend on its parameters.  The rows are proved beside them, from the
formula; `tests/curves/test_conditions.py` tries them, and that there are no others, at random parameters.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lossplot._curves.curve import Curve
    from lossplot._losses import Loss

# The properties that a loss has or has not; of the others each is a number or a place.
DECIDED = (
    *("convex", "continuous", "smooth", "twice-smooth", "lipschitz", "bounded", "symmetric", "calibrated"),
    *("universally-fisher-consistent", "monotone", "redescending", "proper", "strictly-proper"),
)

_CONDITIONS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        # The weights of both sides are tau and 1 - tau.
        "quantile": {"symmetric": "tau = 0.5"},
        "quantile-huber": {"symmetric": "tau = 0.5"},
        # The curvature is 2 tau on one side of 0 and 2 (1 - tau) on the other.
        "expectile": {"symmetric": "tau = 0.5", "twice-smooth": "tau = 0.5"},
        # The curvature is 0 within epsilon, and 2 beyond.
        "squared-epsilon-insensitive": {"twice-smooth": "epsilon = 0"},
        # The derivatives of r^p at r > 0 are p r^(p-1) and p (p-1) r^(p-2).
        "power": {
            "convex": "p >= 1",
            "smooth": "p > 1",
            "twice-smooth": "p >= 2",
            "lipschitz": "p = 1",
            "redescending": "p < 1",
        },
        # Far out the slope goes with |r|^(alpha - 1) and the value with |r|^alpha, if alpha > 0; below 0 the value is
        # under |alpha - 2|/|alpha|.  The curvature has the sign of (alpha - 1) (r/c)^2 + |alpha - 2|.
        "barron": {
            "convex": "alpha >= 1",
            "lipschitz": "alpha <= 1",
            "bounded": "alpha < 0",
            "redescending": "alpha < 1",
        },
        # A proper score has q L'(q) = (1 - q) L'(1 - q); for q -> 0 the sides tend to -1 and 0 if gamma > 0.
        "focal": {"proper": "gamma = 0", "strictly-proper": "gamma = 0"},
        # The slope is -p^(q - 1).
        "gce": {"lipschitz": "q = 1"},
        # The curvature within theta has the sign of alpha - target - 1 less the power of r/epsilon.
        "adaptive-wing": {"convex": "(theta/epsilon)^(alpha - target) <= alpha - target - 1"},
        # Of a censored time the loss falls all the way; else the densities but the last are even.
        "aft-normal": {"symmetric": "censored = 0", "monotone": "censored = 0"},
        "aft-logistic": {"symmetric": "censored = 0", "monotone": "censored = 0"},
        "aft-extreme": {"monotone": "censored = 0"},
        # L'' has the sign of 2 - q + (q - 1) p + (q - 1) p^(3-q) (1-p)^(q-2): below 0 near p = 0 for q from 2 to 3;
        # from 3 to 5 it is least at p = 2/3 for q = 5, where it is 0.  The slope has the power q - 2 of p.
        "tsallis": {"convex": "q <= 2 or 3 <= q <= 5", "lipschitz": "q >= 2"},
        # The linear term moves the best report.
        "poly1": {"proper": "epsilon = 0", "strictly-proper": "epsilon = 0"},
        # At p = 0 the value is 1/(1 - 1/alpha) if that is positive.  The odds of the best report are a power of the
        # true ones.
        "alpha-loss": {"bounded": "alpha > 1", "proper": "alpha = 1", "strictly-proper": "alpha = 1"},
        # Only alpha weighs the logarithm, which alone is unbounded, and only beta the linear part, which is not proper.
        "symmetric-ce": {
            "lipschitz": "alpha = 0",
            "bounded": "alpha = 0",
            "proper": "beta = 0",
            "strictly-proper": "beta = 0 and alpha > 0",
        },
        # L'' = 2 beta (1 - beta)/(p + beta (1 - p))^3.
        "tversky": {"convex": "beta <= 1"},
        # L'' has the sign of gamma - 1 + 2 (1 - beta) (1 - p); at p = 1 the slope has the power gamma - 1 of 1 - p.
        "focal-tversky": {"convex": "gamma >= 1 and gamma >= 2*beta - 1", "lipschitz": "gamma >= 1"},
        # Of label 0 it is the power gamma + 1 of what is left up to 1 - c, where it ends, and the logarithm of c
        # at p = 0.  Without gamma and c it is the log loss.
        "asymmetric": {
            "smooth": "positive = 1 or gamma > 0 or c = 0",
            "twice-smooth": "positive = 1 or gamma > 1 or c = 0",
            "lipschitz": "positive = 0 and c > 0",
            "bounded": "positive = 0 and c > 0",
            "proper": "gamma = 0 and positive = 1 or gamma = 0 and c = 0",
            "strictly-proper": "gamma = 0 and positive = 1 or gamma = 0 and c = 0",
        },
        # At the target the cross-entropy is positive, and it is multiplied by the power beta of the distance; a target
        # of 0 or 1 is an end, where it vanishes.
        "quality-focal": {
            "convex": "beta >= 1 or beta = 0 or target = 0 or target = 1",
            "smooth": "beta > 1 or beta = 0 or target = 0 or target = 1",
            "twice-smooth": "beta >= 2 or beta = 0 or target = 0 or target = 1",
        },
        # L'' = -alpha (alpha - 1) u^(alpha - 2).
        "alpha-iou": {"convex": "alpha <= 1", "lipschitz": "alpha >= 1"},
        # A good action gains no more than 1 + epsilon, and a bad one costs as much as its ratio, up to c.
        "ppo-clip": {"bounded": "advantage > 0"},
        "dual-clip-ppo": {"convex": "advantage > 0"},
        # For similar = 1 it is x^2/2; otherwise it falls ever faster to a corner, and is 0 beyond.
        "contrastive-legacy": {
            "convex": "similar = 1",
            "smooth": "similar = 1",
            "twice-smooth": "similar = 1",
            "lipschitz": "similar = 0",
            "bounded": "similar = 0",
        },
        # Without a target the logarithm is gone.
        "poisson-mean": {"lipschitz": "target = 0"},
        "poisson-full": {"lipschitz": "target = 0"},
        "poisson-deviance": {"lipschitz": "target = 0"},
        "negative-binomial": {"lipschitz": "target = 0"},
        # L'' = 2 x^(-power - 1) (power target + (1 - power) x).
        "tweedie-deviance": {"convex": "power = 0 or power < 0 and target = 0"},
        # Without a residual it is x.
        "gaussian-nll-log-sigma": {"lipschitz": "residual = 0"},
        # Only alpha weighs the corner, and 1 - alpha the square.
        "elastic-net": {"smooth": "alpha = 0", "twice-smooth": "alpha = 0", "lipschitz": "alpha = 1"},
        # For label = 1 it is x; otherwise it has a corner at the margin, and is 0 beyond.
        "hinge-embedding": {"smooth": "label = 1", "twice-smooth": "label = 1", "bounded": "label = -1"},
        # For similar = 1 it is x^2/2; otherwise it is half the square of max(0, margin - x).
        "contrastive": {"twice-smooth": "similar = 1", "lipschitz": "similar = 0", "bounded": "similar = 0"},
        # A corner at the margin, unless that is an end of the axis.
        "cosine-embedding": {
            "smooth": "label = 1 or margin = 1 or margin = -1",
            "twice-smooth": "label = 1 or margin = 1 or margin = -1",
        },
    }
)


def condition(loss: Loss, name: str) -> str | None:
    """The condition on its parameters under which `loss` has the property called `name`; None if it has no part in it.

    It is made of comparisons, `and` and `or`: `power = 0 or power < 0 and target = 0`.
    """
    return _CONDITIONS.get(loss.name, {}).get(name)


def fulfils(curve: Curve, text: str) -> bool:
    """Return True if the parameters of `curve` fulfil a condition."""
    alternatives = (each.split(" and ") for each in text.split(" or "))
    return any(all(_is_true(curve, comparison) for comparison in each) for each in alternatives)


def _is_true(curve: Curve, comparison: str) -> bool:
    from lossplot._formula.evaluate import bind
    from lossplot._formula.tree import Number

    one, equal, other = comparison.partition(" = ")
    if equal:
        comparison = f"{one} <= {other} <= {one}"
    return bind(curve.loss.parse(f"1 if {comparison} else 0"), curve.parameters, "") == Number(1.0)
