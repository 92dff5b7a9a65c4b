"""Artists of a figure by the curve that they show, and matplotlib's keywords of lines for them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypedDict

from matplotlib.artist import Artist
from matplotlib.cbook import normalize_kwargs
from matplotlib.lines import Line2D
from matplotlib.text import Text
from matplotlib.typing import ColorType, LineStyleType

from lossplot._errors import RequestError, quote_value
from lossplot._figure.drawing import HOLLOW, LAYERS

__all__ = ["Artist", "CurveArtist", "Line2D", "LineKeywords", "check_line_keywords", "find_curve_artists", "restyle"]


class LineKeywords(TypedDict, total=False):
    """Keywords by which matplotlib draws the lines of curves: for all of them, or a list with a value for each."""

    color: ColorType | list[Any]
    c: ColorType | list[Any]
    linewidth: float | list[float]
    lw: float | list[float]
    linestyle: LineStyleType | list[Any]
    ls: LineStyleType | list[Any]
    alpha: float | list[float]
    zorder: float | list[float]
    rasterized: bool | list[bool]


# What shows the curve itself, in a panel and in the legend; the rest helps to read it.
_CURVES = ("curve", "handle")
_TAG = re.compile(r"_(\D+) (\d+)")


@dataclass(frozen=True, slots=True)
class CurveArtist:
    """An artist of curve number `curve`, and the role that it has in the drawing, such as `hollow circle`."""

    artist: Artist
    role: Any
    curve: int


def find_curve_artists(parents: Iterable[Artist]) -> tuple[CurveArtist, ...]:
    """Find what shows a curve in these figures or axes, as it was drawn: by the tags that are its labels."""
    artists = [artist for parent in parents for artist in parent.findobj()]
    tags = [(artist, _TAG.fullmatch(str(artist.get_label()))) for artist in artists]
    return tuple(CurveArtist(artist, tag[1], int(tag[2])) for artist, tag in tags if tag)


def check_line_keywords(keywords: Mapping[str, Any], curves: int) -> list[dict[str, Any]]:
    """Return matplotlib's keywords of a line for each curve; a value that is a list has one for each.

    Raises RequestError for a list of another length, and for values that no line can have.
    """
    try:
        named = normalize_kwargs({**keywords}, Line2D)
    except TypeError:  # both color and c, or another such pair
        raise RequestError(f"{' and '.join(keywords)} are two names of one keyword; leave out one of them") from None
    for name, value in named.items():
        if isinstance(value, list) and len(value) != curves:
            raise RequestError(f"{name} has {len(value)} values, and there are {curves} curves; give one for each")
        for one in value if isinstance(value, list) else [value]:
            _check_value(name, one)
    return [{name: v[i] if isinstance(v, list) else v for name, v in named.items()} for i in range(curves)]


def _check_value(name: str, value: Any) -> None:
    try:
        Line2D([], [], **{name: value})
        float(value if name in ("linewidth", "alpha", "zorder") and value is not None else 0.0)
    except (AttributeError, TypeError, ValueError):
        raise RequestError(f"{name} {quote_value(value)} is nothing that a line has; see matplotlib's Line2D") from None


def restyle(artists: Iterable[CurveArtist], keywords: Sequence[Mapping[str, Any]]) -> None:
    """Give each curve its keywords: all of them to its lines, colour and transparency to its dots and words too."""
    for each in artists:
        given = keywords[each.curve]
        if each.role in _CURVES:
            each.artist.set(**given)
            continue
        _follow(each, {name: given[name] for name in ("color", "alpha", "zorder") if given.get(name) is not None})


def _follow(each: CurveArtist, given: Mapping[str, Any]) -> None:
    artist = each.artist
    if "alpha" in given and not isinstance(artist, Text):
        artist.set_alpha(given["alpha"])
    if "zorder" in given and each.role in LAYERS:
        artist.set_zorder(given["zorder"] + LAYERS[each.role] - LAYERS["curve"])
    if "color" not in given:
        return
    if isinstance(artist, Line2D) and artist.get_linestyle() == "None":
        artist.set_markeredgecolor(given["color"])
        if each.role not in HOLLOW:
            artist.set_markerfacecolor(given["color"])
    elif isinstance(artist, Line2D | Text):
        artist.set_color(given["color"])
