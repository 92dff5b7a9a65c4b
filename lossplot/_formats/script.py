"""Drawing -> a Python script that draws it with matplotlib alone, for people to read and to change.

Sizes and colours come first, then words and lines as data, then a few loops, which do what `formats.mpl.artists` does.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from string import Template
from typing import TYPE_CHECKING, Any

from lossplot._figure.drawing import Dots, Drawing, Frame, Line, Text
from lossplot._figure.looks import Look
from lossplot._formats.digits import steady
from lossplot._formats.keywords import MINOR, line_keywords, scale_keywords, text_keywords
from lossplot._formats.letters import FAMILY, INTER, STIX, math_settings, public_names
from lossplot._formats.literals import WIDTH, Variable, comment, literal, number_list, string
from lossplot._formats.provenance import comment_line

if TYPE_CHECKING:
    from lossplot._formats.mpl.figure import Prepared

# The variables of the script that hold what a look says, by the arguments that are for the like.
_COLOURS = (("ground", "ground"), ("ink", "ink"), ("axis_colour", "axis"))
_VARIABLES = {
    "color": _COLOURS,
    "markerfacecolor": _COLOURS,
    "linewidth": (("line_width", "line"), ("thin_width", "thin")),
    "markersize": (("circle_size", "circle"),),
    "size": (("title_size", "title"), ("text_size", "text"), ("tick_size", "ticks")),
}
# What the styles of texts are called, other than those of names.
_TEXTS = {"title": "title", "mark number": "number"}
# Keyword arguments for matplotlib, by the names that the script has for them.
_Styles = dict[str, dict[str, Any]]


def as_script(prepared: Prepared) -> bytes:
    """Return the script that draws a figure; in an SVG that it writes, letters are outlines or text as in ours."""
    provenance, drawing = prepared.provenance("py"), prepared.drawing
    look, (width, height) = drawing.look, drawing.size
    styles: _Styles = {}
    text_styles: _Styles = {}
    vertices = [
        _entry([str(number), string(_style(part, drawing, styles))], _coordinates(part))
        for number, frame in enumerate(drawing.frames)
        for part in frame.parts
    ]
    key = [
        _entry([string(_style(part, drawing, styles))], [(x / width, y / height) for x, y in _coordinates(part)])
        for part in drawing.parts
    ]
    areas = [
        _entry([str(number), string(area.colour)], _rounded(area.points.tolist()))
        for number, frame in enumerate(drawing.frames)
        for area in frame.areas
    ]
    texts = [
        (
            _enter(_text_keywords(text, prepared), _TEXTS.get(text.role, "name"), look, text_styles),
            *_text(text, drawing, text.baseline),
        )
        for text in drawing.texts
    ]
    script = _SCRIPT.substitute(
        provenance=comment_line("#", provenance.software, provenance.command),
        words="\n".join([*comment("#", provenance.title), "#", *comment("#", provenance.description)]),
        size=f"{width!r}, {height!r}, {prepared.dpi!r}",
        **{name: repr(getattr(look, name)) for name in ("title", "text", "ticks", "line", "thin", "circle")},
        **{name: string(getattr(look, name)) for name in ("ground", "ink", "soft", "axis", "grid")},
        background=string("none") if drawing.transparent else "ground",
        fonts=literal(public_names(prepared.fonts), 0, len("fonts = ")),
        **_letters(prepared, any(text.math for text in drawing.texts)),
        letters=string("path" if prepared.is_outlined else "none"),
        styles=literal(styles, 0, WIDTH),
        text_styles=literal(text_styles, 0, len("text_styles = ")),
        panels=literal([_panel(frame, drawing) for frame in drawing.frames], 0, WIDTH),
        gridlines=look.gridlines,
        texts=literal(texts, 0, len("texts = ")),
        areas=_AREAS.format("\n".join(areas)) if areas else "",
        fill=_FILL if areas else "",
        scales=_SCALES if _has_scales(drawing) else "",
        minor=_MINOR if _has_scales(drawing) else "",
        vertices="\n".join(vertices),
        key="\n".join(key),
    )
    return script.encode()


_INTER = """\
# Inter comes with lossplot; where neither is installed, the letters are matplotlib's.
lossplot = importlib.util.find_spec("lossplot")
entries = font_manager.fontManager.ttflist
for folder in lossplot.submodule_search_locations if lossplot else []:
    for path in pathlib.Path(folder).rglob("Inter-*.ttf"):
        font_manager.fontManager.addfont(path)
        entries.insert(0, entries.pop())
