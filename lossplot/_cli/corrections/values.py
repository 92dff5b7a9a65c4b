"""Corrections of the values of options: numbers with units, ranges and sizes written as elsewhere, other words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import takewhile

from lossplot._cli.corrections.line import Line, Part, options_of
from lossplot._errors import is_number
from lossplot._formats import FORMATS
from lossplot._losses import is_name

# What people write for a value of an option.
SYNONYMS: Mapping[str, Mapping[str, str]] = {
    "theme": {
        **dict.fromkeys(("black", "night", "darkmode", "dark-mode"), "dark"),
        **dict.fromkeys(("white", "bright", "day", "default"), "light"),
        **dict.fromkeys(("bw", "b/w", "gray", "grey", "grayscale", "greyscale", "mono", "paper"), "print"),
        **dict.fromkeys(("system", "both"), "auto"),
    },
    "lang": {
        **dict.fromkeys(("cn", "zh-cn", "zh_cn", "zh-hans", "chinese", "zhongwen", "\u4e2d\u6587"), "zh"),
        **dict.fromkeys(("en-us", "en_us", "en-gb", "en_gb", "english", "eng", "us", "uk"), "en"),
    },
    "labels": {
        **dict.fromkeys(("on", "yes", "true", "inline", "curve", "curves", "end"), "direct"),
        **dict.fromkeys(("off", "no", "false", "hide"), "none"),
        **dict.fromkeys(("box", "key"), "legend"),
    },
    "panels": {
        **dict.fromkeys(("horizontal", "side", "beside", "h", "rows"), "row"),
        **dict.fromkeys(("vertical", "stacked", "below", "v", "columns", "col"), "column"),
    },
    "only": {
        **dict.fromkeys(("value", "function", "curve"), "loss"),
        **dict.fromkeys(("gradient", "slope", "first-derivative", "grad", "psi"), "derivative"),
        **dict.fromkeys(("hessian", "curvature", "second"), "second-derivative"),
        **dict.fromkeys(("weights",), "weight"),
    },
    "axis": {
        **dict.fromkeys(("m", "x", "margins", "logit", "logits"), "margin"),
        **dict.fromkeys(("r", "residual", "residuals", "errors"), "error"),
        **dict.fromkeys(("p", "prob", "probabilities"), "probability"),
    },
    "for": {
        **dict.fromkeys(("slides", "presentation", "powerpoint", "ppt", "pptx", "keynote", "talk", "lecture"), "slide"),
        **dict.fromkeys(("html", "blog", "website", "page"), "web"),
        **dict.fromkeys(("latex-beamer", "tex-slide"), "beamer"),
        **dict.fromkeys(("nips",), "neurips"),
    },
    "as": {
        **dict.fromkeys(("prob", "probs", "p", "probabilities"), "probability"),
        **dict.fromkeys(("logits",), "logit"),
        **dict.fromkeys(("scores", "margin", "margins"), "score"),
    },
    "xscale": {**dict.fromkeys(("lin",), "linear"), **dict.fromkeys(("logarithmic", "log10", "ln"), "log")},
    "yscale": {**dict.fromkeys(("lin",), "linear"), **dict.fromkeys(("logarithmic", "log10", "ln"), "log")},
}
# The format to write in place of one that there is not.
OTHER_FORMATS: Mapping[str, str] = {
    **dict.fromkeys(("jpg", "jpeg", "bmp", "tif", "tiff", "image", "ico"), "png"),
    **dict.fromkeys(("eps", "ps", "ai", "doc", "docx", "pptx"), "pdf"),
    **dict.fromkeys(("mp4", "avi", "mov", "apng", "webm"), "gif"),
    **dict.fromkeys(("xlsx", "xls", "tsv", "txt", "dat"), "csv"),
    **dict.fromkeys(("html", "htm", "emf", "wmf", "svgz"), "svg"),
    **dict.fromkeys(("ipynb", "python"), "py"),
    **dict.fromkeys(("latex", "tikz", "pgf"), "tex"),
}
# What stands in the help for one number.
_NUMBERS = ("N", "ETA", "T", "S", "SHARE", "K", "RATE")
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?", re.IGNORECASE)
# What stands between the ends of a range. A minus does right behind the first; else it is the sign of the second.
_BETWEEN = re.compile(r"(?<=[\d.])(?:\s*(?:\.\.+|to|until|,|;|/|\|)\s*|(?<!\.\.)-(?=[\d.+-]))")
_AMOUNT = re.compile(r"\s*([-+]?[\d.,]+(?:e[-+]?\d+)?)\s*(%|[A-Za-z]*)\s*", re.IGNORECASE)
_SIDES = re.compile(
    r"""[(\[]?\s*([\d.]+)\s*(in|cm|mm|px|pt|"|inch|inches|pixels)?\s*(?:x|\*|,|;|by|\s|\u00d7)\s*"""
    r"""([\d.]+)\s*(in|cm|mm|px|pt|"|inch|inches|pixels)?\s*[)\]]?""",
    re.IGNORECASE,
)
_UNITS = {'"': "in", "inch": "in", "inches": "in", "pixels": "px"}
# A chance of so much is one in per cent.
_LEAST_PERCENT = 10.0
# No figure has so many inches, so that a larger number is one of pixels.
_LARGEST = 100.0
_BRACES = re.compile(r"(.*)\{([^{}]+,[^{}]+)\}(.*)")


def values(line: Line) -> Iterator[Line]:
    """Yield the line with another value for one of its options, which the option can have."""
    for place, part in enumerate(line.parts):
        if part.kind != "option" or part.value is None:
            continue
        name, kind = _long(line, part), options_of(line.command)[part.name].metavar
        for value in dict.fromkeys(_number(part.value, name) if kind in _NUMBERS else _of(name, part.value)):
            if value != part.value:
                yield line.with_parts(place, place + 1, [Part("option", value, part.name)])


def several(line: Line) -> Iterator[Line]:
    """Yield the line with `--range -3 3` and `--size 8 4` as one value, and `-o a.{svg,png}` as two options."""
    for place, part in enumerate(line.parts):
        if part.kind != "option" or part.value is None:
            continue
        name = _long(line, part)
        after = line.parts[place + 1] if place + 1 < len(line.parts) else None
        if name in ("range", "ylim", "size") and after and after.kind == "argument" and is_number(after.text):
            joined = f"{part.value}{'x' if name == 'size' else ':'}{after.text}"
            yield line.with_parts(place, place + 2, [Part("option", joined, f"--{name}")])
        if name in ("at", "mark", "mark-loss") and after:
            rest = line.parts[place + 1 :]
            numbers = [*takewhile(lambda each: each.kind == "argument" and is_number(each.text), rest)]
            joined = ",".join([part.value, *(each.text for each in numbers)])
            if numbers:
                yield line.with_parts(place, place + 1 + len(numbers), [Part("option", joined, f"--{name}")])
        if options_of(line.command)[part.name].metavar == "TEXT" and after:
            words = [
                *takewhile(lambda each: each.kind == "argument" and not is_name(each.text), line.parts[place + 1 :])
            ]
            joined = " ".join([part.value, *(each.text for each in words)])
            if words:
                yield line.with_parts(place, place + 1 + len(words), [Part("option", joined, f"--{name}")])
        if name == "output" and len(paths := _paths(part.value)) > 1:
            yield line.with_parts(place, place + 1, [Part("option", path, part.name) for path in paths])


def points(line: Line) -> Iterator[Line]:
    """Yield the line of a table with the numbers among its losses as its points."""
    places = [place for place in line.losses if is_number(line.parts[place].text)]
    if line.command == "table" and places and not any(part.name == "--at" for part in line.parts):
        at = Part("option", ",".join(line.parts[place].text for place in places), "--at")
        rest = [part for place, part in enumerate(line.parts) if place not in places]
        yield replace(line, parts=(*rest, at))


def _long(line: Line, part: Part) -> str:
    """Return the long name of the option of `part`."""
    return str(options_of(line.command)[part.name].opts[-1]).removeprefix("--")


def _paths(text: str) -> list[str]:
    """Return the paths in `a.{svg,png}` or `a.svg,b.png`."""
    if match := _BRACES.fullmatch(text):
        return [f"{match[1]}{each.strip()}{match[3]}" for each in match[2].split(",")]
    parts = [each.strip() for each in re.split(r"[,;\s]+", text) if each.strip()]
    return parts if all("." in each for each in parts) else [text]


def _of(name: str, text: str) -> Iterable[str]:
    """Return what may be meant by `text` for the option called `name`."""
    if name == "output":
        stem, dot, suffix = text.rpartition(".")
        meant = OTHER_FORMATS.get(suffix.lower())
        return [f"{stem}.{meant}"] if dot and meant and suffix.lower() not in FORMATS else []
    if name == "format":
        bare = text.lower().lstrip(".")
        meant = bare if bare in FORMATS else OTHER_FORMATS.get(bare)
        return [meant or bare] if meant or text.startswith(".") else []
    if name in ("range", "ylim"):
        return _range(text)
    if name == "size":
        return _size(text)
    if name in SYNONYMS:
        return [found] if (found := SYNONYMS[name].get(text.strip().lower())) else []
    if name in ("at", "mark", "mark-loss"):
        return _numbers(text)
    return []


def _range(text: str) -> list[str]:
    plain = _plain(text)
    spaced = _BETWEEN.sub(" ", plain)
    numbers = _NUMBER.findall(spaced)
    if len(numbers) == 1 and is_number(numbers[0]) and float(numbers[0]) > 0:
        numbers = [f"-{numbers[0]}", numbers[0]]
    if len(numbers) != 2:
        return []
    low, high = sorted(numbers, key=float)
    return [f"{low}:{high}"]


def _size(text: str) -> list[str]:
    match = _SIDES.fullmatch(text.strip())
    if not match:
        return []
    width, height = match[1], match[3]
    if not (is_number(width) and is_number(height)):
        return []
    unit = (match[4] or match[2] or "").lower()
    unit = _UNITS.get(unit, unit) or ("px" if max(float(width), float(height)) > _LARGEST else "")
    return [f"{width}x{height}{unit}"]


def _number(text: str, name: str) -> list[str]:
    plain = _plain(text)
    first, slash, second = plain.partition("/")
    if slash and is_number(first) and is_number(second) and float(second):
        return [f"{float(first) / float(second):g}"]
    match = _AMOUNT.fullmatch(plain)
    if not match:
        return []
    number = match[1].replace(",", ".") if match[1].count(",") == 1 else match[1].replace(",", "")
    if not is_number(number):
        return []
    is_share = match[2] == "%" or (name == "risk" and float(number) >= _LEAST_PERCENT)
    return [f"{float(number) / 100:g}"] if is_share else [number]


def _numbers(text: str) -> list[str]:
    found = [each for each in re.split(r"[\s,;:]+", _plain(text)) if each]
    return [",".join(found)] if found and all(map(is_number, found)) else []


def _plain(text: str) -> str:
    """Return `text` with signs of ASCII, and without brackets around it."""
    return text.strip().strip("()[]{}").replace("\u2212", "-").replace("\u2013", "-").strip()
