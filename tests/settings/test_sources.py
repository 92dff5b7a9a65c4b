"""Where losses and defaults are looked for, which of them count, and what `lossplot config` says of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from support.done import done
from support.run import Outcome, assert_fails, call, run

import lossplot

THEME = '[defaults]\ntheme = "{theme}"\n[losses]\nmine = "{formula}"\n'


def write(path: Path, theme: str, formula: str, table: str = "") -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    text = THEME.format(theme=theme, formula=formula)
    path.write_text(text.replace("[", f"[{table}.") if table else text, encoding="utf-8")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of a user without other settings."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    return tmp_path


def value_and_theme(folder: Path, *words: str) -> tuple[float, str, str]:
    """The value of `mine` at m = 0, the theme, and the file of the theme."""
    table = call("table", "mine", "--at=0", "--format", "json", *words, cwd=folder)
    done(table)
    config = json.loads(call("config", "--format", "json", *words, cwd=folder).text)
    theme = config["defaults"]["theme"]
    return json.loads(table.text)[0]["value"][0], theme["value"], theme["source"]


def test_the_nearest_file_counts(home: Path) -> None:
    folder = home / "project" / "below"
    folder.mkdir(parents=True)
    write(home / ".config" / "lossplot" / "lossplot.toml", "print", "4 - m")
    assert value_and_theme(folder)[:2] == (4.0, "print")
    write(folder.parent / "pyproject.toml", "dark", "3 - m", table="tool.lossplot")
    assert value_and_theme(folder)[:2] == (3.0, "dark")
    write(folder.parent / "lossplot.toml", "light", "2 - m")
    assert value_and_theme(folder)[:2] == (2.0, "light")
    write(folder / "named.toml", "auto", "1 - m")
    assert value_and_theme(folder, "--losses", "named.toml") == (1.0, "auto", "named.toml")
    assert value_and_theme(folder.parent) == (2.0, "light", "lossplot.toml")


def test_each_default_and_loss_is_that_of_the_nearest_file_that_has_it(home: Path) -> None:
    folder = home / "project" / "below"
    folder.mkdir(parents=True)
    write(home / ".config" / "lossplot" / "lossplot.toml", "print", "4 - m")
    project, named = folder.parent / "lossplot.toml", folder / "named.toml"
    project.write_text('[defaults]\nlang = "zh"\n[losses.other]\nformula = "m"\naliases = ["another"]\n', "utf-8")
    named.write_text('[defaults]\nfor = "web"\n', encoding="utf-8")
    user = home / ".config" / "lossplot" / "lossplot.toml"
    outcome = call("config", "--losses", "~/project/below/named.toml", cwd=folder)
    done(outcome)
    assert outcome.lines == [
        f"theme  print  {user}",
        "for    web    ~/project/below/named.toml",
        f"lang   zh     {project}",
        f"loss   other  {project}",
        f"loss   mine   {user}",
    ]
    for path in ("~/project/lossplot.toml", Path("~/project/lossplot.toml")):
        assert [each.name for each in lossplot.losses(path)] == ["other"]


@pytest.mark.parametrize("name", ["XDG_CONFIG_HOME", "HOME"])
def test_the_users_folder_is_that_of_the_platform(name: str, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    top = home / "config" if name == "XDG_CONFIG_HOME" else home / ".config"
    write(top / "lossplot" / "lossplot.toml", "dark", "m")
    (home / "work").mkdir()
    if name == "XDG_CONFIG_HOME":
        monkeypatch.setenv(name, str(top))
    outcome = call("config", cwd=home / "work")
    done(outcome)
    assert outcome.lines == [
        f"theme  dark  {top / 'lossplot' / 'lossplot.toml'}",
        "for    none  built in",
        "lang   en    built in",
        f"loss   mine  {top / 'lossplot' / 'lossplot.toml'}",
    ]


def test_an_option_without_a_default_is_null_in_json(home: Path) -> None:
    defaults = json.loads(call("config", "--format", "json", cwd=home).text)["defaults"]
    assert defaults == {
        "theme": {"value": "light", "source": "built in"},
        "for": {"value": None, "source": "built in"},
        "lang": {"value": "en", "source": "built in"},
    }


def test_the_search_ends_at_a_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/nonexistent")
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    write(tmp_path / "lossplot.toml", "dark", "m")
    below = tmp_path / "repository" / "below"
    below.mkdir(parents=True)
    assert "dark" in call("config", cwd=below).text
    mark = below.parent / ".git"
    mark.mkdir()
    assert "dark" not in call("config", cwd=below).text
    mark.rmdir()
    # In a worktree or a submodule it is a file.
    mark.write_text("gitdir: elsewhere", encoding="utf-8")
    assert "dark" not in call("config", cwd=below).text


def test_the_search_ends_in_the_home_of_the_user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = tmp_path / "home"
    work = home / "work"
    work.mkdir(parents=True)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    write(tmp_path / "lossplot.toml", "dark", "m")
    assert "dark" not in call("config", cwd=work).text
    write(home / "lossplot.toml", "print", "m")
    assert "print" in call("config", cwd=work).text


@pytest.mark.parametrize(
    "text",
    [
        "[tool.other]\nx = 1",
        "[tool.lossplo]\n",
        "not TOML at all",
        "# [tool.lossplot]\n[x]",
        "lossplot is mentioned in what is no TOML",
        "tool = 3 # lossplot",
        "[lossplot]\nx = 1",
    ],
)
def test_the_project_files_of_others_are_theirs(text: str, tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text(text, encoding="utf-8")
    done(call("table", "hinge", "--at=0", cwd=tmp_path))
    (tmp_path / "lossplot.toml").mkdir()
    done(call("table", "hinge", "--at=0", cwd=tmp_path))


def test_a_broken_project_file_is_told_by_every_command_but_help(tmp_path: Path) -> None:
    (tmp_path / "lossplot.toml").write_text("[losses.mine]\nformul = 1\n", encoding="utf-8")
    words = "lossplot.toml: losses.mine: unknown field 'formul'; did you mean 'formula'?"
    for command in (["hinge"], ["grid", "hinge"], ["list"], ["show", "hinge"], ["table", "hinge"], ["config"]):
        assert_fails(call(*command, cwd=tmp_path), 2, words)
    done(call("--help", cwd=tmp_path))
    done(call("--version", cwd=tmp_path))


@pytest.mark.slow
def test_a_broken_project_file_is_nothing_to_completion(tmp_path: Path) -> None:
    (tmp_path / "lossplot.toml").write_text("[losses.mine]\nformul = 1\n", encoding="utf-8")
    completion = {"_LOSSPLOT_COMPLETE": "bash"}
    assert "hinge" in run("lossplot hin", ":=", cwd=tmp_path, env=completion).lines


@pytest.mark.parametrize("text", ["[tool]\nlossplot = 3", "tool.lossplot = []"])
def test_what_stands_in_place_of_our_table_in_a_project_is_told(text: str, tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text(text, encoding="utf-8")
    words = "pyproject.toml: tool.lossplot is no table; write [tool.lossplot.losses.NAME]"
    assert_fails(call("table", "hinge", "--at=0", cwd=tmp_path), 2, words)


def drawn(folder: Path, *words: str) -> Outcome:
    return call("hinge", "-o", "a.json", "--force", *words, cwd=folder)


def test_a_default_is_recorded_and_gives_way(home: Path) -> None:
    (home / "lossplot.toml").write_text('[defaults]\ntheme = "dark"\nfor = "slide"\nlang = "zh"\n', encoding="utf-8")
    done(drawn(home))
    recorded = call("info", "a.json", cwd=home).lines
    assert recorded == ["lossplot --for=slide --theme=dark --lang=zh --format json hinge"]
    done(drawn(home, "--theme", "light", "--for", "web", "--lang", "en"))
    outcome = call("info", "a.json", cwd=home)
    assert outcome.lines == ["lossplot --for=web --format json hinge"]
    assert "theme of lossplot.toml, lang of lossplot.toml would change it here" in outcome.err
    before = (home / "a.json").read_bytes()
    done(call("info", "a.json", "--rerun", cwd=home))
    assert (home / "a.json").read_bytes() == before


def test_a_batch_has_its_own_defaults(home: Path) -> None:
    (home / "lossplot.toml").write_text('[defaults]\ntheme = "dark"\n', encoding="utf-8")
    (home / "figures.toml").write_text('[[figures]]\nlosses = ["hinge"]\noutput = "a.json"\n', encoding="utf-8")
    done(call("build", "figures.toml", cwd=home))
    assert call("info", "a.json", cwd=home).lines == ["lossplot --format json hinge"]


@pytest.mark.slow
def test_completion_offers_losses_of_ones_own(tmp_path: Path) -> None:
    write(tmp_path / "lossplot.toml", "dark", "m")
    (tmp_path / "named.toml").write_text('[losses]\nminor = "m"\n', encoding="utf-8")
    for line, offered in {
        "lossplot mine": ["mine"],
        "lossplot table Mine": ["Mine"],
        "lossplot --losses named.toml mino": ["minor"],
    }.items():
        assert run(line, ":=", cwd=tmp_path, env={"_LOSSPLOT_COMPLETE": "bash"}).lines[2:] == offered
