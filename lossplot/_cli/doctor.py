"""`lossplot doctor`: what lossplot finds here: versions, letters, the clipboard, the terminal, files of settings."""

from __future__ import annotations

import json
import os
import platform
import re
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass
from functools import partial
from typing import Annotated

from lossplot._cli.arguments import drawing_option, format_option
from lossplot._cli.tables import aligned
from lossplot._errors import LossplotError, read_choice, shown_path
from lossplot._figure.readers import read_name
from lossplot._figure.spec import OPTIONS
from lossplot._version import __version__

FORMATS = ("text", "json")
EXAMPLES = """\b
Examples:
  lossplot doctor
  lossplot doctor --format json
"""
# Letters by the name of what is written with them, each with some of them.
_LETTERS = {"Latin": "Margin", "Chinese": "\u95f4\u9694"}
_REQUIREMENT = re.compile(r"([\w.-]+)(?:.*extra == [\"'](\w+)[\"'])?")
# The extras that somebody who uses lossplot may want.
_EXTRAS = ("data",)


@dataclass(frozen=True, slots=True)
class Findings:
    """The parts of this machine that lossplot uses; None where one is lacking, and `problems` that say why."""

    lossplot: str
    python: str
    platform: str
    packages: dict[str, str | None]
    extras: dict[str, dict[str, str | None]]
    letters: dict[str, str | None]
    clipboard: str | None
    terminal: str
    files: list[str]
    problems: list[str]


def doctor(
    lang: Annotated[str, drawing_option(OPTIONS["lang"])] = "en",
    file_format: Annotated[str, format_option(*FORMATS)] = "text",
) -> None:
    """Print what lossplot finds here: versions, letters, clipboard, terminal and files.

    JSON is an object: lossplot, python, platform, packages and extras (versions by name, null for what is not
    installed), letters (the font for each), clipboard (the program), terminal (kitty, iterm2, sixel or unicode), files
    (of settings, the nearest first) and problems.
    """
    from lossplot._text.language import load_language
    from lossplot._text.machine import machine_rows

    file_format, language = read_choice(file_format, FORMATS, "format"), load_language(read_name(lang, "lang"))
    findings = find()
    if file_format == "json":
        print(json.dumps(asdict(findings), indent=2, ensure_ascii=False))
    else:
        print("\n".join(aligned(machine_rows(asdict(findings), language))))


def find() -> Findings:
    """Return what there is on this machine."""
    problems: list[str] = []

    def attempt(look: Callable[[], str]) -> str | None:
        try:
            return look()
        except LossplotError as error:
            problems.append(str(error))
            return None

    packages, extras = _packages()
    letters = {name: attempt(partial(_font, text)) for name, text in _LETTERS.items()}
    clipboard = attempt(_clipboard)
    files = attempt(_files)
    return Findings(
        lossplot=__version__,
        python=platform.python_version(),
        platform=sys.platform,
        packages=packages,
        extras=extras,
        letters=letters,
        clipboard=clipboard,
        terminal=_terminal(),
        files=files.splitlines() if files else [],
        problems=problems,
    )


def _packages() -> tuple[dict[str, str | None], dict[str, dict[str, str | None]]]:
    """Return the versions of the packages that lossplot needs, and of those of its extras, by what it requires."""
    from importlib.metadata import PackageNotFoundError, requires

    packages: dict[str, str | None] = {}
    extras: dict[str, dict[str, str | None]] = {name: {} for name in _EXTRAS}
    try:
        requirements = requires("lossplot") or []
    except PackageNotFoundError:
        requirements = []
    for match in filter(None, map(_REQUIREMENT.match, requirements)):
        if match[2] is None:
            packages[match[1]] = _version(match[1])
        elif match[2] in extras:
            extras[match[2]][match[1]] = _version(match[1])
    return packages, extras


def _version(package: str) -> str | None:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(package)
    except PackageNotFoundError:
        return None


def _font(text: str) -> str:
    from lossplot._formats.mpl.fonts import choose, lacking

    return next(family for family in choose(text, None) if not lacking(text, [family]))


def _clipboard() -> str:
    from lossplot._cli.destinations import find_clipboard

    return find_clipboard().name


def _terminal() -> str:
    from lossplot._formats.terminal.protocols import choose

    return choose(os.environ, sys.stdout.fileno() if sys.stdout.isatty() else None)


def _files() -> str:
    from lossplot._settings import read_settings

    return "\n".join(shown_path(path) for path in read_settings().files)
