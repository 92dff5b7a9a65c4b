"""The page that trains in the browser: played, stepped, changed, linked to, by keyboard and in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.browser import Site, axe_script

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.slow

ENDED = "() => lossplot.training().epoch === {}"


def test_it_plays_to_the_end_and_says_so_once(site: Site) -> None:
    with site.visit("train.html?hinge+squared-hinge&epochs=30") as page:
        page.locator("#play").click()
        page.wait_for_function(ENDED.format(30))
        assert page.locator("#epoch").inner_text() == "Epoch 30 of 30"
        assert page.locator("#results tbody td:nth-child(5)").all_inner_texts() == ["100\u202f%", "100\u202f%"]
        assert page.locator("#voice").inner_text().startswith("Epoch 30; Hinge: 100")
        assert page.locator("#play").inner_text() == "Play"
        assert page.locator("#runs canvas[aria-label]").count() == 6


def test_the_keyboard_steps_and_begins_again(site: Site) -> None:
    with site.visit("train.html") as page:
        page.locator("#runs").focus()
        page.keyboard.press("ArrowRight")
        page.keyboard.press("ArrowRight")
        assert page.evaluate("lossplot.training().epoch") == 2
        page.keyboard.press("Home")
        assert page.evaluate("lossplot.training().epoch") == 0


def test_the_state_stands_in_the_address_and_in_the_command(site: Site) -> None:
    with site.visit("train.html?hinge&data=moons") as page:
        page.locator("#set-hidden").select_option("8,8")
        page.locator("#set-seed").fill("3")
        page.locator("#set-seed").press("Tab")
        page.locator("#add").select_option("log-loss")
        page.wait_for_url("**/train.html?hinge+log-loss&data=moons&hidden=8,8&seed=3")
        command = "lossplot train hinge log-loss --data=moons --hidden=8,8 --epochs=150 --seed=3"
        assert page.locator("#command").inner_text() == command
        page.reload()
        assert page.locator("#command").inner_text() == command
        page.locator("#set-data").select_option("line")
        assert page.locator("#command").inner_text().startswith("lossplot train squared absolute --data=line")
        page.locator("#set-seed").fill("many")
        page.locator("#set-seed").press("Tab")
        assert "Seed cannot be" in page.locator("#problem").inner_text()


def test_what_cannot_be_trained_is_said(site: Site) -> None:
    with site.visit("train.html?cosine-distance+hinge+nothing&colour=red&batch=0&seed=-1") as page:
        assert "colour=red, batch=0, seed=-1, cosine-distance, nothing" in page.locator("#problem").inner_text()
        assert page.locator(".run").count() == 1


def test_a_link_may_ask_for_anything(site: Site) -> None:
    losses = "__proto__+constructor+hinge:threshold=1e999+hinge:nothing=3+huber:delta=-1+logistic"
    settings = "__proto__=3&data=toString&hidden=64,64,64,64,64&hidden=1e9&epochs=1e99&lr=inf&noise=nan&seed=4294967296"
    with site.visit(f"train.html?{losses}&{settings}&lr=%E0%A4%A") as page:
        assert page.locator("#problem").inner_text().endswith(", …")
        assert page.locator("#command").inner_text() == "lossplot train logistic --epochs=150 --seed=0"
        page.locator("#step").click()
        assert page.evaluate("lossplot.training().epoch") == 1


def test_extreme_networks_are_trained_and_drawn(site: Site) -> None:
    with site.visit("train.html?hinge+logistic&hidden=64,64,64,64&lr=1000000&batch=1000&epochs=2") as page:
        page.locator("#play").click()
        page.wait_for_function("document.getElementById('play').textContent === 'Play'")
        assert page.locator("#results tbody tr").count() == 2


def test_the_words_below_the_pictures_are_true_of_the_data(site: Site) -> None:
    with site.visit("train.html?hinge") as page:
        for data, words in (("circles", "margins −1 and 1"), ("line", "The line is the fit"), ("moons", "margins −1")):
            page.locator("#set-data").select_option(data)
            hints = page.locator(".hint[data-of]:visible").all_inner_texts()
            assert len(hints) == 1
            assert words in hints[0]


def test_without_scripts_the_page_says_what_it_needs(site: Site) -> None:
    with site.visit("train.html", java_script_enabled=False) as page:
        assert "It needs JavaScript" in page.locator("main").inner_text()
        assert page.locator("#play").is_hidden()


def test_it_is_played_by_the_keyboard_alone(site: Site) -> None:
    with site.visit("train.html?hinge&epochs=20") as page:
        reached: list[str] = []
        while "set-seed" not in reached and len(reached) < 60:
            page.keyboard.press("Tab")
            reached.append(page.evaluate("document.activeElement.id"))
        assert [name for name in reached if name in ("play", "step", "reset", "pace", "runs", "add", "set-seed")] == [
            *("play", "step", "reset", "pace", "runs", "add", "set-seed"),
        ]
        page.locator("#runs").focus()
        page.keyboard.press(" ")
        page.wait_for_function(ENDED.format(20))
        assert page.evaluate("document.activeElement.id") == "runs"


def test_every_figure_leads_to_its_training(site: Site) -> None:
    with site.visit("losses/huber.html?huber:delta=2") as page:
        page.locator("#train").click()
        page.wait_for_url("**/train.html?huber:delta=2")
        assert page.locator("#command").inner_text().startswith("lossplot train huber:delta=2 --data=line")
    with site.visit("overlay.html?hinge+ramp") as page:
        page.locator("#train").click()
        page.wait_for_url("**/train.html?hinge+ramp")
    for path in ("losses/triplet.html", "losses/smape.html"):
        with site.visit(path) as page:
            assert page.locator("#train").is_hidden()


@pytest.mark.parametrize(
    ("path", "scheme", "width"),
    [
        ("train.html?hinge+logistic+savage+ramp", "light", 1300),
        ("train.html?log-loss&data=blobs&classes=5", "dark", 390),
        ("zh/train.html?squared+huber&data=line", "light", 320),
        ("zh/train.html?hinge+nothing", "dark", 1300),
    ],
)
def test_it_fits_and_is_accessible(site: Site, path: str, scheme: str, width: int) -> None:
    with site.visit(path, color_scheme=scheme, viewport={"width": width, "height": 800}) as page:
        page.locator("#step").click()
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert faults(page) == []


def faults(page: Page) -> list[str]:
    page.evaluate(axe_script())
    found = page.evaluate(
        "axe.run({ preload: false }).then(({ violations }) => violations.map(({ id, nodes }) => id + nodes[0].html))"
    )
    return list(found)


def test_where_nothing_may_move_pictures_wait_for_the_end(site: Site) -> None:
    with site.visit("train.html?hinge&epochs=30", reduced_motion="reduce") as page:
        page.evaluate(
            "() => { window.drawn = 0; new MutationObserver(() => drawn++)"
            ".observe(document.getElementById('results'), { childList: true, subtree: true }); }"
        )
        page.locator("#play").click()
        page.wait_for_function(ENDED.format(30))
        page.wait_for_timeout(50)
        assert 1 <= page.evaluate("drawn") <= 4
