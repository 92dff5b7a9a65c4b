r"""The prediction of a linear model, `w*x`, `w^\top x + b` or `np.dot(w, x)`, read as one name."""

from __future__ import annotations

import re
from collections.abc import Collection

from lossplot.formula.typed.tokens import Token
from lossplot.formula.typed.words import canonical

_W, _X = r"(?:w|theta|W)", r"(?:x|X)"
_TRANSPOSED = rf"{_W} \^ (?:(?:T|top|intercal) |\{{ (?:T|top|intercal) \}} ){_X}|{_W} \. T (?:@ |\. dot \( ){_X}"
_PRODUCT = rf"{_W} [*@] {_X}|{_X} [*@] {_W}|(?:\w+ \. )?dot \( (?:{_W} , {_X}|{_X} , {_W}) \)|{_TRANSPOSED}"
_SCORE = re.compile(rf"(?<!\S)(?:(?<=\( )(?:{_PRODUCT}) \+ b(?= \))|{_PRODUCT})(?!\S)")


def with_scores(tokens: list[Token], parameters: Collection[str]) -> list[Token]:
    """Put the name `f` in place of each linear score; without indices of examples."""
    bare = _without_indices(tokens)
    words = [re.sub(r"\s", "", token.text) or "end" for token in bare]
    if not {"x", "X"} & set(map(canonical, words)) - set(parameters):
        return tokens
    line = " ".join(map(canonical, words))
    read: list[Token] = []
    done = 0
    for match in _SCORE.finditer(line):
        first, last = line.count(" ", 0, match.start()), line.count(" ", 0, match.end())
        read += [*bare[done:first], bare[first]._replace(kind="name", text="f")]
        done = last + 1
    return [*read, *bare[done:]] if read else tokens


def _without_indices(tokens: list[Token]) -> list[Token]:
    """Leave out `_i`, where it stands in tokens of its own."""
    kept: list[Token] = []
    for token in tokens:
        if token.text in ("i", "j") and kept and kept[-1].text == "_":
            kept.pop()
        else:
            kept.append(token)
    return kept
