"""lossplot for Python programs and notebooks: `get` a loss as a function, `plot` losses as a figure."""

from lossplot.api.check import Check, check
from lossplot.api.figure import LossFigure
from lossplot.api.grid import grid
from lossplot.api.identify import Identity, identify
from lossplot.api.loss import Loss, catalogue, get
from lossplot.api.network import Network
from lossplot.api.plot import plot
from lossplot.api.score import score
from lossplot.api.table import table
from lossplot.api.train import train
from lossplot.curves.checks.verdict import Verdict
from lossplot.formula.knots import Knot

# What `get` returns has two names: programs know it by this one too.
LossCurve = Loss

__all__ = [
    "Check",
    "Identity",
    "Knot",
    "Loss",
    "LossCurve",
    "LossFigure",
    "Network",
    "Verdict",
    "catalogue",
    "check",
    "get",
    "grid",
    "identify",
    "plot",
    "score",
    "table",
    "train",
]
