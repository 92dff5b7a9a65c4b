"""Numbers of losses as columns."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray

from lossplot._api.arrays import real_numbers
from lossplot._api.loss import Loss, LossSource, loss_texts
from lossplot._api.messages import python_messages
from lossplot._api.plot import plain
from lossplot._curves.axes import asked_axis
from lossplot._curves.records import COLUMNS, columns
from lossplot._figure.options import by_long_names, read_spec, words_of
from lossplot._figure.tables import MOST_CURVES, curves_asked, points_asked
from lossplot._settings import own_curves, settings_of


def table(
    *losses: str | Loss | Sequence[str | Loss],
    at: ArrayLike | None = None,
    range: tuple[float, float] | str | None = None,  # noqa: A002
    points: int | None = None,
    derivative: bool = False,
    second_derivative: bool = False,
    weight: bool = False,
    risk: float | None = None,
    axis: str | None = None,
    target: float | None = None,
    both_labels: bool = False,
    source: LossSource | None = None,
) -> dict[str, NDArray[np.str_] | NDArray[np.float64]]:
    """Return values, derivatives, weights and risks of losses at chosen points, as columns of one length.

    They are those of `lossplot table --format csv`: a row for each curve and point.  `pandas.DataFrame`,
    `polars.DataFrame` and `pyarrow.table` take them as they are.

    Parameters
    ----------
    *losses : str or Loss, or a list of them
        The losses, as on the command line or as `get` and `losses` return them.
    at : array_like, optional
        Where to: numbers of any shape.
    range : (float, float), optional
        Without `at`, the lowest and highest x; by default those of the axis.
    points : int, default 13
        How many x there are in the range.
    derivative : bool, default False
        Also the derivative.
    second_derivative : bool, default False
        Also both derivatives.
    weight : bool, default False
        Also the weight psi(r)/r of robust regression.
    risk : float, optional
        Also the conditional risk, for this chance of the label +1.
    axis : str, optional
        On another axis: margin, error, probability or prediction; derivatives are with respect to that.
    target : float, optional
        Against the prediction, for this target.
    both_labels : bool, default False
        A curve for each label.
    source : str, path or mapping, optional
        Losses of your own: a TOML file of them, or a mapping of names to formulas or to tables of their fields.

    Returns
    -------
    dict of str to ndarray, each of shape (curves * points,)
        `loss` (the name of the curve), `x`, `value`, and `derivative`, `second_derivative`, `weight` and `risk` if they
        are asked for.  What does not exist is NaN.

    Raises
    ------
    RequestError
        For a loss, an option or a value that makes no sense.

    Examples
    --------
    >>> import lossplot
    >>> numbers = lossplot.table("hinge", "squared-hinge", at=[-1.0, 0.0], derivative=True)
    >>> numbers["loss"].tolist()
    ['hinge', 'hinge', 'squared-hinge', 'squared-hinge']
    >>> numbers["derivative"].tolist()
    [-1.0, -1.0, -4.0, -2.0]
    """
    asked = {
        "range": range,
        "derivative": derivative or second_derivative,
        "second_derivative": second_derivative,
        "weight": weight,
        "risk": risk,
        "axis": axis,
        "target": target,
        "both_labels": both_labels,
    }
    with python_messages():
        texts = loss_texts(losses)
        spec = read_spec(texts, words_of({name: plain(value) for name, value in by_long_names(asked).items()}))
        where = asked_axis(spec.axis, spec.target)
        named = own_curves(texts, settings_of(source), axis=where, most=MOST_CURVES)
        curves = curves_asked(named, spec.panels, spec.risk, spec.both_labels)
        numbers = None if at is None else real_numbers(at).ravel().tolist()
        x = points_asked(curves, numbers, spec.x_range, points)
        parts = [columns(curve, x, spec.panels, spec.risk) for curve in curves]
    return {
        "loss": np.repeat([curve.title for curve in curves], len(x)),
        "x": np.tile(x, len(curves)),
        **{
            name: np.array([number for part in parts for number in part[name]], dtype=np.float64)
            for name in (COLUMNS[panel] for panel in spec.panels)
        },
    }
