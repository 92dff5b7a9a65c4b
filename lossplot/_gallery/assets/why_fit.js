// What a loss of an error estimates: the number that is nearest to a sample in its eyes, and the line nearest to points.

import { even, sortUnique } from "./knots.js";
import { leastOf } from "./why_least.js";
import { knotsOf } from "./why_risk.js";

// Numbers whose mode is 1, whose median is 2 and whose mean is 3.
export const SAMPLE = [0, 1, 1, 1, 2, 2, 3, 4, 6, 10];
export const CENTRES = [["mode", 1], ["median", 2], ["mean", 3]];
// Points near the line y = 1 + x/2; one more can be moved.
export const POINTS = [[0, 1.2], [1, 1.3], [2, 2.1], [3, 2.4], [4, 3.2], [5, 3.3], [6, 4.1], [7, 4.6], [8, 4.9], [9, 5.4], [10, 6.1]];
const STEPS = 400;
// Rounds of the search for a line, and how many of the best lines through two points it starts from.
const [ROUNDS, STARTS] = [160, 3];

/** The numbers from `low` to `high` whose losses, with the members of `sample` as targets, sum to the least. */
export function locate(curve, sample) {
  const [first, last] = [Math.min(...sample) - 1, Math.max(...sample) + 1];
  const cost = (x) => sumOf(curve, sample.map((target) => x - target));
  const knots = knotsOf(curve, first - last, last - first);
  const tried = sortUnique([...even(first, last, STEPS + 1), ...knots.flatMap(({ x }) => sample.map((target) => target + x))]);
  const { low, high } = leastOf(cost, tried);
  return { low, high };
}

/** The line, as intercept and slope, whose predictions of `points` have the least sum of losses. */
export function fitLine(curve, points) {
  const cost = ([a, b]) => sumOf(curve, points.map(([x, y]) => a + b * x - y));
  const lines = [leastSquares(points)];
  points.forEach(([x, y], i) => {
    for (const [toX, toY] of points.slice(i + 1)) {
      const slope = (toY - y) / (toX - x);
      if (Number.isFinite(slope)) lines.push([y - slope * x, slope]);
    }
  });
  const starts = lines.map((line) => [cost(line), line]).sort((one, other) => one[0] - other[0]).slice(0, STARTS);
  return starts.map(([, line]) => descend(cost, line)).sort((one, other) => one[0] - other[0])[0][1];
}

function sumOf(curve, errors) {
  const sum = errors.reduce((total, error) => total + curve.at(0, error), 0);
  return Number.isNaN(sum) ? Infinity : sum;
}

function leastSquares(points) {
  const mean = (values) => values.reduce((total, value) => total + value, 0) / values.length;
  const [x, y] = [mean(points.map(([each]) => each)), mean(points.map(([, each]) => each))];
  const slope = mean(points.map(([u, v]) => (u - x) * (v - y))) / mean(points.map(([u]) => (u - x) ** 2));
  return [y - slope * x, slope];
}

/** The least `cost` that the simplex search of Nelder and Mead finds from `start`, and where. */
function descend(cost, start) {
  const valued = (place) => [cost(place), place];
  let corners = [start, [start[0] + 0.3, start[1]], [start[0], start[1] + 0.05]].map(valued);
  for (let round = 0; round < ROUNDS; round++) {
    corners.sort((one, other) => one[0] - other[0]);
    const [best, good, worst] = corners;
    const middle = [0, 1].map((i) => (best[1][i] + good[1][i]) / 2);
    const along = (share) => valued([0, 1].map((i) => middle[i] + share * (worst[1][i] - middle[i])));
    const mirrored = along(-1);
    const next = mirrored[0] < best[0] ? lesser(mirrored, along(-2)) : mirrored[0] < good[0] ? mirrored : lesser(along(0.5), along(-0.5));
    if (next[0] < worst[0]) corners[2] = next;
    else corners = corners.map(([, place]) => valued([0, 1].map((i) => (place[i] + best[1][i]) / 2)));
  }
  return corners.sort((one, other) => one[0] - other[0])[0];
}

function lesser(one, other) {
  return other[0] < one[0] ? other : one;
}
