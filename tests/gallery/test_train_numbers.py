"""Training in the browser, as its scripts do it in `node`, held against `lossplot._training` over the first epoch."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from support.cases import some
from support.node import losses_of_page
from support.requirements import need

from lossplot._gallery.data.trainings import CASES
from lossplot._gallery.page.scripts import log_odds_script, needed
from lossplot._gallery.page.training_pictures import training_address
from lossplot._losses import LOSSES
from lossplot._training.data import Data, Disturbance, make
from lossplot._training.experiment import run
from lossplot._training.random import normals, permutation, stream, words
from lossplot._training.settings import Settings

RUNNER = """
import { readFileSync } from "node:fs";
for (const name of ["losses", "log-odds"]) (0, eval)(readFileSync(`${name}.cjs`, "utf8"));
const { makeData } = await import("./train_data.js");
const { normals, permutation, stream } = await import("./train_random.js");
const { advance, startTraining } = await import("./train_run.js");
const { fits, isTrained } = await import("./train_fits.js");
const { addressOf, classesOf, commandOf, layersOf, readAddress } = await import("./train_settings.js");
const { losses } = lossplot;

function begin({ curves, settings }) {
  return startTraining(curves, makeData(settings), { ...settings, hidden: layersOf(settings) });
}

function trained({ address, epochs }) {
  const state = readAddress(address, losses);
  const training = begin(state);
  const { data } = training;
  const start = training.runs.map(({ weights }) => [...weights]);
  const first = [];
  for (let epoch = 0; epoch < epochs; epoch++) {
    // In pieces of a batch, as between frames.
    let asked = 0;
    while (!advance(training, () => asked++ % 2 === 1));
    if (!epoch) first.push(...training.runs.map(({ weights }) => [...weights]));
  }
  return {
    start,
    first,
    wrong: state.wrong,
    command: commandOf(state),
    losses: training.runs.map((run) => run.losses),
    accuracies: training.runs.map((run) => run.accuracies),
    diverged: training.runs.map((run) => run.diverged),
    data: { ...data, inputs: [...data.inputs], targets: [...data.targets] },
  };
}

/** How many looks at the clock an epoch takes, and whether weights have changed when the first tells to stop. */
function pieces({ address }) {
  const state = readAddress(address, losses);
  const training = begin(state);
  const { weights } = training.runs[0];
  const before = [...weights];
  const stopped = !advance(training, () => true) && weights.every((weight, i) => weight === before[i]);
  let looks = 0;
  while (!advance(training, () => looks++ % 2 === 1));
  return { stopped, looks };
}

/** The examples of an address, and how it and its command are written. */
function made({ address }) {
  const state = readAddress(address, losses);
  const data = makeData(state.settings);
  const examples = { ...data, inputs: [...data.inputs], targets: [...data.targets] };
  return { wrong: state.wrong, command: commandOf(state), address: addressOf(state), data: examples };
}

