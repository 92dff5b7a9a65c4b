"""A figure in words, computed from its curves: the title and the description that each file carries."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from lossplot._curves.curve import Curve
from lossplot._curves.panels import QUANTITIES, Panel, panel_curves
from lossplot._text.context import Context
from lossplot._text.course import Course, follow
from lossplot._text.language import ENGLISH, Language
from lossplot._text.markup import plain
from lossplot._text.meeting_sentences import meeting_sentences
from lossplot._text.meetings import find_meetings
from lossplot._text.names import MOST_LISTED, axis_words, group_alike, label, panel_name, together
from lossplot._text.samples import Line, Samples, take_samples
from lossplot._text.sentences import brief_course, common_range, full_course, minimum, plain_course

__all__ = ["description", "label", "title"]

# Most curves that are described in full; of more there is less detail on each.
FEW = 6
# The characters that a description may take: for its opening, for each of a few curves, for each of them in each panel
# from the third on, and for each of more curves; at least and at most.
OPENING, EACH, EACH_PANEL, EACH_MORE = 300, 150, 50, 50
LEAST, LONGEST = 500, 2000
# A description may be so many times as long before the course of a curve is left out.
STRETCHED = 1.3


def title(curves: Sequence[Curve], panels: Sequence[Panel], language: Language = ENGLISH) -> str:
    """`Hinge and Squared hinge: loss and derivative`, and of a family `Huber (δ = 1 and 2): loss`."""
    names = [together(curves, language)] if len(curves) <= FEW else [label(curve, language) for curve in curves]
    return title_of(names, panels, language)


def title_of(names: Sequence[str], panels: Sequence[Panel], language: Language = ENGLISH) -> str:
    """`Hinge, Logistic and 8 more: loss`: the title of a figure whose curves are called `names`."""
    if len(names) > FEW:
        names = [*names[: FEW - 1], language("{n} more", n=len(names) - FEW + 1)]
    shown = language.listed([language(QUANTITIES[panel].label) for panel in panels])
    return language("{names}: {panels}", names=language.listed(names), panels=shown)


def room(curves: int, panels: int = 1) -> int:
    """The characters that the description of so many curves in so many panels may take; a second panel is free."""
    each = EACH + EACH_PANEL * max(panels - 2, 0)
    return min(max(LEAST, OPENING + each * min(curves, FEW)) + EACH_MORE * max(curves - FEW, 0), LONGEST)


def grid_description(cells: Sequence[str], language: Language = ENGLISH) -> str:
    """Join the descriptions of the figures in a grid, row by row."""
    opening = language("A grid of {n} figures, row by row.", n=len(cells))
    each = [language("Figure {n}: {description}", n=n, description=text) for n, text in enumerate(cells, 1)]
    return " ".join([opening, *each])


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
    context = Context(language, curves[0].axis.variable, left, right)
    with np.errstate(all="ignore"):
        return _fitted(_Subject(tuple(curves), tuple(panels), context, risk))


# A predicate of a line: `falls linearly from 4 at m = −3 to 0 at m = 1`.
_Predicate = Callable[[Context, Course], str]
# Predicates for the lines of the first panel and of the others, in less and less detail.
_LEVELS: tuple[tuple[_Predicate, _Predicate | None], ...] = (
    (full_course, plain_course),
    (full_course, None),
    (plain_course, None),
    (brief_course, None),
)


@dataclass(frozen=True, slots=True)
class _Subject:
    """Curves and panels to describe, in a context that holds the view."""

    curves: tuple[Curve, ...]
    panels: tuple[Panel, ...]
    context: Context
    risk: float | None

    def samples(self, panel: Panel) -> Samples:
        curves = panel_curves(panel, self.curves, self.risk)
        return take_samples(tuple(Line(curve, panel) for curve in curves), self.context.left, self.context.right)

    def names(self, numbers: Sequence[int]) -> str:
        return together([self.curves[number] for number in numbers], self.context.language)

    def panel_name(self, panel: Panel) -> str:
        return plain(panel_name(panel, self.risk, self.context.language))


def _fitted(subject: _Subject) -> str:
    """The whole description in as much detail as there is room for."""
    language, count, (first, *others) = subject.context.language, len(subject.curves), subject.panels
    samples = subject.samples(first)
    courses = _courses(samples)
    before = [_opening(subject)]
    if count > 1:
        evens = [course.even for course in courses]
        before += meeting_sentences(subject.context, subject.names, evens, *find_meetings(samples))
    further = {panel: _courses(subject.samples(panel)) for panel in others}
    for predicate, further_predicate in _LEVELS if count <= FEW else _LEVELS[2:]:
        sentences = list(_sentences(subject, first, courses, predicate))
        after = [text for panel in others for text in _further(subject, panel, further[panel], further_predicate)]
        text = _joined(language, [*before, *sentences, *after])
        stretch = STRETCHED if predicate is plain_course else 1.0
        if len(text) <= min(stretch * room(count, len(subject.panels)), LONGEST):
            return text
    return _cut(language, before, sentences, after)


def _courses(samples: Samples) -> list[Course]:
    return [follow(samples, number) for number in range(len(samples.lines))]


# Sentences on the first panel if it shows the loss, and on any other: of one curve, of several, of several in turn.
_OF_LOSSES = ("{names} {story}", "Each of {names} {story}", "Each of {names}, in this order, {story}")
_OF_PANELS = (
    "The {panel} of {names} {story}",
    "The {panel} of each of {names} {story}",
    "The {panel} of each of {names}, in this order, {story}",
)


def _sentences(
    subject: _Subject, panel: Panel, courses: Sequence[Course], predicate: _Predicate, most: int = MOST_LISTED
) -> Iterator[str]:
    """Sentences on the lines of a panel, one for all those that are alike."""
    language = subject.context.language
    predicates = [
        predicate(replace(subject.context, even=course.even), course)
        if course.stretches
        else language("is not defined in this range")
        for course in courses
    ]
    for group in group_alike(predicates, language, most):
        message = 0 if len(group.numbers) == 1 else 1 + group.in_turn
        values = {"names": subject.names(group.numbers), "story": group.predicate}
        if panel == "loss":
            yield language(_OF_LOSSES[message], **values)
        else:
            yield language(_OF_PANELS[message], panel=subject.panel_name(panel), **values)


def _further(subject: _Subject, panel: Panel, courses: Sequence[Course], predicate: _Predicate | None) -> Iterator[str]:
    """Sentences on a further panel: on each curve, or on all where they are many."""
    language = subject.context.language
    if len(courses) <= FEW:
        if predicate:
            yield from _sentences(subject, panel, courses, predicate)
        else:
            yield from _sentences(subject, panel, courses, minimum if panel == "risk" else common_range, most=1)
    elif panel != "risk" and (defined := [course for course in courses if course.stretches]):
        story = common_range(subject.context, *defined)
        yield language(_OF_PANELS[0], panel=subject.panel_name(panel), names=language("the curves"), story=story)


def _joined(language: Language, sentences: Sequence[str]) -> str:
    return language(". ").join(sentences) + language(".")


def _cut(language: Language, before: Sequence[str], sentences: Sequence[str], after: Sequence[str]) -> str:
    """The description with as many of the `sentences` as there is room for."""
    for count in range(len(sentences), -1, -1):
        rest = [language("The other curves are not described here")] if count < len(sentences) else []
        text = _joined(language, [*before, *sentences[:count], *rest, *after])
        if len(text) <= LONGEST:
            break
    return text[:LONGEST]


def _opening(subject: _Subject) -> str:
    """`Line plot of the loss function Hinge against the margin m = y f(x) from −3 to 3; below it, the derivative`."""
    language, context, count = subject.context.language, subject.context, len(subject.curves)
    if count > FEW:
        what = language("{n} loss functions", n=count)
    else:
        message = "the loss function {names}" if count == 1 else "the loss functions {names}"
        what = language(message, names=subject.names(range(count)))
    first, *others = subject.panels
    if first != "loss":
        what = language("the {panel} of {what}", panel=subject.panel_name(first), what=what)
    if any(curve.unit != 1.0 for curve in subject.curves):
        what = language("{what}, scaled to 1 at {place},", what=what, place=context.place(0.0))
    if subject.curves[0].axis.is_nameless:
        message, axis = "Line plot of {what} against {axis} from {left} to {right}", context.variable
    else:
        message = "Line plot of {what} against the {axis} from {left} to {right}"
        axis = plain(axis_words(subject.curves, subject.panels, language))
    text = language(
        message,
        what=what,
        axis=axis,
        left=context.number(context.left),
        right=context.number(context.right),
    )
    if not others:
        return text
    panels = language.listed([subject.panel_name(panel) for panel in others])
    return language("{plot}; below it, the {panels}", plot=text, panels=panels)
