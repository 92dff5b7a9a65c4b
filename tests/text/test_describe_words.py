"""Descriptions are readable in both languages, short, and without repetition."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from itertools import combinations
from xml.etree import ElementTree as ET
from xml.sax.saxutils import escape

import pytest
from support import cases
from support.descriptions import AXES, CHINESE, curves, describe, in_turn, numbers, sentences, story

from lossplot._curves.curve import Curve, default_curve
from lossplot._curves.panels import PANELS, Panel
from lossplot._curves.parse import read_curves
from lossplot._figure.sampling import View
from lossplot._figure.scale_words import describe_scales
from lossplot._figure.scales import Scale
from lossplot._losses import LOSSES
from lossplot._text import description as module
from lossplot._text.description import room, title
from lossplot._text.language import ENGLISH, Language, languages, load_language, load_topic
from lossplot._text.names import group_alike

FIGURES: list[tuple[str, tuple[Panel, ...]]] = [
    *((name, ("loss", "derivative", "second-derivative")) for name in [*LOSSES][::3]),
    *((name, ("loss", "weight")) for name in ("huber", "absolute", "tukey-biweight", "wing", "epsilon-zero-one")),
    *((name, ("loss", "risk")) for name in ("hinge", "ramp", "logistic-base2", "zero-one", "log-loss", "brier")),
    *((" ".join(loss.name for loss in family), ("loss", "derivative")) for family in AXES.values()),
    *((name, ("derivative",)) for name in ("hinge ramp perceptron", "huber absolute hampel", "half-squared expectile")),
    ("huber squared", ("weight",)),
    ("hinge unhinged zero-one", ("risk",)),
    ("hinge unhinged zero-one", ("loss", "risk")),
    ("perceptron exponential", ("loss",)),
    ("perceptron exponential probit", ("loss",)),
    ("torch:smooth_l1:beta=2", ("loss",)),
    ("hinge:threshold=2", ("loss",)),
    ("huber:delta=1,2,3", ("loss", "derivative")),
    ("quantile:tau=0.1,0.5,0.9", ("loss", "derivative")),
    ("focal:gamma=0,1,2,5", ("loss", "second-derivative")),
]
# Families of as many losses take longer than all the other figures.
MANY = 12


def each_figure(figures: list[tuple[str, tuple[Panel, ...]]]) -> pytest.MarkDecorator:
    """Return the figures as parameters, large families and four of five others in the slow part."""
    values = [
        pytest.param(words, panels, marks=pytest.mark.slow) if len(words.split()) >= MANY or at % 5 else (words, panels)
        for at, (words, panels) in enumerate(figures)
    ]
    names = [f"{words[:40]}-{'-'.join(panels)}" for words, panels in figures]
    return pytest.mark.parametrize(("words", "panels"), values, ids=names)


def assert_readable(text: str) -> None:
    assert not re.search(r"nan|\binf\b|\de[-+]?\d|None|  |[{}]|\.\.|--| \.| ,|\bTrue\b|\bFalse\b|−0(?![.\d])", text), (
        text
    )
    assert all(character.isprintable() for character in text), text
    assert ET.fromstring(f"<desc>{escape(text)}</desc>").text == text


@each_figure(FIGURES)
def test_a_description_can_be_read_in_both_languages(words: str, panels: tuple[Panel, ...]) -> None:
    some = curves(words)
    for code in languages():
        text = describe(some, panels, load_language(code), risk=0.7)
        assert_readable(text)
        assert len(text) <= 1.3 * room(len(some), len(panels))
        if code == "zh" and ":" not in some[0].name:
            assert not re.search(r"[,;:()]", text.replace("f(x)", "f")), text
            assert not re.search(r"[，。；：、（）] | [，。；：、（）]|[\u4e00-\u9fff] [\u4e00-\u9fff]", text), text
            assert not re.search(r"[A-Za-z]{3,}", re.sub("|".join(map(re.escape, latin_names(some))), "", text)), text


def latin_names(some: tuple[Curve, ...]) -> list[str]:
    """Return the words, such as persons' names, that stay Latin in the Chinese names of losses."""
    return [*{word for curve in some for word in re.findall("[A-Za-z]{3,}", CHINESE(curve.name))}, "logit"]


