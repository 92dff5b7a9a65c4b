"""The words for losses and data -> a training, from the first seed under which no network dies."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from lossplot._errors import RequestError, alternatives, option_words, quote, suggest
from lossplot._losses.entry import MARGIN, PROBABILITY
from lossplot._predictions.channels import is_forecast
from lossplot._predictions.losses import read_asked
from lossplot._predictions.score import Asked
from lossplot._training.data import RECIPES, Data, make
from lossplot._training.learned import learned_of, remarks
from lossplot._training.network import Network
from lossplot._training.objective import Objective
from lossplot._training.outcome import Result
from lossplot._training.run import Plan, Progress, train
from lossplot._training.settings import (
    LAYER,
    MOST_NUMBERS,
    TEXTBOOK,
    Settings,
    check,
    check_given,
    check_made,
)
from lossplot._training.sources import in_memory, read_file

MOST_LOSSES = 50
# Without a seed, so many are tried until no network dies.
SEEDS = 5


def run(losses: Iterable[str], source: Any, settings: Settings, progress: Progress = lambda done, of: None) -> Result:
    """Train under each loss on the data called `source`, in a file of that name, or given as arrays.

    Raises RequestError for what cannot be trained, and LossplotError for a file that cannot be read.
    """
    check(settings)
    asked = read_asked(losses)
    if len(asked) > MOST_LOSSES:
        raise RequestError(f"{MOST_LOSSES} losses is the most for one training; this is {len(asked)}")
    load = _source(source, asked, settings)
    seeds = range(SEEDS) if settings.seed is None else (settings.seed,)
    first: Result | None = None
    for seed in seeds:
        result = train_on(load(seed), asked, settings, seed, progress)
        first = first or result
        if settings.repeat > 1 or result.trace.interrupted or not result.dies():
            return result
    assert first is not None
    return first


def train_on(
    data: Data, asked: Sequence[Asked], settings: Settings, seed: int, progress: Progress = lambda done, of: None
) -> Result:
    """Train under each loss on `data`, from `seed` and, with repeats, those after it."""
    plan = _plan(data, asked, settings, seed, progress)
    trace = train(plan)
    notes = [*_corner_remarks(plan)]
    for objective, learned, grows in zip(plan.objectives, plan.learned, trace.grows, strict=True):
        notes += remarks(objective.curve, learned, grows)
    return Result(plan, trace, tuple(notes))


def needs_labels(asked: Iterable[Asked]) -> bool:
    """Return True if a loss is one of a margin or a probability, so that the data must have labels."""
    return any(
        each.curve.axis.name in (MARGIN.name, PROBABILITY.name)
        or is_forecast(each.curve.axis)
        or {"label", "similar"} & {*each.curve.parameters} - each.given
        for each in asked
    )


def _source(source: Any, asked: Sequence[Asked], settings: Settings) -> Callable[[int], Data]:
    """Return the data for a seed."""
    has_labels = needs_labels(asked)
    flip = settings.disturbance.flip
    if not isinstance(source, str):
        check_given("those of a program", settings)
        return lambda seed: in_memory(source, has_labels, seed, flip)
    name = source.lower()
    if name in RECIPES:
        check_made(name, settings)
        return lambda seed: make(name, seed, settings.disturbance, settings.classes or 2)
    if not source.strip():
        raise RequestError(option_words("data"), f" '' is empty; name a file, or {alternatives([*RECIPES])}")
    check_given(quote(source), settings)
    return lambda seed: read_file(source, has_labels, seed, flip)


def _plan(data: Data, asked: Sequence[Asked], settings: Settings, seed: int, progress: Progress) -> Plan:
    hidden = _hidden(data, settings)
    network = Network(
        (data.inputs.shape[1], *hidden, len(data.classes) if len(data.classes) > 2 else 1), settings.activation
    )
    names = [_learned_names(each, settings.learn) for each in asked]
    if absent := [name for name in settings.learn if not any(name in each for each in names)]:
        known = sorted({name for each in asked for name in each.curve.parameters})
        hint = suggest(absent[0], known) or (f"they have {alternatives(known)}" if known else "they have none")
        raise RequestError(f"no loss has a parameter {quote(absent[0])} to learn; {hint}")
    # The textbook's network ends in tanh; a probability is a sigmoid, and an error has no bound.
    ends_in_tanh = data.name == "circles" and bool(hidden)
    objectives = tuple(
        Objective(each, data, learned, ends_in_tanh and each.curve.axis.name == MARGIN.name)
        for each, learned in zip(asked, names, strict=True)
    )
    learned = tuple(learned_of(objective, settings.is_free) for objective in objectives)
    seeds = tuple(range(seed, seed + settings.repeat))
    plan = Plan(
        data,
        network,
        objectives,
        learned,
        seeds,
        settings.optimizer,
        settings.rate,
        settings.batch,
        settings.epochs,
        progress,
    )
    if (settings.epochs + 1) * len(asked) * len(seeds) * plan.width > MOST_NUMBERS:
        raise RequestError(
            f"{plan.network.weights} weights after each of {settings.epochs} epochs, {len(seeds)} starts and "
            f"{len(asked)} losses are too many to keep; take fewer of one of them"
        )
    return plan


def _hidden(data: Data, settings: Settings) -> tuple[int, ...]:
    if settings.model == "linear" or (settings.model is None and settings.hidden is None and not data.classes):
        return ()
    if settings.hidden is not None:
        return settings.hidden
    return TEXTBOOK if data.inputs.shape[1] == 2 and len(data.classes) == 2 else LAYER


def _learned_names(asked: Asked, learn: Sequence[str]) -> tuple[str, ...]:
    return tuple(name for name in learn if name in asked.curve.parameters)


def _corner_remarks(plan: Plan) -> Iterable[str]:
    """Say which slope is taken at corners."""
    corners = [
        f"{objective.curve.spec} has {corner.slope:g} at {objective.scored.moved.axis.variable} = {corner.x:g}"
        for objective in plan.objectives
        for corner in objective.all_corners[:2]
    ]
    if corners:
        more = f" and {len(corners) - 3} more" if len(corners) > 3 else ""
        yield f"at a corner the slope is the subgradient of least size: {', '.join(corners[:3])}{more}"
