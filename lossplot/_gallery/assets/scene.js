// Curves and panels -> a scene: the part of the plane that each panel shows, and the traces in it.

import { beside, knotsAt, rootsOf } from "./knots.js";
import { xLimits, yLimits } from "./limits.js";
import { remembered } from "./memory.js";
import { breaksAt, isLoss, jumpsWith, valueOf } from "./quantities.js";
import { sample } from "./sampling.js";

/**
 * The scene of `curves` in `panels`, in the range [left, right] or, if that is null, the usual one.
 *
 * The first panel shows the heights `ylim`, unless they are null.
 */
export function compose(curves, panels, range, ylim = null) {
  const [left, right] = range ?? xLimits(curves);
  const [start, end] = curves[0].loss.domain;
  const ends = [Math.max(left, start), Math.min(right, end)];
  return {
    curves,
    knots: curves.map((curve) => knotsIn(curve, ...ends)),
    left,
    right,
    panels: panels.map((name, i) => {
      const [bottom, top] = (i === 0 && ylim) || yLimits(curves, name, left, right);
      const view = { left, right, bottom, top };
      return { name, view, traces: curves.map((curve) => traceOf(curve, name, ...ends, left, right, bottom, top)) };
    }),
  };
}

const knotsIn = remembered((curve, start, end) => knotsAt(curve, rootsOf(curve, start, end)));

const traceOf = remembered((curve, panel, start, end, left, right, bottom, top) =>
  sample(curve, panel, { left, right, bottom, top }, knotsIn(curve, start, end), rootsOf(curve, start, end)),
);

/**
 * Return the values at x of what `panel` shows of curve number `number`: one, or at a break its two limits, if any.
 *
 * At an end of the domain where there is no value it is the limit, if that is infinite.
 */
export function readOff(scene, number, panel, x) {
  const knot = scene.knots[number].find((each) => each.x === x);
  if (!knot || isLoss(panel) || !breaksAt(panel, knot)) return [valueAt(scene.curves[number], panel, x)];
  return jumpsWith(panel, knot.kind) ? [knot.left, knot.right] : [];
}

function valueAt(curve, panel, x) {
  const value = valueOf(curve, panel, x);
  const end = curve.loss.domain.indexOf(x);
  if (!Number.isNaN(value) || end < 0) return value;
  const limit = beside((place) => valueOf(curve, panel, place), x, end === 0 ? +1 : -1);
  return Number.isFinite(limit) ? NaN : limit;
}
