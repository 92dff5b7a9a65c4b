"""Figures of training, from plain data: regions, histories, margins, endings, every format and both languages."""

from __future__ import annotations

import csv
import io
import itertools
import json
from dataclasses import replace
from functools import cache
from types import SimpleNamespace
from typing import Any, cast

import numpy as np
import pytest
from PIL import Image
from support.cases import every

from lossplot._curves.parse import read_curves
from lossplot._errors import RequestError
from lossplot._figure.distribution import Distribution
from lossplot._figure.looks import PRESETS, look_for
from lossplot._figure.looks.ramps import mix
from lossplot._figure.spec import FigureSpec
from lossplot._figure.training import Ending, Fit, History, Points, Regions, Run, Training
from lossplot._figure.training.classes import (
    all_colours,
    class_colour,
    class_marker,
    region_colour,
    trained_colour,
    weight_colour,
)
from lossplot._figure.training.contours import areas_above, level_lines, regions_of, signed_area
from lossplot._figure.training.panels import _with_room, history_view, log_ticks
from lossplot._formats import FORMATS, provenance
from lossplot._formats.training import TrainingFigure, movie_of, prepare_training, produce_training
from lossplot._formula.evaluate import Array

GRID = np.linspace(-1.0, 1.0, 81)
EDGES = np.linspace(-3.0, 3.0, 7)
SHARES = np.array([0.0, 0.0, 0.1, 0.2, 0.3, 0.3, 0.1, 0.0])


def radius() -> Array:
    x, y = np.meshgrid(GRID, GRID)
    return cast(Array, np.hypot(x, y))


def snapshots(field: Array) -> tuple[Regions, ...]:
    return tuple(Regions(epoch, GRID, GRID, field * (epoch + 1.0) / 5.0) for epoch in range(5))


def run(number: int, text: str, **changes: Any) -> Run:
    (curve,) = read_curves([text])
    values = np.array([1.0, 0.1, 0.01, 0.001, 0.0001]) * (number + 1)
    margins = Distribution(number, "", 100, 0.1, EDGES, SHARES, SHARES, SHARES)
    whole = Run(curve, History(values), History(2.0 * values), snapshots(4.0 * (0.5 - radius())), (), margins, {}, 0.98)
    return replace(whole, **changes)


def examples(classes: int = 2) -> Points:
    generator = np.random.default_rng(1)
    places = generator.uniform(-1.0, 1.0, (60, 2))
    return Points(places, np.arange(60) % classes, np.arange(60) < 15)


def training(*losses: str, **changes: Any) -> Training:
    return Training("circles", examples(), tuple(run(number, text, **changes) for number, text in enumerate(losses)))


def figure(subject: Training, **looks: Any) -> TrainingFigure:
    spec = FigureSpec(tuple(each.curve.spec for each in subject.runs), **looks)
    return TrainingFigure(subject, spec, lambda file_format: f"lossplot train --format {file_format}")


# --- contours ---


def test_a_level_line_lies_where_the_field_has_the_level() -> None:
    (line,) = level_lines(GRID, GRID, radius(), 0.5)
    assert np.hypot(*line.T) == pytest.approx(np.full(len(line), 0.5), abs=4e-4)
    assert line[0].tolist() == line[-1].tolist()


def test_an_area_is_that_of_its_circle() -> None:
    (inside,) = areas_above(GRID, GRID, 0.5 - radius())
    assert signed_area(inside) == pytest.approx(np.pi / 4.0, rel=2e-3)
    (outside,) = areas_above(GRID, GRID, radius() - 0.5)
    assert signed_area(outside) == pytest.approx(4.0, rel=1e-6)  # its hole is left out


@pytest.mark.parametrize("level", [0.0, 0.3])
def test_a_saddle_is_joined_as_its_middle_is(level: float) -> None:
    x = np.array([0.0, 1.0])
    field = np.array([[1.0, -1.0], [-1.0, 1.0]])
    lines = level_lines(x, x, field, level)
    assert len(lines) == 2
    assert all(len(line) == 2 for line in lines)


