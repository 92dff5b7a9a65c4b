// Where everything stands in the live figure, in pixels: panels, ticks, title, and the names of the curves.

import { namesAtEnds } from "./ends.js";
import { inksOf } from "./ink.js";
import { legendAbove, legendInside } from "./legend.js";
import { markedWidth, widthOf } from "./letters.js";
import { namesBeside } from "./names.js";
import { place } from "./panel.js";
import { EDGE, NUMBERS, TEXT, TITLE } from "./sizes.js";
import { ticks } from "./ticks.js";

// Most curves that are named beside themselves.
const MOST_NAMES = 6;
// In multiples of the text size: the line above a panel, the room above one without a name, and that below a panel.
const [HEADER, NO_HEADER, BELOW] = [1.6, 0.5, 0.75];
// The room at both sides of the view, as a share of its width, so that curves do not run into the edge of the frame.
const PAD = 0.02;
// What a panel takes besides its height, in multiples of the text size, where the figure has to be low; and its least height.
const [AROUND, LOWEST] = [2.5, 90];
const MOST_LEVEL = 7;
const MOST_UPRIGHT = 6;

/**
 * The places of all parts of `scene` in a figure `width` pixels wide and, if that can be, `most` pixels high.
 *
 * `words` are the title, the names of the curves to write, if any, `values` in their place at the ends of a family's
 * curves, the names of the `panels`, and the label of the x axis.
 */
export function layOut(scene, { width, most }, words) {
  const page = pageOf(scene, { width, most }, words);
  const { boxes, ...names } = nameCurves(page, scene, words);
  const [first, last] = [boxes[0], boxes.at(-1)];
  const labelBase = last.bottom + 0.5 * TEXT + 1.5 * NUMBERS + TEXT;
  const titleSize = fitted(TITLE, widthOf(words.title, TITLE), width - EDGE - first.left);
  const labelSize = fitted(TEXT, markedWidth(words.xLabel, TEXT), width - 2 * EDGE);
  const half = EDGE + markedWidth(words.xLabel, labelSize) / 2;
  return {
    boxes,
    ...names,
    upright: page.upright,
    level: levelTicks(scene, first.width),
    height: Math.ceil(labelBase + 0.3 * TEXT + EDGE),
    title: { x: first.left, y: EDGE + TITLE, size: titleSize },
    xLabel: { x: Math.min(Math.max((first.left + first.right) / 2, half), width - half), y: labelBase, size: labelSize },
  };
}

/** What does not depend on the names of the curves: the heights of the panels, and the numbers beside them. */
function pageOf(scene, { width, most }, words) {
  const isMany = scene.panels.length > 1;
  const first = Math.round(Math.min(Math.max(width * (isMany ? 0.32 : 0.5), 200), 400));
  const usual = scene.panels.map((_, i) => (i ? Math.round(first * 0.75) : first));
  const room = most - scene.panels.length * AROUND * TEXT - 2 * TITLE;
  const share = Math.min(1, room / usual.reduce((sum, height) => sum + height));
  const heights = usual.map((height) => Math.max(Math.round(height * share), Math.min(height, LOWEST)));
  const upright = scene.panels.map(({ view }, i) => ticks(view.bottom, view.top, Math.min(Math.floor(heights[i] / (2.8 * NUMBERS)), MOST_UPRIGHT)));
  const left = EDGE + Math.ceil(Math.max(...upright.flat().map(([, text]) => widthOf(text, NUMBERS))) + 0.6 * NUMBERS);
  const lastNumber = ticks(scene.left, scene.right, MOST_LEVEL).at(-1)[1];
  const right = EDGE + Math.ceil(widthOf(lastNumber, NUMBERS) / 2);
  // Names may need the line above a panel, which is there in any case, so that the panel stays where it is.
  const headers = scene.panels.map(() => TEXT * (isMany || words.panels[0] || (words.names.length && !words.title) ? HEADER : NO_HEADER));
  return { width, left, right, heights, headers, upright, top: EDGE + (words.title ? 1.5 * TITLE : 0) };
}

