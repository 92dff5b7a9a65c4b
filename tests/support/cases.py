"""Many cases in one test, where each takes a millisecond and pytest would take another for it."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Iterable, Sequence
from typing import Any

Test = Callable[..., None]


def every(names: str | Sequence[str], values: Iterable[Any], ids: Iterable[str] = ()) -> Callable[[Test], Test]:
    """Like `pytest.mark.parametrize`, but one test: it runs all the cases and says of which ones it does not hold."""
    arguments = (names,) if isinstance(names, str) else tuple(names)
    rows = [(value,) if isinstance(names, str) else tuple(value) for value in values]
    known = [str(name) for name in ids] or [", ".join(map(str, row)) for row in rows]
    cases = [dict(zip(arguments, row, strict=True)) for row in rows]

    def decorate(test: Test) -> Test:
        def run(**given: Any) -> None:
            __tracebackhide__ = True
            failed: dict[str, Exception] = {}
            for name, case in zip(known, cases, strict=True):
                try:
                    test(**given, **case)
                except Exception as error:
                    failed[name] = error
            for first in failed.values():
                first.add_note(f"of {len(cases)} cases {len(failed)} fail: {'; '.join(failed)}"[:2000])
                raise first

        assert cases
        signature = inspect.signature(test)
        kept = [parameter for parameter in signature.parameters.values() if parameter.name not in arguments]
        functools.update_wrapper(run, test)
        run.__signature__ = signature.replace(parameters=kept)  # type: ignore[attr-defined]
        return run

    return decorate
