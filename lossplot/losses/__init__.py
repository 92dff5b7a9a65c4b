"""The catalogue: every loss, found by its name or by the names people type for it elsewhere."""

from lossplot.losses.entry import Axis, Equivalent, Interval, Loss, Parameter
from lossplot.losses.registry import LOSSES, find, find_equivalent, is_known, names, normalise

__all__ = [
    "LOSSES",
    "Axis",
    "Equivalent",
    "Interval",
    "Loss",
    "Parameter",
    "find",
    "find_equivalent",
    "is_known",
    "names",
    "normalise",
]
