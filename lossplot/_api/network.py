"""A network trained under a loss, with the manners of scikit-learn's estimators."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lossplot._api.loss import Loss, loss_texts
from lossplot._api.messages import python_messages
from lossplot._errors import RequestError
from lossplot._formula.evaluate import Array
from lossplot._formula.special import sigmoid
from lossplot._predictions.losses import read_asked
from lossplot._training.data import Data
from lossplot._training.experiment import needs_labels, train_on
from lossplot._training.outcome import Outcome, Result
from lossplot._training.records import result_records
from lossplot._training.run import decide
from lossplot._training.settings import Settings, check
from lossplot._training.sources import coded, input_array, label_array, targets

_PARAMETERS = ("loss", "hidden", "activation", "optimizer", "lr", "batch", "epochs", "seed")


class Network:
    """A small network and the loss that it is trained under: a classifier, or a regressor for losses of an error.

    It has scikit-learn's manners: `fit`, `predict`, `score`, `get_params` and `set_params`, and works in its pipelines
    and cross-validations.  `lossplot.train` returns trained ones.

    Parameters
    ----------
    loss : str or Loss, default "hinge"
        A name, a formula or a loss.
    hidden : sequence of int, default (4, 2)
        The units of each hidden layer; none make a linear model.
    activation : str, default "relu"
        What hidden units do: `"relu"`, `"tanh"` or `"sigmoid"`.
    optimizer : str, default "adam"
        `"sgd"`, `"momentum"` or `"adam"`.
    lr : float, default 0.03
        The learning rate.
    batch : int, default 5
        The number of examples in a step.
    epochs : int, default 30
        How often each example is taken.
    seed : int, default 0
        What the weights at the start and the batches are made from.

    Attributes
    ----------
    classes_ : array
        The classes in order, of a classifier; of two, the second is the label +1.
    history_ : dict of str to list
        Loss and accuracy after each epoch, as `train_loss` and `validation_accuracy`.
    coefs_, intercepts_ : list of array
        The weights and biases of each layer.
    record_ : dict
        The whole outcome, as `lossplot train --format json` prints it.

    Examples
    --------
    >>> import lossplot
    >>> network = lossplot.Network("logistic", hidden=(), epochs=50).fit([[-1.0], [-2.0], [1.0], [2.0]], [0, 0, 1, 1])
    >>> network.predict([[-3.0], [3.0]])
    array([0, 1])
    """

    loss: str | Loss
    hidden: Sequence[int]
    activation: str
    optimizer: str
    lr: float
    batch: int
    epochs: int
    seed: int
    classes_: NDArray[Any]
    n_features_in_: int
    n_iter_: int
    coefs_: list[Array]
    intercepts_: list[Array]
    history_: dict[str, list[float]]
    record_: dict[str, Any]

    def __init__(
        self,
        loss: str | Loss = "hinge",
        *,
        hidden: Sequence[int] = (4, 2),
        activation: str = "relu",
        optimizer: str = "adam",
        lr: float = 0.03,
        batch: int = 5,
        epochs: int = 30,
        seed: int = 0,
    ) -> None:
        self.loss, self.hidden, self.activation, self.optimizer = loss, hidden, activation, optimizer
        self.lr, self.batch, self.epochs, self.seed = lr, batch, epochs, seed

    def fit(self, X: Any, y: Any) -> Network:  # noqa: N803
        """Train on all examples: inputs of shape (n, columns), and as many labels or targets.

        Raises RequestError for what the loss cannot be trained on.
        """
        with python_messages():
            settings = Settings(
                "mlp" if self.hidden else "linear",
                tuple(self.hidden) or None,
                self.activation,
                self.optimizer,
                self.lr,
                self.batch,
                self.epochs,
                self.seed,
            )
            check(settings)
            asked = read_asked(loss_texts([self.loss]))
            if len(asked) != 1:
                raise RequestError(f"a network is trained under one loss, not {len(asked)}; use train for several")
            inputs, labels = input_array(X), label_array(y)
            if len(inputs) != len(labels) or not len(inputs):
                raise RequestError(f"there are {len(inputs)} inputs and {len(labels)} labels; give as many of both")
            numbers, classes = coded(labels, "the data") if needs_labels(asked) else (targets(labels, "the data"), ())
            none = np.arange(0)
            data = Data("the data", inputs, numbers, classes, np.arange(len(inputs)), none, none)
            result = train_on(data, asked, settings, self.seed)
            self._settle(result.outcomes[0], result)
        return self

    def _settle(self, outcome: Outcome, result: Result) -> None:
        """Take over what came of training."""
        self._outcome = outcome
        self.record_ = result_records(result)[outcome.place]
        self.history_ = self.record_["history"]
        data = outcome.plan.data
        self.n_features_in_ = data.inputs.shape[1]
        self.n_iter_ = result.epochs
        if data.classes:
            self.classes_ = np.array(data.classes)
        layers = outcome.plan.network.layers(outcome.weights(0))
        self.coefs_, self.intercepts_ = [layer[:-1].copy() for layer in layers], [layer[-1].copy() for layer in layers]

    @property
    def ending_(self) -> str:
        """The end of training: `done`, `stuck`, `dead`, `diverged` or `interrupted`."""
        return str(self.record_["ending"])

    def decision_function(self, X: Any) -> Array:  # noqa: N803
        """Return the network's outputs: one for each example, or of several classes one for each class."""
        outputs = self._outputs(X)
        return outputs if outputs.shape[1] > 1 else outputs[:, 0]

    def predict(self, X: Any) -> Any:  # noqa: N803
        """Return the class of each example, or in a regression its value."""
        outputs = self._outputs(X)
        return self.classes_[decide(outputs)] if self._is_classifier else outputs[:, 0]

    def predict_proba(self, X: Any) -> Array:  # noqa: N803
        """Return the probability of each class: the sigmoid or softmax of the outputs."""
        if not self._is_classifier:
            raise AttributeError("a regression has no probabilities")
        outputs = self._outputs(X)
        if outputs.shape[1] == 1:
            return np.concatenate([np.asarray(sigmoid(-outputs)), np.asarray(sigmoid(outputs))], axis=1)
        powers = np.exp(outputs - outputs.max(axis=1, keepdims=True))
        return np.asarray(powers / powers.sum(axis=1, keepdims=True))

    def score(self, X: Any, y: Any) -> float:  # noqa: N803
        """Return the share of examples that are predicted right, or in a regression R squared."""
        guess, truth = self.predict(X), label_array(y)
        if self._is_classifier:
            return float(np.mean(guess == truth))
        return float(1.0 - np.sum((truth - guess) ** 2) / np.sum((truth - np.mean(truth)) ** 2))

    @property
    def _is_classifier(self) -> bool:
        return hasattr(self, "classes_")

    def _outputs(self, inputs: Any) -> Array:
        with python_messages():
            if not hasattr(self, "_outcome"):
                raise RequestError("the network is not trained; call fit first")
            array = input_array(inputs)
            if array.shape[1] != self.n_features_in_:
                raise RequestError(f"the inputs have {array.shape[1]} columns; the network takes {self.n_features_in_}")
            return self._outcome.outputs(self._outcome.plan.data.scaled(array))

    def get_params(self, deep: bool = True) -> dict[str, Any]:
        """Return the parameters that the network was made with."""
        return {name: getattr(self, name) for name in _PARAMETERS}

    def set_params(self, **parameters: Any) -> Network:
        """Change parameters; they hold from the next `fit` on.  Raises RequestError for an unknown one."""
        for name, value in parameters.items():
            if name not in _PARAMETERS:
                raise RequestError(f"a network has no parameter {name!r}; it has {', '.join(_PARAMETERS)}")
            setattr(self, name, value)
        return self

    def __sklearn_tags__(self) -> Any:
        """Tell scikit-learn, which alone asks for it, what kind of estimator this is."""
        utils = sys.modules["sklearn.utils"]
        is_classifier = needs_labels(read_asked(loss_texts([self.loss])))
        return utils.Tags(
            estimator_type="classifier" if is_classifier else "regressor",
            target_tags=utils.TargetTags(required=True),
            classifier_tags=utils.ClassifierTags() if is_classifier else None,
            regressor_tags=None if is_classifier else utils.RegressorTags(),
        )

    def __sklearn_is_fitted__(self) -> bool:
        return hasattr(self, "_outcome")

    def __repr__(self) -> str:
        return f"lossplot.Network({str(self.loss)!r})"


def trained(outcome: Outcome, result: Result) -> Network:
    """Return a trained network of a training."""
    plan = outcome.plan
    network = Network(
        plan.objectives[outcome.place].curve.spec,
        hidden=plan.network.sizes[1:-1],
        activation=plan.network.activation,
        optimizer=plan.optimizer,
        lr=plan.rate,
        batch=plan.batch,
        epochs=plan.epochs,
        seed=plan.seeds[0],
    )
    network._settle(outcome, result)
    return network
