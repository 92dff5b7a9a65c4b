// The figure on the screen as words in an address and as a command: huber:delta=2+hinge&derivative&range=-3:3&x=0.5

import { readFamily } from "./asked.js";
import { decoded } from "./bar.js";
import { isSameCurve, specOf } from "./curve.js";
import { isFormula } from "./typed.js";
import { dropUnmeant, isOption, noOptions, optionsOf, setOption } from "./options.js";

// The most curves of one figure, which are more than a reader tells apart.
export const MOST_CURVES = 24;

// Where an address has a plus, which stands between losses; one inside a formula is escaped.
const BETWEEN = "\ue000";

/** The words of an address that show this state. */
export function addressOf(state) {
  return [state.curves.map(wordOf).join("+"), ...optionsOf(state, "key")].join("&");
}

/** A curve in an address; a formula that could be several names is put into brackets, and its signs are escaped. */
function wordOf(curve) {
  const spec = specOf(curve);
  if (!curve.loss.isTyped) return spec;
  const { body } = curve.loss;
  const text = isFormula(spec) ? spec : spec.replace(body, () => `(${body})`);
  return encodeURIComponent(text).replaceAll("%3A", ":").replaceAll("%2C", ",").replaceAll("%3D", "=");
}

/** The words for losses in the first part of an address; some programs write a space for a plus. */
function lossWords(part) {
  const words = [""];
  let depth = 0;
  for (const sign of decoded(part.replaceAll("+", BETWEEN))) {
    if ("([{".includes(sign)) depth++;
    if (")]}".includes(sign)) depth--;
    if (sign !== BETWEEN) words.push(words.pop() + sign);
    else if (depth > 0) words.push(`${words.pop()}+`);
    else words.push("");
  }
  const lists = words.map((word) => (isFormula(word) ? [withoutBrackets(word)] : word.split(/[+ ]/)));
  return lists.flat().filter((word) => word.trim());
}

/** A formula without the brackets that tell it from several names. */
function withoutBrackets(word) {
  const bare = word.replace(/(^|= )\(([^()]*)\)(?=$|:)/, "$1$2");
  return isFormula(bare) ? word : bare;
}

/** The state that the words of an address ask for, and those that cannot be understood. */
export function readAddress(address, losses) {
  const parts = address.split("&").filter(Boolean);
  const [words, ...rest] = !parts.length || isOption(decoded(parts[0])) ? ["", ...parts] : parts;
  const options = rest.map(decoded);
  const state = { curves: [], ...noOptions() };
  const wrong = [];
  for (const word of lossWords(words)) {
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
  return ["lossplot", ...state.curves.map(argumentOf), ...options].join(" ");
}

/** A curve as a word of a shell. */
function argumentOf(curve) {
  const spec = specOf(curve);
  return curve.loss.isTyped ? `'${spec.replaceAll("'", "'\"'\"'")}'` : spec;
}
