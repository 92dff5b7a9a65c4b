"""HTML is made by a few functions, which escape, and has a type that no plain text has."""

from __future__ import annotations

import re
from collections.abc import Mapping
from importlib.resources import files
from typing import get_args, get_type_hints

from lossplot._gallery.page import markup
from lossplot._gallery.page.markup import Html, element, filled, in_language, joined, text, versions

HOSTILE = '<b onclick="x">\'&amp;{0}'


def test_what_joins_takes_html_alone() -> None:
    assert set(get_args(get_type_hints(element)["content"])) == {Html, Mapping[str, str]}
    for join, name in ((joined, "parts"), (filled, "parts"), (in_language, "html")):
        assert get_type_hints(join)[name] is Html
    assert get_type_hints(versions)["html"] == Mapping[str, Html]
    for name in ("element", "filled", "in_language", "joined", "text", "versions"):
        assert get_type_hints(getattr(markup, name))["return"] is Html


def test_html_is_made_in_few_places() -> None:
    folder = files("lossplot._gallery") / "page"
    makers = {
        path.name for path in folder.iterdir() if path.name.endswith(".py") and re.search(r"\bHtml\(", path.read_text())
    }
    # A formula is MathML already, and the type of a document is no element.
    assert makers == {"markup.py", "formulas.py", "frame.py"}


def test_text_is_escaped_wherever_it_stands() -> None:
    in_all = {"en": HOSTILE, "zh": HOSTILE + "!"}
    for html in (
        text(HOSTILE),
        element("p", text(HOSTILE)),
        element("p", in_all),
        joined(text("a"), text("b"), between=HOSTILE),
    ):
        assert "<b" not in html
        assert "&amp;amp;" in html
    attributes = element("a", text("x"), title=HOSTILE, aria_label=in_all)
    assert attributes.count("&quot;x&quot;") == 3
    assert filled("<i> {one}", one=element("b", text("<"))) == "&lt;i&gt; <b>&lt;</b>"
