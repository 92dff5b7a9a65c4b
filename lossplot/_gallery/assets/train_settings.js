// What training is asked for, as words in an address and as a command:
// hinge+squared-hinge&data=moons&hidden=8,8&seed=3 (lossplot/_training/settings.py).

import { readSpec } from "./asked.js";
import { decoded } from "./bar.js";
import { halves, isSameCurve, plainNumber, readNumber, specOf } from "./curve.js";
import { RECIPES } from "./train_data.js";
import { ACTIVATIONS } from "./train_network.js";
import { fits } from "./train_fits.js";
import { OPTIMIZERS } from "./train_optimizers.js";

export const MOST_LOSSES = 4;
const [MOST_LAYERS, MOST_UNITS] = [4, 64];
// The losses of each kind of data when none is asked for.
const USUAL_LOSSES = { labels: ["hinge", "squared-hinge"], targets: ["squared", "absolute"] };

const within = (low, high) => (word) => {
  const value = readNumber(word);
  return value >= low && value <= high ? value : null;
};
const whole = (low, high) => (word) => {
  const value = within(low, high)(word);
  return Number.isInteger(value) ? value : null;
};
const among = (choices) => (word) => (Object.hasOwn(choices, word) ? word : null);
const positive = (most) => (word) => within(0, most)(word) || null;

/** How to read each setting, which is null for what it cannot be; `usual` is its value when it is not asked for. */
export const SETTINGS = {
  data: { read: among(RECIPES), usual: "circles" },
  noise: { read: within(0, 100), usual: null },
  flip: { read: within(0, 1), usual: 0 },
  outliers: { read: whole(0, 50), usual: 0 },
  balance: { read: within(0.01, 0.99), usual: null },
  classes: { read: whole(2, 8), usual: 2 },
  hidden: { read: readLayers, usual: null },
  activation: { read: among(ACTIVATIONS), usual: "relu" },
  optimizer: { read: among(OPTIMIZERS), usual: "adam" },
  rate: { read: positive(1e6), usual: 0.03, option: "lr" },
  batch: { read: whole(1, 1000), usual: 5 },
  epochs: { read: whole(1, 2000), usual: 150 },
  seed: { read: whole(0, 2 ** 32 - 1), usual: 0 },
};

/** The units of the hidden layers that `word` lists, none of a linear model. */
function readLayers(word) {
  if (word === "none") return [];
  const layers = word.split(",").map(whole(1, MOST_UNITS));
  return layers.length <= MOST_LAYERS && !layers.includes(null) ? layers : null;
}

/** The number of classes that the data of `settings` have, 0 in a regression. */
export function classesOf({ data, classes }) {
  if (RECIPES[data].isRegression) return 0;
  return data === "blobs" ? classes : 2;
}

/** The units of the hidden layers when none are asked for. */
export function usualLayers(settings) {
  const classes = classesOf(settings);
  if (!classes) return [];
  return classes > 2 ? [32] : [4, 2];
}

/** The hidden layers of `settings`. */
export function layersOf(settings) {
  return settings.hidden ?? usualLayers(settings);
}

/** Return true if the data of `settings` can have this one. */
export function hasSetting(settings, name) {
  if (name === "classes") return settings.data === "blobs";
  if (name === "balance") return classesOf(settings) === 2;
  return name !== "flip" || classesOf(settings) > 0;
}

/** The settings that are not as usual, as pairs of option and word. */
function changed(settings) {
  const names = Object.keys(SETTINGS).filter((name) => hasSetting(settings, name) && wordOf(name, settings[name]) !== wordOf(name, SETTINGS[name].usual));
  return names.map((name) => [SETTINGS[name].option ?? name, wordOf(name, settings[name])]);
}

/** The word that asks for a setting, empty for what is left to the data. */
export function wordOf(name, value) {
  if (value === null) return "";
  if (name === "hidden") return value.join(",") || "none";
  return typeof value === "number" ? plainNumber(value) : value;
}

/** The words of an address that ask for this. */
export function addressOf({ curves, settings }) {
  return [curves.map(specOf).join("+"), ...changed(settings).map((pair) => pair.join("="))].join("&");
}

/** The state that the words of an address ask for, and those that cannot be understood. */
export function readAddress(address, losses) {
  const parts = decoded(address).split("&").filter(Boolean);
  const [words, ...options] = !parts.length || isSetting(parts[0]) ? ["", ...parts] : parts;
  const settings = Object.fromEntries(Object.entries(SETTINGS).map(([name, { usual }]) => [name, usual]));
  const wrong = [];
  for (const option of options) {
    const [word, value] = halves(option, "=");
    const name = settingCalled(word);
    const read = name ? SETTINGS[name].read(value ?? "") : null;
    if (read === null) wrong.push(option);
    else settings[name] = read;
  }
  // Some programs write a space for a plus.
  const asked = words.split(/[+ ]/).filter(Boolean).map((word) => [word, readSpec(word, losses)]);
  const hasData = options.some((option) => option.startsWith("data="));
  if (!hasData && asked[0]?.[1] && isForLine(asked[0][1].loss)) settings.data = "line";
  const curves = [];
  for (const [word, curve] of asked) {
    const isNew = !curves.some((other) => curve && isSameCurve(other, curve));
    if (!curve || !fits(curve.loss, classesOf(settings)) || (isNew && curves.length === MOST_LOSSES)) wrong.push(word);
    else if (isNew) curves.push(curve);
  }
  return { curves: curves.length ? curves : usualCurves(settings, losses), settings, wrong };
}

/** Return true if `loss` is for a line unless other data are asked for: as all of an error are, and those of no label. */
function isForLine(loss) {
  return fits(loss, 0) && (loss.axis === "error" || !fits(loss, 2));
}

/** The curves to train with when none are asked for: the usual ones, or the first that fit where these are not known. */
export function usualCurves(settings, losses) {
  const classes = classesOf(settings);
  const names = USUAL_LOSSES[classes ? "labels" : "targets"].filter((name) => Object.hasOwn(losses, name));
  const found = names.length ? names : Object.keys(losses).filter((name) => fits(losses[name], classes)).slice(0, 1);
  return found.map((name) => readSpec(name, losses));
}

function settingCalled(word) {
  return Object.keys(SETTINGS).find((name) => (SETTINGS[name].option ?? name) === word);
}

function isSetting(part) {
  return settingCalled(halves(part, "=")[0]) !== undefined;
}

/** The line that makes lossplot train the same. */
export function commandOf({ curves, settings }) {
  const options = [...changed({ ...settings, epochs: null, seed: null })].filter(([, word]) => word);
  const written = options.map(([name, word]) => (word === "none" ? "--model=linear" : `--${name}=${word}`));
  const files = new Set(curves.flatMap((curve) => curve.loss.options ?? []));
  return ["lossplot train", ...curves.map(specOf), ...written, `--epochs=${settings.epochs}`, `--seed=${settings.seed}`, ...files].join(" ");
}
