"""Tell whether a command line is understood, without writing a file."""

from __future__ import annotations

import contextlib
import io
from typing import Any

from lossplot._cli.app import load
from lossplot._cli.corrections.line import Line
from lossplot._errors import LossplotError, read_choice

# Commands that only print, and soon.
_PRINTING = ("list", "show", "table", "invert", "help")


def is_understood(line: Line) -> bool:
    """Return True if `line` is a request that makes sense."""
    command = load(line.command)
    words = line.words[1:] if line.words[:1] == (line.command,) else line.words
    try:
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
            context = command.make_context(line.command, [*words])
            if line.command in _PRINTING:
                command.invoke(context)
            else:
                _check(line.command, context.params)
    except LossplotError as error:
        # What cannot be done here, for want of a file perhaps, may be right nevertheless.
        return error.exit_code == 1
    except Exception as error:
        if not hasattr(error, "format_message"):  # one of Typer's, for words that a command does not take
            raise
        return False
    return True


def _check(command: str, values: dict[str, Any]) -> None:
    """Raise RequestError for losses, options of drawing, and names of files that make no sense."""
    from lossplot._curves.parse import read_curves
    from lossplot._figure.options import by_long_names, read_spec
    from lossplot._figure.resolve import resolve
    from lossplot._figure.spec import OPTIONS
    from lossplot._formats import FORMATS
    from lossplot._formats.names import format_of
    from lossplot._settings import axis_of, expand, expand_groups, read_settings

    settings = read_settings(values.get("loss_files") or ())
    losses = [*(values.get("losses") or ([values["loss"]] if values.get("loss") else ()))]
    # Of a figure there may be several outputs, in a list or a tuple by Typer's version; of a batch there is one folder.
    for path in () if isinstance(values.get("output"), str) else values.get("output") or ():
        if path != "-":
            format_of(path)
    if command in ("plot", "grid"):
        options = {name: value for name, value in by_long_names(values).items() if name in OPTIONS}
        if options.get("axis") is None and command == "plot":
            options["axis"] = axis_of(losses, settings)
        texts = expand_groups(losses, settings) if command == "grid" else expand(losses, settings)
        # Data take time, and have errors of their own.
        figure = resolve(read_spec(texts, options | {"data": None, "by": None, "weights": None}, command == "grid"))
        for still in [] if figure.sweep else figure.cells or [figure]:
            _ = still.scene
        if values.get("file_format") is not None:
            read_choice(values["file_format"], tuple(FORMATS), "format")
    elif losses:
        read_curves(expand(losses, settings))
