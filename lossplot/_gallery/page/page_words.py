"""The words of the page in every language; those of a language that lacks them are English."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from lossplot._gallery.page.cards import LossCard
from lossplot._gallery.page.markup import Texts
from lossplot._gallery.page.spelling import spelled_in_all
from lossplot._text.language import languages, load_topic


def both(words: str, **values: object) -> Texts:
    """Translate `words` into every language, with `values` in place of their placeholders."""
    texts = {code: _messages(code).get(words, words) for code in languages()}
    return {code: text.format(**values) for code, text in texts.items()} if values else texts


def summary(card: LossCard) -> Texts:
    """Return the one-sentence summary of a loss in every language, with the letters of its parameters."""
    texts = {code: load_topic(code, "summaries").get(card["name"], card["summary"]) for code in languages()}
    return spelled_in_all(texts, [each["name"] for each in card["parameters"]])


def property_name(name: str) -> Texts:
    """Return the name of a property in every language: `twice smooth`, where a command has `twice-smooth`."""
    words = name.replace("-", " ").replace("lipschitz", "Lipschitz").replace("fisher", "Fisher")
    return {**both(name), "en": words}


def symbols(card: LossCard) -> dict[str, Texts]:
    """Return what the parameters of a loss are called, by their names."""
    return {each["name"]: each["symbol"] for each in card["parameters"]}


def other_languages(code: str) -> dict[str, tuple[str, str]]:
    """Return what each language calls itself, and the label, in the language of `code`, of a link that leads to it."""
    names = {other: _names(other) for other in languages() if other != code}
    return {
        other: (name, both(f"{name}: read in {english_name}")[code]) for other, (name, english_name) in names.items()
    }


def script_messages() -> dict[str, dict[str, str]]:
    """Return the messages that the scripts of the page need, by language and by their English."""
    return {code: {**load_topic(code, "panels"), **load_topic(code, "scripts")} for code in languages() if code != "en"}


def _names(code: str) -> tuple[str, str]:
    """Return what a language calls itself, and what English calls it; its code where its folder has no name for it."""
    names = {"name": "English", "english_name": "English"} if code == "en" else load_topic(code, "language")
    return names.get("name", code), names.get("english_name", code)


@cache
def _messages(code: str) -> Mapping[str, str]:
    return {key: text for topic in ("panels", "page", "scripts") for key, text in load_topic(code, topic).items()}
