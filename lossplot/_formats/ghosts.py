"""Faint curves behind those that move: where they start and where they end."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from lossplot._figure.drawing import Drawing

# The share of the ground in the colour of a ghost.
_PALE = 0.72


def with_ghosts(drawings: Sequence[Drawing], moving: Collection[int]) -> tuple[Drawing, ...]:
    """Return the drawings of a movie with the first and the last state of the `moving` curves behind each."""
    ground = drawings[0].look.ground
    ends = [drawing.frames for drawing in (drawings[0], drawings[-1])]
    ghosts = [
        tuple(
            replace(line, role="ghost", colour=_blend(line.colour, ground), dash=(), curve=None, name="")
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


def _blend(colour: str, ground: str) -> str:
    """Return a colour mixed with that of the ground, as `#rrggbb`."""
    pairs = ((int(colour[at : at + 2], 16), int(ground[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round((1.0 - _PALE) * one + _PALE * other):02x}" for one, other in pairs)
