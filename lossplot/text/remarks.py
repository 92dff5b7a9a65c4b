"""What there is to say of a panel beside the course of each line: its range, and where lines meet."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import replace

from lossplot.text.course import Course
from lossplot.text.meetings import MANY, Meeting, Overlap
from lossplot.text.stories import tell_gaps
from lossplot.text.teller import Teller

# So many sentences say where curves meet, at most.
MOST_MEETINGS = 6


def tell_range(teller: Teller, *courses: Course) -> str:
    """`lies between −1 and 0, with a jump at m = 1`; of several lines, only between what they lie."""
    say = teller.language
    if not any(course.stretches for course in courses):
        return say("is not defined in this range")
    text = _between(teller, min(course.low for course in courses), max(course.high for course in courses))
    [course, *others] = courses
    if others:
        return text
    if course.jumps:
        alone = teller.count(course.jumps) == 1
        message = "{story}, with a jump at {places}" if alone else "{story}, with jumps at {places}"
        text = say(message, story=text, places=teller.places(course.jumps))
    return tell_gaps(teller, course, text)


def _between(teller: Teller, lowest: float, highest: float) -> str:
    say, low, high = teller.language, teller.number(lowest), teller.number(highest)
    match math.isinf(lowest), math.isinf(highest):
        case True, True:
            return say("has no bounds")
        case True, False:
            return say("is at most {high} and has no lower bound", high=high)
        case False, True:
            return say("is at least {low} and has no upper bound", low=low)
    if low == high:
        return say("is {value}", value=low)
    if low == teller.number(-highest):
        return say("lies within ±{value}", value=high)
    return say("lies between {low} and {high}", low=low, high=high)


def tell_least(teller: Teller, course: Course) -> str:
    """`is least in this range at m = 1 (value 0.6)`, or `from m = 1 to m = 3`."""
    say, flat = teller.language, [stretch for stretch in course.stretches if stretch.direction == "stays"]
    if not course.stretches:
        return say("is not defined in this range")
    bottoms = [(bottom.start[0], bottom.end[0]) for bottom in flat if bottom.end in course.bottom]
    points = sorted({x for x, _ in course.bottom if not any(start <= x <= end for start, end in bottoms)})
    where = [_from_to(teller, start, end) for start, end in bottoms]
    if points:
        where.append(say("at {places}", places=teller.places(points)))
    return say(
        "is least in this range {where} (value {value})", where=say.listed(where), value=teller.number(course.low)
    )


def _from_to(teller: Teller, start: float, end: float) -> str:
    if teller.even and start == 0.0:
        teller, start = replace(teller, even=False), -end
    return teller.language("from {start} to {end}", start=teller.place(start), end=teller.place(end))


def tell_meetings(
    teller: Teller,
    names: Callable[[Sequence[int]], str],
    even: Sequence[bool],
    meetings: Sequence[Meeting],
    overlaps: Sequence[Overlap],
) -> list[str]:
    """Where the lines, called by `names`, meet and coincide, most lines first; `even` tells which are even."""
    say, count = teller.language, len(even)
    groups: dict[frozenset[int], tuple[list[Meeting], list[Overlap]]] = {}
    for meeting in meetings:
        groups.setdefault(meeting.lines, ([], []))[0].append(meeting)
    for overlap in overlaps:
        groups.setdefault(overlap.lines, ([], []))[1].append(overlap)
    if count > MANY:
        groups = {lines: group for lines, group in groups.items() if len(lines) == count}
    elif not groups:
        message = "The curves do not meet in this range" if count == 2 else "No two curves meet in this range"
        return [say(message)]
    found = []
    order = sorted(groups, key=len, reverse=True)
    for lines in order[:MOST_MEETINGS]:
        points, intervals = groups[lines]
        who = names(sorted(lines)) if len(lines) < count else say("The curves") if count == 2 else say("All curves")
        places = _points(replace(teller, even=all(even[number] for number in lines)), points)
        where = say.listed([_interval(teller, overlap) for overlap in intervals]) if intervals else ""
        if places and where:
            found.append(say("{who} meet at {places} and coincide {where}", who=who, places=places, where=where))
        elif places:
            found.append(say("{who} meet at {places}", who=who, places=places))
        else:
            found.append(say("{who} coincide {where}", who=who, where=where))
    rest = sum(len(groups[lines][0]) for lines in order[MOST_MEETINGS:])
    if rest:
        found.append(say("Some curves also meet at other points, {n} in all", n=rest))
    return found


def _points(teller: Teller, meetings: Sequence[Meeting]) -> str:
    if teller.even:
        meetings = [meeting for meeting in meetings if meeting.x >= 0.0]
    words = [
        teller.language("{place} (value {value})", place=teller.place(meeting.x), value=teller.number(meeting.y))
        for meeting in meetings
    ]
    return teller.places([meeting.x for meeting in meetings], words) if words else ""


def _interval(teller: Teller, overlap: Overlap) -> str:
    """`from m = 1 on (value 0)`."""
    say = teller.language
    start, end = teller.place(overlap.start), teller.place(overlap.end)
    match overlap.start <= teller.left, overlap.end >= teller.right:
        case True, True:
            where = say("throughout")
        case True, False:
            where = say("up to {end}", end=end) if overlap.closed[1] else say("below {end}", end=end)
        case False, True:
            where = say("from {start} on", start=start) if overlap.closed[0] else say("beyond {start}", start=start)
        case _:
            where = say("from {start} to {end}", start=start, end=end)
    if overlap.value is None:
        return where
    return say("{where} (value {value})", where=where, value=teller.number(overlap.value))
