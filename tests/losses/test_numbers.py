"""Values of every loss against 50-digit arithmetic and published numbers."""

from __future__ import annotations

import csv
import math
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

import numpy as np
import pytest
from make_golden import GOLDEN, SOURCE, golden
from make_golden import rows as golden_rows
from oracle import REFERENCE, agree, mp
from support import known_defects
from support.cases import every

from lossplot._curves.curve import Curve
from lossplot._curves.parse import read_curves
from lossplot._losses import LOSSES, Loss

REMEDY = "; if tests/oracle/ or the catalogue changed on purpose, run: python tests/make_golden.py"
ORDERS = ("value", "derivative", "second_derivative", "third_derivative")

Row = dict[str, str]


def _read() -> list[Row]:
    with GOLDEN.open(encoding="ascii", newline="") as lines:
        assert next(lines).rstrip() == SOURCE
        return list(csv.DictReader(lines))


ROWS = _read()
SPECS = {
    ":".join(filter(None, key)): list(rows) for key, rows in groupby(ROWS, lambda row: (row["loss"], row["parameters"]))
}


def _curve(spec: str) -> Curve:
    (curve,) = read_curves([spec])
    return curve


def _numbers(curve: Curve, x: float) -> tuple[float, float, float]:
    jet = curve.derivatives([x])
    return float(jet.value[0]), float(jet.slope[0]), float(jet.curvature[0])


def mistakes(curve: Curve, rows: Sequence[Row]) -> Iterator[tuple[float, int, str]]:
    """Yield the places and orders of derivative that differ from `rows`, with a description of the difference."""
    jet = curve.derivatives([float(row["x"]) for row in rows])
    for row, *results in zip(rows, jet.value.tolist(), jet.slope.tolist(), jet.curvature.tolist(), strict=True):
        x = float(row["x"])
        exact = [mp.mpf(row[order] or "nan") for order in ORDERS]
        for order, (result, (expected, turning)) in enumerate(zip(results, pairwise(exact), strict=True)):
            if not agree(result, expected, x, 0 if mp.isnan(turning) else turning):
                yield x, order, f"{ORDERS[order]} at {x!r} is {result!r}, not {row[ORDERS[order]] or 'missing'}"


@every("spec", SPECS)
def test_values_and_derivatives_are_exact_to_rounding_and_missing_where_they_do_not_exist(spec: str) -> None:
    curve = _curve(spec)
    wrong = [
        what for x, order, what in mistakes(curve, SPECS[spec]) if not known_defects.excused("golden", curve, x, order)
    ]
    assert not wrong, f"{spec}: {'; '.join(wrong)}{REMEDY}"


@pytest.mark.parametrize("defect", known_defects.defects("golden"))
def test_a_known_defect_of_the_numbers_is_mended(defect: known_defects.Defect) -> None:
    x, order = defect.place
    rows = [row for row in SPECS[defect.spec] if float(row["x"]) == x]
    assert rows
    assert order not in [wrong for _, wrong, _ in mistakes(defect.curve, rows)]


@every("spec", SPECS, among=8)
def test_many_points_at_once_give_what_each_gives_alone(spec: str) -> None:
    curve = _curve(spec)
    x = np.array([float(row["x"]) for row in SPECS[spec]])
    together = curve.derivatives(x)
    alone = np.array([_numbers(curve, point) for point in x.tolist()]).T
    for at_once, one_by_one in zip((together.value, together.slope, together.curvature), alone, strict=True):
        np.testing.assert_allclose(at_once, one_by_one, rtol=1e-14, atol=0.0)


def test_every_loss_has_an_oracle_and_every_oracle_a_loss() -> None:
    assert REFERENCE.keys() == LOSSES.keys()


def test_the_golden_file_covers_every_loss_and_varies_every_parameter() -> None:
    for loss in LOSSES.values():
        settings = {row["parameters"] for row in ROWS if row["loss"] == loss.name}
        assert len(settings) == 1 + len(loss.parameters), loss.name + REMEDY


@every("loss", LOSSES.values(), ids=LOSSES, among=10)
def test_the_golden_file_has_the_lines_of_a_loss_that_its_script_writes(loss: Loss) -> None:
    lines = [[*row.values()] for row in ROWS if row["loss"] == loss.name]
    assert lines == [*golden_rows([loss])], "tests/oracle/golden.csv is out of date" + REMEDY


@pytest.mark.slow
def test_the_golden_file_is_what_its_script_writes() -> None:
    assert GOLDEN.read_text(encoding="ascii") == golden(), "tests/oracle/golden.csv is out of date" + REMEDY


