"""What curves, axes and panels are called, and curves together, word for word."""

from __future__ import annotations

from typing import Any

import pytest
from support.cases import every

from lossplot._curves.moves import for_both_labels
from lossplot._curves.panels import Panel
from lossplot._curves.parse import read_curves
from lossplot._figure.options import read_spec
from lossplot._figure.resolve import resolve
from lossplot._text.description import room, title_of
from lossplot._text.language import ENGLISH, load_language
from lossplot._text.names import axis_words, group_alike, label, marked_label, panel_name, together

CHINESE = load_language("zh")


@every(
    ("words", "marked"),
    [
        ("hinge", "Hinge"),
        ("huber", "Huber"),
        ("huber:delta=1", "Huber (*δ* = 1)"),
        ("huber:delta=0.123456", "Huber (*δ* = 0.12346)"),
        ("ramp:s=-1", "Ramp (*s* = −1)"),
        ("hampel:a=1:b=2:c=3", "Hampel (*a* = 1, *b* = 2, *c* = 3)"),
        ("student-t", "Student's *t*"),
        ("mine = max(0, 1 - m)", "mine"),
        ("mine = max(0, c - m):c=2", "mine (*c* = 2)"),
    ],
)
def test_a_curve_has_its_name_and_the_parameters_that_were_given(words: str, marked: str) -> None:
    [curve] = read_curves([words])
    assert marked_label(curve) == marked
    assert label(curve) == marked.replace("*", "")


@every(
    ("words", "names", "chinese"),
    [
        ("hinge logistic", "Hinge and Logistic", "合页损失和逻辑斯谛损失"),
        ("hinge logistic squared-hinge", "Hinge, Logistic and Squared hinge", "合页损失、逻辑斯谛损失和平方合页损失"),
        ("huber:delta=1,2", "Huber (δ = 1 and 2)", "Huber 损失（δ = 1 和 2）"),
        ("huber:delta=2,1,3", "Huber (δ = 2, 1 and 3)", "Huber 损失（δ = 2、1 和 3）"),
        ("huber:delta=1 hinge:threshold=1", "", ""),
        (
            "hampel:a=1:b=2:c=3 hampel:a=1:b=2:c=4",
            "Hampel (a = 1, b = 2, c = 3 and 4)",
            "Hampel 损失（a = 1, b = 2, c = 3 和 4）",
        ),
        ("huber huber:delta=2", "Huber and Huber (δ = 2)", "Huber 损失和Huber 损失（δ = 2）"),
    ],
)
def test_curves_together_are_a_family_where_they_differ_in_one_parameter(words: str, names: str, chinese: str) -> None:
    curves = read_curves(words.split()) if names else ()
    if curves:
        assert together(curves, ENGLISH) == names
        assert together(curves, CHINESE).replace(" ", "") == chinese.replace(" ", "")


def test_both_labels_are_said_once_for_all_losses() -> None:
    hinge, logistic = (for_both_labels(curve) for curve in read_curves(["hinge", "logistic"]))
    assert together([*hinge], ENGLISH) == "Hinge, y = +1 and y = −1"
    assert together([hinge[0], logistic[0], hinge[1], logistic[1]], ENGLISH) == "Hinge and Logistic, y = +1 and y = −1"
    assert together([hinge[0], logistic[1]], ENGLISH) == "Hinge, y = +1 and Logistic, y = −1"
    assert label(hinge[1]) == "Hinge, y = −1"


@every(
    ("panel", "chance", "words"),
    [
        ("loss", None, "loss"),
        ("derivative", 0.5, "derivative"),
        ("second-derivative", None, "second derivative"),
        ("risk", 0.7, "risk at *η* = 0.7"),
        ("risk", 1.0 / 3.0, "risk at *η* = 0.33333"),
        ("risk", 0.0, "risk at *η* = 0"),
    ],
)
def test_a_panel_is_called_by_its_quantity(panel: Panel, chance: float | None, words: str) -> None:
    assert panel_name(panel, chance, ENGLISH) == words


