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

from lossplot._batch.outputs import Output, check_outputs
from lossplot._batch.read import ABOUT_FILES, Batch, Table, check_count, check_keys
from lossplot._errors import RequestError, quote, read_choice
from lossplot._figure.options import read_spec, words_of
from lossplot._figure.spec import FigureSpec
from lossplot._formats import FORMATS
from lossplot._formats.files import below
from lossplot._formats.names import default_name, format_of, numbered, usual_format
from lossplot._formats.places import is_below
from lossplot._formula.notation.letters import number
from lossplot._losses import is_name
from lossplot._settings import axis_of, expand, expand_groups

# Of a figure, and of a path's characters and folders: more than anybody needs, and no more than can be looked at.
MOST_OUTPUTS, LONGEST_PATH, DEEPEST_PATH = 50, 1_000, 30
Matrix = Mapping[str, Sequence[Any]]
_QUERY = re.compile(r"\s*(select|with|from)\s", re.IGNORECASE)
_PLACEHOLDER = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Task:
    """A figure, and the format of each of its files by its path below the folder of the batch.

    `place` is its place in the file of figures, for the beginning of a message.
    """

    spec: FigureSpec
    targets: Mapping[str, str]
    place: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """A fault of one figure, and its place in the file."""

    place: str
    message: str


def plan(batch: Batch, folder: str = ".") -> tuple[list[Task], list[Problem]]:
    """Return the tasks of `batch`, whose files go below `folder`, in its own order, and the faults of other figures.

    Raises RequestError if the whole makes no sense: for too many figures, or two for one file.
    """
    matrices: dict[int, Matrix] = {}
    problems: dict[int, Problem] = {}
    for index, figure in enumerate(batch.figures):
        try:
            check_keys(figure)
            matrices[index] = _matrix(batch.defaults, figure)
        except RequestError as error:
            problems[index] = Problem(batch.place(index), str(error))
    check_count(sum(prod(map(len, matrix.values())) for matrix in matrices.values()), batch.path)
    tasks: list[Task] = []
    outputs: list[Output] = []
    for index, matrix in matrices.items():
        place = batch.place(index)
        try:
            planned = [*_files(batch, batch.figures[index], matrix, folder)]
        except RequestError as error:
            problems[index] = Problem(place, str(error))
            continue
        check_count(len(tasks) + len({spec for spec, *_ in planned}), batch.path)
        targets: dict[FigureSpec, dict[str, str]] = {}
        for spec, path, file_format, unnamed in planned:
            outputs.append(Output(path, place, unnamed))
            targets.setdefault(spec, {})[path] = file_format
        tasks += (Task(spec, formats, place) for spec, formats in targets.items())
    check_outputs(outputs, batch, folder, {task.spec.style for task in tasks if task.spec.style})
    return tasks, [problems[index] for index in sorted(problems)]


def _files(
    batch: Batch, figure: Table, matrix: Matrix, folder: str
) -> Iterator[tuple[FigureSpec, str, str, str | None]]:
    """Yield for each file of a table its figure, path and format, and a key that varies and is not in the path."""
    for values in itertools.product(*matrix.values()):
        table = {**batch.defaults, **figure, **dict(zip(matrix, values, strict=True))}
        unnamed = next((key for key in matrix if f"{{{key}}}" not in str(table.get("output", ""))), None)
        for spec in _figures(table, _spec(table, batch)):
            for path, file_format in _targets(table, spec):
                if not is_below(below(folder, path), folder):
                    raise RequestError(
                        f"output {quote(path)} leaves the folder of the batch by a link; name another place"
                    )
                yield spec, path, file_format, unnamed


def _figures(table: Table, spec: FigureSpec) -> list[FigureSpec]:
    """The figure of a table, or its steps if it has `steps`, which are as many as it has curves."""
    steps = table.get("steps", False)
    if not isinstance(steps, bool):
        raise RequestError(f"steps must be true or false, not {_as_toml(steps)}; write step = 2 for one of them")
    if not steps:
        return [spec]
    if spec.step:
        raise RequestError("steps draws every step, and step one of them; leave one out")
    from lossplot._figure.resolve import resolve

    return [step.spec for step in resolve(spec).steps]


def _matrix(defaults: Table, figure: Table) -> Matrix:
    """Return the values of each key that varies; a figure's own key is not varied by the defaults."""
    matrix: dict[str, list[Any]] = {}
    for table, fixed in ((defaults, figure), (figure, {})):
        values = table.get("matrix", {})
        if not isinstance(values, dict):
            raise RequestError('matrix must be a table of lists, as in matrix = { theme = ["light", "dark"] }')
        for key, choices in values.items():
            if key in ("matrix", "output"):
                raise RequestError(f"{key} cannot be in matrix; write it beside")
            if not (isinstance(choices, list) and choices):
                raise RequestError(f"matrix.{quote(key)[1:-1]} must be a list of values, not {_as_toml(choices)}")
            if key not in fixed:
                matrix[key] = choices
    check_keys(matrix)
    return matrix


