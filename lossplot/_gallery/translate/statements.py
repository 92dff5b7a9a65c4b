"""Statements of Python in JavaScript: functions, classes and what is in them."""

from __future__ import annotations

import ast
import json
from collections.abc import Sequence

from lossplot._gallery.translate.expressions import expression, items, parameter_list, target, truth
from lossplot._gallery.translate.patterns import condition
from lossplot._gallery.translate.scope import Scope, UntranslatableError, assigned_in, local, parameters_of

_AUGMENTED = {ast.Add: "iadd", ast.Sub: "sub", ast.Mult: "mul", ast.BitOr: "ior", ast.Div: "div"}
_DATACLASSES = ("dataclass", "NamedTuple")
# What equality and hashes of a class are in Python; here they follow from the fields.
_SPECIAL = ("__eq__", "__hash__", "__reduce__")


def function(node: ast.FunctionDef, scope: Scope, name: str) -> str:
    """Return a function called `name`, and how its arguments are called."""
    parameters = parameters_of(node.args)
    own = frozenset(each.arg for each in [*parameters, *([node.args.vararg] if node.args.vararg else [])])
    nonlocals = {name for each in ast.walk(node) if isinstance(each, ast.Nonlocal) for name in each.names}
    assigned = [*dict.fromkeys(name for name in assigned_in(node.body) if name not in own | nonlocals)]
    inner = scope.within(own | frozenset(assigned))
    body = block(node.body, inner)
    names = [*map(local, assigned), *inner.temporaries]
    star = "*" if any(isinstance(each, ast.Yield | ast.YieldFrom) for each in _own_nodes(node)) else ""
    declared = f"let {', '.join(names)};\n" if names else ""
    end = "" if star or body.endswith("return null;\n") else "return null;\n"
    text = f"function{star} {name}({parameter_list(node.args, scope)}) {{\n{declared}{body}{end}}}\n"
    return text + f"{name}.parameters = {json.dumps([each.arg for each in parameters])};\n"


def _own_nodes(node: ast.FunctionDef) -> list[ast.AST]:
    """Return the nodes of a function, those of functions inside it excepted."""
    found: list[ast.AST] = []
    waiting: list[ast.AST] = [*node.body]
    while waiting:
        each = waiting.pop()
        if isinstance(each, ast.FunctionDef | ast.Lambda | ast.GeneratorExp):
            continue
        found.append(each)
        waiting += ast.iter_child_nodes(each)
    return found


def decorated(node: ast.FunctionDef, scope: Scope, name: str) -> str:
    """Return a function, which remembers its results if it is told to."""
    text = function(node, scope, name)
    if any("cache" in ast.unparse(each) for each in node.decorator_list):
        text += f"{name} = py.cache({name});\n"
    return text


def block(statements: Sequence[ast.stmt], scope: Scope) -> str:
    return "".join(statement(each, scope) for each in statements)


def statement(node: ast.stmt, scope: Scope) -> str:
    """Return `node` in JavaScript."""
    match node:
        case ast.Expr(ast.Constant()) | ast.Pass() | ast.Nonlocal() | ast.Assert() | ast.Import():
            return ""
        case ast.ImportFrom():
            return "".join(
                f"{scope.name(alias.asname or alias.name)} = {scope.resolve(alias.name)};\n" for alias in node.names
            )
        case ast.Expr(value):
            return f"{expression(value, scope)};\n"
        case ast.Return(value):
            return f"return {expression(value, scope) if value else 'null'};\n"
        case ast.Assign(targets, value):
            text = expression(value, scope)
            *others, last = targets
            if others:
                name = scope.temporary()
                return f"{name} = {text};\n" + "".join(_assign(each, name, scope) for each in targets)
            return _assign(last, text, scope)
        case ast.AnnAssign(where, _, value):
            return _assign(where, expression(value, scope), scope) if value else ""
        case ast.AugAssign(where, operator, value):
            own = expression(_loaded(where), scope)
            return _assign(where, f"py.{_AUGMENTED[type(operator)]}({own}, {expression(value, scope)})", scope)
        case ast.If(test, body, orelse):
            other = f"else {{\n{block(orelse, scope)}}}\n" if orelse else ""
            return f"if ({truth(test, scope)}) {{\n{block(body, scope)}}}\n{other}"
        case ast.While(test, body, []):
            return f"while ({truth(test, scope)}) {{\n{block(body, scope)}}}\n"
        case ast.For(where, source, body, []):
            name = scope.temporary()
            return (
                f"for ({name} of py.iter({expression(source, scope)})) {{\n"
                f"{_assign(where, name, scope)}{block(body, scope)}}}\n"
            )
        case ast.Break():
            return "break;\n"
        case ast.Continue():
            return "continue;\n"
        case ast.Raise(ast.expr() as error, _):
            text = expression(error, scope)
            return f"throw {text if isinstance(error, ast.Call) else f'{text}()'};\n"
        case ast.Raise(None, None):
            return "throw $error;\n"
        case ast.Try(body, handlers, [], []):
            return f"try {{\n{block(body, scope)}}} catch ($error) {{\n{_handlers(handlers, scope)}}}\n"
        case ast.Match(subject, cases):
            return _match(subject, cases, scope)
        case ast.FunctionDef(name):
            return f"{scope.name(name)} = {_expression_of(node, scope)}"
        case ast.Delete(targets):
            return "".join(
                f"py.delete({expression(each.value, scope)}, {expression(each.slice, scope)});\n"
                for each in targets
                if isinstance(each, ast.Subscript)
            )
    raise UntranslatableError(ast.unparse(node))


