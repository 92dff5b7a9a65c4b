"""Losses of other libraries: every public name, the arguments of their calls, and numbers that they give."""

from __future__ import annotations

import ast
import re

import numpy as np
import pytest
from support.cases import every
from support.public_names import PUBLIC_NAMES

from lossplot._curves.curve import Curve, default_curve
from lossplot._curves.parse import read_curves
from lossplot._errors import RequestError
from lossplot._losses import LOSSES, Equivalent, Loss
from lossplot._losses.foreign import equivalents_at, library_names
from lossplot._losses.spellings import PREFIXES, SPELLINGS

EVERY_NAME = [f"{library}:{name}" for library, names in PUBLIC_NAMES.items() for name in names.split()]
EQUIVALENTS = [(loss, each) for loss in LOSSES.values() for each in loss.equivalents]
# Names that calls use besides the libraries: data, which the caller has.
_DATA = frozenset(
    (
        *("f", "y", "m", "r", "p", "x", "u", "v", "target", "prediction", "predicted", "scores", "label", "logits"),
        *("labels", "anchor", "positive", "negative", "embeddings", "int", "float", "jax", *PREFIXES),
    )
)


def _curve(text: str) -> Curve:
    (curve,) = read_curves([text])
    return curve


def _refusal(text: str) -> str:
    with pytest.raises(RequestError) as refusal:
        read_curves([text])
    return str(refusal.value)


@every("name", EVERY_NAME)
def test_every_public_name_is_a_loss_or_is_said_to_be_no_curve(name: str) -> None:
    try:
        curves, message = read_curves([name]), ""
    except RequestError as refusal:
        curves, message = (), str(refusal)
    for curve in curves:
        assert curve.library is not None
        assert np.isfinite(curve.jet(0.75).value).all()
    if not curves:
        assert message.startswith(f"{name} is no curve; ")
        # What is to be drawn instead can be drawn.
        for better in re.findall(r"'([^' ]+)'", message):
            assert read_curves([better])


@every("name", library_names())
def test_every_name_that_is_suggested_is_found(name: str) -> None:
    assert _curve(name).library


@pytest.mark.parametrize(
    ("typed", "library"),
    [
        ("pytorch:HuberLoss", "torch"),
        ("tf:Huber", "keras"),
        ("tensorflow:huber", "keras"),
        ("jax:huber_loss", "optax"),
        ("scikit-learn:huber", "sklearn"),
        ("scikit_learn:huber", "sklearn"),
        ("XGB:reg:pseudohubererror", "xgboost"),
        ("lgbm:huber", "lightgbm"),
        ("catboost:Huber", "catboost"),
        ("ceres:HuberLoss", "ceres"),
    ],
)
def test_a_library_is_found_by_the_names_people_type(typed: str, library: str) -> None:
    equivalent = _curve(typed).library
    assert equivalent is not None
    assert equivalent.library == library


