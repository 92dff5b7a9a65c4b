"""Every text that a figure shows has its words in every language, and a catalogue holds nothing else."""

from __future__ import annotations

import ast
import re
import string
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from missing_words import FOLDER, as_toml, missing
from support.language_folders import FRENCH, only_languages
from support.run import call, run

import lossplot
from lossplot._curves.panels import PANELS
from lossplot._errors import RequestError
from lossplot._formula.notation.letters import GREEK
from lossplot._losses import LOSSES, entry
from lossplot._losses.entry import Axis
from lossplot._losses.tasks import TASKS
from lossplot._text.language import ENGLISH, Language, languages, load_language, load_topic

PACKAGE = Path(lossplot.__file__).parent
OTHERS = [code for code in languages() if code != ENGLISH.code]
FIGURES = ("losses", "axes", "panels", "names", "sentences", "titles", "verdicts", "predictions", "training", "machine")
TOPICS = {*FIGURES, "parameters", "summaries", "page", "scripts", "tasks", "language"}
EVERY_OTHER = pytest.mark.parametrize("code", OTHERS)
# Texts that no module has written out: a figure that moves will ask for them.
AWAITED = {"minimiser", "frame {n}", "{name} × {factor}"}
# Words that are spelt in Latin letters in Chinese too: names of persons and programs, and letters of formulas.
LATIN = {
    *("Huber", "Savage", "MadaBoost", "Lorenz", "Charbonnier", "LINEX", "Wing", "Tukey", "Cauchy", "Geman", "McClure"),
    *(
        "Welsch",
        "Fair",
        "Andrews",
        "Hampel",
        "Ramsay",
        "Student",
        "Barron",
        "Reynolds",
        "Brier",
        "Poly",
        "Tsallis",
        "SCAD",
    ),
    *("Taylor", "Boosting", "Dice", "Tversky", "Tweedie", "InfoNCE", "KL", "L", "sigmoid", "softplus", "softmax"),
    *("scikit", "learn", "SGDClassifier", "statsmodels", "scipy", "optimize", "least", "squares", "Minkowski", "M"),
    *("probit", "logits", "logit", "m", "y", "f", "x", "r", "p", "s", "t", "w", "u", "c", "k"),
    *("R", "robustbase", "GGW", "LQQ", "optimal", "Welsh", "rlm", "squared", "huber"),
    *("Wasserstein", "IPO", "KTO", "PPO", "IoU", "log", "cosh"),
}


def keys(code: str, *topics: str) -> set[str]:
    return {key for topic in topics for key in load_topic(code, topic)}


def topics_of(code: str) -> list[str]:
    return sorted(path.stem for path in (FOLDER / code).glob("*.toml"))


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def axes() -> list[Axis]:
    """The axes of the catalogue, as each entry words its own, and those that entries are made from."""
    return [
        *(loss.axis for loss in LOSSES.values()),
        *(value for value in vars(entry).values() if isinstance(value, Axis)),
    ]


# What the margin is called by choice, and a probability beside a risk.
DECISION, FORECAST = "decision value *f*(*x*), for *y* = +1", "forecast probability *p* of +1"


def axis_labels() -> set[str]:
    """All labels, and the plain ones of axes that losses word differently, as a figure of such losses has them."""
    plain = {f"{axis.name} *{axis.variable}*" for axis in axes() for other in axes() if _differ(axis, other)}
    return {axis.label for axis in axes()} | plain | {DECISION, FORECAST}


def _differ(first: Axis, second: Axis) -> bool:
    return first.name == second.name and first.label != second.label


@cache
def nodes() -> tuple[ast.AST, ...]:
    """Those of modules that may speak of figures; what the command line says on stderr is always English."""
    paths = (path for path in sorted(PACKAGE.rglob("*.py")) if "_cli" not in path.parts)
    walked = (ast.walk(ast.parse(path.read_text("utf-8"))) for path in paths)
    return tuple(node for nodes in walked for node in nodes if isinstance(node, ast.Call | ast.Constant))


def spoken() -> set[str]:
    """The texts that some module hands to a language, wherever they are written in that call."""
    found = set()
    for node in nodes():
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
    return {node.value for node in nodes() if isinstance(node, ast.Constant) and isinstance(node.value, str)}


# --- what a catalogue must have, and no more ---


def test_english_comes_first_and_chinese_is_there() -> None:
    assert languages()[0] == "en"
    assert "zh" in languages()


def test_a_law_lists_what_a_language_lacks_and_chinese_lacks_nothing() -> None:
    assert missing("zh") == {}
    assert {topic: len(words) for topic, words in missing("xx").items()} == {
        topic: len(load_topic("zh", topic)) for topic in TOPICS
    }
    assert as_toml({"panels": ["loss", 'a "b"']}) == '[panels]\nloss = ""\n"a \\"b\\"" = ""\n'


