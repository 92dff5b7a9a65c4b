"""Formulas at the command line: drawn, tabulated, inverted, built, and made again from what the file says."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import pytest
from support.cases import some
from support.run import assert_done, assert_fails, call

import lossplot
from lossplot._cli.dashes import bare, protected
from lossplot._figure import warnings as advice
from lossplot._figure.grid import losses_of
from lossplot._figure.options import read_spec
from lossplot._figure.resolve import resolve
from lossplot._figure.spec import FigureSpec
from lossplot._formats.names import default_name

SQUARED = "max(0, 1 - m)**2"
MINE = "mine = max(0, c - m)**k:c=1:k=1,3"
# A label in which every format has a sign of its own.
HOSTILE = r'</text><script>alert(1)</script> & "$x_1$ *a* \alpha %{}#~^'


def records(folder: Path, *words: str) -> list[dict[str, Any]]:
    outcome = call(*words, "--format", "json", cwd=folder)
    assert outcome.code == 0, outcome
    result: list[dict[str, Any]] = json.loads(outcome.out)
    return result


@pytest.mark.parametrize(
    ("losses", "name"),
    [
        ((SQUARED, "hinge"), "max-0-1-m-2_hinge"),
        ((MINE,), "mine-c=1-k=1-3"),
        (("-log(p)",), "log-p"),
    ],
)
def test_a_file_is_named_after_the_label_or_the_formula(losses: tuple[str, ...], name: str) -> None:
    assert default_name(FigureSpec(losses)) == name


@pytest.mark.parametrize("suffix", some(["py", "png", "pdf", "svg", "tex"], among=5))
def test_a_figure_of_formulas_is_made_again_from_what_it_says(tmp_path: Path, suffix: str) -> None:
    words = [SQUARED, MINE, f"{HOSTILE} = exp(-m)", "hinge", "-d", "-q", "-o", f"a.{suffix}"]
    assert call(*words, cwd=tmp_path).code == 0
    before = (tmp_path / f"a.{suffix}").read_bytes()
    outcome = call("info", "--rerun", f"a.{suffix}", cwd=tmp_path)
    assert outcome.code == 0, outcome
    assert "warning" not in outcome.err
    assert (tmp_path / f"a.{suffix}").read_bytes() == before


MULTILINE = "np.maximum(\n    0,\n    1 - m  # the margin\n)"


def test_a_formula_of_several_lines_is_one_line_in_what_is_made_of_it(tmp_path: Path) -> None:
    assert call(MULTILINE, "squared-hinge", "-q", "-o", "a.json", cwd=tmp_path).code == 0
    assert "1 - m" in call("info", "a.json", cwd=tmp_path).text
    before = (tmp_path / "a.json").read_bytes()
    assert call("info", "--rerun", "a.json", cwd=tmp_path).code == 0
    assert (tmp_path / "a.json").read_bytes() == before
    [record] = records(tmp_path, "table", MULTILINE, "--at=0")
    assert (record["loss"], record["value"]) == ("np.maximum( 0, 1 - m )", [1.0])
    (tmp_path / "f.toml").write_text(f'[[figures]]\nlosses = ["""{MULTILINE}"""]\noutput = "b.svg"\n')
    assert call("build", "f.toml", "-o", "d", cwd=tmp_path).lines == ["d/b.svg"]


# Formulas, and the members of families that they are.
MEMBERS = {
    "-(1 - p)**g*log(p):g=3": "focal:gamma=3:alpha=1",
    "(tau - (r < 0))*r:tau=0.3": "quantile:tau=0.7",
}


@pytest.mark.parametrize("formula", some(MEMBERS, among=2))
def test_a_member_of_a_family_is_named_where_a_parameter_was_given(formula: str, tmp_path: Path) -> None:
    member = MEMBERS[formula]
    outcome = call(formula, "-o", "a.json", cwd=tmp_path)
    assert outcome.code == 0
    assert f"note: {formula} is {member}" in outcome.err


def test_no_more_than_three_members_of_families_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(advice, "families", lambda curve: [f"{curve.spec} is known", "and is more"])
    figure = resolve(read_spec(["c*abs(r):c=1,2,3,4,5"], {}))
    named = [sentence for sentence in advice.notes(figure) if "known" in sentence]
    assert named == [f"c*abs(r):c={c} is known" for c in (1, 2, 3)]
    assert "and is more" not in advice.notes(figure)


@pytest.mark.slow
def test_a_member_of_a_family_is_named_by_show_and_by_figures_only_where_that_is_news(tmp_path: Path) -> None:
    assert "  identified    quantile:tau=0.7\n" in call("show", "(tau - (r < 0))*r:tau=0.3", cwd=tmp_path).text
    assert "note" not in call("max(0, 1 - m)**2", "-o", "b.json", cwd=tmp_path).err
    # That it is the hinge, which is told once, says more than the members of families that it is too.
    assert "max(0, c - m):c=1 is " not in call("max(0, c - m):c=1", "hinge", "-o", "c.json", cwd=tmp_path).err


def test_the_formula_beside_a_curve_is_that_of_the_axis_it_is_drawn_on(tmp_path: Path) -> None:
    words = ["sqrt(1 + r**2) - 1", "log-loss", "--axis", "margin", "--formula", "-q", "-o", "a.tex"]
    assert call(*words, cwd=tmp_path).code == 0
    text = (tmp_path / "a.tex").read_text("utf-8")
    assert r"\sqrt{1 + (1 - m)^2} - 1" in text
    assert r"\log(1 + e^{-m})" in text


def test_a_formula_that_begins_with_a_dash_is_made_again_too(tmp_path: Path) -> None:
    assert call("-log(p)", "brier", "-q", "-o", "a.json", cwd=tmp_path).code == 0
    outcome = call("info", "--rerun", "a.json", cwd=tmp_path)
    assert (outcome.code, outcome.err) == (0, "")


def test_a_label_is_text_in_every_format(tmp_path: Path) -> None:
    words = [f"{HOSTILE} = exp(-m)", "hinge", "--formula", "-q", "--svg-text"]
    assert call(*words, "-o", "a.svg", "-o", "a.tex", "-o", "a.json", cwd=tmp_path).code == 0
    svg = (tmp_path / "a.svg").read_text("utf-8")
    assert "<script" not in svg
    assert not [element for element in ET.fromstring(svg).iter() if element.tag.endswith("script")]
    assert r"\textbackslash{}alpha" in (tmp_path / "a.tex").read_text("utf-8")
    [first, _] = json.loads((tmp_path / "a.json").read_text("utf-8"))["panels"][0]["curves"]
    assert first["loss"] == first["label"] == HOSTILE


@pytest.mark.parametrize("character", ["\x1b", "\x00", "\x07", "\n", "\u202e", "\ufffe"])
@pytest.mark.parametrize("command", ["plot", "table", "show"])
def test_what_a_terminal_would_obey_is_refused(tmp_path: Path, command: str, character: str) -> None:
    outcome = call(command, f"a{character}b = exp(-m)", cwd=tmp_path)
    assert_fails(outcome, 2, f"U+{ord(character):04X}")


def test_numbers_of_a_formula_are_those_of_the_loss_that_it_is(tmp_path: Path) -> None:
    at = "--at=-2,0,0.5,1,3"
    typed, named = records(tmp_path, "table", SQUARED, "squared-hinge", at, "-d", "--second-derivative")
    assert typed.pop("loss") == SQUARED
    assert named.pop("loss") == "squared-hinge"
    assert typed == named


def test_a_label_stands_for_the_formula_in_tables(tmp_path: Path) -> None:
    one, three = records(tmp_path, "table", MINE, "--at=0,1")
    assert (one["loss"], one["parameters"]) == ("mine", {"c": 1.0, "k": 1.0})
    assert three["parameters"] == {"c": 1.0, "k": 3.0}


def test_an_axis_can_be_asked_for_in_table_show_and_invert(tmp_path: Path) -> None:
    [table] = records(tmp_path, "table", "u**2", "--axis", "error", "--at=2")
    assert (table["axis"], table["value"]) == ("error", [4.0])
    [show] = records(tmp_path, "show", "u**2", "--axis", "error")
    assert (show["axis"], show["formula"], show["properties"]["symmetric"]) == ("error", "r^2", True)
    [invert] = records(tmp_path, "invert", "log-loss", "1", "--axis", "margin")
    # log(1 + e^-m) = 1 at m = -log(e - 1)
    assert invert["solutions"] == [{"x": pytest.approx(-0.5413248546129181, rel=1e-12)}]
    assert_fails(call("table", "u**2", "--axis", "eror", cwd=tmp_path), 2, "did you mean 'error'")


NOTED = "max(0, 1 - y*f)**3"


@pytest.mark.parametrize(
    "words",
    [["table", NOTED, "hinge", "--at=0"], ["show", NOTED], ["invert", NOTED, "1"], [NOTED, "hinge", "-o", "a.csv"]],
    ids=lambda words: words[0],
)
def test_how_a_formula_is_read_is_noted_once_on_stderr(words: list[str], tmp_path: Path) -> None:
    outcome = call(*words, cwd=tmp_path)
    assert (outcome.code, outcome.err) == (0, "lossplot: note: y*f is read as the margin m\n")


def test_show_says_how_a_formula_is_read_and_computed(tmp_path: Path) -> None:
    [record] = records(tmp_path, "show", SQUARED)
    assert (record["name"], record["axis"], record["formula"]) == (SQUARED, "margin", "max(0, 1 - m)^2")
    assert record["properties"]["calibrated"] is True
    assert record["notes"] == record["rewrites"] == record["aliases"] == []
    text = call("show", SQUARED, cwd=tmp_path).text
    assert "squared-hinge are the same curve" in text


@pytest.mark.parametrize("language", ["numpy", "torch", "jax", "javascript", "latex"])
def test_a_formula_is_exported_as_code(tmp_path: Path, language: str) -> None:
    outcome = call("show", "q*exp(-m):q=2", "--format", language, cwd=tmp_path)
    assert_done(outcome)
    assert "q" in outcome.text


def test_the_code_of_a_formula_computes_it(tmp_path: Path) -> None:
    outcome = call("show", f"mine = {SQUARED}", "--format", "numpy", cwd=tmp_path)
    names: dict[str, Any] = {}
    exec(outcome.text, names)
    assert [float(names["mine"](m)) for m in (-1.0, 0.0, 2.0)] == [4.0, 1.0, 0.0]
    assert [float(names["mine_derivative"](m)) for m in (-1.0, 0.0, 2.0)] == [-4.0, -2.0, 0.0]


def test_a_batch_draws_formulas(tmp_path: Path) -> None:
    losses = json.dumps(["hinge", SQUARED, MINE, "-log(sigmoid(m))"])
    (tmp_path / "f.toml").write_text(f'[[figures]]\nlosses = {losses}\noutput = "a.svg"\n')
    outcome = call("build", "f.toml", "-o", "d", cwd=tmp_path)
    assert (outcome.code, outcome.lines) == (0, ["d/a.svg"]), outcome


def test_a_grid_has_formulas_with_commas() -> None:
    assert losses_of("hinge,max(0, 1 - m)**2") == ("hinge", "max(0, 1 - m)**2")
    assert losses_of("huber:delta=0.5,1,2*abs(r),squared") == ("huber:delta=0.5,1", "2*abs(r)", "squared")
    assert losses_of("c*m:c=1,2:d=3,-4,hinge") == ("c*m:c=1,2:d=3,-4", "hinge")
    assert losses_of("huber:delta=95%,1,squared") == ("huber:delta=95%,1", "squared")


class _Option:
    def __init__(self, *names: str, is_flag: bool) -> None:
        self.opts, self.is_flag, self.param_type_name = names, is_flag, "option"


OPTIONS = [
    _Option("-d", "--derivative", is_flag=True),
    _Option("-q", "--quiet", is_flag=True),
    _Option("-o", "--output", is_flag=False),
    _Option("-f", "--format", is_flag=False),
    _Option("--title", is_flag=False),
]


@pytest.mark.parametrize(
    ("words", "formulas"),
    [
        (["-log(p)"], ["-log(p)"]),
        (["-d", "-dq", "-m", "-m**2"], ["-m", "-m**2"]),
        (["-o", "-x.png", "-log(p)"], ["-log(p)"]),
        (["-ofigure.png", "-fpng", "-o-", "-f*label"], ["-f*label"]),
        (["--title", "-log(p)", "--title=-log(p)"], []),
        (["--derivativ", "-derivative"], []),
        (["--", "-log(p)"], []),
        (["-1", "-"], ["-1"]),
        (["−log(p)"], []),
    ],
)
def test_what_begins_with_a_dash_and_is_no_option_is_a_formula(words: list[str], formulas: list[str]) -> None:
    guarded = protected(words, OPTIONS)
    assert [bare(word) for word in guarded] == words
    assert [bare(word) for word in guarded if word not in words] == formulas


def test_a_wrong_option_is_still_told_apart(tmp_path: Path) -> None:
    assert_fails(call("-log(p)", "--derivativ", cwd=tmp_path), 2, "write lossplot '-log(p)' --derivative")


def test_a_command_wins_over_an_alias() -> None:
    assert lossplot.get("check-loss").name == "quantile"
    with pytest.raises(lossplot.RequestError):
        lossplot.get("check")


# --- Python ---


def test_a_typed_loss_is_a_function_as_any() -> None:
    mine = lossplot.Loss("max(0, 1 - m)**k", k=2)
    named = lossplot.get("squared-hinge")
    assert isinstance(named, lossplot.Loss)
    assert list(mine([-1.0, 0.0, 2.0])) == list(named([-1.0, 0.0, 2.0])) == [4.0, 1.0, 0.0]
    assert list(mine.derivative([-1.0, 0.0, 2.0])) == [-4.0, -2.0, 0.0]
    assert mine.knots == named.knots
    assert mine.properties() == named.properties()
    assert mine.invert(4) == [(-1.0, -1.0)]
    assert "torch.clamp" in mine.code("torch")
    assert (mine.axis, mine.parameters, mine.name) == ("margin", {"k": 2.0}, "max(0, 1 - m)**k")
    assert mine.get(k=3)(-1.0) == 8.0
    assert eval(repr(mine), {"lossplot": lossplot}) == mine
    assert lossplot.get(mine) == mine
    assert lossplot.plot(mine, "hinge").to_bytes("json")


def test_a_typed_loss_is_refused_in_the_words_of_python() -> None:
    with pytest.raises(lossplot.RequestError, match="two names are left, q and m"):
        lossplot.Loss("max(0, 1 - q*m)")
    with pytest.raises(lossplot.RequestError, match="language 'fortran' is unknown"):
        lossplot.Loss("exp(-m)").code("fortran")
    with pytest.raises(lossplot.RequestError, match="is 2 curves"):
        lossplot.Loss("c*m:c=1,2")
