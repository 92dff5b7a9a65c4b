"""Training under losses, for a Python program."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Any

from lossplot._api.loss import Loss, loss_texts
from lossplot._api.messages import python_messages
from lossplot._api.network import Network, trained
from lossplot._errors import RequestError, quote_value
from lossplot._training.data import Disturbance
from lossplot._training.experiment import run
from lossplot._training.settings import Settings


def train(
    losses: str | Loss | Sequence[str | Loss],
    /,
    *,
    data: Any = "circles",
    noise: float | None = None,
    flip: float = 0.0,
    outliers: int = 0,
    balance: float | None = None,
    classes: int | None = None,
    model: str | None = None,
    hidden: Sequence[int] | None = None,
    activation: str = "relu",
    optimizer: str = "adam",
    lr: float = 0.03,
    batch: int = 5,
    epochs: int = 30,
    seed: int | None = None,
    repeat: int = 1,
    learn: str | Sequence[str] = (),
    free: bool = False,
) -> list[Network]:
    """Train the same network under each loss: the same weights at the start, the same batches.

    Parameters
    ----------
    losses : str, Loss or list of them
        Names, formulas or losses.
    data : str, pair of arrays, mapping or data frame, default "circles"
        What to train on: `"circles"`, `"moons"`, `"blobs"`, `"xor"`, `"spirals"` or `"line"`, which are made; the path
        of a file; a pair (X, y); or a table with a column y.  A quarter is to test, and a fifth of the rest to
        validate.
    noise : float, optional
        The standard deviation of what is added to examples that are made; each kind of them has its own.
    flip : float, default 0
        The share of labels to train and validate that are made wrong.
    outliers : int, default 0
        The number of examples to train and validate that are put far away.
    balance : float, optional
        The share of examples that have the label +1, of two classes; without it, half of them.
    classes : int, optional
        The number of blobs, 2 without it.
    model : str, optional
        `"mlp"`, a network with hidden layers, or `"linear"`, which a regression takes without it.
    hidden : sequence of int, optional
        The units of each hidden layer: `(4, 2)` for two inputs and two classes, else `(32,)`.
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
    seed : int, optional
        What examples, weights and batches are made from: 0, or the first after it under which no network dies.
    repeat : int, default 1
        The number of starts, from the seed and those after it, on the same examples.
    learn : str or sequence of str, optional
        Parameters of the losses that are trained too.
    free : bool, default False
        Let learned coefficients of a sum go where they will, instead of holding them positive and their sum.

    Returns
    -------
    list of Network
        A trained network for each loss, with the history of its training.

    Raises
    ------
    RequestError
        For an unknown loss or option, and for examples that the losses cannot be trained on.
    LossplotError
        For a file that cannot be read.

    Examples
    --------
    >>> import lossplot
    >>> hinge, squared = lossplot.train(["hinge", "squared-hinge"])
    >>> hinge.history_["validation_accuracy"][-1], squared.history_["validation_accuracy"][-1]
    (1.0, 1.0)
    >>> hinge.predict([[0.0, 0.1], [1.0, 0.0]])
    array([ 1, -1])
    """
    names = [learn] if isinstance(learn, str) else [*learn]
    with python_messages():
        if not all(isinstance(name, str) for name in names):
            raise RequestError(f"learn must be names of parameters, not {quote_value(learn)}; write one such as 'a'")
        disturbance = Disturbance(noise, flip, outliers, balance)
        settings = Settings(
            model,
            None if hidden is None else units(hidden),
            activation,
            optimizer,
            lr,
            batch,
            epochs,
            seed,
            repeat,
            tuple(name for each in names for name in each.split(",")),
            bool(free),
            disturbance,
            classes,
        )
        source = os.fspath(data) if isinstance(data, os.PathLike) else data
        result = run(loss_texts([losses]), source, settings)
        return [trained(outcome, result) for outcome in result.outcomes]


def units(hidden: Any) -> tuple[int, ...]:
    """Return the units of hidden layers as a tuple.  Raises RequestError for what is no sequence."""
    if isinstance(hidden, int) and not isinstance(hidden, bool):
        return (hidden,)
    try:
        return tuple(hidden)
    except TypeError as error:
        raise RequestError(
            f"hidden must be units of layers, not {quote_value(hidden)}; give some such as (4, 2)"
        ) from error
