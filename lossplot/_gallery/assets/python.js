// What the translated reader of formulas takes from Python: values that are equal by what they hold, and collections.

import { Fraction } from "./python_fraction.js";

const ids = new Map();
const own = Symbol("the number of a record");
let count = 0;

/** The number that all equal values have in common. */
function idOf(text) {
  let id = ids.get(text);
  if (id === undefined) ids.set(text, (id = ids.size));
  return id;
}

/** A text that is the same for values that are equal, and for no others. */
function key(value) {
  if (typeof value === "string") return `s${value}`;
  if (typeof value === "number") return value === 0 ? "n0" : `n${value}`;
  if (typeof value === "boolean") return `n${Number(value)}`;
  if (typeof value === "bigint") return `n${value}`;
  if (value === null || value === undefined) return "0";
  if (Array.isArray(value)) return `t${idOf(value.map(key).join("\0"))}`;
  if (value instanceof Fraction) return value.bottom === 1n ? `n${value.top}` : `q${value.top}/${value.bottom}`;
  if (value instanceof PySet) return `f${idOf([...value.keys.keys()].sort().join("\0"))}`;
  if (value instanceof PyDict) return `d${idOf([...value.pairs].map(([k, [, each]]) => `${k}\0${key(each)}`).sort().join("\0"))}`;
  if (value.fields) return (value[own] ??= `r${idOf([value.kind.number, ...value.fields.filter((each) => !each.isIgnored).map(({ name }) => key(value[name]))].join("\0"))}`);
  return `o${(value[own] ??= ++count)}`;
}

export function equal(a, b) {
  return a === b || key(a) === key(b);
}

/** Values by keys, in the order in which they came. */
export class PyDict {
  constructor(pairs = []) {
    this.pairs = new Map();
    for (const [name, value] of pairs) this.set(name, value);
  }
  set(name, value) {
    const id = key(name);
    const pair = this.pairs.get(id);
    if (pair) pair[1] = value;
    else this.pairs.set(id, [name, value]);
  }
  has(name) {
    return this.pairs.has(key(name));
  }
  at(name) {
    const pair = this.pairs.get(key(name));
    if (!pair) throw errors.KeyError(String(name));
    return pair[1];
  }
  get(name, otherwise = null) {
    return this.pairs.get(key(name))?.[1] ?? otherwise;
  }
  setdefault(name, value) {
    if (!this.has(name)) this.set(name, value);
    return this.at(name);
  }
  pop(name) {
    const value = this.at(name);
    this.delete(name);
    return value;
  }
  delete(name) {
    this.pairs.delete(key(name));
  }
  items() {
    return [...this.pairs.values()];
  }
  keys() {
    return new PySet(this);
  }
  values() {
    return [...this.pairs.values()].map(([, value]) => value);
  }
  get __getitem__() {
    return (name) => this.at(name);
  }
  get length() {
    return this.pairs.size;
  }
  *[Symbol.iterator]() {
    for (const [name] of this.pairs.values()) yield name;
  }
}

export class PySet {
  constructor(values = []) {
    this.keys = new Map();
    for (const value of values) this.add(value);
  }
  add(value) {
    this.keys.set(key(value), value);
  }
  has(value) {
    return this.keys.has(key(value));
  }
  pop() {
    const [[id, value]] = this.keys;
    this.keys.delete(id);
    return value;
  }
  union(...others) {
    return new PySet([this, ...others].flatMap((each) => [...each]));
  }
  issuperset(others) {
    return [...others].every((each) => this.has(each));
  }
  get length() {
    return this.keys.size;
  }
  [Symbol.iterator]() {
    return this.keys.values();
  }
}

let kinds = 0;

/** A class of records or of other objects, which is called without `new`, with its methods as functions of `self`. */
export function makeClass({ name, base = null, also = [], fields = null, isTuple = false, constants = {}, methods = {}, getters = {} }) {
  const kind = { name, number: ++kinds, bases: [base, ...also].filter(Boolean) };
  const proto = Object.create(base?.proto ?? (name === "Exception" ? Error.prototype : Object.prototype));
  const all = fields ?? base?.fields ?? null;
  const given = all?.filter((each) => !each.isOwn) ?? [];
  Object.assign(proto, { kind, fields: all });
  const define = (what, get) => Object.defineProperty(proto, what, { get, configurable: true });
  for (const [word, method] of Object.entries(methods)) if (word !== "__init__") define(word, function () { return bound(method, this); });
  for (const [word, method] of Object.entries(getters)) define(word, function () { return method(this); });
  if (isTuple) {
    proto[Symbol.iterator] = function* () { for (const each of all) yield this[each.name]; };
    define("_replace", function () { return Object.assign((changes) => replaced(this, changes), { takesNames: true }); });
  }
  const factory = (...values) => {
    const self = Object.create(proto);
    if (isError(kind)) self.stack = new Error(name).stack;
    if (proto.__init__) proto.__init__.plain(self, ...values);
    for (const [i, each] of (all ? given : []).entries()) {
      self[each.name] = values[i] === undefined ? each.default?.() : values[i];
    }
    for (const each of all ?? []) if (each.isOwn && each.default) self[each.name] = each.default();
    if (self.__post_init__) self.__post_init__();
    return self;
  };
  const start = methods.__init__ ?? base?.start ?? null;
  if (start) proto.__init__ = { plain: start };
  return Object.assign(factory, constants, methods, { kind, proto, fields: all, start, parameters: all ? given.map((each) => each.name) : start?.parameters?.slice(1) });
}

function bound(method, self) {
  const call = (...values) => method(self, ...values);
  call.parameters = method.parameters?.slice(1);
  return call;
}

function isError(kind) {
  return kind.name.endsWith("Error") || kind.name === "Exception";
}

/** A record like another, with some fields changed. */
export function replaced(record, changes) {
  const self = Object.create(Object.getPrototypeOf(record));
  for (const { name } of record.fields) self[name] = record[name];
  const { isNames, ...others } = changes;
  Object.assign(self, others);
  if (self.__post_init__) self.__post_init__();
  return self;
}

/** Return true if `value` is of a class, or of one of several. */
export function isinstance(value, kind) {
  if (Array.isArray(kind)) return kind.some((each) => isinstance(value, each));
  if (kind.test) return kind.test(value);
  return isOf(value?.kind, kind.kind);
}

/** Whether a kind is another, or has it among its bases. */
function isOf(kind, wanted) {
  return Boolean(kind) && (kind === wanted || kind.bases.some((base) => isOf(base.kind, wanted)));
}

const Exception = makeClass({
  name: "Exception",
  methods: { __init__: (self, ...parts) => void (self.args = parts) },
  getters: { message: (self) => self.__str__?.() ?? self.args?.join(" ") ?? "" },
});

/** The errors of Python's that are raised or caught. */
export const errors = { Exception };
for (const [name, base] of [["ArithmeticError", "Exception"], ["OverflowError", "ArithmeticError"], ["ZeroDivisionError", "ArithmeticError"], ["ValueError", "Exception"], ["KeyError", "Exception"], ["TypeError", "Exception"]]) {
  errors[name] = makeClass({ name, base: errors[base] });
}
Fraction.errors = errors;
