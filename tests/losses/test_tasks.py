"""The table of tasks: of losses that there are, each of which is for something."""

from __future__ import annotations

from collections import Counter

from support.cases import every

from lossplot._losses import LOSSES, normalise
from lossplot._losses.tasks import TASKS, tasks_of
from lossplot._text.language import languages
from lossplot._text.tasks import title_of, words_of


@every("name", LOSSES)
def test_every_loss_is_for_something(name: str) -> None:
    assert tasks_of(name)


@every("title", TASKS)
def test_a_task_names_losses_of_the_catalogue_once(title: str) -> None:
    names = TASKS[title].losses
    assert set(names) <= LOSSES.keys()
    assert len(names) == len(set(names)) > 1


def test_no_word_stands_for_two_tasks() -> None:
    words = Counter(normalise(word).removesuffix("s") for title in TASKS for word in words_of(title))
    assert [word for word, count in words.items() if count > 1] == []


def test_tasks_are_listed_in_the_order_of_the_table() -> None:
    assert tasks_of("focal")[:2] == ["classification", "multiclass classification"]
    assert tasks_of("no-such-loss") == []


def test_a_title_comes_first_in_every_language() -> None:
    assert [title_of("ranking", code) for code in languages()] == ["ranking", "\u6392\u5e8f"]
    assert title_of("ranking", "xx") == "ranking"
    assert {"learning to rank", "\u63a8\u8350\u7cfb\u7edf"} <= {*words_of("ranking")}
