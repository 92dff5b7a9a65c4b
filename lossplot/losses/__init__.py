"""The catalogue: every loss, found by its name or by the names people type for it elsewhere."""

from lossplot.losses.entry import Axis, Interval, Loss, Parameter
from lossplot.losses.equivalent import Equivalent
from lossplot.losses.registry import LOSSES, find, is_name, names, normalise

__all__ = ["LOSSES", "Axis", "Equivalent", "Interval", "Loss", "Parameter", "find", "is_name", "names", "normalise"]
