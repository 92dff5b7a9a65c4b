"""What pointers, wheel, keys and buttons make of a view, in `node`, and the words that refuse one."""

from __future__ import annotations

import math
from typing import Any

import pytest
from support.node import Ask, node_script

from lossplot._figure.readers import FINEST, NARROWEST, WIDEST
from lossplot._losses import LOSSES

CODE = """
const { accepts, halves, isSameCurve, plainNumber, readNumber, specOf } = await import("./curve.js");
const { listenTo } = await import("./gestures.js");
const { viewChanges } = await import("./grasp.js");
const { readSpec } = await import("./asked.js");
const { xNear, xOfKey } = await import("./reader.js");
const view = await import("./view.js");
const words = await import("./words.js");
const box = { left: 50, top: 20, right: 250, bottom: 120, width: 200, height: 100, view: { left: -2, right: 2, bottom: -1, top: 4 } };
const { loss } = readSpec("hinge", lossplot.losses);
// Two curves with knots at 1, and at -1 and 0.02; a pixel is 0.02 wide.
const READ = { left: -2, right: 2, knots: [[{ x: 1 }], [{ x: -1 }, { x: 0.02 }]] };

/** The calls that `change` makes with the changes of a view from -2 to 2, of heights from -1 to 4. */
function looks(state, change) {
  const seen = [];
  const scene = { left: -2, right: 2, curves: [{ loss }], panels: [{ view: box.view }] };
  const shown = () => ({ state: { x: null, range: null, ylim: null, ...state }, scene, drawing: { boxes: [box] } });
  change(viewChanges(shown, (range, ylim) => seen.push([range, ylim])));
  return seen;
}

/** What a figure that is 600 of its own pixels wide and 300 on the screen calls for these events. */
function calls(events) {
  const seen = [];
  const heard = {};
  const bounds = { left: 10, top: 20, width: 300 };
  const svg = { getBoundingClientRect: () => bounds, viewBox: { baseVal: { width: 600 } } };
  const figure = { firstElementChild: svg, addEventListener: (name, act) => (heard[name] = act), setPointerCapture: (id) => seen.push(["capture", id]), blur: () => seen.push(["blur"]) };
  const note = (name) => (...args) => void seen.push([name, ...args]);
  const grasp = (place) => {
    seen.push(["grasp", place]);
    return note("move");
  };
  listenTo(figure, { read: note("read"), keyRead: ({ key }) => seen.push(["keyRead", key]), grasp, shift: note("shift"), zoom: note("zoom"), reset: note("reset") });
  for (const [name, event] of events) {
    document.activeElement = event.focus ? figure : null;
    heard[name]({ pointerType: "mouse", pointerId: 1, button: 0, buttons: 0, preventDefault: note("prevent"), ...event });
  }
  return seen;
}
const answers = {
  grasp: (state, from, to, factor) => looks(state, ({ grasp }) => grasp(from)(to, factor)),
  zoom: (state, factor) => looks(state, ({ zoom }) => zoom(factor)),
  shift: (state, across, upward) => looks(state, ({ shift }) => shift(across, upward)),
  calls,
  xNear: (column) => xNear(column, READ, { boxes: [box] }),
  xOfKey: (key, here) => xOfKey(key, here, READ, { boxes: [box] }),
  isRange: view.isRange,
  viewProblem: (ends, name) => view.viewProblem(ends, readSpec(name, lossplot.losses).loss),
  heightsProblem: view.heightsProblem,
  listed: words.listed,
  accepts: (name, place, value) => accepts(lossplot.losses[name].parameters[place], value),
  halves,
  plainNumber,
  readNumber,
};
const answer = ([what, ...given]) => answers[what](...given);
"""  # noqa: E501


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Ask:
    return node_script(tmp_path_factory.mktemp("gestures"), ["asked", "gestures", "grasp", "reader"], CODE)


# --- what a view becomes ---


