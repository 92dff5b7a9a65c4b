"""The folders of a project's and of a user's files."""

from __future__ import annotations

import contextlib
import os
import sys

from lossplot._errors import LossplotError

PROJECT, PYPROJECT = "lossplot.toml", "pyproject.toml"


def project_file(start: str = ".") -> str | None:
    """Return the nearest `lossplot.toml`, or `pyproject.toml` with a table [tool.lossplot], in `start` or above it.

    The search ends at the folder of a repository, and in the user's home.
    """
    with contextlib.suppress(OSError, ValueError):
        folder = os.path.abspath(start)
        home = os.path.expanduser("~")
        while True:
            for name, is_shared in ((PROJECT, False), (PYPROJECT, True)):
                path = os.path.join(folder, name)
                if os.path.isfile(path) and (not is_shared or _mentions_lossplot(path)):
                    return _shown(path)
            above = os.path.dirname(folder)
            if folder in (above, home) or os.path.exists(os.path.join(folder, ".git")):
                return None
            folder = above
    return None


def _mentions_lossplot(path: str) -> bool:
    """Return True if a shared file has a table of ours; one that cannot be read is the business of others."""
    from lossplot._settings.toml import parse_tables, read_text

    try:
        text = read_text(path, "a project")
    except LossplotError:
        return False
    if "tool.lossplot" not in text and "lossplot" not in text:
        return False
    try:
        tool = parse_tables(text, path, "").get("tool", {})
    except LossplotError:
        return "tool.lossplot" in text
    return isinstance(tool, dict) and "lossplot" in tool


def _shown(path: str) -> str:
    """Return `path` from here if it is in this folder or below, else as it is."""
    with contextlib.suppress(OSError, ValueError):
        here = os.path.relpath(path)
        return path if here.startswith("..") else here
    return path


def user_file() -> str | None:
    """Return the file in the user's configuration folder, where the platform has it, if there is one."""
    folder = _configuration_folder()
    path = os.path.join(folder, "lossplot", PROJECT) if folder else ""
    return path if os.path.isfile(path) else None


def _configuration_folder() -> str:
    """Return the folder that the platform keeps configurations in; empty if there is none."""
    return _platform_folder("APPDATA", "~/Library/Application Support", "XDG_CONFIG_HOME", "~/.config")


def cache_folder() -> str:
    """Return the folder that the platform keeps caches in; empty if there is none."""
    return _platform_folder("LOCALAPPDATA", "~/Library/Caches", "XDG_CACHE_HOME", "~/.cache")


def _platform_folder(windows: str, mac: str, elsewhere: str, usual: str) -> str:
    """Return the folder of a variable of Windows, that of a Mac, or else of another variable, by default `usual`."""
    if sys.platform == "win32":
        return os.environ.get(windows, "")
    folder = mac if sys.platform == "darwin" else os.environ.get(elsewhere, "")
    if not os.path.isabs(folder) and not folder.startswith("~"):
        folder = usual
    folder = os.path.expanduser(folder)
    return folder if os.path.isabs(folder) else ""