# What each library itself returned for these, by the call in the comment.
@pytest.mark.parametrize(
    ("text", "x", "value"),
    [
        (
            "torch:binary_cross_entropy_with_logits",
            0.7,
            0.4031860488854579,
        ),  # of (.7, 1)
        ("torch:binary_cross_entropy", 0.3, 1.2039728043259361),  # F.binary_cross_entropy(.3, 1)
        ("torch:margin_ranking:margin=1", 0.4, 0.6),  # F.margin_ranking_loss(.4, 0, 1, margin=1)
        ("torch:MarginRankingLoss", -0.4, 0.4),  # F.margin_ranking_loss(-.4, 0, 1)
        ("torch:multi_margin_loss:p=2", 0.4, 0.18),  # F.multi_margin_loss([[.4, 0]], [0], p=2)
        ("torch:multi_margin_loss:p=1", 0.4, 0.3),  # F.multi_margin_loss([[.4, 0]], [0])
        ("torch:poisson_nll_loss:target=3", 1.5, -0.018310929661935482),  # F.poisson_nll_loss(1.5, 3)
        ("torch:poisson_nll_loss:full=True:target=3", 1.5, 1.7457706138811213),  # full=True
        ("torch:PoissonNLLLoss:log_input=False:target=3", 1.5, 0.2836046756755068),  # log_input=False, eps=0
        ("torch:PoissonNLLLoss:log_input=False:full=True:target=3", 1.5, 2.047686219218564),  # and full=True
        ("torch:GaussianNLLLoss:sigma=2", 0.5, 0.7243971805599453),  # F.gaussian_nll_loss(.5, 0, 4)
        ("torch:gaussian_nll_loss:full=true:sigma=2", 0.5, 1.643335713764618),  # full=True
        ("torch:kl_div:target=0.6", 0.3, 0.19204199316179815),  # F.kl_div(log([.3, .7]), [.6, .4], reduction="sum")
        ("keras:BinaryCrossentropy", 0.3, 1.2039728043259361),  # BinaryCrossentropy()([[1]], [[.3]])
        ("keras:BinaryCrossentropy:from_logits=True", 0.7, 0.4031860488854579),  # from_logits=True, of [[.7]]
        ("keras:SparseCategoricalCrossentropy", 0.3, 1.2039728043259361),  # of [0], [[.3, .7]]
        ("keras:SparseCategoricalCrossentropy:from_logits=True", 0.7, 0.4031860488854579),  # of [0], [[.7, 0]]
        ("keras:CosineSimilarity", 0.6, -0.6),  # CosineSimilarity()([[1, 0]], [[.6, .8]])
        ("keras:CategoricalGeneralizedCrossEntropy", 0.3, 0.904554884989668),  # of [0], [[.3, .7]]: 2 (1 - sqrt(.3))
        ("statsmodels:HuberT", 3.0, 3.1304875),  # HuberT().rho(3)
        ("statsmodels:InverseGaussian:target=2", 3.0, 0.05555555555555555),  # InverseGaussian().deviance(2, 3)
        ("statsmodels:Gaussian", 2.0, 4.0),  # Gaussian().deviance(1, 3)
        ("catboost:Quantile:alpha=0.3", 2.0, 1.4),  # eval_metric([1], [3], "Quantile:alpha=0.3")
        ("catboost:Huber:delta=0.9", 2.0, 1.395),  # eval_metric([1], [3], "Huber:delta=0.9")
        ("catboost:Logloss", 0.4, 0.5130152523999526),  # eval_metric([1], [.4], "Logloss")
        ("catboost:Poisson:target=2", 0.7, 0.6137527074704763),  # eval_metric([2], [.7], "Poisson")
        ("sklearn:mean_pinball_loss:alpha=0.3", 2.0, 1.4),  # mean_pinball_loss([1], [3], alpha=.3)
        # What TRL's trainers compute: (m - 1/(2*beta))**2, 1 - sigmoid(beta*(m - kl)), sigmoid(beta*(x - kl)) of an
        # undesirable answer with x = -m, and -min(x*A, clip(x)*A), x being at most delta.
        ("trl:ipo:beta=0.25", 3.0, 1.0),
        ("trl:kto:beta=0.5:reference=1", 3.0, 0.2689414213699951),
        ("trl:kto:beta=0.5:reference=1:label=-1", 3.0, 0.11920292202211755),
        ("trl:grpo:epsilon=0.25", 3.0, -1.25),
        ("trl:grpo_delta:epsilon=0.25:delta=2", 3.0, 2.0),
        # Half of rho(r*r) as ceres/loss_function.h documents it: 2*(sqrt(1 + s) - 1), log(1 + s), atan(s), ...
        ("ceres:TrivialLoss", 3.0, 4.5),
        ("ceres:HuberLoss:a=2", 3.0, 4.0),
        ("ceres:SoftLOneLoss", 3.0, 2.1622776601683795),
        ("ceres:CauchyLoss", 3.0, 1.151292546497023),
        ("ceres:ArctanLoss", 3.0, 0.7300695528105005),
        ("ceres:TukeyLoss:a=2", 3.0, 0.6666666666666666),
        ("ceres:TolerantLoss:a=1:b=0.5", 3.0, 3.968268025373049),
    ],
)
def test_the_curve_has_the_library_s_numbers(text: str, x: float, value: float) -> None:
    np.testing.assert_allclose(_curve(text).jet(x).value, value, rtol=2e-8)


