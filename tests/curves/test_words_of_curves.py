"""What is said of curves: short numbers, titles, tables at corners, where a value is, and the bounds of those."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
from support.cases import every

from lossplot._curves.curve import short
from lossplot._curves.efficiency import _candidates
from lossplot._curves.matches.fitting import Candidate
from lossplot._curves.matches.identify import _extra, sample_of
from lossplot._curves.matches.numerals import FITTED, UNKNOWN, numeral, of_parameters
from lossplot._curves.moves import for_both_labels
from lossplot._curves.panels import KNOT_ORDERS, QUANTITIES, Panel
from lossplot._curves.parse import read_curves
from lossplot._curves.records import curve_record, solution_record
from lossplot._curves.words import LONGEST_LOSS, split
from lossplot._errors import RequestError
from lossplot._losses import LOSSES
from lossplot._losses.entry import MARGIN, PROBABILITY
from lossplot._losses.registry import siblings


@every(
    ("value", "words", "digits"),
    [
        *((0.3, "0.3", 1), (1.25, "1.25", 3), (37 / 61, "37/61", 5), (-63 / 64, "-63/64", 5), (1 / 3, "1/3", 3)),
        *((math.sqrt(2 / 7), "sqrt(2/7)", 5), (-math.sqrt(6.0), "-sqrt(6)", 3), (0.123456789, "0.123456789", 9)),
        # More digits than nine, or a larger denominator than 64, are those of no number that a person wrote.
        *((x, repr(x), UNKNOWN) for x in (0.1234567891, 1.234567891, 37 / 65, math.pi, math.sqrt(37 / 65))),
        (0.0, "0", 1),
    ],
)
def test_a_number_is_written_in_its_shortest_form(value: float, words: str, digits: float) -> None:
    found = numeral(value, 1e-12)
    assert found.value == value
    assert (found.words, found.digits) == (words, digits)


def test_a_parameter_is_as_short_as_what_is_found_to_a_share() -> None:
    [delta] = LOSSES["huber"].parameters
    for off, is_short in ((0.9, True), (1.1, False)):
        [found] = of_parameters([delta], [2.0 * (1.0 + off * FITTED)])
        assert (found.words == "2") is is_short
    # One at its default costs nothing, and a number of the formula as much as a short one.
    assert [each.digits for each in of_parameters([delta], [delta.default])] == [0]
    assert [each.digits for each in of_parameters([delta], [1.23456789012], [1.23456789012])] == [2.75]


def test_a_short_number_that_a_parameter_cannot_have_is_not_taken() -> None:
    [tau] = LOSSES["quantile"].parameters
    value = 1.0 - 1e-8
    [found] = of_parameters([tau], [value])
    assert (found.value, found.digits) == (value, UNKNOWN)


def test_a_mirrored_loss_is_compared_at_the_other_side() -> None:
    x = np.array([0.25, 0.5, 1.0])
    log_loss, hinge = Candidate(LOSSES["log-loss"], is_mirrored=True), Candidate(LOSSES["hinge"], is_mirrored=True)
    assert log_loss.places(x).tolist() == [0.75, 0.5, 0.0]
    assert replace(log_loss, moved_to=MARGIN).places(x).tolist() == (-x).tolist()
    assert hinge.places(x).tolist() == (-x).tolist()
    assert replace(hinge, moved_to=PROBABILITY).places(x).tolist() == [0.75, 0.5, 0.0]
    assert replace(log_loss, is_mirrored=False).places(x) is x


def test_what_is_not_plain_costs_more_to_say() -> None:
    [curve] = read_curves(["max(0, 1 - u)"])
    sample = sample_of(curve)
    logistic, focal = LOSSES["logistic"], LOSSES["focal"]
    # A variable of another name, a mirror and another axis.
    assert _extra(Candidate(logistic), sample) == 1
    assert _extra(Candidate(logistic, is_mirrored=True), sample) == 4
    assert _extra(Candidate(focal, MARGIN), sample) == 3
    assert _extra(Candidate(focal, MARGIN, is_mirrored=True), sample) == 6
    assert _extra(Candidate(focal, MARGIN), replace(sample, axis=MARGIN)) == 2


@every(
    ("name", "parameter", "present", "least", "most"),
    [
        ("huber", "delta", 1.0, 0.001, 1000.0),
        ("huber", "delta", 7.0, 0.007, 7000.0),
        ("quantile", "tau", 0.5, 0.025, 0.975),
        ("barron", "alpha", 1.0, -998.0, 1.999),
        ("barron", "alpha", -2.0, -3998.0, 1.996),
    ],
)
def test_values_for_an_efficiency_are_tried_from_end_to_end(
    name: str, parameter: str, present: float, least: float, most: float
) -> None:
    own = next(each for each in LOSSES[name].parameters if each.name == parameter)
    tried = _candidates(own, present)
    assert tried == sorted(set(tried))
    assert present in tried
    assert (tried[0], tried[-1]) == pytest.approx((least, most), rel=1e-12)


def test_an_infinity_is_written_in_any_case_and_a_share_with_its_sign_behind() -> None:
    for text in ("-inf", "-Inf", " -INF "):
        [curve] = read_curves([f"barron:alpha={text}"])
        assert curve.parameters["alpha"] == -math.inf
    for text in ("%95%", "95%%", "%"):
        with pytest.raises(RequestError):
            read_curves([f"huber:delta={text}"])


def test_brackets_that_close_nothing_hide_no_label_and_a_text_has_its_most_characters() -> None:
    for text in ("a) = m", "a]) = m"):
        assert (split(text).label, split(text).body) == (text.partition(" = ")[0], "m")
    assert len(split("m" * LONGEST_LOSS).body) == 5000
    with pytest.raises(RequestError, match="has 5001 characters; the most is 5000"):
        split("m" * 5001)


def test_a_label_has_five_digits_and_signs_of_mathematics() -> None:
    numbers = (0.5, -0.1, 123456.0, 1.234567, 2e-7, math.inf, -math.inf)
    said = ["0.5", "\u22120.1", "1.2346e+05", "1.2346", "2e\u221207", "\u221e", "\u2212\u221e"]
    assert [short(number) for number in numbers] == said


def test_a_title_has_the_label_in_signs_that_can_be_typed() -> None:
    [hinge], [log_loss], [huber] = (read_curves([name]) for name in ("hinge:threshold=2", "log-loss", "huber"))
    assert [curve.title for curve in for_both_labels(hinge)] == [
        "hinge:threshold=2, y = +1",
        "hinge:threshold=2, y = -1",
    ]
    assert [curve.title for curve in for_both_labels(log_loss)] == ["log-loss, y = 1", "log-loss, y = 0"]
    assert huber.title == "huber"


def test_a_table_has_no_derivative_where_there_is_none() -> None:
    x = np.array([-1.0, -0.1, 0.0, 0.1, 1.0])
    panels: tuple[Panel, ...] = ("loss", "derivative", "second-derivative")
    missing: dict[str, tuple[list[int], list[int], list[int]]] = {
        "hinge": ([], [4], [4]),
        "epsilon-insensitive": ([], [1, 3], [1, 3]),
        "huber": ([], [], [0, 4]),
        "absolute": ([], [2], [2]),
        "zero-one": ([], [2], [2]),
        "squared": ([], [], []),
    }
    for name, expected in missing.items():
        [curve] = read_curves([name])
        record = curve_record(curve, x, panels)
        columns = [record[column] for column in ("value", "derivative", "second_derivative")]
        assert tuple([i for i, y in enumerate(column) if y is None] for column in columns) == expected, name


def test_an_interval_of_solutions_is_told_by_its_first_and_last_double() -> None:
    for name, value, expected in (
        ("zero-one", 0.0, [{"low": 5e-324, "high": "inf"}]),
        ("zero-one", 1.0, [{"low": "-inf", "high": 0.0}]),
        ("hinge", 0.0, [{"low": 1.0, "high": "inf"}]),
        ("zero-one-probability", 0.0, [{"low": math.nextafter(0.5, 1.0), "high": 1.0}]),
        (
            "epsilon-zero-one",
            1.0,
            [{"low": "-inf", "high": math.nextafter(-0.5, -1.0)}, {"low": math.nextafter(0.5, 1.0), "high": "inf"}],
        ),
        ("squared", 4.0, [{"x": -2.0}, {"x": 2.0}]),
    ):
        [curve] = read_curves([name])
        assert solution_record(curve, value)["solutions"] == expected, name


@pytest.mark.parametrize("panel", QUANTITIES)
def test_a_panel_breaks_where_its_derivative_or_a_lower_one_jumps(panel: str) -> None:
    row = QUANTITIES[panel]  # type: ignore[index]
    for kind, spec in (("jump", "zero-one"), ("corner", "absolute"), ("curvature", "power:p=1.5")):
        [curve] = read_curves([spec])
        [knot] = curve.knots(-1.0, 1.0)
        assert knot.kind == kind
        # All of these knots are at zero, where the slope over x is the curvature.
        assert row.breaks_at(knot) is (KNOT_ORDERS[knot.kind] <= row.order + row.over_x)
        assert row.jumps_with(knot.kind) is (KNOT_ORDERS[knot.kind] == row.order and panel != "weight")


def test_losses_that_have_a_parameter_are_those_of_the_name_and_its_own_come_first() -> None:
    assert siblings("huber", "delta") == ["huber", "pseudo-huber", "quantile-huber"]
    assert siblings("bce", "target") == ["bce-probability", "bce-logits"]
    assert siblings("poisson", "target") == ["poisson-mean", "poisson-full", "poisson-deviance", "poisson-log"]
    assert siblings("ce", "epsilon") == ["label-smoothing-ce"]
    assert siblings("focal", "target") == ["quality-focal"]
    assert siblings("hinge", "margin") == ["hinge-embedding"]
    assert siblings("hube", "delta") == []
    assert siblings("smooth", "epsilon") == ["smooth-epsilon-insensitive", "charbonnier"]
