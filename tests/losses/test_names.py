"""Names of losses: in every language, loose ones, and what is suggested for a wrong one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from random import Random

import pytest
from make_golden import NAMES, names
from support.cases import every

from lossplot._curves.axes import AXES
from lossplot._curves.curve import Curve, default_curve
from lossplot._curves.moves import move, same_axis
from lossplot._curves.parse import read_curves
from lossplot._errors import RequestError
from lossplot._losses import LOSSES, find
from lossplot._losses.entry import PREDICTION, Axis
from lossplot._losses.foreign import find_equivalent
from lossplot._losses.registry import all_names, names_in_languages


def _refusal(text: str) -> str:
    with pytest.raises(RequestError) as refusal:
        read_curves([text])
    return str(refusal.value)


@every(("word", "name"), names_in_languages().items(), ids=names_in_languages().values())
def test_a_name_in_another_language_is_understood_with_or_without_its_spaces(word: str, name: str) -> None:
    assert {find(word).name, find(word.replace(" ", "")).name, find(word.lower()).name} == {name}


def test_every_loss_has_a_chinese_name_of_its_own() -> None:
    assert sorted(names_in_languages().values()) == sorted(LOSSES)


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("合叶损失", "合页损失"),
        ("平方合叶损失", "平方合页损失"),
        ("焦点损矢", "焦点损失"),
        ("huber 损矢", "Huber 损失"),
        ("交叉商", "交叉熵"),
    ],
)
def test_a_misspelt_chinese_name_suggests_the_right_one(typed: str, right: str) -> None:
    assert f"'{right}'" in _refusal(typed)
    assert find(right)


def test_a_name_stands_for_one_loss() -> None:
    names = [name for loss in LOSSES.values() for name in all_names(loss)]
    assert len(names) == len(set(names))


def test_a_coming_command_is_no_alias() -> None:
    assert "check" not in [name for loss in LOSSES.values() for name in all_names(loss)]
    assert find("check-loss").name == "quantile"


@pytest.mark.parametrize(
    ("name", "loss", "difference"),
    [
        ("log1p-squared", "cauchy", "log(1 + r^2), which is twice it at c = 1"),
        ("tanh-loss", "sigmoid", "1 - tanh(m), which is twice sigmoid:k=2"),
        ("rmse", "squared", "the root of its mean over the examples"),
        ("margin-ranking", "perceptron", "hinge with the margin as its threshold; 0 is PyTorch's default"),
        (
            "grpo",
            "ppo-clip",
            "ppo-clip with advantages relative to a group of answers, and a divergence from the reference",
        ),
        ("generalized-kl", "poisson-deviance", "half of it"),
    ],
)
def test_a_loose_alias_says_what_else_it_may_mean(name: str, loss: str, difference: str) -> None:
    (curve,) = read_curves([name.replace("-", "_").upper()])
    assert curve.loss.name == loss
    (remark,) = curve.remarks
    assert remark.startswith(f"{name} is drawn as {loss}; it may also mean ")
    assert remark.endswith(difference)


def test_a_strict_alias_says_nothing() -> None:
    for loss in LOSSES.values():
        for name in (loss.name, *loss.aliases):
            assert read_curves([name])[0].remarks == ()


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("bce:target=0,1", "did you mean 'bce-probability' or 'bce-logits'?"),
        ("ce:epsilon=0.1", "did you mean 'label-smoothing-ce'?"),
        ("hinge:gamma=2", "did you mean 'smoothed-hinge'?"),
        ("hinge:thresold=2", "did you mean 'threshold'?"),
        ("kl:alpha=2", "it has target"),
        ("zero-one:zeta=2", "it has none"),
    ],
)
def test_a_parameter_that_a_namesake_has_suggests_that(text: str, hint: str) -> None:
    assert _refusal(text).endswith(hint)


def test_what_people_type_and_cite_stays_as_it_was_published() -> None:
    # If it was changed on purpose, run: python tests/make_golden.py
    assert names().splitlines() == NAMES.read_text("utf-8").splitlines()


@every(
    ("words", "idle"),
    [
        ("keras:tversky:alpha=0.3", "alpha"),
        ("keras:binary_focal_crossentropy:alpha=0.3:from_logits=True", "alpha from_logits"),
        ("keras:categorical_focal_crossentropy:from_logits=True", "from_logits"),
        ("lightgbm:poisson:poisson_max_delta_step=0.5", "poisson_max_delta_step"),
        ("xgboost:count:poisson:max_delta_step=0.5", "max_delta_step"),
        ("torch:huber:reduction=mean:reduce=true:size_average=1:weight=2", "reduction reduce size_average weight"),
        ("torch:nll:ignore_index=-100", "ignore_index"),
        ("sklearn:log_loss:sample_weight=1:class_weight=2:n_jobs=3:random_state=4:penalty=l2:max_iter=5", ""),
        ("keras:huber:name=a:dtype=b:axis=0", "name dtype axis"),
        ("optax:huber:where=0:normalize=1:eps=1e-7", "where normalize eps"),
        ("torch:triplet_margin:swap=0", "swap"),
    ],
)
def test_an_argument_that_changes_no_example_s_loss_is_taken_and_told(words: str, idle: str) -> None:
    match = find_equivalent(words.split(":"))
    assert match is not None
    given = [word.partition("=")[0] for word in match.idle]
    assert given == (idle.split() or [word.partition("=")[0] for word in words.split(":")[2:]])


def _can_both_move(pair: Sequence[Curve], axis: Axis) -> bool:
    return all(_can_move(curve, axis) for curve in pair)


@cache
def _can_move(curve: Curve, axis: Axis) -> bool:
    try:
        moved = move(curve, axis)
    except RequestError:
        return False
    assert moved.axis.name == axis.name
    return True


@pytest.mark.parametrize("count", [1, pytest.param(8, marks=pytest.mark.slow)])
@every("first", LOSSES, among=3)
def test_an_axis_is_offered_where_both_losses_can_go_and_only_there(first: str, count: int) -> None:
    for second in Random(first).sample([*LOSSES], count):
        pair = [default_curve(LOSSES[first]), default_curve(LOSSES[second])]
        if pair[0].axis.name == pair[1].axis.name:
            continue
        shared = []
        for name, axis in AXES.items():
            if _can_both_move(pair, axis):
                shared.append(f"--axis {name}")
        if not shared and _can_both_move(pair, replace(PREDICTION, target=1.0)):
            shared.append("--target T")
        with pytest.raises(RequestError) as refusal:
            same_axis(pair)
        hint = f", or on one axis with {' or '.join(shared)}" if shared else ""
        assert str(refusal.value).endswith(f"draw them in two figures{hint}")
