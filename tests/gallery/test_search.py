"""The search of the first page: what it finds, and in which order, as its script says in `node`."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from random import Random
from typing import Any

import pytest
from support.cases import some
from support.requirements import need

from lossplot._curves.curve import Curve, default_curve
from lossplot._curves.glossary import PROPERTIES
from lossplot._curves.records import PropertyData, property_record
from lossplot._curves.tags import tags_of
from lossplot._gallery.page.search_words import search_script
from lossplot._losses import LOSSES, Loss, is_name
from lossplot._losses.tasks import TASKS
from lossplot._text.found import places_found
from lossplot._text.phrases import fields_of, formulas_of
from lossplot._text.search import WEIGHTS, Entry, ranked, searchable
from lossplot._text.tasks import words_of

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
    "loss for segmentation": "soft-dice",
    "label noise": "gce",
    "ranking": "logistic",
    "rankng": "logistic",
    "imbalence": "focal",
    "GANs": "logistic",
    "标签噪声": "gce",
    "异常值": "huber",
    "类别不平横": "focal",
    "convex outliers": "huber",
    "mlogloss": "softmax-ce-gap",
    "optical flow": "charbonnier",
    "光流": "charbonnier",
    # formulas, in several spellings
    "max(0, 1 - m)": "hinge",
    "log(1 + exp(-m))": "logistic",
    "ln(1+e^-m)": "logistic",
    "L(r) = r²": "squared",
    "(1−p)^gamma": "focal",
}
SHORT = ("KL", "xyzzy", "  ", "huber tukey")
HOSTILE = [
    *(
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
        "\U0001f600",
        "a/",
    ),
    *("toString valueOf", "a" * 40, "the", "\u0130\u00df\ufb01"),
]
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

# The same of small catalogues, of which each is asked several things.
SMALL_RUNNER = """
import { readFileSync } from "node:fs";
import { ranked, searchable } from "./search.mjs";
const catalogues = JSON.parse(readFileSync(0, "utf8"));
console.log(JSON.stringify(catalogues.map(([listed, queries]) => {
  const entries = listed.map(([fields, formulas]) => searchable(fields, formulas));
  return queries.map((query) => ranked(query, entries));
})));
"""
# A catalogue of fields and formulas, and what is asked of it.
Small = tuple[list[tuple[dict[str, Any], list[str]]], list[str]]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    need("node")
    folder = tmp_path_factory.mktemp("search")
    write(folder, {"runner.mjs": RUNNER, "words.js": all_words()})
    return folder


def write(folder: Path, scripts: Mapping[str, str]) -> None:
    search = (files("lossplot._gallery") / "assets" / "search.js").read_text(encoding="utf-8")
    for name, text in {"search.mjs": search, **scripts}.items():
        (folder / name).write_text(text, encoding="utf-8")


@cache
def all_words() -> str:
    return search_script(tagged())


@cache
def tagged() -> tuple[tuple[Loss, list[str]], ...]:
    return tuple((loss, tags_of(loss.axis.name, record_of(default_curve(loss)))) for loss in LOSSES.values())


@cache
def record_of(curve: Curve) -> dict[str, PropertyData]:
    return property_record(curve)


@cache
def entries() -> tuple[Entry, ...]:
    return tuple(searchable(fields_of(loss, tags), formulas_of(loss)) for loss, tags in tagged())


def found(folder: Path, *queries: str) -> list[list[str]]:
    """Return the names of the losses that the search finds for each query."""
    process = subprocess.run(
        ["node", "runner.mjs"], cwd=folder, input=json.dumps(queries), capture_output=True, text=True, check=False
    )
    assert process.returncode == 0, process.stderr
    return list(json.loads(process.stdout))


@pytest.fixture(scope="module")
def answers(folder: Path) -> dict[str, list[str]]:
    """The names that the search finds for queries of several tests, for reading the words takes longest."""
    queries = [*dict.fromkeys((*FIRST, *SHORT, *HOSTILE))]
    return dict(zip(queries, found(folder, *queries), strict=True))


def test_what_is_meant_stands_first(answers: dict[str, list[str]]) -> None:
    assert {query: answers[query][:1] for query in FIRST} == {query: [name] for query, name in FIRST.items()}


@pytest.mark.parametrize("part", some(range(4), among=4))
def test_every_loss_is_first_under_its_own_name(folder: Path, part: int) -> None:
    asked = [*LOSSES][part::4]
    assert [names[0] for names in found(folder, *asked)] == asked


@pytest.mark.slow
@pytest.mark.parametrize("part", some(range(5), among=5))
def test_every_task_finds_its_losses_first_and_in_their_order(folder: Path, part: int) -> None:
    titles = [*TASKS][part::5]
    words = {word: [*TASKS[title].losses] for title in titles for word in words_of(title)}
    answers = dict(zip(words, found(folder, *words), strict=True))
    # Words that are the name of a loss too have that one first.
    named = {word for word in words if is_name(word.replace(" ", "-"))}
    assert {word: answers[word][: len(names)] for word, names in words.items() if word not in named} == {
        word: names for word, names in words.items() if word not in named
    }
    assert len(named) < 20


@pytest.mark.parametrize("count", [5, pytest.param(120, marks=pytest.mark.slow)])
def test_the_page_and_the_command_line_find_the_same_in_the_same_order(folder: Path, count: int) -> None:
    letters = Random(7)
    right = [*LOSSES, *(word for task in TASKS for word in words_of(task)), *PROPERTIES]
    wrong = [misspelt(word, letters) for word in letters.sample(right, count)]
    pairs = [f"{letters.choice(right)} {letters.choice(right)}" for _ in range(count // 2)]
    queries = [*dict.fromkeys((*letters.sample(right, count), *[*FIRST][:count], *HOSTILE[:count], *wrong, *pairs))]
    assert [*found_here(*queries)] == found(folder, *queries)


def found_here(*queries: str) -> Iterator[list[str]]:
    """Yield the names that `lossplot list` finds for each query: the tags of all losses are computed once."""
    names = [*LOSSES]
    for query in queries:
        yield [names[place] for place in ranked(query, entries())]


def misspelt(word: str, letters: Random) -> str:
    """Return `word` with two letters swapped, or one that is left out, doubled or another."""
    place = letters.randrange(len(word))
    before, after = word[:place], word[place:]
    return letters.choice(
        (
            before + after[1:2] + after[:1] + after[2:],
            before + after[1:],
            before + after[:1] + after,
            f"{before}x{after[1:]}",
        )
    )


def small_catalogues() -> Iterator[Small]:
    """Catalogues that tell apart what counts more, which misspellings are understood, and how formulas are spelled."""
    # How well a word fits, in each field and at several places of a task.
    fits = (
        "huber",
        "hubers",
        "huber loss of all",
        "hubers of all",
        "all of huber",
        "all of huberized",
        "pseudohuber",
        "hubers of huber",
    )
    fields: list[dict[str, Any]] = [{field: [phrase]} for field in WEIGHTS for phrase in fits]
    fields += [{"tasks": {"huber": place, "all of huber": 300 + place}} for place in (0, 1, 99, 100, 101, 250)]
    asked = ["huber", "hubers", "huber all", "the huber loss", "loss", "hub", "uber", "ube", "Huber_", "pseudo–huber"]
    yield [(each, []) for each in fields], asked
    # Words of each length with letters wrong from the end on, of Latin letters and of ideographs.
    for letters in ("abcdefghijkl", "交叉熵合页平方绝对误差"):
        words = [letters[:length] for length in range(1, len(letters) + 1)]
        yield [({"names": [word]}, []) for word in words], words
        for word in words:
            wrong = [word[: len(word) - count] + "xyz"[:count] for count in range(1, min(4, len(word) + 1))]
            wrong += [word[:-2] + word[:-3:-1], word[1::-1] + word[2:], word[::-1], f"z{word}", word[1:]]
            yield [({"names": [word]}, []), ({"text": ["else"]}, [])], wrong
    # Of words that are as near all are meant, those first that are all of a name.
    names = ("square", "squared", "squares", "sqare x", "quantile", "quantity", "gan", "gans", "gas", "ga")
    typed = ["sqared", "squarex", "sq", "quantilx", "quantixx", "gans", "gan", "gas"]
    yield [({"key": ["gan x"]}, []), *(({"names": [name]}, []) for name in names)], typed
    formulas = ["max(0, 1 - m)^2", "max(0, 1 - m)", "log(1 + e^(-m))", "abs(r)", "r^2*2", "r^2", "r<=1", "r^3>=2"]
    typed = [
        "max(0,1−m)",
        "ln(1+exp(-m))",
        "|r|",
        "L(r) = r²",
        "l (r)=r**2·2",
        "r×2",
        "(r≤1)",
        "(r³≥2)",
        "a/b",
        "()",
        "x^9",
        "=",
    ]
    yield [({}, [each]) for each in formulas] + [({"names": ["(r", "a/b"]}, formulas)], typed


def test_the_page_and_the_command_line_follow_the_same_rules_in_small_catalogues(tmp_path: Path) -> None:
    need("node")
    write(tmp_path, {"small.mjs": SMALL_RUNNER})
    catalogues = [*small_catalogues()]
    process = subprocess.run(
        ["node", "small.mjs"], cwd=tmp_path, input=json.dumps(catalogues), capture_output=True, text=True, check=False
    )
    assert process.returncode == 0, process.stderr
    for (listed, queries), answers in zip(catalogues, json.loads(process.stdout), strict=True):
        small = [searchable(fields, formulas) for fields, formulas in listed]
        assert dict(zip(queries, answers, strict=True)) == {query: ranked(query, small) for query in queries}


@pytest.mark.slow
def test_tags_are_computed_for_whatever_may_ask_for_them(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of the losses that `lossplot list` finds none is lost because its tags were not looked at."""
    monkeypatch.setattr("lossplot._curves.records.property_record", record_of)
    losses = [*LOSSES.values()]
    queries = ["convex", "twice smooth", "Lipshitz", "redesc", "有界", "robust", "huber", "ranking", "proper score"]
    assert [[losses[place].name for place in places_found(query, losses)] for query in queries] == [
        *found_here(*queries)
    ]


def test_short_words_are_no_parts_of_others(answers: dict[str, list[str]]) -> None:
    [kullback, nothing, everything, both] = (answers[query] for query in SHORT)
    assert {*kullback} == {"kl-bernoulli", "reverse-kl-bernoulli", "poisson-deviance"}
    assert nothing == both == []
    assert everything == [*LOSSES]


def test_no_search_breaks_it(answers: dict[str, list[str]]) -> None:
    assert {*HOSTILE} <= answers.keys()
