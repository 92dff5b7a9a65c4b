"""Files that move, in few pixels: every frame is shown as it was drawn, for as long and as often as it should be."""

from __future__ import annotations

from functools import cache
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from support.sweeps import FRAMES, HALF, Pixels, frames, planned

from lossplot._errors import RequestError
from lossplot._figure.spec import LABELS, FigureSpec
from lossplot._formats.frames import _frame_spec, check_movie
from lossplot._formats.gif import _changes, gif, indexed, palette
from lossplot._formats.movie import _phase, as_gif, as_webp
from lossplot._formats.mpl import backend
from lossplot._formats.mpl.pictures import pictures_of
from lossplot._formats.training import _up_to

SWEEP = "huber:delta=0.5..3 squared"
TABLE = palette("#ffffff", ["#000000", "#ff0000"])


def test_a_table_has_the_ground_steps_to_each_colour_and_mixtures_of_two() -> None:
    colours = [tuple(colour) for colour in TABLE.tolist()]
    # From white 24 steps to black, 24 to red, and three mixtures.
    assert len(colours) == 1 + 24 + 24 + 3
    assert (colours[0], colours[24], colours[48]) == ((255, 255, 255), (0, 0, 0), (255, 0, 0))
    assert colours[12] == (128, 128, 128)  # 127.5, rounded to even
    assert colours[49:] == [(128, 0, 0), (64, 0, 0), (191, 0, 0)]
    many = palette("#ffffff", [f"#{number:02x}0000" for number in range(60)])
    assert len(many) == 255
    assert [tuple(many[4 * count].tolist()) for count in (1, 60)] == [(0, 0, 0), (59, 0, 0)]


def test_a_pixel_has_the_nearest_colour_of_the_table() -> None:
    picture = np.array([[[250, 250, 250, 255], [250, 2, 4, 255], [3, 0, 1, 255]]], dtype=np.uint8)
    [indices] = indexed([picture], TABLE)
    assert TABLE[indices].tolist() == [[[255, 255, 255], [255, 0, 0], [0, 0, 0]]]


def picture(*rows: str) -> Pixels:
    """Return a picture of indices, a digit each."""
    return np.array([[int(digit) for digit in row] for row in rows], dtype=np.uint8)


def test_a_gif_shows_each_picture_whole_though_it_holds_what_changes_alone() -> None:
    first = picture("0000", "0123", "0000")
    moved, other = picture("0000", "0012", "0300"), picture("9000", "0012", "0300")
    shown = [first, moved, moved, other, first]
    durations = [5, 10, 15, 20, 25]
    seen, milliseconds, loop = frames(gif(shown, durations, TABLE, b"a comment"))
    assert [*map(np.ndarray.tolist, seen)] == [TABLE[each].tolist() for each in shown]
    assert milliseconds == [50, 100, 150, 200, 250]
    assert loop == 0  # for ever


def test_a_picture_like_the_one_before_takes_one_pixel() -> None:
    large = np.zeros((200, 200), dtype=np.uint8)
    alone, twice = (len(gif([large] * count, [5] * count, TABLE, b"")) for count in (1, 2))
    assert twice - alone < 40


def test_what_changes_of_a_picture_is_cut_out_of_it() -> None:
    before = picture("00000", "00000", "00000", "00000")
    after = picture("00000", "00100", "00020", "00000")
    part, corner = _changes(after, before)
    assert (part.tolist(), corner) == ([[1, 255], [255, 2]], (2, 1))
    assert _changes(after, None)[1] == (0, 0)
    part, corner = _changes(after, after)
    assert (part.shape, corner) == ((1, 1), (0, 0))


@cache
def small_pictures() -> list[Pixels]:
    plan = planned(SWEEP)
    with backend.settings(plan.fonts):
        return list(pictures_of(plan.drawings, 20.0, lambda done, of: None))


