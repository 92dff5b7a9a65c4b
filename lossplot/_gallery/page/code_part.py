"""A loss in other libraries and languages, on its page."""

from __future__ import annotations

from lossplot._curves.curve import default_curve
from lossplot._gallery.page.cards import LossCard
from lossplot._gallery.page.markup import NOTHING, Html, Texts, element, joined, text
from lossplot._gallery.page.page_words import both
from lossplot._gallery.page.sections import section, table
from lossplot._gallery.page.widgets import button
from lossplot._losses.documentation import documentation
from lossplot._losses.equivalent import Equivalent
from lossplot._losses.foreign import equivalents_at

# What each language, and each library of boosted trees, is called.
_NAMES = {
    "numpy": "NumPy",
    "torch": "PyTorch",
    "jax": "JAX",
    "javascript": "JavaScript",
    "sql": "SQL",
    "xgboost": "XGBoost",
    "lightgbm": "LightGBM",
    "catboost": "CatBoost",
}


def code(card: LossCard) -> Html:
    """Return the section of the code of a loss, the first language open."""
    parts = [
        element(
            "details",
            element("summary", text(_NAMES[language])),
            button(
                "Copy",
                data_copy=f"code-{language}",
                aria_label={code: f"{words}: {_NAMES[language]}" for code, words in both("Copy the code").items()},
            ),
            element("pre", element("code", text(lines), id=f"code-{language}"), tabindex="0"),
            open=language == "numpy",
        )
        for language, lines in card["code"].items()
    ]
    return section("Code", *parts)


def libraries(card: LossCard) -> Html:
    """Return the section of the calls of other libraries, at the default of each parameter."""
    curve = default_curve(card["loss"])
    rows = [
        (_library(each), _call(each, each.filled(curve.parameters)), element("span", _factor(factor)))
        for each, factor in (
            (each, record["factor"])
            for each, record in zip(equivalents_at(card["loss"], curve.parameters), card["equivalents"], strict=True)
        )
    ]
    words = "In other libraries"
    return section(words, table(words, ("Library", "Call", "Its value"), rows)) if rows else NOTHING


def _library(equivalent: Equivalent) -> Html:
    """Return the name of the library, with a link to where it describes what is called."""
    address = documentation(equivalent)
    return element("a", text(equivalent.library), href=address) if address else text(equivalent.library)


def _call(equivalent: Equivalent, filled: str) -> Html:
    """Return the call, ready to be copied, and on a line of its own for which inputs it is the same."""
    shown = element("code", text(filled.partition(f"  {equivalent.comment}")[0]))
    copy = button("Copy", data_copy_text=filled, aria_label=both("Copy the call"))
    condition = element("small", text(equivalent.condition), lang="en") if equivalent.condition else NOTHING
    return joined(element("span", shown, copy, class_="copied"), condition)


def _factor(factor: str) -> Texts:
    return both("the same as ours") if factor == "1" else both("{factor} times ours", factor=factor)
