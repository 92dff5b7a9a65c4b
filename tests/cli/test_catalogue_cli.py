"""The catalogue at the command line: invert, list, show, names of other libraries, and other axes."""

from __future__ import annotations

import csv
import io
import json
import math
import re
import warnings
from functools import cache
from random import Random
from typing import TYPE_CHECKING, Any, get_args

import numpy as np
import pytest
from support.cases import every, some
from support.draws import between
from support.run import assert_done, assert_fails, call

from lossplot._cli import show
from lossplot._cli.commands import COMMANDS
from lossplot._cli.listing import complete_word
from lossplot._curves.axes import AXES
from lossplot._curves.curve import Curve
from lossplot._curves.glossary import PROPERTIES
from lossplot._curves.inverse import inverse
from lossplot._curves.panels import PANELS, Panel, quantity
from lossplot._curves.parse import read_curves
from lossplot._curves.properties import Card, card
from lossplot._curves.relatives import coincidences
from lossplot._figure.resolve import resolve
from lossplot._figure.spec import FigureSpec
from lossplot._losses import LOSSES, Equivalent, Loss
from lossplot._losses.entry import MARGIN, PROBABILITY
from lossplot._losses.tasks import TASKS, tasks_of

if TYPE_CHECKING:
    from pathlib import Path

EQUIVALENTS = {equivalent.name: (loss, equivalent) for loss in LOSSES.values() for equivalent in loss.equivalents}


def curve_of(words: str) -> Curve:
    [curve] = read_curves([words])
    return curve


def value_of(words: str, x: float) -> float:
    return float(curve_of(words).jet([x]).value[0])


def records(folder: Path, *words: str) -> list[dict[str, Any]]:
    outcome = call(*words, "--format", "json", cwd=folder)
    assert_done(outcome)
    result: list[dict[str, Any]] = json.loads(outcome.out)
    return result


# --- entries ---


def test_the_catalogue_keeps_its_losses_and_has_every_panel() -> None:
    assert len(LOSSES) >= 108
    assert get_args(Panel) == PANELS


def test_no_name_stands_for_two_things() -> None:
    names = [name for loss in LOSSES.values() for name in (loss.name, *loss.aliases)]
    assert len(set(names)) == len(names)
    assert set(names).isdisjoint(COMMANDS)
    assert set(names).isdisjoint(PROPERTIES)
    assert set(names).isdisjoint(name.partition(":")[0] for name in EQUIVALENTS)


@every("loss", LOSSES.values(), ids=LOSSES)
def test_an_entry_is_fit_to_be_read(loss: Loss) -> None:
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name) for name in (loss.name, *loss.aliases))
    assert re.fullmatch(r"[A-Z].{10,}[^.]\.", loss.summary)
    assert not re.search(r"[.!?] [A-Z]", loss.summary), "one sentence"
    assert len(loss.summary) <= 125
    assert re.search(r"\b(1[789]|20)\d\d\b|, [\w.]+$", loss.source), "a year, or the name in a library"
    assert loss.axis.name in AXES
    for parameter in loss.parameters:
        assert parameter.default in parameter, parameter


@pytest.mark.slow
@every("name", LOSSES, among=6)
def test_every_loss_and_its_derivatives_are_drawn_without_a_warning(name: str) -> None:
    panels = PANELS[:4] if LOSSES[name].axis.name == "error" else PANELS[:3]
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        scene = resolve(FigureSpec((name,), panels)).scene
    for panel in scene.panels:
        assert np.isfinite([panel.view.left, panel.view.right, panel.view.bottom, panel.view.top]).all()
        assert panel.view.left < panel.view.right
        assert panel.view.bottom < panel.view.top
        assert sum(len(piece) for trace in panel.traces for piece in trace.pieces) >= 2
        assert all(np.isfinite(piece).all() for trace in panel.traces for piece in trace.pieces)


@pytest.mark.slow
@pytest.mark.parametrize(
    "name", some(["probit", "tukey-biweight", "tsallis", "poisson-deviance", "triplet", "info-nce"], among=3)
)
def test_a_loss_of_every_axis_renders(name: str, tmp_path: Path) -> None:
    assert_done(call(name, "-d", "--second-derivative", "-o", "a.svg", cwd=tmp_path), "a.svg")


# --- invert ---


