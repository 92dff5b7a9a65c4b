"""`lossplot info`: the command of a file, and its rerun, which is safe whatever the file contains."""

from __future__ import annotations

import io
import os
import shlex
import subprocess
import sys
import zlib
from pathlib import Path
from unittest import mock

import pytest
from matplotlib.figure import Figure
from support.cases import some
from support.run import MODULE, TIMEOUT, Outcome, assert_done, assert_fails, assert_line, call, clean_environment, run

from lossplot._cli import info
from lossplot._cli.app import load
from lossplot._formats import inputs, of_kind
from lossplot._formats.provenance import comment_line, read, sealed

FORMATS = of_kind("picture", "numbers", "source")

NOTE = "lossplot: note: made by lossplot "
PICTURES = ("png", "svg", "pdf")
FIGURES: dict[str, list[str]] = {
    "plain": ["hinge"],
    "panels": ["huber:delta=0.5,1,2", "-d", "--second-derivative", "--title=-"],
    "one-panel": ["cauchy", "--only", "weight", "--labels", "none", "--title", "--output=x -o x --force"],
    "view": ["logistic", "zero-one", "--range=-1e-3:0.1", "--ylim=-1:2.5"],
    "axis": ["squared", "hinge", "--axis", "margin", "--size", "10x5cm", "--dpi", "97.3"],
    "library": ["torch:smooth_l1:beta=0.5", "--title", "Verlust δ, perte €, потеря 𝔸"],
    "shell": ["hinge", "--title", "$(touch x) `id` ; 'a' \"b\" \\ > | & * ~ #"],
    "markup": ["hinge", "--title", "</dc:source><dc:source>lossplot -o x ]]> &amp; ) /Keywords (lossplot -o x"],
}


def assert_command(outcome: Outcome) -> list[str]:
    """Assert that stdout is a command and stderr a note; return the words of the command."""
    assert outcome.code == 0, outcome
    assert not outcome.changed, outcome
    [command] = outcome.lines
    [note] = outcome.err.splitlines()
    assert_line(note)
    assert note.startswith(NOTE)
    words = shlex.split(command)
    assert shlex.join(words) == command
    assert words[0] == "lossplot"
    return words[1:]


# --- round trips ---


@pytest.mark.slow
@pytest.mark.parametrize("figure", FIGURES.values(), ids=FIGURES)
def test_a_rerun_of_the_command_makes_the_same_bytes(figure: list[str], tmp_path: Path) -> None:
    names = [f"a.{file_format}" for file_format in PICTURES]
    outcome = call(*figure, *(f"--output={name}" for name in names), cwd=tmp_path)
    assert outcome.changed == set(names), outcome
    for name in names:
        data = (tmp_path / name).read_bytes()
        words = assert_command(call("info", name, cwd=tmp_path))
        assert figure[0] in words
        again = call("info", name, "--rerun", cwd=tmp_path)
        assert (again.code, again.out, again.changed) == (0, f"{name}\n".encode(), frozenset()), again
        assert again.err == outcome.err
        assert (tmp_path / name).read_bytes() == data


@pytest.mark.slow
def test_the_command_can_be_put_into_another(tmp_path: Path) -> None:
    assert_done(call("hinge", "-d", "-o", "a.json", cwd=tmp_path), "a.json")
    lossplot = shlex.join(MODULE)
    script = f'lossplot() {{ {lossplot} "$@"; }}; $(lossplot info a.json) -o b.json'
    process = subprocess.run(
        ["sh", "-c", script], cwd=tmp_path, env=clean_environment(), capture_output=True, timeout=TIMEOUT, check=False
    )
    assert (process.returncode, process.stdout) == (0, b"b.json\n"), process
    assert (tmp_path / "b.json").read_bytes() == (tmp_path / "a.json").read_bytes()


