"""Knots are at the places of the papers, of the right kind, and no others are found."""

from __future__ import annotations

import math
from fractions import Fraction

import numpy as np
import pytest
from oracle import KINDS, Real, Reference, exact, mp, reference
from support import known_defects
from support.cases import every
from support.draws import assume, choice, filtered, floats, law, sizes
from support.loss_draws import a_curve

from lossplot._curves.curve import Curve, all_knots
from lossplot._curves.parse import read_curves
from lossplot._curves.places import Place
from lossplot._curves.properties import card
from lossplot._formula.evaluate import bind
from lossplot._formula.knots import Kind, Knot, find_knots, find_roots
from lossplot._formula.parser import FormulaError, parse
from lossplot._losses import LOSSES, Loss

EVERY_LOSS = pytest.mark.parametrize("loss", LOSSES.values(), ids=LOSSES)
Expected = list[tuple[float, Kind]]


def knots(text: str, low: float = -3.0, high: float = 3.0, **parameters: float) -> tuple[Knot, ...]:
    return find_knots(bind(parse(text, ["m", *parameters]), parameters, "m"), "m", low, high)


def default(loss: Loss) -> Curve:
    return Curve(loss, tuple(parameter.default for parameter in loss.parameters))


# The column "kinks" of the tables of section 2 of the catalogue's notes, at the default parameters.
# fmt: off
KINKS: dict[str, Expected] = {
    "zero-one": [(0.0, "jump")],
    "perceptron": [(0.0, "corner")],
    "hinge": [(1.0, "corner")],
    "squared-hinge": [(1.0, "curvature")],
    "smoothed-hinge": [(0.0, "curvature"), (1.0, "curvature")],
    "generalized-smooth-hinge": [(1.0, "curvature")],
    "modified-huber": [(-1.0, "curvature"), (1.0, "curvature")],
    "ramp": [(0.0, "corner"), (1.0, "corner")],
    "dwd": [(0.5, "curvature")],
    "lum": [(0.5, "curvature")],
    "pinball-hinge": [(1.0, "corner")],
    "madaboost": [(0.0, "curvature")],
    "double-hinge": [(-1.0, "corner"), (1.0, "corner")],
    "lorenz": [(1.0, "curvature")],
    "absolute": [(0.0, "corner")],
    "huber": [(-1.0, "curvature"), (1.0, "curvature")],
    "smooth-l1": [(-1.0, "curvature"), (1.0, "curvature")],
    "quantile": [(0.0, "corner")],
    "epsilon-insensitive": [(-0.1, "corner"), (0.1, "corner")],
    "squared-epsilon-insensitive": [(-0.1, "curvature"), (0.1, "curvature")],
    "andrews-wave": [(-1.339 * math.pi, "curvature"), (1.339 * math.pi, "curvature")],
    "hampel": [
        (-8.0, "curvature"), (-4.0, "curvature"), (-2.0, "curvature"),
        (2.0, "curvature"), (4.0, "curvature"), (8.0, "curvature"),
    ],
    "truncated-quadratic": [(-2.0, "corner"), (2.0, "corner")],
    "power": [(0.0, "curvature")],
    "quantile-huber": [(-1.0, "curvature"), (1.0, "curvature")],
    "wing": [(-10.0, "corner"), (0.0, "corner"), (10.0, "corner")],
    "adaptive-wing": [(-0.5, "curvature"), (0.5, "curvature")],
    "interval-score": [(-1.0, "corner"), (1.0, "corner")],
    "berhu": [(-1.0, "curvature"), (0.0, "corner"), (1.0, "curvature")],
    "balanced-l1": [(-1.0, "curvature"), (1.0, "curvature")],
    "laplace-nll": [(0.0, "corner")],
    "epsilon-zero-one": [(-0.5, "jump"), (0.5, "jump")],
    "geman-reynolds": [(0.0, "corner")],
    "dcs": [(-1.0, "curvature"), (1.0, "curvature")],
    "zero-one-probability": [(0.5, "jump")],
    "mape": [(1.0, "corner")],
    "smape": [(0.0, "corner"), (1.0, "corner")],
    "immediate-threshold-hinge": [(-0.5, "corner"), (0.5, "corner")],
    "l1-penalty": [(0.0, "corner")],
    "elastic-net": [(0.0, "corner")],
    "scad": [
        (-3.7, "curvature"), (-1.0, "curvature"), (0.0, "corner"), (1.0, "curvature"), (3.7, "curvature"),
    ],
    "mcp": [(-3.0, "curvature"), (0.0, "corner"), (3.0, "curvature")],
    "hinge-embedding": [(1.0, "corner")],
    "contrastive": [(1.0, "curvature")],
    "contrastive-legacy": [(1.0, "corner")],
    "ppo-clip": [(1.2, "corner")],
    "dual-clip-ppo": [(0.8, "corner"), (3.0, "corner")],
    "truncated-gce": [(0.5, "corner")],
    "triplet": [(-1.0, "corner")],
    "cosine-embedding": [(0.0, "corner")],
}
# fmt: on


