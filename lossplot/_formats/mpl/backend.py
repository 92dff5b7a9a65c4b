"""Matplotlib as if the user had configured nothing.

The package imports this module before any other, for matplotlib reads its settings as it is imported.
"""

from __future__ import annotations

import contextlib
import logging
import os
import sys
import threading
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any


@contextlib.contextmanager
def _untouched_by_the_user() -> Iterator[None]:
    """Import matplotlib as if no matplotlibrc, backend or date had been set, and without its log messages.

    matplotlib reads ./matplotlibrc before any other, so the import takes place in its own data folder.
    A program that imports lossplot keeps its settings: only the figures made here ignore them.
    """
    if "lossplot._cli" not in sys.modules:
        yield
        return
    for name in ("MPLBACKEND", "MATPLOTLIBRC", "SOURCE_DATE_EPOCH"):
        os.environ.pop(name, None)
    logging.getLogger("matplotlib").setLevel(logging.ERROR)
    package = find_spec("matplotlib")
    if "matplotlib" in sys.modules or package is None or package.origin is None:
        yield
        return
    try:
        folder = os.getcwd()
    except FileNotFoundError:
        folder = None
    os.chdir(Path(package.origin).parent / "mpl-data")
    try:
        yield
    finally:
        if folder is not None:
            os.chdir(folder)


with _untouched_by_the_user():
    import matplotlib
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from lossplot._formats.letters import math_settings
    from lossplot._formats.mpl.faces import add_inter

__all__ = ["VERSION", "Axes", "Figure", "settings"]

VERSION = matplotlib.__version__
_DEFAULTS: dict[str, Any] = {name: value for name, value in matplotlib.rcParamsDefault.items() if name != "backend"}
# The settings are one for the whole process: while they are ours, no other thread may draw with us.
_ALONE = threading.RLock()
_RC: dict[str, Any] = {"path.simplify": False, "text.hinting": "none", "pdf.fonttype": 42, "svg.hashsalt": "lossplot"}


@contextlib.contextmanager
def settings(fonts: tuple[str, ...], outlined: bool = True) -> Iterator[None]:
    """Use matplotlib's own defaults and then ours within a `with` block, whatever the caller has set.

    Text is in the first of `fonts` that has each character, and in SVG drawn as outlines or left as text.  What a
    program adds to a figure without saying its font is in the first of them.
    """
    with _ALONE, _settings(fonts, outlined):
        yield


@contextlib.contextmanager
def _settings(fonts: tuple[str, ...], outlined: bool) -> Iterator[None]:
    # matplotlib fails if this is not a number, even for a file without a date.
    epoch = os.environ.pop("SOURCE_DATE_EPOCH", None)
    add_inter()
    try:
        with matplotlib.rc_context():
            params: Any = matplotlib.rcParams
            # Only what differs, for matplotlib checks each value that it gets.
            params.update({name: value for name, value in _DEFAULTS.items() if params[name] != value})
            params.update(_RC | math_settings(fonts[0]))
            params.update({"font.family": [*fonts], "font.sans-serif": [*fonts]})
            params["svg.fonttype"] = "path" if outlined else "none"
            yield
    finally:
        if epoch is not None:
            os.environ["SOURCE_DATE_EPOCH"] = epoch
