"""Expressions of Python in JavaScript."""

from __future__ import annotations

import ast
import json
from collections.abc import Iterable, Sequence

from lossplot._gallery.translate.scope import Scope, UntranslatableError, local, parameters_of

_OPERATORS = {
    ast.Add: "add", ast.Sub: "sub", ast.Mult: "mul", ast.Div: "div", ast.Mod: "mod", ast.Pow: "pow",
    ast.FloorDiv: "floordiv", ast.BitOr: "bitor", ast.BitAnd: "bitand",
}  # fmt: skip
_COMPARISONS = {
    ast.Eq: "py.eq({}, {})",
    ast.NotEq: "!py.eq({}, {})",
    ast.Lt: "py.lt({}, {})",
    ast.LtE: "py.le({}, {})",
    ast.Gt: "py.lt({1}, {0})",
    ast.GtE: "py.le({1}, {0})",
    ast.Is: "({} === {})",
    ast.IsNot: "({} !== {})",
    ast.In: "py.contains({1}, {0})",
    ast.NotIn: "!py.contains({1}, {0})",
}
# Methods that texts, lists and numbers have, which JavaScript calls otherwise.
_METHODS = """append bit_length count endswith insert isalnum isalpha isascii isdecimal isdigit isidentifier isprintable
isspace isupper join limit_denominator lower partition pop removesuffix replace split startswith strip"""
METHODS = frozenset(_METHODS.split())
_TYPES = ("dict", "list", "set", "frozenset", "tuple")


def expression(node: ast.expr, scope: Scope) -> str:
    """Return `node` in JavaScript."""
    match node:
        case ast.Constant(value):
            return constant(value)
        case ast.Name(name):
            return scope.name(name)
        case ast.Attribute(ast.Name(module), name) if module not in scope.locals and (
            found := scope.attribute(module, name)
        ):
            return found
        case ast.Attribute(value, name):
            return f"{expression(value, scope)}.{name}"
        case ast.Call():
            return _call(node, scope)
        case ast.BinOp(left, operator, right) if type(operator) in _OPERATORS:
            return f"py.{_OPERATORS[type(operator)]}({expression(left, scope)}, {expression(right, scope)})"
        case ast.UnaryOp(ast.Not(), operand):
            return f"!{truth(operand, scope)}"
        case ast.UnaryOp(ast.USub(), operand):
            return f"py.neg({expression(operand, scope)})"
        case ast.BoolOp(operator, values):
            word = "and" if isinstance(operator, ast.And) else "or"
            *others, last = (expression(value, scope) for value in values)
            for other in reversed(others):
                last = f"py.{word}({other}, () => {last})"
            return last
        case ast.Compare(left, operators, comparators):
            return _compare(left, operators, comparators, scope)
        case ast.IfExp(test, body, orelse):
            return f"({truth(test, scope)} ? {expression(body, scope)} : {expression(orelse, scope)})"
        case ast.NamedExpr(ast.Name(name), value):
            return f"({scope.name(name)} = {expression(value, scope)})"
        case ast.Tuple(elements) | ast.List(elements):
            return f"[{items(elements, scope)}]"
        case ast.Set(elements):
            return f"py.set([{items(elements, scope)}])"
        case ast.Dict(keys, values):
            return _dict(keys, values, scope)
        case ast.Subscript(ast.Name(name), _) if name in _TYPES and name not in scope.locals:
            return scope.name(name)
        case ast.Subscript(value, ast.Slice(lower, upper, step)):
            ends = ", ".join(expression(end, scope) if end else "null" for end in (lower, upper, step))
            return f"py.slice({expression(value, scope)}, {ends})"
        case ast.Subscript(value, index):
            return f"py.get({expression(value, scope)}, {expression(index, scope)})"
        case ast.JoinedStr(values):
            return _joined_text(values, scope)
        case ast.Lambda(arguments, body):
            names = frozenset(each.arg for each in parameters_of(arguments))
            inner = Scope(scope.resolve, scope.attribute, scope.fields, scope.locals | names, scope.temporaries)
            return f"(({parameter_list(arguments, scope)}) => {_returned(expression(body, inner))})"
        case ast.ListComp(element, generators):
            return f"py.list({_generator([element], generators, scope)})"
        case ast.SetComp(element, generators):
            return f"py.set({_generator([element], generators, scope)})"
        case ast.GeneratorExp(element, generators):
            return _generator([element], generators, scope)
        case ast.DictComp(key, value, generators):
            return f"py.dict({_generator([key, value], generators, scope)})"
        case ast.Yield(value):
            return f"(yield {expression(value, scope) if value else 'null'})"
        case ast.YieldFrom(value):
            return f"(yield* py.iter({expression(value, scope)}))"
    raise UntranslatableError(ast.unparse(node))


def constant(value: object) -> str:
    match value:
        case None | True | False:
            return {None: "null", True: "true", False: "false"}[value]
        case str() | int() | float():
            return json.dumps(value, ensure_ascii=True)
        case _ if value is Ellipsis:
            return "null"
    raise UntranslatableError(repr(value))


def truth(node: ast.expr, scope: Scope) -> str:
    """Return `node` as a condition."""
    match node:
        case ast.BoolOp(operator, values):
            sign = " && " if isinstance(operator, ast.And) else " || "
            return f"({sign.join(truth(value, scope) for value in values)})"
        case ast.UnaryOp(ast.Not(), operand):
            return f"!{truth(operand, scope)}"
        case ast.Compare():
            return f"({expression(node, scope)})"
    return f"py.truth({expression(node, scope)})"


