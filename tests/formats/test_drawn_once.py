"""What stands still in a movie is drawn once, and each frame is as if it were drawn alone; what a terminal shows."""

from __future__ import annotations

import json
from dataclasses import replace

import numpy as np
import pytest
from matplotlib.figure import Figure
from support.scenes import prepared

import lossplot
from lossplot._formats.mpl import backend
from lossplot._formats.mpl.pictures import pictures_of, whole_pictures
from lossplot._formats.terminal.strips import with_strips

# Too few pixels to read, and enough to tell what is drawn.
DPI = 15.0


def test_a_frame_is_what_is_drawn_of_it_alone() -> None:
    # Of the ramp the jump moves, with its circles, the mark, and the words of both.
    view = {"size": "4x3", "range": "-2:2", "ylim": "-0.5:2.5", "mark": "-1"}
    some = [prepared(f"m<{jump} ramp:s={jump}", **view) for jump in ("-0.5", "0.5")]
    drawings, counts = [each.drawing for each in some], list[tuple[int, int]]()
    with backend.settings(some[0].fonts):
        together = list(pictures_of(drawings, DPI, lambda done, of: counts.append((done, of))))
        alone = whole_pictures(drawings, DPI)
    for number, (one, other) in enumerate(zip(together, alone, strict=True)):
        assert one.shape == other.shape == (45, 60, 4)
        # Where lines cross, smoothed edges may differ a little.
        assert np.abs(one.astype(int) - other.astype(int)).max() <= 12, number
    assert np.abs(alone[0].astype(int) - alone[1].astype(int)).max() > 100
    assert counts == [(1, 2), (2, 2)]


def forecasts() -> dict[str, object]:
    chances = np.linspace(0.05, 0.95, 60)
    return {"y": np.where(np.arange(60) % 3 == 0, 1, -1), "prediction": chances}


def test_a_terminal_shows_what_data_carry_of_each_curve_and_no_forecasts() -> None:
    figure = lossplot.plot("log-loss", "brier", data=forecasts(), scale="probability")._resolved
    assert [strip.panel for strip in figure.scene.strips] == ["loss share", "gradient share", "reliability"]
    shown = with_strips(figure.scene)
    assert shown.panels[:1] == figure.scene.panels
    assert len(shown.panels) == 3
    for panel, strip in zip(shown.panels[1:], figure.scene.strips, strict=False):
        assert panel.view == strip.view
        for curve, trace in enumerate(panel.traces):
            own = [outline.points for outline in strip.outlines if outline.curve == curve]
            assert len(trace.pieces) == len(own) == 1
            assert np.array_equal(trace.pieces[0], own[0])
    plain = replace(figure.scene, strips=())
    assert with_strips(plain) == plain


def test_a_step_in_somebody_s_axes_has_the_words_of_its_own_curves() -> None:
    axes = Figure().subplots()
    lossplot.plot("hinge", "logistic", "squared-hinge", ax=axes, mark=(-1.0,), step=2)
    # The logistic loss at -1 is log(1 + e), 1.3133.
    at = sorted(text.xy[1] for text in axes.texts)  # type: ignore[attr-defined]
    assert at == pytest.approx([np.log1p(np.e), 2.0])
    legend = axes.get_legend()
    assert legend
    assert [text.get_text() for text in legend.get_texts()] == ["Hinge", "Logistic"]


def test_numbers_of_a_step_are_those_of_its_own_curves() -> None:
    for step, losses in ((1, ["log-loss"]), (2, ["log-loss", "brier"])):
        figure = lossplot.plot("log-loss", "brier", data=forecasts(), scale="probability", step=step)
        record = json.loads(figure.to_bytes("json"))
        assert [each["loss"] for each in record["data"]] == losses
        assert [each["loss"] for each in record["panels"][0]["curves"]] == losses
        rows = figure.to_bytes("csv").decode().splitlines()[1:]
        assert list(dict.fromkeys(row.split(",")[0] for row in rows)) == [*losses, ""]
