"""The Typer application: `lossplot LOSS... [options]`, and the commands beside it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup

from lossplot._cli.commands import COMMANDS
from lossplot._cli.completion.shells import SHELLS
from lossplot._cli.completion.spelling import matching
from lossplot._cli.dashes import bare, protected
from lossplot._cli.pager import page
from lossplot._cli.stderr import say
from lossplot._errors import shown_path
from lossplot._version import __version__

EXAMPLES = """\b
Examples:
  lossplot hinge squared-hinge --derivative
  lossplot huber:delta=0.5,1,2 -o huber.svg
  lossplot table logistic --at=-700,0,700 --derivative --format json
"""


class PlainCommand(TyperCommand):
    """A command whose help names its arguments plainly: `LOSS...`, not `{LOSS}... <list[str]>`."""

    def parse_args(self, ctx: typer.Context, args: list[str]) -> list[str]:  # type: ignore[override]
        """Take what begins with `-` and is no option for an argument, where formulas are: `-log(p)` is one."""
        parameters = self.get_params(ctx)
        if not any(parameter.name in ("loss", "losses", "words") for parameter in parameters):
            return super().parse_args(ctx, args)
        rest = super().parse_args(ctx, protected(args, parameters))
        ctx.params.update({each.name: bare(ctx.params[each.name]) for each in parameters if _is_argument(each)})
        return rest

    def get_help_option(self, ctx: typer.Context) -> Any:  # type: ignore[override]
        """Return the option of help, which prints it by a pager if it is longer than the terminal."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.callback = _page_help
        return option

    def collect_usage_pieces(self, ctx: typer.Context) -> list[str]:  # type: ignore[override]
        return ["[OPTIONS]", *(_argument_name(p) for p in self.get_params(ctx) if p.param_type_name == "argument")]

    def get_help_option_names(self, ctx: typer.Context) -> list[str]:  # type: ignore[override]
        """Return the names in their own order, whatever the context: the command keeps those of the first one."""
        return [*_SETTINGS["help_option_names"]]

    def format_options(self, ctx: typer.Context, formatter: Any) -> None:  # type: ignore[override]
        for title, kind in (("Arguments", "argument"), ("Options", "option")):
            rows = [
                (_argument_name(parameter) if kind == "argument" else record[0], record[1])
                for parameter in self.get_params(ctx)
                if parameter.param_type_name == kind and (record := parameter.get_help_record(ctx))
            ]
            if rows:
                with formatter.section(title):
                    formatter.write_dl(rows)


def _page_help(ctx: Any, _: Any, asked: Any) -> None:
    if asked and not ctx.resilient_parsing:
        page(f"{ctx.get_help()}\n")
        ctx.exit()


def _is_argument(parameter: Any) -> bool:
    return bool(parameter.param_type_name == "argument")


def _argument_name(parameter: Any) -> str:
    return f"{parameter.metavar}..." if parameter.nargs == -1 else str(parameter.metavar)


INSTALL, SHOW = COMPLETION = ("--install-completion", "--show-completion")

# The options of help, of which a command keeps the first names that it is asked for.
_SETTINGS = {"help_option_names": ["-h", "--help"]}


@cache
def load(name: str) -> Any:
    """Return the command called `name`, importing what it does."""
    module, function = COMMANDS[name][0].split(":")
    alone = typer.Typer(add_completion=False, rich_markup_mode=None)
    command = import_module(f"lossplot._cli.{module}")
    settle = alone.command(
        name,
        cls=PlainCommand,
        context_settings=_SETTINGS,
        epilog=EXAMPLES if name == "plot" else getattr(command, "EXAMPLES", None),
    )
    settle(getattr(command, function))
    return typer.main.get_command(alone)


class LossesFirst(TyperGroup):
    """A group whose default command is `plot`: any first word that is no command is a loss or an option of it.

    Its commands hold only a name and a summary until one is called.
    """

    def __init__(self, **settings: Any) -> None:
        commands = {name: PlainCommand(name, help=summary) for name, (_, summary) in COMMANDS.items()}
        super().__init__(**settings | {"commands": commands})

    def resolve_command(self, ctx: typer.Context, args: list[str]) -> Any:  # type: ignore[override]
        name, _, rest = super().resolve_command(ctx, args)
        return name, load(name) if name else None, rest

    def parse_args(self, ctx: typer.Context, args: list[str]) -> list[str]:  # type: ignore[override]
        own = {word for parameter in self.get_params(ctx) for word in (*parameter.opts, *parameter.secondary_opts)}
        if not args and not ctx.resilient_parsing:
            args = ["--help"]
        if len(args) == 1 and args[0] in COMPLETION:
            from lossplot._cli.completion.install import current_shell

            args = [args[0], current_shell(args[0])]
        if args and args[0] not in self.commands and args[0] not in own:
            args = ["plot", *args]
        return super().parse_args(ctx, args)

    def get_help_option(self, ctx: typer.Context) -> Any:  # type: ignore[override]
        """Return the option of help as PlainCommand does."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.callback = _page_help
        return option

    def format_options(self, ctx: typer.Context, formatter: Any) -> None:  # type: ignore[override]
        """Show the options of `plot` too: this is where people look for them."""
        super().format_options(ctx, formatter)
        formatter.write_paragraph()
        formatter.write_text("Drawing, as in 'lossplot LOSS... [options]':")
        load("plot").format_options(ctx, formatter)


app: typer.Typer = typer.Typer(
    cls=LossesFirst,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    subcommand_metavar="LOSS... | COMMAND [ARGS]...",
    context_settings=_SETTINGS,
    epilog=EXAMPLES,
)


def _print_version(flag: bool) -> None:
    if flag:
        typer.echo(f"lossplot {__version__}")
        raise typer.Exit


def _complete_shell(incomplete: str) -> list[tuple[str, str]]:
    return [*matching(incomplete, SHELLS)]


def _install_completion(shell: str | None) -> None:
    if shell is not None:
        from lossplot._cli.completion.install import install, read_shell

        typer.echo(shown_path(install(read_shell(shell))))
        say("completion is there in every shell that is opened from now on")
        raise typer.Exit


def _show_completion(shell: str | None) -> None:
    if shell is not None:
        from lossplot._cli.completion.install import read_shell, script

        typer.echo(script(read_shell(shell)), nl=False)
        raise typer.Exit


def _completion_option(name: str, callback: Callable[[str | None], None], text: str) -> Any:
    return typer.Option(
        name, metavar="[SHELL]", callback=callback, is_eager=True, help=text, autocompletion=_complete_shell
    )


@app.callback()
def lossplot(
    version: Annotated[
        bool,
        typer.Option("-V", "--version", callback=_print_version, is_eager=True, help="Print the version and exit."),
    ] = False,
    install_completion: Annotated[
        str | None,
        _completion_option(
            INSTALL, _install_completion, "Install completion for bash, zsh or fish; else for this shell."
        ),
    ] = None,
    show_completion: Annotated[
        str | None,
        _completion_option(SHOW, _show_completion, "Print the script that --install-completion installs."),
    ] = None,
) -> None:
    """Draw loss functions: curves, derivatives, corners and jumps, ready for a slide."""
