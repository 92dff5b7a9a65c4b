"""A matplotlib style sheet as text -> its settings, and their values: colours, numbers, names.

matplotlib's own reader logs, warns and fails with what stands in the file, which may be anybody's, and evaluates what
it says; this one takes a line apart the same way, and reads no more than it is asked for.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

import matplotlib
from matplotlib.colors import to_hex
from matplotlib.font_manager import font_scalings

from lossplot.errors import is_number, quote
from lossplot.formats.mpl.cycles import Cycle, Mistake, read_cycle, read_literal

MOST_LINES = 10_000
# In characters: a name for a colour, a number; and a list of names.
_LONGEST, _LONGEST_LIST = 200, 10_000
# Up to the comment: a number sign within double quotes begins none.
_SAID = re.compile(r'(?:[^"#]++|"[^"]*+")*+')
_KEY = re.compile(r"[a-z0-9_]+(?:\.[a-z0-9_-]+)+", re.ASCII)
_YES, _NO = ("t", "y", "yes", "on", "true", "1"), ("f", "n", "no", "off", "false", "0")


@dataclass(frozen=True, slots=True)
class Setting:
    """A line of a style sheet, from 1, and what it sets its key to, as a text."""

    key: str
    text: str
    line: int

    def wrong(self, what: str) -> Mistake:
        return Mistake(f"line {self.line} sets {self.key} to {what}")


def settings_of(data: bytes) -> Mapping[str, Setting]:
    """The settings of a style sheet by their keys.  Raises Mistake for what is no line of one."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        broken = data.count(b"\n", 0, error.start) + 1
        raise Mistake(f"line {broken} is not UTF-8 text") from None
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if len(lines) > MOST_LINES:
        raise Mistake(f"it has more than {MOST_LINES} lines")
    settings: dict[str, Setting] = {}
    for number, line in enumerate(lines, 1):
        found = _setting(line, number)
        if found and found.key in settings:
            raise Mistake(f"lines {settings[found.key].line} and {number} both set {found.key}")
        if found:
            settings[found.key] = found
    return settings


def _setting(line: str, number: int) -> Setting | None:
    said = _SAID.match(line)
    assert said
    if line[said.end() : said.end() + 1] == '"':
        raise Mistake(f"line {number} has a quote that is not closed")
    if not said[0].strip():
        return None
    key, colon, text = (part.strip() for part in said[0].partition(":"))
    known = colon and key in matplotlib.rcParamsDefault
    if not known and not (colon and len(key) <= _LONGEST and _KEY.fullmatch(key)):
        raise Mistake(f"line {number} is no setting such as 'font.size: 12'")
    if not known:
        raise Mistake(f"line {number} has the unknown key {quote(key)}")
    return Setting(key, text[1:-1] if text.startswith('"') and text.endswith('"') else text, number)


# --- values ---


def colour(setting: Setting) -> str | None:
    """A colour as `#rrggbb`; None for that which is none."""
    text = setting.text
    if text.lower() == "none":
        return None
    if len(text) <= _LONGEST:
        found = _hex(text)
        if found is None:
            try:
                found = _hex(read_literal(text))
            except Mistake:
                found = None
        if found is not None:
            return found
    raise setting.wrong("what is no colour")


def colours(setting: Setting) -> tuple[str, ...] | None:
    """The colours of a cycle, if it has any."""
    try:
        cycle: Cycle = read_cycle(setting.text, _colours)
    except Mistake:
        raise setting.wrong("what is no cycle of colours, such as cycler('color', ['0072b2', 'r'])") from None
    if not cycle.length:
        raise setting.wrong("no colour")
    return cycle.colours


def _colours(values: Any) -> tuple[str, ...]:
    """The colours of a list; of a text with commas, the name of a sequence, or of letters."""
    if isinstance(values, tuple):
        return _all(values)
    try:
        return _all(tuple(part.strip() for part in values.split(",") if part.strip()))
    except Mistake:
        known: Any = matplotlib.color_sequences
        return _all(tuple(known[values] if values in known else values.replace(" ", "")))


def _all(values: tuple[Any, ...]) -> tuple[str, ...]:
    found = []
    for value in values:
        each = None if isinstance(value, str) and re.fullmatch("C[0-9]", value) else _hex(value)
        if each is None:
            raise Mistake
        found.append(each)
    return tuple(found)


@lru_cache(maxsize=1024)
def _hex(value: Any) -> str | None:
    """A colour in any of matplotlib's ways, whatever the caller has set, as `#rrggbb`; None for no colour."""
    if isinstance(value, str):
        if len(value) > _LONGEST:
            return None
        if re.fullmatch("[0-9a-fA-F]{6}|[0-9a-fA-F]{8}", value):
            value = f"#{value}"
        elif re.fullmatch("C[0-9]+", value):
            cycle = matplotlib.rcParamsDefault["axes.prop_cycle"].by_key()["color"]
            value = cycle[int(value[1:]) % len(cycle)]
    try:
        return str(to_hex(value))
    except (ValueError, TypeError):
        return None


def real(setting: Setting) -> float:
    if len(setting.text) > _LONGEST or not is_number(setting.text) or math.isinf(float(setting.text)):
        raise setting.wrong("what is no number")
    return float(setting.text)


def reals(setting: Setting) -> list[float]:
    """Numbers between commas."""
    if len(setting.text) > _LONGEST:
        raise setting.wrong("what are no numbers")
    return [real(replace(setting, text=part)) for part in setting.text.split(",") if part.strip()]


def font_size(setting: Setting, base: float) -> float:
    """A size in points, where `base` is that of the words for sizes: `large` is 1.2 times as large."""
    scale = font_scalings.get(setting.text.lower())
    return real(setting) if scale is None else float(scale * base)


def truth(setting: Setting) -> bool:
    word = setting.text.lower()
    if word not in _YES + _NO:
        raise setting.wrong("neither True nor False")
    return word in _YES


def names(setting: Setting) -> tuple[str, ...]:
    """Names between commas."""
    if len(setting.text) > _LONGEST_LIST:
        raise setting.wrong("a list that is too long")
    return tuple(name for part in setting.text.split(",") if (name := part.strip()))
