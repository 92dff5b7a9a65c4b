"""Arguments that several commands take, and how their words are read."""

from __future__ import annotations

from typing import Annotated

import typer

from lossplot.errors import RequestError
from lossplot.formula.notation import number
from lossplot.spec import Range
from lossplot.words import quote, read_number

WIDEST, NARROWEST, FINEST = 1e100, 1e-100, 1e-9


def complete_loss(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """Names of losses not yet taken, with their summaries."""
    from lossplot.losses import LOSSES, normalise

    taken = {normalise(word).partition(":")[0] for word in ctx.params.get("losses") or ()}
    return [
        (name, loss.summary)
        for name, loss in LOSSES.items()
        if name.startswith(normalise(incomplete)) and name not in taken
    ]


Losses = Annotated[
    list[str],
    typer.Argument(
        metavar="LOSS",
        help="Losses, as in 'hinge' or 'huber:delta=0.5,1,2'.",
        show_default=False,
        autocompletion=complete_loss,
    ),
]
LossArgument = Annotated[
    str,
    typer.Argument(
        metavar="LOSS",
        help="A loss, as in 'hinge' or 'huber:delta=2'.",
        show_default=False,
        autocompletion=complete_loss,
    ),
]
Derivative = Annotated[bool, typer.Option("-d", "--derivative", help="Also the derivative.")]
SecondDerivative = Annotated[bool, typer.Option("--second-derivative", help="Also the second derivative.")]
AxisOption = Annotated[
    str | None, typer.Option("--axis", metavar="AXIS", help="Draw on another axis: margin, error or probability.")
]
RangeOption = Annotated[
    str | None, typer.Option("--range", metavar="LO:HI", help="Range of the x axis; write --range=-3:3.")
]


def read_range(text: str, option: str = "range") -> Range:
    """`LO:HI` as two numbers that can be drawn.  Raises RequestError."""
    low_text, colon, high_text = text.partition(":")
    if not colon:
        raise RequestError(f"{option} {quote(text)} has no ':'; write --{option}=LO:HI, as in --{option}=-3:3")
    low, high = (read_number(part, f"{option} limit") for part in (low_text, high_text))
    shown = f"{option} {number(low)} to {number(high)}"
    if low > high:
        raise RequestError(f"{shown} is reversed; write --{option}={number(high)}:{number(low)}")
    size = max(abs(low), abs(high))
    if size > WIDEST:
        raise RequestError(f"{shown} is too wide to draw; the largest limit is {WIDEST:g}")
    least = max(NARROWEST, FINEST * size)
    if high - low < least:
        raise RequestError(f"{shown} is too narrow to draw; the least width is {least:g}")
    return low, high


def read_choice(text: str, choices: tuple[str, ...], option: str) -> str:
    """`text` if it is one of `choices`, in any case.  Raises RequestError."""
    if text.lower() not in choices:
        raise RequestError(f"{option} {quote(text)} is unknown; choose {', '.join(choices[:-1])} or {choices[-1]}")
    return text.lower()
