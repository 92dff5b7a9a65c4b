"""Corrections of the command: verbs of other programs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from lossplot._cli.corrections.line import Line, read_line

# What people write for a command; `plot` may be left out.
SYNONYMS: Mapping[str, str] = {
    **dict.fromkeys(("draw", "graph", "render", "paint", "make", "create", "visualize", "visualise", "chart"), ""),
    **dict.fromkeys(("curve", "curves", "figure", "fig", "run", "generate", "save", "view", "compare", "animate"), ""),
    **dict.fromkeys(("lossplot", "loss", "losses", "display", "sketch"), ""),
    **dict.fromkeys(("explain", "describe", "about", "define", "details", "doc", "docs", "what"), "show"),
    **dict.fromkeys(("values", "value", "eval", "evaluate", "compute", "calc", "numbers", "tabulate"), "table"),
    **dict.fromkeys(("inverse", "solve"), "invert"),
    **dict.fromkeys(("search", "find", "ls", "catalogue", "catalog", "all", "available"), "list"),
    **dict.fromkeys(("verify", "gradcheck", "check-gradient", "test"), "check"),
    **dict.fromkeys(("recognize", "recognise", "which", "guess", "match"), "identify"),
    **dict.fromkeys(("fit", "learn"), "train"),
    **dict.fromkeys(("settings", "defaults", "configuration"), "config"),
    **dict.fromkeys(("batch",), "build"),
    **dict.fromkeys(("panels", "subplots", "grids"), "grid"),
}


def commands(line: Line) -> Iterator[Line]:
    """Yield the line with a command in place of a verb of another program, at its beginning."""
    first = line.parts[0] if line.parts else None
    if first is None or first.kind != "argument" or first.text.lower() not in SYNONYMS:
        return
    command = SYNONYMS[first.text.lower()]
    rest = replace(line, parts=line.parts[1:]).words
    if not line.is_named and (rest or command in ("list", "config")):
        yield read_line([command, *rest] if command else rest)
