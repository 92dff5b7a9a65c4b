"""Text in the cells of a terminal: as wide as its cells, around its middle, and coloured without a waste."""

from __future__ import annotations

import numpy as np
from support.cases import every

from lossplot._figure.marks import Mark
from lossplot._figure.sampling import Trace, View
from lossplot._figure.scales import LINEAR, Scale
from lossplot._figure.scene import PanelScene
from lossplot._formats.terminal.cells import Span, centred, fitted, painted, width
from lossplot._formats.terminal.dots import characters, stroke
from lossplot._formats.terminal.drawing import _heights, _legend, _x_axis
from lossplot._formats.terminal.panel import Scales, draw_panel
from lossplot._formats.terminal.pens import Pen
from lossplot._formats.terminal.scale import fit_x, fit_y

VIEW = View(-2.0, 2.0, -2.0, 2.0)


@every(
    ("text", "cells", "cut"),
    [
        ("hinge", 5, "hinge"),
        ("hinge", 4, "hin…"),
        ("hinge", 1, "…"),
        ("", 3, ""),
        ("损失", 4, "损失"),
        ("损失", 3, "损…"),
        ("a损失", 4, "a损…"),
        ("a\x1b[2Jb", 20, "a\ufffd[2Jb"),
        ("a\nb", 3, "a\ufffdb"),
    ],
)
def test_a_text_that_is_cut_ends_in_an_ellipsis(text: str, cells: int, cut: str) -> None:
    assert fitted(text, cells) == cut
    assert width(cut) <= cells


@every(
    ("text", "middle", "cells", "line"),
    [
        ("abc", 5, 20, "    abc"),
        ("abcd", 5, 20, "   abcd"),
        ("abc", 19, 20, " " * 17 + "abc"),
        ("abc", 0, 20, "abc"),
        ("损失", 5, 20, "   损失"),
        ("abcdef", 2, 5, "abcd…"),
    ],
)
def test_a_text_stands_around_its_middle_and_on_its_line(text: str, middle: int, cells: int, line: str) -> None:
    assert centred(text, middle, cells) == line


@every(
    ("spans", "line"),
    [
        ([("ab", None), ("c", None)], "abc"),
        ([("ab", 7), ("c", 7)], "\x1b[38;5;7mabc\x1b[39m"),
        ([("ab ", 7), ("c", None)], "\x1b[38;5;7mab\x1b[39m c"),
        ([("ab  ", 7), ("  ", 8)], "\x1b[38;5;7mab\x1b[39m"),
        ([("  ", 8), ("a", None), ("  ", 9), ("b", 0)], "  a  \x1b[38;5;0mb\x1b[39m"),
        ([], ""),
    ],
)
def test_a_line_has_colours_for_what_is_seen_alone(spans: list[Span], line: str) -> None:
    assert painted(spans) == line


@every(
    ("points", "dash", "lines"),
    [
        ([(0.0, 0.0), (3.0, 0.0)], (), ["⠉⠉", "  "]),
        ([(0.0, 3.0), (3.0, 3.0)], (), ["⣀⣀", "  "]),
        ([(0.0, 0.0), (0.0, 7.0)], (), ["⡇ ", "⡇ "]),
        ([(3.0, 0.0), (3.0, 7.0)], (), [" ⢸", " ⢸"]),
        ([(0.0, 0.0), (3.0, 3.0)], (), ["⠑⢄", "  "]),
        ([(-5.0, 0.0), (9.0, 0.0)], (), ["⠉⠉", "  "]),
        ([(-5.0, -1.0), (9.0, -1.0)], (), ["  ", "  "]),
        ([(-1.0, 0.0), (-1.0, 9.0)], (), ["  ", "  "]),
        ([(0.0, 8.0), (3.0, 8.0)], (), ["  ", "  "]),
        ([(4.0, 0.0), (4.0, 7.0)], (), ["  ", "  "]),
        # A line width is two dots: two of them are on, and two are off.
        ([(0.0, 0.0), (3.0, 0.0)], (1.0, 1.0), ["⠉ ", "  "]),
        ([(0.0, 0.0), (0.0, 7.0)], (1.0, 1.0), ["⠃ ", "⠃ "]),
    ],
)
def test_a_line_is_the_dots_that_it_passes(
    points: list[tuple[float, float]], dash: tuple[float, ...], lines: list[str]
) -> None:
    dots = np.zeros((8, 4), dtype=bool)
    stroke(dots, np.array(points), dash)
    assert characters(dots) == lines


