"""Rules of functions -> the steps that they take, each step once.

The rules in `lossplot._formula.rules` are calls of NumPy.  Given a `Symbol` in place of an array they compute nothing:
the graph records what they call.  A choice is made by the bits of its two sides, which takes a third of the time of
`np.where` and never multiplies zero by infinity.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Literal

import numpy as np
from numpy.lib.mixins import NDArrayOperatorsMixin

# What a step yields: doubles, truth values, or the bits of doubles.
Kind = Literal["float", "bool", "bits"]
_TRUTHS = {
    *(np.less, np.less_equal, np.greater, np.greater_equal, np.equal, np.not_equal),
    *(np.isnan, np.isinf, np.isfinite, np.logical_and, np.logical_or, np.logical_not),
}
_BITWISE = {np.bitwise_and: np.logical_and, np.bitwise_or: np.logical_or, np.invert: np.logical_not}
# Beyond it a product is slower than a power, and no longer within an ulp or two of it.
_MOST_FACTORS = 4


@dataclass(frozen=True, slots=True)
class Node:
    """A step: what is called, with symbols of earlier steps, or constants, as arguments."""

    call: Any
    arguments: tuple[Any, ...]
    kind: Kind
    is_function: bool = False


@dataclass(slots=True)
class Graph:
    """The steps that were recorded; two steps are never the same."""

    nodes: list[Node] = field(default_factory=list)
    _places: dict[Any, int] = field(default_factory=dict)

    def add(self, call: Any, *arguments: Any, kind: Kind = "float", is_function: bool = False) -> Symbol:
        key = (call, tuple(_key(each) for each in arguments), kind)
        if key not in self._places:
            self._places[key] = len(self.nodes)
            self.nodes.append(Node(call, arguments, kind, is_function))
        return Symbol(self, self._places[key], kind)

    def input(self, number: int) -> Symbol:
        """Return the symbol of an array that is given to the program."""
        return self.add(f"input {number}")

    def function(self, call: Callable[..., Any], *arguments: Any) -> Any:
        """Record a function of symbols: by the steps that it takes, or where it takes others than of NumPy, whole."""
        if not any(isinstance(each, Symbol) for each in arguments):
            return call(*arguments)
        try:
            return call(*arguments)
        except (TypeError, ValueError):
            return self.add(call, *arguments, is_function=True)

    def choose(self, condition: Any, first: Any, second: Any) -> Any:
        """Record `first` where `condition` holds, else `second`."""
        if not isinstance(condition, Symbol):
            return first if condition else second
        if _key(first) == _key(second):
            return first
        mask = self.add("mask", condition, kind="bits")
        first, second = (each if isinstance(each, Symbol) else np.float64(each) for each in (first, second))
        if isinstance(first, np.float64) and isinstance(second, np.float64):
            return self._xor(self._and(mask, _bits(first) ^ _bits(second)), _bits(second))
        if isinstance(second, np.float64) and _bits(second) == 0:
            return self._and(mask, first)
        return self._xor(self._and(mask, self._xor(first, second)), second)

    def _and(self, mask: Any, other: Any) -> Symbol:
        return self.add(np.bitwise_and, mask, _as_bits(other), kind="bits")

    def _xor(self, one: Any, other: Any) -> Any:
        one, other = _as_bits(one), _as_bits(other)
        if isinstance(one, np.int64):
            one, other = other, one
        return one if isinstance(other, np.int64) and other == 0 else self.add(np.bitwise_xor, one, other, kind="bits")


class Symbol(NDArrayOperatorsMixin):
    """The result of a step, in place of an array."""

    __slots__ = ("graph", "kind", "number")
    __hash__ = object.__hash__
    graph: Graph
    number: int
    kind: Kind

    def __init__(self, graph: Graph, number: int, kind: Kind) -> None:
        self.graph, self.number, self.kind = graph, number, kind

    @property
    def ndim(self) -> int:
        return 1

    def __bool__(self) -> bool:
        raise TypeError("a symbol is neither true nor false")

    def __array__(self, *_: Any, **__: Any) -> Any:
        raise TypeError("a symbol has no numbers")

    def __array_ufunc__(self, ufunc: np.ufunc, method: str, *inputs: Any, **settings: Any) -> Any:
        if method != "__call__" or settings or not all(map(_is_argument, inputs)):
            return NotImplemented
        if self.kind == "bool" and ufunc in _BITWISE:
            ufunc = _BITWISE[ufunc]
        if (simple := _simplified(self.graph, ufunc, inputs)) is not None:
            return simple
        return self.graph.add(ufunc, *inputs, kind="bool" if ufunc in _TRUTHS else "float")

    def __array_function__(self, function: Any, _: Any, arguments: Any, settings: Any) -> Any:
        if settings:
            return NotImplemented
        match function:
            case np.where:
                return self.graph.choose(*arguments)
            case np.clip:
                x, low, high = arguments
                return np.minimum(np.maximum(x, low), high)
            case np.round:
                return np.rint(arguments[0])
            case np.ndim:
                return 1
            case np.zeros_like:
                return np.float64(0.0)
            case np.ones_like:
                return np.float64(1.0)
        return NotImplemented


def _is_argument(value: Any) -> bool:
    return isinstance(value, Symbol | float | int | np.floating | np.bool_)


def _key(value: Any) -> Any:
    return ("node", value.number) if isinstance(value, Symbol) else (type(value).__name__, repr(value))


def _bits(value: np.float64) -> Any:
    return value.view(np.int64)


def _as_bits(value: Any) -> Any:
    return _bits(value) if isinstance(value, np.float64) else value


def _negated(value: Any) -> Any:
    """Return what `value` is the negative of, if it is one."""
    if isinstance(value, Symbol):
        node = value.graph.nodes[value.number]
        return node.arguments[0] if node.call is np.negative else None
    return None


def _simplified(graph: Graph, ufunc: np.ufunc, inputs: tuple[Any, ...]) -> Any:
    """Return the same numbers, to the bit unless they are powers, by fewer or faster steps; None if there are none."""
    match ufunc, inputs:
        case np.multiply, (float(c), x) | (x, float(c)) if c == 1.0 and isinstance(x, Symbol):
            return x
        case np.multiply, (float(c), x) | (x, float(c)) if c == -1.0 and isinstance(x, Symbol):
            return np.negative(x)
        case np.negative, (x,):
            return _negated(x)
        case np.add, (x, y) if (inner := _negated(y)) is not None:
            return np.subtract(x, inner)
        case np.add, (x, y) if (inner := _negated(x)) is not None:
            return np.subtract(y, inner)
        case np.subtract, (x, y) if (inner := _negated(y)) is not None:
            return np.add(x, inner)
        case np.power, (Symbol() as x, float(c) | int(c)) if float(c).is_integer() and abs(c) <= _MOST_FACTORS:
            return _product(x, int(c))
        case np.power, (Symbol() as x, float(c)) if c == 0.5:
            return np.sqrt(x)
    return None


def _product(x: Symbol, factors: int) -> Any:
    """Record x to a small whole power."""
    if factors < 0:
        return np.divide(1.0, _product(x, -factors))
    if factors < 2:
        return x if factors else np.float64(1.0)
    square = np.square(x)
    return np.square(square) if factors == 4 else square * x if factors == 3 else square
