"""The scores of several classes as SQL: the gap to the best wrong one, and the log-odds of their softmax."""

from __future__ import annotations

from collections.abc import Sequence

from lossplot._errors import RequestError, is_number
from lossplot._formula.code.sql import exponential
from lossplot._predictions.channels import Channel

# The text grows with the square of the classes, and an engine takes no longer one.
MOST_CLASSES = 100
# Of the score or probability of the true class, `own`, and of the best wrong one, `top`.
CHANNELS: dict[Channel, str] = {"margin": "own - top", "log-odds": "own - top - LN(rest)", "probability": "own"}
LOGARITHMS = "LN(own) - LN(top)"


def examples(names: Sequence[str], columns: Sequence[str], label: str, others: str, source: str) -> str:
    """Return the tables up to `examples`, which has own, top, and the others' sum of exp(score - top) as rest.

    `columns` are the `names` of the classes' columns as SQL has them, `others` columns to keep and `source` a table.
    A label is the number of a class, or what its column is called where all are called by numbers.
    Raises RequestError for too many classes.
    """
    if len(columns) > MOST_CLASSES:
        raise RequestError(f"a query takes at most {MOST_CLASSES} classes, not {len(columns)}; run score itself")
    classes = range(len(columns))
    numbers = names if all(map(is_number, names)) else [str(i) for i in classes]
    scores = ", ".join(f"{column} * 1e0 AS f{i}" for i, column in enumerate(columns))
    number = " ".join(f"WHEN {label} = {each} THEN {i}" for i, each in enumerate(numbers))
    present = " AND ".join(f"{column} IS NOT NULL" for column in columns)
    kept = ", ".join(f"f{i}" for i in classes)
    own = " ".join(f"WHEN {i} THEN f{i}" for i in classes)
    # In place of its own score a class has that of the next: the largest is then that of the others.
    wrong = ", ".join(f"CASE WHEN class = {i} THEN f{(i + 1) % len(columns)} ELSE f{i} END AS o{i}" for i in classes)
    terms = " + ".join(f"CASE WHEN class = {i} THEN 0.0 ELSE {exponential(f'f{i} - top')} END" for i in classes)
    return f"""\
labels AS (
  SELECT {scores}, CASE {number} END AS class, {others}
  FROM {source}
  WHERE {present}
), gaps AS (
  SELECT {kept}, class, CASE class {own} END AS own, {wrong}, w, group_name
  FROM labels
  WHERE class IS NOT NULL
), tops AS (
  SELECT {kept}, class, own, {_largest([f"o{i}" for i in classes])} AS top, w, group_name
  FROM gaps
), examples AS (
  SELECT own, top, {terms} AS rest, w, group_name
  FROM tops
)"""


def _largest(names: Sequence[str]) -> str:
    *most, last = names
    cases = (
        f"WHEN {' AND '.join(f'{name} >= {other}' for other in names if other != name)} THEN {name}" for name in most
    )
    return f"CASE {' '.join(cases)} ELSE {last} END"
