"""A figure in words, computed from its curves: the title and the description that each file carries."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from lossplot.curves.curve import Curve
from lossplot.curves.panels import QUANTITIES, Panel, panel_curves
from lossplot.text.alike import MOST_LISTED, Told, gather
from lossplot.text.course import Course, follow
from lossplot.text.language import ENGLISH, Language
from lossplot.text.meetings import find_meetings
from lossplot.text.names import label, panel_name, together
from lossplot.text.remarks import tell_least, tell_meetings, tell_range
from lossplot.text.samples import Line, Samples, take_samples
from lossplot.text.stories import tell_briefly, tell_course, tell_fully
from lossplot.text.teller import Teller

# So many curves are told of in full; of more there is less to say of each.
FEW = 6
# The characters that a description may take: to begin with, for each of a few curves, for each of them in a third
# panel and so on, and for each of more curves; at least and at most.
OPENING, EACH, EACH_PANEL, EACH_MORE = 300, 150, 50, 50
LEAST, LONGEST = 500, 2000
# Before a curve's course is left out, a description may be so many times as long.
STRETCHED = 1.3


def title(curves: Sequence[Curve], panels: Sequence[Panel], language: Language = ENGLISH) -> str:
    """`hinge and squared-hinge: loss and derivative`."""
    called = [label(curve, language) for curve in curves]
    if len(called) > FEW:
        called = [*called[: FEW - 1], language("{n} more", n=len(called) - FEW + 1)]
    shown = language.listed([language(QUANTITIES[panel].label) for panel in panels])
    return language("{names}: {panels}", names=language.listed(called), panels=shown)


def room(curves: int, panels: int = 1) -> int:
    """The characters that the description of so many curves in so many panels may take; a second panel is free."""
    each = EACH + EACH_PANEL * max(panels - 2, 0)
    return min(max(LEAST, OPENING + each * min(curves, FEW)) + EACH_MORE * max(curves - FEW, 0), LONGEST)


def description(
    curves: Sequence[Curve],
    panels: Sequence[Panel],
    left: float,
    right: float,
    language: Language = ENGLISH,
    risk: float | None = None,
) -> str:
    """Describe the plot, the places where its curves meet, the course of each, and the other panels.

    `risk` is the chance of the label +1 that a risk panel is for.
    """
    teller = Teller(language, curves[0].axis.variable, left, right)
    with np.errstate(all="ignore"):
        return _fitted(_Subject(tuple(curves), tuple(panels), teller, risk))


# How a line is told of: a predicate, `falls linearly from 4 at m = −3 to 0 at m = 1`.
_Tell = Callable[[Teller, Course], str]
# How the lines of the first panel are told of and how those of the others, in less and less detail.
_LEVELS: tuple[tuple[_Tell, _Tell | None], ...] = (
    (tell_fully, tell_course),
    (tell_fully, None),
    (tell_course, None),
    (tell_briefly, None),
)


@dataclass(frozen=True, slots=True)
class _Subject:
    """What is to be described: curves and the view, which the teller knows."""

    curves: tuple[Curve, ...]
    panels: tuple[Panel, ...]
    teller: Teller
    risk: float | None

    def samples(self, panel: Panel) -> Samples:
        curves = panel_curves(panel, self.curves, self.risk)
        return take_samples([Line(curve, panel) for curve in curves], self.teller.left, self.teller.right)

    def names(self, numbers: Sequence[int]) -> str:
        return together([self.curves[number] for number in numbers], self.teller.language)

    def panel_name(self, panel: Panel) -> str:
        return panel_name(panel, self.risk, self.teller.language)


def _fitted(subject: _Subject) -> str:
    """The whole in as much detail as there is room for."""
    say, count, (first, *others) = subject.teller.language, len(subject.curves), subject.panels
    samples = subject.samples(first)
    courses = _courses(samples)
    before = [_opening(subject)]
    if count > 1:
        evens = [course.even for course in courses]
        before += tell_meetings(subject.teller, subject.names, evens, *find_meetings(samples))
    further = {panel: _courses(subject.samples(panel)) for panel in others}
    for tell, tell_further in _LEVELS if count <= FEW else _LEVELS[2:]:
        stories = list(_stories(subject, first, courses, tell))
        after = [text for panel in others for text in _panel(subject, panel, further[panel], tell_further)]
        text = _joined(say, [*before, *stories, *after])
        stretch = STRETCHED if tell is tell_course else 1.0
        if len(text) <= min(stretch * room(count, len(subject.panels)), LONGEST):
            return text
    return _cut(say, before, stories, after)


def _courses(samples: Samples) -> list[Course]:
    return [follow(samples, number) for number in range(len(samples.lines))]


# What is said of the first panel if it shows the loss, and of any other: of one curve, of several, of several in turn.
_OF_LOSSES = ("{names} {story}", "Each of {names} {story}", "Each of {names}, in this order, {story}")
_OF_PANELS = (
    "The {panel} of {names} {story}",
    "The {panel} of each of {names} {story}",
    "The {panel} of each of {names}, in this order, {story}",
)


def _stories(
    subject: _Subject, panel: Panel, courses: Sequence[Course], tell: _Tell, most: int = MOST_LISTED
) -> Iterator[str]:
    """What there is to tell of each line of a panel, once where it is the same of several."""
    say = subject.teller.language
    stories = [tell(replace(subject.teller, even=course.even), course) for course in courses]
    for told in gather(stories, say, most):
        values = {"names": subject.names(told.numbers), "story": told.story}
        if panel == "loss":
            yield say(_OF_LOSSES[_manner(told)], **values)
        else:
            yield say(_OF_PANELS[_manner(told)], panel=subject.panel_name(panel), **values)


def _manner(told: Told) -> int:
    return 0 if len(told.numbers) == 1 else 1 + told.turn


def _panel(subject: _Subject, panel: Panel, courses: Sequence[Course], tell: _Tell | None) -> Iterator[str]:
    """What a further panel shows: of each curve, or of all where they are many."""
    say = subject.teller.language
    if len(courses) <= FEW:
        if tell:
            yield from _stories(subject, panel, courses, tell)
        else:
            yield from _stories(subject, panel, courses, tell_least if panel == "risk" else tell_range, most=1)
    elif panel != "risk" and (defined := [course for course in courses if course.stretches]):
        story = tell_range(subject.teller, *defined)
        yield say(_OF_PANELS[0], panel=subject.panel_name(panel), names=say("the curves"), story=story)


def _joined(say: Language, sentences: Sequence[str]) -> str:
    return say(". ").join(sentences) + say(".")


def _cut(say: Language, before: Sequence[str], stories: Sequence[str], after: Sequence[str]) -> str:
    """As many of the stories as there is room for."""
    for count in range(len(stories), -1, -1):
        rest = [say("The other curves are not described here")] if count < len(stories) else []
        text = _joined(say, [*before, *stories[:count], *rest, *after])
        if len(text) <= LONGEST:
            break
    return text[:LONGEST]


def _opening(subject: _Subject) -> str:
    """`Line plot of the loss function hinge against the margin m = y·f(x) from −3 to 3; below it, the derivative`."""
    say, teller, count = subject.teller.language, subject.teller, len(subject.curves)
    if count > FEW:
        what = say("{n} loss functions", n=count)
    else:
        message = "the loss function {names}" if count == 1 else "the loss functions {names}"
        what = say(message, names=subject.names(range(count)))
    first, *others = subject.panels
    if first != "loss":
        what = say("the {panel} of {what}", panel=subject.panel_name(first), what=what)
    if any(curve.unit != 1.0 for curve in subject.curves):
        what = say("{what}, scaled to 1 at {place},", what=what, place=teller.place(0.0))
    text = say(
        "Line plot of {what} against the {axis} from {left} to {right}",
        what=what,
        axis=" ".join(say(_axis(subject.curves)).split()),
        left=teller.number(teller.left),
        right=teller.number(teller.right),
    )
    if not others:
        return text
    return say("{plot}; below it, the {panels}", plot=text, panels=say.listed([*map(subject.panel_name, others)]))


def _axis(curves: Sequence[Curve]) -> str:
    """The axis as the curves word it, or plainly if they word it differently."""
    first = curves[0].axis
    same = all(curve.axis.label == first.label for curve in curves)
    return first.label if same else f"{first.name}  {first.variable}"
