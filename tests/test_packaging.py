"""What is released says the same everywhere, and names no address before there is one."""

from __future__ import annotations

import re
import runpy
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path
from typing import Any

import pytest
from make_man import files

from lossplot._cli.commands import COMMANDS
from lossplot._version import ADDRESS, CITATION, __version__

ROOT = Path(__file__).parent.parent
RECIPE = (ROOT / ".packaging" / "conda" / "recipe.yaml").read_text("utf-8")
README = (ROOT / "README.md").read_text("utf-8")
HOOK = runpy.run_path(str(ROOT / ".packaging" / "metadata.py"))
TARGETS = re.compile(r"\]\(([^)]+)\)|(?:src|srcset)=\"([^\"]+)\"")
SOMEWHERE = "https://example.org/lossplot"


def released(tmp_path: Path, address: str) -> dict[str, Any]:
    """The metadata that the hook adds, if the repository has this address."""
    (tmp_path / "lossplot").mkdir()
    (tmp_path / "lossplot" / "_version.py").write_text(f'__version__ = "1.2.3"\nADDRESS = "{address}"\n')
    (tmp_path / "README.md").write_text(README, "utf-8")
    metadata: dict[str, Any] = {}
    HOOK["Metadata"](str(tmp_path), {}).update(metadata)
    return metadata


def test_without_an_address_there_are_no_links_to_it(tmp_path: Path) -> None:
    metadata = released(tmp_path, "")
    assert metadata["urls"] == {}
    assert metadata["readme"] == {"content-type": "text/markdown", "text": README}


def test_with_an_address_every_link_and_picture_is_absolute(tmp_path: Path) -> None:
    metadata = released(tmp_path, SOMEWHERE)
    assert set(metadata["urls"]) == {"Repository", "Documentation", "Changelog", "Issues"}
    assert all(link.startswith(SOMEWHERE) for link in metadata["urls"].values())
    text = metadata["readme"]["text"]
    targets = [link or picture for link, picture in TARGETS.findall(text)]
    assert len(targets) > 25
    assert [target for target in targets if not target.startswith("https://")] == []
    assert f'src="{SOMEWHERE}/raw/v1.2.3/docs/pictures/huber.svg"' in text
    assert f"]({SOMEWHERE}/blob/v1.2.3/docs/drawing.md)" in text


def test_the_citation_the_changes_and_the_package_have_one_version() -> None:
    citation = (ROOT / "CITATION.cff").read_text("utf-8")
    assert re.findall(r"^version: (.*)$", citation, re.MULTILINE) == [__version__]
    assert re.findall(r"^repository-code: (.*)$", citation, re.MULTILINE) == [ADDRESS] * bool(ADDRESS)
    assert f"version = {{{__version__}}}" in CITATION
    assert re.findall(r"^  version: (.*)$", RECIPE, re.MULTILINE)[0] == __version__
    [newest, *_] = re.findall(r"^## (\S+)", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    assert newest == __version__


def test_the_recipe_for_conda_needs_what_the_package_needs() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    needed = {f"python{project['requires-python']}", *project["dependencies"]}
    run = RECIPE.partition("\n  run:\n")[2].partition("\ntests:")[0]
    listed = {line.strip().removeprefix("- ").replace(" ", "") for line in run.splitlines() if line.strip()}
    # There matplotlib is without the windows that nothing here opens.
    assert {each.replace("matplotlib-base", "matplotlib") for each in listed} == needed


@pytest.mark.parametrize("name", ["CHANGELOG.md", "CITATION.cff", "CONTRIBUTING.md", "LICENSE", "SECURITY.md", "docs"])
def test_the_source_distribution_has_what_the_readme_leads_to(name: str) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert f"/{name}" in project["tool"]["hatch"]["build"]["targets"]["sdist"]["include"]


def test_no_file_of_the_project_names_an_address_of_its_own() -> None:
    """Addresses of lossplot itself come from `lossplot/_version.py` alone."""
    for path in [
        *ROOT.glob("*.md"),
        *ROOT.glob("docs/**/*.md"),
        *ROOT.glob(".github/**/*.yml"),
        ROOT / "pyproject.toml",
    ]:
        assert not re.search(r"https?://\S*lossplot", path.read_text("utf-8")), path


def test_the_manual_pages_are_current_and_there_is_one_for_each_command() -> None:
    assert len(files()) == len(COMMANDS)
    for path, text in files().items():
        assert path.read_text("utf-8") == text, "run: python tests/make_man.py"


@pytest.mark.slow
def test_the_wheel_has_the_manual_pages_completions_and_all_data_of_the_package(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    [wheel] = tmp_path.glob("*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {name.rsplit("/")[-1] for name in names if "/share/man/man1/" in name} == {path.name for path in files()}
    assert {name.partition("/share/")[2] for name in names if "/share/" in name and "/man/" not in name} == {
        "bash-completion/completions/lossplot",
        "fish/vendor_completions.d/lossplot.fish",
        "zsh/site-functions/_lossplot",
    }
    data = {path for path in (ROOT / "lossplot").rglob("*") if path.is_file() and "__pycache__" not in path.parts}
    assert {path.relative_to(ROOT).as_posix() for path in data} <= names
