"""Losses drawn in one figure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Unpack

import numpy as np
from numpy.typing import NDArray

from lossplot._api.evidence import name_and_data, resolve_with_data
from lossplot._api.figure import ALONE, Hosted, Looks, LossFigure
from lossplot._api.loss import Loss, loss_texts
from lossplot._api.messages import python_messages
from lossplot._errors import quote, suggest
from lossplot._figure.options import by_long_names, read_spec, words_of
from lossplot._figure.resolve import ResolvedFigure
from lossplot._figure.spec import OPTIONS
from lossplot._settings import Settings, expand

if TYPE_CHECKING:
    from lossplot._formats.mpl.backend import Axes
    from lossplot._formats.mpl.curve_artists import LineKeywords

# What can be given for a loss.
LossLike = str | Loss
_PARAMETERS = frozenset(option.parameter for option in OPTIONS.values())


def plot(
    *losses: LossLike | Sequence[LossLike],
    ax: Axes | Sequence[Axes] | NDArray[np.object_] | None = None,
    derivative: bool = False,
    second_derivative: bool = False,
    weight: bool = False,
    only: str | None = None,
    risk: float | None = None,
    range: tuple[float, float] | str | None = None,  # noqa: A002
    ylim: tuple[float, float] | str | None = None,
    xscale: str | None = None,
    yscale: str | None = None,
    axis: str | None = None,
    target: float | None = None,
    both_labels: bool = False,
    normalize: bool = False,
    compare: bool = False,
    mark: float | Sequence[float] | str | None = None,
    mark_loss: float | Sequence[float] | str | None = None,
    step: int | None = None,
    preset: str | None = None,
    size: tuple[float, float] | str | None = None,
    dpi: float | None = None,
    theme: str | None = None,
    transparent: bool = False,
    svg_text: bool = False,
    style: str | None = None,
    labels: str | None = None,
    panels: str | None = None,
    formula: bool = False,
    title: str | None = None,
    xlabel: str | None = None,
    ylabel: str | None = None,
    margin: str | None = None,
    math: bool = False,
    lang: str | None = None,
    font: str | None = None,
    standalone: bool = False,
    data: Any = None,
    by: str | None = None,
    weights: str | None = None,
    scale: str | None = None,
    positive: str | None = None,
    skip_bad: bool = False,
    columns: Mapping[str, str] | str | None = None,
    **line: Unpack[LineKeywords],
) -> LossFigure:
    """Draw losses in one figure.

    Parameters
    ----------
    *losses : str or Loss, or a list of them
        The losses to draw, as on the command line (`"huber:delta=0.5,1,2"`), or as `get` and `losses` return them.
    ax : matplotlib Axes or sequence of them, optional
        Axes to draw into, one for each panel.  The rest of their figure is left alone; they keep their fonts, ticks
        and colours.
    derivative : bool, default False
        Also the panel of the derivative.
    second_derivative : bool, default False
        Also the panel of the second derivative.
    weight : bool, default False
        Also the panel of the weight psi(r)/r of robust regression.
    only : str, optional
        Just one panel: loss, derivative, second-derivative, weight or risk.
    risk : float, optional
        Also the panel of the conditional risk, for this chance of the label +1.
    range : (float, float), optional
        Lowest and highest x.
    ylim : (float, float), optional
        Lowest and highest y of the first panel.
    xscale : str, default "linear"
        Scale of the x axis: linear, log or symlog.
    yscale : str, default "linear"
        Scale of the first panel's y axis: linear, log or symlog.
    axis : str, optional
        Draw on another axis: margin, error, probability or prediction.
    target : float, optional
        Draw losses of the error against the prediction, for this target, and those of the prediction with it.
    both_labels : bool, default False
        Losses for both labels, against f(x) or the predicted probability of +1.
    normalize : bool, default False
        Scale each loss to 1 at a margin of 0.
    compare : bool, default False
        The first curve is solid, and those compared with it are dashed.
    mark : float or sequence of float, optional
        Mark the points at these x, with their values.
    mark_loss : float or sequence of float, optional
        Mark where the loss has these values.
    step : int, optional
        Only the first so many curves, where the figure of all has them; `LossFigure.steps` gives all of these figures.
    preset : str, optional
        Size and fonts for a destination: slide, beamer, neurips, web ... (`--for` of the command line).
    size : (float, float) or str, optional
        Width and height in inches, or a text such as `"1200x675px"`; in, cm, mm, px or pt.
    dpi : float, optional
        Pixels to the inch of a PNG; 200 unless the preset has others.
    theme : str, default "light"
        light, dark, print, or auto: an SVG that follows its reader.
    transparent : bool, default False
        No ground behind the figure.
    svg_text : bool, default False
        Letters of an SVG as text, not outlines.
    style : str, optional
        Path of a .mplstyle file: colours, fonts and sizes.
    labels : str, default "auto"
        Where names stand: direct (at the curves), in a legend, none, or auto.
    panels : str, default "auto"
        Where panels stand: in a row, in a column, or auto.
    formula : bool, default False
        Names with their formulas.
    title : str, optional
        A title above the figure.
    xlabel : str, optional
        What stands below the x axis.
    ylabel : str, optional
        What stands above the first panel.
    margin : str, default "product"
        The margin as product, y f(x), or decision, f(x) for y = +1.
    math : bool, default False
        Read `$...$` in title and labels as mathematics.
    lang : str, default "en"
        Language of the words: en or zh.
    font : str, optional
        An installed font.
    standalone : bool, default False
        TeX as a whole document, not a part for another.
    data : str, array, mapping or data frame, optional
        Real predictions to draw below the curves: the path of a table, or what `score` takes.
    by : str, optional
        The column of the data whose values are compared.
    weights : str, optional
        The column that says how much each example counts.
    scale : str, optional
        What predictions of the data are: score, probability or logit (`--as` of the command line).
    positive : str, optional
        The label of the data that counts as +1.
    skip_bad : bool, default False
        Leave out rows of the data that cannot be read.
    columns : mapping of str to str, optional
        The names of the columns of the data, `{"y": "target", "prediction": "score"}`.
    **line
        Keywords of matplotlib's lines: color, linewidth, linestyle, alpha, zorder and rasterized, for all
        curves, or a list with a value for each.

    Returns
    -------
    LossFigure
        The figure, which notebooks show; `save` writes it, `figure` is matplotlib's, and `lines` its lines by curve.

    Raises
    ------
    RequestError
        For a loss, an option or a value that makes no sense, before anything is drawn.
    LossplotError
        Where a style cannot be read, or no font has a character of the figure.

    Examples
    --------
    >>> import lossplot
    >>> lossplot.plot("hinge", "squared-hinge", derivative=True)
    <LossFigure of hinge and squared-hinge: loss and derivative, on the margin axis>

    Losses in a list, and one as a function:

    >>> surrogates = ["zero-one", "hinge", "logistic"]
    >>> figure = lossplot.plot(surrogates, lossplot.get("focal", gamma=2), axis="margin", theme="dark")

    Into axes of one's own, in two colours:

    >>> from matplotlib.figure import Figure
    >>> axes = Figure().subplots()
    >>> drawn = lossplot.plot("hinge", "logistic", ax=axes, color=["black", "crimson"], linewidth=2)
    >>> [line.get_color() for line in axes.lines[:2]]
    ['black', 'crimson']
    """
    # First of all, while the only names are those of the parameters.
    asked = {name: value for name, value in locals().items() if name in _PARAMETERS}
    asked["data"], in_memory = name_and_data(data)
    if isinstance(columns, Mapping):
        asked["columns"] = ",".join(f"{use}={name}" for use, name in columns.items())
    if line:
        _check_names(line)
    with python_messages():
        values = {name: plain(value) for name, value in by_long_names(asked).items()}
        spec = read_spec(expand(loss_texts(losses), Settings()), words_of(values))
        resolved = resolve_with_data(spec, data=in_memory)
        if ax is None:
            return checked(LossFigure(resolved, Looks(line=line)))
        return _hosted(resolved, np.ravel(np.array(ax, dtype=object)).tolist(), line)


def _check_names(line: Mapping[str, object]) -> None:
    """Raise TypeError, as Python does, for keywords that `plot` does not have."""
    from lossplot._formats.mpl.curve_artists import LineKeywords

    if unknown := [name for name in line if name not in LineKeywords.__annotations__]:
        hint = suggest(unknown[0], [*_PARAMETERS, *LineKeywords.__annotations__, "ax"])
        raise TypeError(f"plot() got an unexpected keyword argument {quote(unknown[0])}{hint and f'; {hint}'}")


def checked(figure: LossFigure) -> LossFigure:
    """Return `figure`.  Raises RequestError or LossplotError if it cannot be drawn: not only once it is shown."""
    if figure._looks.line:
        _ = figure.figure
    elif not figure._resolved.sweep:
        _ = figure._prepared
    return figure


def _hosted(resolved: ResolvedFigure, axes: list[object], line: Mapping[str, Any]) -> LossFigure:
    from lossplot._formats.mpl.into import Host, draw_into

    with ALONE:
        return LossFigure(resolved, Looks(Hosted(*draw_into(resolved, Host(axes, line))), line))


def plain(value: object) -> object:
    """Return `value` in plain Python, any array or sequence as a list."""
    if isinstance(value, (np.ndarray, np.generic)):
        return value.tolist()
    if isinstance(value, Sequence) and not isinstance(value, (str, bytes)):
        return [plain(part) for part in value]
    return value