@pytest.mark.parametrize("space", [10**6, 0], ids=["in full", "briefly"])
@each_figure(FIGURES[::3])
def test_both_languages_say_the_same(
    monkeypatch: pytest.MonkeyPatch, words: str, panels: tuple[Panel, ...], space: int
) -> None:
    monkeypatch.setattr(module, "room", lambda *_: space)
    monkeypatch.setattr(module, "LONGEST", 10**6)
    some = curves(words)
    placeholders = {label: f"<{chr(97 + n)}>" for n, label in enumerate(LOSSES)}
    english, chinese = (
        describe(some, panels, Language(language.code, {**language.messages, **placeholders}), risk=0.7)
        for language in (ENGLISH, CHINESE)
    )
    assert sorted(numbers(chinese)) == sorted(numbers(english))
    assert chinese.count("。") == english.count(". ") + 1
    assert chinese.count("；") == english.count("; ")


class Recorder(dict[str, str]):
    """A mapping that records the keys looked up in it."""

    def __init__(self, messages: Mapping[str, str]) -> None:
        super().__init__(messages)
        self.keys_read: set[str] = set()

    def get(self, key: str, default: str = "") -> str:  # type: ignore[override]
        self.keys_read.add(key)
        return super().get(key, default)


# Figures whose descriptions need messages that no default view of the catalogue needs.
RARE: list[tuple[str, tuple[Panel, ...], tuple[float, float]]] = [
    ("bce-probability mape", ("loss",), (2.0, 5.0)),
    ("tukey-biweight", ("loss",), (-3.0, 3.0)),
    ("hinge:threshold=2 hinge:threshold=3", ("loss",), (-3.0, 2.5)),
    ("huber:delta=1 huber:delta=2", ("loss",), (-3.0, 3.0)),
    ("unhinged", ("second-derivative",), (-3.0, 3.0)),
    ("zero-one hinge", ("loss",), (-3.0, 0.5)),
    ("hinge squared-hinge", ("loss",), (-3.0, 3.0)),
    ("msle", ("loss",), (-1.0, 5.0)),
    ("power:p=1.5", ("loss",), (-3.0, 3.0)),
    ("cauchy", ("loss",), (-3.0, 3.0)),
    ("squared-margin", ("loss",), (-3.0, 3.0)),
    ("tolerant", ("derivative",), (-3.0, 3.0)),
    ("periodic", ("loss",), (-6.0, 6.0)),
]


@pytest.mark.slow
def test_every_sentence_is_said_and_none_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    messages = Recorder(CHINESE.messages)
    language = Language("zh", messages, CHINESE.parameters)
    figures = [(words, panels) for words, panels in FIGURES if len(words.split()) < MANY]
    for words, panels in figures:
        describe(curves(words), panels, language, risk=0.7)
        title(curves(words), panels, language)
    for words, panels, view in RARE:
        describe(curves(words), panels, language, view)
    describe([replace(curve, unit=2.0) for curve in curves("logistic")], language=language)
    describe(curves("exp(z)"), language=language)
    for kind in ("log", "symlog"):
        describe_scales(View(1.0, 2.0, 1.0, 2.0, Scale(kind)), language)
    # Upside down, for none in the catalogue falls with so many bends.
    describe([replace(curve, unit=-1.0) for curve in curves("tolerant")], ("derivative",), language)
    monkeypatch.setattr(module, "room", lambda *_: 0)
    describe(curves("bce-probability"), ("loss", "derivative"), language)
    monkeypatch.setattr(module, "LONGEST", 300)
    for words in ("hinge ramp", "log-loss"):
        describe(curves(words), ("loss", "derivative", "second-derivative", "risk"), language, risk=0.7)
    describe(curves("huber"), ("loss", "derivative"), language)
    describe(curves("hinge modified-huber tangent ramp"), ("loss", "derivative"), language)
    plain = set(LOSSES) | {curve.name for words, _ in figures for curve in curves(words)}
    assert sorted(messages.keys_read - set(messages) - plain) == []
    of_movies = {text for text in load_topic("zh", "sentences") if text.startswith("The figure moves")}
    unused = sorted(set(load_topic("zh", "sentences")) - messages.keys_read - of_movies)
    assert not unused, "; ".join(unused)


# --- how long, and what of it ---


@pytest.mark.parametrize("words", [" ".join(pair) for pair in combinations(("hinge", "logistic", "squared-hinge"), 2)])
def test_two_curves_and_their_derivatives_take_six_hundred_characters(words: str) -> None:
    assert len(describe(curves(words), ("loss", "derivative"))) <= 600


