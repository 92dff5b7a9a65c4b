"""Colours of a figure, by the ground it stands on.  The laws that they keep are in tests/figure/test_looks.py.

Every line has a contrast of at least 3:1 on its ground (WCAG 2.2, success criterion 1.4.11), text 7:1 (1.4.6), soft
text and the first five colours, in which names are set, 4.5:1 (1.4.3), and any two colours of a cycle stay apart in
normal, protanopic, deuteranopic and tritanopic sight (Machado, Oliveira & Fernandes 2009).  Colours of light and dark
correspond one to one, so that a stylesheet can exchange them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours as `#rrggbb`: `ink` for words, `soft` for the numbers of axes, `axis` for the lines through zero.

    `fill` is for areas, `colours` are for curves in turn, `ramp` has the stops of ordered ones, which stand out more
    and more.
    With `markers` the curves are told apart by dashes and markers, and all have the first of the colours.
    """

    name: str
    ground: str
    ink: str
    soft: str
    axis: str
    grid: str
    fill: str
    colours: tuple[str, ...]
    ramp: tuple[str, ...]
    markers: bool = False


# Of each, after its name: ground, ink, soft, axis, grid and fill.
_THEMES = (
    Theme(
        "light",
        *("#ffffff", "#22252b", "#6b7280", "#8c93a0", "#e7e9ee", "#d9dde5"),
        # Blue, vermilion, green, violet, brown, sky blue, orchid, slate.
        colours=("#2248a2", "#cc4c0d", "#0f8669", "#8f46d4", "#6e4600", "#0b99e7", "#da67a9", "#212a3a"),
        ramp=("#6e92e5", "#2853ba", "#0c2258"),
    ),
    Theme(
        "dark",
        *("#16181d", "#e9ebf0", "#9aa3b2", "#646c7a", "#2a2e36", "#3c424d"),
        # Blue, orange, mint, lavender, gold, ice, coral, yellow.
        colours=("#7396f5", "#f3925d", "#4cd3ad", "#c8b0ff", "#f0c85b", "#a2fff8", "#de5a6f", "#ffff74"),
        ramp=("#5580d8", "#8fb4ff", "#e6efff"),
    ),
    Theme(
        "print",
        *("#ffffff", "#000000", "#404040", "#8c8c8c", "#dedede", "#d2d2d2"),
        colours=("#0d0d0d",),
        ramp=("#828282", "#111111"),
        markers=True,
    ),
)
THEMES: Mapping[str, Theme] = MappingProxyType({theme.name: theme for theme in _THEMES})
