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

from typing import TYPE_CHECKING, Any

from lossplot._errors import LossplotError, RequestError
from lossplot._version import __version__

if TYPE_CHECKING:
    from lossplot._api import (
        Check,
        Identity,
        Knot,
        Loss,
        LossCurve,
        LossFigure,
        Network,
        Verdict,
        check,
        get,
        grid,
        identify,
        plot,
        score,
        table,
        train,
    )
    from lossplot._api.loss import LossSource

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
    from lossplot._api import catalogue

    return catalogue(source, search)


def __getattr__(name: str) -> Any:
    if name in __all__:
        from lossplot import _api

        return getattr(_api, name)
    raise AttributeError(f"module 'lossplot' has no attribute {name!r}")


def __dir__() -> list[str]:
    return [*__all__]
