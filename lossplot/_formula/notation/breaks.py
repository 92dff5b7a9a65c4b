r"""Places where a line may end in mathtext: before a sign of an outermost sum, `$a + b$` being `$a$` and `$+ b$`."""

from __future__ import annotations

import re
from collections.abc import Iterator

_TOKEN = re.compile(r"\\[a-zA-Z]+|\\.|[$]| [-+=] |.", re.DOTALL)


def break_sums(text: str) -> tuple[str, ...]:
    """Return the parts of `text`, words with mathematics between dollars, between which lines may be broken."""
    parts = [""]
    for token, is_outermost in _tokens(text):
        if is_outermost and parts[-1]:
            parts[-1] += "$"
            parts.append(f"${token.lstrip()}")
        else:
            parts[-1] += token
    return tuple(parts)


def _tokens(text: str) -> Iterator[tuple[str, bool]]:
    """Yield each token of `text`, and whether it is a sign between two terms of an outermost sum."""
    depth, in_math, in_bars = 0, False, False
    for token in _TOKEN.findall(text):
        if token == "$":
            in_math = not in_math
        elif in_math:
            depth += (token in "{([") - (token in "})]")
            in_bars ^= token == "|"
        yield token, in_math and depth == 0 and not in_bars and token in (" + ", " - ", " = ")
