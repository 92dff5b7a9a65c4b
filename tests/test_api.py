"""The Python interface: losses as functions, figures as objects, with the command line's words and bytes."""

from __future__ import annotations

import copy
import doctest
import importlib
import inspect
import json
import pickle
import re
import sys
import textwrap
import xml.etree.ElementTree as ET
from base64 import b64decode
from concurrent.futures import ThreadPoolExecutor
from fractions import Fraction
from pathlib import Path
from typing import Any

import matplotlib as mpl
import numpy as np
import pytest
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from support.cases import every, some
from support.run import assert_done, assert_line, call, run

import lossplot
from lossplot._api.notebook import bundle
from lossplot._cli.app import load
from lossplot._curves.axes import AXES
from lossplot._figure.spec import OPTIONS
from lossplot._formats import FORMATS
from lossplot._formats.mpl.curve_artists import LineKeywords
from lossplot._losses import LOSSES

# Options of the command line that are not properties of a figure.
NON_FIGURE_OPTIONS = {"losses", "output", "format", "hold", "copy", "preview", "alt", "force", "strict", "quiet"}
# A non-default value of each option, for Python and for the command line.
OPTION_VALUES: dict[str, tuple[object, str | None]] = {
    "derivative": (True, None),
    "second_derivative": (True, None),
    "weight": (True, None),
    "only": ("derivative", "derivative"),
    "risk": (0.3, "0.3"),
    "range": ((-2, 3.5), "-2:3.5"),
    "ylim": ((-1.0, 4.0), "-1:4"),
    "xscale": ("log", "log"),
    "yscale": ("log", "log"),
    "axis": ("margin", "margin"),
    "target": (3.5, "3.5"),
    "both_labels": (True, None),
    "normalize": (True, None),
    "compare": (True, None),
    "mark": ((0, 1.5), "0,1.5"),
    "mark_loss": (2, "2"),
    "step": (1, "1"),
    "preset": ("slide", "slide"),
    "size": ((6, 4.25), "6x4.25"),
    "dpi": (150, "150"),
    "theme": ("dark", "dark"),
    "transparent": (True, None),
    "svg_text": (True, None),
    "style": ("a.mplstyle", "a.mplstyle"),
    "labels": ("direct", "direct"),
    "panels": ("row", "row"),
    "formula": (True, None),
    "title": ("δ and -1 $5", "δ and -1 $5"),
    "xlabel": ("x", "x"),
    "ylabel": ("", ""),
    "margin": ("decision", "decision"),
    "math": (True, None),
    "lang": ("zh", "zh"),
    "font": ("DejaVu Serif", "DejaVu Serif"),
    "standalone": (True, None),
    "data": ("p.csv", "p.csv"),
    "by": ("model", "model"),
    "weights": ("w", "w"),
    "scale": ("logit", "logit"),
    "positive": ("1", "1"),
    "skip_bad": (True, None),
    "columns": ({"prediction": "w"}, "prediction=w"),
}


def long_name(option: str) -> str:
    return {"preset": "for", "scale": "as"}.get(option, option.replace("_", "-"))


def assert_refused(error: pytest.ExceptionInfo[lossplot.LossplotError], *fragments: str) -> None:
    """Assert that the error is one line, as on the command line, and contains every fragment."""
    line = f"lossplot: {error.value}"
    assert_line(line)
    assert len(line) <= 300
    for fragment in fragments:
        assert fragment in line, line


# --- a loss as a function ---


@every("name", LOSSES, among=3)
def test_a_loss_is_the_numbers_of_the_table(name: str, tmp_path: Path) -> None:
    loss = lossplot.get(name)
    low, high = AXES[loss.axis].view if loss.axis in AXES else LOSSES[name].axis.view
    x = np.linspace(low, high, 9)
    points = ",".join(map(repr, x.tolist()))
    text = call("table", name, f"--at={points}", "-d", "--second-derivative", "-f", "csv", cwd=tmp_path).text
    rows = [line.split(",")[-3:] for line in text.splitlines()[1:]]
    table = np.array([[float(cell or "nan") for cell in row] for row in rows]).T
    result = np.array([loss(x), loss.derivative(x), loss.second_derivative(x)])
    np.testing.assert_array_equal(result, table)


def test_huber_is_as_huber_wrote_it() -> None:
    """Huber 1964, with delta 2: r^2/2 up to 2, and 2 |r| - 2 beyond."""
    huber = lossplot.get("huber", delta=2)
    x = [-3.0, -2.0, -1.0, 0.0, 2.0, 5.0]
    assert huber(x).tolist() == [4.0, 2.0, 0.5, 0.0, 2.0, 8.0]
    assert huber.derivative(x).tolist() == [-2.0, -2.0, -1.0, 0.0, 2.0, 2.0]
    np.testing.assert_array_equal(huber.second_derivative(x), [0.0, np.nan, 1.0, 1.0, np.nan, 0.0])
    assert [(knot.x, knot.kind) for knot in huber.knots] == [(-2.0, "curvature"), (2.0, "curvature")]
    assert (huber.name, huber.parameters, huber.axis) == ("huber", {"delta": 2.0}, "error")
    assert huber.domain == (-np.inf, np.inf)
    assert "δ" in huber.formula
    assert r"\delta" in huber.latex


