"""Arguments that several commands take; options of drawing for Typer."""

from __future__ import annotations

import contextlib
import inspect
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import typer

from lossplot.errors import LossplotError
from lossplot.figure.spec import Option

if TYPE_CHECKING:
    from lossplot.losses import Axis

Command = TypeVar("Command", bound=Callable[..., None])


LossFiles = Annotated[
    list[str] | None,
    typer.Option("--losses", metavar="FILE", help="Losses of your own, in a TOML file as in the README; repeatable."),
]


def complete_loss(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """Return the names of losses not yet taken that begin with `incomplete`, with their summaries.

    Those of a library are offered after its name and a colon, and those of another language in its letters.
    """
    from lossplot.losses import LOSSES, normalise
    from lossplot.losses.foreign import complete_equivalent
    from lossplot.losses.registry import names_in_languages
    from lossplot.settings import read_settings

    if ":" in incomplete:
        return [(name, loss.summary) for name, loss in complete_equivalent(incomplete)]
    summaries = {name: loss.summary for name, loss in LOSSES.items()}
    # Whatever is wrong with a file is said when the command is given.
    with contextlib.suppress(LossplotError):
        summaries |= {loss.name: loss.summary for loss in read_settings(ctx.params.get("loss_files") or ()).own}
    names = {name: name for name in summaries} if incomplete.isascii() else names_in_languages()
    taken = {normalise(word).partition(":")[0] for word in ctx.params.get("losses") or ()}
    return [
        (word, summaries[name])
        for word, name in names.items()
        if word.startswith(normalise(incomplete)) and word not in taken
    ]


def complete_group(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """Return `incomplete` with the name of each loss that may be meant after its last comma."""
    before, comma, last = incomplete.rpartition(",")
    return [(f"{before}{comma}{name}", summary) for name, summary in complete_loss(ctx, last)]


def loss_argument(metavar: str, help_text: str) -> Any:
    """Return a required argument that completes names of losses."""
    return typer.Argument(metavar=metavar, help=help_text, show_default=False, autocompletion=complete_loss)


def format_option(*formats: str) -> Any:
    """Return the option `--format` of a command that prints in one of `formats`."""
    return typer.Option("-f", "--format", metavar="|".join(formats), help="How to print it.")


def drawing_option(option: Option) -> Any:
    """Return an option of drawing as Typer has it."""
    names = [option.short, f"--{option.name}"] if option.short else [f"--{option.name}"]
    return typer.Option(*names, metavar=option.metavar, help=option.help)


def read_axis(axis: str | None, target: str | None) -> Axis | None:
    """Return the axis that the options `--axis` and `--target` ask for.  Raises RequestError as `asked_axis` does."""
    from lossplot.curves.axes import asked_axis
    from lossplot.figure.readers import read_name, read_target

    name = read_name(axis, "axis") if axis is not None else None
    return asked_axis(name, read_target(target, "target") if target is not None else None)


def takes_options(hidden: Iterable[Option] = (), **groups: Iterable[Option]) -> Callable[[Command], Command]:
    """Give a command options for its `**options`: before each of its parameters, those of the group of that name.

    It takes the `hidden` ones too, to say why they make no sense, and does not offer them.
    """

    def decorate(command: Command) -> Command:
        parameters: list[inspect.Parameter] = []
        for own in inspect.signature(command, eval_str=True).parameters.values():
            parameters += map(_parameter, groups.get(own.name, ()))
            if own.kind is not inspect.Parameter.VAR_KEYWORD:
                parameters.append(own)
        parameters += [_parameter(option, hidden=True) for option in hidden]
        command.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
        return command

    return decorate


def _parameter(option: Option, hidden: bool = False) -> inspect.Parameter:
    information = drawing_option(option)
    information.hidden = hidden
    kind = Annotated[bool, information] if option.is_flag else Annotated[str | None, information]
    default = False if option.is_flag else None
    return inspect.Parameter(option.parameter, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=kind)


Losses = Annotated[
    list[str], loss_argument("LOSS", "Losses or formulas, as in 'hinge', 'huber:delta=1,2' or 'max(0, 1 - m)**2'.")
]
LossArgument = Annotated[
    str, loss_argument("LOSS", "A loss or a formula, as in 'huber:delta=2' or 'max(0, 1 - m)**2'.")
]
