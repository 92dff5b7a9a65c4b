"""Faint curves in a movie: where those that move start and where they end."""

from __future__ import annotations

import numpy as np
import pytest
from support.cases import some
from support.sweeps import planned

from lossplot._figure.looks.ramps import mix

# The share of the ground in the colour of what is faint.
PALE = 0.72


@pytest.mark.parametrize("losses", some(["huber:delta=0.5..3 squared", "huber:delta=0.5..3"], 2))
def test_the_first_and_the_last_of_what_moves_stand_faint_behind_every_frame(losses: str) -> None:
    every = planned(losses).drawings
    first, last = (
        [line.points for frame in drawing.frames for line in frame.lines if line.role == "curve" and line.curve == 0]
        for drawing in (every[0], every[-1])
    )
    for drawing in every:
        [frame] = drawing.frames
        ghosts = [line for line in frame.lines if line.role == "ghost"]
        assert len(ghosts) == len(first) + len(last)
        for ghost, points in zip(ghosts, [*first, *last], strict=True):
            assert np.array_equal(ghost.points, points)
            assert ghost.colour == mix(drawing.styles[0].colour, drawing.look.ground, PALE)
            assert all(ghost.layer < line.layer for line in frame.lines if line.role in ("curve", "overlap"))
