// Which part of the plane to show, by the rules of lossplot's own figures (lossplot/_figure/limits.py).

import { even, growingShares, rootsOf } from "./knots.js";
import { remembered } from "./memory.js";
import { valueOf } from "./quantities.js";

// The numbers are those of that file, which says what they are for.
const { GRID, MANY_TURNS, REACH, CONTRAST, MIDDLE, CORE_SHARE, UNBOUNDED_SHARE, CALM_ROOM, WHOLE_ROOM, USUAL_SHARE } = DRAWING.limits;
const { CORE_HEIGHT, FREE, UNBOUNDED, SLOW, ZOOMS, ZOOM_POINTS, GROWTH, HIGHEST, LEAST, STILL } = DRAWING.limits;
const HALVINGS = 23;

/** The axis's usual view, or its middle if some curve is steep there, widened to hold every landmark of every curve. */
export function xLimits(curves) {
  let [low, high] = curves[0].loss.axisView;
  const [start, end] = curves[0].loss.domain;
  const reach = REACH * (high - low);
  const marks = curves.flatMap((curve) => rootsOf(curve, Math.max(-reach, start), Math.min(reach, end)).map((root) => root[1]));
  const middle = [MIDDLE * low, MIDDLE * high];
  const [near, far] = widened(middle, marks);
  if (low === -high && !Number.isFinite(end - start) && near === middle[0] && far === middle[1]) {
    const heights = curves.map((curve) => extentOf(curve, "loss", low, high)).filter(Boolean).map(({ whole }) => whole[1] - whole[0]);
    if (Math.max(0, ...heights) > CONTRAST * usualOf(heights)) [low, high] = middle;
  }
  const [left, right] = widened([low, high], marks);
  return [Math.max(left, start), Math.min(right, end)];
}

/** Limits that hold the core of what `panel` shows of every curve, and all of the calm ones, but flatten none. */
export function yLimits(curves, panel, left, right) {
  const extents = curves.map((curve) => extentOf(curve, panel, left, right)).filter(Boolean);
  let [low, high] = notFlat(wantedOf(extents), extents);
  if (high - low < LEAST) [low, high] = [-1, 1];
  const free = FREE * (high - low);
  return [low - free, high + free];
}

/** The span of all curves, or, if that is much more, of the cores of all and of the calm half with some room. */
function wantedOf(extents) {
  const whole = around(extents.map((extent) => extent.whole));
  const usual = usualOf(extents.map(({ whole: [a, b] }) => b - a));
  const [calmLow, calmHigh] = around(extents.map((extent) => extent.whole).filter(([a, b]) => b - a <= usual));
  const room = (CALM_ROOM - 1) * (calmHigh - calmLow);
  const [coreLow, coreHigh] = around(extents.map((extent) => extent.core));
  const low = Math.max(whole[0], Math.min(coreLow, calmLow - room));
  const high = Math.min(whole[1], Math.max(coreHigh, calmHigh + room));
  const height = whole[1] - whole[0];
  return height <= WHOLE_ROOM * (high - low) && usual >= USUAL_SHARE * height ? whole : [low, high];
}

/** `wanted`, or the part of it around the lowest of the curves in it in which that is not flat. */
function notFlat(wanted, extents) {
  const spans = extents
    .filter(({ whole: [a, b] }) => b - a > LEAST)
    .map(({ reach }) => [Math.max(reach[0], wanted[0]), Math.min(reach[1], wanted[1])])
    .filter(([a, b]) => b > a);
  if (!spans.length) return wanted;
  const [bottom, top] = spans.reduce((least, span) => (span[1] - span[0] < least[1] - least[0] ? span : least));
  const [low, high] = around([[bottom, top]]);
  const excess = wanted[1] - wanted[0] - (high - low);
  const room = (top - bottom) / CORE_HEIGHT - (high - low);
  const share = excess > 0 ? Math.min(1, Math.max(0, room) / excess) : 1;
  return [low - share * (low - wanted[0]), high + share * (wanted[1] - high)];
}

function widened([low, high], marks) {
  const left = Math.min(low, ...marks.filter((x) => x <= low).map((x) => Math.floor(1.25 * x)));
  return [left, Math.max(high, ...marks.filter((x) => x >= high).map((x) => Math.ceil(1.25 * x)))];
}

/** The median of the heights of the curves that have one, the lower of two. */
function usualOf(heights) {
  const some = heights.filter((height) => height > LEAST).sort((a, b) => a - b);
  return some.length ? some[Math.floor((some.length - 1) / 2)] : 0;
}

function around(spans) {
  return [Math.min(0, ...spans.map(([low]) => low)), Math.max(0, ...spans.map(([, high]) => high))];
}

