// The history of a training, and the loss with the examples that it is trained with on it.

import { plain } from "./letters.js";
import { remembered } from "./memory.js";
import { compose } from "./scene.js";
import { drawAxes, drawLayer, inBox, LEFT, line, mapOf, penOf, polyline, RIGHT, SMALL } from "./train_canvas.js";
import { ticks } from "./ticks.js";
import { language, say } from "./words.js";

const BINS = 40;
// The least loss that a log scale shows.
const LEAST = 1e-9;
// The share of the panel's height that the fullest bin takes.
const TALLEST = 0.6;
const [TOP, BOTTOM, LABEL] = [22, 24, 18];
// The width of a line in a key, and the room after its words.
const [SAMPLE, APART] = [20, 12];
const LENGTHS = [10, 20, 50, 100, 200, 500, 1000];

const columnsOf = ({ left, right }) => Math.min(5, Math.floor((right - left) / 40));
const boxOf = (width, height) => ({ left: LEFT, right: width - RIGHT, top: TOP, bottom: height - BOTTOM });

/** The view that holds the histories of all runs, on a log scale; it grows with `epochs` in steps, to `most` of them. */
export function historyView(runs, epochs, most) {
  const values = runs.flatMap(({ losses }) => [...losses.train, ...losses.validation]).filter((value) => value > LEAST && Number.isFinite(value));
  const [low, high] = [Math.min(...values, 1), Math.max(...values, LEAST * 10)];
  return { left: 0, right: Math.min(LENGTHS.find((length) => length >= epochs) ?? most, most), bottom: 10 ** Math.floor(Math.log10(low)), top: 10 ** Math.ceil(Math.log10(high) + 1e-9) };
}

/** Draw the losses after each epoch: of the examples to train with, and dashed of those to validate. */
export function drawHistory(canvas, run, view, { width, height }, colour, theme) {
  const pen = penOf(canvas, width, height + LABEL, theme);
  const box = boxOf(width, height);
  const map = mapOf(box, view, true);
  drawLayer(pen, [view.right, view.bottom, view.top, colour], (brush) => {
    drawAxes(brush, box, map, ticks(view.left, view.right, columnsOf(box)), decades(view), theme);
    key(brush, box, [[say("training"), colour, []], [say("validation"), theme.ink, [4, 3]]], theme);
    nameAxis(brush, say("Epochs"), box, { width, height }, theme);
  });
  inBox(pen, box, () => {
    for (const [part, ink, dash] of [["validation", theme.ink, [4, 3]], ["train", colour, []]]) {
      pen.strokeStyle = ink;
      pen.lineWidth = part === "train" ? 2.5 : 1.5;
      pen.setLineDash(dash);
      polyline(pen, run.losses[part].map((value, epoch) => [map.x(epoch), map.y(Math.max(value, view.bottom))]));
    }
    pen.setLineDash([]);
  });
}

function decades({ bottom, top }) {
  const [low, high] = [Math.round(Math.log10(bottom)), Math.round(Math.log10(top))];
  const step = Math.max(1, Math.ceil((high - low) / 4));
  return Array.from({ length: Math.floor((high - low) / step) + 1 }, (_, i) => [10 ** (low + i * step), powerOf(low + i * step)]);
}

function powerOf(power) {
  if (power >= -2 && power <= 3) return String(Number((10 ** power).toPrecision(3)));
  return `1e${power}`.replace("-", "\u2212");
}

/** A line of words above the panel, each after a piece of the line that it names. */
function key(pen, box, entries, theme) {
  pen.textAlign = "left";
  pen.textBaseline = "middle";
  const widths = entries.map(([words]) => SAMPLE + pen.measureText(words).width + APART);
  let x = Math.max(0, Math.min(box.left, box.right + RIGHT + APART - widths[0] - widths[1]));
  entries.forEach(([words, colour, dash], i) => {
    pen.strokeStyle = colour;
    pen.lineWidth = 2;
    pen.setLineDash(dash);
    polyline(pen, [[x, 11], [x + SAMPLE - 4, 11]]);
    pen.setLineDash([]);
    pen.fillStyle = theme.soft;
    pen.fillText(words, x + SAMPLE, 11);
    x += widths[i];
  });
}

