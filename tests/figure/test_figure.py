"""Figures: positions of lines, marks and texts, layout, and the metadata of files."""

from __future__ import annotations

import itertools
import math
import re
import shlex
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from unittest import mock
from xml.etree import ElementTree as ET

import matplotlib as mpl
import numpy as np
import pytest
from matplotlib.figure import Figure
from matplotlib.text import Text
from matplotlib.transforms import Bbox, BboxBase
from numpy.typing import NDArray
from PIL import Image
from support.cases import some
from support.draws import booleans, filtered, floats, law, mapped, one_of, sizes, tuples
from support.run import assert_done, assert_warns, call

from lossplot import __version__
from lossplot._curves.panels import PANELS
from lossplot._errors import RequestError
from lossplot._figure.drawing import Drawing
from lossplot._figure.layout import ticks
from lossplot._figure.layout.boxes import Face
from lossplot._figure.readers import read_range
from lossplot._figure.resolve import resolve
from lossplot._figure.spec import FigureSpec
from lossplot._figure.styles import find_family
from lossplot._formats import of_kind
from lossplot._formats.mpl.figure import prepare, render
from lossplot._formats.provenance import sealed
from lossplot._losses import LOSSES
from lossplot._text.names import label as name_of

PICTURES = of_kind("picture")

SVG = "{http://www.w3.org/2000/svg}"
LINK = "{http://www.w3.org/1999/xlink}href"
# SVG holds thousandths of a point, and a place found from two ticks has the rounding of both.
PRECISION = 5e-5
Points = NDArray[np.float64]


# --- the picture, read back from its SVG ---


def path_points(data: str) -> Points:
    """Return the points of path data that has straight segments only."""
    assert re.fullmatch(r"M-?[\d.]+ -?[\d.]+(L-?[\d.]+ -?[\d.]+)*", data)
    return np.array([place.split() for place in data[1:].split("L")], dtype=np.float64)


@dataclass(frozen=True, slots=True)
class Scale:
    """Map from page coordinates to numbers of an axis, by two of its ticks."""

    places: tuple[float, ...]
    numbers: tuple[float, ...]

    def read(self, place: Points) -> Points:
        share = (place - self.places[0]) / (self.places[-1] - self.places[0])
        return np.asarray(self.numbers[0] + share * (self.numbers[-1] - self.numbers[0]))


@dataclass(frozen=True, slots=True)
class Panel:
    element: ET.Element
    x: Scale
    y: Scale

    def read(self, points: Points) -> Points:
        return np.column_stack([self.x.read(points[:, 0]), self.y.read(points[:, 1])])

    def pieces(self, name: str) -> list[Points]:
        """Return the polylines of the curve `name` in page coordinates."""
        groups = [group for group in self.element.iter(f"{SVG}g") if re.fullmatch(rf"{name}_\d+", group.get("id", ""))]
        return [path_points(path.get("d", "")) for group in groups for path in group.iter(f"{SVG}path")]

    def circles(self) -> set[tuple[float, float, str]]:
        """Return the centre of each circle in data coordinates, and its fill colour."""
        centres = set()
        for use in self.element.iterfind(f"./{SVG}use"):
            [[x, y]] = self.read(np.array([[float(use.get("x", "nan")), float(use.get("y", "nan"))]]))
            [fill] = re.findall(r"fill: (#\w+)", use.get("style", ""))
            centres.add((round(x, 4) + 0.0, round(y, 4) + 0.0, fill))
        return centres


@dataclass(frozen=True, slots=True)
class Picture:
    root: ET.Element

    @property
    def panels(self) -> list[Panel]:
        elements = [group for group in self.root.iter(f"{SVG}g") if group.get("id", "").startswith("axes_")]
        # Only the lowest panel says what its x ticks are.
        x = scale(elements[-1], "xtick_", "x")
        return [Panel(element, x, scale(element, "ytick_", "y")) for element in elements]


