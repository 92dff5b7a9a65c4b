"""Everything that a layout depends on, besides the curves: size, look, words, and the measure of texts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from lossplot.figure.labels import Wording
from lossplot.figure.layout.boxes import POINT, Measure
from lossplot.figure.looks import Look

LINE_HEIGHT = 1.25


@dataclass(frozen=True, slots=True)
class Names:
    """A name for each curve, `size` points high if there is room; those of a family are values under a `heading`.

    `measure` returns the width in inches of a text at a size in points.
    """

    texts: tuple[str, ...]
    size: float
    measure: Callable[[str, float], float]
    heading: str = ""
    formulas: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """A figure of `size` inches in a look, with its words and what measures them."""

    size: tuple[float, float]
    look: Look
    labels: Wording
    measure: Measure

    @property
    def em(self) -> float:
        """The text size in inches."""
        return self.look.text * POINT

    @property
    def title_leading(self) -> float:
        """The distance of the title's lines in multiples of their size: formulas have fractions."""
        return 1.7 if self.labels.title_is_math and "$" in self.labels.title else LINE_HEIGHT

    @property
    def end_names(self) -> Names:
        """The names for the curves' ends: of a family the values, the last of which has the parameter's letter."""
        labels, measure = self.labels, partial(self.measure, math=self.labels.formulas)
        *others, last = labels.short_names or labels.names
        texts = (*others, f"{labels.parameter} = {last}" if labels.short_names else last)
        return Names(texts, self.look.text, measure, formulas=labels.formulas)

    @property
    def legend_names(self) -> Names:
        """The names for the legend: the short ones under a heading, if there are any."""
        labels, full = self.labels, self.end_names
        return Names(labels.short_names or full.texts, full.size, full.measure, labels.heading, labels.formulas)
