"""The tree that a formula becomes: numbers, names and calls."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

_NO_NAMES: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Number:
    value: float


@dataclass(frozen=True, slots=True)
class Name:
    name: str


@dataclass(frozen=True, slots=True)
class Call:
    """An operator, a comparison, a conditional (`if`) or a function, applied to its arguments."""

    function: str
    arguments: tuple[Tree, ...]
    # Trees are looked up and searched often, and deep ones would be gone through each time.
    _hash: int = field(init=False, repr=False, compare=False)
    _names: frozenset[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_hash", hash((self.function, self.arguments)))
        object.__setattr__(self, "_names", _NO_NAMES.union(*map(names_in, self.arguments)))

    def __hash__(self) -> int:
        return self._hash

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        if not isinstance(other, Call) or self._hash != other._hash:
            return False
        return self.function == other.function and self.arguments == other.arguments

    def __reduce__(self) -> tuple[type[Call], tuple[str, tuple[Tree, ...]]]:
        """Pickle without the hash, which another process has another one of."""
        return Call, (self.function, self.arguments)


Tree = Number | Name | Call

COMPARISONS = frozenset({"<", "<=", ">", ">="})


def is_condition(tree: Tree) -> bool:
    return isinstance(tree, Call) and (tree.function in COMPARISONS or tree.function == "and")


def comparisons_in(condition: Tree) -> list[Call]:
    """Return the comparisons of a chain, or the only one of a condition without a chain."""
    parts = condition.arguments if isinstance(condition, Call) and condition.function == "and" else (condition,)
    return [part for part in parts if isinstance(part, Call)]


def transform(tree: Tree, change: Callable[[Tree], Tree]) -> Tree:
    """Rebuild `tree` from its leaves up, each node passed through `change`."""
    if isinstance(tree, Call):
        parts = tuple(transform(part, change) for part in tree.arguments)
        if any(new is not old for new, old in zip(parts, tree.arguments, strict=True)):
            tree = Call(tree.function, parts)
    return change(tree)


def substitute(tree: Tree, values: Mapping[str, Tree]) -> Tree:
    """Put `values` in place of the names they belong to."""
    return transform(tree, lambda node: values.get(node.name, node) if isinstance(node, Name) else node)


def names_in(tree: Tree) -> frozenset[str]:
    """Collect every name that `tree` mentions."""
    if isinstance(tree, Call):
        return tree._names
    return frozenset((tree.name,)) if isinstance(tree, Name) else _NO_NAMES


def numbers_in(tree: Tree) -> Iterator[float]:
    """Yield every number of `tree`."""
    match tree:
        case Number(value):
            yield value
        case Call(_, arguments):
            for part in arguments:
                yield from numbers_in(part)
