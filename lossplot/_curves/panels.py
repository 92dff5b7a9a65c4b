"""The panels of a figure: which quantity of a curve each shows, where that breaks, and on which axes it has a meaning.

The table is read without NumPy.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from lossplot._errors import RequestError, Words

if TYPE_CHECKING:
    from lossplot._curves.curve import Curve
    from lossplot._formula.evaluate import Array, Jet
    from lossplot._formula.knots import Kind, Knot

Panel = Literal["loss", "derivative", "second-derivative", "weight", "risk"]
# The order of the derivative that jumps at each kind of knot.
KNOT_ORDERS: dict[Kind, int] = {"jump": 0, "corner": 1, "curvature": 2}


@dataclass(frozen=True, slots=True)
class Quantity:
    """The quantity that a panel shows: a derivative of the given `order` (0 is the value), or that divided by x.

    `of_risk` is for the conditional risk in place of the loss.  `axes` are the names of those on which the quantity
    has a meaning, all of them if empty.
    """

    label: str
    order: int
    over_x: bool = False
    of_risk: bool = False
    axes: tuple[str, ...] = ()

    def breaks_at(self, knot: Knot) -> bool:
        """Return True if the quantity jumps or does not exist at `knot`."""
        # The slope over x is the curvature at zero.
        order = self.order + 1 if self.over_x and knot.x == 0.0 else self.order
        return KNOT_ORDERS[knot.kind] <= order

    def jumps_with(self, kind: Kind) -> bool:
        """Return True if the quantity itself is what jumps at knots of this kind."""
        return KNOT_ORDERS[kind] == self.order and not self.over_x


QUANTITIES: dict[Panel, Quantity] = {
    "loss": Quantity("loss", 0),
    "derivative": Quantity("derivative", 1),
    "second-derivative": Quantity("second derivative", 2),
    "weight": Quantity("weight", 1, over_x=True, axes=("error",)),
    "risk": Quantity("risk", 0, of_risk=True, axes=("margin", "probability")),
}
PANELS: tuple[Panel, ...] = tuple(QUANTITIES)
_PARTS = ("value", "slope", "curvature")


def quantity(curve: Curve, panel: Panel, x: Array, side: int = 0) -> Array:
    """The quantity that `panel` shows of `curve` at `x`, in the shape (n,) of `x`; `side` as in `evaluate`.

    A risk panel shows the values of a curve that is a conditional risk, as `panel_curves` returns them.
    """
    return quantity_in(curve.jet(x, side), panel, x)


def quantity_in(jet: Jet, panel: Panel, x: Array) -> Array:
    """The quantity that `panel` shows of a curve with this `jet` at `x`, in the shape (n,) of `x`."""
    import numpy as np

    row = QUANTITIES[panel]
    values: Array = getattr(jet, _PARTS[row.order])
    if not row.over_x:
        return values
    with np.errstate(all="ignore"):
        at_zero = np.where(values == 0.0, getattr(jet, _PARTS[row.order + 1]), np.inf)
        return np.where(x == 0.0, at_zero, values / x)


def check_panels(panels: Sequence[Panel], curves: Sequence[Curve]) -> None:
    """Raise RequestError where the weight is asked for of a curve that is not one of an error."""
    for curve in curves if "weight" in panels else ():
        if curve.axis.name not in QUANTITIES["weight"].axes:
            axis = f"a {curve.axis.noun} as {curve.name} has it"
            raise RequestError(f"the weight psi(r)/r is that of an error, not of {axis}; leave it out")


def panel_curves(panel: Panel, curves: Sequence[Curve], chance: float | None) -> tuple[Curve, ...]:
    """The curves that `panel` shows: `curves`, or their conditional risks for a `chance` of the label +1.

    Raises RequestError if a risk has no chance, or the curves' axis no labels.
    """
    if not QUANTITIES[panel].of_risk:
        return tuple(curves)
    from lossplot._curves.risk import conditional_risk

    if chance is None:
        raise RequestError(
            "the risk is that of a chance of the label +1; give one, as in ", Words("--risk 0.7", "risk=0.7")
        )
    return tuple(conditional_risk(curve, chance) for curve in curves)
