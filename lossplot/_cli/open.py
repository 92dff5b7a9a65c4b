"""`lossplot open LOSS... [options]`: the page that shows losses live, in the browser."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Any

import typer

from lossplot._cli.arguments import Losses, LossFiles, takes_options
from lossplot._cli.completion.values import complete_folder
from lossplot._cli.own import own_settings, say_plugin_warnings
from lossplot._cli.stderr import say_remarks
from lossplot._figure.spec import OPTIONS
from lossplot._gallery.page.view_options import view_options

if TYPE_CHECKING:
    from lossplot._figure.spec import FigureSpec
    from lossplot._settings import Settings

SHOWN = [OPTIONS[option.name] for option in view_options()]
EXAMPLES = """\b
Examples:
  lossplot open huber:delta=0.5,1,2 --derivative --print -o gallery
  lossplot open hinge logistic --normalize -o gallery
"""


@takes_options(gallery=SHOWN, hidden=[option for option in OPTIONS.values() if option not in SHOWN])
def open_page(
    losses: Losses,
    *,
    gallery: Annotated[
        str | None,
        typer.Option(
            "-o",
            "--gallery",
            metavar="DIR",
            help="The folder of a gallery (one that is made in your cache folder).",
            autocompletion=complete_folder,
        ),
    ] = None,
    prints: Annotated[bool, typer.Option("--print", help="Print the address, and open nothing.")] = False,
    loss_files: LossFiles = None,
    **options: str | bool | None,
) -> None:
    """Open the page of the gallery that shows losses live, in the browser.

    What the page cannot show is refused. Without --gallery the pages are made once for each version: the browser opens
    after some seconds, and their pictures are drawn for about a minute then.
    """
    from lossplot._cli.pages import draw_missing, find_pages
    from lossplot._figure.options import by_long_names
    from lossplot._figure.resolve import resolve
    from lossplot._gallery.browser import open_in_browser
    from lossplot._gallery.page.view_address import check_options, view_address

    spec = _spec(losses, by_long_names(options), own_settings(loss_files))
    check_options(spec)
    figure = resolve(spec)
    path = view_address(figure)
    # Whatever cannot be drawn is refused here, not on the page.
    say_remarks(figure.scene.curves)
    pages = find_pages(gallery)
    address = pages.address(path)
    if prints:
        print(address, flush=True)
    else:
        open_in_browser(address)
    draw_missing(pages)


def _spec(losses: list[str], options: Mapping[str, Any], settings: Settings) -> FigureSpec:
    """The figure of `losses`, with those defaults of one's own that the page can show."""
    from lossplot._figure.options import read_spec
    from lossplot._settings import axis_of, expand

    values = dict(options)
    for option in view_options():
        default = settings.defaults.get(option.name)
        if default and values[option.name] is None and default.value in option.choices:
            values[option.name] = default.value
    if values["axis"] is None:
        values["axis"] = axis_of(losses, settings)
    texts = expand(losses, settings)
    say_plugin_warnings()
    return read_spec(texts, values)
