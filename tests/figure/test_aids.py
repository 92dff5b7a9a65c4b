"""Reading aids of a figure: scaled losses, the grid, zero lines and the labels of the axes."""

from __future__ import annotations

import io
import math
from pathlib import Path
from typing import Any

import matplotlib
import numpy as np
import pytest
from matplotlib.lines import Line2D
from support.cases import every
from support.run import assert_done, assert_fails, call
from support.scenes import MARGINS, curve, panel, points, prepared, scene, words

from lossplot._curves.curve import Curve
from lossplot._errors import RequestError
from lossplot._figure.labels import make_wording
from lossplot._figure.options import read_spec
from lossplot._figure.resolve import resolve
from lossplot._figure.spec import MARGINS as MARGIN_WORDINGS
from lossplot._formats.mpl.drawn import draw_prepared
from lossplot._formula.evaluate import Array
from lossplot._losses import LOSSES
from lossplot._text.language import load_language

# --- normalised losses ---

AT = np.array([-2.7, -1.3, -0.45, 0.0, 0.35, 0.85, 1.6, 2.9])


@every("name", MARGINS, among=3)
def test_a_normalised_loss_passes_exactly_through_zero_and_one(name: str) -> None:
    own = curve(name).jet(AT)
    at_zero = float(own.value[AT == 0.0][0])
    if not at_zero > 0.0:
        assert name in ("perceptron", "wgan")
        with pytest.raises(RequestError, match=f"{name} is 0 at m = 0"):
            scene(name, normalize=True)
        return
    result = scene(name, normalize=True, derivative=True, range="-3:3", ylim="-99:99", mark="0")
    [normalized] = result.curves
    assert float(normalized.jet([0.0]).value[0]) == 1.0
    assert points(result.panels[0]) == [(0.0, 1.0)]
    for ours, theirs in ((normalized.jet(AT).value, own.value), (normalized.jet(AT).slope, own.slope)):
        assert ours == pytest.approx(theirs / at_zero, rel=1e-13, abs=1e-300)
    vertices = np.vstack(result.panels[0].traces[0].pieces)
    assert vertices[:, 1] == pytest.approx(np.clip(true_values(curve(name), vertices) / at_zero, -297, 297), abs=1e-9)


def true_values(own: Curve, vertices: Array) -> Array:
    """Return the values at the vertices; at a jump, the one-sided limit of the vertex's side."""
    values: Array = own.jet(vertices[:, 0]).value
    jumps = [knot for knot in own.knots(-5.0, 5.0) if knot.kind == "jump"]
    for knot in jumps:
        for place in np.flatnonzero((vertices[:, 0] == knot.before) | (vertices[:, 0] == knot.after)):
            values[place] = knot.left if place and vertices[place - 1, 0] < knot.x else knot.right
    return values


def test_normalised_losses_know_their_library_and_their_axis() -> None:
    # 1 - log_2 p at p = sigmoid(m) is 1 at m = 0; the scale of another library is divided out too.
    for losses, axis in (("logistic-base2", "margin"), ("log-loss", "margin"), ("torch:soft_margin_loss", "margin")):
        [curve] = scene(losses, normalize=True, axis=axis).curves
        assert curve.jet([0.0, 1.0]).value == pytest.approx([1.0, math.log1p(math.exp(-1)) / math.log(2)])


def test_a_normalised_panel_says_so() -> None:
    wording = prepared("hinge", normalize=True, derivative=True).wording
    assert wording.panels == ("Loss, scaled to 1 at *m* = 0", "Derivative")
    assert prepared("hinge").wording.panels == ("",)


# --- grid and zero lines ---


def test_the_grid_is_thinner_and_paler_than_the_axes_and_lies_below_the_curves() -> None:
    figure = draw_prepared(data := prepared("hinge squared", axis="margin", derivative=True))
    for axes in figure.axes:
        lines = [*axes.get_xgridlines(), *axes.get_ygridlines()]
        assert len(lines) == len(axes.get_xticks()) + len(axes.get_yticks())
        assert {line.get_color() for line in lines} == {data.drawing.look.grid}
        assert all(line.get_visible() and line.get_linewidth() < data.drawing.look.thin for line in lines)
        assert max(tick.get_zorder() for tick in axes.xaxis.get_major_ticks()) < min(map(order, axes.lines))


