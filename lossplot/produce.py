"""FigureSpec -> files of every format."""

from __future__ import annotations

from collections.abc import Iterable

from lossplot.spec import FigureSpec


def produce(spec: FigureSpec, formats: Iterable[str]) -> dict[str, bytes]:
    """The complete files that show `spec`, by format: the same bytes each time.

    Raises RequestError or LossplotError where that cannot be done.
    """
    from lossplot.render import render

    return render(spec, formats)
