"""Names at the curves: next to their own curve, over nothing, on the page; and figures that can have none."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random

import numpy as np
import pytest
from numpy.typing import NDArray
from support.draws import choice, integers, law, shuffled
from support.figures import prepared_of, whole_texts, words_of

from lossplot.curves.panels import PANELS
from lossplot.figure.drawing import Drawing, Frame, Line, Text
from lossplot.figure.layout.boxes import POINT, Box
from lossplot.figure.spec import FigureSpec
from lossplot.formats.mpl import Prepared, backend
from lossplot.formats.mpl.fonts import measure_in
from lossplot.losses import LOSSES

Points = NDArray[np.float64]
AXES = sorted({loss.axis.name for loss in LOSSES.values()})
# How far apart, in inches, points stand for a curve, and the error of a distance to them.
STEP = 0.01
# Inches that a curve and another differ by at most where nobody can tell which one a name is nearer to.
ALIKE = 0.02
# Multiples of the text size: half the height of a name; how far it is from every curve; from the end of its curve.
HALF, CLEAR, NEAR = 0.364, 0.1, 0.55
ROUNDING = 1e-6


@dataclass(frozen=True, slots=True)
class Name:
    """A name at a curve, and the box of its capitals in inches."""

    text: Text
    box: Box

    @property
    def em(self) -> float:
        return self.text.size * POINT


def names_of(prepared: Prepared) -> list[Name]:
    return [Name(text, box) for text, box in boxes_of(prepared) if text.role == "curve name"]


def boxes_of(prepared: Prepared) -> list[tuple[Text, Box]]:
    """Return the texts of a drawing with the boxes of their capitals; the width is that of the letters drawn."""
    measure, found = measure_in(prepared.fonts), []
    with backend.settings(prepared.fonts):
        for runs in whole_texts(prepared.drawing):
            text, last = runs[0], runs[-1]
            width = last.x - text.x + measure(last.words, last.size, math=last.math, face=last.face)
            left = text.x - {"left": 0.0, "center": 0.5, "right": 1.0}[text.align] * width
            low = text.baseline
            whole = replace(text, words=words_of(runs))
            found.append((whole, Box(left, low, left + width, low + 2 * HALF * text.size * POINT)))
    return found


def onto(frame: Frame, points: Points) -> Points:
    """Return points of a frame in inches."""
    view, box = frame.view, frame.box
    x = box.left + (points[:, 0] - view.left) / (view.right - view.left) * box.width
    y = box.bottom + (points[:, 1] - view.bottom) / (view.top - view.bottom) * box.height
    return np.column_stack([x, y])


def ink_of(frame: Frame, curve: int) -> Points:
    """Return points close together on all that is seen of a curve, shape (n, 2), in inches."""
    lines = [line for line in frame.lines if line.curve == curve and line.role in ("curve", "subgradients")]
    points = np.vstack([np.empty((0, 2)), *(dense(onto(frame, np.asarray(line.points))) for line in lines)])
    low, high = (frame.box.left - STEP, frame.box.bottom - STEP), (frame.box.right + STEP, frame.box.top + STEP)
    return points[((points >= low) & (points <= high)).all(axis=1)]


def dense(vertices: Points) -> Points:
    along = np.append(0.0, np.cumsum(np.hypot(*np.diff(vertices, axis=0).T)))
    fine = np.linspace(0.0, along[-1], min(20_000, 2 + int(along[-1] / STEP)))
    return np.column_stack([np.interp(fine, along, vertices[:, axis]) for axis in (0, 1)])


def distance(box: Box, points: Points) -> float:
    """Return the distance of a box from the nearest of `points`."""
    if not len(points):
        return float("inf")
    across = np.maximum(np.maximum(box.left - points[:, 0], points[:, 0] - box.right), 0.0)
    up = np.maximum(np.maximum(box.bottom - points[:, 1], points[:, 1] - box.top), 0.0)
    return float(np.hypot(across, up).min())


def alike(one: Points, other: Points) -> bool:
    """Return True if every point of one curve is all but on the other."""
    if not len(one) or not len(other):
        return True
    gaps = (np.hypot(*(other - point).T).min() for point in one[:: max(1, len(one) // 60)])
    return bool(max(gaps) <= ALIKE)


def overlap(one: Box, other: Box) -> bool:
    across = min(one.right, other.right) - max(one.left, other.left)
    return bool(across > ROUNDING and min(one.top, other.top) - max(one.bottom, other.bottom) > ROUNDING)


# --- the laws ---


def check_laws(prepared: Prepared) -> None:
    """Assert what is true of every figure, wherever its names stand."""
    drawing, names = prepared.drawing, names_of(prepared)
    check_texts(prepared)
    if drawing.legend or not names:
        return
    assert sorted(name.text.curve or 0 for name in names) == list(range(len(drawing.curves)))
    frame = drawing.frames[0]
    inks = [ink_of(frame, curve) for curve in range(len(drawing.curves))]
    leaders = {line.curve: line for line in drawing.lines if line.role == "leader"}
    for name in names:
        curve = name.text.curve
        assert curve is not None
        assert name.text.colour == drawing.styles[curve].colour
        assert min(distance(name.box, ink) for ink in inks) >= CLEAR * name.em, name.text.words
        if curve in leaders:
            check_leader(leaders[curve], name, frame, inks[curve])
        else:
            check_nearest(name, inks)
    check_leaders_keep_apart(drawing, list(leaders.values()))


def check_texts(prepared: Prepared) -> None:
    """Assert that no text stands on another, and all on the page."""
    width, height = prepared.drawing.size
    boxes = boxes_of(prepared)
    for text, box in boxes:
        assert box.left >= -ROUNDING, text.words
        assert box.bottom >= -ROUNDING, text.words
        assert box.right <= width + ROUNDING, text.words
        assert box.top <= height + ROUNDING, text.words
    for (one, a), (other, b) in itertools.combinations(boxes, 2):
        assert not overlap(a, b), (one.words, other.words)


def check_nearest(name: Name, inks: Sequence[Points]) -> None:
    """Assert that the name is as near to its own curve as to any other, or nearer."""
    own = inks[name.text.curve or 0]
    nearest = distance(name.box, own)
    for number, ink in enumerate(inks):
        if number != name.text.curve and not alike(own, ink):
            assert nearest <= distance(name.box, ink) + STEP, (name.text.words, number)


def check_leader(leader: Line, name: Name, frame: Frame, ink: Points) -> None:
    """Assert that a leader goes from the last point of its curve in the frame to its name."""
    start, stop = np.asarray(leader.points)
    if len(ink):
        assert np.hypot(*(ink - start).T).min() <= 2 * STEP
    assert frame.box.left <= start[0] <= frame.box.right + ROUNDING
    assert 0.0 < name.box.left - stop[0] <= 0.3 * name.em
    assert stop[1] == pytest.approx(name.text.y)


def check_leaders_keep_apart(drawing: Drawing, leaders: Sequence[Line]) -> None:
    """Assert that leaders from one x are in the order of their curves' ends, so that none crosses another."""
    edge = drawing.frames[0].box.right
    at_edge = sorted((line.points[0][1], line.points[1][1]) for line in leaders if line.points[0][0] > edge - 0.1)
    for (_, below), (_, above) in itertools.pairwise(at_edge):
        assert below < above


