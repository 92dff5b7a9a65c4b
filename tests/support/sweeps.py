"""Movies of parameter sweeps and their files, cached."""

from __future__ import annotations

import io
import math
from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from lossplot._figure.drawing import Drawing
from lossplot._figure.options import read_spec
from lossplot._figure.resolve import resolve
from lossplot._figure.spec import FigureSpec
from lossplot._formats import of_kind
from lossplot._formats.frames import Movie, plan_movie
from lossplot._formats.produce import produce

Pixels = NDArray[np.uint8]
FRAMES, HALF = 60, 30


@cache
def spec(losses: str, **options: str | bool) -> FigureSpec:
    return read_spec(losses.split(), {name.replace("_", "-"): value for name, value in options.items()})


@cache
def made(losses: str, **options: str | bool) -> dict[str, bytes]:
    return produce(resolve(spec(losses, **options)), of_kind("movie"))


@cache
def planned(losses: str, **options: str | bool) -> Movie:
    return plan_movie(resolve(spec(losses, **options)))


def drawings(losses: str, **options: str | bool) -> list[Drawing]:
    """Return the drawing of each frame."""
    movie = planned(losses, **options)
    return [movie.drawings[number] for number in movie.order]


@lru_cache(maxsize=2)
def frames(data: bytes) -> tuple[tuple[Pixels, ...], list[int], int]:
    """Read a file with Pillow: its frames, their durations in milliseconds, and the loop count."""
    with Image.open(io.BytesIO(data)) as image:
        pictures, durations = [], []
        for number in range(getattr(image, "n_frames", 1)):
            image.seek(number)
            pictures.append(np.array(image.convert("RGB")))
            durations.append(int(image.info["duration"]))
        return tuple(pictures), durations, int(image.info["loop"])


def share(frame: int) -> float:
    """Return the position of a frame in its range, from 0 to 1 and back, slow at both ends."""
    return (1.0 - math.cos(math.pi * min(frame, FRAMES - frame) / HALF)) / 2.0