@every(
    ("rows", "panels", "heights"),
    [(20, 1, [20]), (18, 2, [10, 8]), (26, 3, [10, 8, 8]), (5, 1, [5]), (2, 1, [3]), (5, 2, [3, 3]), (4, 3, [3, 3, 3])],
)
def test_the_first_panel_is_a_quarter_higher_and_none_is_lower_than_three_rows(
    rows: int, panels: int, heights: list[int]
) -> None:
    assert _heights(rows, panels) == heights


def test_numbers_of_an_axis_lie_in_the_middle_of_their_cells() -> None:
    for scale in (fit_y(-0.2, 4.2, 20), fit_y(0.008, 120.0, 20, Scale("log")), fit_y(-1.0, 1.0, 9)):
        assert len(scale.labels) >= 3
        for value, _ in scale.labels:
            assert (scale.dot(value) - 2.0) % 4.0 < 1e-6 or (scale.dot(value) - 2.0) % 4.0 > 4.0 - 1e-6
        assert scale.cell(scale.labels[0][0]) > scale.cell(scale.labels[-1][0])
    across = fit_x(-3.0, 3.0, 60)
    assert [label for _, label in across.labels] == [f"−{n}" for n in (3, 2, 1)] + ["0", "1", "2", "3"]
    assert across.along == LINEAR
    assert [across.cell(value) for value, _ in across.labels] == [
        round(across.cell(-3.0) + n * (across.cell(3.0) - across.cell(-3.0)) / 6) for n in range(7)
    ]