def test_the_corner_of_the_hinge_has_no_slope_and_says_which_lie_beside_it() -> None:
    hinge = lossplot.get("hinge")
    [knot] = hinge.knots
    assert (knot.x, knot.kind, knot.left, knot.right) == (1.0, "corner", -1.0, 0.0)
    assert np.isnan(hinge.derivative(1.0))
    assert hinge.derivative([np.nextafter(1.0, 0.0), np.nextafter(1.0, 2.0)]).tolist() == [-1.0, 0.0]


@every("words", ("label noise", "rankng", "convex outliers", "\u5f02\u5e38\u503c", ""), among=3)
def test_a_search_finds_what_the_list_finds(words: str, tmp_path: Path) -> None:
    listed = json.loads(call("list", words, "-f", "json", cwd=tmp_path).text)
    found = [(loss.name, list(loss.tasks)) for loss in lossplot.losses(search=words)]
    assert found == [(record["name"], record["tasks"]) for record in listed]


def test_a_search_finds_losses_of_ones_own_and_nothing_where_nothing_is() -> None:
    own = lossplot.losses({"mine": "max(0, 1 - m)**3", "other": "r**4"}, search="other")
    assert [loss.title for loss in own] == ["other"]
    assert lossplot.losses(search="xyzzy") == ()
    assert lossplot.get("2*huber").tasks == ()


@pytest.mark.parametrize(("search", "fragment"), [(3, "search must be text, not '3'"), ("a " * 300, "the most is 500")])
def test_a_search_that_is_none_is_refused(search: Any, fragment: str) -> None:
    with pytest.raises(lossplot.RequestError, match=fragment):
        lossplot.losses(search=search)


def test_outside_its_domain_a_loss_has_no_value() -> None:
    loss = lossplot.get("brier")
    assert loss.domain == (0.0, 1.0)
    np.testing.assert_array_equal(loss([-0.1, 0.0, 1.0, 1.1]), [np.nan, 1.0, 0.0, np.nan])


@pytest.mark.parametrize(
    "x",
    [
        1,
        -0.5,
        True,
        Fraction(1, 3),
        np.float32(0.1),
        np.int8(-3),
        [1, 2.5],
        (0, 1),
        [[1, 2], [3, 4]],
        range(3),
        [],
        np.array(2.0),
        np.arange(6, dtype=np.int16).reshape(1, 2, 3),
        np.zeros((0, 3)),
        np.linspace(0, 1, 8)[::-2],
        np.asfortranarray(np.arange(6.0).reshape(2, 3)),
        np.array([2**70, Fraction(1, 2)], dtype=object),
    ],
    ids=repr,
)
def test_any_real_numbers_give_doubles_in_their_shape(x: Any) -> None:
    huber = lossplot.get("huber", delta=2)
    exact = np.asarray(x, dtype=np.float64)
    for function in (huber, huber.derivative, huber.second_derivative):
        values = function(x)
        assert isinstance(values, np.float64 if exact.shape == () else np.ndarray)
        assert values.shape == exact.shape
        assert values.dtype == np.dtype(np.float64)
    size = np.abs(exact)
    np.testing.assert_array_equal(huber(x), np.where(size <= 2.0, exact**2 / 2.0, 2.0 * size - 2.0))


def test_the_caller_s_array_is_left_as_it_is() -> None:
    x = np.array([-1.0, 0.0, 1.0])
    x.flags.writeable = False
    values = lossplot.get("hinge")(x)
    values[0] = 99.0
    assert x.tolist() == [-1.0, 0.0, 1.0]


class Unspeakable:
    def __repr__(self) -> str:
        raise ValueError("no words")


NO_NUMBERS: list[Any] = [
    *("1", ["1"], "δ\n" * 400, b"1", 1j, np.array([1j]), np.datetime64("2020-01-01"), {"a": 1}, [[1], [1, 2]]),
    *(10**400, [10**5000], object(), Unspeakable()),
]


@pytest.mark.parametrize("x", NO_NUMBERS, ids=range(len(NO_NUMBERS)))
def test_what_are_no_real_numbers_is_refused(x: Any) -> None:
    with pytest.raises(lossplot.RequestError) as error:
        lossplot.get("hinge")(x)
    assert_refused(error, "x must be real numbers, not ", "; give one")


@every("name", [*LOSSES, "torch:smooth_l1:beta=0.25", "barron:alpha=-inf", "keras:log_cosh"])
def test_a_loss_says_how_to_get_it_and_travels_to_other_processes(name: str) -> None:
    loss = lossplot.get(name)
    assert eval(repr(loss), {"lossplot": lossplot}) == loss
    for twin in (copy.deepcopy(loss), pickle.loads(pickle.dumps(loss))):
        assert twin == loss
        assert hash(twin) == hash(loss)


