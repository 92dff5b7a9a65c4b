"""Pictures -> GIF with one table of colours for all of them (https://www.w3.org/Graphics/GIF/spec-gif89a.txt).

Made for figures: the table has the colours that are drawn with and what lies between them where edges are smoothed,
and a frame holds only what changes.  So there is nothing to guess, and no dithering.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from PIL.GifImagePlugin import getdata, getheader

from lossplot._figure.looks.ramps import rgb_of
from lossplot._formats.mpl.pictures import Picture

_SIZE = 256
# The last colour of the table stands for what does not change.
_SAME = _SIZE - 1
# From the ground to a colour: more steps cannot be told apart, and of fewer the edges would look ragged.
_MOST_STEPS, _LEAST_STEPS = 24, 7
# How many entries the steps may take if there are enough of each.
_FOR_STEPS = 160
# What is mixed of two colours where one line crosses another, while there is room in the table.
_MIXTURES = (0.5, 0.25, 0.75)


def palette(ground: str, colours: Sequence[str]) -> Picture:
    """At most 255 colours, shape (n, 3): steps from `ground` to each of `colours`, and mixtures of any two of these."""
    steps = min(_MOST_STEPS, max(_LEAST_STEPS, _FOR_STEPS // len(colours)), (_SAME - 1) // len(colours))
    base, *ends = (np.array(rgb_of(colour), dtype=np.float64) for colour in (ground, *colours))
    table = [base, *(base + (end - base) * step / steps for end in ends for step in range(1, steps + 1))]
    table += [a + (b - a) * share for share in _MIXTURES for a, b in combinations(ends, 2)]
    return np.rint(np.array(table[:_SAME])).astype(np.uint8)


def indexed(pictures: Iterable[Picture], table: Picture) -> list[Picture]:
    """Return for each RGBA picture, shape (height, width, 4), its pixels' nearest colours as indices in `table`."""
    nearest = np.zeros(2**24, dtype=np.uint8)
    is_ready = np.zeros(2**24, dtype=bool)
    indices = []
    for picture in pictures:
        packed = picture.view("<u4")[..., 0] & 0xFFFFFF
        fresh = np.unique(packed[~is_ready[packed]])
        is_ready[fresh] = True
        nearest[fresh] = _nearest(fresh, table)
        indices.append(nearest[packed])
    return indices


def _nearest(packed: NDArray[np.uint32], table: Picture) -> Picture:
    rgb = np.column_stack([packed & 255, packed >> 8 & 255, packed >> 16]).astype(np.float64)
    wide = table.astype(np.float64)
    # The squared distance, but for what is the same for all colours of the table.
    distance = np.sum(wide * wide, axis=1) - 2.0 * (rgb @ wide.T)
    nearest: Picture = np.argmin(distance, axis=1).astype(np.uint8)
    return nearest


def gif(pictures: Sequence[Picture], durations: Sequence[int], table: Picture, comment: bytes) -> bytes:
    """A loop without end of indexed `pictures`, each shown for so many hundredths of a second."""
    # Pillow's own `save` would give most frames a table of their own, and a seventh more bytes.
    canvas = Image.new("P", pictures[0].shape[::-1])
    canvas.putpalette(table.tobytes().ljust(3 * _SIZE, b"\0"))
    parts, _ = getheader(canvas, info={"loop": 0, "comment": comment})
    before = None
    for picture, duration in zip(pictures, durations, strict=True):
        changes, corner = _changes(picture, before)
        parts += getdata(Image.fromarray(changes), corner, duration=10 * duration, transparency=_SAME, disposal=1)
        before = picture
    return b"".join([*parts, b";"])


def _changes(picture: Picture, before: Picture | None) -> tuple[Picture, tuple[int, int]]:
    """Return the part of `picture` that differs from the one `before`, and its left and top in pixels."""
    if before is None:
        return picture, (0, 0)
    changed = picture != before
    # A frame needs a pixel, even if it is to be left as it was.
    changed[0, 0] |= not changed.any()
    rows, columns = np.flatnonzero(changed.any(axis=1)), np.flatnonzero(changed.any(axis=0))
    part = np.s_[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    return np.where(changed[part], picture[part], np.uint8(_SAME)), (int(columns[0]), int(rows[0]))
