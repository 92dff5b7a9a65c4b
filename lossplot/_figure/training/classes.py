"""Colours and signs of classes: of their examples, and of the regions in which they are decided for."""

from __future__ import annotations

from lossplot._figure.looks import Look, Marker, marker
from lossplot._figure.looks.ramps import mix

# How much of the ground is in the colour of a region, and in that of an example that was trained with.
_REGION, _TRAINED = 0.84, 0.45
# In so many steps the colour of an example tells its weight, and how much of the ground is in the palest.
WEIGHTS, _PALEST = 5, 0.85
# Without colours, how much of the ground is in the grey of each class: those of two classes are far apart.
_GREYS = (1.0, 0.8, 0.9, 0.7, 0.95, 0.85, 0.75, 0.65, 0.97, 0.6)


def class_colour(number: int, look: Look) -> str:
    """Return the colour of an example to test: the label +1 of two has the first colour."""
    return look.colour(0) if look.markers else look.colour(_place(number))


def trained_colour(number: int, look: Look) -> str:
    """Return the colour of an example that was trained with."""
    return mix(class_colour(number, look), look.ground, _TRAINED)


def region_colour(number: int, look: Look) -> str:
    """Return the pale colour in which a class is decided for."""
    if look.markers:
        return mix(look.ink, look.ground, _GREYS[number % len(_GREYS)])
    return mix(look.colour(_place(number)), look.ground, _REGION)


def class_marker(number: int, look: Look) -> Marker | None:
    """Return the sign of a class where its colour does not tell it: None is a circle."""
    return marker(number) if look.markers or number >= len(look.colours) else None


def weight_colour(step: int, look: Look) -> str:
    """Return the colour of an example that counts so many steps of `WEIGHTS`: the paler, the less."""
    return mix(look.colour(0), look.ground, _PALEST * (1.0 - step / (WEIGHTS - 1)))


def all_colours(classes: int, look: Look) -> tuple[str, ...]:
    """Return every colour of so many classes, and of all weights, in one order for all looks."""
    kinds = (class_colour, trained_colour, region_colour)
    weights = tuple(weight_colour(step, look) for step in range(WEIGHTS))
    return *(colour(number, look) for colour in kinds for number in range(classes)), *weights


def _place(number: int) -> int:
    """Return a class's place in the cycle of colours."""
    return (1, 0)[number] if number < 2 else number