@pytest.mark.parametrize("write", [as_gif, as_webp])
def test_a_sweep_goes_there_and_back_in_sixty_frames_of_a_twentieth_of_a_second(write: object) -> None:
    drawn = small_pictures()
    seen, milliseconds, loop = frames(write(planned(SWEEP), drawn))  # type: ignore[operator]
    assert (sum(milliseconds), loop) == (FRAMES * 50, 0)
    assert len(drawn) == HALF + 1
    at = np.cumsum([0, *milliseconds[:-1]]) // 50
    for number, pixels in zip(at.tolist(), seen, strict=True):
        expected = drawn[min(number, FRAMES - number)][..., :3].astype(int)
        assert np.abs(pixels - expected).max() <= 40, number


def test_what_moves_of_an_only_curve_stands_above_the_frame_in_letters_larger_than_a_title() -> None:
    drawings = planned("huber:delta=0.1..3").drawings
    [frame], look = drawings[0].frames, drawings[0].look
    for drawing in (drawings[0], drawings[-1]):
        value = [text for text in drawing.texts if text.role == "value"]
        assert "".join(text.words for text in value).startswith("\u03b4 = ")
        assert [text.size for text in value] == pytest.approx([1.15 * look.title] * len(value))
        assert {text.colour for text in value} == {drawing.styles[0].colour}
        assert [text.y for text in value] == pytest.approx([frame.box.top + 0.75 * look.text / 72.0] * len(value))
        assert frame.box.left < value[0].x < value[-1].x < frame.box.right


@pytest.mark.parametrize(
    ("size", "dpi", "refused"),
    [
        ((20.0, 12.5), 100.0, False),  # 2000 x 1250 are 2.5 million
        ((20.0, 12.6), 100.0, True),
        ((163.83, 1.0), 100.0, False),
        ((163.84, 1.0), 100.0, True),
    ],
)
def test_a_frame_has_two_and_a_half_million_pixels_and_16383_in_a_row_at_most(
    size: tuple[float, float], dpi: float, refused: bool
) -> None:
    spec = FigureSpec(("huber:delta=1..2",), size=size, dpi=dpi)
    if refused:
        with pytest.raises(RequestError, match=r"too many for a figure that moves.* 2\.5 megapixels"):
            check_movie(spec, ["gif"])
    else:
        check_movie(spec, ["gif"])


def test_a_webp_may_be_transparent_and_a_gif_not() -> None:
    spec = FigureSpec(("huber:delta=1..2",), transparent=True)
    check_movie(spec, ["webp"])
    for formats in (["gif"], ["webp", "gif"]):
        with pytest.raises(RequestError, match="no half-transparent edges"):
            check_movie(spec, formats)


def test_a_movie_has_eighty_pixels_to_the_inch_unless_its_size_or_place_says_more() -> None:
    plain: dict[str, Any] = {"losses": ("huber:delta=1..2",)}
    for options, dpi in (
        ({}, 80.0),
        ({"dpi": 50.0}, 50.0),
        ({"size": (4.0, 3.0)}, None),
        ({"preset": "slide"}, None),
        ({"preset": "slide", "dpi": 50.0}, 50.0),
    ):
        assert _frame_spec(FigureSpec(**plain, **options)).dpi == dpi
    named = {labels: _frame_spec(FigureSpec(**plain, labels=labels)).labels for labels in LABELS}
    assert named == {"auto": "legend", "legend": "legend", "direct": "direct", "none": "none"}


def test_phases_are_told_as_parts_of_one_whole() -> None:
    told: list[tuple[int, int]] = []
    for number in range(3):
        _phase(lambda done, of: told.append((done, of)), number, 3)(1, 4)
    assert told == [(1, 12), (5, 12), (9, 12)]
    _phase(None, 0, 3)(1, 4)


def test_a_run_is_shown_up_to_a_snapshot_and_whole_from_its_last_on() -> None:
    run: Any = SimpleNamespace(regions=[SimpleNamespace(epoch=1), SimpleNamespace(epoch=4)], fits=())
    assert _up_to(run, 1) is run
    assert _up_to(run, 5) is run
