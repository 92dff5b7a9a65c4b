"""What a screen reader hears of an SVG: the accessibility tree of a browser, where there is one."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Any

import pytest

from lossplot.render import prepare, render
from lossplot.spec import PANELS, FigureSpec

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
SPECS = (
    FigureSpec(("hinge", "logistic"), PANELS[:2], title='<b> & "two" losses', theme="auto"),
    FigureSpec(("huber",), preset="nature"),
)
Node = dict[str, Any]


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    driver = pytest.importorskip("playwright.sync_api")
    if not CHROMIUM:
        pytest.skip("no Chromium")
    with driver.sync_playwright() as started:
        sandbox = ["--no-sandbox"] if os.getuid() == 0 else []
        opened = started.chromium.launch(executable_path=CHROMIUM, args=sandbox)
        yield opened
        opened.close()


def pictures(browser: Any, address: str) -> list[tuple[str, str]]:
    """Name and description of what a page tells of as pictures."""
    page = browser.new_page()
    page.goto(address)
    nodes: list[Node] = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    page.close()
    told = [node for node in nodes if not node["ignored"] and node["role"]["value"] in ("image", "img")]
    return [tuple(node.get(part, {}).get("value", "") for part in ("name", "description")) for node in told]


def written(folder: Path, name: str, text: str) -> str:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path.as_uri()


def test_a_screen_reader_is_told_what_a_figure_shows(browser: Any, tmp_path: Path) -> None:
    made = [prepare(spec) for spec in SPECS]
    words = [(each.title, each.description) for each in made]
    assert all(len(description) > 100 for _, description in words)
    svgs = [render(spec, ["svg"])["svg"].decode() for spec in SPECS]
    addresses = [written(tmp_path, f"{number}.svg", svg) for number, svg in enumerate(svgs)]
    # By itself.
    assert [pictures(browser, address) for address in addresses] == [[each] for each in words]
    # Two in the text of one page, each with words of its own.
    inlined = "".join(svg[svg.index("<svg") :] for svg in svgs)
    page = written(tmp_path, "inlined.html", f"<!doctype html><meta charset=utf-8><title>t</title>{inlined}")
    assert pictures(browser, page) == words
    # As a picture it is for the page to say: what is in the file is not read, so that lossplot --alt has it for alt="".
    described = "".join(f'<img src="{n}.svg" alt="{escape(text)}">' for n, (_, text) in enumerate(words))
    page = written(tmp_path, "linked.html", f"<!doctype html><meta charset=utf-8><title>t</title>{described}")
    assert pictures(browser, page) == [(text, "") for _, text in words]
