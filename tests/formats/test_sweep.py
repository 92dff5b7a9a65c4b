"""Sweeps: what their frames show, what is refused, and how far they are while they are drawn."""

from __future__ import annotations

import io
import os
import pty
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from support.cases import some
from support.figures import whole_texts, words_of
from support.run import MODULE, TIMEOUT, assert_fails, call, clean_environment, hearing_signals, snapshot
from support.sweeps import FRAMES, HALF, drawings, planned, share, spec

from lossplot._cli.progress import progress_bar
from lossplot._figure.drawing import Drawing, Frame, Line, Text
from lossplot._figure.layout.ink import covered, ink
from lossplot._figure.resolve import resolve
from lossplot._figure.sampling import Trace
from lossplot._formats import of_kind
from lossplot._formats.mpl import backend
from lossplot._formats.mpl.figure import render
from lossplot._formats.mpl.pictures import pictures_of
from lossplot._formats.produce import produce
from lossplot._formula.notation.letters import number

FORMATS = of_kind("picture", "numbers", "source")
MOVIES = of_kind("movie")

SWEEP = "huber:delta=0.1..3"
# For each sweep its parameter, its ends, and the moving loss by what it is called at a value.
SWEEPS = {
    "up": (SWEEP, 0.1, 3.0, "huber:delta={}"),
    "down": ("huber:delta=3..0.1", 3.0, 0.1, "huber:delta={}"),
    "negative": ("barron:alpha=-2..2", -2.0, 2.0, "barron:alpha={}"),
    "probability": ("focal:gamma=0..5", 0.0, 5.0, "focal:gamma={}"),
    "fixed": ("linex:a=0.5..2:b=2", 0.5, 2.0, "linex:a={}:b=2"),
}


def lines(drawing: Drawing) -> list[Line]:
    """The polylines of curves."""
    return [line for frame in drawing.frames for line in frame.lines if line.name]


def said_in(drawing: Drawing) -> list[str]:
    return [words_of(runs) for runs in whole_texts(drawing)]


def without_ghosts(drawing: Drawing) -> Drawing:
    frames = [
        replace(frame, lines=tuple(line for line in frame.lines if line.role != "ghost")) for frame in drawing.frames
    ]
    return replace(drawing, frames=tuple(frames))


@pytest.mark.parametrize("name", some(SWEEPS, 5))
def test_every_frame_has_the_vertices_of_the_still_figure_of_its_parameter(name: str) -> None:
    losses, start, end, still = SWEEPS[name]
    shown = drawings(losses)
    assert len(shown) == FRAMES
    view = shown[0].frames[0].view
    ends = np.concatenate([line.points[:, 0] for line in lines(shown[0])])
    for at in (0, 1, 7, HALF, 41, FRAMES - 1):
        value = (1.0 - share(at)) * start + share(at) * end
        one = replace(
            spec(still.format(number(value))), x_range=(ends.min(), ends.max()), y_range=(view.bottom, view.top)
        )
        [panel] = resolve(one).scene.panels
        pieces = [piece for trace in panel.traces for piece in trace.pieces]
        drawn = [line.points for line in lines(shown[at])]
        assert all(np.array_equal(ours, theirs) for ours, theirs in zip(drawn, pieces, strict=True))


@pytest.mark.slow
@pytest.mark.parametrize(("at", "still"), [(0, "huber:delta=0.1"), (HALF, "huber:delta=3")])
def test_the_first_and_the_middle_frame_are_the_still_figures_to_the_pixel(at: int, still: str) -> None:
    plan = planned("huber:delta=0.1..3 squared", labels="none", mark="1", title="Huber")
    with backend.settings(plan.fonts):
        pixels = list(pictures_of([*map(without_ghosts, plan.drawings)], plan.dpi, lambda done, of: None))[
            plan.order[at]
        ]
    view = plan.drawings[0].frames[0].view
    figure = spec(f"{still} squared", labels="none", mark="1", title="Huber", dpi="80")
    figure = replace(figure, x_range=(-4.0, 4.0), y_range=(view.bottom, view.top))
    with Image.open(io.BytesIO(render(resolve(figure), ["png"])["png"])) as image:
        assert np.array_equal(np.array(image.convert("RGBA")), pixels)


STANDING: dict[str, tuple[str, dict[str, str | bool]]] = {
    "one": (SWEEP, {}),
    "several": ("huber:delta=0.1..3 barron:alpha=-2..2 squared", {"derivative": True, "labels": "direct"}),
    "family": ("huber:delta=0.1..3 huber:delta=1..4", {"mark_loss": "0.5"}),
    "probability": ("focal:gamma=0..5 log-loss", {}),
    "formula": (SWEEP, {"formula": True, "weight": True}),
}


def standing(frame: Frame) -> tuple[object, ...]:
    """All of a panel but its curves and what is marked on them."""
    ground = [(line.points.tolist(), line.colour, line.width, line.dash) for line in frame.lines if line.curve is None]
    return frame.panel, frame.box, frame.view, frame.x_ticks, frame.y_ticks, frame.has_x_numbers, ground


