"""Files of losses: what may stand in them, what they are wherever names are, and how a broken one is told."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random

import numpy as np
import pytest
from support.cases import every
from support.done import done
from support.run import assert_fails, call

import lossplot
from lossplot import LossplotError, RequestError
from lossplot._curves.curve import default_curve
from lossplot._curves.parse import read_curves
from lossplot._figure.grid import losses_of
from lossplot._settings import entry_of, expand, expand_groups, named_settings, own_curves, settings_of, shown_losses
from lossplot._settings.own import FIELDS

MINE = """
[losses.mine]
formula = "max(0, c - m)**k"
title = "My hinge"
summary = "A hinge of mine."
source = "Me 2026, a note"
parameters = { c = 1, k = { default = 2, low = 1, high = 5 } }
aliases = ["my-hinge"]

[losses.half]
formula = "mine(k=1)/2"

[losses]
rob = 'r**2/(1 + r**2)'
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "own.toml"
    path.write_text(MINE, encoding="utf-8")
    return path


def test_a_loss_has_the_numbers_of_its_formula(file: Path) -> None:
    mine = lossplot.get("mine", losses=file, c=2)
    assert mine([0.0, 1.0, 3.0]).tolist() == [4.0, 1.0, 0.0]
    assert mine.derivative([0.0]).tolist() == [-4.0]
    assert mine.get(k=3)(0.0) == 8.0
    assert (mine.name, mine.axis, mine.description, mine.source) == (
        "mine",
        "margin",
        "A hinge of mine.",
        "Me 2026, a note",
    )
    assert mine.aliases == ("my-hinge",)
    assert mine.intervals == {"c": "in (-inf, inf)", "k": "in [1, 5]"}
    assert [loss.name for loss in lossplot.losses(file)] == ["mine", "half", "rob"]


@pytest.mark.parametrize("name", ["mine", "MINE", "my-hinge", "my_hinge", "mine:c=1:k=2"])
def test_names_are_found_as_those_of_the_catalogue(file: Path, name: str) -> None:
    assert lossplot.get(name, losses=file)(0.0) == 1.0


def test_what_is_drawn_needs_no_file(file: Path) -> None:
    """The words that a figure records are the formula itself, with all its numbers."""
    settings = named_settings([str(file)])
    texts = ["mine", "L = mine:c=1,2", "mine:k=1..3", "rob", "hinge + 2*mine(c=3)", "0.5*half"]
    words = expand(texts, settings)
    assert words[:4] == [
        "My hinge = max(0, c - m)**k:c=1:k=2",
        "L = max(0, c - m)**k:c=1,2:k=2",
        "My hinge = max(0, c - m)**k:k=1..3:c=1",
        "rob = r**2/(1 + r**2)",
    ]
    [sum_, half] = read_curves(words[4:])
    x = np.linspace(-3.0, 4.0, 29)
    assert sum_.jet(x).value == pytest.approx(np.maximum(0, 1 - x) + 2 * np.maximum(0, 3 - x) ** 2, rel=1e-14)
    assert half.jet(x).value == pytest.approx(np.maximum(0, 1 - x) / 4, rel=1e-14)
    assert expand(words, settings) == words


def test_the_catalogue_is_left_alone(file: Path) -> None:
    settings = named_settings([str(file)])
    texts = ["hinge", "huber:delta=1,2", "torch:smooth_l1:beta=0.5", "max(0, 1 - m)", "x = exp(-m)", "-log(p)", "hnige"]
    assert expand(texts, settings) == texts


@pytest.mark.parametrize(
    ("axis", "formula", "at", "value"),
    [
        ("margin", "max(0, 1 - z)", -1.0, 2.0),
        ("error", "abs(u)/(1 + abs(u))", 1.0, 0.5),
        ("probability", "-log(q)", 1.0, 0.0),
        ("score", "log(1 + exp(-z))", 0.0, np.log(2.0)),
        ("distance", "z**2", 2.0, 4.0),
    ],
)
def test_an_axis_may_be_said(axis: str, formula: str, at: float, value: float) -> None:
    table = {"own": {"formula": formula, "axis": axis}}
    loss = lossplot.get("own", losses=table)
    assert loss.axis == axis
    assert loss(at) == pytest.approx(value, abs=1e-15)
    assert entry_of(settings_of(table).own[0], settings_of(table)).axis.name == axis


