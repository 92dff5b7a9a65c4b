"""Every sentence about a figure is true, at any parameters and in any range: each is held against its curve."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby, pairwise
from random import Random

import numpy as np
from oracle import Piece, Real, Reference, exact, mp, reference
from support.descriptions import (
    DIGITS,
    NUMBER,
    PLACE,
    Step,
    assert_course,
    both,
    describe,
    heights,
    number,
    steps,
    story,
)
from support.draws import law
from support.loss_draws import a_curve, a_usual_curve

from lossplot._curves.curve import Curve
from lossplot._figure.limits import x_limits
from lossplot._losses import LOSSES

# Parameters beyond these sizes put all that happens between two doubles, or out of any view.
LEAST, MOST = 1e-4, 1e4


def _is_special(curve: Curve) -> bool:
    """Return True of a curve with a point that stands alone, which has a case of its own."""
    return curve.loss.name == "epsilon-zero-one" and curve.values == (0.0,)


def a_figure(random: Random) -> tuple[Curve, tuple[float, float]]:
    """Draw a loss with parameters of a size that can be seen, in its own view or in a much wider or narrower one."""
    while True:
        loss = list(LOSSES.values())[int(random.random() * len(LOSSES))]
        curve = a_curve(random, loss) if random.random() < 0.6 else a_usual_curve(loss, random)
        seen = all(value == 0.0 or LEAST <= abs(value) <= MOST or math.isinf(value) for value in curve.values)
        if seen and not _is_special(curve):
            break
    low, high = x_limits([curve])
    if random.random() < 0.6:
        size = 10.0 ** (4.0 * random.random() - 2.0)
        low, high = max(low * size, curve.domain.low), min(high * size, curve.domain.high)
    return replace(curve, given=()), (low, high)


@law(300, among=8, figure=a_figure)
def test_every_sentence_about_a_curve_is_true(figure: tuple[Curve, tuple[float, float]]) -> None:
    assert_truth(*figure)


def assert_truth(curve: Curve, view: tuple[float, float]) -> None:
    text = story(describe([curve], view=view), curve)
    assert "nan" not in text
    of = reference(curve.loss.name, curve.parameters)
    with np.errstate(all="ignore"):
        without_bends = re.sub(r"\b(falls|rises) .*?\b(from|to) ", r"\1 \2 ", text)
        assert_course(heights(curve, "loss"), without_bends, view, [*curve.landmarks(*view), *sizes(curve, view)])
    if "swings" not in text:
        for step in steps(text, *view):
            assert_way_and_bends(of, step, sizes(curve, view))
    for side, words in zip((-1, 1), tails(text), strict=True):
        if words:
            assert_tail(of, side, words)
    assert_breaks(curve, text, view)
    assert_minimum(curve, text, view)


def sizes(curve: Curve, view: tuple[float, float]) -> list[float]:
    """Points at the sizes that the parameters make, about zero, inside a view."""
    of = {size * 4.0**power for value in curve.values for size in (abs(value), value**2) for power in range(-2, 3)}
    return sorted(x for size in of for x in (size, -size) if view[0] < x < view[1] and x)


_BENDS = {-1: "ever more slowly", 0: "linearly", 1: "ever more steeply"}


def assert_way_and_bends(of: Reference, step: Step, marks: Sequence[float]) -> None:
    """Assert that the slope has one sign all along a step, and that the curvature has the signs that are said."""
    start, end = step.start[0], step.end[0]
    room = DIGITS * max(abs(start), abs(end))
    inside = [start + (end - start) * share for share in np.linspace(0.0, 1.0, 24).tolist()]
    seams = [start, *(float(seam) for seam in of.seams if start < seam < end), end]
    between = [one + (other - one) * share for one, other in pairwise(seams) for share in (0.01, 0.5, 0.99)]
    points = sorted(
        x for x in {*inside, *marks, *between} if start + room < x < end - room and exact(x) not in of.seams
    )
    way = {"falls": -1, "rises": 1, "stays": 0}[step.verb]
    slopes = {*_signs([of.piece(exact(x)).slope(exact(x)) for x in points])}
    assert slopes == {way} or not points, (step, slopes)
    pieces = groupby(points, lambda x: of.piece(exact(x)))
    bends = [bend * way for piece, run in pieces for bend in _bends(piece, run)]
    seen = [_BENDS[bend] for bend, _ in groupby(bends)]
    said = ["linearly"] if step.bends == ("in straight pieces",) else list(step.bends)
    assert not said or seen in (
        said[first:last] for first in range(3) for last in range(len(said) - 1, len(said) + 1)
    ), (step, seen)


def _bends(piece: Piece, points: Iterable[float]) -> list[int]:
    """The signs of the curvature of a piece, or one 0 if it is straight."""
    return _signs([piece.curvature(exact(x)) for x in points])


def _signs(numbers: Sequence[Real]) -> list[int]:
    """The signs of those of the numbers that rounding cannot have made, or of any that are not 0, or one 0."""
    clear = [each for each in numbers if _sign(each)] or [each for each in numbers if each]
    return [1 if each > 0 else -1 for each in clear] or [0]


def _sign(number_: Real) -> int:
    # The oracle's own rounding.
    return 0 if abs(number_) < mp.mpf("1e-330") else 1 if number_ > 0 else -1


def tails(text: str) -> tuple[str, str]:
    """How a curve goes on beyond the left and the right end of the view, "" where nothing is said."""
    if both_sides := re.search(r"further out it (.+?)(?: on both sides)?$", text):
        return both_sides[1], both_sides[1]
    left, right = (re.search(f"further {side} it ([^;,]+)", text) for side in ("left", "right"))
    return left[1] if left else "", right[1] if right else ""


def assert_tail(of: Reference, side: int, words: str) -> None:
    """Hold what is said of a curve far out against its value and slope there."""
    far = [side * mp.mpf(f"1e{power}") for power in (10, 40, 100)]
    values, slopes = zip(*(of.piece(x).parts(x)[:2] for x in far), strict=True)
    slope = slopes[1]
    if end := re.fullmatch(rf"(?:tends to|reaches) ({NUMBER})(?: and stays there)?", words):
        limit = exact(number(end[1]))
        away = [abs(value - limit) for value in values]
        rounding = DIGITS * abs(limit)
        assert all(later < max(sooner, rounding) or later == 0 for sooner, later in pairwise(away)), (words, away)
        assert _sign(slope) == 0 or not words.startswith("reaches"), words
    else:
        assert _sign(slope) * side == (1 if words.startswith("grows") else -1), words


def places(words: str, text: str) -> list[float] | None:
    """The places after some words of a text; None if they are only counted."""
    found = [each[1] for each in re.finditer(rf"{words} ((?:{PLACE}(?:, | and )?)+|\d+ points)", text)]
    if any("points" in each for each in found):
        return None
    return sorted(x for each in found for x in both(re.findall(PLACE, each)))


def assert_breaks(curve: Curve, text: str, view: tuple[float, float]) -> None:
    """Assert that a corner has two slopes, and a jump two values, and that there are no others."""
    knots = [knot for knot in curve.knots(*view) if view[0] < knot.x < view[1]]
    for words, kind in (("corners? at", "corner"), ("(?:jumps? in|an infinite) curvature at", "curvature")):
        said = places(words, text)
        expected = [knot.x for knot in knots if knot.kind == kind]
        if said is not None and "swings" not in text:
            assert len(said) == len(expected), (text, expected)
            assert np.allclose(said, expected, rtol=DIGITS, atol=1e-12), (text, expected)


def assert_minimum(curve: Curve, text: str, view: tuple[float, float]) -> None:
    """Assert that nothing in view is lower than what is called the minimum, and that the curve has this value there."""
    x = np.linspace(*view, 20_001)
    y = curve.jet(x).value
    lowest = float(np.nanmin(y))
    for value in re.findall(f"its minimum ({NUMBER})", text):
        least = number(value)
        assert least <= lowest + DIGITS * abs(lowest) + 1e-12 * np.nanmax(np.abs(y[np.isfinite(y)])), text
