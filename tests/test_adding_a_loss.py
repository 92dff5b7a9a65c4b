"""The README's recipe for adding a loss, followed to the letter in a copy of the package."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from lossplot._losses import LOSSES

pytestmark = [pytest.mark.nightly, pytest.mark.long]

ROOT = Path(__file__).parent.parent
PAPERS = ("CHANGELOG.md", "CITATION.cff", "CONTRIBUTING.md", "LICENSE", "README.md", "SECURITY.md")
PARTS = ("lossplot", "tests", "docs", "pyproject.toml", *PAPERS)
NAME = "lifted-square"
ENTRY = f"""
    "{NAME}": _loss(
        "abs(r) + r^2/(2*c)",
        title="Lifted square",
        summary="Absolute near zero, squared far out: huber the other way round.",
        source="Nobody 2026, On the Recipe",
        parameters=(Parameter("c", 2.0, POSITIVE),),
    ),
"""
ORACLE = """
def lifted_square(c: Real) -> Reference:
    return even(Piece(lambda r: r + r**2 / (2 * c), lambda r: 1 + r / c, lambda r: 1 / c))


ERROR: Losses = {
    "lifted-square": lifted_square,
"""
PROPERTIES = f"{NAME} | yes | no | inf | inf | yes | never | c=0.5\n"
CHINESE = {"losses": "抬升平方损失", "summaries": "近处为绝对值，远处为平方：与 Huber 损失相反。"}
# The documents without their pictures, and the gallery with the figures of the new loss alone: the recipe changes no
# other, and tests of their own make those.
DOCUMENTS = "import sys; sys.path.append('tests'); import make_docs; make_docs.pictures = dict; make_docs.main()"
GALLERY = f"""
from dataclasses import replace
from lossplot._cli import gallery
from lossplot._cli.main import main
draw = gallery.draw_pictures
def draw_new(content, *rest):
    shown = [figure for figure in content.figures if {NAME!r} in figure.losses]
    return draw(replace(content, figures=shown, trainings=()), *rest)
gallery.draw_pictures = draw_new
main()
"""
# The tests of `.ci/run` that look at one loss after the other, or at the files that the recipe changes.
LAWS = (
    *("tests/losses", "tests/text/test_languages.py", "tests/test_docs.py", "tests/cli/test_catalogue_cli.py"),
    *("tests/formula/test_derivative.py", "tests/formula/test_knots.py", "tests/curves/test_properties.py"),
    "tests/figure/test_mark_numbers.py",
)


def insert(path: Path, before: str, text: str) -> None:
    """Replace `before`, which must stand there once, by `text`."""
    content = path.read_text("utf-8")
    assert content.count(before) == 1, (path, before)
    path.write_text(content.replace(before, text), "utf-8")


def run(folder: Path, command: str) -> subprocess.CompletedProcess[str]:
    """Run `command` as a developer does who has the copy in `folder` installed."""
    program, *words = shlex.split(command)
    words = words if program == "python" else ["-m", program, *words]
    environment = {**os.environ, "PYTHONPATH": str(folder), "PYTHONDONTWRITEBYTECODE": "1"}
    environment.pop("PYTEST_XDIST_WORKER", None)
    return subprocess.run(
        [sys.executable, *words], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


def done(folder: Path, command: str) -> str:
    outcome = run(folder, command)
    assert outcome.returncode == 0, (command, outcome.stdout[-3000:], outcome.stderr[-3000:])
    return outcome.stdout


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the package and its tests, to which the recipe adds a loss."""
    folder = tmp_path_factory.mktemp("copy")
    for part in PARTS:
        source = ROOT / part
        if source.is_dir():
            shutil.copytree(source, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, folder / part)
    return folder


def test_the_recipe_adds_a_loss(copy: Path) -> None:
    section = (ROOT / "README.md").read_text("utf-8").partition("## Adding a loss\n")[2].partition("\n## ")[0]
    steps = re.split(r"^\d\. ", section.partition("\n\n`pytest`")[0], flags=re.MULTILINE)[1:]
    commands = [re.findall(r"`((?:python|lossplot|\.ci)[ /][^`]*)`", step) for step in steps]
    assert [[each for each in step if "lossplot/" not in each] for step in commands] == [
        [],
        ["python tests/make_golden.py"],
        ["python tests/make_docs.py", "lossplot gallery -o gallery -f svg"],
        ["python tests/missing_words.py zh"],
        [".ci/run"],
    ]

    # 1: an entry in the file of its axis, and its place among the losses of a task
    insert(copy / "lossplot/_losses/error.py", "LOSSES = {\n", f"LOSSES = {{{ENTRY}")
    usual = '*("squared", "half-squared", "absolute",'
    insert(copy / "lossplot/_losses/tasks.py", usual, f'*("{NAME}",), {usual}')
    assert done(copy, f"lossplot table {NAME}:c=1 --at=-2,1").split()[-2:] == ["1", "1.5"]

    # 2: the oracle; it asks for what is missing
    missing = run(copy, "python tests/make_golden.py")
    assert missing.stderr == f"write the textbook formula of {NAME} in tests/oracle/\n"
    insert(copy / "tests/oracle/error.py", "ERROR: Losses = {\n", ORACLE)
    missing = run(copy, "python tests/make_golden.py")
    assert missing.stderr == f"give every parameter of {NAME} another value in OTHER_SETTINGS\n"
    golden = copy / "tests/make_golden.py"
    insert(
        golden,
        '    "hinge": {"threshold": 0.3, "beta": 0.7},\n',
        f'    "hinge": {{"threshold": 0.3, "beta": 0.7}},\n    "{NAME}": {{"c": 0.7}},\n',
    )
    done(copy, "python tests/make_golden.py")
    assert f"\n{NAME},c=0.7," in (copy / "tests/oracle/golden.csv").read_text("utf-8")

    kinks = "KINKS: dict[str, Expected] = {\n"
    insert(copy / "tests/formula/test_knots.py", kinks, f'{kinks}    "{NAME}": [(0.0, "corner")],\n')
    table = 'ERROR = """\n'
    insert(copy / "tests/curves/test_properties.py", table, table + PROPERTIES)

    # 3: the documents and the gallery, where the loss is English as yet
    done(copy, f"python -c {shlex.quote(DOCUMENTS)}")
    assert f"| `{NAME}:c=2` |" in (copy / "docs" / "catalogue.md").read_text("utf-8")
    done(copy, f"python -c {shlex.quote(GALLERY)} gallery -o gallery -f svg")
    page = (copy / "gallery" / "losses" / f"{NAME}.html").read_text("utf-8")
    assert "<h1>Lifted square</h1>" in page
    assert "<h2>Formula</h2>" in page
    assert "<h2>公式</h2>" in (copy / "gallery" / "zh" / "losses" / f"{NAME}.html").read_text("utf-8")
    gallery = json.loads((copy / "gallery" / "gallery.json").read_text("utf-8"))
    assert len(gallery["losses"]) == len(LOSSES) + 1
    assert (copy / "gallery" / "families" / f"{NAME}.svg").exists()

    # 4: its words in Chinese
    assert done(copy, "python tests/missing_words.py zh") == f'[losses]\n{NAME} = ""\n\n[summaries]\n{NAME} = ""\n'
    for topic, words in CHINESE.items():
        with (copy / "lossplot/_text/languages/zh" / f"{topic}.toml").open("a", encoding="utf-8") as file:
            file.write(f'{NAME} = "{words}"\n')
    assert done(copy, "python tests/missing_words.py zh") == ""

    # 5: the laws, but for what they say of each other loss, which the recipe leaves as it is
    others = " or ".join(f"[{name}]" for name in LOSSES)
    done(copy, f"python -m pytest -n0 -x {' '.join(LAWS)} -k 'not ({others})'")
