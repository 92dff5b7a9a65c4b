"""Losses of other packages: the entry points `lossplot.losses`, loaded for a name that nobody else has."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from lossplot._errors import LossplotError, RequestError, quote
from lossplot._losses import normalise

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint, EntryPoints

    from lossplot._settings.own import OwnLoss

GROUP = "lossplot.losses"
# A program that a signal ends has an exit code beyond this.
_SIGNAL = 128


@dataclass(frozen=True, slots=True)
class Plugins:
    """The losses of each package by its name, and a sentence on each that is broken."""

    losses: Mapping[str, tuple[OwnLoss, ...]]
    warnings: tuple[str, ...]


@cache
def load_plugins() -> Plugins:
    """Load the losses of all packages that have some; what is broken is named, and skipped."""
    losses: dict[str, tuple[OwnLoss, ...]] = {}
    warnings: list[str] = []
    if not (points := _points()):
        return Plugins({}, ())
    from lossplot._settings.own import read_losses

    for point in points:
        try:
            losses[point.name] = tuple(read_losses(_content(point.load), f"{point.name}: losses"))
        except LossplotError as error:
            warnings.append(f"the losses of package {quote(point.name)} are skipped: {error}")
        except MemoryError:
            raise
        except BaseException as error:
            if isinstance(error, KeyboardInterrupt) or (
                isinstance(error, SystemExit) and isinstance(error.code, int) and error.code > _SIGNAL
            ):
                raise
            reason = f"{type(error).__name__} on loading it"
            warnings.append(f"the losses of package {quote(point.name)} are skipped: {reason}; ask its authors")
    return Plugins(losses, tuple(warnings))


def _points() -> list[EntryPoint]:
    """Return the entry points of the group by name, those of the first of two packages of one name.

    Only the files that mention it are parsed: `importlib.metadata.entry_points` parses those of every package.
    """
    from importlib.metadata import distributions

    packages: dict[str, EntryPoints] = {}
    for package in distributions():
        if f"[{GROUP}]" in (package.read_text("entry_points.txt") or ""):
            packages.setdefault(package.name, package.entry_points.select(group=GROUP))
    return sorted((point for points in packages.values() for point in points), key=lambda point: point.name)


def _content(load: object) -> object:
    """Return the table that an entry point leads to, or that a function there makes; what it prints is not shown."""
    assert callable(load)
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        content = load()
        return content() if callable(content) else content


def plugin_warnings() -> tuple[str, ...]:
    """Return a sentence on each broken package, if packages were loaded at all."""
    return load_plugins().warnings if load_plugins.cache_info().currsize else ()


def plugin_loss(name: str) -> OwnLoss | None:
    """Return the loss called `name`, or `package:name`, of another package.

    Raises RequestError if two packages have a loss of that name.
    """
    package, colon, rest = name.partition(":")
    owners = {
        owner: loss
        for owner, losses in load_plugins().losses.items()
        for loss in losses
        if normalise(name) in loss.names or (colon and owner == package and normalise(rest) in loss.names)
    }
    if len(owners) > 1:
        first, second = [*owners][:2]
        raise RequestError(f"{quote(name)} comes from {quote(first)} and from {quote(second)}; write {first}:{name}")
    return next(iter(owners.values()), None)
