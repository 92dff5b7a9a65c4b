"""The address at which the live figure shows what a figure of the gallery does."""

from __future__ import annotations

from dataclasses import replace

from lossplot._curves.curve import Curve
from lossplot._figure.resolve import resolve
from lossplot._figure.spec import FigureSpec
from lossplot._gallery.page.view_address import view_words

# Fields without which it would be another figure, and which the live figure does not have.
_NEEDED = ("axis", "step", "target", "x_scale", "y_scale")


def live_address(spec: FigureSpec) -> str | None:
    """Return the part after ? of the address that shows `spec` live; None if the live figure has no such curves.

    A panel that stands alone in `spec` is shown below that of the loss.  The looks are those of the page.
    """
    usual = FigureSpec(spec.losses)
    curves = resolve(spec).entries
    if not all(map(_is_live, curves)) or any(getattr(spec, name) != getattr(usual, name) for name in _NEEDED):
        return None
    marks = spec.marks if len(spec.marks) == 1 else ()
    return view_words(replace(spec, theme=usual.theme, language=usual.language, marks=marks), curves)


def _is_live(curve: Curve) -> bool:
    """Return True if the page can draw the curve, which has no other scale."""
    return (curve.factor, curve.constant) == (1.0, 0.0)
