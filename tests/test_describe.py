"""What a description says is so: each statement is read back from the words and held against dense samples."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from xml.etree import ElementTree as ET
from xml.sax.saxutils import escape

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import curves as any_curve
from test_languages import sections

from lossplot.curves import Curve, default_curve, short
from lossplot.describe import LONG, LONGEST, SHORT, description, label, title
from lossplot.describe.meetings import find_meetings
from lossplot.describe.samples import Line, take_samples
from lossplot.formula.jets import Array
from lossplot.languages import ENGLISH, Language, languages, speak
from lossplot.limits import x_limits
from lossplot.losses import LOSSES, Loss
from lossplot.reading import read_curves
from lossplot.risk import risk_minimiser
from lossplot.sampling import quantity
from lossplot.spec import PANELS, Panel

EVERY_LOSS = pytest.mark.parametrize("loss", LOSSES.values(), ids=LOSSES)
CHINESE = speak("zh")
# A number of four digits is off by less than this share of it.
DIGITS = 5.1e-4
DENSE = 20_001

NUMBER = r"(?:minus infinity|infinity|−?\d+(?:\.\d+)?(?: × 10[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)?)"
PLACE = rf"\w = (±?{NUMBER})"
_SUPERSCRIPTS = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")


def number(text: str) -> float:
    """The number that a description says, without its ±."""
    text = text.removeprefix("±").replace("minus infinity", "-inf").replace("infinity", "inf").replace("−", "-")
    mantissa, _, exponent = text.partition(" × 10")
    return float(f"{mantissa}e{exponent.translate(_SUPERSCRIPTS)}") if exponent else float(mantissa)


def numbers(text: str) -> list[str]:
    return re.findall(rf"±?{NUMBER}", text.replace("负无穷", "minus infinity").replace("正无穷", "infinity"))


def curves(words: str) -> tuple[Curve, ...]:
    return read_curves(words.split())


def describe(
    some: Sequence[Curve],
    panels: Sequence[Panel] = ("loss",),
    language: Language = ENGLISH,
    view: tuple[float, float] | None = None,
    risk: float | None = None,
) -> str:
    left, right = view or x_limits(some)
    return description(some, panels, left, right, language, risk)


def story(text: str, curve: Curve) -> str:
    """The sentence about the course of `curve`."""
    [found] = [sentence for sentence in sentences(text) if sentence.startswith(f"{label(curve)} ")]
    return found.removeprefix(f"{label(curve)} ")


def sentences(text: str) -> list[str]:
    assert text.endswith(".")
    return text[:-1].split(". ")


# --- the whole, word for word ---

HINGES = (
    "Line plot of the loss functions hinge and squared-hinge against the margin m = y·f(x) from −3 to 3. "
    "Panels from the top: loss and derivative. "
    "The curves meet at m = 0 (value 1) and coincide from m = 1 on (value 0). "
    "hinge falls linearly from 4 at m = −3 to its minimum 0 at m = 1, then stays at 0, with a corner at m = 1; "
    "further left it grows linearly. "
    "squared-hinge falls ever more slowly from 16 at m = −3 to its minimum 0 at m = 1, then stays at 0, "
    "with a change of curvature at m = 1; further left it grows quadratically. "
    "The derivative of hinge lies between −1 and 0, with a jump at m = 1. "
    "The derivative of squared-hinge lies between −8 and 0."
)
HINGES_IN_CHINESE = (
    "合页损失和平方合页损失的曲线图，横轴为间隔 m = y·f(x)，从 −3 到 3。自上而下各图：损失和导数。"
    "两条曲线相交于 m = 0（值为 1），并自 m = 1 起（值为 0）重合。"
    "合页损失从 m = −3 处的 4 线性下降到 m = 1 处的最小值 0，随后保持为 0，在 m = 1 处有角点；再向左线性增长。"
    "平方合页损失从 m = −3 处的 16 渐缓下降到 m = 1 处的最小值 0，随后保持为 0，在 m = 1 处曲率突变；再向左按平方增长。"
    "合页损失的导数介于 −1 与 0 之间，在 m = 1 处跳变。平方合页损失的导数介于 −8 与 0 之间。"
)


def test_two_hinges_are_described_as_a_lecturer_would() -> None:
    panels: tuple[Panel, ...] = ("loss", "derivative")
    assert describe(curves("hinge squared-hinge"), panels) == HINGES
    assert describe(curves("hinge squared-hinge"), panels, CHINESE) == HINGES_IN_CHINESE


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("zero-one", "zero-one is 1 up to m = 0, where it jumps to 0, then stays at 0"),
        (
            "tukey-biweight",
            "tukey-biweight is symmetric about r = 0 and rises first ever more steeply and then ever more slowly "
            "from its minimum 0 at r = 0 to 3.658 at r = ±4.685, then stays at 3.658",
        ),
        ("log-loss", "log-loss falls ever more slowly from infinity at p = 0 to its minimum 0 at p = 1"),
        (
            "quantile:tau=0.9",
            "quantile (τ = 0.9) falls linearly from 2.7 at r = −3 to its minimum 0 at r = 0, then rises linearly to 0.3 "
            "at r = 3, with a corner at r = 0; further out it grows linearly on both sides",
        ),
        ("periodic", "periodic is symmetric about r = 0 and swings between 0 and 2, turning 11 times"),
        ("double-hinge", "double-hinge falls in straight pieces from 3 at m = −3 to its minimum 0 at m = 1"),
        (
            "hampel",
            "rises first ever more steeply, then linearly and then ever more slowly from its minimum 0 at r = 0",
        ),
        ("huber:delta=0.5,1,2", "All curves coincide from r = −0.5 to r = 0.5"),
        ("hinge perceptron zero-one", "All curves coincide from m = 1 on (value 0)"),
        (
            "hinge perceptron zero-one",
            "perceptron and zero-one meet at m = −1 (value 1) and coincide beyond m = 0 (value 0)",
        ),
        ("hinge unhinged", "The curves coincide up to m = 1"),
        ("absolute half-squared", "The curves meet at r = 0 (value 0) and r = ±2 (value 2)"),
        ("squared expectile:tau=0.5", "The curves meet at r = 0 (value 0)"),
        ("half-squared expectile:tau=0.5", "The curves coincide throughout"),
        (
            "half-squared expectile:tau=0.5",
            "Each of half-squared and expectile (τ = 0.5) is symmetric about r = 0 and rises",
        ),
        ("unhinged exponential", "The curves meet at m = 0 (value 1)"),
        ("perceptron exponential", "The curves do not meet in this range"),
    ],
)
def test_a_sentence(words: str, sentence: str) -> None:
    assert sentence in describe(curves(words))


def test_figures_of_other_panels_tell_of_them() -> None:
    text = describe(curves("hinge ramp"), ("derivative",))
    assert text.startswith("Line plot of the derivative of the loss functions hinge and ramp against the margin")
    assert "The derivative of hinge is −1 up to m = 1, where it jumps to 0, then stays at 0" in text
    assert "The curves coincide from m = 0 to m = 1 (value −1) and beyond m = 1 (value 0)" in text


def test_scaled_curves_are_said_to_be() -> None:
    scaled = [replace(curve, unit=math.log(2.0)) for curve in curves("logistic")]
    assert "the loss function logistic, each scaled to 1 at m = 0, against" in describe(scaled)
    assert "均缩放至 m = 0 处为 1" in describe(scaled, language=CHINESE)


# --- the course of each curve, read back ---


@dataclass(frozen=True, slots=True)
class Step:
    """What a description says of a curve from one place to the next."""

    verb: str
    bends: tuple[str, ...]
    start: tuple[float, float]
    end: tuple[float, float]


_BENDS = re.compile("linearly|in straight pieces|ever more slowly|ever more steeply")
_START, _END = rf"(?:its minimum )?({NUMBER}) at {PLACE}", rf"(?:its minimum )?({NUMBER}) at {PLACE}"


def steps(said: str, left: float, right: float) -> list[Step]:
    """The steps of a story, each beginning where the one before ends."""
    said = re.split(r"; |, with ", said)[0]
    x = left
    if even := re.match(r"is symmetric about \w = 0 and ", said):
        said, x = said[even.end() :], 0.0
    found: list[Step] = []
    y = math.nan
    for part in re.split(r", then (?=falls|rises|stays)|, where it ", said):
        if way := re.fullmatch(rf"(falls|rises)(.*?)(?: from {_START})? to {_END}", part):
            verb, how, start_y, start_x, end_y, end_x = way.groups()
            if start_y:
                assert number(start_x) == pytest.approx(x, rel=DIGITS)
                y = number(start_y)
            end = (number(end_x), number(end_y))
            found.append(Step(verb, tuple(_BENDS.findall(how)), (x, y), end))
            x, y = end
        elif stay := re.fullmatch(rf"(?:is|stays at) ({NUMBER})(?: up to {PLACE})?", part):
            y, end_x = number(stay[1]), number(stay[2]) if stay[2] else right
            found.append(Step("stays", (), (x, y), (end_x, y)))
            x = end_x
        else:
            jump = re.fullmatch(rf"jumps to ({NUMBER})", part)
            assert jump, part
            y = number(jump[1])
    assert x == pytest.approx(right, rel=DIGITS)
    return found


def limit(curve: Curve, x: float, side: int) -> tuple[float, float]:
    """The lowest and highest that a curve is just beside x, which is known to four digits."""
    room = DIGITS * abs(x)
    y = quantity(curve, 0, np.concatenate([[x], x + side * room * np.linspace(0.0, 2.0, 9)[1:]]), side)
    if np.isnan(y).all():
        tiny = quantity(curve, 0, x + side * np.array([1e-50, 1e-100]))
        y = np.where(tiny > 1e40, math.inf, tiny)[1:]
    return float(np.nanmin(y)), float(np.nanmax(y))


def assert_step(curve: Curve, step: Step) -> None:
    (x, y), (end_x, end_y) = step.start, step.end
    for at, side, height in ((x, +1, y), (end_x, -1, end_y)):
        low, high = limit(curve, at, side)
        room = DIGITS * abs(height) if math.isfinite(height) else 0.0
        assert low - room - 1e-9 <= height <= high + room + 1e-9, (step, side, low, high)
    room = DIGITS * max(abs(x), abs(end_x))
    dense = np.linspace(x + room, end_x - room, 2001)[1:-1]
    heights = quantity(curve, 0, dense)
    rounding = 1e-12 * float(np.max(np.abs(heights)))
    rises = np.diff(heights)
    if step.verb == "stays":
        assert np.ptp(heights) <= rounding, step
    else:
        assert np.all(rises <= rounding if step.verb == "falls" else rises >= -rounding), step
        assert_bends(curve, step, dense)


def assert_bends(curve: Curve, step: Step, dense: Array) -> None:
    """The sizes of the slopes are what the words say of them; at a corner they may do what they like."""
    slopes = np.abs(quantity(curve, 1, dense))
    corners = np.array([knot.x for knot in curve.knots(dense[0], dense[-1]) if knot.kind == "corner"])
    smooth = np.diff(np.searchsorted(corners, dense)) == 0
    changes = np.diff(slopes)[smooth]
    changes = changes[np.abs(changes) > 1e-6 * np.max(slopes)]
    ups = [bool(up) for up in changes > 0.0]
    seen = [up for n, up in enumerate(ups) if n == 0 or ups[n - 1] != up]
    if step.bends == ("linearly",):
        assert not seen, step
    elif step.bends == ("in straight pieces",):
        assert not seen, step
        assert len(corners), step
    elif step.bends:
        assert seen == [bend == "ever more steeply" for bend in step.bends if bend != "linearly"], step


def default_view(curve: Curve) -> tuple[float, float]:
    return x_limits([curve])


@EVERY_LOSS
def test_each_curve_runs_as_it_is_said_to(loss: Loss) -> None:
    curve = default_curve(loss)
    left, right = default_view(curve)
    said = story(describe([curve]), curve)
    if "swings" in said:
        assert loss.name == "periodic"
        return
    mirrored = said.startswith("is symmetric")
    x = np.linspace(left, right, 999)
    y = quantity(curve, 0, x)
    assert mirrored == (left == -right and bool(np.allclose(y, y[::-1], rtol=1e-9, atol=0.0)))
    for step in steps(said, left, right):
        assert_step(curve, step)
    lowest = float(np.min(y[np.isfinite(y)]))
    for words in re.findall(f"its minimum ({NUMBER})", said):
        assert number(words) <= lowest + DIGITS * abs(lowest) + 1e-12
    edges = {left, right} - {curve.domain.low, curve.domain.high}
    constant = [step.end[1] for step in steps(said, left, right) if step.verb == "stays"]
    if lowest not in constant and lowest < min(
        float(quantity(curve, 0, np.array([edge]))[0]) for edge in edges | {float(x[0]), float(x[-1])}
    ):
        assert "its minimum" in said


@EVERY_LOSS
def test_corners_and_changes_of_curvature_are_those_of_the_formula(loss: Loss) -> None:
    curve = default_curve(loss)
    left, right = default_view(curve)
    said = story(describe([curve]), curve)
    for words, kind in (("corners? at", "corner"), ("changes? of curvature at", "curvature")):
        found = re.search(rf"{words} ((?:{PLACE}(?:, | and )?)+)", said)
        stated = [places for places in re.findall(PLACE, found[0])] if found else []
        both = {sign * number(place) for place in stated for sign in ((1, -1) if "±" in place else (1,))}
        knots = [knot.x for knot in curve.knots(left, right) if knot.kind == kind]
        assert sorted(both) == pytest.approx(knots, rel=DIGITS), said


# --- beyond the view ---


def assert_tail(curve: Curve, side: int, words: str) -> None:
    """Held against the values at ever greater distances."""
    near = {k: float(quantity(curve, 0, np.array([side * 2.0**k * 1.01]))[0]) for k in range(1, 60)}
    far = [float(quantity(curve, 0, np.array([side * 10.0**k]))[0]) for k in (10, 20, 40, 80)]
    if end := re.fullmatch(rf"tends to ({NUMBER})", words):
        away = [abs(value - number(end[1])) for value in (near[8], near[16], near[32])]
        rounding = DIGITS * abs(number(end[1]))
        assert away[0] + rounding >= away[1] and away[1] + rounding >= away[2]
        assert away[2] <= rounding + 1e-3 * (1.0 + abs(near[1]))
        return
    if end := re.fullmatch(rf"reaches ({NUMBER}) and stays there", words):
        assert far == [far[0]] * 4
        assert far[0] == pytest.approx(number(end[1]), rel=DIGITS)
        return
    grows, how = re.fullmatch(r"(grows|falls) (.+)", words).groups()  # type: ignore[union-attr]
    assert all(
        later > earlier if grows == "grows" else later < earlier
        for earlier, later in pairwise(filter(math.isfinite, near.values()))
    )
    if how == "exponentially":
        rates = [math.log(near[k + 1] / near[k]) / (near_x(k + 1) - near_x(k)) for k in (6, 7)]
        assert rates[0] == pytest.approx(rates[1], rel=0.05)
    elif how == "logarithmically":
        assert near[58] - near[57] == pytest.approx(near[48] - near[47], rel=1e-3)
    elif how != "without bound":
        known = {"linearly": 1.0, "quadratically": 2.0}
        power = known[how] if how in known else number(re.search(rf"power ({NUMBER})", how)[1])  # type: ignore[index]
        assert near[50] / near[49] == pytest.approx(2.0**power, rel=1e-3)


def near_x(k: int) -> float:
    return 2.0**k * 1.01


def tails(said: str) -> tuple[str, str]:
    """What is said of the left and of the right beyond the view."""
    if both := re.search(r"further out it (.+?)(?: on both sides)?$", said):
        return both[1], both[1]
    left, right = (re.search(rf"further {side} it ([^;]+?)(?:, further right.*)?$", said) for side in ("left", "right"))
    return left[1] if left else "", right[1] if right else ""


@EVERY_LOSS
def test_each_curve_goes_on_as_it_is_said_to(loss: Loss) -> None:
    curve = default_curve(loss)
    left, right = default_view(curve)
    said = story(describe([curve]), curve)
    for side, words, edge in zip((-1, 1), tails(said), (left, right), strict=True):
        if words:
            assert_tail(curve, side, words)
        elif math.isinf(curve.domain.low if side < 0 else curve.domain.high) and loss.name != "periodic":
            constant = limit(curve, edge, -side)[0]
            assert list(quantity(curve, 0, side * 10.0 ** np.arange(2.0, 9.0))) == [constant] * 7


@pytest.mark.parametrize(
    ("words", "view", "tail"),
    [
        # Known in closed form: see the entries' formulas.
        ("logistic", (-3.0, 3.0), "further left it grows linearly, further right it tends to 0"),
        ("exponential", (-3.0, 3.0), "further left it grows exponentially, further right it tends to 0"),
        ("probit", (-3.0, 3.0), "further left it grows quadratically, further right it tends to 0"),
        ("savage", (-3.0, 3.0), "further left it tends to 1, further right it tends to 0"),
        ("tangent", (-3.0, 3.0), "further left it tends to 17.15, further right it tends to 4.586"),
        ("power:p=1.5", (-3.0, 3.0), "further out it grows like the power 1.5 of r"),
        ("cauchy", (-3.0, 3.0), "further out it grows logarithmically"),
        ("tukey-biweight", (-3.0, 3.0), "further out it reaches 3.658 and stays there"),
        ("hinge", (-3.0, 0.5), "further left it grows linearly, further right it reaches 0 and stays there"),
        ("sigmoid", (-60.0, -50.0), "further right it tends to 0"),
        ("madaboost", (-60.0, -50.0), "further left it grows linearly, further right it tends to 0"),
        ("unhinged", (-3.0, 3.0), "further left it grows linearly, further right it falls linearly"),
        ("msle", (-1.0, 5.0), "further right it grows without bound"),
        ("poisson-deviance", (0.0, 5.0), "further right it grows linearly"),
        ("linex", (-3.0, 3.0), "further left it grows linearly, further right it grows exponentially"),
    ],
)
def test_what_is_beyond_the_view(words: str, view: tuple[float, float], tail: str) -> None:
    assert describe(curves(words), view=view).endswith(f"; {tail}.")


def test_of_waves_that_never_end_no_limit_is_claimed() -> None:
    assert "further" not in describe(curves("periodic"), view=(-0.4, 0.4))


# --- where curves meet ---

AXES = {
    loss.axis.name: [other for other in LOSSES.values() if other.axis.name == loss.axis.name]
    for loss in LOSSES.values()
}


def assert_meetings(first: Curve, second: Curve, view: tuple[float, float]) -> None:
    """What is found is so, and nothing that 4,001 points show is missed."""
    pair = (first, second)
    meetings, overlaps = find_meetings(take_samples([Line(curve, 0) for curve in pair], *view))
    for meeting in meetings:
        a, b = (float(quantity(curve, 0, np.array([meeting.x]))[0]) for curve in pair)
        assert math.isclose(a, b, rel_tol=1e-8, abs_tol=1e-10), (pair, meeting, a, b)
        assert math.isclose(a, meeting.y, rel_tol=1e-9, abs_tol=1e-12)
    x = np.linspace(*view, 4001)
    step = x[1] - x[0]
    a, b = (quantity(curve, 0, x) for curve in pair)
    apart = ~np.isclose(a, b, rtol=1e-9, atol=1e-12)
    for overlap in overlaps:
        within = (x > overlap.start) & (x < overlap.end)
        assert not np.any(apart & within), (pair, overlap)
        beside = ((x > overlap.start - 9 * step) & (x < overlap.start)) | (
            (x > overlap.end) & (x < overlap.end + 9 * step)
        )
        assert np.all(~np.isclose(a, b, rtol=1e-9, atol=0.0)[beside]), (pair, overlap)
    jumps = [knot.x for curve in pair for knot in curve.knots(*view) if knot.kind == "jump"]
    places = np.array([*jumps, *(meeting.x for meeting in meetings), *(e for o in overlaps for e in (o.start, o.end))])
    signs = np.sign(a - b)
    for k in np.flatnonzero((signs[:-1] * signs[1:] < 0.0) & apart[:-1] & apart[1:]):
        assert np.any((places >= x[k] - step / 100) & (places <= x[k + 1] + step / 100)), (pair, x[k])
    # Where they are the same in a single point of the grid there is a meeting, or an end of an overlap.
    for k in np.flatnonzero(~apart & np.append(True, apart[:-1]) & np.append(apart[1:], True) & np.isfinite(a)):
        assert np.any(np.abs(places - x[k]) <= step), (pair, x[k])


@pytest.mark.parametrize("loss", LOSSES.values(), ids=LOSSES)
def test_curves_meet_where_it_is_said_and_nowhere_else(loss: Loss) -> None:
    with np.errstate(all="ignore"):
        family = AXES[loss.axis.name]
        for other in family[family.index(loss) + 1 :]:
            pair = default_curve(loss), default_curve(other)
            assert_meetings(*pair, x_limits(pair))


@settings(max_examples=60)
@given(st.data())
def test_curves_of_any_parameters_meet_where_it_is_said(data: st.DataObject) -> None:
    family = data.draw(st.sampled_from([*AXES.values()]))
    pair = [data.draw(st.sampled_from(family).flatmap(any_curve)) for _ in range(2)]
    low, high = pair[0].axis.view
    with np.errstate(all="ignore"):
        assert_meetings(pair[0], pair[1], (low, high))


@EVERY_LOSS
def test_the_words_say_what_was_found(loss: Loss) -> None:
    family = AXES[loss.axis.name]
    pair = default_curve(loss), default_curve(family[family.index(loss) - 1])
    with np.errstate(all="ignore"):
        meetings, overlaps = find_meetings(take_samples([Line(curve, 0) for curve in pair], *x_limits(pair)))
    said = sentences(describe(pair))[1]
    if not meetings and not overlaps:
        assert said == "The curves do not meet in this range"
        return
    assert said.startswith("The curves ")
    stated = re.findall(rf"{PLACE} \(value ({NUMBER})\)", said.partition(" coincide ")[0])
    both = {(sign * number(x), number(y)) for x, y in stated for sign in ((1, -1) if "±" in x else (1,))}
    if len(stated) and "points from" not in said:
        assert sorted(both) == [pytest.approx((meeting.x, meeting.y), rel=DIGITS, abs=1e-9) for meeting in meetings]
    assert (" coincide " in said) == bool(overlaps)
    assert ("meet" in said) == bool(meetings)


def found_meetings(threshold: float, unit: float) -> list[float]:
    """Where a hinge, divided by `unit`, meets the exponential loss."""
    hinge, exponential = curves(f"hinge:threshold={threshold!r} exponential")
    lines = [Line(replace(hinge, unit=unit), 0), Line(exponential, 0)]
    with np.errstate(all="ignore"):
        meetings, _ = find_meetings(take_samples(lines, -3.0, 3.0))
    return [meeting.x for meeting in meetings]


@pytest.mark.parametrize("x", [-1.2345, -0.4142, 0.7321, 1.6180])
def test_curves_that_touch_or_nearly_do_are_told_apart(x: float) -> None:
    # The tangent of exp(-m) at x is exp(-x) (1 + x - m); raised by h it meets it twice, sqrt(2 h) to both sides.
    unit = math.exp(x)
    assert found_meetings(1.0 + x, unit) == [pytest.approx(x, abs=1e-6)]
    assert found_meetings(1.0 + x - 1e-7, unit) == []
    way = math.sqrt(2e-6)
    assert found_meetings(1.0 + x + 1e-6, unit) == pytest.approx([x - way, x + way], abs=1e-6)


def test_a_crossing_beside_an_infinity_is_found() -> None:
    # -log(p)/100 is 1 - p where -log(p) is all but 100: at exp(-100).
    meetings = re.findall(
        rf"{PLACE} \(value ({NUMBER})\)", describe(curves("focal:gamma=0:alpha=0.01 linear-probability"))
    )
    assert number(meetings[0][0]) == pytest.approx(math.exp(-100.0), rel=DIGITS)
    assert meetings[1:] == [("1", "0")]


def test_lines_that_only_come_close_are_not_said_to_meet() -> None:
    # log(1 + exp(-m)) and exp(-m) are the same double from m = 37 on, and never equal.
    assert "do not meet" in describe(curves("logistic exponential"), view=(-50.0, 50.0))


def test_many_curves_meet_in_one_point() -> None:
    # Murphy 2012, figure 6.8 and Hastie et al. 2009, figure 10.4 scale these to pass through (0, 1).
    text = describe(curves("hinge squared-hinge logistic-base2 exponential squared-margin modified-huber"))
    assert "All curves meet at m = 0 (value 1)" in text


def test_of_very_many_curves_only_what_all_share_is_told() -> None:
    some = curves("focal:gamma=0,0.5,1,1.5,2,2.5,3,3.5,4,4.5,5,5.5,6 brier")
    assert sentences(describe(some))[1] == "All curves meet at p = 1 (value 0)"
    assert "meet" not in describe([*some, *curves("label-smoothing-ce")])


# --- the other panels ---


@pytest.mark.parametrize("panel", ["derivative", "second-derivative", "weight"])
@EVERY_LOSS
def test_the_range_of_a_panel_holds_what_it_shows(loss: Loss, panel: Panel) -> None:
    if panel == "weight" and loss.axis.name != "error":
        return
    curve, order = default_curve(loss), PANELS.index(panel)
    left, right = default_view(curve)
    said = sentences(describe([curve], ("loss", panel)))[-1]
    inside = np.linspace(max(left, curve.domain.low), min(right, curve.domain.high), DENSE)[1:-1]
    jumps = [knot.x for knot in curve.knots(left, right)]
    inside = np.setdiff1d(inside, jumps)
    y = quantity(curve, order, inside)
    low, high = float(np.min(y)), float(np.max(y))
    head = f"The {panel.replace('-', ' ')} of {loss.name} "
    assert said.startswith(head)
    room = DIGITS * (high - low) + 1e-3 * (high - low)
    words = said.removeprefix(head)
    if between := re.match(rf"lies between ({NUMBER}) and ({NUMBER})", words):
        stated = number(between[1]), number(between[2])
        assert stated[0] - DIGITS * abs(stated[0]) <= low and high <= stated[1] + DIGITS * abs(stated[1]), said
        assert (
            low <= stated[0] + room + DIGITS * abs(stated[0]) and stated[1] - room - DIGITS * abs(stated[1]) <= high
        ), said
    elif constant := re.match(rf"is ({NUMBER})(?:,|$)", words):
        assert y == pytest.approx(number(constant[1]), rel=DIGITS, abs=1e-9)
    else:
        # No bound: it is much farther out close to where it has none than in between.
        usual = float(np.median(np.abs(y)))
        least, most = re.search(f"at least ({NUMBER})", words), re.search(f"at most ({NUMBER})", words)
        assert (high > 50.0 * usual) == ("no upper bound" in words or "no bounds" in words), said
        assert (low < -50.0 * usual) == ("no lower bound" in words or "no bounds" in words), said
        assert not least or low == pytest.approx(number(least[1]), rel=2e-3, abs=1e-6)
        assert not most or high == pytest.approx(number(most[1]), rel=2e-3, abs=1e-6)


@pytest.mark.parametrize(
    ("words", "panel", "sentence"),
    [
        ("hinge", "derivative", "lies between −1 and 0, with a jump at m = 1"),
        ("double-hinge", "derivative", "lies between −1 and 0, with jumps at m = −1 and m = 1"),
        ("zero-one", "derivative", "is 0, and does not exist at m = 0"),
        ("absolute", "second-derivative", "is 0, and does not exist at r = 0"),
        ("huber", "second-derivative", "lies between 0 and 1, with jumps at r = ±1"),
        ("savage", "derivative", "lies between −0.2963 and −0.002244"),
        ("log-loss", "derivative", "is at most −1 and has no lower bound"),
        ("log-loss", "second-derivative", "is at least 1 and has no upper bound"),
        ("bce-probability", "derivative", "has no bounds"),
        ("huber", "weight", "lies between 0.3333 and 1"),
        ("squared", "weight", "is 2"),
        ("absolute", "weight", "is at least 0.3333 and has no upper bound, and does not exist at r = 0"),
        ("truncated-quadratic", "weight", "lies between 0 and 1, with jumps at r = ±2"),
    ],
)
def test_a_sentence_about_a_panel(words: str, panel: Panel, sentence: str) -> None:
    # -8/27 = -0.2963 is the steepest slope of Savage's loss; the others are read off the formulas.
    curve = curves(words)[0]
    said = sentences(describe([curve], ("loss", panel)))[-1]
    assert said == f"The {panel.replace('-', ' ')} of {words} {sentence}"


@pytest.mark.parametrize("chance", [0.3, 0.5, 0.9])
@pytest.mark.parametrize(
    "loss", [loss for loss in LOSSES.values() if loss.axis.name in ("margin", "probability")], ids=str
)
def test_the_least_risk_is_where_the_minimiser_is(loss: Loss, chance: float) -> None:
    curve = default_curve(loss)
    left, right = default_view(curve)
    said = sentences(describe([curve], ("loss", "risk"), risk=chance))[-1]
    assert said.startswith(f"In this range the risk at η = {short(chance)} of {loss.name} is least ")
    best = risk_minimiser(curve, chance)
    stated = [number(place) for place in re.findall(PLACE, said)]
    low, high = (best, best) if isinstance(best, float) else best
    nearest = min(stated, key=lambda x: abs(x - low))
    if left < low and high < right and "from" not in said:
        assert nearest == pytest.approx(low, rel=DIGITS, abs=1e-6), said
    elif "from" in said:
        assert stated == pytest.approx([max(low, left), min(high, right)], rel=DIGITS)


def test_a_risk_panel_without_its_chance_is_refused() -> None:
    with pytest.raises(Exception, match="not a chance"):
        describe(curves("hinge"), ("loss", "risk"))


# --- all that is written ---

FIGURES: list[tuple[str, tuple[Panel, ...]]] = [
    *((name, ("loss", "derivative", "second-derivative")) for name in LOSSES),
    *((name, ("loss", "weight")) for name, loss in LOSSES.items() if loss.axis.name == "error"),
    *((name, ("loss", "risk")) for name, loss in LOSSES.items() if loss.axis.name == "margin"),
    *((" ".join(loss.name for loss in family), ("loss", "derivative")) for family in AXES.values()),
    *((name, ("derivative",)) for name in ("hinge ramp perceptron", "huber absolute hampel", "half-squared expectile")),
    ("huber squared", ("weight",)),
    ("hinge unhinged zero-one", ("risk",)),
    ("perceptron exponential", ("loss",)),
    ("perceptron exponential probit", ("loss",)),
    ("torch:smooth_l1:beta=2", ("loss",)),
    ("hinge:threshold=2", ("loss",)),
]


def assert_readable(text: str) -> None:
    assert not re.search(r"nan|\binf\b|e[-+]?\d|None|  |\{|\}|\.\.|--| \.| ,|\bTrue\b|\bFalse\b", text), text
    assert all(character.isprintable() for character in text), text
    assert ET.fromstring(f"<desc>{escape(text)}</desc>").text == text
    assert len(text) <= LONGEST


@pytest.mark.parametrize(
    ("words", "panels"), FIGURES, ids=lambda value: value[:40] if isinstance(value, str) else "-".join(value)
)
def test_a_description_can_be_read_in_both_languages(words: str, panels: tuple[Panel, ...]) -> None:
    some = curves(words)
    english, chinese = (describe(some, panels, language, risk=0.7) for language in (ENGLISH, CHINESE))
    for text in (english, chinese):
        assert_readable(text)
    assert len(english) <= (SHORT if len(some) <= 6 else LONGEST if len(some) > 12 else LONG)
    assert sorted(numbers(chinese)) == sorted(numbers(english))
    assert chinese.count("。") == english.count(". ") + 1
    assert not re.search(r"[，。；：、（）] | [，。；：、（）]|[\u4e00-\u9fff] [\u4e00-\u9fff]", chinese), chinese


class Recorder(dict[str, str]):
    """A catalogue that remembers what was looked up in it."""

    def __init__(self, messages: Mapping[str, str]) -> None:
        super().__init__(messages)
        self.asked: set[str] = set()

    def get(self, key: str, default: str = "") -> str:  # type: ignore[override]
        self.asked.add(key)
        return super().get(key, default)


# In figures that no view of the catalogue by itself makes.
RARE: list[tuple[str, tuple[Panel, ...], tuple[float, float]]] = [
    ("bce-probability mape", ("loss",), (2.0, 5.0)),
    ("tukey-biweight", ("loss",), (-3.0, 3.0)),
    ("hinge:threshold=2 hinge:threshold=3", ("loss",), (-3.0, 2.5)),
    ("huber:delta=1 huber:delta=2", ("loss",), (-3.0, 3.0)),
    ("unhinged", ("second-derivative",), (-3.0, 3.0)),
]


def test_every_sentence_is_said_and_none_is_missing() -> None:
    messages = Recorder(CHINESE.messages)
    language = Language("zh", messages, CHINESE.parameters)
    for words, panels in FIGURES:
        describe(curves(words), panels, language, risk=0.7)
        title(curves(words), panels, language)
    for words, panels, view in RARE:
        describe(curves(words), panels, language, view)
    describe([replace(curve, unit=2.0) for curve in curves("logistic")], language=language)
    describe(read_curves([f"huber:delta={','.join(f'{n}.123456789' for n in range(1, 50))}"]), language=language)
    plain = {name for name in LOSSES} | {curve.name for words, _ in FIGURES for curve in curves(words)}
    assert sorted(messages.asked - set(messages) - plain) == []
    assert sorted(set(sections("zh")["sentences"]) - messages.asked) == []


# --- how long, and what of it ---


@pytest.mark.parametrize("code", languages())
@pytest.mark.parametrize("count", [6, 7, 13, 50])
def test_a_description_is_never_too_long(code: str, count: int) -> None:
    some = read_curves([f"hampel:a=1:b=2:c={','.join(str(2.5 + 0.01 * n) for n in range(count))}"])
    text = describe(some, PANELS[:4], speak(code))
    assert_readable(text)
    if code == "en" and count == 50:
        assert re.search(r"There are \d+ more curves", text)


def test_titles_name_what_is_drawn() -> None:
    two: tuple[Panel, ...] = ("loss", "second-derivative")
    assert title(curves("hinge huber:delta=2"), two) == "hinge and huber (δ = 2): loss and second derivative"
    assert title(curves("hinge huber:delta=2"), two, CHINESE) == "合页损失和 Huber 损失（δ = 2）：损失和二阶导数"
    many = curves("hinge squared-hinge logistic exponential savage tangent ramp")
    assert title(many, ("loss",)) == "hinge, squared-hinge, logistic, exponential, savage and 2 more: loss"


@EVERY_LOSS
def test_a_label_is_the_name_with_the_parameters_that_were_chosen(loss: Loss) -> None:
    curve = default_curve(loss)
    full = replace(curve, given=tuple(curve.parameters))
    assert (label(curve), label(full)) == (curve.label, full.label)
    assert label(curve, CHINESE) == CHINESE(loss.name)
    for name in full.given:
        assert f"{CHINESE.parameter(name)} = {short(full.parameters[name])}" in label(full, CHINESE)


@settings(max_examples=80)
@given(st.data())
def test_curves_of_any_parameters_are_described_rightly(data: st.DataObject) -> None:
    loss = data.draw(st.sampled_from([*LOSSES.values()]))
    curve = replace(data.draw(any_curve(loss)), given=())
    view = default_view(curve)
    text = describe([curve], ("loss", "derivative"), view=view)
    assert_readable(text)
    said = story(text, curve)
    with np.errstate(all="ignore"):
        for step in () if "swings" in said else steps(said, *view):
            assert_step(curve, step)


def test_the_same_figure_has_the_same_description() -> None:
    assert len({describe(curves("hinge logistic savage"), PANELS[:3]) for _ in range(3)}) == 1
