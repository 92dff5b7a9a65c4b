"""Words that begin with a dash: which of them are options, values or formulas, and the guard that parsers let pass."""

from __future__ import annotations

from support.cases import every

from lossplot._cli.app import load
from lossplot._cli.dashes import bare, protected

PLOT = load("plot").params


@every(
    ("words", "guarded"),
    [
        ("hinge -m -o a.png", "hinge _-m -o a.png"),
        ("-m", "_-m"),
        ("-", "-"),
        ("-o -m", "-o -m"),
        ("-o - -m", "-o - _-m"),
        ("--output -m -r", "--output -m _-r"),
        ("--theme=dark --bogus --x=-1", "--theme=dark --bogus --x=-1"),
        ("--M --2", "_--M _--2"),
        ("-d -q -dq", "-d -q -dq"),
        ("-dm -mq", "_-dm _-mq"),
        # A long name after one dash is an option that does not exist, whether it takes a value or is a flag.
        ("-output -theme -derivative -dpi", "-output -theme -derivative -dpi"),
        ("-oa.png -o/tmp/a.svg -o-", "-oa.png -o/tmp/a.svg -o-"),
        ("-o2*m -o(m)", "_-o2*m _-o(m)"),
        ("-log(p) -0.5*m -x+1", "_-log(p) _-0.5*m _-x+1"),
        ("-m -- -r --x", "_-m -- -r --x"),
        ("-o", "-o"),
    ],
)
def test_what_is_neither_an_option_nor_its_value_is_guarded(words: str, guarded: str) -> None:
    assert protected(words.split(), PLOT) == [word.replace("_", " ") for word in guarded.split()]


@every(
    ("value", "expected"),
    [
        (" -m", "-m"),
        (" m", " m"),
        ("  -m", "  -m"),
        ("-m", "-m"),
        ("", ""),
        ([" -m", "hinge", " x"], ["-m", "hinge", " x"]),
        ((" --a",), ("--a",)),
        (None, None),
        (3, 3),
    ],
)
def test_a_guard_is_taken_off_and_nothing_else(value: object, expected: object) -> None:
    assert bare(value) == expected
    assert type(bare(value)) is type(expected)
