"""The figure of a derivative that somebody wrote beside the exact one."""

from __future__ import annotations

import math

from lossplot._curves.checks.check import Finding
from lossplot._errors import LossplotError
from lossplot._figure.limits import x_limits, y_limits
from lossplot._figure.spec import FigureSpec, Range
from lossplot._formula.derivative import derivative
from lossplot._formula.evaluate import bind
from lossplot._formula.notation.text import source
from lossplot._formula.tree import Tree, names_in
from lossplot._formula.typed.tokens import MAX_LENGTH
from lossplot._text.language import load_language
from lossplot._text.names import label


def comparison_spec(finding: Finding, language: str) -> FigureSpec:
    """The figure of a finding: the exact derivative solid, the given one dashed, and a mark where they differ.

    Raises LossplotError where a formula is too long to be drawn.
    """
    words, loss, verdict = load_language(language), finding.loss, finding.verdict
    exact = loss.slope_notation
    if finding.given.order == 2:
        exact = derivative(exact, loss.axis.variable)
    texts = [
        f"{words(word)} = {_text(tree, finding)}"
        for word, tree in (("exact", exact), ("given", finding.given.notation))
    ]
    if any(len(text) > MAX_LENGTH for text in texts):
        raise LossplotError("the derivative is too long a formula to be drawn; ask for the verdict alone")
    left, right = x_limits([loss])
    is_seen = verdict.x is not None and left <= verdict.x <= right and math.isfinite(verdict.x)
    return FigureSpec(
        losses=tuple(texts),
        axis=None if loss.axis.is_nameless else loss.axis.name,
        x_range=(left, right),
        compare=True,
        marks=(float(f"{verdict.x:.6g}"),) if is_seen and verdict.x is not None else (),
        y_range=_range(finding, left, right),
        y_label=_capitalised(words("derivative" if finding.given.order == 1 else "second derivative")),
        title=label(loss, words),
        language=language,
    )


def _range(finding: Finding, left: float, right: float) -> Range | None:
    """The range of the y axis if a value at a kink alone would be outside the usual one."""
    verdict = finding.verdict
    if not (verdict.is_kink_only and verdict.given is not None and math.isfinite(verdict.given)):
        return None
    low, high = y_limits([finding.loss], "derivative" if finding.given.order == 1 else "second-derivative", left, right)
    room = 0.1 * (max(high, verdict.given) - min(low, verdict.given))
    return min(low, verdict.given - room), max(high, verdict.given + room)


def _capitalised(words: str) -> str:
    return words[:1].upper() + words[1:]


def _text(tree: Tree, finding: Finding) -> str:
    """The formula with the numbers of the loss in it; a constant has the variable too, for a number is no loss."""
    variable = finding.loss.axis.variable
    bound = bind(tree, finding.loss.parameters, variable)
    return source(bound) if variable in names_in(bound) else f"{source(bound)} + 0*{variable}"