@pytest.mark.parametrize("classes", [2, 3, 5])
def test_every_place_is_painted_with_the_class_that_leads_there(classes: int) -> None:
    x, y = np.meshgrid(GRID, GRID)
    angles = 2.0 * np.pi * np.arange(classes) / classes
    field = 0.5 - radius() if classes == 2 else np.stack([x * np.cos(a) + y * np.sin(a) for a in angles])
    lead = (field > 0.0).astype(int) if classes == 2 else field.argmax(axis=0)
    painted = np.full(x.shape, -1)
    for number, polygon in regions_of(GRID, GRID, field):
        painted[_inside(polygon, x, y)] = number
    assert np.mean(painted == lead) > 0.97  # but for the places on the boundaries
    assert np.mean(painted == -1) < 0.03


def test_where_outputs_are_equal_the_first_class_is_painted() -> None:
    [(number, polygon)] = regions_of(GRID, GRID, np.zeros((len(GRID), len(GRID))))
    assert number == 0
    assert signed_area(polygon) == pytest.approx(4.0, rel=1e-6)
    right = np.where(GRID > 0.5, 1.0, 0.0) * np.ones((len(GRID), 1))
    painted = dict(regions_of(GRID, GRID, np.stack([np.zeros_like(right), right, np.full_like(right, -1.0)])))
    assert {number: round(signed_area(polygon), 1) for number, polygon in painted.items()} == {0: 3.0, 1: 1.0}


@pytest.mark.parametrize("value", [np.inf, -np.inf, np.nan])
def test_what_is_not_finite_breaks_no_contour(value: float) -> None:
    field = 0.5 - radius()
    field[40, 40] = value
    assert all(np.isfinite(line).all() for level in (-1.0, 0.0, 1.0) for line in level_lines(GRID, GRID, field, level))
    assert all(np.isfinite(polygon).all() for _, polygon in regions_of(GRID, GRID, field))


def _inside(polygon: Array, x: Array, y: Array) -> Array:
    """Count the edges of a polygon right of each place: inside they are odd."""
    odd = np.zeros(x.shape, dtype=bool)
    for (x0, y0), (x1, y1) in itertools.pairwise(polygon.tolist()):
        if y0 != y1:
            odd ^= ((y0 > y) != (y1 > y)) & (x < x0 + (y - y0) * (x1 - x0) / (y1 - y0))
    return odd


# --- panels ---


def test_contour_lines_are_at_minus_one_zero_and_one() -> None:
    drawing = prepare_training(figure(training("hinge"))).drawing
    heights = [(line.role, 4.0 * (0.5 - np.hypot(*line.points.T))) for line in drawing.frames[0].lines]
    for (role, found), level in zip(heights, (-1.0, 1.0, 0.0), strict=True):
        assert role == ("level" if level else "boundary")
        assert found == pytest.approx(np.full(len(found), level), abs=5e-3)


def test_a_level_that_an_output_reaches_by_rounding_alone_has_no_line() -> None:
    bounded = np.tanh(40.0 * (0.5 - radius()))
    assert bounded.min() == -1.0
    drawing = prepare_training(figure(training("hinge", regions=snapshots(bounded * 1.0)[-1:]))).drawing
    assert [line.role for line in drawing.frames[0].lines] == ["boundary"]


def test_examples_to_test_are_larger_in_the_whole_colour_and_those_trained_with_are_paler() -> None:
    drawing = prepare_training(figure(training("hinge"))).drawing
    look, dots = drawing.look, [each for each in drawing.frames[0].dots if each.role == "example"]
    # Of 60 examples in two classes the first 15 are to test; the label +1 has the first colour.
    found = {(each.fill, round(each.size / look.circle, 6), len(each.points)): each.edge for each in dots}
    whole = {number: look.colour(1 - number) for number in (0, 1)}
    pale = {number: mix(whole[number], look.ground, 0.45) for number in (0, 1)}
    assert found == {
        (whole[0], 0.55, 8): look.ground,
        (whole[1], 0.55, 7): look.ground,
        (pale[0], 0.38, 22): pale[0],
        (pale[1], 0.38, 23): pale[1],
    }
    # Those to test lie above.
    assert [each.size for each in dots] == sorted(each.size for each in dots)


