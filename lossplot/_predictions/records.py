"""Scores as plain data, for JSON and tables."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from lossplot._curves.curve import Curve
from lossplot._predictions.quantiles import WORST
from lossplot._predictions.score import Score
from lossplot._text.meaning import meaning

# What a table has a column for, with the words for people.
COLUMNS = {
    "n": "n",
    "mean": "mean",
    "standard_error": "+/-",
    "median": "median",
    "quantile_90": "90%",
    "quantile_99": "99%",
    "max": "largest",
    "max_row": "in row",
    "worst_1_share": "worst 1%",
    "worst_10_share": "worst 10%",
    "zero_gradient_share": "no gradient",
}
LABEL_COLUMNS = {"accuracy": "accuracy", "precision": "precision", "recall": "recall", "f1": "F1"}
CALIBRATION_COLUMNS = {"calibration": "calibration", "refinement": "refinement"}


def score_record(score: Score) -> dict[str, Any]:
    """Record a score as `lossplot score --format json` prints it; what has no number is None."""
    tally, spread = score.tally, score.spread
    record: dict[str, Any] = {
        "loss": score.curve.name,
        "parameters": _given(score.curve),
        "axis": score.curve.axis.name,
    }
    if score.group is not None:
        record["group"] = score.group
    record |= {"n": tally.n, "mean": _number(tally.mean), "standard_error": _number(tally.standard_error)}
    if spread:
        median, high, highest = spread.quantiles
        record |= {"median": _number(median), "quantile_90": _number(high), "quantile_99": _number(highest)}
    record |= {"max": _number(tally.largest), "max_row": tally.largest_row}
    if spread:
        names = (f"worst_{round(100 * share)}_share" for share in WORST)
        record |= {name: _number(share) for name, share in zip(names, spread.shares, strict=True)}
    record |= {"zero_gradient_share": tally.flat_share, "means": mean_meaning(score)}
    if score.confusion:
        confusion = score.confusion
        record |= {name: _number(getattr(confusion, name)) for name in LABEL_COLUMNS}
        record["confusion"] = confusion.counts
    if score.reliability:
        record |= {"calibration": _number(score.calibration), "refinement": _number(score.refinement)}
        record["reliability"] = [
            {
                "low": each.low,
                "high": each.high,
                "n": each.n,
                "forecast": each.forecast,
                "observed": each.observed,
                "interval": [*each.interval],
            }
            for each in score.reliability
        ]
    return record


def _given(curve: Curve) -> dict[str, float]:
    return {name: curve.parameters[name] for name in curve.given if not (curve.loss.is_typed and name == "y")}


def mean_meaning(score: Score) -> str | None:
    """Say which margin, error or probability has the mean for its loss; None where parameters are those of each row."""
    curve, mean = score.curve, score.tally.mean
    if score.of_rows or not math.isfinite(mean):
        return None
    return f"{meaning(curve, mean)}{_hit(curve, mean)}"


# The losses that are minus the logarithm of a probability.
_LIKELIHOODS = ("log-loss", "logistic", "logistic-base2")


def _hit(curve: Curve, mean: float) -> str:
    """Say how likely a hit is where the loss is minus the logarithm of its probability."""
    if curve.loss.name not in _LIKELIHOODS or curve.factor != 1.0:
        return ""
    nats = mean * math.log(2.0) if curve.loss.name.endswith("base2") else mean
    return f"; exp(-loss) = {math.exp(-nats):.4g} is the hit, 1 - exp(-loss) = {-math.expm1(-nats):.4g} the miss"


def _number(value: float) -> float | str | None:
    if math.isnan(value):
        return None
    return value if math.isfinite(value) else str(value)


def table_rows(scores: Sequence[Score]) -> tuple[list[str], list[list[Any]]]:
    """Return the names of columns, and a row for each score; what has no number is None."""
    records = [score_record(score) for score in scores]
    names = ["loss", *(["group"] if "group" in records[0] else []), *COLUMNS]
    for columns in (LABEL_COLUMNS, CALIBRATION_COLUMNS):
        if any(name in record for record in records for name in columns):
            names += columns
    rows = [[score.curve.spec, *map(record.get, names[1:])] for score, record in zip(scores, records, strict=True)]
    return names, rows