def labels_of(drawing: Drawing) -> list[Text]:
    return [text for text in drawing.texts if text.role in ("x label", "panel name", "title")]


def handles(drawing: Drawing) -> list[tuple[object, ...]]:
    """The lines of the legend; leaders go where their marks go."""
    return [(line.points.tolist(), line.colour, line.dash) for line in drawing.lines if line.role != "leader"]


@pytest.mark.parametrize("name", some(STANDING, 5))
def test_axes_stand_still_and_only_curves_move(name: str) -> None:
    losses, options = STANDING[name]
    first, *others = drawings(losses, **options)
    for other in others:
        assert list(map(standing, other.frames)) == list(map(standing, first.frames))
        assert (labels_of(other), other.legend, other.size) == (labels_of(first), first.legend, first.size)
        assert handles(other) == handles(first)
        assert [line.colour for line in lines(other) if line.name.endswith("_1")] == [
            line.colour for line in lines(first) if line.name.endswith("_1")
        ]


@pytest.mark.slow
def test_the_legend_keeps_clear_of_the_curves_of_all_frames() -> None:
    # At the start the left side is high and the right one free, at the end the other way round.
    shown = drawings("quantile:tau=0.05..0.95", range="-3:3", labels="legend")
    assert shown[0].legend
    plate = shown[0].legend.box
    for drawing in shown:
        [frame] = drawing.frames
        for line in lines(drawing):
            assert not covered(plate, ink([Trace((line.points,))], frame.box, frame.view))


def test_every_curve_is_in_view_from_end_to_end() -> None:
    # Huber 1964: the last is 3 (2.4 - 3/2) at r = 2.4, 60 % of the way to 4; the first, 0.1 (4 - 0.1/2), is below it.
    for losses in (SWEEP, "huber:delta=3..0.1"):
        view = drawings(losses)[0].frames[0].view
        assert (view.left, view.right) == pytest.approx((-4.16, 4.16), rel=1e-12)  # and 2 % of room
        assert 2.7 <= view.top < 0.395 / 0.08
        assert -0.5 < view.bottom <= 0.0


@pytest.mark.slow
def test_what_does_not_move_is_drawn_in_every_frame_alike() -> None:
    shown = drawings("squared huber:delta=0.1..3", derivative=True)
    still = [[line.points.tolist() for line in lines(each) if "squared" in line.name] for each in shown]
    moving = [[line.points.tolist() for line in lines(each) if "huber" in line.name] for each in shown]
    assert all(each == still[0] for each in still)
    assert len({str(each) for each in moving}) == HALF + 1


@pytest.mark.slow
def test_the_legend_says_the_parameter_in_digits_that_stand_still() -> None:
    said = [said_in(each)[-2:] for each in drawings("huber:delta=0.1..3 squared")]
    values = [0.1 + 2.9 * share(frame) for frame in range(FRAMES)]
    assert said == [[f"Huber (\u03b4 = {value:.2f})", "Squared error"] for value in values]
    named = [[text for text in each.texts if text.curve is not None] for each in drawings(SWEEP)]
    places = {tuple((text.role, text.x, text.y) for text in texts) for texts in named}
    assert len(places) == 1


@pytest.mark.slow
def test_two_parameters_move_together() -> None:
    shown = planned("huber:delta=0.1..3 huber:delta=4..1")
    said = said_in(shown.drawings[0]), said_in(shown.drawings[HALF])
    assert said[0][-2:] == ["Huber (\u03b4 = 0.10)", "Huber (\u03b4 = 4.00)"]
    assert said[1][-2:] == ["Huber (\u03b4 = 3.00)", "Huber (\u03b4 = 1.00)"]
    assert not [text for drawing in shown.drawings for text in drawing.texts if text.role == "title"]


@pytest.mark.slow
def test_the_title_of_the_file_names_each_curve_with_both_ends() -> None:
    for losses, names in (
        ("huber:delta=0.1..3 huber:delta=1", "Huber (\u03b4 = 0.10\u20263.00) and Huber (\u03b4 = 1)"),
        ("huber:delta=1 huber:delta=1..2", "Huber (\u03b4 = 1) and Huber (\u03b4 = 1.00\u20262.00)"),
    ):
        assert planned(losses).title == f"{names}: loss"


# --- what is refused ---

