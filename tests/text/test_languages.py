"""Every text that a figure shows has its words in every language, and a catalogue holds nothing else."""

from __future__ import annotations

import ast
import re
import string
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from support.run import run

import lossplot
from lossplot.curves.panels import PANELS
from lossplot.errors import RequestError
from lossplot.formula.notation.letters import GREEK
from lossplot.losses import LOSSES, entry
from lossplot.losses.entry import Axis
from lossplot.text import language as module
from lossplot.text.language import ENGLISH, Language, languages, speak

PACKAGE = Path(lossplot.__file__).parent
OTHERS = [code for code in languages() if code != ENGLISH.code]
EVERY_OTHER = pytest.mark.parametrize("code", OTHERS)
# Texts that no module has written out: a figure that moves will ask for them.
AWAITED = {"minimiser", "frame {n}", "{name} × {factor}"}
# Words that are spelt in Latin letters in Chinese too: names of persons and programs, and letters of formulas.
LATIN = {
    *("Huber", "Savage", "MadaBoost", "Lorenz", "Charbonnier", "LINEX", "Wing", "Tukey", "Cauchy", "Geman", "McClure"),
    *("Welsch", "Fair", "Andrews", "Hampel", "Ramsay", "Student", "Barron", "Reynolds", "Brier", "Poly", "Tsallis"),
    *("Taylor", "Boosting", "Dice", "Tversky", "Tweedie", "InfoNCE", "KL", "L", "sigmoid", "softplus", "softmax"),
    *("scikit", "learn", "SGDClassifier", "statsmodels", "scipy", "optimize", "least", "squares", "Minkowski", "M"),
    *("probit", "logits", "logit", "m", "y", "f", "x", "r", "p", "s", "t"),
}


@cache
def sections(code: str) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = tomllib.loads(
        (PACKAGE / "text" / "languages" / f"{code}.toml").read_text("utf-8")
    )
    return found


def messages(code: str) -> dict[str, str]:
    return {
        key: text for name, section in sections(code).items() if name != "parameters" for key, text in section.items()
    }


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def axes() -> list[Axis]:
    """The axes of the catalogue, as each entry words its own, and those that entries are made from."""
    return [
        *(loss.axis for loss in LOSSES.values()),
        *(value for value in vars(entry).values() if isinstance(value, Axis)),
    ]


def axis_labels() -> set[str]:
    """All labels, and the plain ones of axes that losses word differently, as a figure of such losses has them."""
    plain = {f"{axis.name}  {axis.variable}" for axis in axes() for other in axes() if _differ(axis, other)}
    return {axis.label for axis in axes()} | plain


def _differ(first: Axis, second: Axis) -> bool:
    return first.name == second.name and first.label != second.label


@cache
def modules() -> tuple[ast.Module, ...]:
    """Those that may speak of figures; what the command line says on stderr is always English."""
    paths = (path for path in sorted(PACKAGE.rglob("*.py")) if "cli" not in path.parts)
    return tuple(ast.parse(path.read_text("utf-8")) for path in paths)


def spoken() -> set[str]:
    """The texts that some module hands to a language, wherever they are written in that call."""
    found = set()
    for tree in modules():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and node.args and _is_language(node.func):
                found |= {leaf for leaf in _strings(node.args[0]) if leaf not in PANELS}
    return found


def _is_language(function: ast.expr) -> bool:
    name = (
        function.id if isinstance(function, ast.Name) else function.attr if isinstance(function, ast.Attribute) else ""
    )
    return name in ("language", "say", "self")


def _strings(tree: ast.AST) -> Iterator[str]:
    """The texts that an expression may be, but not those that it compares or looks up with."""
    match tree:
        case ast.Constant(str() as text):
            yield text
        case ast.IfExp(_, first, second):
            yield from _strings(first)
            yield from _strings(second)


