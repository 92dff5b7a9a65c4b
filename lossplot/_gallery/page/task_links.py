"""The tasks of a loss on its page, each with a link to the losses that are used for it."""

from __future__ import annotations

from urllib.parse import quote

from lossplot._gallery.page.cards import LossCard
from lossplot._gallery.page.markup import NOTHING, Html, Texts, element
from lossplot._gallery.page.widgets import label
from lossplot._text.language import languages
from lossplot._text.tasks import title_of


def task_links(card: LossCard, root: str) -> Html:
    """Return the tasks of a loss, if there are any; `root` leads from its page to the first one."""
    titles = [{code: title_of(task, code) for code in languages()} for task in card["tasks"]]
    return (
        element("p", label("Used for"), *(_link(title, root) for title in titles), class_="row") if titles else NOTHING
    )


def _link(title: Texts, root: str) -> Html:
    addresses = {code: f"{root}index.html?q={quote(words)}" for code, words in title.items()}
    return element("a", title, href=addresses)
