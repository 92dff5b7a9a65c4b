"""The page for every visitor: by any link, by keyboard, on a telephone, without scripts, under a strict policy."""

from __future__ import annotations

import mimetypes
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest
from support.browser import PATIENCE, Site, go, reload

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page, Route

pytestmark = pytest.mark.slow

STATE = "losses/huber.html?huber:delta=2&x=1"
TELEPHONES = [(320, 568), (360, 640), (390, 800), (430, 932)]


def command(page: Page) -> str:
    return page.locator("#command").inner_text()


def settle(page: Page) -> None:
    """Wait until the page would have written its address."""
    page.wait_for_timeout(600)


# --- addresses ---


@pytest.mark.parametrize("path", [STATE, "overlay.html", "losses/hinge.html", "index.html?q=huber"])
def test_a_visit_leaves_the_address_as_it_is(site: Site, path: str) -> None:
    with site.visit(path) as page:
        page.mouse.move(400, 500)
        page.mouse.move(420, 520)
        settle(page)
        assert page.url == site.address(path)


def test_links_to_sections_leave_the_state_alone(site: Site) -> None:
    with site.visit(STATE) as page:
        page.locator(".skip").focus()
        page.keyboard.press("Enter")
        page.locator("#origins a").first.click()
        assert page.url == site.address(f"{STATE}#origins")
        assert command(page) == "lossplot huber:delta=2 --mark=1"
        page.locator("[data-parameter]").nth(1).fill("3")
        page.wait_for_url("**/huber.html?huber:delta=3&x=1#origins")
        reload(page)
        assert command(page) == "lossplot huber:delta=3 --mark=1"
        links = page.locator("h2 a").evaluate_all("all => all.map(e => [e.getAttribute('href'), e.parentElement.id])")
        assert len(links) == 6
        assert [href for href, name in links if href != f"#{name}"] == []


def test_a_refused_address_stays_until_something_else_is_asked_for(site: Site) -> None:
    path = "overlay.html?hinge+nothing&colour=red"
    with site.visit(path) as page:
        assert "nothing, colour=red" in page.locator("#problem").inner_text()
        settle(page)
        assert page.url == site.address(path)
        page.locator("[value=derivative]").check()
        page.wait_for_url("**/overlay.html?hinge&derivative")


def test_addresses_of_old_are_read(site: Site) -> None:
    with site.visit("losses/huber.html#huber:delta=2&x=1") as page:
        assert command(page) == "lossplot huber:delta=2 --mark=1"
        page.locator("[data-parameter]").nth(1).fill("3")
        page.wait_for_url("**/huber.html?huber:delta=3&x=1")
    with site.visit("index.html#q=huber&pick=huber") as page:
        assert page.locator("#search").input_value() == "huber"
        assert page.locator("#picked li").all_inner_texts() == ["Huber"]


HOSTILE = [
    *("constructor", "__proto__", "toString+hinge", "hinge:constructor=1", "hasOwnProperty&valueOf=1"),
    *("%E4%BD", "%00", "&&&&", "++++", "=", "?", ":::", "hinge:threshold=1e999", "hinge&range=NaN:1", "hinge&x=1e308"),
    *("<script>alert(1)</script>", '"onmouseover=alert(1)', "hinge&range=-1e100:1e100", "hinge&range=1:1.000000001"),
    *("power:p=0.001", "barron:alpha=-inf", "+".join(f"huber:delta={i}" for i in range(1, 400)), "x" * 5000),
]


def test_no_address_breaks_the_page(site: Site) -> None:
    with site.visit("overlay.html") as page:
        for place, words in enumerate(HOSTILE):
            # By turns a query and a fragment: each is another page to load.
            go(page, site.address(f"overlay.html{'?#'[place % 2]}{words}"))
            assert page.locator("#figure svg").count() == 1, words
            assert command(page).startswith("lossplot "), words
            assert len(page.locator("#problem").inner_text()) < 700, words
        for words in ("q=(", "q=%E4%BD", "axis=constructor&is=__proto__&pick=toString,hinge", "pick=,,", "&=&"):
            go(page, site.address(f"index.html?{words}"))
            assert page.locator("#count").inner_text() != "", words


