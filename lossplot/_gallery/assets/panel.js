// One panel of the live figure as SVG: grid, numbers, curves, circles.

import { spansOf } from "./letters.js";
import { overlaps } from "./overlaps.js";
import { NUMBERS, TEXT } from "./sizes.js";

export const LINE = 2.5;
const CIRCLE = 4;

/** Return the pixels of a point in the view of `box`. */
export function place(box, [x, y]) {
  const { left, right, bottom, top } = box.view;
  return [box.left + ((x - left) / (right - left)) * box.width, box.top + ((top - y) / (top - bottom)) * box.height];
}

/** Return the x of a pixel column in the view of `box`. */
export function xAt(box, column) {
  return box.view.left + ((column - box.left) / box.width) * (box.view.right - box.view.left);
}

/** Return the y of a pixel row in the view of `box`. */
export function yAt(box, row) {
  return box.view.top - ((row - box.top) / box.height) * (box.view.top - box.view.bottom);
}

/** The frame of a panel: a light grid, the two zero lines, its `label` above, numbers at the left and, if it has them, below. */
export function frameOf(box, upright, level, { label, hasNumbers }, theme) {
  const { left, top, right, bottom } = box;
  const rows = upright.map(([y, text]) => [digits(place(box, [0, y])[1]), text]);
  const columns = level.map(([x, text]) => [digits(place(box, [x, 0])[0]), text]);
  const across = (y) => `M${left} ${y}H${digits(right)}`;
  const upward = (x) => `M${x} ${digits(top)}V${digits(bottom)}`;
  const [zeroX, zeroY] = place(box, [0, 0]).map(digits);
  const zero = `${zeroX >= left && zeroX <= right ? upward(zeroX) : ""}${zeroY >= top && zeroY <= bottom ? across(zeroY) : ""}`;
  const below = digits(bottom + 0.5 * TEXT + 0.8 * NUMBERS);
  return [
    `<path d="${rows.map(([y]) => across(y)).join("")}${columns.map(([x]) => upward(x)).join("")}" stroke="${theme.grid}" fill="none"/>`,
    zero && `<path d="${zero}" stroke="${theme.axis}" stroke-width="1.25" fill="none"/>`,
    `<g fill="${theme.soft}" font-size="${NUMBERS}">`,
    ...rows.map(([y, text]) => `<text x="${digits(left - 0.6 * NUMBERS)}" y="${digits(y + 0.364 * NUMBERS)}" text-anchor="end">${text}</text>`),
    ...(hasNumbers ? columns : []).map(([x, text]) => `<text x="${x}" y="${below}" text-anchor="middle">${text}</text>`),
    "</g>",
    label && `<text x="${left}" y="${digits(top - 0.45 * TEXT)}" fill="${theme.ink}">${spansOf(label)}</text>`,
  ].join("\n");
}

/** The curves of a panel in their `styles`, and the circles at their jumps. */
export function curvesOf({ name, traces, view }, box, styles, theme) {
  const { left, top, width, height } = box;
  return [
    `<clipPath id="clip-${name}"><rect x="${left}" y="${digits(top)}" width="${digits(width)}" height="${height}"/></clipPath>`,
    `<g clip-path="url(#clip-${name})" fill="none" stroke-linejoin="round">`,
    ...traces.map((trace, i) => `<g class="curve">${linesOf(trace, box, styles[i].colour, styles[i].dash)}</g>`),
    ...overlaps(traces, view).map(({ curve, points, dash }) => linesOf({ pieces: [points], bridges: [] }, box, styles[curve].colour, dash)),
    "</g>",
    ...traces.map((trace, i) => circlesOf(trace, box, styles[i].colour, theme.ground)),
  ].join("\n");
}

/** The crosshair at x: a line through all panels, and on each curve a dot, or two hollow ones at its two limits. */
export function crosshair(boxes, x, readings, styles, theme) {
  const [column] = place(boxes[0], [x, 0]);
  const dots = boxes.flatMap((box, panel) =>
    readings[panel].flatMap((values, curve) =>
      values
        .filter((y) => y >= box.view.bottom && y <= box.view.top)
        .map((y) => {
          const { colour } = styles[curve];
          const [fill, stroke] = values.length > 1 ? [theme.ground, colour] : [colour, theme.ground];
          return circle(place(box, [x, y]), fill, stroke, 1.5);
        }),
    ),
  );
  const lines = boxes.map(({ top, bottom }) => `M${digits(column)} ${digits(top)}V${digits(bottom)}`).join("");
  return `<path d="${lines}" stroke="${theme.ink}" stroke-width="1" opacity="0.6"/>${dots.join("")}`;
}

/** A pattern in line widths, as an attribute. */
export function dashed(pattern) {
  return pattern.length ? ` stroke-dasharray="${pattern.map((part) => digits(part * LINE)).join(" ")}"` : "";
}

export function digits(value) {
  return Math.round(value * 1000) / 1000;
}

function linesOf({ pieces, bridges }, box, colour, dash) {
  const pathOf = (points) => `M${points.map((point) => place(box, point).map(digits).join(" ")).join("L")}`;
  const lines = pieces.map(pathOf).join("");
  const dotted = bridges.map(([x, low, high]) => pathOf([[x, low], [x, high]])).join("");
  const bridge = dotted && `<path d="${dotted}" stroke="${colour}" stroke-width="${LINE / 2}" stroke-dasharray="1.5 3"/>`;
  return `<path d="${lines}" stroke="${colour}" stroke-width="${LINE}"${dashed(dash)}/>${bridge}`;
}

function circlesOf({ filled, hollow }, box, colour, ground) {
  const isInBox = ([, y]) => y >= box.top - 1 && y <= box.bottom + 1;
  const circles = (points, fill) => points.map((point) => place(box, point)).filter(isInBox).map((centre) => circle(centre, fill, colour, 1.6));
  return [...circles(hollow, ground), ...circles(filled, colour)].join("");
}

function circle([x, y], fill, stroke, width) {
  return `<circle cx="${digits(x)}" cy="${digits(y)}" r="${CIRCLE}" fill="${fill}" stroke="${stroke}" stroke-width="${width}"/>`;
}
