r"""Names for examples: their index, and the prediction of a linear model, such as `w^\top x_i + b`."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from lossplot._formula.typed.tokens import Token
from lossplot._formula.typed.words import INDICES, LABELS, canonical

_W, _X = r"(?:w|W|theta|beta|\{ theta \}|\{ beta \})", r"(?:x|X)"
_T = r"(?:(?:T|top|intercal)|\{ (?:T|top|intercal) \})"
_ARGUMENTS = rf"\( (?:{_W} , {_X}|{_X} , {_W}) \)"
_PRODUCT = "|".join(
    (
        rf"{_W} [*@] {_X}",
        rf"{_X} [*@] {_W}",
        rf"(?:\w+ \. )?(?:dot|inner|matmul) {_ARGUMENTS}",
        rf"{_X} \. dot \( {_W} \)",
        rf"{_W} (?:\. T )?\. dot \( {_X} \)",
        rf"{_W} \. T @ {_X}",
        rf"{_W} \^ {_T} {_X}",
        rf"{_X} \^ {_T} {_W}",
    )
)
_INDEX = re.compile(rf"_ ?(?:\{{ )?([{''.join(INDICES)}])(?!\w)")
_SCORE = re.compile(rf"(?<!\S)(?:(?<=\( )(?:{_PRODUCT}) [-+] b(?= \))|{_PRODUCT})(?!\S)")


def index_of(tokens: Sequence[Token]) -> str:
    """Return the letter that counts the examples, as in `y_i`; an empty text for none, or for several."""
    found = set(_INDEX.findall(" ".join(token.text for token in tokens)))
    return found.pop() if len(found) == 1 else ""


def with_scores(tokens: list[Token], parameters: Collection[str], index: str) -> list[Token]:
    """Put the name `f` in place of each linear score; without indices of examples."""
    bare = _without_index(tokens, index)
    words = [canonical(re.sub(r"\s", "", token.text) or "end", index) for token in bare]
    if not set(words) & LABELS or {"x", "X", "w"} & set(parameters):
        return tokens
    line = " ".join(words)
    read: list[Token] = []
    done = 0
    for match in _SCORE.finditer(line):
        first, last = line.count(" ", 0, match.start()), line.count(" ", 0, match.end())
        read += [*bare[done:first], bare[first]._replace(kind="name", text="f")]
        done = last + 1
    return [*read, *bare[done:]] if read else tokens


def _without_index(tokens: list[Token], index: str) -> list[Token]:
    """Leave out `_i`, where it stands in tokens of its own."""
    kept: list[Token] = []
    for token in tokens:
        if index and token.text == index and kept and kept[-1].text == "_":
            kept.pop()
        else:
            kept.append(token)
    return kept
