"""FigureSpec -> files of every format."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from lossplot.errors import RequestError
from lossplot.figure.spec import AUTO, FigureSpec
from lossplot.formats import FORMATS, Kind, of_kind
from lossplot.formats.provenance import sealed

# The kinds in the order in which they are made.
_KINDS: tuple[Kind, ...] = ("picture", "source", "numbers", "movie")


def produce(
    spec: FigureSpec, formats: Iterable[str], progress: Callable[[int, int], None] | None = None
) -> dict[str, bytes]:
    """The complete files that show `spec`, by format: the same bytes each time.

    `progress` is called with how much is done, and of how much, where it may take longer than a moment.
    Raises RequestError or LossplotError where that cannot be done.
    """
    wanted = [*formats]
    check_formats(spec, wanted)
    pictures, sources, numbers, movies = ([each for each in wanted if each in of_kind(kind)] for kind in _KINDS)
    made = {
        **(_pictures(spec, pictures) if pictures else {}),
        **(_sources(spec, sources) if sources else {}),
        **(_numbers(spec, numbers) if numbers else {}),
        **(_movies(spec, movies, progress) if movies else {}),
    }
    return {each: sealed(data) if FORMATS[each].has_metadata else data for each, data in made.items()}


def is_table(data: bytes, spec: FigureSpec) -> bool:
    """Whether a CSV file holds what lossplot writes, for `spec` or for another figure, and nobody's edits."""
    from lossplot.formats import tables

    try:
        return tables.is_table(data) or _numbers(spec, ["csv"])["csv"] == data
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
        from lossplot.curves.sweep import read_sweep

        read_sweep(spec.losses)


def _pictures(spec: FigureSpec, formats: Sequence[str]) -> dict[str, bytes]:
    from lossplot.formats.mpl import render

    return render(spec, formats)


def _movies(spec: FigureSpec, formats: Sequence[str], progress: Callable[[int, int], None] | None) -> dict[str, bytes]:
    from lossplot.formats.movie import movie

    return movie(spec, formats, progress)


def _sources(spec: FigureSpec, formats: Sequence[str]) -> dict[str, bytes]:
    """Return source that other programs draw from.  It needs matplotlib too, which knows how wide words are."""
    from lossplot.formats.mpl import prepare

    prepared = prepare(spec)
    return {each: FORMATS[each].to_bytes(prepared) for each in formats}


def _numbers(spec: FigureSpec, formats: Sequence[str]) -> dict[str, bytes]:
    """The vertices; matplotlib is not needed."""
    from lossplot.figure.scene import compose

    scene = compose(spec)
    return {each: FORMATS[each].to_bytes(spec, scene) for each in formats}
