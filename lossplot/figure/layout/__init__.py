"""Where everything stands in a figure: title, names, panels, ticks, numbers of marks.  Plain arithmetic, in inches.

A renderer's own layout draws everything twice to measure it; here only texts are measured.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from lossplot.figure.labels import Wording
from lossplot.figure.layout import legend as legends
from lossplot.figure.layout import ticks
from lossplot.figure.layout.boxes import POINT, Box, Measure
from lossplot.figure.layout.direct import Direct, Side, direct
from lossplot.figure.layout.ink import ink
from lossplot.figure.looks import Look
from lossplot.figure.scene import PanelScene

LINE_HEIGHT = 1.25
# How much higher the first panel is than the others.
FIRST_PANEL = 1.25
# However small the figure, this share of it is left to the panels.
LEAST_SHARE = 0.1
# Between one panel and the next, in multiples of the text size.
GAP = 0.9
# To what share of the text size the names of panels may shrink.
LEAST_NAME = 0.5


@dataclass(frozen=True, slots=True)
class Layout:
    """`y_side` is where the numbers of the y axes stand.  Of `legend` and `direct` there is one, or none.

    `names` are those of the panels, some in two lines, for the second of which there is `name_room`.
    """

    panels: tuple[Box, ...]
    names: tuple[str, ...]
    name_size: float
    name_room: float
    y_side: Side
    x_ticks: ticks.Ticks
    y_ticks: tuple[ticks.Ticks, ...]
    title_lines: tuple[str, ...]
    title_size: float
    legend: legends.Legend | None
    direct: Direct | None


def lay_out(
    size: tuple[float, float],
    panels: Sequence[PanelScene],
    wording: Wording,
    labels: str,
    look: Look,
    measure: Measure,
) -> Layout:
    """Place `panels` in a figure of `size`, with their names as `labels` (one of spec.LABELS) says."""
    width, height = size
    em = look.text * POINT
    title_size, title_lines = _fit_title(wording, width - em, look, measure)
    top = height - 0.5 * em - len(title_lines) * title_size * POINT * LINE_HEIGHT
    bottom = 0.75 * em + (look.text + look.ticks) * POINT * LINE_HEIGHT
    stack = partial(_stack, figure=height, panels=len(panels), gap=GAP * em)
    y_ticks = _y_ticks(panels, stack(Box(0.0, bottom, width, top)), look)
    widest = max((measure(label, look.ticks) for each in y_ticks for label in each.labels), default=0.0)
    names_measure = partial(measure, math=wording.math)
    names = _break_names(wording, stack(Box(0.0, bottom, width, top)), look, names_measure)
    name_room = LINE_HEIGHT * em if any("\n" in name for name in names) else 0.0
    left = (1.2 + LINE_HEIGHT) * em + name_room + widest
    first = panels[0]
    rough = ticks.level(first.view.left, first.view.right, width - left - em, look.ticks, measure)
    overhang = max(0.8 * look.ticks * POINT, 0.5 * max(measure(rough.labels[at], look.ticks) for at in (0, -1)))
    right = max(width - 0.5 * em - overhang, left + LEAST_SHARE * width)
    room, y_side = Box(left, bottom, right, top), "left"
    legend, beside = None, None
    if labels == "direct":
        rooms: dict[Side, Box] = {"right": room, "left": Box(width - right, bottom, width - left, top)}
        curve_names = partial(measure, math=wording.formulas)
        beside = direct(
            rooms, lambda box: stack(box)[0], first.view, first.traces, wording.names, look.text, curve_names
        )
        if beside:
            room, y_side = beside.room, "right" if beside.side == "left" else "left"
    if labels != "none" and not beside:
        legend, room = _place_legend(room, stack(room)[0], first, wording, look, measure)
    boxes = stack(room)
    return Layout(
        boxes,
        names,
        _fit_names(names, boxes, look, names_measure),
        name_room,
        "left" if y_side == "left" else "right",
        ticks.level(first.view.left, first.view.right, room.width, look.ticks, measure),
        y_ticks if boxes[0].height == stack(Box(0.0, bottom, width, top))[0].height else _y_ticks(panels, boxes, look),
        title_lines,
        title_size,
        legend,
        beside,
    )


def _place_legend(
    room: Box, ground: Box, first: PanelScene, wording: Wording, look: Look, measure: Measure
) -> tuple[legends.Legend, Box]:
    """The legend, and the room that it leaves for the panels."""
    key = legends.Key(wording.short_names or wording.names, wording.heading, wording.formulas)
    names = partial(measure, math=wording.formulas)
    legend = legends.inside(ground, ink(first.traces, ground, first.view), key, look.text, names)
    return (legend, room) if legend else legends.outside(room, key, look.text, names)


def _y_ticks(panels: Sequence[PanelScene], boxes: Sequence[Box], look: Look) -> tuple[ticks.Ticks, ...]:
    return tuple(
        ticks.upright(panel.view.bottom, panel.view.top, box.height, look.ticks)
        for panel, box in zip(panels, boxes, strict=True)
    )


def _break_names(wording: Wording, boxes: Sequence[Box], look: Look, measure: Measure) -> tuple[str, ...]:
    """The names of the panels, in two lines where one would be longer than its panel; mathtext cannot be cut."""
    rooms = (_name_length(box, look) for box in boxes)
    if wording.math:
        return wording.panels
    return tuple(
        _in_two_lines(name, partial(measure, size=look.text)) if measure(name, look.text) > room else name
        for name, room in zip(wording.panels, rooms, strict=True)
    )


def _in_two_lines(name: str, measure: Callable[[str], float]) -> str:
    """`name` broken at the space that leaves the longer line shortest."""
    spaces = (at for at, character in enumerate(name) if character == " ")
    broken = [(name[:at], name[at + 1 :]) for at in spaces]
    return "\n".join(min(broken, key=lambda lines: max(map(measure, lines)))) if broken else name


def _fit_names(names: Sequence[str], boxes: Sequence[Box], look: Look, measure: Measure) -> float:
    """The size at which no name is longer than its panel, or the least that names may have."""
    longest = (max(measure(line, look.text) for line in name.split("\n")) for name in names)
    shares = (_name_length(box, look) / max(length, 1e-9) for box, length in zip(boxes, longest, strict=True))
    return look.text * max(LEAST_NAME, min(1.0, *shares))


def _name_length(box: Box, look: Look) -> float:
    """How long the name of a panel in `box` may be, so that it keeps clear of the next one's."""
    return box.height + 0.5 * GAP * look.text * POINT


