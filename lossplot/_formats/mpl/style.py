"""A user's matplotlib style sheet (.mplstyle): what of it a figure of losses can follow.

matplotlib's own reader logs, warns and fails with what stands in the file, which may be anybody's, and evaluates what
it says; this one takes a line apart the same way, and reads only the settings that are followed.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, cast

import matplotlib
from matplotlib.font_manager import font_scalings

from lossplot._errors import RequestError, is_number, quote
from lossplot._figure.looks import Look
from lossplot._figure.options import LARGEST, SMALLEST
from lossplot._figure.readers import COARSEST_DPI, FINEST_DPI
from lossplot._formats import inputs
from lossplot._formats.mpl.cycles import LONGEST, LONGEST_NAME, Mistake, read_colour, read_cycle


@dataclass(frozen=True, slots=True)
class Style:
    """The settings of a style sheet: fields of a Look, fonts by preference, a size in inches and a resolution.

    `others` are the keys in it that a figure of losses does not follow.
    """

    fields: tuple[tuple[str, Any], ...] = ()
    fonts: tuple[str, ...] = ()
    size: tuple[float, float] | None = None
    dpi: float | None = None
    others: tuple[str, ...] = ()

    def applied_to(self, look: Look, size: tuple[float, float]) -> Look:
        """Return `look` in this style, for a figure of `size` inches, with letters and lines that leave room for it.

        Numbers are as dark as words where only these or the ground have a colour.
        """
        fields = dict(self.fields)
        if fields.keys() & {"ground", "ink"}:
            fields = {"soft": fields.get("ink", look.ink)} | fields
        side = 72.0 * min(size)
        most = {name: max(share * side, getattr(look, name)) for name, share in _MOST.items()}
        return replace(
            look, **{name: min(value, most[name]) if name in most else value for name, value in fields.items()}
        )


# The field of a Look that each setting is for; of settings for the same field the last one counts.
_COLOURS = {
    "figure.facecolor": "ground",
    "axes.facecolor": "ground",
    "text.color": "ink",
    "axes.labelcolor": "ink",
    "xtick.color": "soft",
    "ytick.color": "soft",
    "xtick.labelcolor": "soft",
    "ytick.labelcolor": "soft",
    "axes.edgecolor": "axis",
    "grid.color": "grid",
}
_SIZES = {
    "font.size": "text",
    "axes.labelsize": "text",
    "xtick.labelsize": "ticks",
    "ytick.labelsize": "ticks",
    "axes.titlesize": "title",
    "figure.titlesize": "title",
    "lines.linewidth": "line",
    "axes.linewidth": "thin",
    "lines.markersize": "circle",
}
_READ = ("axes.grid", "axes.prop_cycle", "figure.figsize", "figure.dpi", "savefig.dpi", "font.family", "text.usetex")
# What a style may hide, but an honest figure needs: it keeps the size that it has.
_HIDDEN = ("axes.linewidth", "lines.markersize")
# The most that letters and lines may take of the shorter side of a figure.
_MOST = {"text": 1 / 14, "ticks": 1 / 14, "title": 1 / 10, "line": 1 / 30, "thin": 1 / 60, "circle": 1 / 14}
# In points: what is smaller cannot be seen, what is larger leaves no room for the curves.
_FINEST, _COARSEST = 0.1, 500.0
_FAMILIES = ("serif", "sans-serif", "cursive", "fantasy", "monospace")
_YES, _NO = ("t", "y", "yes", "on", "true", "1"), ("f", "n", "no", "off", "false", "0")
_MOST_LINES = 10_000
# Up to the comment: a number sign within double quotes begins none.
_CONTENT = re.compile(r'(?:[^"#]++|"[^"]*+")*+')
_KEY = re.compile(r"[a-z0-9_]+(?:\.[a-z0-9_-]+)+", re.ASCII)


def read_style(path: str) -> Style:
    """Return what is followed of the style sheet at `path`.

    Raises LossplotError if it cannot be read, RequestError if it is not a style sheet, needs LaTeX, or
    has a value that makes no sense.  No message repeats more of it than a key.
    """
    return _style(inputs.read_style_sheet(path), path)


def style_warnings(path: str) -> list[str]:
    """Return a sentence about what the style sheet at `path` sets in vain, if it does.  Raises as `read_style`."""
    keys = ", ".join(read_style(path).others)
    return [f"style {quote(path)} sets {keys}, which figures of losses do not follow"] if keys else []


@lru_cache(maxsize=8)
def _style(data: bytes, path: str) -> Style:
    try:
        settings = _settings(data)
        if "text.usetex" in settings and _truth(settings["text.usetex"]):
            raise RequestError(
                f"style {quote(path)} sets text.usetex, and lossplot draws without LaTeX; remove that line"
            )
        fields, fonts = tuple(dict(_fields(settings)).items()), tuple(_fonts(settings))
        return Style(fields, fonts, _size(settings), _dpi(settings), tuple(_others(settings)))
    except Mistake as error:
        raise RequestError(f"style {quote(path)} has a mistake: {error}; correct it") from None


# --- lines ---


@dataclass(frozen=True, slots=True)
class Setting:
    """A line of a style sheet, counted from 1, and what it sets its key to, as a text."""

    key: str
    text: str
    line: int

    def mistake(self, what: str) -> Mistake:
        return Mistake(f"line {self.line} sets {self.key} to {what}")


Settings = Mapping[str, Setting]


def _settings(data: bytes) -> Settings:
    """Return the settings of a style sheet by their keys.  Raises Mistake for what is no line of one."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        number = data.count(b"\n", 0, error.start) + 1
        raise Mistake(f"line {number} is not UTF-8 text") from None
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if len(lines) > _MOST_LINES:
        raise Mistake(f"it has more than {_MOST_LINES} lines")
    settings: dict[str, Setting] = {}
    for number, line in enumerate(lines, 1):
        setting = _setting(line, number)
        if setting and setting.key in settings:
            raise Mistake(f"lines {settings[setting.key].line} and {number} both set {setting.key}")
        if setting:
            settings[setting.key] = setting
    return settings


