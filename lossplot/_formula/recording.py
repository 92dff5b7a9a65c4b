"""Trees -> symbols of their values and slopes: the rules of `evaluate`, recorded."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, cast

import numpy as np

from lossplot._formula import rules
from lossplot._formula.evaluate import Array, Evaluation
from lossplot._formula.rules import SparseJet
from lossplot._formula.trace import Graph, Symbol
from lossplot._formula.tree import Call, Name, Tree


def record(graph: Graph, trees: Sequence[Tree], variable: str, *others: str) -> list[tuple[Any, Any]]:
    """Record values and slopes of trees of `variable`, and of the names `others` of arrays, as symbols or numbers.

    Raises FormulaError as `evaluate` does.
    """
    x, *arrays = (graph.input(number) for number in range(1 + len(others)))
    recording = _Recording(variable, x, 0, inputs=dict(zip(others, arrays, strict=True)), graph=graph)  # type: ignore[arg-type]
    with np.errstate(all="ignore"):
        jets = [recording.jet(tree) for tree in trees]
    return [(_part(jet.value), _part(jet.slope)) for jet in jets]


def _part(value: Any) -> Any:
    return value if isinstance(value, Symbol) else np.float64(0.0 if value is None else value)


@dataclass(frozen=True, slots=True)
class _Recording(Evaluation):
    """The rules of `evaluate`, of symbols: both branches of a choice are computed everywhere."""

    inputs: Mapping[str, Any] = field(default_factory=dict)
    graph: Graph = field(default_factory=Graph)

    def jet(self, tree: Tree) -> SparseJet:
        if isinstance(tree, Name) and tree.name in self.inputs and tree.name != self.variable:
            return SparseJet(self.inputs[tree.name])
        return Evaluation.jet(self, tree)

    def truth(self, condition: Tree) -> Any:
        if not isinstance(condition, Call):
            return np.not_equal(self.jet(condition).value, 0.0)
        return Evaluation.truth(self, condition)

    def apply(self, function: str, arguments: list[SparseJet]) -> SparseJet:
        u, *others = arguments
        constants: list[Any] = [other.value for other in others]
        parts = rules.FAMILIES[function] if function in rules.FAMILIES else rules.UNARY[function]
        if not any(isinstance(each, Symbol) for each in constants):
            rules.check_constants(function, constants)
        make = self._varying if any(isinstance(each, Symbol) for each in constants) else self._rule
        value, slope, curvature = (make(part, constants) for part in parts)
        return rules.compose((value, slope, curvature), u)

    def _rule(self, part: Callable[..., Any], constants: Sequence[Any]) -> Callable[[Any], Any]:
        call = _member(part, tuple(constants)) if constants else part
        return lambda x: self.graph.function(call, x)

    def _varying(self, part: Callable[..., Any], constants: Sequence[Any]) -> Callable[[Any], Any]:
        """A rule whose constants are others for each point; its first one may be zero."""
        first, *rest = constants

        def rule(x: Any) -> Any:
            try:
                elsewhere = part(x, _Nonzero.of(first), *rest)
                return self.graph.choose(np.equal(first, 0.0), part(x, np.float64(0.0), *rest), elsewhere)
            except (TypeError, ValueError, ZeroDivisionError):
                return self.graph.add(_each(part), x, *constants, is_function=True)

        return rule

    def tie(self, function: str, tree: Tree, jet: SparseJet) -> SparseJet:
        is_below = np.less(jet.value, 0.0)
        match function:
            case "abs":
                if jet.slope is None and jet.curvature is None:
                    return SparseJet(np.abs(jet.value))
                side = self.graph.choose(is_below, -1.0, 1.0)
                signed = rules.scale(jet, side)
                return SparseJet(np.abs(jet.value), signed.slope, signed.curvature)
            case "step":
                return SparseJet(self.graph.choose(np.greater_equal(jet.value, 0.0), 1.0, 0.0))
        return SparseJet(np.sign(jet.value))

    def extreme(self, function: str, trees: tuple[Tree, ...], jets: list[SparseJet]) -> SparseJet:
        ufunc, compare = (np.maximum, np.greater_equal) if function == "max" else (np.minimum, np.less_equal)
        jet = jets[0]
        for other in jets[1:]:
            first = compare(jet.value, other.value)
            joined = rules.pick(first, jet, other)
            jet = SparseJet(ufunc(jet.value, other.value), joined.slope, joined.curvature)
        return jet

    def choose(self, truth: Any, then: Tree, otherwise: Tree) -> SparseJet:
        if not isinstance(truth, Symbol):
            return self.jet(then if truth else otherwise)
        return rules.pick(cast(Any, truth), self.jet(then), self.jet(otherwise))


class _Nonzero(Symbol):
    """The symbol of numbers none of which is zero."""

    @classmethod
    def of(cls, value: Any) -> Any:
        return cls(value.graph, value.number, value.kind) if isinstance(value, Symbol) else value

    def __bool__(self) -> bool:
        return True


def _member(part: Callable[..., Any], constants: tuple[Any, ...]) -> Callable[[Any], Any]:
    return lambda x: part(x, *constants)


def _each(part: Callable[..., Any]) -> Callable[..., Any]:
    """Return `part`, of which the constants are numbers, for arrays of them."""

    def call(x: Any, *constants: Any) -> Array:
        arrays = np.broadcast_arrays(x, *constants)
        table, values = np.stack(arrays[1:], axis=-1), np.empty(arrays[0].shape)
        for row in np.unique(table, axis=0):
            here = np.all(table == row, axis=-1)
            values[here] = part(arrays[0][here], *row)
        return values

    return call
