"""Stories that are the same, or differ in a few numbers alone, are told once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lossplot.text.language import Language

# Of so many places of a story the numbers may be listed; with more nobody keeps apart which is whose.
MOST_LISTED = 3
_NUMBER = re.compile(r"±?−?\d+(?:\.\d+)?(?: × 10[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)?")


@dataclass(frozen=True, slots=True)
class Told:
    """A story of the curves `numbers`; in `turn` if it lists a number for each of them, in their order."""

    story: str
    numbers: tuple[int, ...]
    turn: bool = False


def gather(stories: Sequence[str], language: Language, most: int = MOST_LISTED) -> Iterator[Told]:
    """The stories of curves 0, 1, ...: those that differ at up to `most` numbers as one."""
    groups: dict[tuple[str, ...], list[int]] = {}
    for number, story in enumerate(stories):
        groups.setdefault(tuple(_NUMBER.split(story)), []).append(number)
    for frame, numbers in groups.items():
        columns = list(zip(*(_NUMBER.findall(stories[number]) for number in numbers), strict=True))
        differing = [column for column in columns if len(set(column)) > 1]
        if len(differing) <= most:
            said = [language.listed(column) if len(set(column)) > 1 else column[0] for column in columns]
            story = "".join(text for pair in zip(frame, [*said, ""], strict=True) for text in pair)
            yield Told(story, tuple(numbers), bool(differing))
        else:
            yield from _same(stories, numbers)


def _same(stories: Sequence[str], numbers: Sequence[int]) -> Iterator[Told]:
    groups: dict[str, list[int]] = {}
    for number in numbers:
        groups.setdefault(stories[number], []).append(number)
    for story, alike in groups.items():
        yield Told(story, tuple(alike))
