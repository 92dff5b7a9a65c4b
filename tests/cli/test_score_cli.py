"""`lossplot score`: its forms, its words, and its ways to fail."""

from __future__ import annotations

import csv
import io
import json
import os
import signal
import subprocess
import time
from pathlib import Path

import numpy as np
import pytest
from support.cases import some
from support.run import MODULE, assert_done, assert_fails, call, clean_environment, hearing_signals, run

import lossplot
from lossplot._predictions.columns import Request
from lossplot._predictions.losses import read_asked
from lossplot._predictions.query import query
from lossplot._predictions.score import Settings

BATCH = "y,prediction,model\n1,2.5,a\n0,-0.3,a\n1,0.4,b\n0,0.6,b\n1,-2.5,a\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "p.csv").write_text(BATCH)
    return tmp_path


def test_json_is_what_python_gets(folder: Path) -> None:
    outcome = call("score", "p.csv", "hinge", "huber:delta=2", "--by", "model", "-f", "json", cwd=folder)
    assert_done(outcome)
    records = json.loads(outcome.text)
    assert records == lossplot.score(str(folder / "p.csv"), "hinge", "huber:delta=2", by="model")
    keys = {"loss", "parameters", "n", "mean", "standard_error", "median", "max", "max_row", "zero_gradient_share"}
    assert all(keys | {"means", "group"} <= record.keys() for record in records)
    assert [record["parameters"] for record in records[:2]] == [{}, {"delta": 2.0}]
    assert {"accuracy", "precision", "recall", "f1", "confusion"} <= records[0].keys()


def test_csv_has_the_same_numbers_in_full(folder: Path) -> None:
    rows = [*csv.DictReader(io.StringIO(call("score", "p.csv", "hinge", "logistic", "-f", "csv", cwd=folder).text))]
    for row, record in zip(rows, lossplot.score(str(folder / "p.csv"), "hinge", "logistic"), strict=True):
        for key, text in row.items():
            assert text == (record[key] if isinstance(record[key], str) else repr(record[key])), key


def test_text_has_a_column_for_each_loss_and_says_what_the_means_mean(folder: Path) -> None:
    outcome = call("score", "p.csv", "hinge", "logistic", cwd=folder)
    assert outcome.lines[0].split() == ["loss", "hinge", "logistic"]
    assert [line.split()[0] for line in outcome.lines[1:4]] == ["n", "mean", "+/-"]
    assert "  Hinge is 1.28 at m = -0.28: wrong, by a margin of 0.28" in outcome.lines


def test_many_groups_are_rows(folder: Path) -> None:
    (folder / "g.csv").write_text("y,prediction,g\n" + "".join(f"1,{i},{i}\n" for i in range(20)))
    outcome = call("score", "g.csv", "hinge", "--by", "g", cwd=folder)
    assert outcome.lines[0].split()[:2] == ["loss", "group"]
    assert outcome.lines[1].split()[:2] == ["hinge", "0"]


@pytest.mark.parametrize("kind", some(["npy", "csv"], among=2))
def test_stdin_takes_a_table_too(kind: str, folder: Path) -> None:
    data = BATCH.encode()
    if kind == "npy":
        buffer = io.BytesIO()
        np.save(buffer, np.array([[1, 2.5], [0, -0.3], [1, 0.4], [0, 0.6], [1, -2.5]]))
        data = buffer.getvalue()
    words = ["score", "-", "hinge", "-f", "csv"]
    piped = subprocess.run(
        [*MODULE, *words], input=data, capture_output=True, cwd=folder, env=clean_environment(), check=True
    )
    assert piped.stdout.decode() == call("score", "p.csv", "hinge", "-f", "csv", cwd=folder).text


def test_the_commands_of_the_textbook_s_batch(folder: Path) -> None:
    (folder / "logits.csv").write_text("y,a,b,c\n0,10,8,6\n1,7,9,5\n2,5,4,10\n")
    (folder / "softmaxed.csv").write_text("y,a,b,c\n0,.8668,.1173,.0159\n1,.1173,.8668,.0159\n2,.0067,.0025,.9909\n")
    right = call("score", "logits.csv", "log-loss", "-f", "json", cwd=folder)
    assert json.loads(right.text)[0]["mean"] == pytest.approx(0.0983, abs=5e-5)
    assert right.err == "lossplot: note: the predictions are taken for logits, and their softmax for probabilities\n"
    twice = call("score", "softmaxed.csv", "log-loss", "--as", "logit", "-f", "json", cwd=folder)
    assert json.loads(twice.text)[0]["mean"] == pytest.approx(0.6135, abs=5e-5)
    assert twice.err.count("\n") == 1
    assert "taken for logits they pass through it a second time" in twice.err
    assert call("score", "softmaxed.csv", "log-loss", "--as", "logit", "-q", cwd=folder).err == ""