@pytest.mark.parametrize(
    ("words", "fragments"),
    [
        ("log-loss 0.6135", ["p = 0.541452", "p = 0.5415", "geometric mean"]),
        ("hinge 0.1", ["Hinge is 0.1 at m = 0.9: right, by a margin of 0.9"]),
        ("hinge 1", ["0: on the boundary"]),
        ("hinge 3", ["at m = -2: wrong, by a margin of 2"]),
        ("hinge 0", ["at every m >= 1: right, by a wide enough margin"]),
        ("squared 4", ["at r = -2 or r = 2", "too low by 2", "too high by 2"]),
        ("squared 0", ["at r = 0: no error"]),
        ("huber:delta=2 4", ["Huber (\u03b4 = 2) is 4 at r = -3 or r = 3"]),
        ("epsilon-insensitive:epsilon=0.5 0", ["every r from -0.5 to 0.5: an error of at most 0.5"]),
        ("zero-one 1", ["at every m <= 0: wrong"]),
        ("brier 0.25", ["at p = 0.5"]),
        ("unhinged -- -1", ["at m = 2"]),
        ("torch:smooth_l1:beta=0.5 1.75", ["r = -2 or r = 2"]),
    ],
)
def test_invert_says_where_and_what_it_means(words: str, fragments: list[str], tmp_path: Path) -> None:
    outcome = call("invert", *words.split(), cwd=tmp_path)
    assert_done(outcome)
    [line] = outcome.lines
    assert all(fragment in line for fragment in fragments), line


def test_invert_takes_several_values_and_several_curves(tmp_path: Path) -> None:
    assert len(call("invert", "huber:delta=1,2", "1", "2", "3", cwd=tmp_path).lines) == 6


@pytest.mark.parametrize(
    ("words", "code", "fragments"),
    [
        ("hinge -- -1", 1, ["hinge is never -1", "'lossplot show hinge'"]),
        ("zero-one 0.5", 1, ["zero-one is never 0.5"]),
        ("tukey-biweight 100", 1, ["never 100"]),
        ("hinge one", 2, ["value 'one' is not a number"]),
        ("hinge inf", 2, ["value 'inf' is not a number"]),
        ("hing 1", 2, ["did you mean 'hinge'"]),
        ("hinge", 2, ["VALUE"]),
        ("hinge 1 -f csv", 2, ["format 'csv' is unknown", "text or json"]),
    ],
)
def test_invert_refuses_in_one_line(words: str, code: int, fragments: list[str], tmp_path: Path) -> None:
    assert_fails(call("invert", *words.split(), cwd=tmp_path), code, *fragments)


@pytest.mark.parametrize(
    ("words", "code", "text"),
    [
        ("sigmoid 1", 1, "sigmoid is 1 only in the limit m -> -inf;"),
        ("welsch 0.5", 1, "welsch is 0.5 only in the limit r -> -inf or r -> inf;"),
        ("logistic 0", 1, "logistic is 0 only in the limit m -> inf;"),
        ("exponential -- -1", 1, "exponential is never -1: it is more than 0, its limit for m -> inf;"),
        ("savage 1.5", 1, "savage is never 1.5: it is less than 1, its limit for m -> -inf;"),
        ("hinge -- -1", 1, "hinge is never -1: it is at least 0, at every m >= 1;"),
        ("label-smoothing-ce 0", 1, "label-smoothing-ce is never 0: it is at least 0.198515, at p = 0.95;"),
        (
            "andrews-wave 100",
            1,
            "andrews-wave is never 100: it is at most 3.58584, at every r <= -4.20659 and elsewhere;",
        ),
        ("log-loss 1000", 1, "log-loss is 1000 only where no double is, 0 < p < 4.94066e-324;"),
        ("huber:delta=0.001 1e308", 1, "only where no double is, r < -1.79769e+308 or r > 1.79769e+308;"),
        ("kl-bernoulli 15", 0, "at x = 2.06394e-10 (again where no double is, 0.9999999999999999 < x < 1):"),
        ("log-loss 1e-16", 0, "at p = 0.9999999999999999: the true class gets p = 0.9999999999999999"),
        ("smape 2", 0, "at every x <= 0 (in the limit x -> inf too):"),
        ("periodic 2", 0, "or r = 2.5 (and so on):"),
        ("zero-one 0", 0, "at every m > 0: right"),
        ("zero-one 1", 0, "at every m <= 0: wrong or on the boundary"),
        ("perceptron 0", 0, "at every m >= 0: right or on the boundary"),
        ("zero-one-probability 0", 0, "at every p with 0.5 < p <= 1:"),
        ("epsilon-zero-one 1", 0, "at every r < -0.5 or every r > 0.5: an error of more than 0.5"),
        ("epsilon-zero-one:epsilon=0 1", 0, "at every r < 0 or every r > 0: an error of more than 0"),
        ("tukey-biweight:c=2 0.6666666666666666", 0, "at every r <= -2 or every r >= 2: an error of at least 2"),
        ("epsilon-insensitive 0", 0, "at every r from -0.1 to 0.1: an error of at most 0.1"),
        ("log-loss 0.6931471805599453 --axis margin", 0, "at m = 0: on the boundary"),
    ],
)
def test_invert_says_what_is_a_place_a_limit_and_neither(words: str, code: int, text: str, tmp_path: Path) -> None:
    outcome = call("invert", *words.split(), cwd=tmp_path)
    assert outcome.code == code
    assert text in outcome.text + outcome.err


