"""Single corrections of a command line, each as the lines that it yields for what was typed."""

from __future__ import annotations

import shlex
from collections.abc import Callable, Iterator

from support.cases import every

from lossplot._cli.commands import COMMANDS
from lossplot._cli.corrections import commands, given, losses, options, values
from lossplot._cli.corrections.accept import is_understood
from lossplot._cli.corrections.line import Line, read_line
from lossplot._losses import LOSSES

Correction = Callable[[Line], Iterator[Line]]


def lines(correct: Correction, typed: str) -> list[str]:
    return [shlex.join(line.words) for line in correct(read_line(shlex.split(typed)))]


@every("command", COMMANDS)
def test_a_command_that_was_typed_is_kept_and_plot_is_not_added(command: str) -> None:
    assert read_line([command, "a"]).words == (command, "a")
    assert read_line(["a", command]).words == ("a", command)
    assert read_line([command, "-o", "a.png", "--", "-m"]).words[0] == command


@every(
    ("typed", "words"),
    [
        ("hinge -o a.png --theme=dark -d", "hinge -o a.png --theme=dark -d"),
        ("hinge -oa.png", "hinge -o a.png"),
        ("hinge --theme dark", "hinge --theme=dark"),
        ("hinge -derivative", "hinge -derivative"),
        ("hinge --derivative=2", "hinge --derivative=2"),
        ("hinge --bogus=2 --other", "hinge --bogus=2 --other"),
        ("hinge -- -m", "hinge -m"),
        ("hinge -- --m -o", "-- hinge --m -o"),
        ("-- --m", "-- --m"),
        ("-1", "-1"),
    ],
)
def test_a_line_is_written_as_it_was_read(typed: str, words: str) -> None:
    assert shlex.join(read_line(shlex.split(typed)).words) == words


@every(
    ("typed", "losses_of_it"),
    [
        ("hinge mse -d", ["hinge", "mse"]),
        ("invert hinge 1 2", ["hinge"]),
        ("score p.csv hinge mse", ["hinge", "mse"]),
        ("check 'r**2' '2*r'", ["r**2", "2*r"]),
        ("table huber 0 -d 1", ["huber", "0", "1"]),
        ("build figures.toml", []),
    ],
)
def test_the_losses_of_a_line_are_the_words_of_that_argument(typed: str, losses_of_it: list[str]) -> None:
    line = read_line(shlex.split(typed))
    assert [line.parts[place].text for place in line.losses] == losses_of_it


