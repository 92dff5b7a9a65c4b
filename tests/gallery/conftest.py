"""The page and the browser that all tests of it share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from support.browser import Site, open_site


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with open_site(tmp_path_factory.mktemp("site")) as opened:
        yield opened