def test_invert_json_has_limits_and_doubles_between_which_a_value_is(tmp_path: Path) -> None:
    [zero, one] = _inversions(tmp_path, "sigmoid", "0", "1")
    assert (zero["solutions"], zero["limits"]) == ([], [{"x": "inf", "from": "below"}])
    assert (one["solutions"], one["limits"]) == ([], [{"x": "-inf", "from": "above"}])
    [far] = _inversions(tmp_path, "log-loss", "1000")
    assert (far["solutions"], far["between"]) == ([], [[0.0, 5e-324]])
    [waves] = _inversions(tmp_path, "periodic", "2")
    assert waves["window"] == [-3.0, 3.0]
    # Both ends have the value.
    [step] = _inversions(tmp_path, "zero-one", "0")
    assert step["solutions"] == [{"low": 5e-324, "high": "inf"}]


def test_invert_json_holds_points_intervals_and_nothing(tmp_path: Path) -> None:
    answers = [*_inversions(tmp_path, "hinge", "0", "0.5", "-1"), *_inversions(tmp_path, "huber:delta=2", "4")]
    assert [list(record) for record in answers] == [
        ["loss", "parameters", "axis", "value", "solutions", "limits", "between", "window", "meaning"]
    ] * 4
    assert [record["solutions"] for record in answers] == [
        [{"low": 1.0, "high": "inf"}],
        [{"x": 0.5}],
        [],
        [{"x": -3.0}, {"x": 3.0}],
    ]
    assert answers[3]["parameters"] == {"delta": 2.0}
    assert answers[3]["axis"] == "error"


def _inversions(folder: Path, loss: str, *values: str) -> list[dict[str, Any]]:
    outcome = call("invert", "--format", "json", "--", loss, *values, cwd=folder)
    assert_done(outcome)
    result: list[dict[str, Any]] = json.loads(outcome.out)
    return result


@every("name", LOSSES, among=10)
def test_where_a_loss_is_said_to_have_a_value_it_has_it_and_nowhere_it_has_it_is_left_out(name: str) -> None:
    loss = LOSSES[name]
    curve = Curve(loss, tuple(parameter.default for parameter in loss.parameters))
    low, high = loss.axis.view
    for x in between(low, high, 1 if name == "periodic" else 2, Random(name)):
        jet = curve.jet([x])
        value = float(jet.value[0])
        if not math.isfinite(value):
            continue
        intervals = [(place.first, place.last) for place in inverse(curve, value).places]
        # Where the curve is flat, points this far away have the same value to the last digits.
        slack = 1e-9 * max(1.0, abs(x)) + min(1e-3, 1e-14 * max(1.0, abs(value)) / max(1e-300, abs(jet.slope[0])))
        assert any(a - slack <= x <= b + slack for a, b in intervals), (x, value, intervals)
        for a, b in intervals:
            inside = np.array([a]) if a == b else np.linspace(max(a, -1e3), min(b, 1e3), 9)[1:-1]
            there = curve.jet(inside)
            steep = np.abs(np.nan_to_num(there.slope)) * np.spacing(np.abs(inside))
            assert np.all(np.abs(there.value - value) <= 1e-8 * max(1.0, abs(value)) + steep), (value, a, b)


def test_between_two_solutions_of_a_periodic_loss_none_is_left_out() -> None:
    curve = curve_of("periodic")
    lows = [place.low for place in inverse(curve, value_of("periodic", 0.9)).places]
    assert max(np.diff(lows)) <= 1.0


def test_zero_has_no_sign(tmp_path: Path) -> None:
    assert "m = 0:" in call("invert", "hinge", "1", cwd=tmp_path).text


@pytest.mark.parametrize(("words", "text"), [("zero-one 0", "every m > 0"), ("epsilon-zero-one 1", "every r > 0.5")])
def test_an_end_that_does_not_have_the_value_is_left_out(words: str, text: str, tmp_path: Path) -> None:
    assert text in call("invert", *words.split(), cwd=tmp_path).text


# --- list ---


@cache
def default_card(name: str) -> Card:
    return card(Curve(LOSSES[name], tuple(parameter.default for parameter in LOSSES[name].parameters)))


def select(folder: Path, *words: str) -> list[str]:
    return [record["name"] for record in records(folder, "list", *words)]


def test_list_without_words_is_the_whole_catalogue(tmp_path: Path) -> None:
    assert select(tmp_path) == list(LOSSES)


@pytest.mark.parametrize("axis", AXES)
def test_list_of_an_axis(axis: str, tmp_path: Path) -> None:
    assert select(tmp_path, "--axis", axis.upper()) == [loss.name for loss in LOSSES.values() if loss.axis.name == axis]


