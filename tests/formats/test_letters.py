"""The letters of figures: Inter, which comes with lossplot, for all that lossplot itself writes."""

from __future__ import annotations

import logging
import re
import tomllib
from dataclasses import replace
from pathlib import Path
from unittest import mock

import pytest
from matplotlib.font_manager import FontEntry, FontProperties, findfont, fontManager, get_font
from matplotlib.mathtext import MathTextParser
from support.cases import every, some
from support.environment import STAND_IN, write_font
from support.figures import prepared_of

import lossplot._text
from lossplot._curves.panels import PANELS
from lossplot._figure.layout.boxes import Face
from lossplot._figure.looks import PRESETS
from lossplot._figure.resolve import resolve
from lossplot._figure.spec import FigureSpec
from lossplot._formats.letters import FACES, FALLBACK, FAMILY, public_names
from lossplot._formats.mpl.backend import settings
from lossplot._formats.mpl.faces import FOLDER, add_inter
from lossplot._formats.mpl.figure import render
from lossplot._losses import LOSSES
from lossplot._text.language import languages

every_face = pytest.mark.parametrize("face", FACES)


def lacks(face: Face, text: str) -> set[str]:
    """The characters of `text` that Inter lacks, but for Chinese ones, which no Latin font has."""
    font = get_font(str(FOLDER / f"Inter-{face.capitalize()}.ttf"))
    return {c for c in text if c < "\u2e80" and not font.get_char_index(ord(c))} - {"\n"}


# --- the files ---


def test_the_three_faces_come_with_their_licence_and_are_small() -> None:
    files = {path.name: path for path in FOLDER.iterdir()}
    assert sorted(files) == ["Inter-Italic.ttf", "Inter-Medium.ttf", "Inter-Regular.ttf", "OFL.txt"]
    assert "SIL Open Font License, Version 1.1" in files["OFL.txt"].read_text()
    assert sum(len(path.read_bytes()) for path in files.values()) < 250_000


def test_the_faces_have_names_of_their_own_by_which_files_tell_their_glyphs_apart() -> None:
    fonts = [get_font(str(FOLDER / f"Inter-{face.capitalize()}.ttf")) for face in FACES]
    assert [font.postscript_name for font in fonts] == ["Inter-Regular", "Inter-Italic", "Inter-Medium"]


@every_face
def test_the_faces_have_the_same_characters(face: Face) -> None:
    faces = [
        get_font(str(FOLDER / f"Inter-{each.capitalize()}.ttf")).get_charmap().keys() for each in ("regular", face)
    ]
    assert faces[0] == faces[1]


# --- characters ---


@pytest.mark.parametrize("language", languages())
@every("name", LOSSES, among=12)
def test_inter_has_every_character_of_a_figure(name: str, language: str) -> None:
    panels = tuple(panel for panel in PANELS if panel in ("loss", "derivative", "second-derivative"))
    figure = resolve(FigureSpec((name,), panels=panels, language=language))
    assert lacks("regular", figure.wording.plain + figure.title + "0123456789.\u2212e") == set()


@every_face
def test_inter_has_every_character_of_the_words_that_languages_have_for_figures(face: Face) -> None:
    for folder in Path(lossplot._text.__path__[0], "languages").iterdir():
        for topic in ("axes", "names", "panels", "parameters", "losses", "titles"):
            if (path := folder / f"{topic}.toml").exists():
                words = tomllib.loads(path.read_text(encoding="utf-8"))
                assert lacks(face, str(words)) == set(), path


@pytest.mark.parametrize("name", some(LOSSES, 4))
def test_formulas_are_in_inter_but_for_the_signs_of_roots(name: str, caplog: pytest.LogCaptureFixture) -> None:
    label = resolve(FigureSpec((name,), formula=True)).wording.names[0]
    with settings((FAMILY, FALLBACK)), caplog.at_level(logging.WARNING, "matplotlib"):
        formula = MathTextParser("path").parse(label, 72.0, FontProperties(family=[FAMILY, FALLBACK], size=16.0))
    assert not caplog.records
    names = {glyph[0].postscript_name for glyph in formula.glyphs if glyph[2] != 0x221A}
    assert names <= {"Inter-Regular", "Inter-Italic"}


