// Typed formulas as losses of the page.
//
// FORMULAS has what is translated from Python (lossplot/_gallery/page/formula_script.py), formulaFunctions the functions
// of the language, VERDICTS the sentences on gradients in other languages, and NEEDLESS_SPACE the spaces that these lack;
// they stand before this module.

import { jetOf } from "./formula_jets.js";
import { py } from "./python_library.js";

// The most letters of a formula that stand in a legend.
const LONGEST_NAME = 40;
// The most values of parameters for which a formula is kept as it is computed.
const MOST = 32;
// The interval of a parameter of a formula, the largest size of one, and the least with it.
const REAL = [-Infinity, Infinity, false, false];
const LARGEST = 1e100;
const SIZES = [1e-100, LARGEST];

const known = new Map();

/**
 * The losses that `text` asks for, each with values of its parameters: `[{ loss, values }]`.
 *
 * Raises an error whose `words` are those of the command line.
 */
export function readFormula(text) {
  return attempt(() => FORMULAS.read_curves([text]).map((curve) => ({ loss: lossOf(curve), values: curve.values.map(Number) })));
}

/** What `text` is for the derivative of the curve that `spec` asks for: its value at x, and its switches. */
export function readGradient(spec, text) {
  return attempt(() => {
    const [loss] = FORMULAS.read_curves([spec]);
    return FORMULAS.read_given(text, loss, 1).map(({ curve, sign, is_of_score: isOfScore }) => {
      const { functions, switches } = computed(curve);
      const turn = isOfScore ? sign : 1;
      const { low, high } = curve.domain;
      const at = (x) => (turn * x < low || turn * x > high ? NaN : sign * functions[0](turn * x) + 0);
      return { at, switches: switches.map((each) => (x) => each(turn * x)), sign };
    });
  });
}

/** The sentences on a verdict about a gradient, in the language called `code`. */
export function sentencesOn(facts, spec, variable, code) {
  const filled = (words, values) => words.replace(/\{(\w+)\}/g, (_, name) => values[name]).replace(NEEDLESS_SPACE, "");
  const say = (words, values = {}) => filled(VERDICTS[code]?.[words] ?? words, values);
  const listed = ([...first]) => {
    const last = first.pop();
    return first.length ? say("{words} and {last}", { words: first.join(say(", ")), last }) : last;
  };
  const language = Object.assign(say, { takesNames: true, listed });
  const { hint, stretches = [], ...others } = facts;
  const fields = { what: "gradient", ...others, stretches: stretches.map((each) => FORMULAS.Stretch(...each)), hint: hint ? FORMULAS.Hint(hint.kind, hint.words) : null };
  return FORMULAS.verdict_sentences(py.callWith(FORMULAS.Verdict, [], fields), spec, variable, language);
}

/** A number as people write it: `1/2`; `isShort` says whether that is a short form of it. */
export function numeralOf(value) {
  const { words, digits } = FORMULAS.numeral(value, 1e-7);
  return { words, isShort: digits < FORMULAS.UNKNOWN };
}

function attempt(read) {
  try {
    return read();
  } catch (error) {
    throw Object.assign(new Error("formula"), { words: error.__str__?.() ?? "", cause: error });
  }
}

/** The loss that a typed curve is of, one for all values of its parameters; or the name of a loss of the catalogue. */
function lossOf(curve) {
  const { loss, axis } = curve;
  if (!loss.is_typed) return loss.name;
  const name = curve.label ? `${curve.label} = ${loss.name}` : loss.name;
  const usual = curve.values.map(Number);
  const id = JSON.stringify([name, loss.parameters.map((each) => each.name)]);
  if (!known.has(id)) {
    const bound = binder(curve);
    bound(usual);
    const shown = curve.label || loss.name;
    known.set(id, {
      name,
      body: loss.name,
      label: { en: axis.label },
      names: { en: shown.length > LONGEST_NAME ? `${shown.slice(0, LONGEST_NAME - 1)}…` : shown },
      axis: axis.name,
      variable: axis.variable,
      domain: [axis.domain.low, axis.domain.high],
      axisView: axis.view,
      requires: "values with which it can be computed",
      parameters: loss.parameters.map((each, i) => ({ name: each.name, symbols: symbolsOf(each.name), default: usual[i], interval: REAL, sizes: SIZES })),
      allowed: [(_, ...values) => Number(canCompute(bound, values))],
      notes: [...loss.notes],
      isTyped: true,
      bound,
    });
  }
  return known.get(id);
}

function symbolsOf(name) {
  const letter = FORMULAS.GREEK.get(name);
  return letter ? { en: letter } : {};
}

function canCompute(bound, values) {
  try {
    return values.every((value) => Math.abs(value) <= LARGEST) && Boolean(bound(values));
  } catch {
    return false;
  }
}

/** The function that puts values in place of the parameters of `curve`, and returns its functions and switches. */
function binder(curve) {
  const done = new Map();
  return (values) => {
    const id = values.join();
    if (done.size > MOST) done.clear();
    if (!done.has(id)) done.set(id, computed(py.dataclasses.replace(curve, { values: [...values] })));
    return done.get(id);
  };
}

function computed({ tree, axis }) {
  const jet = jetOf(tree, axis.variable, formulaFunctions, fail);
  const switches = [...new Set(FORMULAS.switches(tree, axis.variable))].filter(hasEdge);
  return {
    // Adding zero turns -0 into 0.
    functions: [0, 1, 2].map((order) => (x) => (jet(x)[order] ?? 0) + 0),
    switches: switches.map((each) => jetOf(each, axis.variable, formulaFunctions, fail)).map((part) => (x) => part(x)[0]),
  };
}

/** Return false if a switch is zero all along, and changes where another does: `max(0, u)` below the power of it. */
function hasEdge(tree) {
  return tree.function !== "max" || tree.arguments[0].value !== 0;
}

function fail(words) {
  throw FORMULAS.FormulaError(words);
}
