"""How much of a page names, titles and ticks may take: as much as is declared, and no more."""

from __future__ import annotations

import math
from itertools import combinations, pairwise
from random import Random

import numpy as np
import pytest
from support.draws import floats, law, mapped, tuples
from support.figures import prepared_of

from lossplot._errors import RequestError
from lossplot._figure.layout.boxes import POINT, Box, Face
from lossplot._figure.layout.candidates import Ground, candidates
from lossplot._figure.layout.legend import inside, outside
from lossplot._figure.layout.page import Names
from lossplot._figure.layout.ticks import Ticks, round_ticks, x_ticks, y_ticks
from lossplot._figure.spec import FigureSpec

# --- legends ---

SIZE = 10.0
EM = SIZE * POINT


def names(count: int, width: float, *, heading: str = "", formulas: bool = False) -> Names:
    """Names that are each so many inches wide at 10 points."""
    texts = tuple(f"name {number}" for number in range(count))
    return Names(texts, SIZE, lambda text, size: width * size / SIZE, heading, formulas)


def test_a_legend_above_takes_four_tenths_of_the_height_at_most() -> None:
    # Names so wide that each has a row of its own: n rows are 1.3 n + 0.7 text sizes high.
    count, width = 4, 6.0
    high = (1.3 * count + 0.7) * EM
    for share, place in ((0.39, "above"), (0.41, "beside")):
        # At the smallest size that is tried, seven tenths.
        room = Box(0.0, 0.0, 0.72 * (width + 2.7 * EM) + 0.1, 0.7 * high / share)
        legend, rest = outside(room, names(count, width))
        assert legend.place == place, share
        if place == "above":
            assert legend.columns == 1
            assert legend.size == pytest.approx(0.7 * SIZE)
            assert rest.top == pytest.approx(room.top - 0.7 * high - 0.35 * EM)
            assert (rest.left, rest.right, rest.bottom) == (room.left, room.right, room.bottom)


def test_a_legend_beside_takes_half_of_the_width_at_most_if_it_can() -> None:
    height = 5.0
    for width, size in ((3.0, 1.0), (4.2, 0.85), (5.2, 0.7), (6.0, 0.6), (7.0, 0.5), (20.0, 0.5)):
        legend, rest = outside(Box(0.0, 0.0, 8.0, height), names(40, width, heading="of a family"))
        assert legend.place == "beside"
        assert legend.size == pytest.approx(size * SIZE), width
        assert legend.box.right == 8.0
        assert legend.box.top == height
        assert rest.right == pytest.approx(legend.box.left - 0.5 * EM)
        assert legend.box.width <= 4.0 or size == 0.5


def test_a_legend_inside_is_within_the_panel_and_clear_of_lines_and_curves() -> None:
    panel, texts = Box(0.0, 0.0, 6.0, 4.0), names(2, 1.0)
    alone = inside(panel, np.empty((0, 2)), (), texts)
    assert alone is not None
    assert 6.0 - alone.box.right == pytest.approx(4.0 - alone.box.top)
    # Beside a line at the right edge there is room only out of the panel, where no curve is.
    everywhere = np.array([(x / 10, y / 10) for x in range(61) for y in range(41)])
    edge = Box(5.9, 0.0, 5.9, 4.0)
    assert inside(panel, everywhere, (edge,), texts) is None
    left_half = everywhere[everywhere[:, 0] < 3.0]
    legend = inside(panel, left_half, (edge,), texts)
    assert legend is not None
    assert 3.0 < legend.box.left < legend.box.right < 5.9


def test_letters_a_fifth_smaller_are_worth_as_much_as_a_row() -> None:
    # Two rows in full size, or one of letters of seven tenths: that is 1 + 5 * 0.3 rows.
    room = Box(0.0, 0.0, 2.0 * (1.0 + 2.7 * EM) + 1.5 * EM + 0.7 * EM + 0.1, 10.0)
    legend, _ = outside(room, names(4, 1.0))
    assert (legend.columns, legend.size) == (2, SIZE)


