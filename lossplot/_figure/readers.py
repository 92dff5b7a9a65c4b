"""Values of options from their texts: each reader takes a text and the option's name, and raises RequestError."""

from __future__ import annotations

from dataclasses import dataclass

from lossplot._errors import RequestError, Words, check_characters, parameter_name, quote, read_choice, read_number
from lossplot._formula.notation.letters import number

COARSEST_DPI, FINEST_DPI = 10.0, 2400.0
WIDEST, NARROWEST, FINEST = 1e100, 1e-100, 1e-9
MOST_MARKS = 50
MOST_COLUMNS = 50
MOST_CURVES = 50
LONGEST_NAME = 1_000


@dataclass(frozen=True, slots=True)
class OneOf:
    """The reader of an option that has one of `choices`, in any case."""

    choices: tuple[str, ...]

    def __call__(self, text: str, option: str) -> str:
        return read_choice(text, self.choices, option)


def read_flag(_: str, __: str) -> bool:
    """Return True: an option without a value is given or not."""
    return True


def read_range(text: str, option: str = "range") -> tuple[float, float]:
    """Return the limits of `LO:HI`, two numbers far enough from each other to be drawn."""
    low_text, colon, high_text = text.partition(":")
    if not colon:
        forms = Words(f"--{option}=LO:HI, as in --{option}=-3:3", f"{option}=(LO, HI), as in {option}=(-3, 3)")
        raise RequestError(f"{option} {quote(text)} has no ':'; write ", forms)
    low, high = (read_number(part, f"{option} limit") for part in (low_text, high_text))
    limits = f"{option} {number(low)} to {number(high)}"
    if low > high:
        first, last = number(high), number(low)
        forward = Words(f"--{option}={first}:{last}", f"{option}=({first}, {last})")
        raise RequestError(f"{limits} is reversed; write ", forward)
    size = max(abs(low), abs(high))
    if size > WIDEST:
        raise RequestError(f"{limits} is too wide to draw; the largest limit is {WIDEST:g}")
    least = max(NARROWEST, FINEST * size)
    if high - low < least:
        raise RequestError(f"{limits} is too narrow to draw; the least width is {least:g}")
    return low, high


def read_chance(text: str, option: str) -> float:
    """Return a probability."""
    chance = read_number(text, option)
    if not 0.0 <= chance <= 1.0:
        raise RequestError(f"{option} {number(chance)} is not a chance; choose one from 0 to 1")
    return chance


def read_target(text: str, option: str) -> float:
    """Return a target of predictions, of a size that can be drawn around."""
    target = read_number(text, option)
    if target and not NARROWEST <= abs(target) <= WIDEST:
        sizes = f"its size is at least {NARROWEST:g} and at most {WIDEST:g}"
        raise RequestError(f"{option} {number(target)} cannot be drawn around; {sizes}")
    return target + 0.0


def read_dpi(text: str, option: str) -> float:
    """Return pixels to the inch that a figure can have."""
    dpi = read_number(text, option)
    if not COARSEST_DPI <= dpi <= FINEST_DPI:
        raise RequestError(f"dpi must be from {COARSEST_DPI:g} to {FINEST_DPI:g}, not {dpi:g}")
    return dpi


def read_columns(text: str, option: str) -> int | str:
    """Return a whole number from 1 to the most figures that a grid can have, or the names of columns, as they are."""
    if "=" in text:
        return read_name(text, option)
    return _read_whole(text, option, MOST_COLUMNS)


def read_step(text: str, option: str) -> int:
    """Return a whole number from 1 to the most curves that a figure can have."""
    return _read_whole(text, option, MOST_CURVES)


def _read_whole(text: str, option: str, most: int) -> int:
    count = read_number(text, option)
    if not (count.is_integer() and 1 <= count <= most):
        raise RequestError(f"{option} must be a whole number from 1 to {most}, not {quote(text)}")
    return int(count)


def read_marks(text: str, option: str) -> tuple[float, ...]:
    """Return the numbers between commas, each once."""
    numbers = text.split(",")
    check_count(len(numbers), "marks")
    name = Words(option, parameter_name(option))
    return tuple(dict.fromkeys(read_number(each, name) for each in numbers))


def check_count(count: int, things: str) -> None:
    """Raise RequestError for more marks or numbers than one option can have."""
    if count > MOST_MARKS:
        raise RequestError(f"{MOST_MARKS} {things} is the most for one figure; this is {count}")


def read_name(text: str, option: str) -> str:
    """Return a name that is neither empty nor long, of characters that can be drawn."""
    if not text.strip():
        raise RequestError(f"{option} {quote(text)} names nothing; give it a name, or leave it out")
    if len(text) > LONGEST_NAME:
        raise RequestError(f"{option} {quote(text)} has {len(text)} characters; the most is {LONGEST_NAME}")
    check_characters(text, option)
    return text


def read_preset(text: str, _: str) -> str:
    """Return the name of a preset."""
    from lossplot._figure.looks import PRESETS

    return read_choice(text, tuple(PRESETS), "preset")
