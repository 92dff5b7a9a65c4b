// A scene -> SVG text, with its colours in it, so that it looks the same wherever it is taken.

import { make } from "./elements.js";
import { overlaps } from "./overlaps.js";
import { ticks } from "./ticks.js";

const TEXT = 13;
const FONT = "system-ui, -apple-system, 'Segoe UI', 'Noto Sans', 'Noto Sans CJK SC', sans-serif";
const LINE = 2.5;
const CIRCLE = 4;
const GAP = 14;
const LEAST_RIGHT = 16;
// The length of a line in the legend.
const KEY = 36;

const measure = make("canvas").getContext("2d");
measure.font = `${TEXT}px ${FONT}`;

/** Return the width of `text` in pixels. */
function widthOf(text) {
  return measure.measureText(text).width;
}

/** The ticks of the x axis, as many as stand side by side in `width`. */
function levelTicks({ left, right }, width) {
  for (let count = 9; count > 2; count--) {
    const candidates = ticks(left, right, count);
    if (candidates.reduce((sum, [, text]) => sum + widthOf(text) + TEXT, 0) <= width) return candidates;
  }
  return ticks(left, right, 2);
}

/**
 * The drawing of `scene`, `width` pixels wide: its SVG text `svg`, its height, and the boxes of its panels.
 *
 * `names` are those of the curves, `labels` those of the panels and of the x axis; `description` says it in words.
 */
export function draw(scene, width, { names, labels, xLabel, description }, colours) {
  const legend = legendOf(names, width);
  const first = Math.round(Math.min(Math.max(width * (scene.panels.length > 1 ? 0.3 : 0.48), 180), 380));
  const heights = scene.panels.map((_, i) => (i ? Math.round(first * 0.64) : first));
  const upright = scene.panels.map(({ view }, i) => ticks(view.bottom, view.top, Math.floor(heights[i] / (2.5 * TEXT))));
  const left = Math.ceil(Math.max(...upright.flat().map(([, text]) => widthOf(text)), 2 * TEXT) + 2.4 * TEXT);
  const level = levelTicks(scene, width - left - LEAST_RIGHT);
  const right = Math.max(LEAST_RIGHT, Math.ceil(widthOf(level.at(-1)?.[1] ?? "") / 2) + 4);
  let top = legend.height + 8;
  const boxes = scene.panels.map(({ view }, i) => {
    const box = { left, top, width: width - left - right, height: heights[i], view };
    top += heights[i] + GAP;
    return box;
  });
  const height = Math.round(top - GAP + 3.4 * TEXT);
  const parts = scene.panels.map((panel, i) => panelOf(panel, boxes[i], upright[i], level, labels[panel.name], i === scene.panels.length - 1, colours));
  const axis = `<text x="${left + boxes[0].width / 2}" y="${height - 8}" text-anchor="middle" fill="${colours.ink}">${safe(xLabel)}</text>`;
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${safe(description)}" font-family="${FONT}" font-size="${TEXT}">`,
    `<rect width="${width}" height="${height}" fill="${colours.ground}"/>`,
    legend.keys.map((key, i) => keyOf(key, names[i], dashOf(i, names.length, colours), colourOf(colours, i), colours.ink)).join(""),
    ...parts,
    axis,
    '<g class="crosshair"></g></svg>',
  ].join("\n");
  return { svg, width, height, boxes };
}

export function colourOf(colours, i) {
  return colours.colours[i % colours.colours.length];
}

/** The dashes of curve number `i` of `count`, as an attribute. */
function dashOf(i, count, colours) {
  return dashed(count > colours.dashes.length ? dashes[i % dashes.length] : colours.dashes[i]);
}

/** A pattern in line widths, as an attribute. */
function dashed(pattern) {
  return pattern.length ? ` stroke-dasharray="${pattern.map((part) => digits(part * LINE)).join(" ")}"` : "";
}

export function place(box, [x, y]) {
  const { left, right, bottom, top } = box.view;
  return [box.left + ((x - left) / (right - left)) * box.width, box.top + ((top - y) / (top - bottom)) * box.height];
}

/** Return the x of a pixel column in the range of `box`. */
export function xAt(box, column) {
  return box.view.left + ((column - box.left) / box.width) * (box.view.right - box.view.left);
}

/** The crosshair at x: a line through all panels, and on each curve a dot, or two hollow ones at its two limits. */
export function crosshair(boxes, x, readings, colours) {
  const [column] = place(boxes[0], [x, 0]);
  const [top, bottom] = [boxes[0].top, boxes.at(-1).top + boxes.at(-1).height];
  const dots = boxes.flatMap((box, panel) =>
    readings[panel].flatMap((values, curve) =>
      values
        .filter((y) => y >= box.view.bottom && y <= box.view.top)
        .map((y) => {
          const [fill, stroke] = values.length > 1 ? [colours.ground, colourOf(colours, curve)] : [colourOf(colours, curve), colours.ground];
          return circle(place(box, [x, y]), fill, stroke, 1.5);
        }),
    ),
  );
  return `<path d="M${digits(column)} ${top}V${bottom}" stroke="${colours.ink}" stroke-width="1" opacity="0.6"/>${dots.join("")}`;
}

