"""Which signals end a program: those that were not ignored when it started."""

from __future__ import annotations

import signal

import pytest

from lossplot._cli import main

ENDING = ("SIGINT", "SIGTERM", "SIGHUP")


@pytest.mark.parametrize("ignored", [(), ("SIGHUP",), ("SIGINT", "SIGTERM"), ENDING])
def test_what_was_ignored_when_it_started_stays_so(ignored: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    names = [name for name in ENDING if hasattr(signal, name)]
    handlers = {getattr(signal, name): signal.SIG_IGN if name in ignored else signal.SIG_DFL for name in names}
    handled: list[int] = []
    monkeypatch.setattr(signal, "getsignal", handlers.__getitem__)
    monkeypatch.setattr(signal, "signal", lambda number, _: handled.append(number))
    main._handle_signals()
    alarm = [signal.SIGALRM] if hasattr(signal, "SIGALRM") else []
    assert handled == [*(getattr(signal, name) for name in names if name not in ignored), *alarm]
