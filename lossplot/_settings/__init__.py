"""Settings of a user beside the catalogue: losses of their own, and defaults, in files and in other packages.

A name is imported when it is asked for: where the files are can be told without what reads them.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lossplot._settings.entries import entry_of, own_curves, shown_losses
    from lossplot._settings.expansion import axis_of, expand, expand_groups
    from lossplot._settings.own import OwnLoss
    from lossplot._settings.plugins import load_plugins, plugin_warnings
    from lossplot._settings.sources import Settings, isolated, named_settings, read_settings, settings_of

__all__ = [
    "OwnLoss",
    "Settings",
    "axis_of",
    "entry_of",
    "expand",
    "expand_groups",
    "isolated",
    "load_plugins",
    "named_settings",
    "own_curves",
    "plugin_warnings",
    "read_settings",
    "settings_of",
    "shown_losses",
]
_MODULES = {
    "entries": ("entry_of", "own_curves", "shown_losses"),
    "expansion": ("axis_of", "expand", "expand_groups"),
    "own": ("OwnLoss",),
    "plugins": ("load_plugins", "plugin_warnings"),
    "sources": ("Settings", "isolated", "named_settings", "read_settings", "settings_of"),
}


def __getattr__(name: str) -> Any:
    for module, names in _MODULES.items():
        if name in names:
            return getattr(import_module(f"lossplot._settings.{module}"), name)
    raise AttributeError(f"module 'lossplot._settings' has no attribute {name!r}")
