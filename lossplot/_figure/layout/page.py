"""Everything that a layout depends on, besides the curves: size, look, words, and the measure of texts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from lossplot._figure.labels import Wording
from lossplot._figure.layout.boxes import POINT, Measure
from lossplot._figure.layout.widths import runs_width
from lossplot._figure.looks import Look

LINE_HEIGHT = 1.25


@dataclass(frozen=True, slots=True)
class Names:
    """A name for each curve, `size` points high if there is room; those of a family are values under a `heading`.

    `values` are those of a family's parameter, without its letter.

    `measure` returns the width in inches of a text at a size in points.
    """

    texts: tuple[str, ...]
    size: float
    measure: Callable[[str, float], float]
    heading: str = ""
    formulas: bool = False
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """A figure of `size` inches in a look, with its words and what measures them.

    With `has_names_above`, names of curves may stand in the line above the first panel.
    """

    size: tuple[float, float]
    look: Look
    labels: Wording
    measure: Measure
    has_names_above: bool = False

    @property
    def em(self) -> float:
        """The text size in inches."""
        return self.look.text * POINT

    @property
    def curve_names(self) -> Names:
        """The names to stand beside the curves: of a family, the values of its parameter, each with its letter."""
        labels = self.labels
        texts = tuple(f"{labels.parameter} = {value}" for value in labels.short_names) or labels.names
        measure = partial(runs_width, measure=self.measure, math=labels.formulas, face="medium")
        return Names(texts, self.look.text, measure, formulas=labels.formulas, values=labels.short_names)

    @property
    def legend_names(self) -> Names:
        """The names for the legend: the short ones under a heading, if there are any."""
        labels, measure = self.labels, partial(runs_width, measure=self.measure, math=self.labels.formulas)
        return Names(labels.short_names or labels.names, self.look.text, measure, labels.heading, labels.formulas)
