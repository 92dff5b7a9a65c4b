"""Parameters that move: their two ends, their values on the way, and the words of these."""

from __future__ import annotations

import math
from fractions import Fraction

import pytest
from support.draws import assume, floats, law

from lossplot._curves.sweep import ParameterRange, is_sweep, nothing_moves, read_sweep
from lossplot._errors import RequestError
from lossplot._losses.entry import REAL, Parameter


def refusal(*losses: str) -> str:
    with pytest.raises(RequestError) as caught:
        read_sweep(losses)
    return str(caught.value)


def test_a_sweep_goes_from_one_end_to_the_other_either_way() -> None:
    for text, values in (("huber:delta=1..3", [1.0, 1.5, 3.0]), ("huber:delta=3..1", [3.0, 2.5, 1.0])):
        sweep = read_sweep([text])
        assert [sweep.at(share)[0].parameters["delta"] for share in (0.0, 0.25, 1.0)] == values
    sweep = read_sweep(["hampel:a=1..2:c=8..9", "huber:delta=1,2", "hampel:a=1..2:c=8..9"])
    assert [len(ranges) for ranges in sweep.ranges] == [2, 0, 0]
    assert [dict(curve.parameters) for curve in sweep.at(0.5)] == [
        {"a": 1.5, "b": 4.0, "c": 8.5},
        {"delta": 1.0},
        {"delta": 2.0},
    ]


def test_a_whole_parameter_moves_in_whole_steps() -> None:
    sweep = read_sweep(["taylor-ce:order=1..5"])
    orders = [sweep.at(k / 8)[0].parameters["order"] for k in range(9)]
    assert orders == sorted(orders)
    assert {*orders} == {1.0, 2.0, 3.0, 4.0, 5.0}
    assert sweep.ranges[0][0].label(3.0) == "3"


@pytest.mark.parametrize(("start", "end"), [(1, 5), (5, 1), (0, 1), (1, 0), (-3, 2), (2, -3), (-9, -2), (3, 40)])
def test_a_whole_parameter_is_the_whole_number_next_to_where_it_would_be(start: int, end: int) -> None:
    moving = ParameterRange(Parameter("k", 1.0, REAL, integer=True), float(start), float(end))
    for step in range(65):
        # A share of 64 is no rounded number, and so this is exact.
        place = Fraction(step, 64) * (end - start) + start
        value = moving.at(step / 64)
        assert value % 1.0 == 0.0
        assert abs(Fraction(value) - place) <= Fraction(1, 2)
        back = ParameterRange(moving.parameter, moving.end, moving.start)
        assert back.at(1.0 - step / 64) == value
        assert moving.label(value) == str(round(value)).replace("-", "\u2212")


@law(60, start=floats(-900.0, 900.0), end=floats(-900.0, 900.0), inside=floats(0.0, 1.0))
def test_a_sweep_begins_and_ends_at_its_ends_to_the_last_digit(start: float, end: float, inside: float) -> None:
    moving = ParameterRange(Parameter("c", 1.0, REAL), start, end)
    assert (moving.at(0.0), moving.at(1.0)) == (start, end)
    assert min(start, end) - 1e-12 <= moving.at(inside) <= max(start, end) + 1e-12
    assert math.isclose(moving.at(inside) - start, inside * (end - start), rel_tol=1e-9, abs_tol=1e-12)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("huber:delta=1..1", "ends where it starts"),
        ("huber:delta=1..1.0", "ends where it starts"),
        ("huber:delta=1e0..1", "ends where it starts"),
        ("huber:delta=1..", "does not have two ends"),
        ("huber:delta=..1", "does not have two ends"),
        ("huber:delta=1...3", "does not have two ends"),
        ("huber:delta=1..2..3", "does not have two ends"),
        ("huber:delta=1..2,5", "is a sweep in a list"),
        ("huber:delta=0..2", "out of range"),
        ("barron:alpha=-inf..1", "there is no way from infinity; start from a number"),
        # Between 0 and 1 there is no distribution, and the deviance of 2 is another's.
        ("tweedie-deviance:power=0..1.5", "sweep only one side"),
        ("tweedie-deviance:power=1.5..3", "sweep only one side"),
        ("tweedie-deviance:power=3..0", "cannot go from 3 to 0"),
        ("kto:label=-1..1", "sweep only one side"),
        ("huber:delta=2", "nothing moves"),
    ],
)
def test_a_sweep_without_a_way_is_refused(text: str, words: str) -> None:
    assert words in refusal(text)


def test_a_sweep_is_known_by_its_dots() -> None:
    assert is_sweep(["hinge", "huber:delta=1..2"])
    assert not is_sweep(["hinge", "huber:delta=1", "mine..=exp(-m)"])
    assert str(nothing_moves(["hinge"])).startswith("nothing moves in 'hinge'; give a parameter two ends")


@law(60, start=floats(-900.0, 900.0), width=floats(0.001, 900.0))
def test_numbers_on_the_way_stand_still_and_differ_at_each_fiftieth(start: float, width: float) -> None:
    start, width = float(f"{start:.3g}"), float(f"{width:.3g}")
    moving = ParameterRange(Parameter("c", 1.0, REAL), start, start + width)
    assume(abs(start) >= 1e-3 or start == 0.0)
    labels = [moving.label(moving.at(k / 50)) for k in range(51)]
    assume("e" not in labels[0])
    assert len({*labels}) == 51
    assert len({len(label.partition(".")[2]) for label in labels}) == 1
    for k, label in enumerate(labels):
        decimals = len(label.partition(".")[2])
        shown = float(label.replace("\u2212", "-"))
        assert math.isclose(shown, moving.at(k / 50), rel_tol=0.0, abs_tol=0.5001 * 10.0**-decimals)
    assert not any(label.startswith("\u22120") and not float(label[1:]) for label in labels)


def test_a_number_too_long_to_stand_still_is_written_with_its_power() -> None:
    power = Parameter("c", 1.0, REAL)
    assert ParameterRange(power, 1.0, 1e6).label(1e6) == "1.00e+06"
    assert ParameterRange(power, 1.0, 999_999.0).label(999_999.0) == "999999"
    assert ParameterRange(power, -1e-7, 1e-7).label(-1e-7) == "\u22121.00e\u221207"
    assert ParameterRange(power, 0.0, 0.0005).label(0.0001) == "0.00010"
    # An end with seventeen digits was computed: 0.1 + 0.2.
    assert ParameterRange(power, 0.1 + 0.2, 1.0).label(0.1 + 0.2) == "0.30"
