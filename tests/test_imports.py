"""Imports: start-up stays quick, and dependencies between parts of the package run one way."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest
from support.cases import some
from support.run import loaded, run

import lossplot

PACKAGE = Path(lossplot.__file__).parent
HEAVY = ("numpy", "matplotlib")
# Lines to complete.
COMPLETED = ("hin", "hinge --theme=", "huber:", "torch:s", "show conv", "list ro", "")
# Each part may import those after it, and the two modules of the second line.
HOUSE = [
    "_cli",
    "_gallery",
    "_batch",
    "_api",
    "_settings",
    "_training",
    "_predictions",
    "_formats",
    "_figure",
    "_text",
    "_curves",
    "_losses",
    "_formula",
    "_errors",
]
DOORS = {"_version", "__main__"}


# A program that runs or imports each of its arguments, and prints the modules loaded after it.
IN_TURN = """
import contextlib, importlib, io, shlex, sys
for words in sys.argv[1:]:
    if words.startswith("import "):
        importlib.import_module(words.removeprefix("import "))
    else:
        from lossplot._cli import main
        sys.argv = ["lossplot", *shlex.split(words)]
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
            code = main._run()
        assert code == (2 if words in REFUSED else 0), (words, code)
    print(words, *sorted(sys.modules), sep="\\t")
