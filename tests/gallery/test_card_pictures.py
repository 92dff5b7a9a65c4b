"""The pictures of cards: one quiet panel, whose lines are the loss and its derivative by the numbers on its axes."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from functools import cache
from xml.etree import ElementTree as ET

import numpy as np
import pytest
from support.browser import card_of
from support.cases import every, some

from lossplot._curves.curve import default_curve
from lossplot._curves.panels import Panel, quantity
from lossplot._figure.looks import THEMES
from lossplot._formats.quiet import HEIGHT, WIDTH, quiet_picture
from lossplot._formula.evaluate import Array
from lossplot._gallery.page.index_page import index_page
from lossplot._gallery.page.markup import in_language
from lossplot._losses import LOSSES, Loss

EVERY_LOSS = every("loss", LOSSES.values(), ids=LOSSES, among=16)
SVG = "{http://www.w3.org/2000/svg}"
FEW = ("zero-one", "hinge", "exponential", "huber", "tukey-biweight", "tweedie-deviance", "log-loss")
# How far a line may be from its curve, and a number from the end of the picture, in pixels.
NEAR, FREE = 0.2, 0.5


@dataclass(frozen=True)
class Picture:
    """What is in a picture: its root, and along both axes the pixel of zero and the pixels to one."""

    root: ET.Element
    scale: tuple[tuple[float, float], tuple[float, float]]

    def pieces(self, kind: str) -> list[Array]:
        """The polylines of this kind, in pixels."""
        data = [each.get("d") or "" for each in self.root.iter(f"{SVG}path") if each.get("class") == kind]
        lines = [line for path in data for line in path.split("M")[1:]]
        return [np.array([[float(word) for word in point.split()] for point in line.split("L")]) for line in lines]

    def pixels(self, x: Array, y: Array) -> Array:
        (left, wide), (low, high) = self.scale
        return np.column_stack([left + wide * x, low + high * y])

    def x(self, column: Array) -> Array:
        zero, one = self.scale[0]
        return np.asarray((column - zero) / one)


@cache
def written(loss: Loss) -> str:
    return quiet_picture(default_curve(loss))


@cache
def picture(loss: Loss) -> Picture:
    root = ET.fromstring(written(loss))
    scales = []
    for kind, name in (("middle", "x"), ("right", "y")):
        texts = [each for each in root.iter(f"{SVG}text") if each.get("class") == kind]
        assert 2 <= len(texts) <= 8
        numbers = [float((each.text or "").replace("\u2212", "-")) for each in texts]
        one, zero = np.polyfit(numbers, [float(each.get(name) or "") for each in texts], 1)
        # The middle of a number is above its base line.
        scales.append((float(zero) - (3.82 if name == "y" else 0.0), float(one)))
    return Picture(root, (scales[0], scales[1]))


@EVERY_LOSS
def test_lines_are_where_the_numbers_of_the_axes_say(loss: Loss) -> None:
    drawn, curve = picture(loss), default_curve(loss)
    kinds: list[tuple[str, Panel]] = [("bold", "loss"), ("thin", "derivative")]
    for kind, panel in kinds:
        for line in drawn.pieces(kind):
            inner = line[1:-1]
            at = [drawn.x(inner[:, 0] + shift) for shift in (-NEAR, 0.0, NEAR)]
            ends = [drawn.pixels(x, quantity(curve, panel, x))[:, 1] for x in at]
            low, high = np.min(ends, axis=0) - NEAR, np.max(ends, axis=0) + NEAR
            # Beside the end of a domain there is nothing to compare with.
            inside = (inner[:, 1] > 0.0) & (inner[:, 1] < HEIGHT) & ~np.isnan(low)
            assert inside.any() or len(inner) < 2 or kind == "thin"
            assert np.all(((low <= inner[:, 1]) & (inner[:, 1] <= high))[inside]), kind


@EVERY_LOSS
def test_corners_are_vertices_and_jumps_are_breaks(loss: Loss) -> None:
    drawn = picture(loss)
    lines = drawn.pieces("bold")
    vertices = np.vstack(lines)[:, 0]
    span = drawn.x(vertices[[0, -1]])
    for knot in default_curve(loss).knots(*span):
        if knot.kind != "curvature" and span[0] < knot.x < span[1]:
            column = drawn.pixels(np.array([knot.x]), np.zeros(1))[0, 0]
            assert np.abs(vertices - column).min() < NEAR, knot
    jumps = [each for each in default_curve(loss).knots(*span) if each.kind == "jump" and span[0] < each.x < span[1]]
    assert len(lines) >= len(jumps) + 1


@EVERY_LOSS
def test_nothing_is_cut_off_at_the_sides(loss: Loss) -> None:
    drawn = picture(loss)
    ends = np.vstack(drawn.pieces("bold"))[:, 0]
    assert ends.min() > 36
    assert ends.max() < WIDTH - 8
    for text in drawn.root.iter(f"{SVG}text"):
        x, y, words = float(text.get("x") or ""), float(text.get("y") or ""), text.text or ""
        # A figure is at most 0.64 of its size wide in the letters of any system.
        width = 0.64 * 10.5 * len(words)
        left, right = (x - width, x) if text.get("class") == "right" else (x - width / 2, x + width / 2)
        assert left >= -FREE, words
        assert right <= WIDTH + FREE, words
        assert 8 <= y <= HEIGHT - 3


@EVERY_LOSS
def test_the_loss_has_at_least_a_third_of_the_height(loss: Loss) -> None:
    drawn = picture(loss)
    frame = next(drawn.root.iter(f"{SVG}rect"))
    top, height = float(frame.get("y") or ""), float(frame.get("height") or "")
    rows = np.clip(np.vstack(drawn.pieces("bold"))[:, 1], top, top + height)
    assert np.ptp(rows) > 0.33 * height


@pytest.mark.parametrize("part", some(range(8), among=8))
def test_the_derivative_is_seen_of_all_but_a_few_losses(part: int) -> None:
    hidden = []
    for loss in [*LOSSES.values()][part::8]:
        rows = [row for line in picture(loss).pieces("thin") for row in line[:, 1]]
        hidden += [] if any(6.0 <= row <= 190.0 for row in rows) else [loss.name]
    assert len(hidden) <= 1, hidden


def test_pictures_have_the_colours_of_figures_and_no_words() -> None:
    text = quiet_picture(default_curve(LOSSES["hinge"]))
    light, dark = text.split("@media(prefers-color-scheme:dark)")
    for part, name in ((light, "light"), (dark, "dark")):
        theme = THEMES[name]
        assert f"--bold:{theme.colours[0]};--thin:{theme.soft};--axis:{theme.axis}" in part
    assert not re.search("[a-zA-Z]", "".join(ET.fromstring(re.sub("<style>.*?</style>", "", text)).itertext()))


@pytest.mark.parametrize("part", some(range(8), among=8))
def test_pictures_are_small(part: int) -> None:
    sizes = [len(written(loss)) for loss in [*LOSSES.values()][part::8]]
    assert max(sizes) < 8_000
    assert sum(sizes) < 3_000 * len(sizes)


@pytest.mark.parametrize("names", [FEW, pytest.param((*LOSSES,), marks=pytest.mark.slow)], ids=len)
@pytest.mark.parametrize(("code", "words"), [("en", "derivative thin"), ("zh", "细线为其导数")])
def test_a_card_has_one_picture_and_says_which_line_is_which(code: str, words: str, names: tuple[str, ...]) -> None:
    cards = [*map(card_of, names)]
    page = in_language(index_page(cards), code)
    pictures = re.findall(r'<img src="(?:\.\./)?cards/([\w-]+)\.svg" alt="([^"]*)"', page)
    assert [name for name, _ in pictures] == [*names]
    assert page.count("<img") == len(names)
    for card, (_, alt) in zip(cards, pictures, strict=True):
        assert html.unescape(alt).startswith(card["names"][code])
        assert card["label"][code] in html.unescape(alt)
        assert words in alt
