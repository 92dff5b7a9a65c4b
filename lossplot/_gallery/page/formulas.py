"""Formulas on the page: MathML in the words of its language."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lossplot._gallery.page.markup import Html, Texts, text, versions
from lossplot._gallery.page.page_words import both

_NAMESPACE_OR_STYLE = re.compile(r' (?:xmlns|style)="[^"]*"')
_WORD = re.compile(r"(?<=<mtext>)\w+(?=</mtext>)|(?<=<mi>)[A-Za-z]\w+(?=</mi>)")
# The words of formulas: what stands before a condition, and for all other cases.
_WORDS = ("if", "otherwise")


def inline_math(mathml: str, symbols: Mapping[str, Texts]) -> Html:
    """Return the `math` element, in all languages, without its namespace and styles, which HTML does not need.

    `symbols` are what the parameters are called that are written as words, by their names.

    The page's style sheet has the look of its cells: a strict policy of a server forbids styles in elements.
    """
    plain = _NAMESPACE_OR_STYLE.sub("", mathml)
    words = {**symbols, **{word: both(word) for word in _WORDS}}

    def said(code: str) -> Html:
        return Html(_WORD.sub(lambda found: text(words[found[0]][code]) if found[0] in words else found[0], plain))

    return versions({code: said(code) for code in words["if"]})
