"""`lossplot doctor`: what there is on a machine, as text and as data."""

from __future__ import annotations

import json
import platform
import sys
from importlib.metadata import version
from pathlib import Path

import pytest
from support.run import assert_done, assert_fails, call, run

from lossplot._cli.doctor import Findings
from lossplot._text.language import load_topic
from lossplot._text.machine import machine_rows
from lossplot._version import __version__

BARE = Findings(
    lossplot="1",
    python="3",
    platform="os",
    packages={"numpy": None},
    extras={"data": {"duckdb": None}},
    letters={"Latin": "A", "Chinese": None},
    clipboard=None,
    terminal="unicode",
    files=[],
    problems=["a problem; a remedy"],
)


def test_a_machine_is_described_as_data(tmp_path: Path) -> None:
    outcome = call("doctor", "--format", "json", cwd=tmp_path)
    assert_done(outcome)
    found = json.loads(outcome.text)
    assert found.keys() == {*Findings.__dataclass_fields__}
    assert (found["lossplot"], found["python"], found["platform"]) == (
        __version__,
        platform.python_version(),
        sys.platform,
    )
    assert {"numpy", "matplotlib", "typer", "rich"} <= found["packages"].keys()
    assert {name: each for name, each in found["packages"].items() if each != version(name)} == {}
    assert found["extras"]["data"].keys() == {"duckdb", "pyarrow"}
    assert found["letters"].keys() == {"Latin", "Chinese"}
    assert found["letters"]["Latin"]
    assert found["terminal"] == "unicode"
    assert len(found["problems"]) == (found["clipboard"] is None) + [*found["letters"].values()].count(None)


def test_text_has_the_same(tmp_path: Path) -> None:
    found = json.loads(call("doctor", "--format", "json", cwd=tmp_path).text)
    text = call("doctor", cwd=tmp_path).text
    for each in (found["lossplot"], found["python"], *found["packages"], *found["extras"]["data"]):
        assert each in text
    assert "Latin letters" in text
    chinese = call("doctor", "--lang", "zh", cwd=tmp_path).text
    assert "Latin letters" not in chinese
    assert load_topic("zh", "machine")["Latin letters"] in chinese


def test_what_is_not_there_is_told() -> None:
    from dataclasses import asdict

    rows = dict(machine_rows(asdict(BARE)))
    assert rows["numpy"] == rows["duckdb (data)"] == "not installed"
    assert rows["Chinese letters"] == rows["clipboard"] == "none here"
    assert rows["settings from"] == "no file"
    assert rows["problem"] == "a problem; a remedy"


def test_the_files_of_settings_are_named_and_broken_ones_told(tmp_path: Path) -> None:
    (tmp_path / "lossplot.toml").write_text('[defaults]\ntheme = "dark"\n')
    assert json.loads(call("doctor", "-f", "json", cwd=tmp_path).text)["files"] == ["lossplot.toml"]
    (tmp_path / "lossplot.toml").write_text("[defaults\n")
    found = json.loads(call("doctor", "-f", "json", cwd=tmp_path).text)
    assert found["files"] == []
    assert any(problem.startswith("lossplot.toml: ") for problem in found["problems"])


@pytest.mark.parametrize(("option", "value"), [("--lang", "xx"), ("--format", "xml")])
def test_a_wrong_value_is_told(option: str, value: str, tmp_path: Path) -> None:
    assert_fails(call("doctor", option, value, cwd=tmp_path), 2, f"'{value}' is unknown")


def test_a_machine_without_a_display_says_why_there_is_no_clipboard(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME", "WSL_INTEROP"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    found = json.loads(call("doctor", "--format", "json", cwd=tmp_path).text)
    assert found["clipboard"] is None
    assert any("display" in problem for problem in found["problems"])


@pytest.mark.slow
def test_a_process_of_its_own_describes_the_machine(tmp_path: Path) -> None:
    environment = {"DISPLAY": None, "WAYLAND_DISPLAY": None}
    found = json.loads(run("doctor", "--format", "json", cwd=tmp_path, env=environment).text)
    if sys.platform.startswith("linux") and found["clipboard"] is None:
        assert any("display" in problem for problem in found["problems"])
