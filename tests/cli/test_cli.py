"""Commands: arguments in, files and numbers out."""

from __future__ import annotations

import csv
import io
import json
import os
import pty
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import pytest
import typer
from support.cases import every, some
from support.draws import Draw, booleans, choice, filtered, floats, just, law, lists, mapped, one_of, texts, tuples
from support.run import (
    MODULE,
    SCRIPT,
    TIMEOUT,
    Outcome,
    assert_done,
    assert_fails,
    assert_warns,
    call,
    clean_environment,
    run,
)

import lossplot
from lossplot import __version__
from lossplot._cli import plot as plot_command
from lossplot._cli.app import app, load
from lossplot._cli.commands import COMMANDS
from lossplot._cli.targets import Target
from lossplot._curves.panels import PANELS, Panel
from lossplot._errors import RequestError, check_text
from lossplot._figure.looks import PRESETS, THEMES
from lossplot._figure.readers import read_range
from lossplot._figure.resolve import ResolvedFigure
from lossplot._figure.spec import LABELS, MARGINS, FigureSpec
from lossplot._formats.names import default_name
from lossplot._losses import LOSSES
from lossplot._losses.tasks import tasks_of
from lossplot._text.language import languages
from lossplot._text.markup import plain

SIGNATURES = {"png": b"\x89PNG\r\n\x1a\n", "svg": b"<?xml", "pdf": b"%PDF-"}
FOREIGN = b"somebody else's\n"
SMALL = ("hinge", "squared-hinge", "-d", "--size=4x3", "--dpi=50")


class Drawing:
    """Stub that records the figure specification and its targets instead of drawing."""

    spec: FigureSpec
    targets: dict[str, str]

    def __call__(self, figures: Sequence[ResolvedFigure], targets: Sequence[Target], *_: object) -> None:
        self.spec, self.targets = figures[0].spec, {target.path: target.file_format for target in targets}


@pytest.fixture
def drawing(monkeypatch: pytest.MonkeyPatch) -> Drawing:
    stand_in = Drawing()
    monkeypatch.setattr(plot_command, "_draw", stand_in)
    return stand_in


# --- drawing ---


