"""Files that move, as another program reads them."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from support.run import assert_done, call
from support.sweeps import FRAMES, HALF, frames, made, planned, share

from lossplot._formats import of_kind
from lossplot._formats.mpl import backend
from lossplot._formats.mpl.pictures import pictures_of

MOVIES = of_kind("movie")

pytestmark = pytest.mark.slow

SWEEP = "huber:delta=0.1..3"
LABELLED = {"derivative": True, "theme": "dark", "labels": "direct", "title": "Huber 1964", "mark": "1"}


@pytest.mark.parametrize("file_format", MOVIES)
def test_a_sweep_is_a_loop_of_sixty_different_frames_of_640_by_360(file_format: str) -> None:
    shown, durations, loop = frames(made(SWEEP)[file_format])
    assert {frame.shape for frame in shown} == {(360, 640, 3)}
    assert durations == [50] * FRAMES
    assert loop == 0  # for ever
    assert all(np.any(one != other) for one, other in pairwise((*shown, shown[0])))
    # There and back: the frames of the way back are those of the way there.
    assert all(np.array_equal(shown[number], shown[FRAMES - number]) for number in range(1, HALF))
    assert len({frame.tobytes() for frame in shown}) == HALF + 1


@pytest.mark.parametrize("file_format", MOVIES)
def test_each_frame_shows_the_parameter_that_it_should(file_format: str) -> None:
    # Huber 1964: delta (|r| - delta/2) beyond delta, and r^2/2 up to it: read off the pixels at r = 3.5.
    options = {"labels": "none", "range": "-4:4", "ylim": "0:8"}
    [frame] = planned(SWEEP, **options).drawings[0].frames
    look = planned(SWEEP, **options).drawings[0].look
    left, bottom, right, top = (
        80 * edge for edge in (frame.box.left, frame.box.bottom, frame.box.right, frame.box.top)
    )
    width = frame.view.right - frame.view.left
    column = round(left + (3.5 - frame.view.left) / width * (right - left) - 0.5)
    at = (column + 0.5 - left) / (right - left) * width + frame.view.left
    blue = np.array([int(look.colours[0][place : place + 2], 16) for place in (1, 3, 5)])
    for number, pixels in enumerate(frames(made(SWEEP, **options)[file_format])[0]):
        delta = 0.1 + 2.9 * share(number)
        near = np.abs(pixels[:, column].astype(int) - blue).sum(axis=1) < 60
        middle = float(np.flatnonzero(near).mean()) + 0.5
        value = (360 - middle - bottom) / (top - bottom) * 8
        assert value == pytest.approx(delta * (at - delta / 2), abs=1.0 * 8 / (top - bottom)), number


@pytest.mark.parametrize("options", [{}, LABELLED], ids=["plain", "labelled"])
def test_files_have_every_pixel_in_a_colour_close_to_its_own(options: dict[str, str | bool]) -> None:
    plan = planned(SWEEP, **options)
    with backend.settings(plan.fonts):
        drawn = [picture[..., :3].astype(int) for picture in pictures_of(plan.drawings, plan.dpi, unheard)]
    for file_format, data in made(SWEEP, **options).items():
        for number, pixels in zip(plan.order, frames(data)[0], strict=True):
            away = np.abs(pixels - drawn[number]).max(axis=2)
            assert away.max() <= 40, file_format
            assert np.mean(away > 8) < 0.01, file_format


def unheard(done: int, of: int) -> None:
    """Where nobody wants to know."""


CROWD = "huber:delta=0.1..3 squared absolute log-cosh tukey-biweight:c=1..6 cauchy"


@pytest.mark.parametrize(
    ("losses", "options"),
    [
        (SWEEP, {}),
        (CROWD, {"derivative": True, "second_derivative": True, "weight": True, "size": "640x360px", "dpi": "80"}),
    ],
    ids=["one", "crowd"],
)
def test_sixty_frames_of_640_by_360_take_at_most_two_megabytes(losses: str, options: dict[str, str | bool]) -> None:
    for data in made(losses, **options).values():
        assert frames(data)[0][0].shape == (360, 640, 3)
        assert len(data) <= 2_000_000
        assert len(data) <= 600_000  # and in fact far fewer


@pytest.mark.parametrize("file_format", MOVIES)
def test_a_sweep_is_made_again_byte_for_byte(file_format: str, tmp_path: Path) -> None:
    path = f"a.{file_format}"
    words = [SWEEP, "absolute", "-d", "--theme", "dark"]
    assert_done(call(*words, "-o", path, "-q", cwd=tmp_path), path)
    first = (tmp_path / path).read_bytes()
    again = call("info", path, "--rerun", cwd=tmp_path)
    assert (again.code, again.lines) == (0, [path])
    assert (tmp_path / path).read_bytes() == first
    assert (
        call("info", path, cwd=tmp_path).text
        == f"lossplot --derivative --theme=dark --format {file_format} {SWEEP} absolute\n"
    )
