"""Wrong turns: each is answered in one line with the command that was meant, which is understood."""

from __future__ import annotations

import shlex
from itertools import combinations
from pathlib import Path
from unittest import mock

import pytest
from support.cases import every
from support.draws import choice, law, lists
from support.run import assert_done, assert_fails, call

from lossplot._cli.commands import COMMANDS
from lossplot._cli.corrections import commands, options, search, values
from lossplot._cli.corrections.line import options_of, read_line
from lossplot._cli.corrections.losses import repair
from lossplot._cli.corrections.search import MOST_TRIED, advice, corrected
from lossplot._figure.spec import OPTIONS
from lossplot._figure.synonyms import SYNONYMS
from lossplot._formats import FORMATS
from lossplot._losses import LOSSES

# What is typed, what is wrong with it, and the command that was meant.
TURNS = [
    ("huber delta=1", "'delta=1' is no loss", "huber:delta=1"),
    ("huber delta 1", "unknown loss 'delta'", "huber:delta=1"),
    ("huber : delta = 1", "unknown loss ''", "huber:delta=1"),
    ("huber --delta 1", "unknown option '--delta'", "huber:delta=1"),
    ("huber --delta=1,2", "unknown option '--delta'", "huber:delta=1,2"),
    ("mse huber delta=2 l1", "'delta=2' is no loss", "mse huber:delta=2 l1"),
    ("quantile tau=0.1,0.5", "'tau=0.1,0.5' is no loss", "quantile:tau=0.1,0.5"),
    ("focal gamma=2 alpha=0.3", "'gamma=2' is no loss", "focal:gamma=2:alpha=0.3"),
    ("linex 2 0.5", "'2' is a number and no curve", "linex:a=2:b=0.5"),
    ("huber:2", "huber has no parameter '2'", "huber:delta=2"),
    ("huber:d=1", "huber has no parameter 'd'", "huber:delta=1"),
    ("huber:delta:1", "parameter 'delta' of huber has no value", "huber:delta=1"),
    ("'huber(delta 2)'", "'huber(delta 2)' is no loss", "huber:delta=2"),
    ("'huber(2)'", "'huber(2)' is a number and no curve", "huber:delta=2"),
    ("'linex(2, 0.5)'", "'linex(2, 0.5)' is no loss", "linex:a=2:b=0.5"),
    ("'huber:delta=[1,2]'", "delta of huber, '[1' is not a number", "huber:delta=1,2"),
    ("show huber delta=1", "got unexpected extra argument(s) (delta=1)", "show huber:delta=1"),
    ("table huber delta=1 --at 0", "'delta=1' is no loss", "table huber:delta=1 --at=0"),
    ("hinge,logistic", "'hinge,logistic' is no loss", "hinge logistic"),
    ("'hinge;logistic'", "'hinge;logistic' is no loss", "hinge logistic"),
    ("hinge vs logistic", "unknown loss 'vs'", "hinge logistic"),
    ("hinge and logistic", "unknown loss 'and'", "hinge logistic"),
    ("hinge , logistic", "the formula is empty", "hinge logistic"),
    ("hinge + logistic", "'+' is no loss", "'hinge + logistic'"),
    ("0.5 '*' hinge", "'0.5' is a number and no curve", "'0.5 * hinge'"),
    ("0.5*hinge + 0.5*logistic -d", "'+' is no loss", "'0.5*hinge + 0.5*logistic' -d"),
    ("hinge.png", "'hinge.png' is no loss", "hinge -o hinge.png"),
    ("hinge logistic out.png", "'out.png' is no loss", "hinge logistic -o out.png"),
    ("hinge -o a.svg a.png", "'a.png' is no loss", "hinge -o a.svg -o a.png"),
    ("hinge -o 'a.{svg,png}'", "cannot tell the format from 'a.{svg,png}'", "hinge -o a.svg -o a.png"),
    ("hinge --output=a.jpg", "cannot tell the format from 'a.jpg'", "hinge --output=a.png"),
    ("hinge --format jpg", "format 'jpg' is unknown", "hinge --format=png"),
    ("hinge --png", "unknown option '--png'", "hinge --format=png"),
    ("draw hinge", "unknown loss 'draw'", "hinge"),
    ("explain hinge", "unknown loss 'explain'", "show hinge"),
    ("values hinge", "unknown loss 'values'", "table hinge"),
    ("search ranking", "unknown loss 'search'", "list ranking"),
    ("hinge -derivative", "unknown option '-derivative'", "hinge --derivative"),
    ("hinge --deriv", "unknown option '--deriv'", "hinge --derivative"),
    ("hinge --gradient", "unknown option '--gradient'", "hinge --derivative"),
    ("hinge --dark", "unknown option '--dark'", "hinge --theme=dark"),
    ("hinge --xlim -3 3", "unknown option '--xlim'", "hinge --range=-3:3"),
    ("hinge --xlim=-3,3", "unknown option '--xlim'", "hinge --range=-3:3"),
    ("hinge --xmin -3 --xmax 3", "unknown option '--xmin'", "hinge --range=-3:3"),
    ("hinge --range -3 3", "range '-3' has no ':'", "hinge --range=-3:3"),
    ("hinge --range=-3,3", "range '-3,3' has no ':'", "hinge --range=-3:3"),
    ("hinge '--range=[-3, 3]'", "range '[-3, 3]' has no ':'", "hinge --range=-3:3"),
    ("hinge --range=-3..3", "range '-3..3' has no ':'", "hinge --range=-3:3"),
    ("hinge '--range=-3 to 3'", "range '-3 to 3' has no ':'", "hinge --range=-3:3"),
    ("hinge --size 800x600", "800 x 600 inches cannot be drawn", "hinge --size=800x600px"),
    ("hinge --size 800 600", "size '800' is not a size", "hinge --size=800x600px"),
    ("hinge --size 8,4.5", "size '8,4.5' is not a size", "hinge --size=8x4.5"),
    ("hinge --width 8 --height 4", "unknown option '--width'", "hinge --size=8x4"),
    ("hinge --dpi 300dpi", "dpi '300dpi' is not a number", "hinge --dpi=300"),
    ("hinge --risk 70%", "risk '70%' is not a number", "hinge --risk=0.7"),
    ("hinge --risk 0,7", "risk '0,7' is not a number", "hinge --risk=0.7"),
    ("hinge --risk 70", "risk 70 is not a chance", "hinge --risk=0.7"),
    ("hinge --risk 2/3", "risk '2/3' is not a number", "hinge --risk=0.666667"),
    ("table hinge --at '-1 0 1'", "point '-1 0 1' is not a number", "table hinge --at=-1,0,1"),
    ("hinge --lang cn", "language 'cn' is unknown", "hinge --lang=zh"),
    ("hinge --theme black", "theme 'black' is unknown", "hinge --theme=dark"),
    ("huber=1", "'huber=1' is no loss", "huber:delta=1"),
    ("hinge:", "hinge has no parameter ''", "hinge"),
    ("cross entropy", "unknown loss 'cross'", "cross-entropy"),
    ("'squared hinge'", "unknown loss 'squared hinge'", "squared-hinge"),
    ("nn.HuberLoss", "'nn.HuberLoss' is no loss", "torch:HuberLoss"),
    ("hinge --axis logit", "axis 'logit' is unknown", "hinge --axis=margin"),
    ("--loss hinge", "unknown option '--loss'", "hinge"),
    ("table hinge 0 1", "'0' is a number and no curve", "table hinge --at=0,1"),
    ("table hinge --x 0,1", "unknown option '--x'", "table hinge --at=0,1"),
    ("hinge --derivative=true", "option '--derivative' takes no value", "hinge --derivative"),
    ("binary cross entropy", "unknown loss 'binary'", "binary-cross-entropy"),
    ("mse loss", "unknown loss 'loss'", "mse"),
    ("the hinge logistic", "unknown loss 'the'", "hinge logistic"),
    ("squared-loss", "unknown loss 'squared-loss'", "squared"),
    ("log_cosh_loss", "unknown loss 'log_cosh_loss'", "log_cosh"),
    ("show hinge numpy", "got unexpected extra argument(s) (numpy)", "show hinge --format=numpy"),
    ("show hinge --pytorch", "unknown option '--pytorch'", "show hinge --format=torch"),
    ("check 'r^2' '2*r'", "got unexpected extra argument(s) (2*r)", "check 'r^2' '--gradient=2*r'"),
    ("check 'r^2' --derivative '2*r'", "unknown option '--derivative'", "check 'r^2' '--gradient=2*r'"),
    ("table hinge 0 1 2", "'0' is a number and no curve", "table hinge --at=0,1,2"),
    ("table hinge --at 0 1 2", "'1' is a number and no curve", "table hinge --at=0,1,2"),
    ("hinge --mark 0 1", "'1' is a number and no curve", "hinge --mark=0,1"),
    ("invert 0.5 hinge", "value 'hinge' is not a number", "invert hinge 0.5"),
    ("hinge --title My Title", "unknown loss 'Title'", "hinge '--title=My Title'"),
    ("'hinge as H'", "'hinge as H' is no loss", "H=hinge"),
    ("'hinge as My loss'", "unknown loss 'hinge as My loss'", "'My loss=hinge'"),
    ("'My loss: max(0,1-m)'", "unknown library 'My loss'", "'My loss=max(0,1-m)'"),
    ("hinge=H", "unknown loss 'H'", "H=hinge"),
    ("huber:delta=0.1...3", "sweep 'delta=0.1...3' does not have two ends", "huber:delta=0.1..3"),
    ("huber:delta=0.1-3", "delta of huber, '0.1-3' is not a number", "huber:delta=0.1..3"),
    ("'huber:delta=0.1 to 3'", "delta of huber, '0.1 to 3' is not a number", "huber:delta=0.1..3"),
    ("reg:squarederror", "unknown library 'reg'", "xgboost:reg:squarederror"),
    ("neg_mean_squared_error", "unknown loss 'neg_mean_squared_error'", "mean_squared_error"),
    ("hinge --at 1", "unknown option '--at'", "hinge --mark=1"),
    ("mse -o a.pdf,a.svg", "'a.pdf,a.svg' is several paths", "mse -o a.pdf -o a.svg"),
    ("mse -o figs/", "cannot tell the format from 'figs/'", "mse -o figs/mse.png"),
    ("'r^2' -o figs/", "cannot tell the format from 'figs/'", "'r^2' -o figs/figure.png"),
    ("list --all", "unknown option '--all'", "list"),
    ("list --category robust", "unknown option '--category'", "list robust"),
    ("show huber --formula", "unknown option '--formula'", "show huber"),
    ("show huber --python", "unknown option '--python'", "show huber --format=numpy"),
    ("show huber properties", "got unexpected extra argument(s) (properties)", "show huber"),
    ("convex huber", "unknown loss 'convex'", "show huber"),
    ("derivative huber mse", "unknown loss 'derivative'", "huber mse --derivative"),
    ("hessian logistic", "unknown loss 'hessian'", "logistic --second-derivative"),
    ("presets", "unknown loss 'presets'", "list --presets"),
    ("init", "unknown loss 'init'", "build --example"),
    ("manual", "unknown loss 'manual'", "help"),
    ("hinge --derivative 2", "'2' is a number and no curve", "hinge --second-derivative"),
    ("hinge --derivative=2", "option '--derivative' takes no value", "hinge --second-derivative"),
    ("hinge -d 1", "'1' is a number and no curve", "hinge --derivative"),
    ("hinge --legend=off", "unknown option '--legend'", "hinge --labels=none"),
    ("hinge --legend upper right", "unknown option '--legend'", "hinge --labels=legend"),
    ("hinge --stdout", "unknown option '--stdout'", "hinge --output=-"),
    ("train hinge --learning-rate 0.1", "unknown option '--learning-rate'", "train hinge --lr=0.1"),
    ("train hinge --steps 10", "unknown option '--steps'", "train hinge --epochs=10"),
    ("draw hinge,logistic --xlim -3 3 --dark", "unknown option '--xlim'", "hinge logistic --range=-3:3 --theme=dark"),
]


