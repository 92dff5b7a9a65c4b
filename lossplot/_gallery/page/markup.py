"""HTML, in one language or in all of them; it has a type of its own, so that plain text is never taken for it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from html import escape
from typing import NewType

from lossplot._text.language import Language, languages, load_language

# A text in each language, by its code.
Texts = Mapping[str, str]
# HTML, with all text in it escaped: `text` makes it of plain text, `element` and `joined` of other HTML.
Html = NewType("Html", str)
NOTHING = Html("")

# The comment that says who made a file of the gallery, up to its seal, and before it has one.
MARK = b"Made by lossplot gallery; seal "
UNSEALED = f"{MARK.decode()}{16 * '0'}"

# Around the versions of what differs from language to language, before each of them, and after its language's code.
_START, _VERSION, _CODE, _END = "\x02", "\x1f", "\x1e", "\x03"
_VERSIONS = re.compile(f"{_START}([^{_END}]*){_END}")
_EMPTY = frozenset({"br", "hr", "img", "input", "link", "meta"})


def element(tag: str, *content: Html | Texts, **attributes: str | int | bool | Texts | None) -> Html:
    """Return the element `tag` with `content`: HTML, or a single text in all languages.

    An attribute is written with `-` for `_`, and without the `_` at its end that keeps it from being a Python word; it
    is left out if it is None or False.  What has a text in all languages is HTML in all of them: see `in_language`.
    """
    written = "".join(_attribute(name.rstrip("_").replace("_", "-"), value) for name, value in attributes.items())
    inner = "".join(part if isinstance(part, str) else versions(_escaped(part, quote=False)) for part in content)
    return Html(f"<{tag}{written}>" if tag in _EMPTY else f"<{tag}{written}>{inner}</{tag}>")


def joined(*parts: Html, between: str = "") -> Html:
    """Return one piece of HTML after the other, with the plain text `between` them."""
    return Html(text(between).join(parts))


def versions(html: Mapping[str, Html]) -> Html:
    """Return HTML in all languages that is `html` in each of them, without versions in it."""
    if len(set(html.values())) == 1:
        return html["en"]
    return Html(f"{_START}{_VERSION.join(f'{code}{_CODE}{text}' for code, text in html.items())}{_END}")


def in_language(html: Html, code: str) -> Html:
    """Return what `html` in all languages is in that of `code`, or in English what it does not have in that."""

    def version(found: re.Match[str]) -> str:
        texts = dict(each.split(_CODE) for each in found[1].split(_VERSION))
        return texts.get(code, texts["en"])

    return Html(_VERSIONS.sub(version, html))


def in_all_languages(translate: Callable[[Language], str]) -> Texts:
    """Return what `translate` makes of each language, by the language's code."""
    return {code: translate(load_language(code)) for code in languages()}


def text(words: str) -> Html:
    """Return `words`, which are plain text, as HTML."""
    return Html(escape(words, quote=False))


def filled(words: str, **parts: Html) -> Html:
    """Return a sentence, which is plain text, with HTML in its places."""
    return Html(text(words).format(**parts))


def _attribute(name: str, value: str | int | bool | Texts | None) -> str:
    match value:
        case None | False:
            return ""
        case True:
            return f" {name}"
        case str() | int():
            return f' {name}="{escape(str(value))}"'
    return f' {name}="{versions(_escaped(value, quote=True))}"'


def _escaped(words: Texts, *, quote: bool) -> Mapping[str, Html]:
    return {code: Html(escape(each, quote=quote)) for code, each in words.items()}
