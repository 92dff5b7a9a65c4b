"""The figure of a wrong derivative beside the exact one: how high its view is."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from support.cases import every

import lossplot
from lossplot._curves.curve import default_curve
from lossplot._figure.comparison import _range
from lossplot._figure.limits import y_limits
from lossplot._losses import LOSSES


@every(
    ("loss", "gradient", "losses", "marks", "label", "title"),
    [
        # The mark is where they differ most plainly, if that is in view.
        ("hinge", "m", ("exact = -1 if m < 1 else 0", "given = m"), (-3.0,), "Derivative", "Hinge"),
        # They differ beyond 20 alone, and the view is from -4 to 4.
        (
            "huber:delta=2",
            "clip(r,-2,2)+0.1*(r>20)",
            ("exact = r if abs(r) <= 2 else 2*sign(r)", "given = min(max(r, -2), 2) + (0.1 if r > 20 else 0)"),
            (),
            "Derivative",
            "Huber (δ = 2)",
        ),
        # A constant is a curve too.
        ("unhinged", "1", ("exact = -1 + 0*m", "given = 1 + 0*m"), (-3.0,), "Derivative", "Unhinged"),
    ],
)
def test_the_figure_has_both_derivatives_and_a_mark_where_they_differ_in_view(
    loss: str, gradient: str, losses: tuple[str, str], marks: tuple[float, ...], label: str, title: str
) -> None:
    spec = lossplot.check(loss, gradient).figure._resolved.spec
    assert spec.losses == losses
    assert (spec.marks, spec.y_label, spec.title, spec.compare) == (marks, label, title, True)


def test_a_wrong_hessian_is_drawn_beside_the_second_derivative() -> None:
    spec = lossplot.check("squared", hessian="3").figure._resolved.spec
    assert spec.losses == ("exact = 2 + 0*r", "given = 3 + 0*r")
    assert spec.y_label == "Second derivative"


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
