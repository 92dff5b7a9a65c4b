"""The first curves of a figure, each where it is among all: figures of more and more of them lie on each other."""

from __future__ import annotations

from dataclasses import replace

from lossplot._figure.drawing import Dots, Drawing, Line, Text
from lossplot._figure.scene import Scene


def scene_of_first(count: int, scene: Scene) -> Scene:
    """The part of `scene` that belongs to its first `count` curves."""
    panels = tuple(
        replace(panel, traces=panel.traces[:count], marks=tuple(mark for mark in panel.marks if mark.curve < count))
        for panel in scene.panels
    )
    strips = tuple(
        replace(strip, outlines=tuple(each for each in strip.outlines if each.curve is None or each.curve < count))
        for strip in scene.strips
    )
    return Scene(scene.curves[:count], panels, strips)


def drawing_of_first(count: int, drawing: Drawing) -> Drawing:
    """`drawing` without what belongs to curves after the first `count`; the others' places in the legend stay free."""

    def is_shown(part: Line | Dots | Text) -> bool:
        return part.curve is None or part.curve < count

    frames = tuple(
        replace(frame, lines=tuple(filter(is_shown, frame.lines)), dots=tuple(filter(is_shown, frame.dots)))
        for frame in drawing.frames
    )
    later = tuple(text for text in drawing.texts if text.role == "curve name" and not is_shown(text))
    return replace(
        drawing,
        frames=frames,
        lines=tuple(filter(is_shown, drawing.lines)),
        dots=tuple(filter(is_shown, drawing.dots)),
        texts=tuple(filter(is_shown, drawing.texts)),
        later_names=later if drawing.legend else (),
    )
