"""The body of a function: local names, conditions and results."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain, count

from lossplot._formula.code.dialects import Writer
from lossplot._formula.code.guards import guard
from lossplot._formula.code.lines import WIDTH, wrap
from lossplot._formula.functions import row_of
from lossplot._formula.tree import Call, Name, Number, Tree, is_condition, names_in, transform

_SHORTEST = 8
_REMARK = "# A branch not taken is computed at a harmless point: its gradient must not be NaN."


@dataclass(frozen=True, slots=True)
class Body:
    """Writer of the body of a function; if `is_guarded`, automatic differentiation gets through it without NaN.

    `numbers` are the parameters, each with an example of what it may be.
    """

    writer: Writer
    numbers: Mapping[str, float]
    is_guarded: bool

    def lines(self, tree: Tree, indent: str) -> list[str]:
        """Return the lines of a body that returns `tree`."""
        dialect = self.writer.dialect
        match tree:
            case Call("if", (condition, then, otherwise)) if self._is_statement(tree, indent):
                branch = self.lines(then, indent + dialect.step)
                return [*self._conditional(condition, branch, indent), *self.lines(otherwise, indent)]
        variables: dict[str, Tree] = {}
        if self.is_guarded:
            tree, variables = guard(tree, self.writer.variable, self.numbers)
        tree, variables = self._share(tree, variables, indent)
        writer = self._with_arrays(variables)
        keyword = "" if dialect.is_python else "const "
        parts = [(f"{keyword}{name} = ", writer.write(part)) for name, part in variables.items()]
        parts.append(("return ", _result(tree, writer)))
        lines = [line for start, text in parts for line in wrap(start, text, dialect.end, indent, dialect.step)]
        first = next((i for i, line in enumerate(lines) if line.startswith(f"{indent}safe = ")), None)
        return lines if first is None else [*lines[:first], f"{indent}{_REMARK}", *lines[first:]]

    def _is_statement(self, tree: Call, indent: str) -> bool:
        """Return True if a conditional is a statement: it chooses by a number, or does not fit on a line."""
        if not self.writer.is_array(tree.arguments[0]):
            return True
        return not self.writer.dialect.is_python and not self._fits(tree, self.writer, indent)

    def _fits(self, tree: Tree, writer: Writer, indent: str) -> bool:
        return len(f"{indent}return {writer.write(tree)}{writer.dialect.end}") <= WIDTH

    def _conditional(self, condition: Tree, lines: list[str], indent: str) -> list[str]:
        test = self.writer.write(condition)
        if self.writer.dialect.is_python:
            return [f"{indent}if {test}:", *lines]
        line = f"{indent}if ({test}) {lines[0].lstrip()}"
        return [line] if len(lines) == 1 and len(line) <= WIDTH else [f"{indent}if ({test}) {{", *lines, f"{indent}}}"]

    def _with_arrays(self, variables: Mapping[str, Tree]) -> Writer:
        """Return the writer with those of the names that stand for arrays."""
        writer = self.writer
        for name, part in variables.items():
            if writer.is_array(part):
                writer = replace(writer, arrays=writer.arrays | {name})
        return writer

    def _share(self, tree: Tree, variables: dict[str, Tree], indent: str) -> tuple[Tree, dict[str, Tree]]:
        """Name what is written more than once in `tree` and `variables`, until all lines are short."""
        while True:
            writer, parts = self._with_arrays(variables), (*variables.values(), tree)
            best = None if all(self._fits(part, writer, indent) for part in parts) else _best_repeat(parts, writer)
            if best is None:
                return tree, variables
            name = _fresh(best, {*variables, *self.numbers, *self.writer.arrays})
            tree = _put(tree, best, name)
            definitions = [(key, _put(part, best, name)) for key, part in variables.items()]
            place = next((i for i, (_, part) in enumerate(definitions) if name in names_in(part)), len(definitions))
            variables = dict([*definitions[:place], (name, best), *definitions[place:]])


def _result(tree: Tree, writer: Writer) -> str:
    """Return the expression that a body returns; a number is given the shape of the variable."""
    if not writer.dialect.is_python or writer.is_array(tree):
        return writer.write(tree)
    library, variable = writer.dialect.library, writer.variable
    if tree == Number(0.0):
        return f"{library}.zeros_like({variable})"
    text = writer.dialect.number(tree.value, whole=False) if isinstance(tree, Number) else writer.write(tree)
    return f"{library}.full_like({variable}, {text})"


def _best_repeat(trees: Iterable[Tree], writer: Writer) -> Tree | None:
    """Find the part that would save most if it had a name."""
    counts = Counter(part for tree in trees for part in _calls(tree))
    lengths = {part: len(writer.write(part)) for part, times in counts.items() if times > 1}
    gains = {part: (counts[part] - 1) * length for part, length in lengths.items() if length >= _SHORTEST}
    return max(gains, key=lambda part: gains[part], default=None)


def _calls(tree: Tree) -> Iterator[Tree]:
    """Yield every call in `tree` that may be given a name."""
    if isinstance(tree, Call):
        if not is_condition(tree):
            yield tree
        for part in tree.arguments:
            yield from _calls(part)


def _put(tree: Tree, part: Tree, name: str) -> Tree:
    return transform(tree, lambda node: Name(name) if node == part else node)


def _fresh(tree: Tree, names_in_use: set[str]) -> str:
    """Find a name for `tree` that is not among `names_in_use`: the one its function suggests; else t, u, v or w."""
    local = row_of(tree.function).local if isinstance(tree, Call) else ""
    names = (local,) if local else tuple("tuvw")
    numbers = (f"{name}{i}" for i in count(2) for name in names)
    return next(name for name in chain(names, numbers) if name not in names_in_use)
