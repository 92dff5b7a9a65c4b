// The values at the crosshair as a table and as words.

import { make } from "./elements.js";
import { minus } from "./ticks.js";
import { say } from "./words.js";

// The least widths, in multiples of the text size, of the names of curves and of their values, so that no number is
// broken.
const NAME = 8.75;
const VALUE = 8;

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

/** The table of `readings`, by panel and curve, at x; without an x an empty one of the same size. */
export function tableOf({ names, swatches, panels, variable }, x, readings) {
  const table = make("table");
  table.style.minWidth = `${NAME + VALUE * panels.length}em`;
  const head = table.createTHead().insertRow();
  const place = make("th", { scope: "col" });
  place.append(make("i", { textContent: variable }), x === null ? "" : ` = ${formatNumber(x)}`);
  head.append(place, ...panels.map((words) => make("th", { textContent: words, scope: "col" })));
  head.firstElementChild.style.width = `${(100 * NAME) / (NAME + VALUE * panels.length)}%`;
  const body = table.createTBody();
  names.forEach((name, curve) => {
    const row = body.insertRow();
    const title = make("th", { textContent: name, scope: "row" });
    title.style.setProperty("--swatch", swatches[curve]);
    row.append(title);
    for (const panel of panels.keys()) {
      const values = x === null ? null : readings[panel][curve];
      row.append(values ? make("td", { textContent: wordsOf(values) }, { "data-value": values.join() }) : make("td", { textContent: "\u2013" }));
    }
  });
  return table;
}

/** Return the values at x as a sentence for a screen reader. */
export function sentenceOf({ names, panels, variable }, x, readings) {
  const parts = names.map((name, curve) => `${name}: ${panels.map((panel, i) => `${panel} ${wordsOf(readings[i][curve])}`).join(", ")}`);
  return [`${variable} = ${formatNumber(x)}`, ...parts].join("; ");
}