@every(
    ("formula", "parameters", "of_the_catalogue"),
    [
        ("2*huber(delta=3)", {}, "huber:delta=3"),
        ("2*huber(delta = 3 )", {}, "huber:delta=3"),
        ("2*huber", {}, "huber"),
        ("2*balanced_l1(alpha=0.25, gamma=2)", {}, "balanced-l1:alpha=0.25:gamma=2"),
        ("2*balanced_l1(gamma=2)", {}, "balanced-l1:gamma=2"),
        ("2*focal(gamma=3)", {}, "focal:gamma=3"),
        ("c*hinge(threshold=2)", {"c": 2}, "hinge:threshold=2"),
    ],
)
def test_a_loss_of_the_catalogue_in_a_formula_has_its_values_wherever_it_is_read(
    formula: str, parameters: dict[str, float], of_the_catalogue: str
) -> None:
    settings = settings_of({"own": {"formula": formula, "parameters": parameters}, "half": "own/2"})
    [known] = read_curves([of_the_catalogue])
    x = np.array([0.125, 0.5, 0.875])
    expected = known.jet(x).value
    assert np.any(expected != 0.0)
    for loss, factor in zip(settings.own, (2.0, 1.0), strict=True):
        for curve in (default_curve(entry_of(loss, settings)), *own_curves([loss.name], settings)):
            assert curve.jet(x).value == pytest.approx(factor * expected, rel=1e-14)
            assert curve.axis.name == known.axis.name


def test_a_default_is_written_with_all_its_digits() -> None:
    settings = settings_of({"own": {"formula": "c*m + d*m", "parameters": {"c": 0.1234567890123, "d": 1e-9}}})
    assert expand(["own", "own:d=2"], settings) == [
        "own = c*m + d*m:c=0.1234567890123:d=1e-09",
        "own = c*m + d*m:d=2:c=0.1234567890123",
    ]


def test_a_text_of_several_lines_is_one_line(tmp_path: Path) -> None:
    text = '[losses.own]\nsummary = """Of\nmine."""\nsource = """Me\n2026"""\nformula = """max(0,\n  1 - m)"""\n'
    (tmp_path / "own.toml").write_text(text, encoding="utf-8")
    [loss] = lossplot.losses(tmp_path / "own.toml")
    assert (loss.description, loss.source, loss([0.0]).tolist()) == ("Of mine.", "Me 2026", [1.0])


def test_losses_are_shown_by_their_names_and_say_what_their_file_does() -> None:
    table = {"mine": {"formula": "max(0, c - m)**2", "title": "Of mine", "source": "Me 2025", "parameters": {"c": 1}}}
    settings = settings_of({**table, "both": "0.5*mine + 0.5*logistic"})
    shown = shown_losses(settings)
    assert [*shown] == ["mine", "both"]
    assert (shown["mine"].title, shown["mine"].source) == ("Of mine", "Me 2025")
    assert default_curve(shown["both"]).jet([0.0]).value[0] == pytest.approx(0.5 + 0.5 * np.log(2.0))
    assert entry_of(settings.own[1], settings).axis.name == "margin"