if "Inter" not in font_manager.get_font_names():
    fonts = [name for name in fonts if name != "Inter"]
"""

_AREAS = """\
# Filled shapes: number of the panel, colour, every x, every y.
areas = [
{}
]
"""
_FILL = """\
for number, colour, x, y in areas:
    figure.axes[number].fill(x, y, color=colour, linewidth=0.0, zorder=0.8)
"""

_SCALES = """\
    axes.set_xscale(**panel["xscale"])
    axes.set_yscale(**panel["yscale"])
"""
_MINOR = f"""\
        axes.grid(which="minor", color=grid_colour, linewidth={MINOR} * thin_width)
    for axis in (axes.xaxis, axes.yaxis):
        minor = panel[f"{{axis.axis_name}}minor"]
        axis.set_ticks(minor, [""] * len(minor), minor=True)
    axes.tick_params(which="minor", length=0.0)
"""

_SCRIPT = Template("""\
$provenance
# To draw it: python THIS_FILE figure.png (or .svg, .pdf)
#
$words

${imports}import sys

import matplotlib
${manager}from matplotlib.figure import Figure
from matplotlib.lines import Line2D

# The figure in inches, its pixels to the inch; letters and lines in points.
width, height, dpi = $size
title_size, text_size, tick_size = $title, $text, $ticks
line_width, thin_width, circle_size = $line, $thin, $circle
fonts = $fonts
$mathtext
ground = $ground
background = $background
ink, soft = $ink, $soft
axis_colour = $axis
grid_colour, grid_shown = $grid, $gridlines

# How lines and circles are drawn, and how words are.
styles = $styles
text_styles = $text_styles

# The panels from the top.  Places are shares of the figure's width and height.
panels = $panels

# Words: style, place, text.
texts = $texts

# fmt: off
${areas}# Lines and circles: number of the panel, style, every x, every y.
vertices = [
$vertices
]
# The lines beside the words: style, every x, every y.
key = [
$key
]
# fmt: on

# As if there were no matplotlibrc; straight lines and letters stay as they are.
matplotlib.rcdefaults()
logging.getLogger("matplotlib.font_manager").setLevel(logging.ERROR)
${inter}matplotlib.rcParams.update({"font.family": fonts, "path.simplify": False$math_too})
matplotlib.rcParams.update({"svg.fonttype": $letters, "pdf.fonttype": 42})
matplotlib.rcParams["text.hinting"] = "none"
sharp = {"solid_joinstyle": "miter", "solid_capstyle": "butt"}

figure = Figure(figsize=(width, height), dpi=dpi, facecolor=background)
for panel in panels:
    axes = figure.add_axes(panel["place"], facecolor="none", axisbelow=True)
${scales}    axes.set(xlim=panel["xlim"], ylim=panel["ylim"])
    axes.set_xticks(panel["xticks"], panel["xticklabels"])
    axes.set_yticks(panel["yticks"], panel["yticklabels"])
    axes.tick_params(labelsize=tick_size, labelcolor=soft)
    axes.tick_params(length=0.0, pad=0.4 * tick_size)
    if grid_shown:
        axes.grid(color=grid_colour, linewidth=0.8 * thin_width)
${minor}    axes.spines[:].set_visible(False)

${fill}for number, style, x, y in vertices:
    figure.axes[number].plot(x, y, **sharp, **styles[style])
for style, x, y in key:
    figure.add_artist(Line2D(x, y, **sharp, **styles[style]))
for style, x, y, words in texts:
    figure.text(x, y, words, **text_styles[style])

