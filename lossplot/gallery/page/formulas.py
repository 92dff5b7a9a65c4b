"""Formulas on the page: MathML in the words of its language."""

from __future__ import annotations

import re

from lossplot.gallery.page.markup import versions
from lossplot.gallery.page.page_words import both

_NAMESPACE_OR_STYLE = re.compile(r' (?:xmlns|style)="[^"]*"')
# The words of formulas: what stands before a condition, and for all other cases.
_WORDS = ("if", "otherwise")


def inline_math(mathml: str) -> str:
    """Return the `math` element, in all languages, without its namespace and styles, which HTML does not need.

    The page's style sheet has the look of its cells: a strict policy of a server forbids styles in elements.
    """
    plain = _NAMESPACE_OR_STYLE.sub("", mathml)
    words = {word: both(word) for word in _WORDS}

    def said(code: str) -> str:
        return re.sub("<mtext>([^<]*)", lambda found: f"<mtext>{words[found[1]][code]}", plain)

    return versions({code: said(code) for code in words["if"]})
