"""Two hundred figures that use every drawing option alone and in seeded random combinations."""

from __future__ import annotations

import itertools
import random
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from recording.entry import Command, Entry, Files

COUNT = 260
LEAST_ALONE, LEAST_TOGETHER = 2, 3
# Losses by their axis; "moving" has parameter sweeps.
LOSSES = {
    "margin": (
        *(
            "zero-one hinge logistic-base2 exponential",
            "hinge:threshold=0.5,1,2",
            "SQUARED_HINGE sklearn:modified_huber",
        ),
        *("ramp:s=-1,0 savage tangent sigmoid", "dwd:q=0.5 lum:a=2:c=1 probit", "zero-one"),
    ),
    "error": (
        *("squared absolute huber:delta=0.5,1,2", "torch:smooth_l1:beta=0.5 mse l1", "tukey huber:delta=95% cauchy"),
        *("barron:alpha=-2,0,1,2:c=0.5,1", "half-squared truncated-quadratic geman-reynolds", "absolute"),
    ),
    "probability": (
        *("log-loss brier spherical", "focal:gamma=0,1,2:alpha=0.5,1", "bce zero-one-probability gce:q=0.3,0.7"),
        *("tsallis:q=1.5,3 normalized-ce", "symmetric-ce soft-dice", "log-loss"),
    ),
    "other": (
        *("poisson-mean:target=1,2,4", "mape smape msle", "bce-logits:target=0,0.3,1 softmax-ce-gap:classes=2,10"),
        *("triplet contrastive:similar=0,1", "info-nce cosine-distance cosine-embedding", "gaussian-nll-variance"),
    ),
    "moving": (
        *("huber:delta=0.1..3", "focal:gamma=0..5 log-loss", "hinge:threshold=2..0.5 zero-one"),
        *("taylor-ce:order=1..6", "barron:alpha=2..-2:c=1..0.5"),
    ),
}
STILL = ("margin", "error", "probability", "other")
PRESETS = (
    *("slide", "slide-half", "slide-4:3", "beamer", "google-slides", "neurips", "iclr", "icml", "cvpr", "aaai", "jmlr"),
    *("ieee", "ieee-wide", "nature", "nature-wide", "poster", "web", "social", "notebook"),
)
FLAG = ("",)
# Values to record of each option; a flag has none.
OPTIONS: dict[str, Sequence[str]] = {
    **dict.fromkeys(
        (
            "derivative",
            "second-derivative",
            "weight",
            "normalize",
            "both-labels",
            "transparent",
            "svg-text",
            "formula",
            "math",
            "compare",
        ),
        FLAG,
    ),
    **dict.fromkeys(("alt", "copy", "preview", "force", "strict", "quiet", "standalone", "hold"), FLAG),
    "risk": ("0.7", "0", "0.5", "1"),
    "only": ("loss", "derivative", "second-derivative", "weight", "risk"),
    "range": ("-2:3", "0.01:0.9", "0:1e-3", "-1e3:1e3", "0.2:4"),
    "ylim": ("-1:2", "0:1e-3", "0.5:20"),
    "axis": ("margin", "probability", "error"),
    "target": ("100", "-2", "0.5"),
    "xscale": ("log", "symlog", "linear"),
    "yscale": ("log", "symlog", "linear"),
    "mark": ("0,1", "0.5", "-1,0.25,2"),
    "mark-loss": ("0.5", "1,2", "0.1"),
    "for": PRESETS,
    "size": ("3x2", "4x3in", "10x6cm", "80x60mm", "640x400px", "300x200pt"),
    "dpi": ("60", "300"),
    "theme": ("dark", "print", "auto", "light"),
    "style": ("colours.mplstyle", "sizes.mplstyle"),
    "losses": ("mine.toml",),
    "labels": ("direct", "none", "legend", "auto"),
    "step": ("1", "2"),
    "panels": ("row", "column", "auto"),
    "title": (
        "A title",
        "",
        "$x^2$ <&> \\frac",
        "\u0645\u0631\u062d\u0628\u0627 \u2264 \u00e9",
        "a rather long title " * 6,
    ),
    "xlabel": ("what is $\\hat{y}$", "", "x"),
    "ylabel": ("loss in $\\mathrm{nats}$", "", "y"),
    "margin": ("decision", "product"),
    "lang": ("zh", "en"),
    "data": ("data.csv",),
    "by": ("model",),
    "weights": ("w",),
    "as": ("logit", "score"),
    "positive": ("1",),
    "skip-bad": FLAG,
    "columns": ("y=y,prediction=prediction", "prediction=other"),
    "font": ("DejaVu Serif", "dejavu sans mono", "STIXGeneral"),
}
# Options of the destination, which vary from figure to figure and do not count as options of the figure.
GOING = ("output", "format")
# Kinds of figure that an option, or one of its values, is limited to.
ONLY_FOR = {
    **dict.fromkeys(("weight", "only=weight", "axis=error"), ("error",)),
    **dict.fromkeys(("target",), ("error",)),
    **dict.fromkeys(("normalize", "margin", "axis=probability"), ("margin",)),
    **dict.fromkeys(("axis=margin",), ("margin", "error", "probability")),
    **dict.fromkeys(("risk", "only=risk", "both-labels"), ("margin", "probability")),
    **dict.fromkeys(("range=-2:3", "range=-1e3:1e3"), ("margin", "error", "moving")),
    **dict.fromkeys(("alt", "copy", "preview", "theme=auto"), STILL),
    **dict.fromkeys(("data", "by", "weights", "skip-bad", "columns"), ("margin", "error", "probability")),
    **dict.fromkeys(("as", "positive"), ("margin", "probability")),
}
# Options about data, which need some.
ABOUT_DATA = frozenset(("by", "weights", "as", "positive", "skip-bad", "columns"))
APART = tuple(
    frozenset(pair)
    for pair in (
        *(("only", panel) for panel in ("derivative", "second-derivative", "weight")),
        *itertools.combinations(("alt", "preview", "copy"), 2),
        ("range", "axis"),
    )
)
FORMATS = ("png", "pdf", "json", "csv", "py", "tex")
FILES: Files = {
    "mine.toml": ("text", '[losses]\nmine = "max(0, 1 - m)**3"\n\n[defaults]\ntheme = "dark"\n'),
    "data.csv": (
        "text",
        "y,prediction,other,w,model\n"
        + "".join(
            f"{n % 3 % 2},{(n * 7 % 11 - 4) / 2 * (2 * (n % 3 % 2) - 1)},{n % 5 - 2},{1 + n % 2},{'ab'[n % 2]}\n"
            for n in range(60)
        ),
    ),
    "colours.mplstyle": (
        "text",
        "axes.prop_cycle: cycler('color', ['aa0000', '00aa00', 'b'])\naxes.facecolor: f4f4f4\ngrid.color: r\n",
    ),
    "sizes.mplstyle": (
        "text",
        "font.size: 15\nlines.linewidth: 4\nfont.family: serif\nfigure.figsize: 5, 3\nsavefig.dpi: 90\n",
    ),
}
# A stub of the clipboard program.
XCLIP = '#!/bin/sh\necho "xclip $*" > "$HOLDS/asked.txt"\nexec /bin/cat > "$HOLDS/clipboard.png"\n'
CLIPBOARD = {"DISPLAY": ":0", "PATH": "FOLDER/bin:/bin:/usr/bin", "HOLDS": "FOLDER"}
Options = dict[str, str]


