"""`lossplot LOSS... [options]`: draw losses in one figure."""

from __future__ import annotations

import os
import re
import sys
from collections import Counter
from typing import Annotated, cast

import typer

from lossplot.cli.arguments import (
    AxisOption,
    Derivative,
    Losses,
    RangeOption,
    SecondDerivative,
    read_choice,
    read_range,
)
from lossplot.cli.messages import say
from lossplot.errors import LossplotError, RequestError
from lossplot.spec import FORMATS, LABELS, PANELS, FigureSpec, Panel
from lossplot.words import check_text, quote, read_number

_UNITS = {"in": 1.0, "cm": 1 / 2.54, "mm": 1 / 25.4, "pt": 1 / 72}
_SIZE = re.compile(r"([^x]+)x(.+?)(in|cm|mm|px|pt)?", re.ASCII)
SMALLEST, LARGEST, MOST_PIXELS = 0.5, 100.0, 100e6
# What a first word may also have been meant for.
COMMANDS = ("invert", "list", "plot", "show", "table")
COARSEST_DPI, FINEST_DPI = 10.0, 2400.0


def plot(
    losses: Losses,
    derivative: Derivative = False,
    second_derivative: SecondDerivative = False,
    weight: Annotated[bool, typer.Option("--weight", help="Also the weight psi(r)/r of robust regression.")] = False,
    only: Annotated[
        str | None,
        typer.Option("--only", metavar="PANEL", help="Just one panel: loss, derivative, second-derivative or weight."),
    ] = None,
    output: Annotated[
        list[str] | None,
        typer.Option(
            "-o", "--output", metavar="PATH", help="Where to, repeatable; .png .svg .pdf decide; - is stdout."
        ),
    ] = None,
    file_format: Annotated[
        str | None, typer.Option("-f", "--format", metavar="FORMAT", help="png, svg or pdf, whatever the name says.")
    ] = None,
    x_range: RangeOption = None,
    ylim: Annotated[
        str | None, typer.Option("--ylim", metavar="LO:HI", help="Range of the first panel's y axis.")
    ] = None,
    axis: AxisOption = None,
    size: Annotated[
        str | None, typer.Option("--size", metavar="WxH[UNIT]", help="Size in in (the default), cm, mm, px or pt.")
    ] = None,
    dpi: Annotated[str, typer.Option("--dpi", metavar="N", help="Pixels to the inch of a PNG.")] = "200",
    title: Annotated[str, typer.Option("--title", metavar="TEXT", help="A title above the figure.")] = "",
    labels: Annotated[str, typer.Option("--labels", metavar="legend|none", help="Where the names stand.")] = "legend",
    force: Annotated[bool, typer.Option("--force", help="Replace a file that lossplot did not make.")] = False,
    strict: Annotated[bool, typer.Option("--strict", help="Take warnings for errors, and write nothing.")] = False,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="No messages.")] = False,
) -> None:
    """Draw losses in one figure; print the path."""
    resolution = _read_dpi(dpi)
    spec = FigureSpec(
        losses=tuple(losses),
        panels=_read_panels(only, (True, derivative, second_derivative, weight)),
        x_range=read_range(x_range) if x_range else None,
        y_range=read_range(ylim, "ylim") if ylim else None,
        size=_read_size(size, resolution) if size else None,
        dpi=resolution,
        title=check_text(title, "title"),
        labels=read_choice(labels, LABELS, "labels"),
        axis=axis,
    )
    warnings, notes = _check_losses(spec)
    targets = _read_targets(output, file_format, spec, force)
    if warnings and strict:
        raise LossplotError(f"{warnings[0]} (and --strict takes warnings for errors)")
    _draw(
        spec, targets, [*(f"warning: {warning}" for warning in warnings), *(f"note: {note}" for note in notes)], quiet
    )


def _draw(spec: FigureSpec, targets: dict[str, str], remarks: list[str], quiet: bool) -> None:
    from lossplot import files
    from lossplot.render import render

    drawn = render(spec, sorted(set(targets.values())))
    for remark in [] if quiet else remarks:
        say(remark)
    for path, file_format in targets.items():
        if path == "-":
            sys.stdout.buffer.write(drawn[file_format])
            sys.stdout.buffer.flush()
            continue
        files.write(path, drawn[file_format])
        if not quiet:
            shown = path if path.isprintable() else ascii(path)[1:-1]
            print(shown, file=sys.stderr if "-" in targets else sys.stdout)


