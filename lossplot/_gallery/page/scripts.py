"""The page's JavaScript: modules joined to one classic script each, and the losses, as lossplot itself writes them.

A browser refuses to import one file from another where both are opened from a disk.  So each page has one script, in
which the modules stand as they were written, each in a function that returns what it exports.
"""

from __future__ import annotations

import hashlib
import json
import re
from base64 import b64encode
from collections.abc import Iterable, Sequence
from dataclasses import replace
from importlib.resources import files
from typing import Any

from lossplot._curves.axes import mirrored, onto_axis
from lossplot._formats.letters import FACES
from lossplot._formula.code.module import Signature, code
from lossplot._formula.derivative import derivative
from lossplot._formula.knots import switches
from lossplot._formula.notation.text import unicode
from lossplot._formula.tree import Call, Number, Tree
from lossplot._gallery.page.markup import in_all_languages
from lossplot._gallery.page.page_words import script_messages
from lossplot._losses import Interval, Loss, normalise
from lossplot._losses.entry import MARGIN, PROBABILITY
from lossplot._losses.registry import all_names

_ASSETS = files("lossplot._gallery") / "assets"
_IMPORT = re.compile(r'^import (\{[^}]*\}) from "\./(\w+)\.js";', re.MULTILINE)
_EXPORT = re.compile(r"^export ((?:async )?function|const|class) (\w+)", re.MULTILINE)
_COMMENTS = re.compile(r"^[ \t]*(?://[^\n]*|/\*(?:[^*]|\*(?!/))*\*/[ \t]*)$", re.MULTILINE)
_DEFINITION = re.compile(r"^(?=/\*\*)", re.MULTILINE)
_COMMENT_AND_NAME = re.compile(r"/\*\*.*?\*/\s*(?:export )?function \w+", re.DOTALL)


def asset(name: str) -> str:
    """The text of a file in `assets`."""
    return (_ASSETS / name).read_text(encoding="utf-8")


def math_font() -> bytes:
    """The font of formulas: letters and signs of TeX Gyre Termes Math, under the GUST Font License."""
    return (_ASSETS / "math.woff2").read_bytes()


def math_name() -> str:
    """The path of the font, which has no room for the mark of who made it: its name tells its bytes instead."""
    return f"assets/math-{hashlib.sha256(math_font()).hexdigest()[:8]}.woff2"


def short(script: str) -> str:
    """Return `script` without comments that have lines of their own, empty lines, and space before and after lines."""
    lines = (line.strip() for line in _COMMENTS.sub("", script).splitlines())
    return "".join(f"{line}\n" for line in lines if line)


def joined_script(entry: str, *preludes: str) -> bytes:
    """Join the messages, the `preludes` and the module `entry`, after all those that it needs, to one script."""
    messages = f"const MESSAGES = {json.dumps(script_messages(), ensure_ascii=False, indent=2)};\n"
    return enclosed([messages, *preludes, *map(module, needed(entry))])


def module(name: str) -> str:
    """The module as the definition of an object: `import { a } from "./b.js"` becomes `const { a } = bModule`."""
    text = asset(f"{name}.js")
    exported = ", ".join(what for _, what in _EXPORT.findall(text))
    body = _EXPORT.sub(r"\1 \2", _IMPORT.sub(r"const \1 = \2Module;", text))
    return f"const {name}Module = (function () {{\n{body}\nreturn {{ {exported} }};\n}})();\n"


def needed(entry: str) -> list[str]:
    """The names of the modules that `entry` needs, each after those that it needs itself, and `entry`."""
    found: dict[str, None] = {}

    def visit(name: str) -> None:
        for _, other in _IMPORT.findall(asset(f"{name}.js")):
            if other not in found:
                visit(other)
        found[name] = None

    visit(entry)
    return [*found]


