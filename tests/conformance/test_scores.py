"""Predictions of real models on data that scikit-learn ships: `score` says what the metrics of their libraries say."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import cache
from typing import Any, NamedTuple

import numpy as np
import pytest

import lossplot

from .library import Vector, load

CLOSE = 1e-12


class Fit(NamedTuple):
    """Labels or targets of examples that the model has not seen, its predictions, and weights."""

    y: Vector
    score: Vector
    probability: Vector
    weight: Vector


def _weights(n: int) -> Vector:
    return np.random.default_rng(3).uniform(0.1, 2.0, n)


@cache
def cancer() -> Fit:
    """Logistic regression on tumours."""
    load("sklearn", "datasets", "linear_model")
    from sklearn.datasets import load_breast_cancer
    from sklearn.linear_model import LogisticRegression

    x, y = load_breast_cancer(return_X_y=True)
    x = (x - x.mean(axis=0)) / x.std(axis=0)
    model = LogisticRegression(C=0.01).fit(x[::2], y[::2])
    seen = x[1::2]
    return Fit(
        y[1::2].astype(float), model.decision_function(seen), model.predict_proba(seen)[:, 1], _weights(len(seen))
    )


@cache
def digits() -> Fit:
    """Logistic regression on ten digits, stopped early."""
    load("sklearn", "datasets", "linear_model")
    from sklearn.datasets import load_digits
    from sklearn.linear_model import LogisticRegression

    x, y = load_digits(return_X_y=True)
    model = LogisticRegression(C=0.001, max_iter=300).fit(x[::2], y[::2])
    seen = x[1::2]
    return Fit(y[1::2].astype(float), model.decision_function(seen), model.predict_proba(seen), _weights(len(seen)))


@cache
def diabetes() -> Fit:
    """A regression by a forest, whose predictions are positive; the error in hundreds, where Huber's has both parts."""
    load("sklearn", "datasets", "ensemble")
    from sklearn.datasets import load_diabetes
    from sklearn.ensemble import RandomForestRegressor

    x, y = load_diabetes(return_X_y=True)
    model = RandomForestRegressor(30, random_state=0).fit(x[::2], y[::2] / 100.0)
    found = model.predict(x[1::2])
    return Fit(y[1::2] / 100.0, found, found, _weights(len(found)))


def _table(fit: Fit, predictions: Vector) -> dict[str, Any]:
    columns = {"prediction": predictions} if predictions.ndim == 1 else dict(_classes(predictions))
    return {"y": fit.y, **columns, "w": fit.weight, "fold": np.arange(len(fit.y)) % 3.0}


def _classes(predictions: Vector) -> list[tuple[str, Vector]]:
    return [(str(number), column) for number, column in enumerate(predictions.T)]


Metric = Callable[[Any, Fit, Any, Any], float]
# By loss: the scale of the predictions, and the metric of labels, predictions and weights.
BINARY: dict[str, tuple[str, Metric]] = {
    "hinge": ("score", lambda m, f, p, w: m.hinge_loss(f.y, p, sample_weight=w)),
    "zero-one": ("score", lambda m, f, p, w: m.zero_one_loss(f.y, (p > 0.0) * 1.0, sample_weight=w)),
    "log-loss": ("probability", lambda m, f, p, w: m.log_loss(f.y, p, sample_weight=w)),
    "brier": ("probability", lambda m, f, p, w: m.brier_score_loss(f.y, p, sample_weight=w)),
    "logistic": ("probability", lambda m, f, p, w: m.log_loss(f.y, p, sample_weight=w)),
    "zero-one-probability": ("probability", lambda m, f, p, w: m.zero_one_loss(f.y, (p > 0.5) * 1.0, sample_weight=w)),
    "-y*log(p) - (1 - y)*log(1 - p)": ("probability", lambda m, f, p, w: m.log_loss(f.y, p, sample_weight=w)),
    "0.3*brier + 0.7*log_loss": (
        "probability",
        lambda m, f, p, w: (
            0.3 * m.brier_score_loss(f.y, p, sample_weight=w) + 0.7 * m.log_loss(f.y, p, sample_weight=w)
        ),
    ),
}
ERRORS: dict[str, Metric] = {
    "squared": lambda m, f, p, w: m.mean_squared_error(f.y, p, sample_weight=w),
    "absolute": lambda m, f, p, w: m.mean_absolute_error(f.y, p, sample_weight=w),
    "quantile:tau=0.8": lambda m, f, p, w: m.mean_pinball_loss(f.y, p, sample_weight=w, alpha=0.8),
    "msle": lambda m, f, p, w: m.mean_squared_log_error(f.y, p, sample_weight=w),
    "mape": lambda m, f, p, w: m.mean_absolute_percentage_error(f.y, p, sample_weight=w),
    "poisson-deviance": lambda m, f, p, w: m.mean_poisson_deviance(f.y, p, sample_weight=w),
    "gamma-deviance": lambda m, f, p, w: m.mean_gamma_deviance(f.y, p, sample_weight=w),
    "tweedie-deviance:power=1.3": lambda m, f, p, w: m.mean_tweedie_deviance(f.y, p, sample_weight=w, power=1.3),
}


