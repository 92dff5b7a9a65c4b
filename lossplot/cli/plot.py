"""`lossplot LOSS... [options]`: draw losses in one figure."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from lossplot.cli.arguments import Losses, takes_options
from lossplot.cli.commands import COMMANDS
from lossplot.cli.destinations import copy_figure, description, find_clipboard, show, terminal_view
from lossplot.cli.stderr import say
from lossplot.curves.panels import PANELS
from lossplot.errors import LossplotError, RequestError, quote, read_choice, shown_path
from lossplot.figure.spec import OPTIONS
from lossplot.formats import FORMATS
from lossplot.formats.names import default_name, format_of, suffixes, usual_format

if TYPE_CHECKING:
    from lossplot.cli.clipboard import Tool
    from lossplot.figure.resolve import ResolvedFigure
    from lossplot.figure.spec import FigureSpec


@dataclass(frozen=True, slots=True)
class Destinations:
    """Destinations of a figure besides files: by a program the clipboard, the terminal, stdout for words."""

    clipboard: Tool | None = None
    preview: bool = False
    alt: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command line says of files and of messages."""

    output: list[str] | None
    file_format: str | None
    force: bool
    strict: bool
    quiet: bool


@dataclass(frozen=True, slots=True)
class Aside:
    """What the command line asks for besides files."""

    alt: bool = False
    copy: bool = False
    preview: bool = False


# The help lists the options that choose panels before the files, and the others after.
PANEL_OPTIONS = [OPTIONS[name] for name in (*PANELS[1:], "only")]
# A grid alone has columns.
LOOKS = [option for option in OPTIONS.values() if option not in PANEL_OPTIONS and option.name != "columns"]


@takes_options(output=PANEL_OPTIONS, alt=LOOKS)
def plot(
    losses: Losses,
    *,
    output: Annotated[
        list[str] | None,
        typer.Option(
            "-o",
            "--output",
            metavar="PATH",
            help=f"Where to, repeatable; the suffix decides: {suffixes('picture')}, {suffixes('numbers', 'source')}, "
            f"{suffixes('movie')} for a sweep; - is stdout.",
        ),
    ] = None,
    file_format: Annotated[
        str | None, typer.Option("-f", "--format", metavar="FORMAT", help="The format, whatever the name says.")
    ] = None,
    alt: Annotated[bool, typer.Option("--alt", help="Print the figure's description.")] = False,
    copy: Annotated[bool, typer.Option("--copy", help="Put the figure on the clipboard, as PNG.")] = False,
    preview: Annotated[bool, typer.Option("--preview", help="Draw it in this terminal.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Replace a file by others, or one that was edited.")] = False,
    strict: Annotated[bool, typer.Option("--strict", help="Take warnings for errors, and write nothing.")] = False,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="No messages.")] = False,
    **options: str | bool | None,
) -> None:
    """Draw losses in one figure; print the path."""
    from lossplot.figure.options import by_long_names, read_spec

    asked = Asked(output, file_format, force, strict, quiet)
    carry_out(read_spec(losses, by_long_names(options)), asked, Aside(alt, copy, preview))


def carry_out(spec: FigureSpec, asked: Asked, other: Aside) -> None:
    """Draw the figure of `spec` to all that is asked for, and say what is to be said of it."""
    from lossplot.figure import warnings as advice
    from lossplot.figure.resolve import resolve

    output, force, quiet = asked.output, asked.force, asked.quiet
    alt, copy, preview = other.alt, other.copy, other.preview
    figure = resolve(spec, COMMANDS)
    warnings = advice.warnings(figure)
    # With another destination, a file is made only if it is asked for too.
    aside = alt or copy or preview
    if (copy or preview) and figure.sweep:
        raise RequestError("a sweep moves, and --copy and --preview show what stands still; leave them out")
    targets = _read_targets([] if aside and output is None else output, asked.file_format, figure, force)
    if figure.spec.style and (copy or preview or any(FORMATS[each].kind != "numbers" for each in targets.values())):
        from lossplot.formats.mpl.style import style_warnings

        warnings += style_warnings(figure.spec.style)
    if "-" in targets and (alt or preview):
        raise RequestError(
            f"-o - puts the figure on stdout, where --{'alt' if alt else 'preview'} writes too; leave one of them out"
        )
    destinations = Destinations(find_clipboard() if copy else None, preview, alt)
    if warnings and asked.strict:
        raise LossplotError(f"{warnings[0]} (and --strict takes warnings for errors)")
    remarks = [f"warning: {warning}" for warning in warnings] if not quiet else []
    remarks += [f"note: {note}" for note in advice.notes(figure)] if not quiet else []
    _draw(figure, targets, destinations, remarks, quiet, force and output is not None)


