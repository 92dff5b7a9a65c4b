// The operators and the functions of Python that the translated reader of formulas calls.

import { equal, errors, isinstance, makeClass, PyDict, PySet, replaced } from "./python.js";
import { Fraction, fractionOf } from "./python_fraction.js";
import { closeMatches, format, METHODS, numberIn, patterns, points, represent, unicode } from "./python_text.js";

const isText = (value) => typeof value === "string";
const isExact = (a, b) => a instanceof Fraction || b instanceof Fraction;
const isSet = (value) => value instanceof PySet;

/** An operation on numbers that is exact where one of them is a fraction, as far as the other is whole or one too. */
function arithmetic(exact, plain) {
  return (a, b) => {
    if (isExact(a, b)) {
      const isFloat = (each) => typeof each === "number" && !Number.isInteger(each);
      if (!isFloat(a) && !isFloat(b)) return exact(fractionOf(a), fractionOf(b));
    }
    if (typeof a === "bigint" || typeof b === "bigint") return plain(Number(a), Number(b));
    return plain(a, b);
  };
}

function add(a, b) {
  if (isText(a)) return a + b;
  if (Array.isArray(a)) return [...a, ...b];
  return sum(a, b);
}
const sum = arithmetic((a, b) => a.plus(b), (a, b) => Number(a) + Number(b));
const difference = arithmetic((a, b) => a.plus(b.opposite()), (a, b) => Number(a) - Number(b));
const product = arithmetic((a, b) => a.times(b), (a, b) => Number(a) * Number(b));
const ratio = arithmetic((a, b) => a.over(b), divided);
const rest = arithmetic((a, b) => a.modulo(b), (a, b) => (b === 0 ? raise("ZeroDivisionError") : ((a % b) + b) % b));

function divided(a, b) {
  const below = Number(b);
  if (below === 0) throw errors.ZeroDivisionError();
  return Number(a) / below;
}

function raise(name) {
  throw errors[name]();
}

function power(a, b) {
  if (a instanceof Fraction && Number.isInteger(b)) return a.power(b);
  const [base, exponent] = [Number(a), Number(b)];
  if (base === 0 && exponent < 0) raise("ZeroDivisionError");
  const value = base ** exponent;
  if (!Number.isFinite(value) && Number.isFinite(base) && Number.isFinite(exponent)) raise("OverflowError");
  return value;
}

function compare(a, b) {
  if (isText(a) && isText(b)) return a < b ? -1 : a > b ? 1 : 0;
  if (Array.isArray(a) || a?.kind?.name === "Token") {
    const [one, other] = [[...a], [...b]];
    for (let i = 0; i < Math.min(one.length, other.length); i++) {
      if (!equal(one[i], other[i])) return compare(one[i], other[i]);
    }
    return one.length - other.length;
  }
  if (a instanceof Fraction && b instanceof Fraction) return a.compare(b);
  if (isExact(a, b)) {
    const other = a instanceof Fraction ? b : a;
    if (typeof other === "number" && Number.isFinite(other)) return fractionOf(a).compare(fractionOf(b));
  }
  return a < b ? -1 : a > b ? 1 : Number(a) === Number(b) ? 0 : NaN;
}

function isWithin(a, b, isStrict) {
  return [...a].every((each) => b.has(each)) && (!isStrict || a.length < b.length);
}

function iter(value) {
  if (value === null || value === undefined) raise("TypeError");
  return value;
}

function pythonIndex(length, index) {
  return index < 0 ? length + index : index;
}

function sliceOf(value, start, end, step) {
  const items = isText(value) ? points(value) : value;
  const count = items.length;
  const place = (at) => Math.min(Math.max(pythonIndex(count, at), 0), count);
  let part;
  if (step === null || step > 0) {
    part = items.slice(start === null ? 0 : place(start), end === null ? count : place(end));
    if (step > 1) part = part.filter((_, i) => i % step === 0);
  } else {
    part = [...items].reverse().slice(start === null ? 0 : count - 1 - place(start), end === null ? count : count - 1 - place(end));
  }
  return isText(value) ? part.join("") : part;
}

function get(value, index) {
  if (value instanceof PyDict) return value.at(index);
  if (value.group) return value.group(index);
  if (isText(value)) {
    const items = points(value);
    return items[pythonIndex(items.length, index)] ?? raise("KeyError");
  }
  return value[pythonIndex(value.length, index)];
}

function sorted(values, { key = (value) => value, reverse = false } = {}) {
  const pairs = [...values].map((value) => [key(value), value]);
  pairs.sort((a, b) => (reverse ? compare(b[0], a[0]) : compare(a[0], b[0])));
  return pairs.map(([, value]) => value);
}

function extreme(sign) {
  const find = (...values) => {
    const options = values.at(-1)?.isNames ? values.pop() : {};
    const items = values.length === 1 ? [...values[0]] : values;
    if (!items.length) return options.default ?? raise("ValueError");
    const rank = options.key ?? ((value) => value);
    return items.reduce((best, value) => (sign * compare(rank(value), rank(best)) > 0 ? value : best));
  };
  return named(find);
}

