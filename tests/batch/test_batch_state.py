"""Whether a recorded command is that of a figure: the same, or the same with a font that lossplot chose."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from lossplot._batch import state
from lossplot._figure.looks import PRESETS
from lossplot._figure.options import read_spec

PREFERRED = PRESETS["neurips"].fonts


@pytest.mark.parametrize(
    ("options", "font", "is_ours"),
    [
        ({}, None, True),
        ({}, "Georgia", False),
        ({"for": "neurips"}, PREFERRED[0], True),
        ({"for": "neurips"}, PREFERRED[-1], True),
        ({"for": "neurips"}, "Comic Sans MS", False),
        ({"for": "web"}, PREFERRED[0], False),
        ({"lang": "zh"}, "Noto Sans CJK SC", True),
        ({"title": "\u635f"}, "Noto Sans CJK SC", True),
        ({"title": "a"}, "Noto Sans CJK SC", False),
        ({"style": "a.mplstyle"}, "Georgia", True),
        ({"font": "Georgia"}, "georgia", True),
        ({"font": "Georgia"}, "Courier", False),
        ({"font": "Inter"}, None, True),
        ({"font": "inter"}, None, True),
    ],
)
def test_a_command_is_that_of_a_figure_with_a_font_that_may_be_chosen_for_it(
    options: dict[str, Any], font: str | None, is_ours: bool
) -> None:
    spec = read_spec(["hinge"], options)
    told = read_spec(["hinge"], {**options, "font": font})
    for file_format in ("svg", "png"):
        record: Any = SimpleNamespace(command=told.command(file_format))
        assert state._is_command(record, file_format, spec) == is_ours
        assert not state._is_command(record, "pdf", spec)
    assert not state._is_command(SimpleNamespace(command="lossplot '"), "svg", spec)  # type: ignore[arg-type]
