"""The sweep `lossplot huber:delta=0.1..3`, as one would write it by hand: only the line's data change.

Layout is computed once, every frame is drawn whole, and Pillow writes them as `matplotlib.animation` has it do.
"""

import sys
from typing import Any

import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from PIL import Image

FRAMES = 60
x = np.linspace(-4.0, 4.0, 201)
figure = Figure(figsize=(8.0, 4.5), dpi=80, layout="tight")
canvas: Any = FigureCanvasAgg(figure)
axes = figure.subplots()
(line,) = axes.plot(x, np.zeros_like(x), label="huber", linewidth=2.8)
axes.set(xlim=(-4.0, 4.0), ylim=(-0.4, 7.9))
axes.set_xlabel("error r = prediction - target", fontsize=16)
axes.set_ylabel("loss", fontsize=16)
axes.tick_params(labelsize=14)
axes.grid(color="#e4e4e4")
axes.spines[["top", "right"]].set_visible(False)
axes.legend(fontsize=16, loc="upper center")
canvas.draw()
figure.set_layout_engine("none")
pictures = []
for share in (1.0 - np.cos(2.0 * np.pi * np.arange(FRAMES) / FRAMES)) / 2.0:
    delta = 0.1 + 2.9 * share
    line.set_ydata(np.where(np.abs(x) <= delta, x * x / 2.0, delta * (np.abs(x) - delta / 2.0)))
    canvas.draw()
    pictures.append(Image.fromarray(np.array(canvas.buffer_rgba())))
pictures[0].save(sys.argv[1], save_all=True, append_images=pictures[1:], duration=50, loop=0)
