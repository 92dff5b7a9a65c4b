"""A function called for many items by several processes: results in order, even if processes crash."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from typing import Any, NoReturn, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")
# With fewer items for each process than this, starting it costs more than it saves.
FEWEST = 4
# How long a process may take to end, in seconds, before it is killed.
PATIENCE = 5.0


@dataclass(frozen=True, slots=True)
class Crash:
    """The end of a process before it had a result: by a signal, if the code is negative."""

    code: int

    def __str__(self) -> str:
        if self.code < 0:
            name = next((each.name for each in signal.Signals if each == -self.code), "unknown")
            return f"the process that drew it was killed by signal {-self.code} ({name})"
        return f"the process that drew it ended with exit code {self.code}"


def cores() -> int:
    """Return how many processes can run at once."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def call_each(
    function: Callable[[Item], Result],
    items: Sequence[Item],
    processes: int,
    prepare: Callable[[], object],
    on_result: Callable[[Item], object],
) -> Iterator[Result | Crash]:
    """Yield the results in the order of `items`; `on_result` is called with each item as its result comes.

    Few items are left to this process.  Else `prepare` is called once, before processes are forked from this one,
    or in each of them where that is not safe; `function` and `prepare` must be picklable.
    """
    processes = min(processes, len(items) // FEWEST)
    if processes < 2:
        for item in items:
            result = function(item)
            on_result(item)
            yield result
        return
    early: dict[int, Result | Crash] = {}
    following = 0
    for index, result_or_crash in _results(function, items, processes, prepare):
        on_result(items[index])
        early[index] = result_or_crash
        while following in early:
            yield early.pop(following)
            following += 1


@dataclass(slots=True)
class _Worker:
    process: Any
    connection: Connection
    index: int | None = None


def _results(
    function: Callable[[Item], Result], items: Sequence[Item], processes: int, prepare: Callable[[], object]
) -> Iterator[tuple[int, Result | Crash]]:
    """Yield each item's index with its result, as they come."""
    context = _context(prepare)
    workers: list[_Worker] = []
    indices = iter(range(len(items)))
    try:
        for _ in range(processes):
            workers.append(_start(context, function, prepare, workers))
            _send_next(workers[-1], items, indices)
        while busy := {worker.connection: worker for worker in workers if worker.index is not None}:
            for connection in wait(list(busy)):
                worker = busy[connection]  # type: ignore[index]
                index = worker.index
                assert index is not None
                try:
                    result = worker.connection.recv()
                except (EOFError, OSError):
                    worker.process.join()
                    result = Crash(worker.process.exitcode)
                    workers.remove(worker)
                    # By now something else may run in this process, such as a progress bar.
                    worker = _start(_context(prepare), function, prepare, workers)
                    workers.append(worker)
                _send_next(worker, items, indices)
                yield index, result
    finally:
        _end(workers)


def _context(prepare: Callable[[], object]) -> Any:
    """Return the way to start processes: warm copies of this one, if no thread in it would be broken by that."""
    if sys.platform.startswith("linux") and threading.active_count() == 1:
        prepare()
        # What is shared stays shared: no later collection writes into it.
        gc.collect()
        gc.freeze()
        return multiprocessing.get_context("fork")
    return multiprocessing.get_context("spawn")


def _start(
    context: Any, function: Callable[[Any], Any], prepare: Callable[[], object], others: Sequence[_Worker]
) -> _Worker:
    ours, theirs = context.Pipe()
    # A copy of this process has copies of its ends, and must close them to see when this process is gone.
    copies = [ours, *(other.connection for other in others)] if context.get_start_method() == "fork" else []
    for stream in (sys.stdout, sys.stderr):
        stream.flush()
    process = context.Process(target=_serve, args=(theirs, copies, function, prepare), daemon=True)
    process.start()
    theirs.close()
    return _Worker(process, ours)


def _send_next(worker: _Worker, items: Sequence[Item], indices: Iterator[int]) -> None:
    worker.index = next(indices, None)
    if worker.index is not None:
        # If the worker is gone, reading from it will tell.
        with suppress(OSError):
            worker.connection.send(items[worker.index])


def _end(workers: Sequence[_Worker]) -> None:
    """End the idle workers, and stop the others, which clean up behind themselves."""
    for worker in workers:
        worker.connection.close()
        if worker.index is not None:
            worker.process.terminate()
    for worker in workers:
        worker.process.join(PATIENCE)
        if worker.process.is_alive():
            worker.process.kill()


def _serve(
    connection: Connection, copies: Sequence[Connection], function: Callable[[Any], Any], prepare: Callable[[], object]
) -> None:
    """Answer each item with its result, until nobody is at the other end."""
    for copy in copies:
        copy.close()
    # Ctrl-C reaches every process of a terminal; the one that started this one stops it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, _leave)
    gc.enable()
    prepare()
    while True:
        try:
            item = connection.recv()
        except (EOFError, OSError):
            return
        result = function(item)
        with suppress(OSError):  # the next item will not come either
            connection.send(result)


def _leave(number: int, _: object) -> NoReturn:
    # Where nothing can be raised, as in a destructor, the process goes on, and finds in the end that nobody listens.
    sys.unraisablehook = lambda _: None
    raise SystemExit(128 + number)
