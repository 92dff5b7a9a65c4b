"""Two figures for one file, or a figure in place of what it is made from: found before anything is drawn."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lossplot._batch.read import Batch
from lossplot._errors import RequestError, quote
from lossplot._formats.files import below
from lossplot._formats.places import Place, place_of


@dataclass(frozen=True, slots=True)
class Output:
    """A path below the folder of a batch, its place in the file of figures, and a key that it could have in it."""

    path: str
    place: str
    unnamed: str | None = None


def check_outputs(outputs: Sequence[Output], batch: Batch, folder: str, styles: Iterable[str]) -> None:
    """Raise RequestError for two outputs that are one file, by whatever name, and for one that is an input."""
    owners: dict[Place, Output] = {}
    for output in outputs:
        owner = owners.setdefault(place_of(below(folder, output.path)), output)
        if owner is not output:
            raise RequestError(f"{output.place}: {_clash(output, owner)}")
    for (device, number, names), output in owners.items():
        for depth in range(1, len(names)):
            if above := owners.get((device, number, names[:depth])):
                raise RequestError(
                    f"{output.place}: output {quote(output.path)} lies below {quote(above.path)} of {above.place}, "
                    "which is a file; give one another name"
                )
    inputs = {"this very file": batch.path, **{f"the style {quote(style)}": style for style in styles}}
    for what, path in inputs.items():
        if over := owners.get(place_of(path)):
            raise RequestError(f"{over.place}: output {quote(over.path)} is {what}; give it another name")


def _clash(output: Output, owner: Output) -> str:
    if output.path != owner.path:
        return (
            f"output {quote(output.path)} is one file with {quote(owner.path)} of {owner.place}; give one another name"
        )
    if output.place == owner.place and output.unnamed:
        return f"output {quote(output.path)} is that of several figures; put {{{output.unnamed}}} into it"
    return f"output {quote(output.path)} is that of {owner.place} too; give one another name"
