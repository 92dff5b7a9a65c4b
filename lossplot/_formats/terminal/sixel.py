"""A PNG as DEC sixel graphics: six rows of dots at a time, a colour after another."""

from __future__ import annotations

import io

import numpy as np
from numpy.typing import NDArray

# As many as every terminal that shows sixel has, and more than a figure needs.
COLOURS = 64
_HIGH = 6
# Fewer equal characters than these are shorter written out than counted.
_WORTH_COUNTING = 4


def sixel(png: bytes) -> bytes:
    """Encode `png` in at most 64 colours; where it is more than half transparent, the terminal's ground shows."""
    from PIL import Image

    with Image.open(io.BytesIO(png)) as file:
        image = file.convert("RGBA")
    opaque = np.asarray(image)[:, :, 3] >= 128
    paletted = image.convert("RGB").quantize(COLOURS, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    indices = np.where(opaque, np.asarray(paletted, dtype=np.int16), -1)
    palette = np.array(paletted.getpalette(), dtype=float).reshape(-1, 3)
    height, width = indices.shape
    bands = [_band(indices[top : top + _HIGH]) for top in range(0, height, _HIGH)]
    # Undrawn dots are left as they are (1), dots are square ("1;1), colours are in per cent (2).
    start = f'\x1bP0;1;0q"1;1;{width};{height}'
    colours = [f"#{index};2;{_percents(palette[index])}" for index in np.unique(indices[opaque])]
    return "".join([start, *colours, "-".join(bands), "\x1b\\"]).encode("ascii")


def _percents(rgb: NDArray[np.float64]) -> str:
    return ";".join(str(round(value / 2.55)) for value in rgb.tolist())


def _band(indices: NDArray[np.int16]) -> str:
    """Encode up to six rows of colour indices, -1 for none: one colour's dots across, then those of the next."""
    weights = 1 << np.arange(len(indices))[:, None]
    present = [index for index in np.unique(indices).tolist() if index >= 0]
    return "$".join(f"#{index}{_run_lengths(((indices == index) * weights).sum(axis=0))}" for index in present)


def _run_lengths(columns: NDArray[np.int_]) -> str:
    """Encode columns of six dots, each a character from ? on, up to the last that is not empty."""
    starts = np.flatnonzero(np.diff(columns, prepend=-1))
    lengths = np.diff(starts, append=len(columns)).tolist()
    runs = list(zip((chr(63 + value) for value in columns[starts].tolist()), lengths, strict=True))
    if runs[-1][0] == "?":
        runs.pop()
    return "".join(f"!{n}{character}" if n >= _WORTH_COUNTING else character * n for character, n in runs)
