"""`lossplot info FILE`: how a figure was made, and the same figure again."""

from __future__ import annotations

import contextlib
import shlex
import unicodedata
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from lossplot.cli.stderr import say
from lossplot.errors import LossplotError, RequestError, quote, shell_command
from lossplot.figure.options import read_spec
from lossplot.figure.spec import MOVIES
from lossplot.text.language import speak

if TYPE_CHECKING:
    from lossplot.formats.provenance import Provenance

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
    from lossplot.formats import files, provenance

    data = files.read(file)
    made = provenance.read(data)
    if not made:
        raise LossplotError(f"{quote(file)} was not made by lossplot; name a figure as lossplot wrote it")
    group: Any = context.find_root().command
    plot = group.commands["plot"]
    words = _recorded_words(made, file)
    options = _checked_options(plot, words, made.file_format, file)
    edits = files.objection(data, lambda _: True)
    if not rerun:
        print(shell_command(["lossplot", *words]), flush=True)
        say(f"note: made by {made.software}{f'; it {edits}' if edits else ''}")
        return
    if edits:
        raise LossplotError(
            f"{quote(file)} {edits}; give --output and --force to the command that 'lossplot info' prints"
        )
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
    try:
        _check_drawable(given["losses"], {max(each.opts, key=len)[2:]: given.get(each.name) for each in order})
    except RequestError as error:
        raise LossplotError(f"the command that {quote(file)} records cannot be followed: {error}") from error
    return options


def _check_drawable(losses: Sequence[str], options: Mapping[str, Any]) -> None:
    """Raise RequestError where lossplot would refuse to draw this, on whatever machine: fonts and styles may be there.

    Without NumPy nothing is drawn at all; the command can be told even so.
    """
    spec = read_spec(losses, options)
    speak(spec.language)
    with contextlib.suppress(ImportError):
        from lossplot.figure.resolve import resolve
        from lossplot.formats import digest as recipe
        from lossplot.formats.produce import check_formats

        check_formats(spec, [options["format"]])
        moves = options["format"] in MOVIES
        figure = resolve(spec)
        for still in figure.stills(recipe.SHARES) if moves else [figure]:
            _ = still.scene
        if moves:
            from lossplot.formats.movie import check_movie

            check_movie(spec, [options["format"]])
        if spec.math:
            from lossplot.formats.mpl.figure import check_texts

            check_texts(spec)


def _draw(plot: Any, context: typer.Context, words: list[str], file: str) -> None:
    """Draw as the command line does, into `file`."""
    output = "./-" if file == "-" else file
    try:
        with plot.make_context("plot", [f"--output={output}", *words], parent=context.parent) as inner:
            plot.invoke(inner)
    except RequestError as error:
        raise LossplotError(f"cannot make {quote(file)} again: {error}") from error
