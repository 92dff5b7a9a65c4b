"""Sentences on what a curve was found to be: `1/3 of geman-mcclure:c=2.449489742783178, where c = sqrt(6)`."""

from __future__ import annotations

from lossplot._curves.matches.match import Match, Term
from lossplot._text.language import ENGLISH, Language


def match_words(match: Match, language: Language = ENGLISH) -> str:
    """Write a match as a sum: `2 × huber:delta=1.5 + 0.3`, with the parameters of which more can be said."""
    words = ""
    for number, term in enumerate(match.terms):
        minus = number > 0 and term.factor.value < 0.0
        sign = (" \u2212 " if minus else " + ") if number else ""
        words += f"{sign}{_term(term, minus, language)}"
    if match.shift.value:
        words += (
            f" \u2212 {match.shift.words.removeprefix('-')}" if match.shift.value < 0.0 else f" + {match.shift.words}"
        )
    roots = ", ".join(f"{name} = {root}" for name, root in match.roots)
    return language("{sum}, where {values}", sum=words, values=roots) if roots else words


def difference_words(match: Match, language: Language = ENGLISH) -> str:
    """Say how far off a match is at most."""
    return language("largest difference {difference}", difference=f"{match.difference:.2g}")


def no_match_words(language: Language = ENGLISH) -> str:
    """Say that no loss is the curve, before those that come nearest."""
    return language("no loss of the catalogue is this; the nearest are")


def _term(term: Term, is_taken_away: bool, language: Language) -> str:
    factor = term.factor.words.removeprefix("-") if is_taken_away else term.factor.words.replace("-", "\u2212")
    name = term.curve.spec
    axis = term.curve.axis
    if term.curve.moved_to and term.curve.loss.axis.name == "probability":
        turned = f"\u2212{axis.variable}" if term.is_mirrored else axis.variable
        name = language("{loss} at p = sigmoid({variable})", loss=name, variable=turned)
    elif term.is_mirrored:
        turned = f"1 \u2212 {axis.variable}" if axis.name == "probability" else f"\u2212{axis.variable}"
        name = language("{loss} at {place}", loss=name, place=turned)
    return name if factor == "1" else f"{factor} \u00d7 {name}"
