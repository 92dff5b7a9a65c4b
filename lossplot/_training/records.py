"""Outcomes of training as plain data, for JSON and tables."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np

from lossplot._formula.evaluate import Array
from lossplot._text.language import Language
from lossplot._training.outcome import Outcome, Result

PARTS = ("train", "validation", "test")
# The ends of the band of several starts, as percentiles.
BAND = (10.0, 90.0)


def result_records(result: Result) -> list[dict[str, Any]]:
    """Record the outcome of each loss as `lossplot train --format json` prints it; what has no number is None."""
    return [_record(outcome, result) for outcome in result.outcomes]


def _record(outcome: Outcome, result: Result) -> dict[str, Any]:
    plan = outcome.plan
    curve, starts = plan.objectives[outcome.place].curve, range(len(plan.seeds))
    endings = [outcome.ending(start) for start in starts]
    record: dict[str, Any] = {
        "loss": curve.name,
        "parameters": {name: curve.parameters[name] for name in curve.given},
        "axis": curve.axis.name,
        "data": plan.data.name.strip("'"),
        "seed": plan.seeds[0],
        "starts": len(plan.seeds),
        "epochs": result.epochs,
    }
    record |= {f"{part}_loss": _median(_lasts(outcome, outcome.losses[part])) for part in PARTS}
    if plan.data.classes:
        confusions = [outcome.confusion(start) for start in starts]
        record |= {f"{part}_accuracy": _median(_lasts(outcome, outcome.accuracies[part])) for part in PARTS}
        record |= {"precision": _median([each[0] for each in confusions])}
        record |= {"recall": _median([each[1] for each in confusions])}
        record |= {"epochs_to_100": outcome.epochs_to_all(0)}
    record |= {"seconds": result.trace.seconds, "ending": endings[0][0] or "done", "ended": endings[0][1]}
    record["history"] = _histories(outcome)
    if learned := outcome.parameters(0):
        record["learned"] = {name: [_number(value) for value in values[1:]] for name, values in learned.items()}
    if len(plan.seeds) > 1:
        record["reached"] = _reached(outcome)
        record["runs"] = [
            {
                "seed": plan.seeds[start],
                **{f"{part}_loss": _number(_lasts(outcome, outcome.losses[part])[start]) for part in PARTS},
                **_run_accuracies(outcome, start),
                "ending": endings[start][0] or "done",
                "ended": endings[start][1],
            }
            for start in starts
        ]
    return record


def _run_accuracies(outcome: Outcome, start: int) -> dict[str, Any]:
    if not outcome.plan.data.classes:
        return {}
    last = outcome.last(start)
    return {f"{part}_accuracy": _number(outcome.accuracies[part][last, start]) for part in PARTS}


def _reached(outcome: Outcome) -> int | None:
    """Return how many starts put all examples to validate and to test on their side."""
    if not outcome.plan.data.classes:
        return None
    return sum(outcome.is_right(start) for start in range(len(outcome.plan.seeds)))


def _lasts(outcome: Outcome, history: Array) -> list[float]:
    """Return the last number of each start's history."""
    return [float(history[outcome.last(start), start]) for start in range(history.shape[1])]


def _histories(outcome: Outcome) -> dict[str, Any]:
    """Return loss and accuracy after each epoch; of several starts their medians, and the ends of the band."""
    result: dict[str, Any] = {}
    kinds = {"loss": outcome.losses}
    if outcome.plan.data.classes:
        kinds["accuracy"] = outcome.accuracies
    for part in PARTS:
        if not len(getattr(outcome.plan.data, part)):
            continue
        for kind, histories in kinds.items():
            values, low, high = band(outcome, histories[part])
            name = f"{part}_{kind}"
            result[name] = [_number(value) for value in values[1:]]
            if low is not None and high is not None:
                result[f"{name}_low"] = [_number(value) for value in low[1:]]
                result[f"{name}_high"] = [_number(value) for value in high[1:]]
    return result


def band(outcome: Outcome, history: Array) -> tuple[Array, Array | None, Array | None]:
    """Return a history before training and after each epoch, up to where it diverged, without a band.

    Of several starts, return the median of those that have not diverged yet, and the ends of the band.
    """
    starts = history.shape[1]
    if starts == 1:
        return history[: outcome.last(0) + 1, 0], None, None
    lasts = np.array([outcome.last(start) for start in range(starts)])
    rows = [history[epoch, lasts >= epoch] for epoch in range(int(lasts.max()) + 1)]
    with np.errstate(invalid="ignore"):  # between two infinite ones
        low, high = (np.array([np.percentile(row, end) for row in rows]) for end in BAND)
    return np.array([np.median(row) for row in rows]), low, high


def _median(values: Sequence[float]) -> float | str | None:
    known = [value for value in values if not math.isnan(value)]
    return _number(float(np.median(known))) if known else None


def _number(value: float) -> float | str | None:
    value = float(value)
    if math.isnan(value):
        return None
    return value if math.isfinite(value) else str(value)


# What a table has a column for, with the words for people.
COLUMNS = {
    "train_loss": "train loss",
    "validation_loss": "validation loss",
    "test_loss": "test loss",
    "train_accuracy": "train",
    "validation_accuracy": "validation",
    "test_accuracy": "test",
    "precision": "precision",
    "recall": "recall",
    "epochs_to_100": "epochs to 100%",
    "reached": "at 100%",
    "seconds": "seconds",
}


def table_rows(result: Result, language: Language) -> tuple[list[str], list[list[Any]]]:
    """Return the names of columns, and a row for each loss; what has no number is None."""
    records = result_records(result)
    names = ["loss", *(name for name in COLUMNS if name in records[0]), "ending"]
    rows = []
    for outcome, record in zip(result.outcomes, records, strict=True):
        if record.get("reached") is not None:
            record["reached"] = language("{n} of {all}", n=record["reached"], all=record["starts"])
        cells = [record[name] for name in names[1:-1]]
        rows.append([outcome.plan.objectives[outcome.place].curve.spec, *cells, ending_words(outcome, language)])
    return names, rows


def ending_words(outcome: Outcome, language: Language) -> str:
    """Say how a loss's starts ended: `dead`, `diverged in epoch 3`, or of several starts `2 stuck, 1 dead`."""
    endings = [outcome.ending(start) for start in range(len(outcome.plan.seeds))]
    if len(endings) == 1:
        ending, epoch = endings[0]
        if epoch is None:
            return language(ending or "done")
        return language("diverged in epoch {n}" if ending == "diverged" else "interrupted in epoch {n}", n=epoch)
    counts = {
        name: [each for each, _ in endings].count(name) for name in ("", "stuck", "dead", "diverged", "interrupted")
    }
    words = [language("{n} {ending}", n=n, ending=language(name or "done")) for name, n in counts.items() if n]
    return language(", ").join(words)
