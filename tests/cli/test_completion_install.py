"""The scripts of completion: read by their shells, and installed where these look for them."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.requirements import need
from support.run import assert_done, assert_fails, call, run

from lossplot._cli.completion.install import install, place


@pytest.mark.parametrize("name", ["bash", "zsh", "fish"])
def test_the_script_of_a_shell_is_one_that_it_reads(name: str, tmp_path: Path) -> None:
    outcome = call("--show-completion", name, cwd=tmp_path)
    assert_done(outcome)
    assert outcome.text.startswith("#")
    assert f"for {name}" in outcome.text
    need(name)
    (tmp_path / "script").write_text(outcome.text)
    assert_done(run("-n", "script", cwd=tmp_path, program=[name]))


@pytest.mark.parametrize(
    ("name", "script", "start"),
    [
        ("bash", ".local/share/lossplot/completion.bash", ".bashrc"),
        ("zsh", ".zfunc/_lossplot", ".zshrc"),
        ("fish", ".config/fish/completions/lossplot.fish", ""),
    ],
)
def test_completion_is_installed_once(
    name: str, script: str, start: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "home"
    home.mkdir()
    if start:
        (home / start).write_text("# mine")
    for variable in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "ZDOTDIR"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("HOME", str(home))
    for _ in range(2):
        outcome = call("--install-completion", name, cwd=tmp_path)
        assert (outcome.code, outcome.lines) == (0, [str(home / script)]), outcome
    assert (home / script).read_text() == call("--show-completion", name, cwd=tmp_path).text
    if start:
        lines = (home / start).read_text().splitlines()
        assert lines[0] == "# mine"
        assert len(lines) == len({*lines})
        need(name)
        flags = ["-i"] if name == "bash" else ["-i", "-d"]
        shown = "complete -p lossplot" if name == "bash" else "print $_comps[lossplot]"
        outcome = run("-c", shown, cwd=tmp_path, program=[name, *flags], env={"HOME": str(home), "ZDOTDIR": str(home)})
        assert "_lossplot" in outcome.text, outcome


@pytest.mark.parametrize(
    ("name", "variables", "script", "start"),
    [
        ("bash", {}, "/me/.local/share/lossplot/completion.bash", "/me/.bashrc"),
        ("bash", {"XDG_DATA_HOME": "/data", "ZDOTDIR": "/z"}, "/data/lossplot/completion.bash", "/me/.bashrc"),
        ("bash", {"XDG_DATA_HOME": "data"}, "/me/.local/share/lossplot/completion.bash", "/me/.bashrc"),
        ("zsh", {}, "/me/.zfunc/_lossplot", "/me/.zshrc"),
        ("zsh", {"ZDOTDIR": "/z", "XDG_DATA_HOME": "/data"}, "/me/.zfunc/_lossplot", "/z/.zshrc"),
        ("zsh", {"ZDOTDIR": "z"}, "/me/.zfunc/_lossplot", "/me/.zshrc"),
        ("fish", {}, "/me/.config/fish/completions/lossplot.fish", None),
        ("fish", {"XDG_CONFIG_HOME": "/c"}, "/c/fish/completions/lossplot.fish", None),
        ("fish", {"XDG_CONFIG_HOME": "."}, "/me/.config/fish/completions/lossplot.fish", None),
    ],
)
def test_a_script_belongs_where_its_shell_looks(
    name: str, variables: dict[str, str], script: str, start: str | None
) -> None:
    found = place(name, variables, Path("/me"))
    assert (str(found.script), found.start and str(found.start)) == (script, start)
    assert name == "zsh" or found.lines == (f'[ -r "{script}" ] && . "{script}"\n' if start else "")
    assert name != "zsh" or found.lines.splitlines()[0] == f'fpath+=("{Path(script).parent}")'


@pytest.mark.parametrize(("before", "after"), [("", ""), ("a", "a\n"), ("a\n", "a\n")])
def test_lines_of_completion_are_added_below_what_is_there(
    before: str, after: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("ZDOTDIR", raising=False)
    (tmp_path / ".zshrc").write_text(before)
    install("zsh")
    assert (tmp_path / ".zshrc").read_text() == after + place("zsh", {}, tmp_path).lines


def test_a_wrong_shell_and_a_home_that_cannot_be_written_are_told(tmp_path: Path) -> None:
    assert_fails(
        call("--show-completion", "tcsh", cwd=tmp_path), 2, "shell 'tcsh' is unknown; choose bash, zsh or fish"
    )
    assert_fails(call("--install-completion", "csh", cwd=tmp_path), 2, "shell 'csh' is unknown")
    (tmp_path / "home").write_text("")
    outcome = run("--install-completion", "fish", cwd=tmp_path, env={"HOME": str(tmp_path / "home")})
    assert_fails(outcome, 1, "cannot install completion", "lossplot --show-completion fish")
