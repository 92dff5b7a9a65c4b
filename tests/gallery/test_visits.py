"""Visits of any page, by its own scripts in `node`: theme, language and address, and what is copied and saved."""

from __future__ import annotations

from support.visits import Visit

DARK, NARROW, STILL = "(prefers-color-scheme: dark)", "(max-width: 44rem)", "(prefers-reduced-motion: reduce)"
SITE = "file:///site"


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
