"""A network as an estimator: what it predicts, how it is scored, and what it refuses."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np
import pytest

import lossplot
from lossplot import Network, RequestError
from lossplot._api.train import units

X = np.array([[-2.0, 1.0], [-1.0, -1.0], [-0.5, 2.0], [0.5, -2.0], [1.0, 1.0], [3.0, 0.0], [0.1, 0.3], [-0.2, 0.1]])
WORDS = np.array(["cat", "cat", "cat", "dog", "dog", "dog", "cat", "dog"])
THREE = np.array([0, 0, 1, 1, 2, 2, 0, 1])
TARGETS = np.array([-2.0, 0.0, 1.0, 1.5, 7.0, 3.0, 0.5, 0.0])


@cache
def trained(loss: str, kind: str = "words") -> Network:
    labels: Any = {"words": WORDS, "three": THREE, "targets": TARGETS}[kind]
    return Network(loss, hidden=(), epochs=3, batch=4).fit(X, labels)


def test_of_two_classes_the_output_is_the_logit_of_the_second() -> None:
    network = trained("logistic")
    assert network.classes_.tolist() == ["cat", "dog"]
    outputs, chances = network.decision_function(X), network.predict_proba(X)
    assert outputs.shape == (8,)
    np.testing.assert_allclose(chances[:, 1], 1.0 / (1.0 + np.exp(-outputs)))
    np.testing.assert_allclose(chances.sum(axis=1), 1.0)
    assert network.predict(X).tolist() == ["dog" if output > 0.0 else "cat" for output in outputs]


def test_of_several_classes_the_chances_are_the_softmax_of_the_outputs() -> None:
    network = trained("cross-entropy", "three")
    outputs, chances = network.decision_function(X), network.predict_proba(X)
    assert outputs.shape == chances.shape == (8, 3)
    powers = np.exp(outputs)
    np.testing.assert_allclose(chances, powers / powers.sum(axis=1, keepdims=True))
    assert network.predict(X).tolist() == outputs.argmax(axis=1).tolist()


def test_a_score_is_the_share_that_is_right_or_r_squared() -> None:
    network = trained("logistic")
    others = np.where(WORDS == "cat", "dog", "cat")
    share = float(np.mean(network.predict(X) == WORDS))
    assert network.score(X, WORDS) == share
    assert network.score(X, others) == 1.0 - share
    regression = trained("squared", "targets")
    guess = regression.predict(X)
    np.testing.assert_array_equal(guess, regression.decision_function(X))
    expected = 1.0 - np.sum((TARGETS - guess) ** 2) / np.sum((TARGETS - TARGETS.mean()) ** 2)
    assert regression.score(X, TARGETS) == pytest.approx(expected, rel=1e-12)
    with pytest.raises(AttributeError, match="a regression has no probabilities"):
        regression.predict_proba(X)


def test_weights_are_those_of_the_outputs() -> None:
    network = trained("logistic")
    [weights], [bias] = network.coefs_, network.intercepts_
    assert (weights.shape, bias.shape, network.n_features_in_, network.n_iter_) == ((2, 1), (1,), 2, 3)
    inputs = network._outcome.plan.data.scaled(X)
    np.testing.assert_allclose((inputs @ weights + bias)[:, 0], network.decision_function(X), rtol=1e-9, atol=1e-9)


def test_parameters_are_told_and_set() -> None:
    network = Network("hinge", hidden=(3,), lr=0.5)
    assert network.get_params() == {
        "loss": "hinge",
        "hidden": (3,),
        "activation": "relu",
        "optimizer": "adam",
        "lr": 0.5,
        "batch": 5,
        "epochs": 30,
        "seed": 0,
    }
    assert network.set_params(lr=0.1, seed=7).get_params()["lr"] == 0.1
    with pytest.raises(RequestError, match="a network has no parameter 'rate'; it has loss, hidden,"):
        network.set_params(rate=1.0)


@pytest.mark.parametrize(
    ("use", "told"),
    [
        (lambda: Network().predict(X), "the network is not trained; call fit first"),
        (lambda: Network().fit(X, WORDS[:-1]), "there are 8 inputs and 7 labels; give as many of both"),
        (lambda: Network("huber:delta=1,2").fit(X, TARGETS), "a network is trained under one loss, not 2"),
        (lambda: trained("logistic").predict(X[:, :1]), "the inputs have 1 columns; the network takes 2"),
    ],
)
def test_what_cannot_be_is_refused(use: Any, told: str) -> None:
    with pytest.raises(lossplot.LossplotError, match=told):
        use()


def test_hidden_layers_are_a_number_or_some() -> None:
    assert [units(each) for each in (3, [4, 2], (), np.array([5]))] == [(3,), (4, 2), (), (5,)]
    for hidden in (True, 2.5, object()):
        with pytest.raises(RequestError, match="hidden must be units of layers, not "):
            units(hidden)
