// The options of drawing that an address and a command have: `derivative`, `range=-3:3`.
// VIEW_OPTIONS has them in their order (lossplot/_gallery/page/view_options.py); it stands before all modules.

import { halves, plainNumber, readNumber } from "./curve.js";
import { isRange } from "./view.js";

// The page's looks have no part in its figure.
const OPTIONS = VIEW_OPTIONS.filter(({ kind }) => kind !== "choice");

const FLAG = { read: (text) => (text === undefined ? true : null), write: () => undefined };
// How a value is read, null where it makes no sense, and how it is written, if an option has any.
const KINDS = {
  panel: FLAG,
  flag: FLAG,
  range: { read: (text) => accepted(numbersIn(text), isRange), write: (value) => value.map(plainNumber).join(":") },
  number: { read: (text) => accepted(numbersIn(text), (numbers) => numbers.length === 1 && Number.isFinite(numbers[0]))?.[0] ?? null, write: plainNumber },
};

/** The options of a state without any. */
export function noOptions() {
  return { panels: new Set(), bothLabels: false, normalize: false, range: null, ylim: null, x: null };
}

/** Return true if `part` of an address is that of an option, whatever its value. */
export function isOption(part) {
  return find(part) !== undefined;
}

/** Set in `state` what `part` of an address asks for, and return true; false if that makes no sense. */
export function setOption(state, part) {
  const option = find(part);
  const value = option ? KINDS[option.kind].read(halves(part, "=")[1]) : null;
  if (value === null) return false;
  if (option.kind === "panel") state.panels.add(option.name);
  else state[propertyOf(option.key)] = value;
  return true;
}

/** The options of `state` as parts of an address or of a command: `word` is `key` or `name`. */
export function optionsOf(state, word) {
  return OPTIONS.filter((option) => isSet(state, option)).map((option) => {
    const text = KINDS[option.kind].write(state[propertyOf(option.key)]);
    return text === undefined ? option[word] : `${option[word]}=${text}`;
  });
}

/** Return true if the option called `name` has a meaning for losses of `axis`. */
export function isMeant(name, axis) {
  const { axes } = OPTIONS.find((option) => option.name === name);
  return !axes || axes.includes(axis);
}

/** Take out of `state` what has no meaning for losses of `axis`, and return the words for it. */
export function dropUnmeant(state, axis) {
  const dropped = OPTIONS.filter((option) => isSet(state, option) && !isMeant(option.name, axis));
  for (const option of dropped) {
    if (option.kind === "panel") state.panels.delete(option.name);
    else state[propertyOf(option.key)] = false;
  }
  return dropped.map(({ key }) => key);
}

function isSet(state, option) {
  return option.kind === "panel" ? state.panels.has(option.name) : ![null, false].includes(state[propertyOf(option.key)]);
}

function find(part) {
  const [key] = halves(part, "=");
  return OPTIONS.find((option) => option.key === key);
}

/** The name in a state of what the option called `key` in an address is: `bothLabels`. */
export function propertyOf(key) {
  return key.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
}

function numbersIn(text) {
  return text?.split(":").map(readNumber) ?? [];
}

function accepted(numbers, isGood) {
  return isGood(numbers) ? numbers : null;
}
