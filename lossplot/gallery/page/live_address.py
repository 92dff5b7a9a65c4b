"""The address at which the live figure shows what a figure of the gallery does."""

from __future__ import annotations

import shlex
from dataclasses import replace

from lossplot.curves.curve import Curve
from lossplot.figure.resolve import resolve
from lossplot.figure.spec import FigureSpec

# The options of drawing that an address has, and what it calls them.
KEYS = {"derivative": "derivative", "second-derivative": "second-derivative", "range": "range"}
# Options without which it would be another figure.
_NEEDED = frozenset({"axis", "both-labels", "normalize", "step", "target", "xscale", "yscale"})


def live_address(spec: FigureSpec) -> str | None:
    """Return the part after ? of the address that shows `spec` live; None if the live figure has no such curves.

    A panel that stands alone in `spec` is shown below that of the loss.
    """
    names = [_name(curve) for curve in resolve(spec).curves]
    words = [word.removeprefix("--") for word in shlex.split(spec.command("svg")) if word.startswith("--")]
    alone = [] if spec.panels[0] == "loss" else [spec.panels[0]]
    options = [(name, value) for name, _, value in (word.partition("=") for word in [*alone, *words])]
    if None in names or {name for name, _ in options} & _NEEDED - {*KEYS}:
        return None
    shown = [f"{KEYS[name]}={value}" if value else KEYS[name] for name, value in options if name in KEYS]
    return "&".join(["+".join(filter(None, names)), *shown])


def _name(curve: Curve) -> str | None:
    """Return the words that ask for a curve on the page, which knows no formula and no other scale."""
    if curve.loss.is_typed or (curve.factor, curve.constant) != (1.0, 0.0):
        return None
    return replace(curve, library=None).spec
