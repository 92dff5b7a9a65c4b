"""The search of the first page: what it finds, and in which order, as its script says in `node`."""

from __future__ import annotations

import json
import subprocess
from functools import cache
from importlib.resources import files
from pathlib import Path

import pytest
from support.requirements import need

from lossplot.losses.tasks import TASKS
from lossplot.gallery.page.cards import loss_card
from lossplot.gallery.page.search_words import search_script
from lossplot.losses import LOSSES

# What stands first, for what somebody types.
FIRST = {
    # names, also other ones, and those of libraries
    "huber": "huber",
    "Pseudo-Huber": "pseudo-huber",
    "bce": "log-loss",
    "cross": "log-loss",
    "mse": "squared",
    "torch:smooth_l1": "smooth-l1",
    "smooth l1": "smooth-l1",
    # letters with marks, other signs, other letters
    "Dollár": "focal",
    "zero–one": "zero-one",
    "合页": "hinge",
    # misspellings: a letter too many, too few, another, two the wrong way round
    "hubber": "huber",
    "quantle": "quantile",
    "cauchi": "cauchy",
    "logisitc": "logistic",
    # tasks
    "class imbalance": "focal",
    "imbalance": "focal",
    "loss for segmentation": "focal",
    "optical flow": "charbonnier",
    "光流": "charbonnier",
    # formulas, in several spellings
    "max(0, 1 - m)": "hinge",
    "log(1 + exp(-m))": "logistic",
    "ln(1+e^-m)": "logistic",
    "L(r) = r²": "squared",
    "(1−p)^gamma": "focal",
}
RUNNER = """
import { readFileSync } from "node:fs";
import { ranked, searchable } from "./search.mjs";
globalThis.lossplot = {};
(0, eval)(readFileSync("words.js", "utf8"));
const words = Object.entries(lossplot.words);
const entries = words.map(([, { formulas, ...fields }]) => searchable(fields, formulas));
const queries = JSON.parse(readFileSync(0, "utf8"));
console.log(JSON.stringify(queries.map((query) => ranked(query, entries).map((place) => words[place][0]))));
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    need("node")
    folder = tmp_path_factory.mktemp("search")
    script = (files("lossplot.gallery") / "assets" / "search.js").read_text(encoding="utf-8")
    for name, text in {"search.mjs": script, "runner.mjs": RUNNER, "words.js": all_words()}.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@cache
def all_words() -> str:
    return search_script(map(loss_card, LOSSES.values()))


def found(folder: Path, *queries: str) -> list[list[str]]:
    """Return the names of the losses that the search finds for each query."""
    process = subprocess.run(
        ["node", "runner.mjs"], cwd=folder, input=json.dumps(queries), capture_output=True, text=True, check=False
    )
    assert process.returncode == 0, process.stderr
    return list(json.loads(process.stdout))


def test_what_is_meant_stands_first(folder: Path) -> None:
    answers = found(folder, *FIRST)
    assert {query: names[:1] for query, names in zip(FIRST, answers, strict=True)} == {
        query: [name] for query, name in FIRST.items()
    }


def test_every_loss_is_first_under_its_own_name(folder: Path) -> None:
    assert [names[0] for names in found(folder, *LOSSES)] == [*LOSSES]


def test_every_task_finds_its_losses(folder: Path) -> None:
    for (task, names), answer in zip(TASKS.items(), found(folder, *TASKS), strict=True):
        assert {*names} <= {*answer[: len(names) + 3]}, task
    assert {name for names in TASKS.values() for name in names} <= LOSSES.keys()


def test_short_words_are_no_parts_of_others(folder: Path) -> None:
    [kullback, nothing, everything, both] = found(folder, "KL", "xyzzy", "  ", "huber tukey")
    assert {*kullback} == {"kl-bernoulli", "reverse-kl-bernoulli", "poisson-deviance"}
    assert nothing == both == []
    assert everything == [*LOSSES]


def test_no_search_breaks_it(folder: Path) -> None:
    hostile = [
        "__proto__",
        "constructor",
        "(",
        "\\",
        "[a-z]*",
        "=",
        "|||",
        "0" * 3000,
        "<script>",
        "\u202e",
        "😀",
        "a/",
    ]
    answers = found(folder, *hostile)
    assert len(answers) == len(hostile)
