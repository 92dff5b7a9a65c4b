"""The languages whose figures can be drawn here: those for whose letters there is a font."""

from __future__ import annotations

from lossplot._errors import LossplotError
from lossplot._text.language import languages, load_topic

# What a figure always has words from.
_TOPICS = ("axes", "panels")


def drawable_languages() -> tuple[str, ...]:
    """Return the languages that an installed font has the letters of."""
    return tuple(code for code in languages() if _is_drawable(code))


def _is_drawable(code: str) -> bool:
    from lossplot._formats.mpl.fonts import choose

    try:
        choose("".join(word for topic in _TOPICS for word in load_topic(code, topic).values()), None)
    except LossplotError:
        return False
    return True