def test_a_loss_on_an_axis_without_a_letter_is_drawn_on_it(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text('[losses.own]\nformula = "log(1 + exp(-z))"\naxis = "score"\n', encoding="utf-8")
    outcome = call("own", "--losses", "own.toml", "-o", "a.svg", cwd=tmp_path)
    done(outcome)
    assert call("info", "a.svg", cwd=tmp_path).lines == ["lossplot --axis=score --format svg 'own = log(1 + exp(-x))'"]


def test_an_axis_that_a_formula_says_itself_is_not_recorded(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text('[losses.own]\nformula = "r**2"\naxis = "error"\n', encoding="utf-8")
    done(call("own", "--losses", "own.toml", "-o", "a.json", cwd=tmp_path))
    assert call("info", "a.json", cwd=tmp_path).lines == ["lossplot --format json 'own = r**2'"]


# What a file may not have, and words of what is said.
BROKEN = {
    "[losses.mine]\nformul = 'm'": "losses.mine: unknown field 'formul'; did you mean 'formula'?",
    "[losses.mine]\ntitle = 'x'": "losses.mine: has no formula; write one",
    "[losses.mine]\nformula = 3": "losses.mine: formula must be a text",
    "[losses.mine]\nformula = ''": "is not one alone",
    "[losses.mine]\nformula = 'max(0, c - m):c=1'": "parameters go into parameters",
    "[losses.mine]\nformula = 'm'\naxis = 'margn'": "axis 'margn' is unknown; did you mean 'margin'?",
    "[losses.mine]\nformula = 'm'\ntitle = 'Hinge'": "title 'Hinge' is the name of another loss",
    "[losses.mine]\nformula = 'm'\ntitle = 'a = b'": "title 'a = b' cannot be a label",
    "[losses.mine]\nformula = 'm'\nparameters = 3": "parameters must be a table",
    "[losses.mine]\nformula = 'm'\nparameters = { c = 'x' }": "default of parameter 'c' must be a number",
    "[losses.mine]\nformula = 'm'\nparameters = { c = true }": "default of parameter 'c' must be a number",
    "[losses.mine]\nformula = 'm'\nparameters = { c = nan }": "default of parameter 'c' must be a number",
    "[losses.mine]\nformula = 'm'\nparameters = { c = { default = 1, lo = 0 } }": "parameter 'c' has no 'lo'",
    "[losses.mine]\nformula = 'm'\nparameters = { c = { default = 1, low = 2 } }": "out of range; it is in [2, inf)",
    "[losses.mine]\nformula = 'm'\naliases = 'x'": "aliases must be a list of names",
    "[losses.mine]\nformula = 'm'\naliases = ['mse']": "alias 'mse' is that of a loss of the catalogue",
    "[losses.hinge]\nformula = 'm'": "name 'hinge' is that of a loss of the catalogue",
    "[losses.m]\nformula = 'm'": "name 'm' is a letter of formulas",
    "[losses.'a b']\nformula = 'm'": "name 'a b' is none",
    "[losses]\nmine = 3": "losses.mine: is no table",
    "losses = 3": "losses is no table of losses",
    "[[losses]]\nformula = 'm'": "has a loss without a name",
    "[loses.mine]\nformula = 'm'": "unknown table 'loses'; did you mean 'losses'?",
    "[[figures]]\nlosses = ['hinge']": "unknown table 'figures'; write [losses.NAME] and [defaults]",
    "[losses.a]\nformula = 'm'\naliases = ['b']\n[losses.b]\nformula = 'm'": "'b' is the name of another loss here",
    "[defaults]\ndpi = 3": "defaults: 'dpi' has no default",
    "[defaults]\ntheme = 'drak'": "defaults: theme 'drak' is unknown; did you mean 'dark'?",
    "[defaults]\nlang = 'xx'": "defaults: language 'xx' is unknown",
    "[defaults]\nfor = 3": "defaults: for must be a text",
    "defaults = 3": "defaults is no table",
    "[losses": "at the end of a table declaration",
    "a = " + "[" * 2000: "nested too deeply",
}


@pytest.mark.parametrize("text", BROKEN)
def test_a_broken_file_is_told_in_one_line(text: str, tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text(text, encoding="utf-8")
    for command in (["hinge", "-o", "a.svg"], ["list"], ["config"], ["table", "hinge", "--at=0"]):
        outcome = call(*command, "--losses", "own.toml", cwd=tmp_path)
        assert_fails(outcome, 2, BROKEN[text])
        assert outcome.err.startswith("lossplot: own.toml: ")
        assert outcome.err.count("\n") == 1


@pytest.mark.parametrize(
    ("path", "content", "words"),
    [
        ("none.toml", None, "cannot read 'none.toml': No such file or directory"),
        (".", None, "it is a directory"),
        ("/dev/zero", None, "it is no file of losses"),
        ("", None, "cannot read ''"),
        ("b.toml", b"\xff\xfe\x00", "is not UTF-8 text (byte 0)"),
        ("c.toml", b"# " + b"x" * 2**21, "it is too large for a file of losses"),
    ],
)
def test_what_is_no_file_of_losses(path: str, content: bytes | None, words: str, tmp_path: Path) -> None:
    if content is not None:
        (tmp_path / path).write_bytes(content)
    assert_fails(call("hinge", "-o", "a.svg", "--losses", path, cwd=tmp_path), 2, words)


def test_a_formula_that_is_none_is_told_where_it_is_used(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text('[losses]\nbad = "max(0, 1 -"\ntwo = "a*b*m"\n', encoding="utf-8")
    done(call("table", "hinge", "--at=0", "--losses", "own.toml", cwd=tmp_path))
    for name in ("bad", "two"):
        outcome = call("table", name, "--at=0", "--losses", "own.toml", cwd=tmp_path)
        assert outcome.code == 2
        assert outcome.err.count("\n") == 1
    assert_fails(call("list", "--losses", "own.toml", cwd=tmp_path), 2, "own.toml: losses.bad: ")


def test_losses_that_are_made_of_each_other_end(tmp_path: Path) -> None:
    with pytest.raises(RequestError, match="more than 5 deep"):
        lossplot.get("a2", losses={"a2": "2*b2", "b2": "2*a2"})


def test_a_message_repeats_no_more_than_a_name(tmp_path: Path) -> None:
    secret = "secret words of somebody else, which go on and on and on and on and on and on"
    for text in (
        secret,
        f"[losses.mine]\nformula = '{secret}'\nnote = '{secret}'",
        f"[losses.'{secret}']\nformula = 1",
    ):
        (tmp_path / "own.toml").write_text(text, encoding="utf-8")
        outcome = call("list", "--losses", "own.toml", cwd=tmp_path)
        assert outcome.code == 2
        assert secret[:61] not in outcome.err


def test_nothing_in_a_file_is_executed_or_read(tmp_path: Path) -> None:
    """Whatever the texts of a file are, they are formulas or words: at worst they are refused."""
    draw = Random(11)
    hostile = [
        "__import__('os').system('touch x')",
        "{open('/etc/passwd')}",
        "$(touch x)",
        "../../x",
        "%n%s",
        "\\input{x}",
    ]
    for number in range(60):
        table = {field: draw.choice(hostile) for field in draw.sample(FIELDS, draw.randint(1, len(FIELDS)))}
        table["formula"] = draw.choice([*hostile, "m**2"])
        try:
            loss = lossplot.get("own", losses={"own": table})
        except LossplotError:
            continue
        assert loss(1.0) == 1.0, number
    assert not [*tmp_path.iterdir()]


def test_values_stay_in_their_interval(file: Path, tmp_path: Path) -> None:
    for words in ("mine:k=9", "mine:k=2,0.5", "mine:k=1..6"):
        outcome = call(words, "--losses", str(file), "-o", "a.gif", cwd=tmp_path)
        assert_fails(outcome, 2, "of mine is out of range; it is in [1, 5]")


@pytest.mark.parametrize(
    ("title", "label"),
    [("My square", "My square"), ("Mine, squared", "sq"), ("a,b", "sq")],
)
def test_a_title_with_a_comma_is_no_end_of_a_loss_in_a_grid(title: str, label: str) -> None:
    settings = settings_of({"sq": {"formula": "r**2", "title": title}, "two": {"formula": "abs(r)", "title": "x, y"}})
    assert expand(["sq"], settings) == [f"{title} = r**2"]
    [group, alone] = expand_groups(["sq,mse,two", "two"], settings)
    assert losses_of(group) == (f"{label} = r**2", "mse", "two = abs(r)")
    assert losses_of(alone) == ("two = abs(r)",)


def test_every_command_knows_them(file: Path, tmp_path: Path) -> None:
    named = ["--losses", str(file)]
    for words in (["mine", "hinge", "-o", "a.json"], ["grid", "mine:c=1,2,hinge", "rob", "-o", "b.svg"]):
        done(call(*words, *named, cwd=tmp_path))
        record = call("info", words[-1], cwd=tmp_path)
        assert "'My hinge = max(0, c - m)**k:c=1" in record.text
        before = (tmp_path / words[-1]).read_bytes()
        done(call("info", words[-1], "--rerun", cwd=tmp_path))
        assert (tmp_path / words[-1]).read_bytes() == before
    [record] = json.loads(call("table", "mine", "--at=0", "--format", "json", *named, cwd=tmp_path).text)
    assert (record["loss"], record["value"]) == ("mine", [1.0])
    [shown] = json.loads(call("show", "mine", "--format", "json", *named, cwd=tmp_path).text)
    assert (shown["summary"], shown["source"], shown["aliases"]) == (
        "A hinge of mine.",
        "Me 2026, a note",
        ["my-hinge"],
    )
    [solution] = json.loads(call("invert", "mine", "4", "--format", "json", *named, cwd=tmp_path).text)
    assert solution["solutions"] == [{"x": -1.0}]
    listed = json.loads(call("list", "--format", "json", *named, cwd=tmp_path).text)[-3:]
    assert [each["name"] for each in listed] == ["mine", "half", "rob"]
    assert listed[0]["parameters"]["k"] == {"default": 2.0, "low": 1.0, "high": 5.0}
    assert "def objective(score, data):" in call("show", "mine", "--format", "lightgbm", *named, cwd=tmp_path).text


def test_a_batch_knows_when_a_formula_changed(file: Path, tmp_path: Path) -> None:
    (tmp_path / "figures.toml").write_text('[[figures]]\nlosses = ["mine"]\noutput = "a.svg"\n', encoding="utf-8")
    words = ["build", "figures.toml", "--losses", str(file)]
    done(call(*words, cwd=tmp_path))
    done(call(*words, "--check", cwd=tmp_path))
    file.write_text(MINE.replace("**k", "**(k + 1)"), encoding="utf-8")
    outcome = call(*words, "--check", cwd=tmp_path)
    assert outcome.code == 1
    assert outcome.lines == ["stale: a.svg"]


def test_a_project_is_that_of_the_batch(file: Path, tmp_path: Path) -> None:
    folder = tmp_path / "course"
    folder.mkdir()
    (folder / "figures.toml").write_text('[[figures]]\nlosses = ["mine"]\noutput = "a.svg"\n', encoding="utf-8")
    file.rename(folder / "lossplot.toml")
    done(call("build", "course/figures.toml", "-o", "out", cwd=tmp_path))
    assert_fails(call("mine", "-o", "b.svg", cwd=tmp_path), 2, "unknown loss 'mine'")


def test_too_many_curves_are_refused(file: Path) -> None:
    values = ",".join(map(str, range(60)))
    with pytest.raises(RequestError, match="50 curves is the most"):
        own_curves([f"mine:c={values}"], named_settings([str(file)]))
