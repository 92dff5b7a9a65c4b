"""The figure of `lossplot hinge squared-hinge --derivative`, as one would write it by hand with matplotlib."""

import sys

import numpy as np
from matplotlib.figure import Figure

x = np.linspace(-3.0, 3.0, 201)
curves = {
    "hinge": (np.maximum(0.0, 1.0 - x), np.where(x < 1.0, -1.0, 0.0)),
    "squared-hinge": (np.maximum(0.0, 1.0 - x) ** 2, -2.0 * np.maximum(0.0, 1.0 - x)),
}
figure = Figure(figsize=(8.0, 6.75), layout="constrained")
upper, lower = figure.subplots(2, 1, sharex=True, height_ratios=(1.25, 1.0))
for (name, (value, slope)), dashes in zip(curves.items(), ("-", "--"), strict=True):
    upper.plot(x, value, dashes, label=name, linewidth=2.8)
    lower.plot(x, slope, dashes, linewidth=2.8)
for axes, label, limits in ((upper, "loss", (-0.4, 8.4)), (lower, "derivative", (-2.1, 0.1))):
    axes.set(xlim=(-3.0, 3.0), ylim=limits)
    axes.set_ylabel(label, fontsize=16)
    axes.tick_params(labelsize=14)
    axes.grid(color="#e4e4e4")
    axes.spines[["top", "right"]].set_visible(False)
    axes.axvline(0.0, color="#8c8c8c", linewidth=1.0)
    axes.axhline(0.0, color="#8c8c8c", linewidth=1.0)
upper.legend(fontsize=16, loc="upper right")
lower.set_xlabel("margin  m = y·f(x)", fontsize=16)
figure.savefig(sys.argv[1])
