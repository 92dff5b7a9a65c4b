"""Predicates that describe one line: its course, its breaks, its tails, its range and its minimum.

They are for a line that is defined somewhere in the view: its course has stretches.
"""

from __future__ import annotations

import math
from dataclasses import replace
from itertools import groupby, pairwise

from lossplot._formula.knots import Kind
from lossplot._text.context import Context
from lossplot._text.course import Course, Point, Stretch, meets
from lossplot._text.language import Language
from lossplot._text.tails import Tail, find_tails

# A line of more stretches than this swings.
MOST_STRETCHES = 8
# Which knots of a curve are corners of its value, and of its derivative.
_CORNERS: tuple[Kind, ...] = ("corner", "curvature")
_GROWTH = {"logarithmic": "logarithmically", "exponential": "exponentially", "unbounded": "without bound"}
_POWERS = {"1": "linearly", "2": "quadratically"}


def full_course(context: Context, course: Course) -> str:
    """The course of a line, its corners, and how it goes on beyond the view."""
    language, text = context.language, plain_course(context, course)
    if breaks := _breaks(context, course):
        text = language("{course}, with {breaks}", course=text, breaks=language.listed(breaks))
    if tails := _tails(context, course):
        text = language("{course}; {tails}", course=text, tails=tails)
    return text


def plain_course(context: Context, course: Course) -> str:
    """`falls linearly from 4 at m = −3 to its minimum 0 at m = 1, then stays at 0`."""
    language, stretches = context.language, course.stretches
    turns = 2 * len(stretches) - 1 if course.even else len(stretches) - 1
    if turns >= MOST_STRETCHES:
        low, high = context.number(course.low), context.number(course.high)
        text = language("swings between {low} and {high}, turning {n} times", low=low, high=high, n=turns)
    else:
        text = _steps(context, course)
    if course.even:
        text = language("is symmetric about {place} and {course}", place=context.place(0.0), course=text)
    for x, y in course.single_points:
        text = language("{story}, but {value} at {place}", story=text, value=context.number(y), place=context.place(x))
    return _with_gaps(context, course, text)


def brief_course(context: Context, course: Course) -> str:
    """`goes from 4 at m = −3 to 0 at m = 3`, and the minimum if that is between."""
    language, stretches = context.language, course.stretches
    (start, start_value), (end, end_value) = stretches[0].start, stretches[-1].end
    text = language(
        "goes from {start_value} at {start} to {end_value} at {end}",
        start_value=context.number(start_value),
        start=context.place(start),
        end_value=context.number(end_value),
        end=context.place(end),
    )
    if course.low < min(start_value, end_value):
        x = min(x for x, y in course.ends if y == course.low)
        lowest = language("its minimum {value}", value=context.number(course.low))
        text = language("{course}, with {minimum} at {place}", course=text, minimum=lowest, place=context.place(x))
    return text


def common_range(context: Context, *courses: Course) -> str:
    """`lies between −1 and 0, with a jump at m = 1`; of several lines, only the range that holds them all."""
    text = _range(context, min(course.low for course in courses), max(course.high for course in courses))
    [course, *others] = courses
    if others:
        return text
    if jumps := course.jumps:
        text = context.at_places(
            jumps, "{story}, with a jump at {places}", "{story}, with jumps at {places}", story=text
        )
    return _with_gaps(context, course, text)


def _range(context: Context, lowest: float, highest: float) -> str:
    language, low, high = context.language, context.number(lowest), context.number(highest)
    match math.isinf(lowest), math.isinf(highest):
        case True, True:
            return language("has no bounds")
        case True, False:
            return language("is at most {high} and has no lower bound", high=high)
        case False, True:
            return language("is at least {low} and has no upper bound", low=low)
    if low == high:
        return language("is {value}", value=low)
    if low == context.number(-highest):
        return language("lies within ±{value}", value=high)
    return language("lies between {low} and {high}", low=low, high=high)


def minimum(context: Context, course: Course) -> str:
    """`is least in this range at m = 1 (value 0.6)`, or `from m = 1 to m = 3`."""
    language = context.language
    flat = [stretch for stretch in course.stretches if stretch.direction == "stays" and stretch.end in course.bottom]
    bottoms = [(bottom.start[0], bottom.end[0]) for bottom in flat]
    points = sorted({x for x, _ in course.bottom if not any(start <= x <= end for start, end in bottoms)})
    places = [_interval(context, start, end) for start, end in bottoms]
    if points:
        places.append(language("at {places}", places=context.places(points)))
    return language(
        "is least in this range {where} (value {value})",
        where=language.listed(places),
        value=context.number(course.low),
    )


def _interval(context: Context, start: float, end: float) -> str:
    if context.even and start == 0.0:
        context, start = replace(context, even=False), -end
    return context.language("from {start} to {end}", start=context.place(start), end=context.place(end))


def _with_gaps(context: Context, course: Course, text: str) -> str:
    if not course.gaps:
        return text
    return context.language("{story}, and does not exist at {places}", story=text, places=context.places(course.gaps))


