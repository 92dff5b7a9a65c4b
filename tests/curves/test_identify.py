"""What `identify` calls losses of the catalogue that are scaled, shifted and written in another form."""

from __future__ import annotations

import json
import math
import random
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from support.cases import every
from support.run import assert_fails, call

import lossplot
from lossplot._cli import show
from lossplot._curves.axes import AXES
from lossplot._curves.curve import Curve
from lossplot._curves.matches.fitting import _values
from lossplot._curves.matches.identified import match_record
from lossplot._curves.matches.identify import identify, sample_of, sample_of_table
from lossplot._curves.matches.match import Match, Term, finished, terms_at
from lossplot._curves.matches.numerals import numeral
from lossplot._curves.moves import move
from lossplot._curves.parse import read_curves
from lossplot._formula.notation.letters import number
from lossplot._formula.notation.text import source
from lossplot._formula.values import values
from lossplot._losses import LOSSES, Parameter
from lossplot._losses.entry import ERROR


def matches(text: str) -> tuple[Match, ...]:
    [curve] = read_curves([text])
    return identify(sample_of(curve))


def described(match: Match) -> tuple[list[tuple[float, str, bool]], float]:
    return [(term.factor.value, term.curve.spec, term.is_mirrored) for term in match.terms], match.shift.value


NAMED = [
    ("np.log2(1 + np.exp(-m))", [(1.0, "logistic-base2", False)], 0.0),
    ("x**2/(x**2 + 6)", [(1 / 3, f"geman-mcclure:c={math.sqrt(6.0)!r}", False)], 0.0),
    ("relu(1 + x) + relu(1 - x)", [(1.0, "hinge", False), (1.0, "hinge", True)], 0.0),
    ("0.5*r**2 if abs(r) <= 2 else 2*(abs(r) - 1)", [(1.0, "huber:delta=2", False)], 0.0),
    ("np.maximum(0, 1 - m)", [(1.0, "hinge", False)], 0.0),
    ("2*np.log(1 + np.exp(-m)) + 5", [(2.0, "logistic", False)], 5.0),
    ("0.7*hinge + 0.3*logistic", [(0.7, "hinge", False), (0.3, "logistic", False)], 0.0),
    ("c**2*log(1 + r**2/c**2):c=1", [(2.0, "cauchy", False)], 0.0),
    ("np.maximum(q*u, (q - 1)*u):q=0.9", [(1.0, "quantile:tau=0.1", False)], 0.0),
    ("max(0, 1 + m)", [(1.0, "hinge", True)], 0.0),
    ("(1 - exp(-r**2/8))*3", [(0.75, f"welsch:c={math.sqrt(8.0)!r}", False)], 0.0),
    ("-(1 - p)**2.5*log(p)/4", [(0.25, "focal:gamma=2.5", False)], 0.0),
]


@every(("text", "terms", "shift"), NAMED, ids=[row[0] for row in NAMED], among=6)
def test_a_formula_has_its_name(text: str, terms: list[tuple[float, str, bool]], shift: float) -> None:
    found = matches(text)
    assert found[0].is_exact
    assert described(found[0]) == (terms, shift)


def drawn(parameter: Parameter, numbers: random.Random) -> float:
    low, high = parameter.interval.low, parameter.interval.high
    while True:
        if parameter.integer:
            value = float(numbers.randint(math.ceil(low), math.ceil(low) + 7))
        elif math.isfinite(high - low):
            value = low + (high - low) * numbers.uniform(0.08, 0.92)
        elif math.isfinite(low):
            value = low + math.exp(numbers.uniform(-1.2, 1.2)) * max(1.0, parameter.default / 2.0)
        elif math.isfinite(high):
            value = high - math.exp(numbers.uniform(-1.0, 1.3))
        else:
            value = numbers.choice([-1.0, 1.0]) * math.exp(numbers.uniform(-1.0, 1.0))
        value = float(f"{value:.3g}")
        if value in parameter:
            return value


def rewritten(seed: int) -> tuple[str, Curve, float, float]:
    """A loss of the catalogue with random numbers, as its textbook has it: not as it is computed."""
    numbers = random.Random(seed)
    while True:
        loss = LOSSES[numbers.choice([*LOSSES])]
        curve = Curve(loss, tuple(drawn(parameter, numbers) for parameter in loss.parameters))
        if curve.allowed:
            break
    factor, shift = float(f"{math.exp(numbers.uniform(-1.5, 1.5)):.3g}"), float(f"{numbers.uniform(-2.0, 2.0):.3g}")
    parameters = "".join(f":{name}={number(value)}" for name, value in curve.parameters.items())
    body = source(loss.notation).replace("^", "**")
    return f"{number(factor)}*({body}) + ({number(shift)}){parameters}", curve, factor, shift


