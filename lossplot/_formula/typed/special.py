"""Functions whose arguments are read in a way of their own."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from functools import partial

from lossplot._errors import quote
from lossplot._formula.functions import CONSTANTS
from lossplot._formula.functions.elementary import VARIADIC
from lossplot._formula.tree import Call, Name, Number, Tree, names_in
from lossplot._formula.typed import conditions
from lossplot._formula.typed.arguments import Arguments
from lossplot._formula.typed.stream import Stream
from lossplot._formula.typed.tokens import Token

_Reading = Callable[[Stream, Token, Arguments], Tree]
_ZERO, _ONE, _INFINITY = Number(0.0), Number(1.0), Number(math.inf)


def _first(stream: Stream, token: Token, arguments: Arguments) -> Tree:
    """Read a change of type or shape, which is none for one number."""
    if not arguments.trees:
        stream.stop(token, f"'{token.text}' has no argument", f"write {token.text}(...)")
    return arguments.trees[0]


def _dropped(function: str, stream: Stream, token: Token, arguments: Arguments) -> Tree:
    return Call(function, (_first(stream, token, arguments),))


def _extreme(function: str, stream: Stream, token: Token, arguments: Arguments) -> Tree:
    trees = (*arguments.trees, *(tree for key, tree in arguments.given.items() if key not in ("initial",)))
    if not 2 <= len(trees) <= VARIADIC:
        stream.stop(token, f"'{token.text}' takes 2 to {VARIADIC} arguments, not {len(trees)}", "")
    return Call(function, trees)


def _clip(stream: Stream, token: Token, arguments: Arguments) -> Tree:
    values = arguments.optional(stream, token, ("x", "low", "high"))
    bounds = [values[name] for name in ("low", "high") if name in values]
    if "x" not in values or not bounds or len(arguments.positional) > 3:
        stream.stop(token, f"'{token.text}' takes a number and its bounds", f"write {token.text}(x, low, high)")
    tree = values["x"]
    if "low" in values and values["low"] != Call("neg", (_INFINITY,)):
        tree = Call("max", (tree, values["low"]))
    if "high" in values and values["high"] != _INFINITY:
        tree = Call("min", (tree, values["high"]))
    return tree


def _where(stream: Stream, token: Token, arguments: Arguments) -> Tree:
    values = arguments.optional(stream, token, ("condition", "x", "y"))
    if len(values) != 3 or len(arguments.positional) > 3:
        given = len(arguments.trees) + len(arguments.given)
        stream.stop(token, f"'{token.text}' takes 3 arguments, not {given}", "write where(x < 1, a, b)")
    condition, then, otherwise = values["condition"], values["x"], values["y"]
    return conditions.choose(stream, conditions.check(condition, token.column), then, otherwise)


def _select(stream: Stream, token: Token, arguments: Arguments) -> Tree:
    """Read conditions, then values, as NumPy's `select` has them, or pairs of a value and a condition."""
    trees = [*arguments.trees, *arguments.given.values()]
    if token.text == "piecewise" and len(trees) > 2 and conditions.is_true_or_false(trees[1]):
        return _piecewise(stream, token, trees[1:])
    if len(trees) == 3 and conditions.is_true_or_false(trees[0]):
        return _where(stream, token, arguments)
    if len(trees) < 3:
        stream.stop(token, f"'{token.text}' takes conditions and values", "write where(x < 1, a, b)")
    *pieces, tree = trees if len(trees) % 2 else [*trees, _ZERO]
    half = len(pieces) // 2
    is_paired = not conditions.is_true_or_false(pieces[0])
    values, reasons = (pieces[::2], pieces[1::2]) if is_paired else (pieces[half:], pieces[:half])
    for value, reason in zip(reversed(values), reversed(reasons), strict=True):
        tree = conditions.choose(stream, conditions.check(reason, token.column), value, tree)
    return tree


def _piecewise(stream: Stream, token: Token, trees: list[Tree]) -> Tree:
    """Read conditions, then their values and one for elsewhere, as NumPy's `piecewise` has them."""
    reasons = [tree for tree in trees if conditions.is_true_or_false(tree)]
    values = trees[len(reasons) :]
    if not len(reasons) <= len(values) <= len(reasons) + 1:
        stream.stop(token, f"'{token.text}' takes conditions and values", "write where(x < 1, a, b)")
    tree = values[len(reasons)] if len(values) > len(reasons) else _ZERO
    for value, reason in zip(reversed(values[: len(reasons)]), reversed(reasons), strict=True):
        tree = conditions.choose(stream, reason, value, tree)
    return tree


def _heaviside(stream: Stream, token: Token, arguments: Arguments) -> Tree:
    values = arguments.named(stream, token, ("x", "y"), {"y": Call("/", (_ONE, Number(2.0)))})
    x, at_zero = values["x"], values["y"]
    if at_zero in (_ZERO, _ONE):
        return Call(">" if at_zero == _ZERO else ">=", (x, _ZERO))
    return Call("if", (Call(">", (x, _ZERO)), _ONE, Call("if", (Call(">=", (x, _ZERO)), at_zero, _ZERO))))


def _log(stream: Stream, token: Token, arguments: Arguments) -> Tree:
    values = arguments.named(stream, token, ("x", "y"), {"y": Name("e")})
    if not names_in(values["y"]) <= {*CONSTANTS, *stream.parameters}:
        hint = stream.decimal_comma() or "write log(x)/log(b)"
        stream.stop(token, f"the base of {quote(token.text)} is no number", hint)
    logarithm = Call("log", (values["x"],))
    return logarithm if values["y"] == Name("e") else Call("/", (logarithm, Call("log", (values["y"],))))


def _joined(join: Callable[[Tree, Tree], Tree], stream: Stream, token: Token, arguments: Arguments) -> Tree:
    values = arguments.named(stream, token, ("x", "y"), {})
    first, second = (conditions.check(values[name], token.column) for name in "xy")
    return join(first, second)


def _not(stream: Stream, token: Token, arguments: Arguments) -> Tree:
    return conditions.opposite(conditions.check(_first(stream, token, arguments), token.column))


def _indicator(stream: Stream, token: Token, arguments: Arguments) -> Tree:
    """Read a condition that is made with a module, or that is asked of itself: `(m < 1).indicator()`."""
    return conditions.check(_first(stream, token, arguments), token.column)


def _logaddexp(stream: Stream, token: Token, arguments: Arguments) -> Tree:
    values = arguments.named(stream, token, ("x", "y"), {})
    if _ZERO in values.values():
        return Call("softplus", (values["y"] if values["x"] == _ZERO else values["x"],))
    return Call("log", (Call("+", (Call("exp", (values["x"],)), Call("exp", (values["y"],)))),))


SPECIAL_CALLS: Mapping[str, _Reading] = {
    "identity": _first,
    "mean": partial(_dropped, "mean"),
    "sum": partial(_dropped, "sum"),
    "max": partial(_extreme, "max"),
    "min": partial(_extreme, "min"),
    "clip": _clip,
    "where": _where,
    "select": _select,
    "heaviside": _heaviside,
    "log": _log,
    "logaddexp": _logaddexp,
    "and": partial(_joined, conditions.both),
    "or": partial(_joined, conditions.either),
    "not": _not,
    "indicator": _indicator,
}
