"""A query of SQL that computes, where the data are, what `score` does."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from lossplot._errors import RequestError, Words, is_number
from lossplot._formula.code.sql import exponential, number, sql
from lossplot._formula.derivative import derivative
from lossplot._formula.tree import Name, substitute
from lossplot._predictions import class_query
from lossplot._predictions.channels import DATUM, Channel, Scored, scored
from lossplot._predictions.columns import LABEL, PREDICTION, class_names
from lossplot._predictions.measure import flat_corners
from lossplot._predictions.score import Asked, Settings

_WORD = re.compile(r"[A-Za-z_]\w*")
_TABLE = re.compile(r"[A-Za-z_]\w*(\.[A-Za-z_]\w*){0,2}")
_SELECT = re.compile(r"\s*(select|with|from)\b", re.IGNORECASE)
# What a channel is, of the score or probability f, the sign s of the label and the target y.
_CHANNELS: dict[Channel, str] = {
    "margin": "s * f",
    "log-odds": "s * f",
    "probability": "CASE WHEN s > 0.0 THEN f ELSE 1.0 - f END",
    "error": "f - y",
    "prediction": "f",
    "forecast": "f",
}
_LOGIT = "s * (LN(f) - LN(1.0 - f))"
_RISE = exponential("f")
_SIGMOID = f"CASE WHEN f >= 0.0 THEN 1.0 / (1.0 + {exponential('-f')}) ELSE {_RISE} / (1.0 + {_RISE}) END"
_DATA = {"target": "y", "sign": "s", "bit": "(s + 1.0) / 2.0"}


def query(data: str, asked: Sequence[Asked], settings: Settings) -> str:
    """Return the query: for each loss and group n, mean, standard error, largest and share of zero gradient.

    `data` is a table, a query in brackets' place, or a path, which DuckDB reads.
    The mean and the largest are NULL if a value is.  PostgreSQL stops at a value too large for a double.
    Raises RequestError for losses that SQL cannot say, and where it depends on the data what they are.
    """
    needs_scale = any(each.curve.axis.name == "probability" for each in asked)
    if settings.scale is None and needs_scale:
        how = Words("--as probability or --as logit", "scale='probability' or scale='logit'")
        raise RequestError("a query cannot look what the predictions are; say it with ", how)
    classes = class_names(settings.request.names)
    scale = settings.scale or "score"
    losses = [scored(each.curve, each.given, scale, bool(classes)) for each in asked]
    words = {**_CHANNELS, **(class_query.CHANNELS if classes else {})}
    if scale == "probability":
        words["margin"] = class_query.LOGARITHMS if classes else _LOGIT
    else:
        words["forecast"] = _SIGMOID
    parts = "\n  UNION ALL\n".join(indented(_loss(place, loss, words)) for place, loss in enumerate(losses))
    return f"""\
WITH {_class_examples(data, settings, classes) if classes else _examples(data, settings)}, losses AS (
{parts}
), means AS (
  SELECT place, loss, group_name, COUNT(*) AS n, SUM(w) AS weight,
    CASE WHEN COUNT(value) = COUNT(*) THEN SUM(w * value) / SUM(w) END AS mean,
    CASE WHEN COUNT(value) = COUNT(*) THEN MAX(value) END AS largest,
    SUM(CASE WHEN flat = 1 THEN w ELSE 0.0 END) / SUM(w) AS zero_gradient_share
  FROM losses
  GROUP BY place, loss, group_name
)
SELECT means.loss, means.group_name, means.n, means.mean,
  SQRT(SUM(losses.w * losses.w * (losses.value - means.mean) * (losses.value - means.mean))
    * means.n / NULLIF(means.n - 1.0, 0.0)) / means.weight AS standard_error,
  means.largest, means.zero_gradient_share
FROM losses
JOIN means ON losses.place = means.place
  AND (losses.group_name = means.group_name OR losses.group_name IS NULL AND means.group_name IS NULL)
GROUP BY means.place, means.loss, means.group_name, means.n, means.weight, means.mean, means.largest,
  means.zero_gradient_share
ORDER BY means.group_name, means.place"""


def indented(text: str) -> str:
    return "\n".join(f"  {line}" for line in text.splitlines())


def _examples(data: str, settings: Settings) -> str:
    names, positive = settings.request.names, settings.positive
    label, prediction = (_column(names.get(use, use)) for use in (LABEL, PREDICTION))
    if positive is None:
        sign, target = f"CASE WHEN {label} = 1 THEN 1.0 ELSE -1.0 END", label
    else:
        word = positive if is_number(positive) else _text(positive)
        sign = f"CASE WHEN {label} = {word} THEN 1.0 ELSE -1.0 END"
        target = label if is_number(positive) else f"CASE WHEN {label} = {word} THEN 1.0 ELSE 0.0 END"
    return f"""\
examples AS (
  SELECT {prediction} * 1e0 AS f, {target} AS y, {sign} AS s, {_weight_and_group(settings)}
  FROM {_source(data)}
  WHERE {prediction} IS NOT NULL AND {label} IS NOT NULL
)"""


def _class_examples(data: str, settings: Settings, classes: Sequence[str]) -> str:
    label = _column(settings.request.names.get(LABEL, LABEL))
    others = _weight_and_group(settings)
    return class_query.examples(classes, [*map(_column, classes)], label, others, _source(data))


def _weight_and_group(settings: Settings) -> str:
    # The factor makes doubles of single precision.
    weight = f"{_column(settings.request.weights)} * 1e0" if settings.request.weights else "1.0"
    group = _column(settings.request.by) if settings.request.by else "'all'"
    return f"{weight} AS w, {group} AS group_name"


def _loss(place: int, loss: Scored, words: Mapping[Channel, str]) -> str:
    variable = loss.moved.axis.variable
    x = words[loss.channel]
    tree = substitute(loss.formula, {DATUM: Name("datum")})
    slope = sql(derivative(tree, variable))
    corners = "".join(f" OR {variable} = {number(corner)}" for corner in flat_corners(loss))
    datum = f", {_DATA[loss.form]} AS datum" if loss.form else ""
    return (
        f"SELECT {place} AS place, {_text(loss.curve.spec)} AS loss, group_name, w,\n"
        f"  {sql(tree)} AS value,\n"
        f"  CASE WHEN {slope} = 0.0{corners} THEN 1 ELSE 0 END AS flat\n"
        f"FROM (SELECT {x} AS {variable}{datum}, w, group_name FROM examples) AS places"
    )


def _source(data: str) -> str:
    if _SELECT.match(data):
        return f"({data.strip().rstrip(';')}) AS source"
    return data if _TABLE.fullmatch(data) and not data.endswith((".csv", ".tsv", ".parquet")) else _text(data)


def _column(name: str) -> str:
    return name if _WORD.fullmatch(name) else '"' + name.replace('"', '""') + '"'


def _text(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
