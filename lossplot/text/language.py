"""The languages a figure can speak: English, and one for each catalogue of messages in this folder.

A message's key is its English text, `{placeholders}` and all, so that English needs no catalogue.
`fr.toml` alone would add French; what a catalogue lacks stays English.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from lossplot.errors import RequestError, quote
from lossplot.formula.notation.letters import GREEK

_FOLDER = Path(__file__).parent / "languages"
# The section of a catalogue for the names of parameters, apart because a loss may have the same name.
_PARAMETERS = "parameters"
# A space between two ideographs, or beside fullwidth punctuation: what a template has around a placeholder.
_WIDE, _MARK = "\u3040-\u9fff", "\u3000-\u303f\uff00-\uff60"
_NEEDLESS_SPACE = re.compile(f"(?<=[{_WIDE}]) (?=[{_WIDE}])|(?<=[{_MARK}]) | (?=[{_MARK}])")


@dataclass(frozen=True, slots=True)
class Language:
    """The words of one language: `language(text)` is `text` in it."""

    code: str
    messages: Mapping[str, str] = field(default_factory=dict, repr=False, compare=False)
    parameters: Mapping[str, str] = field(default_factory=dict, repr=False, compare=False)

    def __call__(self, text: str, /, **values: object) -> str:
        """`text` translated, and `values`, if there are any, put in place of its placeholders."""
        message = self.messages.get(text, text)
        if not values:
            return message
        return _NEEDLESS_SPACE.sub("", message.format(**values))

    def listed(self, words: Sequence[str]) -> str:
        """`a, b and c`."""
        *first, last = words
        return self("{words} and {last}", words=self(", ").join(first), last=last) if first else last

    def parameter(self, name: str) -> str:
        """The name of a parameter as a figure shows it: `δ` for `delta`."""
        return self.parameters.get(name, GREEK.get(name, name))

    def curve(self, name: str, parameters: str) -> str:
        """The loss called `name` with its parameters, if any: `huber (δ = 2)`."""
        loss = self(name)
        return self("{name} ({parameters})", name=loss, parameters=parameters) if parameters else loss


ENGLISH = Language("en")


@cache
def languages() -> tuple[str, ...]:
    """The codes of all languages, English first."""
    return (ENGLISH.code, *sorted(path.stem for path in _FOLDER.glob("*.toml")))


@cache
def load_language(code: str) -> Language:
    """The language of `code`.  Raises RequestError if there is no such language."""
    if code == ENGLISH.code:
        return ENGLISH
    if code not in languages():
        *others, last = languages()
        raise RequestError(f"language {quote(code)} is unknown; choose {', '.join(others)} or {last}")
    import tomllib

    sections = tomllib.loads((_FOLDER / f"{code}.toml").read_text(encoding="utf-8"))
    messages = {key: text for name, section in sections.items() if name != _PARAMETERS for key, text in section.items()}
    return Language(code, messages, sections.get(_PARAMETERS, {}))
