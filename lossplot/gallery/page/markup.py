"""HTML as text: elements, in one language or in all of them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape

# A text in each language, by its code.
Texts = Mapping[str, str]

# How a file of the gallery says who made it, up to its seal, and before it has one.
MARK = b"Made by lossplot gallery; seal "
UNSEALED = f"{MARK.decode()}{16 * '0'}"

_NAMESPACE = re.compile(r' xmlns="[^"]*"')
_EMPTY = frozenset({"br", "hr", "img", "input", "link", "meta"})


def element(tag: str, *content: str | Texts, **attributes: str | int | bool | Texts | None) -> str:
    """The element `tag` with `content`: HTML, or, as the only one, a text in all languages.

    An attribute is written with `-` for `_`, and without the `_` at its end that keeps it from being a Python word; it
    is left out if it is None or False.  What a text says in another language than English stands in `data-CODE` and
    `data-CODE-ATTRIBUTE`, from where the page takes it.
    """
    written = {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()}
    inner = ""
    for part in content:
        if isinstance(part, str):
            inner += part
        else:
            inner += escape(part["en"], quote=False)
            written |= {f"data-{code}": text for code, text in _others(part)}
    start = f"<{tag}{''.join(_attribute(name, value) for name, value in written.items())}>"
    return start if tag in _EMPTY else f"{start}{inner}</{tag}>"


def text(words: str) -> str:
    """`words` as they are, in HTML."""
    return escape(words, quote=False)


def inline_math(mathml: str) -> str:
    """A `math` element as HTML has it: there it needs no namespace."""
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
    return [(code, said) for code, said in words.items() if code != "en" and said != words["en"]]
