"""The figure of a wrong derivative beside the exact one: how high its view is."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from lossplot._curves.curve import default_curve
from lossplot._figure.comparison import _range
from lossplot._figure.limits import y_limits
from lossplot._losses import LOSSES


@pytest.mark.parametrize(("given", "low", "high"), [(5.0, -1.05, 5.0 + 0.605), (-4.0, -4.0 - 0.405, 0.05)])
def test_a_value_at_a_kink_alone_is_in_view_with_a_tenth_of_the_height_beyond_it(
    given: float, low: float, high: float
) -> None:
    hinge = default_curve(LOSSES["hinge"])
    assert y_limits([hinge], "derivative", -3.0, 3.0) == pytest.approx((-1.05, 0.05))
    verdict = SimpleNamespace(is_kink_only=True, given=given)
    finding: Any = SimpleNamespace(verdict=verdict, loss=hinge, given=SimpleNamespace(order=1))
    assert _range(finding, -3.0, 3.0) == pytest.approx((low, high))
    for other in (SimpleNamespace(is_kink_only=False, given=given), SimpleNamespace(is_kink_only=True, given=None)):
        finding.verdict = other
        assert _range(finding, -3.0, 3.0) is None
