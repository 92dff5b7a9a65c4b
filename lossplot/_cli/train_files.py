"""The figures of `lossplot train`: where they go, and how they get there."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from lossplot._cli.stderr import say
from lossplot._cli.targets import Asked
from lossplot._errors import RequestError, quote, shown_path
from lossplot._figure.spec import AUTO

if TYPE_CHECKING:
    from lossplot._figure.spec import FigureSpec
    from lossplot._training.outcome import Result

# A figure has a column for each loss.
MOST_RUNS = 6


def train_files(spec: FigureSpec, asked: Asked, has_figure: bool) -> Mapping[str, str]:
    """Return the formats of the files to write, by their paths, all of them checked; `-` is stdout.

    Without a path, the figure goes to a file named after the losses if `has_figure`, and there is room for all of them.
    Raises RequestError or LossplotError for a file that cannot be written, or may not.
    """
    from lossplot._formats.names import default_name, format_of
    from lossplot._formats.places import place_of

    paths = asked.output
    if paths is None:
        usual = asked.file_format or ("svg" if spec.theme == AUTO else "png")
        paths = [f"{default_name(spec)}_training.{usual}"] if has_figure else []
    if paths and (count := _curves(spec)) > MOST_RUNS:
        if asked.output is not None or asked.file_format:
            raise RequestError(f"one figure has room for {MOST_RUNS} losses; these are {count}; draw several figures")
        paths = []
    targets: dict[str, str] = {}
    places: set[Any] = set()
    for path in paths:
        if path == "-" and asked.file_format is None:
            raise RequestError("stdout is for numbers here; write the figure to a file, or give its --format too")
        place = place_of("/dev/stdout" if path == "-" else path)
        if place in places:
            raise RequestError(f"{quote(path)} is given twice; give each -o another path")
        places.add(place)
        targets[path] = asked.file_format or format_of(path)
        _check(path, asked)
    return targets


def _curves(spec: FigureSpec) -> int:
    from lossplot._predictions.losses import read_asked

    return len(read_asked(spec.losses))


def _check(path: str, asked: Asked, data: bytes | None = None) -> None:
    """Raise LossplotError if a file cannot be written, or may not be replaced; a table is compared with `data`."""
    from lossplot._formats import files

    remedy = "--force" if asked.output else f"-o {quote(path)} --force"
    if path != "-":
        files.check_target(path, asked.replaces, lambda old: data is None or old == data, remedy)


def draw(
    result: Result, spec: FigureSpec, targets: Mapping[str, str], command: Callable[[str], str], asked: Asked
) -> str:
    """Write the files, with the `command` of each format in them, and return the figure's description.

    Their paths go to stdout, or to stderr where something else is there.
    """
    from lossplot._api.training_figure import movable, training_data
    from lossplot._formats import files
    from lossplot._formats.training import TrainingFigure, produce_training

    formats = sorted({*targets.values()})
    figure = TrainingFigure(training_data(result, movable(formats)), spec, command)
    contents = produce_training(figure, formats) if formats else {}
    report = print if asked.file_format and "-" not in targets else say
    for path, file_format in targets.items():
        data = contents[file_format]
        # Meanwhile somebody may have made or edited it.
        _check(path, asked, data)
        if path == "-":
            sys.stdout.buffer.write(data)
            sys.stdout.buffer.flush()
            continue
        files.write(path, data)
        if not asked.quiet:
            report(shown_path(path))
    return figure.description