/** The boxes of the panels, with `top` and `right` kept for names. */
function boxesOf({ width, left, right, heights, headers, top }, scene, kept = {}) {
  let bottom = top + (kept.top ?? 0) - BELOW * TEXT;
  return scene.panels.map(({ view }, i) => {
    const edges = { left, right: width - Math.max(right, EDGE + (kept.right ?? 0)), top: bottom + BELOW * TEXT + headers[i] };
    bottom = edges.top + heights[i];
    const box = { ...edges, bottom, width: edges.right - left, height: heights[i], view: padded(view) };
    return { ...box, zeros: zerosOf(box) };
  });
}

/** The two lines through zero, as boxes without width or height; one that is not in view is outside the panel. */
function zerosOf(box) {
  const { left, right, top, bottom } = box;
  const [x, y] = place(box, [0, 0]);
  return [{ left: x, right: x, top, bottom }, { left, right, top: y, bottom: y }];
}

function padded({ left, right, bottom, top }) {
  const room = PAD * (right - left);
  return { left: left - room, right: right + room, bottom, top };
}

/** The names beside their curves or at their ends, else a legend; and the boxes of the panels, which make room. */
function nameCurves(page, scene, words) {
  const boxes = boxesOf(page, scene);
  const { names, values } = words;
  if (!names.length) return { boxes, names: [] };
  const isFew = names.length <= MOST_NAMES;
  const inks = inksOf(scene.panels[0].traces, boxes[0]);
  const found = isFew && ((values && atEnds(page, scene, words, boxes[0])) || beside(boxes, inks, words) || atEnds(page, scene, words, boxes[0]));
  if (found) return { boxes, ...found };
  const inside = legendInside(names, inks, boxes[0], TEXT);
  if (inside) return { boxes, names: [], legend: inside };
  const above = legendAbove(names, { left: EDGE, right: page.width - EDGE, top: page.top }, TEXT);
  return { boxes: boxesOf(page, scene, { top: above.height }), names: [], legend: above };
}

function beside(boxes, inks, { title, names, panels }) {
  const widths = (size) => names.map((name) => widthOf(name, size, "medium"));
  const start = boxes[0].left + (panels[0] ? markedWidth(panels[0], TEXT) + 1.5 * TEXT : 0);
  const header = { left: start, right: boxes[0].right, bottom: boxes[0].top - 0.3 * TEXT };
  const placed = namesBeside(inks, boxes[0], title && !panels[0] ? null : header, TEXT, widths);
  if (!placed) return null;
  const { boxes: places, size } = placed;
  return { names: places.map(({ left, top, bottom }, curve) => ({ curve, text: names[curve], x: left, y: (top + bottom) / 2 + 0.364 * size, size })) };
}

function atEnds(page, scene, { names, values }, box) {
  const widths = names.map((name) => widthOf(name, TEXT, "medium"));
  const column = namesAtEnds({ traces: scene.panels[0].traces, view: box.view }, box, TEXT, widths);
  if (!column) return null;
  const boxes = boxesOf(page, scene, { right: column.room });
  const textOf = (curve) => (values && curve !== column.first ? values[curve] : names[curve]);
  const x = boxes[0].right + column.gap;
  return { boxes, names: column.middles.map((y, curve) => ({ curve, text: textOf(curve), x, y: y + 0.364 * TEXT, size: TEXT })) };
}

/** The ticks of the x axis, as many as stand side by side in `width`. */
function levelTicks({ left, right }, width) {
  for (let count = MOST_LEVEL; count > 2; count--) {
    const candidates = ticks(left, right, count);
    if (candidates.reduce((sum, [, text]) => sum + widthOf(text, NUMBERS) + 1.5 * NUMBERS, 0) <= width) return candidates;
  }
  return ticks(left, right, 2);
}

/** `size`, or as much of it as makes a text that is `width` wide fit into `room`. */
function fitted(size, width, room) {
  return size * Math.min(1, room / Math.max(width, 1));
}
