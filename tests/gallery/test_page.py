"""The gallery's page as a visitor uses it: searched, filtered, read, changed, copied from, linked to."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from missing_words import FOLDER
from support.browser import Site, all_cards, axe_script, go, some_figures, write_site
from support.language_folders import FRENCH, only_languages
from support.run import call

from lossplot._figure.looks import THEMES
from lossplot._gallery.page.cards import loss_card
from lossplot._gallery.page.page import page_files
from lossplot._gallery.page.page_words import summary
from lossplot._losses import LOSSES
from lossplot._losses.tasks import TASKS

if TYPE_CHECKING:
    from playwright.sync_api import CDPSession, Locator, Page

pytestmark = pytest.mark.slow

COPYING = ["clipboard-read", "clipboard-write"]
EIGHT = "hinge+logistic+exponential+perceptron+squared-hinge+ramp+savage+smoothed-hinge"


def shown(page: Page) -> list[str]:
    """The names of the cards to be seen, in their order."""
    page.wait_for_function("lossplot.words")
    names: list[str] = page.locator(".card[data-axis]:visible [name=pick]").evaluate_all("all => all.map(e => e.value)")
    return names


def search(page: Page, words: str) -> list[str]:
    page.locator("#search").fill(words)
    return shown(page)


def read_at(page: Page, x: float) -> list[list[list[float]]]:
    """What the table below the figure says at x: for each curve and panel its values."""
    page.locator("#at").fill(repr(x))
    rows = page.locator("#reading tbody tr").all()
    return [[[float(word) for word in cell.split(",")] for cell in _values(row)] for row in rows]


def _values(row: Locator) -> list[str]:
    values: list[str] = row.locator("td").evaluate_all("all => all.map(e => e.dataset.value)")
    return values


def table(folder: Path, losses: list[str], x: float) -> list[list[float]]:
    """What `lossplot table` says at x: for each curve its value and derivatives."""
    outcome = call(
        "table", *losses, f"--at={x!r}", "--derivative", "--second-derivative", "--format", "json", cwd=folder
    )
    records = json.loads(outcome.text)
    return [[record[key][0] for key in ("value", "derivative", "second_derivative")] for record in records]


def test_a_search_finds_names_aliases_libraries_words_and_chinese(site: Site) -> None:
    with site.visit("index.html") as page:
        assert len(shown(page)) == len(LOSSES)
        assert search(page, "torch:smooth_l1") == ["smooth-l1"]
        assert search(page, "HUBER tukey") == []
        assert page.locator("#none").is_visible()
        assert "squared" in search(page, "mse")
        assert {card["name"] for card in all_cards() if "合页" in card["names"]["zh"]} <= {*search(page, "合页")}
        assert search(page, "合页")[0] == "hinge"
        assert "unhinged" in search(page, "铰链")
        assert set(search(page, "torch:")) <= set(search(page, "PyTorch"))
        chips = page.locator("#filters label", has=page.locator("[name=is]"))
        for words in chips.all_inner_texts():
            name, count = words.rsplit(maxsplit=1)
            assert len(search(page, name)) >= int(count), name
        assert search(page, "svm") == search(page, "  SVM ")
    with site.visit("zh/index.html") as page:
        wanted = {card["name"] for card in all_cards() if "合页" in card["names"]["zh"] + summary(card)["zh"]}
        assert wanted <= {*search(page, "合页")}


@pytest.mark.parametrize(
    "address", ["index.html?q=label%20noise", "index.html?q=lable%20noise", "zh/index.html?q=标签噪声"]
)
def test_a_task_shows_its_losses_the_usual_ones_of_each_axis_first(site: Site, address: str) -> None:
    wanted = TASKS["label noise"].losses
    with site.visit(address) as page:
        page.wait_for_function(f"document.querySelectorAll('.card[data-axis]:not([hidden])').length === {len(wanted)}")
        names = shown(page)
    for axis in ("probability", "margin"):
        of_axis = [name for name in wanted if LOSSES[name].axis.name == axis]
        assert [name for name in names if LOSSES[name].axis.name == axis] == of_axis
    assert names[0] == wanted[0]


@pytest.mark.parametrize(("words", "name"), [("Huber", "huber"), ("bce", "log-loss"), ("cross", "log-loss")])
def test_enter_opens_the_loss_that_is_meant(site: Site, words: str, name: str) -> None:
    with site.visit("index.html") as page:
        assert search(page, words)[0] == name
        page.locator("#search").press("Enter")
        page.wait_for_url(f"**/losses/{name}.html")


def test_filters_leave_what_the_property_cards_say(site: Site) -> None:
    with site.visit("index.html") as page:
        page.locator("[name=axis][value=error]").check()
        page.locator("[name=is][value=convex]").check()
        page.locator("[name=is][value=smooth]").check()
        wanted = [
            card["name"]
            for card in all_cards()
            if card["axis"] == "error" and card["properties"]["convex"] and card["properties"]["smooth"]
        ]
        assert shown(page) == wanted
        assert page.locator("#count").inner_text() == f"{len(wanted)} losses"
        page.locator("[name=axis][value=margin]").check()
        assert len(shown(page)) > len(wanted)
        page.get_by_role("button", name="Clear all").click()
        page.wait_for_function(f"document.querySelector('#count').textContent === '{len(LOSSES)} losses'")


def test_the_keyboard_is_enough(site: Site) -> None:
    with site.visit("index.html") as page:
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className") == "skip"
        page.keyboard.press("/")
        page.keyboard.type("huber")
        page.keyboard.press("ArrowDown")
        first = page.evaluate("document.activeElement.textContent")
        page.keyboard.press("ArrowRight")
        assert page.evaluate("document.activeElement.textContent") != first
        page.keyboard.press("ArrowLeft")
        assert page.evaluate("document.activeElement.textContent") == first
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
        page.keyboard.press("Escape")
        page.wait_for_function("document.querySelector('#search').value === ''")
        page.keyboard.press("/")
        page.keyboard.type("smooth-l1")
        page.keyboard.press("Enter")
        page.wait_for_url("**/losses/smooth-l1.html")


# The page writes its address a moment after it has changed; let that moment come just after `hash` was typed.
TYPED_JUST_BEFORE = """async ([first, hash]) => {
  const waiting = [], setTimeout = globalThis.setTimeout;
  globalThis.setTimeout = (task) => waiting.push(task);
  location.hash = first;
  await new Promise((resolve) => addEventListener("hashchange", resolve, { once: true }));
  await new Promise((resolve) => setTimeout(resolve, 50));
  location.hash = hash;
  for (const task of waiting) task();
}"""


def test_an_address_typed_just_before_the_page_writes_its_own_is_read(site: Site) -> None:
    with site.visit("overlay.html?hinge") as page:
        page.evaluate(TYPED_JUST_BEFORE, ["#logistic", "#exponential"])
        page.wait_for_function("document.querySelector('#command').textContent.includes('exponential')")
    with site.visit("index.html") as page:
        page.fill("#search", "hinge")
        page.evaluate(TYPED_JUST_BEFORE, ["#q=ramp", "#q=huber"])
        page.wait_for_function("document.querySelector('#search').value === 'huber'")


def test_search_and_picks_are_in_the_address(site: Site) -> None:
    with site.visit("index.html?q=loss&axis=error&is=convex,robust&pick=huber,absolute") as page:
        assert page.locator("#search").input_value() == "loss"
        assert page.locator("#filters :checked").evaluate_all("all => all.map(e => e.value)") == [
            "error",
            "convex",
            "robust",
        ]
        assert page.locator("#picked li").all_inner_texts() == ["Absolute error", "Huber"]
        page.locator("#search").fill("least")
        page.wait_for_url("**index.html?q=least&axis=error&is=convex,robust&pick=absolute,huber")


def test_picks_can_be_dropped_one_by_one_or_all(site: Site) -> None:
    with site.visit("index.html?pick=hinge,logistic,ramp") as page:
        label = page.locator(".pick", has=page.locator("[value=huber]"))
        assert label.text_content() == "Compare"
        assert "one axis" in (label.get_attribute("title") or "")
        page.get_by_role("button", name="Remove Logistic").click()
        assert page.locator("#picked li").all_inner_texts() == ["Hinge", "Ramp"]
        assert not page.locator("[name=pick][value=logistic]").is_checked()
        page.locator("#drop").click()
        assert page.locator("#tray").is_hidden()
        assert label.get_attribute("title") == ""
        label.click()
        page.get_by_role("button", name="Clear all").click()
        assert page.locator("#tray").is_hidden()


def test_a_search_is_there_again_after_the_way_back(site: Site) -> None:
    with site.visit("index.html") as page:
        page.locator("#search").fill("focal")
        page.locator("#search").press("Enter")
        page.wait_for_url("**/losses/focal.html")
        page.go_back()
        assert page.locator("#search").input_value() == "focal"
        assert shown(page) == search(page, "focal")


def test_picked_losses_meet_in_an_overlay(site: Site) -> None:
    with site.visit("index.html") as page:
        for name in ("hinge", "logistic"):
            page.locator(f"[name=pick][value={name}]").check()
        assert page.locator("[name=pick][value=huber]").is_disabled()
        page.get_by_role("link", name="Show overlay").click()
        page.wait_for_url("**/overlay.html?hinge+logistic")
        assert page.locator("#reading tbody th").all_inner_texts() == ["Hinge", "Logistic"]
        page.locator("#add").select_option("zero-one")
        page.locator("#add").select_option("perceptron")
        page.get_by_role("button", name="jump at 0").click()
        assert page.locator("#at").input_value() == "0"
        for name in ("Perceptron", "Zero–one"):
            page.get_by_role("button", name=f"Remove {name}").click()
        page.locator("#add").select_option("savage")
        page.get_by_role("button", name="Remove Hinge").click()
        assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "Remove Logistic"
        page.locator("[value=derivative]").check()
        wanted = table(site.folder, ["logistic", "savage"], 0.25)
        for read, numbers in zip(read_at(page, 0.25), wanted, strict=True):
            assert [value for [value] in read] == pytest.approx(numbers[:2], rel=1e-9, abs=1e-9)
        assert page.locator("#command").inner_text() == "lossplot logistic savage --derivative --mark=0.25"
        page.wait_for_url("**/overlay.html?logistic+savage&derivative&x=0.25")


@pytest.mark.parametrize(
    ("loss", "parameter", "steps", "x"),
    [
        ("huber", "delta", (0, 60, 173), 1.25),
        ("quantile", "tau", (1, 40, 199), -0.7),
        ("barron", "alpha", (3, 120, 200), 2.5),
        ("ramp", "s", (10, 199), 0.3),
        ("taylor-ce", "order", (0, 4, 9), 0.35),
        ("focal", "gamma", (0, 77), 0.2),
        ("hampel", "c", (90, 150), -7.5),
        ("tweedie-deviance", "target", (100, 180), 2.25),
        ("info-nce", "temperature", (20, 130), 0.4),
    ],
)
def test_a_slider_gives_the_numbers_of_the_table(
    site: Site, loss: str, parameter: str, steps: tuple[int, ...], x: float
) -> None:
    with site.visit(f"losses/{loss}.html") as page:
        controls = page.locator(f"[data-parameter={parameter}]")
        values = []
        default = controls.nth(1).input_value()
        start = controls.nth(0).input_value()
        for place in (str(steps[0]), start):
            controls.nth(0).fill(place)
        assert controls.nth(1).input_value() == default
        for step in steps:
            controls.nth(0).fill(str(step))
            values.append(controls.nth(1).input_value())
            assert page.locator("#problem").inner_text() == ""
            [wanted] = table(site.folder, [f"{loss}:{parameter}={values[-1]}"], x)
            [read] = read_at(page, x)
            assert [value for [value] in read] == pytest.approx(wanted, rel=1e-9, abs=1e-9)
        assert len(set(values)) == len(steps)


def test_a_slider_reaches_a_zero_that_is_allowed(site: Site) -> None:
    with site.visit("losses/focal.html") as page:
        slider, number = page.locator("[data-parameter=gamma]").all()
        slider.press("Home")
        assert number.input_value() == "0"
        assert page.locator("#command").inner_text().startswith("lossplot focal:gamma=0 ")


def test_a_parameter_stays_where_it_may_be(site: Site) -> None:
    with site.visit("losses/hampel.html") as page:
        number = page.locator("[data-parameter=b]").nth(1)
        [before] = read_at(page, 3.0)
        for word, complaint in (
            ("9", "a ≤ b < c"),
            ("-1", "b = −1 is outside (0, ∞)"),
            ("two", "b: ‘two’ is not a number"),
        ):
            number.fill(word)
            assert complaint in page.locator("#problem").inner_text()
            assert number.get_attribute("aria-invalid") == "true"
            assert read_at(page, 3.0) == [before]
        number.fill("2.5")
        assert page.locator("#problem").inner_text() == ""
        assert read_at(page, 3.0) != [before]
        go(page, site.address("losses/linex.html"))
        page.locator("[data-parameter=a]").nth(1).fill("0")
        assert page.locator("#problem").inner_text() == "a = 0 is outside (−∞, ∞) without {0}"
        go(page, site.address("losses/hinge-embedding.html"))
        page.locator("[data-parameter=label]").nth(1).fill("-5")
        assert page.locator("#problem").inner_text() == "label must be −1 or 1, not −5"
        page.locator("#theme").click()
        assert page.locator("[data-parameter=label]").nth(1).input_value() == "-1"
        assert page.locator("#problem").inner_text() == ""


def test_parameters_that_must_fit_together_take_effect_together(site: Site) -> None:
    with site.visit("losses/hampel.html") as page:
        sliders = {name: page.locator(f"[data-parameter={name}]").nth(0) for name in "abc"}
        numbers = {name: page.locator(f"[data-parameter={name}]").nth(1) for name in "abc"}
        for name, bad in (("a", "a"), ("b", "ab")):
            sliders[name].press("End")
            assert "a ≤ b < c" in page.locator("#problem").inner_text()
            assert page.locator("#command").inner_text().startswith("lossplot hampel --")
            assert [each for each in "abc" if numbers[each].get_attribute("aria-invalid") == "true"] == [*bad]
        sliders["c"].press("End")
        values = [numbers[name].input_value() for name in "abc"]
        assert values == ["20", "40", "80"]
        assert page.locator("#problem").inner_text() == ""
        assert page.locator("#curves [aria-invalid=true]").count() == 0
        spec = "hampel:" + ":".join(f"{name}={value}" for name, value in zip("abc", values, strict=True))
        assert page.locator("#command").inner_text().startswith(f"lossplot {spec} ")
        [wanted] = table(site.folder, [spec], 30.0)
        page.locator("#right").fill("50")
        page.locator("#right").press("Enter")
        [read] = read_at(page, 30.0)
        assert [value for [value] in read] == pytest.approx(wanted, rel=1e-9, abs=1e-9)


def test_a_view_is_refused_for_what_is_wrong_with_it(site: Site) -> None:
    with site.visit("overlay.html?focal") as page:
        for left, right, complaint in (
            ("abc", "1", "‘abc’ is not a number"),
            ("", "1", "‘’ is not a number"),
            ("1", "0", "from a smaller to a larger x"),
            ("-1e300", "1e300", "within ±1e100"),
            ("3", "7", "must overlap [0, 1]"),
        ):
            page.locator("#left").fill(left)
            page.locator("#right").fill(right)
            page.locator("#right").dispatch_event("change")
            assert complaint in page.locator("#problem").inner_text()
            page.get_by_role("button", name="Usual view").click()
            assert page.locator("#problem").inner_text() == ""
            assert [page.locator(f"#{end}").input_value() for end in ("left", "right")] == ["0", "1"]
        page.locator("#at").fill("5")
        assert page.locator("#problem").inner_text() == "p = 5 is outside the view"
        assert page.locator("#command").inner_text() == "lossplot focal"


def test_the_crosshair_stops_at_corners_and_tells_both_sides(site: Site) -> None:
    with site.visit("losses/hinge.html?hinge:threshold=0.7&derivative") as page:
        figure = page.locator("#figure")
        box = figure.bounding_box()
        assert box
        page.mouse.move(box["x"] + box["width"] * 0.4, box["y"] + 60)
        assert page.locator("#reading thead th").first.inner_text() != "m"
        corner = page.locator("#figure path[stroke-dasharray]").first.bounding_box()
        assert corner
        page.mouse.move(corner["x"] + 4, box["y"] + 60)
        assert page.locator("#at").input_value() == "0.7"
        page.locator("#at").fill("0.69")
        figure.focus()
        page.keyboard.press("ArrowRight")
        assert page.locator("#at").input_value() == "0.7"
        assert figure.get_attribute("aria-valuenow") == "0.7"
        assert page.locator("#reading td").all_inner_texts() == ["0", "−1 left, 0 right"]
        dots = page.locator(".crosshair circle").evaluate_all("all => all.map(e => e.getAttribute('fill'))")
        assert dots == [THEMES["light"].colours[0], *2 * [THEMES["light"].ground]]
        assert "−1 left, 0 right" in (figure.get_attribute("aria-valuetext") or "")
        page.keyboard.press("End")
        assert page.locator("#at").input_value() == "3"
        page.keyboard.press("PageDown")
        assert page.locator("#at").input_value() == "0.7"


@pytest.mark.parametrize(
    ("address", "read"),
    [
        ("power&derivative&second-derivative&x=0", ["0", "0", "∞"]),
        ("gamma-deviance&derivative&x=0", ["∞", "−∞"]),
        ("tweedie-deviance&derivative&x=0", ["∞", "−∞"]),
        ("focal:gamma=0.5&derivative&x=1", ["0", "0"]),
        ("taylor-ce:order=10&derivative&second-derivative&x=0", ["2.928968254", "−10", "45"]),
    ],
)
def test_the_table_reads_limits_where_there_is_no_value(site: Site, address: str, read: list[str]) -> None:
    with site.visit(f"overlay.html?{address}") as page:
        assert page.locator("#reading td").all_inner_texts() == read


def test_the_ticks_of_an_axis_are_written_alike(site: Site) -> None:
    for view, labels in (
        ("-1000000:1000000", ["−1.0e6", "−5.0e5", "0", "5.0e5", "1.0e6"]),
        ("1:1.0000001", ["1.00000000", "1.00000002", "1.00000004", "1.00000006", "1.00000008", "1.00000010"]),
    ):
        with site.visit(f"overlay.html?absolute&range={view}") as page:
            texts = page.locator("#figure text[text-anchor=middle]:not([transform])").all_text_contents()
            assert texts[:-1] == labels
            boxes = page.locator("#figure text").evaluate_all("all => all.map(e => e.getBoundingClientRect().right)")
            assert max(boxes) <= page.locator("#figure").evaluate("e => e.getBoundingClientRect().right")


def test_a_jump_is_broken_and_has_two_circles(site: Site) -> None:
    with site.visit("losses/zero-one.html?zero-one") as page:
        fills = page.locator("#figure circle").evaluate_all(
            "all => all.map(e => [e.getAttribute('fill'), +e.getAttribute('cy')])"
        )
        theme = THEMES["light"]
        (hollow, low), (filled, high) = fills
        assert (hollow, filled) == (theme.ground, theme.colours[0])
        assert low > high
        [line] = page.locator("#figure g[clip-path] path").all()
        assert len(re.findall("M", line.get_attribute("d") or "")) == 2


def test_a_link_reproduces_the_view(site: Site) -> None:
    address = "losses/huber.html?huber:delta=2.5+absolute&derivative&range=-4:2&x=-2.5"
    with site.visit(address) as page:
        first = page.locator("#figure").inner_html()
        assert page.locator("#left").input_value() == "-4"
        page.get_by_role("button", name="Usual view").click()
        page.wait_for_url("**huber.html?huber:delta=2.5+absolute&derivative&x=-2.5")
        assert page.locator("#figure").inner_html() != first
        page.locator("#left").fill("-5")
        page.locator("#left").press("Enter")
        page.wait_for_url("**huber.html?huber:delta=2.5+absolute&derivative&range=-5:3&x=-2.5")
        go(page, site.address(address))
        page.wait_for_function("document.querySelector('#left').value === '-4'")
        assert page.locator("#figure").inner_html() == first
    with site.visit("overlay.html?hinge:threshold=-1+nothing+huber&colour=red") as page:
        assert "hinge:threshold=-1, nothing, colour=red" in page.locator("#problem").inner_text()
        assert page.locator("#command").inner_text() == "lossplot huber"
    with site.visit("overlay.html?focal&range=5:9") as page:
        assert "range=5:9" in page.locator("#problem").inner_text()
        assert page.locator("#command").inner_text() == "lossplot focal"
    with site.visit("overlay.html?%E4%BD") as page:
        assert "%E4%BD" in page.locator("#problem").inner_text()
        assert page.locator("#figure svg").count() == 1


def test_the_command_draws_what_the_screen_shows(site: Site, tmp_path: Path) -> None:
    with site.visit("losses/huber.html?huber:delta=2&second-derivative&range=-4:4&x=1", color_scheme="dark") as page:
        command = page.locator("#command").inner_text()
        curve = "lossplot.readSpec('huber:delta=2', lossplot.losses)"
        view = page.evaluate(f"lossplot.compose([{curve}], ['loss', 'second-derivative'], [-4, 4])")
    outcome = call(*command.split()[1:], "-o", "drawn.json", cwd=tmp_path)
    assert (outcome.code, outcome.err) == (0, "")
    drawn = json.loads((tmp_path / "drawn.json").read_text())
    for mine, theirs in zip(view["panels"], drawn["panels"], strict=True):
        assert mine["name"] == theirs["panel"]
        assert mine["view"] == pytest.approx(theirs["view"], rel=1e-9)


def test_copy_buttons_copy(site: Site) -> None:
    with site.visit("losses/huber.html", permissions=COPYING) as page:
        read = "navigator.clipboard.readText()"
        page.locator("[data-copy=code-numpy]").click()
        assert page.evaluate(read).startswith("import numpy as np")
        page.locator("[data-copy=command]").click()
        assert page.evaluate(read) == "lossplot huber --derivative --second-derivative"
        page.locator("table .copied button").first.click()
        assert page.evaluate(read) == "torch.nn.HuberLoss(delta=1)"
        assert page.locator("table .copied button").first.inner_text() == "Copied"
        page.locator("#copy-link").click()
        page.wait_for_function("document.querySelector('#copy-link').textContent === 'Copied'")
        assert page.evaluate(read) == site.address("losses/huber.html?huber&derivative&second-derivative")
        page.locator("#copy-png").click()
        page.wait_for_function("document.querySelector('#copy-png').textContent === 'Copied'")
        size = page.evaluate(
            """async () => {
              const [item] = await navigator.clipboard.read();
              const image = await createImageBitmap(await item.getType("image/png"));
              return [image.width, image.height];
            }"""
        )
        drawn = page.locator("#figure svg").evaluate("e => [2 * e.getAttribute('width'), 2 * e.getAttribute('height')]")
        assert size == drawn


@pytest.mark.parametrize(("name", "start"), [("png", b"\x89PNG"), ("svg", b"<svg "), ("csv", b"loss,panel,piece,x,y")])
def test_the_live_figure_can_be_saved(site: Site, name: str, start: bytes) -> None:
    with site.visit("losses/hinge.html?hinge:threshold=0.5") as page:
        with page.expect_download() as download:
            page.locator(f"#save-{name}").click()
        assert download.value.suggested_filename == f"hinge-threshold-0.5.{name}"
        content = Path(download.value.path()).read_bytes()
        assert content.startswith(start)
        if name == "csv":
            assert "hinge:threshold=0.5,loss,1,0.5,0" in content.decode().splitlines()


def test_a_third_language_has_its_turn_and_english_for_what_it_lacks(site: Site, tmp_path: Path) -> None:
    chinese = {path.stem: path.read_text("utf-8") for path in (FOLDER / "zh").glob("*.toml")}
    french = {**FRENCH, "language": 'name = "Français"', "scripts": 'Copied = "Copié"'}
    (tmp_path / "languages").mkdir()
    with only_languages(tmp_path / "languages", {"fr": french, "zh": chinese}):
        card = loss_card(LOSSES["huber"])
        figures = some_figures([card])
        files = page_files([card], figures, ["svg"])
    own = Site(tmp_path / "site", files, site.browser)
    write_site(own.folder, files, figures)
    with own.visit("fr/losses/huber.html", permissions=COPYING) as page:
        title, properties = page.locator("h1"), page.locator("#properties h2")
        steps = []
        for name in ("中文", "English", "Français"):
            steps.append([each.inner_text() for each in (title, properties)])
            page.locator(".toggles a", has_text=name).click()
            page.locator("#curves input").first.wait_for()
        assert steps == [["perte de Huber", "Properties"], ["Huber 损失", "性质"], ["Huber", "Properties"]]
        assert page.locator("#command").inner_text().endswith("--lang=fr")
        page.locator("[data-copy=command]").click()
        page.locator("#voice").get_by_text("Copié").wait_for()


def test_light_and_dark_are_kept_from_page_to_page_and_chinese_has_addresses_of_its_own(site: Site) -> None:
    with site.visit("losses/huber.html") as page:
        ground = page.locator("#figure svg > rect")
        paper = THEMES["light"].ground
        assert ground.get_attribute("fill") == THEMES["light"].ground
        page.locator("#theme").click()
        assert ground.get_attribute("fill") == THEMES["dark"].ground
        assert page.evaluate("getComputedStyle(document.querySelector('figure img')).colorScheme") == "dark"
        page.emulate_media(media="print")
        page.wait_for_function(f"document.querySelector('#figure rect').getAttribute('fill') === '{paper}'")
        page.emulate_media(media="screen")
        page.wait_for_function(f"document.querySelector('#figure rect').getAttribute('fill') !== '{paper}'")
        page.locator(".toggles a").click()
        page.wait_for_url("**/zh/losses/huber.html")
        assert page.locator("h1").inner_text() == "Huber 损失"
        assert page.locator("#command").inner_text().endswith("--theme=dark --lang=zh")
        page.locator("nav a").first.click()
        page.wait_for_url("**/zh/index.html")
        assert page.locator("html").get_attribute("lang") == "zh"
        assert page.evaluate("getComputedStyle(document.body).colorScheme") == "dark"
        assert page.locator("#count").inner_text() == f"{len(LOSSES)} 个损失"
        assert (page.locator(".card img").first.get_attribute("alt") or "").startswith("0-1 损失")
        page.locator(".toggles a").click()
        page.wait_for_url("**/site*/index.html")
        assert page.locator("h1").inner_text() == f"{len(LOSSES)} loss functions, drawn honestly"
        page.locator("#theme").click()
        assert page.locator("#theme").get_attribute("title") == "Light"
        page.locator("#theme").click()
        assert page.locator("#theme").get_attribute("title") == "As the system"
        page.emulate_media(color_scheme="dark")
        assert page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")
        assert page.evaluate("document.documentElement.dataset.theme") is None


@pytest.mark.parametrize("path", ["index.html", "figures.html", "losses/hampel.html", "overlay.html"])
def test_the_page_fits_a_telephone(site: Site, path: str) -> None:
    with site.visit(path, viewport={"width": 400, "height": 800}) as page:
        assert page.evaluate("document.documentElement.scrollWidth") == 400


@pytest.mark.parametrize(
    ("path", "scheme", "width"),
    [
        ("index.html?q=hinge&pick=hinge", "light", 1300),
        ("zh/index.html?axis=probability", "dark", 390),
        ("losses/hampel.html?hampel&derivative&x=2", "dark", 320),
        ("losses/huber.html?huber:delta=2", "light", 1300),
        ("zh/overlay.html", "light", 390),
    ],
)
def test_axe_finds_no_violation(site: Site, path: str, scheme: str, width: int) -> None:
    axe = axe_script()
    viewport = {"width": width, "height": 900}
    with site.visit(path, color_scheme=scheme, viewport=viewport, reduced_motion="reduce") as page:
        page.evaluate(axe)
        found: dict[str, list[dict[str, Any]]] = page.evaluate("axe.run({ preload: false })")
    assert [(each["id"], each["nodes"][0]["html"], each["help"]) for each in found["violations"]] == []
    broken = [each["id"] for each in found["incomplete"] if not each["nodes"]]
    assert broken == [], "these rules could not be run"
    assert "color-contrast" in {each["id"] for each in found["passes"]}


@pytest.mark.parametrize(
    ("path", "values", "most"),
    [
        ("losses/huber.html", 9_000, 160_000),
        ("losses/hampel.html", 14_000, 270_000),
        ("overlay.html?huber+squared+cauchy+log-cosh", 5_000, 240_000),
        (f"overlay.html?{EIGHT}", 4_000, 360_000),
    ],
)
def test_a_slider_calls_few_functions_for_a_frame(site: Site, path: str, values: int, most: int) -> None:
    """The calls are counted, for their times are the machine's; tests/benchmarks/page.py has the times."""
    redraw = """async () => {
      const slider = document.querySelector("[data-parameter]");
      for (let i = 0; i < 10; i++) {
        slider.value = 90 + i;
        slider.dispatchEvent(new Event("input"));
        await new Promise(requestAnimationFrame);
      }
    }"""
    with site.visit(path) as page:
        page.locator("[data-parameter]").first.wait_for()
        session = page.context.new_cdp_session(page)
        session.send("Profiler.enable")
        session.send("Profiler.startPreciseCoverage", {"callCount": True, "detailed": False})
        page.evaluate(redraw)
        calls(session)
        page.evaluate(redraw)
        counted = calls(session)
        assert counted["draw"] == 10
        assert 100 < counted["at"] / 10 < values
        assert counted.total() / 10 < most


def calls(session: CDPSession) -> Counter[str]:
    """How often each function of the page's scripts was called since this was asked last."""
    counts: Counter[str] = Counter()
    for script in session.send("Profiler.takePreciseCoverage")["result"]:
        for function in script["functions"] if script["url"].endswith(".js") else ():
            counts[function["functionName"]] += function["ranges"][0]["count"]
    return counts


def test_changes_within_a_frame_are_drawn_together(site: Site) -> None:
    with site.visit("losses/huber.html") as page:
        drawn = page.evaluate(
            """async () => {
              const slider = document.querySelector("[data-parameter]");
              const svgs = new Set();
              for (let i = 0; i < 30; i++) {
                slider.value = 60 + i;
                slider.dispatchEvent(new Event("input"));
                svgs.add(document.querySelector("#figure svg"));
              }
              await new Promise(requestAnimationFrame);
              await new Promise(requestAnimationFrame);
              svgs.add(document.querySelector("#figure svg"));
              return svgs.size;
            }"""
        )
        assert drawn <= 3
        assert page.locator("#command").inner_text().startswith("lossplot huber:delta=0.776 ")
