"""Polylines of curves, the limits of their views, and the colours and dashes that distinguish them."""

from __future__ import annotations

import math
from dataclasses import dataclass
from random import Random

import numpy as np
import pytest
from support.cases import every, some
from support.draws import assume, between, choice, floats, law
from support.loss_draws import a_curve

from lossplot._curves.curve import Curve
from lossplot._curves.panels import PANELS, quantity
from lossplot._curves.parse import read_curves
from lossplot._figure.limits import x_limits, y_limits
from lossplot._figure.looks import DEFAULT, dash, default_size
from lossplot._figure.sampling import Trace, View, sample
from lossplot._formula.evaluate import Array
from lossplot._formula.knots import Kind, Knot
from lossplot._losses import LOSSES, Loss
from lossplot._losses.entry import MARGIN

BREAKS: list[set[Kind]] = [{"jump"}, {"jump", "corner"}, {"jump", "corner", "curvature"}]
ORDERS = (0, 1, 2)
# Tolerance of lines in heights and widths of the view: a tenth of a pixel of a figure 2000 pixels wide.
TOLERANCE = 5e-5


@dataclass(frozen=True)
class Drawing:
    """A curve, or a derivative of it, drawn in a view."""

    curve: Curve
    order: int
    view: View
    trace: Trace

    @property
    def knots(self) -> tuple[Knot, ...]:
        return tuple(
            knot
            for knot in self.curve.knots(self.view.left, self.view.right)
            if self.view.left < knot.x < self.view.right
        )

    @property
    def breaks(self) -> list[Knot]:
        return [knot for knot in self.knots if knot.kind in BREAKS[self.order]]


def draw(curve: Curve, order: int, left: float, right: float) -> Drawing:
    view = View(left, right, *y_limits([curve], PANELS[order], left, right))
    return Drawing(curve, order, view, sample(curve, PANELS[order], view))


def formula(text: str) -> Curve:
    return Curve(Loss("typed", text, MARGIN, "", "", "", ""), ())


def one(spec: str) -> Curve:
    (curve,) = read_curves([spec])
    return curve


def check_vertices(drawing: Drawing) -> None:
    """Assert that every knot is a vertex, and that pieces end and begin at breaks."""
    for knot in drawing.knots:
        ends = [piece[[0, -1], 0].tolist() for piece in drawing.trace.pieces]
        if knot.kind not in BREAKS[drawing.order]:
            assert any(knot.x in piece[:, 0] for piece in drawing.trace.pieces)
            continue
        assert any(left == knot.after for left, _ in ends)
        assert any(right == knot.before for _, right in ends)
        assert not any(left < knot.x < right for left, right in ends)


def check_finite(drawing: Drawing) -> None:
    """Assert that all is finite and within one height of the view."""
    view, trace = drawing.view, drawing.trace
    height = view.top - view.bottom
    for piece in trace.pieces:
        assert len(piece) > 1
        assert np.isfinite(piece).all()
        assert (np.diff(piece[:, 0]) >= 0.0).all()
        assert piece[0, 0] >= view.left
        assert piece[-1, 0] <= view.right
        assert np.min(piece[:, 1]) >= view.bottom - 1.000001 * height
        assert np.max(piece[:, 1]) <= view.top + 1.000001 * height
    for marks in (trace.filled, trace.hollow, trace.bridges):
        assert np.isfinite(np.array(marks)).all()


def places(drawing: Drawing, count: int) -> Array:
    """Draw places from all of the view."""
    return np.array(between(drawing.view.left, drawing.view.right, count, Random("places")))


