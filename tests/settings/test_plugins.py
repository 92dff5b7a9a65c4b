"""Losses of other packages: loaded for a name that nobody else has, and never in the way."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.done import done
from support.run import Outcome, assert_done, assert_fails, call, run

from lossplot._settings import expand, isolated, read_settings
from lossplot._settings.plugins import load_plugins

GOOD = 'LOSSES = {"guest": "max(0, 2 - m)", "hosted": {"formula": "r**4", "summary": "A guest."}}\n'


def install(folder: Path, **modules: str) -> dict[str, str | None]:
    """Put packages with entry points into `folder`; return the environment in which they are found."""
    for name, text in modules.items():
        (folder / f"{name}.py").write_text(text, encoding="utf-8")
        info = folder / f"{name}-1.0.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n", encoding="utf-8")
        (info / "entry_points.txt").write_text(f"[lossplot.losses]\n{name} = {name}:LOSSES\n", encoding="utf-8")
    return {"PYTHONPATH": str(folder)}


@pytest.fixture
def imported(site: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let this process find the packages in `site`, and forget them afterwards."""
    monkeypatch.syspath_prepend(site)
    before = {*sys.modules}
    load_plugins.cache_clear()
    yield
    load_plugins.cache_clear()
    for name in {*sys.modules} - before:
        if getattr(sys.modules[name], "__file__", None) in {str(path) for path in site.iterdir()}:
            del sys.modules[name]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    folder.mkdir()
    return folder


@pytest.fixture
def work(tmp_path: Path) -> Path:
    folder = tmp_path / "work"
    folder.mkdir()
    return folder


def value(outcome: Outcome) -> str:
    done(outcome)
    return outcome.lines[1].split()[1]


@pytest.mark.slow
def test_a_process_finds_the_losses_of_packages(site: Path, work: Path) -> None:
    env = install(site, bar=GOOD)
    program = "import lossplot; print(lossplot.get('guest')(0.0), lossplot.plot('guest').command)"
    outcome = run(cwd=work, env=env, program=[sys.executable, "-c", program])
    assert outcome.lines == ["2.0 lossplot --format png 'guest = max(0, 2 - m)'"]


@pytest.mark.usefixtures("imported")
def test_a_name_that_nobody_has_is_looked_for_in_packages(site: Path, work: Path) -> None:
    install(site, bar=GOOD)
    for name in ("guest", "bar:guest", "GUEST", "bar:GUEST"):
        assert value(call("table", name, "--at=0", cwd=work)) == "2"
    assert [line.split()[0] for line in call("list", "guest", cwd=work).lines] == ["guest", "hosted"]
    assert call("show", "hosted", cwd=work).lines[1] == "A guest."


@pytest.mark.usefixtures("imported")
def test_nothing_is_loaded_for_other_names(site: Path, work: Path) -> None:
    install(site, bar="open('loaded', 'w').close()\nLOSSES = {}\n")
    for words in (["hinge"], ["torch:smooth_l1"], ["max(0, 1 - m)"], ["-log(p)"], ["m**2"]):
        outcome = call("table", *words, "--at=0.5", cwd=work)
        done(outcome)
        assert not outcome.changed
    assert "loaded" in call("table", "nobody", "--at=0", cwd=work).changed


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("raise ValueError('no')", "ValueError on loading it; ask its authors"),
        ("import sys; sys.exit(3)", "SystemExit on loading it; ask its authors"),
        ("import nowhere", "ModuleNotFoundError on loading it; ask its authors"),
        ("x = 1", "AttributeError on loading it; ask its authors"),
        ("LOSSES = 3", "broken: losses is no table of losses"),
        ("LOSSES = {'a b': 'm'}", "name 'a b' is none"),
        ("def LOSSES(): return 1/0", "ZeroDivisionError on loading it; ask its authors"),
    ],
)
@pytest.mark.usefixtures("imported")
def test_a_broken_package_is_named_and_skipped(text: str, reason: str, site: Path, work: Path) -> None:
    install(site, bar=GOOD, broken=text)
    outcome = call("table", "guest", "--at=0", cwd=work)
    assert outcome.code == 0
    assert outcome.lines[1].split()[1] == "2"
    assert outcome.err.startswith("lossplot: warning: the losses of package 'broken' are skipped: ")
    assert reason in outcome.err
    assert outcome.err.count("\n") == 1
    assert call("list", "guest", cwd=work).err == outcome.err
    load_plugins.cache_clear()
    assert_done(call("table", "hinge", "--at=0", cwd=work))


