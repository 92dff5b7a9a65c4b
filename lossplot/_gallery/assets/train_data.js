// Examples to train on, made from a seed, and how they are split (lossplot/_training/data.py).

import { BALANCE, FLIPS, NOISE, normals, OUTLIERS, permutation, PLACES, SPLIT, stream, uniforms } from "./train_random.js";

// The share of all examples that are to test, and of the others that are to validate.
const [TEST_SHARE, VALIDATION_SHARE] = [0.25, 0.2];
// Outliers lie so many times as far from the middle as the farthest example, and so far below a line.
const [FAR_TIMES, BELOW] = [3, 8];

/** How to make each data: its number of examples, its usual noise, and example `i` of `count` without it. */
export const RECIPES = {
  circles: { count: 1000, noise: 0.1, make: circle },
  moons: { count: 1000, noise: 0.1, make: moon },
  blobs: { count: 1000, noise: 0.7, make: blob },
  xor: { count: 1000, noise: 0.25, make: corner },
  spirals: { count: 1000, noise: 0.02, make: spiral },
  line: { count: 100, noise: 0.3, isRegression: true },
};

function circle(i, count) {
  const outer = Math.floor(count / 2);
  const isInner = i >= outer;
  const angle = (isInner ? (i - outer) / (count - outer) : i / outer) * 2 * Math.PI;
  return polar(isInner ? 0.1 : 1, angle, isInner ? 1 : 0);
}

function moon(i, count) {
  const outer = Math.floor(count / 2);
  if (i < outer) return polar(1, (i * Math.PI) / (outer - 1), 0);
  const angle = ((i - outer) * Math.PI) / (count - outer - 1);
  return [1 - Math.cos(angle), 0.5 - Math.sin(angle), 1];
}

/** A cloud for each class, around places on a circle of radius 3. */
function blob(i, _, classes) {
  return polar(3, (2 * Math.PI * (i % classes)) / classes, i % classes);
}

/** Four clouds, at the corners of a square, of which those across have the same class. */
function corner(i) {
  const [x, y] = [i % 4 < 2 ? 1 : -1, i % 2 === 0 ? 1 : -1];
  return [x, y, x * y > 0 ? 1 : 0];
}

function spiral(i, count) {
  const radius = (Math.floor(i / 2) + 1) / Math.floor((count + 1) / 2);
  return polar(radius, 3.5 * Math.PI * radius + Math.PI * (i % 2), i % 2);
}

function polar(radius, angle, target) {
  return [radius * Math.cos(angle), radius * Math.sin(angle), target];
}

/**
 * The examples called `data`: `inputs`, one row after another in `columns`, `targets`, and the places of each part.
 *
 * `classes` is how many there are, 0 in a regression.  Without a `noise` the data have their own.
 */
export function makeData({ data: name, seed, noise, flip, outliers, balance, classes }) {
  const { count, noise: usual, make, isRegression } = RECIPES[name];
  const noisy = (length) => normals(stream(seed, NOISE), length).map((number) => (noise ?? usual) * number);
  const parts = split(count, seed);
  if (isRegression) {
    const numbers = noisy(count);
    const inputs = uniforms(stream(seed, PLACES), count).map((number) => 4 * number - 2);
    const targets = inputs.map((x, i) => x + numbers[i]);
    const examples = { name, columns: 1, classes: 0, inputs, targets, ...parts };
    disturbLine(examples, seed, outliers);
    return examples;
  }
  const kinds = name === "blobs" ? classes : 2;
  const share = kinds === 2 ? balance : null;
  // Either class of twice as many is enough to choose all examples from.
  const made = share === null ? count : 2 * count;
  const numbers = noisy(2 * made);
  const all = Array.from({ length: made }, (_, i) => {
    const [x, y, target] = make(i, made, kinds);
    return [x + numbers[2 * i], y + numbers[2 * i + 1], target];
  });
  const rows = share === null ? all : withShare(all, count, share, seed);
  const inputs = Float64Array.from(rows.flatMap(([x, y]) => [x, y]));
  const targets = Float64Array.from(rows, ([, , target]) => target);
  const examples = { name, columns: 2, classes: kinds, inputs, targets, ...parts };
  flipLabels(examples, seed, flip);
  throwFar(examples, seed, outliers);
  return examples;
}

/** `count` of the examples, chosen at random, a `share` of them of the class 1. */
function withShare(rows, count, share, seed) {
  const order = permutation(stream(seed, BALANCE), rows.length);
  const most = roundEven(share * count);
  const positive = order.filter((i) => rows[i][2] === 1).slice(0, most);
  const negative = order.filter((i) => rows[i][2] === 0).slice(0, count - most);
  return [...positive, ...negative].sort((a, b) => a - b).map((i) => rows[i]);
}

function split(count, seed) {
  const order = permutation(stream(seed, SPLIT), count);
  const tested = roundEven(TEST_SHARE * count);
  const trained = count - roundEven(VALIDATION_SHARE * (count - tested));
  return { train: order.slice(tested, trained), validation: order.slice(trained), test: order.slice(0, tested) };
}

/** The places of `count` examples, none of them to test, in the order of a stream. */
function chosen({ train, validation }, key, count) {
  const places = [...train, ...validation].sort((a, b) => a - b);
  return permutation(key, places.length).slice(0, count).map((i) => places[i]);
}

function flipLabels(data, seed, share) {
  const places = chosen(data, stream(seed, FLIPS), roundEven(share * (data.train.length + data.validation.length)));
  const numbers = uniforms(stream(seed, FLIPS, 1), places.length);
  places.forEach((place, i) => {
    data.targets[place] = (data.targets[place] + 1 + Math.floor(numbers[i] * (data.classes - 1))) % data.classes;
  });
}

function throwFar(data, seed, count) {
  const { inputs } = data;
  const sizes = data.targets.map((_, i) => inputs[2 * i] ** 2 + inputs[2 * i + 1] ** 2);
  const far = FAR_TIMES * Math.sqrt(Math.max(...sizes));
  const numbers = uniforms(stream(seed, OUTLIERS, 1), count);
  chosen(data, stream(seed, OUTLIERS), count).forEach((place, i) => {
    const angle = 2 * Math.PI * numbers[i];
    inputs[2 * place] = far * Math.cos(angle);
    inputs[2 * place + 1] = far * Math.sin(angle);
  });
}

/** Outliers where the line ends, which turn it most. */
function disturbLine({ inputs, targets, ...data }, seed, count) {
  const numbers = uniforms(stream(seed, OUTLIERS, 1), count);
  chosen(data, stream(seed, OUTLIERS), count).forEach((place, i) => {
    inputs[place] = 1 + numbers[i];
    targets[place] = inputs[place] - BELOW;
  });
}

/** The nearest whole number, of two the even one, as Python rounds. */
function roundEven(x) {
  const below = Math.floor(x);
  if (x - below !== 0.5) return Math.round(x);
  return below % 2 ? below + 1 : below;
}
