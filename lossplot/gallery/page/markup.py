"""HTML as text: elements, in one language or in all of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from html import escape

from lossplot.text.language import Language, languages, load_language

# A text in each language, by its code.
Texts = Mapping[str, str]

# The comment that says who made a file of the gallery, up to its seal, and before it has one.
MARK = b"Made by lossplot gallery; seal "
UNSEALED = f"{MARK.decode()}{16 * '0'}"

_NAMESPACE = re.compile(r' xmlns="[^"]*"')
_EMPTY = frozenset({"br", "hr", "img", "input", "link", "meta"})


def element(tag: str, *content: str | Texts, **attributes: str | int | bool | Texts | None) -> str:
    """Return the element `tag` with `content`: HTML, or a single text in all languages.

    An attribute is written with `-` for `_`, and without the `_` at its end that keeps it from being a Python word; it
    is left out if it is None or False.  Translations stand in `data-CODE` and `data-CODE-ATTRIBUTE`, where the page's
    script finds them.
    """
    values = {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()}
    inner = ""
    for part in content:
        if isinstance(part, str):
            inner += part
        else:
            inner += escape(part["en"], quote=False)
            values |= {f"data-{code}": text for code, text in _others(part)}
    start = f"<{tag}{''.join(_attribute(name, value) for name, value in values.items())}>"
    return start if tag in _EMPTY else f"{start}{inner}</{tag}>"


def in_all_languages(translate: Callable[[Language], str]) -> Texts:
    """Return what `translate` makes of each language, by the language's code."""
    return {code: translate(load_language(code)) for code in languages()}


def text(words: str) -> str:
    """Return `words`, which are plain text, as HTML."""
    return escape(words, quote=False)


def inline_math(mathml: str) -> str:
    """Return the `math` element without its namespace, which HTML does not need."""
    return _NAMESPACE.sub("", mathml)


def _attribute(name: str, value: str | int | bool | Texts | None) -> str:
    match value:
        case None | False:
            return ""
        case True:
            return f" {name}"
        case str() | int():
            return f' {name}="{escape(str(value))}"'
    others = "".join(f' data-{code}-{name}="{escape(words)}"' for code, words in _others(value))
    return f' {name}="{escape(value["en"])}"{others}'


def _others(words: Texts) -> list[tuple[str, str]]:
    return [(code, other) for code, other in words.items() if code != "en" and other != words["en"]]