def test_a_theme_that_is_none_is_not_put_on(site: Site) -> None:
    with site.visit("index.html") as page:
        page.evaluate("localStorage.theme = 'constructor'")
        reload(page)
        assert page.locator("#theme").get_attribute("title") == "As the system"


def test_the_other_language_shows_the_same(site: Site) -> None:
    with site.visit(STATE) as page:
        page.locator("[data-parameter]").nth(1).fill("3")
        page.locator(".toggles a").click()
        page.wait_for_url("**/zh/losses/huber.html?huber:delta=3&x=1")
        assert command(page) == "lossplot huber:delta=3 --mark=1 --lang=zh"
    with site.visit("index.html") as page:
        page.locator("#search").fill("huber")
        page.locator(".toggles a").click()
        page.wait_for_url("**/zh/index.html?q=huber")


# --- what is true at other values ---


def test_what_holds_at_the_usual_values_says_so_where_others_are_shown(site: Site) -> None:
    with site.visit("losses/huber.html") as page:
        for folded in page.locator(".folded > details > summary").all():
            folded.click()
        notes = page.locator(".held")
        assert {*notes.all_inner_texts()} == {"(at δ = 1)"}
        page.locator("[data-parameter]").nth(1).fill("2")
        assert {*notes.all_inner_texts()} == {"(at δ = 1); the figure shows δ = 2"}
        assert notes.count() == 4
    with site.visit("losses/hinge.html") as page:
        assert page.locator(".formulas .hint").first.inner_text() == "None at m = 1 (at threshold = 1, β = 1)"
        assert page.locator("#knots button").all_inner_texts() == ["corner at 1"]
        page.locator("#corners > summary").click()
        row = page.locator("#corners tbody tr").first
        assert row.locator("th, td").all_inner_texts() == ["m = 1", "corner", "Derivative", "−1", "0"]


# --- without scripts ---


@pytest.mark.parametrize("path", ["index.html", "figures.html", "zh/losses/huber.html", "overlay.html"])
def test_without_scripts_nothing_is_dead(site: Site, path: str) -> None:
    with site.visit(path, java_script_enabled=False) as page:
        for dead in ("button:visible", "input:visible", "select:visible", "#figure:visible", "#tray:visible"):
            assert page.locator(dead).count() == 0, dead
        assert page.locator(".toggles a:visible").count() == 1
        if path != "overlay.html":
            assert page.locator("img:visible").count() >= 2
        if path not in ("overlay.html", "figures.html"):
            assert page.locator("math:visible").count() >= 2
        page.locator(".toggles a").click()
        assert page.locator("html").get_attribute("lang") == ("en" if path.startswith("zh") else "zh")


# --- a strict policy ---

POLICY = "default-src 'self'; base-uri 'none'; object-src 'none'"
HOST = "http://gallery.example"


@contextmanager
def strict_visit(site: Site, path: str, **options: Any) -> Iterator[tuple[Page, list[str]]]:
    """The page from a server that has a strict policy, and what the browser complains of."""
    context = site.browser.new_context(viewport={"width": 1300, "height": 1000}, locale="en-GB", **options)
    context.set_default_timeout(PATIENCE)

    def answer(route: Route) -> None:
        file = site.folder / urlsplit(route.request.url).path[1:]
        kind = mimetypes.guess_type(file)[0] or "font/woff2"
        headers = {"Content-Security-Policy": POLICY, "Content-Type": kind}
        route.fulfill(status=200, body=file.read_bytes(), headers=headers)

    context.route("**", answer)
    page = context.new_page()
    noises: list[str] = []
    page.on("console", lambda message: noises.append(message.text))
    page.on("pageerror", lambda error: noises.append(str(error)))
    try:
        go(page, f"{HOST}/{path}")
        yield page, noises
    finally:
        context.close()


