"""Arguments that several commands take, and how their words are read."""

from __future__ import annotations

from typing import Annotated

import typer


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