def check_accuracy(drawing: Drawing, x: Array, tolerance: float = 2.0 * TOLERANCE) -> None:
    """Assert that everywhere in view a piece is within a vertical or horizontal tolerance of the curve."""
    curve, order, view = drawing.curve, drawing.order, drawing.view
    x = x[~np.isin(x, [knot.x for knot in drawing.knots])]
    y = quantity(curve, PANELS[order], x)
    visible = (y > view.bottom) & (y < view.top)
    x, y = x[visible], y[visible]
    width, height = view.right - view.left, view.top - view.bottom
    across = TOLERANCE * width
    low, high = np.full(len(x), np.inf), np.full(len(x), -np.inf)
    covered = np.zeros(len(x), dtype=bool)
    for piece in drawing.trace.pieces:
        inside = (x >= piece[0, 0]) & (x <= piece[-1, 0])
        covered |= inside
        for offset in (-across, 0.0, across):
            line = np.interp(np.clip(x[inside] + offset, piece[0, 0], piece[-1, 0]), piece[:, 0], piece[:, 1])
            low[inside], high[inside] = np.minimum(low[inside], line), np.maximum(high[inside], line)
    assert covered.all(), f"nothing is drawn at {x[~covered][:3]}"
    off = np.maximum(low - y, y - high) / height
    worst = int(np.argmax(off)) if len(off) else 0
    assert not len(off) or off[worst] <= tolerance, (
        f"off by {off[worst]:.2g} of the height at {x[worst]!r}, where {curve.spec} is {y[worst]!r}"
    )


def check_marks(drawing: Drawing) -> None:
    """Assert one or two circles at each jump, none where a bridge joins a corner's slopes, none at infinity."""
    trace, order, view = drawing.trace, drawing.order, drawing.view
    height = view.top - view.bottom
    for knot in drawing.breaks:
        heights = [y for x, y in trace.filled if x == knot.x]
        hollow = [y for x, y in trace.hollow if x == knot.x]
        bridges = [(low, high) for x, low, high in trace.bridges if x == knot.x]
        ends = {y for y in (knot.left, knot.right) if math.isfinite(y)}
        if order == 0:
            value = float(drawing.curve.jet([knot.x]).value[0])
            assert (heights, hollow) == ([value], sorted(ends - {value}))
        elif knot.kind == "corner" and order == 1:
            low, high = np.clip([knot.left, knot.right], view.bottom - height, view.top + height).tolist()
            assert (heights, hollow, bridges) == ([], [], [(low, high)])
        else:
            assert (heights, bridges) == ([], [])
            assert hollow == sorted(ends) if knot.kind == "curvature" else len(hollow) <= 2
    mark_places = {mark[0] for marks in (trace.filled, trace.hollow, trace.bridges) for mark in marks}
    places = {knot.x for knot in drawing.breaks}
    assert mark_places <= places
    assert all(knot.x in mark_places for knot in drawing.breaks if math.isfinite(knot.left + knot.right))


@every("name", LOSSES, among=12)
def test_every_loss_and_its_derivatives_are_drawn_as_they_are(name: str) -> None:
    """Knots are vertices, breaks are gaps and marked, all is finite and near the curve, and made of few points."""
    curve = one(name)
    for order in ORDERS:
        drawing = draw(curve, order, *x_limits([curve]))
        check_vertices(drawing)
        check_finite(drawing)
        check_marks(drawing)
        check_view(drawing)
        check_accuracy(drawing, places(drawing, 4000))
        assert sum(map(len, drawing.trace.pieces)) <= 2500


@pytest.mark.parametrize("loss", some(LOSSES.values(), 12), ids=LOSSES)
@law(4, curve=a_curve, start=floats(0.0, 1.0), width=floats(0.05, 3.0), order=choice(ORDERS))
def test_the_same_holds_for_any_parameters_in_any_range(
    loss: Loss, curve: Curve, start: float, width: float, order: int
) -> None:
    low, high = curve.axis.view
    left = 3.0 * low + start * (0.4 * high - 3.0 * low)
    right = left + width * (high - low)
    left, right = max(left, curve.axis.domain.low), min(right, curve.axis.domain.high)
    assume(right - left > 0.01 * (high - low))
    check_drawing(curve, left, right, order)


