"""Destinations of a figure other than files: the clipboard, the terminal, and words."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lossplot._cli.clipboard import Tool
    from lossplot._figure.resolve import ResolvedFigure
    from lossplot._formats.terminal.terminal import Screen


def find_clipboard() -> Tool:
    """The program that fills the clipboard here.  Raises LossplotError if there is none."""
    from lossplot._cli.clipboard import find_tool

    return find_tool(os.environ, sys.platform)


def copy_figure(png: bytes, tool: Tool) -> None:
    """Put a picture on the clipboard.  Raises LossplotError if `tool` cannot."""
    from lossplot._cli.clipboard import copy

    copy(png, tool)


def description(figure: ResolvedFigure) -> str:
    """The figure in words.  Raises RequestError or LossplotError as drawing it does."""
    if not figure.sweep:
        return figure.description
    from lossplot._formats.frames import plan_movie

    return plan_movie(figure).description


def terminal_view(figure: ResolvedFigure) -> bytes | str:
    """The figure for where the command was typed: a picture if the terminal can show one, else characters."""
    from lossplot._formats.terminal import protocols
    from lossplot._formats.terminal.terminal import Screen, screen

    terminal = sys.stdout.fileno() if sys.stdout.isatty() else None
    protocol = protocols.choose(os.environ, terminal)
    cells = Screen() if terminal is None else screen(terminal)
    if protocol == "unicode":
        return _in_characters(figure, cells, colour=terminal is not None and _has_colours())
    from lossplot._figure.looks import look_for
    from lossplot._formats.mpl.figure import render

    spec = figure.spec
    _, size = look_for(spec.preset, "light", spec.size, spec.page_panels, spec.page_arrangement)
    dpi, columns = protocols.image_size(cells, size)
    png = render(replace(figure, spec=replace(spec, dpi=dpi)), ["png"])["png"]
    return protocols.encode(png, protocol, columns)


def _has_colours() -> bool:
    return "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"


def show(view: bytes | str) -> None:
    """Write a terminal's view of a figure to it."""
    if isinstance(view, str):
        print(view, end="")
        return
    sys.stdout.flush()
    sys.stdout.buffer.write(view)
    sys.stdout.buffer.flush()


def in_characters(figure: ResolvedFigure, size: tuple[int, int]) -> str:
    """The figure in so many columns and rows of characters, without colours."""
    from lossplot._formats.terminal.terminal import Screen

    columns, rows = size
    return _in_characters(figure, Screen(columns, rows), colour=False)


def _in_characters(figure: ResolvedFigure, cells: Screen, colour: bool) -> str:
    from lossplot._figure.labels import make_wording
    from lossplot._figure.looks import THEMES, look_for
    from lossplot._figure.styles import line_styles
    from lossplot._formats.terminal.drawing import Captions, draw
    from lossplot._formats.terminal.strips import with_strips
    from lossplot._text.language import load_language
    from lossplot._text.markup import plain

    spec, scene = figure.spec, figure.scene
    wording = make_wording(
        replace(spec, formula=False, math=False), scene, load_language(spec.language), figure.evidence
    )
    look, _ = look_for(None, spec.theme if spec.theme in THEMES else "light", None, len(spec.panels))
    styles = line_styles(figure.whole.curves, look, spec.compare)[: spec.step]
    colours = [style.colour for style in styles] if colour and not look.markers else None
    names = wording.names if spec.labels != "none" else ()
    title = f"{plain(wording.title)}\n" if wording.title else ""
    scene = with_strips(scene)
    panels = [plain(panel) for panel in wording.panels[: len(scene.panels)]]
    captions = Captions([plain(name) for name in names if name], panels, plain(wording.x_label))
    return title + draw(scene, captions, (cells.columns, cells.rows - 2), colours)
