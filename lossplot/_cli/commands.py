"""The commands: what each does in a line, and the function that does it, imported when it is called."""

from __future__ import annotations

from collections.abc import Mapping

# The summary is the first line of the function's docstring.
COMMANDS: Mapping[str, tuple[str, str]] = {
    "plot": ("plot:plot", "Draw losses in one figure; print the path."),
    "grid": ("grid:grid", "Draw a figure for each group of losses, all in one file; print the path."),
    "list": ("listing:list_losses", "Print the catalogue, with formulas and parameters."),
    "show": ("show:show", "Explain one loss, or what a property means."),
    "table": ("table:table", "Print values, derivatives, weights and risks at chosen points."),
    "invert": ("invert:invert", "Find where a loss has a value, and say what that means."),
    "check": ("check:check", "Tell whether a hand-written gradient is right, and where it is not."),
    "identify": ("identify:identify", "Find which loss a formula or a table is."),
    "score": ("score:score", "Print what real predictions cost under each loss."),
    "train": ("train:train", "Train a small network under each loss; print what came of it."),
    "build": ("build:build", "Draw the figures of a file, those that are missing or changed; print their paths."),
    "gallery": (
        "gallery:gallery",
        "Draw every loss, its family, the textbooks' figures and trainings, with a page to browse; print the paths.",
    ),
    "open": ("open:open_page", "Open the page of the gallery that shows losses live, in the browser."),
    "config": ("config:config", "Print the defaults and losses that hold here, and from where."),
    "info": ("info:info", "Print the command that made a figure."),
    "doctor": ("doctor:doctor", "Print what lossplot finds here: versions, letters, clipboard, terminal and files."),
    "help": ("help:help_words", "Explain a command, an option or a word; print what may be asked for."),
}
