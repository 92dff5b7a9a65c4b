// Texts as Python has them: characters are those of Unicode, patterns are Python's, and numbers are written as there.

import { equal, errors, PyDict, PySet } from "./python.js";

const PAIRS = /[\ud800-\udbff][\udc00-\udfff]/;
const IDENTIFIER = /^[\p{L}\p{Nl}_][\p{L}\p{Nl}\p{Mn}\p{Mc}\p{Nd}\p{Pc}]*$/u;
const UNSEEN = /[\p{C}\p{Zl}\p{Zp}]|(?! )\p{Zs}/u;

/** The characters of a text, one code point each. */
export function points(text) {
  return PAIRS.test(text) ? Array.from(text) : text.split("");
}

/** The number of code units before the code point number `place`, and the other way round. */
function unitsBefore(text, place) {
  return PAIRS.test(text) ? Array.from(text).slice(0, place).join("").length : place;
}

function pointsBefore(text, unit) {
  return PAIRS.test(text) ? Array.from(text.slice(0, unit)).length : unit;
}

function trimmed(text, signs = null) {
  const characters = points(text);
  const isSign = (each) => (signs === null ? /\s/u.test(each) : signs.includes(each));
  let [start, end] = [0, characters.length];
  while (start < end && isSign(characters[start])) start++;
  while (end > start && isSign(characters[end - 1])) end--;
  return characters.slice(start, end).join("");
}

/** Return true if all characters fit, of which there is one at least. */
const all = (pattern) => (text) => new RegExp(`^(?:${pattern})+$`, "u").test(text);

function splitAt(text, sign, at) {
  return at < 0 ? null : [text.slice(0, at), sign, text.slice(at + sign.length)];
}

function starts(text, words, from = 0, to = null) {
  const characters = from || to !== null ? points(text).slice(from, to ?? undefined).join("") : text;
  return (Array.isArray(words) ? words : [words]).some((word) => characters.startsWith(word));
}

function ends(text, words, from = 0, to = null) {
  const characters = from || to !== null ? points(text).slice(from, to ?? undefined).join("") : text;
  return (Array.isArray(words) ? words : [words]).some((word) => characters.endsWith(word));
}

/** The number that a text is, as Python's `float` reads it. */
export function numberIn(text) {
  const word = text.trim().toLowerCase().replace(/^([+-]?)infinity$/, "$1inf");
  if (/^[+-]?inf$/.test(word)) return word.startsWith("-") ? -Infinity : Infinity;
  if (/^[+-]?nan$/.test(word)) return NaN;
  if (!/^[+-]?(\d+(_\d+)*\.?(\d+(_\d+)*)?|\.\d+(_\d+)*)(e[+-]?\d+)?$/.test(word)) throw errors.ValueError(text);
  return Number(word.replaceAll("_", ""));
}

export const METHODS = {
  text: {
    isascii: (text) => /^[\0-\x7f]*$/.test(text),
    isalnum: all("[\\p{L}\\p{N}]"),
    isalpha: all("\\p{L}"),
    isdecimal: all("\\p{Nd}"),
    isdigit: all("[\\p{Nd}\u00b2\u00b3\u00b9\u2070-\u2089]"),
    isidentifier: (text) => IDENTIFIER.test(text),
    isprintable: (text) => !points(text).some((each) => UNSEEN.test(each)),
    isspace: all("\\s"),
    isupper: (text) => /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text),
    lower: (text) => text.toLowerCase(),
    strip: trimmed,
    split: (text, sign) => (sign === undefined || sign === null ? text.split(/\s+/u).filter(Boolean) : text.split(sign)),
    join: (sign, words) => [...words].join(sign),
    partition: (text, sign) => splitAt(text, sign, text.indexOf(sign)) ?? [text, "", ""],
    replace: (text, old, other) => text.replaceAll(old, () => other),
    removesuffix: (text, end) => (end && text.endsWith(end) ? text.slice(0, -end.length) : text),
    startswith: starts,
    endswith: ends,
    count(text, sign, from = 0, to = null) {
      const part = points(text).slice(from, to ?? undefined).join("");
      return part.split(sign).length - 1;
    },
  },
  list: {
    append: (list, value) => void list.push(value),
    insert: (list, place, value) => void list.splice(place, 0, value),
    pop: (list, place = -1) => list.splice(place, 1)[0],
    count: (list, value) => list.filter((each) => equal(each, value)).length,
  },
  number: {
    bit_length: (value) => (Number(value) === 0 ? 0 : BigInt(value).toString(2).replace("-", "").length),
  },
};

