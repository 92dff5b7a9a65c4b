"""What matplotlib leaves out of an SVG: words for who cannot see it, and colours for who reads in the dark."""

from __future__ import annotations

import re
import zlib
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

_ROOT = re.compile(r"<svg [^>]*>")
_LETTERS = re.compile(r"<(?:text|tspan) [^>]*>")
_TITLE = re.compile(r"\s*<title>.*?</title>", re.DOTALL)


def with_words(svg: str, title: str, description: str) -> str:
    """`svg` as one picture to a screen reader, with its title as its name and its description."""
    without = _TITLE.sub("", svg, count=1)
    # Not those of another figure in the same page.
    own = f"{zlib.crc32(f'{title} {description}'.encode()):08x}"
    words = f'\n <title id="title-{own}">{escape(title)}</title>\n <desc id="desc-{own}">{escape(description)}</desc>'
    root = _ROOT.search(without)
    assert root
    opened = f'{root[0][:-1]} role="img" aria-labelledby="title-{own}" aria-describedby="desc-{own}">'
    return f"{without[: root.start()]}{opened}{words}{without[root.end() :]}"


def preferring(svg: str, font: str, fonts: Sequence[str]) -> str:
    """`svg`, whose letters are text in `font`, in the first of `fonts` that the reader has."""
    wanted = ", ".join(f"'{name}'" for name in dict.fromkeys([*fonts, font]))
    return _LETTERS.sub(lambda tag: tag[0].replace(f"font-family: '{font}'", f"font-family: {wanted}"), svg)


def following_the_reader(svg: str, pairs: Mapping[str, str]) -> str:
    """`svg`, drawn for a light ground, with each colour of `pairs` replaced where the reader prefers a dark one.

    Programs that do not know the media query show it light.  A rule must not ask what an element stands in:
    what `use` shows stands in nothing.
    """
    rules = "".join(
        f'[style*="{name}: {light}"]{{{name}:{dark} !important}}'
        for light, dark in pairs.items()
        for name in ("fill", "stroke")
    )
    style = f'<style type="text/css">@media (prefers-color-scheme: dark) {{{rules}}}</style>\n '
    return svg.replace("<metadata>", f"{style}<metadata>", 1)