@pytest.mark.parametrize(("typed", "wrong", "right"), TURNS, ids=[typed for typed, _, _ in TURNS])
def test_a_wrong_turn_is_answered_with_the_right_command(typed: str, wrong: str, right: str, tmp_path: Path) -> None:
    outcome = call(*shlex.split(typed), cwd=tmp_path)
    assert_fails(outcome, 2)
    assert outcome.err == f"lossplot: {wrong}; write lossplot {right}\n"


# The same with files that are there.
FILES = {
    "p.csv": "y,prediction,t,q,c\n1,0.3,1,0.3,a\n0,-0.2,0,-0.2,b\n",
    "g.csv": "x,value,gradient\n" + "".join(f"{x},{x * x},{2 * x}\n" for x in range(-15, 16)),
    "figures.toml": '[[figures]]\nlosses = ["hinge"]\noutput = "hinge.svg"\n',
    "mine.toml": '[losses]\ncubic = "max(0, 1 - m)**3"\n',
}
TURNS_AT_FILES = [
    (
        "check 'r^2' a.png --gradient='2*r'",
        "got unexpected extra argument(s) (a.png)",
        "check 'r^2' -o a.png '--gradient=2*r'",
    ),
    ("hinge p.csv", "'p.csv' is no loss", "hinge --data=p.csv"),
    ("check g.csv", "'g.csv' is no loss", "check --file=g.csv"),
    ("check --data g.csv", "unknown option '--data'", "check --file=g.csv"),
    ("train hinge p.csv", "'p.csv' is no loss", "train hinge --data=p.csv"),
    ("score hinge p.csv", "'p.csv' is no loss", "score p.csv hinge"),
    (
        "score mse p.csv --target t --pred q",
        "unknown option '--target'",
        "score p.csv mse --columns=y=t,prediction=q",
    ),
    ("score p.csv mse --label y", "unknown option '--label'", "score p.csv mse"),
    (
        "score p.csv mse --y_pred=q --groupby c",
        "unknown option '--groupby'",
        "score p.csv mse --by=c --columns=prediction=q",
    ),
    ("score hinge mse p.csv", "'p.csv' is no loss", "score p.csv hinge mse"),
    ("figures.toml", "'figures.toml' is no loss", "build figures.toml"),
    ("mine.toml", "'mine.toml' is no loss", "list --losses=mine.toml"),
    ("gallery mine.toml", "got unexpected extra argument(s) (mine.toml)", "gallery --losses=mine.toml"),
    ("build figures.toml out", "got unexpected extra argument(s) (out)", "build figures.toml -o out"),
    ("gallery out", "got unexpected extra argument(s) (out)", "gallery -o out"),
]


