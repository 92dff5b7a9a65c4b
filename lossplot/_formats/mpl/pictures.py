"""Drawings that differ little -> their pixels: what stands still is drawn only once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from matplotlib.artist import Artist
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from numpy.typing import NDArray

from lossplot._figure.drawing import Drawing, Text
from lossplot._formats.mpl.artists import add_frame, add_text, draw

Picture = NDArray[np.uint8]
Progress = Callable[[int, int], None]


def pictures_of(drawings: Sequence[Drawing], dpi: float, progress: Progress) -> Iterator[Picture]:
    """The RGBA pixels of each drawing, shape (height, width, 4).

    They may differ in their curves, in what these are marked with, and in words.
    To be called within `backend.settings`.
    """
    over = ("mark number", "heading", "curve name", "value")
    common = set(drawings[0].texts).intersection(*(drawing.texts for drawing in drawings))
    standing = {text for text in common if text.role not in over}
    frames = tuple(
        replace(frame, lines=tuple(line for line in frame.lines if line.curve is None), dots=())
        for frame in drawings[0].frames
    )
    texts = tuple(text for text in drawings[0].texts if text in standing)
    figure = draw(replace(drawings[0], frames=frames, texts=texts), dpi)
    canvas: Any = FigureCanvasAgg(figure)
    canvas.draw()
    ground = canvas.copy_from_bbox(figure.bbox)
    for number, drawing in enumerate(drawings, 1):
        canvas.restore_region(ground)
        for artist in _moving(figure, drawing, standing):
            figure.draw_artist(artist)
            artist.remove()
        yield np.array(canvas.buffer_rgba())
        progress(number, len(drawings))


def whole_pictures(drawings: Sequence[Drawing], dpi: float) -> list[Picture]:
    """The RGBA pixels of drawings that may differ in anything, shape (height, width, 4) each.

    To be called within `backend.settings`.
    """
    pictures = []
    for drawing in drawings:
        canvas: Any = FigureCanvasAgg(draw(drawing, dpi))
        canvas.draw()
        pictures.append(np.array(canvas.buffer_rgba()))
    return pictures


def _moving(figure: Figure, drawing: Drawing, standing: set[Text]) -> list[Artist]:
    """The curves of all panels and the words over them, from the lowest layer up, added to `figure`."""
    artists: list[Artist] = []
    for axes, frame in zip(figure.axes, drawing.frames, strict=True):
        there = len(axes.lines)
        add_frame(axes, replace(frame, lines=tuple(line for line in frame.lines if line.curve is not None)))
        artists += sorted(axes.lines[there:], key=Artist.get_zorder)
    words = (text for text in drawing.texts if text not in standing)
    return [*artists, *(add_text(figure, text, figure.dpi_scale_trans) for text in words)]
