// A loss with a value for each of its parameters.

import { ulp } from "./doubles.js";

// A knot of the first kind breaks the loss, of the second its derivative, of the third its second derivative.
export const KINDS = ["jump", "corner", "curvature"];

/**
 * The curve of `loss`: `at` computes the loss (order 0), its derivative (1) or second derivative (2) at any x.
 *
 * Its name tells the parameters that are not at their defaults, and those in `named`.
 */
export function makeCurve(loss, values, named = []) {
  const { functions, switches } = boundTo(loss, values);
  const [low, high] = loss.domain;
  const at = (order, x) => {
    if (x < low || x > high) return NaN;
    const here = functions[order](x);
    const mayBeAlone = order > 0 && Number.isFinite(here) && low < x && x < high;
    return mayBeAlone && switches.some((value) => value(x) === 0) ? correct(functions[order], x, here) : here;
  };
  const given = loss.parameters.filter((each, i) => values[i] !== each.default || named.includes(each.name)).map(({ name }) => name);
  return { loss, values, given, switches, at };
}

/** The functions and switches of `loss` with `values` for its parameters; a typed one puts them in by itself. */
function boundTo(loss, values) {
  if (loss.bound) return loss.bound(values);
  const bind = (f) => (x) => f(x, ...values);
  return { functions: loss.functions.map(bind), switches: loss.switches.map(bind) };
}

/** `here`, which is what a derivative is at x where two pieces meet, or the limit where only that point is different. */
function correct(f, x, here) {
  const beside = (side, count) => f(x + side * count * smallStep(x));
  const isLimit = (side) => {
    const [near, far] = [beside(side, NEAREST), beside(side, FAR)];
    const off = Math.abs(here - near);
    return off <= 1e-12 * Math.abs(near) + 1e-80 || off < Math.abs(here - far) / 2;
  };
  const right = beside(+1, NEAREST);
  return !isLimit(-1) && !isLimit(+1) && Math.abs(right) < POLE ? right : here;
}

/** Return the distance from x to its neighbours: to the next double, or at zero far less than anything visible. */
export function smallStep(x) {
  return x === 0 ? 2 ** -300 : ulp(x);
}

// Values as large as this beside a place are taken to grow without limit there.
export const POLE = 1e15;

// The first neighbour, in such steps, that rounding does not take for the place itself, and one much farther away.
export const NEAREST = 3;
const FAR = 2 ** 14;

/** The parameters that the name of a curve tells, as pairs of parameter and value. */
export function settingsOf({ loss, values, given }) {
  return loss.parameters.map((parameter, i) => [parameter, values[i]]).filter(([{ name }]) => given.includes(name));
}

/** Return true if two curves are one and the same. */
export function isSameCurve(one, other) {
  return one.loss === other.loss && one.values.every((value, i) => value === other.values[i]);
}

/** The words that ask lossplot for this curve: `huber:delta=2`. */
export function specOf(curve) {
  const settings = settingsOf(curve).map(([parameter, value]) => `:${parameter.name}=${plainNumber(value)}`);
  return curve.loss.name + settings.join("");
}

/** Return true if `value` is in the domain of `parameter`: its interval without its holes, and whole if need be. */
export function accepts(parameter, value) {
  const fits = contains(parameter.interval, value) && !parameter.holes?.some((hole) => contains(hole, value)) && hasSize(parameter, value);
  return fits && (!parameter.integer || Number.isInteger(value));
}

/** Return true if `value` is zero, infinite, or of a size that doubles hold the formula for. */
export function hasSize({ sizes: [least, most] }, value) {
  const size = Math.abs(value);
  return size === 0 || size === Infinity || (size >= least && size <= most);
}

/** Return true if the parameters of `loss` may have these values together. */
export function isAllowed(loss, values) {
  return loss.allowed.every((condition) => condition(0, ...values) === 1);
}

/** Return `text` before the first `sign` and all that is after it, which is undefined without one. */
export function halves(text, sign) {
  const at = text.indexOf(sign);
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}

/** The number that `word` writes in decimal digits, or infinity; NaN if it writes none. */
export function readNumber(word) {
  const text = word.trim().replaceAll("\u2212", "-").replace("\u221e", "inf");
  if (/^[+-]?inf$/.test(text)) return text.startsWith("-") ? -Infinity : Infinity;
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : NaN;
}

export function plainNumber(value) {
  return Number.isFinite(value) ? String(value).replace("e+", "e") : value > 0 ? "inf" : "-inf";
}

function contains([low, high, lowClosed, highClosed], value) {
  return (lowClosed ? value >= low : value > low) && (highClosed ? value <= high : value < high);
}
