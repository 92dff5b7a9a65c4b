"""Programs: the numbers of `evaluate`, several losses at once."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from support.cases import every
from support.snippets import CASES, Case

from lossplot._curves.curve import default_curve
from lossplot._curves.parse import read_curves
from lossplot._formula.evaluate import Array, bind, evaluate
from lossplot._formula.parser import parse
from lossplot._formula.program import CHUNK, compile_trees
from lossplot._formula.trace import Graph
from lossplot._losses import LOSSES

EXTREMES = (0.0, 1.0, -1.0, 0.5, 5e-324, 1e-300, 1e300, -1e300, 700.0, -700.0, 800.0, -800.0, 1e154, -1e154)
# Relative distance of a small whole power as a product from that of `**`.
CLOSE = 1e-15


def points(low: float, high: float) -> Array:
    x = np.concatenate([np.linspace(max(low, -30.0), min(high, 30.0), 3001), EXTREMES])
    return x[(x >= low) & (x <= high)]


@every("name", LOSSES)
def test_a_program_computes_what_evaluate_does(name: str) -> None:
    curve = default_curve(LOSSES[name])
    x = points(curve.domain.low, curve.domain.high)[::7]
    jet = evaluate(curve.tree, curve.axis.variable, x)
    [(value, slope)] = compile_trees([curve.tree], curve.axis.variable).workspace().run(x)
    np.testing.assert_allclose(value, jet.value, rtol=CLOSE, atol=0.0)
    np.testing.assert_allclose(slope, jet.slope, rtol=CLOSE, atol=0.0)


# Each of the arguments is the largest, or the least, somewhere.
EXTREMES_OF_MORE = {
    f"{function} of {len(arguments)}": Case("", parse(f"{function}({', '.join(arguments)})", "m"), "m", ({},))
    for function in ("max", "min")
    for arguments in (["1 - m", "m/2"], ["-m", "0.7", "3*m - 4"], ["sin(2*m)", "cos(m)", "-0.3", "m/5"])
}


CONSTRUCTS = {name: case for name, case in CASES.items() if name not in LOSSES} | EXTREMES_OF_MORE


@every("case", CONSTRUCTS.values(), ids=CONSTRUCTS)
def test_a_program_computes_every_construct_of_formulas(case: Case) -> None:
    x, tree = np.linspace(-4.97, 5.03, 101), bind(case.tree, {}, "m")
    jet = evaluate(tree, "m", x)
    [(value, slope)] = compile_trees([tree], "m").workspace().run(x)
    # A sum of powers cancels at some points.
    np.testing.assert_allclose(value, jet.value, rtol=CLOSE, atol=1e-13)
    np.testing.assert_allclose(slope, jet.slope, rtol=CLOSE, atol=1e-13)


@pytest.mark.parametrize("axis", ["margin", "error", "probability"])
def test_the_losses_of_an_axis_share_a_program_and_keep_their_numbers(axis: str) -> None:
    curves = [default_curve(loss) for loss in LOSSES.values() if loss.axis.name == axis]
    variable = curves[0].axis.variable
    x = points(curves[0].domain.low, curves[0].domain.high)
    workspace = compile_trees([curve.tree for curve in curves], variable).workspace()
    for part in (x, x[:17], x[:1], x):
        results = [(value.copy(), slope.copy()) for value, slope in workspace.run(part)]
        for curve, (value, slope) in zip(curves, results, strict=True):
            jet = evaluate(curve.tree, variable, part)
            np.testing.assert_allclose(value, jet.value, rtol=CLOSE, atol=0.0, err_msg=curve.name)
            np.testing.assert_allclose(slope, jet.slope, rtol=CLOSE, atol=0.0, err_msg=curve.name)


def test_steps_that_losses_have_in_common_are_taken_once() -> None:
    curves = read_curves(["hinge", "squared-hinge", "max(0, 1 - m)^2"])
    stages = compile_trees([curve.tree for curve in curves], "m").stages
    counts = [len(steps) for steps, _ in stages]
    assert counts[1] <= 3
    assert counts[2] <= 3
    assert sum(call.node.call is np.maximum for steps, _ in stages for call in steps) == 1


def test_a_whole_chunk_fits_and_nan_stays() -> None:
    [curve] = read_curves(["hinge"])
    x = np.full(CHUNK, np.nan)
    [(value, _)] = compile_trees([curve.tree], "m").workspace().run(x)
    assert np.isnan(value).all()


def test_truths_are_joined_and_bits_stay_bits() -> None:
    graph = Graph()
    x = graph.input(0)
    below, above = x < 1.0, x > 0.0

    def call(symbol: Any) -> Any:
        return graph.nodes[symbol.number].call

    assert (call(below & above), call(below | above), call(~below)) == (np.logical_and, np.logical_or, np.logical_not)
    assert (call(below == above), call(below * x)) == (np.equal, np.multiply)
    bits = graph.add("bits", x, kind="bits")
    assert (call(bits & bits), call(bits | bits)) == (np.bitwise_and, np.bitwise_or)
