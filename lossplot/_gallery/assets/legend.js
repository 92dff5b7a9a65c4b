// Place of the legend: inside a panel if it covers nothing there, else above it (lossplot/_figure/layout/legend.py).

import { widthOf } from "./letters.js";
import { overlap } from "./names.js";

// In multiples of the text size: a line, the gap to its name, from row to row, from column to column, and the room
// around a legend.
const [LINE, GAP, LEADING, COLUMN, CLEARANCE] = [2.2, 0.5, 1.3, 1.5, 0.5];
// The greatest shares of a panel's width and height.
const [WIDEST, HIGHEST] = [0.6, 0.7];

/** The legend in a corner or at an edge of `box`, if it covers none of `inks` and no line through zero there; else null. */
export function legendInside(names, inks, box, text) {
  const width = keyWidth(text) + Math.max(...names.map((name) => widthOf(name, text)));
  const height = names.length * LEADING * text;
  if (width > WIDEST * box.width || height > HIGHEST * box.height) return null;
  const margin = CLEARANCE * text;
  const lefts = [box.right - margin - width, box.left + margin, (box.left + box.right - width) / 2];
  const tops = [box.top + margin, box.bottom - margin - height, (box.top + box.bottom - height) / 2];
  const places = tops.flatMap((top) => lefts.map((left) => ({ left, top, right: left + width, bottom: top + height })));
  const points = inks.flat().map(([x, y]) => ({ left: x, right: x, top: y, bottom: y }));
  const isClear = (place) => ![...points, ...box.zeros].some((each) => overlap(place, each, margin));
  const place = places.find(isClear);
  return place ? { keys: names.map((name, curve) => keyAt(name, curve, place.left, place.top + (curve + 0.5) * LEADING * text, text)) } : null;
}

/** The legend in as many rows as it needs, from `left` to `right` below `top`; and its height. */
export function legendAbove(names, { left, right, top }, text) {
  const keys = [];
  let [x, row] = [left, 0];
  names.forEach((name, curve) => {
    const wide = keyWidth(text) + widthOf(name, text);
    if (x > left && x + wide > right) [x, row] = [left, row + 1];
    keys.push(keyAt(name, curve, x, top + (row + 0.5) * LEADING * text, text));
    x += wide + COLUMN * text;
  });
  return { keys, height: (row + 1) * LEADING * text };
}

function keyWidth(text) {
  return (LINE + GAP) * text;
}

function keyAt(name, curve, x, y, text) {
  return { name, curve, x, y, length: LINE * text, nameAt: x + keyWidth(text) };
}