@pytest.mark.parametrize(
    ("text", "parameters"),
    [
        ("lightgbm:huber", {"delta": 0.9}),
        ("lightgbm:huber:alpha=2", {"delta": 2.0}),
        ("lightgbm:quantile", {"tau": 0.9}),
        ("sklearn:huber", {"delta": 0.1}),
        ("keras:categorical_focal_crossentropy", {"gamma": 2.0, "alpha": 0.25}),
        ("optax:ntxent", {"temperature": 0.07, "negatives": 255.0, "negative": 0.0}),
        ("torch:huber", {"delta": 1.0}),
    ],
)
def test_a_parameter_that_is_not_given_is_as_the_library_has_it(text: str, parameters: dict[str, float]) -> None:
    curve = _curve(text)
    assert curve.parameters == parameters
    assert curve == _curve(curve.spec)


@pytest.mark.parametrize(
    ("text", "idle"),
    [
        ("torch:mse:reduction=sum", ("reduction=sum",)),
        ("torch:cross_entropy:reduction=mean:ignore_index=3", ("reduction=mean", "ignore_index=3")),
        ("keras:tversky:alpha=0.3:beta=0.7", ("alpha=0.3",)),
        ("keras:BinaryFocalCrossentropy:from_logits=True", ("from_logits=True",)),
        ("torch:huber:delta=2", ()),
    ],
)
def test_an_argument_without_effect_is_named(text: str, idle: tuple[str, ...]) -> None:
    curve = _curve(text)
    assert curve.remarks == tuple(f"{each} changes nothing in the curve of {curve.name}" for each in idle)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("nolibrary:huber", "unknown library 'nolibrary'; known are " + ", ".join(sorted(SPELLINGS))),
        ("tensorflw:huber", "unknown library 'tensorflw'; did you mean 'tensorflow'?"),
        (
            "torch:multi_margin:p=3",
            "no argument 'p=3' here; it has threshold, margin, p=1 or p=2",
        ),
        ("keras:hinge:threshold=2", "keras:hinge has no argument 'threshold=2' here; it has none"),
        ("torch:smooth_l1:bta=1", "torch:smooth_l1 has no argument 'bta=1' here; did you mean 'beta'?"),
        ("statsmodels:InverseGaussian:power=2", "statsmodels:InverseGaussian has no argument 'power=2' here"),
        ("torch:hubr", "unknown loss 'torch:hubr'; did you mean 'torch:huber'"),
        ("scipy:zzzzzzzz", "unknown loss 'scipy:zzzzzzzz'; 19 are known, such as scipy:arctan, scipy:boxcox"),
        ("sklearn:SGDClassifier", "unknown loss 'sklearn:SGDClassifier'"),
    ],
)
def test_what_no_library_has_is_refused_with_what_it_has(text: str, message: str) -> None:
    assert message in _refusal(text)


@every(("loss", "equivalent"), EQUIVALENTS, ids=[each.name for _, each in EQUIVALENTS])
def test_a_call_is_code_with_numbers_for_all_parameters(loss: Loss, equivalent: Equivalent) -> None:
    call = equivalent.filled(default_curve(loss).parameters)
    assert call.endswith(equivalent.condition)
    if equivalent.library == "ceres":
        assert re.fullmatch(r"ceres::\w+\((/\*\w=\*/[\d.*]+(, )?)*\)  // .*", call)
        return
    names = {node.id for node in ast.walk(ast.parse(call)) if isinstance(node, ast.Name)}
    assert names <= _DATA
    assert not names & {parameter.name for parameter in loss.parameters}


def test_no_spelling_hides_another_loss_of_the_library() -> None:
    own = {each.name.lower() for _, each in EQUIVALENTS}
    assert not [
        f"{library}:{name}" for library in SPELLINGS for name in SPELLINGS[library] if f"{library}:{name}" in own
    ]


@pytest.mark.parametrize(
    ("text", "name", "holds"),
    [
        ("hinge", "keras:hinge", True),
        ("hinge:threshold=2", "keras:hinge", False),
        ("hinge:threshold=2", "torch:hinge_embedding_margin", True),
        ("tweedie-deviance", "statsmodels:InverseGaussian", False),
        ("tweedie-deviance:power=3", "statsmodels:InverseGaussian", True),
        ("focal:alpha=0.25", "optax:sigmoid_focal_loss", True),
    ],
)
def test_an_equivalent_is_told_where_it_is_one(text: str, name: str, holds: bool) -> None:
    curve = _curve(text)
    assert (name in [each.name for each in equivalents_at(curve.loss, curve.parameters)]) == holds
