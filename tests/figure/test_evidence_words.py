"""Sentences about predictions: where half of them lie, and which forecast is furthest from what came."""

from __future__ import annotations

import math
from dataclasses import replace
from itertools import permutations

import numpy as np
import pytest

from lossplot._curves.parse import read_curves
from lossplot._figure.distribution import Distribution, Evidence, Reliability
from lossplot._figure.evidence_words import describe_evidence, mean_words, with_mean
from lossplot._text.language import ENGLISH, load_language

# Of eight examples in four bins from -2 to 2, with those below and above.
Counts = tuple[int, int, int, int, int, int]
EVEN: Counts = (0, 2, 2, 2, 2, 0)


def part(curve: int = 0, group: str = "", mean: float = 0.5, examples: Counts = EVEN) -> Distribution:
    """Eight examples that carry loss as many as they are, and gradient as evenly as may be."""
    shares = [np.array(counts) / 8 for counts in (examples, examples, EVEN)]
    return Distribution(curve, group, 8, mean, np.linspace(-2.0, 2.0, 5), *shares)


def forecasts(group: str, gaps: dict[float, float]) -> Reliability:
    """Forecasts that came true by so much more often."""
    observed = tuple(forecast + gap for forecast, gap in gaps.items())
    return Reliability(group, (*gaps,), observed, (0.0,) * len(gaps), (1.0,) * len(gaps))


def sentences(evidence: Evidence, losses: tuple[str, ...] = ("hinge",)) -> list[str]:
    text = describe_evidence(evidence, read_curves(losses), ENGLISH)
    assert text.startswith(" ")
    assert text.endswith(".")
    return text[1:-1].split(". ")


@pytest.mark.parametrize("sign", [1.0, -1.0])
def test_the_largest_gap_is_that_on_either_side(sign: float) -> None:
    for gaps in permutations((-0.3 * sign, 0.2 * sign, 0.0, 0.1 * sign)):
        bins = dict(zip((0.35, 0.45, 0.55, 0.65), gaps, strict=True))
        worst = next(forecast for forecast, gap in bins.items() if abs(gap) == 0.3)
        *_, last = sentences(Evidence((), (part(),), (forecasts("", bins),)))
        came = f"{worst - 0.3 * sign:.2g}"
        assert last == f"A forecast of {worst:g} came true in {came} of the cases, which is the largest gap"


def test_each_group_has_its_own_sentences_in_turn() -> None:
    groups = ("new", "old")
    parts = tuple(
        part(curve, group, mean=0.1 * (1 + curve) + at) for at, group in enumerate(groups) for curve in (0, 1)
    )
    evidence = Evidence(
        groups, parts, (forecasts("new", {0.2: 0.1, 0.8: 0.05}), forecasts("old", {0.2: 0.1, 0.8: -0.25}))
    )
    halves = "half of its loss up to m = 0 and half of its gradient up to m = 0"
    assert sentences(evidence, ("hinge", "logistic")) == [
        "Of new there are 8 predictions, half of them up to m = 0",
        f"Hinge has the mean 0.100, {halves}",
        f"Logistic has the mean 0.200, {halves}",
        "A forecast of 0.2 came true in 0.3 of the cases, which is the largest gap",
        "Of old there are 8 predictions, half of them up to m = 0",
        f"Hinge has the mean 1.10, {halves}",
        f"Logistic has the mean 1.20, {halves}",
        "A forecast of 0.8 came true in 0.55 of the cases, which is the largest gap",
    ]
    # A step shows the first curve alone.
    assert not any("Logistic" in each for each in sentences(evidence))
    assert [with_mean(name, at, evidence, ENGLISH) for at, name in enumerate("ab")] == [
        "a, mean 0.100 and 1.10",
        "b, mean 0.200 and 1.20",
    ]


