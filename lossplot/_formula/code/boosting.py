"""A loss of a booster's raw score -> a custom objective with its metric, for XGBoost, LightGBM and CatBoost."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from lossplot._formula.code.dialects import DIALECTS
from lossplot._formula.code.module import Signature, code, identifier
from lossplot._formula.tree import Tree

Booster = Literal["xgboost", "lightgbm", "catboost"]
# How a loss depends on the raw score and the label: by the margin of the labels 0 and 1, by the error, or by both.
Kind = Literal["margin", "error", "label"]


@dataclass(frozen=True, slots=True)
class Curvature:
    """The second derivative of a loss, as far as it takes care: where it is not positive, and what stands in there.

    `gap` says in a clause where it is not positive or not finite, if anywhere; `stand_in` is a number, or None for
    the size of the gradient.  `is_finite` is False if it, or the gradient, may be infinite or no number somewhere.
    """

    gap: str = ""
    stand_in: float | None = None
    is_finite: bool = True


@dataclass(frozen=True, slots=True)
class Objective:
    """A loss as a booster may have it, called by its `title`: how it depends on the score and the label.

    `meaning` is a sentence on what the score stands for; `least` is the least score that has a loss, if any is.
    `labels` says in words what labels are, and `conditions` in code what each must fulfil.
    """

    title: str
    signature: Signature
    tree: Tree
    kind: Kind
    meaning: str
    curvature: Curvature
    labels: str
    conditions: tuple[str, ...] = ()
    least: float | None = None


BOOSTERS: Sequence[Booster] = ("xgboost", "lightgbm", "catboost")
# Names that the module has for itself.
_TAKEN = frozenset(
    (
        *("Metric", "Objective", "around", "best", "catboost", "curvature", "data", "derivatives", "error", "gradient"),
        *("hessian", "high", "initial_score", "label", "lightgbm", "losses", "low", "mean_loss", "means", "metric"),
        *("middle", "objective", "places", "score", "scores", "sign", "slope", "stand_in", "start", "steps", "weight"),
        "xgboost",
    )
)

_HEADS: Mapping[Booster, str] = {
    "xgboost": '''\
"""{title} as an objective of XGBoost, with its metric and the score to start from.

    train = xgboost.DMatrix(X, label=y)  # labels are {labels}
    start = initial_score(y)
    options = {{"base_score": start, "disable_default_eval_metric": True}}
    model = xgboost.train(
        options, train, 100, obj=objective, custom_metric=metric, evals=[(train, "train")]
    )
    score = model.predict(xgboost.DMatrix(X), output_margin=True)

{meaning}
"""''',
    "lightgbm": '''\
"""{title} as an objective of LightGBM, with its metric and the score to start from.

    start = initial_score(y)  # labels are {labels}
    train = lightgbm.Dataset(X, y, init_score=np.full(len(y), start))
    model = lightgbm.train(
        {{"objective": objective, "metric": "None"}}, train, 100, valid_sets=[train], feval=metric
    )
    score = model.predict(X, raw_score=True) + start

{meaning}
"""''',
    "catboost": '''\
"""{title} as an objective of CatBoost, with its metric and the score to start from.

    start = initial_score(y)  # labels are {labels}
    train = catboost.Pool(X, y, baseline=np.full(len(y), start))
    model = catboost.CatBoostRegressor(
        loss_function=Objective(), eval_metric=Metric(), leaf_estimation_method="Newton"
    ).fit(train)
    score = model.predict(X) + start

