"""The pictures of a training on canvases whose pens record what they draw, and the figure as files, in `node`."""

from __future__ import annotations

import csv
from typing import Any

import numpy as np
import pytest
from support.node import Ask, node_script

from lossplot._curves.parse import read_curves
from lossplot._figure.limits import x_limits

CODE = """
const THEME = { ...themes.light };
let seen = [];
// A canvas whose pen tells what it draws, with its colour, how opaque it is and how wide.
function canvas() {
  const state = { globalAlpha: 1, measureText: (text) => ({ width: 6 * text.length }), getTransform: () => null };
  const noted = (name) => (...args) => {
    seen.push({ name, args, stroke: state.strokeStyle, fill: state.fillStyle, alpha: state.globalAlpha, wide: state.lineWidth });
  };
  const pen = new Proxy(state, { get: (target, name) => target[name] ?? noted(name) });
  return Object.assign(state, { canvas: { width: 0, height: 0, style: {}, getContext: () => pen } }).canvas;
}
document.createElement = canvas;
globalThis.devicePixelRatio = 1;
globalThis.ImageData = class {
  constructor(width, height) {
    this.data = new Array(4 * width * height).fill(0);
  }
};
const { readFamily, readSpec } = await import("./asked.js");
const { csvOf } = await import("./files.js");
const { withLetters } = await import("./letters.js");
const { scaledCurves } = await import("./scaled.js");
const { compose } = await import("./scene.js");
const charts = await import("./train_charts.js");
const { makeData } = await import("./train_data.js");
const regions = await import("./train_regions.js");
const { summaryOf } = await import("./train_results.js");
const { outputsAt, startTraining } = await import("./train_run.js");
const { layersOf, readAddress } = await import("./train_settings.js");
const read = (words) => readSpec(words, lossplot.losses);
const drawn = (draw) => {
  seen = [];
  draw();
  return seen;
};
const begin = (address) => {
  const { curves, settings } = readAddress(address, lossplot.losses);
  return startTraining(curves, makeData(settings), { ...settings, hidden: layersOf(settings) });
};
const plane = (address) => {
  const { runs: [run], data } = begin(address);
  const frame = { view: regions.viewOf(data), grid: 13, size: 300 };
  const calls = drawn(() => regions.drawPlane(canvas(), run, data, frame, THEME));
  const outputs = ([x, y]) => outputsAt(run, new Float64Array([x, y]), 0)[0];
  return { run, data, calls, outputs, view: frame.view };
};
const answers = {
  members: (words) => readFamily(words, lossplot.losses).length,
  historyView: charts.historyView,
  percent: charts.percent,
  history: (run, view) => drawn(() => charts.drawHistory(canvas(), run, view, { width: 254, height: 146 }, "red", THEME)),
  loss: (words, channels) => {
    const run = { objective: { curve: read(words) }, channels };
    return drawn(() => charts.drawLoss(canvas(), run, { width: 254, height: 146 }, "red", THEME));
  },
  viewOf: regions.viewOf,
  gridOf: (runs, weights) => regions.gridOf(Array(runs).fill({ weights: Array(weights) })),
  colours: (number, classes) => THEME.colours.indexOf(regions.classColour(number, classes, THEME)),
  // The outputs at the ends of the lines, which are those of a margin of -1, 0 and 1, and at each pixel its colour.
  regions: (address) => {
    const { calls, outputs, view } = plane(address);
    const placeOf = ([column, row]) => [
      view.left + ((column - 42) / 246) * (view.right - view.left), view.top - ((row - 4) / 274) * (view.top - view.bottom),
    ];
    const start = calls.findLastIndex(({ name }) => name === "clip");
    const ends = calls.slice(start).filter(({ name }) => name === "moveTo" || name === "lineTo").map(({ args }) => outputs(placeOf(args)));
    const { data } = calls.find(({ name }) => name === "putImageData").args[0];
    const pixels = Array.from({ length: 169 }, (_, i) => {
      const x = view.left + ((i % 13) / 12) * (view.right - view.left);
      const y = view.top - (Math.floor(i / 13) / 12) * (view.top - view.bottom);
      return [outputs([x, y]), data.slice(4 * i, 4 * i + 4)];
    });
    const dots = calls.filter(({ name }) => name === "fill").length;
    return { ends, pixels, dots };
  },
  fit: (address) => {
    const { run, data, calls } = plane(address);
    const errors = [...data.inputs.keys()].map((i) => outputsAt(run, data.inputs, i)[0] - data.targets[i]);
    return { errors, alphas: calls.filter(({ name }) => name === "fill").map(({ alpha }) => alpha) };
  },
  summary: (words, run, classes, epoch) => summaryOf({ epoch, runs: [{ objective: { curve: read(words) }, ...run }], data: { classes } }),
  csv: (words, bothLabels, panels) => csvOf(compose(scaledCurves(words.map(read), { normalize: false, bothLabels }), panels, null)),
  letters: (svg) => {
    lossplot.letters = { regular: "R", italic: "I", medium: "M" };
    return withLetters(svg);
  },
};
const answer = ([what, ...words]) => answers[what](...words);
"""  # noqa: E501
MODULES = ("files", "scaled", "train_charts", "train_regions", "train_results", "train_run", "train_settings", "asked")


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Ask:
    return node_script(tmp_path_factory.mktemp("charts"), MODULES, CODE)


