"""The course of a line, told in a language."""

from __future__ import annotations

from itertools import groupby, pairwise

from lossplot.formula.knots import Kind
from lossplot.text.course import Course, Point, Stretch, meets
from lossplot.text.language import Language
from lossplot.text.tails import Tail, find_tails
from lossplot.text.teller import Teller

# A line of more stretches than this swings.
MOST_STRETCHES = 8


def tell_fully(teller: Teller, course: Course) -> str:
    """The course of a line, where it has corners, and what it does beyond the view."""
    say, text = teller.language, tell_course(teller, course)
    if breaks := _breaks(teller, course):
        text = say("{course}, with {breaks}", course=text, breaks=breaks)
    if course.stretches and (tails := _tails(teller, *_surprises(course))):
        text = say("{course}; {tails}", course=text, tails=tails)
    return text


def tell_course(teller: Teller, course: Course) -> str:
    """`falls linearly from 4 at m = −3 to its minimum 0 at m = 1, then stays at 0`."""
    say, stretches = teller.language, course.stretches
    if not stretches:
        return say("is not defined in this range")
    turns = 2 * len(stretches) - 1 if course.even else len(stretches) - 1
    if turns >= MOST_STRETCHES:
        low, high = teller.number(course.low), teller.number(course.high)
        text = say("swings between {low} and {high}, turning {n} times", low=low, high=high, n=turns)
    else:
        text = _steps(teller, course)
    if course.even:
        text = say("is symmetric about {place} and {course}", place=teller.place(0.0), course=text)
    return tell_gaps(teller, course, text)


def tell_gaps(teller: Teller, course: Course, story: str) -> str:
    """The story of a line, and where the line does not exist."""
    if not course.gaps:
        return story
    return teller.language("{story}, and does not exist at {places}", story=story, places=teller.places(course.gaps))


def tell_briefly(teller: Teller, course: Course) -> str:
    """`goes from 4 at m = −3 to 0 at m = 3`, and the minimum if that is between."""
    say, stretches = teller.language, course.stretches
    if not stretches:
        return say("is not defined in this range")
    (start, start_value), (end, end_value) = stretches[0].start, stretches[-1].end
    text = say(
        "goes from {start_value} at {start} to {end_value} at {end}",
        start_value=teller.number(start_value),
        start=teller.place(start),
        end_value=teller.number(end_value),
        end=teller.place(end),
    )
    if course.low < min(start_value, end_value):
        x = min(x for x, y in course.ends if y == course.low)
        minimum = say("its minimum {value}", value=teller.number(course.low))
        text = say("{course}, with {minimum} at {place}", course=text, minimum=minimum, place=teller.place(x))
    return text


def _steps(teller: Teller, course: Course) -> str:
    say, stretches, lowest = teller.language, course.stretches, course.lowest
    text = _from(teller, stretches[0], lowest, alone=len(stretches) == 1)
    for before, stretch in pairwise(stretches):
        if before.end[0] != stretch.start[0]:
            text = say("{course}, then {step}", course=text, step=_from(teller, stretch, lowest))
            continue
        last = stretch is stretches[-1]
        if not meets(before, stretch):
            message = "{course}, where it jumps to {value}"
            if last and stretch.direction == "stays":
                message = "{course}, where it jumps to {value} and stays there"
            text = say(message, course=text, value=teller.number(stretch.start[1]))
            if last and stretch.direction == "stays":
                continue
        step = _on(teller, stretch, lowest, last)
        text = say("{course}, then {step}", course=text, step=step)
    return text


_Points = frozenset[Point]


def _from(teller: Teller, stretch: Stretch, lowest: _Points, alone: bool = False) -> str:
    """A step from a new beginning: `falls from 4 at m = −3 to 0 at m = 1`."""
    say = teller.language
    start, end = teller.place(stretch.start[0]), teller.place(stretch.end[0])
    if stretch.direction != "stays":
        return say(
            "{verb} from {start_value} at {start} to {end_value} at {end}",
            verb=_verb(say, stretch),
            start_value=_height(teller, stretch.start, lowest),
            start=start,
            end_value=_height(teller, stretch.end, lowest),
            end=end,
        )
    value = teller.number(stretch.end[1])
    return say("is {value}", value=value) if alone else say("is {value} up to {end}", value=value, end=end)


