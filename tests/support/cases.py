"""Cases of a test: many in one, where they take less time than pytest's own work for each, and some of many.

`pytest` tries one of so many cases, and `pytest -m slow` the others: see `among` in `some`, in `every` and in `law`.
"""

from __future__ import annotations

import functools
import inspect
import zlib
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import pytest

Test = Callable[..., None]


def some(values: Iterable[Any], among: int) -> list[Any]:
    """Return the values as parameters: `pytest` tries one `among` so many, and its slow part the others."""
    return [
        value if place % among == 0 else pytest.param(value, marks=pytest.mark.slow)
        for place, value in enumerate(values)
    ]


def shared(test: Test, run: Callable[..., None], drawn: Iterable[str], more: Sequence[str], among: int) -> Test:
    """Make `run` the test: without its arguments `drawn` and with `more`, and twice, as `some` and `others`, if shared.

    `run` is called with the fixtures and, as its first argument, whether it is to try the others.
    """
    signature = inspect.signature(test)
    kept = [parameter for parameter in signature.parameters.values() if parameter.name not in drawn]
    names = [*more, *(["others"] if among > 1 else [])]
    added = [inspect.Parameter(name, inspect.Parameter.POSITIONAL_OR_KEYWORD) for name in names]

    def whole(others: bool = False, **fixtures: Any) -> None:
        __tracebackhide__ = True
        run(others, **fixtures)

    functools.update_wrapper(whole, test)
    whole.__signature__ = signature.replace(parameters=[*added, *kept])  # type: ignore[attr-defined]
    if among == 1:
        return whole
    values = [pytest.param(False, id="some"), pytest.param(True, id="others", marks=pytest.mark.slow)]
    decorated: Test = pytest.mark.parametrize("others", values)(whole)
    return decorated


def every(
    names: str | Sequence[str], values: Iterable[Any], ids: Iterable[str] = (), *, among: int = 1
) -> Callable[[Test], Test]:
    """Parametrize like `pytest.mark.parametrize`, but as one test that runs all cases and names those that fail.

    With `among`, `pytest` tries one case of so many, other ones for each test, and its slow part the others.
    """
    arguments = (names,) if isinstance(names, str) else tuple(names)
    rows = [(value,) if isinstance(names, str) else tuple(value) for value in values]
    case_names = [str(name) for name in ids] or [", ".join(map(str, row)) for row in rows]
    cases = [dict(zip(arguments, row, strict=True)) for row in rows]

    def decorate(test: Test) -> Test:
        first_place = zlib.crc32(test.__name__.encode()) % among

        def run(others: bool, **fixtures: Any) -> None:
            __tracebackhide__ = True
            failed: dict[str, Exception] = {}
            for place, (name, case) in enumerate(zip(case_names, cases, strict=True)):
                if others == ((place + first_place) % among == 0):
                    continue
                try:
                    test(**fixtures, **case)
                except Exception as error:
                    failed[name] = error
            for first in failed.values():
                first.add_note(f"of {len(cases)} cases {len(failed)} fail: {'; '.join(failed)}"[:2000])
                raise first

        assert len(cases) >= among
        return shared(test, run, arguments, (), among)

    return decorate