def calls(found: list[Any], name: str) -> list[Any]:
    return [each for each in found if each["name"] == name]


# --- the history of a training ---


def test_the_history_has_room_for_a_round_number_of_epochs_and_for_all_numbers(ask: Ask) -> None:
    runs = [{"losses": {"train": [2, 0.5], "validation": [3, 0.02, 0.0]}}]
    tens = [{"losses": {"train": [10, 0.1], "validation": []}}]
    cases = {10: 10, 11: 20, 0: 10, 100: 100, 101: 150, 1001: 150}
    found = ask([("historyView", runs, epochs, 150) for epochs in cases] + [("historyView", tens, 1, 15)])
    assert [each["right"] for each in found] == [*cases.values(), 10]
    assert all((each["left"], each["bottom"], each["top"]) == (0, 0.01, 10) for each in found[:-1])
    assert (found[-1]["bottom"], found[-1]["top"]) == (0.1, 100)


def test_shares_are_percent_and_nearly_all_is_not_all(ask: Ask) -> None:
    shares = {0.123456: "12.3", 1: "100", 0.99951: "99.9", 0.9989: "99.9", 0: "0", 0.001: "0.1"}
    assert ask([("percent", share) for share in shares]) == [f"{words}\u202f%" for words in shares.values()]
    assert ask([("percent", 0.12345, 2)]) == ["12\u202f%"]


def test_the_history_is_two_lines_on_a_log_scale(ask: Ask) -> None:
    view = {"left": 0, "right": 10, "bottom": 0.01, "top": 10}
    [found] = ask([("history", {"losses": {"train": [10, 1, 0.001], "validation": [1, 0.1]}}, view)])
    # Between 42 and 242 across, 22 and 122 down; what is below the view stands at its lower end.
    points = [
        (each["name"], *(round(number, 6) for number in each["args"])) for each in found if each["name"][-2:] == "To"
    ]
    assert points[-5:] == [
        *(("moveTo", 42, 55.333333), ("lineTo", 62, 88.666667)),
        *(("moveTo", 42, 22), ("lineTo", 62, 55.333333), ("lineTo", 82, 122)),
    ]
    labels = [each["args"][0] for each in calls(found, "fillText")]
    assert [label for label in labels if label in {"0.01", "0.1", "1", "10"}][-4:] == ["0.01", "0.1", "1", "10"]


# --- a loss with its examples ---


def test_examples_are_counted_in_bins_and_those_outside_are_told(ask: Ask) -> None:
    left, right = x_limits(read_curves(["hinge"]))
    at = [left + share * (right - left) for share in (0.001, 0.02, 0.99, 1.0, 0.51)]
    [found] = ask([("loss", "hinge", [*at, left - 1, right + 1, right + 2])])
    bars = [each["args"] for each in calls(found, "fillRect")][1:]
    assert len(bars) == 40
    assert [bar[0] for bar in bars] == pytest.approx([42 + 5 * place for place in range(40)])
    assert {round(bar[2], 9) for bar in bars} == {4}
    tall = np.array([bar[3] for bar in bars])
    assert np.flatnonzero(tall).tolist() == [0, 20, 39]
    assert (tall / tall.max())[[0, 20, 39]].tolist() == pytest.approx([1, 0.5, 1])
    said = [each["args"][0] for each in calls(found, "fillText")]
    assert said[-2:] == ["← 13\u202f%", "25\u202f% →"]


# --- regions and fits ---


def test_the_plane_has_room_around_all_examples(ask: Ask) -> None:
    plane, line = ask(
        [
            ("viewOf", {"inputs": [0, -1, 10, 3, 4, 1], "targets": [1, 0, 1], "columns": 2}),
            ("viewOf", {"inputs": [0, 10], "targets": [-5, 5], "columns": 1}),
        ]
    )
    assert [plane[end] for end in ("left", "right", "bottom", "top")] == pytest.approx([-0.8, 10.8, -1.32, 3.32])
    assert [line[end] for end in ("left", "right", "bottom", "top")] == pytest.approx([-0.8, 10.8, -5.8, 5.8])
    assert ask([("gridOf", 1, 100), ("gridOf", 2, 1000), ("gridOf", 4, 10**6)]) == [61, 31, 13]
    assert ask([("colours", 0, 2), ("colours", 1, 2), ("colours", 0, 3), ("colours", 2, 3)]) == [1, 0, 0, 2]


