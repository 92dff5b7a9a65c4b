"""The page that trains a network under several losses, before its script fills it."""

from __future__ import annotations

from collections.abc import Sequence

from lossplot._gallery.page.frame import page
from lossplot._gallery.page.markup import Html, Texts, element, text
from lossplot._gallery.page.page_words import both
from lossplot._gallery.page.widgets import button, group, row
from lossplot._training.data import RECIPES
from lossplot._training.names import ACTIVATIONS, OPTIMIZERS

# The scripts of the page.
TRAIN_SCRIPTS = ("losses.js", "log-odds.js", "letters.js", "train.js")
_LAYERS = ("none", "2", "4", "8", "4,2", "8,8", "16,16", "32")
# What is seen in the pictures, by the kind of the data.
_HINTS = {
    "labels": "The thick line is where the class changes, the thin ones are the margins −1 and 1, or −0.99 and 0.99 of "
    "a network that ends in tanh. Full dots are to test, pale ones to train with. Bars on the curve are the examples "
    "to train with.",
    "classes": "Each colour is a class. Full dots are to test, pale ones to train with. Bars on the curve are the "
    "examples to train with.",
    "targets": "The line is the fit. The fuller a dot, the more its example counts. Bars on the curve are the examples "
    "to train with.",
}
# How many epochs a second may be asked for.
_PACES, _PACE = (2, 10, 30, 60, 240), 60


def train_page() -> Html:
    """Return `train.html` in all languages."""
    title = both("Training")
    words = both(
        "What a loss does to a classifier: the same network, examples and batches under each loss, trained here in "
        "your browser."
    )
    without = element("noscript", element("p", both("It needs JavaScript. The figures of all losses do not.")))
    intro = element("div", element("h1", title), element("p", words, class_="lead"), without, class_="intro")
    live = element("div", _stage(), _controls(), class_="live train scripted")
    return page("train.html", title, words, element("article", intro, live), TRAIN_SCRIPTS)


def _stage() -> Html:
    paces = [element("option", text(str(pace)), value=pace, selected=pace == _PACE) for pace in _PACES]
    plays = element(
        "div",
        element("button", both("Play"), type="button", id="play"),
        button("Step", id="step"),
        button("Reset", id="reset"),
        element("label", element("span", both("Epochs a second")), element("select", *paces, id="pace"), class_="row"),
        element("strong", id="epoch"),
        class_="row plays",
    )
    return element(
        "div",
        plays,
        element(
            "div", id="runs", tabindex="0", role="group", aria_label=both("Training"), aria_describedby="train-keys"
        ),
        element("div", id="results", class_="scroll", tabindex="0", role="group", aria_label=both("Results")),
        *(element("p", both(words), class_="hint", data_of=kind) for kind, words in _HINTS.items()),
        element(
            "p",
            both("With the focus on the pictures: space plays and pauses, → takes a step, Home begins again."),
            class_="hint",
            id="train-keys",
        ),
        class_="stage",
    )


def _controls() -> Html:
    choice = element("select", element("option", both("Choose …"), value=""), id="add")
    return element(
        "div",
        group(
            "Losses",
            element("div", id="curves"),
            element("p", id="problem", role="alert"),
            element("label", element("span", both("Add a loss")), choice, class_="row"),
        ),
        group(
            "Data",
            row(_choice("data", "Data", [*RECIPES]), _number("classes", "Classes")),
            row(_number("noise", "Noise"), _number("flip", "Wrong labels")),
            row(_number("outliers", "Outliers"), _number("balance", "Share of class +1")),
        ),
        group(
            "Network",
            row(_choice("hidden", "Hidden layers", _LAYERS), _choice("activation", "Activation", ACTIVATIONS)),
        ),
        group(
            "Steps",
            row(_choice("optimizer", "Optimizer", OPTIMIZERS), _number("rate", "Learning rate")),
            row(_number("batch", "Batch"), _number("epochs", "Epochs")),
            row(_number("seed", "Seed"), button("Next seed", id="next-seed")),
        ),
        group(
            "Take it with you",
            row(button("Copy link", id="copy-link")),
            element("p", both("The command for this training"), class_="label", id="command-label"),
            element("pre", element("code", id="command"), tabindex="0", role="group", aria_labelledby="command-label"),
            button("Copy the command", data_copy="command"),
        ),
        class_="controls",
    )


def _choice(name: str, words: str, choices: Sequence[str]) -> Html:
    options = [element("option", _shown(choice), value=choice) for choice in choices]
    return _labelled(words, element("select", *options, id=f"set-{name}"))


def _shown(choice: str) -> Texts:
    return both("none: linear" if choice == "none" else choice)


def _number(name: str, words: str) -> Html:
    box = element("input", type="text", inputmode="decimal", id=f"set-{name}", size=7, autocomplete="off")
    return _labelled(words, box)


def _labelled(words: str, control: Html) -> Html:
    return element("label", element("span", both(words)), control)
