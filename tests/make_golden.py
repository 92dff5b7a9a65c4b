"""Write tests/golden.csv: what every loss and its derivatives are worth, to 20 digits.

    python tests/make_golden.py

`third_derivative` is there for the tolerance: it says how fast the second derivative turns.
A cell is empty where the derivative does not exist.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from oracle import REFERENCE, Real, Reference, evaluate, exact, mp, reference

from lossplot.losses import LOSSES, Loss

GOLDEN = Path(__file__).with_name("golden.csv")
SOURCE = "# mpmath, 50 digits, from the formulas of the papers that the catalogue cites: python tests/make_golden.py"
COLUMNS = ("loss", "parameters", "x", "value", "derivative", "second_derivative", "third_derivative")

OTHER_SETTINGS: dict[str, dict[str, float]] = {
    "hinge": {"threshold": 0.3},
    "smoothed-hinge": {"gamma": 0.3},
    "savage": {"k": 2.0},
    "sigmoid": {"k": 2.5},
    "ramp": {"s": -0.7},
    "huber": {"delta": 1.345},
    "smooth-l1": {"beta": 0.3},
    "pseudo-huber": {"delta": 0.01},
    "quantile": {"tau": 0.9},
    "epsilon-insensitive": {"epsilon": 0.35},
    "tukey-biweight": {"c": 1.5},
    "cauchy": {"c": 2.3849},
    "focal": {"gamma": 0.5, "alpha": 0.25},
}

ORDINARY = (-5.0, -2.5, -1.0, -0.3, 0.0, 0.1, 0.5, 1.0, 2.0, 4.0)
EXTREME = (30.0, 700.0, 1e6)
NEAR = 1e-8
PROBABILITIES = (1e-300, 1e-12, 1e-8, 0.1, 0.3, 0.5, 0.9, 1 - 1e-8, 1 - 1e-12, 1 - 1e-16)


def settings(loss: Loss) -> Iterator[dict[str, float]]:
    """The defaults, and for each parameter one other value."""
    defaults = {parameter.name: parameter.default for parameter in loss.parameters}
    yield defaults
    for parameter in loss.parameters:
        yield defaults | {parameter.name: OTHER_SETTINGS[loss.name][parameter.name]}


def points(loss: Loss, of: Reference) -> list[float]:
    if loss.axis.name == "probability":
        return list(PROBABILITIES)
    centres = {float(seam) for seam in of.seams} | {0.0}
    near = {centre + offset for centre in centres for offset in (-NEAR, NEAR)}
    return sorted({*ORDINARY, *near, *EXTREME, *(-x for x in EXTREME)})


def cells(of: Reference, x: float) -> list[str]:
    """The value and its derivatives, left empty from the first that does not exist."""
    numbers: list[Real | None] = list(evaluate(of.piece(exact(x)), x))
    for seam, at in enumerate(of.seams):
        kind = of.kind(seam)
        if at == exact(x) and kind != "smooth":
            orders_left = 2 if kind == "curvature" else 1
            numbers[orders_left:] = [None] * (len(numbers) - orders_left)
    digits = (20, 20, 20, 5)
    return ["" if n is None else mp.nstr(n, d) for n, d in zip(numbers, digits, strict=True)]


def rows() -> Iterator[list[str]]:
    for loss in LOSSES.values():
        if loss.name not in REFERENCE:
            raise SystemExit(f"write the textbook formula of {loss.name} in tests/oracle.py")
        for parameters in settings(loss):
            of = reference(loss.name, parameters)
            written = ":".join(f"{name}={value!r}" for name, value in parameters.items())
            for x in points(loss, of):
                yield [loss.name, written, repr(x), *cells(of, x)]


def golden() -> str:
    """The text of golden.csv."""
    text = io.StringIO()
    print(SOURCE, file=text)
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(rows())
    return text.getvalue()


if __name__ == "__main__":
    GOLDEN.write_text(golden(), encoding="ascii")
