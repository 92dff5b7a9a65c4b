"""Names at the curves: next to their own curve, over nothing, on the page; and figures that can have none."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from random import Random

import numpy as np
import pytest
from support.cases import every, some
from support.draws import choice, integers, law, shuffled
from support.figures import prepared_of
from support.places import ROUNDING, STEP, Name, Points, alike, boxes_of, distance, ink_of, names_of, onto, overlap

from lossplot._curves.panels import PANELS
from lossplot._errors import RequestError
from lossplot._figure.drawing import Drawing, Frame, Line
from lossplot._figure.layout.boxes import POINT, Box
from lossplot._figure.spec import FigureSpec
from lossplot._formats.mpl.figure import Prepared
from lossplot._losses import LOSSES

AXES = sorted({loss.axis.name for loss in LOSSES.values()})
# Multiples of the text size: how far a name is from every curve, and from the end of its curve.
CLEAR, NEAR = 0.1, 0.55


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


def of(axis: str) -> list[str]:
    return [loss.name for loss in LOSSES.values() if loss.axis.name == axis]


@every("loss", LOSSES, among=8)
def test_the_laws_hold_for_each_loss_alone(loss: str) -> None:
    prepared = prepared_of(FigureSpec((loss,), labels="direct"))
    check_laws(prepared)
    assert not prepared.drawing.legend


@every(("one", "other"), [pair for axis in AXES for pair in itertools.pairwise(of(axis))], among=20)
def test_the_laws_hold_for_neighbours_in_the_catalogue(one: str, other: str) -> None:
    for labels in ("auto", "direct"):
        check_laws(prepared_of(FigureSpec((one, other), labels=labels)))


SIZES = (None, None, (8.0, 4.5), (3.25, 2.2), (13.3, 7.5), (5.5, 3.4))


def overlays(random: Random) -> FigureSpec:
    """Draw two to six losses of an axis, in a figure of any of the usual sizes."""
    losses = of(choice(tuple(axis for axis in AXES if len(of(axis)) >= 2))(random))
    count = min(integers(2, 6)(random), len(losses))
    chosen = tuple(shuffled(losses, random)[:count])
    panels = PANELS[: choice((1, 1, 2))(random)]
    return FigureSpec(chosen, panels, labels=choice(("auto", "direct"))(random), size=choice(SIZES)(random))


@law(12, among=3, spec=overlays)
def test_the_laws_hold_for_any_losses(spec: FigureSpec) -> None:
    check_overlay(spec)


@pytest.mark.nightly
@pytest.mark.long
@law(230, spec=overlays)
def test_the_laws_hold_for_many_more_losses(spec: FigureSpec) -> None:
    check_overlay(spec)


def check_overlay(spec: FigureSpec) -> None:
    prepared = prepared_of(spec)
    check_laws(prepared)
    assert not (spec.labels == "direct" and prepared.drawing.legend)
    if spec.labels == "auto":
        check_off_the_lines_through_zero(prepared)


def check_off_the_lines_through_zero(prepared: Prepared) -> None:
    """Assert that neither a name in the first frame nor a legend there lies on a line through zero."""
    drawing, frame = prepared.drawing, prepared.drawing.frames[0]
    boxes = [name.box for name in names_of(prepared) if not drawing.legend]
    boxes += [drawing.legend.box] if drawing.legend else []
    for line in frame.lines:
        if line.role == "zero line":
            (left, bottom), (right, top) = onto(frame, np.asarray(line.points)).tolist()
            for box in boxes:
                assert not overlap(box, Box(left - 0.001, bottom - 0.001, right + 0.001, top + 0.001)), prepared


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


def test_names_that_cannot_stand_at_curves_are_an_error_and_not_put_into_a_legend() -> None:
    thirty = "huber:delta=" + ",".join(map(str, range(1, 31)))
    with pytest.raises(RequestError, match="30 names do not fit at the curves of this figure"):
        prepared_of(FigureSpec((thirty,), labels="direct"))


FAMILIES = (
    "quantile:tau=0.1,0.3,0.5,0.7,0.9", "tukey-biweight:c=2,3,4", "cauchy:c=1,2,3", "welsch:c=1,2,3", "fair:c=1,2,3",
    "geman-mcclure:c=1,1.25,1.5", "gaussian-nll:sigma=1,1.25,1.5", "barron:alpha=-2,0,1",
)  # fmt: skip


@pytest.mark.parametrize("family", some(FAMILIES, 4), ids=lambda family: family.partition(":")[0])
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


def test_names_stand_at_the_ends_of_curves_that_end_apart_where_there_is_no_clear_place_beside_them() -> None:
    prepared = prepared_of(FigureSpec(("huber", "squared", "absolute", "log-cosh")))
    check_laws(prepared)
    right = prepared.drawing.frames[0].box.right
    at_ends = {name.text.words for name in names_of(prepared) if name.box.left > right}
    assert at_ends == {"Huber", "Absolute error", "Log-cosh"}
    assert not prepared.drawing.legend


@pytest.mark.parametrize("labels", ["auto", "direct"])
@every("losses", itertools.combinations(FIVE, 2), among=5)
def test_names_keep_off_the_dots_and_the_lines_of_marks(losses: tuple[str, ...], labels: str) -> None:
    prepared = prepared_of(FigureSpec(losses, labels=labels, marks=(-2.0, -0.5)))
    frame, look = prepared.drawing.frames[0], prepared.drawing.look
    guides = [onto(frame, np.asarray(line.points))[0, 0] for line in frame.lines if line.role == "guide"]
    dots = [onto(frame, np.array(each.points)) for each in frame.dots if each.role == "mark"]
    assert len(guides) == 2
    assert dots
    inside = [name for name in names_of(prepared) if name.box.top <= frame.box.top]
    for name in inside if not prepared.drawing.legend else ():
        assert not any(name.box.left < x < name.box.right for x in guides), name.text.words
        assert distance(name.box, np.vstack(dots)) >= look.circle * POINT / 2 - STEP, name.text.words


@every("losses", itertools.combinations(FIVE, 3), among=4)
def test_names_above_a_panel_keep_clear_of_the_name_of_the_panel(losses: tuple[str, ...]) -> None:
    check_texts(prepared_of(FigureSpec(losses, ("loss", "derivative"))))
