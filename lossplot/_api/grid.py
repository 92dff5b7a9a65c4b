"""Figures of several groups of losses on one page."""

from __future__ import annotations

from collections.abc import Sequence

from lossplot._api.evidence import name_and_data, resolve_with_data
from lossplot._api.figure import Looks, LossFigure
from lossplot._api.loss import Loss, loss_texts
from lossplot._api.messages import python_messages
from lossplot._api.plot import checked, plain
from lossplot._figure.options import by_long_names, read_spec, words_of


def grid(*groups: str | Sequence[str | Loss], **options: object) -> LossFigure:
    """Draw a figure for each of `groups`, all on one page.

    Parameters
    ----------
    *groups : str or list
        Losses of each figure: a list, or a text with commas between them.
    **options
        The keywords of `plot`, and `columns`, the number of figures side by side.

    Returns
    -------
    LossFigure
        The figure, which notebooks show; `save` writes it.

    Raises
    ------
    RequestError
        For a loss, an option or a value that makes no sense, before anything is drawn.
    LossplotError
        Where a style cannot be read, or no font has a character of the figure.

    Examples
    --------
    >>> import lossplot
    >>> figure = lossplot.grid("hinge,logistic", ["mse", "huber"], columns=1)
    """
    with python_messages():
        texts = [group if isinstance(group, str) else ",".join(loss_texts(list(group))) for group in groups]
        name, data = name_and_data(options.get("data"))
        asked = {**options, **({"data": name} if name else {})}
        values = {name: plain(value) for name, value in by_long_names(asked).items()}
        spec = read_spec(loss_texts(texts), words_of(values), grid=True)
        return checked(LossFigure(resolve_with_data(spec, data=data), Looks()))
