"""Texts in more than one face: their runs, and where these stand."""

from __future__ import annotations

from pathlib import Path

import pytest
from matplotlib.figure import Figure
from matplotlib.font_manager import findfont
from support.figures import prepared_of
from support.requirements import need

from lossplot._figure.drawing import Text
from lossplot._figure.layout.boxes import Align, Face
from lossplot._figure.layout.widths import Run, runs, runs_width
from lossplot._figure.runs import set_runs
from lossplot._figure.spec import FigureSpec
from lossplot._formats.keywords import text_keywords
from lossplot._formats.letters import FACES, FAMILY
from lossplot._formats.mpl.backend import settings
from lossplot._formats.mpl.fonts import borrows_italic, choose, measure_in
from lossplot._text.markup import literal, plain

LABEL = "margin *m* = *y* *f*(*x*)"
RUNS: tuple[tuple[str, Face], ...] = (
    ("margin ", "regular"),
    ("m", "italic"),
    (" = ", "regular"),
    ("y", "italic"),
    (" ", "regular"),
    ("f", "italic"),
    ("(", "regular"),
    ("x", "italic"),
    (")", "regular"),
)


def measure(text: str, size: float, math: bool = False, face: Face = "regular") -> float:
    return {"regular": 1.0, "italic": 0.5, "medium": 2.0}[face] * size * len(text)


def test_stars_enclose_what_is_italic() -> None:
    assert runs(LABEL) == tuple(Run(*each) for each in RUNS)
    assert runs("*r*") == (("r", "italic"),)
    assert runs("loss") == (("loss", "regular"),)
    assert runs("") == ()
    assert plain(LABEL) == "margin m = y f(x)"


def test_the_width_of_a_text_is_that_of_its_runs() -> None:
    # 13 regular characters and 4 italic ones.
    assert runs_width(LABEL, 2.0, measure) == 13 * 2.0 + 4 * 1.0


@pytest.mark.parametrize(("align", "left"), [("left", 10.0), ("center", 10.0 - 15.0), ("right", 10.0 - 30.0)])
def test_runs_stand_side_by_side_on_one_baseline(align: Align, left: float) -> None:
    parts = [*set_runs(Text("x label", LABEL, 10.0, 3.0, 2.0, "#000000", align), measure)]
    assert [(part.words, part.face) for part in parts] == [*RUNS]
    assert {part.align for part in parts} == {"left"}
    assert len({part.baseline for part in parts}) == 1
    ends = [part.x + measure(part.words, 2.0, face=part.face) for part in parts]
    assert [part.x for part in parts] == [left, *ends[:-1]]
    assert ends[-1] == left + 30.0


def test_each_face_has_a_width_of_its_own() -> None:
    with settings((FAMILY,)):
        widths = {measure_in((FAMILY,))("margin", 16.0, face=face) for face in FACES}
    assert len(widths) == 3


def test_a_font_without_an_italic_face_has_that_of_inter() -> None:
    need(fonts=("Noto Sans CJK SC",))
    families = choose("概率 p", "Noto Sans CJK SC")
    assert borrows_italic("Noto Sans CJK SC")
    assert not borrows_italic(FAMILY)
    with settings(families):
        text = Text("x label", "p", 1.0, 1.0, 16.0, "#000000", face="italic")
        drawn = Figure().text(0.0, 0.0, "p", **text_keywords(text))
        assert Path(findfont(drawn.get_fontproperties())).stem == "Inter-Italic"


def test_a_star_of_a_user_is_a_star() -> None:
    assert runs(literal("2 * 3 * 4"), "medium") == (("2 * 3 * 4", "medium"),)
    assert plain(literal("a*b")) == "a*b"
    title = "2 * 3 * 4"
    drawn = prepared_of(FigureSpec(("huber:delta=2",), title=title, x_label="a*b*c", y_label="d*e*f")).drawing
    assert {text.words for text in drawn.texts} == {title, "a*b*c", "d*e*f"}
    assert all(text.face == "regular" for text in drawn.texts)


def test_names_are_italic_where_a_letter_stands_for_a_quantity() -> None:
    drawing = prepared_of(FigureSpec(("huber:delta=2", "student-t", "squared"), labels="direct")).drawing
    texts = [(text.words, text.face) for text in drawing.texts if text.role == "curve name"]
    assert sorted(texts) == sorted(
        [
            *(("Huber (", "medium"), ("δ", "italic"), (" = 2)", "medium")),
            *(("Student's ", "medium"), ("t", "italic")),
            ("Squared error", "medium"),
        ]
    )


@pytest.mark.parametrize("face", FACES)
def test_texts_are_drawn_in_their_faces(face: Face) -> None:
    text = Text("mark number", "margin", 1.0, 1.0, 16.0, "#000000", face=face)
    with settings((FAMILY,)):
        drawn = Figure().text(0.0, 0.0, "margin", **text_keywords(text))
        assert Path(findfont(drawn.get_fontproperties())).stem == f"Inter-{face.capitalize()}"
