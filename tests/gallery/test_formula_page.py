"""Formulas that a visitor types: drawn, moved, kept in the address and the command, and their gradients checked."""

from __future__ import annotations

import math
import shlex
from collections.abc import Sequence

import numpy as np
import pytest
from playwright.sync_api import Page, expect
from support.browser import PATIENCE, Site, axe_script, go

from lossplot._curves.checks.check import check_derivative
from lossplot._curves.curve import Curve
from lossplot._curves.parse import read_curves
from lossplot._errors import RequestError
from lossplot._text.language import load_language
from lossplot._text.verdicts import verdict_sentences

pytestmark = pytest.mark.slow

# Formulas of every kind, of one axis each.
TYPED = (
    "max(0, 1 - m)**k:k=2",
    "mine = log(1 + exp(-m))",
    "0.7*hinge + 0.3*logistic",
    "hinge + logistic",
    "1 - m",
    "np.where(np.abs(r) < delta, .5*r**2, delta*(np.abs(r) - .5*delta)):delta=1",
    r"\max\{0, 1 - y \hat{y}\}",
    "-α(1 − p)^γ log(p):α=0.25:γ=2",
    "(m <= 0)*1",
    "np.maximum(q*u, (q - 1)*u):q=0.9",
    "2*(np.sqrt(1 + z) - 1)",
    "sign(m)*m**2 + step(m - 1)",
    "min(abs(r), 2)",
    "log(m)",
    "1/m",
    "sqrt(abs(m))",
    "cos(3*m)",
    "max(0, c - m)**k:c=1:k=1,2,3",
)
REFUSED = (
    "constructor",
    "__proto__",
    "toString(m)",
    "m.constructor",
    "max(0, 1 - q*m)",
    "m**99999",
    "9**9**9**9*m",
    "loss(m)",
    "hinge + squared",
    "1 - m == 0",
    "logseries(m, 1e9)",
    "<img src=x onerror=alert(1)>",
    "m\u202e",
)

COMPOSE = """(text) => lossplot.formulas && lossplot.readFamily(text, lossplot.losses).map((curve) => {
  const { left, right, knots } = lossplot.compose([curve], ["loss"], null, null);
  const xs = Array.from({ length: 41 }, (_, i) => left + (right - left) * (i / 40));
  return {
    view: [left, right],
    knots: knots[0].map(({ x, kind, left, right }) => [x, kind, String(left), String(right)]),
    xs,
    values: [0, 1, 2].map((order) => xs.map((x) => String(curve.at(order, x)))),
  };
})"""


def refusal(text: str) -> str:
    """The words in which Python refuses a text."""
    with pytest.raises(RequestError) as raised:
        _ = [curve.jet(np.zeros(1)) for curve in read_curves([text])]
    return str(raised.value)


def type_in(page: Page, text: str, field: str = "formula") -> str:
    """Type a text into a field, and return what is said of it, in whatever time that takes."""
    page.evaluate("(id) => { document.getElementById(id).textContent = '\\u2026'; }", f"{field}-says")
    page.locator(f"#{field}").fill(text)
    page.locator(f"#{field}").press("Enter")
    expect(page.locator(f"#{field}-says")).not_to_have_text("…", timeout=PATIENCE)
    return page.locator(f"#{field}-says").inner_text()


def drawn_by(command: str) -> Sequence[Curve]:
    """The curves that a command draws."""
    program, *words = shlex.split(command)
    assert program == "lossplot"
    return read_curves([word for word in words if not word.startswith("--")])


def test_nothing_of_the_reader_is_loaded_before_a_formula_is_asked_for(site: Site) -> None:
    for path in ("index.html", "overlay.html", "losses/hinge.html"):
        with site.visit(path) as page:
            assert page.evaluate("Boolean(globalThis.lossplot?.formulas)") is False
            assert "formula.js" not in page.content()


def test_a_formula_is_drawn_moved_kept_and_drawn_by_the_command(site: Site) -> None:
    with site.visit("overlay.html?hinge&derivative") as page:
        assert type_in(page, "max(0, c - m)**k:c=1:k=2") == ""
        expect(page.locator("#command")).to_have_text(
            "lossplot hinge 'max(0, c - m)**k:c=1:k=2' --derivative", timeout=PATIENCE
        )
        slider = page.locator("#curves input[type=range][data-parameter=k]")
        slider.focus()
        page.keyboard.press("ArrowRight")
        expect(page.locator("#command")).to_have_text(
            "lossplot hinge 'max(0, c - m)**k:c=1:k=2.08' --derivative", timeout=PATIENCE
        )
        page.wait_for_url("**k=2.08**", timeout=PATIENCE)
        address, command = page.url, page.locator("#command").inner_text()
        go(page, address)
        expect(page.locator("#command")).to_have_text(command, timeout=PATIENCE)
        assert page.locator("#problem").inner_text() == ""
        assert page.url == address
    assert [curve.spec for curve in drawn_by(command)] == ["hinge", "max(0, c - m)**k:c=1:k=2.08"]


