"""A figure -> the bytes of a file, and back to the command that made it.

`FORMATS` has a row for each format, and whatever lists formats reads it.  A new format is a row here, a function that
writes it, and one that reads its metadata.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

# What the writers of each kind take, so that figures in several formats are prepared once:
#   picture: the matplotlib figure and its `Prepared`   source: the `Prepared`, for other programs to draw from
#   numbers: the `ResolvedFigure`, without matplotlib   movie: the `Movie` and its pictures
Kind = Literal["picture", "numbers", "source", "movie"]


@dataclass(frozen=True, slots=True)
class Format:
    """A format, whose name is the suffix of its files.

    `write` and `read` name functions as `module:function`, which are imported when they are needed: `write` returns
    the bytes of a file, `read` the metadata in the bytes of one, which begin with `start`.
    """

    kind: Kind
    write: str
    read: str
    start: bytes
    # Follows its reader's theme, or has no colours.
    fits_auto: bool = False
    # Has a place for a command and a seal; without, only making the file again tells whether it was edited.
    has_metadata: bool = True
    # What two files of one figure must have in common besides their words.
    comparison: Literal["bytes", "pixels", "svg", "pdf"] = "bytes"

    @property
    def is_movie(self) -> bool:
        return self.kind == "movie"

    def to_bytes(self, *figure: object) -> bytes:
        """Return the bytes of a file, from what the writers of this kind take."""
        from pkgutil import resolve_name

        write: Callable[..., bytes] = resolve_name(self.write)
        return write(*figure)

    def facts(self, data: bytes) -> dict[str, str]:
        """Return the metadata in `data`.  Raises ValueError or LookupError if it is damaged."""
        from pkgutil import resolve_name

        read: Callable[[bytes], dict[str, str]] = resolve_name(self.read)
        return read(data)


_FACTS = "lossplot._formats.provenance.facts"
_PICTURES = "lossplot._formats.mpl.figure"
_NUMBERS = "lossplot._formats.numbers"
_MOVIES = "lossplot._formats.movie"
FORMATS: dict[str, Format] = {
    "png": Format("picture", f"{_PICTURES}:as_png", f"{_FACTS}:read_png", b"\x89PNG\r\n\x1a\n", comparison="pixels"),
    "svg": Format("picture", f"{_PICTURES}:as_svg", f"{_FACTS}:read_svg", b"<?xml", fits_auto=True, comparison="svg"),
    "pdf": Format("picture", f"{_PICTURES}:as_pdf", f"{_FACTS}:read_pdf", b"%PDF-", comparison="pdf"),
    "csv": Format(
        "numbers", f"{_NUMBERS}:as_csv", f"{_FACTS}:read_csv", b"loss,pa", fits_auto=True, has_metadata=False
    ),
    "json": Format("numbers", f"{_NUMBERS}:as_json", f"{_FACTS}:read_json", b"{", fits_auto=True),
    "py": Format("source", "lossplot._formats.script:as_script", f"{_FACTS}:read_comment", b"# Made by"),
    "tex": Format("source", "lossplot._formats.tex.pgfplots:as_pgfplots", f"{_FACTS}:read_comment", b"% Made by"),
    "gif": Format("movie", f"{_MOVIES}:as_gif", f"{_FACTS}:read_gif", b"GIF89a", comparison="pixels"),
    "webp": Format("movie", f"{_MOVIES}:as_webp", f"{_FACTS}:read_webp", b"RIFF", comparison="pixels"),
}


def of_kind(*kinds: Kind) -> tuple[str, ...]:
    """Return the names of the formats of these kinds, in the order of `FORMATS`."""
    return tuple(name for name, row in FORMATS.items() if row.kind in kinds)
