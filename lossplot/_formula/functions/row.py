"""The row of a function: all that is known about it, but for its numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

# The module that a library's functions are called from, and `math` for those of plain numbers in Python.
Library = Literal["np", "torch", "jnp", "Math", "math"]
# The arguments for which value and slope are finite; "" if nothing is promised.
Safe = Literal["", "everywhere", "x > 0", "x >= 0", "x <= 0"]


# The names of a function's arguments in its formulas.
ARGUMENTS = "xyzkn"


@dataclass(frozen=True, slots=True)
class Notation:
    r"""The notation of a function, where it is not its name before its arguments in brackets.

    `tex` is its name in TeX, such as `\log`, if TeX has one, and `letter` what MathML has in its place;
    if `is_bare` it stands before a name without brackets, as in `log p`.
    The others are templates, in which `{x}` and `{y}` are the arguments: `{x:first}` follows an opening sign,
    `{x:atom}` has brackets unless it is one sign, and `{x:group}` is an atom made one element of the notation.
    If `is_open`, what follows would seem to belong to what a template makes, as to a sum.
    """

    tex: str = ""
    letter: str = ""
    is_bare: bool = False
    is_open: bool = False
    text: str = ""
    latex: str = ""
    mathml: str = ""
    mathtext: str = ""


@dataclass(frozen=True, slots=True)
class Function:
    """A function of the language.  In its formulas `x`, `y`, `z`, `k` and `n` are the arguments.

    A function with a `textbook` definition exists because that definition loses digits in doubles (it overflows or
    cancels).  People read the textbook form; `evaluate` computes a better one.
    `derivative` is that by x, and `derivative_by_y` that by y; without it, y must not depend on the variable, as the
    others never do.  `curvature` is the second derivative by x, where the derivative of the derivative loses digits.
    At a zero of `switch` the function may change.  `sign` is that of its value, if it has but one.  Of a function that
    is a sum, `last_term` is the argument that tells the number of its last term, and `first_term` that of its first,
    which is 1 otherwise.

    In code, `calls` are templates of calls of what a library has: `{}` are the arguments and `{v}` the variable.
    Where a library has nothing, the definition is put before: `helper` is a formula for all of them; `python` (written
    with `np`) and `javascript` are bodies where no formula serves.  `summary` says what these compute, if there is no
    textbook definition.  `local` is the name of a variable that holds the value; `inline` is a formula in the place of
    a call.
    """

    derivative: str = ""
    derivative_by_y: str = ""
    curvature: str = ""
    textbook: str = ""
    fewest: int = 1
    most: int = 1
    switch: str = ""
    safe: Safe = ""
    sign: Literal["", "positive", "nonnegative"] = ""
    first_term: str = ""
    last_term: str = ""
    notation: Notation = Notation()
    calls: Mapping[Library, str] = field(default_factory=dict)
    helper: str = ""
    python: str = ""
    javascript: str = ""
    summary: str = ""
    local: str = ""
    inline: str = ""


def everywhere(name: str) -> Mapping[Library, str]:
    """Return calls of what every library has under this name."""
    return calls_of(name, "np", "torch", "jnp", "Math", "math")


def calls_of_two(name: str, *libraries: Library) -> dict[Library, str]:
    """Return calls with two arguments of what `libraries` have under this name."""
    return {library: f"{library}.{name}({{}}, {{}})" for library in libraries}


def calls_of(name: str, *libraries: Library) -> dict[Library, str]:
    """Return calls of what `libraries` have under this name."""
    return {library: f"{library}.{name}({{}})" for library in libraries}
