// The sliders and numbers of each curve's parameters.

import { accepts, isAllowed, makeCurve, readNumber, spelled } from "./curve.js";
import { even } from "./knots.js";
import { written } from "./reading.js";
import { sliderOf } from "./slider.js";
import { language, quoted, say } from "./words.js";

// Whole numbers in an interval as narrow as this are told one by one.
const FEW = 2;

export function nameOf(loss) {
  return loss.names[language()] ?? loss.names.en;
}

export function symbolOf(parameter) {
  return parameter.symbols[language()] ?? parameter.symbols.en ?? parameter.name;
}

/** The controls of `curve`: `replace` takes the changed curve, `complain` says why a value is refused. */
export function controlsOf(curve, { swatch, link, replace, remove, complain }) {
  const block = make("div", { className: "curve" });
  const head = make("div", { className: "curve-head" });
  const name = nameOf(curve.loss);
  const title = link ? make("a", { href: link, textContent: name }) : make("strong", { textContent: name });
  title.style.setProperty("--swatch", swatch);
  title.classList.add("swatch");
  head.append(title);
  if (remove) {
    const button = make("button", { type: "button", textContent: "\u00d7", onclick: remove });
    button.setAttribute("aria-label", say("Remove {name}", { name }));
    head.append(button);
  }
  block.append(head);
  const { loss } = curve;
  // What is drawn, and what the boxes ask for: all of it together, or none.
  let drawn = curve.values;
  const asked = [...drawn];
  const words = drawn.map(spelled);
  const rows = loss.parameters.map((parameter, i) =>
    parameterRow(parameter, drawn[i], name, (value, word) => {
      asked[i] = value;
      words[i] = word;
      const problems = loss.parameters.map((each, k) => problemOf(each, asked[k], words[k]));
      const own = problems[i] || problems.find(Boolean) || "";
      const together = own || isAllowed(loss, asked) ? "" : say("{name} needs {condition}", { name, condition: loss.requires });
      rows.forEach(({ settle }, k) => settle(!problems[k] && !(together && asked[k] !== drawn[k])));
      complain(own || together);
      if (own || together) return;
      drawn = [...asked];
      replace(makeCurve(loss, drawn));
    }),
  );
  block.append(...rows.map(({ row }) => row));
  return block;
}

function parameterRow(parameter, value, name, change) {
  const slider = sliderOf(parameter);
  const symbol = symbolOf(parameter);
  const row = make("div", { className: "parameter" });
  const range = make("input", { type: "range", min: slider.first, max: slider.last, step: 1, value: slider.stepOf(value) });
  const number = make("input", { type: "text", inputMode: "decimal", value: spelled(value), size: 7, autocomplete: "off" });
  range.setAttribute("aria-label", say("{name}: {symbol}", { name, symbol }));
  number.setAttribute("aria-label", say("{name}: {symbol}, as a number", { name, symbol }));
  range.dataset.parameter = number.dataset.parameter = parameter.name;
  const settle = (isGood) => number.setAttribute("aria-invalid", String(!isGood));
  const tell = () => range.setAttribute("aria-valuetext", number.value);
  settle(true);
  tell();
  range.addEventListener("input", () => {
    const given = slider.valueAt(Number(range.value));
    number.value = spelled(given);
    tell();
    change(given, number.value);
  });
  number.addEventListener("input", () => {
    const given = readNumber(number.value);
    if (accepts(parameter, given)) {
      range.value = slider.stepOf(given);
      tell();
    }
    change(given, number.value);
  });
  row.append(make("span", { className: "symbol", textContent: symbol }), range, number);
  return { row, settle };
}

/** Why `value`, written as `word`, cannot be that of `parameter`; nothing if it can. */
function problemOf(parameter, value, word) {
  const symbol = symbolOf(parameter);
  if (Number.isNaN(value)) return say("{symbol}: {word} is not a number", { symbol, word: quoted(word) });
  if (accepts(parameter, value)) return "";
  const words = { symbol, value: written(value), domain: domainOf(parameter) };
  return parameter.integer ? say("{symbol} must be {domain}, not {value}", words) : say("{symbol} = {value} is outside {domain}", words);
}

function domainOf(parameter) {
  const { interval, integer, holes } = parameter;
  const [low, high] = interval;
  if (integer && high - low <= FEW) return even(low, high, high - low + 1).filter((value) => accepts(parameter, value)).map(written).join(say(" or "));
  const domain = intervalWords(interval);
  const whole = integer ? say("a whole number in {domain}", { domain }) : domain;
  return holes ? say("{domain} without {holes}", { domain: whole, holes: holes.map(intervalWords).join(", ") }) : whole;
}

function intervalWords([low, high, lowClosed, highClosed]) {
  if (low === high) return `{${written(low)}}`;
  return `${lowClosed ? "[" : "("}${written(low)}, ${written(high)}${highClosed ? "]" : ")"}`;
}

function make(tag, properties) {
  return Object.assign(document.createElement(tag), properties);
}
