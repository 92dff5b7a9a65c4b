"""ResolvedFigure -> files of every format."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from lossplot.errors import RequestError
from lossplot.figure.spec import AUTO, MOVIES, NUMBERS, PICTURES, SOURCES, FigureSpec
from lossplot.formats.provenance import Provenance, sealed

if TYPE_CHECKING:
    from lossplot.figure.resolve import ResolvedFigure
    from lossplot.formats.mpl import Prepared


def produce(
    figure: ResolvedFigure, formats: Iterable[str], progress: Callable[[int, int], None] | None = None
) -> dict[str, bytes]:
    """The complete files that show `figure`, by format: the same bytes each time.

    `progress` is called with how much is done, and of how much, where it may take longer than a moment.
    Raises RequestError or LossplotError where that cannot be done.
    """
    wanted = [*formats]
    check_formats(figure.spec, wanted)
    pictures, sources, numbers, movies = (
        [each for each in wanted if each in of] for of in (PICTURES, SOURCES, NUMBERS, MOVIES)
    )
    made = {
        **(_pictures(figure, pictures) if pictures else {}),
        **(_sources(figure, sources) if sources else {}),
        **(_numbers(figure, numbers) if numbers else {}),
        **(_movies(figure, movies, progress) if movies else {}),
    }
    return {each: data if each == "csv" else sealed(data) for each, data in made.items()}


def is_table(data: bytes, figure: ResolvedFigure) -> bool:
    """Return True if a CSV file holds what lossplot writes, for `figure` or for another figure, and nobody's edits."""
    from lossplot.formats import tables

    try:
        return tables.is_table(data) or _numbers(figure, ["csv"])["csv"] == data
    except RequestError:  # such as that of what moves, which has no table
        return False


def check_formats(spec: FigureSpec, formats: Sequence[str]) -> None:
    """Raise RequestError where what has colours cannot follow its reader, or nothing moves in what should."""
    fixed = [each for each in formats if each not in (*NUMBERS, "svg")]
    if spec.theme == AUTO and fixed:
        raise RequestError(
            f"theme auto follows its reader, which only SVG can; choose light, dark or print for {' and '.join(fixed)}"
        )
    if any(each in MOVIES for each in formats):
        from lossplot.curves.sweep import is_sweep, nothing_moves

        if not is_sweep(spec.losses):
            raise nothing_moves(spec.losses)


def _pictures(figure: ResolvedFigure, formats: Sequence[str]) -> dict[str, bytes]:
    from lossplot.formats.mpl import render

    return render(figure, formats)


def _movies(
    figure: ResolvedFigure, formats: Sequence[str], progress: Callable[[int, int], None] | None
) -> dict[str, bytes]:
    from lossplot.formats.movie import movie

    return movie(figure, formats, progress)


def _sources(figure: ResolvedFigure, formats: Sequence[str]) -> dict[str, bytes]:
    """The sources that other programs draw from.  They need matplotlib too, which knows how wide words are."""
    from lossplot.formats.mpl import prepare

    prepared = prepare(figure)
    return {each: _source(prepared, each) for each in formats}


def _source(prepared: Prepared, file_format: str) -> bytes:
    from lossplot.figure.looks import PRESETS

    spec, drawing = prepared.spec, prepared.drawing
    provenance = Provenance(
        spec.command(file_format), prepared.software, prepared.title, prepared.description, file_format
    )
    if file_format == "tex":
        from lossplot.formats.tex.pgfplots import as_pgfplots
        from lossplot.text.language import speak

        return as_pgfplots(
            provenance, drawing, prepared.scene.curves, prepared.wording, speak(spec.language), spec.font
        )
    from lossplot.formats.script import as_script

    outlined = not spec.preset or PRESETS[spec.preset].outlined
    return as_script(provenance, drawing, prepared.scene.curves, prepared.fonts, prepared.dpi, outlined)


def _numbers(figure: ResolvedFigure, formats: Sequence[str]) -> dict[str, bytes]:
    """The vertices; matplotlib is not needed."""
    from lossplot.formats import digest as recipe
    from lossplot.formats.numbers import as_csv, as_json

    files: dict[str, bytes] = {}
    for each in formats:
        if each == "csv":
            files[each] = as_csv(figure)
            continue
        software = recipe.software(recipe.figure_of(figure))
        provenance = Provenance(figure.spec.command(each), software, figure.title, figure.description, each)
        files[each] = as_json(figure, provenance)
    return files
