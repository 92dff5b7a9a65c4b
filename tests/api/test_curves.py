"""Losses as objects of Python: the catalogue, functions in and out, and the labels of their arguments."""

from __future__ import annotations

import inspect
import subprocess
import sys
from typing import Any

import numpy as np
import pytest
from support.cases import every

import lossplot
from lossplot._losses import LOSSES


def test_the_catalogue_is_all_losses_with_what_is_known_of_them() -> None:
    catalogue = lossplot.losses()
    assert [loss.name for loss in catalogue] == [*LOSSES]
    for loss in catalogue:
        entry = LOSSES[loss.name]
        assert loss.parameters == {parameter.name: parameter.default for parameter in entry.parameters}
        assert loss.intervals.keys() == loss.parameters.keys()
        assert (loss.axis, loss.description, loss.aliases) == (entry.axis.name, entry.summary, entry.aliases)
        assert loss.title.strip()
        assert loss.formula == loss.get().formula
        assert loss.latex == loss.get().latex
        assert loss.get() == lossplot.get(loss.name)
        assert all(lossplot.get(name) is not None for name in (*loss.libraries[:1], *loss.aliases[:1]))


@pytest.mark.slow
@every("name", LOSSES, among=4)
def test_each_says_in_one_line_what_it_is(name: str) -> None:
    [loss] = [each for each in lossplot.losses() if each.name == name]
    figure = lossplot.plot(loss)
    for words in map(repr, (loss, loss.get(), figure)):
        assert name in words
        assert "\n" not in words
        assert len(words) < 120
        assert "0x" not in words
    assert repr(loss) == repr(loss.get()) == repr(lossplot.get(name))
    assert repr(figure) == f"<LossFigure of {name}: loss, on the {loss.axis} axis>"


def test_a_figure_says_its_losses_and_panels() -> None:
    figure = lossplot.plot("hinge", "logistic", "exponential", derivative=True, risk=0.7)
    assert repr(figure) == (
        "<LossFigure of hinge, logistic and exponential: loss and derivative and risk, on the margin axis>"
    )
    many = [f"huber:delta={delta}" for delta in range(1, 9)]
    words = "huber:delta=1, huber:delta=2, huber:delta=3, huber:delta=4 and 4 more"
    assert repr(lossplot.plot(many)) == f"<LossFigure of {words}: loss, on the error axis>"
    assert repr(lossplot.plot("huber:delta=1..2")) == "<LossFigure of huber:delta=1..2: loss, moving>"


@every("name", LOSSES, among=32)
def test_a_curve_is_drawn_as_its_name_is(name: str) -> None:
    loss = lossplot.get(name)
    by_name = lossplot.plot(name).to_bytes("json")
    [entry] = [each for each in lossplot.losses() if each.name == name]
    drawn = lossplot.plot(loss)
    assert by_name == drawn.to_bytes("json") == lossplot.plot([entry]).to_bytes("json")
    assert drawn.curves == (loss,)
    assert lossplot.get(loss) == loss


@pytest.mark.parametrize(
    "word", ["huber:delta=0.1", "torch:smooth_l1:beta=0.3", "barron:alpha=-inf", "huber:delta=95%"]
)
def test_a_curve_with_its_parameters_is_drawn_with_them(word: str) -> None:
    loss = lossplot.get(word)
    drawn = lossplot.plot(loss, "absolute")
    assert drawn.curves[0] == loss
    x = np.linspace(-3.0, 3.0, 9)
    np.testing.assert_array_equal(drawn.curves[0](x), loss(x))
    assert lossplot.get(str(loss)) == loss


def test_lists_and_tuples_stand_for_their_members() -> None:
    losses: list[Any] = ["hinge", lossplot.get("logistic")]
    plain = lossplot.plot("hinge", "logistic").spec
    assert lossplot.plot(losses).spec == lossplot.plot(tuple(losses)).spec == lossplot.plot(*losses).spec == plain
    assert lossplot.plot(["hinge"], ["logistic"]).spec == plain


def test_curves_of_a_figure_are_on_their_own_axes() -> None:
    figure = lossplot.plot("hinge", "squared", axis="margin")
    assert [curve.axis for curve in figure.curves] == ["margin", "error"]
    assert lossplot.plot(*figure.curves, axis="margin").to_bytes("json") == figure.to_bytes("json")


class Series:
    """As much of pandas' Series as its protocol needs."""

    def __init__(self, values: Any, index: Any, name: str) -> None:
        self.values, self.index, self.name = np.asarray(values), index, name

    def to_numpy(self) -> Any:
        return self.values

    def __array__(self, dtype: Any = None, copy: bool | None = None) -> Any:
        return np.asarray(self.values, dtype)


class Frame(Series):
    """As much of pandas' DataFrame."""

    def __init__(self, values: Any, index: Any, columns: Any) -> None:
        super().__init__(values, index, "")
        self.columns = columns


@pytest.mark.parametrize("method", ["__call__", "derivative", "second_derivative"])
def test_labels_of_numbers_come_back_with_the_values(method: str) -> None:
    function = getattr(lossplot.get("huber", delta=2), method)
    x = np.array([-3.0, 0.5, 2.5])
    series = function(Series(x, ["a", "b", "c"], "errors"))
    assert (type(series), series.index, series.name) == (Series, ["a", "b", "c"], "errors")
    np.testing.assert_array_equal(series.values, function(x))
    frame = function(Frame(x[:, None], [5, 6, 7], ["r"]))
    assert (type(frame), frame.index, frame.columns) == (Frame, [5, 6, 7], ["r"])
    np.testing.assert_array_equal(frame.values, function(x)[:, None])


def test_pandas_itself_gets_its_labels_back() -> None:
    pandas = pytest.importorskip("pandas")
    hinge = lossplot.get("hinge")
    series = hinge(pandas.Series([0, 1, 2], index=["a", "b", "c"], name="m"))
    pandas.testing.assert_series_equal(series, pandas.Series([1.0, 0.0, 0.0], index=["a", "b", "c"], name="m"))
    frame = hinge.derivative(pandas.DataFrame({"m": [0.0, 2.0]}, index=[7, 8]))
    pandas.testing.assert_frame_equal(frame, pandas.DataFrame({"m": [-1.0, 0.0]}, index=[7, 8]))


@pytest.mark.parametrize("x", [None, [None], [1.0, None], np.array([None, 1.0], dtype=object), [[1.0], [None]]])
def test_none_is_no_number(x: Any) -> None:
    with pytest.raises(lossplot.RequestError, match="x must be real numbers, not "):
        lossplot.get("hinge")(x)


IMPORTS = """
import lossplot
assert not {"numpy", "matplotlib"} & {*__import__("sys").modules}
import lossplot._losses, lossplot._losses.registry
from lossplot._losses import LOSSES
assert [loss.name for loss in lossplot.losses()] == [*LOSSES]
from lossplot import losses
assert losses is lossplot.losses
"""


@pytest.mark.slow
def test_the_function_keeps_its_name_whatever_is_imported() -> None:
    subprocess.run([sys.executable, "-W", "error", "-c", IMPORTS], check=True)


def test_what_is_offered_is_documented() -> None:
    for name in lossplot.__all__:
        assert name in dir(lossplot)
        each = getattr(lossplot, name)
        assert name == "__version__" or inspect.getdoc(each)
        for attribute, value in vars(each).items() if inspect.isclass(each) else ():
            if not attribute.startswith("_") and (callable(value) or isinstance(value, property)):
                assert inspect.getdoc(value), (name, attribute)
