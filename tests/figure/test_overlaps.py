"""Lines that are told apart: in every sight, in grey, and where curves coincide."""

from __future__ import annotations

import random
from itertools import combinations, pairwise, product

import numpy as np
import pytest
from support.cases import every

from lossplot._curves.curve import Curve, default_curve
from lossplot._curves.parse import read_curves
from lossplot._figure.layout.boxes import Box
from lossplot._figure.layout.ink import onto
from lossplot._figure.looks import THEMES, Look, are_alike, dash, look_for
from lossplot._figure.overlaps import DASH, Overlap, overlaps
from lossplot._figure.resolve import ResolvedFigure, resolve
from lossplot._figure.sampling import Trace, View
from lossplot._figure.scene import PanelScene
from lossplot._figure.spec import FigureSpec
from lossplot._figure.styles import LineStyle, line_styles
from lossplot._formats.mpl.figure import prepare
from lossplot._formula.evaluate import Array
from lossplot._losses import LOSSES

OVERLAYS = 120
BOX = Box(0.0, 0.0, 6.0, 4.0)
# The width of a line of 2.6 points, in inches.
WIDTH = 2.6 / 72.0

FAMILIES = [
    *("squared cauchy:c=0.5,1,2", "soft-dice tversky:beta=0.3,0.5,0.7", "huber:delta=0.5,1,2,3"),
    *("quantile:tau=0.1,0.3,0.5,0.7,0.9 absolute", "barron:alpha=-inf,-8,-4,-2,-1,0,0.5,1,1.5,2"),
    "focal:gamma=0,0.5,1,2,5 brier log-loss spherical",
]
PLAIN = [
    *("hinge squared-hinge", "hinge squared-hinge perceptron ramp", "zero-one hinge perceptron", "ramp hinge"),
    *("squared-hinge hinge ramp smoothed-hinge", "zero-one hinge perceptron squared-hinge modified-huber ramp"),
    "huber:delta=1 pseudo-huber smooth-l1 half-squared",
]


def look_of(theme: str) -> Look:
    return look_for(None, theme, None, 1)[0]


def drawn(losses: str) -> tuple[tuple[Curve, ...], tuple[PanelScene, ...]]:
    curves = read_curves(losses.split())
    spec = FigureSpec(tuple(curve.spec for curve in curves), ("loss", "derivative"))
    return curves, ResolvedFigure(spec, curves).scene.panels


# --- colours and dashes ---


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("#000000", "#ffffff", False),
        ("#0000ff", "#ffff00", False),
        ("#d00000", "#d00000", True),
        ("#d7191c", "#4d7a00", True),  # red and green of one lightness, which deuteranopes confuse
        ("#ff7f0e", "#9e9e9e", True),  # in grey: matplotlib's orange has the luminance of this grey, 0.37 and 0.35
        ("#ffffff", "#ffffc8", True),  # white and pale yellow, which tritanopes confuse
    ],
)
def test_colours_are_alike_in_the_eyes_of_some_reader(one: str, other: str, expected: bool) -> None:
    assert are_alike(one, other) is expected
    assert are_alike(other, one) is expected


@pytest.mark.parametrize("theme", THEMES)
def test_lines_that_could_be_taken_for_each_other_differ_in_their_dash_or_marker(theme: str) -> None:
    look, draw = look_of(theme), random.Random(5)
    losses = [default_curve(loss) for loss in LOSSES.values()]
    some = [tuple(draw.sample(losses, draw.randint(2, 12))) for _ in range(OVERLAYS)]
    for curves in (*some, *(read_curves(text.split()) for text in (*FAMILIES, *PLAIN)), tuple(losses[:50])):
        styles = line_styles(curves, look)
        for one, other in combinations(styles, 2):
            told_apart = (one.dash, one.marker) != (other.dash, other.marker)
            assert told_apart or not are_alike(one.colour, other.colour), curves


def margins(least: int, most: int, count: int) -> list[list[str]]:
    """Draw overlays of losses of the margin."""
    draw, losses = random.Random(6), [loss.name for loss in LOSSES.values() if loss.axis.name == "margin"]
    return [draw.sample(losses, draw.randint(least, most)) for _ in range(count)]


