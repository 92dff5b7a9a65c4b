"""The body of a picture in pgfplots -> a fragment for a document to input, or the document that draws it by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from lossplot._figure.drawing import Drawing
from lossplot._formats.tex.pens import Pens, letters

# LaTeX's sizes by what they are, in points, where the text is of 10: each for letters up to the size beside it.
_SIZES = (
    (6.0, "tiny"),
    (7.5, "scriptsize"),
    (8.5, "footnotesize"),
    (9.5, "small"),
    (11.0, "normalsize"),
    (13.2, "large"),
    (15.8, "Large"),
    (19.0, "LARGE"),
    (22.8, "huge"),
)
_PGFPLOTS = (r"\usepackage{pgfplots}", r"\pgfplotsset{compat=1.16}")
_AMS = r"\usepackage{amsmath, amssymb}"
_FONTSPEC = r"\usepackage{fontspec}"
_GUARD = (
    r"\ifdefined\Umathchar\else",
    r"  \PackageError{lossplot}{This figure has letters or a font that pdfTeX has not}",
    r"    {Compile the document with lualatex or xelatex.}%",
    r"  \expandafter\endinput",
    r"\fi",
)
_ENGINE_LETTERS = (
    r"\usepackage{iftex}",
    r"\ifpdftex",
    r"  \usepackage[T1]{fontenc}",
    r"\else",
    rf"  {_FONTSPEC}",
    r"\fi",
)


@dataclass(frozen=True, slots=True)
class Needs:
    """The demands of a picture on the document around it.

    `font` is a font of the system as fontspec takes it, None for the document's own.  `unicode` tells that pdfTeX
    lacks some of its letters, `accents` that its first encoding, OT1, does, and `math` that there is mathematics in it.
    """

    font: str | None
    unicode: bool
    accents: bool
    math: bool

    @property
    def modern_engine(self) -> bool:
        return self.unicode or self.font is not None


def fragment(picture: str, drawing: Drawing, pens: Pens, needs: Needs) -> str:
    """`picture` in a group of its own, in the letters of the document that takes it by `input`."""
    lines = [*(_GUARD if needs.modern_engine else ()), r"\begingroup"]
    lines += [rf"\fontspec{needs.font}%"] if needs.font else []
    lines += [*_styles(drawing, pens, _class_size)]
    if drawing.transparent:
        lines += [f"{picture}%"]
    else:
        lines += [r"\setbox0\hbox{%", f"{picture}%", r"}\fboxsep=0pt\colorbox{ground}{\box0}%"]
    return "\n".join([*lines, r"\endgroup%"])


def instructions(needs: Needs) -> Iterator[str]:
    """The lines of a comment that say how a document takes the fragment."""
    yield r"To use it, \input{THIS_FILE} in a document that has in its preamble"
    yield from (f"  {line}" for line in _PGFPLOTS)
    if needs.math:
        yield f"  {_AMS}"
    if needs.font:
        yield f"  {_FONTSPEC}"
    elif needs.unicode:
        yield "and a font with all letters of the figure"
    elif needs.accents:
        yield r"  \usepackage[T1]{fontenc}"
    if needs.modern_engine:
        yield "and that lualatex or xelatex compiles."


def standalone(picture: str, drawing: Drawing, pens: Pens, font: str | None) -> str:
    """A whole document whose only page is `picture`, in `font` or in Latin Modern."""
    lines = [r"\documentclass[border=0pt]{standalone}", r"\usepackage{lmodern}"]
    lines += [_FONTSPEC, rf"\setmainfont{font}"] if font else [*_ENGINE_LETTERS]
    lines += [_AMS, *_PGFPLOTS, "", *_styles(drawing, pens, _own_size)]
    lines += [] if drawing.transparent else [r"\pagecolor{ground}"]
    return "\n".join([*lines, "", r"\begin{document}", f"{picture}%", r"\end{document}"])


def _styles(drawing: Drawing, pens: Pens, command: Callable[[float], str]) -> Iterator[str]:
    """Definitions of colours, lines and sizes; none leaves a space in a paragraph."""
    for value, name in pens.colours.items():
        yield rf"\definecolor{{{name}}}{{HTML}}{{{value[1:].upper()}}}%"
    yield r"\tikzset{"
    yield from (f"  {name}/.style={{{options}}}," for options, name in pens.lines.items())
    yield from (f"  {letters(size)}/.style={{font={command(size)}}}," for size in sorted(_letter_sizes(drawing)))
    yield "}%"


def _letter_sizes(drawing: Drawing) -> set[float]:
    own = {drawing.look.ticks, *((drawing.legend.size,) if drawing.legend else ())}
    return own.union(text.size for text in drawing.texts)


def _own_size(size: float) -> str:
    return rf"\fontsize{{{size:.4g}bp}}{{{size:.4g}bp}}\selectfont"


def _class_size(size: float) -> str:
    """The document's own size that is nearest to `size` points, so that its fonts have it."""
    return "\\" + next((name for most, name in _SIZES if size <= most), "Huge")
