"""Patterns of `match` as conditions, which assign what they capture."""

from __future__ import annotations

import ast
import json
from typing import TYPE_CHECKING

from lossplot._gallery.translate.scope import Scope, UntranslatableError

if TYPE_CHECKING:
    from collections.abc import Callable


def condition(pattern: ast.pattern, subject: str, scope: Scope, expression: Callable[[ast.expr, Scope], str]) -> str:
    """Return the condition that `subject` fits `pattern`."""

    def parts(pattern: ast.pattern, subject: str) -> list[str]:
        match pattern:
            case ast.MatchValue(value):
                return [f"py.eq({subject}, {expression(value, scope)})"]
            case ast.MatchSingleton(value):
                return [f"{subject} === {json.dumps(value)}"]
            case ast.MatchAs(None, None):
                return []
            case ast.MatchAs(inner, str(name)):
                own = parts(inner, subject) if inner else []
                return [*own, f"({scope.name(name)} = {subject}, true)"]
            case ast.MatchOr(patterns):
                return [f"({' || '.join(joined(parts(each, subject)) for each in patterns)})"]
            case ast.MatchClass(ast.Name(name), patterns, [], []):
                fields = scope.fields(name)
                own = [f"py.isinstance({subject}, {scope.name(name)})"]
                for field, each in zip(fields, patterns, strict=False):
                    own += parts(each, f"{subject}.{field}")
                if len(patterns) > len(fields):  # of a number or a text, itself
                    own += parts(patterns[0], subject)
                return own
            case ast.MatchSequence(patterns):
                return sequence(patterns, subject)
        raise UntranslatableError(ast.dump(pattern))

    def sequence(patterns: list[ast.pattern], subject: str) -> list[str]:
        star = next((i for i, each in enumerate(patterns) if isinstance(each, ast.MatchStar)), None)
        if star is None:
            own = [f"py.isSequence({subject}, {len(patterns)}, {len(patterns)})"]
            return own + [part for i, each in enumerate(patterns) for part in parts(each, f"{subject}[{i}]")]
        after = len(patterns) - star - 1
        own = [f"py.isSequence({subject}, {star + after}, Infinity)"]
        for i, each in enumerate(patterns):
            if isinstance(each, ast.MatchStar):
                end = f", {subject}.length - {after}" if after else ""
                own += [f"({scope.name(each.name)} = {subject}.slice({i}{end}), true)"] if each.name else []
            else:
                own += parts(each, f"{subject}[{i}]" if i < star else f"{subject}.at({i - len(patterns)})")
        return own

    def joined(own: list[str]) -> str:
        return f"({' && '.join(own)})" if own else "true"

    return joined(parts(pattern, subject))
