"""A command gives the same bytes, messages and exit code wherever and however it is run."""

from __future__ import annotations

import hashlib
import os
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from matplotlib.font_manager import FontManager
from support.run import (
    MODULE,
    SCRIPT,
    TIMEOUT,
    Outcome,
    assert_fails,
    assert_line,
    clean_environment,
    hearing_signals,
    run,
)

from lossplot._formats import of_kind

pytestmark = pytest.mark.slow

WORDS = ("hinge", "zero-one", "logistic", "-d", "--title", "\u03b4 & caf\u00e9")
# A script holds every digit, and the last one depends on the processor.
OUTPUTS = tuple(f"a.{file_format}" for file_format in of_kind("picture", "numbers", "source"))
HOSTILE_RC = """\
text.usetex: True
font.size: 40
savefig.bbox: tight
savefig.dpi: 20
figure.facecolor: red
axes.facecolor: green
lines.linewidth: 9
path.sketch: 1, 100, 2
svg.fonttype: none
pdf.fonttype: 3
axes.unicode_minus: False
"""
Preparation = Callable[[Path], dict[str, str | None]]


def hostile_rc(path: Path) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(HOSTILE_RC)
    return str(path)


def rc_file_here(folder: Path) -> dict[str, str | None]:
    hostile_rc(folder / "matplotlibrc")
    return {}


def rc_file_here_not_utf_8(folder: Path) -> dict[str, str | None]:
    (folder / "matplotlibrc").write_bytes(b"font.size: 40 # \xff\xfe\n")
    return {}


def rc_file_of_the_user(folder: Path) -> dict[str, str | None]:
    hostile_rc(folder / ".config" / "matplotlib" / "matplotlibrc")
    return {"HOME": str(folder), "MPLCONFIGDIR": None}


def rc_file_of_the_configuration(folder: Path) -> dict[str, str | None]:
    return {"MPLCONFIGDIR": str(Path(hostile_rc(folder / "configuration" / "matplotlibrc")).parent)}


def rc_file_by_variable(folder: Path) -> dict[str, str | None]:
    return {"MATPLOTLIBRC": hostile_rc(folder / "elsewhere" / "matplotlibrc")}


def corrupt_font_cache(folder: Path) -> dict[str, str | None]:
    (folder / f"fontlist-v{FontManager.__version__}.json").write_text('{"_version": "not')
    return {"MPLCONFIGDIR": str(folder)}


def without_processor_features(_: Path) -> dict[str, str | None]:
    features = np.show_config(mode="dicts")["SIMD Extensions"]["found"]
    return {"NPY_DISABLE_CPU_FEATURES": " ".join(features)}


def variables(**changes: str | None) -> Preparation:
    return lambda _: changes


SURROUNDINGS: dict[str, Preparation] = {
    "another-hash-seed": variables(PYTHONHASHSEED="random"),
    "rc-file-here": rc_file_here,
    "rc-file-here-not-utf-8": rc_file_here_not_utf_8,
    "rc-file-of-the-user": rc_file_of_the_user,
    "rc-file-of-the-configuration": rc_file_of_the_configuration,
    "rc-file-by-variable": rc_file_by_variable,
    "rc-variable-to-nowhere": variables(MATPLOTLIBRC="/nonexistent"),
    "corrupt-font-cache": corrupt_font_cache,
    "backend-bogus": variables(MPLBACKEND="bogus"),
    "backend-tk": variables(MPLBACKEND="TkAgg", DISPLAY=":99"),
    "home-not-a-folder": variables(HOME="/dev/null", MPLCONFIGDIR="/dev/null"),
    "home-unset": variables(HOME=None, MPLCONFIGDIR=None, XDG_CONFIG_HOME=None),
    "zone-and-locale": variables(TZ="Pacific/Kiritimati", LANG="C", LC_ALL="C", PYTHONCOERCECLOCALE="0"),
    "epoch-not-a-number": variables(SOURCE_DATE_EPOCH="abc"),
    "epoch": variables(SOURCE_DATE_EPOCH="1"),
    "plainer-processor": without_processor_features,
    "warnings-are-errors": variables(PYTHONWARNINGS="error"),
    "development-mode": variables(PYTHONDEVMODE="1"),
    "small-terminal": variables(COLUMNS="20", LINES="5", TERM="dumb"),
}


def draw(folder: Path, env: dict[str, str | None]) -> dict[str, str]:
    """Draw in `folder` as if from a terminal with `env`; return the digest of each file."""
    outputs = [word for output in OUTPUTS for word in ("-o", output)]
    outcome = run(*WORDS, *outputs, cwd=folder, env=env)
    assert (outcome.code, outcome.err) == (0, ""), outcome
    assert outcome.changed >= set(OUTPUTS)
    return {output: hashlib.sha256((folder / output).read_bytes()).hexdigest() for output in OUTPUTS}


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return draw(tmp_path_factory.mktemp("usual"), {"PYTHONHASHSEED": "0"})


