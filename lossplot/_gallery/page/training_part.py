"""The figures of training on the page of figures."""

from __future__ import annotations

from collections.abc import Sequence

from lossplot._gallery.page.markup import NOTHING, Html, element, text
from lossplot._gallery.page.page_words import both
from lossplot._gallery.page.places import translated
from lossplot._gallery.page.training_pictures import TrainingPicture
from lossplot._gallery.page.widgets import button, heading
from lossplot._text.language import languages


def trainings_section(pictures: Sequence[TrainingPicture]) -> Html:
    """Return a card for each figure of training; nothing if there are none."""
    if not pictures:
        return NOTHING
    lead = "One network, trained under several losses on the same examples, from the same weights."
    return element(
        "section",
        heading("What losses do to a network", "training"),
        element("p", both(lead), class_="lead"),
        element("ul", *map(_card, pictures), class_="cards full", role="list"),
        id="trainings",
        aria_labelledby="training",
    )


def _card(picture: TrainingPicture) -> Html:
    width, height = picture.size
    address = translated(f"{picture.name}.svg", picture.figures)
    image = element(
        "img",
        src=address,
        alt=picture.description,
        width=width,
        height=height,
        loading="lazy",
        decoding="async",
    )
    live = element("a", both("Open live"), class_="scripted", href=f"train.html?{picture.address}")
    download = element("a", text("SVG"), href=address, download=True)
    commands = {code: picture.figures.get(code, picture.figure).command("svg") for code in languages()}
    command = button("Copy the command", class_="scripted", data_copy_text=commands)
    return element(
        "li",
        element("div", image, class_="sideways", tabindex="0", role="group", aria_label=picture.title),
        element("h3", picture.title),
        element("p", picture.caption),
        element("p", live, download, command, class_="downloads"),
        class_="card",
    )
