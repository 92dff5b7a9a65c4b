"""Meaning of a formula's names together: a label times a prediction is the margin, their difference the error."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from lossplot._formula.tree import COMPARISONS, Call, Name, Number, Tree, is_condition, names_in, substitute, transform
from lossplot._formula.typed.conditions import as_number, opposite
from lossplot._formula.typed.words import CONSTANTS, COUNTS, LABELS, OUTPUTS, PROBABILITIES, SURE_LABELS, VARIABLES

_ZERO, _ONE = Number(0.0), Number(1.0)
_M, _R, _P, _F, _Y = map(Name, "mrpfy")
_MINUS_R = Call("neg", (_R,))
_EVEN = frozenset({"abs", "cosh", "logcosh", "hypot1", "hypotm1", "versin"})
# Names that are predictions beside a label, but mean no more.
_OTHER_OUTPUTS = ("p", "q", "x")
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


def meaning(tree: Tree, parameters: frozenset[str], counts: Collection[str] = ()) -> Meaning:
    """Find the margin, the error or the label in `tree`, and drop what is about many examples.

    `counts` are names of the number of examples, the limits of sums.
    """
    tree, notes = _one_example(tree, parameters, COUNTS.union(counts))
    tree = transform(tree, lambda node: _tidy(as_number(node)))
    tree = _with_probability(tree, parameters)
    free = names_in(tree) - parameters
    for label, output in _roles(free):
        for read in (_margin, _error):
            if found := read(tree, label, output):
                return replace(found, notes=(*notes, *found.notes))
    return _with_label(Meaning(tree, tuple(notes)), free)


def _one_example(tree: Tree, parameters: frozenset[str], counts: frozenset[str]) -> tuple[Tree, list[str]]:
    """Drop sums and means over examples, and the number of examples that a sum is divided by."""
    dropped = {node.function for node in _calls(tree) if node.function in _DROPPED}
    if not dropped:
        return tree, []
    tree = transform(tree, lambda node: node.arguments[0] if _is_dropped(node) else node)  # type: ignore[union-attr]
    if "sum" in dropped:
        tree = transform(tree, lambda node: _ONE if _is_size(node, parameters) else node)
        tree = substitute(tree, dict.fromkeys(counts - parameters, _ONE))
    return tree, [_DROPPED[function] for function in sorted(dropped)]


def _is_dropped(node: Tree) -> bool:
    return isinstance(node, Call) and node.function in _DROPPED


def _is_size(node: Tree, parameters: frozenset[str]) -> bool:
    """Return True for the size of a set, which is written as an absolute value: `|D|`."""
    match node:
        case Call("abs", (Name(name),)):
            return len(name) == 1 and name.isupper() and name not in parameters
    return False


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
        case Call("-", (Number(0.0), u)) | Call(
            "*", (Call("neg", (Number(1.0),)), u) | (u, Call("neg", (Number(1.0),)))
        ):
            return Call("neg", (u,))
        case Call("neg", (Number(0.0),)):
            return _ZERO
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


def _with_probability(tree: Tree, parameters: frozenset[str]) -> Tree:
    """Put p in place of its other names, if there is but one of them."""
    names = names_in(tree)
    others = [name for name in PROBABILITIES if name in names - parameters]
    return substitute(tree, {others[0]: _P}) if len(others) == 1 and "p" not in names else tree


def _roles(free: frozenset[str]) -> list[tuple[str, str]]:
    """Return pairs of names that may be the label and the prediction."""
    pairs = [(label, output) for label in sorted(free & LABELS) for output in sorted(free & OUTPUTS)]
    pairs += [("t", "y")] if {"t", "y"} <= free else []
    pairs += [(name, f"{name}_hat") for name in sorted(free) if f"{name}_hat" in free and name not in LABELS]
    if len(free) == 2 and len(others := free - LABELS - VARIABLES) == 1 and free & SURE_LABELS:
        (label,), (output,) = free & SURE_LABELS, others
        pairs += [] if output in OUTPUTS else [(label, output)]
    return pairs


def _margin(tree: Tree, label: str, output: str) -> Meaning | None:
    """Read products of the label and the prediction as the margin, if both stand in such products alone."""
    read = _with_margins(tree, Name(label), Name(output))
    if names_in(read) & {label, output}:
        return None
    return Meaning(read, (f"{label}*{output} is read as the margin m",), is_margin_product=True)


def _with_margins(node: Tree, label: Name, output: Name) -> Tree:
    """Put m in place of the label and the prediction in each product that has both as factors."""
    factors = list(_factors(node))
    is_margin = factors.count(label) == factors.count(output) == 1

    def rebuild(part: Tree) -> Tree:
        match part:
            case Call("*", (left, right)):
                return _tidy(Call("*", (rebuild(left), rebuild(right))))
            case Call("/", (above, below)):
                return Call("/", (rebuild(above), _with_margins(below, label, output)))
            case Call("neg", (inner,)):
                return Call("neg", (rebuild(inner),))
            case Call(function, arguments):
                return Call(function, tuple(_with_margins(argument, label, output) for argument in arguments))
        return (_M if part == label else _ONE if part == output else part) if is_margin else part

    return rebuild(node)


def _factors(node: Tree) -> Iterator[Tree]:
    """Yield the names and other factors above the stroke of a product."""
    waiting = [node]
    while waiting:
        match waiting.pop():
            case Call("*", factors):
                waiting += factors
            case Call("/" | "neg", (above, *_)):
                waiting.append(above)
            case factor:
                yield factor


def _error(tree: Tree, label: str, output: str) -> Meaning | None:
    """Read differences of the label and the prediction as the error, if both stand in such differences alone."""
    signs: set[int] = set()
    error = transform(_with_errors(tree, Name(label), Name(output), signs), _unsigned)
    if names_in(error) & {label, output}:
        return None
    note = f"{output} - {label} is read as the error r = prediction - target"
    if -1 in signs:
        is_mirrored = any(
            call == _MINUS_R or (call.function == "-" and call.arguments[1] == _R) for call in _calls(error)
        )
        note = f"{label} - {output} is read as -r: the error r is prediction - target"
        note += ", so that a curve that is not even is mirrored" if is_mirrored else ""
    return Meaning(error, (note,))


def _with_errors(node: Tree, label: Name, output: Name, signs: set[int]) -> Tree:
    """Put r in place of the prediction minus the label in each sum of both, and collect the signs that r has."""
    terms = list(_terms(node))
    of_output, of_label = ([sign for term, sign in terms if term == name] for name in (output, label))
    is_error = len(of_output) == len(of_label) == 1 and of_output[0] == -of_label[0]
    if is_error:
        signs.add(of_output[0])

    def rebuild(part: Tree) -> Tree:
        match part:
            case Call("+" | "-" | "neg" as sign, arguments):
                return _tidy(Call(sign, tuple(map(rebuild, arguments))))
            case Call(sign, (left, right)) if sign in COMPARISONS and names_in(left) and names_in(right):
                difference = _with_errors(Call("-", (left, right)), label, output, signs)
                if not names_in(difference) & {label.name, output.name}:
                    return _compared(sign, difference)
                return Call(sign, (_with_errors(left, label, output, signs), _with_errors(right, label, output, signs)))
            case Call(function, arguments):
                return Call(function, tuple(_with_errors(argument, label, output, signs) for argument in arguments))
        return (_R if part == output else _ZERO if part == label else part) if is_error else part

    return rebuild(node)


def _compared(sign: str, difference: Tree) -> Tree:
    """Return the comparison of a difference with zero."""
    match difference:
        case Call("neg", (inner,)):
            return Call(sign, (_ZERO, inner))
    return Call(sign, (difference, _ZERO))


def _terms(node: Tree) -> Iterator[tuple[Tree, int]]:
    """Yield the terms of a sum with their signs."""
    waiting = [(node, 1)]
    while waiting:
        part, sign = waiting.pop()
        match part:
            case Call("+" | "-" as operator, (left, right)):
                waiting += [(left, sign), (right, sign if operator == "+" else -sign)]
            case Call("neg", (inner,)):
                waiting.append((inner, -sign))
            case _:
                yield part, sign


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
    outputs = [n for n in sorted(names & free) if n in OUTPUTS or n in _OTHER_OUTPUTS]
    labels = sorted(names & LABELS - set(outputs))
    if len(outputs) != 1 or len(labels) != 1:
        return found
    output, label = outputs[0], labels[0]
    values, notes = {}, list(found.notes)
    if output in OUTPUTS and _is_probability(tree, output):
        values[output] = _P
        notes.append(f"{output} is read as p, the forecast of class 1")
    elif output in OUTPUTS and len(output) > 1:
        values[output] = _F
        notes.append(f"{output} is read as the score f")
    if label in free:
        values[label], label = _Y, "y"
    return replace(found, tree=substitute(tree, values), notes=tuple(notes), label=label)


def _is_probability(tree: Tree, name: str) -> bool:
    """Return True if logarithms are taken of a name, and of one minus it."""
    arguments = [call.arguments[0] for call in _calls(tree) if call.function == "log"]
    rest = Call("-", (_ONE, Name(name)))
    of_rest = [rest in _calls(argument) for argument in arguments if names_in(argument) == {name}]
    return True in of_rest and False in of_rest
