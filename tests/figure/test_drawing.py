"""Drawings as data: every part has its role, its curve and its layer."""

from __future__ import annotations

from typing import get_args

import numpy as np
import pytest
from support.figures import FIGURES, prepared_of, some_figures, whole_texts, words_of
from support.places import onto

from lossplot._figure.drawing import HOLLOW, LAYERS, AreaRole, CurveLine, DataLine, DotsRole, TrainingLine
from lossplot._figure.spec import FigureSpec
from lossplot._text.markup import plain

# Colours come again after eight.
LOSSES = (
    "hinge squared-hinge logistic exponential modified-huber squared-margin sigmoid savage zero-one perceptron "
    "smoothed-hinge tangent"
)
TWELVE = FigureSpec(tuple(LOSSES.split()), marks=(0.5,))


def test_every_role_has_a_layer_and_curves_hide_what_helps_to_read_them() -> None:
    assert LAYERS.keys() == {
        *get_args(AreaRole),
        *get_args(CurveLine),
        *get_args(DataLine),
        *get_args(TrainingLine),
        *get_args(DotsRole),
    }
    order = ["zero line", "guide", "subgradients", "curve", "marker", "filled circle", "mark"]
    layers = [LAYERS[role] for role in order]  # type: ignore[index]
    assert layers == sorted({*layers})


@some_figures
def test_a_part_of_a_panel_belongs_to_a_curve_or_helps_to_read_all_of_them(name: str) -> None:
    drawing = prepared_of(FIGURES[name]).drawing
    for frame in drawing.frames:
        for line in frame.lines:
            assert (line.curve is None) == (line.role in ("zero line", "guide"))
            if line.curve is not None:
                assert line.colour == drawing.styles[line.curve].colour
        for dots in frame.dots:
            assert dots.curve is not None
            assert dots.edge == (drawing.look.ground if dots.role == "mark" else drawing.styles[dots.curve].colour)
            assert dots.fill == (drawing.look.ground if dots.role in HOLLOW else drawing.styles[dots.curve].colour)


@pytest.mark.parametrize("labels", ["legend", "direct"])
def test_names_and_handles_have_the_curve_that_they_are_of_though_colours_repeat(labels: str) -> None:
    losses = TWELVE.losses[:3] if labels == "direct" else TWELVE.losses
    prepared = prepared_of(FigureSpec(losses, marks=TWELVE.marks, labels=labels))
    drawing = prepared.drawing
    assert (drawing.legend is None) == (labels == "direct")
    names = {runs[0].curve: words_of(runs) for runs in whole_texts(drawing) if runs[0].role == "curve name"}
    assert names == dict(enumerate(map(plain, prepared.wording.names)))
    assert drawing.curves == losses
    handles = [line for line in drawing.lines if line.role == "handle"]
    assert sorted(line.curve or 0 for line in handles) == ([] if labels == "direct" else [*range(len(names))])
    for handle in handles:
        name = next(text for text in drawing.texts if text.role == "curve name" and text.curve == handle.curve)
        assert handle.points[0, 1] == handle.points[1, 1] == pytest.approx(name.y)
    [panel] = prepared.scene.panels
    marks = {(dots.curve, point) for dots in drawing.frames[0].dots if dots.role == "mark" for point in dots.points}
    assert marks == {(mark.curve, (mark.x, mark.y)) for mark in panel.marks}


def test_markers_stand_at_equal_steps_of_their_curve_and_those_of_several_begin_one_after_the_other() -> None:
    # Lines of one slope, so that all that differs is where their markers begin; the first seven need none.
    losses = tuple(f"abs(r) + {number}" for number in range(10))
    drawing = prepared_of(
        FigureSpec(losses, axis="error", theme="print", x_range=(0.0, 9.0), y_range=(0.0, 20.0))
    ).drawing
    [frame] = drawing.frames
    step, starts = 1.1 * drawing.look.text / 16.0, {}
    for dots in frame.dots:
        assert dots.role == "marker"
        assert (dots.size, dots.width) == pytest.approx((0.8 * drawing.look.circle, 0.45 * drawing.look.line))
        at = onto(frame, np.array(dots.points))
        assert np.hypot(*np.diff(at, axis=0).T) == pytest.approx(np.full(len(at) - 1, step))
        assert dots.curve is not None
        [start] = onto(frame, np.array([[0.0, dots.curve]]))
        starts[dots.curve] = float(np.hypot(*(at[0] - start)))
    assert starts == pytest.approx({curve: (0.35 + curve / 10) * step for curve in (7, 8, 9)})


def test_the_roles_of_texts_are_those_of_the_figure() -> None:
    prepared = prepared_of(FigureSpec(("huber:delta=0.5,1,2,4",), title="A title", marks=(1.0,), labels="legend"))
    texts = {
        role: [words_of(runs) for runs in whole_texts(prepared.drawing) if runs[0].role == role]
        for role in ("title", "heading")
    }
    assert texts == {"title": ["A title"], "heading": ["Huber, δ ="]}
    others = {text.role for text in prepared.drawing.texts} - texts.keys()
    assert others == {"curve name", "mark number", "x label"}
