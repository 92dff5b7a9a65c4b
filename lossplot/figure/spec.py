"""Everything that one figure depends on, as plain data, and the command that asks for it."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from dataclasses import dataclass, fields

from lossplot.curves.panels import Panel
from lossplot.formula.notation.letters import number

PICTURES = ("png", "svg", "pdf")
# The vertices as numbers, and source that other programs draw from.
NUMBERS = ("csv", "json")
SOURCES = ("py", "tex")
FORMATS = (*PICTURES, *NUMBERS, *SOURCES)
# What shows a sweep, and nothing that stands still.
MOVIES = ("gif", "webp")
LABELS = ("legend", "direct", "none")
# Follow the reader's preference for light or dark; only SVG can.
AUTO = "auto"
DPI = 200.0
# What the margin axis is called: m = y·f(x), or f(x) for y = +1.
MARGINS = ("product", "decision")
Range = tuple[float, float]


@dataclass(frozen=True, slots=True)
class FigureSpec:
    """One figure: the texts of its losses, its panels from the top, its view, its words and its looks.

    `x_range` is shared by all panels; `y_range` is that of the first.  `size` is in inches.
    `axis` is the name of the axis to draw on.  `risk` is the chance of the label +1 that the risk
    panel is for.  None lets the curves, the preset or the language decide.
    """

    losses: tuple[str, ...]
    panels: tuple[Panel, ...] = ("loss",)
    risk: float | None = None
    x_range: Range | None = None
    y_range: Range | None = None
    axis: str | None = None
    normalize: bool = False
    marks: tuple[float, ...] = ()
    mark_losses: tuple[float, ...] = ()
    preset: str | None = None
    size: tuple[float, float] | None = None
    dpi: float | None = None
    theme: str = "light"
    transparent: bool = False
    style: str | None = None
    labels: str = "legend"
    formula: bool = False
    title: str = ""
    x_label: str | None = None
    y_label: str | None = None
    margin: str = "product"
    math: bool = False
    language: str = "en"
    font: str | None = None

    def command(self, file_format: str) -> str:
        """The command line that makes this figure in `file_format`."""
        losses = ["--", *self.losses] if any(text.startswith("-") for text in self.losses) else self.losses
        return shlex.join(["lossplot", *self._panels(), *self._options(), "--format", file_format, *losses])

    def _panels(self) -> list[str]:
        """The options that ask for the panels; --risk is among the others, for its value asks for its panel."""
        if self.panels[0] != "loss":
            return ["--only", self.panels[0]]
        return [f"--{panel}" for panel in self.panels[1:] if panel != "risk"]

    def _options(self) -> Iterator[str]:
        for field in fields(self):
            value = getattr(self, field.name)
            if field.name in _OPTIONS and value != field.default:
                option = f"--{_OPTIONS[field.name]}"
                yield option if value is True else f"{option}={_written(field.name, value)}"


# The option of each field whose value is said in full.
_OPTIONS = {
    "risk": "risk",
    "x_range": "range",
    "y_range": "ylim",
    "axis": "axis",
    "normalize": "normalize",
    "marks": "mark",
    "mark_losses": "mark-loss",
    "preset": "for",
    "size": "size",
    "dpi": "dpi",
    "theme": "theme",
    "transparent": "transparent",
    "style": "style",
    "labels": "labels",
    "formula": "formula",
    "title": "title",
    "x_label": "xlabel",
    "y_label": "ylabel",
    "margin": "margin",
    "math": "math",
    "language": "lang",
    "font": "font",
}
# What stands between the numbers of an option that has several.
SEPARATORS = {"range": ":", "ylim": ":", "mark": ",", "mark-loss": ",", "size": "x"}


def _written(name: str, value: object) -> str:
    if isinstance(value, tuple):
        return SEPARATORS[_OPTIONS[name]].join(map(number, value))
    return number(value) if isinstance(value, float) else str(value)
