"""lossplot for Python programs and notebooks: `get` a loss as a function, `plot` losses as a figure."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from numbers import Real
from typing import TYPE_CHECKING, Any, Unpack

import numpy as np
from numpy.typing import ArrayLike, NDArray

from lossplot.curves.curve import Curve, all_knots
from lossplot.curves.parse import read_curves
from lossplot.errors import RequestError, quote_value
from lossplot.figure.options import Options, by_long_names, read_spec, words_of
from lossplot.figure.resolve import ResolvedFigure, resolve
from lossplot.figure.spec import AUTO, FigureSpec
from lossplot.formats import files
from lossplot.formats.names import format_of
from lossplot.formats.produce import is_table, produce
from lossplot.formula.evaluate import Array
from lossplot.formula.knots import Knot
from lossplot.formula.notation.latex import latex
from lossplot.formula.notation.letters import number
from lossplot.formula.notation.text import unicode

if TYPE_CHECKING:
    from lossplot.formats.mpl import Prepared
    from lossplot.formats.mpl.backend import Axes, Figure

# matplotlib's settings are one for the whole process: while they are ours, no other thread may draw with us.
_ALONE = threading.RLock()


@dataclass(frozen=True, slots=True)
class LossCurve:
    """A loss with its parameters bound: call it with numbers or arrays of any shape.

    Values and derivatives are those of `lossplot table`: NaN outside the domain, and where a derivative
    does not exist.  Raises RequestError for what are no real numbers.
    """

    curve: Curve

    def __call__(self, x: ArrayLike) -> Array:
        return self._at(x, lambda points: self.curve.jet(points).value)

    def derivative(self, x: ArrayLike) -> Array:
        """The first derivative at `x`, in the shape of `x`; NaN at a corner or jump."""
        return self._at(x, lambda points: self.curve.derivatives(points).slope)

    def second_derivative(self, x: ArrayLike) -> Array:
        """The second derivative at `x`, in the shape of `x`; NaN at every knot."""
        return self._at(x, lambda points: self.curve.derivatives(points).curvature)

    @staticmethod
    def _at(x: ArrayLike, evaluate: Callable[[Array], Array]) -> Array:
        points = _real_numbers(x)
        values: Array = evaluate(points.ravel()).reshape(points.shape)[()]
        return values

    @property
    def knots(self) -> tuple[Knot, ...]:
        """The places at which the formula changes: jumps, corners and changes of curvature, in order."""
        return all_knots(self.curve)

    @property
    def name(self) -> str:
        return self.curve.name

    @property
    def parameters(self) -> dict[str, float]:
        return self.curve.parameters

    @property
    def axis(self) -> str:
        """The name of the axis that it is a function of: `margin`, `error`, `probability` ..."""
        return self.curve.axis.name

    @property
    def domain(self) -> tuple[float, float]:
        return self.curve.domain.low, self.curve.domain.high

    @property
    def formula(self) -> str:
        """The formula as a line of text, the parameters by their names."""
        return unicode(self.curve.loss.notation)

    @property
    def latex(self) -> str:
        """The formula as LaTeX for amsmath, without the dollars."""
        return latex(self.curve.loss.notation)

    def __repr__(self) -> str:
        numbers = {name: number(value) for name, value in self.parameters.items()}
        arguments = "".join(f", {name}={text if text != '-inf' else repr(text)}" for name, text in numbers.items())
        return f"lossplot.get({self.name!r}{arguments})"


def _real_numbers(x: ArrayLike) -> Array:
    """Return `x` as an array of doubles.  Raises RequestError for texts, dates and complex numbers."""
    try:
        array = np.asarray(x)
        if array.dtype.kind in "biufO":
            return array.astype(np.float64)
    except (TypeError, ValueError, OverflowError):
        pass
    raise RequestError(f"x must be real numbers, not {quote_value(x)}; give one, or an array of them")


def get(name: str, /, **parameters: float | str) -> LossCurve:
    """Return the loss `name` as on the command line: `get("huber", delta=2)`, `get("torch:smooth_l1:beta=0.5")`.

    Raises RequestError for an unknown name or parameter, or a value outside its interval.
    """
    assignments = [f"{key}={_parameter_text(key, value)}" for key, value in parameters.items()]
    curves = read_curves([":".join(_loss_texts([name, *assignments]))])
    if len(curves) > 1:
        raise RequestError(f"{name!r} with these parameters is {len(curves)} curves; get them one by one")
    return LossCurve(curves[0])


def _parameter_text(name: str, value: object) -> str:
    if isinstance(value, str):
        return value
    try:
        if isinstance(value, Real) and not isinstance(value, bool):
            return number(float(value))
    except OverflowError:
        pass
    raise RequestError(f"{name} must be a number, not {quote_value(value)}; give one such as 0.5")


def _loss_texts(losses: Sequence[object]) -> list[str]:
    """Return `losses`.  Raises RequestError unless they are texts, and at least one."""
    for loss in losses:
        if not isinstance(loss, str):
            raise RequestError(f"a loss is given by its name, not {quote_value(loss)}; write one such as 'hinge'")
    if not losses:
        raise RequestError("no loss is given; name one, such as 'hinge'")
    return [str(loss) for loss in losses]


class LossFigure:
    """A figure of losses: `figure` is matplotlib's, `alt` its description in words; notebooks show it."""

    def __init__(self, resolved: ResolvedFigure, figure: Figure | None = None) -> None:
        """Take the losses and options of a figure; `figure` is the caller's if it is drawn into axes of theirs."""
        self._resolved = resolved
        self._callers_figure = figure

    @property
    def spec(self) -> FigureSpec:
        """The losses and options of the figure."""
        return self._resolved.spec

    @cached_property
    def _prepared(self) -> Prepared:
        from lossplot.formats.mpl import prepare

        with _ALONE:
            return prepare(self._resolved)

    @cached_property
    def figure(self) -> Figure:
        """The matplotlib Figure, which no window knows; changes to it are shown, but not saved by `save`."""
        from lossplot.formats.mpl import draw_prepared

        with _ALONE:
            return self._callers_figure or draw_prepared(self._prepared)

    @cached_property
    def alt(self) -> str:
        """The description of the figure in words."""
        if self._resolved.sweep:
            from lossplot.formats.movie import plan_movie

            with _ALONE:
                return plan_movie(self._resolved).description
        return self._prepared.description

    @property
    def command(self) -> str:
        """The command line that makes this figure as a PNG, as a GIF if it moves, as TeX if that is a document."""
        if self.spec.standalone:
            return self.spec.command("tex")
        return self.spec.command("gif" if self._resolved.sweep else "png")

    def save(self, path: str | os.PathLike[str], *, force: bool = False) -> None:
        """Write the file that `lossplot ... -o path` writes: the suffix decides the format.

        Raises LossplotError if it cannot be written, and without `force` if `path` is a file that lossplot did not
        make or that was edited since.
        """
        name = os.fspath(path)
        file_format = format_of(name)
        files.check_target(name, force, lambda data: is_table(data, self._resolved), "force=True")
        files.write(name, self._file(file_format))

    def _file(self, file_format: str) -> bytes:
        with _ALONE:
            return produce(self._resolved, [file_format])[file_format]

    def _repr_mimebundle_(self, **_: object) -> tuple[dict[str, Any], dict[str, Any]]:
        """The picture as a notebook shows it, at its own size on a screen of 96 pixels to the inch.

        Only words where it is drawn into the caller's axes: whoever made those shows them; and for a document of TeX.
        """
        if self._callers_figure or self.spec.standalone:
            return {"text/plain": self.alt}, {}
        if self._resolved.sweep:
            return {"image/gif": self._file("gif"), "text/plain": self.alt}, {"image/gif": {"alt": self.alt}}
        if self.spec.theme == AUTO:  # only an SVG follows its reader
            return {"image/svg+xml": self._file("svg").decode(), "text/plain": self.alt}, {}
        png = self._file("png")
        width, height = (round(96 * inches) for inches in self._prepared.drawing.size)
        facts = {"width": width, "height": height, "alt": self.alt}
        return {"image/png": png, "text/plain": self.alt}, {"image/png": facts}


