"""A figure in words, computed from its curves: the title and the description that each file carries."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from lossplot.curves import Curve, short
from lossplot.describe.course import follow
from lossplot.describe.meetings import find_meetings
from lossplot.describe.remarks import tell_least, tell_meetings, tell_range
from lossplot.describe.samples import Line, Samples, take_samples
from lossplot.describe.stories import tell_briefly, tell_course, tell_fully
from lossplot.describe.teller import Teller
from lossplot.languages import ENGLISH, Language
from lossplot.spec import PANELS, Panel

# So many curves are told of in full; of more there is less to say of each.
FEW = 6
# The most characters for a few curves and for more, and the most that there ever are.
SHORT, LONG, LONGEST = 1500, 2500, 4000


def title(curves: Sequence[Curve], panels: Sequence[Panel], language: Language = ENGLISH) -> str:
    """`hinge and squared-hinge: loss and derivative`."""
    names = [label(curve, language) for curve in curves]
    if len(names) > FEW:
        names = [*names[: FEW - 1], language("{n} more", n=len(names) - FEW + 1)]
    shown = language.listed([language(panel.replace("-", " ")) for panel in panels])
    return language("{names}: {panels}", names=language.listed(names), panels=shown)


def label(curve: Curve, language: Language = ENGLISH) -> str:
    """The words that name a curve in a figure: `huber (δ = 2)`."""
    values = [f"{language.parameter(name)} = {short(curve.parameters[name])}" for name in curve.given]
    return language.curve(curve.name, ", ".join(values))


def description(
    curves: Sequence[Curve],
    panels: Sequence[Panel],
    left: float,
    right: float,
    language: Language = ENGLISH,
    risk: float | None = None,
) -> str:
    """What is drawn, where the curves meet, how each of them runs, and between which values the other panels lie.

    `risk` is the chance of the label +1 that a risk panel is for.
    """
    names = tuple(label(curve, language) for curve in curves)
    teller = Teller(language, curves[0].axis.variable, left, right)
    with np.errstate(all="ignore"):
        return _fitted(_Subject(tuple(curves), names, tuple(panels), teller, math.nan if risk is None else risk))


@dataclass(frozen=True, slots=True)
class _Subject:
    """What is to be described: curves, their names, and the view, which the teller knows."""

    curves: tuple[Curve, ...]
    names: tuple[str, ...]
    panels: tuple[Panel, ...]
    teller: Teller
    risk: float

    def samples(self, panel: Panel) -> Samples:
        curves, order = self.curves, PANELS.index(panel)
        if panel == "risk":
            from lossplot.risk import conditional_risk

            curves, order = tuple(conditional_risk(curve, self.risk) for curve in curves), 0
        return take_samples([Line(curve, order) for curve in curves], self.teller.left, self.teller.right)

    def panel_name(self, panel: Panel) -> str:
        if panel == "risk":
            return self.teller.language("risk at η = {eta}", eta=short(self.risk))
        return self.teller.language(panel.replace("-", " "))


def _fitted(subject: _Subject) -> str:
    """The whole in as much detail as there is room for."""
    say, count = subject.teller.language, len(subject.curves)
    samples = subject.samples(subject.panels[0])
    courses = [follow(samples, number) for number in range(count)]
    before = list(_opening(subject))
    if count > 1:
        before += tell_meetings(
            subject.teller, subject.names, [course.even for course in courses], *find_meetings(samples)
        )
    after = [sentence for panel in subject.panels[1:] for sentence in _panel(subject, panel)]
    for tell in (tell_fully, tell_course, tell_briefly)[0 if count <= FEW else 1 :]:
        told = [tell(replace(subject.teller, even=course.even), course) for course in courses]
        stories = list(_stories(subject, told))
        text = _joined(say, [*before, *stories, *after])
        if len(text) <= (SHORT if count <= FEW else LONG):
            return text
    return _cut(say, before, stories, after)


def _stories(subject: _Subject, stories: Sequence[str]) -> Iterator[str]:
    """What there is to tell of each line of the first panel, once where it is the same of several."""
    say, first = subject.teller.language, subject.panels[0]
    alike: dict[str, list[str]] = {}
    for name, story in zip(subject.names, stories, strict=True):
        alike.setdefault(story, []).append(name)
    for story, names in alike.items():
        if first != "loss":
            what = names[0] if len(names) == 1 else say("each of {names}", names=say.listed(names))
            name = say("The {panel} of {what}", panel=subject.panel_name(first), what=what)
        else:
            name = names[0] if len(names) == 1 else say("Each of {names}", names=say.listed(names))
        yield say("{name} {story}", name=name, story=story)


def _joined(say: Language, sentences: Sequence[str]) -> str:
    return say(". ").join(sentences) + say(".")


def _cut(say: Language, before: Sequence[str], stories: Sequence[str], after: Sequence[str]) -> str:
    """As many of the stories as there is room for."""
    for count in range(len(stories), -1, -1):
        rest = [say("There are {n} more curves", n=len(stories) - count)] if count < len(stories) else []
        text = _joined(say, [*before, *stories[:count], *rest, *after])
        if len(text) <= LONGEST:
            break
    return text[:LONGEST]


def _opening(subject: _Subject) -> Iterator[str]:
    """`Line plot of the loss function hinge against the margin m = y·f(x) from −3 to 3`, and the panels if several."""
    say, teller, count = subject.teller.language, subject.teller, len(subject.curves)
    if count > FEW:
        what = say("{n} loss functions", n=count)
    else:
        message = "the loss function {names}" if count == 1 else "the loss functions {names}"
        what = say(message, names=say.listed(subject.names))
    first, *others = subject.panels
    if first != "loss":
        what = say("the {panel} of {what}", panel=subject.panel_name(first), what=what)
    if any(curve.unit != 1.0 for curve in subject.curves):
        what = say("{what}, each scaled to 1 at {place},", what=what, place=teller.place(0.0))
    yield say(
        "Line plot of {what} against the {axis} from {left} to {right}",
        what=what,
        axis=" ".join(say(_axis(subject.curves)).split()),
        left=teller.number(teller.left),
        right=teller.number(teller.right),
    )
    if others:
        yield say("Panels from the top: {panels}", panels=say.listed([*map(subject.panel_name, subject.panels)]))


def _axis(curves: Sequence[Curve]) -> str:
    """The axis as the curves word it, or plainly if they word it differently."""
    first = curves[0].axis
    same = all(curve.axis.label == first.label for curve in curves)
    return first.label if same else f"{first.name}  {first.variable}"


def _panel(subject: _Subject, panel: Panel) -> Iterator[str]:
    """What a further panel shows: of each curve, or of all where they are many."""
    say, name, samples = subject.teller.language, subject.panel_name(panel), subject.samples(panel)
    courses = [follow(samples, number) for number in range(len(subject.curves))]
    defined = [(curve, course) for curve, course in zip(subject.names, courses, strict=True) if course.stretches]
    if len(courses) <= FEW:
        tell = tell_least if panel == "risk" else tell_range
        for curve, course in defined:
            yield tell(replace(subject.teller, even=course.even), name, curve, [course])
    elif defined and panel != "risk":
        yield tell_range(subject.teller, name, say("the curves"), [course for _, course in defined])
