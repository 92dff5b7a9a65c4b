"""`--hold`, `steps` in a batch and `LossFigure.steps`: a file for each curve that comes."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from support.cases import some
from support.requirements import need
from support.run import assert_done, assert_fails, assert_line, assert_warns, call

import lossplot
from lossplot._formats import of_kind

THREE = ("hinge", "logistic", "squared-hinge")


def hold(folder: Path, *words: str) -> list[str]:
    outcome = call(*THREE, "--hold", *words, cwd=folder)
    assert_done(outcome, *outcome.lines)
    return outcome.lines


@pytest.mark.slow
@pytest.mark.parametrize("chosen", some([("svg",), of_kind("picture")], among=2), ids=["svg", "every"])
def test_a_file_is_made_for_each_step_in_every_format(chosen: Sequence[str], tmp_path: Path) -> None:
    formats = [*chosen, *of_kind("numbers", "source")]
    made = hold(tmp_path, *(f"--output=talk.{each}" for each in formats))
    assert made == [f"talk-{step}.{each}" for step in (1, 2, 3) for each in formats]
    for each in formats:
        assert len({(tmp_path / f"talk-{step}.{each}").read_bytes() for step in (1, 2, 3)}) == 3


@pytest.mark.parametrize("suffix", some(["tex", "svg"], among=2))
def test_a_step_alone_is_the_same_file_and_is_made_again_from_its_record(suffix: str, tmp_path: Path) -> None:
    hold(tmp_path, "-o", f"a.{suffix}", "-o", "a.csv")
    for step in (1, 2, 3):
        names = (f"b-{step}.{suffix}", f"b-{step}.csv")
        assert_done(call(*THREE, f"--step={step}", "-o", names[0], "-o", names[1], cwd=tmp_path), *names)
        for name in names:
            assert (tmp_path / name).read_bytes() == (tmp_path / f"a{name[1:]}").read_bytes()
    before = (tmp_path / f"a-2.{suffix}").read_bytes()
    told = call("info", f"a-2.{suffix}", cwd=tmp_path)
    assert told.text.strip() == f"lossplot --step=2 --format {suffix} hinge logistic squared-hinge"
    again = call("info", f"a-2.{suffix}", "--rerun", cwd=tmp_path)
    assert again.code == 0
    assert (tmp_path / f"a-2.{suffix}").read_bytes() == before


def test_the_numbers_of_a_step_are_those_of_its_curves_in_the_view_of_all(tmp_path: Path) -> None:
    hold(tmp_path, "-o", "a.json", "-o", "a.csv")
    records: list[dict[str, Any]] = [json.loads((tmp_path / f"a-{step}.json").read_text()) for step in (1, 2, 3)]
    curves = [[curve["loss"] for curve in record["panels"][0]["curves"]] for record in records]
    assert curves == [[*THREE[:1]], [*THREE[:2]], [*THREE]]
    assert records[0]["panels"][0]["view"] == records[2]["panels"][0]["view"]
    assert (tmp_path / "a-3.csv").read_text().startswith((tmp_path / "a-1.csv").read_text())


def test_names_without_output_are_those_of_the_figure_with_a_number(tmp_path: Path) -> None:
    assert hold(tmp_path, "--dpi=20") == [f"hinge_logistic_squared-hinge-{step}.png" for step in (1, 2, 3)]
    outcome = call(*THREE, "--step=2", "-d", "-f", "svg", cwd=tmp_path)
    assert_done(outcome, "hinge_logistic_squared-hinge_derivative-2.svg")
    assert outcome.lines == ["hinge_logistic_squared-hinge_derivative-2.svg"]


def test_a_description_is_printed_for_each_step(tmp_path: Path) -> None:
    outcome = call(*THREE, "--hold", "--alt", cwd=tmp_path)
    assert_done(outcome)
    assert [("Logistic" in line, "Squared hinge" in line) for line in outcome.lines] == [
        (False, False),
        (True, False),
        (True, True),
    ]


def test_members_of_a_family_come_one_by_one_and_a_curve_given_twice_once(tmp_path: Path) -> None:
    outcome = call("huber:delta=0.5,1,2", "--hold", "-o", "a.csv", cwd=tmp_path)
    assert_done(outcome, "a-1.csv", "a-2.csv", "a-3.csv")
    outcome = call("hinge", "Hinge", "logistic", "--hold", "-o", "b.csv", cwd=tmp_path)
    assert_warns(outcome, "hinge is given twice; drawn once")
    assert outcome.changed == {"b-1.csv", "b-2.csv"}


def test_a_remark_is_made_once_and_about_what_a_step_shows(tmp_path: Path) -> None:
    cut = ("hinge", "savage", "squared-hinge", "exponential", "-d")
    outcome = call(*cut, "--hold", "-o", "a.csv", cwd=tmp_path)
    assert outcome.err.count("\n") == 1
    assert "the derivative of squared-hinge is cut off" in outcome.err
    assert not call(*cut, "--step=2", "-o", "b.csv", cwd=tmp_path).err
    assert call(*cut, "--step=3", "-o", "c.csv", cwd=tmp_path).err == outcome.err


REFUSED = {
    "step": (["--step=1"], 2, "--hold draws every step, and --step=1 one of them; leave one out"),
    "stdout": (["-o", "-"], 2, "'-' is one stream, and --hold makes several files; name one, as in -o talk.png"),
    "stream": (["-f", "png", "-o", "/dev/stdout"], 2, "'/dev/stdout' is one stream"),
    "stderr": (["-f", "png", "-o", "/dev/stderr"], 2, "'/dev/stderr' is for messages"),
    "copy": (["--copy"], 2, "--hold makes several figures, and --copy shows one; write --step N in place of --hold"),
    "preview": (["--preview"], 2, "--hold makes several figures, and --preview shows one"),
    "movie": (["-o", "a.gif"], 2, "nothing moves in 'hinge logistic squared-hinge'"),
    "no-suffix": (["-o", "talk"], 2, "cannot tell the format from 'talk'; end it in .png, .svg or .pdf"),
    "only-suffix": (["-o", ".png"], 2, "cannot tell the format from '.png'"),
    "empty": (["-o", ""], 2, "cannot tell the format from ''"),
    "twice": (["-o", "a.png", "-o", "a.png"], 2, "'a.png' is given twice; give each -o another path"),
    "one-file": (["-o", "a.png", "-o", "./a.png"], 2, "'a-1.png' and './a-1.png' are one file"),
    "link": (["-o", "z.png"], 2, "'z-1.png' and 'z-2.png' are one file; give each -o another path"),
    "no-folder": (["-o", "nodir/a.png"], 1, "cannot write 'nodir/a-1.png': there is no directory"),
    "foreign": (["-o", "other.png"], 1, "'other-2.png' exists and was not made by lossplot; use --force"),
    "foreign-default": ([], 1, "use -o 'hinge_logistic_squared-hinge.png' --force to replace it"),
    "long": (["-o", f"{'n' * 250}.png"], 1, "File name too long"),
    "step-none": (["--step=0"], 2, "step must be a whole number from 1 to 50, not '0'"),
    "step-half": (["--step=1.5"], 2, "step must be a whole number from 1 to 50, not '1.5'"),
    "step-word": (["--step=all"], 2, "step 'all' is not a number"),
}  # fmt: skip


@pytest.mark.parametrize(("words", "code", "message"), REFUSED.values(), ids=REFUSED)
def test_what_makes_no_sense_in_steps_is_told_before_anything_is_written(
    words: list[str], code: int, message: str, tmp_path: Path
) -> None:
    (tmp_path / "z-1.png").symlink_to("z-2.png")
    for name in ("other-2.png", "hinge_logistic_squared-hinge-2.png"):
        (tmp_path / name).write_text("somebody else's\n")
    assert_fails(call(*THREE, "--hold", *words, cwd=tmp_path), code, message)


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["huber:delta=0.1..3", "--hold"], "a sweep has no steps; draw one figure that stands still"),
        (["huber:delta=0.1..3", "--step=1"], "a sweep has no steps"),
        (["hinge", "squared", "--hold"], "draw them in two figures"),
        (["hinge", "--step=2"], "step 2 is beyond the only curve; leave it out"),
        (["grid", "hinge,logistic", "mse", "--hold"], "unknown option '--hold'"),
        (["grid", "hinge,logistic", "mse", "--step=1"], "unknown option '--step'"),
    ],
)
def test_what_has_no_steps_is_told(words: list[str], message: str, tmp_path: Path) -> None:
    assert_fails(call(*words, cwd=tmp_path), 2, message)


def test_steps_are_replaced_and_those_of_others_by_force(tmp_path: Path) -> None:
    hold(tmp_path, "-o", "a.csv")
    before = (tmp_path / "a-1.csv").read_bytes()
    (tmp_path / "a-2.csv").write_text("somebody else's\n")
    assert_fails(call(*THREE, "--hold", "-o", "a.csv", cwd=tmp_path), 1, "'a-2.csv' exists")
    assert call(*THREE, "--hold", "-o", "a.csv", "--force", cwd=tmp_path).code == 0
    assert (tmp_path / "a-1.csv").read_bytes() == before
    assert (tmp_path / "a-2.csv").read_bytes().startswith(b"loss,panel,")


def test_a_step_is_previewed_in_the_colours_of_the_whole(tmp_path: Path) -> None:
    outcome = call(*THREE, "--step=1", "--preview", cwd=tmp_path)
    assert_done(outcome)
    assert "Hinge" in outcome.text
    assert "Logistic" not in outcome.text


def test_steps_of_a_tex_figure_keep_the_room_of_names_to_come(tmp_path: Path) -> None:
    hold(tmp_path, "-o", "a.tex", "--labels=legend")
    sources = [(tmp_path / f"a-{step}.tex").read_text() for step in (1, 2, 3)]
    names = [re.findall(r"\\addlegendentry\{(.*)\}", source) for source in sources]
    assert names == [
        ["Hinge", r"\phantom{Logistic}", r"\phantom{Squared hinge}"],
        ["Hinge", "Logistic", r"\phantom{Squared hinge}"],
        ["Hinge", "Logistic", "Squared hinge"],
    ]
    assert [source.count(r"\addlegendimage{opacity=0}") for source in sources] == [2, 1, 0]


@pytest.mark.slow
@pytest.mark.parametrize("labels", ["legend", "direct"])
def test_nothing_moves_on_pages_of_tex(labels: str, tmp_path: Path) -> None:
    need("pdflatex", "pdftotext", tex=("pgfplots.sty", "standalone.cls"))
    hold(tmp_path, "-o", "a.tex", "--standalone", f"--labels={labels}")
    found = []
    for step in (1, 2, 3):
        words = ["pdflatex", "-interaction=batchmode", f"a-{step}.tex"]
        subprocess.run(words, cwd=tmp_path, check=True, stdout=subprocess.DEVNULL)
        told = subprocess.run(
            ["pdftotext", "-bbox", f"a-{step}.pdf", "-"], cwd=tmp_path, check=True, capture_output=True
        )
        boxes = re.findall(r"<page .*?>|<word .*?>(?:Hinge|margin|2)<", told.stdout.decode())
        found.append([float(number) for box in boxes for number in re.findall(r'"([\d.]+)"', box)])
    assert len(found[0]) >= 14
    # pdftotext counts in thousandths of a point.
    assert found[1] == pytest.approx(found[0], abs=0.01)
    assert found[2] == pytest.approx(found[0], abs=0.01)


# --- in a batch ---


def build(folder: Path, text: str, *words: str) -> Any:
    (folder / "x.toml").write_text(text, "utf-8")
    return call("build", "x.toml", *words, cwd=folder)


STEPS = '[[figures]]\nlosses = ["hinge", "logistic"]\nsteps = true\n'


def test_a_batch_makes_the_files_of_hold_and_knows_them_afterwards(tmp_path: Path) -> None:
    text = STEPS + 'output = "talk/a.tex"\n' + STEPS + 'output = "b-{step}-{theme}.{format}"\nmatrix = {theme = ["dark"], format = ["csv"]}\n' + STEPS + 'format = "json"\n'  # fmt: skip  # noqa: E501
    outcome = build(tmp_path, text)
    assert outcome.lines == [
        *(f"talk/a-{step}.tex" for step in (1, 2)),
        *(f"b-{step}-dark.csv" for step in (1, 2)),
        *(f"hinge_logistic-{step}.json" for step in (1, 2)),
    ]
    call("hinge", "logistic", "--hold", "-o", "c.tex", cwd=tmp_path)
    for step in (1, 2):
        assert (tmp_path / f"talk/a-{step}.tex").read_bytes() == (tmp_path / f"c-{step}.tex").read_bytes()
    assert "0 made, 6 unchanged, 0 failed" in build(tmp_path, text).err
    assert build(tmp_path, text, "--check").code == 0
    # Of another last curve each step is another figure.
    other = build(tmp_path, text.replace('"logistic"', '"exponential"', 1), "--check")
    assert [line for line in other.lines if "talk" in line] == ["stale: talk/a-1.tex", "stale: talk/a-2.tex"]


WRONG = {
    "number": (STEPS.replace("true", "2"), "steps must be true or false, not '2'; write step = 2 for one of them"),
    "text": (STEPS.replace("true", '"all"'), "steps must be true or false, not "),
    "both": (STEPS + "step = 1\n", "steps draws every step, and step one of them; leave one out"),
    "grid": (STEPS.replace("losses", "grid"), "a grid has no steps"),
    "sweep": (STEPS.replace("hinge", "huber:delta=1..2").replace(', "logistic"', ""), "a sweep has no steps"),
    "unknown": (STEPS.replace("hinge", "zzz"), "unknown loss 'zzz'"),
    "axes": (STEPS.replace("hinge", "mse"), "draw them in two figures"),
    "hold": (STEPS.replace("steps", "hold"), "unknown key 'hold'; write steps = true"),
    "beyond": (STEPS.replace("steps = true", "step = 3"), "step 3 is beyond the 2 curves; choose one from 1 to 2"),
    "no-step": ('[[figures]]\nlosses = "hinge"\noutput = "{step}.csv"\n', "asks for {step}; the figure has losses"),
    "matrix": (
        STEPS + 'output = "a.csv"\nmatrix = { theme = ["dark", "light"] }\n',
        "output 'a-1.csv' is that of several figures; put {theme} into it",
    ),
    "clash": (
        STEPS + 'output = "a.csv"\n[[figures]]\nlosses = "hinge"\noutput = "a-2.csv"\n',
        "output 'a-2.csv' is that of x.toml:1: figures[0] too; give one another name",
    ),
}


@pytest.mark.parametrize(("text", "message"), WRONG.values(), ids=WRONG)
def test_what_has_no_steps_is_told_with_its_line(text: str, message: str, tmp_path: Path) -> None:
    outcome = build(tmp_path, text)
    assert outcome.code in (1, 2)
    line = outcome.err.splitlines()[0]
    assert_line(line)
    assert message in line
    assert re.match(r"lossplot: x\.toml:\d+: figures\[\d\]: ", line)
    assert not outcome.changed


def test_steps_count_among_the_most_figures(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lossplot._batch.read.MOST_FIGURES", 3)
    outcome = build(tmp_path, STEPS + STEPS.replace("logistic", "exponential"))
    assert (outcome.code, outcome.changed) == (2, frozenset())
    assert "this makes 4 figures; 3 is the most for one file" in outcome.err


# --- in Python ---


@pytest.mark.slow
def test_the_steps_of_a_figure_in_python_are_those_of_hold(tmp_path: Path) -> None:
    hold(tmp_path, "-o", "a.json")
    steps = lossplot.plot(*THREE).steps
    assert [len(step.lines) for step in steps] == [1, 2, 3]
    for number, step in enumerate(steps, 1):
        assert step.to_bytes("json") == (tmp_path / f"a-{number}.json").read_bytes()
        assert lossplot.plot(*THREE, step=number).command == step.command


@pytest.mark.slow
def test_colours_and_axes_of_the_caller_s_go_on_in_steps() -> None:
    from matplotlib.figure import Figure

    colours = ["black", "crimson", "navy"]
    first, second, _ = lossplot.plot(*THREE, color=colours).steps
    assert [line.get_color() for lines in second.lines.values() for line in lines] == colours[:2]
    assert list(first.lines) == ["hinge"]
    figure = Figure()
    one, whole = figure.subplots(1, 2)
    held = lossplot.plot(*THREE, ax=one, step=2, mark=0.0)
    lossplot.plot(*THREE, ax=whole, mark=0.0)
    assert one.get_ylim() == whole.get_ylim()
    assert [line.get_label() for line in one.lines][:2] == ["Hinge", "Logistic"]
    assert len(one.texts) < len(whole.texts)
    assert list(held.lines) == ["hinge", "logistic"]
    assert len(lossplot.plot(*THREE, ax=one).steps) == 3


@pytest.mark.parametrize("make", [lambda: lossplot.plot("huber:delta=1..2").steps, lambda: lossplot.grid("mse").steps])
def test_what_has_no_steps_is_told_in_python(make: Any) -> None:
    with pytest.raises(lossplot.RequestError, match="has no steps"):
        make()
