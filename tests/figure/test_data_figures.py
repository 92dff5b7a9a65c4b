"""Figures of real predictions: the strips below the curves, their numbers, and what they are refused for."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from support.cases import some
from support.run import assert_done, call

import lossplot
from lossplot._errors import RequestError
from lossplot._formats import FORMATS

# Ten margins, five of each model, so placed that each share is a plain number.
MARGINS = [-2.0, -1.0, 0.25, 0.5, 2.0, -1.5, 0.0, 0.5, 1.5, 2.5]
HINGE = [3.0, 2.0, 0.75, 0.5, 0.0, 2.5, 1.0, 0.5, 0.0, 0.0]
TABLE = "y,prediction,model\n" + "".join(
    f"{sign},{sign * margin},{'ab'[number // 5]}\n"
    for number, (margin, sign) in enumerate(zip(MARGINS, [1, -1] * 5, strict=True))
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "p.csv").write_text(TABLE)
    return tmp_path


def record(folder: Path, *words: str) -> dict[str, Any]:
    outcome = call(*words, "--data", "p.csv", "-f", "json", "-o", "-", cwd=folder)
    assert_done(outcome)
    found: dict[str, Any] = json.loads(outcome.text)
    return found


def test_shares_are_those_of_the_examples_in_each_bin(folder: Path) -> None:
    found = record(folder, "hinge", "--range=-2:2")
    (part,) = found["data"]
    edges = np.linspace(-2.0, 2.0, 41)
    assert part["edges"] == pytest.approx(edges.tolist(), abs=1e-12)
    places = np.digitize(MARGINS, part["edges"])
    places[np.array(MARGINS) == 2.0] = 40  # the last bin has its upper end
    weights = {"examples": np.ones(10), "loss_share": np.array(HINGE), "gradient_share": np.array(MARGINS) < 1.0}
    for name, weight in weights.items():
        expected = np.bincount(places, weight, 42) / weight.sum()
        assert part[name] == pytest.approx(expected.tolist(), abs=1e-9), name
    assert part["n"] == 10
    assert part["mean"] == pytest.approx(1.025, abs=1e-12)


@pytest.mark.parametrize("loss", ["hinge", "logistic", "log-loss", "brier", "exp(-m)", "ramp"])
def test_shares_add_up_to_one(loss: str, folder: Path) -> None:
    for part in record(folder, loss, "--by", "model", "--as", "logit")["data"]:
        for name in ("examples", "loss_share", "gradient_share"):
            assert sum(part[name]) == pytest.approx(1.0, abs=1e-9)
            assert min(part[name]) >= 0.0


def test_vertices_of_the_picture_are_the_histogram(folder: Path) -> None:
    figure = lossplot.plot("hinge", "logistic", data=str(folder / "p.csv"), by="model")
    parts = json.loads(figure.to_bytes("json"))["data"]
    rows = [*csv.reader(io.StringIO(figure.to_bytes("csv").decode()))][1:]
    assert [(part["loss"], part["group"]) for part in parts] == [
        *(("hinge", "a"), ("logistic", "a"), ("hinge", "b"), ("logistic", "b"))
    ]
    for axes, share in zip(figure.figure.axes[1:], ("loss_share", "gradient_share"), strict=True):
        drawn = [line.get_xydata() for line in axes.lines if str(line.get_label()).startswith("_share")]
        for line, part in zip(drawn, parts, strict=True):
            heights = np.asarray(line)[1:-1:2, 1]
            assert heights == pytest.approx(100.0 * np.array(part[share][1:-1]), abs=1e-6)
            assert np.asarray(line)[::2, 0] == pytest.approx(part["edges"], abs=1e-12)
        (area,) = axes.patches
        assert np.asarray(area.get_path().vertices)[1:-2:2, 1] == pytest.approx(
            100.0 * np.array(parts[0]["examples"][1:-1]), abs=1e-6
        )
    assert {row[1] for row in rows} == {"loss", "loss share", "gradient share"}


def test_a_probability_has_its_reliability_curve() -> None:
    p = np.repeat([0.15, 0.55, 0.95], 20)
    y = np.tile(np.arange(20) < 3, 3).astype(int)
    y[20:40], y[40:] = np.arange(20) < 11, np.arange(20) < 19
    figure = lossplot.plot("log-loss", data=(y, p), scale="probability")
    axes = figure.figure.axes[-1]
    (curve,) = (line for line in axes.lines if line.get_linestyle() == "-" and np.shape(line.get_xydata()) == (3, 2))
    assert np.asarray(curve.get_xydata()) == pytest.approx(np.column_stack([[0.15, 0.55, 0.95]] * 2), abs=1e-12)
    (found,) = json.loads(figure.to_bytes("json"))["reliability"]
    # Wilson's 95 % interval of 3 in 20: the roots q of (3/20 - q)^2 = z^2 q (1 - q) / 20, found by mpmath 1.3 in 30
    # digits, where z is sqrt(2) erfinv(0.95).
    assert (found["low"][0], found["high"][0]) == pytest.approx((0.05236874589621660, 0.36041886474075697), abs=1e-9)


@pytest.mark.parametrize("file_format", some([each for each, row in FORMATS.items() if not row.is_movie], 4))
def test_every_format_holds_the_data_and_is_the_same_twice(file_format: str, folder: Path) -> None:
    figure = lossplot.plot("hinge", data=str(folder / "p.csv"))
    data = figure.to_bytes(file_format)
    assert data == lossplot.plot("hinge", data=str(folder / "p.csv")).to_bytes(file_format)
    assert data != lossplot.plot("hinge").to_bytes(file_format)


def test_words_name_means_and_middles(folder: Path) -> None:
    figure = lossplot.plot("hinge", "logistic", data=str(folder / "p.csv"))
    assert "Below are 10 predictions, half of them up to m = " in figure.alt
    assert "Hinge has the mean 1.02, half of its loss up to m = " in figure.alt
    names = [text.get_text() for text in figure.figure.texts]
    assert "Hinge, mean 1.02" in names
    chinese = lossplot.plot("hinge", "logistic", data=str(folder / "p.csv"), lang="zh")
    assert "其下为 10 个预测值" in chinese.alt
    assert not any("mean" in text.get_text() or text.get_text()[:1] == "%" for text in chinese.figure.texts)


def test_arrays_tables_and_files_are_one(folder: Path) -> None:
    rows = [line.split(",") for line in TABLE.splitlines()[1:]]
    y, score = ([float(row[column]) for row in rows] for column in (0, 1))
    drawn = [
        json.loads(lossplot.plot("hinge", data=data).to_bytes("json"))["data"]
        for data in (str(folder / "p.csv"), folder / "p.csv", (y, score), {"y": y, "prediction": score})
    ]
    assert all(each == drawn[0] for each in drawn[1:])


def test_a_hundred_times_the_rows_make_the_same_figure(folder: Path) -> None:
    y = np.array([1, -1] * 5)
    score = y * np.array(MARGINS)
    few = lossplot.plot("hinge", data=(y, score), range=(-3, 3)).to_bytes("svg")
    many = lossplot.plot("hinge", data=(np.tile(y, 100), np.tile(score, 100)), range=(-3, 3)).to_bytes("svg")
    assert abs(len(few) - len(many)) < 50


def test_a_batch_notices_that_the_data_changed(folder: Path) -> None:
    (folder / "f.toml").write_text('[[figures]]\nlosses = ["hinge"]\ndata = "p.csv"\noutput = "a.svg"\n')
    assert "1 made, 0 unchanged" in call("build", "f.toml", cwd=folder).err
    before = (folder / "a.svg").read_bytes()
    assert "0 made, 1 unchanged" in call("build", "f.toml", cwd=folder).err
    (folder / "p.csv").write_text(TABLE + "1,-3,a\n")
    assert "1 made, 0 unchanged" in call("build", "f.toml", cwd=folder).err
    assert (folder / "a.svg").read_bytes() != before


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("hinge", "huber"), "draw them in two figures"),
        (("huber:delta=0.1..3",), "a sweep moves, and data stand still"),
        (("hinge", "--by", "nobody"), "has no column 'nobody'"),
        (("hinge", "--by", "prediction"), "finds 8 groups"),
        (("hinge", "--as", "votes"), "'votes'"),
        (("hinge", "--columns", "y=nobody"), "has no column 'nobody'"),
        (("hinge", "-o", "p.csv"), "is the data of the figure"),
        (("hinge", "-o", "p.csv", "--force"), "is the data of the figure"),
    ],
)
def test_what_the_data_do_not_allow_is_told_in_one_line(words: tuple[str, ...], message: str, folder: Path) -> None:
    outcome = call(*words, "--data", "p.csv", cwd=folder)
    assert outcome.code == 2
    assert message in outcome.err
    assert outcome.err.count("\n") == 1
    assert (folder / "p.csv").read_text() == TABLE


@pytest.mark.parametrize("word", ["--by=model", "--weights=w", "--as=logit", "--positive=yes", "--skip-bad"])
def test_options_of_data_need_some(word: str, folder: Path) -> None:
    outcome = call("hinge", word, cwd=folder)
    assert outcome.code == 2
    assert "is about data, and there are none" in outcome.err


@pytest.mark.parametrize("data", ["../p.csv", "-", "SELECT 1 AS y, 2 AS prediction", "/etc/hostname"])
def test_a_batch_reads_data_beside_it_alone(data: str, folder: Path) -> None:
    (folder / "f.toml").write_text(f'[[figures]]\nlosses = ["hinge"]\ndata = "{data}"\noutput = "a.svg"\n')
    assert call("build", "f.toml", cwd=folder).code != 0
    assert not (folder / "a.svg").exists()


def test_bad_rows_are_named_and_left_out_if_that_is_asked(folder: Path) -> None:
    (folder / "p.csv").write_text(TABLE + "1,,a\n")
    assert "line 12" in call("hinge", "--data", "p.csv", cwd=folder).err
    outcome = call("hinge", "--data", "p.csv", "--skip-bad", cwd=folder)
    assert outcome.code == 0
    assert "left out" in outcome.err


def test_a_python_program_hears_of_its_keywords(folder: Path) -> None:
    with pytest.raises(RequestError, match="scale"):
        lossplot.plot("hinge", scale="logit")
