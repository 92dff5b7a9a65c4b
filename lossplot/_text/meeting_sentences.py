"""Sentences on where the lines of a panel meet and coincide."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from lossplot._text.context import Context
from lossplot._text.meetings import MANY, Meeting, Overlap

# At most so many sentences name meetings.
MOST_SENTENCES = 6


def meeting_sentences(
    context: Context,
    names: Callable[[Sequence[int]], str],
    even: Sequence[bool],
    meetings: Sequence[Meeting],
    overlaps: Sequence[Overlap],
) -> list[str]:
    """Sentences on where the lines meet and coincide, those of most lines first.

    `names` names the lines of the given numbers together; `even` holds which of all lines are even.
    """
    language, count = context.language, len(even)
    groups = list(dict.fromkeys([*(meeting.lines for meeting in meetings), *(overlap.lines for overlap in overlaps)]))
    if count > MANY:
        groups = [lines for lines in groups if len(lines) == count]
    elif not groups:
        return [language("The curves do not meet in this range" if count == 2 else "No two curves meet in this range")]
    sentences = []
    order = sorted(groups, key=len, reverse=True)
    for lines in order[:MOST_SENTENCES]:
        points = [meeting for meeting in meetings if meeting.lines == lines]
        intervals = [_interval(context, overlap) for overlap in overlaps if overlap.lines == lines]
        who = language("The curves" if count == 2 else "All curves") if len(lines) == count else names(sorted(lines))
        places = _points(replace(context, even=all(even[number] for number in lines)), points)
        where = language.listed(intervals) if intervals else ""
        if places and where:
            text = language("{who} meet at {places} and coincide {where}", who=who, places=places, where=where)
        elif places:
            text = language("{who} meet at {places}", who=who, places=places)
        else:
            text = language("{who} coincide {where}", who=who, where=where)
        sentences.append(text)
    rest = sum(meeting.lines in order[MOST_SENTENCES:] for meeting in meetings)
    return [*sentences, *([language("Some curves also meet at other points, {n} in all", n=rest)] if rest else [])]


def _points(context: Context, meetings: Sequence[Meeting]) -> str:
    points = [(meeting.x, meeting.y) for meeting in meetings if meeting.x >= 0.0 or not context.even]
    descriptions = [
        context.language("{place} (value {value})", place=context.place(x), value=context.number(y)) for x, y in points
    ]
    return context.places([x for x, _ in points], descriptions) if points else ""


def _interval(context: Context, overlap: Overlap) -> str:
    """`from m = 1 on (value 0)`."""
    language = context.language
    start, end = context.place(overlap.start), context.place(overlap.end)
    from_start, to_end = overlap.closed
    match overlap.start <= context.left, overlap.end >= context.right:
        case True, True:
            where = language("throughout")
        case True, False:
            where = language("up to {end}" if to_end else "below {end}", end=end)
        case False, True:
            where = language("from {start} on" if from_start else "beyond {start}", start=start)
        case _:
            where = language("from {start} to {end}", start=start, end=end)
    if overlap.value is None:
        return where
    return language("{where} (value {value})", where=where, value=context.number(overlap.value))
