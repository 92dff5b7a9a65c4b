"""Cases of a test: many in one, where they take less time than pytest's own work for each, and some of many."""

from __future__ import annotations

import functools
import inspect
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


def every(names: str | Sequence[str], values: Iterable[Any], ids: Iterable[str] = ()) -> Callable[[Test], Test]:
    """Parametrize like `pytest.mark.parametrize`, but as one test that runs all cases and names those that fail."""
    arguments = (names,) if isinstance(names, str) else tuple(names)
    rows = [(value,) if isinstance(names, str) else tuple(value) for value in values]
    case_names = [str(name) for name in ids] or [", ".join(map(str, row)) for row in rows]
    cases = [dict(zip(arguments, row, strict=True)) for row in rows]

    def decorate(test: Test) -> Test:
        def run(**fixtures: Any) -> None:
            __tracebackhide__ = True
            failed: dict[str, Exception] = {}
            for name, case in zip(case_names, cases, strict=True):
                try:
                    test(**fixtures, **case)
                except Exception as error:
                    failed[name] = error
            for first in failed.values():
                first.add_note(f"of {len(cases)} cases {len(failed)} fail: {'; '.join(failed)}"[:2000])
                raise first

        assert cases
        signature = inspect.signature(test)
        others = [parameter for parameter in signature.parameters.values() if parameter.name not in arguments]
        functools.update_wrapper(run, test)
        run.__signature__ = signature.replace(parameters=others)  # type: ignore[attr-defined]
        return run

    return decorate
