"""Everything that one figure depends on, as plain data: each field with its option, and the command for the whole."""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from lossplot._curves.panels import PANELS, Panel
from lossplot._errors import check_text, read_choice
from lossplot._figure.option import Option
from lossplot._figure.readers import (
    OneOf,
    read_chance,
    read_columns,
    read_dpi,
    read_flag,
    read_marks,
    read_name,
    read_preset,
    read_range,
    read_step,
    read_target,
)

LABELS = ("auto", "legend", "direct", "none")
# Panels one below the other, side by side, or as the page is shaped.
ARRANGEMENTS = ("auto", "column", "row")
# Follow the reader's preference for light or dark; only SVG can.
AUTO = "auto"
DPI = 200.0
# Names of the margin axis: m = y·f(x), or f(x) for y = +1.
MARGINS = ("product", "decision")
# Scales of an axis.
AXIS_SCALES = ("linear", "log", "symlog")
# What predictions can be.
SCALES = ("score", "probability", "logit")
Range = tuple[float, float]


def _read_theme(text: str, option: str) -> str:
    return read_choice(text, _themes(), option)


def _themes() -> tuple[str, ...]:
    from lossplot._figure.looks import THEMES

    return (*THEMES, AUTO)


def _presets() -> Mapping[str, str]:
    from lossplot._figure.looks import PRESETS

    return {name: preset.use for name, preset in PRESETS.items()}


def _axes() -> Iterable[str]:
    from lossplot._curves.axes import AXES

    return AXES


def _languages() -> Iterable[str]:
    from lossplot._text.language import languages

    return languages()


def _field(default: object, *options: Option) -> Any:
    """A field of FigureSpec that `options` decide."""
    return field(default=default, metadata={"options": options})