@every(("typed", "wrong", "right"), TURNS_AT_FILES, ids=[typed for typed, _, _ in TURNS_AT_FILES])
def test_a_file_is_put_where_it_is_read(typed: str, wrong: str, right: str, tmp_path: Path) -> None:
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, "utf-8")
    outcome = call(*shlex.split(typed), cwd=tmp_path)
    assert_fails(outcome, 2)
    assert outcome.err == f"lossplot: {wrong}; write lossplot {right}\n"


@every(
    ("typed", "line"),
    [
        ("score all p.csv", "'p.csv' is no loss; the data come first, as in 'lossplot score predictions.csv hinge"),
        (
            "score hinge p.csv y p",
            "'p.csv' is no loss; the data come first, as in 'lossplot score predictions.csv hinge",
        ),
        ("p.csv", "'p.csv' is no loss; its predictions are scored by lossplot score p.csv hinge"),
    ],
)
def test_what_a_file_is_for_is_said_where_nothing_else_is_clear(typed: str, line: str, tmp_path: Path) -> None:
    (tmp_path / "p.csv").write_text(FILES["p.csv"], "utf-8")
    assert_fails(call(*shlex.split(typed), cwd=tmp_path), 2, line)


@every("right", [right for _, _, right in TURNS_AT_FILES if not right.startswith(("train", "gallery", "build"))])
def test_the_command_with_a_file_does_it(right: str, tmp_path: Path) -> None:
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, "utf-8")
    assert call(*shlex.split(right), cwd=tmp_path).code == 0


