"""The files that a command line asks for, all of them checked before anything is drawn."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lossplot._errors import RequestError, quote, read_choice
from lossplot._formats import FORMATS
from lossplot._formats.names import default_name, format_of, numbered, usual_format

if TYPE_CHECKING:
    from lossplot._figure.resolve import ResolvedFigure
    from lossplot._formats.places import Place


@dataclass(frozen=True, slots=True)
class Asked:
    """The options of a command line on files and on messages."""

    output: list[str] | None
    file_format: str | None
    force: bool
    strict: bool
    quiet: bool
    hold: bool = False

    @property
    def replaces(self) -> bool:
        """True if files may be replaced whoever made them: only those that are named."""
        return self.force and self.output is not None


@dataclass(frozen=True, slots=True)
class Target:
    """A file to write, the format that it has, and the figure that it shows; whatever is stdout is called `-`."""

    path: str
    file_format: str
    figure: ResolvedFigure

    def check(self, force: bool, remedy: str = "--force") -> None:
        """Raise LossplotError if the path cannot be written, or may not be replaced by the figure."""
        from lossplot._formats import files
        from lossplot._formats.produce import is_table

        if self.path != "-":
            files.check_target(self.path, force, lambda data: is_table(data, self.figure), remedy)


def read_targets(asked: Asked, figures: Sequence[ResolvedFigure]) -> list[Target]:
    """The files for `figures`, which are the steps of one figure if the command line holds it.

    Raises RequestError or LossplotError for a file that cannot be written, or may not.
    """
    from lossplot._formats.places import place_of

    spec = (figures[0].whole if asked.hold else figures[0]).spec
    explicit = read_choice(asked.file_format, tuple(FORMATS), "format") if asked.file_format is not None else None
    usual = usual_format(spec)
    targets: dict[str, Target] = {}
    sources = {
        place_of(os.path.expanduser(name)): what
        for name, what in ((spec.style, "the style"), (spec.data, "the data"))
        if name and name != "-"
    }
    places: dict[Place, str] = {}
    for figure in figures:
        for name in asked.output if asked.output is not None else [f"{default_name(spec)}.{explicit or usual}"]:
            is_stdout = _leads_to_stdout(name, asked.hold, explicit or "", usual)
            path = numbered(name, figure.spec.step or 0) if asked.hold else name
            key = "-" if is_stdout else path
            place = place_of("/dev/stdout" if is_stdout else path)
            other = places.setdefault(place, path)
            if place in sources:
                raise RequestError(f"{quote(path)} is {sources[place]} of the figure; give -o another path")
            if key in targets:
                again = f" as {quote(other)}" if other != path else ""
                raise RequestError(f"{quote(name)} is given twice{again}; give each -o another path")
            if other is not path:
                raise RequestError(f"{quote(other)} and {quote(path)} are one file; give each -o another path")
            targets[key] = Target(key, explicit or (usual if path == "-" else format_of(name)), figure)
            targets[key].check(asked.replaces, "--force" if asked.output else f"-o {quote(name)} --force")
    return [*targets.values()]


def _leads_to_stdout(name: str, hold: bool, explicit: str, usual: str) -> bool:
    """Return True if `name` is that of stdout.  Raises RequestError for a stream that cannot take the figure."""
    from lossplot._formats import files

    stream = 1 if name == "-" else files.descriptor_of(name)
    if stream == 2:
        raise RequestError(f"{quote(name)} is for messages; write to a file, or to stdout with -o -")
    if stream is None:
        return False
    if hold:
        raise RequestError(f"{quote(name)} is one stream, and --hold makes several files; name one, as in -o talk.png")
    if name != "-" and not (explicit or os.path.splitext(name)[1]):
        raise RequestError(f"cannot tell the format from {quote(name)}; give it too, as in --format {usual}")
    if stream == 1 and sys.stdout.isatty():
        raise RequestError("stdout is a terminal; send it into a file or a pipe, or use -o FILE")
    return stream == 1