/** The name of what is along the axis, in the middle of its panel or, if it is long, of the canvas. */
function nameAxis(pen, words, box, { width, height }, theme) {
  Object.assign(pen, { fillStyle: theme.soft, textBaseline: "middle", textAlign: "center" });
  const isLong = pen.measureText(words).width > box.right - box.left;
  pen.fillText(words, isLong ? width / 2 : (box.left + box.right) / 2, height + LABEL / 2, width);
}

/** Draw the curve of a run's loss, and above its axis how many of the examples to train with are where. */
export function drawLoss(canvas, run, { width, height }, colour, theme) {
  const pen = penOf(canvas, width, height + LABEL, theme);
  const box = boxOf(width, height);
  const { curve } = run.objective;
  const { left, right, panels } = sceneOf(curve);
  const [{ view, traces: [trace] }] = panels;
  const map = mapOf(box, view);
  drawLayer(pen, [curve], (brush) => {
    drawAxes(brush, box, map, ticks(left, right, columnsOf(box)), ticks(view.bottom, view.top, 4), theme);
    nameAxis(brush, plain(curve.loss.label[language()] ?? curve.loss.label.en), box, { width, height }, theme);
  });
  const { shares, below, above } = sharesOf(run, left, right);
  const most = Math.max(...shares, 1e-9);
  const floor = map.y(Math.max(view.bottom, Math.min(0, view.top)));
  inBox(pen, box, () => {
    pen.fillStyle = theme.axis;
    pen.globalAlpha = 0.45;
    shares.forEach((share, i) => {
      const [x, toX] = [i, i + 1].map((edge) => map.x(left + (edge / BINS) * (right - left)));
      const tall = (share / most) * TALLEST * (floor - box.top);
      pen.fillRect(x, floor - tall, Math.max(toX - x - 1, 1), tall);
    });
    pen.globalAlpha = 1;
    pen.strokeStyle = theme.axis;
    pen.beginPath();
    line(pen, box.left, map.y(0), box.right, map.y(0));
    pen.stroke();
    pen.strokeStyle = colour;
    pen.lineWidth = 2.5;
    for (const piece of trace.pieces) polyline(pen, piece.map(([x, y]) => [map.x(x), map.y(y)]));
  });
  Object.assign(pen, { fillStyle: theme.soft, textBaseline: "middle" });
  sayShare(pen, box.left, "left", below, "\u2190 {share}");
  sayShare(pen, box.right, "right", above, "{share} \u2192");
}

/** Say how many examples are outside the panel. */
function sayShare(pen, x, side, share, words) {
  pen.textAlign = side;
  if (share > 0) pen.fillText(words.replace("{share}", percent(share, 2)), x, SMALL);
}

export function percent(share, digits = 3) {
  if (Number.isNaN(share)) return "\u2013";
  const value = 100 * share;
  return `${value > 99.9 && value < 100 ? "99.9" : Number(value.toPrecision(digits))}\u202f%`;
}

const sceneOf = remembered((curve) => compose([curve], ["loss"], null));

/** The share of the examples to train with in each bin of [left, right], and of those outside. */
function sharesOf({ objective, channels }, left, right) {
  const counts = new Float64Array(BINS + 2);
  for (const channel of channels) {
    const x = objective.isLogOdds ? 1 / (1 + Math.exp(-channel)) : channel;
    const bin = x < left ? 0 : x > right ? BINS + 1 : Math.min(BINS, 1 + Math.floor(((x - left) / (right - left)) * BINS));
    counts[bin] += 1 / channels.length;
  }
  return { shares: counts.slice(1, -1), below: counts[0], above: counts[BINS + 1] };
}