def scale(panel: ET.Element, ticks_of: str, coordinate: str) -> Scale:
    groups = [group for group in panel.iter(f"{SVG}g") if group.get("id", "").startswith(ticks_of)]
    gridlines = [path_points(group.find(f".//{SVG}path").get("d")) for group in groups]  # type: ignore[union-attr, arg-type]
    places = [float(line[0]["xy".index(coordinate)]) for line in gridlines]
    comments = [node for group in groups for node in group.iter() if not isinstance(node.tag, str)]
    labels = [str(node.text).strip() for node in comments]
    assert len(places) == len(labels) >= 2
    return Scale(tuple(places), tuple(float(label.replace("\u2212", "-")) for label in labels))


def parse(svg: bytes) -> ET.Element:
    return ET.fromstring(svg, ET.XMLParser(target=ET.TreeBuilder(insert_comments=True)))


@cache
def picture(*losses: str) -> Picture:
    return Picture(parse(render(resolve(FigureSpec(losses, PANELS[:2])), ["svg"])["svg"]))


def is_vertex(points: Points, x: float, y: float) -> bool:
    return bool(np.any(np.all(np.abs(points - [x, y]) <= PRECISION, axis=1)))


def test_the_corner_of_the_hinge_is_a_vertex_at_its_exact_place() -> None:
    loss = picture("hinge", "squared-hinge").panels[0]
    [line] = [loss.read(piece) for piece in loss.pieces("loss_hinge")]
    assert is_vertex(line, 1.0, 0.0)
    assert len(line) == 3
    assert line[0, 1] == pytest.approx(1.0 - line[0, 0], abs=1e-4)


def test_the_corner_is_on_the_grid_to_the_last_digit_that_svg_holds() -> None:
    loss = picture("hinge", "squared-hinge").panels[0]
    one, zero = loss.x.places[loss.x.numbers.index(1.0)], loss.y.places[loss.y.numbers.index(0.0)]
    assert [one, zero] in loss.pieces("loss_hinge")[0].tolist()


def test_a_derivative_that_jumps_is_two_pieces_with_nothing_across() -> None:
    panel = picture("hinge", "squared-hinge").panels[1]
    before, after = (panel.read(piece) for piece in panel.pieces("derivative_hinge"))
    assert before[-1] == pytest.approx([1.0, -1.0], abs=PRECISION)
    assert after[0] == pytest.approx([1.0, 0.0], abs=PRECISION)
    assert before[:, 1] == pytest.approx(-1.0, abs=PRECISION)
    assert after[:, 1] == pytest.approx(0.0, abs=PRECISION)


def test_a_derivative_without_a_jump_is_one_piece_with_a_vertex_at_its_own_corner() -> None:
    panel = picture("hinge", "squared-hinge").panels[1]
    [line] = [panel.read(piece) for piece in panel.pieces("derivative_squared-hinge")]
    assert is_vertex(line, 1.0, 0.0)


def test_a_jump_has_a_piece_on_each_side_and_no_segment_across() -> None:
    loss = picture("hinge", "zero-one").panels[0]
    before, after = (loss.read(piece) for piece in loss.pieces("loss_zero-one"))
    assert before == pytest.approx(np.array([[-3.0, 1.0], [0.0, 1.0]]), abs=PRECISION)
    assert after == pytest.approx(np.array([[0.0, 0.0], [3.0, 0.0]]), abs=PRECISION)


def test_a_jump_has_a_filled_circle_where_the_value_is_and_a_hollow_one_where_it_is_not() -> None:
    loss = picture("hinge", "zero-one").panels[0]
    [line] = {re.findall(r"stroke: (#\w+)", path.get("style", ""))[0] for path in curve_paths(loss, "loss_zero-one_2")}
    assert loss.circles() == {(0.0, 1.0, line), (0.0, 0.0, "#ffffff")}


def curve_paths(panel: Panel, name: str) -> Iterator[ET.Element]:
    for group in panel.element.iter(f"{SVG}g"):
        if group.get("id") == name:
            yield from group.iter(f"{SVG}path")


