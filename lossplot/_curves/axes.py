"""Moves of a formula from one axis to another, by putting one variable in place of the other.

Everything else, the chain rule too, follows from the new formula.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from lossplot._errors import RequestError, Words, option_words, quote, suggest
from lossplot._formula.parser import parse
from lossplot._formula.tree import Call, Name, Number, Tree, substitute, transform
from lossplot._losses.entry import (
    COEFFICIENT,
    DECISION,
    DISTANCE,
    ERROR,
    FORECAST,
    MARGIN,
    MEAN,
    OVERLAP,
    PREDICTION,
    PROBABILITY,
    RATIO,
    REAL,
    SCORE,
    SIMILARITY,
    Axis,
)

# The axes that losses are moved to come first; the variable of a formula may be that of any.
AXES = {
    axis.name: axis
    for axis in (*(MARGIN, ERROR, PROBABILITY, PREDICTION, SCORE, DISTANCE, SIMILARITY, COEFFICIENT, RATIO, OVERLAP),)
}

# The variables that say which axis they are of.
VARIABLES: Mapping[str, Axis] = {axis.variable: axis for axis in (MARGIN, ERROR, PROBABILITY, SIMILARITY, COEFFICIENT)}

# The variable of the first axis in terms of that of the second.
_LINKS = {
    ("probability", "margin"): "sigmoid(m)",
    ("margin", "probability"): "log(p) - log1p(-p)",
    ("error", "margin"): "1 - m",
}


def axis_called(variable: str) -> Axis:
    """Return an axis of its own name, of which nothing is claimed."""
    taken = variable in AXES
    shown = f"*{variable}*" if len(variable) == 1 else variable
    return Axis(f"variable {variable}" if taken else variable, variable, shown, REAL, (-3.0, 3.0))


def onto_axis(tree: Tree, old: Axis, new: Axis) -> Tree:
    """Rewrite `tree`, a formula in the variable of `old`, as one in the variable of `new`."""
    if old.name == new.name:
        return tree
    if new.y is not None:
        labelled = _PREDICTIONS[new.name].labelled
        tree = onto_axis(tree, old, labelled)
        return substitute(tree if new.y == 1 else mirrored(tree, labelled), {labelled.variable: Name(new.variable)})
    if new.target is not None and old.name == ERROR.name:
        return substitute(tree, {old.variable: Call("-", (Name(new.variable), Number(new.target)))})
    if old.of_mean and new.name == MEAN.name:
        return transform(substitute(tree, {old.variable: parse(old.of_mean, (new.variable,))}), _without_logarithms)
    link = parse(_LINKS[old.name, new.name], (new.variable,))
    return transform(substitute(tree, {old.variable: link}), _stable)


def is_linked(old: Axis, new: Axis) -> bool:
    """Return True if the variable of `old` is a function of that of `new`, or the same."""
    return old.name == new.name or (old.name, new.name) in _LINKS


def through(tree: Tree, variable: str, link: str, score: str) -> Tree:
    """Rewrite `tree`, a formula in `variable`, in the `score` that the function `link` makes it of."""
    return transform(substitute(tree, {variable: Call(link, (Name(score),))}), _stable)


def mirrored(tree: Tree, axis: Axis) -> Tree:
    """Rewrite `tree`, the loss of one label at the variable of `axis`, as that of the other label.

    Raises RequestError on an axis that has no two labels.
    """
    if axis.name not in _OTHER_LABEL:
        raise RequestError(
            f"{axis.words} has no label that could be the other one; "
            f"only a loss of the {' or the '.join(_OTHER_LABEL)} has a conditional risk"
        )
    return transform(substitute(tree, {axis.variable: parse(_OTHER_LABEL[axis.name], (axis.variable,))}), _stable)


# The variable for the other label.
_OTHER_LABEL = {"margin": "-m", "probability": "1 - p"}


@dataclass(frozen=True, slots=True)
class _Prediction:
    """The output of a model, the axis of the losses that follows from it and the label, and the two labels."""

    axis: Axis
    labelled: Axis
    labels: tuple[int, int]


_PREDICTIONS = {
    each.axis.name: each
    for each in (_Prediction(DECISION, MARGIN, (1, -1)), _Prediction(FORECAST, PROBABILITY, (1, 0)))
}


def label_axes(axis: Axis) -> tuple[Axis, ...]:
    """Return the axis of what a model predicts once for each label, 1 first; none for an axis without labels."""
    found = [each for each in _PREDICTIONS.values() if each.labelled.name == axis.name]
    return tuple(replace(each.axis, y=label) for each in found for label in each.labels)


def label_words(axis: Axis) -> str:
    """Return the label that losses on `axis` are for, with markup: `*y* = +1`; nothing if they are for any."""
    if axis.y is None:
        return ""
    sign = "" if 0 in _PREDICTIONS[axis.name].labels else "+"
    return f"*y* = {axis.y:{sign}}".replace("-", "\u2212")


def _stable(tree: Tree) -> Tree:
    """Simplify logarithms of a sigmoid, and its difference from one, so that no digits are lost."""
    match tree:
        case Call("neg", (Call("neg", (x,)),)):
            return x
        case Call("-", (x, Call("neg", (y,)))):
            return Call("+", (x, y))
        case Call("log", (Call("sigmoid", (x,)),)):
            return Call("neg", (Call("softplus", (Call("neg", (x,)),)),))
        case Call("log", (Call("-", (Number(1.0), x)),)):
            return Call("log1p", (Call("neg", (x,)),))
        case Call("log1p", (Call("neg", (Call("-", (Number(1.0), x)),)),)):
            return Call("log", (x,))
        case Call("log1p", (Call("neg", (Call("sigmoid", (x,)),)),)):
            return Call("neg", (Call("softplus", (x,)),))
        case Call("-", (Number(1.0), Call("sigmoid", (x,)))):
            return Call("sigmoid", (Call("neg", (x,)),))
        case Call("logdev", (Call("sigmoid", (x,)),)):
            return Call("-", (Call("softplus", (Call("neg", (x,)),)), Call("sigmoid", (Call("neg", (x,)),))))
        case Call("logshare", (Call("sigmoid", (x,)),)):
            right, wrong = Call("softplus", (Call("neg", (x,)),)), Call("softplus", (x,))
            return Call("/", (right, Call("+", (right, wrong))))
        case Call("-", (Number(1.0), Call("-", (Number(1.0), Name() as x)))):
            return x
        case Call("focal", (Call("sigmoid", (x,)), y)):
            # (1 - p)^y in logarithms: a power would seem to change where 1 - p is too small for a double.
            wrong, right = Call("softplus", (x,)), Call("softplus", (Call("neg", (x,)),))
            return Call("*", (Call("exp", (Call("neg", (Call("*", (y, wrong)),)),)), right))
        case Call("xlogy", (y, Call("sigmoid", (x,)))):
            return Call("neg", (Call("*", (y, Call("softplus", (Call("neg", (x,)),)))),))
        case Call("xlog1py", (y, Call("neg", (Call("sigmoid", (x,)),)))):
            return Call("neg", (Call("*", (y, Call("softplus", (x,)))),))
    return tree


def _without_logarithms(tree: Tree) -> Tree:
    """Simplify exponentials of a logarithm to powers."""
    match tree:
        case Call("exp", (Call("log", (x,)),)):
            return x
        case Call("exp", (Call("neg", (Call("log", (x,)),)),)):
            return Call("/", (Number(1.0), x))
        case Call("exp", (Call("*", (y, Call("log", (x,)))),)):
            return Call("^", (x, y))
        case Call("*", (y, Call("/", (Number(1.0), x)))):
            return Call("/", (y, x))
    return tree


def asked_axis(name: str | None, target: float | None) -> Axis | None:
    """Return the axis called `name`, if any; a `target` is that of the prediction, without a name too.

    Raises RequestError for an unknown axis, and for one whose variable has no target.
    """
    axis = find_axis(name) if name is not None else None
    if target is None:
        return axis
    if axis is not None and axis.name != PREDICTION.name:
        raise RequestError(
            f"a target is that of a prediction, not of the {axis.name}; write ",
            Words("--axis prediction", "axis='prediction'"),
            ", or leave out ",
            option_words("target"),
        )
    return replace(PREDICTION, target=target)


def find_axis(name: str) -> Axis:
    """Find the axis called `name`.  Raises RequestError if there is none."""
    axis = AXES.get(name.lower())
    if axis is None:
        hint = suggest(name.lower(), AXES) or f"choose {', '.join(AXES)}"
        raise RequestError(f"axis {quote(name)} is unknown; {hint}")
    return axis


def check_move(name: str, old: Axis, new: Axis, even: bool) -> None:
    """Raise RequestError, saying why and what would work, if a loss of axis `old` has no meaning on `new`.

    `even` is true of a loss that is an even function.
    """
    if old.name == new.name or (old.of_mean and new.name == MEAN.name):
        return
    if old.name == ERROR.name and new.name == PREDICTION.name:
        if new.target is None:
            raise RequestError(
                f"{name} is a function of {old.words} = prediction - target; give the target of the prediction with ",
                Words("--target T", "target=T"),
            )
        return
    if (old.name, new.name) not in _LINKS:
        targets = [target for source, target in _LINKS if source == old.name]
        works = f"on the {old.name} axis" + (f" or the {' or '.join(targets)} axis" if targets else " only")
        raise RequestError(f"{name} has no meaning on the {new.name} axis; draw it {works}")
    if old.name == "error" and not even:
        raise RequestError(
            f"{name} is not even in r, so that r = 1 - m is not the same for both labels; draw it on the error axis"
        )
