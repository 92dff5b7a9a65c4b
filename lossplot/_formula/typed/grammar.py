r"""Grammar of typed formulas, loosest binding first.

    choice   = either ["if" either ("else" choice | ";" choice ["otherwise"]) | "?" choice ":" choice]
    either   = both {("or" | "|" | "||") both}
    both     = negation {("and" | "&" | "&&") negation}
    negation = "not" negation | compare
    compare  = sum {("<" | "<=" | ">" | ">=") sum}
    sum      = product {("+" | "-") product}
    product  = unary {("*" | "/" | nothing) unary}
    unary    = ("+" | "-" | "~" | "∑") unary | power
    power    = operand [("**" | "^") unary]
    operand  = atom {"." method | "_" subscript}
    atom     = number | word | call | "(" choice ")" | "[" choice "]" | "|" choice "|" | "√" atom | a command of LaTeX

Nothing between two operands multiplies them, as in `2(1 - m)`, where it cannot be read otherwise.
"""

from __future__ import annotations

import math
from collections.abc import Callable

from lossplot._errors import quote
from lossplot._formula.parser import FormulaError
from lossplot._formula.tree import COMPARISONS, Call, Name, Number, Tree
from lossplot._formula.typed import calls, conditions, latex
from lossplot._formula.typed.stream import Grammar, Stream
from lossplot._formula.typed.tokens import Token
from lossplot._formula.typed.words import INDICES, RESERVED, VARIABLES

_NO_ATOM = "expected a number, a name or '('"


def formula(stream: Stream) -> Tree:
    """Read a choice, or what binds more tightly."""
    start = stream.token.column
    tree = either(stream)
    if stream.take("if"):
        column = stream.token.column
        condition = conditions.check(either(stream), column)
        if stream.take(";") or (not stream.depth and stream.take(",")) or stream.at("otherwise"):
            _take_else(stream)
            otherwise = stream.inner()
            stream.take("otherwise")
        else:
            stream.expect("else")
            otherwise = stream.inner()
        return conditions.choose(stream, condition, tree, otherwise)
    if stream.take("?"):
        condition = conditions.check(tree, start)
        then = stream.inner()
        stream.expect(":")
        return conditions.choose(stream, condition, then, stream.inner())
    return tree


def _take_else(stream: Stream) -> None:
    while stream.take("otherwise", "else"):
        pass


def either(stream: Stream) -> Tree:
    tree = _both(stream)
    while conditions.is_true_or_false(tree) and not stream.bars and stream.take("or", "|"):
        stream.take("|")
        column = stream.token.column
        tree = conditions.either(tree, conditions.check(_both(stream), column))
    return tree


def _both(stream: Stream) -> Tree:
    tree = _negation(stream)
    while conditions.is_true_or_false(tree) and stream.take("and", "&", "&&"):
        column = stream.token.column
        tree = conditions.both(tree, conditions.check(_negation(stream), column))
    return tree


def _negation(stream: Stream) -> Tree:
    if not stream.take("not"):
        return compare(stream)
    column = stream.token.column
    return conditions.opposite(conditions.check(stream.nest(_negation), column))


def compare(stream: Stream) -> Tree:
    left = _sum(stream)
    tree = left
    while operator := stream.take(*COMPARISONS):
        right = _sum(stream)
        comparison = Call(operator, (left, right))
        tree = comparison if tree is left else conditions.both(tree, comparison)
        left = right
    if stream.at("==", "!="):
        stream.fail("")
    return tree


def _sum(stream: Stream) -> Tree:
    tree = _product(stream)
    while operator := stream.take("+", "-"):
        tree = Call(operator, (tree, _product(stream)))
    return tree


def _product(stream: Stream) -> Tree:
    """Read factors; nothing between them is a product, unless a name is below a stroke just before, as in `1/2c`."""
    tree = unary(stream)
    below: Tree | None = None
    while True:
        last = stream.tokens[stream.position - 1]
        if operator := stream.take("*", "/"):
            right = unary(stream)
            below = right if operator == "/" and not _is_fraction(tree, right) else None
            tree = Call(operator, (tree, right))
        elif _may_multiply(stream, last, tree):
            if below is not None and not stream.at("∑"):
                stream.fail("write brackets to say what is below '/'")
            tree = Call("*", (tree, unary(stream)))
        else:
            return tree


def _is_fraction(above: Tree, below: Tree) -> bool:
    match above:
        case Call("neg", (inner,)):
            return _is_fraction(inner, below)
    return isinstance(above, Number) and isinstance(below, Number)


