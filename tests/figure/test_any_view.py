"""Any finite view of any loss gives a figure or a one-line error, without a traceback, NumPy warning or NaN.

Warnings are errors in all tests, and so what NumPy or matplotlib warns of here is an internal error.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

import numpy as np
import pytest
from support.cases import every, some
from support.run import Outcome, assert_done, assert_fails, assert_line, assert_warns, call

from lossplot._curves.curve import Curve, default_curve
from lossplot._curves.parse import read_curves
from lossplot._figure import warnings as advice
from lossplot._figure.options import read_spec
from lossplot._figure.resolve import resolve
from lossplot._figure.sampling import View, sample
from lossplot._formula.evaluate import bind
from lossplot._formula.tree import Number
from lossplot._losses import LOSSES, Loss, Parameter
from lossplot._losses.entry import ERROR

# --- parameters have a least and a greatest size ---


REFUSED = {
    "least": ("huber:delta=5e-324", "delta = 4.94066e-324 of huber is too near zero", "at least 1e-100"),
    "least-of-a-square": ("cauchy:c=1e-300", "c = 1e-300 of cauchy is too near zero", "at least 1e-100"),
    "least-below-zero": ("linex:a=-1e-101", "a = -1e-101 of linex is too near zero", "at least 1e-100"),
    "least-beside-a-zero-that-fits": ("poisson-deviance:target=1e-320", "too near zero", "at least 1e-100"),
    "least-of-a-share": ("quantile:tau=1e-300", "tau = 1e-300 of quantile is too near zero"),
    "zero": ("huber:delta=0", "delta = 0 of huber is out of range; it is in (0, inf)"),
    "beyond-zero": ("huber:delta=-1e-300", "out of range; it is in (0, inf)"),
    "greatest": ("huber:delta=1e101", "delta = 1e+101 of huber is too large; the most is 1e+100"),
    "greatest-below-zero": ("linex:a=-1e101", "a = -1e+101 of linex is too small; the least is -1e+100"),
    "greatest-exponent": ("power:p=1e101", "p = 1e+101 of power is too large; the most is 1e+100"),
    "greatest-of-tweedie": (
        "tweedie-deviance:power=1e101",
        "power = 1e+101 of tweedie-deviance is too large",
        "1e+100",
    ),
    "least-of-tweedie": ("tweedie-deviance:power=-1e101", "is too small; the least is -1e+100"),
    "greatest-of-dwd": ("dwd:q=1e101", "q = 1e+101 of dwd is too large; the most is 1e+100"),
    "together": ("hampel:a=9", "hampel needs a <= b < c"),
    "sweep": ("huber:delta=1e-300..1", "too near zero", "at least 1e-100"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_a_parameter_that_doubles_cannot_compute_with_is_refused(tmp_path: Path, case: str) -> None:
    loss, *fragments = REFUSED[case]
    format_ = "gif" if ".." in loss else "svg"
    assert_fails(call(loss, "-o", f"a.{format_}", cwd=tmp_path), 2, *fragments)


@pytest.mark.slow
@pytest.mark.parametrize(
    "text", ["cauchy:c=1e-100", "cauchy:c=1e100", "power:p=100", "poisson-deviance:target=0", "hinge:threshold=5e-324"]
)
def test_the_ends_themselves_are_drawn(tmp_path: Path, text: str) -> None:
    assert_done(call(text, "-d", "-o", "a.json", cwd=tmp_path), "a.json")


def _extremes(parameter: Parameter) -> list[float]:
    """Return the least and greatest valid values of `parameter` on both sides of zero, and its ends."""
    low, high = parameter.interval.low, parameter.interval.high
    numbers = [low, high, *(sign * size for sign in (1.0, -1.0) for size in (5e-324, 1e-100, parameter.most))]
    numbers += [math.nextafter(low, math.inf), math.nextafter(high, -math.inf)]
    return [number for number in dict.fromkeys(numbers) if number in parameter]


def _together(loss: Loss, values: Sequence[float]) -> bool:
    parameters = dict(zip((parameter.name for parameter in loss.parameters), values, strict=True))
    return not loss.requires or bind(loss.parse(f"1 if {loss.requires} else 0"), parameters, "") == Number(1.0)


def _at_an_extreme(loss: Loss) -> Iterator[Curve]:
    """Yield `loss` with one parameter at each of its extremes, and the others at their defaults."""
    default = default_curve(loss)
    yield default
    for at, parameter in enumerate(loss.parameters):
        for extreme in _extremes(parameter):
            values = (*default.values[:at], extreme, *default.values[at + 1 :])
            if _together(loss, values):
                yield Curve(loss, values, tuple(each.name for each in loss.parameters))


@pytest.mark.slow
@every("loss", LOSSES.values(), ids=LOSSES)
def test_with_a_parameter_at_an_extreme_there_is_a_number_everywhere(loss: Loss) -> None:
    low, high = loss.axis.domain.low, loss.axis.domain.high
    sizes = np.concatenate([[0.0], np.geomspace(1e-12, 1e3, 61), np.geomspace(1e4, 1e100, 97)])
    x = np.concatenate(
        [np.linspace(*loss.axis.view, 201), sizes, -sizes, *(e + sizes for e in (low, 1.0)), 1.0 - sizes]
    )
    x = x[(x > low) & (x < high)]
    for curve in _at_an_extreme(loss):
        jet = curve.jet(x)
        assert not np.isnan(jet.value).any(), (curve.spec, x[np.isnan(jet.value)])
        assert not np.isnan(jet.slope).any(), (curve.spec, x[np.isnan(jet.slope)])
        assert not np.isnan(jet.curvature).any(), (curve.spec, x[np.isnan(jet.curvature)])


# --- what is not a number is told ---


WARNED = {
    "overflow": ("exponential --range=-1000:3", "exponential cannot be computed from m = -1000 to -7"),
    "several": ("linex --range=-3:1000 -d", "linex cannot be computed from r = 7"),
    "derivative": (
        "boosting-score --axis margin --range=-1000:1000",
        "boosting-score cannot be computed from m = -1000 to -7",
    ),
    "second": (
        "gce --axis margin --range=-900:0 --second-derivative",
        "the second derivative of gce cannot be computed",
    ),
    "one-of-two": ("contrastive soft-margin-triplet --range=-1:0", "no point of [0, inf)", "contrastive"),
    "sweep": ("linex:a=1..1000", "linex:a=", "cannot be computed from r = "),
}


@pytest.mark.parametrize("case", WARNED)
def test_a_stretch_without_values_is_told_in_a_warning_and_strict_refuses_it(tmp_path: Path, case: str) -> None:
    words, *fragments = WARNED[case]
    formats = ["gif"] if ".." in words else ["svg", "csv"]
    for format_ in formats:
        outcome = call(*words.split(), "--strict", "-o", f"a.{format_}", cwd=tmp_path)
        assert_fails(outcome, 1, *fragments, "--strict")
    if ".." not in words:
        assert_warns(call(*words.split(), "-o", "a.csv", cwd=tmp_path), *fragments)


def test_a_stretch_of_a_hundredth_of_the_range_is_told_with_its_ends() -> None:
    [sentence] = advice.warnings(resolve(read_spec(["sqrt((m - 1.3)^2 - 0.0009)"], {"range": "-3:3"})))
    found = re.search(r"cannot be computed from m = ([\d.]+) to ([\d.]+)", sentence)
    assert found
    # The root is of less than zero from 1.27 to 1.33; places are looked at that are 6/1024 apart.
    assert [float(each) for each in found.groups()] == pytest.approx([1.27, 1.33], abs=6.0 / 1024.0)


def test_a_batch_warns_of_a_stretch_without_values_too(tmp_path: Path) -> None:
    (tmp_path / "f.toml").write_text(
        '[[figures]]\nlosses = ["exponential"]\nrange = "-1000:3"\noutput = "a.csv"\n', encoding="utf-8"
    )
    outcome = call("build", "f.toml", "-o", "out", cwd=tmp_path)
    assert outcome.code == 0, outcome
    assert "exponential cannot be computed from m = -1000" in outcome.err


def test_a_table_warns_of_what_is_not_a_number(tmp_path: Path) -> None:
    line = Curve(Loss("line", "r^2/r", ERROR, "", "", "", "1"), ())
    assert advice.undefined_at(line, np.array([1.0, 2.0]), ["loss"]) == []
    [sentence] = advice.undefined_at(line, np.array([0.0, 1.0]), ["loss"])
    assert sentence.startswith("line cannot be computed at r = 0; ")
    assert call("table", "exponential", "--at=-1000", "-f", "csv", cwd=tmp_path).err == ""


# --- nothing falls over ---


FOUND = {
    # Limits that overflow, or whose height is no normal double.
    "limits-overflow": ("exponential --range=-709.78:-709.7 -o a.svg", 2, "nothing of exponential can be drawn"),
    "limits-overflow-direct": ("exponential --range=-709.78:-709.7 --labels direct -d -o a.tex", 2, "choose another"),
    "limits-underflow": ("soft-margin-triplet --range=-745.1042420352592:-745.1 -d --labels=direct -o a.tex", 0),
    "limits-underflow-risk": ("zero-one-probability --range=-2:-1 --risk=5e-324 --axis=margin -o a.svg", 0),
    # Circles and marks far outside the view.
    "circle-far-out": ("dwd:q=1e-100 --range=-1e78:1e78 --second-derivative --mark=5e-324,1e-300 -o a.svg", 0),
    "circle-far-out-preview": ("dwd:q=1e-100 --range=-1e78:1e78 --only=second-derivative --preview", 0),
    "circle-far-out-digest": ("dcs --range=-1e69:1.8e74 --second-derivative --formula -o a.py", 0),
    # Descriptions of curves with hardly any bend, and of curves that are NaN beside an end.
    "bends": ("tangent --range=-1.0000004620681655:-0.9999995379318346 -d -o a.json", 0),
    "ends": ("gamma-deviance:target=1e-100 --range=-1e93:1e93 --alt", 0, "leaves (0, inf)"),
    # Frames in which nothing moves.
    "still-frames": ("gaussian-nll:sigma=0.2..1.4 --ylim=1e64:2e64 --labels=none --size=1x1 -o a.gif", 0),
    # Points at the limits of doubles.
    "table-of-all-doubles": ("table gamma-deviance:target=1e99 mape --at=1e100,-1e308,1e308 --second-derivative", 0),
    # Invalid requests: one line on stderr, and nothing on stdout.
    "alt-refused": ("reverse-kl-bernoulli --range=1:1.000000002 --alt", 2, "has no such point"),
    "preview-refused": ("dwd --axis=probability --normalize --preview", 2, "dwd"),
    "invert-half": ("invert cosine-distance 0 1e308", 1, "never"),
}


@pytest.mark.parametrize("case", some(FOUND, 3))
def test_a_view_that_once_fell_over_is_drawn_or_refused(tmp_path: Path, case: str) -> None:
    words, code, *fragments = FOUND[case]
    outcome = call(*str(words).split(), cwd=tmp_path)
    assert outcome.code == code, outcome
    if code:
        assert_fails(outcome, int(code), *map(str, fragments))
    _assert_holds(outcome, tmp_path)
    for fragment in fragments:
        assert str(fragment) in outcome.err, outcome


def test_one_point_without_a_value_makes_no_hole() -> None:
    line = Curve(Loss("line", "r^2/r", ERROR, "", "", "", "1"), ())
    assert math.isnan(line.jet([0.0]).value[0])
    [piece] = sample(line, "loss", View(-1.0, 1.0, -1.0, 1.0)).pieces
    assert piece[[0, -1]].tolist() == [[-1.0, -1.0], [1.0, 1.0]]


def test_one_point_without_a_value_is_no_stretch(tmp_path: Path) -> None:
    words = ["c-loss:sigma=1e-100", "--axis=probability", "--only=second-derivative", "-o", "a.json"]
    assert_done(call(*words, cwd=tmp_path), "a.json")


@pytest.mark.parametrize(
    ("words", "x", "value", "slope"),
    [
        ("barron:alpha=1:c=1e-100", 1e60, 1e160, 1e100),
        ("barron:alpha=0:c=1e-100", 1e60, 2 * 160 * math.log(10) - math.log(2), 2e-60),
        ("barron:alpha=-2:c=1e-100", 1e60, 2.0, 0.0),
        ("geman-reynolds:c=1e-100", 1e100, 1.0, 0.0),
        ("msle:target=1e100", 0.0, (100 * math.log(10)) ** 2, -200 * math.log(10)),
        ("msle:target=1e100", 1e100, 0.0, 0.0),
        ("smooth-epsilon-insensitive:epsilon=1000", 1000.0, math.log(2), 0.5),
        ("smooth-epsilon-insensitive:epsilon=1000", -1001.0, math.log1p(math.e), -1 / (1 + math.exp(-1))),
        ("tukey-quartic:k=0.5:c=1", 0.0, 0.0, 0.0),
        ("tukey-quartic:k=0.5:c=4", 1.0, 0.5 * (1 - 4 * 0.5 / 2.5 + 0.25 / 1.5), 0.25),
        ("tweedie-deviance:power=3", 1e-60, 1e120, -2e180),
    ],
)
def test_what_overflows_on_the_way_has_its_value(words: str, x: float, value: float, slope: float) -> None:
    (curve,) = read_curves([words])
    jet = curve.jet([x])
    assert float(jet.value[0]) == pytest.approx(value, rel=1e-9)
    assert float(jet.slope[0]) == pytest.approx(slope, rel=1e-9)


def test_a_share_on_the_margin_has_a_slope_however_far_out(tmp_path: Path) -> None:
    words = ["normalized-ce", "--axis=margin", "-d", "--second-derivative", "--range=-1000:1000", "-o", "a.json"]
    assert_done(call(*words, cwd=tmp_path), "a.json")


def _assert_holds(outcome: Outcome, folder: Path) -> None:
    """Assert that all messages are lossplot's own, and that all coordinates are numbers."""
    assert outcome.code in (0, 1, 2), outcome
    lines = outcome.err.splitlines()
    for line in lines:
        assert_line(line)
        assert "internal error" not in line, outcome
        assert outcome.code or line.startswith(("lossplot: warning: ", "lossplot: note: ")), outcome
    if outcome.code:
        assert (len(lines), outcome.out, outcome.changed) == (1, b"", frozenset()), outcome
    for name in outcome.changed:
        if (path := folder / name).suffix == ".json":
            _assert_drawn(json.loads(path.read_text(encoding="utf-8"), parse_constant=pytest.fail), outcome.err)
        elif path.suffix == ".svg":
            paths = re.findall(r'(?: d|points|transform)="([^"]*)"', path.read_text(encoding="utf-8"))
            assert not [path for path in paths if re.search("nan|inf", path)], outcome


