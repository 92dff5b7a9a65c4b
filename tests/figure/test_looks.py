"""Sizes of presets against those of journals and slides, and the properties of every palette.

Thresholds: 3:1 for lines and axes, 4.5:1 and 7:1 for text are those of WCAG 2.2 (success criteria 1.4.11, 1.4.3 and
1.4.6).  Distances are those of OKLab, where 0.02 is just noticeable (CSS Color 4, "just noticeable difference").
"""

from __future__ import annotations

import contextlib
import csv
import io
import json
import math
import os
import pty
import re
import subprocess
from dataclasses import asdict, replace
from itertools import combinations, pairwise
from pathlib import Path

import numpy as np
import pytest
from support.cases import some
from support.look_constants import COLOURS, PLACES, WITHOUT_PRESET
from support.run import MODULE, TIMEOUT, assert_done, assert_fails, call, clean_environment

from lossplot._figure.looks import (
    DEFAULT,
    PRESETS,
    THEMES,
    Look,
    Preset,
    Theme,
    dash,
    default_size,
    look_for,
    marker,
    ramp,
)
from lossplot._formula.evaluate import Array

PANEL_COUNTS = range(1, 6)
MOST_CURVES = 50
# Any two colours of a cycle, for every kind of sight; measured: 0.097 light, 0.097 dark.
APART = 0.095
# Neighbours on a ramp of five or fewer; measured: 0.085 light, 0.077 dark, 0.105 print.
NEIGHBOURS_APART = 0.075
COLOUR_THEMES = [theme for theme in THEMES.values() if not theme.markers]
every_theme = pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
every_colour_theme = pytest.mark.parametrize("theme", COLOUR_THEMES, ids=lambda theme: theme.name)

# --- sight ---

# Machado, Oliveira & Fernandes 2009, A Physiologically-based Model for Simulation of Color Vision Deficiency,
# severity 1.0, for linear sRGB.
SIGHTS: dict[str, Array] = {
    "normal": np.eye(3),
    "protanopia": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    "deuteranopia": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
    "tritanopia": np.array(
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    ),
}
every_sight = pytest.mark.parametrize("sight", SIGHTS)

# Ottosson 2020, A perceptual color space for image processing.
CONES = np.array(
    [
        [0.4122214708, 0.5363325363, 0.0514459929],
        [0.2119034982, 0.6806995451, 0.1073969566],
        [0.0883024619, 0.2817188376, 0.6299787005],
    ]
)
OPPONENTS = np.array(
    [
        [0.2104542553, 0.7936177850, -0.0040720468],
        [1.9779984951, -2.4285922050, 0.4505937099],
        [0.0259040371, 0.7827717662, -0.8086757660],
    ]
)


