"""The page of one loss."""

from __future__ import annotations

import shlex
from collections.abc import Sequence

from lossplot.curves.curve import default_curve
from lossplot.curves.glossary import PROPERTIES, Value
from lossplot.curves.records import property_values, when_template
from lossplot.gallery.data.figures import GalleryFigure, figure_description
from lossplot.gallery.data.tags import meaning, tags
from lossplot.gallery.page.cards import EquivalentRecord, IntervalRecord, LossCard, ParameterRecord
from lossplot.gallery.page.formulas import inline_math
from lossplot.gallery.page.frame import page
from lossplot.gallery.page.live_part import LIVE_SCRIPTS, live
from lossplot.gallery.page.markup import Texts, element, text
from lossplot.gallery.page.page_words import both, property_name, summary, symbols
from lossplot.gallery.page.pictures import downloads, live_address, picture
from lossplot.gallery.page.relations import relation
from lossplot.gallery.page.spelling import spelled_in_all
from lossplot.gallery.page.task_links import task_links
from lossplot.gallery.page.widgets import button, heading, label, scroller, typed_name
from lossplot.text.language import languages

# From a page in losses/ to the folder of the gallery.
_ROOT = "../"
# The formats that a browser cannot make of a live figure.
_BY_COMMAND = ("pdf", "py")
# The most places without a derivative that are listed.
_MOST_PLACES = 6
# What each kind of knot is called, and what has different limits there.
_KINDS = {
    "jump": ("jump", "Loss"),
    "corner": ("corner", "Derivative"),
    "curvature": ("change of curvature", "Second derivative"),
}
_LANGUAGES = {"numpy": "NumPy", "torch": "PyTorch", "jax": "JAX", "javascript": "JavaScript"}


def loss_page(
    card: LossCard,
    figure: GalleryFigure,
    family: GalleryFigure | None,
    formats: Sequence[str],
    neighbours: tuple[LossCard | None, LossCard | None],
) -> str:
    """Return `losses/NAME.html` in all languages; `neighbours` are the losses before and after it."""
    parts = [
        _head(card),
        live(heading("Live", "live-title"), _ROOT),
        _figures(card, figure, family, formats),
        _properties(card),
        _parameters(card),
        _knots(card),
        _libraries(card),
        _code(card),
        _origins(card),
        _neighbours(*neighbours),
    ]
    article = element("article", *filter(None, parts), data_loss=card["name"])
    return page(f"losses/{card['name']}.html", card["names"], summary(card), article, LIVE_SCRIPTS)


def _head(card: LossCard) -> str:
    loss = inline_math(card["formula"]["mathml"], symbols(card))
    slope = inline_math(card["derivative"]["mathml"], symbols(card))
    formulas = [_formula("Formula", loss), _formula("Derivative", slope, _no_derivative(card))]
    marks = [
        element("span", property_name(tag), class_="tag", title=spelled_in_all(meaning(tag))) for tag in tags(card)
    ]
    axis = element("span", card["label"], class_="tag axis-tag")
    return element(
        "div",
        element("h1", card["names"]),
        typed_name(card["name"]),
        element("p", summary(card), class_="lead"),
        element("p", axis, *marks, _held_at(card) if marks else "", class_="tags"),
        task_links(card, _ROOT),
        element("div", *formulas, class_="formulas"),
        class_="intro",
    )


def _formula(words: str, math: str, after: str = "") -> str:
    return element("div", element("h2", both(words)), scroller(math, "formula", words), after)


def _no_derivative(card: LossCard) -> str:
    """Return where the loss has no derivative, whatever its formula gives there."""
    places = [_number(knot["x"]) for knot in card["knots"] if knot["kind"] != "curvature"]
    if not places:
        return ""
    shown = places if len(places) <= _MOST_PLACES else [*places[:_MOST_PLACES], "…"]
    where = f"{card['variable']} = {', '.join(shown)}"
    return element("p", element("span", both("None at {places}", places=where)), _held_at(card), class_="hint")


