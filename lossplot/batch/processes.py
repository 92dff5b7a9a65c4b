"""A function called for many items, by several processes: in the order of the items, whatever becomes of a process."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from typing import Any, Generic, NoReturn, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")
# With fewer items for each process than this, starting it costs more than it saves.
FEWEST = 4
# How long a process may take to leave, in seconds, before it is made to.
PATIENCE = 5.0


@dataclass(frozen=True, slots=True)
class Crash:
    """A process ended before it had a result: by a signal, if the code is negative."""

    code: int

    def __str__(self) -> str:
        if self.code < 0:
            return f"the process that drew it was killed by signal {-self.code} ({_signal_name(-self.code)})"
        return f"the process that drew it ended with exit code {self.code}"


def _signal_name(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return "unknown"


def cores() -> int:
    """How many processes can run at once."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def call_each(
    function: Callable[[Item], Result],
    items: Sequence[Item],
    processes: int,
    prepare: Callable[[], object],
    heard: Callable[[Item], object],
) -> Iterator[Result | Crash]:
    """The results in the order of `items`; `heard` is called with each item as its result comes.

    Where there is little to do, this process does it.  Else `prepare` is called once, before processes are forked
    from this one, or in each of them where that is not safe; `function` and `prepare` must be picklable.
    """
    processes = min(processes, len(items) // FEWEST)
    if processes < 2:
        for item in items:
            result = function(item)
            heard(item)
            yield result
        return
    waiting: dict[int, Result | Crash] = {}
    following = 0
    for index, outcome in _results(function, items, processes, prepare):
        heard(items[index])
        waiting[index] = outcome
        while following in waiting:
            yield waiting.pop(following)
            following += 1


@dataclass(slots=True)
class _Worker(Generic[Item]):
    process: Any
    connection: Connection
    index: int | None = None


def _results(
    function: Callable[[Item], Result], items: Sequence[Item], processes: int, prepare: Callable[[], object]
) -> Iterator[tuple[int, Result | Crash]]:
    """Each item's index with its result, as they come."""
    context = _context(prepare)
    workers: list[_Worker[Item]] = []
    left = iter(range(len(items)))
    try:
        for _ in range(processes):
            workers.append(_start(context, function, prepare, workers))
            _give(workers[-1], items, left)
        while busy := {worker.connection: worker for worker in workers if worker.index is not None}:
            for connection in wait(list(busy)):
                worker = busy[connection]  # type: ignore[index]
                index = worker.index
                assert index is not None
                try:
                    outcome = worker.connection.recv()
                except (EOFError, OSError):
                    worker.process.join()
                    outcome = Crash(worker.process.exitcode)
                    workers.remove(worker)
                    # By now something else may run in this process, such as a progress bar.
                    worker = _start(_context(prepare), function, prepare, workers)
                    workers.append(worker)
                _give(worker, items, left)
                yield index, outcome
    finally:
        _end(workers)


def _context(prepare: Callable[[], object]) -> Any:
    """How to start processes: as copies of this one, warm, where nothing else runs in it that a copy would break."""
    if sys.platform.startswith("linux") and threading.active_count() == 1:
        prepare()
        # What is shared stays shared: no later collection writes into it.
        gc.collect()
        gc.freeze()
        return multiprocessing.get_context("fork")
    return multiprocessing.get_context("spawn")


def _start(
    context: Any, function: Callable[[Any], Any], prepare: Callable[[], object], others: Sequence[_Worker[Any]]
) -> _Worker[Any]:
    ours, theirs = context.Pipe()
    # A copy of this process has copies of its ends, and must close them to see when this process is gone.
    copied = [ours, *(other.connection for other in others)] if context.get_start_method() == "fork" else []
    for stream in (sys.stdout, sys.stderr):
        stream.flush()
    process = context.Process(target=_serve, args=(theirs, copied, function, prepare), daemon=True)
    process.start()
    theirs.close()
    return _Worker(process, ours)


def _give(worker: _Worker[Item], items: Sequence[Item], left: Iterator[int]) -> None:
    """Give `worker` the next item, if one is left."""
    worker.index = next(left, None)
    if worker.index is not None:
        try:
            worker.connection.send(items[worker.index])
        except OSError:
            # It is gone; reading from it will tell.
            return


def _end(workers: Sequence[_Worker[Any]]) -> None:
    """Let the idle ones go, and stop the others, which clean up behind themselves."""
    for worker in workers:
        worker.connection.close()
        if worker.index is not None:
            worker.process.terminate()
    for worker in workers:
        worker.process.join(PATIENCE)
        if worker.process.is_alive():
            worker.process.kill()


def _serve(
    connection: Connection, copied: Sequence[Connection], function: Callable[[Any], Any], prepare: Callable[[], object]
) -> None:
    """Answer each item with its result, until there is nobody to answer."""
    for other in copied:
        other.close()
    # Ctrl-C reaches every process of a terminal; the one that started this tells it what to do.
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
        try:
            connection.send(result)
        except OSError:
            return


def _leave(number: int, _: object) -> NoReturn:
    # Where nothing can be raised, as in a destructor, the process goes on, and finds in the end that nobody listens.
    sys.unraisablehook = _say_nothing
    raise SystemExit(128 + number)


def _say_nothing(_: object) -> None:
    """That an exit could not be raised concerns nobody."""