@every("words", [["huber:delta=0.5,1,2", "squared", "cauchy"], *margins(2, 9, 12)], among=4)
def test_lines_that_follow_their_reader_differ_in_the_light_and_in_the_dark(words: list[str]) -> None:
    drawing = prepare(resolve(FigureSpec(tuple(words), theme="auto"))).drawing
    dark = line_styles(read_curves(words), look_of("dark"))
    for (one, in_dark), (other, other_in_dark) in combinations(zip(drawing.styles, dark, strict=True), 2):
        if one.dash == other.dash:
            assert not are_alike(one.colour, other.colour), words
            assert not are_alike(in_dark.colour, other_in_dark.colour), words


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_two_curves_are_solid_and_five_differ_in_their_dashes(theme: str) -> None:
    curves = read_curves(["zero-one", "hinge", "logistic", "exponential", "squared-margin"])
    assert {style.dash for style in line_styles(curves[:2], look_of(theme))} == {()}
    assert [style.dash for style in line_styles(curves, look_of(theme))] == [dash(index) for index in range(5)]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_short_family_is_solid(theme: str) -> None:
    curves = read_curves(["huber:delta=0.5,1,2,3"])
    assert {style.dash for style in line_styles(curves, look_of(theme))} == {()}


def test_print_has_one_code_for_each_of_fourteen_curves() -> None:
    values = ",".join(str(1 + step / 4) for step in range(16))
    styles = line_styles(read_curves([f"huber:delta={values}"]), look_of("print"))
    assert {style.colour for style in styles} == {"#0d0d0d"}
    assert all(not (style.dash and style.marker) for style in styles[:14])
    assert not any(style.marker for style in styles[:7])
    assert all(style.marker for style in styles[7:])
    assert len({(style.dash, style.marker) for style in styles}) == 16


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_curve_beside_a_family_has_another_hue_than_its_ramp(theme: str) -> None:
    look = look_of(theme)
    styles = line_styles(read_curves(["squared", "cauchy:c=0.5,1,2", "absolute"]), look)
    assert [styles[0].colour, styles[4].colour] == [look.colour(1), look.colour(2)]
    assert [style.colour for style in styles[1:4]] == [*look.ramp_colours(3)]


# --- curves that coincide ---


def places(piece: Array, view: View) -> Array:
    """Return the length along `piece` to each of its vertices, in line widths on the page."""
    steps = np.hypot(*np.diff(onto(BOX, view, piece), axis=0).T) / WIDTH
    return np.append(0.0, np.cumsum(steps))


def is_on(pattern: tuple[float, ...], along: Array) -> Array:
    """Return where a line with this dash has ink, at these lengths in line widths."""
    if not pattern:
        return np.ones(len(along), dtype=bool)
    ends = np.cumsum(pattern)
    on: Array = np.searchsorted(ends, along % ends[-1], side="right") % 2 == 0
    return on


def heights(trace: Trace, xs: Array) -> Array:
    y = np.full(len(xs), np.nan)
    for piece in trace.pieces:
        within = (xs >= piece[0, 0]) & (xs <= piece[-1, 0])
        y[within] = np.interp(xs[within], *piece.T)
    return y


def top_curves(panel: PanelScene, styles: tuple[LineStyle, ...], xs: Array) -> Array:
    """Return for each curve where its ink is not hidden by that of others, shape (curves, points)."""
    view, traces = panel.view, panel.traces
    lines = [(at, piece, style.dash) for at, style in enumerate(styles) for piece in traces[at].pieces]
    lines += [(each.curve, each.points, each.dash) for each in overlaps(traces, view, styles)]
    y = np.array([heights(trace, xs) for trace in traces])
    seen = np.zeros(y.shape, dtype=bool)
    near = 0.004 * (view.top - view.bottom)
    for curve, piece, pattern in lines:
        within = (xs >= piece[0, 0]) & (xs <= piece[-1, 0])
        ink = within & is_on(pattern, np.interp(xs, piece[:, 0], places(piece, view)))
        seen[:, ink] &= ~(np.abs(y[:, ink] - y[curve, ink]) <= near)
        seen[curve, ink] = True
    return seen


