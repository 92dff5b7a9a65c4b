"""Losses for both labels: the same numbers with the sign of the label, in pairs of lines, by their names."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from support.cases import every, some
from support.run import assert_done, assert_fails, call
from support.scenes import MARGINS, PROBABILITIES, curve, prepared, scene

from lossplot._formats import FORMATS

F = np.array([-2.7, -1.3, -0.45, 0.0, 0.35, 0.85, 1.6, 2.9])
P = np.array([0.03, 0.21, 0.5, 0.77, 0.94])


@every("name", MARGINS, among=3)
def test_a_margin_loss_is_a_function_of_y_times_f(name: str) -> None:
    first, second = scene(name, both_labels=True, range="-3:3").curves
    np.testing.assert_array_equal(first.jet(F).value, curve(name).jet(F).value)
    np.testing.assert_allclose(second.jet(F).value, curve(name).jet(-F).value, rtol=1e-14)
    np.testing.assert_allclose(second.jet(F).slope, -curve(name).jet(-F).slope, rtol=1e-13)
    assert [each.x for each in second.knots(-9.0, 9.0)] == pytest.approx(
        sorted(-each.x for each in curve(name).knots(-9.0, 9.0))
    )


@every("name", PROBABILITIES, among=3)
def test_a_probability_loss_is_that_of_p_and_of_what_p_leaves(name: str) -> None:
    first, second = scene(name, both_labels=True).curves
    np.testing.assert_array_equal(first.jet(P).value, curve(name).jet(P).value)
    np.testing.assert_allclose(second.jet(P).value, curve(name).jet(1.0 - P).value, rtol=1e-13, atol=1e-15)
    np.testing.assert_allclose(second.jet(P).slope, -curve(name).jet(1.0 - P).slope, rtol=1e-12, atol=1e-15)


def test_numbers_by_hand() -> None:
    """Hinge, max(0, 1 - yf) at f = -2; cross-entropy, -log(0.9) and -log(0.1), at p = 0.9."""
    assert [each.value([-2.0])[0] for each in scene("hinge", both_labels=True).curves] == [3.0, 0.0]
    entropy = [each.value([0.9])[0] for each in scene("log-loss", both_labels=True).curves]
    assert entropy == pytest.approx([0.1053605156578263, 2.302585092994046], rel=1e-15)


def test_no_digit_is_lost_where_the_other_label_is_almost_certain() -> None:
    """-log(1 - p) is p for a tiny p."""
    [_, second] = scene("log-loss", both_labels=True).curves
    assert second.value([1e-20])[0] == 1e-20


def test_a_moved_loss_is_moved_first() -> None:
    """Cross-entropy of a sigmoid: log(1 + exp(-f)) and log(1 + exp(f))."""
    first, second = scene("log-loss", axis="margin", both_labels=True).curves
    np.testing.assert_allclose(first.value(F), np.log1p(np.exp(-F)), rtol=1e-14)
    np.testing.assert_allclose(second.value(F), np.log1p(np.exp(F)), rtol=1e-14)
    first, second = scene("logistic", axis="probability", both_labels=True).curves
    np.testing.assert_allclose(first.value(P), -np.log(P), rtol=1e-13)
    np.testing.assert_allclose(second.value(P), -np.log1p(-P), rtol=1e-13)


def test_both_labels_of_a_scaled_loss_meet_at_one() -> None:
    curves = scene("logistic squared-hinge", both_labels=True, normalize=True).curves
    assert [each.value([0.0])[0] for each in curves] == pytest.approx([1.0] * 4, rel=1e-15)


def test_losses_have_a_colour_each_and_labels_a_dash() -> None:
    styles = prepared("hinge logistic", both_labels=True).drawing.styles
    assert styles[0].colour == styles[1].colour != styles[2].colour == styles[3].colour
    assert [bool(style.dash) for style in styles] == [False, True, False, True]
    alone = prepared("hinge", both_labels=True).drawing.styles
    assert alone[0].colour != alone[1].colour
    for theme in ("light", "dark", "print", "auto"):
        losses = "hinge logistic squared-hinge exponential sigmoid savage ramp"
        lines = prepared(losses, both_labels=True, theme=theme, labels="none").drawing.styles
        assert len({*lines}) == 14


def test_each_curve_is_named_by_its_label() -> None:
    wording = prepared("hinge", both_labels=True).wording
    assert wording.names == ("Hinge, *y* = +1", "Hinge, *y* = \u22121")
    assert wording.x_label == "decision function *f*(*x*)"
    wording = prepared("focal:gamma=2", both_labels=True, lang="zh").wording
    assert wording.names[1].endswith("\uff0c*y* = 0")
    assert wording.x_label == "\u7c7b\u522b 1 \u7684\u9884\u6d4b\u6982\u7387 *p*"
    assert prepared("hinge", both_labels=True, normalize=True).wording.panels == ("Loss, scaled to 1 at *f* = 0",)


def test_of_a_family_no_value_names_two_curves() -> None:
    wording = prepared("focal:gamma=0,1,2", both_labels=True).figure.wording
    assert wording.title == ""
    assert len(set(wording.names)) == 6
    assert wording.names[-1] == "Focal (*γ* = 2), *y* = 0"
    assert wording.short_names == ()


def test_the_description_names_a_loss_once(tmp_path: Path) -> None:
    text = call("hinge", "logistic", "--both-labels", "--alt", "-q", "-o", "a.svg", cwd=tmp_path).text
    assert "Hinge and Logistic, y = +1 and y = \u22121 against the decision function f(x) from \u22123 to 3" in text
    assert "Hinge, y = \u22121 is 0 up to f = \u22121, then rises linearly to 4" in text


@pytest.mark.slow
@pytest.mark.parametrize("suffix", some([name for name, row in FORMATS.items() if row.kind != "movie"], 4))
def test_every_format_has_both(suffix: str, tmp_path: Path) -> None:
    words = ("hinge", "zero-one", "--both-labels", "-d", "--mark=0.5")
    assert_done(call(*words, "-o", f"a.{suffix}", cwd=tmp_path), f"a.{suffix}")


def test_files_of_numbers_tell_the_labels_apart(tmp_path: Path) -> None:
    assert_done(call("hinge", "--both-labels", "-o", "a.json", "-o", "a.csv", cwd=tmp_path), "a.json", "a.csv")
    record = json.loads((tmp_path / "a.json").read_text())
    assert record["axis"] == "decision"
    assert [(each["loss"], each["y"]) for each in record["panels"][0]["curves"]] == [("hinge", 1), ("hinge", -1)]
    rows = (tmp_path / "a.csv").read_text().splitlines()[1:]
    assert [row for row in rows if row.startswith('"hinge, y = -1"')]
    assert "lossplot --both-labels --format json hinge" in record["command"]


@pytest.mark.slow
def test_a_sweep_has_both(tmp_path: Path) -> None:
    assert_done(
        call(
            "modified-huber",
            "focal:gamma=0..2",
            "--axis=margin",
            "--both-labels",
            "--size=2x2",
            "-o",
            "a.gif",
            cwd=tmp_path,
        ),
        "a.gif",
    )


def test_a_grid_has_both(tmp_path: Path) -> None:
    assert_done(call("grid", "hinge,logistic", "log-loss", "--both-labels", "-o", "g.svg", cwd=tmp_path), "g.svg")


def test_a_table_has_both(tmp_path: Path) -> None:
    outcome = call("table", "hinge", "--both-labels", "--at=-2", "-d", "--format=json", cwd=tmp_path)
    assert [(each["axis"], each["y"], each["value"], each["derivative"]) for each in json.loads(outcome.out)] == [
        ("decision", 1, [3.0], [-1.0]),
        ("decision", -1, [0.0], [0.0]),
    ]
    text = call("table", "log-loss", "--both-labels", "--at=0.5", "-f", "csv", cwd=tmp_path).lines
    assert text[1].startswith('"log-loss, y = 1",0.5,0.693147')
    assert text[2].startswith('"log-loss, y = 0",0.5,0.693147')
    assert_fails(call("table", "hinge", "--both-labels", "--risk=0.5", cwd=tmp_path), 2, "leave out --both-labels")
    assert_fails(call("table", "mse", "--both-labels", cwd=tmp_path), 2, "which has no labels")
