"""Colours as people see them: in grey, and with each deficiency of colour vision."""

from __future__ import annotations

from functools import cache
from math import cbrt, dist

from lossplot._figure.looks.ramps import light_to_oklab, rgb_of, times, to_light

# Distances in OKLab and of its lightness; 0.02 is just noticeable (CSS Color 4).
COLOUR_APART, GREY_APART = 0.075, 0.04

# Machado, Oliveira & Fernandes 2009, A Physiologically-based Model for Simulation of Color Vision Deficiency, severity
# 1.0, for linear sRGB: protanopia, deuteranopia, tritanopia.
_DEFICIENCIES = (
    ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
)
# The weights of red, green and blue in the luminance of sRGB (IEC 61966-2-1).
_LUMINANCE = ((0.2126, 0.7152, 0.0722),)


@cache
def are_alike(one: str, other: str) -> bool:
    """Return True if somebody could take a line in one colour for a line in the other, both `#rrggbb`.

    That is by normal sight, by a reader without one kind of cones, or on a print in grey.
    """
    if abs(_grey(one) - _grey(other)) < GREY_APART:
        return True
    return any(dist(a, b) < COLOUR_APART for a, b in zip(_sights(one), _sights(other), strict=True))


@cache
def _grey(colour: str) -> float:
    """The lightness on a print in grey, from 0 to 1."""
    return cbrt(times(_LUMINANCE, to_light(rgb_of(colour)))[0])


@cache
def _sights(colour: str) -> list[list[float]]:
    """The colour in OKLab, as it is and in the eyes of each deficiency."""
    light = to_light(rgb_of(colour))
    lights = [light, *(times(matrix, light) for matrix in _DEFICIENCIES)]
    return [light_to_oklab([min(max(part, 0.0), 1.0) for part in each]) for each in lights]
