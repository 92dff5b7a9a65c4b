"""The check of a gradient that somebody wrote, as formulas or as functions of Python."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from lossplot._api.loss import Loss, loss_texts
from lossplot._api.messages import python_messages
from lossplot._api.objectives import Kind, call, kind_of
from lossplot._curves.axes import find_axis
from lossplot._curves.checks.check import Finding, check_derivative, exact_derivative
from lossplot._curves.checks.differences import SHARE, Estimate, compare_numbers, derivative_of, is_single
from lossplot._curves.checks.given import read_loss
from lossplot._curves.checks.verdict import Verdict, What
from lossplot._curves.curve import Curve
from lossplot._curves.parse import read_curves
from lossplot._errors import RequestError, quote_value
from lossplot._formula.evaluate import Array
from lossplot._text.verdicts import verdict_sentences

if TYPE_CHECKING:
    from lossplot._api.figure import LossFigure

Derivative = str | Loss | Callable[..., Any]
# Predictions at which functions are compared, those between which losses most often change among them.
_NEAR = np.unique(np.concatenate([np.linspace(-4.0, 4.0, 65), np.linspace(-3.73, 3.91, 41), [-20.0, -9.5, 9.5, 20.0]]))
_TARGETS = (0.0, 1.7)
# Labels as boosting libraries have them, and as textbooks do.
_LABELS = ((0.0, 1.0), (-1.0, 1.0))
_POSITIVE = 1e-12


@dataclass(frozen=True, slots=True)
class Check:
    """The finding of `check`: it is true if all is right, and printed it says where not.

    `gradient` and `hessian` are the verdicts: each has `equal`, and the `x`, `given`, `exact` and `difference` where it
    first differs.
    """

    gradient: Verdict | None
    hessian: Verdict | None
    name: str
    variable: str
    _findings: tuple[Finding, ...] = field(default=(), repr=False)

    @property
    def equal(self) -> bool:
        """True if the gradient is right, and the Hessian, as far as they were given."""
        return all(verdict.equal for verdict in (self.gradient, self.hessian) if verdict is not None)

    def __bool__(self) -> bool:
        return self.equal

    def __str__(self) -> str:
        verdicts = [verdict for verdict in (self.gradient, self.hessian) if verdict is not None]
        return "\n".join(line for each in verdicts for line in verdict_sentences(each, self.name, self.variable))

    @property
    def figure(self) -> LossFigure:
        """The exact derivative and the given one, of the first that is wrong; of formulas alone.

        Raises RequestError for functions, which are no formulas.
        """
        from lossplot._api.figure import Looks, LossFigure
        from lossplot._api.plot import checked
        from lossplot._figure.comparison import comparison_spec
        from lossplot._figure.resolve import resolve

        if not self._findings:
            raise RequestError("only formulas are drawn; give the loss and its gradient as formulas")
        wrong = [finding for finding in self._findings if not finding.verdict.equal]
        with python_messages():
            return checked(LossFigure(resolve(comparison_spec((wrong or self._findings)[0], "en")), Looks()))


def check(
    value: Derivative, gradient: Derivative | None = None, hessian: Derivative | None = None, *, axis: str | None = None
) -> Check:
    """Tell whether a gradient, and a Hessian, that somebody wrote are those of a loss.

    Parameters
    ----------
    value : str, Loss or callable
        The loss: a name or a formula, or a function of an array, or of labels and predictions.
    gradient : str or callable
        Its derivative: a formula, a function of an array, or an objective of XGBoost, LightGBM or CatBoost as it
        stands: `objective(preds, dtrain)` or `objective(y_true, y_pred)`, which returns gradient and Hessian.
    hessian : str or callable, optional
        Its second derivative.
    axis : str, optional
        The axis by whose variable the loss is derived: margin for the logit of a probability.

    Returns
    -------
    Check
        True if all is right.

    Raises
    ------
    RequestError
        For a formula that cannot be read, or a function that gives no numbers.

    Notes
    -----
    Formulas are compared over the whole domain, to 1e-9.  A function is compared with the exact derivative of a
    formula at some hundred points, and with differences if the loss is a function too; the tolerance is that of the
    verdict.  The Hessian of an objective may be any positive number where the exact one is not positive.

    Examples
    --------
    >>> import lossplot
    >>> print(lossplot.check("huber", "r"))
    the gradient is wrong: it is not that of huber
    at r = -3 it is -3 and should be -1: a difference of -2
    it differs for r < -1 and for r > 1
    >>> import numpy as np
    >>> def objective(y_true, y_pred):
    ...     p = 1 / (1 + np.exp(-y_pred))
    ...     return p - y_true, p * (1 - p)
    >>> lossplot.check("logistic", objective).equal
    True
    """
    with python_messages():
        parts = {"gradient": gradient, "hessian": hessian}
        if gradient is None and hessian is None:
            raise RequestError("no gradient is given; give a formula, as in check('r**2', '2*r'), or a function")
        for each in (value, *parts.values()):
            if each is not None and not isinstance(each, str | Loss) and not _is_function(each):
                raise RequestError(f"{quote_value(each)} is no loss and no gradient; give a formula or a function")
        curves = _curves(value, axis)
        if curves and all(each is None or isinstance(each, str | Loss) for each in parts.values()):
            return _of_formulas(curves, {name: str(each) for name, each in parts.items() if each is not None})
        return _of_functions(value, curves, parts)


def _is_function(value: object) -> bool:
    return callable(value) or hasattr(value, "calc_ders_range")


def _curves(value: Derivative, axis: str | None) -> tuple[Curve, ...]:
    if not isinstance(value, str | Loss):
        return ()
    return read_loss(loss_texts([value])[0], find_axis(axis) if axis is not None else None)


def _of_formulas(curves: tuple[Curve, ...], texts: Mapping[str, str]) -> Check:
    findings = {name: check_derivative(curves, text, 1 if name == "gradient" else 2) for name, text in texts.items()}
    gradient, hessian = (findings[name].verdict if name in findings else None for name in ("gradient", "hessian"))
    return Check(gradient, hessian, curves[0].spec, curves[0].axis.variable, tuple(findings.values()))


def _of_functions(value: Derivative, curves: tuple[Curve, ...], parts: Mapping[str, Derivative | None]) -> Check:
    verdicts: dict[What, Verdict] = {}
    gradient, hessian = parts["gradient"], parts["hessian"]
    if gradient is not None:
        verdicts |= _verdicts(value, curves, gradient, 1)
    if hessian is not None:
        whole = value if curves else gradient
        verdicts["hessian"] = next(iter(_verdicts(whole, curves, hessian, 2).values()))
    name = curves[0].spec if curves else getattr(value, "__name__", "the function")
    alone = all(each is None or isinstance(each, str | Loss) or kind_of(each) == "x" for each in parts.values())
    variable = "prediction" if not alone else curves[0].axis.variable if curves else "x"
    return Check(verdicts.get("gradient"), verdicts.get("hessian"), name, variable)


@dataclass(frozen=True, slots=True)
class _Examples:
    """Labels and predictions, their `x` on the axis of the loss, and the factor of the derivative by a prediction."""

    labels: Array
    predictions: Array
    x: Array
    turn: float = 1.0


def _verdicts(
    value: Derivative | None, curves: tuple[Curve, ...], given: Derivative, order: int
) -> dict[What, Verdict]:
    """The verdict on a derivative of this order that is a function, or is of one; two if it gives two."""
    own: What = "gradient" if order == 1 else "hessian"
    if not curves:
        return _by_differences(value, given, own)
    assert not isinstance(given, str | Loss)
    kind = kind_of(given)
    if kind == "x":
        return _first_wrong([_compared(curve, given, own, order) for curve in curves])
    found = [
        _first_wrong([_objective(curve, examples, given, kind, own) for curve, examples in groups])
        for groups in _examples(curves)
    ]
    return next((verdicts for verdicts in found if all(each.equal for each in verdicts.values())), found[0])


def _objective(
    curve: Curve, examples: _Examples, given: Callable[..., Any], kind: Kind, own: What
) -> dict[What, Verdict]:
    """The verdicts on the gradient and the Hessian of an objective for these examples."""
    parts = call(given, kind, examples.labels, examples.predictions)
    verdicts: dict[What, Verdict] = {}
    names: Sequence[What] = ("gradient", "hessian") if own == "gradient" else ("hessian",)
    for name, numbers in zip(names, parts, strict=False):
        order = 1 if name == "gradient" else 2
        exact = exact_derivative(curve, examples.x, order)
        turn = examples.turn**order
        low, high = np.minimum(turn * exact.low, turn * exact.high), np.maximum(turn * exact.low, turn * exact.high)
        # A library wants a positive one, whatever that of the loss is.
        wants = name == "hessian"
        safe = wants & (high <= _POSITIVE) & (numbers > high) & np.isfinite(numbers) & (numbers > _POSITIVE)
        high = np.where(safe, numbers, high)
        estimate = Estimate(low, high, exact.error)
        verdict = compare_numbers(name, examples.predictions, numbers, estimate, _share(numbers))
        label = (("y", float(examples.labels[0])),)
        verdicts[name] = replace(verdict, parameters=() if verdict.equal else label, is_safe=bool(np.any(safe)))
    return verdicts


def _compared(curve: Curve, given: Callable[..., Any], own: What, order: int) -> dict[What, Verdict]:
    """The verdict on a function of x."""
    x = _places(curve)
    numbers = call(given, "x", x, x)[0]
    return {own: compare_numbers(own, x, numbers, exact_derivative(curve, x, order), _share(numbers))}


def _share(numbers: Array) -> float:
    """The share by which numbers of their precision may be off."""
    return 1e-4 if is_single(numbers) else SHARE


def _by_differences(value: Derivative | None, given: Derivative, own: What) -> dict[What, Verdict]:
    """The verdict on the derivative of a function, which is known by its values alone."""
    assert callable(value)
    if isinstance(given, str | Loss):
        [curve] = read_curves(loss_texts([given]))
        x = _places(curve)
        return {own: compare_numbers(own, x, curve.jet(x).value, derivative_of(_of_x(value, "x", x), x))}
    kind, whole = kind_of(given), kind_of(value)
    found: list[dict[What, Verdict]] = []
    for label in (0.0, 1.0):
        labels = np.full(_NEAR.shape, label)
        numbers = call(given, kind, labels, _NEAR)
        estimate = derivative_of(_of_x(value, whole, labels), _NEAR)
        found.append({own: compare_numbers(own, _NEAR, numbers[0], estimate, _share(numbers[0]))})
        if kind == "x" and whole == "x":
            break
    return _first_wrong(found)


def _of_x(value: Callable[..., Any], kind: Kind, labels: Array) -> Callable[[Array], Array]:
    return lambda x: call(value, kind, labels, x)[0]


def _first_wrong(found: Sequence[dict[What, Verdict]]) -> dict[What, Verdict]:
    """Return for each derivative the first verdict that it is wrong, else the first."""
    names = dict.fromkeys(name for each in found for name in each)
    return {
        name: next((each[name] for each in found if name in each and not each[name].equal), found[0][name])
        for name in names
    }


def _places(curve: Curve) -> Array:
    """Points inside the domain of a curve, its kinks among them."""
    low, high = curve.domain.low, curve.domain.high
    if np.isfinite(high - low):
        x = low + (high - low) * np.concatenate([np.linspace(0.0, 1.0, 102)[1:-1], [1e-3, 0.999]])
    else:
        x = np.unique(np.concatenate([_NEAR, np.linspace(*curve.axis.view, 61)]))
    kinks = [knot.x for knot in curve.knots(-50.0, 50.0)]
    x = np.unique(np.concatenate([x, kinks]))
    return x[(x > low) & (x < high)]


def _examples(curves: tuple[Curve, ...]) -> Iterator[list[tuple[Curve, _Examples]]]:
    """The examples by which an objective is tried: one group for each way to write labels."""
    moved = tuple(
        replace(curve, moved_to=find_axis("margin")) if curve.axis.name == "probability" else curve for curve in curves
    )
    if moved[0].axis.name == "margin":
        for labels in _LABELS:
            yield [
                (curve, _Examples(np.full(_NEAR.shape, label), _NEAR, sign * _NEAR, sign))
                for curve in moved
                for label, sign in zip(labels, (-1.0, 1.0), strict=True)
            ]
        return
    groups = []
    for curve in moved:
        x = _places(curve)
        if curve.axis.name == "error":
            groups += [(curve, _Examples(np.full(x.shape, target), target + x, x)) for target in _TARGETS]
        else:
            label = next((value for name, value in curve.parameters.items() if name in ("target", "label", "y")), 0.0)
            groups.append((curve, _Examples(np.full(x.shape, label), x, x)))
    yield groups
