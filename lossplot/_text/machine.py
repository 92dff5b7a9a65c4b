"""The parts of a machine that lossplot uses, in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lossplot._text.language import ENGLISH, Language


def machine_rows(findings: Mapping[str, Any], language: Language = ENGLISH) -> list[tuple[str, str]]:
    """Return a row for each of the `findings` of `lossplot doctor`: what it is, and what was found."""
    missing, none = language("not installed"), language("none here")
    rows = [("lossplot", findings["lossplot"]), ("Python", f"{findings['python']} ({findings['platform']})")]
    rows += [(name, version or missing) for name, version in findings["packages"].items()]
    for extra, packages in findings["extras"].items():
        rows += [(f"{name} ({extra})", version or missing) for name, version in packages.items()]
    rows += [
        (language("Latin letters"), findings["letters"]["Latin"] or none),
        (language("Chinese letters"), findings["letters"]["Chinese"] or none),
        (language("clipboard"), findings["clipboard"] or none),
        (language("pictures in the terminal"), findings["terminal"]),
        (language("settings from"), ", ".join(findings["files"]) or language("no file")),
    ]
    return [*rows, *((language("problem"), problem) for problem in findings["problems"])]
