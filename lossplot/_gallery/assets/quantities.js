// What panels show of a curve: its loss, a derivative, or its weight (lossplot/_curves/panels.py).

import { KINDS } from "./curve.js";

// The order of the derivative that a panel shows, 0 for the loss itself, and whether it is divided by x.
const QUANTITIES = {
  loss: { order: 0 },
  derivative: { order: 1 },
  "second-derivative": { order: 2 },
  weight: { order: 1, overX: true },
};
export const PANELS = Object.keys(QUANTITIES);

/** Return the value at x of what `panel` shows of `curve`. */
export function valueOf(curve, panel, x) {
  const { order, overX } = QUANTITIES[panel];
  const value = curve.at(order, x);
  if (!overX) return value;
  if (x !== 0) return value / x;
  return value === 0 ? curve.at(order + 1, x) : Infinity;
}

/** Return true if the panel shows the loss itself, which has a value at a break. */
export function isLoss(panel) {
  return QUANTITIES[panel].order === 0;
}

/** Return true if what the panel shows breaks at `knot`: the slope over x is the curvature at zero. */
export function breaksAt(panel, knot) {
  const { order, overX } = QUANTITIES[panel];
  return KINDS.indexOf(knot.kind) <= (overX && knot.x === 0 ? order + 1 : order);
}

/** Return true if what the panel shows is what jumps at knots of this kind. */
export function jumpsWith(panel, kind) {
  const { order, overX } = QUANTITIES[panel];
  return KINDS[order] === kind && !overX;
}
