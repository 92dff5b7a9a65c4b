"""The folders in which each platform keeps configurations and caches."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace

import pytest

from lossplot._settings import folders

CONFIGURATION, CACHE = folders._configuration_folder, folders.cache_folder


@pytest.mark.parametrize(
    ("folder", "platform", "variables", "expected"),
    [
        (CONFIGURATION, "linux", {}, "/home/me/.config"),
        (CONFIGURATION, "linux", {"XDG_CONFIG_HOME": "/x"}, "/x"),
        (CONFIGURATION, "linux", {"XDG_CONFIG_HOME": "~/x"}, "/home/me/x"),
        (CONFIGURATION, "linux", {"XDG_CONFIG_HOME": "x"}, "/home/me/.config"),
        (CONFIGURATION, "linux", {"XDG_CACHE_HOME": "/x", "APPDATA": "/y"}, "/home/me/.config"),
        (CONFIGURATION, "linux", {"HOME": "none"}, ""),
        (CONFIGURATION, "darwin", {"XDG_CONFIG_HOME": "/x"}, "/home/me/Library/Application Support"),
        (CONFIGURATION, "win32", {"APPDATA": "C:\\Users\\me", "LOCALAPPDATA": "D:\\"}, "C:\\Users\\me"),
        (CONFIGURATION, "win32", {}, ""),
        (CACHE, "linux", {}, "/home/me/.cache"),
        (CACHE, "linux", {"XDG_CACHE_HOME": "/x"}, "/x"),
        (CACHE, "linux", {"XDG_CONFIG_HOME": "/x"}, "/home/me/.cache"),
        (CACHE, "darwin", {"XDG_CACHE_HOME": "/x"}, "/home/me/Library/Caches"),
        (CACHE, "win32", {"APPDATA": "C:\\", "LOCALAPPDATA": "D:\\"}, "D:\\"),
    ],
)
def test_a_platform_has_its_folders(
    folder: Callable[[], str],
    platform: str,
    variables: dict[str, str],
    expected: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    for name, value in {"HOME": "/home/me", **variables}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(folders, "sys", SimpleNamespace(platform=platform))
    assert folder() == expected
