"""The address at which the live figure shows what a figure of the gallery does."""

from __future__ import annotations

from dataclasses import fields, replace

from lossplot.curves.curve import Curve
from lossplot.figure.resolve import resolve
from lossplot.figure.spec import FigureSpec
from lossplot.gallery.page.view_address import view_words

# The fields of a figure that would be another one without them, and that addresses do not have.
_NEEDED = frozenset({"axis", "step", "target", "x_scale", "y_scale"})
# The page has its own looks.
_LOOKS = {"theme": "light", "language": "en"}


def live_address(spec: FigureSpec) -> str | None:
    """Return the part after ? of the address that shows `spec` live; None if the live figure has no such curves.

    A panel that stands alone in `spec` is shown below that of the loss.
    """
    curves = [*dict.fromkeys(resolve(spec).entries)]
    changed = {each.name for each in fields(spec) if getattr(spec, each.name) != each.default}
    if changed & _NEEDED or not all(map(_is_known, curves)):
        return None
    heights = spec.y_range if spec.panels[0] == "loss" else None
    return view_words(replace(spec, y_range=heights, **_LOOKS), curves)


def _is_known(curve: Curve) -> bool:
    """Return True if the page has a curve: it knows no formulas and no other scale."""
    return not curve.loss.is_typed and (curve.factor, curve.constant) == (1.0, 0.0)
