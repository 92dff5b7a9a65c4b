"""The words of a figure that moves: those of its frames, its title and its description."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lossplot._curves.curve import Curve
from lossplot._curves.sweep import ParameterRange, Sweep
from lossplot._figure.labels import Wording, formula_parts, make_wording
from lossplot._figure.layout.boxes import Measure
from lossplot._figure.layout.widths import runs_width
from lossplot._figure.scale_words import describe_scales
from lossplot._figure.scene import Scene
from lossplot._figure.spec import FigureSpec
from lossplot._text import description as describe
from lossplot._text.language import Language
from lossplot._text.names import marked_label, marked_values
from lossplot._text.sweep import sweep_names, with_steady_digits


def wordings_of(
    stills: Sequence[FigureSpec], scenes: Sequence[Scene], sweep: Sweep, language: Language
) -> list[Wording]:
    """The words of each frame, in which numbers that move keep their digits."""
    wordings = []
    for still, scene in zip(stills, scenes, strict=True):
        wording = make_wording(still, scene, language)
        if len(scene.curves) == 1:
            wording = _without_value(wording, still, scene.curves[0], sweep.ranges[0], language)
        values = [f"{wording.parameter} = {value}" for value in wording.short_names] if still.formula else ()
        named = zip(values or wording.names, scene.curves, sweep.ranges_of(scene.curves), strict=True)
        names = tuple(with_steady_digits(name, curve, ranges, language) for name, curve, ranges in named)
        wordings.append(replace(wording, names=names))
    if len({wording.short_names for wording in wordings}) > 1:
        # Members on the move: there is no order for a heading to stand above, and each curve has its whole name, or
        # all that distinguishes it from the formula.
        wordings = [replace(each, heading="", short_names=()) for each in wordings]
        if stills[0].title is None and not stills[0].formula:
            return [replace(each, title="", title_parts=()) for each in wordings]
    return wordings


def _without_value(
    wording: Wording, still: FigureSpec, curve: Curve, ranges: Sequence[ParameterRange], language: Language
) -> Wording:
    """The words of a curve that moves alone: its name as the title, which stands still, and what moves as its name."""
    if still.labels == "none":
        return wording
    moving = tuple(each.parameter.name for each in ranges)
    given = curve.parameters if still.formula else curve.given
    fixed = replace(curve, given=tuple(name for name in given if name not in moving))
    parts = formula_parts(fixed, language) if still.formula else (marked_label(fixed, language),)
    named = replace(wording, names=(marked_values(curve, moving, language),), formulas=False)
    if wording.subtitle_parts:
        return replace(named, subtitle_parts=parts)
    if still.title is None and wording.title:
        return replace(named, title=" ".join(parts), title_parts=parts)
    return replace(wording, names=(marked_label(curve, language),))


def widest_wording(wordings: Sequence[Wording], text: float, measure: Measure) -> Wording:
    """The words that need as much room as those of any frame do."""
    formulas = wordings[0].formulas
    forms = zip(*(wording.names for wording in wordings), strict=True)
    return replace(
        wordings[0],
        names=tuple(
            max(dict.fromkeys(each), key=lambda name: runs_width(name, text, measure, formulas)) for each in forms
        ),
        heading=max((wording.heading for wording in wordings), key=lambda heading: runs_width(heading, text, measure)),
    )


def title_and_description(
    spec: FigureSpec, sweep: Sweep, scenes: Sequence[Scene], language: Language
) -> tuple[str, str]:
    names = sweep_names(sweep, language)
    moving = [name for name, ranges in zip(names, sweep.ranges, strict=True) if ranges]
    title = describe.title_of(names, spec.panels, language)
    ends = tuple(dict.fromkeys((*scenes[0].curves, *scenes[-1].curves)))
    description = language(
        "The figure moves through {names}, there and back. Both ends together: {description}",
        names=language.listed(moving),
        description=describe.description(ends, spec.panels, *scenes[0].x_range, language, spec.risk),
    )
    return spec.title or title, description + describe_scales(scenes[0].panels[0].view, language)
