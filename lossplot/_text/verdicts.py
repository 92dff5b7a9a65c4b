"""Sentences on a gradient that somebody wrote: whether it is right, where it is not, and what it is instead."""

from __future__ import annotations

import math
from collections.abc import Iterator

from lossplot._curves.checks.verdict import Hint, Stretch, Verdict
from lossplot._formula.notation.letters import number
from lossplot._text.language import ENGLISH, Language

# Most stretches that are listed.
_MOST = 3
_HINTS = {
    "sign": "it is minus the derivative: the sign is turned",
    "factor": "it is {words} times the derivative",
    "constant": "it is the derivative plus {words}",
    "loss": "it is the loss itself, not its derivative",
    "variable": "it is the derivative by {words}, not by {variable}",
    "mirror": "it is the derivative at \u2212{variable}: the variable has the wrong sign",
    "size": "it is the size of the derivative: the sign is missing",
}


def verdict_sentences(verdict: Verdict, loss: str, variable: str, language: Language = ENGLISH) -> list[str]:
    """Say what is to be said of `verdict`, on a derivative of the loss called so by this variable; a line each."""
    what = language("gradient" if verdict.what == "gradient" else "Hessian")
    lines = [_decision(verdict, what, loss, language), *_place(verdict, variable, language)]
    lines += _where(verdict.stretches, variable, language)
    if verdict.hint:
        lines.append(_hint(verdict.hint, variable, language))
    if verdict.is_safe:
        lines.append(language("it is positive where the exact one is not, as libraries want it"))
    for x, value in verdict.notes:
        text = "as it was typed it overflows: it is {value} at {variable} = {x}, where doubles end"
        lines.append(language(text, value=_short(value), variable=variable, x=_short(x)))
    return lines


def _decision(verdict: Verdict, what: str, loss: str, language: Language) -> str:
    values = ", ".join(f"{name} = {number(value)}" for name, value in verdict.parameters)
    at = language(", for {values}", values=values) if values and not verdict.equal else ""
    if verdict.equal:
        text = "the {what} is right: it is that of {loss}, to {tolerance}"
        return language(text, what=what, loss=loss, tolerance=_short(verdict.tolerance))
    return language("the {what} is wrong: it is not that of {loss}{at}", what=what, loss=loss, at=at)


def _place(verdict: Verdict, variable: str, language: Language) -> Iterator[str]:
    if verdict.x is None or verdict.given is None or verdict.exact is None or verdict.difference is None:
        return
    place = {"variable": variable, "x": _short(verdict.x), "given": _short(verdict.given)}
    off = _short(verdict.difference)
    if verdict.interval:
        low, high = map(_short, verdict.interval)
        text = "at the kink {variable} = {x} it is {given}, and any number from {low} to {high} would do"
        yield language(text, **place, low=low, high=high)
        return
    text = "at {variable} = {x} it is {given} and should be {exact}: a difference of {off}"
    yield language(text, **place, exact=_short(verdict.exact), off=off)


def _where(stretches: tuple[Stretch, ...], variable: str, language: Language) -> Iterator[str]:
    """Say on which stretches the two differ."""
    if not stretches or len(stretches) > _MOST:
        return
    parts = [_stretch(stretch, variable, language) for stretch in stretches]
    if "" in parts:
        yield language("it differs everywhere")
    else:
        yield language("it differs {stretches}", stretches=language.listed(parts))


def _stretch(stretch: Stretch, variable: str, language: Language) -> str:
    low, high = stretch
    if math.isinf(low) and math.isinf(high):
        return ""
    if math.isinf(low):
        return language("for {variable} < {x}", variable=variable, x=_short(high))
    if math.isinf(high):
        return language("for {variable} > {x}", variable=variable, x=_short(low))
    return language("from {variable} = {low} to {high}", variable=variable, low=_short(low), high=_short(high))


def _hint(hint: Hint, variable: str, language: Language) -> str:
    text = _HINTS[hint.kind]
    values = {name: value for name, value in (("words", hint.words), ("variable", variable)) if f"{{{name}}}" in text}
    return language(text, **values)


def _short(value: float) -> str:
    return f"{value + 0.0:.7g}"
