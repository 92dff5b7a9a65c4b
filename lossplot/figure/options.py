"""Options, as words -> FigureSpec.  What the command line, a batch and Python callers have in common."""

from __future__ import annotations

import math
import os
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypedDict, cast

from lossplot.curves.panels import PANELS, Panel
from lossplot.errors import RequestError, check_characters, check_text, quote, quote_value, read_number
from lossplot.figure.looks import PRESETS, THEMES, look_for
from lossplot.figure.spec import (
    AUTO,
    DPI,
    FORMATS,
    LABELS,
    MARGINS,
    MOVIES,
    PICTURES,
    SEPARATORS,
    FigureSpec,
    Range,
)
from lossplot.formula.notation.letters import number
from lossplot.losses import suggest

SMALLEST, LARGEST, MOST_PIXELS = 0.5, 100.0, 100e6
COARSEST_DPI, FINEST_DPI = 10.0, 2400.0
WIDEST, NARROWEST, FINEST = 1e100, 1e-100, 1e-9
LONGEST = 1e300
MOST_MARKS = 50
# A loss with as many values as there can be curves, each of all its digits, has fewer characters than this.
MOST_LOSSES, LONGEST_LOSS, LONGEST_NAME = 50, 5_000, 1_000
_UNITS = {"in": 1.0, "cm": 1 / 2.54, "mm": 1 / 25.4, "pt": 1 / 72}
_SIZE = re.compile(r"([^x]+)x(.+?)(in|cm|mm|px|pt)?", re.ASCII)


def read_spec(losses: Sequence[str], options: Mapping[str, str | bool | None]) -> FigureSpec:
    """The figure of `losses` that `options` ask for: each by its long name, flags as truth values.

    What is None or missing is not asked for.  Raises RequestError for a value that makes no sense.
    """
    given = {name: value for name, value in options.items() if value is not None and value is not False}
    fields = {_FIELDS[name][0]: _FIELDS[name][1](value, name) for name, value in given.items() if name in _FIELDS}
    if len(losses) > MOST_LOSSES:
        raise RequestError(f"{MOST_LOSSES} curves is the most for one figure; this is {len(losses)}")
    for loss in losses:
        if len(loss) > LONGEST_LOSS:
            raise RequestError(f"loss {quote(loss)} has {len(loss)} characters; the most is {LONGEST_LOSS}")
        check_characters(loss, "loss")
    spec = FigureSpec(losses=tuple(losses), panels=_read_panels(given), **fields)
    if "size" in given:
        spec = _sized(spec, str(given["size"]))
    check_size(spec.size or look_for(spec.preset, "light", None, len(spec.panels))[1], resolution(spec))
    return spec


class Options(TypedDict, total=False):
    """What can be said of a figure from Python: the options of the command line, with values in place of words."""

    derivative: bool
    second_derivative: bool
    weight: bool
    risk: float
    only: str
    range: tuple[float, float] | str
    ylim: tuple[float, float] | str
    axis: str
    normalize: bool
    mark: float | Sequence[float] | str
    mark_loss: float | Sequence[float] | str
    preset: str
    size: tuple[float, float] | str
    dpi: float
    theme: str
    transparent: bool
    style: str
    labels: str
    formula: bool
    title: str
    xlabel: str
    ylabel: str
    margin: str
    math: bool
    lang: str
    font: str


def words_of(
    options: Mapping[str, object], written: Callable[[object], str] = quote_value
) -> dict[str, str | bool | None]:
    """`options` by their long names, each as the word that the command line would have.

    Raises RequestError for an unknown option, or a value of a kind that it cannot have, `written` as its author did.
    """
    return {name: _word_of(name, value, written) for name, value in options.items()}


