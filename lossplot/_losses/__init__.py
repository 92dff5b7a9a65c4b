"""The catalogue: every loss, found by its name or by the names people type for it elsewhere."""

from lossplot._losses.entry import Axis, Interval, Loss, Parameter
from lossplot._losses.equivalent import Equivalent
from lossplot._losses.registry import LOSSES, find, is_name, names, normalise

__all__ = ["LOSSES", "Axis", "Equivalent", "Interval", "Loss", "Parameter", "find", "is_name", "names", "normalise"]