def _spec(table: Table, batch: Batch) -> FigureSpec:
    grid = "grid" in table
    if grid and "losses" in table:
        raise RequestError("losses and grid are two figures; write one of them")
    losses = table.get("grid" if grid else "losses")
    if isinstance(losses, str):
        if not grid:
            _check_one(losses)
        losses = [losses]
    if not (isinstance(losses, list) and losses and all(isinstance(loss, str) for loss in losses)):
        if grid:
            raise RequestError('grid must be a list of groups, as in grid = ["hinge,logistic", "mse,huber"]')
        raise RequestError('losses must be a list of texts, as in losses = ["hinge", "huber:delta=2"]')
    options = {key.replace("_", "-"): value for key, value in table.items() if key not in ABOUT_FILES}
    words = words_of(options, _as_toml)
    if isinstance(style := words.get("style"), str):
        words["style"] = _beside(style, "style", os.path.dirname(batch.path))
    if isinstance(data := words.get("data"), str):
        words["data"] = _beside(_table(data), "data", os.path.dirname(batch.path))
    if grid:
        return read_spec(expand_groups(losses, batch.settings), words, grid)
    if words.get("axis") is None:
        words["axis"] = axis_of(losses, batch.settings)
    return read_spec(expand(losses, batch.settings), words)


def _check_one(text: str) -> None:
    """Raise RequestError if `text` has the names of several losses."""
    parts = re.split(r"\s*[,;]\s*|\s+", text.strip())
    if len(parts) > 1 and all(is_name(part.partition(":")[0]) for part in parts) and not is_name("-".join(parts)):
        names = ", ".join(f'"{part}"' for part in parts)
        raise RequestError(f"losses {quote(text)} is several; write losses = [{names}]")


def _table(data: str) -> str:
    """Return the name of a table of data.  Raises RequestError for stdin, which is read once, and for a query."""
    if data.strip() == "-" or _QUERY.match(data):
        raise RequestError(f"data {quote(data)} of a batch must be a file; put the table beside the file of figures")
    return data


def _beside(name: str, what: str, folder: str) -> str:
    """Return the path of a style sheet or of data.  Raises RequestError unless it stays below `folder`.

    That is the folder of the batch's file: whoever wrote it has no business with other files that can be read here.
    """
    _check_length(name, what)
    path = os.path.join(folder, name)
    if ".." in re.split(r"[/\\]", name) or name.startswith("~") or not is_below(path, folder or "."):
        raise RequestError(f"{what} {quote(name)} leaves the folder of the batch; put it beside the file of figures")
    return path


def _check_length(path: str, what: str) -> None:
    if len(path) > LONGEST_PATH or path.count("/") > DEEPEST_PATH:
        raise RequestError(f"{what} {quote(path)} is too long; write at most {LONGEST_PATH} characters")


def _targets(table: Table, spec: FigureSpec) -> Iterator[tuple[str, str]]:
    """Yield the path and format of each file."""
    file_format = table.get("format")
    if file_format is not None:
        if not isinstance(file_format, str):
            raise RequestError(f"format must be a text, not {_as_toml(file_format)}; several go into matrix")
        file_format = read_choice(file_format, tuple(FORMATS), "format")
    if "output" not in table:
        file_format = file_format or usual_format(spec)
        yield f"{default_name(spec)}.{file_format}", file_format
        return
    outputs = [table["output"]] if isinstance(table["output"], str) else table["output"]
    if not (isinstance(outputs, list) and outputs and all(isinstance(output, str) for output in outputs)):
        raise RequestError('output must be a text or a list of texts, as in output = "week3/margins.svg"')
    if len(outputs) > MOST_OUTPUTS:
        raise RequestError(f"{MOST_OUTPUTS} files is the most for one figure; this is {len(outputs)}")
    for output in outputs:
        values = {**table, "step": spec.step} if spec.step else table
        path = _normal_path(_fill(_with_step(output, table, spec), values))
        yield path, file_format or format_of(path)


def _with_step(output: str, table: Table, spec: FigureSpec) -> str:
    """Return `output` with a place for the number of a step, before the suffix if it has none."""
    if not table.get("steps") or "{step}" in output:
        return output
    return numbered(output, spec.step or 0)


def _fill(output: str, table: Table) -> str:
    """Return `output` with a value for each `{key}`."""
    if len(output) > LONGEST_PATH:
        raise RequestError(f"output {quote(output)} is too long; write at most {LONGEST_PATH} characters")
    return _PLACEHOLDER.sub(lambda match: _value(match[1], table, output), output)


def _value(key: str, table: Table, output: str) -> str:
    """Return the value of `key` as it may stand in a name."""
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


def _normal_path(path: str) -> str:
    """Return `path` in its shortest form.  Raises RequestError unless it stays below the folder of the batch."""
    if PurePosixPath(path).anchor or PureWindowsPath(path).anchor or ".." in re.split(r"[/\\]", path):
        raise RequestError(f"output {quote(path)} leaves the folder of the batch; write a path below it")
    _check_length(path, "output")
    if not path or path.endswith("/") or not path.isprintable():
        raise RequestError(f"output {quote(path)} is no name of a file; write one such as 'week3/margins.svg'")
    return posixpath.normpath(path)


def _as_toml(value: object) -> str:
    """Return `value` nearly as TOML has it, for a message."""
    try:
        return quote(json.dumps(value, default=str))
    except ValueError:
        return "a number of thousands of digits"
