"""Figures as numbers: every vertex that is drawn is in the CSV and in the JSON, on its curve, in its piece."""

from __future__ import annotations

import csv
import io
import json
import math
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from support.cases import every, some
from support.figures import DIGITS, FIGURES, THREE, TWO, prepared_of, some_figures
from support.run import run

from lossplot._curves.curve import Curve, default_curve
from lossplot._figure.resolve import resolve
from lossplot._figure.spec import FigureSpec
from lossplot._formats import of_kind
from lossplot._formats.mpl.drawn import draw_prepared
from lossplot._formats.produce import produce
from lossplot._formula.evaluate import Array
from lossplot._losses import LOSSES

NUMBERS = of_kind("numbers")

Pieces = dict[tuple[str, str], list[Array]]


def pieces_of(spec: FigureSpec) -> Pieces:
    """The polylines in the CSV of `spec`, by loss and panel."""
    header, *rows = csv.reader(io.StringIO(produce(prepared_of(spec).figure, ["csv"])["csv"].decode()))
    assert header == ["loss", "panel", "piece", "x", "y"]
    found: dict[tuple[str, str], dict[int, list[tuple[float, float]]]] = {}
    for loss, panel, piece, x, y in rows:
        assert repr(float(x)) == x
        assert repr(float(y)) == y
        assert float(f"{float(y):.9e}") == float(y), "more digits than every processor finds"
        found.setdefault((loss, panel), {}).setdefault(int(piece), []).append((float(x), float(y)))
    for numbered in found.values():
        assert list(numbered) == list(range(1, len(numbered) + 1))
    return {which: [np.array(piece) for piece in numbered.values()] for which, numbered in found.items()}


def record_of(spec: FigureSpec) -> dict[str, Any]:
    """The JSON of `spec`, read strictly."""

    def refuse(token: str) -> None:
        raise AssertionError(f"{token} is no JSON")

    record: dict[str, Any] = json.loads(produce(prepared_of(spec).figure, ["json"])["json"], parse_constant=refuse)
    return record


def numbers(column: list[float | str]) -> list[float]:
    assert all(isinstance(value, float) or value in ("inf", "-inf", "nan") for value in column)
    return [float(value) for value in column]


def test_the_rows_of_a_hinge_are_its_three_vertices() -> None:
    spec = FigureSpec(("hinge",), TWO)
    assert produce(resolve(spec), ["csv"])["csv"].decode() == (
        "loss,panel,piece,x,y\n"
        "hinge,loss,1,-3.0,4.0\n"
        "hinge,loss,1,1.0,0.0\n"
        "hinge,loss,1,3.0,0.0\n"
        "hinge,derivative,1,-3.0,-1.0\n"
        "hinge,derivative,1,1.0,-1.0\n"
        "hinge,derivative,2,1.0,0.0\n"
        "hinge,derivative,2,3.0,0.0\n"
    )


@some_figures
def test_all_that_a_figure_draws_of_its_curves_is_there(name: str) -> None:
    """The lines and circles of the matplotlib figure, panel by panel, are those of the JSON, and nothing is left."""
    spec = FIGURES[name]
    figure, rows = draw_prepared(prepared_of(spec)), pieces_of(spec)
    specs = [curve.spec for curve in prepared_of(spec).scene.curves]
    for axes, panel in zip(figure.axes, record_of(spec)["panels"], strict=True):
        (left, right), (bottom, top) = axes.get_xlim(), axes.get_ylim()
        view = panel["view"]
        room = 0.02 * (view["right"] - view["left"])
        np.testing.assert_allclose((view["left"] - room, view["right"] + room), (left, right), rtol=DIGITS)
        np.testing.assert_allclose((view["bottom"], view["top"]), (bottom, top), rtol=DIGITS)
        polylines = [np.column_stack([x, numbers(y)]) for curve in panel["curves"] for x, y in curve["pieces"]]
        written = [piece for loss in specs for piece in rows[loss, panel["panel"]]]
        for one, other in zip(polylines, written, strict=True):
            np.testing.assert_array_equal(one, other)
        reach = top - bottom
        bridges = [np.array([(x, low), (x, high)]) for c in panel["curves"] for x, low, high in c["bridges"]]
        circles = [
            np.array(inside)
            for curve in panel["curves"]
            for kind in ("filled", "hollow")
            if (inside := [(x, y) for x, y in curve[kind] if left <= x <= right and bottom <= y <= top])
        ]
        marks = [np.array(curve["marks"]) for curve in panel["curves"] if curve["marks"]]
        drawn: dict[float, list[Array]] = {}
        for line in axes.lines:
            drawn.setdefault(line.get_zorder(), []).append(np.asarray(line.get_xydata()))
        for layer, wanted in ((3.0, polylines), (2.5, bridges), (4.0, circles), (5.0, marks)):
            for seen, said in zip(drawn.get(layer, []), wanted, strict=True):
                # Far beyond the frame a picture has a line at its own end of the world.
                np.testing.assert_allclose(
                    np.clip(said[:, 1], bottom - reach, top + reach),
                    np.clip(seen[:, 1], bottom - reach, top + reach),
                    rtol=DIGITS,
                )
                np.testing.assert_allclose(said[:, 0], seen[:, 0], rtol=DIGITS if layer == 5.0 else 0.0)


