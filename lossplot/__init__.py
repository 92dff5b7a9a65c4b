"""Draw loss functions.

    >>> import lossplot
    >>> lossplot.plot("hinge", "squared-hinge", derivative=True).save("hinge.svg")
    >>> huber = lossplot.get("huber", delta=2)
    >>> huber.derivative([-3.0, 0.0, 1.0])
    array([-2.,  0.,  1.])

Importing the package imports neither NumPy nor matplotlib: they come with the first loss that is asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lossplot.errors import LossplotError, RequestError
from lossplot.version import __version__

if TYPE_CHECKING:
    from lossplot.api import LossCurve, LossFigure, get, grid, plot

__all__ = ["LossCurve", "LossFigure", "LossplotError", "RequestError", "__version__", "get", "grid", "plot"]


def __getattr__(name: str) -> Any:
    if name in __all__:
        from lossplot import api as python

        return getattr(python, name)
    raise AttributeError(f"module 'lossplot' has no attribute {name!r}")


def __dir__() -> list[str]:
    return [*__all__]
