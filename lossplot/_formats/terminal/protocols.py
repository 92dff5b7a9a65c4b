"""The protocol by which a terminal shows pictures, and a PNG encoded in it."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from typing import Literal

from lossplot._formats.terminal.terminal import Screen, has_sixel

ImageProtocol = Literal["kitty", "iterm2", "sixel"]
Protocol = Literal["kitty", "iterm2", "sixel", "unicode"]

_BY_TERM: dict[str, Protocol] = {"xterm-kitty": "kitty", "xterm-ghostty": "kitty", "wezterm": "iterm2"}
_BY_PROGRAM: dict[str, Protocol] = {"ghostty": "kitty", "iTerm.app": "iterm2", "WezTerm": "iterm2", "mintty": "iterm2"}
# Programs between the terminal and us: the environment describes the terminal they were started in,
# and their answers describe themselves.
_BETWEEN = ("TMUX", "STY", "ZELLIJ")
_KONSOLE_WITH_PICTURES = 220400

_CHUNK = 4096
_MOST_COLUMNS, _SHARE_OF_ROWS = 100, 0.6
# Below so many dots to the inch the numbers on an axis cannot be read: rather let a figure scroll.
_LEGIBLE_DPI = 60.0


def choose(environ: Mapping[str, str], terminal: int | None) -> Protocol:
    """Return the protocol of the terminal that stdout is; `terminal` is its descriptor, None if stdout is no terminal.

    The environment reveals kitty's protocol and iTerm2's; only if it does not is the terminal asked about sixel.
    """
    term, program = environ.get("TERM", ""), environ.get("TERM_PROGRAM", "")
    between = term.startswith(("tmux", "screen")) or any(name in environ for name in _BETWEEN)
    if terminal is None or term in ("", "dumb") or between:
        return "unicode"
    protocol = _BY_TERM.get(term) or _BY_PROGRAM.get(program) or (None if program else _by_traces(environ))
    return protocol or ("sixel" if has_sixel(terminal) else "unicode")


def _by_traces(environ: Mapping[str, str]) -> Protocol | None:
    """Return the protocol of terminals that do not set TERM_PROGRAM, or not across ssh."""
    konsole = environ.get("KONSOLE_VERSION", "")
    if "KITTY_WINDOW_ID" in environ or (konsole.isdecimal() and int(konsole) >= _KONSOLE_WITH_PICTURES):
        return "kitty"
    return "iterm2" if environ.get("LC_TERMINAL") == "iTerm2" else None


def image_size(screen: Screen, size: tuple[float, float]) -> tuple[float, int]:
    """Return the dots per inch that make a figure of `size` inches fit `screen`, and the columns it then takes.

    It gets at most 100 columns and 60 % of the rows, or more rows if it were illegible otherwise.
    """
    columns = min(screen.columns, _MOST_COLUMNS)
    widest = columns * screen.cell_width / size[0]
    highest = _SHARE_OF_ROWS * screen.rows * screen.cell_height / size[1]
    dpi = min(widest, max(highest, _LEGIBLE_DPI))
    return dpi, max(1, round(size[0] * dpi / screen.cell_width))


def encode(png: bytes, protocol: ImageProtocol, columns: int) -> bytes:
    """Return the bytes that make the terminal show `png`, `columns` cells wide (sixel: dot by dot), and a new line.

    https://sw.kovidgoyal.net/kitty/graphics-protocol, https://iterm2.com/documentation-images.html.
    """
    if protocol == "kitty":
        return _kitty(png, columns) + b"\n"
    if protocol == "iterm2":
        return b"\x1b]1337;File=inline=1;size=%d;width=%d:%b\a\n" % (len(png), columns, b64encode(png))
    from lossplot._formats.terminal.sixel import sixel

    return sixel(png) + b"\n"


def _kitty(png: bytes, columns: int) -> bytes:
    """Encode a PNG (f=100), sent in pieces and shown (a=T) without an answer (q=2)."""
    text = b64encode(png)
    chunks = [text[at : at + _CHUNK] for at in range(0, len(text), _CHUNK)]
    first = b"f=100,a=T,q=2,c=%d," % columns
    return b"".join(
        b"\x1b_G%bm=%d;%b\x1b\\" % (first if number == 0 else b"", number < len(chunks) - 1, chunk)
        for number, chunk in enumerate(chunks)
    )
