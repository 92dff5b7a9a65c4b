"""Computed numbers -> as many of their digits as every processor finds."""

from __future__ import annotations

DIGITS = 10


def steady(value: float) -> float:
    """`value` to ten digits: of sixteen, the last are not the same on every processor."""
    return float(f"{value:.{DIGITS}g}")