def _draw(
    figure: ResolvedFigure,
    targets: dict[str, str],
    destinations: Destinations,
    remarks: list[str],
    quiet: bool,
    force: bool,
) -> None:
    """Draw everything first; then write, copy, show."""
    from lossplot.cli.progress import progress_bar
    from lossplot.formats import files
    from lossplot.formats.produce import produce

    clipboard = destinations.clipboard
    with progress_bar("drawing", not quiet) as progress:
        contents = produce(figure, sorted({*targets.values(), *(["png"] if clipboard else [])}), progress)
    view = terminal_view(figure) if destinations.preview else None
    words = description(figure) if destinations.alt else None
    for remark in remarks:
        say(remark)
    # Stdout is for one thing: a figure, its description, or the paths of the files.
    report = say if "-" in targets or destinations.preview or destinations.alt else print
    for path in targets:
        # Meanwhile somebody may have made or edited it.
        _check_target(path, figure, force)
    for path, file_format in targets.items():
        if path == "-":
            sys.stdout.buffer.write(contents[file_format])
            sys.stdout.buffer.flush()
            continue
        files.write(path, contents[file_format])
        if not quiet:
            report(shown_path(path))
    if clipboard:
        copy_figure(contents["png"], clipboard)
    if view is not None:
        show(view)
    if words is not None:
        print(words)


def _read_targets(
    output: list[str] | None, file_format: str | None, figure: ResolvedFigure, force: bool
) -> dict[str, str]:
    """The format of each path to write, all of them checked; whatever is stdout is called `-`."""
    from lossplot.formats import files
    from lossplot.formats.places import place_of

    spec = figure.spec
    explicit = read_choice(file_format, tuple(FORMATS), "format") if file_format is not None else None
    usual = usual_format(spec)
    targets: dict[str, str] = {}
    places = {place_of(os.path.expanduser(spec.style)): spec.style} if spec.style else {}
    for path in output if output is not None else [f"{default_name(spec)}.{explicit or usual}"]:
        stream = 1 if path == "-" else files.descriptor_of(path)
        if stream == 2:
            raise RequestError(f"{quote(path)} is for messages; write to a file, or to stdout with -o -")
        if stream is not None and path != "-" and not (explicit or os.path.splitext(path)[1]):
            raise RequestError(f"cannot tell the format from {quote(path)}; give it too, as in --format {usual}")
        target = "-" if stream == 1 else path
        if target == "-" and sys.stdout.isatty():
            raise RequestError("stdout is a terminal; send it into a file or a pipe, or use -o FILE")
        other = places.setdefault(place_of("/dev/stdout" if target == "-" else path), path)
        if other is spec.style:
            raise RequestError(f"{quote(path)} is the style of the figure; give -o another path")
        if target in targets:
            again = f" as {quote(other)}" if other != path else ""
            raise RequestError(f"{quote(path)} is given twice{again}; give each -o another path")
        if other is not path:
            raise RequestError(f"{quote(other)} and {quote(path)} are one file; give each -o another path")
        targets[target] = explicit or (usual if path == "-" else format_of(path))
        _check_target(
            target, figure, force and output is not None, "--force" if output else f"-o {quote(path)} --force"
        )
    return targets


def _check_target(path: str, figure: ResolvedFigure, force: bool, remedy: str = "--force") -> None:
    """Raise LossplotError if `path` cannot be written, or may not be replaced by `figure`."""
    from lossplot.formats import files
    from lossplot.formats.produce import is_table

    if path != "-":
        files.check_target(path, force, lambda data: is_table(data, figure), remedy)