@every("loss", LOSSES.values(), ids=LOSSES)
def test_the_knots_are_those_of_the_papers(loss: Loss) -> None:
    expected = KINKS.get(loss.name, [])
    result = default(loss).knots(-10.0, 10.0)
    assert [knot.kind for knot in result] == [kind for _, kind in expected]
    for knot, (x, _) in zip(result, expected, strict=True):
        assert knot.before == knot.x == knot.after == x or abs(knot.x - x) <= np.spacing(abs(x))


def same_place(knot: Knot, seam: Real) -> bool:
    """Return True if a knot is at a seam: exactly if that is a double, else within rounding of it."""
    if exact(float(seam)) == seam:
        return knot.before == knot.x == knot.after == float(seam)
    return bool(abs(knot.x - seam) <= 4.0 * np.spacing(max(abs(float(seam)), 1.0)))


def check_limits(of: Reference, result: tuple[Knot, ...], low: float, high: float) -> None:
    """Assert that each knot has the place, kind and one-sided limits of the oracle's pieces beside it."""
    seams = [i for i, seam in enumerate(of.seams) if of.kind(i) != "smooth" and low < seam < high]
    assert [knot.kind for knot in result] == [of.kind(i) for i in seams]
    for knot, index in zip(result, seams, strict=True):
        assert same_place(knot, of.seams[index]), knot
        order = KINDS.index(knot.kind)
        for limit, piece in ((knot.left, of.pieces[index]), (knot.right, of.pieces[index + 1])):
            expected = piece.parts(of.seams[index])[order]
            assert limit == expected or abs(limit - expected) <= mp.mpf("1e-12") * (1 + abs(expected)), knot


@EVERY_LOSS
@law(6, among=6, curve=a_curve, width=sizes(160.0, 1e6), more=choice((1.0, 1.7)))
def test_the_knots_are_those_of_the_papers_in_place_kind_and_limits_whatever_the_parameters(
    loss: Loss, curve: Curve, width: float, more: float
) -> None:
    of = reference(loss.name, curve.parameters)
    assume(len(set(of.seams)) == len(of.seams))
    low, high = max(-width, curve.domain.low), min(more * width, curve.domain.high)
    assume(not known_defects.excused("knots", curve, low, high))
    check_limits(of, curve.knots(low, high), low, high)


@pytest.mark.parametrize("defect", known_defects.defects("knots"))
def test_a_known_defect_of_knots_is_mended(defect: known_defects.Defect) -> None:
    curve, (low, high) = defect.curve, defect.place
    check_limits(reference(curve.loss.name, curve.parameters), curve.knots(low, high), low, high)


@EVERY_LOSS
@law(5, among=5, curve=a_curve)
def test_a_curve_steps_at_its_jumps_and_nowhere_else(loss: Loss, curve: Curve) -> None:
    assume(not known_defects.excused("knots", curve, *curve.axis.view))
    result = curve.knots(*curve.axis.view)
    for knot in result:
        before, after = curve.jet([knot.before], -1).value[0], curve.jet([knot.after], +1).value[0]
        step = np.ptp([before, curve.jet([knot.after]).value[0], after])
        assert (step > 0.1) == (knot.kind == "jump")
    x = np.linspace(*curve.axis.view, 602)[1:-1]
    jet = curve.jet(x)
    gaps = np.diff(x)
    with np.errstate(all="ignore"):
        bends = np.maximum(np.abs(jet.curvature[1:]), np.abs(jet.curvature[:-1]))
        steepest = np.maximum(np.abs(jet.slope[1:]), np.abs(jet.slope[:-1])) + gaps * np.max(bends)
        steps = np.abs(np.diff(jet.value)) > 1.01 * gaps * steepest + 1e-12 * np.max(np.abs(jet.value))
    holds_knot = np.histogram([knot.x for knot in result], x)[0] > 0
    assert not (steps & ~holds_knot).any(), x[:-1][steps & ~holds_knot]


