"""The tables of a batch -> tasks: a figure each, and the files that show it."""

from __future__ import annotations

import itertools
import json
import os
import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import prod
from pathlib import PurePosixPath, PureWindowsPath
from typing import Any

from lossplot.batch.reading import ABOUT_FILES, Batch, Table, check_keys
from lossplot.errors import RequestError
from lossplot.formula.notation.letters import number
from lossplot.naming import default_name, usual_format
from lossplot.request import format_of, read_choice, read_spec, words_of
from lossplot.spec import FORMATS, MOVIES, FigureSpec
from lossplot.words import quote

MOST_FIGURES = 10_000
_PLACEHOLDER = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Task:
    """A figure, and the format of each file that shows it by its path below the folder of the batch.

    `place` is where it was asked for, in words that a message may begin with.
    """

    spec: FigureSpec
    targets: Mapping[str, str]
    place: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with one figure, and where that stands."""

    place: str
    message: str


def plan(batch: Batch) -> tuple[list[Task], list[Problem]]:
    """The tasks of `batch` in its own order, and the figures that make none."""
    tasks: list[Task] = []
    problems: list[Problem] = []
    owners: dict[str, str] = {}
    for index, figure in enumerate(batch.figures):
        place = batch.place(index)
        try:
            found = _figures(batch, figure, place, owners)
        except RequestError as error:
            problems.append(Problem(place, str(error)))
        else:
            tasks += (Task(spec, targets, place) for spec, targets in found.items())
    return tasks, problems


def _figures(batch: Batch, figure: Table, place: str, owners: dict[str, str]) -> dict[FigureSpec, dict[str, str]]:
    """Each figure that a table asks for and its targets, which are entered in `owners`."""
    check_keys(figure)
    found: dict[FigureSpec, dict[str, str]] = {}
    for table, varied in _variants(batch.defaults, figure):
        spec = _spec(table, os.path.dirname(batch.path))
        for path, file_format in _targets(table, spec):
            if path in owners:
                raise RequestError(_conflict(path, owners[path], place, table, varied))
            owners[path] = place
            found.setdefault(spec, {})[path] = file_format
    return found


def _conflict(path: str, owner: str, place: str, table: Table, varied: Sequence[str]) -> str:
    unnamed = [key for key in varied if f"{{{key}}}" not in str(table.get("output", ""))]
    if owner == place and unnamed:
        return f"output {quote(path)} is that of several figures; put {{{unnamed[0]}}} into it"
    return f"output {quote(path)} is that of {owner} too; give one another name"


def _matrix(defaults: Table, figure: Table) -> dict[str, list[Any]]:
    """The values of each key that varies; a figure's own key is not varied by the defaults."""
    matrix: dict[str, list[Any]] = {}
    for table, taken in ((defaults, figure), (figure, {})):
        values = table.get("matrix", {})
        if not isinstance(values, dict):
            raise RequestError('matrix must be a table of lists, as in matrix = { theme = ["light", "dark"] }')
        for key, choices in values.items():
            if key in ("matrix", "output"):
                raise RequestError(f"{key} cannot be in matrix; write it beside")
            if not (isinstance(choices, list) and choices):
                raise RequestError(f"matrix.{key} must be a list of values, not {_written(choices)}")
            if key not in taken:
                matrix[key] = choices
    check_keys(matrix)
    if (count := prod(map(len, matrix.values()))) > MOST_FIGURES:
        raise RequestError(f"matrix makes {count} figures; {MOST_FIGURES} is the most")
    return matrix


def _variants(defaults: Table, figure: Table) -> Iterator[tuple[Table, Sequence[str]]]:
    """The table of each combination of what varies, and the keys that do."""
    matrix = _matrix(defaults, figure)
    for values in itertools.product(*matrix.values()):
        yield {**defaults, **figure, **dict(zip(matrix, values, strict=True))}, [*matrix]


def _spec(table: Table, folder: str) -> FigureSpec:
    losses = table.get("losses")
    losses = [losses] if isinstance(losses, str) else losses
    if not (isinstance(losses, list) and losses and all(isinstance(loss, str) for loss in losses)):
        raise RequestError('losses must be a list of texts, as in losses = ["hinge", "huber:delta=2"]')
    options = {key.replace("_", "-"): value for key, value in table.items() if key not in ABOUT_FILES}
    words = words_of(options, _written)
    if isinstance(style := words.get("style"), str):
        words["style"] = os.path.join(folder, style)
    return read_spec(losses, words)


def _targets(table: Table, spec: FigureSpec) -> Iterator[tuple[str, str]]:
    """The path and format of each file."""
    wanted = table.get("format")
    if wanted is not None:
        if not isinstance(wanted, str):
            raise RequestError(f"format must be a text, not {_written(wanted)}; several go into matrix")
        wanted = read_choice(wanted, (*FORMATS, *MOVIES), "format")
    if "output" not in table:
        file_format = wanted or usual_format(spec)
        yield f"{default_name(spec)}.{file_format}", file_format
        return
    outputs = [table["output"]] if isinstance(table["output"], str) else table["output"]
    if not (isinstance(outputs, list) and outputs and all(isinstance(output, str) for output in outputs)):
        raise RequestError('output must be a text or a list of texts, as in output = "week3/margins.svg"')
    for output in outputs:
        path = _checked(_filled(output, table))
        yield path, wanted or format_of(path)


def _filled(output: str, table: Table) -> str:
    """`output` with a value for each `{key}`."""
    return _PLACEHOLDER.sub(lambda match: _value(match[1], table, output), output)


def _value(key: str, table: Table, output: str) -> str:
    """What stands for `{key}` in a name."""
    value = table.get(key)
    if value is None or key in ("output", "matrix"):
        names = [name for name in table if name not in ("output", "matrix")]
        raise RequestError(f"output {quote(output)} asks for {{{key}}}; the figure has {', '.join(names)}")
    if isinstance(value, bool):
        word = key if value else f"no-{key}"
    elif isinstance(value, list):
        word = "_".join(number(part) if isinstance(part, float) else str(part) for part in value)
    else:
        word = number(value) if isinstance(value, float) else str(value)
    return "-".join(re.findall(r"[\w.=+,-]+", word)) or "-"


def _checked(path: str) -> str:
    """`path` in its shortest form.  Raises RequestError unless it stays below the folder of the batch."""
    if PurePosixPath(path).anchor or PureWindowsPath(path).anchor or ".." in re.split(r"[/\\]", path):
        raise RequestError(f"output {quote(path)} leaves the folder of the batch; write a path below it")
    if not path or path.endswith("/") or not path.isprintable():
        raise RequestError(f"output {quote(path)} is no name of a file; write one such as 'week3/margins.svg'")
    return posixpath.normpath(path)


def _written(value: object) -> str:
    """`value` nearly as TOML has it, as it may stand in a message."""
    try:
        return quote(json.dumps(value, default=str))
    except ValueError:
        return "a number of thousands of digits"