REFUSED: dict[str, tuple[list[str], *tuple[str, ...]]] = {
    **{f"in-{each}": ([SWEEP, "-o", f"a.{each}"], "'delta=0.1..3' moves", ".gif or .webp") for each in FORMATS},
    **{f"still-{each}": (["huber", "-o", f"a.{each}"], "nothing moves in 'huber'", SWEEP) for each in MOVIES},
    "one-of-two": ([SWEEP, "-o", "a.gif", "-o", "a.png"], "'delta=0.1..3' moves"),
    "equal": (["huber:delta=1..1", "-o", "a.gif"], "sweep 'delta=1..1' ends where it starts"),
    "equal-otherwise": (["huber:delta=1..1.0", "-o", "a.gif"], "ends where it starts"),
    "no-start": (["huber:delta=..3", "-o", "a.gif"], "sweep 'delta=..3' does not have two ends"),
    "no-end": (["huber:delta=1..", "-o", "a.gif"], "sweep 'delta=1..' does not have two ends"),
    "three-dots": (["huber:delta=1...3", "-o", "a.gif"], "does not have two ends"),
    "three-ends": (["huber:delta=1..2..3", "-o", "a.gif"], "does not have two ends"),
    "words": (["huber:delta=a..3", "-o", "a.gif"], "'a' is not a number"),
    "nan": (["huber:delta=1..nan", "-o", "a.gif"], "'nan' is not a number"),
    "start-outside": (["huber:delta=0..3", "-o", "a.gif"], "delta = 0 of huber is out of range; it is in (0, inf)"),
    "end-outside": (["quantile:tau=0.5..1.5", "-o", "a.gif"], "tau = 1.5 of quantile is out of range", "(0, 1)"),
    "infinite": (["barron:alpha=-inf..1", "-o", "a.gif"], "there is no way from infinity"),
    "hole": (["linex:a=-1..1", "-o", "a.gif"], "without {0}; sweep only one side"),
    "list": (["huber:delta=0.1..1,3", "-o", "a.gif"], "'delta=0.1..1,3' is a sweep in a list"),
    "no-parameter": (["hinge:delta=1..2", "-o", "a.gif"], "hinge has no parameter 'delta'"),
    "other-axes": ([SWEEP, "hinge", "-o", "a.gif"], "huber", "hinge"),
    "clear-gif": ([SWEEP, "--transparent", "-o", "a.gif"], "leave out --transparent"),
    "large": ([SWEEP, "--size", "2000x1300px", "-o", "a.webp"], "2000 x 1300 pixels are too many"),
    "auto": ([SWEEP, "--theme", "auto", "-o", "a.gif"], "theme auto"),
    "copy": ([SWEEP, "--copy"], "a sweep moves"),
    "preview": ([SWEEP, "--preview"], "a sweep moves"),
}  # fmt: skip


@pytest.mark.parametrize(("typed", "fragments"), [(row[0], row[1:]) for row in REFUSED.values()], ids=REFUSED)
def test_a_sweep_that_cannot_be_is_refused_in_one_line(
    typed: list[str], fragments: tuple[str, ...], tmp_path: Path
) -> None:
    assert_fails(call(*typed, cwd=tmp_path), 2, *fragments)


# --- while it is drawn ---

LONG = (SWEEP, "-o", "a.gif", "-o", "a.webp", "--size", "1900x1300px", "--force")


@pytest.mark.slow
def test_a_bar_is_on_a_terminal_only_and_an_interrupted_sweep_leaves_the_old_files(tmp_path: Path) -> None:
    for path in ("a.gif", "a.webp"):
        (tmp_path / path).write_bytes(b"old")
    before = snapshot(tmp_path)
    ours, theirs = pty.openpty()
    env = clean_environment({"TERM": "xterm", "COLUMNS": "80"})
    command = [*MODULE, *LONG]
    with hearing_signals():
        process = subprocess.Popen(command, cwd=tmp_path, env=env, stdout=subprocess.PIPE, stderr=theirs)
    with process:
        os.close(theirs)
        said = b""
        while b"%" not in said:
            said += os.read(ours, 4096)
        assert b"drawing" in said
        process.send_signal(signal.SIGINT)
        while block := _read(ours):
            said += block
        assert process.wait(TIMEOUT) == 130
        assert process.stdout
        assert process.stdout.read() == b""
    os.close(ours)
    assert said.endswith(b"lossplot: interrupted; no file was left half-written\r\n")
    assert snapshot(tmp_path) == before


def _read(terminal: int) -> bytes:
    """More of what is said; nothing at its end, which Linux tells by EIO."""
    try:
        return os.read(terminal, 4096)
    except OSError:
        return b""


class Stream(io.StringIO):
    """What stderr writes, on a terminal or not."""

    def __init__(self, terminal: bool) -> None:
        super().__init__()
        self.terminal = terminal

    def isatty(self) -> bool:
        return self.terminal


@pytest.mark.parametrize(
    ("terminal", "wanted", "patience", "seen"),
    [(True, True, -1.0, True), (True, True, 60.0, False), (False, True, -1.0, False), (True, False, -1.0, False)],
    ids=["long", "short", "piped", "quiet"],
)
def test_a_bar_shows_only_what_takes_long(
    terminal: bool, wanted: bool, patience: float, seen: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    stream = Stream(terminal)
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setattr("lossplot._cli.progress.PATIENCE", patience)
    with progress_bar("drawing", wanted) as told:
        told(1, 2)
    assert ("drawing" in stream.getvalue()) is seen


@pytest.mark.slow
@pytest.mark.parametrize("formats", [["gif"], ["gif", "webp"]])
def test_what_is_done_grows_to_all_of_it(formats: list[str]) -> None:
    heard: list[float] = []
    produce(resolve(spec(SWEEP)), formats, lambda done, of: heard.append(done / of))
    assert heard == sorted(heard)
    assert heard[-1] == 1.0
    assert len(heard) >= HALF
