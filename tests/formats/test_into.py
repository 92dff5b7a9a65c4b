"""Losses in somebody else's axes: lines that suit their size, and a legend that keeps clear of them."""

from __future__ import annotations

import numpy as np
import pytest
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.transforms import BboxBase

import lossplot
from lossplot._formats.mpl.legends import Entries, add_legend


def legend_box(axes: Axes) -> BboxBase:
    legend = axes.get_legend()
    assert legend
    return legend.get_window_extent()


def axes_of(width: float, height: float) -> Axes:
    """Return axes of so many inches, in a figure half as large again."""
    figure = Figure(figsize=(1.5 * width, 1.5 * height))
    return figure.add_axes((0.2, 0.2, 1 / 1.5, 1 / 1.5))


@pytest.mark.parametrize(("width", "height"), [(6.56, 3.24), (3.28, 3.24), (6.56, 1.62), (13.12, 6.48)])
def test_lines_are_those_of_a_figure_whose_panel_the_axes_are(width: float, height: float) -> None:
    axes = axes_of(width, height)
    lossplot.plot("hinge", ax=axes)
    # The panel of a figure of 8 by 4.5 inches takes 0.82 of its width and 0.72 of its height: 6.56 by 3.24 inches.
    factor = min(width / 6.56, height / 3.24)
    widths = {line.get_linewidth() for line in axes.lines if line.get_label() == "Hinge"}
    assert list(widths) == pytest.approx([2.6 * factor])


@pytest.mark.parametrize(("pixels", "stays"), [(4.0, True), (2.0, False)])
def test_a_legend_keeps_three_pixels_off_all_that_is_drawn(pixels: float, stays: bool) -> None:
    axes = axes_of(4.0, 3.0)
    handle = Line2D([0.0], [0.0])
    entries = Entries([(handle,)], ["a name"], ["DejaVu Sans"], math=False)
    add_legend(axes, entries, [])
    box = legend_box(axes)
    assert box.x0 > axes.bbox.x0 + axes.bbox.width / 2.0  # at the right, where nothing is
    # A line all the way up, so many pixels to the left of it.
    [[at, _]] = axes.transData.inverted().transform([(box.x0 - pixels, 0.0)]).tolist()
    line = Line2D([at, at], [0.0, 1.0])
    axes.add_line(line)
    add_legend(axes, entries, [line])
    assert np.allclose(legend_box(axes).p0, box.p0) is stays
