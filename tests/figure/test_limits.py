"""The view that a figure chooses: published figures beside ours, and what of each curve is in it."""

from __future__ import annotations

import random
from itertools import combinations, product
from pathlib import Path

import numpy as np
import pytest
from support.cases import every
from support.run import assert_done, call

from lossplot._curves.curve import Curve, default_curve
from lossplot._curves.panels import Panel
from lossplot._curves.parse import read_curves
from lossplot._figure.limits import x_limits, y_limits
from lossplot._figure.resolve import ResolvedFigure, resolve
from lossplot._figure.sampling import Trace, View
from lossplot._figure.scene import PanelScene
from lossplot._figure.spec import FigureSpec
from lossplot._figure.warnings import cuts
from lossplot._formula.evaluate import Array
from lossplot._losses import LOSSES

# By day, and with the slow tests.
OVERLAYS = {"few": slice(0, 10), "many": slice(10, 500)}
PANELS: tuple[Panel, ...] = ("loss", "derivative", "second-derivative")

# --- published figures ---

SURROGATES = "zero-one hinge logistic-base2 exponential squared-margin"


@pytest.mark.parametrize(
    ("losses", "x_range", "published"),
    [
        # Hastie, Tibshirani & Friedman 2009, The Elements of Statistical Learning, fig. 10.4: -2 to 2 by 0 to 3.
        (SURROGATES, (-2.0, 2.0), 3.0),
        # scikit-learn, examples/linear_model/plot_sgd_loss_functions.py: xmin, xmax = -4, 4; ylim((0, 8)).
        ("zero-one hinge perceptron logistic-base2 squared-hinge modified-huber", (-4.0, 4.0), 8.0),
        # Barron 2019, A General and Adaptive Robust Loss Function, fig. 1: x/c from -6 to 6, 0 to 5.
        ("barron:alpha=2,1,0,-2,-inf", (-6.0, 6.0), 5.0),
        # Lin et al. 2017, Focal Loss for Dense Object Detection, fig. 1: 0 to 1 by 0 to 5.
        ("focal:gamma=0,0.5,1,2,5", (0.0, 1.0), 5.0),
        # Wikipedia, Loss functions for classification, the plot of its Bayes consistent losses: up to 4.
        ("zero-one savage logistic exponential tangent squared-margin", (-2.0, 2.0), 4.0),
    ],
)
def test_a_published_figure_is_about_as_high_as_ours(
    losses: str, x_range: tuple[float, float], published: float
) -> None:
    bottom, top = y_limits(read_curves(losses.split()), "loss", *x_range)
    assert 0.9 * published <= top <= 1.75 * published
    assert -0.1 * published <= bottom <= 0.0


def test_the_classic_surrogates_are_shown_as_in_textbooks() -> None:
    curves = read_curves(SURROGATES.split())
    assert x_limits(curves) == (-2.0, 2.0)
    assert y_limits(curves, "loss", -2.0, 2.0) == pytest.approx((-0.2, 4.2), abs=0.05)


@pytest.mark.parametrize(
    ("losses", "expected"),
    [
        ("exponential", (-3.0, 3.0)),  # steep, but beside no other
        ("zero-one hinge", (-3.0, 3.0)),  # 4 is four times 1, and not more
        ("hinge squared-hinge", (-3.0, 3.0)),
        ("zero-one squared-hinge", (-2.0, 2.0)),
        ("squared absolute", (-3.0, 3.0)),
        ("squared tukey-biweight", (-6.0, 6.0)),  # the middle would not hold where the formula changes
        ("log-loss brier", (0.0, 1.0)),
    ],
)
def test_the_middle_of_the_axis_is_shown_where_a_curve_is_steep_beside_others(
    losses: str, expected: tuple[float, float]
) -> None:
    assert x_limits(read_curves(losses.split())) == expected


def test_a_curve_that_is_four_times_as_high_as_another_is_whole() -> None:
    bottom, top = y_limits(read_curves(["zero-one", "hinge"]), "loss", -3.0, 3.0)
    assert (bottom, top) == pytest.approx((-0.2, 4.2), abs=1e-9)