@every(
    ("words", "options", "axis"),
    [
        ("hinge", {}, "margin *m* = *y* *f*(*x*)"),
        ("hinge", {"risk": "0.7"}, "margin *m* = *y* *f*(*x*)"),
        ("log-loss", {"risk": "0.7"}, "forecast probability *p* of +1"),
        ("log-loss", {"only": "risk", "risk": "0.7"}, "forecast probability *p* of +1"),
        ("squared", {"target": "100"}, "prediction *x*, target = 100"),
        ("squared", {"target": "0"}, "prediction *x*, target = 0"),
    ],
)
def test_an_axis_is_called_as_its_curves_call_it(words: str, options: dict[str, Any], axis: str) -> None:
    figure = resolve(read_spec([words], options))
    assert axis_words(figure.curves, figure.spec.panels, ENGLISH) == axis


@every(
    ("predicates", "groups"),
    [
        (["is 1", "is 1"], [("is 1", (0, 1), False)]),
        (["is 1", "is 2"], [("is 1 and 2", (0, 1), True)]),
        (["is 1", "falls", "is 2"], [("is 1 and 2", (0, 2), True), ("falls", (1,), False)]),
        (["from 1 to 2 by 3", "from 4 to 5 by 6"], [("from 1 and 4 to 2 and 5 by 3 and 6", (0, 1), True)]),
        (["1 2 3 4", "5 6 7 4"], [("1 and 5 2 and 6 3 and 7 4", (0, 1), True)]),
        (["1 2 3 4", "5 6 7 8"], [("1 2 3 4", (0,), False), ("5 6 7 8", (1,), False)]),
        (["at ±1 × 10⁻³", "at ±2"], [("at ±1 × 10⁻³ and ±2", (0, 1), True)]),
        (["at −1.5", "at 1.5"], [("at −1.5 and 1.5", (0, 1), True)]),
        ([], []),
    ],
)
def test_predicates_that_differ_in_up_to_three_numbers_are_one(
    predicates: list[str], groups: list[tuple[str, tuple[int, ...], bool]]
) -> None:
    found = [(group.predicate, group.numbers, group.in_turn) for group in group_alike(predicates, ENGLISH)]
    assert found == groups


def test_a_title_names_six_curves_or_five_and_how_many_more() -> None:
    assert title_of("A", ("loss",)) == "A: loss"
    assert title_of("AB", ("loss", "derivative")) == "A and B: loss and derivative"
    assert title_of("ABCDEF", ("loss",)) == "A, B, C, D, E and F: loss"
    assert title_of("ABCDEFG", ("loss",)) == "A, B, C, D, E and 2 more: loss"
    assert title_of("ABCDEFGHIJ", ("derivative", "weight")) == "A, B, C, D, E and 5 more: derivative and weight"


def test_the_room_of_a_description_by_hand() -> None:
    # 300 for the opening and 150 for each of up to six curves, 500 at least; 50 for each in each panel from the third.
    assert [room(curves) for curves in (1, 2, 6, 7, 50)] == [500, 600, 1200, 1250, 2000]
    assert [room(2, panels) for panels in (1, 2, 3, 5)] == [600, 600, 700, 900]


def test_a_grid_and_the_figures_in_it_are_titled() -> None:
    figure = resolve(read_spec(["hinge,logistic", "squared"], {}, grid=True))
    assert figure.title == "Hinge and Logistic: loss; Squared error: loss"
    assert figure.description.startswith("A grid of 2 figures, row by row. Figure 1: Line plot of the loss functions ")
    assert " Figure 2: Line plot of the loss function Squared error against " in figure.description
    assert resolve(read_spec(["hinge", "squared"], {"title": "Two"}, grid=True)).title == "Two"
    assert pytest.approx(figure.cells[0].scene.x_range) == (-3.0, 3.0)
