// Typed formulas: their reader is large, and is loaded when the first of them is asked for.
// FORMULA_SIGNS tells them from names (lossplot/_gallery/page/view_options.py); it stands before all modules.

import { makeCurve } from "./curve.js";
import { make } from "./elements.js";

const script = globalThis.document?.currentScript;
const address = script ? new URL("formula.js", script.src).href : "";
let loading = null;

/** Return true if `text` can be nothing but a formula: without one of its signs, words are names of losses. */
export function isFormula(text) {
  return [...FORMULA_SIGNS].some((sign) => text.includes(sign));
}

/** Return true if the words of an address may have a formula in them. */
export function asksForFormula(words) {
  return isFormula(words.split("&")[0].replaceAll(/%[0-9a-f]{2}/gi, (code) => String.fromCharCode(Number(`0x${code.slice(1)}`))));
}

/** Load the reader of formulas. */
export function loadFormulas() {
  loading ??= new Promise((resolve, reject) => {
    const reader = make("script", { src: address });
    reader.addEventListener("load", resolve);
    reader.addEventListener("error", () => {
      loading = null;
      reader.remove();
      reject(new Error("formula.js"));
    });
    document.head.append(reader);
  });
  return loading;
}

/** Return true if the reader of formulas is there. */
export function hasFormulas() {
  return Boolean(globalThis.lossplot?.formulas);
}

/** The curves that a formula is; raises an error with `words` if it is none. */
export function readCurves(text, losses) {
  return globalThis.lossplot.formulas.readFormula(text).map(({ loss, values }) => {
    const own = typeof loss === "string" ? losses[loss] : loss;
    // The label of an axis in other languages is that of its losses.
    own.label = Object.values(losses).find(({ label }) => label.en === own.label.en)?.label ?? own.label;
    return makeCurve(own, values, own.parameters.map(({ name }) => name));
  });
}
