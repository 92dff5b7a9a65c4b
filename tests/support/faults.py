"""System calls that fail on purpose."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from typing import Any, Literal

import pytest

When = Literal["before", "after"]


class Faults:
    """Patch a function of `os` so that its `at`-th call fails just before or after it takes place."""

    def __init__(self, patch: pytest.MonkeyPatch, call: str, fault: BaseException, at: int = 1, when: When = "before"):
        self.hits = 0
        self.fault = fault
        real: Callable[..., Any] = getattr(os, call)
        mine = threading.get_ident()

        def faulty(*arguments: Any, **options: Any) -> Any:
            if threading.get_ident() != mine:
                return real(*arguments, **options)
            self.hits += 1
            if self.hits != at:
                return real(*arguments, **options)
            # A close that fails has closed the file nevertheless.
            if when == "after" or call == "close":
                real(*arguments, **options)
            raise fault

        patch.setattr(os, call, faulty)