def _expression_of(node: ast.FunctionDef, scope: Scope) -> str:
    text = function(node, scope, "$inner")
    return f"(() => {{\n{text}return $inner;\n}})();\n"


def _loaded(where: ast.expr) -> ast.expr:
    """Return what is assigned to as a value."""
    return ast.parse(ast.unparse(where), mode="eval").body


def _assign(where: ast.expr, value: str, scope: Scope) -> str:
    match where:
        case ast.Subscript(holder, index):
            return f"py.put({expression(holder, scope)}, {expression(index, scope)}, {value});\n"
        case ast.Tuple(elements) | ast.List(elements):
            stars = [i for i, each in enumerate(elements) if isinstance(each, ast.Starred)]
            if stars or any(isinstance(each, ast.Subscript) for each in elements):
                if not stars:
                    name = scope.temporary()
                    parts = (_assign(each, f"{name}[{i}]", scope) for i, each in enumerate(elements))
                    return f"{name} = [...py.iter({value})];\n" + "".join(parts)
                value = f"py.unpack({value}, {stars[0]}, {len(elements) - stars[0] - 1})"
                elements = [each.value if isinstance(each, ast.Starred) else each for each in elements]
                return f"[{', '.join(target(each, scope) for each in elements)}] = {value};\n"
            return f"{target(where, scope)} = py.iter({value});\n"
    return f"{target(where, scope)} = {value};\n"


def _handlers(handlers: Sequence[ast.ExceptHandler], scope: Scope) -> str:
    text = ""
    for each in handlers:
        kind = expression(each.type, scope) if each.type else "py.Exception"
        name = f"{scope.name(each.name)} = $error;\n" if each.name else ""
        text += f"if (py.isinstance($error, {kind})) {{\n{name}{block(each.body, scope)}}} else "
    return text + "throw $error;\n"


def _match(subject: ast.expr, cases: Sequence[ast.match_case], scope: Scope) -> str:
    name = scope.temporary()
    text = f"{name} = {expression(subject, scope)};\n"
    branches = []
    for each in cases:
        test = condition(each.pattern, name, scope, expression)
        if each.guard:
            test = f"{test} && {truth(each.guard, scope)}"
        branches.append(f"if ({test}) {{\n{block(each.body, scope)}}}\n")
    return text + "else ".join(branches)


def class_(node: ast.ClassDef, scope: Scope, name: str) -> str:
    """Return a class called `name`: its fields, if it is a record, and its methods."""
    fields: list[str] = []
    for each in node.body:
        match each:
            case ast.AnnAssign(ast.Name(field), annotation, value):
                fields.append(_field(field, annotation, value, scope))
    constants = [
        f"{each.targets[0].id}: {expression(each.value, scope)}"
        for each in node.body
        if isinstance(each, ast.Assign) and isinstance(each.targets[0], ast.Name)
    ]
    methods: list[str] = []
    getters: list[str] = []
    for each in node.body:
        if isinstance(each, ast.FunctionDef) and each.name not in _SPECIAL:
            is_property = any(isinstance(word, ast.Name) and word.id == "property" for word in each.decorator_list)
            own = function(each, scope, "$method")
            (getters if is_property else methods).append(f"{each.name}: (() => {{\n{own}return $method;\n}})()")
    is_record = any("dataclass" in ast.unparse(word) for word in node.decorator_list) or any(
        ast.unparse(base) in _DATACLASSES for base in node.bases
    )
    bases = [base for base in node.bases if ast.unparse(base) not in _DATACLASSES]
    is_tuple = any(ast.unparse(base) == "NamedTuple" for base in node.bases)
    parts = [
        f"name: {json.dumps(node.name)}",
        f"base: {items(bases[:1], scope) or 'null'}",
        *([f"also: [{items(bases[1:], scope)}]"] if len(bases) > 1 else []),
        *([f"fields: [{', '.join(fields)}]"] if is_record else []),
        *(["isTuple: true"] if is_tuple else []),
        f"constants: {{{', '.join(constants)}}}",
        f"methods: {{{', '.join(methods)}}}",
        f"getters: {{{', '.join(getters)}}}",
    ]
    return f"{name} = py.makeClass({{{', '.join(parts)}}});\n"


def _field(name: str, annotation: ast.expr, value: ast.expr | None, scope: Scope) -> str:
    """Return a field: its name, its default, if it counts for equality, and if it is a number with a point."""
    parts = [f"name: {json.dumps(name)}"]
    match value:
        case ast.Call(ast.Name("field"), [], keywords):
            options = {each.arg: each.value for each in keywords}
            if factory := options.get("default_factory"):
                parts.append(f"default: () => {expression(factory, scope)}()")
            if default := options.get("default"):
                parts.append(f"default: () => {expression(default, scope)}")
            if ast.unparse(options.get("init", ast.Constant(True))) == "False":
                parts.append("isOwn: true")
            if ast.unparse(options.get("compare", ast.Constant(True))) == "False":
                parts.append("isIgnored: true")
        case ast.expr():
            parts.append(f"default: () => {expression(value, scope)}")
    if ast.unparse(annotation) == "float":
        parts.append("isFloat: true")
    return f"{{{', '.join(parts)}}}"
