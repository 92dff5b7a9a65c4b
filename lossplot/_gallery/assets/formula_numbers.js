// What the translated reader of formulas asks of numbers, and what of it the page has not.

import { jetOf } from "./formula_jets.js";
import { errors, replaced } from "./python.js";

/** The value of a tree of numbers, in the place where NumPy has an array of one. */
export function evaluate(tree, variable) {
  return { value: [jetOf(tree, variable, formulaFunctions, fail)(0)[0]] };
}

function fail(words) {
  throw FORMULAS.FormulaError(words);
}

/** Losses of other libraries are known by their names to the page. */
export function noEquivalent() {
  return null;
}

/** Nobody reads the notation of what is typed. */
export function noText() {
  return "";
}

/** An efficiency needs integrals. */
export function noEfficiency() {
  throw Object.assign(errors.ValueError(), { __str__: () => "a share such as 95% is worked out by the command line; write the number" });
}

/** A curve on an axis: its own, or one whose variable its own is a function of (lossplot/_curves/moves.py). */
export function moved(curve, axis) {
  if (curve.loss.axis.name === axis.name) return curve;
  const jet = jetOf(curve.tree, curve.axis.variable, formulaFunctions, fail);
  const isEven = Array.from({ length: 301 }, (_, i) => i / 10).every((x) => Object.is(jet(x)[0], jet(-x)[0]));
  FORMULAS.check_move(curve.name, curve.loss.axis, axis, isEven);
  return replaced(curve, { moved_to: axis });
}
