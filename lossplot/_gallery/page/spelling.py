"""Running text as a textbook prints it: δ for delta, √a for sqrt(a), −1 for -1, ≤ for <=."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lossplot._formula.notation.letters import GREEK
from lossplot._gallery.page.markup import Texts

_SIGNS = {"<=": "≤", ">=": "≥"}
_SIGN = re.compile("|".join(_SIGNS))
_ROOT = re.compile(r"sqrt\((\w+)\)")
# A minus before a number or a letter, not a hyphen between words; and one between two operands.
_MINUS = re.compile(rf"(?<![\w.)])-(?=[\d∞√a-zA-Z{''.join(GREEK.values())}])|(?<= )-(?= )")
_INFINITY = re.compile(r"\binf\b")


def spelled(words: str, parameters: Iterable[str] = ()) -> str:
    """Return `words` with signs for what is typed, and Greek letters for the names of `parameters`."""
    letters = {name: GREEK[name] for name in parameters if name in GREEK}
    text = _INFINITY.sub("∞", _ROOT.sub(r"√\1", words))
    for name, letter in letters.items():
        text = re.sub(rf"(?<![A-Za-z]){name}(?![A-Za-z])", letter, text)
    return _MINUS.sub("−", _SIGN.sub(lambda sign: _SIGNS[sign[0]], text))


def spelled_in_all(texts: Texts, parameters: Iterable[str] = ()) -> Texts:
    """Return `texts` with each of them spelled so."""
    names = [*parameters]
    return {code: spelled(words, names) for code, words in texts.items()}
