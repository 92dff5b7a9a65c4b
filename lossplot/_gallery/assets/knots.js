// The knots of a curve: jumps, corners and changes of curvature, to the last bit, as lossplot itself finds them.
//
// Every place where a formula can change is a root of one of its switches, such as the two sides of a comparison.

import { KINDS, NEAREST, POLE, smallStep } from "./curve.js";
import { bisect, middle } from "./doubles.js";
import { remembered } from "./memory.js";

const GRID = 1025;
// By how much steps grow from the first to the last.
const GROWTH = 0.0346;
const NEIGHBOURS = [1, 4 / 3, 2, 8 / 3, 4, 16 / 3, 8].map((factor) => NEAREST * factor);

/**
 * The roots of all switches of `curve` in [low, high], in order: each two neighbouring doubles, or twice the same.
 *
 * They are looked for once for all panels of a view.
 */
export const rootsOf = remembered((curve, low, high) => {
  const grid = withPoints(even(low, high, GRID), low < 0 && high > 0 ? [0] : []);
  const roots = new Map();
  for (const value of curve.switches) {
    const points = withPoints(grid, [...roots.values()].flat());
    for (const root of signChanges(value, points)) roots.set(root.join(), root);
  }
  return merge([...roots.values()].sort((a, b) => a[0] - b[0] || a[1] - b[1]));
});

/** The knots of `curve` at its `roots`, inside its domain. */
export function knotsAt(curve, roots) {
  const [start, end] = curve.loss.domain;
  return roots.map(([before, after]) => classify(curve, before, after)).filter((knot) => knot && start < knot.x && knot.x < end);
}

/** Return the one-sided limit of the function `f` at x, as far as doubles can tell. */
export function beside(f, x, side) {
  return limit(germs(f, x, side));
}

export function even(low, high, count) {
  const step = (high - low) / (count - 1);
  const points = new Array(count);
  for (let i = 0; i < count; i++) points[i] = low + i * step;
  points[count - 1] = high;
  return points;
}

/** Return `count` numbers from 0 to 1 whose steps grow a little, so that no wave has the same phase at all of them. */
export function growingShares(count) {
  if (!shares.has(count)) shares.set(count, even(0, 1, count).map((share) => share * (1 + (share - 1) * (GROWTH / 2))));
  return shares.get(count);
}

const shares = new Map();

export function sortUnique(points) {
  return [...new Set(points)].sort((a, b) => a - b);
}

/** `sorted`, numbers in their order, with `more` among them, each once. */
function withPoints(sorted, more) {
  if (!more.length) return sorted;
  const added = sortUnique(more);
  const points = [];
  let next = 0;
  for (const point of sorted) {
    while (added[next] < point) points.push(added[next++]);
    if (added[next] === point) next++;
    points.push(point);
  }
  return [...points, ...added.slice(next)];
}

function* signChanges(value, grid) {
  const signs = grid.map((x) => Math.sign(value(x)));
  for (let i = 0; i < grid.length; i++) {
    const insideRun = signs[i - 1] === 0 && signs[i + 1] === 0;
    if (signs[i] === 0 && !insideRun) yield [grid[i], grid[i]];
    if (signs[i] * signs[i + 1] < 0) yield rootBetween(value, grid[i], grid[i + 1]);
  }
}

/** The neighbours between which `value` changes its sign; where several doubles make it zero, twice the middle one. */
function rootBetween(value, a, b) {
  const sign = Math.sign(value(a));
  const [before, first] = bisect((x) => Math.sign(value(x)) === sign, a, b);
  if (Math.sign(value(first)) !== 0) return [before, first];
  const [last] = bisect((x) => value(x) === 0, first, b);
  const root = middle(first, last);
  return [root, root];
}

/** `roots` with those that touch made one, at the exact place if one of them has it. */
function merge(roots) {
  const result = [];
  for (const root of roots) {
    const last = result.at(-1);
    if (!last || root[0] > last[1]) result.push(root);
    else if (last[0] !== last[1]) result[result.length - 1] = root[0] === root[1] ? root : [last[0], Math.max(last[1], root[1])];
  }
  return result;
}

/** Return the knot at a root: its kind is the first of value, slope and curvature that differs; null if none does. */
function classify(curve, before, after) {
  for (const [order, kind] of KINDS.entries()) {
    const f = (x) => curve.at(order, x);
    const [atLeft, atRight] = [germs(f, before, -1), germs(f, after, +1)];
    const [left, right] = [limit(atLeft), limit(atRight)];
    const standsAlone = order === 0 && before === after && isAlone(curve.at(0, after), [left, right], [atLeft, atRight]);
    if (standsAlone || differ(left, right, atLeft, atRight)) return { x: after, kind, left, right, before, after };
  }
  return null;
}

/** Return true if a value is neither of the limits beside it. */
function isAlone(value, limits, near) {
  const isOther = (end, i) => Number.isFinite(end) && differ(value, end, [value], near[i]);
  return Number.isFinite(value) && limits.every(isOther);
}

/** Return the values of `f` at some doubles beside x, nearest first. */
function germs(f, x, side) {
  return NEIGHBOURS.map((count) => f(x + side * count * smallStep(x)));
}

/** The one-sided limit, which is infinite if a pole is next to it. */
function limit(near) {
  const [first, last] = [near[0], near.at(-1)];
  const isPole = Math.abs(first) > POLE || (Math.abs(first) > 1e3 && Math.abs(first) > 2.5 * Math.abs(last));
  return isPole ? Math.sign(first) * Infinity : first;
}

/** Return true if two limits differ by more than rounding, measured by the spread of the values beside them. */
function differ(left, right, atLeft, atRight) {
  if (!Number.isFinite(left) || !Number.isFinite(right)) return true;
  const noise = spread(atLeft, left) + spread(atRight, right);
  const slack = 1e-12 * Math.max(Math.abs(left), Math.abs(right));
  return Math.abs(right - left) > slack + (Number.isFinite(noise) ? 1e3 * noise : 0);
}

function spread(near, end) {
  return Math.max(...near.map((value) => (Number.isNaN(value) ? 0 : Math.abs(value - end))));
}
