// The field for a formula, and the one for a gradient of it that somebody wrote.

import { readFamily } from "./asked.js";
import { specOf } from "./curve.js";
import { find } from "./elements.js";
import { compareGradient } from "./gradient.js";
import { rootsOf } from "./knots.js";
import { nameOf } from "./labels.js";
import { isFormula, loadFormulas, readCurves } from "./typed.js";
import { language, say } from "./words.js";

/** Listen to both fields: `add` draws curves, or returns the reason why it cannot, and `curves` are those drawn. */
export function listenToTyped({ losses, add, curves }) {
  find("typed").addEventListener("submit", async (event) => {
    event.preventDefault();
    const text = find("formula").value.trim();
    tell("formula", await drawn(text, losses, add));
  });
  find("gradients").addEventListener("submit", async (event) => {
    event.preventDefault();
    const text = find("gradient").value.trim();
    tell("gradient", await checked(text, curves()));
  });
}

/** Draw what `text` asks for; returns what is to be said, and if it is a problem. */
async function drawn(text, losses, add) {
  if (!text) return problem(say("write a formula, such as {example}", { example: "max(0, 1 - m)" }));
  const named = isFormula(text) ? [] : readFamily(text, losses);
  try {
    if (!named.length) await loadFormulas();
    const curves = named.length ? named : readCurves(text, losses);
    const words = add(curves);
    return words ? problem(words) : { words: [...new Set(curves.flatMap(({ loss }) => loss.notes ?? []))].join("; "), lang: "en" };
  } catch (error) {
    return failure(error);
  }
}

/** Check a gradient of the formula that was drawn last, or of the first curve. */
async function checked(text, curves) {
  const curve = curves.findLast(({ loss }) => loss.isTyped) ?? curves[0];
  if (!text) return problem(say("write its derivative, such as {example}", { example: "-1" }));
  try {
    await loadFormulas();
    return verdictOn(curve, text);
  } catch (error) {
    return failure(error);
  }
}

/** Compare `text` with the derivative of `curve`, for each label that it may have; the first that is wrong decides. */
function verdictOn(curve, text) {
  const { numeralOf, readGradient, sentencesOn } = globalThis.lossplot.formulas;
  const givens = readGradient(specOf(curve), text);
  const verdicts = givens.map((given) => {
    const landmarks = (low, high) => rootsOf({ switches: given.switches }, low, high).map(([, x]) => x);
    return compareGradient(curve, given.at, landmarks, numeralOf);
  });
  const wrong = verdicts.findIndex(({ equal }) => !equal);
  const verdict = { ...verdicts[Math.max(wrong, 0)], parameters: givens.length > 1 ? [["y", givens[Math.max(wrong, 0)].sign]] : [] };
  return { words: sentencesOn(verdict, nameOf(curve.loss), curve.loss.variable, language()).join("\n"), isProblem: !verdict.equal };
}

/** The words of the command line on an error, which are English; without any, that the page is not able to. */
function failure(error) {
  if (error.words) return { ...problem(error.words), lang: "en" };
  return problem(error.message === "formula.js" ? say("The reader of formulas could not be loaded.") : say("The page cannot read this; the command line may."));
}

function problem(words) {
  return { words, isProblem: true };
}

function tell(field, { words, isProblem = false, lang = "" }) {
  const line = find(`${field}-says`);
  line.textContent = words;
  line.classList.toggle("wrong", isProblem);
  if (lang) line.lang = lang;
  else line.removeAttribute("lang");
  find(field).setAttribute("aria-invalid", isProblem);
}
