// Stretches on which curves run into each other, and the dashes that show each there (lossplot/figure/overlaps.py).

import { even } from "./knots.js";

// How close is hidden, and the shortest stretch that counts, as shares of the view's height and width.
const HIDDEN = 0.004;
const SHORTEST = 0.02;
const POINTS = 1201;
// The dashes of two curves that share a stretch are so many line widths long, those of many shorter.
const DASH = 4;
const LEAST_DASH = 1.5;

/** The dashes to draw over the curves, in this order, so that those which coincide take turns: curve, points, dash. */
export function overlaps(traces, view) {
  if (traces.length < 2) return [];
  const xs = even(view.left, view.right, POINTS);
  const groups = groupsAt(traces, view, xs);
  const found = traces.flatMap((trace, curve) =>
    runsOf(groups, curve, xs).map(([start, end, company]) => {
      const before = company.indexOf(curve);
      const unit = Math.max(LEAST_DASH, (2 * DASH) / company.length);
      const gap = (company.length - 1 - before) * unit;
      return { curve, points: partOf(trace, xs[start], xs[end]), dash: gap ? [(before + 1) * unit, gap] : [], before };
    }),
  );
  return found.sort((a, b) => b.before - a.before);
}

/** For each point the group of each trace: those of one group hide each other.  What is not in view has none. */
function groupsAt(traces, view, xs) {
  const height = view.top - view.bottom;
  const places = traces.map((trace) => xs.map((x) => (heightAt(trace, x) - view.bottom) / height));
  const isInView = (place) => place >= 0 && place <= 1;
  const steepness = (curve, at) => {
    const [before, after] = [Math.max(at - 1, 0), Math.min(at + 1, xs.length - 1)];
    const slope = ((places[curve][after] - places[curve][before]) * (xs.length - 1)) / (after - before);
    return Number.isFinite(slope) ? Math.hypot(1, slope) : 1;
  };
  return xs.map((_, at) => {
    const order = traces.map((_, curve) => curve).filter((curve) => isInView(places[curve][at]));
    order.sort((a, b) => places[a][at] - places[b][at]);
    const groups = Array(traces.length).fill(-1);
    let group = 0;
    order.forEach((curve, i) => {
      if (i && places[curve][at] - places[order[i - 1]][at] > HIDDEN * steepness(curve, at)) group++;
      groups[curve] = group;
    });
    return groups;
  });
}

function heightAt({ pieces }, x) {
  const piece = pieces.findLast((each) => each.length && each[0][0] <= x && x <= each.at(-1)[0]);
  return piece ? between(piece, x) : NaN;
}

/** The height of a polyline at x. */
function between(piece, x) {
  let [low, high] = [0, piece.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (piece[middle][0] <= x) low = middle;
    else high = middle;
  }
  const [[x0, y0], [x1, y1]] = [piece[low], piece[high]];
  return x1 > x0 ? y0 + ((y1 - y0) * (x - x0)) / (x1 - x0) : y0;
}

/** The first and last index of each run of points with the same curves beside `curve`, and those, if there are any. */
function runsOf(groups, curve, xs) {
  const companies = groups.map((each) => each.flatMap((group, other) => (group >= 0 && group === each[curve] ? [other] : [])));
  const runs = [];
  for (let start = 0, end = 0; start < xs.length; start = end) {
    const key = companies[start].join();
    for (end = start; end < xs.length && companies[end].join() === key; ) end++;
    if (companies[start].length > 1 && xs[end - 1] - xs[start] >= SHORTEST * (xs.at(-1) - xs[0])) runs.push([start, end - 1, companies[start]]);
  }
  return runs;
}

/** The vertices of the piece that holds the stretch from `start` to `end`, cut to it. */
function partOf({ pieces }, start, end) {
  const middle = (start + end) / 2;
  const piece = pieces.find((each) => each.length && each[0][0] <= middle && middle <= each.at(-1)[0]);
  const inner = piece.filter(([x]) => x > start && x < end);
  return [[start, between(piece, start)], ...inner, [end, between(piece, end)]];
}
