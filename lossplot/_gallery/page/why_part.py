"""Reasons to choose a loss, on its page: its best answer to every chance, or what it estimates."""

from __future__ import annotations

from lossplot._gallery.page.cards import LossCard
from lossplot._gallery.page.markup import NOTHING, Html, element, joined, text
from lossplot._gallery.page.page_words import both
from lossplot._gallery.page.sections import section
from lossplot._losses.entry import ERROR, MARGIN, PROBABILITY

# What is asked of a loss of each axis, and what its two pictures show.
_RISKS = {
    MARGIN.name: (
        "Where the label is +1 with the chance η, and −1 otherwise, an answer f costs η L(f) + (1 − η) L(−f) on "
        "average: the conditional risk. The best answer f*(η) costs least. A loss that leads to right decisions has "
        "f* above 0 where η is above 1/2; where each chance has a best answer of its own, f* can be turned back into "
        "the chance.",
        "The best answer f* to every chance η",
    ),
    PROBABILITY.name: (
        "Where the label is 1 with the chance η, and 0 otherwise, a forecast p costs η L(p) + (1 − η) L(1 − p) on "
        "average: the conditional risk. A loss is proper where the best forecast is the chance itself: p* = η.",
        "The best forecast p* for every chance η",
    ),
}
_ESTIMATES = (
    "One number for a whole sample is the one whose losses sum to the least: the mean for a squared error, the median "
    "for an absolute one. The same choice decides how much a line gives way to an outlier, which can be dragged, or "
    "moved with the arrow keys."
)


def why(card: LossCard) -> Html:
    """Return the section that tells why, of a loss of labels or of an error; nothing of any other."""
    if card["axis"] in _RISKS:
        words, link = _RISKS[card["axis"]]
        slider = element(
            "label",
            element("span", both("chance η of the label +1")),
            element("input", type="range", id="eta", min="0.01", max="0.99", step="0.01", value="0.7"),
            element("output", text("0.7"), id="eta-value", for_="eta"),
            class_="row",
        )
        pictures = joined(_picture("The conditional risk of every answer"), _picture(link))
        return section("Why", element("p", both(words)), _widget(slider, pictures))
    if card["axis"] == ERROR.name:
        moved: dict[str, str | int] = {
            "role": "slider",
            "tabindex": 0,
            "aria_valuemin": -1,
            "aria_valuemax": 11,
            "aria_valuenow": 1,
        }
        centre, line = "What it takes for the centre of a sample", "The line that fits best"
        pictures = joined(_picture(centre), _picture(line, **moved))
        return section("Why", element("p", both(_ESTIMATES)), _widget(NOTHING, pictures))
    return NOTHING


def _widget(controls: Html, pictures: Html) -> Html:
    says = element("p", id="why-says", role="status")
    return element("div", controls, element("div", pictures, class_="pair"), says, class_="scripted why")


def _picture(words: str, **attributes: str | int) -> Html:
    canvas = element("canvas", **{"role": "img", "aria_label": both(words), **attributes})
    return element("figure", canvas, element("figcaption", both(words)))
