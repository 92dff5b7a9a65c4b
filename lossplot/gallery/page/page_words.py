"""The words of the page in every language; those of a language that lacks them are English."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from lossplot.gallery.page.cards import LossCard
from lossplot.gallery.page.markup import Texts
from lossplot.text.language import languages, load_topic


def both(words: str, **values: object) -> Texts:
    """Translate `words` into every language, with `values` in place of their placeholders."""
    texts = {code: _messages(code).get(words, words) for code in languages()}
    return {code: text.format(**values) for code, text in texts.items()} if values else texts


def summary(card: LossCard) -> Texts:
    """Return the one-sentence summary of a loss in every language."""
    return {code: load_topic(code, "summaries").get(card["name"], card["summary"]) for code in languages()}


def next_language() -> tuple[Texts, Texts]:
    """Return, for each language, the name of the one after it, and the label of a button that leads there."""
    codes = languages()
    following = {code: _names(other) for code, other in zip(codes, (*codes[1:], codes[0]), strict=True)}
    labels = {code: both(f"{name}: read in {english_name}")[code] for code, (name, english_name) in following.items()}
    return {code: name for code, (name, _) in following.items()}, labels


def script_messages() -> dict[str, dict[str, str]]:
    """Return the messages that the scripts of the page need, by language and by their English."""
    return {code: {**load_topic(code, "panels"), **load_topic(code, "scripts")} for code in languages() if code != "en"}


def _names(code: str) -> tuple[str, str]:
    """Return what a language calls itself, and what English calls it; its code where its folder has no name for it."""
    names = {"name": "English", "english_name": "English"} if code == "en" else load_topic(code, "language")
    return names.get("name", code), names.get("english_name", code)


@cache
def _messages(code: str) -> Mapping[str, str]:
    return {**load_topic(code, "page"), **load_topic(code, "scripts")}