@pytest.mark.slow
@pytest.mark.parametrize("option", ["convex", "bounded", "calibrated", "proper", "redescending"])
def test_a_filter_keeps_what_the_card_says(option: str, tmp_path: Path) -> None:
    expected = []
    for loss in LOSSES.values():
        properties = default_card(loss.name)
        facts = {
            "convex": properties.convex,
            "bounded": math.isfinite(properties.upper),
            "calibrated": properties.calibrated,
            "proper": properties.proper,
            "redescending": properties.redescending in ("soft", "hard"),
        }
        expected += [loss.name] if facts[option] else []
    assert select(tmp_path, f"--{option}") == expected


def slow(*values: Any) -> Any:
    """Return parameters of a case that looks at all losses."""
    return pytest.param(*values, marks=pytest.mark.slow)


@pytest.mark.parametrize(
    ("words", "some", "others"),
    [
        ("--convex --axis margin", ["hinge", "logistic"], ["zero-one", "savage", "squared"]),
        ("--bounded --axis error", ["tukey-biweight", "welsch"], ["huber", "cauchy"]),
        ("--calibrated --axis margin", ["hinge", "logistic", "exponential", "savage"], ["perceptron", "log-loss"]),
        ("--proper --axis probability", ["log-loss", "brier", "spherical"], ["linear-probability", "hinge"]),
        ("--redescending --axis error", ["tukey-biweight", "cauchy"], ["huber", "squared", "hinge"]),
        slow("--calibrated", ["hinge", "logistic", "exponential", "savage"], ["perceptron", "log-loss"]),
        slow("--proper", ["log-loss", "brier", "spherical"], ["linear-probability", "hinge"]),
        slow("--redescending", ["tukey-biweight", "cauchy"], ["huber", "squared", "hinge"]),
        ("SVM hinge", ["hinge"], ["logistic"]),
        ("smooth_hinge", ["smoothed-hinge"], ["hinge"]),
        ("tukey 1974", [], ["hinge"]),
        ("robust --convex", ["huber"], ["tukey-biweight"]),
    ],
)
def test_filters_and_words_must_all_hold(words: str, some: list[str], others: list[str], tmp_path: Path) -> None:
    outcome = call("list", *words.split(), "-f", "json", cwd=tmp_path)
    names = {record["name"] for record in json.loads(outcome.out)} if outcome.code == 0 else set()
    assert names >= set(some)
    assert names.isdisjoint(others)


RANKED = {
    # names, then tasks, then what else is said of a loss
    "huber": ["huber"],
    "mae": ["absolute"],
    "ranking": [*TASKS["ranking"].losses],
    "label noise": [*TASKS["label noise"].losses],
    "loss for outliers": [*TASKS["outliers"].losses],
    "GAN": [*TASKS["generative adversarial networks"].losses],
    "detection": [*TASKS["object detection"].losses],
    "\u56fe\u50cf\u5206\u5272": [*TASKS["segmentation"].losses],
    "hinge 1995": ["hinge"],
    # misspellings
    "rankng": [*TASKS["ranking"].losses],
    "imbalence": [*TASKS["class imbalance"].losses],
    "lable noise": [*TASKS["label noise"].losses],
    "\u6b63\u4f8b\u4e0e\u65e0\u6807\u7b7e\u6570\u7ec4": [*TASKS["positive and unlabelled data"].losses],
    # properties, axes, libraries and formulas
    "convex outliers": ["huber", "absolute"],
    "xgboost ranking": ["logistic"],
    "log(1 + exp(-m))": ["logistic"],
}


@pytest.mark.parametrize("words", some(RANKED, among=4))
def test_list_finds_by_tasks_the_most_usual_first(words: str, tmp_path: Path) -> None:
    assert select(tmp_path, *words.split())[: len(RANKED[words])] == RANKED[words]
    assert select(tmp_path, words)[: len(RANKED[words])] == RANKED[words]


def test_list_ranks_alike_in_every_format_and_within_filters(tmp_path: Path) -> None:
    names = select(tmp_path, "label", "noise")
    assert [line.split()[0] for line in call("list", "label", "noise", cwd=tmp_path).lines] == names
    rows = csv.DictReader(io.StringIO(call("list", "label", "noise", "-f", "csv", cwd=tmp_path).text))
    assert [row["name"] for row in rows] == names
    of_margin = [name for name in names if LOSSES[name].axis.name == "margin"]
    assert select(tmp_path, "--axis", "margin", "label", "noise") == of_margin != names
    assert {name for name, loss in LOSSES.items() if loss.axis.name == "similarity"} <= {
        *select(tmp_path, "similarity")
    }


def test_words_of_list_are_completed() -> None:
    assert complete_word("ran") == [("ranking", "7 losses")]
    assert [word for word, _ in complete_word("wi")] == ["wing"]


def test_list_csv_has_the_losses_of_list_json(tmp_path: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(call("list", "hinge", "-f", "csv", cwd=tmp_path).text)))
    assert [row["name"] for row in rows] == select(tmp_path, "hinge")
    assert list(rows[0]) == ["name", "title", "axis", "parameters", "formula", "aliases", "summary", "tasks"]
    assert all(row["summary"] == LOSSES[row["name"]].summary for row in rows)
    assert all(row["tasks"].split("; ") == tasks_of(row["name"]) for row in rows)


