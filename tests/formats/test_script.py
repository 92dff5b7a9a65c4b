"""Figures as Python scripts: run without lossplot, and compared with the figure itself, vertex by vertex."""

from __future__ import annotations

import ast
import re
import runpy
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any
from unittest import mock

import matplotlib as mpl
import numpy as np
import pytest
from matplotlib.figure import Figure
from matplotlib.font_manager import findfont, fontManager
from support.cases import every, some
from support.draws import (
    FINITE,
    Draw,
    booleans,
    choice,
    integers,
    law,
    lists,
    mapped,
    no_surrogate,
    one_of,
    recursive,
    texts,
)
from support.figures import DIGITS, FIGURES, TWO, assert_same, figure_facts, prepared_of, some_figures
from support.run import TIMEOUT, clean_environment

from lossplot._figure.looks import THEMES
from lossplot._figure.spec import FigureSpec
from lossplot._formats.letters import FAMILY, INTER, public_names
from lossplot._formats.literals import comment, literal, number_list, string
from lossplot._formats.mpl import backend
from lossplot._formats.mpl.drawn import draw_prepared
from lossplot._formats.mpl.faces import FOLDER
from lossplot._formats.produce import produce
from lossplot._losses import LOSSES

# All that a title may hold (lossplot._errors.check_text), and more.
TEXTS = texts(60, accepted=no_surrogate)
SETTINGS = ("font.family", "path.simplify", "svg.fonttype", "pdf.fonttype", "mathtext.fontset", "axes.unicode_minus")


@cache
def script_of(spec: FigureSpec) -> str:
    return produce(prepared_of(spec).figure, ["py"])["py"].decode()


def current_settings() -> dict[str, Any]:
    """Those that a figure heeds when it is saved."""
    everything: Any = mpl.rcParams
    return {name: everything[name] for name in SETTINGS} | {"font.family": public_names(everything["font.family"])}


@contextmanager
def inter_installed() -> Iterator[None]:
    """A machine that has Inter under its own name, as a Python with lossplot, or many a system."""
    entries = [replace(entry, name=INTER) for entry in fontManager.ttflist if entry.name == FAMILY]
    assert len(entries) == 3
    with mock.patch.object(fontManager, "ttflist", [*fontManager.ttflist, *entries]):
        yield


def drawn_by(script: str, folder: Path) -> tuple[Figure, dict[str, Any]]:
    """The figure that a script makes in a Python without lossplot, and the settings with which it would be saved."""
    (folder / "script.py").write_text(script, encoding="utf-8")
    ours = dict.fromkeys(name for name in sys.modules if name.partition(".")[0] == "lossplot")
    with (
        mpl.rc_context({"font.size": 40.0, "axes.facecolor": "red", "lines.linestyle": "--", "axes.grid": True}),
        mock.patch.dict(sys.modules, ours),
        mock.patch.object(sys, "argv", ["script.py", "drawn.png"]),
        mock.patch.object(Figure, "savefig") as saved,
    ):
        figure = runpy.run_path(str(folder / "script.py"))["figure"]
        settings = current_settings()
    saved.assert_called_once_with("drawn.png")
    assert isinstance(figure, Figure)
    return figure, settings


def assert_draws(spec: FigureSpec, folder: Path) -> None:
    """The script of `spec` draws what lossplot draws."""
    prepared = prepared_of(spec)
    with inter_installed():
        theirs, settings = drawn_by(script_of(spec), folder)
    ours = draw_prepared(prepared)
    with backend.settings(prepared.fonts, outlined=spec.preset != "nature"):
        without = () if any(text.math for text in prepared.drawing.texts) else ("mathtext.fontset",)
        assert settings | dict.fromkeys(without) == current_settings() | dict.fromkeys(without)
        for (what, wanted), (which, got) in zip(figure_facts(ours), figure_facts(theirs), strict=True):
            assert what == which
            assert_same(wanted, got, what)
    for axes, others in zip(ours.axes, theirs.axes, strict=True):
        for line, other in zip(axes.lines, others.lines, strict=True):
            np.testing.assert_array_equal(other.get_xdata(), line.get_xdata())