{meaning}
"""''',
}

_MEAN: Mapping[Kind, str] = {
    "margin": '''\
def mean_loss(score, label, weight=None):
    """Return the mean loss of raw scores, for labels 0 and 1."""
    sign = np.where(np.asarray(label) > 0.5, 1.0, -1.0)
    losses = {name}(sign * score)
    return float(np.average(losses, weights=weight))
''',
    "error": '''\
def mean_loss(score, label, weight=None):
    """Return the mean loss of raw scores."""
    losses = {name}(score - np.asarray(label, dtype=float))
    return float(np.average(losses, weights=weight))
''',
    "label": '''\
def mean_loss(score, label, weight=None):
    """Return the mean loss of raw scores."""
    score = np.broadcast_to({score}, np.shape(label))
    losses = {name}(score, label)
    return float(np.average(losses, weights=weight))
''',
}

_DERIVATIVES: Mapping[Kind, str] = {
    "margin": '''\
def derivatives(score, label, weight=None):
    """Return gradient and Hessian of the loss by the raw score, for labels 0 and 1."""
    sign = np.where(np.asarray(label) > 0.5, 1.0, -1.0)
    gradient = sign * {name}_derivative(sign * score)
    curvature = {name}_second_derivative(sign * score)''',
    "error": '''\
def derivatives(score, label, weight=None):
    """Return gradient and Hessian of the loss by the raw score."""
    error = score - np.asarray(label, dtype=float)
    gradient = {name}_derivative(error)
    curvature = {name}_second_derivative(error)''',
    "label": '''\
def derivatives(score, label, weight=None):
    """Return gradient and Hessian of the loss by the raw score."""
    score = np.broadcast_to({score}, np.shape(label))
    gradient = {name}_derivative(score, label)
    curvature = {name}_second_derivative(score, label)''',
}

_WEIGHTED = """\
    weight = 1.0 if weight is None else np.asarray(weight)
    return weight * gradient, weight * hessian
