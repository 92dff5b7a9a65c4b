"""Expected numbers and colours of the presets and the themes."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """`inches` are the width, and the heights with one panel and with three; letters and lines are in points."""

    inches: tuple[float, float, float]
    text: float
    ticks: float
    title: float
    line: float
    thin: float
    circle: float
    dpi: float
    gridlines: bool
    titled: bool


@dataclass(frozen=True, slots=True)
class Colours:
    """Colours of a theme: those of the first three curves, and five along the ramp."""

    ground: str
    ink: str
    soft: str
    axis: str
    grid: str
    curves: tuple[str, ...]
    ramp: tuple[str, ...]


# fmt: off
PLACES = {
    "slide": Place((13.3333, 7.5, 7.5), 26.0, 22.0, 30.0, 4.6, 1.98, 13.8, 144.0, True, True),
    "slide-half": Place((6.0, 4.5, 4.5), 18.0, 18.0, 20.0, 3.0, 1.29, 9.0, 288.0, True, True),
    "slide-4:3": Place((10.0, 7.5, 7.5), 22.0, 18.0, 26.0, 3.8, 1.63, 11.4, 144.0, True, True),
    "beamer": Place((5.51181, 2.9, 2.9), 10.0, 9.0, 11.0, 1.8, 0.77, 5.4, 400.0, True, True),
    "google-slides": Place((10.0, 5.625, 5.625), 20.0, 18.0, 22.0, 3.4, 1.46, 10.2, 192.0, True, True),
    "neurips": Place((5.5, 3.399, 6.42033), 9.0, 8.0, 9.0, 1.4, 0.65, 4.4, 300.0, True, True),
    "iclr": Place((5.5, 3.399, 6.42033), 9.0, 8.0, 9.0, 1.4, 0.65, 4.4, 300.0, True, True),
    "icml": Place((3.25, 2.0085, 3.79383), 8.0, 7.0, 8.0, 1.4, 0.65, 4.4, 300.0, True, False),
    "cvpr": Place((3.25, 2.0085, 3.79383), 9.0, 8.0, 9.0, 1.4, 0.65, 4.4, 300.0, True, True),
    "aaai": Place((3.3, 2.0394, 3.8522), 9.0, 9.0, 9.0, 1.4, 0.65, 4.4, 300.0, True, True),
    "jmlr": Place((6.0, 3.708, 7.004), 9.0, 8.0, 9.0, 1.4, 0.65, 4.4, 300.0, True, True),
    "ieee": Place((3.5, 2.163, 4.08567), 8.0, 8.0, 8.0, 1.4, 0.65, 4.4, 600.0, True, True),
    "ieee-wide": Place((7.16, 4.42488, 8.0), 8.0, 8.0, 8.0, 1.4, 0.65, 4.4, 600.0, True, True),
    "nature": Place((3.50394, 2.16543, 4.09026), 7.0, 6.0, 7.0, 1.0, 0.5, 3.4, 450.0, False, True),
    "nature-wide": Place((7.20472, 4.45252, 6.69291), 7.0, 6.0, 7.0, 1.0, 0.5, 3.4, 450.0, False, True),
    "poster": Place((12.0, 7.5, 14.1667), 28.0, 24.0, 34.0, 5.0, 2.15, 15.0, 200.0, True, True),
    "web": Place((8.0, 4.5, 8.5), 18.0, 16.0, 20.0, 3.0, 1.29, 9.0, 200.0, True, True),
    "social": Place((10.0, 5.25, 5.25), 20.0, 18.0, 24.0, 3.8, 1.63, 11.4, 120.0, True, True),
    "notebook": Place((6.5, 4.0, 7.55556), 11.0, 10.0, 12.0, 2.0, 0.86, 6.0, 192.0, True, True),
}
# fmt: on
WITHOUT_PRESET = Place((8.0, 4.5, 8.5), 15.0, 12.5, 18.0, 2.6, 1.12, 8.0, 200.0, True, True)
COLOURS = {
    "light": Colours(
        "#ffffff",
        "#22252b",
        "#6b7280",
        "#8c93a0",
        "#e7e9ee",
        ("#2248a2", "#cc4c0d", "#0f8669"),
        ("#6e92e5", "#4b73d0", "#2853ba", "#193a87", "#0c2258"),
    ),
    "dark": Colours(
        "#16181d",
        "#e9ebf0",
        "#9aa3b2",
        "#646c7a",
        "#2a2e36",
        ("#7396f5", "#f3925d", "#4cd3ad"),
        ("#5580d8", "#729aec", "#8fb4ff", "#bad2ff", "#e6efff"),
    ),
    "print": Colours(
        "#ffffff",
        "#000000",
        "#404040",
        "#8c8c8c",
        "#dedede",
        ("#0d0d0d",),
        ("#828282", "#636363", "#454545", "#2a2a2a", "#111111"),
    ),
}