@pytest.mark.parametrize("name", some(["--force", "-", "-o", "caf\u00e9\n.png", "none", "a b.PNG"], among=3))
def test_a_rerun_writes_to_its_file_whatever_it_is_called(tmp_path: Path, name: str) -> None:
    assert_done(call("hinge", "--dpi=50", "-o", "a.png", cwd=tmp_path), "a.png")
    data = (tmp_path / "a.png").read_bytes()
    (tmp_path / "a.png").rename(tmp_path / name)
    (tmp_path / name).chmod(0o640)
    outcome = call("info", "--rerun", "--", name, cwd=tmp_path)
    assert (outcome.code, outcome.err, outcome.changed) == (0, "", frozenset())
    assert len(outcome.lines) == 1
    assert (tmp_path / name).read_bytes() == data
    assert (tmp_path / name).stat().st_mode & 0o777 == 0o640


def test_a_rerun_by_another_version_says_that_the_bytes_differ(tmp_path: Path) -> None:
    assert_done(call("hinge", "-o", "a.svg", cwd=tmp_path), "a.svg")
    data = (tmp_path / "a.svg").read_bytes()
    now = read(data)
    assert now
    then = f"lossplot 0.0.9 (matplotlib 3.9.0; figure {now.mark('figure')}; seal {now.mark('figure')})"
    (tmp_path / "a.svg").write_bytes(sealed(data.replace(now.software.encode(), then.encode())))
    outcome = call("info", "a.svg", "--rerun", cwd=tmp_path)
    assert (outcome.code, outcome.out) == (0, b"a.svg\n")
    [line] = outcome.err.splitlines()
    assert_line(line)
    assert line.startswith("lossplot: warning: 'a.svg' has other bytes than before")
    assert then.partition("; seal")[0] in line
    assert now.software in line
    assert (tmp_path / "a.svg").read_bytes() == data


