"""The README says what lossplot does: its commands run, its tables and pictures are the current ones."""

import re
import shlex
from pathlib import Path

import pytest
from make_readme import COMMAND, README, filled, pictures
from make_readme import run as run_alone
from support.environment import STAND_IN
from support.requirements import need
from support.run import call

from lossplot.batch.compare import compare
from lossplot.settings import named_settings

FIX = "run: python tests/make_readme.py"
TEXT = README.read_text("utf-8")
TOML = re.findall(r"```toml\n(.*?)```", TEXT, re.DOTALL)
CONSOLE = re.compile(r"```console\n(.*?)```", re.DOTALL)


def test_generated_parts_are_current() -> None:
    assert filled(TEXT) == TEXT, FIX


@pytest.mark.parametrize("block", CONSOLE.findall(TEXT))
def test_console_blocks_show_what_the_command_prints(
    block: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    command, _, printed = block.partition("\n")
    program, *words = shlex.split(command.removeprefix("$ "))
    outcome = call(*words, cwd=tmp_path)
    assert (program, outcome.code) == ("lossplot", 0), outcome
    assert outcome.text.rstrip() == printed.rstrip()


@pytest.mark.parametrize("block", [block for block in TOML if "[losses" in block])
def test_a_file_of_losses_can_be_read(block: str, tmp_path: Path) -> None:
    (tmp_path / "lossplot.toml").write_text(block, "utf-8")
    names = [loss.name for loss in named_settings([str(tmp_path / "lossplot.toml")]).own]
    for name in names:
        assert call("table", name, "--at=0,1", cwd=tmp_path).code == 0
    assert len(names) >= 2


@pytest.mark.slow
@pytest.mark.parametrize("block", [block for block in TOML if "[[figures]]" in block])
def test_a_batch_can_be_built(block: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "figures.toml").write_text(block, "utf-8")
    made = run_alone("lossplot build figures.toml -o figures").split()
    assert len(made) == len(set(made)) >= 10
    assert all((tmp_path / path).is_file() for path in made)


@pytest.mark.slow
@pytest.mark.parametrize(("path", "command"), pictures().items())
def test_pictures_are_what_their_command_draws(path: str, command: str, tmp_path: Path) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(tmp_path)
        if "--lang zh" in command:  # it is drawn in the machine's own font, for the stand-in has other widths
            need(fonts=(STAND_IN,))
            patch.setenv("MPLCONFIGDIR", str(tmp_path / "list"))
        run_alone(command)
    drawn, shown = tmp_path / Path(path).name, README.parent / path
    assert vertices(drawn) == vertices(shown), FIX
    # The letters of a Chinese font are not always the same.
    assert "--lang zh" in command or compare(shown.read_bytes(), drawn.read_bytes()) == "same", FIX


def vertices(path: Path) -> list[str]:
    """The path data of the curves: matplotlib's versions agree on those, not on the rest."""
    return re.findall(r'<g id="(?:loss|derivative)_.*?<path d="([^"]*)"', path.read_text("utf-8"), re.DOTALL)


def test_every_picture_stands_in_the_readme_and_has_vertices() -> None:
    assert len(pictures()) == 1 + sum(" -o " in command for command in COMMAND.findall(TEXT))
    for path in pictures():
        assert path in TEXT
        assert len(vertices(README.parent / path)) >= 3
