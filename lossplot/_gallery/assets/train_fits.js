// Which losses a network can be trained with.

import { accepts } from "./curve.js";

// A parameter that is called so takes the target of each example, unless it is given a value or the loss is of the error.
export const TARGET = "target";
// The losses that a network's outputs can have, by what they are functions of.
const AXES = ["margin", "probability", "error", "prediction", "score"];

/** Return true if a network can be trained with `loss` on data with so many classes, 0 in a regression. */
export function fits(loss, classes) {
  const isOfLabels = loss.axis === "margin" || loss.axis === "probability";
  const target = loss.axis !== "error" && loss.parameters.find(({ name }) => name === TARGET);
  // The targets of a line may be negative, and labels are targets of zero and one.
  const areTargets = !target || (classes ? [0, 1] : [-1]).every((value) => accepts(target, value));
  if (loss.isTyped || !AXES.includes(loss.axis) || !areTargets) return false;
  return classes > 2 ? isOfLabels : classes > 0 || !isOfLabels;
}

/** Return true if `parameter` of `curve` takes the target of each example. */
export function isOfData(curve, parameter) {
  return parameter.name === TARGET && curve.loss.axis !== "error" && !curve.given.includes(TARGET);
}

/** Return true if there are data on which a network can be trained with `loss`: those of two classes, or a line. */
export function isTrained(loss) {
  return fits(loss, 2) || fits(loss, 0);
}