def test_a_grasp_moves_range_and_heights_with_the_pointer(ask: Ask) -> None:
    middle = {"x": 150, "y": 70}
    assert ask(
        [
            ("grasp", {}, middle, {"x": 200, "y": 70}, 1),
            ("grasp", {}, middle, {"x": 150, "y": 90}, 1),
            ("grasp", {}, middle, {"x": 150, "y": 70}, 0.5),
            # Below the first panel, or while the pointer has not risen, heights stay as they are.
            ("grasp", {"ylim": [0, 3]}, {"x": 150, "y": 121}, {"x": 200, "y": 200}, 1),
            ("grasp", {}, middle, {"x": 100, "y": None}, 1),
        ]
    ) == [
        [[[-3, 1], [-1, 4]]],
        [[[-2, 2], [0, 5]]],
        [[[-1, 1], [0.25, 2.75]]],
        [[[-3, 1], [0, 3]]],
        [[[-1, 3], None]],
    ]


def test_a_zoom_is_around_the_crosshair_in_view_and_around_zero(ask: Ask) -> None:
    assert ask([("zoom", state, 0.5) for state in ({}, {"x": 1}, {"x": 2}, {"x": 2.1}, {"x": -3})]) == [
        [[[-1, 1], [-0.5, 2]]],
        [[[-0.5, 1.5], [-0.5, 2]]],
        [[[0, 2], [-0.5, 2]]],
        [[[-1, 1], [-0.5, 2]]],
        [[[-1, 1], [-0.5, 2]]],
    ]


def test_a_shift_moves_what_it_is_told_and_leaves_the_other_as_it_is(ask: Ask) -> None:
    assert ask([("shift", {}, 0.1, 0), ("shift", {"range": [-1, 1]}, 0, -0.2), ("shift", {}, -0.5, 0.2)]) == [
        [[[-1.6, 2.4], None]],
        [[[-1, 1], [-2, 3]]],
        [[[-4, 0], [0, 5]]],
    ]


def test_a_view_that_cannot_be_drawn_is_not_looked_at(ask: Ask) -> None:
    assert ask([("zoom", {}, 1e120), ("zoom", {}, 1e-320)]) == [[], []]


# --- what gestures call for ---


def place(x: float, y: float) -> dict[str, float]:
    """Where on the screen a place of the figure is."""
    return {"clientX": 10 + x / 2, "clientY": 20 + y / 2}


def test_a_mouse_reads_and_draws_the_figure_once_it_has_moved_by_more_than_four_pixels(ask: Ask) -> None:
    down, up = ["pointerdown", place(100, 50)], ["pointerup", {}]
    hover, still, across, rising, risen = ask(
        [
            ("calls", [["pointermove", place(100, 50)], ["pointermove", {**place(120, 50), "buttons": 1}]]),
            ("calls", [down, ["pointermove", place(104, 54)], up, ["pointermove", place(200, 50)]]),
            ("calls", [down, ["pointermove", place(105, 58)]]),
            ("calls", [down, ["pointermove", place(105, 59)], ["pointermove", place(110, 50)]]),
            ("calls", [["pointerdown", {**place(100, 50), "button": 2}], ["pointermove", place(150, 50)]]),
        ]
    )
    assert hover == [["read", 100, False], ["read", 120, True]]
    assert still == [["read", 100, True], ["read", 200, False]]
    grasped = [["read", 100, True], ["capture", 1], ["grasp", {"x": 100, "y": 50}]]
    assert across == [*grasped, ["move", {"x": 105, "y": None}, 1]]
    assert rising == [*grasped, ["move", {"x": 105, "y": 59}, 1], ["move", {"x": 110, "y": 50}, 1]]
    assert risen == [["read", 100, True], ["read", 150, False]]


def test_one_finger_reads_and_two_move_and_zoom(ask: Ask) -> None:
    def finger(name: str, number: int, x: float, y: float, buttons: int = 1) -> list[Any]:
        return [name, {**place(x, y), "pointerType": "touch", "pointerId": number, "buttons": buttons}]

    one, two, then = ask(
        [
            (
                "calls",
                [finger("pointerdown", 1, 10, 0), finger("pointermove", 1, 30, 0), finger("pointermove", 1, 40, 0, 0)],
            ),
            (
                "calls",
                [
                    finger("pointerdown", 1, 100, 100),
                    finger("pointerdown", 2, 200, 100),
                    finger("pointermove", 2, 300, 100),
                ],
            ),
            (
                "calls",
                [
                    *(finger("pointerdown", 1, 0, 0), finger("pointerdown", 2, 100, 0), finger("pointerup", 2, 100, 0)),
                    finger("pointermove", 1, 50, 0),
                ],
            ),
        ]
    )
    assert one == [["read", 10, True], ["read", 30, True]]
    assert two == [["read", 100, True], ["grasp", {"x": 150, "y": 100}], ["move", {"x": 200, "y": 100}, 0.5]]
    assert then == [["read", 0, True], ["grasp", {"x": 50, "y": 0}], ["read", 50, True]]


