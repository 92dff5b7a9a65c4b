"""The live figure in the page before the script fills it."""

from __future__ import annotations

from lossplot._gallery.page.markup import Html, element, text
from lossplot._gallery.page.page_words import both
from lossplot._gallery.page.widgets import button, chip, group, row

# The scripts of a page that has it.
LIVE_SCRIPTS = ("losses.js", "letters.js", "live.js")

# The buttons that zoom and move the view: their ids, signs, and what they do.
_STEPS = (
    ("zoom-in", "+", "Zoom in"),
    ("zoom-out", "−", "Zoom out"),
    ("move-left", "←", "Move the view to the left"),
    ("move-right", "→", "Move the view to the right"),
    ("move-down", "↓", "Move the view down"),
    ("move-up", "↑", "Move the view up"),
)


def live(title: Html, root: str = "") -> Html:
    """Return the section of the live figure; the id of the element `title` must be `live-title`.

    `root` leads from the page to the folder of its language.
    """
    return element(
        "section",
        title,
        element("div", _stage(), _controls(root), class_="live"),
        id="live",
        class_="scripted",
        aria_labelledby="live-title",
    )


def _stage() -> Html:
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
        element(
            "p",
            both(
                "Drag or pinch the figure, or turn the wheel with Ctrl: the view moves and zooms, as it does with +, "
                "-, 0 and Shift with an arrow key."
            ),
            class_="hint",
        ),
        class_="stage",
    )


def _controls(root: str) -> Html:
    choice = element("select", element("option", both("Choose …"), value=""), id="add")
    command = element("code", id="command")
    return element(
        "div",
        group(
            "Curves and parameters",
            element("div", id="curves"),
            element("p", id="problem", role="alert"),
            element("label", element("span", both("Add a loss")), choice, class_="row"),
        ),
        group(
            "A formula of your own",
            _field("typed", "formula", "Formula", "max(0, 1 - m)**k:k=2", "Draw it"),
            _field("gradients", "gradient", "Its derivative, as you wrote it", "-k*max(0, 1 - m)**(k - 1)", "Check it"),
        ),
        group(
            "Panels",
            row(
                chip("panel", "derivative", both("Derivative")),
                chip("panel", "second-derivative", both("Second derivative")),
                chip("panel", "weight", both("Weight ψ(r)/r")),
                chip("flag", "both-labels", both("Both labels")),
                chip("flag", "normalize", both("Scaled to 1 at 0")),
            ),
        ),
        group(
            "View",
            row(
                _number_box("left", "from", "Left end"),
                _number_box("right", "to", "Right end"),
            ),
            row(
                _number_box("lower", "heights from", "Lower end"),
                _number_box("upper", "to", "Upper end"),
            ),
            row(
                *(_step(name, sign, words) for name, sign, words in _STEPS),
                button("Usual view", id="usual"),
                element("span", id="view-says", role="status", class_="unseen"),
            ),
            row(_number_box("at", "Read at", "Read at"), element("span", id="knots")),
        ),
        group(
            "Take it with you",
            row(
                button("Copy PNG", id="copy-png"),
                *(
                    element("button", text(name), type="button", id=f"save-{name.lower()}")
                    for name in ("PNG", "SVG", "CSV")
                ),
                button("Copy link", id="copy-link"),
            ),
            element("p", both("The command for this view"), class_="label", id="command-label"),
            element("pre", command, tabindex="0", role="group", aria_labelledby="command-label"),
            button("Copy the command", data_copy="command"),
            element("p", element("a", both("Train with it"), id="train", class_="button", href=f"{root}train.html")),
        ),
        class_="controls",
    )


def _field(form: str, name: str, label: str, example: str, action: str) -> Html:
    """Return a form with one field, what is written into it for example, and a line for what is said of it."""
    field = element(
        "input",
        type="text",
        id=name,
        placeholder=example,
        autocomplete="off",
        autocapitalize="none",
        spellcheck="false",
        aria_describedby=f"{name}-says",
    )
    send = element("button", both(action), type="submit")
    return element(
        "form",
        element("label", both(label), for_=name, class_="label"),
        row(field, send),
        element("p", id=f"{name}-says", role="status", class_="says"),
        id=form,
        class_="typed",
    )


def _step(name: str, sign: str, words: str) -> Html:
    return element("button", text(sign), type="button", id=name, aria_label=both(words), title=both(words))


def _number_box(name: str, words: str, label: str) -> Html:
    return element(
        "label",
        element("span", both(words)),
        element("input", type="text", inputmode="decimal", id=name, size=7, autocomplete="off", aria_label=both(label)),
    )
