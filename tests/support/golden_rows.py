"""Rows of words and numbers against those of a golden table."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

Rows = Sequence[Sequence[Any]]


def assert_rows_alike(rows: Rows, golden: Rows, near: float, share: float) -> None:
    """Assert that all cells are the same words, or numbers no farther apart than `near` and a `share` of them."""
    alike = partial(_are_alike, near=near, share=share)
    for row, expected in zip(rows, golden, strict=False):
        assert len(row) == len(expected), (row, expected)
        assert all(map(alike, row, expected)), (row, expected)
    assert len(rows) == len(golden)


def _are_alike(one: Any, other: Any, near: float, share: float) -> bool:
    if isinstance(one, float) and isinstance(other, float):
        return abs(one - other) <= near + share * abs(other)
    return type(one) is type(other) and bool(one == other)