@pytest.fixture(scope="module")
def figure_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Create a folder with one figure in every format."""
    folder = tmp_path_factory.mktemp("drawn")
    outcome = call(*SMALL, "-o", "a.png", "-o", "b.SVG", "--output=c.pdf", cwd=folder)
    assert_done(outcome, "a.png", "b.SVG", "c.pdf")
    assert outcome.lines == ["a.png", "b.SVG", "c.pdf"]
    return folder


@pytest.mark.parametrize("name", ["a.png", "b.SVG", "c.pdf"])
def test_the_suffix_decides_the_format(figure_folder: Path, name: str) -> None:
    assert (figure_folder / name).read_bytes().startswith(SIGNATURES[name[-3:].lower()])


@pytest.mark.parametrize("lossplot", some([call, run], among=2), ids=["call", "process"])
def test_a_dash_puts_the_figure_and_nothing_else_on_stdout(
    figure_folder: Path, lossplot: Callable[..., Outcome], tmp_path: Path
) -> None:
    outcome = lossplot(*SMALL, "-o", "-", "-o", "b.svg", cwd=tmp_path)
    assert outcome.code == 0
    assert outcome.out == (figure_folder / "a.png").read_bytes()
    assert (tmp_path / "b.svg").read_bytes() == (figure_folder / "b.SVG").read_bytes()


def test_the_format_option_overrides_the_suffix_and_serves_stdout(figure_folder: Path, tmp_path: Path) -> None:
    outcome = call(*SMALL, "-f", "PDF", "-o", "a.png", "-o", "-", cwd=tmp_path)
    assert outcome.code == 0
    assert outcome.changed == {"a.png"}
    assert (tmp_path / "a.png").read_bytes() == outcome.out == (figure_folder / "c.pdf").read_bytes()


def test_without_output_the_file_is_named_after_what_is_in_it(tmp_path: Path) -> None:
    outcome = call("hinge", "squared-hinge", "--derivative", "--dpi=50", cwd=tmp_path)
    assert_done(outcome, "hinge_squared-hinge_derivative.png")
    assert outcome.lines == ["hinge_squared-hinge_derivative.png"]


@pytest.mark.parametrize(
    ("spec", "name"),
    [
        (FigureSpec(("hinge",)), "hinge"),
        (FigureSpec(("hinge",), ("derivative",)), "hinge_derivative"),
        (FigureSpec(("hinge",), PANELS[:3]), "hinge_derivative_second-derivative"),
        (FigureSpec(("huber:delta=0.5,1",)), "huber-delta=0.5-1"),
        (FigureSpec(("hinge,", "logistic")), "hinge_logistic"),
        (FigureSpec(("\u640d\u5931", "max(0, 1 - m)**2", "hinge")), "max-0-1-m-2_hinge"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_default_name(spec: FigureSpec, name: str) -> None:
    assert default_name(spec) == name


@law(100, losses=lists(texts(80), 1, 5))
def test_a_default_name_is_a_plain_file_name_whatever_the_losses_are_called(losses: list[str]) -> None:
    name = default_name(FigureSpec(tuple(losses)))
    assert re.fullmatch(r"[a-z0-9_=][a-z0-9_.=-]*", name)
    assert len(name) <= 200


@pytest.mark.parametrize("words", [("-f", "svg"), ("--format", "SVG")], ids=" ".join)
def test_the_format_option_names_the_default_file(drawing: Drawing, tmp_path: Path, words: tuple[str, ...]) -> None:
    assert call("hinge", *words, cwd=tmp_path).code == 0
    assert drawing.targets == {"hinge.svg": "svg"}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("hinge", FigureSpec(("hinge",))),
        ("plot hinge", FigureSpec(("hinge",))),
        ("--derivative hinge", FigureSpec(("hinge",), ("loss", "derivative"))),
        ("hinge -d", FigureSpec(("hinge",), ("loss", "derivative"))),
        ("hinge --second-derivative", FigureSpec(("hinge",), ("loss", "second-derivative"))),
        ("hinge -d --second-derivative", FigureSpec(("hinge",), PANELS[:3])),
        ("huber -d --second-derivative --weight", FigureSpec(("huber",), PANELS[:4])),
        ("hinge --risk 0.7", FigureSpec(("hinge",), ("loss", "risk"), risk=0.7)),
        ("hinge --only risk --risk 1", FigureSpec(("hinge",), ("risk",), risk=1.0)),
        ("hinge --normalize --mark 0,1 --mark=-1e-3", FigureSpec(("hinge",), normalize=True, marks=(-1e-3,))),
        ("hinge --mark=0,1,0 --mark-loss 2", FigureSpec(("hinge",), marks=(0.0, 1.0), mark_losses=(2.0,))),
        ("hinge --for Slide --theme DARK", FigureSpec(("hinge",), preset="slide", theme="dark")),
        ("hinge --for social --size 1200x630px", FigureSpec(("hinge",), preset="social", size=(10.0, 5.25))),
        ("hinge --theme light --transparent", FigureSpec(("hinge",), transparent=True)),
        ("hinge --labels direct --formula", FigureSpec(("hinge",), labels="direct", formula=True)),
        ("hinge --math --xlabel '$x$' --ylabel ''", FigureSpec(("hinge",), math=True, x_label="$x$", y_label="")),
        ("hinge --margin decision --lang zh", FigureSpec(("hinge",), margin="decision", language="zh")),
        ("hinge --dpi 200", FigureSpec(("hinge",), dpi=200.0)),
        ("huber --only weight", FigureSpec(("huber",), ("weight",))),
        ("log-loss --axis margin", FigureSpec(("log-loss",), axis="margin")),
        ("hinge --only loss", FigureSpec(("hinge",))),
        ("hinge --only derivative", FigureSpec(("hinge",), ("derivative",))),
        ("--only Second-Derivative hinge", FigureSpec(("hinge",), ("second-derivative",))),
        ("hinge --range=-3:3", FigureSpec(("hinge",), x_range=(-3.0, 3.0))),
        ("hinge --range 0:1e3 --ylim=-.5:2", FigureSpec(("hinge",), x_range=(0.0, 1e3), y_range=(-0.5, 2.0))),
        ("hinge --size 8x4.5", FigureSpec(("hinge",), size=(8.0, 4.5))),
        ("hinge --size 8x4.5in", FigureSpec(("hinge",), size=(8.0, 4.5))),
        ("hinge --size 25.4x12.7cm", FigureSpec(("hinge",), size=(10.0, 5.0))),
        ("hinge --size 254x127mm", FigureSpec(("hinge",), size=(10.0, 5.0))),
        ("hinge --size 720x360pt", FigureSpec(("hinge",), size=(10.0, 5.0))),
        ("hinge --size 1200x600px --dpi 100", FigureSpec(("hinge",), size=(12.0, 6.0), dpi=100.0)),
        ("hinge --dpi 2400 --size 1X1", FigureSpec(("hinge",), size=(1.0, 1.0), dpi=2400.0)),
        ("hinge --title 'a & b'", FigureSpec(("hinge",), title="a & b")),
        ("hinge --title=-x", FigureSpec(("hinge",), title="-x")),
        ("hinge --title ''", FigureSpec(("hinge",), title="")),
        ("hinge --labels none", FigureSpec(("hinge",), labels="none")),
        ("hinge --labels auto", FigureSpec(("hinge",))),
        ("hinge --labels legend", FigureSpec(("hinge",), labels="legend")),
        ("hinge -d --panels row", FigureSpec(("hinge",), ("loss", "derivative"), arrangement="row")),
        ("-- hinge logistic", FigureSpec(("hinge", "logistic"))),
        ("plot -d -- hinge", FigureSpec(("hinge",), ("loss", "derivative"))),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_words_become_a_figure_spec(drawing: Drawing, tmp_path: Path, words: str, expected: FigureSpec) -> None:
    assert_done(call(*shlex.split(words), cwd=tmp_path))
    size = drawing.spec.size
    assert size == (expected.size and pytest.approx(expected.size, rel=1e-15))
    assert replace(drawing.spec, size=None) == replace(expected, size=None)


def test_after_two_dashes_a_word_is_a_loss_even_if_it_begins_with_one(tmp_path: Path) -> None:
    assert_fails(call("--", "-d", "hinge", cwd=tmp_path), 2, "-d is a function of d")


@pytest.mark.parametrize(
    ("words", "curves"),
    [("huber:delta=0.5,1,2", 3), ("focal:gamma=0,1:alpha=0.25,0.5", 4), ("huber:Delta=1 absolute", 2)],
)
def test_a_list_of_values_gives_a_curve_for_each_and_two_lists_their_product(
    tmp_path: Path, words: str, curves: int
) -> None:
    records = json.loads(call("table", *words.split(), "--at=0.5", "-f", "json", cwd=tmp_path).out)
    assert len(records) == curves
    assert len({(record["loss"], *record["parameters"].items()) for record in records}) == curves


# --- names ---


def spellings(name: str) -> set[str]:
    return {name.upper(), name.title(), name.replace("-", "_"), name.replace("-", "_").upper()}


@every("name", LOSSES, among=3)
def test_a_loss_answers_to_its_name_and_aliases_in_any_case_with_either_dash(name: str, tmp_path: Path) -> None:
    words = sorted({spelling for alias in (name, *LOSSES[name].aliases) for spelling in spellings(alias)})
    outcome = call("table", "--at=0.5", "-f", "json", "--", *words, cwd=tmp_path)
    assert [record["loss"] for record in json.loads(outcome.out)] == [name]


@pytest.mark.parametrize(
    ("words", "nearest"),
    [
        ("hing", "'hinge'"),
        ("Hnige", "'hinge'"),
        ("squared_hing", "'squared-hinge'"),
        ("crossentrop", "'crossentropy'"),
        ("lst", "'list'"),
        ("tabel hinge", "'table'"),
        ("shwo hinge", "'show'"),
        ("plto hinge", "'plot'"),
        ("table hing --at=0", "'hinge'"),
        ("show hing", "'hinge'"),
        ("hinge --titel x", "'--title'"),
        ("table hinge --formt csv", "'--format'"),
        ("--versoin", "'--version'"),
    ],
)
def test_an_unknown_word_suggests_the_nearest(tmp_path: Path, words: str, nearest: str) -> None:
    assert_fails(call(*words.split(), cwd=tmp_path), 2, "unknown", f"did you mean {nearest}")


def test_an_unknown_parameter_suggests_the_nearest(tmp_path: Path) -> None:
    assert_fails(
        call("huber:detla=1", cwd=tmp_path), 2, "huber has no parameter 'detla'", "write lossplot huber:delta=1"
    )


# --- warnings, files of others ---


WARNED = {
    "twice": (("hinge", "hinge"), "hinge is given twice; drawn once"),
    "twice-by-alias": (("huber:delta=2", "hubert:delta=2.0"), "huber:delta=2 is given twice; drawn once"),
    "outside-domain": (("log-loss", "--range=-1:0.5"), "the range -1 to 0.5 leaves [0, 1]"),
}


@pytest.mark.parametrize(("words", "warning"), WARNED.values(), ids=WARNED)
class TestWarning:
    def test_is_one_line_and_the_figure_is_drawn(self, words: tuple[str, ...], warning: str, tmp_path: Path) -> None:
        outcome = call(*words, "-o", "a.svg", cwd=tmp_path)
        assert_warns(outcome, warning)
        assert outcome.changed == {"a.svg"}

    def test_is_an_error_if_strict_before_anything_is_written(
        self, words: tuple[str, ...], warning: str, tmp_path: Path
    ) -> None:
        assert_fails(call(*words, "--strict", cwd=tmp_path), 1, warning)

    def test_is_not_said_if_quiet(self, words: tuple[str, ...], warning: str, tmp_path: Path) -> None:
        assert_done(call(*words, "-q", "-o", "a.svg", cwd=tmp_path), "a.svg")


def test_a_file_that_lossplot_made_is_replaced(figure_folder: Path, tmp_path: Path) -> None:
    (tmp_path / "hinge.png").write_bytes((figure_folder / "a.png").read_bytes())
    assert_done(call("hinge", "--dpi=50", cwd=tmp_path), "hinge.png")


@pytest.mark.parametrize("words", [("hinge",), ("hinge", "--force"), ("hinge", "-o", "hinge.png")], ids=" ".join)
def test_a_file_of_somebody_else_is_left_alone(tmp_path: Path, words: tuple[str, ...]) -> None:
    (tmp_path / "hinge.png").write_bytes(FOREIGN)
    assert_fails(call(*words, cwd=tmp_path), 1, "'hinge.png' exists and was not made by lossplot; use")


def test_a_file_of_somebody_else_is_replaced_if_named_and_forced(tmp_path: Path) -> None:
    (tmp_path / "hinge.png").write_bytes(FOREIGN)
    assert_done(call("hinge", "-o", "hinge.png", "--force", "--dpi=50", cwd=tmp_path), "hinge.png")
    assert (tmp_path / "hinge.png").read_bytes().startswith(SIGNATURES["png"])


def test_all_outputs_are_checked_before_the_first_is_written(tmp_path: Path) -> None:
    assert_fails(call("hinge", "-o", "a.png", "-o", "nowhere/b.png", cwd=tmp_path), 1, "nowhere/b.png")


def test_what_is_strange_in_a_path_is_escaped_when_it_is_printed(tmp_path: Path) -> None:
    outcome = call("hinge", "-o", "a\nb.svg", cwd=tmp_path)
    assert outcome.lines == [r"a\nb.svg"]
    assert outcome.changed == {"a\nb.svg"}


# --- numbers ---


CONTRACT = json.loads(
    """[{"loss": "hinge", "parameters": {}, "axis": "margin",
      "x": [-1.0, 0.0, 0.9, 1.0], "value": [2.0, 1.0, 0.09999999999999998, 0.0],
      "derivative": [-1.0, -1.0, -1.0, null], "second_derivative": [0.0, 0.0, 0.0, null],
      "knots": [{"x": 1.0, "kind": "corner", "left": -1.0, "right": 0.0}]}]"""
)[0]


def strict_json(text: bytes) -> Any:
    """Parse `text` as strict JSON, without NaN and Infinity."""

    def refuse(constant: str) -> None:
        raise ValueError(constant)

    return json.loads(text, parse_constant=refuse)


@pytest.fixture(scope="module")
def contract_record(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    words = "table hinge --at=-1,0,0.9,1 --derivative --second-derivative --format json"
    outcome = call(*words.split(), cwd=tmp_path_factory.mktemp("table"))
    assert_done(outcome)
    [record] = strict_json(outcome.out)
    return dict(record)


def test_table_json_has_the_fields_of_the_contract_in_their_order(contract_record: dict[str, Any]) -> None:
    assert list(contract_record) == list(CONTRACT)


@pytest.mark.parametrize("name", CONTRACT)
def test_table_json_is_the_contract_s_example(contract_record: dict[str, Any], name: str) -> None:
    assert contract_record[name] == CONTRACT[name]


def tabulated(folder: Path, words: str) -> list[dict[str, Any]]:
    outcome = call("table", *words.split(), "--format", "json", cwd=folder)
    assert_done(outcome)
    records: list[dict[str, Any]] = strict_json(outcome.out)
    return records


@pytest.mark.parametrize(
    ("options", "columns"),
    [("", ["value"]), ("-d", ["value", "derivative"])],
    ids=["value", "derivative"],
)
def test_table_json_holds_only_the_derivatives_asked_for(tmp_path: Path, options: str, columns: list[str]) -> None:
    [record] = tabulated(tmp_path, f"hinge --at=0 {options}")
    assert [name for name in record if name not in ("loss", "parameters", "axis", "x", "knots")] == columns


@pytest.mark.parametrize(
    ("words", "field", "expected"),
    [
        ("exponential --at=-1000 -d", "value", ["inf"]),
        ("exponential --at=-1000 -d", "derivative", ["-inf"]),
        ("log-loss --at=-0.5,0,1,1.5 -d", "value", ["nan", "inf", 0.0, "nan"]),
        ("zero-one --at=-1,0,1 -d --second-derivative", "derivative", [0.0, None, 0.0]),
        ("zero-one --at=-1,0,1 -d --second-derivative", "second_derivative", [0.0, None, 0.0]),
        ("hinge --at=0,1,2 -d --second-derivative", "derivative", [-1.0, None, 0.0]),
        ("hinge --at=0,1,2 -d --second-derivative", "second_derivative", [0.0, None, 0.0]),
        ("huber --at=0,1,2 -d --second-derivative", "derivative", [0.0, 1.0, 1.0]),
        ("huber --at=0,1,2 -d --second-derivative", "second_derivative", [1.0, None, 0.0]),
        ("huber:delta=2 --at=0", "parameters", {"delta": 2.0}),
        ("logistic --at=1e300,0.1,-0.0", "x", [1e300, 0.1, 0.0]),
        ("zero-one --at=-1,1", "knots", [{"x": 0.0, "kind": "jump", "left": 1.0, "right": 0.0}]),
        ("zero-one --at=1,2", "knots", []),
        ("zero-one --at=-1,0", "knots", [{"x": 0.0, "kind": "jump", "left": 1.0, "right": 0.0}]),
        ("absolute --at=-1,1", "knots", [{"x": 0.0, "kind": "corner", "left": -1.0, "right": 1.0}]),
        ("huber --at=0,3", "knots", [{"x": 1.0, "kind": "curvature", "left": 1.0, "right": 0.0}]),
        ("log-loss --at=0,1", "knots", []),
        ("brier --at=0.5", "axis", "probability"),
        ("huber --at=0.5", "axis", "error"),
    ],
)
def test_table_json_says_what_a_number_cannot(tmp_path: Path, words: str, field: str, expected: Any) -> None:
    assert [record[field] for record in tabulated(tmp_path, words)] == [expected]


def test_table_takes_a_range_and_a_number_of_points(tmp_path: Path) -> None:
    [record] = tabulated(tmp_path, "hinge --range=-3:3 --points 601")
    assert len(record["x"]) == len(record["value"]) == 601
    assert (record["x"][0], record["x"][300], record["x"][-1]) == (-3.0, 0.0, 3.0)


def test_table_takes_curves_of_different_axes_when_told_where(tmp_path: Path) -> None:
    assert [record["axis"] for record in tabulated(tmp_path, "hinge huber --at=0.5")] == ["margin", "error"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("huber --at=0", "loss,x,value\nhuber,0.0,0.0\n"),
        (
            "huber:delta=2 zero-one --at=0,2 -d --second-derivative",
            "loss,x,value,derivative,second_derivative\n"
            "huber:delta=2,0.0,0.0,0.0,1.0\nhuber:delta=2,2.0,2.0,2.0,\n"
            "zero-one,0.0,1.0,,\nzero-one,2.0,0.0,0.0,0.0\n",
        ),
        (
            "exponential log-loss --at=-1000 -d",
            "loss,x,value,derivative\nexponential,-1000.0,inf,-inf\nlog-loss,-1000.0,nan,nan\n",
        ),
    ],
    ids=["value", "knots", "not-finite"],
)
def test_table_csv(tmp_path: Path, words: str, expected: str) -> None:
    outcome = call("table", *words.split(), "--format", "csv", cwd=tmp_path)
    assert_done(outcome)
    assert outcome.text == expected


def test_table_csv_and_json_hold_the_same_doubles(tmp_path: Path) -> None:
    words = "logistic tangent squared-hinge --range=-2:2 --points 7 -d --second-derivative"
    rows = list(csv.DictReader(io.StringIO(call("table", *words.split(), "-f", "csv", cwd=tmp_path).text)))
    records = tabulated(tmp_path, words)
    for name in ("x", "value", "derivative", "second_derivative"):
        expected = [number for record in records for number in record[name]]
        assert [float(row[name]) if row[name] else None for row in rows] == expected


@pytest.mark.parametrize(
    ("x", "shown"), [("0.3333333333333333", "0.333333333333"), ("123456789012.5", "123456789012"), ("1e300", "1e+300")]
)
def test_table_text_has_twelve_digits(x: str, shown: str, tmp_path: Path) -> None:
    assert call("table", "absolute", f"--at={x}", cwd=tmp_path).lines[1].split() == [shown, shown]


def test_table_text_is_aligned_columns(tmp_path: Path) -> None:
    outcome = call("table", "hinge", "huber:delta=2", "--at=-1,0,0.9,1", "-d", cwd=tmp_path)
    assert_done(outcome)
    assert [line.split() for line in outcome.lines] == [
        ["m/r", "hinge", "hinge'", "huber:delta=2", "huber:delta=2'"],
        ["-1", "2", "-1", "0.5", "-1"],
        ["0", "1", "-1", "0", "0"],
        ["0.9", "0.1", "-1", "0.405", "0.9"],
        ["1", "0", "-", "0.5", "1"],
    ]
    assert len({len(line) for line in outcome.lines}) == 1


# --- list, show ---


def test_list_json_has_one_record_a_loss(tmp_path: Path) -> None:
    outcome = call("list", "--format", "json", cwd=tmp_path)
    assert_done(outcome)
    records = strict_json(outcome.out)
    assert [record["name"] for record in records] == list(LOSSES)
    for record in records:
        assert list(record) == ["name", "title", "axis", "formula", "parameters", "aliases", "summary", "tasks"]
        assert all(isinstance(record[name], str) and record[name] for name in ("name", "axis", "formula", "summary"))
        assert all(isinstance(word, str) for word in (*record["aliases"], *record["tasks"]))
        for parameter in record["parameters"].values():
            assert list(parameter) == ["default", "low", "high"]
            assert isinstance(parameter["default"], float)
            low, high = (float(parameter[end]) for end in ("low", "high"))
            assert low <= parameter["default"] <= high


def test_list_text_has_one_plain_line_a_loss(tmp_path: Path) -> None:
    outcome = call("list", cwd=tmp_path)
    assert_done(outcome)
    assert [line.split()[0] for line in outcome.lines] == list(LOSSES)
    [huber] = [line for line in outcome.lines if line.startswith("huber ")]
    assert huber.split()[1:4] == ["Huber", "error", "delta=1"]


@every("name", LOSSES, among=16)
def test_show_explains_every_loss(name: str, tmp_path: Path) -> None:
    loss = LOSSES[name]
    text = call("show", name, cwd=tmp_path).text
    [record] = strict_json(call("show", name, "--format", "json", cwd=tmp_path).out)
    [latex] = call("show", name, "--format", "latex", cwd=tmp_path).lines
    for fact in (name, loss.title, loss.summary, loss.source, plain(loss.axis.label), *loss.aliases, *tasks_of(name)):
        assert fact in text
    assert {"name", "axis", "formula", "derivative", "parameters", "aliases", "summary", "source"} <= record.keys()
    assert record["tasks"] == tasks_of(name)
    assert record["parameters"] == {parameter.name: parameter.default for parameter in loss.parameters}
    assert latex.startswith(f"L({loss.axis.variable}) = ")
    assert latex.count("{") == latex.count("}")


TABLES = [(words, columns) for words in (("table", "hinge", "--at=0,1"), ("list",)) for columns in ("1", None)]


@pytest.mark.slow
@every(("words", "columns"), TABLES, among=4)
def test_on_a_terminal_tables_are_drawn(tmp_path: Path, words: tuple[str, ...], columns: str | None) -> None:
    text = on_a_terminal(tmp_path, words, {"TERM": "xterm", "COLUMNS": columns})
    assert "hinge" in text
    assert "\u2500\u2500\u2500" in text


@pytest.mark.parametrize(
    ("variables", "has_colours"),
    [
        ({"TERM": "xterm"}, True),
        ({"TERM": "xterm", "NO_COLOR": "1"}, False),
        pytest.param({"TERM": "dumb"}, False, marks=pytest.mark.slow),
    ],
    ids=["colours", "NO_COLOR", "dumb"],
)
def test_a_figure_has_colours_on_a_terminal_that_knows_them(
    tmp_path: Path, variables: dict[str, str | None], has_colours: bool
) -> None:
    text = on_a_terminal(tmp_path, ("hinge", "logistic", "--preview"), {"COLUMNS": "80", **variables})
    assert "\u2800" < max(text) < "\u2900"
    assert ("\x1b[" in text) == has_colours


def on_a_terminal(folder: Path, words: tuple[str, ...], variables: dict[str, str | None]) -> str:
    """Return what a command writes to a terminal."""
    ours, theirs = pty.openpty()
    env = clean_environment(variables)
    with subprocess.Popen([*MODULE, *words], cwd=folder, env=env, stdin=theirs, stdout=theirs) as process:
        os.close(theirs)
        text = b"".join(read_all(ours)).decode()
        assert process.wait(TIMEOUT) == 0
    os.close(ours)
    return text


def read_all(descriptor: int) -> Iterator[bytes]:
    """Yield the output of a terminal until it is closed, which Linux signals by EIO."""
    while True:
        try:
            block = os.read(descriptor, 65536)
        except OSError:
            return
        if not block:
            return
        yield block


@pytest.mark.slow
def test_a_picture_is_not_put_on_a_terminal(tmp_path: Path) -> None:
    ours, theirs = pty.openpty()
    outcome = run("hinge", "-o", "-", cwd=tmp_path, stdout=theirs)
    os.close(theirs)
    os.close(ours)
    assert_fails(outcome, 2, "stdout is a terminal")


# --- help, version, completion ---


def commands() -> dict[str, Any]:
    return {"": typer.main.get_command(app), **{name: load(name) for name in COMMANDS}}


@pytest.mark.parametrize(("name", "command"), commands().items(), ids=[name or "lossplot" for name in commands()])
def test_every_command_and_option_has_help(name: str, command: Any, tmp_path: Path) -> None:
    assert command.help.split("\b\n")[0].strip().endswith(".")
    outcome = call(*[name] * bool(name), "--help", cwd=tmp_path)
    assert_done(outcome)
    assert "\x1b" not in outcome.text
    for parameter in command.params:
        assert parameter.help, parameter.name
        words = [word for word in (parameter.metavar, *parameter.opts) if word and "-" in word]
        assert getattr(parameter, "hidden", False) or all(word in outcome.text for word in words), parameter.name


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_has_both_options_of_help_whoever_asks_first(name: str) -> None:
    load.cache_clear()
    context = load(name).make_context(name, [], resilient_parsing=True)
    assert load(name).get_params(context)[-1].opts == ["-h", "--help"]


def test_the_options_of_drawing_are_in_the_first_help(tmp_path: Path) -> None:
    text = call("--help", cwd=tmp_path).text
    for parameter in commands()["plot"].params:
        assert all(word in text for word in parameter.opts if word.startswith("-"))


@pytest.mark.parametrize("name", COMMANDS)
def test_the_first_help_has_the_first_line_of_each_command_s(name: str, tmp_path: Path) -> None:
    _, summary = COMMANDS[name]
    assert load(name).help.split("\n\n")[0].replace("\n", " ") == summary
    assert f"  {name} " in call("--help", cwd=tmp_path).text


START = "from lossplot._cli.main import main; main()"
# Additions to FigureSpec: an option with a value, and a flag.
DECLARED = """
    shade: float | None = _field(None, Option("shade-by", "Shade it.", "SHARE", read_chance))
    rounded: bool = _field(False, Option("rounded", "Rounded corners.", None, read_flag, short="-r"))
