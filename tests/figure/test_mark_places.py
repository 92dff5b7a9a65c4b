"""Words of marked points in any figure: in their panel, clear of each other, of names, of dots and of curves."""

from __future__ import annotations

import itertools
from random import Random

import numpy as np
import pytest
from support.cases import every
from support.draws import choice, integers, law, shuffled
from support.figures import prepared_of
from support.places import ROUNDING, STEP, boxes_of, dense, distance, ink_of, onto, overlap

from lossplot._curves.panels import Panel
from lossplot._figure.drawing import Frame, Text
from lossplot._figure.layout.boxes import POINT, Box
from lossplot._figure.spec import FigureSpec
from lossplot._formats.mpl.figure import Prepared

MARGIN = ("hinge", "logistic", "squared-hinge", "exponential", "zero-one", "savage", "squared-margin", "sigmoid")
ERROR = ("squared", "absolute", "huber", "log-cosh", "cauchy", "welsch", "quantile:tau=0.3", "tukey-biweight")
ONE: tuple[Panel, ...] = ("loss",)
TWO: tuple[Panel, ...] = ("loss", "derivative")
FOUR: tuple[Panel, ...] = (*TWO, "second-derivative", "risk")
FEW = 3


def words_of(prepared: Prepared) -> list[tuple[str, Box]]:
    """Return the words of the marks with their boxes; the runs of each are texts of their own."""
    runs = [(text, box) for text, box in boxes_of(prepared) if text.role == "mark number"]
    groups = itertools.groupby(runs, key=lambda run: (run[0].whole or run[0].x, run[0].y))
    return [_joined(list(group)) for _, group in groups]


def _joined(runs: list[tuple[Text, Box]]) -> tuple[str, Box]:
    boxes = [box for _, box in runs]
    whole = Box(boxes[0].left, boxes[0].bottom, boxes[-1].right, boxes[0].top)
    return "".join(text.words for text, _ in runs), whole


def frame_of(prepared: Prepared, box: Box) -> Frame:
    """Return the frame that the middle of `box` is in."""
    x, y = (box.left + box.right) / 2, (box.bottom + box.top) / 2
    [frame] = [
        frame
        for frame in prepared.drawing.frames
        if frame.box.left <= x <= frame.box.right and frame.box.bottom <= y <= frame.box.top
    ]
    return frame


def overlays(random: Random) -> FigureSpec:
    """Draw one to five losses with marks in one or two panels."""
    losses = choice((MARGIN, ERROR))(random)
    chosen = tuple(shuffled(losses, random)[: integers(1, 5)(random)])
    # More than a dozen words in one panel hide some of the points.
    most = 3 if len(chosen) < 5 else 2
    marks = tuple(sorted({integers(-8, 8)(random) / 4 for _ in range(integers(1, most)(random))}))
    panels = choice((ONE, TWO))(random)
    return FigureSpec(chosen, panels, marks=marks, theme=choice(("light", "dark", "print"))(random))


def check(spec: FigureSpec) -> list[bool]:
    """Assert the laws for the words of the marks of a figure; return for each whether it touches a curve."""
    prepared = prepared_of(spec)
    drawing, words = prepared.drawing, words_of(prepared)
    others = [(text.words, box) for text, box in boxes_of(prepared) if text.role != "mark number"]
    for (one, a), (other, b) in itertools.combinations([*words, *others], 2):
        assert not overlap(a, b), (one, other)
    touching = []
    for text, box in words:
        frame = frame_of(prepared, box)
        assert frame.box.left - ROUNDING <= box.left <= box.right <= frame.box.right + ROUNDING, text
        dots = [onto(frame, np.array(each.points)) for each in frame.dots if each.role == "mark"]
        assert distance(box, np.vstack(dots)) >= drawing.look.circle * POINT / 2 - STEP, text
        inks = [ink_of(frame, curve) for curve in range(len(drawing.curves))]
        touching.append(min(distance(box, ink) for ink in inks) < 0.3 * drawing.look.line * POINT)
    return touching


@law(12, among=6, spec=overlays)
def test_words_of_marks_keep_clear_of_each_other_of_names_and_of_dots(spec: FigureSpec) -> None:
    check(spec)


@pytest.mark.nightly
@pytest.mark.long
@law(80, spec=overlays)
def test_words_of_marks_keep_clear_in_many_more_figures(spec: FigureSpec) -> None:
    check(spec)


@pytest.mark.slow
@every("losses", itertools.combinations(MARGIN[:5], FEW), among=10)
def test_words_of_marks_at_a_few_curves_keep_clear_of_these(losses: tuple[str, ...]) -> None:
    for panels, marks in ((ONE, (-1.0, 0.5)), (TWO, (0.5,))):
        touching = check(FigureSpec(losses, panels, marks=marks))
        assert len(touching) >= 3
        assert not any(touching)


def test_a_leader_goes_from_the_point_to_words_that_stand_off_and_through_no_others() -> None:
    prepared = prepared_of(FigureSpec(("hinge", "logistic", "squared-hinge"), ("loss", "derivative"), marks=(0.5,)))
    drawing, words = prepared.drawing, words_of(prepared)
    leaders = [line for line in drawing.lines if line.role == "leader"]
    assert leaders
    for leader in leaders:
        line = dense(np.asarray(leader.points))
        assert leader.colour == drawing.styles[leader.curve or 0].colour
        feet = [
            distance(Box(x, y, x, y), line[:1])
            for frame in drawing.frames
            for dots in frame.dots
            if dots.role == "mark" and dots.curve == leader.curve
            for x, y in onto(frame, np.array(dots.points)).tolist()
        ]
        assert min(feet) <= ROUNDING
        gaps = sorted(distance(box, line) for _, box in words)
        assert 0.0 < gaps[0] <= 0.05
        assert gaps[1] > 0.0


def test_words_of_marks_have_the_colour_of_their_curve_and_shared_ones_that_of_text() -> None:
    drawing = prepared_of(FigureSpec(("hinge", "exponential"), marks=(0.0, -1.0))).drawing
    colours = {text.words: text.colour for text in drawing.texts if text.role == "mark number"}
    assert colours["2"] == drawing.styles[0].colour
    assert colours[" = −1: 2.718"] == drawing.styles[1].colour
    assert colours[" = 0: 1"] == drawing.look.ink


@pytest.mark.parametrize("size", [(13.3, 7.5), (8.0, 3.0)])
def test_words_that_are_wider_than_their_panel_shrink_and_stay_in_it(size: tuple[float, float]) -> None:
    spec = FigureSpec(("hinge", "logistic"), FOUR, risk=0.7, arrangement="row", size=size, preset="slide")
    prepared = prepared_of(spec)
    [*words] = words_of(prepared)
    assert words
    for _, box in words:
        frame = prepared.drawing.frames[-1].box
        assert frame.left - ROUNDING <= box.left
        assert box.right <= prepared.drawing.size[0]
