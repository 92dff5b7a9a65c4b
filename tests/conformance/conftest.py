"""Marks what calls another library `conformance`, which is deselected unless asked for: `pytest -m conformance`."""

import pytest

_NEEDS_NO_LIBRARY = ("test_complete.py", "test_published.py")


def pytest_itemcollected(item: pytest.Item) -> None:
    if item.path.name not in _NEEDS_NO_LIBRARY:
        item.add_marker(pytest.mark.conformance)
        # Ignore warnings of the libraries on import or about each other.
        item.add_marker(pytest.mark.filterwarnings("ignore"))