def figures() -> list[Entry]:
    """Return the figures, the same on every machine."""
    alone = [*_alone()]
    together = itertools.islice(_together(random.Random(20240607)), COUNT - len(alone))
    entries = [_entry(number, *figure) for number, figure in enumerate([*alone, *together])]
    check(entries, (*OPTIONS, *GOING))
    return entries


def drawing_options(usage: str) -> set[str]:
    """Return the drawing options of `lossplot plot --help`."""
    return set(re.findall(r"^  (?:-\w, )?--([a-z-]+)", usage, re.MULTILINE)) - {"help"}


def check(entries: Iterable[Entry], options: Iterable[str]) -> None:
    """Raise ValueError unless figures use each of `options` often enough, alone and with others."""
    alone: Counter[str] = Counter()
    together: Counter[str] = Counter()
    for entry in entries:
        names = {word.partition("=")[0][2:] for word in entry.commands[0] if word.startswith("--")}
        subjects = names.difference(GOING, {"data"} if names & ABOUT_DATA else ())
        (together if len(subjects) > 1 else alone).update(subjects or names)
        together.update(names - subjects if subjects else ())
    for option in sorted(options):
        if alone[option] < LEAST_ALONE or together[option] < LEAST_TOGETHER:
            raise ValueError(
                f"--{option} is used by {alone[option]} figures alone and {together[option]} with other options, "
                f"not by {LEAST_ALONE} and {LEAST_TOGETHER}; give it values in OPTIONS"
            )


