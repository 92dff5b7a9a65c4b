r"""Constructions of LaTeX: fractions, roots, accents, subscripts and cases."""

from __future__ import annotations

from lossplot._formula.tree import Call, Name, Number, Tree
from lossplot._formula.typed import calls, conditions
from lossplot._formula.typed.functions import is_function
from lossplot._formula.typed.signs import ACCENTS, FRACTIONS
from lossplot._formula.typed.stream import Stream
from lossplot._formula.typed.words import MODELS, canonical

_IF = ("if", "for", "when", "where", "as", ",", "&")
_OTHERWISE = ("otherwise", "else", "elsewhere", "ow", "o.w")


def starts(command: str) -> bool:
    """Return True if a command may begin an operand."""
    return command in FRACTIONS or command in ACCENTS or command in ("sqrt", "langle") or is_function(command)


def command(stream: Stream) -> Tree:
    r"""Read what begins with a command, such as `\frac{1}{2}`."""
    name = stream.token.text
    if name in FRACTIONS:
        stream.next()
        return Call("/", (_group(stream), _group(stream)))
    if name == "sqrt":
        return _root(stream)
    if name in ACCENTS:
        stream.next()
        if stream.token.kind != "name" and not stream.at("{"):
            stream.fail("expected a letter")
        letter = stream.skip_group()
        if letter in MODELS and calls.skip_sample(stream):
            return Name(letter)
        return calls.name(stream, _accented(stream, letter, ACCENTS[name]))
    if name == "langle":
        return _inner_product(stream)
    if is_function(name):
        return calls.word(stream)
    return stream.fail("unknown command of LaTeX")


def _accented(stream: Stream, letter: str, accent: str) -> str:
    """Return the name of a letter with an accent, without the index of an example."""
    bare = canonical(letter, stream.index)
    return f"{bare}{accent}" if bare.isidentifier() else letter


def _group(stream: Stream) -> Tree:
    """Read an argument of a command: a group in braces, or one sign."""
    if stream.at("{"):
        return stream.brackets()
    if stream.token.kind == "number":
        return Number(float(stream.next().text))
    return stream.nest(stream.grammar.atom)


def _root(stream: Stream) -> Tree:
    stream.next()
    degree = stream.brackets() if stream.at("[") else Number(2.0)
    inner = _group(stream) if not stream.at("(") else stream.brackets()
    if degree == Number(2.0):
        return Call("sqrt", (inner,))
    return Call("^", (inner, Call("/", (Number(1.0), degree))))


def _inner_product(stream: Stream) -> Tree:
    r"""Read `\langle w, x \rangle`, the prediction of a linear model."""
    while not stream.at("rangle"):
        if stream.token.kind == "end":
            stream.fail(r"expected '\rangle'")
        stream.next()
    stream.next()
    return Name("f")


def subscript(stream: Stream, tree: Tree) -> Tree:
    """Read a subscript: `+` for the positive part; that of a name belongs to it."""
    stream.expect("_")
    text = stream.skip_group()
    match tree:
        case _ if text == "+":
            return Call("max", (Number(0.0), tree))
        case Call("abs") if text in ("1", "2"):
            return tree  # of one number, every norm is the absolute value
        case Name(base) if base in MODELS:
            calls.skip_sample(stream)
            return tree
        case Name(base) if text.isalnum():
            return calls.name(stream, canonical(f"{base}_{text}", stream.index))
    stream.position -= 1
    return stream.fail("this subscript has no meaning")


def cases(stream: Stream) -> Tree:
    """Read values, each with its condition, the last otherwise."""
    stream.next()
    pieces: list[tuple[Tree, Tree | None]] = []
    while not stream.take_kind("finish"):
        value = stream.nest(stream.grammar.value)
        while _take_word(stream, _IF):
            pass
        condition = None
        if not _take_word(stream, _OTHERWISE):
            column = stream.token.column
            condition = conditions.check(stream.inner(), column)
        pieces.append((value, condition))
        stream.take(",", ".", ";")
        if not stream.take_kind("newline") and stream.token.kind != "finish":
            stream.fail(r"expected '\\' or '\end{cases}'")
    return _chosen(stream, pieces)


def _take_word(stream: Stream, words: tuple[str, ...]) -> bool:
    """Step over one of `words`, bare or in braces, if it is next."""
    in_braces = stream.at("{") and stream.ahead().text in words and stream.ahead(2).text == "}"
    if in_braces:
        stream.skip_group()
    return in_braces or bool(stream.take(*words))


def _chosen(stream: Stream, pieces: list[tuple[Tree, Tree | None]]) -> Tree:
    if not pieces:
        stream.fail("expected a value before this end")
    *earlier, (tree, last) = pieces
    if any(condition is None for _, condition in earlier):
        stream.fail("only the last case may be 'otherwise', before what ends")
    if last is not None and not (len(earlier) == 1 and earlier[0][1] in _complements(last)):
        stream.note("the last case is read as 'otherwise'")
    for value, condition in reversed(earlier):
        if condition is not None:
            tree = conditions.choose(stream, condition, value, tree)
    return tree


def _complements(condition: Tree) -> tuple[Tree, ...]:
    """Return the conditions that hold where `condition` does not, ends taken as they come."""
    strict = {"<": ("<", "<="), "<=": ("<", "<="), ">": (">", ">="), ">=": (">", ">=")}
    match conditions.opposite(condition):
        case Call(function, sides) if function in strict:
            return tuple(Call(other, sides) for other in strict[function])
    return (conditions.opposite(condition),)
