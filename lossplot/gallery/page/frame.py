"""Head, header and footer, which all pages share."""

from __future__ import annotations

from lossplot.gallery.page.markup import Texts, element, text
from lossplot.gallery.page.page_words import both, next_language
from lossplot.text.language import languages
from lossplot.version import __version__

_ICON = (
    "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E"
    "%3Cpath d='M2 3 9 12H14' fill='none' stroke='%236ba1e2' stroke-width='2.5'/%3E%3C/svg%3E"
)


def page(title: Texts, summary: str, content: str, scripts: list[str], root: str = "") -> bytes:
    """A page with `content` as its main part; `root` leads from it to the folder of the gallery."""
    head = [
        element("meta", charset="utf-8"),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element("meta", name="description", content=summary),
        element("title", {code: f"{words} – {both('Loss functions')[code]}" for code, words in title.items()}),
        element("link", rel="icon", href=_ICON),
        element("link", rel="stylesheet", href=f"{root}assets/style.css"),
        element("script", _first_script()),
        *(element("script", src=f"{root}assets/{script}", defer=True) for script in scripts),
    ]
    body = [
        element("a", both("Skip to the content"), class_="skip", href="#main"),
        _header(root),
        element("main", content, id="main", tabindex="-1"),
        _footer(),
    ]
    html = element("html", element("head", "\n".join(head)), "\n", element("body", "\n".join(body)), lang="en")
    return f"<!DOCTYPE html>\n{html}\n".encode()


def _first_script() -> str:
    """Return what runs before anything is seen: it sets the visitor's theme and language, or those of the system."""
    choices = "".join(f'/^{code}/.test(navigator.language)?"{code}":' for code in languages() if code != "en")
    return (
        "(function(r,s){try{s=localStorage}catch(e){s={}}"
        "if(s.theme)r.dataset.theme=s.theme;"
        f'r.lang=s.language||({choices}"en")}})(document.documentElement)'
    )


def _header(root: str) -> str:
    name, label = next_language()
    links = [("index.html", "All losses"), ("overlay.html", "Overlay")]
    return element(
        "header",
        element("a", both("Loss functions"), class_="brand", href=f"{root}index.html"),
        element(
            "nav",
            *(element("a", both(words), href=f"{root}{path}") for path, words in links),
            aria_label=both("Pages"),
        ),
        element(
            "div",
            element("button", name, type="button", id="language", aria_label=label),
            element("button", "◐", type="button", id="theme", aria_label=both("Light or dark")),
            class_="toggles",
        ),
        class_="top",
    )


def _footer() -> str:
    words = both(
        "Drawn by lossplot from one formula a loss: every corner is a vertex, and no curve is drawn through a jump."
    )
    return element("footer", element("p", words), element("p", text(f"lossplot {__version__}"), class_="version"))
