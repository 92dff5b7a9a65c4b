"""Every equivalent, as the library computes it, is its factor times ours: value and slope, at ordinary points."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
import pytest

from lossplot._curves.curve import Curve
from lossplot._formula.evaluate import bind, evaluate
from lossplot._losses import LOSSES, Equivalent, Loss, Parameter
from lossplot._losses.foreign import DATA

from .adapters import ADAPTERS
from .library import Parameters, Vector

# Beside its default, each parameter takes a larger and a smaller value: the first of these that it may have.
_LARGER: tuple[Callable[[float], float], ...] = (
    lambda x: 1.75 * x,
    lambda x: x + 0.25,
    lambda x: x + 1.0,
    lambda x: x - 0.5,
    lambda x: -x,
)
_SMALLER: tuple[Callable[[float], float], ...] = (
    lambda x: 0.375 * x,
    lambda x: x - 0.25,
    lambda x: x + 2.0,
    lambda x: x + 1.0,
    lambda x: -x,
)
# Exceptions to these values.
_PINNED = {
    "info-nce": {"negatives": (255.0, 63.0, 2.0)},  # whole numbers, to be counted
    "tukey-quartic": {"k": (4.0, 6.0, 2.0)},  # statsmodels raises r, not abs(r), to the power k
}

Case = tuple[Loss, Equivalent, Parameters]


def _choices(loss: Loss, parameter: Parameter) -> tuple[float, ...]:
    """Three values for a parameter: its default, a larger and a smaller one."""
    if parameter.name in _PINNED.get(loss.name, {}):
        return _PINNED[loss.name][parameter.name]
    default = parameter.default
    rows = [[rule(default) for rule in rules] for rules in (_LARGER, _SMALLER)]
    others = [next(value for value in values if value in parameter and value != default) for values in rows]
    return tuple(int(value) if parameter.integer else value for value in (default, *others))


def _cases() -> Iterator[Case]:
    for loss in LOSSES.values():
        settings = list(zip(*(_choices(loss, parameter) for parameter in loss.parameters), strict=True)) or [()]
        for equivalent in loss.equivalents:
            if equivalent.name not in ADAPTERS:
                continue  # test_complete says so, but for C++
            distinct: list[Parameters] = []
            for values in settings:
                parameters = {
                    # What a call does not take is at its default.
                    each.name: value if each.name in DATA or equivalent.takes(each.name) else each.default
                    for each, value in zip(loss.parameters, values, strict=True)
                } | dict(ADAPTERS[equivalent.name].only)
                if parameters not in distinct:
                    distinct.append(parameters)
                    yield loss, equivalent, parameters


def _name(case: Case) -> str:
    loss, equivalent, parameters = case
    return "-".join([loss.name, equivalent.name, *(f"{name}={value:g}" for name, value in parameters.items())])


def _points(curve: Curve, least: float) -> Vector:
    """Points all over twice the view, away from knots and ends, each twice; short in binary, so that sums are exact."""
    low, high = curve.axis.view
    middle, half = (low + high) / 2, high - low
    domain = curve.axis.domain
    low, high = max(middle - half, domain.low, least), min(middle + half, domain.high)
    x = (np.floor(np.linspace(low, high, 32, endpoint=False) * 64) + 0.5) / 64
    x = x[(x > low + 1 / 32) & (x < high - 1 / 32)]
    knots = [knot.x for knot in curve.knots(low, high)] + curve.landmarks(low, high)
    clear = np.all([np.abs(x - knot) > 1e-3 for knot in knots], axis=0) if knots else np.full(len(x), True)
    return np.repeat(x[clear], 2)


def _in_parameters(loss: Loss, formula: str, parameters: Parameters) -> float:
    variable = loss.axis.variable
    tree = bind(loss.parse(formula), dict(parameters), variable)
    return float(evaluate(tree, variable, np.zeros(1)).value[0])


@pytest.mark.parametrize("case", [pytest.param(case, id=_name(case)) for case in _cases()])
def test_library(case: Case) -> None:
    loss, equivalent, parameters = case
    adapter = ADAPTERS[equivalent.name]
    curve = Curve(loss, tuple(parameters[parameter.name] for parameter in loss.parameters))
    x = _points(curve, adapter.low)
    assert len(x) > 20
    jet, factor = curve.jet(x), _in_parameters(loss, equivalent.factor, parameters)
    values, slopes = adapter.read(equivalent.filled(parameters), x, parameters)
    assert values is not None or slopes is not None
    if values is not None:
        expected = factor * jet.value + _in_parameters(loss, equivalent.constant, parameters)
        if adapter.constant:
            values, expected = values - values[0], expected - expected[0]
        np.testing.assert_allclose(values, expected, rtol=adapter.tolerance, atol=adapter.tolerance)
    if slopes is not None:
        np.testing.assert_allclose(slopes, factor * jet.slope, rtol=adapter.tolerance, atol=adapter.tolerance)
