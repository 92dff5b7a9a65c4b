"""The cells of the table that `lossplot train` prints."""

from __future__ import annotations

from typing import Any

import pytest

from lossplot._cli.train_table import _short


@pytest.mark.parametrize(
    ("name", "cell", "text"),
    [
        ("loss", "hinge", "hinge"),
        ("train_loss", 1 / 3, "0.3333"),
        ("train_loss", 123456.0, "1.235e+05"),
        ("train_loss", None, "-"),
        ("train_accuracy", 0.98765, "98.77%"),
        ("test_accuracy", 1.0, "100%"),
        ("precision", 2 / 3, "66.67%"),
        ("recall", 0.5, "50%"),
        ("seconds", 1.2345, "1.23"),
        ("seconds", 0.0, "0.00"),
        ("epoch_95", 12, "12"),
    ],
)
def test_a_cell_has_four_digits_a_share_in_per_cent_and_hundredths_of_seconds(name: str, cell: Any, text: str) -> None:
    assert _short(name, cell) == text
