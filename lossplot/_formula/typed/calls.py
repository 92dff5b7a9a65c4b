"""Words of a formula: functions with their arguments, losses, methods, and names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from difflib import get_close_matches
from itertools import pairwise

from lossplot._errors import alternatives, quote
from lossplot._formula.functions import CONSTANTS, FUNCTIONS
from lossplot._formula.tree import Call, Name, Number, Tree, substitute
from lossplot._formula.typed import conditions
from lossplot._formula.typed.arguments import Arguments, constant, read_arguments
from lossplot._formula.typed.functions import BARE, IGNORED, KEYWORDS, SPECIAL, SPELLINGS, function_named, spelling_of
from lossplot._formula.typed.special import SPECIAL_CALLS
from lossplot._formula.typed.stream import Stream, leaves
from lossplot._formula.typed.tokens import Token
from lossplot._formula.typed.words import LIBRARIES, MARGINS, MODELS, NAMES, PROBABILITIES, SIZES, VARIABLES, canonical

_CONSTANTS: dict[str, Tree] = {"e": Name("e"), "pi": Name("pi"), "inf": Number(float("inf")), "E": Name("e")}
_IN_SAMPLES = frozenset(",;_^{}()")
_OPENINGS = ("(", "[", "{")
# Names of arguments of functions of the language.
_OF_FUNCTIONS = IGNORED.union(*(words.split() for words in KEYWORDS.values()), "xyz")


def is_library(stream: Stream) -> bool:
    """Return True if the next token is the name of a library before a point."""
    if stream.token.text not in LIBRARIES or stream.ahead().text != "." or stream.ahead(2).kind != "name":
        return False
    # Of the names that are a probability too, a method is called with fewer arguments.
    is_method = stream.ahead(4).text == ")" or stream.ahead(2).text in ("pow", "clamp", "mul", "add", "sub", "div")
    return stream.token.text not in PROBABILITIES or not is_method


def word(stream: Stream) -> Tree:
    """Read what begins with a name or the command of a function."""
    token = stream.token
    if token.kind == "name" and is_library(stream) and token.text not in stream.parameters:
        return _from_library(stream)
    if token.text == "self" and stream.ahead().text == ".":
        stream.position += 2
        return word(stream)
    stream.next()
    own = canonical(token.text, stream.index)
    if token.text in stream.parameters or own in stream.parameters:
        return Name(token.text if token.text in stream.parameters else own)
    if token.is_greek and token.text == "sigma" and stream.at("("):
        return call(stream, token, "sigmoid")
    if own in NAMES and not stream.at("("):
        return name(stream, own)
    function = function_named(token.text)
    if function and _loss_has(stream, token, function):
        return _loss(stream, token)
    if function and (tree := _function(stream, token, function)):
        return tree
    if stream.at("("):
        return _called(stream, token)
    return name(stream, own)


def _keywords(stream: Stream) -> list[str]:
    """Return the names that are given values in the brackets that are next."""
    names: list[str] = []
    depth = 0
    for token, after in pairwise(stream.tokens[stream.position :]):
        depth += (token.text in _OPENINGS) - (token.text in (")", "]", "}"))
        if depth < 1:
            break
        if depth == 1 and token.kind == "name" and after.text == "=":
            names.append(token.text)
    return names


def _loss_has(stream: Stream, token: Token, function: str) -> bool:
    """Return True if a word is a loss with the parameters in brackets, as `focal(gamma=2)`, and not the function."""
    names = _keywords(stream) if function not in SPECIAL else []
    if not names or _OF_FUNCTIONS.union(spelling_of(function).parameters).issuperset(names):
        return False
    return stream.loss_tree(token.text, {}) is not None


def _from_library(stream: Stream) -> Tree:
    """Read a function or a constant that is called by the library it is in, as in `np.exp(m)`."""
    first = stream.next()
    path = [first.text]
    while stream.at(".") and stream.ahead().kind == "name":
        stream.next()
        token = stream.next()
        path.append(token.text)
    _step_over_underscore(stream)
    for length in (2, 1):
        if (function := function_named(".".join(path[-length:]))) and stream.at("("):
            return _module(stream, token, function) if token.text[:1].isupper() else call(stream, token, function)
    if path[-1] in _CONSTANTS and not stream.at("("):
        return _CONSTANTS[path[-1]]
    if function == "identity":
        return Name(token.text)  # the name of a type
    if function:
        stream.stop(token, f"{quote(token.text)} wants brackets", f"write {'.'.join(path)}(...)")
    functions = f"functions are {', '.join(_SUGGESTIONS)} ..."
    return stream.stop(first, f"no such function of one number, {quote('.'.join(path))},", functions)


def _module(stream: Stream, token: Token, function: str) -> Tree:
    """Read a function, or one that is made with its settings before it is called, as `nn.HuberLoss(delta=2)(a, b)`."""
    arguments = read_arguments(stream, function)
    if stream.at("("):
        given = read_arguments(stream, function)
        keywords = {**arguments.keywords, **given.keywords}
        arguments = Arguments((*given.positional, *arguments.positional), keywords)
    return apply(stream, token, function, arguments)


def _function(stream: Stream, token: Token, function: str) -> Tree | None:
    """Read a call, also one such as `log p`; None if the word is a name here."""
    if stream.at("(", "[", "{") or (token.kind == "command" and stream.at("[", "{", "_", "^")):
        return call(stream, token, function)
    if function in BARE and stream.at("_", "^"):
        return call(stream, token, function)
    if function in BARE and stream.grammar.starts_operand(stream):
        return _bare_call(stream, token, function)
    if function in ("indicator", "mean") and stream.at("[", "{", "_"):
        return call(stream, token, function)
    if loss := stream.loss_tree(token.text, {}):
        return loss[0]
    if function in SPECIAL - {"log", "max", "min", "where", "clip"}:
        return None
    return stream.stop(token, f"{quote(token.text)} wants brackets", f"write {token.text}(...)")


def _bare_call(stream: Stream, token: Token, function: str) -> Tree:
    argument = stream.nest(stream.grammar.operand)
    if stream.at("^", "**") or stream.grammar.starts_operand(stream):
        stream.stop(token, f"{quote(token.text)} wants brackets", f"write {token.text}(...)")
    return apply(stream, token, function, Arguments((argument,), {}))


def call(stream: Stream, token: Token, function: str) -> Tree:
    r"""Read the arguments of a function, and what may stand before them, as in `\log_2(m)` and `sin^2(m)`."""
    base = ""
    exponent: Tree | None = None
    if function == "indicator":
        return indicator(stream)
    while stream.at("_", "^"):
        if stream.take("_"):
            base = stream.skip_group()
        else:
            stream.next()
            exponent = stream.brackets() if stream.at("{") else stream.nest(stream.grammar.atom)
    if exponent == Call("neg", (Number(1.0),)):
        function, exponent = _inverse(stream, token, function), None
    if not stream.at(*_OPENINGS):
        tree = _bare_call(stream, token, function)
    else:
        tree = apply(stream, token, function, read_arguments(stream, function))
    if base and function == "log":
        tree = Call("/", (tree, Call("log", (_base(stream, token, base),))))
    return Call("^", (tree, exponent)) if exponent else tree


def _inverse(stream: Stream, token: Token, function: str) -> str:
    """Return the inverse of a function, which an exponent -1 before its argument means."""
    if f"a{function}" not in FUNCTIONS:
        stream.stop(
            token, f"the inverse of {quote(token.text)} is unknown", f"for a quotient write 1/{token.text}(...)"
        )
    return f"a{function}"


def _base(stream: Stream, token: Token, text: str) -> Tree:
    if text == "e":
        return Name("e")
    if not text.isdecimal() or not 1 < int(text[:9]) < 1000:
        stream.stop(token, f"{quote(text)} is no base of a logarithm", "write log(x)/log(b)")
    return Number(float(text))


def apply(stream: Stream, token: Token, function: str, arguments: Arguments) -> Tree:
    """Return the tree of a function of `arguments`."""
    if function in SPECIAL_CALLS:
        return SPECIAL_CALLS[function](stream, token, arguments)
    spelling = spelling_of(function)
    values = arguments.named(stream, token, spelling.parameters, spelling.defaults)
    return _filled(stream, spelling.tree, values)


def _filled(stream: Stream, formula: Tree, values: Mapping[str, Tree]) -> Tree:
    """Put `values` into a formula, which may have several places for one."""
    places = Counter(node.name for node in leaves(formula) if isinstance(node, Name))
    for name_, value in values.items():
        for _ in range(places[name_] - 1):
            stream.copy(value)
    return substitute(formula, values)


def method(stream: Stream, tree: Tree) -> Tree:
    """Read `.pow(2)` and its kin, whose first argument is `tree`."""
    stream.expect(".")
    token = stream.next()
    if token.text in SIZES and isinstance(tree, Name):
        return _size(stream)
    if token.text in MODELS and skip_sample(stream):
        return Name("f")
    _step_over_underscore(stream)
    function = function_named(token.text)
    if not function or not stream.at("("):
        stream.stop(token, f"no method {quote(token.text)} of a number", _near(stream, token.text))
    arguments = read_arguments(stream, function)
    return apply(stream, token, function, Arguments((tree, *arguments.positional), arguments.keywords))


def _step_over_underscore(stream: Stream) -> None:
    """Step over the sign of what PyTorch does in place, as in `clamp_(min=0)`."""
    if stream.at("_") and stream.ahead().text == "(" and stream.ahead().is_tight:
        stream.next()


def _size(stream: Stream) -> Tree:
    """Return the number of examples, as in `y.shape[0]`, `y.size(0)` and `y.numel()`."""
    if stream.at("(", "["):
        stream.skip_group()
    return Name("n")


def indicator(stream: Stream) -> Tree:
    r"""Read a condition in brackets or below, as in `\mathbb{1}[m < 0]`: 1 where it holds, else 0."""
    stream.take("_")
    column = stream.ahead().column
    if not stream.at(*_OPENINGS):
        stream.fail("expected a condition in brackets")
    return conditions.check(stream.brackets(), column)


def _called(stream: Stream, token: Token) -> Tree:
    """Read a name with brackets behind it that is no function: a loss, a model, or a factor in LaTeX."""
    if token.text in MARGINS and skip_sample(stream):
        return name(stream, token.text)
    if token.text in MODELS and skip_sample(stream):
        return name(stream, "f" if len(token.text) > 1 else token.text)
    if token.text == "len" and skip_sample(stream):
        return Name("n")
    if stream.loss_tree(token.text, {}):
        return _loss(stream, token)
    if token.is_greek or token.text in VARIABLES or (stream.is_latex and len(token.text) == 1):
        return name(stream, canonical(token.text, stream.index))
    return stream.stop(token, f"unknown function {quote(token.text)}", _near(stream, token.text))


def skip_sample(stream: Stream) -> bool:
    """Step over brackets that hold names alone, such as `(x)` or `(x_i; w)`; False if there are none."""
    count, depth = 1, 1
    if not stream.at("(") or stream.ahead().text == ")":
        return False
    while depth:
        token = stream.ahead(count)
        if token.kind != "name" and token.text not in _IN_SAMPLES:
            return False
        depth += (token.text == "(") - (token.text == ")")
        count += 1
    stream.position += count
    return True


def _loss(stream: Stream, token: Token) -> Tree:
    """Read a loss with values for its parameters, or for its variable."""
    arguments = read_arguments(stream, token.text)
    values = {key: constant(tree) for key, tree in arguments.given.items()}
    numbers = {key: value for key, value in values.items() if value is not None}
    found = stream.loss_tree(token.text, numbers)
    if found is None or len(arguments.positional) > 1 or numbers.keys() < values.keys():
        hint = "write parameters by their names, as in huber(delta=2)"
        stream.stop(token, f"{quote(token.text)} takes its variable and numbers for its parameters", hint)
    tree, variable = found
    return _filled(stream, tree, {variable: arguments.trees[0]}) if arguments.trees else tree


def name(stream: Stream, text: str) -> Tree:
    """Return the tree of a name that is no function here."""
    if text in stream.parameters or text in VARIABLES:
        return Name(text)
    if text in CONSTANTS or text == "inf":
        return _CONSTANTS[text]
    if text in MARGINS:
        label, output = MARGINS[text]
        return Call("*", (Name(label), Name(output)))
    loss = stream.loss_tree(text, {}) if len(text) > 1 and text not in NAMES else None
    return loss[0] if loss else Name(text)


def _near(stream: Stream, text: str) -> str:
    known = sorted({*FUNCTIONS, *SPELLINGS, *_SUGGESTIONS, *stream.parameters})
    near = get_close_matches(text.lower(), known, n=3, cutoff=0.5)
    quoted = [f"'{name}'" for name in near]
    return f"did you mean {alternatives(quoted)}?" if near else f"functions are {', '.join(_SUGGESTIONS)} ..."


_SUGGESTIONS = ("exp", "log", "abs", "sqrt", "max", "min", "clip", "where", "softplus", "sigmoid", "cosh")
