"""A record of what people see of lossplot, made with any installed version, to compare two of them to the byte.

    python tests/record.py make [--python VENV/bin/python] DIR      every command's words and files, below DIR
    python tests/record.py digest [DIR] > tests/data/record.txt     a digest of each; without DIR, make it first
    python tests/record.py compare A B                              two folders, or such digests: what differs
    python tests/record.py versus PYTHON_A PYTHON_B                 make both, and compare them

Only the installed command and the documented API are used, so that the record outlives any rebuilding.  It leaves out
versions and the digests beside them, how long a batch took, how pixels are compressed (the pictures themselves are in
DIR/pictures), and the fonts of the machine: matplotlib's own are all there are, and what needs a Chinese one is below
`chinese`, where that font is installed.  What needs a terminal that answers (sixel) or iTerm2's is not in it.
"""

from __future__ import annotations

import argparse
import contextlib
import difflib
import hashlib
import json
import os
import queue
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from pathlib import Path

from recording import commands
from recording.entry import Entry

WORKER = str(Path(__file__).parent / "recording" / "worker.py")
# Names beside the compared files: the versions, the original pictures, and the entries that need a Chinese font.
VERSIONS, PICTURES, CHINESE = "versions.json", "pictures", "chinese"
# The versions that figures depend on, which head the digests.
DECISIVE = ("matplotlib", "numpy", "pillow", "python", "chinese font")
# Most lines of a difference to print.
SHOWN = 12
Select = Callable[[list[Entry]], Iterable[Entry]]


@dataclass(frozen=True, slots=True)
class Maker:
    """Processes of one interpreter that run entries, each command in a clean environment, and write below `into`."""

    into: Path
    home: Path
    chinese: str
    free: queue.SimpleQueue[subprocess.Popen[str]]

    def do(self, entry: Entry) -> str:
        """Run `entry` and return the output of its last command.  Raises RuntimeError if the process ended."""
        task = asdict(entry) | {"into": str(self.into), "folder": str(self.home)}
        if entry.chinese:
            task |= {"name": f"{CHINESE}/{entry.name}", "font": self.chinese}
        process = self.free.get()
        assert process.stdin
        assert process.stdout
        process.stdin.write(json.dumps(task) + "\n")
        process.stdin.flush()
        if not (answer := process.stdout.readline()):
            raise RuntimeError(f"the process that did {entry.name} ended")
        self.free.put(process)
        return str(json.loads(answer)["output"])


@contextlib.contextmanager
def maker(python: str, into: Path, jobs: int) -> Iterator[Maker]:
    """Start processes of `python` that write into an empty folder, beside a file of their versions."""
    into.mkdir(parents=True, exist_ok=True)
    if any(into.iterdir()):
        raise SystemExit(f"{into} is not empty; name another folder")
    # A name without a separator is looked up on PATH.
    command = [str(Path(python).absolute()) if os.sep in python else python, "-s", "-P", WORKER]
    with tempfile.TemporaryDirectory(prefix="lossplot-record-") as home, contextlib.ExitStack() as stack:
        environment = {name: os.environ[name] for name in ("PATH", "PYTHONPATH") if name in os.environ}
        environment |= {"HOME": home, "MPLCONFIGDIR": home, "TMPDIR": home, "LANG": "C.UTF-8", "OMP_NUM_THREADS": "1"}
        # The font for Chinese may be the user's.
        whose = {name: os.environ[name] for name in ("HOME", "XDG_DATA_HOME") if name in os.environ}
        fonts = subprocess.run(
            [*command, "fonts"], env=environment | whose, check=True, stdout=subprocess.PIPE, text=True
        )
        processes = Maker(into.absolute(), Path(home), fonts.stdout.strip(), queue.SimpleQueue())
        for _ in range(jobs):
            process = stack.enter_context(
                subprocess.Popen(
                    [*command, "work"], env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
                )
            )
            assert process.stdout
            if not (started := process.stdout.readline()):
                raise SystemExit(f"{python} has no lossplot that starts; install one")
            versions = json.loads(started)
            processes.free.put(process)
        font = hashlib.sha256(Path(processes.chinese).read_bytes()).hexdigest()[:16] if processes.chinese else "absent"
        (into / VERSIONS).write_text(json.dumps(versions | {"chinese font": font}), "utf-8")
        yield processes


def make(python: str, into: Path, jobs: int = 2, select: Select = list) -> int:
    """Record the output and files of the lossplot of `python` in a folder, or the entries that `select` chooses.

    Returns how many entries that were.
    """
    with maker(python, into, jobs) as processes, ThreadPoolExecutor(jobs) as threads:
        entries = [entry for entry in select(commands.entries(processes.do)) if processes.chinese or not entry.chinese]
        return len([*threads.map(processes.do, sorted(entries, key=lambda entry: not entry.slow))])


