"""Visits to the gallery's pages without a browser: their own scripts in `node`, on elements that are not laid out."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from lossplot._gallery.page.drawing_prelude import drawing_prelude
from lossplot._gallery.page.index_page import index_page
from lossplot._gallery.page.loss_page import loss_page
from lossplot._gallery.page.markup import Html, in_language
from lossplot._gallery.page.page import _overlay_page, looks_prelude
from lossplot._gallery.page.scripts import asset, joined_script, log_odds_script, losses_script
from lossplot._gallery.page.train_page import train_page
from lossplot._gallery.page.view_options import view_prelude
from lossplot._losses import LOSSES
from support.browser import card_of, some_figures
from support.requirements import need

# The losses that have cards, which are of two axes, and all that the pages know.
CARDS = ("hinge", "squared-hinge", "huber", "log-loss")
KNOWN = (
    *CARDS,
    "quantile",
    "tweedie-deviance",
    "cosine-embedding",
    "zero-one",
    "logistic",
    "exponential",
    "squared",
    "absolute",
    "barron",
    "epsilon-insensitive",
)
# The path, the body of a function of the page, and what the browser is like.
Visit = Callable[..., Any]
_RUN = """
import { createInterface } from "node:readline";
import { visit } from "./page.mjs";
const plain = (_, value) => (typeof value === "number" && !Number.isFinite(value) ? String(value) : value);
createInterface({ input: process.stdin }).on("line", async (line) => {
  const said = await visit(...JSON.parse(line)).then((answer) => ({ answer }), (error) => ({ fault: error.stack }));
  console.log(JSON.stringify(said, plain));
});
"""


def _pages() -> dict[str, Html]:
    cards = [card_of(name) for name in CARDS]
    figures = {figure.name: figure for figure in some_figures(cards)}
    return {
        "index.html": index_page(cards),
        "overlay.html": _overlay_page(cards),
        "train.html": train_page(),
        **{
            f"losses/{card['name']}.html": loss_page(card, figures[f"losses/{card['name']}"], None, (), (None, None))
            for card in cards[1:3]
        },
    }


@cache
def _files() -> Mapping[str, bytes]:
    html = _pages()
    return {
        **{path: in_language(page, "en").encode() for path, page in html.items()},
        **{f"zh/{path}": in_language(page, "zh").encode() for path, page in html.items()},
        "assets/first.js": asset("first.js").encode(),
        "assets/catalogue.js": joined_script("catalogue"),
        "assets/live.js": joined_script("live", looks_prelude(), drawing_prelude(), view_prelude()),
        "assets/losses.js": losses_script(LOSSES[name] for name in KNOWN),
        "assets/log-odds.js": log_odds_script(LOSSES[name] for name in KNOWN),
        "assets/train.js": joined_script("train", looks_prelude(), drawing_prelude()),
    }


@contextmanager
def open_pages(folder: Path) -> Iterator[Visit]:
    """What visits a page in `folder`, and returns what the visit does."""
    need("node")
    for name, content in {**_files(), "run.mjs": _RUN.encode()}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    shutil.copy(Path(__file__).with_name("page.mjs"), folder / "page.mjs")
    pipe = subprocess.PIPE
    with subprocess.Popen(["node", "run.mjs"], cwd=folder, stdin=pipe, stdout=pipe, encoding="utf-8") as process:
        stdin, stdout = process.stdin, process.stdout
        assert stdin
        assert stdout

        def visit(path: str, code: str, **options: Any) -> Any:
            stdin.write(json.dumps([path, code, options]) + "\n")
            stdin.flush()
            said = json.loads(stdout.readline())
            assert "fault" not in said, said["fault"]
            return said["answer"]

        yield visit
        stdin.close()
