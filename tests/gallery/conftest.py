"""The visits of pages, by their own scripts in `node`."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from support.visits import Visit


@pytest.fixture(scope="session")
def visit(tmp_path_factory: pytest.TempPathFactory) -> "Iterator[Visit]":
    """The pages of a small gallery, each loaded anew for a visit."""
    from support.visits import open_pages

    with open_pages(tmp_path_factory.mktemp("visits")) as visit:
        yield visit
