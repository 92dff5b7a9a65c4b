"""Draw loss functions.

    >>> import lossplot
    >>> figure = lossplot.plot("hinge", "squared-hinge", derivative=True)
    >>> figure.to_bytes("svg")[:5]
    b'<?xml'
    >>> huber = lossplot.get("huber", delta=2)
    >>> huber.derivative([-3.0, 0.0, 1.0])
    array([-2.,  0.,  1.])

The names that `dir(lossplot)` lists, and what the reference says of them, are public.  All else may change in any
version: every module below this one has a name that begins with an underscore.

Importing the package imports neither NumPy nor matplotlib: they come with the first loss that is asked for.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from lossplot._errors import LossplotError, RequestError
from lossplot._version import __version__

if TYPE_CHECKING:
    from lossplot._api.check import Check, check
    from lossplot._api.figure import LossFigure
    from lossplot._api.grid import grid
    from lossplot._api.identify import Identity, identify
    from lossplot._api.loss import Loss, LossCurve, LossSource, get
    from lossplot._api.network import Network
    from lossplot._api.plot import plot
    from lossplot._api.score import score
    from lossplot._api.table import table
    from lossplot._api.train import train
    from lossplot._curves.checks.verdict import Verdict
    from lossplot._formula.knots import Knot

__all__ = [
    "Check",
    "Identity",
    "Knot",
    "Loss",
    "LossCurve",
    "LossFigure",
    "LossplotError",
    "Network",
    "RequestError",
    "Verdict",
    "__version__",
    "check",
    "get",
    "grid",
    "identify",
    "losses",
    "plot",
    "score",
    "table",
    "train",
]


def losses(source: LossSource | None = None, *, search: str = "") -> tuple[Loss, ...]:
    """Return every loss of the catalogue, axis by axis, or every loss of your own, or what a search finds of them.

    Parameters
    ----------
    source : str, path or mapping, optional
        Losses of your own, in place of the catalogue: a TOML file of them, or a mapping of names to formulas.
    search : str, optional
        Words of a name, a task, a property, a library, a source, or a formula: those losses that answer to all of them
        are returned, the best first.  They are those of `lossplot list`.

    Returns
    -------
    tuple of Loss
        Each with its name, axis and description, and its parameters at their defaults.

    Examples
    --------
    >>> import lossplot
    >>> [loss.name for loss in lossplot.losses() if "delta" in loss.parameters][:2]
    ['huber', 'pseudo-huber']
    >>> [loss.name for loss in lossplot.losses(search="label noise")][:2]
    ['gce', 'truncated-gce']
    >>> lossplot.losses({"mine": "max(0, 1 - m)**3"})
    (lossplot.Loss('mine = max(0, 1 - m)**3'),)
    """
    from lossplot._api.loss import catalogue

    return catalogue(source, search)


# The module below this one that holds each name, so that asking for one imports no more than it needs.
_HOMES = {
    "Check": "_api.check",
    "Identity": "_api.identify",
    "Knot": "_formula.knots",
    "Loss": "_api.loss",
    "LossCurve": "_api.loss",
    "LossFigure": "_api.figure",
    "Network": "_api.network",
    "Verdict": "_curves.checks.verdict",
    "check": "_api.check",
    "get": "_api.loss",
    "grid": "_api.grid",
    "identify": "_api.identify",
    "plot": "_api.plot",
    "score": "_api.score",
    "table": "_api.table",
    "train": "_api.train",
}


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(f"lossplot.{_HOMES[name]}"), name)
    raise AttributeError(f"module 'lossplot' has no attribute {name!r}")


def __dir__() -> list[str]:
    return [*__all__]
