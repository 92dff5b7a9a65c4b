"""Values of Python in JavaScript, such as tables that are worked out where the pages are made."""

from __future__ import annotations

import dataclasses
import json
import math
from collections.abc import Callable, Mapping


def literal(value: object, name_of: Callable[[type], str]) -> str:
    """Return `value` in JavaScript; `name_of` is the name that a class has there."""

    def write(value: object) -> str:
        match value:
            case None:
                return "null"
            case float() if math.isinf(value):
                return "Infinity" if value > 0 else "-Infinity"
            case bool() | int() | float() | str():
                return json.dumps(value, ensure_ascii=False)
            case Mapping():
                return f"py.dict([{', '.join(f'[{write(key)}, {write(each)}]' for key, each in value.items())}])"
            case frozenset() | set():
                return f"py.set([{', '.join(map(write, sorted(value)))}])"
            case _ if dataclasses.is_dataclass(value) and not isinstance(value, type):
                return _record(value)
            case tuple() if hasattr(value, "_fields"):
                return f"{name_of(type(value))}({', '.join(map(write, value))})"
            case tuple() | list():
                return f"[{', '.join(map(write, value))}]"
        raise TypeError(type(value))

    def _record(value: object) -> str:
        fields = dataclasses.fields(value)  # type: ignore[arg-type]
        parts = [
            f"{each.name}: {write(own)}"
            for each in fields
            if each.init and (own := getattr(value, each.name)) != each.default
        ]
        return f"py.callWith({name_of(type(value))}, [], {{{', '.join(parts)}}})"

    return write(value)
