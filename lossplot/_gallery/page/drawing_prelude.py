"""The numbers that figures are drawn by, for the scripts of the page that draw them alike."""

from __future__ import annotations

import json

from lossplot._figure import limits, overlaps, readers, styles

# Their names by the module that has them, which a script of the same name reads, or says that it does.
_NAMES = {
    limits: (
        *("GRID", "MANY_TURNS", "REACH", "CONTRAST", "MIDDLE", "CORE_SHARE", "UNBOUNDED_SHARE", "CALM_ROOM"),
        *("WHOLE_ROOM", "USUAL_SHARE", "CORE_HEIGHT", "FREE", "UNBOUNDED", "SLOW", "ZOOMS", "ZOOM_POINTS", "GROWTH"),
        *("HIGHEST", "LEAST", "STILL"),
    ),
    overlaps: ("HIDDEN", "SHORTEST", "POINTS", "DASH", "LEAST_DASH"),
    readers: ("WIDEST", "NARROWEST", "FINEST"),
    styles: ("FEWEST", "MOST_SOLID"),
}


def drawing_prelude() -> str:
    """Return the numbers as JavaScript: `DRAWING.limits.GRID` is that of `lossplot/_figure/limits.py`."""
    numbers = {
        module.__name__.rpartition(".")[2]: {name: getattr(module, name) for name in names}
        for module, names in _NAMES.items()
    }
    return f"const DRAWING = {json.dumps(numbers)};\n"