def test_a_point_that_is_neither_limit_is_a_jump() -> None:
    [miss] = read_curves(["epsilon-zero-one:epsilon=0"])
    [knot] = miss.knots(-3.0, 3.0)
    assert (knot.x, knot.kind, knot.left, knot.right) == (0.0, "jump", 1.0, 1.0)
    assert card(miss).smoothness == "discontinuous"
    assert card(miss).zeros.places == (Place(0.0, 0.0),)


@pytest.mark.parametrize("spec", ["log-loss", "brier", "focal"])
def test_the_ends_of_a_domain_are_no_knots(spec: str) -> None:
    (curve,) = read_curves([spec])
    assert curve.knots(-1.0, 2.0) == curve.knots(0.0, 1.0) == ()


def test_a_derivative_is_missing_at_its_knots_and_nowhere_else() -> None:
    (hinge, huber, tukey) = read_curves(["hinge", "huber", "tukey-biweight"])
    x = np.array([-1.0, 0.0, 1.0, 4.685])
    assert np.isnan(hinge.derivatives(x).slope).tolist() == [False, False, True, False]
    assert np.isnan(hinge.derivatives(x).curvature).tolist() == [False, False, True, False]
    assert not np.isnan(huber.derivatives(x).slope).any()
    assert np.isnan(huber.derivatives(x).curvature).tolist() == [True, False, True, False]
    assert not np.isnan(tukey.derivatives(x).curvature).any()


JUMPS: list[tuple[str, list[tuple[float, float, float]]]] = [
    ("sign(m)", [(0, -1, 1)]),
    ("step(m - 1)", [(1, 0, 1)]),
    ("1 if m <= 0 else 0", [(0, 1, 0)]),
    ("0 < m < 1", [(0, 0, 1), (1, 1, 0)]),
    ("1 if -1 < m <= 1 else 0", [(-1, 0, 1), (1, 1, 0)]),
    ("m if m < 1 else m + 1e-9", [(1, 1, 1.000000001)]),
    ("sign(m - 1e-12) + sign(m + 1e-12)", [(-1e-12, -2, 0), (1e-12, 0, 2)]),
    ("sign(m^3)", [(0, -1, 1)]),
    ("step((m - 1)^3)", [(1, 0, 1)]),
    ("1 if m^3 <= 0 else 0", [(0, 1, 0)]),
    ("1/m", [(0, -math.inf, math.inf)]),
    ("-1/m", [(0, math.inf, -math.inf)]),
    ("m^-1", [(0, -math.inf, math.inf)]),
    ("m^-2", [(0, math.inf, math.inf)]),
    ("1/(m - 1)^2", [(1, math.inf, math.inf)]),
    ("1/(m^2 - 1)", [(-1, math.inf, -math.inf), (1, -math.inf, math.inf)]),
    ("log(abs(m))", [(0, -math.inf, -math.inf)]),
    ("exp(1/m)", [(0, 0, math.inf)]),
    ("atan(1/m)", [(0, -np.pi / 2, np.pi / 2)]),
    ("abs(m)/m", [(0, -1, 1)]),
    ("tan(m)", [(-np.pi / 2, math.inf, -math.inf), (np.pi / 2, math.inf, -math.inf)]),
    ("1/(m^2 - 2)", [(-math.sqrt(2), math.inf, -math.inf), (math.sqrt(2), -math.inf, math.inf)]),
    ("1/sin(2*m)", [
        (-np.pi / 2, math.inf, -math.inf),
        (0, -math.inf, math.inf),
        (np.pi / 2, math.inf, -math.inf),
    ]),
    ("sqrt(m - 0.3)", [(0.3, math.nan, 0)]),
    ("sqrt(0.3 - m)", [(0.3, 0, math.nan)]),
    ("log(m)", [(0, math.nan, -math.inf)]),
    ("log1p(m)", [(-1, math.nan, -math.inf)]),
    ("m^0.5", [(0, math.nan, 0)]),
    ("xlogy(m, m)", [(0, math.nan, 0)]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), JUMPS, ids=[row[0] for row in JUMPS])
def test_jumps_and_poles_and_ends_of_definition_are_found_with_their_limits(
    text: str, expected: list[tuple[float, float, float]]
) -> None:
    result = knots(text)
    assert {knot.kind for knot in result} == {"jump"}
    np.testing.assert_allclose([knot.x for knot in result], [x for x, _, _ in expected], rtol=2.0**-52, atol=0.0)
    np.testing.assert_allclose([(k.left, k.right) for k in result], [row[1:] for row in expected], rtol=1e-12, atol=0.0)