@pytest.mark.parametrize(
    ("count", "heading", "formulas", "leading"),
    [(7, "", False, 1.3), (7, "", True, 1.9), (8, "of", False, 1.3), (16, "of", False, 0.65), (40, "of", False, 0.26)],
)
def test_lines_of_formulas_stand_further_apart_and_those_of_a_large_family_closer(
    count: int, heading: str, formulas: bool, leading: float
) -> None:
    # So high and narrow that all stand in one column.
    width = 1.0 + 2.7 * EM
    legend, _ = outside(Box(0.0, 0.0, 2.2 * width, 20.0), names(count, 1.0, heading=heading, formulas=formulas))
    column = [item for item in legend.items if item.x == legend.items[0].x]
    assert column[0].y - column[1].y == pytest.approx(leading * legend.size * POINT)
    named = [item.curve for item in column if item.is_named]
    assert named[0] == 0
    # As far apart as names must be, and the last in any case.
    assert legend.items[-1].is_named
    every = math.ceil(1.3 / leading - 1e-9)
    assert all(number % every == 0 for number in named[:-1])


def test_names_of_a_family_are_a_line_apart_and_as_many_as_there_is_room_for() -> None:
    for count in range(1, 101):
        family = names(count, 1.0, heading="of")
        within = inside(Box(0.0, 0.0, 6.0, 20.0), np.empty((0, 2)), (), family)
        beside, _ = outside(Box(0.0, 0.0, 4.0, 20.0), family)
        for legend in (within, beside):
            assert legend is not None
            named = [item for item in legend.items if item.is_named]
            assert (named[0].curve, named[-1].curve) == (0, count - 1)
            assert all(above.y - below.y >= 1.3 * legend.size * POINT - 1e-9 for above, below in pairwise(named)), count
            # Lines of more than eight are so close that they are as high as eight.
            assert len(named) == 1 + (count - 1) // -(-count // 8), count


def test_every_line_without_a_heading_has_its_name_however_many_there_are() -> None:
    for count in (1, 2, 9, 30):
        legend, _ = outside(Box(0.0, 0.0, 4.0, 20.0), names(count, 1.0))
        assert [item.curve for item in legend.items if item.is_named] == [*range(count)]


@pytest.mark.parametrize(
    ("count", "heading", "formulas"),
    [(1, "", False), (7, "", False), (5, "", True), (30, "", False), (8, "of", False), (20, "of", False)],
)
@pytest.mark.parametrize("width", [6.0, 3.9])
def test_what_a_legend_says_is_in_its_box_and_apart(count: int, heading: str, formulas: bool, width: float) -> None:
    legend, _ = outside(Box(0.0, 0.0, width, 8.0), names(count, 1.0, heading=heading, formulas=formulas))
    em, box = legend.size * POINT, legend.box
    places = [(item.x, item.y) for item in legend.items if item.is_named]
    if legend.heading:
        places.append(legend.heading)
        # The first name is a whole line below the heading, however close the others are.
        assert legend.heading[1] - legend.items[0].y == pytest.approx(1.3 * em)
    # A handle of 2.2 sizes, half a size of room, and the name, which is as wide as the heading.
    wide = 2.7 * em + legend.size / SIZE
    for x, y in places:
        assert box.left < x < x + wide < box.right
        assert box.bottom < y - 0.5 * em < y + 0.5 * em < box.top
    for (x, y), (other_x, other_y) in combinations(places, 2):
        assert abs(y - other_y) >= 1.3 * em - 1e-9 or abs(x - other_x) >= wide + 1.5 * em - 1e-9


def test_formulas_that_are_too_wide_are_refused_and_not_shrunk() -> None:
    with pytest.raises(RequestError, match="the formula of name is too long for this figure"):
        outside(Box(0.0, 0.0, 3.0, 9.0), names(2, 6.0, formulas=True))


# --- titles ---


@pytest.mark.parametrize("words", [2, 12, 18, 26, 30, 36, 44, 80])
def test_a_title_shrinks_until_it_has_three_lines_and_no_more_than_it_must(words: int) -> None:
    drawing = prepared_of(FigureSpec(("hinge",), title="surrogate " * words, labels="none")).drawing
    title = [text for text in drawing.texts if text.role == "title"]
    [size] = {text.size for text in title}
    share = size / drawing.look.title
    assert share in [pytest.approx(each) for each in (1.0, 0.9, 0.8, 0.7, 0.6)]
    assert len(title) <= 3 or share == pytest.approx(0.6)
    if share < 0.99:
        # A size larger there would be four lines or more.
        wide = words / max(text.words.count("surrogate") for text in title)
        assert wide * (share + 0.1) / share > 2.9
    for above, below in pairwise(title):
        assert above.y - below.y == pytest.approx(1.25 * size * POINT)


