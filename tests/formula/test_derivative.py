"""The derivatives of the catalogue: what is declared is what cannot be derived."""

from __future__ import annotations

import math

import numpy as np
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


# Of these settings a textbook has other formulas: the general one divides by zero, or has too large a power.
SINGULAR = {"alpha-loss": {"alpha": {1.0}}, "barron": {"alpha": {-1e9, -math.inf}}}


@every("loss", LOSSES.values(), ids=LOSSES)
def test_the_formula_and_the_derivative_that_people_read_are_what_is_computed(loss: Loss) -> None:
    variable, case, singular = loss.axis.variable, LOSS_CASES[loss.name], SINGULAR.get(loss.name, {})
    low, high = loss.axis.view
    # Both sides of the view as well, for some losses change there, and no round number.
    x = np.linspace(low - (high - low) / 2, high + (high - low) / 2, 61) + 1e-3 * math.pi
    x = x[(x > loss.axis.domain.low) & (x < loss.axis.domain.high)]
    for setting in case.settings:
        if any(setting[name] in values for name, values in singular.items()):
            continue
        jet = case.jet(setting, x)
        values = [(loss.notation, jet.value)] if loss.textbook else []
        for tree, expected in (*values, (loss.slope, jet.slope)):
            result = evaluate(bind(tree, setting, variable), variable, x).value
            close = np.isclose(result, expected, rtol=1e-9, atol=1e-12, equal_nan=True)
            assert np.all(close), (source(tree), dict(setting), x[~close])
