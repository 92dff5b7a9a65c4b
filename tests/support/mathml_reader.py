r"""MathML -> mathtext, as the eye would read it: rows do not group, and signs without ink say nothing but "times".

`mathtext_reader` then reads that as strictly as a reader of mathematics would.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET

from lossplot._formula.notation.letters import GREEK
from support.mathtext_reader import BARE, BRACKETED, NAMES, UPRIGHT, UnreadableError

SPACE = "{http://www.w3.org/1998/Math/MathML}"
FUNCTIONS = {command.removeprefix("\\"): command for command in (*BARE, *BRACKETED)} | {"Φ": r"\Phi"}
LETTERS = {letter: rf"\{name}" for name, letter in GREEK.items()} | {"ϕ": r"\varphi", "∞": r"\infty"}
SIGNS = {"\u2062": r"\,", "\u2061": "", "\u2212": "-", "⋅": r"\cdot", "≤": r"\leq", "′": "'", "≥": r"\geq"}
PLAIN = "+/()[]|,<>=!"


def as_mathtext(text: str) -> str:
    """The equation, or the side of one, that a `math` element shows."""
    root = ET.fromstring(text)
    assert root.tag == f"{SPACE}math"
    return _read(root)


def _read(node: ET.Element) -> str:
    tag, text, children = node.tag.removeprefix(SPACE), (node.text or "").strip(), list(node)
    match tag, children:
        case (("math" | "mrow" | "mtd"), _):
            return _row(children)
        case "mi", []:
            return _name(text)
        case "mn", []:
            return text
        case "mo", []:
            if text not in SIGNS and text not in PLAIN:
                raise UnreadableError(text)
            return f" {SIGNS.get(text, text)} "
        case "mspace", []:
            return ""
        case "mfrac", [above, below]:
            return rf"\frac{{{_read(above)}}}{{{_read(below)}}}"
        case "msqrt", _:
            return rf"\sqrt{{{_row(children)}}}"
        case "msup", [base, exponent]:
            return f"{_read(base)}^{_script(exponent)}"
        case "munderover", [sign, first, last] if sign.text == "∑":
            return rf"{{\sum}}_{{{_read(first)}}}^{_script(last)} "
        case "mtable", rows:
            return _pieces(rows)
    raise UnreadableError(ET.tostring(node, "unicode"))


def _row(children: list[ET.Element]) -> str:
    if len(children) == 2 and children[0].text == "{":
        return _read(children[1])
    parts = [(child.tag == f"{SPACE}mrow", _read(child)) for child in children]
    before = ["(", *(part.strip() for _, part in parts)]
    # A row of its own that begins with a minus sign, behind another sign but a bracket, is a negative number.
    return "".join(
        f"{{{part}}}" if is_row and sign != "(" and part.startswith(" - ") else part
        for sign, (is_row, part) in zip(before, parts, strict=False)
    )


def _script(node: ET.Element) -> str:
    text = _read(node)
    return text if len(text) == 1 else f"{{{text}}}"


def _name(text: str) -> str:
    if text in FUNCTIONS:
        return f"{FUNCTIONS[text]} "
    if text in UPRIGHT or (len(text) > 1 and text not in NAMES):
        return rf"\mathrm{{{text}}} "
    return f"{LETTERS[text]} " if text in LETTERS else text


def _pieces(rows: list[ET.Element]) -> str:
    texts = []
    for row in rows:
        value, reason = row
        word, *condition = reason
        tail = (
            rf"\mathregular{{\ if\ }}{''.join(map(_read, condition))}"
            if word.text == "if"
            else r"\mathregular{\ otherwise}"
        )
        texts.append(_read(value) + tail)
    assert rows[-1][1][0].text == "otherwise"
    return r"\mathregular{;\ }".join(texts)
