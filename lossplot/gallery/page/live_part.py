"""The live figure: what stands in the page before the script fills it."""

from __future__ import annotations

from lossplot.gallery.page.markup import element
from lossplot.gallery.page.page_words import both


def live(heading: str) -> str:
    """The section, under the heading element `heading`, whose id must be `live-title`."""
    return element(
        "section",
        heading,
        element("noscript", element("p", both("The live figure needs JavaScript."))),
        element("div", _stage(), _controls(), class_="live"),
        id="live",
        aria_labelledby="live-title",
    )


def _stage() -> str:
    return element(
        "div",
        element("div", id="figure", role="slider", tabindex="0", aria_label=both("Crosshair"), aria_valuenow="0"),
        element("div", id="reading"),
        element(
            "p",
            both(
                "Move over the figure, tap it, or use the arrow keys: the crosshair reads every curve, and stops at "
                "corners."
            ),
            class_="hint",
        ),
        class_="stage",
    )


def _controls() -> str:
    return element(
        "div",
        element(
            "fieldset",
            element("legend", both("Curves and parameters")),
            element("div", id="curves"),
            element("p", id="problem", role="alert"),
            element(
                "label",
                element("span", both("Add a loss")),
                element("select", element("option", both("Choose …"), value=""), id="add"),
                class_="row",
            ),
        ),
        element(
            "fieldset",
            element("legend", both("Panels")),
            element(
                "div",
                _tick("derivative", "Derivative"),
                _tick("second-derivative", "Second derivative"),
                class_="row",
            ),
        ),
        element(
            "fieldset",
            element("legend", both("View")),
            element(
                "div",
                _number("left", "from", "Left end"),
                _number("right", "to", "Right end"),
                element("button", both("Usual view"), type="button", id="usual"),
                class_="row",
            ),
            element("div", _number("at", "Read at", "Read at"), element("span", id="knots"), class_="row"),
        ),
        element(
            "fieldset",
            element("legend", both("Take it with you")),
            element(
                "div",
                element("button", both("Copy PNG"), type="button", id="copy-png"),
                *(element("button", name, type="button", id=f"save-{name.lower()}") for name in ("PNG", "SVG", "CSV")),
                element("button", both("Copy link"), type="button", id="copy-link"),
                class_="row",
            ),
            element("p", both("The command for this view"), class_="label", id="command-label"),
            element("pre", element("code", id="command"), tabindex="0", role="group", aria_labelledby="command-label"),
            element("button", both("Copy the command"), type="button", data_copy="command"),
        ),
        class_="controls",
    )


def _tick(name: str, words: str) -> str:
    return element(
        "label",
        element("input", type="checkbox", name="panel", value=name),
        element("span", both(words)),
        class_="chip",
    )


def _number(name: str, words: str, label: str) -> str:
    return element(
        "label",
        element("span", both(words)),
        element("input", type="text", inputmode="decimal", id=name, size=7, autocomplete="off", aria_label=both(label)),
    )
