"""`lossplot open`: the address of the page, the browser, the pages in the cache, and what is refused."""

from __future__ import annotations

import os
import re
import time
import webbrowser
from collections import Counter
from collections.abc import Sequence
from html import unescape
from pathlib import Path
from typing import Any
from unittest import mock

import pytest
from support.run import assert_fails, call, run

from lossplot._cli import pages
from lossplot._cli.app import load
from lossplot._cli.open import SHOWN
from lossplot._errors import LossplotError
from lossplot._figure.spec import OPTIONS
from lossplot._formats import files
from lossplot._gallery.browser import open_in_browser

# What makes each option that the page lacks mean something.
VALUES = {
    "only": "derivative",
    "risk": "0.3",
    "xscale": "symlog",
    "yscale": "log",
    "axis": "margin",
    "target": "1",
    "mark-loss": "0.5",
    "step": "1",
    "for": "slide",
    "size": "4x3",
    "dpi": "100",
    "style": "a.mplstyle",
    "labels": "none",
    "panels": "row",
    "title": "a",
    "xlabel": "a",
    "ylabel": "a",
    "margin": "decision",
    "font": "Inter",
    "data": "a.csv",
    "by": "a",
    "weights": "a",
    "as": "score",
    "positive": "a",
    "columns": "2",
}
LOSS = {"axis": "log-loss", "target": "squared"}


@pytest.fixture
def gallery(tmp_path: Path) -> Path:
    folder = tmp_path / "the gallery"
    folder.mkdir()
    (folder / "overlay.html").write_text("")
    return folder


def test_the_address_is_printed(gallery: Path) -> None:
    outcome = call("open", "hinge", "logistic", "-d", "--range=-2:3", "--print", "-o", str(gallery), cwd=gallery)
    wanted = f"{gallery.as_uri()}/overlay.html?hinge+logistic&derivative&range=-2:3\n"
    assert (outcome.code, outcome.text, outcome.err) == (0, wanted, "")
    alone = call("open", "mse", "--print", "--gallery", str(gallery), cwd=gallery)
    assert alone.text == f"{gallery.as_uri()}/losses/squared.html?squared\n"


def test_the_browser_opens_a_page_that_leads_to_the_address(gallery: Path, tmp_path: Path) -> None:
    browser, opened = tmp_path / "browser", tmp_path / "opened"
    browser.write_text(f'#!/bin/sh\necho "$1" > "{opened}"\n')
    browser.chmod(0o755)
    env = {"BROWSER": f"{browser} %s", "XDG_CACHE_HOME": str(tmp_path / "cache"), "HOME": str(tmp_path)}
    outcome = call("open", "hinge", "huber:delta=1", "--axis=margin", "-o", str(gallery), cwd=gallery)
    assert_fails(outcome, 2, "--axis is no option of the page")
    outcome = run("open", "a & b = exp(-m)", "hinge", "-d", "-o", str(gallery), cwd=gallery, env=env)
    assert (outcome.code, outcome.text, outcome.err) == (0, "", "")
    page = Path(opened.read_text().strip().removeprefix("file://"))
    assert page.is_relative_to(tmp_path)
    [target] = re.findall(r'content="0; url=([^"]+)"', page.read_text("utf-8"))
    assert target == f"{gallery.as_uri()}/overlay.html?a%20%26%20b%20=%20exp(-m)+hinge&amp;derivative"


def test_without_a_browser_the_address_is_told(gallery: Path, tmp_path: Path) -> None:
    env = {"PATH": "", "DISPLAY": None, "BROWSER": None, "XDG_CACHE_HOME": str(tmp_path), "HOME": str(tmp_path)}
    outcome = run("open", "hinge", "-o", str(gallery), cwd=gallery, env=env)
    assert_fails(outcome, 1, f"no browser could be started; open {gallery.as_uri()}/losses/hinge.html?hinge in one")


