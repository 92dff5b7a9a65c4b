// The sliders and numbers of each curve's parameters.

import { accepts, isAllowed, makeCurve, readNumber, spelled } from "./curve.js";
import { sliderOf } from "./slider.js";
import { language, say } from "./words.js";

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
  let current = curve;
  curve.loss.parameters.forEach((parameter, i) => {
    const change = (value) => {
      const values = current.values.with(i, value);
      const problem = problemOf(current.loss, parameter, value, values);
      complain(problem);
      if (problem) return false;
      current = makeCurve(current.loss, values);
      replace(current);
      return true;
    };
    block.append(parameterRow(parameter, curve.values[i], name, change));
  });
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
  const settle = (isGood, given) => {
    number.setAttribute("aria-invalid", String(!isGood));
    range.setAttribute("aria-valuetext", spelled(given));
  };
  settle(true, value);
  range.addEventListener("input", () => {
    const given = slider.valueAt(Number(range.value));
    number.value = spelled(given);
    settle(change(given), given);
  });
  number.addEventListener("input", () => {
    const given = readNumber(number.value);
    const isGood = change(given);
    if (isGood) range.value = slider.stepOf(given);
    settle(isGood, given);
  });
  row.append(make("span", { className: "symbol", textContent: symbol }), range, number);
  return row;
}

/** Why `value` cannot be that of `parameter`, the others being as in `values`; nothing if it can. */
function problemOf(loss, parameter, value, values) {
  if (Number.isNaN(value)) return say("{word} is not a number", { word: symbolOf(parameter) });
  if (!accepts(parameter, value)) return say("{symbol} = {value} is outside {domain}", { symbol: symbolOf(parameter), value: spelled(value), domain: domainOf(parameter) });
  return isAllowed(loss, values) ? "" : say("{name} needs {condition}", { name: nameOf(loss), condition: loss.requires });
}

function domainOf(parameter) {
  const domain = intervalWords(parameter.interval);
  const whole = parameter.integer ? say("a whole number in {domain}", { domain }) : domain;
  return parameter.holes ? say("{domain} without {holes}", { domain: whole, holes: parameter.holes.map(intervalWords).join(", ") }) : whole;
}

function intervalWords([low, high, lowClosed, highClosed]) {
  if (low === high) return `{${low}}`;
  return `${lowClosed ? "[" : "("}${spelled(low)}, ${spelled(high)}${highClosed ? "]" : ")"}`;
}

function make(tag, properties) {
  return Object.assign(document.createElement(tag), properties);
}
