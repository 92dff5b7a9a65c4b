"""Keywords of `plot` that are matplotlib's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypedDict

if TYPE_CHECKING:
    from matplotlib.typing import ColorType, LineStyleType


class LineKeywords(TypedDict, total=False):
    """How matplotlib draws the lines of curves: for all of them, or a list with a value for each."""

    color: ColorType | list[ColorType] | list[str]
    c: ColorType | list[ColorType] | list[str]
    linewidth: float | list[float]
    lw: float | list[float]
    linestyle: LineStyleType | list[LineStyleType] | list[str]
    ls: LineStyleType | list[LineStyleType] | list[str]
    alpha: float | list[float]
    zorder: float | list[float]
    path_effects: Any
    rasterized: bool | list[bool]
