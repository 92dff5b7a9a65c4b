"""Inter, which comes with lossplot, so that a figure has the same letters on every machine.

It has Latin, Greek and mathematical signs (SIL Open Font License 1.1, in the folder of the files).  Its ascent is the
height of its digits: matplotlib 3.11 centres numbers beside an axis by it.  The point of formulas is the one of texts.
"""

from __future__ import annotations

import atexit
from contextlib import ExitStack
from importlib.resources import as_file, files

from matplotlib.font_manager import FontEntry, fontManager

from lossplot._formats.letters import FACES, FAMILY, REGULAR_NAME

# matplotlib reads fonts from a disk: out of a zip file they are unpacked until the program ends.
_STACK = ExitStack()
atexit.register(_STACK.close)
FOLDER = files("lossplot._formats.mpl") / "letters"
_ENTRIES = [
    FontEntry(
        str(_STACK.enter_context(as_file(FOLDER / f"Inter-{face.capitalize()}.ttf"))),
        name=FAMILY,
        size="scalable",
        **{"weight": REGULAR_NAME} | keywords,
    )
    for face, keywords in FACES.items()
]
ITALIC = _ENTRIES[[*FACES].index("italic")]


def add_inter() -> None:
    """Make matplotlib find Inter under the name `FAMILY`, also after it has made its list of fonts anew."""
    if _ENTRIES[0] not in fontManager.ttflist:
        fontManager.ttflist[:0] = _ENTRIES
