"""`lossplot grid GROUP... [options]`: figures of different axes in one file."""

from __future__ import annotations

from typing import Annotated

import typer

from lossplot._cli.arguments import LossFiles, takes_options
from lossplot._cli.completion.losses import complete_group
from lossplot._cli.completion.values import among, complete_file
from lossplot._cli.own import own_spec
from lossplot._cli.plot import LOOKS, PANEL_OPTIONS, Aside, carry_out
from lossplot._cli.targets import Asked
from lossplot._formats import of_kind
from lossplot._formats.names import suffixes

# What only a whole figure, or its source, has.
_APART = ("standalone", "step")
EXAMPLES = """\b
Examples:
  lossplot grid hinge,logistic mse,huber:delta=1,2 -o losses.svg
  lossplot grid hinge mse log-loss focal --columns 2 --derivative --for slide
"""


@takes_options(output=PANEL_OPTIONS, alt=[option for option in LOOKS if option.name not in _APART])
def grid(
    losses: Annotated[
        list[str],
        typer.Argument(
            metavar="GROUP",
            help="Losses of one figure, with commas between them, as in 'hinge,logistic' or 'mse,huber:delta=1,2'.",
            show_default=False,
            autocompletion=complete_group,
        ),
    ],
    *,
    output: Annotated[
        list[str] | None,
        typer.Option(
            "-o",
            "--output",
            metavar="PATH",
            autocompletion=complete_file,
            help=f"Where to, repeatable; the suffix decides: {suffixes('picture')}; - is stdout.",
        ),
    ] = None,
    file_format: Annotated[
        str | None,
        typer.Option(
            "-f",
            "--format",
            metavar="FORMAT",
            help="The format, whatever the name says.",
            autocompletion=among(lambda: of_kind("picture")),
        ),
    ] = None,
    alt: Annotated[bool, typer.Option("--alt", help="Print the figure's description.")] = False,
    copy: Annotated[bool, typer.Option("--copy", help="Put the figure on the clipboard, as PNG.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Replace a file by others, or one that was edited.")] = False,
    strict: Annotated[bool, typer.Option("--strict", help="Take warnings for errors, and write nothing.")] = False,
    loss_files: LossFiles = None,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="No messages.")] = False,
    **options: str | bool | None,
) -> None:
    """Draw a figure for each group of losses, all in one file; print the path."""
    from lossplot._figure.options import by_long_names

    asked = Asked(output, file_format, force, strict, quiet)
    carry_out(own_spec(losses, by_long_names(options), loss_files, grid=True), asked, Aside(alt, copy))