@pytest.mark.parametrize("prepare", SURROUNDINGS.values(), ids=SURROUNDINGS)
def test_the_bytes_are_the_same_and_nothing_is_said(
    usual: dict[str, str], prepare: Preparation, tmp_path: Path
) -> None:
    assert draw(tmp_path, prepare(tmp_path)) == usual


@pytest.mark.parametrize("first", OUTPUTS)
def test_the_bytes_do_not_depend_on_which_formats_are_drawn_together(
    usual: dict[str, str], first: str, tmp_path: Path
) -> None:
    outcome = run(*WORDS, "-o", first, cwd=tmp_path, program=SCRIPT)
    assert outcome.code == 0
    assert hashlib.sha256((tmp_path / first).read_bytes()).hexdigest() == usual[first]


# --- text ---


ASCII = {"LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": None}


@pytest.mark.parametrize("words", ["list", "show huber", "--help", "hinge logistic -d --preview"])
@pytest.mark.parametrize("locale", [ASCII, {"PYTHONIOENCODING": "ascii"}], ids=["c-locale", "ascii-streams"])
def test_what_a_stream_cannot_encode_is_drawn_in_ascii(
    tmp_path: Path, words: str, locale: dict[str, str | None]
) -> None:
    outcome = run(*words.split(), cwd=tmp_path, env=locale)
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.isascii()
    assert "\\u" not in outcome.text
    assert "\\x" not in outcome.text


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252", "cp437", "iso8859-7", "gbk", "utf-16"])
def test_a_stream_keeps_the_characters_that_its_encoding_has(tmp_path: Path, encoding: str) -> None:
    outcome = run("list", "--axis", "probability", cwd=tmp_path, env={"PYTHONIOENCODING": encoding})
    assert (outcome.code, outcome.err) == (0, "")
    text = outcome.out.decode(encoding)
    for character in "γ·²":
        assert (character in text) == (character.encode(encoding, "ignore") != b"")


def test_names_in_utf_8_are_understood_in_the_c_locale(tmp_path: Path) -> None:
    run("hinge", "--title", "Größe 損失 — γ", "-o", "usual.svg", cwd=tmp_path)
    (tmp_path / "figures.toml").write_text(
        '[[figures]]\nlosses = ["hinge"]\noutput = ["Größe 損.svg"]\ntitle = "Größe 損失 — γ"\n', "utf-8"
    )
    assert run("hinge", "--title", "Größe 損失 — γ", "-o", "損.svg", cwd=tmp_path, env=ASCII).code == 0
    assert run("build", "figures.toml", cwd=tmp_path, env=ASCII).code == 0
    pictures = {(tmp_path / name).read_bytes() for name in ("usual.svg", "損.svg", "Größe 損.svg")}
    assert len(pictures) == 1
    assert "Größe 損失" in pictures.pop().decode()


@pytest.mark.parametrize("columns", ["0", "1", "20", "-5", "many", ""])
def test_help_is_readable_at_any_width(tmp_path: Path, columns: str) -> None:
    outcome = run("--help", cwd=tmp_path, env={"COLUMNS": columns})
    assert (outcome.code, outcome.err) == (0, "")
    assert "--derivative" in outcome.text
    assert max(map(len, outcome.lines)) >= 30
    assert len(outcome.lines) < 200


@pytest.mark.parametrize(
    "env",
    [
        {"NO_COLOR": "1", "FORCE_COLOR": "1"},
        {"GITHUB_ACTIONS": "true"},
        {"PY_COLORS": "1"},
        {"CLICOLOR_FORCE": "1", "NO_COLOR": "1"},
    ],
    ids=" ".join,
)
def test_a_pipe_gets_no_colours(tmp_path: Path, env: dict[str, str | None]) -> None:
    for words, code in (("list", 0), ("--help", 0), ("hnige", 2)):
        outcome = run(words, cwd=tmp_path, env=env)
        assert outcome.code == code
        assert "\x1b" not in outcome.text + outcome.err


# --- streams ---


def shell(command: str, *words: str, cwd: Path) -> Outcome:
    """Run lossplot by a line of the shell, in which it is `"$@"`."""
    return run(cwd=cwd, program=["sh", "-c", command, "sh", *MODULE, *words])


