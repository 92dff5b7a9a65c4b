"""Text -> tree: a tokenizer and a precedence parser, with limits that no text can get past.

Grammar, loosest binding first:

    choice   = compare ["if" compare "else" choice]
    compare  = sum {("<" | "<=" | ">" | ">=") sum}
    sum      = product {("+" | "-") product}
    product  = unary {("*" | "/") unary}
    unary    = "-" unary | power
    power    = atom [("**" | "^") unary]
    atom     = number | name | name "(" choice {"," choice} ")" | "(" choice ")"

`where(C, A, B)` is another way to write `A if C else B`.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Collection, Sequence
from difflib import get_close_matches
from functools import cache
from typing import NamedTuple, NoReturn

from lossplot._errors import RequestError, quote
from lossplot._formula.functions import ARGUMENTS, CONSTANTS, FUNCTIONS
from lossplot._formula.tree import COMPARISONS, Call, Name, Number, Tree, is_condition, substitute

MAX_LENGTH = 500
MAX_TOKENS = 400
MAX_DEPTH = 32

_TOKEN = re.compile(
    r"(?P<number>(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)"
    r"|(?P<name>[A-Za-z_]\w*)"
    r"|(?P<operator>\*\*|[<>]=|[-+*/^<>(),])"
    r"|(?P<space>[ \t]+)"
    r"|(?P<other>.)",
    re.ASCII | re.DOTALL,
)
_LEVELS = {"+": 1, "-": 1, "*": 2, "/": 2}
_LOOKALIKES = {"−": "-", "–": "-", "·": "*", "×": "*", "≤": "<=", "≥": ">=", "²": "^2"}


class FormulaError(RequestError):
    """The text is not a formula; the message names the word and its column (from 1)."""


def not_constant(function: str) -> str:
    """Return the message for a second argument of `function` that depends on the variable."""
    return f"the second argument of '{function}' must not depend on the variable; make it a number"


class _Token(NamedTuple):
    kind: str
    text: str
    column: int


def parse(text: str, names: Collection[str]) -> Tree:
    """Parse `text`, in which `names` (the variable and the parameters) may stand for numbers.

    Raises FormulaError.  Time and memory are bounded for every text, however hostile.
    """
    return _Parser(_tokens(text), frozenset(names)).parse()


def fill(formula: str, arguments: Sequence[Tree]) -> Tree:
    """Parse a formula in the arguments of a function, such as those of its row, and put `arguments` in their places."""
    return substitute(parse_row(formula), dict(zip(ARGUMENTS, arguments, strict=False)))


@cache
def parse_row(formula: str) -> Tree:
    """Parse a formula in the arguments of a function."""
    return parse(formula, ARGUMENTS)


def _tokens(text: str) -> list[_Token]:
    if len(text) > MAX_LENGTH:
        raise FormulaError(f"the formula has {len(text)} characters; the most is {MAX_LENGTH}")
    tokens = []
    for match in _TOKEN.finditer(text):
        token = _Token(str(match.lastgroup), match.group(), match.start() + 1)
        if token.kind == "other":
            hint = f"; try {_LOOKALIKES[token.text]}" if token.text in _LOOKALIKES else ""
            raise FormulaError(f"unexpected character {quote(token.text)} at column {token.column}{hint}")
        if token.kind != "space":
            tokens.append(token)
    if not tokens:
        raise FormulaError("the formula is empty")
    if len(tokens) > MAX_TOKENS:
        raise FormulaError(f"the formula has {len(tokens)} words and signs; the most is {MAX_TOKENS}")
    return [*tokens, _Token("end", "", len(text) + 1)]


class _Parser:
    def __init__(self, tokens: list[_Token], names: frozenset[str]) -> None:
        self.tokens = tokens
        self.names = names
        self.position = 0
        self.token = tokens[0]
        self.depth = 0

    def step(self) -> None:
        """Go on to the next token; the last one is the end."""
        self.position += 1
        self.token = self.tokens[self.position]

    def take(self, *texts: str) -> str | None:
        """Step over the next token if it is one of `texts`, and return it."""
        text = self.token.text
        if text not in texts:
            return None
        self.step()
        return text

    def expect(self, text: str) -> None:
        if not self.take(text):
            self.fail(f"expected '{text}'")

    def fail(self, message: str) -> NoReturn:
        token = self.token
        text = "the end" if token.kind == "end" else quote(token.text)
        raise FormulaError(f"{message} at column {token.column} of the formula, found {text}")

    def nest(self, read: Callable[[], Tree]) -> Tree:
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise FormulaError(f"the formula is nested more than {MAX_DEPTH} deep at column {self.token.column}")
        tree = read()
        self.depth -= 1
        return tree

    def inner(self) -> Tree:
        """Parse a formula that stands inside another."""
        return self.nest(self.choice)

    def parse(self) -> Tree:
        tree = self.choice()
        if self.token.kind != "end":
            self.fail("expected an operator")
        return tree

    def choice(self) -> Tree:
        tree = self.compare()
        if self.take("if"):
            condition = self.condition(self.compare)
            self.expect("else")
            tree = Call("if", (condition, tree, self.inner()))
        return tree

    def compare(self) -> Tree:
        left = self.sum()
        comparisons: list[Tree] = []
        while operator := self.take(*COMPARISONS):
            right = self.sum()
            comparisons.append(Call(operator, (left, right)))
            left = right
        if len(comparisons) > 1:
            return Call("and", tuple(comparisons))
        return comparisons[0] if comparisons else left

    def sum(self) -> Tree:
        return self.operations(0)

    def operations(self, outer: int) -> Tree:
        """Parse what binds more closely than the operator before it, from left to right; that one has level `outer`."""
        tree = self.unary()
        while (level := _LEVELS.get(self.token.text, 0)) > outer:
            operator = self.token.text
            self.step()
            tree = Call(operator, (tree, self.operations(level)))
        return tree

    def unary(self) -> Tree:
        return Call("neg", (self.nest(self.unary),)) if self.take("-") else self.power()

    def power(self) -> Tree:
        base = self.atom()
        if not self.take("**", "^"):
            return base
        exponent = self.nest(self.unary)
        return Call("exp", (exponent,)) if base == Name("e") else Call("^", (base, exponent))

    def atom(self) -> Tree:
        token = self.token
        if self.take("("):
            tree = self.inner()
            self.expect(")")
            return tree
        if token.kind == "number":
            self.step()
            if math.isfinite(value := float(token.text)):
                return Number(value)
            number = f"{quote(token.text)} at column {token.column}"
            raise FormulaError(f"the number {number} is larger than a double can hold")
        if token.kind != "name" or token.text in ("if", "else"):
            self.fail("expected a number, a name or '('")
        self.step()
        if token.text in self.names or token.text in CONSTANTS:
            return Name(token.text)
        if token.text in FUNCTIONS or token.text == "where":
            return self.call(token.text)
        near = get_close_matches(token.text[:40].lower(), sorted({*FUNCTIONS, *CONSTANTS, *self.names}), n=1)
        names = ", ".join(sorted(self.names))
        hint = f"did you mean '{near[0]}'?" if near else f"known are {names} and functions such as exp"
        raise FormulaError(f"unknown name {quote(token.text)} at column {token.column}; {hint}")

    def call(self, function: str) -> Tree:
        column = self.token.column - len(function)
        self.expect("(")
        if function == "where":
            arguments = [self.condition(self.inner)]
            for _ in range(2):
                self.expect(",")
                arguments.append(self.inner())
            self.expect(")")
            return Call("if", tuple(arguments))
        arguments = [self.inner()]
        while self.take(","):
            arguments.append(self.inner())
        self.expect(")")
        fewest, most = FUNCTIONS[function].fewest, FUNCTIONS[function].most
        if not fewest <= len(arguments) <= most:
            numbers = str(fewest) if fewest == most else f"{fewest} to {most}"
            raise FormulaError(f"'{function}' at column {column} takes {numbers} arguments, not {len(arguments)}")
        return Call(function, tuple(arguments))

    def condition(self, read: Callable[[], Tree]) -> Tree:
        column = self.token.column
        tree = read()
        if not is_condition(tree):
            raise FormulaError(f"expected a comparison such as x < 1 at column {column} of the formula")
        return tree
