"""ResolvedFigure -> the vertices of its curves, as CSV and as JSON.

They are those that the picture has, with one difference: far above or below the frame, where a picture is content with
a line that leaves it, here stands the curve's own value.  x has all its digits, y ten.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import asdict, replace
from typing import Any

import numpy as np

from lossplot._curves.curve import Curve
from lossplot._curves.panels import panel_curves, quantity
from lossplot._curves.records import KnotRecord, json_number, knot_record
from lossplot._figure.distribution import Evidence
from lossplot._figure.resolve import ResolvedFigure
from lossplot._figure.sampling import Trace
from lossplot._figure.scene import PanelScene
from lossplot._figure.strips import Strip
from lossplot._formats import digest as recipe
from lossplot._formats.digits import steady
from lossplot._formats.provenance import CSV_HEADER, Provenance, json_members
from lossplot._formula.evaluate import Array
from lossplot._formula.knots import Knot
from lossplot._text.language import load_language
from lossplot._text.names import label


def as_csv(figure: ResolvedFigure) -> bytes:
    """A row for each vertex: the words that ask for the curve, the panel, the polyline (from 1), x and y."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(CSV_HEADER.split(","))
    for panel in figure.scene.panels:
        for curve, shown, trace in _curves(figure, panel):
            for number, piece in enumerate(_pieces(shown, panel, trace), 1):
                writer.writerows(
                    (curve.title, panel.panel, number, repr(x), repr(steady(y))) for x, y in piece.tolist()
                )
    for strip in figure.scene.strips:
        for number, (name, points) in enumerate(_strip_lines(figure, strip), 1):
            writer.writerows((name, strip.panel, number, repr(x), repr(steady(y))) for x, y in points.tolist())
    return buffer.getvalue().encode()


def _strip_lines(figure: ResolvedFigure, strip: Strip) -> Iterator[tuple[str, Array]]:
    """Each line of a strip, with the words that ask for its curve; those of the examples belong to none."""
    if strip.area is not None:
        yield "", strip.area
    yield from (
        (figure.curves[each.curve].spec if each.curve is not None else "", each.points) for each in strip.outlines
    )


def as_json(figure: ResolvedFigure) -> bytes:
    """An object: `made_by`, `command`, `title`, `description`, the name of the `axis`, and `panels` from the top.

    Where predictions are drawn there is their `target`.

    A panel has its name (`panel`), its `view` (`left`, `right`, `bottom`, `top`) and its `curves`.  A curve has its
    `loss`, `parameters` and `label`, and `y` if it is for one label; its `pieces`, each `[[x, ...], [y, ...]]`; its
    `filled` and `hollow` circles and its `marks`, each `[x, y]`; its `bridges`, intervals of subgradients
    `[x, low, high]`; and the `knots` in the view as `lossplot table` has them.  A number that is not finite is "inf",
    "-inf" or "nan".

    With data there are `data`, for each group and loss, with the `edges` of the bins and the shares of them, of all
    below and of all above; and `reliability`, with a number for each bin of forecasts.
    """
    software = recipe.software(recipe.figure_of(figure))
    provenance = Provenance(figure.spec.command("json"), software, figure.title, figure.description, "json")
    panels = [
        {
            "panel": panel.panel,
            "view": {side: steady(getattr(panel.view, side)) for side in ("left", "right", "bottom", "top")},
            "curves": list(_curve_records(figure, panel)),
        }
        for panel in figure.scene.panels
    ]
    record = {**json_members(provenance), "axis": figure.curves[0].axis.name, **_target(figure), "panels": panels}
    if figure.evidence:
        record["data"] = [*_data_records(figure, figure.evidence)]
        record["reliability"] = [asdict(each) for each in figure.evidence.reliability]
    return f"{_json_text(record)}\n".encode()


def _target(figure: ResolvedFigure) -> dict[str, float]:
    target = figure.curves[0].axis.target
    return {} if target is None else {"target": target}


def _data_records(figure: ResolvedFigure, evidence: Evidence) -> Iterator[dict[str, Any]]:
    for part in evidence.distributions:
        if part.curve < len(figure.curves):
            shares = {"examples": part.examples, "loss_share": part.loss, "gradient_share": part.gradient}
            yield {
                "loss": figure.curves[part.curve].spec,
                "group": part.group,
                "n": part.n,
                "mean": json_number(steady(part.mean)),
                "edges": [steady(edge) for edge in part.edges.tolist()],
                **{name: _json_column(share) for name, share in shares.items()},
            }


def _curve_records(figure: ResolvedFigure, panel: PanelScene) -> Iterator[dict[str, Any]]:
    language = load_language(figure.spec.language)
    for number, (curve, shown, trace) in enumerate(_curves(figure, panel)):
        knots = shown.knots(panel.view.left, panel.view.right)
        records = [_knot_record(knot) for knot in knots]
        limits = {record["x"]: [record["left"], record["right"]] for record in records}
        yield {
            "loss": curve.name,
            "parameters": {name: curve.parameters[name] for name in curve.given},
            **({} if curve.axis.y is None else {"y": curve.axis.y}),
            "label": label(curve, language),
            "pieces": [[piece[:, 0].tolist(), _json_column(piece[:, 1])] for piece in _pieces(shown, panel, trace)],
            "filled": [[x, steady(y)] for x, y in trace.filled],
            "hollow": [[x, steady(y)] for x, y in trace.hollow],
            "bridges": [[x, *limits[x]] for x, _, _ in trace.bridges],
            "marks": [[steady(mark.x), steady(mark.y)] for mark in panel.marks if mark.curve == number],
            "knots": records,
        }


def _knot_record(knot: Knot) -> KnotRecord:
    return knot_record(replace(knot, left=steady(knot.left), right=steady(knot.right)))


def _curves(figure: ResolvedFigure, panel: PanelScene) -> Iterator[tuple[Curve, Curve, Trace]]:
    """Each curve, the curve whose values or derivatives `panel` shows of it, and the trace of that."""
    shown = panel_curves(panel.panel, figure.curves, figure.spec.risk)
    yield from zip(figure.curves, shown, panel.traces, strict=True)


def _pieces(shown: Curve, panel: PanelScene, trace: Trace) -> Iterator[Array]:
    """The polylines of `trace`, shape (n, 2), with the curve's own values where they were clipped."""
    for piece in trace.pieces:
        yield np.column_stack([piece[:, 0], _unclipped(shown, panel, piece)])


def _unclipped(shown: Curve, panel: PanelScene, piece: Array) -> Array:
    low, high = panel.view.clip_limits
    x, y = piece.T
    clipped = (y <= low) | (y >= high)
    own: Array = y.copy()
    # The ends of a piece are one-sided limits.
    for side, part in ((1, slice(None, 1)), (0, slice(1, -1)), (-1, slice(-1, None))):
        own[part] = np.where(clipped[part], quantity(shown, panel.panel, x[part], side), y[part])
    return own


def _json_column(column: Array) -> list[float | str]:
    return [json_number(steady(y)) for y in column.tolist()]


def _json_text(value: Any, indent: str = "") -> str:
    """`value` as JSON: an object that holds others, and a list of such, member by member; all else on one line."""
    inner = f"{indent} "
    if isinstance(value, dict) and any(isinstance(member, list) for member in value.values()):
        members = [f"{inner}{json.dumps(key)}: {_json_text(member, inner)}" for key, member in value.items()]
        return "{\n" + ",\n".join(members) + f"\n{indent}}}"
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return "[\n" + ",\n".join(inner + _json_text(member, inner) for member in value) + f"\n{indent}]"
    return json.dumps(value)