@pytest.mark.slow
@every("right", [right for _, _, right in TURNS if not right.startswith("train")])
def test_the_right_command_is_carried_out_without_a_word(right: str, tmp_path: Path) -> None:
    (tmp_path / "figs").mkdir(exist_ok=True)
    outcome = call(*shlex.split(right), cwd=tmp_path)
    assert (outcome.code, outcome.err) == (0, ""), outcome


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("hinge --color red", "unknown option '--color'; colours are those of --theme dark or --theme print"),
        ("hinge --linewidth=3", "unknown option '--linewidth'; lines and letters are those of a destination"),
        ("hinge --samples 100", "unknown option '--samples'; curves are exact at every size"),
        ("hnige", "unknown loss 'hnige'; did you mean 'hinge'?"),
        ("hinge --derivatve", "unknown option '--derivatve'; did you mean '--derivative'"),
        ("log-loss --range=2:3", "log-loss is defined for p in [0, 1]; the range 2 to 3 has no such point"),
        ("version", "unknown loss 'version'; 'lossplot --version' prints it"),
        ("--list", "unknown option '--list'; 'lossplot list' shows all losses"),
        ("show hinge --code", "unknown option '--code'; 'lossplot show hinge --format numpy' prints code"),
        ("config theme dark", "got unexpected extra argument(s) (theme dark); defaults are kept in a file"),
        ("themes", "unknown loss 'themes'; --theme takes one, as 'lossplot plot --help' says"),
        ("hinge --width 3", "unknown option '--width'; a size has a width and a height, as in --size=6x4"),
        ("hinge mse --names A,B", "unknown option '--names'; a name stands before its loss, as in 'My name=hinge'"),
        ("huber:delta=0.1..3 --fps 10", "unknown option '--fps'; a parameter with two ends moves"),
        ("hinge --open", "unknown option '--open'; the path is printed, for any viewer"),
        ("hinge --bogus", "unknown option '--bogus'; 'lossplot plot --help' shows all"),
        ("hinge --dpi 0", "dpi must be from 10 to 2400, not 0"),
        ("hinge -o a.xyz", "cannot tell the format from 'a.xyz'; end it in .png, .svg or .pdf"),
        ("score p.csv hinge --by modell", "cannot read 'p.csv'"),
        ("hinge --theme", "option '--theme' needs a value; choose light, dark, print or auto"),
        ("hinge --columns", "option '--columns' needs a value; write --columns=N"),
        ("hinge --risk 2", "risk 2 is not a chance; choose one from 0 to 1"),
        ("hinge --risk x", "risk 'x' is not a number; write one such as"),
        ("huber:delta", "parameter 'delta' of huber has no value; write delta=NUMBER"),
        ("huber:delta=-1", "delta = -1 of huber is out of range"),
        ("hinge mse", "hinge is a function of the margin"),
    ],
)
def test_what_nobody_can_correct_keeps_its_advice(typed: str, line: str, tmp_path: Path) -> None:
    assert_fails(call(*shlex.split(typed), cwd=tmp_path), 2, line)