def _fits(kind: str, option: str, value: str) -> bool:
    return all(kind in ONLY_FOR.get(what, (*STILL, "moving")) for what in (option, f"{option}={value}"))


def _alone() -> Iterator[tuple[str, str, Options]]:
    """Yield a figure for each value of each option, at least two an option, and one without options for each loss."""
    for kind, losses in LOSSES.items():
        yield from ((kind, loss, {}) for loss in losses)
    turn = itertools.count()
    for option, values in OPTIONS.items():
        for number in range(max(LEAST_ALONE, len(values))):
            value = values[number % len(values)]
            kinds = [kind for kind in STILL if _fits(kind, option, value)]
            kind = kinds[number % len(kinds)]
            options = {option: value}
            if value == "risk":
                options["risk"] = "0.3"
            if option in ABOUT_DATA:
                options["data"] = "data.csv"
            yield kind, LOSSES[kind][next(turn) % len(LOSSES[kind])], options


def _together(generator: random.Random) -> Iterator[tuple[str, str, Options]]:
    """Yield figures with three to seven options: of 40 random ones the one with the most new pairs of values."""

    def one_of(items: Sequence[str]) -> str:
        return items[int(generator.random() * len(items))]

    def attempt(count: int) -> tuple[str, str, Options]:
        kind = one_of((*STILL[:3] * 4, *STILL, "moving"))
        options: Options = {}
        for _ in range(count):
            option = one_of(tuple(OPTIONS))
            value = one_of(OPTIONS[option])
            if _fits(kind, option, value) and not any({option, other} in APART for other in options):
                options[option] = value
        if options.get("only") == "risk":
            options["risk"] = "0.7"
        if ABOUT_DATA & {*options}:
            options["data"] = "data.csv"
        return kind, one_of(LOSSES[kind]), options

    had: set[tuple[str, ...]] = set()
    while True:
        count = 3 + int(generator.random() * 5)
        best = max((attempt(count) for _ in range(40)), key=lambda figure: len(_pairs(figure[2]) - had))
        had |= _pairs(best[2])
        if len(best[2]) > 1:
            yield best


def _pairs(options: Options) -> set[tuple[str, ...]]:
    values = sorted(f"{option}={value}" for option, value in options.items())
    return {*itertools.combinations(values, 2), *itertools.combinations(sorted(options), 2)}


def _entry(number: int, kind: str, losses: str, options: Options) -> Entry:
    flags = [f"--{option}={value}" if OPTIONS[option] != FLAG else f"--{option}" for option, value in options.items()]
    words = [*flags, *losses.split()]
    if kind == "moving":
        small = [] if "size" in options or "for" in options or not number % 5 else ["--size=3x2"]
        commands: list[Command] = [[*words, *small, *_moving_output(number, options)]]
    elif options.get("theme") == "auto":
        commands = [[*words, "-o", "figure.svg", "--output=figure.json"]]
    else:
        commands = [[*words, *_output(number, options)]]
        if "figure.svg" not in commands[0] and not {"force", "strict"} & {*options}:
            commands.append([*words, "-o", "drawn.svg"])
    files = dict(FILES)
    if "force" in options:
        files["figure.svg"] = ("text", "<svg/>")
    if "copy" in options:
        files["bin/xclip"] = ("program", XCLIP)
    name = "-".join(options) if len(options) < 2 else "together"
    return Entry(
        f"figures/{number:03}-{name or kind}",
        tuple(commands),
        files,
        CLIPBOARD if "copy" in options else {},
        chinese=options.get("lang") == "zh",
        slow=kind == "moving",
    )


def _moving_output(number: int, options: Options) -> list[str]:
    formats = ("webp",) if "transparent" in options else (("gif",), ("webp",), ("gif", "webp"))[number % 3]
    return [f"--output=figure.{each}" for each in formats]


def _output(number: int, options: Options) -> list[str]:
    """Return the output options, in turn: two files, stdout, the default name; none for a preview."""
    each = FORMATS[number % len(FORMATS)]
    if number % 10 == 3 and not {"alt", "preview", "force"} & {*options}:
        return [f"--format={each}", "-o", "-"]
    if number % 10 == 7 and "force" not in options:
        return [] if {"alt", "preview", "copy"} & {*options} else [f"--format={each}"] if number % 20 == 7 else []
    return ["-o", "figure.svg", f"--output=figure.{each}"]
