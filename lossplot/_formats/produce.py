"""ResolvedFigure -> files of every format."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from lossplot._errors import RequestError
from lossplot._figure.spec import AUTO, FigureSpec
from lossplot._formats import FORMATS, Kind, of_kind
from lossplot._formats.provenance import sealed

if TYPE_CHECKING:
    from lossplot._figure.resolve import ResolvedFigure
    from lossplot._formats.mpl.figure import Prepared

# The kinds in the order in which they are made.
_KINDS: tuple[Kind, ...] = ("picture", "source", "numbers", "movie")


def produce(
    figure: ResolvedFigure,
    formats: Iterable[str],
    progress: Callable[[int, int], None] | None = None,
    prepared: Callable[[], Prepared] | None = None,
) -> dict[str, bytes]:
    """The complete files that show `figure`, by format: the same bytes each time.

    `progress` is called with how much is done, and of how much, where it may take longer than a moment; `prepared`
    for what a picture of the figure is drawn from, where somebody has that already.
    Raises RequestError or LossplotError where that cannot be done.
    """
    wanted = [*formats]
    check_formats(figure.spec, wanted)
    pictures, sources, numbers, movies = ([each for each in wanted if FORMATS[each].kind == kind] for kind in _KINDS)
    made: dict[str, bytes] = {}
    if pictures:
        from lossplot._formats.mpl.figure import render

        made |= render(figure, pictures, prepared and prepared())
    if sources:
        made |= _sources(figure, sources)
    made |= {each: FORMATS[each].to_bytes(figure) for each in numbers}
    if movies:
        from lossplot._formats.movie import movie

        made |= movie(figure, movies, progress)
    return {each: sealed(data) if FORMATS[each].has_metadata else data for each, data in made.items()}


def is_table(data: bytes, figure: ResolvedFigure) -> bool:
    """Return True if a CSV file holds what lossplot writes, for `figure` or for another figure, and nobody's edits."""
    from lossplot._formats import tables

    try:
        return tables.is_table(data) or FORMATS["csv"].to_bytes(figure) == data
    except RequestError:  # such as that of what moves, which has no table
        return False


def check_formats(spec: FigureSpec, formats: Sequence[str]) -> None:
    """Raise RequestError if `spec` asks a format for what it cannot be: follow its reader, a document, a movie."""
    fixed = [each for each in formats if not FORMATS[each].fits_auto]
    if spec.theme == AUTO and fixed:
        able = " and ".join(each.upper() for each in of_kind("picture") if FORMATS[each].fits_auto)
        raise RequestError(
            f"theme auto follows its reader, which only {able} can; choose light, dark or print for "
            f"{' and '.join(fixed)}"
        )
    others = [each for each in formats if each != "tex"]
    if spec.standalone and others:
        raise RequestError(f"standalone is for tex, not for {' and '.join(others)}; leave it out, or write a .tex file")
    if spec.grid and (apart := [each for each in formats if FORMATS[each].kind != "picture"]):
        raise RequestError(f"a grid is a picture, not {' and '.join(apart)}; write {', '.join(of_kind('picture'))}")
    if any(FORMATS[each].is_movie for each in formats):
        from lossplot._curves.sweep import is_sweep, nothing_moves

        if not is_sweep(spec.losses):
            raise nothing_moves(spec.losses)


def _sources(figure: ResolvedFigure, formats: Sequence[str]) -> dict[str, bytes]:
    """Return source that other programs draw from.  It needs matplotlib too, which knows how wide words are."""
    from lossplot._formats.mpl.figure import prepare
    from lossplot._formats.tex.pgfplots import for_document

    made: dict[str, bytes] = {}
    for each in formats:
        spec = for_document(figure.spec) if each == "tex" else figure.spec
        prepared = prepare(replace(figure, spec=spec))
        if each == "tex" and not spec.standalone:  # the letters are the document's
            prepared = replace(prepared, figure=figure, spec=figure.spec)
        made[each] = FORMATS[each].to_bytes(prepared)
    return made