@pytest.mark.parametrize("redirection", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_a_closed_stream_changes_nothing_but_what_is_said(tmp_path: Path, redirection: str) -> None:
    outcome = shell(f'"$@" {redirection}', "hinge", "-o", "a.svg", cwd=tmp_path)
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.text == ("" if ">&-" in redirection.split() else "a.svg\n")
    assert outcome.changed == {"a.svg"}
    assert (tmp_path / "a.svg").read_bytes().endswith(b"</svg>\n")


def test_an_error_has_nowhere_to_go_when_stderr_is_closed(tmp_path: Path) -> None:
    outcome = shell('"$@" 2>&-', "hnige", cwd=tmp_path)
    assert (outcome.code, outcome.out, outcome.err) == (2, b"", "")
    assert not outcome.changed


@pytest.mark.parametrize("words", ["list", "table hinge --points 100000", "hinge -o -", "--help"])
def test_a_reader_that_closed_stdout_ends_it_in_silence(tmp_path: Path, words: str) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    outcome = run(*words.split(), cwd=tmp_path, stdout=writing)
    os.close(writing)
    assert (outcome.code, outcome.err) == (141, "")
    assert not outcome.changed


def test_a_reader_may_take_the_first_line_only(tmp_path: Path) -> None:
    outcome = shell('{ "$@"; echo $? >code; } | head -n 1', "table", "hinge", "--points", "100000", cwd=tmp_path)
    assert [line.split() for line in outcome.lines] == [["m", "hinge"]]
    assert ((tmp_path / "code").read_text(), outcome.err) == ("141\n", "")


@pytest.mark.parametrize("words", ["list", "list --format json", "hinge -o -", "--help", "--version"])
def test_a_full_stdout_is_one_line_and_a_failure(tmp_path: Path, words: str) -> None:
    assert_fails(shell('"$@" >/dev/full', *words.split(), cwd=tmp_path), 1, "No space left on device")


# --- signals ---


def wait_until_drawing(process: subprocess.Popen[str]) -> None:
    """Wait until the process has loaded the library that rasterises."""
    maps = Path(f"/proc/{process.pid}/maps")
    end = time.monotonic() + TIMEOUT
    while time.monotonic() < end and process.poll() is None:
        if "_backend_agg" in maps.read_text():
            return
        time.sleep(0.01)
    pytest.fail("it did not draw")


def drawing(folder: Path, size: str, *program: str) -> subprocess.Popen[str]:
    """Start a process that draws for a time that grows with the size."""
    return subprocess.Popen(
        [*program, "hinge", "-o", "a.png", "-o", "b.png", "--size", size, "--dpi", "240"],
        cwd=folder,
        env=clean_environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


needs_proc = pytest.mark.skipif(
    not Path("/proc/self/maps").exists(), reason="how far a process is can be seen in /proc only"
)


@needs_proc
@pytest.mark.parametrize("name", ["HUP", "INT", "TERM"])
def test_a_signal_that_was_ignored_when_it_started_stays_ignored(tmp_path: Path, name: str) -> None:
    """nohup ignores SIGHUP for its command, and a script SIGINT for its background jobs."""
    with drawing(tmp_path, "15x15", "sh", "-c", f'trap "" {name}; exec "$@"', "sh", *MODULE) as process:
        wait_until_drawing(process)
        process.send_signal(signal.Signals[f"SIG{name}"])
        out, err = process.communicate(timeout=TIMEOUT)
    assert (process.returncode, out, err) == (0, "a.png\nb.png\n", "")


@needs_proc
@pytest.mark.parametrize(
    ("number", "code"),
    [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)],
    ids=str,
)
def test_a_signal_while_drawing_leaves_what_was_there(tmp_path: Path, number: signal.Signals, code: int) -> None:
    path = tmp_path / "a.png"
    assert run("zero-one", "-o", "a.png", cwd=tmp_path).code == 0
    old = path.read_bytes()
    with hearing_signals():
        process = drawing(tmp_path, "40x40", *MODULE)
    with process:
        wait_until_drawing(process)
        process.send_signal(number)
        out, err = process.communicate(timeout=TIMEOUT)
    assert (process.returncode, out) == (code, "")
    assert err.count("\n") == (number == signal.SIGINT)
    for line in err.splitlines():
        assert_line(line)
        assert "interrupted" in line
    assert path.read_bytes() == old
    assert os.listdir(tmp_path) == ["a.png"]


# --- where it is run ---


@pytest.mark.parametrize(
    ("output", "code"), [("{elsewhere}/a.svg", 0), ("a.svg", 1)], ids=["absolute-output", "relative-output"]
)
def test_the_working_directory_may_be_gone(tmp_path: Path, output: str, code: int) -> None:
    directory = tmp_path / "gone"
    directory.mkdir()
    outcome = shell(
        f'cd {directory}; rmdir {directory}; exec "$@"', "hinge", "-o", output.format(elsewhere=tmp_path), cwd=tmp_path
    )
    assert outcome.code == code
    assert outcome.err.count("\n") == code
    assert outcome.changed == {"gone"} | ({"a.svg"} if code == 0 else set())