def test_histories_have_a_twelfth_of_their_height_free_at_both_ends() -> None:
    view, log = history_view(training("hinge").runs)
    # From 0.0001 in training to 2 in validation, in powers of ten.
    low, high = -4.0, float(np.log10(2.0))
    assert log
    assert (view.left, view.right) == (0.0, 4.0)
    assert (view.bottom, view.top) == pytest.approx((low - 0.08 * (high - low), high + 0.08 * (high - low)))
    falling = training("hinge", train=History(np.array([3.0, -2.0])), validation=None)
    view, log = history_view(falling.runs)
    assert not log
    assert (view.bottom, view.top) == pytest.approx((-2.4, 3.4))


def test_no_history_shows_more_than_eight_powers_of_ten() -> None:
    view, _ = history_view(training("hinge", train=History(np.array([1.0, 1e-12])), validation=None).runs)
    assert (view.bottom, view.top) == pytest.approx((-8.64, 0.64))


def test_epochs_are_whole() -> None:
    few = History(np.array([1.0, 0.1, 0.01, 0.001]))
    drawing = prepare_training(figure(training("hinge", train=few, validation=few))).drawing
    [ticks] = [frame.x_ticks for frame in drawing.frames if frame.panel.startswith("history")]
    assert (ticks.values, ticks.labels) == ((0.0, 1.0, 2.0, 3.0), ("0", "1", "2", "3"))


def test_histories_are_powers_of_ten_and_share_their_view() -> None:
    drawing = prepare_training(figure(training("hinge", "logistic"))).drawing
    histories = [frame for frame in drawing.frames if frame.panel.startswith("history")]
    assert histories[0].view == histories[1].view
    for number, frame in enumerate(histories):
        validation, train = (line for line in frame.lines if line.role == "history")
        expected = np.log10(np.array([1.0, 0.1, 0.01, 0.001, 0.0001]) * (number + 1))
        assert train.points[:, 1] == pytest.approx(expected, abs=1e-12)
        assert validation.points[:, 1] == pytest.approx(expected + np.log10(2.0), abs=1e-12)
        assert validation.dash
        assert not train.dash


def test_a_loss_that_reaches_zero_or_less_is_drawn() -> None:
    zero = training("hinge", train=History(np.array([1.0, 0.0])), validation=None)
    view, log = history_view(zero.runs)
    assert log
    assert np.isfinite([view.bottom, view.top]).all()
    below = training("hinge", train=History(np.array([1.0, -2.0])), validation=None)
    assert history_view(below.runs)[1] is False
    for subject in (zero, below):
        assert prepare_training(figure(subject)).drawing.frames


def test_nothing_is_drawn_of_numbers_that_are_none() -> None:
    values = np.array([1.0, 5.0, np.inf, np.nan])
    subject = training("hinge", train=History(values), validation=None, ending="diverged", ended=2)
    for frame in prepare_training(figure(subject)).drawing.frames:
        for points in [*(line.points for line in frame.lines), *(area.points for area in frame.areas)]:
            assert np.isfinite(points).all()
        for dots in frame.dots:
            assert np.isfinite(np.array(dots.points)).all()


def test_margins_stand_on_the_curve_s_axis() -> None:
    drawing = prepare_training(figure(training("hinge"))).drawing
    frame = next(frame for frame in drawing.frames if frame.panel.startswith("loss"))
    (area,) = frame.areas
    heights = area.points[1:-1:2, 1]
    assert heights / heights.max() == pytest.approx(SHARES[1:-1] / 0.3, abs=1e-12)
    assert area.points[::2, 0] == pytest.approx(EDGES, abs=1e-12)


def test_ticks_of_powers_are_round() -> None:
    assert log_ticks(-4.2, 0.3, 6).labels == ("0.0001", "0.001", "0.01", "0.1", "1")
    assert log_ticks(-7.0, 1.0, 3).labels == ("1e\u22126", "0.001", "1")
    assert log_ticks(-0.6, 0.3, 6).labels == ("0.5", "1")


# --- whole figures ---


@cache
def all_formats(movies: bool) -> dict[str, bytes]:
    names = [name for name, row in FORMATS.items() if row.is_movie == movies]
    return produce_training(figure(training("hinge"), dpi=40.0), names)


