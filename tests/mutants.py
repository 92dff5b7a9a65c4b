"""Put small faults into the core, one at a time, and see which test catches each.

    python tests/mutants.py find      take mutants by the seed, run the usual tests at each, and list which caught it;
                                      those that are listed are left out
    python tests/mutants.py again     run the usual and the slow tests at those of the list that no test caught
    python tests/mutants.py check     run at each mutant of the list the one test that caught it

The mutants are Cosmic Ray's: an operator, a comparison, a number, a truth value or a loop is replaced.  So many places
are taken by a fixed seed, and of each one mutant.  The usual tests are run once under coverage, so that at a mutant
only those run that come by its line, and the slow ones of their files.  The list is `tests/data/mutants.csv`.  All need
`pip install -e ".[test,mutants]"`.
"""

from __future__ import annotations

import argparse
import ast
import concurrent.futures
import contextlib
import csv
import functools
import os
import queue
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import astuple, dataclass, fields, replace
from pathlib import Path
from random import Random
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
LIST = ROOT / "tests" / "data" / "mutants.csv"
CORE = ("_formula", "_losses", "_curves", "_figure", "_formats", "_batch", "_predictions", "_training")
SEED, COUNT = 20261129, 100
# Seconds after which a few small tests wait for ever, which catches a mutant, and after which others are given up.
HANGS, PATIENCE = 120, 300
# The usual tests of a line run in groups of so many, the small ones first, and then the slow ones of so many files.
GROUPS, NEAR = (20, 200, 1000), 3
# Replacements that compute the same, or that no hand would write.
LEFT_OUT = (
    *("RemoveDecorator", "VariableReplacer", "VariableInserter", "ExceptionReplacer"),
    *("RShift", "LShift", "BitOr", "BitAnd", "BitXor", "_Is", "Invert", "_Mod", "FloorDiv"),
)
# What pytest says of a test that fails, whose arguments may have a dash and spaces too, and of one that is not there.
_FAILED = re.compile(r"^(?:FAILED|ERROR) ([^\[\n]+?(?:\[.*?\])?)(?: - .*)?$", re.MULTILINE)
_MISSING = re.compile(r"^ERROR: not found: (.+)$", re.MULTILINE)
# Classes are frozen, and lengths compared, for the reader's sake.
SAME = re.compile(r"\b(frozen|slots|strict)=(True|False)")


@dataclass(frozen=True)
class Mutant:
    """A line of a file before and after; it is the `place`-th of those that are equal, from 0.

    `part` says which tests caught it, "usual" or "slow", and `test` the first; or `part` is "survived", or "equal" for
    one that does the same as the code.
    """

    file: str
    place: int
    before: str
    after: str
    part: str = ""
    test: str = ""

    @property
    def key(self) -> tuple[str, int, str, str]:
        return self.file, self.place, self.before, self.after

    def put_into(self, folder: Path) -> None:
        """Put the fault into the file below `folder`; raises LookupError if the line is there no longer."""
        path = folder / self.file
        lines = path.read_text(encoding="utf-8").split("\n")
        numbers = [number for number, line in enumerate(lines) if line == self.before]
        if self.place >= len(numbers):
            raise LookupError(f"{self.file} has no line {self.before.strip()!r} any more")
        lines[numbers[self.place]] = self.after
        path.write_text("\n".join(lines), encoding="utf-8")

    def line(self) -> int:
        """Return the number of the line, from 1."""
        lines = (ROOT / self.file).read_text(encoding="utf-8").split("\n")
        return [number for number, line in enumerate(lines, 1) if line == self.before][self.place]


# --- which mutants ---


def chosen() -> list[Mutant]:
    """Return the mutants of the seed: of `COUNT` places of the core one each."""
    from cosmic_ray.mutating import mutate_code

    random, places = Random(SEED), list(_places())
    random.shuffle(places)
    mutants: list[Mutant] = []
    for path, choices in places:
        operator, occurrence = random.choice(choices)
        code = path.read_text(encoding="utf-8")
        mutated = mutate_code(code, operator, occurrence) or code
        with contextlib.suppress(SyntaxError):
            if _computed(mutated) != _computed(code) and SAME.sub("", mutated) != SAME.sub("", code):
                mutants += _changed_line(path.relative_to(ROOT).as_posix(), code, mutated)
        if len(mutants) == COUNT:
            break
    return mutants


def _places() -> Iterator[tuple[Path, list[tuple[Any, int]]]]:
    """Yield the places of the core, each with what may be done there: an operator, and which of its places it is."""
    from cosmic_ray.ast import ast_nodes, get_ast
    from cosmic_ray.plugins import get_operator, operator_names

    names = [name for name in operator_names() if not any(word in name for word in LEFT_OUT)]
    operators = [get_operator(name)() for name in names]
    for path in sorted(path for room in CORE for path in (ROOT / "lossplot" / room).rglob("*.py")):
        nodes = list(ast_nodes(get_ast(path.read_text(encoding="utf-8"))))
        places = defaultdict(list)
        for operator in operators:
            found = (place for node in nodes for place in operator.mutation_positions(node))
            for occurrence, place in enumerate(found):
                places[place].append((operator, occurrence))
        yield from ((path, choices) for _, choices in sorted(places.items()))


