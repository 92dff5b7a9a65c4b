// The charts of why one would choose a loss.

import { remembered } from "./memory.js";
import { drawAxes, inBox, LEFT, line, mapOf, penOf, polyline, RIGHT } from "./train_canvas.js";
import { ticks } from "./ticks.js";
import { CENTRES } from "./why_fit.js";
import { bestOf, jumpsOf, reachOf, riskAt } from "./why_risk.js";
import { say } from "./words.js";

const [TOP, BOTTOM] = [14, 40];
const POINTS = 200;
const [DOT, SMALL_DOT] = [5, 3.5];
// What is nearer to a jump than this is drawn at one of its sides.
const TINY = 1e-6;
// The widest gap between the best answers to neighbouring chances that a line bridges, as a share of the reach.
const BRIDGED = 0.1;
// What both axes of the chart of a line show, and the size of a dot of the sample.
export const PLANE = { left: -0.5, right: 10.5, bottom: -1, top: 11 };
const SAMPLE_VIEW = { left: -1, right: 11, bottom: 0, top: 5 };

const boxOf = ({ width, height }) => ({ left: LEFT, right: width - RIGHT, top: TOP, bottom: height - BOTTOM });

/** The risk of every answer for the chance `eta`, and the best of them. */
export function drawRisk(canvas, curve, eta, best, size, colour, theme) {
  const [left, right] = reachOf(curve.loss);
  const jumps = jumpsOf(curve).filter((x) => left < x && x < right);
  const places = Array.from({ length: POINTS + 1 }, (_, i) => left + ((right - left) * i) / POINTS).filter((x) => !jumps.some((jump) => Math.abs(x - jump) < TINY));
  const risks = places.map((x) => riskAt(curve, eta, x));
  const finite = risks.filter(Number.isFinite);
  const near = [...places.map((x, i) => (Math.abs(x) <= 3 ? risks[i] : NaN)), ...jumps.map((x) => riskAt(curve, eta, x))].filter(Number.isFinite);
  const view = { left, right, ...padded(Math.min(...finite), Math.max(...near)) };
  const { pen, box, map } = chartOf(canvas, size, view, theme, answerOf(curve), 4);
  inBox(pen, box, () => {
    stroke(pen, colour, 2.5);
    const ends = [left, ...jumps, right];
    ends.slice(1).forEach((end, i) => {
      const inside = places.filter((x) => ends[i] <= x && x <= end);
      const whole = [...(i ? [ends[i] + TINY] : []), ...inside, ...(end < right ? [end - TINY] : [])];
      polyline(pen, whole.map((x) => [x, riskAt(curve, eta, x)]).filter(([, y]) => Number.isFinite(y)).map(([x, y]) => [map.x(x), map.y(y)]));
    });
    for (const x of jumps) dot(pen, map.x(x), map.y(riskAt(curve, eta, x)), colour, SMALL_DOT);
    if (best.low < best.high) {
      stroke(pen, theme.ink, 4);
      polyline(pen, [[map.x(best.low), map.y(best.risk)], [map.x(best.high), map.y(best.risk)]]);
    } else dot(pen, map.x(best.low), map.y(best.risk), theme.ink);
  });
}

/** The best answer to every chance; that of `eta` has a dot. */
export function drawLink(canvas, curve, eta, best, size, colour, theme) {
  const [bottom, top] = reachOf(curve.loss);
  const { pen, box, map } = chartOf(canvas, size, { left: 0, right: 1, bottom, top }, theme, say("chance η of the label +1"), 4);
  inBox(pen, box, () => {
    const all = linkOf(curve);
    stroke(pen, colour, 2.5);
    let before = null;
    all.forEach(([chance, { low, high }]) => {
      if (low < high) {
        // Whole pixels, so that neighbours leave no seam.
        const [x, toX] = [-0.5, 0.5].map((step) => Math.round(map.x(chance + step / POINTS)));
        pen.fillStyle = colour;
        pen.globalAlpha = 0.35;
        pen.fillRect(x, map.y(high), toX - x, map.y(low) - map.y(high));
        pen.globalAlpha = 1;
      } else {
        const isNear = before && Math.abs(before[1] - low) <= BRIDGED * (top - bottom);
        const [x, y] = [map.x(chance), map.y(low)];
        const half = (box.right - box.left) / POINTS / 2;
        polyline(pen, isNear ? [[map.x(before[0]), map.y(before[1])], [x, y]] : [[x - half, y], [x + half, y]]);
      }
      before = low < high ? null : [chance, low];
    });
    dot(pen, map.x(eta), map.y((best.low + best.high) / 2), theme.ink);
  });
}

