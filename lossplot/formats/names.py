"""Default names and formats of files."""

from __future__ import annotations

import re

from lossplot.figure.spec import AUTO, FigureSpec


def default_name(spec: FigureSpec) -> str:
    """Return a file name without a suffix: `hinge_squared-hinge_derivative`."""
    panels = spec.panels[1:] if spec.panels[0] == "loss" else spec.panels
    name = "_".join([*spec.losses, *panels]).lower()
    return re.sub(r"[^a-z0-9_.=-]+", "-", name)[:200].strip("-.") or "lossplot"


def usual_format(spec: FigureSpec) -> str:
    """Return the format of a picture that nobody gave a format for."""
    from lossplot.curves.sweep import is_sweep

    return "gif" if is_sweep(spec.losses) else "svg" if spec.theme == AUTO else "png"