def check_seen(panel: PanelScene, styles: tuple[LineStyle, ...]) -> int:
    """Check that both of two colours are seen on every stretch of a tenth of the width that two curves share."""
    view, shared = panel.view, 0
    xs = np.linspace(view.left, view.right, 8001)
    y = np.array([heights(trace, xs) for trace in panel.traces])
    seen = top_curves(panel, styles, xs)
    for one, other in combinations(range(len(y)), 2):
        if styles[one].colour == styles[other].colour:
            continue
        same = (np.abs(y[one] - y[other]) <= 1e-6 * (view.top - view.bottom)) & (y[one] > view.bottom)
        same &= y[one] < view.top
        changes = [0, *(np.flatnonzero(np.diff(same)) + 1).tolist(), len(xs)]
        for start, stop in pairwise(changes):
            if same[start] and xs[stop - 1] - xs[start] >= 0.1 * (view.right - view.left):
                shared += 1
                for curve in (one, other):
                    assert np.mean(seen[curve, start:stop]) >= 0.05, (panel.panel, one, other)
    return shared


@every(("losses", "theme"), product((*PLAIN, *FAMILIES), ("light", "dark")), among=5)
def test_all_colours_are_seen_where_curves_coincide(losses: str, theme: str) -> None:
    curves, panels = drawn(losses)
    styles = line_styles(curves, look_of(theme))
    for panel in panels:
        check_seen(panel, styles)


@pytest.mark.parametrize(("count", "least"), [(3, 1), pytest.param(OVERLAYS // 2, 50, marks=pytest.mark.slow)])
def test_all_colours_are_seen_in_random_overlays(count: int, least: int) -> None:
    draw, shared = random.Random(7), 0
    for axis in ("margin", "error"):
        losses = [loss.name for loss in LOSSES.values() if loss.axis.name == axis]
        for _ in range(count):
            curves, panels = drawn(" ".join(draw.sample(losses, draw.randint(2, 4))))
            shared += sum(check_seen(panel, line_styles(curves, look_of("light"))) for panel in panels)
    assert shared >= least


def test_only_the_stretch_that_is_shared_has_dashes() -> None:
    curves, panels = drawn("hinge squared-hinge")
    styles = line_styles(curves, look_of("light"))
    for panel in panels:
        base, overlap = overlaps(panel.traces, panel.view, styles)
        assert (base.curve, base.dash, overlap.curve) == (1, (), 0)
        assert overlap.dash == (DASH, DASH)
        assert overlap.points[0, 0] == pytest.approx(1.0, abs=0.15)
        assert overlap.points[-1].tolist() == [3.0, 0.0]
        assert np.abs(overlap.points[:, 1]).max() <= 0.05


def test_curves_that_only_cross_have_none() -> None:
    curves, (panel, _) = drawn("absolute squared")
    assert not overlaps(panel.traces, panel.view, line_styles(curves, look_of("light")))


def test_lines_of_one_colour_need_no_dashes_over_each_other() -> None:
    curves, panels = drawn("hinge squared-hinge ramp")
    styles = line_styles(curves, look_of("print"))
    assert not [each for panel in panels for each in overlaps(panel.traces, panel.view, styles)]


def test_lines_of_one_colour_need_none_beside_another_colour_elsewhere() -> None:
    view = View(0.0, 1.0, 0.0, 1.0)
    low, high = (Trace((np.array([(0.0, y), (1.0, y)]),)) for y in (0.25, 0.75))
    one, other = LineStyle("#0000ff"), LineStyle("#ff0000")
    assert overlaps([low, low, high], view, [one, one, other]) == []
    assert [each.curve for each in overlaps([low, low, high], view, [one, other, one])] == [1, 0]


def test_a_step_shows_an_overlap_once_two_of_its_curves_are_drawn() -> None:
    overlap = Overlap(1, np.zeros((2, 2)), (), (1, 3, 4))
    assert [overlap.is_among(first) for first in range(1, 6)] == [False, False, False, True, True]


def test_the_drawing_has_the_overlaps_above_the_curves() -> None:
    curves = read_curves(["hinge", "squared-hinge"])
    drawing = prepare(ResolvedFigure(FigureSpec(("hinge", "squared-hinge"), ("loss", "derivative")), curves)).drawing
    for frame in drawing.frames:
        base, overlap = [line for line in frame.lines if line.role == "overlap"]
        below = [line for line in frame.lines if line.role == "curve"]
        assert (base.colour, overlap.colour) == (below[-1].colour, below[0].colour)
        assert overlap.layer > max(line.layer for line in below)
        assert not any(line.dash for line in below)
