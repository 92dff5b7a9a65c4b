"""The user's browser, and the folder in which what it shows is kept."""

from __future__ import annotations

import contextlib
import hashlib
import time
import webbrowser
from html import escape
from pathlib import Path

from lossplot._errors import LossplotError
from lossplot._formats import files
from lossplot._settings.folders import cache_folder

# For so many seconds a page that leads to another is kept, at the least.
_KEPT = 3600.0


def open_in_browser(address: str) -> None:
    """Open `address`, of a file with a query, in the user's browser.

    What opens files for the platform drops their queries, so that the browser opens a page that leads there.
    Raises LossplotError, which names the address, where there is no browser.
    """
    try:
        is_open = webbrowser.open(_leading_to(address))
    except webbrowser.Error:
        is_open = False
    if not is_open:
        raise LossplotError(f"no browser could be started; open {address} in one")


def _leading_to(address: str) -> str:
    """Return the address of a page that leads to `address`; or that itself, where no page can be kept."""
    base = cache_folder()
    if not base:
        return address
    folder = Path(base) / "lossplot" / "views"
    page = folder / f"{hashlib.sha256(address.encode()).hexdigest()[:16]}.html"
    link = escape(address)
    html = f'<!DOCTYPE html>\n<meta charset="utf-8">\n<meta http-equiv="refresh" content="0; url={link}">\n'
    try:
        files.make_folder(str(folder))
        _remove_old(folder)
        files.write(str(page), f'{html}<title>lossplot</title>\n<a href="{link}">lossplot</a>\n'.encode())
    except LossplotError:
        return address
    return page.resolve().as_uri()


def _remove_old(folder: Path) -> None:
    with contextlib.suppress(OSError):
        for page in folder.glob("*.html"):
            if time.time() - page.stat().st_mtime > _KEPT:
                page.unlink()
