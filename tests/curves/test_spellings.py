"""Formulas as people paste them: each is the loss that its author meant, at many points, with its knots.

The spellings are forms found in public code and papers; `data/spellings.txt` says with each which loss it is.
"""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from support.cases import every

from lossplot._curves.curve import Curve, all_knots
from lossplot._curves.families import _candidates, families
from lossplot._curves.parse import read_curves
from lossplot._errors import RequestError
from lossplot._formula.evaluate import evaluate
from lossplot._formula.parser import parse
from lossplot._losses import LOSSES


def _spellings() -> list[tuple[str, str]]:
    lines = (Path(__file__).parent / "data" / "spellings.txt").read_text(encoding="ascii").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    return [(json.loads(text), meaning) for meaning, text in rows]


SPELLINGS = _spellings()
NAMED = [row for row in SPELLINGS if not row[1].startswith("=")]
PLAIN = [row for row in SPELLINGS if row[1].startswith("=")]


def only(text: str) -> Curve:
    [curve] = read_curves([text])
    return curve


def points(variable: str) -> np.ndarray:
    ends = {"p": (0.013, 0.987), "s": (-0.95, 0.93)}
    return np.linspace(*ends.get(variable, (-3.017, 3.031)), 97)


@every(("text", "name"), NAMED, ids=[row[0] for row in NAMED], among=10)
def test_a_spelling_is_the_loss_that_its_author_meant(text: str, name: str) -> None:
    typed, named = only(text), only(name)
    assert typed.axis.name == named.axis.name
    x = points(named.axis.variable)
    for own, expected in zip(
        (typed.jet(x).value, typed.derivatives(x).slope), (named.jet(x).value, named.derivatives(x).slope), strict=True
    ):
        np.testing.assert_allclose(own, expected, rtol=1e-11, atol=1e-12)
    assert [knot.kind for knot in all_knots(typed)] == [knot.kind for knot in all_knots(named)]
    np.testing.assert_allclose(
        [knot.x for knot in all_knots(typed)], [knot.x for knot in all_knots(named)], rtol=1e-14, atol=1e-14
    )


@every(("text", "meaning"), PLAIN, ids=[row[0] for row in PLAIN])
def test_a_spelling_is_the_plain_formula(text: str, meaning: str) -> None:
    formula, _, variable = meaning[1:].partition("@")
    variable = variable.strip() or "m"
    curve = only(text)
    assert curve.axis.variable == variable
    x = points(variable)
    expected = evaluate(parse(formula.strip(), {variable}), variable, x).value
    np.testing.assert_allclose(curve.jet(x).value, expected, rtol=1e-11, atol=1e-12)


@every("text", [row[0] for row in SPELLINGS[::6]])
def test_what_was_typed_is_asked_for_again_by_its_own_text(text: str) -> None:
    curve = only(text)
    assert curve.spec.isprintable()
    assert only(curve.spec) == curve


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("abs(0,5*r)", "'abs' takes 1 argument, not 2 at column 1; write 0.5 with a point"),
        ("log(1,5 + exp(-m))", "the base of 'log' is no number at column 1; write 1.5 with a point"),
        ("log(1 + m, m)", "the base of 'log' is no number at column 1; write log(x)/log(b)"),
        ("max(0; 1 - m)", "expected ',' or ')' at column 6 of the formula, found ';'"),
        ("0,5*r", "expected an operator at column 2 of the formula, found ','; write 0.5 with a point"),
        ("m + 0,5*m**2", "expected an operator at column 6 of the formula, found ','; write 0.5 with a point"),
        ("1 - m == 0", "'==' at column 7 is not part of a formula; conditions are < <= > >="),
        (r"\begin{cases} 1 & m \ne 0 \\ 0 & m > 0 \end{cases}", "'!=' at column 21 is not part of a formula"),
        ("q*e:q=1", "is a number and no curve; e is a constant, so call the variable otherwise"),
        ("np.maximum.reduce([0, 1 - m])", "no such function of one number, 'np.maximum.reduce', at column 1"),
        ("nn.CrossEntropyLoss()(pred, target)", "no such function of one number, 'nn.CrossEntropyLoss', at column 1"),
        ("mine = max(0, 1 - m) + foo(m)", "unknown function 'foo' at column 17"),
        ("max(0,\n  1 - foo(m))", "unknown function 'foo' at column 14"),
        ("m\\\n+ 1", "U+000A"),
        ("m+" * 129 + "m", "the formula has more than 128 operations in a row; bracket parts of a long sum"),
    ],
)
def test_what_is_not_understood_is_answered_with_what_to_write(text: str, said: str) -> None:
    with pytest.raises(RequestError) as caught:
        read_curves([text])
    assert said in str(caught.value)


