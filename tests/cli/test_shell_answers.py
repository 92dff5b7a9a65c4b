"""What a shell is answered: the words as it has to write them, and whether a space follows."""

from __future__ import annotations

import pytest

from lossplot._cli.completion.answer import answer
from lossplot._cli.completion.bash import quoted, read_line

BREAKS = " \t\n\"'@><=;|&(:"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("lossplot hinge --theme da", ["words", "da", "dark"]),
        ("lossplot hinge --theme=da", ["words", "da", "dark"]),
        ("lossplot hinge --for slide-4", ["words", "slide-4", "slide-4:3"]),
        ("lossplot huber:del", ["words open", "", "delta="]),
        ("lossplot show torch:SMO", ["words", "torch:SMO", "SMOOTH_L1"]),
        ("lossplot 'huber:del", ["words open", "", "huber:delta="]),
        ("lossplot list multil", ["words", "multil", "multilabel\\ classification"]),
        ("lossplot list 'multil", ["words", "multil", "multilabel classification"]),
        ("LC_ALL=C A=b lossplot hinge --theme da", ["words", "da", "dark"]),
        ("lossplot info a", ["files", "a"]),
        ("lossplot build x.toml -o a", ["folders", "a"]),
        ("lossplot skl", ["words open", "", "sklearn:"]),
        ("lossplot zzz", ["words", ""]),
    ],
)
def test_bash_is_answered_with_what_replaces_the_word_from_its_last_break(line: str, expected: list[str]) -> None:
    assert answer("bash", [line, BREAKS]).split("\n") == expected


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_other_shells_are_answered_with_whole_words_and_what_they_are(shell: str) -> None:
    kind, path, *words = answer(shell, ["lossplot", "hinge", "--theme", "'da"]).split("\n")
    assert (kind, path) == ("words", "da")
    assert [word.partition("\t")[0] for word in words] == ["dark"]
    kind, path, *words = answer(shell, ["lossplot", "hinge", "--data=ab"]).split("\n")
    assert (kind, path, words) == ("files", "ab", [])
    _, _, *words = answer(shell, ["lossplot", "hing"]).split("\n")
    assert all("\t" in word and word.partition("\t")[2] for word in words)


@pytest.mark.parametrize("character", " \t\n\"'\\`$&|;()<>*?[]{}!#~")
def test_a_character_that_bash_obeys_stands_behind_a_backslash(character: str) -> None:
    assert quoted(f"a{character}b", "") == f"a\\{character}b"
    assert quoted(f"a{character}b", "'") == f"a{character}b"


def test_a_character_that_is_only_itself_stands_alone() -> None:
    assert quoted("huber:delta=1,2-_./%+@^", "") == "huber:delta=1,2-_./%+@^"


def test_breaks_count_outside_of_quotes_and_in_the_last_word_alone() -> None:
    assert read_line("lossplot a=b c:d", BREAKS).kept == 2
    assert read_line("lossplot a=b cd", BREAKS).kept == 0
    assert read_line("lossplot 'a=b", BREAKS).kept == 0
    assert read_line("lossplot a=b=c", BREAKS).kept == 4
    assert read_line("lossplot a=b", " ").kept == 0
