"""Figures that a program edits: what stands in `figure` is saved, shown, and said to be edited."""

from __future__ import annotations

import copy
import io
import pickle
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import matplotlib as mpl
import numpy as np
import pytest
from matplotlib.figure import Figure
from matplotlib.text import Annotation
from PIL import Image
from support.cases import every, some
from support.run import assert_done, call

import lossplot
from lossplot._formats import files, of_kind, provenance

PICTURES = of_kind("picture")
SMALL: dict[str, Any] = {"size": (4.0, 3.0), "dpi": 60}

# One edit of each kind that a program may make.
EDITS: dict[str, Callable[[Figure], object]] = {
    "colour": lambda figure: figure.axes[0].lines[0].set_color("#123456"),
    "colour of a hair's breadth": lambda figure: figure.axes[0].lines[-1].set_alpha(0.99),
    "width": lambda figure: figure.axes[0].lines[0].set_linewidth(2.71),
    "title": lambda figure: figure.axes[0].set_title("another"),
    "title of the figure": lambda figure: figure.suptitle("another"),
    "annotation": lambda figure: figure.axes[0].annotate("here", (0, 1), (1, 2), arrowprops={"arrowstyle": "->"}),
    "limits": lambda figure: figure.axes[0].set_xlim(-1.0, 2.0),
    "ticks": lambda figure: figure.axes[0].set_yticks([0.0, 1.5]),
    "removal": lambda figure: figure.axes[0].lines[0].remove(),
    "hiding": lambda figure: figure.axes[0].lines[0].set_visible(False),
    "points": lambda figure: figure.axes[0].lines[0].set_ydata(np.asarray(figure.axes[0].lines[0].get_ydata()) + 0.01),
    "line": lambda figure: figure.axes[0].axhline(0.3),
    "axes": lambda figure: figure.add_axes((0.6, 0.6, 0.2, 0.2)),
    "ground": lambda figure: figure.set_facecolor("#eeeeee"),
    "size": lambda figure: figure.set_size_inches(5.0, 3.0),
    "resolution": lambda figure: figure.set_dpi(90.0),
    "order": lambda figure: figure.axes[0].lines[0].set_zorder(99.0),
}
# What changes nothing that can be seen.
NO_EDITS: dict[str, Callable[[Figure], object]] = {
    "looking": lambda figure: [axes.get_xlim() for axes in figure.axes],
    "drawing": lambda figure: figure.canvas.draw(),
    "saving": lambda figure: figure.savefig(io.BytesIO(), format="pdf"),
    "labels": lambda figure: [line.set(label="x") for line in figure.axes[0].lines],
    "and back": lambda figure: [figure.axes[0].set_title(title) for title in ("a", "")],
}


def pixels(data: bytes) -> Any:
    return np.asarray(Image.open(io.BytesIO(data)).convert("RGBA"))


def saved(figure: lossplot.LossFigure, file_format: str = "png", **keywords: Any) -> bytes:
    """Return what the figure's own `savefig` writes."""
    buffer = io.BytesIO()
    figure.figure.savefig(buffer, format=file_format, **keywords)
    return buffer.getvalue()


@cache
def unedited(file_format: str) -> bytes:
    """Return a picture of the figure of two losses that nobody edits."""
    return lossplot.plot("hinge", "zero-one", **SMALL).to_bytes(file_format)


@every("edit", EDITS, among=12)
def test_an_edit_is_in_every_picture_and_said_to_be_one(edit: str) -> None:
    figure = lossplot.plot("hinge", "zero-one", **SMALL)
    EDITS[edit](figure.figure)
    assert figure.is_edited
    # Each edit in pixels and in one of the others: what is drawn is the same figure.
    others = [file_format for file_format in PICTURES if file_format != "png"]
    other = others[[*EDITS].index(edit) % len(others)]
    pictures = {each: figure.to_bytes(each) for each in (("png", other) if edit != "resolution" else ("png",))}
    for file_format, data in pictures.items():
        assert provenance.body_digest(data) != provenance.body_digest(unedited(file_format)), file_format
        record = provenance.read(data)
        assert record
        assert record.is_edited
        assert provenance.is_sealed(data)
        assert record.command == figure.spec.command(file_format)
    np.testing.assert_array_equal(pixels(pictures["png"]), pixels(saved(figure)))


