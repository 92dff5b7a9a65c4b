"""Faint curves behind those that move: where they start and where they end."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from lossplot._figure.drawing import Drawing
from lossplot._figure.looks.ramps import mix

# The share of the ground in the colour of a ghost.
_PALE = 0.72


def with_ghosts(drawings: Sequence[Drawing], moving: Collection[int]) -> tuple[Drawing, ...]:
    """Return the drawings of a movie with the first and the last state of the `moving` curves behind each."""
    ground = drawings[0].look.ground
    ends = [drawing.frames for drawing in (drawings[0], drawings[-1])]
    ghosts = [
        tuple(
            replace(line, role="ghost", colour=mix(line.colour, ground, _PALE), dash=(), curve=None, name="")
            for frame in frames
            for line in frame.lines
            if line.role == "curve" and line.curve in moving
        )
        for frames in zip(*ends, strict=True)
    ]
    return tuple(
        replace(
            drawing,
            frames=tuple(
                replace(frame, lines=(*lines, *frame.lines))
                for frame, lines in zip(drawing.frames, ghosts, strict=True)
            ),
        )
        for drawing in drawings
    )
