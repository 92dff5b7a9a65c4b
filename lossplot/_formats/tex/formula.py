"""A curve's name with its formula, as LaTeX: it has cases, where a picture says in words when a piece holds."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from lossplot._curves.curve import Curve
from lossplot._formats.tex.words import marked_words, words
from lossplot._formula.notation.latex import latex
from lossplot._formula.notation.textbook import cases, textbook
from lossplot._text.language import Language
from lossplot._text.names import marked_label, marked_values


def with_formula(curve: Curve, language: Language) -> str:
    """The name of `curve` with the values of all parameters, for the formula has them as letters.

    A typed formula without a label names itself.
    """
    if curve.loss.is_typed and not curve.label:
        values = marked_words(marked_values(curve, curve.given, language))
        return f"${_formula(curve, language)}${f', {values}' if values else ''}"
    name = marked_words(marked_label(replace(curve, given=tuple(curve.parameters)), language))
    return _fill(language("{name}: {formula}"), words, name=name, formula=f"${_formula(curve, language)}$")


def _formula(curve: Curve, language: Language) -> str:
    *pieces, (last, _) = cases(textbook(curve.notation))
    if not pieces:
        return latex(last)
    template = language("{value} if {condition}")
    rows = [
        _fill(template, _text, value=f"{latex(value)} & ", condition=latex(condition) if condition else "")
        for value, condition in pieces
    ]
    rows.append(_fill(language("{value} otherwise"), _text, value=f"{latex(last)} & "))
    return r"\begin{cases} " + r" \\ ".join(rows) + r" \end{cases}"


def _text(part: str) -> str:
    """Words between mathematics, without the comma before a condition: there is a space instead."""
    return rf"\text{{{words(part.lstrip(' ,，'))}}}" if part else ""


def _fill(template: str, write: Callable[[str], str], **parts: str) -> str:
    """`template` with `parts` in its places and the words around them turned into LaTeX by `write`."""
    tokens = re.split(r"\{(\w+)\}", template)
    return "".join(parts[token] if number % 2 else write(token) for number, token in enumerate(tokens))
