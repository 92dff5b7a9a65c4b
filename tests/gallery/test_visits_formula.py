"""Visits by scripts in `node`: formulas of one's own, and why one would choose a loss."""

from __future__ import annotations

from support.visits import Visit

DARK, NARROW, STILL = "(prefers-color-scheme: dark)", "(max-width: 44rem)", "(prefers-reduced-motion: reduce)"
SITE = "file:///site"


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