@pytest.mark.parametrize("text", TYPED)
def test_a_formula_has_pythons_values_and_knots_and_makes_the_round_trip(site: Site, text: str) -> None:
    curves = read_curves([text])
    with site.visit("overlay.html?hinge") as page:
        type_in(page, text)
        command = page.locator("#command").inner_text()
        assert [curve.spec for curve in drawn_by(command)][-len(curves) :] == [curve.spec for curve in curves]
        page.wait_for_url("**?*" if curves[0].axis.name == "margin" else "**", timeout=PATIENCE)
        answers = page.evaluate(COMPOSE, text)
        page.wait_for_function("(old) => location.search !== old", arg="?hinge", timeout=PATIENCE)
        go(page, page.url)
        expect(page.locator("#command")).to_have_text(command, timeout=PATIENCE)
        assert page.locator("#problem").inner_text() == ""
    for curve, answer in zip(curves, answers, strict=True):
        left, right = answer["view"]
        wanted = curve.knots(left, right)
        assert [(x, kind) for x, kind, *_ in answer["knots"]] == [(knot.x, knot.kind) for knot in wanted]
        jet = curve.derivatives(np.array(answer["xs"]))
        for part, words in zip((jet.value, jet.slope, jet.curvature), answer["values"], strict=True):
            for number, word in zip(part.tolist(), words, strict=True):
                if math.isfinite(number):
                    assert float(word) == pytest.approx(number, rel=1e-12, abs=1e-12)


def test_what_is_no_formula_is_refused_in_the_words_of_the_command_line(site: Site) -> None:
    with site.visit("overlay.html?hinge") as page:
        for text in REFUSED:
            assert type_in(page, text) == refusal(text)
            assert page.locator("#formula").get_attribute("aria-invalid") == "true"
        for text in ("(" * 100_000, "-" * 5000 + "m", "m" + "+m" * 400, "√" * 900 + "m", "|" * 999):
            words = type_in(page, text)
            assert words, text[:9]
            assert "\n" not in words
        assert page.locator("#command").inner_text() == "lossplot hinge"
        assert type_in(page, "") == "write a formula, such as max(0, 1 - m)"
        assert type_in(page, "m") == ""
        assert page.locator("#formula").get_attribute("aria-invalid") == "false"


@pytest.mark.parametrize(
    "address",
    [
        "overlay.html?constructor+(m)",
        "overlay.html?__proto__*m",
        f"overlay.html?{'(' * 3000}",
        "overlay.html?m**99999+hinge",
        "overlay.html?%28%28+%29",
        "overlay.html?log(1+exp(-m))",
        "overlay.html?m*m:k=1",
    ],
)
def test_an_odd_formula_in_an_address_does_not_break_the_page(site: Site, address: str) -> None:
    with site.visit(address) as page:
        expect(page.locator("#command")).to_contain_text("lossplot ", timeout=PATIENCE)
        # A plus in brackets is none between losses, also where a program took its escape away.
        is_read = "exp(-m)" in address
        assert (page.locator("#problem").inner_text() == "") == is_read
        assert page.locator("#figure svg").count() == 1


@pytest.mark.parametrize(
    ("loss", "gradient"),
    [
        ("huber:delta=2", "np.clip(r, -delta, delta)"),
        ("huber:delta=2", "r"),
        ("max(0, 1 - m)", "-1 if m < 1 else 0"),
        ("max(0, 1 - m)", "-y*(y*f < 1)"),
        ("max(0, 1 - m)", "1 if m < 1 else 0"),
        ("hinge", "-2*(m < 1)"),
        ("hinge", "-1 if m < 1 else 2"),
        ("log(1 + exp(-m))", "-1/(1 + exp(m))"),
        ("log(1 + exp(-m))", "1/(1 + exp(-m))"),
        ("log(1 + exp(-m))", "1/(1 + exp(-m)) - 1"),
        ("half-squared", "abs(r)"),
        ("squared", "r"),
        ("log-loss", "-1/p"),
        ("log-loss", "-1/(1 - p)"),
    ],
)
def test_a_gradient_is_judged_as_the_command_line_does(site: Site, loss: str, gradient: str) -> None:
    curves = read_curves([loss])
    verdict = check_derivative(curves, gradient, 1).verdict
    with site.visit("overlay.html?zero-one") as page:
        type_in(page, loss)
        if curves[0].axis.name == "margin":
            page.locator("#curves .curve-head button").first.click()
        words = type_in(page, gradient, "gradient")
        invalid = page.locator("#gradient").get_attribute("aria-invalid")
        name = page.locator("#curves .curve-head .swatch").first.inner_text()
    assert invalid == ("false" if verdict.equal else "true"), words
    assert words.split("\n") == verdict_sentences(verdict, name, curves[0].axis.variable)


