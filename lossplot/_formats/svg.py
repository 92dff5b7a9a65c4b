"""Additions to matplotlib's SVG: a description for screen readers, fallback fonts, and colours for dark pages."""

from __future__ import annotations

import re
import zlib
from collections.abc import Mapping, Sequence
from html import escape

from lossplot._formats.letters import STIX, public_names

_ROOT = re.compile(r"<svg [^>]*>")
_LETTERS = re.compile(r"<(?:text|tspan) [^>]*>")
_FAMILIES = re.compile(r"font-family: [^;\"]*")
# What readers have in place of STIX.
_TIMES = ("STIX Two Text", "Times New Roman", "Times")
# How a page, or an element of it, says that it is light or dark: the last are those of Bootstrap and of Jupyter.
_SWITCHES = {
    "light": '[data-theme="light"],.light,[data-bs-theme="light"],[data-jp-theme-light="true"]',
    "dark": '[data-theme="dark"],.dark,[data-bs-theme="dark"],[data-jp-theme-light="false"]',
}
_TITLE = re.compile(r"\s*<title>.*?</title>", re.DOTALL)


def add_description(svg: str, title: str, description: str) -> str:
    """Return `svg` as one picture to a screen reader, with `title` as its name and with its description."""
    # Two figures in one page must not share ids.
    key = f"{zlib.crc32(f'{title} {description}'.encode()):08x}"
    title, description = (escape(text, quote=False) for text in (title, description))
    attributes = (
        f' role="img" aria-labelledby="title-{key}" aria-describedby="desc-{key}">'
        f'\n <title id="title-{key}">{title}</title>\n <desc id="desc-{key}">{description}</desc>'
    )
    return _ROOT.sub(lambda root: root[0][:-1] + attributes, _TITLE.sub("", svg, count=1), count=1)


def name_fonts(svg: str, font: str, preferred: Sequence[str]) -> str:
    """Return `svg`, whose words are text in `font`, with fonts by their public names and with others in their place.

    The words are in the first of those `preferred` that the reader has; last comes any font of the kind.
    """
    kind = "serif" if font == STIX else "sans-serif"

    def families(listed: re.Match[str]) -> str:
        names = re.findall("'([^']*)'", listed[0])
        names = public_names([*(preferred if font in names else ()), *names])
        others = _TIMES if font == STIX else ()
        quoted = [f"'{name}'" for name in dict.fromkeys([names[0], *others, *names[1:]])]
        return f"font-family: {', '.join([*quoted, kind])}"

    return _LETTERS.sub(lambda tag: _FAMILIES.sub(families, tag[0]), svg)


def add_dark_colours(svg: str, pairs: Mapping[str, str]) -> str:
    """Return `svg`, drawn for a light ground, with each colour of `pairs` replaced where its place is dark.

    That is where the page says so, on the nearest element around it or on the SVG itself (see `_SWITCHES`), and else
    where the reader prefers it.  Programs that do not know the style sheet's rules show it light.  A rule must not
    depend on an element's parents, for what `use` shows has none; it inherits, though.
    """
    pairs = {key: colour for key, colour in pairs.items() if f": {key}" in svg}
    light, dark = (
        "{" + "".join(f"--lossplot-{key[1:]}:{colour};" for key, colour in colours) + "}"
        for colours in (((key, key) for key in pairs), pairs.items())
    )
    rules = "".join(
        f'[style*="{name}: {key}"]{{{name}:var(--lossplot-{key[1:]},{key}) !important}}'
        for key in pairs
        for name in ("fill", "stroke")
    )
    style = (
        f"@media (prefers-color-scheme: dark) {{:root{dark}}}{_SWITCHES['light']}{light}{_SWITCHES['dark']}{dark}"
        f"@supports (color: var(--a)) {{{rules}}}"
    )
    return svg.replace("<metadata>", f'<style type="text/css">{style}</style>\n <metadata>', 1)