/** A number as Python's `repr` writes a double. */
function double(value) {
  if (Number.isNaN(value)) return "nan";
  if (!Number.isFinite(value)) return value > 0 ? "inf" : "-inf";
  if (Object.is(value, -0)) return "-0.0";
  const size = Math.abs(value);
  if (size !== 0 && (size >= 1e16 || size < 1e-4)) return exponential(value.toExponential());
  const text = String(value);
  return text.includes(".") ? text : `${text}.0`;
}

function exponential(text) {
  return text.replace(/e([+-])(\d)$/, "e$10$2");
}

/** A number in so many digits, a half rounded to an even one. */
function rounded(value, count) {
  const up = value.toExponential(count - 1);
  const [digits, exponent] = value.toExponential(60).split("e");
  const cut = count + (count > 1 ? 1 : 0) + (value < 0 ? 1 : 0);
  const isHalf = /^\.?50*$/.test(digits.slice(cut));
  return isHalf && "02468".includes(digits[cut - 1]) ? `${digits.slice(0, cut)}e${exponent}` : up;
}

/** A number in so many digits, as Python's format `g` writes it. */
function general(value, count = 6) {
  if (!Number.isFinite(value)) return double(value);
  if (value === 0) return Object.is(value, -0) ? "-0" : "0";
  const [digits, exponent] = rounded(value, count).split("e");
  if (exponent < -4 || exponent >= count) return exponential(`${digits.includes(".") ? digits.replace(/\.?0+$/, "") : digits}e${exponent}`);
  const text = Number(`${digits}e${exponent}`).toFixed(count - 1 - exponent);
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}

/** Write a value into a text, as its format says. */
export function format(value, form) {
  if (form.endsWith("g")) return general(Number(value), Number(form.slice(1, -1)) || undefined);
  if (/^0\d+X$/.test(form)) return value.toString(16).toUpperCase().padStart(Number(form.slice(1, -1)), "0");
  if (form === "+") return value < 0 ? String(value) : `+${value}`;
  if (value === null) return "None";
  if (value === true || value === false) return value ? "True" : "False";
  return value?.__str__ ? value.__str__() : String(value);
}

/** Write a value as Python's `repr` does; numbers are doubles. */
export function represent(value) {
  if (typeof value === "number") return double(value);
  if (typeof value === "string") return quoted(value);
  if (Array.isArray(value)) return `(${value.map(represent).join(", ")}${value.length === 1 ? "," : ""})`;
  if (value instanceof PyDict || value instanceof PySet) return `{${[...value].map(represent).join(", ")}}`;
  if (value?.fields) return `${value.kind.name}(${value.fields.filter((each) => !each.isOwn).map(({ name }) => `${name}=${represent(value[name])}`).join(", ")})`;
  return format(value, "");
}

function quoted(text) {
  const mark = text.includes("'") && !text.includes('"') ? '"' : "'";
  const body = points(text).map((each) => {
    if (each === mark || each === "\\") return `\\${each}`;
    const short = { "\n": "\\n", "\r": "\\r", "\t": "\\t" }[each];
    return short ?? (UNSEEN.test(each) ? unicode.escaped(each) : each);
  });
  return mark + body.join("") + mark;
}

export const unicode = {
  /** A character as an escape in a text of Python's. */
  escaped(character) {
    const code = character.codePointAt(0);
    const hex = code.toString(16);
    return code < 0x100 ? `\\x${hex.padStart(2, "0")}` : code < 0x10000 ? `\\u${hex.padStart(4, "0")}` : `\\U${hex.padStart(8, "0")}`;
  },
  bidirectional: (character) => (/[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\u200f]/u.test(character) ? "R" : "L"),
  category: (character) => (/\p{Cc}/u.test(character) ? "Cc" : /\p{Cs}/u.test(character) ? "Cs" : ""),
  combining: (character) => (/\p{M}/u.test(character) ? 1 : 0),
  is_normalized: (form, text) => text.normalize(form) === text,
  normalize: (form, text) => text.normalize(form),
};

