"""Trees -> a program: values and slopes of several trees at many points, in buffers that stay in the cache.

What several trees have in common is computed once.  The numbers are those of `evaluate`; only small whole powers, which
are products here, may differ in the last digit.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import numpy as np

from lossplot._formula.evaluate import Array
from lossplot._formula.recording import record
from lossplot._formula.trace import Graph, Node, Symbol
from lossplot._formula.tree import Tree

# So many points at once: what a step costs beside its points is then small, its buffers fit a second-level cache, and
# OpenBLAS, which has threads of its own for products of more than ten thousand, leaves the threads to us.
CHUNK = 8_192


class _Place(NamedTuple):
    """A buffer: of truth values if `pool` is "bool", else of doubles."""

    pool: str
    slot: int


class _Step(NamedTuple):
    """A node with the places of its arguments, where they are not constants, and of its result."""

    node: Node
    arguments: tuple[Any, ...]
    out: _Place


@dataclass(frozen=True, slots=True)
class Program:
    """A stage for each tree: the steps that are left to do for it, and where its value and slope are then."""

    inputs: tuple[_Place, ...]
    stages: tuple[tuple[tuple[_Step, ...], tuple[Any, Any]], ...]

    def workspace(self, most: int = CHUNK) -> Workspace:
        """Return buffers to run the program in, at so many points at most; each thread needs its own."""
        return Workspace(self, most)


def compile_trees(trees: Sequence[Tree], variable: str, *others: str) -> Program:
    """Compile trees of `variable`, and of the names `others` of arrays as long; the slopes are by the variable.

    Raises FormulaError as `evaluate` does.
    """
    graph = Graph()
    return _compile(graph, record(graph, trees, variable, *others), 1 + len(others))


def compile_slopes(tree: Tree, variable: str, *others: str) -> Program:
    """Compile a tree as `compile_trees` does, for its slopes alone: its values are zero."""
    graph = Graph()
    [(_, slope)] = record(graph, [tree], variable, *others)
    return _compile(graph, [(np.float64(0.0), slope)], 1 + len(others))


def _compile(graph: Graph, outputs: Sequence[Any], inputs: int) -> Program:
    """Compile what `outputs`, pairs of value and slope, need of a graph with so many inputs."""
    stages: list[list[int]] = []
    done = set(range(inputs))
    for pair in outputs:
        stages.append(sorted(_needed(graph, pair) - done))
        done.update(stages[-1])
    return _Allocation(graph, _last_uses(graph, stages, outputs)).program(inputs, stages, outputs)


def _needed(graph: Graph, outputs: Sequence[Any]) -> set[int]:
    """Collect the numbers of all nodes that `outputs` depend on."""
    needed: set[int] = set()
    rest = [each.number for each in outputs if isinstance(each, Symbol)]
    while rest:
        number = rest.pop()
        if number not in needed:
            needed.add(number)
            rest += _arguments(graph.nodes[number])
    return needed


def _arguments(node: Node) -> list[int]:
    return [each.number for each in node.arguments if isinstance(each, Symbol)]


def _last_uses(graph: Graph, stages: Sequence[Sequence[int]], outputs: Sequence[Any]) -> dict[int, tuple[int, int]]:
    """Map each node to the stage and the node that use it last; a stage's own results are used after its last node."""
    last: dict[int, tuple[int, int]] = {}
    for stage, (numbers, pair) in enumerate(zip(stages, outputs, strict=True)):
        for number in numbers:
            last |= dict.fromkeys(_arguments(graph.nodes[number]), (stage, number))
        last |= {each.number: (stage, len(graph.nodes)) for each in pair if isinstance(each, Symbol)}
    return last


