"""Options, as texts -> FigureSpec: what the command line, batches and Python programs have in common."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, cast

from lossplot._curves.panels import PANELS, Panel
from lossplot._curves.words import check_length, in_one_line, split
from lossplot._errors import (
    RequestError,
    Words,
    check_characters,
    quote,
    quote_value,
    read_choice,
    read_number,
    suggest,
)
from lossplot._figure.looks import PRESETS, look_for
from lossplot._figure.option import Option
from lossplot._figure.readers import NARROWEST, check_count
from lossplot._figure.spec import DPI, FIELDS, OPTIONS, FigureSpec
from lossplot._formula.notation.letters import number

SMALLEST, LARGEST, MOST_PIXELS = 0.5, 100.0, 100e6
MOST_LOSSES = 50
_UNITS = {"in": 1.0, "cm": 1 / 2.54, "mm": 1 / 25.4, "pt": 1 / 72}
_SIZE = re.compile(r"([^x]+)x(.+?)(in|cm|mm|px|pt)?", re.ASCII)


def read_spec(losses: Sequence[str], options: Mapping[str, str | bool | None], grid: bool = False) -> FigureSpec:
    """Return the figure of `losses` that `options` ask for: texts by their long names, truth values for flags.

    With `grid` each of `losses` is a group of them, for a figure of its own in the grid.
    What is None, False or no option of drawing is left out.  Raises RequestError for a value that makes no sense.
    """
    texts = {name: str(value) for name, value in options.items() if value is not None and value is not False}
    values: dict[str, Any] = {}
    for name, text in texts.items():
        if name in OPTIONS and (read := OPTIONS[name].read):
            values[FIELDS[name]] = read(text, name)
    if len(losses) > MOST_LOSSES:
        raise RequestError(f"{MOST_LOSSES} curves is the most for one figure; this is {len(losses)}")
    for loss in losses:
        check_length(loss)
        check_characters(split(loss).label, "loss")
    lines = tuple(map(in_one_line, losses))
    for line in lines:
        check_characters(line, "loss")
    spec = FigureSpec(losses=lines, grid=grid, panels=_read_panels(texts), **values)
    check_scales(spec)
    if "size" in texts:
        spec = _sized(spec, texts["size"])
    check_size(
        spec.size or look_for(spec.preset, "light", None, spec.page_panels, spec.page_arrangement)[1], resolution(spec)
    )
    return spec


def check_scales(spec: FigureSpec) -> None:
    """Raise RequestError for a range that holds what a log scale cannot show."""
    for scale, name, ends in (("xscale", "range", spec.x_range), ("yscale", "ylim", spec.y_range)):
        kind = spec.x_scale if scale == "xscale" else spec.y_scale
        if kind == "log" and ends and ends[0] < NARROWEST:
            low, high = map(number, ends)
            raise RequestError(
                f"{name} {low} to {high} begins at {low}, and a log scale shows only what is positive, from "
                f"{NARROWEST:g} on; begin above, or choose ",
                Words(f"--{scale} symlog", f"{scale}='symlog'"),
            )


def by_long_names(parameters: Mapping[str, Any]) -> dict[str, Any]:
    """Return the values of a Python function's parameters by the long names of the options that they give."""
    keywords = {"preset": "for", "scale": "as"}
    return {keywords.get(name, name.replace("_", "-")): value for name, value in parameters.items()}


def words_of(
    options: Mapping[str, object], represent: Callable[[object], str] = quote_value
) -> dict[str, str | bool | None]:
    """Return `options`, by their long names, each as the text that the command line would have.

    Raises RequestError for an unknown option, and for a value of a kind that it cannot have; `represent` writes the
    value for the message.
    """
    return {name: _text_of(_find(name), value, represent) for name, value in options.items()}


def _find(name: str) -> Option:
    if name not in OPTIONS:
        names = sorted(OPTIONS, key=lambda each: (not OPTIONS[each].is_flag, OPTIONS[each].read is not None))
        raise RequestError(f"unknown option {quote(name)}; {suggest(name, names) or 'known are ' + ', '.join(names)}")
    return OPTIONS[name]


def _text_of(option: Option, value: object, represent: Callable[[object], str]) -> str | bool | None:
    flag = option.is_flag
    match value:
        case None:
            return None
        case bool() if flag:
            return value
        case str() if not flag:
            return value
        case int() | float() if not flag and _is_number(value):
            return number(float(value))
        case tuple() | list() if option.separator:
            check_count(len(value), "marks" if option.name.startswith("mark") else "numbers")
            if all(map(_is_number, value)):
                return option.separator.join(number(float(part)) for part in value)
    kinds = "numbers or text" if option.separator else "a number or text"
    raise RequestError(
        Words(option.name, option.parameter),
        " must be ",
        Words("true or false", "True or False") if flag else kinds,
        f", not {represent(value)}",
    )


def _is_number(value: object) -> bool:
    if isinstance(value, int):  # of any length, but a double
        return not isinstance(value, bool) and abs(value) < 1e300
    return isinstance(value, float)


def _read_panels(texts: Mapping[str, str]) -> tuple[Panel, ...]:
    if "only" in texts:
        panel = read_choice(texts["only"], PANELS, "panel")
        if panel == "risk" and "risk" not in texts:
            raise RequestError(
                "the risk is that of a chance of the label +1; give it too, as in ", Words("--risk 0.7", "risk=0.7")
            )
        return (cast(Panel, panel),)
    return tuple(panel for panel in PANELS if panel == "loss" or panel in texts)


def _sized(spec: FigureSpec, text: str) -> FigureSpec:
    match = _SIZE.fullmatch(text.strip().lower())
    if not match:
        forms = Words("WIDTHxHEIGHT, as in 8x4.5 or 1200x675px", "(WIDTH, HEIGHT) in inches, or a text as '1200x675px'")
        raise RequestError(f"size {quote(text)} is not a size; write ", forms)
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


def resolution(spec: FigureSpec, of_style: float | None = None) -> float:
    """The pixels to the inch of a PNG of `spec`, whose style has `of_style`."""
    return spec.dpi or of_style or (PRESETS[spec.preset].dpi if spec.preset else DPI)


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
