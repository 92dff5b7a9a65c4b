"""A user's style sheet and fonts, in the figures that they are asked for."""

from __future__ import annotations

import itertools
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from unittest import mock

import numpy as np
import pytest
from matplotlib.colors import to_hex
from matplotlib.figure import Figure
from matplotlib.font_manager import findfont, fontManager, get_font
from PIL import Image
from support.cases import every
from support.environment import write_font
from support.figures import FIGURES, prepared_of
from support.requirements import need
from support.run import TIMEOUT, assert_done, assert_fails, call, clean_environment, run
from test_script import assert_draws, script_of

from lossplot._curves.panels import Panel
from lossplot._errors import LossplotError
from lossplot._figure.looks import THEMES
from lossplot._figure.resolve import resolve
from lossplot._figure.spec import FigureSpec
from lossplot._formats.letters import FAMILY
from lossplot._formats.mpl import fonts
from lossplot._formats.mpl.drawn import draw_prepared
from lossplot._formats.mpl.figure import prepare

SHEET = """
figure.figsize: 5, 4
figure.dpi: 100
figure.facecolor: fffff0
text.color: 102030
axes.edgecolor: 405060
grid.color: d0d0e0
font.size: 12
axes.labelsize: large
xtick.labelsize: 9
axes.titlesize: 15
lines.linewidth: 2.5
axes.linewidth: 0.75
font.family: DejaVu Serif
axes.prop_cycle: cycler("color", ["r", "0.5", "tab:green"])
"""


@pytest.fixture
def sheet(tmp_path: Path) -> str:
    path = tmp_path / "mine.mplstyle"
    path.write_text(SHEET, encoding="utf-8")
    return str(path)


def figure_of(**options: object) -> Figure:
    figure = draw_prepared(prepare(resolve(FigureSpec(("hinge", "logistic"), **options))))  # type: ignore[arg-type]
    figure.draw_without_rendering()
    return figure


@pytest.mark.parametrize("preset", [None, "slide"])
def test_a_style_changes_what_it_says(sheet: str, preset: str | None) -> None:
    figure = figure_of(style=sheet, title="A title", preset=preset)
    [axes] = figure.axes
    assert tuple(figure.get_size_inches()) == (5.0, 4.0)
    assert figure.dpi == 100.0
    assert to_hex(figure.get_facecolor()) == "#fffff0"
    title, *others = figure.texts
    names = [text for text in others if text.get_text() in ("Hinge", "Logistic")]
    assert (title.get_fontsize(), to_hex(title.get_color())) == (15.0, "#102030")
    assert [to_hex(name.get_color()) for name in names] == ["#ff0000", "#808080"]
    assert [name.get_fontsize() for name in names] == pytest.approx(
        [12 * 1.2] * 2
    )  # matplotlib: large is 1.2 font.size
    assert {label.get_fontsize() for label in axes.get_xticklabels()} == {9.0}
    lines = [line for line in axes.lines if line.get_gid()]
    assert [to_hex(line.get_color()) for line in lines] == ["#ff0000", "#808080"]
    assert {line.get_linewidth() for line in lines} == {2.5}
    assert not any(spine.get_visible() for spine in axes.spines.values())
    zeros = [line for line in axes.lines if not line.get_gid()]
    assert {to_hex(line.get_color()) for line in zeros} == {"#405060"}
    assert {to_hex(line.get_color()) for line in axes.get_xgridlines()} == {"#d0d0e0"}
    assert Path(findfont(title.get_fontproperties())).stem == "DejaVuSerif"


def test_what_the_command_line_says_goes_before_the_style(sheet: str) -> None:
    figure = figure_of(style=sheet, size=(7.0, 3.0), dpi=150.0, font="DejaVu Sans Mono")
    assert (*figure.get_size_inches(), figure.dpi) == (7.0, 3.0, 150.0)
    assert {Path(findfont(text.get_fontproperties())).stem for text in figure.texts} <= {
        "DejaVuSansMono",
        "DejaVuSansMono-Oblique",
    }