def _computed(code: str) -> str:
    """Return the tree of `code` without annotations, which compute nothing."""
    tree = ast.parse(code)
    for node in ast.walk(tree):
        for name in ("annotation", "returns"):
            if getattr(node, name, None):
                setattr(node, name, None if name == "returns" else ast.Constant(None))
    return ast.dump(tree)


def _changed_line(file: str, code: str, mutated: str) -> Iterator[Mutant]:
    """Yield the mutant if it is of one line."""
    old, new = code.split("\n"), mutated.split("\n")
    changed = [number for number, lines in enumerate(zip(old, new, strict=False)) if lines[0] != lines[1]]
    if len(old) == len(new) and len(changed) == 1:
        number = changed[0]
        yield Mutant(file, old[:number].count(old[number]), old[number], new[number])


# --- which tests ---


class Coverage:
    """Which of the usual tests come by a line, by the database of a run under coverage."""

    def __init__(self, path: Path) -> None:
        from coverage.numbits import register_sqlite_functions

        # Two threads at once would wait for each other: SQLite asks Python which lines there are.
        self._lock = threading.Lock()
        self._base = sqlite3.connect(path, check_same_thread=False)
        register_sqlite_functions(self._base)
        sizes = "SELECT context, SUM(LENGTH(numbits)) FROM line_bits JOIN context ON context.id = context_id GROUP BY 1"
        self._sizes: dict[str, int] = dict(self._base.execute(sizes))

    def tests(self, file: str, line: int) -> list[str]:
        """Return the tests that come by the line, the smallest first.

        If it runs on import, they are those that come by its file; if none does, as by a table, those of its room.
        """
        command = """SELECT DISTINCT context FROM line_bits JOIN context ON context.id = context_id
            JOIN file ON file.id = file_id WHERE path LIKE ? AND context != ''"""
        begins = _statement(file, line)
        there = " AND (num_in_numbits(?, numbits) OR num_in_numbits(?, numbits))"
        with self._lock:
            found = [row[0] for row in self._base.execute(command + there, (f"%/{file}", line, begins))]
            found = found or [row[0] for row in self._base.execute(command, (f"%/{file}",))]
        tests = [*dict.fromkeys(name.rpartition("|")[0] for name in sorted(found, key=self._sizes.__getitem__))]
        return tests or [room_tests(file)]


def room_tests(file: str) -> str:
    """Return the folder of the tests of the room that `file` is in."""
    return f"tests/{Path(file).parts[1].removeprefix('_')}"


def _statement(file: str, line: int) -> int:
    """Return the line on which the innermost statement at `line` begins."""
    tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
    around = [node for node in ast.walk(tree) if isinstance(node, ast.stmt) and node.lineno <= line <= node.end_lineno]  # type: ignore[operator]
    return max(node.lineno for node in around)


def measured(path: Path) -> Coverage:
    """Run the usual tests under coverage, unless `path` has what came of it."""
    if not path.exists():
        arguments = ["--cov=lossplot", "--cov-context=test", "--cov-report=", "-p", "no:cacheprovider"]
        environment = {**os.environ, "COVERAGE_FILE": str(path)}
        subprocess.run([sys.executable, "-m", "pytest", *arguments], cwd=ROOT, env=environment, check=True)
    return Coverage(path)


# --- what comes of them ---


