// The sliders and numbers of each curve's parameters.

import { accepts, hasSize, isAllowed, makeCurve, readNumber, plainNumber } from "./curve.js";
import { make } from "./elements.js";
import { even } from "./knots.js";
import { nameOf, symbolOf } from "./labels.js";
import { formatNumber } from "./reading.js";
import { sliderOf } from "./slider.js";
import { quoted, say } from "./words.js";

// Whole numbers in an interval as narrow as this are listed one by one.
const FEW = 2;

/**
 * The controls of `curve`: `replace` takes the changed curve, `complain` says why a value is refused.
 *
 * Parameters for which `isFixed` is true have none.
 */
export function controlsOf(curve, { swatch, link, replace, remove, complain, isFixed = () => false }) {
  const { loss } = curve;
  const name = nameOf(loss);
  const title = make(link ? "a" : "strong", { className: "swatch", textContent: name });
  if (link) title.href = link;
  title.style.setProperty("--swatch", swatch);
  const head = make("div", { className: "curve-head" });
  head.append(title);
  if (remove) head.append(make("button", { type: "button", textContent: "\u00d7", onclick: remove }, { "aria-label": say("Remove {name}", { name }) }));
  // The values of the curve, and those in the boxes, which replace them all together or not at all.
  let current = curve.values;
  const values = [...current];
  const words = current.map(plainNumber);
  const rows = loss.parameters.map((parameter, i) =>
    parameterRow(parameter, current[i], name, (value, word) => {
      values[i] = value;
      words[i] = word;
      const problems = loss.parameters.map((each, k) => problemOf(each, values[k], words[k]));
      const own = problems[i] || problems.find(Boolean) || "";
      const together = own || isAllowed(loss, values) ? "" : say("{name} needs {condition}", { name, condition: say(loss.requires) });
      rows.forEach(({ mark }, k) => mark(!problems[k] && !(together && values[k] !== current[k])));
      complain(own || together);
      if (own || together) return;
      current = [...values];
      replace(makeCurve(loss, current, curve.given));
    }),
  );
  const block = make("div", { className: "curve" });
  block.append(head, ...rows.filter((_, i) => !isFixed(loss.parameters[i])).map(({ row }) => row));
  return block;
}

function parameterRow(parameter, value, name, change) {
  const slider = sliderOf(parameter);
  const symbol = symbolOf(parameter);
  const word = plainNumber(value);
  const range = make(
    "input",
    { type: "range", min: slider.first, max: slider.last, step: 1, value: slider.stepOf(value) },
    { "aria-label": say("{name}: {symbol}", { name, symbol }), "aria-valuetext": word, "data-parameter": parameter.name },
  );
  const box = make(
    "input",
    { type: "text", inputMode: "decimal", value: word, size: 7, autocomplete: "off" },
    { "aria-label": say("{name}: {symbol}, as a number", { name, symbol }), "aria-invalid": false, "data-parameter": parameter.name },
  );
  range.addEventListener("input", () => {
    const value = slider.valueAt(Number(range.value));
    box.value = plainNumber(value);
    range.setAttribute("aria-valuetext", box.value);
    change(value, box.value);
  });
  box.addEventListener("input", () => {
    const value = readNumber(box.value);
    if (accepts(parameter, value)) {
      range.value = slider.stepOf(value);
      range.setAttribute("aria-valuetext", box.value);
    }
    change(value, box.value);
  });
  const row = make("div", { className: "parameter" });
  row.append(make("span", { className: "symbol", textContent: symbol }), range, box);
  return { row, mark: (isGood) => box.setAttribute("aria-invalid", !isGood) };
}

/** Return the reason why `parameter` cannot have `value`, whose text is `word`; "" if it can. */
function problemOf(parameter, value, word) {
  const symbol = symbolOf(parameter);
  if (Number.isNaN(value)) return say("{symbol}: {word} is not a number", { symbol, word: quoted(word) });
  if (accepts(parameter, value)) return "";
  const [least, most] = parameter.sizes.map(formatNumber);
  const words = { symbol, value: formatNumber(value), domain: domainOf(parameter), least, most };
  if (!hasSize(parameter, value)) return say("{symbol} = {value} cannot be computed with; its size is from {least} to {most}", words);
  return parameter.integer ? say("{symbol} must be {domain}, not {value}", words) : say("{symbol} = {value} is outside {domain}", words);
}

function domainOf(parameter) {
  const { interval, integer, holes } = parameter;
  const [low, high] = interval;
  if (integer && high - low <= FEW) return even(low, high, high - low + 1).filter((value) => accepts(parameter, value)).map(formatNumber).join(say(" or "));
  const domain = intervalWords(interval);
  const whole = integer ? say("a whole number in {domain}", { domain }) : domain;
  return holes ? say("{domain} without {holes}", { domain: whole, holes: holes.map(intervalWords).join(", ") }) : whole;
}

function intervalWords([low, high, lowClosed, highClosed]) {
  if (low === high) return `{${formatNumber(low)}}`;
  return `${lowClosed ? "[" : "("}${formatNumber(low)}, ${formatNumber(high)}${highClosed ? "]" : ")"}`;
}
