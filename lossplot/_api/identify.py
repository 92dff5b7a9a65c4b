"""The losses that a formula, a function or a table is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from lossplot._api.arrays import real_numbers
from lossplot._api.loss import Loss, loss_of, loss_texts
from lossplot._api.messages import python_messages
from lossplot._curves.axes import find_axis
from lossplot._curves.matches.identify import FEWEST_ROWS, sample_of, sample_of_table
from lossplot._curves.matches.identify import identify as find
from lossplot._curves.matches.match import Match, Sample
from lossplot._curves.parse import read_curves
from lossplot._errors import RequestError, quote_value
from lossplot._formula.evaluate import Array
from lossplot._losses import Axis
from lossplot._text.matches import match_words

_POINTS = np.linspace(-5.0, 5.0, 201)
_UNIT = np.linspace(0.005, 0.995, 199)


@dataclass(frozen=True, slots=True)
class Identity:
    """A loss that was found: its values are `factor` times those of `loss`, plus `shift`; printed it says so.

    Of a sum `terms` has each loss with its factor, and `loss` is the first.  With `mirrored` it is the loss at -x, for
    a probability at 1 - p.  `exact` is True if the `difference`, the largest one, is nothing but rounding.
    """

    terms: tuple[tuple[Loss, float, bool], ...]
    shift: float
    difference: float
    exact: bool
    _words: str

    @property
    def loss(self) -> Loss:
        """The loss, with its parameters."""
        return self.terms[0][0]

    @property
    def factor(self) -> float:
        """By what the loss is multiplied."""
        return self.terms[0][1]

    @property
    def mirrored(self) -> bool:
        """True if it is the loss at the opposite of x."""
        return self.terms[0][2]

    def __str__(self) -> str:
        return self._words


def identify(
    value: str | Loss | Callable[[Array], Any] | ArrayLike, y: ArrayLike | None = None, *, axis: str | None = None
) -> list[Identity]:
    """Find which losses of the catalogue a formula, a function or a table is; best first.

    Parameters
    ----------
    value : str, Loss, callable or array
        A formula, a function of an array, or the x of a table.
    y : array, optional
        The values of the table at each x.
    axis : str, optional
        Only losses of this axis: margin, error, probability ...

    Returns
    -------
    list of Identity
        Those that it is; if there are none, those that come nearest.

    Raises
    ------
    RequestError
        For a formula that cannot be read, or a table that is too short.

    Examples
    --------
    >>> import lossplot
    >>> [best, *others] = lossplot.identify("x**2/(x**2 + 6)")
    >>> print(best)
    1/3 × geman-mcclure:c=2.449489742783178, where c = sqrt(6)
    >>> best.loss.name, best.exact
    ('geman-mcclure', True)
    """
    with python_messages():
        return [_identity(match) for match in find(_sample(value, y, find_axis(axis) if axis is not None else None))]


def _sample(value: Any, y: ArrayLike | None, axis: Axis | None) -> Sample:
    if y is not None:
        x, values = real_numbers(value).ravel(), real_numbers(y).ravel()
        if x.size != values.size or x.size < FEWEST_ROWS:
            raise RequestError(f"{x.size} x and {values.size} values are no table; give {FEWEST_ROWS} or more of each")
        order = np.argsort(x, kind="stable")
        return sample_of_table(x[order], values[order], axis)
    if isinstance(value, str | Loss):
        curves = read_curves(loss_texts([value]), axis=axis)
        if len(curves) > 1:
            raise RequestError(f"{str(value)!r} is {len(curves)} curves; give one of them")
        return sample_of(curves[0])
    if not callable(value):
        raise RequestError(f"{quote_value(value)} is no loss; give a formula, a function, or x and y")
    points = _UNIT if axis is not None and axis.name == "probability" else _POINTS
    with np.errstate(all="ignore"):
        return sample_of_table(points, real_numbers(value(points)).ravel(), axis)


def _identity(match: Match) -> Identity:
    terms = tuple((loss_of(term.curve), term.factor.value, term.is_mirrored) for term in match.terms)
    return Identity(terms, match.shift.value, match.difference, match.is_exact, match_words(match))
