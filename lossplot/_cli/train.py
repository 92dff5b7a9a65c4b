"""`lossplot train LOSS...`: what a loss does to a classifier."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Annotated, Any

import typer

from lossplot._cli.arguments import Losses, LossFiles, takes_options
from lossplot._cli.completion.spelling import matching
from lossplot._cli.completion.values import Completed, among, complete_file
from lossplot._cli.own import own_settings, say_plugin_warnings
from lossplot._cli.progress import progress_bar
from lossplot._cli.stderr import say, say_remarks
from lossplot._cli.targets import Asked
from lossplot._cli.train_files import draw, train_files
from lossplot._cli.train_table import print_json, print_text
from lossplot._errors import RequestError, is_number, quote, read_choice, read_number
from lossplot._figure.spec import OPTIONS
from lossplot._formats import FORMATS
from lossplot._formats.names import suffixes
from lossplot._training.names import ACTIVATIONS, DATA, MODELS, OPTIMIZERS

if TYPE_CHECKING:
    from lossplot._figure.spec import FigureSpec
    from lossplot._training.outcome import Result
    from lossplot._training.settings import Settings

# The parameters that decide what is trained.
TRAINING = (
    *("data", "noise", "flip", "outliers", "balance", "classes", "model", "hidden", "activation", "optimizer"),
    *("epochs", "lr", "batch", "seed", "repeat", "learn", "free"),
)
# How numbers are printed; any other format is that of a figure.
NUMBERS = ("text", "json")
LOOKS = [
    OPTIONS[name]
    for name in ("for", "size", "dpi", "theme", "transparent", "svg-text", "title", "lang", "font", "standalone")
]
EXAMPLES = """\b
Examples:
  lossplot train hinge squared-hinge
  lossplot train hinge logistic ramp savage --flip 0.3 --repeat 20
  lossplot train squared huber tukey-biweight --data line --outliers 10
  lossplot train log-loss focal --data moons --noise 0.3 --balance 0.05
  lossplot train log-loss hinge --data digits.csv --hidden 32 --batch 32
  lossplot train hinge logistic -o training.gif
  lossplot train "a*hinge + b*logistic:a=1:b=1" --learn a,b
