"""The same surroundings for all tests, whatever machine they run on: its variables, its settings and its fonts.

The folder of a run has matplotlib's list of fonts: those that matplotlib brings, and a stand-in for a Chinese one.
Tests see no others in this process; the programs that they start find the machine's too, after these.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path
from unittest import mock

# Where the folder of the run is told to the processes that share its work.
_FOLDER = "LOSSPLOT_TESTS_FOLDER"
# What changes what is printed or drawn.
_VARIABLES = """
    MPLBACKEND MATPLOTLIBRC MPLCONFIGDIR SOURCE_DATE_EPOCH COLUMNS LINES NO_COLOR FORCE_COLOR PY_COLORS CLICOLOR
    CLICOLOR_FORCE TTY_COMPATIBLE TTY_INTERACTIVE GITHUB_ACTIONS TERMINAL_WIDTH PYTHONWARNINGS _LOSSPLOT_COMPLETE
"""
STAND_IN = "Noto Sans CJK SC"
_STOOD_FOR = ((0x3000, 0x3040), (0x4E00, 0xA000), (0xFF00, 0xFFF0))


def folder() -> Path:
    """The folder of the run, which programs take for their home."""
    return Path(os.environ[_FOLDER])


def set_up(begins: bool) -> None:
    """Make the surroundings of a run that `begins`, or take part in them.  To be called before matplotlib is there."""
    for name in _VARIABLES.split():
        os.environ.pop(name, None)
    if begins or _FOLDER not in os.environ:
        os.environ[_FOLDER] = tempfile.mkdtemp(prefix="lossplot-tests-")
    os.environ["MPLCONFIGDIR"] = str(folder())
    # matplotlib reads ./matplotlibrc before any other.
    with contextlib.chdir(folder()):
        _only_these_fonts()


def take_down() -> None:
    """Remove the folder of a run that ends."""
    shutil.rmtree(folder(), ignore_errors=True)


def _only_these_fonts() -> None:
    # Where matplotlib knows this, it need not look at fonts that are then left out.
    with mock.patch.dict(os.environ, {"MPL_IGNORE_SYSTEM_FONTS": "1"}):
        from matplotlib import font_manager

    from lossplot.formats.mpl import fonts

    chinese = folder() / "stand-in.ttf"
    known = font_manager.fontManager
    if not chinese.exists():
        write_font(chinese, STAND_IN, _STOOD_FOR)
        known.ttflist = [entry for entry in known.ttflist if "mpl-data" in entry.fname]
        known.addfont(str(chinese))
        font_manager.json_dump(known, str(folder() / f"fontlist-v{known.__version__}.json"))
    # Those installed since the list was made are none of the tests'.
    vars(fonts)["findSystemFonts"] = list


def write_font(path: Path, family: str, more: Sequence[tuple[int, int]] = ()) -> None:
    """Write DejaVu Sans under another name, with a wide square for every character from one of `more` to its end."""
    from fontTools.ttLib import TTFont
    from fontTools.ttLib.tables._c_m_a_p import CmapSubtable
    from matplotlib import get_data_path

    font = TTFont(Path(get_data_path(), "fonts", "ttf", "DejaVuSans.ttf"))
    characters = font.getBestCmap()
    table = CmapSubtable.newSubtable(12)
    table.platformID, table.platEncID, table.language = 3, 10, 0
    table.cmap = {code: characters[0x25A0] for start, end in more for code in range(start, end)} | characters
    font["cmap"].tables = [table]
    names = {1: family, 4: family, 6: family.replace(" ", ""), 16: family}
    for name in font["name"].names:
        name.string = names.get(name.nameID, name.toUnicode())
    font.save(path)
