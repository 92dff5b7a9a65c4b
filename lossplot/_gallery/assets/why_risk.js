// The conditional risk: what a loss costs on average where the label is +1 with a chance, and which answer costs least.

import { even, knotsAt, rootsOf, sortUnique } from "./knots.js";
import { remembered } from "./memory.js";
import { leastOf } from "./why_least.js";

// Where the other label sees an answer.
const MIRRORS = { margin: (x) => -x, probability: (x) => 1 - x };
// The answers that are tried: those of a probability are all there are.
const REACHES = { margin: [-6, 6], probability: [0, 1] };
const STEPS = 240;

/** Return true if `loss` is one of two labels. */
export function hasRisk(loss) {
  return Object.hasOwn(MIRRORS, loss.axis);
}

/** The lowest and the highest answer that is tried. */
export function reachOf(loss) {
  return REACHES[loss.axis];
}

/** The risk of the answer x where the label is +1 with the chance `eta`; what cannot happen costs nothing. */
export function riskAt(curve, eta, x) {
  const part = (chance, place) => (chance === 0 ? 0 : chance * curve.at(0, place));
  return part(eta, x) + part(1 - eta, MIRRORS[curve.loss.axis](x));
}

/** The best answers for the chance `eta`, from `low` to `high`, and their `risk`; an end of the reach may be one. */
export function bestOf(curve, eta) {
  const [first, last] = reachOf(curve.loss);
  const risk = (x) => riskAt(curve, eta, x);
  const knots = knotsOf(curve, first, last).map(({ x }) => x);
  const answers = sortUnique([...even(first, last, STEPS + 1), ...knots, ...knots.map(MIRRORS[curve.loss.axis])]);
  const { low, high, least } = leastOf(risk, answers);
  return { low, high, risk: least };
}

/** The knots of `curve` from `low` to `high`. */
export const knotsOf = remembered((curve, low, high) => knotsAt(curve, rootsOf(curve, low, high)));

/** The places where the risk jumps, in order: those of the loss, and those that the other label sees as such. */
export function jumpsOf(curve) {
  const [low, high] = reachOf(curve.loss);
  const jumps = knotsOf(curve, low, high).filter(({ kind }) => kind === "jump").map(({ x }) => x);
  return [...new Set([...jumps, ...jumps.map(MIRRORS[curve.loss.axis])].map((x) => x + 0))].sort((a, b) => a - b);
}