# --- fonts ---


def test_another_inter_on_the_machine_changes_nothing(tmp_path: Path) -> None:
    write_font(tmp_path / "other.ttf", "Inter")
    other = FontEntry(str(tmp_path / "other.ttf"), name="Inter", size="scalable", weight=400)
    wanted = render(resolve(FigureSpec(("hinge",))), ["svg"])
    with mock.patch.object(fontManager, "ttflist", [other, *fontManager.ttflist]):
        assert render(resolve(FigureSpec(("hinge",))), ["svg"]) == wanted
        with settings((FAMILY, FALLBACK)):
            assert Path(findfont(FontProperties(family=[FAMILY]))).parent == FOLDER


def test_inter_is_found_again_after_matplotlib_has_made_its_list_anew() -> None:
    with mock.patch.object(fontManager, "ttflist", [each for each in fontManager.ttflist if each.name != FAMILY]):
        add_inter()
        add_inter()
        assert len([each for each in fontManager.ttflist if each.name == FAMILY]) == 3


@pytest.mark.parametrize("name", ["Inter", "inter", "INTER"])
def test_who_asks_for_inter_gets_the_one_that_comes_with_lossplot(name: str) -> None:
    prepared = prepared_of(FigureSpec(("hinge",), font=name))
    assert prepared.fonts == (FAMILY, FALLBACK)
    assert prepared.spec.font is None
    assert public_names(prepared.fonts) == ["Inter", "DejaVu Sans"]


PAPERS = ("neurips", "iclr", "icml", "cvpr", "aaai", "jmlr", "ieee", "ieee-wide")


@pytest.mark.parametrize("preset", some(PAPERS, 4))
def test_a_paper_has_the_letters_of_its_class(preset: str, caplog: pytest.LogCaptureFixture) -> None:
    prepared = prepared_of(FigureSpec(("huber:delta=2", "charbonnier"), preset=preset, formula=True))
    assert prepared.fonts == ("STIXGeneral", "DejaVu Sans")
    assert prepared.spec.font is None  # every machine has it
    with caplog.at_level(logging.WARNING, "matplotlib"):
        svg = render(prepared.figure, ["svg"])["svg"]
    # It has no letters of medium weight, which matplotlib says once for each size that it does not remember.
    assert not [record for record in caplog.records if "font weight" not in record.getMessage()]
    assert {name.partition(b"-")[0] for name in re.findall(rb'xlink:href="#([A-Za-z]+-\w+-[0-9a-f]+)"', svg)} == {
        b"STIXGeneral"
    }


def test_no_other_place_has_letters_of_papers() -> None:
    assert {name for name, preset in PRESETS.items() if "STIXGeneral" in preset.fonts} == {*PAPERS}
    assert prepared_of(FigureSpec(("hinge",), preset="neurips", font="Inter")).fonts[0] == FAMILY
    assert prepared_of(FigureSpec(("hinge",), font="STIXGeneral")).spec.font == "STIXGeneral"


GLYPHS = re.compile(rb'xlink:href="#(?:[A-Za-z]+-)?(?:[A-Za-z]+)-[0-9a-f]+"')


def test_a_chinese_title_leaves_all_other_words_as_they_are() -> None:
    # Inter lacks this sign, DejaVu and the Chinese font have it.
    spec = FigureSpec(("huber:delta=2", "mse"), x_label="a \u2295 b · 0.5", title="c")
    without, beside = (prepared_of(each) for each in (spec, replace(spec, title="\u635f\u5931 c")))
    assert beside.fonts == (*without.fonts, STAND_IN)
    glyphs = [set(GLYPHS.findall(render(each.figure, ["svg"])["svg"])) for each in (without, beside)]
    assert glyphs[0] < glyphs[1]
    assert {glyph.split(b"-")[0] for glyph in glyphs[1] - glyphs[0]} == {b'xlink:href="#NotoSansCJKSC'}
