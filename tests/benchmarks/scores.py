"""Hold `lossplot score` to its speed promises: `python tests/benchmarks/scores.py [ROWS]`.

Each promise is a ratio of CPU or wall seconds within one process, of runs one after the other; the median of several
counts.  With a number of rows, of a hundred million say, only a folder of Parquet files is scored: the peak of memory
and the seconds a million rows of an eighth and of the whole are printed.
"""

from __future__ import annotations

import contextlib
import io
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np

from lossplot._formula.evaluate import Array
from lossplot._predictions import arrow_text
from lossplot._predictions.losses import read_asked
from lossplot._predictions.open import open_table
from lossplot._predictions.score import Settings, score

ROWS, LINES, PAIRS = 10_000_000, 1_000_000, 3
LOSSES = ["hinge", "squared-hinge", "logistic", "exponential", "modified-huber"]
# Ratios of CPU seconds to those of the bare expressions, without and with quantiles; of the wall seconds of two threads
# to those of one; of CPU seconds of a CSV file, without PyArrow to those of numpy.loadtxt, and with it to those of
# pandas.read_csv, which since 3.1 is as fast, and of the bare expressions; and megabytes.
MOST_CPU, MOST_WITH_QUANTILES, MOST_WALL, MOST_TEXT, MOST_FRAME, MOST_MEGABYTES = 1.0, 1.6, 0.6, 1.5, 1.3, 300
# How much longer a row of many may take than one of few.
MOST_GROWTH = 1.25


def bare(path: Path) -> None:
    """Compute the same values, gradients and means over whole arrays."""
    pairs = np.load(path, mmap_mode="r")
    m = pairs[:, 0] * pairs[:, 1]
    for value, gradient in (
        (np.maximum(0.0, 1.0 - m), np.where(m < 1.0, -1.0, 0.0)),
        (np.maximum(0.0, 1.0 - m) ** 2, -2.0 * np.maximum(0.0, 1.0 - m)),
        (np.logaddexp(0.0, -m), -1.0 / (1.0 + np.exp(m))),
        (np.exp(-m), -np.exp(-m)),
        (
            np.where(m >= 1.0, 0.0, np.where(m >= -1.0, (1.0 - m) ** 2, -4.0 * m)),
            np.where(m >= 1.0, 0.0, np.where(m >= -1.0, -2.0 * (1.0 - m), -4.0)),
        ),
    ):
        value.mean()
        gradient.mean()


def seconds(work: Callable[[], object], clock: Callable[[], float] = time.process_time) -> float:
    start = clock()
    work()
    return clock() - start


def run(path: Path | str, with_spread: bool = True, threads: int = 1) -> None:
    score(open_table(str(path)), read_asked(LOSSES), Settings(with_spread=with_spread, threads=threads))


def write_pairs(path: Path, rows: int) -> Array:
    rng = np.random.default_rng(0)
    labels = rng.integers(0, 2, rows) * 2.0 - 1.0
    pairs = np.column_stack([labels, rng.normal(size=rows) * 2.0 + labels])
    np.save(path, pairs)
    return pairs


@contextlib.contextmanager
def without_arrow() -> Iterator[None]:
    usual = arrow_text.is_worth
    arrow_text.is_worth = lambda size: False
    try:
        yield
    finally:
        arrow_text.is_worth = usual


def ratios(folder: Path) -> list[tuple[str, float, float]]:
    import pandas

    array, text, few = folder / "a.npy", folder / "a.csv", folder / "few.npy"
    pairs = write_pairs(array, ROWS)[:LINES]
    np.save(few, pairs)
    buffer = io.StringIO()
    buffer.writelines(f"{label:.0f},{prediction!r}\n" for label, prediction in pairs.tolist())
    text.write_text(f"y,prediction\n{buffer.getvalue()}")
    del pairs, buffer
    peak = subprocess.run(
        [sys.executable, __file__, "--memory", str(array)], capture_output=True, text=True, check=True
    )
    values, quantiles, walls, texts, frames = [], [], [], [], []
    for _ in range(PAIRS):
        yardstick = seconds(lambda: bare(array))
        values.append(seconds(lambda: run(array, with_spread=False)) / yardstick)
        quantiles.append(seconds(lambda: run(array)) / yardstick)
        one = seconds(lambda: run(array, threads=1), time.monotonic)
        walls.append(seconds(lambda: run(array, threads=2), time.monotonic) / one)
        loaded = seconds(lambda: np.loadtxt(text, delimiter=",", skiprows=1))
        with without_arrow():
            texts.append(seconds(lambda: run(text)) / loaded)
        framed = seconds(lambda: pandas.read_csv(text))
        frames.append(seconds(lambda: run(text)) / (framed + seconds(lambda: bare(few))))
    return [
        ("values, gradients and means by the bare expressions", statistics.median(values), MOST_CPU),
        ("with quantiles and shares", statistics.median(quantiles), MOST_WITH_QUANTILES),
        ("wall of two threads by one", statistics.median(walls), MOST_WALL),
        ("a CSV file by numpy.loadtxt", statistics.median(texts), MOST_TEXT),
        ("a CSV file by pandas.read_csv and the expressions", statistics.median(frames), MOST_FRAME),
        ("megabytes for ten million rows", float(peak.stdout), MOST_MEGABYTES),
    ]


def print_memory(path: str) -> None:
    """Score in this process alone, and print the most memory that it had, in megabytes."""
    run(path, threads=2)
    status = Path("/proc/self/status")
    if status.exists():
        # On Linux what `getrusage` tells begins with the memory of the process that started this one.
        [peak] = [line for line in status.read_text().splitlines() if line.startswith("VmHWM:")]
        print(int(peak.split()[1]) / (1 << 10))
    else:
        print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1 << 20))


def parquet(folder: Path, rows: int) -> int:
    """Score an eighth of a folder of Parquet files, and all of it."""
    import pyarrow as pa
    from pyarrow import parquet as files

    times = []
    for count in (1, 8):
        for number in range(count):
            pairs = write_pairs(folder / "part.npy", rows // 8)
            files.write_table(pa.table({"y": pairs[:, 0], "prediction": pairs[:, 1]}), folder / f"{number}.parquet")
        (folder / "part.npy").unlink()
        times.append(seconds(lambda: run(f"{folder}/*.parquet", threads=2)) / (count * (rows // 8)) * 1e6)
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(f"{count * (rows // 8):>12} rows  {times[-1]:.3f} CPU seconds a million  at most {memory} MB")
    growth = times[1] / times[0]
    print(f"{growth:5.2f}  (at most {MOST_GROWTH:.2f})  seconds a row of the whole by those of an eighth")
    return int(growth > MOST_GROWTH)


def main() -> int:
    if sys.argv[1:2] == ["--memory"]:
        print_memory(sys.argv[2])
        return 0
    with tempfile.TemporaryDirectory() as name:
        if len(sys.argv) > 1:
            return parquet(Path(name), int(sys.argv[1]))
        failures = 0
        for what, ratio, most in ratios(Path(name)):
            failures += ratio > most
            print(f"{ratio:6.2f}  (at most {most:.2f})  {what}")
    return 1 if failures else 0


if __name__ == "__main__":
    raise SystemExit(main())
