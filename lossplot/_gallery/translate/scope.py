"""Names of Python's in JavaScript."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

_WORDS = """arguments await break case catch class const continue debugger default delete do else enum eval export
extends false finally for function if implements import in instanceof interface let new null package private protected
public return static super switch this throw true try typeof undefined var void while with yield py"""
_RESERVED = frozenset(_WORDS.split())


class UntranslatableError(Exception):
    """Python that has no translation here."""


def local(name: str) -> str:
    """Return a local name of Python's as JavaScript allows it."""
    return f"{name}$" if name in _RESERVED else name


@dataclass(slots=True)
class Scope:
    """The names that code may mention.

    `resolve` returns the JavaScript of a name that is not local, and `attribute` that of a name in a module; `fields`
    the names of a class's fields, for patterns.
    """

    resolve: Callable[[str], str]
    attribute: Callable[[str, str], str | None]
    fields: Callable[[str], tuple[str, ...]]
    locals: frozenset[str] = frozenset()
    temporaries: list[str] = field(default_factory=list)

    def name(self, name: str) -> str:
        return local(name) if name in self.locals else self.resolve(name)

    def within(self, names: frozenset[str]) -> Scope:
        """The scope of a function that has `names` of its own."""
        return Scope(self.resolve, self.attribute, self.fields, self.locals | names)

    def temporary(self) -> str:
        """Return a name that nothing else has, to be declared in the function."""
        name = f"${len(self.temporaries)}"
        self.temporaries.append(name)
        return name


def parameters_of(arguments: ast.arguments) -> list[ast.arg]:
    """Return the parameters that have one value each, in order."""
    return [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]


def assigned_in(body: list[ast.stmt]) -> Iterator[str]:
    """Yield the names that statements assign to, not counting functions inside them."""
    waiting: list[ast.AST] = list(reversed(body))
    while waiting:
        node = waiting.pop()
        match node:
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
                yield name
                continue
            case ast.Lambda():
                continue
            case ast.ListComp() | ast.SetComp() | ast.DictComp() | ast.GeneratorExp():
                yield from (each.target.id for each in ast.walk(node) if isinstance(each, ast.NamedExpr))
                continue
            case ast.Name(id=name, ctx=ast.Store()):
                yield name
            case ast.MatchAs(name=str(name)) | ast.MatchStar(name=str(name)):
                yield name
            case ast.ExceptHandler(name=str(name)):
                yield name
            case ast.Import(names=aliases) | ast.ImportFrom(names=aliases):
                yield from (alias.asname or alias.name for alias in aliases)
        waiting += ast.iter_child_nodes(node)