/** Call a function whose arguments have names. */
function callWith(call, values, names) {
  if (call.takesNames) return call(...values, { ...names, isNames: true });
  const placed = [...values];
  for (const [name, value] of Object.entries(names)) {
    const place = call.parameters?.indexOf(name) ?? -1;
    if (place < 0) throw errors.TypeError(name);
    placed[place] = value;
  }
  return call(...placed);
}

/** Let a function take names in a last argument. */
function named(call) {
  return Object.assign(call, { takesNames: true });
}

/** Remember the results of a function, which has no state. */
function cache(call) {
  const known = new PyDict();
  const remembering = (...values) => {
    if (known.length > 4096) known.pairs.clear();
    let value = known.get(values, undefined);
    if (value === null || value === undefined) known.set(values, (value = call(...values)));
    return value;
  };
  return Object.assign(remembering, { parameters: call.parameters });
}

/** The method of a text, a list or a number; other objects have their own. */
function callMethod(value, name, ...values) {
  const methods = isText(value) ? METHODS.text : Array.isArray(value) ? METHODS.list : typeof value === "number" || typeof value === "bigint" ? METHODS.number : null;
  if (methods && Object.hasOwn(methods, name)) return methods[name](value, ...values);
  if (value instanceof Fraction && name === "limit_denominator") return value.limited(values[0] ?? 1000000);
  return value[name](...values);
}

const dictType = Object.assign((pairs = [], names = {}) => new PyDict(pairs instanceof PyDict ? pairs.items() : [...pairs, ...Object.entries(names)]), {
  fromkeys: (names, value = null) => new PyDict([...names].map((name) => [name, value])),
  test: (value) => value instanceof PyDict,
});
const setType = Object.assign((values = []) => new PySet(values), { test: isSet });
const listType = Object.assign((values = []) => [...values], { test: Array.isArray });
const wholeOf = (value) => Math.trunc(Number(value));
const numberOf = (value) => (isText(value) ? numberIn(value) : Number(value));

