// Curves and panels -> a scene: the part of the plane that each panel shows, and the traces in it.

import { breaksAt, KINDS } from "./curve.js";
import { beside, knotsAt, rootsOf } from "./knots.js";
import { xLimits, yLimits } from "./limits.js";
import { remembered } from "./memory.js";
import { sample } from "./sampling.js";

export const PANELS = ["loss", "derivative", "second-derivative"];

/** The scene of `curves` in `panels`, in the range [left, right] or, if that is null, the usual one. */
export function compose(curves, panels, range) {
  const [left, right] = range ?? xLimits(curves);
  const [start, end] = curves[0].loss.domain;
  const ends = [Math.max(left, start), Math.min(right, end)];
  return {
    curves,
    knots: curves.map((curve) => knotsIn(curve, ...ends)),
    left,
    right,
    panels: panels.map((name) => {
      const order = PANELS.indexOf(name);
      const [bottom, top] = yLimits(curves, order, left, right);
      const view = { left, right, bottom, top };
      return { name, order, view, traces: curves.map((curve) => traceOf(curve, order, ...ends, left, right, bottom, top)) };
    }),
  };
}

const knotsIn = remembered((curve, start, end) => knotsAt(curve, rootsOf(curve, start, end)));

const traceOf = remembered((curve, order, start, end, left, right, bottom, top) =>
  sample(curve, order, { left, right, bottom, top }, knotsIn(curve, start, end), rootsOf(curve, start, end)),
);

/**
 * Return the values of a derivative of curve number `number` at x: one, or at a break its two limits, if any.
 *
 * At an end of the domain where there is no value it is the limit, if that is infinite.
 */
export function readOff(scene, number, order, x) {
  const knot = scene.knots[number].find((each) => each.x === x);
  if (!knot || order === 0 || !breaksAt(knot, order)) return [valueAt(scene.curves[number], order, x)];
  return KINDS[order] === knot.kind ? [knot.left, knot.right] : [];
}

function valueAt(curve, order, x) {
  const value = curve.at(order, x);
  const end = curve.loss.domain.indexOf(x);
  if (!Number.isNaN(value) || end < 0) return value;
  const limit = beside(curve, order, x, end === 0 ? +1 : -1);
  return Number.isFinite(limit) ? NaN : limit;
}
