"""What lossplot adds to matplotlib's SVG: words for screen readers, fonts in place of others, and dark colours."""

from __future__ import annotations

import re
import zlib
from xml.etree import ElementTree as ET

import pytest

from lossplot._formats.svg import add_dark_colours, add_description, name_fonts


def test_a_title_and_a_description_are_text_and_name_the_picture_for_a_screen_reader() -> None:
    svg = add_description('<svg width="1">\n <title>old</title>\n</svg>', "a < b & c", "if m < 1 & m > 0")
    root = ET.fromstring(svg)
    key = f"{zlib.crc32(b'a < b & c if m < 1 & m > 0'):08x}"
    title, description = f"title-{key}", f"desc-{key}"
    assert root.attrib == {"width": "1", "role": "img", "aria-labelledby": title, "aria-describedby": description}
    assert [(each.tag, each.get("id"), each.text) for each in root] == [
        ("title", title, "a < b & c"),
        ("desc", description, "if m < 1 & m > 0"),
    ]


@pytest.mark.parametrize(
    ("font", "preferred", "drawn", "named"),
    [
        ("Lossplot Inter", (), "'Lossplot Inter', 'DejaVu Sans'", "'Inter', 'DejaVu Sans', sans-serif"),
        ("Arimo", ("Arial", "Helvetica"), "'Arimo'", "'Arial', 'Helvetica', 'Arimo', sans-serif"),
        ("Arimo", ("Arial",), "'DejaVu Sans'", "'DejaVu Sans', sans-serif"),  # a sign that the other font lacks
        (
            "STIXGeneral",
            ("STIXGeneral",),
            "'STIXGeneral'",
            "'STIXGeneral', 'STIX Two Text', 'Times New Roman', 'Times', serif",
        ),
    ],
)
def test_words_have_fonts_in_place_of_their_own(font: str, preferred: tuple[str, ...], drawn: str, named: str) -> None:
    other = f'<g style="font-family: {drawn}"/>'
    svg = f'<text x="1" style="font-family: {drawn}; fill: red">a</text>{other}<tspan style="font-family: {drawn}"/>'
    expected = (
        f'<text x="1" style="font-family: {named}; fill: red">a</text>{other}<tspan style="font-family: {named}"/>'
    )
    assert name_fonts(svg, font, preferred) == expected


# How a page says that it is light or dark: by itself, by Bootstrap and by Jupyter.
SWITCHES = {
    "light": {'[data-theme="light"]', ".light", '[data-bs-theme="light"]', '[data-jp-theme-light="true"]'},
    "dark": {'[data-theme="dark"]', ".dark", '[data-bs-theme="dark"]', '[data-jp-theme-light="false"]'},
}


def test_a_page_switches_the_colours_of_a_figure_in_each_way_that_pages_have() -> None:
    drawn = '<svg><metadata/><path style="fill: #ffffff; stroke: #000000"/></svg>'.replace(
        "<metadata/>", "<metadata></metadata>"
    )
    svg = add_dark_colours(drawn, {"#ffffff": "#111111", "#000000": "#eeeeee", "#123456": "#654321"})
    [(sheet, rest)] = re.findall(r'<svg><style type="text/css">(.*)</style>\n (<metadata>.*)', svg)
    assert f"<svg>{rest}" == drawn
    light, dark = (
        f"{{--lossplot-ffffff:{ground};--lossplot-000000:{ink};}}"
        for ground, ink in (("#ffffff", "#000000"), ("#111111", "#eeeeee"))
    )
    media, switches, rules = re.findall(r"@media (.*?\}\})(.*)@supports \(color: var\(--a\)\) (.*)", sheet)[0]
    assert media == f"(prefers-color-scheme: dark) {{:root{dark}}}"
    found = {colours: {*selectors.split(",")} for selectors, colours in re.findall(r"([^{}]+)(\{[^}]*\})", switches)}
    assert found == {light: SWITCHES["light"], dark: SWITCHES["dark"]}
    expected = [
        f'[style*="{what}: {key}"]{{{what}:var(--lossplot-{key[1:]},{key}) !important}}'
        for key in ("#ffffff", "#000000")
        for what in ("fill", "stroke")
    ]
    assert rules == f"{{{''.join(expected)}}}"