@pytest.mark.parametrize(
    "file_format",
    [pytest.param(each, marks=pytest.mark.slow) if row.is_movie else each for each, row in FORMATS.items()],
)
def test_every_format_is_whole_and_the_same_alone_and_among_others(file_format: str) -> None:
    data = produce_training(figure(training("hinge"), dpi=40.0), [file_format])[file_format]
    assert data == all_formats(FORMATS[file_format].is_movie)[file_format]
    if FORMATS[file_format].has_metadata:
        record = provenance.read(data)
        assert record
        assert record.command == f"lossplot train --format {file_format}"
        assert provenance.is_sealed(data)


@pytest.mark.slow
def test_a_movie_has_a_frame_for_each_snapshot_and_stands_at_the_end() -> None:
    data = produce_training(figure(training("hinge"), dpi=40.0), ["gif"])["gif"]
    with Image.open(io.BytesIO(data)) as movie:
        assert movie.n_frames >= 5  # type: ignore[attr-defined]
    still = training("hinge", regions=snapshots(0.5 - radius())[-1:])
    with pytest.raises(RequestError, match="nothing moves"):
        produce_training(figure(still), ["gif"])


def test_a_movie_ends_as_the_still_and_shows_nothing_that_is_to_come() -> None:
    subject = figure(training("hinge", paths={"a": np.linspace(1.0, 0.5, 5)}))
    prepared = prepare_training(subject)
    drawings = movie_of(subject, prepared).drawings
    assert len(drawings) == 5
    assert drawings[-1] is prepared.drawing
    for epoch, drawing in enumerate(drawings):
        for frame, last in zip(drawing.frames, prepared.drawing.frames, strict=True):
            assert (frame.box, frame.view) == (last.box, last.view)
            for line in frame.lines:
                if line.role in ("history", "path"):
                    assert line.points[:, 0].tolist() == [*range(epoch + 1)]
        has_margins = any(area.role == "examples" for frame in drawing.frames for area in frame.areas)
        assert has_margins == (epoch == 4)


# As much of a figure as a movie takes of it.
_STILL = SimpleNamespace(size=(4.0, 9.0), look=look_for(None, "light", None, 1)[0])
SIMPLE: Any = SimpleNamespace(drawing=_STILL, fonts=("DejaVu Sans",))


