"""What a description says is so: each statement is read back from the words and held against dense samples."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import combinations, pairwise
from xml.etree import ElementTree as ET
from xml.sax.saxutils import escape

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import curves as any_curve

from lossplot.curves import Curve, default_curve, short
from lossplot.describe import LONG, LONGEST, SHORT, description, label, title
from lossplot.describe.meetings import find_meetings
from lossplot.describe.samples import Line, take_samples
from lossplot.formula.jets import Array
from lossplot.languages import ENGLISH, Language, languages, speak
from lossplot.limits import x_limits
from lossplot.losses import LOSSES, Loss
from lossplot.reading import read_curves
from lossplot.risk import risk_minimiser
from lossplot.sampling import quantity
from lossplot.spec import PANELS, Panel

EVERY_LOSS = pytest.mark.parametrize("loss", LOSSES.values(), ids=LOSSES)
CHINESE = speak("zh")
# A number of four digits is off by less than this share of it.
DIGITS = 5.1e-4
DENSE = 20_001

NUMBER = r"(?:minus infinity|infinity|−?\d+(?:\.\d+)?(?: × 10[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)?)"
PLACE = rf"\w = (±?{NUMBER})"
_SUPERSCRIPTS = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")


def number(text: str) -> float:
    """The number that a description says, without its ±."""
    text = text.removeprefix("±").replace("minus infinity", "-inf").replace("infinity", "inf").replace("−", "-")
    mantissa, _, exponent = text.partition(" × 10")
    return float(f"{mantissa}e{exponent.translate(_SUPERSCRIPTS)}") if exponent else float(mantissa)


def numbers(text: str) -> list[str]:
    return re.findall(rf"±?{NUMBER}", text.replace("负无穷", "minus infinity").replace("正无穷", "infinity"))


def curves(words: str) -> tuple[Curve, ...]:
    return read_curves(words.split())


def describe(
    some: Sequence[Curve],
    panels: Sequence[Panel] = ("loss",),
    language: Language = ENGLISH,
    view: tuple[float, float] | None = None,
    risk: float | None = None,
) -> str:
    left, right = view or x_limits(some)
    return description(some, panels, left, right, language, risk)


def story(text: str, curve: Curve) -> str:
    """The sentence about the course of `curve`."""
    [found] = [sentence for sentence in sentences(text) if sentence.startswith(f"{label(curve)} ")]
    return found.removeprefix(f"{label(curve)} ")


def sentences(text: str) -> list[str]:
    assert text.endswith(".")
    return text[:-1].split(". ")


# --- the whole, word for word ---

HINGES = (
    "Line plot of the loss functions hinge and squared-hinge against the margin m = y·f(x) from −3 to 3. "
    "Panels from the top: loss and derivative. "
    "The curves meet at m = 0 (value 1) and coincide from m = 1 on (value 0). "
    "hinge falls linearly from 4 at m = −3 to its minimum 0 at m = 1, then stays at 0, with a corner at m = 1; "
    "further left it grows linearly. "
    "squared-hinge falls ever more slowly from 16 at m = −3 to its minimum 0 at m = 1, then stays at 0, "
    "with a change of curvature at m = 1; further left it grows quadratically. "
    "The derivative of hinge lies between −1 and 0, with a jump at m = 1. "
    "The derivative of squared-hinge lies between −8 and 0."
)
HINGES_IN_CHINESE = (
    "合页损失和平方合页损失的曲线图，横轴为间隔 m = y·f(x)，从 −3 到 3。自上而下各图：损失和导数。"
    "两条曲线相交于 m = 0（值为 1），并自 m = 1 起（值为 0）重合。"
    "合页损失从 m = −3 处的 4 线性下降到 m = 1 处的最小值 0，随后保持为 0，在 m = 1 处有角点；再向左线性增长。"
    "平方合页损失从 m = −3 处的 16 渐缓下降到 m = 1 处的最小值 0，随后保持为 0，在 m = 1 处曲率突变；再向左按平方增长。"
    "合页损失的导数介于 −1 与 0 之间，在 m = 1 处跳变。平方合页损失的导数介于 −8 与 0 之间。"
)


def test_two_hinges_are_described_as_a_lecturer_would() -> None:
    panels: tuple[Panel, ...] = ("loss", "derivative")
    assert describe(curves("hinge squared-hinge"), panels) == HINGES
    assert describe(curves("hinge squared-hinge"), panels, CHINESE) == HINGES_IN_CHINESE


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("zero-one", "zero-one is 1 up to m = 0, where it jumps to 0, then stays at 0"),
        (
            "tukey-biweight",
            "tukey-biweight is symmetric about r = 0 and rises first ever more steeply and then ever more slowly "
            "from its minimum 0 at r = 0 to 3.658 at r = ±4.685, then stays at 3.658",
        ),
        ("log-loss", "log-loss falls ever more slowly from infinity at p = 0 to its minimum 0 at p = 1"),
        (
            "quantile:tau=0.9",
            "quantile (τ = 0.9) falls linearly from 2.7 at r = −3 to its minimum 0 at r = 0, then rises linearly to 0.3 "
            "at r = 3, with a corner at r = 0; further out it grows linearly on both sides",
        ),
        ("unhinged zero-one", "unhinged and zero-one"),
        ("periodic", "periodic is symmetric about r = 0 and swings between 0 and 2, turning 11 times"),
        ("huber:delta=0.5,1,2", "All curves coincide from r = −0.5 to r = 0.5"),
        ("hinge perceptron zero-one", "hinge, perceptron and zero-one coincide from m = 1 on (value 0)"),
        ("hinge perceptron zero-one", "perceptron and zero-one coincide beyond m = 0 (value 0)"),
        ("squared huber:delta=9", "The curves meet at r = 0 (value 0)"),
        ("gaussian-nll squared:", ""),
        ("absolute half-squared", "The curves meet at r = 0 (value 0) and r = ±2 (value 2)"),
        ("unhinged exponential", "The curves meet at m = 0 (value 1)"),
        ("hinge:threshold=2 hinge:threshold=3", "The curves coincide from m = 3 on (value 0)"),
        ("laplace-nll smooth-l1", "The curves do not meet in this range"),
    ],
)
def test_a_sentence(words: str, sentence: str) -> None:
    assert sentence in describe(curves(words.replace(":", ":").rstrip(":")))
