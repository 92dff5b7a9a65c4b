// Trees of formulas as numbers: value, derivative and second derivative together, as lossplot itself computes them.
//
// A derivative that is zero by construction is null, so that an overflowing factor never meets a zero.

import { format } from "./python_text.js";

const CONSTANTS = { e: Math.E, pi: Math.PI };
const MAX_EXPONENT = 1000;
const COMPARE = { "<": (a, b) => a < b, "<=": (a, b) => a <= b, ">": (a, b) => a > b, ">=": (a, b) => a >= b };

const add = (a, b) => (a === null ? b : b === null ? a : a + b);

function times(...factors) {
  let product = 1;
  for (const factor of factors) {
    if (factor === null) return null;
    product *= factor;
  }
  return product;
}

const plus = (u, v) => [u[0] + v[0], add(u[1], v[1]), add(u[2], v[2])];
const scale = (u, factor) => [u[0] * factor, times(u[1], factor), times(u[2], factor)];
const minus = (u, v) => plus(u, scale(v, -1));

function product(u, v) {
  const slope = add(times(u[1], v[0]), times(u[0], v[1]));
  const outer = add(times(u[2], v[0]), times(u[0], v[2]));
  return [u[0] * v[0], slope, add(outer, times(2, u[1], v[1]))];
}

function quotient(u, v) {
  const value = u[0] / v[0];
  const over = (part) => (part === null ? null : part / v[0]);
  const slope = over(add(u[1], times(-1, value, v[1])));
  const bend = add(times(2, slope, v[1]), times(value, v[2]));
  return [value, slope, over(add(u[2], times(-1, bend)))];
}

/** A power as numbers in most languages have it: that of 1, and with exponent 0, is 1. */
const raised = (base, exponent) => (base === 1 ? 1 : base ** exponent);

function power(u, v, functions) {
  if (v[1] !== null) return chain(functions.exp, product(v, chain(functions.log, u)));
  const [base, exponent] = [u[0], v[0]];
  const part = (factor, lower) => (factor === 0 ? null : factor * raised(base, exponent - lower));
  const slope = part(exponent, 1);
  const bend = part(exponent * (exponent - 1), 2);
  return [raised(base, exponent), times(slope, u[1]), add(times(bend, u[1], u[1]), times(slope, u[2]))];
}

/** Apply a function, given with its two derivatives, to `u` and to constants. */
function chain([value, slope, curvature], u, constants = []) {
  if (u[1] === null) return [value(u[0], ...constants), null, null];
  const outer = slope(u[0], ...constants);
  const bend = times(curvature(u[0], ...constants), u[1], u[1]);
  return [value(u[0], ...constants), times(outer, u[1]), add(bend, times(outer, u[2]))];
}

function logarithmic(parts) {
  return (u, v) => {
    const whole = product(u, chain(parts, v));
    if (u[0] !== 0) return whole;
    if (u[1] !== null) return [0, whole[1], whole[2]];
    return [0, whole[1] === null ? null : 0, whole[2] === null ? null : 0];
  };
}

function extreme(sign) {
  return (...jets) =>
    jets.reduce((best, other) => {
      if (Number.isNaN(best[0]) || Number.isNaN(other[0])) return [NaN, other[1], other[2]];
      return sign * Math.sign(minus(best, other)[0]) >= 0 ? best : other;
    });
}

/**
 * The function of x that `tree` is, in `variable`, with its two derivatives: x -> [value, slope, curvature].
 *
 * `functions` has each function of the language with its derivatives, and `fail` raises an error.
 */
export function jetOf(tree, variable, functions, fail) {
  const operators = {
    "+": plus, "-": minus, "*": product, "/": quotient, "^": (u, v) => power(u, v, functions),
    neg: (u) => scale(u, -1),
    abs: (u) => scale(u, Math.sign(u[0]) < 0 ? -1 : Number.isNaN(u[0]) ? NaN : 1),
    sign: (u) => [Math.sign(u[0]), null, null],
    step: (u) => [u[0] >= 0 ? 1 : 0, null, null],
    max: extreme(1), min: extreme(-1),
    xlogy: logarithmic(functions.log), xlog1py: logarithmic(functions.log1p),
  };
  const isVarying = (node) => (node.name !== undefined ? node.name === variable : Boolean(node.arguments?.some(isVarying)));

  function truth(node) {
    if (node.function === "and") {
      const parts = node.arguments.map(truth);
      return (x) => parts.every((part) => part(x));
    }
    const compare = COMPARE[node.function];
    if (!compare) {
      const part = compiled(node);
      return (x) => part(x)[0] !== 0;
    }
    const [left, right] = node.arguments.map(compiled);
    return (x) => compare(left(x)[0], right(x)[0]);
  }

  function compiled(node) {
    if (node.value !== undefined) return () => [node.value, null, null];
    if (node.name !== undefined) return node.name === variable ? (x) => [x, 1, null] : () => [CONSTANTS[node.name], null, null];
    const name = node.function;
    if (name === "if") {
      const [test, then, otherwise] = [truth(node.arguments[0]), ...node.arguments.slice(1).map(compiled)];
      return (x) => (test(x) ? then(x) : otherwise(x));
    }
    if (Object.hasOwn(COMPARE, name) || name === "and") {
      const test = truth(node);
      return (x) => [test(x) ? 1 : 0, null, null];
    }
    const parts = node.arguments.map(compiled);
    const [first, second] = parts;
    if (Object.hasOwn(operators, name)) {
      const operator = operators[name];
      if (name === "^" && !isVarying(node.arguments[1])) checkExponent(second, fail);
      if (parts.length === 1) return (x) => operator(first(x));
      if (parts.length === 2) return (x) => operator(first(x), second(x));
      return (x) => operator(...parts.map((part) => part(x)));
    }
    const row = functions[name];
    if (node.arguments.slice(1).some(isVarying)) fail(`the second argument of '${name}' must not depend on the variable; make it a number`);
    const constants = parts.slice(1).map((part) => part(0)[0]);
    checkTerms(row, constants, fail);
    return (x) => chain(row, first(x), constants);
  }

  return compiled(tree);
}

function checkExponent(exponent, fail) {
  const size = Math.abs(exponent(0)[0]);
  if (size > MAX_EXPONENT) fail(`the exponent ${format(size, "g")} is too large; the most is ${MAX_EXPONENT}`);
}

/** Refuse sums of more terms than can be summed. */
function checkTerms({ terms }, constants, fail) {
  if (!terms) return;
  const [first, last] = terms.map((place) => (place === null ? 1 : constants[place]));
  const count = last - first + 1;
  if (!(count >= 0 && count <= MAX_EXPONENT)) fail(`${format(count, "g")} terms are too many or too few; from 0 to ${MAX_EXPONENT} are possible`);
}
