"""`lossplot info FILE`: how a figure was made, and the same figure again."""

from __future__ import annotations

import shlex
import unicodedata
from typing import TYPE_CHECKING, Annotated, Any

import typer

from lossplot.cli.messages import say
from lossplot.errors import LossplotError, RequestError
from lossplot.words import quote

if TYPE_CHECKING:
    from lossplot.provenance import Provenance

# What a record may hold: options that say how a figure looks.  Who asks for more was not lossplot.
DRAWING = frozenset(
    (
        *("--derivative", "--second-derivative", "--weight", "--risk", "--only", "--format"),
        *("--range", "--ylim", "--axis", "--normalize", "--mark", "--mark-loss", "--labels", "--formula"),
        *("--for", "--size", "--dpi", "--theme", "--transparent", "--font"),
        *("--title", "--xlabel", "--ylabel", "--margin", "--math", "--lang"),
    )
)
# These look into another file, which is for the user to ask for, not for whoever made the figure.
READING = frozenset({"--style"})
# Fifty losses and a few titles need half of it.
LONGEST = 2**16


def info(
    context: typer.Context,
    file: Annotated[str, typer.Argument(metavar="FILE", help="A figure that lossplot made.", show_default=False)],
    rerun: Annotated[bool, typer.Option("--rerun", help="Make it again, in its place.")] = False,
) -> None:
    """Print the command that made a figure."""
    from lossplot import files, provenance

    data = files.read(file)
    made = provenance.read(data)
    if not made:
        raise LossplotError(f"{quote(file)} was not made by lossplot; name a figure as lossplot wrote it")
    group: Any = context.find_root().command
    plot = group.commands["plot"]
    words = _recorded_words(made, file)
    options = _checked_options(plot, words, made.file_format, file)
    if not rerun:
        print(shlex.join(["lossplot", *words]), flush=True)
        say(f"note: made by {made.software}")
        return
    if options & READING:
        raise LossplotError(
            f"cannot make {quote(file)} again: it needs another file ({', '.join(options & READING)}); "
            "'lossplot info' without --rerun prints the command to give"
        )
    _draw(plot, context, words, file)
    drawn = files.read(file)
    if drawn != data:
        now = provenance.read(drawn)
        by = now.software if now else "nobody known"
        say(f"warning: {quote(file)} has other bytes than before; it was made by {made.software}, and now by {by}")


def _recorded_words(made: Provenance, file: str) -> list[str]:
    """The words after `lossplot` in the recorded command."""
    if not made.command:
        raise LossplotError(
            f"{quote(file)} was made by lossplot, but {made.file_format} records no command; ask a png, svg or pdf"
        )
    try:
        words = shlex.split(made.command) if len(made.command) <= LONGEST else []
    except ValueError:
        words = []
    if words[:1] != ["lossplot"] or any(unicodedata.category(character) in ("Cc", "Cs") for character in made.command):
        raise LossplotError(f"the record of {quote(file)} is no command: {quote(made.command)}; draw it anew")
    return words[1:]


def _checked_options(plot: Any, words: list[str], file_format: str, file: str) -> set[str]:
    """The options that `plot` finds in `words`.

    Raises LossplotError unless lossplot itself may have recorded them, for a `file_format`.
    """
    try:
        # Parsed by the command's own parser, so that both find the same options, but nothing is called.
        given, _, order = plot.make_parser(plot.context_class(plot, info_name="plot")).parse_args([*words])
    except Exception as error:
        if not hasattr(error, "format_message"):  # as all of Typer's have that say what is wrong with the words
            raise
        reason = " ".join(error.format_message().split()).rstrip(".")
        raise LossplotError(f"the record of {quote(file)} is not for this lossplot ({reason}); draw it anew") from error
    options = {parameter.opts[-1] for parameter in order if parameter.param_type_name == "option"}
    if refused := options - DRAWING - READING:
        raise LossplotError(f"the record of {quote(file)} asks for more than a figure ({min(refused)}); draw it anew")
    if not given.get("losses") or given.get("file_format") != file_format:
        raise LossplotError(f"the record of {quote(file)} is not that of a {file_format} figure; draw it anew")
    return options


def _draw(plot: Any, context: typer.Context, words: list[str], file: str) -> None:
    """Draw as the command line does, into `file`."""
    output = "./-" if file == "-" else file
    try:
        with plot.make_context("plot", [f"--output={output}", *words], parent=context.parent) as inner:
            plot.invoke(inner)
    except RequestError as error:
        raise LossplotError(f"cannot make {quote(file)} again: {error}") from error
