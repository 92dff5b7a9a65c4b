// The figure on the screen as an address and as a command: #huber:delta=2+hinge&derivative&range=-3:3&x=0.5

import { isSameCurve, plainNumber, readNumber, readSpec, specOf } from "./curve.js";
import { isRange } from "./view.js";

export const PANEL_OPTIONS = ["derivative", "second-derivative"];

/** The part of an address after #. */
export function addressOf({ curves, panels, range, x }) {
  const parts = [curves.map(specOf).join("+"), ...PANEL_OPTIONS.filter((panel) => panels.has(panel))];
  if (range) parts.push(`range=${range.map(plainNumber).join(":")}`);
  if (x !== null) parts.push(`x=${plainNumber(x)}`);
  return `#${parts.join("&")}`;
}

/** The state that `address` asks for, and the words in it that cannot be understood. */
export function readAddress(address, losses) {
  const [words, ...options] = decode(address.replace(/^#/, "")).split("&");
  const state = { curves: [], panels: new Set(), range: null, x: null };
  const wrong = [];
  for (const word of words.split("+").filter(Boolean)) {
    const curve = readSpec(word, losses);
    const fits = curve && (!state.curves.length || curve.loss.axis === state.curves[0].loss.axis);
    const isNew = !state.curves.some((other) => curve && isSameCurve(other, curve));
    if (!fits) wrong.push(word);
    else if (isNew) state.curves.push(curve);
  }
  for (const option of options) {
    const [name, value = ""] = option.split("=");
    const numbers = value.split(":").map(readNumber);
    if (PANEL_OPTIONS.includes(name)) state.panels.add(name);
    else if (name === "range" && isRange(numbers)) state.range = numbers;
    else if (name === "x" && Number.isFinite(numbers[0])) state.x = numbers[0];
    else wrong.push(option);
  }
  return { state, wrong };
}

/** `address` without its escapes, or as it is where it was cut within one. */
function decode(address) {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** The line that makes lossplot draw the same. */
export function commandOf({ curves, panels, range, x }, theme, language) {
  const options = PANEL_OPTIONS.filter((panel) => panels.has(panel)).map((panel) => `--${panel}`);
  if (range) options.push(`--range=${range.map(plainNumber).join(":")}`);
  if (x !== null) options.push(`--mark=${plainNumber(x)}`);
  if (theme !== "light") options.push(`--theme=${theme}`);
  if (language !== "en") options.push(`--lang=${language}`);
  options.push(...new Set(curves.flatMap((curve) => curve.loss.options ?? [])));
  return ["lossplot", ...curves.map(specOf), ...options].join(" ");
}
