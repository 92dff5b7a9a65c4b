"""The page's reader of formulas in `node`, and what it makes of texts, beside what Python makes of them."""

from __future__ import annotations

import json
import math
import subprocess
from collections.abc import Iterable
from functools import cache
from typing import Any

import numpy as np

from lossplot._curves.parse import read_curves
from lossplot._errors import LossplotError
from lossplot._formula.evaluate import evaluate
from lossplot._formula.tree import Tree
from lossplot._gallery.page.formula_script import formula_script
from lossplot._losses import LOSSES
from support.node import reader_of_page
from support.requirements import need

# Places near and far, at which formulas change and beside them.
PLACES = (
    *(-700.0, -40.0, -5.3, -3.0, -1.7, -1.0, -0.51, -1e-6, 0.0, 1e-6),
    *(0.3, 0.5, 0.9, 1.0, 1.25, 2.0, 2.9, 5.0, 40.0, 700.0),
)
_INSIDE = (
    "lossplot.inside = { FORMULAS, formulaFunctions, py, jetOf: formula_jetsModule.jetOf, ...python_textModule };\n"
)
_RUNNER = """
const { FORMULAS, formulaFunctions, jetOf, py } = globalThis.lossplot.inside;
const [texts, places] = given;
const fail = (words) => { throw FORMULAS.FormulaError(words); };
const answers = texts.map((text) => {
  try {
    return FORMULAS.read_curves([text]).map((curve) => {
      const jet = jetOf(curve.tree, curve.axis.variable, formulaFunctions, fail);
      const { low, high } = curve.domain;
      const at = (x) => (x < low || x > high ? [NaN, NaN, NaN] : jet(x));
      const jets = places.map((x) => at(x).map((part) => String(part ?? 0)));
      const facts = { spec: curve.spec, axis: curve.axis.name, variable: curve.axis.variable, notes: curve.loss.notes };
      return { ...facts, tree: py.repr(curve.tree), jets };
    });
  } catch (error) {
    return { error: error.__str__?.() ?? `crash: ${error.stack}` };
  }
});
console.log(JSON.stringify(answers));
"""


@cache
def reader_script(*losses: str) -> str:
    """The page's script, with the parts of the reader in `lossplot.inside`."""
    need("node")
    script = (formula_script([LOSSES[name] for name in losses]) if losses else reader_of_page()).decode()
    end = "})();\n"
    assert script.endswith(end)
    return script.removesuffix(end) + _INSIDE + end


def in_node(program: str, given: object, *losses: str) -> Any:
    """Return what `program`, in which `lossplot.inside` has the reader's parts, prints as JSON.

    It knows these `losses`, or all.
    """
    text = f"{reader_script(*losses)}\nconst given = {json.dumps(given)};\n{program}"
    process = subprocess.run(["node", "-"], input=text, capture_output=True, text=True, check=False)
    assert process.returncode == 0, process.stderr[-2000:]
    return json.loads(process.stdout)


def read_in_node(texts: Iterable[str], *losses: str) -> list[Any]:
    """Return what the page reads in each text: its curves, or the error that refuses it; it knows these `losses`."""
    return list(in_node(_RUNNER, [[*texts], PLACES], *losses))


def read_in_python(text: str) -> Any:
    """Return what Python reads in a text, in the same form."""
    try:
        answers = []
        for curve in read_curves([text]):
            jet = curve.jet(np.array(PLACES))
            parts = (jet.value.tolist(), jet.slope.tolist(), jet.curvature.tolist())
            facts = {"spec": curve.spec, "axis": curve.axis.name, "variable": curve.axis.variable}
            facts["notes"] = [*curve.loss.notes]  # type: ignore[assignment]
            answers.append({**facts, "tree": curve.tree, "jets": [*zip(*parts, strict=True)]})
        return answers
    except LossplotError as error:
        return {"error": str(error)}


@np.errstate(all="ignore")
def shaken(tree: Tree, variable: str) -> list[tuple[float, float, float]]:
    """Return by how much value, slope and curvature move at each place where x moves by a few ulps."""
    x = np.array(PLACES)
    step = np.maximum(np.abs(x) * 2.0**-50, 2.0**-52)
    near = [evaluate(tree, variable, x + k * step) for k in (-2, -1, 1, 2)]
    here = evaluate(tree, variable, x)
    moved = [
        np.max([np.abs(getattr(each, part) - getattr(here, part)) for each in near], axis=0)
        for part in ("value", "slope", "curvature")
    ]
    return [tuple(0.0 if math.isnan(part) else float(part) for part in parts) for parts in zip(*moved, strict=True)]  # type: ignore[misc]