def test_lines_of_a_formula_below_a_title_are_further_apart_than_those_of_words() -> None:
    spec = FigureSpec(("tukey-biweight",), title="Robust", formula=True, preset="cvpr")
    lines = [text for text in prepared_of(spec).drawing.texts if text.role == "title"]
    words, *formula = lines
    assert len(formula) > 1
    assert words.y - formula[0].y == pytest.approx(1.25 * words.size * POINT)
    for above, below in pairwise(formula):
        assert above.y - below.y == pytest.approx(1.7 * above.size * POINT)


def test_the_name_of_a_panel_shrinks_to_half_of_its_size_where_the_panel_is_narrow() -> None:
    spec = FigureSpec(
        ("hinge",), ("loss", "derivative", "second-derivative"), arrangement="row", preset="slide", size=(9.0, 5.0)
    )
    drawing = prepared_of(spec).drawing
    sizes = {text.words: text.size / drawing.look.text for text in drawing.texts if text.role == "panel name"}
    assert sizes["Loss"] == pytest.approx(1.0)
    assert 0.5 <= sizes["Second derivative"] < 1.0


# --- ticks ---


def a_stretch(random: Random) -> tuple[float, float]:
    low = floats(-1000.0, 1000.0)(random)
    return low, low + 10.0 ** floats(-3.0, 4.0)(random)


@law(200, axis=tuples(a_stretch, floats(0.3, 12.0), floats(6.0, 26.0)))
def test_numbers_of_a_y_axis_are_nearly_three_text_sizes_apart_and_as_many_as_that_leaves_room_for(
    axis: tuple[tuple[float, float], float, float],
) -> None:
    (low, high), height, size = axis
    values = y_ticks(low, high, height, size).values
    apart = (values[1] - values[0]) / (high - low) * height / (size * POINT)
    count = min(int(height / (2.8 * size * POINT)), 6)
    # Where so round a step has but one number, the next finer one is taken.
    assert apart >= max(2.8, height / (size * POINT) / 6) * (1 - 1e-6) or len(values) <= max(count, 4)
    # Steps of 1, 2 and 5: the next finer one would be too close.
    assert len(values) >= min(math.floor(count / 2.5), 2)
    if count >= 2:
        assert values[1] - values[0] <= 2.5 * (high - low) / count * (1 + 1e-9)


@law(200, axis=tuples(a_stretch, floats(0.5, 12.0), mapped(float, floats(6.0, 26.0))))
def test_numbers_of_an_x_axis_have_room_for_a_letter_and_a_half_between_them(
    axis: tuple[tuple[float, float], float, float],
) -> None:
    (low, high), width, size = axis

    def measure(text: str, size: float, math: bool = False, face: Face = "regular") -> float:
        return 0.6 * size * POINT * len(text)

    def is_roomy(ticks: Ticks) -> bool:
        return sum(measure(label, size) + 1.5 * size * POINT for label in ticks.labels) <= width

    ticks = x_ticks(low, high, width, size, measure)
    most, fewest = round_ticks(low, high, 7), round_ticks(low, high, 2)
    assert is_roomy(ticks) or ticks == fewest
    assert ticks == most or not is_roomy(most)


# --- places of names ---


def test_a_name_is_tried_above_below_and_beside_its_curve_and_in_the_header_where_the_curve_leaves() -> None:
    frame, header = Box(0.0, 0.0, 6.0, 4.0), Box(0.0, 4.1, 6.0, 4.5)
    flat = np.column_stack([np.linspace(0.0, 6.0, 61), np.full(61, 2.0)])
    boxes = [each.box for each in candidates(0, Ground(frame, [flat], []), (1.0, SIZE))]
    assert all(box.top - box.bottom == pytest.approx(0.95 * EM) for box in boxes)
    sides = {(np.sign(round((box.left + box.right) / 2 - 3.0, 6)), box.bottom > 2.0) for box in boxes}
    assert sides == {(way, above) for way in (-1.0, 0.0, 1.0) for above in (True, False)}
    steep = np.column_stack([np.linspace(2.0, 3.0, 61), np.linspace(0.0, 4.0, 61)])
    above = [each.box for each in candidates(0, Ground(frame, [steep], [], header), (1.0, SIZE)) if each.box.bottom > 4]
    assert {(round(box.left, 6), box.bottom, round(box.top, 6)) for box in above} == {
        (2.5, 4.1, round(4.1 + 0.95 * EM, 6))
    }