@some_figures
def test_the_script_draws_the_same_figure(name: str, tmp_path: Path) -> None:
    assert_draws(FIGURES[name], tmp_path)


def test_the_script_of_scaled_axes_draws_the_same_figure(tmp_path: Path) -> None:
    assert_draws(FigureSpec(("squared",), TWO, x_scale="log", y_scale="symlog"), tmp_path)


def test_the_script_of_a_styled_figure_needs_no_style_sheet(tmp_path: Path) -> None:
    style = tmp_path / "a.mplstyle"
    style.write_text(
        "figure.facecolor: 101820\ntext.color: fee715\nlines.linewidth: 5\naxes.grid: False\n"
        "axes.prop_cycle: cycler(color=['ff0000', '00ff00'])\nfont.family: DejaVu Serif\nfigure.figsize: 5, 4\n"
    )
    spec = FigureSpec(("hinge", "logistic"), style=str(style))
    script = script_of(spec)
    style.unlink()
    assert "mplstyle" not in script.split("\n", 1)[1]
    figure, settings = drawn_by(script, tmp_path)
    assert settings["font.family"] == ["DejaVu Serif", "DejaVu Sans"]
    assert [line.get_color() for line in figure.axes[0].lines[-2:]] == ["#ff0000", "#00ff00"]
    assert [line.get_linewidth() for line in figure.axes[0].lines[-2:]] == [5.0, 5.0]
    for (what, wanted), (_, got) in zip(
        figure_facts(draw_prepared(prepared_of(spec))), figure_facts(figure), strict=True
    ):
        assert_same(wanted, got, what)


def test_a_script_draws_in_the_letters_that_come_with_lossplot_and_without_them_in_matplotlibs(tmp_path: Path) -> None:
    script = script_of(FigureSpec(("huber",), formula=True))
    _, settings = drawn_by(script, tmp_path)
    assert (settings["font.family"], settings["mathtext.fontset"]) == (["DejaVu Sans"], "dejavusans")
    (tmp_path / "script.py").write_text(script, encoding="utf-8")
    with (
        mpl.rc_context(),
        mock.patch.object(fontManager, "ttflist", [*fontManager.ttflist]),
        mock.patch.object(sys, "argv", ["script.py", "drawn.png"]),
        mock.patch.object(Figure, "savefig"),
    ):
        figure = runpy.run_path(str(tmp_path / "script.py"))["figure"]
        title = figure.axes[0].xaxis.label
        assert Path(findfont(title.get_fontproperties())) == FOLDER / "Inter-Regular.ttf"
        assert current_settings()["mathtext.fontset"] == "custom"


