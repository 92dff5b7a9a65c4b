"""lossplot needs no folder of its own: out of a zip file it does the same."""

from __future__ import annotations

import shutil
import sys
import zipapp
from importlib.util import cache_from_source
from pathlib import Path

import pytest
from support.cases import some
from support.run import call, run

import lossplot

PACKAGE = Path(lossplot.__file__).parent


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A zip file of the package, with what is compiled of it, which takes most of the time of a command."""
    folder = tmp_path_factory.mktemp("archive")
    for path in PACKAGE.rglob("*"):
        if path.is_file() and path.suffix != ".pyc":
            copy = folder / "all" / "lossplot" / path.relative_to(PACKAGE)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(path, copy)
            if path.suffix == ".py" and (compiled := Path(cache_from_source(path))).exists():
                shutil.copy2(compiled, copy.with_suffix(".pyc"))
    zipapp.create_archive(folder / "all", folder / "lossplot.pyz", main="lossplot._cli.main:main")
    return folder / "lossplot.pyz"


WORDS = (
    ["合页损失", "--lang", "zh", "-o", "a.json"],
    ["hinge", "--derivative", "-o", "a.svg"],
    ["list", "ranking"],
    ["table", "hinge", "--at=0"],
)


@pytest.mark.parametrize("words", some(WORDS, among=4))
def test_a_command_does_the_same(archive: Path, words: list[str], tmp_path: Path) -> None:
    for name in ("zip", "folder"):
        (tmp_path / name).mkdir()
    zipped = run(*words, cwd=tmp_path / "zip", program=(sys.executable, str(archive)))
    unzipped = call(*words, cwd=tmp_path / "folder")
    assert (zipped.code, zipped.out) == (unzipped.code, unzipped.out) == (0, zipped.out)
    made = [{path.name: path.read_bytes() for path in (tmp_path / name).iterdir()} for name in ("zip", "folder")]
    assert made[0] == made[1]
    assert len(made[0]) == ("-o" in words)


@pytest.mark.slow
def test_a_gallery_of_your_own_losses_is_made(archive: Path, tmp_path: Path) -> None:
    (tmp_path / "lossplot.toml").write_text('[losses]\nmine = "max(0, 1 - m)**3"\n', "utf-8")
    words = ["gallery", "--losses", "lossplot.toml", "-o", "g", "-f", "svg"]
    assert run(*words, cwd=tmp_path, program=(sys.executable, str(archive))).code == 0
    assert "mine" in (tmp_path / "g" / "index.html").read_text("utf-8")
    assert (tmp_path / "g" / "losses" / "mine.svg").is_file()
