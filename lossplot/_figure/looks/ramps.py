"""Colours in OKLab, where equal steps look equal; ramps of them for the members of a family.

Ottosson 2020, A perceptual color space for image processing; the matrices are his.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import cbrt

Triple = Sequence[float]

_CONES_FROM_RGB = (
    (0.4122214708, 0.5363325363, 0.0514459929),
    (0.2119034982, 0.6806995451, 0.1073969566),
    (0.0883024619, 0.2817188376, 0.6299787005),
)
_LAB_FROM_CONES = (
    (0.2104542553, 0.7936177850, -0.0040720468),
    (1.9779984951, -2.4285922050, 0.4505937099),
    (0.0259040371, 0.7827717662, -0.8086757660),
)
_CONES_FROM_LAB = (
    (1.0, 0.3963377774, 0.2158037573),
    (1.0, -0.1055613458, -0.0638541728),
    (1.0, -0.0894841775, -1.2914855480),
)
_RGB_FROM_CONES = (
    (4.0767416621, -3.3077115913, 0.2309699292),
    (-1.2684380046, 2.6097574011, -0.3413193965),
    (-0.0041960863, -0.7034186147, 1.7076147010),
)


def ramp(stops: Sequence[str], count: int) -> tuple[str, ...]:
    """`count` colours from the first of the `stops` to the last, which are `#rrggbb` and at least two."""
    labs = [to_oklab(rgb_of(stop)) for stop in stops]
    colours = []
    for member in range(count):
        place = member * (len(stops) - 1) / max(count - 1, 1)
        before = min(int(place), len(stops) - 2)
        share = place - before
        lab = [low + (high - low) * share for low, high in zip(labs[before], labs[before + 1], strict=True)]
        colours.append(from_oklab(lab))
    return tuple(colours)


def rgb_of(colour: str) -> tuple[int, ...]:
    """Red, green and blue of `#rrggbb`, each from 0 to 255."""
    return tuple(int(colour[at : at + 2], 16) for at in (1, 3, 5))


def mix(colour: str, other: str, share: float) -> str:
    """Return `colour` with a `share` of the `other`, as `#rrggbb`."""
    pairs = zip(rgb_of(colour), rgb_of(other), strict=True)
    return "#" + "".join(f"{round((1.0 - share) * one + share * two):02x}" for one, two in pairs)


def to_oklab(rgb: Sequence[int]) -> list[float]:
    """Lightness, green to red and blue to yellow."""
    return light_to_oklab(to_light(rgb))


def light_to_oklab(light: Triple) -> list[float]:
    """The same of red, green and blue light, each from 0 to 1."""
    return times(_LAB_FROM_CONES, [cbrt(cone) for cone in times(_CONES_FROM_RGB, light)])


def from_oklab(lab: Triple) -> str:
    """The nearest colour of sRGB, as `#rrggbb`."""
    light = times(_RGB_FROM_CONES, [cone**3 for cone in times(_CONES_FROM_LAB, lab)])
    return "#" + "".join(f"{round(255 * _encode(min(max(value, 0.0), 1.0))):02x}" for value in light)


def to_light(rgb: Sequence[int]) -> list[float]:
    """sRGB without its gamma (IEC 61966-2-1), each part from 0 to 1."""
    parts = [value / 255 for value in rgb]
    return [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]


def _encode(value: float) -> float:
    return 12.92 * value if value <= 0.0031308 else 1.055 * value ** (1 / 2.4) - 0.055


def times(matrix: Sequence[Triple], vector: Triple) -> list[float]:
    """The product of a matrix, row by row, and a vector."""
    return [sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix]
