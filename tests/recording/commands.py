"""Entries of the record: each loss, figures, messages, batches, the gallery, and the Python interface."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from recording import badinputs, figures
from recording.entry import Entry, words

COMMANDS = (
    *("plot", "grid", "list", "show", "table", "invert", "check", "identify"),
    *("score", "train", "build", "gallery", "info"),
)
SHOWN = ("text", "json", "latex", "numpy", "torch", "jax", "javascript")
FORMATS = ("svg", "png", "pdf", "json", "csv", "py", "tex")
AXES = (
    "margin",
    "error",
    "probability",
    "prediction",
    "score",
    "distance",
    "similarity",
    "coefficient",
    "ratio",
    "overlap",
)
PROPERTIES = ("convex", "bounded", "calibrated", "proper", "redescending")
# The entry that lists the losses, which decide the other entries.
CATALOGUE = Entry("list/json", (["list", "--format", "json"],))


def entries(answer: Callable[[Entry], str]) -> list[Entry]:
    """Return all entries; `answer` runs one and returns the output of its last command."""
    losses = json.loads(answer(CATALOGUE))
    details = {loss["name"]: json.loads(answer(_show(loss["name"], "json")))[0] for loss in losses}
    usage = answer(Entry("help/plot", (["plot", "--help"],)))
    figure_entries = figures.figures()
    figures.check(figure_entries, figures.drawing_options(usage))
    result = [
        *(entry for loss in losses for entry in of_loss(loss)),
        *(of_names(loss, details[loss["name"]]) for loss in losses),
        *figure_entries,
        *badinputs.entries(),
        *of_lists(),
        *of_checks(),
        *of_scores(),
        *of_trainings(),
        *of_properties(sorted({name for each in details.values() for name in each["properties"]})),
        *of_files(),
        *of_grids(),
        *of_helps(),
        *of_terminals(),
        *of_batches(),
        *of_python(),
        Entry(
            "gallery",
            (words("gallery -o gallery -f svg --jobs 1"), words("gallery -o gallery -f svg --check --jobs 1")),
            slow=True,
        ),
    ]
    if len({entry.name for entry in result}) < len(result):
        raise ValueError("two entries of the record have one name")
    return result


def _show(name: str, how: str) -> Entry:
    return Entry(f"losses/{name}/show-{how}", (["show", name, "--format", how],))


def of_loss(loss: dict[str, Any]) -> Iterator[Entry]:
    """Yield entries of a loss at its defaults."""
    name = loss["name"]
    outputs = [f"--output={name}.{each}" for each in ("svg", "json", "csv", "py", "tex")]
    yield Entry(f"losses/{name}/drawn", ([name, *outputs],))
    yield Entry(f"losses/{name}/drawn-zh", ([name, "--lang=zh", "-o", f"{name}.svg"],), chinese=True)
    for language in ("en", "zh"):
        yield Entry(f"losses/{name}/alt-{language}", ([name, "--alt", "--lang", language],))
    yield from (_show(name, how) for how in SHOWN)
    for how in ("text", "csv", "json"):
        yield Entry(f"losses/{name}/table-{how}", (["table", name, "-d", "--second-derivative", "--format", how],))
    for how in ("text", "json"):
        yield Entry(f"losses/{name}/invert-{how}", (["invert", name, "-f", how, "--", "0.1", "0.5", "1", "2.5", "-1"],))
    yield Entry(f"losses/{name}/python", (OF_LOSS.format(name=name),))


OF_LOSS = """
import lossplot
loss = lossplot.get({name!r})
print(loss, loss.name, loss.parameters, loss.axis, loss.domain, loss.formula, loss.latex, sep="\\n")
print(*((knot.x, knot.kind, knot.left, knot.right) for knot in loss.knots), sep="\\n")
x = [-300.0, -2.5, -1.0, 0.0, 1e-9, 0.3, 0.5, 1.0, 1.7, 40.0]
for values in (loss(x), loss.derivative(x), loss.second_derivative(x)):
    print(values.tolist())
