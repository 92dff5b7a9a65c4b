"""The gallery's figures of training: their words are true of what came of them, in each language."""

from __future__ import annotations

import json
import re
import shlex
from html import escape
from pathlib import Path

import jsonschema  # type: ignore[import-untyped]
import numpy as np
import pytest
from support.browser import all_trainings
from support.run import call

import lossplot
from lossplot._gallery.data.catalogue import SCHEMA, gallery_json, training_records
from lossplot._gallery.data.trainings import CASES
from lossplot._gallery.page.markup import in_language
from lossplot._gallery.page.readme import readme
from lossplot._gallery.page.scripts import asset
from lossplot._gallery.page.training_part import trainings_section
from lossplot._gallery.page.training_pictures import TrainingPicture
from lossplot._text.language import languages

EVERY_PICTURE = pytest.mark.parametrize("number", range(len(CASES)), ids=[case.name for case in CASES])


def numbers_in(words: str) -> list[float]:
    return [float(each.replace("\u2212", "-")) for each in re.findall(r"\u2212?\d+(?:\.\d+)?", words)]


def networks(picture: TrainingPicture) -> list[lossplot.Network]:
    """Train what a figure's command trains, through Python."""
    words = shlex.split(picture.command)[2:]
    losses = words[: next(place for place, word in enumerate(words) if word.startswith("--"))]
    options = dict(word[2:].split("=") for word in words if "=" in word and word.startswith("--"))
    numbers = {name: float(value) for name, value in options.items() if name in ("flip", "noise", "balance")}
    whole = {name: int(value) for name, value in options.items() if name in ("outliers", "epochs", "batch", "seed")}
    hidden = {"hidden": int(options["hidden"])} if "hidden" in options else {}
    return lossplot.train(losses, data=options["data"], **numbers, **whole, **hidden)  # type: ignore[arg-type]


@pytest.mark.slow
@EVERY_PICTURE
def test_a_figure_of_training_has_words_in_every_language(number: int) -> None:
    picture = all_trainings()[number]
    for texts in (picture.title, picture.caption, picture.description):
        assert set(texts) == set(languages())
        assert texts["zh"] != texts["en"]
        assert not re.search(r"[a-z]{3,} [a-z]{3,}|[{}]", texts["zh"]), texts["zh"]
        assert not re.search(r"[{}]|nan|None", texts["en"])
        assert sorted(numbers_in(texts["en"])) == sorted(numbers_in(texts["zh"])) or texts is picture.title
    assert picture.losses == tuple(name.partition(":")[0] for name in CASES[number].losses)


@pytest.mark.slow
def test_the_shares_of_the_caption_are_those_of_the_networks() -> None:
    picture = all_trainings()[0]
    found = numbers_in(picture.caption["en"])
    assert found[:2] == [30.0, 250.0]
    right = [100.0 * network.record_["test_accuracy"] for network in networks(picture)]
    assert [found[2], found[3], found[5], found[6]] == pytest.approx(right, abs=0.05)
    assert found[4] == -1.0  # the s of ramp
    assert not re.search(r"\d%", picture.caption["en"] + picture.caption["zh"])


@pytest.mark.slow
def test_the_slopes_of_the_caption_are_those_of_the_lines() -> None:
    picture = all_trainings()[1]
    ends = np.array([[-1.0], [1.0]])
    slopes = [np.diff(network.decision_function(ends))[0] / 2.0 for network in networks(picture)]
    first, *found = numbers_in(picture.caption["en"])
    assert (first, "ten of them" in picture.caption["en"]) == (1.0, True)
    assert found == pytest.approx(slopes, rel=5e-3)


@pytest.mark.slow
def test_the_recalls_of_the_caption_are_those_of_the_networks() -> None:
    picture = all_trainings()[2]
    share, label, count, *found = numbers_in(picture.caption["en"])
    assert (share, label) == (5.0, 1.0)
    records = [network.record_ for network in networks(picture)]
    expected = [100.0 * value for record in records for value in (record["recall"], record["precision"])]
    assert found[:4] == pytest.approx(expected, abs=0.05)
    assert records[0]["recall"] * count == pytest.approx(round(records[0]["recall"] * count))


def test_a_figure_of_training_is_in_the_data_the_readme_and_the_first_page() -> None:
    records = training_records(all_trainings())
    data = json.loads(gallery_json([], records))
    jsonschema.Draft202012Validator(json.loads(asset(SCHEMA))).validate(data)
    text = readme([], [], all_trainings()).decode()
    section = trainings_section(all_trainings())
    for picture, record in zip(all_trainings(), records, strict=True):
        assert (record["kind"], record["command"]) == ("training", picture.command)
        assert record["description"]["en"].startswith(picture.caption["en"])
        assert f"### {picture.title['en']}" in text
        assert picture.caption["en"] in text
        assert f"$ {picture.command}" in text
        for code in ("en", "zh"):
            page = in_language(section, code)
            assert f'src="{picture.name}.svg"' in page
            assert f'href="train.html?{escape(picture.address)}"' in page
        for words in (picture.title, picture.caption, picture.description):
            assert all(escape(words[code]) in section or escape(words[code], quote=False) in section for code in words)


@pytest.mark.slow
def test_the_command_of_a_figure_draws_it(tmp_path: Path) -> None:
    picture = all_trainings()[1]
    words = shlex.split(picture.command)[1:]
    outcome = call(*words, "-o", "a.svg", "-q", cwd=tmp_path)
    assert outcome.code == 0, outcome
    assert call("info", "a.svg", cwd=tmp_path).lines == [picture.command]