def test_parameters_are_said_as_words_or_as_numbers() -> None:
    assert lossplot.get("huber", delta=0.1) == lossplot.get("huber:delta=0.1") == lossplot.get("Huber", delta="0.1")
    halves: list[Any] = [np.float32(0.5), Fraction(1, 2), "0.5"]
    assert {lossplot.get("huber", delta=half) for half in halves} == {lossplot.get("huber", delta=0.5)}
    assert lossplot.get("barron", alpha=float("-inf")).parameters["alpha"] == -np.inf
    assert lossplot.get("torch:smooth_l1", beta=0.5)(1.0) == 0.75
    assert lossplot.get("huber") != lossplot.get("huber", delta=2)


WRONG_LOSSES: dict[str, tuple[list[Any], dict[str, Any], str]] = {
    "unknown": (["hnige"], {}, "unknown loss 'hnige'; did you mean 'hinge'"),
    "empty": ([""], {}, "unknown loss ''"),
    "number": ([5], {}, "a loss is given by its name, not '5'"),
    "long": ([10**5000], {}, "a loss is given by its name, not that int"),
    "none": ([None], {}, "a loss is given by its name, not 'None'"),
    "two": (["huber:delta=1,2"], {}, "is 2 curves; get them one by one"),
    "two-by-word": (["huber"], {"delta": "1,2"}, "is 2 curves"),
    "moving": (["huber"], {"delta": "1..2"}, "a sweep such as 'delta=1..2' moves"),
    "parameter": (["huber"], {"delt": 1}, "huber has no parameter 'delt'; did you mean 'delta'"),
    "parameter-none": (["squared"], {"delta": 1}, "squared has no parameter 'delta'; it has none"),
    "parameter-twice": (["huber:delta=1"], {"delta": 1}, "parameter 'delta' of huber is given twice"),
    "outside": (["huber"], {"delta": 0}, "delta = 0 of huber is out of range"),
    "nan": (["huber"], {"delta": float("nan")}, "delta of huber, 'nan' is not a number"),
    "infinite": (["huber"], {"delta": float("inf")}, "delta of huber, 'inf' is not a number"),
    "flag": (["huber"], {"delta": True}, "delta must be a number, not 'True'"),
    "list": (["huber"], {"delta": [1]}, "delta must be a number, not '[1]'"),
    "complex": (["huber"], {"delta": 1j}, "delta must be a number, not '1j'"),
    "huge": (["huber"], {"delta": 10**400}, "delta must be a number, not '1000"),
    "wordless": (["huber"], {"delta": 10**5000}, "delta must be a number, not that int"),
    "control": (["hinge\x1b[2J"], {}, "has the character U+001B"),
}


@pytest.mark.parametrize(("arguments", "parameters", "fragment"), WRONG_LOSSES.values(), ids=WRONG_LOSSES)
def test_a_loss_that_is_not_there_is_refused(arguments: list[Any], parameters: dict[str, Any], fragment: str) -> None:
    with pytest.raises(lossplot.RequestError) as error:
        lossplot.get(*arguments, **parameters)
    assert_refused(error, fragment, "; ")


# --- the options of a figure ---


def test_every_option_of_drawing_is_a_keyword_and_nothing_else_is() -> None:
    options = {max(each.opts, key=len)[2:] for each in load("plot").params if each.param_type_name == "option"}
    parameters = {**inspect.signature(lossplot.plot).parameters}
    of_plot = [*OPTIONS.values()]
    assert [*parameters] == ["losses", "ax", *(option.parameter for option in of_plot), "line"]
    for option in of_plot:
        parameter = parameters[option.parameter]
        assert parameter.kind is inspect.Parameter.KEYWORD_ONLY
        assert parameter.default is (False if option.is_flag else None)
        assert (parameter.annotation == "bool") == option.is_flag
        # Data are whatever a table can be made of.
        assert parameter.annotation in ("bool", "Any") or parameter.annotation.endswith(" | None")
    assert {long_name(option) for option in OPTION_VALUES} == options - NON_FIGURE_OPTIONS
    assert options >= NON_FIGURE_OPTIONS
    assert [*OPTION_VALUES] == [option.parameter for option in OPTIONS.values()]
    for word in NON_FIGURE_OPTIONS | {"ax_", "losses", "preset_", "marker", "label"}:
        with pytest.raises(TypeError, match=f"unexpected keyword argument '{word}'"):
            lossplot.plot("hinge", **{word: "a"})  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="'drivative'; did you mean 'derivative'"):
        lossplot.plot("hinge", drivative=True)  # type: ignore[call-arg]