def is_same(curve: Curve, match: Match) -> bool:
    """Return True if a match of another name is the same curve, up to factor and shift."""
    x = np.linspace(*curve.axis.view, 103)[1:-1] + 0.0043
    x = x[(x > curve.domain.low) & (x < curve.domain.high)]
    y, other = curve.jet(x).value, terms_at(match.terms, x)
    usable = np.isfinite(y) & np.isfinite(other)
    columns = np.column_stack([other[usable], np.ones(np.count_nonzero(usable))])
    left = y[usable] - columns @ np.linalg.lstsq(columns, y[usable], rcond=None)[0]
    return bool(np.max(np.abs(left)) <= 1e-8 * max(1e-12, float(np.ptp(y[usable]))))


def check_names(seeds: range) -> None:
    """Assert that 95 of a hundred losses have a name that is right first, and 85 the one they were drawn from."""
    # Some members of families are members of others too: those are the same curve, and no other name is wrong.
    wrong, same = [], 0
    for seed in seeds:
        text, curve, *_ = rewritten(seed)
        found = matches(text)
        first = found[0].terms[0].curve.loss.name
        same += first == curve.loss.name
        if not found[0].is_exact or not (first == curve.loss.name or is_same(curve, found[0])):
            wrong.append((text, first))
    assert len(wrong) <= 0.05 * len(seeds), wrong
    assert same >= 0.85 * len(seeds)


@pytest.mark.slow
def test_random_losses_have_their_name_first() -> None:
    check_names(range(2))


@pytest.mark.nightly
@pytest.mark.parametrize("seeds", [range(20), range(20, 60), range(60, 100)], ids=str)
def test_many_more_random_losses_have_their_name_first(seeds: range) -> None:
    check_names(seeds)


def test_the_numbers_are_those_of_the_formula() -> None:
    [first, *_] = matches("1.7*(log(cosh(r))) + (-0.4)")
    assert (first.terms[0].factor.value, first.shift.value) == (1.7, -0.4)
    assert first.difference <= 1e-14


def test_a_curve_is_a_loss_if_it_is_off_by_less_than_a_thousand_millionth_of_its_height() -> None:
    [squared] = read_curves(["squared"])
    for off, is_exact in ((5e-9, True), (2e-8, False), (1e-5, False)):
        [curve] = read_curves([f"squared + {off}*sin(9*r)"])
        terms = (Term(squared, numeral(1.0, 1e-12)),)
        match = finished(sample_of(curve), terms, numeral(0.0, 1e-12), (), 0.0, 0.0)
        assert match.height == pytest.approx(9.0, rel=0.01)
        assert match.difference == pytest.approx(off, rel=0.01)
        assert match.is_exact is is_exact


def test_a_curve_that_is_no_loss_has_the_nearest() -> None:
    found = matches("m**3*exp(-m**2)")
    assert not any(match.is_exact for match in found)
    assert 1 <= len(found) <= 5
    residuals = [match.residual for match in found]
    assert residuals == sorted(residuals)


def test_a_record_says_on_which_axis_each_loss_is_and_how() -> None:
    log_loss, squared = (move(only, AXES["margin"]) for only in read_curves(["focal:gamma=3", "squared"]))
    terms = (Term(log_loss, numeral(2.5, 1e-12), True), Term(squared, numeral(-1.0, 1e-12)))
    roots = (("gamma", "sqrt(9)"),)
    record = match_record(Match(terms, numeral(0.5, 1e-12), math.inf, False, 7.0, roots=roots))
    assert record == {
        "terms": [
            {
                "loss": "focal",
                "parameters": {"gamma": 3.0, "alpha": 1.0},
                "factor": 2.5,
                "axis": "margin",
                "mirrored": True,
            },
            {"loss": "squared", "parameters": {}, "factor": -1.0, "axis": "margin", "mirrored": False},
        ],
        "shift": 0.5,
        "largest_difference": "inf",
        "exact": False,
        "roots": {"gamma": "sqrt(9)"},
    }
    alone = match_record(Match(terms[1:], numeral(0.0, 1e-12), 0.0, True, 1.0))
    assert alone == {
        **record["terms"][1],
        "shift": 0.0,
        "largest_difference": 0.0,
        "exact": True,
        "roots": {},
    }