def test_a_place_where_two_switches_turn_is_one_knot() -> None:
    (knot,) = knots("max(m, 1 if m < 1 else 0)")
    assert (knot.x, knot.kind, knot.left, knot.right) == (1.0, "corner", 0.0, 1.0)


CORNERS: list[tuple[str, list[tuple[float, float, float]]]] = [
    ("abs(m)", [(0, -1, 1)]),
    ("max(0, -m)", [(0, -1, 0)]),
    ("min(0, m - abs(m))", [(0, 2, 0)]),
    ("max(m, -m, 0.5)", [(-0.5, -1, 0), (0.5, 0, 1)]),
    ("min(m^2, 1)", [(-1, 0, -2), (1, 2, 0)]),
    ("abs(abs(m) - 1)", [(-1, -1, 1), (0, 1, -1), (1, -1, 1)]),
    ("abs(abs(abs(m) - 1) - 0.5)", [
        (-1.5, -1, 1), (-1, 1, -1), (-0.5, -1, 1), (0, 1, -1), (0.5, -1, 1), (1, 1, -1), (1.5, -1, 1),
    ]),
    ("max(0, 1 - max(-1, m))", [(-1, 0, -1), (1, -1, 0)]),
    ("sign(m)*m", [(0, -1, 1)]),
    ("abs(m)*1e-300", [(0, -1e-300, 1e-300)]),
    ("abs(m)*1e300", [(0, -1e300, 1e300)]),
    ("abs(m - 1e-9)", [(1e-9, -1, 1)]),
    ("abs(m)^0.5", [(0, -math.inf, math.inf)]),
    ("sqrt(abs(m))", [(0, -math.inf, math.inf)]),
    ("sqrt(m^2)", [(0, -1, 1)]),
    ("abs(m^2 - 1e-18)", [(-1e-9, -2e-9, 2e-9), (1e-9, -2e-9, 2e-9)]),
    ("max(0, (m - 0.5)^2 - 1e-8)", [(0.4999, -2e-4, 0), (0.5001, 0, 2e-4)]),
    ("m^2 if m < 1 else m", [(1, 2, 1)]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CORNERS, ids=[row[0] for row in CORNERS])
def test_corners_are_found_with_both_slopes(text: str, expected: list[tuple[float, float, float]]) -> None:
    result = knots(text)
    assert {knot.kind for knot in result} == {"corner"}
    np.testing.assert_allclose([knot.x for knot in result], [x for x, _, _ in expected], rtol=2.0**-52, atol=0.0)
    np.testing.assert_allclose([(k.left, k.right) for k in result], [row[1:] for row in expected], rtol=1e-8)


CURVATURES: list[tuple[str, list[tuple[float, float, float]]]] = [
    ("max(0, m)^2", [(0, 0, 2)]),
    ("m*abs(m)", [(0, -2, 2)]),
    ("abs(m)^1.5", [(0, math.inf, math.inf)]),
    ("m^2/2 if abs(m) <= 1 else abs(m) - 1/2", [(-1, 0, 1), (1, 1, 0)]),
    ("1 - m if m < 0 else exp(-m)", [(0, 0, 1)]),
]


@pytest.mark.parametrize(("text", "expected"), CURVATURES, ids=[row[0] for row in CURVATURES])
def test_curvature_knots_are_found_with_both_limits(text: str, expected: list[tuple[float, float, float]]) -> None:
    assert [(knot.x, knot.left, knot.right) for knot in knots(text)] == expected
    assert {knot.kind for knot in knots(text)} == {"curvature"}


@pytest.mark.parametrize(
    "text",
    [
        "m^2",
        "3",
        "m if m < 1 else m",
        "max(m, m)",
        "abs(m - m)",
        "max(0, m - abs(m))",
        "abs(m^2 + 1)",
        "abs(m)^2",
        "abs(m)^4",
        "abs(m)^2.5",
        "sign(m)*m^3",
        "max(0, m)^3",
        "m^3 if m > 0 else 0",
        "m^2/6*(3 - abs(m)) if abs(m) < 1 else (3*abs(m) - 1)/6",
        "tanh(1e9*m)",
        "softplus(1e9*m)",
        "1/(1 + m^2)",
        "sqrt(1 + m^2)",
        "exp(m)^0.5",
        "1 if m < 5 else 0",
        "abs(m - 3.001)",
        "m/m",
        "m^3/m",
        "abs(m)^3/abs(m)",
    ],
)
def test_a_smooth_join_is_no_knot(text: str) -> None:
    assert knots(text) == ()


def test_every_corner_of_a_sawtooth_is_found_once() -> None:
    result = knots("abs(sin(20*m))")
    assert len(result) == 2 * math.floor(60 / math.pi) + 1
    for knot, k in zip(result, range(-19, 20), strict=True):
        place = k * mp.pi / 20
        assert abs(exact(knot.x) - place) <= 2.0 * np.spacing(abs(float(place)))
        assert knot.kind == "corner"
        assert (knot.left, knot.right) == pytest.approx((-20.0, 20.0))


def test_too_many_changes_are_refused_with_what_to_do() -> None:
    with pytest.raises(FormulaError, match="more than 256 places from -3 to 3; narrow the range"):
        knots("abs(sin(1000*m))")


@law(40, phi=floats(0.01, 8.0))
def test_a_condition_on_the_square_puts_knots_at_the_root(phi: float) -> None:
    result = knots("m^2/2 if m^2 <= phi else sqrt(phi)*abs(m) - phi/2", phi=phi)
    assert [knot.kind for knot in result] == ["curvature", "curvature"]
    for knot, sign in zip(result, (-1, 1), strict=True):
        assert abs(exact(knot.x) - sign * mp.sqrt(phi)) <= np.spacing(math.sqrt(phi))


def steps_of_double(a: float, b: Fraction) -> float:
    return abs(float((Fraction(a) - b) / Fraction(float(np.spacing(max(abs(a), 1e-300))))))


@law(100, among=4, a=floats(-2.9, 2.9), b=filtered(floats(-5.0, 5.0), lambda b: abs(b) > 0.01))
def test_the_root_of_a_line_is_found_to_the_last_bit(a: float, b: float) -> None:
    """b*(m - a) is zero at a exactly; b*m - a is zero within half a step of a/b."""
    assume(a == 0.0 or abs(a) > 1e-290)
    (knot,) = knots("abs(b*(m - a))", a=a, b=b)
    assert (knot.x, knot.before, knot.after, knot.kind) == (a, a, a, "corner")
    place = Fraction(a) / Fraction(b)
    if abs(place) < 3:
        (knot,) = knots("max(0, b*m - a)", a=a, b=b)
        assert knot.kind == "corner"
        assert steps_of_double(knot.x, place) <= 1.0
        assert np.nextafter(knot.before, 4.0) >= knot.after


@law(40, among=4, a=floats(-2.9, 2.9), b=floats(-2.9, 2.9))
def test_knots_do_not_depend_on_the_range_they_are_looked_for_in(a: float, b: float) -> None:
    assume(abs(a - b) > 1e-3)
    text = "abs(m - a) + max(m, b)^2"
    expected = [(knot.x, knot.kind) for knot in knots(text, a=a, b=b)]
    for low, high in ((-3.0, 5.0), (-3.0, 1e4), (-1e5, 3.0), (min(a, b), max(a, b))):
        assert [(k.x, k.kind) for k in knots(text, low, high, a=a, b=b)] == expected


@pytest.mark.parametrize(
    ("spec", "places"),
    [
        ("hampel:c=1e8", [-1e8, -4.0, -2.0, 2.0, 4.0, 1e8]),
        ("hampel:a=2:b=200:c=3e6", [-3e6, -200.0, -2.0, 2.0, 200.0, 3e6]),
        ("huber:delta=50", [-50.0, 50.0]),
        ("huber:delta=1e6", [-1e6, 1e6]),
        ("huber:delta=1e9", [-1e9, 1e9]),
        ("huber:delta=1e90", [-1e90, 1e90]),
        ("huber:delta=1e-90", [-1e-90, 1e-90]),
        ("balanced-l1:alpha=0.006", [-1.0, 1.0]),
        ("balanced-l1:alpha=1e6", [-1.0, 1.0]),
        ("tukey-quartic:k=0.001", []),
    ],
)
def test_every_knot_is_listed_and_none_is_invented_at_any_size_of_the_parameters(
    spec: str, places: list[float]
) -> None:
    [curve] = read_curves([spec])
    assert [knot.x for knot in all_knots(curve)] == places


def test_a_view_wider_than_the_largest_double_is_looked_at_from_end_to_end() -> None:
    tree = parse("max(0, x - 1.5e308) + max(0, -x - 1.5e308) + max(0, x - 1)", {"x"})
    with np.errstate(over="ignore"):
        places = [after for _, after in find_roots(tree, "x", -1.7e308, 1.7e308)]
    assert places == [-1.5e308, 1.0, 1.5e308]