def test_every_keyword_is_in_the_help() -> None:
    """One entry for each in the section of the parameters, in the form of numpydoc and in their order."""
    text = inspect.getdoc(lossplot.plot) or ""
    headings = re.findall(r"^(\w+)\n-+$", text, re.MULTILINE)
    assert headings == ["Parameters", "Returns", "Raises", "Examples"]
    section = text.split("Parameters\n----------\n")[1].split("\n\nReturns\n")[0]
    entries = re.findall(r"^(\S.*)\n    (\S.*)", section, re.MULTILINE)
    names = [head.split(" : ")[0].lstrip("*") for head, _ in entries]
    assert names == [*inspect.signature(lossplot.plot).parameters]
    kinds = dict(head.split(" : ") for head, _ in entries if not head.startswith("*"))
    for option in (option for option in OPTIONS.values() if option.name != "columns"):
        kind = kinds[option.parameter]
        assert kind.startswith("bool, default False") if option.is_flag else re.search("optional|default", kind)
    for keyword in LineKeywords.__annotations__:
        assert keyword in section or keyword in ("c", "lw", "ls")
    assert all(body.endswith((".", ",")) or body[-1].isalnum() for _, body in entries)


@pytest.mark.parametrize("module", ["lossplot", *(f"lossplot._api.{name}" for name in ("loss", "figure", "plot"))])
def test_the_examples_are_true(module: str) -> None:
    failed, attempted = doctest.testmod(importlib.import_module(module))
    assert (failed, attempted > 0) == (0, True)


def loss_for(option: str) -> tuple[str, dict[str, Any]]:
    """Return a loss that the option applies to, and the other options it requires."""
    if option in ("weight", "axis", "target"):
        return "squared", {}
    if option in ("xscale", "yscale"):  # nothing of it is left out
        return "logistic", {"range": "0.5:8"}
    if option in ("by", "weights", "scale", "positive", "skip_bad", "columns"):
        return "hinge", {"data": "p.csv"}
    return "hinge", {"title": "$x^2$"} if option == "math" else {}


