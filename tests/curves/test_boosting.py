"""Objectives of boosted trees: gradient, Hessian and start, for every loss; `tests/conformance` trains with them."""

from __future__ import annotations

import subprocess
import sys
import textwrap
import warnings
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from support.cases import every, some
from support.run import assert_fails, call

from lossplot import Loss, RequestError, get
from lossplot._formula.code.boosting import BOOSTERS, Curvature, _hessian
from lossplot._losses import LOSSES

_OTHERS = ("distance", "similarity", "coefficient", "ratio", "overlap")
# Losses of what no score of a tree is, and those without a slope.
UNFIT = {
    **{name: "no score of a tree" for name, loss in LOSSES.items() if loss.axis.name in _OTHERS},
    "all-threshold": "its label says how many terms it has",
    **dict.fromkeys(("zero-one", "epsilon-zero-one", "zero-one-probability"), "has no slope to follow"),
}
FIT = [name for name in LOSSES if name not in UNFIT]
# Among them the corners of most losses.
SCORES = np.unique([*np.linspace(-30.0, 30.0, 121), -1e-3, 1e-3, 0.1, -0.7, 1.0, -1.0, 0.0])
LABELS = (0.3, 0.9)
# Classes that are whole numbers from 1 on.
WHOLE = {name: (1.0, 3.0) for name, loss in LOSSES.items() if loss.requires == "target <= classes"}


def names_of(text: str) -> dict[str, Any]:
    """What the code defines; a warning is an error, for users would see it at every round."""
    names: dict[str, Any] = {}
    exec(compile(text, "objective", "exec"), names)
    return names


def labels_of(loss: Loss) -> tuple[float, ...]:
    return (0.0, 1.0) if loss.axis in ("margin", "probability") else WHOLE.get(loss.name, LABELS)


@every("name", FIT, among=10)
def test_the_gradient_is_that_of_the_mean_loss(name: str) -> None:
    loss = get(name)
    own = names_of(loss.code("xgboost"))
    for label in labels_of(loss):
        step = 1e-5
        inside = SCORES[(np.abs(SCORES) < 12.0) & ((-0.9 if name == "msle" else -12.0) < SCORES)]
        before, here, after = (
            np.array([own["mean_loss"](x + side, [label]) for x in inside]) for side in (-step, 0.0, step)
        )
        left, right = (here - before) / step, (after - here) / step
        gradient, _ = own["derivatives"](inside, np.full(len(inside), label))
        tolerance = 1e-4 * np.abs(gradient) + 1e-5 * (1.0 + np.abs(here))
        # At a corner it is the slope of one side, or between both.
        is_corner = np.abs(right - left) > 1e-2 * (1.0 + np.abs(gradient))
        assert np.sum(is_corner) <= 4
        off = np.where(
            is_corner, np.maximum(np.minimum(left, right) - gradient, gradient - np.maximum(left, right)), 0.0
        )
        off = np.where(is_corner, off, np.abs((left + right) / 2 - gradient))
        assert np.all(off <= tolerance), f"label {label}: {inside[off > tolerance]}"


@every("name", FIT, among=6)
def test_the_hessian_is_the_second_derivative_where_that_is_positive(name: str) -> None:
    loss = get(name)
    own = names_of(loss.code("lightgbm"))
    second = next(value for key, value in own.items() if key.endswith("_second_derivative"))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for label in labels_of(loss):
            labels = np.full(len(SCORES), label)
            gradient, hessian = own["derivatives"](SCORES, labels)
            assert np.all(np.isfinite(gradient))
            assert np.all(np.isfinite(hessian) & (hessian > 0.0))
            single = np.float32(hessian)
            assert np.all((single > 0.0) & np.isfinite(single))
            if loss.axis in ("margin", "probability"):
                curvature = second(np.where(labels > 0.5, SCORES, -SCORES))
            elif loss.axis == "error":
                curvature = second(SCORES - labels)
            else:
                scores = np.maximum(SCORES, -1 + 1e-6) if name == "msle" else SCORES
                curvature = second(scores, labels) if loss.parameters.get("classes") != 2.0 else second(scores)
            usable = (curvature > 1e-16) & (curvature < 1e16)
            if loss.parameters.get("classes") != 2.0:
                assert np.array_equal(hessian[usable], curvature[usable])