@every("look", NO_EDITS, among=5)
def test_what_is_not_edited_is_the_figure_of_its_command(look: str) -> None:
    figure = lossplot.plot("hinge", "zero-one", **SMALL)
    NO_EDITS[look](figure.figure)
    assert not figure.is_edited
    for file_format in PICTURES:
        assert figure.to_bytes(file_format) == unedited(file_format)
    np.testing.assert_array_equal(pixels(unedited("png")), pixels(saved(figure)))


OPTIONS: list[dict[str, Any]] = [
    {},
    {"theme": "dark", "derivative": True},
    {"preset": "slide"},
    {"preset": "neurips"},
    {"transparent": True},
    {"theme": "print", "labels": "direct"},
    {"formula": True},
    {"title": "$x^2$", "math": True},
]


@pytest.mark.parametrize("options", some(OPTIONS[1:] + OPTIONS[:1], among=8), ids=str)
def test_savefig_gives_the_picture_of_save_whatever_the_program_s_settings_are(options: dict[str, Any]) -> None:
    figure = lossplot.plot("hinge", "logistic", dpi=50, **options)
    rc: dict[Any, Any] = {
        "font.family": ["serif"],
        "font.size": 30.0,
        "savefig.dpi": 33.0,
        "savefig.facecolor": "red",
        "savefig.bbox": "tight",
        "xtick.labelsize": 30.0,
        "mathtext.fontset": "cm",
        "path.simplify": True,
        "axes.unicode_minus": False,
        "svg.fonttype": "none",
        "text.hinting": "none",
    }
    with mpl.rc_context(rc):
        for _ in range(2):
            np.testing.assert_array_equal(pixels(saved(figure)), pixels(figure.to_bytes("png")))
            figure.figure.axes[0].axvline(0.5)
        text = saved(figure, "svg", metadata={"Date": None}).decode()
        assert all(mpl.rcParams[name] == value for name, value in rc.items())
    plain = lossplot.plot("hinge", "logistic", **options).to_bytes("svg").decode()
    assert text.count("<text") == plain.count("<text")


@pytest.mark.slow
def test_what_is_added_without_a_font_is_in_the_font_of_the_figure() -> None:
    """As seen by its widths: the same words in the figure's own font, said by name."""
    plain, named = (
        lossplot.plot("hinge", font="DejaVu Serif", **SMALL),
        lossplot.plot("hinge", font="DejaVu Serif", **SMALL),
    )
    plain.figure.text(0.3, 0.6, "iiiWWW")
    named.figure.text(0.3, 0.6, "iiiWWW", family=list(named.figure.axes[0].xaxis.label.get_fontfamily()))
    assert plain.to_bytes("svg") == named.to_bytes("svg")
    other = lossplot.plot("hinge", font="DejaVu Serif", **SMALL)
    other.figure.text(0.3, 0.6, "iiiWWW", family="monospace")
    assert other.to_bytes("svg") != named.to_bytes("svg")