@dataclass(frozen=True, slots=True)
class Record:
    """A record: a digest for each name, the versions it depends on, and its folder, if it is there."""

    digests: Mapping[str, str]
    header: Mapping[str, str]
    folder: Path | None = None


def read(path: Path) -> Record:
    """Read the record in a folder, or in a file of digests."""
    if path.is_dir():
        names = (each.relative_to(path).as_posix() for each in path.rglob("*") if each.is_file())
        compared = sorted(name for name in names if name != VERSIONS and not name.startswith(f"{PICTURES}/"))
        digests = {name: hashlib.sha256((path / name).read_bytes()).hexdigest()[:16] for name in compared}
        versions = json.loads((path / VERSIONS).read_text("utf-8"))
        return Record(digests, {name: versions[name] for name in DECISIVE}, path)
    lines = path.read_text("utf-8").splitlines()
    header = dict(line[2:].split(": ", 1) for line in lines if line.startswith("# "))
    pairs = (line.split("  ", 1) for line in lines if line and not line.startswith("# "))
    return Record({name: digest for digest, name in pairs}, header)


def digest_text(record: Record) -> str:
    """Return the digests as text: one a line, after the versions they depend on."""
    lines = [f"# {name}: {value}" for name, value in record.header.items()]
    return "\n".join([*lines, *(f"{digest}  {name}" for name, digest in record.digests.items()), ""])


def differences(old: Record, new: Record) -> Iterator[str]:
    """Yield each name that differs, with the first differing lines if both folders are there to read."""
    both = all(any(name.startswith(f"{CHINESE}/") for name in each.digests) for each in (old, new))
    for name in sorted(old.digests.keys() | new.digests.keys()):
        if old.digests.get(name) == new.digests.get(name) or (name.startswith(f"{CHINESE}/") and not both):
            continue
        if name not in new.digests:
            yield f"missing  {name}"
        elif name not in old.digests:
            yield f"extra    {name}"
        else:
            yield "\n".join([f"differs  {name}", *_difference(old, new, name)])


def _difference(old: Record, new: Record, name: str) -> list[str]:
    if not (old.folder and new.folder):
        return []
    before, after = (each.joinpath(name).read_text("utf-8", "replace") for each in (old.folder, new.folder))
    lines = [*difflib.unified_diff(before.split("\n"), after.split("\n"), lineterm="", n=1)][2:]
    excerpt = [f"    {line[:200]}" for line in lines[:SHOWN]]
    return [*excerpt, f"    ... {len(lines) - SHOWN} lines more"] if len(lines) > SHOWN else excerpt


def compare(old: Record, new: Record) -> int:
    """Print the differences; return the exit code."""
    for name in DECISIVE:
        if old.header.get(name) != new.header.get(name):
            print(f"note: {name} is {old.header.get(name)} and {new.header.get(name)}")
    lines = [*differences(old, new)]
    print(*lines, f"{len(lines)} of {len(old.digests.keys() | new.digests.keys())} differ", sep="\n")
    return 1 if lines else 0


def _make(python: str, into: Path, jobs: int) -> Path:
    """Make the record in `into`, and print the time it took."""
    start = time.monotonic()
    count = make(python, into, jobs)
    print(f"{count} entries in {time.monotonic() - start:.0f} s", file=sys.stderr)
    return into


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--jobs", type=int, default=2, help="how many processes (2)")
    does = parser.add_subparsers(dest="does", required=True)
    making = does.add_parser("make", help="record what an installed version says and makes")
    making.add_argument("dir", type=Path)
    digesting = does.add_parser("digest", help="print a digest of each file")
    digesting.add_argument("dir", type=Path, nargs="?", help="what was made (made now, and not kept)")
    for each in (making, digesting):
        each.add_argument("--python", default=sys.executable, help="the interpreter that has lossplot (this one)")
    comparing = does.add_parser("compare", help="print what differs, and exit with 1 if anything does")
    comparing.add_argument("records", type=Path, nargs=2, metavar="DIR_OR_DIGESTS")
    both = does.add_parser("versus", help="record two installed versions, and compare them")
    both.add_argument("pythons", nargs=2, metavar="PYTHON")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="lossplot-record-") as folder:
        match arguments.does:
            case "make":
                _make(arguments.python, arguments.dir, arguments.jobs)
            case "digest":
                print(digest_text(read(arguments.dir or _make(arguments.python, Path(folder), arguments.jobs))), end="")
            case "compare":
                return compare(*map(read, arguments.records))
            case "versus":
                names = zip(arguments.pythons, ("a", "b"), strict=True)
                return compare(*(read(_make(python, Path(folder, name), arguments.jobs)) for python, name in names))
    return 0


if __name__ == "__main__":
    sys.exit(main())
