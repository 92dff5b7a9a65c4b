// Stretches on which curves run into each other, and the dashes that show each there (lossplot/_figure/overlaps.py).

import { even } from "./knots.js";

// The numbers are those of that file, which says what they are for.
const { HIDDEN, SHORTEST, POINTS, DASH, LEAST_DASH } = DRAWING.overlaps;

/** The dashes to draw over the curves, in this order, so that those which coincide take turns: curve, points, dash. */
export function overlaps(traces, view) {
  if (traces.length < 2) return [];
  const xs = even(view.left, view.right, POINTS);
  const companies = companiesAt(traces, view, xs);
  const found = traces.flatMap((trace, curve) =>
    runsOf(companies, curve, xs).map(([start, end, company]) => {
      const before = company.indexOf(curve);
      const unit = Math.max(LEAST_DASH, (2 * DASH) / company.length);
      const gap = (company.length - 1 - before) * unit;
      return { curve, points: partOf(trace, xs[start], xs[end]), dash: gap ? [(before + 1) * unit, gap] : [], before };
    }),
  );
  return found.sort((a, b) => b.before - a.before);
}

/**
 * For each point the company of each trace: those that hide each other, as the sum of 2 to the power of their numbers.
 *
 * What is not in view has none, which is 0.
 */
function companiesAt(traces, view, xs) {
  const height = view.top - view.bottom;
  const places = traces.map((trace) => heightsOf(trace, xs).map((y) => (y - view.bottom) / height));
  const steepness = (curve, at) => {
    const [before, after] = [Math.max(at - 1, 0), Math.min(at + 1, xs.length - 1)];
    const slope = ((places[curve][after] - places[curve][before]) * (xs.length - 1)) / (after - before);
    return Number.isFinite(slope) ? Math.hypot(1, slope) : 1;
  };
  return xs.map((_, at) => {
    const order = [];
    for (let curve = 0; curve < traces.length; curve++) if (places[curve][at] >= 0 && places[curve][at] <= 1) order.push(curve);
    order.sort((a, b) => places[a][at] - places[b][at]);
    const companies = new Array(traces.length).fill(0);
    for (let first = 0, next = 1; first < order.length; first = next++) {
      let company = 2 ** order[first];
      for (; next < order.length && isHidden(order[next - 1], order[next], at); next++) company += 2 ** order[next];
      for (let i = first; i < next; i++) companies[order[i]] = company;
    }
    return companies;
  });

  function isHidden(below, curve, at) {
    return places[curve][at] - places[below][at] <= HIDDEN * steepness(curve, at);
  }
}

/** The height of a trace at each of `xs`, which rise. */
function heightsOf({ pieces }, xs) {
  const heights = new Array(xs.length).fill(NaN);
  for (const piece of pieces) {
    let next = 1;
    for (let at = 0; at < xs.length; at++) {
      if (!piece.length || xs[at] < piece[0][0]) continue;
      while (next < piece.length - 1 && piece[next][0] <= xs[at]) next++;
      if (xs[at] > piece.at(-1)[0]) break;
      heights[at] = along(piece, next - 1, next, xs[at]);
    }
  }
  return heights;
}

/** The height of a polyline at x. */
function between(piece, x) {
  let [low, high] = [0, piece.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (piece[middle][0] <= x) low = middle;
    else high = middle;
  }
  return along(piece, low, high, x);
}

/** The height at x of the line between two vertices of `piece`. */
function along(piece, low, high, x) {
  const [[x0, y0], [x1, y1]] = [piece[low], piece[high]];
  return x1 > x0 ? y0 + ((y1 - y0) * (x - x0)) / (x1 - x0) : y0;
}

/** The first and last index of each run of points with the same curves beside `curve`, and those, if there are any. */
function runsOf(companies, curve, xs) {
  const runs = [];
  for (let start = 0, end = 0; start < xs.length; start = end) {
    const company = companies[start][curve];
    for (end = start; end < xs.length && companies[end][curve] === company; ) end++;
    const members = companies[start].flatMap((each, other) => (company && each === company ? [other] : []));
    if (members.length > 1 && xs[end - 1] - xs[start] >= SHORTEST * (xs.at(-1) - xs[0])) runs.push([start, end - 1, members]);
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
