"""Corrections of arguments that an option is for: files that are there, derivatives, languages of code, outputs."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace

from lossplot._cli.corrections.line import Line, Part, options_of, read_line
from lossplot._formats import FORMATS
from lossplot._losses import is_name

_TABLES = ("csv", "tsv", "parquet", "npy", "npz", "jsonl", "ndjson", "arrow", "feather", "sqlite", "db", "duckdb")
_HEAD = 4096
_LANGUAGES = {"pytorch": "torch", "js": "javascript", "tex": "latex", "python": "numpy", "np": "numpy"}
# What `show` prints of a loss in any case.
_SHOWN = frozenset(
    ("formula", "derivative", "derivatives", "gradient", "properties", "knots", "libraries", "aliases", "sources")
)
# Names of other programs for the columns of data.
_ROLES = {
    **dict.fromkeys(("y", "label", "labels", "target", "targets", "truth", "actual", "true", "y-true"), "y"),
    **dict.fromkeys(("p", "pred", "prediction", "predictions", "predicted", "prob", "logit"), "prediction"),
    **dict.fromkeys(("yhat", "y-hat", "y-pred"), "prediction"),
}


def inputs(line: Line) -> Iterator[Line]:
    """Yield the line with a file among its arguments as the value of the option that reads it.

    `hinge p.csv` is drawn with `--data`, numbers are checked with `--file`, losses of a TOML are `--losses`, and one of
    figures is built.
    """
    options = options_of(line.command)
    for place, part in enumerate(line.parts):
        if part.kind != "argument" or not os.path.isfile(part.text):
            continue
        suffix = _suffix(part.text)
        rest = line.with_parts(place, place + 1, ())
        if suffix == "toml" and line.command == "plot" and len(line.parts) == 1:
            yield read_line(["build", part.text] if _is_batch(part.text) else ["list", "--losses", part.text])
        elif suffix == "toml" and "--losses" in options:
            yield line.with_parts(place, place + 1, [Part("option", part.text, "--losses")])
        elif is_table(part.text) and line.command == "check":
            yield line.with_parts(place, place + 1, [Part("option", part.text, "--file")])
        elif is_table(part.text) and "--data" in options and rest.losses:
            yield line.with_parts(place, place + 1, [Part("option", part.text, "--data")])


def is_table(path: str) -> bool:
    """Return True if `path` is that of a file of numbers."""
    return _suffix(path) in _TABLES and os.path.isfile(path)


def _suffix(path: str) -> str:
    return path.rpartition(".")[2].lower()


def _is_batch(path: str) -> bool:
    """Return True if a TOML begins as one of figures does."""
    try:
        with open(path, encoding="utf-8", errors="replace") as file:
            return "[figures" in file.read(_HEAD)
    except OSError:
        return False


def gradients(line: Line) -> Iterator[Line]:
    """Yield the line of a check with its second formula as the gradient."""
    if line.command == "check" and len(line.places) == 2:
        place = line.places[1]
        if _suffix(line.parts[place].text) in FORMATS:
            return
        yield line.with_parts(place, place + 1, [Part("option", line.parts[place].text, "--gradient")])


def languages(line: Line) -> Iterator[Line]:
    """Yield the line with `numpy`, or `--numpy`, as the format of what `show` prints."""
    if line.command != "show":
        return
    from lossplot._cli import show

    for place, word in _extra_words(line):
        name = _LANGUAGES.get(word, word)
        if name in show.FORMATS:
            yield line.with_parts(place, place + 1, [Part("option", name, "--format")])


def shown(line: Line) -> Iterator[Line]:
    """Yield the line of `show` without a word or an option for what it prints in any case."""
    for place, word in _extra_words(line) if line.command == "show" else ():
        if word in _SHOWN:
            yield line.with_parts(place, place + 1, ())


def _extra_words(line: Line) -> Iterator[tuple[int, str]]:
    """Yield the place and the word of each part that the command does not take: an unknown option, another argument."""
    for place, part in enumerate(line.parts):
        if part.kind == "unknown" or (part.kind == "argument" and place > 0):
            yield place, part.word


def columns(line: Line) -> Iterator[Line]:
    """Yield the line with `--target t --pred q` as names of columns."""
    if "--columns" not in options_of(line.command):
        return
    named: dict[str, str] = {}
    kept: list[Part] = []
    parts = iter(line.parts)
    for part in parts:
        role = _ROLES.get(part.word) if part.kind == "unknown" else None
        if role is None or role in named:
            kept.append(part)
        else:
            named[role] = (next(parts, part) if part.value is None else part).text
    if named and all(named.values()):
        value = ",".join(f"{role}={name}" for role, name in named.items() if name != role)
        yield replace(line, parts=(*kept, *([Part("option", value, "--columns")] if value else [])))


def outputs(line: Line) -> Iterator[Line]:
    """Yield the line of `build` or `gallery` with the folder after all else as its output, and a figure in a folder."""
    for place, part in enumerate(line.parts):
        if part.name in ("-o", "--output") and line.command in ("plot", "grid", "train", "check"):
            folder, text = part.text, line.parts[line.losses[0]].text if line.losses else ""
            if folder.endswith(os.sep) or (folder and os.path.isdir(folder)):
                path = os.path.join(folder, f"{text if is_name(text) else 'figure'}.png")
                yield line.with_parts(place, place + 1, [Part("option", path, part.name)])
    taken = {"build": 1, "gallery": 0}.get(line.command)
    if taken is not None and len(line.places) == taken + 1 and "." not in line.parts[line.places[-1]].text:
        place = line.places[-1]
        yield line.with_parts(place, place + 1, [Part("option", line.parts[place].text, "-o")])
