// A search that ranks: which entries of a catalogue answer to some words, the best first.
//
// An entry has phrases in fields, such as its names and its tasks, and formulas.

// What a field counts; one of a task's losses counts one less than the loss before it.
const WEIGHTS = { key: 900, names: 800, tasks: 500, tags: 400, libraries: 400, text: 200, source: 100 };
// The fields of which a phrase that is all that was asked for comes before everything else.
const WHOLE_FIELDS = ["key", "names", "tasks"];
// How well a word fits a phrase: all of it, its first word, its start, one of its words, the start of one, or a part.
const [WHOLE, FIRST, START, WORD, WORD_START, PART] = [100, 85, 80, 70, 60, 30];
// Parts of words are looked for from so many letters on, unless they are ideographs, and misspellings too.
const [LEAST_PART, LEAST_IDEOGRAPHS] = [4, 3];
// A word of so many letters may be wrong in two of them, a shorter one in one.
const LONG = 8;
const IDEOGRAPH = /[\u3040-\u9fff]/;
// Words that say nothing beside others.
const IDLE = new Set("a an and best data dataset datasets for function functions in loss losses of problem problems system systems task tasks the to use what which with".split(" "));

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

/** An entry of the phrases of each field, which may have places in their tasks, and of `formulas`. */
export function searchable(fields, formulas) {
  const phrases = Object.entries(fields).flatMap(([field, list]) => placesOf(list).map(([text, place]) => phraseOf(plain(text), WEIGHTS[field] - place, field)));
  return { phrases: phrases.filter(({ text }) => text), formulas: formulas.map(plainFormula) };
}

function placesOf(list) {
  return Array.isArray(list) ? list.map((text) => [text, 0]) : Object.entries(list);
}

function phraseOf(text, weight, field) {
  return { text, weight, words: partsOf(text), isWhole: WHOLE_FIELDS.includes(field) };
}

function partsOf(text) {
  return text.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
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
  const spellings = asked.map((word) => spellingsOf(word, entries));
  const whole = wholeOf(asked, spellings);
  const scores = spellings.map((each) => entries.map((entry) => score(entry, each)));
  const places = [...entries.keys()].filter((place) => scores.every((each) => each[place] > 0));
  const wholes = new Map(places.map((place) => [place, wholeScore(entries[place], whole)]));
  const totals = new Map(places.map((place) => [place, scores.reduce((sum, each) => sum + each[place], 0)]));
  return places.sort((a, b) => wholes.get(b) - wholes.get(a) || totals.get(b) - totals.get(a) || a - b);
}

/** Return true if `query` has a sign that only formulas have. */
function isFormula(query) {
  return /[()^=*+/|\u00b2\u221a]/.test(query);
}

/** The places of the entries that have the `formula`, those first that have little else. */
function holding(formula, entries) {
  if (!formula) return [];
  const lengthOf = ({ formulas }) => Math.min(...formulas.filter((each) => each.includes(formula)).map(({ length }) => length));
  const found = [...entries.keys()].map((place) => [place, lengthOf(entries[place])]).filter(([, length]) => Number.isFinite(length));
  return found.sort((a, b) => a[1] - b[1] || a[0] - b[0]).map(([place]) => place);
}

/** The `word` if an entry has it, or the words of entries that are most like it. */
function spellingsOf(word, entries) {
  const phrases = entries.flatMap((entry) => entry.phrases);
  if (phrases.some((phrase) => fit(word, phrase) > 0)) return [word];
  const known = [...new Set(phrases.flatMap(({ words }) => words))];
  const found = known.map((each) => [each, difference(word, each)]).filter(([, letters]) => letters !== null);
  const least = Math.min(...found.map(([, letters]) => letters));
  return found.length ? found.filter(([, letters]) => letters === least).map(([each]) => each) : [word];
}

function score({ phrases }, spellings) {
  return best(phrases, (phrase) => phrase.weight * Math.max(...spellings.map((word) => fit(word, phrase))));
}

/** All that was asked for, part by part, with the stems of the spellings of each. */
function wholeOf(words, spellings) {
  return words.flatMap((word, n) => (spellings[n].includes(word) ? partsOf(word).map((part) => [stem(part)]) : [spellings[n].map(stem)]));
}

/** The `word` in the singular, as far as the plural only adds an s. */
function stem(word) {
  return word.length >= LEAST_PART && word.endsWith("s") ? word.slice(0, -1) : word;
}

/** What the phrases count that are all that was asked for: a name, then a task. */
function wholeScore({ phrases }, whole) {
  return best(phrases, (phrase) => (isAll(phrase, whole) ? phrase.weight : 0));
}

function isAll({ words, isWhole }, whole) {
  if (!isWhole) return false;
  const telling = words.filter((word) => !IDLE.has(word));
  const parts = telling.length ? telling : words;
  return parts.length === whole.length && parts.every((word, n) => whole[n].includes(stem(word)));
}

function best(phrases, scoreOf) {
  return phrases.reduce((most, phrase) => Math.max(most, scoreOf(phrase)), 0);
}

function fit(word, { text, words }) {
  if (text === word) return WHOLE;
  if (text.startsWith(word)) return words[0] === word ? FIRST : START;
  if (words.includes(word)) return WORD;
  if (words.some((each) => each.startsWith(word))) return WORD_START;
  const isLong = word.length >= LEAST_PART || IDEOGRAPH.test(word);
  return isLong && text.includes(word) ? PART : 0;
}

/** How many letters of `other` make it another than `word`; null if these are too many for a misspelling. */
function difference(word, other) {
  if (word.length < (IDEOGRAPH.test(word) ? LEAST_IDEOGRAPHS : LEAST_PART)) return null;
  const most = word.length >= LONG ? 2 : 1;
  if (Math.abs(word.length - other.length) > most) return null;
  const letters = distance(word, other);
  return letters <= most ? letters : null;
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