def test_a_smooth_curve_is_drawn_through_its_true_values() -> None:
    panel = picture("logistic").panels[0]
    [line] = [panel.read(piece) for piece in panel.pieces("loss_logistic")]
    x = line[:, 0]
    inside = (x >= -3.0) & (x <= 3.0)
    assert line[inside, 1] == pytest.approx(np.logaddexp(0.0, -x[inside]), abs=PRECISION)
    assert (x.min(), x.max()) == pytest.approx((-3.0, 3.0), abs=PRECISION)


@pytest.mark.parametrize("panel", range(2))
def test_every_vertex_of_a_trace_is_drawn(panel: int) -> None:
    [trace] = resolve(FigureSpec(("tukey-biweight",), PANELS[:2])).scene.panels[panel].traces
    drawing = picture("tukey-biweight").panels[panel]
    lines = [drawing.read(piece) for piece in drawing.pieces(f"{PANELS[panel]}_tukey-biweight")]
    assert [len(line) for line in lines] == [len(piece) for piece in trace.pieces]
    assert np.vstack(lines) == pytest.approx(np.vstack(trace.pieces), abs=PRECISION)


def test_text_is_drawn_as_paths() -> None:
    root = picture("hinge", "squared-hinge").root
    assert not list(root.iter(f"{SVG}text"))
    assert all(use.get(LINK, "").startswith("#") for use in root.iter(f"{SVG}use"))


# --- what a file says of itself ---


SPEC = FigureSpec(("hinge", "huber:delta=2")[:1], PANELS[:2], size=(6.0, 4.0), dpi=150.0, title="A (b) & c")


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return render(resolve(SPEC), PICTURES)


def png_chunk(png: bytes, kind: bytes) -> bytes:
    at = png.index(kind)
    [length] = struct.unpack(">I", png[at - 4 : at])
    return png[at + 4 : at + 4 + length]


@pytest.mark.parametrize(
    "sizes",
    some([((3.25, 2.0), 300.0), ((6.0, 4.0), 150.0), ((2.0, 1.5), 96.0), ((1200 / 96, 675 / 96), 96.0)], 2),
    ids=str,
)
def test_a_png_has_the_pixels_asked_for_and_says_how_large_they_are(sizes: tuple[tuple[float, float], float]) -> None:
    size, dpi = sizes
    png = render(resolve(FigureSpec(("hinge",), size=size, dpi=dpi)), ["png"])["png"]
    assert struct.unpack(">II", png_chunk(png, b"IHDR")[:8]) == tuple(round(side * dpi) for side in size)
    assert struct.unpack(">IIB", png_chunk(png, b"pHYs")) == (round(dpi / 0.0254), round(dpi / 0.0254), 1)


def test_vector_files_have_the_size_asked_for(files: dict[str, bytes]) -> None:
    root = parse(files["svg"])
    assert (root.get("width"), root.get("height")) == ("432pt", "288pt")
    assert b"/MediaBox [ 0 0 432 288 ]" in files["pdf"]


def test_a_pdf_holds_its_font_as_true_type(files: dict[str, bytes]) -> None:
    assert b"/FontFile2" in files["pdf"]
    assert b"/Type3" not in files["pdf"]
    assert set(re.findall(rb"/BaseFont\s*/(?:[A-Z]{6}\+)?([A-Za-z-]+)", files["pdf"])) == {
        b"Inter-Regular",
        b"Inter-Italic",
    }


