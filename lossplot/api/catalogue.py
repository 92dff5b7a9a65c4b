"""The catalogue of losses for Python programs."""

from __future__ import annotations

from dataclasses import dataclass

from lossplot.api.curve import LossCurve, get
from lossplot.formula.notation.latex import latex
from lossplot.formula.notation.text import unicode
from lossplot.losses import LOSSES
from lossplot.losses import Loss as Entry


@dataclass(frozen=True, slots=True, repr=False)
class Loss:
    """A loss of the catalogue, before its parameters have values.

    It can be given wherever the name of a loss can, with its parameters at their defaults.

    Examples
    --------
    >>> import lossplot
    >>> [huber] = [loss for loss in lossplot.losses() if loss.name == "huber"]
    >>> huber.axis, huber.parameters, huber.intervals
    ('error', {'delta': 1.0}, {'delta': 'in (0, inf)'})
    >>> huber.get(delta=2)(1.0)
    np.float64(0.5)
    """

    entry: Entry

    @property
    def name(self) -> str:
        """The name on the command line, such as `squared-hinge`."""
        return self.entry.name

    @property
    def title(self) -> str:
        """The name in a figure."""
        return self.entry.title

    @property
    def aliases(self) -> tuple[str, ...]:
        """Other names that it is found by."""
        return self.entry.aliases

    @property
    def libraries(self) -> tuple[str, ...]:
        """Its names in other libraries, such as `torch:smooth_l1`."""
        return tuple(equivalent.name for equivalent in self.entry.equivalents)

    @property
    def axis(self) -> str:
        """The name of the axis that it is a function of: `margin`, `error`, `probability` ..."""
        return self.entry.axis.name

    @property
    def parameters(self) -> dict[str, float]:
        """The default of each parameter."""
        return {parameter.name: parameter.default for parameter in self.entry.parameters}

    @property
    def intervals(self) -> dict[str, str]:
        """The values that each parameter can have, in words."""
        return {parameter.name: parameter.domain for parameter in self.entry.parameters}

    @property
    def description(self) -> str:
        """What it is for, in a sentence or two."""
        return self.entry.summary

    @property
    def source(self) -> str:
        """Where it was published."""
        return self.entry.source

    @property
    def formula(self) -> str:
        """The formula as a line of text, the parameters by their names."""
        return unicode(self.entry.notation)

    @property
    def latex(self) -> str:
        """The formula as LaTeX for amsmath, without the dollars."""
        return latex(self.entry.notation)

    def get(self, **parameters: float | str) -> LossCurve:
        """Return the loss as a function, with these values of its parameters.

        Raises RequestError for an unknown parameter, or a value outside its interval.
        """
        return get(self.name, **parameters)

    def __str__(self) -> str:
        return self.name

    def __repr__(self) -> str:
        names = ", ".join(self.parameters)
        return f"<Loss {self.name}: a function of the {self.axis}{f', with {names}' if names else ''}>"


def catalogue() -> tuple[Loss, ...]:
    """Return every loss of the catalogue, axis by axis."""
    return tuple(map(Loss, LOSSES.values()))
