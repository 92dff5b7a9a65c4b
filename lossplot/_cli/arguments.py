"""Arguments that several commands take; options of drawing for Typer."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import typer

from lossplot._cli.completion.losses import complete_loss
from lossplot._cli.completion.values import Completer, among, complete_file
from lossplot._figure.option import Option

if TYPE_CHECKING:
    from lossplot._losses import Axis

Command = TypeVar("Command", bound=Callable[..., None])


LossFiles = Annotated[
    list[str] | None,
    typer.Option(
        "--losses",
        metavar="FILE",
        help="A TOML file of losses of your own, as in 'lossplot help defaults'; repeatable.",
        autocompletion=complete_file,
    ),
]


def loss_argument(metavar: str, help_text: str, complete: Callable[..., Any] = complete_loss) -> Any:
    """Return a required argument that completes names of losses."""
    return typer.Argument(metavar=metavar, help=help_text, show_default=False, autocompletion=complete)


def format_option(*formats: str) -> Any:
    """Return the option `--format` of a command that prints in one of `formats`."""
    return typer.Option(
        "-f", "--format", metavar="|".join(formats), help="How to print it.", autocompletion=among(lambda: formats)
    )


def drawing_option(option: Option) -> Any:
    """Return an option of drawing as Typer has it."""
    names = [option.short, f"--{option.name}"] if option.short else [f"--{option.name}"]
    return typer.Option(*names, metavar=option.metavar, help=option.help, autocompletion=_completer(option))


def _completer(option: Option) -> Completer | None:
    """Return what completes the values of `option`, if that can be done."""
    if option.names_file:
        return complete_file
    return among(option.closed_set) if option.closed_set else None


def read_axis(axis: str | None, target: str | None) -> Axis | None:
    """Return the axis that the options `--axis` and `--target` ask for.  Raises RequestError as `asked_axis` does."""
    from lossplot._curves.axes import asked_axis
    from lossplot._figure.readers import read_name, read_target

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
