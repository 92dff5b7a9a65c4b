"""Random examples that are the same on every machine, for all versions of the tools and of the code under test.

    @law(40, x=floats(0.0, 1.0), words=lists(texts(9), 0, 3))
    def test_something(x: float, words: list[str]) -> None: ...

is run with 40 examples, each drawn with a `Random` that is seeded with the test's name and the example's number.
A draw may ask for other arguments of the test by name: those of pytest, and those drawn before it.
`pytest --examples 500 --seed TEXT` draws 500 others for every law; a failure says how to run its example alone.
"""

from __future__ import annotations

import inspect
import itertools
import math
import re
import struct
from collections.abc import Callable, Iterable, Sequence
from random import Random
from typing import Any, TypeVar

import pytest

from support.cases import shared

T = TypeVar("T")
S = TypeVar("S")
Draw = Callable[[Random], T]
Test = Callable[..., None]


class Discarded(Exception):  # noqa: N818
    """The example is not one of those that the law is about."""


def assume(condition: object) -> None:
    if not condition:
        raise Discarded


def law(
    examples: int, *, also: Sequence[tuple[Any, ...]] = (), among: int = 1, **draws: Callable[..., Any]
) -> Callable[[Test], Test]:
    """Run a test with the rows of `also`, numbered below zero, and with `examples` random examples.

    With `among`, `pytest` tries those rows and one example of so many, and its slow part the other examples, unless
    `--examples` asks for a number of them.
    """
    needs = {name: tuple(inspect.signature(draw).parameters)[1:] for name, draw in draws.items()}

    def example(test: str, number: int, fixtures: dict[str, Any]) -> dict[str, Any]:
        if number < 0:
            return dict(zip(draws, also[number], strict=True))
        random, values = Random(f"{test}/{number}"), dict(fixtures)
        for name, draw in draws.items():
            values[name] = draw(random, *(values[other] for other in needs[name]))
        return {name: values[name] for name in draws}

    def decorate(test: Test) -> Test:
        def run(others: bool, request: pytest.FixtureRequest, **fixtures: Any) -> None:
            __tracebackhide__ = True
            option = request.config.getoption
            seed, alone, total = option("--seed"), option("--example"), option("--examples") or examples
            # Who asks for so many examples has them all in one run.
            few = total if option("--examples") else math.ceil(total / among)
            count = total - few if others else few
            name = re.sub(r"\[(some|others)\]|(?<=\[)(some|others)-|-(some|others)\b", "", request.node.name)
            accepted_count = 0
            for number in itertools.count(0 if others else -len(also)) if alone is None else [alone]:
                if accepted_count >= count:
                    return
                if alone is None and number >= 0 and few < total and others == (number % among == 0):
                    continue
                assert number <= 50 * (total + 10), f"of {number} examples {number - accepted_count} were discarded"
                arguments: dict[str, Any] = {}
                try:
                    arguments = example(f"{seed}/{name}", number, fixtures)
                    test(**fixtures, **arguments)
                except Discarded:
                    continue
                except BaseException as error:
                    words = [f"{name} = {_display(value)}" for name, value in arguments.items()]
                    again = f"{request.node.nodeid!r} --example={number}" + (f" --seed={seed!r}" if seed else "")
                    error.add_note("\n".join([f"example {number}:", *words, f"alone: pytest -n0 {again}"]))
                    raise
                accepted_count += number >= 0

        return shared(test, run, draws, ["request"], among)

    return decorate


def _display(value: object) -> str:
    """Return a curve as it is typed on the command line, and anything else as in Python."""
    return str(getattr(value, "spec", "") or repr(value))


# --- draws built from draws; only `Random.random` and `Random.getrandbits` draw alike in every version of Python ---


def integers(low: int, high: int) -> Draw[int]:
    """Integers from `low` to `high` inclusive."""
    return lambda random: low + int(random.random() * (high - low + 1))


def choice(items: Iterable[T]) -> Draw[T]:
    options = list(items)
    return lambda random: options[int(random.random() * len(options))]


def just(value: T) -> Draw[T]:
    return lambda random: value


def booleans(random: Random) -> bool:
    return random.random() < 0.5


def one_of(*draws: Draw[T]) -> Draw[T]:
    which = choice(draws)
    return lambda random: which(random)(random)


def mapped(function: Callable[..., T], *draws: Draw[Any]) -> Draw[T]:
    """Apply `function` to the drawn values."""
    return lambda random: function(*[draw(random) for draw in draws])


def filtered(draw: Draw[T], accepted: Callable[[T], object]) -> Draw[T]:
    def draw_accepted(random: Random) -> T:
        for _ in range(1000):
            if accepted(value := draw(random)):
                return value
        raise AssertionError("of 1000 drawn values none is accepted")

    return draw_accepted


def tuples(*draws: Draw[Any]) -> Draw[Any]:
    return lambda random: tuple(draw(random) for draw in draws)


def lists(draw: Draw[T], least: int, most: int) -> Draw[list[T]]:
    """Lists of `least` to `most` items; short ones and those of `most` are more frequent."""

    def draw_list(random: Random) -> list[T]:
        length = most if random.random() < 0.1 else least + int(random.random() ** 2 * (most - least + 1))
        return [draw(random) for _ in range(length)]

    return draw_list


def recursive(leaf: Draw[T], grow: Callable[[Draw[T]], Draw[T]], depth: int) -> Draw[T]:
    """Leaves and the trees that `grow` makes of smaller ones, nested up to `depth` times."""
    tree = leaf
    for _ in range(depth):
        tree = one_of(leaf, *[grow(tree)] * 3)
    return tree


def shuffled(items: Iterable[T], random: Random) -> list[T]:
    return [item for _, item in sorted(((random.random(), item) for item in items), key=lambda pair: pair[0])]


