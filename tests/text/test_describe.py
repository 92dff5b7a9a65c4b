"""Descriptions word for word, and the titles and names of figures."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
from support.cases import every
from support.descriptions import CHINESE, curves, describe, sentences

from lossplot._curves.curve import default_curve, short
from lossplot._curves.panels import PANELS, Panel
from lossplot._formula.notation.letters import GREEK
from lossplot._losses import LOSSES, Loss
from lossplot._text.description import title
from lossplot._text.names import label

HINGES = (
    "Line plot of the loss functions Hinge and Squared hinge against the margin m = y f(x) from −3 to 3; "
    "below it, the derivative. "
    "The curves meet at m = 0 (value 1) and coincide from m = 1 on (value 0). "
    "Hinge falls linearly from 4 at m = −3 to its minimum 0 at m = 1, then stays at 0, with a corner at m = 1. "
    "Squared hinge falls ever more slowly from 16 at m = −3 to its minimum 0 at m = 1, then stays at 0, "
    "with a jump in curvature at m = 1; further left it grows quadratically. "
    "The derivative of Hinge lies between −1 and 0, with a jump at m = 1. "
    "The derivative of Squared hinge lies between −8 and 0."
)
HINGES_IN_CHINESE = (
    "合页损失和平方合页损失的曲线图，横轴为间隔 m = y f(x)，从 −3 到 3；其下为导数。"
    "两条曲线相交于 m = 0（值为 1），并自 m = 1 起（值为 0）重合。"
    "合页损失从 m = −3 处的 4 线性地下降到 m = 1 处的最小值 0，随后保持为 0，在 m = 1 处有角点。"
    "平方合页损失从 m = −3 处的 16 逐渐变缓地下降到 m = 1 处的最小值 0，随后保持为 0，在 m = 1 处曲率突变；"
    "再向左按平方增长。"
    "合页损失的导数到 m = 1 为止恒为 −1，在此处跳变到 0 后保持不变。"
    "平方合页损失的导数从 m = −3 处的 −8 线性地上升到 m = 1 处的 0，随后保持为 0。"
)


def test_two_hinges_are_described_as_a_lecturer_would() -> None:
    panels: tuple[Panel, ...] = ("loss", "derivative")
    assert describe(curves("hinge squared-hinge"), panels) == HINGES
    assert describe(curves("hinge squared-hinge"), panels, CHINESE) == HINGES_IN_CHINESE


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("zero-one", "Zero–one is 1 up to m = 0, where it jumps to 0 and stays there"),
        (
            "tukey-biweight",
            "Tukey's biweight is symmetric about r = 0 and rises first ever more steeply and then ever more slowly "
            "from its minimum 0 at r = 0 to 3.658 at r = ±4.685, then stays at 3.658",
        ),
        ("log-loss", "Cross-entropy falls ever more slowly from infinity at p = 0 to its minimum 0 at p = 1"),
        (
            "quantile:tau=0.9",
            "Quantile (τ = 0.9) falls linearly from 2.7 at r = −3 to its minimum 0 at r = 0, "
            "then rises linearly to 0.3 at r = 3, with a corner at r = 0",
        ),
        ("periodic", "Periodic is symmetric about r = 0 and swings between 0 and 2, turning 11 times"),
        (
            "double-hinge",
            "Double hinge falls in straight pieces from 3 at m = −3 to its minimum 0 at m = 1, then stays at 0, "
            "with corners at m = −1 and m = 1",
        ),
        ("unhinged", "Unhinged falls linearly from 4 at m = −3 to −2 at m = 3"),
        (
            "half-squared expectile:tau=0.5",
            "Each of Half squared error and Expectile (τ = 0.5) is symmetric about r = 0 and rises ever more steeply "
            "from its minimum 0 at r = 0 to 4.5 at r = ±3; further out it grows quadratically",
        ),
    ],
)
def test_a_sentence(words: str, sentence: str) -> None:
    assert sentence in sentences(describe(curves(words)))


def test_figures_of_other_panels_tell_of_them() -> None:
    text = describe(curves("hinge ramp"), ("derivative",))
    assert text.startswith("Line plot of the derivative of the loss functions Hinge and Ramp against the margin")
    assert "The derivative of Hinge is −1 up to m = 1, where it jumps to 0 and stays there" in sentences(text)
    assert "below it, the derivative and second derivative" in describe(curves("hinge"), PANELS[:3])


def test_scaled_curves_are_said_to_be() -> None:
    normalized = [replace(curve, unit=math.log(2.0)) for curve in curves("logistic")]
    assert "the loss function Logistic, scaled to 1 at m = 0, against" in describe(normalized)
    assert "（缩放至 m = 0 处为 1" in describe(normalized, language=CHINESE)


def test_one_scaled_curve_among_others_is_told_of() -> None:
    hinge, logistic = curves("hinge logistic")
    assert "scaled to 1 at m = 0" in describe([hinge, replace(logistic, unit=math.log(2.0))])
    assert "scaled" not in describe([hinge, logistic])


def test_titles_name_what_is_drawn() -> None:
    two: tuple[Panel, ...] = ("loss", "second-derivative")
    assert title(curves("hinge huber:delta=2"), two) == "Hinge and Huber (δ = 2): loss and second derivative"
    assert title(curves("hinge huber:delta=2"), two, CHINESE) == "合页损失和 Huber 损失（δ = 2）：损失和二阶导数"
    many = curves("hinge squared-hinge logistic exponential savage tangent ramp")
    assert title(many, ("loss",)) == "Hinge, Squared hinge, Logistic, Exponential, Savage and 2 more: loss"
    family = curves("linex:a=1,2:b=0.5")
    assert title(family, ("loss",)) == "LINEX (a = 1 and 2, b = 0.5): loss"
    assert title(family, ("loss",), CHINESE) == "LINEX 损失（a = 1 和 2, b = 0.5）：损失"


@every("loss", LOSSES.values(), ids=LOSSES)
def test_a_label_is_the_name_with_the_parameters_that_were_chosen(loss: Loss) -> None:
    curve = default_curve(loss)
    full = replace(curve, given=tuple(curve.parameters))
    values = ", ".join(f"{GREEK.get(name, name)} = {short(value)}" for name, value in curve.parameters.items())
    assert label(curve) == loss.title
    assert label(full) == (f"{loss.title} ({values})" if values else loss.title)
    assert label(curve, CHINESE) == CHINESE(loss.name)
    for name in full.given:
        assert f"{CHINESE.parameter(name)} = {short(full.parameters[name])}" in label(full, CHINESE)


def test_the_same_figure_has_the_same_description() -> None:
    assert len({describe(curves("hinge logistic savage"), PANELS[:3]) for _ in range(3)}) == 1
