"""lossplot for Python programs and notebooks: `get` a loss as a function, `plot` losses as a figure."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from numbers import Real
from typing import TYPE_CHECKING, Any, Unpack

import numpy as np
from numpy.typing import ArrayLike, NDArray

from lossplot import files
from lossplot.curves import Curve, all_knots
from lossplot.errors import RequestError
from lossplot.formula.jets import Array
from lossplot.formula.knots import Knot
from lossplot.formula.notation import latex, number, unicode
from lossplot.produce import produce
from lossplot.reading import read_curves
from lossplot.request import Options, format_of, read_spec, words_of
from lossplot.spec import AUTO, FigureSpec
from lossplot.words import quote

if TYPE_CHECKING:
    from lossplot.render import Prepared
    from lossplot.render.backend import Axes, Figure


@dataclass(frozen=True, slots=True)
class LossCurve:
    """A loss with its parameters bound: call it with numbers or arrays of any shape.

    Values and derivatives are those of `lossplot table`: NaN outside the domain, and where a derivative
    does not exist.
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
        points = np.asarray(x, dtype=np.float64)
        values: Array = evaluate(points.ravel()).reshape(points.shape)[()]
        return values

    @property
    def knots(self) -> tuple[Knot, ...]:
        """Where the formula changes: its jumps, corners and changes of curvature, in order."""
        return all_knots(self.curve)

    @property
    def name(self) -> str:
        return self.curve.name

    @property
    def parameters(self) -> dict[str, float]:
        return self.curve.parameters

    @property
    def axis(self) -> str:
        """What it is a function of: `margin`, `error`, `probability` ..."""
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
        given = "".join(f", {name}={text if text != '-inf' else repr(text)}" for name, text in numbers.items())
        return f"lossplot.get({self.name!r}{given})"


def get(name: str, /, **parameters: float | str) -> LossCurve:
    """The loss called `name`, as on the command line: `get("huber", delta=2)`, `get("torch:smooth_l1:beta=0.5")`.

    Raises RequestError for an unknown name or parameter, or a value outside its interval.
    """
    given = [f"{key}={_word_of(key, value)}" for key, value in parameters.items()]
    curves = read_curves([":".join(_texts([name, *given]))])
    if len(curves) > 1:
        raise RequestError(f"{name!r} with these parameters is {len(curves)} curves; get them one by one")
    return LossCurve(curves[0])


def _word_of(name: str, value: object) -> str:
    if isinstance(value, str):
        return value
    if not isinstance(value, Real) or isinstance(value, bool):
        raise RequestError(f"{name} must be a number, not {quote(repr(value))}")
    return number(float(value))


def _texts(losses: Sequence[object]) -> list[str]:
    """`losses`, if they are texts, and at least one.  Raises RequestError."""
    for loss in losses:
        if not isinstance(loss, str):
            raise RequestError(f"a loss is given by its name, not {quote(repr(loss))}; write one such as 'hinge'")
    if not losses:
        raise RequestError("no loss is given; name one, such as 'hinge'")
    return [str(loss) for loss in losses]


class LossFigure:
    """A figure of losses: `figure` is matplotlib's, `alt` its description in words; notebooks show it."""

    def __init__(self, spec: FigureSpec, figure: Figure | None = None) -> None:
        """Of `spec`; already drawn if `figure` is given."""
        self.spec = spec
        self._drawn = figure

    @cached_property
    def _prepared(self) -> Prepared:
        from lossplot.render import prepare

        return prepare(self.spec)

    @cached_property
    def figure(self) -> Figure:
        """The matplotlib Figure, which no window knows; changes to it are shown, but not saved by `save`."""
        from lossplot.render import draw_prepared

        return self._drawn or draw_prepared(self._prepared)

    @property
    def alt(self) -> str:
        """What is to be seen in the figure."""
        return self._prepared.description

    @property
    def command(self) -> str:
        """The command line that makes this figure as a PNG."""
        return self.spec.command("png")

    def save(self, path: str | os.PathLike[str], *, force: bool = False) -> None:
        """Write the file that `lossplot ... -o path` writes: the suffix decides the format.

        Raises LossplotError where it cannot be written, or holds a file that lossplot did not make, without `force`.
        """
        name = os.fspath(path)
        file_format = format_of(name)
        files.check_target(name, force)
        files.write(name, produce(self.spec, [file_format])[file_format])

    def _repr_mimebundle_(self, **_: object) -> tuple[dict[str, Any], dict[str, Any]]:
        """The picture as a notebook shows it, at its own size on a screen of 96 pixels to the inch."""
        if self.spec.theme == AUTO:  # only an SVG follows its reader
            svg = produce(self.spec, ["svg"])["svg"].decode()
            return {"image/svg+xml": svg, "text/plain": self.alt}, {}
        png = produce(self.spec, ["png"])["png"]
        width, height = (round(96 * inches) for inches in self._prepared.drawing.size)
        facts = {"width": width, "height": height, "alt": self.alt}
        return {"image/png": png, "text/plain": self.alt}, {"image/png": facts}


def plot(
    *losses: str, ax: Axes | Sequence[Axes] | NDArray[np.object_] | None = None, **options: Unpack[Options]
) -> LossFigure:
    """The figure of `losses`: `plot("hinge", "squared-hinge", derivative=True)`.

    `options` are those of the command line, with `_` for `-`, and `preset` for `--for`.  With `ax`, an Axes for
    each panel, the curves are drawn there instead, and the rest of that figure is left alone.
    Raises RequestError or LossplotError as the command line does.
    """
    asked = {"for" if name == "preset" else name.replace("_", "-"): _plain(value) for name, value in options.items()}
    spec = read_spec(_texts(losses), words_of(asked))
    if ax is None:
        return LossFigure(spec)
    from lossplot.render import draw_into

    return LossFigure(spec, draw_into(spec, np.ravel(np.array(ax, dtype=object)).tolist()))


def _plain(value: object) -> object:
    """`value` without NumPy."""
    return value.tolist() if isinstance(value, (np.ndarray, np.generic)) else value