def _records(fit: Fit, predictions: Vector, loss: str, scale: str | None, by: str = "") -> list[dict[str, Any]]:
    """Score with weights; by groups if `by` names them."""
    table, names = _table(fit, predictions), _names(predictions)
    return lossplot.score(table, loss, scale=scale, columns=names, weights="w", by=by or None)


def _record(fit: Fit, predictions: Vector, loss: str, scale: str | None) -> dict[str, Any]:
    """Score without weights or groups."""
    [record] = lossplot.score(_table(fit, predictions), loss, scale=scale, columns=_names(predictions))
    return record


def _names(predictions: Vector) -> dict[str, str]:
    return {"y": "y"} if predictions.ndim == 1 else {str(i): str(i) for i in range(predictions.shape[1])}


def _holds(fit: Fit, predictions: Vector, loss: str, scale: str | None, metric: Metric) -> None:
    """Compare the mean: of all, weighted, and of each fold."""
    metrics = load("sklearn", "metrics").metrics
    plain = _record(fit, predictions, loss, scale)
    assert plain["mean"] == pytest.approx(metric(metrics, fit, predictions, None), rel=CLOSE)
    [weighted] = _records(fit, predictions, loss, scale)
    assert weighted["mean"] == pytest.approx(metric(metrics, fit, predictions, fit.weight), rel=CLOSE)
    assert weighted["mean"] != plain["mean"]
    for record in _records(fit, predictions, loss, scale, by="fold"):
        here = np.arange(len(fit.y)) % 3 == float(record["group"])
        part = Fit(fit.y[here], fit.score[here], fit.probability[here], fit.weight[here])
        assert record["mean"] == pytest.approx(metric(metrics, part, predictions[here], part.weight), rel=CLOSE)


@pytest.mark.parametrize("loss", BINARY)
def test_two_classes(loss: str) -> None:
    scale, metric = BINARY[loss]
    fit = cancer()
    _holds(fit, fit.probability if scale == "probability" else fit.score, loss, scale, metric)


@pytest.mark.parametrize("loss", ERRORS)
def test_targets(loss: str) -> None:
    fit = diabetes()
    _holds(fit, fit.score, loss, None, ERRORS[loss])


def test_the_likelihood_of_logits_is_that_of_their_probabilities() -> None:
    fit, metrics = cancer(), load("sklearn", "metrics").metrics
    for loss in ("log-loss", "logistic", "bce-logits"):
        [record] = lossplot.score((fit.y, fit.score), loss, scale="logit")
        assert record["mean"] == pytest.approx(metrics.log_loss(fit.y, fit.probability), rel=CLOSE)


@pytest.mark.parametrize("loss", ["hinge", "log-loss", "zero-one-probability"])
def test_ten_classes(loss: str) -> None:
    fit = digits()
    labels = np.arange(10.0)
    if loss == "hinge":
        _holds(fit, fit.score, loss, None, lambda m, f, p, w: m.hinge_loss(f.y, p, labels=labels, sample_weight=w))
    elif loss == "log-loss":
        _holds(
            fit,
            fit.probability,
            loss,
            "probability",
            lambda m, f, p, w: m.log_loss(f.y, p, labels=labels, sample_weight=w),
        )
        metrics = load("sklearn", "metrics").metrics
        record = _record(fit, fit.score, loss, "logit")
        assert record["mean"] == pytest.approx(metrics.log_loss(fit.y, fit.probability), rel=CLOSE)
    else:
        # The margin's: decided by the largest score.
        _holds(
            fit,
            fit.score,
            "zero-one",
            None,
            lambda m, f, p, w: m.zero_one_loss(f.y, p.argmax(axis=1), sample_weight=w),
        )


