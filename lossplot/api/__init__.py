"""lossplot for Python programs and notebooks: `get` a loss as a function, `plot` losses as a figure."""

from lossplot.api.catalogue import Loss, catalogue
from lossplot.api.curve import LossCurve, get
from lossplot.api.figure import LossFigure
from lossplot.api.grid import grid
from lossplot.api.plot import plot

__all__ = ["Loss", "LossCurve", "LossFigure", "catalogue", "get", "grid", "plot"]
