"""lossplot for Python programs and notebooks: `get` a loss as a function, `plot` losses as a figure."""

from lossplot._api.check import Check, check
from lossplot._api.figure import LossFigure
from lossplot._api.grid import grid
from lossplot._api.identify import Identity, identify
from lossplot._api.loss import Loss, catalogue, get
from lossplot._api.network import Network
from lossplot._api.plot import plot
from lossplot._api.score import score
from lossplot._api.table import table
from lossplot._api.train import train
from lossplot._curves.checks.verdict import Verdict
from lossplot._formula.knots import Knot

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
