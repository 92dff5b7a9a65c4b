"""Random numbers that are the same in every language: SplitMix64, counted.

Word number i, from 1, of a stream is `mix(key + i*GAMMA)` in whole numbers modulo 2^64 (Steele, Lea and Flood 2014):

    z = key + i*0x9E3779B97F4A7C15
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9
    z = (z ^ (z >> 27)) * 0x94D049BB133111EB
    z ^ (z >> 31)

A uniform number of [0, 1) is `(word >> 11) * 2^-53`.  The key of a stream is made of whole numbers, such as a seed and
what the stream is for: from key = 0, each of them in turn makes it `mix(key + GAMMA + number)`.  Normal numbers are
those of Box and Muller, n of them from 2n uniform ones: `sqrt(-2 log(1 - u[i])) cos(2 pi u[n + i])`.  A permutation is
the order of n uniform numbers, smallest first.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from lossplot._formula.evaluate import Array

_MASK, _GAMMA = (1 << 64) - 1, 0x9E3779B97F4A7C15
_FIRST, _SECOND = 0xBF58476D1CE4E5B9, 0x94D049BB133111EB
# What a stream is for: the second number of its key, after the seed.
PLACES, NOISE, SPLIT, FLIPS, OUTLIERS, START, ORDER, BALANCE = range(1, 9)


def stream(*numbers: int) -> int:
    """Return the key of the stream that belongs to `numbers`."""
    key = 0
    for number in numbers:
        key = (key + _GAMMA + number) & _MASK
        key = ((key ^ (key >> 30)) * _FIRST) & _MASK
        key = ((key ^ (key >> 27)) * _SECOND) & _MASK
        key ^= key >> 31
    return key


def words(key: int, count: int) -> NDArray[np.uint64]:
    """Return the first `count` words of a stream."""
    with np.errstate(over="ignore"):
        z = np.uint64(key) + np.arange(1, count + 1, dtype=np.uint64) * np.uint64(_GAMMA)
        z = (z ^ (z >> np.uint64(30))) * np.uint64(_FIRST)
        z = (z ^ (z >> np.uint64(27))) * np.uint64(_SECOND)
    return z ^ (z >> np.uint64(31))


def uniforms(key: int, count: int) -> Array:
    """Return `count` numbers of [0, 1)."""
    return (words(key, count) >> np.uint64(11)).astype(np.float64) * 2.0**-53


def normals(key: int, count: int) -> Array:
    """Return `count` numbers of the standard normal distribution."""
    radius, angle = uniforms(key, 2 * count).reshape(2, count)
    return np.sqrt(-2.0 * np.log(1.0 - radius)) * np.cos(2.0 * np.pi * angle)


def permutation(key: int, count: int) -> NDArray[np.int64]:
    """Return the numbers below `count` in random order."""
    return np.argsort(uniforms(key, count), kind="stable")