def first_failure(folder: Path, arguments: Sequence[str], patience: float = PATIENCE) -> str:
    """Run tests in a copy of the project; return the first that fails, or an empty string.

    Raises TimeoutError if they take longer than `patience`, and LookupError where there is no such test.
    """
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as names:
        names.write("\n".join(arguments))
        names.flush()
        options = ["-x", "-n0", "-p", "no:cacheprovider", "--tb=no", "-rfE", f"@{names.name}"]
        environment = {**os.environ, "PYTHONPATH": str(folder), "PYTHONDONTWRITEBYTECODE": "1", "COLUMNS": "999"}
        command = [sys.executable, "-m", "pytest", *options]
        process = subprocess.Popen(
            command,
            cwd=folder,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        try:
            output, _ = process.communicate(timeout=patience)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.communicate()
            raise TimeoutError from None
    if missing := _MISSING.search(output):
        raise LookupError(f"there is no test {missing[1]}")
    if failed := _FAILED.search(output):
        return failed[1]
    return "" if process.returncode in (0, 5) else arguments[0]  # 5: no test was chosen


def tested(mutant: Mutant, folder: Path, coverage: Coverage, slow: bool) -> Mutant:
    """Return the mutant with the test that catches it, one of the `slow` ones too if those are to run."""
    names = coverage.tests(mutant.file, mutant.line())
    for start, end in zip((0, *GROUPS), GROUPS, strict=False):
        try:
            if names[start:end] and (test := first_failure(folder, names[start:end], PATIENCE if start else HANGS)):
                return replace(mutant, part="usual", test=test)
        except TimeoutError:
            if not start:
                return replace(mutant, part="usual", test=names[0])
    # Other usual tests run it in processes of their own, which are not measured.
    with contextlib.suppress(TimeoutError):
        if test := first_failure(folder, [room_tests(mutant.file)]):
            return replace(mutant, part="usual", test=test)
    near = [*dict.fromkeys(name.partition("::")[0] for name in names)][:NEAR]
    with contextlib.suppress(TimeoutError):
        if slow and near and (test := first_failure(folder, ["-mslow", *near])):
            return replace(mutant, part="slow", test=test)
    return replace(mutant, part="survived", test="")


def checked(mutant: Mutant, folder: Path) -> Mutant:
    """Return the mutant as it is listed if its test still catches it, and else as one that survived."""
    marks = ["-mslow"] if mutant.part == "slow" else []
    with contextlib.suppress(TimeoutError):
        if not first_failure(folder, [*marks, mutant.test], HANGS):
            return replace(mutant, part="survived", test="")
    return mutant


def at_each(mutants: Sequence[Mutant], task: Callable[[Mutant, Path], Mutant], jobs: int) -> Iterator[Mutant]:
    """Put each mutant into a copy of the project, do the task there, and yield what it returns."""
    left_out = shutil.ignore_patterns(".git", ".venv", "__pycache__", ".*_cache")
    with tempfile.TemporaryDirectory() as base, concurrent.futures.ThreadPoolExecutor(jobs) as pool:
        folders: queue.SimpleQueue[Path] = queue.SimpleQueue()
        for number in range(jobs):
            folders.put(Path(shutil.copytree(ROOT, Path(base) / str(number), ignore=left_out, symlinks=True)))
        if failed := first_failure(Path(base) / "0", ["tests", "--collect-only"]):
            raise SystemExit(f"{failed} cannot be read without a fault")

        def done(mutant: Mutant) -> Mutant:
            folder = folders.get()
            try:
                mutant.put_into(folder)
                return task(mutant, folder)
            finally:
                shutil.copy2(ROOT / mutant.file, folder / mutant.file)
                folders.put(folder)

        yield from pool.map(done, mutants)


# --- the list ---


def listed() -> list[Mutant]:
    with LIST.open(encoding="utf-8", newline="") as file:
        return [Mutant(**{**row, "place": int(row["place"])}) for row in csv.DictReader(file)]  # type: ignore[arg-type]


def write(mutants: Sequence[Mutant]) -> None:
    with LIST.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(field.name for field in fields(Mutant))
        writer.writerows(astuple(mutant) for mutant in sorted(mutants, key=lambda each: (each.file, each.line())))


def shares(mutants: Sequence[Mutant]) -> tuple[float, float]:
    """Return the shares that the usual tests catch and that any catch, of the mutants that differ from the code."""
    parts = [mutant.part for mutant in mutants if mutant.part != "equal"]
    return parts.count("usual") / len(parts), (len(parts) - parts.count("survived")) / len(parts)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["find", "again", "check"])
    parser.add_argument("--jobs", type=int, default=os.cpu_count(), help="how many mutants are tested at once")
    parser.add_argument("--coverage", type=Path, help="a file that keeps what the run under coverage found")
    options = parser.parse_args()
    known = {mutant.key: mutant for mutant in listed()}
    mutants = [known.get(each.key, each) for each in chosen()] if options.what == "find" else [*known.values()]
    task: Callable[[Mutant, Path], Mutant] = checked
    if options.what != "check":
        with tempfile.TemporaryDirectory() as folder:
            coverage = measured(options.coverage or Path(folder) / "coverage")
        task = functools.partial(tested, coverage=coverage, slow=options.what == "again")
    due = {"find": ("",), "again": ("survived",), "check": ("usual", "slow")}[options.what]
    wanted = [mutant for mutant in mutants if mutant.part in due]
    for mutant in at_each(wanted, task, options.jobs):
        mutants[[each.key for each in mutants].index(mutant.key)] = mutant
        print(f"{mutant.part:8}  {mutant.file}:{mutant.line()}: {mutant.after.strip()}  {mutant.test}", flush=True)
        if options.what != "check":
            write([each for each in mutants if each.part])
    usual, all_tests = shares([mutant for mutant in mutants if mutant.part])
    print(f"caught by the usual tests {usual:.1%}, by all {all_tests:.1%}")
    sys.exit(options.what == "check" and mutants != listed())


if __name__ == "__main__":
    main()