def _held_at(card: LossCard) -> str:
    """Return the values of the parameters for which what stands before is true, if there are parameters."""
    if not card["parameters"]:
        return ""
    values = {code: ", ".join(_at_default(each, code) for each in card["parameters"]) for code in languages()}
    held = {code: both("(at {values})", values=values[code])[code] for code in languages()}
    return element("span", " ", element("span", held), element("span", class_="now"), class_="hint held")


def _at_default(parameter: ParameterRecord, code: str) -> str:
    return f"{parameter['symbol'][code]} = {_number(parameter['default'])}"


def _section(words: str, *content: str) -> str:
    name = words.partition(",")[0].lower().replace(" ", "-")
    return element("section", heading(words, name), *content, aria_labelledby=name)


def _table_section(
    words: str, head: Sequence[str], rows: Sequence[Sequence[str]], after: str = "", held: str = ""
) -> str:
    """Return a section with a table of `rows` of HTML under `head`, each led by its heading, and `after` below it.

    `held` tells for which values of the parameters it is true.
    """
    heads = [element("th", both(each), scope="col") for each in head]
    body = [
        element("tr", element("th", first, scope="row"), *(element("td", cell) for cell in rest))
        for first, *rest in rows
    ]
    table = element("table", element("thead", element("tr", *heads)), element("tbody", *body))
    return _section(words, element("p", held) if held else "", scroller(table, "scroll", words), after)


def _figures(card: LossCard, figure: GalleryFigure, family: GalleryFigure | None, formats: Sequence[str]) -> str:
    pictures = [_figure(figure, card["description"], card["names"], formats)]
    if family:
        pictures.append(_figure(family, figure_description(family), family.title, formats))
    outputs = [f"-o {card['name']}.{each}" for each in _BY_COMMAND if each not in formats]
    command = " ".join(["lossplot", shlex.join(figure.spec.losses), "--derivative", "--second-derivative", *outputs])
    terminal = element(
        "p",
        label("In your terminal"),
        element(
            "span",
            element("code", _in_each_language(command), id="terminal"),
            button("Copy", data_copy="terminal", aria_label=both("Copy the command")),
            class_="copied",
        ),
        class_="row",
    )
    return _section("Figures", element("div", *pictures, class_="figures"), terminal)


def _in_each_language(command: str) -> Texts:
    return {code: command if code == "en" else f"{command} --lang={code}" for code in languages()}


def _figure(figure: GalleryFigure, alt: Texts, caption: Texts, formats: Sequence[str]) -> str:
    address = live_address(figure) if figure.kind == "family" else None
    live = element("a", both("Open live"), class_="scripted", href=f"?{address}#live") if address else ""
    words = element("figcaption", element("span", caption), live, downloads(figure, formats, _ROOT))
    return element("figure", picture(figure, alt, _ROOT), words)


def _code_to_copy(words: str, name: str) -> str:
    """Return `words` as code, with a button called `name` that copies them."""
    copy = button("Copy", data_copy_text=words, aria_label=both(name))
    return element("span", element("code", text(words)), copy, class_="copied")


def _properties(card: LossCard) -> str:
    values = property_values(default_curve(card["loss"]))
    rows = [
        (_explained(name), element("span", _said(card, name, value)) + _condition(card, name, value))
        for name, value in values.items()
    ]
    return _table_section("Properties", ("Property", "Value"), rows, held=_held_at(card))


def _said(card: LossCard, name: str, value: Value) -> Texts:
    return spelled_in_all(both(PROPERTIES[name].words_for(value).replace("inf", "∞")), _parameter_names(card))


def _explained(name: str) -> str:
    """Return the name of a property, which can be opened to read what it means."""
    definition = element("p", spelled_in_all(both(PROPERTIES[name].definition)))
    source = element("small", text(PROPERTIES[name].source), lang="en")
    return element("details", element("summary", property_name(name)), definition, source, class_="explained")


def _condition(card: LossCard, name: str, value: Value) -> str:
    """Return for which parameters the loss has a property, if it has parameters."""
    when = card["conditions"].get(name)
    if when is None or not card["parameters"]:
        return ""
    words = both(when_template(name, when, value), condition=str(when))
    return element("span", spelled_in_all(words, _parameter_names(card)))


def _parameter_names(card: LossCard) -> list[str]:
    return [each["name"] for each in card["parameters"]]


