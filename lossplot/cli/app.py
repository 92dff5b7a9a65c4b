"""The Typer application: `lossplot LOSS... [options]`, and the commands beside it."""

from __future__ import annotations

from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from lossplot import __version__
from lossplot.cli.listing import list_losses
from lossplot.cli.plot import plot
from lossplot.cli.show import show
from lossplot.cli.table import table

EXAMPLES = """\b
Examples:
  lossplot hinge squared-hinge --derivative
  lossplot huber:delta=0.5,1,2 -o huber.svg
  lossplot table logistic --at=-700,0,700 --derivative --format json
"""


class LossesFirst(TyperGroup):
    """A group whose default command is `plot`: any first word that is no command is a loss or an option of it."""

    def parse_args(self, ctx: typer.Context, args: list[str]) -> list[str]:  # type: ignore[override]
        own = {word for parameter in self.get_params(ctx) for word in (*parameter.opts, *parameter.secondary_opts)}
        if not args and not ctx.resilient_parsing:
            args = ["--help"]
        if args and args[0] not in self.commands and args[0] not in own:
            args = ["plot", *args]
        return super().parse_args(ctx, args)

    def shell_complete(self, ctx: typer.Context, incomplete: str) -> list[Any]:  # type: ignore[override]
        items = super().shell_complete(ctx, incomplete)
        known = {item.value for item in items}
        command = self.commands["plot"]
        found = [*command.params[0].shell_complete(ctx, incomplete), *command.shell_complete(ctx, incomplete)]
        return items + [item for item in found if item.value not in known]

    def format_options(self, ctx: typer.Context, formatter: Any) -> None:  # type: ignore[override]
        """Show the options of `plot` too: this is where people look for them."""
        super().format_options(ctx, formatter)
        formatter.write_paragraph()
        formatter.write_text("Drawing, as in 'lossplot LOSS... [options]':")
        self.commands["plot"].format_options(ctx, formatter)


app = typer.Typer(
    cls=LossesFirst,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    subcommand_metavar="LOSS... | COMMAND [ARGS]...",
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog=EXAMPLES,
)
app.command("plot", epilog=EXAMPLES)(plot)
app.command("list")(list_losses)
app.command("show")(show)
app.command("table")(table)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"lossplot {__version__}")
        raise typer.Exit


@app.callback()
def lossplot(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """Draw loss functions: curves, derivatives, corners and jumps, ready for a slide."""
