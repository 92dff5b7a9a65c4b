"""The script that reads typed formulas on the page: Python's own reader in JavaScript, with its tables."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace

from lossplot._formula.code.module import Signature
from lossplot._formula.derivative import derivative
from lossplot._formula.functions import ARGUMENTS, FUNCTIONS, Function, Notation
from lossplot._formula.parser import fill
from lossplot._formula.tree import Call, Name
from lossplot._gallery.page.scripts import enclosed, function_of, module, needed
from lossplot._gallery.translate.modules import Reference, translate
from lossplot._losses import LOSSES, Loss
from lossplot._losses.entry import Parameter
from lossplot._losses.not_curves import AT_LARGE
from lossplot._losses.registry import names_in_languages
from lossplot._losses.spellings import PREFIXES, SPELLINGS
from lossplot._text.language import ENGLISH, NEEDLESS_SPACE, languages, load_language, load_topic

# What the page calls.
_NEEDED: tuple[Reference, ...] = (
    ("lossplot._curves.axes", "check_move"),
    ("lossplot._curves.checks.given", "read_given"),
    ("lossplot._curves.checks.verdict", "Hint"),
    ("lossplot._curves.checks.verdict", "Stretch"),
    ("lossplot._curves.checks.verdict", "Verdict"),
    ("lossplot._curves.matches.numerals", "UNKNOWN"),
    ("lossplot._curves.matches.numerals", "numeral"),
    ("lossplot._curves.parse", "read_curves"),
    ("lossplot._formula.knots", "switches"),
    ("lossplot._formula.notation.letters", "GREEK"),
    ("lossplot._formula.parser", "FormulaError"),
    ("lossplot._text.verdicts", "verdict_sentences"),
)
# What has a definition of its own in JavaScript.
_OWN: Mapping[Reference, str] = {
    ("lossplot._formula.evaluate", "evaluate"): "formulaNumbers.evaluate",
    ("lossplot._curves.identity", "exact_value"): "py.unavailable",
    ("lossplot._curves.moves", "move"): "formulaNumbers.moved",
    ("lossplot._curves.records", "json_number"): "py.unavailable",
    ("lossplot._text.language", "ENGLISH"): "null",
    ("lossplot._curves.efficiency", "parameter_for_efficiency"): "formulaNumbers.noEfficiency",
    ("lossplot._formula.notation.text", "unicode"): "formulaNumbers.noText",
    ("lossplot._formula.notation.text", "words"): "formulaNumbers.noText",
    ("lossplot._formula.notation.text", "source"): "formulaNumbers.noText",
    ("lossplot._formula.knots", "find_knots"): "py.unavailable",
    ("lossplot._formula.knots", "find_roots"): "py.unavailable",
    ("lossplot._losses.foreign", "Match"): "null",
    ("lossplot._losses.foreign", "find_equivalent"): "formulaNumbers.noEquivalent",
}
# What joins the words of a list.
_LISTS = ("{words} and {last}", ", ")


def formula_script(losses: Iterable[Loss] = LOSSES.values()) -> bytes:
    """Return a script that puts the reader into `lossplot.formulas`."""
    shown = {loss.name: _bare(loss) for loss in losses}
    values: Mapping[Reference, object] = {
        ("lossplot._formula.functions", "FUNCTIONS"): {name: _without_code(row) for name, row in FUNCTIONS.items()},
        ("lossplot._losses.registry", "LOSSES"): shown,
        ("lossplot._losses.not_curves", "AT_LARGE"): AT_LARGE,
        ("lossplot._losses.spellings", "PREFIXES"): PREFIXES,
        ("lossplot._losses.spellings", "SPELLINGS"): dict.fromkeys(SPELLINGS),
    }
    own = {
        **_OWN,
        ("lossplot._losses.registry", "names_in_languages"): "(() => py.dict(Object.entries(formulaNumbers.names)))",
    }
    spoken = json.dumps(
        {word: name for word, name in names_in_languages().items() if name in shown}, ensure_ascii=False
    )
    verdicts = {code: _verdict_words(code) for code in languages() if code != ENGLISH.code}
    text, called = translate(_NEEDED, own, values)
    exported = ", ".join(f"{reference[1]}: {word}" for reference, word in called.items())
    return enclosed(
        [
            *map(module, dict.fromkeys([*needed("python_library"), *needed("formula_jets")])),
            "const { py } = python_libraryModule;\n",
            *_tables(),
            module("formula_numbers"),
            f"const formulaNumbers = {{ ...formula_numbersModule, names: {spoken} }};\n",
            text,
            f"const NEEDLESS_SPACE = new RegExp({json.dumps(NEEDLESS_SPACE.pattern)}, 'g');\n",
            f"const VERDICTS = {json.dumps(verdicts, ensure_ascii=False)};\n",
            f"const FORMULAS = {{ {exported} }};\n",
            module("formula_losses"),
            "lossplot.formulas = formula_lossesModule;\n",
        ]
    )


def _verdict_words(code: str) -> dict[str, str]:
    """Return the words of sentences on gradients, and of lists in them, by their English."""
    messages = load_language(code).messages
    lists = {each: messages[each] for each in _LISTS if each in messages}
    return {**load_topic(code, "verdicts"), **lists}


def _without_code(row: Function) -> Function:
    """Return what the reader must know of a function."""
    return replace(
        row, notation=Notation(), calls={}, helper="", python="", javascript="", summary="", local="", inline=""
    )


def _bare(loss: Loss) -> Loss:
    """Return what the reader must know of a loss."""
    return replace(
        loss,
        title="",
        summary="",
        source="",
        derivative=None,
        equivalents=(),
        parameters=tuple(map(_parameter, loss.parameters)),
    )


def _parameter(parameter: Parameter) -> Parameter:
    return replace(parameter, default=float(parameter.default))


def _tables() -> list[str]:
    """Return the functions of the language with their two derivatives, in JavaScript."""
    helpers: dict[str, None] = {}
    rows = []
    for name, row in FUNCTIONS.items():
        letters = ARGUMENTS[: row.fewest]
        tree = Call(name, tuple(map(Name, letters)))
        slope = derivative(tree, "x")
        curvature = fill(row.curvature, tree.arguments) if row.curvature else derivative(slope, "x")
        signature = Signature(name, "x", dict.fromkeys(letters[1:], 1.0), "")
        functions = []
        for each in (tree, slope, curvature):
            function, needs = function_of(signature, each)
            helpers |= dict.fromkeys(needs)
            functions.append(function)
        ends = [None if not each else letters.index(each) - 1 for each in (row.first_term, row.last_term)]
        terms = (
            f", {{ terms: [{', '.join('null' if end is None else str(end) for end in ends)}] }}"
            if row.last_term
            else ""
        )
        rows.append(f"  {name}: Object.assign([{', '.join(functions)}]{terms}),")
    return [*helpers, "\n".join(["const formulaFunctions = {", *rows, "};\n"])]
