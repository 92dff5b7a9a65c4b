"""What the page computes of each loss, in `node`: values, knots, views and vertices, held against lossplot's own."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest
from support.cases import some
from support.node import Ask, node_script

from lossplot._curves.curve import Curve
from lossplot._curves.panels import PANELS
from lossplot._curves.parse import read_curves
from lossplot._figure.limits import x_limits, y_limits
from lossplot._figure.looks import DEFAULT
from lossplot._figure.overlaps import overlaps
from lossplot._figure.sampling import Trace, View, sample
from lossplot._figure.scene import compose
from lossplot._figure.spec import FigureSpec
from lossplot._figure.styles import line_styles
from lossplot._losses import LOSSES

# Besides the defaults: where the formula takes another turn.
SPECS = (
    *("huber:delta=0.3", "quantile:tau=0.9", "ramp:s=-2", "barron:alpha=-inf", "barron:alpha=0", "barron:alpha=2"),
    *("power:p=0.75", "power:p=3", "taylor-ce:order=7", "hampel:a=1:b=1:c=3", "linex:a=-2", "lum:c=0", "gce:q=1"),
    *("epsilon-insensitive:epsilon=0", "tweedie-deviance:power=3:target=2", "hinge-embedding:label=1"),
    *("generalized-smooth-hinge:alpha=0.75", "smape:target=3", "cosine-embedding:margin=-0.5", "balanced-l1:gamma=3"),
)

CODE = """
const { readSpec } = await import("./asked.js");
const { overlaps } = await import("./overlaps.js");
const { compose } = await import("./scene.js");
const PANELS = ["loss", "derivative", "second-derivative"];
const read = (losses) => losses.map((words) => readSpec(words, lossplot.losses));
const answers = { whole, view, turns };
function answer([what, ...words]) {
  return answers[what](...words);
}
function view(losses) {
  return compose(read(losses), PANELS, null);
}
function turns(losses) {
  const { traces, view } = compose(read(losses), ["loss"], null).panels[0];
  return overlaps(traces, view);
}
function whole(spec, xs) {
  const [curve] = read([spec]);
  const { left, right, knots, panels } = compose([curve], PANELS, null);
  const numbers = (values) => values.map(String);
  return {
    view: [left, right],
    heights: panels.map(({ view }) => [view.bottom, view.top]),
    knots: knots[0].map(({ x, kind, left, right }) => [x, kind, ...numbers([left, right])]),
    values: [0, 1, 2].map((order) => numbers(xs.map((x) => curve.at(order, x)))),
    traces: panels.map(({ traces: [{ pieces, filled, hollow, bridges }] }) => ({ pieces, filled, hollow, bridges })),
  };
}
"""
PARTS = 15


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Ask:
    return node_script(tmp_path_factory.mktemp("numbers"), ["asked", "overlaps", "scene"], CODE)


@pytest.fixture(scope="module", params=some(range(PARTS), among=PARTS))
def composed(ask: Ask, request: pytest.FixtureRequest) -> list[tuple[Curve, list[float], dict[str, Any]]]:
    """Each curve of a part, where it was asked for its values, and what the page makes of it."""
    words = [*LOSSES, *SPECS][request.param :: PARTS]
    curves = read_curves(words, most=len(words))
    asked = []
    for curve in curves:
        left, right = x_limits([curve])
        knots = [knot.x for knot in curve.knots(left, right)]
        asked.append((curve.spec, sorted({*np.linspace(left, right, 41).tolist(), *knots})))
    answers = ask([["whole", *each] for each in asked])
    return [(curve, xs, answer) for curve, (_, xs), answer in zip(curves, asked, answers, strict=True)]


Composed = list[tuple[Curve, list[float], dict[str, Any]]]


def test_values_and_derivatives_are_the_same(composed: Composed) -> None:
    compared = 0
    for curve, xs, answer in composed:
        jet = curve.derivatives(xs)
        for parts, words in zip((jet.value, jet.slope, jet.curvature), answer["values"], strict=True):
            for x, wanted, word in zip(xs, parts.tolist(), words, strict=True):
                # At an end of the domain the page shows the limit where a difference of infinities has no value.
                is_end = x in (curve.domain.low, curve.domain.high) and word == "NaN"
                if math.isnan(wanted) or (is_end and math.isinf(wanted)):
                    continue
                compared += 1
                assert float(word) == pytest.approx(wanted, rel=1e-9, abs=1e-9), (curve.spec, x)
    assert compared > 1_000


def test_knots_are_the_same_to_the_last_bit(composed: Composed) -> None:
    for curve, _, answer in composed:
        wanted = curve.knots(*answer["view"])
        assert [(x, kind) for x, kind, *_ in answer["knots"]] == [(knot.x, knot.kind) for knot in wanted], curve.spec
        for knot, (*_, left, right) in zip(wanted, answer["knots"], strict=True):
            assert [float(left), float(right)] == pytest.approx([knot.left, knot.right], rel=1e-9, abs=1e-9)


def test_the_view_is_that_of_the_figure(composed: Composed) -> None:
    for curve, _, answer in composed:
        left, right = x_limits([curve])
        assert answer["view"] == [left, right], curve.spec
        for order, heights in enumerate(answer["heights"]):
            assert heights == pytest.approx(y_limits([curve], PANELS[order], left, right), rel=1e-6), (
                curve.spec,
                order,
            )


SEVERAL = (
    ["squared", "absolute", "tukey-biweight", "huber:delta=5"],
    ["hinge", "exponential", "savage"],
    ["brier", "log-loss"],
)


@pytest.mark.parametrize("losses", some(SEVERAL, among=3))
def test_the_view_of_several_curves_is_that_of_the_figure(ask: Ask, losses: list[str]) -> None:
    curves = read_curves(losses)
    left, right = x_limits(curves)
    [scene] = ask([["view", [curve.spec for curve in curves]]])
    assert (scene["left"], scene["right"]) == (left, right)
    for order, panel in enumerate(scene["panels"]):
        view = [panel["view"]["bottom"], panel["view"]["top"]]
        assert view == pytest.approx(y_limits(curves, PANELS[order], left, right), rel=1e-6)


@pytest.mark.parametrize(
    "losses", [["hinge", "squared-hinge", "perceptron", "ramp"], ["squared", "huber:delta=1", "huber:delta=2"]]
)
def test_curves_that_coincide_take_turns_as_in_the_figure(ask: Ask, losses: list[str]) -> None:
    curves = read_curves(losses)
    [drawn] = ask([["turns", losses]])
    panel = compose(FigureSpec(tuple(losses)), curves).panels[0]
    own = overlaps(panel.traces, panel.view, line_styles(curves, DEFAULT))
    assert [(each["curve"], each["dash"]) for each in drawn] == [(each.curve, [*each.dash]) for each in own]
    step = (panel.view.right - panel.view.left) / 1200
    for each, overlap in zip(drawn, own, strict=True):
        for end in (0, -1):
            assert each["points"][end][0] == pytest.approx(overlap.points[end, 0], abs=1.01 * step)


def test_lines_break_and_end_where_those_of_the_figure_do(composed: Composed) -> None:
    for curve, _, answer in composed:
        left, right = answer["view"]
        for order, (heights, drawn) in enumerate(zip(answer["heights"], answer["traces"], strict=True)):
            own = sample(curve, PANELS[order], View(left, right, *heights))
            slack = 1e-9 * (heights[1] - heights[0])
            assert len(drawn["pieces"]) == len(own.pieces), (curve.spec, order)
            for name in ("filled", "hollow", "bridges"):
                flat = [number for mark in drawn[name] for number in mark]
                wanted = [number for mark in getattr(own, name) for number in mark]
                assert flat == pytest.approx(wanted, rel=1e-9, abs=slack), (curve.spec, order, name)
            for x, y in _inner_ends(curve, own):
                assert any(
                    piece[end] == pytest.approx([x, y], rel=1e-9, abs=slack)
                    for piece in drawn["pieces"]
                    for end in (0, -1)
                ), (curve.spec, order, x, y)


def _inner_ends(curve: Curve, trace: Trace) -> list[tuple[float, float]]:
    """The ends of the pieces that are at knots, and at the ends of the domain where the curve has a value there."""
    places = {knot.x for knot in curve.knots(-1e3, 1e3)} | {curve.domain.low, curve.domain.high}
    ends = [tuple(piece[end].tolist()) for piece in trace.pieces for end in (0, -1)]
    return [(x, y) for x, y in ends if x in places]


def test_a_great_limit_is_not_taken_for_an_infinite_one(ask: Ask) -> None:
    [answer] = ask([["whole", "1e12*(m < 0)", []]])
    assert [knot[1:] for knot in answer["knots"]] == [["jump", "1000000000000", "0"]]


@pytest.mark.parametrize("formula", ["sin(9*r)", "r + 0.0003*r**2"])
def test_a_line_follows_waves_and_what_is_nearly_straight(ask: Ask, formula: str) -> None:
    [answer] = ask([["whole", formula, []]])
    [curve] = read_curves([formula])
    (bottom, top), [piece] = answer["heights"][0], answer["traces"][0]["pieces"]
    x, y = np.array(piece).T
    for share in (0.25, 0.5, 0.75):
        off = np.abs(curve.jet(x[:-1] + share * np.diff(x)).value - (y[:-1] + share * np.diff(y)))
        assert off.max() <= 1.5e-4 * (top - bottom), share


def test_a_line_is_within_a_hundredth_of_a_pixel_of_its_curve(composed: Composed) -> None:
    """Halfway between two vertices a panel 100 pixels high shows the curve's own value, unless that is far outside."""
    for curve, _, answer in composed:
        for (bottom, top), drawn in zip(answer["heights"][:1], answer["traces"][:1], strict=True):
            for piece in drawn["pieces"]:
                x, y = np.array(piece).T
                middle = (x[1:] + x[:-1]) / 2
                own = curve.jet(middle).value
                inside = (own > bottom) & (own < top) & (np.diff(x) > 1e-4 * (x[-1] - x[0]))
                off = np.abs(own - (y[1:] + y[:-1]) / 2)[inside]
                assert np.all(off <= 1.001e-4 * (top - bottom)), curve.spec
