"""Completion of losses: names, aliases, names in other libraries and languages, and parameters."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import typer

from lossplot._cli.completion.spelling import as_typed, begins, matching
from lossplot._cli.completion.values import Completed, complete_file
from lossplot._errors import LossplotError

if TYPE_CHECKING:
    from lossplot._losses import Parameter
    from lossplot._settings import OwnLoss


def complete_loss(ctx: typer.Context, incomplete: str) -> Completed:
    """Return the losses not yet taken that `incomplete` may become, with their summaries.

    After the name of a loss and a colon it is a parameter; after that of a library, one of its losses.
    """
    label, equals, word = incomplete.rpartition("=") if ":" not in incomplete else ("", "", incomplete)
    space = " " * (len(word) - len(word.lstrip()))
    word = word.lstrip()
    found = _after_colon(ctx, word) if ":" in word else [*_names(ctx, word)]
    return [(f"{label}{equals}{space}{text}", summary) for text, summary in found]


def complete_group(ctx: typer.Context, incomplete: str) -> Completed:
    """Return `incomplete` with each loss that may be meant after its last comma."""
    before, comma, last = incomplete.rpartition(",")
    return [(f"{before}{comma}{name}", summary) for name, summary in complete_loss(ctx, last)]


def complete_explained(ctx: typer.Context, incomplete: str) -> Completed:
    """Return the losses and the properties that `show` explains."""
    from lossplot._curves.glossary import PROPERTIES

    properties = {name: term.definition for name, term in PROPERTIES.items()} if incomplete else {}
    return [*complete_loss(ctx, incomplete), *matching(incomplete, properties)]


def complete_measured(ctx: typer.Context, incomplete: str) -> Completed:
    """Return the losses and the files that `identify` takes."""
    return [*complete_loss(ctx, incomplete), *complete_file(incomplete)]


def _names(ctx: typer.Context, typed: str) -> Iterator[tuple[str, str]]:
    """Yield the names that `typed` begins: an alias only where its loss's own name is not begun by it."""
    from lossplot._losses import LOSSES, normalise
    from lossplot._losses.registry import names_in_languages
    from lossplot._losses.spellings import PREFIXES

    taken = {normalise(word).partition(":")[0] for word in _given(ctx)}
    if not typed.isascii():
        summaries = {word: LOSSES[name].summary for word, name in names_in_languages().items() if word not in taken}
        yield from matching(typed, summaries)
        return
    losses = [loss for loss in (*LOSSES.values(), *_own(ctx)) if loss.name not in taken]
    yield from matching(typed, {loss.name: loss.summary for loss in losses})
    for loss in losses:
        alias = next((alias for alias in loss.aliases if begins(typed, alias) and alias not in taken), "")
        if alias and not begins(typed, loss.name):
            yield as_typed(typed, alias), f"{loss.name}: {loss.summary}"
    if typed:
        yield from matching(typed, {f"{library}:": f"Losses of {name}." for library, name in PREFIXES.items()})


def _after_colon(ctx: typer.Context, word: str) -> Completed:
    """Return what may follow the last colon of `word`: a loss of a library, a parameter, or its usual value."""
    from lossplot._losses.foreign import complete_equivalent, is_library

    name = word.partition(":")[0]
    if is_library(name):
        start = word.partition(":")[2]
        return [
            (f"{name}:{as_typed(start, text.partition(':')[2])}", f"{loss.name}: {loss.summary}")
            for text, loss in complete_equivalent(word)
        ]
    before, _, last = word.rpartition(":")
    given = {each.partition("=")[0].strip().lower() for each in before.split(":")[1:]}
    typed, equals, value = last.partition("=")
    found = []
    for parameter in _parameters(ctx, name):
        default = f"{parameter.default:g}"
        if equals:
            if parameter.name == typed.strip().lower() and not value.strip():
                found.append((f"{before}:{typed}={value}{default}", "the usual value"))
        elif begins(typed, parameter.name) and parameter.name not in given:
            found.append((f"{before}:{as_typed(typed, parameter.name)}=", f"{parameter.domain}; usually {default}"))
    return found


def _parameters(ctx: typer.Context, name: str) -> Sequence[Parameter]:
    from lossplot._losses import find, normalise

    for loss in _own(ctx):
        if normalise(name) in loss.names:
            return loss.parameters
    with contextlib.suppress(LossplotError):
        return find(name).parameters
    return ()


def _own(ctx: typer.Context) -> Sequence[OwnLoss]:
    """Return the losses of one's own.  Whatever is wrong with a file is said when the command is given."""
    from lossplot._settings.folders import project_file, user_file

    named = _list(ctx.params, "loss_files")
    if named or project_file() or user_file():
        from lossplot._settings import read_settings

        with contextlib.suppress(LossplotError):
            return read_settings(named).own
    return ()


def _given(ctx: typer.Context) -> Sequence[str]:
    return _list(ctx.params, "losses")


def _list(parameters: Mapping[str, Any], name: str) -> Sequence[str]:
    return parameters.get(name) or ()