def test_a_gradient_that_cannot_be_read_is_refused_and_chinese_is_spoken(site: Site) -> None:
    with site.visit("zh/overlay.html?hinge") as page:
        assert type_in(page, "q + m", "gradient").startswith("two names are left, q and m")
        assert page.locator("#gradient-says").get_attribute("lang") == "en"
        for gradient in ("-1 if m < 1 else 0", "1 if m < 1 else 0", "-m"):
            verdict = check_derivative(read_curves(["hinge"]), gradient, 1).verdict
            words = type_in(page, gradient, "gradient").split("\n")
            assert words == verdict_sentences(verdict, "合页损失", "m", load_language("zh"))
        assert page.locator("#gradient-says").get_attribute("lang") is None
        assert type_in(page, "") == "请写一个公式，例如 max(0, 1 - m)"


def test_a_formula_of_another_axis_takes_the_place_of_the_usual_curves_alone(site: Site) -> None:
    with site.visit("overlay.html") as page:
        assert type_in(page, "r**2") == ""
        assert page.locator("#command").inner_text() == "lossplot 'r**2'"
        assert type_in(page, "abs(r)") == ""
        assert type_in(page, "max(0, 1 - m)").startswith("the formula is a curve of margin m")
        assert page.locator("#command").inner_text() == "lossplot 'r**2' 'abs(r)'"
    with site.visit("losses/hinge.html") as page:
        assert type_in(page, "r**2").startswith("the formula is a curve of error r")
        assert type_in(page, "1 - m") == ""
        assert page.locator("#curves .curve").count() == 2


def test_a_label_is_text_and_both_labels_mirror_a_formula(site: Site) -> None:
    with site.visit("overlay.html?hinge&both-labels") as page:
        assert type_in(page, '<b>x</b> & "y" = max(0, 1 - m)**2') == ""
        assert page.locator("#figure b, #curves b, #reading b").count() == 0
        assert "<b>x</b>" in page.locator("#curves").inner_text()
        values = page.evaluate(
            """() => lossplot
              .scaledCurves(lossplot.readFamily("max(0, 1 - m)**2", lossplot.losses), { bothLabels: true })
              .map((curve) => [curve.at(0, -2), curve.at(1, -2), curve.at(2, -2), curve.switches.length])"""
        )
    assert values == [[9, -6, 2, 1], [0, 0, 0, 1]]


def test_a_page_of_a_loss_may_be_left_with_a_formula_alone(site: Site) -> None:
    with site.visit("losses/hinge.html") as page:
        assert type_in(page, "log(1 + exp(-c*m)):c=2") == ""
        page.locator("#curves .curve-head button").first.click()
        expect(page.locator("#command")).to_contain_text("lossplot 'log(1 + exp(-c*m)):c=2'", timeout=PATIENCE)
        page.locator("#why").scroll_into_view_if_needed()
        expect(page.locator("#why-says")).to_contain_text("the least risk is", timeout=PATIENCE)
        assert page.locator("#train").is_hidden()


def test_a_formula_is_typed_with_the_keyboard_alone_and_axe_finds_nothing(site: Site) -> None:
    with site.visit("overlay.html?hinge", reduced_motion="reduce") as page:
        page.locator("#add").focus()
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.id") == "formula"
        page.keyboard.type("max(0, 1 - m)**k:k=2")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(page.locator("#command")).to_contain_text("k=2", timeout=PATIENCE)
        type_in(page, "loss(m)")
        type_in(page, "7", "gradient")
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            page.evaluate(axe_script())
            found = page.evaluate("axe.run({ preload: false })")
            assert [(each["id"], each["nodes"][0]["html"]) for each in found["violations"]] == []


def test_the_whole_form_fits_a_telephone(site: Site) -> None:
    with site.visit("overlay.html?hinge", viewport={"width": 320, "height": 700}) as page:
        type_in(page, "max(0, 1 - m)**k + " + " + ".join(["log(1 + exp(-m))"] * 20) + ":k=2")
        type_in(page, "9" * 300, "gradient")
        assert page.evaluate("document.documentElement.scrollWidth") == 320