export const py = {
  ...errors,
  add, sub: (a, b) => (isSet(a) ? new PySet([...a].filter((each) => !b.has(each))) : difference(a, b)),
  mul: (a, b) => (isText(a) ? a.repeat(b) : Array.isArray(a) ? Array(b).fill(a).flat() : product(a, b)),
  div: ratio, mod: rest, pow: power, floordiv: (a, b) => Math.floor(a / b),
  neg: (a) => (a instanceof Fraction ? a.opposite() : -a),
  bitand: (a, b) => (isSet(a) ? new PySet([...a].filter((each) => b.has(each))) : Number(a) & Number(b)),
  bitor(a, b) {
    if (a instanceof PyDict) return new PyDict([...a.items(), ...b.items()]);
    if (isSet(a)) return new PySet([...a, ...b]);
    if (isText(a)) return a + b;
    return typeof a === "function" || Array.isArray(a) ? [a, b].flat() : Number(a) | Number(b);
  },
  ior: (a, b) => py.bitor(a, b),
  iadd(a, b) {
    if (!Array.isArray(a)) return add(a, b);
    a.push(...b);
    return a;
  },
  eq: equal,
  lt: (a, b) => (isSet(a) ? isWithin(a, b, true) : compare(a, b) < 0),
  le: (a, b) => (isSet(a) ? isWithin(a, b, false) : compare(a, b) <= 0),
  contains(holder, value) {
    if (isText(holder)) return holder.includes(value);
    if (holder.has) return holder.has(value);
    if (holder.__contains__) return holder.__contains__(value);
    return [...holder].some((each) => equal(each, value));
  },
  truth(value) {
    if (value === null || value === undefined) return false;
    if (Array.isArray(value) || value instanceof PyDict || isSet(value)) return value.length > 0;
    return value instanceof Fraction ? value.top !== 0n : Boolean(value);
  },
  and: (a, rest) => (py.truth(a) ? rest() : a),
  or: (a, rest) => (py.truth(a) ? a : rest()),
  iter, get, slice: sliceOf, isinstance, makeClass, callWith, cache, call: callMethod, format,
  repr: represent,
  isSequence: (value, fewest, most) => Array.isArray(value) && value.length >= fewest && value.length <= most,
  unpack(values, before, after) {
    const items = [...values];
    return [...items.slice(0, before), items.slice(before, items.length - after), ...items.slice(items.length - after)];
  },
  put(holder, index, value) {
    if (holder instanceof PyDict) holder.set(index, value);
    else holder[pythonIndex(holder.length, index)] = value;
  },
  delete: (holder, index) => (holder instanceof PyDict ? holder.delete(index) : holder.splice(index, 1)),
  setattr: (holder, name, value) => void (holder[name] = value),
  superInit: (self, values) => void (self.args = values),
  asObject: (pairs) => Object.fromEntries(pairs.items()),
  hash: () => 0,
  len: (value) => (isText(value) ? points(value).length : value.length),
  dict: dictType, set: setType, frozenset: setType, list: listType, tuple: listType,
  str: Object.assign((value = "") => (value?.__str__ ? value.__str__() : format(value, "")), {
    test: isText,
  }),
  float: Object.assign(numberOf, { test: (value) => typeof value === "number" }),
  int: Object.assign(wholeOf, { test: Number.isInteger }),
  bool: Object.assign((value) => py.truth(value), { test: (value) => typeof value === "boolean" }),
  abs: (value) => (value instanceof Fraction ? (value.top < 0n ? value.opposite() : value) : Math.abs(Number(value))),
  any: (values) => [...values].some(py.truth),
  all(values) {
    for (const value of values) if (!py.truth(value)) return false;
    return true;
  },
  sum: (values, start = 0) => [...values].reduce(add, start),
  *map(call, ...sources) {
    if (sources.length === 1) for (const value of iter(sources[0])) yield call(value);
    else for (const values of py.zip(...sources)) yield call(...values);
  },
  zip: named(function* (...sources) {
    if (sources.at(-1)?.isNames) sources.pop();
    const lists = sources.map((source) => [...source]);
    for (let i = 0; i < Math.min(...lists.map((list) => list.length)); i++) yield lists.map((list) => list[i]);
  }),
  *enumerate(values, start = 0) {
    for (const value of values) yield [start++, value];
  },
  *range(start, end = null) {
    for (let i = end === null ? 0 : start; i < (end ?? start); i++) yield i;
  },
  reversed: (values) => [...values].reverse(),
  sorted: named(sorted),
  max: extreme(+1), min: extreme(-1),
  next(values, otherwise) {
    const { value, done } = (values.next ? values : values[Symbol.iterator]()).next();
    return done ? (otherwise === undefined ? raise("ValueError") : otherwise) : value;
  },
  ord: (character) => character.codePointAt(0),
  ascii: (text) => represent(text).replace(/[^\0-\x7f]/gu, (each) => unicode.escaped(each)),
  math: {
    inf: Infinity, pi: Math.PI, e: Math.E, nan: NaN,
    isfinite: (value) => Number.isFinite(Number(value)),
    isinf: (value) => Math.abs(Number(value)) === Infinity,
    isnan: (value) => Number.isNaN(Number(value)),
    log: (value) => (Number(value) <= 0 ? raise("ValueError") : Math.log(Number(value))),
    sqrt: (value) => (Number(value) < 0 ? raise("ValueError") : Math.sqrt(Number(value))),
    copysign: (value, sign) => (Object.is(Math.sign(sign), -0) || sign < 0 ? -Math.abs(value) : Math.abs(value)),
    expm1: Math.expm1, prod: (values) => [...values].reduce(product, 1),
    isqrt(value) {
      let root = BigInt(Math.floor(Math.sqrt(Number(value))));
      const whole = BigInt(value);
      while (root * root > whole) root -= 1n;
      while ((root + 1n) * (root + 1n) <= whole) root += 1n;
      return root <= 9007199254740991n ? Number(root) : root;
    },
    comb(n, k) {
      let value = 1;
      for (let i = 1; i <= k; i++) value = Math.round((value * (n - k + i)) / i);
      return value;
    },
  },
  numpy: { zeros: (count) => Array(count).fill(0) },
  fractions: { Fraction: Object.assign(fractionOf, { test: (value) => value instanceof Fraction }) },
  functools: {
    cache,
    reduce: (call, values, start) => (start === undefined ? [...values].reduce((a, b) => call(a, b)) : [...values].reduce((a, b) => call(a, b), start)),
    partial: named((call, ...values) => {
      const names = values.at(-1)?.isNames ? values.pop() : {};
      delete names.isNames;
      return (...more) => callWith(call, [...values, ...more], names);
    }),
  },
  itertools: {
    *pairwise(values) {
      const items = [...values];
      for (let i = 1; i < items.length; i++) yield [items[i - 1], items[i]];
    },
    *combinations(values) {
      const items = [...values];
      for (let i = 0; i < items.length; i++) for (let k = i + 1; k < items.length; k++) yield [items[i], items[k]];
    },
    product: (...sources) => sources.reduce((rows, source) => rows.flatMap((row) => [...source].map((each) => [...row, each])), [[]]),
  },
  collections: { Counter: (values) => { const counts = new PyDict(); for (const each of values) counts.set(each, (counts.get(each) ?? 0) + 1); return Object.assign(counts, { at: (each) => counts.get(each) ?? 0 }); } },
  dataclasses: { replace: named(replaced) },
  difflib: { get_close_matches: Object.assign(closeMatches, { parameters: ["word", "choices", "n", "cutoff"] }) },
  re: patterns,
  unicodedata: unicode,
};