def _stack(room: Box, figure: float, panels: int, gap: float) -> tuple[Box, ...]:
    """`panels` boxes in `room`, from the top, the first being higher."""
    shares = [FIRST_PANEL, *[1.0] * (panels - 1)]
    unit = max(room.height - gap * (panels - 1), LEAST_SHARE * figure) / sum(shares)
    boxes, top = [], room.top
    for share in shares:
        boxes.append(Box(room.left, top - unit * share, max(room.right, room.left + 1e-3), top))
        top -= unit * share + gap
    return tuple(boxes)


def _fit_title(wording: Wording, room: float, look: Look, measure: Measure) -> tuple[float, tuple[str, ...]]:
    """The title in up to three lines if it can be, shrunk to 60 % at most; mathtext, which cannot be cut, in one."""
    for size in (look.title * share for share in (1.0, 0.9, 0.8, 0.7, 0.6)):
        if wording.math:
            lines: tuple[str, ...] = (wording.title,) if wording.title else ()
            fits = not lines or measure(wording.title, size, math=True) <= room
        else:
            lines = _wrap(wording.title, room, partial(measure, size=size))
            fits = len(lines) <= 3
        if fits:
            break
    return size, lines


def _wrap(text: str, room: float, measure: Callable[[str], float]) -> tuple[str, ...]:
    """`text` in lines of at most `room`, broken between words, and within a word that is too wide itself."""
    lines: list[str] = []
    for word in text.split():
        if lines and measure(f"{lines[-1]} {word}") <= room:
            lines[-1] += f" {word}"
            continue
        lines.append("")
        for character in word:
            if lines[-1] and measure(lines[-1] + character) > room:
                lines.append("")
            lines[-1] += character
    return tuple(lines)
