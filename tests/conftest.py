"""One profile for every property test: the same examples each time, however slow the machine."""

import pytest
import surroundings
from hypothesis import settings

settings.register_profile("lossplot", deadline=None, derandomize=True, max_examples=40)
settings.load_profile("lossplot")


def pytest_configure(config: pytest.Config) -> None:
    surroundings.set_up(begins=not hasattr(config, "workerinput"))


def pytest_unconfigure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput"):
        surroundings.take_down()