@every("name", [name for name, loss in LOSSES.items() if loss.parameters], among=4)
def test_every_parameter_is_understood_however_it_is_given(name: str) -> None:
    known = LOSSES[name].parameters
    right = f"{name}:{known[0].name}={known[0].default:g}"
    if not known[0].default < float("inf"):
        return
    value = f"{known[0].default:g}"
    for given in (f":{value}", f"({value})", f":{known[0].name}:{value}", f"({known[0].name} {value})"):
        assert repair(f"{name}{given}") == right
    assert corrected([name, f"{known[0].name}={value}"]) == (right,)
    if f"--{known[0].name}" not in options_of("plot"):
        assert corrected([name, f"--{known[0].name}", value]) == (right,)


def meant(*words: str) -> list[list[str]]:
    """The words of the lines that have another value in place of one of these."""
    return [[*line.words] for line in values.values(read_line(words))]


@every("sign", ["..", "...", ",", ", ", ";", " to ", " until ", "|", "/", " ", ":"])
def test_a_range_is_from_the_lower_to_the_higher_number_however_they_are_written(sign: str) -> None:
    ends = ["-20", "-3.5", "-.25", "0", "1e-3", "2", "9.5", "10", "2.5e1", "100"]
    for low, high in combinations(ends, 2):
        for name in ("range", "ylim"):
            assert meant("hinge", f"--{name}={high}{sign}{low}") == [["hinge", f"--{name}={low}:{high}"]]
        if sign != ":":
            assert meant("hinge", f"--range=[{low}{sign}{high}]") == [["hinge", f"--range={low}:{high}"]]


