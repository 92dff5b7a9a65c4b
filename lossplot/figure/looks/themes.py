"""Colours of a figure, by the ground it stands on.  The laws that they keep are in tests/figure/test_looks.py.

Every line has a contrast of at least 3:1 on its ground (WCAG 2.2, success criterion 1.4.11), text 7:1 (1.4.6), and any
two colours of a cycle stay apart in normal, protanopic, deuteranopic and tritanopic sight (Machado, Oliveira &
Fernandes 2009).  Colours of light and dark correspond one to one, so that a stylesheet can exchange them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours as `#rrggbb`: `colours` for curves in turn, `ramp` the stops of ordered ones (see `ramps.ramp`).

    With `markers` the curves are told apart by dashes and markers, and colours only help.
    """

    name: str
    ground: str
    ink: str
    axis: str
    grid: str
    colours: tuple[str, ...]
    ramp: tuple[str, ...]
    markers: bool = False


# Of each, after its name: ground, ink, axis and grid.
_THEMES = (
    Theme(
        "light",
        *("#ffffff", "#1a1a1a", "#8c8c8c", "#e4e4e4"),
        # Blue, vermilion, green, purple, brown, sky blue, orchid, slate.
        colours=("#1d4bb6", "#cb4f01", "#118662", "#580b80", "#6e4701", "#1092dd", "#c267a0", "#212a3a"),
        ramp=("#20115e", "#7a1b8c", "#c23a68", "#d9731a"),
    ),
    Theme(
        "dark",
        *("#16181d", "#ececec", "#7d828c", "#2c2f36"),
        # Blue, orange, mint, violet, ochre, ice, pink, yellow.
        colours=("#6ba1e2", "#fc9337", "#03dbaa", "#9560fb", "#a87a16", "#b4f1fa", "#de458f", "#f7e153"),
        ramp=("#8f64ee", "#d483b2", "#f8b368", "#f7f3ae"),
    ),
    Theme(
        "print",
        *("#ffffff", "#000000", "#8c8c8c", "#dedede"),
        colours=("#0d0d0d", "#6e6e6e", "#333333", "#5c5c5c", "#1f1f1f", "#747474", "#474747", "#656565"),
        ramp=("#111111", "#828282"),
        markers=True,
    ),
)
THEMES: Mapping[str, Theme] = MappingProxyType({theme.name: theme for theme in _THEMES})
