"""`lossplot score DATA LOSS...`: what real predictions cost under each loss."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer

from lossplot._cli.arguments import Losses, format_option
from lossplot._cli.completion.values import among, complete_file
from lossplot._cli.progress import progress_bar
from lossplot._cli.stderr import say, say_remarks
from lossplot._errors import RequestError, quote, read_choice
from lossplot._figure.spec import SCALES

if TYPE_CHECKING:
    from lossplot._predictions.score import Score

FORMATS = ("text", "csv", "json")
MOST_THREADS = 64
EXAMPLES = """\b
Examples:
  lossplot score predictions.csv hinge logistic
  lossplot score predictions.csv log-loss brier --as probability --by model
  lossplot score logits.csv log-loss
  lossplot score "SELECT y, p AS prediction FROM 'runs/*.parquet'" hinge
"""


def score(
    data: Annotated[
        str,
        typer.Argument(
            metavar="DATA",
            help="A CSV, TSV, .npy, .npz or SQLite file, or - for stdin; with lossplot[data] also Parquet, JSON lines, "
            "Arrow, DuckDB, a pattern such as 'runs/*.parquet', or a query.",
            show_default=False,
            autocompletion=complete_file,
        ),
    ],
    losses: Losses,
    columns: Annotated[
        str | None,
        typer.Option(
            "--columns", metavar="y=NAME,prediction=NAME", help="Names of columns; 0=NAME,1=NAME for classes."
        ),
    ] = None,
    by: Annotated[str | None, typer.Option("--by", metavar="COLUMN", help="A row for each of its values.")] = None,
    weights: Annotated[
        str | None, typer.Option("--weights", metavar="COLUMN", help="How much each example counts.")
    ] = None,
    scale: Annotated[
        str | None,
        typer.Option(
            "--as",
            metavar="|".join(SCALES),
            autocompletion=among(lambda: SCALES),
            help="What predictions are; else probabilities, if a loss of a probability is asked for and they can be.",
        ),
    ] = None,
    positive: Annotated[
        str | None, typer.Option("--positive", metavar="WORD", help="The label that counts as +1.")
    ] = None,
    skip_bad: Annotated[
        bool, typer.Option("--skip-bad", help="Leave out rows that are empty, no numbers or of unknown label.")
    ] = False,
    jobs: Annotated[str | None, typer.Option("--jobs", metavar="N", help="Threads at once (one a core).")] = None,
    file_format: Annotated[str, format_option(*FORMATS)] = "text",
    as_sql: Annotated[bool, typer.Option("--sql", help="Print the query instead of running it.")] = False,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="No notes, warnings or progress.")] = False,
) -> None:
    """Print what real predictions cost under each loss.

    A table names its columns y (a label: -1 and 1, 0 and 1, true and false, two words; or a target) and prediction; or
    it has a column of scores for each class.  An array has them in this order.

    JSON is a list with one record a loss and group: loss, parameters, axis, group, n, mean, standard_error, median,
    quantile_90, quantile_99, max, max_row (from 1), worst_1_share and worst_10_share (of the loss, that the worst of
    the examples carry), zero_gradient_share, means; for labels accuracy, precision, recall, f1, confusion; for
    probabilities calibration and refinement, whose sum is the mean, and reliability. null is where there is no number.
    Quantiles are exact up to ten million rows; beyond, their rank is within 1e-4.
    """
    from lossplot._predictions.columns import Request, read_names
    from lossplot._predictions.losses import read_asked
    from lossplot._predictions.open import open_table
    from lossplot._predictions.score import Settings
    from lossplot._predictions.score import score as score_table

    file_format = read_choice(file_format, FORMATS, "format")
    chosen: Any = read_choice(scale, SCALES, "--as") if scale is not None else None
    request = Request(read_names(columns) if columns is not None else {}, by, weights)
    threads = _threads(jobs)
    asked = read_asked(losses)
    if not quiet:
        say_remarks([each.curve for each in asked])
    if as_sql:
        from lossplot._predictions.query import query

        print(query(data, asked, Settings(request, chosen, positive)))
        return
    table = open_table(data)
    with progress_bar("scoring", enabled=not quiet) as progress:
        settings = Settings(request, chosen, positive, skip_bad, threads=threads, progress=progress)
        result = score_table(table, asked, settings)
    if not quiet:
        for remark in result.remarks:
            say(f"note: {remark}")
        if result.bad_rows:
            say(f"warning: {result.bad_rows}; left out")
    {"text": _print_text, "csv": _print_csv, "json": _print_json}[file_format](result.scores)


def _threads(jobs: str | None) -> int:
    if jobs is None:
        from lossplot._batch.processes import cores

        return min(cores(), MOST_THREADS)
    if not jobs.isascii() or not jobs.isdecimal() or not 1 <= int(jobs[:9]) <= MOST_THREADS:
        raise RequestError(f"--jobs must be a whole number from 1 to {MOST_THREADS}, not {quote(jobs)}")
    return int(jobs)


def _print_json(scores: tuple[Score, ...]) -> None:
    from lossplot._cli.tables import print_json
    from lossplot._predictions.records import score_record

    print_json([score_record(score) for score in scores])


def _print_csv(scores: tuple[Score, ...]) -> None:
    from lossplot._cli.tables import print_csv
    from lossplot._predictions.records import table_rows

    names, rows = table_rows(scores)
    print_csv(names, (["" if cell is None else _exact(cell) for cell in row] for row in rows))


def _exact(cell: object) -> str:
    return repr(cell) if isinstance(cell, float) else str(cell)


def _print_text(scores: tuple[Score, ...]) -> None:
    """Print a column for each score, so that many numbers have room, and below what each mean means."""
    from lossplot._cli.tables import aligned, print_rich
    from lossplot._predictions.records import CALIBRATION_COLUMNS, COLUMNS, LABEL_COLUMNS, mean_meaning, table_rows

    names, rows = table_rows(scores)
    words = {**COLUMNS, **LABEL_COLUMNS, **CALIBRATION_COLUMNS}
    headings = [words.get(name, name) for name in names]
    cells = [[_short(name, cell) for name, cell in zip(names, row, strict=True)] for row in rows]
    if len(scores) <= 8:
        first, *rest = zip(headings, *cells, strict=True)
        headings, cells = [*first], [[*row] for row in rest]
    if sys.stdout.isatty():
        from rich.table import Column

        print_rich(
            [Column(heading, justify="left" if i == 0 else "right") for i, heading in enumerate(headings)],
            cells,
            pad_edge=False,
        )
    else:
        print("\n".join(aligned([headings, *cells], "<>")))
    meanings = dict.fromkeys(filter(None, map(mean_meaning, scores)))
    if meanings:
        print("\nThe means:")
        print("\n".join(f"  {text}" for text in meanings))


def _short(name: str, cell: Any) -> str:
    if cell is None:
        return "-"
    if not isinstance(cell, float):
        return str(cell)
    if name.endswith("_share") or name in ("accuracy", "precision", "recall", "f1"):
        return f"{100.0 * cell:.4g}%"
    return f"{cell:.6g}"