@pytest.mark.parametrize(
    ("words", "code", "fragment"),
    [
        ("xyzzy", 1, "no loss is like 'xyzzy'; 'lossplot list' shows all"),
        ("no-such-word", 1, "no loss is like 'no-such-word'; "),
        ("rnkngg", 1, "no loss is like 'rnkngg'; did you mean 'ranking'?"),
        ("outliars xyzzy", 1, "no loss is like 'xyzzy'; "),
        ("huber tukey", 1, "no loss is like all of 'huber tukey'; leave a word out"),
        ("hinge --axis similarity", 1, "no loss is like that; ask for less, or see all with 'lossplot list'"),
        ("--proper --axis error", 1, "no loss is like that"),
        (
            "--axis sideways",
            2,
            "choose margin, error, probability, prediction, score, distance, similarity, coefficient, ratio or overlap",
        ),
        ("--convx", 2, "did you mean '--convex'"),
        ("-f latex", 2, "text, csv or json"),
    ],
)
def test_list_refuses_in_one_line(words: str, code: int, fragment: str, tmp_path: Path) -> None:
    assert_fails(call("list", *words.split(), cwd=tmp_path), code, fragment)


# --- show ---


def test_show_has_formula_sketch_knots_properties_and_libraries(tmp_path: Path) -> None:
    outcome = call("show", "huber:delta=2", cwd=tmp_path)
    assert_done(outcome)
    assert any("\u2800" < character <= "\u28ff" for character in outcome.text), "a sketch in Braille"
    for fragment in (
        "Huber (\u03b4 = 2)  huber:delta=2",
        "delta = 2, in (0, inf)",
        "curvature at r = 2: second derivative 1 to 0",
        "torch:huber",
        "torch.nn.HuberLoss(delta=2)",
    ):
        assert fragment in outcome.text
    before, after = outcome.text.split("\n  at delta = 2:\n")
    facts = dict(re.findall(r"^  (\S+) +(\S.*)$", after, re.MULTILINE))
    assert "curvature at" not in before
    expected = {
        "knots": "curvature at r = -2: second derivative 0 to 1",
        "convex": "yes, for all parameters",
        "twice-smooth": "no, for all parameters",
        "lipschitz": "2; finite for all parameters",
        "bounded": "no, for all parameters",
        "redescending": "no, for all parameters",
    }
    assert expected.items() <= facts.items()
    assert "\n  at " not in call("show", "exponential", cwd=tmp_path).text


def test_show_of_a_margin_loss_tells_where_its_risk_is_least(tmp_path: Path) -> None:
    text = call("show", "logistic", cwd=tmp_path).text
    assert f"{math.log(3.0):.5g} at eta = 0.75" in text
    assert "calibrated" in text


@pytest.mark.parametrize("name", PROPERTIES)
def test_show_explains_every_property(name: str, tmp_path: Path) -> None:
    outcome = call("show", name.upper().replace("-", "_"), cwd=tmp_path)
    assert_done(outcome)
    assert outcome.lines[0] == f"{name}: {PROPERTIES[name].definition}"
    assert PROPERTIES[name].source in outcome.text


def test_show_suggests_a_property_too(tmp_path: Path) -> None:
    assert_fails(call("show", "calibratd", cwd=tmp_path), 2, "'calibrated'")


def test_show_json_has_properties_and_equivalents(tmp_path: Path) -> None:
    [record] = records(tmp_path, "show", "squared-hinge")
    assert record["properties"]["convex"] is True
    assert record["properties"]["lipschitz"] == "inf"
    assert record["properties"]["zeros"] == [[1.0, "inf"]]
    assert record["properties"].keys() <= PROPERTIES.keys()
    assert record["conditions"].keys() < record["properties"].keys()
    # Where eta 2 max(0, 1 - m) = (1 - eta) 2 max(0, 1 + m).
    assert record["risk-minimiser"] == [[eta, pytest.approx(2.0 * eta - 1.0)] for eta in (0.6, 0.75, 0.9)]
    assert {tuple(equivalent) for equivalent in record["equivalents"]} == {
        ("name", "call", "factor", "constant", "condition")
    }
    assert [equivalent["name"] for equivalent in record["equivalents"]] == [
        equivalent.name for equivalent in LOSSES["squared-hinge"].equivalents
    ]


# --- other libraries' names ---


