// A curve in a view -> the polylines that draw it: every knot a vertex, every jump a break (lossplot/sampling.py).

import { beside, growingShares, sortUnique } from "./knots.js";
import { breaksAt, isLoss, jumpsWith, valueOf } from "./quantities.js";

// The finest detail drawn, as a share of the view: a twentieth of a pixel in a panel 500 pixels high.
const TOLERANCE = 1e-4;
const FIRST_POINTS = 65;
const DEEPEST = 14;
const HALVINGS = 23;
// Where a chord is compared with the curve, as shares of it: the curve may cross the chord at one of them, not at all.
const TESTS = [0.5, 0.2137, 0.7611];

/**
 * Sample what `panel` shows of `curve`, whose knots in the view are `knots`, and `roots` those of its switches.
 *
 * `pieces` are polylines; `filled` is where the curve attains its value beside a break, `hollow` where it does not;
 * `bridges` [x, low, high] are intervals of subgradients.  Far outside the view, values are clipped.
 */
export function sample(curve, panel, view, knots, roots) {
  const left = Math.max(view.left, curve.loss.domain[0]);
  const right = Math.min(view.right, curve.loss.domain[1]);
  const starts = [left, ...knots.map((knot) => knot.after)];
  const ends = [...knots.map((knot) => knot.before), right];
  const landmarks = roots.map((root) => root[1]);
  const lines = [];
  starts.forEach((start, i) => {
    const piece = pieceOf(curve, panel, start, ends[i], view, landmarks);
    const line = lines.at(-1);
    if (i > 0 && line && !breaksAt(panel, knots[i - 1])) line.push(...piece.slice(line.at(-1)?.[0] === start ? 1 : 0));
    else lines.push(piece);
  });
  const marks = knots.filter((knot) => breaksAt(panel, knot) && left < knot.x && knot.x < right).map((knot) => marksAt(curve, panel, knot, view));
  return {
    pieces: lines.flatMap(definedRuns),
    filled: marks.flatMap((mark) => mark.filled),
    hollow: marks.flatMap((mark) => mark.hollow),
    bridges: marks.flatMap((mark) => mark.bridges),
  };
}

/** The filled and hollow circles and the bridge at a break. */
function marksAt(curve, panel, knot, view) {
  const mark = { filled: [], hollow: [], bridges: [] };
  if (knot.kind === "jump" && !(Number.isFinite(knot.left) && Number.isFinite(knot.right))) return mark;
  const [low, high] = [limitAt(curve, panel, knot.before, -1), limitAt(curve, panel, knot.after, +1)];
  if (knot.kind === "corner" && jumpsWith(panel, "corner")) {
    mark.bridges.push([knot.x, clip(low, view), clip(high, view)]);
    return mark;
  }
  const value = isLoss(panel) ? curve.at(0, knot.x) : NaN;
  const ends = [...new Set([low, high])].filter(Number.isFinite).sort((a, b) => a - b);
  mark.hollow = ends.filter((y) => y !== value).map((y) => [knot.x, y]);
  if (Number.isFinite(value)) mark.filled.push([knot.x, value]);
  return mark;
}

/** The polyline between two neighbouring knots, its ends being one-sided limits. */
function pieceOf(curve, panel, start, end, view, landmarks) {
  if (end <= start) return [];
  const at = (x) => clip(valueOf(curve, panel, x), view);
  const xs = firstPoints(curve, start, end, landmarks);
  const points = xs.map((x) => [x, at(x)]);
  points[0][1] = endValue(curve, panel, start, +1, view);
  points.at(-1)[1] = endValue(curve, panel, end, -1, view);
  if (isStraight(points, view)) return [points[0], points.at(-1)];
  const line = [points[0]];
  for (let i = 1; i < points.length; i++) refine(at, view, points[i - 1], points[i], 0, line);
  return line;
}

/** The one-sided limit of what `panel` shows at x. */
function limitAt(curve, panel, x, side) {
  return beside((place) => valueOf(curve, panel, place), x, side);
}

/** The value itself where it is the limit, so that a vertex has it to the last bit; so it is at an end of the domain. */
function endValue(curve, panel, x, side, view) {
  const [near, here] = [limitAt(curve, panel, x, side), valueOf(curve, panel, x)];
  if (curve.loss.domain.includes(x) && !Number.isNaN(here)) return clip(here, view);
  const isClose = Math.abs(here - near) <= 1e-12 * (view.top - view.bottom);
  return clip(isClose ? here : near, view);
}

/** Even steps from landmark to landmark, and points ever closer to where a curve may be narrow. */
function firstPoints(curve, start, end, landmarks) {
  const marks = [start, ...landmarks.filter((x) => start < x && x < end), end];
  const shares = growingShares(FIRST_POINTS).slice(0, -1);
  const points = marks.slice(1).flatMap((mark, i) => [...shares.map((share) => marks[i] + share * (mark - marks[i])), mark]);
  const add = (x) => start <= x && x <= end && points.push(x);
  for (const centre of new Set([0, ...curve.values.filter(Number.isFinite)])) {
    add(centre);
    for (let i = 1; i <= HALVINGS; i++) {
      add(centre - (end - start) * 2 ** -i);
      add(centre + (end - start) * 2 ** -i);
    }
  }
  return sortUnique(points);
}

/** Put onto `line` what draws the curve from a to b, without a. */
function refine(at, view, a, b, depth, line) {
  const x = (a[0] + b[0]) / 2;
  const y = at(x);
  const isNear = (share) => {
    const height = share === 0.5 ? y : at(a[0] + share * (b[0] - a[0]));
    return Math.abs(height - a[1] - share * (b[1] - a[1])) <= TOLERANCE * (view.top - view.bottom);
  };
  const off = !TESTS.every(isNear);
  const wide = b[0] - a[0] > TOLERANCE * (view.right - view.left);
  if (off && wide && depth < DEEPEST) {
    refine(at, view, a, [x, y], depth + 1, line);
    refine(at, view, [x, y], b, depth + 1, line);
  } else line.push(b);
}

function isStraight(points, view) {
  const [[x0, y0], [x1, y1]] = [points[0], points.at(-1)];
  const most = 1e-9 * (view.top - view.bottom);
  return points.every(([x, y]) => Math.abs(y - (y0 + (y1 - y0) * ((x - x0) / (x1 - x0)))) <= most);
}

function clip(y, view) {
  const height = view.top - view.bottom;
  return Math.min(Math.max(y, view.bottom - height), view.top + height);
}

/** A polyline cut where the curve is undefined. */
function definedRuns(line) {
  const runs = [[]];
  for (const point of line) {
    if (Number.isNaN(point[1])) runs.push([]);
    else runs.at(-1).push(point);
  }
  return runs.filter((run) => run.length > 1);
}
