"""Text -> tokens, whatever the spelling: Python, LaTeX and mathematical characters become the same signs and names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator
from typing import NamedTuple

from lossplot._formula.parser import MAX_TOKENS, FormulaError
from lossplot._formula.typed.functions import is_function
from lossplot._formula.typed.signs import CHARACTERS, COMMANDS, FONTS, GREEK, STRUCK, SUPERSCRIPTS
from lossplot._formula.typed.words import LABELS, LIBRARIES, OUTPUTS, PROBABILITIES, RESERVED

MAX_LENGTH = 1000
MAX_NAME = 40

_ENVIRONMENTS = r"\{(?:[a-z]*(?:cases|array|matrix)|aligned|gathered|split)\*?\}"
_PATTERNS = {
    "space": r"[ \t\r\n\u00a0\u2009\u200a\u202f\u2061-\u2064\ufe0f]+|&(?=\s*=)|\.(?=[-+*/^<>(])"
    r"|\\left\s*\\(?:\{|lbrace)(?=\s*\\begin)|\\(?:left|right)\s*\.",
    "begin": rf"\\begin{_ENVIRONMENTS}(?:\{{(?:[lcr@ |]|\{{\}})*\}})?",
    "finish": rf"\\end{_ENVIRONMENTS}",
    "half": r"\\[dtc]?frac\s*(?P<above>[0-9])\s*(?P<below>[0-9])",
    "font": rf"\\(?:{'|'.join(FONTS)})\*?(?:\s*\{{(?P<word>[^{{}}\\]*)\}}|\s+(?P<letter>\w)|(?P<digit>\d))",
    "newline": r"\\\\(?:\[[^\]]*\])?",
    "command": r"\\(?:[A-Za-z]+|[^A-Za-z\s]|\s)",
    "number": r"(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?",
    "superscript": rf"[{''.join(SUPERSCRIPTS)}]+",
    "hat": "(?P<base>[A-Za-z\u03b1-\u03c9])\u0302",
    "sign": r"\*\*|<=|>=|==|!=|:=|&&|.",
}
_SUBSCRIPT = r"(?<=_)[A-Za-z0-9](?![A-Za-z0-9_]*\})"


def _pattern(names: dict[str, str]) -> re.Pattern[str]:
    patterns = names | {kind: part for kind, part in _PATTERNS.items() if kind not in names}
    return re.compile("|".join(f"(?P<{kind}>{part})" for kind, part in patterns.items()), re.DOTALL)


_PYTHON = _pattern(
    {
        "name": r"[A-Za-z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)*(?!\u0302)",
        "number": r"(?:[0-9]+(?:_[0-9]{3})*\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?",
    }
)
_LATEX = _pattern(
    {"mark": r"\\(?:label|tag)\s*\{[^{}]*\}", "tie": "~", "subscript": _SUBSCRIPT, "name": r"[A-Za-z]+(?!\u0302)"}
)


class Token(NamedTuple):
    """A number, a name, a sign, a command of LaTeX or the end; `is_tight` if no space is before it."""

    kind: str
    text: str
    column: int
    is_tight: bool = False
    is_greek: bool = False


def tokens(text: str, start: int, end: int, parameters: Collection[str]) -> list[Token]:
    """Split `text` from `start` to `end`; columns are those of `text`, from 1.

    Raises FormulaError for a text that is empty or too long.
    """
    if not text[start:end].strip():
        raise FormulaError("the formula is empty")
    found = list(_tokens(text, start, end, parameters))
    if len(found) > MAX_TOKENS:
        raise FormulaError(f"the formula has {len(found)} words and signs; the most is {MAX_TOKENS}")
    return [*found, Token("end", "", end + 1)]


def _tokens(text: str, start: int, end: int, parameters: Collection[str]) -> Iterator[Token]:
    is_latex = looks_like_latex(text)
    is_tight = False
    for match in (_LATEX if is_latex else _PYTHON).finditer(text, start, end):
        kind, word, column = str(match.lastgroup), match.group(), match.start() + 1
        pieces = list(_spellings(match, is_latex, parameters))
        for i, (kind, word) in enumerate(pieces):
            if len(word) > MAX_NAME and kind == "name":
                raise FormulaError(f"the name at column {column} has {len(word)} letters; the most is {MAX_NAME}")
            yield Token(kind, word, column, is_tight or i > 0, kind == "name" and _is_greek(match.group()))
        is_tight = bool(pieces)


def looks_like_latex(text: str) -> bool:
    return any(sign in text for sign in ("\\", "^{", "_{", "}^", "}_"))


def _is_greek(text: str) -> bool:
    return text in GREEK or (text.startswith("\\") and COMMANDS.get(text[1:]) in GREEK.values())


def _spellings(match: re.Match[str], is_latex: bool, parameters: Collection[str]) -> Iterator[tuple[str, str]]:
    """Yield the kinds and texts of the tokens that one match stands for."""
    text = match.group()
    match match.lastgroup:
        case "space" | "tie" | "mark":
            return
        case "half":
            yield from _signs(f"( {match['above']} / {match['below']} )")
        case "font":
            yield from _word_in_font(match)
        case "superscript":
            pieces = re.findall("[0-9]+|.", "".join(map(SUPERSCRIPTS.__getitem__, text)))
            yield from _signs(f"^ ( {' '.join(pieces)} )")
        case "hat":
            yield "name", f"{GREEK.get(match['base'], match['base'])}_hat"
        case "command":
            yield from _signs(COMMANDS[text[1:]]) if text[1:] in COMMANDS else [("command", text[1:])]
        case "name" if is_latex:
            yield from (("name", word) for word in _letters(text, parameters))
        case "sign":
            yield from _signs(_character(text))
        case kind:
            yield ("name" if kind == "subscript" and text.isalpha() else str(kind).replace("subscript", "number")), text


def _word_in_font(match: re.Match[str]) -> Iterator[tuple[str, str]]:
    word = (match["word"] or match["letter"] or match["digit"] or "").strip(" ,.~")
    command = match.group()[1:].split("{")[0]
    is_struck = command.startswith(("mathbb", "mathds", "mathbf"))
    word = STRUCK.get(word, word) if is_struck and not (command.startswith("mathbf") and word == "E") else word
    yield from (("name", part) if part.isidentifier() else ("sign", part) for part in word.replace("-", "_").split())


def _letters(word: str, parameters: Collection[str]) -> list[str]:
    """Split a run of letters in LaTeX, where a name is one letter, unless it is a word that is known."""
    is_known = word in parameters or is_function(word) or word in RESERVED or word in LIBRARIES
    is_known = is_known or word in LABELS or word in OUTPUTS or word in PROBABILITIES
    return [word] if is_known else list(word)


def _character(character: str) -> str:
    """Return what a character stands for; letters of mathematical alphabets are plain ones."""
    if "\U0001d400" <= character <= "\U0001d7ff" and character not in CHARACTERS:
        character = unicodedata.normalize("NFKC", character)
    return CHARACTERS.get(character, GREEK.get(character, character))


def _signs(texts: str) -> Iterator[tuple[str, str]]:
    for text in texts.split(" ") if texts else []:
        kind = "number" if text.isdecimal() and text.isascii() else "name" if _is_word(text) else "sign"
        yield kind, text


def _is_word(text: str) -> bool:
    return text.isascii() and text[:1].isalpha()
