"""Hold lossplot to its speed promises: `python tests/benchmarks/speed.py`.

Each promise is a ratio of CPU seconds, whole process over whole process, of pairs run one after
the other, so that it holds on any machine and while its speed drifts.  The median of 7 pairs counts.
"""

import contextlib
import os
import pty
import statistics
import subprocess
import sys
import tempfile
import threading
from dataclasses import dataclass
from pathlib import Path

PAIRS = 7
LOSSPLOT = str(Path(sys.executable).with_name("lossplot"))
BARE_FIGURE = str(Path(__file__).with_name("bare_figure.py"))
BARE_SWEEP = str(Path(__file__).with_name("bare_sweep.py"))
BARE_COMPLETION = str(Path(__file__).with_name("bare_completion.py"))
BARE_LIST = str(Path(__file__).with_name("bare_list.py"))
# The numbers of all losses at 1,000 points, with both derivatives and knots, as a multiple of writing them as JSON.
ALL_LOSSES = """
import json
import time
import numpy as np
from lossplot._curves.curve import default_curve
from lossplot._losses import LOSSES
from lossplot._curves.panels import PANELS
from lossplot._curves.records import curve_record
start = time.process_time()
curves = [default_curve(loss) for loss in LOSSES.values()]
records = [curve_record(curve, np.linspace(*curve.axis.view, 1000), PANELS[:3]) for curve in curves]
made = time.process_time()
json.dumps(records)
print((made - start) / (time.process_time() - made))
"""


@dataclass(frozen=True, slots=True)
class Promise:
    """A promise: `command` costs at most `most` times what `yardstick` does, both on a terminal if `on_terminal`."""

    command: tuple[str, ...]
    yardstick: tuple[str, ...]
    most: float
    on_terminal: bool = False


# A formula of no axis, with numbers of its own: it is compared with every loss, and with sums of two.
NAMELESS = "1.63*(x if label > 0 else max(0, margin - x)) - 0.119:label=-1:margin=0.302"
PROMISES = (
    Promise(
        (LOSSPLOT, "hinge", "squared-hinge", "--derivative", "-o", "f.svg"),
        (sys.executable, BARE_FIGURE, "bare.svg"),
        1.25,
    ),
    Promise((LOSSPLOT, "huber:delta=0.1..3", "-o", "f.gif"), (sys.executable, BARE_SWEEP, "bare.gif"), 1.2),
    Promise((LOSSPLOT, "huber:delta=0.1..3", "-o", "f.webp"), (sys.executable, BARE_SWEEP, "bare.webp"), 1.2),
    Promise((LOSSPLOT, "identify", NAMELESS), (sys.executable, BARE_FIGURE, "bare.svg"), 1.7),
    Promise(
        ("env", "_LOSSPLOT_COMPLETE=zsh", LOSSPLOT, "lossplot", "hin"),
        ("env", "_BARE_COMPLETE=complete_bash", "COMP_WORDS=bare hin", "COMP_CWORD=1", sys.executable, BARE_COMPLETION),
        0.8,
    ),
    Promise((LOSSPLOT, "--help"), (sys.executable, "-c", "import typer"), 1.3),
    Promise((LOSSPLOT, "list"), (sys.executable, BARE_LIST, "losses.csv"), 1.0, on_terminal=True),
)
# Ratios measured by a script of its own, whose docstring says of what.
WITHIN = (("warm.py", "png", 1.0), ("warm.py", "svg", 1.0), ("extras.py", "png", 1.08), ("extras.py", "svg", 1.08))
ALL_LOSSES_MOST = 0.9


def cpu_seconds(command: tuple[str, ...], folder: str, on_terminal: bool) -> float:
    """User and system seconds that one run of `command` takes."""
    master, slave = pty.openpty()
    output = slave if on_terminal else subprocess.DEVNULL
    process = subprocess.Popen(command, cwd=folder, stdout=output)
    os.close(slave)
    drain = threading.Thread(target=_drain, args=(master,))
    drain.start()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    drain.join()
    os.close(master)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} failed with exit code {process.returncode}")
    return usage.ru_utime + usage.ru_stime


def _drain(terminal: int) -> None:
    with contextlib.suppress(OSError):
        while os.read(terminal, 65536):
            pass


def ratio(promise: Promise) -> float:
    with tempfile.TemporaryDirectory() as folder:
        with open(Path(folder) / "losses.csv", "wb") as rows:
            subprocess.run([LOSSPLOT, "list", "--format", "csv"], stdout=rows, check=True)
        commands = (promise.command, promise.yardstick)
        for command in commands:
            cpu_seconds(command, folder, promise.on_terminal)
        pairs = [[cpu_seconds(command, folder, promise.on_terminal) for command in commands] for _ in range(PAIRS)]
    return statistics.median(ours / theirs for ours, theirs in pairs)


def all_losses() -> float:
    """The median of what the numbers of all losses cost, beyond start-up."""
    command = [sys.executable, "-c", ALL_LOSSES]
    return statistics.median(printed_number(command) for _ in range(PAIRS))


def printed_number(command: list[str]) -> float:
    """The number that `command` prints."""
    return float(subprocess.run(command, capture_output=True, check=True, text=True).stdout)


def main() -> int:
    failures = 0
    for promise in PROMISES:
        result = ratio(promise)
        failures += result > promise.most
        words = " ".join(Path(word).name if "/" in word else word for word in promise.command)
        print(f"{result:5.2f}  (at most {promise.most:.2f})  {words}")
    for script, file_format, most in WITHIN:
        result = printed_number([sys.executable, str(Path(__file__).with_name(script)), file_format])
        failures += result > most
        print(f"{result:5.2f}  (at most {most:.2f})  {script} {file_format}")
    result = all_losses()
    failures += result > ALL_LOSSES_MOST
    print(f"{result:5.2f}  (at most {ALL_LOSSES_MOST:.2f})  the numbers of all losses")
    return 1 if failures else 0


if __name__ == "__main__":
    raise SystemExit(main())