figure.savefig(sys.argv[1] if len(sys.argv) > 1 else "figure.png")
""")


def _text_keywords(text: Text, prepared: Prepared) -> dict[str, Any]:
    """The arguments of `text`, with the family of italic letters where the font has none."""
    is_borrowed = text.face == "italic" and prepared.borrows_italic
    family = {"family": [INTER, *public_names(prepared.fonts)]} if is_borrowed else {}
    return text_keywords(text) | family


def _letters(prepared: Prepared, has_math: bool) -> dict[str, str]:
    """The lines about Inter, if there are letters in it, and the settings for formulas, if there are any."""
    fonts = prepared.fonts
    needs_inter = FAMILY in fonts or (has_math and fonts[0] != STIX) or prepared.borrows_italic
    mathtext = literal(math_settings(fonts[0], INTER), 0, len("mathtext = "))
    return {
        "imports": "import importlib.util\nimport logging\nimport pathlib\n" if needs_inter else "import logging\n",
        "manager": "from matplotlib import font_manager\n" if needs_inter else "",
        "inter": (_INTER + "    mathtext = {}\n" * has_math) if needs_inter else "",
        "mathtext": f"mathtext = {mathtext}\n" if has_math else "",
        "math_too": ", **mathtext" if has_math else "",
    }


def _style(part: Line | Dots, drawing: Drawing, styles: _Styles) -> str:
    """The name of how `part` is drawn: its curve's, with its role if it is not the curve itself."""
    name: str = "marker" if part.role == "handle marker" else part.role
    if part.curve is not None and part.role != "mark":
        curve = drawing.curves[part.curve]
        name = curve if part.role in ("curve", "handle") else f"{curve}: {name}"
    return _enter(line_keywords(part), name, drawing.look, styles)


def _enter(style: dict[str, Any], suggestion: str, look: Look, styles: _Styles) -> str:
    """The name of `style` in `styles`; if it is new there, `suggestion`, with a number if that is taken."""
    for key, value in style.items():
        style[key] = next(
            (Variable(name) for name, field in _VARIABLES.get(key, ()) if getattr(look, field) == value), value
        )
    names = (suggestion if count == 1 else f"{suggestion} {count}" for count in itertools.count(1))
    return next(name for name in names if styles.setdefault(name, style) == style)


def _panel(frame: Frame, drawing: Drawing) -> dict[str, Any]:
    view = frame.view
    return {
        "name": frame.panel,
        "place": [*frame.box.shares(drawing.size)],
        "xlim": [view.left, view.right],
        "ylim": [steady(view.bottom), steady(view.top)],
        "xticks": [*frame.x_ticks.values],
        "xticklabels": [*frame.x_ticks.labels] if frame.has_x_numbers else [],
        "yticks": [*frame.y_ticks.values],
        "yticklabels": [*frame.y_ticks.labels],
        **(_scales(frame) if _has_scales(drawing) else {}),
    }


def _has_scales(drawing: Drawing) -> bool:
    views = [frame.view for frame in drawing.frames]
    return not all(view.x_scale.is_linear and view.y_scale.is_linear for view in views)


def _scales(frame: Frame) -> dict[str, Any]:
    scales = (("xscale", frame.view.x_scale), ("yscale", frame.view.y_scale))
    return {
        **{name: {"value": scale.kind, **scale_keywords(scale)} for name, scale in scales},
        "xminor": [*frame.x_ticks.minor],
        "yminor": [*frame.y_ticks.minor],
    }


def _text(text: Text, drawing: Drawing, y: float) -> tuple[float, float, str]:
    return steady(text.x / drawing.size[0]), steady(y / drawing.size[1]), text.words


def _coordinates(part: Line | Dots) -> list[tuple[float, float]]:
    return _rounded(part.points.tolist() if isinstance(part, Line) else part.points)


def _rounded(points: Iterable[tuple[float, float]]) -> list[tuple[float, float]]:
    return [(x, steady(y)) for x, y in points]


def _entry(words: Sequence[str], points: Iterable[tuple[float, float]]) -> str:
    """An element of a list of lines: `words`, and the coordinates, in several lines if they need them."""
    x, y = map(list, zip(*points, strict=True))
    line = f"    ({', '.join([*words, repr(x), repr(y)])}),"
    if len(line) <= WIDTH:
        return line
    return f"    ({', '.join(words)},\n     {number_list(x, 5)},\n     {number_list(y, 5)}),"
