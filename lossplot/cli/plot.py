"""`lossplot LOSS... [options]`: draw losses in one figure."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any

import typer

from lossplot.cli.arguments import AxisOption, Derivative, Losses, RangeOption, SecondDerivative
from lossplot.cli.destinations import copy_figure, description, find_clipboard, show, terminal_view
from lossplot.cli.stderr import say
from lossplot.errors import LossplotError, RequestError, quote
from lossplot.figure.options import format_of, read_choice, read_spec
from lossplot.figure.spec import FORMATS, MOVIES
from lossplot.formats.names import default_name, usual_format

if TYPE_CHECKING:
    from lossplot.cli.clipboard import Tool
    from lossplot.figure.resolve import ResolvedFigure

# What a first word may also have been meant for.
COMMANDS = ("build", "gallery", "info", "invert", "list", "plot", "show", "table")


@dataclass(frozen=True, slots=True)
class Destinations:
    """Destinations of a figure besides files: by a program the clipboard, the terminal, stdout for words."""

    clipboard: Tool | None = None
    preview: bool = False
    alt: bool = False


def plot(
    ctx: typer.Context,
    losses: Losses,
    derivative: Derivative = False,
    second_derivative: SecondDerivative = False,
    weight: Annotated[bool, typer.Option("--weight", help="Also the weight psi(r)/r of robust regression.")] = False,
    risk: Annotated[
        str | None, typer.Option("--risk", metavar="ETA", help="Also the conditional risk for this chance of +1.")
    ] = None,
    only: Annotated[
        str | None,
        typer.Option(
            "--only", metavar="PANEL", help="Just one panel: loss, derivative, second-derivative, weight or risk."
        ),
    ] = None,
    output: Annotated[
        list[str] | None,
        typer.Option(
            "-o",
            "--output",
            metavar="PATH",
            help="Where to, repeatable; the suffix decides: .png .svg .pdf, .csv .json .py .tex, .gif .webp for a "
            "sweep; - is stdout.",
        ),
    ] = None,
    file_format: Annotated[
        str | None, typer.Option("-f", "--format", metavar="FORMAT", help="The format, whatever the name says.")
    ] = None,
    x_range: RangeOption = None,
    ylim: Annotated[
        str | None, typer.Option("--ylim", metavar="LO:HI", help="Range of the first panel's y axis.")
    ] = None,
    axis: AxisOption = None,
    normalize: Annotated[bool, typer.Option("--normalize", help="Scale each loss to 1 at a margin of 0.")] = False,
    mark: Annotated[
        str | None, typer.Option("--mark", metavar="X,...", help="Mark the points at these x, with their values.")
    ] = None,
    mark_loss: Annotated[
        str | None, typer.Option("--mark-loss", metavar="V,...", help="Mark where the loss has these values.")
    ] = None,
    preset: Annotated[
        str | None,
        typer.Option(
            "--for",
            metavar="PRESET",
            help="Size and fonts for a destination: slide, beamer, neurips, web ... ('lossplot list --presets').",
        ),
    ] = None,
    size: Annotated[
        str | None, typer.Option("--size", metavar="WxH[UNIT]", help="Size in in (the default), cm, mm, px or pt.")
    ] = None,
    dpi: Annotated[str | None, typer.Option("--dpi", metavar="N", help="Pixels to the inch of a PNG (200).")] = None,
    theme: Annotated[
        str | None,
        typer.Option("--theme", metavar="THEME", help="light, dark, print, or auto: an SVG that follows its reader."),
    ] = None,
    transparent: Annotated[bool, typer.Option("--transparent", help="No ground behind the figure.")] = False,
    style: Annotated[
        str | None, typer.Option("--style", metavar="FILE", help="Colours, fonts and sizes of a .mplstyle file.")
    ] = None,
    labels: Annotated[
        str | None,
        typer.Option("--labels", metavar="WHERE", help="Names in a legend, direct (at the curves' ends), or none."),
    ] = None,
    formula: Annotated[bool, typer.Option("--formula", help="Names with their formulas.")] = False,
    title: Annotated[str | None, typer.Option("--title", metavar="TEXT", help="A title above the figure.")] = None,
    xlabel: Annotated[
        str | None, typer.Option("--xlabel", metavar="TEXT", help="What stands below the x axis.")
    ] = None,
    ylabel: Annotated[
        str | None, typer.Option("--ylabel", metavar="TEXT", help="What stands beside the first y axis.")
    ] = None,
    margin: Annotated[
        str | None,
        typer.Option("--margin", metavar="WORDING", help="Margin as product, y f(x), or decision, f(x) for y = +1."),
    ] = None,
    math: Annotated[bool, typer.Option("--math", help="Read $...$ in title and labels as mathematics.")] = False,
    lang: Annotated[str | None, typer.Option("--lang", metavar="LANG", help="Language of the words: en or zh.")] = None,
    font: Annotated[str | None, typer.Option("--font", metavar="NAME", help="An installed font.")] = None,
    alt: Annotated[bool, typer.Option("--alt", help="Print the figure's description.")] = False,
    copy: Annotated[bool, typer.Option("--copy", help="Put the figure on the clipboard, as PNG.")] = False,
    preview: Annotated[bool, typer.Option("--preview", help="Draw it in this terminal.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Replace a file by others, or one that was edited.")] = False,
    strict: Annotated[bool, typer.Option("--strict", help="Take warnings for errors, and write nothing.")] = False,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="No messages.")] = False,
) -> None:
    """Draw losses in one figure; print the path."""
    from lossplot.figure import warnings as advice
    from lossplot.figure.resolve import resolve

    figure = resolve(read_spec(losses, _by_long_name(ctx)), COMMANDS)
    warnings = advice.warnings(figure)
    # With another destination, a file is made only if it is asked for too.
    aside = alt or copy or preview
    if (copy or preview) and figure.sweep:
        raise RequestError("a sweep moves, and --copy and --preview show what stands still; leave them out")
    targets = _read_targets([] if aside and output is None else output, file_format, figure, force)
    if "-" in targets and (alt or preview):
        raise RequestError(
            f"-o - puts the figure on stdout, where --{'alt' if alt else 'preview'} writes too; leave one of them out"
        )
    destinations = Destinations(find_clipboard() if copy else None, preview, alt)
    if warnings and strict:
        raise LossplotError(f"{warnings[0]} (and --strict takes warnings for errors)")
    remarks = [f"warning: {warning}" for warning in warnings] if not quiet else []
    remarks += [f"note: {note}" for note in advice.notes(figure)] if not quiet else []
    _draw(figure, targets, destinations, remarks, quiet, force and output is not None)


def _by_long_name(ctx: typer.Context) -> dict[str, Any]:
    """The options of a command as given, each by its long name without the dashes."""
    options = (parameter for parameter in ctx.command.params if parameter.param_type_name == "option")
    return {max(option.opts, key=len)[2:]: ctx.params.get(str(option.name)) for option in options}


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
            report(path if path.isprintable() else ascii(path)[1:-1])
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
    explicit = read_choice(file_format, (*FORMATS, *MOVIES), "format") if file_format is not None else None
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
