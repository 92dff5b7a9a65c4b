"""Markup of our own words: in `margin *m*`, what stands between stars is italic."""

from __future__ import annotations


def plain(marked: str) -> str:
    """Return a text with markup as its words alone."""
    return marked.replace("*", "")
