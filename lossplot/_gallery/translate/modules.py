"""Modules of Python in JavaScript: what some names need, in the order in which Python reads it."""

from __future__ import annotations

import ast
import importlib.util
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from lossplot._gallery.translate.literals import literal
from lossplot._gallery.translate.scope import Scope, assigned_in
from lossplot._gallery.translate.statements import class_, decorated, statement

_PACKAGE = "lossplot"
Reference = tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Module:
    """The statements of a module by the names they define, and the names that it has from others."""

    name: str
    definitions: Mapping[str, tuple[ast.stmt, ...]]
    imports: Mapping[str, Reference]
    sources: tuple[str, ...]


@cache
def _read(name: str) -> _Module:
    found = importlib.util.find_spec(name)
    assert found is not None
    loader: Any = found.loader  # of a folder or a zip file
    tree = ast.parse(loader.get_source(name))
    definitions: dict[str, list[ast.stmt]] = {}
    imports: dict[str, Reference] = {}
    for node in tree.body:
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            continue
        if isinstance(node, ast.Import | ast.ImportFrom):
            imports |= _imported(node)
            continue
        for each in dict.fromkeys(assigned_in([node])):
            definitions.setdefault(each, []).append(node)
    sources = [source for word in imports.values() for source in _sources(*word)]
    for node in (each for each in ast.walk(tree) if isinstance(each, ast.Import | ast.ImportFrom)):
        imports = _imported(node) | imports
    return _Module(name, {key: tuple(value) for key, value in definitions.items()}, imports, tuple(sources))


def _sources(module: str, name: str) -> list[str]:
    """Return the modules of the package that are read for a name in one: itself, and the name if it is a module."""
    if module.partition(".")[0] != _PACKAGE:
        return []
    return [module, *([f"{module}.{name}"] if name and _is_module(f"{module}.{name}") else [])]


def _imported(node: ast.Import | ast.ImportFrom) -> dict[str, Reference]:
    if isinstance(node, ast.Import):
        return {alias.asname or alias.name: (alias.name, "") for alias in node.names}
    return {alias.asname or alias.name: (str(node.module), alias.name) for alias in node.names}


@dataclass(slots=True)
class Translation:
    """The translation of what some names need, in the order in which Python reads it.

    `own` are names that JavaScript has a definition of its own for, and `values` those that are worked out here.
    """

    own: Mapping[Reference, str]
    values: Mapping[Reference, object]
    found: dict[Reference, str] = field(default_factory=dict)
    waiting: list[Reference] = field(default_factory=list)
    texts: dict[tuple[str, int], str] = field(default_factory=dict)
    functions: dict[str, str] = field(default_factory=dict)
    temporaries: dict[str, None] = field(default_factory=dict)

    def need(self, module: str, name: str) -> str:
        """Return the JavaScript of a name in a module, whose definition is then among what is translated."""
        reference = (module, name)
        if reference in self.own:
            return self.own[reference]
        if module.partition(".")[0] != _PACKAGE:
            return self._of_library(module, name)
        if reference not in self.found and reference not in self.values and name not in _read(module).definitions:
            return self._imported(_read(module), name)
        if reference not in self.found:
            same = sum(each == name for _, each in self.found)
            self.found[reference] = f"${name}{f'${same}' if same else ''}"
            self.waiting.append(reference)
        return self.found[reference]

    def finish(self) -> None:
        """Translate all that waits, and what that needs."""
        while self.waiting:
            module, name = self.waiting.pop()
            nodes = _read(module).definitions[name]
            if (module, name) in self.values:
                text = literal(self.values[module, name], lambda kind: self.need(kind.__module__, kind.__name__))
                self.texts[module, nodes[0].lineno] = f"{self.found[module, name]} = {text};\n"
                continue
            for node in nodes:
                self._define(_read(module), node, self.found[module, name])

    def _define(self, module: _Module, node: ast.stmt, word: str) -> None:
        scope = Scope(
            lambda each: self._named(module, each),
            lambda holder, each: self._attribute(module, holder, each),
            lambda each: self._fields(module, each),
        )
        match node:
            case ast.FunctionDef():
                self.functions[word] = decorated(node, scope, word)
            case ast.ClassDef():
                self.texts[module.name, node.lineno] = class_(node, scope, word)
            case _:
                self.texts[module.name, node.lineno] = statement(node, scope)
        self.temporaries |= dict.fromkeys(scope.temporaries)

    def _of_library(self, module: str, name: str) -> str:
        word = module.replace(".", "_")
        return f"py.{word}.{name}" if name else f"py.{word}"

    def _imported(self, module: _Module, name: str) -> str:
        if name in module.imports:
            source, word = module.imports[name]
            return self.need(source, word) if word or source.partition(".")[0] != _PACKAGE else ""
        return f"py.{name}"

    def _named(self, module: _Module, name: str) -> str:
        if name in module.definitions or (module.name, name) in self.own:
            return self.need(module.name, name)
        return self._imported(module, name)

    def _attribute(self, module: _Module, holder: str, name: str) -> str | None:
        """Return the JavaScript of `holder.name` if `holder` is a module."""
        if holder not in module.imports:
            return None
        source, word = module.imports[holder]
        full = f"{source}.{word}" if word else source
        if word and not _is_module(full):
            return None
        return self.need(full, name)

    def _fields(self, module: _Module, name: str) -> tuple[str, ...]:
        """Return the fields of the class called `name`."""
        while name not in module.definitions:
            if name not in module.imports:
                return ()
            source, name = module.imports[name]
            module = _read(source)
        (node,) = module.definitions[name]
        assert isinstance(node, ast.ClassDef)
        return tuple(
            each.target.id
            for each in node.body
            if isinstance(each, ast.AnnAssign) and isinstance(each.target, ast.Name)
        )

    def text(self) -> str:
        """Return all that was needed, as one script."""
        order = {name: place for place, name in enumerate(_in_order({module for module, _ in self.found}))}
        places = sorted(self.texts, key=lambda place: (order[place[0]], place[1]))
        names = [*dict.fromkeys(word for word in self.found.values() if word not in self.functions), *self.temporaries]
        texts = (self.texts[place] for place in places)
        return f"let {', '.join(names)};\n" + "".join([*self.functions.values(), *texts])


def _in_order(modules: Iterable[str]) -> list[str]:
    """Return modules, and those that they import, each after those that it imports as it is read."""
    done: dict[str, None] = {}
    begun: set[str] = set()

    def visit(name: str) -> None:
        if name in begun:
            return
        begun.add(name)
        for each in _read(name).sources:
            visit(each)
        done[name] = None

    for name in sorted(modules):
        visit(name)
    return [*done]


@cache
def _is_module(name: str) -> bool:
    try:
        return importlib.util.find_spec(name) is not None
    except (ModuleNotFoundError, ValueError):
        return False


def translate(
    names: Iterable[Reference], own: Mapping[Reference, str], values: Mapping[Reference, object]
) -> tuple[str, dict[Reference, str]]:
    """Translate `names` and what they need; returns the script, and what each of them is called there."""
    translation = Translation(own, values)
    called = {reference: translation.need(*reference) for reference in names}
    translation.finish()
    return translation.text(), called
