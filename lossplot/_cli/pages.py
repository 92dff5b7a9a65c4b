"""The pages that `lossplot open` shows: those of a named gallery, or of one that is kept in the user's cache folder."""

from __future__ import annotations

import os
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote as percent_coded

from lossplot._cli.batch import BatchOptions
from lossplot._cli.stderr import say
from lossplot._errors import LossplotError, RequestError, quote, shown_path

# The page that every gallery has.
_PAGE = "overlay.html"
# What tells for which code the pages, and their pictures, were made.
_PAGES_MADE, _PICTURES_MADE = "pages.stamp", "pictures.stamp"
_FORMATS = ("svg",)


@dataclass(frozen=True, slots=True)
class Pages:
    """The folder of a gallery, and the code that it is to be made for, unless it is the user's own."""

    folder: Path
    stamp: str = ""

    def address(self, path: str) -> str:
        """Return the address of the page at `path`, with its state, in the folder."""
        name, mark, words = path.partition("?")
        return f"{self.folder.resolve().as_uri()}/{percent_coded(name)}{mark}{words}"


def find_pages(gallery: str | None) -> Pages:
    """Return the pages of the folder `gallery`, or, if it is None, those of the cache, which are made if need be.

    Raises LossplotError if there is no gallery, or no folder to make one in.
    """
    if gallery is not None:
        return _named(gallery)
    pages = Pages(Path(_cache_folder()) / "gallery", _code())
    if not _is_made(pages, _PAGES_MADE):
        _write(pages)
    return pages


def draw_missing(pages: Pages) -> None:
    """Draw the pictures of the pages in the cache, unless they are there."""
    if not pages.stamp or _is_made(pages, _PICTURES_MADE):
        return
    from lossplot._batch.processes import cores
    from lossplot._cli.gallery import draw_pictures, gallery_content

    say("drawing the pictures of the pages; the live figure needs none")
    options = BatchOptions(force=True, jobs=cores(), lists=False)
    tally = draw_pictures(gallery_content(quiet=True), _FORMATS, str(pages.folder), options)
    _set_stamp(pages, _PICTURES_MADE, tally)


def _named(gallery: str) -> Pages:
    if not gallery:
        raise RequestError("gallery '' is no directory; name that of a gallery")
    folder = Path(gallery)
    try:
        is_gallery = (folder / _PAGE).is_file()
    except (OSError, ValueError):
        is_gallery = False
    if not is_gallery:
        raise LossplotError(
            f"{quote(gallery)} has no page {quote(_PAGE)}; make a gallery with 'lossplot gallery -o DIR'"
        )
    return Pages(folder)


def _write(pages: Pages) -> None:
    from lossplot._cli.gallery import gallery_content, write_pages

    say(f"making the pages in {shown_path(str(pages.folder))}, once for this version")
    tally: Counter[str] = Counter()
    options = BatchOptions(force=True, lists=False)
    write_pages(gallery_content(quiet=True), _FORMATS, str(pages.folder), options, tally)
    _set_stamp(pages, _PAGES_MADE, tally)


def _is_made(pages: Pages, name: str) -> bool:
    try:
        return (pages.folder / name).read_text(encoding="utf-8") == pages.stamp
    except (OSError, UnicodeDecodeError):
        return False


def _set_stamp(pages: Pages, name: str, tally: Counter[str]) -> None:
    """Note that all was made.  Raises LossplotError where something was not, which has been said."""
    from lossplot._formats import files

    if tally["failed"]:
        count = tally["failed"]
        what = f"{count} file{'' if count == 1 else 's'} of the pages"
        raise LossplotError(f"{what} could not be made in {quote(str(pages.folder))}; free it, or give --gallery DIR")
    files.write(str(pages.folder / name), pages.stamp.encode())


def _code() -> str:
    """Return the digest of all code and data, which decide what the pages say."""
    import hashlib

    from lossplot._formats.digest import package_files

    digest = hashlib.sha256()
    for name, file in package_files():
        digest.update(f"{name}\0".encode() + file.read_bytes())
    return digest.hexdigest()


def _cache_folder() -> str:
    from lossplot._settings.folders import cache_folder

    folder = cache_folder()
    if not folder:
        raise LossplotError("there is no folder to keep the pages in; name a gallery with --gallery DIR")
    return os.path.join(folder, "lossplot")