print(loss(0.25), loss([[0.25], [0.75]]).shape)
"""


def of_names(loss: dict[str, Any], details: dict[str, Any]) -> Entry:
    """Return an entry of the other names of a loss: aliases, and those of libraries, which have a factor."""
    others = [other["name"] for other in details["equivalents"]]
    commands = [["show", other, "-f", "latex"] for other in (*loss["aliases"], loss["name"].upper().replace("-", "_"))]
    commands += [["table", other, "--at=0.25,0.5", "-d"] for other in others]
    return Entry(f"losses/{loss['name']}/names", tuple(commands))


def of_lists() -> Iterator[Entry]:
    """Yield entries of the catalogue in its formats, and of its filters."""
    filters = [
        "",
        "--presets",
        "hinge",
        "Huber 1964",
        "nothing-like-it",
        "--axis=margin --convex --bounded",
        "robust -f csv",
    ]
    filters += [f"--{name}" for name in PROPERTIES] + [f"--axis={axis}" for axis in AXES]
    for each in filters:
        for how in ("text", "csv", "json"):
            name = "-".join(each.replace("--", "").replace("=", "-").lower().split())
            if each or how != "json":
                yield Entry(f"list/{name}{'-' if name else ''}{how}", (["list", "--format", how, *words(each)],))
    yield CATALOGUE


CHECKS = (
    ("huber:delta=2", "np.clip(r, -delta, delta)"),
    ("huber:delta=2", "np.where(r <= delta, r, delta)"),
    ("-log(p)", "-1/p"),
    ("max(0, 1 - y*f)", "-y*(y*f < 1)"),
    ("log(1 + exp(-m))", "exp(-m)/(1 + exp(-m))"),
)
IDENTIFIED = ("x**2/(x**2 + 6)", "relu(1 + x) + relu(1 - x)", "0.5*log(1 + exp(-2*m)) - 3", "m**3*exp(-m)")


def of_checks() -> Iterator[Entry]:
    """Yield entries of gradients that are checked, and of formulas that are identified."""
    for number, (loss, gradient) in enumerate(CHECKS):
        for how in (["-f", "text"], ["-f", "json"], ["--lang", "zh"]):
            yield Entry(f"check/{number}-{how[-1]}", (["check", loss, "-g", gradient, *how],))
        yield Entry(f"check/{number}-drawn", (["check", loss, "-g", gradient, "-o", "a.svg"],))
    for number, text in enumerate(IDENTIFIED):
        for how in (["-f", "text"], ["-f", "json"], ["--lang", "zh"]):
            yield Entry(f"identify/{number}-{how[-1]}", (["identify", text, *how],))


# Margins in two groups, rows with faults, and scores of three classes.
PREDICTIONS = {
    "margins.csv": "y,prediction,model,w\n"
    + "".join(
        f"{1 if row % 3 else -1},{(row * 37 % 41 - 15) / 8},{'ab'[row % 2]},{1 + row % 4}\n" for row in range(60)
    ),
    "bad.csv": "y,prediction\n1,0.5\n-1,u\n1,2\n0,-1\n",
    "classes.csv": "y,0,1,2\n"
    + "".join(f"{row % 3},{(row * 7 % 11) / 5},{(row * 5 % 13) / 5},{(row * 3 % 17) / 5}\n" for row in range(50)),
}
SCORES = (
    "margins.csv hinge logistic zero-one",
    "margins.csv hinge --by=model",
    "margins.csv squared-hinge --weights=w",
    "margins.csv log-loss brier --as=logit",
    "classes.csv log-loss hinge",
    "bad.csv hinge --skip-bad",
)


def of_scores() -> Iterator[Entry]:
    """Yield entries of what predictions cost, and of what is wrong with them."""
    files = {name: ("text", content) for name, content in PREDICTIONS.items()}
    for number, line in enumerate(SCORES):
        for how in ("text", "csv", "json"):
            yield Entry(f"score/{number}-{how}", (["score", *words(line), "-f", how],), files)
    yield Entry("score/query", (words("score margins.csv hinge logistic --sql"),), files)
    for number, line in enumerate(("bad.csv hinge", "none.csv hinge", "margins.csv hnige", "margins.csv hinge --by=z")):
        yield Entry(f"wrong/score-{number}", (["score", *words(line)],), files)


TRAININGS = (
    "hinge squared-hinge",
    "log-loss focal --data=moons --balance=0.1 --hidden=8",
    "squared tukey-biweight --data=line --outliers=10",
    "hinge log-loss --data=blobs --classes=3 --flip=0.1",
    "logistic --data=xor --repeat=3 --activation=tanh --optimizer=sgd",
    "a*hinge+b*logistic:a=1:b=1 --learn=a,b --data=spirals",
    "hinge --data=table.csv --model=linear",
)


def of_trainings() -> Iterator[Entry]:
    """Yield entries of short trainings, as tables and as figures, and of what cannot be trained."""
    rows = "".join(f"{(row * 37 % 41) / 10},{(row * 11 % 29) / 10},{row * 37 % 41 > 20:d}\n" for row in range(60))
    files = {"table.csv": ("text", f"u,v,y\n{rows}")}
    for number, line in enumerate(TRAININGS):
        command = ["train", *words(line), "--epochs=4", "--seed=0"]
        outputs = [f"--output=a.{each}" for each in ("svg", "png", "csv", "json")]
        yield Entry(f"train/{number}", ([*command, *outputs], ["info", "a.svg"]), files)
    yield Entry("train/alt", (words("train hinge --epochs=4 --alt"), words("train hinge --epochs=4 --alt --lang=zh")))
    yield Entry("train/moving", (words("train hinge --epochs=3 --size=3x6 --dpi=40 -o a.gif"),), slow=True)
    for number, line in enumerate(("hnige", "hinge --data=none.csv", "hinge --balance=2", "squared --data=circle")):
        yield Entry(f"wrong/train-{number}", (["train", *words(line)],), files)


def of_properties(names: Iterable[str]) -> Iterator[Entry]:
    for name in names:
        yield Entry(f"properties/{name}", (["show", name], ["show", name, "--format", "json"]))


def of_files() -> Iterator[Entry]:
    """Yield entries of `info` for a file of each format, and of existing files."""
    for each in FORMATS:
        name = f"a.{each}"
        command = ["hinge", "log-loss", "--axis=margin", "-d", "--title=It's", "-o", name]
        yield Entry(f"info/{each}", (command, ["info", name], ["info", name, "--rerun"], ["info", name]))
    for each in ("gif", "webp"):
        name = f"a.{each}"
        command = ["huber:delta=1..2", "--size=2x2", "--dpi=40", "-o", name]
        yield Entry(f"info/{each}", (command, ["info", name], ["info", name, "--rerun"]), slow=True)
    theirs = {"a.svg": ("text", "<svg/>"), "a.txt": ("text", "words\n"), "a.png": ("bytes", "89504e470d0a1a0a")}
    for command in (["info", "a.svg"], ["info", "a.txt"], ["info", "a.png"], ["info", "none.png"]):
        yield Entry(f"info/theirs-{command[1].replace('.', '-')}", (command,), theirs)
    twice = ["hinge", "-o", "a.svg"]
    yield Entry("info/in-the-way", (twice, [*twice, "--force"], twice, ["huber", "-o", "a.svg"]), theirs)


GRIDS = (
    "hinge,logistic mse,huber log-loss,brier",
    "huber:delta=0.5,1,2 hinge",
    "hinge,squared-hinge logistic,exponential mse,absolute huber,cauchy log-loss,focal brier,asymmetric",
    "hinge",
    "hinge,huber mse",
    "hinge -d",
)


def of_grids() -> Iterator[Entry]:
    """Yield grids of figures in the formats of pictures, and what they are refused for."""
    for number, groups in enumerate(GRIDS):
        outputs = [word for each in ("svg", "png", "pdf") for word in ("-o", f"a.{each}")]
        yield Entry(f"grids/{number}", (["grid", *words(groups), *outputs], ["info", "a.svg"]))
        yield Entry(f"grids/{number}-dark", (["grid", *words(groups), "--theme=dark", "--for=slide", "-o", "a.svg"],))
        yield Entry(f"grids/{number}-source", (["grid", *words(groups), "-o", "a.tex"],))


def of_helps() -> Iterator[Entry]:
    yield Entry("help/lossplot", (["--help"], [], ["--version"]))
    yield from (Entry(f"help/{command}", ([command, "--help"],)) for command in COMMANDS)
    for number, line in enumerate(COMPLETED):
        for shell in ("bash", "zsh", "fish"):
            arguments = [line, " :="] if shell == "bash" else line.split(" ")
            yield Entry(f"help/complete-{number:02}-{shell}", (arguments,), env={"_LOSSPLOT_COMPLETE": shell})


COMPLETED = (
    *("lossplot ", "lossplot hi", "lossplot hinge ", "lossplot hinge --la", "lossplot show hub", "lossplot list --"),
    *("lossplot table smooth", "lossplot hinge -", "lossplot build ", "lossplot invert l"),
)


def of_terminals() -> Iterator[Entry]:
    """Yield entries of output on a terminal: colours, and pictures by kitty's protocol."""
    lines = ["list --axis=margin", "show huber", "table hinge --at=0,1 -d", "hinge logistic --preview -d", "zzz"]
    lines += ["invert hinge 0.5", "tukey --preview --theme=dark --weight", "log-loss --preview --lang=zh", "--help"]
    lines += ["hinge -o -", "hinge -o a.svg"]
    for number, line in enumerate(lines):
        env = {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
        yield Entry(f"terminal/{number:02}", (words(line),), env=env, terminal=True)
        yield Entry(f"terminal/{number:02}-plain", (words(line),), env=env | {"NO_COLOR": "1"}, terminal=True)
    env = {"TERM": "xterm-kitty", "KITTY_WINDOW_ID": "1"}
    for number, line in enumerate(("hinge --preview", "huber:delta=0.5,1 --preview -d --for=slide --theme=dark")):
        yield Entry(f"terminal/kitty-{number}", (words(line),), env=env, terminal=True)
    for columns in (0, 20, 60, 200):
        narrow = tuple(words(line) for line in ("--help", "show huber", "list --axis=score", "hinge --preview"))
        yield Entry(f"terminal/columns-{columns}", narrow, env={"COLUMNS": str(columns)})


BATCH = """
[defaults]
for = "slide"
derivative = true

[[figures]]
losses = ["hinge", "squared-hinge"]
output = ["week3/surrogates.svg", "week3/surrogates.pdf", "week3/surrogates.json"]
title = "Surrogates"

[[figures]]
losses = ["focal:gamma=0,1,2"]
output = "focal-{theme}-{labels}.{format}"
matrix = { theme = ["light", "dark"], labels = ["direct", "none"], format = ["svg", "png"] }

[[figures]]
losses = ["huber:delta=0.5..2"]
output = "moving.gif"
derivative = false
size = "8x4.5"
dpi = 60

[[figures]]
output = "{losses}.tex"
matrix = { losses = ["hinge", ["huber"], "log-loss"] }

[[figures]]
losses = ["tukey", "huber"]
output = "robust.py"
weight = true
range = [-6, 6]
mark = [0, 1.5]
"""
WRONG = (
    BATCH
    + """
[[figures]]
losses = ["hnige"]
output = "a.svg"

[[figures]]
losses = ["hinge", "huber"]
output = "b.svg"
"""
)


def of_batches() -> Iterator[Entry]:
    file = {"figures.toml": ("text", BATCH)}
    build = words("build figures.toml -o made --jobs 1")
    commands = tuple([*build, *words(more)] for more in ("--dry-run", "--check", "", "", "--check", "--force -q"))
    yield Entry("batch/made", commands, file, slow=True)
    yield Entry("batch/made-by-two", (words("build figures.toml --jobs 2"),), file, slow=True)
    theirs = {"made/robust.py": ("text", "print()\n"), "made/hinge.tex": ("kept", "x\n")}
    wrong = {"figures.toml": ("text", WRONG)} | theirs
    yield Entry("batch/wrong", (build, [*build, "--check"]), wrong, slow=True)


PROGRAMS = {
    "readme": """
import lossplot
figure = lossplot.plot("hinge", "squared-hinge", derivative=True, preset="slide", theme="dark")
figure.save("hinge.svg")
print(figure.alt, figure.command, figure.figure.get_size_inches(), sep="\\n")
huber = lossplot.get("huber", delta=2)
print(huber([-3.0, 0.0, 1.0]), huber.derivative(1.0), [knot.x for knot in huber.knots])
""",
    "axes": """
import lossplot
from matplotlib.figure import Figure
figure = Figure()
axes = figure.subplots(2, 1)
axes[0].set_title("mine")
print(lossplot.plot("zero-one", "logistic", ax=axes, derivative=True, mark=[0, 1]).alt)
for each in axes:
    print(each.get_xlim(), each.get_ylim(), each.get_xlabel(), each.get_ylabel(), len(each.lines), each.get_title())
    print([line.get_xydata().tolist() for line in each.lines][:6])
""",
    "notebook": """
import lossplot
for figure in (lossplot.plot("huber"), lossplot.plot("huber", theme="auto", size=(3, 2))):
    data, facts = figure._repr_mimebundle_()
    print({kind: len(facts.get(kind, ())) for kind in data}, facts, data["text/plain"])
""",
    "options": """
import lossplot, numpy as np
asked = dict(
    derivative=True, second_derivative=True, range=(-2, 2), ylim="0:3", mark=np.array([0.0, 1.0]), mark_loss=0.5,
    size=(4, 5), dpi=80, labels="direct", title="T", xlabel="x", ylabel="y", font="DejaVu Serif", risk=0.25,
)
figure = lossplot.plot("hinge", "logistic", **asked)
for name in ("a.png", "a.pdf", "a.json", "a.csv", "a.py", "a.tex"):
    figure.save(name)
print(figure.command)
lossplot.plot("huber:delta=1..2", size="2x2", dpi=40).save("moving.webp")
""",
    "errors": """
import lossplot
tries = [
    lambda: lossplot.get("hnige"), lambda: lossplot.get("huber", delta=-1), lambda: lossplot.get("huber", delta=True),
    lambda: lossplot.get("huber", gamma=1), lambda: lossplot.get("huber", delta="1,2"), lambda: lossplot.get(3),
    lambda: lossplot.get("hinge")("a"), lambda: lossplot.get("hinge")([1j]), lambda: lossplot.plot(),
    lambda: lossplot.plot("hinge", colour="red"), lambda: lossplot.plot("hinge", derivative=1),
    lambda: lossplot.plot("hinge", range=(3, -3)), lambda: lossplot.plot("hinge", "huber"),
    lambda: lossplot.plot("hinge", dpi=[1]), lambda: lossplot.plot("hinge").save("a.bmp"),
    lambda: lossplot.plot("hinge").save("none/a.svg"), lambda: lossplot.plot("huber:delta=1..2").save("a.svg"),
    lambda: lossplot.plot("hinge", theme="auto").save("a.png"), lambda: lossplot.plot("hinge", ax=[]),
    lambda: lossplot.plot("hinge", title="a\\nb"), lambda: lossplot.plot("hinge", preset="slyde"),
    lambda: lossplot.none,
]
for each in tries:
    try:
        print(each())
    except Exception as error:
        print(type(error).__name__, isinstance(error, lossplot.LossplotError), error)
print(sorted(lossplot.__all__), dir(lossplot))
""",
}


def of_python() -> Iterator[Entry]:
    yield from (Entry(f"python/{name}", (program,)) for name, program in PROGRAMS.items())
