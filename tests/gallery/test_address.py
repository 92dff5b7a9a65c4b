"""The state of a page in its address: what scripts read there, and what they write, as they say in `node`."""

from __future__ import annotations

import json
import random
import subprocess
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from support.requirements import need

from lossplot._gallery.page.drawing_prelude import drawing_prelude
from lossplot._gallery.page.scripts import asset, needed, short
from lossplot._gallery.page.view_options import view_prelude

LOSSES = """
const usual = { default: 1, sizes: [1e-100, 1e100] };
const parameter = (name, low, high, more = {}) => ({ name, interval: [low, high, true, true], ...usual, ...more });
const nothing = { functions: [], switches: [], allowed: [], domain: [-Infinity, Infinity] };
const loss = (name, axis, ...parameters) => ({ name, axis, parameters, ...nothing });
const losses = {
  hinge: loss("hinge", "margin", parameter("threshold", -Infinity, Infinity)),
  "zero-one": loss("zero-one", "margin"),
  huber: { ...loss("huber", "error", parameter("delta", 0, Infinity)), called: ["robust", "scipy:huber"] },
  taylor: loss("taylor", "error", parameter("order", 1, 9, { integer: true })),
};
"""
RUNNER = """
import { readFileSync } from "node:fs";
globalThis.MESSAGES = {};
globalThis.matchMedia = () => ({ matches: false });
(0, eval)(readFileSync("prelude.cjs", "utf8").replace(/^const ([A-Z_]+)/gm, "globalThis.$1"));
globalThis.document = { createElement: () => ({ getContext: () => ({}) }), documentElement: { lang: "en" } };
const { readAddress, addressOf } = await import("./address.mjs");
%s
const answers = JSON.parse(readFileSync(0, "utf8")).map((address) => {
  const { state, wrong } = readAddress(address, losses);
  const written = addressOf(state);
  const again = addressOf(readAddress(written, losses).state);
  return { wrong, curves: state.curves.length, address: written, again };
});
console.log(JSON.stringify(answers));
"""
# What is read of an address, and what of it cannot be understood.
READ = {
    "": ("", []),
    "hinge": ("hinge", []),
    "hinge:threshold=0.5+zero-one&derivative&range=-3:2&x=0.5": (
        "hinge:threshold=0.5+zero-one&derivative&range=-3:2&x=0.5",
        [],
    ),
    "derivative": ("&derivative", []),
    "x=1": ("&x=1", []),
    # zero is a value as any other
    "hinge:threshold=0&range=0:1&ylim=-1:0&x=0": ("hinge:threshold=0&range=0:1&ylim=-1:0&x=0", []),
    "hinge&x=0": ("hinge&x=0", []),
    "huber&x=-0.0": ("huber&x=0", []),
    "hinge%2Bzero-one": ("hinge+zero-one", []),
    "hinge%20zero-one": ("hinge+zero-one", []),
    "hinge+hinge": ("hinge", []),
    "hinge:threshold=−1": ("hinge:threshold=-1", []),
    "hinge:threshold=inf": ("hinge:threshold=inf", []),
    "hinge:threshold=1e3": ("hinge:threshold=1000", []),
    # the language of the command line: other names, and families
    "Huber": ("huber", []),
    "ROBUST:delta=2": ("huber:delta=2", []),
    "scipy:huber:delta=2": ("huber:delta=2", []),
    "huber%20损失": ("huber", ["损失"]),
    "robust:delta=0.5,1,2": ("huber:delta=0.5+huber:delta=1+huber:delta=2", []),
    "huber:delta=0.5,1+huber:delta=1": ("huber:delta=0.5+huber:delta=1", []),
    "huber:delta=1,-1": ("", ["huber:delta=1,-1"]),
    "huber:delta=1,": ("", ["huber:delta=1,"]),
    f"huber:delta={','.join(map(str, range(1, 26)))}": ("", [f"huber:delta={','.join(map(str, range(1, 26)))}"]),
    "scipy:hinge": ("", ["scipy:hinge"]),
    # names that every object has
    "constructor": ("", ["constructor"]),
    "__proto__": ("", ["__proto__"]),
    "toString+hinge": ("hinge", ["toString"]),
    "hinge:constructor=1": ("", ["hinge:constructor=1"]),
    "hasOwnProperty&valueOf": ("", ["hasOwnProperty", "valueOf"]),
    # other axes, other values
    "hinge+huber": ("hinge", ["huber"]),
    "huber:delta=-1": ("", ["huber:delta=-1"]),
    "taylor:order=1.5": ("", ["taylor:order=1.5"]),
    "huber:delta=": ("", ["huber:delta="]),
    "huber:delta": ("", ["huber:delta"]),
    "huber:": ("", ["huber:"]),
    "huber:delta=1:delta=2": ("", ["huber:delta=1:delta=2"]),
    "huber:delta=1=2": ("", ["huber:delta=1=2"]),
    # numbers that are none
    **{
        f"huber:delta={word}": ("", [f"huber:delta={word}"]) for word in ("0x10", "1_0", "1e", "NaN", "Infinity", "two")
    },
    **{f"hinge&x={word}": ("hinge", [f"x={word}"]) for word in ("", "1:2", "inf", "1e999", "0b1", "1=2")},
    **{
        f"hinge&range={word}": ("hinge", [f"range={word}"])
        for word in ("", "1", "2:1", "1:1", "1:2:3", "-inf:1", "a:b")
    },
    "hinge&derivative=no": ("hinge", ["derivative=no"]),
    # what the axis allows
    "hinge&x=1&ylim=0:2&normalize&both-labels": ("hinge&both-labels&normalize&ylim=0:2&x=1", []),
    "huber&weight&normalize": ("huber&weight", ["normalize"]),
    "huber&both-labels": ("huber", ["both-labels"]),
    "hinge&weight&derivative": ("hinge&derivative", ["weight"]),
    "hinge&normalize=1": ("hinge", ["normalize=1"]),
    "hinge&ylim=1": ("hinge", ["ylim=1"]),
    "hinge&ylim=0:1e101": ("hinge", ["ylim=0:1e101"]),
    "hinge&range=0:1e-101": ("hinge", ["range=0:1e-101"]),
    "hinge&range=1:1.0000000009": ("hinge", ["range=1:1.0000000009"]),
    "hinge&bothLabels": ("hinge", ["bothLabels"]),
    "hinge&colour=red": ("hinge", ["colour=red"]),
    "hinge&fbclid=abc": ("hinge", ["fbclid=abc"]),
    # formulas, whose reader is not there: one word each, with a plus in brackets or escaped
    "max(0,%201%20-%20m)+hinge": ("hinge", ["max(0, 1 - m)"]),
    "log(1+exp(-m))+zero-one": ("zero-one", ["log(1+exp(-m))"]),
    "0.7*hinge%20%2B%20zero-one:k=1&x=1": ("&x=1", ["0.7*hinge + zero-one:k=1"]),
    "(hinge%20%2B%20zero-one)": ("", ["hinge + zero-one"]),
    "mine%20=%20(hinge%20-%20m):k=2": ("", ["mine = hinge - m:k=2"]),
    "log(m)+abs(m)": ("", ["log(m)", "abs(m)"]),
    "((+hinge": ("", ["((+hinge"]),
    "))+hinge": ("hinge", ["))"]),
    "%E4%BD": ("", ["%E4%BD"]),
    "<img src=x onerror=alert(1)>": ("", ["<img src=x onerror=alert(1)>"]),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    need("node")
    folder = tmp_path_factory.mktemp("address")
    for name in needed("address"):
        (folder / f"{name}.mjs").write_text(asset(f"{name}.js").replace('.js";', '.mjs";'), encoding="utf-8")
    (folder / "prelude.cjs").write_text(drawing_prelude() + view_prelude(), encoding="utf-8")
    (folder / "runner.mjs").write_text(RUNNER % LOSSES, encoding="utf-8")
    return folder


def read(folder: Path, addresses: list[str]) -> list[dict[str, Any]]:
    process = subprocess.run(
        ["node", "runner.mjs"], cwd=folder, input=json.dumps(addresses), capture_output=True, text=True, check=False
    )
    assert process.returncode == 0, process.stderr
    return list(json.loads(process.stdout))


def test_an_address_is_read_and_what_cannot_be_understood_is_told(folder: Path) -> None:
    answers = read(folder, [*READ])
    assert {address: (each["address"], each["wrong"]) for address, each in zip(READ, answers, strict=True)} == READ


def test_three_hundred_states_make_the_round_trip(folder: Path) -> None:
    draw = random.Random(18)
    addresses = []
    for _ in range(300):
        thresholds = draw.sample(range(-40, 40), draw.randint(1, 5))
        parts = ["+".join(f"hinge:threshold={each / 8:g}" for each in thresholds)]
        flags = ("derivative", "second-derivative", "both-labels", "normalize")
        parts += [each for each in flags if draw.random() < 0.5]
        low = draw.randint(-1000, 1000) / 8
        parts += [f"range={low:g}:{low + draw.randint(1, 999) / 8:g}"] if draw.random() < 0.5 else []
        parts += [f"ylim={-draw.randint(0, 9) / 4:g}:{draw.randint(1, 99) / 8:g}"] if draw.random() < 0.5 else []
        parts += [f"x={draw.randint(-9, 9) / 4:g}"] if draw.random() < 0.5 else []
        addresses.append("&".join(parts))
    for address, answer in zip(addresses, read(folder, addresses), strict=True):
        assert (answer["address"], answer["again"], answer["wrong"]) == (address, address, [])


def test_a_figure_has_no_more_curves_than_can_be_told_apart(folder: Path) -> None:
    [answer] = read(folder, ["+".join(f"hinge:threshold={number}" for number in range(3000))])
    assert answer["curves"] == 24
    assert len(answer["wrong"]) == 3000 - 24


def test_no_script_asks_for_what_browsers_of_two_years_ago_lack() -> None:
    young = (
        "Map.groupBy",
        "Object.groupBy",
        "Promise.try",
        "RegExp.escape",
        ".toSorted(",
        ".toReversed(",
        ".union(",
        "Array.fromAsync",
        "Math.sumPrecise",
    )
    scripts = {
        path.name: path.read_text("utf-8")
        for path in (files("lossplot._gallery") / "assets").iterdir()
        if path.name.endswith(".js")
    }
    code = {name: short(script) for name, script in scripts.items()}
    assert [(name, each) for name, script in code.items() for each in young if each in script] == []


def test_what_is_shortened_says_the_same() -> None:
    script = '// a\nconst a = "// b"; // c\n\n  /** d\n   * e\n   */\n  f(a /* g */);\n/* h */ i();\n'
    assert short(script) == 'const a = "// b"; // c\nf(a /* g */);\n/* h */ i();\n'
    # No text goes over several lines, whose space would be lost.
    for path in (files("lossplot._gallery") / "assets").iterdir():
        if path.name.endswith(".js"):
            code = short(path.read_text("utf-8"))
            assert [line for line in code.splitlines() if line.count("`") % 2] == [], path.name
