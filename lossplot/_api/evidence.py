"""A figure's losses, and the predictions that are drawn under them."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from lossplot._errors import RequestError
from lossplot._figure.resolve import ResolvedFigure, resolve
from lossplot._figure.spec import FigureSpec

if TYPE_CHECKING:
    from lossplot._predictions.score import Progress

STDIN = "-"


def name_and_data(data: Any) -> tuple[str | None, Any]:
    """Return the name of a program's data, and the data themselves if they are in memory: their name is stdin's."""
    if data is None or isinstance(data, str | os.PathLike):
        return None if data is None else os.fspath(data), None
    return STDIN, data


def resolve_with_data(
    spec: FigureSpec, also: Iterable[str] = (), data: Any = None, progress: Progress = lambda done, of: None
) -> ResolvedFigure:
    """Read the losses of `spec`, and the predictions that it names, or those in `data`.

    Raises as `resolve` does, and as `score` for data that cannot be scored.
    """
    figure = resolve(spec, also)
    if spec.data is None:
        return figure
    from lossplot._api.scored import with_evidence

    if not figure.cells:
        return with_evidence(figure, data, progress)
    if spec.data == STDIN and data is None:
        raise RequestError("a grid reads its data once for each figure, which stdin does not allow; name a file")
    return replace(figure, cells=tuple(with_evidence(cell, data, progress) for cell in figure.cells))
