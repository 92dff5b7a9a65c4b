"""The tokens of a formula while they are read, and what may stand for what in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NoReturn

from lossplot._errors import quote
from lossplot._formula.parser import MAX_DEPTH, FormulaError
from lossplot._formula.tree import Call, Tree
from lossplot._formula.typed.tokens import Token

# From the name of a loss, and values for its parameters, to its formula and variable; None if no loss is called so.
LossTree = Callable[[str, Mapping[str, float]], tuple[Tree, str] | None]
MAX_NODES = 500
MAX_HEIGHT = 128

_CLOSES = {"(": ")", "[": "]", "{": "}"}
_EQUALS = frozenset({"=", "==", "!=", ":="})


@dataclass(frozen=True, slots=True)
class Grammar:
    """The rules that calls and commands come back to: a formula, a value of cases, an operand and its core."""

    formula: Callable[[Stream], Tree]
    value: Callable[[Stream], Tree]
    operand: Callable[[Stream], Tree]
    atom: Callable[[Stream], Tree]
    starts_operand: Callable[[Stream], bool]


@dataclass(slots=True)
class Stream:
    """Tokens, of which those before `position` are read, and the grammar to read them by."""

    tokens: list[Token]
    grammar: Grammar
    parameters: frozenset[str]
    loss_tree: LossTree
    is_latex: bool
    index: str = ""
    position: int = 0
    depth: int = 0
    bars: int = 0
    copied: int = 0
    counts: set[str] = field(default_factory=set)
    notes: list[str] = field(default_factory=list)

    @property
    def token(self) -> Token:
        return self.tokens[self.position]

    def ahead(self, count: int = 1) -> Token:
        """Return a later token, or the end."""
        return self.tokens[min(self.position + count, len(self.tokens) - 1)]

    def next(self) -> Token:
        """Step over the next token, and return it."""
        token = self.token
        self.position += token.kind != "end"
        return token

    def at(self, *texts: str) -> bool:
        """Return True if the next token is one of `texts`."""
        return self.token.kind != "end" and self.token.text in texts

    def take(self, *texts: str) -> str:
        """Step over the next token if it is one of `texts`, and return it, or an empty text."""
        return self.next().text if self.at(*texts) else ""

    def take_kind(self, kind: str) -> bool:
        """Step over the next token if it is of this kind."""
        is_it = self.token.kind == kind
        self.position += is_it
        return is_it

    def expect(self, text: str) -> None:
        if not self.take(text):
            self.fail(f"expected '{text}'")

    def fail(self, message: str) -> NoReturn:
        token = self.token
        if token.text in _EQUALS:
            raise FormulaError(
                f"{quote(token.text)} at column {token.column} is not part of a formula; conditions are < <= > >="
            )
        text = "the end" if token.kind == "end" else quote(token.text)
        hint = self.decimal_comma()
        raise FormulaError(
            f"{message} at column {token.column} of the formula, found {text}" + (f"; {hint}" if hint else "")
        )

    def decimal_comma(self) -> str:
        """Return a hint if a number up to here is written with a decimal comma, or an empty text."""
        known = self.tokens[: self.position + 2]
        for left, comma, right in zip(known, known[1:], known[2:], strict=False):
            if (left.kind, comma.text, right.kind) == ("number", ",", "number") and comma.is_tight and right.is_tight:
                return f"write {left.text}.{right.text} with a point" if (left.text + right.text).isdecimal() else ""
        return ""

    def stop(self, token: Token, message: str, hint: str) -> NoReturn:
        """Raise FormulaError about an earlier token."""
        raise FormulaError(f"{message} at column {token.column}" + (f"; {hint}" if hint else ""))

    def note(self, sentence: str) -> None:
        if sentence not in self.notes:
            self.notes.append(sentence)

    def nest(self, read: Callable[[Stream], Tree]) -> Tree:
        self.depth += 1
        self.check_depth()
        tree = read(self)
        self.depth -= 1
        return tree

    def check_depth(self, more: int = 0) -> None:
        """Raise FormulaError if what is here, and `more` around it, is nested too deep."""
        if self.depth + more > MAX_DEPTH:
            raise FormulaError(f"the formula is nested more than {MAX_DEPTH} deep at column {self.token.column}")

    def inner(self) -> Tree:
        """Read a formula that stands inside another; bars around it are not its own."""
        bars, self.bars = self.bars, 0
        tree = self.nest(self.grammar.formula)
        self.bars = bars
        return tree

    def brackets(self) -> Tree:
        """Read a formula in brackets of any kind."""
        closing = _CLOSES[self.next().text]
        tree = self.inner()
        if self.take("over"):
            tree = Call("/", (tree, self.inner()))
        self.expect(closing)
        return tree

    def skip_group(self) -> str:
        """Step over one token, or over all between a bracket and its counterpart, and return their text."""
        opening = self.next().text
        if opening not in _CLOSES:
            return opening
        texts, open_brackets = [], 1
        while open_brackets:
            if self.token.kind == "end":
                self.fail(f"expected '{_CLOSES[opening]}'")
            open_brackets += self.at(*_CLOSES)
            open_brackets -= self.at(*_CLOSES.values())
            texts.append(self.next().text)
        return "".join(texts[:-1])

    def copy(self, tree: Tree) -> Tree:
        """Return `tree` for a second place in the formula.  Raises FormulaError if copies grow too many."""
        self.copied += _size(tree)
        if self.copied > MAX_NODES:
            raise FormulaError("the formula is too large, written out; make it shorter")
        return tree


def leaves(tree: Tree) -> Iterator[Tree]:
    """Yield the numbers and names of a tree, as often as they stand in it."""
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Call):
            waiting += node.arguments
        else:
            yield node


def check_height(tree: Tree) -> None:
    """Raise FormulaError for operations on the results of more operations than there may be, as in a long sum."""
    level: list[Tree] = [tree]
    for _ in range(MAX_HEIGHT):
        level = [part for node in level if isinstance(node, Call) for part in node.arguments]
    if any(isinstance(node, Call) for node in level):
        raise FormulaError(f"the formula has more than {MAX_HEIGHT} operations in a row; bracket parts of a long sum")


def _size(tree: Tree) -> int:
    """Count the nodes of a tree, up to the most that there may be."""
    waiting, count = [tree], 0
    while waiting and count <= MAX_NODES:
        node = waiting.pop()
        count += 1
        if isinstance(node, Call):
            waiting += node.arguments
    return count
