"""The table of panels, against the derivatives and the knots of curves."""

from __future__ import annotations

import numpy as np
import pytest

from lossplot._curves.panels import PANELS, QUANTITIES, Panel, panel_curves, quantity
from lossplot._curves.parse import read_curves
from lossplot._errors import RequestError
from lossplot._formula.knots import Kind, Knot

X = np.array([-2.0, -0.5, 0.0, 0.5, 2.0])
# The kinds of knots at which each panel breaks, away from zero and at zero.
BREAKS: dict[Panel, tuple[str, str]] = {
    "loss": ("jump", "jump"),
    "derivative": ("jump corner", "jump corner"),
    "second-derivative": ("jump corner curvature", "jump corner curvature"),
    "weight": ("jump corner", "jump corner curvature"),
    "risk": ("jump", "jump"),
}


def test_the_numbers_of_each_panel() -> None:
    [huber] = read_curves(["huber:delta=1"])
    assert quantity(huber, "loss", X).tolist() == [1.5, 0.125, 0.0, 0.125, 1.5]
    assert quantity(huber, "derivative", X).tolist() == [-1.0, -0.5, 0.0, 0.5, 1.0]
    assert quantity(huber, "second-derivative", X).tolist() == [0.0, 1.0, 1.0, 1.0, 0.0]
    assert quantity(huber, "weight", X).tolist() == [0.5, 1.0, 1.0, 1.0, 0.5]


def test_the_numbers_of_a_risk() -> None:
    [risk] = panel_curves("risk", read_curves(["hinge"]), 0.75)
    assert quantity(risk, "risk", np.array([-1.0, 0.0, 1.0])).tolist() == [1.5, 1.0, 0.5]


@pytest.mark.parametrize("panel", PANELS)
@pytest.mark.parametrize("kind", ["jump", "corner", "curvature"])
def test_the_knots_at_which_each_panel_breaks(panel: Panel, kind: Kind) -> None:
    elsewhere, at_zero = (QUANTITIES[panel].breaks_at(Knot(x, kind, 0.0, 1.0, x, x)) for x in (1.0, 0.0))
    assert (elsewhere, at_zero) == tuple(kind in kinds.split() for kinds in BREAKS[panel])


def test_other_panels_show_the_curves_themselves() -> None:
    curves = read_curves(["hinge", "logistic"])
    assert all(panel_curves(panel, curves, None) == curves for panel in PANELS if panel != "risk")
    with pytest.raises(RequestError, match="give one, as in --risk"):
        panel_curves("risk", curves, None)


@pytest.mark.parametrize(("panel", "loss"), [("weight", "hinge"), ("risk", "huber")])
def test_axes_on_which_a_panel_has_no_meaning(panel: Panel, loss: str) -> None:
    [curve] = read_curves([loss])
    assert curve.axis.name not in QUANTITIES[panel].axes
