"""What the documents say is so: their commands and programs run, their tables and pictures are the current ones."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
from make_docs import CONSOLE, PARTS, PICTURES, README, ROOT, documents, draw, filled, pictures
from make_docs import run as run_alone
from support import sample_files
from support.cases import some
from support.environment import STAND_IN
from support.examples import LINES as HELP
from support.requirements import need
from support.run import call

from lossplot._batch.compare import compare
from lossplot._settings import named_settings

FIX = "run: python tests/make_docs.py"
DOCUMENTS = documents()
# These install lossplot, which `.ci/run` does, or stay until they are stopped.
NOT_RUN = re.compile(r"python3 -m venv|\.venv/bin/|uvx|uv tool|uv run|pipx|pip install|lossplot open|.*--watch")


def blocks(*languages: str) -> Iterator[tuple[str, str]]:
    """The code blocks of the documents in such languages, each with the name of its document."""
    pattern = re.compile(rf"^```(?:{'|'.join(languages)})\n(.*?)^```$", re.DOTALL | re.MULTILINE)
    for path, text in DOCUMENTS.items():
        yield from ((path, block) for block in pattern.findall(text))


CONSOLES = sorted({match.groups() for text in DOCUMENTS.values() for match in CONSOLE.finditer(text)})
LINES = [line.strip() for _, block in blocks("sh", "bash") for line in block.splitlines() if line.strip()]
# Each once, but for those that are run as examples of the help.
COMMANDS = sorted({shlex.join(shlex.split(line, comments=True)) for line in LINES if not NOT_RUN.match(line)})
SHOWN = {shlex.join(shlex.split(line)) for line in HELP}
# The gradient is wrong on purpose.
WRONG = 'lossplot check huber:delta=2 --gradient "np.where(r <= delta, r, delta)" -o huber.svg'
TOML = [block for _, block in blocks("toml")]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, with what readers of the documents have there."""
    sample_files.write(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_there_are_documents_and_all_are_looked_at() -> None:
    assert len(DOCUMENTS) > 15
    assert README.relative_to(ROOT).as_posix() in DOCUMENTS
    assert len(CONSOLES) > 40
    assert len(COMMANDS) > 25
    assert len([*blocks("python")]) >= 4


@pytest.mark.parametrize("name", PARTS)
def test_generated_parts_are_current(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setattr("make_docs.run", lambda command: call(*shlex.split(command)[1:], cwd=tmp_path).text)
    [text] = [text for text in DOCUMENTS.values() if f"<!-- begin: {name} -->" in text]
    assert filled(text) == text, FIX


@pytest.mark.parametrize("block", some(CONSOLES, among=5), ids=lambda block: block[0])
def test_console_blocks_show_what_the_command_prints(
    block: tuple[str, str], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    command, printed = block
    monkeypatch.setenv("COLUMNS", "80")
    program, *words = shlex.split(command)
    if program != "lossplot":
        pytest.fail(f"{command!r} is no command of lossplot")
    outcome = call(*words, cwd=folder)
    assert outcome.code == 0, outcome
    assert outcome.text.rstrip() == printed.rstrip(), FIX


@pytest.mark.slow
@pytest.mark.parametrize("line", [line for line in COMMANDS if line not in SHOWN])
def test_commands_can_be_run(line: str, folder: Path) -> None:
    program, *words = shlex.split(line)
    assert program == "lossplot"
    if words[0] == "build" and "--check" in words:
        assert call(*[word for word in words if word != "--check"], cwd=folder).code == 0
    outcome = call(*words, cwd=folder)
    assert outcome.code == (1 if words == shlex.split(WRONG)[1:] else 0), outcome


@pytest.mark.parametrize("program", some(blocks("python"), among=4), ids=lambda program: program[0])
def test_programs_can_be_run(program: tuple[str, str], folder: Path) -> None:
    from matplotlib.figure import Figure

    path, text = program
    exec(compile(text, path, "exec"), {"axes": Figure().subplots()})


def test_every_link_leads_somewhere() -> None:
    has_gallery = (ROOT / "gallery" / "index.html").exists()  # a source distribution has its list alone
    for path, text in DOCUMENTS.items():
        for target in re.findall(r"\]\(([^)#]+)[^)]*\)|(?:src|srcset)=\"([^\"]+)\"", text):
            [name] = filter(None, target)
            if "://" in name or ("gallery/" in name and not has_gallery):
                continue
            assert (ROOT / path).parent.joinpath(name).exists(), (path, name)


@pytest.mark.parametrize("block", [block for block in TOML if "[losses" in block])
def test_a_file_of_losses_can_be_read(block: str, tmp_path: Path) -> None:
    (tmp_path / "lossplot.toml").write_text(block, "utf-8")
    names = [loss.name for loss in named_settings([str(tmp_path / "lossplot.toml")]).own]
    for name in names:
        assert call("table", name, "--at=0,1", cwd=tmp_path).code == 0
    assert len(names) >= 2


@pytest.mark.slow
@pytest.mark.parametrize("block", [block for block in TOML if "[[figures]]" in block])
def test_a_batch_can_be_built(block: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "figures.toml").write_text(block, "utf-8")
    made = run_alone("lossplot build figures.toml -o figures").split()
    assert len(made) == len(set(made)) >= 10
    assert all((tmp_path / path).is_file() for path in made)


@pytest.mark.slow
@pytest.mark.parametrize(("name", "command"), pictures().items())
def test_pictures_are_what_their_command_draws(name: str, command: str, tmp_path: Path) -> None:
    chinese = "--lang zh" in command
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(tmp_path)
        if chinese:  # it is drawn in the machine's own font, for the stand-in has other widths
            need(fonts=(STAND_IN,))
            patch.setenv("MPLCONFIGDIR", str(tmp_path / "list"))
        draw(name, command)
    drawn, shown = tmp_path / f"{name}.svg", PICTURES / f"{name}.svg"
    assert vertices(drawn) == vertices(shown), FIX
    # The letters of a Chinese font are not always the same.
    assert chinese or compare(shown.read_bytes(), drawn.read_bytes()) == "same", FIX


def vertices(path: Path) -> list[str]:
    """The path data of the curves: matplotlib's versions agree on those, not on the rest."""
    return re.findall(r'<g id="(?:loss|derivative)_.*?<path d="([^"]*)"', path.read_text("utf-8"), re.DOTALL)


def test_every_picture_is_shown_and_no_other_is_there() -> None:
    assert {path.stem for path in PICTURES.iterdir()} == {*pictures()}
    for name in pictures():
        assert len(vertices(PICTURES / f"{name}.svg")) >= 2


def test_pictures_of_the_readme_have_a_twin_for_the_dark() -> None:
    names = re.findall(r"pictures/([\w-]+)\.svg", README.read_text("utf-8"))
    assert len(names) == 8
    assert {name.removesuffix("-dark") for name in names} == {name for name in names if not name.endswith("-dark")}


def test_the_readme_is_short() -> None:
    assert len(README.read_text("utf-8").splitlines()) <= 200
