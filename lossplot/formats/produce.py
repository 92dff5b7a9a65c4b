"""FigureSpec -> files of every format."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from lossplot.errors import RequestError
from lossplot.figure.spec import AUTO, MOVIES, NUMBERS, PICTURES, SOURCES, FigureSpec
from lossplot.formats.provenance import Provenance, sealed

if TYPE_CHECKING:
    from lossplot.formats.mpl import Prepared


def produce(
    spec: FigureSpec, formats: Iterable[str], progress: Callable[[int, int], None] | None = None
) -> dict[str, bytes]:
    """The complete files that show `spec`, by format: the same bytes each time.

    `progress` is called with how much is done, and of how much, where it may take longer than a moment.
    Raises RequestError or LossplotError where that cannot be done.
    """
    wanted = [*formats]
    check_formats(spec, wanted)
    pictures, sources, numbers, movies = (
        [each for each in wanted if each in of] for of in (PICTURES, SOURCES, NUMBERS, MOVIES)
    )
    made = {
        **(_pictures(spec, pictures) if pictures else {}),
        **(_sources(spec, sources) if sources else {}),
        **(_numbers(spec, numbers) if numbers else {}),
        **(_movies(spec, movies, progress) if movies else {}),
    }
    return {each: data if each == "csv" else sealed(data) for each, data in made.items()}


def is_table(data: bytes, spec: FigureSpec) -> bool:
    """Whether a CSV file holds what lossplot writes, for `spec` or for another figure, and nobody's edits."""
    from lossplot.formats import tables

    try:
        return tables.is_table(data) or _numbers(spec, ["csv"])["csv"] == data
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
        from lossplot.curves.sweep import read_sweep

        read_sweep(spec.losses)


def _pictures(spec: FigureSpec, formats: Sequence[str]) -> dict[str, bytes]:
    from lossplot.formats.mpl import render

    return render(spec, formats)


def _movies(spec: FigureSpec, formats: Sequence[str], progress: Callable[[int, int], None] | None) -> dict[str, bytes]:
    from lossplot.formats.movie import movie

    return movie(spec, formats, progress)


def _sources(spec: FigureSpec, formats: Sequence[str]) -> dict[str, bytes]:
    """What other programs draw from.  It needs matplotlib too, which knows how wide words are."""
    from lossplot.formats.mpl import prepare

    prepared = prepare(spec)
    return {each: _source(prepared, each) for each in formats}


def _source(prepared: Prepared, file_format: str) -> bytes:
    from lossplot.figure.looks import PRESETS

    spec, drawing = prepared.spec, prepared.drawing
    made = Provenance(spec.command(file_format), prepared.software, prepared.title, prepared.description, file_format)
    if file_format == "tex":
        from lossplot.formats.tex.pgfplots import as_pgfplots
        from lossplot.text.language import load_language

        return as_pgfplots(made, drawing, prepared.scene.curves, load_language(spec.language), spec.font)
    from lossplot.formats.script import as_script

    outlined = not spec.preset or PRESETS[spec.preset].outlined
    return as_script(made, drawing, prepared.fonts, prepared.dpi, outlined)


def _numbers(spec: FigureSpec, formats: Sequence[str]) -> dict[str, bytes]:
    """The vertices; matplotlib is not needed."""
    from lossplot.figure.labels import tell, word
    from lossplot.figure.scene import compose
    from lossplot.formats import digest as recipe
    from lossplot.formats.numbers import as_csv, as_json
    from lossplot.text.language import load_language

    scene = compose(spec)
    made: dict[str, bytes] = {}
    for each in formats:
        if each == "csv":
            made[each] = as_csv(spec, scene)
            continue
        language = load_language(spec.language)
        told = tell(spec, scene, language)
        software = recipe.software(recipe.figure(spec, [(scene, word(spec, scene, language), *told)]))
        made[each] = as_json(spec, scene, Provenance(spec.command(each), software, *told, each))
    return made