def _assert_drawn(figure: dict[str, object], err: str) -> None:
    """Assert that every curve has a line in every panel, or that a warning in `err` says why not."""
    panels = figure["panels"]
    assert isinstance(panels, list)
    for panel in panels:
        for curve in panel["curves"]:
            heights = {y for piece in curve["pieces"] for y in piece[1]}
            assert "nan" not in heights
            assert heights or "cannot be computed" in err or "has no point" in err, (panel["panel"], curve["loss"])


def _number(random: Random) -> float:
    """Draw a number of any size."""
    return math.copysign(10.0 ** (200.0 * random.random() - 100.0), random.random() - 0.5)


def _value(parameter: Parameter, random: Random) -> float:
    """Draw a value of `parameter`: one of its extremes, one of any size, or one like its default."""
    usual = parameter.default * 2.0 ** (6.0 * random.random() - 3.0)
    while True:
        value = random.choice([*_extremes(parameter), _number(random), usual, parameter.default])
        value = float(round(value)) if parameter.integer else value
        if value in parameter:
            return value


def _view(loss: Loss, random: Random) -> str:
    """Draw a range of any width around a special point."""
    ends = [end for end in (loss.axis.domain.low, loss.axis.domain.high) if math.isfinite(end)]
    places = [0.0, 1.0, -1.0, -709.7, 709.78, *ends, *(each.default for each in loss.parameters), _number(random)]
    place, width = random.choice(places), 10.0 ** (random.choice((20.0, 200.0)) * (random.random() - 0.5))
    width = max(width, 1.1e-9 * abs(place), 1.1e-100)
    share = random.choice((0.0, 0.5, 1.0))
    low, high = max(place - share * width, -1e100), min(place + (1.0 - share) * width, 1e100)
    return f"{low!r}:{high!r}"