# --- the catalogue ---


@pytest.mark.parametrize("axis", AXES)
def test_the_laws_hold_for_each_loss_alone(axis: str) -> None:
    for loss in of(axis):
        prepared = prepared_of(FigureSpec((loss,), labels="direct"))
        check_laws(prepared)
        assert not prepared.drawing.legend


@pytest.mark.parametrize("axis", AXES)
def test_the_laws_hold_for_neighbours_in_the_catalogue(axis: str) -> None:
    for pair in itertools.pairwise(of(axis)):
        for labels in ("auto", "direct"):
            check_laws(prepared_of(FigureSpec(pair, labels=labels)))


def of(axis: str) -> list[str]:
    return [loss.name for loss in LOSSES.values() if loss.axis.name == axis]


SIZES = (None, None, (8.0, 4.5), (3.25, 2.2), (13.3, 7.5), (5.5, 3.4))


def overlays(random: Random) -> FigureSpec:
    """Draw two to six losses of an axis, in a figure of any of the usual sizes."""
    losses = of(choice(tuple(axis for axis in AXES if len(of(axis)) >= 2))(random))
    count = min(integers(2, 6)(random), len(losses))
    chosen = tuple(shuffled(losses, random)[:count])
    panels = PANELS[: choice((1, 1, 2))(random)]
    return FigureSpec(chosen, panels, labels=choice(("auto", "direct"))(random), size=choice(SIZES)(random))


