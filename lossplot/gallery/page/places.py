"""Where the files of the page are: English in the gallery's folder, each other language in a folder of its own."""

from __future__ import annotations

from lossplot.gallery.page.markup import Texts
from lossplot.text.language import ENGLISH, languages


def language_folder(code: str) -> str:
    """Return the folder of the pages in the language of `code`, from that of the gallery: "" or `zh/`."""
    return "" if code == ENGLISH.code else f"{code}/"


def upwards(path: str) -> str:
    """Return what leads from the page at `path` to the folder of its language."""
    return "../" * path.count("/")


def shared(path: str, root: str = "") -> Texts:
    """Return the address of the file at `path` in the gallery's folder, from the pages of each language.

    `root` leads from the page to the folder of its language.
    """
    return {code: f"{root}{upwards(language_folder(code))}{path}" for code in languages()}
