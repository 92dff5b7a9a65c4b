"""The search for what somebody meant: corrections, one after the other, until the line is understood."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from lossplot._cli.corrections.accept import is_understood
from lossplot._cli.corrections.commands import commands
from lossplot._cli.corrections.given import columns, gradients, inputs, is_table, languages, outputs, shown
from lossplot._cli.corrections.line import Line, read_line
from lossplot._cli.corrections.losses import fillers, lists, parameters, spellings, sums
from lossplot._cli.corrections.losses import names as words_of_names
from lossplot._cli.corrections.options import arguments, files, hint, limits, loss_parameters, names, orders
from lossplot._cli.corrections.values import points, several, values
from lossplot._errors import quote, shell_command
from lossplot._losses import is_name

CORRECTIONS: tuple[Callable[[Line], Iterator[Line]], ...] = (
    *(
        commands,
        inputs,
        gradients,
        languages,
        shown,
        columns,
        orders,
        outputs,
        points,
        sums,
        lists,
        parameters,
        spellings,
        words_of_names,
    ),
    *(fillers, loss_parameters, limits, names, several, values, arguments, files),
)
# Corrections of one line, lines that are tried, words and characters of a line that is looked at.
MOST_STEPS, MOST_TRIED, MOST_WORDS, LONGEST = 12, 40, 40, 400


def corrected(words: Sequence[str]) -> tuple[str, ...]:
    """Return words that are understood, for `words` after `lossplot` that are not; none if nothing is found.

    One correction is enough, or all that there are, or some of them.
    """
    if len(words) > MOST_WORDS or sum(map(len, words)) > LONGEST:
        return ()
    asked = read_line(words)
    tried: set[tuple[str, ...]] = {tuple(words), asked.words}
    for line in _candidates(asked):
        if line.words not in tried:
            if is_understood(line):
                return line.words
            tried.add(line.words)
            if len(tried) > MOST_TRIED:
                break
    return ()


def _candidates(line: Line) -> Iterator[Line]:
    """Yield what `line` becomes by one correction, by one after the other, and by two and three of them."""
    first = [*_steps(line)]
    yield from first
    chain = line
    for _ in range(MOST_STEPS):
        following = next(_steps(chain), None)
        if following is None:
            break
        chain = following
        yield chain
    second = [each for one in first for each in _steps(one)]
    yield from second
    for each in second:
        yield from _steps(each)


def _steps(line: Line) -> Iterator[Line]:
    """Yield what `line` becomes by one correction."""
    yield from (each for correct in CORRECTIONS for each in correct(line) if each.words != line.words)


def _losses(words: Sequence[str]) -> list[str]:
    line = read_line(words)
    return [line.parts[place].text for place in line.losses]


def advice(message: str, words: Sequence[str]) -> str:
    """Return `message`, which says what is wrong with `words` and what to do, with the right command if it is found."""
    wrong = message.partition("; ")[0]
    if right := corrected(words):
        known = _losses(right)
        lost = [loss for loss in _losses(words) if loss not in known and not is_name(loss)]
        if " at column " in wrong and lost:
            wrong = f"{quote(lost[0])} is no loss"
        return f"{wrong}; write {shell_command(['lossplot', *right])}"
    if other := hint(read_line(words)):
        files = [loss for loss in _losses(words) if is_table(loss)]
        return f"{quote(files[0])} is no loss; {other}" if files else f"{wrong}; {other}"
    return message
