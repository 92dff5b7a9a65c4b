// The figure on the screen as words in an address and as a command: huber:delta=2+hinge&derivative&range=-3:3&x=0.5

import { readFamily } from "./asked.js";
import { decoded } from "./bar.js";
import { isSameCurve, specOf } from "./curve.js";
import { dropUnmeant, isOption, noOptions, optionsOf, setOption } from "./options.js";

// The most curves of one figure, which are more than a reader tells apart.
export const MOST_CURVES = 24;

/** The words of an address that show this state. */
export function addressOf(state) {
  return [state.curves.map(specOf).join("+"), ...optionsOf(state, "key")].join("&");
}

/** The state that the words of an address ask for, and those that cannot be understood. */
export function readAddress(address, losses) {
  const parts = decoded(address).split("&").filter(Boolean);
  const [words, ...options] = !parts.length || isOption(parts[0]) ? ["", ...parts] : parts;
  const state = { curves: [], ...noOptions() };
  const wrong = [];
  // Some programs write a space for a plus.
  for (const word of words.split(/[+ ]/).filter(Boolean)) {
    const curves = readFamily(word, losses);
    const news = curves.filter((curve) => !state.curves.some((other) => isSameCurve(other, curve)));
    const fits = curves.length && (!state.curves.length || curves[0].loss.axis === state.curves[0].loss.axis);
    if (!fits || state.curves.length + news.length > MOST_CURVES) wrong.push(word);
    else state.curves.push(...news);
  }
  wrong.push(...options.filter((option) => !setOption(state, option)));
  if (state.curves.length) wrong.push(...dropUnmeant(state, state.curves[0].loss.axis));
  return { state, wrong };
}

/** The line that makes lossplot draw the same. */
export function commandOf(state, theme, language) {
  const options = optionsOf(state, "name").map((option) => `--${option}`);
  if (theme !== "light") options.push(`--theme=${theme}`);
  if (language !== "en") options.push(`--lang=${language}`);
  options.push(...new Set(state.curves.flatMap((curve) => curve.loss.options ?? [])));
  return ["lossplot", ...state.curves.map(specOf), ...options].join(" ");
}
