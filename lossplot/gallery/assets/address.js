// The figure on the screen as words in an address and as a command: huber:delta=2+hinge&derivative&range=-3:3&x=0.5

import { readFamily } from "./asked.js";
import { decoded } from "./bar.js";
import { halves, isSameCurve, plainNumber, readNumber, specOf } from "./curve.js";
import { isRange } from "./view.js";

export const PANEL_OPTIONS = ["derivative", "second-derivative"];
const NUMBERS = ["range", "x"];
// The most curves of one figure, which are more than a reader tells apart.
export const MOST_CURVES = 24;

/** The words of an address that show this. */
export function addressOf({ curves, panels, range, x }) {
  const parts = [curves.map(specOf).join("+"), ...PANEL_OPTIONS.filter((panel) => panels.has(panel))];
  if (range) parts.push(`range=${range.map(plainNumber).join(":")}`);
  if (x !== null) parts.push(`x=${plainNumber(x)}`);
  return parts.join("&");
}

/** The state that the words of an address ask for, and those that cannot be understood. */
export function readAddress(address, losses) {
  const parts = decoded(address).split("&").filter(Boolean);
  const [words, ...options] = !parts.length || isOption(parts[0]) ? ["", ...parts] : parts;
  const state = { curves: [], panels: new Set(), range: null, x: null };
  const wrong = [];
  // Some programs write a space for a plus.
  for (const word of words.split(/[+ ]/).filter(Boolean)) {
    const curves = readFamily(word, losses);
    const news = curves.filter((curve) => !state.curves.some((other) => isSameCurve(other, curve)));
    const fits = curves.length && (!state.curves.length || curves[0].loss.axis === state.curves[0].loss.axis);
    if (!fits || state.curves.length + news.length > MOST_CURVES) wrong.push(word);
    else state.curves.push(...news);
  }
  for (const option of options) {
    const [name, value] = halves(option, "=");
    const numbers = value?.split(":").map(readNumber) ?? [];
    if (PANEL_OPTIONS.includes(option)) state.panels.add(option);
    else if (name === "range" && isRange(numbers)) state.range = numbers;
    else if (name === "x" && numbers.length === 1 && Number.isFinite(numbers[0])) [state.x] = numbers;
    else wrong.push(option);
  }
  return { state, wrong };
}

function isOption(part) {
  return PANEL_OPTIONS.includes(part) || NUMBERS.includes(halves(part, "=")[0]);
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
