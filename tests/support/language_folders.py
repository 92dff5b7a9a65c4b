"""Languages that only a test has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest

from lossplot._gallery.page import page_words
from lossplot._text import language

# The words of a language by topic, as TOML.
Topics = Mapping[str, str]
# Three words of French: of a figure, of a sentence, of a page.
FRENCH: Topics = {
    "losses": 'huber = "perte de Huber"',
    "axes": '"error *r* = prediction − target" = "erreur *r*"',
    "page": 'Formula = "Formule"',
}
_CACHES = (language.languages, language.load_language, language.load_topic, page_words._messages)


@contextmanager
def only_languages(folder: Path, languages: Mapping[str, Topics]) -> Iterator[None]:
    """Have English and the `languages` alone, in a `folder` of their own."""
    for code, topics in languages.items():
        (folder / code).mkdir()
        for topic, text in topics.items():
            (folder / code / f"{topic}.toml").write_text(text, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(language, "_FOLDER", folder)
        _forget()
        yield
    _forget()


def _forget() -> None:
    for cache in _CACHES:
        cache.cache_clear()
