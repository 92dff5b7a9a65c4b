"""Messages of the Python interface: they name keywords, never options of the command line."""

from __future__ import annotations

import ast
import pickle
import re
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import lossplot
from lossplot._errors import LossplotError, RequestError, Words, option_words
from lossplot._figure.spec import OPTIONS

PACKAGE = Path(lossplot.__file__).parent
# An option as the command line has it, or one of its commands.
SHELL = re.compile(r"(?<![\w-])--?[A-Za-z]|'?lossplot (list|show|info|table|plot)\b")


def save(name: str, *losses: str, **options: Any) -> Callable[[], object]:
    return lambda: lossplot.plot(*losses, **options).to_bytes(name)


# Every message whose words differ, by what provokes it: what it says in Python.
MESSAGES: dict[str, tuple[Callable[[], object], str]] = {
    "axis": (save("png", "hinge", "huber"), "or on one axis with axis='margin'"),
    "risk": (save("png", "hinge", only="risk"), "give it too, as in risk=0.7"),
    "labels": (save("png", "hinge", both_labels=True, risk=0.5), "leave out both_labels"),
    "target": (save("png", "mse", axis="prediction"), "give the target of the prediction with target=T"),
    "target-axis": (save("png", "mse", axis="error", target=3), "write axis='prediction', or leave out target"),
    "target-mixed": (save("png", "mse", "mape"), "or on one axis with target=T"),
    "scale": (save("png", "mse", xscale="log", range=(-1, 2)), "begin above, or choose xscale='symlog'"),
    "scale-empty": (
        save("png", "hinge", only="derivative", yscale="log"),
        "shows nothing else; choose yscale='symlog'",
    ),
    "range": (save("png", "hinge", range="3"), "write range=(LO, HI), as in range=(-3, 3)"),
    "reversed": (save("png", "hinge", ylim=(4, -1)), "write ylim=(-1, 4)"),
    "beyond": (save("png", "exponential", range=(-3000, -2000)), "choose another range"),
    "size": (save("png", "hinge", size="wide"), "write (WIDTH, HEIGHT) in inches, or a text as '1200x675px'"),
    "marks": (save("png", "hinge", mark_loss="x"), "mark_loss 'x' is not a number"),
    "flag": (save("png", "hinge", second_derivative="x"), "second_derivative must be True or False"),
    "kind": (save("png", "hinge", mark_loss={}), "mark_loss must be numbers or text"),
    "preset": (save("png", "hinge", preset=[]), "preset must be a number or text"),
    "formula": (
        save("png", "barron", "absolute", formula=True, size=(1, 1)),
        "make it wider with size, or leave out formula",
    ),
    "characters": (save("png", "hinge", title="\U00012000"), "choose a font with font, or leave them out"),
    "transparent": (save("gif", "huber:delta=1..2", transparent=True), "leave out transparent, or write a .webp"),
    "pixels": (save("gif", "huber:delta=1..2", size=(40, 40), dpi=150), "choose a smaller size or dpi"),
    "loss": (lambda: lossplot.get("qqqqqqqq"), "lossplot.losses() has all"),
    "theme": (save("png", "hinge", theme="auto"), "choose light, dark or print for png"),
    "format": (save("docx", "hinge"), "format 'docx' is unknown; choose png"),
}


@pytest.mark.parametrize(("provoke", "words"), MESSAGES.values(), ids=MESSAGES)
def test_a_message_says_what_a_program_would_write(provoke: Callable[[], object], words: str) -> None:
    with pytest.raises(lossplot.LossplotError) as error:
        provoke()
    assert words in str(error.value)
    assert not SHELL.search(str(error.value))
    assert "\n" not in str(error.value)


def test_a_file_in_the_way_is_replaced_by_a_keyword(tmp_path: Path) -> None:
    (tmp_path / "a.svg").write_text("mine")
    with pytest.raises(lossplot.LossplotError, match="; use force=True to replace it"):
        lossplot.plot("hinge").save(tmp_path / "a.svg")


def test_the_command_line_has_its_own_words_and_both_travel_between_processes() -> None:
    error = RequestError("choose another ", option_words("mark-loss"), " or ", Words("--for slide", "preset='slide'"))
    for each in (error, pickle.loads(pickle.dumps(error))):
        assert str(each) == "choose another --mark-loss or --for slide"
        assert each.in_python == "choose another mark_loss or preset='slide'"


def messages(path: Path) -> Iterator[tuple[int, str]]:
    """Yield the texts within each error that a module makes, those that are Words left out, with their lines."""
    text = path.read_text("utf-8")
    for call in ast.walk(ast.parse(text)) if "Error(" in text else ():
        if is_call(call, "RequestError", "LossplotError"):
            yield from texts(call)


def is_call(node: ast.AST, *names: str) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names


def texts(node: ast.AST) -> Iterator[tuple[int, str]]:
    for child in ast.iter_child_nodes(node):
        if is_call(child, "Words", "option_words"):
            continue
        if isinstance(child, ast.Constant) and isinstance(child.value, str):
            yield child.lineno, child.value
        yield from texts(child)


def test_no_error_below_the_command_line_names_an_option_in_one_way_only() -> None:
    rooms = ("_api", "_formats", "_figure", "_text", "_curves", "_losses", "_formula")
    paths = [PACKAGE / "_errors.py", *(path for room in rooms for path in (PACKAGE / room).rglob("*.py"))]
    found = [(path.name, line, text) for path in paths for line, text in messages(path)]
    assert len(found) > 150
    assert not [each for each in found if SHELL.search(each[2])]


def test_every_option_is_named_by_its_keyword() -> None:
    for name, option in OPTIONS.items():
        assert LossplotError(option_words(name)).in_python == option.parameter
        assert str(LossplotError(option_words(name))) == f"--{name}"


@pytest.mark.parametrize(
    "use",
    [
        lambda: lossplot.get("hnige"),
        lambda: lossplot.plot("hinge", "mse"),
        lambda: lossplot.plot("hinge").to_bytes("bmp"),
        lambda: lossplot.table("hinge", at="a"),
        lambda: lossplot.identify("max("),
    ],
)
def test_a_traceback_leads_to_the_call_and_no_deeper(use: Any) -> None:
    with pytest.raises(lossplot.LossplotError) as caught:
        use()
    error = caught.value
    assert error.__suppress_context__
    assert error.__cause__ is None
    paths = [Path(frame.filename) for frame in traceback.extract_tb(error.__traceback__)]
    assert {path.parent.name for path in paths if path.is_relative_to(PACKAGE)} == {"_api"}