@pytest.mark.parametrize(
    ("counts", "middle"),
    [
        # Where the fourth of them lies, by hand; the counts backwards have it on the other side.
        ((0, 2, 2, 2, 2, 0), 0.0),
        ((0, 8, 0, 0, 0, 0), -1.5),
        ((0, 1, 1, 5, 1, 0), 0.4),
        ((0, 1, 5, 2, 0, 0), -0.4),
        ((3, 2, 1, 1, 1, 0), -1.5),
        ((1, 1, 4, 0, 1, 1), -0.5),
    ],
)
def test_half_of_what_there_is_lies_up_to_its_middle(counts: Counts, middle: float) -> None:
    first, sixth = counts[0], counts[5]
    backwards: Counts = (sixth, *counts[4:0:-1], first)
    for each, place in ((counts, middle), (backwards, 0.0 - middle)):
        words = f"m = {place:g}".replace("-", "\u2212")
        assert sentences(Evidence((), (part(examples=each),))) == [
            f"Below are 8 predictions, half of them up to {words}",
            f"Hinge has the mean 0.500, half of its loss up to {words} and half of its gradient up to m = 0",
        ]


def test_half_is_reached_at_the_first_edge_where_it_is_below() -> None:
    for counts in ((4, 1, 1, 1, 1, 0), (6, 0, 0, 1, 1, 0)):
        first, _ = sentences(Evidence((), (part(examples=counts),)))
        assert first.endswith("half of them up to m = \u22122")
    # And at the first of all places up to which there is half.
    first, _ = sentences(Evidence((), (part(examples=(0, 4, 0, 0, 4, 0)),)))
    assert first.endswith("half of them up to m = \u22121")


def test_half_that_is_reached_nowhere_in_the_view_lies_beyond_it() -> None:
    for counts in ((0, 1, 1, 1, 0, 5), (0, 0, 0, 0, 0, 8)):
        assert sentences(Evidence((), (part(examples=counts),))) == [
            "Below are 8 predictions, half of them beyond m = 2",
            "Hinge has the mean 0.500, half of its loss beyond m = 2 and half of its gradient up to m = 0",
        ]
    # Half of them lies up to an edge that half has reached.
    first, _ = sentences(Evidence((), (part(examples=(0, 1, 1, 1, 1, 4)),)))
    assert first.endswith("half of them up to m = 2")


def test_a_middle_has_three_digits_of_the_farther_end() -> None:
    # The fourth of eight is a third of the way from -22 to -14, or from 14 to 22.
    for edges, counts, middle in (
        (np.linspace(-30.0, 2.0, 5), (0, 3, 3, 1, 1, 0), "\u221219.3"),
        (np.linspace(-2.0, 30.0, 5), (0, 1, 1, 6, 0, 0), "16.7"),
    ):
        first, _ = sentences(Evidence((), (replace(part(examples=counts), edges=edges),)))
        assert first.endswith(f"half of them up to m = {middle}")


@pytest.mark.parametrize("share", [(math.nan,) * 6, (0.0, 0.0, 0.0, 0.0, 0.0, math.nan)])
def test_where_nothing_can_be_shared_the_mean_is_all_that_is_said(share: tuple[float, ...]) -> None:
    whole, nan = part(mean=math.inf), np.array(share)
    for nothing in (replace(whole, loss=nan), replace(whole, gradient=nan)):
        assert sentences(Evidence((), (nothing,)))[1:] == ["Hinge has the mean \u221e"]


@pytest.mark.parametrize(
    ("mean", "words"),
    [
        (0.0, "0"),
        (1.0249, "1.02"),
        (-0.5, "\u22120.500"),
        (999.4, "999"),
        (1000.0, "1000"),
        (-12345.6, "\u221212346"),
        (999999.4, "999999"),
        (1e6, "1.00e+06"),
        (1.5e-7, "1.50e\u221207"),
        (math.inf, "\u221e"),
        (-math.inf, "\u2212\u221e"),
    ],
)
def test_a_mean_has_three_digits_or_all_before_the_point(mean: float, words: str) -> None:
    assert mean_words(mean) == words


def test_sentences_in_chinese_have_its_full_stops_and_no_spaces() -> None:
    evidence = Evidence((), (part(),), (forecasts("", {0.2: 0.1}),))
    text = describe_evidence(evidence, read_curves(["hinge"]), load_language("zh"))
    assert text.endswith("预报为 0.2 时，实际频率为 0.3，偏差最大。")
    assert text.count("。") == 3
    assert not any(stop in text for stop in (". ", "。 "))
