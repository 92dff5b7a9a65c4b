"""Every loss is within rounding of its exact value and derivative: at any parameters, and at every double."""

from __future__ import annotations

import math

import pytest
from support.accuracy import any_curve, any_point, errors
from support.draws import law

from lossplot._curves.curve import Curve
from lossplot._curves.parse import read_curves
from lossplot._losses import LOSSES, Loss

EVERY_LOSS = pytest.mark.parametrize("loss", LOSSES.values(), ids=list(LOSSES))


def _check(curve: Curve, x: float) -> None:
    value, slope, _ = errors(curve, x)
    assert value <= 4.0, f"{curve.spec} at {x!r}: the value is {value:g} ulp off"
    assert slope <= 8.0, f"{curve.spec} at {x!r}: the derivative is {slope:g} ulp off"


@EVERY_LOSS
@law(5, among=5, curve=any_curve, x=any_point)
def test_a_loss_is_exact_to_4_ulp_and_its_derivative_to_8(loss: Loss, curve: Curve, x: float) -> None:
    assert curve.loss is loss
    _check(curve, x)


@pytest.mark.slow
@EVERY_LOSS
@law(60, curve=any_curve, x=any_point)
def test_a_loss_is_exact_to_4_ulp_and_its_derivative_to_8_at_many_points(loss: Loss, curve: Curve, x: float) -> None:
    assert curve.loss is loss
    _check(curve, x)


HARD = [
    ("balanced-l1:alpha=0.006:gamma=1.5", 0.7),
    ("balanced-l1:alpha=0.001:gamma=5", 1e-3),
    ("balanced-l1:alpha=1e6:gamma=1.5", 0.5),
    ("balanced-l1:alpha=1e6:gamma=1.5", 3.0),
    ("smooth-epsilon-insensitive:epsilon=710", 1e-3),
    ("smooth-epsilon-insensitive:epsilon=710", 709.5),
    ("dwd:q=1001", 1.01),
    ("dwd:q=1e100", 1.0),
    ("hampel:a=2:b=4:c=1e8", 1e7),
    ("tukey-quartic", math.nextafter(3.61752, 0.0)),
    ("tukey-quartic", 3.6175199),
    ("tukey-quartic:k=0.001", 3.0),
    ("tukey-biweight", math.nextafter(4.685, 0.0)),
    ("power:p=1001", 1.0001),
    ("focal:gamma=1001", 1e-6),
    ("tsallis:q=1.00000001", 0.3),
    ("tweedie-deviance:power=83.5", 1.45),
    ("tweedie-deviance:power=1.9999999", 3.0),
    ("msle:target=50", math.nextafter(-1.0, 0.0)),
    ("negative-binomial:target=48:alpha=42", 106.0),
    ("probit", -4.855700744968682),
    ("crps-gaussian", 0.08),
    ("expectile:tau=1e-50", -1.8e154),
    ("expectile:tau=1e-50", 1.3e154),
    ("linex:a=-2e42:b=7e-63", 4e288),
    ("linex:a=1:b=1e-100", 900.0),
    ("linex:a=1:b=1e100", 1e-165),
    ("linex:a=1e-10:b=1e100", 1e-300),
    ("balanced-l1:alpha=7e-48:gamma=1.5", 0.0),
    ("crps-gaussian:sigma=3e-100", 5e291),
    ("ramsay:a=4e48", 3e281),
    ("tolerant:a=0.08:b=3e-27", -2.5e144),
    ("negative-binomial:target=0:alpha=6e-74", 3e-282),
    *((name, x) for name in ("cauchy", "geman-mcclure", "student-t", "pseudo-huber", "fair") for x in (1e200, -1e-200)),
    *((name, x) for name in ("arctan", "welsch", "charbonnier", "lorenz", "barron:alpha=0") for x in (-1e200, 1e-200)),
]


@pytest.mark.parametrize(("spec", "x"), HARD, ids=[f"{spec} at {x:g}" for spec, x in HARD])
def test_a_loss_is_exact_where_its_textbook_formula_is_hard_to_compute(spec: str, x: float) -> None:
    [curve] = read_curves([spec])
    _check(curve, x)
    assert all(math.isfinite(float(part[0])) for part in (curve.jet([x]).value, curve.jet([x]).slope))
