"""`lossplot identify FORMULA|FILE.csv`: which loss is this?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from lossplot._cli.arguments import drawing_option, format_option
from lossplot._cli.completion.losses import complete_measured
from lossplot._cli.completion.values import complete_axis
from lossplot._cli.stderr import say_remarks
from lossplot._cli.tables import aligned, print_json
from lossplot._errors import RequestError, read_choice
from lossplot._figure.readers import read_name
from lossplot._figure.spec import OPTIONS

if TYPE_CHECKING:
    from lossplot._curves.matches.match import Match, Sample
    from lossplot._losses import Axis
    from lossplot._text.language import Language

FORMATS = ("text", "json")
EXAMPLES = """\b
Examples:
  lossplot identify "x**2/(x**2 + 6)"
  lossplot identify "0.5*np.log(1 + np.exp(-2*m)) - 3"
  lossplot identify measured.csv
"""


def identify(
    loss: Annotated[
        str,
        typer.Argument(
            metavar="FORMULA|FILE.csv",
            help="A formula, as in 'relu(1 + x) + relu(1 - x)', or a table with the columns x and value.",
            show_default=False,
            autocompletion=complete_measured,
        ),
    ],
    axis: Annotated[
        str | None,
        typer.Option(
            "--axis",
            metavar="AXIS",
            help="Only losses of this axis: margin, error, probability ...",
            autocompletion=complete_axis,
        ),
    ] = None,
    lang: Annotated[str, drawing_option(OPTIONS["lang"])] = "en",
    file_format: Annotated[str, format_option(*FORMATS)] = "text",
) -> None:
    """Find which loss a formula or a table is.

    JSON is a list, best first, of {loss, parameters, factor, axis, mirrored, shift, largest_difference, exact, roots}:
    the value is factor times the loss, plus shift.  A sum of losses has terms in place of its loss.
    """
    from lossplot._curves.axes import find_axis
    from lossplot._curves.matches.identified import match_record
    from lossplot._curves.matches.identify import identify as find
    from lossplot._text.language import load_language

    file_format, language = read_choice(file_format, FORMATS, "format"), load_language(read_name(lang, "lang"))
    where = find_axis(read_name(axis, "axis")) if axis is not None else None
    matches = find(_sample(loss, where))
    if file_format == "json":
        print_json([match_record(match) for match in matches])
    else:
        print("\n".join(_lines(matches, language)))


def _sample(text: str, axis: Axis | None) -> Sample:
    """The curve that `text` is: a formula, or the name of a file."""
    from lossplot._curves.matches.identify import sample_of
    from lossplot._curves.parse import read_curves

    if text.lower().endswith(".csv"):
        return _table(text, axis)
    curves = read_curves([text], axis=axis)
    if len(curves) > 1:
        raise RequestError(f"{curves[0].name} is {len(curves)} curves; give one of them")
    say_remarks(curves)
    return sample_of(curves[0])


def _table(path: str, axis: Axis | None) -> Sample:
    import numpy as np

    from lossplot._curves.axes import VARIABLES
    from lossplot._curves.matches.identify import FEWEST_ROWS, sample_of_table
    from lossplot._formats.columns import column, read_columns

    table = read_columns(path)
    variable = next((name for name in table if name in VARIABLES), "x")
    x, y = column(table, path, ("x", variable)), column(table, path, ("value", "loss", "y"))
    usable = np.isfinite(x) & np.isfinite(y)
    if np.count_nonzero(usable) < FEWEST_ROWS:
        raise RequestError(f"{path} has {np.count_nonzero(usable)} rows of numbers; give {FEWEST_ROWS} or more")
    order = np.argsort(x[usable], kind="stable")
    known = axis or (VARIABLES[variable] if "x" not in table and variable in VARIABLES else None)
    return sample_of_table(x[usable][order], y[usable][order], known)


def _lines(matches: tuple[Match, ...], language: Language) -> list[str]:
    from lossplot._text.matches import difference_words, match_words, no_match_words

    rows = [(match_words(match, language), difference_words(match, language)) for match in matches]
    if matches and matches[0].is_exact:
        return aligned(rows)
    heading = no_match_words(language)
    return [f"{heading}:", *(f"  {line}" for line in aligned(rows))] if rows else [heading]
