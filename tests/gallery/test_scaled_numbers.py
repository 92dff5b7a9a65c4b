"""Weights, losses for both labels and losses scaled to 1 at 0: the page's numbers are those of `lossplot table`."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import pytest
from support.cases import some
from support.node import Ask, node_script

from lossplot._curves.curve import Curve
from lossplot._curves.panels import Panel
from lossplot._curves.parse import read_curves
from lossplot._curves.records import columns
from lossplot._figure.options import read_spec
from lossplot._figure.resolve import ResolvedFigure, resolve
from lossplot._losses import LOSSES

CODE = """
const { readFamily } = await import("./asked.js");
const { scaledCurves } = await import("./scaled.js");
const { compose, readOff } = await import("./scene.js");
function answer({ losses, scale, panels, xs, range, ylim }) {
  const curves = scaledCurves(losses.flatMap((loss) => readFamily(loss, lossplot.losses)), scale);
  const scene = compose(curves, panels, range, ylim);
  return {
    readings: curves.map((_, i) => panels.map((panel) => xs.map((x) => readOff(scene, i, panel, x)))),
    knots: scene.knots.map((knots) => knots.map(({ x, kind }) => [x, kind])),
    view: [scene.left, scene.right],
    heights: scene.panels.map(({ view }) => [view.bottom, view.top]),
    pieces: scene.panels.map(({ traces }) => traces.map(({ pieces }) => pieces.length)),
    bridges: scene.panels.map(({ traces }) => traces.map(({ bridges }) => bridges.length)),
    axis: curves[0].loss.axis,
  };
}
"""
DERIVATIVES: tuple[Panel, ...] = ("loss", "derivative", "second-derivative")
# Where one minus a probability loses its digits.
NEAR_ZERO = (1e-300, 1e-30, 1e-12, 1e-5)


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Ask:
    return node_script(tmp_path_factory.mktemp("scaled"), ["asked", "scaled", "scene"], CODE)


def on_axes(*axes: str) -> list[str]:
    return [loss.name for loss in LOSSES.values() if loss.axis.name in axes]


def assert_numbers(
    ask: Ask, figures: Sequence[ResolvedFigure], panels: Sequence[Panel], more: Sequence[float], slack: float = 1e-12
) -> int:
    """Compare what the page reads off each figure with the figure's own numbers; return how many there were.

    They are off by a share of 1e-12, and where terms cancel by `slack`.
    """
    asked, places = [], []
    for figure in figures:
        left, right = figure.scene.x_range
        xs = sorted({*np.linspace(left, right, 61).tolist(), *(x for x in more if left <= x <= right)})
        places.append(xs)
        scale = {"normalize": figure.spec.normalize, "bothLabels": figure.spec.both_labels}
        asked.append({"losses": figure.spec.losses, "scale": scale, "panels": panels, "xs": xs, "range": [left, right]})
    compared = 0
    for figure, xs, answer in zip(figures, places, ask(asked), strict=True):
        assert answer["axis"] == figure.curves[0].axis.name
        for curve, readings in zip(figure.curves, answer["readings"], strict=True):
            compared += sum(
                assert_column(curve, panel, xs, each, slack) for panel, each in zip(panels, readings, strict=True)
            )
    return compared


def assert_column(
    curve: Curve, panel: Panel, xs: Sequence[float], readings: Sequence[Sequence[float | str]], slack: float
) -> int:
    [wanted] = columns(curve, np.array(xs), [panel]).values()
    for x, value, reading in zip(xs, wanted, readings, strict=True):
        numbers = [float(each) for each in reading]
        is_end = x in (curve.domain.low, curve.domain.high)
        if value is None or math.isnan(value):
            # Two limits, or none; at an end of the domain the infinite limit.
            assert len(numbers) != 1 or math.isnan(numbers[0]) or (is_end and math.isinf(numbers[0])), (curve.title, x)
        else:
            assert numbers == [pytest.approx(value, rel=1e-12, abs=slack)] or (is_end and math.isinf(value)), (
                curve.title,
                panel,
                x,
            )
    return len(xs)


@pytest.mark.parametrize("part", some(range(6), among=6))
def test_the_weight_is_that_of_the_table(ask: Ask, part: int) -> None:
    names = [*on_axes("error"), "huber:delta=0.3", "quantile:tau=0.9", "hampel:a=1:b=1:c=3", "power:p=3"]
    figures = [resolve(read_spec([name], {"weight": True})) for name in names[part::6]]
    assert assert_numbers(ask, figures, ["weight"], (0.0, 1e-9, -1e-9)) > 150


@pytest.mark.parametrize("part", some(range(8), among=8))
def test_losses_for_both_labels_are_those_of_the_table(ask: Ask, part: int) -> None:
    names = [*on_axes("margin", "probability"), "focal:gamma=0.5", "hinge:threshold=0.3", "gce:q=1"]
    figures = [resolve(read_spec([name], {"both-labels": True})) for name in names[part::8]]
    assert assert_numbers(ask, figures, DERIVATIVES, ()) > 1000
    assert assert_numbers(ask, figures, ["loss"], NEAR_ZERO, slack=0.0) > 300


@pytest.mark.parametrize("part", some(range(6), among=6))
def test_losses_scaled_to_one_at_zero_are_those_of_the_figure(ask: Ask, part: int) -> None:
    names = [name for name in on_axes("margin") if read_curves([name])[0].value([0.0])[0] not in (0.0, math.inf)]
    for both in (False, True):
        figures = [resolve(read_spec([name], {"normalize": True, "both-labels": both})) for name in names[part::6]]
        assert assert_numbers(ask, figures, DERIVATIVES, ()) > 500


VIEWS = [
    (["huber", "squared", "cauchy"], {"weight": True, "derivative": True}),
    (["tukey-biweight", "absolute", "welsch"], {"weight": True}),
    (["hinge", "logistic", "zero-one"], {"both-labels": True, "derivative": True}),
    (["hinge", "logistic", "exponential"], {"both-labels": True, "normalize": True}),
    (["log-loss", "brier"], {"both-labels": True, "second-derivative": True}),
    (["squared-margin", "hinge"], {"normalize": True, "range": "-2:2", "ylim": "0:3"}),
    (["squared", "huber"], {"range": "-1:8", "ylim": "-1:1e-3", "weight": True}),
]


@pytest.mark.parametrize("case", some(VIEWS, among=3))
def test_the_view_and_the_lines_are_those_of_the_figure(ask: Ask, case: tuple[list[str], dict[str, object]]) -> None:
    losses, options = case
    texts = {name: value if isinstance(value, (str, bool)) else str(value) for name, value in options.items()}
    figure = resolve(read_spec(losses, texts))
    spec, scene = figure.spec, figure.scene
    scale = {"normalize": spec.normalize, "bothLabels": spec.both_labels}
    asked = {"losses": losses, "scale": scale, "panels": spec.panels, "xs": [], "range": spec.x_range}
    [answer] = ask([asked | {"ylim": spec.y_range}])
    left, right = scene.x_range
    assert answer["view"] == [left, right]
    for i, panel in enumerate(scene.panels):
        assert answer["heights"][i] == pytest.approx([panel.view.bottom, panel.view.top], rel=1e-6)
        assert answer["pieces"][i] == [len(trace.pieces) for trace in panel.traces]
        assert answer["bridges"][i] == [len(trace.bridges) for trace in panel.traces]
    knots = [[[knot.x, knot.kind] for knot in curve.knots(left, right)] for curve in figure.curves]
    assert answer["knots"] == knots
