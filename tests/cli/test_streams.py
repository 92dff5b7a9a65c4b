"""Stdout by any of its names, stderr, and the error messages of the system."""

from __future__ import annotations

import errno
import os
import shlex
import subprocess
import unicodedata
from pathlib import Path
from unittest import mock

import pytest
from support.cases import every
from support.draws import law, lists, no_surrogate, texts
from support.run import MODULE, TIMEOUT, Outcome, assert_done, assert_fails, assert_line, call, clean_environment, run

from lossplot._errors import LossplotError, shell_command
from lossplot._formats import files

OTHER_NAMES = ("/dev/fd/1", "/proc/self/fd/1", "/proc/thread-self/fd/1", "/dev/../dev//stdout")
NAMES = ("/dev/stdout", *(pytest.param(name, marks=pytest.mark.slow) for name in OTHER_NAMES))
linux = pytest.mark.skipif(not os.path.exists("/proc/self/fd"), reason="these are names of Linux")


def shell(command: str, *words: str, cwd: Path) -> Outcome:
    """Run lossplot by a line of the shell, in which it is `"$@"`."""
    return run(cwd=cwd, program=["sh", "-c", command, "sh", *MODULE, *words])


@pytest.fixture(scope="module")
def svg(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    folder = tmp_path_factory.mktemp("svg")
    assert_done(call("hinge", "-o", "a.svg", cwd=folder), "a.svg")
    return (folder / "a.svg").read_bytes()


# --- stdout ---


@linux
@pytest.mark.parametrize("name", NAMES)
def test_stdout_is_stdout_by_any_name(name: str, tmp_path: Path) -> None:
    filed = shell('(echo first; "$@"; echo last) > x.csv', "hinge", "-f", "csv", "-o", name, cwd=tmp_path)
    assert (filed.code, filed.out, filed.err) == (0, b"", "")
    assert filed.changed == {"x.csv"}
    numbers = call("hinge", "-f", "csv", "-o", "-", cwd=tmp_path).out
    assert (tmp_path / "x.csv").read_bytes() == b"first\n" + numbers + b"last\n"


@pytest.mark.slow
@linux
def test_stdout_by_its_name_may_be_a_pipe_or_closed(svg: bytes, tmp_path: Path) -> None:
    words = ("hinge", "-f", "svg", "-o", "/dev/stdout")
    piped = run(*words, cwd=tmp_path)
    assert (piped.code, piped.out, piped.err, piped.changed) == (0, svg, "", frozenset())
    outcome = shell('"$@" >&-', *words, cwd=tmp_path)
    assert (outcome.code, outcome.out, outcome.err, outcome.changed) == (0, b"", "", frozenset())


@pytest.mark.slow
@linux
def test_a_link_to_stdout_is_stdout_in_the_format_of_its_name(svg: bytes, tmp_path: Path) -> None:
    (tmp_path / "out.svg").symlink_to("/dev/stdout")
    outcome = shell('"$@" > x', "hinge", "-o", "out.svg", cwd=tmp_path)
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.changed == {"x"}
    assert (tmp_path / "x").read_bytes() == svg


@pytest.mark.slow
@linux
@every(("encoding", "shown"), [("ascii", "caf\\xe9"), ("utf-8", "caf\u00e9")], among=2)
def test_beside_a_figure_on_stdout_paths_are_told_on_stderr(tmp_path: Path, encoding: str, shown: str) -> None:
    words = ["hinge", "-f", "csv", "-o", "a.csv", "-o", "/dev/stdout", "-o", "caf\u00e9"]
    outcome = run(*words, cwd=tmp_path, env={"PYTHONIOENCODING": encoding})
    assert (outcome.code, outcome.out) == (0, (tmp_path / "a.csv").read_bytes())
    assert outcome.err == f"lossplot: a.csv\nlossplot: {shown}\n"


@pytest.mark.slow
@linux
def test_what_is_open_already_is_written_where_it_stands(svg: bytes, tmp_path: Path) -> None:
    outcome = shell('exec 5> x; echo first >&5; "$@"', "hinge", "-f", "svg", "-o", "/dev/fd/5", cwd=tmp_path)
    # subprocesses of a shell inherit what it has opened
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.changed == {"x"}
    assert (tmp_path / "x").read_bytes() == b"first\n" + svg


@pytest.mark.slow
@linux
def test_a_name_of_a_stream_that_cannot_be_is_told(tmp_path: Path) -> None:
    for words, fragment in (
        (("-o", "/dev/stdout"), "cannot tell the format from '/dev/stdout'; give it too, as in --format png"),
        (("-f", "svg", "-o", "/dev/stderr"), "'/dev/stderr' is for messages; write to a file"),
        (("-f", "svg", "-o", "/proc/self/fd/2"), "'/proc/self/fd/2' is for messages"),
        (("-f", "svg", "-o", "-", "-o", "/dev/stdout"), "'/dev/stdout' is given twice as '-'"),
        (("-f", "svg", "--alt", "-o", "/dev/stdout"), "where --alt writes too"),
        (("-f", "svg", "--preview", "-o", "/dev/fd/1"), "where --preview writes too"),
    ):
        assert_fails(run("hinge", *words, cwd=tmp_path), 2, fragment)
    assert_fails(run("hinge", "-f", "svg", "-o", "/dev/fd/77", cwd=tmp_path), 1, "Bad file descriptor")
    outcome = shell('"$@" 5< x', "hinge", "-f", "svg", "-o", "/dev/fd/5", cwd=tmp_path)
    assert outcome.code == 2  # the shell's own
    (tmp_path / "x").write_text("mine")
    assert_fails(
        shell('"$@" 5< x', "hinge", "-f", "svg", "-o", "/dev/fd/5", cwd=tmp_path), 1, "'/dev/fd/5': Bad file descriptor"
    )
    assert (tmp_path / "x").read_text() == "mine"


def test_a_name_that_ends_like_a_folder_s_is_no_file(tmp_path: Path) -> None:
    assert_fails(call("hinge", "-f", "svg", "-o", "new/", cwd=tmp_path), 1, "'new/': it would be a directory; name a")


# --- stderr ---

COMMANDS_WITH_MESSAGES = (
    ("hinge", "--alt", "-o", "a.svg"),
    ("hinge", "--preview", "-o", "a.csv"),
    ("hinge", "-f", "json", "-o", "-", "-o", "a.json"),
    ("hinge", "hinge", "-o", "a.svg"),
    ("scipy:kl_div", "-o", "a.csv"),
    ("hinge", "-o", "none/a.svg"),
    ("hnige",),
    ("hinge", "--bogus"),
    ("info", "b.svg"),
    ("info", "b.svg", "--rerun"),
    ("info", "theirs.svg"),
    ("build", "x.toml"),
    ("build", "x.toml", "--check", "-o", "elsewhere"),
    ("build", "none.toml"),
    ("table", "hnige"),
    ("show", "hnige"),
    ("invert", "hinge", "x"),
    ("check", "hinge"),
    ("check", "--file", "nothing.csv"),
    ("identify", "nothing.csv"),
    ("list", "--bogus"),
    ("gallery", "-f", "gif"),
    ("gallery", "-o", ""),
)


@pytest.mark.parametrize("words", COMMANDS_WITH_MESSAGES, ids=" ".join)
def test_every_line_on_stderr_is_lossplot_s(words: tuple[str, ...], svg: bytes, tmp_path: Path) -> None:
    (tmp_path / "b.svg").write_bytes(svg + b"<!-- mine -->")
    (tmp_path / "theirs.svg").write_text("<svg/>")
    (tmp_path / "x.toml").write_text(
        "[[figures]]\nlosses = ['hinge', 'hinge']\noutput = ['a.svg', 'theirs.svg']\ntitle = '\\u202e'\n"
        "[[figures]]\nlosses = ['hinge']\noutput = 'theirs.svg.csv'\ntitle = \"\u202e\u2028\u200b\"\n"
    )
    outcome = call(*words, cwd=tmp_path)
    assert outcome.err
    for line in outcome.err.split("\n")[:-1]:
        assert_line(line)
    assert outcome.err.endswith("\n")


# A text, and how a message quotes it: as it was typed, but for what cannot be seen or turns its neighbours around.
QUOTED = {
    "\u5408\u9875\u635f": "\u5408\u9875\u635f",
    "perte de Charbonnier \u00e9t\u00e9": "perte de Charbonnier \u00e9t\u00e9",
    "\u30d2\u30f3\u30b8": "\u30d2\u30f3\u30b8",
    "\u03b1\u2212\u03b2\u00b2 \u201chinge\u201d": "\u03b1\u2212\u03b2\u00b2 \u201chinge\u201d",
    "\U0001f600\u0301": "\U0001f600\u0301",
    "a\u202eb": "a\\u202eb",
    "\u05d0\u0628": "\\u05d0\\u0628",
    "\u00a0\u3000\u200b\n": "\\xa0\\u3000\\u200b\\n",
    "\ue000\ufffe": "\\ue000\\ufffe",
}


@pytest.mark.parametrize("text", QUOTED, ids=ascii)
def test_a_message_quotes_a_text_as_it_was_typed(text: str, tmp_path: Path) -> None:
    for words in (("hinge", "--axis", text), ("build", text)):
        outcome = call(*words, cwd=tmp_path)
        assert_fails(outcome, 2, f"'{QUOTED[text]}'")


@pytest.mark.parametrize("text", ["\u5408\u9875\u635f", "\u30d2\u30f3\u30b8", "\u05d0\u0628"], ids=ascii)
def test_an_unknown_loss_is_quoted_as_it_was_typed(text: str, tmp_path: Path) -> None:
    for words in (("show", text), (text,)):
        assert_fails(call(*words, cwd=tmp_path), 2, f"unknown loss '{QUOTED[text]}'")


def test_a_message_is_escaped_where_the_terminal_cannot_show_it(tmp_path: Path) -> None:
    outcome = run("show", "\u5408\u9875\u635f", cwd=tmp_path, env={"PYTHONIOENCODING": "ascii"})
    assert_fails(outcome, 2, r"unknown loss '\u5408\u9875\u635f'")


@pytest.mark.parametrize("wish", ["bogus", "complete_bash", ""])
def test_a_wrong_question_of_a_shell_is_told_as_all_is(wish: str, tmp_path: Path) -> None:
    assert_fails(run(cwd=tmp_path, env={"_LOSSPLOT_COMPLETE": wish}), 2, f"shell {wish!r} is unknown; ")


# --- what a shell and a terminal make of a command ---

HIDDEN = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")
WORDS = lists(texts(12, accepted=lambda character: character != "\0" and no_surrogate(character)), 0, 3)
AWKWARD_WORDS = (
    ["\u202e\u2066\u200e\u200f\u061c\u200b\u00ad\ufeff\u2028\u2029\x1b[2J\x9b\u0085\ue000\U000e0041", "'\\"],
    ["l'\u00e9t\u00e9\u00a0\u3000", "", "\U0001f1e9\U0001f1ea"],
)


@law(100, also=[(words,) for words in AWKWARD_WORDS], words=WORDS)
def test_nothing_that_cannot_be_seen_is_in_a_command(words: list[str]) -> None:
    line = shell_command(words)
    assert not [character for character in line if unicodedata.category(character) in HIDDEN]
    if all(unicodedata.category(character) not in HIDDEN for word in words for character in word):
        assert line == shlex.join(words)


@pytest.mark.skipif(not os.path.exists("/bin/bash"), reason="needs bash")
def test_a_shell_takes_a_command_for_what_it_says() -> None:
    invisible = [chr(code) for code in range(1, 0x2100) if unicodedata.category(chr(code)) in HIDDEN]
    words = ["a", "'\\\u200b\"$x`", "".join(invisible), "1\u202e2", "\u00e9 \u00a0"]
    line = f"printf '%s\\0' {shell_command(words)}"
    process = subprocess.run(
        ["/bin/bash", "-c", line], capture_output=True, env=clean_environment(), timeout=TIMEOUT, check=True
    )
    assert process.stdout.decode().split("\0")[:-1] == words


# --- the system's reasons ---


@pytest.mark.parametrize("present", [True, False], ids=["present", "absent"])
def test_a_read_only_system_is_called_so(present: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.svg"
    if present:
        path.write_text("x")
    read_only = mock.Mock(f_flag=os.ST_RDONLY)
    monkeypatch.setattr(os, "access", lambda *_: False)
    monkeypatch.setattr(os, "statvfs", lambda _: read_only)
    for force in (True, False):
        with pytest.raises(LossplotError, match="Read-only file system; choose another"):
            files.check_target(str(path), force)
    read_only.f_flag = 0
    with pytest.raises(LossplotError, match="it is read-only" if present else "Permission denied"):
        files.check_target(str(path), True)


MOUNTED = """
mount -t tmpfs none d && echo '<svg/>' > d/old.svg && mount -o remount,ro d || exit 77
cd d; for name in old.svg new.svg; do "$@" hinge --force -o $name; echo $?; done
"""


@pytest.mark.slow
def test_a_read_only_system_that_is_one(tmp_path: Path) -> None:
    (tmp_path / "d").mkdir()
    program = ["unshare", "-rm", "sh", "-c", MOUNTED, "sh", *MODULE]
    try:
        process = subprocess.run(
            program, cwd=tmp_path, env=clean_environment(), capture_output=True, text=True, timeout=TIMEOUT, check=False
        )
    except FileNotFoundError:
        pytest.skip("needs unshare, to mount something")
    if process.returncode in (1, 77):
        pytest.skip(f"nothing may be mounted here: {process.stderr.strip()}")
    assert process.stdout == "1\n1\n", process
    old, new = process.stderr.splitlines()
    assert old == "lossplot: cannot write 'old.svg': Read-only file system; choose another place"
    assert new.startswith("lossplot: cannot write in directory '")
    assert new.endswith(": Read-only file system; choose another")


REASONS = [
    *("ENOSPC", "EDQUOT", "ENAMETOOLONG", "ELOOP", "EACCES", "EPERM", "ETXTBSY", "EBUSY", "EISDIR", "ENOTDIR"),
    *("EROFS", "EIO", "EMFILE"),
]


@pytest.mark.parametrize("name", REASONS)
@pytest.mark.parametrize("step", ["stat", "open", "replace"])
def test_any_reason_is_told_in_the_system_s_words(name: str, step: str, tmp_path: Path) -> None:
    code = getattr(errno, name)
    path = tmp_path / "a.svg"
    path.write_bytes(b"old")
    with (
        mock.patch.object(os, step, side_effect=OSError(code, os.strerror(code))),
        pytest.raises(LossplotError) as caught,
    ):
        files.write(str(path), b"new")
    assert str(caught.value).count(os.strerror(code)) == 1
    assert str(caught.value).startswith("cannot write '")
    assert path.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["a.svg"]