def order(line: Line2D) -> float:
    return float(line.get_zorder())


def test_grid_and_ticks_are_ours_whoever_draws_the_figure_later() -> None:
    def svg_with(settings: Any) -> bytes:
        figure = draw_prepared(prepared("hinge", derivative=True))
        buffer = io.BytesIO()
        with matplotlib.rc_context({"svg.hashsalt": "same", **settings}):
            figure.savefig(buffer, format="svg", metadata={"Date": None})
        return buffer.getvalue()

    assert svg_with({"grid.linestyle": ":", "xtick.top": True, "font.family": "serif"}) == svg_with({})


def test_a_preset_that_wants_no_grid_has_none() -> None:
    figure = draw_prepared(prepared("hinge", **{"for": "nature"}))
    assert not any(line.get_visible() for axes in figure.axes for line in axes.get_ygridlines())


def zero_lines(losses: str, **options: str | bool) -> list[list[list[list[float]]]]:
    """Return the lines through zero of each panel."""
    frames = prepared(losses, **options).drawing.frames
    return [[line.points.tolist() for line in frame.lines if line.role == "zero line"] for frame in frames]


def test_zero_is_drawn_across_every_panel_that_has_it_inside() -> None:
    data = prepared("hinge logistic", derivative=True)
    first, second = (each.view for each in data.drawing.frames)
    assert zero_lines("hinge logistic", derivative=True) == [
        [[[0.0, first.bottom], [0.0, first.top]], [[first.left, 0.0], [first.right, 0.0]]],
        [[[0.0, second.bottom], [0.0, second.top]], [[second.left, 0.0], [second.right, 0.0]]],
    ]


@pytest.mark.parametrize(
    ("options", "upright", "level"),
    [
        ({"range": "0.5:2", "ylim": "0.1:1"}, 0, 0),
        ({"range": "0:2", "ylim": "0:1"}, 1, 1),  # there is no other line at the edge
        ({"range": "-2:0", "ylim": "-1:0"}, 1, 1),
        ({"range": "-1:2", "ylim": "0:1"}, 1, 1),
        ({"range": "0:2", "ylim": "-1:1"}, 1, 1),
    ],
)
def test_zero_is_drawn_at_the_edge_and_not_beyond(options: dict[str, str], upright: int, level: int) -> None:
    [lines] = zero_lines("hinge", **options)
    assert [sum(line[0][axis] == line[1][axis] == 0.0 for line in lines) for axis in (0, 1)] == [upright, level]


# --- labels ---


def labels(losses: str, **options: str | bool) -> list[str]:
    """Return the text below the x axis, and that above each panel."""
    texts = prepared(losses, **options).drawing.texts
    x_label = "".join(text.words for text in texts if text.role == "x label")
    return [x_label, *(text.words for text in texts if text.role == "panel name")]


def test_labels_of_the_axes_are_as_the_user_words_them() -> None:
    ours = ["margin m = y f(x)", "Loss", "Derivative"]
    assert labels("hinge", derivative=True) == ours
    assert labels("hinge", derivative=True, xlabel="raw score") == ["raw score", *ours[1:]]
    assert labels("hinge", derivative=True, ylabel="what it costs") == [ours[0], "what it costs", "Derivative"]
    assert labels("hinge", xlabel="", ylabel="") == [""]
    assert labels("hinge", normalize=True, ylabel="L(m) / L(0)") == [ours[0], "L(m) / L(0)"]
    assert labels("hinge", xlabel="cost in $, tax in $") == ["cost in $, tax in $"]


@every("name", MARGINS, among=6)
def test_the_margin_is_worded_by_choice_on_every_loss_of_it(name: str) -> None:
    wordings = [prepared(name, margin=margin).wording.x_label for margin in MARGIN_WORDINGS]
    assert wordings == [LOSSES[name].axis.label, "decision value *f*(*x*), for *y* = +1"]


def test_the_wording_of_the_margin_leaves_all_else_as_it_is() -> None:
    assert labels("huber", margin="decision") == labels("huber")
    assert labels("log-loss", margin="decision") == labels("log-loss")
    assert labels("log-loss", margin="decision", axis="margin")[0] == "decision value f(x), for y = +1"
    assert labels("hinge", margin="decision", xlabel="mine")[0] == "mine"
    product, decision = (scene("hinge logistic", margin=margin) for margin in MARGIN_WORDINGS)
    for one, other in zip(product.panels[0].traces, decision.panels[0].traces, strict=True):
        assert all(np.array_equal(a, b) for a, b in zip(one.pieces, other.pieces, strict=True))