def _figure(loss: Loss, random: Random) -> list[str]:
    """Draw the arguments of a random figure of `loss`."""
    values = [_value(parameter, random) for parameter in loss.parameters]
    if not _together(loss, values):
        values = [parameter.default for parameter in loss.parameters]
    words = [":".join([loss.name, *(f"{p.name}={v!r}" for p, v in zip(loss.parameters, values, strict=True))])]
    if random.random() < 0.8:
        words.append(f"--range={_view(loss, random)}")
    options = [["--derivative"], ["--second-derivative"], [f"--mark={_number(random)!r},0"], ["--labels=direct"]]
    options += [[f"--mark-loss={_number(random)!r},1"], ["--formula"], ["--lang=zh"]]
    if loss.axis.name == "error":
        options += [["--weight"], ["--axis=margin"]]
    if loss.axis.name in ("margin", "probability"):
        other = "probability" if loss.axis.name == "margin" else "margin"
        options += [[f"--risk={random.choice((0.0, 0.3, 1.0, 5e-324))!r}"], [f"--axis={other}"]]
    return [*words, *(word for option in options if random.random() < 0.3 for word in option)]


NAMES = ["exponential", "barron", "tukey", "tweedie-deviance", "dwd", "info-nce", "log-loss"]


@pytest.mark.parametrize("loss", some(LOSSES.values(), 12), ids=lambda loss: loss.name)
def test_any_view_is_drawn_or_refused_in_one_line(tmp_path: Path, loss: Loss) -> None:
    random = Random(f"any view of {loss.name}")
    words = [*_figure(loss, random), "-o", "a.json"]
    _assert_holds(call(*words, cwd=tmp_path), tmp_path)


