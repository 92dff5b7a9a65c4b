"""Read descriptions back: their sentences, numbers and places, and the course that they give of a line."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from lossplot._curves.curve import Curve
from lossplot._curves.panels import Panel, quantity
from lossplot._curves.parse import read_curves
from lossplot._figure.limits import x_limits
from lossplot._formula.evaluate import Array
from lossplot._losses import LOSSES
from lossplot._text.description import description
from lossplot._text.language import ENGLISH, Language, load_language
from lossplot._text.names import label

CHINESE = load_language("zh")
# A number of four digits is off by less than this share of it.
DIGITS = 5.1e-4
NUMBER = r"(?:minus infinity|infinity|−?\d+(?:\.\d+)?(?: × 10[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)?)"
PLACE = rf"\w = (±?{NUMBER})"
_SUPERSCRIPTS = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")

AXES = {
    loss.axis.name: [other for other in LOSSES.values() if other.axis.name == loss.axis.name]
    for loss in LOSSES.values()
}

# Heights of a curve in a panel at `x`, on one `side` of it.
Heights = Callable[[Array, int], Array]


def number(text: str) -> float:
    """Parse a number of a description, without its ±."""
    text = text.removeprefix("±").replace("minus infinity", "-inf").replace("infinity", "inf").replace("−", "-")
    mantissa, _, exponent = text.partition(" × 10")
    return float(f"{mantissa}e{exponent.translate(_SUPERSCRIPTS)}") if exponent else float(mantissa)


def numbers(text: str) -> list[str]:
    """Find all numbers of a description, in either language."""
    return re.findall(rf"±?{NUMBER}", text.replace("负无穷", "minus infinity").replace("正无穷", "infinity"))


def both(places: Sequence[str]) -> list[float]:
    """Parse places in ascending order; one with ± stands for two."""
    return sorted({sign * number(place) for place in places for sign in ((1, -1) if "±" in place else (1,))})


def curves(words: str) -> tuple[Curve, ...]:
    return read_curves(words.split())


def describe(
    some: Sequence[Curve],
    panels: Sequence[Panel] = ("loss",),
    language: Language = ENGLISH,
    view: tuple[float, float] | None = None,
    risk: float | None = None,
) -> str:
    left, right = view or x_limits(some)
    return description(some, panels, left, right, language, risk)


def sentences(text: str) -> list[str]:
    assert text.endswith(".")
    return text[:-1].split(". ")


def story(text: str, curve: Curve, panel: str = "loss") -> str:
    """Return the sentence about `curve` in a panel, without its subject."""
    subject = f"{label(curve)} " if panel == "loss" else f"The {panel} of {label(curve)} "
    [result] = [sentence for sentence in sentences(text) if sentence.startswith(subject)]
    return result.removeprefix(subject)


def heights(curve: Curve, panel: Panel, chance: float = math.nan) -> Heights:
    """Return the heights of `curve` in a panel; those of the risk are computed from the loss itself."""

    def risk(x: Array, side: int) -> Array:
        other = 1.0 - x if curve.axis.name == "probability" else -x
        return chance * quantity(curve, "loss", x, side) + (1.0 - chance) * quantity(curve, "loss", other, -side)

    return risk if panel == "risk" else lambda x, side: quantity(curve, panel, x, side)


@dataclass(frozen=True, slots=True)
class Step:
    """One stretch of a line in a description; heights are one-sided limits."""

    verb: str
    bends: tuple[str, ...]
    start: tuple[float, float]
    end: tuple[float, float]


_BENDS = re.compile("linearly|in straight pieces|ever more slowly|ever more steeply")
_END = rf"(?:its minimum )?({NUMBER}) at {PLACE}"


def steps(text: str, left: float, right: float) -> list[Step]:
    """Parse the steps of a story; each begins where the one before ends."""
    text = re.split(r"; |, with |, but |, and does not exist", text)[0]
    x, y = left, math.nan
    if even := re.match(r"is symmetric about \w = 0 and ", text):
        text, x = text[even.end() :], 0.0
    text = re.sub(rf"jumps to ({NUMBER}) and stays there", r"jumps to \1, then stays at \1", text)
    result: list[Step] = []
    for part in re.split(r", then (?=falls|rises|stays)|, where it ", text):
        if way := re.fullmatch(rf"(falls|rises)(.*?)(?: from {_END})? to {_END}", part):
            verb, how, start_y, start_x, end_y, end_x = way.groups()
            if start_y:
                # A line may begin, or go on, where its domain does.
                x, y = number(start_x), number(start_y)
            end = (number(end_x), number(end_y))
            result.append(Step(verb, tuple(_BENDS.findall(how)), (x, y), end))
            x, y = end
        elif stay := re.fullmatch(rf"(?:is|stays at) ({NUMBER})(?: up to {PLACE})?", part):
            y, end_x = number(stay[1]), number(stay[2]) if stay[2] else right
            result.append(Step("stays", (), (x, y), (end_x, y)))
            x = end_x
        else:
            jump = re.fullmatch(rf"jumps to ({NUMBER})", part)
            assert jump, part
            y = number(jump[1])
    return result


def assert_course(line: Heights, text: str, view: tuple[float, float], changes: Sequence[float]) -> None:
    """Assert that the steps span the view and hold for `line`, whose formula changes at `changes`."""
    if "not defined" in text or "swings" in text:
        return
    left, right = view
    x = np.linspace(left, right, 798)
    y = line(x, 0)
    mirrored = left == -right and np.allclose(y, y[::-1], rtol=1e-9, atol=0.0, equal_nan=True)
    anywhere = np.append(y, line(np.array([share * at for at in changes if at for share in (0.5, 1.5)]), 0))
    constant = np.nanmax(anywhere) == np.nanmin(anywhere)
    even = text.startswith("is symmetric")
    assert not even or (mirrored and not constant), text
    assert even or constant or left != -right or not np.array_equal(y, y[::-1], equal_nan=True), text
    course = steps(text, left, right)
    defined = x[~np.isnan(y)]
    step = x[1] - x[0]
    assert course[0].start[0] <= (0.0 if even else defined[0]) + step
    assert course[-1].end[0] >= defined[-1] - step, text
    for before, after in pairwise(course):
        assert before.end[0] <= after.start[0]
    for one in course:
        assert_step(line, one, changes)


def assert_step(line: Heights, step: Step, changes: Sequence[float]) -> None:
    (x, y), (end_x, end_y) = step.start, step.end
    for at, side, height in ((x, +1, y), (end_x, -1, end_y)):
        low, high = _limits(line, at, side)
        room = DIGITS * abs(height) if math.isfinite(height) else 0.0
        room += 1e-9 + (0.1 * (high - low) if math.isfinite(high - low) else 0.0)
        assert low - room <= height <= high + room, (step, side, low, high)
    room = DIGITS * max(abs(x), abs(end_x))
    if end_x - x <= 4.0 * room:
        return
    dense = np.linspace(x + room, end_x - room, 2001)[1:-1]
    y_dense = line(dense, 0)
    dense, y_dense = dense[~np.isnan(y_dense)], y_dense[~np.isnan(y_dense)]
    if step.verb == "stays":
        assert np.ptp(y_dense) <= 1e-12 * max(1.0, np.max(np.abs(y_dense))), step
    else:
        # Beside a pole heights overflow; those that do are not compared.
        finite = np.isfinite(y_dense)
        dense, y_dense = dense[finite], y_dense[finite]
        rises, sizes = np.diff(y_dense), np.abs(y_dense)
        rounding = 1e-12 * np.fmax(np.fmin(sizes[1:], sizes[:-1]), np.fmin(np.median(sizes), 1.0))
        assert np.all(rises <= rounding if step.verb == "falls" else rises >= -rounding), step
        _assert_bends(line, step, [dense[0], *(at for at in changes if dense[0] < at < dense[-1]), dense[-1]])


def _limits(line: Heights, x: float, side: int) -> tuple[float, float]:
    """Return the least and greatest height of a line beside x, which has four digits only."""
    room = DIGITS * abs(x)
    near = np.concatenate([x + side * room * np.linspace(0.0, 2.0, 9)[1:], x - side * room * np.linspace(0.0, 1.0, 9)])
    y = np.concatenate([line(np.array([x]), side), line(near, 0)])
    if not np.isfinite(y[0]):
        y = np.append(y, [*_limit_bounds(line, x, side)])
    return float(np.nanmin(y)), float(np.nanmax(y))


def _limit_bounds(line: Heights, x: float, side: int) -> tuple[float, float]:
    """Bound the limit of the heights: it is infinite if the last steps are as large as those before."""
    y = line(
        x + side * (10.0 ** -np.array([50.0, 100.0, 150.0]) if x == 0.0 else 2.0 ** -np.array([16.0, 32.0, 48.0])), 0
    )
    grows = abs(y[2] - y[1]) >= 0.9 * abs(y[1] - y[0]) > 0.0 or not np.isfinite(y[2])
    # A limit may be as slow as one over the logarithm.
    end = math.copysign(math.inf, y[2]) if grows else float(3.0 * y[2] - 2.0 * y[1])
    return end, float(y[2])


def _assert_bends(line: Heights, step: Step, marks: Sequence[float]) -> None:
    """Assert that between neighbouring `marks` the chords become steeper or less steep, as the step says."""
    marks = sorted(set(marks))
    # A bend that is all but at the end of a step may be passed over, and so is one that nobody sees.
    fine, coarse = (_bends(line, marks, count) for count in (1041, 131))
    parts = fine, coarse, coarse[4:], coarse[:-4], coarse[4:-4]
    if step.bends in (("linearly",), ("in straight pieces",)):
        assert not _turns(coarse, 1e-6), step
        assert step.bends == ("linearly",) or len(marks) > 2, step
    elif step.bends:
        curved = [bend == "ever more steeply" for bend in step.bends if bend != "linearly"]
        directions = [up for n, up in enumerate(curved) if n == 0 or curved[n - 1] != up]
        seen = [_turns(part, least) for part in parts for least in (1e-6, 1e-7, 1e-8)]
        assert directions in seen or (len(directions) == 1 and not any(seen)), step


def _bends(line: Heights, marks: Sequence[float], count: int) -> Array:
    """Return differences of slopes of neighbouring chords relative to the steepest, `count` from mark to mark."""
    result: list[Array] = []
    for start, end in pairwise(marks):
        x = np.linspace(start, end, count)[1:-1]
        slopes = np.abs(np.diff(line(x, 0)) / np.diff(x))
        slopes = slopes[np.isfinite(slopes)]
        result.append(np.diff(slopes) / np.max(slopes, initial=0.0))
    return np.concatenate(result)


def _turns(differences: Array, least: float) -> list[bool]:
    ups = (differences[np.abs(differences) > least] > 0.0).tolist()
    return [up for n, up in enumerate(ups) if n == 0 or ups[n - 1] != up]


def in_turn(sentence: str, count: int) -> Iterator[str]:
    """Split a story about `count` curves into the stories of each, in the order of the curves."""
    number_ = rf"±?{NUMBER}"
    lists = re.compile(rf"(?<!between )({number_}(?:, {number_}){{{count - 2}}} and {number_})(?! \w+ =)")
    for which in range(count):
        yield lists.sub(lambda match: re.split(", | and ", match[0])[which], sentence)  # noqa: B023