def test_chinese_has_every_word_of_the_catalogue() -> None:
    names = {parameter.name for loss in LOSSES.values() for parameter in loss.parameters}
    assert keys("zh", "losses") == keys("zh", "summaries") == set(LOSSES)
    assert keys("zh", "axes") == axis_labels()
    assert keys("zh", "tasks") == set(TASKS)
    assert {panel.replace("-", " ") for panel in PANELS} <= keys("zh", "panels")
    assert keys("zh", "parameters") == {name for name in names if len(name) > 1 and name not in GREEK}


def test_chinese_has_every_text_that_is_handed_to_a_language() -> None:
    texts = spoken()
    assert len(texts) > 50
    assert sorted(texts - keys("zh", *FIGURES)) == []


@EVERY_OTHER
def test_a_language_has_no_other_topics(code: str) -> None:
    assert set(topics_of(code)) <= TOPICS


@EVERY_OTHER
def test_no_two_losses_have_the_same_name(code: str) -> None:
    names = [load_language(code)(name) for name in LOSSES]
    assert len(set(names)) == len(names)


@EVERY_OTHER
def test_no_entry_is_unused(code: str) -> None:
    used = literals() | axis_labels() | {panel.replace("-", " ") for panel in PANELS}
    assert sorted(keys(code, *FIGURES[1:]) - used - AWAITED) == []
    assert keys(code, "losses", "summaries") <= set(LOSSES)


@EVERY_OTHER
def test_no_text_stands_in_two_topics(code: str) -> None:
    for some in (FIGURES, ("panels", "page", "scripts")):
        words = [key for topic in some for key in load_topic(code, topic)]
        assert sorted(key for key in set(words) if words.count(key) > 1) == []


@EVERY_OTHER
def test_a_translation_has_the_placeholders_of_its_text(code: str) -> None:
    for topic in topics_of(code):
        for key, text in load_topic(code, topic).items():
            assert placeholders(text) == placeholders(key), key
            assert text.format(**dict.fromkeys(placeholders(text), "?")), key


def test_chinese_is_chinese() -> None:
    for topic in (*FIGURES, "parameters"):
        for key, text in load_topic("zh", topic).items():
            bare = re.sub(r"\{\w+\}", "", text)
            foreign = set(re.findall("[A-Za-z]+", bare)) - LATIN
            assert not foreign, (key, text)
            if topic in ("losses", "axes", "panels", "parameters"):
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
        "squared": "平方误差",
        "epsilon-insensitive": "ε-不敏感损失",
        "huber": "Huber 损失",
        "smooth-l1": "平滑 L1 损失",
        "triplet": "三元组损失",
    }
    assert {name: load_language("zh")(name) for name in terms} == terms


# What an English word is in Chinese wherever it stands: the words of learning as in the textbooks above, and those of
# directions, bounds and sizes, of which a wrong one says the opposite.
GLOSSARY = r"""
\bmean\b 均值, variance 方差, probability 概率, error 误差, margin 间隔, score 得分|评分, distance 距离, \bgap 差,
target 目标值, logit logit|对数几率, predict(ed|ion|or) 预测, forecast 预测|预报, coefficient 系数, similar 相似,
ratio 比, log(-|\b|arithm) 对数, class(es)?\b 类, \btrue\b 真实|实际, decision 决策, cosine 余弦, union 并,
intersection 交, critic 评判器|判别器, label 标签, \bleft\b 左, further.right 右, ^beyond 右, ^below.$ 左,
both.sides 两侧, minimum 最小, largest 最大, rises 上升, falls 下降, at.most 不超过, at.least 不小于,
upper.bound 上界, lower.bound 下界, no.(upper|lower) 无, without.bound 无界, derivative 导数, second.derivative 二阶,
gradient 梯度, curvature 曲率, corner 角点, jump 跳变|突变, symmetric 对称, \blinear 线性, exponential 指数,
quadratic 平方, power 幂, infinit[ey] 无穷, minus.infinity 负, more.slowly 变缓, more.steeply 变陡, examples 样本,
train(ing)?\b 训练, validation 验证, \btest\b 测试, recall 召回率, precision 精确率, wrong 错|反, right 右|正确|对,
epoch 轮, \bhalf\b 半, risk 风险, \bloss(es)?\b 损失, weight 权重, curves 曲线, threshold 阈值, positive 正,
negative 负, squared 平方, absolute 绝对, hinge 合页, smooth 光滑|平滑, quantile 分位数, entropy 熵,
logistic 逻辑斯谛, deviance 偏差, insensitive 不敏感, focal 焦点, contrastive 对比, poisson 泊松, binary 二,
inverse 逆|倒|反
"""
# Texts that have another word for it: names of losses, which are names of their own, and some turns of Chinese.
OTHERWISE = {
    "squared-margin": {"margin"},
    "tukey-biweight": {"weight"},
    "log-loss": {r"log(-|\b|arithm)", r"\bloss(es)?\b"},
    "log-cosh-dice": {r"log(-|\b|arithm)"},
    "linear-probability": {"probability"},
    "bce-probability": {"probability"},
    "poisson-mean": {r"\bmean\b"},
    "softmax-ce-gap": {r"\bgap"},
    "the loss function {names}": {r"\bloss(es)?\b"},
    "the loss functions {names}": {r"\bloss(es)?\b"},
}
# English has a word for one and another for several, an article, and a capital letter where a sentence begins.
SAME = {
    "Loss": "loss",
    ".": ". ",
    "the loss functions {names}": "the loss function {names}",
    "corners at {places}": "a corner at {places}",
    "jumps in curvature at {places}": "a jump in curvature at {places}",
    "{story}, with jumps at {places}": "{story}, with a jump at {places}",
    "Line plot of {what} against {axis} from {left} to {right}": (
        "Line plot of {what} against the {axis} from {left} to {right}"
    ),
}
WORDED = ("losses", "axes", "panels", "names", "sentences", "verdicts", "predictions", "training", "parameters")


