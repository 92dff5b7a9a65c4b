"""A loss with its parameters as a function of Python."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from keyword import iskeyword
from numbers import Real
from typing import Any, overload

from numpy.typing import ArrayLike

from lossplot._api.arrays import Labels, at, real_numbers
from lossplot._api.messages import python_messages
from lossplot._curves.curve import Curve, all_knots, default_curve
from lossplot._curves.inverse import inverse
from lossplot._curves.places import Inverse
from lossplot._curves.programs import TARGETS, code_of
from lossplot._curves.records import property_values
from lossplot._curves.words import LossText
from lossplot._errors import RequestError, check_text, quote_value, read_choice
from lossplot._formula.evaluate import Array
from lossplot._formula.knots import Knot
from lossplot._formula.notation.latex import latex
from lossplot._formula.notation.letters import number
from lossplot._formula.notation.text import unicode
from lossplot._losses import LOSSES
from lossplot._losses.tasks import tasks_of
from lossplot._settings import own_curves, settings_of
from lossplot._text.found import places_found
from lossplot._text.names import loss_name

# Losses of one's own: the path of a TOML file, or formulas or tables of fields by name.
LossSource = str | os.PathLike[str] | Mapping[str, str | Mapping[str, object]]


@dataclass(frozen=True, slots=True, repr=False, init=False)
class Loss:
    """A loss with values for its parameters: call it with numbers or arrays of any shape.

    It can be given wherever the name of a loss can, and is equal to another with the same numbers.  Values and
    derivatives are those of `lossplot table`: NaN outside the domain, and where a derivative does not exist.

    Parameters
    ----------
    name : str
        A name or a formula, as on the command line: `"huber"`, `"max(0, 1 - m)**k"`, `"mine = max(0, 1 - m)**k"`.
    losses : str, path or mapping, optional
        Losses of your own: a TOML file of them, or a mapping of names to formulas, or to tables of their fields.
    **parameters : float
        Values of its parameters, by their names.

    Raises
    ------
    RequestError
        For an unknown name or parameter, a formula that cannot be read or has two variables, or a value outside the
        interval of its parameter.

    Examples
    --------
    >>> import lossplot
    >>> mine = lossplot.Loss("max(0, 1 - m)**k", k=2)
    >>> mine([-1.0, 0.0, 2.0])
    array([4., 1., 0.])
    >>> mine.properties()["convex"]
    True
    >>> mine.invert(4.0)
    [(-1.0, -1.0)]
    >>> hinge = lossplot.get("hinge")
    >>> hinge([0.0, 1.0, 2.0])
    array([1., 0., 0.])
    >>> [(knot.x, knot.kind) for knot in hinge.knots]
    [(1.0, 'corner')]
    >>> figure = lossplot.plot(hinge, "logistic")
    """

    _curve: Curve

    def __init__(self, name: str | Loss, /, *, losses: LossSource | None = None, **parameters: float | str) -> None:
        with python_messages():
            assignments = [f"{key}={_parameter_text(key, value)}" for key, value in parameters.items()]
            curves = own_curves([":".join([*loss_texts([name]), *assignments])], settings_of(losses))
            if len(curves) > 1:
                raise RequestError(f"{str(name)!r} with these parameters is {len(curves)} curves; get them one by one")
        object.__setattr__(self, "_curve", curves[0])

    @overload
    def __call__(self, x: Labels) -> Labels: ...
    @overload
    def __call__(self, x: ArrayLike) -> Array: ...
    def __call__(self, x: Any) -> Any:
        """Return the loss at `x`, in the shape of `x`; a pandas Series or DataFrame comes back with its labels.

        Raises RequestError for what are no real numbers.
        """
        return at(x, lambda points: self._curve.jet(points).value)

    @overload
    def derivative(self, x: Labels) -> Labels: ...
    @overload
    def derivative(self, x: ArrayLike) -> Array: ...
    def derivative(self, x: Any) -> Any:
        """Return the first derivative at `x`, in the shape of `x`; NaN at a corner or jump."""
        return at(x, lambda points: self._curve.derivatives(points).slope)

    @overload
    def second_derivative(self, x: Labels) -> Labels: ...
    @overload
    def second_derivative(self, x: ArrayLike) -> Array: ...
    def second_derivative(self, x: Any) -> Any:
        """Return the second derivative at `x`, in the shape of `x`; NaN at every knot."""
        return at(x, lambda points: self._curve.derivatives(points).curvature)

    def properties(self) -> dict[str, bool | float | str | list[tuple[float, float]] | None]:
        """Return every property that has a meaning on the axis, computed from the formula, by its name.

        Each is True or False, a number, or a list of intervals `(a, b)`, of which `(a, a)` is a point; None where it
        has no meaning.  They are those of `lossplot show`.
        """
        values = property_values(self._curve)
        return {name: _pairs(value) if isinstance(value, Inverse) else value for name, value in values.items()}

    def invert(self, value: float) -> list[tuple[float, float]]:
        """Return the first and the last double of each stretch on which the loss is `value`; `(a, a)` is a point."""
        with python_messages():
            return _pairs(inverse(self._curve, float(real_numbers(value))))

    def code(self, language: str) -> str:
        """Return code that runs as it is, in a language or for a library of boosted trees.

        In numpy, torch, jax or javascript it is a function that computes the loss, and its derivative; for xgboost,
        lightgbm or catboost a custom objective with its metric, and the constant score to start from.

        Raises RequestError for another language, and for a loss that no booster can have, such as that of a distance.

        Examples
        --------
        >>> import lossplot
        >>> print(lossplot.get("huber", delta=2).code("numpy").splitlines()[3])
        def huber(r, delta=2.0):
        >>> "def objective(score, data):" in lossplot.get("focal", gamma=2).code("xgboost")
        True
        """
        with python_messages():
            return code_of([self._curve], read_choice(language, TARGETS, "language"))

    @property
    def knots(self) -> tuple[Knot, ...]:
        """The places at which the formula changes: jumps, corners and changes of curvature, in order."""
        return all_knots(self._curve)

    @property
    def name(self) -> str:
        """The name on the command line, such as `huber`, or `torch:smooth_l1` for that of another library."""
        return self._curve.name

    @property
    def parameters(self) -> dict[str, float]:
        """The value of each parameter."""
        return self._curve.parameters

    @property
    def intervals(self) -> dict[str, str]:
        """The values that each parameter can have, in words."""
        return {parameter.name: parameter.domain for parameter in self._curve.loss.parameters}

    @property
    def title(self) -> str:
        """The name in a figure, without values of parameters."""
        return loss_name(self._curve)

    @property
    def aliases(self) -> tuple[str, ...]:
        """Other names that it is found by."""
        return self._curve.loss.aliases

    @property
    def libraries(self) -> tuple[str, ...]:
        """Its names in other libraries, such as `torch:smooth_l1`."""
        return tuple(equivalent.name for equivalent in self._curve.loss.equivalents)

    @property
    def description(self) -> str:
        """Its purpose, in a sentence or two; nothing of a formula."""
        return self._curve.loss.summary

    @property
    def tasks(self) -> tuple[str, ...]:
        """The tasks that it is used for, such as `ranking`; none of a formula."""
        return tuple(tasks_of(self._curve.loss.name))

    @property
    def source(self) -> str:
        """The publication that it is from; nothing of a formula."""
        return self._curve.loss.source

    @property
    def notes(self) -> tuple[str, ...]:
        """Sentences on how a formula was understood."""
        return self._curve.loss.notes

    @property
    def axis(self) -> str:
        """The name of the axis that it is a function of: `margin`, `error`, `probability` ..."""
        return self._curve.axis.name

    @property
    def domain(self) -> tuple[float, float]:
        """The lowest and the highest x at which it has a value."""
        return self._curve.domain.low, self._curve.domain.high

    @property
    def formula(self) -> str:
        """The formula as a line of text, the parameters by their names."""
        return unicode(self._curve.notation)

    @property
    def latex(self) -> str:
        """The formula as LaTeX for amsmath, without the dollars."""
        return latex(self._curve.notation)

    def get(self, **parameters: float | str) -> Loss:
        """Return the loss with these values of its parameters.

        Raises RequestError for an unknown parameter, or a value outside its interval.
        """
        values = {**self._curve.parameters, **parameters} if self._curve.loss.is_typed else parameters
        return Loss(str(LossText(self._curve.label, self._curve.bare_name)), losses=None, **values)

    def __str__(self) -> str:
        return self._curve.spec

    def __repr__(self) -> str:
        if self._curve.loss.is_typed or self._curve.label:
            return f"lossplot.Loss({self._curve.spec!r})"
        numbers = {name: number(value) for name, value in self.parameters.items()}
        names = {name: f"{name}_" if iskeyword(name) else name for name in numbers}
        arguments = "".join(
            f", {names[name]}={text if text != '-inf' else repr(text)}" for name, text in numbers.items()
        )
        return f"lossplot.get({self.name!r}{arguments})"


# What `get` returns has two names: programs know it by this one too.
LossCurve = Loss


def get(name: str | Loss, /, *, losses: LossSource | None = None, **parameters: float | str) -> Loss:
    """Return a loss as a function.

    Parameters
    ----------
    name : str or Loss
        A name as on the command line: `"huber"`, `"huber:delta=2"`, that of another library's loss, such as
        `"torch:smooth_l1:beta=0.5"`, or a formula, such as `"exp(-m)"`.
    losses : str, path or mapping, optional
        Losses of your own: a TOML file of them, or a mapping of names to formulas, or to tables of their fields.
    **parameters : float
        Values of its parameters, by their names.

    Returns
    -------
    Loss
        The function, with its derivatives, knots and formula.

    Raises
    ------
    RequestError
        For an unknown name or parameter, or a value outside its interval.

    Examples
    --------
    >>> import lossplot
    >>> huber = lossplot.get("huber", delta=2)
    >>> huber
    lossplot.get('huber', delta=2)
    >>> huber.derivative([-3.0, 0.0, 1.0])
    array([-2.,  0.,  1.])
    >>> lossplot.get("mine", losses={"mine": "max(0, 1 - m)**3"})([0.0, -1.0])
    array([1., 8.])
    """
    return Loss(name, losses=losses, **parameters)


def loss_of(curve: Curve) -> Loss:
    """Return `curve` for a Python program."""
    loss = object.__new__(Loss)
    object.__setattr__(loss, "_curve", curve)
    return loss


def catalogue(source: LossSource | None = None, search: str = "") -> tuple[Loss, ...]:
    """Return every loss of the catalogue, axis by axis, or of `source`, with its parameters at their defaults.

    With a `search` they are those that answer to its words, the best first.
    """
    with python_messages():
        if not isinstance(search, str):
            raise RequestError(f"search must be text, not {quote_value(search)}; give words such as 'label noise'")
        if source is not None:
            losses = [Loss(loss.name, losses=source) for loss in settings_of(source).own]
        else:
            losses = [loss_of(default_curve(loss)) for loss in LOSSES.values()]
        query = check_text(" ".join(search.split()), "search")
        entries = [replace(loss._curve.loss, name=loss.name, title=loss.title) for loss in losses]
        return tuple(losses[place] for place in places_found(query, entries))


def _parameter_text(name: str, value: object) -> str:
    if isinstance(value, str):
        return value
    try:
        if isinstance(value, Real) and not isinstance(value, bool):
            return number(float(value))
    except OverflowError:
        pass
    raise RequestError(f"{name} must be a number, not {quote_value(value)}; give one such as 0.5")


def loss_texts(losses: Sequence[object]) -> list[str]:
    """Return the words for `losses`, as on the command line; a list or tuple among them stands for its members.

    Raises RequestError unless they are names or losses, and at least one.
    """
    flat = [loss for each in losses for loss in (each if isinstance(each, (list, tuple)) else [each])]
    for loss in flat:
        if not isinstance(loss, str | Loss):
            raise RequestError(f"a loss is given by its name, not {quote_value(loss)}; write one such as 'hinge'")
    if not flat:
        raise RequestError("no loss is given; name one, such as 'hinge'")
    return [str(loss) for loss in flat]


def _pairs(found: Inverse) -> list[tuple[float, float]]:
    return [(place.first, place.last) for place in found.places]
