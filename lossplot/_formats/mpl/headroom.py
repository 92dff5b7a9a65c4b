"""Room above the panels for the titles that a program adds to a finished figure."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from matplotlib.axes import Axes
from matplotlib.backend_bases import RendererBase
from matplotlib.figure import Figure
from matplotlib.text import Text
from matplotlib.transforms import Affine2D, Bbox

# Between titles, and above them, in points.
_GAP = 4.0
# However high the titles are, the rest keeps this share of the height.
_LEAST = 0.5


def room_share(figure: Figure, renderer: RendererBase) -> float:
    """Return the share of its height that the figure as it was drawn must be reduced to, so that all titles show."""
    titles = [(axes, text) for axes in figure.axes for text in _titles(axes)]
    above = figure.get_suptitle()
    if not figure.axes or not (above or titles):
        return 1.0
    gap = _GAP * figure.dpi / 72.0
    limit = float(figure.bbox.y1) - gap
    if above:
        limit = min(_extent(text, renderer).y0 for text in figure.texts if text.get_text() == above) - gap
    # A title keeps its height, and its distance from its panel.
    shares = [float((limit - _extent(text, renderer).y1) / axes.bbox.y1 + 1.0) for axes, text in titles]
    shares += [limit / _content_top(figure, renderer, above)] if above else []
    return max(_LEAST, min(1.0, *shares))


def _titles(axes: Axes) -> list[Text]:
    texts = {axes.get_title(where) for where in ("left", "center", "right")} - {""}
    children = [child for child in axes.get_children() if isinstance(child, Text)]
    return [child for child in children if child.get_text() in texts and child not in axes.texts]


def _content_top(figure: Figure, renderer: RendererBase, above: str) -> float:
    texts = [text for text in figure.texts if text.get_text() and text.get_text() != above]
    tops = [*(axes.bbox.y1 for axes in figure.axes), *(_extent(text, renderer).y1 for text in texts)]
    return float(max(tops))


def _extent(text: Text, renderer: RendererBase) -> Bbox:
    return text.get_window_extent(renderer)


@contextlib.contextmanager
def lowered(figure: Figure, scale: Affine2D, share: float) -> Iterator[None]:
    """Let the panels, and what stands in inches, end at this share of the height of `figure` within a `with` block."""
    if share == 1.0:
        yield
        return
    matrix = scale.get_matrix().copy()
    places = [(axes, axes.get_position(original=True), axes.get_in_layout()) for axes in figure.axes]
    try:
        scale.scale(1.0, share)
        for axes, box, is_in_layout in places:
            axes.set_position((box.x0, box.y0 * share, box.width, box.height * share))
            axes.set_in_layout(is_in_layout)
        yield
    finally:
        scale.set_matrix(matrix)
        for axes, box, is_in_layout in places:
            axes.set_position(box)
            axes.set_in_layout(is_in_layout)
