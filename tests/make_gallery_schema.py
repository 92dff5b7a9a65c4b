"""Write the JSON schema of gallery.json, as its TypedDicts have it.

python tests/make_gallery_schema.py
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints, is_typeddict

from lossplot._gallery.data.catalogue import SCHEMA, Gallery
from lossplot._gallery.page.markup import UNSEALED

FILE = Path(__file__).parent.parent / "lossplot" / "_gallery" / "assets" / SCHEMA
_PLAIN = {str: "string", bool: "boolean", int: "integer", float: "number", NoneType: "null"}


def gallery_schema() -> str:
    """Return the JSON schema (draft 2020-12) of `gallery.json`; the records within it are its definitions."""
    schema = {
        "$comment": UNSEALED,
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA,
        "$ref": f"#/$defs/{Gallery.__name__}",
        "$defs": {record.__name__: _record(record) for record in [Gallery, *_records_in(Gallery)]},
    }
    return f"{json.dumps(schema, indent=1, ensure_ascii=False, allow_nan=False)}\n"


def _records_in(kind: Any) -> Iterator[Any]:
    parts = get_type_hints(kind).values() if is_typeddict(kind) else get_args(kind)
    for part in parts:
        if is_typeddict(part):
            yield part
        yield from _records_in(part)


def _record(kind: Any) -> dict[str, Any]:
    """Return the schema of a TypedDict: a record has all its fields, and nothing else."""
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


if __name__ == "__main__":
    FILE.write_text(gallery_schema(), encoding="utf-8")
