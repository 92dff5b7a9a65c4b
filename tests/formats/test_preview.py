"""The figure in a terminal: drawn in characters, and read back from them."""

from __future__ import annotations

import itertools
import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import cycle, islice, pairwise, product
from string import ascii_letters

import numpy as np
import pytest
from numpy.typing import NDArray
from support.cases import every, some
from support.draws import floats, integers, law, sizes, texts, tuples

from lossplot._curves.curve import Curve
from lossplot._curves.panels import PANELS, Panel
from lossplot._curves.parse import read_curves
from lossplot._figure.looks import DEFAULT, THEMES, look_for
from lossplot._figure.looks.ramps import to_oklab
from lossplot._figure.resolve import resolve
from lossplot._figure.sampling import Trace, View, sample
from lossplot._figure.scene import PanelScene, Scene
from lossplot._figure.spec import FigureSpec
from lossplot._formats.terminal.cells import fitted, painted, width
from lossplot._formats.terminal.drawing import Captions, draw
from lossplot._formats.terminal.pens import choose_pens, terminal_colour
from lossplot._formats.terminal.sketch import sketch
from lossplot._formula.evaluate import Array
from lossplot._losses import LOSSES, Loss
from lossplot._losses.entry import MARGIN
from lossplot._text.names import label

SGR = re.compile(r"\x1b\[[0-9;]*m")
THREE: tuple[Panel, ...] = ("loss", "derivative", "second-derivative")
MARGIN_LOSSES = [name for name, loss in LOSSES.items() if loss.axis.name == "margin"]
ERROR_LOSSES = [name for name, loss in LOSSES.items() if loss.axis.name == "error"]
# The dots of a Braille character, by the bit that each sets: across and down (Unicode, block U+2800).
BITS = {0: (0, 0), 1: (0, 1), 2: (0, 2), 3: (1, 0), 4: (1, 1), 5: (1, 2), 6: (0, 3), 7: (1, 3)}


@cache
def scene_of(*losses: str, panels: tuple[Panel, ...] = ("loss",), view: View | None = None) -> Scene:
    ranges = ((view.left, view.right), (view.bottom, view.top)) if view else (None, None)
    return resolve(FigureSpec(losses, panels, x_range=ranges[0], y_range=ranges[1])).scene


def scene_of_formulas(*formulas: str, view: View, order: int = 0) -> Scene:
    curves = tuple(Curve(Loss(f"typed-{n}", text, MARGIN, "", "", "", ""), ()) for n, text in enumerate(formulas))
    return Scene(
        curves, (PanelScene(PANELS[order], view, tuple(sample(curve, PANELS[order], view) for curve in curves)),)
    )


def drawn(scene: Scene, columns: int = 80, rows: int = 24, colours: Sequence[str] | None = None) -> str:
    return draw(scene, Captions([curve.spec for curve in scene.curves]), (columns, rows), colours)


@dataclass(frozen=True)
class Panels:
    """What a drawing says: its panels from the top, and the numbers of its x axis by their columns."""

    panels: list[Picture]
    x_numbers: dict[int, float]


@dataclass(frozen=True)
class Picture:
    """A panel read as a reader does: the characters in it, and the numbers of its y axis by their rows."""

    lines: list[str]
    numbers: dict[int, float]

    @property
    def dots(self) -> NDArray[np.int_]:
        """The places of all dots, across and down."""
        found = [
            (2 * column + across, 4 * row + down)
            for row, line in enumerate(self.lines)
            for column, character in enumerate(line)
            if 0x2800 < ord(character) <= 0x28FF
            for bit, (across, down) in BITS.items()
            if (ord(character) - 0x2800) >> bit & 1
        ]
        return np.array(found, dtype=int).reshape(-1, 2)

    def places(self, characters: str) -> list[tuple[int, int]]:
        """The columns and rows of these characters."""
        return [(c, r) for r, line in enumerate(self.lines) for c, found in enumerate(line) if found in characters]


