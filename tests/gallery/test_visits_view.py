"""Visits of a live figure, by its own scripts in `node`: its losses, its view and its panels."""

from __future__ import annotations

from support.visits import Visit

DARK, NARROW, STILL = "(prefers-color-scheme: dark)", "(max-width: 44rem)", "(prefers-reduced-motion: reduce)"
SITE = "file:///site"


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
