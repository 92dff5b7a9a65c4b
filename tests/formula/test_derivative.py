"""The derivatives of the catalogue: what is declared is what cannot be derived."""

from __future__ import annotations

import numpy as np
import pytest
from support.cases import every
from support.snippets import LOSS_CASES

from lossplot._formula.derivative import derivative
from lossplot._formula.evaluate import bind, evaluate
from lossplot._formula.notation.text import source
from lossplot._losses import LOSSES, Loss

DECLARED = [loss for loss in LOSSES.values() if loss.derivative]


@every("loss", DECLARED, ids=[loss.name for loss in DECLARED])
def test_a_declared_derivative_is_shorter_than_the_derived_one(loss: Loss) -> None:
    slopes = [derivative(tree, loss.axis.variable) for tree in (loss.tree, loss.notation)]
    assert len(source(loss.slope)) < min(len(source(tree)) for tree in slopes)


@every("loss", LOSSES.values(), ids=LOSSES, among=2)
def test_the_derivative_that_people_read_is_the_slope_of_the_jets(loss: Loss) -> None:
    variable, case = loss.axis.variable, LOSS_CASES[loss.name]
    for setting in case.settings[:3]:
        x = np.linspace(*loss.axis.view, 41)[1:-1] + 1e-3
        slope = evaluate(bind(loss.slope, setting, variable), variable, x).value
        assert slope == pytest.approx(
            evaluate(bind(loss.tree, setting, variable), variable, x).slope, rel=1e-9, abs=1e-12
        )