@pytest.mark.parametrize("axis", cases.some(["margin", "error", "probability", "prediction"], 4))
def test_of_more_curves_less_is_said_of_each(axis: str) -> None:
    some = [default_curve(loss) for loss in AXES[axis]]
    lengths = [len(describe(some[:count], ("loss", "derivative"))) / count for count in (2, 6, 12)]
    assert lengths == sorted(lengths, reverse=True)


@pytest.mark.parametrize(
    ("code", "count"),
    [("en", 4), pytest.param("zh", 13, marks=pytest.mark.slow), pytest.param("en", 50, marks=pytest.mark.slow)],
)
def test_a_description_is_never_too_long(code: str, count: int) -> None:
    some = read_curves([f"hampel:a=1:b=2:c={','.join(str(2.5 + 0.01 * n) for n in range(count))}"])
    text = describe(some, PANELS[: 4 if count < 50 else 2], load_language(code))
    assert_readable(text)
    assert len(text) <= 2000
    assert room(50, 5) == 2000


def test_the_room_for_a_description_grows_with_its_curves_and_panels_up_to_two_thousand_characters() -> None:
    assert {curves: room(curves) for curves in (1, 2, 6, 7, 12, 50)} == {
        1: 500,
        2: 600,
        6: 1200,
        7: 1250,
        12: 1500,
        50: 2000,  # 50 for each curve beyond six
    }
    # The second panel is free, and every other one takes 50 for each of up to six curves.
    assert [room(2, panels) for panels in (1, 2, 3, 4)] == [600, 600, 700, 800]
    assert room(12, 3) == 1800
    assert module.LONGEST == 2000


def test_what_there_is_no_room_for_is_said_to_be_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LONGEST", 400)
    monkeypatch.setattr(module, "room", lambda *_: 0)
    text = describe(curves("hinge zero-one modified-huber tangent"))
    assert sentences(text)[-1] == "The other curves are not described here"
    assert len(text) <= 400


# --- what is alike is told once ---


@pytest.mark.parametrize(
    "words",
    [
        "huber:delta=1,2,3",
        "huber:delta=3,1,2",
        "tukey-biweight:c=1,2,3",
        "pseudo-huber:delta=1,2",
        "quantile:tau=0.1,0.9,0.3",
        "focal:gamma=0,1,2,5",
        "logistic logistic-base2",
        "squared half-squared",
    ],
)
def test_what_is_told_of_several_in_turn_is_what_is_told_of_each(words: str) -> None:
    some = curves(words)
    view = (0.0, 1.0) if words.startswith("focal") else (-6.0, 6.0)
    each = [story(describe([curve], view=view), curve) for curve in some]
    merged = list(group_alike(each, ENGLISH))
    assert len(merged) < len(some)
    assert sorted(number for group in merged for number in group.numbers) == list(range(len(some)))
    for group in merged:
        stories = (
            list(in_turn(group.predicate, len(group.numbers)))
            if group.in_turn
            else [group.predicate] * len(group.numbers)
        )
        assert stories == [each[number] for number in group.numbers]


def test_stories_that_differ_in_many_numbers_stay_apart() -> None:
    apart = ["falls from 1 at m = 2 to 3 at m = 4", "falls from 5 at m = 6 to 7 at m = 8"]
    assert [group.predicate for group in group_alike(apart, ENGLISH)] == apart
    assert [group.numbers for group in group_alike([*apart, apart[0]], ENGLISH)] == [(0, 2), (1,)]


def test_a_family_is_called_by_one_name() -> None:
    text = describe(curves("huber:delta=1,2,3"))
    assert text.startswith("Line plot of the loss functions Huber (δ = 1, 2 and 3) against the error")
    assert "Each of Huber (δ = 1, 2 and 3), in this order, is symmetric about r = 0" in text
    assert "to 3.5, 6 and 7.5 at r = ±4, with jumps in curvature at r = ±1, ±2 and ±3." in text
    chinese = describe(curves("huber:delta=1,2,3"), language=CHINESE)
    assert "Huber 损失（δ = 1、2 和 3）分别关于 r = 0 对称" in chinese
    assert "r = ±4 处的 3.5、6 和 7.5，在 r = ±1、±2 和 ±3 处曲率突变。" in chinese


def test_a_family_in_two_parameters_is_not() -> None:
    text = describe(curves("hampel:a=1:b=2:c=3 hampel:a=1:b=3:c=4"))
    assert "Hampel (a = 1, b = 2, c = 3) and Hampel (a = 1, b = 3, c = 4)" in text
