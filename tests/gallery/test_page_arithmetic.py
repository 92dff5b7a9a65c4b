"""The page's arithmetic in `node`: round numbers, spans that gestures move, steps of sliders, doubles, and numbers."""

from __future__ import annotations

import math
from dataclasses import replace
from random import Random
from typing import Any

import pytest
from support.draws import between
from support.node import Ask, node_script

from lossplot._figure.layout.stacking import spread
from lossplot._figure.layout.ticks import round_ticks
from lossplot._losses import LOSSES

CODE = """
const { bisect, middle, ulp } = await import("./doubles.js");
const { namesAtEnds } = await import("./ends.js");
const { formatNumber, sentenceOf, wordsOf } = await import("./reading.js");
const { sliderOf } = await import("./slider.js");
const { ticks } = await import("./ticks.js");
const zoom = await import("./zoom.js");
const axis = ([low, high], pixels) => ({ at: (pixel) => low + ((high - low) * pixel) / pixels, pixels });
const answers = {
  ticks,
  formatNumber: (text) => formatNumber(Number(text)),
  wordsOf,
  sentenceOf,
  ulp,
  middle,
  bisect: (edge, a, b) => bisect((x) => x < edge, a, b),
  moved: (span, pixels, gesture) => zoom.movedSpan(span, axis(span, pixels), gesture),
  shifted: zoom.shiftedSpan,
  widened: zoom.widenedSpan,
  rounded: zoom.roundedTo,
  isMinusZero: (value, pixel) => Object.is(zoom.roundedTo(value, pixel), -0),
  constants: () => [zoom.CLOSER, zoom.STRIDE],
  slider: (loss, place) => {
    const parameter = lossplot.losses[loss].parameters[place];
    return steps(parameter, parameter.default);
  },
  steps,
  ends: (heights, frame, text, widths) => {
    const view = { left: 0, right: 10, bottom: 0, top: 1 };
    const traces = heights.map(([x, y]) => ({ pieces: [[[0, 0.5], [x, y]]] }));
    return namesAtEnds({ traces, view }, frame, text, widths);
  },
};
function steps(parameter, value) {
  const { first, last, valueAt, stepOf } = sliderOf(parameter);
  const all = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const again = all.map((step) => stepOf(valueAt(step)));
  return { first, last, values: all.map(valueAt), again, at: valueAt(stepOf(value)) };
}
const answer = ([what, ...words]) => answers[what](...words);
"""
MODULES = ("doubles", "ends", "reading", "slider", "ticks", "zoom")


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Ask:
    return node_script(tmp_path_factory.mktemp("arithmetic"), MODULES, CODE)


# --- numbers along axes ---


def test_ticks_are_those_of_figures(ask: Ask) -> None:
    widths = (0.03, 0.4, 1.0, 2.7, 6.0, 95.0)
    views = [(low, low + width) for low in (-7.3, -1.0, -0.02, 0.0, 0.3, 41.0) for width in widths]
    views += [(-1e-4, 2e-4), (0.0, 9e5), (-3.0, 3.0), (0.0, 2.0), (-2e5, 7e5)]
    views += [(0.0, 2e6), (-2e-6, 2e-6), (0.0, 2e-5), (1e6, 1.0003e6), (0.0, 999_999.0), (-3e300, 1e300)]
    asked = [("ticks", low, high, count) for low, high in views for count in range(1, 8)]
    for (_, low, high, count), found in zip(asked, ask(asked), strict=True):
        own = round_ticks(low, high, count)
        assert [label for _, label in found] == [*own.labels], (low, high, count)
        assert [value for value, _ in found] == pytest.approx(own.values, rel=1e-12, abs=1e-12 * (high - low))


def test_numbers_are_written_in_ten_digits_with_a_minus_sign(ask: Ask) -> None:
    words = {"-0.1": "−0.1", "3.14159265358979": "3.141592654", "Infinity": "∞", "-Infinity": "−∞", "NaN": "–"}
    words |= {"1e-12": "1e−12", "1234567890123": "1234567890000", "0.30000000000000004": "0.3", "-0": "0"}
    assert ask([("formatNumber", number) for number in words]) == [*words.values()]


