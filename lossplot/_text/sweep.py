"""Texts about curves that move, with numbers whose digits stand still."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lossplot._curves.curve import Curve, short
from lossplot._curves.sweep import ParameterRange, Sweep
from lossplot._text.language import Language
from lossplot._text.names import label

# What stands after a letter that is italic, in a text with markup and in mathtext.
_ENDS = ("*", "$")


def with_steady_digits(text: str, curve: Curve, ranges: Iterable[ParameterRange], language: Language) -> str:
    """`text`, which names `curve`, with as many decimals for each number that moves as in any other frame."""
    labels = {each: each.label(curve.parameters[each.parameter.name]) for each in ranges}
    return _with_labels(text, curve, labels, language)


def sweep_names(sweep: Sweep, language: Language) -> list[str]:
    """Name each curve, with both ends of what moves: `Huber (δ = 0.10…3.00)`."""
    names = []
    for curve, ranges in zip(sweep.curves, sweep.ranges, strict=True):
        ends = {each: f"{each.label(each.start)}\u2026{each.label(each.end)}" for each in ranges}
        names.append(_with_labels(label(curve, language), curve, ends, language))
    return names


def _with_labels(text: str, curve: Curve, labels: Mapping[ParameterRange, str], language: Language) -> str:
    """`text` with `labels` for the numbers that a name of `curve` has, as in `δ = 0.1` and `*δ* = 0.1`."""
    for each, number in labels.items():
        name = each.parameter.name
        for end in ("", *_ENDS):
            start = f"{language.parameter(name)}{end} = "
            text = text.replace(start + short(curve.parameters[name]), start + number)
    return text
