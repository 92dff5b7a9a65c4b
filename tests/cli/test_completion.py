"""Completion: what is offered at the cursor, and what bash, zsh and fish make of it."""

from __future__ import annotations

import itertools
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.cases import every
from support.requirements import need
from support.run import SCRIPT, Outcome, assert_done, clean_environment, run
from support.shells import Shell, fish_offers, open_shell

from lossplot._cli.app import load
from lossplot._cli.commands import COMMANDS
from lossplot._cli.completion.bash import quoted, read_line
from lossplot._cli.completion.offer import offer
from lossplot._curves.axes import AXES
from lossplot._curves.glossary import PROPERTIES
from lossplot._figure.looks import PRESETS, THEMES
from lossplot._figure.spec import OPTIONS
from lossplot._formats import FORMATS
from lossplot._losses import LOSSES
from lossplot._text.language import languages


def words(line: str) -> list[str]:
    """Return what is offered at the end of `line`, whose words stand between spaces."""
    return [word for word, _ in offer(line.split(" ")[1:]).words]


# --- what is offered ---


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("lossplot hinge --theme ", [*THEMES, "auto"]),
        ("lossplot hinge --theme=", [f"--theme={each}" for each in (*THEMES, "auto")]),
        ("lossplot hinge --theme D", ["DARK"]),
        ("lossplot --theme da", ["dark"]),
        ("lossplot hinge --for ", [*PRESETS]),
        ("lossplot hinge --axis ", [*AXES]),
        ("lossplot hinge --lang ", [*languages()]),
        ("lossplot hinge --only w", ["weight"]),
        ("lossplot hinge --xscale=s", ["--xscale=symlog"]),
        ("lossplot hinge -f ", [*FORMATS]),
        ("lossplot hinge -fp", ["-fpng", "-fpdf", "-fpy"]),
        ("lossplot table hinge --format j", ["json"]),
        ("lossplot show hinge -f la", ["latex"]),
        ("lossplot gallery -f p", ["png", "pdf", "py"]),
        ("lossplot train hinge --data mo", ["moons"]),
        ("lossplot train hinge --optimizer a", ["adam"]),
        ("lossplot list --axis ma", ["margin"]),
        ("lossplot identify m --axis ma", ["margin"]),
        ("lossplot score a.csv hinge --as ", ["score", "probability", "logit"]),
        ("lossplot --show-completion ", ["bash", "zsh", "fish"]),
        ("lossplot --install-completion z", ["zsh"]),
        ("lossplot hinge --title ", []),
        ("lossplot hinge --size ", []),
        ("lossplot invert hinge ", []),
        ("lossplot config ", []),
        ("lossplot hinge --derivative --deriv", []),
        ("lossplot hinge --deriv", ["--derivative"]),
        ("lossplot hinge -- --deriv", []),
        ("lossplot smoothed_", ["smoothed_hinge"]),
        ("lossplot HING", ["HINGE", "HINGE-EMBEDDING"]),
        ("lossplot Smoothed", ["Smoothed-hinge"]),
        ("lossplot ms", ["msle", "mse", "mse-prob"]),
        ("lossplot torch:smo", ["torch:smooth_l1"]),
        ("lossplot show torch:SMO", ["torch:SMOOTH_L1"]),
        ("lossplot keras:hu", ["keras:huber"]),
        ("lossplot skl", ["sklearn:"]),
        ("lossplot huber:", ["huber:delta="]),
        ("lossplot Huber:d", ["Huber:delta="]),
        ("lossplot huber:delta=", ["huber:delta=1"]),
        ("lossplot huber:delta=1", []),
        ("lossplot linex:a=1:", ["linex:a=1:b="]),
        ("lossplot hinge hin", ["hinge-embedding", "hinton-kd"]),
        ("lossplot mine=hing", ["mine=hinge", "mine=hinge-embedding"]),
        (
            "lossplot grid mse,hube",
            ["mse,huber", "mse,huberized-hinge", "mse,huberised-squared-hinge", "mse,huber-pinball"],
        ),
        ("lossplot show redesc", ["redescending"]),
        ("lossplot \u5408\u9875\u635f", ["\u5408\u9875\u635f\u5931"]),
        ("lossplot zzz", []),
        ("lossplot zzz:", []),
        ("lossplot tab", ["table"]),
    ],
)
def test_what_may_stand_at_the_cursor_is_offered(line: str, offered: list[str]) -> None:
    assert words(line) == offered


