"""FigureSpec -> a figure whose losses are read: the one place where the texts of the losses become curves."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from lossplot._curves.axes import asked_axis
from lossplot._curves.curve import Curve
from lossplot._curves.parse import read_curves
from lossplot._curves.sweep import Sweep, is_sweep, read_sweep
from lossplot._errors import RequestError, option_words
from lossplot._figure.distribution import Evidence
from lossplot._figure.evidence_words import describe_evidence
from lossplot._figure.grid import cell_specs
from lossplot._figure.labels import Wording, joined, make_wording
from lossplot._figure.scale_words import describe_scales
from lossplot._figure.scaled_limits import positive_part
from lossplot._figure.scene import Scene, compose, scaled_curves
from lossplot._figure.spec import FigureSpec
from lossplot._figure.steps import scene_of_first
from lossplot._figure.strips import strips_of, x_range_of
from lossplot._text import description as describe
from lossplot._text.language import load_language


@dataclass(frozen=True)
class ResolvedFigure:
    """A figure with the curves of its losses; what follows from them is computed when it is first needed, and once.

    `entries` are the curves of the losses that do not move, as often as `spec` has them and not yet scaled; `sweep`
    has all curves if a parameter moves.  `cells` are the figures of a grid, which has no scene of its own.
    """

    spec: FigureSpec
    entries: tuple[Curve, ...]
    sweep: Sweep | None = None
    cells: tuple[ResolvedFigure, ...] = ()
    evidence: Evidence | None = None

    @cached_property
    def curves(self) -> tuple[Curve, ...]:
        """The curves to draw, each once, up to the step.

        Raises RequestError where they cannot be drawn together, or move.
        """
        if self.sweep:
            read_curves(self.spec.losses)  # refuses two ends
        return tuple(dict.fromkeys(scaled_curves(self.spec, self.entries)))[: self.spec.step]

    @cached_property
    def whole(self) -> ResolvedFigure:
        """The figure of all curves that this is a step of; the figure itself if it is none."""
        return replace(self, spec=replace(self.spec, step=None)) if self.spec.step else self

    @property
    def steps(self) -> tuple[ResolvedFigure, ...]:
        """The figures of the first curve, of the first two, and so on to all, in which each part has one place.

        Raises RequestError for what has no curves of its own to draw one after the other: a sweep, a grid.
        """
        if self.cells:
            raise _no_steps("a grid")
        if self.sweep:
            raise _no_steps("a sweep")
        count = len(self.whole.curves)
        return tuple(replace(self, spec=replace(self.spec, step=number)) for number in range(1, count + 1))

    @cached_property
    def scene(self) -> Scene:
        """Views and traces of the curves.  Raises RequestError as `curves` does, or where nothing is in the range."""
        return scene_of_first(self.spec.step, self.whole.scene) if self.spec.step else self._composed

    @property
    def _composed(self) -> Scene:
        if not self.evidence:
            return compose(self.spec, self.curves)
        left, right = self.spec.x_range or x_range_of(self.evidence, self.curves)
        if self.spec.x_scale == "log":
            left, right = positive_part(left, right)
        spec = replace(self.spec, x_range=(left, right))
        scene = compose(spec, self.curves)
        return replace(scene, strips=strips_of(self.evidence, scene.panels[0].view))

    @cached_property
    def wording(self) -> Wording:
        """The words in the figure, those of all its steps.  Raises RequestError as `scene` does."""
        if self.cells:
            return joined(self.spec, [cell.wording for cell in self.cells])
        return make_wording(self.spec, self.whole.scene, load_language(self.spec.language), self.evidence)

    @cached_property
    def title(self) -> str:
        """The title of the figure, or one that names its curves and panels."""
        if self.cells:
            return self.spec.title or "; ".join(cell.title for cell in self.cells)
        return self.spec.title or describe.title(self.curves, self.spec.panels, load_language(self.spec.language))

    @cached_property
    def description(self) -> str:
        """The figure in words.  Raises RequestError as `scene` does."""
        language = load_language(self.spec.language)
        if self.cells:
            return describe.grid_description([cell.description for cell in self.cells], language)
        text = describe.description(
            self.curves, self.spec.panels, *self.scene.x_range, language=language, risk=self.spec.risk
        )
        text += describe_scales(self.scene.panels[0].view, language)
        return text + describe_evidence(self.evidence, self.curves, language) if self.evidence else text

    def stills(self, shares: Iterable[float]) -> list[ResolvedFigure]:
        """The figures after these shares of the sweep, from 0 to 1; if nothing moves the figure alone, or its cells."""
        if self.cells:
            return [*self.cells]
        if not self.sweep:
            return [self]
        return [still_of(self.spec, self.sweep.at(share)) for share in shares]


def resolve(spec: FigureSpec, also: Iterable[str] = ()) -> ResolvedFigure:
    """Read the losses of `spec`; `also` are words that an unknown name may have been meant for.

    Raises RequestError as `read_curves` and `read_sweep` do, and for an unknown axis.
    """
    if spec.grid:
        if spec.step:
            raise _no_steps("a grid")
        check_data_options(spec)
        cells = tuple(resolve(cell, also) for cell in cell_specs(spec))
        if any(cell.sweep for cell in cells):
            raise RequestError("a sweep moves, and a grid stands still; give a figure of its own to what moves")
        return ResolvedFigure(spec, tuple(curve for cell in cells for curve in cell.entries), cells=cells)
    check_data_options(spec)
    if isinstance(spec.columns, int):
        raise RequestError("columns are those of a grid; write 'lossplot grid hinge,logistic mse,huber'")
    if spec.both_labels:
        check_labels(spec.risk is not None, spec.data is not None)
    if spec.target is not None and spec.data is not None:
        raise RequestError("data have targets of their own; leave out ", option_words("target"))
    axis = asked_axis(spec.axis, spec.target)
    entries = read_curves([text for text in spec.losses if not is_sweep([text])], also, axis)
    sweep = read_sweep(spec.losses, also, axis) if is_sweep(spec.losses) else None
    if sweep and spec.data is not None:
        raise RequestError(
            "a sweep moves, and data stand still; give the parameter one value, or leave out ", option_words("data")
        )
    figure = ResolvedFigure(spec, entries, sweep)
    if spec.step and spec.step > (count := len(figure.steps)):
        curves = f"{count} curves; choose one from 1 to {count}" if count > 1 else "only curve; leave it out"
        raise RequestError(f"step {spec.step} is beyond the {curves}")
    return figure


def check_labels(has_risk: bool, has_data: bool = False) -> None:
    """Raise RequestError for an option that is about one label, or about none, beside both labels."""
    for name, what, is_given in (("risk", "the mean over both labels", has_risk), ("data", "margins", has_data)):
        if is_given:
            raise RequestError(
                option_words(name), f" shows {what}, where no label is left; leave out ", option_words("both-labels")
            )


def _no_steps(what: str) -> RequestError:
    return RequestError(f"{what} has no steps; draw one figure that stands still, with one more curve each time")


def check_data_options(spec: FigureSpec) -> None:
    """Raise RequestError for an option of the data where there are none."""
    if spec.data is not None:
        return
    columns = spec.columns if isinstance(spec.columns, str) else None
    values = {"by": spec.by, "weights": spec.weights, "as": spec.scale, "positive": spec.positive, "columns": columns}
    for name in (name for name, value in {**values, "skip-bad": spec.skip_bad or None}.items() if value is not None):
        raise RequestError(
            option_words(name), " is about data, and there are none; name them with ", option_words("data")
        )


def still_of(spec: FigureSpec, curves: tuple[Curve, ...]) -> ResolvedFigure:
    """The figure of `spec` with these curves in place of those that move."""
    return ResolvedFigure(replace(spec, losses=tuple(curve.spec for curve in curves)), curves)