# Each two of these together once.
@pytest.mark.slow
@every(
    ("losses", "theme", "derivative"),
    [
        (["hinge"], "light", False),
        (["hinge"], "dark", True),
        (["zero-one", "hinge", "logistic"], "light", True),
        (["zero-one", "hinge", "logistic"], "dark", False),
    ],
    among=4,
)
def test_titles_that_are_added_have_room_in_the_ink_of_the_figure(
    losses: list[str], theme: str, derivative: bool
) -> None:
    """Seen in the pixels: words of ink stand wholly in the picture, and the frame below them."""
    options: dict[str, Any] = {"theme": theme, "derivative": derivative}
    plain, figure = lossplot.plot(losses, **options), lossplot.plot(losses, **options)
    places = [axes.get_position().bounds for axes in figure.figure.axes]
    title = figure.figure.axes[0].set_title("HHH", fontsize=30)
    assert title.get_color() == plain.figure.axes[0].yaxis.label.get_color()
    picture = pixels(figure.to_bytes("png")).astype(int)
    ground = picture[0, 0]
    assert (picture[:5] == ground).all(), "nothing is cut at the upper edge"
    letters = int(30 * 0.7 / 72 * figure.figure.dpi)
    middle = picture[: letters + 160, picture.shape[1] // 2 - 60 : picture.shape[1] // 2 + 60]
    rows = np.flatnonzero((np.abs(middle - ground).max(axis=2) > 100).any(axis=1))
    assert rows[0] > 5
    assert letters * 0.9 < np.sum(np.diff(rows) == 1)
    assert [axes.get_position().bounds for axes in figure.figure.axes] == places
    figure.figure.axes[0].set_title("")
    assert not figure.is_edited
    assert figure.to_bytes("svg") == plain.to_bytes("svg")


def test_a_title_above_all_panels_moves_them_while_they_are_drawn() -> None:
    figure = lossplot.plot("hinge", "logistic", title="mine", **SMALL)
    inside: list[float] = []
    place = figure.figure.axes[0].bbox
    figure.figure.axes[0].add_artist(Probe(lambda: inside.append(place.y1)))
    before = place.y1
    figure.figure.suptitle("above", fontsize=20)
    figure.to_bytes("png")
    assert place.y1 == before
    assert inside[-1] < 0.95 * before


class Probe(mpl.lines.Line2D):
    """A line of no length that says when it is drawn."""

    def __init__(self, note: Callable[[], object]) -> None:
        super().__init__([0.0], [0.0])
        self.note = note

    def draw(self, renderer: Any) -> None:
        self.note()
        super().draw(renderer)


def test_a_picture_without_the_edit_is_its_picture_before() -> None:
    figure = lossplot.plot("hinge", **SMALL)
    before = figure.to_bytes("png")
    note = figure.figure.axes[0].annotate("here", (0.0, 0.0))
    assert isinstance(note, Annotation)
    assert figure.to_bytes("png") != before
    note.remove()
    assert figure.to_bytes("png") == before


def test_numbers_are_those_of_the_curves_and_source_is_refused() -> None:
    plain, figure = lossplot.plot("hinge", **SMALL), lossplot.plot("hinge", **SMALL)
    figure.figure.axes[0].lines[0].set_color("red")
    for file_format in of_kind("numbers"):
        assert figure.to_bytes(file_format) == plain.to_bytes(file_format)
    for file_format in of_kind("source"):
        assert plain.to_bytes(file_format)
        with pytest.raises(lossplot.LossplotError, match="draws the figure anew, and this one was edited; save it as"):
            figure.to_bytes(file_format)


@pytest.mark.parametrize("file_format", some(sorted(PICTURES, reverse=True), among=len(PICTURES)))
def test_the_same_edits_give_the_same_bytes(file_format: str) -> None:
    first, second = (edited().to_bytes(file_format) for _ in range(2))
    assert first == second


def edited() -> lossplot.LossFigure:
    figure = lossplot.plot("hinge", **SMALL)
    figure.figure.axes[0].set_title("edited")
    return figure


@pytest.mark.slow
def test_an_edited_figure_travels_to_other_processes() -> None:
    figure = edited()
    for twin in (copy.deepcopy(figure), pickle.loads(pickle.dumps(figure))):
        assert twin.is_edited
        assert twin.to_bytes("png") == figure.to_bytes("png")


def test_a_notebook_shows_the_edited_figure_at_its_size() -> None:
    figure = edited()
    figure.figure.set_size_inches(6.0, 2.0)
    data, facts = figure._repr_mimebundle_()
    assert data["image/png"] == figure.to_bytes("png")
    assert facts["image/png"] == {"width": 576, "height": 192, "alt": figure.alt}
    following = lossplot.plot("hinge", theme="auto", **SMALL)
    before = following._repr_mimebundle_()[0]["image/svg+xml"]
    following.figure.axes[0].lines[0].set_linewidth(9.0)
    after = following._repr_mimebundle_()[0]["image/svg+xml"]
    assert after != before
    assert "prefers-color-scheme" in after


def test_keywords_of_lines_are_edits_of_the_whole_curve() -> None:
    figure = lossplot.plot("hinge", "zero-one", color=["#123456", "#654321"], linewidth=[1.0, 4.0], **SMALL)
    assert figure.is_edited
    assert [line.get_linewidth() for lines in figure.lines.values() for line in lines] == [1.0, 4.0, 4.0]
    svg = figure.to_bytes("svg").decode()
    for colour in ("#123456", "#654321"):
        assert svg.count(colour) >= 2, "in the panel and beside the name"
    plain = lossplot.plot("hinge", "zero-one", **SMALL)
    figure.figure.canvas.draw()
    for name, artists in plain.artists.items():
        assert len(figure.artists[name]) == len(artists) >= 2
        assert {*map(type, plain.lines[name])} == {mpl.lines.Line2D}


# --- what becomes of its files ---


@pytest.mark.parametrize("file_format", some(PICTURES, among=len(PICTURES)))
def test_the_file_of_an_edited_figure_is_replaced_by_its_program_only(file_format: str, tmp_path: Path) -> None:
    path = tmp_path / f"a.{file_format}"
    edited().save(path)
    data = path.read_bytes()
    edited().save(path)
    assert path.read_bytes() == data
    outcome = call("hinge", "-o", path.name, cwd=tmp_path)
    assert (outcome.code, path.read_bytes()) == (1, data)
    assert "was edited in Python after its command drew it; use --force to replace it" in outcome.err
    assert files.objection(data, lambda _: True) == files.EDITED_IN_PYTHON
    (tmp_path / "x.toml").write_text(f'[[figures]]\nlosses = ["hinge"]\noutput = "{path.name}"\n')
    outcome = call("build", "x.toml", cwd=tmp_path)
    assert (outcome.code, path.read_bytes()) == (1, data)
    assert files.EDITED_IN_PYTHON in outcome.err
    lossplot.plot("hinge", **SMALL).save(path)
    assert not files.objection(path.read_bytes(), lambda _: True)
    edited().save(path)
    path.write_bytes(path.read_bytes() + b" ")
    with pytest.raises(lossplot.LossplotError):
        edited().save(path)


def test_info_says_that_the_command_gives_the_figure_before_it_was_edited(tmp_path: Path) -> None:
    edited().save(tmp_path / "a.png")
    data = (tmp_path / "a.png").read_bytes()
    outcome = call("info", "a.png", cwd=tmp_path)
    assert outcome.code == 0
    assert outcome.text == f"{edited().command}\n"
    words = "it was edited in Python after its command drew it, and the command gives it as it was before"
    assert words in outcome.err
    again = call("info", "--rerun", "a.png", cwd=tmp_path)
    assert again.code == 1
    assert "the command gives it as it was before; give --output and --force to" in again.err
    assert (tmp_path / "a.png").read_bytes() == data
    plain = lossplot.plot("hinge", **SMALL)
    assert_done(call(*plain.command.split()[1:], "-o", "b.png", cwd=tmp_path), "b.png")
    assert (tmp_path / "b.png").read_bytes() == plain.to_bytes("png")


# --- paths, files and bytes ---


def test_a_figure_goes_into_a_path_a_file_or_bytes(tmp_path: Path) -> None:
    figure = lossplot.plot("hinge", **SMALL)
    for file_format in ("png", "svg", "json"):
        data = figure.to_bytes(file_format)
        buffer = io.BytesIO()
        figure.save(buffer, format=file_format)
        with (tmp_path / "open").open("wb") as file:
            figure.save(file, format=file_format.upper())
        figure.save(tmp_path / f"named-{file_format}", format=file_format)
        figure.save(str(tmp_path / f"a.{file_format}"))
        names = ("open", f"named-{file_format}", f"a.{file_format}")
        assert {buffer.getvalue(), *((tmp_path / name).read_bytes() for name in names)} == {data}


class Full(io.RawIOBase):
    def writable(self) -> bool:
        return True

    def write(self, _: object) -> int:
        raise OSError("no space")


def closed() -> io.BytesIO:
    file = io.BytesIO()
    file.close()
    return file


@pytest.mark.parametrize(
    ("file", "file_format", "fragment"),
    [
        (io.BytesIO(), None, "give one, as in format='png'"),
        (io.BytesIO(), "docx", "format 'docx' is unknown; choose png"),
        (io.BytesIO(), 5, "format must be a name such as 'png', not '5'"),
        (io.StringIO(), "png", "open it in binary mode, as in open(path, 'wb')"),
        (closed(), "png", "cannot write to that file: I/O operation on closed file"),
        (Full(), "png", "cannot write to that file: no space; open another"),
        (3, "png", "a figure is saved at a path or in a binary file, not '3'"),
    ],
)
def test_a_file_that_cannot_be_written_is_refused(file: Any, file_format: Any, fragment: str) -> None:
    with pytest.raises(lossplot.LossplotError) as error:
        lossplot.plot("hinge", **SMALL).save(file, format=file_format)
    assert fragment in str(error.value)