@pytest.fixture
def shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses that the browser is given, where the cache is in the folder of the test."""
    given: list[str] = []
    monkeypatch.setattr("lossplot._gallery.browser.cache_folder", lambda: str(tmp_path))
    monkeypatch.setattr("webbrowser.open", lambda address: not given.append(address))  # type: ignore[func-returns-value]
    return given


def test_each_view_has_a_page_of_its_own_that_leads_there(shown: list[str]) -> None:
    addresses = [f"file:///g/overlay.html{end}" for end in ("", "?hinge", "?hinge&derivative", "?hinge%20m", "?a'\"<b")]
    addresses += ["file:///g/losses/hinge.html?hinge", "file:///h/overlay.html?hinge"]
    for address in addresses * 2:
        open_in_browser(address)
    first, again = shown[: len(addresses)], shown[len(addresses) :]
    assert again == first
    assert len({*first}) == len(addresses)
    for address, given in zip(addresses, first, strict=True):
        page = Path(given.removeprefix("file://")).read_text("utf-8")
        assert [unescape(each) for each in re.findall(r'(?:url=|href=")([^"]*)"', page)] == [address] * 2


def test_a_page_that_leads_to_a_view_is_kept_for_an_hour(shown: list[str], tmp_path: Path) -> None:
    folder = tmp_path / "lossplot" / "views"
    folder.mkdir(parents=True)
    for name, age in (("old.html", 4000.0), ("new.html", 3000.0), ("old.txt", 4000.0)):
        (folder / name).write_text("")
        os.utime(folder / name, (time.time() - age,) * 2)
    open_in_browser("file:///g/overlay.html?hinge")
    [given] = shown
    assert {path.name for path in folder.iterdir()} == {"new.html", "old.txt", Path(given).name}


def test_without_a_place_for_a_page_the_browser_is_given_the_address(
    shown: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = "file:///g/overlay.html?hinge"
    (tmp_path / "file").write_text("")
    for base in ("", str(tmp_path / "file")):
        monkeypatch.setattr("lossplot._gallery.browser.cache_folder", lambda base=base: base)
        open_in_browser(address)
    assert shown == [address] * 2
    for fails in (lambda _: False, mock.Mock(side_effect=webbrowser.Error)):
        monkeypatch.setattr("webbrowser.open", fails)
        with pytest.raises(LossplotError, match=f"no browser could be started; open {re.escape(address)} in one"):
            open_in_browser(address)


@pytest.mark.parametrize("option", [each for each in OPTIONS.values() if each not in SHOWN], ids=lambda each: each.name)
def test_an_option_that_the_page_lacks_is_named_and_not_offered(option: Any, gallery: Path) -> None:
    words = [f"--{option.name}"] if option.is_flag else [f"--{option.name}={VALUES[option.name]}"]
    outcome = call("open", LOSS.get(option.name, "hinge"), *words, "--print", "-o", str(gallery), cwd=gallery)
    assert_fails(outcome, 2, f"--{option.name} is no option of the page", "leave it out")
    assert f"--{option.name} " not in call("open", "--help", cwd=gallery).text


REFUSED: dict[str, tuple[list[str], int, str]] = {
    "loss": (["zzz"], 2, "unknown loss 'zzz'"),
    "axes": (["hinge", "huber"], 2, "hinge is a function of the margin m"),
    "range": (["hinge", "--range=3:-3"], 2, "range 3 to -3 is reversed"),
    "nothing": (["log-loss", "--range=2:3"], 2, "the range 2 to 3 has no such point"),
    "weight": (["hinge", "--weight"], 2, "the weight psi(r)/r is that of an error"),
    "scale": (["perceptron", "--normalize"], 2, "cannot be scaled to 1 there"),
    "labels": (["huber", "--both-labels"], 2, "which has no labels"),
    "marks": (["hinge", "--mark=1,2"], 2, "the page marks one x, and these are 2"),
    "theme": (["hinge", "--theme=print"], 2, "the page has no theme 'print', only light and dark"),
    "language": (["hinge", "--lang=fr"], 2, "'fr'"),
    "sweep": (["huber:delta=1..2"], 2, "a sweep moves by itself"),
    "unknown": (["hinge", "--hold"], 2, "unknown option '--hold'"),
    "gallery": (["hinge", "-o", "none"], 1, "'none' has no page 'overlay.html'; make a gallery with"),
    "gallery-file": (["hinge", "-o", "overlay.html"], 1, "'overlay.html' has no page"),
    "gallery-empty": (["hinge", "-o", ""], 2, "gallery '' is no directory"),
    "gallery-null": (["hinge", "-o", "a\0"], 1, r"'a\x00' has no page"),
}


@pytest.mark.parametrize("row", REFUSED)
def test_what_cannot_be_opened_is_refused_in_one_line(row: str, gallery: Path) -> None:
    words, code, message = REFUSED[row]
    place = [] if row.startswith("gallery") else ["-o", str(gallery)]
    assert_fails(call("open", *words, "--print", *place, cwd=gallery), code, message)


def test_defaults_of_files_hold_as_far_as_the_page_has_them(gallery: Path) -> None:
    (gallery / "lossplot.toml").write_text('[defaults]\ntheme = "dark"\nlang = "zh"\nfor = "slide"\n')
    assert call("open", "hinge", "--print", "-o", ".", cwd=gallery).text.endswith("?hinge&theme=dark&lang=zh\n")
    (gallery / "lossplot.toml").write_text('[defaults]\ntheme = "print"\n')
    assert call("open", "hinge", "--print", "-o", ".", cwd=gallery).text.endswith("?hinge\n")


def test_a_loss_of_ones_own_is_its_formula(gallery: Path) -> None:
    (gallery / "lossplot.toml").write_text('[losses.mine]\nformula = "max(0, 1 - m)**2"\naxis = "margin"\n')
    address = call("open", "mine", "--print", "-o", ".", cwd=gallery).text
    assert address.endswith("/overlay.html?mine%20=%20max(0,%201%20-%20m)**2\n")


Made = list[tuple[str, str]]


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Made:
    """What is made in the cache, which takes no time."""
    found: Made = []

    def write_pages(_: object, formats: Sequence[str], folder: str, __: object, tally: Counter[str]) -> None:
        assert [*formats] == ["svg"]
        found.append(("pages", folder))
        files.make_folder(folder)
        files.write(f"{folder}/overlay.html", b"")
        tally["made"] += 1

    def draw_pictures(_: object, formats: Sequence[str], folder: str, __: object) -> Counter[str]:
        found.append(("pictures", folder))
        assert [*formats] == ["svg"]
        return Counter(made=1)

    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr("lossplot._cli.gallery.write_pages", write_pages)
    monkeypatch.setattr("lossplot._cli.gallery.draw_pictures", draw_pictures)
    monkeypatch.setattr("lossplot._cli.gallery.gallery_content", lambda quiet: None)
    return found


@pytest.mark.skipif("sys.platform in ('win32', 'darwin')", reason="has its caches elsewhere")
def test_the_pages_are_made_once_in_the_cache(made: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = str(tmp_path / "cache" / "lossplot" / "gallery")
    (tmp_path / "work").mkdir()
    first = call("open", "hinge", "--print", cwd=tmp_path / "work")
    assert (first.code, first.text) == (0, f"{Path(folder).as_uri()}/losses/hinge.html?hinge\n")
    assert [line.split(" ", 2)[1] for line in first.err.splitlines()] == ["making", "drawing"]
    assert made == [("pages", folder), ("pictures", folder)]
    second = call("open", "hinge", "--print", cwd=tmp_path / "work")
    assert (second.text, second.err) == (first.text, "")
    assert len(made) == 2
    # Other code makes them again.
    monkeypatch.setattr(pages, "_code", lambda: "another")
    call("open", "hinge", "--print", cwd=tmp_path / "work")
    assert len(made) == 4


def test_pages_are_those_of_the_names_and_the_bytes_of_all_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def code(**files: bytes) -> str:
        for name, data in files.items():
            (tmp_path / name).write_bytes(data)
        monkeypatch.setattr(
            "lossplot._formats.digest.package_files", lambda: [(name, tmp_path / name) for name in files]
        )
        return pages._code()

    packages = [
        {"a": b"1", "b": b"2"},
        {"a": b"2", "b": b"1"},
        {"a": b"1", "c": b"2"},
        {"a": b"1"},
        {"a": b"12", "b": b""},
    ]
    assert len({code(**files) for files in packages}) == len(packages)
    assert code(**packages[0]) == code(**packages[0])


@pytest.mark.skipif("sys.platform in ('win32', 'darwin')", reason="has its caches elsewhere")
def test_pages_that_cannot_be_made_are_told(made: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "work").mkdir()
    (tmp_path / "cache").write_text("a file")
    outcome = call("open", "hinge", "--print", cwd=tmp_path / "work")
    assert outcome.code == 1
    assert (outcome.text, len(outcome.err.splitlines())) == ("", 2)
    monkeypatch.setenv("XDG_CACHE_HOME", "")
    monkeypatch.setenv("HOME", "none")
    assert_fails(call("open", "hinge", "--print", cwd=tmp_path / "work"), 1, "there is no folder to keep the pages in")
    assert [what for what, _ in made] == ["pages"]


def test_the_options_of_the_page_are_offered() -> None:
    offered = {name for parameter in load("open").params if not parameter.hidden for name in parameter.opts}
    assert {f"--{option.name}" for option in SHOWN} <= offered
