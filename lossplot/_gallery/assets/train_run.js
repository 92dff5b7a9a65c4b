// The training of a network under several losses, in pieces that fit between two frames (lossplot/_training/run.py).

import { makeNetwork, startWeights } from "./train_network.js";
import { makeObjective } from "./train_objective.js";
import { OPTIMIZERS } from "./train_optimizers.js";
import { ORDER, permutation, stream } from "./train_random.js";

// A loss so many times as large as at the start has diverged.
const DIVERGED = 1e6;
export const PARTS = ["train", "validation", "test"];

/** A training of `curves` on `data`, as `settings` ask: at epoch 0, with a run for each curve. */
export function startTraining(curves, data, settings) {
  const { hidden, seed } = settings;
  const sizes = [data.columns, ...hidden, data.classes > 2 ? data.classes : 1];
  const runs = curves.map((curve) => startRun(curve, data, sizes, settings));
  for (const run of runs) record(run, done(measure(run, data)));
  return { data, seed, batch: settings.batch, runs, epoch: 0, work: null };
}

function startRun(curve, data, sizes, { hidden, activation, optimizer, rate, seed }) {
  const isBounded = data.name === "circles" && hidden.length > 0 && curve.loss.axis === "margin";
  const weights = startWeights(sizes, seed);
  const gradients = new Float64Array(weights.length);
  return {
    objective: makeObjective(curve, data, isBounded),
    network: makeNetwork(sizes, activation, weights),
    isRelu: activation === "relu",
    weights,
    gradients,
    step: OPTIMIZERS[optimizer](weights, gradients, rate),
    // The weights after the last epoch with numbers, where the examples to train with were then, and if it was dead.
    kept: weights.slice(),
    channels: null,
    isDead: false,
    diverged: 0,
    losses: { train: [], validation: [], test: [] },
    accuracies: { train: [], validation: [], test: [] },
  };
}

/** Go on with `training` until `isOver` returns true or an epoch is done; return true if it is. */
export function advance(training, isOver) {
  training.work ??= epochOf(training);
  while (!isOver()) {
    if (!training.work.next().done) continue;
    training.work = null;
    return true;
  }
  return false;
}

/** The work of an epoch, in pieces of one example. */
function* epochOf(training) {
  const { data, batch, seed } = training;
  const order = permutation(stream(seed, ORDER, training.epoch + 1), data.train.length);
  const runs = training.runs.filter(({ diverged }) => !diverged);
  for (let first = 0; first < order.length; first += batch) {
    const end = Math.min(first + batch, order.length);
    for (const run of runs) {
      run.gradients.fill(0);
      for (let i = first; i < end; i++) {
        learn(run, data, data.train[order[i]], end - first);
        yield;
      }
      run.step();
    }
  }
  const results = [];
  for (const run of runs) results.push(yield* measure(run, data));
  training.epoch += 1;
  runs.forEach((run, i) => finish(run, results[i], training.epoch));
}

/** Add to the gradients what the example at `place` is worth in a batch of `count`. */
function learn({ objective, network, gradients }, { inputs, columns }, place, count) {
  const outputs = network.forward(inputs, place * columns);
  if (objective.isBounded) outputs[0] = Math.tanh(outputs[0]);
  objective.slopes(outputs, objective.numbers[place], network.slopes, 1 / count);
  network.backward(gradients);
}

/** Take the `result` of an epoch, unless the run has diverged in it: then it stays as it was before. */
function finish(run, result, epoch) {
  const isFar = (part) => !(Math.abs(result.losses[part]) <= DIVERGED * Math.max(1, Math.abs(run.losses[part][0])));
  if (isFar("train") || isFar("validation") || !run.weights.every(Number.isFinite)) {
    run.diverged = epoch;
    run.weights.set(run.kept);
    return;
  }
  record(run, result);
  run.kept.set(run.weights);
}

function record(run, { losses, accuracies, channels, isDead }) {
  for (const part of PARTS) {
    run.losses[part].push(losses[part]);
    run.accuracies[part].push(accuracies[part]);
  }
  Object.assign(run, { channels, isDead });
}

/**
 * The mean loss and the share of the examples on their side, of each part, in pieces of one example.
 *
 * Besides, `channels` of the examples to train with, and whether some hidden layer is zero for all of them.
 */
function* measure(run, data) {
  const { network, objective } = run;
  const hidden = run.isRelu ? network.values.slice(1, -1) : [];
  const areZero = hidden.map(() => true);
  const result = { losses: {}, accuracies: {}, channels: new Float64Array(data.train.length), isDead: false };
  for (const part of PARTS) {
    let [sum, hits, i] = [0, 0, 0];
    for (const place of data[part]) {
      const outputs = outputsAt(run, data.inputs, place * data.columns);
      const number = objective.numbers[place];
      const channel = objective.channelOf(outputs, number);
      sum += objective.value(channel, number);
      if (data.classes && decide(outputs) === data.targets[place]) hits += 1;
      if (part === "train") {
        result.channels[i++] = channel;
        for (let k = 0; k < hidden.length; k++) areZero[k] &&= hidden[k].every((value) => value === 0);
      }
      yield;
    }
    result.losses[part] = sum / data[part].length;
    result.accuracies[part] = data.classes ? hits / data[part].length : NaN;
  }
  result.isDead = areZero.some(Boolean);
  return result;
}

/** What work in pieces returns, done at once. */
function done(work) {
  let piece = work.next();
  while (!piece.done) piece = work.next();
  return piece.value;
}

/** The outputs of a run for the example that starts at a place of `inputs`. */
export function outputsAt({ network, objective }, inputs, at) {
  const outputs = network.forward(inputs, at);
  if (objective.isBounded) outputs[0] = Math.tanh(outputs[0]);
  return outputs;
}

/** The number of the class for `outputs`: of the largest one, or the sign's of one alone. */
export function decide(outputs) {
  if (outputs.length === 1) return outputs[0] > 0 ? 1 : 0;
  let best = 0;
  for (let i = 1; i < outputs.length; i++) if (outputs[i] > outputs[best]) best = i;
  return best;
}