@dataclass(slots=True)
class _Allocation:
    """Places for the results of nodes, each free again after the last use."""

    graph: Graph
    last: dict[int, tuple[int, int]]
    places: dict[int, _Place] = field(default_factory=dict)
    free: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    sizes: dict[str, int] = field(default_factory=lambda: defaultdict(int))

    def program(self, inputs: int, stages: Sequence[Sequence[int]], outputs: Sequence[Any]) -> Program:
        heads = tuple(self._take(number, "float") for number in range(inputs))
        result = []
        for stage, (numbers, pair) in enumerate(zip(stages, outputs, strict=True)):
            steps = tuple(self._step(stage, number) for number in numbers)
            result.append((steps, (self._at(pair[0]), self._at(pair[1]))))
            self._release(each.number for each in pair if isinstance(each, Symbol) and self._is_last(each, stage))
        return Program(heads, tuple(result))

    def _is_last(self, symbol: Symbol, stage: int) -> bool:
        return self.last[symbol.number] == (stage, len(self.graph.nodes))

    def _step(self, stage: int, number: int) -> _Step:
        node = self.graph.nodes[number]
        arguments = tuple(map(self._at, node.arguments))
        gone = {each for each in _arguments(node) if self.last[each] == (stage, number)}
        pool = "bool" if node.kind == "bool" else "float"
        # A step of NumPy may write over its argument, a whole function may not.
        if not node.is_function:
            self._release(gone)
        out = self._take(number, pool)
        if node.is_function:
            self._release(gone)
        return _Step(node, arguments, out)

    def _at(self, argument: Any) -> Any:
        return self.places[argument.number] if isinstance(argument, Symbol) else argument

    def _take(self, number: int, pool: str) -> _Place:
        if not self.free[pool]:
            self.free[pool].append(self.sizes[pool])
            self.sizes[pool] += 1
        self.places[number] = place = _Place(pool, self.free[pool].pop())
        return place

    def _release(self, numbers: Any) -> None:
        for number in {*numbers}:
            pool, slot = self.places[number]
            self.free[pool].append(slot)


class Workspace:
    """Buffers for one thread."""

    def __init__(self, program: Program, most: int) -> None:
        self._program = program
        self._most = most
        self._buffers: dict[_Place, Any] = {}
        self._bound: dict[int, Any] = {}

    def run(self, *inputs: Array) -> Iterator[tuple[Array, Array]]:
        """Yield value and slope of each tree at the points `inputs`, no more than it has room for.

        What is yielded may be written over when the next is asked for.
        """
        size = len(inputs[0])
        if size not in self._bound:
            self._bound = {self._most: self._bound.get(self._most), size: self._bind(size)}
        heads, stages = self._bound[size]
        for head, values in zip(heads, inputs, strict=True):
            np.copyto(head, values)
        for steps, value, slope in stages:
            # Not across a yield: the state belongs to the thread.
            with np.errstate(all="ignore"):
                for call, arguments, out, is_function in steps:
                    if is_function:
                        np.copyto(out, call(*arguments))
                    else:
                        call(*arguments, out=out)
            yield value, slope

    def _bind(self, size: int) -> Any:
        """Return views of `size` points: of the inputs, and of each stage's steps and results."""
        heads = [self._view(place, size) for place in self._program.inputs]
        stages = []
        for steps, (value, slope) in self._program.stages:
            bound = [self._bound_step(step, size) for step in steps]
            stages.append((bound, self._output(value, size), self._output(slope, size)))
        return heads, stages

    def _bound_step(self, step: _Step, size: int) -> tuple[Any, tuple[Any, ...], Any, bool]:
        node, arguments, out = step
        views = [self._view(each, size) if isinstance(each, _Place) else each for each in arguments]
        result = self._view(out, size)
        if node.call == "mask":
            return np.negative, (views[0].view(np.int8),), result.view(np.int64), False
        if node.kind == "bits":
            views = [each.view(np.int64) for each in views]
            result = result.view(np.int64)
        return node.call, tuple(views), result, node.is_function

    def _output(self, output: Any, size: int) -> Array:
        return self._view(output, size) if isinstance(output, _Place) else np.full(size, output)

    def _view(self, place: _Place, size: int) -> Any:
        if place not in self._buffers:
            self._buffers[place] = np.empty(self._most, np.bool_ if place.pool == "bool" else np.float64)
        return self._buffers[place][:size]