def test_the_textbook_s_batches_of_two_classes_by_command(folder: Path) -> None:
    # The mean of log(1 + exp(-m)), by hand.
    (folder / "two.csv").write_text("y,prediction\n0,.2\n1,.8\n1,.5\n0,.1\n")
    (folder / "pairs.csv").write_text("y,a,b\n1,1,2\n1,0,1\n0,.5,.5\n0,0,0\n")
    for name, mean in (("two.csv", 0.5969282948957617), ("pairs.csv", 0.503204434039084)):
        outcome = call("score", name, "log-loss", "--as", "logit", "-f", "json", cwd=folder)
        [record] = json.loads(outcome.text)
        assert record["mean"] == pytest.approx(mean, rel=1e-14)
        assert "exp(-loss) = " in record["means"]


def test_bad_rows_stop_the_run_unless_they_are_to_be_skipped(folder: Path) -> None:
    (folder / "bad.csv").write_text(BATCH + "\n0,x,a\n")
    assert_fails(
        call("score", "bad.csv", "hinge", cwd=folder), 2, "2 of 7 rows are bad", "line 7 is empty", "--skip-bad"
    )
    outcome = call("score", "bad.csv", "hinge", "--skip-bad", "-f", "csv", cwd=folder)
    assert outcome.code == 0
    assert outcome.text == call("score", "p.csv", "hinge", "-f", "csv", cwd=folder).text
    assert outcome.err.startswith("lossplot: warning: 2 of 7 rows are bad: line 7 is empty, line 8 has 'prediction'")


@pytest.mark.parametrize(
    ("words", "code", "fragment"),
    [
        (("none.csv", "hinge"), 2, "cannot read 'none.csv': No such file or directory"),
        ((".", "hinge"), 2, "it is a directory"),
        (("", "hinge"), 2, "cannot read ''"),
        (("a\0b", "hinge"), 2, "no file can be called so"),
        (("p.csv", "hnige"), 2, "did you mean 'hinge'?"),
        (("p.csv", ""), 2, "''"),
        (("p.csv", "hinge", "--as", "logits"), 2, "write lossplot score p.csv hinge --as=logit"),
        (("p.csv", "hinge", "--as", ""), 2, "--as '' is unknown"),
        (("p.csv", "hinge", "--by", "modell"), 2, "did you mean 'model'?"),
        (("p.csv", "hinge", "--by", ""), 2, "has no column ''"),
        (("p.csv", "hinge", "--weights", "model"), 2, "'model' = 'a', which is not a number"),
        (("p.csv", "hinge", "--weights", "prediction"), 2, "which is not possible"),
        (("p.csv", "hinge", "--columns", ""), 2, "--columns '' says nothing"),
        (("p.csv", "hinge", "--columns", "y=label"), 2, "has no column 'label' for y"),
        (("p.csv", "hinge", "--columns", "y=y,y=y"), 2, "names y twice"),
        (("p.csv", "hinge", "--columns", "0=y,2=prediction"), 2, "must number the classes 0, 1"),
        (("p.csv", "hinge", "--jobs", "0"), 2, "--jobs must be a whole number"),
        (("p.csv", "hinge", "--format", "xml"), 2, "format 'xml' is unknown"),
        (("p.csv", "hinge", "--as", "probability"), 2, "which is no probability"),
        (("p.csv", "log-loss", "--sql"), 2, "--as probability or --as logit"),
        (("p.csv", "probit", "--sql"), 2, "SQL has no function"),
        (("p.csv",), 2, "LOSS"),
    ],
)
def test_a_mistake_is_one_line(words: tuple[str, ...], code: int, fragment: str, folder: Path) -> None:
    assert_fails(call("score", *words, cwd=folder), code, fragment)


