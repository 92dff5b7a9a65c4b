"""The cost of predictions under losses, for a Python program."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any, cast

from lossplot._api.loss import Loss, loss_texts
from lossplot._api.messages import python_messages
from lossplot._errors import RequestError, quote_value, read_choice
from lossplot._figure.spec import SCALES
from lossplot._predictions.clean import Scale
from lossplot._predictions.columns import Request, read_names
from lossplot._predictions.losses import read_asked
from lossplot._predictions.memory import table_in_memory
from lossplot._predictions.open import open_table
from lossplot._predictions.records import score_record
from lossplot._predictions.score import Settings
from lossplot._predictions.score import score as score_table


def score(
    data: Any,
    /,
    *losses: str | Loss,
    columns: Mapping[str, str] | None = None,
    by: str | None = None,
    weights: str | None = None,
    scale: str | None = None,
    positive: str | None = None,
    skip_bad: bool = False,
    jobs: int = 1,
) -> list[dict[str, Any]]:
    """Return what predictions cost under each loss.

    Parameters
    ----------
    data : str, array, mapping or data frame
        The path of a file, as on the command line; an array with a column of labels (or targets) and one of
        predictions, or a score for each class; a pair of two arrays; or named columns: a mapping of arrays, or a data
        frame of pandas, polars or Arrow.
    *losses : str or Loss
        Names, formulas or losses.
    columns : mapping of str to str, optional
        The names of the columns, `{"y": "target", "prediction": "score"}`.
    by : str, optional
        The column of groups; there is a record for each.
    weights : str, optional
        The column that says how much each example counts.
    scale : str, optional
        What the predictions are: `"score"`, `"probability"` or `"logit"`.
    positive : str, optional
        The label that counts as +1, of two words.
    skip_bad : bool, default False
        Leave out rows that are empty, no numbers or of unknown label.
    jobs : int, default 1
        How many threads there are.

    Returns
    -------
    list of dict
        A record for each group and loss, as `lossplot score --format json` prints them.

    Raises
    ------
    RequestError
        For an unknown loss or column, and for rows that cannot be scored.
    LossplotError
        For a file that cannot be read.

    Examples
    --------
    >>> import lossplot
    >>> [record] = lossplot.score(([1, -1, 1], [0.5, -2.0, -1.0]), "hinge")
    >>> record["n"], round(record["mean"], 4), record["max_row"], round(record["accuracy"], 4)
    (3, 0.8333, 3, 0.6667)
    """
    with python_messages():
        if not isinstance(jobs, int) or jobs < 1:
            raise RequestError(f"jobs must be a whole number of threads, not {quote_value(jobs)}; give one such as 2")
        names = read_names(",".join(f"{use}={name}" for use, name in columns.items())) if columns else {}
        chosen = cast(Scale, read_choice(scale, SCALES, "scale")) if scale is not None else None
        asked = read_asked(loss_texts(losses))
        table = open_table(os.fspath(data)) if isinstance(data, str | os.PathLike) else table_in_memory(data)
        settings = Settings(
            Request(names, by, weights), chosen, None if positive is None else str(positive), skip_bad, threads=jobs
        )
        return [score_record(each) for each in score_table(table, asked, settings).scores]
