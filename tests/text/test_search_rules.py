"""The rules of a search on small catalogues: what counts how much, which misspellings are understood, and formulas."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

import pytest
from support.draws import choice, law, lists

from lossplot._text.search import Entry, asked, distance, is_formula, is_like, ranked, searchable, spellings_of

# What counts, from most to least: a field, and how well the word "huber" fits a phrase of it.
FIELDS = {"key": 900, "names": 800, "tasks": 500, "tags": 400, "libraries": 400, "text": 200, "source": 100}
FITS = {
    "huber": 100,
    "huber loss of all": 85,
    "hubers of all": 80,
    "all of huber": 70,
    "all of huberized": 60,
    "pseudohuber": 30,
}


def found(query: str, *entries: Entry) -> list[int]:
    return ranked(query, entries)


def test_fields_and_fits_count_as_they_are_declared() -> None:
    scores = {(field, phrase): of * fit for field, of in FIELDS.items() for phrase, fit in FITS.items()}
    # A phrase that is all that was asked for comes before everything else, if it is a name or a task.
    whole = {
        (field, phrase): FIELDS[field]
        for field, phrase in scores
        if field in ("key", "names", "tasks") and phrase in ("huber", "hubers")
    }
    entries = {key: searchable({key[0]: [key[1]]}) for key in scores}
    order = [[*entries][place] for place in ranked("huber", [*entries.values()])]
    assert len(order) == len(scores)
    values = [(whole.get(key, 0), scores[key]) for key in order]
    assert values == sorted(values, reverse=True)
    for (one, a), (other, b) in pairwise(zip(order, values, strict=True)):
        assert a != b or [*scores].index(one) < [*scores].index(other)


def test_of_a_task_the_losses_come_in_their_order() -> None:
    later, sooner, other = (searchable({"tasks": {"regression": place}}) for place in (5, 2, 9))
    assert found("regression", later, sooner, other) == [1, 0, 2]


def test_every_word_must_be_found_and_words_that_say_nothing_are_left_out() -> None:
    one, other = searchable({"names": ["robust hinge"]}), searchable({"names": ["hinge"]})
    assert found("robust hinge", one, other) == [0]
    assert found("the hinge loss", one, other) == [1, 0]
    assert asked("the loss for hinge") == ["hinge"]
    assert asked("loss") == ["loss"]
    assert found("", one, other) == [0, 1]


@pytest.mark.parametrize(
    ("typed", "known", "is_understood"),
    [
        ("hubr", "huber", True),  # one letter
        ("hbr", "huber", False),  # words of three letters are not misspelt
        ("hgnie", "hinge", False),  # two letters of five
        ("hnige", "hinge", True),  # two that are swapped are one
        ("logstc", "logistic", False),  # two of six
        ("logstic", "logistic", True),  # one of seven
        ("exponntal", "exponential", True),  # two of nine
        ("expontal", "exponential", False),  # three
        ("quantiel", "quantile", True),
        ("qauntiel", "quantile", True),  # two of eight
        ("qauntie", "quantile", False),  # two of seven
    ],
)
def test_a_long_word_may_be_wrong_in_two_letters_and_a_shorter_one_in_one(
    typed: str, known: str, is_understood: bool
) -> None:
    entries = [searchable({"names": [known]}), searchable({"names": ["something else"]})]
    assert (spellings_of(typed, entries) == (known,)) is is_understood
    assert found(typed, *entries) == ([0] if is_understood else [])
    assert is_like(typed, known) is is_understood


def test_the_nearest_of_the_words_is_meant() -> None:
    entries = [searchable({"names": [name]}) for name in ("squared", "square", "squarred")]
    assert spellings_of("sqared", entries) == ("squared",)


def test_parts_of_words_are_found_from_four_letters_on() -> None:
    entry = searchable({"names": ["pseudohuber"]})
    assert found("hube", entry) == [0]
    assert found("ube", entry) == []
    assert found("pse", entry) == [0]


@pytest.mark.parametrize(
    ("typed", "formulas", "order"),
    [
        ("max(0, 1 - m)", ["max(0, 1 - m)^2", "max(0, 1 - m)", "log(1 + m)"], [1, 0]),
        ("ln(1 + exp(\u2212m))", ["log(1 + e^(-m))", "log(1 + m)"], [0]),
        ("|r|", ["abs(r)", "r^2"], [0]),
        ("L(r) = r\u00b2", ["r^2", "abs(r)"], [0]),
        ("r**2 \u00b7 2", ["r^2*2", "r^2"], [0]),
    ],
)
def test_a_formula_is_found_in_any_spelling_the_shortest_first(
    typed: str, formulas: list[str], order: list[int]
) -> None:
    assert is_formula(typed)
    assert found(typed, *(searchable({}, [formula]) for formula in formulas)) == order


def test_what_has_no_sign_of_a_formula_is_none() -> None:
    assert not any(map(is_formula, ("hinge", "pseudo-huber", "0-1", "l1", "m < 1")))


@law(60, a=lists(choice("abc"), 0, 6), b=lists(choice("abc"), 0, 6))
def test_a_distance_is_the_least_number_of_letters_added_dropped_replaced_or_swapped(
    a: list[str], b: list[str]
) -> None:
    @cache
    def least(i: int, j: int) -> int:
        """The distance of the first `i` letters of one to the first `j` of the other."""
        if not i or not j:
            return i + j
        steps = [least(i - 1, j) + 1, least(i, j - 1) + 1, least(i - 1, j - 1) + (a[i - 1] != b[j - 1])]
        if i > 1 and j > 1 and (a[i - 1], a[i - 2]) == (b[j - 2], b[j - 1]):
            steps.append(least(i - 2, j - 2) + 1)
        return min(steps)

    assert distance("".join(a), "".join(b)) == least(len(a), len(b))
