"""`lossplot config`: the defaults that hold here, and from where."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from lossplot._cli.arguments import LossFiles, format_option
from lossplot._cli.own import own_settings
from lossplot._cli.tables import aligned, print_json
from lossplot._errors import read_choice, shown_path
from lossplot._figure.spec import FIELDS, FigureSpec
from lossplot._settings.sources import DEFAULTS

if TYPE_CHECKING:
    from lossplot._settings import OwnLoss, Settings

FORMATS = ("text", "json")
BUILT_IN = "built in"
EXAMPLES = """\b
Examples:
  lossplot config
  lossplot config --losses mine.toml --format json
"""


def config(
    file_format: Annotated[str, format_option(*FORMATS)] = "text",
    loss_files: LossFiles = None,
) -> None:
    """Print the defaults and losses that hold here, and from where.

    They come from the command line, the files of --losses, lossplot.toml or [tool.lossplot] of pyproject.toml in this
    folder or above it, and lossplot/lossplot.toml in your configuration folder; the first of these that says something
    counts. JSON is an object: defaults ({name: {value, source}}), losses (a list of {name, source}) and files.
    """
    file_format = read_choice(file_format, FORMATS, "format")
    settings = own_settings(loss_files)
    if file_format == "json":
        print_json(_record(settings))
        return
    rows = [(name, value or "none", source) for name, (value, source) in _defaults(settings).items()]
    rows += [("loss", loss.name, _source(loss)) for loss in settings.own]
    print("\n".join(line.rstrip() for line in aligned(rows)))


def _record(settings: Settings) -> dict[str, object]:
    """Record the settings as JSON has them."""
    defaults = {name: {"value": value, "source": source} for name, (value, source) in _defaults(settings).items()}
    losses = [{"name": loss.name, "source": _source(loss)} for loss in settings.own]
    return {"defaults": defaults, "losses": losses, "files": [shown_path(path) for path in settings.files]}


def _defaults(settings: Settings) -> dict[str, tuple[str | None, str]]:
    """The value of each option that may have a default, and where that comes from."""
    usual = FigureSpec(())
    return {
        name: (each.value, shown_path(each.path))
        if (each := settings.defaults.get(name))
        else (getattr(usual, FIELDS[name]), BUILT_IN)
        for name in DEFAULTS
    }


def _source(loss: OwnLoss) -> str:
    return loss.place.partition(": ")[0]
