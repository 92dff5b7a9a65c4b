"""Tree -> source that runs as it is, in NumPy, PyTorch, JAX or JavaScript."""

from __future__ import annotations

import keyword
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, reduce
from textwrap import indent

from lossplot._formula.algebra import ONE, ZERO, choose
from lossplot._formula.code.body import Body
from lossplot._formula.code.dialects import DIALECTS, Dialect, Language, Writer
from lossplot._formula.code.guards import is_risky
from lossplot._formula.code.lines import wrap
from lossplot._formula.derivative import derivative
from lossplot._formula.evaluate import bind
from lossplot._formula.functions import ARGUMENTS, CONSTANTS, row_of
from lossplot._formula.parser import fill, parse_row
from lossplot._formula.tree import COMPARISONS, Call, Name, Number, Tree, names_in, substitute, transform

LANGUAGES: Sequence[Language] = tuple(DIALECTS)

_JAVASCRIPT_WORDS = re.compile(
    "Math|arguments|await|break|case|catch|class|const|continue|debugger|default|delete|do|else|enum|eval|export|"
    "extends|false|finally|for|function|if|implements|import|in|instanceof|interface|let|new|null|package|private|"
    "protected|public|return|static|super|switch|this|throw|true|try|typeof|undefined|var|void|while|with|yield"
)
_PYTHON_WORDS = re.compile("|".join([*keyword.kwlist, "F|abs|float|int|jax|jnp|math|max|min|np|torch"]))
# The most letters of the name of a function, which may be a label.
_LONGEST_NAME = 60
# The value at which a parameter without a default is tried.
_EXAMPLE = 1.5
_CALLED_HELPER = re.compile(r"(?<![\w.])_([a-z]\w*)\(")


@dataclass(frozen=True, slots=True)
class _Function:
    """A function of `arrays` and of `numbers`, each with its default or none."""

    name: str
    arrays: tuple[str, ...]
    numbers: Mapping[str, float | None]
    tree: Tree
    summary: str


@dataclass(frozen=True, slots=True)
class Signature:
    """A function called `name`, of `variable` and of `parameters` with their defaults; `summary` is its docstring.

    With a `label` it is a function of two arrays, of which that is the second.  So many derivatives by the variable
    come with it.
    """

    name: str
    variable: str
    parameters: Mapping[str, float]
    summary: str
    label: str = ""
    derivatives: int = 1

    @property
    def arrays(self) -> tuple[str, ...]:
        return (self.variable, self.label) if self.label else (self.variable,)


def code(signature: Signature, tree: Tree, language: Language) -> str:
    """Write a module in `language` with the function that computes `tree`, and its derivatives.

    `tree` is not bound: it may mention the parameters of the signature.
    Raises FormulaError where `derivative` or `evaluate` would.
    """
    dialect, parameters = DIALECTS[language], signature.parameters
    name = identifier(signature.name, dialect)
    identifiers = {word: identifier(word, dialect) for word in (*signature.arrays, *parameters)}
    arrays = tuple(identifiers[word] for word in signature.arrays)
    numbers = {identifiers[word]: value for word, value in parameters.items()}
    trees = _value_and_derivatives(tree, arrays[0], tuple(identifiers.items()), signature.derivatives)
    functions = [_Function(name, arrays, numbers, trees[0], signature.summary)]
    for ordinal, derived in zip(_ORDINALS, trees[1:], strict=False):
        summary = f"The {ordinal}derivative of {name} with respect to {arrays[0]}."
        functions.append(_Function(f"{name}_{ordinal.replace(' ', '_')}derivative", arrays, numbers, derived, summary))
    public = [_public(each, dialect, is_guarded=each is functions[0]) for each in functions]
    definitions = [*_helpers("".join(public), dialect, bool(signature.label)), *public]
    return _imports("".join(definitions), dialect) + ("\n\n" if dialect.is_python else "\n").join(definitions)


_ORDINALS = ("", "second ")


# Cached, for a loss is written in one language after the other.
@lru_cache(maxsize=2)
def _value_and_derivatives(
    tree: Tree, variable: str, identifiers: tuple[tuple[str, str], ...], count: int
) -> tuple[Tree, ...]:
    trees = [transform(substitute(tree, {word: Name(identifier) for word, identifier in identifiers}), _lower)]
    for _ in range(count):
        trees.append(transform(derivative(trees[-1], variable), _lower))
    return tuple(trees)


def identifier(name: str, dialect: Dialect) -> str:
    """Return `name` as one that a function may have."""
    word = re.sub(r"\W", "_", name[:_LONGEST_NAME], flags=re.ASCII)
    if not word[:1].isalpha():
        word = f"loss_{word}"
    reserved = _PYTHON_WORDS if dialect.is_python else _JAVASCRIPT_WORDS
    return f"{word}_" if reserved.fullmatch(word) else word


