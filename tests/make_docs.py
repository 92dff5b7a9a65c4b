"""Write what is generated in the README and in docs/, and their pictures: `python tests/make_docs.py`.

These are the parts between `<!-- begin: NAME -->` and its end, what the commands of console blocks print, and
each picture, by the command of its document that ends in `-o` and its name.
"""

import contextlib
import os
import re
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from lossplot._cli.commands import COMMANDS
from lossplot._formula.notation.letters import number
from lossplot._formula.notation.text import unicode
from lossplot._losses import LOSSES, Loss

ROOT = Path(__file__).parent.parent
README, PICTURES = ROOT / "README.md", ROOT / "docs" / "pictures"
CONSOLE = re.compile(r"(?<=```console\n)\$ ([^\n]*)\n(.*?)(?=```)", re.DOTALL)
COMMAND = re.compile(r"^(?:\$ )?(lossplot .*? -o (\S+\.svg))$", re.MULTILINE)
PICTURE = re.compile(r"pictures/([\w-]+?)(-dark)?\.svg")
# What follows a picture's command to draw its twin for readers in the dark.
DARK = "--theme dark"


def documents() -> dict[str, str]:
    """The text of each document, by its path below the root."""
    paths = [README, *sorted((ROOT / "docs").rglob("*.md"))]
    return {path.relative_to(ROOT).as_posix(): path.read_text("utf-8") for path in paths}


def losses_table() -> str:
    """The catalogue as Markdown tables, one an axis."""
    lines = []
    for axis in dict.fromkeys(loss.axis.name for loss in LOSSES.values()):
        lines += ["", f"## {axis.capitalize()}", "", "| loss | formula | |", "| --- | --- | --- |"]
        lines += [_row(loss) for loss in LOSSES.values() if loss.axis.name == axis]
    return "\n".join(lines[1:])


def _row(loss: Loss) -> str:
    name = ":".join([loss.name, *(f"{parameter.name}={number(parameter.default)}" for parameter in loss.parameters)])
    formula = unicode(loss.notation).replace("|", "\\|")
    return f"| `{name}` | {formula} | {loss.summary} |"


def helps() -> str:
    """What `--help` prints on 80 columns, of lossplot and of each command."""
    calls = ["lossplot", *(f"lossplot {name}" for name in COMMANDS if name != "plot")]
    parts = [f"## {call}\n\n```console\n$ {call} --help\n{run(f'{call} --help').rstrip()}\n```" for call in calls]
    return "\n\n".join(parts)


PARTS: Mapping[str, Callable[[], str]] = {"losses": losses_table, "help": helps}


def run(command: str) -> str:
    """What `command` prints, run in the current folder."""
    words = [sys.executable, "-m", "lossplot", *shlex.split(command)[1:]]
    environment = {**os.environ, "COLUMNS": "80", "PYTHONUTF8": "1"}
    return subprocess.run(words, capture_output=True, check=True, text=True, encoding="utf-8", env=environment).stdout


def filled(text: str) -> str:
    """`text` with its generated parts made anew."""
    for name, make in PARTS.items():
        before, start, rest = text.partition(f"<!-- begin: {name} -->\n")
        if start:
            _, end, after = rest.partition(f"<!-- end: {name} -->")
            text = f"{before}{start}\n{make()}\n\n{end}{after}"
    return text


def printed(text: str) -> str:
    """`text` with what its console blocks print made anew, run in the current folder."""
    return CONSOLE.sub(lambda block: f"$ {block[1]}\n{run(block[1]).rstrip()}\n", text)


def pictures() -> dict[str, str]:
    """The command that draws each picture, by its name: it stands in a document that shows it."""
    first = "hinge_squared-hinge_derivative"
    commands, shown = {first: f"lossplot hinge squared-hinge --derivative -o {first}.svg"}, set()
    for text in documents().values():
        seen = set(PICTURE.findall(text))
        own = {path.removesuffix(".svg"): command for command, path in COMMAND.findall(text)}
        commands |= {name: own[name] for name, _ in seen if name in own}
        shown |= seen
    return {name + dark: f"{commands[name]} {DARK}" if dark else commands[name] for name, dark in sorted(shown)}


def draw(name: str, command: str) -> None:
    """Draw a picture into the current folder."""
    run(re.sub(r"-o \S+\.svg", f"-o {name}.svg --force", command))


def main() -> None:
    PICTURES.mkdir(exist_ok=True)
    with contextlib.chdir(PICTURES):
        for name, command in pictures().items():
            draw(name, command)
    for path, text in documents().items():
        with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
            (ROOT / path).write_text(printed(filled(text)), "utf-8")


if __name__ == "__main__":
    main()
