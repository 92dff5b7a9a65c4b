"""Types -> JSON schema: what a TypedDict says of a record, as other programs can check it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints, is_typeddict

_PLAIN = {str: "string", bool: "boolean", int: "integer", float: "number", NoneType: "null"}


def schema_of(kind: Any, identifier: str) -> dict[str, Any]:
    """The JSON schema (draft 2020-12) of `kind`, a TypedDict; the records within it are its definitions."""
    records = dict.fromkeys([kind, *_records_in(kind)])
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": identifier,
        "$ref": f"#/$defs/{kind.__name__}",
        "$defs": {record.__name__: _record(record) for record in records},
    }


def _records_in(kind: Any) -> Iterator[Any]:
    parts = get_type_hints(kind).values() if is_typeddict(kind) else get_args(kind)
    for part in parts:
        if is_typeddict(part):
            yield part
        yield from _records_in(part)


def _record(kind: Any) -> dict[str, Any]:
    """A record has all that its type says, and nothing else."""
    hints = get_type_hints(kind)
    return {
        "description": " ".join(kind.__doc__.split()),
        "type": "object",
        "properties": {name: _schema(hint) for name, hint in hints.items()},
        "required": [*hints],
        "additionalProperties": False,
    }


def _schema(kind: Any) -> dict[str, Any]:
    if kind in _PLAIN:
        return {"type": _PLAIN[kind]}
    if is_typeddict(kind):
        return {"$ref": f"#/$defs/{kind.__name__}"}
    arguments = get_args(kind)
    origin = get_origin(kind)
    if origin is Literal:
        return {"enum": [*arguments]}
    if origin in (Union, UnionType):
        return {"anyOf": [_schema(each) for each in arguments]}
    if origin is list:
        return {"type": "array", "items": _schema(arguments[0])}
    assert origin in (dict, Mapping), kind
    return {"type": "object", "additionalProperties": _schema(arguments[1])}
