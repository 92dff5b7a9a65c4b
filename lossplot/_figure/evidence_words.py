"""The words on predictions in a figure: the names of strips and means, and sentences for a description."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

import numpy as np

from lossplot._curves.curve import Curve
from lossplot._figure.distribution import Distribution, Evidence, Reliability
from lossplot._figure.strips import StripName
from lossplot._formula.evaluate import Array
from lossplot._text.context import Context
from lossplot._text.language import Language
from lossplot._text.names import label

_STRIPS: dict[StripName, str] = {
    "loss share": "% of the loss (grey: of the examples)",
    "gradient share": "% of the gradient (grey: of the examples)",
    "reliability": "Observed frequency of +1 by its forecast",
}


def strip_name(name: StripName, language: Language) -> str:
    """Return what stands above a strip."""
    return language(_STRIPS[name])


def with_mean(name: str, curve: int, evidence: Evidence, language: Language) -> str:
    """Return the name of curve number `curve` with its mean, or that of each group in their order."""
    means = [mean_words(part.mean) for part in evidence.distributions if part.curve == curve]
    return language("{name}, mean {mean}", name=name, mean=language.listed(means))


def mean_words(mean: float) -> str:
    """Return three digits of a mean."""
    if mean == 0.0:
        return "0"
    text = f"{mean:#.3g}".rstrip(".") if not 1000.0 <= abs(mean) < 1e6 else f"{mean:.0f}"
    return text.replace("-", "\u2212").replace("inf", "\u221e")


def describe_evidence(evidence: Evidence, curves: Sequence[Curve], language: Language) -> str:
    """Return the sentences that say how the predictions lie, and where half of each loss and gradient does."""
    edges = evidence.distributions[0].edges
    context = Context(language, curves[0].axis.variable, float(edges[0]), float(edges[-1]))
    sentences = [*_sentences(evidence, curves, context)]
    return "".join(f"{_space(language)}{sentence}{language('.')}" for sentence in sentences)


def _space(language: Language) -> str:
    """Return what separates two sentences beside the full stop."""
    return language(". ")[1:]


def _sentences(evidence: Evidence, curves: Sequence[Curve], context: Context) -> Iterator[str]:
    language = context.language
    for group in evidence.groups or ("",):
        parts = [part for part in evidence.distributions if part.group == group and part.curve < len(curves)]
        half = _half(parts[0].edges, parts[0].examples, context)
        if group:
            yield language(
                "Of {group} there are {n} predictions, half of them {place}",
                group=group,
                n=parts[0].n,
                place=half,
            )
        else:
            yield language("Below are {n} predictions, half of them {place}", n=parts[0].n, place=half)
        yield from (_carried(part, label(curves[part.curve], language), context) for part in parts)
        yield from (_held(each, context) for each in evidence.reliability if each.group == group and each.forecast)


def _carried(part: Distribution, name: str, context: Context) -> str:
    language, mean = context.language, mean_words(part.mean)
    if not (np.isfinite(part.loss).all() and np.isfinite(part.gradient).all()):
        return language("{name} has the mean {mean}", name=name, mean=mean)
    loss, gradient = (_half(part.edges, shares, context) for shares in (part.loss, part.gradient))
    return language(
        "{name} has the mean {mean}, half of its loss {loss} and half of its gradient {gradient}",
        name=name,
        mean=mean,
        loss=loss,
        gradient=gradient,
    )


def _half(edges: Array, shares: Array, context: Context) -> str:
    """Say up to where half of `shares` lies, or that it lies beyond all bins."""
    middle = _middle(edges, shares)
    if math.isinf(middle):
        return context.language("beyond {place}", place=context.place(float(edges[-1])))
    return context.language("up to {place}", place=context.place(middle))


def _middle(edges: Array, shares: Array) -> float:
    """Return where half of `shares` is reached, to three digits; infinity if that is beyond the last bin."""
    totals = np.append(0.0, np.cumsum(shares))
    bin_ = int(np.searchsorted(totals, 0.5 * totals[-1], side="left")) - 1
    if bin_ <= 0:
        return float(edges[0])
    if bin_ > len(edges) - 1:
        return math.inf
    low, high = float(edges[bin_ - 1]), float(edges[bin_])
    place = low + (high - low) * (0.5 * totals[-1] - totals[bin_]) / (totals[bin_ + 1] - totals[bin_])
    digits = 2 - math.floor(math.log10(max(abs(float(edges[0])), abs(float(edges[-1])))))
    return round(float(place), digits)


def _held(part: Reliability, context: Context) -> str:
    gaps = np.abs(np.array(part.forecast) - np.array(part.observed))
    worst = int(gaps.argmax())
    return context.language(
        "A forecast of {forecast} came true in {observed} of the cases, which is the largest gap",
        forecast=context.number(round(part.forecast[worst], 3)),
        observed=context.number(round(part.observed[worst], 3)),
    )
