"""Refusals of data and settings that a Python program gives: one line each, as RequestError."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from support.cases import every

import lossplot

X, Y = np.array([[0.0, 1.0], [1.0, 0.0], [2.0, 2.0], [3.0, 1.0]]), [0, 1, 0, 1]


def trained(inputs: Any = X, labels: Any = Y, loss: str = "hinge", **settings: Any) -> Callable[[], object]:
    return lambda: lossplot.train(loss, data=(inputs, labels), **settings)


REFUSED: dict[str, Callable[[], object]] = {
    "the inputs are no array of numbers, but \"[['a'], ['b']]\"; give one": trained([["a"], ["b"]], [0, 1]),
    "the inputs have the shape (2, 2, 2); give a row an example and a column an input": trained(np.zeros((2, 2, 2))),
    "the inputs have the shape (2, 0); give a row an example and a column an input": trained(np.zeros((2, 0)), [0, 1]),
    "row 2 of the inputs is not finite; leave it out, or give it numbers": trained([[0.0], [np.nan]], [0, 1]),
    "the labels have the shape (4, 2); give one for each example": trained(X, np.zeros((4, 2))),
    "the data have 4 inputs and 3 labels; give as many of both": trained(X, [0, 1, 0]),
    "the labels of the data are of several kinds; give numbers or words": trained(X, [0, 1, "a", None]),
    "a label of the data is not finite; leave its example out": trained(X, [0.0, 1.0, np.nan, 1.0]),
    "the data has one class alone; give examples of two or more": trained(X, [1, 1, 1, 1]),
    "a target of the data is not finite; leave its example out": trained(X, [0.0, 1.0, np.inf, 1.0], "squared"),
    "a target of the data is 1e+300, beyond 1e+100; scale the targets": trained(X, [0.0, 1e300, 0.0, 1.0], "squared"),
    "the data has the column 'y' alone; give it columns of inputs": lambda: lossplot.train("hinge", data={"y": Y}),
    "the data has no rows; give it some": lambda: lossplot.train("hinge", data={"y": [], "a": []}),
    "learn must be names of parameters, not '(1,)'; write one such as 'a'": trained(learn=(1,)),
    "outliers must be a whole number from 0 to 1000, not '1000000'; change it": trained(outliers=10**6),
    "q**2 is a function of q; call its variable m, r or p to train with it": lambda: lossplot.train("q**2"),
    "'huber:delta=1,2' is 2 curves; give one of them": lambda: lossplot.identify("huber:delta=1,2"),
    "'3' is no loss; give a formula, a function, or x and y": lambda: lossplot.identify(3),
}


@every(("message", "use"), REFUSED.items(), ids=REFUSED)
def test_a_refusal_is_one_line_that_says_what_to_do(message: str, use: Callable[[], object]) -> None:
    with pytest.raises(lossplot.RequestError) as caught:
        use()
    assert str(caught.value) == message


def test_a_column_of_labels_is_a_list_of_them() -> None:
    inputs, labels = np.arange(40.0).reshape(20, 2), [0, 1] * 10
    [column] = lossplot.train("hinge", data=(inputs, np.reshape(labels, (20, 1))), epochs=2)
    [flat] = lossplot.train("hinge", data=(inputs, labels), epochs=2)
    assert column.coefs_[0].tolist() == flat.coefs_[0].tolist()
    assert column.ending_ == "done"
    assert repr(flat) == "lossplot.Network('hinge')"
