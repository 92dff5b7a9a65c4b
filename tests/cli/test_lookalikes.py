"""What a stream writes for characters that its encoding lacks."""

from __future__ import annotations

import codecs

import pytest
from support.cases import every

from lossplot._cli.lookalikes import LOOKALIKES, ascii_text, register
from lossplot._formats.terminal.dots import characters

DRAWN = "─│┈┊┼┤┬└◆○●"


@pytest.mark.parametrize(
    ("text", "ascii_"),
    [
        ("−α·(1 − p)^γ", "-alpha*(1 - p)^gamma"),
        ("r⁻²", "r^-2"),
        ("x ≤ ½", "x <= 1/2"),
        ("∞…", "inf..."),
        ("café 損", "caf\\xe9 \\u640d"),
    ],
)
def test_what_looks_like_it_or_an_escape(text: str, ascii_: str) -> None:
    assert ascii_text(text) == ascii_


@every("character", [*DRAWN, *map(chr, range(0x2800, 0x2900))])
def test_what_draws_a_figure_takes_as_many_cells(character: str) -> None:
    assert len(ascii_text(character)) == 1


@pytest.mark.parametrize(
    ("dots", "stroke"),
    [
        (["##", "..", "..", ".."], '"'),
        (["..", "##", "..", ".."], "-"),
        (["..", "..", "##", ".."], "-"),
        (["..", "..", "..", "##"], "_"),
        (["#.", "..", "..", ".."], "'"),
        (["..", "..", "..", ".#"], "."),
        (["#.", "#.", "#.", "#."], "|"),
        ([".#", ".#", "#.", "#."], "/"),
        (["#.", "#.", ".#", ".#"], "\\"),
        (["..", "..", "..", ".."], " "),
    ],
)
def test_a_cell_of_braille_becomes_the_stroke_that_it_is(dots: list[str], stroke: str) -> None:
    import numpy as np

    [drawn] = characters(np.array([[dot == "#" for dot in row] for row in dots]))
    assert ascii_text(drawn) == stroke


def test_a_decoder_has_no_lookalikes() -> None:
    register()
    with pytest.raises(UnicodeDecodeError):
        codecs.decode(b"\xff", "ascii", LOOKALIKES)
