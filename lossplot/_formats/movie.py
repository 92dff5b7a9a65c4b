"""The frames of a figure with a sweep -> the bytes of a file that moves."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from itertools import groupby

from PIL import Image

from lossplot._figure.drawing import Drawing
from lossplot._figure.resolve import ResolvedFigure
from lossplot._formats import FORMATS
from lossplot._formats.frames import Moving, check_movie, plan_movie
from lossplot._formats.gif import gif, indexed, palette
from lossplot._formats.mpl import backend
from lossplot._formats.mpl.pictures import Picture, Progress, pictures_of
from lossplot._formats.provenance import gif_comment, xmp

# For how long a frame is seen, in hundredths of a second.
HUNDREDTHS = 5


def movie(figure: ResolvedFigure, formats: Iterable[str], progress: Progress | None = None) -> dict[str, bytes]:
    """The files that show the sweep of `figure`, by format (`gif`, `webp`): the same bytes each time.

    `progress` is called with how much is done, and of how much.  Names at the curves' ends would dance: they
    stand in a legend.  Raises RequestError or LossplotError as `plan_movie` does.
    """
    formats = tuple(formats)
    phases = 2 + len(formats)
    check_movie(figure.spec, formats)
    planned = plan_movie(figure, _phase(progress, 0, phases))
    with backend.settings(planned.fonts):
        pictures = list(pictures_of(planned.drawings, planned.dpi, _phase(progress, 1, phases)))
    files = {}
    for number, file_format in enumerate(formats, 2):
        files[file_format] = FORMATS[file_format].to_bytes(planned, pictures)
        _phase(progress, number, phases)(len(pictures), len(pictures))
    return files


def _phase(progress: Progress | None, number: int, phases: int) -> Progress:
    """A progress callback for one of `phases` equal phases."""

    def report(done: int, of: int) -> None:
        if progress:
            progress(number * of + done, phases * of)

    return report


def as_gif(planned: Moving, pictures: Sequence[Picture]) -> bytes:
    """Return the GIF that shows `pictures` as `planned`."""
    order, durations = _runs(planned)
    table, indices = _in_few_colours(planned, pictures)
    return gif([indices[number] for number in order], durations, table, gif_comment(planned.provenance("gif")))


def as_webp(planned: Moving, pictures: Sequence[Picture]) -> bytes:
    """Return the WebP that shows `pictures` as `planned`."""
    if not planned.spec.transparent:
        # In as few colours as a GIF it takes half the time and half the bytes.
        table, indices = _in_few_colours(planned, pictures)
        pictures = [table[picture] for picture in indices]
    order, durations = _runs(planned)
    first, *others = (Image.fromarray(pictures[number]) for number in order)
    buffer = io.BytesIO()
    first.save(
        buffer,
        "WEBP",
        save_all=True,
        append_images=others,
        duration=[10 * duration for duration in durations],
        loop=0,
        lossless=True,
        method=2,
        quality=20,
        kmax=0,
        xmp=xmp(planned.provenance("webp")),
    )
    return buffer.getvalue()


def _in_few_colours(planned: Moving, pictures: Sequence[Picture]) -> tuple[Picture, list[Picture]]:
    """A table of colours, and the pictures as indices in it."""
    table = palette(planned.drawings[0].look.ground, _colours(planned.drawings))
    return table, indexed(pictures, table)


def _runs(planned: Moving) -> tuple[list[int], list[int]]:
    """The pictures in the order in which they are shown, and for how many hundredths of a second each is."""
    runs = [(number, HUNDREDTHS * len(list(frames))) for number, frames in groupby(planned.order)]
    return [number for number, _ in runs], [duration for _, duration in runs]


def _colours(drawings: Sequence[Drawing]) -> list[str]:
    """The colours that are drawn with, but for the ground, each once."""
    look = drawings[0].look
    areas = (area for drawing in drawings for part in drawing.frames for area in part.areas)
    lines = (line for drawing in drawings for part in drawing.frames for line in part.lines)
    dots = (dots for drawing in drawings for part in drawing.frames for dots in part.dots)
    used = (
        *(area.colour for area in areas),
        *(line.colour for line in lines),
        *(colour for each in dots for colour in (each.edge, each.fill)),
    )
    return [
        colour for colour in dict.fromkeys((look.ink, look.soft, look.axis, look.grid, *used)) if colour != look.ground
    ]