@pytest.mark.parametrize(
    "path", ["index.html?q=huber", "zh/overlay.html", "overlay.html?max(0,1-m)**k:k=2", "losses/huber.html"]
)
def test_a_strict_policy_takes_nothing_away(site: Site, path: str) -> None:
    with strict_visit(site, path) as (page, noises):
        if "index" not in path:
            for name in ("png", "svg", "csv"):
                with page.expect_download() as download:
                    page.locator(f"#save-{name}").click()
                assert download.value.path().stat().st_size > 1000
            assert path != "losses/huber.html" or "Lossplot Termes Math" in loaded_fonts(page)
        else:
            page.locator(".card:visible").first.filter(
                has=page.locator("h3", has_text=re.compile("^Huber$"))
            ).wait_for()
        assert noises == []


def test_a_picture_that_is_saved_is_that_on_the_screen(site: Site) -> None:
    """The PNG is painted by script; the browser's own picture of the same figure differs in the rims of lines alone."""
    with site.visit("overlay.html?hinge+logistic+zero-one&derivative&x=0.5") as page:
        share = page.evaluate(
            """async () => {
              let blob = null;
              URL.createObjectURL = (each) => ((blob = each), "about:blank");
              HTMLAnchorElement.prototype.click = () => {};
              document.querySelector("#save-png").click();
              while (!blob) await new Promise(requestAnimationFrame);
              const svg = document.querySelector("#figure svg");
              const image = new Image();
              image.src = `data:image/svg+xml,${encodeURIComponent(svg.outerHTML.replace(/<text.*?<\\/text>/g, ""))}`;
              for (const text of [...svg.querySelectorAll("text")]) text.remove();
              blob = null;
              document.querySelector("#save-png").click();
              while (!blob) await new Promise(requestAnimationFrame);
              await image.decode();
              const saved = await createImageBitmap(blob);
              const pixels = (picture) => {
                const canvas = document.createElement("canvas");
                [canvas.width, canvas.height] = [saved.width, saved.height];
                const pen = canvas.getContext("2d");
                pen.drawImage(picture, 0, 0, saved.width, saved.height);
                return pen.getImageData(0, 0, saved.width, saved.height).data;
              };
              const [mine, theirs] = [pixels(saved), pixels(image)];
              let off = 0;
              for (let i = 0; i < mine.length; i++) off += Math.abs(mine[i] - theirs[i]) > 60;
              return off / mine.length;
            }"""
        )
        assert share < 1e-3


def test_what_cannot_be_saved_says_so(site: Site) -> None:
    with site.visit("losses/huber.html") as page:
        page.evaluate("void (URL.createObjectURL = () => { throw new Error('no room') })")
        page.evaluate("void (HTMLCanvasElement.prototype.toBlob = (take) => take(null))")
        for name in ("png", "svg", "csv"):
            page.locator(f"#save-{name}").click()
            page.get_by_role("button", name="Not saved").first.wait_for()
        page.evaluate("void (navigator.clipboard.writeText = async () => { throw new Error('no') })")
        page.locator("#copy-link").click()
        page.get_by_role("button", name="Not copied").wait_for()


# --- telephones ---


def box(element: Locator) -> dict[str, float]:
    found = element.bounding_box()
    assert found
    return {name: float(found[name]) for name in ("x", "y", "width", "height")}


@pytest.mark.parametrize(("width", "height"), TELEPHONES)
@pytest.mark.parametrize("panels", ["", "&derivative&second-derivative"])
def test_curve_and_sliders_are_on_the_screen_together(site: Site, width: int, height: int, panels: str) -> None:
    path = f"overlay.html?hinge+smoothed-hinge+ramp+savage+pinball-hinge{panels}"
    with site.visit(path, viewport={"width": width, "height": height}, reduced_motion="reduce") as page:
        for slider in page.locator("#curves input[type=range]").all():
            slider.evaluate("e => e.scrollIntoView({ block: 'end' })")
            figure, place = box(page.locator("#figure svg")), box(slider)
            assert figure["y"] >= -1
            assert figure["y"] + figure["height"] <= place["y"] + 1
            assert place["y"] + place["height"] <= height + 1
        assert page.evaluate("document.documentElement.scrollWidth") == width


