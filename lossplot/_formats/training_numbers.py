"""Training -> its histories and distributions as CSV and as JSON."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np

from lossplot._curves.records import json_number
from lossplot._figure.training.results import History, Run, Training
from lossplot._formats.digits import steady
from lossplot._formats.provenance import HISTORY_HEADER
from lossplot._formula.evaluate import Array

# The header of the CSV of histories.


def as_csv(training: Training) -> bytes:
    """A row for each loss, part (training, validation) and epoch: the mean loss, and the ends of its band."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(HISTORY_HEADER.split(","))
    for run in training.runs:
        for part, history in (("training", run.train), ("validation", run.validation)):
            for epoch, numbers in enumerate(_rows(history) if history else ()):
                writer.writerow((run.curve.spec, part, epoch, *map(_cell, numbers)))
        for name, path in run.paths.items():
            for epoch, value in enumerate(path.tolist()):
                writer.writerow((run.curve.spec, name, epoch, _cell(value), "", ""))
    return buffer.getvalue().encode()


def _rows(history: History) -> Iterator[tuple[float | None, ...]]:
    bands = [[None] * len(history.values) if band is None else band.tolist() for band in (history.low, history.high)]
    yield from zip(history.values.tolist(), *bands, strict=True)


def _cell(value: float | None) -> str:
    return "" if value is None or not np.isfinite(value) else repr(steady(value))


def as_json(training: Training, about: Mapping[str, Any]) -> bytes:
    """An object: what is said `about` the file, `data`, and `runs` with their histories and endings.

    A run has its `loss`, `accuracy`, `ending` and `ended`, its `train` and `validation` losses by epoch, the `paths`
    of learned parameters, and the shares of the examples (`margins`) between `edges`.
    """
    runs = [_run_record(run) for run in training.runs]
    record = {**about, "data": training.data, "runs": runs}
    return (json.dumps(record, indent=1) + "\n").encode()


def _run_record(run: Run) -> dict[str, Any]:
    return {
        "loss": run.curve.spec,
        "accuracy": run.accuracy,
        "ending": run.ending,
        "ended": run.ended,
        "train": _history_record(run.train),
        "validation": _history_record(run.validation) if run.validation else None,
        "paths": {name: _column(path) for name, path in run.paths.items()},
        "edges": _column(run.margins.edges) if run.margins else [],
        "margins": _column(run.margins.examples) if run.margins else [],
    }


def _history_record(history: History) -> dict[str, Any]:
    low, high = (None if band is None else _column(band) for band in (history.low, history.high))
    return {"values": _column(history.values), "low": low, "high": high}


def _column(values: Array) -> list[float | str]:
    return [json_number(steady(value)) for value in values.tolist()]
