"""The environment of all tests, the same on every machine: variables, settings and fonts.

The folder of a run has matplotlib's font list: the fonts of matplotlib, and a stand-in for a Chinese one.
Tests use no others in this process; programs that they start also find those of the machine, after these.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path
from unittest import mock

# The variable that names the folder of the run to its worker processes.
_FOLDER = "LOSSPLOT_TESTS_FOLDER"
# Variables that change output or figures.
_VARIABLES = """
    MPLBACKEND MATPLOTLIBRC MPLCONFIGDIR SOURCE_DATE_EPOCH COLUMNS LINES NO_COLOR FORCE_COLOR PY_COLORS CLICOLOR
    CLICOLOR_FORCE TTY_COMPATIBLE TTY_INTERACTIVE GITHUB_ACTIONS TERMINAL_WIDTH PYTHONWARNINGS _LOSSPLOT_COMPLETE
"""
STAND_IN = "Noto Sans CJK SC"
_STOOD_FOR = ((0x3000, 0x3040), (0x4E00, 0xA000), (0xFF00, 0xFFF0))


def folder() -> Path:
    """Return the folder of the run, which is the home of the programs it starts."""
    return Path(os.environ[_FOLDER])


def set_up(begins: bool) -> None:
    """Create the environment of a run that `begins`, or join it.  Call this before importing matplotlib."""
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
    # Versions of matplotlib that read this variable skip the fonts of the system.
    with mock.patch.dict(os.environ, {"MPL_IGNORE_SYSTEM_FONTS": "1"}):
        from matplotlib import font_manager

    chinese = folder() / "stand-in.ttf"
    manager = font_manager.fontManager
    if not chinese.exists():
        write_font(chinese, STAND_IN, _STOOD_FOR)
        manager.ttflist = [entry for entry in manager.ttflist if "mpl-data" in entry.fname]
        manager.addfont(str(chinese))
        font_manager.json_dump(manager, str(folder() / f"fontlist-v{manager.__version__}.json"))
    # Fonts installed since the list was written are ignored.
    from lossplot._formats.mpl import fonts

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
