// A network of dense layers, one example at a time (lossplot/_training/network.py).
//
// All its weights are one row: layer after layer, for each input its weights to all units, then the biases.

import { START, stream, uniforms } from "./train_random.js";

export const ACTIVATIONS = {
  relu: { value: (x) => (x < 0 ? 0 : x), slope: (y) => (y > 0 ? 1 : 0) },
  tanh: { value: Math.tanh, slope: (y) => 1 - y * y },
  sigmoid: { value: (x) => 0.5 * Math.tanh(0.5 * x) + 0.5, slope: (y) => y * (1 - y) },
};

/** The number of weights of a network whose layers have these sizes, inputs and outputs among them. */
function weightsOf(sizes) {
  return sizes.slice(1).reduce((sum, units, i) => sum + (sizes[i] + 1) * units, 0);
}

/** The weights that `seed` starts from: uniform within sqrt(6 / inputs), as He's, and biases of zero. */
export function startWeights(sizes, seed) {
  const weights = new Float64Array(weightsOf(sizes));
  const numbers = uniforms(stream(seed, START), weights.length);
  let [place, taken] = [0, 0];
  for (let layer = 1; layer < sizes.length; layer++) {
    const [inputs, units] = [sizes[layer - 1], sizes[layer]];
    const limit = Math.sqrt(6 / inputs);
    for (let i = 0; i < inputs * units; i++) weights[place++] = limit * (2 * numbers[taken++] - 1);
    place += units;
  }
  return weights;
}

/**
 * The network with these `weights`, which may change.
 *
 * `forward` computes the outputs for the example that starts at a place of `inputs`; `backward`, after it, adds to
 * `gradients` what the derivatives by the outputs make of them.  `values` are those of all layers, the inputs first.
 * Products of zero are left out: with relu half of them are.
 */
export function makeNetwork(sizes, activation, weights) {
  const { value, slope } = ACTIVATIONS[activation];
  const values = sizes.map((size) => new Float64Array(size));
  const slopes = sizes.map((size) => new Float64Array(size));
  const last = sizes.length - 1;

  function forward(inputs, at) {
    for (let i = 0; i < sizes[0]; i++) values[0][i] = inputs[at + i];
    let place = 0;
    for (let layer = 1; layer <= last; layer++) {
      const [from, to, units] = [values[layer - 1], values[layer], sizes[layer]];
      to.fill(0);
      for (let i = 0; i < from.length; i++) {
        const x = from[i];
        if (x !== 0) for (let unit = 0; unit < units; unit++) to[unit] += x * weights[place + unit];
        place += units;
      }
      for (let unit = 0; unit < units; unit++) to[unit] += weights[place++];
      if (layer < last) for (let unit = 0; unit < units; unit++) to[unit] = value(to[unit]);
    }
    return values[last];
  }

  function backward(gradients) {
    let end = weights.length;
    for (let layer = last; layer > 0; layer--) {
      const [from, by, units] = [values[layer - 1], slopes[layer], sizes[layer]];
      const start = end - (from.length + 1) * units;
      let place = start;
      for (let i = 0; i < from.length; i++) {
        const x = from[i];
        const here = layer > 1 ? slope(x) : 0;
        let sum = 0;
        if (x !== 0) for (let unit = 0; unit < units; unit++) gradients[place + unit] += x * by[unit];
        if (here !== 0) for (let unit = 0; unit < units; unit++) sum += by[unit] * weights[place + unit];
        slopes[layer - 1][i] = sum * here;
        place += units;
      }
      for (let unit = 0; unit < units; unit++) gradients[place++] += by[unit];
      end = start;
    }
  }

  return { forward, backward, values, slopes: slopes[last] };
}