@pytest.mark.parametrize("topic", WORDED)
def test_an_english_word_has_its_chinese_word_wherever_it_stands(topic: str) -> None:
    for key, text in load_topic("zh", topic).items():
        # Of a difference or an equation each side has its own words.
        sides = [re.split(" [−=] ", each) for each in (key, text)]
        for said, translated in zip(*sides, strict=True) if topic == "axes" else [(key, text)]:
            assert_glossary(key, said, translated)


def assert_glossary(key: str, said: str, translated: str) -> None:
    """Assert that the words of `key`, or a part of them that is `said`, are those of the glossary in Chinese."""
    bare = re.sub(r"\{\w+\}", "", said).lower()
    for pair in GLOSSARY.split(","):
        word, term = pair.split()
        if re.search(word, bare) and word not in OTHERWISE.get(key, ()):
            assert re.search(term, translated), (key, translated, term)


# Two values of which one comes first wherever they are told, and a reader of Chinese takes them for the same.
IN_ORDER = (
    *("left right", "low high", "start end", "start_value end_value", "first last", "first second", "second third"),
    *("loss gradient", "forecast observed", "given exact"),
)


def test_a_translation_tells_two_values_in_their_order() -> None:
    found = set()
    for topic in FIGURES:
        for key, text in load_topic("zh", topic).items():
            for pair in IN_ORDER:
                one, other = (f"{{{name}}}" for name in pair.split())
                if one in key and other in key and key.index(one) < key.index(other):
                    found.add(pair)
                    assert text.index(one) < text.index(other), (key, text)
    assert found == {*IN_ORDER}


@pytest.mark.parametrize("topic", [*FIGURES, "parameters", "tasks"])
def test_two_texts_have_the_same_words_only_where_they_say_the_same(topic: str) -> None:
    texts = load_topic("zh", topic)
    first: dict[str, str] = {}
    for key, text in texts.items():
        other = first.setdefault(text, key)
        assert other in (key, SAME.get(key)), (key, other, text)


@pytest.mark.parametrize("topic", ["axes", "panels"])
def test_letters_and_numbers_of_a_label_are_those_of_its_text(topic: str) -> None:
    for key, text in load_topic("zh", topic).items():
        for sign in (r"\*\w+\*", r"[+−=]", r"\d+", "%"):
            assert sorted(re.findall(sign, text)) == sorted(re.findall(sign, key)), (key, text)


# --- what a language does with them ---


def test_english_is_what_is_written() -> None:
    assert load_language("en") is ENGLISH
    assert ENGLISH("{n} more") == "{n} more"
    assert ENGLISH("{n} more", n=3) == "3 more"


@pytest.mark.parametrize("code", languages())
def test_what_is_put_in_place_is_never_read_as_a_placeholder(code: str) -> None:
    said = load_language(code)("{names}: {panels}", names="{panels} {0} {", panels="}")
    assert "{panels} {0} {" in said


@pytest.mark.parametrize("code", languages())
def test_an_unknown_text_is_left_as_it_is(code: str) -> None:
    assert load_language(code)("mine = max(0, {x})") == "mine = max(0, {x})"