@every("name", FIT, among=8)
def test_weights_weigh(name: str) -> None:
    own = names_of(get(name).code("xgboost"))
    labels = np.resize([0.0, 1.0], len(SCORES))
    weights = np.linspace(0.5, 2.0, len(SCORES))
    plain, weighted = own["derivatives"](SCORES, labels), own["derivatives"](SCORES, labels, weights)
    for one, other in zip(plain, weighted, strict=True):
        assert np.array_equal(weights * one, other, equal_nan=True)


@pytest.mark.parametrize("name", some(FIT, 10))
def test_no_constant_is_better_than_the_start(name: str) -> None:
    loss = get(name)
    own = names_of(loss.code("catboost"))
    draw = np.random.default_rng(7)
    labels = draw.random(60)
    if 0.0 in labels_of(loss) or name in WHOLE:
        labels = np.where(labels < 0.7, *reversed(labels_of(loss)))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        start = own["initial_score"](labels)
    least = own["mean_loss"](start, labels)
    assert np.isfinite(least)
    near = start + np.array([-0.1, -0.01, -0.001, 0.001, 0.01, 0.1])
    others = np.array([own["mean_loss"](x, labels) for x in (*np.linspace(-6.0, 6.0, 241), *near)])
    others = others[np.isfinite(others)]
    # Some losses have no constant of the least mean loss: it falls for ever.
    assert least <= others.min() + 1e-12 * abs(others.min()) or start == 0.0


# The constants of least mean loss that are known in closed form: log-odds, mean, median, logarithm of the mean.
STARTS = {
    "logistic": (np.repeat([0.0, 1.0], (3, 17)), np.log(17 / 3)),
    "exponential": (np.repeat([0.0, 1.0], (3, 17)), np.log(17 / 3) / 2),
    "squared-margin": (np.repeat([0.0, 1.0], (3, 17)), 0.7),
    "log-loss": (np.repeat([0.0, 1.0], (3, 17)), np.log(17 / 3)),
    "focal:gamma=0": (np.repeat([0.0, 1.0], (3, 17)), np.log(17 / 3)),
    "brier": (np.repeat([0.0, 1.0], (3, 17)), np.log(17 / 3)),
    "squared": (np.array([-3.0, 1.0, 1e6, 5.0]), (1e6 + 3.0) / 4),
    "absolute": (np.array([-3.0, 1.0, 1e6, 5.0, 2.0]), 2.0),
    "poisson-log": (np.array([0.0, 3.0, 9.0]), np.log(4.0)),
    "poisson-deviance": (np.array([0.0, 3.0, 9.0]), np.log(4.0)),
    "gamma-log": (np.array([1e5, 3e5]), np.log(2e5)),
    "bce-logits": (np.array([0.0, 0.25, 0.5]), np.log(0.25 / 0.75)),
    "(r - 5)^2": (np.array([0.0, 0.1]), 5.05),
}


@pytest.mark.parametrize("spec", some(STARTS, 6))
def test_the_start_is_the_one_in_closed_form(spec: str) -> None:
    labels, expected = STARTS[spec]
    for booster in BOOSTERS:
        start = names_of(get(spec).code(booster))["initial_score"]
        assert start(labels) == pytest.approx(expected, rel=1e-9)
        # A row of weight 3 is three rows.
        thrice = np.repeat(labels, 3)
        assert start(labels, np.full(len(labels), 3.0)) == pytest.approx(start(thrice), rel=1e-12)


def test_labels_of_one_class_have_no_best_score() -> None:
    for spec in ("logistic", "hinge", "sigmoid", "exponential"):
        assert names_of(get(spec).code("xgboost"))["initial_score"](np.ones(9)) == 0.0


def test_what_stands_in_for_the_second_derivative_is_said() -> None:
    assert "Made safe: far out the second derivative is too small" in get("logistic").code("xgboost")
    hinge, huber, cauchy = (get(name).code("lightgbm") for name in ("hinge", "huber", "cauchy"))
    assert "where the loss is straight the second derivative is not positive" in hinge
    assert "# the size of the gradient, a step of 1, stands in." in hinge
    assert "# 1.0, the largest that it has, stands in." in huber
    assert "where the loss is not convex" in cauchy
    _, hessian = names_of(huber)["derivatives"](np.array([-5.0, 0.5, 5.0]), np.zeros(3))
    assert hessian.tolist() == [1.0, 1.0, 1.0]


