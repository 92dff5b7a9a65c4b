"""What the names of a formula mean together: a label times a prediction is the margin, their difference the error."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from lossplot.formula.tree import Call, Name, Number, Tree, is_condition, names_in, substitute, transform
from lossplot.formula.typed.conditions import as_number, opposite
from lossplot.formula.typed.words import CONSTANTS, COUNTS, LABELS, OUTPUTS

_ZERO, _ONE = Number(0.0), Number(1.0)
_M, _R, _P, _F, _Y = map(Name, "mrpfy")
_MINUS_R = Call("neg", (_R,))
_EVEN = frozenset({"abs", "cosh", "logcosh", "hypot1", "hypotm1", "versin"})
_DROPPED = {
    "mean": "the mean is dropped: a curve is one example's loss",
    "sum": "the sum is dropped: a curve is one example's loss",
}


@dataclass(frozen=True, slots=True)
class Meaning:
    """A tree whose names have their meaning, and what is to be said about it."""

    tree: Tree
    notes: tuple[str, ...] = ()
    is_margin_product: bool = False
    label: str = ""


def names_in_order(tree: Tree) -> Iterator[str]:
    """Yield each name of `tree` but constants once, in the order in which they stand."""
    seen = set()
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Name) and node.name not in seen and node.name not in CONSTANTS:
            seen.add(node.name)
            yield node.name
        if isinstance(node, Call):
            waiting += reversed(node.arguments)


def meaning(tree: Tree, parameters: frozenset[str]) -> Meaning:
    """Find the margin, the error or the label in `tree`, and drop what is about many examples."""
    tree, notes = _one_example(tree, parameters)
    tree = transform(tree, lambda node: _tidy(as_number(node)))
    free = names_in(tree) - parameters
    for label, output in _roles(free):
        for read in (_margin, _error):
            if found := read(tree, label, output):
                return replace(found, notes=(*notes, *found.notes))
    return _with_label(Meaning(tree, tuple(notes)), free)


def _one_example(tree: Tree, parameters: frozenset[str]) -> tuple[Tree, list[str]]:
    """Drop sums and means over examples, and the number of examples that a sum is divided by."""
    dropped = {node.function for node in _calls(tree) if node.function in _DROPPED}
    if not dropped:
        return tree, []
    tree = transform(tree, lambda node: node.arguments[0] if _is_dropped(node) else node)  # type: ignore[union-attr]
    if "sum" in dropped:
        tree = substitute(tree, dict.fromkeys(COUNTS - parameters, _ONE))
    return tree, [_DROPPED[function] for function in sorted(dropped)]


def _is_dropped(node: Tree) -> bool:
    return isinstance(node, Call) and node.function in _DROPPED


def _calls(tree: Tree) -> Iterator[Call]:
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Call):
            yield node
            waiting += node.arguments


def _tidy(node: Tree) -> Tree:
    """Leave out a factor 1, a power 1 and a term 0, and make a choice of a condition that is a factor.

    Where the condition does not hold, the other factor may be infinite or undefined, and the product is zero still.
    """
    match node:
        case Call("*", (Number(1.0), u)) | Call("*" | "/" | "^", (u, Number(1.0))):
            return u
        case Call("+", (Number(0.0), u)) | Call("+" | "-", (u, Number(0.0))):
            return u
        case Call("-", (Number(0.0), u)):
            return Call("neg", (u,))
        case Call("*", (condition, u)) if is_condition(condition) and not is_condition(u):
            return Call("if", (condition, u, _ZERO))
        case Call("*", (u, condition)) if is_condition(condition) and not is_condition(u):
            return Call("if", (condition, u, _ZERO))
        case Call("*", (Call("if", (condition, u, Number(0.0))), v)):
            return Call("if", (condition, _tidy(Call("*", (u, v))), _ZERO))
        case Call("*", (v, Call("if", (condition, u, Number(0.0))))):
            return Call("if", (condition, _tidy(Call("*", (v, u))), _ZERO))
        case Call("+", (Call("if", (first, u, Number(0.0))), Call("if", (second, v, Number(0.0))))):
            return Call("if", (first, u, v)) if opposite(first) == second else node
    return node


def _roles(free: frozenset[str]) -> list[tuple[str, str]]:
    """Return pairs of names that may be the label and the prediction."""
    pairs = [(label, output) for label in sorted(free & LABELS) for output in sorted(free & OUTPUTS)]
    if {"t", "y"} <= free:
        pairs.append(("t", "y"))
    return pairs


def _margin(tree: Tree, label: str, output: str) -> Meaning | None:
    """Read products of the label and the prediction as the margin, if both stand in such products alone."""
    read = transform(tree, lambda node: _product(node, label, output))
    if names_in(read) & {label, output}:
        return None
    return Meaning(read, (f"{label}*{output} is read as the margin m",), is_margin_product=True)


def _product(node: Tree, label: str, output: str) -> Tree:
    """Put m in place of the label and the prediction among the factors of a product."""
    if not (isinstance(node, Call) and node.function in ("*", "/") and {label, output} <= names_in(node)):
        return node
    factors = list(_factors(node))
    if factors.count(Name(label)) != 1 or factors.count(Name(output)) != 1:
        return node
    return _replaced(node, {label: _M, output: _ONE})


def _factors(node: Tree) -> Iterator[Tree]:
    match node:
        case Call("*", (left, right)):
            yield from _factors(left)
            yield from _factors(right)
        case Call("/", (above, _)) | Call("neg", (above,)):
            yield from _factors(above)
        case _:
            yield node


def _replaced(node: Tree, values: dict[str, Tree]) -> Tree:
    """Put `values` in place of factors of a product, and leave out those that are 1."""
    match node:
        case Call("*", (left, right)):
            return _tidy(Call("*", (_replaced(left, values), _replaced(right, values))))
        case Call("/", (above, below)):
            return Call("/", (_replaced(above, values), below))
        case Call("neg", (inner,)):
            return Call("neg", (_replaced(inner, values),))
        case Name(name):
            return values.get(name, node)
    return node


def _error(tree: Tree, label: str, output: str) -> Meaning | None:
    """Read differences of the label and the prediction as the error, if both stand in such differences alone."""
    forward, backward = (Call("-", (Name(a), Name(b))) for a, b in ((output, label), (label, output)))
    values: dict[Tree, Tree] = {forward: _R, backward: _MINUS_R}
    values[Call("+", (Call("neg", (Name(label),)), Name(output)))] = _R
    values[Call("+", (Call("neg", (Name(output),)), Name(label)))] = _MINUS_R
    read = transform(tree, lambda node: _unsigned(values.get(node, node)))
    if names_in(read) & {label, output}:
        return None
    nodes = set(_calls(tree))
    note = f"{output} - {label} is read as the error r = prediction - target"
    if backward in nodes:
        note = f"{label} - {output} is read as -r: the error r is prediction - target"
        note += ", so that a curve that is not even is mirrored" if _MINUS_R in set(_calls(read)) else ""
    return Meaning(read, (note,))


def _unsigned(node: Tree) -> Tree:
    """Leave out the minus sign of -r in even functions."""
    match node:
        case Call(function, (inner,)) if inner == _MINUS_R and function in _EVEN:
            return Call(function, (_R,))
        case Call("^", (base, Number(value))) if base == _MINUS_R and value % 2.0 == 0.0:
            return Call("^", (_R, Number(value)))
        case Call("*", (left, right)) if left == right == _MINUS_R:
            return Call("*", (_R, _R))
        case Call("neg", (inner,)) if inner == _MINUS_R:
            return _R
    return node


def _with_label(found: Meaning, free: frozenset[str]) -> Meaning:
    """Find the label beside a forecast or a score; a prediction whose logarithm is taken is a forecast."""
    tree = found.tree
    names = set(names_in_order(tree))
    outputs = [n for n in sorted(names & free) if n in OUTPUTS or n == "p" or _is_probability(tree, n)]
    labels = sorted(names & LABELS - set(outputs))
    if len(outputs) != 1 or len(labels) != 1:
        return found
    output, label = outputs[0], labels[0]
    values, notes = {}, list(found.notes)
    if output != "p" and _is_probability(tree, output):
        values[output] = _P
        notes.append(f"{output} is read as p, the forecast of class 1")
    elif len(output) > 1:
        values[output] = _F
        notes.append(f"{output} is read as the score f")
    if label in free:
        values[label], label = _Y, "y"
    return replace(found, tree=substitute(tree, values), notes=tuple(notes), label=label)


def _is_probability(tree: Tree, name: str) -> bool:
    """Return True if logarithms are taken of a name, and of one minus it."""
    of_itself, of_rest = Call("log", (Name(name),)), Call("log", (Call("-", (_ONE, Name(name))),))
    return {of_itself, of_rest} <= set(_calls(tree))
