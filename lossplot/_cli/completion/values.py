"""Values of options and arguments for completion: closed sets, files and folders."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from lossplot._cli.completion.spelling import matching

# What stands for the files and for the folders of a shell, after what has been typed, since Typer drops all else.
FILES, FOLDERS = "\0files", "\0folders"
Completed = list[tuple[str, str]]
Completer = Callable[[str], Completed]


def complete_file(incomplete: str) -> Completed:
    """Leave it to the shell to name files."""
    return [(incomplete + FILES, "")]


def complete_folder(incomplete: str) -> Completed:
    """Leave it to the shell to name folders."""
    return [(incomplete + FOLDERS, "")]


def complete_axis(incomplete: str) -> Completed:
    """Return the axes that `incomplete` begins."""
    from lossplot._curves.axes import AXES

    return [*matching(incomplete, AXES)]


def among(choices: Callable[[], Mapping[str, str] | Iterable[str]]) -> Completer:
    """Return what completes one of `choices`, which are asked for when they are needed."""

    def complete(incomplete: str) -> Completed:
        return [*matching(incomplete, choices())]

    return complete
