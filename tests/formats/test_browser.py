"""An SVG in a browser, where there is one: what its accessibility tree tells, and what it shows in the dark."""

from __future__ import annotations

import io
from dataclasses import replace
from html import escape
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from lossplot._curves.panels import PANELS
from lossplot._figure.resolve import resolve
from lossplot._figure.spec import FigureSpec
from lossplot._formats.mpl.figure import prepare, render

pytestmark = pytest.mark.slow

SPECS = (
    FigureSpec(("hinge", "logistic"), PANELS[:2], title='<b> & "two" losses', theme="auto"),
    FigureSpec(("huber",), preset="nature"),
)
Node = dict[str, Any]
Pixels = NDArray[np.uint8]


def pictures(browser: Any, address: str) -> list[tuple[str, str]]:
    """Name and description of what a page tells of as pictures."""
    page = browser.new_page()
    page.set_default_timeout(60_000)
    page.goto(address)
    nodes: list[Node] = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    page.close()
    images = [node for node in nodes if not node["ignored"] and node["role"]["value"] in ("image", "img")]
    return [tuple(node.get(part, {}).get("value", "") for part in ("name", "description")) for node in images]


def pixels_of(browser: Any, address: str, scheme: str) -> Pixels:
    """What a page shows to whom prefers the `scheme`, `light` or `dark`: shape (height, width, 4)."""
    page = browser.new_page(viewport={"width": 800, "height": 700}, color_scheme=scheme)
    page.set_default_timeout(60_000)
    page.goto(address)
    png = page.screenshot()
    page.close()
    with Image.open(io.BytesIO(png)) as image:
        return np.asarray(image.convert("RGBA"))


def file_address(folder: Path, name: str, text: str) -> str:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path.as_uri()


def test_a_screen_reader_is_told_what_a_figure_shows(browser: Any, tmp_path: Path) -> None:
    prepared = [prepare(resolve(spec)) for spec in SPECS]
    words = [(each.title, each.description) for each in prepared]
    assert all(len(description) > 100 for _, description in words)
    svgs = [render(resolve(spec), ["svg"])["svg"].decode() for spec in SPECS]
    addresses = [file_address(tmp_path, f"{number}.svg", svg) for number, svg in enumerate(svgs)]
    # By itself.
    assert [pictures(browser, address) for address in addresses] == [[each] for each in words]
    # Two in the text of one page, each with words of its own.
    inlined = "".join(svg[svg.index("<svg") :] for svg in svgs)
    page = file_address(tmp_path, "inlined.html", f"<!doctype html><meta charset=utf-8><title>t</title>{inlined}")
    assert pictures(browser, page) == words
    # As a picture it is for the page to say: what is in the file is not read, so that lossplot --alt has it for alt="".
    described = "".join(f'<img src="{n}.svg" alt="{escape(text)}">' for n, (_, text) in enumerate(words))
    page = file_address(tmp_path, "linked.html", f"<!doctype html><meta charset=utf-8><title>t</title>{described}")
    assert pictures(browser, page) == [(text, "") for _, text in words]


@pytest.mark.parametrize("losses", [("hinge", "zero-one"), ("huber:delta=0.5,1,2",)])
def test_a_figure_that_follows_its_reader_is_in_the_dark_the_dark_one(
    browser: Any, tmp_path: Path, losses: tuple[str, ...]
) -> None:
    spec = FigureSpec(losses, PANELS[:2], marks=(0.5,), theme="auto")
    pixels: dict[tuple[str, str], Pixels] = {}
    for theme in ("auto", "light", "dark"):
        svg = render(resolve(replace(spec, theme=theme)), ["svg"])["svg"].decode()
        address = file_address(tmp_path, f"{theme}.svg", svg)
        pixels |= {(theme, scheme): pixels_of(browser, address, scheme) for scheme in ("light", "dark")}
    assert np.array_equal(pixels["auto", "light"], pixels["light", "light"])
    assert np.array_equal(pixels["auto", "dark"], pixels["dark", "dark"])
    assert not np.array_equal(pixels["auto", "dark"], pixels["auto", "light"])


HEAD = "<!doctype html><meta charset=utf-8>"
SWITCHES = [
    ('<html data-theme="dark"><body>{}', "light", "dark"),
    ('<html data-theme="light"><body>{}', "dark", "light"),
    ('<html class="no-js dark"><body>{}', "light", "dark"),
    ('<html><body class="light">{}', "dark", "light"),
    ('<html data-theme="dark"><body><div data-theme="light">{}</div>', "dark", "light"),  # the nearest one counts
    ('<html class="light"><body><div class="dark">{}</div>', "light", "dark"),
    ('<html data-theme="auto"><body>{}', "dark", "dark"),  # the page leaves it to the reader
    ('<html data-theme="auto"><body>{}', "light", "light"),
    ('<html data-bs-theme="dark"><body>{}', "light", "dark"),
    ('<html><body data-jp-theme-light="false">{}', "light", "dark"),
]


@pytest.mark.parametrize(("page", "scheme", "theme"), SWITCHES)
def test_a_figure_in_a_page_obeys_the_switch_of_the_page(
    browser: Any, tmp_path: Path, page: str, scheme: str, theme: str
) -> None:
    spec = FigureSpec(("huber:delta=0.5,1,2",), marks=(0.5,))
    svgs = [render(resolve(replace(spec, theme=each)), ["svg"])["svg"].decode() for each in ("auto", theme)]
    addresses = [
        file_address(tmp_path, f"{number}.html", HEAD + page.format(svg[svg.index("<svg") :]))
        for number, svg in enumerate(svgs)
    ]
    # The element of the page that has the switch has no colours of its own, so that only the figures can differ.
    ours, theirs = (pixels_of(browser, address, scheme) for address in addresses)
    assert np.array_equal(ours, theirs)


@pytest.mark.parametrize(("theme", "scheme"), [("dark", "light"), ("light", "dark")])
def test_a_figure_by_itself_obeys_its_own_switch(browser: Any, tmp_path: Path, theme: str, scheme: str) -> None:
    spec = FigureSpec(("hinge", "zero-one"), theme="auto")
    auto, wanted = (render(resolve(replace(spec, theme=each)), ["svg"])["svg"].decode() for each in ("auto", theme))
    switched = auto.replace("<svg ", f'<svg data-theme="{theme}" ', 1)
    addresses = [file_address(tmp_path, f"{number}.svg", svg) for number, svg in enumerate((switched, wanted))]
    ours, theirs = (pixels_of(browser, address, scheme) for address in addresses)
    assert np.array_equal(ours, theirs)