def metadata(files: dict[str, bytes], file_format: str, folder: Path) -> dict[str, str]:
    """Read title, description, maker and command from a file."""
    if file_format == "png":
        path = folder / "figure.png"
        path.write_bytes(files["png"])
        with Image.open(path) as image:
            info = {name: str(text) for name, text in image.info.items()}
        names = ("Title", "Description", "Software", "Comment")
    elif file_format == "svg":
        work = ET.fromstring(files["svg"]).find(".//{http://creativecommons.org/ns#}Work")
        assert work is not None
        dublin = "{http://purl.org/dc/elements/1.1/}"
        info = {child.tag.removeprefix(dublin): "".join(child.itertext()).strip() for child in work if child.text}
        names = ("title", "description", "creator", "source")
    else:
        strings = re.findall(rb"/(Title|Subject|Creator|Keywords) \(((?:\\.|[^\\)])*)\)", files["pdf"])
        texts = {name.decode(): re.sub(rb"\\(.)", rb"\1", text, flags=re.DOTALL) for name, text in strings}
        info = {
            name: text.decode("utf-16" if text.startswith(b"\xfe\xff") else "latin-1") for name, text in texts.items()
        }
        names = ("Title", "Subject", "Creator", "Keywords")
    return dict(zip(("title", "description", "maker", "command"), (info[name] for name in names), strict=True))


@pytest.mark.parametrize("file_format", PICTURES)
def test_a_file_says_what_it_shows_and_how_it_was_made(
    files: dict[str, bytes], file_format: str, tmp_path: Path
) -> None:
    facts = metadata(files, file_format, tmp_path)
    assert facts["title"] == "A (b) & c"
    if file_format != "pdf":  # whose strings are escaped otherwise: see test_provenance
        assert "Hinge falls linearly from 4 at m = \u22123 to its minimum 0 at m = 1" in facts["description"]
    assert facts["maker"] == prepare(resolve(SPEC)).software
    assert facts["maker"].startswith(f"lossplot {__version__} (matplotlib {mpl.__version__}; figure ")
    assert facts["command"] == SPEC.command(file_format)


@pytest.mark.parametrize("file_format", PICTURES)
def test_the_command_in_a_file_makes_the_same_file(files: dict[str, bytes], file_format: str, tmp_path: Path) -> None:
    name = f"hinge_derivative.{file_format}"
    _, *words = shlex.split(SPEC.command(file_format))
    assert_done(call(*words, cwd=tmp_path), name)
    assert (tmp_path / name).read_bytes() == sealed(files[file_format])


@pytest.mark.parametrize("file_format", PICTURES)
def test_nothing_in_a_file_tells_the_time_or_the_place(files: dict[str, bytes], file_format: str) -> None:
    assert not re.search(rb"CreationDate|ModDate|<dc:date>|tIME|/home/|/tmp/|/root/", files[file_format])


@pytest.mark.slow
def test_drawing_twice_gives_the_same_bytes(files: dict[str, bytes]) -> None:
    assert render(resolve(SPEC), reversed(PICTURES)) == files


def test_drawing_leaves_the_caller_s_settings_alone_and_does_not_heed_them(files: dict[str, bytes]) -> None:
    with mpl.rc_context({"font.size": 40.0, "axes.facecolor": "red", "svg.hashsalt": "mine", "savefig.bbox": "tight"}):
        before = dict(mpl.rcParams)
        assert render(resolve(SPEC), reversed(PICTURES)) == files
        assert dict(mpl.rcParams) == before


# --- what stands inside what ---


def long(words: str, times: int) -> str:
    return " ".join([words] * times)


