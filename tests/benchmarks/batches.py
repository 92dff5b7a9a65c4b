"""Hold batches to their promises: `python tests/benchmarks/batches.py`.

Wall time and peak memory are ratios within one run; what nothing changed costs is CPU seconds beyond start-up.
"""

from __future__ import annotations

import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

LOSSPLOT = str(Path(sys.executable).with_name("lossplot"))
PAIRS = 3
FIGURES, UNCHANGED = 200, 500
# Limits of two workers' wall time by one's, a worker's peak memory by a single figure's, and CPU seconds of a check.
MOST_TIME, MOST_MEMORY, MOST_SECONDS = 0.58, 1.3, 0.5
PAUSE = 0.02


def write_batch(folder: str, figures: int, file_format: str) -> None:
    """A batch of as many figures, each with other curves and a derivative."""
    tables = (
        f"[[figures]]\nlosses = ['huber:delta={number}', 'absolute']\noutput = '{number}.{file_format}'\n"
        for number in range(1, figures + 1)
    )
    (Path(folder) / "x.toml").write_text("[defaults]\nderivative = true\n" + "".join(tables))


def build(folder: str, *options: str) -> tuple[float, float, int]:
    """Wall seconds and CPU seconds of a build, and the peak memory in bytes of the largest process it started.

    The memory is 0 where there is no /proc.
    """
    start = time.monotonic()
    process = subprocess.Popen([LOSSPLOT, "build", "x.toml", "-q", *options], cwd=folder)
    peaks: dict[int, int] = {}
    status = 0
    while True:
        peaks |= {each: _peak(each) or peaks.get(each, 0) for each in _children(process.pid)}
        pid, status, usage = os.wait4(process.pid, os.WNOHANG if _can_look() else 0)
        if pid:
            break
        time.sleep(PAUSE)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"build failed with exit code {process.returncode}")
    return time.monotonic() - start, usage.ru_utime + usage.ru_stime, max(peaks.values(), default=0)


def _can_look() -> bool:
    return Path("/proc/self/task").exists()


def _children(pid: int) -> Sequence[int]:
    try:
        return [*map(int, Path(f"/proc/{pid}/task/{pid}/children").read_text().split())]
    except OSError:
        return []


def _peak(pid: int) -> int:
    """The most memory in bytes that the process `pid` has had at once."""
    try:
        match = re.search(r"VmHWM:\s+(\d+) kB", Path(f"/proc/{pid}/status").read_text())
    except OSError:
        return 0
    return int(match[1]) * 1024 if match else 0


def two_workers_by_one() -> tuple[float, int]:
    """The median ratio of wall times, and the peak memory of a worker."""
    ratios, peaks = [], []
    with tempfile.TemporaryDirectory() as folder:
        write_batch(folder, FIGURES, "svg")
        for _ in range(PAIRS):
            one, _, _ = build(folder, "--force", "--jobs", "1")
            two, _, peak = build(folder, "--force", "--jobs", "2")
            ratios.append(two / one)
            peaks.append(peak)
    return statistics.median(ratios), max(peaks)


def single_figure_s_memory() -> int:
    """The peak memory in bytes of a process that draws one of the figures."""
    with tempfile.TemporaryDirectory() as folder:
        command = [LOSSPLOT, "huber:delta=1", "absolute", "--derivative", "-q", "-o", "a.svg"]
        process = subprocess.Popen(command, cwd=folder)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    return usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def seconds_when_nothing_changed() -> float:
    """The median of CPU seconds of a build of unchanged figures, beyond those of one figure."""
    with tempfile.TemporaryDirectory() as many, tempfile.TemporaryDirectory() as one:
        for folder, figures in ((many, UNCHANGED), (one, 1)):
            write_batch(folder, figures, "svg")
            build(folder)
        return statistics.median(build(many)[1] - build(one)[1] for _ in range(PAIRS))


def main() -> int:
    seconds = seconds_when_nothing_changed()
    print(f"{seconds:5.3f}  (at most {MOST_SECONDS:.2f})  seconds to see that {UNCHANGED} figures are unchanged")
    time_ratio, peak = two_workers_by_one()
    print(f"{time_ratio:5.2f}  (at most {MOST_TIME:.2f})  wall time of two workers by that of one, {FIGURES} figures")
    memory_ratio = peak / single_figure_s_memory()
    print(f"{memory_ratio:5.2f}  (at most {MOST_MEMORY:.2f})  peak memory of a worker by that of a single figure")
    return 1 if seconds > MOST_SECONDS or time_ratio > MOST_TIME or memory_ratio > MOST_MEMORY else 0


if __name__ == "__main__":
    raise SystemExit(main())
