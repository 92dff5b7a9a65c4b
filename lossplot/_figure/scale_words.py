"""The scales of the axes in the description of a figure."""

from __future__ import annotations

from lossplot._figure.sampling import View
from lossplot._figure.scales import Scale
from lossplot._text.language import Language


def describe_scales(view: View, language: Language) -> str:
    """Return the sentences that say how the axes of the first panel are scaled, to follow others."""
    texts = [_described(axis, scale, language) for axis, scale in (("x", view.x_scale), ("y", view.y_scale))]
    return "".join(f"{language('. ')[1:]}{text}{language('.')}" for text in texts if text)


def _described(axis: str, scale: Scale, language: Language) -> str:
    if scale.kind == "log":
        return language("The {axis} axis is logarithmic", axis=axis)
    if scale.kind == "symlog":
        text = "The {axis} axis is linear within \u00b1{threshold} and logarithmic beyond"
        return language(text, axis=axis, threshold=f"{scale.threshold:g}")
    return ""
