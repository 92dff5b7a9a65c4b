"""Words -> LaTeX: what is literal in a figure is literal there too."""

from __future__ import annotations

import re

from lossplot._figure.drawing import Text
from lossplot._formula.notation.letters import GREEK
from lossplot._text.markup import runs

_SPECIAL = {c: f"\\{c}" for c in "{}$%&#_"} | {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    '"': r"\textquotedbl{}",
    "`": r"\textasciigrave{}",
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    "|": r"\textbar{}",
}
# Signs that every engine has in its fonts for mathematics, and few have in those for text.
_SIGNS = {sign: f"\\{name}" for name, sign in GREEK.items()} | {
    "\u2212": "-",
    "·": r"\cdot",
    "⋅": r"\cdot",
    "×": r"\times",
    "∞": r"\infty",
    "≤": r"\leq",
    "≥": r"\geq",
    "≠": r"\neq",
    "≈": r"\approx",
    "→": r"\to",
    "∂": r"\partial",
    "∇": r"\nabla",
    "√": r"\surd",
}
# What pdfTeX has in the encoding T1: most letters of the languages that are written in Latin ones.
_T1 = frozenset(map(chr, [*range(0x20, 0x7F), *range(0xA0, 0x17F)])) - frozenset("ĦħĸĿŀŉŦŧ") | frozenset("–—‘’“”„…€")
_ASCII = frozenset(map(chr, range(0x20, 0x7F)))
# Pairs that fonts of TeX have one sign for.
_LIGATURE = re.compile(r"(?<=-)(?=-)|(?<=')(?=')|(?<=,)(?=,)|(?<=<)(?=<)|(?<=>)(?=>)|(?<=[?!])(?=`)")
_DOLLAR = re.compile(r"(?<!\\)\$")


def words(text: str, math: bool = False) -> str:
    """`text` as LaTeX; between dollars it is mathematics if `math`, as in matplotlib's mathtext."""
    parts = _DOLLAR.split(text)
    if not math or len(parts) % 2 == 0:
        return _literal(text)
    return "".join(
        f"${_mathematics(part)}$" if number % 2 else _literal(part.replace(r"\$", "$"))
        for number, part in enumerate(parts)
    )


def faced(text: Text) -> str:
    """The words of `text`; of the faces of a document's font, the medium one is not to be had everywhere."""
    return _italics(text.words) if text.face == "italic" else words(text.words, text.math)


def _italics(text: str) -> str:
    """Letters that stand for a quantity, as mathematics."""
    return f"${_mathematics(text).rstrip()}$"


def marked_words(marked: str) -> str:
    """A text with markup as LaTeX."""
    return "".join(_italics(part) if is_italic else words(part) for part, is_italic in runs(marked))


def needs_unicode(text: str) -> bool:
    """Return True if only an engine with fonts for all scripts can set `text`."""
    return not _T1.union(_SIGNS).issuperset(text)


def needs_accents(text: str) -> bool:
    """Return True if `text` has letters that TeX's first encoding may lack."""
    return not _ASCII.union(_SIGNS).issuperset(text)


def _literal(text: str) -> str:
    source = "".join(_character(c) for c in _LIGATURE.sub("\0", text))
    return re.sub(r"^ |(?<= ) | $", "~", source)


def _character(c: str) -> str:
    if c == "\0":
        return r"\kern0pt "
    return rf"\ensuremath{{{_SIGNS[c]}}}" if c in _SIGNS else _SPECIAL.get(c, c)


def _mathematics(text: str) -> str:
    """Mathtext as LaTeX, in which a few signs are special that mathtext takes literally."""
    text = re.sub(r"(?<!\\)[%#&]", r"\\\g<0>", text).replace(r"\mathregular", r"\mathrm")
    return "".join(f"{_SIGNS[c]} " if c in _SIGNS else c if c.isascii() else rf"\text{{{c}}}" for c in text)