@pytest.mark.slow
def test_the_same_curve_has_the_same_matches() -> None:
    assert matches("2*log(cosh(r)) + 1") == matches("2*log(cosh(r)) + 1")


def test_a_table_is_identified(tmp_path: Path) -> None:
    x = np.linspace(-4.0, 4.0, 81)
    y = 3.0 * np.where(np.abs(x) < 1.5, x * x / 2.0, 1.5 * (np.abs(x) - 0.75)) - 2.0
    [first, *_] = identify(sample_of_table(x, y, ERROR))
    assert described(first) == ([(3.0, "huber:delta=1.5", False)], -2.0)
    rows = "\n".join(f"{a!r},{b!r}" for a, b in zip(x.tolist(), y.tolist(), strict=True))
    (tmp_path / "a.csv").write_text(f"r,value\n{rows}\n", "utf-8")
    outcome = call("identify", "a.csv", "--format", "json", cwd=tmp_path)
    assert outcome.code == 0
    record = json.loads(outcome.out)[0]
    assert (record["loss"], record["parameters"], record["factor"]) == ("huber", {"delta": 1.5}, 3.0)
    assert set(record) >= {"loss", "parameters", "factor", "shift", "largest_difference"}


@pytest.mark.slow
@every(
    ("name", "header", "order", "words", "axes"),
    [
        ("a.CSV", "value,m", 7, (), {"margin"}),
        ("a.csv", "r,loss", -1, (), {"error"}),
        ("a.csv", "x,y", 1, ("--axis", "margin"), {"margin"}),
    ],
)
def test_rows_of_a_table_may_stand_in_any_order_and_lack_numbers_and_a_variable_tells_the_axis(
    name: str, header: str, order: int, words: tuple[str, ...], axes: set[str], tmp_path: Path
) -> None:
    # At x, 3*max(0, 1 - x)**2 + 1; 7 steps go through all 81 rows in another order.
    x = [(place * order % 81 - 40) / 10 for place in range(81)]
    rows = [(at, 3.0 * max(0.0, 1.0 - at) ** 2 + 1.0) for at in x] + [
        (0.5, math.nan),
        (math.nan, 1.0),
        (0.25, math.inf),
    ]
    pairs = [(value, at) if header.startswith("value") else (at, value) for at, value in rows]
    (tmp_path / name).write_text("\n".join([header, *(f"{a!r},{b!r}" for a, b in pairs)]), "utf-8")
    outcome = call("identify", name, "--format", "json", *words, cwd=tmp_path)
    assert outcome.code == 0, outcome
    records = json.loads(outcome.out)
    assert {record["axis"] for record in records} == axes
    best = records[0]
    assert best["exact"] == (axes == {"margin"})
    if best["exact"]:
        assert (best["loss"], best["factor"], best["shift"]) == ("squared-hinge", 3.0, 1.0)


def test_a_table_has_the_fewest_rows_that_are_asked_for_and_no_more(tmp_path: Path) -> None:
    for count, code in ((16, 0), (15, 2)):
        rows = "".join(f"{place},{place * place}\n" for place in range(count))
        (tmp_path / "a.csv").write_text(f"r,value\n{rows}", "utf-8")
        assert call("identify", "a.csv", cwd=tmp_path).code == code


def test_identify_at_the_command_line(tmp_path: Path) -> None:
    outcome = call("identify", "r**2/(r**2 + 6)", cwd=tmp_path)
    assert outcome.lines[0].startswith("1/3 × geman-mcclure:c=2.449489742783178, where c = sqrt(6) ")
    outcome = call("identify", "relu(1 + m) + relu(1 - m)", "--format", "json", cwd=tmp_path)
    assert [term["loss"] for term in json.loads(outcome.out)[0]["terms"]] == ["hinge", "hinge"]
    assert call("identify", "m**3*exp(-m**2)", "--lang", "zh", cwd=tmp_path).text.startswith("目录中没有")


