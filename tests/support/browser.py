"""The gallery's page in a headless Chromium, where there is one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lossplot._curves.panels import Panel
from lossplot._figure.looks import look_for
from lossplot._figure.spec import FigureSpec
from lossplot._gallery.data.figures import GalleryFigure
from lossplot._gallery.page.cards import LossCard, loss_card
from lossplot._gallery.page.page import page_files
from lossplot._gallery.page.places import language_folder
from lossplot._gallery.page.training_pictures import TrainingPicture, training_pictures
from lossplot._losses import LOSSES
from support.requirements import chromium, lack

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request

PANELS: tuple[Panel, ...] = ("loss", "derivative", "second-derivative")
# Packages that contain axe-core.
_AXE = ("axe_playwright_python", "axe_core_python")
# The page updates its command and address with a delay, which is long on a busy machine.
PATIENCE = 60_000


@cache
def card_of(name: str) -> LossCard:
    return loss_card(LOSSES[name])


@cache
def all_cards() -> tuple[LossCard, ...]:
    return tuple(map(card_of, LOSSES))


def some_figures(cards: Sequence[LossCard]) -> list[GalleryFigure]:
    """A figure for each loss, a family, and an overlay that a textbook has."""
    return [
        *(
            GalleryFigure(
                f"losses/{card['name']}",
                "loss",
                FigureSpec((card["name"],), panels=PANELS, preset="web", theme="auto"),
                card["names"],
                "",
                (card["name"],),
            )
            for card in cards
        ),
        GalleryFigure(
            "families/huber",
            "family",
            FigureSpec(("huber:delta=0.5,1,2",), preset="web", theme="auto"),
            {"en": "huber by delta", "zh": "Huber 损失族"},
            "",
            ("huber",),
        ),
        GalleryFigure(
            "overlays/esl-10-4",
            "overlay",
            FigureSpec(("zero-one", "exponential", "squared-hinge"), x_range=(-2.0, 2.0), preset="web", theme="auto"),
            {"en": "Losses for two classes", "zh": "二分类损失"},
            "Hastie, Tibshirani & Friedman 2009, The Elements of Statistical Learning, figure 10.4",
            ("zero-one", "exponential", "squared-hinge"),
            {"en": "The axes could not be confirmed.", "zh": "坐标轴未能核实。"},
        ),
    ]


@cache
def all_trainings() -> tuple[TrainingPicture, ...]:
    return training_pictures()


@cache
def _files() -> dict[str, bytes]:
    return page_files(all_cards(), some_figures(all_cards()), ["svg"], all_trainings())


def write_site(folder: Path, files: dict[str, bytes], figures: Sequence[GalleryFigure]) -> None:
    """Write the page's `files` into `folder` together with an empty picture for each figure."""
    pictures = {(figure.name, code): figure.spec for figure in figures for code in figure.drawn_in}
    pictures |= {(each.name, code): FigureSpec(each.losses) for each in all_trainings() for code in each.figures}
    empty = {f"{language_folder(code)}{name}.svg": _empty_picture(spec) for (name, code), spec in pictures.items()}
    for name, content in {**files, **empty}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def _empty_picture(spec: FigureSpec) -> bytes:
    _, (width, height) = look_for(spec.preset, "light", spec.size, len(spec.panels))
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width * 72:g} {height * 72:g}"/>'.encode()


def go(page: Page, address: str) -> None:
    """Go to a page, and wait until its figure, if it has one, is drawn."""
    page.goto(address)
    _await_figure(page)


def reload(page: Page) -> None:
    page.reload()
    _await_figure(page)


def _await_figure(page: Page) -> None:
    # Not by a function of the page's: a strict policy forbids what it is read with.
    page.locator("[aria-busy=true]").first.wait_for(state="detached")


@dataclass(slots=True)
class Site:
    """The page on a disk, and a browser to visit it with.

    Usual visitors come one after the other to one `window`, whose process stays, and find nothing of each other.
    """

    folder: Path
    files: dict[str, bytes]
    browser: Browser
    window: BrowserContext | None = None

    def address(self, path: str) -> str:
        name = re.split("[?#]", path)[0]
        return f"{(self.folder / name).as_uri()}{path.removeprefix(name)}"

    @contextmanager
    def visit(self, path: str, **options: Any) -> Iterator[Page]:
        """The page at `path`, seen by a visitor of its own; whatever it complains of or asks for elsewhere fails."""
        context = self._opened(options) if options else self._usual_window()
        there = [*context.pages]
        page = context.new_page()
        noises: list[str] = []
        page.on("console", lambda message: noises.append(_text_of(message)))
        page.on("pageerror", lambda error: noises.append(str(error)))
        page.on("request", lambda request: noises.extend(self._strange(request)))
        page.on("requestfailed", lambda request: noises.extend(_missing_files(request)))
        try:
            go(page, self.address(path))
            yield page
        finally:
            if options:
                context.close()
            else:
                for each in [each for each in context.pages if each not in there]:
                    each.close()
                there[0].evaluate("localStorage.clear()")
        assert noises == []

    def _opened(self, options: Mapping[str, Any]) -> BrowserContext:
        settings = {"locale": "en-GB", "color_scheme": "light", "viewport": {"width": 1300, "height": 1000}, **options}
        context = self.browser.new_context(**settings)
        context.set_default_timeout(PATIENCE)
        return context

    def _usual_window(self) -> BrowserContext:
        if not self.window:
            self.window = self._opened({})
            self.window.new_page().goto(self.address("overlay.html"))
        return self.window

    def _strange(self, request: Request) -> list[str]:
        own = request.url.startswith((f"{self.folder.as_uri()}/", "data:", "blob:"))
        return [] if own else [f"asked for {request.url}"]


def _missing_files(request: Request) -> list[str]:
    """A complaint, unless the visitor left before the answer came."""
    return [] if request.failure == "net::ERR_ABORTED" else [f"missing: {request.url}"]


def _text_of(message: ConsoleMessage) -> str:
    return f"{message.type}: {message.text}"


@contextmanager
def open_browser() -> Iterator[Browser]:
    """A headless Chromium; a process may have one at a time."""
    if find_spec("playwright") is None:
        lack("needs playwright, of the extra 'test'")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        yield browser
        browser.close()


def open_site(folder: Path, browser: Browser) -> Site:
    files = _files()
    write_site(folder, files, some_figures(all_cards()))
    return Site(folder, files, browser)


def axe_script() -> str:
    """The text of axe-core, from one of the packages that have it."""
    origins = [spec.origin for package in _AXE if (spec := find_spec(package)) and spec.origin]
    paths = [path for origin in origins if (path := Path(origin).with_name("axe.min.js")).exists()]
    if paths:
        return paths[0].read_text(encoding="utf-8")
    return lack(f"needs axe-core, which {' and '.join(_AXE)} have; the extra 'test' has the former")
