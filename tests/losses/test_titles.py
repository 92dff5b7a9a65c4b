"""Names for people: every loss has the one that textbooks print, and no word of the command line stands in a figure."""

from __future__ import annotations

import unicodedata

from support.cases import every

from lossplot._losses import LOSSES, Loss
from lossplot._text.language import load_language

# Titles with a hyphen, which are compound words and not the command line's.
COMPOUNDS = (
    *("c-loss", "pseudo-huber", "log-cosh", "alpha-loss", "poly1", "dwd", "lum", "gaussian-nll", "laplace-nll"),
    *("epsilon-insensitive", "squared-epsilon-insensitive", "smooth-epsilon-insensitive", "soft-margin-triplet"),
    *("log-loss", "gce", "taylor-ce", "label-smoothing-ce", "symmetric-ce", "normalized-ce", "softmax-ce-gap"),
    *("bce-probability", "bce-logits", "poisson-full", "aft-normal", "aft-logistic"),
    *("all-threshold", "immediate-threshold", "immediate-threshold-hinge"),
    *("truncated-gce", "log-cosh-dice", "lsgan", "dual-clip-ppo", "log-iou", "alpha-iou"),
)


@every("loss", LOSSES.values(), ids=LOSSES)
def test_a_title_is_a_name_in_sentence_case(loss: Loss) -> None:
    title = loss.title
    assert title == " ".join(title.split())
    assert 3 <= len(title) <= 35
    assert title[0].isupper() or title[0] in "αε"
    assert "_" not in title
    assert "-" not in title or loss.name in COMPOUNDS
    assert all(unicodedata.category(character)[0] in "LNPSZ" and ord(character) < 0x2100 for character in title)


def test_no_two_losses_have_one_title() -> None:
    for code in ("en", "zh"):
        titles = [load_language(code).loss(loss) for loss in LOSSES.values()]
        assert len(set(titles)) == len(titles)


def test_titles_are_those_of_textbooks() -> None:
    examples = {
        "zero-one": "Zero–one",
        "squared-hinge": "Squared hinge",
        "logistic-base2": "Logistic (base 2)",
        "tukey-biweight": "Tukey's biweight",
        "geman-mcclure": "Geman–McClure",
        "log-loss": "Cross-entropy",
        "brier": "Brier score",
    }
    assert {name: LOSSES[name].title for name in examples} == examples


# What a loss is, in both languages.
KINDS = {
    "score": "评分",
    "deviance": "偏差",
    "divergence": "散度",
    "cross-entropy": "交叉熵",
    "embedding": "嵌入",
    "distance": "距离",
    "log-likelihood": "负对数似然",
    "error": "误差",
    "percentage": "百分比",
    "hinge": "合页",
}


@every("loss", LOSSES.values(), ids=LOSSES)
def test_both_languages_say_that_a_loss_is_the_same_kind_of_thing(loss: Loss) -> None:
    title, chinese = loss.title.lower(), load_language("zh").loss(loss)
    for english, word in KINDS.items():
        # The Chinese name of the continuous ranked probability score has no abbreviation.
        if loss.name != "crps-gaussian":
            assert (english in title) == (word in chinese), (english, title, chinese)
    assert ("ε" in title, "α" in title) == ("ε" in chinese, "α" in chinese)
    assert ("–" in title and title[0] == "g") == ("–" in chinese)
