"""The places of the files of the page: English in the gallery's folder, each other language in a folder of its own."""

from __future__ import annotations

from collections.abc import Collection

from lossplot._gallery.page.markup import Texts
from lossplot._text.language import ENGLISH, languages


def language_folder(code: str) -> str:
    """Return the folder of the pages in the language of `code`, from that of the gallery: "" or `zh/`."""
    return "" if code == ENGLISH.code else f"{code}/"


def upwards(path: str) -> str:
    """Return what leads from the page at `path` to the folder of its language."""
    return "../" * path.count("/")


def translated(path: str, drawn_in: Collection[str], root: str = "") -> Texts:
    """Return the address of a file that is in the folder of each language of `drawn_in`; elsewhere the English one."""
    english = shared(path, root)
    return {code: f"{root}{path}" if code in drawn_in else english[code] for code in languages()}


def shared(path: str, root: str = "") -> Texts:
    """Return the address of the file at `path` in the gallery's folder, from the pages of each language.

    `root` leads from the page to the folder of its language.
    """
    return {code: f"{root}{upwards(language_folder(code))}{path}" for code in languages()}
