"""The view of the live figure: zoomed and moved by wheel, mouse, fingers, keys and buttons, and told in the address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

import pytest
from support.browser import Site, go, reload

from lossplot._figure.options import read_spec
from lossplot._figure.resolve import resolve
from lossplot._gallery.browser import open_in_browser
from lossplot._gallery.page.view_address import view_address

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.slow

OVERLAY = "overlay.html?huber+squared&derivative&range=-4:4&ylim=-1:9"

# True once a frame has passed without scrolling.
STILL = """() => new Promise((resolve) => {
  const before = scrollY;
  setTimeout(() => resolve(scrollY === before), 200);
})"""


def command(page: Page) -> str:
    """The command of what is shown: of several changes in one frame the last is drawn with the next."""
    page.evaluate("new Promise(requestAnimationFrame)")
    return page.locator("#command").inner_text()


def option(page: Page, name: str) -> tuple[float, float] | None:
    found = re.search(rf"--{name}=([^:\s]+):([^:\s]+)", command(page))
    return (float(found[1]), float(found[2])) if found else None


def view(page: Page) -> list[float]:
    """The ends of the range and of the heights that the command has."""
    span, heights = option(page, "range"), option(page, "ylim")
    assert span
    assert heights
    return [*span, *heights]


def assert_usual(page: Page) -> None:
    assert (option(page, "range"), option(page, "ylim")) == (None, None)
    assert page.locator("#usual").is_disabled()


def changed(page: Page, before: str) -> str:
    """The command, once it is another one."""
    page.wait_for_function("(before) => document.querySelector('#command').textContent !== before", arg=before)
    return command(page)


def assert_kept(page: Page, shown: str) -> None:
    """The address keeps what the command says, once it has been written."""
    words = [word.removeprefix("--").replace("mark=", "x=") for word in shown.split() if word.startswith("--")]
    page.wait_for_url(lambda url: all(f"&{word}" in unquote(url) for word in words))
    reload(page)
    assert command(page) == shown


@contextmanager
def overlay(site: Site, path: str = OVERLAY, **options: Any) -> Iterator[tuple[Page, dict[str, float]]]:
    """The page, and in its pixels the box of the first panel."""
    with site.visit(path, reduced_motion="reduce", **options) as page:
        page.locator("#figure").scroll_into_view_if_needed()
        box = page.evaluate(
            """() => {
              const { x, y } = document.querySelector("#figure svg").getBoundingClientRect();
              const clip = document.querySelector("#figure clipPath rect");
              const [left, top, width, height] = ["x", "y", "width", "height"].map((name) => +clip.getAttribute(name));
              return { x: x + left, y: y + top, width, height };
            }"""
        )
        yield page, box


def at(box: dict[str, float], across: float, down: float) -> tuple[float, float]:
    return box["x"] + across * box["width"], box["y"] + down * box["height"]


def test_the_wheel_scrolls_the_page_unless_ctrl_or_the_focus_asks_for_the_figure(site: Site) -> None:
    with overlay(site, viewport={"width": 1300, "height": 500}) as (page, box):
        before = command(page)
        page.mouse.move(*at(box, 0.75, 0.5))
        start = page.evaluate("scrollY")
        page.mouse.wheel(0, 100)
        page.wait_for_function("(start) => scrollY > start", arg=start)
        assert view(page) == [-4.0, 4.0, -1.0, 9.0]
        page.mouse.wheel(0, -100)
        page.wait_for_function(STILL)
        start = page.evaluate("scrollY")

        page.keyboard.down("Control")
        page.mouse.wheel(0, -100)
        page.keyboard.up("Control")
        closer = changed(page, before)
        assert page.evaluate("scrollY") == start
        left, right, bottom, top = view(page)
        # What is at the pointer stays there: a quarter of the view is to its right, half of it below.
        assert [right - left, top - bottom] == pytest.approx([6.4, 8.0], abs=0.1)
        assert left + 0.75 * (right - left) == pytest.approx(2.0, abs=0.1)
        assert bottom + 0.5 * (top - bottom) == pytest.approx(4.0, abs=0.1)

        page.locator("#figure").focus()
        page.wait_for_function(STILL)
        start = page.evaluate("scrollY")
        page.mouse.wheel(0, 100)
        changed(page, closer)
        assert page.evaluate("scrollY") == start
        page.keyboard.press("Escape")
        page.mouse.wheel(0, 100)
        page.wait_for_function("(start) => scrollY > start", arg=start)


def test_a_drag_moves_the_view_and_a_click_reads(site: Site) -> None:
    with overlay(site) as (page, box):
        page.mouse.click(*at(box, 0.75, 0.5))
        assert view(page) == [-4.0, 4.0, -1.0, 9.0]
        before = command(page)
        assert float(re.search(r"--mark=(\S+)", before)[1]) == pytest.approx(2.08, abs=0.05)  # type: ignore[index]
        page.mouse.move(*at(box, 0.5, 0.5))
        page.mouse.down()
        page.mouse.move(*at(box, 0.6, 0.5), steps=4)
        page.mouse.up()
        level = changed(page, before)
        # A tenth of what is drawn, which is a little more than the view.
        assert view(page) == pytest.approx([-4.83, 3.17, -1.0, 9.0], abs=0.02)
        page.mouse.move(*at(box, 0.5, 0.5))
        page.mouse.down()
        page.mouse.move(*at(box, 0.4, 0.7), steps=4)
        page.mouse.up()
        changed(page, level)
        assert view(page) == pytest.approx([-4.0, 4.0, 1.0, 11.0], abs=0.05)
        page.mouse.move(0, 0)
        assert_kept(page, command(page))


def test_two_fingers_zoom_and_move_and_one_does_not(site: Site) -> None:
    options: dict[str, Any] = {"has_touch": True, "viewport": {"width": 390, "height": 844}, "is_mobile": True}
    with overlay(site, **options) as (page, box):
        session = page.context.new_cdp_session(page)

        def touch(kind: str, *places: tuple[float, float]) -> None:
            points = [{"x": x, "y": y, "id": i} for i, (x, y) in enumerate(places)]
            session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

        before = command(page)
        touch("touchStart", at(box, 0.4, 0.5))
        touch("touchMove", at(box, 0.3, 0.5))
        touch("touchEnd")
        assert view(page) == [-4.0, 4.0, -1.0, 9.0]
        before = changed(page, before)
        touch("touchStart", at(box, 0.4, 0.5), at(box, 0.6, 0.5))
        for step in (0.02, 0.05, 0.08, 0.1):
            touch("touchMove", at(box, 0.4 - step, 0.5), at(box, 0.6 + step, 0.5))
        touch("touchEnd")
        changed(page, before)
        left, right, bottom, top = view(page)
        assert [right - left, top - bottom] == pytest.approx([4.0, 5.0], abs=0.2)
        assert [(left + right) / 2, (bottom + top) / 2] == pytest.approx([0.0, 4.0], abs=0.2)
        assert page.evaluate("visualViewport.scale") == 1.0


def test_keys_zoom_and_move_and_zero_goes_back(site: Site) -> None:
    with overlay(site, "overlay.html?huber+squared&range=-4:4&ylim=-1:9") as (page, _):
        page.locator("#figure").focus()
        page.keyboard.press("+")
        assert view(page) == [-3.2, 3.2, -0.8, 7.2]
        page.keyboard.press("-")
        assert view(page) == [-4.0, 4.0, -1.0, 9.0]
        page.keyboard.press("Shift+ArrowRight")
        page.keyboard.press("Shift+ArrowUp")
        assert view(page) == [-3.2, 4.8, 0.0, 10.0]
        page.keyboard.press("Shift+ArrowLeft")
        page.keyboard.press("Shift+ArrowDown")
        page.keyboard.press("ArrowRight")
        assert view(page) == [-4.0, 4.0, -1.0, 9.0]
        assert "--mark=" in command(page)
        page.keyboard.press("0")
        assert_usual(page)


def test_buttons_zoom_and_move_and_tell_the_view(site: Site) -> None:
    with site.visit("overlay.html?huber&range=-4:4&ylim=-1:9") as page:
        for name, wanted in {
            "Zoom in": [-3.2, 3.2, -0.8, 7.2],
            "Move the view to the right": [-2.56, 3.84, -0.8, 7.2],
            "Move the view up": [-2.56, 3.84, 0.0, 8.0],
            "Move the view down": [-2.56, 3.84, -0.8, 7.2],
            "Move the view to the left": [-3.2, 3.2, -0.8, 7.2],
            "Zoom out": [-4.0, 4.0, -1.0, 9.0],
        }.items():
            page.get_by_role("button", name=name, exact=True).click()
            assert view(page) == wanted, name
        assert page.locator("#view-says").inner_text() == "View from -4 to 4, heights from -1 to 9"
        page.locator("#usual").click()
        assert_usual(page)
        for _ in range(60):
            page.locator("#zoom-in").click()
        left, right, *_ = view(page)
        assert 0.0 < right - left < 1e-4
        assert page.locator("#figure svg").count() == 1
        for _ in range(5):
            page.locator("#move-right").click()
    with site.visit("overlay.html?log-loss") as page:
        # A view without a probability in it is none.
        for _ in range(30):
            page.locator("#move-right").click()
        span = option(page, "range")
        assert span
        assert 0.5 < span[0] < 1.0


def test_heights_are_read_and_refused_in_words(site: Site) -> None:
    with site.visit("overlay.html?huber") as page:
        usual = [page.locator(each).input_value() for each in ("#lower", "#upper")]
        assert float(usual[0]) < 0.0 < float(usual[1])
        page.locator("#upper").fill("3")
        page.locator("#upper").press("Enter")
        assert option(page, "ylim") == (float(usual[0]), 3.0)
        for word, problem in {
            "-9": "from a smaller to a larger y",
            "x": "‘x’ is not a number",
            "1e101": "1e100",
        }.items():
            page.locator("#upper").fill(word)
            page.locator("#upper").press("Enter")
            assert problem in page.locator("#problem").inner_text()
            assert option(page, "ylim") == (float(usual[0]), 3.0)
        page.wait_for_url("**/overlay.html?huber&ylim=*")


@pytest.mark.parametrize(
    ("losses", "offered"),
    [
        ("huber", ["Derivative", "Second derivative", "Weight ψ(r)/r"]),
        ("hinge", ["Derivative", "Second derivative", "Both labels", "Scaled to 1 at 0"]),
        ("log-loss", ["Derivative", "Second derivative", "Both labels"]),
        ("mape", ["Derivative", "Second derivative"]),
    ],
)
def test_options_are_offered_where_the_mathematics_allows(site: Site, losses: str, offered: list[str]) -> None:
    with site.visit(f"overlay.html?{losses}") as page:
        chips = page.locator(".controls .chip:visible")
        assert chips.all_inner_texts() == offered
        for name in offered:
            page.get_by_label(name, exact=True).check(force=True)
        assert page.locator("#problem").inner_text() == ""
        assert_kept(page, command(page))
        assert all(page.get_by_label(name, exact=True).is_checked() for name in offered)


def test_what_cannot_be_scaled_is_told_and_scaled_again_once_it_can(site: Site) -> None:
    with site.visit("overlay.html?hinge&normalize") as page:
        page.locator("#add").select_option("perceptron")
        problem = "Perceptron is 0 at m = 0 and cannot be scaled to 1 there"
        assert page.locator("#problem").inner_text() == problem
        assert command(page) == "lossplot hinge perceptron"
        page.get_by_role("button", name="Remove Perceptron").click()
        assert page.locator("#problem").inner_text() == ""
        assert command(page) == "lossplot hinge --normalize"
        go(page, site.address("overlay.html?hinge+perceptron&normalize"))
        assert "cannot be drawn: normalize" in page.locator("#problem").inner_text()


def test_another_axis_takes_its_options_away(site: Site) -> None:
    with site.visit("overlay.html?hinge&both-labels&normalize&derivative&ylim=0:2&range=0:1") as page:
        page.locator("#add").select_option("huber")
        assert command(page) == "lossplot huber --derivative"
        page.wait_for_url("**/overlay.html?huber&derivative")


def test_a_link_shows_the_theme_and_the_language_that_its_sender_saw(site: Site) -> None:
    with site.visit("overlay.html?hinge&theme=dark&lang=zh") as page:
        page.wait_for_url("**/zh/overlay.html?hinge&theme=dark&lang=zh")
        assert page.evaluate("document.documentElement.dataset.theme") == "dark"
        assert command(page) == "lossplot hinge --theme=dark --lang=zh"
        assert page.locator("#problem").inner_text() == ""
        # The visitor's own choice is theirs, and no visit changes the address.
        assert page.evaluate("localStorage.theme") is None
        go(page, site.address("overlay.html?hinge"))
        assert page.evaluate("document.documentElement.dataset.theme") is None
        go(page, site.address("index.html?theme=dark"))
        assert page.evaluate("document.documentElement.dataset.theme") == "dark"
        page.locator("#theme").click()
        page.wait_for_url("**/index.html?theme=light")
        go(page, site.address("overlay.html?hinge&theme=blue&lang=fr"))
        assert "theme=blue, lang=fr" in page.locator("#problem").inner_text()
    with site.visit("overlay.html?hinge", color_scheme="dark") as page:
        page.locator("[name=panel]").first.check(force=True)
        page.wait_for_url("**/overlay.html?hinge&derivative&theme=dark")
        page.evaluate("localStorage.theme = 'light'")
        reload(page)
        assert page.evaluate("document.documentElement.dataset.theme") == "dark"
        assert page.evaluate("localStorage.theme") == "light"
        page.locator(".toggles a").click()
        page.wait_for_url("**/zh/overlay.html?hinge&derivative&theme=dark")
        go(page, f"{page.url}&lang=zh")
        page.locator(".toggles a").click()
        page.wait_for_url("**/overlay.html?hinge&derivative&theme=dark")
        assert page.locator("html").get_attribute("lang") == "en"


def test_the_page_that_the_browser_is_given_leads_to_the_view(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[str] = []
    monkeypatch.setattr("lossplot._gallery.browser.cache_folder", lambda: str(site.folder / "cache"))
    monkeypatch.setattr("webbrowser.open", lambda address: not given.append(address))  # type: ignore[func-returns-value]
    spec = read_spec(["huber:delta=0.5,1,2"], {"derivative": True, "range": "-2:2", "theme": "dark", "lang": "zh"})
    open_in_browser(site.address(view_address(resolve(spec))))
    path = given[0].removeprefix(f"{site.folder.as_uri()}/")
    with site.visit(path) as page:
        page.wait_for_url("**/zh/losses/huber.html?huber:delta=0.5+huber:delta=1+huber:delta=2&derivative&*")
        losses = "huber:delta=0.5 huber:delta=1 huber:delta=2"
        assert command(page) == f"lossplot {losses} --derivative --range=-2:2 --theme=dark --lang=zh"
