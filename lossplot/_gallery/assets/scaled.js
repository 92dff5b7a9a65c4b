// The curves of a figure as it draws them: scaled to 1 at a margin of zero, and for both labels (lossplot/_figure/scene.py).
// LABELS has the axes of what a model predicts for each label, by the axis of the losses; it stands before all modules.

import { makeCurve } from "./curve.js";
import { labelOf } from "./labels.js";
import { remembered } from "./memory.js";
import { formatNumber } from "./reading.js";
import { say } from "./words.js";

// Where the other label sees a prediction, for losses that do not come with their functions for it.
const MIRRORS = { margin: (x) => -x, probability: (x) => 1 - x };
const known = new WeakMap();

/** The curves to draw of `curves`. */
export function scaledCurves(curves, { normalize, bothLabels }) {
  return curves.flatMap((curve) => scaled(curve, normalize, bothLabels));
}

const scaled = remembered((curve, normalize, bothLabels) => {
  const unit = normalize ? curve.at(0, 0) : 1;
  const drawn = bothLabels ? labelled(curve.loss).map((loss) => makeCurve(loss, curve.values, curve.given)) : [curve];
  return normalize ? drawn.map((each) => ({ ...each, at: (order, x) => each.at(order, x) / unit })) : drawn;
});

/** Return the reason why a curve cannot be scaled to 1 at zero; "" if all can. */
export function scaleProblem(curves) {
  const bad = curves.find((curve) => !(Number.isFinite(curve.at(0, 0)) && curve.at(0, 0) > 0));
  return bad ? say("{name} is {value} at m = 0 and cannot be scaled to 1 there", { name: labelOf(bad), value: formatNumber(bad.at(0, 0)) }) : "";
}

/** The losses against what a model predicts, one for each label, +1 first. */
function labelled(loss) {
  if (!known.has(loss)) known.set(loss, LABELS[loss.axis].map((axis, i) => ({ ...loss, ...axis, ...(i ? mirrored(loss) : {}) })));
  return known.get(loss);
}

/** The functions of a loss for the other label. */
function mirrored(loss) {
  if (loss.mirrored) return { functions: loss.mirrored, switches: loss.mirroredSwitches };
  const mirror = MIRRORS[loss.axis];
  if (loss.bound) return { bound: (values) => mirroredParts(loss.bound(values), mirror) };
  return mirroredParts(loss, mirror);
}

function mirroredParts(loss, mirror) {
  return {
    functions: loss.functions.map((f, order) => (x, ...values) => (order === 1 ? -1 : 1) * f(mirror(x), ...values)),
    switches: loss.switches.map((f) => (x, ...values) => f(mirror(x), ...values)),
  };
}
