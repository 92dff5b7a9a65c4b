// The points that curves cover of a panel, so that words can keep clear of them (lossplot/_figure/layout/ink.py).

import { place } from "./panel.js";

// How far apart, in pixels, the points are that stand for a line.
const STEP = 5;

/** For each of `traces` the points that it covers of `box`, in pixels. */
export function inksOf(traces, box) {
  const isInBox = ([x, y]) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
  return traces.map(({ pieces, bridges, filled, hollow }) => {
    const lines = [...pieces, ...bridges.map(([x, low, high]) => [[x, low], [x, high]]), ...[...filled, ...hollow].map((point) => [point])];
    return lines.flatMap((line) => along(line.map((point) => place(box, point)))).filter(isInBox);
  });
}

/** Points along a polyline, in steps. */
function along(line) {
  const points = [line[0]];
  let left = STEP;
  for (let i = 1; i < line.length; i++) {
    const [[x, y], [toX, toY]] = [line[i - 1], line[i]];
    const length = Math.hypot(toX - x, toY - y);
    for (; left <= length; left += STEP) points.push([x + ((toX - x) * left) / length, y + ((toY - y) * left) / length]);
    left -= length;
  }
  return [...points, line.at(-1)];
}