def linear(colour: str) -> Array:
    """Convert an sRGB colour to linear red, green and blue in [0, 1] (IEC 61966-2-1)."""
    channels = np.array([int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)])
    return np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours (WCAG 2.2)."""
    dark, bright = sorted(float(linear(colour) @ [0.2126, 0.7152, 0.0722]) for colour in (one, other))
    return (bright + 0.05) / (dark + 0.05)


def simulated(colour: str, sight: str) -> Array:
    """Return the linear colour that simulates a deficiency of colour vision."""
    light: Array = np.clip(SIGHTS[sight] @ linear(colour), 0.0, 1.0)
    return light


def oklab(light: Array) -> Array:
    lab: Array = OPPONENTS @ np.cbrt(CONES @ light)
    return lab


def distance(one: str, other: str, sight: str) -> float:
    return float(np.linalg.norm(oklab(simulated(one, sight)) - oklab(simulated(other, sight))))


@pytest.mark.parametrize(
    ("one", "other", "ratio", "digits"),
    [
        ("#000000", "#ffffff", 21.0, 9),  # WCAG 2.2, contrast ratio: from 1 to 21
        ("#333333", "#ffffff", 12.6, 1),  # W3C, ACT rule afw4f7, passed example 1
        ("#ffc0cb", "#ff69b4", 1.721, 3),  # chroma.js, documentation of chroma.contrast: pink, hotpink
        ("#ffc0cb", "#800080", 6.124, 3),  # the same: pink, purple
    ],
)
def test_contrast_is_that_of_published_examples(one: str, other: str, ratio: float, digits: int) -> None:
    assert round(contrast(one, other), digits) == ratio
    assert contrast(one, other) == contrast(other, one)


# Wacton.Unicolour, VisionDeficiencyTests, which has them from Chrome's emulation: 0 to 255, to 1 (tritanopia 2).
@pytest.mark.parametrize(
    ("sight", "colour", "expected"),
    [
        ("protanopia", "#ff0000", (109, 95, 0)),
        ("protanopia", "#00ff00", (255, 229, 0)),
        ("protanopia", "#0000ff", (0, 88, 255)),
        ("protanopia", "#ff00ff", (0, 128, 255)),
        ("deuteranopia", "#ff0000", (163, 144, 0)),
        ("deuteranopia", "#00ff00", (239, 214, 59)),
        ("deuteranopia", "#0000ff", (0, 61, 251)),
        ("deuteranopia", "#ff00ff", (104, 155, 250)),
        ("tritanopia", "#ff0000", (255, 0, 13)),
        ("tritanopia", "#00ff00", (0, 247, 216)),
        ("tritanopia", "#0000ff", (0, 108, 150)),
        ("tritanopia", "#ffff00", (255, 238, 217)),
    ],
)
def test_simulated_sight_is_that_of_browsers(sight: str, colour: str, expected: tuple[int, int, int]) -> None:
    light = simulated(colour, sight)
    result = 255 * np.where(light <= 0.0031308, 12.92 * light, 1.055 * light ** (1 / 2.4) - 0.055)
    assert result == pytest.approx(expected, abs=2.0 if sight == "tritanopia" else 1.0)


@pytest.mark.parametrize(
    ("colour", "lab"),  # computed by Ottosson's colorconversion.js, as in Wacton.Unicolour, KnownOklabTests
    [
        ("#ff0000", (0.6279553606, 0.2248630611, 0.1258462985)),
        ("#00ff00", (0.8664396115, -0.2338875742, 0.1794984799)),
        ("#0000ff", (0.4520137184, -0.0324569842, -0.3115281477)),
    ],
)
def test_oklab_is_that_of_its_author(colour: str, lab: tuple[float, float, float]) -> None:
    assert oklab(linear(colour)) == pytest.approx(lab, abs=1e-7)


# --- themes ---


def ramps(theme: Theme) -> list[tuple[str, ...]]:
    return [ramp(theme.ramp, count) for count in range(2, MOST_CURVES + 1)]


@every_theme
def test_what_must_be_seen_stands_out_from_the_ground(theme: Theme) -> None:
    assert contrast(theme.ink, theme.ground) >= 7.0
    assert contrast(theme.axis, theme.ground) >= 3.0
    assert min(contrast(colour, theme.ground) for colour in theme.colours) >= 3.0
    assert contrast(theme.soft, theme.ground) >= 4.5
    names = theme.colours[:5] if theme.name == "light" else theme.colours
    assert min(contrast(colour, theme.ground) for colour in names) >= 4.5
    assert min(contrast(colour, theme.ground) for colours in ramps(theme) for colour in colours) >= 3.0


@every_theme
def test_the_grid_is_there_and_steps_back(theme: Theme) -> None:
    assert 1.2 <= contrast(theme.grid, theme.ground) <= 1.5
    assert contrast(theme.grid, theme.ground) < contrast(theme.axis, theme.ground) / 2


def test_the_dark_ground_is_dark_and_the_others_white() -> None:
    assert contrast(THEMES["dark"].ground, "#000000") < contrast("#1e1e1e", "#000000")
    assert THEMES["light"].ground == THEMES["print"].ground == "#ffffff"


@every_sight
@every_colour_theme
def test_any_two_colours_stay_apart_in_every_sight(theme: Theme, sight: str) -> None:
    assert len(theme.colours) >= 8
    near = {(one, other): distance(one, other, sight) for one, other in combinations(theme.colours, 2)}
    assert min(near.values()) >= APART, min(near.items(), key=lambda item: item[1])


@every_theme
def test_any_two_of_fifty_curves_differ_in_more_than_a_shade(theme: Theme) -> None:
    look, _ = look_for(None, theme.name, None, 1)
    for one, other in combinations(range(MOST_CURVES), 2):
        if dash(one) == dash(other):
            nearest = min(distance(look.colour(one), look.colour(other), sight) for sight in SIGHTS)
            assert nearest >= APART, (one, other)


def test_print_is_black_and_grey_and_has_markers() -> None:
    theme = THEMES["print"]
    assert theme.markers
    colours = (theme.ink, theme.soft, theme.axis, theme.grid, *theme.colours, *theme.ramp)
    assert all(colour[1:3] == colour[3:5] == colour[5:7] for colour in colours)
    assert not any(other.markers for other in COLOUR_THEMES)


def figure_colours(theme: Theme, count: int) -> list[str]:
    """Return all colours of a figure in which a family of `count` curves has the ramp."""
    return [theme.ground, theme.ink, theme.soft, theme.axis, theme.grid, *theme.colours, *ramp(theme.ramp, count)]


@every_colour_theme
def test_no_two_parts_of_a_figure_have_the_same_colour(theme: Theme) -> None:
    for count in range(2, MOST_CURVES + 1):
        assert len(set(figure_colours(theme, count))) == len(figure_colours(theme, count))


def test_light_and_dark_correspond_one_to_one() -> None:
    light, dark = THEMES["light"], THEMES["dark"]
    assert len(light.colours) == len(dark.colours)
    assert len(figure_colours(light, 5)) == len(figure_colours(dark, 5))


@every_theme
def test_colours_are_written_in_small_hexadecimals(theme: Theme) -> None:
    for colour in figure_colours(theme, 7):
        assert len(colour) == 7
        assert colour == f"#{int(colour[1:], 16):06x}"


# --- ramps ---


@pytest.mark.slow
@every_sight
@every_theme
def test_a_ramp_stands_out_more_and_more_for_every_eye(theme: Theme, sight: str) -> None:
    ground = oklab(simulated(theme.ground, sight))[0]
    for colours in ramps(theme):
        lightness = [oklab(simulated(colour, sight))[0] for colour in colours]
        assert np.all(np.diff(np.abs(np.array(lightness) - ground)) > 0.0), colours


@every_theme
def test_a_ramp_goes_from_its_first_stop_to_its_last(theme: Theme) -> None:
    for count, colours in enumerate(ramps(theme), 2):
        assert len(colours) == count
        assert (colours[0], colours[-1]) == (theme.ramp[0], theme.ramp[-1])
    assert ramp(theme.ramp, len(theme.ramp)) == theme.ramp
    assert (ramp(theme.ramp, 0), ramp(theme.ramp, 1)) == ((), theme.ramp[:1])


@every_sight
@every_theme
def test_neighbours_on_a_short_ramp_stay_apart(theme: Theme, sight: str) -> None:
    for count in range(2, 6):
        colours = ramp(theme.ramp, count)
        assert min(distance(one, other, sight) for one, other in pairwise(colours)) >= NEIGHBOURS_APART


def test_a_ramp_steps_evenly_through_oklab() -> None:
    middle, ends = ramp(("#000000", "#ffffff"), 3)[1], [oklab(linear(colour)) for colour in ("#000000", "#ffffff")]
    # CSS Color 4: color-mix(in oklab, black, white) is oklab(0.5 0 0), which is rgb(99, 99, 99).
    assert middle == "#636363"
    assert oklab(linear(middle)) == pytest.approx((ends[0] + ends[1]) / 2, abs=0.002)


# --- dashes and markers ---


def test_no_dash_is_another_one_shifted() -> None:
    patterns = [dash(index) for index in range(MOST_CURVES)]
    turns = [{pattern[shift:] + pattern[:shift] for shift in range(0, len(pattern) + 1, 2)} for pattern in patterns]
    for one, other in combinations(range(MOST_CURVES), 2):
        assert turns[one].isdisjoint(turns[other]), (one, other)


def test_seven_markers_come_in_turn_and_none_is_a_circle() -> None:
    shapes = [marker(index) for index in range(MOST_CURVES)]
    assert len(set(shapes)) == len(set(shapes[:7])) == 7
    assert shapes[7:14] == shapes[:7]
    assert "circle" not in shapes
    assert len({(marker(index), dash(index)) for index in range(MOST_CURVES)}) == MOST_CURVES


# --- presets ---

MM, PICA, EMU = 1 / 25.4, 1 / 6, 1 / 914400
WIDTHS = {
    "slide": 12192000 * EMU,  # what PowerPoint writes: sldSz cx="12192000" cy="6858000"
    "slide-half": 6.0,  # two, and 4/3 in to spare, on a slide of 13 1/3 in
    "slide-4:3": 9144000 * EMU,  # ECMA-376, 19.2.1.39: sldSz cx="9144000" cy="6858000" type="screen4x3"
    "beamer": (160 - 2 * 10) * MM,  # beamer user guide: paper 160 mm x 90 mm, text margins of 1 cm
    "google-slides": 9144000 * EMU,  # Google Slides API, pageSize: 9144000 x 5143500 EMU
    "neurips": 33 * PICA,  # NeurIPS formatting instructions: a rectangle 5.5 inches (33 picas) wide
    "iclr": 33 * PICA,  # ICLR formatting instructions: the same rectangle
    "icml": (6.75 - 0.25) / 2,  # ICML example paper: text 6.75 inches wide, 0.25 between its columns
    "cvpr": 3 + 1 / 4,  # CVPR author guidelines: columns 3 1/4 inches wide
    "aaai": 3.3,  # AAAI author kit: columns 3.3 inches wide
    "jmlr": 6.00117,  # pub-ready-plots, styles.py: measured in a compiled page
    "ieee": 21 * PICA,  # IEEE Author Center: 3.5 inches, 88.9 millimetres or 21 picas
    "ieee-wide": 182 * MM,  # IEEE Author Center: 7.16 inches, 182 millimetres or 43 picas
    "nature": 89 * MM,  # Nature research figure guide: 89 mm
    "nature-wide": 183 * MM,  # Nature research figure guide: 183 mm
    "poster": 12.0,  # two on A0, 841 mm wide, and 9 inches to spare
    "web": 1600 / 200,  # 800 pixels of 2 dots each
    "social": 1200 / 120,  # Open Graph: 1200 x 630 pixels
    "notebook": 6.5,  # 624 pixels of 1/96 in: inside the 640 of matplotlib's figures in notebooks
}
# Height of a slide's page and of a paper's text, in inches.
SLIDES = {"slide": 7.5, "slide-half": 7.5, "slide-4:3": 7.5, "beamer": 90 * MM, "google-slides": 5143500 * EMU}
PAGES = {
    "neurips": 54 * PICA,
    "iclr": 54 * PICA,
    "icml": 9.0,
    "cvpr": 8 + 7 / 8,
    "aaai": 9.0,
    "jmlr": 8.5,
    "ieee": 54 * PICA,
    "ieee-wide": 54 * PICA,
    "nature": 170 * MM,
    "nature-wide": 170 * MM,
}
FIXED = (*SLIDES, "social")
every_preset = pytest.mark.parametrize("name", PRESETS)


def letters(name: str) -> tuple[float, float, float]:
    preset = PRESETS[name]
    return preset.text, preset.ticks, preset.title


def pixels(name: str) -> tuple[int, int]:
    preset = PRESETS[name]
    return int(preset.width * preset.dpi), int(preset.height * preset.dpi)


def test_presets_are_those_that_are_promised() -> None:
    assert list(PRESETS) == list(WIDTHS)
    assert all(preset.name == name == name.lower() for name, preset in PRESETS.items())


def lengths(sizes: list[tuple[float, float]], look: Preset | Look) -> list[float]:
    inches = [sizes[0][0], sizes[0][1], sizes[2][1]]
    return [*inches, look.text, look.ticks, look.title, look.line, look.thin, look.circle]


def test_the_numbers_of_the_presets_are_those_that_figures_are_known_by() -> None:
    assert list(PLACES) == list(PRESETS)
    for name, preset in PRESETS.items():
        place = PLACES[name]
        expected = [*place.inches, place.text, place.ticks, place.title, place.line, place.thin, place.circle]
        assert lengths([preset.size(panels) for panels in PANEL_COUNTS], preset) == pytest.approx(expected, rel=1e-5)
        assert (preset.dpi, preset.gridlines, preset.titled) == (place.dpi, place.gridlines, place.titled)
    place = WITHOUT_PRESET
    expected = [*place.inches, place.text, place.ticks, place.title, place.line, place.thin, place.circle]
    assert lengths([default_size(panels) for panels in PANEL_COUNTS], DEFAULT) == pytest.approx(expected, rel=1e-5)


def test_the_colours_of_the_themes_are_those_that_figures_are_known_by() -> None:
    assert list(COLOURS) == list(THEMES)
    for name, theme in THEMES.items():
        row = COLOURS[name]
        assert (theme.ground, theme.ink, theme.soft, theme.axis, theme.grid) == (
            row.ground,
            row.ink,
            row.soft,
            row.axis,
            row.grid,
        )
        assert (theme.colours[:3], ramp(theme.ramp, 5)) == (row.curves, row.ramp)


@every_preset
def test_a_preset_is_as_wide_as_its_place(name: str) -> None:
    assert PRESETS[name].width == pytest.approx(WIDTHS[name], abs=0.006)


@pytest.mark.parametrize("name", ["slide", "slide-4:3", "google-slides"])
def test_a_whole_slide_is_as_high_as_the_slide(name: str) -> None:
    assert PRESETS[name].height == SLIDES[name]


@pytest.mark.parametrize(
    ("name", "size"),
    [
        ("slide", (1920, 1080)),
        ("google-slides", (1920, 1080)),
        ("slide-4:3", (1440, 1080)),
        ("social", (1200, 630)),
        ("web", (2 * 800, 2 * 450)),
    ],
)
def test_pictures_for_screens_have_whole_pixels(name: str, size: tuple[int, int]) -> None:
    assert pixels(name) == size


@pytest.mark.parametrize("name", SLIDES)
def test_letters_on_a_slide_are_readable_from_the_last_row(name: str) -> None:
    # 18 pt on PowerPoint's page of 7.5 in: Society of General Internal Medicine, oral presentation tips, "size 18 point
    # text may be legible, but only with difficulty".
    assert min(letters(name)) * 7.5 / SLIDES[name] >= 18.0
    assert name == "beamer" or min(letters(name)) >= 18.0


@pytest.mark.parametrize("name", PAGES)
def test_letters_in_a_paper_are_between_its_caption_and_the_least_that_can_be_read(name: str) -> None:
    low, high = (5.0, 7.0) if name.startswith("nature") else (7.0, 9.0)
    assert low <= min(letters(name)) <= max(letters(name)) <= high


def test_rules_that_papers_state_in_numbers() -> None:
    finest = {name: 0.8 * preset.thin for name, preset in PRESETS.items()}
    assert min(letters("aaai")) >= 9.0  # AAAI author kit: labels must be at least nine-point type
    assert min(finest["icml"], PRESETS["icml"].line) >= 0.5  # ICML: lines at least 0.5 points thick
    for name in ("nature", "nature-wide"):  # Nature: lines and strokes between 0.25 and 1 pt; text is not outlined
        assert 0.25 <= finest[name] <= PRESETS[name].line <= 1.0
        assert not PRESETS[name].outlined
        assert not PRESETS[name].gridlines  # "We avoid background gridlines"
    for name in ("ieee", "ieee-wide"):  # IEEE: line art above 600 dpi, no mix of point sizes
        assert PRESETS[name].dpi >= 600.0
        assert len(set(letters(name))) == 1
    assert [name for name, preset in PRESETS.items() if not preset.outlined] == ["nature", "nature-wide"]


@pytest.mark.parametrize(("name", "width"), [("web", 400), ("social", 500), ("notebook", 624)])
def test_letters_on_a_page_are_readable_as_wide_as_they_are_shown(name: str, width: int) -> None:
    preset = PRESETS[name]
    assert min(letters(name)) / 72 / preset.width * width >= 11.0


def test_letters_on_a_poster_are_those_of_its_body() -> None:
    assert min(letters("poster")) >= 24.0  # University of Calgary in Qatar: body text 24 point


@pytest.mark.parametrize("name", PAGES)
def test_a_paper_figure_has_golden_proportions(name: str) -> None:
    preset = PRESETS[name]
    assert preset.height / preset.width == pytest.approx((math.sqrt(5.0) - 1.0) / 2.0, abs=1e-3)


@every_preset
def test_more_panels_make_a_figure_higher_as_far_as_the_place_allows(name: str) -> None:
    sizes = [PRESETS[name].size(panels) for panels in PANEL_COUNTS]
    heights = [height for _, height in sizes]
    assert {width for width, _ in sizes} == {PRESETS[name].width}
    assert heights[0] == PRESETS[name].height
    assert heights == sorted(heights)
    if name in FIXED:
        assert len(set(heights)) == 1
    else:
        assert heights[1] == pytest.approx(min(1.5 * heights[0], PRESETS[name].tallest))
        assert heights[1] > heights[0]
    if name in PAGES:
        # Nature's limit leaves room for the legend; elsewhere the caption takes an inch of the page.
        assert heights[-1] <= PAGES[name] - (0.0 if name.startswith("nature") else 1.0)


@every_preset
def test_sizes_stay_in_proportion(name: str) -> None:
    preset = PRESETS[name]
    assert preset.ticks <= preset.text <= preset.title
    assert 0.1 <= preset.line / preset.text <= 0.2
    assert 0.4 <= preset.thin / preset.line <= 0.5
    assert 2.9 <= preset.circle / preset.line <= 3.5
    assert preset.width * preset.height * preset.dpi**2 < 13e6


@every_preset
def test_a_preset_says_where_its_numbers_are_from(name: str) -> None:
    preset = PRESETS[name]
    for words in (preset.use, preset.rule, preset.source):
        assert words.isascii()
        assert words.strip() == words
        assert len(words) >= 10
    assert 2000 <= preset.year <= 2026


def test_the_presets_cannot_be_changed() -> None:
    with pytest.raises(TypeError):
        PRESETS["slide"] = PRESETS["web"]  # type: ignore[index]
    with pytest.raises(TypeError):
        THEMES["light"] = THEMES["dark"]  # type: ignore[index]


# --- looks ---


@pytest.mark.parametrize("panels", PANEL_COUNTS)
def test_without_a_preset_the_default_look_has_its_size(panels: int) -> None:
    assert look_for(None, "light", None, panels) == (DEFAULT, default_size(panels))


@pytest.mark.parametrize(
    ("size", "factor"),
    [((16.0, 9.0), 2.0), ((8.0, 2.25), 0.5), ((4.0, 100.0), 0.5), ((0.5, 0.5), 0.3), ((100.0, 100.0), 8.0)],
)
def test_without_a_preset_sizes_grow_with_the_figure(size: tuple[float, float], factor: float) -> None:
    look, figure_size = look_for(None, "light", size, 1)
    assert figure_size == size
    assert look == DEFAULT.scaled(factor)


@pytest.mark.parametrize("size", [None, (3.0, 2.0), (30.0, 20.0)])
@every_preset
def test_a_presets_points_are_absolute(name: str, size: tuple[float, float] | None) -> None:
    preset = PRESETS[name]
    for panels in PANEL_COUNTS:
        look, figure_size = look_for(name, "light", size, panels)
        assert figure_size == (size or preset.size(panels))
        sizes = ("text", "ticks", "title", "line", "thin", "circle", "gridlines")
        assert [getattr(look, each) for each in sizes] == [getattr(preset, each) for each in sizes]


@pytest.mark.parametrize("name", [None, "slide", "nature"])
@every_theme
def test_a_theme_changes_colours_and_nothing_else(theme: Theme, name: str | None) -> None:
    look, figure_size = look_for(name, theme.name, None, 2)
    plain, size = look_for(name, "light", None, 2)
    colours = {
        each: getattr(theme, each)
        for each in ("ground", "ink", "soft", "axis", "grid", "fill", "colours", "ramp", "markers")
    }
    assert figure_size == size
    assert look == replace(plain, **colours)
    assert look.colour(len(theme.colours)) == theme.colours[0]
    assert look.ramp_colours(6) == ramp(theme.ramp, 6)


# --- list --presets ---


def test_list_presets_says_all_that_one_chooses_by(tmp_path: Path) -> None:
    outcome = call("list", "--presets", cwd=tmp_path)
    assert_done(outcome)
    for line, preset in zip(outcome.lines, PRESETS.values(), strict=True):
        assert line.split()[0] == preset.name
        for words in (preset.use, f"text {preset.text:g} pt", f"{preset.dpi:g} dpi", preset.rule, preset.source):
            assert f"  {words}" in line
        assert line.endswith(f", {preset.year}")


@pytest.mark.parametrize(
    ("name", "size"),
    [
        ("slide", "13.33 x 7.5 in    1920 x 1080 px"),
        ("social", "10 x 5.25 in      1200 x 630 px"),
        ("neurips", "5.5 x 3.399 in    14.0 x 8.6 cm"),
        ("nature", "3.504 x 2.165 in  8.9 x 5.5 cm"),
    ],
)
def test_list_presets_gives_inches_and_what_the_place_is_measured_in(name: str, size: str, tmp_path: Path) -> None:
    [line] = [line for line in call("list", "--presets", cwd=tmp_path).lines if line.split()[0] == name]
    assert size in line


def test_list_presets_in_json_and_csv_is_the_table(tmp_path: Path) -> None:
    records = json.loads(call("list", "--presets", "-f", "json", cwd=tmp_path).text)
    assert records == json.loads(json.dumps([asdict(preset) for preset in PRESETS.values()]))
    rows = list(csv.DictReader(io.StringIO(call("list", "--presets", "-f", "csv", cwd=tmp_path).text)))
    facts = [asdict(preset) for preset in PRESETS.values()]
    assert rows == [{field: str(value) for field, value in record.items()} for record in facts]


@pytest.mark.parametrize("columns", some(["100", "250", "1"], 3))
def test_list_presets_is_a_table_on_a_terminal(columns: str, tmp_path: Path) -> None:
    ours, theirs = pty.openpty()
    env = clean_environment({"TERM": "xterm", "COLUMNS": columns})
    output = b""
    with subprocess.Popen([*MODULE, "list", "--presets"], cwd=tmp_path, env=env, stdout=theirs) as process:
        os.close(theirs)
        with contextlib.suppress(OSError):  # how Linux tells that the other end of a terminal is closed
            while block := os.read(ours, 65536):
                output += block
        assert process.wait(TIMEOUT) == 0
    os.close(ours)
    text = output.decode()
    assert "\u2500\u2500\u2500" in text
    for preset in PRESETS.values() if columns != "1" else ():
        assert f" {preset.name} " in re.sub(r"\x1b\[[0-9;]*m", "", text)
        assert f"{preset.width:.4g} x {preset.height:.4g} in" in text
        assert columns == "100" or preset.rule in text


@pytest.mark.parametrize(
    ("words", "fragment"),
    [
        ("hinge", "'hinge' chooses losses"),
        ("--convex", "'--convex' chooses losses"),
        ("--redescending huber", "'huber' chooses losses"),
        ("--axis margin", "'--axis' chooses losses"),
        ("-f latex", "text, csv or json"),
    ],
)
def test_presets_are_not_chosen_like_losses(words: str, fragment: str, tmp_path: Path) -> None:
    assert_fails(call("list", "--presets", *words.split(), cwd=tmp_path), 2, fragment)
