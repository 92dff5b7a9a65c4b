"""Words as comments of a source file: no text can end the line that it stands in."""

from __future__ import annotations

import textwrap
import unicodedata

WIDTH = 88


def comment(mark: str, text: str) -> list[str]:
    """`text` as lines after `mark`, with spaces for what could break a line."""
    plain = "".join(" " if unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp") else c for c in text)
    return textwrap.wrap(plain, WIDTH, initial_indent=f"{mark} ", subsequent_indent=f"{mark} ")
