"""Axes that are not linear: lines as exact as on others, round ticks, and words for what cannot be shown."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from matplotlib.figure import Figure
from support.cases import every
from support.scenes import panel, prepared, scene, words

from lossplot._curves.panels import quantity
from lossplot._curves.parse import read_curves
from lossplot._errors import RequestError
from lossplot._figure.layout.ink import onto
from lossplot._figure.layout.scaled_ticks import ticks_along_x, ticks_along_y
from lossplot._figure.layout.ticks import Ticks
from lossplot._figure.options import read_spec
from lossplot._figure.resolve import resolve
from lossplot._figure.scaled_limits import points_along, positive_part, x_scale, y_limits_on, y_scale
from lossplot._figure.scales import LINEAR, Scale
from lossplot._figure.scene import PanelScene
from lossplot._figure.warnings import notes, warnings
from lossplot._formats.keywords import scale_keywords
from lossplot._formula.evaluate import Array
from lossplot._losses import LOSSES

LOG, SYMLOG = Scale("log"), Scale("symlog", 0.1)
NUMBERS = np.array([-2e4, -3.0, -0.1, -0.02, 0.0, 1e-3, 0.1, 0.7, 40.0, 6e9])
# A tenth of a pixel of a figure 2000 pixels wide.
TOLERANCE = 5e-5


# --- scales ---


@pytest.mark.parametrize("scale", [LOG, SYMLOG, Scale("symlog", 100.0)])
def test_a_scale_is_that_of_matplotlib(scale: Scale) -> None:
    axes = Figure().subplots()
    axes.set_xscale(scale.kind, **scale_keywords(scale))
    numbers = NUMBERS[NUMBERS > 0.0] if scale is LOG else NUMBERS
    theirs = axes.xaxis.get_transform().transform(numbers)
    ours = scale.forward(numbers)
    np.testing.assert_allclose(
        np.diff(ours) / (ours[-1] - ours[0]), np.diff(theirs) / (theirs[-1] - theirs[0]), rtol=1e-12
    )


@pytest.mark.parametrize("scale", [LINEAR, LOG, SYMLOG])
def test_numbers_come_back(scale: Scale) -> None:
    numbers = NUMBERS[NUMBERS > 0.0] if scale is LOG else NUMBERS
    np.testing.assert_allclose(scale.inverse(scale.forward(numbers)), numbers, rtol=1e-12)


def test_a_symlog_scale_has_no_corner() -> None:
    """Its slope is the same on both sides of where it ends to be linear: no curve seems to have a corner there."""
    x = np.array([0.0999, 0.1, 0.1001])
    below, above = np.diff(SYMLOG.forward(x)) / np.diff(x)
    assert above == pytest.approx(below, rel=2e-3)


def test_what_is_not_positive_is_below_a_log_scale() -> None:
    assert LOG.forward(np.array([0.0, -2.0])).tolist() == [-np.inf, -np.inf]


# --- lines ---


def errors(shown: PanelScene, losses: str) -> Array:
    """How far each polyline is from its curve between its vertices in view, as shares of the height along the scale."""
    curves = resolve(read_spec(losses.split(), {})).curves
    view, flat = shown.view, shown.view.flat
    found = [np.zeros(1)]
    for curve, trace in zip(curves, shown.traces, strict=True):
        for piece in trace.pieces:
            along = view.x_scale.forward(piece[:, 0])
            middle = view.x_scale.inverse((along[1:] + along[:-1]) / 2.0)
            chord = view.y_scale.forward(piece[:, 1])
            true = view.y_scale.forward(np.clip(quantity(curve, shown.panel, middle), *view.clip_limits))
            off = np.abs(true - (chord[1:] + chord[:-1]) / 2.0) / (flat.top - flat.bottom)
            wide = np.diff(along) > TOLERANCE * (flat.right - flat.left)
            found.append(off[wide & (true >= flat.bottom) & (true <= flat.top)])
    return np.concatenate(found)


# Where nothing of a loss is positive: at positive x, or at every x of the view.
NEVER_POSITIVE = {
    *((name, ("log", "log")) for name in ("zero-one", "perceptron", "wgan")),
    *(("ppo-clip", scales) for scales in (("linear", "log"), ("log", "log"))),
}


SCALES = (("linear", "log"), ("log", "log"), ("symlog", "symlog"), ("log", "linear"))
NAMED = [name for name, loss in LOSSES.items() if not loss.axis.is_nameless]


@every(("name", "scales"), itertools.product(NAMED, SCALES), among=14)
def test_lines_are_exact_to_a_tenth_of_a_pixel_along_the_scale(name: str, scales: tuple[str, str]) -> None:
    xscale, yscale = scales
    if (name, scales) in NEVER_POSITIVE:
        with pytest.raises(RequestError, match="nothing of the curves is positive in this range"):
            scene(name, xscale=xscale, yscale=yscale)
        return
    assert errors(scene(name, xscale=xscale, yscale=yscale).panels[0], name).max() <= TOLERANCE


def test_the_same_numbers_by_hand() -> None:
    """On log scales r^2 is a straight line of slope 2: of a hundredth of the height of r = 1 at 0.1."""
    shown = panel("loss", "squared", xscale="log", yscale="log", range="0.1:10", ylim="0.01:100")
    [piece] = shown.traces[0].pieces
    np.testing.assert_allclose(piece, [[0.1, 0.01], [10.0, 100.0]], rtol=1e-12)
    [frame] = prepared("squared", xscale="log", yscale="log", range="0.1:10", ylim="0.01:100").drawing.frames
    box, view = frame.box, shown.view
    x, y = onto(box, view, np.array([[1.0, 1.0]]))[0]
    assert (x, y) == pytest.approx(((box.left + box.right) / 2.0, (box.bottom + box.top) / 2.0))


def test_a_corner_is_a_vertex_and_a_jump_a_break_on_any_scale() -> None:
    shown = panel("loss", "hinge zero-one", yscale="symlog")
    hinge, zero_one = shown.traces
    assert 1.0 in hinge.pieces[0][:, 0]
    assert len(zero_one.pieces) == 2
    assert (zero_one.filled, zero_one.hollow) == (((0.0, 1.0),), ((0.0, 0.0),))
    [frame] = prepared("zero-one", yscale="log").drawing.frames
    # The hollow circle at 0 is nowhere on a log scale.
    assert [dots.role for dots in frame.dots] == ["filled circle"]


def test_markers_and_dashes_lie_on_their_curves() -> None:
    losses = " ".join(f"huber:delta={delta}" for delta in (1, 2, 3, 4, 5, 6, 7, 8, 9))
    asked = {"xscale": "log", "yscale": "log", "range": "0.01:100", "size": "16x9"}
    for theme, role in (("print", "marker"), ("light", "overlap")):
        figure = prepared(losses, theme=theme, **asked)
        [frame] = figure.drawing.frames
        shown = [part for part in frame.parts if part.role == role]
        assert shown
        for part in shown:
            assert part.curve is not None
            x, y = np.asarray(part.points).T
            true = figure.scene.curves[part.curve].value(x)
            np.testing.assert_allclose(np.log10(y), np.log10(true), atol=1e-3)


def test_only_the_first_panel_has_the_scale_of_y() -> None:
    first, second = scene("logistic", derivative=True, xscale="log", yscale="log").panels
    assert (first.view.y_scale.kind, second.view.y_scale.kind) == ("log", "linear")
    assert first.view.x_scale == second.view.x_scale == LOG


def test_linear_is_what_there_is_without() -> None:
    plain, asked = (scene("hinge logistic", **each) for each in ({}, {"xscale": "linear", "yscale": "linear"}))
    for one, other in zip(plain.panels[0].traces, asked.panels[0].traces, strict=True):
        np.testing.assert_array_equal(one.pieces[0], other.pieces[0])


# --- views ---


@pytest.mark.parametrize(
    ("losses", "view"),
    [("mse", (0.001, 3.0)), ("log-loss", (0.001, 1.0)), ("poisson-mean", (0.001, 5.0))],
)
def test_a_log_scale_begins_three_decades_below_its_end(losses: str, view: tuple[float, float]) -> None:
    assert scene(losses, xscale="log").x_range == pytest.approx(view)


def test_limits_hold_the_curves() -> None:
    view = panel("loss", "exponential", yscale="log").view
    assert view.bottom < np.exp(-2.9)
    assert view.top > np.exp(2.9)
    view = panel("loss", "mse mape poisson", yscale="symlog", target="100").view
    assert view.bottom < -360.0
    assert view.top > 1e4
    # 60 %, the usual height of the lowest curve, has a power of ten of 0.1.
    assert view.y_scale == Scale("symlog", 0.1)


@every(
    ("losses", "ends", "threshold"),
    [
        # The least of the landmarks -2 and 0.03, as a power of ten; zero is none.
        ("max(0, m + 2) + max(0, 0.03 - m) + abs(m)", (-3.0, 3.0), 0.01),
        ("hinge", (-3.0, 3.0), 0.1),  # one decade below the largest number, though the landmark is 1
        ("hinge", (-3.0, 30.0), 1.0),
        ("hinge", (-2000.0, 30.0), 1.0),
        ("unhinged", (-3.0, 3000.0), 1.0),
        ("hinge:threshold=1e-9", (-3.0, 3.0), 1e-6),  # six decades below the largest
    ],
)
def test_an_x_axis_is_linear_up_to_its_first_landmark(losses: str, ends: tuple[float, float], threshold: float) -> None:
    curves = read_curves([losses])
    scale = x_scale("symlog", curves, *ends)
    assert scale.kind == "symlog"
    assert scale.threshold == pytest.approx(threshold)
    assert x_scale("log", curves, *ends) == LOG
    assert x_scale("linear", curves, *ends) == LINEAR


@every(
    ("losses", "ends", "limits", "threshold"),
    [
        # 1 - m from 2 to 0 is 1 as a rule, and 0 over the rest of the view is no height; 0.1 is a decade below 2.
        ("hinge", (-1.0, 1.0), None, 0.1),
        ("hinge", (-1.0, 100.0), None, 0.1),
        ("hinge", (-100.0, 1.0), None, 10.0),
        ("hinge", (-100.0, 500.0), None, 10.0),
        ("hinge", (-100.0, 1.0), (-5.0, 20.0), 1.0),  # a decade below the largest limit
        ("hinge", (-100.0, 1.0), (-2000.0, 0.0), 10.0),
        # The lowest of the curves decides: 1e-3 * 50 is 0.05.
        ("hinge 0.001*m", (-100.0, 0.0), None, 0.01),
        ("0.001*m hinge", (-100.0, 0.0), None, 0.01),
        ("0*m", (-1.0, 1.0), None, 0.1),
        ("hinge 0*m", (-100.0, 1.0), None, 10.0),
        ("1e-9*m hinge", (-100.0, 1.0), None, 1e-4),  # six decades below the power of 101
    ],
)
def test_a_y_axis_is_linear_up_to_the_usual_height_of_the_lowest_curve(
    losses: str, ends: tuple[float, float], limits: tuple[float, float] | None, threshold: float
) -> None:
    curves = read_curves(losses.split())
    x = points_along(LINEAR, *ends)
    scale = y_scale("symlog", curves, "loss", x, limits)
    assert scale.kind == "symlog"
    assert scale.threshold == pytest.approx(threshold)
    assert y_scale("log", curves, "loss", x, limits) == LOG


@every(
    ("losses", "scale", "low", "high"),
    [
        # Without the lowest fiftieth, which is 0.08 decades of the four, 3.92 decades, a twentieth of which is 0.196.
        ("10**m", LOG, 10.0**-2.116, 10.0**2.196),
        ("10**m 0.1*10**m", LOG, 10.0 ** (-2.92 - 0.246), 10.0 ** (2.0 + 0.246)),
        # Of nine decades at most: from 1e-7 to 1e2, and 0.45 of one more at both ends.
        ("10**(8*m-14)", LOG, 10.0**-7.45, 10.0**2.45),
        # What hardly changes goes over half a decade, around its middle.
        ("0*m+10", LOG, 10.0**0.725, 10.0**1.275),
        # Of the 200 values from 0.01 to 2 the fiftieth is at 0.0498.
        ("max(0,m)", LOG, 0.0498 * (2.0 / 0.0498) ** -0.05, 2.0 * (2.0 / 0.0498) ** 0.05),
        # Zero is in view, and the scale is even.
        ("10**m", SYMLOG, None, None),
        ("0*m", SYMLOG, -0.1, 0.1),
    ],
)
def test_limits_leave_a_twentieth_of_the_way_along_the_scale(
    losses: str, scale: Scale, low: float | None, high: float | None
) -> None:
    curves = read_curves(losses.split())
    bottom, top = y_limits_on(scale, curves, "loss", points_along(LINEAR, -2.0, 2.0))
    assert low is None or bottom == pytest.approx(low, rel=1e-6)
    assert high is None or top == pytest.approx(high, rel=1e-6)
    start, end = scale.span(0.0 if scale == SYMLOG else bottom, 100.0)
    if losses == "10**m" and scale == SYMLOG:
        assert scale.span(bottom, top) == pytest.approx((start - 0.05 * (end - start), end + 0.05 * (end - start)))


@every(("left", "right", "part"), [(-3.0, 3.0, 1e-3), (0.0, 1.0, 1e-3), (-1.0, 20.0, 0.01), (0.5, 2.0, 0.5)])
def test_the_positive_part_of_a_range_has_three_decades_unless_it_has_an_end(
    left: float, right: float, part: float
) -> None:
    assert [*positive_part(left, right)] == pytest.approx([part, right])
    for ends in ((-2.0, 0.0), (-2.0, -1.0)):
        with pytest.raises(RequestError, match="shows only what is positive"):
            positive_part(*ends)


# Of these there is no number that a double holds, or none but zero.
NOTHING = {("exp(1000*m)", "1:2"), ("exp(-1000*m*m)", "1:2"), ("m**4", "-1e-90:1e-90"), ("m**4", "-1e90:1e90")}


@pytest.mark.parametrize("scale", ["log", "symlog"])
@pytest.mark.parametrize("losses", ["exp(1000*m)", "exponential", "exp(-1000*m*m)", "m**4", "1/m", "0*m+5"])
@pytest.mark.parametrize("ends", ["-3000:100", "-1e90:1e90", "-1e-90:1e-90", "1:2"])
def test_numbers_of_any_size_are_drawn_without_a_murmur(losses: str, scale: str, ends: str) -> None:
    for options in ({"yscale": scale}, {"yscale": scale, "ylim": "1e-100:1e100"}):
        figure = resolve(read_spec([losses], {"range": ends, **options}))
        if "ylim" not in options and (losses, ends) in NOTHING and (scale == "log" or losses == "exp(1000*m)"):
            with pytest.raises(RequestError, match="nothing of "):
                _ = figure.scene
            continue
        view = figure.scene.panels[0].view
        assert np.isfinite([*view.clip_limits, view.flat.bottom, view.flat.top]).all()
        assert all(np.isfinite(view.scaled(piece)).all() for piece in figure.scene.panels[0].traces[0].pieces)


# --- ticks ---


def measure(text: str, size: float, math: bool = False, face: str = "regular") -> float:
    return len(text) * size / 120.0


def test_powers_of_ten_with_lines_between() -> None:
    assert ticks_along_y(LOG, (0.008, 15.0), 4.0, 10.0) == Ticks(
        (0.01, 0.1, 1.0, 10.0),
        ("0.01", "0.1", "1", "10"),
        (0.008, 0.009, *(n / 100 for n in range(2, 10)), *(n / 10 for n in range(2, 10)), *map(float, range(2, 10))),
    )
    assert ticks_along_y(LOG, (1e-9, 1.0), 3.0, 10.0).labels == ("1e\u22128", "1e\u22126", "0.0001", "0.01", "1")
    assert ticks_along_x(LOG, (0.4, 3.0), 4.0, 10.0, measure).labels == ("0.5", "1", "2")
    # Too narrow for any power: round numbers as on a linear axis.
    assert ticks_along_y(LOG, (2.2, 2.9), 3.0, 10.0).labels == ticks_along_y(LINEAR, (2.2, 2.9), 3.0, 10.0).labels
    assert ticks_along_y(SYMLOG, (-20.0, 20.0), 4.0, 10.0).labels == (
        *("\u221210", "\u22121", "\u22120.1", "0", "0.1", "1", "10"),
    )
    # There is no room for the ends of the linear part beside zero.
    assert ticks_along_y(SYMLOG, (-20.0, 20.0), 1.8, 10.0).labels == ("\u221210", "\u22121", "0", "1", "10")


@pytest.mark.parametrize("scale", [LOG, SYMLOG, Scale("symlog", 1.0)])
@pytest.mark.parametrize("decades", [0.2, 0.7, 1.3, 2.0, 3.5, 6.0, 12.0, 40.0])
def test_there_are_ticks_in_every_range(scale: Scale, decades: float) -> None:
    for low in (1e-6, 0.013, 1.0, 37.0):
        ends = (low, low * 10.0**decades)
        for ticks in (ticks_along_y(scale, ends, 3.0, 10.0), ticks_along_x(scale, ends, 5.0, 10.0, measure)):
            assert 2 <= len(ticks.values) <= 9
            assert list(ticks.values) == sorted({*ticks.values})
            assert len(ticks.labels) == len({*ticks.labels}) == len(ticks.values)
            assert all(ends[0] * 0.999 <= value <= ends[1] * 1.001 for value in (*ticks.values, *ticks.minor))
            assert not {*ticks.values} & {*ticks.minor}


# --- words ---


def sentences(losses: str, **options: str) -> list[str]:
    return warnings(resolve(read_spec(losses.split(), words({**options}))))


@pytest.mark.parametrize(
    ("losses", "options", "sentence"),
    [
        ("hinge", {}, "hinge is 0 from m = 1 on; a log scale cannot show that"),
        (
            "hinge squared-hinge zero-one logistic",
            {},
            "hinge and squared-hinge are 0 from m = 1 on, zero-one is 0 from m = 0 on; a log scale cannot show that",
        ),
        ("mse mae", {}, "squared and absolute are 0 at r = 0; a log scale cannot show that"),
        ("mse", {"target": "100"}, "squared is 0 at x = 100; a log scale cannot show that"),
        ("epsilon-insensitive:epsilon=0.5", {}, "epsilon-insensitive:epsilon=0.5 is 0 from r = -0.5 to 0.5; a log"),
        ("m+1", {}, "m+1 is not positive up to m = -1; a log scale cannot show that"),
        ("hinge", {"both-labels": "x"}, "hinge, y = +1 is 0 from f = 1 on, hinge, y = -1 is 0 up to f = -1; a log"),
        ("squared", {"only": "derivative"}, "the derivative of squared is not positive up to r = 0; a log scale"),
    ],
)
def test_a_warning_names_what_and_where(losses: str, options: dict[str, str], sentence: str) -> None:
    [warning] = sentences(losses, yscale="log", **options)
    assert warning.startswith(sentence)


def test_of_many_stretches_a_warning_names_the_first_three() -> None:
    # The cosine is not positive between odd multiples of pi/2.
    three = "from m = -4.7124 to -1.5708 and from m = 1.5708 to 4.7124 and from m = 7.854 on"
    [warning] = sentences("cos(m)", yscale="log", range="-5:8")
    assert warning == f"cos(m) is not positive {three}; a log scale cannot show that"
    [warning] = sentences("cos(m)", yscale="log", range="-8:8")
    first = "up to m = -7.854 and from m = -4.7124 to -1.5708 and from m = 1.5708 to 4.7124"
    assert warning == f"cos(m) is not positive {first} and elsewhere; a log scale cannot show that"


def test_what_is_positive_needs_no_warning() -> None:
    assert not sentences("logistic exponential", yscale="log")
    assert not sentences("log-loss", xscale="log")
    assert not sentences("hinge", yscale="symlog")


def test_a_warning_names_the_range_that_a_log_scale_leaves_out() -> None:
    assert sentences("mse", xscale="log") == ["a log scale has no place for r from -3 to 0; the range is 0.001 to 3"]


def test_a_note_says_where_a_symlog_scale_is_linear() -> None:
    figure = resolve(read_spec(["mse"], {"yscale": "symlog", "xscale": "symlog", "range": "-1e3:1e3"}))
    assert [note for note in notes(figure) if "linear" in note] == [
        "the x axis is linear from -1 to 1, and logarithmic beyond",
        # Half of the points of the figure have an error of less than about 20, whose square has a power of ten of 100.
        "the y axis is linear from -100 to 100, and logarithmic beyond",
    ]


def test_the_description_says_the_scales() -> None:
    assert resolve(read_spec(["logistic"], {"yscale": "log"})).description.endswith(". The y axis is logarithmic.")
    text = resolve(read_spec(["hinge"], {"yscale": "symlog", "lang": "zh"})).description
    axis = "y \u8f74\u5728 \u00b10.1 \u4ee5\u5185\u4e3a\u7ebf\u6027\u523b\u5ea6"
    assert text.endswith(f"\u3002{axis}\uff0c\u5176\u5916\u4e3a\u5bf9\u6570\u523b\u5ea6\u3002")
