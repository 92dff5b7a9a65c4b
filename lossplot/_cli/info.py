"""`lossplot info FILE`: the command that made a figure, and the same figure again."""

from __future__ import annotations

import contextlib
import shlex
import unicodedata
from typing import TYPE_CHECKING, Annotated, Any

import typer

from lossplot._cli.app import load
from lossplot._cli.completion.values import complete_file
from lossplot._cli.stderr import say
from lossplot._cli.train import LOOKS, TRAINING
from lossplot._errors import LossplotError, RequestError, alternatives, quote, shell_command, shown_path
from lossplot._figure.options import by_long_names, read_spec
from lossplot._figure.spec import OPTIONS
from lossplot._formats import FORMATS, of_kind
from lossplot._settings import isolated, read_settings
from lossplot._text.language import load_language
from lossplot._training.names import DATA

if TYPE_CHECKING:
    from lossplot._figure.spec import FigureSpec
    from lossplot._formats.provenance import Provenance

# The options that a record may hold: those that decide a figure's looks.  Who asks for more was not lossplot.
RECORDED = frozenset({"--format", *(f"--{name}" for name in OPTIONS)})
# Of training, also those that decide what is trained.
TRAINED = RECORDED | {f"--{name.replace('_', '-')}" for name in TRAINING}
# Another file is for the user to ask for, not for whoever made the figure.
READING = frozenset(f"--{name}" for name, option in OPTIONS.items() if option.names_file)
# Fifty losses and a few titles need half of it.
LONGEST = 2**16
EXAMPLES = """\b
Examples:
  lossplot info hinge.svg
  lossplot info hinge.svg --rerun
"""


def info(
    context: typer.Context,
    file: Annotated[
        str,
        typer.Argument(
            metavar="FILE", help="A figure that lossplot made.", show_default=False, autocompletion=complete_file
        ),
    ],
    rerun: Annotated[bool, typer.Option("--rerun", help="Make it again, in its place.")] = False,
) -> None:
    """Print the command that made a figure."""
    from lossplot._formats import files, inputs, provenance

    data = inputs.read_figure(file)
    record = provenance.read(data)
    if not record:
        raise LossplotError(f"{quote(file)} was not made by lossplot; name a figure as lossplot wrote it")
    words = _recorded_words(record, file)
    name = words[0] if words and words[0] in ("grid", "train") else "plot"
    command = load(name)
    words = words[1:] if name != "plot" else words
    options = _checked_options(command, words, record.file_format, file)
    edits = files.objection(data, lambda _: True)
    if edits == files.EDITED_IN_PYTHON:
        edits += ", and the command gives it as it was before"
    if not rerun:
        print(shell_command(["lossplot", *([name] if name != "plot" else []), *words]), flush=True)
        say(f"note: made by {record.software}{f'; it {edits}' if edits else ''}")
        if changes := _changes(options):
            say(f"note: {changes} would change it here; 'lossplot info {shown_path(file)} --rerun' leaves them out")
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
    _draw(command, context, words, file)
    new_data = inputs.read_figure(file)
    if new_data != data:
        new_record = provenance.read(new_data)
        by = new_record.software if new_record else "nobody known"
        say(f"warning: {quote(file)} has other bytes than before; it was made by {record.software}, and now by {by}")


def _changes(options: set[str]) -> str:
    """The defaults here that the recorded `options` do not decide on, each with its file."""
    with contextlib.suppress(LossplotError):
        defaults = read_settings().defaults.items()
        return ", ".join(f"{name} of {shown_path(each.path)}" for name, each in defaults if f"--{name}" not in options)
    return ""


def _recorded_words(record: Provenance, file: str) -> list[str]:
    """The words after `lossplot` in the recorded command."""
    if not record.command:
        raise LossplotError(
            f"{quote(file)} was made by lossplot, but {record.file_format} records no command; "
            f"ask a {alternatives(of_kind('picture'))}"
        )
    try:
        words = shlex.split(record.command) if len(record.command) <= LONGEST else []
    except ValueError:
        words = []
    if words[:1] != ["lossplot"] or any(
        unicodedata.category(character) in ("Cc", "Cs") for character in record.command
    ):
        raise LossplotError(f"the record of {quote(file)} is no command: {quote(record.command)}; draw it anew")
    return words[1:]


def _checked_options(plot: Any, words: list[str], file_format: str, file: str) -> set[str]:
    """The options that `plot` finds in `words`.

    Raises LossplotError unless lossplot itself may have recorded them, for a `file_format`.
    """
    try:
        # Parsed by the command's own parser, so that both find the same options, but nothing is called.
        parameters, _, order = plot.make_parser(plot.context_class(plot, info_name=plot.name)).parse_args([*words])
    except Exception as error:
        if not hasattr(error, "format_message"):  # as all of Typer's have that say what is wrong with the words
            raise
        reason = " ".join(error.format_message().split()).rstrip(".")
        raise LossplotError(f"the record of {quote(file)} is not for this lossplot ({reason}); draw it anew") from error
    options = {parameter.opts[-1] for parameter in order if parameter.param_type_name == "option"}
    is_training = plot.name == "train"
    if is_training and parameters.get("data", DATA[0]).lower() in DATA:
        options -= {"--data"}
    if refused := options - (TRAINED if is_training else RECORDED):
        raise LossplotError(f"the record of {quote(file)} asks for more than a figure ({min(refused)}); draw it anew")
    if not parameters.get("losses") or parameters.get("file_format") != file_format:
        raise LossplotError(f"the record of {quote(file)} is not that of a {file_format} figure; draw it anew")
    try:
        if is_training:
            load_language(_read_looks(parameters).language)
        else:
            _check_drawable(parameters, file_format, plot.name == "grid")
    except RequestError as error:
        raise LossplotError(f"the command that {quote(file)} records cannot be followed: {error}") from error
    return options


def _read_looks(parameters: dict[str, Any]) -> FigureSpec:
    """Return the losses and looks of a training.  Raises RequestError for a value that makes no sense."""
    looks = {option.name: parameters.get(option.parameter) for option in LOOKS}
    return read_spec(parameters["losses"], looks)


def _check_drawable(parameters: dict[str, Any], file_format: str, is_grid: bool) -> None:
    """Raise RequestError for a figure that lossplot cannot draw on any machine, whatever its fonts and styles.

    Without NumPy only the options are checked.
    """
    spec = read_spec(parameters["losses"], by_long_names(parameters), is_grid)
    load_language(spec.language)
    with contextlib.suppress(ImportError):
        from lossplot._figure.resolve import resolve
        from lossplot._formats.digest import SHARES
        from lossplot._formats.produce import check_formats

        check_formats(spec, [file_format])
        is_movie = FORMATS[file_format].is_movie
        figure = resolve(spec)
        for still in figure.stills(SHARES) if is_movie else figure.cells or [figure]:
            _ = still.scene
        if is_movie:
            from lossplot._formats.frames import check_movie

            check_movie(spec, [file_format])
        if spec.math:
            from lossplot._formats.mpl.figure import check_texts

            check_texts(spec)


def _draw(plot: Any, context: typer.Context, words: list[str], file: str) -> None:
    """Draw as the command line does, into `file`."""
    output = "./-" if file == "-" else file
    try:
        with isolated(), plot.make_context(plot.name, [f"--output={output}", *words], parent=context.parent) as inner:
            plot.invoke(inner)
    except RequestError as error:
        raise LossplotError(f"cannot make {quote(file)} again: {error}") from error
