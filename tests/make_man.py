"""Write the manual pages and the completions that come with the package: `python tests/make_man.py`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from lossplot._cli.app import load
from lossplot._cli.commands import COMMANDS
from lossplot._version import __version__

FOLDER = Path(__file__).parent.parent / ".packaging" / "man"
# A line of a help text that is kept as it is stands in a paragraph that begins so.
_KEPT = "\b\n"


def pages() -> dict[str, str]:
    """The text of each page by the name of its file: one for each command, and that of drawing for lossplot itself."""
    return {f"{_title(name)}.1": page(name) for name in COMMANDS}


def page(name: str) -> str:
    """The page of a command in roff, for `man`."""
    command, title = load(name), _title(name)
    context = command.make_context(title, [], resilient_parsing=True)
    first, *others = (command.help or "").strip().split("\n\n")
    lines = [
        f'.TH {title.upper()} 1 "" "lossplot {__version__}" "lossplot"',
        ".SH NAME",
        _escaped(f"{title} - {first.replace(chr(10), ' ').removesuffix('.')}"),
        ".SH SYNOPSIS",
        f".B {_escaped(title.replace('-', ' ', 1))}",
        _escaped(" ".join(command.collect_usage_pieces(context))),
    ]
    if others:
        lines += [".SH DESCRIPTION", *_paragraphs(others)]
    lines += [".SH OPTIONS", *_options(command, context)]
    if command.epilog:
        lines += [".SH EXAMPLES", *_paragraphs(command.epilog.split("\n\n"))]
    if name == "plot":
        lines += [".SH COMMANDS", *_commands()]
    else:
        lines += [".SH SEE ALSO", ".BR lossplot (1)"]
    return "\n".join(lines) + "\n"


def _title(name: str) -> str:
    return "lossplot" if name == "plot" else f"lossplot-{name}"


def _options(command: Any, context: Any) -> Iterator[str]:
    for parameter in command.get_params(context):
        if parameter.param_type_name == "argument":
            name, text = f"{parameter.metavar}{'...' if parameter.nargs == -1 else ''}", parameter.help or ""
        elif parameter.hidden:
            continue
        else:
            name, text = parameter.get_help_record(context)
        yield from (".TP", f".B {_escaped(name)}", _escaped(re.sub(r"\s+", " ", text)))


def _commands() -> Iterator[str]:
    for name, (_, summary) in COMMANDS.items():
        if name != "plot":
            yield from (".TP", f".BR lossplot-{_escaped(name)} (1)", _escaped(summary))


def _paragraphs(texts: list[str]) -> Iterator[str]:
    for text in texts:
        if text.startswith(_KEPT):
            yield from (".PP", ".nf", *map(_escaped, text.removeprefix(_KEPT).rstrip().split("\n")), ".fi")
        else:
            yield from (".PP", _escaped(re.sub(r"\s+", " ", text.strip())))


def _escaped(text: str) -> str:
    """`text` with what roff would read as its own: backslashes, hyphens, and a dot or quote that begins a line."""
    plain = text.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{plain}" if plain.startswith((".", "'")) else plain


def files() -> Mapping[Path, str]:
    """Every generated file with its text."""
    return {FOLDER / name: text for name, text in pages().items()}


def main() -> None:
    for path, text in files().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