@pytest.mark.parametrize(
    ("loss", "panel", "low", "high"),
    [
        # The greatest or the least value in closed form: 1/epsilon, -k/4, beta/4, 1/gamma, +-k^2/(6 sqrt(3)).
        ("charbonnier", "second-derivative", 0.0, 1000.0),
        ("charbonnier:epsilon=1e-5", "second-derivative", 0.0, 1e5),
        ("sigmoid:k=1000", "derivative", -250.0, 0.0),
        ("sigmoid:k=1000", "second-derivative", -1e6 / (6.0 * 3.0**0.5), 1e6 / (6.0 * 3.0**0.5)),
        ("softplus-hinge:beta=200", "second-derivative", 0.0, 50.0),
        ("smoothed-hinge:gamma=0.001", "second-derivative", 0.0, 1000.0),
        # c 3 sqrt(3)/16 at r = c/sqrt(3).
        ("geman-mcclure:c=0.01", "derivative", -0.01 * 3.0 * 3.0**0.5 / 16.0, 0.01 * 3.0 * 3.0**0.5 / 16.0),
        # c/2 at r = c.
        ("cauchy:c=0.01", "derivative", -0.005, 0.005),
    ],
)
def test_a_narrow_peak_is_in_view_to_its_top(loss: str, panel: Panel, low: float, high: float) -> None:
    curves = read_curves([loss])
    bottom, top = y_limits(curves, panel, *x_limits(curves))
    free = 0.05 * (high - low)
    assert (bottom, top) == pytest.approx((low - free, high + free), rel=5e-3)


def test_a_pole_is_cut_and_a_peak_beside_a_calm_curve_too() -> None:
    assert y_limits(read_curves(["power:p=1.5"]), "second-derivative", -3.0, 3.0)[1] < 10.0
    assert y_limits(read_curves(["log-loss"]), "derivative", 0.0, 1.0)[0] > -20.0
    assert y_limits(read_curves(["charbonnier", "huber"]), "second-derivative", -3.0, 3.0)[1] < 2.0


# --- the law ---


def in_view(trace: Trace, view: View) -> float:
    """Return the share of the width on which the polylines rise or fall over which they are in view."""
    changing = seen = 0.0
    for piece in trace.pieces:
        x, y = piece.T
        width, rise = np.diff(x), np.diff(y)
        sloped = (np.abs(rise) > 1e-9 * (view.top - view.bottom)) & (width > 0.0)
        low, high = np.minimum(y[1:], y[:-1])[sloped], np.maximum(y[1:], y[:-1])[sloped]
        inside = np.clip(np.minimum(high, view.top) - np.maximum(low, view.bottom), 0.0, None) / (high - low)
        changing += float(np.sum(width[sloped]))
        seen += float(np.sum(width[sloped] * inside))
    return seen / changing if changing else 1.0


def height(trace: Trace, view: View) -> float:
    """Return the share of the height of the view that the polylines take up; 1 if they neither rise nor fall."""
    y: Array = np.concatenate([piece[:, 1] for piece in trace.pieces]) if trace.pieces else np.zeros(1)
    if np.ptp(y) <= 1e-9 * (view.top - view.bottom):
        return 1.0
    return float(np.ptp(np.clip(y, view.bottom, view.top))) / (view.top - view.bottom)


def figure_of(curves: tuple[Curve, ...], panels: tuple[Panel, ...] = PANELS) -> ResolvedFigure:
    return ResolvedFigure(FigureSpec(tuple(curve.spec for curve in curves), panels), curves)


def faults(panel: PanelScene) -> list[int]:
    """Return the numbers of the curves of which there is too little."""
    traces = enumerate(panel.traces)
    return [at for at, each in traces if in_view(each, panel.view) < 0.6 or height(each, panel.view) < 0.08]


def check(figure: ResolvedFigure) -> bool:
    """Check that each curve that is hardly in view is named in a note; return True if there is one."""
    words = " ".join(cuts(figure))
    for panel in figure.scene.panels:
        for at in faults(panel):
            # The measure of the note is coarser: what it leaves out is in view nearly enough.
            view, trace = panel.view, panel.traces[at]
            named = figure.curves[at].spec in words
            assert named or (in_view(trace, view) >= 0.57 and height(trace, view) >= 0.075), (panel.panel, at, words)
    return bool(words)


def by_axis() -> dict[str, list[Curve]]:
    curves: dict[str, list[Curve]] = {}
    for loss in LOSSES.values():
        curves.setdefault(loss.axis.name, []).append(default_curve(loss))
    return curves


def overlays() -> list[tuple[Curve, ...]]:
    """Return overlays of two to six losses of one axis; the axes come as often as they have losses."""
    draw, axes = random.Random(11), by_axis()
    names = draw.choices([*axes], [len(curves) for curves in axes.values()], k=OVERLAYS["many"].stop)
    return [tuple(draw.sample(axes[name], min(len(axes[name]), draw.randint(2, 6)))) for name in names]