def losses_script(losses: Iterable[Loss], options: Sequence[str] = ()) -> bytes:
    """A script that puts `losses`, with their functions, into `lossplot.losses`.

    A command needs the `options` to know them.
    """
    losses = [*losses]
    labels = [*dict.fromkeys(map(_label, losses))]
    helpers: dict[str, None] = {}
    entries: list[str] = []
    for loss in losses:
        functions, needs = _functions(loss)
        helpers |= dict.fromkeys(needs)
        entries.append(_entry(loss, options, labels.index(_label(loss)), functions))
    return enclosed([f"const labels = [{', '.join(labels)}];\n", *helpers, *entries])


def log_odds_script(losses: Iterable[Loss]) -> bytes:
    """A script that puts the losses of a probability, as functions of its log-odds, into `lossplot.logOdds`.

    Training computes with them: log-odds keep the digits that a probability near one loses.
    """
    helpers: dict[str, None] = {}
    entries: list[str] = []
    for loss in losses:
        if loss.axis.name != PROBABILITY.name:
            continue
        moved = replace(loss, formula=onto_axis(loss.tree, loss.axis, MARGIN), axis=MARGIN)
        functions, needs = _functions(moved)
        helpers |= dict.fromkeys(needs)
        lines = [f"  {name}: [{_lines(written)}]," for name, written in functions.items() if name != "allowed"]
        entries.append("\n".join([f'lossplot.logOdds["{loss.name}"] = {{', *lines, "};\n"]))
    return enclosed(["lossplot.logOdds = {};\n", *helpers, *entries])


def letters_script() -> bytes:
    """A script that puts the files of Inter's faces, in base64, into `lossplot.letters`, under their licence.

    A script is read from a disk too, and a figure that is saved takes its letters from it.
    """
    folder = files("lossplot") / "_formats" / "mpl" / "letters"
    licence = (folder / "OFL.txt").read_text(encoding="utf-8")
    faces = {face: b64encode((folder / f"Inter-{face.capitalize()}.ttf").read_bytes()).decode() for face in FACES}
    loading = "lossplot.faces = facesModule.addFaces(lossplot.letters);\n"
    parts = [f"lossplot.letters = {json.dumps(faces, indent=2)};\n", module("faces"), loading]
    return f"/*\n{licence}*/\n".encode() + enclosed(parts)


def enclosed(parts: Iterable[str]) -> bytes:
    """A script whose names nobody outside can see, but for `lossplot`."""
    head = '(function () {\n"use strict";\nconst lossplot = (globalThis.lossplot ??= { losses: {} });\n'
    return short("\n".join([head, *parts, "})();\n"])).encode()


def _functions(loss: Loss) -> tuple[dict[str, list[str]], list[str]]:
    """Each group of functions of a loss, in JavaScript, and the definitions of what they call."""
    written = {name: [_function(loss, tree) for tree in trees] for name, trees in _trees(loss).items()}
    functions = {name: [function for function, _ in each] for name, each in written.items()}
    return functions, [helper for each in written.values() for _, needs in each for helper in needs]


def _trees(loss: Loss) -> dict[str, list[Tree]]:
    """The trees that the page computes with: the loss, two derivatives, the switches at its knots, its conditions.

    One minus a probability loses its last digits, so that losses of one come with their trees for the other label.
    """
    variable = loss.axis.variable
    trees = {
        "functions": _derivatives(loss.tree, variable),
        "switches": _edges(loss.tree, variable),
        "allowed": [loss.parse(loss.requires)] if loss.requires else [],
    }
    if loss.axis.name == PROBABILITY.name:
        other = mirrored(loss.tree, loss.axis)
        trees |= {"mirrored": _derivatives(other, variable), "mirroredSwitches": _edges(other, variable)}
    return trees


def _derivatives(tree: Tree, variable: str) -> list[Tree]:
    """Return `tree` and its first two derivatives."""
    slope = derivative(tree, variable)
    return [tree, slope, derivative(slope, variable)]