def test_a_label_may_have_a_number_sign_and_a_formula_a_comment() -> None:
    curve = only("run # 3 = exp(-m)")
    assert (curve.label, curve.loss.name) == ("run # 3", "exp(-m)")
    curve = only("mine = max(0, c - m)  # c = 1, as in : c=2\n:c=3")
    assert (curve.label, curve.loss.name, curve.parameters) == ("mine", "max(0, c - m)", {"c": 3.0})


def test_a_default_in_the_head_of_a_function_holds_unless_a_value_is_given() -> None:
    text = "lambda m, c=2.0: max(0, c - m)"
    assert only(text).jet([0.0]).value[0] == 2.0
    assert only(f"{text}:c=3").jet([0.0]).value[0] == 3.0
    assert only(text).loss.notes == ("the body of the function is taken, with c = 2",)


FAMILIES = [
    ("(tau - (r < 0))*r:tau=0.3", ["(tau - (r < 0))*r:tau=0.3 is quantile:tau=0.7"]),
    (
        "np.maximum(q*u, (q - 1)*u):q=0.9",
        [
            "np.maximum(q*u, (q - 1)*u):q=0.9 is quantile:tau=0.1 if u is the error r = prediction - target, "
            "and quantile:tau=0.9 if it is target - prediction"
        ],
    ),
    ("0.5*r**2 if abs(r) <= 2 else 2*(abs(r) - 1)", ["huber:delta=2"]),
    ("-0.25*(1 - p)**2*log(p)", ["focal:gamma=2:alpha=0.25"]),
    ("(1 - p**0.3)/0.3", ["gce:q=0.3"]),
    ("1/(1 + exp(3*m))", ["sigmoid:k=3"]),
    ("c*abs(x)/(c + abs(x)):c=1", ["geman-reynolds:c=1 if x is the error r"]),
    ("max(0, 1 - m)**3", []),
    ("huber", []),
    ("squared + absolute", []),
]


def test_a_formula_in_a_variable_of_its_own_is_known_by_both_signs_of_an_error() -> None:
    assert families(only("c*abs(x)/(c + abs(x)):c=1")) == [
        "c*abs(x)/(c + abs(x)):c=1 is geman-reynolds:c=1 if x is the error r"
    ]


@every(("text", "said"), FAMILIES, ids=[row[0] for row in FAMILIES], among=8)
def test_a_formula_is_known_as_a_member_of_a_family(text: str, said: list[str]) -> None:
    sentences = families(only(text))
    assert len(sentences) == len(said)
    assert all(part in sentence for part, sentence in zip(said, sentences, strict=True))


@every(
    ("loss", "number", "tried"),
    [
        # The default, the number, what is missing of it to 1, twice and half of it, and 1 divided by it.
        ("huber", 4.0, [1.0, 4.0, 8.0, 2.0, 0.25]),
        ("quantile", 0.3, [0.5, 0.3, 0.7, 0.6, 0.15]),
        ("quantile", 1.25, [0.5, 0.625, 0.8]),
        ("huber", 0.0, [1.0]),
        ("focal", 0.0, [2.0, 0.0, 1.0]),
    ],
)
def test_a_number_of_a_formula_suggests_values_of_a_parameter(loss: str, number: float, tried: list[float]) -> None:
    assert _candidates(LOSSES[loss].parameters[0], [number]) == tried


@every(
    ("text", "label"),
    [("SVM=hinge", "SVM"), ("hinge=hinge", "hinge"), ("mse=l2", "mse"), ("mse=sklearn:mean_squared_error", "mse")],
)
def test_a_label_may_be_another_name_of_its_loss(text: str, label: str) -> None:
    [curve] = read_curves([text])
    assert curve.label == label


@every("text", ["SVM=mse", "hinge=max(0, 1 - m)", "m=hinge", "r=mse", "huber=l2"])
def test_a_label_is_no_name_of_another(text: str) -> None:
    with pytest.raises(RequestError, match="is the name of something else; choose another word"):
        read_curves([text])
