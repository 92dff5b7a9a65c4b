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
    **dict.fromkeys(("properties", "props", "facts", "minimum", "convex", "convexity", "lipschitz"), "show"),
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
# What people write for a command with an option, alone or after losses.
ALONE: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("presets", "destinations", "venues", "sizes"), ("list", "--presets")),
    **dict.fromkeys(("new", "init", "template", "example"), ("build", "--example")),
    **dict.fromkeys(("man", "manual", "docs", "tutorial", "usage", "commands"), ("help",)),
}
DERIVATIVES: Mapping[str, str] = {
    **dict.fromkeys(("derivative", "derivatives", "gradient", "slope", "diff"), "--derivative"),
    **dict.fromkeys(("hessian", "curvature"), "--second-derivative"),
}


def commands(line: Line) -> Iterator[Line]:
    """Yield the line with a command in place of a verb of another program, at its beginning."""
    first = line.parts[0] if line.parts else None
    if first is None or first.kind != "argument" or line.is_named:
        return
    word, rest = first.text.lower(), replace(line, parts=line.parts[1:]).words
    if word in SYNONYMS and (rest or SYNONYMS[word] in ("list", "config")):
        yield read_line([SYNONYMS[word], *rest] if SYNONYMS[word] else rest)
    if word in DERIVATIVES and rest:
        yield read_line([*rest, DERIVATIVES[word]])
    if word in ALONE and not rest:
        yield read_line(ALONE[word])
