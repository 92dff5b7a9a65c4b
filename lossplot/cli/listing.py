"""`lossplot list`: the catalogue or a choice of it, or the presets of `--for`."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from itertools import groupby
from typing import TYPE_CHECKING, Annotated

import typer

from lossplot.cli.arguments import LossFiles, format_option, takes_options
from lossplot.cli.own import own_settings, say_plugin_warnings
from lossplot.cli.tables import aligned, print_csv, print_rich
from lossplot.errors import LossplotError, RequestError, quote, read_choice
from lossplot.figure.spec import Option

if TYPE_CHECKING:
    from lossplot.figure.looks import Preset
    from lossplot.losses import Loss

AXES = ("margin", "error", "probability", "prediction", "score", "distance", "similarity", "ratio", "overlap")
FORMATS = ("text", "csv", "json")
# The properties of the glossary that losses are chosen by.
PROPERTIES = (
    Option("convex", "Only losses that are convex, at the default of each parameter."),
    Option("bounded", "Only those between two bounds, likewise."),
    Option("calibrated", "Only those that are classification-calibrated, likewise."),
    Option("proper", "Only proper scores, likewise."),
    Option("redescending", "Only those whose slope returns to zero, likewise."),
)


@takes_options(presets=PROPERTIES)
def list_losses(
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="WORD", help="Words that name, alias, summary or source hold.", show_default=False),
    ] = None,
    axis: Annotated[
        str | None, typer.Option("--axis", metavar="AXIS", help=f"Only those of {', '.join(AXES)}.")
    ] = None,
    *,
    presets: Annotated[
        bool, typer.Option("--presets", help="The places that --for knows: sizes, letters, rules and their sources.")
    ] = False,
    file_format: Annotated[str, format_option(*FORMATS)] = "text",
    loss_files: LossFiles = None,
    **properties: bool,
) -> None:
    """Print the catalogue, with formulas and parameters.

    Losses of your own, from the files of --losses, the project, your configuration and other packages, come last.
    """
    file_format = read_choice(file_format, FORMATS, "format")
    names = [name for name, flag in properties.items() if flag]
    if not presets:
        _print_losses(_choose(_catalogue(loss_files), words or [], axis, names), file_format)
        return
    if others := [*(words or []), *(["--axis"] if axis is not None else []), *(f"--{name}" for name in names)]:
        raise RequestError(f"{quote(others[0])} chooses losses, and --presets lists none; leave one of them out")
    _print_presets(file_format)


def _catalogue(loss_files: list[str] | None) -> list[Loss]:
    """Return all losses: those of the catalogue, of files, and of other packages."""
    from lossplot.losses import LOSSES
    from lossplot.settings import entry_of, load_plugins

    settings = own_settings(loss_files)
    others = [loss for losses in load_plugins().losses.values() for loss in losses if not settings.find(loss.name)]
    say_plugin_warnings()
    return [*LOSSES.values(), *(entry_of(loss, settings) for loss in (*settings.own, *others))]


def _choose(catalogue: list[Loss], words: list[str], axis: str | None, properties: list[str]) -> list[Loss]:
    """Return the losses that have all the words and properties.  Raises LossplotError if there is none."""
    losses = [loss for loss in catalogue if _mentions(loss, words)]
    if axis is not None:
        axis = read_choice(axis, AXES, "axis")
        losses = [loss for loss in losses if loss.axis.name == axis]
    if properties:
        losses = [loss for loss in losses if _has(loss, properties)]
    if not losses:
        raise LossplotError("no loss is like that; ask for less, or see all with 'lossplot list'")
    return losses


def _mentions(loss: Loss, words: list[str]) -> bool:
    from lossplot.losses import normalise
    from lossplot.losses.registry import all_names

    text = " ".join([*all_names(loss), *map(normalise, (loss.title, loss.summary, loss.source))])
    return all(normalise(word) in text for word in words)


def _has(loss: Loss, properties: list[str]) -> bool:
    from lossplot.curves import glossary
    from lossplot.curves.curve import default_curve
    from lossplot.curves.properties import card

    facts = card(default_curve(loss))
    return all(glossary.PROPERTIES[name].holds(facts) for name in properties)


def _print_losses(losses: list[Loss], file_format: str) -> None:
    from lossplot.curves.records import catalogue_record

    if file_format == "json":
        print(json.dumps([catalogue_record(loss) for loss in losses], indent=2))
    elif file_format == "csv":
        headings = ["name", "title", "axis", "parameters", "formula", "aliases", "summary"]
        print_csv(headings, ([*_loss_row(loss), " ".join(loss.aliases), loss.summary] for loss in losses))
    elif sys.stdout.isatty():
        from rich.table import Column

        for axis, group in groupby(losses, lambda loss: loss.axis.name):
            columns = (Column("loss", style="bold", no_wrap=True), "name", "parameters", "formula")
            rows = [(name, title, *others) for name, title, _, *others in map(_loss_row, group)]
            print_rich(columns, rows, title=axis, title_justify="left", title_style="bold")
    else:
        print("\n".join(aligned([_loss_row(loss) for loss in losses])))


def _loss_row(loss: Loss) -> tuple[str, str, str, str, str]:
    from lossplot.formula.notation.letters import number
    from lossplot.formula.notation.text import unicode

    parameters = ":".join(f"{parameter.name}={number(parameter.default)}" for parameter in loss.parameters)
    return loss.name, loss.title, loss.axis.name, parameters, unicode(loss.notation)


def _print_presets(file_format: str) -> None:
    """Print the table of presets; JSON and CSV hold every field, with lengths in inches and points."""
    from lossplot.figure.looks import PRESETS

    records = [asdict(preset) for preset in PRESETS.values()]
    if file_format == "json":
        print(json.dumps(records, indent=2))
    elif file_format == "csv":
        print_csv(records[0], (record.values() for record in records))
    elif sys.stdout.isatty():
        from rich.table import Column

        names = ("preset", "for", "size", "text", "line", "dpi", "rule", "source")
        columns = [Column(name, overflow="fold", no_wrap=name in ("preset", "size")) for name in names]
        columns[0].style = "bold"
        print_rich(columns, [_preset_cells(preset) for preset in PRESETS.values()])
    else:
        print("\n".join(aligned([_preset_row(preset) for preset in PRESETS.values()])))


def _preset_row(preset: Preset) -> tuple[str, ...]:
    name, use, size, text, line, dpi, rule, source = _preset_cells(preset)
    return name, use, *size.split("\n"), f"text {text} pt", f"line {line} pt", f"{dpi} dpi", rule, source


def _preset_cells(preset: Preset) -> tuple[str, ...]:
    """Return the cells of a preset's row: its size in inches, and in pixels if they are whole, else in centimetres."""
    pixels = (preset.width * preset.dpi, preset.height * preset.dpi)
    other = f"{2.54 * preset.width:.1f} x {2.54 * preset.height:.1f} cm"
    if all(length == round(length) for length in pixels):
        other = f"{pixels[0]:.0f} x {pixels[1]:.0f} px"
    size = f"{preset.width:.4g} x {preset.height:.4g} in\n{other}"
    numbers = (f"{preset.text:g}", f"{preset.line:g}", f"{preset.dpi:g}")
    return preset.name, preset.use, size, *numbers, preset.rule, f"{preset.source}, {preset.year}"