@law(40, spec=overlays)
def test_the_laws_hold_for_any_losses(spec: FigureSpec) -> None:
    check_overlay(spec)


@pytest.mark.slow
@law(460, spec=overlays)
def test_the_laws_hold_for_many_more_losses(spec: FigureSpec) -> None:
    check_overlay(spec)


def check_overlay(spec: FigureSpec) -> None:
    prepared = prepared_of(spec)
    check_laws(prepared)
    assert not (spec.labels == "direct" and prepared.drawing.legend)


# --- where names stand ---

FIVE = ("hinge", "squared-hinge", "logistic", "exponential", "zero-one")


@pytest.mark.parametrize("losses", [FIVE, ("squared", "absolute", "huber", "log-cosh", "cauchy")], ids=lambda it: it[0])
def test_five_names_leave_the_curves_three_quarters_of_the_width(losses: tuple[str, ...]) -> None:
    with_names, without = (prepared_of(FigureSpec(losses, labels=labels)).drawing for labels in ("auto", "none"))
    assert with_names.frames[0].box.width >= 0.75 * without.frames[0].box.width


def test_up_to_six_curves_have_their_names_at_them_and_more_have_a_legend() -> None:
    names = [*FIVE, "perceptron", "savage"]
    assert prepared_of(FigureSpec(tuple(names))).drawing.legend
    two = prepared_of(FigureSpec(("hinge", "logistic")))
    assert not two.drawing.legend
    assert len(names_of(two)) == 2


@pytest.mark.parametrize(
    "spec",
    [
        FigureSpec(("huber", "tukey", "cauchy"), labels="direct", formula=True),
        FigureSpec(FIVE, labels="direct", formula=True),
        FigureSpec(("absolute", "quantile:tau=0.5"), labels="direct"),
        FigureSpec(tuple(of("margin")[:12]), labels="direct"),
        FigureSpec(("huber:delta=0.5,1,2,4",), labels="direct"),
        FigureSpec(("focal:gamma=0,1,2", "brier"), labels="direct", size=(3.25, 2.2)),
    ],
    ids=["formulas", "five formulas", "the same twice", "twelve", "family", "small"],
)
def test_names_that_are_to_stand_at_curves_are_not_put_into_a_legend(spec: FigureSpec) -> None:
    prepared = prepared_of(spec)
    assert not prepared.drawing.legend
    assert len(names_of(prepared)) == len(prepared.drawing.curves)
    check_texts(prepared)


FAMILIES = (
    "quantile:tau=0.1,0.3,0.5,0.7,0.9", "tukey-biweight:c=2,3,4", "cauchy:c=1,2,3", "welsch:c=1,2,3", "fair:c=1,2,3",
    "geman-mcclure:c=1,1.25,1.5", "gaussian-nll:sigma=1,1.25,1.5", "barron:alpha=-2,0,1",
)  # fmt: skip


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.partition(":")[0])
def test_values_of_a_family_stand_at_the_ends_of_their_curves(family: str) -> None:
    prepared = prepared_of(FigureSpec((family,)))
    check_laws(prepared)
    names, frame = names_of(prepared), prepared.drawing.frames[0]
    assert len(names) == len(prepared.drawing.curves)
    for name in names:
        assert name.text.curve is not None
        ink = ink_of(frame, name.text.curve)
        x, y = ink[np.argmax(ink[:, 0])]
        assert x >= frame.box.right - 0.05 * frame.box.width
        assert abs(name.text.y - y) <= NEAR * name.em + 2 * STEP
        assert name.box.left >= frame.box.right
    # The letter of the parameter stands once, at the highest value.
    [letter] = [name for name in names if "=" in name.text.words]
    assert letter.text.y == max(name.text.y for name in names)


def test_values_of_a_family_that_leaves_through_the_top_stand_beside_its_curves() -> None:
    prepared = prepared_of(FigureSpec(("huber:delta=0.5,1,2,4",)))
    check_laws(prepared)
    names = names_of(prepared)
    assert [name.text.words for name in names] == ["δ = 0.5", "δ = 1", "δ = 2", "δ = 4"]
    assert all(name.box.right < prepared.drawing.frames[0].box.right for name in names)


def test_names_above_a_panel_keep_clear_of_the_name_of_the_panel() -> None:
    for losses in itertools.combinations(FIVE, 3):
        check_texts(prepared_of(FigureSpec(losses, ("loss", "derivative"))))
