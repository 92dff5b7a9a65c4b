// The values at the crosshair as a table and as words.

import { make } from "./elements.js";
import { minus } from "./ticks.js";
import { say } from "./words.js";

// The least widths, in multiples of the text size, of the names of curves and of their values, so that no number is
// broken.
const NAME = 8.75;
const VALUE = 8;
// The text size in pixels.
const EM = 15;

/** A number in ten digits. */
export function formatNumber(value) {
  if (Number.isNaN(value)) return "\u2013";
  if (!Number.isFinite(value)) return value > 0 ? "\u221e" : "\u2212\u221e";
  return minus(String(Number(value.toPrecision(10))));
}

/** One value, two limits, or none, in words. */
export function wordsOf(values) {
  if (!values.length) return say("undefined");
  const [left, right = left] = values.map(formatNumber);
  return left === right ? left : say("{left} left, {right} right", { left, right });
}

/**
 * The table of `readings`, by panel and curve, at x; without an x an empty one of the same size.
 *
 * In a width of so many pixels that its columns have no room it has a row for each number.
 */
export function tableOf(facts, x, readings, width) {
  const { panels } = facts;
  return panels.length > 1 && width < (NAME + VALUE * panels.length) * EM ? longTable(facts, x, readings) : wideTable(facts, x, readings);
}

function wideTable({ names, swatches, panels, variable }, x, readings) {
  const table = make("table");
  table.style.minWidth = `${NAME + VALUE * panels.length}em`;
  const head = table.createTHead().insertRow();
  head.append(placeOf(variable, x), ...panels.map((words) => make("th", { textContent: words, scope: "col" })));
  head.firstElementChild.style.width = `${(100 * NAME) / (NAME + VALUE * panels.length)}%`;
  const body = table.createTBody();
  names.forEach((name, curve) => {
    const row = body.insertRow();
    row.append(titleOf(name, swatches[curve], { scope: "row" }));
    for (const panel of panels.keys()) row.append(cellOf(x === null ? null : readings[panel][curve]));
  });
  return table;
}

function longTable({ names, swatches, panels, variable }, x, readings) {
  const table = make("table");
  const place = placeOf(variable, x);
  place.colSpan = 2;
  table.createTHead().insertRow().append(place);
  names.forEach((name, curve) => {
    const body = table.createTBody();
    if (names.length > 1) body.insertRow().append(titleOf(name, swatches[curve], { scope: "rowgroup", colSpan: 2 }));
    panels.forEach((words, panel) => body.insertRow().append(make("td", { textContent: words, className: "quiet" }), cellOf(x === null ? null : readings[panel][curve])));
  });
  return table;
}

function placeOf(variable, x) {
  const place = make("th", { scope: "col" });
  place.append(make("i", { textContent: variable }), x === null ? "" : ` = ${formatNumber(x)}`);
  return place;
}

function titleOf(name, swatch, properties) {
  const title = make("th", { textContent: name, className: "swatch", ...properties });
  title.style.setProperty("--swatch", swatch);
  return title;
}

function cellOf(values) {
  return values ? make("td", { textContent: wordsOf(values) }, { "data-value": values.join() }) : make("td", { textContent: "\u2013" });
}

/** Return the values at x as a sentence for a screen reader. */
export function sentenceOf({ names, panels, variable }, x, readings) {
  const parts = names.map((name, curve) => `${name}: ${panels.map((panel, i) => `${panel} ${wordsOf(readings[i][curve])}`).join(", ")}`);
  return [`${variable} = ${formatNumber(x)}`, ...parts].join("; ");
}
