"""ResolvedFigure -> files of every format."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from lossplot.errors import RequestError
from lossplot.figure.spec import AUTO, FigureSpec
from lossplot.formats import FORMATS, Kind, of_kind
from lossplot.formats.provenance import sealed

if TYPE_CHECKING:
    from lossplot.figure.resolve import ResolvedFigure

# The kinds in the order in which they are made.
_KINDS: tuple[Kind, ...] = ("picture", "source", "numbers", "movie")


def produce(
    figure: ResolvedFigure, formats: Iterable[str], progress: Callable[[int, int], None] | None = None
) -> dict[str, bytes]:
    """The complete files that show `figure`, by format: the same bytes each time.

    `progress` is called with how much is done, and of how much, where it may take longer than a moment.
    Raises RequestError or LossplotError where that cannot be done.
    """
    wanted = [*formats]
    check_formats(figure.spec, wanted)
    pictures, sources, numbers, movies = ([each for each in wanted if FORMATS[each].kind == kind] for kind in _KINDS)
    made: dict[str, bytes] = {}
    if pictures:
        from lossplot.formats.mpl import render

        made |= render(figure, pictures)
    if sources:
        # Other programs draw from them; they need matplotlib too, which knows how wide words are.
        from lossplot.formats.mpl import prepare

        prepared = prepare(figure)
        made |= {each: FORMATS[each].to_bytes(prepared) for each in sources}
    made |= {each: FORMATS[each].to_bytes(figure) for each in numbers}
    if movies:
        from lossplot.formats.movie import movie

        made |= movie(figure, movies, progress)
    return {each: sealed(data) if FORMATS[each].has_metadata else data for each, data in made.items()}


def is_table(data: bytes, figure: ResolvedFigure) -> bool:
    """Return True if a CSV file holds what lossplot writes, for `figure` or for another figure, and nobody's edits."""
    from lossplot.formats import tables

    try:
        return tables.is_table(data) or FORMATS["csv"].to_bytes(figure) == data
    except RequestError:  # such as that of what moves, which has no table
        return False


def check_formats(spec: FigureSpec, formats: Sequence[str]) -> None:
    """Raise RequestError if a format cannot follow its reader, as `spec` asks for, or nothing moves in a movie."""
    fixed = [each for each in formats if not FORMATS[each].fits_auto]
    if spec.theme == AUTO and fixed:
        able = " and ".join(each.upper() for each in of_kind("picture") if FORMATS[each].fits_auto)
        raise RequestError(
            f"theme auto follows its reader, which only {able} can; choose light, dark or print for "
            f"{' and '.join(fixed)}"
        )
    if any(FORMATS[each].is_movie for each in formats):
        from lossplot.curves.sweep import is_sweep, nothing_moves

        if not is_sweep(spec.losses):
            raise nothing_moves(spec.losses)
