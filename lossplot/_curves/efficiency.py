"""Efficiency of a loss at normal errors, and the parameter that gives an efficiency."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from itertools import pairwise

import numpy as np

from lossplot._curves.curve import Curve
from lossplot._curves.limits import CLOSE
from lossplot._errors import RequestError, quote
from lossplot._formula.knots import Knot
from lossplot._formula.parser import FormulaError
from lossplot._losses import Parameter

# Beyond this the normal density is not a normal double.
FAR = 38.0
NODES = 20


def efficiency(curve: Curve) -> float | None:
    """Compute (E psi')^2 / E psi^2 under N(0, 1), psi being the slope: the share of the observations not wasted.

    None off the error axis; where E psi is not 0, so that another place than the centre is estimated; and
    where the loss jumps or a corner's slope is infinite, so that the estimate is not asymptotically normal.
    """
    if curve.axis.name != "error" or any(_is_irregular(knot) for knot in curve.knots(-FAR, FAR)):
        return None
    # Panels that halve towards zero resolve a bend of any width there.
    edges = np.concatenate(
        [[0.0], 2.0 ** np.arange(-40.0, -1.0), np.arange(0.5, 10.0, 0.5), np.arange(10.0, FAR + 1, 2)]
    )
    edges = np.unique([*edges, *-edges, *curve.landmarks(-FAR, FAR)])
    nodes, weights = np.polynomial.legendre.leggauss(NODES)
    half = np.diff(edges)[:, None] / 2.0
    z = (edges[:-1, None] + half * (1.0 + nodes)).ravel()
    chance = (half * weights).ravel() * np.exp(-z * z / 2.0) / math.sqrt(2.0 * math.pi)
    psi = curve.jet(z).slope
    with np.errstate(all="ignore"):
        # Stein: E psi' = E z psi(z), which counts the jumps of psi too.
        mean, gain, power = (float(np.sum(chance * term)) for term in (psi, z * psi, psi * psi))
    if not 0.0 < power < math.inf or abs(mean) > CLOSE * math.sqrt(power):
        return None
    return min(1.0, gain * gain / power)


def _is_irregular(knot: Knot) -> bool:
    return knot.kind == "jump" or (knot.kind == "corner" and not math.isfinite(knot.right - knot.left))


def parameter_for_efficiency(curve: Curve, parameter_name: str, target: float) -> float:
    """Find the value of a parameter that gives `curve` the efficiency `target`: of several, that next to the present.

    Raises RequestError if the loss has no such parameter, or if none of its values gives that efficiency.
    """
    parameter = _find(curve, parameter_name)
    present = curve.parameters[parameter.name]
    if not 0.0 < target < 1.0:
        raise RequestError(f"an efficiency of {target:g} is impossible; choose one between 0 and 1")

    def excess(value: float) -> float:
        candidate = curve.having(parameter.name, value)
        try:
            share = efficiency(candidate) if candidate.allowed else None
        except FormulaError:
            share = None
        return math.nan if share is None else share - target

    samples = _sampled(excess, _candidates(parameter, present))
    if samples and max(over for _, over in samples) < 0.0:
        samples = _with_peak(excess, samples)
    brackets = [(a, b) for a, b in pairwise(samples) if (a[1] < 0.0) != (b[1] < 0.0)]
    if not brackets:
        raise RequestError(_unreachable(curve, parameter.name, target, [over + target for _, over in samples]))
    below = sum(value < present for value, _ in samples)
    nearest = min(brackets, key=lambda bracket: abs(samples.index(bracket[1]) - below))
    (low, over_low), (high, over_high) = nearest
    # The Illinois rule: false position that halves the weight of an end it does not move.
    for _ in range(100):
        middle = high - over_high * (high - low) / (over_high - over_low)
        over = excess(middle)
        if over * over_high < 0.0:
            low, over_low = high, over_high
        else:
            over_low /= 2.0
        high, over_high = middle, over
        if abs(over) < 1e-15 or abs(high - low) <= 1e-13 * abs(high):
            break
    return high


def _find(curve: Curve, name: str) -> Parameter:
    if curve.axis.name != "error":
        raise RequestError(
            f"{curve.name} is a function of the {curve.axis.noun}, and has no efficiency; choose a loss of the error"
        )
    for parameter in curve.loss.parameters:
        if parameter.name == name:
            return parameter
    names = ", ".join(curve.parameters)
    raise RequestError(f"{curve.name} has no parameter {quote(name)}; {f'it has {names}' if names else 'it has none'}")


def _candidates(parameter: Parameter, present: float) -> list[float]:
    """Values from end to end of the parameter's interval, in order, its present value among them."""
    low, high = parameter.interval.low, parameter.interval.high
    steps = np.geomspace(1e-3, 1e3, 25)
    if math.isfinite(high - low):
        values = np.linspace(low, high, 41)
    elif math.isfinite(low):
        values = low + steps * max(1.0, abs(present - low))
    elif math.isfinite(high):
        values = high - steps * max(1.0, abs(present - high))
    else:
        values = np.concatenate([-steps, [0.0], steps])
    return [value for value in map(float, np.union1d(values, present)) if value in parameter]


_Samples = list[tuple[float, float]]


def _sampled(function: Callable[[float], float], at: Iterable[float]) -> _Samples:
    """The pairs (x, y) of `function`, without those whose y is NaN."""
    return [(x, y) for x in at if not math.isnan(y := function(x))]


def _with_peak(function: Callable[[float], float], samples: _Samples) -> _Samples:
    """The `samples` with more of them around the highest."""
    for _ in range(4):
        top = max(range(len(samples)), key=lambda i: samples[i][1])
        low, high = samples[max(top - 1, 0)][0], samples[min(top + 1, len(samples) - 1)][0]
        samples = sorted({*samples, *_sampled(function, map(float, np.linspace(low, high, 11)))})
    return samples


def _unreachable(curve: Curve, name: str, target: float, shares: list[float]) -> str:
    if not shares:
        return f"{curve.name} has no efficiency: it is not smooth enough, or not centred at 0; choose another loss"
    least, most = f"{min(shares):.4g}", f"{max(shares):.4g}"
    if least == most:
        return f"{curve.name} has the efficiency {most} whatever its {name}; choose another parameter or loss"
    return f"no {name} gives {curve.name} the efficiency {target:.4g}; choose one between {least} and {most}"