def _parameters(card: LossCard) -> str:
    if not card["parameters"]:
        return ""
    rows = [
        (
            element("var", each["symbol"]) + element("code", each["name"]),
            text(f"{each['default']:g}"),
            element("span", _domain(each)),
        )
        for each in card["parameters"]
    ]
    condition = card["requires"]
    together = element("p", label("Together"), text(condition), class_="row") if condition else ""
    return _table_section("Parameters", ("Parameter", "Default", "Domain"), rows, together)


def _domain(parameter: ParameterRecord) -> Texts:
    """Return the domain of a parameter: `(0, ∞)`, `a whole number in [1, 1000]`."""
    domain = _interval(parameter["interval"])
    said = both("a whole number in {domain}", domain=domain) if parameter["integer"] else both(domain)
    if not parameter["holes"]:
        return said
    holes = ", ".join(map(_interval, parameter["holes"]))
    return {code: both("{domain} without {holes}", domain=words, holes=holes)[code] for code, words in said.items()}


def _interval(interval: IntervalRecord) -> str:
    low, high = _number(interval["low"]), _number(interval["high"])
    if low == high:
        return f"{{{low}}}"
    return f"{'[' if interval['low_closed'] else '('}{low}, {high}{']' if interval['high_closed'] else ')'}"


def _knots(card: LossCard) -> str:
    rows = [
        (
            f"<var>{card['variable']}</var> = {_number(knot['x'])}",
            element("span", both(_KINDS[knot["kind"]][0])),
            element("span", both(_KINDS[knot["kind"]][1])),
            _number(knot["left"]),
            _number(knot["right"]),
        )
        for knot in card["knots"]
    ]
    words = "Corners, jumps and changes of curvature"
    if not rows:
        return _section(words, element("p", both("None: the curve is smooth.")), element("p", _held_at(card)))
    head = ("At", "Kind", "Limits of", "From the left", "From the right")
    return _table_section(words, head, rows, held=_held_at(card))


def _number(value: float | str) -> str:
    """Return a number in six digits, or the name of what is none."""
    digits = value if isinstance(value, str) else f"{value:.6g}"
    return text(digits.replace("inf", "∞").replace("-", "−"))


def _libraries(card: LossCard) -> str:
    rows = [
        (text(each["library"]), _code_to_copy(each["call"], "Copy the call"), element("span", _factor(each)))
        for each in card["equivalents"]
    ]
    return _table_section("In other libraries", ("Library", "Call", "Its value"), rows) if rows else ""


def _factor(equivalent: EquivalentRecord) -> Texts:
    factor = equivalent["factor"]
    return both("the same as ours") if factor == "1" else both("{factor} times ours", factor=factor)


def _code(card: LossCard) -> str:
    parts = [
        element(
            "details",
            element("summary", _LANGUAGES[language]),
            button(
                "Copy",
                data_copy=f"code-{language}",
                aria_label={code: f"{words}: {_LANGUAGES[language]}" for code, words in both("Copy the code").items()},
            ),
            element("pre", element("code", text(code), id=f"code-{language}"), tabindex="0"),
            open=language == "numpy",
        )
        for language, code in card["code"].items()
    ]
    return _section("Code", *parts)


def _origins(card: LossCard) -> str:
    facts = [
        ("Source", text(card["source"])),
        ("Other names", ", ".join(element("code", text(alias)) for alias in card["aliases"])),
        ("Relatives", _relatives(card)),
    ]
    items = [
        element("dt", both(words)) + element("dd", fact, lang=None if words == "Relatives" else "en")
        for words, fact in facts
        if fact
    ]
    return _section("Origins", element("dl", *items))


def _relatives(card: LossCard) -> str:
    related = "".join(element("div", relation(each, card)) for each in card["relatives"])
    return related and related + _held_at(card)


def _neighbours(before: LossCard | None, after: LossCard | None) -> str:
    links = [
        element("a", card["names"], href=f"{card['name']}.html", rel=rel, class_=rel)
        for card, rel in ((before, "prev"), (after, "next"))
        if card
    ]
    return element("nav", *links, class_="neighbours", aria_label=both("All losses"))
