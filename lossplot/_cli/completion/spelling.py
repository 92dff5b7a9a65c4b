"""Names spelt on as they were begun: `smooth_` becomes `smooth_l1`, and `HIN` becomes `HINGE`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping


def as_typed(typed: str, name: str) -> str:
    """Return `name`, of which `typed` is the beginning in some spelling, in that spelling."""
    rest = name[len(typed) :]
    if "_" in typed:
        rest = rest.replace("-", "_")
    return typed + (rest.upper() if typed.isupper() else rest)


def begins(typed: str, name: str) -> bool:
    """Return True if `typed` is the beginning of `name`, in any case and with `_` for `-`."""
    return _folded(name).startswith(_folded(typed))


def matching(typed: str, names: Mapping[str, str] | Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield each of `names` that `typed` begins, spelt as it was begun, with its description if there is one."""
    descriptions = names if isinstance(names, Mapping) else dict.fromkeys(names, "")
    yield from ((as_typed(typed, name), text) for name, text in descriptions.items() if begins(typed, name))


def _folded(name: str) -> str:
    return name.lower().replace("_", "-")