"""


def _option(name: str, metavar: str, text: str, choices: tuple[str, ...] = ()) -> Any:
    """Return an option that completes `choices`."""
    return typer.Option(name, metavar=metavar, help=text, autocompletion=among(lambda: choices) if choices else None)


def _complete_data(incomplete: str) -> Completed:
    """Return the data that are made, and files."""
    return [*matching(incomplete, DATA), *complete_file(incomplete)]


@takes_options(alt=LOOKS)
def train(
    losses: Losses,
    *,
    data: Annotated[
        str,
        typer.Option(
            "--data",
            metavar="|".join([*DATA, "FILE"]),
            help="What to train on, or a table with a column y, the others being inputs.",
            autocompletion=_complete_data,
        ),
    ] = "circles",
    noise: Annotated[
        str | None,
        _option("--noise", "S", "The standard deviation of what is added to examples; each data has its own."),
    ] = None,
    flip: Annotated[
        str | None, _option("--flip", "SHARE", "The share of labels that are wrong; those to test are right.")
    ] = None,
    outliers: Annotated[
        str | None, _option("--outliers", "N", "How many examples lie far away; none of those to test.")
    ] = None,
    balance: Annotated[
        str | None, _option("--balance", "SHARE", "The share of examples that have the label +1, of two classes (0.5).")
    ] = None,
    classes: Annotated[str | None, _option("--classes", "K", "How many blobs there are (2).")] = None,
    model: Annotated[
        str | None,
        _option("--model", "|".join(MODELS), "A network, or a linear model, which a regression takes.", MODELS),
    ] = None,
    hidden: Annotated[
        str | None,
        _option("--hidden", "N,N", "Units of hidden layers (4,2 for two inputs and two classes, else 32)."),
    ] = None,
    activation: Annotated[
        str, _option("--activation", "|".join(ACTIVATIONS), "What hidden units do.", ACTIVATIONS)
    ] = "relu",
    optimizer: Annotated[
        str, _option("--optimizer", "|".join(OPTIMIZERS), "How steps are taken.", OPTIMIZERS)
    ] = "adam",
    epochs: Annotated[str, _option("--epochs", "N", "How often each example is taken.")] = "30",
    lr: Annotated[str, _option("--lr", "RATE", "The learning rate.")] = "0.03",
    batch: Annotated[str, _option("--batch", "N", "How many examples make a step.")] = "5",
    seed: Annotated[
        str | None,
        _option(
            "--seed", "N", "What data, weights and batches are made from: 0, or the first after it without deaths."
        ),
    ] = None,
    repeat: Annotated[str, _option("--repeat", "N", "How many starts, from the seed and those after it.")] = "1",
    learn: Annotated[
        str | None, _option("--learn", "NAME,NAME", "Parameters of the losses that are trained too.")
    ] = None,
    free: Annotated[
        bool,
        typer.Option(
            "--free", help="Let learned coefficients of a sum go; else they stay positive and keep their sum."
        ),
    ] = False,
    output: Annotated[
        list[str] | None,
        typer.Option(
            "-o",
            "--output",
            metavar="PATH",
            autocompletion=complete_file,
            help=f"Where the figure goes, repeatable; the suffix decides: {suffixes('picture')}, "
            f"{suffixes('numbers', 'source')}, and {suffixes('movie')} as it moves.",
        ),
    ] = None,
    file_format: Annotated[
        str | None,
        typer.Option(
            "-f",
            "--format",
            metavar="FORMAT",
            help="text or json for numbers alone; png, svg ... for a figure alone.",
            autocompletion=among(lambda: dict.fromkeys((*NUMBERS, *FORMATS), "")),
        ),
    ] = None,
    alt: Annotated[bool, typer.Option("--alt", help="Print the figure's description.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Replace a file by others, or one that was edited.")] = False,
    loss_files: LossFiles = None,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="No notes, warnings or progress.")] = False,
    **options: str | bool | None,
) -> None:
    """Train a small network under each loss; print what came of it.

    A figure has the decision regions, the history of the loss, and the loss with the examples on it; without -o it
    goes to a file named after the losses.

    All losses have the same examples, the same weights at the start and the same batches.  A quarter of the examples
    is to test, and a fifth of the others to validate.  By default it is the textbook's run: two circles, hidden layers
    of 4 and 2 units with ReLU, tanh at the end, Adam with the rate 0.03, 30 epochs.  Elsewhere the end is linear, and
    losses of a probability take the sigmoid or softmax of it.  Losses of an error regress on line, and on labels of -1
    and 1.  Margins of several classes are the gap to the best wrong one.  Inputs of a file are scaled to mean 0 and
    deviation 1.

    A start is dead if a hidden layer is zero for all examples, and stuck if its loss did not fall or, on circles,
    if an example to validate or test is on the wrong side at the end.

    JSON is a list with one record a loss: loss, parameters, axis, data, seed, starts, epochs, train_loss,
    validation_loss, test_loss (means; of several starts their medians), for labels train_accuracy,
    validation_accuracy, test_accuracy, precision and recall at the test, epochs_to_100 (until validation is all
    right), seconds, ending (done, stuck, dead, diverged or interrupted), ended (in which epoch), history (these after
    each epoch; of several starts _low and _high, the tenth and ninetieth percentile), learned (name: a value an
    epoch), and for several starts reached (how many are all right) and runs. null is where there is no number.
    """
    from lossplot._settings import expand
    from lossplot._text.language import load_language

    words = [*losses]
    own = own_settings(loss_files)
    losses = expand(losses, own)
    say_plugin_warnings()
    settings = _settings(locals())
    values = own.with_defaults(_by_long_names(options))
    spec = _spec(losses, {option.name: values.get(option.name) for option in LOOKS})
    chosen = (
        None if file_format is None else read_choice(file_format, tuple(dict.fromkeys((*NUMBERS, *FORMATS))), "format")
    )
    asked = Asked(output, None if chosen in NUMBERS else chosen, force, False, quiet)
    targets = train_files(spec, asked, has_figure=chosen not in NUMBERS and not (alt and chosen is None))
    result = _run(losses, data, settings, quiet)
    if asked.file_format is None and not alt:
        if chosen == "json":
            print_json(result)
        else:
            print_text(result, load_language(spec.language))
    if targets or alt:
        from lossplot._training.command import train_command

        made = replace(settings, seed=result.plan.seeds[0])
        looks = {option.name: values.get(option.name) or None for option in LOOKS}
        description = draw(result, spec, targets, partial(train_command, words, made, data, looks), asked)
        if alt:
            print(description)
    if result.trace.interrupted:
        raise SystemExit(f"interrupted in epoch {result.trace.interrupted}; what was trained till then is shown")


def _by_long_names(options: Mapping[str, Any]) -> dict[str, Any]:
    from lossplot._figure.options import by_long_names

    return by_long_names(options)


def _spec(losses: Sequence[str], values: Mapping[str, Any]) -> FigureSpec:
    """The looks of the figure.  Raises RequestError for a value that makes no sense."""
    from lossplot._figure.options import read_spec

    return read_spec(losses, values)


def _settings(given: Mapping[str, Any]) -> Settings:
    """Read the settings of a training.  Raises RequestError for what is no number or unknown."""
    from lossplot._training.data import Disturbance
    from lossplot._training.settings import Settings

    noise, flip, outliers, balance = given["noise"], given["flip"], given["outliers"], given["balance"]
    hidden, seed, classes = given["hidden"], given["seed"], given["classes"]
    return Settings(
        model=None if given["model"] is None else read_choice(given["model"], MODELS, "--model"),
        hidden=None if hidden is None else tuple(_whole(each, "--hidden") for each in hidden.split(",")),
        activation=read_choice(given["activation"], ACTIVATIONS, "--activation"),
        optimizer=read_choice(given["optimizer"], OPTIMIZERS, "--optimizer"),
        rate=read_number(given["lr"], "--lr"),
        batch=_whole(given["batch"], "--batch"),
        epochs=_whole(given["epochs"], "--epochs"),
        seed=None if seed is None else _whole(seed, "--seed"),
        repeat=_whole(given["repeat"], "--repeat"),
        learn=_names(given["learn"]),
        is_free=given["free"],
        disturbance=Disturbance(
            None if noise is None else read_number(noise, "--noise"),
            0.0 if flip is None else read_number(flip, "--flip"),
            0 if outliers is None else _whole(outliers, "--outliers"),
            None if balance is None else read_number(balance, "--balance"),
        ),
        classes=None if classes is None else _whole(classes, "--classes"),
    )


def _run(losses: Sequence[str], data: str, settings: Settings, quiet: bool) -> Result:
    """Train, with progress, and say what is to be said of it."""
    from lossplot._training.experiment import run

    with progress_bar("training", enabled=not quiet) as progress:
        result = run(losses, data, settings, progress)
    if not quiet:
        say_remarks([objective.curve for objective in result.plan.objectives])
        for remark in result.remarks:
            say(f"note: {remark}")
        for warning in result.warnings():
            say(f"warning: {warning}")
    return result


def _whole(text: str, option: str) -> int:
    text = text.strip()
    if not is_number(text) or not text.lstrip("+-").isdecimal():
        raise RequestError(f"{option} {quote(text)} is not a whole number; write one such as 10")
    # Longer ones are out of any range, and Python refuses to read them.
    return int(text[:20])


def _names(text: str | None) -> tuple[str, ...]:
    if text is None:
        return ()
    names = tuple(dict.fromkeys(name.strip() for name in text.split(",")))
    if not all(names):
        raise RequestError(f"--learn {quote(text)} has an empty name; write names of parameters, as in --learn a,b")
    return names