@pytest.mark.parametrize(
    ("words", "x", "value"),
    [
        ("torch:smooth_l1:beta=0.5", 2.0, 1.75),
        ("torch:SmoothL1Loss:beta=0.5", 2.0, 1.75),
        ("TORCH:smooth-l1", 2.0, 1.5),
        ("sklearn:modified_huber", 0.0, 1.0),
        ("keras:log_cosh", 1.0, math.log(math.cosh(1.0))),
        ("keras:LogCosh", 1.0, math.log(math.cosh(1.0))),
        ("scipy:soft_l1", 0.0, 0.0),
        ("xgboost:reg:squarederror", 2.0, 2.0),
        ("optax:sparsemax_loss", 0.0, 0.25),
        ("statsmodels:HuberT:t=1.345", 2.0, 1.345 * (2.0 - 1.345 / 2.0)),
    ],
)
def test_a_library_s_name_has_that_library_s_scale(words: str, x: float, value: float) -> None:
    assert value_of(words, x) == pytest.approx(value, rel=1e-14)


@every(("loss", "equivalent"), EQUIVALENTS.values(), ids=EQUIVALENTS)
def test_every_library_s_name_is_found_and_its_value_is_ours_times_a_factor_plus_a_constant(
    loss: Loss, equivalent: Equivalent
) -> None:
    curve = curve_of(equivalent.name)
    assert (curve.loss, curve.library, curve.name) == (loss, equivalent, equivalent.name)
    names = {
        "log": math.log,
        "sqrt": math.sqrt,
        "exp": math.exp,
        "abs": abs,
        "max": max,
        "pi": math.pi,
        **curve.parameters,
    }
    factor, constant = (
        float(eval(formula.replace("^", "**"), {"__builtins__": {}}, names))
        for formula in (equivalent.factor, equivalent.constant)
    )
    x = np.linspace(*loss.axis.view, 41)[1:-1]
    ours = Curve(loss, curve.values).jet(x)
    theirs = curve.jet(x)
    np.testing.assert_allclose(theirs.value, factor * ours.value + constant, rtol=1e-13)
    np.testing.assert_allclose(theirs.slope, factor * ours.slope, rtol=1e-12, atol=1e-300)


@every(("loss", "equivalent"), EQUIVALENTS.values(), ids=EQUIVALENTS)
def test_a_library_s_own_words_for_parameters_are_understood(loss: Loss, equivalent: Equivalent) -> None:
    names = {parameter.name: parameter for parameter in loss.parameters}
    for theirs, ours in equivalent.linked(names).items():
        value = names[ours].default
        assert curve_of(f"{equivalent.name}:{theirs}={value!r}").parameters[ours] == value


@pytest.mark.parametrize(
    ("words", "fragment"),
    [
        ("torch:smoth_l1", "did you mean 'torch:smooth_l1'"),
        ("torch:zzzzzzzz", "are known, such as torch:"),
        ("torch", "unknown loss 'torch'"),
        ("torch:smooth_l1:bta=1", "did you mean 'beta'"),
        ("statsmodels:HuberT:t=0", "out of range"),
        ("nolibrary:huber", "unknown library"),
    ],
)
def test_an_unknown_library_s_name_is_refused_in_one_line(words: str, fragment: str, tmp_path: Path) -> None:
    assert_fails(call(words, cwd=tmp_path), 2, fragment)


@pytest.mark.parametrize(
    ("losses", "notes"),
    [
        ("torch:smooth_l1:beta=0.5", []),
        ("optax:sparsemax_loss", ["optax:sparsemax_loss is 1/4 of modified-huber as lossplot defines it"]),
        ("torch:smooth_l1 torch:huber:delta=2", []),
        ("smoothed-hinge:gamma=2 modified-huber", ["smoothed-hinge:gamma=2 is 1/4 of modified-huber"]),
        ("modified-huber smoothed-hinge:gamma=2", ["smoothed-hinge:gamma=2 is 1/4 of modified-huber"]),
        ("huber smooth-l1", ["huber and smooth-l1 are the same curve"]),
        ("hinge squared-hinge", []),
        ("log-loss logistic --axis margin", ["log-loss and logistic are the same curve"]),
    ],
)
def test_what_curves_are_of_each_other_is_noted_on_stderr(losses: str, notes: list[str], tmp_path: Path) -> None:
    outcome = call(*losses.split(), "-o", "a.json", cwd=tmp_path)
    assert (outcome.code, outcome.lines) == (0, ["a.json"])
    assert outcome.err.splitlines() == [f"lossplot: note: {note}" for note in notes]
    assert call(*losses.split(), "-q", "-o", "a.json", cwd=tmp_path).err == ""


def test_a_note_is_no_warning_and_strict_lets_it_pass(tmp_path: Path) -> None:
    outcome = call("huber", "smooth-l1", "--strict", "-o", "a.svg", cwd=tmp_path)
    assert outcome.changed == {"a.svg"}


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("half-squared", "squared", "half-squared is 1/2 of squared"),
        ("quantile", "absolute", "quantile is 1/2 of absolute"),
        ("focal:gamma=0", "log-loss", "focal:gamma=0 and log-loss are the same curve"),
        ("huber:delta=2", "huber", ""),
        ("hinge", "perceptron", ""),
    ],
)
def test_coincidences_do_not_depend_on_the_order(first: str, second: str, same: str) -> None:
    a, b = curve_of(first), curve_of(second)
    for curves in ([a, b], [b, a]):
        notes = coincidences(curves)
        assert len(notes) == bool(same)
        if " is " in same:
            assert notes == [same]