def test_numbers_below_an_axis_stand_under_their_marks_and_apart() -> None:
    scale = fit_x(-3.0, 3.0, 60)
    [[(_, _), (axis, colour)], [(numbers, none)]] = _x_axis(scale, 4, 70, 244)
    assert (colour, none) == (244, None)
    marks = [column for column, character in enumerate(axis[1:]) if character == "┬"]
    assert marks == [scale.cell(float(n)) for n in range(-3, 4)]
    for n, column in zip(range(-3, 4), marks, strict=True):
        label = str(n).replace("-", "−")
        assert label in numbers[5 + column - len(label) // 2 :][: len(label)]


def test_a_legend_goes_down_its_columns_and_has_samples_of_its_lines() -> None:
    def lines(names: list[str], pens: list[Pen], columns: int) -> list[str]:
        return ["".join(text for text, _ in line).rstrip() for line in _legend(names, pens, columns)]

    three, plain = ["one", "two", "three"], [Pen(), Pen(), Pen(letter="b")]
    assert lines(three, plain, 20) == ["⠤⠤⠤⠤⠤ one", "⠤⠤⠤⠤⠤ two", "⠤⠤b⠤⠤ three"]
    # Two columns of 11 cells with three between are 25 wide, and three are 39.
    assert lines(three, plain, 24) == lines(three, plain, 20)
    assert lines(three, plain, 25) == ["⠤⠤⠤⠤⠤ one   ⠤⠤b⠤⠤ three", "⠤⠤⠤⠤⠤ two"]
    assert lines(three, plain, 39) == ["⠤⠤⠤⠤⠤ one   ⠤⠤⠤⠤⠤ two   ⠤⠤b⠤⠤ three"]
    # A sample that has dashes is longer, and so are all beside it.
    dashed = [Pen(), Pen(dash=(4.0, 1.5))]
    assert lines(["one", "two"], dashed, 20) == ["⠤⠤⠤⠤⠤⠤⠤⠤ one", "⠤⠤⠤⠤ ⠠⠤⠤ two"]
    assert lines([], plain, 40) == []


def shown(traces: list[Trace], marks: tuple[Mark, ...] = (), view: View = VIEW) -> list[str]:
    """The rows of a panel of 41 by 21 cells, without colours."""
    scales = Scales(fit_x(view.left, view.right, 41), fit_y(view.bottom, view.top, 21))
    panel = PanelScene("loss", view, tuple(traces), marks)
    return ["".join(text for text, _ in row) for row in draw_panel(panel, [Pen()] * len(traces), scales, None)]


@every("order", [(0, 1), (1, 0)])
def test_a_filled_circle_hides_a_hollow_one_whoever_has_it(order: tuple[int, int]) -> None:
    circles = [Trace((), filled=((0.5, 1.0),)), Trace((), hollow=((0.5, 1.0), (0.5, -1.0)))]
    text = "".join(shown([circles[number] for number in order]))
    assert (text.count("●"), text.count("○")) == (1, 1)


def test_circles_and_marks_beyond_the_view_are_not_shown() -> None:
    far = ((5.0, 0.0), (-5.0, 0.0), (0.0, 5.0), (0.0, -5.0))
    marks = tuple(Mark(0, x, y, "height") for x, y in far)
    text = "".join(shown([Trace((), filled=far, hollow=far)], marks))
    assert not {*"●○◆"} & {*text}


@every(
    ("mark", "number"),
    [
        (Mark(0, 0.25, -1.5, "height"), "−1.5"),
        (Mark(0, 0.25, -1.5, "place"), "0.25"),
        (Mark(0, -0.25, 1.5, "minimum"), "−0.25"),
        (Mark(0, 1.0 / 3.0, 1.5, "place"), "0.3333"),
    ],
)
def test_a_mark_has_the_number_that_was_asked_for_on_one_side_of_it(mark: Mark, number: str) -> None:
    [row] = [line for line in shown([Trace(())], (mark,)) if "◆" in line]
    assert f"◆{number}" in row


@every(
    ("view", "across", "up"),
    [
        (VIEW, True, True),
        (View(0.0, 2.0, -2.0, 2.0), True, False),  # what lies on the edge is the axis itself
        (View(-2.0, 2.0, 0.0, 2.0), False, True),
        (View(1.0, 2.0, 1.0, 2.0), False, False),
        (View(-2.0, 0.0, -2.0, 0.0), False, False),
    ],
)
def test_lines_through_zero_are_within_the_panel_alone(view: View, across: bool, up: bool) -> None:
    text = "".join(shown([Trace(())], view=view))
    assert ("┈" in text, "┊" in text, "┼" in text) == (across, up, across and up)


def test_a_bridge_has_every_second_dot() -> None:
    view = View(0.5, 2.0, -2.0, 2.0)
    bridge = Trace((), bridges=((1.0, -1.0, 1.0),))
    line = Trace((np.array([(1.0, -1.0), (1.0, 1.0)]),))
    few, many = (
        sum(
            (ord(character) - 0x2800).bit_count() for character in "".join(shown([trace], view=view)) if character > "⠀"
        )
        for trace in (bridge, line)
    )
    assert many > 20
    assert abs(2 * few - many) <= 1


def test_no_two_numbers_of_an_axis_are_in_one_cell_however_few_there_are() -> None:
    for cells in range(1, 14):
        for low, high in ((-0.2, 4.2), (-3.0, 3.0), (0.0, 1.0), (-0.01, 0.06)):
            for scale in (fit_y(low, high, cells), fit_x(low, high, 3 * cells)):
                places = [scale.cell(value) for value, _ in scale.labels]
                assert len({*places}) == len(places) >= 1, (cells, low, high, scale.labels)
                assert all(0 <= place < scale.cells for place in places)
