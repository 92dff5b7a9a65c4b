"""The scripts of the page in `node`: modules, what stands before them, losses and formulas, without a page."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Iterable
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from lossplot.gallery.page.drawing_prelude import drawing_prelude
from lossplot.gallery.page.formula_script import formula_script
from lossplot.gallery.page.page import looks_prelude
from lossplot.gallery.page.scripts import losses_script, needed
from lossplot.gallery.page.view_options import view_prelude
from lossplot.losses import LOSSES
from support.requirements import need

# What modules find in a browser before they are run.
_HEAD = r"""
import { readFileSync } from "node:fs";
globalThis.MESSAGES = {};
globalThis.matchMedia = () => ({ matches: false });
const links = [{ hreflang: "en" }, { hreflang: "zh" }];
const page = { documentElement: { lang: "en", dataset: {} }, querySelectorAll: () => links };
// Each letter is half as wide as high.
const pen = { measureText: (text) => ({ width: 0.5 * Number(pen.font.match(/([\d.]+)px/)[1]) * text.length }) };
globalThis.document = { ...page, createElement: () => ({ getContext: () => pen }) };
(0, eval)(readFileSync("prelude.cjs", "utf8").replace(/^const (\w+)/gm, "globalThis.$1"));
(0, eval)(readFileSync("losses.cjs", "utf8"));
(0, eval)(readFileSync("formula.cjs", "utf8"));
"""
_TAIL = """
const plain = (_, value) => (typeof value === "number" && !Number.isFinite(value) ? String(value) : value);
console.log(JSON.stringify(JSON.parse(readFileSync(0, "utf8")).map(answer), plain));
"""
Ask = Callable[[list[Any]], list[Any]]


@cache
def losses_of_page() -> bytes:
    """The script of all losses, once: each is derived and written."""
    return losses_script(LOSSES.values())


@cache
def reader_of_page() -> bytes:
    """The script that reads formulas, once: it is Python's own reader, translated."""
    return formula_script()


def node_script(folder: Path, modules: Iterable[str], code: str) -> Ask:
    """Return what asks `answer`, which `code` defines with what it imports of `modules`, of each of some things."""
    need("node")
    assets = files("lossplot.gallery") / "assets"
    for name in {each for module in modules for each in needed(module)}:
        (folder / f"{name}.js").write_text((assets / f"{name}.js").read_text("utf-8"), "utf-8")
    (folder / "package.json").write_text('{"type": "module"}', "utf-8")
    (folder / "prelude.cjs").write_text(looks_prelude() + drawing_prelude() + view_prelude(), "utf-8")
    (folder / "losses.cjs").write_bytes(losses_of_page())
    (folder / "formula.cjs").write_bytes(reader_of_page())
    (folder / "run.js").write_text(f"{_HEAD}{code}{_TAIL}", "utf-8")

    def ask(things: list[Any]) -> list[Any]:
        process = subprocess.run(
            ["node", "run.js"], cwd=folder, input=json.dumps(things), capture_output=True, text=True, check=False
        )
        assert process.returncode == 0, process.stderr
        answers: list[Any] = json.loads(process.stdout)
        return answers

    return ask