def _word_of(name: str, value: object, written: Callable[[object], str]) -> str | bool | None:
    if name not in OPTIONS:
        hint = suggest(name, OPTIONS) or "known are " + ", ".join(OPTIONS)
        raise RequestError(f"unknown option {quote(name)}; {hint}")
    match value:
        case None:
            return None
        case bool() if name in _FLAGS:
            return value
        case str() if name in _VALUED:
            return value
        case int() | float() if name in _VALUED and _is_number(value):
            return number(float(value))
        case tuple() | list() if name in SEPARATORS and len(value) > MOST_MARKS:
            what = "marks" if name.startswith("mark") else "numbers"
            raise RequestError(f"{MOST_MARKS} {what} is the most for one figure; this is {len(value)}")
        case tuple() | list() if name in SEPARATORS and all(_is_number(part) for part in value):
            return SEPARATORS[name].join(number(float(part)) for part in value)
    kinds = "true or false" if name in _FLAGS else "numbers or text" if name in SEPARATORS else "a number or text"
    raise RequestError(f"{name} must be {kinds}, not {written(value)}")


def _is_number(value: object) -> bool:
    if isinstance(value, int):  # of any length, but a double
        return not isinstance(value, bool) and abs(value) < LONGEST
    return isinstance(value, float)


def format_of(path: str) -> str:
    """The format that the suffix of `path` says.  Raises RequestError."""
    suffix = os.path.splitext(path)[1].lower()[1:]
    if suffix not in (*FORMATS, *MOVIES):
        others = ", ".join(f".{each}" for each in (*FORMATS, *MOVIES) if each not in PICTURES)
        raise RequestError(
            f"cannot tell the format from {quote(path)}; end it in .png, .svg or .pdf, or in one of {others}"
        )
    return suffix


def read_choice(text: str, choices: Sequence[str], option: str) -> str:
    """`text` if it is one of `choices`, in any case.  Raises RequestError."""
    if text.lower() not in choices:
        hint = suggest(text.lower(), choices) or f"choose {', '.join(choices[:-1])} or {choices[-1]}"
        raise RequestError(f"{option} {quote(text)} is unknown; {hint}")
    return text.lower()


def read_range(text: str, option: str = "range") -> Range:
    """`LO:HI` as two numbers that can be drawn.  Raises RequestError."""
    low_text, colon, high_text = text.partition(":")
    if not colon:
        raise RequestError(f"{option} {quote(text)} has no ':'; write --{option}=LO:HI, as in --{option}=-3:3")
    low, high = (read_number(part, f"{option} limit") for part in (low_text, high_text))
    shown = f"{option} {number(low)} to {number(high)}"
    if low > high:
        raise RequestError(f"{shown} is reversed; write --{option}={number(high)}:{number(low)}")
    size = max(abs(low), abs(high))
    if size > WIDEST:
        raise RequestError(f"{shown} is too wide to draw; the largest limit is {WIDEST:g}")
    least = max(NARROWEST, FINEST * size)
    if high - low < least:
        raise RequestError(f"{shown} is too narrow to draw; the least width is {least:g}")
    return low, high


def _read_panels(given: Mapping[str, str | bool]) -> tuple[Panel, ...]:
    if "only" in given:
        panel = read_choice(str(given["only"]), PANELS, "panel")
        if panel == "risk" and "risk" not in given:
            raise RequestError("the risk is that of a chance of the label +1; give it too, as in --risk 0.7")
        return (cast(Panel, panel),)
    return tuple(panel for panel in PANELS if panel == "loss" or panel in given)


def _read_chance(text: str, option: str) -> float:
    chance = read_number(text, option)
    if not 0.0 <= chance <= 1.0:
        raise RequestError(f"{option} {number(chance)} is not a chance; choose one from 0 to 1")
    return chance


def _read_dpi(text: str, option: str) -> float:
    return check_dpi(read_number(text, option))


def check_dpi(dpi: float) -> float:
    """`dpi` if a figure can have it.  Raises RequestError."""
    if not COARSEST_DPI <= dpi <= FINEST_DPI:
        raise RequestError(f"dpi must be from {COARSEST_DPI:g} to {FINEST_DPI:g}, not {dpi:g}")
    return dpi


def _read_marks(text: str, option: str) -> tuple[float, ...]:
    words = text.split(",")
    if len(words) > MOST_MARKS:
        raise RequestError(f"{MOST_MARKS} marks is the most for one figure; this is {len(words)}")
    return tuple(dict.fromkeys(read_number(word, option) for word in words))


