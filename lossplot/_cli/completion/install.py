"""The scripts that teach a shell to complete, and where they are installed."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from lossplot._cli.completion.shells import SHELLS
from lossplot._errors import LossplotError, RequestError, read_choice

_SCRIPTS = {"bash": "lossplot.bash", "zsh": "_lossplot", "fish": "lossplot.fish"}


@dataclass(frozen=True, slots=True)
class Place:
    """The place where a shell looks for a script, and the lines of its start-up file that make it look there."""

    script: Path
    start: Path | None = None
    lines: str = ""


def script(shell: str) -> str:
    """Return the script of `shell`."""
    return files(__package__).joinpath("scripts", _SCRIPTS[shell]).read_text(encoding="utf-8")


def place(shell: str, variables: Mapping[str, str], home: Path) -> Place:
    """Return where the script of `shell` belongs in `home`."""
    if shell == "bash":
        path = _folder(variables, "XDG_DATA_HOME", home / ".local/share") / "lossplot/completion.bash"
        return Place(path, home / ".bashrc", f'[ -r "{path}" ] && . "{path}"\n')
    if shell == "zsh":
        folder = home / ".zfunc"
        start = _folder(variables, "ZDOTDIR", home) / ".zshrc"
        return Place(folder / "_lossplot", start, f'fpath+=("{folder}")\nautoload -Uz compinit && compinit\n')
    return Place(_folder(variables, "XDG_CONFIG_HOME", home / ".config") / "fish/completions/lossplot.fish")


def _folder(variables: Mapping[str, str], name: str, usual: Path) -> Path:
    value = variables.get(name, "")
    return Path(value) if os.path.isabs(value) else usual


def install(shell: str) -> str:
    """Install the script of `shell` for the user, and return its path.

    Raises LossplotError if a file cannot be written.
    """
    from lossplot._formats.files import write

    to = place(shell, os.environ, _home())
    try:
        to.script.parent.mkdir(parents=True, exist_ok=True)
        before = to.start.read_text(encoding="utf-8") if to.start and to.start.exists() else ""
    except (OSError, UnicodeDecodeError) as error:
        raise LossplotError(f"cannot install completion ({error}); see 'lossplot --show-completion {shell}'") from error
    write(str(to.script), script(shell).encode())
    if to.start and to.lines not in before:
        gap = "\n" if before and not before.endswith("\n") else ""
        write(str(to.start), f"{before}{gap}{to.lines}".encode())
    return str(to.script)


def _home() -> Path:
    try:
        return Path.home()
    except RuntimeError as error:
        raise LossplotError("there is no home folder; print the script with 'lossplot --show-completion'") from error


def read_shell(text: str) -> str:
    """Return the shell that `text` names.  Raises RequestError if there is no completion for it."""
    return read_choice(text, SHELLS, "shell")


def current_shell(option: str) -> str:
    """Return the shell that lossplot was called from.  Raises RequestError if that cannot be told."""
    from shellingham import ShellDetectionFailure, detect_shell

    try:
        name = str(detect_shell()[0])
    except ShellDetectionFailure:
        name = os.path.basename(os.environ.get("SHELL", ""))
    if name not in SHELLS:
        raise RequestError(f"cannot tell the shell here; write it: {option} bash, zsh or fish")
    return name
