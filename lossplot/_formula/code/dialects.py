"""Trees -> expressions in NumPy, PyTorch, JAX and JavaScript."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from lossplot._formula.algebra import ZERO
from lossplot._formula.functions import Library, row_of
from lossplot._formula.tree import COMPARISONS, Call, Name, Number, Tree, names_in

Language = Literal["numpy", "torch", "jax", "javascript"]


@dataclass(frozen=True, slots=True)
class Dialect:
    """A language, known by the library whose functions of arrays are called in it."""

    library: Library

    @property
    def is_python(self) -> bool:
        return self.library != "Math"

    @property
    def step(self) -> str:
        """The indent of a block."""
        return "    " if self.is_python else "  "

    @property
    def end(self) -> str:
        """The end of a statement."""
        return "" if self.is_python else ";"

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
    "javascript": Dialect("Math"),
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
                return f"{self.dialect.library}.{name if self.dialect.is_python else name.upper()}", ATOM
            case Name(name):
                return name, ATOM
            case Call("if", (condition, then, otherwise)):
                return self._choice(condition, then, otherwise)
            case Call("and", comparisons):
                sign, loosest = ("and", CHOICE) if self.dialect.is_python else ("&&", CHOICE)
                if self.dialect.is_python and self.is_array(tree):
                    sign, loosest = "&", ATOM
                return f" {sign} ".join(self.write(comparison, loosest) for comparison in comparisons), COMPARE
            case Call("<=", (Call("abs", (inner,)), Number(0.0))):
                left, right = inner.arguments if isinstance(inner, Call) and inner.function == "-" else (inner, ZERO)
                equals = "==" if self.dialect.is_python else "==="
                return f"{self.write(left, SUM)} {equals} {self.write(right, SUM)}", COMPARE
            case Call("neg", (inner,)):
                return f"-{self.write(inner, ATOM)}", SIGNED
            case Call("^", (base, exponent)):
                texts = self.write(base, ATOM), self.write(exponent, SIGNED)
                is_tight = self.dialect.is_python and all(map(_SIMPLE.fullmatch, texts))
                return ("**" if is_tight else " ** ").join(texts), POWER
            case Call(operator, operands) if operator in _OPERANDS:
                level = COMPARE if operator in COMPARISONS else _OPERANDS[operator][0]
                return f" {operator} ".join(map(self.write, operands, _OPERANDS[operator])), level
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
            # A constant has no gradient to go back through; that of the sign is zero.
            first = f"{first} + 0 * torch.sign({self.variable})"
        return f"{self.dialect.library}.where({test}, {first}, {second})", ATOM

    def _call(self, tree: Call) -> str:
        function, arguments = tree.function, tree.arguments
        calls, texts = row_of(function).calls, [self.write(argument) for argument in arguments]
        if self.dialect.library == "torch":
            are_arrays = [self.is_array(argument) for argument in arguments]
            if not any(are_arrays):
                if scalar := calls.get("math"):
                    return scalar.format(*texts)
                texts[0] = f"{self.variable}.new_tensor({texts[0]})"
            elif function in ("max", "min") and not all(are_arrays):
                array, bound = texts if are_arrays[0] else reversed(texts)
                return f"torch.clamp({array}, {'min' if function == 'max' else 'max'}={bound})"
        template = calls.get(self.dialect.library)
        return template.format(*texts, v=self.variable) if template else f"_{function}({', '.join(texts)})"
