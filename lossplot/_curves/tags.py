"""Tags: the properties by which people choose a loss."""

from __future__ import annotations

from collections.abc import Mapping

from lossplot._curves.records import PropertyData

# In the order in which they are shown, without properties of nearly every loss, which are no help in choosing.
TAGS = (
    *("convex", "smooth", "twice-smooth", "bounded", "lipschitz", "symmetric"),
    *("calibrated", "proper", "strictly-proper", "robust", "redescending", "monotone"),
)


def tags_of(axis: str, properties: Mapping[str, PropertyData]) -> list[str]:
    """Return those of `TAGS` that are true of a loss of `axis` with these properties."""
    values = {**properties, "robust": properties["lipschitz"] if axis == "error" else False}
    return [tag for tag in TAGS if _is_had(values.get(tag))]


def _is_had(value: PropertyData) -> bool:
    # Not by a comparison with False, which a steepest slope of 0.0 equals.
    return value is not None and value is not False and value != "inf"