@pytest.mark.parametrize(
    ("text", "code", "fragment"),
    [
        (None, 1, "cannot read"),
        ("lines.linewidth: thick", 2, "line 1 sets lines.linewidth to what is no number"),
        ("lines.linewitdh: 2", 2, "lines.linewitdh"),
        ("axes.facecolor: no-such-colour", 2, "line 1 sets axes.facecolor to what is no colour"),
        ("text.usetex: True", 2, "text.usetex"),
        ("font.size: 1e6", 2, "font.size"),
        ("figure.figsize: 1000, 1000", 2, "figure.figsize to what are not two numbers from 0.5 to 100"),
        ("savefig.dpi: 1", 2, "dpi"),
        ("<html>no style</html>", 2, "mistake"),
        ("\x00\x01\x02", 2, "mistake"),
    ],
)
def test_a_bad_style_is_one_line(text: str | None, code: int, fragment: str, tmp_path: Path) -> None:
    if text is not None:
        (tmp_path / "bad.mplstyle").write_text(text, encoding="utf-8")
    outcome = call("hinge", "--style", "bad.mplstyle", "-o", "a.svg", cwd=tmp_path)
    assert_fails(outcome, code, fragment)


@pytest.mark.parametrize(
    ("settings", "colour"),
    [
        ("", THEMES["light"].soft),
        ("figure.facecolor: black\ntext.color: ffeedd", "#ffeedd"),  # grey on black could not be read
        ("figure.facecolor: black\nxtick.color: 123456", "#123456"),
        ("text.color: ffeedd\nytick.labelcolor: 654321", "#654321"),
        ("ytick.labelcolor: inherit", THEMES["light"].soft),
    ],
)
def test_the_numbers_of_a_style_can_be_read(settings: str, colour: str, tmp_path: Path) -> None:
    path = tmp_path / "a.mplstyle"
    path.write_text(f"{settings}\n")
    numbers = figure_of(style=str(path)).axes[0].get_xticklabels()
    assert {to_hex(number.get_color()) for number in numbers} == {colour}


# --- fonts ---


def families(figure: Figure) -> dict[str, list[str]]:
    """For each text the files of the fonts that it may take characters from."""
    return {text.get_text(): list(text.get_fontfamily()) for text in figure.texts}


def test_the_font_asked_for_is_the_one_that_draws(tmp_path: Path) -> None:
    figure = figure_of(font="dejavu serif")
    assert {Path(findfont(text.get_fontproperties())).stem for text in figure.texts} <= {
        "DejaVuSerif",
        "DejaVuSerif-Italic",
    }
    assert_done(call("hinge", "--font", "dejavu serif", "-o", "a.pdf", cwd=tmp_path), "a.pdf")
    assert b"DejaVuSerif" in (tmp_path / "a.pdf").read_bytes()


def test_an_unknown_font_is_refused_with_the_nearest(tmp_path: Path) -> None:
    assert_fails(call("hinge", "--font", "DejaVu Sand", "-o", "a.svg", cwd=tmp_path), 2, "DejaVu Sand", "DejaVu Sans")


@pytest.fixture
def only_what_matplotlib_brings() -> Iterator[None]:
    """As on a machine where no font is installed."""
    brought = [entry for entry in fontManager.ttflist if "mpl-data" in entry.fname]
    assert {entry.name for entry in brought} >= {"DejaVu Sans", "STIXGeneral"}
    with mock.patch.object(fontManager, "ttflist", brought), mock.patch.object(fonts, "findSystemFonts", list):
        yield


@pytest.mark.usefixtures("only_what_matplotlib_brings")
@pytest.mark.parametrize(
    ("words", "fragments"),
    [
        (("--title", "合页损失"), ("U+5408", "U+9875", "fonts-noto-cjk")),
        (("--lang", "zh"), ("U+5408", "U+9694", "fonts-noto-cjk")),
        (("--title", "안녕"), ("U+C548", "U+B155", "fonts-noto-cjk")),
        (("--xlabel", "हानि"), ("U+0939", "fonts-noto-core")),
        (("--math", "--title", "$x$ 损失"), ("U+635F", "fonts-noto-cjk")),
        (("--font", "DejaVu Serif", "--math", "--title", "$x$ 损失"), ("DejaVu Serif lacks U+635F", "--font")),
    ],
)
def test_characters_that_no_font_has_are_one_line(
    words: tuple[str, ...], fragments: tuple[str, ...], tmp_path: Path
) -> None:
    assert_fails(call("hinge", *words, "-o", "a.svg", "-o", "a.png", cwd=tmp_path), 1, *fragments)