def check_drawing(curve: Curve, left: float, right: float, order: int) -> None:
    drawing = draw(curve, order, left, right)
    check_vertices(drawing)
    check_finite(drawing)
    check_marks(drawing)
    if not drawing.trace.is_coarse:
        check_accuracy(drawing, places(drawing, 500), 1e-3)


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("period", some([1.0, 0.3, 0.1, 0.05], 3))
def test_every_wave_that_a_figure_can_show_is_drawn(period: float, order: int) -> None:
    drawing = draw(one(f"periodic:period={period}"), order, -3.0, 3.0)
    assert not drawing.trace.is_coarse
    check_accuracy(drawing, places(drawing, 40_000))


@pytest.mark.parametrize("spec", ["periodic:period=0.01", "periodic:period=0.001", "periodic:period=1e-9"])
def test_waves_that_are_finer_than_a_figure_are_called_so(spec: str) -> None:
    drawing = draw(one(spec), 0, -3.0, 3.0)
    assert drawing.trace.is_coarse
    # 1 - cos goes from 0 to 2, with a twentieth of the height free at both ends.
    assert (drawing.view.bottom, drawing.view.top) == pytest.approx((-0.1, 2.1), rel=0.01)
    assert sum(map(len, drawing.trace.pieces)) <= 120_000


@pytest.mark.slow
@every("loss", LOSSES.values(), ids=LOSSES, among=6)
def test_no_line_is_called_coarse_where_nothing_swings(loss: Loss) -> None:
    curve = Curve(loss, tuple(parameter.default for parameter in loss.parameters))
    assert not any(draw(curve, order, *x_limits([curve])).trace.is_coarse for order in ORDERS)


def test_the_zero_one_loss_is_two_lines_with_a_filled_circle_above_and_a_hollow_one_below() -> None:
    trace = draw(one("zero-one"), 0, -3.0, 3.0).trace
    assert [piece.tolist() for piece in trace.pieces] == [[[-3, 1], [0, 1]], [[0, 0], [3, 0]]]
    assert (trace.filled, trace.hollow, trace.bridges) == (((0.0, 1.0),), ((0.0, 0.0),), ())


def test_the_hinge_is_three_vertices_and_its_slope_two_lines_and_a_bridge() -> None:
    hinge = one("hinge")
    assert [piece.tolist() for piece in draw(hinge, 0, -3.0, 3.0).trace.pieces] == [[[-3, 4], [1, 0], [3, 0]]]
    slope = draw(hinge, 1, -3.0, 3.0).trace
    assert [piece.tolist() for piece in slope.pieces] == [[[-3, -1], [1, -1]], [[1, 0], [3, 0]]]
    assert (slope.filled, slope.hollow, slope.bridges) == ((), (), ((1.0, -1.0, 0.0),))


def test_the_second_derivative_of_huber_has_a_hollow_circle_at_both_ends_of_its_jumps() -> None:
    trace = draw(one("huber:delta=2"), 2, -3.0, 3.0).trace
    assert len(trace.pieces) == 3
    assert sorted(trace.hollow) == [(-2, 0), (-2, 1), (2, 0), (2, 1)]
    assert (trace.filled, trace.bridges) == ((), ())


def test_a_knot_at_the_edge_of_the_view_is_not_marked() -> None:
    for left, right in ((1.0, 3.0), (-3.0, 1.0)):
        trace = draw(one("hinge"), 1, left, right).trace
        assert (trace.filled, trace.hollow, trace.bridges) == ((), (), ())
        assert len(trace.pieces) == 1


def test_outside_the_domain_nothing_is_drawn() -> None:
    view = View(-1.0, 2.0, 0.0, 5.0)
    for text in ("log-loss", "brier", "focal"):
        for piece in sample(one(text), "loss", view).pieces:
            assert piece[0, 0] == 0.0
            assert piece[-1, 0] == 1.0


POLES = ["1/m", "m^-1", "-1/m", "1/m^2", "tan(m)", "1/(m^2 - 2)", "1/sin(m)", "log(abs(m))"]