def panels_of(curve: Curve) -> tuple[Any, ...]:
    return (*THREE, "weight") if curve.axis.name == "error" else THREE


@every("name", LOSSES, among=16)
def test_every_vertex_lies_on_its_curve_and_every_knot_is_one(name: str) -> None:
    curve = default_curve(LOSSES[name])
    spec = FigureSpec((name,), panels_of(curve))
    found = pieces_of(spec)
    for order, panel in enumerate(resolve(spec).scene.panels):
        pieces = found[name, panel.panel]
        assert [len(piece) for piece in pieces] == [len(piece) for piece in panel.traces[0].pieces]
        for piece in pieces:
            x, y = piece[1:-1].T
            jet = curve.jet(x)
            with np.errstate(all="ignore"):
                value = (jet.value, jet.slope, jet.curvature, np.where(x == 0.0, jet.curvature, jet.slope / x))[order]
            smooth = ~np.isin(x, [at for knot in curve.knots(-1e6, 1e6) for at in (knot.before, knot.x, knot.after)])
            np.testing.assert_allclose(y[smooth], value[smooth], rtol=DIGITS, atol=1e-300)
        knots = curve.knots(panel.view.left, panel.view.right)
        if order == 0:
            x = np.concatenate([piece[:, 0] for piece in pieces])
            assert {knot.before for knot in knots} | {knot.after for knot in knots} <= set(x.tolist())
        # A jump of what the panel shows is between two pieces, not on a line.
        kinds = ("jump", "corner", "curvature")[: min(order, 2) + 1]
        if order < 3:
            breaks = {knot.before for knot in knots if knot.kind in kinds and knot.before > panel.view.left}
            assert breaks <= {piece[-1, 0] for piece in pieces}


@pytest.mark.parametrize(
    ("loss", "panel", "x", "y"),
    [
        ("squared-hinge", "loss", -3.0, 16.0),  # (1 - (-3))^2
        ("exponential", "loss", -3.0, math.exp(3.0)),
        ("exponential", "derivative", -3.0, -math.exp(3.0)),
        ("log-loss", "loss", 0.0, math.inf),  # -log 0
        ("log-loss", "derivative", 0.0, -math.inf),
        ("log-loss", "loss", 1.0, 0.0),
    ],
)
def test_what_leaves_the_frame_keeps_its_value(loss: str, panel: str, x: float, y: float) -> None:
    spec = FigureSpec((loss,), TWO, y_range=(0.0, 2.0))
    ends = [point for piece in pieces_of(spec)[loss, panel] for point in piece.tolist() if point[0] == x]
    assert ends == [[x, pytest.approx(y, rel=DIGITS)]]
    [curve] = next(each for each in record_of(spec)["panels"] if each["panel"] == panel)["curves"]
    said = [[at, value] for xs, ys in curve["pieces"] for at, value in zip(xs, numbers(ys), strict=True) if at == x]
    assert said == ends