@pytest.mark.usefixtures("only_what_matplotlib_brings")
def test_without_other_fonts_all_that_is_not_chinese_is_drawn(tmp_path: Path) -> None:
    assert_done(call("hinge", "logistic", "--formula", "-o", "a.svg", cwd=tmp_path), "a.svg")


CHINESE = "中文"


def has(family: str, character: str) -> bool:
    path = next(entry.fname for entry in fontManager.ttflist if entry.name == family)
    return bool(get_font(path).get_char_index(ord(character)))


def test_every_character_is_drawn_in_a_font_that_has_it() -> None:
    spec = FigureSpec(("hinge", "logistic"), language="zh", title=f"{CHINESE} ρ \u2212 é")
    prepared = prepare(resolve(spec))
    assert prepared.spec.font == prepared.fonts[0] or prepared.spec.font is None
    for character in prepared.wording.plain:
        assert any(has(family, character) for family in prepared.fonts), character
    figure = draw_prepared(prepared)
    assert all(tuple(names) == prepared.fonts for names in families(figure).values())


# --- fonts that were installed since matplotlib made its list ---


def forget() -> None:
    """Let nothing be known of what was found before."""
    fonts._update_once.cache_clear()
    prepared_of.cache_clear()
    script_of.cache_clear()


@pytest.fixture
def newly_installed(tmp_path: Path) -> Iterator[None]:
    """A sans serif that the preset for Nature prefers to the usual one, and that matplotlib's list lacks."""
    path = tmp_path / "new.ttf"
    write_font(path, "Arial")
    forget()
    with (
        mock.patch.object(fontManager, "ttflist", [*fontManager.ttflist]),
        mock.patch.object(fonts, "findSystemFonts", return_value=[str(path)]),
    ):
        yield
    forget()


@pytest.mark.usefixtures("newly_installed")
def test_a_new_font_is_found_at_once_and_not_only_when_another_is_missed() -> None:
    spec = FigureSpec(("hinge",), preset="nature")
    assert prepare(resolve(spec)).fonts == ("Arial", "DejaVu Sans")
    with pytest.raises(LossplotError, match="no installed font has"):
        prepare(resolve(replace(spec, title="\U0001d173")))
    assert prepare(resolve(spec)).fonts == ("Arial", "DejaVu Sans")


@pytest.mark.usefixtures("newly_installed")
def test_the_script_of_a_figure_in_a_preferred_font_draws_in_it(tmp_path: Path) -> None:
    assert_draws(FIGURES["nature"], tmp_path)
    assert 'fonts = ["Arial", "DejaVu Sans"]' in script_of(FIGURES["nature"])


def test_a_font_that_was_removed_is_forgotten(tmp_path: Path) -> None:
    path = tmp_path / "gone.ttf"
    write_font(path, "Arial")
    forget()
    with mock.patch.object(fontManager, "ttflist", [*fontManager.ttflist]):
        fontManager.addfont(str(path))
        path.unlink()
        assert prepare(resolve(FigureSpec(("hinge",), preset="nature"))).fonts == (FAMILY, "DejaVu Sans")
    forget()


# --- the machine's own fonts ---