/** The quantity on the even grid, or at steps that grow a little, if it swings so often that even ones may miss it. */
function heightsOf(curve, panel, grid) {
  const [left, right] = [grid[0][0], grid.at(-1)[0]];
  const uneven = growingShares(GRID).map((share) => valueOf(curve, panel, left + (right - left) * share));
  const finite = uneven.filter((value) => Math.abs(value) <= HIGHEST);
  const signs = finite.slice(1).map((value, i) => Math.sign(value - finite[i]));
  const turns = signs.slice(1).filter((sign, i) => sign !== signs[i]).length;
  return turns > MANY_TURNS ? uneven : grid.map(([, value]) => value);
}

/** How low and high a quantity goes: all that is worth showing, the core that has to be in view, and its real reach. */
const extentOf = remembered(measured);

function measured(curve, panel, left, right) {
  const grid = even(left, right, GRID).map((x) => [x, valueOf(curve, panel, x)]);
  const values = heightsOf(curve, panel, grid);
  const finite = values.filter((value) => Math.abs(value) <= HIGHEST);
  if (!finite.length) return null;
  const { reach, isPeak } = reachOf(curve, panel, grid);
  const sizes = finite.map(Math.abs).sort((a, b) => a - b);
  const [usual, high, near, nearest] = [0.5, 0.8, 0.98, 0.99].map((share) => quantile(sizes, share));
  let [cut, share] = [Infinity, CORE_SHARE];
  if (usual > 0 && (finite.length < values.length || (!isPeak && Math.max(-reach[0], reach[1]) > 100 * high))) {
    [cut, share] = [Math.max(UNBOUNDED * usual, nearest < SLOW * near ? nearest : 0), UNBOUNDED_SHARE];
  }
  const whole = [Math.max(reach[0], -cut), Math.min(reach[1], cut)];
  const steps = finite.slice(1).map((end, i) => [finite[i], end]);
  const isStep = ([start, end]) => Math.abs(end - start) > STILL * (whole[1] - whole[0]);
  const changes = steps.filter(isStep).map(([start, end]) => Math.max(Math.abs(start), Math.abs(end)));
  if (!changes.length) return { whole, core: whole, reach };
  const size = quantile(changes.sort((a, b) => a - b), share);
  const levels = around(steps.filter((step) => !isStep(step)).map(([start]) => [start, start]));
  return { whole, core: [Math.max(whole[0], Math.min(levels[0], -size)), Math.min(whole[1], Math.max(levels[1], size))], reach };
}

/** How low and high a quantity goes, to the tops of narrow peaks, and whether it turns where it is largest. */
function reachOf(curve, panel, grid) {
  const [left, right] = [grid[0][0], grid.at(-1)[0]];
  const marks = [left, ...rootsOf(curve, left, right).map((root) => root[1]), right];
  const between = marks.slice(1).map((mark, i) => (mark + marks[i]) / 2);
  let points = joined(grid, [...nearCentres(curve, left, right), ...between]);
  let before = 0;
  for (let zoom = 0; zoom < ZOOMS; zoom++) {
    const [lowest, highest] = extremesOf(points);
    before = Math.max(...[lowest, highest].map((place) => Math.abs(points[place][1])));
    const closer = [lowest, highest].flatMap((place) => even(points[Math.max(place - 1, 0)][0], points[Math.min(place + 1, points.length - 1)][0], ZOOM_POINTS));
    points = joined(points, closer);
  }
  const [lowest, highest] = extremesOf(points);
  const reach = [points[lowest][1], points[highest][1]];
  const largest = [lowest, highest].sort((a, b) => Math.abs(points[b][1]) - Math.abs(points[a][1]) || a - b)[0];
  const isPeak = largest > 0 && largest < points.length - 1 && Math.abs(points[largest][1]) <= GROWTH * before;
  return { reach, isPeak };

  /** `some` points, in order, and those at `xs`. */
  function joined(some, xs) {
    const all = [];
    let next = 0;
    for (const x of [...new Set(xs)].sort((a, b) => a - b)) {
      while (next < some.length && some[next][0] < x) all.push(some[next++]);
      if (next === some.length || some[next][0] > x) all.push([x, valueOf(curve, panel, x)]);
    }
    while (next < some.length) all.push(some[next++]);
    return all;
  }
}

/** The places of the lowest and of the highest of `points` that are finite. */
function extremesOf(points) {
  let [least, most] = [-1, -1];
  for (let place = 0; place < points.length; place++) {
    const value = points[place][1];
    if (!(Math.abs(value) <= HIGHEST)) continue;
    if (least < 0 || value < points[least][1]) least = place;
    if (most < 0 || value > points[most][1]) most = place;
  }
  return [least, most];
}

/** Points that crowd around zero and each of the parameters, where a curve may be narrow. */
function nearCentres(curve, start, end) {
  const centres = [...new Set([0, ...curve.values.filter(Number.isFinite)])];
  const steps = Array.from({ length: HALVINGS }, (_, i) => (end - start) * 2 ** -(i + 1));
  const points = centres.flatMap((centre) => [centre, ...steps.flatMap((step) => [centre - step, centre + step])]);
  return points.filter((x) => start < x && x < end);
}

function quantile(sorted, share) {
  const place = share * (sorted.length - 1);
  const below = Math.floor(place);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
}