MARGIN_LOSSES = (
    "zero-one", "perceptron", "hinge", "squared-hinge", "smoothed-hinge", "modified-huber", "logistic",
    "logistic-base2", "exponential", "squared-margin", "savage", "tangent",
)  # fmt: skip
FIFTY = "huber:delta=" + ",".join(f"{number / 10:g}" for number in range(1, 51))
FIGURES = {
    "usual": FigureSpec(("hinge",)),
    "usual-2-panels": FigureSpec(("hinge", "zero-one", "logistic"), PANELS[:2]),
    "usual-3-panels": FigureSpec(("huber:delta=0.5,1,2", "absolute"), PANELS[:3], title="Huber"),
    "column-3.25x2": FigureSpec(("hinge", "squared-hinge"), size=(3.25, 2.0)),
    "column-3.25x2-2-panels": FigureSpec(("hinge", "squared-hinge"), PANELS[:2], size=(3.25, 2.0)),
    "column-3.5x2.2-7-curves": FigureSpec(MARGIN_LOSSES[:7], size=(3.5, 2.2), title="Surrogates"),
    "text-5.5x3.4": FigureSpec(MARGIN_LOSSES[:4], size=(5.5, 3.4), title=long("a title", 12)),
    "text-5.5x3.4-3-panels": FigureSpec(MARGIN_LOSSES[:4], PANELS[:3], size=(5.5, 3.4)),
    "beamer-4.5x3": FigureSpec(("log-loss", "brier", "focal:gamma=1,2,5"), size=(4.5, 3.0)),
    "half-slide-6.4x4.8": FigureSpec(MARGIN_LOSSES, size=(6.4, 4.8)),
    "slide-13.33x7.5": FigureSpec(MARGIN_LOSSES[:5], PANELS[:2], size=(13.33, 7.5), title=long("a long title", 12)),
    "wide-10x4-3-panels": FigureSpec(MARGIN_LOSSES[:3], PANELS[:3], size=(10.0, 4.0)),
    "tall-4x8": FigureSpec(MARGIN_LOSSES[:6], PANELS[:3], size=(4.0, 8.0)),
    "12-curves": FigureSpec(MARGIN_LOSSES),
    "50-curves-slide-13.33x7.5": FigureSpec((FIFTY,), size=(13.33, 7.5)),
    "50-curves": FigureSpec((FIFTY,)),
    "25-curves": FigureSpec((FIFTY.partition(",2.6")[0],), title="Many"),
    "50-curves-column-3.25x2": FigureSpec((FIFTY,), size=(3.25, 2.0)),
    "title-of-one-word": FigureSpec(("hinge",), title="W" * 40),
    "far-away": FigureSpec(("squared",), PANELS[:3], x_range=(-1e100, 1e100)),
    "title-of-400-characters": FigureSpec(("hinge",), PANELS[:2], title=long("word", 80)),
    "long-tick-labels": FigureSpec(("huber",), x_range=(1.0, 1.0 + 2e-9), y_range=(-1e-9, 1e99)),
    "long-parameters": FigureSpec(("focal:gamma=1.23456789e-05:alpha=9.87654321e+05",) * 1),
    "no-legend": FigureSpec(MARGIN_LOSSES, labels="none", size=(3.25, 2.0)),
}
EVERY_FIGURE = pytest.mark.parametrize("name", some(FIGURES, 4))
UNBREAKABLE = {"title-of-60-capitals": FigureSpec(("hinge",), title="W" * 60)}


@cache
def laid_out(name: str) -> Figure:
    """Return the matplotlib figure of `FIGURES[name]` after layout."""
    caught: list[Figure] = []

    def save(figure: Figure, *_: object, **__: object) -> None:
        figure.draw_without_rendering()
        caught.append(figure)

    with mock.patch.object(Figure, "savefig", save):
        render(resolve({**FIGURES, **UNBREAKABLE}[name]), ["png"])
    return caught[0]


@cache
def drawing_of(name: str) -> Drawing:
    return prepare(resolve(FIGURES[name])).drawing


def legend_box(name: str) -> Bbox:
    """Return the box of the legend in the pixels of `laid_out(name)`."""
    legend = drawing_of(name).legend
    assert legend
    box = legend.box
    dpi = laid_out(name).dpi
    return Bbox([(box.left * dpi, box.bottom * dpi), (box.right * dpi, box.top * dpi)])


def texts(figure: Figure) -> list[tuple[str, Bbox]]:
    artists = [artist for artist in figure.findobj(Text) if isinstance(artist, Text) and artist.get_visible()]
    return [(text.get_text(), text.get_window_extent()) for text in artists if text.get_text()]


