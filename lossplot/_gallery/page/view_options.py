"""The options of drawing that the live figure has: the one table of what its address and its command say."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Literal

from lossplot._curves.axes import label_axes, label_words
from lossplot._curves.panels import QUANTITIES, Panel
from lossplot._gallery.page.markup import in_all_languages
from lossplot._losses.entry import MARGIN, PROBABILITY, Axis
from lossplot._text.language import languages

Kind = Literal["panel", "flag", "range", "number", "choice"]
# One of these tells a formula in an address from names of losses.
FORMULA_SIGNS = "()[]{}*/^<>|\\$?√∑²³½−·×"
# The themes that the page has.
THEMES = ("light", "dark")


@dataclass(frozen=True, slots=True)
class ViewOption:
    """The option called `name` on the command line, and `key` in an address, if the figure's axis is one of `axes`.

    A panel and a flag have no value, a range has two numbers, and a choice is one of `choices`.
    """

    name: str
    kind: Kind
    key: str
    axes: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()


def view_options() -> tuple[ViewOption, ...]:
    """Return the options in the order in which an address has them; that of the page's looks comes last."""
    panels: tuple[Panel, ...] = ("derivative", "second-derivative", "weight")
    return (
        *(ViewOption(name, "panel", name, QUANTITIES[name].axes) for name in panels),
        ViewOption("both-labels", "flag", "both-labels", tuple(axis.name for axis in (MARGIN, PROBABILITY))),
        ViewOption("normalize", "flag", "normalize", (MARGIN.name,)),
        ViewOption("range", "range", "range"),
        ViewOption("ylim", "range", "ylim"),
        ViewOption("mark", "number", "x"),
        ViewOption("theme", "choice", "theme", choices=THEMES),
        ViewOption("lang", "choice", "lang", choices=tuple(languages())),
    )


def view_prelude() -> str:
    """Return the options, the axes of predictions for each label, and the signs of formulas, as JavaScript."""
    values = {
        "VIEW_OPTIONS": [_plain(asdict(option)) for option in view_options()],
        "LABELS": _labels(),
        "FORMULA_SIGNS": FORMULA_SIGNS,
    }
    return "".join(f"const {name} = {json.dumps(value, ensure_ascii=False)};\n" for name, value in values.items())


def _labels() -> Mapping[str, Sequence[object]]:
    """Return the axes of predictions for each label, the label +1 first, by the axis of the losses that have them."""
    return {axis.name: [*map(_label, label_axes(axis))] for axis in (MARGIN, PROBABILITY)}


def _label(axis: Axis) -> Mapping[str, object]:
    return {
        "y": label_words(axis).replace("*", ""),
        "axis": axis.name,
        "variable": axis.variable,
        "axisView": axis.view,
        "label": in_all_languages(lambda language: language(axis.label)),
    }


def _plain(record: dict[str, object]) -> dict[str, object]:
    """Return the record without what is empty."""
    return {name: value for name, value in record.items() if value}