@pytest.mark.parametrize("text", [*POLES, "exp(1/m)", "atan(1/m)", "sign(m^3)", "abs(m)/m"])
def test_no_line_is_drawn_across_a_pole_or_a_jump_of_a_typed_formula(text: str) -> None:
    drawing = draw(formula(text), 0, -3.0, 3.0)
    check_finite(drawing)
    height = drawing.view.top - drawing.view.bottom
    for piece in drawing.trace.pieces:
        across, up = np.abs(np.diff(piece, axis=0)).T
        strokes = (up > 0.4 * height) & (across < 1e-3)
        assert not strokes.any(), f"a stroke at {piece[:-1][strokes].tolist()}"


@pytest.mark.parametrize("text", some(POLES, 2))
@pytest.mark.parametrize("order", ORDERS)
def test_a_pole_has_no_circles_and_no_bridges(text: str, order: int) -> None:
    trace = draw(formula(text), order, -3.0, 3.0).trace
    assert (trace.filled, trace.hollow, trace.bridges) == ((), (), ())


NARROW = [
    ("tukey-biweight:c=0.1", 1, 0.0, 6.0),
    ("tukey-biweight:c=0.01", 0, -3.0, 5.0),
    ("sigmoid:k=100", 1, -2.9, 3.17),
    ("savage:k=100", 1, -2.9, 3.17),
    ("cauchy:c=0.01", 2, -2.9, 3.17),
    ("pseudo-huber:delta=0.01", 2, -2.9, 3.17),
    ("log-cosh", 2, -300.0, 317.0),
    ("tangent", 1, -100.0, 117.0),
    ("tangent", 2, 0.0, 10.535),
    ("savage:k=4.3", 2, -4.2, 4.7),
    ("logistic", 2, 0.0, 17.0),
]


@pytest.mark.parametrize(("spec", "order", "left", "right"), NARROW, ids=[f"{row[0]}-{row[1]}" for row in NARROW])
def test_a_narrow_feature_is_not_missed(spec: str, order: int, left: float, right: float) -> None:
    drawing = draw(one(spec), order, left, right)
    check_accuracy(drawing, np.linspace(left, right, 20_001))


@pytest.mark.parametrize(
    "text",
    [
        "sqrt(abs(m))",
        "log(m)",
        "sqrt(m - 0.3)",
        "1/m^2",
        "abs(m)^1.5",
        "0^m",
        "1/0",
        "sqrt(-1 - m^2)",
        "1 if m < 1 else sqrt(-m)",
    ],
)
@pytest.mark.parametrize("order", ORDERS)
def test_infinite_and_undefined_places_leave_a_drawing_finite(text: str, order: int) -> None:
    check_finite(draw(formula(text), order, -3.0, 3.0))


def test_two_switches_at_one_place_are_marked_once() -> None:
    trace = draw(formula("max(m, 1 if m < 1 else 0)"), 1, -3.0, 3.0).trace
    assert trace.bridges == ((1.0, 0.0, 1.0),)


def check_view(drawing: Drawing) -> None:
    """Assert that the view contains zero, the usual range and every knot, and that the curve fills most of it."""
    view, (low, high) = drawing.view, drawing.curve.axis.view
    assert view.left <= low < high <= view.right
    assert view.bottom < 0.0 < view.top
    assert np.isfinite([view.left, view.right, view.bottom, view.top]).all()
    knots = drawing.curve.knots(-60.0, 60.0)
    assert all(view.left < knot.x < view.right for knot in knots)
    y = np.concatenate([piece[:, 1] for piece in drawing.trace.pieces])
    visible = np.clip(y, view.bottom, view.top)
    assert np.ptp(np.append(visible, 0.0)) >= 0.8 * (view.top - view.bottom) or not y.any()


