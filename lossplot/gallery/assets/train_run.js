// The training of a network under several losses, in pieces that fit between two frames (lossplot/training/run.py).

import { makeNetwork, startWeights } from "./train_network.js";
import { makeObjective } from "./train_objective.js";
import { OPTIMIZERS } from "./train_optimizers.js";
import { ORDER, permutation, stream } from "./train_random.js";

// A loss so many times as large as at the start has diverged.
const DIVERGED = 1e6;
const PARTS = ["train", "validation", "test"];

/** A training of `curves` on `data`, as `settings` ask: at epoch 0, with a run for each curve. */
export function startTraining(curves, data, settings) {
  const { hidden, seed } = settings;
  const sizes = [data.columns, ...hidden, data.classes > 2 ? data.classes : 1];
  const runs = curves.map((curve) => startRun(curve, data, sizes, settings));
  const training = { data, seed, batch: settings.batch, runs, epoch: 0, order: null, done: 0 };
  for (const run of runs) record(run, data);
  return training;
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
    // The weights after the last epoch with numbers.
    kept: weights.slice(),
    diverged: 0,
    losses: { train: [], validation: [], test: [] },
    accuracies: { train: [], validation: [], test: [] },
  };
}

/** Go on with `training` until `isOver` returns true or an epoch is done; return true if it is. */
export function advance(training, isOver) {
  const { data, batch } = training;
  training.order ??= permutation(stream(training.seed, ORDER, training.epoch + 1), data.train.length).map((i) => data.train[i]);
  while (training.done < training.order.length) {
    if (isOver()) return false;
    const places = training.order.slice(training.done, training.done + batch);
    for (const run of training.runs) if (!run.diverged) learn(run, data, places);
    training.done += places.length;
  }
  if (isOver()) return false;
  Object.assign(training, { order: null, done: 0, epoch: training.epoch + 1 });
  for (const run of training.runs) if (!run.diverged) finish(run, data, training.epoch);
  return true;
}

/** Take one step, for the examples at `places`. */
function learn({ objective, network, gradients, step }, { inputs, columns }, places) {
  gradients.fill(0);
  for (const place of places) {
    const outputs = network.forward(inputs, place * columns);
    if (objective.isBounded) outputs[0] = Math.tanh(outputs[0]);
    objective.slopes(outputs, objective.numbers[place], network.slopes, 1 / places.length);
    network.backward(gradients);
  }
  step();
}

function finish(run, data, epoch) {
  record(run, data);
  const hasDiverged = ["train", "validation"].some((part) => !(Math.abs(run.losses[part].at(-1)) <= DIVERGED * Math.max(1, Math.abs(run.losses[part][0]))));
  if (hasDiverged || !run.weights.every(Number.isFinite)) {
    run.diverged = epoch;
    run.weights.set(run.kept);
    for (const part of PARTS) for (const history of [run.losses, run.accuracies]) history[part].pop();
  } else run.kept.set(run.weights);
}

/** Add the mean loss, and the share of the examples on their side, of each part to the histories. */
function record(run, data) {
  for (const part of PARTS) {
    let [sum, hits] = [0, 0];
    for (const place of data[part]) {
      const outputs = outputsAt(run, data.inputs, place * data.columns);
      const number = run.objective.numbers[place];
      sum += run.objective.value(run.objective.channelOf(outputs, number), number);
      if (data.classes) hits += decide(outputs) === data.targets[place] ? 1 : 0;
    }
    run.losses[part].push(sum / data[part].length);
    run.accuracies[part].push(data.classes ? hits / data[part].length : NaN);
  }
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

/** Return true if some hidden layer is zero for every example that is trained with. */
export function isDead({ network, isRelu }, { inputs, columns, train }) {
  const hidden = network.values.slice(1, -1);
  if (!isRelu || !hidden.length) return false;
  const isAlive = hidden.map(() => false);
  for (const place of train) {
    network.forward(inputs, place * columns);
    hidden.forEach((values, i) => (isAlive[i] ||= values.some((value) => value !== 0)));
    if (isAlive.every(Boolean)) return false;
  }
  return true;
}
