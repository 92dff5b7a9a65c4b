"""Gradients that somebody wrote, judged by the page's scripts in `node` in the words of the command line."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.node import Ask, node_script

from lossplot._curves.checks.check import check_derivative
from lossplot._curves.parse import read_curves
from lossplot._text.verdicts import verdict_sentences

CODE = """
const { readSpec } = await import("./asked.js");
const { specOf } = await import("./curve.js");
const { compareGradient } = await import("./gradient.js");
const { rootsOf } = await import("./knots.js");
const { numeralOf, readGradient, sentencesOn } = lossplot.formulas;
function answer([loss, text, margins]) {
  if (margins) return readGradient(loss, text).map(({ at, sign }) => [sign, margins.map(at)]);
  const curve = readSpec(loss, lossplot.losses);
  const [given] = readGradient(specOf(curve), text);
  const landmarks = (low, high) => rootsOf({ switches: given.switches }, low, high).map(([, x]) => x);
  const verdict = { ...compareGradient(curve, given.at, landmarks, numeralOf), parameters: [] };
  return [verdict.equal, ...sentencesOn(verdict, "the loss", curve.loss.variable, "en")];
}
"""
GRADIENTS = (
    ("huber:delta=2", "np.clip(r, -delta, delta)"),
    ("huber:delta=2", "r"),
    ("max(0, 1 - m)", "-1 if m < 1 else 0"),
    ("max(0, 1 - m)", "1 if m < 1 else 0"),
    ("hinge", "-2*(m < 1)"),
    # At a kink: a subgradient, either limit, and what is none.
    ("hinge", "-1 if m < 1 else (0 if m > 1 else -0.5)"),
    ("hinge", "-1 if m < 1 else (0 if m > 1 else -1)"),
    ("hinge", "-1 if m < 1 else (0 if m > 1 else 0.01)"),
    ("hinge", "-1 if m < 1 else (0 if m > 1 else -1.01)"),
    ("hinge", "-1 if m < 1 else 2"),
    # A kink where the view is not, and more that is wrong in view.
    ("max(0, -10 - m)", "(-1 if m < -10 else (0 if m > -10 else 5)) + (0 if m < 1 else 1)"),
    ("log(1 + exp(-m))", "-1/(1 + exp(m))"),
    ("log(1 + exp(-m))", "1/(1 + exp(-m))"),
    ("log(1 + exp(-m))", "1/(1 + exp(-m)) - 1"),
    ("half-squared", "abs(r)"),
    ("half-squared", "r*(1 + 1e-11)"),
    ("half-squared", "r if abs(r) < 2 else 2"),
    # Both are zero beyond, from the one's end or the other's.
    ("hinge", "-1 if m < 2 else 0"),
    ("hinge", "-1 if m < 0 else 0"),
    ("ramp", "-1 if abs(m) < 2 else 0"),
    ("exponential", "-2*exp(-m)"),
    ("squared", "r"),
    ("log-loss", "-1/p"),
    ("log-loss", "-1/(1 - p)"),
)
# Where the stretches on which they differ, or the hint's last digits, are not those of the command line.
COARSE = (
    ("log(1 + exp(-m))", "1/(1 + exp(-m)) - 1.0000001"),
    ("half-squared", "r**2/2"),
    ("half-squared", "r + 3"),
    ("half-squared", "r*(1 + 1e-8)"),
)
ALL = (*GRADIENTS, *COARSE)


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> list[list[object]]:
    ask: Ask = node_script(tmp_path_factory.mktemp("gradient"), ["asked", "gradient"], CODE)
    return ask([*GRADIENTS, *COARSE])


@pytest.mark.parametrize("place", range(len(ALL)), ids=map(" ".join, ALL))
def test_a_gradient_is_judged_as_by_the_command_line(answers: list[list[object]], place: int) -> None:
    loss, gradient = ALL[place]
    curves = read_curves([loss])
    verdict = check_derivative(curves, gradient, 1).verdict
    sentences = verdict_sentences(verdict, "the loss", curves[0].axis.variable)
    compared = slice(3 if ALL[place] in COARSE else None)
    assert answers[place][compared] == [verdict.equal, *sentences][compared]


def test_a_gradient_in_the_score_is_that_of_the_margin_for_each_label(tmp_path: Path) -> None:
    ask: Ask = node_script(tmp_path, ["asked", "gradient"], CODE)
    margins, slopes = [-3.0, 0.5, 0.999, 1.001, 4.0], [-1, -1, -1, 0, 0]
    for gradient in ("-y*(y*f < 1)", "np.where(y*f < 1, -y, 0)"):
        assert ask([("max(0, 1 - y*f)", gradient, margins)]) == [[[1, slopes], [-1, slopes]]]
