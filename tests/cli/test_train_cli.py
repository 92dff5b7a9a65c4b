"""`lossplot train`: its forms, its files, and its ways to fail."""

from __future__ import annotations

import json
import math
import random
import re
import shlex
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any
from unittest import mock

import pytest
from support.run import assert_done, assert_fails, call, clean_environment, hearing_signals

import lossplot
from lossplot._formats import training

QUICK = ["--epochs", "2"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    numbers = random.Random(1)
    rows = [
        f"{numbers.gauss(4.0 * (i % 3), 1.0)},{numbers.gauss(0.0, 50.0)},{('cat', 'dog', 'owl')[i % 3]}\n"
        for i in range(120)
    ]
    (tmp_path / "pets.csv").write_text("x,z,y\n" + "".join(rows))
    (tmp_path / "bad.csv").write_text("x,z,y\n1,2,a\n,3,b\n1,u,a\n1,1,\n" + "1,1,a\n" * 20)
    (tmp_path / "few.csv").write_text("x,y\n1,a\n2,b\n")
    (tmp_path / "one.csv").write_text("x,y\n" + "1,2\n" * 20)
    (tmp_path / "none.csv").write_text("x,z\n1,2\n")
    (tmp_path / "far.csv").write_text("x,y\n" + "".join(f"{i},{i}e200\n" for i in range(40)))
    wide = "".join(f"{i % 7 - 3}e307,{i % 5 - 2}e-300,{i % 2}\n" for i in range(40))
    (tmp_path / "wide.csv").write_text(f"x,z,y\n17e307,1,0\n-17e307,2,1\n{wide}")
    (tmp_path / "binary.csv").write_bytes(b"\x00\xff\x80" * 50)
    return tmp_path


def without_seconds(records: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{key: value for key, value in record.items() if key != "seconds"} for record in records]


def test_json_is_what_python_gets(folder: Path) -> None:
    outcome = call("train", "hinge", "log-loss", *QUICK, "-f", "json", "-q", cwd=folder)
    assert_done(outcome)
    records = json.loads(outcome.text)
    networks = lossplot.train(["hinge", "log-loss"], epochs=2)
    assert without_seconds(records) == without_seconds([network.record_ for network in networks])
    keys = {"loss", "seed", "epochs", "train_loss", "validation_loss", "test_loss", "train_accuracy"}
    keys |= {"validation_accuracy", "test_accuracy", "precision", "recall", "seconds"}
    assert all(keys <= record.keys() for record in records)
    assert all(len(record["history"]["train_loss"]) == 2 for record in records)
    assert {record["data"] for record in records} == {"circles"}
    assert [*folder.glob("*.png")] == []
    outcome = call("train", "hinge", "--data=pets.csv", "--epochs=1", "-f", "json", "-q", cwd=folder)
    assert [record["data"] for record in json.loads(outcome.text)] == ["pets.csv"]


def test_text_has_a_row_for_each_loss_and_a_figure_beside_it(folder: Path) -> None:
    outcome = call("train", "hinge", "squared-hinge", *QUICK, cwd=folder)
    assert outcome.lines[0].split()[:3] == ["loss", "train", "loss"]
    assert [line.split()[0] for line in outcome.lines[1:]] == ["hinge", "squared-hinge"]
    assert (folder / "hinge_squared-hinge_training.png").read_bytes()[:4] == b"\x89PNG"
    assert "subgradient" in outcome.err
    assert "hinge_squared-hinge_training.png" in outcome.err


def test_the_table_is_in_the_language_of_the_figure_and_stays_aligned(folder: Path) -> None:
    words = ["hinge", "squared-hinge", *QUICK, "--repeat", "3", "-q", "-o", "a.csv", "--lang"]
    english, chinese = (call("train", *words, code, cwd=folder).lines for code in ("en", "zh"))
    assert chinese[0].split() == [
        *("损失", "训练损失", "验证损失", "测试损失", "训练", "验证", "测试", "精确率", "召回率"),
        *("达到", "100%", "的轮数", "达到", "100%", "秒", "结局"),
    ]
    assert not re.search("[a-z]{3}", "".join(line.removeprefix("squared-hinge") for line in chinese[2:]))
    assert "done" in english[1]
    assert "完成" in chinese[1]
    for number in (1, 2):  # the same numbers
        assert english[number].split()[1:9] == chinese[number].split()[1:9]
    # An ideograph is as wide as two letters.
    column = len(chinese[0][: chinese[0].index("训练损失") + 4].encode("gbk"))
    assert all(line[column - 1] != " " and line[column] == " " for line in chinese[1:])


def test_a_figure_alone_prints_its_path_and_remembers_its_command(folder: Path) -> None:
    outcome = call("train", "hinge", *QUICK, "-f", "svg", "--theme", "dark", cwd=folder)
    assert outcome.changed == {"hinge_training.svg"}
    assert outcome.text == "hinge_training.svg\n"
    first = (folder / "hinge_training.svg").read_bytes()
    command = "lossplot train hinge --epochs=2 --seed=0 --theme=dark --format svg"
    assert call("info", "hinge_training.svg", cwd=folder).lines == [command]
    assert call("info", "hinge_training.svg", "--rerun", cwd=folder).code == 0
    assert (folder / "hinge_training.svg").read_bytes() == first


@pytest.mark.parametrize(
    "line",
    [
        "'a*hinge + b*logistic:a=1:b=1' --data=blobs --noise=0.3 --flip=0.1 --outliers=2 --balance=0.4 --classes=2"
        " --model=mlp --hidden=3 --activation=tanh --optimizer=sgd --epochs=1 --lr=0.1 --batch=9 --seed=5 --repeat=2"
        " --learn=a,b --free"
        " --for=slide --size=4x3 --dpi=50 --theme=print --transparent --svg-text --title=T --lang=zh",
        "hinge --epochs=1 --seed=0 --repeat=3",
        "squared --data=Line --epochs=1 --seed=0",
    ],
)
def test_every_option_of_a_training_is_recorded_and_the_record_makes_the_same_file(line: str, tmp_path: Path) -> None:
    words = [word for word in shlex.split(line) if word != "--seed=0"]
    assert call("train", *words, "-q", "-o", "a.json", cwd=tmp_path).code == 0
    assert call("info", "a.json", cwd=tmp_path).lines == [f"lossplot train {line} --format json"]
    first = (tmp_path / "a.json").read_bytes()
    assert call("info", "a.json", "--rerun", cwd=tmp_path).code == 0
    assert (tmp_path / "a.json").read_bytes() == first


def test_a_default_of_a_file_is_recorded_with_a_training(tmp_path: Path) -> None:
    (tmp_path / "lossplot.toml").write_text('[defaults]\ntheme = "dark"\nlang = "zh"\n', encoding="utf-8")
    assert call("train", "hinge", "--epochs=1", "--lang=en", "-q", "-o", "a.json", cwd=tmp_path).code == 0
    command = "lossplot train hinge --epochs=1 --seed=0 --theme=dark --lang=en --format json"
    assert call("info", "a.json", cwd=tmp_path).lines == [command]


@pytest.mark.parametrize("there", [False, True])
def test_what_appears_while_networks_are_trained_stays_unless_forced(there: bool, folder: Path) -> None:
    words = ["train", "hinge", *QUICK, "-q", "-o", "a.csv"]
    if there:
        assert_done(call(*words, cwd=folder), "a.csv")
    real = training.produce_training

    def slow(figure: Any, formats: Any) -> dict[str, bytes]:
        (folder / "a.csv").write_text("mine")
        return real(figure, formats)

    with mock.patch.object(training, "produce_training", slow):
        assert call(*words, cwd=folder).code == 1
        assert (folder / "a.csv").read_text() == "mine"
        assert call(*words, "--force", cwd=folder).code == 0
    assert (folder / "a.csv").read_text() != "mine"


def test_six_losses_have_room_and_seven_are_told(folder: Path) -> None:
    for count in (6, 7):
        losses = f"hinge:threshold={','.join(map(str, range(1, count + 1)))}"
        outcome = call("train", losses, *QUICK, "-q", "-o", f"{count}.csv", cwd=folder)
        assert outcome.code == (0 if count == 6 else 2)
    assert "one figure has room for 6 losses; these are 7" in outcome.err


def test_the_numbers_of_a_figure_and_its_movie_are_files_too(folder: Path) -> None:
    names = ["a.csv", "a.json", "a.gif"]
    words = ["train", "hinge", *QUICK, "-q"]
    assert_done(call(*words, *[word for name in names for word in ("-o", name)], cwd=folder), *names)
    assert (folder / "a.gif").read_bytes()[:3] == b"GIF"
    assert (folder / "a.csv").read_text().splitlines()[1].startswith("hinge,training,0,")
    assert_done(call(*words, "-o", "a.csv", cwd=folder))
    (folder / "a.csv").write_text((folder / "a.csv").read_text() + "hinge,training,9,1,,\n")
    outcome = call(*words, "-o", "a.csv", cwd=folder)
    assert (outcome.code, outcome.changed) == (1, frozenset())
    assert "was edited" in outcome.err


def test_several_starts_have_bands_and_learned_parameters_their_paths(folder: Path) -> None:
    words = ["a*hinge + b*logistic:a=1:b=1", *QUICK, "--learn", "a,b", "--repeat", "3", "-f", "json"]
    [record] = json.loads(call("train", *words, cwd=folder).text)
    assert len(record["learned"]["a"]) == 2
    assert all(math.isclose(a + b, 2.0) for a, b in zip(*record["learned"].values(), strict=True))
    assert len(record["runs"]) == 3
    history = record["history"]
    assert all(low <= high for low, high in zip(history["train_loss_low"], history["train_loss_high"], strict=True))


def test_a_file_of_words_is_learned_whatever_the_scale_of_its_columns(folder: Path) -> None:
    words = ["hinge", "log-loss", "--data", "pets.csv", "--epochs", "20", "-f", "json", "-q"]
    for record in json.loads(call("train", *words, cwd=folder).text):
        assert record["train_accuracy"] > 0.9
    [network] = lossplot.train(["hinge"], data=folder / "pets.csv")
    assert network.predict([[0.0, 1.0], [8.0, 1.0]]).tolist() == ["cat", "owl"]


@pytest.mark.parametrize(
    ("words", "code", "fragment"),
    [
        (["hinge", "--data", "nowhere"], 2, "name a file, or circles"),
        (["hinge", "--data", "cirlces"], 2, "did you mean 'circles'?"),
        (["hinge", "--data", ""], 2, "is empty"),
        (["hinge", "--data", "."], 2, "is a directory"),
        (["hinge", "--data", "bad.csv"], 2, "line 3 has no 'x', line 4 has 'z' = 'u'"),
        (["hinge", "--data", "few.csv"], 2, "too few"),
        (["hinge", "--data", "one.csv"], 2, "one class alone"),
        (["hinge", "--data", "none.csv"], 2, "no column 'y'"),
        (["hinge", "--data", "binary.csv"], 2, "'binary.csv'"),
        (["squared", "--data", "pets.csv"], 2, "no numbers"),
        (["hinge", "--data", "pets.csv", "--noise", "1"], 2, "that lossplot makes"),
        (["hinge", "--epochs", "1.5"], 2, "--epochs '1.5' is not a whole number"),
        (["hinge", "--epochs", "9" * 6000], 2, "--epochs must be a whole number"),
        (["hinge", "--hidden", "4,,2"], 2, "--hidden '' is not a whole number"),
        (["hinge", "--lr", "nan"], 2, "--lr 'nan' is not a number"),
        (["hinge", "--lr", "0"], 2, "--lr must be above 0"),
        (["hinge", "--flip", "2"], 2, "--flip must be a share"),
        (["hinge", "--balance", "5"], 2, "--balance must be a share from 0.01 to 0.99, not '5'"),
        (["hinge", "--balance", "x"], 2, "--balance 'x' is not a number"),
        (["hinge", "--balance", ""], 2, "--balance ''"),
        (["hinge", "--balance", "0.1", "--data", "pets.csv"], 2, "that lossplot makes"),
        (["squared", "--balance", "0.1", "--data", "line"], 2, "which a regression has none of"),
        (["hinge", "--optimizer", "adamw"], 2, "did you mean 'adam'?"),
        (["hinge", "--learn", "a,"], 2, "has an empty name"),
        (["hinge", "--seed", "-1"], 2, "--seed must be"),
        (["hinge", "-f", "bogus"], 2, "format 'bogus' is unknown"),
        (["hinge", "-o", "x.xyz"], 2, "cannot tell the format"),
        (["hinge", "-o", "pets.csv"], 1, "was not made by lossplot"),
        (["hinge", "-o", "-"], 2, "stdout is for numbers"),
        (["hinge", "-o", "a.png", "-o", "./a.png"], 2, "given twice"),
        (["hinge", "-o", "nodir/a.png"], 1, "no directory"),
        (["hinge:threshold=1,2,3,4,5,6,7", "-o", "a.png"], 2, "room for 6 losses"),
        (["hnige"], 2, "did you mean 'hinge'"),
        (["focal:gamma=0..2"], 2, "write some of them, as in gamma=1,2"),
        (["squared", "--data", "far.csv"], 2, "a target of 'far.csv' is 3.9e+201, beyond 1e+100"),
    ],
)
def test_what_is_wrong_is_said_in_a_line(folder: Path, words: list[str], code: int, fragment: str) -> None:
    assert_fails(call("train", *words, cwd=folder), code, fragment)


def test_a_diverging_run_says_so_in_one_line(folder: Path) -> None:
    words = ["exponential", "--data", "moons", "--optimizer", "sgd", "--lr", "1000", "-o", "d.csv", "-f", "text"]
    outcome = call("train", *words, cwd=folder)
    assert outcome.code == 0
    warnings = [line for line in outcome.err.splitlines() if "warning" in line]
    assert warnings == [
        "lossplot: warning: exponential diverged in epoch 1 and is told up to there; take a learning rate below 1000"
    ]
    assert "diverged in epoch 1" in outcome.text


def test_columns_of_any_size_are_scaled_without_a_warning(folder: Path) -> None:
    outcome = call("train", "hinge", "--data", "wide.csv", *QUICK, "-o", "w.png", cwd=folder)
    assert outcome.code == 0
    assert [line for line in outcome.err.splitlines() if "subgradient" not in line] == ["lossplot: w.png"]


def test_a_loss_without_a_value_at_the_start_is_not_blamed_on_the_rate(folder: Path) -> None:
    outcome = call("train", "log(m)", "--data", "moons", *QUICK, "-o", "l.png", cwd=folder)
    assert outcome.code == 0
    assert outcome.err.splitlines()[0] == (
        "lossplot: warning: log(m) has no finite value where the training starts, so that it cannot go on; "
        "choose a loss that has one everywhere"
    )


# The command, which leaves a file when it has trained for some epochs.
TELLING = """
import pathlib
from lossplot._cli.main import main
from lossplot._training.run import _Training
usual = _Training._epoch
def telling(self, epoch):
    if epoch == 20:
        pathlib.Path("begun").touch()
    usual(self, epoch)
_Training._epoch = telling
main()
"""


@pytest.mark.slow
def test_ctrl_c_tells_what_there_is(folder: Path) -> None:
    words = [sys.executable, "-c", TELLING, "train", "hinge", "--epochs", "10000", "-o", "i.png"]
    with hearing_signals():
        process = subprocess.Popen(words, cwd=folder, stdout=-1, stderr=-1, text=True, env=clean_environment())
    while process.poll() is None and not (folder / "begun").exists():
        time.sleep(0.05)
    process.send_signal(signal.SIGINT)
    text, error = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "interrupted in epoch" in text.splitlines()[1]
    assert error.splitlines()[-1].startswith("lossplot: interrupted in epoch")
    assert (folder / "i.png").read_bytes()[:4] == b"\x89PNG"