def plot(
    *losses: str, ax: Axes | Sequence[Axes] | NDArray[np.object_] | None = None, **options: Unpack[Options]
) -> LossFigure:
    """Draw `losses` in one figure: `plot("hinge", "squared-hinge", derivative=True)`.

    `options` are those of the command line, with `_` for `-`, and `preset` for `--for`.  With `ax`, an Axes for
    each panel, the curves are drawn there instead, and the rest of that figure is left alone.
    Raises RequestError or LossplotError as the command line does, before anything is drawn.
    """
    values = {name: _plain(value) for name, value in by_long_names(options).items()}
    resolved = resolve(read_spec(_loss_texts(losses), words_of(values)))
    if ax is None:
        return _checked(LossFigure(resolved))
    from lossplot.formats.mpl import draw_into

    with _ALONE:
        return LossFigure(resolved, draw_into(resolved, np.ravel(np.array(ax, dtype=object)).tolist()))


def grid(*groups: str | Sequence[str], **options: Unpack[Options]) -> LossFigure:
    """Draw a figure for each of `groups`, all on one page: `grid("hinge,logistic", ["mse", "huber"])`.

    A group is a list of losses, or a text with commas between them.  `options` are those of `plot`, and `columns`.
    Raises RequestError or LossplotError as the command line does, before anything is drawn.
    """
    texts = [group if isinstance(group, str) else ",".join(_loss_texts(list(group))) for group in groups]
    values = {name: _plain(value) for name, value in by_long_names(options).items()}
    return _checked(LossFigure(resolve(read_spec(_loss_texts(texts), words_of(values), grid=True))))


def _checked(figure: LossFigure) -> LossFigure:
    """Return `figure`.  Raises RequestError or LossplotError if it cannot be drawn: not only once it is shown."""
    if not figure._resolved.sweep:
        _ = figure._prepared
    return figure


def _plain(value: object) -> object:
    """Return `value` in plain Python, any array or sequence as a list."""
    if isinstance(value, (np.ndarray, np.generic)):
        return value.tolist()
    if isinstance(value, Sequence) and not isinstance(value, (str, bytes)):
        return [_plain(part) for part in value]
    return value
