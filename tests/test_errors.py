"""What messages are made of: quoted values, suggestions, numbers, and characters that may be shown, drawn or typed."""

from __future__ import annotations

import keyword
import unicodedata
from collections.abc import Callable

from support.cases import every

from lossplot._errors import (
    LossplotError,
    RequestError,
    Words,
    alternatives,
    can_be_shown,
    check_characters,
    check_text,
    did_you_mean,
    escape,
    is_number,
    option_words,
    parameter_name,
    quote,
    quote_value,
    read_choice,
    read_number,
    shell_command,
    shown_path,
    suggest,
)
from lossplot._figure.spec import OPTIONS

# Every character of the first blocks, those about surrogates and the private ones, and the last of each plane.
CODES = [
    *(*range(0x3100), *range(0xD7F0, 0xE010), *range(0xF8F0, 0x10010)),
    *(code for plane in range(1, 17) for code in range((plane << 16) + 0xFFF0, (plane << 16) + 0x10000)),
    *(0x1F600, 0x2FA1D, 0xE0001, 0xE0041, 0xF0000, 0x10FF00),
]
CHARACTERS = [chr(code) for code in CODES]


def refused(function: Callable[[], object]) -> str:
    try:
        function()
    except RequestError as error:
        return str(error)
    return ""


def test_a_figure_holds_all_characters_but_controls_halves_noncharacters_and_what_turns_the_text() -> None:
    turning = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"
    for code, character in zip(CODES, CHARACTERS, strict=True):
        # Unicode 15, section 23.7: the last two of each plane, and 32 in the block of Arabic presentation forms.
        is_none = code % 0x10000 in (0xFFFE, 0xFFFF) or code in range(0xFDD0, 0xFDF0)
        is_control = code < 0x20 or 0x7F <= code < 0xA0 or 0xD800 <= code < 0xE000
        message = refused(lambda text=f"ab{character}c": check_characters(text, "title"))  # type: ignore[misc]
        assert bool(message) == (is_none or is_control or character in turning), hex(code)
        if message:
            assert f"has the character U+{code:04X} at position 3, which cannot be drawn; remove it" in message


def test_a_text_has_at_most_500_characters_and_tabs_are_spaces() -> None:
    assert check_text("a\tb" + "c" * 497, "title") == "a b" + "c" * 497
    assert refused(lambda: check_text("c" * 501, "title")) == "the title has 501 characters; the most is 500"


def test_a_message_shows_what_can_be_seen_and_is_written_from_left_to_right() -> None:
    for character in CHARACTERS:
        is_shown = character.isprintable() and unicodedata.bidirectional(character) not in ("R", "AL", "AN")
        assert can_be_shown(character) == is_shown
        # An accent that stands for another one is shown as what it is.
        is_other = unicodedata.combining(character) and not unicodedata.is_normalized("NFC", character)
        assert (escape(character) == character) == (is_shown and not is_other), hex(ord(character))
    assert escape("e\u0301") == r"e\u0301"
    assert escape("\u00e9 \u0301") == "\u00e9 \u0301"
    assert shown_path("a\u05d0/b") == "a\u05d0/b"
    assert shown_path("a\x1b/b") == r"a\x1b/b"


@every("length", range(55, 70))
def test_what_is_quoted_has_at_most_60_characters(length: int) -> None:
    text = "a" * length
    assert quote(text) == (f"'{text}'" if length <= 58 else f"'{text[:56]}...")
    assert len(quote("\U0010ffff" * length)) == 60


def test_any_value_can_be_quoted() -> None:
    class Broken:
        def __repr__(self) -> str:
            raise ValueError

    assert quote_value([1, "a"]) == "\"[1, 'a']\""
    assert quote_value(Broken()) == "that Broken"
    assert quote_value(10**5000) == "that int"


def test_at_most_three_names_are_meant_and_two_suggested() -> None:
    assert did_you_mean([]) == suggest("zzz", ["huber"]) == ""
    assert did_you_mean(["a"]) == "did you mean 'a'?"
    assert did_you_mean("abcd") == "did you mean 'a', 'b' or 'c'?"
    assert suggest("hube", ["huber1", "huber2", "huber3", "huber4"]).count("'") == 4
    assert suggest("hinge", ["hinges", "hing", "other", "hing"]) == "did you mean 'hinges' or 'hing'?"
    # At least seven tenths must be alike, unless less is asked for.
    assert suggest("abcdefg", ["abcdxyz"]) == ""
    assert suggest("abcdefg", ["abcdxyz"], 0.5) == "did you mean 'abcdxyz'?"
    assert [alternatives(words) for words in ("a", "ab", "abc")] == ["a", "a or b", "a, b or c"]


@every(
    ("text", "expected"),
    [
        *((text, True) for text in ("1", "-1", "+.5", "1e-3", "1E5", " 2 ", "inf", "-Infinity", "0.1", "1e400")),
        *(
            (text, False)
            for text in ("", "nan", "1_000", "\u0661", "\uff11", "0x1", "1,5", "1e", "a", "--1", "\u22121")
        ),
    ],
)
def test_a_number_is_a_decimal_one_in_ascii(text: str, expected: bool) -> None:
    assert is_number(text) is expected
    is_finite = expected and text.strip().lower() not in ("inf", "-infinity", "1e400")
    message = refused(lambda: read_number(text, "--x"))
    assert message == ("" if is_finite else f"--x {quote(text)} is not a number; write one such as 0.5 or 1e-3")


def test_a_choice_is_read_in_any_case() -> None:
    assert read_choice("SVG", ("png", "svg"), "--format") == "svg"
    assert refused(lambda: read_choice("sgv", ("png", "svg"), "--format")) == (
        "--format 'sgv' is unknown; choose png or svg"
    )
    assert refused(lambda: read_choice("pngg", ("png", "svg"), "--format")).endswith("did you mean 'png'?")


def test_a_message_names_options_as_its_reader_types_them() -> None:
    for name in (*OPTIONS, "for", "as", "both-labels"):
        word = parameter_name(name)
        assert word.isidentifier()
        assert not keyword.iskeyword(word), name
    assert option_words("for") == Words("--for", "preset")
    assert option_words("as") == Words("--as", "scale")
    error = RequestError(option_words("y-min"), " is 1; leave out ", Words("--a", "b=2"))
    assert (str(error), error.in_python) == ("--y-min is 1; leave out --a", "y_min is 1; leave out b=2")
    assert isinstance(error, ValueError)
    assert (LossplotError.exit_code, RequestError.exit_code) == (1, 2)


@every("character", CHARACTERS)
def test_a_command_has_nothing_that_a_terminal_would_obey_or_hide(character: str) -> None:
    if "\ud800" <= character <= "\udfff":
        return
    line = shell_command(["plot", f"a{character}b"])
    # Controls, marks of direction, private characters and those that are none are spelt out.
    assert all(unicodedata.category(each) not in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp") for each in line)