def test_neither_numpy_nor_matplotlib_is_needed_to_tell_the_command(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text(f"{comment_line('#', 'lossplot 0.1.0', 'lossplot --format py hinge')}\n")
    without = "import sys; sys.modules.update(numpy=None, matplotlib=None); from lossplot._cli.main import main; main()"
    outcome = run("info", "a.py", cwd=tmp_path, program=[sys.executable, "-c", without])
    assert assert_command(outcome) == ["--format", "py", "hinge"]


# --- what a record may hold ---

# Options that records of figures never have.
ELSEWHERE = {"--output", "--hold", "--force", "--strict", "--quiet", "--copy", "--preview", "--alt", "--losses"}


def test_of_every_option_it_is_known_whether_a_record_may_hold_it() -> None:
    parameters = [*load("plot").params, *load("grid").params]
    options = {parameter.opts[-1] for parameter in parameters if parameter.param_type_name == "option"}
    assert options == info.RECORDED | ELSEWHERE
    assert info.RECORDED.isdisjoint(ELSEWHERE)
    assert {"--style", "--data"} == info.READING


def forgery(command: str, software: str = "lossplot 0.1.0 (matplotlib 3.11.2)") -> bytes:
    """Return the beginning of a PNG whose metadata has `command`."""
    data = b"\x89PNG\r\n\x1a\n"
    for kind, words in (
        (b"iTXt", b"Comment\0\0\0\0\0" + command.encode("utf-8", "surrogatepass")),
        (b"tEXt", b"Software\0" + software.encode()),
        (b"IDAT", b""),
    ):
        data += len(words).to_bytes(4) + kind + words + zlib.crc32(kind + words).to_bytes(4)
    return data


@pytest.fixture(scope="module")
def victim(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Return a figure by lossplot."""
    place = tmp_path_factory.mktemp("victim")
    assert_done(call("hinge", "-o", "victim.png", cwd=place), "victim.png")
    return (place / "victim.png").read_bytes()


@pytest.fixture
def folder(tmp_path: Path, victim: bytes) -> Path:
    """Create a folder with a figure by lossplot to lose, and a picture to forge."""
    (tmp_path / "victim.png").write_bytes(victim)
    return tmp_path


MORE_THAN_A_FIGURE = {
    "output": "lossplot --format png -o victim.png logistic",
    "output-long": "lossplot --format png --output=victim.png logistic",
    "output-new": "lossplot --format png -o new.png logistic",
    "output-clustered": "lossplot --format png -dovictim.png logistic",
    "output-after-a-title": "lossplot --format png --title -- --output=victim.png logistic",
    "output-after-a-size": "lossplot --format png --size 4x4 -o new.png logistic",
    "output-at-the-end": "lossplot --format png logistic -o new.png",
    "stdout": "lossplot --format png -o - logistic",
    "force": "lossplot --format png --force logistic",
    "copy": "lossplot --format png --copy logistic",
    "preview": "lossplot --format png --preview logistic",
    "alt": "lossplot --format png --alt logistic",
    "quiet": "lossplot --format png -q logistic",
    "strict": "lossplot --format png --strict logistic",
    "help": "lossplot --format png --help",
    "help-short": "lossplot --format png -h logistic",
    "unknown": "lossplot --format png --sparkle logistic -o new.png",
    "no-value": "lossplot --format png logistic --output",
    "version": "lossplot --version",
    "completion": "lossplot --install-completion bash",
    "other-format": "lossplot --format svg logistic",
    "two-formats": "lossplot --format png --format svg logistic",
    "no-format": "lossplot logistic",
    "no-loss": "lossplot --format png",
    "nothing": "lossplot",
    "blank": " ",
    "another-program": "rm -f --format png victim.png",
    "another-path": "./lossplot --format png hinge",
    "quoted": "'lossplot --format' png hinge",
    "open-quote": "lossplot --format png 'hinge",
    "open-escape": "lossplot --format png hinge\\",
    "line-end": "lossplot --format png hinge\nrm -f victim.png",
    "escape": "lossplot --format png '--title=\x1b[2J' hinge",
    "surrogate": "lossplot --format png '--title=\ud800' hinge",
    "endless": "lossplot --format png " + "hinge " * 20_000,
}


@pytest.mark.parametrize("rerun", some([[], ["--rerun"]], among=2), ids=["info", "rerun"])
@pytest.mark.parametrize("command", MORE_THAN_A_FIGURE.values(), ids=MORE_THAN_A_FIGURE)
def test_a_record_that_asks_for_more_than_a_figure_is_refused(folder: Path, command: str, rerun: list[str]) -> None:
    (folder / "x.png").write_bytes(forgery(command))
    assert_fails(call("info", "x.png", *rerun, cwd=folder), 1, "'x.png'", "; ")


NO_COMMAND = ("another-program", "another-path", "quoted", "open-quote", "open-escape", "line-end", "escape", "endless")


@pytest.mark.parametrize("kind", NO_COMMAND)
def test_a_record_that_is_no_command_is_called_so_before_anything_reads_it(folder: Path, kind: str) -> None:
    (folder / "x.png").write_bytes(forgery(MORE_THAN_A_FIGURE[kind]))
    with mock.patch("lossplot._cli.info.load") as command:
        assert_fails(call("info", "x.png", cwd=folder), 1, "the record of 'x.png' is no command: ", "; draw it anew")
    command.assert_not_called()


@pytest.mark.parametrize("character", ["\\ud800", "\\u001b", "\\u0085", "\\n"])
def test_a_character_that_no_command_has_is_found_in_text_files_too(character: str, tmp_path: Path) -> None:
    assert_done(call("hinge", "-o", "a.json", cwd=tmp_path), "a.json")
    data = (tmp_path / "a.json").read_text()
    (tmp_path / "a.json").write_text(data.replace("--format json hinge", f"--format json hinge{character}", 1))
    assert_fails(call("info", "a.json", cwd=tmp_path), 1, "the record of 'a.json' is no command: ")


@pytest.mark.parametrize("more", [0, 1])
def test_a_record_may_be_so_long_and_no_longer(folder: Path, more: int) -> None:
    command = "lossplot --format png hinge"
    (folder / "x.png").write_bytes(forgery(command + " " * (2**16 - len(command) + more)))
    assert call("info", "x.png", cwd=folder).code == more


A_FIGURE_THAT_CANNOT_BE = {
    "unknown-loss": "lossplot --format png hnige",
    "a-command": "lossplot --format png list",
    "shell": "lossplot --format png hinge; rm victim.png",
    "shell-and": "lossplot --format png hinge && rm victim.png",
    "shell-quoted": "lossplot --format png '$(touch new.png)'",
    "losses-like-options": "lossplot --format png -- -o new.png --force",
    "huge": "lossplot --format png --size 100x100 --dpi 2400 hinge",
    "bad-range": "lossplot --format png --range=3:-3 hinge",
    "bad-value": "lossplot --format png --dpi=many hinge",
    "bad-language": "lossplot --format png --lang=../../../etc/passwd hinge",
    "bad-math": "lossplot --format png --math '--title=$\\frac{$' hinge",
    "bad-axis": "lossplot --format png --axis=error hinge",
    "out-of-domain": "lossplot --format png --range=2:3 log-loss",
    "theme-of-svg": "lossplot --format png --theme=auto hinge",
    "sweep": "lossplot --format png huber:delta=1..2",
    "direction": "lossplot --format png '--title=\u202ea' hinge",
    "direction-of-a-loss": "lossplot --format png 'hinge\u2066'",
}


@pytest.mark.parametrize("rerun", [[], ["--rerun"]], ids=["info", "rerun"])
@pytest.mark.parametrize("command", A_FIGURE_THAT_CANNOT_BE.values(), ids=A_FIGURE_THAT_CANNOT_BE)
def test_a_record_of_what_cannot_be_drawn_is_neither_told_nor_followed(
    folder: Path, command: str, rerun: list[str]
) -> None:
    (folder / "x.png").write_bytes(forgery(command))
    assert_fails(call("info", "x.png", *rerun, cwd=folder), 1, "the command that 'x.png' records cannot be")


ON_ANOTHER_MACHINE = {
    "font": "lossplot --format png --font=/etc/passwd hinge",
    "style": "lossplot --format png --style=/etc/passwd hinge",
}


@pytest.mark.parametrize("command", ON_ANOTHER_MACHINE.values(), ids=ON_ANOTHER_MACHINE)
def test_a_record_of_what_another_machine_may_have_is_told_and_not_followed(folder: Path, command: str) -> None:
    (folder / "x.png").write_bytes(forgery(command))
    assert ["lossplot", *assert_command(call("info", "x.png", cwd=folder))] == shlex.split(command)
    assert_fails(call("info", "x.png", "--rerun", cwd=folder), 1, "; ")


def test_a_figure_with_a_style_is_told_but_not_made_again(tmp_path: Path) -> None:
    (tmp_path / "a.mplstyle").write_text("axes.facecolor: eeeeee\n")
    assert_done(call("hinge", "--style", "a.mplstyle", "-o", "a.png", cwd=tmp_path), "a.png")
    assert "--style=a.mplstyle" in assert_command(call("info", "a.png", cwd=tmp_path))
    assert_fails(call("info", "a.png", "--rerun", cwd=tmp_path), 1, "another file (--style)")


def test_a_forged_software_is_not_ours(tmp_path: Path) -> None:
    (tmp_path / "x.png").write_bytes(forgery("lossplot --format png hinge", "lossplot 1\x1b[2J"))
    assert_fails(call("info", "x.png", cwd=tmp_path), 1, "'x.png' was not made by lossplot; ")


# --- files that are not ours, or no files ---


def by_matplotlib(file_format: str) -> bytes:
    buffer = io.BytesIO()
    Figure(figsize=(1, 1)).savefig(buffer, format=file_format)
    return buffer.getvalue()


FOREIGN = {
    **{file_format: by_matplotlib(file_format) for file_format in PICTURES},
    "empty": b"",
    "text": b"lossplot hinge\n",
    "cut": forgery("lossplot --format png hinge")[:-20],
    "not-utf-8": b"# Made by lossplot 0.1.0: \xff\n",
}


@pytest.mark.parametrize("rerun", [[], ["--rerun"]], ids=["info", "rerun"])
@pytest.mark.parametrize("data", FOREIGN.values(), ids=FOREIGN)
def test_a_file_by_others_is_said_to_be_one(data: bytes, rerun: list[str], tmp_path: Path) -> None:
    (tmp_path / "x.png").write_bytes(data)
    assert_fails(call("info", "x.png", *rerun, cwd=tmp_path), 1, "'x.png' was not made by lossplot; ")


def test_a_table_does_not_know_its_command(tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text("loss,panel,piece,x,y\n")
    for rerun in ([], ["--rerun"]):
        assert_fails(call("info", "x.csv", *rerun, cwd=tmp_path), 1, "'x.csv' was made by lossplot, but csv records no")


def test_what_cannot_be_read_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "loop").symlink_to("loop")
    (tmp_path / "large.png").write_bytes(forgery("lossplot --format png hinge"))
    assert_command(call("info", "large.png", cwd=tmp_path))
    monkeypatch.setattr(inputs, "LARGEST_FIGURE", 50)
    for name, reason in (
        ("none.png", "No such file or directory"),
        ("folder", "it is a directory"),
        ("folder/none.png", "No such file or directory"),
        ("pipe", "it is not a file"),
        *[("/proc/self/environ", "it is not a file")] * os.path.exists("/proc/self/environ"),
        ("/dev/zero", "it is not a file"),
        ("loop", "Too many levels of symbolic links"),
        ("large.png", "it is too large"),
        ("large.png/x", "Not a directory"),
        ("", "No such file or directory"),
        ("x" * 300, "File name too long"),
    ):
        for rerun in ([], ["--rerun"]):
            assert_fails(call("info", name, *rerun, cwd=tmp_path), 1, "cannot read '", reason, "; name ")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_said(tmp_path: Path) -> None:
    (tmp_path / "x.png").write_bytes(forgery("lossplot --format png hinge"))
    (tmp_path / "x.png").chmod(0)
    assert_fails(call("info", "x.png", cwd=tmp_path), 1, "cannot read 'x.png': Permission denied; ")


def test_a_read_only_file_is_told_but_not_made_again(tmp_path: Path) -> None:
    assert_done(call("hinge", "-o", "a.png", cwd=tmp_path), "a.png")
    (tmp_path / "a.png").chmod(0o444)
    assert_command(call("info", "a.png", cwd=tmp_path))
    assert_fails(call("info", "a.png", "--rerun", cwd=tmp_path), 1, "it is read-only")


def test_a_broken_file_of_settings_is_nothing_to_a_figure_that_is_there(tmp_path: Path) -> None:
    assert call("hinge", "-o", "a.json", cwd=tmp_path).code == 0
    before = (tmp_path / "a.json").read_bytes()
    (tmp_path / "lossplot.toml").write_text("[losses", encoding="utf-8")
    outcome = call("info", "a.json", cwd=tmp_path)
    assert (outcome.code, outcome.lines) == (0, ["lossplot --format json hinge"])
    assert call("info", "a.json", "--rerun", cwd=tmp_path).code == 0
    assert (tmp_path / "a.json").read_bytes() == before


def test_one_file_is_wanted(tmp_path: Path) -> None:
    assert_fails(call("info", cwd=tmp_path), 2, "missing argument 'FILE'", "'lossplot info --help'")
    assert_fails(call("info", "a.png", "b.png", cwd=tmp_path), 2, "b.png")
    assert_fails(call("info", "a.png", "--output=b.png", cwd=tmp_path), 2, "unknown option '--output'")


# --- formats that others write ---


@pytest.mark.parametrize("file_format", sorted({*FORMATS} - {*PICTURES, "csv"}))
def test_a_file_of_any_format_that_records_its_command_is_made_again(file_format: str, tmp_path: Path) -> None:
    name = f"a.{file_format}"
    loss = "huber:delta=0.5..2" if file_format in ("gif", "webp") else "hinge"
    assert_done(call(loss, "--title", "coding: δ", "-o", name, cwd=tmp_path), name)
    data = (tmp_path / name).read_bytes()
    words = ["--title=coding: δ", "--format", file_format, loss]
    assert assert_command(call("info", name, cwd=tmp_path)) == words
    assert_done(call("info", name, "--rerun", cwd=tmp_path))
    assert (tmp_path / name).read_bytes() == data
