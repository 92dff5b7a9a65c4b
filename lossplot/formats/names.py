"""The default name and format of a figure's file."""

from __future__ import annotations

import re

from lossplot.figure.spec import AUTO, FigureSpec


def default_name(spec: FigureSpec) -> str:
    """The name without a suffix: `hinge_squared-hinge_derivative`."""
    panels = spec.panels[1:] if spec.panels[0] == "loss" else spec.panels
    name = "_".join([*spec.losses, *panels]).lower()
    return re.sub(r"[^a-z0-9_.=-]+", "-", name)[:200].strip("-.") or "lossplot"


def usual_format(spec: FigureSpec) -> str:
    """The format of a figure if the user does not choose one."""
    from lossplot.curves.sweep import is_sweep

    return "gif" if is_sweep(spec.losses) else "svg" if spec.theme == AUTO else "png"
