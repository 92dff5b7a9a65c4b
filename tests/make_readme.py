"""Write the generated parts of the README and its pictures: `python tests/make_readme.py`."""

import contextlib
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

from lossplot.formula.notation.letters import number
from lossplot.formula.notation.text import unicode
from lossplot.losses import LOSSES, Loss

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
COMMAND = re.compile(r"^\$ (lossplot .*)$", re.MULTILINE)


def losses_table() -> str:
    """The catalogue as Markdown tables, one an axis."""
    lines = []
    for axis in dict.fromkeys(loss.axis.name for loss in LOSSES.values()):
        lines += ["", f"**{axis}**", "", "| loss | formula | |", "| --- | --- | --- |"]
        lines += [row(loss) for loss in LOSSES.values() if loss.axis.name == axis]
    return "\n".join(lines[1:])


def row(loss: Loss) -> str:
    name = ":".join([loss.name, *(f"{parameter.name}={number(parameter.default)}" for parameter in loss.parameters)])
    formula = unicode(loss.notation).replace("|", "\\|")
    return f"| `{name}` | {formula} | {loss.summary} |"


def help_text() -> str:
    """What `lossplot --help` prints on 80 columns."""
    return f"```console\n$ lossplot --help\n{run('lossplot --help').rstrip()}\n```"


def run(command: str) -> str:
    """What `command` prints, run in the current folder."""
    words = [sys.executable, "-m", "lossplot", *shlex.split(command)[1:]]
    environment = {**os.environ, "COLUMNS": "80", "PYTHONUTF8": "1"}
    return subprocess.run(words, capture_output=True, check=True, text=True, encoding="utf-8", env=environment).stdout


def filled(text: str) -> str:
    """`text` with its generated parts made anew."""
    for name, content in (("losses", losses_table()), ("help", help_text())):
        before, start, rest = text.partition(f"<!-- begin: {name} -->\n")
        _, end, after = rest.partition(f"<!-- end: {name} -->")
        text = f"{before}{start}\n{content}\n\n{end}{after}"
    return text


def pictures() -> dict[str, str]:
    """The command that draws each picture of the README, by its path."""
    commands = [command for command in COMMAND.findall(README.read_text("utf-8")) if " -o " in command]
    paths = {f"gallery/readme/{shlex.split(command)[-1]}": command for command in commands}
    first = "gallery/readme/hinge_squared-hinge_derivative.svg"
    return {first: f"lossplot hinge squared-hinge --derivative -o {Path(first).name}", **paths}


def main() -> None:
    README.write_text(filled(README.read_text("utf-8")), "utf-8")
    (ROOT / "gallery" / "readme").mkdir(parents=True, exist_ok=True)
    with contextlib.chdir(ROOT / "gallery" / "readme"):
        for command in pictures().values():
            run(f"{command} --force")


if __name__ == "__main__":
    main()
