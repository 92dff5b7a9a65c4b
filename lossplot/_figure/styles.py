"""Line styles that tell the curves of a figure apart: a colour, a dash pattern, a marker for each."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import count

from lossplot._curves.curve import Curve
from lossplot._figure.looks import Look, Marker, are_alike, dash, marker
from lossplot._figure.looks.dashes import PATTERNS

# Fewest curves that get a colour ramp: two are as clear in the colours of the cycle.
FEWEST = 3
# Most curves, besides those of a family, that a reader tells apart by their colours alone.
MOST_SOLID = 4


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


def line_styles(curves: Sequence[Curve], look: Look, compare: bool = False) -> tuple[LineStyle, ...]:
    """A different line for every curve: a dash where somebody could take one colour for another, else solid.

    The only family of a figure goes along a ramp of colours, and the others have those of other hues; more than four
    other curves have a dash of their own each.  In print all are black: seven have dashes, and the next seven markers.
    What may stand on two grounds has the dashes that either asks for.  To `compare` them all but the first are dashed.
    Of losses for both labels each has a colour, and the second label dashes.
    """
    if look.markers:
        return tuple(_in_print(index, look) for index in range(len(curves)))
    # Both labels of a loss have one colour, unless the loss is alone.
    each = 2 if len(curves) > 2 and all(curve.axis.y is not None for curve in curves) else 1
    losses = curves[::each]
    family = find_family(losses)
    members = family.members if family else ()
    others = [index for index in range(len(losses)) if index not in members]
    grounds = [
        [colour for colour in _colours(ground, members, others) for _ in range(each)]
        for ground in (look, look.in_the_dark)
        if ground
    ]
    colours = grounds[0]
    crowd = [index for index in range(len(curves)) if index // each in others] if len(others) > MOST_SOLID else ()
    dashes = dashes_for(grounds, crowd)
    if compare:
        dashes = [dash(index) for index in range(len(curves))]
    return tuple(LineStyle(colour, pattern) for colour, pattern in zip(colours, dashes, strict=True))


def _colours(look: Look, members: Sequence[int], others: Sequence[int]) -> list[str]:
    """A colour for each curve: for the `members` of a family, which are in order, those of the ramp."""
    ramp = dict(zip(members, look.ramp_colours(len(members)), strict=True))
    # The first colour of the cycle has the hue of the ramp.
    colours = ramp | {index: look.colour(place) for place, index in enumerate(others, start=bool(ramp))}
    return [colours[index] for index in range(len(colours))]


def dashes_for(grounds: Sequence[Sequence[str]], crowd: Collection[int] = ()) -> list[tuple[float, ...]]:
    """The first dashes, in the order of their table, that tell lines apart, which have these colours on each ground.

    Lines of the `crowd`, given by their places, differ in their dashes whatever their colours.
    """
    dashes: list[tuple[float, ...]] = []
    for index in range(len(grounds[0])):
        taken = {
            pattern
            for other, pattern in enumerate(dashes)
            if (index in crowd and other in crowd)
            or any(are_alike(colours[index], colours[other]) for colours in grounds)
        }
        dashes.append(next(pattern for pattern in map(dash, count()) if pattern not in taken))
    return dashes


def _in_print(index: int, look: Look) -> LineStyle:
    """The line of curve `index` for black and white: a dash or a marker of its own, and both only past fourteen."""
    row, place = divmod(index, PATTERNS)
    return LineStyle(look.colour(0), dash(row - 1), marker(place)) if row else LineStyle(look.colour(0), dash(place))


def find_family(curves: Sequence[Curve], fewest: int = FEWEST) -> Family | None:
    """The family among `curves`, of `fewest` members or more, if there is one and no second."""
    groups: dict[object, list[int]] = {}
    for index, curve in enumerate(curves):
        groups.setdefault((curve.loss.name, curve.library, curve.given), []).append(index)
    families: list[Family] = []
    for places in groups.values():
        members = [curves[place].parameters for place in places]
        varied = [name for name in members[0] if len({values[name] for values in members}) > 1]
        if len(places) >= fewest and len(varied) == 1:
            ordered = sorted(places, key=lambda place: curves[place].parameters[varied[0]])
            families.append(Family(varied[0], tuple(ordered)))
    return families[0] if len(families) == 1 else None
