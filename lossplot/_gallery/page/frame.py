"""Head, header and footer, which all pages share."""

from __future__ import annotations

from collections.abc import Sequence

from lossplot._gallery.page.markup import Html, Texts, element, joined, text, versions
from lossplot._gallery.page.page_words import both, other_languages
from lossplot._gallery.page.places import language_folder, shared, upwards
from lossplot._text.language import languages
from lossplot._version import ADDRESS, __version__

_DOCTYPE = Html("<!DOCTYPE html>\n")


def page(path: str, title: Texts, summary: Texts, content: Html, scripts: Sequence[str]) -> Html:
    """Return a page in all languages, at `path` in the folder of each, with `content` as its main part."""
    root = upwards(path)
    head = [
        element("meta", charset="utf-8"),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element("meta", name="description", content=summary),
        element("title", {code: f"{words} – {both('Loss functions')[code]}" for code, words in title.items()}),
        element("link", rel="icon", href=shared("assets/icon.svg", root)),
        element("link", rel="stylesheet", href=shared("assets/style.css", root)),
        *(element("link", rel="alternate", hreflang=code, href=_in(code, path)) for code in languages()),
        # Before anything is seen.
        element("script", src=shared("assets/first.js", root)),
        *(element("script", src=shared(f"assets/{script}", root), defer=True) for script in scripts),
    ]
    body = [
        element("a", both("Skip to the content"), class_="skip", href="#main"),
        _header(path),
        element("main", content, id="main", tabindex="-1"),
        _footer(),
    ]
    lang = {code: code for code in languages()}
    whole = (element("head", joined(*head, between="\n")), text("\n"), element("body", joined(*body, between="\n")))
    return joined(_DOCTYPE, element("html", *whole, lang=lang), text("\n"))


def _in(code: str, path: str) -> Texts:
    """Return the address of the page at `path` in the language of `code`, from the same page in each language."""
    return shared(f"{language_folder(code)}{path}", upwards(path))


def _header(path: str) -> Html:
    root = upwards(path)
    links = [
        ("index.html", "All losses"),
        ("figures.html", "Figures"),
        ("overlay.html", "Overlay"),
        ("train.html", "Training"),
    ]
    return element(
        "header",
        element("a", both("Loss functions"), class_="brand", href=f"{root}index.html"),
        element(
            "nav",
            *(element("a", both(words), href=f"{root}{name}") for name, words in links),
            aria_label=both("Pages"),
        ),
        element("div", _languages(path), _theme(), class_="toggles"),
        class_="top",
    )


def _languages(path: str) -> Html:
    """Return links from the page in each language to the same page in the others."""
    return versions({code: joined(*(_language(code, other, path) for other in _others(code))) for code in languages()})


def _others(code: str) -> list[str]:
    return [other for other in languages() if other != code]


def _language(code: str, other: str, path: str) -> Html:
    name, label = other_languages(code)[other]
    address = _in(other, path)[code]
    return element("a", text(name), class_="button", href=address, hreflang=other, lang=other, title=label)


def _theme() -> Html:
    return element("button", text("◐"), type="button", id="theme", class_="scripted", aria_label=both("Light or dark"))


def _footer() -> Html:
    words = both(
        "Drawn by lossplot from one formula a loss: every corner is a vertex, and no curve is drawn through a jump."
    )
    about = [text(f"lossplot {__version__}"), element("span", both("MIT licence"))]
    if ADDRESS:
        about += [element("a", text(ADDRESS), href=ADDRESS), element("code", text(f"pip install git+{ADDRESS}"))]
    return element("footer", element("p", words), element("p", joined(*about, between=" · "), class_="version"))
