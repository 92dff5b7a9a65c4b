"""The parameters for which a loss has a property: what is said of all of them holds at random ones."""

from __future__ import annotations

import math
import random

import pytest
from support.cases import every, some
from support.loss_draws import a_usual_curve

from lossplot._curves.conditions import DECIDED, condition, fulfils
from lossplot._curves.curve import Curve, default_curve
from lossplot._curves.glossary import PROPERTIES, Value, has
from lossplot._curves.parse import read_curves
from lossplot._curves.properties import card
from lossplot._curves.records import (
    PropertyData,
    _corrected,
    conditions_of,
    property_record,
    property_texts,
    property_values,
)
from lossplot._curves.relatives import relatives
from lossplot._curves.tags import TAGS, tags_of
from lossplot._losses import LOSSES

PARAMETRIC = [name for name, loss in LOSSES.items() if loss.parameters]
DRAWS = 3
# Settings on both sides of each condition, and on its border.
BORDERS = """
quantile:tau=0.5,0.49 quantile-huber:tau=0.5,0.51 expectile:tau=0.5,0.49 squared-epsilon-insensitive:epsilon=0,0.01
power:p=0.99,1,1.01,1.99,2,2.01,3 barron:alpha=-0.1,0,0.1,0.99,1,1.01,1.5,2 barron:alpha=-inf focal:gamma=0,0.1
gce:q=0.99,1 tsallis:q=1.9,2,2.1,2.9,3,4,5,5.1,6 poly1:epsilon=-0.1,0,0.1 alpha-loss:alpha=0.9,1,1.1
symmetric-ce:alpha=0,0.1 symmetric-ce:beta=0,0.1 symmetric-ce:alpha=0:beta=0 tversky:beta=0.9,1,1.1
poisson-mean:target=0,0.1 poisson-deviance:target=0,0.1 negative-binomial:target=0,0.1
tweedie-deviance:power=-1:target=0,1 tweedie-deviance:power=0 tweedie-deviance:power=3
hinge-embedding:label=-1,1 contrastive:similar=0,1 cosine-embedding:label=-1:margin=-1,0,0.9,1
cosine-embedding:label=1:margin=0 adaptive-wing:target=0,1 aft-normal:censored=0,1
aft-logistic:censored=0,1 aft-extreme:censored=0,1 poisson-full:target=0,0.1 gaussian-nll-log-sigma:residual=0,0.1
elastic-net:alpha=0,0.01,0.99,1 alpha-iou:alpha=0.9,1,1.1 contrastive-legacy:similar=0,1 ppo-clip:advantage=-1,1
dual-clip-ppo:advantage=-1,1 focal-tversky:beta=1:gamma=0.9,1,1.1 focal-tversky:beta=1.2:gamma=1.3,1.4,1.5
quality-focal:beta=0,0.5,1,1.5,2,3 quality-focal:beta=0.5:target=0,1 asymmetric:gamma=0,0.5,1,1.5,3
asymmetric:positive=1:gamma=0,0.5 asymmetric:c=0:gamma=0,1
ramp:s=-3,0.9 c-loss:sigma=0.1,2 tukey-quartic:k=0.5,3 lum:a=0.5:c=0 lum:a=3:c=5
"""


def check(curve: Curve) -> None:
    """Check that what is said of the parameters of `curve` is what follows from its formula at them."""
    facts, conditions = card(curve), conditions_of(curve.loss)
    for name, when in conditions.items():
        said = fulfils(curve, when) if isinstance(when, str) else when
        assert PROPERTIES[name].holds(facts) == said, (curve.spec, name, when)


@pytest.mark.parametrize("name", some(PARAMETRIC, 8))
def test_what_holds_for_all_parameters_holds_at_random_ones(name: str) -> None:
    draw = random.Random(name)
    for _ in range(DRAWS):
        check(a_usual_curve(LOSSES[name], draw))


@pytest.mark.parametrize("words", some(BORDERS.split(), 3))
def test_a_condition_holds_exactly_where_the_formula_has_the_property(words: str) -> None:
    for curve in read_curves([words]):
        check(curve)


def test_each_condition_is_tried_on_both_sides() -> None:
    curves = [curve for words in BORDERS.split() for curve in read_curves([words])]
    tried = 0
    for loss in LOSSES.values():
        for name in DECIDED:
            if text := condition(loss, name):
                assert name in conditions_of(loss), (loss.name, name)
                truths = {fulfils(curve, text) for curve in curves if curve.loss is loss}
                assert truths == {True, False}, (loss.name, text)
                tried += 1
    assert tried == 72


