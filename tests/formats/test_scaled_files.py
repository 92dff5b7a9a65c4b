"""Files of figures whose axes are not linear: scales, ticks and numbers in each format."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from pathlib import Path

import matplotlib
import numpy as np
import pytest
from matplotlib.figure import Figure
from support.cases import some
from support.run import assert_done, call
from support.scenes import prepared

import lossplot
from lossplot._api.evidence import resolve_with_data
from lossplot._figure.options import read_spec
from lossplot._figure.scales import LINEAR
from lossplot._formats import FORMATS
from lossplot._formats.mpl.drawn import draw_prepared


@pytest.mark.parametrize("scales", [("--xscale=log", "--yscale=log"), ("--xscale=symlog", "--yscale=symlog")])
@pytest.mark.parametrize("suffix", some([name for name, row in FORMATS.items() if row.kind != "movie"], 4))
def test_every_format_has_the_scales(suffix: str, scales: tuple[str, str], tmp_path: Path) -> None:
    words = ("huber", "mse", *scales, "-d", "-q", "--mark=1,2", "--dpi=50", "-o", f"a.{suffix}")
    assert_done(call(*words, cwd=tmp_path), f"a.{suffix}")


def test_the_axes_of_matplotlib_have_the_scales() -> None:
    figure = draw_prepared(prepared("mse", xscale="log", yscale="symlog", derivative=True))
    first, second = figure.axes
    assert (first.get_xscale(), first.get_yscale()) == ("log", "symlog")
    assert (second.get_xscale(), second.get_yscale()) == ("log", "linear")
    figure.canvas.draw()
    assert not [label for label in first.xaxis.get_minorticklabels() if label.get_text()]
    axes = Figure().subplots()
    lossplot.plot("mse", ax=axes, xscale="log", yscale="log", range=(0.1, 10))
    assert (axes.get_xscale(), axes.get_yscale()) == ("log", "log")


@pytest.mark.slow
def test_a_script_draws_the_same_axes(tmp_path: Path) -> None:
    words = ("mse", "--xscale=log", "--yscale=symlog", "-q", "--size=4x3", "--dpi=50")
    assert_done(call(*words, "-o", "a.py", "-o", "a.png", cwd=tmp_path), "a.py", "a.png")
    subprocess.run([sys.executable, "a.py", "b.png"], cwd=tmp_path, check=True)
    ours, theirs = (matplotlib.image.imread(tmp_path / name) for name in ("a.png", "b.png"))
    np.testing.assert_allclose(ours, theirs, atol=0.01)


def test_a_tex_document_has_the_places_along_the_scale(tmp_path: Path) -> None:
    words = ("squared", "--xscale=log", "--yscale=log", "--range=0.1:10", "--ylim=0.01:100", "-q")
    assert_done(call(*words, "-o", "a.tex", cwd=tmp_path), "a.tex")
    text = (tmp_path / "a.tex").read_text()
    assert "% loss, x on a log scale, y on a log scale" in text
    assert "coordinates {(-1.0,-2.0) (1.0,2.0)}" in text
    assert "ytick={-2.0, -1.0, 0.0, 1.0, 2.0}" in text
    assert "yticklabels={{0.01}, {0.1}, {1}, {10}, {100}}" in text


def test_numbers_stay_what_they_are(tmp_path: Path) -> None:
    """The hinge is 0 beyond 1, also in the file of a figure that cannot show it."""
    assert_done(call("hinge", "--yscale=log", "-q", "-o", "a.csv", "-o", "a.json", cwd=tmp_path), "a.csv", "a.json")
    lines = (tmp_path / "a.csv").read_text().splitlines()
    rows = [(float(x), float(y)) for _, _, _, x, y in list(csv.reader(lines))[1:]]
    assert rows[0] == (-3.0, 4.0)
    assert (3.0, 0.0) in rows
    for x, y in rows:
        assert y == pytest.approx(max(0.0, 1.0 - x), rel=1e-9)
    assert json.loads((tmp_path / "a.json").read_text())["command"] == "lossplot --yscale=log --format json hinge"


def test_a_preview_has_the_ticks_of_the_scale(tmp_path: Path) -> None:
    lines = call("mse", "--yscale=log", "--preview", "-q", cwd=tmp_path).lines
    starts = [line.split("\u2524")[0].strip() for line in lines if "\u2524" in line]
    assert starts == ["10", "1", "0.1", "0.01"]


@pytest.mark.slow
def test_movies_have_the_scales(tmp_path: Path) -> None:
    assert_done(call("huber:delta=1..9", "--yscale=log", "-q", "--size=2x2", "-o", "a.gif", cwd=tmp_path), "a.gif")


def test_grids_have_the_scales(tmp_path: Path) -> None:
    assert_done(
        call("grid", "logistic,exponential", "huber", "--yscale=symlog", "-q", "-o", "g.svg", cwd=tmp_path), "g.svg"
    )


@pytest.mark.parametrize("scale", ["log", "symlog"])
def test_strips_of_data_lie_below_their_places(scale: str, tmp_path: Path) -> None:
    (tmp_path / "p.csv").write_text("y,prediction\n" + "".join(f"{i % 2},{i / 10 - 4}\n" for i in range(90)))
    spec = read_spec(["logistic"], {"data": str(tmp_path / "p.csv"), "xscale": scale, "yscale": "log"})
    figure = resolve_with_data(spec).scene
    view = figure.panels[0].view
    for strip in figure.strips:
        assert (strip.view.left, strip.view.right, strip.view.x_scale) == (view.left, view.right, view.x_scale)
        assert strip.view.y_scale == LINEAR
        assert strip.area is not None
        assert np.isfinite(view.x_scale.forward(strip.area[:, 0])).all()