def outside(name: str) -> list[tuple[str, list[float]]]:
    """Return the texts that leave the figure by more than half a pixel, and their boxes."""
    figure = laid_out(name)
    page = figure.bbox.padded(0.5)
    return [
        (text, np.round(box.extents, 1).tolist())
        for text, box in texts(figure)
        if not (page.x0 <= box.x0 and box.x1 <= page.x1 and page.y0 <= box.y0 and box.y1 <= page.y1)
    ]


@EVERY_FIGURE
def test_every_text_is_inside_the_figure(name: str) -> None:
    assert not outside(name)


def test_a_title_that_nothing_can_break_fits_or_is_told_of(tmp_path: Path) -> None:
    outcome = call("hinge", "--title", "W" * 60, "-o", "a.svg", cwd=tmp_path)
    if outcome.err:
        assert_warns(outcome, "title", "wider than the figure")
    else:
        assert not outside("title-of-60-capitals")


@EVERY_FIGURE
def test_no_text_stands_on_another(name: str) -> None:
    figure = laid_out(name)
    boxes = [(text, box.padded(-0.02 * figure.dpi)) for text, box in texts(figure)]
    clashes = [(one, other) for (one, a), (other, b) in itertools.combinations(boxes, 2) if overlap(a, b)]
    assert not clashes


def overlap(one: Bbox, other: Bbox) -> bool:
    return bool(one.x0 < other.x1 and other.x0 < one.x1 and one.y0 < other.y1 and other.y0 < one.y1)


@pytest.mark.slow
@EVERY_FIGURE
def test_the_legend_covers_no_curve(name: str) -> None:
    figure = laid_out(name)
    if not drawing_of(name).legend:
        assert FIGURES[name].labels != "legend"
        return
    box = legend_box(name)
    for line in itertools.chain.from_iterable(axes.lines for axes in figure.axes):
        if line.axes and (line.get_gid() or line.get_marker() == "o"):
            points = along(line.axes.transData.transform(line.get_xydata()))
            assert not (within(box, points) & within(line.axes.bbox, points)).any(), line.get_gid()


def within(box: BboxBase, points: Points) -> NDArray[np.bool_]:
    return np.asarray(((points >= box.min) & (points <= box.max)).all(axis=1))


def along(vertices: Points) -> Points:
    """Return closely spaced points on a polyline."""
    if len(vertices) < 2:
        return vertices
    steps = np.append(0.0, np.cumsum(np.hypot(*np.diff(vertices, axis=0).T)))
    fine = np.linspace(0.0, steps[-1], 1000)
    return np.column_stack([np.interp(fine, steps, vertices[:, axis]) for axis in (0, 1)])


def legend_words(name: str) -> list[str]:
    box = legend_box(name)
    inside = [(text, extent) for text, extent in texts(laid_out(name)) if box.padded(1.0).contains(*extent.p0)]
    assert all(box.padded(1.0).contains(*extent.p1) for _, extent in inside)
    return [text for text, _ in inside]


LEGENDS = [
    *("25-curves", "12-curves", "50-curves-slide-13.33x7.5", "50-curves", "column-3.5x2.2-7-curves"),
    *("half-slide-6.4x4.8", "50-curves-column-3.25x2"),
]


@pytest.mark.parametrize("name", some(LEGENDS, 4))
def test_the_legend_names_every_curve_in_order(name: str) -> None:
    curves = resolve(FIGURES[name]).scene.curves
    family = find_family(curves)
    if not family:
        assert legend_words(name) == [name_of(curve) for curve in curves]
        return
    words = legend_words(name)
    end = words.index(" =") + 1
    heading, values = "".join(words[:end]), words[end:]
    assert heading == ("Huber, δ =" if FIGURES[name].title else "δ =")
    deltas = [f"{curve.parameters['delta']:g}" for curve in curves]
    assert values == [value for value in deltas if value in values]
    assert (values[0], values[-1]) == (deltas[0], deltas[-1])
    assert len(values) >= min(8, len(deltas)) / 2


def test_a_legend_without_names_has_none() -> None:
    assert not {text for text, _ in texts(laid_out("no-legend"))}.intersection(loss.title for loss in LOSSES.values())


