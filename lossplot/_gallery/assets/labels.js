// The words of the live figure: what its curves, panels and axes are called (lossplot/_figure/labels.py).

import { settingsOf } from "./curve.js";
import { plain } from "./letters.js";
import { formatNumber } from "./reading.js";
import { familyOf } from "./styles.js";
import { language, say } from "./words.js";

export function nameOf(loss) {
  return loss.names[language()] ?? loss.names.en;
}

export function symbolOf(parameter) {
  return parameter.symbols[language()] ?? parameter.symbols.en ?? parameter.name;
}

/** The words that name a curve: `Huber (δ = 2)`, `Hinge, y = +1`; without the parameter `left`, if there is one. */
export function labelOf(curve, left = null) {
  const settings = settingsOf(curve).filter(([parameter]) => parameter !== left);
  const words = settings.map(([parameter, value]) => `${symbolOf(parameter)} = ${short(value)}`);
  const name = words.length ? `${nameOf(curve.loss)} (${words.join(", ")})` : nameOf(curve.loss);
  return curve.loss.y ? say("{name}, {label}", { name, label: curve.loss.y }) : name;
}

/**
 * The words of a figure of `curves` and `panels`, in which the labels of panels and of the x axis have markup.
 *
 * The name of the only curve, or of a family, is the title; curves of a family have the `values` of its parameter.  Of
 * losses that are normalized the first panel says so.
 */
export function wordsOf(curves, panels, isNormalized) {
  const isForLabels = curves.some(({ loss }) => loss.y);
  const family = isForLabels ? null : familyOf(curves);
  const names = panels.length > 1 ? panels.map((panel) => capitalised(panelName(panel))) : [""];
  if (isNormalized) names[0] = capitalised(say(isForLabels ? "loss, scaled to 1 at *f* = 0" : "loss, scaled to 1 at *m* = 0"));
  const common = { panels: names, xLabel: xLabelOf(curves), description: descriptionOf(curves) };
  if (curves.length === 1) return { ...common, title: labelOf(curves[0]), names: [], values: null };
  if (family?.members.length !== curves.length) return { ...common, title: "", names: curves.map((curve) => labelOf(curve)), values: null };
  const values = curves.map((_, place) => short(family.valueOf(place)));
  return { ...common, title: labelOf(curves[0], family.parameter), names: values.map((value) => `${symbolOf(family.parameter)} = ${value}`), values };
}

/** What a figure of `curves` shows, in words. */
export function descriptionOf(curves) {
  return `${curves.map((curve) => labelOf(curve)).join(", ")}: ${plain(xLabelOf(curves))}`;
}

/** Return the name of a panel, `second derivative` of `second-derivative`. */
export function panelName(panel) {
  return say(panel.replace("-", " "));
}

function xLabelOf(curves) {
  const [{ loss }] = curves;
  const isSame = curves.every((curve) => curve.loss.label.en === loss.label.en);
  return isSame ? loss.label[language()] ?? loss.label.en : `${say(loss.axis)} *${loss.variable}*`;
}

function capitalised(words) {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function short(value) {
  return formatNumber(Number(value.toPrecision(5)));
}
