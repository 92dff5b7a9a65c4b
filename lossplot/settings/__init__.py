"""What a user keeps beside the catalogue: losses of their own, and defaults, in files and in other packages."""

from lossplot.settings.entries import entry_of, own_curves, shown_losses
from lossplot.settings.expand import axis_of, expand, expand_groups
from lossplot.settings.own import OwnLoss
from lossplot.settings.plugins import load_plugins, plugin_warnings
from lossplot.settings.sources import Settings, isolated, named_settings, read_settings, settings_of

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
