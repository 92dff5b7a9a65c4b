"""Reader of gradients that somebody wrote: in the variable and the parameters of the loss, its logit or its label."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from lossplot._curves.axes import is_linked
from lossplot._curves.curve import Curve
from lossplot._curves.identity import exact_value
from lossplot._curves.parse import read_curves
from lossplot._curves.words import split
from lossplot._errors import RequestError, quote
from lossplot._formula.accurate import accurate
from lossplot._formula.evaluate import Array, bind
from lossplot._formula.notation.letters import GREEK, number
from lossplot._formula.tree import Call, Name, Number, Tree, substitute
from lossplot._formula.typed.read import read_typed
from lossplot._formula.typed.words import canonical
from lossplot._losses import Axis
from lossplot._losses.entry import SCORE

_LABEL = "y"
# The axis of the logit of a forecast.
LOGIT = replace(SCORE, variable="m", label="logit *m* of the forecast")


@dataclass(frozen=True, slots=True)
class Given:
    """A derivative as somebody wrote it: `curve`, for the label `sign`, whose score is `sign` times the margin.

    If it `is_of_score`, it is written in the score, not in the margin.
    """

    curve: Curve
    sign: float = 1.0
    is_of_score: bool = False
    order: int = 1

    @property
    def _turn(self) -> float:
        return self.sign if self.is_of_score else 1.0

    @property
    def _factor(self) -> float:
        return self.sign**self.order

    def at(self, x: Array) -> Array:
        """The values at `x`, as those of a derivative by the variable of the loss."""
        return self._factor * self.curve.jet(self.turned(x)).value + 0.0

    def turned(self, x: Array) -> Array:
        """The variable of what was written at each `x` of the loss."""
        return self._turn * x

    def exactly(self, x: float, digits: int) -> Decimal:
        """The value at `x` to so many digits; NaN where that cannot be computed."""
        return Decimal(self._factor) * exact_value(self.curve, self._turn * x, 0, digits)

    @property
    def tree(self) -> Tree:
        """The formula that is compared, with its numbers, as it is computed."""
        return self._as_derivative(self.curve.tree)

    @property
    def notation(self) -> Tree:
        """The formula that is compared, with its numbers, as it was typed."""
        return self._as_derivative(bind(self.curve.notation, self.curve.parameters, self.curve.axis.variable))

    def _as_derivative(self, tree: Tree) -> Tree:
        if self._turn < 0.0:
            variable = self.curve.axis.variable
            tree = substitute(tree, {variable: Call("neg", (Name(variable),))})
        return tree if self._factor == 1.0 else Call("*", (Number(self._factor), tree))


def read_given(text: str, loss: Curve, order: int) -> tuple[Given, ...]:
    """Read the derivative of `loss`, of this order, that somebody wrote.

    The parameters of the loss may be in it.  On the margin axis it may have a label y, and is then read for both.
    Raises RequestError as `read_curves` does, and for a derivative in a variable that has nothing to do with the loss.
    """
    words = split(text)
    own = {assignment.partition("=")[0].strip() for assignment in words.assignments}
    shared = [name for name in loss.parameters if name not in own and _mentions(words.body, name)]
    values = [f"{name}={number(loss.parameters[name])}" for name in shared]
    is_label = loss.axis.name == "margin" and _LABEL not in own | set(loss.parameters)
    has_label = is_label and _mentions(words.body, _LABEL)
    of_score = has_label and not _mentions(words.body, "m")
    signs = (1.0, -1.0) if has_label else (1.0,)
    return tuple(
        Given(curve, sign, of_score, order)
        for sign in signs
        for curve in _on_axis(":".join([text, *values, *([f"{_LABEL}={sign:g}"] if has_label else [])]), loss)
    )


def read_loss(text: str, axis: Axis | None) -> tuple[Curve, ...]:
    """Read the loss that is derived by the variable of `axis`; a forecast p of class 1 by its logit m for the margin.

    Raises RequestError as `read_curves` does.
    """
    if axis is not None and axis.name == "margin":
        curves = read_curves([text])
        if all(curve.loss.is_typed and curve.axis.name == "prediction" for curve in curves):
            return tuple(map(_by_logit, curves))
    return read_curves([text], axis=axis)


def _by_logit(curve: Curve) -> Curve:
    """A typed loss of a forecast p as one of its logit m."""
    link = {"p": Call("sigmoid", (Name(LOGIT.variable),))}
    trees = [substitute(tree, link) for tree in (curve.loss.tree, curve.loss.notation)]
    formula = accurate(trees[0], LOGIT.variable, (-math.inf, math.inf)).tree
    return replace(curve, loss=replace(curve.loss, formula=formula, textbook=trees[1], axis=LOGIT))


def _on_axis(text: str, loss: Curve) -> Iterator[Curve]:
    if loss.axis == LOGIT:
        for curve in read_curves([_varying(text, loss)]):
            if curve.axis.variable not in ("p", LOGIT.variable):
                raise RequestError(f"the derivative {quote(curve.name)} must be written in p or in its logit m")
            own = _by_logit(curve) if curve.axis.variable == "p" else curve
            yield replace(own, loss=replace(own.loss, axis=LOGIT))
        return
    try:
        curves = read_curves([_varying(text, loss)], axis=loss.axis)
    except RequestError:
        # A derivative need not be even to be written in another variable.
        curves = read_curves([text])
        if not all(is_linked(curve.axis, loss.axis) for curve in curves):
            raise
    for curve in curves:
        if curve.axis.name != loss.axis.name and not is_linked(curve.axis, loss.axis):
            raise RequestError(
                f"the derivative {curve.name!r} is a function of {curve.axis.words}, and {loss.name} of "
                f"{loss.axis.words}; write it in that"
            )
        yield replace(curve, moved_to=loss.axis) if curve.axis != loss.axis else curve


def _varying(text: str, loss: Curve) -> str:
    """`text`, with the variable of the loss in it if it is that of a number, as a derivative may be."""
    words = split(text)
    own = [assignment.partition("=")[0].strip() for assignment in words.assignments]
    try:
        is_number = not set(read_typed(words.body, own).names) - set(own)
    except RequestError:
        return text
    return str(replace(words, body=f"({words.body}) + 0*{loss.axis.variable}")) if is_number else text


def _mentions(text: str, name: str) -> bool:
    """Return True if `name` stands in the text of a formula, in any spelling."""
    words: Iterable[str] = re.findall(r"[^\W\d]\w*", text)
    return name in words or name in map(canonical, words) or (name in GREEK and GREEK[name] in text)