@pytest.mark.parametrize(("width", "height"), TELEPHONES)
def test_the_reading_fits_a_telephone_and_the_page_is_not_endless(site: Site, width: int, height: int) -> None:
    path = "losses/hampel.html?hampel+huber&derivative&second-derivative&x=1"
    with site.visit(path, viewport={"width": width, "height": height}) as page:
        reading = page.locator("#reading")
        assert reading.evaluate("e => e.scrollWidth <= e.clientWidth")
        assert len(reading.locator("[data-value]").all()) == 6
        assert reading.locator("th").all_inner_texts() == ["r = 1", "Hampel", "Huber"]
        assert page.evaluate("document.documentElement.scrollHeight") < 7000
        properties = page.locator("#properties")
        properties.locator("summary").first.click()
        assert box(properties)["height"] < 1200
        properties.locator("summary").nth(1).click()
        assert "chord" in properties.locator("details p").first.inner_text()


def test_a_link_opens_the_section_that_it_names(site: Site) -> None:
    with site.visit("losses/huber.html#corners") as page:
        assert page.locator("#corners tbody tr").count() == 2
        page.locator("#corners tbody").wait_for()
        assert page.locator("#properties table").is_hidden()
        page.evaluate("location.hash = 'properties'")
        page.locator("#properties tbody").wait_for()
        page.evaluate("location.hash = '%E0%A4'")


def test_every_box_that_scrolls_can_be_reached_by_keyboard(site: Site) -> None:
    reachable = """() => [...document.querySelectorAll("main *")].filter((e) => {
      const { overflowX } = getComputedStyle(e);
      return /auto|scroll/.test(overflowX) && e.scrollWidth > e.clientWidth && e.tabIndex < 0;
    }).map((e) => e.outerHTML.slice(0, 100))"""
    for path in (
        "losses/hampel.html?hampel&derivative&second-derivative&x=1",
        "zh/overlay.html",
        "index.html?q=hampel",
    ):
        with site.visit(path, viewport={"width": 320, "height": 640}) as page:
            page.wait_for_function(f"({reachable})().length === 0")


# --- forced colours ---


def test_forced_colours_tell_what_is_checked(site: Site) -> None:
    with site.visit("index.html", forced_colors="active") as page:
        chip = page.locator(".chip", has=page.locator("[value=convex]"))
        before = chip.screenshot()
        chip.click()
        page.mouse.move(0, 0)
        page.evaluate("document.activeElement.blur()")
        assert chip.screenshot() != before
        assert chip.locator("input").evaluate("e => getComputedStyle(e).opacity") == "1"
    with site.visit("overlay.html", forced_colors="active", color_scheme="dark") as page:
        swatch = page.locator(".swatch").first.evaluate("e => getComputedStyle(e, '::before').backgroundColor")
        assert re.match(r"rgb", swatch)
        assert (
            page.locator(".swatch").first.evaluate("e => getComputedStyle(e, '::before').forcedColorAdjust") == "none"
        )


# --- formulas and speed ---


def loaded_fonts(page: Page) -> str:
    """The families of the fonts that the page has loaded, joined."""
    return str(
        page.evaluate(
            "document.fonts.ready.then(() => "
            "[...document.fonts].filter(f => f.status === 'loaded').map(f => f.family).join())"
        )
    )


def test_formulas_have_letters_whose_braces_grow(site: Site) -> None:
    with site.visit("losses/huber.html") as page:
        assert "Lossplot Termes Math" in loaded_fonts(page)
        brace = box(page.locator("math mo", has_text="{").first)
        table = box(page.locator("math mtable").first)
        assert brace["height"] > 0.8 * table["height"]


def test_cards_out_of_sight_are_not_laid_out_on_load(site: Site) -> None:
    drawn = """() => [...document.querySelectorAll(".card .formula")].slice(60).filter(
      (each) => each.checkVisibility({ contentVisibilityAuto: true }) || each.hasAttribute("aria-label"),
    ).length"""
    with site.visit("index.html") as page:
        settle(page)
        assert page.evaluate(drawn) <= page.locator(".card .long").count()
        long = page.locator(".card .formula:not(.long)").nth(60)
        long.scroll_into_view_if_needed()
        assert page.evaluate(drawn) > 0
