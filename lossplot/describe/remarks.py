"""What there is to say of a panel beside the course of each line: its range, and where lines meet."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from lossplot.describe.course import Course
from lossplot.describe.meetings import MANY, Meeting, Overlap
from lossplot.describe.teller import Teller
from lossplot.languages import Language

# So many sentences say where curves meet, at most.
MOST_MEETINGS = 6


def tell_range(teller: Teller, panel: str, name: str, courses: Sequence[Course]) -> str:
    """`The derivative of hinge lies between −1 and 0, with a jump at m = 1`; of several, only between what they lie."""
    low, high = min(course.low for course in courses), max(course.high for course in courses)
    say = teller.language
    values = {"panel": panel, "name": name, "low": teller.number(low), "high": teller.number(high)}
    match math.isinf(low), math.isinf(high):
        case True, True:
            text = say("The {panel} of {name} has no bounds", **values)
        case True, False:
            text = say("The {panel} of {name} is at most {high} and has no lower bound", **values)
        case False, True:
            text = say("The {panel} of {name} is at least {low} and has no upper bound", **values)
        case _ if values["low"] == values["high"]:
            text = say("The {panel} of {name} is {low}", **values)
        case _:
            text = say("The {panel} of {name} lies between {low} and {high}", **values)
    [course, *others] = courses
    if others:
        return text
    if course.jumps:
        message = "{sentence}, with a jump at {places}"
        if teller.count(course.jumps) > 1:
            message = "{sentence}, with jumps at {places}"
        text = say(message, sentence=text, places=teller.places(course.jumps))
    if course.gaps:
        text = say("{sentence}, and does not exist at {places}", sentence=text, places=teller.places(course.gaps))
    return text


def tell_least(teller: Teller, panel: str, name: str, courses: Sequence[Course]) -> str:
    """`In this range the risk at η = 0.7 of hinge is least at m = 1 (value 0.6)`."""
    say, [course] = teller.language, courses
    values = {"panel": panel, "name": name, "value": teller.number(course.low)}
    for stretch in course.stretches:
        if stretch.direction == "stays" and stretch.end[1] == course.low:
            where = say("from {start} to {end}", start=teller.place(stretch.start[0]), end=teller.place(stretch.end[0]))
            return say("In this range the {panel} of {name} is least {where} (value {value})", where=where, **values)
    places = teller.places(sorted({x for x, y in course.ends if y == course.low}))
    return say("In this range the {panel} of {name} is least at {places} (value {value})", places=places, **values)


def tell_meetings(
    teller: Teller,
    names: Sequence[str],
    even: Sequence[bool],
    meetings: Sequence[Meeting],
    overlaps: Sequence[Overlap],
) -> list[str]:
    """Where the lines called `names` meet and coincide, most lines first; `even` tells which are even."""
    say = teller.language
    groups: dict[frozenset[int], tuple[list[Meeting], list[Overlap]]] = {}
    for meeting in meetings:
        groups.setdefault(meeting.lines, ([], []))[0].append(meeting)
    for overlap in overlaps:
        groups.setdefault(overlap.lines, ([], []))[1].append(overlap)
    if len(names) > MANY:
        groups = {lines: group for lines, group in groups.items() if len(lines) == len(names)}
    elif not groups:
        message = "The curves do not meet in this range" if len(names) == 2 else "No two curves meet in this range"
        return [say(message)]
    found = []
    order = sorted(groups, key=len, reverse=True)
    for lines in order[:MOST_MEETINGS]:
        points, intervals = groups[lines]
        who = _who(say, [names[number] for number in sorted(lines)], len(names))
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


def _who(say: Language, names: Sequence[str], count: int) -> str:
    if len(names) < count:
        return say.listed(names)
    return say("The curves") if count == 2 else say("All curves")


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