# fmt: off
ELSEWHERE = [
    ("tukey-biweight", 1.0, 0, 0.47756610005714073, "statsmodels 0.15.0 TukeyBiweight(4.685).rho"),
    ("tukey-biweight", 3.0, 0, 2.9070281735209185, "statsmodels 0.15.0 TukeyBiweight(4.685).rho"),
    ("tukey-biweight", 6.0, 0, 3.658204166666666, "statsmodels 0.15.0 TukeyBiweight(4.685).max_rho, c^2/6"),
    ("tukey-biweight", 3.0, 1, 1.0441681163639878, "statsmodels 0.15.0 TukeyBiweight(4.685).psi"),
    ("huber:delta=1.345", 3.0, 0, 3.1304875, "statsmodels 0.15.0 HuberT(1.345).rho; scipy 1.17.1 special.huber"),
    ("huber:delta=0.5", 2.0, 0, 0.875, "torch 2.13.0 huber_loss(delta=0.5)"),
    ("smooth-l1:beta=0.5", 0.2, 0, 0.04, "torch 2.13.0 smooth_l1_loss(beta=0.5)"),
    ("smooth-l1:beta=0.5", 2.0, 0, 1.75, "torch 2.13.0 smooth_l1_loss(beta=0.5)"),
    ("pseudo-huber:delta=0.5", 3.0, 0, 1.2706906325745548, "scipy 1.17.1 special.pseudo_huber(0.5, 3)"),
    ("pseudo-huber:delta=2", 1.0, 0, 0.4721359549995794, "scipy 1.17.1 special.pseudo_huber(2, 1)"),
    ("log-cosh", 0.5, 0, 0.12011450695827752, "optax 0.2.8 log_cosh"),
    ("log-cosh", 3.0, 0, 2.309328504577785, "optax 0.2.8 log_cosh"),
    ("quantile:tau=0.9", -1.0, 0, 0.9, "scikit-learn 1.9.1 mean_pinball_loss([0], [-1], alpha=0.9)"),
    ("quantile:tau=0.9", 2.0, 0, 0.2, "scikit-learn 1.9.1 mean_pinball_loss([0], [2], alpha=0.9)"),
    ("epsilon-insensitive", 2.0, 0, 1.9, "scikit-learn 1.9.1 _sgd_fast.EpsilonInsensitive(0.1)"),
    ("modified-huber", -2.0, 0, 8.0, "scikit-learn 1.9.1 _sgd_fast.ModifiedHuber"),
    ("modified-huber", -2.0, 1, -4.0, "scikit-learn 1.9.1 _sgd_fast.ModifiedHuber"),
    ("modified-huber", -0.5, 0, 2.25, "scikit-learn 1.9.1 _sgd_fast.ModifiedHuber"),
    ("modified-huber", -0.5, 1, -3.0, "scikit-learn 1.9.1 _sgd_fast.ModifiedHuber"),
    ("hinge", -0.5, 0, 1.5, "scikit-learn 1.9.1 _sgd_fast.Hinge(1.0)"),
    ("logistic", -2.0, 0, 2.1269280110429727, "torch 2.13.0 soft_margin_loss"),
    ("logistic", 0.0, 0, math.log(2.0), "log 2"),
    ("logistic-base2", 0.0, 0, 1.0, "Murphy 2012, figure 6.8: through (0, 1)"),
    ("logistic-base2", 0.0, 1, -0.7213475204444817, "-1/(2 log 2)"),
    ("tangent", 0.0, 1, -4.0, "Masnadi-Shirazi et al. 2010: (2 atan v - 1)^2"),
    ("savage:k=2", 0.0, 0, 0.25, "Masnadi-Shirazi & Vasconcelos 2008: 1/(1 + e^{2v})^2"),
    ("log-loss", 0.1, 0, 2.3025850929940455, "torch 2.13.0 binary_cross_entropy"),
    ("focal", 0.9, 0, 0.0010536051565782623, "optax 0.2.8 sigmoid_focal_loss(gamma=2) at the logit log 9"),
]
# fmt: on


@pytest.mark.parametrize(("spec", "x", "order", "number", "source"), ELSEWHERE, ids=[row[4] for row in ELSEWHERE])
def test_the_numbers_are_those_of_others(spec: str, x: float, order: int, number: float, source: str) -> None:
    assert _numbers(_curve(spec), x)[order] == pytest.approx(number, rel=1e-14, abs=0.0), source


def test_a_log_loss_of_06135_is_a_probability_of_05414() -> None:
    assert _numbers(_curve("log-loss"), 0.5414)[0] == pytest.approx(0.6135, abs=2e-4)


def test_the_focal_loss_is_100_times_smaller_at_09_and_1000_times_at_0968() -> None:
    """Lin et al. 2017, section 3.2: at gamma = 2."""
    for p, times in ((0.9, 100.0), (0.968, 1000.0)):
        ratio = _numbers(_curve("log-loss"), p)[0] / _numbers(_curve("focal"), p)[0]
        assert ratio == pytest.approx(times, rel=0.03)


@pytest.mark.parametrize("spec", ["log-loss", "brier", "focal", "focal:gamma=0", "focal:gamma=0.5", "focal:gamma=7"])
def test_certainty_of_the_truth_costs_nothing(spec: str) -> None:
    assert _numbers(_curve(spec), 1.0)[0] == 0.0


@pytest.mark.parametrize(("spec", "cost"), [("log-loss", math.inf), ("focal", math.inf), ("brier", 1.0)])
def test_a_truth_held_impossible_costs_the_limit(spec: str, cost: float) -> None:
    assert _numbers(_curve(spec), 0.0)[0] == cost


@pytest.mark.parametrize("spec", ["log-loss", "brier", "focal"])
@pytest.mark.parametrize("p", [-0.1, 1.1])
def test_outside_the_domain_nothing_is_defined(spec: str, p: float) -> None:
    assert np.isnan(_numbers(_curve(spec), p)).all()