"""
REFUSED = ["hnige", "hinge --bogus", "hinge --dpi 0", "hinge -o a.xyz"]


def imports_in_turn(folder: Path, commands: Sequence[str]) -> Iterator[tuple[str, set[str]]]:
    """Run the commands in turn in one process; yield each with the modules imported by then."""
    program = [sys.executable, "-c", f"REFUSED = {REFUSED!r}{IN_TURN}"]
    outcome = run(*commands, cwd=folder, program=program)
    assert (outcome.code, outcome.err) == (0, ""), outcome
    rows = [line.split("\t") for line in outcome.lines]
    assert [words for words, *_ in rows] == list(commands)
    yield from ((words, set(names)) for words, *names in rows)


@pytest.mark.parametrize(
    ("packages", "commands"),
    [
        (
            (*HEAVY, "rich"),
            [
                *(
                    "import lossplot",
                    "import lossplot._losses",
                    "import lossplot._curves.glossary",
                    "import lossplot._figure.looks",
                ),
                *(
                    "--version",
                    "--help",
                    "plot --help",
                    "score --help",
                    "list",
                    "list --axis margin hinge -f csv",
                    "list --presets",
                ),
                "show calibrated",
            ],
        ),
        (
            # The sketch measures text with rich.cells, which is small.
            ("matplotlib", "rich.console"),
            [
                *("show huber", "show huber --format numpy", "table hinge --at=0,1", "invert hinge 0.5"),
                *("list --axis similarity --convex", *REFUSED),
            ],
        ),
    ],
    ids=["no NumPy", "no matplotlib"],
)
def test_a_command_imports_only_what_it_needs(packages: tuple[str, ...], commands: list[str], tmp_path: Path) -> None:
    for words, names in imports_in_turn(tmp_path, commands):
        assert names.isdisjoint(packages), words


@pytest.mark.parametrize("line", some(COMPLETED, among=4))
def test_completion_imports_neither_numpy_nor_matplotlib(line: str, tmp_path: Path) -> None:
    """It imports no pydantic either, which Typer loads to turn a text into a text, and nothing that reads formulas."""
    words = ["lossplot", *line.split(" ")]
    program = f"import sys; sys.argv[1:] = {words!r}; from lossplot._cli.main import main; main()"
    found = loaded(tmp_path, ["-c", program], {"_LOSSPLOT_COMPLETE": "zsh"})
    assert found.isdisjoint({*HEAVY, "rich", "pydantic", "pydantic_core"})


# An import as ruff leaves it: alone on its line, or in brackets over several.
IMPORT = re.compile(r"^([ \t]*)((?:from \S+ import (?:\([^)]*\)[^\n]*|[^(\n][^\n]*)|import [^\n]+))$", re.MULTILINE)


def imports_alone(text: str) -> ast.Module:
    """Return a module with the imports of another alone, which is parsed in a tenth of the time.

    Those in the text of a program that it writes are among them.
    """
    found = [(indent, re.sub(r"#.*", "", words)) for indent, words in IMPORT.findall(text)]
    return ast.parse("\n".join(f"if True:\n    {words}" if indent else words for indent, words in found))


@cache
def modules() -> dict[str, ast.Module]:
    """Return the imports of every module of the package by its dotted name."""
    result = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        result[name] = imports_alone(path.read_text(encoding="utf-8"))
    return result


@cache
def imports(tree: ast.Module) -> frozenset[str]:
    """Return the modules that a module imports anywhere, inside functions too."""
    return frozenset(_imports(tree))


def _imports(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.module, "a relative import hides where it leads"
            assert not node.level
            for alias in node.names:
                within = f"{node.module}.{alias.name}"
                yield within if within in modules() else node.module


@cache
def arrows() -> dict[str, frozenset[str]]:
    """Return for each module of the package the modules of the package that it imports."""
    return {
        name: frozenset(target for target in imports(tree) if target in modules()) for name, tree in modules().items()
    }


def part(module: str) -> str:
    """Return the part of the package that a module belongs to: `lossplot._losses.entry` is in `_losses`."""
    return module.partition(".")[2].partition(".")[0]


def parts_imported_by(name: str) -> set[str]:
    return {part(target) for module, targets in arrows().items() if part(module) == name for target in targets} - {name}


def test_only_the_renderer_imports_matplotlib_and_never_pyplot() -> None:
    users = {(name, target) for name, tree in modules().items() for target in imports(tree) if "matplotlib" in target}
    assert {name.rpartition(".")[0] for name, _ in users} <= {"lossplot._formats", "lossplot._formats.mpl"}
    assert not [target for _, target in users if "pyplot" in target or "pylab" in target]


# Rooms that do without NumPy, and those that load it only within a function.
WITHOUT_NUMPY = ("_errors", "_losses")
NUMPY_WHEN_CALLED = ("_cli", "_gallery", "_batch")


def test_numpy_is_imported_where_numbers_are_computed() -> None:
    anywhere = {part(name) for name, tree in modules().items() if "numpy" in {root(each) for each in imports(tree)}}
    assert anywhere.isdisjoint(WITHOUT_NUMPY)
    assert anywhere >= {"_formula", "_curves"}
    at_import = {
        part(name)
        for name, tree in modules().items()
        for node in tree.body
        if isinstance(node, ast.Import | ast.ImportFrom)
        and "numpy" in {root(each) for each in imports(ast.Module([node], []))}
    }
    assert at_import.isdisjoint(NUMPY_WHEN_CALLED)


def root(module: str) -> str:
    return module.partition(".")[0]


def test_every_library_that_is_imported_is_declared() -> None:
    project = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extra = project["optional-dependencies"]["data"]
    dependencies = {re.split(r"\W", each)[0] for each in (*project["dependencies"], *extra)}
    roots = {root(target) for tree in modules().values() for target in imports(tree)}
    roots -= {*sys.stdlib_module_names, "lossplot"}
    names = {"PIL": "pillow", "fontTools": "fonttools"}
    assert {names.get(root, root) for root in roots} <= dependencies


def test_pyplot_is_not_named_anywhere() -> None:
    assert not [path for path in PACKAGE.rglob("*.py") if "pyplot" in path.read_text(encoding="utf-8")]


@pytest.mark.parametrize("importer", HOUSE)
def test_arrows_run_one_way(importer: str) -> None:
    earlier = HOUSE[: HOUSE.index(importer)]
    assert parts_imported_by(importer).isdisjoint(earlier)


def test_every_room_has_its_place() -> None:
    assert {part(name) for name in modules()} - {""} == {*HOUSE, *DOORS}


def test_nothing_imports_the_command_line_but_its_door() -> None:
    callers = {module for module, targets in arrows().items() for target in targets if part(target) == "_cli"}
    assert {module for module in callers if part(module) != "_cli"} <= {"lossplot.__main__"}


def test_there_are_no_cycles() -> None:
    try:
        TopologicalSorter(arrows()).prepare()
    except CycleError as error:
        pytest.fail(" -> ".join(error.args[1]))


def test_matplotlib_is_imported_with_settings_of_nobodys(tmp_path: Path) -> None:
    (tmp_path / "matplotlibrc").write_bytes(b"\xff")
    outcome = run("hinge", "-o", "hinge.svg", cwd=tmp_path, env={"MPLBACKEND": "bogus"})
    assert (outcome.code, outcome.err) == (0, ""), outcome
