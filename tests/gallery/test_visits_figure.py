"""Visits of a live figure, by its own scripts in `node`: what is read off, and parameters."""

from __future__ import annotations

from support.visits import Visit

DARK, NARROW, STILL = "(prefers-color-scheme: dark)", "(max-width: 44rem)", "(prefers-reduced-motion: reduce)"
SITE = "file:///site"


def test_the_first_drawing_gives_way_to_the_browser_after_each_curve(visit: Visit) -> None:
    code = "return [page.turns, page.find('figure').getAttribute('aria-busy'), page.all('#figure .curve').length]"
    few = visit("overlay.html?hinge", code)
    many = visit("overlay.html?hinge+logistic+exponential+squared-hinge", code)
    assert many[0] - few[0] == 3
    assert few[1:] == [None, 1]
    assert many[1:] == [None, 4]


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