def test_the_first_word_is_a_command_a_loss_or_an_option() -> None:
    assert words("lossplot ")[: len(COMMANDS)] == [*COMMANDS]
    assert words("lossplot ")[len(COMMANDS) :] == [*LOSSES]
    options = words("lossplot -")
    assert {"--version", "-V", "--derivative", "-d", "--help"} <= {*options}
    assert len({*options}) == len(options)


@every("name", LOSSES, among=8)
def test_every_name_of_a_loss_is_found_by_its_beginning_or_its_loss_is(name: str) -> None:
    for each in (name, *LOSSES[name].aliases):
        found = dict(offer([each]).words)
        assert name in found or each in found, each


@every("name", LOSSES, among=4)
def test_every_parameter_is_offered(name: str) -> None:
    offered = words(f"lossplot {name}:")
    assert offered == [f"{name}:{parameter.name}=" for parameter in LOSSES[name].parameters]


@pytest.mark.parametrize("name", PROPERTIES)
def test_every_property_is_offered_to_show(name: str) -> None:
    assert name in words(f"lossplot show {name[:-1]}")


# Options whose values nobody can list.
FREE = {"N", "TEXT", "X,...", "V,...", "LO:HI", "ETA", "T", "WxH[UNIT]", "NAME", "COLUMN", "WORD"}
FREE |= {"G", "H", "S", "SHARE", "K", "N,N", "RATE", "NAME,NAME", "y=NAME,prediction=NAME"}


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_completes_its_values_unless_nobody_can_list_them(name: str) -> None:
    for option in load(name).params:
        if option.param_type_name == "option" and not option.is_flag and option.metavar not in FREE:
            offered = offer([name, option.opts[-1], ""])
            assert offered.words or offered.files or offered.folders, (option.opts, option.metavar)


def test_what_is_given_already_is_offered_no_more_but_where_it_may_be_repeated() -> None:
    assert "hinge" in words("lossplot ")
    assert "hinge" not in words("lossplot hinge ")
    assert "logistic" in words("lossplot hinge ")
    alias = LOSSES["squared"].aliases[0]
    assert alias in words(f"lossplot {alias[:-1]}")
    assert alias not in words(f"lossplot {alias} {alias[:-1]}")
    assert "--theme" not in words("lossplot hinge --theme=dark --th")
    assert words("lossplot hinge -d --derivative") == []
    assert "--output" in words("lossplot hinge --output=a.svg --out")


def test_every_value_of_a_closed_set_is_understood() -> None:
    from lossplot._figure.options import read_spec

    for option in OPTIONS.values():
        if option.closed_set and option.name not in ("axis", "only"):
            for value in option.closed_set():
                read_spec(["huber"], {option.name: value})


@pytest.mark.parametrize(
    ("line", "files", "folders"),
    [
        ("lossplot info a", True, False),
        ("lossplot build a", True, False),
        ("lossplot score ", True, False),
        ("lossplot hinge --data=a", True, False),
        ("lossplot hinge --style ", True, False),
        ("lossplot --losses ", True, False),
        ("lossplot hinge -o a", True, False),
        ("lossplot check --file ", True, False),
        ("lossplot identify a", True, False),
        ("lossplot train hinge --data ", True, False),
        ("lossplot build a.toml -o ", False, True),
        ("lossplot gallery --output=a", False, True),
        ("lossplot a", False, False),
        ("lossplot hinge --title ", False, False),
        ("lossplot hinge --for a", False, False),
        ("lossplot show a", False, False),
        ("lossplot score a.csv a", False, False),
        ("lossplot build a.toml ", False, False),
    ],
)
def test_files_are_offered_where_files_are_meant(line: str, files: bool, folders: bool) -> None:
    found = offer(line.split(" ")[1:])
    assert (found.files, found.folders) == (files, folders)