@pytest.mark.slow
def test_what_a_package_prints_is_not_shown(site: Path, work: Path) -> None:
    env = install(site, bar=f"print('hello')\nimport sys\nprint('hello', file=sys.stderr)\n{GOOD}")
    outcome = run("table", "guest", "--at=0", cwd=work, env=env)
    done(outcome)
    assert "hello" not in outcome.text


@pytest.mark.usefixtures("imported")
def test_what_a_package_prints_is_not_even_shown_here(site: Path, work: Path) -> None:
    install(site, bar=f"print('hello')\nimport sys\nprint('hello', file=sys.stderr)\n{GOOD}")
    outcome = call("table", "guest", "--at=0", cwd=work)
    assert_done(outcome)
    assert "hello" not in outcome.text


@pytest.mark.usefixtures("imported")
def test_two_packages_may_have_one_name(site: Path, work: Path) -> None:
    install(site, bar=GOOD, foo='LOSSES = {"guest": "max(0, 3 - m)"}\n')
    words = "'guest' comes from 'bar' and from 'foo'; write bar:guest"
    assert_fails(call("table", "guest", "--at=0", cwd=work), 2, words)
    assert value(call("table", "foo:guest", "--at=0", cwd=work)) == "3"
    assert value(call("table", "bar:guest", "--at=0", cwd=work)) == "2"
    assert call("table", "bar:hosted", "--at=1", cwd=work).code == 0
    for name in ("foo:hosted", "baz:hosted"):
        assert_fails(call("table", name, "--at=0", cwd=work), 2, f"unknown library '{name[:3]}'")


@pytest.mark.usefixtures("imported")
def test_what_is_made_again_asks_neither_files_nor_packages(site: Path, work: Path) -> None:
    install(site, bar=GOOD)
    (work / "lossplot.toml").write_text('[losses]\nmine = "m"\n[defaults]\ntheme = "dark"\n', encoding="utf-8")
    with isolated():
        settings = read_settings(["nowhere.toml"], str(work))
        assert (settings.own, settings.defaults, settings.files) == ((), {}, ())
        assert expand(["guest", "bar:guest", "mine"], settings) == ["guest", "bar:guest", "mine"]
    assert expand(["bar:guest", "mine"], read_settings((), str(work))) == ["guest = max(0, 2 - m)", "mine = m"]


@pytest.mark.usefixtures("imported")
def test_a_file_comes_before_packages(site: Path, work: Path) -> None:
    install(site, bar=GOOD)
    (work / "lossplot.toml").write_text('[losses]\nguest = "max(0, 5 - m)"\n', encoding="utf-8")
    assert value(call("table", "guest", "--at=0", cwd=work)) == "5"


def test_of_a_package_that_is_there_twice_the_first_counts(
    tmp_path: Path, site: Path, monkeypatch: pytest.MonkeyPatch, imported: None
) -> None:
    install(site, ours_twice='LOSSES = {"first": "max(0, 2 - m)"}\n')
    later = tmp_path / "later"
    later.mkdir()
    install(later, ours_twice='LOSSES = {"second": "max(0, 3 - m)"}\n')
    (later / "ours_twice-1.0.dist-info" / "entry_points.txt").write_text("[lossplot.losses]\nold = ours_twice:LOSSES\n")
    monkeypatch.setattr(sys, "path", [*sys.path, str(later)])
    losses = load_plugins().losses
    assert [loss.name for loss in losses["ours_twice"]] == ["first"]
    assert "old" not in losses
