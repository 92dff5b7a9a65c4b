"""The fonts that every machine has, by name, and how matplotlib is asked for their faces and formulas."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from lossplot._figure.layout.boxes import Face

# It comes with lossplot.  In lossplot's own process it has a name of its own: another Inter may be installed.
INTER, FAMILY = "Inter", "Lossplot Inter"
# These come with matplotlib: one fills what another font lacks, the other is Times, for papers.
FALLBACK, STIX = "DejaVu Sans", "STIXGeneral"
REGULAR, MEDIUM = 400, 500
REGULAR_NAME = "normal"
# How a text asks for a face.
FACES: dict[Face, dict[str, Any]] = {"regular": {}, "italic": {"style": "italic"}, "medium": {"weight": MEDIUM}}


def public_names(families: Iterable[str]) -> list[str]:
    """Return what `families` are called outside of lossplot's own process."""
    return [INTER if family == FAMILY else family for family in families]


def math_settings(family: str, inter: str = FAMILY) -> dict[str, Any]:
    """Return matplotlib's settings for formulas beside words in `family`: in `inter`, what Inter is called, or STIX."""
    if family == STIX:
        return {"mathtext.fontset": "stix"}
    faces = {"rm": "", "sf": "", "it": ":italic", "cal": ":italic", "bf": ":weight=500", "bfit": ":italic"}
    letters = {f"mathtext.{kind}": f"{inter}{face}" for kind, face in faces.items()}
    return {"mathtext.fontset": "custom", "mathtext.fallback": "stixsans", **letters, "mathtext.tt": "DejaVu Sans Mono"}
