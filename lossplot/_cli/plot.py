"""`lossplot LOSS... [options]`: draw losses in one figure."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Annotated

import typer

from lossplot._cli.arguments import Losses, LossFiles, takes_options
from lossplot._cli.commands import COMMANDS
from lossplot._cli.completion.values import among, complete_file
from lossplot._cli.destinations import copy_figure, description, find_clipboard, show, terminal_view
from lossplot._cli.own import own_spec
from lossplot._cli.stderr import say
from lossplot._cli.targets import Asked, Target, read_targets
from lossplot._curves.panels import PANELS
from lossplot._errors import LossplotError, RequestError, shown_path
from lossplot._figure.spec import OPTIONS
from lossplot._formats import FORMATS
from lossplot._formats.names import suffixes

if TYPE_CHECKING:
    from lossplot._cli.clipboard import Tool
    from lossplot._cli.progress import Progress
    from lossplot._figure.resolve import ResolvedFigure
    from lossplot._figure.spec import FigureSpec


@dataclass(frozen=True, slots=True)
class Destinations:
    """Destinations of a figure besides files: by a program the clipboard, the terminal, stdout for words."""

    clipboard: Tool | None = None
    preview: bool = False
    alt: bool = False


@dataclass(frozen=True, slots=True)
class Aside:
    """The destinations that a command line asks for besides files."""

    alt: bool = False
    copy: bool = False
    preview: bool = False


# The help lists the options that choose panels before the files, and the others after.
PANEL_OPTIONS = [OPTIONS[name] for name in (*PANELS[1:], "only")]
LOOKS = [option for option in OPTIONS.values() if option not in PANEL_OPTIONS]


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
            autocompletion=complete_file,
            help=f"Where to, repeatable; the suffix decides: {suffixes('picture')}, {suffixes('numbers', 'source')}, "
            f"{suffixes('movie')} for a sweep; - is stdout.",
        ),
    ] = None,
    file_format: Annotated[
        str | None,
        typer.Option(
            "-f",
            "--format",
            metavar="FORMAT",
            help="The format, whatever the name says.",
            autocompletion=among(lambda: FORMATS),
        ),
    ] = None,
    hold: Annotated[
        bool,
        typer.Option("--hold", help="In steps: talk-1.png has one curve, talk-2.png two ..., and nothing else moves."),
    ] = False,
    alt: Annotated[bool, typer.Option("--alt", help="Print the figure's description.")] = False,
    copy: Annotated[bool, typer.Option("--copy", help="Put the figure on the clipboard, as PNG.")] = False,
    preview: Annotated[bool, typer.Option("--preview", help="Draw it in this terminal.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Replace a file by others, or one that was edited.")] = False,
    strict: Annotated[bool, typer.Option("--strict", help="Take warnings for errors, and write nothing.")] = False,
    loss_files: LossFiles = None,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="No messages.")] = False,
    **options: str | bool | None,
) -> None:
    """Draw losses in one figure; print the path."""
    from lossplot._figure.options import by_long_names

    asked = Asked(output, file_format, force, strict, quiet, hold)
    carry_out(own_spec(losses, by_long_names(options), loss_files), asked, Aside(alt, copy, preview))


def carry_out(spec: FigureSpec, asked: Asked, other: Aside) -> None:
    """Draw the figure of `spec` to all that is asked for, and say what is to be said of it."""
    from lossplot._api.evidence import resolve_with_data
    from lossplot._cli.progress import progress_bar
    from lossplot._figure import warnings as advice

    quiet = asked.quiet
    alt, copy, preview = other.alt, other.copy, other.preview
    with progress_bar("scoring", not quiet and spec.data is not None) as progress:
        figure = resolve_with_data(spec, COMMANDS, progress=progress)
    figures = _held(figure, other) if asked.hold else (figure,)
    warnings = advice.warnings(figure)
    # With another destination, a file is made only if it is asked for too.
    aside = alt or copy or preview
    if (copy or preview) and figure.sweep:
        raise RequestError("a sweep moves, and --copy and --preview show what stands still; leave them out")
    targets = read_targets(replace(asked, output=[]) if aside and asked.output is None else asked, figures)
    if figure.spec.style and (copy or preview or any(FORMATS[each.file_format].kind != "numbers" for each in targets)):
        from lossplot._formats.mpl.style import style_warnings

        warnings += style_warnings(figure.spec.style)
    if any(target.path == "-" for target in targets) and (alt or preview):
        raise RequestError(
            f"-o - puts the figure on stdout, where --{'alt' if alt else 'preview'} writes too; leave one of them out"
        )
    destinations = Destinations(find_clipboard() if copy else None, preview, alt)
    if warnings and asked.strict:
        raise LossplotError(f"{warnings[0]} (and --strict takes warnings for errors)")
    remarks = [f"warning: {warning}" for warning in warnings] if not quiet else []
    remarks += [f"note: {note}" for note in advice.notes(figure)] if not quiet else []
    _draw(figures, targets, destinations, remarks, asked)


def _held(figure: ResolvedFigure, other: Aside) -> tuple[ResolvedFigure, ...]:
    """The steps of `figure`.  Raises RequestError where they cannot all be shown, or it is one of them."""
    if figure.spec.step:
        raise RequestError(f"--hold draws every step, and --step={figure.spec.step} one of them; leave one out")
    if other.copy or other.preview:
        raise RequestError(
            f"--hold makes several figures, and --{'copy' if other.copy else 'preview'} shows one; "
            "write --step N in place of --hold"
        )
    return figure.steps


def _draw(
    figures: Sequence[ResolvedFigure],
    targets: Sequence[Target],
    destinations: Destinations,
    remarks: list[str],
    asked: Asked,
) -> None:
    """Draw everything first; then write, copy, show."""
    from lossplot._cli.progress import progress_bar
    from lossplot._formats import files

    clipboard = destinations.clipboard
    formats = sorted({target.file_format for target in targets} | ({"png"} if clipboard else set()))
    with progress_bar("drawing", not asked.quiet) as progress:
        contents = _contents(figures, formats, progress)
    view = terminal_view(figures[0]) if destinations.preview else None
    words = [description(figure) for figure in figures] if destinations.alt else []
    for remark in remarks:
        say(remark)
    # Stdout is for one thing: a figure, its description, or the paths of the files.
    is_taken = any(target.path == "-" for target in targets) or destinations.preview or destinations.alt
    report = say if is_taken else print
    for target in targets:
        # Meanwhile somebody may have made or edited it.
        target.check(asked.replaces)
    for target in targets:
        data = contents[target.figure.spec.step][target.file_format]
        if target.path == "-":
            sys.stdout.buffer.write(data)
            sys.stdout.buffer.flush()
            continue
        files.write(target.path, data)
        if not asked.quiet:
            report(shown_path(target.path))
    if clipboard:
        copy_figure(contents[figures[0].spec.step]["png"], clipboard)
    if view is not None:
        show(view)
    for each in words:
        print(each)


def _contents(
    figures: Sequence[ResolvedFigure], formats: Sequence[str], progress: Progress
) -> dict[int | None, dict[str, bytes]]:
    """The files of each figure in `formats`, by its step."""
    from lossplot._formats.produce import produce

    if len(figures) == 1:
        return {figures[0].spec.step: produce(figures[0], formats, progress)}
    contents: dict[int | None, dict[str, bytes]] = {}
    for number, figure in enumerate(figures, 1):
        contents[figure.spec.step] = produce(figure, formats)
        progress(number, len(figures))
    return contents