"""

_START = '''\
@np.errstate(all="ignore")
def initial_score(label, weight=None):
    """Return the constant score of the least mean loss, to start from; 0.0 if no score has the least.

    Trees make small steps, and none where the loss is flat: they need a good start.
    """
    label, places = np.unique(np.asarray(label, dtype=float), return_inverse=True)
    weight = np.bincount(places.ravel(), weight)
{check}{scores}
    means = np.array([mean_loss(score, label, weight) for score in scores])
    means = np.where(np.isnan(means), np.inf, means)
    best = np.flatnonzero(means <= means.min() + 1e-12 * abs(means.min()))
    if best[0] == 0 or best[-1] == len(scores) - 1:
        return 0.0
    middle = best[len(best) // 2]
    start, low, high = scores[middle], scores[middle - 1], scores[middle + 1]
    for _ in range(200):
        score = (low + high) / 2
        slope = np.sum(derivatives(score, label, weight)[0])
        low, high = (score, high) if slope < 0 else (low, score)
        if slope == 0 or low == high:
            break
    return float(score if mean_loss(score, label, weight) <= means[middle] else start)
'''

_SCORES: Mapping[Kind, str] = {
    "margin": "    scores = np.sinh(np.linspace(-7, 7, 141))",
    "error": """\
    steps = np.sinh(np.linspace(-7, 7, 141))
    around = np.median(label) + (np.ptp(label) or 1.0) * steps
    scores = np.unique([*np.quantile(label, np.linspace(0, 1, 257)), *around])""",
    "label": """\
    scores = np.sinh(np.linspace(-7, 7, 141))
    around = np.median(label) + (np.ptp(label) or 1.0) * scores
    scores = np.unique([*np.quantile(label, np.linspace(0, 1, 257)), *scores, *around])""",
}

_INTERFACES: Mapping[Booster, str] = {
    "xgboost": '''\
def _weight(data):
    weight = data.get_weight()
    return weight if len(weight) else None


def objective(score, data):
    """Return gradient and Hessian for each row, as `obj` of xgboost.train."""
    return derivatives(score, data.get_label(), _weight(data))


def metric(score, data):
    """Return name and mean loss, as `custom_metric` of xgboost.train."""
    return "{name}", mean_loss(score, data.get_label(), _weight(data))
''',
    "lightgbm": '''\
def objective(score, data):
    """Return gradient and Hessian for each row, as "objective" of lightgbm.train."""
    return derivatives(score, data.get_label(), data.get_weight())


def metric(score, data):
    """Return name, mean loss and that less is better, as `feval` of lightgbm.train."""
    return "{name}", mean_loss(score, data.get_label(), data.get_weight()), False
''',
    "catboost": '''\
class Objective:
    """The loss, as `loss_function` of a model of CatBoost."""

    def calc_ders_range(self, approxes, targets, weights):
        """Return minus gradient and Hessian of each row: CatBoost climbs."""
        weight = None if weights is None else np.array(weights)
        gradient, hessian = derivatives(np.array(approxes), np.array(targets), weight)
        return list(zip(-gradient, -hessian))


class Metric:
    """The mean loss, as `eval_metric` of a model of CatBoost."""

    def is_max_optimal(self):
        return False

    def evaluate(self, approxes, target, weight):
        """Return the sum of losses and that of weights."""
        weight = np.ones(len(target)) if weight is None else np.array(weight)
        mean = mean_loss(np.array(approxes[0]), np.array(target), weight)
        return mean * weight.sum(), weight.sum()

    def get_final_error(self, error, weight):
        return error / weight
''',
}


def boosting_code(objective: Objective, booster: Booster) -> str:
    """Write a module with a custom objective and metric for `booster`, and the score to start from.

    Raises FormulaError as `code` does.
    """
    signature, kind = objective.signature, objective.kind
    name = identifier(signature.name, DIALECTS["numpy"])
    name = f"{name}_loss" if name in _TAKEN else name
    functions = code(replace(signature, name=name, derivatives=2), objective.tree, "numpy")
    title = objective.title.replace("\\", "\\\\").replace('"', "'")
    head = _HEADS[booster].format(title=title, labels=objective.labels, meaning=objective.meaning)
    score = "score" if objective.least is None else f"np.maximum(score, {objective.least!r})"
    parts = [
        functions,
        _MEAN[kind].format(name=name, score=score),
        "\n".join([_DERIVATIVES[kind].format(name=name, score=score), *_hessian(objective.curvature), _WEIGHTED]),
        _START.format(scores=_SCORES[kind], check=_check(objective)),
        _INTERFACES[booster].format(name=signature.name.replace('"', "'")),
    ]
    return f"{head}\n\n" + "\n\n\n".join(part.rstrip() for part in parts) + "\n"


def _check(objective: Objective) -> str:
    """Return the lines that refuse labels of which the loss is no number."""
    if not objective.conditions:
        return ""
    several = len(objective.conditions) > 1
    condition = " & ".join(f"({each})" if several else each for each in objective.conditions)
    return f"""\
    if not np.all({condition}):
        raise ValueError("labels must be {objective.labels}")
"""


def _hessian(curvature: Curvature) -> list[str]:
    """Return the lines that make the Hessian of the second derivative."""
    lines = []
    usable = "curvature > 0.0"
    if not curvature.is_finite:
        lines.append("    gradient = np.nan_to_num(gradient, nan=0.0, posinf=1e16, neginf=-1e16)")
        usable = "(curvature > 0.0) & (curvature < 1e16)"
    if not curvature.gap:
        lines.append("    # Made safe: far out the second derivative is too small to be told from zero.")
        return [*lines, "    hessian = np.maximum(curvature, 1e-16)"]
    if curvature.stand_in is None:
        stand_in, words = "np.abs(gradient)", "the size of the gradient, a step of 1,"
    else:
        number = DIALECTS["numpy"].number(curvature.stand_in, whole=False)
        stand_in, words = f"np.where(gradient != 0.0, {number}, 0.0)", f"{number}, the largest that it has,"
    return [
        *lines,
        f"    # Made safe: {curvature.gap}, and",
        f"    # {words} stands in.  No row weighs nothing at all.",
        f"    stand_in = {stand_in}",
        f"    hessian = np.where({usable}, curvature, stand_in)",
        "    hessian = np.maximum(hessian, np.finfo(np.float32).tiny)",
    ]