# --- axes ---


@pytest.mark.parametrize(
    ("name", "axis", "own"),
    [
        ("log-loss", "margin", "logistic"),
        ("brier", "margin", "savage"),
        ("boosting-score", "margin", "exponential"),
        ("linear-probability", "margin", "sigmoid"),
        ("squared", "margin", "squared-margin"),
        ("logistic", "probability", "log-loss"),
        ("savage", "probability", "brier"),
        ("exponential", "probability", "boosting-score"),
    ],
)
def test_a_moved_curve_is_the_one_that_lives_there(name: str, axis: str, own: str) -> None:
    there = {"margin": MARGIN, "probability": PROBABILITY}[axis]
    [curve] = read_curves([name], axis=there)
    low, high = (0.001, 0.999) if axis == "probability" else (-30.0, 30.0)
    x = np.linspace(low, high, 241)
    # boosting-score on the margin is exp(-m / 2)
    expected = curve_of(own).jet({"boosting-score": x / 2.0}.get(name, x))
    if name == "exponential":
        expected = curve_of(own).jet(x)
        np.testing.assert_allclose(curve.jet(x).value, expected.value**2, rtol=1e-12)
        return
    np.testing.assert_allclose(curve.jet(x).value, expected.value, rtol=1e-12)


def test_the_huber_loss_on_the_margin_is_that_of_one_minus_m() -> None:
    [curve] = read_curves(["huber:delta=0.5"], axis=MARGIN)
    m = np.linspace(-3.0, 3.0, 121)
    own = curve_of("huber:delta=0.5").jet(1.0 - m)
    jet = curve.jet(m)
    np.testing.assert_allclose(jet.value, own.value, rtol=1e-13, atol=1e-15)
    np.testing.assert_allclose(jet.slope, -own.slope, rtol=1e-13, atol=1e-15)
    assert [knot.x for knot in curve.knots(-3.0, 3.0)] == pytest.approx([0.5, 1.5], rel=1e-15)


@pytest.mark.parametrize("name", [loss.name for loss in LOSSES.values() if loss.axis == PROBABILITY])
def test_on_the_margin_a_probability_loss_obeys_the_chain_rule(name: str) -> None:
    [curve] = read_curves([name], axis=MARGIN)
    m = np.linspace(-6.05, 6.05, 40)
    p = 1.0 / (1.0 + np.exp(-m))
    own, jet = curve_of(name).jet(p), curve.jet(m)
    inner = p * (1.0 - p)
    np.testing.assert_allclose(jet.value, own.value, rtol=1e-9, atol=1e-12)
    np.testing.assert_allclose(jet.slope, own.slope * inner, rtol=1e-9, atol=1e-12)
    curvature = own.curvature * inner**2 + own.slope * inner * (1.0 - 2.0 * p)
    np.testing.assert_allclose(jet.curvature, curvature, rtol=1e-7, atol=1e-9)


@pytest.mark.parametrize("name", ["logistic", "exponential", "savage", "squared-margin"])
def test_on_the_probability_axis_a_slope_is_that_of_the_values(name: str) -> None:
    [curve] = read_curves([name], axis=PROBABILITY)
    p = np.linspace(0.05, 0.95, 19)
    step = 1e-6
    numeric = (curve.jet(p + step).value - curve.jet(p - step).value) / (2.0 * step)
    np.testing.assert_allclose(curve.jet(p).slope, numeric, rtol=1e-7)


@pytest.mark.parametrize(
    ("words", "fragments"),
    [
        ("huber --axis probability", ["no meaning on the probability axis", "error axis or the margin axis"]),
        ("hinge --axis error", ["no meaning on the error axis", "margin axis or the probability axis"]),
        ("log-loss --axis error", ["no meaning on the error axis", "probability axis or the margin axis"]),
        ("cosine-distance --axis margin", ["no meaning on the margin axis", "similarity axis only"]),
        ("quantile:tau=0.3 --axis margin", ["not even in r", "draw it on the error axis"]),
        ("linex --axis margin", ["not even in r"]),
        ("hinge --axis sideways", ["axis 'sideways' is unknown", "margin"]),
        ("hinge huber", ["margin m", "error r", "--axis"]),
    ],
)
def test_a_move_that_makes_no_sense_is_refused_with_what_would(
    words: str, fragments: list[str], tmp_path: Path
) -> None:
    assert_fails(call(*words.split(), cwd=tmp_path), 2, *fragments)


def test_curves_of_two_axes_are_drawn_on_one(tmp_path: Path) -> None:
    outcome = call("hinge", "huber", "log-loss", "--axis", "Margin", "-d", "-o", "a.svg", cwd=tmp_path)
    assert_done(outcome, "a.svg")


