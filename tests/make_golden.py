"""Write what tests hold of every loss: its numbers, and its names, sources and bounds.

    python tests/make_golden.py

tests/oracle/golden.csv has the values and derivatives to 20 digits, and tests/oracle/names.txt what people type, cite
and look up, which once published stays as it is: a difference there is to be meant.
`third_derivative` is there for the tolerance: it says how fast the second derivative turns.
A cell is empty where the derivative does not exist.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from pathlib import Path

from oracle import REFERENCE, Real, Reference, evaluate, exact, mp, reference

from lossplot._curves.axes import AXES
from lossplot._losses import LOSSES, Equivalent, Loss
from lossplot._losses.documentation import documentation
from lossplot._losses.foreign import find_equivalent
from lossplot._losses.not_curves import AT_LARGE, NOT_CURVES
from lossplot._losses.references import references
from lossplot._losses.spellings import PREFIXES, SPELLINGS
from lossplot._losses.tasks import TASKS

NAMES = Path(__file__).parent / "oracle" / "names.txt"
GOLDEN = Path(__file__).parent / "oracle" / "golden.csv"
SOURCE = "# mpmath, 400 digits, from the formulas of the papers that the catalogue cites: python tests/make_golden.py"
COLUMNS = ("loss", "parameters", "x", "value", "derivative", "second_derivative", "third_derivative")

OTHER_SETTINGS: dict[str, dict[str, float]] = {
    "hinge": {"threshold": 0.3, "beta": 0.7},
    "logistic": {"beta": 0.1, "gamma": 1.4},
    "smoothed-hinge": {"gamma": 0.3},
    "generalized-smooth-hinge": {"alpha": 0.6},
    "savage": {"k": 2.0},
    "sigmoid": {"k": 2.5},
    "ramp": {"s": -0.7},
    "dwd": {"q": 2.5},
    "lum": {"a": 3.0, "c": 0.3},
    "c-loss": {"sigma": 1.3},
    "pinball-hinge": {"tau": 0.2},
    "softplus-hinge": {"beta": 3.5},
    "huber": {"delta": 1.345},
    "smooth-l1": {"beta": 0.3},
    "pseudo-huber": {"delta": 0.01},
    "charbonnier": {"epsilon": 0.7},
    "quantile": {"tau": 0.9},
    "expectile": {"tau": 0.9},
    "epsilon-insensitive": {"epsilon": 0.35},
    "squared-epsilon-insensitive": {"epsilon": 0.35},
    "power": {"p": 3.2},
    "periodic": {"period": 2.7},
    "linex": {"a": -0.8, "b": 2.3},
    "quantile-huber": {"tau": 0.9, "delta": 0.3},
    "wing": {"w": 1.7, "epsilon": 0.3},
    "berhu": {"c": 0.3},
    "balanced-l1": {"alpha": 1.2, "gamma": 0.7},
    "gaussian-nll": {"sigma": 0.3},
    "laplace-nll": {"b": 0.3},
    "smooth-epsilon-insensitive": {"epsilon": 2.1},
    "epsilon-zero-one": {"epsilon": 1.3},
    "crps-gaussian": {"sigma": 2.3},
    "interval-score": {"alpha": 0.2, "width": 0.7},
    "adaptive-wing": {"target": 1.0, "alpha": 2.6, "omega": 3.0, "epsilon": 0.3, "theta": 0.2},
    "aft-normal": {"sigma": 0.3, "censored": 1.0},
    "aft-logistic": {"sigma": 0.3, "censored": 1.0},
    "aft-extreme": {"sigma": 0.3, "censored": 1.0},
    "tukey-biweight": {"c": 1.5},
    "cauchy": {"c": 2.3849},
    "geman-mcclure": {"c": 0.3},
    "welsch": {"c": 2.9846},
    "fair": {"c": 1.3998},
    "arctan": {"c": 0.3},
    "andrews-wave": {"a": 0.6},
    "hampel": {"a": 1.35, "b": 3.1, "c": 9.3},
    "ramsay": {"a": 1.1},
    "truncated-quadratic": {"c": 2.795},
    "student-t": {"c": 0.7, "df": 1.5},
    "tukey-quartic": {"c": 1.3, "k": 1.5},
    "barron": {"alpha": -1.7, "c": 0.6},
    "tolerant": {"a": 0.3, "b": 1.1},
    "geman-reynolds": {"c": 0.3},
    "dcs": {"phi": 1.7},
    "focal": {"gamma": 0.5, "alpha": 0.25},
    "poly1": {"epsilon": -1.0},
    "gce": {"q": 0.3},
    "alpha-loss": {"alpha": 0.5},
    "tsallis": {"q": 2.6},
    "taylor-ce": {"order": 5.0},
    "label-smoothing-ce": {"epsilon": 0.3, "classes": 10.0},
    "symmetric-ce": {"alpha": 1.3, "beta": 0.4, "A": -6.5},
    "tversky": {"beta": 1.7},
    "poisson-mean": {"target": 2.3},
    "poisson-full": {"target": 2.3},
    "poisson-deviance": {"target": 0.3},
    "gamma-deviance": {"target": 2.3},
    "tweedie-deviance": {"target": 2.3, "power": -1.2},
    "bce-probability": {"target": 0.2},
    "kl-bernoulli": {"target": 0.2},
    "reverse-kl-bernoulli": {"target": 0.2},
    "msle": {"target": -0.4},
    "mape": {"target": -2.3},
    "smape": {"target": 2.3},
    "gaussian-nll-variance": {"residual": -0.4},
    "gaussian-nll-log-sigma": {"residual": -0.4},
    "negative-binomial": {"target": 2.3, "alpha": 0.3},
    "poisson-log": {"target": 2.3},
    "gamma-log": {"target": 0.3},
    "tweedie-log": {"target": 2.3, "power": 1.2},
    "bce-logits": {"target": 0.2, "w": 2.7},
    "softmax-ce-gap": {"classes": 10.0},
    "hinge-embedding": {"label": 1.0, "margin": 0.3},
    "contrastive": {"similar": 1.0, "margin": 0.3},
    "triplet": {"margin": 0.2},
    "cosine-embedding": {"label": 1.0, "margin": 0.3},
    "all-threshold": {"target": 1.0, "classes": 8.0, "step": 1.7},
    "immediate-threshold": {"target": 5.0, "classes": 8.0, "step": 1.7},
    "immediate-threshold-hinge": {"target": 1.0, "classes": 8.0, "step": 2.7},
    "cumulative-logit": {"target": 2.0, "classes": 8.0, "step": 0.3},
    "l1-penalty": {"lambda": 0.3},
    "l2-penalty": {"lambda": 0.3},
    "elastic-net": {"lambda": 0.3, "alpha": 0.2},
    "scad": {"lambda": 0.3, "a": 2.6},
    "mcp": {"lambda": 0.3, "gamma": 1.4},
    "ipo": {"tau": 0.7},
    "kto": {"beta": 1.3, "reference": 2.3, "label": -1.0},
    "asymmetric": {"gamma": 0.5, "c": 0.3, "positive": 1.0},
    "truncated-gce": {"q": 0.3, "k": 0.2},
    "focal-tversky": {"beta": 1.7, "gamma": 1.3},
    "quality-focal": {"target": 0.2, "beta": 0.7},
    "varifocal": {"target": 0.7, "alpha": 0.3, "gamma": 1.5},
    "distillation": {"teacher": 0.2, "T": 0.7},
    "lsgan": {"target": -0.3},
    "contrastive-legacy": {"similar": 1.0, "margin": 0.3},
    "ppo-clip": {"advantage": -0.7, "epsilon": 0.3},
    "dual-clip-ppo": {"advantage": 0.7, "epsilon": 0.3, "c": 1.7},
    "alpha-iou": {"alpha": 0.7},
    "info-nce": {"temperature": 0.5, "negatives": 3.0, "negative": -0.3},
}

ORDINARY = (-2.5, -1.0, -0.3, 0.0, 0.1, 0.5, 1.0, 2.0, 4.0)
EXTREME = (30.0, 700.0, 1e6)
NEAR = 1e-8
PROBABILITIES = (1e-300, 1e-12, 1e-8, 0.1, 0.3, 0.5, 0.9, 1 - 1e-8, 1 - 1e-12, 1 - 2.0**-53)


def settings(loss: Loss) -> Iterator[dict[str, float]]:
    """Return the defaults, and for each parameter one other value."""
    defaults = {parameter.name: parameter.default for parameter in loss.parameters}
    yield defaults
    for parameter in loss.parameters:
        yield defaults | {parameter.name: OTHER_SETTINGS[loss.name][parameter.name]}


def points(loss: Loss, of: Reference) -> list[float]:
    """Return ordinary and extreme points of the axis, and points beside every seam and beside zero."""
    low, high = loss.axis.domain.low, loss.axis.domain.high
    centres = {float(seam) for seam in of.seams} | {0.0}
    near = {centre + offset for centre in centres for offset in (-NEAR, NEAR)}
    if (low, high) == (0.0, 1.0):
        return sorted({*PROBABILITIES, *(x for x in near if low < x < high)})
    everywhere = {*ORDINARY, *near, *EXTREME, *(-x for x in EXTREME)}
    return sorted(x for x in everywhere if low < x < high)


def cells(of: Reference, x: float) -> list[str]:
    """Return the value and its derivatives, empty from the first that does not exist."""
    numbers: list[Real | None] = list(evaluate(of.piece(exact(x)), x))
    for seam, at in enumerate(of.seams):
        kind = of.kind(seam)
        if at == exact(x) and kind != "smooth":
            orders_left = 2 if kind == "curvature" else 1
            numbers[orders_left:] = [None] * (len(numbers) - orders_left)
    digits = (20, 20, 20, 5)
    return ["" if n is None else mp.nstr(n, d) for n, d in zip(numbers, digits, strict=True)]


def rows(losses: Iterable[Loss] = LOSSES.values()) -> Iterator[list[str]]:
    for loss in losses:
        if loss.name not in REFERENCE:
            raise SystemExit(f"write the textbook formula of {loss.name} in tests/oracle/")
        if not {parameter.name for parameter in loss.parameters} <= OTHER_SETTINGS.get(loss.name, {}).keys():
            raise SystemExit(f"give every parameter of {loss.name} another value in OTHER_SETTINGS")
        for parameters in settings(loss):
            of = reference(loss.name, parameters)
            setting = ":".join(f"{name}={value!r}" for name, value in parameters.items())
            for x in points(loss, of):
                yield [loss.name, setting, repr(x), *cells(of, x)]


def golden() -> str:
    """Return the text of golden.csv."""
    text = io.StringIO()
    print(SOURCE, file=text)
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(rows())
    return text.getvalue()


def names_of(loss: Loss) -> Iterator[str]:
    """Say by which words a loss is found, what its parameters may be, where it comes from and who else has it."""
    yield f"{loss.name}: {loss.title}; {loss.axis.name}; {' '.join(loss.aliases)}"
    for alias in loss.loose_aliases:
        yield f"  {alias.name} may also mean {alias.difference}"
    for parameter in loss.parameters:
        sizes = f"{parameter.least:g} to {parameter.most:g}"
        yield f"  {parameter.name} = {parameter.default!r} {parameter.domain}, {sizes}"
    if loss.requires:
        yield f"  needs {loss.requires}"
    for work in references(loss.source):
        yield f"  {work.words} <{work.link}>"
    for each in loss.equivalents:
        yield f"  {each.name} {_call(each)} <{documentation(each)}>"


def _call(equivalent: Equivalent) -> str:
    scale = "" if equivalent.factor == "1" else f" = ({equivalent.factor})*"
    shift = "" if equivalent.constant == "0" else f" + {equivalent.constant}"
    usual = "".join(f", {name}={value!r}" for name, value in equivalent.defaults)
    return f"{equivalent.call}{scale}{shift}{usual}; {equivalent.condition}"


def names() -> str:
    """Return the text of names.txt."""
    lines = [line for loss in LOSSES.values() for line in names_of(loss)]
    lines += [
        f"{axis.name} {axis.variable}: {axis.label} in {axis.domain}, seen from {axis.view}" for axis in AXES.values()
    ]
    lines += [f"{title}: {' '.join(task.losses)}; {', '.join(task.words)}" for title, task in TASKS.items()]
    lines += [f"{name} is no curve: {reason}" for name, reason in AT_LARGE.items()]
    lines += [
        f"{library}:{name} is no curve: {reason}"
        for library in SPELLINGS
        for name, reason in NOT_CURVES[library].items()
    ]
    lines += [f"{prefix} is {library}" for prefix, library in PREFIXES.items()]
    for library, spellings in SPELLINGS.items():
        for name in spellings:
            found = find_equivalent([library, *name.split(":")])
            assert found
            lines.append(f"{library}:{name} is {found.equivalent.name}, {found.loss.name}")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    GOLDEN.write_text(golden(), encoding="ascii")
    NAMES.write_text(names(), encoding="utf-8")
