"""Everything that one figure depends on, as plain data, and the command that asks for it."""

from __future__ import annotations

import shlex
from dataclasses import dataclass
from typing import Literal

from lossplot.formula.notation import number

Panel = Literal["loss", "derivative", "second-derivative", "weight"]
PANELS: tuple[Panel, ...] = ("loss", "derivative", "second-derivative", "weight")
FORMATS = ("png", "svg", "pdf")
LABELS = ("legend", "none")
Range = tuple[float, float]


@dataclass(frozen=True, slots=True)
class FigureSpec:
    """One figure: the texts of its losses, its panels from the top, its view and its looks.

    `x_range` is shared by all panels; `y_range` is that of the first.  `size` is in inches.
    `axis` is the name of the axis to draw on.  None lets the curves decide.
    """

    losses: tuple[str, ...]
    panels: tuple[Panel, ...] = ("loss",)
    x_range: Range | None = None
    y_range: Range | None = None
    size: tuple[float, float] | None = None
    dpi: float = 200.0
    title: str = ""
    labels: str = "legend"
    axis: str | None = None

    def command(self, file_format: str) -> str:
        """The command line that makes this figure in `file_format`."""
        return shlex.join(["lossplot", *self._options(), "--format", file_format, *self._losses()])

    def _losses(self) -> list[str]:
        return ["--", *self.losses] if any(text.startswith("-") for text in self.losses) else list(self.losses)

    def _options(self) -> list[str]:
        words = []
        if self.panels[0] == "loss":
            words += [f"--{panel}" for panel in self.panels[1:]]
        else:
            words += ["--only", self.panels[0]]
        for option, limits in (("--range", self.x_range), ("--ylim", self.y_range)):
            words += [f"{option}={number(limits[0])}:{number(limits[1])}"] if limits else []
        if self.size:
            words += ["--size", f"{number(self.size[0])}x{number(self.size[1])}"]
        for option, value, default in (
            ("--dpi", number(self.dpi), number(200.0)),
            ("--title", self.title, ""),
            ("--labels", self.labels, "legend"),
            ("--axis", self.axis or "", ""),
        ):
            words += [f"{option}={value}"] if value != default else []
        return words
