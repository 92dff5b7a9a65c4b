"""A loss with its parameters as a function of Python."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from numbers import Real
from typing import Any, Protocol, TypeVar, overload

import numpy as np
from numpy.typing import ArrayLike

from lossplot.api.messages import python_messages
from lossplot.curves.curve import Curve, all_knots
from lossplot.curves.parse import read_curves
from lossplot.errors import RequestError, quote_value
from lossplot.formula.evaluate import Array
from lossplot.formula.knots import Knot
from lossplot.formula.notation.latex import latex
from lossplot.formula.notation.letters import number
from lossplot.formula.notation.text import unicode


class Labelled(Protocol):
    """Numbers with labels, such as a pandas Series or DataFrame."""

    @property
    def index(self) -> Any: ...

    def to_numpy(self) -> Any: ...


Labels = TypeVar("Labels", bound=Labelled)


@dataclass(frozen=True, slots=True, repr=False)
class LossCurve:
    """A loss with values for its parameters: call it with numbers or arrays of any shape.

    It can be given wherever the name of a loss can, and is equal to another with the same numbers.  Values and
    derivatives are those of `lossplot table`: NaN outside the domain, and where a derivative does not exist.

    Examples
    --------
    >>> import lossplot
    >>> hinge = lossplot.get("hinge")
    >>> hinge([0.0, 1.0, 2.0])
    array([1., 0., 0.])
    >>> [(knot.x, knot.kind) for knot in hinge.knots]
    [(1.0, 'corner')]
    >>> figure = lossplot.plot(hinge, "logistic")
    """

    curve: Curve

    @overload
    def __call__(self, x: Labels) -> Labels: ...
    @overload
    def __call__(self, x: ArrayLike) -> Array: ...
    def __call__(self, x: Any) -> Any:
        """Return the loss at `x`, in the shape of `x`; a pandas Series or DataFrame comes back with its labels.

        Raises RequestError for what are no real numbers.
        """
        return _at(x, lambda points: self.curve.jet(points).value)

    @overload
    def derivative(self, x: Labels) -> Labels: ...
    @overload
    def derivative(self, x: ArrayLike) -> Array: ...
    def derivative(self, x: Any) -> Any:
        """Return the first derivative at `x`, in the shape of `x`; NaN at a corner or jump."""
        return _at(x, lambda points: self.curve.derivatives(points).slope)

    @overload
    def second_derivative(self, x: Labels) -> Labels: ...
    @overload
    def second_derivative(self, x: ArrayLike) -> Array: ...
    def second_derivative(self, x: Any) -> Any:
        """Return the second derivative at `x`, in the shape of `x`; NaN at every knot."""
        return _at(x, lambda points: self.curve.derivatives(points).curvature)

    @property
    def knots(self) -> tuple[Knot, ...]:
        """The places at which the formula changes: jumps, corners and changes of curvature, in order."""
        return all_knots(self.curve)

    @property
    def name(self) -> str:
        """The name on the command line, such as `huber`, or `torch:smooth_l1` for that of another library."""
        return self.curve.name

    @property
    def parameters(self) -> dict[str, float]:
        """The value of each parameter."""
        return self.curve.parameters

    @property
    def axis(self) -> str:
        """The name of the axis that it is a function of: `margin`, `error`, `probability` ..."""
        return self.curve.axis.name

    @property
    def domain(self) -> tuple[float, float]:
        """The lowest and the highest x at which it has a value."""
        return self.curve.domain.low, self.curve.domain.high

    @property
    def formula(self) -> str:
        """The formula as a line of text, the parameters by their names."""
        return unicode(self.curve.loss.notation)

    @property
    def latex(self) -> str:
        """The formula as LaTeX for amsmath, without the dollars."""
        return latex(self.curve.loss.notation)

    def __str__(self) -> str:
        return self.curve.spec

    def __repr__(self) -> str:
        numbers = {name: number(value) for name, value in self.parameters.items()}
        arguments = "".join(f", {name}={text if text != '-inf' else repr(text)}" for name, text in numbers.items())
        return f"lossplot.get({self.name!r}{arguments})"


def _at(x: Any, evaluate: Callable[[Array], Array]) -> Any:
    with python_messages():
        points = _real_numbers(x)
    return _labelled_as(x, evaluate(points.ravel()).reshape(points.shape)[()])


def _real_numbers(x: Any) -> Array:
    """Return `x` as an array of doubles.  Raises RequestError for None, texts, dates and complex numbers."""
    try:
        array = np.asarray(x)
        if array.dtype.kind in "biufO" and not (array.dtype.kind == "O" and any(part is None for part in array.flat)):
            return array.astype(np.float64)
    except (TypeError, ValueError, OverflowError):
        pass
    raise RequestError(f"x must be real numbers, not {quote_value(x)}; give one, or an array of them")


def _labelled_as(x: Any, values: Array) -> Any:
    """Return `values` with the labels of `x` if it has any: as a Series of pandas, or a DataFrame."""
    if not hasattr(x, "to_numpy") or not hasattr(x, "index"):
        return values
    labels = {"columns": x.columns} if hasattr(x, "columns") else {"name": x.name}
    return type(x)(values, index=x.index, **labels)


def get(name: str | LossCurve, /, **parameters: float | str) -> LossCurve:
    """Return a loss as a function.

    Parameters
    ----------
    name : str or LossCurve
        A name as on the command line: `"huber"`, `"huber:delta=2"`, or that of another library's loss, such as
        `"torch:smooth_l1:beta=0.5"`.
    **parameters : float
        Values of its parameters, by their names.

    Returns
    -------
    LossCurve
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
    """
    with python_messages():
        assignments = [f"{key}={_parameter_text(key, value)}" for key, value in parameters.items()]
        curves = read_curves([":".join([*loss_texts([name]), *assignments])])
        if len(curves) > 1:
            raise RequestError(f"{name!r} with these parameters is {len(curves)} curves; get them one by one")
    return LossCurve(curves[0])


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
        if not isinstance(loss, str) and not hasattr(loss, "formula"):
            raise RequestError(f"a loss is given by its name, not {quote_value(loss)}; write one such as 'hinge'")
    if not flat:
        raise RequestError("no loss is given; name one, such as 'hinge'")
    return [str(loss) for loss in flat]