def test_the_margin_is_worded_in_the_language_of_the_figure() -> None:
    product, decision = (scene_words("hinge", lang="zh", margin=margin) for margin in MARGIN_WORDINGS)
    assert "*m* = *y* *f*(*x*)" in product
    assert "*y* = +1" in decision
    assert not any("margin" in words or "decision" in words for words in (product, decision))


def test_an_axis_that_curves_word_differently_is_worded_plainly_in_figure_and_description() -> None:
    for losses, x_label, phrase in (
        ("poisson-mean poisson-deviance", "predicted mean *x*", "the predicted mean x"),
        ("poisson-mean msle", "prediction *x*", "the prediction x"),
        ("bce-logits softmax-ce-gap", "score *x*", "the score x"),
    ):
        assert scene_words(losses) == x_label
        assert phrase in resolve(read_spec(losses.split(), {})).description


def scene_words(losses: str, **options: str) -> str:
    """Return the label of the x axis, for which no font is loaded."""
    spec = read_spec(losses.split(), words({**options}))
    return make_wording(spec, resolve(spec).scene, load_language(spec.language)).x_label


# --- what is refused ---

REFUSED = {
    "perceptron": (["perceptron", "--normalize"], "perceptron is 0 at m = 0 and cannot be scaled to 1 there"),
    "error": (["huber", "--normalize"], "huber is a function of the error; only losses of the margin are scaled"),
    "probability": (["log-loss", "--normalize"], "only losses of the margin are scaled to 1 at 0"),
    "one-of-two": (["hinge", "perceptron", "--normalize"], "perceptron is 0 at m = 0"),
    "risk-error": (["huber", "--risk", "0.7"], "only a loss of the margin or the probability has a conditional risk"),
    "risk-large": (["hinge", "--risk", "2"], "risk 2 is not a chance; choose one from 0 to 1"),
    "risk-negative": (["hinge", "--risk=-0.1"], "risk -0.1 is not a chance"),
    "risk-nan": (["hinge", "--risk", "nan"], "risk 'nan' is not a number"),
    "risk-words": (["hinge", "--risk", "half"], "risk 'half' is not a number"),
    "risk-only": (["hinge", "--only", "risk"], "give it too, as in --risk 0.7"),
    "mark-nan": (["hinge", "--mark", "nan"], "mark 'nan' is not a number"),
    "mark-inf": (["hinge", "--mark=-inf"], "mark '-inf' is not a number"),
    "mark-empty": (["hinge", "--mark", ""], "mark '' is not a number"),
    "mark-gap": (["hinge", "--mark", "1,,2"], "mark '' is not a number"),
    "mark-many": (["hinge", "--mark", ",".join(map(str, range(51)))], "50 marks is the most", "this is 51"),
    "mark-loss-nan": (["hinge", "--mark-loss", "nan"], "mark-loss 'nan' is not a number"),
    "margin": (["hinge", "--margin", "score"], "margin 'score' is unknown; choose product or decision"),
    "mark-loss-many": (["hinge", "--mark-loss", "1," * 50 + "1"], "50 marks is the most", "this is 51"),
}  # fmt: skip


@pytest.mark.parametrize(("words", "fragments"), [(row[0], row[1:]) for row in REFUSED.values()], ids=REFUSED)
def test_what_has_no_meaning_is_refused_in_one_line(
    words: list[str], fragments: tuple[str, ...], tmp_path: Path
) -> None:
    assert_fails(call(*words, cwd=tmp_path), 2, *fragments)


FIFTY = ",".join(f"{number / 10:g}" for number in range(50))


def test_fifty_marks_are_taken() -> None:
    assert len(panel("loss", "hinge", mark=FIFTY, range="0:6").marks) == 50


@pytest.mark.slow
def test_fifty_marks_are_drawn(tmp_path: Path) -> None:
    assert_done(call("hinge", f"--mark={FIFTY}", "-o", "a.svg", cwd=tmp_path), "a.svg")
