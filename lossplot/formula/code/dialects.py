"""Trees -> expressions in NumPy, PyTorch, JAX and JavaScript."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from lossplot.formula.functions import Library, row_of
from lossplot.formula.tree import COMPARISONS, Call, Name, Number, Tree, names_in

Language = Literal["numpy", "torch", "jax", "javascript"]


@dataclass(frozen=True, slots=True)
class Dialect:
    """A language, the library whose functions of arrays are called in it, and its words for the constants."""

    library: Library
    constants: Mapping[str, str] = field(default_factory=dict)
    is_python: bool = True

    def call(self, function: str) -> str | None:
        """Return the template of a call of `function`; None if the library lacks it, so that it must be defined."""
        return row_of(function).calls.get(self.library)

    def number(self, value: float, whole: bool = True) -> str:
        """Write a number as briefly as can be; in Python as `1.0`, if not `whole`."""
        if math.isinf(value):
            infinity = "float('inf')" if self.is_python else "Infinity"
            return infinity if value > 0 else f"-{infinity}"
        if value % 1 == 0 and abs(value) < 1e16 and (whole or not self.is_python):
            return str(int(value))
        return repr(value).replace("e+", "e")


DIALECTS: Mapping[Language, Dialect] = {
    "numpy": Dialect("np"),
    "torch": Dialect("torch"),
    "jax": Dialect("jnp"),
    "javascript": Dialect("Math", constants={"pi": "Math.PI", "e": "Math.E"}, is_python=False),
}

# How tightly a text binds; brackets are put around what binds more loosely than its place allows.
CHOICE, COMPARE, SUM, PRODUCT, SIGNED, POWER, ATOM = range(7)
_OPERANDS = {
    "+": (SUM, PRODUCT),
    "-": (SUM, PRODUCT),
    "*": (PRODUCT, SIGNED),
    "/": (PRODUCT, SIGNED),
    **dict.fromkeys(COMPARISONS, (SUM, SUM)),
}
_SIMPLE = re.compile(r"-?[\w.]+")


@dataclass(frozen=True, slots=True)
class Writer:
    """Writer of trees in which `arrays` are the names of arrays, and `variable` the first of them."""

    dialect: Dialect
    variable: str
    arrays: frozenset[str]

    def is_array(self, tree: Tree) -> bool:
        return not names_in(tree).isdisjoint(self.arrays)

    def write(self, tree: Tree, loosest: int = CHOICE) -> str:
        text, level = self._form(tree)
        return text if level >= loosest else f"({text})"

    def _form(self, tree: Tree) -> tuple[str, int]:
        match tree:
            case Number(value):
                return self.dialect.number(value), SIGNED if value < 0 else ATOM
            case Name("pi" | "e" as name):
                return self.dialect.constants.get(name, f"{self.dialect.library}.{name}"), ATOM
            case Name(name):
                return name, ATOM
            case Call("if", (condition, then, otherwise)):
                return self._choice(condition, then, otherwise)
            case Call("and", comparisons):
                return self._both(comparisons)
            case Call("<=", (Call("abs", (inner,)), Number(0.0))):
                return self._equality(inner), COMPARE
            case Call("neg", (inner,)):
                return f"-{self.write(inner, ATOM)}", SIGNED
            case Call("^", (base, exponent)):
                return self._power(self.write(base, ATOM), self.write(exponent, SIGNED)), POWER
            case Call(operator, operands) if operator in _OPERANDS:
                level = COMPARE if operator in COMPARISONS else _OPERANDS[operator][0]
                texts = map(self.write, operands, _OPERANDS[operator])
                return f" {operator} ".join(texts), level
        return self._call(tree), ATOM

    def _branch(self, tree: Tree, loosest: int = CHOICE) -> str:
        return self.dialect.number(tree.value, whole=False) if isinstance(tree, Number) else self.write(tree, loosest)

    def _choice(self, condition: Tree, then: Tree, otherwise: Tree) -> tuple[str, int]:
        test = self.write(condition)
        if not self.dialect.is_python:
            return f"{test} ? {self.write(then, COMPARE)} : {self.write(otherwise)}", CHOICE
        first, second = self._branch(then), self._branch(otherwise)
        if not self.is_array(condition):
            return f"{self._branch(then, COMPARE)} if {test} else {second}", CHOICE
        if self.dialect.library == "torch" and not (self.is_array(then) or self.is_array(otherwise)):
            first = self._tensor(first)
        return f"{self.dialect.library}.where({test}, {first}, {second})", ATOM

    def _both(self, comparisons: tuple[Tree, ...]) -> tuple[str, int]:
        if not self.dialect.is_python:
            return " && ".join(map(self.write, comparisons)), COMPARE
        if any(map(self.is_array, comparisons)):
            return " & ".join(self.write(comparison, ATOM) for comparison in comparisons), COMPARE
        return " and ".join(map(self.write, comparisons)), COMPARE

    def _equality(self, tree: Tree) -> str:
        left, right = tree.arguments if isinstance(tree, Call) and tree.function == "-" else (tree, Number(0.0))
        return f"{self.write(left, SUM)} {'==' if self.dialect.is_python else '==='} {self.write(right, SUM)}"

    def _power(self, base: str, exponent: str) -> str:
        is_tight = self.dialect.is_python and _SIMPLE.fullmatch(base) and _SIMPLE.fullmatch(exponent)
        return f"{base}{'**' if is_tight else ' ** '}{exponent}"

    def _tensor(self, text: str) -> str:
        return f"{self.variable}.new_tensor({text})"

    def _call(self, tree: Call) -> str:
        function, arguments = tree.function, tree.arguments
        texts = [self.write(argument) for argument in arguments]
        if self.dialect.library == "torch":
            are_arrays = [self.is_array(argument) for argument in arguments]
            if not any(are_arrays):
                if scalar := row_of(function).calls.get("math"):
                    return scalar.format(*texts)
                texts[0] = self._tensor(texts[0])
            elif function in ("max", "min") and not all(are_arrays):
                array, bound = texts if are_arrays[0] else reversed(texts)
                return f"torch.clamp({array}, {'min' if function == 'max' else 'max'}={bound})"
        template = self.dialect.call(function)
        return template.format(*texts, v=self.variable) if template else f"_{function}({', '.join(texts)})"