def test_json_says_the_same_and_more() -> None:
    spec = FigureSpec(("hinge", "zero-one", "exponential"), TWO, title="A δ", marks=(0.5,), y_range=(0.0, 3.0))
    record = record_of(spec)
    assert list(record) == ["made_by", "command", "title", "description", "axis", "panels"]
    assert record["made_by"].startswith("lossplot ")
    assert record["command"] == spec.command("json")
    assert record["title"] == "A δ"
    assert "Hinge" in record["description"]
    assert record["axis"] == "margin"
    assert [panel["panel"] for panel in record["panels"]] == ["loss", "derivative"]
    assert record["panels"][0]["view"] == {"left": -2.0, "right": 2.0, "bottom": 0.0, "top": 3.0}
    hinge, zero_one, exponential = ([panel["curves"][number] for panel in record["panels"]] for number in range(3))
    assert [(curve[0]["loss"], curve[0]["label"]) for curve in (hinge, zero_one, exponential)] == [
        (name, LOSSES[name].title) for name in spec.losses
    ]
    assert zero_one[0]["pieces"] == [[[-2.0, 0.0], [1.0, 1.0]], [[0.0, 2.0], [0.0, 0.0]]]
    assert zero_one[0]["filled"] == [[0.0, 1.0]]
    assert zero_one[0]["hollow"] == [[0.0, 0.0]]
    assert zero_one[0]["knots"] == [{"x": 0.0, "kind": "jump", "left": 1.0, "right": 0.0}]
    assert hinge[0]["knots"] == [{"x": 1.0, "kind": "corner", "left": -1.0, "right": 0.0}]
    assert hinge[1]["bridges"] == [[1.0, -1.0, 0.0]]
    assert (hinge[0]["bridges"], hinge[0]["filled"], hinge[0]["hollow"]) == ([], [], [])
    assert hinge[0]["marks"] == [[0.5, 0.5]]
    assert exponential[0]["marks"] == [[0.5, 0.6065306597]]  # exp(-1/2) = 0.60653065971263342


def test_json_has_the_parameters_given_and_speaks_the_language() -> None:
    [curve] = record_of(FigureSpec(("huber:delta=2",), language="zh"))["panels"][0]["curves"]
    assert curve["parameters"] == {"delta": 2.0}
    assert curve["label"] == "Huber 损失（δ = 2）"


def test_a_risk_is_that_of_its_chance() -> None:
    eta = 0.7
    spec = FigureSpec(("hinge",), ("loss", "risk"), risk=eta)
    [piece] = pieces_of(spec)["hinge", "risk"]
    x, y = piece.T
    np.testing.assert_allclose(y, eta * np.maximum(0, 1 - x) + (1 - eta) * np.maximum(0, 1 + x), rtol=DIGITS)
    [curve] = record_of(spec)["panels"][1]["curves"]
    assert [knot["x"] for knot in curve["knots"]] == [-1.0, 1.0]


def test_what_is_scaled_or_moved_to_another_axis_is_written_so() -> None:
    [piece] = pieces_of(FigureSpec(("logistic",), normalize=True))["logistic", "loss"]
    np.testing.assert_allclose(piece[:, 1], np.log1p(np.exp(-piece[:, 0])) / math.log(2.0), rtol=DIGITS)
    [piece] = pieces_of(FigureSpec(("log-loss",), axis="margin"))["log-loss", "loss"]
    np.testing.assert_allclose(piece[:, 1], np.log1p(np.exp(-piece[:, 0])), rtol=DIGITS)
    [piece] = pieces_of(FigureSpec(("squared",), axis="margin", x_range=(-0.25, 2.5)))["squared", "loss"]
    np.testing.assert_allclose(piece[:, 1], (1.0 - piece[:, 0]) ** 2, rtol=DIGITS)
    assert (piece[0, 0], piece[-1, 0]) == (-0.25, 2.5)


@pytest.mark.slow
@pytest.mark.parametrize("file_format", some(NUMBERS, 2))
def test_numbers_need_no_matplotlib(file_format: str, tmp_path: Path) -> None:
    words = ["-X", "importtime", "-m", "lossplot", "hinge", "-d", "-o", f"a.{file_format}"]
    outcome = run(*words, cwd=tmp_path, program=[sys.executable])
    assert outcome.code == 0, outcome
    assert "numpy" in outcome.err
    assert "matplotlib" not in outcome.err
