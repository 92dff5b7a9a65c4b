"""Hold lossplot to its speed promises: `python tests/benchmarks/speed.py`.

Each promise is a ratio of CPU seconds, whole process over whole process, of pairs run one after
the other, so that it holds on any machine and while its speed drifts.  The median of 7 pairs counts.
"""

import os
import statistics
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

PAIRS = 7
LOSSPLOT = str(Path(sys.executable).with_name("lossplot"))
BARE_FIGURE = str(Path(__file__).with_name("bare_figure.py"))


@dataclass(frozen=True, slots=True)
class Promise:
    """That `command` costs at most `most` times what `yardstick` does."""

    command: tuple[str, ...]
    yardstick: tuple[str, ...]
    most: float


PROMISES = (
    Promise(
        (LOSSPLOT, "hinge", "squared-hinge", "--derivative", "-o", "f.svg"),
        (sys.executable, BARE_FIGURE, "bare.svg"),
        1.25,
    ),
    Promise((LOSSPLOT, "--help"), (sys.executable, "-c", "import typer"), 1.5),
)


def cpu_seconds(command: tuple[str, ...], folder: str) -> float:
    """User and system seconds that one run of `command` takes."""
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} failed with exit code {process.returncode}")
    return usage.ru_utime + usage.ru_stime


def ratio(promise: Promise) -> float:
    with tempfile.TemporaryDirectory() as folder:
        commands = (promise.command, promise.yardstick)
        for command in commands:
            cpu_seconds(command, folder)
        pairs = [[cpu_seconds(command, folder) for command in commands] for _ in range(PAIRS)]
    return statistics.median(ours / theirs for ours, theirs in pairs)


def main() -> int:
    broken = 0
    for promise in PROMISES:
        measured = ratio(promise)
        broken += measured > promise.most
        words = " ".join(Path(word).name if "/" in word else word for word in promise.command)
        print(f"{measured:5.2f}  (at most {promise.most:.2f})  {words}")
    return 1 if broken else 0


if __name__ == "__main__":
    raise SystemExit(main())