@pytest.mark.slow
@every("name", LOSSES, among=7)
def test_a_loss_alone_is_in_view(name: str) -> None:
    figure = figure_of((default_curve(LOSSES[name]),))
    check(figure)
    assert not any(map(faults, figure.scene.panels[:2]))
    assert not cuts(figure)


@pytest.mark.parametrize("which", ["few", pytest.param("many", marks=pytest.mark.nightly)])
def test_each_curve_of_an_overlay_is_in_view_or_a_note_names_it(which: str) -> None:
    drawn = overlays()[OVERLAYS[which]]
    noted = sum(check(figure_of(curves, PANELS[:2])) for curves in drawn)
    # Measured: 74 of 490.
    assert noted <= (0.24 if which == "few" else 0.16) * len(drawn)


@pytest.mark.parametrize("most", [4, pytest.param(10_000, marks=pytest.mark.nightly)])
@pytest.mark.parametrize("axis", ["probability", "similarity", "distance", "score"])
def test_each_pair_is_in_view_or_a_note_names_it(axis: str, most: int) -> None:
    pairs = [*combinations(by_axis()[axis], 2)]
    for pair in random.Random(axis).sample(pairs, min(most, len(pairs))):
        check(figure_of(pair))


def test_panels_show_a_steep_curve_over_the_same_stretch() -> None:
    agreeing = 0
    for calm, steep in product(("hinge", "logistic", "perceptron"), ("squared-hinge", "squared-margin", "exponential")):
        loss, derivative = figure_of(read_curves([calm, steep]), PANELS[:2]).scene.panels
        shares = [in_view(panel.traces[1], panel.view) for panel in (loss, derivative)]
        assert min(shares) >= 0.6
        agreeing += abs(shares[0] - shares[1]) <= 0.2
    assert agreeing == 9


@pytest.mark.parametrize("losses", [["hinge", "squared-hinge"], ["log-loss", "brier"], ["squared", "cauchy"]])
def test_a_twentieth_is_left_free(losses: list[str]) -> None:
    for panel in resolve(FigureSpec(tuple(losses), PANELS[:2])).scene.panels:
        view = panel.view
        free = 0.05 / 1.1 * (view.top - view.bottom)
        inside = [y for trace in panel.traces for piece in trace.pieces for y in piece[:, 1].tolist()]
        assert min(inside) >= view.bottom + 0.9 * free or min(inside) < view.bottom
        assert view.bottom <= -0.9 * free <= 0.0 <= view.top


# --- the note ---

CUT = (
    "note: the derivative of squared-hinge is cut off, so that other curves are not flat; a narrower --range shows more"
)


def test_a_note_names_the_steep_curve_once(tmp_path: Path) -> None:
    outcome = call("sigmoid", "squared-hinge", "-d", "-o", "a.json", cwd=tmp_path)
    assert (outcome.code, outcome.err) == (0, f"lossplot: {CUT}\n")
    assert_done(call("sigmoid", "squared-hinge", "-d", "-o", "b.json", "--quiet", cwd=tmp_path), "b.json")


def test_a_batch_gives_the_note_with_its_place(tmp_path: Path) -> None:
    (tmp_path / "f.toml").write_text('[[figures]]\nlosses = ["sigmoid", "squared-hinge"]\nderivative = true\n')
    outcome = call("build", "f.toml", "-o", "out", cwd=tmp_path)
    assert outcome.code == 0
    [line] = [line for line in outcome.err.splitlines() if "note" in line]
    assert line.startswith("lossplot: note: f.toml")
    assert line.endswith(CUT.removeprefix("note: "))


def test_a_range_that_the_user_chose_is_not_noted() -> None:
    spec = FigureSpec(("sigmoid", "squared-hinge"), ("loss",), y_range=(0.0, 0.5))
    assert cuts(resolve(spec)) == []
    [note] = cuts(resolve(FigureSpec(("sigmoid", "squared-hinge"), PANELS[:2], y_range=(0.0, 0.5))))
    assert note == CUT.removeprefix("note: ")


def test_a_note_about_a_sweep_names_the_loss() -> None:
    [note] = cuts(resolve(FigureSpec(("geman-reynolds", "huber:delta=1..9"))))
    assert note.startswith("huber is cut off")