def test_a_formula_with_a_label_is_one_objective(tmp_path: Path) -> None:
    loss = "-(y*log(p) + (1 - y)*log(1 - p))"
    own = names_of(call("show", loss, "--format", "xgboost", cwd=tmp_path).text)
    gradient, hessian = own["derivatives"](np.array([0.0, 2.0]), np.array([1.0, 0.0]))
    assert gradient == pytest.approx([-0.5, 1 / (1 + np.exp(-2.0))], rel=1e-12)
    assert hessian == pytest.approx([0.25, 0.10499358540350662], rel=1e-12)


def test_a_formula_of_its_own_axis_says_which_is_the_label() -> None:
    own = names_of(get("(f - target)^2", target=1).code("catboost"))
    pairs = own["Objective"]().calc_ders_range([3.0, 0.0], [1.0, 1.0], None)
    assert [tuple(map(float, pair)) for pair in pairs] == [(-4.0, -2.0), (2.0, -2.0)]
    with pytest.raises(RequestError, match="nothing in it is the label; call the label target"):
        get("u^2").code("xgboost")


def test_the_units_are_those_of_the_library_that_was_named() -> None:
    ours, theirs = (names_of(get(name).code("xgboost")) for name in ("msle", "xgboost:reg:squaredlogerror"))
    scores, labels = np.array([0.5, 3.0]), np.array([1.0, 2.0])
    assert 2.0 * theirs["derivatives"](scores, labels)[0] == pytest.approx(ours["derivatives"](scores, labels)[0])


@every("name", UNFIT)
def test_what_no_booster_can_have_is_refused_in_a_line(name: str) -> None:
    for booster in BOOSTERS:
        with pytest.raises(RequestError, match=UNFIT[name]) as caught:
            get(name).code(booster)
        assert "\n" not in str(caught.value)


def test_two_objectives_are_not_one_module(tmp_path: Path) -> None:
    outcome = call("show", "huber:delta=1,2", "--format", "xgboost", cwd=tmp_path)
    assert_fails(outcome, 2, "xgboost takes one objective at a time, and this is 2; give each parameter one value")


@pytest.mark.parametrize("label", ["objective", "derivatives", "np", "class", '"""', "a\\b"])
def test_a_label_cannot_break_the_code(label: str) -> None:
    own = names_of(get(f"{label} = max(0, 1 - m)^2").code("lightgbm"))
    assert own["objective"](np.array([0.0]), Data()) == (pytest.approx([-2.0]), pytest.approx([2.0]))
    assert own["metric"](np.array([0.0]), Data())[1:] == (1.0, False)


class Data:
    """The labels of one row, or of some, with their weights; those of XGBoost are empty if there are none."""

    def __init__(self, labels: Any = (1.0,), weights: Any = None) -> None:
        self.labels, self.weights = np.array(labels), weights

    def get_label(self) -> Any:
        return self.labels

    def get_weight(self) -> Any:
        return self.weights


def test_each_booster_is_given_gradients_and_a_mean_with_weights_and_without() -> None:
    scores, labels, weights = np.array([0.5, -1.0, 2.0]), np.array([1.0, 1.0, 0.0]), np.array([1.0, 0.0, 3.0])
    costs = np.logaddexp(0.0, -(2.0 * labels - 1.0) * scores)
    gradient = 1.0 / (1.0 + np.exp(-scores)) - labels
    plain, weighted = costs.mean(), np.average(costs, weights=weights)
    xgboost, lightgbm, catboost = (names_of(get("logistic").code(booster)) for booster in BOOSTERS)
    for own, none in ((xgboost, np.array([])), (lightgbm, None)):
        for given, factor, mean in ((none, 1.0, plain), (weights, weights, weighted)):
            data = Data(labels, given)
            assert own["objective"](scores, data)[0] == pytest.approx(factor * gradient, rel=1e-12)
            assert own["metric"](scores, data)[:2] == ("logistic", pytest.approx(mean, rel=1e-12))
    assert lightgbm["metric"](scores, Data(labels))[2] is False
    metric = catboost["Metric"]()
    assert not metric.is_max_optimal()
    for given, whole, factor, mean in ((None, 3.0, 1.0, plain), (weights, 4.0, weights, weighted)):
        # CatBoost adds up what comes of several blocks before it divides.
        assert metric.evaluate([scores], labels, given) == pytest.approx((mean * whole, whole), rel=1e-12)
        assert metric.get_final_error(mean * whole, whole) == pytest.approx(mean, rel=1e-12)
        pairs = catboost["Objective"]().calc_ders_range(scores, labels, given)
        assert [-pair[0] for pair in pairs] == pytest.approx(factor * gradient, rel=1e-12)


