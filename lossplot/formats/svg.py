"""Additions to matplotlib's SVG: a description for screen readers, fallback fonts, and colours for dark pages."""

from __future__ import annotations

import re
import zlib
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

_ROOT = re.compile(r"<svg [^>]*>")
_LETTERS = re.compile(r"<(?:text|tspan) [^>]*>")
_TITLE = re.compile(r"\s*<title>.*?</title>", re.DOTALL)


def add_description(svg: str, title: str, description: str) -> str:
    """Return `svg` as one picture to a screen reader, with `title` as its name and with its description."""
    # Two figures in one page must not share ids.
    key = f"{zlib.crc32(f'{title} {description}'.encode()):08x}"
    attributes = (
        f' role="img" aria-labelledby="title-{key}" aria-describedby="desc-{key}">'
        f'\n <title id="title-{key}">{escape(title)}</title>\n <desc id="desc-{key}">{escape(description)}</desc>'
    )
    return _ROOT.sub(lambda root: root[0][:-1] + attributes, _TITLE.sub("", svg, count=1), count=1)


def prefer_fonts(svg: str, font: str, fonts: Sequence[str]) -> str:
    """Return `svg`, whose letters are text in `font`, with `fonts` to be preferred where the reader has them."""
    families = ", ".join(f"'{name}'" for name in dict.fromkeys([*fonts, font]))
    return _LETTERS.sub(lambda tag: tag[0].replace(f"font-family: '{font}'", f"font-family: {families}"), svg)


def add_dark_colours(svg: str, pairs: Mapping[str, str]) -> str:
    """Return `svg`, drawn for a light ground, with each colour of `pairs` replaced where the reader prefers dark.

    Programs that do not know the media query show it light.  A rule must not depend on an element's parents:
    what `use` shows has none.
    """
    rules = "".join(
        f'[style*="{name}: {light}"]{{{name}:{dark} !important}}'
        for light, dark in pairs.items()
        for name in ("fill", "stroke")
    )
    style = f'<style type="text/css">@media (prefers-color-scheme: dark) {{{rules}}}</style>\n '
    return svg.replace("<metadata>", f"{style}<metadata>", 1)
