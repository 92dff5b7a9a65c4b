"""Equivalents in other libraries: their names, and their calls as a user would write them."""

from __future__ import annotations

import pytest

from lossplot._losses import LOSSES

# One row for each way in which a library is called.
CALLS = [
    ("huber", "torch:huber", "torch.nn.HuberLoss(delta=delta)", "1"),
    ("huber", "keras:huber", "keras.losses.Huber(delta=delta)", "1"),
    ("huber", "optax:huber_loss", "optax.huber_loss(prediction, target, delta=delta)", "1"),
    ("huber", "scipy:huber", 'scipy.optimize.least_squares(loss="huber", f_scale=delta)', "1"),
    ("huber", "scipy:special_huber", "scipy.special.huber(delta, r)", "1"),
    ("huber", "sklearn:huber", 'sklearn.linear_model.SGDRegressor(loss="huber", epsilon=delta)', "1"),
    ("huber", "statsmodels:HuberT", "statsmodels.robust.norms.HuberT(t=delta)", "1"),
    ("huber", "lightgbm:huber", 'lightgbm.train({"objective": "huber", "alpha": delta})', "1"),
    ("half-squared", "scipy:linear", 'scipy.optimize.least_squares(loss="linear")', "1"),
    ("modified-huber", "optax:sparsemax_loss", "optax.losses.sparsemax_loss(f, y)", "1/4"),
    (
        "squared-margin",
        "sklearn:squared_error_margin",
        'sklearn.linear_model.SGDClassifier(loss="squared_error")',
        "1/2",
    ),
    ("msle", "xgboost:reg:squaredlogerror", 'xgboost.train({"objective": "reg:squaredlogerror"})', "1/2"),
    ("kl-bernoulli", "statsmodels:Binomial", "statsmodels.genmod.families.Binomial().deviance(target, x)", "2"),
]


@pytest.mark.parametrize(("loss", "name", "call", "factor"), CALLS, ids=[row[1] for row in CALLS])
def test_an_equivalent_is_named_and_called_as_its_library_has_it(loss: str, name: str, call: str, factor: str) -> None:
    assert (name, call, factor) in [each[:3] for each in LOSSES[loss].equivalents]


def test_each_loss_has_the_name_that_heads_its_entry() -> None:
    assert list(LOSSES) == [loss.name for loss in LOSSES.values()]
    assert all(LOSSES)
