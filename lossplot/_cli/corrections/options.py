"""Corrections of options: names and manners of other programs, and parameters given as options."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lossplot._cli.corrections.given import is_table
from lossplot._cli.corrections.line import Line, Part, argument, options_of
from lossplot._cli.corrections.losses import is_value, with_parameter
from lossplot._errors import shell_command
from lossplot._figure.synonyms import SYNONYMS

# Names of other programs for options that only some commands have, which mean more to these than others do.
SYNONYMS_OF_SOME: Mapping[str, str] = {
    "x": "at",
    **dict.fromkeys(("derivative", "deriv", "first-derivative", "slope", "diff", "jac", "backward"), "gradient"),
    **dict.fromkeys(("second-derivative", "hess", "curvature", "second"), "hessian"),
    **dict.fromkeys(("data", "csv", "input", "from", "numbers"), "file"),
}
# What is drawn as it is, or decided by another option, and how.
HINTS: Mapping[str, str] = {
    **dict.fromkeys(
        ("color", "colour", "colors", "colours", "cmap", "colormap", "palette"),
        "colours are those of --theme dark or --theme print, or of a file, as in --style mine.mplstyle",
    ),
    **dict.fromkeys(
        (
            "linewidth",
            "lw",
            "line-width",
            "linestyle",
            "ls",
            "marker",
            "fontsize",
            "font-size",
            "alpha",
            "grid-lines",
            "grid",
        ),
        "lines and letters are those of a destination, as in --for slide, or of a file, as in --style mine.mplstyle",
    ),
    **dict.fromkeys(
        ("samples", "resolution-x", "num", "steps", "npoints"),
        "curves are exact at every size and need no number of points; --dpi 300 makes a finer PNG",
    ),
    **dict.fromkeys(("width", "height"), "a size has a width and a height, as in --size=6x4"),
    **dict.fromkeys(
        ("name", "names", "curve-names", "legend-labels"), "a name stands before its loss, as in 'My name=hinge'"
    ),
    **dict.fromkeys(
        ("animate", "animation", "fps", "frames", "duration", "speed", "movie"),
        "a parameter with two ends moves, as in huber:delta=0.1..3, at a pace that suits it",
    ),
    "open": "the path is printed, for any viewer; --preview draws in the terminal",
    "list": "'lossplot list' shows all losses",
    "examples": "'lossplot help' and the help of each command have some",
    **dict.fromkeys(("code", "source"), "'lossplot show hinge --format numpy' prints code"),
    **dict.fromkeys(
        ("verbose", "debug"),
        "there is nothing more to tell; --alt prints what the figure shows",
    ),
}
_YES, _NO = ("true", "yes", "on", "1"), ("false", "no", "off", "none", "0")
# Where other programs put a legend.
_CORNERS = ("upper", "lower", "top", "bottom", "left", "right", "center", "best", "inside", "outside")
# What selects among losses, which words of `list` do.
_FILTERS = ("category", "kind", "filter", "tag", "task", "search", "keyword", "all")
# Words for the values of an option, asked for as if they were commands.
_OPTIONS = {"theme": "theme", "themes": "theme", "formats": "format", "styles": "style", "fonts": "font"}
_PAIRS = (("xmin", "xmax", "range"), ("x-min", "x-max", "range"), ("ymin", "ymax", "ylim"), ("from", "to", "range"))
_SIZES = (("width", "height"), ("w", "h"))


def names(line: Line) -> Iterator[Line]:
    """Yield the line with an option in place of one that is none: of one dash, of another program, or cut short."""
    options = options_of(line.command)
    for place, part in enumerate(line.parts):
        if part.kind != "unknown":
            continue
        for full, value in _meant(part.word, {each for each in options if each.startswith("--")}):
            is_flag = options[full].is_flag
            if value is not None:
                yield _spelt(line, place, full, value)
            elif is_flag and (part.value or "true").lower() in _YES:
                yield line.with_parts(place, place + 1, [Part("option", None, full)])
            elif not is_flag and part.value is not None:
                yield line.with_parts(place, place + 1, [Part("option", part.value, full)])
            elif not is_flag and place + 1 < len(line.parts) and line.parts[place + 1].kind == "argument":
                yield line.with_parts(place, place + 2, [Part("option", line.parts[place + 1].text, full)])


def _spelt(line: Line, place: int, name: str, value: str) -> Line:
    """Return the line with the option and the value that the name of another stands for; `--legend=off` is none."""
    is_legend = (name, value) == ("--labels", "legend")
    meant = "none" if is_legend and line.parts[place].text.lower() in _NO else value
    end = place + 1
    while is_legend and end < len(line.parts) and line.parts[end].text in _CORNERS:
        end += 1
    return line.with_parts(place, end, [Part("option", meant, name)])


def orders(line: Line) -> Iterator[Line]:
    """Yield the line with `--derivative 2` as the second one."""
    if "--second-derivative" not in options_of(line.command):
        return
    for place, part in enumerate(line.parts):
        if part.name not in ("--derivative", "--deriv", "-d"):
            continue
        follows = part.value is None and place + 1 < len(line.parts)
        order = line.parts[place + 1].text if follows else part.text
        if order in ("1", "2"):
            name = "--second-derivative" if order == "2" else "--derivative"
            yield line.with_parts(place, place + 1 + follows, [Part("option", None, name)])


def _meant(name: str, options: set[str]) -> Iterator[tuple[str, str | None]]:
    """Yield the `options` that `name` may mean, each with its value if the name says that."""
    if f"--{name}" in options:
        yield f"--{name}", None
    if (other := f"--{SYNONYMS_OF_SOME.get(name)}") in options:
        yield other, None
    full, value = SYNONYMS.get(name, ("", None))
    if f"--{full}" in options:
        yield f"--{full}", value
    beginning = [each for each in options if len(name) > 1 and each.startswith(f"--{name}")]
    if len(beginning) == 1:
        yield beginning[0], None


def loss_parameters(line: Line) -> Iterator[Line]:
    """Yield the line with `--delta 1` given to the losses that have such a parameter."""
    for place, part in enumerate(line.parts):
        if part.kind != "unknown" or part.name in options_of(line.command):
            continue
        follows = part.value is None and place + 1 < len(line.parts) and line.parts[place + 1].kind == "argument"
        value = line.parts[place + 1].text if follows else part.text
        rest = line.with_parts(place, place + 1 + follows, ())
        if is_value(value) and (found := with_parameter(rest, part.name.lstrip("-"), value)):
            yield found


def limits(line: Line) -> Iterator[Line]:
    """Yield the line with `--xmin -3 --xmax 3` as a range, and `--width 8 --height 4` as a size."""
    given = {}
    for place, part in enumerate(line.parts):
        if part.kind == "unknown":
            follows = part.value is None and place + 1 < len(line.parts)
            value = line.parts[place + 1].text if follows else part.text
            given[part.name.lstrip("-").lower()] = (place, place + 1 + follows, value)
    for low, high, name, sign in [*((*each, ":") for each in _PAIRS), *((*each, "size", "x") for each in _SIZES)]:
        if low in given and high in given:
            (start, end, first), (start_2, end_2, second) = given[low], given[high]
            option = Part("option", f"{first}{sign}{second}", f"--{name}")
            if start < start_2:
                yield line.with_parts(start_2, end_2, ()).with_parts(start, end, [option])
            else:
                yield line.with_parts(start, end, ()).with_parts(start_2, end_2, [option])


def arguments(line: Line) -> Iterator[Line]:
    """Yield the line with `--loss hinge` as an argument, and with arguments in the order of `invert` and `score`."""
    for place, part in enumerate(line.parts):
        if part.kind == "unknown" and part.word in ("loss", "function", "func", "fn"):
            yield line.with_parts(place, place + 1, [] if part.value is None else [argument(part.value)])
        if part.kind == "unknown" and line.command == "list" and part.word in _FILTERS:
            yield line.with_parts(place, place + 1, [] if part.value is None else [argument(part.value)])
    places = line.places
    if line.command == "score" and places and not is_table(line.parts[places[0]].text):
        for place in places[1:]:
            if is_table(line.parts[place].text):
                yield line.with_parts(place, place + 1, ()).with_parts(places[0], places[0], [line.parts[place]])
    if line.command in ("invert", "score") and len(places) == 2:
        first, second = (line.parts[place] for place in places)
        swapped = line.with_parts(places[0], places[0] + 1, [second])
        yield swapped.with_parts(places[1], places[1] + 1, [first])


def files(line: Line) -> Iterator[Line]:
    """Yield the line with a name of a file among the losses as that of an output: `hinge.png`, or `-o a.svg a.png`."""
    for place in line.losses if "-o" in options_of(line.command) else ():
        text = line.parts[place].text
        stem, dot, suffix = text.rpartition(".")
        if not dot or not stem or not suffix.isalnum() or not suffix[:1].isalpha() or suffix.lower() == "toml":
            continue
        if len(line.losses) == 1 and is_table(text):
            continue
        output = Part("option", text, "-o")
        if len(line.losses) == 1:
            name = stem.rpartition("/")[2]
            yield line.with_parts(place, place + 1, [argument(name), output])
        else:
            yield line.with_parts(place, place + 1, [output])


def hint(line: Line) -> str:
    """Return what to do in place of an option or a word that there is not and that none stands for."""
    for part in line.parts:
        if part.kind == "unknown" and (text := HINTS.get(part.word)):
            return text
    words = [line.parts[place].text for place in line.places]
    if line.command == "plot" and words[:1] == ["version"]:
        return "'lossplot --version' prints it"
    if line.command == "config" and words:
        return "defaults are kept in a file, as it shows: write lossplot.toml"
    if line.command == "plot" and words[:1] and words[0] in _OPTIONS:
        return f"--{_OPTIONS[words[0]]} takes one, as 'lossplot plot --help' says"
    if line.command == "score" and any(map(is_table, words[1:])):
        return "the data come first, as in 'lossplot score predictions.csv hinge logistic'"
    if line.command == "plot" and len(words) == 1 and is_table(words[0]):
        return f"its predictions are scored by {shell_command(['lossplot', 'score', words[0], 'hinge'])}"
    return ""
