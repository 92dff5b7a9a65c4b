"""Figures drawn in steps: what is in one of them stands in the same place in all that follow."""

from __future__ import annotations

import itertools
from dataclasses import replace
from random import Random

import numpy as np
import pytest
from support.draws import Draw, law
from support.figures import prepared_of, whole_texts, words_of

from lossplot._errors import RequestError
from lossplot._figure.drawing import Dots, Drawing, Line
from lossplot._figure.resolve import resolve
from lossplot._figure.spec import FigureSpec
from lossplot._losses import LOSSES

MARGIN = [name for name, loss in LOSSES.items() if loss.axis.name == "margin"]
ERROR = [name for name, loss in LOSSES.items() if loss.axis.name == "error"]
THREE = ("hinge", "logistic", "squared-hinge")


def of_up_to(most: int) -> Draw[FigureSpec]:
    return lambda random: an_overlay(random, most)


def an_overlay(random: Random, most: int) -> FigureSpec:
    """From two to `most` losses of one axis, or a family, with looks that change where things stand."""
    family = ("huber:delta=0.25,0.5,1,2,4", "focal:gamma=0,1,2", "hinge:threshold=0.5,1,2")
    overlay = tuple(random.sample(random.choice((MARGIN, ERROR)), random.randint(2, most)))
    losses = overlay if random.random() < 0.8 else (random.choice(family),)
    return FigureSpec(
        losses,
        random.choice((("loss",), ("loss", "derivative"))),
        marks=random.choice(((), (0.0,), (-1.0, 0.9))),
        # Names of more curves may be refused a place at the curves.
        labels=random.choice(("auto", "legend", "direct" if len(losses) < 3 else "auto", "none")),
        theme=random.choice(("light", "dark", "print")),
        preset=random.choice((None, "slide", "neurips")),
        language=random.choice(("en", "zh")),
        title=random.choice((None, "A title")),
    )


def drawings(spec: FigureSpec) -> list[Drawing]:
    return [prepared_of(step.spec).drawing for step in resolve(spec).steps]


def parts(drawing: Drawing) -> set[object]:
    """All that is drawn, with its places; what is drawn over two curves that hide each other is left out."""
    found: set[object] = {*drawing.texts, *_facts("page", drawing.lines, drawing.dots)}
    for frame in drawing.frames:
        lines = tuple(line for line in frame.lines if line.role != "overlap")
        found.update(_facts(frame.panel, lines, frame.dots))
        found.add((frame.panel, frame.box, frame.view, frame.x_ticks, frame.y_ticks))
    return found


def _facts(where: str, lines: tuple[Line, ...], dots: tuple[Dots, ...]) -> list[object]:
    facts: list[object] = [(where, each) for each in dots]
    for line in lines:
        points = np.asarray(line.points).tobytes()
        facts.append((where, line.role, points, line.colour, line.width, line.dash, line.curve))
    return facts


def curves_of(drawing: Drawing) -> set[int]:
    each = (*drawing.lines, *drawing.dots, *drawing.texts, *(part for frame in drawing.frames for part in frame.parts))
    return {part.curve for part in each if part.curve is not None}


def check_steps(spec: FigureSpec) -> None:
    """Assert that one curve comes from step to step, and that nothing moves."""
    steps, everything = drawings(spec), curves_of(prepared_of(spec).drawing)
    for one, other in itertools.pairwise(steps):
        assert parts(one) <= parts(other)
        assert (one.size, one.look, one.legend) == (other.size, other.look, other.legend)
    for count, drawing in enumerate(steps, 1):
        assert curves_of(drawing) == {curve for curve in everything if curve < count}


@law(1, spec=of_up_to(3))
def test_from_step_to_step_one_curve_comes_and_nothing_moves(spec: FigureSpec) -> None:
    check_steps(spec)


@pytest.mark.nightly
@pytest.mark.long
@law(13, spec=of_up_to(7))
def test_nothing_moves_in_many_more_figures(spec: FigureSpec) -> None:
    check_steps(spec)


@pytest.mark.slow
@law(6, among=6, spec=of_up_to(7))
def test_the_last_step_is_the_figure_itself_but_for_words_at_families_and_marks(spec: FigureSpec) -> None:
    plain = replace(spec, losses=tuple(loss for loss in spec.losses if ":" not in loss) or THREE, marks=())
    assert parts(drawings(plain)[-1]) == parts(prepared_of(plain).drawing)


def test_the_limits_are_those_of_all_curves() -> None:
    alone, held = prepared_of(FigureSpec(("hinge",))), prepared_of(FigureSpec(THREE, step=1))
    whole = prepared_of(FigureSpec(THREE))
    assert held.drawing.frames[0].view == whole.drawing.frames[0].view
    assert held.drawing.frames[0].view.top > 1.5 * alone.drawing.frames[0].view.top


def test_words_of_a_step_are_about_its_own_curves() -> None:
    one, two, three = resolve(FigureSpec(THREE)).steps
    assert "Logistic" not in one.description
    assert "Squared hinge" not in two.description
    assert "Logistic" in two.description
    assert three.description == resolve(FigureSpec(THREE)).description
    assert [len(step.scene.panels[0].traces) for step in (one, two, three)] == [1, 2, 3]


def test_values_of_a_family_have_their_letter_in_every_step() -> None:
    texts = [
        [words_of(runs) for runs in whole_texts(drawing) if runs[0].role == "curve name"]
        for drawing in drawings(FigureSpec(("huber:delta=0.5,1,2",)))
    ]
    assert texts == [["δ = 0.5"], ["δ = 0.5", "δ = 1"], ["δ = 0.5", "δ = 1", "δ = 2"]]


def test_the_first_curve_has_the_place_at_its_mark() -> None:
    steps = drawings(FigureSpec(("logistic", "hinge"), marks=(0.0,)))
    numbers = ["".join(text.words for text in each.texts if text.role == "mark number") for each in steps]
    # log 2 = 0.6931 to four digits.
    assert numbers == ["m = 0: 0.6931", "m = 0: 0.69311"]


def test_a_curve_that_another_will_hide_is_whole_until_then() -> None:
    # Both are zero from m = 1 on.
    steps = drawings(FigureSpec(("hinge", "squared-hinge")))
    overlaps = [sum(line.role == "overlap" for line in each.frames[0].lines) for each in steps]
    assert overlaps[0] == 0
    assert overlaps[1] >= 2


@pytest.mark.parametrize(
    ("spec", "message"),
    [
        (FigureSpec(THREE, step=4), "step 4 is beyond the 3 curves; choose one from 1 to 3"),
        (FigureSpec(("hinge", "hinge"), step=2), "step 2 is beyond the only curve; leave it out"),
        (FigureSpec(("huber:delta=1..2",), step=1), "a sweep has no steps"),
        (FigureSpec(("hinge,logistic", "mse"), grid=True, step=1), "a grid has no steps"),
    ],
)
def test_a_step_that_no_figure_has_is_refused(spec: FigureSpec, message: str) -> None:
    with pytest.raises(RequestError) as refusal:
        resolve(spec)
    assert str(refusal.value).startswith(message)