const linkOf = remembered((curve) => Array.from({ length: POINTS - 1 }, (_, i) => [(i + 1) / POINTS, bestOf(curve, (i + 1) / POINTS)]));

/** A sample with its mode, median and mean, and what the loss takes for its centre. */
export function drawCentres(canvas, sample, place, size, colour, theme) {
  const { pen, box, map } = chartOf(canvas, size, SAMPLE_VIEW, theme, say("a sample of ten numbers"), 0);
  const heights = new Map();
  for (const number of sample) {
    heights.set(number, (heights.get(number) ?? 0) + 1);
    dot(pen, map.x(number), map.y(heights.get(number) - 0.5), theme.soft);
  }
  inBox(pen, box, () => {
    pen.fillStyle = colour;
    pen.globalAlpha = place.low < place.high ? 0.35 : 1;
    const [x, toX] = [map.x(place.low), map.x(place.high)];
    pen.fillRect(x - 1.5, box.top, toX - x + 3, box.bottom - box.top);
    pen.globalAlpha = 1;
  });
  Object.assign(pen, { fillStyle: theme.ink, textAlign: "left", textBaseline: "middle" });
  CENTRES.forEach(([name, x], i) => {
    const y = box.top + 8 + 15 * i;
    stroke(pen, theme.axis, 1, [3, 3]);
    polyline(pen, [[map.x(x), y], [map.x(x), box.bottom]]);
    const words = say(name);
    pen.fillStyle = theme.ground;
    pen.fillRect(map.x(x) + 2, y - 8, pen.measureText(words).width + 6, 16);
    pen.fillStyle = theme.ink;
    pen.fillText(words, map.x(x) + 5, y);
  });
}

/** Points, one of them to be moved, and the line that fits them best. */
export function drawFit(canvas, points, [intercept, slope], size, colour, theme) {
  const { pen, box, map } = chartOf(canvas, size, PLANE, theme, "x", 4);
  inBox(pen, box, () => {
    stroke(pen, colour, 2.5);
    polyline(pen, [PLANE.left, PLANE.right].map((x) => [map.x(x), map.y(intercept + slope * x)]));
    points.slice(0, -1).forEach(([x, y]) => dot(pen, map.x(x), map.y(y), theme.soft));
    const [x, y] = points.at(-1);
    stroke(pen, theme.ink, 1.5);
    pen.beginPath();
    pen.arc(map.x(x), map.y(y), DOT + 5, 0, 2 * Math.PI);
    pen.stroke();
    dot(pen, map.x(x), map.y(y), theme.ink);
  });
}

/** The point of the plane at a pixel of the chart of a line. */
export function pointAt(x, y, size) {
  const box = boxOf(size);
  const across = (x - box.left) / (box.right - box.left);
  const upward = (box.bottom - y) / (box.bottom - box.top);
  return [PLANE.left + across * (PLANE.right - PLANE.left), PLANE.bottom + upward * (PLANE.top - PLANE.bottom)];
}

/** What the answer of a model is called. */
function answerOf({ loss }) {
  return loss.axis === "margin" ? say("answer f") : say("answer p");
}

function chartOf(canvas, size, view, theme, label, rows) {
  const pen = penOf(canvas, size.width, size.height, theme);
  const box = boxOf(size);
  const map = mapOf(box, view);
  const columns = Math.max(2, Math.min(6, Math.floor((box.right - box.left) / 50)));
  drawAxes(pen, box, map, ticks(view.left, view.right, columns), rows ? ticks(view.bottom, view.top, rows) : [], theme);
  Object.assign(pen, { fillStyle: theme.soft, textAlign: "center", textBaseline: "middle" });
  pen.fillText(label, (box.left + box.right) / 2, size.height - 10);
  stroke(pen, theme.axis, 1);
  pen.beginPath();
  if (view.bottom <= 0 && view.top >= 0) line(pen, box.left, map.y(0), box.right, map.y(0));
  pen.stroke();
  return { pen, box, map };
}

function padded(low, high) {
  const room = 0.06 * (high - low || 1);
  return { bottom: low - room, top: high + room };
}

function stroke(pen, colour, width, dash = []) {
  Object.assign(pen, { strokeStyle: colour, lineWidth: width });
  pen.setLineDash(dash);
}

function dot(pen, x, y, colour, size = DOT) {
  pen.fillStyle = colour;
  pen.beginPath();
  pen.arc(x, y, size, 0, 2 * Math.PI);
  pen.fill();
}