def test_what_cannot_be_read_is_no_mistake_of_the_request(folder: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("permissions mean nothing to root")
    (folder / "p.csv").chmod(0)
    assert_fails(call("score", "p.csv", "hinge", cwd=folder), 1, "Permission denied")


def test_a_loss_that_begins_with_a_minus_is_a_formula(folder: Path) -> None:
    outcome = call("score", "p.csv", "-log(sigmoid(m))", "-f", "json", cwd=folder)
    [logistic] = lossplot.score(str(folder / "p.csv"), "logistic")
    assert json.loads(outcome.text)[0]["mean"] == pytest.approx(logistic["mean"], rel=1e-12)


def test_show_writes_sql(folder: Path) -> None:
    assert call("show", "hinge", "-f", "sql", cwd=folder).text == "CASE WHEN 0.0 >= 1.0 - m THEN 0.0 ELSE 1.0 - m END\n"
    slope = call("show", "hinge", "-f", "sql", "--derivative", cwd=folder)
    assert slope.text == "CASE WHEN m < 1.0 THEN -1.0 ELSE 0.0 END\n"
    assert_fails(call("show", "hinge", "--derivative", cwd=folder), 2, "--derivative goes with --format sql")


def test_the_query_is_printed_and_nothing_is_read(folder: Path) -> None:
    outcome = call("score", "nowhere.parquet", "hinge", "--by", "model", "--sql", cwd=folder)
    assert_done(outcome)
    assert "FROM 'nowhere.parquet'" in outcome.text
    assert "model AS group_name" in outcome.text


def test_the_query_is_that_of_all_options(folder: Path) -> None:
    options = ["--by=model", "--weights=w", "--as=probability", "--positive=spam", "--columns=y=label,prediction=p"]
    asked = read_asked(["log-loss", "hinge"])
    names = {"y": "label", "prediction": "p"}
    text = call("score", "runs.it", "log-loss", "hinge", *options, "--sql", cwd=folder).text
    assert text == query("runs.it", asked, Settings(Request(names, "model", "w"), "probability", "spam")) + "\n"
    # Each says something.
    for option in options:
        others = [each for each in options if each != option]
        assert call("score", "runs.it", "log-loss", "hinge", *others, "--sql", cwd=folder).text != text, option


def test_the_command_scores_with_all_options_as_python_does(folder: Path) -> None:
    rows = ["ham,0.25,2,a", "spam,0.5,1,b", "spam,0.75,0.5,a", "ham,0.5,1,b", "eggs,0.5,1,b"]
    (folder / "w.csv").write_text("\n".join(["label,p,w,model", *rows, ""]))
    options = ["--by=model", "--weights=w", "--as=probability", "--positive=spam", "--columns=y=label,prediction=p"]
    outcome = call("score", "w.csv", "brier", *options, "--skip-bad", "-f", "json", "-q", cwd=folder)
    assert (outcome.code, outcome.err) == (0, "")
    names = {"y": "label", "prediction": "p"}
    more = {"by": "model", "weights": "w", "scale": "probability", "positive": "spam", "skip_bad": True}
    assert json.loads(outcome.text) == lossplot.score(folder / "w.csv", "brier", columns=names, **more)  # type: ignore[arg-type]
    # (2 0.25^2 + 0.5 0.25^2) / 2.5, and 0.5^2.
    assert [record["mean"] for record in json.loads(outcome.text)] == [0.0625, 0.25]


@pytest.mark.slow
def test_an_interrupt_ends_the_run_with_a_line(folder: Path) -> None:
    with hearing_signals():
        words = [*MODULE, "score", "-", "hinge"]
        process = subprocess.Popen(
            words,
            cwd=folder,
            env=clean_environment(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        assert process.stdin
        process.stdin.write(b"y,prediction\n1,1\n")
        process.stdin.flush()
        time.sleep(3.0)
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=60)
    assert process.returncode == 130
    assert errors == b"lossplot: interrupted; no file was left half-written\n"


@pytest.mark.slow
def test_a_reader_that_leaves_is_no_error(folder: Path) -> None:
    script = " ".join([*MODULE, "score", "p.csv", "hinge", "|", "head", "-c", "1"])
    outcome = run(cwd=folder, program=["sh", "-c", script])
    assert (outcome.code, outcome.err) == (0, "")
