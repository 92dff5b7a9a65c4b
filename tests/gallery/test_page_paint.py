"""A figure painted on a canvas, and the charts of why one chooses a loss, by pens that record, in `node`."""

from __future__ import annotations

from typing import Any

import pytest
from support.node import Ask, node_script

CODE = """
let seen = [];
// A canvas whose pen tells what it draws, with its colours and lines; a saved state is restored.
function canvas() {
  const usual = { globalAlpha: 1, measureText: (text) => ({ width: 6 * text.length }), getTransform: () => null };
  let state = { ...usual };
  const kept = [];
  const own = { save: () => kept.push({ ...state }), restore: () => (state = kept.pop()), setLineDash: (dash) => (state.dash = dash) };
  const noted = (name) => (...args) => {
    const { strokeStyle: stroke, fillStyle: fill, globalAlpha: alpha, lineWidth: wide, dash, font } = state;
    seen.push({ name, args: args.map((each) => each?.parts ?? each), stroke, fill, alpha, wide, dash, font });
  };
  const handler = {
    get: (_, name) => own[name] ?? state[name] ?? noted(name),
    set: (_, name, value) => ((state[name] = value), true),
  };
  const made = { width: 0, height: 0, style: {} };
  const pen = new Proxy({}, handler);
  return Object.assign(made, { getContext: () => pen });
}
document.createElement = canvas;
globalThis.devicePixelRatio = 1;
globalThis.Node = { ELEMENT_NODE: 1 };
globalThis.Path2D = class {
  constructor(data) {
    this.parts = data ? [data] : [];
  }
  addPath({ parts }) {
    this.parts.push(...parts);
  }
  rect(...numbers) {
    this.parts.push(["rect", ...numbers]);
  }
  arc(...numbers) {
    this.parts.push(["arc", ...numbers.slice(0, 3)]);
  }
};
const { paint } = await import("./paint.js");
const { readSpec } = await import("./asked.js");
const charts = await import("./why_charts.js");
const { bestOf } = await import("./why_risk.js");
const { leastOf } = await import("./why_least.js");
const THEME = themes.light;
const SIZE = { width: 254, height: 254 };
const drawn = (draw) => {
  seen = [];
  draw();
  return seen;
};
/** An element of a tree of [tag, attributes, ...children], of which texts are children too. */
function element([tagName, attributes, ...children]) {
  const isText = (each) => typeof each === "string";
  const nodes = children.map((each) => (isText(each) ? { nodeType: 3, textContent: each } : element(each)));
  const textContent = children.filter(isText).join("");
  return { tagName, nodeType: 1, getAttribute: (name) => attributes[name] ?? null, childNodes: nodes, textContent, children: nodes.filter(({ nodeType }) => nodeType === 1) };
}
const answers = {
  paint: (tree, clip) => {
    document.getElementById = (id) => (id === "clip-loss" ? { firstElementChild: element(clip) } : null);
    return drawn(() => paint(element(tree), canvas().getContext("2d")));
  },
  risk: (words, eta) => {
    const curve = readSpec(words, lossplot.losses);
    return drawn(() => charts.drawRisk(canvas(), curve, eta, bestOf(curve, eta), SIZE, "red", THEME));
  },
  fit: (points, line) => drawn(() => charts.drawFit(canvas(), points, line, SIZE, "red", THEME)),
  pointAt: (x, y) => charts.pointAt(x, y, SIZE),
  least: (places, costs) => leastOf((x) => Number(costs[places.indexOf(x)] ?? NaN), places),
};
const answer = ([what, ...words]) => answers[what](...words);
"""  # noqa: E501


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Ask:
    return node_script(tmp_path_factory.mktemp("paint"), ["asked", "paint", "why_charts"], CODE)


def calls(found: list[Any], *names: str) -> list[Any]:
    return [each for each in found if each["name"] in names]