def test_the_wheel_zooms_with_ctrl_or_the_focus_and_by_three_steps_at_most(ask: Ask) -> None:
    turns: list[dict[str, Any]] = [
        {"deltaY": 100},
        {"deltaY": 100, "ctrlKey": True},
        {"deltaY": -100, "metaKey": True},
        {"deltaY": 900, "focus": True},
    ]
    turns += [
        {"deltaY": 25, "deltaMode": 1, "ctrlKey": True},
        {"deltaY": 0, "ctrlKey": True},
        {"deltaY": -1e4, "ctrlKey": True},
    ]
    answers = ask([("calls", [["wheel", {**place(10, 20), **turn}]]) for turn in turns])
    factors = [each[-1][2] if each else None for each in answers]
    assert factors == [None, *(pytest.approx(0.8**power) for power in (-1, 1, -3, -3)), None, pytest.approx(0.8**3)]
    assert answers[1][:2] == [["prevent"], ["grasp", {"x": 10, "y": 20}]]
    [[_, _, gentle]] = ask(
        [("calls", [["wheel", {**place(0, 0), "deltaY": 50, "deltaMode": 1, "ctrlKey": True} | {"deltaY": 5}]])]
    )
    assert gentle[2] == pytest.approx(0.8**-0.8)


def test_keys_zoom_move_and_go_back_and_others_read(ask: Ask) -> None:
    keys: dict[str, list[Any]] = {
        "+": [["prevent"], ["zoom", 0.8]],
        "=": [["prevent"], ["zoom", 0.8]],
        "-": [["prevent"], ["zoom", 1.25]],
        "0": [["prevent"], ["reset"]],
        "Escape": [["prevent"], ["blur"]],
        "ArrowLeft": [["keyRead", "ArrowLeft"]],
        "toString": [["keyRead", "toString"]],
    }
    assert ask([("calls", [["keydown", {"key": key}]]) for key in keys]) == [*keys.values()]
    ways = {"ArrowLeft": [-0.1, 0], "ArrowRight": [0.1, 0], "ArrowUp": [0, 0.1], "ArrowDown": [0, -0.1]}
    shifted = ask([("calls", [["keydown", {"key": key, "shiftKey": True}]]) for key in ways])
    assert shifted == [[["prevent"], ["shift", *way]] for way in ways.values()]
    assert ask([("calls", [["keydown", {"key": "+", name: True}]]) for name in ("ctrlKey", "metaKey", "altKey")]) == [
        *([], [], [])
    ]


# --- where the crosshair goes ---


def test_the_crosshair_snaps_to_a_knot_within_six_pixels_and_is_else_as_round_as_a_pixel(ask: Ask) -> None:
    columns: dict[float, float] = {200: 1, 194: 1, 206: 1, 193: 0.86, 207: 1.14, 157: 0.02}
    columns |= {100.3: -1, 60.2: -1.8, 0: -2, 400: 2, 230.7: 1.61}
    assert ask([("xNear", column) for column in columns]) == [*columns.values()]


def test_keys_lead_a_hundredth_of_the_view_on_but_not_past_a_knot(ask: Ask) -> None:
    ways: dict[tuple[str, float], float | None] = {
        ("ArrowRight", 0.5): 0.54,
        ("ArrowUp", 0.5): 0.54,
        ("ArrowLeft", 0.5): 0.46,
        ("ArrowDown", 0.5): 0.46,
        ("ArrowRight", 0.98): 1,
        ("ArrowRight", 1): 1.04,
        ("ArrowLeft", 0.03): 0.02,
        ("ArrowRight", 1.99): 2,
        ("ArrowLeft", -1.99): -2,
        ("PageUp", 0.02): 1,
        ("PageUp", 1): 2,
        ("PageDown", 0.02): -1,
        ("PageDown", -1): -2,
        ("Home", 0): -2,
        ("End", 0): 2,
        ("a", 0): None,
        ("toString", 0): None,
    }
    assert ask([("xOfKey", *each) for each in ways]) == [*ways.values()]


