"""`lossplot list`: the catalogue or what in it answers to some words, or the presets of `--for`."""

from __future__ import annotations

import sys
from dataclasses import asdict
from itertools import groupby
from typing import TYPE_CHECKING, Annotated

import typer

from lossplot._cli.arguments import LossFiles, format_option, takes_options
from lossplot._cli.completion.spelling import matching
from lossplot._cli.completion.values import among
from lossplot._cli.own import own_settings, say_plugin_warnings
from lossplot._cli.tables import aligned, print_csv, print_json, print_rich, print_tables, rich_table
from lossplot._curves.axes import AXES
from lossplot._errors import LossplotError, RequestError, check_text, quote, read_choice
from lossplot._figure.option import Option

if TYPE_CHECKING:
    from lossplot._figure.looks import Preset
    from lossplot._losses import Loss

FORMATS = ("text", "csv", "json")
# The properties of the glossary that losses are chosen by.
PROPERTIES = (
    Option("convex", "Only losses that are convex, at the default of each parameter."),
    Option("bounded", "Only those between two bounds, likewise."),
    Option("calibrated", "Only those that are classification-calibrated, likewise."),
    Option("proper", "Only proper scores, likewise."),
    Option("redescending", "Only those whose slope returns to zero, likewise."),
)
EXAMPLES = """\b
Examples:
  lossplot list
  lossplot list label noise
  lossplot list --axis error --redescending
  lossplot list torch --format json
  lossplot list --presets
"""


def complete_word(incomplete: str) -> list[tuple[str, str]]:
    """Return the tasks, losses, axes, properties and libraries that `incomplete` begins, with what they are."""
    from lossplot._curves.glossary import PROPERTIES as GLOSSARY
    from lossplot._curves.tags import TAGS
    from lossplot._losses import LOSSES
    from lossplot._losses.spellings import PREFIXES
    from lossplot._losses.tasks import TASKS

    words = {title: f"{len(task.losses)} losses" for title, task in TASKS.items()}
    words |= {name: loss.summary for name, loss in LOSSES.items()}
    if incomplete:
        words |= {name: f"losses on the axis {name}" for name in AXES if name not in words}
        words |= {tag: GLOSSARY[tag].definition if tag in GLOSSARY else "losses that are so" for tag in TAGS}
        words |= {library: f"losses of {name}" for library, name in PREFIXES.items()}
    return [*matching(incomplete, words)]