def _compare(left: ast.expr, operators: Sequence[ast.cmpop], comparators: Sequence[ast.expr], scope: Scope) -> str:
    parts = []
    here = expression(left, scope)
    for i, (operator, comparator) in enumerate(zip(operators, comparators, strict=True)):
        right = expression(comparator, scope)
        if i < len(operators) - 1:
            name = scope.temporary()
            parts.append(_COMPARISONS[type(operator)].format(here, f"({name} = {right})"))
            here = name
        else:
            parts.append(_COMPARISONS[type(operator)].format(here, right))
    return f"({' && '.join(parts)})" if len(parts) > 1 else parts[0]


def items(elements: Iterable[ast.expr], scope: Scope) -> str:
    return ", ".join(
        f"...py.iter({expression(each.value, scope)})" if isinstance(each, ast.Starred) else expression(each, scope)
        for each in elements
    )


def _dict(keys: Sequence[ast.expr | None], values: Sequence[ast.expr], scope: Scope) -> str:
    pairs = (
        f"[{expression(key, scope)}, {expression(value, scope)}]"
        if key
        else f"...py.call({expression(value, scope)}, 'items')"
        for key, value in zip(keys, values, strict=True)
    )
    return f"py.dict([{', '.join(pairs)}])"


def _call(node: ast.Call, scope: Scope) -> str:
    match node:
        case ast.Call(ast.Call(ast.Name("super"), [], []), _, _):
            raise UntranslatableError(ast.unparse(node))
        case ast.Call(ast.Attribute(ast.Call(ast.Name("super"), [], []), "__init__"), arguments, []):
            return f"py.superInit(self, [{items(arguments, scope)}])"
        case ast.Call(ast.Attribute(ast.Name("object"), "__setattr__"), arguments, []):
            return f"py.setattr({items(arguments, scope)})"
        case ast.Call(ast.Attribute(value, name), arguments, []) if name in METHODS and not _is_module(
            value, name, scope
        ):
            own = items(arguments, scope)
            return f"py.call({expression(value, scope)}, {json.dumps(name)}{', ' if own else ''}{own})"
        case ast.Call(function, arguments, []):
            return f"{expression(function, scope)}({items(arguments, scope)})"
        case ast.Call(function, arguments, keywords):
            named = ", ".join(
                f"{each.arg}: {expression(each.value, scope)}"
                if each.arg
                else f"...py.asObject({expression(each.value, scope)})"
                for each in keywords
            )
            return f"py.callWith({expression(function, scope)}, [{items(arguments, scope)}], {{{named}}})"
    raise UntranslatableError(ast.unparse(node))


def _is_module(value: ast.expr, name: str, scope: Scope) -> bool:
    is_name = isinstance(value, ast.Name) and value.id not in scope.locals
    return is_name and isinstance(value, ast.Name) and scope.attribute(value.id, name) is not None


def _joined_text(values: Sequence[ast.expr], scope: Scope) -> str:
    parts = []
    for value in values:
        match value:
            case ast.Constant(str(text)):
                parts.append(json.dumps(text, ensure_ascii=True))
            case ast.FormattedValue(inner, conversion, spec):
                form = expression(spec, scope) if spec else '""'
                text = expression(inner, scope)
                parts.append(f"py.format({f'py.repr({text})' if conversion == ord('r') else text}, {form})")
    return f"({' + '.join(parts)})" if parts else '""'


def _generator(elements: Sequence[ast.expr], generators: Sequence[ast.comprehension], scope: Scope) -> str:
    """Return a comprehension as a generator; the first iterable is looked at where it stands, as Python does."""
    first = expression(generators[0].iter, scope)
    inner = scope
    head = ""
    for i, each in enumerate(generators):
        source = "$source" if i == 0 else f"py.iter({expression(each.iter, inner)})"
        names = frozenset(node.id for node in ast.walk(each.target) if isinstance(node, ast.Name))
        inner = Scope(inner.resolve, inner.attribute, inner.fields, inner.locals | names, scope.temporaries)
        head += f"for (const {target(each.target, inner)} of {source}) "
        head += "".join(f"if ({truth(test, inner)}) " for test in each.ifs)
    own = ", ".join(expression(element, inner) for element in elements)
    value = own if len(elements) == 1 else f"[{own}]"
    return f"(function* ($source) {{ {head}yield {value}; }})(py.iter({first}))"


def target(node: ast.expr, scope: Scope) -> str:
    """Return what is assigned to, as JavaScript takes lists apart."""
    match node:
        case ast.Name(name):
            return scope.name(name)
        case ast.Tuple(elements) | ast.List(elements):
            # What nobody reads may have its name twice.
            names = ("" if ast.unparse(each) == "_" else target(each, scope) for each in elements)
            return f"[{', '.join(names)}]"
        case ast.Starred(value):
            return f"...{target(value, scope)}"
        case ast.Attribute(value, name):
            return f"{expression(value, scope)}.{name}"
    raise UntranslatableError(ast.unparse(node))


def parameter_list(arguments: ast.arguments, scope: Scope) -> str:
    """Return the parameters of a function, with their defaults."""
    if arguments.kwarg or (arguments.vararg and arguments.kwonlyargs):
        raise UntranslatableError(ast.unparse(arguments))
    placed = [*arguments.posonlyargs, *arguments.args]
    defaults: list[ast.expr | None] = [*[None] * (len(placed) - len(arguments.defaults)), *arguments.defaults]
    named = zip([*placed, *arguments.kwonlyargs], [*defaults, *arguments.kw_defaults], strict=True)
    words = [f"{local(each.arg)} = {expression(value, scope)}" if value else local(each.arg) for each, value in named]
    return ", ".join([*words, *([f"...{local(arguments.vararg.arg)}"] if arguments.vararg else [])])


def _returned(text: str) -> str:
    return f"({text})" if text.startswith("{") else text