def _edges(tree: Tree, variable: str) -> list[Tree]:
    """Return the switches at the knots of `tree`."""
    return [*filter(_has_edge, dict.fromkeys(switches(tree, variable)))]


def _has_edge(switch: Tree) -> bool:
    """Return False if a switch is zero all along, and changes where another does: `max(0, u)` below the power of it."""
    match switch:
        case Call("max", (Number(0.0), _)):
            return False
    return True


def _function(loss: Loss, tree: Tree) -> tuple[str, list[str]]:
    """`tree` as a function expression of the variable and the parameters, and the definitions of what it calls."""
    parameters = {parameter.name: parameter.default for parameter in loss.parameters}
    return function_of(Signature(loss.name, loss.axis.variable, parameters, ""), tree)


def function_of(signature: Signature, tree: Tree) -> tuple[str, list[str]]:
    """Write `tree` as a function expression, and return the definitions of what it calls too."""
    text = code(replace(signature, derivatives=0), tree, "javascript")
    *helpers, value = filter(None, _DEFINITION.split(text))
    return _COMMENT_AND_NAME.sub("function ", " ".join(value.split())), [f"{helper.strip()}\n" for helper in helpers]


def _entry(loss: Loss, options: Sequence[str], label: int, functions: dict[str, list[str]]) -> str:
    """The statement that registers a loss: what the page must know of it, and its functions."""
    facts: dict[str, Any] = {
        "name": loss.name,
        "names": in_all_languages(lambda language: language.loss(loss)),
        "axis": loss.axis.name,
        "variable": loss.axis.variable,
        "domain": [loss.axis.domain.low, loss.axis.domain.high],
        "axisView": loss.axis.view,
        "requires": loss.requires and unicode(loss.parse(loss.requires)),
        "parameters": [
            {
                "name": parameter.name,
                "symbols": _symbols(parameter.name),
                "default": parameter.default,
                "interval": _ends(parameter.interval),
                "sizes": [parameter.least, parameter.most],
                **({"holes": [*map(_ends, parameter.holes)]} if parameter.holes else {}),
                **({"integer": True} if parameter.integer else {}),
            }
            for parameter in loss.parameters
        ],
    }
    if called := _called(loss):
        facts["called"] = called
    # Without its file no command knows a loss of one's own.
    facts |= {"options": [*options]} if options else {}
    lines = [f"  {name}: {_literal(fact)}," for name, fact in facts.items()]
    lines.append(f"  label: labels[{label}],")
    lines += [f"  {name}: [{_lines(written)}]," for name, written in functions.items()]
    return "\n".join([f'lossplot.losses["{loss.name}"] = {{', *lines, "};\n"])


def _symbols(parameter: str) -> dict[str, str]:
    """Return how each language writes a parameter, where that is not its name."""
    symbols = in_all_languages(lambda language: language.parameter(parameter))
    return {code: symbol for code, symbol in symbols.items() if symbol != parameter}


def _called(loss: Loss) -> list[str]:
    """The other names of a loss: its aliases, and those of the same curve in other libraries."""
    same = ("1", "0", ())
    libraries = [each.name for each in loss.equivalents if (each.factor, each.constant, each.defaults) == same]
    return [*dict.fromkeys(map(normalise, [*all_names(loss)[1:], *libraries]))]


def _label(loss: Loss) -> str:
    """The label of the loss's axis in all languages, with markup, in JavaScript."""
    return _literal(in_all_languages(lambda language: language(loss.axis.label)))


def _literal(value: Any) -> str:
    """`value` in JavaScript, which has a word for infinity."""
    return json.dumps(value, ensure_ascii=False)


def _lines(functions: list[str]) -> str:
    return "".join(f"\n    {function}," for function in functions) + "\n  " if functions else ""


def _ends(interval: Interval) -> list[Any]:
    return [interval.low, interval.high, interval.low_closed, interval.high_closed]