/** A pattern of Python's in JavaScript, where words and digits are those of all languages. */
function translated(pattern, isAscii) {
  const text = pattern.replaceAll("(?P<", "(?<").replaceAll("[^\\W\\d]", isAscii ? "[A-Za-z_]" : "[\\p{L}\\p{Nl}\\p{No}_]");
  let inClass = false;
  return text.replace(/\\(.)|[[\]]|-/gsu, (sign, escaped) => {
    if (sign === "[" && !inClass) inClass = true;
    else if (sign === "]") inClass = false;
    if (isAscii || !escaped) return sign;
    if (escaped === "w") return inClass ? "\\p{L}\\p{N}_" : "[\\p{L}\\p{N}_]";
    if (escaped === "W") return inClass ? sign : "[^\\p{L}\\p{N}_]";
    if (escaped === "d") return "\\p{Nd}";
    return /[\w\\/^$.*+?()[\]{}|-]/.test(escaped) && (escaped !== "-" || inClass) ? sign : escaped;
  });
}

class Match {
  constructor(found, text) {
    Object.assign(this, { found, text });
  }
  group(name = 0) {
    const value = typeof name === "number" ? this.found[name] : this.found.groups[name];
    return value ?? null;
  }
  start() {
    return pointsBefore(this.text, this.found.index);
  }
  end() {
    return pointsBefore(this.text, this.found.index + this.found[0].length);
  }
  get lastgroup() {
    return Object.entries(this.found.groups ?? {}).find(([, value]) => value !== undefined)?.[0] ?? null;
  }
}

class Pattern {
  constructor(pattern, flags) {
    const source = translated(pattern, flags.includes("a"));
    const own = `u${flags.replace("a", "")}`;
    this.search_ = new RegExp(source, `${own}g`);
    this.match_ = new RegExp(source, `${own}y`);
    this.whole_ = new RegExp(`^(?:${source})$`, own);
  }
  fullmatch(text, start = null, end = null) {
    const part = start === null ? text : points(text).slice(start, end ?? undefined).join("");
    const found = this.whole_.exec(part);
    return found && new Match(found, part);
  }
  match(text, start = 0, end = null) {
    const part = end === null ? text : text.slice(0, unitsBefore(text, end));
    this.match_.lastIndex = unitsBefore(text, start);
    const found = this.match_.exec(part);
    return found && new Match(found, text);
  }
  search(text) {
    this.search_.lastIndex = 0;
    const found = this.search_.exec(text);
    return found && new Match(found, text);
  }
  *finditer(text, start = 0, end = null) {
    const part = end === null ? text : text.slice(0, unitsBefore(text, end));
    let here = unitsBefore(text, start);
    while (here <= part.length) {
      this.search_.lastIndex = here;
      const found = this.search_.exec(part);
      if (!found) return;
      here = this.search_.lastIndex + (found[0] ? 0 : 1);
      yield new Match(found, text);
    }
  }
  findall(text) {
    return [...text.matchAll(this.search_)].map((found) => (found.length === 1 ? found[0] : found.length === 2 ? (found[1] ?? "") : found.slice(1).map((each) => each ?? "")));
  }
  sub(other, text) {
    return text.replace(this.search_, (...found) => {
      if (typeof other === "function") return other(new Match(Object.assign(found, { index: found.find(Number.isInteger) }), text));
      return other.replace(/\\(\d)/g, (_, group) => found[group] ?? "");
    });
  }
}

export const patterns = {
  ASCII: "a",
  DOTALL: "s",
  compile: (pattern, flags = "") => new Pattern(pattern, flags),
  findall: (pattern, text) => new Pattern(pattern, "").findall(text),
  sub: (pattern, other, text) => new Pattern(pattern, "").sub(other, text),
};

/** The words most like one, the most like first. */
export function closeMatches(word, choices, n = 3, cutoff = 0.6) {
  const scores = [...choices].map((choice) => [likeness(choice, word), choice]).filter(([score]) => score >= cutoff);
  scores.sort((a, b) => b[0] - a[0] || (a[1] < b[1] ? 1 : -1));
  return scores.slice(0, n).map(([, choice]) => choice);
}

function likeness(a, b) {
  const total = a.length + b.length;
  return total ? (2 * common(a, b)) / total : 1;
}

/** Count the characters in the longest common stretch, and in those at its left and right. */
function common(a, b) {
  let [from, at, size] = [0, 0, 0];
  let lengths = new Map();
  for (let i = 0; i < a.length; i++) {
    const next = new Map();
    for (let k = 0; k < b.length; k++) {
      if (a[i] !== b[k]) continue;
      const length = (lengths.get(k - 1) ?? 0) + 1;
      next.set(k, length);
      if (length > size) [from, at, size] = [i - length + 1, k - length + 1, length];
    }
    lengths = next;
  }
  return size && size + common(a.slice(0, from), b.slice(0, at)) + common(a.slice(from + size), b.slice(at + size));
}