# --- efficiency ---


# Section 7 of the catalogue, beside the textbooks' 1.345, 2.3849, 2.9846 and 4.685.
EFFICIENCIES = {
    "huber:delta": (0.9818, 1.3450, 2.0102),
    "pseudo-huber:delta": (0.7792, 1.2871, 2.7306),
    "fair:c": (0.6351, 1.3998, 4.9579),
    "cauchy:c": (1.7249, 2.3849, 4.2902),
    "welsch:c": (2.3831, 2.9846, 4.7407),
    "geman-mcclure:c": (2.8937, 3.7874, 6.3809),
    "tukey-biweight:c": (3.8827, 4.6851, 7.0414),
    "tukey-quartic:c": (3.1576, 3.6175, 4.6664),
    "andrews-wave:a": (1.1117, 1.3387, 2.0170),
    "truncated-quadratic:c": (2.5003, 2.7955, 3.3682),
    "arctan:c": (2.1346, 2.5714, 3.5886),
    "dcs:phi": (2.6274, 3.6035, 6.0177),
    "student-t:c": (0.8624, 1.1925, 2.1451),
    "ramsay:a": (0.5266, 0.3570, 0.1527),
}


# All of them are held by test_properties; the last of these falls with its parameter.
@pytest.mark.parametrize("parameter", some(["ramsay:a", "huber:delta", "tukey-biweight:c"], among=3))
def test_a_parameter_is_chosen_by_its_efficiency(parameter: str) -> None:
    name = parameter.partition(":")[2]
    values = [curve.parameters[name] for curve in read_curves([f"{parameter}=90%,95%,99%"])]
    assert values == pytest.approx(EFFICIENCIES[parameter], abs=6e-5)


@pytest.mark.parametrize(
    ("words", "fragment"),
    [
        ("huber:delta=100%", "impossible"),
        ("huber:delta=0%", "impossible"),
        ("huber:delta=-5%", "impossible"),
        ("huber:delta=10%", "choose one between 0.637 and 1"),
        ("huber:delta=x%", "not a number"),
        ("hinge:threshold=95%", "has no efficiency"),
    ],
)
def test_an_impossible_efficiency_is_refused(words: str, fragment: str, tmp_path: Path) -> None:
    assert_fails(call(words, cwd=tmp_path), 2, fragment)


# --- weight ---


def test_weights_are_those_of_the_textbooks() -> None:
    r = np.array([-6.0, -2.0, -0.5, 0.25, 1.5, 5.0])
    expected = {
        "huber:delta=1.345": np.minimum(1.0, 1.345 / np.abs(r)),
        "tukey-biweight:c=4.685": np.where(np.abs(r) <= 4.685, (1.0 - (r / 4.685) ** 2) ** 2, 0.0),
        "absolute": 1.0 / np.abs(r),
        "half-squared": np.ones_like(r),
        "cauchy:c=2": 1.0 / (1.0 + (r / 2.0) ** 2),
    }
    for words, weights in expected.items():
        np.testing.assert_allclose(
            quantity(curve_of(words), "weight", r), weights, rtol=1e-12, atol=1e-15, err_msg=words
        )


def test_the_weight_at_zero_is_the_curvature_there() -> None:
    for words in ("huber", "tukey-biweight", "log-cosh"):
        assert quantity(curve_of(words), "weight", np.array([0.0])) == pytest.approx([1.0])


@pytest.mark.parametrize(
    "words", some(["huber tukey-biweight --weight", "absolute --only weight", "huber -d --weight"], among=3)
)
def test_the_weight_is_a_panel(words: str, tmp_path: Path) -> None:
    assert_done(call(*words.split(), "-o", "a.svg", cwd=tmp_path), "a.svg")
    assert b"weight" in (tmp_path / "a.svg").read_bytes()


@pytest.mark.parametrize("words", ["hinge --weight", "huber --axis margin --weight", "log-loss --only weight"])
def test_only_an_error_has_a_weight(words: str, tmp_path: Path) -> None:
    assert_fails(call(*words.split(), cwd=tmp_path), 2, "the weight psi(r)/r is that of an error")


def test_show_heads_another_librarys_loss_with_its_name_and_the_word_that_asks_for_it(tmp_path: Path) -> None:
    assert call("show", "torch:smooth_l1:beta=2", cwd=tmp_path).lines[0] == "Smooth L1 (β = 2)  torch:smooth_l1:beta=2"
    assert call("show", "huber:delta=2", cwd=tmp_path).lines[0] == "Huber (δ = 2)  huber:delta=2"


def test_show_adds_the_constant_of_another_library_where_it_is_not_zero() -> None:
    known = [each for loss in LOSSES.values() for each in loss.equivalents]
    for each in known:
        assert show._added(each) == ("" if each.constant == "0" else f" + ({each.constant})")
    assert {each.constant == "0" for each in known} == {True, False}
