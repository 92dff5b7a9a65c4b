"""Examples of the user's: tables in files and in memory -> inputs and targets."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

import numpy as np

from lossplot._errors import RequestError, alternatives, quote, quote_value, suggest
from lossplot._formula.evaluate import Array
from lossplot._predictions.columns import LABEL, Columns
from lossplot._predictions.labels import canonical
from lossplot._predictions.memory import SOURCE, table_in_memory
from lossplot._predictions.open import open_table
from lossplot._predictions.table import Part, Table
from lossplot._training.data import RECIPES, Data, flipped, split

MOST_NUMBERS, MOST_CLASSES = 50_000_000, 1000
MOST_NAMED = 3
# Beyond it, the loss of a target at the start may be no number.
MOST_TARGET = 1e100


def read_file(path: str, has_labels: bool, seed: int, flip: float) -> Data:
    """Read examples from a file with a column y; the other columns are inputs, scaled to mean 0 and deviation 1.

    Raises RequestError for what is no table of numbers, with a hint at the examples that lossplot makes.
    """
    try:
        table = open_table(path)
    except RequestError as error:
        if "No such file" in str(error):
            made = alternatives([*RECIPES])
            hint = suggest(path, RECIPES) or f"name a file, or {made}"
            raise RequestError(f"data {quote(path)} are unknown: there is no such file; {hint}") from error
        raise
    inputs, labels = _columns(table)
    data = given(quote(path), inputs, labels, has_labels, seed)
    known = data.inputs[np.concatenate([data.train, data.validation])]
    # By powers of two, which are exact, squares neither overflow nor vanish.
    _, powers = np.frexp(np.abs(known).max(axis=0))
    known = np.ldexp(known, -powers)
    middle, deviation = (np.ldexp(each, powers) for each in (known.mean(axis=0), known.std(axis=0)))
    data = replace(data, middle=middle, scale=np.where(deviation > 0.0, deviation, 1.0))
    return flipped(replace(data, inputs=data.scaled(data.inputs)), seed, flip)


def in_memory(source: Any, has_labels: bool, seed: int, flip: float) -> Data:
    """Return the examples of a Python program: a pair (X, y), or a table with a column y."""
    if isinstance(source, tuple) and len(source) == 2:
        inputs, labels = input_array(source[0]), label_array(source[1])
    else:
        inputs, labels = _columns(table_in_memory(source))
    return flipped(given(SOURCE, inputs, labels, has_labels, seed), seed, flip)


def input_array(source: Any) -> Array:
    """Return inputs as an array of shape (n, columns).  Raises RequestError unless they are finite numbers."""
    try:
        array = np.asarray(source, dtype=np.float64)
    except (TypeError, ValueError) as error:
        raise RequestError(f"the inputs are no array of numbers, but {quote_value(source)}; give one") from error
    if array.ndim != 2 or not array.shape[1]:
        raise RequestError(f"the inputs have the shape {array.shape}; give a row an example and a column an input")
    if not np.isfinite(array).all():
        row = int(np.flatnonzero(~np.isfinite(array).all(axis=1))[0])
        raise RequestError(f"row {row + 1} of the inputs is not finite; leave it out, or give it numbers")
    return array


def label_array(source: Any) -> Any:
    """Return labels or targets as a vector."""
    array = np.asarray(source)
    if array.ndim == 2 and array.shape[1] == 1:
        array = array[:, 0]
    if array.ndim != 1:
        raise RequestError(f"the labels have the shape {array.shape}; give one for each example")
    return array


def given(name: str, inputs: Array, labels: Any, has_labels: bool, seed: int) -> Data:
    """Return examples as they are, split; labels become the numbers of their classes, in order."""
    if len(inputs) != len(labels):
        raise RequestError(f"{name} have {len(inputs)} inputs and {len(labels)} labels; give as many of both")
    numbers, classes = coded(labels, name) if has_labels else (targets(labels, name), ())
    return split(name, inputs, numbers, classes, seed)


def coded(labels: Any, name: str) -> tuple[Array, tuple[object, ...]]:
    """Return the number of the class of each label, and the classes.  Raises RequestError for one class alone."""
    try:
        classes, codes = np.unique(np.asarray(labels), return_inverse=True)
    except TypeError as error:
        raise RequestError(f"the labels of {name} are of several kinds; give numbers or words") from error
    if classes.dtype.kind == "f" and not np.isfinite(classes).all():
        raise RequestError(f"a label of {name} is not finite; leave its example out")
    if len(classes) < 2:
        raise RequestError(f"{name} has one class alone; give examples of two or more")
    if len(classes) > MOST_CLASSES:
        raise RequestError(
            f"{name} has {len(classes)} labels, more than {MOST_CLASSES}; for targets choose a loss of the error"
        )
    return codes.astype(np.float64), tuple(classes.tolist())


def targets(labels: Any, name: str) -> Array:
    """Return targets as numbers.  Raises RequestError for others."""
    try:
        targets = np.asarray(labels, dtype=np.float64)
    except (TypeError, ValueError) as error:
        raise RequestError(
            f"the targets of {name} are no numbers; give numbers, or choose a loss of a margin"
        ) from error
    if not np.isfinite(targets).all():
        raise RequestError(f"a target of {name} is not finite; leave its example out")
    if (largest := float(np.abs(targets).max(initial=0.0))) > MOST_TARGET:
        raise RequestError(f"a target of {name} is {largest:.3g}, beyond {MOST_TARGET:g}; scale the targets")
    return targets


def _columns(table: Table) -> tuple[Array, Any]:
    """Read the whole table: its inputs, and its labels as they stand."""
    if LABEL not in table.names:
        known = alternatives([*table.names][:10]).replace(" or ", " and ")
        raise RequestError(f"{table.source} has no column 'y' of labels or targets; it has {known}")
    # Where some entry is no number a column is still meant as an input: the row that is wrong is named.
    columns = Columns(LABEL, tuple(name for name in table.names if name != LABEL))
    if not columns.predictions:
        raise RequestError(f"{table.source} has the column 'y' alone; give it columns of inputs")
    inputs: list[Array] = []
    labels: list[object] = []
    try:
        for part in table.parts(columns):
            inputs.append(np.stack([part.numbers(name) for name in columns.predictions], axis=1))
            _check(part, columns, inputs[-1])
            labels += _labels(part.columns[LABEL])
            if sum(map(np.size, inputs)) > MOST_NUMBERS:
                raise RequestError(
                    f"{table.source} has more than {MOST_NUMBERS} numbers; train with a part of its rows"
                )
    finally:
        table.close()
    if not labels:
        raise RequestError(f"{table.source} has no rows; give it some")
    if any(isinstance(label, str) for label in labels):
        return np.concatenate(inputs), np.array([str(label) for label in labels])
    return np.concatenate(inputs), np.array(labels)


def _labels(column: Any) -> Iterable[object]:
    return map(canonical, column.tolist()) if column.dtype == object else column.tolist()


def _check(part: Part, columns: Columns, inputs: Array) -> None:
    """Raise RequestError for rows with an entry that is no number, or without a label."""
    faults: Mapping[int, str] = {}
    is_bad = ~np.isfinite(inputs)
    for row in np.flatnonzero(is_bad.any(axis=1))[:MOST_NAMED].tolist():
        name = columns.predictions[int(is_bad[row].argmax())]
        text = part.text(name, row) if row not in part.broken else ""
        faults = {
            **faults,
            row: f"has {quote(name)} = {quote(text)}, which is not a number"
            if text.strip()
            else f"has no {quote(name)}",
        }
    label = part.columns[LABEL]
    empty = [i for i, text in enumerate(label.tolist()) if not str(text).strip()] if label.dtype == object else []
    missing = np.flatnonzero(np.isnan(label)).tolist() if label.dtype != object else empty
    faults = {**dict.fromkeys(missing[:MOST_NAMED], "has no 'y'"), **faults}
    if faults:
        named = [f"{part.place(row)} {part.broken.get(row) or fault}" for row, fault in sorted(faults.items())]
        raise RequestError(f"rows cannot be used: {', '.join(named[:MOST_NAMED])}; mend them, or leave them out")