@takes_options(presets=PROPERTIES)
def list_losses(
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="WORD",
            help="Words of a name, a task such as ranking, a property, a library, a source, or a formula.",
            show_default=False,
            autocompletion=complete_word,
        ),
    ] = None,
    axis: Annotated[
        str | None,
        typer.Option(
            "--axis", metavar="AXIS", help=f"Only those of {', '.join(AXES)}.", autocompletion=among(lambda: [*AXES])
        ),
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

    Words choose what answers to all of them, the best first: names, then the usual losses of a task, then the rest.
    Losses of your own, from the files of --losses, the project, your configuration and other packages, come last.
    JSON is a list with one record a loss: name, title, axis, formula, parameters, aliases, summary and tasks.
    """
    file_format = read_choice(file_format, FORMATS, "format")
    names = [name for name, flag in properties.items() if flag]
    if not presets:
        query = check_text(" ".join(" ".join(words or []).split()), "search")
        losses = _choose(_catalogue(loss_files), query, axis, names)
        _print_losses(losses, file_format, is_ranked=bool(query))
        return
    if others := [*(words or []), *(["--axis"] if axis is not None else []), *(f"--{name}" for name in names)]:
        raise RequestError(f"{quote(others[0])} chooses losses, and --presets lists none; leave one of them out")
    _print_presets(file_format)


def _catalogue(loss_files: list[str] | None) -> list[Loss]:
    """Return all losses: those of the catalogue, of files, and of other packages."""
    from lossplot._losses import LOSSES
    from lossplot._settings import load_plugins

    settings = own_settings(loss_files)
    others = [loss for losses in load_plugins().losses.values() for loss in losses if not settings.find(loss.name)]
    say_plugin_warnings()
    if not (own := (*settings.own, *others)):
        return [*LOSSES.values()]
    from lossplot._settings import entry_of

    return [*LOSSES.values(), *(entry_of(loss, settings) for loss in own)]


def _choose(catalogue: list[Loss], words: str, axis: str | None, properties: list[str]) -> list[Loss]:
    """Return the losses that answer to `words` and have all the properties.  Raises LossplotError if there is none."""
    place = read_choice(axis, tuple(AXES), "axis") if axis is not None else None
    found = _found(catalogue, words) if words else catalogue
    losses = [loss for loss in found if place in (None, loss.axis.name)]
    if properties:
        losses = [loss for loss in losses if _has(loss, properties)]
    if not losses:
        raise LossplotError("no loss is like that; ask for less, or see all with 'lossplot list'")
    return losses


def _found(catalogue: list[Loss], words: str) -> list[Loss]:
    from lossplot._text.found import places_found, why_none

    found = [catalogue[place] for place in places_found(words, catalogue)]
    if not found:
        raise LossplotError(why_none(words, catalogue))
    return found


def _has(loss: Loss, properties: list[str]) -> bool:
    from lossplot._curves import glossary
    from lossplot._curves.curve import default_curve
    from lossplot._curves.properties import card

    facts = card(default_curve(loss))
    return all(glossary.PROPERTIES[name].holds(facts) for name in properties)


def _print_losses(losses: list[Loss], file_format: str, is_ranked: bool) -> None:
    """Print `losses`; on a terminal in a table for each axis, unless they are ranked."""
    if file_format == "json":
        from lossplot._curves.records import catalogue_record

        print_json([catalogue_record(loss) for loss in losses])
    elif file_format == "csv":
        headings = ["name", "title", "axis", "parameters", "formula", "aliases", "summary", "tasks"]
        print_csv(headings, (_csv_row(loss) for loss in losses))
    elif sys.stdout.isatty():
        from rich.cells import cell_len
        from rich.table import Column

        if is_ranked:
            first = Column("loss", style="bold", no_wrap=True)
            print_rich((first, "name", "axis", "parameters", "formula"), map(_loss_row, losses))
            return
        tables = []
        for axis, group in groupby(losses, lambda loss: loss.axis.name):
            rows = [(name, title, *others) for name, title, _, *others in map(_loss_row, group)]
            # The longest name needs as much, which Rich would measure name by name.
            width = max(cell_len(name) for name in ("loss", *(row[0] for row in rows)))
            columns = (Column("loss", style="bold", no_wrap=True, width=width), "name", "parameters", "formula")
            tables.append(rich_table(columns, rows, title=axis, title_justify="left", title_style="bold"))
        print_tables(tables)
    else:
        print("\n".join(aligned([_loss_row(loss) for loss in losses])))


def _csv_row(loss: Loss) -> list[str]:
    from lossplot._losses.tasks import tasks_of

    return [*_loss_row(loss), " ".join(loss.aliases), loss.summary, "; ".join(tasks_of(loss.name))]


def _loss_row(loss: Loss) -> tuple[str, str, str, str, str]:
    from lossplot._formula.notation.letters import number
    from lossplot._formula.notation.text import unicode

    parameters = ":".join(f"{parameter.name}={number(parameter.default)}" for parameter in loss.parameters)
    return loss.name, loss.title, loss.axis.name, parameters, unicode(loss.notation)


def _print_presets(file_format: str) -> None:
    """Print the table of presets; JSON and CSV hold every field, with lengths in inches and points."""
    from lossplot._figure.looks import PRESETS

    records = [asdict(preset) for preset in PRESETS.values()]
    if file_format == "json":
        print_json(records)
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