def test_readings_are_words_with_both_limits_where_they_differ(ask: Ask) -> None:
    facts = {"names": ["Hinge", "Ramp"], "panels": ["loss", "derivative"], "variable": "m"}
    readings = [[[0.5], [0.25]], [[-1, 0], []]]
    assert ask([("wordsOf", []), ("wordsOf", [2]), ("wordsOf", [-1, 0]), ("wordsOf", [3, 3])]) == [
        *("undefined", "2", "−1 left, 0 right", "3"),
    ]
    assert ask([("sentenceOf", facts, 0.5, readings)]) == [
        "m = 0.5; Hinge: loss 0.5, derivative −1 left, 0 right; Ramp: loss 0.25, derivative undefined"
    ]


# --- doubles ---


def test_doubles_have_their_neighbours(ask: Ask) -> None:
    numbers = [0.0, 5e-324, 1e-300, 0.1, 1.0, -1.0, -0.75, 2.0**52, 1.7e308]
    assert ask([("ulp", x) for x in numbers]) == [math.ulp(x) for x in numbers]
    assert ask([("middle", 1.0, 2.0), ("middle", -1.0, -2.0), ("middle", -1.0, 1.0), ("middle", 1.0, 4.0)]) == [
        *(1.5, -1.5, 0.0, 2.0),
    ]
    edges = [0.3, -2.5, 1e-9, 1.0]
    found = ask([("bisect", edge, -7.0, 7.0) for edge in edges])
    assert found == [[math.nextafter(edge, -math.inf), edge] for edge in edges]


# --- spans ---


def test_a_gesture_takes_what_is_at_one_pixel_to_another(ask: Ask) -> None:
    assert ask(
        [
            ("moved", [0, 10], 100, {"from": 50, "to": 20}),
            ("moved", [0, 10], 100, {"from": 50, "to": 70, "factor": 1}),
            ("moved", [0, 10], 100, {"from": 50, "factor": 0.5}),
            ("moved", [0, 10], 100, {"from": 0, "to": 0, "factor": 2}),
            ("moved", [-4, 4], 800, {"from": 100, "to": 300, "factor": 0.5}),
        ]
    ) == [[3, 13], [-2, 8], [2.5, 7.5], [0, 20], [-4.5, -0.5]]


def test_a_step_moves_by_a_share_of_the_width_and_zooms_around_a_place(ask: Ask) -> None:
    assert ask([("constants",)]) == [[0.8, 0.1]]
    assert ask([("shifted", [0, 10], 0.1, 100), ("shifted", [2, 4], -0.5, 100)]) == [[1, 11], [1, 3]]
    assert ask([("widened", [0, 10], 2, 0.5, 100), ("widened", [-3, 1], 1, 3, 100)]) == [[1, 6], [-11, 1]]


def test_ends_are_as_round_as_a_pixel_allows_and_can_be_drawn(ask: Ask) -> None:
    rounded = {(1.23456, 0.004): 1.235, (1234.5, 20): 1230, (1235.1, 20): 1240, (0.123456, 0.01): 0.12, (7.5, 1): 8}
    assert ask([("rounded", *each) for each in rounded]) == [*rounded.values()]
    assert ask([("isMinusZero", -0.001, 0.1)]) == [False]
    assert ask([("shifted", [-1e100, 1e100], 0.5, 100), ("shifted", [-1e100, 1e100], -0.5, 100)]) == [
        [0, 1e100],
        [-1e100, 0],
    ]


# --- sliders ---


def test_a_slider_reaches_each_of_its_values_and_none_outside_the_interval(ask: Ask) -> None:
    asked = [(name, place) for name, loss in LOSSES.items() for place in range(len(loss.parameters))]
    for (name, place), found in zip(asked, ask([("slider", *each) for each in asked]), strict=True):
        parameter, values = LOSSES[name].parameters[place], found["values"]
        steps = range(found["first"], found["last"] + 1)
        moved = [step for step, again in zip(steps, found["again"], strict=True) if step != again]
        assert values == sorted(values), (name, parameter.name)
        assert len(moved) == len(values) - len(set(values)), (name, parameter.name)
        # A value that would be too small to compute with is the least one.
        assert not moved or (moved == [1] and values[:3] == [0, parameter.least, parameter.least])
        assert all(value in replace(parameter, holes=()) for value in values), (name, parameter.name)
        assert values[0] <= parameter.default <= values[-1], (name, parameter.name)
        assert found["at"] == pytest.approx(parameter.default, abs=(values[-1] - values[0]) / 100)