def test_lines_are_where_the_margin_is_zero_or_one_and_regions_are_paler_near_them(ask: Ask) -> None:
    [found] = ask([("regions", "hinge&data=moons&hidden=none&seed=3")])
    ends = np.array(found["ends"])
    assert len(ends) > 20
    off = np.abs(ends[:, None] - np.array([-1.0, 0.0, 1.0])).min(axis=1)
    assert off.max() < 1e-9
    assert {round(float(end)) for end in ends} >= {0}
    assert found["dots"] == 1000
    white = np.array([int("ffffff"[place : place + 2], 16) for place in (0, 2, 4)])
    shades: dict[bool, list[Any]] = {True: [], False: []}
    for output, (*colour, opaque) in found["pixels"]:
        assert opaque == 255
        shades[output > 0].append((min(1.0, abs(output)), white - np.array(colour)))
    for each in shades.values():
        # The colour is 0.34 of that of the class where the margin is 1, and as much less as that is smaller.
        whole = next(iter(each))[1] / next(iter(each))[0]
        assert all(away == pytest.approx(share * whole, abs=1e-6) for share, away in each)


def test_a_point_is_the_paler_the_less_it_counts(ask: Ask) -> None:
    squared, absolute = ask([("fit", f"{loss}&data=line&hidden=none&seed=1") for loss in ("squared", "absolute")])
    assert squared["alphas"] == pytest.approx([1.0] * len(squared["alphas"]))
    sizes = np.abs(absolute["errors"])
    assert absolute["alphas"] == pytest.approx((0.08 + 0.92 * sizes.min() / sizes).tolist())


def test_results_are_told_in_words(ask: Ask) -> None:
    def run(loss: float | None, right: float = 0.5, **more: Any) -> dict[str, Any]:
        return {
            "losses": {"test": [9, loss]},
            "accuracies": {"test": [0, right]},
            "diverged": 0,
            "isDead": False,
            **more,
        }

    runs = {
        "0.0123": run(0.012345),
        "1.23e−5": run(1.234e-5),
        "0.0001": run(0.0001),
        "0": run(0),
        "1230": run(1234),
    }
    found = ask([("summary", "squared", each, 0, 7) for each in runs.values()])
    assert found == [f"Epoch 7; Squared error: test loss {words}" for words in runs]
    ends = [run(1, 0.75), run(1, 1, diverged=3), run(1, 0, isDead=True)]
    assert ask([("summary", "hinge", each, 2, 7) for each in ends]) == [
        "Epoch 7; Hinge: 75\u202f% of the test right",
        "Epoch 7; Hinge: 100\u202f% of the test right, diverged in epoch 3",
        "Epoch 7; Hinge: 0\u202f% of the test right, dead: a hidden layer is zero everywhere",
    ]


# --- files ---


def test_a_table_has_the_vertices_by_loss_panel_and_piece_with_the_values_that_are_cut_off(ask: Ask) -> None:
    texts = ask(
        [("csv", ["zero-one", "exponential"], False, ["loss", "derivative"]), ("csv", ["hinge"], True, ["loss"])]
    )
    text, both = (list(csv.reader(each.splitlines())) for each in texts)
    assert text[0] == both[0] == ["loss", "panel", "piece", "x", "y"]
    assert {tuple(row[:3]) for row in text[1:]} >= {
        *(("zero-one", "loss", "1"), ("zero-one", "loss", "2"), ("exponential", "loss", "1")),
        ("exponential", "derivative", "1"),
    }
    steep = [(float(row[3]), float(row[4])) for row in text if row[:2] == ["exponential", "loss"]]
    assert all(y == pytest.approx(np.exp(-x), rel=1e-12) for x, y in steep)
    assert {row[0] for row in both[1:]} == {"hinge, y = +1", "hinge, y = -1"}


def test_a_table_quotes_what_a_formula_is_called(ask: Ask) -> None:
    [text] = ask([("csv", ['a "b", c = max(0, 1 - m)'], False, ["loss"])])
    assert {row[0] for row in csv.reader(text.splitlines()[1:])} == {'a "b", c = max(0, 1 - m)'}


def test_a_figure_that_is_saved_has_the_letters_that_it_uses(ask: Ask) -> None:
    plain, all_ = ask(
        [("letters", "<svg><text/></svg>"), ("letters", '<svg><a font-weight="500"/><b font-style="italic"/></svg>')]
    )
    assert plain.startswith("<svg><style>@font-face{font-family:Inter;font-style:normal;font-weight:400;")
    assert [plain.count("@font-face"), all_.count("@font-face")] == [1, 3]
    assert "font-style:normal;font-weight:500;src:url(data:font/ttf;base64,M)" in all_
    assert "font-style:italic;font-weight:400;src:url(data:font/ttf;base64,I)" in all_


def test_a_family_has_at_most_as_many_members_as_a_figure_has_curves(ask: Ask) -> None:
    many = [f"huber:delta={','.join(str(1 + number) for number in range(count))}" for count in (24, 25)]
    assert ask([("members", words) for words in many]) == [24, 0]
