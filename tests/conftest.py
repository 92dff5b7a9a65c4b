"""Options for the examples of laws, and the environment of all tests, the same on every machine."""

import functools
import gc
from collections.abc import Iterator
from typing import TYPE_CHECKING
from unittest import mock

import pytest
from support import environment

if TYPE_CHECKING:
    from playwright.sync_api import Browser
    from support.browser import Site
    from support.visits import Visit

# Collect garbage less often, and not in the tests themselves: it took an eighth of their time.
gc.set_threshold(50_000)


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("laws")
    group.addoption("--examples", type=int, metavar="N", help="try every law with N drawn examples")
    group.addoption("--seed", default="", metavar="TEXT", help="draw other examples than the usual ones")
    group.addoption("--example", type=int, metavar="NUMBER", help="try only the example with this number")


def pytest_configure(config: pytest.Config) -> None:
    environment.set_up(begins=not hasattr(config, "workerinput"))


@pytest.hookimpl(trylast=True)
def pytest_unconfigure(config: pytest.Config) -> None:
    # By now pytest has looked for garbage; when it does so again, it need not go through all that is kept.
    gc.freeze()
    if not hasattr(config, "workerinput"):
        environment.take_down()


@pytest.fixture(scope="session", autouse=True)
def _cards_once() -> Iterator[None]:
    """Cache the card of each curve: `list` and `show` compute those of all losses."""
    from lossplot._curves import properties

    with mock.patch.object(properties, "card", functools.cache(properties.card)):
        yield


@pytest.fixture(scope="session")
def browser() -> "Iterator[Browser]":
    """The one browser of all tests in a process, for Playwright runs once in each."""
    from support.browser import open_browser

    with open_browser() as opened:
        yield opened


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, browser: "Browser") -> "Site":
    """The page of the gallery on a disk."""
    from support.browser import open_site

    return open_site(tmp_path_factory.mktemp("site"), browser)


@pytest.fixture(scope="session")
def visit(tmp_path_factory: pytest.TempPathFactory) -> "Iterator[Visit]":
    """Visits of pages by their own scripts in `node`, each of which loads its page anew."""
    from support.visits import open_pages

    with open_pages(tmp_path_factory.mktemp("visits")) as visit:
        yield visit


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes longest, so that no process is left alone with it at the end."""
    items.sort(key=lambda item: item.get_closest_marker("long") is None)


def pytest_collection_finish() -> None:
    gc.freeze()


def pytest_sessionstart(session: pytest.Session) -> None:
    """Print which examples are drawn, if not the usual ones."""
    options, reporter = session.config.option, session.config.pluginmanager.get_plugin("terminalreporter")
    if reporter and (options.examples or options.seed):
        reporter.write_line(f"laws: {options.examples or 'the usual number of'} examples each, seed {options.seed!r}")