def slider(low: float, high: float, ends: tuple[bool, bool], default: float, integer: bool = False) -> Any:
    texts = [low if math.isfinite(low) else None, high if math.isfinite(high) else None]
    return {"interval": [*texts, *ends], "sizes": [1e-100, 1e100], "default": default, "integer": integer}


def test_a_slider_has_the_ends_of_its_interval_unless_these_are_open(ask: Ask) -> None:
    kinds = {
        "closed": slider(0, 1, (True, True), 0.5),
        "open": slider(0, 1, (False, False), 0.5),
        "half": slider(-1, 1, (False, True), 0.5),
        "whole": slider(1, 9, (True, True), 2, integer=True),
        "long": slider(1, 500, (True, True), 3, integer=True),
        "far": slider(1, 500, (True, True), 20, integer=True),
    }
    found = dict(zip(kinds, ask([("steps", kind, kind["default"]) for kind in kinds.values()]), strict=True))
    assert {name: (each["values"][0], each["values"][-1], len(each["values"])) for name, each in found.items()} == {
        "closed": (0, 1, 201),
        "open": (0.005, 0.995, 199),
        "half": (-0.99, 1, 200),
        "whole": (1, 9, 9),
        "long": (1, 10, 10),
        "far": (1, 40, 40),
    }
    assert all(each["at"] == kinds[name]["default"] for name, each in found.items())


def test_a_slider_without_ends_reaches_ten_times_or_four_sizes_of_the_default(ask: Ask) -> None:
    names = ("huber", "linex", "barron")
    huber, linex, barron = ([*each["values"]] for each in ask([("slider", name, 0) for name in names]))
    # In an interval from zero, even ratios; without ends, even steps.
    assert huber[:3] == [0.1, 0.102, 0.105]
    assert (huber[100], huber[-1], len(huber)) == (1, 10, 201)
    assert (linex[0], linex[-1], barron[0], barron[-1]) == (-3, 5, -3, 2)


# --- names at the ends of curves ---

FRAME = {"top": 10, "height": 200, "width": 400}


def test_names_at_ends_are_spread_as_those_of_figures(ask: Ask) -> None:
    random = Random("ends")
    figures = [between(0.02, 0.98, 1 + int(random.random() * 6), random) for _ in range(200)]
    # So near to the frame that they are pushed away from it.
    figures += [[0.02, 0.05], [0.98, 0.95], [0.01, 0.03], [0.99, 0.97]]
    asked = [("ends", [[10, height] for height in each], FRAME, 14, [50] * len(each)) for each in figures]
    have_names = 0
    for heights, found in zip(figures, ask(asked), strict=True):
        targets = [10 + (1 - height) * 200 for height in heights]
        order = sorted(range(len(heights)), key=targets.__getitem__)
        levels = spread([targets[number] for number in order], 1.15 * 14, 10, 210)
        assert levels
        middles = dict(zip(order, levels, strict=True))
        if max(abs(middles[number] - target) for number, target in enumerate(targets)) > 0.55 * 14:
            assert found is None
            continue
        have_names += 1
        assert found["middles"] == pytest.approx([middles[number] for number in range(len(heights))])
        assert (found["room"], found["gap"], found["first"]) == (pytest.approx(55.6), pytest.approx(5.6), order[0])
    assert 50 < have_names < 190


@pytest.mark.parametrize(
    ("end", "width", "has_names"),
    [
        ((9.5, 0.5), 50, True),
        ((9.49, 0.5), 50, False),
        ((10, 1.0), 50, False),
        ((10, 0.0), 50, False),
        ((10, 0.5), 94.4, True),
        ((10, 0.5), 94.5, False),
    ],
)
def test_names_stand_at_ends_that_are_in_view_at_the_side_if_there_is_room(
    ask: Ask, end: tuple[float, float], width: float, has_names: bool
) -> None:
    [found] = ask([("ends", [end], FRAME, 14, [width])])
    assert (found is not None) == has_names