@pytest.mark.slow
@pytest.mark.parametrize("name", some(NAMES, 4))
@pytest.mark.parametrize("file_format", ["svg", "tex", "py"])
def test_any_view_is_drawn_or_refused_in_every_format(tmp_path: Path, name: str, file_format: str) -> None:
    random = Random(f"{name} as {file_format}")
    loss = next(loss for loss in LOSSES.values() if name in (loss.name, *loss.aliases))
    words = [*_figure(loss, random), "--size=3x2", "-o", f"a.{file_format}"]
    _assert_holds(call(*words, cwd=tmp_path), tmp_path)


@every("loss", LOSSES.values(), ids=LOSSES)
def test_no_value_is_missing_without_a_warning(loss: Loss) -> None:
    random = Random(f"all parameters of {loss.name}")
    for _ in range(4):
        values = tuple(_value(parameter, random) for parameter in loss.parameters)
        if not _together(loss, values):
            continue
        curve = Curve(loss, values, tuple(parameter.name for parameter in loss.parameters))
        left, right = loss.axis.view
        x = np.linspace(left, right, 301)[1:-1]
        if np.isnan(curve.jet(x).value).any():
            assert any(
                "cannot be computed" in line for line in advice.warnings(resolve(read_spec([curve.spec], {})))
            ), curve.spec
