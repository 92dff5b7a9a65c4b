"""Compaction of the SVG that matplotlib writes: fewer bytes, with nothing in it that looks different."""

from __future__ import annotations

import functools
import re
import zlib
from collections.abc import Iterator

# Coordinates are kept to a thousandth of a point, and what follows is cut off.
_PARTS = 1000
_LONG = re.compile(r"\.\d{4,}")

_DATA = re.compile(r'(<path (?:id="[^"]*" )?)d="([^"]*)"')
_SEGMENT = re.compile(r"([MLQCz])([^MLQCz]*)")
_PLACE = re.compile(r' (?:x|y|width|height)="[^"]*"|translate\([^)]*\)')
_SHIFT = re.compile(r' transform="translate\((\S+) (\S+)\)"/>')
# Ids that only count the parts of a figure would be those of another one in the same page too.
_COUNT = re.compile(r' id="(?:figure|patch|line2d|text|matplotlib\.axis)_\d+"')
# matplotlib makes the id of a clip path from how NumPy prints a number, which NumPy 2 does otherwise.
_CLIP = re.compile(r'<clipPath id="(\w+)">\s*(<[^>]*>)')
_STYLED = re.compile(r'<path id="(\w+)".* style="([^"]*)"/>')
_MARK = re.compile(r'<use xlink:href="#(\w+)"(.*) style="([^"]*)"/>')


def compact(svg: str) -> str:
    """Return `svg` with short numbers, one line for each path, no indentation, and no groups without attributes."""
    short = "\n".join(_short_lines(_DATA.sub(_on_one_line, svg).split("\n")))
    for name, shape in _CLIP.findall(short):
        short = short.replace(f'"{name}"', f'"{_clip_id(shape)}"').replace(f"#{name})", f"#{_clip_id(shape)})")
    return short


def _clip_id(shape: str) -> str:
    """Return the id of a clip path: that of the same shape in another figure of the page."""
    return f"clip-{zlib.crc32(shape.encode()):08x}"


def _on_one_line(path: re.Match[str]) -> str:
    shorten = _outline if "id=" in path[1] else _polyline
    return f'{path[1]}d="{shorten(path[2])}"'


def _short_lines(lines: list[str]) -> Iterator[str]:
    styles: dict[str, frozenset[str]] = {}
    groups: list[bool] = []
    for indented in lines:
        line = indented.lstrip(" ")
        if line.startswith("<g") and line.endswith("/>"):
            continue  # a group with nothing in it
        if line.startswith("<g"):
            line = _COUNT.sub("", line)
            groups.append(line != "<g>")
            if not groups[-1]:
                continue
            if "id=" not in line:
                line = _PLACE.sub(_shorten, line)
        elif line == "</g>":
            if not groups.pop():
                continue
        elif line.startswith("<use"):
            line = _SHIFT.sub(_as_attributes, _PLACE.sub(_shorten, _without_repetition(line, styles)))
        elif line.startswith("<rect"):
            line = _PLACE.sub(_shorten, line)
        elif styled := _STYLED.match(line):
            styles[styled[1]] = frozenset(styled[2].split("; "))
        yield line


def _without_repetition(line: str, styles: dict[str, frozenset[str]]) -> str:
    """Return a use of a mark, styled only in what the mark itself leaves open."""
    mark = _MARK.match(line)
    if not mark:
        return line
    rules = [rule for rule in mark[3].split("; ") if rule not in styles.get(mark[1], ())]
    style = f' style="{"; ".join(rules)}"' if rules else ""
    return f'<use xlink:href="#{mark[1]}"{mark[2]}{style}/>'


def _as_attributes(shift: re.Match[str]) -> str:
    return f' x="{shift[1]}"/>' if shift[2] == "0" else f' x="{shift[1]}" y="{shift[2]}"/>'


def _shorten(place: re.Match[str]) -> str:
    return _LONG.sub(_cut_digits, place[0])


def _cut_digits(fraction: re.Match[str]) -> str:
    return fraction[0][:4].rstrip("0").rstrip(".")


def _polyline(data: str) -> str:
    return _LONG.sub(_cut_digits, data).replace(" \n", "").replace("\n", "").replace("M ", "M").replace("L ", "L")


@functools.cache
def _outline(data: str) -> str:
    """Return the shape of a letter or a mark in relative steps: most of them have fewer digits than places do."""
    parts, last = [], ""
    x = y = 0
    for command, words in _SEGMENT.findall(data):
        places = [round(float(word) * _PARTS) for word in words.split()]
        if command == "M":
            x, y = places
            parts.append(f"M{_points(x)} {_points(y)}")
        elif command == "z":  # only M comes after it, which has a place of its own
            parts.append("z")
        else:
            steps = (_points(place - (y if at % 2 else x)) for at, place in enumerate(places))
            parts.append(f"{' ' if command == last else command.lower()}{' '.join(steps)}")
            x, y = places[-2:]
        last = command
    return "".join(parts).replace(" -", "-")


def _points(thousandths: int) -> str:
    return f"{thousandths / _PARTS:.3f}".rstrip("0").rstrip(".")
