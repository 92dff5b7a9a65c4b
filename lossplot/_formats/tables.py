"""CSV -> whether it is, to the byte, what lossplot writes: a table has no place for a seal.

It holds enough to compose its figure again: the losses, the panels and the range.  What it does not hold is tried, or,
like a range of the y axis or the curves of later steps, not found; then the table passes for an edited one.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product
from typing import cast

from lossplot._curves.axes import AXES
from lossplot._curves.curve import Curve
from lossplot._curves.panels import PANELS, Panel
from lossplot._curves.parse import MAX_CURVES
from lossplot._errors import RequestError
from lossplot._figure.limits import x_limits
from lossplot._figure.readers import read_range
from lossplot._figure.resolve import ResolvedFigure, resolve
from lossplot._figure.spec import FigureSpec
from lossplot._formats.numbers import as_csv
from lossplot._formats.provenance import CSV_HEADER

# No figure has as many vertices.
LARGEST = 2**24
# A chance is found to so many decimals.
_DECIMALS = 6
Rows = Sequence[Sequence[str]]


def is_table(data: bytes) -> bool:
    """Return True if `data` is what `as_csv` writes for some figure with the usual range of the y axis."""
    try:
        return any(_is_of(figure, data) for figure in _figures(_rows(data)))
    except (ValueError, csv.Error, RequestError):
        return False


def _rows(data: bytes) -> Rows:
    """The rows below the header.  Raises ValueError."""
    if len(data) > LARGEST:
        raise ValueError("larger than any table of lossplot")
    header, *rows = csv.reader(data.decode().split("\n")[:-1])
    if ",".join(header) != CSV_HEADER or not rows or any(len(row) != len(header) for row in rows):
        raise ValueError("no table of lossplot")
    return rows


def _is_of(figure: ResolvedFigure, data: bytes) -> bool:
    try:
        return as_csv(figure) == data
    except RequestError:
        return False


def _figures(rows: Rows) -> Iterator[ResolvedFigure]:
    """The figures whose table this may be.  Raises ValueError or RequestError where there is none."""
    losses, panels = (tuple(dict.fromkeys(row[column] for row in rows)) for column in (0, 1))
    places = [float(row[3]) for row in rows]
    if len(losses) > MAX_CURVES or not set(panels) <= {*PANELS}:
        raise ValueError("no table of lossplot")
    plain = FigureSpec(losses, cast(tuple[Panel, ...], panels))
    tried = set()
    # A view of the losses' own choice may begin where they are not defined any more.
    views = (None, read_range(f"{min(places)!r}:{max(places)!r}"))
    for axis, normalize, view in product((None, *AXES), (False, True), views):
        spec = replace(plain, x_range=view, axis=axis, normalize=normalize)
        try:
            figure = resolve(spec)
            curves = figure.curves
            chances = [*_chances(curves[0], rows)] if "risk" in panels else [None]
        except RequestError:
            continue
        candidate = (curves, view or x_limits(curves))
        yield from (replace(figure, spec=replace(spec, risk=chance)) for chance in chances if candidate not in tried)
        tried.add(candidate)


def _chances(curve: Curve, rows: Rows) -> Iterator[float]:
    """The chance of the label +1 for which the first risk is what it is, where that can be plain."""
    from lossplot._curves.risk import conditional_risk

    ends = [conditional_risk(curve, chance) for chance in (0.0, 1.0)]
    for x, y in ((float(row[3]), float(row[4])) for row in rows if row[1] == "risk" and row[0] == rows[0][0]):
        low, high = (float(end.jet([x]).value[0]) for end in ends)
        if abs(high - low) > 1e-3 * max(abs(high), abs(low)):
            yield round(min(1.0, max(0.0, (y - low) / (high - low))), _DECIMALS)
            return