def read(text: str) -> Panels:
    """A drawing read back from its text."""
    lines = SGR.sub("", text).splitlines()
    (bottom,) = [number for number, line in enumerate(lines) if re.match(r" *└[─┬]+$", line)]
    gutter = lines[bottom].index("└")
    panels: list[Picture] = []
    for line in lines[:bottom]:
        if not re.match(r"[ 0-9.e−]*[│┤]", line) or line[gutter] not in "│┤":
            panels.append(Picture([], {}))
            continue
        label = line[:gutter].strip()
        assert bool(label) == (line[gutter] == "┤")
        if label:
            panels[-1].numbers[len(panels[-1].lines)] = parse(label)
        panels[-1].lines.append(line[gutter + 1 :])
    ticks = [column - gutter - 1 for column, character in enumerate(lines[bottom]) if character == "┬"]
    labels = [(match[0], range(*match.span())) for match in re.finditer(r"\S+", lines[bottom + 1])]
    assert len(labels) == len(ticks)
    under = {}
    for tick, (label, span) in zip(ticks, labels, strict=True):
        assert abs(tick + gutter + 1 - (span.start + span.stop - 1) / 2) <= 0.5 or span.start == 0 or tick == ticks[-1]
        under[tick] = parse(label)
    return Panels([panel for panel in panels if panel.lines], under)


def parse(label: str) -> float:
    return float(label.replace("−", "-"))


def line_through(numbers: dict[int, float], dots: int, middle: int) -> tuple[float, float]:
    """The dot of the value 0, and the dots to a unit, as two of the numbers on an axis say."""
    (first, low), *_, (last, high) = sorted(numbers.items())
    scale = dots * (last - first) / (high - low)
    return dots * first + middle - low * scale, scale


def onto(points: Array, picture: Picture, x_numbers: dict[int, float]) -> Array:
    """Where points belong among the dots, by the numbers on the axes alone."""
    (x0, x1), (y0, y1) = line_through(x_numbers, 2, 0), line_through(picture.numbers, 4, 2)
    return np.column_stack([x0 + x1 * points[:, 0], y0 + y1 * points[:, 1]])


def strokes(trace: Trace) -> list[Array]:
    """All that is drawn of a trace as lines."""
    return [*trace.pieces, *(np.array([[x, low], [x, high]]) for x, low, high in trace.bridges)]


def fine(line: Array) -> Array:
    """Points on a polyline, at most a tenth of a dot apart."""
    along = np.append(0.0, np.cumsum(np.hypot(*np.diff(line, axis=0).T)))
    at = np.linspace(0.0, along[-1], 2 + int(10.0 * along[-1]))
    return np.column_stack([np.interp(at, along, line[:, 0]), np.interp(at, along, line[:, 1])])


def neighbours(points: Array, reach: float) -> Iterator[tuple[NDArray[np.bool_], NDArray[np.int_]]]:
    """The dots within `reach` (at most 1) of points, across or down: some points at a time, with a dot for each."""
    for offset in product((-1, 0, 1), repeat=2):
        dots: NDArray[np.int_] = np.rint(points).astype(int) + np.array(offset)
        yield np.abs(dots - points).max(axis=1) <= reach, dots


