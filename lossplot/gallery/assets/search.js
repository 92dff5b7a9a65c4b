// A search that ranks: which entries of a catalogue answer to some words, the best first.
//
// An entry has phrases in fields, such as its names and its tasks, and formulas.

// What a field counts.
const WEIGHTS = { key: 9, names: 8, tasks: 5, tags: 4, libraries: 4, text: 2, source: 1 };
// How well a word fits a phrase: all of it, its first word, its start, one of its words, the start of one, or a part of one.
const [WHOLE, FIRST, START, WORD, WORD_START, PART, MISSPELT] = [1, 0.85, 0.8, 0.7, 0.6, 0.3, 0.1];
// Parts of words are looked for from so many letters on, unless they are ideographs, and misspellings too.
const LEAST_PART = 4;
const LONG = 8;
const IDEOGRAPH = /[\u3040-\u9fff]/;
// Words that say nothing beside others.
const IDLE = new Set(["a", "an", "and", "for", "function", "functions", "in", "loss", "losses", "of", "the", "with"]);

/** The one spelling of `text` that is searched in. */
export function plain(text) {
  const letters = text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return letters.replaceAll("_", "-").replaceAll("\u2013", "-").replaceAll("\u94f0\u94fe", "\u5408\u9875").trim();
}

/** The one spelling of a formula: without spaces and brackets, in the signs of a keyboard. */
export function plainFormula(text) {
  const signs = { "\u2212": "-", "\u00b7": "*", "\u00d7": "*", "**": "^", "\u00b2": "^2", "\u00b3": "^3", "\u2264": "<=", "\u2265": ">=" };
  const typed = Object.entries(signs).reduce((words, [sign, typed]) => words.replaceAll(sign, typed), text.toLowerCase());
  const functions = typed.replace(/\bexp\(/g, "e^(").replace(/\bln\(/g, "log(").replace(/\|([^|]*)\|/g, "abs($1)");
  return functions.replace(/^\s*l\s*\([^)]*\)\s*=/, "").replace(/[\s()[\]{}]/g, "");
}

/** An entry that can be searched: `fields` are lists of phrases, and `formulas` are texts. */
export function searchable(fields, formulas) {
  const phrases = Object.entries(fields).flatMap(([field, list]) => list.map(plain).filter(Boolean).map((phrase) => phraseOf(phrase, WEIGHTS[field])));
  return { phrases, formulas: formulas.map(plainFormula) };
}

function phraseOf(text, weight) {
  return { text, weight, words: text.split(/[^\p{L}\p{N}]+/u).filter(Boolean) };
}

/** The places of the `entries` that answer to `query`, the best first; all of them to an empty one. */
export function ranked(query, entries) {
  const words = plain(query).split(/\s+/).filter(Boolean);
  if (!words.length) return [...entries.keys()];
  if (isFormula(query)) {
    const places = holding(plainFormula(query), entries);
    if (places.length) return places;
  }
  const telling = words.filter((word) => !IDLE.has(word));
  const asked = telling.length ? telling : words;
  const scores = asked.map((word) => scoresOf(word, entries));
  const total = (place) => scores.reduce((sum, each) => sum + each[place], 0) + wholeScore(asked.join(" "), entries[place]);
  const places = [...entries.keys()].filter((place) => scores.every((each) => each[place] > 0));
  const totals = new Map(places.map((place) => [place, total(place)]));
  return places.sort((a, b) => totals.get(b) - totals.get(a) || a - b);
}

/** Return true if `query` has a sign that only formulas have. */
function isFormula(query) {
  return /[()^=*+/|\u00b2\u221a]/.test(query);
}

/** The places of the entries that have the `formula`, those first that have little else. */
function holding(formula, entries) {
  const lengthOf = ({ formulas }) => Math.min(...formulas.filter((each) => each.includes(formula)).map(({ length }) => length));
  const found = [...entries.keys()].map((place) => [place, lengthOf(entries[place])]).filter(([, length]) => Number.isFinite(length));
  return found.sort((a, b) => a[1] - b[1] || a[0] - b[0]).map(([place]) => place);
}

/** What each entry scores for `word`; those that only look like it count if there are no others. */
function scoresOf(word, entries) {
  const scores = entries.map((entry) => best(entry, (phrase) => fit(word, phrase)));
  return scores.some((score) => score > 0) || word.length < LEAST_PART ? scores : entries.map((entry) => best(entry, (phrase) => likeness(word, phrase)));
}

/** A name that is all that was asked for comes first. */
function wholeScore(query, entry) {
  const spoken = (text) => text.replaceAll("-", " ");
  return best(entry, ({ text, weight }) => (weight >= WEIGHTS.names && spoken(text) === spoken(query) ? 2 : 0));
}

function best({ phrases }, scoreOf) {
  return phrases.reduce((most, phrase) => Math.max(most, phrase.weight * scoreOf(phrase)), 0);
}

function fit(word, { text, words }) {
  if (text === word) return WHOLE;
  if (text.startsWith(word)) return words[0] === word ? FIRST : START;
  if (words.includes(word)) return WORD;
  if (words.some((each) => each.startsWith(word))) return WORD_START;
  const isLong = word.length >= LEAST_PART || IDEOGRAPH.test(word);
  return isLong && text.includes(word) ? PART : 0;
}

/** How well a misspelt `word` fits: it may be wrong in one letter, or in two if it is long. */
function likeness(word, { words }) {
  const most = word.length >= LONG ? 2 : 1;
  const isLike = words.some((each) => Math.abs(each.length - word.length) <= most && distance(word, each) <= most);
  return isLike ? MISSPELT + MISSPELT / words.length : 0;
}

/** The least number of letters to add, drop, replace or swap with the next that makes `b` of `a`. */
export function distance(a, b) {
  let [before, last] = [[], Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    [before, last] = [last, row];
  }
  return last[b.length];
}
