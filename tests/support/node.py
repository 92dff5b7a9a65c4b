"""The scripts of the page in `node`: modules, what stands before them, losses and formulas, without a page."""

from __future__ import annotations

import atexit
import json
import subprocess
from collections.abc import Callable, Iterable
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from lossplot._gallery.page.drawing_prelude import drawing_prelude
from lossplot._gallery.page.formula_script import formula_script
from lossplot._gallery.page.page import looks_prelude
from lossplot._gallery.page.scripts import losses_script, needed
from lossplot._gallery.page.view_options import view_prelude
from lossplot._losses import LOSSES
from support.requirements import need

# What modules find in a browser before they are run.
_HEAD = r"""
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
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
const said = (things) => {
  try {
    return { answers: things.map(answer) };
  } catch (error) {
    return { fault: error.stack };
  }
};
createInterface({ input: process.stdin }).on("line", (line) => {
  console.log(JSON.stringify(said(JSON.parse(line)), plain));
});
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


class _Node:
    """A process that runs the scripts of a folder, and answers a line with a line.

    Starting one and reading the losses takes longer than most questions.  The last one that was asked goes on, for the
    tests of a file stand together.
    """

    running: _Node | None = None

    def __init__(self, folder: Path) -> None:
        self._errors = (folder / "errors.txt").open("w+", encoding="utf-8")
        self._process = subprocess.Popen(
            ["node", "run.js"], cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self._errors,
            encoding="utf-8",
        )  # fmt: skip

    def ask(self, things: list[Any]) -> list[Any]:
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps(things) + "\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        said: dict[str, Any] = json.loads(line) if line else {"fault": Path(self._errors.name).read_text("utf-8")}
        assert "fault" not in said, said["fault"]
        answers: list[Any] = said["answers"]
        return answers

    def close(self) -> None:
        self._process.communicate()
        self._errors.close()


@atexit.register
def _close() -> None:
    if _Node.running:
        _Node.running.close()
        _Node.running = None


def node_script(folder: Path, modules: Iterable[str], code: str) -> Ask:
    """Return what asks `answer`, which `code` defines with what it imports of `modules`, of each of some things."""
    need("node")
    assets = files("lossplot._gallery") / "assets"
    for name in {each for module in modules for each in needed(module)}:
        (folder / f"{name}.js").write_text((assets / f"{name}.js").read_text("utf-8"), "utf-8")
    (folder / "package.json").write_text('{"type": "module"}', "utf-8")
    (folder / "prelude.cjs").write_text(looks_prelude() + drawing_prelude() + view_prelude(), "utf-8")
    (folder / "losses.cjs").write_bytes(losses_of_page())
    (folder / "formula.cjs").write_bytes(reader_of_page())
    (folder / "run.js").write_text(f"{_HEAD}{code}{_TAIL}", "utf-8")
    own: list[_Node] = []

    def ask(things: list[Any]) -> list[Any]:
        if not own or own[-1] is not _Node.running:
            _close()
            own.append(_Node(folder))
            _Node.running = own[-1]
        return own[-1].ask(things)

    return ask