@every(
    ("correct", "typed", "expected"),
    [
        # Two ends in either order, of every pair of names.
        *(
            (options.limits, f"hinge --{low} -3 --{high}=4", [f"hinge --{name}=-3:4"])
            for low, high, name in (
                ("xmin", "xmax", "range"),
                ("x-min", "x-max", "range"),
                ("ymin", "ymax", "ylim"),
                ("from", "to", "range"),
            )
        ),
        (options.limits, "hinge --xmax 3 mse --xmin 1", ["hinge --range=1:3 mse"]),
        (options.limits, "hinge --xmin 1 mse --xmax 3", ["hinge --range=1:3 mse"]),
        (options.limits, "hinge --width 8 --height 4", ["hinge --size=8x4"]),
        (options.limits, "hinge --h 4 --w=8", ["hinge --size=8x4"]),
        (options.limits, "hinge --xmin 1", []),
        (options.limits, "hinge --xmin 1 --ymax 3", []),
        (options.orders, "hinge -d 2", ["hinge --second-derivative"]),
        (options.orders, "hinge --deriv=1 mse", ["hinge --derivative mse"]),
        (options.orders, "hinge -d 3", []),
        (options.orders, "train hinge -d 2", []),
        # Flags of other programs, with and without a value.
        *((options.names, f"hinge --grad={yes}", ["hinge --derivative"]) for yes in ("true", "YES", "on", "1")),
        *((options.names, f"hinge --grad={no}", []) for no in ("false", "no", "off", "none", "0")),
        *(
            (options.names, f"hinge --legend={no}", ["hinge --labels=none"])
            for no in ("false", "No", "off", "none", "0")
        ),
        *(
            (options.names, f"hinge --legend {corner}", ["hinge --labels=legend"])
            for corner in ("upper left", "lower right", "top", "bottom", "center", "best", "inside", "outside")
        ),
        (options.names, "hinge --legend mse", ["hinge --labels=legend mse"]),
        (options.names, "hinge --the dark", ["hinge --theme=dark"]),
        (options.names, "hinge --t dark", []),
        (options.names, "hinge --la direct", []),
        (options.names, "hinge --lab direct", ["hinge --labels=direct"]),
        (options.names, "hinge --xlim", []),
        (options.names, "hinge --xlim --dark", ["hinge --xlim --theme=dark"]),
        (options.names, "table hinge --x 0", ["table hinge --at=0", "table hinge --range=0"]),
        # Parameters as options, for each loss that has one so called and no value for it.
        (options.loss_parameters, "huber hinge --delta 2", ["huber:delta=2 hinge"]),
        (options.loss_parameters, "huber:delta=1 log-cosh --delta 2", []),
        (options.loss_parameters, "huber:delta=1 pseudo-huber --delta=2", ["huber:delta=1 pseudo-huber:delta=2"]),
        (options.loss_parameters, "huber --delta 95%", ["huber:delta=95%"]),
        (options.loss_parameters, "huber --delta a", []),
        (options.loss_parameters, "huber --delta", []),
        *(
            (options.arguments, f"list --{name}=robust", ["list robust"])
            for name in ("category", "kind", "filter", "tag", "task", "search", "keyword", "all")
        ),
        *((options.arguments, f"--{name}=hinge", ["hinge"]) for name in ("loss", "function", "func", "fn")),
        (options.arguments, "invert 1 hinge", ["invert hinge 1"]),
        (options.arguments, "score hinge a", ["score a hinge"]),
        (options.arguments, "identify a b", []),
        (options.files, "hinge.png", ["hinge -o hinge.png"]),
        (options.files, "a/hinge.png", ["hinge -o a/hinge.png"]),
        (options.files, "hinge a.png", ["hinge -o a.png"]),
        (options.files, "hinge a.toml", []),
        (options.files, "hinge 0.5", []),
        (options.files, "hinge .png", []),
        (options.files, "list a.png", []),
        # Several values in place of one.
        *(
            (values.several, f"hinge --{name} 1 3 -d", [f"hinge --{name}={joined} -d"])
            for name, joined in (("range", "1:3"), ("ylim", "1:3"), ("size", "1x3"))
        ),
        *(
            (values.several, f"hinge --{name} 0 1 2 mse", [f"hinge --{name}=0,1,2 mse"])
            for name in ("mark", "mark-loss")
        ),
        (values.several, "table hinge --at 0 1 mse", ["table hinge --at=0,1 mse"]),
        (values.several, "--title My own hinge mse", ["'--title=My own' hinge mse"]),
        (values.several, "--title My hinge", []),
        (values.several, "hinge -o a.svg,b.png", ["hinge -o a.svg -o b.png"]),
        (values.several, "hinge -o 'a.svg b.png'", ["hinge -o a.svg -o b.png"]),
        (values.several, "hinge -o 'a.{svg, png}'", ["hinge -o a.svg -o a.png"]),
        (values.several, "hinge -o 'a,b.png'", []),
        (values.points, "table hinge 0 mse 1", ["table hinge mse --at=0,1"]),
        (values.points, "table hinge 0 --at 1", []),
        (values.points, "hinge 0", []),
        *((values.values, f"hinge --{name} 0;1", [f"hinge --{name}=0,1"]) for name in ("mark", "mark-loss")),
        (values.values, "table hinge --at 0;1", ["table hinge --at=0,1"]),
        # A number with a unit, where one number is asked for.
        *(
            (values.values, f"train hinge --{name} 30%", [f"train hinge --{name}=0.3"])
            for name in ("flip", "balance", "lr", "noise", "classes", "outliers", "epochs", "batch", "seed", "repeat")
        ),
        (values.values, "hinge --target 50%", ["hinge --target=0.5"]),
        (values.values, "hinge --step 2x", ["hinge --step=2"]),
        # Names, parameters and formulas in pieces.
        (losses.lists, "hinge,mse;l1|huber&log-cosh", ["hinge mse l1 huber log-cosh"]),
        (losses.lists, "'huber:delta=1, 2,mse'", ["huber:delta=1,2 mse"]),
        (losses.lists, "'hinge, 2'", ["hinge 2"]),
        (losses.lists, "'max(0, 1 - m)'", []),
        *(
            (losses.lists, shlex.join(["hinge", word, "mse"]), ["hinge mse"])
            for word in ("and", "vs", "VS.", "versus", "or", "with", "against", "&", "&&", ",", ";", "|")
        ),
        *(
            (losses.fillers, f"{word} hinge", ["hinge"])
            for word in ("loss", "losses", "function", "functions", "The", "curve", "curves", "of")
        ),
        (losses.fillers, "hinge plot", ["hinge"]),
        (losses.fillers, "loss", []),
        (losses.sums, "hinge + mse l1", ["'hinge + mse' l1"]),
        (losses.sums, "2 * hinge / 3 mse -l1", ["'2 * hinge / 3' mse -l1"]),
        (losses.sums, "hinge + mse l1 + huber ramp", ["'hinge + mse' 'l1 + huber' ramp"]),
        (losses.sums, "hinge -d + mse", ["hinge -d '+ mse'"]),
        (losses.parameters, "huber : delta = 1", ["huber:delta=1"]),
        (losses.parameters, "huber mse delta=2", ["huber:delta=2 mse"]),
        (losses.parameters, "huber -d delta=2", ["huber:delta=2 -d"]),
        (
            losses.parameters,
            "mse huber pseudo-huber l1 delta=2",
            ["mse huber pseudo-huber:delta=2 l1", "mse huber:delta=2 pseudo-huber l1"],
        ),
        (losses.names, "smooth l1", ["smooth-l1"]),
        (losses.names, "hinge mse", []),
        (losses.spellings, "F.mse_loss()", ["torch:mse_loss"]),
        (losses.spellings, "torch.nn.functional.huber_loss", ["torch:huber_loss"]),
        *(
            (losses.spellings, f"{objective}:x", [f"xgboost:{objective}:x"])
            for objective in ("reg", "binary", "multi", "rank", "count", "survival")
        ),
        (losses.spellings, "linex:a=-2-3", ["linex:a=-2..3"]),
        (losses.spellings, "'huber:delta=0.1 to 3'", ["huber:delta=0.1..3"]),
        (losses.spellings, "'huber(0.5,1)'", ["huber:delta=0.5,1"]),
        (losses.spellings, "'linex(0.5,1)'", ["linex:a=0.5:b=1"]),
        (losses.spellings, "adaptive-wing:t=2", []),
        (losses.spellings, "adaptive-wing:th=2:al=1.5", ["adaptive-wing:theta=2:alpha=1.5"]),
        (losses.spellings, "huber:95%", ["huber:delta=95%"]),
        (losses.spellings, "hinge:", ["hinge"]),
        (losses.spellings, "neg_mean_squared_error", ["mean_squared_error"]),
        # Words for other commands.
        (commands.commands, "docs hinge", ["show hinge"]),
        (commands.commands, "docs", ["help"]),
        (commands.commands, "search", ["list"]),
        (commands.commands, "settings", ["config"]),
        (commands.commands, "explain", []),
        (commands.commands, "derivative hinge", ["hinge --derivative"]),
        (commands.commands, "derivative", []),
        (commands.commands, "show explain", []),
        (given.shown, "show huber formula", ["show huber"]),
        (given.shown, "show formula", []),
        (given.shown, "show huber --Properties", ["show huber"]),
        *(
            (given.languages, f"show huber {typed}", [f"show huber --format={name}"])
            for typed, name in (("PyTorch", "torch"), ("--js", "javascript"), ("tex", "latex"), ("np", "numpy"))
        ),
        (given.languages, "show numpy", []),
        (given.languages, "hinge numpy", []),
        (given.gradients, "check 'r**2' '2*r'", ["check 'r**2' '--gradient=2*r'"]),
        (given.gradients, "check 'r**2' a.png", []),
        (given.gradients, "check 'r**2'", []),
        (given.columns, "score p.csv mse --target t --pred=q", ["score p.csv mse --columns=y=t,prediction=q"]),
        (given.columns, "score p.csv mse --y t --label u", ["score p.csv mse --label u --columns=y=t"]),
        (given.columns, "score p.csv mse --y y --pred prediction", ["score p.csv mse"]),
        (given.columns, "score p.csv mse --y", []),
        (given.columns, "table hinge --y t", []),
        (given.outputs, "build a.toml out", ["build a.toml -o out"]),
        (given.outputs, "gallery out", ["gallery -o out"]),
        (given.outputs, "build a.toml b.toml", []),
        (given.outputs, "hinge -o figs/", ["hinge -o figs/hinge.png"]),
        (given.outputs, "'max(0,m)' -o figs/", ["'max(0,m)' -o figs/figure.png"]),
        (given.outputs, "score hinge -o figs/", []),
    ],
)
def test_a_correction_yields_what_was_meant(correct: Correction, typed: str, expected: list[str]) -> None:
    assert lines(correct, typed) == expected


def test_a_name_in_words_is_one_name_whichever_it_is() -> None:
    names = [name for loss in LOSSES.values() for name in (loss.name, *loss.aliases) if "-" in name]
    assert len(names) > 100
    for name in names:
        assert f"mse {name} -d" in lines(losses.names, f"mse {name.replace('-', ' ')} -d")


@every(
    ("typed", "understood"),
    [
        ("table hinge --losses nothing.toml", False),
        # A request that makes sense, and of which nothing comes.
        ("list nothing-is-called-so", True),
        ("invert hinge -1", True),
        ("invert hinge a", False),
        ("table hinge --at a", False),
        ("hinge -o a.xyz", False),
        ("hinge -o a.png --format xyz", False),
        ("hinge -o -", True),
        ("hinge mse", False),
        ("grid hinge,mse", False),
        ("grid hinge mse", True),
        ("hinge --bogus", False),
    ],
)
def test_a_line_is_understood_if_it_makes_sense(typed: str, understood: bool) -> None:
    assert is_understood(read_line(shlex.split(typed))) == understood