def literals() -> set[str]:
    """Every text that is written in the package."""
    return {
        node.value
        for tree in modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


# --- what a catalogue must have, and no more ---


def test_english_comes_first_and_chinese_is_there() -> None:
    assert languages()[0] == "en"
    assert "zh" in languages()


@EVERY_OTHER
def test_every_loss_has_a_name_of_its_own(code: str) -> None:
    names = sections(code)["losses"]
    assert set(names) == set(LOSSES)
    assert len(set(names.values())) == len(names)


@EVERY_OTHER
def test_every_axis_has_a_label(code: str) -> None:
    labels = axis_labels() | {"decision value  f(x), for y = +1"}
    assert set(sections(code)["axes"]) == labels


@EVERY_OTHER
def test_every_panel_has_a_name(code: str) -> None:
    assert {panel.replace("-", " ") for panel in PANELS} <= set(sections(code)["panels"])


@EVERY_OTHER
def test_every_parameter_that_is_a_word_has_its_word(code: str) -> None:
    names = {parameter.name for loss in LOSSES.values() for parameter in loss.parameters}
    assert set(sections(code)["parameters"]) == {name for name in names if len(name) > 1 and name not in GREEK}


@EVERY_OTHER
def test_every_text_that_is_handed_to_a_language_has_an_entry(code: str) -> None:
    texts = spoken()
    assert len(texts) > 50
    assert sorted(texts - set(messages(code))) == []


@EVERY_OTHER
def test_no_entry_is_unused(code: str) -> None:
    used = literals() | axis_labels() | {panel.replace("-", " ") for panel in PANELS}
    written = {
        key for name, section in sections(code).items() if name not in ("losses", "parameters") for key in section
    }
    assert sorted(written - used - AWAITED) == []


@EVERY_OTHER
def test_no_text_stands_in_two_sections(code: str) -> None:
    keys = [key for name, section in sections(code).items() if name != "parameters" for key in section]
    assert sorted(key for key in set(keys) if keys.count(key) > 1) == []


@EVERY_OTHER
def test_a_translation_has_the_placeholders_of_its_text(code: str) -> None:
    for key, text in messages(code).items():
        assert placeholders(text) == placeholders(key), key
        assert text.format(**dict.fromkeys(placeholders(text), "?")), key


def test_chinese_is_chinese() -> None:
    for name, section in sections("zh").items():
        for key, text in section.items():
            bare = re.sub(r"\{\w+\}", "", text)
            foreign = set(re.findall("[A-Za-z]+", bare)) - LATIN
            assert not foreign, (key, text)
            if name in ("losses", "axes", "panels", "parameters"):
                assert re.search("[\u4e00-\u9fff]", text), (key, text)


def test_chinese_has_the_terms_of_its_textbooks() -> None:
    # 李航《统计学习方法》 1.3.2, 7.2.4; 周志华《机器学习》 2.3, 6.4, 6.5; the Chinese documentation of PyTorch.
    terms = {
        "hinge": "合页损失",
        "squared-hinge": "平方合页损失",
        "zero-one": "0-1 损失",
        "exponential": "指数损失",
        "logistic": "逻辑斯谛损失",
        "perceptron": "感知机损失",
        "log-loss": "交叉熵",
        "squared": "均方误差",
        "epsilon-insensitive": "ε-不敏感损失",
        "huber": "Huber 损失",
        "smooth-l1": "平滑 L1 损失",
        "triplet": "三元组损失",
    }
    assert {name: speak("zh")(name) for name in terms} == terms


# --- what a language does with them ---


def test_english_is_what_is_written() -> None:
    assert speak("en") is ENGLISH
    assert ENGLISH("{n} more") == "{n} more"
    assert ENGLISH("{n} more", n=3) == "3 more"


@pytest.mark.parametrize("code", languages())
def test_what_is_put_in_place_is_never_read_as_a_placeholder(code: str) -> None:
    said = speak(code)("{names}: {panels}", names="{panels} {0} {", panels="}")
    assert "{panels} {0} {" in said


@pytest.mark.parametrize("code", languages())
def test_an_unknown_text_is_left_as_it_is(code: str) -> None:
    assert speak(code)("mine = max(0, {x})") == "mine = max(0, {x})"


def test_words_are_listed() -> None:
    assert [ENGLISH.listed("abc"[:n]) for n in (1, 2, 3)] == ["a", "a and b", "a, b and c"]
    assert [speak("zh").listed("abc"[:n]) for n in (1, 2, 3)] == ["a", "a 和 b", "a、b 和 c"]


def test_curves_are_named_with_their_parameters() -> None:
    chinese = speak("zh")
    assert ENGLISH.curve("huber", "δ = 2") == "huber (δ = 2)"
    assert chinese.curve("huber", "δ = 2") == "Huber 损失（δ = 2）"
    assert (ENGLISH.curve("huber", ""), chinese.curve("huber", "")) == ("huber", "Huber 损失")
    assert chinese.curve("torch:smooth_l1", "β = 2") == "torch:smooth_l1（β = 2）"


def test_parameters_have_their_letter_or_their_word() -> None:
    assert [ENGLISH.parameter(name) for name in ("delta", "c", "threshold")] == ["δ", "c", "threshold"]
    assert [speak("zh").parameter(name) for name in ("delta", "c", "threshold", "power")] == [
        "δ",
        "c",
        "阈值",
        "幂指数",
    ]


def test_there_is_a_space_beside_latin_letters_and_none_between_ideographs() -> None:
    said = [
        speak("zh")("{name} {story}", name=name, story=story)
        for name, story in (("损失", "下降"), ("f", "下降"), ("损失", "f"))
    ]
    assert said == ["损失下降", "f 下降", "损失 f"]
    assert speak("zh")("{name}: {formula}", name="损失（δ = 2）", formula="x") == "损失（δ = 2）：x"
    assert ENGLISH("{name} {story}", name="a", story="b") == "a b"


@pytest.mark.parametrize("code", ["xx", "EN", "zh.toml", "../zh", "", "zh\n", "__init__"])
def test_an_unknown_language_is_refused(code: str) -> None:
    *others, last = languages()
    with pytest.raises(RequestError) as refused:
        speak(code)
    assert str(refused.value) == f"language {code!r} is unknown; choose {', '.join(others)} or {last}"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of catalogues to which others can be added."""
    monkeypatch.setattr(module, "_FOLDER", tmp_path)
    languages.cache_clear()
    speak.cache_clear()
    yield tmp_path
    monkeypatch.undo()
    languages.cache_clear()
    speak.cache_clear()


def test_a_file_alone_adds_a_language(folder: Path) -> None:
    assert languages() == ("en",)
    languages.cache_clear()
    text = (
        '[losses]\nhinge = "charnière"\n[names]\n"{words} and {last}" = "{words} et {last}"\n[parameters]\ntau = "t"\n'
    )
    (folder / "fr.toml").write_text(text, encoding="utf-8")
    assert languages() == ("en", "fr")
    french = speak("fr")
    assert (french("hinge"), french("huber"), french.listed(["a", "b"])) == ("charnière", "huber", "a et b")
    assert (french.parameter("tau"), french.parameter("delta")) == ("t", "δ")
    with pytest.raises(RequestError, match=r"choose en or fr$"):
        speak("zh")


def test_a_language_can_be_compared_and_kept_in_a_set() -> None:
    assert {ENGLISH, Language("en", {"a": "b"})} == {ENGLISH}
    assert speak("zh") != ENGLISH
    assert "损失" not in repr(speak("zh"))


@pytest.mark.parametrize(("code", "reads"), [("en", False), ("zh", True)])
def test_only_another_language_reads_a_file(tmp_path: Path, code: str, reads: bool) -> None:
    program = [sys.executable, "-X", "importtime", "-c", f"from lossplot.text.language import speak; speak({code!r})"]
    names = set(re.findall(r"^import time:.*\|\s*([\w.]+)", run(cwd=tmp_path, program=program).err, re.MULTILINE))
    assert "lossplot.text.language" in names
    assert ("tomllib" in names) == reads
    assert names.isdisjoint({"numpy", "matplotlib"})
