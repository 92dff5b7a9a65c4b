"""The cost of a figure in a process that has drawn others, as a multiple of a bare loop's: `warm.py png`.

Both draw the same 20 figures of a loss and its derivative, at the same size and resolution, in turns.  The bare loop
has the numbers computed beforehand and lets matplotlib's constrained layout place everything; ours reads the words,
finds the knots, measures, describes the figure and records how it was made.  The median of the rounds counts.
"""

import io
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from matplotlib.figure import Figure

from lossplot._figure.options import read_spec
from lossplot._figure.resolve import resolve
from lossplot._figure.spec import FigureSpec
from lossplot._formats.mpl.figure import prepare
from lossplot._formats.produce import produce
from lossplot._formula.evaluate import Array

LOSSES = (
    *("hinge", "squared-hinge", "logistic", "exponential", "savage", "tangent", "modified-huber"),
    *("huber", "squared", "absolute", "log-cosh", "cauchy", "tukey-biweight", "quantile", "linex", "barron"),
    *("log-loss", "brier", "focal", "spherical"),
)
ROUNDS = 9
DPI = 200


@dataclass(frozen=True, slots=True)
class Content:
    """The polylines of each panel, and its limits and words."""

    name: str
    panels: tuple[tuple[str, tuple[Array, ...], tuple[float, float], tuple[float, float]], ...]
    x_label: str


def content(spec: FigureSpec) -> Content:
    prepared_figure = prepare(resolve(spec))
    return Content(
        prepared_figure.wording.names[0],
        tuple(
            (words, panel.traces[0].pieces, (panel.view.left, panel.view.right), (panel.view.bottom, panel.view.top))
            for words, panel in zip(prepared_figure.wording.panels, prepared_figure.scene.panels, strict=True)
        ),
        prepared_figure.wording.x_label,
    )


def bare(content_: Content, file_format: str) -> bytes:
    figure = Figure(figsize=(8.0, 6.75), dpi=DPI, layout="constrained")
    every = figure.subplots(2, 1, sharex=True, height_ratios=(1.25, 1.0))
    for axes, (words, pieces, x_limits, y_limits) in zip(every, content_.panels, strict=True):
        for number, piece in enumerate(pieces):
            axes.plot(*piece.T, color="#2248a2", label="" if number else content_.name, linewidth=2.8)
        axes.set(xlim=x_limits, ylim=y_limits)
        axes.set_ylabel(words, fontsize=16)
        axes.tick_params(labelsize=14)
        axes.grid(color="#e4e4e4")
        axes.spines[["top", "right"]].set_visible(False)
        axes.axvline(0.0, color="#8c8c8c", linewidth=1.0)
        axes.axhline(0.0, color="#8c8c8c", linewidth=1.0)
    every[0].legend(fontsize=16)
    every[1].set_xlabel(content_.x_label, fontsize=16)
    buffer = io.BytesIO()
    figure.savefig(buffer, format=file_format)
    return buffer.getvalue()


def seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def main(file_format: str) -> None:
    specs = [read_spec([loss], {"derivative": True}) for loss in LOSSES]
    contents = [content(spec) for spec in specs]

    def ours() -> None:
        for spec in specs:
            produce(resolve(spec), [file_format])

    def theirs() -> None:
        for content_ in contents:
            bare(content_, file_format)

    ours()
    theirs()
    rounds = [(seconds(ours), seconds(theirs)) for _ in range(ROUNDS)]
    print(statistics.median(one / other for one, other in rounds))


if __name__ == "__main__":
    np.seterr(all="ignore")
    main(sys.argv[1])