def check_panel(picture: Picture, x_numbers: dict[int, float], panel: PanelScene) -> None:
    """Every line has its dots, every dot its line, every circle its place."""
    view = panel.view
    height, wide = 4 * len(picture.lines), 2 * max(map(len, picture.lines))
    low, high = onto(np.array([[view.left, view.top], [view.right, view.bottom]]), picture, x_numbers)
    near_line, full = np.zeros((2, wide + 4, height + 4), dtype=bool)
    # Circles and letters hide the dots of a cell.
    for column, row in picture.places(f"●○◆{ascii_letters}"):
        full[2 * column : 2 * column + 2, 4 * row : 4 * row + 4] = True
    across, down = picture.dots.T
    full[across, down] = True
    for trace in panel.traces:
        for line in strokes(trace):
            points = fine(onto(line, picture, x_numbers))
            points = points[(points[:, 1] >= -1.0) & (points[:, 1] <= height)]
            for near, dots in neighbours(points, 0.75):
                near_line[tuple(dots[near].T)] = True
    assert near_line[across, down].all(), "a dot is far from every line"
    for trace in panel.traces:
        for piece in trace.pieces:
            points = fine(onto(piece, picture, x_numbers))
            points = points[(points[:, 1] >= low[1]) & (points[:, 1] <= high[1])]
            found = np.zeros(len(points), dtype=bool)
            for near, dots in neighbours(points, 1.0):
                found |= near & full[tuple(dots.T)]
            assert found.all(), "a line has no dots"
    for circle, points_of in (("●", [t.filled for t in panel.traces]), ("○", [t.hollow for t in panel.traces])):
        wanted = {
            (round(x) // 2, round(y) // 4)
            for places in points_of
            for x, y in onto(np.array(places).reshape(-1, 2), picture, x_numbers).tolist()
            if low[1] - 1 <= y <= high[1] + 1
        }
        assert wanted <= set(picture.places(circle + "●"))
        assert set(picture.places(circle)) <= wanted


def check_axes(seen: Panels, scene: Scene) -> None:
    """The numbers are equally far apart, as equal steps are, and what is to be seen is all inside."""
    for picture, panel in zip(seen.panels, scene.panels, strict=True):
        (x0, x1), (y0, y1) = line_through(seen.x_numbers, 2, 0), line_through(picture.numbers, 4, 2)
        assert len(picture.numbers) >= 2
        assert len(seen.x_numbers) >= 2
        for numbers, zero, scale, dots, middle in ((seen.x_numbers, x0, x1, 2, 0), (picture.numbers, y0, y1, 4, 2)):
            for cell, value in numbers.items():
                assert zero + scale * value == pytest.approx(dots * cell + middle, abs=1e-6)
        view, widest = panel.view, max(map(len, picture.lines))
        assert x0 + x1 * view.left >= -0.5001
        assert x0 + x1 * view.right >= 2 * widest - 2.5
        assert -0.5001 <= y0 + y1 * view.top < 4.0
        assert 4 * len(picture.lines) - 4.5 <= y0 + y1 * view.bottom <= 4 * len(picture.lines) - 0.4999


@every("name", LOSSES, among=12)
def test_every_loss_and_its_derivatives_can_be_read_off_the_dots(name: str) -> None:
    scene = scene_of(name, panels=THREE)
    for colours in (None, ["#0072b2"]):
        seen = read(drawn(scene, 80, 50, colours))
        check_axes(seen, scene)
        for picture, panel in zip(seen.panels, scene.panels, strict=True):
            check_panel(picture, seen.x_numbers, panel)


@pytest.mark.parametrize("room", some([(40, 24), (80, 24), (200, 60), (100, 30)], 2), ids=str)
@pytest.mark.parametrize(
    "losses",
    [
        ["zero-one", "hinge"],
        ["huber:delta=0.5,1,2"],
        ["log-loss", "focal", "brier"],
        ["tukey-biweight"],
    ],
    ids=lambda losses: losses[0],
)
def test_a_figure_is_right_at_any_size(losses: list[str], room: tuple[int, int]) -> None:
    scene = scene_of(*losses, panels=("loss", "derivative"))
    colours = [DEFAULT.colour(index) for index in range(len(scene.curves))]
    seen = read(drawn(scene, *room, colours))
    check_axes(seen, scene)
    for picture, panel in zip(seen.panels, scene.panels, strict=True):
        check_panel(picture, seen.x_numbers, panel)


@pytest.mark.parametrize("formula", ["1/m", "tan(3*m)", "sin(40*m)", "sign(m**3)", "sqrt(m - 0.3)", "1e9*m"])
def test_a_formula_with_poles_waves_or_gaps_is_drawn_as_it_is(formula: str) -> None:
    scene = scene_of_formulas(formula, view=View(-3.0, 3.0, -2.0, 2.0))
    seen = read(drawn(scene, 80, 30))
    check_axes(seen, scene)
    check_panel(seen.panels[0], seen.x_numbers, scene.panels[0])


@law(40, left=floats(-1e4, 1e4), size=sizes(1e-3, 1e4), bottom=floats(-1e4, 1e4), height=sizes(1e-3, 1e4))
def test_any_view_has_axes_that_can_be_read(left: float, size: float, bottom: float, height: float) -> None:
    scene = scene_of("squared", view=View(left, left + size, bottom, bottom + height))
    text = drawn(scene, 60, 24)
    seen = read(text)
    check_axes(seen, scene)
    # Of the 19 lines that the legend, the names and the x axis leave.
    assert 0.65 * 19 <= len(seen.panels[0].lines) <= 19
    assert max(map(len, text.splitlines())) <= 60


def test_the_zero_one_loss_has_a_circle_at_each_end_of_its_jump_and_no_dots_between() -> None:
    scene = scene_of("zero-one")
    (picture,) = read(drawn(scene)).panels
    ((column, upper),), ((same, lower),) = picture.places("●"), picture.places("○")
    assert column == same
    assert lower - upper > 3
    assert [picture.lines[row][column] for row in range(upper + 1, lower)] == ["┊"] * (lower - upper - 1)
    between = picture.dots[(picture.dots[:, 1] > 4 * upper + 3) & (picture.dots[:, 1] < 4 * lower)]
    assert not len(between)
    assert set(picture.dots[:, 1]) == {4 * upper + 2, 4 * lower + 2}


def test_the_slopes_of_the_hinge_are_joined_by_every_second_dot() -> None:
    scene = scene_of("hinge", panels=("loss", "derivative"))
    seen = read(drawn(scene, rows=30))
    picture = seen.panels[1]
    ((x, top), (_, bottom)) = onto(np.array([[1.0, 0.0], [1.0, -1.0]]), picture, seen.x_numbers)
    column = picture.dots[picture.dots[:, 0] == round(x), 1]
    inner = np.sort(column[(column > top) & (column < bottom)])
    assert len(inner) >= 5
    assert set(np.diff(inner)) == {2}


def test_lines_through_zero_stand_where_nothing_else_does() -> None:
    seen = read(drawn(scene_of("squared")))
    (picture,) = seen.panels
    (row,) = [row for row, value in picture.numbers.items() if value == 0.0]
    (column,) = [column for column, value in seen.x_numbers.items() if value == 0.0]
    assert {r for _, r in picture.places("┈")} == {row}
    assert {c for c, _ in picture.places("┊")} == {column}
    assert len(picture.places("┈")) > 20
    assert len(picture.places("┊")) > 10
    for view in (View(0.0, 3.0, 0.0, 3.0), View(1.0, 3.0, 1.0, 3.0), View(-3.0, 0.0, -3.0, 0.0)):
        assert read(drawn(scene_of("squared", view=view))).panels[0].places("┈┊┼") == []


# --- room ---

NAMES = ["合页损失", "平方合页损失，有一个很长很长很长很长很长很长的名字", "e\u0301 combined", "a\x1b[31mb\tc"]


def cells(text: str) -> int:
    """The width of a text by its East Asian widths (Unicode, annex 11); combining marks take none."""
    wide = sum(unicodedata.east_asian_width(character) in "WF" for character in text)
    return len(text) + wide - sum(unicodedata.combining(character) > 0 for character in text)


ROOMS = ((40, 12), (40, 60), (61, 17), (80, 24), (200, 12), (200, 60))
PANELS_SHOWN: tuple[tuple[Panel, ...], ...] = (("loss",), THREE[:2], THREE, (*THREE, "weight"))


@every(("room", "panels", "count"), itertools.product(ROOMS, PANELS_SHOWN, (1, 4, 12, 50)), among=27)
def test_a_drawing_keeps_to_its_columns_and_rows(room: tuple[int, int], panels: tuple[Panel, ...], count: int) -> None:
    columns, rows = room
    losses = [*ERROR_LOSSES, *(f"huber:delta={n}" for n in range(2, 60))][:count]
    scene = scene_of(*losses, panels=panels)
    names = [*NAMES, *(label(curve) for curve in scene.curves)][:count]
    for colours in (None, [DEFAULT.colour(index) for index in range(count)]):
        lines = SGR.sub("", draw(scene, Captions(names), (columns, rows), colours)).splitlines()
        assert max(map(cells, lines)) <= columns
        assert all(line == line.rstrip() and line.isprintable() for line in lines)
        seen = read("\n".join(lines))
        heights = [len(picture.lines) for picture in seen.panels]
        assert len(heights) == len(panels)
        assert len(lines) <= rows or set(heights) == {3}
        assert min(heights) >= 3
        assert heights[0] == max(heights) or heights[0] >= 0.7 * max(heights)
        for picture in seen.panels:
            steps = np.diff(list(picture.numbers.values()))
            assert len(steps) >= 1
            assert steps == pytest.approx(steps[0])


def test_a_tall_terminal_is_used() -> None:
    for rows in (12, 24, 40, 60):
        lines = drawn(scene_of("hinge", "logistic"), 80, rows).splitlines()
        assert 0.7 * rows <= len(lines) <= rows


def test_the_drawing_names_what_it_shows() -> None:
    scene = scene_of("hinge", "logistic", panels=THREE)
    text = draw(scene, Captions(["合页损失", "logistic"]), (80, 40), None)
    for words in ("合页损失", "logistic", "loss", "derivative", "second derivative", "margin m = y f(x)"):
        assert len(re.findall(rf"(?m)(?:^ *|[\u2800-\u28ff ] ){re.escape(words)}(?:$|   )", text)) == 1, words
    named = draw(scene, Captions([], ["损失", "", "曲率"], "间隔"), (80, 40), None)
    assert [line.strip() for line in named.splitlines() if re.match(r" *\S*[\u4e00-\u9fff]", line)] == [
        "损失",
        "曲率",
        "间隔",
    ]
    assert "loss" not in named
    assert "derivative" not in named
    assert "" not in named.splitlines()
    assert "" not in draw(scene, Captions(x_label=""), (80, 40), None).splitlines()


@pytest.mark.parametrize("length", [1, 30, 36, 40, 41, 400])
def test_long_words_are_cut_where_the_columns_end(length: int) -> None:
    words = "x" * length
    lines = draw(scene_of("hinge"), Captions([words], [words], words), (40, 20), None).splitlines()
    assert max(map(len, lines)) <= 40
    assert lines[-1].strip() == (words if length <= 40 else "x" * 39 + "…")
    assert sum("x" in line for line in lines) == 3


@pytest.mark.parametrize("columns", [40, 80, 100, 200])
@pytest.mark.parametrize("length", [3, 11, 20])
def test_the_legend_has_as_many_columns_as_fit(columns: int, length: int) -> None:
    scene = scene_of(*MARGIN_LOSSES[:12])
    names = [chr(ord("A") + n) * length for n in range(12)]
    lines = draw(scene, Captions(names), (columns, 40), None).splitlines()
    shown = [re.findall("[A-Z]{3,}", line) for line in lines]
    # A sample of five cells, a space, the name; three more between two of them.
    across = min(12, (columns + 3) // (length + 6 + 3))
    down = -(-12 // across)
    assert [row for row in shown if row] == [names[n::down] for n in range(down)]


@every("name", LOSSES, among=8)
def test_the_sketch_of_a_loss_is_small_and_shows_it(name: str) -> None:
    (curve,) = read_curves([name])
    lines = sketch(curve)
    assert 8 <= len(lines) <= 16
    assert max(map(len, lines)) <= 60
    assert len(read("\n".join(lines)).panels[0].dots) > 40


# --- what keeps curves apart ---


def test_flat_lines_begin_as_their_samples_in_the_legend_do() -> None:
    count = 4
    formulas = [f"{n} + 0*m" for n in range(1, count + 1)]
    scene = scene_of_formulas(*formulas, view=View(-3.0, 3.0, -1.0, 5.0))
    lines = draw(scene, Captions([f"name{n}" for n in range(count)]), (100, 40), None).splitlines()
    seen = read("\n".join(lines))
    samples = []
    for n in range(count):
        (row,) = [row for row, value in seen.panels[0].numbers.items() if value == n + 1]
        (sample,) = re.findall(rf"([\u2800-\u28ff ]{{8}}) name{n}\b", lines[0])
        assert seen.panels[0].lines[row].startswith(sample.rstrip())
        samples.append(sample)
    assert len(set(samples)) == count
    assert samples[0] == "⠤" * 8


def test_a_dashed_line_has_dots_where_its_pattern_has_strokes() -> None:
    scene = scene_of_formulas("5 + 0*m", "1 + 0*m", view=View(-3.0, 3.0, -1.0, 6.0))
    seen = read(drawn(scene, 200, 30))
    dots = seen.panels[0].dots
    row = max(dots[:, 1])
    across = np.sort(dots[dots[:, 1] == row, 0])
    gaps = np.diff(across)
    assert set(gaps) == {1, 4}
    # The second pattern is 4.2 widths on and 1.5 off, a width being two dots.
    assert len(across) / (across[-1] + 1) == pytest.approx(8 / 11, abs=0.02)


def test_fifty_curves_without_colours_have_a_letter_each() -> None:
    pens = choose_pens(50, None)
    assert len({pen.letter for pen in pens}) == 50
    assert not any(pen.letter for pen in choose_pens(4, None))
    assert len({pen.dash for pen in choose_pens(4, None)}) == 4


BLUE, RED, BLACK, WHITE = "#0072b2", "#d55e00", "#000000", "#ffffff"


@pytest.mark.parametrize(
    ("colours", "seen"),
    [
        ((), "i"),
        ((BLUE,), "b"),
        # Of black and white one is the terminal's ground, so both are drawn in its ink.
        ((BLACK, WHITE), "ii"),
        ((BLUE, RED), "br"),
        ((BLACK, BLUE, WHITE, RED), "ibir"),
        ((BLUE, BLUE, BLUE, RED), "bbbr"),
    ],
)
def test_curves_have_letters_where_more_than_four_are_of_one_colour(colours: Sequence[str], seen: str) -> None:
    dashes = {pen.dash for pen in choose_pens(4, None)}
    for count in range(1, 51):
        pens = choose_pens(count, [*islice(cycle(colours), count)] or None)
        if max(Counter(islice(cycle(seen), count)).values()) > 4:
            assert [pen.letter for pen in pens] == [*ascii_letters[:count]]
        else:
            assert not any(pen.letter for pen in pens)
            assert len({(pen.colour, pen.dash) for pen in pens}) == count
            assert {pen.dash for pen in pens} <= dashes


@pytest.mark.parametrize("count", [1, 4, 12, 50])
def test_no_two_curves_have_the_same_colour_dashes_and_letter(count: int) -> None:
    for colours in (None, [DEFAULT.colour(index) for index in range(count)]):
        assert len(set(choose_pens(count, colours))) == count


def test_letters_stand_on_their_curves_and_in_the_legend() -> None:
    losses = MARGIN_LOSSES[:12]
    scene = scene_of(*losses)
    text = drawn(scene, 100, 40)
    seen = read(text)
    (picture,) = seen.panels
    for letter, name, trace in zip("abcdefghijkl", losses, scene.panels[0].traces, strict=True):
        assert re.search(rf"[\u2800-\u28ff ]{{2}}{letter}[\u2800-\u28ff ]{{2}} {re.escape(name)}\b", text)
        ((column, row),) = picture.places(letter)
        lines = np.vstack([fine(onto(line, picture, seen.x_numbers)) for line in strokes(trace)])
        inside = (np.rint(lines[:, 0]) // 2 == column) & (np.rint(lines[:, 1]) // 4 == row)
        assert inside.any(), f"{letter} is not on {name}"


def test_letters_keep_apart() -> None:
    scene = scene_of_formulas(*(f"{n} + 0*m" for n in range(10)), view=View(-3.0, 3.0, -1.0, 10.0))
    (picture,) = read(drawn(scene, 80, 40)).panels
    columns = [column for letter in "abcdefghij" for column, _ in picture.places(letter)]
    assert len(columns) == 10
    assert all(5 <= b - a <= 9 for a, b in pairwise(columns))


def coloured(line: str) -> list[tuple[str, str]]:
    """Each character of a line with the colour that is on there."""
    found, now = [], "39"
    for code, character in re.findall(r"\x1b\[([0-9;]*)m|(.)", line):
        if character:
            found.append((character, now))
        else:
            now = code
    assert now == "39", "the colour runs on"
    return found


# Dots of a level line, at any of the heights that a cell has.
DASHES = "⠉⠒⠤⣀"


def test_cells_have_the_colour_of_their_curve() -> None:
    scene = scene_of_formulas("1 + 0*m", "3 + 0*m", view=View(-3.0, 3.0, 0.0, 4.0))
    text = drawn(scene, 80, 24, ["#0072b2", "#d55e00"])
    codes = [f"38;5;{terminal_colour(colour)}" for colour in ("#0072b2", "#d55e00")]
    rows = [{code for character, code in coloured(line) if character in DASHES} for line in text.splitlines()]
    assert rows[0] == set(codes)
    assert [codes for codes in rows[1:] if codes] == [{codes[1]}, {codes[0]}]


def test_letters_have_the_colour_of_their_curve_on_it_and_in_the_legend() -> None:
    scene = scene_of_formulas(*(f"{n} + 0*m" for n in range(6)), view=View(-3.0, 3.0, -1.0, 6.0))
    text = draw(scene, Captions([*"123456"], [""], ""), (80, 40), [BLUE] * 5 + [RED])
    found = [(character, code) for line in text.splitlines() for character, code in coloured(line)]
    codes = [f"38;5;{terminal_colour(colour)}" for colour in [BLUE] * 5 + [RED]]
    assert sorted(pair for pair in found if pair[0] in ascii_letters) == sorted(
        2 * [*zip("abcdef", codes, strict=True)]
    )


def test_where_curves_cross_a_cell_has_the_colour_of_the_one_with_the_most_dots() -> None:
    scene = scene_of("hinge", "logistic", "exponential", "squared-hinge")
    colours = ["#0072b2", "#d55e00", "#00906a", "#777777"]
    codes = [f"38;5;{terminal_colour(colour)}" for colour in colours]
    together = draw(scene, Captions(), (80, 30), colours).splitlines()
    alone = [
        draw(Scene((curve,), (PanelScene("loss", scene.panels[0].view, (trace,)),)), Captions(), (80, 30), colours[:1])
        for curve, trace in zip(scene.curves, scene.panels[0].traces, strict=True)
    ]
    shared = 0
    for number, line in enumerate(together):
        apart = [SGR.sub("", text).splitlines()[number] for text in alone]
        for column, (character, code) in enumerate(coloured(line)):
            if 0x2800 < ord(character) <= 0x28FF:
                here = [text[column] if column < len(text) else " " for text in apart]
                counts = [(ord(one) - 0x2800).bit_count() if ord(one) > 0x2800 else 0 for one in here]
                assert code in [codes[curve] for curve, count in enumerate(counts) if count == max(counts)]
                shared += sum(map(bool, counts)) > 1
    assert shared > 20


def test_curves_that_lie_on_each_other_take_turns() -> None:
    scene = scene_of_formulas("1 + 0*m", "1 + 0*m + 0", view=View(-3.0, 3.0, 0.0, 4.0))
    text = drawn(scene, 80, 24, ["#0072b2", "#d55e00"])
    (cells_drawn,) = [
        [code for character, code in coloured(line) if character in DASHES]
        for line in text.splitlines()[1:]
        if any(dash in line for dash in DASHES)
    ]
    assert len(set(cells_drawn)) == 2
    assert all(a != b for a, b in pairwise(cells_drawn))


def test_without_colours_there_is_no_escape() -> None:
    assert "\x1b" not in drawn(scene_of("hinge", "zero-one", panels=THREE))


def rgb(code: int) -> tuple[int, ...]:
    """One of xterm's 256 colours, as its table of them has it."""
    if code >= 232:
        return (8 + 10 * (code - 232),) * 3
    levels = (0, 95, 135, 175, 215, 255)
    return levels[(code - 16) // 36], levels[(code - 16) // 6 % 6], levels[(code - 16) % 6]


def contrast_with(code: int, ground: float) -> float:
    """WCAG 2.2's contrast of a colour with a grey of this relative luminance."""
    linear = [c / 255 / 12.92 if c <= 10 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in rgb(code)]
    light = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return (max(light, ground) + 0.05) / (min(light, ground) + 0.05)


@law(100, wanted=tuples(*[integers(0, 255)] * 3))
def test_any_colour_shows_on_black_and_on_white(wanted: tuple[int, int, int]) -> None:
    code = terminal_colour("#{:02x}{:02x}{:02x}".format(*wanted))
    if code is None:
        assert max(wanted) - min(wanted) < 16
    else:
        assert contrast_with(code, 0.0) >= 3.0
        assert contrast_with(code, 1.0) >= 3.0


def hue(colour: Sequence[int]) -> float:
    """The angle of a colour in Oklab, where equal angles look equal."""
    _, a, b = to_oklab(colour)
    return math.degrees(math.atan2(b, a))


@pytest.mark.parametrize("theme", THEMES)
def test_colours_of_the_terminal_have_the_hues_of_the_figure(theme: str) -> None:
    look, _ = look_for(None, theme, None, 1)
    codes = [terminal_colour(colour) for colour in look.colours]
    for colour, code in zip(look.colours, codes, strict=True):
        wanted = [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
        if code is not None and max(wanted) - min(wanted) > 60:
            away = hue(rgb(code)) - hue(wanted)
            assert min(abs(away), 360.0 - abs(away)) <= 16.0, colour
    assert look.markers or len(set(codes)) >= len(codes) - 1


def test_ink_and_paper_are_the_terminals_own() -> None:
    assert [terminal_colour(colour) for colour in ("#000000", "#111111", "#f0f0f0", "#ffffff")] == [None] * 4
    assert terminal_colour("#808080") == 244


# --- marks ---


def test_marked_points_have_their_numbers_beside_them() -> None:
    scene = resolve(FigureSpec(("hinge", "logistic"), marks=(-1.0,))).scene
    seen = read(drawn(scene, 80, 30))
    (picture,) = seen.panels
    places = set(picture.places("◆"))
    for y, number in ((2.0, "2"), (np.log1p(np.e), "1.313")):
        ((x, down),) = onto(np.array([[-1.0, y]]), picture, seen.x_numbers).tolist()
        column, row = round(x) // 2, round(down) // 4
        assert (column, row) in places
        assert any(number in line[column - 6 : column + 7] for line in picture.lines[row - 1 : row + 2])
    assert len(places) == 2


def test_a_number_below_zero_has_a_true_minus() -> None:
    # The slope of the hinge is -1 at the mark, and its place is -1 too.
    figure = resolve(FigureSpec(("hinge",), THREE[:2], marks=(-1.0,)))
    text = drawn(figure.scene, 80, 30)
    _, slope = read(text).panels
    [(column, row)] = slope.places("\u25c6")
    assert any("\u22121" in line[column - 3 : column + 4] for line in slope.lines[row - 1 : row + 2])
    assert "-" not in text


# --- text in cells ---


def test_the_width_of_a_text_counts_wide_characters_twice_and_joined_ones_not_at_all() -> None:
    assert [width(text) for text in ("abc", "合页", "ａ", "e\u0301", "\u200d", "δ = 0.5", "")] == [3, 4, 2, 1, 0, 7, 0]


@law(100, text=texts(30), room=integers(0, 20))
def test_a_fitted_text_fits_and_cannot_move_the_cursor(text: str, room: int) -> None:
    shown = fitted(text, room)
    assert width(shown) <= max(room, 1)
    assert shown.isprintable()
    if text.isprintable() and width(text) <= room:
        assert shown == text


def test_a_painted_line_has_no_blank_end_and_no_empty_colour() -> None:
    assert painted([("a", None), (" ", 5), ("b", 5), ("  ", 7), (" ", None)]) == "a\x1b[38;5;5m b\x1b[39m"
    assert painted([("  ", 3)]) == ""
