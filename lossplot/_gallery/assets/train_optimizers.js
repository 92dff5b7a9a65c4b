// Steps down a gradient, in PyTorch's forms (lossplot/_training/optimizers.py).

const [MOMENTUM, FIRST, SECOND, TINY] = [0.9, 0.9, 0.999, 1e-8];

// Means below it move no weight, but processors are slow with numbers that are much smaller.
const LEAST = 1e-300;

/** For each optimizer a function of weights, their gradients and a rate, which returns the one that takes a step. */
export const OPTIMIZERS = {
  sgd: (weights, gradients, rate) => descent(weights, gradients, rate, 0),
  momentum: (weights, gradients, rate) => descent(weights, gradients, rate, MOMENTUM),
  adam,
};

function descent(weights, gradients, rate, momentum) {
  const velocity = new Float64Array(weights.length);
  return () => {
    for (let i = 0; i < weights.length; i++) {
      velocity[i] = momentum * velocity[i] + gradients[i];
      weights[i] -= rate * velocity[i];
    }
  };
}

function adam(weights, gradients, rate) {
  const [mean, square] = [new Float64Array(weights.length), new Float64Array(weights.length)];
  let steps = 0;
  return () => {
    steps += 1;
    const scale = 1 / Math.sqrt(1 - SECOND ** steps);
    const stride = rate / (1 - FIRST ** steps);
    for (let i = 0; i < weights.length; i++) {
      mean[i] += (gradients[i] - mean[i]) * (1 - FIRST);
      if (Math.abs(mean[i]) < LEAST) mean[i] = 0;
      square[i] = SECOND * square[i] + (1 - SECOND) * gradients[i] * gradients[i];
      weights[i] -= (stride * mean[i]) / (Math.sqrt(square[i]) * scale + TINY);
    }
  };
}
