"""Laws of every kind of page: accessible, at any width and zoom, on paper, and light to load."""

from __future__ import annotations

import gzip
import re
from typing import Any

import pytest
from support.browser import Site, axe_script, go

from lossplot._losses import LOSSES

pytestmark = pytest.mark.slow

PAGES = ("index.html", "figures.html", "losses/huber.html", "overlay.html", "zh/overlay.html", "train.html")
CHINESE = ("zh/index.html", "zh/figures.html", "zh/losses/huber.html", "zh/train.html")
SCHEMES = ("light", "dark")
# WCAG 2.2, success criterion 2.5.8: a target is 24 pixels wide and high, or has as much room around it.
RULES = {"target-size": {"enabled": True}}
# What may differ in the dark, and on a narrow window.
IN_THE_DARK = ["color-contrast", "target-size"]
WIDTHS = (320, 360, 414, 600, 768, 1024, 1280, 1440, 1920)
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing_on_any_kind_of_page(site: Site, path: str, scheme: str) -> None:
    viewport = {"width": 390 if scheme == "dark" else 1280, "height": 900}
    with site.visit(path, color_scheme=scheme, viewport=viewport, reduced_motion="reduce") as page:
        page.evaluate(axe_script())
        chosen = {"rules": RULES} if scheme == "light" else {"runOnly": IN_THE_DARK}
        found: dict[str, list[dict[str, Any]]] = page.evaluate(
            "(chosen) => axe.run({ exclude: [] }, { preload: false, ...chosen })", chosen
        )
    faults = [(each["id"], len(each["nodes"]), each["nodes"][0]["html"]) for each in found["violations"]]
    assert faults == []
    assert {"color-contrast", "target-size"} <= {each["id"] for each in found["passes"]}


@pytest.mark.parametrize("path", [*PAGES, *CHINESE])
def test_no_page_is_wider_than_its_window(site: Site, path: str) -> None:
    with site.visit(path) as page:
        wide = []
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            page.evaluate("new Promise(requestAnimationFrame)")
            wide += [width] if page.evaluate(SIDEWAYS) > 0 else []
        assert wide == []
        # Larger letters alone, as a reader may set them.
        page.set_viewport_size({"width": 1280, "height": 800})
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        page.evaluate("new Promise(requestAnimationFrame)")
        assert page.evaluate(SIDEWAYS) <= 0


@pytest.mark.parametrize("path", [*PAGES, *CHINESE])
def test_all_can_be_used_at_twice_the_size(site: Site, path: str) -> None:
    """A window 1280 pixels wide at 200 %: nothing is wider, and no word of a control is cut off."""
    cut = """() => [...document.querySelectorAll("button, .button, select, summary, th, h1, h2, h3")]
      .filter((e) => e.checkVisibility() && getComputedStyle(e).overflowX !== "visible")
      .filter((e) => e.scrollWidth > e.clientWidth + 1)
      .map((e) => e.outerHTML.slice(0, 80))"""
    with site.visit(path, viewport={"width": 640, "height": 400}, device_scale_factor=2) as page:
        assert page.evaluate(SIDEWAYS) <= 0
        assert page.evaluate(cut) == []


# Those with the most to say: libraries, tasks, cases of the formula; and one with little.
PRINTED = ("hinge", "logistic", "log-loss", "focal", "huber", "hampel", "adaptive-wing", "aft-normal", "exponential")


def test_a_loss_is_printed_on_one_page(site: Site) -> None:
    import pymupdf

    with site.visit("losses/hinge.html") as page:
        for name in PRINTED:
            go(page, site.address(f"losses/{name}.html"))
            with pymupdf.open("pdf", page.pdf(format="A4")) as paper:  # type: ignore[no-untyped-call]
                assert paper.page_count == 1, name
                words = " ".join(paper[0].get_text().split())
            for wanted in (LOSSES[name].title, "Formula", "Derivative", "Origins", "lossplot"):
                assert wanted in words, name


@pytest.mark.parametrize("path", [*PAGES, *CHINESE])
def test_forced_colours_keep_every_control_to_be_seen(site: Site, path: str) -> None:
    """Controls without a border of their own would be words among others."""
    bare = """() => [...document.querySelectorAll("button, input, select, .button")]
      .filter((e) => e.checkVisibility() && !["range", "checkbox"].includes(e.type))
      .filter((e) => parseFloat(getComputedStyle(e).borderTopWidth) === 0)
      .map((e) => e.outerHTML.slice(0, 80))"""
    with site.visit(path, forced_colors="active") as page:
        assert page.evaluate(bare) == []


@pytest.mark.parametrize("path", [*PAGES, *CHINESE])
def test_little_stands_in_the_way_of_the_first_paint(site: Site, path: str) -> None:
    html = site.files[path].decode()
    scripts = re.findall("<script ([^>]*)>", html)
    waiting = [re.findall('src="([^"]*)"', each)[0] for each in scripts if "defer" not in each]
    styles = re.findall('<link rel="stylesheet" href="([^"]*)"', html)
    assert ([each.rpartition("/")[2] for each in waiting], len(styles)) == (["first.js"], 1)
    blocking = [site.files[f"assets/{name}"] for name in ("first.js", "style.css")]
    assert sum(len(gzip.compress(each)) for each in blocking) < 8_000
    assert sum(len(gzip.compress(each)) for each in blocking) + len(gzip.compress(site.files[path])) < 30_000


def test_no_page_has_what_a_strict_policy_forbids(site: Site) -> None:
    pages = {path: content.decode() for path, content in site.files.items() if path.endswith(".html")}
    assert len(pages) > 2 * len(LOSSES)
    for path, html in pages.items():
        tags = re.findall("<[a-z][^>]*>", html)
        assert not [tag for tag in tags if re.search(r"\s(?:style|on[a-z]+)=", re.sub('"[^"]*"', '""', tag))], path
        assert not re.search("<style|<script>|<script (?![^>]*src=)|javascript:", html), path


@pytest.mark.parametrize("path", [*PAGES, *CHINESE])
def test_a_page_says_what_it_is_to_those_who_list_it(site: Site, path: str) -> None:
    html = site.files[path].decode()
    [description] = re.findall('<meta name="description" content="([^"]*)"', html)
    [title] = re.findall("<title>(.*?)</title>", html)
    assert len(description) >= (15 if path.startswith("zh/") else 50)
    assert 5 <= len(title) <= 90
    assert re.search('<html lang="(en|zh)">', html)
    assert html.count("<h1") == 1
    assert 'name="viewport" content="width=device-width, initial-scale=1"' in html


def test_every_name_in_the_style_is_that_of_something(site: Site) -> None:
    style = re.sub(r"/\*.*?\*/|\{[^{}]*\}", " ", site.files["assets/style.css"].decode(), flags=re.DOTALL)
    names = {*re.findall(r"[.#]([a-zA-Z][\w-]*)", style)}
    assert len(names) > 60
    html = " ".join(site.files[path].decode() for path in (*PAGES, "zh/losses/log-loss.html"))
    words = {word for each in re.findall(r'(?:class|id)="([^"]*)"', html) for word in each.split()}
    scripts = " ".join(site.files[f"assets/{name}.js"].decode() for name in ("catalogue", "live", "train"))
    words |= {
        word for each in re.findall(r'"([\w -]+)"|class=\\?"([\w -]+)', scripts) for one in each for word in one.split()
    }
    assert sorted(names - words) == []