def _read_panels(only: str | None, wanted: tuple[bool, ...]) -> tuple[Panel, ...]:
    if only:
        return (cast(Panel, read_choice(only, PANELS, "panel")),)
    return tuple(panel for panel, chosen in zip(PANELS, wanted, strict=True) if chosen)


def _read_dpi(text: str) -> float:
    dpi = read_number(text, "dpi")
    if not COARSEST_DPI <= dpi <= FINEST_DPI:
        raise RequestError(f"dpi must be from {COARSEST_DPI:g} to {FINEST_DPI:g}, not {dpi:g}")
    return dpi


def _read_size(text: str, dpi: float) -> tuple[float, float]:
    match = _SIZE.fullmatch(text.strip().lower())
    if not match:
        raise RequestError(f"size {quote(text)} is not a size; write WIDTHxHEIGHT, as in 8x4.5 or 1200x675px")
    inch = 1 / dpi if match[3] == "px" else _UNITS[match[3] or "in"]
    width, height = (read_number(part, "size") * inch for part in match.group(1, 2))
    if not (SMALLEST <= width <= LARGEST and SMALLEST <= height <= LARGEST):
        raise RequestError(
            f"{width:g} x {height:g} inches cannot be drawn; both must be from {SMALLEST:g} to {LARGEST:g}"
        )
    if width * height * dpi * dpi > MOST_PIXELS:
        raise RequestError(
            f"{width:g} x {height:g} inches at {dpi:g} dpi is {width * height * dpi * dpi / 1e6:.0f} megapixels; "
            f"the limit is {MOST_PIXELS / 1e6:.0f}"
        )
    return width, height


def _check_losses(spec: FigureSpec) -> tuple[list[str], list[str]]:
    """Read the losses, so that what is wrong with them is said before any work; return warnings and notes."""
    from lossplot.axes import find_axis
    from lossplot.coincidence import coincidences
    from lossplot.curves import same_axis
    from lossplot.reading import read_curves

    curves = read_curves(spec.losses, COMMANDS, find_axis(spec.axis) if spec.axis else None)
    axis = same_axis(curves)
    warnings = [f"{curve.spec} is given twice; drawn once" for curve, n in Counter(curves).items() if n > 1]
    low, high = spec.x_range or axis.view
    if low < axis.domain.low or high > axis.domain.high:
        warnings.append(
            f"the range {low:g} to {high:g} leaves {axis.domain}, where {axis.variable} lies; the curves end there"
        )
    distinct = tuple(dict.fromkeys(curves))
    factors = [f"{curve.spec} is {curve.factor:.6g} times our {curve.loss.name}" for curve in distinct if curve.library]
    return warnings, [*factors, *coincidences(distinct)]


def _read_targets(output: list[str] | None, file_format: str | None, spec: FigureSpec, force: bool) -> dict[str, str]:
    """The format of each path to write, all of them checked."""
    from lossplot import files

    wanted = read_choice(file_format, FORMATS, "format") if file_format else None
    targets: dict[str, str] = {}
    for path in output if output is not None else [f"{default_name(spec)}.{wanted or 'png'}"]:
        if path in targets:
            raise RequestError(f"{quote(path)} is given twice; give each -o another path")
        targets[path] = wanted or _format_of(path)
        if path == "-":
            if sys.stdout.isatty():
                raise RequestError("stdout is a terminal; send it into a file or a pipe, or use -o FILE")
            continue
        files.check_target(path, force and output is not None)
    return targets


def _format_of(path: str) -> str:
    if path == "-":
        return "png"
    suffix = os.path.splitext(path)[1].lower()[1:]
    if suffix not in FORMATS:
        raise RequestError(f"cannot tell the format from {quote(path)}; end it in .png, .svg or .pdf")
    return suffix


def default_name(spec: FigureSpec) -> str:
    """What a figure's file is called, without a suffix: `hinge_squared-hinge_derivative`."""
    panels = spec.panels[1:] if spec.panels[0] == "loss" else spec.panels
    name = "_".join([*spec.losses, *panels]).lower()
    return re.sub(r"[^a-z0-9_.=-]+", "-", name)[:200].strip("-.") or "lossplot"
