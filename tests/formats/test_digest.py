"""The digest of a figure: all that a reader can see decides it, and nothing that only a processor can."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from support.cases import every

from lossplot._api.evidence import resolve_with_data
from lossplot._figure.options import read_spec
from lossplot._figure.resolve import ResolvedFigure, resolve
from lossplot._figure.sampling import Trace
from lossplot._figure.scene import Scene
from lossplot._figure.spec import FigureSpec
from lossplot._figure.strips import Strip
from lossplot._formats.digest import figure_of

SPEC = FigureSpec(("hinge", "zero-one"), ("loss", "derivative"), marks=(0.5,))
# As shares of the view: what no picture shows, and what a file of vectors does.
UNSEEN, SEEN = 1e-9, 3e-6


def digest_with(scene: Scene, figure: ResolvedFigure) -> str:
    """Return the digest of `figure` with another scene, and with the words that it has."""
    changed = replace(figure)
    changed.__dict__.update(scene=scene, wording=figure.wording, title=figure.title, description=figure.description)
    return figure_of(changed)


# Ways to move one thing of a curve by some height or width.
MOVED: dict[str, Callable[[Trace, float], Trace]] = {
    "a vertex up": lambda trace, by: replace(trace, pieces=(trace.pieces[0] + [0.0, by], *trace.pieces[1:])),
    "a vertex aside": lambda trace, by: replace(trace, pieces=(trace.pieces[0] + [by, 0.0], *trace.pieces[1:])),
    "the last piece": lambda trace, by: replace(trace, pieces=(*trace.pieces[:-1], trace.pieces[-1] - [0.0, by])),
    "a filled circle": lambda trace, by: replace(trace, filled=tuple((x, y + by) for x, y in trace.filled)),
    "a hollow circle": lambda trace, by: replace(trace, hollow=tuple((x, y + by) for x, y in trace.hollow)),
    "a bridge": lambda trace, by: replace(trace, bridges=tuple((x, low, y + by) for x, low, y in trace.bridges)),
}


@every(("what", "at", "curve"), [*((what, 0, 1) for what in [*MOVED][:5]), *((what, 1, 0) for what in [*MOVED][-1:])])
def test_a_vertex_a_circle_or_a_bridge_that_is_seen_to_move_is_another_figure(what: str, at: int, curve: int) -> None:
    figure = resolve(SPEC)
    panels = figure.scene.panels
    view = panels[at].view
    for share, differs in ((UNSEEN, False), (SEEN, True)):
        traces = [*panels[at].traces]
        traces[curve] = MOVED[what](traces[curve], share * (view.top - view.bottom))
        scene = replace(
            figure.scene,
            panels=tuple(replace(each, traces=tuple(traces)) if each is panels[at] else each for each in panels),
        )
        assert (digest_with(scene, figure) != figure_of(figure)) is differs, share


def test_a_mark_and_a_side_of_the_view_that_are_seen_to_move_are_another_figure() -> None:
    figure = resolve(SPEC)
    first, second = figure.scene.panels
    for share, differs in ((UNSEEN, False), (SEEN, True)):
        by = share * (first.view.top - first.view.bottom)
        marks = tuple(replace(mark, y=mark.y + by) for mark in first.marks)
        moved = replace(figure.scene, panels=(replace(first, marks=marks), second))
        assert (digest_with(moved, figure) != figure_of(figure)) is differs
    for side in ("left", "right", "bottom", "top"):
        view = replace(second.view, **{side: getattr(second.view, side) * (1.0 + SEEN)})
        moved = replace(figure.scene, panels=(first, replace(second, view=view)))
        assert digest_with(moved, figure) != figure_of(figure), side


def test_a_piece_in_two_parts_is_another_figure() -> None:
    figure = resolve(FigureSpec(("logistic",)))
    [panel] = figure.scene.panels
    [trace] = panel.traces
    [piece] = trace.pieces
    parts = replace(trace, pieces=(piece[:20], piece[20:]))
    assert digest_with(replace(figure.scene, panels=(replace(panel, traces=(parts,)),)), figure) != figure_of(figure)


def test_a_circle_that_is_filled_or_hollow_on_the_other_side_is_another_figure() -> None:
    figure = resolve(FigureSpec(("zero-one",)))
    [panel] = figure.scene.panels
    [trace] = panel.traces
    ways = (
        replace(trace, filled=trace.hollow, hollow=trace.filled),
        replace(trace, filled=(*trace.filled, *trace.hollow), hollow=()),
        replace(trace, filled=(), hollow=(*trace.filled, *trace.hollow)),
    )
    digests = {figure_of(figure)}
    for way in ways:
        digests.add(digest_with(replace(figure.scene, panels=(replace(panel, traces=(way,)),)), figure))
    assert len(digests) == 4


@every("what", ["title", "description", "wording"])
def test_each_of_the_words_of_a_figure_decides_alone(what: str) -> None:
    figure = resolve(FigureSpec(("hinge",)))
    changed = replace(figure)
    words: dict[str, Any] = {name: getattr(figure, name) for name in ("scene", "title", "description", "wording")}
    words[what] = replace(figure.wording, heading="other") if what == "wording" else "other"
    changed.__dict__.update(words)
    assert figure_of(changed) != figure_of(figure)


CHANGES: dict[str, Any] = {
    "losses": ("hinge", "ramp"),
    "panels": ("loss",),
    "marks": (0.25,),
    "title": "A title",
    "x_label": "mine",
    "y_label": "mine",
    "theme": "dark",
    "preset": "neurips",
    "size": (5.0, 3.0),
    "dpi": 100.0,
    "language": "zh",
    "x_range": (-2.0, 3.0),
    "y_range": (0.0, 3.0),
    "normalize": True,
    "both_labels": True,
    "formula": True,
}


def test_each_option_that_changes_what_is_seen_changes_the_digest() -> None:
    digests = [figure_of(resolve(SPEC))]
    for name, value in CHANGES.items():
        losses = {"losses": ("hinge", "logistic")} if name in ("normalize", "both_labels", "formula") else {}
        digests.append(figure_of(resolve(replace(SPEC, **{**losses, name: value}))))
    assert len(set(digests)) == len(digests)
    assert figure_of(resolve(replace(SPEC, theme="auto"))) not in digests


def test_the_three_frames_of_a_sweep_decide() -> None:
    sweeps = ["huber:delta=0.5..2", "huber:delta=0.5..2.1", "huber:delta=0.6..2", "huber:delta=2..0.5"]
    assert len({figure_of(resolve(FigureSpec((sweep,)))) for sweep in sweeps}) == 4


def test_a_strip_of_data_that_is_seen_to_move_is_another_figure(tmp_path: Path) -> None:
    table = tmp_path / "p.csv"
    table.write_text("y,prediction\n" + "".join(f"{n % 2},{n / 90 + 0.005}\n" for n in range(90)))
    figure = resolve_with_data(read_spec(["log-loss"], {"data": str(table)}))
    moves: dict[str, Callable[[Strip, float], Strip]] = {
        "area": lambda strip, by: replace(strip, area=None if strip.area is None else strip.area + np.array([0.0, by])),
        "outlines": lambda strip, by: replace(
            strip, outlines=tuple(replace(each, points=each.points + np.array([0.0, by])) for each in strip.outlines)
        ),
        "intervals": lambda strip, by: replace(
            strip, intervals=tuple((x, low, high + by) for x, low, high in strip.intervals)
        ),
        "view": lambda strip, by: replace(strip, view=replace(strip.view, top=strip.view.top + by)),
    }
    assert [strip.panel for strip in figure.scene.strips] == ["loss share", "gradient share", "reliability"]
    changed = {
        (what, number): digest_with(
            replace(
                figure.scene,
                strips=tuple(
                    move(strip, 2e-5) if at == number else strip for at, strip in enumerate(figure.scene.strips)
                ),
            ),
            figure,
        )
        != figure_of(figure)
        for what, move in moves.items()
        for number in range(3)
    }
    same = {("area", 2), ("intervals", 0), ("intervals", 1)}  # a strip without any
    assert {key for key, differs in changed.items() if not differs} == same


@pytest.mark.parametrize("style", ["axes.edgecolor: red\n", "axes.edgecolor: blue\n"])
def test_the_content_of_a_style_sheet_decides_and_not_its_name(style: str, tmp_path: Path) -> None:
    for name in ("one.mplstyle", "other.mplstyle"):
        (tmp_path / name).write_text(style)
    one, other = (
        figure_of(resolve(replace(SPEC, style=str(tmp_path / f"{name}.mplstyle")))) for name in ("one", "other")
    )
    assert one == other != figure_of(resolve(SPEC))
    (tmp_path / "one.mplstyle").write_text(f"{style}font.size: 9\n")
    assert figure_of(resolve(replace(SPEC, style=str(tmp_path / "one.mplstyle")))) != one