def test_a_figure_is_painted_as_it_is_drawn(ask: Ask) -> None:
    clip = ["rect", {"x": "1", "y": "2", "width": "30", "height": "40"}]
    tree: list[Any] = [
        "svg",
        {"font-size": "14"},
        ["rect", {"x": "0", "y": "0", "width": "90", "height": "60", "fill": "white"}],
        [
            "g",
            {"clip-path": "url(#clip-loss)", "fill": "none", "stroke-linejoin": "round"},
            ["path", {"d": "M0 0L5 5", "stroke": "red", "stroke-width": "2.5", "stroke-dasharray": "5 2.5"}],
        ],
        ["path", {"d": "M1 1", "stroke": "blue", "fill": "none", "opacity": "0.6"}],
        ["circle", {"cx": "3", "cy": "4", "r": "5", "fill": "green"}],
        [
            "text",
            {"x": "50", "y": "20", "text-anchor": "end", "fill": "ink"},
            "ab",
            ["tspan", {"font-style": "italic"}, "c"],
        ],
        ["text", {"x": "50", "y": "30", "text-anchor": "middle"}, "abcd"],
        ["text", {"x": "50", "y": "40", "font-weight": "500"}, "e"],
    ]
    [found] = ask([("paint", tree, clip)])
    filled = [(each["fill"], each["args"][0]) for each in calls(found, "fill") if each["args"][0]]
    assert filled == [("white", [["rect", 0, 0, 90, 60]]), ("green", [["arc", 3, 4, 5]])]
    strokes = calls(found, "stroke")
    assert [(each["stroke"], each["wide"], each["dash"], each["alpha"], each["args"][0]) for each in strokes] == [
        ("red", 2.5, [5, 2.5], 1, ["M0 0L5 5"]),
        ("blue", 1, [], 0.6, ["M1 1"]),
    ]
    assert [each["args"] for each in calls(found, "rect")] == [[1, 2, 30, 40]]
    assert [each["name"] for each in found if each["name"] in ("clip", "stroke")] == ["clip", "stroke", "stroke"]
    words = [(*each["args"], each["fill"], each["font"].partition("px")[0]) for each in calls(found, "fillText")]
    assert words == [
        ("ab", 32, 20, "ink", "normal 400 14"),
        ("c", 44, 20, "ink", "italic 400 14"),
        ("abcd", 38, 30, "#000000", "normal 400 14"),
        ("e", 50, 40, "#000000", "normal 500 14"),
    ]


def test_a_pixel_of_the_chart_of_a_line_is_a_point_of_its_plane(ask: Ask) -> None:
    # Between 42 and 242 across and 14 and 214 down, of -0.5 to 10.5 and of -1 to 11.
    assert ask([("pointAt", 42, 214), ("pointAt", 242, 14), ("pointAt", 142, 114)]) == [
        *([-0.5, -1], [10.5, 11], [5, 5]),
    ]
    [found] = ask([("fit", [[1, 2], [5, 5], [10, 11]], [5, 0])])
    line = [(each["name"], *each["args"]) for each in calls(found, "moveTo", "lineTo")][-2:]
    assert line == [("moveTo", 42, 114), ("lineTo", 242, 114)]
    dots = [(*(round(number, 6) for number in each["args"][:3]),) for each in calls(found, "arc")]
    assert dots[1:] == [(142, 114, 5), (232.909091, 14, 10), (232.909091, 14, 5)]


def test_the_risk_is_broken_where_it_jumps_and_its_best_answers_are_marked(ask: Ask) -> None:
    hinge, zero_one = ask([("risk", "hinge", 0.7), ("risk", "zero-one", 0.7)])
    # From -6 to 6 across: the best answer of the hinge loss is 1, with a risk of 0.6.
    [best] = calls(hinge, "arc")
    assert best["args"][0] == pytest.approx(42 + 200 * 7 / 12)
    assert best["args"][2] == 5
    starts = [each["args"][0] for each in calls(zero_one, "moveTo") if each["stroke"] == "red"]
    assert starts == pytest.approx([42, 142], abs=1e-3)
    [at_jump] = calls(zero_one, "arc")
    assert at_jump["args"][:1] == [pytest.approx(142)]
    wide = [each["args"][0] for each in calls(zero_one, "moveTo", "lineTo") if each["wide"] == 4]
    assert wide == pytest.approx([142, 242], abs=1e-3)


def test_the_least_is_found_among_places_and_what_is_no_number_is_none(ask: Ask) -> None:
    places = [0, 1, 2, 3, 4]
    one, many, none = ask(
        [
            ("least", places, [3, 1, 0.5, "NaN", 2]),
            ("least", places, [3, 1, 1, 1, 2]),
            ("least", places, ["NaN", 2, "Infinity", 1, "NaN"]),
        ]
    )
    assert one == {"low": 2, "high": 2, "least": 0.5}
    assert many == {"low": 1, "high": 3, "least": 1}
    assert none == {"low": 3, "high": 3, "least": 1}
