"""Markup of our own words: in `margin *m*`, what stands between stars is italic."""

from __future__ import annotations

# Stands for a star that is one: a code point that no text has, for Unicode keeps it for programs.
_STAR = "\ufdd0"


def variable(name: str) -> str:
    """Return the name of a variable or a parameter with markup: a letter is italic, and a word is not."""
    return f"*{name}*" if len(name) == 1 else name


def literal(text: str) -> str:
    """Return the markup of a text that has none, such as a user's."""
    return text.replace("*", _STAR)


def plain(marked: str) -> str:
    """Return a text with markup as its words alone."""
    return marked.replace("*", "").replace(_STAR, "*")


def runs(marked: str) -> tuple[tuple[str, bool], ...]:
    """Return the stretches of a text with markup, in order, each with True if it is italic; none is empty."""
    return tuple((plain(words), number % 2 == 1) for number, words in enumerate(marked.split("*")) if words)


def as_mathtext(marked: str) -> str:
    """Return a text with markup as mathtext, in which what is italic is mathematics and any dollar is one."""
    return "".join(f"${words}$" if is_italic else words.replace("$", r"\$") for words, is_italic in runs(marked))