def _on(teller: Teller, stretch: Stretch, lowest: _Points, last: bool) -> str:
    """A step from where the one before ended: `rises to 9 at m = 3`."""
    say = teller.language
    end = teller.place(stretch.end[0])
    if stretch.direction != "stays":
        value = _height(teller, stretch.end, lowest)
        return say("{verb} to {value} at {end}", verb=_verb(say, stretch), value=value, end=end)
    value = teller.number(stretch.end[1])
    return say("stays at {value}", value=value) if last else say("stays at {value} up to {end}", value=value, end=end)


def _height(teller: Teller, point: tuple[float, float], lowest: _Points) -> str:
    value = teller.number(point[1])
    return teller.language("its minimum {value}", value=value) if point in lowest else value


def _verb(say: Language, stretch: Stretch) -> str:
    """`falls first linearly and then ever more slowly`."""
    bends: list[str] = [bend for bend, _ in groupby(bend for bend, _ in stretch.bends)]
    if bends == ["linearly"] and len(stretch.bends) > 1:
        bends = ["in straight pieces"]
    match [say(bend) for bend in bends]:
        case [how]:
            pass
        case [first, second]:
            how = say("first {first} and then {second}", first=first, second=second)
        case [first, second, third]:
            how = say("first {first}, then {second} and then {third}", first=first, second=second, third=third)
        case _:
            return say(stretch.direction)
    return say("falls {how}", how=how) if stretch.direction == "falls" else say("rises {how}", how=how)


# Which knots of a curve are corners of its value, and of its derivative.
_CORNERS: tuple[Kind, ...] = ("corner", "curvature")


def _breaks(teller: Teller, course: Course) -> str:
    """`a corner at m = 1 and jumps in curvature at m = −1 and m = 2`, or nothing."""
    say, row = teller.language, course.line.quantity
    corners = course.knots(_CORNERS[row.order]) if row.order < len(_CORNERS) and not row.over_x else []
    changes = course.knots("curvature") if row.order == 0 else []
    words = []
    if corners:
        message = "a corner at {places}" if teller.count(corners) == 1 else "corners at {places}"
        words.append(say(message, places=teller.places(corners)))
    if changes:
        message = "a jump in curvature at {places}" if teller.count(changes) == 1 else "jumps in curvature at {places}"
        words.append(say(message, places=teller.places(changes)))
    return say.listed(words) if words else ""


def _surprises(course: Course) -> tuple[Tail | None, Tail | None]:
    """The tails of a line, but for those that go on as straight as the line leaves its view."""
    ends = course.stretches[0].bends[:1], course.stretches[-1].bends[-1:]
    left, right = (
        None if end and end[0][0] == "linearly" and tail and tail.kind == "power" else tail
        for end, tail in zip(ends, find_tails(course), strict=True)
    )
    return left, right


def _tails(teller: Teller, left: Tail | None, right: Tail | None) -> str:
    """`further left it grows linearly, further right it tends to 0`, or nothing."""
    say = teller.language
    on_left, on_right = _tail(teller, left), _tail(teller, right)
    if teller.even:
        return say("further out it {tail}", tail=on_right) if on_right else ""
    if on_left and on_left == on_right:
        return say("further out it {tail} on both sides", tail=on_left)
    left_words = say("further left it {tail}", tail=on_left) if on_left else ""
    right_words = say("further right it {tail}", tail=on_right) if on_right else ""
    if left_words and right_words:
        return say("{left}, {right}", left=left_words, right=right_words)
    return left_words or right_words


_GROWTH = {"logarithmic": "logarithmically", "exponential": "exponentially", "unbounded": "without bound"}


def _tail(teller: Teller, tail: Tail | None) -> str:
    say = teller.language
    if tail is None or tail.kind == "stays":
        return ""
    if tail.kind == "reaches":
        return say("reaches {value} and stays there", value=teller.number(tail.value))
    if tail.kind == "tends":
        return say("tends to {value}", value=teller.number(tail.value))
    if tail.kind != "power":
        how = say(_GROWTH[tail.kind])
    elif power := {"1": "linearly", "2": "quadratically"}.get(teller.number(tail.value)):
        how = say(power)
    else:
        how = say("like the power {power} of {variable}", power=teller.number(tail.value), variable=teller.variable)
    return say("grows {how}", how=how) if tail.sign > 0 else say("falls {how}", how=how)
