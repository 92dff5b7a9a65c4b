"""Objectives printed for boosted trees train as the library's own do, on the data that come with scikit-learn."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from lossplot import get

from .library import Vector, load

# Predictions are in single precision in XGBoost, and of about this size.
AGREE = 1e-6
ROUNDS = 20
# A row of these for each label, and four more for the others: weights that are no powers of two.
WEIGHTS = np.array([0.7, 1.9, 1.1])

# Those that the library makes of gradient and Hessian alone.  Not among them: what it refits the leaves of (the
# absolute and percentage errors, quantiles), and CatBoost's Huber, whose second derivative is 0 beyond delta.
XGBOOST: dict[str, dict[str, Any]] = {
    "logistic": {"objective": "binary:logistic"},
    "hinge": {"objective": "binary:hinge"},
    "bce-logits": {"objective": "reg:logistic"},
    "half-squared": {"objective": "reg:squarederror"},
    "pseudo-huber": {"objective": "reg:pseudohubererror"},
    "pseudo-huber:delta=0.5": {"objective": "reg:pseudohubererror", "huber_slope": 0.5},
    "poisson-log": {"objective": "count:poisson", "max_delta_step": 0},
    "gamma-log": {"objective": "reg:gamma"},
    "tweedie-log:power=1.3": {"objective": "reg:tweedie", "tweedie_variance_power": 1.3},
    "xgboost:reg:squaredlogerror": {"objective": "reg:squaredlogerror"},
}
LIGHTGBM: dict[str, dict[str, Any]] = {
    "logistic": {"objective": "binary"},
    "bce-logits": {"objective": "cross_entropy"},
    "half-squared": {"objective": "l2"},
    "huber:delta=0.5": {"objective": "huber", "alpha": 0.5},
    "fair:c=1.5": {"objective": "fair", "fair_c": 1.5},
    "poisson-log": {"objective": "poisson", "poisson_max_delta_step": 1e-12},
    "gamma-log": {"objective": "gamma"},
    "tweedie-log": {"objective": "tweedie"},
}
CATBOOST = {
    "logistic": "Logloss",
    "bce-logits": "CrossEntropy",
    "half-squared": "RMSE",
    "log-cosh": "LogCosh",
    "poisson-log": "Poisson",
    "tweedie-log": "Tweedie:variance_power=1.5",
    "catboost:Expectile:alpha=0.7": "Expectile:alpha=0.7",
    "catboost:Lq:q=3": "Lq:q=3",
}
OF_CLASSES = ("logistic", "hinge", "bce-logits")
REFITTED = ("absolute", "quantile:tau=0.7")

pytestmark = pytest.mark.filterwarnings("ignore:.*Can't optimize method")


def data_for(spec: str) -> tuple[Vector, Vector]:
    """Features and labels of the kind that the loss `spec` has."""
    datasets = load("sklearn", "datasets").datasets
    if spec in OF_CLASSES:
        x, y = datasets.load_breast_cancer(return_X_y=True)
        return x, y.astype(float)
    x, y = datasets.load_diabetes(return_X_y=True)
    if "poisson" in spec:
        return x, np.round(y / 50)
    positive = any(word in spec for word in ("gamma", "tweedie", "log"))
    return x, y / 100 if positive and spec != "log-cosh" else (y - y.mean()) / y.std()


def module(spec: str, booster: str) -> dict[str, Any]:
    """What the printed code defines."""
    names: dict[str, Any] = {}
    exec(compile(get(spec).code(booster), booster, "exec"), names)
    return names


def weights(y: Vector) -> Vector:
    return WEIGHTS[np.arange(len(y)) % len(WEIGHTS)]


@pytest.mark.parametrize("weighted", [False, True])
@pytest.mark.parametrize("spec", XGBOOST)
def test_xgboost_predicts_the_same(spec: str, weighted: bool) -> None:
    xgboost = load("xgboost")
    (x, y), own = data_for(spec), module(spec, "xgboost")
    weight = weights(y) if weighted else None
    start = own["initial_score"](y, weight)
    common = {"max_depth": 4, "eta": 0.3, "nthread": 1, "verbosity": 0}
    data = xgboost.DMatrix(x, label=y, weight=weight)
    history: dict[str, Any] = {}
    mine = xgboost.train(
        {**common, "base_score": start, "disable_default_eval_metric": True},
        data,
        ROUNDS,
        obj=own["objective"],
        custom_metric=own["metric"],
        evals=[(data, "train")],
        evals_result=history,
        verbose_eval=False,
    )
    started = xgboost.DMatrix(x, label=y, weight=weight, base_margin=np.full(len(y), start))
    theirs = xgboost.train({**common, **XGBOOST[spec]}, started, ROUNDS)
    scores = mine.predict(data, output_margin=True)
    np.testing.assert_allclose(scores, theirs.predict(started, output_margin=True), rtol=AGREE, atol=AGREE)
    ((losses,),) = [list(metrics.values()) for metrics in history.values()]
    assert losses[-1] == pytest.approx(own["mean_loss"](scores, y, weight), rel=1e-4)
    # From the corner of the hinge the first trees, which see half of the rows, go astray; XGBoost's own do so too.
    assert losses[-1] < losses[0] < own["mean_loss"](np.full(len(y), start), y, weight) or spec == "hinge"


@pytest.mark.parametrize("weighted", [False, True])
@pytest.mark.parametrize("spec", LIGHTGBM)
def test_lightgbm_predicts_the_same(spec: str, weighted: bool) -> None:
    lightgbm = load("lightgbm")
    (x, y), own = data_for(spec), module(spec, "lightgbm")
    weight = weights(y) if weighted else None
    start = own["initial_score"](y, weight)
    common = {"num_leaves": 15, "num_threads": 1, "verbosity": -1, "boost_from_average": False, "metric": "None"}

    def train(options: dict[str, Any]) -> Any:
        data = lightgbm.Dataset(x, y, weight=weight, init_score=np.full(len(y), start))
        record = lightgbm.record_evaluation(history)
        more = {"valid_sets": [data], "feval": own["metric"], "callbacks": [record]}
        return lightgbm.train({**common, **options}, data, ROUNDS, **more).predict(x, raw_score=True)

    history: dict[str, Any] = {}
    theirs = train(LIGHTGBM[spec])
    np.testing.assert_allclose(train({"objective": own["objective"]}), theirs, rtol=AGREE, atol=AGREE)
    ((losses,),) = [list(metrics.values()) for metrics in history.values()]
    assert losses[-1] < losses[0] < own["mean_loss"](np.full(len(y), start), y, weight)


@pytest.mark.parametrize("weighted", [False, True])
@pytest.mark.parametrize("spec", CATBOOST)
def test_catboost_predicts_the_same(spec: str, weighted: bool) -> None:
    catboost = load("catboost")
    (x, y), own = data_for(spec), module(spec, "catboost")
    weight = weights(y) if weighted else None
    start = own["initial_score"](y, weight)
    common = {
        "iterations": ROUNDS,
        "depth": 4,
        "learning_rate": 0.3,
        "thread_count": 1,
        "verbose": False,
        "leaf_estimation_method": "Newton",
        "leaf_estimation_iterations": 1,
        "bootstrap_type": "No",
        "random_strength": 0,
        "boosting_type": "Plain",
        "allow_writing_files": False,
    }
    data = catboost.Pool(x, y, weight=weight, baseline=np.full(len(y), start))
    mine = catboost.CatBoostRegressor(loss_function=own["Objective"](), eval_metric=own["Metric"](), **common)
    kind = catboost.CatBoostClassifier if spec in OF_CLASSES else catboost.CatBoostRegressor
    theirs = kind(loss_function=CATBOOST[spec], **common).fit(data).predict(x, prediction_type="RawFormulaVal")
    np.testing.assert_allclose(mine.fit(data).predict(x), theirs, rtol=AGREE, atol=AGREE)
    ((losses,),) = [list(metrics.values()) for metrics in mine.evals_result_.values()]
    assert losses[-1] < losses[0] < own["mean_loss"](np.full(len(y), start), y, weight)


@pytest.mark.parametrize("spec", REFITTED)
def test_an_objective_whose_leaves_are_refitted_learns_otherwise(spec: str) -> None:
    """It is an exception by name: the library puts medians into the leaves, which no gradient tells."""
    lightgbm = load("lightgbm")
    (x, y), own = data_for(spec), module(spec, "lightgbm")
    start = own["initial_score"](y)
    common = {"num_threads": 1, "verbosity": -1, "boost_from_average": False}

    def train(objective: object) -> Any:
        data = lightgbm.Dataset(x, y, init_score=np.full(len(y), start))
        options = {**common, "objective": objective, "alpha": 0.7}
        return lightgbm.train(options, data, ROUNDS).predict(x, raw_score=True) + start

    mine, theirs = train(own["objective"]), train("l1" if spec == "absolute" else "quantile")
    assert not np.allclose(mine, theirs, rtol=AGREE, atol=AGREE)
    assert own["mean_loss"](mine, y) < 0.9 * own["mean_loss"](np.full(len(y), start), y)


@pytest.mark.parametrize("spec", ["focal:gamma=2", "tukey-biweight", "savage", "max(0, 1 - m)**2", "tweedie-deviance"])
def test_a_loss_that_no_library_has_is_learned(spec: str) -> None:
    xgboost = load("xgboost")
    of_classes = spec in ("focal:gamma=2", "savage", "max(0, 1 - m)**2")
    (x, y), own = (
        data_for("logistic" if of_classes else "tweedie" if "tweedie" in spec else ""),
        module(spec, "xgboost"),
    )
    start = own["initial_score"](y)
    data = xgboost.DMatrix(x, label=y)
    options = {"base_score": start, "disable_default_eval_metric": True, "nthread": 1, "verbosity": 0}
    scores = xgboost.train(options, data, 50, obj=own["objective"]).predict(data, output_margin=True)
    assert own["mean_loss"](scores, y) < 0.6 * own["mean_loss"](np.full(len(y), start), y)
