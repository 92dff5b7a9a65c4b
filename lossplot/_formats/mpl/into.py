"""Losses drawn into Axes that somebody else has made."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import matplotlib
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.colors import to_hex, to_rgba
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from lossplot._errors import RequestError
from lossplot._figure.drawing import HOLLOW, Frame
from lossplot._figure.resolve import ResolvedFigure
from lossplot._formats.mpl.artists import add_frame, show_view
from lossplot._formats.mpl.curve_artists import CurveArtist, check_line_keywords, find_curve_artists, restyle
from lossplot._formats.mpl.figure import Prepared, prepare
from lossplot._formats.mpl.legends import Entries, add_legend
from lossplot._text.language import load_language
from lossplot._text.markup import plain
from lossplot._text.names import label

# What a panel takes of a figure by itself: so large a figure has lines that suit the Axes.
_SHARE = (0.82, 0.72)


@dataclass(frozen=True, slots=True)
class Host:
    """The place to draw in: axes of the caller, one for each panel, and matplotlib's keywords for the lines."""

    axes: Sequence[object]
    line: Mapping[str, Any] = field(default_factory=dict)


def draw_into(resolved: ResolvedFigure, host: Host) -> tuple[Figure, tuple[CurveArtist, ...]]:
    """Draw the panels of `resolved` into the axes of `host`, which keep their fonts, ticks and colours.

    Return their figure, and what was drawn of each curve.  Lines have the names of their curves as labels, once in
    each axes.  Names stand in a legend, at the curves' ends too.
    Raises RequestError if there are not as many axes as panels, for keywords that no line has, and as `prepare` does.
    """
    spec = resolved.spec
    panels, figure = _check_axes(host.axes, len(spec.panels) + len(resolved.whole.scene.strips))
    extent = panels[0].bbox
    width, height = (float(pixels / figure.dpi) / of for pixels, of in zip(extent.size, _SHARE, strict=True))
    prepared = prepare(replace(resolved, spec=replace(spec, size=(width, height), labels="none")))
    keywords = check_line_keywords(host.line, len(resolved.whole.curves))
    ground = _ground_colour(panels[0], figure)
    drawn: list[CurveArtist] = []
    callers_lines = [*panels[0].lines]
    for panel, frame in zip(panels, prepared.drawing.frames, strict=True):
        there = {*panel.lines}
        _add_panel(panel, frame, ground)
        own = find_curve_artists(line for line in panel.lines if line not in there)
        restyle(own, keywords)
        _label(panel, own, prepared, keywords)
        drawn += own
    _add_words(panels, prepared)
    if spec.labels != "none":
        _add_legend(panels[0], prepared, drawn, callers_lines)
    return figure, tuple(drawn)


def _check_axes(axes: Sequence[object], panels: int) -> tuple[list[Axes], Figure]:
    """`axes`, one for each panel, and the figure that they are in."""
    panel_axes = [each for each in axes if isinstance(each, Axes)]
    if len(panel_axes) < len(axes):
        raise RequestError("ax must be an Axes of matplotlib, or one for each panel; plt.subplots makes them")
    if len(axes) != panels:
        raise RequestError(f"{panels} panels need as many axes, not {len(axes)}; give one for each")
    canvas = panel_axes[0].figure and panel_axes[0].figure.canvas
    if not canvas:
        raise RequestError("these axes belong to no figure; give some that do")
    return panel_axes, canvas.figure


def _ground_colour(axes: Axes, figure: Figure) -> str:
    colour = axes.get_facecolor()
    return to_hex(colour if to_rgba(colour)[3] else figure.get_facecolor())


def _add_panel(panel: Axes, frame: Frame, ground: str) -> None:
    """Draw `frame`, its curves before its other lines."""
    show_view(panel, frame.view)
    lines = tuple(sorted(frame.lines, key=lambda line: line.role != "curve"))
    dots = tuple(replace(each, fill=ground) if each.role in HOLLOW else each for each in frame.dots)
    add_frame(panel, replace(frame, lines=lines, dots=dots))


def _label(panel: Axes, own: Sequence[CurveArtist], prepared: Prepared, keywords: Sequence[Mapping[str, Any]]) -> None:
    """Give one line of each curve its name; a curve without any in view has one of no length."""
    styles = prepared.drawing.styles[: prepared.spec.step]
    for curve, (name, style) in enumerate(zip(_names(prepared), styles, strict=True)):
        lines = [each.artist for each in own if each.role == "curve" and each.curve == curve]
        if not lines:
            lines = [Line2D([], [], color=style.colour, linewidth=prepared.drawing.look.line)]
            lines[0].set(**keywords[curve])
            panel.add_artist(lines[0])
        lines[0].set_label(name)


def _names(prepared: Prepared) -> tuple[str, ...]:
    """The names of the curves; that of an only curve too, which is the title of a figure of ours."""
    curves, language = prepared.scene.curves, load_language(prepared.spec.language)
    names = zip(prepared.wording.names[: prepared.spec.step], curves, strict=True)
    is_math = prepared.wording.formulas
    return tuple((name if is_math else plain(name)) or label(curve, language) for name, curve in names)


def _families(prepared: Prepared) -> list[str]:
    """The caller's fonts, and ours for the characters that those lack."""
    return [*matplotlib.rcParams["font.family"], *prepared.fonts]


def _add_words(panels: Sequence[Axes], prepared: Prepared) -> None:
    """Add title, labels of the axes and numbers of marks."""
    spec, wording, family = prepared.spec, prepared.wording, _families(prepared)
    scenes = prepared.figure.whole.scene.panels
    for number, (panel, name) in enumerate(zip(panels, wording.panels, strict=True)):
        words = name if spec.math else plain(name)
        if number < len(scenes):
            panel.set_ylabel(words, parse_math=spec.math, family=family)
        else:  # beside a strip there is no room
            panel.set_title(words, loc="left", size="medium", parse_math=spec.math, family=family)
    for panel, scene, texts in zip(panels, scenes, wording.marks, strict=False):
        for mark, words in zip(scene.marks, texts, strict=True):
            if spec.step and mark.curve >= spec.step:
                continue
            panel.annotate(plain(words), (mark.x, mark.y), (5.0, 5.0), textcoords="offset points")
    x_label = wording.x_label if spec.math else plain(wording.x_label)
    panels[-1].set_xlabel(x_label, parse_math=spec.math, family=family)
    if spec.title:
        panels[0].set_title(spec.title, parse_math=spec.math, family=family)


def _add_legend(panel: Axes, prepared: Prepared, drawn: Sequence[CurveArtist], callers_lines: Sequence[Line2D]) -> None:
    """Add a legend with the labelled line of each curve, and its marker if it has one."""
    names, labelled = _names(prepared), {line.get_label(): line for line in panel.lines}
    entries: list[tuple[Artist, ...]] = []
    for curve, name in enumerate(names):
        markers = [each.artist for each in drawn if each.curve == curve and each.role == "marker"]
        entries.append((labelled[name], *markers[:1]))
    shown = {each.artist for each in drawn}
    ink = [*callers_lines, *(line for line in panel.lines if line in shown)]
    add_legend(panel, Entries(entries, names, _families(prepared), prepared.spec.formula), ink)