def _sized(spec: FigureSpec, text: str) -> FigureSpec:
    match = _SIZE.fullmatch(text.strip().lower())
    if not match:
        raise RequestError(f"size {quote(text)} is not a size; write WIDTHxHEIGHT, as in 8x4.5 or 1200x675px")
    if match[3] == "px" and spec.style:
        # Whatever resolution the style has: pixels are meant.
        spec = replace(spec, dpi=resolution(spec))
    sides = [read_number(part, "size") for part in match.group(1, 2)]
    if match[3] == "px":
        width, height = (_inches(side, resolution(spec)) for side in sides)
    else:
        width, height = (side * _UNITS[match[3] or "in"] for side in sides)
    return replace(spec, size=(width, height))


def _inches(pixels: float, dpi: float) -> float:
    """The least length that is so many pixels and no rounding less: what is less than a pixel is cut off."""
    inches = pixels / dpi
    return inches if inches * dpi >= pixels else math.nextafter(inches, math.inf)


def resolution(spec: FigureSpec) -> float:
    """The pixels to the inch of a PNG of `spec`, unless its style has its own."""
    return spec.dpi or (PRESETS[spec.preset].dpi if spec.preset else DPI)


def check_size(size: tuple[float, float], dpi: float) -> None:
    """Raise RequestError for a figure of `size` inches that is too small or too large, or has too many pixels."""
    width, height = size
    if not (SMALLEST <= width <= LARGEST and SMALLEST <= height <= LARGEST):
        raise RequestError(
            f"{width:g} x {height:g} inches cannot be drawn; both must be from {SMALLEST:g} to {LARGEST:g}"
        )
    if width * height * dpi * dpi > MOST_PIXELS:
        raise RequestError(
            f"{width:g} x {height:g} inches at {dpi:g} dpi is {width * height * dpi * dpi / 1e6:.0f} megapixels; "
            f"the limit is {MOST_PIXELS / 1e6:.0f}"
        )


def _read_flag(_: Any, __: str) -> bool:
    return True


def _name(text: str, option: str) -> str:
    if not text.strip():
        raise RequestError(f"{option} {quote(text)} names nothing; give it a name, or leave it out")
    if len(text) > LONGEST_NAME:
        raise RequestError(f"{option} {quote(text)} has {len(text)} characters; the most is {LONGEST_NAME}")
    check_characters(text, option)
    return text


def _one_of(choices: Sequence[str]) -> Callable[[str, str], str]:
    return lambda text, option: read_choice(text, choices, option)


# For each option the field that it sets, and how its words are read.
_FIELDS: dict[str, tuple[str, Callable[[Any, str], Any]]] = {
    "risk": ("risk", _read_chance),
    "range": ("x_range", read_range),
    "ylim": ("y_range", read_range),
    "axis": ("axis", _name),
    "normalize": ("normalize", _read_flag),
    "mark": ("marks", _read_marks),
    "mark-loss": ("mark_losses", _read_marks),
    "for": ("preset", lambda text, _: read_choice(text, tuple(PRESETS), "preset")),
    "dpi": ("dpi", _read_dpi),
    "theme": ("theme", _one_of((*THEMES, AUTO))),
    "transparent": ("transparent", _read_flag),
    "style": ("style", _name),
    "labels": ("labels", _one_of(LABELS)),
    "formula": ("formula", _read_flag),
    "title": ("title", check_text),
    "xlabel": ("x_label", check_text),
    "ylabel": ("y_label", check_text),
    "margin": ("margin", _one_of(MARGINS)),
    "math": ("math", _read_flag),
    "lang": ("language", _name),
    "font": ("font", _name),
}
_FLAGS = (*(panel for panel in PANELS[1:-1]), *(name for name, (_, read) in _FIELDS.items() if read is _read_flag))
_VALUED = ("only", "size", *(name for name in _FIELDS if name not in _FLAGS))
OPTIONS = (*_FLAGS, *_VALUED)
