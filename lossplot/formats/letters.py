"""The fonts that every machine has, by name, and how matplotlib is asked for their faces and formulas."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from lossplot.figure.layout.boxes import Face

# It comes with lossplot.  In lossplot's own process it has a name of its own: another Inter may be installed.
INTER, FAMILY = "Inter", "Lossplot Inter"
# These come with matplotlib: one fills what another font lacks, the other is Times, for papers.
FALLBACK, STIX = "DejaVu Sans", "STIXGeneral"
# How a text asks for a face.
FACES: dict[Face, dict[str, Any]] = {"regular": {}, "italic": {"style": "italic"}, "medium": {"weight": 500}}


def public_names(families: Iterable[str]) -> list[str]:
    """Return what `families` are called outside of lossplot's own process."""
    return [INTER if family == FAMILY else family for family in families]


def math_settings(family: str) -> dict[str, Any]:
    """Return matplotlib's settings for formulas beside words in `family`."""
    if family in (INTER, FAMILY):
        letters = {"mathtext.rm": family, "mathtext.it": f"{family}:italic", "mathtext.bf": f"{family}:weight=500"}
        return {"mathtext.fontset": "custom", "mathtext.fallback": "stixsans", **letters}
    return {"mathtext.fontset": "stix"} if family == STIX else {}