def _steps(context: Context, course: Course) -> str:
    language, (first, *_), lowest = context.language, course.stretches, course.lowest
    text = _first_step(context, first, lowest, alone=len(course.stretches) == 1)
    for before, stretch in pairwise(course.stretches):
        if before.end[0] != stretch.start[0]:
            step = _first_step(context, stretch, lowest)
            text = language("{course}, then {step}", course=text, step=step)
            continue
        last = stretch is course.stretches[-1]
        if not meets(before, stretch):
            value = context.number(stretch.start[1])
            if last and stretch.direction == "stays":
                text = language("{course}, where it jumps to {value} and stays there", course=text, value=value)
                continue
            text = language("{course}, where it jumps to {value}", course=text, value=value)
        text = language("{course}, then {step}", course=text, step=_next_step(context, stretch, lowest, last))
    return text


def _first_step(context: Context, stretch: Stretch, lowest: frozenset[Point], alone: bool = False) -> str:
    """`falls from 4 at m = −3 to 0 at m = 1`."""
    language = context.language
    start, end = context.place(stretch.start[0]), context.place(stretch.end[0])
    if stretch.direction != "stays":
        return language(
            "{verb} from {start_value} at {start} to {end_value} at {end}",
            verb=_verb(language, stretch),
            start_value=_height(context, stretch.start, lowest),
            start=start,
            end_value=_height(context, stretch.end, lowest),
            end=end,
        )
    value = context.number(stretch.end[1])
    return language("is {value}", value=value) if alone else language("is {value} up to {end}", value=value, end=end)


def _next_step(context: Context, stretch: Stretch, lowest: frozenset[Point], last: bool) -> str:
    """`rises to 9 at m = 3`, from where the step before ended."""
    language, end = context.language, context.place(stretch.end[0])
    if stretch.direction != "stays":
        value = _height(context, stretch.end, lowest)
        return language("{verb} to {value} at {end}", verb=_verb(language, stretch), value=value, end=end)
    value = context.number(stretch.end[1])
    if last:
        return language("stays at {value}", value=value)
    return language("stays at {value} up to {end}", value=value, end=end)


def _height(context: Context, point: Point, lowest: frozenset[Point]) -> str:
    value = context.number(point[1])
    return context.language("its minimum {value}", value=value) if point in lowest else value


def _verb(language: Language, stretch: Stretch) -> str:
    """`falls first linearly and then ever more slowly`."""
    bends: list[str] = [bend for bend, _ in groupby(bend for bend, _ in stretch.bends)]
    if bends == ["linearly"] and len(stretch.bends) > 1:
        bends = ["in straight pieces"]
    match [language(bend) for bend in bends]:
        case [adverb]:
            pass
        case [first, second]:
            adverb = language("first {first} and then {second}", first=first, second=second)
        case [first, second, third]:
            adverb = language("first {first}, then {second} and then {third}", first=first, second=second, third=third)
        case _:
            return language(stretch.direction)
    return language("falls {how}" if stretch.direction == "falls" else "rises {how}", how=adverb)


def _breaks(context: Context, course: Course) -> list[str]:
    """`a corner at m = 1` and `jumps in curvature at m = −1 and m = 2`."""
    row, breaks = course.line.quantity, []
    order = row.order
    if order < len(_CORNERS) and not row.over_x and (corners := course.knots(_CORNERS[order])):
        breaks.append(context.at_places(corners, "a corner at {places}", "corners at {places}"))
    if order == 0 and (jumps := course.knots("curvature")):
        endless = course.endless_curvature
        if jumps := [x for x in jumps if x not in endless]:
            breaks.append(context.at_places(jumps, "a jump in curvature at {places}", "jumps in curvature at {places}"))
        if endless:
            breaks.append(context.language("an infinite curvature at {places}", places=context.places(endless)))
    return breaks


def _tails(context: Context, course: Course) -> str:
    """`further left it grows linearly, further right it tends to 0`, or nothing."""
    language = context.language
    ends = course.stretches[0].bends[:1], course.stretches[-1].bends[-1:]
    left, right = (
        # A line that goes on as straight as it leaves the view is no surprise.
        "" if end and end[0][0] == "linearly" and tail and tail.kind == "power" else _tail(context, tail)
        for end, tail in zip(ends, find_tails(course), strict=True)
    )
    if context.even:
        return language("further out it {tail}", tail=right) if right else ""
    if left and left == right:
        return language("further out it {tail} on both sides", tail=left)
    left = language("further left it {tail}", tail=left) if left else ""
    right = language("further right it {tail}", tail=right) if right else ""
    return language("{left}, {right}", left=left, right=right) if left and right else left or right


def _tail(context: Context, tail: Tail | None) -> str:
    language = context.language
    if tail is None or tail.kind == "stays":
        return ""
    value = context.number(tail.value)
    if tail.kind == "reaches":
        return language("reaches {value} and stays there", value=value)
    if tail.kind == "tends":
        return language("tends to {value}", value=value)
    if tail.kind != "power" or value in _POWERS:
        adverb = language(_POWERS[value] if tail.kind == "power" else _GROWTH[tail.kind])
    else:
        adverb = language("like the power {power} of {variable}", power=value, variable=context.variable)
    return language("grows {how}" if tail.sign > 0 else "falls {how}", how=adverb)