@pytest.mark.parametrize(
    ("words", "property_", "value"),
    [
        # Gneiting & Raftery 2007, section 4.1: the power score is strictly proper for every power above 1.
        ("tsallis:q=100", "strictly-proper", True),
        # Only one point is at 0: there it jumps.
        ("epsilon-zero-one:epsilon=0", "continuous", False),
        ("epsilon-zero-one:epsilon=0", "convex", False),
        # psi = r (1 - (|r|/c)^k)^2 has a continuous derivative for every k.
        ("tukey-quartic:k=0.001", "twice-smooth", True),
        # x^2 (1 - power) and powers of x, for x > 0.
        ("tweedie-deviance:power=100", "twice-smooth", True),
        ("alpha-loss:alpha=0.001", "proper", False),
    ],
)
def test_a_property_is_right_where_doubles_are_not_enough(words: str, property_: str, value: bool) -> None:
    [curve] = read_curves([words])
    assert property_values(curve)[property_] is value


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("barron", {"convex": "yes, if alpha >= 1", "lipschitz": "1; finite if alpha <= 1"}),
        ("barron:alpha=2", {"lipschitz": "no, unless alpha <= 1", "redescending": "no, unless alpha < 1"}),
        ("barron:alpha=0", {"redescending": "soft, if alpha < 1", "convex": "no, unless alpha >= 1"}),
        ("huber", {"convex": "yes, for all parameters", "lipschitz": "1; finite for all parameters", "zeros": "0"}),
        ("squared", {"convex": "yes", "lipschitz": "no", "redescending": "no"}),
        ("mape:target=3", {"symmetric": "yes, for all parameters"}),
        # 2 r/(2 + r) above the target 1, and 2 r/(2 - r) below it.
        ("smape", {"symmetric": "no, for all parameters"}),
        ("msle", {"symmetric": "n/a"}),
    ],
)
def test_a_property_is_followed_by_the_parameters_that_have_it(words: str, expected: dict[str, str]) -> None:
    [curve] = read_curves([words])
    texts = property_texts(curve)
    assert {name: texts[name] for name in expected} == expected


@every("name", LOSSES, among=3)
def test_a_property_in_json_is_a_boolean_a_number_or_intervals(name: str) -> None:
    record = property_record(default_curve(LOSSES[name]))
    for each, value in record.items():
        if each in ("infimum", "supremum", "efficiency", "lipschitz"):
            assert value is None or value in ("inf", "-inf", "nan") or type(value) is float, each
        elif each in ("zeros", "minimisers", "maximisers"):
            assert isinstance(value, list)
            assert all(len(ends) == 2 for ends in value)
        elif each == "redescending":
            assert value is False or value in ("soft", "hard")
        else:
            assert value is None or type(value) is bool, each
    # What has a meaning only between signs of an error, or labels, is not said of other axes.
    assert ("symmetric" in record) == (LOSSES[name].axis.name in ("error", "prediction"))
    if LOSSES[name].axis.name == "prediction":
        assert record["symmetric"] is {"mape": True, "smape": False}.get(name)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("huber", "huber and smooth-l1 are the same curve for delta = beta = 1"),
        ("barron", "barron and pseudo-huber are the same curve for alpha = c = delta = 1"),
        ("huber:delta=0.5", None),
        ("quantile:tau=0.5", "quantile is 1/2 of absolute for tau = 0.5"),
        ("logistic", "logistic is 0.693147 times logistic-base2 for beta = 1 and gamma = 0"),
        ("logistic", "logistic and log-loss are the same curve at p = sigmoid(m) for beta = 1 and gamma = 0"),
    ],
)
def test_a_relative_has_its_condition(words: str, sentence: str | None) -> None:
    [curve] = read_curves([words])
    found = relatives(curve)
    if sentence is None:
        assert not any("smooth-l1 are the same" in each for each in found)
    else:
        assert sentence in found


@every(
    ("value", "when", "name", "said"),
    [
        *((value, None, "convex", value) for value in (True, False)),
        *((None, when, "calibrated", None) for when in (True, False)),
        *((not when, when, "convex", when) for when in (True, False)),
        (True, "delta > 1", "convex", True),
        (True, "delta < 1", "convex", False),
        (2.5, True, "lipschitz", 2.5),
        (2.5, False, "lipschitz", math.inf),
        (math.inf, False, "lipschitz", math.inf),
        (math.inf, "delta = 2", "lipschitz", None),
        ("soft", "delta = 2", "redescending", "soft"),
        ("hard", "delta = 3 or delta < 2", "redescending", False),
    ],
)
def test_what_a_condition_says_overrules_doubles(value: Value, when: bool | str | None, name: str, said: Value) -> None:
    [curve] = read_curves(["huber:delta=2"])
    assert _corrected(value, curve, when, name) == said


def test_a_value_that_is_had_is_told_from_one_that_is_not() -> None:
    assert [has(value) for value in (True, 1.0, "soft", False, None, float("inf"), 0.0)] == [True] * 3 + [False] * 3 + [
        True
    ]


@every(
    ("axis", "value", "tags"),
    [
        ("error", 1.0, ["lipschitz", "robust"]),
        ("margin", 1.0, ["lipschitz"]),
        ("error", 0.0, ["lipschitz", "robust"]),
        *((axis, value, []) for axis in ("error", "margin") for value in ("inf", None, False)),
    ],
)
def test_only_a_loss_with_a_steepest_slope_is_lipschitz_and_of_the_error_robust(
    axis: str, value: PropertyData, tags: list[str]
) -> None:
    assert tags_of(axis, {"lipschitz": value}) == tags


@every("tag", [tag for tag in TAGS if tag not in ("lipschitz", "robust")])
def test_a_loss_is_tagged_as_what_it_is(tag: str) -> None:
    for value in (True, "soft", "hard"):
        assert tags_of("margin", {"lipschitz": None, tag: value}) == [tag]
    for other in (False, None):
        assert tags_of("margin", {"lipschitz": None, tag: other}) == []