"""
ASKED = """
import sys
sys.path.insert(0, "{folder}")
import lossplot
assert lossplot.__file__.startswith("{folder}")
print(lossplot.plot("hinge", shade_by=0.25, rounded=True).command)
for options in ({{"shade_by": 2}}, {{"rounded": 1}}, {{"shade_bi": 1}}):
    try:
        lossplot.plot("hinge", **options)
    except (lossplot.RequestError, TypeError) as error:
        print(error)
"""
FIGURES = 'figures = [{ losses = ["hinge"], shade_by = 0.25, rounded = true, output = "b.svg" }]'


@pytest.mark.slow
def test_an_option_is_declared_once(tmp_path: Path) -> None:
    """The command line, batches and records derive an option from its field of FigureSpec; Python has a keyword too."""
    package = shutil.copytree(Path(lossplot.__file__).parent, tmp_path / "copy" / "lossplot")
    spec = package / "_figure" / "spec.py"
    before, last, after = spec.read_text("utf-8").partition("    font: str | None = ")
    spec.write_text(f"{before}{DECLARED}{last}{after}", "utf-8")
    signature = package / "_api" / "plot.py"
    before, last, after = signature.read_text("utf-8").partition("    font: str | None = None,")
    keywords = "    shade_by: float | None = None,\n    rounded: bool = False,\n"
    signature.write_text(f"{before}{keywords}{last}{after}", "utf-8")
    folder = tmp_path / "work"
    folder.mkdir()
    program = [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(tmp_path / 'copy')!r}); {START}"]

    usage = run("--help", cwd=folder, program=program).text
    assert "  --shade-by SHARE     Shade it.\n" in usage
    assert "  -r, --rounded        Rounded corners.\n" in usage
    assert (
        usage.index("--lang LANG") < usage.index("--shade-by") < usage.index("--rounded") < usage.index("--font NAME")
    )
    assert_done(run("hinge", "-r", "--shade-by", "0.25", "-o", "a.svg", cwd=folder, program=program), "a.svg")
    [command] = run("info", "a.svg", cwd=folder, program=program).lines
    assert command == "lossplot --shade-by=0.25 --rounded --format svg hinge"
    wrong = run("hinge", "--shade-by=2", cwd=folder, program=program)
    assert_fails(wrong, 2, "shade-by 2 is not a chance; choose one from 0 to 1")

    (folder / "figures.toml").write_text(FIGURES)
    assert run("build", "figures.toml", "-q", cwd=folder, program=program).changed == {"b.svg"}
    assert run("info", "b.svg", cwd=folder, program=program).lines == [command]

    python = run(cwd=folder, program=[sys.executable, "-c", ASKED.format(folder=tmp_path / "copy")])
    assert python.lines == [
        command.replace("svg", "png"),
        "shade-by 2 is not a chance; choose one from 0 to 1",
        "rounded must be True or False, not '1'",
        "plot() got an unexpected keyword argument 'shade_bi'; did you mean 'shade_by'?",
    ], python


def test_no_words_at_all_ask_for_help(tmp_path: Path) -> None:
    assert call(cwd=tmp_path) == call("--help", cwd=tmp_path)


@pytest.mark.parametrize("program", [MODULE, SCRIPT], ids=["module", "script"])
def test_the_version_is_told_by_the_module_and_the_script(tmp_path: Path, program: tuple[str, ...]) -> None:
    outcome = run("--version", cwd=tmp_path, program=program)
    assert_done(outcome)
    assert outcome.text == f"lossplot {__version__}\n"


# --- the command that a figure says it was made by ---


def accepted(low: float, high: float) -> bool:
    try:
        read_range(f"{low!r}:{high!r}")
    except RequestError:
        return False
    return True


def acceptable_text(text: str) -> bool:
    try:
        return check_text(text, "title") == text
    except RequestError:
        return False


def maybe(draw: Draw[Any]) -> Draw[Any]:
    return one_of(just(None), draw)


numbers = one_of(floats(-1e100, 1e100), floats(-10.0, 10.0))
ranges = maybe(filtered(tuples(numbers, numbers), lambda ends: accepted(*ends)))
sides = floats(0.5, 100.0)
loss_words = choice(
    ["hinge", "Squared_Hinge", "svm", "logistic", "hinge:threshold=2", "savage:k=1e-3,1,2", "ramp:s=-1,-0.5", "0-1"]
)

PANEL_CHOICES: list[tuple[Panel, ...]] = [*((panel,) for panel in PANELS), PANELS[:2], PANELS[::2], PANELS]
sentences = filtered(texts(30, accepted=acceptable_text), acceptable_text)
places = mapped(lambda values: tuple(dict.fromkeys(values)), lists(numbers, 0, 3))


def specs(random: Random) -> FigureSpec:
    def draw(one: Draw[Any]) -> Any:
        return one(random)

    panels = draw(choice(PANEL_CHOICES))
    dpi = draw(one_of(just(None), floats(10.0, 400.0), choice([200.0, 96.0])))
    most = 1e8 / (dpi or 600.0) ** 2
    return FigureSpec(
        losses=tuple(draw(lists(loss_words, 1, 4))),
        panels=panels,
        risk=draw(floats(0.0, 1.0)) if "risk" in panels else None,
        x_range=draw(ranges),
        y_range=draw(ranges),
        normalize=draw(booleans),
        compare=draw(booleans),
        marks=draw(places),
        mark_losses=draw(places),
        preset=draw(maybe(choice(PRESETS))),
        size=draw(maybe(filtered(tuples(sides, sides), lambda size: size[0] * size[1] <= most))),
        dpi=dpi,
        theme=draw(choice(THEMES)),
        transparent=draw(booleans),
        svg_text=draw(booleans),
        labels=draw(choice(LABELS)),
        formula=draw(booleans),
        title=draw(sentences),
        x_label=draw(maybe(sentences)),
        y_label=draw(maybe(sentences)),
        margin=draw(choice(MARGINS)),
        math=draw(booleans),
        language=draw(choice(languages())),
    )


@law(
    60,
    among=10,
    also=[(FigureSpec(("hinge",), title="-o 'x' \"y\" $z\\"), "svg")],
    spec=specs,
    file_format=choice(("png", "svg", "pdf")),
)
def test_the_command_of_a_figure_asks_for_the_same_figure(
    drawing: Drawing, tmp_path: Path, spec: FigureSpec, file_format: str
) -> None:
    program, *words = shlex.split(spec.command(file_format))
    assert program == "lossplot"
    outcome = call(*words, cwd=tmp_path)
    assert_done(outcome)
    assert drawing.spec == spec
    assert set(drawing.targets.values()) == {file_format}