const answers = {
  trained,
  made,
  pieces,
  links: () => Object.entries(losses).map(([name, loss]) => {
    const { curves, settings, wrong } = readAddress(name, losses);
    const isAsked = curves[0].loss === loss && fits(loss, classesOf(settings));
    return { name, axis: loss.axis, leads: isTrained(loss), arrives: isAsked && !wrong.length };
  }),
  random: ({ numbers, count }) => ({
    key: String(stream(...numbers)),
    normals: [...normals(stream(...numbers), count)],
    permutation: permutation(stream(...numbers), count),
  }),
};
const asked = JSON.parse(readFileSync(0, "utf8"));
const plain = (_, value) => (typeof value === "number" && !Number.isFinite(value) ? String(value) : value);
console.log(JSON.stringify(asked.map(([what, words]) => answers[what](words)), plain));
"""
# An address of the page, and the settings of the same training.
TRAININGS: Mapping[str, tuple[tuple[str, ...], str, Settings]] = {
    "hinge+squared-hinge": (("hinge", "squared-hinge"), "circles", Settings(seed=0)),
    "hinge+logistic+savage+ramp&seed=7&flip=0.3": (
        ("hinge", "logistic", "savage", "ramp"),
        "circles",
        Settings(seed=7, disturbance=Disturbance(flip=0.3)),
    ),
    "log-loss+focal:gamma=3+brier&data=moons&hidden=8,8&activation=tanh": (
        ("log-loss", "focal:gamma=3", "brier"),
        "moons",
        Settings(seed=0, hidden=(8, 8), activation="tanh"),
    ),
    "squared+absolute+perceptron&data=xor&optimizer=momentum&lr=0.01&outliers=5&noise=0.1": (
        ("squared", "absolute", "perceptron"),
        "xor",
        Settings(seed=0, optimizer="momentum", rate=0.01, disturbance=Disturbance(noise=0.1, outliers=5)),
    ),
    "bce-logits+poisson-log+exponential&data=spirals&activation=sigmoid&optimizer=sgd&batch=7&seed=4294967295": (
        ("bce-logits", "poisson-log", "exponential"),
        "spirals",
        Settings(seed=4294967295, activation="sigmoid", optimizer="sgd", batch=7),
    ),
    "squared+huber:delta=0.5+tukey-biweight+quantile:tau=0.9&data=line&outliers=10": (
        ("squared", "huber:delta=0.5", "tukey-biweight", "quantile:tau=0.9"),
        "line",
        Settings(seed=0, disturbance=Disturbance(outliers=10)),
    ),
    "mape+squared&data=line&hidden=4": (("mape", "squared"), "line", Settings(seed=0, hidden=(4,))),
    "hinge+log-loss+gce&data=blobs&classes=5&flip=0.2&seed=2": (
        ("hinge", "log-loss", "gce"),
        "blobs",
        Settings(seed=2, classes=5, disturbance=Disturbance(flip=0.2)),
    ),
    "log-loss+hinge&data=moons&balance=0.05&noise=0.3&seed=3": (
        ("log-loss", "hinge"),
        "moons",
        Settings(seed=3, disturbance=Disturbance(noise=0.3, balance=0.05)),
    ),
    "logistic+taylor-ce:order=3&data=blobs&hidden=none": (
        ("logistic", "taylor-ce:order=3"),
        "blobs",
        Settings(seed=0, model="linear"),
    ),
    **{training_address(case): (case.losses, case.data, case.settings) for case in CASES},
}
# One of so many is tried by day, and the others with the slow tests.
AMONG = 4
USUAL = (*[*TRAININGS][::AMONG],)


def asked_of(folder: Path, *questions: tuple[str, Mapping[str, Any]]) -> list[Any]:
    process = subprocess.run(
        ["node", "runner.js"], cwd=folder, input=json.dumps(questions), capture_output=True, text=True, check=False
    )
    assert process.returncode == 0, process.stderr
    return list(json.loads(process.stdout))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    need("node")
    folder = tmp_path_factory.mktemp("train")
    assets = files("lossplot._gallery") / "assets"
    for name in {*needed("train_run"), *needed("train_settings")}:
        (folder / f"{name}.js").write_text((assets / f"{name}.js").read_text(encoding="utf-8"), encoding="utf-8")
    (folder / "losses.cjs").write_bytes(losses_of_page())
    (folder / "log-odds.cjs").write_bytes(log_odds_script(LOSSES.values()))
    (folder / "package.json").write_text('{"type": "module"}', encoding="utf-8")
    (folder / "runner.js").write_text(RUNNER, encoding="utf-8")
    return folder


Trained = Callable[[str], dict[str, Any]]


@pytest.fixture(scope="module")
def trained(folder: Path) -> Trained:
    """What trains by an address for an epoch, once; those of the usual run together."""

    @cache
    def together(addresses: tuple[str, ...]) -> dict[str, dict[str, Any]]:
        answers = asked_of(folder, *(("trained", {"address": each, "epochs": 1}) for each in addresses))
        return dict(zip(addresses, answers, strict=True))

    return lambda address: together(USUAL if address in USUAL else (address,))[address]


def numbers(values: Any) -> Any:
    return np.asarray(values, dtype=float)


def test_random_numbers_are_the_same(folder: Path) -> None:
    tried = [(0,), (1, 2), (2**32 - 1, 7, 30)]
    answers = asked_of(folder, *(("random", {"numbers": seeds, "count": 200}) for seeds in tried))
    for seeds, answer in zip(tried, answers, strict=True):
        assert int(answer["key"]) == stream(*seeds)
        assert answer["permutation"] == permutation(stream(*seeds), 200).tolist()
        assert numbers(answer["normals"]) == pytest.approx(normals(stream(*seeds), 200), rel=1e-13, abs=1e-13)
        assert words(stream(*seeds), 1).dtype == np.uint64


@pytest.mark.parametrize("address", some(TRAININGS, among=AMONG))
def test_the_examples_are_the_same(trained: Trained, address: str) -> None:
    _, name, settings = TRAININGS[address]
    assert settings.seed is not None
    wanted: Data = make(name, settings.seed, settings.disturbance, settings.classes or 2)
    data = trained(address)["data"]
    assert numbers(data["inputs"]) == pytest.approx(wanted.inputs.ravel(), rel=1e-12, abs=1e-12)
    assert numbers(data["targets"]) == pytest.approx(wanted.targets, rel=1e-12, abs=1e-12)
    for part in ("train", "validation", "test"):
        assert data[part] == getattr(wanted, part).tolist()


# The settings of data that an address has besides the loss, with shares of examples that end in a half, and zeros.
MADE: Mapping[str, tuple[str, int, Disturbance]] = {
    # Of 750 labels 22.5 and 37.5, of 1000 examples 13.5 and 12.5.
    "flip=0.03&balance=0.0135": ("circles", 2, Disturbance(flip=0.03, balance=0.0135)),
    "flip=0.05&balance=0.0125": ("circles", 2, Disturbance(flip=0.05, balance=0.0125)),
    "noise=0": ("circles", 2, Disturbance(noise=0.0)),
    "data=line&noise=0": ("line", 2, Disturbance(noise=0.0)),
    "data=line&noise=0.5&outliers=50": ("line", 2, Disturbance(noise=0.5, outliers=50)),
    "data=blobs&flip=0.03&outliers=1&classes=8": ("blobs", 8, Disturbance(flip=0.03, outliers=1)),
    "data=spirals&noise=0&flip=1&outliers=50&balance=0.3": ("spirals", 2, Disturbance(0.0, 1.0, 50, 0.3)),
}


def test_data_are_the_same_with_any_share_of_labels_and_any_noise(folder: Path) -> None:
    losses = {address: "squared" if "line" in address else "hinge" for address in MADE}
    asked = [{"address": f"{loss}&{address}&seed=6"} for address, loss in losses.items()]
    answers = asked_of(folder, *(("made", each) for each in asked))
    for (address, (name, classes, disturbance)), answer in zip(MADE.items(), answers, strict=True):
        wanted, data = make(name, 6, disturbance, classes), answer["data"]
        assert answer["wrong"] == []
        assert numbers(data["targets"]) == pytest.approx(wanted.targets, rel=1e-12, abs=1e-12), address
        assert numbers(data["inputs"]) == pytest.approx(wanted.inputs.ravel(), rel=1e-12, abs=1e-12), address
        for part in ("train", "validation", "test"):
            assert data[part] == getattr(wanted, part).tolist()
        assert answer["address"] == f"{losses[address]}&{address}&seed=6"
        options = " ".join(f"--{option}" for option in address.split("&"))
        assert answer["command"] == f"lossplot train {losses[address]} {options} --epochs=150 --seed=6"


@pytest.mark.parametrize("address", some(TRAININGS, among=AMONG))
def test_weights_and_losses_of_the_first_epoch_are_the_same(trained: Trained, address: str) -> None:
    losses, name, settings = TRAININGS[address]
    answer = trained(address)
    assert answer["wrong"] == []
    result = run(losses, name, replace(settings, epochs=1))
    for place, outcome in enumerate(result.outcomes):
        assert numbers(answer["start"][place]) == pytest.approx(outcome.weights(0, 0), rel=1e-15)
        assert numbers(answer["first"][place]) == pytest.approx(outcome.weights(0, 1), rel=1e-9, abs=1e-9)
        for part in ("train", "validation", "test"):
            wanted = outcome.losses[part][:2, 0]
            assert numbers(answer["losses"][place][part]) == pytest.approx(wanted, rel=1e-9, abs=1e-9)
            hits = outcome.accuracies[part][:2, 0]
            assert numbers(answer["accuracies"][place][part]) == pytest.approx(hits, rel=1e-12, nan_ok=True)


@pytest.mark.slow
def test_the_textbook_run_ends_where_the_command_ends(folder: Path) -> None:
    [answer] = asked_of(folder, ("trained", {"address": "hinge+squared-hinge", "epochs": 30}))
    result = run(("hinge", "squared-hinge"), "circles", Settings(seed=0))
    for place, outcome in enumerate(result.outcomes):
        assert answer["accuracies"][place]["test"][-1] == outcome.accuracies["test"][-1, 0]
        assert answer["losses"][place]["train"] == pytest.approx(outcome.losses["train"][:, 0], rel=1e-4, abs=1e-6)


def test_a_training_that_diverges_ends_with_its_last_numbers(folder: Path) -> None:
    address = "squared+huber&data=line&optimizer=sgd&lr=40"
    [answer] = asked_of(folder, ("trained", {"address": address, "epochs": 12}))
    result = run(("squared", "huber"), "line", Settings(seed=0, optimizer="sgd", rate=40.0, epochs=12))
    assert answer["diverged"] == result.trace.diverged[:, 0].tolist()
    assert answer["diverged"][0] > 0
    assert len(answer["losses"][0]["train"]) == answer["diverged"][0]


def test_the_page_tells_the_command_of_the_same_training(trained: Trained) -> None:
    assert trained("hinge+squared-hinge")["command"] == "lossplot train hinge squared-hinge --epochs=150 --seed=0"
    address = "logistic+taylor-ce:order=3&data=blobs&hidden=none"
    command = "lossplot train logistic taylor-ce:order=3 --data=blobs --model=linear --epochs=150 --seed=0"
    assert trained(address)["command"] == command


@pytest.mark.slow
def test_an_epoch_can_be_left_after_any_example(folder: Path) -> None:
    tried = ("", "&batch=1000", "&hidden=64,64")
    answers = asked_of(folder, *(("pieces", {"address": f"hinge+squared-hinge{settings}"}) for settings in tried))
    for answer in answers:
        assert answer["stopped"]
        # Two losses learn from 600 examples and measure 1000; a second look is between any two.
        assert answer["looks"] >= 2 * 2 * (600 + 1000)


# Losses of two or more outputs, and those whose targets neither labels nor the points of a line can be.
UNTRAINED_AXES = {"distance", "similarity", "ratio", "overlap", "coefficient"}
UNTRAINED = {"gamma-deviance", "gamma-log", "kl-bernoulli", "reverse-kl-bernoulli", "smape"}
UNTRAINED |= {"all-threshold", "immediate-threshold", "immediate-threshold-hinge", "cumulative-logit"}


def test_every_loss_leads_to_its_training_or_has_none(folder: Path) -> None:
    [answer] = asked_of(folder, ("links", {}))
    for link in answer:
        can = link["axis"] not in UNTRAINED_AXES and link["name"] not in UNTRAINED
        assert (link["leads"], link["arrives"]) == (can, can), link