@dataclass(frozen=True, slots=True)
class FigureSpec:
    """One figure: the texts of its losses, its panels from the top, its view, its texts and its looks.

    With `grid` it is a figure for each of `losses`, which then are groups with commas in them, in so many `columns`.

    `x_range` and `x_scale` are shared by all panels; `y_range` and `y_scale` are those of the first.
    `size` is in inches.
    `axis` is the name of the axis to draw on.  With `step` only so many curves are drawn, at their places among all.
    With `compare` all curves but the first are dashed.  `risk` is the chance of the label +1 that the risk panel is
    for.  None lets the curves, the preset or the language decide.
    """

    losses: tuple[str, ...]
    panels: tuple[Panel, ...] = _field(
        ("loss",),
        Option("derivative", "Also the derivative.", short="-d"),
        Option("second-derivative", "Also the second derivative."),
        Option("weight", "Also the weight psi(r)/r of robust regression."),
        Option(
            "only",
            "Just one panel: loss, derivative, second-derivative, weight or risk.",
            "PANEL",
            choices=lambda: PANELS,
        ),
    )
    risk: float | None = _field(
        None, Option("risk", "Also the conditional risk for this chance of +1.", "ETA", read_chance)
    )
    x_range: tuple[float, float] | None = _field(
        None, Option("range", "Range of the x axis; write --range=-3:3.", "LO:HI", read_range, ":")
    )
    y_range: tuple[float, float] | None = _field(
        None, Option("ylim", "Range of the first panel's y axis.", "LO:HI", read_range, ":")
    )
    x_scale: str = _field(
        "linear", Option("xscale", "Scale of the x axis: linear, log or symlog.", "SCALE", OneOf(AXIS_SCALES))
    )
    y_scale: str = _field(
        "linear",
        Option("yscale", "Scale of the first panel's y axis: linear, log or symlog.", "SCALE", OneOf(AXIS_SCALES)),
    )
    axis: str | None = _field(
        None,
        Option(
            "axis", "Draw on another axis: margin, error, probability or prediction.", "AXIS", read_name, choices=_axes
        ),
    )
    target: float | None = _field(
        None, Option("target", "Draw against the prediction, for this target.", "T", read_target)
    )
    both_labels: bool = _field(
        False,
        Option("both-labels", "For both labels, against f(x) or the predicted probability of +1.", None, read_flag),
    )
    normalize: bool = _field(False, Option("normalize", "Scale each loss to 1 at a margin of 0.", None, read_flag))
    compare: bool = _field(
        False, Option("compare", "The first curve is solid, those compared with it are dashed.", None, read_flag)
    )
    marks: tuple[float, ...] = _field(
        (), Option("mark", "Mark the points at these x, with their values.", "X,...", read_marks, ",")
    )
    mark_losses: tuple[float, ...] = _field(
        (), Option("mark-loss", "Mark where the loss has these values.", "V,...", read_marks, ",")
    )
    step: int | None = _field(
        None, Option("step", "Only step N of those of --hold: the first N curves.", "N", read_step)
    )
    preset: str | None = _field(
        None,
        Option(
            "for",
            "Size and fonts for a destination: slide, beamer, neurips, web ... ('lossplot list --presets').",
            "PRESET",
            read_preset,
            choices=_presets,
        ),
    )
    size: tuple[float, float] | None = _field(
        None, Option("size", "Size in in (the default), cm, mm, px or pt.", "WxH[UNIT]", None, "x")
    )
    dpi: float | None = _field(None, Option("dpi", "Pixels to the inch of a PNG (200).", "N", read_dpi))
    theme: str = _field(
        "light",
        Option(
            "theme",
            "light, dark, print, or auto: an SVG that follows its page and reader.",
            "THEME",
            _read_theme,
            choices=_themes,
        ),
    )
    transparent: bool = _field(False, Option("transparent", "No ground behind the figure.", None, read_flag))
    svg_text: bool = _field(False, Option("svg-text", "Letters of an SVG as text, not outlines.", None, read_flag))
    style: str | None = _field(
        None, Option("style", "Colours, fonts and sizes of a .mplstyle file.", "FILE", read_name, names_file=True)
    )
    labels: str = _field(
        "auto",
        Option("labels", "Names direct (at the curves), in a legend, none, or auto.", "WHERE", OneOf(LABELS)),
    )
    arrangement: str = _field(
        "auto", Option("panels", "Panels in a row, in a column, or auto.", "HOW", OneOf(ARRANGEMENTS))
    )
    formula: bool = _field(False, Option("formula", "Names with their formulas.", None, read_flag))
    title: str | None = _field(None, Option("title", "A title above the figure, or '' for none.", "TEXT", check_text))
    x_label: str | None = _field(None, Option("xlabel", "What stands below the x axis.", "TEXT", check_text))
    y_label: str | None = _field(None, Option("ylabel", "What stands above the first panel.", "TEXT", check_text))
    margin: str = _field(
        "product",
        Option("margin", "Margin as product, y f(x), or decision, f(x) for y = +1.", "WORDING", OneOf(MARGINS)),
    )
    math: bool = _field(False, Option("math", "Read $...$ in title and labels as mathematics.", None, read_flag))
    language: str = _field(
        "en", Option("lang", "Language of the words: en or zh.", "LANG", read_name, choices=_languages)
    )
    font: str | None = _field(None, Option("font", "An installed font.", "NAME", read_name))
    standalone: bool = _field(False, Option("standalone", "TeX as a whole document, not for \\input.", None, read_flag))
    data: str | None = _field(
        None,
        Option(
            "data",
            "Real predictions below the curves: a table as 'lossplot score' reads it.",
            "DATA",
            read_name,
            names_file=True,
        ),
    )
    by: str | None = _field(None, Option("by", "Compare the values of this column of the data.", "COLUMN", read_name))
    weights: str | None = _field(
        None, Option("weights", "How much each example of the data counts.", "COLUMN", read_name)
    )
    scale: str | None = _field(
        None, Option("as", "What predictions of the data are: score, probability or logit.", "SCALE", OneOf(SCALES))
    )
    positive: str | None = _field(
        None, Option("positive", "The label of the data that counts as +1.", "WORD", read_name)
    )
    skip_bad: bool = _field(
        False, Option("skip-bad", "Leave out rows of the data that cannot be read.", None, read_flag)
    )
    grid: bool = False
    columns: int | str | None = _field(
        None, Option("columns", "Columns of a grid (N), or of the data (y=NAME,prediction=NAME).", "N", read_columns)
    )

    @property
    def page_panels(self) -> int:
        """The number of panels that the page has room for: the strips of the data are as high as one."""
        return len(self.panels) + (self.data is not None)

    @property
    def page_arrangement(self) -> str:
        """One of ARRANGEMENTS, for the size of the page: a column if data are shown, unless a row is asked for."""
        return "column" if self.data is not None and self.arrangement == "auto" else self.arrangement

    def command(self, file_format: str) -> str:
        """The command line that makes this figure in `file_format`."""
        losses = ["--", *self.losses] if any(text.startswith("-") for text in self.losses) else self.losses
        name = ["lossplot", "grid"] if self.grid else ["lossplot"]
        return shlex.join([*name, *self._panel_arguments(), *self._arguments(), "--format", file_format, *losses])

    def _panel_arguments(self) -> list[str]:
        """The options that ask for the panels; `--risk` does by its value, and stands among the others."""
        if self.panels[0] != "loss":
            return ["--only", self.panels[0]]
        return [f"--{panel}" for panel in self.panels[1:] if panel != "risk"]

    def _arguments(self) -> Iterator[str]:
        for each in fields(self):
            value = getattr(self, each.name)
            if value != each.default and each.name not in ("losses", "grid", "panels"):
                yield from (option.argument(value) for option in each.metadata["options"])


_OPTIONS = [(each.name, option) for each in fields(FigureSpec) for option in each.metadata.get("options", ())]
# Every option by its long name, and the field that it decides.
OPTIONS: Mapping[str, Option] = {option.name: option for _, option in _OPTIONS}
FIELDS: Mapping[str, str] = {option.name: name for name, option in _OPTIONS}
