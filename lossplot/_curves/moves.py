"""Curves on other axes: moved, with a target, for both labels, and all on one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import numpy as np

from lossplot._curves.axes import AXES, check_move, label_axes
from lossplot._curves.curve import Curve
from lossplot._errors import RequestError, Words, alternatives
from lossplot._formula.notation.letters import number
from lossplot._losses import Axis
from lossplot._losses.entry import MEAN, PREDICTION


def move(curve: Curve, axis: Axis) -> Curve:
    """Return `curve` on `axis`, with its target.  Raises RequestError if it has no meaning there."""
    own = curve.loss.axis
    if axis.target is not None and (own.of_mean or own.name == axis.name):
        return _with_target(curve, MEAN if own.of_mean else own, axis.target)
    if own.name == axis.name:
        return curve
    if own.of_mean and axis.name == MEAN.name:
        return replace(curve, moved_to=MEAN)
    x = np.linspace(0.0, 30.0, 301)
    even = bool(np.array_equal(curve.jet(x).value, curve.jet(-x).value, equal_nan=True))
    check_move(curve.name, curve.loss.axis, axis, even)
    return replace(curve, moved_to=axis)


def _with_target(curve: Curve, axis: Axis, target: float) -> Curve:
    """Return `curve`, of a loss that has a target of its own, with this one on `axis`.

    A typed formula without a target stays as it is.  Raises RequestError for a target that it cannot have.
    """
    moved_to = replace(axis, target=target)
    own = next((each for each in curve.loss.parameters if each.name == "target"), None)
    if own is None:
        if curve.loss.is_typed and axis.variable == PREDICTION.variable:
            return replace(curve, moved_to=moved_to)
        raise RequestError(f"{curve.name} is a function of the {axis.noun}, but has no target; leave it out")
    if own.name in curve.given and curve.parameters[own.name] != target:
        raise RequestError(
            f"{curve.spec} has a target of its own, which is not {number(target)}; leave out one of the two"
        )
    if target not in own:
        raise RequestError(f"target = {number(target)} of {curve.name} is out of range; it is {own.domain}")
    moved = replace(curve.having(own.name, target), moved_to=moved_to)
    if not moved.allowed:
        raise RequestError(
            f"{curve.name} needs {curve.loss.requires}, not target = {number(target)}; change one of them"
        )
    return moved


def for_both_labels(curve: Curve) -> tuple[Curve, ...]:
    """Return `curve` against what a model predicts, once for each label.  Raises RequestError if it knows no labels."""
    axes = label_axes(curve.axis)
    if not axes:
        raise RequestError(
            f"{curve.name} is a function of {curve.axis.words}, which has no labels; "
            "only losses of the margin or the probability are drawn for both"
        )
    return tuple(replace(curve, moved_to=axis) for axis in axes)


def _moves(curve: Curve, axis: Axis) -> bool:
    try:
        return bool(move(curve, axis))
    except RequestError:
        return False


def _axis_hint(curves: Iterable[Curve]) -> list[str | Words]:
    """Say on which axes all `curves` may be drawn: nothing if there is none."""
    shared = [name for name, axis in AXES.items() if all(_moves(curve, axis) for curve in curves)]
    if not shared:
        if all(_moves(curve, replace(PREDICTION, target=1.0)) for curve in curves):
            return [", or on one axis with ", Words("--target T", "target=T")]
        return []
    words = Words(
        alternatives([f"--axis {name}" for name in shared]), alternatives([f"axis='{name}'" for name in shared])
    )
    return [", or on one axis with ", words]


def same_axis(curves: Iterable[Curve]) -> Axis:
    """Return the axis that all `curves` share.  Raises RequestError if they do not."""
    first, *others = curves
    for other in others:
        if other.axis.name != first.axis.name:
            raise RequestError(
                f"{first.name} is a function of {first.axis.words}, {other.name} of {other.axis.words}; "
                "draw them in two figures",
                *_axis_hint([first, *others]),
            )
    return first.axis
