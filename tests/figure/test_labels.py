"""Words of figures: a family and a single curve have their name once, and formulas their letters."""

from __future__ import annotations

from typing import Any

import pytest
from support.cases import every
from support.figures import prepared_of

from lossplot._curves.curve import short
from lossplot._curves.parse import read_curves
from lossplot._figure.resolve import resolve
from lossplot._figure.spec import FigureSpec
from lossplot._formula.notation.breaks import break_sums
from lossplot._losses import LOSSES, Loss
from lossplot._losses.entry import MARGIN
from lossplot._text.language import ENGLISH
from lossplot._text.markup import plain
from lossplot._text.names import label, marked_label


@every("loss", LOSSES.values(), ids=LOSSES, among=12)
def test_one_curve_is_named_by_the_title_alone(loss: Loss) -> None:
    wording = resolve(FigureSpec((loss.name,))).wording
    assert (plain(wording.title), wording.names, wording.short_names) == (loss.title, ("",), ())
    assert not resolve(FigureSpec((loss.name,), title="")).wording.title
    with_formula = resolve(FigureSpec((loss.name,), formula=True)).wording
    assert with_formula.title.replace("$", "").startswith(loss.title)
    assert with_formula.title.count("$") % 2 == 0
    assert with_formula.title_is_math


@pytest.mark.parametrize(
    ("options", "is_titled"),
    [
        ({}, True),
        ({"labels": "none"}, False),
        ({"labels": "none", "formula": True}, False),
        ({"preset": "slide"}, True),
        ({"preset": "slide", "labels": "none"}, False),
        ({"preset": "icml"}, False),
        ({"preset": "icml", "formula": True}, True),
    ],
)
def test_the_name_stands_above_unless_names_are_not_wanted_or_are_in_the_caption_of_a_paper(
    options: dict[str, Any], is_titled: bool
) -> None:
    assert bool(resolve(FigureSpec(("huber",), **options)).wording.title) == is_titled


def test_a_family_has_its_name_as_the_title_and_values_at_its_curves() -> None:
    wording = resolve(FigureSpec(("huber:delta=0.5,1,2",))).wording
    assert (wording.title, wording.heading, wording.parameter) == ("Huber", "*δ* =", "*δ*")
    assert wording.short_names == ("0.5", "1", "2")
    titled = resolve(FigureSpec(("huber:delta=0.5,1,2",), title="Robust")).wording
    assert (titled.title, titled.heading, titled.parameter) == ("Robust", "Huber, *δ* =", "Huber, *δ*")


PARAMETRIC = {name: loss for name, loss in LOSSES.items() if loss.parameters}


@every("loss", PARAMETRIC.values(), ids=PARAMETRIC, among=12)
def test_two_curves_of_one_loss_are_a_family_too(loss: Loss) -> None:
    parameter = loss.parameters[0]
    other = next(value for value in (0.25, 0.5, 1.0, 2.0, 3.0) if value in parameter and value != parameter.default)
    words = f"{loss.name}:{parameter.name}={parameter.default!r},{other!r}"
    wording = resolve(FigureSpec((words,))).wording
    assert plain(wording.title) == loss.title
    assert wording.short_names == (short(parameter.default), short(other))
    titled = resolve(FigureSpec((words,), title="Mine")).wording
    assert titled.short_names == ()
    assert all(plain(name).startswith(f"{loss.title} (") for name in titled.names)


def test_a_family_beside_another_loss_has_no_title_of_its_own() -> None:
    wording = resolve(FigureSpec(("huber:delta=1,2", "absolute"))).wording
    assert (wording.title, wording.short_names) == ("", ())
    assert wording.names == ("Huber (*δ* = 1)", "Huber (*δ* = 2)", "Absolute error")