def _setting(line: str, number: int) -> Setting | None:
    content = _CONTENT.match(line)
    assert content
    if line.startswith('"', content.end()):
        raise Mistake(f"line {number} has a quote that is not closed")
    if not content[0].strip():
        return None
    key, colon, text = (part.strip() for part in content[0].partition(":"))
    if not colon or key not in matplotlib.rcParamsDefault:
        if colon and len(key) <= LONGEST_NAME and _KEY.fullmatch(key):
            raise Mistake(f"line {number} has the unknown key {quote(key)}")
        raise Mistake(f"line {number} is no setting such as 'font.size: 12'")
    return Setting(key, text[1:-1] if text.startswith('"') and text.endswith('"') else text, number)


# --- values ---


def _fields(settings: Settings) -> Iterator[tuple[str, Any]]:
    default = matplotlib.rcParamsDefault["font.size"]
    base = _points(settings["font.size"], default) if "font.size" in settings else default
    for key, field in _COLOURS.items():
        if key in settings and (colour := _colour(settings[key])):
            yield field, colour
    for key, field in _SIZES.items():
        if key in settings and (points := _points(settings[key], base)):
            yield field, points
    if "axes.grid" in settings:
        yield "gridlines", _truth(settings["axes.grid"])
    if "axes.prop_cycle" in settings and (colours := _cycle_colours(settings["axes.prop_cycle"])):
        yield "colours", colours


def _colour(setting: Setting) -> str | None:
    """Return a colour as `#rrggbb`; None for `none`, and for `inherit`, which leaves it to another setting."""
    inherits = setting.key.endswith("tick.labelcolor") and setting.text == "inherit"
    try:
        return None if inherits or setting.text.lower() == "none" else read_colour(setting.text)
    except Mistake:
        raise setting.mistake("what is no colour") from None


def _cycle_colours(setting: Setting) -> tuple[str, ...] | None:
    try:
        cycle = read_cycle(setting.text)
    except Mistake:
        raise setting.mistake("what is no cycle of colours, such as cycler('color', ['0072b2', 'r'])") from None
    if not all(cycle.values()):
        raise setting.mistake("no colour")
    return cycle.get("color")


def _points(setting: Setting, base: float) -> float:
    """Return a size in points, where `base` is that of the words for sizes, such as `large`; 0 for what is hidden."""
    scale = font_scalings.get(setting.text.lower()) if setting.key.endswith(("labelsize", "titlesize")) else None
    size = _number(setting, setting.text) if scale is None else float(scale * base)
    if not _FINEST <= size <= _COARSEST and not (setting.key in _HIDDEN and size == 0.0):
        raise setting.mistake(f"what is not from {_FINEST:g} to {_COARSEST:g} points")
    return size


def _number(setting: Setting, text: str) -> float:
    if len(text) > LONGEST_NAME or not is_number(text) or math.isinf(float(text)):
        raise setting.mistake("what is no number")
    return float(text)


def _truth(setting: Setting) -> bool:
    word = setting.text.lower()
    if word not in _YES + _NO:
        raise setting.mistake("neither True nor False")
    return word in _YES


def _names(setting: Setting) -> list[str]:
    if len(setting.text) > LONGEST:
        raise setting.mistake("a list that is too long")
    return [name for part in setting.text.split(",") if (name := part.strip())]


def _others(settings: Settings) -> Iterator[str]:
    """Yield the keys that nothing here reads: those of kinds of fonts only count for the kinds that are named."""
    kinds = _names(settings["font.family"]) if "font.family" in settings else ()
    read = {*_COLOURS, *_SIZES, *_READ, *(f"font.{kind}" for kind in kinds)}
    yield from (key for key in settings if key not in read)


def _size(settings: Settings) -> tuple[float, float] | None:
    setting = settings.get("figure.figsize")
    if setting is None:
        return None
    if len(setting.text) > LONGEST_NAME:
        raise setting.mistake("what are no numbers")
    sides = [_number(setting, name) for name in _names(setting)]
    if len(sides) != 2 or not all(SMALLEST <= side <= LARGEST for side in sides):
        raise setting.mistake(f"what are not two numbers from {SMALLEST:g} to {LARGEST:g}")
    return sides[0], sides[1]


def _dpi(settings: Settings) -> float | None:
    setting = settings.get("savefig.dpi")
    if setting is None or setting.text == "figure":
        setting = settings.get("figure.dpi")
    if setting is None:
        return None
    dpi = _number(setting, setting.text)
    if not COARSEST_DPI <= dpi <= FINEST_DPI:
        raise setting.mistake(f"what is not from {COARSEST_DPI:g} to {FINEST_DPI:g}")
    return dpi


def _fonts(settings: Settings) -> Iterator[str]:
    """Yield the families that are named, those of a kind such as `serif` one by one."""
    default = cast("dict[str, Any]", matplotlib.rcParamsDefault)
    for family in _names(settings["font.family"]) if "font.family" in settings else ():
        key = f"font.{family}"
        if family in _FAMILIES:
            yield from _names(settings[key]) if key in settings else default[key]
        else:
            yield family
