"""A figure drawn in characters: the vertices of its scene in Braille dots, with axes, numbers and names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from lossplot._curves.panels import QUANTITIES
from lossplot._figure.scene import Scene
from lossplot._formats.terminal.cells import Span, centred, fitted, painted, width
from lossplot._formats.terminal.dots import ACROSS, DOWN, characters, stroke
from lossplot._formats.terminal.panel import Scales, draw_panel
from lossplot._formats.terminal.pens import FAINT, Pen, choose_pens
from lossplot._formats.terminal.scale import Scale, fit_x, fit_y
from lossplot._text.language import ENGLISH
from lossplot._text.markup import plain
from lossplot._text.names import axis_words

# A panel is at least so many rows high, even if the drawing then is higher than it should be.
LEAST_ROWS = 3
LEAST_COLUMNS = 40
# The height of the first panel in multiples of that of the others.
_FIRST = 1.25
# The lines of the x axis: the axis itself and its numbers.
_X_AXIS = 2
# The cells of a legend's sample, that show a dash and a gap or a letter amid a line, and those between two names.
_DASHED, _SOLID, _GAP = 8, 5, 3
_Line = list[Span]


@dataclass(frozen=True, slots=True)
class Captions:
    """The `names` of the curves for a legend (none if empty), those of the panels, and the label of the x axis.

    None stands for the scene's own, in English.
    """

    names: Sequence[str] = ()
    panels: Sequence[str] | None = None
    x_label: str | None = None


def draw(scene: Scene, captions: Captions, size: tuple[int, int], colours: Sequence[str] | None) -> str:
    """Draw `scene` in at most `size[0]` cells and about `size[1]` lines, as text.

    `colours`, as `#rrggbb`, are those of the curves; None for a drawing that has no colours.
    """
    columns, rows = max(size[0], LEAST_COLUMNS), size[1]
    pens = choose_pens(len(scene.curves), colours)
    faint = FAINT if colours else None
    legend = _legend(captions.names, pens, columns)
    labels = [QUANTITIES[panel.panel].label for panel in scene.panels]
    titles = labels if captions.panels is None else captions.panels
    own_label = axis_words(scene.curves, [panel.panel for panel in scene.panels], ENGLISH)
    label = plain(own_label) if captions.x_label is None else captions.x_label
    others = len(legend) + sum(map(bool, titles)) + _X_AXIS + bool(label)
    y_scales = [
        fit_y(panel.view.bottom, panel.view.top, height, panel.view.y_scale)
        for panel, height in zip(scene.panels, _heights(rows - others, len(titles)), strict=True)
    ]
    gutter = 1 + max(width(label) for scale in y_scales for _, label in scale.labels)
    x_scale = fit_x(*scene.x_range, columns - gutter - 2, scene.panels[0].view.x_scale)
    lines = _indented(legend, gutter, columns)
    for panel, title, y_scale in zip(scene.panels, titles, y_scales, strict=True):
        lines += [[(" " * gutter + fitted(title, columns - gutter), None)]] if title else []
        grid = draw_panel(panel, pens, Scales(x_scale, y_scale), faint)
        lines += [[*start, *row] for start, row in zip(_y_axis(y_scale, gutter, faint), grid, strict=True)]
    lines += _x_axis(x_scale, gutter, columns, faint)
    lines += [[(centred(label, gutter + 1 + x_scale.cells // 2, columns), None)]] if label else []
    return "\n".join(map(painted, lines)) + "\n"


def _heights(rows: int, panels: int) -> list[int]:
    """Return the rows of each panel, the first being higher."""
    other = max(LEAST_ROWS, int(rows / (panels - 1 + _FIRST)))
    return [max(LEAST_ROWS, rows - (panels - 1) * other), *[other] * (panels - 1)]


def _y_axis(scale: Scale, gutter: int, colour: int | None) -> list[_Line]:
    """Return the numbers and the axis at the left of each row."""
    labels = {scale.cell(value): label for value, label in scale.labels}
    return [
        [(f"{labels[row]:>{gutter - 1}} ", None), ("┤", colour)]
        if row in labels
        else [(" " * gutter, None), ("│", colour)]
        for row in range(scale.cells)
    ]


def _x_axis(scale: Scale, gutter: int, columns: int, colour: int | None) -> list[_Line]:
    """Return the axis and the line of its numbers."""
    ticks = {scale.cell(value): label for value, label in scale.labels}
    axis = "".join("┬" if column in ticks else "─" for column in range(scale.cells))
    numbers = ""
    for column, label in ticks.items():
        start = max(0, min(gutter + 1 + column - width(label) // 2, columns - width(label)))
        if start > len(numbers) or not numbers:
            numbers = f"{numbers:<{start}}{label}"
    return [[(" " * gutter, None), (f"└{axis}", colour)], [(numbers, None)]]


def _legend(names: Sequence[str], pens: Sequence[Pen], columns: int) -> list[_Line]:
    """Return a sample of each curve with its name, in as many columns as fit, down each of them in turn."""
    if not names:
        return []
    cells = _DASHED if any(pen.dash and not pen.letter for pen in pens) else _SOLID
    texts = [fitted(name, columns - cells - 1) for name in names]
    across = max(1, (columns + _GAP) // (max(map(width, texts)) + cells + 1 + _GAP))
    down = -(-len(texts) // across)
    entries = list(zip(texts, pens, strict=True))
    stacks = [entries[at : at + down] for at in range(0, len(entries), down)]
    widest = [max(width(text) for text, _ in stack) for stack in stacks]
    lines: list[_Line] = [[] for _ in range(down)]
    for stack, room in zip(stacks, widest, strict=True):
        for line, (text, pen) in zip(lines, stack, strict=False):
            line += [(_sample(pen, cells), pen.colour), (f" {text}{' ' * (room - width(text) + _GAP)}", None)]
    return lines


def _indented(legend: Sequence[_Line], gutter: int, columns: int) -> list[_Line]:
    """Return the legend moved right, to begin with the panels if there is room."""
    room = columns - max((width("".join(text for text, _ in line).rstrip()) for line in legend), default=0)
    return [[(" " * min(gutter, room), None), *line] for line in legend]


def _sample(pen: Pen, cells: int) -> str:
    """Return a level line as `pen` draws it, with its letter in the middle."""
    dots = np.zeros((DOWN, ACROSS * cells), dtype=bool)
    stroke(dots, np.array([[0.0, 2.0], [ACROSS * cells - 1.0, 2.0]]), pen.dash)
    (line,) = characters(dots)
    return line[: cells // 2] + pen.letter + line[cells // 2 + 1 :] if pen.letter else line