def test_the_minimiser_of_a_risk_is_named_in_both_languages() -> None:
    for code, words in (("en", "minimum at *m* = 0.8473"), ("zh", "最小值点：*m* = 0.8473")):
        spec = FigureSpec(("logistic",), ("loss", "risk"), risk=0.7, language=code)
        assert resolve(spec).wording.marks == ((), (words,))


def test_the_formula_of_a_family_stands_once_with_its_letters() -> None:
    wording = resolve(FigureSpec(("huber:delta=0.5,1,2",), formula=True)).wording
    assert wording.title == r"Huber: $r^2/2$ if $|r| \leq \delta$; $\delta\,(|r| - \delta/2)$ otherwise"
    assert wording.title_parts == (
        "Huber:",
        r"$r^2/2$ if $|r| \leq \delta$;",
        r"$\delta\,(|r| - \delta/2)$ otherwise",
    )
    assert not wording.formulas
    for losses in ("huber:delta=1,2", "huber:delta=0.5,1,2"):
        titled = resolve(FigureSpec((losses,), formula=True, title="Robust *regression*")).wording
        assert plain(titled.title) == "Robust *regression*"
        assert titled.subtitle_parts == wording.title_parts
        assert (titled.heading, titled.parameter, titled.formulas) == ("*δ* =", "*δ*", False)
        assert titled.short_names == tuple(losses.partition("=")[2].split(","))


def test_the_formula_of_one_curve_stands_below_a_title_of_the_user() -> None:
    own = resolve(FigureSpec(("huber:delta=2",), formula=True)).wording
    titled = resolve(FigureSpec(("huber:delta=2",), formula=True, title="Robust")).wording
    assert own.title_parts[0] == r"Huber ($δ$ = 2):"
    assert (titled.title, titled.subtitle_parts, titled.names) == ("Robust", own.title_parts, ("",))
    assert resolve(FigureSpec(("huber",), title="Robust")).wording.subtitle_parts == ()
    texts = prepared_of(FigureSpec(("huber",), formula=True, title="Robust")).drawing.texts
    title, formula = (text for text in texts if text.role == "title")
    assert (title.words, title.math, formula.math) == ("Robust", False, True)
    assert formula.words.startswith("Huber ($δ$ = 1): $r^2/2$")
    assert title.x == formula.x
    assert formula.y < title.y - title.size / 72
    assert formula.size < title.size


@every("loss", PARAMETRIC.values(), ids=PARAMETRIC)
def test_letters_of_parameters_are_italic_and_words_are_not(loss: Loss) -> None:
    every_value = ":".join(f"{each.name}={each.default!r}" for each in loss.parameters)
    [curve] = read_curves([f"{loss.name}:{every_value}"])
    marked = marked_label(curve)
    for parameter in loss.parameters:
        letter = ENGLISH.parameter(parameter.name)
        expected = f"*{letter}* = " if len(letter) == 1 else f"{parameter.name} = "
        assert expected in marked
    assert marked.count("*") % 2 == 0
    assert plain(marked) == label(curve)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("$a + b$", ("$a$", "$+ b$")),
        ("$|a - 2| + b$ if $c$", ("$|a - 2|$", "$+ b$ if $c$")),
        (r"$\frac{a + b}{c} - (d + e)$", (r"$\frac{a + b}{c}$", "$- (d + e)$")),
        ("no - formula", ("no - formula",)),
    ],
)
def test_formulas_break_at_the_signs_of_the_outermost_sum(text: str, parts: tuple[str, ...]) -> None:
    assert break_sums(text) == parts


def test_the_probability_of_a_risk_is_that_of_the_label() -> None:
    assert "true class" in resolve(FigureSpec(("log-loss",))).wording.x_label
    risk = resolve(FigureSpec(("log-loss",), ("loss", "risk"), risk=0.7))
    assert risk.wording.x_label == "forecast probability *p* of +1"
    assert "against the forecast probability p of +1 from 0 to 1" in risk.description
    assert MARGIN.label == "margin *m* = *y* *f*(*x*)"
