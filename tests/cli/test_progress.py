"""The bar of progress: when it is shown, and what it says."""

from __future__ import annotations

import io
import sys
from types import SimpleNamespace

import pytest

from lossplot._cli import progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("seconds", "is_shown"), [(0.0, False), (0.9, False), (1.1, True), (3.0, True)])
def test_a_bar_is_shown_of_what_takes_longer_than_a_second(
    seconds: float, is_shown: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [100.0]
    stream = Terminal()
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setattr(progress, "time", SimpleNamespace(monotonic=lambda: now[0]))
    with progress.progress_bar("drawing", True) as report:
        report(1, 4, "a.svg")
        assert not stream.getvalue()
        now[0] += seconds
        report(2, 4, "b.svg")
    assert ("drawing b.svg" in stream.getvalue()) == is_shown
    assert ("50%" in stream.getvalue()) == is_shown