def test_losses_of_ones_own_complete_with_their_parameters(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = '[losses.mine]\nformula = "max(0, c - m)"\nparameters = { c = { default = 2 } }\naliases = ["ours"]\n'
    (tmp_path / "lossplot.toml").write_text(text)
    monkeypatch.chdir(tmp_path)
    assert words("lossplot mine") == ["mine"]
    assert words("lossplot our") == ["ours"]
    assert words("lossplot mine:") == ["mine:c="]
    (tmp_path / "lossplot.toml").write_text("[losses.mine\n")
    assert words("lossplot mine") == []


# --- lines of bash ---


@pytest.mark.parametrize(
    ("line", "expected", "quote", "kept"),
    [
        ("lossplot hin", ("lossplot", "hin"), "", 0),
        ("lossplot ", ("lossplot", ""), "", 0),
        ("lossplot huber:de", ("lossplot", "huber:de"), "", 6),
        ("lossplot --theme=d", ("lossplot", "--theme=d"), "", 8),
        ('lossplot "huber:de', ("lossplot", "huber:de"), '"', 0),
        ("lossplot 'a b' c\\ d", ("lossplot", "a b", "c d"), "", 0),
        ('lossplot "a\\"b', ("lossplot", 'a"b'), '"', 0),
        ("lossplot '' ", ("lossplot", "", ""), "", 0),
        ("lossplot a\\", ("lossplot", "a"), "", 0),
        ("", ("",), "", 0),
    ],
)
def test_a_line_of_bash_is_read_as_bash_reads_it(line: str, expected: tuple[str, ...], quote: str, kept: int) -> None:
    typed = read_line(line, " \t\n\"'@><=;|&(:")
    assert (typed.words, typed.quote, typed.kept) == (expected, quote, kept)


def test_a_word_is_written_so_that_bash_reads_it_again() -> None:
    for word in ("multiclass classification", "a'b", 'a"b', "$HOME", "a\\b", "(a)"):
        assert read_line(quoted(word, ""), "").words == (word,)


# --- the shells themselves ---

SHELL_LINES = [
    ("lossplot hinge --the", "lossplot hinge --theme "),
    ("lossplot hinge --theme=da", "lossplot hinge --theme=dark "),
    ("lossplot hinge --theme da", "lossplot hinge --theme dark "),
    ("lossplot hinge --for slide-4", "lossplot hinge --for slide-4:3 "),
    ("lossplot huber:del", "lossplot huber:delta="),
    ("lossplot huber:", "lossplot huber:delta="),
    ("lossplot linex:a=1:", "lossplot linex:a=1:b="),
    ("lossplot torch:smo", "lossplot torch:smooth_l1 "),
    ("lossplot show smoothed_", "lossplot show smoothed_hinge "),
    ("lossplot SMOOTHED", "lossplot SMOOTHED-HINGE "),
    ("lossplot show redesc", "lossplot show redescending "),
    ('lossplot "torch:smo', 'lossplot "torch:smooth_l1" '),
    ("lossplot --show-completion z", "lossplot --show-completion zsh "),
    ("lossplot info fig", "lossplot info figure.svg "),
    ("lossplot build fig", "lossplot build figure.svg "),
    ("lossplot score fig", "lossplot score figure.svg "),
    ("lossplot hinge --data=fig", "lossplot hinge --data=figure.svg "),
    ("lossplot hinge --data fig", "lossplot hinge --data figure.svg "),
    ("lossplot hinge --title fig", "lossplot hinge --title fig"),
    ("lossplot zzz", "lossplot zzz"),
    ("lossplot show fig", "lossplot show fig"),
    ("lossplot gallery -o cha", "lossplot gallery -o chapters/"),
    ("lossplot tab", "lossplot table "),
    ("lossplot list multil", "lossplot list multilabel\\ classification "),
]
POSITIONAL = ["hinge", "hinge-embedding", "hinton-kd"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("shells")
    (path / "figure.svg").touch()
    (path / "chapters").mkdir()
    return path


@pytest.fixture(scope="module", params=["bash", "zsh"])
def shell(request: pytest.FixtureRequest, folder: Path) -> Iterator[Shell]:
    need(request.param)
    with open_shell(request.param, folder) as opened:
        yield opened


@every(("line", "whole"), SHELL_LINES, among=12)
def test_a_shell_completes_lines(shell: Shell, line: str, whole: str) -> None:
    assert shell.line_after(line) == whole


@pytest.mark.slow
def test_a_shell_offers_all_that_may_stand_there(shell: Shell) -> None:
    assert shell.offered("lossplot hin") == POSITIONAL
    assert shell.offered("lossplot hinge --title ") == []
    assert {*shell.offered("lossplot info ")} <= {"figure.svg", "chapters", "chapters/"}
    assert {each.removeprefix("--lang=") for each in shell.offered("lossplot hinge --lang=")} == {*languages()}


AWKWARD = """It's [a] loss: $1 of `it`, 50% "more" \\\\ less"""
OWN = '[losses.awkward-one]\nformula = "m"\nsummary = """{0}"""\n[losses.awkward-two]\nformula = "m"\n'


@pytest.mark.slow
def test_summaries_are_shown_as_they_are(tmp_path: Path) -> None:
    (tmp_path / "lossplot.toml").write_text(OWN.format(AWKWARD), encoding="utf-8")
    summary = AWKWARD.replace("\\\\", "\\")
    need("zsh", "fish")
    assert fish_offers("lossplot awk", tmp_path) == {"awkward-one": summary, "awkward-two": ""}
    with open_shell("zsh", tmp_path) as opened:
        opened.type("lossplot awk\t\t")
        opened.read_until(f"awkward-one +-- {re.escape(summary)}")
        opened.type("\x15lossplot hing\t\t")
        opened.read_until(f"hinge +-- {re.escape(LOSSES['hinge'].summary)}")


@every(("line", "whole"), SHELL_LINES, among=24)
def test_fish_completes_lines(folder: Path, line: str, whole: str) -> None:
    need("fish")
    word = whole.rpartition(" ")[2] or whole.split(" ")[-2]
    offered = {each.rstrip() for each in fish_offers(line, folder)}
    if line == whole:
        assert not offered
    elif "\\" not in whole:
        assert offered == {word.strip('"')}


@pytest.mark.slow
def test_fish_offers_all_that_may_stand_there_with_summaries(folder: Path) -> None:
    need("fish")
    assert {*fish_offers("lossplot hin", folder)} == {*POSITIONAL}
    assert fish_offers("lossplot list multil", folder) == {"multilabel classification": "6 losses"}
    for name, text in fish_offers("lossplot s", folder).items():
        if name in LOSSES:
            assert text == " ".join(LOSSES[name].summary.split())


def asked(folder: Path, *arguments: str | bytes, shell: str = "zsh") -> Outcome:
    return run(*arguments, cwd=folder, program=SCRIPT, env={"_LOSSPLOT_COMPLETE": shell})


QUESTIONS: tuple[list[str], ...] = ([], [""], ["lossplot"], ["lossplot", "\udcff"], ["lossplot", "'"])


@every(("shell", "arguments"), itertools.product(("bash", "zsh", "fish"), QUESTIONS), among=5)
def test_no_question_of_a_shell_is_answered_with_an_error(shell: str, arguments: list[str], tmp_path: Path) -> None:
    outcome = asked(tmp_path, *map(os.fsencode, arguments), shell=shell)
    assert_done(outcome)
    assert outcome.lines[0].split()[0] in ("words", "files", "folders")


def test_completion_is_silent_when_it_is_interrupted(tmp_path: Path) -> None:
    """A module that stands in for one of ours sends the signal of Ctrl-C in the midst of an answer."""
    program = (
        "import os, signal, sys; sys.argv = ['lossplot', 'lossplot', 'hin']; "
        "from lossplot._cli.completion import answer; "
        "answer.offer = lambda words: os.kill(os.getpid(), signal.SIGINT); "
        "from lossplot._cli.main import main; main()"
    )
    process = subprocess.run(
        [sys.executable, "-c", program],
        cwd=tmp_path,
        env=clean_environment({"_LOSSPLOT_COMPLETE": "zsh"}),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    assert (process.returncode, process.stdout, process.stderr) == (130, b"", b"")