@some_figures
def test_the_script_needs_matplotlib_alone(name: str) -> None:
    tree = ast.parse(script_of(FIGURES[name]))
    imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    imported |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert {module.partition(".")[0] for module in imported} <= {"sys", "matplotlib", "importlib", "logging", "pathlib"}
    calls = {ast.unparse(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
    assert not [
        each
        for each in calls
        if "import" in each.replace("importlib.util.find_spec", "") or each in ("eval", "exec", "open")
    ]


@pytest.mark.slow
def test_the_script_runs_by_itself_wherever_it_is(tmp_path: Path) -> None:
    """Without a display, without lossplot, beside a matplotlibrc that would change everything."""
    (tmp_path / "a.py").write_text(script_of(FIGURES["legend"]), encoding="utf-8")
    (tmp_path / "matplotlibrc").write_text("font.size: 40\naxes.facecolor: red\nlines.linestyle: --\nsavefig.dpi: 7\n")
    twice = "runpy.run_path('a.py'); sys.argv.append('mine.svg'); runpy.run_path('a.py')"
    words = [sys.executable, "-I", "-c", f"import runpy, sys; sys.modules['lossplot'] = None; {twice}"]
    environment = clean_environment({"DISPLAY": None, "PYTHONPATH": None})
    subprocess.run(words, cwd=tmp_path, env=environment, check=True, timeout=TIMEOUT)
    assert "</svg>" in (tmp_path / "mine.svg").read_text(encoding="utf-8")
    data = (tmp_path / "figure.png").read_bytes()
    drawing, dpi = prepared_of(FIGURES["legend"]).drawing, prepared_of(FIGURES["legend"]).dpi
    size = [int.from_bytes(data[at : at + 4]) for at in (16, 20)]
    assert size == [round(side * dpi) for side in drawing.size]


@pytest.mark.parametrize("first", [0, pytest.param(1, marks=pytest.mark.slow)])
def test_the_scripts_are_as_a_formatter_would_leave_them(first: int, tmp_path: Path) -> None:
    for name, spec in [*FIGURES.items()][first::2]:
        (tmp_path / f"{name}.py").write_text(script_of(spec), encoding="utf-8")
    for words in (["check"], ["format", "--diff"]):
        ruff = [sys.executable, "-m", "ruff", *words, "--isolated", "--no-cache", "."]
        done = subprocess.run(ruff, cwd=tmp_path, capture_output=True, text=True, check=False, timeout=TIMEOUT)
        assert done.returncode == 0, done.stdout


def test_the_script_of_a_formula_is_as_a_formatter_would_leave_it(tmp_path: Path) -> None:
    (tmp_path / "formula.py").write_text(script_of(FigureSpec(("hinge",), formula=True)), encoding="utf-8")
    ruff = [sys.executable, "-m", "ruff", "format", "--diff", "--isolated", "--no-cache", "."]
    done = subprocess.run(ruff, cwd=tmp_path, capture_output=True, text=True, check=False, timeout=TIMEOUT)
    assert done.returncode == 0, done.stdout


def test_a_straight_piece_is_two_vertices_in_the_script() -> None:
    assert '"hinge", [-2.0, 1.0, 2.0], [3.0, 0.0, 0.0]' in script_of(FIGURES["legend"])


def test_ticks_are_the_round_numbers_that_they_say() -> None:
    """0.6, where 3 * 0.2 is 0.6000000000000001."""
    script = script_of(FigureSpec(("logistic",), TWO, labels="none"))
    [*_, panel] = ast.literal_eval(_assigned(script, "panels"))
    assert panel["yticks"] == [float(label.replace("\u2212", "-")) for label in panel["yticklabels"]]
    assert panel["yticks"] == [-1.0, -0.5, 0.0]


def test_a_script_has_the_ground_of_its_figure_or_none() -> None:
    for theme in ("light", "dark"):
        for transparent in (False, True):
            script = script_of(FigureSpec(("hinge",), theme=theme, transparent=transparent))
            assert f'\nground = "{THEMES[theme].ground}"\n' in script
            assert ('\nbackground = "none"\n' in script, "\nbackground = ground\n" in script) == (
                transparent,
                not transparent,
            )


def test_a_script_names_what_it_draws() -> None:
    """A student finds a curve by its name, and changes its colour in one place."""
    script = script_of(FIGURES["legend"])
    styles = ast.literal_eval(_assigned(script, "styles"))
    assert {"hinge", "squared-hinge", "zero-one", "logistic", "zero line"} <= styles.keys()
    marked = script_of(FigureSpec(("hinge", "logistic"), marks=(0.5,)))
    assert {"hinge", "logistic", "mark", "logistic: leader"} <= ast.literal_eval(_assigned(marked, "styles")).keys()
    assert styles["hinge"]["color"] == THEMES["light"].colours[0]
    titles = [LOSSES[name].title for name in FIGURES["legend"].losses]
    assert [text[-1] for text in ast.literal_eval(_assigned(script, "texts"))][-4:] == titles


NINE = FigureSpec(
    (
        *("hinge", "squared-hinge", "logistic", "exponential", "modified-huber", "squared-margin", "sigmoid", "savage"),
        *("zero-one", "perceptron", "smoothed-hinge"),
    ),
    TWO,
)


@pytest.mark.slow
@pytest.mark.parametrize("spec", some([NINE, replace(NINE, labels="direct"), replace(NINE, theme="print")], 3))
def test_all_that_belongs_to_a_curve_has_its_name_though_colours_repeat(spec: FigureSpec) -> None:
    script, scene = script_of(spec), prepared_of(spec).scene
    for number, panel in enumerate(scene.panels):
        places: dict[str, list[tuple[float, float]]] = {}
        for at, style, xs, ys in _vertices(script):
            if at == number:
                places.setdefault(re.sub(r" \d+$", "", style), []).extend(zip(xs, ys, strict=True))
        for curve, trace in zip(scene.curves, panel.traces, strict=True):
            parts = {
                "subgradients": [(x, y) for x, *ends in trace.bridges for y in ends],
                "filled circle": [point for point in trace.filled if panel.view.bottom <= point[1] <= panel.view.top],
                "hollow circle": [point for point in trace.hollow if panel.view.bottom <= point[1] <= panel.view.top],
            }
            for what, points in parts.items():
                found = np.reshape(places.get(f"{curve.spec}: {what}", []), (-1, 2))
                np.testing.assert_allclose(found, np.reshape(points, (-1, 2)), rtol=DIGITS)
            assert len(places[curve.spec]) == sum(map(len, trace.pieces))
    key = [style.partition(":")[0] for style, *_ in ast.literal_eval(_assigned(script, "key"))]
    assert {*key} >= {curve.name for curve in scene.curves}


def _assigned(script: str, name: str) -> str:
    """The literal assigned to `name`, with a text for each variable in it."""
    [value] = [
        node.value
        for node in ast.parse(script).body
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == name
    ]
    for node in ast.walk(value):
        if isinstance(node, ast.Dict):
            node.values = [ast.Constant(v.id) if isinstance(v, ast.Name) else v for v in node.values]
    return ast.unparse(value)


def test_computed_numbers_have_ten_digits() -> None:
    """The others are not the same on every processor."""
    [number] = {
        value
        for _, _, xs, ys in _vertices(script_of(FigureSpec(("logistic",))))
        for x, value in zip(xs, ys, strict=True)
        if x == 0.0 and 0.0 < value < 1.0
    }
    assert number == 0.6931471806  # log 2 = 0.69314718055994531


def _vertices(script: str) -> list[tuple[int, str, list[float], list[float]]]:
    found: list[tuple[int, str, list[float], list[float]]] = ast.literal_eval(_assigned(script, "vertices"))
    return found


@law(60, text=TEXTS)
def test_a_string_reads_back_and_stays_on_its_line(text: str) -> None:
    written = string(text)
    assert ast.literal_eval(written) == text
    assert written.isprintable()


def _collections(inner: Draw[Any]) -> Draw[Any]:
    texts = lists(TEXTS, 0, 6)
    return one_of(
        lists(inner, 0, 6),
        lambda random: {text: inner(random) for text in texts(random)},
        mapped(lambda one, other: (one, other), inner, inner),
    )


VALUES = recursive(one_of(FINITE, TEXTS, booleans), _collections, 3)


@every(
    ("value", "start", "lines"),
    [
        (["a" * 84], 0, 1),  # with two quotes and two brackets 88
        (["a" * 85], 0, 3),
        (["a" * 80], 4, 1),
        (["a" * 81], 4, 3),
        (["a" * 40, "b" * 41], 0, 4),
        (["a" * 40, "b" * 40], 0, 1),
        ({"k": "a" * 79}, 0, 1),
        ({"k": "a" * 80}, 0, 3),
        ((), 86, 1),
    ],
)
def test_a_literal_is_broken_from_89_columns_on(value: Any, start: int, lines: int) -> None:
    text = literal(value, 0, start)
    assert len(text.split("\n")) == lines
    assert ast.literal_eval(text) == value


@law(60, value=VALUES, indent=integers(0, 8), taken=integers(0, 88))
def test_a_literal_reads_back(value: Any, indent: int, taken: int) -> None:
    assert ast.literal_eval(literal(value, indent, taken)) == value


@law(60, column=lists(FINITE, 1, 40))
def test_filled_numbers_read_back_to_the_last_bit_and_fit(column: list[float]) -> None:
    written = number_list(column, 5)
    assert list(map(repr, ast.literal_eval(written))) == list(map(repr, column))
    assert max(map(len, f"     {written}".splitlines())) <= 87


@law(60, text=TEXTS, mark=choice("#%"))
def test_a_comment_is_nothing_else(text: str, mark: str) -> None:
    lines = "\n".join(comment(mark, text))
    assert all(line.startswith(mark) for line in re.split("[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]", lines) if lines)
