// The conditional risk: what a loss costs on average where the label is +1 with a chance, and which answer costs least.

import { even, knotsAt, rootsOf, sortUnique } from "./knots.js";
import { remembered } from "./memory.js";

// Where the other label sees an answer.
const MIRRORS = { margin: (x) => -x, probability: (x) => 1 - x };
// The answers that are tried: those of a probability are all there are.
const REACHES = { margin: [-6, 6], probability: [0, 1] };
const STEPS = 240;
// Answers whose risks differ by less than this share are equally good.
const EQUAL = 1e-9;
// Halvings that find the end of a range of answers.
const HALVINGS = 60;
const GOLDEN = (Math.sqrt(5) - 1) / 2;

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
  const risks = answers.map(risk).map((value) => (Number.isNaN(value) ? Infinity : value));
  const least = Math.min(...risks);
  const isGood = (value) => value <= least + EQUAL * Math.abs(least);
  const [from, to] = [risks.findIndex(isGood), risks.findLastIndex(isGood)];
  if (from < to) {
    const low = from > 0 ? endOf((x) => isGood(risk(x)), answers[from], answers[from - 1]) : first;
    const high = to < answers.length - 1 ? endOf((x) => isGood(risk(x)), answers[to], answers[to + 1]) : last;
    return { low, high, risk: least };
  }
  const best = goldenSection(risk, answers[Math.max(from - 1, 0)], answers[Math.min(from + 1, answers.length - 1)]);
  return risk(best) < least ? { low: best, high: best, risk: risk(best) } : { low: answers[from], high: answers[from], risk: least };
}

/** The knots of `curve` from `low` to `high`. */
export const knotsOf = remembered((curve, low, high) => knotsAt(curve, rootsOf(curve, low, high)));

/** Where what holds at `inside` ends on the way to `outside`. */
export function endOf(holds, inside, outside) {
  let [a, b] = [inside, outside];
  for (let i = 0; i < HALVINGS; i++) {
    const between = (a + b) / 2;
    if (holds(between)) a = between;
    else b = between;
  }
  return a;
}

/** The places where the risk jumps, in order: those of the loss, and those that the other label sees as such. */
export function jumpsOf(curve) {
  const [low, high] = reachOf(curve.loss);
  const jumps = knotsOf(curve, low, high).filter(({ kind }) => kind === "jump").map(({ x }) => x);
  return [...new Set([...jumps, ...jumps.map(MIRRORS[curve.loss.axis])].map((x) => x + 0))].sort((a, b) => a - b);
}

/** Where `f`, which falls and then rises between `low` and `high`, is least. */
export function goldenSection(f, low, high) {
  let [a, b] = [low, high];
  let [x, y] = [b - GOLDEN * (b - a), a + GOLDEN * (b - a)];
  let [atX, atY] = [f(x), f(y)];
  for (let i = 0; i < 60; i++) {
    if (atX < atY) {
      [b, y, atY] = [y, x, atX];
      x = b - GOLDEN * (b - a);
      atX = f(x);
    } else {
      [a, x, atX] = [x, y, atY];
      y = a + GOLDEN * (b - a);
      atY = f(y);
    }
  }
  return (a + b) / 2;
}