@pytest.mark.parametrize(("most", "epochs"), [(5, [0, 1, 2, 3, 4]), (4, [0, 2, 4]), (3, [0, 2, 4]), (1, [0, 4])])
def test_a_movie_of_many_snapshots_has_even_steps_and_the_last(
    most: int, epochs: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lossplot._formats.training.MOST_FRAMES", most)
    monkeypatch.setattr("lossplot._formats.training.draw_training", lambda part, *rest: part.runs[0].regions[-1].epoch)
    movie = movie_of(figure(training("hinge")), SIMPLE)
    # The last is the still itself, and is seen for longer.
    assert [*movie.drawings] == [*epochs[:-1], SIMPLE.drawing]
    last = len(epochs) - 1
    assert movie.order == (*range(last), *[last] * 31)


def test_numbers_are_those_of_the_runs() -> None:
    band = History(np.array([1.0, 0.5]), np.array([0.9, 0.4]), np.array([1.1, np.inf]))
    subject = training("hinge", train=band, validation=None, paths={"a": np.array([1.0, 0.25])})
    rows = [*csv.reader(io.StringIO(produce_training(figure(subject), ["csv"])["csv"].decode()))]
    assert rows == [
        ["loss", "part", "epoch", "value", "low", "high"],
        ["hinge", "training", "0", "1.0", "0.9", "1.1"],
        ["hinge", "training", "1", "0.5", "0.4", ""],
        ["hinge", "a", "0", "1.0", "", ""],
        ["hinge", "a", "1", "0.25", "", ""],
    ]
    (record,) = json.loads(produce_training(figure(subject), ["json"])["json"])["runs"]
    assert record["train"] == {"values": [1.0, 0.5], "low": [0.9, 0.4], "high": [1.1, "inf"]}
    assert record["paths"] == {"a": [1.0, 0.25]}
    assert record["margins"] == SHARES.tolist()


ENDINGS: list[tuple[Ending, str, str]] = [
    ("", "98 % right", "正确率 98 %"),
    ("stuck", "98 % right, stuck", "正确率 98 %、停滞"),
    ("dead", "98 % right, dead", "正确率 98 %、网络失活"),
    ("diverged", "98 % right, diverged in epoch 3", "正确率 98 %、在第 3 轮发散"),
    ("interrupted", "98 % right, stopped in epoch 3", "正确率 98 %、在第 3 轮中止"),
]


@pytest.mark.parametrize(("ending", "english", "chinese"), ENDINGS)
def test_each_ending_is_told_in_both_languages(ending: Ending, english: str, chinese: str) -> None:
    ended = 3 if ending in ("diverged", "interrupted") else None
    for language, words in (("en", english), ("zh", chinese)):
        subject = figure(training("hinge", ending=ending, ended=ended), language=language)
        notes = [text.words for text in prepare_training(subject).drawing.texts if text.role == "note"]
        assert "".join(notes) == words
        assert words in subject.description


def test_the_description_says_where_each_loss_begins_and_ends() -> None:
    text = figure(training("hinge", "logistic"), language="en").description
    assert "Hinge: the training loss goes from 1 to 0.0001 in 4 epochs" in text
    assert "Logistic: the training loss goes from 2 to 0.0002 in 4 epochs" in text


def test_in_chinese_nothing_is_english() -> None:
    subject = training("hinge", "logistic", paths={"a": np.array([1.0, 0.5])})
    drawing = prepare_training(figure(subject, language="zh")).drawing
    words = "".join(text.words for text in drawing.texts)
    assert not [word for word in ("Loss", "epoch", "training", "validation", "right", "Learned") if word in words]


@every(("name", "theme"), itertools.product((None, *PRESETS), ("light", "dark", "print")), among=7)
def test_all_stands_on_the_page_and_nothing_overlaps(name: str | None, theme: str) -> None:
    subject = training("hinge", "squared-hinge", "logistic", paths={"a": np.array([1.0, 0.5])})
    prepared = prepare_training(figure(subject, preset=name, theme=theme))
    drawing = prepared.drawing
    width, height = drawing.size
    boxes = [frame.box for frame in drawing.frames]
    for box in boxes:
        assert 0.0 <= box.left < box.right <= width
        assert 0.0 <= box.bottom < box.top <= height
    for number, one in enumerate(boxes):
        for other in boxes[number + 1 :]:
            across = min(one.right, other.right) - max(one.left, other.left)
            assert across <= 1e-9 or min(one.top, other.top) - max(one.bottom, other.bottom) <= 1e-9
    for text in drawing.texts:
        assert 0.0 <= text.x <= width
        assert 0.0 <= text.baseline <= height


@pytest.mark.parametrize("name", [None, "slide", "cvpr"])
def test_a_title_stands_at_the_top_above_all_else(name: str | None) -> None:
    drawing = prepare_training(figure(training("hinge", "logistic"), preset=name, title="Circles")).drawing
    (title,) = (text for text in drawing.texts if text.role == "title")
    assert drawing.size[1] - 1.2 * title.size / 72.0 < title.y < drawing.size[1]
    assert all(text.y < title.y - title.size / 72.0 for text in drawing.texts if text is not title)
    assert all(frame.box.top < title.y - title.size / 72.0 for frame in drawing.frames)


def test_two_fits_and_classes_beyond_two_are_drawn() -> None:
    x = np.linspace(-1.0, 1.0, 9)
    fits = tuple(Fit(epoch, x, 0.1 * epoch * x, np.linspace(0.0, 1.0, 60)) for epoch in range(3))
    line = Training("line", examples(1), (run(0, "huber", regions=(), fits=fits, margins=None, accuracy=None),))
    frames = prepare_training(figure(line)).drawing.frames
    assert [part.role for part in frames[0].lines] == ["fit"]
    assert len({dots.fill for dots in frames[0].dots}) == 5
    field = np.stack([radius(), 1.0 - radius(), np.full((81, 81), 0.4)])
    many = Training("blobs", examples(3), (run(0, "hinge", regions=snapshots(field)),))
    drawing = prepare_training(figure(many)).drawing
    assert {area.colour for area in drawing.frames[0].areas} <= {region_colour(n, drawing.look) for n in range(3)}


def test_without_regions_the_other_panels_have_the_page() -> None:
    drawing = prepare_training(figure(training("hinge", regions=()))).drawing
    assert [frame.panel for frame in drawing.frames] == ["history 1", "loss 1"]


def test_a_figure_for_all_themes_has_a_dark_colour_for_each_light_one() -> None:
    svg = produce_training(figure(training("hinge"), theme="auto"), ["svg"])["svg"].decode()
    light, dark = (all_colours(2, look_for(None, theme, None, 1)[0]) for theme in ("light", "dark"))
    used = [(key, colour) for key, colour in zip(light, dark, strict=True) if f"var(--lossplot-{key[1:]}" in svg]
    assert len(used) >= 5
    assert all(f"--lossplot-{key[1:]}:{colour}" in svg for key, colour in used)
    with pytest.raises(RequestError, match="theme auto"):
        produce_training(figure(training("hinge"), theme="auto"), ["png"])


@pytest.mark.parametrize("classes", [1, 2, 5])
def test_no_colour_of_a_figure_for_all_themes_stays_light(classes: int) -> None:
    x = np.linspace(-1.0, 1.0, 9)
    fits = (Fit(0, x, x, np.linspace(0.0, 1.0, 60)),)
    fields = {2: radius() - 0.5, 5: np.stack([np.cos(number + 3.0 * radius()) for number in range(5)])}
    kinds: dict[str, Any] = {"regions": snapshots(fields[classes])} if classes > 1 else {"regions": (), "fits": fits}
    band = History(np.ones(5), np.full(5, 0.5), np.full(5, 2.0))
    subject = Training("made", examples(classes), (run(0, "huber", train=band, paths={"delta": np.ones(5)}, **kinds),))
    prepared = prepare_training(figure(subject, theme="auto"))
    drawing, known = prepared.drawing, prepared.dark_for_light()
    colours = {line.colour for frame in drawing.frames for line in (*frame.lines, *drawing.lines)}
    colours |= {area.colour for frame in drawing.frames for area in frame.areas}
    colours |= {text.colour for text in drawing.texts}
    colours |= {colour for frame in drawing.frames for dots in frame.dots for colour in (dots.fill, dots.edge)}
    assert colours <= known.keys()
    assert len(colours) > 8


def test_the_loss_s_panel_has_its_zero_lines_once() -> None:
    frame = prepare_training(figure(training("hinge"))).drawing.frames[-1]
    view, lines = frame.view, [line.points.tolist() for line in frame.lines if line.role == "zero line"]
    assert lines == [[[0.0, view.bottom], [0.0, view.top]], [[view.left, 0.0], [view.right, 0.0]]]


def test_one_page_has_room_for_six_losses() -> None:
    with pytest.raises(RequestError, match="room for 6 losses; these are 7"):
        prepare_training(figure(training(*["hinge"] * 7)))


def test_a_class_has_the_colour_of_its_place_and_a_sign_where_colours_come_again() -> None:
    light, dark, ink = (look_for(None, theme, None, 1)[0] for theme in ("light", "dark", "print"))
    for look in (light, dark):
        # The label +1 of two has the first colour.
        assert [class_colour(number, look) for number in range(10)] == [
            *(look.colours[place] for place in (1, 0, 2, 3, 4, 5, 6, 7, 0, 1))
        ]
        assert [class_marker(number, look) for number in range(10)] == [*[None] * 8, "triangle", "diamond"]
        for paint in (class_colour, trained_colour, region_colour):
            assert len({paint(number, look) for number in range(8)}) == 8
    assert [class_marker(number, ink) for number in range(8)] == [
        *("square", "triangle", "diamond", "cross", "plus", "star", "wedge", "square")
    ]
    assert {class_colour(number, ink) for number in range(10)} == {ink.colours[0]}
    assert len({region_colour(number, ink) for number in range(10)}) == 10
    assert region_colour(10, ink) == region_colour(0, ink)
    for look in (light, dark, ink):
        assert len(all_colours(3, look)) == 3 * 3 + 5
        assert weight_colour(4, look) == look.colours[0]


def test_a_view_has_room_beyond_what_it_holds_and_half_a_unit_where_that_is_level() -> None:
    assert _with_room(1.0, 3.0, 0.1) == pytest.approx((0.8, 3.2))
    assert _with_room(-2.0, -2.0, 0.1) == (-2.5, -1.5)
    assert _with_room(0.0, 0.0, 0.05) == (-0.5, 0.5)
