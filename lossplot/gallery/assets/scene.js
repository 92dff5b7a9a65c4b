// Curves and what is asked of them -> what is to be seen: the part of the plane each panel shows, and the traces in it.

import { breaksAt, KINDS } from "./curve.js";
import { knotsAt, rootsOf } from "./knots.js";
import { xLimits, yLimits } from "./limits.js";
import { sample } from "./sampling.js";

export const PANELS = ["loss", "derivative", "second-derivative"];

/** The scene of `curves` in `panels`, in the range [left, right] or, if that is null, the usual one. */
export function compose(curves, panels, range) {
  const [left, right] = range ?? xLimits(curves);
  const [start, end] = curves[0].loss.domain;
  const roots = curves.map((curve) => rootsOf(curve, Math.max(left, start), Math.min(right, end)));
  const knots = curves.map((curve, i) => knotsAt(curve, roots[i]));
  return {
    curves,
    knots,
    left,
    right,
    panels: panels.map((name) => {
      const order = PANELS.indexOf(name);
      const [bottom, top] = yLimits(curves, order, left, right);
      const view = { left, right, bottom, top };
      return { name, order, view, traces: curves.map((curve, i) => sample(curve, order, view, knots[i], roots[i])) };
    }),
  };
}

/** What panel number `order` shows of curve number `number` at x: one value, or at a break its two limits, if any. */
export function readOff(scene, number, order, x) {
  const knot = scene.knots[number].find((each) => each.x === x);
  if (!knot || order === 0 || !breaksAt(knot, order)) return [scene.curves[number].at(order, x)];
  return KINDS[order] === knot.kind ? [knot.left, knot.right] : [];
}