def test_show_names_the_losses_that_a_formula_is_and_not_those_that_it_is_near(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    found = [SimpleNamespace(is_exact=is_exact) for is_exact in (True, True, False)]
    monkeypatch.setattr("lossplot._curves.matches.identify.identify", lambda sample: found)
    [formula, loss] = read_curves(["max(0, 1 - m)**2", "hinge"])
    assert show._matches(formula) == found[:2]
    assert show._matches(loss) == []


@pytest.mark.slow
def test_show_says_which_losses_a_formula_is(tmp_path: Path) -> None:
    text = call("show", "3*max(0, 1 - m)**2 - 1", cwd=tmp_path).text
    assert "identified" in text
    assert "3 × squared-hinge − 1" in text
    [record] = json.loads(call("show", "3*max(0, 1 - m)**2 - 1", "--format", "json", cwd=tmp_path).out)
    assert record["identified"][0]["loss"] == "squared-hinge"
    [record] = json.loads(call("show", "hinge", "--format", "json", cwd=tmp_path).out)
    assert "identified" not in record


BAD_FILES = {
    "missing": (None, 1, "No such file or directory"),
    "binary": (bytes(range(256)), 2, "not UTF-8 text"),
    "empty": (b"", 2, "has no rows of numbers"),
    "headless": (b"x,value\n", 2, "has no rows of numbers"),
    "word": (b"x,value\n1,a\n", 2, "row 2 has 'a', which is not a number"),
    "column": (b"x,other\n1,2\n", 2, "has no column called value"),
    "ragged": (b"x,value\n1,2,3\n", 2, "row 2 has 3 cells"),
    "twice": (b"x,x\n1,2\n", 2, "two columns called 'x'"),
    "short": (b"x,value\n1,2\n", 2, "1 rows of numbers"),
}


@pytest.mark.parametrize(("content", "code", "words"), BAD_FILES.values(), ids=BAD_FILES)
def test_a_file_that_is_no_table_is_refused(content: bytes | None, code: int, words: str, tmp_path: Path) -> None:
    if content is not None:
        (tmp_path / "a.csv").write_bytes(content)
    assert_fails(call("identify", "a.csv", cwd=tmp_path), code, words)


def test_identify_from_python() -> None:
    [best, *_] = lossplot.identify("r**2/(r**2 + 6)")
    assert (best.loss.name, best.factor, best.shift, best.mirrored, best.exact) == (
        "geman-mcclure",
        1 / 3,
        0,
        False,
        True,
    )
    [best, *_] = lossplot.identify(lambda r: 2.0 * np.log(np.cosh(r)) - 1.0, axis="error")
    assert (best.loss.name, best.factor, best.shift) == ("log-cosh", 2.0, -1.0)
    x = np.linspace(0.01, 0.99, 99)
    [best, *_] = lossplot.identify(x, -np.log(x), axis="probability")
    assert str(best) == "log-loss"
    with pytest.raises(lossplot.RequestError):
        lossplot.identify([1.0, 2.0], [1.0, 2.0])


@every("name", LOSSES)
def test_values_for_many_parameters_are_those_of_the_curve(name: str) -> None:
    loss = LOSSES[name]
    curve = Curve(loss, tuple(parameter.default for parameter in loss.parameters))
    x = np.linspace(0.013, 0.97, 48)
    names = {parameter.name: np.full((3, 1), parameter.default) for parameter in loss.parameters}
    found = np.broadcast_to(values(loss.tree, {**names, loss.axis.variable: x[None, :]}), (3, 48))
    assert np.allclose(found, curve.jet(x).value, rtol=1e-12, atol=1e-15, equal_nan=True)


@pytest.mark.parametrize(
    ("value", "words"),
    [(0.5, "0.5"), (1 / 3, "1/3"), (math.sqrt(6.0), "sqrt(6)"), (-math.sqrt(1.5), "-sqrt(3/2)"), (2.5e-7, "2.5e-07")],
)
def test_a_number_is_written_as_people_write_it(value: float, words: str) -> None:
    assert numeral(value, 1e-12).words == words


def test_parameters_are_tried_evenly_between_their_ends() -> None:
    [tau] = LOSSES["quantile"].parameters
    tried = sorted({*_values(tau, 1, tau.default)} - {tau.default})
    assert tried == pytest.approx([number / 14 for number in range(1, 14) if number != 7])
    [delta] = LOSSES["huber"].parameters
    tried = sorted(_values(delta, 1, delta.default))
    assert tried[:: len(tried) - 1] == pytest.approx([0.05, 20.0])
    assert len(tried) == 13