@pytest.mark.parametrize(
    ("specs", "marks"),
    [
        (["huber:delta=5"], [-5.0, 5.0]),
        (["huber:delta=0.5,5"], [-5.0, -0.5, 0.5, 5.0]),
        (["tukey-biweight"], [-4.685, 4.685]),
        (["hinge:threshold=7"], [7.0]),
        (["hinge", "ramp:s=-8"], [-8.0, 1.0]),
    ],
)
def test_the_range_widens_to_show_where_a_formula_changes(specs: list[str], marks: list[float]) -> None:
    curves_drawn = read_curves(specs)
    left, right = x_limits(curves_drawn)
    usual_left, usual_right = curves_drawn[0].axis.view
    assert min([usual_left, *(1.5 * mark for mark in marks)]) - 1.0 <= left <= usual_left
    assert max([usual_right, *(1.5 * mark for mark in marks)]) + 1.0 >= right >= usual_right
    assert all(left < mark < right for mark in marks)


def share(spec: str, among: list[str], order: int, left: float, right: float) -> float:
    """Return the share of a common view's height that a curve takes up."""
    bottom, top = y_limits(read_curves(among), PANELS[order], left, right)
    y = quantity(one(spec), PANELS[order], np.linspace(left, right, 1001))
    return float(np.ptp(np.clip(y, bottom, top)) / (top - bottom))


@pytest.mark.parametrize(
    ("spec", "among", "left", "right"),
    [
        ("hinge", ["hinge", "exponential"], -10.0, 10.0),
        ("hinge", ["exponential", "hinge"], -10.0, 10.0),
        ("logistic", ["hinge", "logistic", "exponential"], -10.0, 10.0),
        ("absolute", ["absolute", "squared"], -30.0, 30.0),
        ("brier", ["brier", "log-loss"], 0.0, 1.0),
    ],
)
def test_a_steep_curve_does_not_flatten_another(spec: str, among: list[str], left: float, right: float) -> None:
    assert share(spec, among, 0, left, right) >= 0.08


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("text", ["0", "1", "-3", "1e-9", "sqrt(-1 - m^2)", "1/0"])
def test_a_constant_or_undefined_curve_gets_a_view_around_it(text: str, order: int) -> None:
    bottom, top = y_limits([formula(text)], PANELS[order], -3.0, 3.0)
    assert np.isfinite([bottom, top]).all()
    assert bottom < 0.0 < top
    y = quantity(formula(text), PANELS[order], np.array([0.5]))[0]
    assert not np.isfinite(y) or bottom < y < top


@pytest.mark.parametrize("spec", ["squared", "exponential", "hinge", "log-cosh", "cauchy"])
@pytest.mark.parametrize("size", some([1e-9, 1e3, 1e100, 1e9], 2))
def test_any_range_has_a_finite_view(spec: str, size: float) -> None:
    for order in ORDERS:
        check_finite(draw(one(spec), order, -size, size))


@pytest.mark.parametrize("count", [1, 2, 3])
def test_more_panels_make_a_higher_figure(count: int) -> None:
    width, height = default_size(count)
    assert width > 0.0
    assert height > (default_size(count - 1)[1] if count > 1 else 0.0)


def test_fifty_curves_have_fifty_dash_patterns() -> None:
    patterns = [dash(index) for index in range(50)]
    assert len(set(patterns)) == 50
    assert patterns[0] == ()
    assert all(len(pattern) % 2 == 0 and min(pattern) > 0.0 for pattern in patterns[1:])


def test_fifty_curves_do_not_repeat_a_colour_with_its_dash() -> None:
    assert len({(DEFAULT.colour(index), dash(index)) for index in range(50)}) == 50
    assert len(set(DEFAULT.colours)) == len(DEFAULT.colours)


def test_a_scaled_look_changes_sizes_and_nothing_else() -> None:
    look = DEFAULT.scaled(2.0)
    assert (look.text, look.line, look.circle) == (2 * DEFAULT.text, 2 * DEFAULT.line, 2 * DEFAULT.circle)
    assert (look.colours, look.ground, look.ink) == (DEFAULT.colours, DEFAULT.ground, DEFAULT.ink)
    assert look.scaled(0.5) == DEFAULT
