"""Strips of data below or beside the panels: their share of the page, their heights, the key of groups, the words."""

from __future__ import annotations

import re

import numpy as np
import pytest

import lossplot
from lossplot._figure.drawing import Drawing, Frame, Line, Text
from lossplot._formats.mpl.figure import Prepared, prepare
from lossplot._formats.mpl.fonts import measure_in

# A share of its highest line that is free above it.
HEADROOM = 1.08


def prepared_with(models: tuple[str, str] = ("one", "other"), **options: object) -> Prepared:
    """Prepare the hinge with margins from -1 to 2, most of them large, of two models in turn."""
    count = 200
    margins = 3.0 * np.sqrt(np.linspace(0.0, 1.0, count)) - 1.0
    data = {"y": np.ones(count), "prediction": margins, "model": np.array(models)[np.arange(count) % 2]}
    return prepare(lossplot.plot("hinge", data=data, **options)._resolved)  # type: ignore[arg-type]


def strips(drawing: Drawing) -> list[Frame]:
    return [frame for frame in drawing.frames if frame.panel.endswith("share")]


def test_a_strip_has_room_for_a_twelfth_of_its_highest_line_above_it() -> None:
    for strip in strips(prepared_with().drawing):
        tops = [area.points[:, 1].max() for area in strip.areas]
        tops += [line.points[:, 1].max() for line in strip.lines if line.role == "share"]
        assert strip.view.bottom == 0.0
        assert strip.view.top == pytest.approx(HEADROOM * max(tops))


def test_a_strip_has_room_for_the_examples_of_every_group() -> None:
    # Those of the second group are all in one place, where they cost nothing.
    margins = np.concatenate([np.linspace(-1.0, 1.0, 100), np.full(100, 1.5)])
    data = {"y": np.ones(200), "prediction": margins, "model": np.repeat(["old", "new"], 100)}
    drawing = prepare(lossplot.plot("hinge", data=data, by="model")._resolved).drawing
    for strip in strips(drawing):
        [examples] = [line for line in strip.lines if line.role == "examples line"]
        assert examples.points[:, 1].max() == pytest.approx(100.0)
        assert strip.view.top == pytest.approx(HEADROOM * 100.0)


def test_below_panels_a_strip_is_about_half_as_high_as_a_panel_that_is_not_the_first() -> None:
    first, second, *below = prepared_with(derivative=True, size=(6.0, 9.0)).drawing.frames
    heights = [frame.box.height for frame in (second, *below)]
    assert first.box.height == pytest.approx(1.25 * second.box.height)
    assert heights == pytest.approx([heights[0], *[0.48 * heights[0]] * 2])
    assert {(frame.box.left, frame.box.right) for frame in (second, *below)} == {(first.box.left, first.box.right)}


def test_beside_strips_the_panels_have_more_than_half_of_the_width() -> None:
    drawing = prepared_with(preset="slide").drawing
    panel, *beside = drawing.frames
    em = drawing.look.text / 72.0
    width = drawing.size[0] - 0.75 * em
    assert panel.box.right == pytest.approx(0.54 * width - 1.5 * em, abs=0.01 * em)
    assert len(beside) == 2
    assert all(0.54 * width + 0.75 * em < strip.box.left for strip in beside)
    assert [strip.box.right for strip in beside] == pytest.approx([width] * 2, abs=0.01 * em)


def key_of(drawing: Drawing) -> tuple[list[Text], list[Line]]:
    """Return the names of groups and their lines, from the left."""
    names = sorted((text for text in drawing.texts if text.role == "group name"), key=lambda text: text.x)
    return names, sorted(
        (line for line in drawing.lines if line.role == "group handle"), key=lambda line: line.points[0, 0]
    )


@pytest.mark.parametrize(
    ("models", "is_above"),
    [(("one", "other"), True), (("a logistic regression", "a forest of a thousand boosted trees"), False)],
    ids=["above", "in the strip"],
)
def test_the_key_of_groups_ends_with_the_strip_and_has_its_gaps(models: tuple[str, str], is_above: bool) -> None:
    prepared = prepared_with(models, by="model", size=(6.0, 6.0))
    drawing, measure = prepared.drawing, measure_in(prepared.fonts)
    names, handles = key_of(drawing)
    assert [text.words for text in names] == [*models]
    box, look = strips(drawing)[0].box, drawing.look
    em = look.ticks / 72.0
    y = box.top + 0.68 * look.text / 72.0 if is_above else box.top - 0.75 * em
    widths = [measure(text.words, look.ticks) for text in names]
    assert names[-1].x + widths[-1] == pytest.approx(box.right)
    for text, line in zip(names, handles, strict=True):
        (left, start), (right, end) = line.points.tolist()
        assert text.size == look.ticks
        assert [text.y, start, end] == pytest.approx([y] * 3)
        assert (right - left, text.x - left) == pytest.approx((2.2 * em, 2.7 * em))
        assert line.width == pytest.approx(0.65 * look.line)
    assert handles[1].points[0, 0] - (names[0].x + widths[0]) == pytest.approx(1.2 * em)
    assert (bool(handles[0].dash), bool(handles[1].dash)) == (False, True)


def test_the_words_say_up_to_where_half_of_the_predictions_of_the_loss_and_of_the_gradient_are() -> None:
    text = lossplot.plot(
        "hinge", data={"y": np.ones(2000), "prediction": 3.0 * np.sqrt(np.linspace(0.0, 1.0, 2000)) - 1.0}
    ).alt
    found = [float(each.replace("\u2212", "-")) for each in re.findall(r"up to m = (\u2212?\d+(?:\.\d+)?)", text)[-3:]]
    # Of m = 3 sqrt(u) - 1 with u uniform half are below 3 sqrt(1/2) - 1; the gradient is that of u below 4/9, half of
    # which is at u = 2/9; and of the loss, the integral of 2 - 3 sqrt(u), which is 8/27, half is at 0.1163.
    u = np.linspace(0.0, 4.0 / 9.0, 200_001)
    carried = 2.0 * u - 2.0 * u**1.5
    half = float(u[np.searchsorted(carried, carried[-1] / 2.0)])
    assert found == pytest.approx([3.0 * np.sqrt(each) - 1.0 for each in (0.5, half, 2.0 / 9.0)], abs=0.02)
