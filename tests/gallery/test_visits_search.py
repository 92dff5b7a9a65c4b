"""Visits of the first page, by its own scripts in `node`: searches, picks and keys."""

from __future__ import annotations

from support.visits import Visit

DARK, NARROW, STILL = "(prefers-color-scheme: dark)", "(max-width: 44rem)", "(prefers-reduced-motion: reduce)"
SITE = "file:///site"


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
        for (const key of ["ArrowDown", "ArrowDown", "ArrowUp", "ArrowDown", "ArrowRight", "ArrowRight", "ArrowUp", "ArrowLeft", "ArrowLeft", "ArrowUp"]) {
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
        *(
            "Hinge",
            "Huber",
            "Hinge",
            "Huber",
            "Cross-entropy",
            "Cross-entropy",
            "Squared hinge",
            "Hinge",
            "Hinge",
            "search",
        ),
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
