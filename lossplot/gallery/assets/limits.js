// Which part of the plane to show, by the rules of lossplot's own figures (lossplot/limits.py).

import { even, rootsOf } from "./knots.js";

const GRID = 401;
// The farthest landmarks of a formula that widen the range, in multiples of the axis's own view.
const REACH = 20;
// A steep curve may make the panel this many times as high as the others need.
const STEEPNESS = 2;
// An unbounded curve is shown up to this many times its median height.
const UNBOUNDED = 6;

/** The axis's usual view, widened to hold every landmark of every curve. */
export function xLimits(curves) {
  const [low, high] = curves[0].loss.axisView;
  const [start, end] = curves[0].loss.domain;
  const reach = REACH * (high - low);
  const marks = curves.flatMap((curve) => rootsOf(curve, Math.max(-reach, start), Math.min(reach, end)).map((root) => root[1]));
  const left = Math.min(low, ...marks.filter((x) => x <= low).map((x) => Math.floor(1.25 * x)));
  const right = Math.max(high, ...marks.filter((x) => x >= high).map((x) => Math.ceil(1.25 * x)));
  return [Math.max(left, start), Math.min(right, end)];
}

/** Limits that show what panel number `order` has of every curve, but do not let a steep one flatten the others. */
export function yLimits(curves, order, left, right) {
  const spans = curves.map((curve) => spanOf(curve, order, left, right)).filter(Boolean);
  let [low, high] = around(spans);
  const heights = spans.map(([a, b]) => b - a).filter((height) => height > 0).sort((a, b) => a - b);
  if (heights.length) {
    const usual = heights[Math.floor((heights.length - 1) / 2)];
    const [calmLow, calmHigh] = around(spans.filter(([a, b]) => b - a <= usual));
    const room = (STEEPNESS - 1) * (calmHigh - calmLow);
    [low, high] = [Math.max(low, calmLow - room), Math.min(high, calmHigh + room)];
  }
  if (low === high) [low, high] = [low - 1, high + 1];
  const margin = 0.05 * (high - low);
  return [low - margin, high + margin];
}

function around(spans) {
  return [Math.min(0, ...spans.map(([low]) => low)), Math.max(0, ...spans.map(([, high]) => high))];
}

/** The lowest and highest value to show; an unbounded curve is cut at a multiple of its median. */
function spanOf(curve, order, left, right) {
  const values = even(left, right, GRID).map((x) => curve.at(order, x));
  let finite = values.filter(Number.isFinite);
  if (!finite.length) return null;
  const sizes = finite.map(Math.abs).sort((a, b) => a - b);
  const inner = sizes.filter((size) => size < 1e300);
  const usual = inner.length ? quantile(inner, 0.5) : 0;
  const blowsUp = finite.length < values.length || sizes.at(-1) > 100 * quantile(sizes, 0.8);
  if (blowsUp && usual > 0) finite = finite.map((y) => Math.min(Math.max(y, -UNBOUNDED * usual), UNBOUNDED * usual));
  return [Math.min(...finite), Math.max(...finite)];
}

function quantile(sorted, share) {
  const place = share * (sorted.length - 1);
  const below = Math.floor(place);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
}
