"""A figure's predictions, scored under its curves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, cast

from lossplot._curves.curve import Curve
from lossplot._curves.words import split
from lossplot._errors import RequestError, option_words
from lossplot._figure.distribution import Distribution, Evidence, Reliability
from lossplot._figure.resolve import ResolvedFigure
from lossplot._figure.spec import FigureSpec
from lossplot._predictions.clean import Scale
from lossplot._predictions.columns import Request, read_names
from lossplot._predictions.distribution import Bins
from lossplot._predictions.memory import table_in_memory
from lossplot._predictions.open import open_table
from lossplot._predictions.score import Asked, Progress, Score, Scores, Settings
from lossplot._predictions.score import score as score_table

# Bins of a strip, and the most groups that a reader can tell apart in it.
BINS, MOST_GROUPS = 40, 4
# What a group without a name is called.
NAMELESS = "\u2013"


def with_evidence(figure: ResolvedFigure, data: Any, progress: Progress) -> ResolvedFigure:
    """Return `figure` with what the predictions that it names say, or those in `data`.

    Raises as `score` does for data that cannot be scored.
    """
    spec, curves = figure.spec, figure.whole.curves
    names = read_names(spec.columns) if isinstance(spec.columns, str) else {}
    assert spec.data is not None
    table = open_table(spec.data) if data is None else table_in_memory(data)
    settings = Settings(
        Request(names, spec.by, spec.weights),
        cast(Scale | None, spec.scale),
        spec.positive,
        spec.skip_bad,
        with_spread=False,
        bins=_bins(spec, curves),
        progress=progress,
    )
    return replace(figure, evidence=_evidence(score_table(table, _asked(figure, curves), settings), curves))


def _bins(spec: FigureSpec, curves: Sequence[Curve]) -> Bins:
    """Bins over the range asked for; else over a domain that has two ends, or where nearly all examples are."""
    domain = curves[0].domain
    limits = spec.x_range or ((domain.low, domain.high) if curves[0].axis.name == "probability" else (None, None))
    return Bins(BINS, *limits)


def _asked(figure: ResolvedFigure, curves: Sequence[Curve]) -> list[Asked]:
    """The curves to score; a label y of a formula is that of each row unless the user gave it."""
    words = [split(text) for text in figure.spec.losses]
    has_label = any(each.partition("=")[0].strip() == "y" for word in words for each in word.assignments)
    own = {"y"} if not has_label else set()
    return [
        Asked(curve, frozenset(curve.given) - own if curve.loss.is_typed else frozenset(curve.given))
        for curve in curves
    ]


def _evidence(scores: Scores, curves: Sequence[Curve]) -> Evidence:
    groups = tuple(dict.fromkeys(_group(each) for each in scores.scores if each.group is not None))
    if len(groups) > MOST_GROUPS:
        raise RequestError(
            option_words("by"),
            f" finds {len(groups)} groups, and one figure compares {MOST_GROUPS} at most; choose fewer of them",
        )
    distributions = tuple(_distribution(i % len(curves), each) for i, each in enumerate(scores.scores))
    first = scores.scores[:: len(curves)]
    reliability = tuple(_reliability(each) for each in first if each.reliability)
    warnings = (f"{scores.bad_rows}; left out",) if scores.bad_rows else ()
    return Evidence(groups, distributions, reliability, scores.remarks, warnings)


def _group(score: Score) -> str:
    return "" if score.group is None else score.group or NAMELESS


def _distribution(curve: int, score: Score) -> Distribution:
    histogram = score.histogram
    assert histogram is not None
    shares = histogram.example_share, histogram.loss_share, histogram.gradient_share
    return Distribution(curve, _group(score), score.tally.n, score.tally.mean, histogram.edges, *shares)


def _reliability(score: Score) -> Reliability:
    bins = score.reliability
    low, high = (tuple(each.interval[side] for each in bins) for side in (0, 1))
    return Reliability(
        _group(score), tuple(each.forecast for each in bins), tuple(each.observed for each in bins), low, high
    )