def _may_multiply(stream: Stream, last: Token, left: Tree) -> bool:
    """Return True if an operand follows `left`, which ends with `last`, and their product is meant."""
    token = stream.token
    if token.kind == "number" or not starts_operand(stream):
        return False
    if token.text == "|" and conditions.is_true_or_false(left):
        return False
    if last.kind == "number" and token.kind == "name":
        return not (token.is_tight and (last.text == "0" or token.text in ("j", "J")))
    if token.text == "[" and not stream.is_latex:
        return last.text == ")" or last.kind == "number"
    if last.kind == "name" and token.kind == "name" and not (last.is_greek or token.is_greek or stream.is_latex):
        is_call = stream.ahead().text == "(" or calls.is_library(stream)
        return min(len(last.text), len(token.text)) == 1 or is_call
    return True


def starts_operand(stream: Stream) -> bool:
    """Return True if the next token may begin an operand."""
    token = stream.token
    if token.kind == "name":
        return token.text not in RESERVED
    if token.kind == "command":
        return latex.starts(token.text)
    is_brace = token.text == "{" and stream.is_latex
    return token.kind in ("number", "begin") or is_brace or stream.at("(", "[", "√", "∑") or _opens_bars(stream)


def _opens_bars(stream: Stream) -> bool:
    return stream.at("|") and not stream.bars


def unary(stream: Stream) -> Tree:
    if stream.take("-"):
        return Call("neg", (stream.nest(unary),))
    if stream.take("+"):
        return stream.nest(unary)
    if stream.take("~"):
        column = stream.token.column
        return conditions.opposite(conditions.check(stream.nest(unary), column))
    if stream.at("∑"):
        stream.next()
        while sign := stream.take("_", "^"):
            limit = stream.skip_group()
            if sign == "^" and len(limit) == 1:
                stream.counts.add(limit)
        return Call("sum", (stream.nest(_product),))
    return power(stream)


def power(stream: Stream) -> Tree:
    base = operand(stream)
    if not stream.take("**", "^"):
        return base
    if stream.at("{") and stream.ahead().text == "(" and stream.ahead(4).text == "}":
        stream.skip_group()  # the number of an example, as in y^{(i)}
        return base
    exponent = stream.brackets() if stream.at("{") else stream.nest(unary)
    if stream.at("_"):  # the sign of a positive part may follow its exponent
        base = latex.subscript(stream, base)
    return Call("exp", (exponent,)) if base == Name("e") else Call("^", (base, exponent))


def operand(stream: Stream) -> Tree:
    tree = atom(stream)
    methods = 0
    while True:
        if stream.at(".") and stream.ahead().kind == "name":
            methods += 1
            stream.check_depth(methods)
            tree = calls.method(stream, tree)
        elif stream.at("_") and not isinstance(tree, Number):
            tree = latex.subscript(stream, tree)
        elif stream.at("[") and stream.ahead().text in INDICES and stream.ahead(2).text == "]":
            stream.skip_group()  # the number of an example
        else:
            return tree


def atom(stream: Stream) -> Tree:
    token = stream.token
    if reader := _READERS.get(token.kind):
        return reader(stream)
    if stream.at("(", "[") or (stream.at("{") and stream.is_latex):
        return stream.brackets()
    if stream.at("|"):
        return _bars(stream)
    if stream.take("√"):
        return Call("sqrt", (stream.nest(operand),))
    return stream.fail(_NO_ATOM)


def _bars(stream: Stream) -> Tree:
    """Read an absolute value."""
    stream.next()
    bars, stream.bars = stream.bars, stream.bars + 1
    tree = stream.nest(formula)
    stream.expect("|")
    stream.bars = bars
    return tree if isinstance(tree, Call) and tree.function == "abs" else Call("abs", (tree,))


def _number(stream: Stream) -> Tree:
    token = stream.next()
    if token.text == "1" and (stream.at("[", "{") or (stream.at("_") and stream.ahead().text == "{")):
        return calls.indicator(stream)
    if math.isfinite(value := float(token.text)):
        return Number(value)
    number = f"{quote(token.text)} at column {token.column}"
    raise FormulaError(f"the number {number} is larger than a double can hold")


def _word(stream: Stream) -> Tree:
    token = stream.token
    if token.text in RESERVED and token.text not in stream.parameters:
        stream.fail(_NO_ATOM)
    if token.text in VARIABLES and stream.ahead().text == "(" and not _is_sum_in_brackets(stream):
        raise FormulaError(
            f"{quote(token.text)} at column {token.column} is no function; to multiply, write {token.text}*(...)"
        )
    return calls.word(stream)


def _is_sum_in_brackets(stream: Stream) -> bool:
    """Return True if the brackets after the next token hold more than a name or a number, as in `p(1 - p)`."""
    return stream.is_latex or (stream.ahead(3).kind == "sign" and stream.ahead(3).text != ")")


_READERS: dict[str, Callable[[Stream], Tree]] = {
    "number": _number,
    "name": _word,
    "command": latex.command,
    "begin": latex.cases,
}

GRAMMAR = Grammar(formula, compare, operand, atom, starts_operand)