@pytest.mark.parametrize("option", some([option for option in OPTION_VALUES if option != "lang"], among=3))
def test_an_option_says_the_same_as_on_the_command_line(
    option: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.mplstyle").write_text("axes.facecolor: eeeeee\n")
    (tmp_path / "p.csv").write_text("y,prediction,w,model\n1,0.5,1,a\n0,2,2,b\n")
    loss, others = loss_for(option)
    value, word = OPTION_VALUES[option]
    figure = lossplot.plot(loss, **{option: value, **others})
    suffix = "tex" if option == "standalone" else "json"
    figure.save(f"a.{suffix}")
    words = [f"--{long_name(option)}{'' if word is None else f'={word}'}", *(f"--{k}={v}" for k, v in others.items())]
    assert_done(call(loss, *words, "-o", f"b.{suffix}", cwd=tmp_path), f"b.{suffix}")
    assert (tmp_path / f"a.{suffix}").read_bytes() == (tmp_path / f"b.{suffix}").read_bytes()
    assert figure.spec != lossplot.plot(loss, **others).spec


def test_an_option_that_is_none_or_false_is_not_asked_for() -> None:
    options: dict[str, Any] = {name: False if value is True else None for name, (value, _) in OPTION_VALUES.items()}
    assert lossplot.plot("hinge", **options).spec == lossplot.plot("hinge").spec


def test_numbers_of_numpy_and_any_sequence_will_do() -> None:
    spec = lossplot.plot("hinge", mark=(0.0, 1.0), range=(-2.0, 2.0), dpi=100.0, derivative=True, labels="none").spec
    for mark in (np.array([0, 1]), [np.int64(0), np.float32(1)], range(2), "0,1"):
        options: dict[str, Any] = {
            "mark": mark,
            "range": np.array([-2, 2]),
            "dpi": np.int32(100),
            "derivative": np.True_,
            "labels": "none",
        }
        assert lossplot.plot("hinge", **options).spec == spec
    one_by_one = lossplot.grid("hinge", mark=(0.0, 1.0), columns=1, risk=0.25, size=(4.0, 3.0), derivative=True).spec
    options = {"mark": np.array([0, 1]), "columns": np.int64(1), "risk": np.float32(0.25), "derivative": np.True_}
    assert lossplot.grid("hinge", size=np.array([4, 3]), **options).spec == one_by_one


def test_a_table_takes_numbers_of_numpy_and_any_sequence_too() -> None:
    asked = lossplot.table("mse", range=(0.0, 2.0), points=3, target=1.5, derivative=True)
    options: dict[str, Any] = {"points": np.int64(3), "target": np.float32(1.5), "derivative": np.True_}
    for ends in (np.array([0, 2]), [np.int32(0), np.float32(2)], range(0, 4, 2), "0:2"):
        numbers = lossplot.table("mse", range=ends, **options)  # type: ignore[arg-type]
        assert {name: column.tolist() for name, column in numbers.items()} == {
            name: column.tolist() for name, column in asked.items()
        }


WRONG_FIGURES: dict[str, tuple[list[Any], dict[str, Any], str]] = {
    "none": ([], {}, "no loss is given; name one"),
    "nothing": ([None], {}, "a loss is given by its name, not 'None'"),
    "nothing-else": (["hinge", None], {}, "a loss is given by its name, not 'None'"),
    "no-list": ([[]], {}, "no loss is given; name one"),
    "nested": ([[["hinge"]]], {}, "a loss is given by its name, not "),
    "unknown": (["hnige"], {}, "unknown loss 'hnige'; did you mean 'hinge'"),
    "axes": (["hinge", "huber"], {}, "hinge is a function of the margin m, huber of the error r"),
    "loss-control": (["hinge\x0b"], {}, "has the character U+000B"),
    "loss-direction": (["\u202ehinge"], {}, "has the character U+202E"),
    "flag": (["hinge"], {"derivative": 1}, "derivative must be True or False, not '1'"),
    "flag-word": (["hinge"], {"second_derivative": "yes"}, "second_derivative must be True or False, not \"'yes'\""),
    "number-flag": (["hinge"], {"dpi": True}, "dpi must be a number or text, not 'True'"),
    "number": (["hinge"], {"dpi": 5}, "dpi must be from 10 to 2400, not 5"),
    "number-long": (["hinge"], {"dpi": 10**5000}, "dpi must be a number or text, not that int"),
    "number-nan": (["hinge"], {"mark": float("nan")}, "mark 'nan' is not a number"),
    "numbers": (["hinge"], {"range": (1, "2")}, "range must be numbers or text"),
    "numbers-one": (["hinge"], {"range": 3}, "range '3' has no ':'"),
    "numbers-three": (["hinge"], {"range": (1, 2, 3)}, "range limit '2:3' is not a number"),
    "numbers-none": (["hinge"], {"mark": []}, "mark '' is not a number"),
    "numbers-many": (["hinge"], {"mark": list(range(51))}, "50 marks is the most"),
    "range": (["hinge"], {"range": (3, -3)}, "range 3 to -3 is reversed"),
    "size": (["hinge"], {"size": (1000, 1)}, "1000 x 1 inches cannot be drawn"),
    "text": (["hinge"], {"title": ["a"]}, "title must be a number or text"),
    "text-bytes": (["hinge"], {"title": b"a"}, "title must be a number or text"),
    "text-control": (["hinge"], {"title": "a\x00"}, "has the character U+0000"),
    "preset": (["hinge"], {"preset": "slyde"}, "preset 'slyde' is unknown; did you mean 'slide'"),
    "risk": (["huber"], {"risk": 0.5}, "only a loss of the margin or the probability has a conditional risk"),
    "weight": (["hinge"], {"weight": True}, "the weight psi(r)/r is that of an error"),
    "language": (["hinge"], {"lang": "xx"}, "language 'xx' is unknown"),
    "math": (["hinge"], {"math": True, "title": r"$\frac{$"}, "is not valid math"),
    "sweep": (["huber:delta=1..x"], {}, "'x' is not a number"),
    "axes-none": (["hinge"], {"ax": []}, "axes, not 0; give one"),
    "axes-word": (["hinge"], {"ax": "left"}, "ax must be an Axes of matplotlib"),
    "axes-few": (["hinge"], {"ax": Figure().subplots(), "derivative": True}, "2 panels need as many axes, not 1"),
    "axes-many": (["hinge"], {"ax": Figure().subplots(2, 2)}, "axes, not 4"),
}


@pytest.mark.parametrize(("losses", "options", "fragment"), WRONG_FIGURES.values(), ids=WRONG_FIGURES)
def test_a_figure_that_cannot_be_is_refused_where_it_is_asked_for(
    losses: list[Any], options: dict[str, Any], fragment: str
) -> None:
    with pytest.raises(lossplot.RequestError) as error:
        lossplot.plot(*losses, **options)
    assert_refused(error, fragment)


def test_characters_without_a_font_are_told_where_the_figure_is_asked_for() -> None:
    with pytest.raises(lossplot.LossplotError) as error:
        lossplot.plot("hinge", title="\U00012000")
    assert_refused(error, "U+12000", "install")


# --- the figure ---


@pytest.fixture(scope="module")
def figure() -> lossplot.LossFigure:
    return lossplot.plot("hinge", "squared-hinge", derivative=True)


def test_the_figure_is_matplotlib_s_and_drawn_once(figure: lossplot.LossFigure) -> None:
    assert isinstance(figure.figure, Figure)
    assert figure.figure is figure.figure
    loss, derivative = figure.figure.axes
    assert loss.get_xlim() == derivative.get_xlim()
    [hinge] = [points for name, points in named_lines(loss).items() if name.startswith("loss_hinge")]
    x, y = np.array(hinge).T
    assert 1.0 in x.tolist()
    np.testing.assert_allclose(y, np.maximum(0.0, 1.0 - x), atol=1e-12)


@pytest.mark.slow
@pytest.mark.parametrize("file_format", FORMATS)
def test_a_file_is_that_of_the_command_line(file_format: str, tmp_path: Path) -> None:
    loss = "huber:delta=1..2" if FORMATS[file_format].is_movie else "huber:delta=1,2"
    options: dict[str, Any] = {"title": "coding: δ", "size": (3, 2), "dpi": 50}
    rc: dict[Any, Any] = {
        "lines.linewidth": 9.0,
        "font.family": ["serif"],
        "savefig.bbox": "tight",
        "svg.hashsalt": "x",
    }
    with mpl.rc_context(rc):
        lossplot.plot(loss, **options).save(tmp_path / f"python.{file_format}")
        assert all(mpl.rcParams[name] == value for name, value in rc.items())
    words = ["--title=coding: δ", "--size=3x2", "--dpi=50", "-o", f"cli.{file_format}"]
    assert_done(call(loss, *words, cwd=tmp_path), f"cli.{file_format}")
    assert (tmp_path / f"python.{file_format}").read_bytes() == (tmp_path / f"cli.{file_format}").read_bytes()


def test_the_command_and_the_description_are_those_of_the_command_line(
    figure: lossplot.LossFigure, tmp_path: Path
) -> None:
    assert figure.command == "lossplot --derivative --format png hinge squared-hinge"
    assert call("hinge", "squared-hinge", "-d", "--alt", cwd=tmp_path).text == f"{figure.alt}\n"
    moving = lossplot.plot("huber:delta=1..2")
    assert moving.command == "lossplot --format gif huber:delta=1..2"
    assert call("huber:delta=1..2", "--alt", cwd=tmp_path).text == f"{moving.alt}\n"


def test_a_file_of_somebody_else_is_replaced_only_by_force(figure: lossplot.LossFigure, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"mine")
    with pytest.raises(lossplot.LossplotError) as error:
        figure.save(path)
    assert_refused(error, "exists and was not made by lossplot; ")
    assert path.read_bytes() == b"mine"
    figure.save(path, force=True)
    figure.save(path)
    assert path.read_bytes().startswith(b"loss,")


@pytest.mark.parametrize(
    ("name", "kind", "fragment"),
    [
        (None, lossplot.RequestError, "a figure is saved at a path or in a binary file, not 'None'"),
        ("plot", lossplot.RequestError, "cannot tell the format from "),
        ("", lossplot.RequestError, "cannot tell the format from ''"),
        ("-", lossplot.RequestError, "cannot tell the format from '-'"),
        ("a.gif", lossplot.RequestError, "nothing moves in 'hinge squared-hinge'"),
        ("none/a.png", lossplot.LossplotError, "there is no directory"),
        ("a\0.png", lossplot.LossplotError, "no file can be called so"),
        ("\ud800.png", lossplot.LossplotError, "no file can be called so"),
        ("a" * 300 + ".png", lossplot.LossplotError, "File name too long"),
    ],
)
def test_a_path_that_cannot_be_is_refused(
    figure: lossplot.LossFigure,
    name: Any,
    kind: type[lossplot.LossplotError],
    fragment: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(lossplot.LossplotError) as error:
        figure.save(name)
    assert type(error.value) is kind
    assert_refused(error, fragment)
    assert not list(tmp_path.iterdir())


@pytest.mark.slow
def test_a_figure_travels_to_other_processes(tmp_path: Path) -> None:
    fresh = lossplot.plot("hinge", dpi=50)
    fresh.save(tmp_path / "a.svg")
    for stage in ("before", "after"):
        for twin in (copy.deepcopy(fresh), pickle.loads(pickle.dumps(fresh))):
            twin.save(tmp_path / "b.svg")
            assert (tmp_path / "a.svg").read_bytes() == (tmp_path / "b.svg").read_bytes(), stage
        assert fresh.figure
        assert fresh.alt


@pytest.mark.slow
def test_threads_take_turns(tmp_path: Path) -> None:
    figures = [lossplot.plot("hinge", theme=theme) for theme in ("light", "dark")]
    for number, each in enumerate(figures):
        each.save(tmp_path / f"{number}.svg")
    width = mpl.rcParams["lines.linewidth"]
    with mpl.rc_context({"lines.linewidth": 7.0}):
        with ThreadPoolExecutor(4) as pool:
            list(pool.map(lambda n: figures[n % 2].save(tmp_path / f"{n % 2}-{n}.svg"), range(6)))
        assert mpl.rcParams["lines.linewidth"] == 7.0
    assert mpl.rcParams["lines.linewidth"] == width
    for number in range(6):
        assert (tmp_path / f"{number % 2}-{number}.svg").read_bytes() == (tmp_path / f"{number % 2}.svg").read_bytes()


# --- notebooks ---


def mimebundle(figure: lossplot.LossFigure) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the representations that IPython requests of a figure, as data and metadata."""
    return figure._repr_mimebundle_(include=None, exclude=None)


def test_a_notebook_shows_the_picture_at_its_own_size_with_its_description(tmp_path: Path) -> None:
    figure = lossplot.plot("hinge", "squared-hinge", dpi=100)
    data, facts = mimebundle(figure)
    figure.save(tmp_path / "a.png")
    assert data["image/png"] == (tmp_path / "a.png").read_bytes()
    assert data["text/plain"] == figure.alt
    size = data["image/png"][16:24]
    pixels = int.from_bytes(size[:4]), int.from_bytes(size[4:])
    width, height = pixels[0] * 96 // 100, pixels[1] * 96 // 100
    assert facts == {"image/png": {"width": width, "height": height, "alt": figure.alt}}
    [image] = ET.fromstring(f"<p>{data['text/html'].replace('>', '/>')}</p>")
    assert (image.get("alt"), image.get("width"), image.get("height")) == (figure.alt, str(width), str(height))
    assert b64decode(image.get("src", "").removeprefix("data:image/png;base64,")) == data["image/png"]


def test_a_description_is_text_in_a_notebook_whatever_is_in_it() -> None:
    alt = '<b a="1">&\''
    data, facts = bundle("image/png", b"", alt)
    [image] = ET.fromstring(f"<p>{data['text/html'].removesuffix('>')}/></p>")
    assert (image.get("alt"), data["text/plain"], facts) == (alt, alt, {"image/png": {"alt": alt}})


@pytest.mark.slow
def test_what_follows_its_reader_is_shown_as_svg_and_what_moves_as_gif(tmp_path: Path) -> None:
    following = lossplot.plot("hinge", theme="auto")
    following.save(tmp_path / "a.svg")
    data, facts = mimebundle(following)
    svg = (tmp_path / "a.svg").read_text("utf-8")
    assert ({**data, "text/html": ""}, facts) == (
        {"image/svg+xml": svg, "text/html": "", "text/plain": following.alt},
        {},
    )
    assert 'src="data:image/svg+xml;base64,' in data["text/html"]
    moving = lossplot.plot("huber:delta=1..2", size=(2, 1.5), dpi=40)
    data, facts = mimebundle(moving)
    assert data["image/gif"].startswith(b"GIF89a")
    assert (data["text/plain"], facts) == (moving.alt, {"image/gif": {"alt": moving.alt}})


NOTEBOOK = """
import sys
import lossplot
figure = lossplot.plot("hinge", "squared-hinge", derivative=True)
figure._repr_mimebundle_()
figure.figure
figure.alt
figure.save("a.svg")
assert not {"matplotlib.pyplot", "pylab", "IPython", "lossplot._cli"} & {*sys.modules}
assert {"get", "plot"} <= {*dir(lossplot)}
"""


@pytest.mark.slow
def test_nothing_needs_pyplot_and_nothing_is_said(tmp_path: Path) -> None:
    assert_done(run(cwd=tmp_path, program=[sys.executable, "-W", "error", "-c", NOTEBOOK]), "a.svg")


# --- the caller's axes ---


def state(axes: Axes) -> dict[str, object]:
    """Return the state of axes that drawing into others of the figure must not change."""
    return {
        "position": axes.get_position().bounds,
        "limits": (axes.get_xlim(), axes.get_ylim()),
        "words": (axes.get_title(), axes.get_xlabel(), axes.get_ylabel()),
        "children": len(axes.get_children()),
        "ground": axes.get_facecolor(),
    }


def test_ax_is_drawn_into_and_the_rest_of_its_figure_left_alone() -> None:
    mine = Figure(figsize=(7.0, 5.0), dpi=90.0, facecolor="#fafafa")
    top, bottom, other, free = mine.subplots(2, 2).ravel()
    other.plot([0.0, 1.0], [5.0, 6.0], label="mine")
    other.set(title="mine", xlabel="mine", facecolor="#eeeeee")
    before = {axes: state(axes) for axes in mine.axes}
    settings = {name: mpl.rcParams[name] for name in mpl.rcParams if name != "backend"}
    figure = lossplot.plot("hinge", "logistic", derivative=True, ax=[top, bottom], title="theirs")
    assert figure.figure is mine
    assert mine.axes == [top, bottom, other, free]
    assert (mine.get_size_inches().tolist(), mine.dpi, mine.get_facecolor()[:3]) == ([7.0, 5.0], 90.0, (250 / 255,) * 3)
    assert not mine.texts
    assert not mine.legends
    assert {name: mpl.rcParams[name] for name in settings} == settings
    assert state(other) == before[other]
    assert state(free) == before[free]
    for axes in (top, bottom):
        assert axes.get_position().bounds == before[axes]["position"]
        assert axes.get_facecolor() == before[axes]["ground"]
    legend = top.get_legend()
    assert legend
    assert len(legend.get_texts()) == 2
    assert top.get_title() == "theirs"
    mine.canvas.draw()


def named_lines(axes: Axes) -> dict[str, list[list[float]]]:
    return {gid: np.asarray(line.get_xydata()).tolist() for line in axes.get_lines() if (gid := line.get_gid())}


@pytest.mark.parametrize("options", some([{"second_derivative": True, "risk": 0.7}, {"derivative": True}, {}], among=3))
def test_the_curves_in_the_caller_s_axes_are_those_of_the_figure(options: dict[str, Any]) -> None:
    alone = lossplot.plot("hinge", "zero-one", "squared-hinge", labels="none", **options)
    axes = Figure().subplots(len(alone.figure.axes), squeeze=False)
    theirs = lossplot.plot("hinge", "zero-one", "squared-hinge", labels="none", **options, ax=axes)
    for mine, other in zip(alone.figure.axes, theirs.figure.axes, strict=True):
        assert (mine.get_xlim(), mine.get_ylim()) == (other.get_xlim(), other.get_ylim())
        curves = [named_lines(axes) for axes in (mine, other)]
        assert curves[0]
        assert curves[0] == curves[1]


def test_what_is_drawn_into_the_caller_s_axes_is_shown_only_there(tmp_path: Path) -> None:
    figure = lossplot.plot("hinge", ax=Figure().subplots())
    assert mimebundle(figure) == ({"text/plain": figure.alt}, {})
    figure.save(tmp_path / "a.json")
    lossplot.plot("hinge").save(tmp_path / "b.json")
    assert (tmp_path / "a.json").read_bytes() == (tmp_path / "b.json").read_bytes()


def test_a_wrong_request_leaves_the_caller_s_axes_as_they_are() -> None:
    axes = Figure().subplots()
    before = state(axes)
    wrong: list[tuple[list[str], dict[str, Any]]] = [
        (["hnige"], {}),
        (["hinge"], {"weight": True}),
        (["huber:delta=1..2"], {}),
        (["hinge"], {"color": "no colour"}),
        (["hinge"], {"linewidth": [1.0, 2.0]}),
        (["hinge"], {"lw": None, "linewidth": 1.0}),
    ]
    for losses, options in wrong:
        with pytest.raises(lossplot.RequestError):
            lossplot.plot(*losses, ax=axes, **options)
        assert state(axes) == before


# --- types ---

CLIENT = """
    import lossplot
    import numpy as np
    from matplotlib.figure import Figure

    class Series:
        # As that of pandas, as far as it is needed.

        index: list[str]
        name: str

        def __init__(self, values: list[float]) -> None: ...
        def to_numpy(self, dtype: object = None) -> object: ...

    drawn = lossplot.plot("hinge", derivative=True, range=(-3, 3), mark=[0.0, 1.0], preset="slide", risk=0.5)
    figure: Figure = drawn.figure
    words: str = drawn.alt + drawn.command
    drawn.save("a.png", force=True)
    panels = figure.subplots(2)
    lossplot.plot("hinge", ax=panels[0])
    lossplot.plot("hinge", derivative=True, ax=list(panels))
    lossplot.plot("hinge", derivative=True, ax=panels)
    huber: lossplot.LossCurve = lossplot.get("huber", delta=2)
    slope: float = float(huber.derivative(np.linspace(-1, 1, 5)).sum() + huber([1.0, 2.0])[0])
    places: list[float] = [knot.x for knot in huber.knots]
    problem: lossplot.LossplotError = lossplot.RequestError("")
    version: str = lossplot.__version__
    lossplot.plot(["hinge", huber], huber, *lossplot.losses())
    lossplot.plot("hinge", "huber", ax=panels, color=["red", (0, 0, 1)], lw=2, linestyle="--", alpha=[0.5, 1.0])
    names: dict[str, tuple[str, str, dict[str, float]]] = {
        loss.name: (loss.title, loss.description, loss.parameters) for loss in lossplot.losses()
    }
    drawn.lines["hinge"][0].set_color("red")
    data: bytes = drawn.to_bytes("pdf")
    with open("a.png", "wb") as file:
        drawn.save(file, format="png")
    series: Series = huber(Series([1.0]))
    twice: tuple[lossplot.LossCurve, ...] = drawn.curves
    lossplot.plot("hinge", drivative=True)
    lossplot.plot("hinge", derivative="yes")
    lossplot.plot("hinge", output="a.png")
    lossplot.plot("hinge", linewidth="wide")
    lossplot.plot(1)
    lossplot.plot(None)
    lossplot.get("huber", delta=[1])
    drawn.to_bytes()
    huber({})
"""


@pytest.mark.slow
def test_a_client_s_types_are_checked(tmp_path: Path) -> None:
    from mypy import api as mypy  # which takes as long to import as matplotlib

    (tmp_path / "client.py").write_text(textwrap.dedent(CLIENT))
    assert (Path(lossplot.__file__).parent / "py.typed").is_file()
    settings = Path(__file__).parents[1] / "pyproject.toml"
    words = ["--strict", "--no-error-summary", f"--config-file={settings}", str(tmp_path / "client.py")]
    limit = sys.getrecursionlimit()
    try:
        out, err, _ = mypy.run(words)
    finally:
        sys.setrecursionlimit(limit)  # which mypy raises: what is nested too deeply would be so no more
    assert not err
    error_lines = [line.split(":")[1] for line in out.splitlines() if ": error: " in line]
    lines = len(textwrap.dedent(CLIENT).splitlines())
    assert error_lines == [str(number) for number in range(lines - 8, lines + 1)], out
