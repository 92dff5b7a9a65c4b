"""Line styles that tell the curves of a figure apart: a colour, a dash pattern, a marker for each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lossplot.curves.curve import Curve
from lossplot.figure.looks import Look, Marker, dash, marker

# Fewest curves that get a colour ramp: two are as clear in the colours of the cycle.
FEWEST = 3


@dataclass(frozen=True, slots=True)
class LineStyle:
    colour: str
    dash: tuple[float, ...] = ()
    marker: Marker | None = None


@dataclass(frozen=True, slots=True)
class Family:
    """Curves that differ in one parameter: their places among all the curves, in the order of its values."""

    parameter: str
    members: tuple[int, ...]


def line_styles(curves: Sequence[Curve], look: Look) -> tuple[LineStyle, ...]:
    """A different line for every curve; the only family of a figure goes along a ramp of colours."""
    family = find_family(curves)
    members = family.members if family else ()
    ramp = dict(zip(members, look.ramp_colours(len(members)), strict=True))
    styles: list[LineStyle] = []
    for index in range(len(curves)):
        others = sum(other not in ramp for other in range(index))
        # Where dashes and markers tell lines apart, those of the family are taken.
        place = index if look.markers else others
        pattern = dash(place) if look.markers or index not in ramp else ()
        colour = ramp.get(index) or look.colour(others)
        styles.append(LineStyle(colour, pattern, marker(place) if look.markers else None))
    return tuple(styles)


def find_family(curves: Sequence[Curve]) -> Family | None:
    """The family among `curves`, if there is one, and no second."""
    groups: dict[object, list[int]] = {}
    for index, curve in enumerate(curves):
        groups.setdefault((curve.loss.name, curve.library, curve.given), []).append(index)
    families: list[Family] = []
    for places in groups.values():
        members = [curves[place].parameters for place in places]
        varied = [name for name in members[0] if len({values[name] for values in members}) > 1]
        if len(places) >= FEWEST and len(varied) == 1:
            ordered = sorted(places, key=lambda place: curves[place].parameters[varied[0]])
            families.append(Family(varied[0], tuple(ordered)))
    return families[0] if len(families) == 1 else None
