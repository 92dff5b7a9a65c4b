"""Compare a figure with that of other programs: `python tests/benchmarks/peers.py`.

Each draws the hinge and the squared hinge with their derivatives into a file, as its users write it, without looking
for corners or limits, describing anything or recording how it was made.  Printed is what lossplot costs as a multiple,
in CPU seconds of whole processes, run one after the other; the median of 7 pairs counts.  A peer that is not installed
is named: `pip install seaborn plotnine altair vl-convert-python`, and gnuplot.
"""

from __future__ import annotations

import shutil
import statistics
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.util import find_spec

from speed import BARE_FIGURE, LOSSPLOT, PAIRS, cpu_seconds

NUMBERS = """
import numpy as np
x = np.linspace(-3, 3, 201)
hinge, slope = np.maximum(0, 1 - x), np.where(x < 1, -1.0, 0.0)
squared, squared_slope = hinge**2, -2*hinge
"""
LONG = f"""{NUMBERS}
import pandas as pd
parts = [("hinge", "loss", hinge), ("squared-hinge", "loss", squared)]
parts += [("hinge", "derivative", slope), ("squared-hinge", "derivative", squared_slope)]
data = pd.concat(pd.DataFrame({{"m": x, "y": y, "name": name, "panel": panel}}) for name, panel, y in parts)
"""
PYPLOT = f"""{NUMBERS}
import matplotlib
matplotlib.use("agg")
import matplotlib.pyplot as plt
figure, (upper, lower) = plt.subplots(2, 1, sharex=True, figsize=(8, 6.75), layout="constrained")
for name, value, derivative in (("hinge", hinge, slope), ("squared hinge", squared, squared_slope)):
    upper.plot(x, value, label=name)
    lower.plot(x, derivative)
upper.legend()
lower.set_xlabel("margin")
plt.savefig("peer.svg")
"""
SEABORN = f"""{LONG}
import matplotlib
matplotlib.use("agg")
import seaborn as sns
grid = sns.relplot(data, x="m", y="y", hue="name", row="panel", kind="line", facet_kws={{"sharey": False}})
grid.savefig("peer.svg")
"""
PLOTNINE = f"""{LONG}
from plotnine import aes, facet_wrap, geom_line, ggplot
plot = ggplot(data, aes("m", "y", colour="name")) + geom_line() + facet_wrap("panel", ncol=1, scales="free_y")
plot.save("peer.svg", verbose=False)
"""
ALTAIR = f"""{LONG}
import altair as alt
chart = alt.Chart(data).mark_line().encode(x="m", y="y", color="name").facet(row="panel").resolve_scale(y="independent")
chart.save("peer.svg")
"""
GNUPLOT = "; ".join(
    (
        "set terminal svg size 800,675",
        'set output "peer.svg"',
        "set multiplot layout 2,1",
        "set xrange [-3:3]",
        "set samples 201",
        "hinge(x) = x < 1 ? 1 - x : 0",
        "plot hinge(x), hinge(x)**2",
        "plot (x < 1 ? -1 : 0), -2*hinge(x)",
    )
)


@dataclass(frozen=True, slots=True)
class Peer:
    """A program, the modules that it needs, and what lossplot may cost of it; nothing is promised without `most`."""

    command: tuple[str, ...]
    modules: tuple[str, ...] = ()
    most: float | None = None

    @property
    def is_there(self) -> bool:
        return shutil.which(self.command[0]) is not None and all(map(find_spec, self.modules))


PEERS: Mapping[str, Peer] = {
    "matplotlib's Figure": Peer((sys.executable, BARE_FIGURE, "peer.svg"), most=1.25),
    "pyplot": Peer((sys.executable, "-c", PYPLOT), most=1.25),
    "seaborn": Peer((sys.executable, "-c", SEABORN), ("seaborn",), 1.0),
    "plotnine": Peer((sys.executable, "-c", PLOTNINE), ("plotnine",), 1.0),
    "Altair": Peer((sys.executable, "-c", ALTAIR), ("altair", "vl_convert", "pandas"), 1.0),
    "gnuplot": Peer(("gnuplot", "-e", GNUPLOT)),
}


def ratio(peer: Peer) -> float:
    ours = (LOSSPLOT, "hinge", "squared-hinge", "--derivative", "-o", "ours.svg")
    with tempfile.TemporaryDirectory() as folder:
        for command in (ours, peer.command):
            cpu_seconds(command, folder, on_terminal=False)
        pairs = [
            [cpu_seconds(command, folder, on_terminal=False) for command in (ours, peer.command)] for _ in range(PAIRS)
        ]
    return statistics.median(one / other for one, other in pairs)


def main() -> int:
    failures = 0
    for name, peer in PEERS.items():
        if not peer.is_there:
            print(f"        not installed       {name}")
            continue
        result = ratio(peer)
        failures += peer.most is not None and result > peer.most
        print(f"{result:6.2f}  {f'(at most {peer.most:.2f})' if peer.most else '(nothing promised)':>18}  {name}")
    return 1 if failures else 0


if __name__ == "__main__":
    raise SystemExit(main())
