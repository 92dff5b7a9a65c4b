"""Frames of panels: in a row or in a column, with room at the sides, zero lines, numbers below and names above."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from support.cases import every
from support.figures import prepared_of

from lossplot._curves.panels import PANELS
from lossplot._figure.drawing import Drawing
from lossplot._figure.spec import FigureSpec
from lossplot._losses import LOSSES

WIDE, TALL = (12.0, 4.0), (4.0, 8.0)
# The share of a view's width, and of its height, that is left free at each side.
ROOM = 0.02
# The pitch of the lines of a legend in multiples of its text size.
PITCH = 1.3


def drawing(*losses: str, **options: object) -> Drawing:
    return prepared_of(FigureSpec(losses, **options)).drawing  # type: ignore[arg-type]


def is_row(figure: Drawing) -> bool:
    return all(one.box.right < other.box.left for one, other in itertools.pairwise(figure.frames))


def is_column(figure: Drawing) -> bool:
    return all(one.box.bottom > other.box.top for one, other in itertools.pairwise(figure.frames))


# --- in a row or in a column ---


@pytest.mark.parametrize("size", [WIDE, TALL], ids=["wide", "tall"])
@pytest.mark.parametrize("count", [2, 3])
def test_panels_stand_as_they_are_asked_to(size: tuple[float, float], count: int) -> None:
    row, column = (
        drawing("hinge", panels=PANELS[:count], size=size, arrangement=each, labels="none")
        for each in ("row", "column")
    )
    assert is_row(row)
    assert is_column(column)
    tops_and_bottoms = {(frame.box.bottom, frame.box.top) for frame in row.frames}
    sides = {(frame.box.left, frame.box.right) for frame in column.frames}
    assert len(tops_and_bottoms) == len(sides) == 1
    widths = [frame.box.width for frame in row.frames]
    assert widths == pytest.approx([widths[0]] * count)


def test_a_title_above_a_row_begins_at_its_first_frame() -> None:
    row = drawing("hinge", panels=PANELS[:2], size=WIDE, arrangement="row")
    [title] = [text for text in row.texts if text.role == "title"]
    assert title.x == pytest.approx(row.frames[0].box.left)


def test_panels_stand_in_a_row_on_wide_pages_and_in_a_column_on_others() -> None:
    assert is_row(drawing("hinge", panels=PANELS[:3], size=WIDE))
    assert is_column(drawing("hinge", panels=PANELS[:3], size=TALL))


def test_the_first_of_panels_in_a_column_is_a_quarter_higher_than_the_others() -> None:
    first, *others = drawing("hinge", panels=PANELS[:3], size=TALL).frames
    assert [frame.box.height for frame in others] == pytest.approx([first.box.height / 1.25] * 2)


@pytest.mark.parametrize("arrangement", ["row", "column"])
def test_numbers_and_the_label_stand_below_each_panel_in_a_row_and_below_the_last_in_a_column(arrangement: str) -> None:
    figure = drawing("hinge", "logistic", panels=PANELS[:3], arrangement=arrangement)
    has_numbers = [frame.has_x_numbers for frame in figure.frames]
    assert has_numbers == ([True] * 3 if arrangement == "row" else [False, False, True])
    labels = {text.y for text in figure.texts if text.role == "x label"}
    assert len(labels) == 1
    lowest = [frame for frame in figure.frames if frame.has_x_numbers]
    for frame in lowest:
        under = [t for t in figure.texts if t.role == "x label" and frame.box.left < t.x < frame.box.right]
        assert under
        assert all(text.y < frame.box.bottom for text in under)


@pytest.mark.parametrize("arrangement", ["row", "column"])
def test_names_of_panels_stand_above_them_flush_left(arrangement: str) -> None:
    figure = drawing("hinge", "logistic", panels=PANELS[:3], arrangement=arrangement)
    names = [text for text in figure.texts if text.role == "panel name"]
    assert len(names) == 3
    for name, frame in zip(names, figure.frames, strict=True):
        assert (name.align, name.x) == ("left", frame.box.left)
        assert frame.box.top < name.y < frame.box.top + 1.6 * figure.look.text / 72.0


def test_the_title_stands_flush_with_the_frames() -> None:
    figure = drawing("hinge", title="Surrogates")
    [title] = [text for text in figure.texts if text.role == "title"]
    assert (title.align, title.x) == ("left", figure.frames[0].box.left)


def test_what_is_left_out_leaves_its_room_to_the_panels() -> None:
    whole = drawing("hinge", panels=PANELS[:2], size=TALL, title="A title")
    em = whole.look.text / 72.0
    *_, lowest = drawing("hinge", panels=PANELS[:2], size=TALL, title="A title", x_label="").frames
    assert whole.frames[-1].box.bottom - lowest.box.bottom == pytest.approx(1.25 * em)
    first, *_ = drawing("hinge", panels=PANELS[:2], size=TALL, title="").frames
    assert first.box.top - whole.frames[0].box.top == pytest.approx(1.25 * whole.look.title / 72.0)
    # Without a name above it a panel has half a text size there, and one of 1.6 with it.
    unnamed, *_ = drawing("hinge", panels=PANELS[:2], size=TALL, title="A title", y_label="").frames
    assert unnamed.box.top - whole.frames[0].box.top == pytest.approx(1.1 * em)


# --- room at the sides ---


@every("loss", LOSSES, among=6)
def test_curves_end_two_hundredths_of_the_width_inside_the_frame(loss: str) -> None:
    prepared = prepared_of(FigureSpec((loss,)))
    seen, view = prepared.scene.panels[0].view, prepared.drawing.frames[0].view
    width, height = seen.right - seen.left, seen.top - seen.bottom
    outer = (seen.left - ROOM * width, seen.right + ROOM * width)
    assert (view.left, view.right) == pytest.approx(outer)
    assert view.bottom <= seen.bottom
    assert view.top >= seen.top
    assert max(seen.bottom - view.bottom, view.top - seen.top) <= 0.06 * height
    for line in prepared.drawing.frames[0].lines:
        if line.role == "curve":
            xs = np.asarray(line.points)[:, 0]
            assert xs.min() >= seen.left - 1e-9 * width
            assert xs.max() <= seen.right + 1e-9 * width


def test_a_range_that_is_asked_for_has_the_room_too() -> None:
    frame = drawing("hinge", x_range=(-1.0, 3.0), y_range=(0.0, 2.0)).frames[0]
    view = frame.view
    assert (view.left, view.right) == pytest.approx((-1.08, 3.08))
    curves = [np.asarray(line.points) for line in frame.lines if line.role == "curve"]
    assert min(points[0, 0] for points in curves) == -1.0
    assert max(points[-1, 0] for points in curves) == 3.0


# --- what else a frame has ---


def test_the_only_lines_across_a_frame_are_those_at_zero() -> None:
    for losses in (("hinge",), ("squared", "absolute"), ("log-loss",)):
        for frame in drawing(*losses, panels=PANELS[:2]).frames:
            view = frame.view
            zero = [np.asarray(line.points) for line in frame.lines if line.role == "zero line"]
            assert len(zero) == (view.left < 0.0 < view.right) + (view.bottom < 0.0 < view.top)
            for points in zero:
                flat = np.ptp(points, axis=0) == 0.0
                assert flat.sum() == 1
                assert points[0, flat.argmax()] == 0.0
                along = points[:, 1 - flat.argmax()]
                ends = (view.bottom, view.top) if flat[0] else (view.left, view.right)
                assert tuple(along) == ends


def test_the_lines_of_a_legend_are_a_text_size_and_a_third_apart() -> None:
    margins = ("hinge", "squared-hinge", "logistic", "exponential", "zero-one", "perceptron", "savage")
    figure = drawing(*margins)
    assert figure.legend
    columns: dict[float, list[float]] = {}
    for item in figure.legend.items:
        columns.setdefault(item.x, []).append(item.y)
    steps = [above - below for ys in columns.values() for above, below in itertools.pairwise(ys)]
    assert steps == pytest.approx([PITCH * figure.legend.size / 72.0] * len(steps))
    assert steps
