"""The languages of figures and of the gallery: English, and one for each folder in `languages/`.

A message's key is its English text, `{placeholders}` and all, so that English needs no folder.  The folder `fr` alone
would add French: it has a TOML file for each topic, and what it lacks stays English.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from lossplot._errors import RequestError, alternatives, quote
from lossplot._formula.notation.letters import GREEK
from lossplot._losses.entry import Loss

# Wherever the package lies, in a zip file too.
_FOLDER = files("lossplot._text") / "languages"
# The topics of which figures, their descriptions and their titles are made.
_FIGURE_TOPICS = (
    *("losses", "axes", "panels", "names", "sentences", "titles", "verdicts", "predictions", "training", "machine"),
)
# A space between two ideographs, or beside fullwidth punctuation: what a template has around a placeholder.
_WIDE, _MARK = "\u3040-\u9fff", "\u3000-\u303f\uff00-\uff60"
NEEDLESS_SPACE = re.compile(f"(?<=[{_WIDE}]) (?=[{_WIDE}])|(?<=[{_MARK}]) | (?=[{_MARK}])")


@dataclass(frozen=True, slots=True)
class Language:
    """The words of one language: `language(text)` is `text` in it."""

    code: str
    messages: Mapping[str, str] = field(default_factory=dict, repr=False, compare=False)
    parameters: Mapping[str, str] = field(default_factory=dict, repr=False, compare=False)

    def __call__(self, text: str, /, **values: object) -> str:
        """Return `text` translated, with `values`, if there are any, in place of its placeholders."""
        message = self.messages.get(text, text)
        if not values:
            return message
        return NEEDLESS_SPACE.sub("", message.format(**values))

    def listed(self, words: Sequence[str]) -> str:
        """Join `words`: `a, b and c`."""
        *first, last = words
        return self("{words} and {last}", words=self(", ").join(first), last=last) if first else last

    def parameter(self, name: str) -> str:
        """Return the name of a parameter as a figure shows it: `δ` for `delta`."""
        return self.parameters.get(name, GREEK.get(name, name))

    def loss(self, loss: Loss) -> str:
        """Return the name that textbooks print for `loss`: `Squared hinge` for `squared-hinge`."""
        return self.messages.get(loss.name, loss.title)

    def curve(self, name: str, parameters: str) -> str:
        """Return the name of a curve of the loss called `name`, with its parameters, if any: `Huber (δ = 2)`."""
        return self("{name} ({parameters})", name=name, parameters=parameters) if parameters else name


ENGLISH = Language("en")


@cache
def languages() -> tuple[str, ...]:
    """Return the codes of all languages, English first."""
    folders = [each for each in _FOLDER.iterdir() if each.is_dir()]
    spoken = {each.name for each in folders if any(topic.name.endswith(".toml") for topic in each.iterdir())}
    return (ENGLISH.code, *sorted(spoken))


@cache
def load_language(code: str) -> Language:
    """Load the language of `code`.  Raises RequestError if there is no such language."""
    if code not in languages():
        raise RequestError(f"language {quote(code)} is unknown; choose {alternatives(languages())}")
    if code == ENGLISH.code:
        return ENGLISH
    messages = {text: words for topic in _FIGURE_TOPICS for text, words in load_topic(code, topic).items()}
    return Language(code, messages, load_topic(code, "parameters"))


@cache
def load_topic(code: str, topic: str) -> Mapping[str, str]:
    """Load what the language of `code` has of one topic, such as "page": nothing if its folder lacks that file."""
    path = _FOLDER / code / f"{topic}.toml"
    if not path.is_file():
        return {}
    import tomllib

    return tomllib.loads(path.read_text(encoding="utf-8"))