# --- words and numbers ---


def test_a_range_is_two_ends_apart_within_what_can_be_drawn(ask: Ask) -> None:
    ranges: dict[tuple[float, ...], bool] = {
        (0, 1): True,
        (1, 1): False,
        (1, 0): False,
        (0, 1, 2): False,
        (-WIDEST, WIDEST): True,
        (0, WIDEST * 1.01): False,
        (0, NARROWEST): True,
        (0, NARROWEST * 0.99): False,
        (1, 1 + 2 * FINEST): True,
        (1, 1 + 0.5 * FINEST): False,
        (-1000, -1000 + 2000 * FINEST): True,
        (-1000, -1000 + 500 * FINEST): False,
    }
    assert ask([("isRange", span) for span in ranges]) == [*ranges.values()]


def test_a_parameter_accepts_what_is_in_its_interval_and_in_no_hole(ask: Ask) -> None:
    asked = []
    for name, loss in LOSSES.items():
        for place, each in enumerate(loss.parameters):
            ends = [end for span in (each.interval, *each.holes) for end in (span.low, span.high) if math.isfinite(end)]
            sizes = [0.99 * each.least, each.least, each.most, 1.01 * each.most]
            asked += [
                (name, place, value) for value in dict.fromkeys((*ends, *sizes, each.default, -1.0, 0.5, 1.5, 2.0))
            ]
    refused = 0
    for (name, place, value), found in zip(asked, ask([("accepts", *each) for each in asked]), strict=True):
        each = LOSSES[name].parameters[place]
        assert found == (value in each), (name, each.name, value)
        refused += value not in each
    assert refused > 100
    assert any(each.holes for loss in LOSSES.values() for each in loss.parameters)


def test_numbers_are_read_and_written_as_on_the_command_line(ask: Ask) -> None:
    written = {1e21: "1e21", 1e-7: "1e-7", 0.1: "0.1", -3: "-3"}
    assert ask([("plainNumber", number) for number in written]) == [*written.values()]
    assert ask([("plainNumber", None), ("readNumber", "1e3"), ("readNumber", "x")]) == ["-inf", 1000, "NaN"]


def test_a_view_is_refused_in_words(ask: Ask) -> None:
    refused = {
        ("0", "x"): "‘x’ is not a number",
        ("0", "1e101"): "the view must end within ±1e100",
        ("2", "1"): "the view must go from a smaller to a larger {}",
        ("1", "1"): "the view must go from a smaller to a larger {}",
        ("1", "1.0000000000000002"): "the view is too narrow",
        ("-2", "2"): "",
    }
    assert ask([("viewProblem", ends, "hinge") for ends in refused]) == [each.format("x") for each in refused.values()]
    assert ask([("heightsProblem", ends) for ends in refused]) == [each.format("y") for each in refused.values()]
    outside = "the view must overlap [0, 1]"
    spans = {("1", "2"): outside, ("-2", "0"): outside, ("0.9", "2"): "", ("-2", "0.1"): ""}
    assert ask([("viewProblem", ends, "log-loss") for ends in spans]) == [*spans.values()]


def test_a_visitor_s_words_are_repeated_in_part(ask: Ask) -> None:
    short, many, long = ask([("listed", ["a", "b"]), ("listed", ["a"] * 9), ("listed", ["b" * 61])])
    assert (short, many, long) == ("a, b", "a, a, a, a, a, a, a, a, …", "b" * 60 + "…")
    assert ask([("listed", ["a"] * 8), ("listed", ["b" * 60])]) == [", ".join("a" * 8), "b" * 60]
    assert ask([("halves", "a=b=c", "="), ("halves", "a", "=")]) == [["a", "b=c"], ["a", None]]
