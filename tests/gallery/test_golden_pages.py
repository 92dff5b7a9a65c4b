"""What stands on live pages, and where, is what it was: elements, words, places, colours, and the strokes of pens.

`python tests/make_pages.py` writes the table anew, after a change that is meant.
"""

from __future__ import annotations

import json
import re
from typing import Any

import make_pages
import pytest
from support.golden_rows import assert_rows_alike
from support.page_rows import page_rows
from support.visits import Visit

GOLDEN: dict[str, list[str]] = json.loads(make_pages.GOLDEN.read_text("utf-8"))
TOKEN = re.compile(r"#[0-9a-f]+|(-?\d+(?:\.\d+)?(?:e[+-]\d+)?)|.")
# Pixels and units of views, and the share of a number: the functions of another engine differ in the last place.
NEAR, SHARE = 0.01, 0.001


def test_the_table_has_every_page() -> None:
    assert [*GOLDEN] == [make_pages.name_of(*each) for each in make_pages.PAGES]


def tokens(row: str) -> list[str | float]:
    """Return the numbers of a row, and its colours and characters."""
    return [float(token[1]) if token[1] else token[0] for token in TOKEN.finditer(row)]


@pytest.mark.parametrize(("address", "act", "options"), make_pages.PAGES, ids=[*GOLDEN])
def test_a_page_stands_as_it_did(visit: Visit, address: str, act: str, options: dict[str, Any]) -> None:
    rows, golden = page_rows(visit, address, act, **options), GOLDEN[make_pages.name_of(address, act, options)]
    assert_rows_alike([*map(tokens, rows)], [*map(tokens, golden)], NEAR, SHARE)