def test_words_are_listed() -> None:
    assert [ENGLISH.listed("abc"[:n]) for n in (1, 2, 3)] == ["a", "a and b", "a, b and c"]
    assert [load_language("zh").listed("abc"[:n]) for n in (1, 2, 3)] == ["a", "a 和 b", "a、b 和 c"]


def test_curves_are_named_with_their_parameters() -> None:
    chinese = load_language("zh")
    huber = LOSSES["huber"]
    assert (ENGLISH.loss(huber), chinese.loss(huber)) == ("Huber", "Huber 损失")
    assert ENGLISH.curve("Huber", "δ = 2") == "Huber (δ = 2)"
    assert chinese.curve("Huber 损失", "δ = 2") == "Huber 损失（δ = 2）"
    assert ENGLISH.curve("Huber", "") == "Huber"
    assert chinese.curve("torch:smooth_l1", "β = 2") == "torch:smooth_l1（β = 2）"


def test_parameters_have_their_letter_or_their_word() -> None:
    assert [ENGLISH.parameter(name) for name in ("delta", "c", "threshold")] == ["δ", "c", "threshold"]
    assert [load_language("zh").parameter(name) for name in ("delta", "c", "threshold", "power")] == [
        "δ",
        "c",
        "阈值",
        "幂指数",
    ]


def test_there_is_a_space_beside_latin_letters_and_none_between_ideographs() -> None:
    said = [
        load_language("zh")("{name} {story}", name=name, story=story)
        for name, story in (("损失", "下降"), ("f", "下降"), ("损失", "f"))
    ]
    assert said == ["损失下降", "f 下降", "损失 f"]
    assert load_language("zh")("{name}: {formula}", name="损失（δ = 2）", formula="x") == "损失（δ = 2）：x"
    assert ENGLISH("{name} {story}", name="a", story="b") == "a b"


@pytest.mark.parametrize("code", ["xx", "EN", "zh.toml", "../zh", "", "zh\n", "__init__"])
def test_an_unknown_language_is_refused(code: str) -> None:
    *others, last = languages()
    with pytest.raises(RequestError) as refused:
        load_language(code)
    assert str(refused.value) == f"language {code!r} is unknown; choose {', '.join(others)} or {last}"


def test_a_folder_alone_adds_a_language(tmp_path: Path) -> None:
    (tmp_path / "de").mkdir()
    (tmp_path / "none.toml").touch()
    names = '"{words} and {last}" = "{words} et {last}"'
    with only_languages(tmp_path, {"fr": {**FRENCH, "names": names, "parameters": 'tau = "t"'}}):
        assert languages() == ("en", "fr")
        french = load_language("fr")
        assert (french("huber"), french("hinge"), french.listed(["a", "b"])) == ("perte de Huber", "hinge", "a et b")
        assert (french.parameter("tau"), french.parameter("delta")) == ("t", "δ")
        with pytest.raises(RequestError, match=r"choose en or fr$"):
            load_language("zh")
    assert "zh" in languages()


def test_english_needs_no_folder(tmp_path: Path) -> None:
    with only_languages(tmp_path, {}):
        assert languages() == ("en",)
        with pytest.raises(RequestError, match=r"unknown; choose en$"):
            load_language("zh")


def test_three_words_make_a_figure_and_what_they_lack_is_english(tmp_path: Path) -> None:
    (tmp_path / "languages").mkdir()
    with only_languages(tmp_path / "languages", {"fr": FRENCH}):
        outcome = call("huber", "--lang", "fr", "--derivative", "-o", "figure.svg", cwd=tmp_path)
    assert outcome.code == 0, outcome
    picture = (tmp_path / "figure.svg").read_text("utf-8")
    assert "Line plot of the loss function perte de Huber against the erreur r from" in picture
    assert "derivative" in picture


def test_a_language_can_be_compared_and_kept_in_a_set() -> None:
    assert {ENGLISH, Language("en", {"a": "b"})} == {ENGLISH}
    assert load_language("zh") != ENGLISH
    assert "损失" not in repr(load_language("zh"))


@pytest.mark.parametrize(("code", "reads"), [("en", False), ("zh", True)])
def test_only_another_language_reads_a_file(tmp_path: Path, code: str, reads: bool) -> None:
    program = [
        sys.executable,
        "-X",
        "importtime",
        "-c",
        f"from lossplot._text.language import load_language; load_language({code!r})",
    ]
    names = set(re.findall(r"^import time:.*\|\s*([\w.]+)", run(cwd=tmp_path, program=program).err, re.MULTILINE))
    assert "lossplot._text.language" in names
    assert ("tomllib" in names) == reads
    assert names.isdisjoint({"numpy", "matplotlib"})