@pytest.mark.slow
@pytest.mark.parametrize(
    ("words", "font", "recorded"),
    [
        (["--lang", "zh"], "Noto Sans CJK SC", ""),
        # It has no italic letters.
        (["--lang", "zh", "--font", "noto sans cjk sc"], "Noto Sans CJK SC", "'--font=Noto Sans CJK SC'"),
        (["--for", "nature", "--xlabel", "it's"], "Liberation Sans", "'--font=Liberation Sans'"),
    ],
)
def test_a_font_of_the_machine_draws_every_format_and_its_script_the_same(
    words: list[str], font: str, recorded: str, tmp_path: Path
) -> None:
    """What stands in for a font that was asked for is recorded, unlike the font of the letters that Inter lacks."""
    need(fonts=(font,))
    outputs = [f"a.{each}" for each in ("svg", "pdf", "png", "py", "tex")]
    # matplotlib makes its own list, of all that there is.
    env = {"MPLCONFIGDIR": str(tmp_path / "list")}
    named = [word for each in outputs for word in ("-o", each)]
    outcome = run("hinge", "zero-one", *words, *named, cwd=tmp_path, env=env)
    assert (outcome.code, outcome.err, outcome.lines) == (0, "", outputs)
    script = (tmp_path / "a.py").read_text(encoding="utf-8")
    assert "".join(re.findall(r"'--font[^']*'|--font\S*", script.splitlines()[0])) == recorded
    assert font in re.findall(r"(?m)^fonts = .*", script)[0]
    process = subprocess.run(
        [sys.executable, "a.py", "b.png"], cwd=tmp_path, env=clean_environment(env), check=True, timeout=TIMEOUT
    )
    assert process.returncode == 0
    with Image.open(tmp_path / "a.png") as ours, Image.open(tmp_path / "b.png") as theirs:
        assert ours.size == theirs.size
        difference = np.abs(np.asarray(ours, dtype=int) - np.asarray(theirs, dtype=int))
    # A letter in another font, or missing, would change hundreds of pixels.
    assert np.count_nonzero(difference.max(axis=2) > 64) < 20


# --- what a style sets in vain, or beyond all measure ---


def test_keys_that_are_not_followed_are_named_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "a.mplstyle").write_text(
        "axes.titlepad: 3\nfont.size: 12\nxtick.direction: in\nfont.family: serif\nfont.serif: DejaVu Serif\n"
        "font.cursive: Sand\ntext.usetex: False\n"
    )
    line = (
        "lossplot: warning: style 'a.mplstyle' sets axes.titlepad, xtick.direction, font.cursive, "
        "which figures of losses do not follow\n"
    )
    outcome = call("hinge", "--style", "a.mplstyle", "-o", "a.svg", cwd=tmp_path)
    assert (outcome.code, outcome.err) == (0, line)
    (tmp_path / "x.toml").write_text("[[figures]]\nlosses = ['hinge']\noutput = 'b.svg'\nstyle = 'a.mplstyle'\n")
    outcome = call("build", "x.toml", "-o", ".", cwd=tmp_path)
    assert outcome.code == 0
    assert "sets axes.titlepad, xtick.direction, font.cursive, which" in outcome.err
    assert call("hinge", "--style", "a.mplstyle", "-o", "a.csv", cwd=tmp_path).err == ""
    (tmp_path / "a.mplstyle").write_text("font.size: 12\n")
    assert call("hinge", "--style", "a.mplstyle", "-o", "c.svg", cwd=tmp_path).err == ""


HUGE = "font.size: 500\nxtick.labelsize: 500\naxes.titlesize: 500\nlines.linewidth: 500\naxes.linewidth: 500\n"


SIZES = (None, (3.0, 2.0), (0.8, 0.8), (20.0, 2.0))
SHEETS = (HUGE, "axes.linewidth: 0\nlines.markersize: 0\n", "font.size: 0.1\n")


@every(("settings", "size", "panels"), itertools.product(SHEETS, SIZES, [("loss",), ("loss", "derivative")]), among=5)
def test_no_style_leaves_axes_without_width(
    settings: str, size: tuple[float, float] | None, panels: tuple[Panel, ...], tmp_path: Path
) -> None:
    path = tmp_path / "a.mplstyle"
    path.write_text(settings)
    prepared = prepared_of(FigureSpec(("hinge", "logistic"), panels, style=str(path), size=size, title="Two"))
    drawing = prepared.drawing
    assert drawing.look.thin >= 0.1
    plain = prepared_of(FigureSpec(("hinge", "logistic"), panels, size=size, title="Two")).drawing
    for frame, other in zip(drawing.frames, plain.frames, strict=True):
        assert frame.box.width >= min(0.4 * drawing.size[0], other.box.width)
        assert frame.box.height >= min(0.1 * drawing.size[1], other.box.height)
