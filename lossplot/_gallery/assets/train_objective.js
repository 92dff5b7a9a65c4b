// A loss as a function of a network's outputs: values, and derivatives by the outputs (lossplot/_training/objective.py).

import { makeCurve } from "./curve.js";
import { knotsAt, rootsOf } from "./knots.js";
import { isOfData, TARGET } from "./train_fits.js";

// How far corners are looked for.
const FAR = 1e6;

/**
 * The loss of `curve` for the examples of `data`; `isBounded` if the network ends in tanh.
 *
 * Of an example, `channelOf` is what the loss is a function of, `value` its loss there, and `slopes` writes the
 * derivatives by the outputs.  Losses of a probability are computed from its log-odds, by formulas of their own.
 */
export function makeObjective(curve, data, isBounded) {
  const { loss } = curve;
  const isLogOdds = loss.axis === "probability";
  const moved = isLogOdds ? makeCurve({ ...loss, ...globalThis.lossplot.logOdds[loss.name], domain: [-Infinity, Infinity] }, curve.values, curve.given) : curve;
  const [value, slope] = functionsOf(moved);
  const numbers = numbersOf(curve, data);
  const isOfLabels = isLogOdds || loss.axis === "margin";
  const shares = new Float64Array(Math.max(data.classes, 2));

  function channelOf(outputs, number) {
    if (data.classes > 2) return gapOf(outputs, number);
    if (isOfLabels) return outputs[0] * number;
    return loss.axis === "error" ? outputs[0] - number : outputs[0];
  }

  /** How far the score of the own class is ahead; `shares` then say how much each other one counts for that. */
  function gapOf(outputs, own) {
    let best = -1;
    for (let i = 0; i < outputs.length; i++) if (i !== own && (best < 0 || outputs[i] > outputs[best])) best = i;
    if (!isLogOdds) {
      for (let i = 0; i < outputs.length; i++) shares[i] = i === best ? 1 : 0;
      return outputs[own] - outputs[best];
    }
    let total = 0;
    for (let i = 0; i < outputs.length; i++) {
      shares[i] = i === own ? 0 : Math.exp(outputs[i] - outputs[best]);
      total += shares[i];
    }
    for (let i = 0; i < outputs.length; i++) shares[i] /= total;
    return outputs[own] - outputs[best] - Math.log(total);
  }

  function slopes(outputs, number, out, factor) {
    const here = slope(channelOf(outputs, number), number) * factor;
    if (data.classes > 2) {
      for (let i = 0; i < outputs.length; i++) out[i] = i === number ? here : -here * shares[i];
      return;
    }
    out[0] = isOfLabels ? here * number : here;
    if (isBounded) out[0] *= 1 - outputs[0] * outputs[0];
  }

  return { curve, isBounded, isLogOdds, numbers, channelOf, value, slope, slopes };
}

/** The value and the slope of `curve` at what it is a function of, given the number of the example. */
function functionsOf(curve) {
  const { loss } = curve;
  const values = [...curve.values];
  const place = loss.parameters.findIndex((parameter) => isOfData(curve, parameter));
  const [low, high] = loss.domain;
  const at = (f) => (x, number) => {
    if (x < low || x > high) return NaN;
    if (place >= 0) values[place] = number;
    return f(x, ...values);
  };
  const [value, slope] = loss.functions.map(at);
  const corners = place < 0 ? cornersOf(curve) : new Map();
  return [value, corners.size ? (x, number) => corners.get(x) ?? slope(x, number) : slope];
}

/** The slope at each corner: the one-sided one of least size, or zero if that lies between them. */
function cornersOf(curve) {
  const corners = knotsAt(curve, rootsOf(curve, -FAR, FAR)).filter(({ kind }) => kind === "corner");
  return new Map(corners.map(({ x, left, right }) => [x, left * right <= 0 ? 0 : Math.abs(left) <= Math.abs(right) ? left : right]));
}

/** The number of each example that its loss takes: a label of -1 or 1, the number of a class, or a target. */
function numbersOf({ loss }, { targets, classes }) {
  const takesTargets = ["prediction", "score"].includes(loss.axis) && loss.parameters.some(({ name }) => name === TARGET);
  return classes === 2 && !takesTargets ? targets.map((target) => 2 * target - 1) : targets;
}
