"""The pages as visitors use them, by their own scripts in `node`: what is written, chosen, moved, copied and kept."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from support.visits import Visit, open_pages

DARK, NARROW, STILL = "(prefers-color-scheme: dark)", "(max-width: 44rem)", "(prefers-reduced-motion: reduce)"
SITE = "file:///site"


@pytest.fixture(scope="module")
def visit(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visit]:
    with open_pages(tmp_path_factory.mktemp("visits")) as visit:
        yield visit


# --- all pages ---


def test_the_theme_goes_round_from_the_systems_to_the_other_one_and_back(visit: Visit) -> None:
    code = """
        const root = page.document.documentElement;
        const seen = [];
        for (let i = 0; i < 4; i++) {
          seen.push([root.dataset.theme ?? "", page.text("theme"), page.find("theme").title, page.window.localStorage.theme]);
          page.click("theme");
        }
        return seen;
    """  # noqa: E501
    system, light, dark = ("", "◐", "As the system"), ("light", "☀", "Light"), ("dark", "☾", "Dark")
    assert visit("index.html", code) == [[*system, None], [*dark, "dark"], [*light, "light"], [*system, ""]]
    by_night = visit("index.html", code, media=[DARK])
    assert by_night == [[*system, None], [*light, "light"], [*dark, "dark"], [*system, ""]]
    assert visit("index.html", "page.click('theme'); return page.text('theme')", isForgetful=True) == "☾"


def test_the_theme_of_an_address_comes_before_the_one_that_is_kept(visit: Visit) -> None:
    code = "return page.document.documentElement.dataset.theme ?? ''"
    kept = {"theme": "dark"}
    assert visit("index.html", code, kept=kept) == "dark"
    assert visit("index.html?q=a&theme=light", code, kept=kept) == "light"
    assert visit("index.html#theme=light", code, kept=kept) == "light"
    assert visit("index.html?theme=blue", code, kept=kept) == "dark"
    assert visit("index.html?theme=blue", code, kept={"theme": "blue"}) == ""
    chosen = "page.click('theme'); page.wait(300); return page.address"
    assert visit("index.html?q=hinge&theme=dark", chosen) == "q=hinge&theme=light"
    assert visit("index.html?q=hinge&theme=light", chosen) == "q=hinge"
    assert visit("index.html?q=hinge", chosen) == "q=hinge"


def test_an_address_that_asks_for_a_language_leads_to_the_page_in_it(visit: Visit) -> None:
    code = "return page.visited"
    led = "q=hinge&lang=zh#axis-margin"
    assert visit(f"index.html?{led}", code) == [f"{SITE}/zh/index.html?{led}"]
    for path in ("index.html?lang=en", "index.html?lang=fr", "zh/index.html?lang=zh"):
        assert visit(path, code) == []
    assert visit("zh/index.html?lang=en", code) == [f"{SITE}/index.html?lang=en"]
    other = "page.click('a[hreflang]'); return page.visited"
    assert visit("index.html?q=hinge&lang=en&theme=dark#none", other) == [
        f"{SITE}/zh/index.html?q=hinge&theme=dark#none"
    ]


def test_paper_is_light_and_a_folded_section_that_is_asked_for_opens(visit: Visit) -> None:
    code = """
        const dark = page.text("command");
        page.set("print", true);
        const light = page.text("command");
        page.follow("properties");
        return [dark, light, page.find("properties").open, page.scrolled.at(-1)];
    """
    dark = "lossplot huber --theme=dark"
    assert visit("losses/huber.html?huber", code, kept={"theme": "dark"}) == [dark, dark[:14], True, "properties"]


def test_an_address_follows_a_change_after_a_quarter_of_a_second_or_when_a_link_leads_away(visit: Visit) -> None:
    late = """
        page.type("search", "h");
        page.wait(200);
        page.type("search", "huber loss");
        const seen = [page.wait(249) ?? page.address];
        return [...seen, page.wait(1) ?? page.address];
    """
    assert visit("index.html", late) == ["", "q=huber%20loss"]
    assert visit("index.html#axis-error", late) == ["#axis-error", "q=huber%20loss#axis-error"]
    assert visit("index.html", late, kept={"theme": "dark"}) == ["", "q=huber%20loss&theme=dark"]
    assert visit("index.html", late, media=[DARK]) == ["", "q=huber%20loss&theme=dark"]
    leaving = "page.type('search', 'huber'); page.click('main'); return page.address"
    assert visit("index.html", leaving) == "q=huber"
    assert visit("index.html?q=huber", "page.wait(300); page.click('main'); return page.address") == "q=huber"
    taken = """
        page.type("search", "hinge");
        page.location.url.search = "?q=other";
        page.wait(300);
        return page.address;
    """
    assert visit("index.html", taken) == "q=other"


def test_a_page_takes_the_state_that_its_address_gets_but_not_a_section(visit: Visit) -> None:
    code = """
        page.type("search", "squared");
        page.follow("q=huber");
        const seen = [page.value("search")];
        page.wait(300);
        page.type("search", "hinge");
        page.follow("axis-margin");
        page.follow("");
        return [...seen, page.address, page.value("search")];
    """
    assert visit("index.html", code) == ["huber", "", "hinge"]
    for path in ("index.html#q=huber", "index.html?q=hinge#q=huber"):
        assert visit(path, "return page.value('search')") == "huber"
    assert visit("index.html?q=hinge#axis-margin", "return page.value('search')") == "hinge"
    assert visit("index.html#%E0%A4%A", "return page.text('count')") == "4 losses"
    assert visit("index.html#q=huber", "page.type('search', 'b'); page.wait(300); return page.address") == "q=b"


# --- the page of all losses ---


def test_the_first_page_finds_by_words_axes_and_properties(visit: Visit) -> None:
    code = """
        const shown = () => [page.text("count"), page.texts(".card:not([hidden]) h3").join(), page.all("section.axis").map(({ hidden }) => hidden), page.find("none").hidden];
        const seen = [shown()];
        for (const words of ["squared", "zzz", " ", ""]) seen.push(page.type("search", words) ?? shown());
        page.click("[name=axis][value=probability]");
        seen.push(shown());
        page.click("[name=axis][value=margin]");
        page.click("[name=is][value=smooth]");
        page.click("[name=is][value=convex]");
        return [...seen, shown(), page.wait(300) ?? page.address];
    """  # noqa: E501
    everything = ["4 losses", "Hinge,Squared hinge,Huber,Cross-entropy", [False, False, False], True]
    assert visit("index.html", code) == [
        everything,
        ["1 loss", "Squared hinge", [True, True, False], True],
        ["0 losses", "", [True, True, True], False],
        everything,
        everything,
        ["1 loss", "Cross-entropy", [True, True, False], True],
        ["2 losses", "Squared hinge,Cross-entropy", [False, True, False], True],
        "axis=margin,probability&is=convex,smooth",
    ]


def test_what_an_address_asks_for_is_searched_chosen_and_picked(visit: Visit) -> None:
    code = """
        const names = (selector) => page.all(selector).map(({ value }) => value).join();
        const barred = page.all("[name=pick]").filter(({ disabled }) => disabled);
        return [page.value("search"), names("[name=axis]:checked"), names("[name=is]:checked"), names("[name=pick]:checked"), barred.map(({ value, parentElement }) => [value, parentElement.title]), page.texts("#picked li"), page.find("tray").hidden, page.find("show").getAttribute("href")];
    """  # noqa: E501
    why = "One figure has losses of one axis"
    address = "q=a%20b&axis=error,margin&is=smooth&pick=huber,squared-hinge,hinge"
    assert visit(f"index.html?{address}", code) == [
        *("a b", "margin,error", "smooth", "hinge,squared-hinge", [["huber", why], ["log-loss", why]]),
        *(["Hinge", "Squared hinge"], False, "overlay.html?hinge+squared-hinge"),
    ]
    assert visit("index.html", code) == ["", "", "", "", [], [], True, "overlay.html?"]


def test_picks_are_kept_in_their_order_and_dropped_one_by_one_or_all(visit: Visit) -> None:
    code = """
        page.click("[value=squared-hinge]");
        page.click("[value=hinge]");
        page.wait(250);
        const seen = [page.find("show").getAttribute("href"), page.address, page.all("#picked button").map((each) => each.getAttribute("aria-label"))];
        page.click("#picked button");
        seen.push(page.focused.textContent, page.texts("#picked li"), page.find("[value=squared-hinge]").checked);
        page.click("#picked button");
        seen.push(page.focused.id, page.find("tray").hidden, page.find("[value=huber]").disabled);
        for (const drop of ["drop", "[type=reset]"]) seen.push(page.click("[value=huber]") ?? page.find("tray").hidden, page.click(drop) ?? page.find("tray").hidden);
        page.click("[value=huber]");
        page.click("[value=huber]");
        return [...seen, page.find("tray").hidden, page.wait(300) ?? page.address];
    """  # noqa: E501
    assert visit("index.html", code) == [
        *("overlay.html?squared-hinge+hinge", "pick=squared-hinge,hinge", ["Remove Squared hinge", "Remove Hinge"]),
        *("Hinge", ["Hinge"], False, "search", True, False),
        *(False, True, False, True, True, ""),
    ]


def test_the_keys_of_the_first_page_search_move_open_and_clear(visit: Visit) -> None:
    code = """
        const body = page.document.body;
        const links = page.all(".card h3 a");
        // Two columns: Hinge and Squared hinge side by side, Huber and Cross-entropy below.
        page.all(".card").forEach((card, i) => (card.bounds = { left: 100 * (i % 2), right: 100 * (i % 2) + 90 }));
        const seen = [page.key(body, "/"), page.focused.id, page.key("search", "/")];
        for (const key of ["ArrowDown", "ArrowDown", "ArrowRight", "ArrowRight", "ArrowUp", "ArrowLeft", "ArrowLeft", "ArrowUp"]) {
          seen.push(page.key(page.focused, key) && (page.focused.id || page.focused.textContent));
        }
        seen.push(page.key("main", "ArrowDown"), page.key(links[0], "ArrowDown", { ctrlKey: true }), page.key(body, "/", { metaKey: true }), page.key(body, "Enter"));
        page.type("search", "huber");
        seen.push(page.key("search", "Enter"), page.visited);
        seen.push(page.key(body, "Escape"), page.wait(0) ?? page.value("search"), page.text("count"), page.key(body, "Escape"));
        page.click("[name=is][value=convex]");
        return [...seen, page.key(body, "Escape"), page.all(":checked").length];
    """  # noqa: E501
    assert visit("index.html", code) == [
        *(True, "search", False),
        *("Hinge", "Huber", "Cross-entropy", "Cross-entropy", "Squared hinge", "Hinge", "Hinge", "search"),
        *(False, False, False, False),
        *(True, [f"{SITE}/losses/huber.html"], True, "", "4 losses", False),
        *(True, 0),
    ]


def test_arrows_pass_over_what_the_search_has_hidden_and_a_new_order_keeps_the_focus(visit: Visit) -> None:
    code = """
        page.type("search", "squared");
        const seen = ["ArrowDown", "ArrowRight"].map((key) => page.key(page.focused, key) && page.focused.textContent);
        page.find("search").focus();
        page.type("search", "huber");
        page.key("search", "ArrowDown");
        seen.push(page.focused.textContent);
        page.type("search", "loss");
        return [...seen, page.focused.textContent, page.texts(".card:not([hidden]) h3")[0]];
    """
    seen = visit("index.html", code)
    assert seen[:4] == ["Squared hinge", "Squared hinge", "Huber", "Huber"]


def test_the_words_of_all_losses_are_read_later_and_found_then(visit: Visit) -> None:
    code = """
        page.loads["words.js"] = (lossplot) => (lossplot.words = { hinge: { names: ["Hinge", "zebra"] }, huber: { tasks: { "zebra crossing": 0 } } });
        const seen = [page.text("count"), page.asked];
        page.wait(50);
        return [...seen, page.texts(".card:not([hidden]) h3")];
    """  # noqa: E501
    assert visit("index.html?q=zebra", code) == ["0 losses", [f"{SITE}/assets/words.js"], ["Hinge", "Huber"]]


def test_a_formula_that_is_too_wide_can_have_the_focus_under_the_name_of_its_loss(visit: Visit) -> None:
    code = """
        const [box] = page.all(".card .formula");
        return [700, 600].map((width) => {
          box.scrollWidth = width;
          page.look("size");
          return ["tabindex", "role", "aria-label"].map((name) => box.getAttribute(name));
        });
    """
    assert visit("index.html", code) == [["0", "group", "Hinge"], [None, None, None]]


# --- the live figure ---


def test_a_page_of_a_loss_begins_with_its_derivatives_where_there_is_room(visit: Visit) -> None:
    code = """
        const figure = page.find("figure");
        const shown = (name) => page.all(`[name=${name}]`).filter((box) => !box.closest("label").hidden).map(({ value, checked }) => [value, checked]);
        return [page.text("command"), page.address, page.texts("#knots button"), ["left", "right", "lower", "upper", "at"].map((each) => page.value(each)), shown("panel"), shown("flag"), ["min", "max", "now", "text"].map((each) => figure.getAttribute(`aria-value${each}`)), page.texts("#reading th"), page.texts("#reading td"), page.find("usual").disabled, page.text("problem")];
    """  # noqa: E501
    assert visit("losses/huber.html", code) == [
        *("lossplot huber --derivative --second-derivative", ""),
        ["change of curvature at −1", "change of curvature at 1"],
        ["-3", "3", "-0.12", "2.63", ""],
        [["derivative", True], ["second-derivative", True], ["weight", False]],
        [],
        ["-3", "3", "-3", "Huber: error r = prediction − target"],
        ["r", "loss", "derivative", "second derivative", "Huber"],
        ["–", "–", "–"],
        *(True, ""),
    ]
    command = "return page.text('command')"
    assert visit("losses/huber.html", command, media=[NARROW]) == "lossplot huber"
    assert visit("losses/huber.html?huber", command) == "lossplot huber"
    assert visit("overlay.html", command) == "lossplot hinge squared-hinge"
    assert visit("losses/huber.html", command, kept={"theme": "dark"}).endswith(" --theme=dark")
    assert visit("zh/losses/huber.html?huber", command) == "lossplot huber --lang=zh"


def test_the_crosshair_is_put_by_buttons_numbers_pointers_and_keys(visit: Visit) -> None:
    code = """
        const figure = page.find("figure");
        figure.firstElementChild.bounds = { left: 0, top: 0, width: 600 };
        const seen = [];
        const tell = () => seen.push([page.value("at"), page.wait(300) ?? page.address.split("x=")[1] ?? ""]);
        page.click("#knots button");
        tell();
        seen.push(page.texts("#reading td"), page.all("#reading td").map(({ dataset }) => dataset.value), figure.getAttribute("aria-valuetext"), figure.getAttribute("aria-valuenow"), page.texts("#reading th")[0]);
        for (const key of ["ArrowRight", "ArrowLeft", "ArrowLeft", "PageDown", "PageUp", "End", "Home"]) page.key(figure, key) && tell();
        page.type("at", "0.5");
        tell();
        page.send(figure, "pointermove", { clientX: 300, clientY: 50, pointerType: "mouse" });
        seen.push(page.value("at") < 0, page.wait(300) ?? page.address.split("x=")[1]);
        page.send(figure, "pointerdown", { clientX: 300, clientY: 50, pointerType: "mouse" });
        tell();
        page.type("at", " ");
        tell();
        return [...seen, page.key(figure, "q"), page.find(".crosshair").children.length];
    """  # noqa: E501
    seen = visit("losses/huber.html?huber&derivative&second-derivative", code)
    assert seen[:6] == [
        ["-1", "-1"],
        ["0.5", "−1", "0 left, 1 right"],
        ["0.5", "-1", "0,1"],
        *("r = −1; Huber: loss 0.5, derivative −1, second derivative 0 left, 1 right", "-1", "r = −1"),
    ]
    assert seen[6:14] == [[x, x] for x in ("-0.94", "-1", "-1.06", "-3", "-1", "3", "-3", "0.5")]
    assert seen[14:16] == [True, "0.5"]
    assert seen[16][0] == seen[16][1]
    assert seen[17:] == [["", ""], False, 0]


def test_a_number_that_cannot_be_read_off_is_refused_in_words(visit: Visit) -> None:
    code = """
        return ["2", "x", "9", "inf", ""].map((word) => {
          page.type("at", word);
          return [page.text("problem"), page.text("command"), page.find(".crosshair").children.length > 0];
        });
    """
    command = "lossplot huber"
    assert visit("overlay.html?huber", code) == [
        ["", f"{command} --mark=2", True],
        ["‘x’ is not a number", f"{command} --mark=2", True],
        ["r = 9 is outside the view", command, False],
        ["∞ is outside the view", command, False],
        ["", command, False],
    ]


def test_a_parameter_follows_its_slider_and_its_box(visit: Visit) -> None:
    code = """
        const [range, box] = page.all("[data-parameter]");
        const seen = [[range, box].map((each) => each.getAttribute("aria-label"))];
        const tell = () => seen.push([page.wait(20) ?? page.text("command"), box.value, range.value, range.getAttribute("aria-valuetext"), box.getAttribute("aria-invalid"), page.text("problem"), page.texts(".now")[0]]);
        tell();
        for (const step of [120, 100]) tell(page.type(range, step));
        for (const word of ["2", "-1", "q", "1e200", "3"]) tell(page.type(box, word));
        return [...seen, page.find(".now").parentElement.className.includes("moved"), page.wait(300) ?? page.address];
    """  # noqa: E501
    shown = "; the figure shows δ = "
    assert visit("losses/huber.html?huber", code) == [
        ["Huber: δ", "Huber: δ, as a number"],
        ["lossplot huber", "1", "100", "1", "false", "", ""],
        ["lossplot huber:delta=1.58", "1.58", "120", "1.58", "false", "", f"{shown}1.58"],
        ["lossplot huber", "1", "100", "1", "false", "", ""],
        ["lossplot huber:delta=2", "2", "130", "2", "false", "", f"{shown}2"],
        ["lossplot huber:delta=2", "-1", "130", "2", "true", "δ = −1 is outside (0, ∞)", f"{shown}2"],
        ["lossplot huber:delta=2", "q", "130", "2", "true", "δ: ‘q’ is not a number", f"{shown}2"],
        [
            *("lossplot huber:delta=2", "1e200", "130", "2", "true"),
            *("δ = 1e+200 cannot be computed with; its size is from 1e−100 to 1e+100", f"{shown}2"),
        ],
        ["lossplot huber:delta=3", "3", "148", "3", "false", "", f"{shown}3"],
        *(True, "huber:delta=3"),
    ]


def test_one_of_several_curves_is_changed_alone(visit: Visit) -> None:
    code = """
        page.type(page.all("[data-parameter]")[3], "5");
        page.wait(300);
        return [page.address, page.texts("#knots button").at(-1), page.all("#curves strong, #curves a").length];
    """
    assert visit("losses/huber.html?huber:delta=1,2,4&range=-9:9", code) == [
        *("huber:delta=1+huber:delta=5+huber:delta=4&range=-9:9", "change of curvature at 5", 3)
    ]


def test_a_value_is_refused_by_what_its_parameter_may_be(visit: Visit) -> None:
    code = """
        const boxes = page.all("[data-parameter]");
        const reaches = boxes.filter(({ type }) => type === "range").map(({ min, max, value }) => `${min} ${max} ${value}`);
        return [reaches, GIVEN.map(([place, word]) => page.type(boxes[2 * place + 1], word) ?? [page.text("problem"), page.wait(20) ?? page.text("command")])];
    """  # noqa: E501
    infinite, few = "α = 3 is outside [−∞, 2]", "power = 0.5 is outside (−∞, ∞) without (0, 1], {2}"
    for loss, given, reaches, said in (
        # Of two boxes of which one is wrong neither changes the curve.
        (
            "barron",
            [[0, "3"], [1, "2"], [0, "1"]],
            ["0 200 160", "0 200 100"],
            [[infinite, "barron"], [infinite, "barron"], ["", "barron:c=2"]],
        ),
        ("tweedie-deviance", [[1, "0.5"]], ["0 200 40", "0 200 100"], [[few, "tweedie-deviance"]]),
        (
            "cosine-embedding",
            [[0, "0"]],
            ["0 2 0", "0 200 100"],
            [["label must be −1 or 1, not 0", "cosine-embedding"]],
        ),
        ("quantile", [[0, "0"]], ["1 199 100"], [["τ = 0 is outside (0, 1)", "quantile"]]),
    ):
        commands = [[words, f"lossplot {command}"] for words, command in said]
        assert visit(f"overlay.html?{loss}", code.replace("GIVEN", str(given))) == [reaches, commands]


def test_of_many_knots_those_nearest_to_zero_have_buttons_and_of_several_changes_the_greatest_its_name(
    visit: Visit,
) -> None:
    knots = "return page.texts('#knots button').map((words) => words.replace('change of curvature at ', ''))"
    many = visit("overlay.html?huber:delta=1,2,3,4,5,6,7,8&range=-9:9", knots)
    assert many == [f"−{x}" for x in range(6, 0, -1)] + [f"{x}" for x in range(1, 7)]
    assert visit("overlay.html?squared-hinge+hinge", knots) == ["corner at 1"]
    assert visit("overlay.html?hinge+squared-hinge", knots) == ["corner at 1"]


def test_an_end_of_the_view_can_be_read_off_and_four_losses_are_trained_at_most(visit: Visit) -> None:
    code = "return ['3', '-3', '3.01'].map((word) => page.type('at', word) ?? page.text('problem'))"
    assert visit("overlay.html?huber", code) == ["", "", "r = 3.01 is outside the view"]
    code = """
        const seen = [page.find("train").href.split("?")[1]];
        page.all(".curve-head button").at(-1).click();
        return [...seen, page.focused.getAttribute("aria-label")];
    """
    names = "hinge+squared-hinge+logistic+exponential"
    assert visit(f"overlay.html?{names}+zero-one", code) == [names, "Remove Exponential"]


def test_a_name_of_the_other_axis_is_drawn_only_where_the_figure_is_not_of_a_loss(visit: Visit) -> None:
    code = """
        page.find("formula").value = "hinge";
        page.click("#typed button");
        await page.settle();
        return page.text("command");
    """
    assert visit("losses/huber.html?huber", code) == "lossplot huber"
    assert visit("overlay.html?huber", code) == "lossplot hinge"
    assert visit("overlay.html?huber+squared", code) == "lossplot huber squared"


def test_keys_begin_at_the_middle_and_only_a_loss_of_its_own_page_is_said_to_be_moved(visit: Visit) -> None:
    code = "page.key('figure', 'ArrowRight'); return [page.value('at'), page.texts('.now')[0] ?? '']"
    assert visit("losses/huber.html?huber", code) == ["0.06", ""]
    assert visit("losses/huber.html?barron:c=2", code)[1] == ""


def test_each_curve_has_its_colour_in_the_list_too_for_both_labels(visit: Visit) -> None:
    code = """
        const own = page.all("#curves .swatch").map(({ style }) => style["--swatch"]);
        const told = page.all("#reading .swatch").map(({ style }) => style["--swatch"]);
        return [own, told];
    """
    own, told = visit("overlay.html?hinge+logistic&both-labels", code)
    assert len({*own}) == 2
    assert told == [own[0], own[0], own[1], own[1]]
    own, told = visit("overlay.html?hinge+logistic", code)
    assert own == told


def test_losses_are_added_and_removed(visit: Visit) -> None:
    code = """
        const choices = () => page.all("#add optgroup").map(({ label }) => label).join();
        const tell = () => [page.text("command"), page.texts(".curve-head").join(), page.all(".curve-head a").map((each) => each.getAttribute("href")).join(), choices(), page.find("train").href.split("?")[1] ?? ""];
        const seen = [tell()];
        page.change("add", ADDED);
        page.wait(300);
        seen.push(tell(), page.address, page.value("add"));
        page.change("add", ADDED);
        seen.push(page.text("command"));
        page.click(".curve-head button");
        return [...seen, tell(), page.focused.id || page.focused.getAttribute("aria-label")];
    """  # noqa: E501
    assert visit("losses/huber.html?huber&range=-2:2", code.replace("ADDED", "'squared'")) == [
        ["lossplot huber --range=-2:2", "Huber", "", "error", "huber"],
        [
            *("lossplot huber squared --range=-2:2", "Huber×,Squared error×"),
            *("squared.html", "error", "huber+squared"),
        ],
        *("huber+squared&range=-2:2", "", "lossplot huber squared --range=-2:2"),
        ["lossplot squared --range=-2:2", "Squared error", "squared.html", "error", "squared"],
        "add",
    ]
    three = visit("overlay.html?zero-one+hinge&range=-2:2", code.replace("ADDED", "'logistic'"))
    assert three[1][2:] == [
        *("losses/zero-one.html,losses/hinge.html,losses/logistic.html", "margin", "zero-one+hinge+logistic")
    ]
    assert three[-1] == "Remove Hinge"
    other = visit("overlay.html?hinge&range=-2:2&both-labels", code.replace("ADDED", "'huber'").split("page.click")[0])
    assert other is None
    replaced = "page.change('add', 'huber'); return [page.text('command'), page.texts('.curve-head')]"
    assert visit("overlay.html?hinge&range=-2:2&ylim=0:1&both-labels", replaced) == ["lossplot huber", ["Huber"]]


def test_what_a_link_asks_for_in_vain_is_said_until_the_figure_changes(visit: Visit) -> None:
    code = """
        const seen = [page.text("problem"), page.text("command")];
        page.change("add", "logistic");
        return [...seen, page.text("problem")];
    """
    said = "The link asks for what cannot be drawn: "
    for asked, wrong, drawn in (
        ("hinge&range=5:3", "range=5:3", "hinge"),
        ("squared-hinge&weight&colour=red&x=1", "colour=red, weight", "squared-hinge --mark=1"),
        ("hinge+huber+nothing", "huber, nothing", "hinge"),
        ("hinge:threshold=0", "hinge:threshold=0", "hinge squared-hinge"),
    ):
        assert visit(f"overlay.html?{asked}", code) == [f"{said}{wrong}", f"lossplot {drawn}", ""]
    outside = visit("overlay.html?log-loss&range=3:4", "return [page.text('problem'), page.text('command')]")
    assert outside == [f"{said}range=3:4", "lossplot log-loss"]
    scaled = visit("overlay.html?huber&normalize", "return [page.text('problem'), page.text('command')]")
    assert scaled == [f"{said}normalize", "lossplot huber"]


def test_the_ends_of_the_view_are_numbers_that_can_be_changed(visit: Visit) -> None:
    code = """
        const seen = [];
        for (const [id, word] of [["left", "-1"], ["right", "-2"], ["right", "2"], ["lower", "x"], ["lower", "-1"], ["upper", "4"]]) {
          page.change(id, word);
          page.wait(20);
          seen.push([page.text("problem"), page.text("command").replace("lossplot huber", ""), page.find("usual").disabled]);
        }
        page.click("usual");
        page.wait(300);
        return [...seen, page.text("command"), page.find("usual").disabled, page.text("view-says"), page.address];
    """  # noqa: E501
    smaller = "the view must go from a smaller to a larger x"
    assert visit("overlay.html?huber", code) == [
        ["", " --range=-1:3", False],
        [smaller, " --range=-1:3", False],
        ["", " --range=-1:2", False],
        ["‘x’ is not a number", " --range=-1:2", False],
        ["", " --range=-1:2 --ylim=-1:1.575", False],
        ["", " --range=-1:2 --ylim=-1:4", False],
        *("lossplot huber", True, "View from -3 to 3, heights from -0.125 to 2.625", "huber"),
    ]


def test_buttons_and_keys_zoom_and_move_the_view(visit: Visit) -> None:
    code = """
        const words = () => page.wait(20) ?? page.text("command").replace("lossplot huber", "");
        const seen = [];
        for (const id of ["zoom-in", "zoom-out", "move-left", "move-right", "move-up", "move-down"]) {
          page.click(id);
          seen.push([words(), page.text("view-says")]);
          page.click("usual");
          words();
        }
        for (const [key, shiftKey] of [["+", false], ["-", false], ["ArrowLeft", true], ["ArrowUp", true]]) {
          page.key("figure", key, { shiftKey });
          seen.push(words());
          page.key("figure", "0");
          words();
        }
        return seen;
    """
    says = "View from {} to {}, heights from {} to {}"
    assert visit("overlay.html?huber", code) == [
        [" --range=-2.4:2.4 --ylim=-0.1:2.1", says.format(-2.4, 2.4, -0.1, 2.1)],
        [" --range=-3.75:3.75 --ylim=-0.16:3.28", says.format(-3.75, 3.75, -0.16, 3.28)],
        [" --range=-3.6:2.4", says.format(-3.6, 2.4, -0.16, 3.26)],
        [" --range=-2.4:3.6", says.format(-2.4, 3.6, -0.16, 3.26)],
        [" --ylim=0.15:2.9", says.format(-3, 3, 0.15, 2.9)],
        [" --ylim=-0.4:2.35", says.format(-3, 3, -0.4, 2.35)],
        *(" --range=-2.4:2.4 --ylim=-0.1:2.1", " --range=-3.75:3.75 --ylim=-0.16:3.28"),
        *(" --range=-3.6:2.4", " --ylim=0.15:2.9"),
    ]


def test_panels_and_scales_are_chosen_and_kept_in_the_address(visit: Visit) -> None:
    code = """
        const seen = [];
        for (const name of ["derivative", "second-derivative", "both-labels", "normalize", "derivative"]) {
          page.click(`[value=${name}]`);
          seen.push(page.wait(300) ?? page.address, page.texts("#reading tr").length, page.texts("#reading thead th").length);
        }
        return seen;
    """  # noqa: E501
    assert visit("overlay.html?squared-hinge", code) == [
        *("squared-hinge&derivative", 2, 3),
        *("squared-hinge&derivative&second-derivative", 2, 4),
        *("squared-hinge&derivative&second-derivative&both-labels", 3, 4),
        *("squared-hinge&derivative&second-derivative&both-labels&normalize", 3, 4),
        *("squared-hinge&second-derivative&both-labels&normalize", 3, 3),
    ]
    huber = visit("losses/huber.html?huber", "page.click('[value=weight]'); return page.text('command')")
    assert huber == "lossplot huber --weight"


def test_a_figure_is_as_wide_as_its_place_and_low_in_a_narrow_window(visit: Visit) -> None:
    code = """
        const figure = page.find("figure");
        const size = () => ["width", "height"].map((each) => Number(figure.firstElementChild.getAttribute(each)));
        const seen = [size()];
        for (const width of [400.7, 100]) {
          figure.clientWidth = width;
          page.look("size");
          seen.push(size());
        }
        return seen;
    """
    [first, second, third] = visit("losses/huber.html", code)
    assert (first[0], second[0], third[0]) == (600, 400, 240)
    narrow = visit("losses/huber.html?huber&derivative&second-derivative", code, media=[NARROW])
    assert narrow[0][1] < first[1]
    assert narrow[0][1] <= 460


# --- what is taken away ---


def test_a_figure_is_copied_and_saved_under_the_names_of_its_losses(visit: Visit) -> None:
    code = """
        for (const id of ["copy-link", "[data-copy=command]", "copy-png"]) page.click(id);
        await page.settle();
        const seen = [page.copied, ["copy-link", "[data-copy=command]", "copy-png"].map((id) => page.text(id)), page.text("voice")];
        page.wait(1500);
        seen.push(page.text("copy-link"), page.text("[data-copy=command]"));
        for (const id of ["save-svg", "save-csv", "save-png"]) page.click(id);
        await page.settle();
        const [svg, csv, png] = page.saved;
        return [...seen, page.visited, (await svg.text()).slice(0, 4), svg.type, (await csv.text()).split("\\n")[1], csv.type, png];
    """  # noqa: E501
    seen = visit("overlay.html?huber:delta=0.5,2&range=-1:1", code, kept={"theme": "dark"})
    address = f"{SITE}/overlay.html?huber:delta=0.5+huber:delta=2&range=-1:1&theme=dark"
    command = "lossplot huber:delta=0.5 huber:delta=2 --range=-1:1 --theme=dark"
    assert seen[0][:2] == [address, command]
    assert seen[0][2] == seen[-1]
    assert seen[-1]["width"] == 1200
    assert seen[1:5] == [["Copied", "Copied", "Copied"], "Copied", "Copy link", "Copy the command"]
    assert seen[5] == [f"file:huber-delta-0.5_huber-delta-2.{suffix}" for suffix in ("svg", "csv", "png")]
    assert seen[6:10] == ["<svg", "image/svg+xml", '"huber:delta=0.5",loss,1,-1,0.375'.replace('"', ""), "text/csv"]


def test_a_button_that_is_pressed_twice_gets_its_own_words_back(visit: Visit) -> None:
    code = """
        for (let i = 0; i < 2; i++) {
          page.click("copy-link");
          await page.settle(1000);
        }
        return [page.text("copy-link"), page.wait(1500) ?? page.text("copy-link")];
    """
    assert visit("overlay.html?huber", code) == ["Copied", "Copy link"]


def test_what_cannot_be_copied_or_saved_is_said(visit: Visit) -> None:
    code = """
        for (const id of ["copy-link", "[data-copy=command]", "save-png"]) page.click(id);
        await page.settle();
        return [page.copied, page.text("copy-link"), page.text("[data-copy=command]"), page.selected, page.text("save-png"), page.visited];
    """  # noqa: E501
    refused = visit("overlay.html?huber", code, isClosed=True, hasPng=False)
    assert refused == [[], "Not copied", "Press Ctrl+C", "command", "Not saved", []]


# --- a formula of one's own ---


def test_names_in_the_field_of_formulas_are_drawn_without_their_reader(visit: Visit) -> None:
    code = """
        const seen = [];
        for (const words of ["logistic", " huber:delta=2 ", "", "max(0, 1 - m)"]) {
          page.find("formula").value = words;
          page.click("#typed button");
          await page.settle();
          seen.push([page.text("formula-says"), page.find("formula-says").classList.contains("wrong"), page.find("formula").getAttribute("aria-invalid"), page.text("command")]);
        }
        page.click("#gradients button");
        await page.settle();
        return [...seen, page.text("gradient-says"), page.asked];
    """  # noqa: E501
    command = "lossplot zero-one hinge logistic"
    axes = "the formula is a curve of error r, and those of the figure are of margin m: remove them first"
    lacks = "The reader of formulas could not be loaded."
    assert visit("overlay.html?zero-one+hinge", code) == [
        ["", False, "false", command],
        [axes, True, "true", command],
        ["write a formula, such as max(0, 1 - m)", True, "true", command],
        [lacks, True, "true", command],
        *("write its derivative, such as -1", [f"{SITE}/assets/formula.js"]),
    ]
    alone = """
        page.find("formula").value = "huber";
        page.click("#typed button");
        await page.settle();
        return [page.text("formula-says"), page.text("command")];
    """
    for address in ("overlay.html", "overlay.html?logistic"):
        assert visit(address, alone) == ["", "lossplot huber"]


def test_a_formula_is_drawn_by_its_reader_and_its_gradient_checked_for_each_label(visit: Visit) -> None:
    # A reader that takes every text for max(0, 2 - m), whose derivative for the label -1 is the text.
    code = """
        const losses = page.window.lossplot.losses;
        const functions = [(x) => Math.max(0, 2 - x), (x) => (x < 2 ? -1 : 0), () => 0];
        const switches = [(x) => 2 - x];
        const mine = (text) => ({ ...losses.hinge, name: text, body: text, names: { en: "mine" }, parameters: [], allowed: [], notes: ["read so"], isTyped: true, bound: () => ({ functions, switches }) });
        page.loads["formula.js"] = (lossplot) => (lossplot.formulas = {
          readFormula: (text) => [{ loss: mine(text), values: [] }],
          readGradient: (_, text) => [1, -1].map((sign) => ({ sign, at: (x) => (x < 2 ? (sign > 0 ? -1 : Number(text)) : 0), switches })),
          numeralOf: (value) => ({ words: String(value), isShort: true }),
          sentencesOn: ({ equal, parameters }, ...words) => [[equal, ...words].join(" "), parameters.join()],
        });
        page.find("formula").value = " max(0, 2 - m) ";
        page.click("#typed button");
        await page.settle();
        const seen = [page.text("formula-says"), page.find("formula-says").lang, page.text("command"), page.all(".curve-head a").map((each) => each.href.split("/").at(-1)), page.find("train").href.split("?")[1]];
        for (const text of ["-1", "-2"]) {
          page.find("gradient").value = text;
          page.click("#gradients button");
          await page.settle();
          seen.push(page.text("gradient-says"), page.find("gradient-says").classList.contains("wrong"));
        }
        return [...seen, page.wait(300) ?? page.address, page.asked.length];
    """  # noqa: E501
    assert visit("overlay.html", code) == [
        *("read so", "en", "lossplot hinge squared-hinge 'max(0, 2 - m)'", ["hinge.html", "squared-hinge.html"]),
        *("hinge+squared-hinge", "true mine m en\ny,1", False, "false mine m en\ny,-1", True),
        *("hinge+squared-hinge+max(0,%202%20-%20m)", 1),
    ]


# --- why one would choose a loss ---


def test_the_best_answer_follows_the_chance_once_it_is_seen(visit: Visit) -> None:
    code = """
        const seen = [page.text("why-says")];
        page.look("sight", { isIntersecting: true });
        for (const eta of ["0.7", "0.9"]) {
          page.type("eta", eta);
          page.wait(50);
          seen.push(page.text("eta-value"), page.text("why-says"));
        }
        return seen;
    """
    # Of the squared hinge the best answer is 2η - 1, and the least risk 4η(1 - η).
    assert visit("losses/squared-hinge.html?squared-hinge", code) == [
        *("", "0.7", "For η = 0.7 the least risk is 0.84, of f* = 0.4."),
        *("0.9", "For η = 0.9 the least risk is 0.36, of f* = 0.8."),
    ]
    sentences = """
        page.look("sight", { isIntersecting: true });
        page.wait(50);
        return [page.text("why-says"), page.find("why").closest("section").hidden];
    """
    for losses, words in (
        ("zero-one", "For η = 0.7 the least risk is 0.3, of every f* above 0."),
        # The hinge at 0.7: 0.3·2 at f = 1.
        ("hinge", "For η = 0.7 the least risk is 0.6, of f* = 1."),
    ):
        assert visit(f"losses/squared-hinge.html?{losses}", sentences) == [words, False]


def test_the_outlier_is_moved_by_arrows_and_by_the_pointer_within_the_plane(visit: Visit) -> None:
    code = """
        page.look("sight", { isIntersecting: true });
        page.wait(50);
        const canvas = page.all("canvas")[1];
        const at = () => page.wait(50) ?? canvas.getAttribute("aria-valuetext").split(":")[0].replace("outlier at ", "");
        const seen = [page.text("why-says").split(".")[0], at(), canvas.getAttribute("aria-valuenow")];
        for (const key of ["ArrowUp", "ArrowLeft", "ArrowRight", "ArrowDown", "ArrowDown"]) seen.push(page.key(canvas, key), at());
        seen.push(page.key(canvas, "ArrowUp", { ctrlKey: true }), page.key(canvas, "q"), canvas.getAttribute("aria-valuenow"));
        page.send(canvas, "pointermove", { clientX: 0, clientY: 0 });
        seen.push(at());
        page.send(canvas, "pointermove", { clientX: -50, clientY: -50, buttons: 1 });
        seen.push(at());
        page.send(canvas, "pointerdown", { clientX: 9999, clientY: 9999, buttons: 1 });
        return [...seen, at(), canvas.getAttribute("aria-valuenow")];
    """  # noqa: E501
    assert visit("losses/huber.html?huber", code) == [
        *("The centre of the sample in its eyes is 2, the median", "(8, 1)", "1"),
        *(True, "(8, 1.25)", True, "(7.75, 1.25)", True, "(8, 1.25)", True, "(8, 1)", True, "(8, 0.75)"),
        *(False, False, "0.75", "(8, 0.75)", "(−0.5, 11)", "(10.5, −1)", "-1"),
    ]


# --- training ---


def test_a_training_is_stepped_played_paused_and_begun_again(visit: Visit) -> None:
    code = """
        const tell = () => [page.text("epoch"), page.text("play")];
        const seen = [tell()];
        const acts = [() => page.click("step"), () => page.click("play"), () => page.wait(16), () => page.click("play"), () => page.click("play"), () => page.wait(500), () => page.click("step"), () => page.click("play"), () => page.wait(17), () => page.click("reset")];
        for (const act of acts) seen.push(act() ?? tell());
        seen.push(page.text("voice"));
        for (const key of ["ArrowRight", "Home", " "]) seen.push(page.key("runs", key), tell());
        return [...seen, page.key("runs", " ", { ctrlKey: true }), page.key("set-seed", " "), page.key("runs", "x")];
    """  # noqa: E501
    [zero, one, two, three] = [f"Epoch {epoch} of 3" for epoch in range(4)]
    assert visit("train.html?squared&data=line&epochs=3", code, width=0) == [
        *([zero, "Play"], [one, "Play"], [one, "Pause"], [two, "Pause"], [two, "Play"], [two, "Pause"]),
        *([three, "Play"], [three, "Play"], [zero, "Pause"], [one, "Pause"], [zero, "Play"]),
        "Epoch 0",
        *(True, [one, "Play"], True, [zero, "Play"], True, [zero, "Pause"]),
        *(False, False, False),
    ]


def test_as_many_epochs_are_trained_in_a_second_as_are_asked_for(visit: Visit) -> None:
    code = """
        page.change("pace", PACE);
        page.click("play");
        page.wait(1000);
        return Number(page.text("epoch").split(" ")[1]);
    """
    for pace in (2, 10, 30):
        epochs = visit("train.html?squared&data=line&epochs=100", code.replace("PACE", str(pace)), width=0)
        assert pace <= epochs <= pace + 1


def test_of_a_long_pause_a_quarter_of_a_second_is_made_up_for(visit: Visit) -> None:
    code = """
        page.change("pace", 30);
        page.click("play");
        page.wait(17);
        page.now += 60000;
        page.wait(16);
        return Number(page.text("epoch").split(" ")[1]);
    """
    assert 7 <= visit("train.html?squared&data=line&epochs=100", code, width=0) <= 9


def test_the_end_of_a_training_is_said(visit: Visit) -> None:
    code = """
        page.click("play");
        page.wait(1000);
        return [page.text("play"), page.text("epoch"), page.text("voice"), page.texts("#results td").at(-1), page.texts("#results th")];
    """  # noqa: E501
    ended = visit("train.html?hinge&hidden=2&epochs=1", code, width=200)
    heads = ["Loss", "Training", "Validation", "Test", "Test right", "Hinge"]
    assert [ended[0], ended[1], ended[3], ended[4]] == ["Play", "Epoch 1 of 1", "", heads]
    assert ended[2].startswith("Epoch 1; Hinge: ")
    assert ended[2].endswith("% of the test right")
    far = visit("train.html?squared&data=line&lr=1000000&epochs=4", code, width=0)
    assert far[0:2] == ["Play", "Epoch 1 of 4"]
    assert far[2].endswith(", diverged in epoch 1")
    assert far[3] == "diverged in epoch 1"
    assert far[4] == ["Loss", "Training", "Validation", "Test", "Squared error"]


def test_what_the_pictures_of_a_training_are_is_said_of_each_kind_of_data(visit: Visit) -> None:
    code = """
        const hints = page.all("[data-of]").filter(({ hidden }) => !hidden).map(({ dataset }) => dataset.of);
        const labels = page.all("#runs canvas").map((each) => each.getAttribute("aria-label"));
        return [hints, page.texts("#runs h2"), labels.filter((_, i) => i % 3 === 0), labels.slice(1, 3)];
    """
    regions, fit = "{}: decision regions and examples", "{}: the fit and the examples"
    others = ["{}: loss after each epoch", "{}: the loss and where the examples are on it"]
    for address, kind, names, plane in (
        ("hinge+log-loss", "labels", ["Hinge", "Cross-entropy"], regions),
        ("hinge&data=blobs&classes=3", "classes", ["Hinge"], regions),
        ("squared", "targets", ["Squared error"], fit),
    ):
        assert visit(f"train.html?{address}", code, width=0) == [
            [kind],
            names,
            [plane.format(name) for name in names],
            [each.format(names[0]) for each in others],
        ]


def test_settings_are_read_refused_and_kept(visit: Visit) -> None:
    code = """
        const command = () => page.text("command").replace("lossplot train ", "").replace(" --epochs=150", "");
        const seen = [command()];
        for (const [name, word] of [["seed", "many"], ["seed", " 3 "], ["noise", "0.5"], ["hidden", "8,8"], ["batch", "0"]]) {
          page.change(`set-${name}`, word);
          seen.push([command(), page.text("problem"), page.find(`set-${name}`).getAttribute("aria-invalid")]);
        }
        page.click("next-seed");
        page.wait(300);
        return [...seen, page.value("set-seed"), page.address];
    """  # noqa: E501
    usual = "squared --data=line"
    assert visit("train.html?squared&data=line", code, width=0) == [
        f"{usual} --seed=0",
        [f"{usual} --seed=0", "Seed cannot be ‘many’", "true"],
        [f"{usual} --seed=3", "", "false"],
        [f"{usual} --noise=0.5 --seed=3", "", "false"],
        [f"{usual} --noise=0.5 --hidden=8,8 --seed=3", "", "false"],
        [f"{usual} --noise=0.5 --hidden=8,8 --seed=3", "Batch cannot be ‘0’", "true"],
        *("4", "squared&data=line&noise=0.5&hidden=8,8&seed=4"),
    ]


def test_other_data_have_their_own_layers_noise_and_losses(visit: Visit) -> None:
    code = """
        const barred = () => ["classes", "balance", "flip"].filter((name) => page.find(`set-${name}`).disabled);
        const seen = [];
        for (const [name, word] of [["noise", "0.5"], ["data", "blobs"], ["classes", "3"], ["data", "line"]]) {
          page.change(`set-${name}`, word);
          seen.push([page.text("command").replace("lossplot train ", "").replace(" --epochs=150 --seed=0", ""), page.value("set-noise"), page.value("set-hidden"), barred()]);
        }
        return [...seen, page.all("#add optgroup").map(({ label }) => label)];
    """  # noqa: E501
    assert visit("train.html?hinge+squared&hidden=3", code, width=0) == [
        ["hinge squared --noise=0.5 --hidden=3", "0.5", "3", ["classes"]],
        ["hinge squared --data=blobs", "0.7", "4,2", []],
        ["hinge --data=blobs --classes=3", "0.7", "32", ["balance"]],
        ["squared absolute --data=line", "0.3", "none", ["classes", "balance", "flip"]],
        ["error"],
    ]


def test_losses_to_train_with_are_added_changed_and_removed(visit: Visit) -> None:
    code = """
        page.change("add", "absolute");
        const seen = [page.wait(300) ?? page.address, page.value("add"), page.all(".curve-head a").map((each) => each.getAttribute("href"))];
        page.change("add", "absolute");
        seen.push(page.texts(".curve-head").length, page.value("add"));
        page.change("add", "huber");
        seen.push(page.find("add").disabled);
        page.change("add", "barron");
        seen.push(page.find("add").disabled);
        page.click(".curve-head button");
        seen.push(page.find("add").disabled, page.focused.getAttribute("aria-label"));
        page.all(".curve-head button").at(-1).click();
        seen.push(page.focused.getAttribute("aria-label"));
        page.click("copy-link");
        await page.settle();
        return [...seen, page.copied, page.texts("#runs h2")];
    """  # noqa: E501
    assert visit("train.html?squared&data=line&epochs=2", code, width=0) == [
        *("squared+absolute&data=line&epochs=2", "", ["losses/squared.html", "losses/absolute.html"]),
        *(2, "", False, True, False, "Remove Absolute error", "Remove Huber"),
        *([f"{SITE}/train.html?absolute+huber&data=line&epochs=2"], ["Absolute error", "Huber"]),
    ]
    parameter = """
        const [, box] = page.all("[data-parameter]");
        page.type(box, "2");
        page.wait(300);
        const seen = [page.address, page.texts("#runs h2")];
        page.type(box, "-2");
        return [...seen, page.text("problem")];
    """
    assert visit("train.html?huber:delta=0.5", parameter) == [
        *("huber:delta=2&data=line", ["Huber (δ = 2)"], "δ = −2 is outside (0, ∞)")
    ]


def test_what_a_link_asks_a_training_for_in_vain_is_said(visit: Visit) -> None:
    code = """
        const seen = [page.text("problem"), page.texts("#runs h2")];
        page.change("add", "huber");
        return [...seen, page.text("problem")];
    """
    assert visit("train.html?nothing&data=line&colour=red&batch=0", code, width=0) == [
        "The link asks for what cannot be trained: colour=red, batch=0, nothing",
        *(["Squared error", "Absolute error"], ""),
    ]
