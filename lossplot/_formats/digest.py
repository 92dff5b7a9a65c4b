"""Digests that a file keeps of what it shows and of the code that drew it, so that staleness needs no drawing.

Two files of one command and one figure's digest show the same.  Where the digest of the code is the same too, not even
the vertices need be computed to know that.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from lossplot._version import __version__

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from lossplot._figure.resolve import ResolvedFigure
    from lossplot._figure.sampling import Trace, View
    from lossplot._figure.scene import PanelScene
    from lossplot._figure.spec import FigureSpec
    from lossplot._formula.evaluate import Array

# Parts of lossplot that no figure depends on.
_APART = ("_batch", "_cli", "_gallery", "_formats/terminal")
# The finest difference between vertices, as a share of the view: processors differ by far less, readers see far more.
_FINEST = 1e-6
# So many views away all places are one.
_FAR = 1e6
# The frames that a sweep's digest is made of.
SHARES = (0.0, 0.5, 1.0)


def software(figure: str, matplotlib: str = "", edited: bool = False) -> str:
    """The record in a file of what drew it: the versions, the digests of figure and code, and the seal.

    It tells where a figure was `edited` in Python before it was saved.

    Until there is a whole file to be sealed, the figure's digest keeps the seal's place: no text of a figure can hold
    the digest that is made from it.
    """
    by = f"matplotlib {matplotlib}; " if matplotlib else ""
    edits = "edited afterwards; " if edited else ""
    return f"lossplot {__version__} ({by}figure {figure}; source {source()}; {edits}seal {figure})"


@cache
def source() -> str:
    """The digest of the code and data that decide what a figure looks like."""
    digest = hashlib.sha256()
    for name, file in package_files():
        if name.endswith((".py", ".toml")) and not name.startswith(_APART):
            digest.update(f"{name}\0".encode() + file.read_bytes())
    return _short(digest.hexdigest())


def package_files() -> list[tuple[str, Traversable]]:
    """Return the files of lossplot with their paths, in one order, but for those that Python has compiled."""
    return sorted(_files(files("lossplot"), ""), key=lambda each: each[0].split("/"))


def _files(folder: Traversable, above: str) -> Iterator[tuple[str, Traversable]]:
    """Yield the files in `folder` and below with their paths, wherever the package lies, in a zip file too."""
    for each in folder.iterdir():
        if each.name == "__pycache__" or each.name.endswith(".pyc"):
            continue
        if each.is_dir():
            yield from _files(each, f"{above}{each.name}/")
        else:
            yield f"{above}{each.name}", each


def figure_of(figure: ResolvedFigure) -> str:
    """The digest of a figure's curves, words and looks, without fonts; that of a sweep is of three of its frames.

    Raises RequestError where it cannot be drawn, and LossplotError where a style cannot be read.
    """
    digest = hashlib.sha256()
    parts: list[object] = [_looks(figure.spec)]
    for still in figure.stills(SHARES):
        parts += still.wording, still.title, still.description
        for panel in still.scene.panels:
            parts.append(_rounded_view(panel.view))
            for points in _points(panel):
                digest.update(points)
        for strip in still.scene.strips:
            parts.append(_rounded_view(strip.view))
            lines = [strip.intervals, *([] if strip.area is None else [strip.area])]
            for line in (*lines, *(each.points for each in strip.outlines)):
                digest.update(_strip_points(line))
    digest.update(repr(parts).encode())
    return _short(digest.hexdigest())


def _looks(spec: FigureSpec) -> list[object]:
    from lossplot._figure.looks import look_for
    from lossplot._figure.options import resolution
    from lossplot._figure.spec import AUTO

    themes = ("light", "dark") if spec.theme == AUTO else (spec.theme,)
    looks = [look_for(spec.preset, theme, spec.size, spec.page_panels, spec.page_arrangement) for theme in themes]
    return [looks, resolution(spec), _style(spec)]


def _short(digest: str) -> str:
    return digest[:16]


def _style(spec: FigureSpec) -> str:
    from lossplot._formats import inputs

    return hashlib.sha256(inputs.read_style_sheet(spec.style)).hexdigest() if spec.style else ""


def _rounded_view(view: View) -> list[str]:
    return [f"{side:.9g}" for side in (view.left, view.right, view.bottom, view.top)]


def _strip_points(line: object) -> bytes:
    """The coordinates of a strip, in six decimals."""
    import numpy as np

    return (np.round(np.asarray(line, dtype=float).ravel(), 6) + 0.0).tobytes()


def _points(panel: PanelScene) -> list[bytes]:
    return [
        *(_rounded(line, panel.view) for trace in panel.traces for line in _lines(trace)),
        _rounded([(mark.x, mark.y) for mark in panel.marks], panel.view),
    ]


def _lines(trace: Trace) -> list[Array | list[tuple[float, float]]]:
    ends = [(x, y) for x, low, high in trace.bridges for y in (low, high)]
    return [*trace.pieces, [*trace.filled], [*trace.hollow], ends]


def _rounded(points: Array | list[tuple[float, float]], view: View) -> bytes:
    import numpy as np

    array = np.reshape(np.asarray(points, dtype=float), (-1, 2))
    with np.errstate(over="ignore"):
        flat = view.flat
        shares = (view.scaled(array) - (flat.left, flat.bottom)) / (flat.right - flat.left, flat.top - flat.bottom)
    return f"{len(array)}:".encode() + np.rint(np.clip(shares, -_FAR, _FAR) / _FINEST).astype("<i8").tobytes()
