"""Losses of one's own as entries of a catalogue, and as curves with all that their files say of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from lossplot._curves.axes import VARIABLES, axis_called
from lossplot._errors import LossplotError, RequestError
from lossplot._formula.tree import Name, Number, Tree, substitute
from lossplot._losses import Axis, Loss, find, is_name
from lossplot._settings.expansion import body_of, expand, find_own
from lossplot._settings.sources import Settings

# A list is made without NumPy.
if TYPE_CHECKING:
    from lossplot._curves.curve import Curve
    from lossplot._settings.own import OwnLoss


def entry_of(loss: OwnLoss, settings: Settings) -> Loss:
    """Return `loss` as an entry of a catalogue.  Raises RequestError, with its place, for a formula that is none."""
    from lossplot._formula.typed.read import read_typed

    try:
        body = body_of(loss, settings)
        names = tuple(parameter.name for parameter in loss.parameters)
        typed = read_typed(body, names, _inside)
        free = [name for name in typed.names if name not in names and name != typed.label]
        if len(free) != 1:
            [curve] = own_curves([loss.name], replace(settings, losses=dict.fromkeys(loss.names, loss)))
            return replace(curve.loss, name=loss.name, title=loss.label)
        axis = loss.axis or VARIABLES.get(free[0]) or axis_called(free[0])
        tree = substitute(typed.tree, {free[0]: Name(axis.variable)})
    except LossplotError as error:
        raise RequestError(f"{loss.place}: {error}") from error
    return _described(Loss(loss.name, tree, axis, loss.label, "", "", textbook=tree), loss)


def shown_losses(settings: Settings) -> dict[str, Loss]:
    """Return the losses of `settings` as entries that a gallery shows, by their names."""
    entries = {}
    for loss in settings.own:
        first, *_ = own_curves([loss.name], settings)
        entries[loss.name] = replace(first.loss, name=loss.name, title=loss.label)
    return entries


def _inside(name: str, values: Mapping[str, float]) -> tuple[Tree, str] | None:
    """The formula of the catalogue's loss called `name`, with numbers for its parameters, and its variable."""
    if not is_name(name):
        return None
    loss = find(name)
    numbers = {each.name: Number(values.get(each.name, each.default)) for each in loss.parameters}
    return substitute(loss.notation, numbers), loss.axis.variable


def own_curves(
    texts: Sequence[str], settings: Settings, also: Iterable[str] = (), axis: Axis | None = None, most: int = 50
) -> tuple[Curve, ...]:
    """Read curves as `read_curves` does, those of one's own losses with what their files say of them."""
    from lossplot._curves.parse import read_curves

    curves: list[Curve] = []
    for text in texts:
        own = find_own(text, settings)
        place = axis or (own.axis if own and own.axis and own.axis.variable not in VARIABLES else None)
        members = read_curves(expand([text], settings, titled=False), also, place, most)
        curves += [replace(curve, loss=_described(curve.loss, own)) for curve in members] if own else members
    if len(curves) > most:
        read_curves(expand(texts, settings), also, axis, most)  # says that they are too many
    return tuple(curves)


def _described(entry: Loss, loss: OwnLoss) -> Loss:
    """Return `entry` with what the file of `loss` says of it."""
    own = {parameter.name: parameter for parameter in loss.parameters}
    parameters = tuple(own.get(each.name, each) for each in entry.parameters) or loss.parameters
    return replace(entry, summary=loss.summary, source=loss.source, aliases=loss.aliases, parameters=parameters)