/** Return the places of the keys of the legend, in as many rows as they need, and its height. */
function legendOf(names, width) {
  const keys = [];
  let [x, row] = [12, 0];
  for (const name of names) {
    const wide = KEY + 8 + widthOf(name) + 20;
    if (x > 12 && x + wide > width) [x, row] = [12, row + 1];
    keys.push({ x, y: 20 + row * 20 });
    x += wide;
  }
  return { keys, height: 28 + row * 20 };
}

function keyOf({ x, y }, name, dash, colour, ink) {
  const line = `<path d="M${x} ${y - 4}h${KEY}" stroke="${colour}" stroke-width="${LINE}"${dash}/>`;
  return `${line}<text x="${x + KEY + 8}" y="${y}" fill="${ink}">${safe(name)}</text>`;
}

function panelOf({ name, traces }, box, upright, level, label, isLast, colours) {
  const { left, top, width, height, view } = box;
  const [right, bottom] = [left + width, top + height];
  const rows = upright.map(([y, text]) => [digits(place(box, [0, y])[1]), text]);
  const columns = level.map(([x, text]) => [digits(place(box, [x, 0])[0]), text]);
  const zero = [
    view.left < 0 && view.right > 0 ? `M${digits(place(box, [0, 0])[0])} ${top}V${bottom}` : "",
    view.bottom < 0 && view.top > 0 ? `M${left} ${digits(place(box, [0, 0])[1])}H${right}` : "",
  ].join("");
  return [
    `<clipPath id="clip-${name}"><rect x="${left}" y="${top}" width="${width}" height="${height}"/></clipPath>`,
    `<path d="${rows.map(([y]) => `M${left} ${y}H${right}`).join("")}${columns.map(([x]) => `M${x} ${top}V${bottom}`).join("")}" stroke="${colours.grid}" fill="none"/>`,
    `<path d="${zero}M${left} ${bottom}H${right}" stroke="${colours.axis}" fill="none"/>`,
    ...rows.map(([y, text]) => `<text x="${left - 8}" y="${y + TEXT / 3}" text-anchor="end" fill="${colours.ink}">${text}</text>`),
    ...(isLast ? columns.map(([x, text]) => `<text x="${x}" y="${bottom + 1.4 * TEXT}" text-anchor="middle" fill="${colours.ink}">${text}</text>`) : []),
    `<text transform="translate(${1.2 * TEXT} ${top + height / 2}) rotate(-90)" text-anchor="middle" fill="${colours.ink}">${safe(label)}</text>`,
    `<g clip-path="url(#clip-${name})" fill="none" stroke-linejoin="round">`,
    ...traces.map((trace, i) => linesOf(trace, box, colourOf(colours, i), dashOf(i, traces.length, colours))),
    ...overlaps(traces, view).map(({ curve, points, dash }) => linesOf({ pieces: [points], bridges: [] }, box, colourOf(colours, curve), dashed(dash))),
    "</g>",
    ...traces.map((trace, i) => circlesOf(trace, box, colourOf(colours, i), colours.ground)),
  ].join("\n");
}

function linesOf({ pieces, bridges }, box, colour, dash) {
  const pathOf = (points) => `M${points.map((point) => place(box, point).map(digits).join(" ")).join("L")}`;
  const lines = pieces.map(pathOf).join("");
  const dotted = bridges.map(([x, low, high]) => pathOf([[x, low], [x, high]])).join("");
  const bridge = dotted && `<path d="${dotted}" stroke="${colour}" stroke-width="${LINE / 2}" stroke-dasharray="1.5 3"/>`;
  return `<path d="${lines}" stroke="${colour}" stroke-width="${LINE}"${dash}/>${bridge}`;
}

function circlesOf({ filled, hollow }, box, colour, ground) {
  const isInBox = ([, y]) => y >= box.top - 1 && y <= box.top + box.height + 1;
  const circles = (points, fill) => points.map((point) => place(box, point)).filter(isInBox).map((centre) => circle(centre, fill, colour, 1.6));
  return [...circles(hollow, ground), ...circles(filled, colour)].join("");
}

function circle([x, y], fill, stroke, width) {
  return `<circle cx="${digits(x)}" cy="${digits(y)}" r="${CIRCLE}" fill="${fill}" stroke="${stroke}" stroke-width="${width}"/>`;
}

function digits(value) {
  return Math.round(value * 1000) / 1000;
}

function safe(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