def _lower(node: Tree) -> Tree:
    """Lower `node`, whose parts are lowered, to fewer kinds of nodes: a comparison becomes a choice of 1 and 0."""
    match node:
        case Call("and", choices):
            comparisons = tuple(choice.arguments[0] for choice in choices if isinstance(choice, Call))
            return Call("if", (Call("and", comparisons), ONE, ZERO))
        case Call(function) if function in COMPARISONS:
            return Call("if", (node, ONE, ZERO))
        case Call("if", (Call("if", (condition, *_)), then, otherwise)):
            if names_in(condition) <= CONSTANTS.keys():
                return then if bind(condition, {}, "") == ONE else otherwise
            return choose(condition, then, otherwise)
        case Call(function, arguments) if formula := row_of(function).inline:
            return fill(formula, arguments)
        case Call("max" | "min" as function, arguments):
            return reduce(lambda u, v: Call(function, (u, v)), arguments)
        case Call("neg", (Call("*" | "/" as operator, (left, right)),)):
            return Call(operator, (_lower(Call("neg", (left,))), right))
        case Call("neg", (Number(value),)):
            return Number(-value)
    return node


def _public(function: _Function, dialect: Dialect, is_guarded: bool = False) -> str:
    body = _body(function, dialect, is_guarded)
    if dialect.library == "np":
        body[:0] = [f"    {array} = np.asarray({array}, dtype=float)" for array in function.arrays]
    text = _definition(function, body, dialect, is_public=True)
    may_warn = dialect.library == "np" and any(is_risky(function.tree, array) for array in function.arrays)
    return f'@np.errstate(all="ignore")\n{text}' if may_warn else text


def _body(function: _Function, dialect: Dialect, is_guarded: bool) -> list[str]:
    examples = {name: _EXAMPLE if default is None else default for name, default in function.numbers.items()}
    writer = Writer(dialect, function.arrays[0], frozenset(function.arrays))
    body = Body(writer, examples, is_guarded and dialect.library in ("torch", "jnp"))
    return body.lines(function.tree, dialect.step)


def _definition(function: _Function, lines: Sequence[str], dialect: Dialect, is_public: bool) -> str:
    """Put the definition of a function around the lines of its body."""
    equals = "=" if dialect.is_python else " = "
    numbers = [
        name if default is None else f"{name}{equals}{dialect.number(default, whole=False)}"
        for name, default in function.numbers.items()
    ]
    signature = f"{function.name}({', '.join([*function.arrays, *numbers])})"
    if dialect.is_python:
        summary = function.summary.replace("\\", "\\\\").replace('"', "'")
        head, tail = [*wrap("def ", signature, ":", "", dialect.step), f'    """{summary}"""'], []
    else:
        summary = function.summary.replace("*/", "* /")
        keywords = "export function " if is_public else "function "
        head, tail = [f"/** {summary} */", *wrap(keywords, signature, " {", "", dialect.step)], ["}"]
    return "\n".join([*head, *lines, *tail, ""])


def _helpers(text: str, dialect: Dialect, of_two: bool) -> list[str]:
    """Define the functions that `text` calls and libraries lack, each after those that it calls itself.

    Their second argument may be an array if they are `of_two`.
    """
    helpers: dict[str, str] = {}

    def visit(text: str) -> None:
        for name in dict.fromkeys(_CALLED_HELPER.findall(text)):
            if name not in helpers:
                helpers[name] = ""
                helper = _helper(name, dialect, of_two)
                visit(helper)
                del helpers[name]
                helpers[name] = helper

    visit(text)
    return list(helpers.values())


def _helper(name: str, dialect: Dialect, of_two: bool) -> str:
    """Define the function `name`, which the library lacks."""
    row = row_of(name)
    arrays = ("x", "y") if row.derivative_by_y or (of_two and row.most > 1 and row.helper) else ("x",)
    numbers = dict.fromkeys(ARGUMENTS[len(arrays) : row.most])
    summary = row.summary or f"{row.textbook.replace('^', '**')}, to the last digits."
    body = row.python if dialect.is_python else row.javascript
    tree = ZERO if body else transform(parse_row(row.helper), _lower)
    function = _Function(f"_{name}", arrays, numbers, tree, summary)
    lines = indent(_translate(body, dialect), dialect.step).splitlines() if body else _body(function, dialect, True)
    return _definition(function, lines, dialect, is_public=False)


def _translate(text: str, dialect: Dialect) -> str:
    """Translate code for NumPy to another library, with that library's own functions where it has them."""
    text = re.sub(r"\bnp\.", f"{dialect.library}.", text)
    return _CALLED_HELPER.sub(
        lambda call: row_of(call[1]).calls.get(dialect.library, call[0]).removesuffix("{})"), text
    )


def _imports(text: str, dialect: Dialect) -> str:
    modules = {
        "np.": "import numpy as np",
        "torch.": "import torch",
        "F.": "import torch.nn.functional as F",
        "jax.nn.": "import jax",
        "jnp.": "import jax.numpy as jnp",
        "jax.scipy.special.": "import jax.scipy.special",
    }
    lines = [line for prefix, line in modules.items() if re.search(rf"(?<![\w.]){re.escape(prefix)}", text)]
    standard = ["import math"] if re.search(r"(?<![\w.])math\.", text) else []
    groups = ["\n".join(group) for group in (standard, lines) if group]
    return "\n\n".join(groups) + "\n\n\n" if groups and dialect.is_python else ""