# --- numbers ---

# Zeros, limits of doubles, subnormals and integers, and decimals that doubles only approximate.
_AWKWARD = (
    *(0.0, 5e-324, 1e-320, 2.225073858507201e-308, 2.2250738585072014e-308, 1e-300, 1e-150, 1e-16, 2.0**-53, 1e-8),
    *(0.1, 0.5, 1.0 - 2.0**-53, 1.0, 1.0 + 2.0**-52, 1.5, 2.0, 3.0, math.pi, 10.0, 1e8, 2.0**31, 2.0**53, 2.0**63),
    *(1e16, 1e100, 1e154, 1e200, 1e308, 1.7976931348623157e308),
)


def sizes(low: float, high: float) -> Draw[float]:
    """Log-uniform positive numbers, the same on every machine."""
    powers = integers(math.frexp(low)[1], math.frexp(high)[1])
    size_draw: Draw[float] = mapped(lambda power, random: math.ldexp(0.5 + random / 2.0, power), powers, Random.random)
    return filtered(size_draw, lambda size: low <= size <= high)


def floats(low: float, high: float) -> Draw[float]:
    """Numbers of an interval: uniform, log-uniform, round ones, and special values with their neighbours."""
    both = [x for size in _AWKWARD for x in (size, -size)]
    special = [low, high, low / 2.0 + high / 2.0, *both]
    awkward = [y for x in special for y in (x, math.nextafter(x, -math.inf), math.nextafter(x, math.inf))]
    awkward = [x for x in awkward if low <= x <= high]
    largest = max(abs(low), abs(high))

    def anywhere(random: Random) -> float:
        share = random.random()
        return min(max(low * (1.0 - share) + high * share, low), high)

    def of_any_size(random: Random) -> float:
        size = sizes(largest * 2.0**-60 if random.random() < 0.7 else 1e-310, largest)(random)
        return size if low <= size <= high and (booleans(random) or not low <= -size <= high) else -size

    def round_number(random: Random) -> float:
        return float(f"{anywhere(random):.{1 + int(random.random() * 3)}g}")

    kinds = choice([anywhere] * 5 + [choice(awkward), of_any_size if low <= 0.0 <= high else anywhere, round_number])
    return filtered(lambda random: kinds(random)(random), lambda x: low <= x <= high)


def _of_bits(random: Random) -> float:
    number: float = struct.unpack("<d", struct.pack("<Q", random.getrandbits(64)))[0]
    return number


FINITE = one_of(filtered(_of_bits, math.isfinite), floats(-1e308, 1e308), floats(-1000.0, 1000.0))
DOUBLES = one_of(FINITE, FINITE, FINITE, choice((math.inf, -math.inf, math.nan)), _of_bits)


def between(low: float, high: float, count: int, random: Random) -> list[float]:
    """Draw `count` uniform numbers between two."""
    return [low + (high - low) * random.random() for _ in range(count)]


def either_sign(draw: Draw[float]) -> Draw[float]:
    return mapped(lambda size, negative: -size if negative else size, draw, booleans)


# --- texts ---

_RANGES = (
    *[(0x20, 0x7E)] * 4,
    *((0x00, 0x1F), (0x7F, 0x9F), (0xA0, 0xFF), (0x100, 0x24F), (0x300, 0x36F), (0x370, 0x3FF), (0x590, 0x6FF)),
    *((0x900, 0xDFF), (0x1100, 0x11FF), (0x1E00, 0x1FFF), (0x2000, 0x206F), (0x2070, 0x22FF), (0x2800, 0x28FF)),
    *((0x3000, 0x30FF), (0x4E00, 0x9FFF), (0xAC00, 0xD7A3), (0xD800, 0xDFFF), (0xE000, 0xF8FF), (0xFB00, 0xFE0F)),
    *((0xFE20, 0xFEFF), (0xFF00, 0xFFFF), (0x10000, 0x10FFFF), (0x1D400, 0x1D7FF), (0x1F000, 0x1FAFF)),
    *((0x20000, 0x2FA1F), (0xE0000, 0xE01EF), (0x10FFFE, 0x10FFFF), (0x0, 0x10FFFF)),
)
_SPECIAL = (
    "\0\t\n\v\f\r\x1a\x1b\x1c\x1e \"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~\x7f\x80\x85\xa0\xad\u0301\u034f\u061c\u200b\u200d"
    "\u200e\u200f\u2028\u2029\u202a\u202e\u2066\u2069\u2212\ufeff\ufffd\ufffe\uffff\ud800\udbff\udc00\udcff\udfff"
    "\u0130\u0131\u017f\u212a\u00df\u1e9e\U0001f600\U0010ffff"
)
CHARACTERS: Draw[str] = one_of(
    mapped(chr, lambda random: integers(*choice(_RANGES)(random))(random)),
    mapped(chr, lambda random: integers(*choice(_RANGES)(random))(random)),
    choice(_SPECIAL),
)


def texts(most: int, characters: Draw[str] = CHARACTERS, accepted: Callable[[str], object] | None = None) -> Draw[str]:
    """Texts of up to `most` characters: of any script, controls, halves of surrogates, and what has a meaning."""
    characters_ = lists(filtered(characters, accepted) if accepted else characters, 0, most)
    return lambda random: "".join(characters_(random))


def no_surrogate(character: str) -> bool:
    return not "\ud800" <= character <= "\udfff"


def joined(*parts: Draw[str] | str) -> Draw[str]:
    """Concatenations of texts and draws of texts."""
    draws = [just(part) if isinstance(part, str) else part for part in parts]
    return lambda random: "".join(draw(random) for draw in draws)