@pytest.mark.parametrize("name", ["two", "ten"])
@pytest.mark.parametrize("is_weighted", [False, True])
def test_decisions(name: str, is_weighted: bool) -> None:
    metrics = load("sklearn", "metrics").metrics
    fit = cancer() if name == "two" else digits()
    decisions = (fit.score > 0.0) * 1.0 if name == "two" else fit.score.argmax(axis=1)
    average = {"average": "binary" if name == "two" else "macro"}
    weights = fit.weight if is_weighted else None
    record = _records(fit, fit.score, "hinge", None)[0] if is_weighted else _record(fit, fit.score, "hinge", None)
    assert record["accuracy"] == pytest.approx(
        metrics.accuracy_score(fit.y, decisions, sample_weight=weights), rel=CLOSE
    )
    for key in ("precision", "recall", "f1"):
        metric = getattr(metrics, f"{key}_score")
        assert record[key] == pytest.approx(metric(fit.y, decisions, sample_weight=weights, **average), rel=CLOSE)
    table = metrics.confusion_matrix(fit.y, decisions, sample_weight=weights)
    counts = record["confusion"]
    if name == "two":
        counts = [
            [counts["true_negative"], counts["false_positive"]],
            [counts["false_negative"], counts["true_positive"]],
        ]
    np.testing.assert_allclose(counts, table, rtol=CLOSE)
    assert 0.0 < record["accuracy"] < 1.0


# By loss: the function of predictions and targets, and whether of the network or of the forest.
TORCH: dict[str, tuple[str, Callable[[Any, Any, Any], Any]]] = {
    "logistic": ("cancer", lambda f, p, y: f.binary_cross_entropy_with_logits(p, y, reduction="none")),
    "log-loss": ("cancer", lambda f, p, y: f.binary_cross_entropy_with_logits(p, y, reduction="none")),
    "bce-logits": ("cancer", lambda f, p, y: f.binary_cross_entropy_with_logits(p, y, reduction="none")),
    "bce-probability": ("chance", lambda f, p, y: f.binary_cross_entropy(p, y, reduction="none")),
    "squared": ("diabetes", lambda f, p, y: f.mse_loss(p, y, reduction="none")),
    "absolute": ("diabetes", lambda f, p, y: f.l1_loss(p, y, reduction="none")),
    "huber:delta=0.7": ("diabetes", lambda f, p, y: f.huber_loss(p, y, reduction="none", delta=0.7)),
    "smooth-l1:beta=0.4": ("diabetes", lambda f, p, y: f.smooth_l1_loss(p, y, reduction="none", beta=0.4)),
    "poisson-log": ("diabetes", lambda f, p, y: f.poisson_nll_loss(p, y, reduction="none")),
}


@pytest.mark.parametrize("loss", TORCH)
def test_losses_of_torch(loss: str) -> None:
    torch = load("torch")
    which, function = TORCH[loss]
    fit = diabetes() if which == "diabetes" else cancer()
    predictions = fit.probability if which == "chance" else fit.score
    scale = {"cancer": "logit", "chance": "probability"}.get(which)
    at = torch.tensor(predictions, requires_grad=True)
    values = function(torch.nn.functional, at, torch.tensor(fit.y))
    (slopes,) = torch.autograd.grad(values.sum(), at)
    _compare(lossplot.score((fit.y, predictions), loss, scale=scale)[0], values.detach().numpy(), slopes.numpy())


def test_a_network_s_ten_logits() -> None:
    torch = load("torch")
    fit = digits()
    x = torch.tensor(fit.score)
    torch.manual_seed(0)
    network = torch.nn.Sequential(torch.nn.Linear(10, 16), torch.nn.Tanh(), torch.nn.Linear(16, 10)).double()
    optimiser = torch.optim.SGD(network.parameters(), lr=0.1)
    labels = torch.tensor(fit.y).long()
    for _ in range(60):
        optimiser.zero_grad()
        torch.nn.functional.cross_entropy(network(x), labels).backward()
        optimiser.step()
    logits = network(x).detach()
    values = torch.nn.functional.cross_entropy(logits, labels, reduction="none").numpy()
    [record] = lossplot.score(np.column_stack([fit.y, logits.numpy()]), "log-loss", scale="logit")
    _compare(record, values, None)
    assert record["accuracy"] == (logits.argmax(dim=1) == labels).double().mean().item()


def _compare(record: dict[str, Any], values: Vector, slopes: Vector | None) -> None:
    assert record["n"] == len(values)
    assert record["mean"] == pytest.approx(values.mean(), rel=CLOSE)
    assert record["standard_error"] == pytest.approx(values.std(ddof=1) / math.sqrt(len(values)), rel=CLOSE)
    expected = np.quantile(values, [0.5, 0.9, 0.99]).tolist()
    assert [record["median"], record["quantile_90"], record["quantile_99"]] == pytest.approx(expected, rel=CLOSE)
    assert record["max"] == pytest.approx(values.max(), rel=CLOSE)
    assert values[record["max_row"] - 1] == pytest.approx(values.max(), rel=CLOSE)
    if slopes is not None:
        assert record["zero_gradient_share"] == (slopes == 0.0).mean()