@EVERY_FIGURE
def test_every_panel_keeps_some_of_the_figure(name: str) -> None:
    figure = laid_out(name)
    for axes in figure.axes:
        assert axes.bbox.width >= (0.2 if len(figure.axes) < 4 else 0.15) * figure.bbox.width
        assert axes.bbox.height >= 0.1 * figure.bbox.height
    for one, other in itertools.pairwise(figure.axes):
        if one.bbox.y0 == other.bbox.y0:
            assert one.bbox.x1 < other.bbox.x0
            assert (one.bbox.y1, one.bbox.width) == pytest.approx((other.bbox.y1, other.bbox.width))
        else:
            assert one.bbox.y0 >= other.bbox.y1
            assert (one.bbox.x0, one.bbox.x1) == (other.bbox.x0, other.bbox.x1)


@pytest.mark.slow
@pytest.mark.parametrize("size", [(0.5, 0.5), (0.5, 100.0), (100.0, 0.5), (1.0, 1.0)], ids=str)
def test_the_strangest_size_is_drawn(size: tuple[float, float]) -> None:
    spec = FigureSpec(MARGIN_LOSSES, PANELS[:3], size=size, dpi=20.0, title=long("a title", 20))
    assert all(render(resolve(spec), PICTURES).values())


# --- ticks ---


def accepted(low: float, high: float) -> bool:
    try:
        read_range(f"{low!r}:{high!r}")
    except RequestError:
        return False
    return True


def measure(text: str, size: float, math: bool = False, face: Face = "regular") -> float:
    return 0.6 * size / 72.0 * len(text)


limits = one_of(floats(-1e100, 1e100), floats(-1000.0, 1000.0))
ranges = one_of(
    mapped(lambda *ends: sorted(ends), limits, limits),
    mapped(lambda low, width: [low, low + width], limits, sizes(1e-100, 1e101)),
)


def number(label: str) -> float:
    return float(label.replace("\u2212", "-"))


axes_to_tick = tuples(filtered(ranges, lambda ends: accepted(*ends)), floats(0.3, 13.0), booleans)


def axis_ticks(ends: list[float], length: float, upright: bool) -> ticks.Ticks:
    low, high = ends
    return ticks.y_ticks(low, high, length, 14.0) if upright else ticks.x_ticks(low, high, length, 14.0, measure)


@law(150, axis=axes_to_tick)
def test_ticks_are_distinct_in_range_and_evenly_spaced(axis: tuple[list[float], float, bool]) -> None:
    (low, high), *_ = axis
    result = axis_ticks(*axis)
    values = np.array(result.values)
    assert len(values) == len(result.labels) == len(set(result.labels)) <= 60
    slack = 1e-6 * (high - low)
    assert np.all((values >= low - slack) & (values <= high + slack))
    steps = np.diff(values)
    assert np.all(steps > 0.0)
    assert not len(steps) or np.ptp(steps) <= 8.0 * math.ulp(max(abs(low), abs(high)))


@law(150, axis=axes_to_tick)
def test_a_tick_is_labelled_with_the_number_it_stands_at(axis: tuple[list[float], float, bool]) -> None:
    (low, high), *_ = axis
    result = axis_ticks(*axis)
    for value, label in zip(result.values, result.labels, strict=True):
        assert abs(number(label) - value) <= 4.0 * math.ulp(max(abs(low), abs(high))) + 1e-6 * (high - low)


@law(150, also=[(([1.0, 402.0], 1.0, False),)], axis=axes_to_tick)
def test_an_axis_has_two_ticks_or_more(axis: tuple[list[float], float, bool]) -> None:
    assert len(axis_ticks(*axis).values) >= 2


@EVERY_FIGURE
def test_every_axis_of_a_figure_has_two_ticks_or_more(name: str) -> None:
    for axes in laid_out(name).axes:
        assert len(axes.get_xticks()) >= 2
        assert len(axes.get_yticks()) >= 2
