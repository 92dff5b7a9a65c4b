"""Losses of one's own on a command line, and the defaults of one's files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from lossplot._cli.stderr import say

if TYPE_CHECKING:
    from lossplot._figure.spec import FigureSpec
    from lossplot._settings import Settings


def own_settings(loss_files: Sequence[str] | None) -> Settings:
    """The losses and defaults of the files that are named, of the project and of the user."""
    from lossplot._settings import read_settings

    return read_settings(loss_files or ())


def own_spec(
    losses: Sequence[str], options: Mapping[str, Any], loss_files: Sequence[str] | None, grid: bool = False
) -> FigureSpec:
    """The figure of `losses`, with the formulas of one's own, and the defaults of options that are not given.

    With `grid` each of `losses` is a group of them.
    """
    from lossplot._figure.options import read_spec
    from lossplot._settings import axis_of, expand, expand_groups

    settings = own_settings(loss_files)
    values = settings.with_defaults(options)
    if values.get("axis") is None and not grid:
        values["axis"] = axis_of(losses, settings)
    texts = expand_groups(losses, settings) if grid else expand(losses, settings)
    say_plugin_warnings()
    return read_spec(texts, values, grid)


def say_plugin_warnings() -> None:
    """Name the packages whose losses are broken, if any were asked for."""
    from lossplot._settings import plugin_warnings

    for warning in plugin_warnings():
        say(f"warning: {warning}")