@every(
    ("option", "typed", "value"),
    [
        ("range", "3", "-3:3"),
        ("range", "2-10", "2:10"),
        ("range", "\u221210 \u2013 9", "-10:9"),
        *(("range", typed, None) for typed in ("0", "-3", "1,2,3", "a,b", "")),
        ("size", "800x60", "800x60px"),
        ("size", "60x800", "60x800px"),
        ("size", "100 by 100", "100x100"),
        ("size", "8,4cm", "8x4cm"),
        ("size", "8cm x 4", "8x4cm"),
        ("size", '8" x 4"', "8x4in"),
        ("size", "8", None),
        ("risk", "10", "0.1"),
        ("risk", "9.9", None),
        ("risk", "0.5%", "0.005"),
        ("risk", "1/3", "0.333333"),
        ("risk", "1/0", None),
        ("dpi", "1,200.5", None),
        ("dpi", "1,200,300", "1200300"),
        ("dpi", "300 dpi", "300"),
        ("mark", "[0; 1]", "0,1"),
        ("mark", "0 a", None),
        ("theme", " BLACK", "dark"),
        ("format", ".PNG", "png"),
        ("output", "a.JPG", "a.png"),
        ("output", "a.svg", None),
    ],
)
def test_a_value_written_as_elsewhere_is_that_of_its_option_or_none(option: str, typed: str, value: str | None) -> None:
    assert meant("hinge", f"--{option}={typed}") == ([] if value is None else [["hinge", f"--{option}={value}"]])


@every(("name", "option"), [(name, option) for name, (option, _) in SYNONYMS.items()])
def test_a_synonym_is_no_option_and_stands_for_one(name: str, option: str) -> None:
    assert any(f"--{option}" in options_of(command) for command in COMMANDS)
    assert f"--{name}" not in options_of("plot") or name == option


@pytest.mark.parametrize("name", values.SYNONYMS)
def test_a_synonym_of_a_value_is_none_and_stands_for_one(name: str) -> None:
    closed_set = OPTIONS[name].closed_set
    assert closed_set
    assert {*values.SYNONYMS[name].values()} <= {*closed_set()}
    assert not {*values.SYNONYMS[name]} & {*closed_set()}


@every(("name", "option"), options.SYNONYMS_OF_SOME.items())
def test_a_synonym_of_some_commands_stands_for_an_option_of_theirs_and_is_none(name: str, option: str) -> None:
    commands_with_it = [command for command in ("check", "table") if f"--{option}" in options_of(command)]
    assert commands_with_it
    assert not [command for command in commands_with_it if f"--{name}" in options_of(command)]


def test_a_format_that_there_is_not_stands_for_one_that_there_is() -> None:
    assert {*values.OTHER_FORMATS.values()} <= {*FORMATS}
    assert not {*values.OTHER_FORMATS} & {*FORMATS}


def test_a_verb_of_another_program_is_no_command_and_stands_for_one() -> None:
    assert {*commands.SYNONYMS.values()} <= {"", *COMMANDS}
    assert not {*commands.SYNONYMS} & {*COMMANDS}


WORDS = """
    hinge huber delta=1 --delta 1 -1 + , and draw --xlim --range 3:1 [1,2] huber:2 huber( --size 8x -o a.jpg a.{b,c}
    -- - = : --= ' " score train table show check build p.csv a.png --target --legend --derivative 2
"""
AWKWARD = ["", " ", "\udcff", "x" * 99]


@law(60, words=lists(choice([*WORDS.split(), *AWKWARD]), 0, 6))
def test_whatever_is_typed_is_corrected_to_what_is_understood_or_not_at_all(words: list[str]) -> None:
    read = read_line(words)
    again = [*([read.command] if read.is_named else []), *(word for part in read.parts for word in part.words)]
    assert again == [*read.words] or "=" in str(words) or "-" in str(words)
    message = advice("wrong; right", words)
    assert message.startswith("wrong; ")


def test_so_many_lines_are_tried_and_no_more() -> None:
    words = ["huber", "and", "1", "and", "2", "and", "bogus", "--xlim", "x", "--risk", "70%", "--size", "8,4"]
    with mock.patch.object(search, "is_understood", return_value=False) as tried:
        assert corrected(words) == ()
    assert 2 < tried.call_count <= MOST_TRIED
    with mock.patch.object(search, "is_understood", return_value=False) as tried:
        assert corrected(["hinge,logistic"] * 100) == ()
    assert not tried.call_count


def test_a_correction_writes_nothing(tmp_path: Path) -> None:
    assert not call("table", "hinge,logistic", cwd=tmp_path).changed
    assert not call("train", "hinge,logistic", "-o", "a.svg", cwd=tmp_path).changed
    assert_done(call("table", "hinge", "logistic", cwd=tmp_path))
