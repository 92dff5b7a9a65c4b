"""The facts about a loss, on its page: properties, parameters and knots, each folded away."""

from __future__ import annotations

from lossplot._curves.curve import default_curve
from lossplot._curves.glossary import PROPERTIES, Value
from lossplot._curves.records import property_values, when_template
from lossplot._gallery.page.cards import IntervalRecord, LossCard, ParameterRecord
from lossplot._gallery.page.markup import NOTHING, Html, Texts, element, joined, text
from lossplot._gallery.page.page_words import both, property_name
from lossplot._gallery.page.sections import folded, held_at, number, table
from lossplot._gallery.page.spelling import spelled_in_all
from lossplot._gallery.page.widgets import label

# What each kind of knot is called, and what has different limits there.
_KINDS = {
    "jump": ("jump", "Loss"),
    "corner": ("corner", "Derivative"),
    "curvature": ("change of curvature", "Second derivative"),
}


def facts(card: LossCard) -> Html:
    """Return the sections of properties, parameters and knots."""
    return joined(_properties(card), _parameters(card), _knots(card))


def _properties(card: LossCard) -> Html:
    values = property_values(default_curve(card["loss"]))
    rows = [
        (_explained(name), joined(element("span", _said(card, name, value)), _condition(card, name, value)))
        for name, value in values.items()
    ]
    return folded("Properties", element("p", held_at(card)), table("Properties", ("Property", "Value"), rows))


def _said(card: LossCard, name: str, value: Value) -> Texts:
    return spelled_in_all(both(PROPERTIES[name].words_for(value).replace("inf", "∞")), _parameter_names(card))


def _explained(name: str) -> Html:
    """Return the name of a property, which can be opened to read what it means."""
    definition = element("p", spelled_in_all(both(PROPERTIES[name].definition)))
    source = element("small", text(PROPERTIES[name].source), lang="en")
    return element("details", element("summary", property_name(name)), definition, source, class_="explained")


def _condition(card: LossCard, name: str, value: Value) -> Html:
    """Return for which parameters the loss has a property, if it has parameters."""
    when = card["conditions"].get(name)
    if when is None or not card["parameters"]:
        return NOTHING
    words = both(when_template(name, when, value), condition=str(when))
    return element("span", spelled_in_all(words, _parameter_names(card)))


def _parameter_names(card: LossCard) -> list[str]:
    return [each["name"] for each in card["parameters"]]


def _parameters(card: LossCard) -> Html:
    if not card["parameters"]:
        return NOTHING
    rows = [
        (
            joined(element("var", each["symbol"]), element("code", text(each["name"]))),
            text(f"{each['default']:g}"),
            element("span", _domain(each)),
        )
        for each in card["parameters"]
    ]
    condition = card["requires"]
    together = element("p", label("Together"), text(condition), class_="row") if condition else NOTHING
    return folded("Parameters", table("Parameters", ("Parameter", "Default", "Domain"), rows), together)


def _domain(parameter: ParameterRecord) -> Texts:
    """Return the domain of a parameter: `(0, ∞)`, `a whole number in [1, 1000]`."""
    domain = _interval(parameter["interval"])
    said = both("a whole number in {domain}", domain=domain) if parameter["integer"] else both(domain)
    if not parameter["holes"]:
        return said
    holes = ", ".join(map(_interval, parameter["holes"]))
    return {code: both("{domain} without {holes}", domain=words, holes=holes)[code] for code, words in said.items()}


def _interval(interval: IntervalRecord) -> str:
    low, high = number(interval["low"]), number(interval["high"])
    if low == high:
        return f"{{{low}}}"
    return f"{'[' if interval['low_closed'] else '('}{low}, {high}{']' if interval['high_closed'] else ')'}"


def _knots(card: LossCard) -> Html:
    rows = [
        (
            joined(element("var", text(card["variable"])), text(" = "), number(knot["x"])),
            element("span", both(_KINDS[knot["kind"]][0])),
            element("span", both(_KINDS[knot["kind"]][1])),
            number(knot["left"]),
            number(knot["right"]),
        )
        for knot in card["knots"]
    ]
    words = "Corners, jumps and changes of curvature"
    if not rows:
        return folded(words, element("p", both("None: the curve is smooth.")), element("p", held_at(card)))
    head = ("At", "Kind", "Limits of", "From the left", "From the right")
    return folded(words, element("p", held_at(card)), table(words, head, rows))