@pytest.mark.parametrize("names", [FIT[::8], pytest.param(FIT, marks=pytest.mark.slow)], ids=["some", "all"])
@pytest.mark.parametrize("booster", BOOSTERS)
def test_code_is_clean(booster: str, names: list[str], tmp_path: Any) -> None:
    for name in names:
        (tmp_path / f"{name}.py").write_text(get(name).code(booster), encoding="utf-8")
    command = [sys.executable, "-m", "ruff", "check", "--select=E,F,I,W,B,UP", "--ignore=E501,B905"]
    command += ["--isolated", "--no-cache", "--quiet", str(tmp_path)]
    process = subprocess.run(command, capture_output=True, text=True, check=False)
    assert process.returncode == 0, process.stdout + process.stderr


@pytest.mark.parametrize(
    ("name", "condition"),
    [
        ("bce-probability", "(label >= 0.0) & (label <= 1.0)"),
        ("kl-bernoulli", "(label > 0.0) & (label < 1.0)"),
        ("poisson-deviance", "label >= 0.0"),
        ("gamma-deviance", "label > 0.0"),
        ("mape", "label != 0.0"),
    ],
)
def test_a_label_is_checked_by_its_interval(name: str, condition: str) -> None:
    assert f"    if not np.all({condition}):\n        raise ValueError(" in get(name).code("xgboost")


@pytest.mark.slow
@every("name", FIT)
def test_a_label_that_a_loss_cannot_have_is_refused_and_every_other_one_taken(name: str) -> None:
    code = get(name).code("xgboost")
    if "raise ValueError" not in code:
        return
    own = names_of(code)
    parameter = next(
        each for each in LOSSES[name].parameters if each.name in ("target", "label", "residual", "teacher")
    )
    for label in (-2.0, -1.0, -1e-9, 0.0, 0.5, 1.0, 1.0 + 1e-9, 7.0):
        # Of classes every number is taken: what lies between two is no fault of the loss.
        if parameter.integer and label % 1 != 0:
            continue
        if parameter.integer and label > 1.0 and name in WHOLE:
            continue
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            if label in parameter:
                own["initial_score"](np.array([label]))
            else:
                with pytest.raises(ValueError, match=r"^labels must be "):
                    own["initial_score"](np.array([label, label]))


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("poisson-mean", "The prediction is np.exp(score)."),
        ("gaussian-nll-variance", "The prediction is np.exp(score)."),
        ("log-loss", "The probability of label 1 is 1 / (1 + np.exp(-score))."),
        ("bce-probability", "The probability of label 1 is 1 / (1 + np.exp(-score))."),
        ("hinge", "The label is 1 where the score is positive."),
        ("squared", "The prediction is the score itself."),
        ("msle", "np.maximum(score, -0.999999)"),
        # The largest second derivative in three digits, not less than it is; one of a million is no bound.
        ("6.1728*max(0, 1 - m)^2", "# 12.4, the largest that it has, stands in."),
        ("0.5004*max(0, 1 - m)^2", "# 1.01, the largest that it has, stands in."),
        ("4.9e5*max(0, 1 - m)^2", "# 980000.0, the largest that it has, stands in."),
        ("1e6*max(0, 1 - m)^2", "# the size of the gradient, a step of 1, stands in."),
    ],
)
def test_it_is_said_what_the_score_is_and_what_stands_in(name: str, words: str) -> None:
    for booster in BOOSTERS:
        assert words in get(name).code(booster)


def test_a_derivative_that_is_infinite_or_no_number_becomes_one_of_its_sign() -> None:
    lines = textwrap.dedent("\n".join(_hessian(Curvature("where it has a cusp", is_finite=False))))
    gradient = np.array([-np.inf, np.nan, np.inf, -2.0, 0.0])
    names: dict[str, Any] = {"np": np, "gradient": gradient, "curvature": np.array([np.inf, np.nan, -1.0, 3.0, 0.0])}
    exec(lines, names)
    assert names["gradient"].tolist() == [-1e16, 0.0, 1e16, -2.0, 0.0]
    tiny = float(np.finfo(np.float32).tiny)
    assert names["hessian"].tolist() == [1e16, tiny, 1e16, 3.0, tiny]
