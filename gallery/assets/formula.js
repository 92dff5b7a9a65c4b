/* Made by lossplot gallery; seal 0a7f9ad0b616443a */
(function () {
"use strict";
const lossplot = (globalThis.lossplot ??= { losses: {} });
const python_fractionModule = (function () {
const bits = new DataView(new ArrayBuffer(8));
function size(n) {
return n < 0n ? -n : n;
}
function common(a, b) {
while (b) [a, b] = [b, a % b];
return size(a);
}
function plain(n) {
return n >= -9007199254740991n && n <= 9007199254740991n ? Number(n) : n;
}
class Fraction {
constructor(top, bottom = 1n) {
if (bottom === 0n) throw Fraction.errors.ZeroDivisionError();
const divisor = (common(top, bottom) || 1n) * (bottom < 0n ? -1n : 1n);
this.top = top / divisor;
this.bottom = bottom / divisor;
}
get numerator() {
return plain(this.top);
}
get denominator() {
return plain(this.bottom);
}
plus(other) {
return new Fraction(this.top * other.bottom + other.top * this.bottom, this.bottom * other.bottom);
}
times(other) {
return new Fraction(this.top * other.top, this.bottom * other.bottom);
}
over(other) {
return new Fraction(this.top * other.bottom, this.bottom * other.top);
}
opposite() {
return new Fraction(-this.top, this.bottom);
}
modulo(other) {
const [a, b] = [this.top * other.bottom, other.top * this.bottom];
const rest = ((a % b) + b) % b;
return new Fraction(rest, this.bottom * other.bottom);
}
power(exponent) {
const n = BigInt(Math.abs(exponent));
return exponent < 0 ? new Fraction(this.bottom ** n, this.top ** n) : new Fraction(this.top ** n, this.bottom ** n);
}
compare(other) {
const difference = this.top * other.bottom - other.top * this.bottom;
return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}
valueOf() {
return quotient(this.top, this.bottom);
}
limited(most) {
const limit = BigInt(most);
if (this.bottom <= limit) return this;
let [p0, q0, p1, q1] = [0n, 1n, 1n, 0n];
let [n, d] = [this.top, this.bottom];
while (true) {
const whole = floored(n, d);
const q2 = q0 + whole * q1;
if (q2 > limit) break;
[p0, q0, p1, q1] = [p1, q1, p0 + whole * p1, q2];
[n, d] = [d, n - whole * d];
}
const k = (limit - q0) / q1;
const [one, other] = [new Fraction(p1, q1), new Fraction(p0 + k * p1, q0 + k * q1)];
const distance = (each) => { const gap = each.plus(this.opposite()); return gap.top < 0n ? gap.opposite() : gap; };
return distance(one).compare(distance(other)) <= 0 ? one : other;
}
}
function floored(a, b) {
const whole = a / b;
return a % b !== 0n && a < 0n !== b < 0n ? whole - 1n : whole;
}
function quotient(top, bottom) {
if (top === 0n) return 0;
const sign = top < 0n ? -1 : 1;
const above = size(top);
const shift = Math.max(above.toString(2).length - bottom.toString(2).length - 54, -1074 - 1);
const [a, b] = shift > 0 ? [above, bottom << BigInt(shift)] : [above << BigInt(-shift), bottom];
let whole = a / b;
if (a % b) whole = (whole << 1n) | 1n;
else whole <<= 1n;
const value = Number(whole) * 2 ** Math.max(shift - 1, -1074) * (shift - 1 < -1074 ? 2 ** (shift - 1 + 1074) : 1);
if (!Number.isFinite(value)) throw Fraction.errors.OverflowError();
return sign * value;
}
function fractionOf(value, bottom = null) {
if (bottom !== null) return fractionOf(value).over(fractionOf(bottom));
if (value instanceof Fraction) return value;
if (typeof value === "bigint") return new Fraction(value);
if (Number.isInteger(value)) return new Fraction(BigInt(value));
if (!Number.isFinite(value)) throw (Number.isNaN(value) ? Fraction.errors.ValueError : Fraction.errors.OverflowError)();
bits.setFloat64(0, value);
const exponent = Math.max((bits.getUint16(0) >> 4) & 0x7ff, 1) - 1075;
const whole = BigInt(value / 2 ** exponent);
return exponent >= 0 ? new Fraction(whole << BigInt(exponent)) : new Fraction(whole, 1n << BigInt(-exponent));
}
return { Fraction, fractionOf };
})();
const pythonModule = (function () {
const { Fraction } = python_fractionModule;
const ids = new Map();
const own = Symbol("the number of a record");
let count = 0;
function idOf(text) {
let id = ids.get(text);
if (id === undefined) ids.set(text, (id = ids.size));
return id;
}
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
function equal(a, b) {
return a === b || key(a) === key(b);
}
class PyDict {
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
class PySet {
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
function makeClass({ name, base = null, also = [], fields = null, isTuple = false, constants = {}, methods = {}, getters = {} }) {
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
function replaced(record, changes) {
const self = Object.create(Object.getPrototypeOf(record));
for (const { name } of record.fields) self[name] = record[name];
const { isNames, ...others } = changes;
Object.assign(self, others);
if (self.__post_init__) self.__post_init__();
return self;
}
function isinstance(value, kind) {
if (Array.isArray(kind)) return kind.some((each) => isinstance(value, each));
if (kind.test) return kind.test(value);
return isOf(value?.kind, kind.kind);
}
function isOf(kind, wanted) {
return Boolean(kind) && (kind === wanted || kind.bases.some((base) => isOf(base.kind, wanted)));
}
const Exception = makeClass({
name: "Exception",
methods: { __init__: (self, ...parts) => void (self.args = parts) },
getters: { message: (self) => self.__str__?.() ?? self.args?.join(" ") ?? "" },
});
const errors = { Exception };
for (const [name, base] of [["ArithmeticError", "Exception"], ["OverflowError", "ArithmeticError"], ["ZeroDivisionError", "ArithmeticError"], ["ValueError", "Exception"], ["KeyError", "Exception"], ["TypeError", "Exception"]]) {
errors[name] = makeClass({ name, base: errors[base] });
}
Fraction.errors = errors;
return { equal, PyDict, PySet, makeClass, replaced, isinstance, errors };
})();
const python_textModule = (function () {
const { equal, errors, PyDict, PySet } = pythonModule;
const PAIRS = /[\ud800-\udbff][\udc00-\udfff]/;
const IDENTIFIER = /^[\p{L}\p{Nl}_][\p{L}\p{Nl}\p{Mn}\p{Mc}\p{Nd}\p{Pc}]*$/u;
const UNSEEN = /[\p{C}\p{Zl}\p{Zp}]|(?! )\p{Zs}/u;
function points(text) {
return PAIRS.test(text) ? Array.from(text) : text.split("");
}
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
function numberIn(text) {
const word = text.trim().toLowerCase().replace(/^([+-]?)infinity$/, "$1inf");
if (/^[+-]?inf$/.test(word)) return word.startsWith("-") ? -Infinity : Infinity;
if (/^[+-]?nan$/.test(word)) return NaN;
if (!/^[+-]?(\d+(_\d+)*\.?(\d+(_\d+)*)?|\.\d+(_\d+)*)(e[+-]?\d+)?$/.test(word)) throw errors.ValueError(text);
return Number(word.replaceAll("_", ""));
}
const METHODS = {
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
function rounded(value, count) {
const up = value.toExponential(count - 1);
const [digits, exponent] = value.toExponential(60).split("e");
const cut = count + (count > 1 ? 1 : 0) + (value < 0 ? 1 : 0);
const isHalf = /^\.?50*$/.test(digits.slice(cut));
return isHalf && "02468".includes(digits[cut - 1]) ? `${digits.slice(0, cut)}e${exponent}` : up;
}
function general(value, count = 6) {
if (!Number.isFinite(value)) return double(value);
if (value === 0) return Object.is(value, -0) ? "-0" : "0";
const [digits, exponent] = rounded(value, count).split("e");
if (exponent < -4 || exponent >= count) return exponential(`${digits.includes(".") ? digits.replace(/\.?0+$/, "") : digits}e${exponent}`);
const text = Number(`${digits}e${exponent}`).toFixed(count - 1 - exponent);
return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}
function format(value, form) {
if (form.endsWith("g")) return general(Number(value), Number(form.slice(1, -1)) || undefined);
if (/^0\d+X$/.test(form)) return value.toString(16).toUpperCase().padStart(Number(form.slice(1, -1)), "0");
if (form === "+") return value < 0 ? String(value) : `+${value}`;
if (value === null) return "None";
if (value === true || value === false) return value ? "True" : "False";
return value?.__str__ ? value.__str__() : String(value);
}
function represent(value) {
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
const unicode = {
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
const patterns = {
ASCII: "a",
DOTALL: "s",
compile: (pattern, flags = "") => new Pattern(pattern, flags),
findall: (pattern, text) => new Pattern(pattern, "").findall(text),
sub: (pattern, other, text) => new Pattern(pattern, "").sub(other, text),
};
function closeMatches(word, choices, n = 3, cutoff = 0.6) {
const scores = [...choices].map((choice) => [likeness(choice, word), choice]).filter(([score]) => score >= cutoff);
scores.sort((a, b) => b[0] - a[0] || (a[1] < b[1] ? 1 : -1));
return scores.slice(0, n).map(([, choice]) => choice);
}
function likeness(a, b) {
const total = a.length + b.length;
return total ? (2 * common(a, b)) / total : 1;
}
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
return { points, numberIn, METHODS, format, represent, unicode, patterns, closeMatches };
})();
const python_libraryModule = (function () {
const { equal, errors, isinstance, makeClass, PyDict, PySet, replaced } = pythonModule;
const { Fraction, fractionOf } = python_fractionModule;
const { closeMatches, format, METHODS, numberIn, patterns, points, represent, unicode } = python_textModule;
const isText = (value) => typeof value === "string";
const isExact = (a, b) => a instanceof Fraction || b instanceof Fraction;
const isSet = (value) => value instanceof PySet;
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
function named(call) {
return Object.assign(call, { takesNames: true });
}
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
const py = {
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
return { py };
})();
const formula_jetsModule = (function () {
const { format } = python_textModule;
const CONSTANTS = { e: Math.E, pi: Math.PI };
const MAX_EXPONENT = 1000;
const COMPARE = { "<": (a, b) => a < b, "<=": (a, b) => a <= b, ">": (a, b) => a > b, ">=": (a, b) => a >= b };
const add = (a, b) => (a === null ? b : b === null ? a : a + b);
function times(...factors) {
let product = 1;
for (const factor of factors) {
if (factor === null) return null;
product *= factor;
}
return product;
}
const plus = (u, v) => [u[0] + v[0], add(u[1], v[1]), add(u[2], v[2])];
const scale = (u, factor) => [u[0] * factor, times(u[1], factor), times(u[2], factor)];
const minus = (u, v) => plus(u, scale(v, -1));
function product(u, v) {
const slope = add(times(u[1], v[0]), times(u[0], v[1]));
const outer = add(times(u[2], v[0]), times(u[0], v[2]));
return [u[0] * v[0], slope, add(outer, times(2, u[1], v[1]))];
}
function quotient(u, v) {
const value = u[0] / v[0];
const over = (part) => (part === null ? null : part / v[0]);
const slope = over(add(u[1], times(-1, value, v[1])));
const bend = add(times(2, slope, v[1]), times(value, v[2]));
return [value, slope, over(add(u[2], times(-1, bend)))];
}
const raised = (base, exponent) => (base === 1 ? 1 : base ** exponent);
function power(u, v, functions) {
if (v[1] !== null) return chain(functions.exp, product(v, chain(functions.log, u)));
const [base, exponent] = [u[0], v[0]];
const part = (factor, lower) => (factor === 0 ? null : factor * raised(base, exponent - lower));
const slope = part(exponent, 1);
const bend = part(exponent * (exponent - 1), 2);
return [raised(base, exponent), times(slope, u[1]), add(times(bend, u[1], u[1]), times(slope, u[2]))];
}
function chain([value, slope, curvature], u, constants = []) {
if (u[1] === null) return [value(u[0], ...constants), null, null];
const outer = slope(u[0], ...constants);
const bend = times(curvature(u[0], ...constants), u[1], u[1]);
return [value(u[0], ...constants), times(outer, u[1]), add(bend, times(outer, u[2]))];
}
function logarithmic(parts) {
return (u, v) => {
const whole = product(u, chain(parts, v));
if (u[0] !== 0) return whole;
if (u[1] !== null) return [0, whole[1], whole[2]];
return [0, whole[1] === null ? null : 0, whole[2] === null ? null : 0];
};
}
function extreme(sign) {
return (...jets) =>
jets.reduce((best, other) => {
if (Number.isNaN(best[0]) || Number.isNaN(other[0])) return [NaN, other[1], other[2]];
return sign * Math.sign(minus(best, other)[0]) >= 0 ? best : other;
});
}
function jetOf(tree, variable, functions, fail) {
const operators = {
"+": plus, "-": minus, "*": product, "/": quotient, "^": (u, v) => power(u, v, functions),
neg: (u) => scale(u, -1),
abs: (u) => scale(u, Math.sign(u[0]) < 0 ? -1 : Number.isNaN(u[0]) ? NaN : 1),
sign: (u) => [Math.sign(u[0]), null, null],
step: (u) => [u[0] >= 0 ? 1 : 0, null, null],
max: extreme(1), min: extreme(-1),
xlogy: logarithmic(functions.log), xlog1py: logarithmic(functions.log1p),
};
const isVarying = (node) => (node.name !== undefined ? node.name === variable : Boolean(node.arguments?.some(isVarying)));
function truth(node) {
if (node.function === "and") {
const parts = node.arguments.map(truth);
return (x) => parts.every((part) => part(x));
}
const compare = COMPARE[node.function];
if (!compare) {
const part = compiled(node);
return (x) => part(x)[0] !== 0;
}
const [left, right] = node.arguments.map(compiled);
return (x) => compare(left(x)[0], right(x)[0]);
}
function compiled(node) {
if (node.value !== undefined) return () => [node.value, null, null];
if (node.name !== undefined) return node.name === variable ? (x) => [x, 1, null] : () => [CONSTANTS[node.name], null, null];
const name = node.function;
if (name === "if") {
const [test, then, otherwise] = [truth(node.arguments[0]), ...node.arguments.slice(1).map(compiled)];
return (x) => (test(x) ? then(x) : otherwise(x));
}
if (Object.hasOwn(COMPARE, name) || name === "and") {
const test = truth(node);
return (x) => [test(x) ? 1 : 0, null, null];
}
const parts = node.arguments.map(compiled);
const [first, second] = parts;
if (Object.hasOwn(operators, name)) {
const operator = operators[name];
if (name === "^" && !isVarying(node.arguments[1])) checkExponent(second, fail);
if (parts.length === 1) return (x) => operator(first(x));
if (parts.length === 2) return (x) => operator(first(x), second(x));
return (x) => operator(...parts.map((part) => part(x)));
}
const row = functions[name];
if (node.arguments.slice(1).some(isVarying)) fail(`the second argument of '${name}' must not depend on the variable; make it a number`);
const constants = parts.slice(1).map((part) => part(0)[0]);
checkTerms(row, constants, fail);
return (x) => chain(row, first(x), constants);
}
return compiled(tree);
}
function checkExponent(exponent, fail) {
const size = Math.abs(exponent(0)[0]);
if (size > MAX_EXPONENT) fail(`the exponent ${format(size, "g")} is too large; the most is ${MAX_EXPONENT}`);
}
function checkTerms({ terms }, constants, fail) {
if (!terms) return;
const [first, last] = terms.map((place) => (place === null ? 1 : constants[place]));
const count = last - first + 1;
if (!(count >= 0 && count <= MAX_EXPONENT)) fail(`${format(count, "g")} terms are too many or too few; from 0 to ${MAX_EXPONENT} are possible`);
}
return { jetOf };
})();
const { py } = python_libraryModule;
function _erfc(x) {
if (x <= 2) return 1 - _erf(x);
let fraction = x;
for (let k = 60; k > 0; k--) fraction = x + k / 2 / fraction;
return Math.exp(-x * x) / (fraction * Math.sqrt(Math.PI));
}
function _erf(x) {
if (Math.abs(x) > 2) return Math.sign(x) * (1 - _erfc(Math.abs(x)));
let term = x;
let total = x;
for (let k = 1; k < 60; k++) {
term *= 2 * x * x / (2 * k + 1);
total += term;
}
return 2 / Math.sqrt(Math.PI) * Math.exp(-x * x) * total;
}
function _ndtr(x) {
return _erfc(-x / Math.SQRT2) / 2;
}
function _log_ndtr(x) {
if (x > 0) return Math.log1p(-_ndtr(-x));
if (x > -20) return Math.log(_ndtr(x));
let fraction = -x;
for (let k = 6; k > 0; k--) fraction = k / fraction - x;
return -x * x / 2 - Math.log(2 * Math.PI) / 2 - Math.log(fraction);
}
function _normal_crps(x, y) {
return x * _erf(x / y / Math.sqrt(2)) + y * (
Math.sqrt(2 / Math.PI) * Math.exp(-((x / y) ** 2) / 2) - 1 / Math.sqrt(Math.PI)
);
}
function _log1pmx(x) {
if (Math.abs(x) >= 0.5) return Math.log1p(x) - x;
const s = x / (2 + x);
let series = 0;
for (let k = 17; k > 0; k--) series = (series + 1 / (2 * k + 1)) * s * s;
return 2 * s * series - x * s;
}
function _log1pint(x) {
if (Math.abs(x) < 1 / 2) return x ** 2 + (1 + x) * _log1pmx(x);
return (1 + x) * Math.log1p(x) - x;
}
function _logdev(x) {
return x < 1 / 2 ? x - 1 - Math.log(x) : -_log1pmx(x - 1);
}
function _xlogy(x, y) {
return x === 0 ? 0 : x * Math.log(y);
}
function _xlogxdev(x) {
return Math.abs(x - 1) < 1 / 2 ? _log1pint(x - 1) : _xlogy(x, x) - x + 1;
}
function _expm1mx(x) {
if (Math.abs(x) >= 1) return Math.expm1(x) - x;
let series = 1;
for (let k = 20; k > 2; k--) series = 1 + x / k * series;
return x ** 2 / 2 * series;
}
function _gamma2(x) {
if (Math.abs(x) < 1) return Math.exp(-x) * _expm1mx(x);
return 1 - Math.exp(-x) - x * Math.exp(-x);
}
function _versin(x) {
return 2 * Math.sin(x / 2) ** 2;
}
function _versin2pi(x) {
return 2 * Math.sin(Math.PI * (x - Math.round(x))) ** 2;
}
function _logshare(x) {
return 1 / (1 + Math.log1p(-x) / Math.log(x));
}
function _ratio(x) {
return x / (1 + x);
}
function _hypotm1(x) {
return x * (x / (1 + Math.hypot(1, x)));
}
function _softplus(x) {
return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
}
function _sigmoid(x) {
return (x >= 0 ? 1 : Math.exp(-Math.abs(x))) / (1 + Math.exp(-Math.abs(x)));
}
function _softplus2(x, y) {
return _softplus(x - y) + _softplus(-x - y);
}
function _logcosh(x) {
if (Math.abs(x) < 1) return Math.log1p(2 * Math.sinh(x / 2) ** 2);
return Math.abs(x) + Math.log1p(Math.exp(-2 * Math.abs(x))) - Math.log(2);
}
function _pow1pm1(x, y) {
return x >= -1 ? Math.expm1(y * Math.log1p(x)) : (1 + x) ** y - 1;
}
function _boxcox(x, y) {
if (y === 0) return Math.log(x);
return x > 1 / 2 ? Math.expm1(y * Math.log(x)) / y : (x ** y - 1) / y;
}
function _boxcox1p(x, y) {
if (y === 0) return Math.log1p(x);
return Math.expm1(y * Math.log1p(x)) / y;
}
function _powdev(x, y) {
if (y + 1 === 0) return -_logdev(x);
return (x * _expm1mx(y * Math.log(x)) + y * _xlogxdev(x)) / (y + 1);
}
function _cauchy(x, y) {
if (Math.abs(x) < 1e100 * y) return y ** 2 / 2 * Math.log1p((x / y) ** 2);
return y ** 2 * Math.log(Math.abs(x) / y);
}
function _barron(x, y, z) {
if (y === 2) return (x / z) ** 2 / 2;
if (y < -1e300) return -Math.expm1(-((x / z) ** 2) / 2);
if (y === 0) return _cauchy(x, z * Math.sqrt(Math.abs(y - 2))) / z ** 2;
const size = Math.abs(y - 2);
return size / y * Math.expm1(y / size * _cauchy(x, z * Math.sqrt(size)) / z ** 2);
}
function _logseries(x, y) {
let total = 0;
for (let k = y; k > 0; k--) total = (total + 1 / k) * x;
return total;
}
function _xlog1py(x, y) {
return x === 0 ? 0 : x * Math.log1p(y);
}
function _gemanmcclure(x, y) {
return y ** 2 / 2 * (x / Math.hypot(x, y)) ** 2;
}
function _atansquare(x, y) {
return y ** 2 / 2 * Math.atan((x / y) ** 2);
}
function _pseudohuber(x, y) {
return y * x * (x / (y + Math.hypot(x, y)));
}
function _fair(x, y) {
return -(y ** 2) * _log1pmx(x / y);
}
function _welsch(x, y) {
return -(y ** 2) / 2 * Math.expm1(-((x / y) ** 2));
}
function _wave(x, y) {
return 2 * (y * Math.sin(x / (2 * y))) ** 2;
}
function _ramsay(x, y) {
return _gamma2(y * x) / y ** 2;
}
function _powgap(x, y) {
return Math.abs(x) > 0 ? -Math.expm1(y * Math.log(Math.abs(x))) : 1;
}
function _tukey(x, y, z) {
const t = _powgap(x / y, z);
return x ** 2 / 2 * ((z + 2) * t ** 2 + 2 * z * t + z ** 2) / (z + 1) / (z + 2);
}
function _tolerant(x, y, z) {
if (x ** 2 < z) return z / 2 * Math.log1p(_sigmoid(-y / z) * Math.expm1(x ** 2 / z));
return z / 2 * (_softplus((x ** 2 - y) / z) - _softplus(-y / z));
}
function _linex(x, y, z) {
return z * _expm1mx(y * x);
}
function _balanced(x, y, z) {
if (z < 700 * y) return y / Math.expm1(z / y) * _log1pint(Math.expm1(z / y) * x);
if (x <= 0) return 0;
const t = Math.exp(-z / y);
return (x + t) * (z + y * Math.log(x + t * (1 - x))) - y * x;
}
function _logratio(x) {
if (x === 1) return 1;
return Math.abs(x - 1) < 1 / 2 ? Math.log1p(x - 1) / (x - 1) : Math.log(x) / (x - 1);
}
function _pow1p(x, y) {
return x > -1 ? Math.exp(y * Math.log1p(x)) : (1 + x) ** y;
}
function _focal(x, y) {
if (y <= 0) return -Math.log(x);
return x > 1 / 2 ? _pow1p(-x, y + 1) * _logratio(x) : -_pow1p(-x, y) * Math.log(x);
}
function _focalother(x, y) {
return -(x ** y) * Math.log1p(-x);
}
function _pow(x, y) {
return x ** y;
}
function _alphaloss(x, y) {
return -_boxcox(x, 1 - 1 / y);
}
function _tsallis(x, y) {
if (y * (1 - x) > 1 / 2) {
return 1 - y * x ** (y - 1) + (y - 1) * (x ** y + (1 - x) ** y);
}
const t = Math.log(x);
return (y - 1) * _expm1mx(y * t) - y * _expm1mx((y - 1) * t) + (y - 1) * (1 - x) ** y;
}
function _taylor(x, y) {
return _logseries(1 - x, y);
}
function _tversky(x, y) {
return y * (1 - x) / (x + y * (1 - x));
}
function _squareddice(x) {
return (1 - x) ** 2 / (1 + x ** 2);
}
function _focaltversky(x, y, z) {
return Math.exp(-y * Math.log1p(x / (z * (1 - x))));
}
function _softplusscaled(x, y) {
return _softplus(y * x) / y;
}
function _distill(x, y, z) {
if (Math.abs(x - Math.log(y)) < 3 * z) {
const t = Math.log(y);
const u = _sigmoid(-t / z);
const v = _sigmoid(t / z);
return z ** 2 * (
v * _logdev(Math.max(0.01, _sigmoid(x / z) / v))
+ u * _logdev(Math.max(0.01, _sigmoid(-x / z) / u))
);
}
const t = Math.log(y);
return z ** 2 * (_softplus(x / z) - _softplus(t / z)) - z * _sigmoid(t / z) * (x - t);
}
function _dwd(x, y) {
return Math.exp(-y * (Math.log(x) + Math.log1p(1 / y))) / (y + 1);
}
function _lum(x, y, z) {
return (y / ((1 + z) * x - z + y)) ** y / (1 + z);
}
function _log1pgap(x, y) {
return x > y ? Math.log1p((x - y) / (1 + y)) : -Math.log1p((y - x) / (1 + x));
}
function _poissongap(x, y) {
return y * _logdev(x / y);
}
function _poissonnll(x, y) {
if (y <= 0) return x;
return (
y * _logdev(x / y)
+ y * Math.log1p(10 / y)
+ 21 / 2 * Math.log(y + 10)
- 10
+ Math.log(2 * Math.PI) / 2
+ 1 / (12 * (y + 10))
- 1 / (360 * (y + 10) ** 3)
+ 1 / (1260 * (y + 10) ** 5)
- 1 / (1680 * (y + 10) ** 7)
- Math.log((y + 1) * (y + 2) * (y + 3) * (y + 4) * (y + 5))
- Math.log((y + 6) * (y + 7) * (y + 8) * (y + 9) * (y + 10))
);
}
function _gammagap(x, y) {
return _logdev(y / x);
}
function _tweediegap(x, y, z) {
if (y <= 0) return x ** (2 - z) / (2 - z);
if (Math.abs(Math.log(x / y)) < 1) {
const t = Math.log(x / y);
return y ** (2 - z) * (
_expm1mx((2 - z) * t) / (2 - z) - _expm1mx((1 - z) * t) / (1 - z)
);
}
return y ** (2 - z) / ((1 - z) * (2 - z)) + x ** (1 - z) * (
x / (2 - z) - y / (1 - z)
);
}
function _negbinomial(x, y, z) {
const t = Math.log1p(z * x);
return t / z + (z * x < 1 ? y * (t - Math.log(x)) : y * Math.log(z + 1 / x));
}
function _tweedielog(x, y, z) {
return Math.exp((2 - z) * x) / (2 - z) - (
y > 0 ? y * Math.exp((1 - z) * x) / (1 - z) : 0
);
}
function _poissonlog(x, y) {
if (y <= 0) return Math.exp(x);
if (Math.abs(x - Math.log(y)) < 1) {
return y * (1 + _expm1mx(x - Math.log(y)) - Math.log(y));
}
return Math.exp(x) - y * x;
}
function _expscaled(x, y) {
return Math.exp(y * x);
}
function _logpow1p(x, y, z) {
if (x <= y) return Math.log1p((x / y) ** z);
return z * Math.log(x / y) + Math.log1p((y / x) ** z);
}
function _softplussum(x, y, z, k) {
let total = 0;
for (let j = z; j < k + 0.5; j++) {
const gap = x - j * y;
total += Math.max(gap, 0) + Math.log1p(Math.exp(-Math.abs(gap)));
}
return total;
}
function _sigmoidsum(x, y, z, k, n) {
let total = 0;
for (let j = z; j < k + 0.5; j++) total += (1 + Math.exp(j * y - x)) ** -n;
return total;
}
function _softplus2sum(x, y, z) {
return _softplussum(x, y, 1 / 2, z - 1 / 2) + _softplussum(-x, y, 1 / 2, z - 1 / 2);
}
const formulaFunctions = {
abs: Object.assign([function (x) { return Math.abs(x); }, function (x) { return Math.sign(x); }, function (x) { return 0; }]),
sign: Object.assign([function (x) { return Math.sign(x); }, function (x) { return 0; }, function (x) { return 0; }]),
step: Object.assign([function (x) { return x >= 0 ? 1 : 0; }, function (x) { return 0; }, function (x) { return 0; }]),
max: Object.assign([function (x, y = 1) { return Math.max(x, y); }, function (x, y = 1) { return x < y ? 0 : 1; }, function (x, y = 1) { return 0; }]),
min: Object.assign([function (x, y = 1) { return Math.min(x, y); }, function (x, y = 1) { return x > y ? 0 : 1; }, function (x, y = 1) { return 0; }]),
exp: Object.assign([function (x) { return Math.exp(x); }, function (x) { return Math.exp(x); }, function (x) { return Math.exp(x); }]),
log: Object.assign([function (x) { return Math.log(x); }, function (x) { return 1 / x; }, function (x) { return -1 / x ** 2; }]),
log1p: Object.assign([function (x) { return Math.log1p(x); }, function (x) { return 1 / (1 + x); }, function (x) { return -1 / (1 + x) ** 2; }]),
expm1: Object.assign([function (x) { return Math.expm1(x); }, function (x) { return Math.exp(x); }, function (x) { return Math.exp(x); }]),
sqrt: Object.assign([function (x) { return Math.sqrt(x); }, function (x) { return 1 / (2 * Math.sqrt(x)); }, function (x) { return -1 / (Math.sqrt(x) * (2 * Math.sqrt(x)) ** 2); }]),
sin: Object.assign([function (x) { return Math.sin(x); }, function (x) { return Math.cos(x); }, function (x) { return -Math.sin(x); }]),
cos: Object.assign([function (x) { return Math.cos(x); }, function (x) { return -Math.sin(x); }, function (x) { return -Math.cos(x); }]),
tan: Object.assign([function (x) { return Math.tan(x); }, function (x) { return 1 / Math.cos(x) ** 2; }, function (x) { return 2 * Math.sin(x) / Math.cos(x) ** 3; }]),
atan: Object.assign([function (x) { return Math.atan(x); }, function (x) { return 1 / (1 + x ** 2); }, function (x) { return -2 * x / (1 + x ** 2) ** 2; }]),
asin: Object.assign([function (x) { return Math.asin(x); }, function (x) { return 1 / Math.sqrt((1 - x) * (1 + x)); }, function (x) { return x / Math.sqrt((1 - x) * (1 + x)) / ((1 - x) * (1 + x)); }]),
acos: Object.assign([function (x) { return Math.acos(x); }, function (x) { return -1 / Math.sqrt((1 - x) * (1 + x)); }, function (x) { return -x / Math.sqrt((1 - x) * (1 + x)) / ((1 - x) * (1 + x)); }]),
asinh: Object.assign([function (x) { return Math.asinh(x); }, function (x) { return 1 / Math.hypot(1, x); }, function (x) { return -x / Math.hypot(1, x) ** 3; }]),
acosh: Object.assign([function (x) { return Math.acosh(x); }, function (x) { return 1 / (Math.sqrt(x - 1) * Math.sqrt(x + 1)); }, function (x) { const root = Math.sqrt(x + 1); const root2 = Math.sqrt(x - 1); return -(root / (2 * root2) + root2 / (2 * root)) / (root2 * root) ** 2; }]),
atanh: Object.assign([function (x) { return Math.atanh(x); }, function (x) { return 1 / ((1 - x) * (1 + x)); }, function (x) { return 2 * x / ((1 - x) * (1 + x)) ** 2; }]),
sinh: Object.assign([function (x) { return Math.sinh(x); }, function (x) { return Math.cosh(x); }, function (x) { return Math.sinh(x); }]),
cosh: Object.assign([function (x) { return Math.cosh(x); }, function (x) { return Math.sinh(x); }, function (x) { return Math.cosh(x); }]),
tanh: Object.assign([function (x) { return Math.tanh(x); }, function (x) { return 1 / Math.cosh(x) ** 2; }, function (x) { return -2 * Math.tanh(x) / Math.cosh(x) ** 2; }]),
erf: Object.assign([function (x) { return _erf(x); }, function (x) { return 2 * Math.exp(-(x ** 2)) / Math.sqrt(Math.PI); }, function (x) { return -4 * x * Math.exp(-(x ** 2)) / Math.sqrt(Math.PI); }]),
ndtr: Object.assign([function (x) { return _ndtr(x); }, function (x) { return Math.exp(-(x ** 2) / 2) / Math.sqrt(2 * Math.PI); }, function (x) { return -x * Math.exp(-(x ** 2) / 2) / Math.sqrt(2 * Math.PI); }]),
log_ndtr: Object.assign([function (x) { return _log_ndtr(x); }, function (x) { if (x < -20) return -(x + 1 / (x + 2 / (x + 3 / (x + 4 / (x + 5 / (x + 6 / x)))))); return Math.exp(-(x ** 2) / 2) / (Math.sqrt(2 * Math.PI) * _ndtr(x)); }, function (x) { if (x < -20) { const v = x + 6 / x; const u = x + 5 / v; const t = x + 4 / u; const w = x + 3 / t; return ( ( 1 - 2 * (1 - 3 * (1 - 4 * (1 - 5 * (1 - 6 / x ** 2) / v ** 2) / u ** 2) / t ** 2) / w ** 2 ) / (x + 2 / w) ** 2 - 1 ); } const t = Math.sqrt(2 * Math.PI) * _ndtr(x); return (-x * Math.exp(-(x ** 2) / 2) - Math.exp(-(x ** 2) / 2) ** 2 / t) / t; }]),
normal_crps: Object.assign([function (x, y = 1) { return _normal_crps(x, y); }, function (x, y = 1) { return _erf(x / (y * Math.sqrt(2))); }, function (x, y = 1) { const t = y * Math.sqrt(2); return 2 * Math.exp(-((x / t) ** 2)) / (t * Math.sqrt(Math.PI)); }]),
log1pmx: Object.assign([function (x) { return _log1pmx(x); }, function (x) { return -x / (1 + x); }, function (x) { return (x / (1 + x) - 1) / (1 + x); }]),
log1pint: Object.assign([function (x) { return _log1pint(x); }, function (x) { return Math.log1p(x); }, function (x) { return 1 / (1 + x); }]),
logdev: Object.assign([function (x) { return _logdev(x); }, function (x) { return (x - 1) / x; }, function (x) { return (1 - (x - 1) / x) / x; }]),
xlogxdev: Object.assign([function (x) { return _xlogxdev(x); }, function (x) { return Math.log(x); }, function (x) { return 1 / x; }]),
expm1mx: Object.assign([function (x) { return _expm1mx(x); }, function (x) { return Math.expm1(x); }, function (x) { return Math.exp(x); }]),
gamma2: Object.assign([function (x) { return _gamma2(x); }, function (x) { return x * Math.exp(-x); }, function (x) { return Math.exp(-x) - x * Math.exp(-x); }]),
versin: Object.assign([function (x) { return _versin(x); }, function (x) { return Math.sin(x); }, function (x) { return Math.cos(x); }]),
versin2pi: Object.assign([function (x) { return _versin2pi(x); }, function (x) { return 2 * Math.PI * Math.sin(2 * Math.PI * x); }, function (x) { return 4 * Math.PI ** 2 * Math.cos(2 * Math.PI * x); }]),
logshare: Object.assign([function (x) { return _logshare(x); }, function (x) { const t = Math.log1p(-x); return (t / x + Math.log(x) / (1 - x)) / (Math.log(x) + t) ** 2; }, function (x) { const t = Math.log1p(-x); const u = Math.log(x); const v = u / (1 - x); return ( ( (-1 / (1 - x) - t / x) / x + (1 / x + v) / (1 - x) - 2 * (t / x + v) * (1 / x - 1 / (1 - x)) / (u + t) ) / (u + t) ** 2 ); }]),
ratio: Object.assign([function (x) { return _ratio(x); }, function (x) { return 1 / (1 + x) ** 2; }, function (x) { return -2 / (1 + x) ** 3; }]),
hypot1: Object.assign([function (x) { return Math.hypot(1, x); }, function (x) { return x / Math.hypot(1, x); }, function (x) { return Math.hypot(1, x) ** -3; }]),
hypotm1: Object.assign([function (x) { return _hypotm1(x); }, function (x) { return x / Math.hypot(1, x); }, function (x) { return Math.hypot(1, x) ** -3; }]),
softplus: Object.assign([function (x) { return _softplus(x); }, function (x) { return _sigmoid(x); }, function (x) { return _sigmoid(x) * _sigmoid(-x); }]),
softplus2: Object.assign([function (x, y = 1) { return _softplus2(x, y); }, function (x, y = 1) { return Math.tanh(x) / (1 + Math.cosh(y) / Math.cosh(x)); }, function (x, y = 1) { const t = Math.cosh(x); const u = Math.cosh(y); const v = 1 + u / t; return (1 / t ** 2 + Math.tanh(x) * u * Math.sinh(x) / (v * t ** 2)) / v; }]),
sigmoid: Object.assign([function (x) { return _sigmoid(x); }, function (x) { return _sigmoid(x) * _sigmoid(-x); }, function (x) { return -_sigmoid(x) * _sigmoid(-x) * Math.tanh(x / 2); }]),
logcosh: Object.assign([function (x) { return _logcosh(x); }, function (x) { return Math.tanh(x); }, function (x) { return 1 / Math.cosh(x) ** 2; }]),
pow1pm1: Object.assign([function (x, y = 1) { return _pow1pm1(x, y); }, function (x, y = 1) { return y * (1 + x) ** (y - 1); }, function (x, y = 1) { return y * (y - 1) * (1 + x) ** (y - 2); }]),
boxcox: Object.assign([function (x, y = 1) { return _boxcox(x, y); }, function (x, y = 1) { return x ** (y - 1); }, function (x, y = 1) { return (y - 1) * x ** (y - 2); }]),
boxcox1p: Object.assign([function (x, y = 1) { return _boxcox1p(x, y); }, function (x, y = 1) { return (1 + x) ** (y - 1); }, function (x, y = 1) { return (y - 1) * (1 + x) ** (y - 2); }]),
powdev: Object.assign([function (x, y = 1) { return _powdev(x, y); }, function (x, y = 1) { return Math.expm1(y * Math.log(x)); }, function (x, y = 1) { return y * Math.exp(y * Math.log(x)) / x; }]),
barron: Object.assign([function (x, y = 1, z = 1) { return _barron(x, y, z); }, function (x, y = 1, z = 1) { if (y === 2) return x / z ** 2; if (y < -1e300) return x * Math.exp(-((x / z) ** 2) / 2) / z ** 2; return ( x * Math.exp((y / 2 - 1) * Math.log1p((x / z) ** 2 / Math.abs(y - 2))) / z ** 2 ); }, function (x, y = 1, z = 1) { if (y === 2) return 1 / z / z; if (y < -1e300) return (1 - (x / z) ** 2) * Math.exp(-((x / z) ** 2) / 2) / z / z; const size = Math.abs(y - 2); const t = (x / z) ** 2; return ( (1 + t * (y - 1) / size) * Math.exp((y / 2 - 2) * Math.log1p(t / size)) / z / z ); }]),
logseries: Object.assign([function (x, y = 1) { return _logseries(x, y); }, function (x, y = 1) { if (x === 1) return y + y * (y - 1) * (x - 1) / 2; return x > 0.5 ? Math.expm1(y * Math.log1p(x - 1)) / (x - 1) : (1 - x ** y) / (1 - x); }, function (x, y = 1) { if (x === 1) return y * (y - 1) / 2; if (x > 0.5) { const t = y * Math.log1p(x - 1); return (y * Math.exp(t) / x - Math.expm1(t) / (x - 1)) / (x - 1); } return (-y * x ** (y - 1) + (1 - x ** y) / (1 - x)) / (1 - x); }], { terms: [null, 0] }),
xlogy: Object.assign([function (x, y = 1) { return _xlogy(x, y); }, function (x, y = 1) { return Math.log(y); }, function (x, y = 1) { return 0; }]),
xlog1py: Object.assign([function (x, y = 1) { return _xlog1py(x, y); }, function (x, y = 1) { return Math.log1p(y); }, function (x, y = 1) { return 0; }]),
cauchy: Object.assign([function (x, y = 1) { return _cauchy(x, y); }, function (x, y = 1) { return Math.abs(x) < y ? x / (1 + (x / y) ** 2) : y / (x / y + y / x); }, function (x, y = 1) { return (1 - x / y) * (1 + x / y) / (1 + (x / y) ** 2) ** 2; }]),
gemanmcclure: Object.assign([function (x, y = 1) { return _gemanmcclure(x, y); }, function (x, y = 1) { return x * (y / Math.hypot(x, y)) ** 4; }, function (x, y = 1) { const t = Math.hypot(x, y); return (y / t) ** 4 - 4 * x ** 2 * y * (y / t) ** 3 / t ** 3; }]),
atansquare: Object.assign([function (x, y = 1) { return _atansquare(x, y); }, function (x, y = 1) { if (Math.abs(x) < y) return x / (1 + (x / y) ** 4); return y * (y / x) ** 3 / (1 + (y / x) ** 4); }, function (x, y = 1) { if (Math.abs(x) < y) { return (1 - 4 * x * (x / y) ** 3 / (y * (1 + (x / y) ** 4))) / (1 + (x / y) ** 4); } const t = 1 + (y / x) ** 4; return ( (-3 * y ** 2 * (y / x) ** 2 / x ** 2 + 4 * y ** 2 * (y / x) ** 6 / (x ** 2 * t)) / t ); }]),
pseudohuber: Object.assign([function (x, y = 1) { return _pseudohuber(x, y); }, function (x, y = 1) { return x / Math.hypot(1, x / y); }, function (x, y = 1) { return Math.hypot(1, x / y) ** -3; }]),
hypot: Object.assign([function (x, y = 1) { return Math.hypot(x, y); }, function (x, y = 1) { return x / Math.hypot(x, y); }, function (x, y = 1) { return (y / Math.hypot(x, y)) ** 2 / Math.hypot(x, y); }]),
fair: Object.assign([function (x, y = 1) { return _fair(x, y); }, function (x, y = 1) { return x / (1 + x / y); }, function (x, y = 1) { return (1 - x / (y * (1 + x / y))) / (1 + x / y); }]),
welsch: Object.assign([function (x, y = 1) { return _welsch(x, y); }, function (x, y = 1) { return x * Math.exp(-((x / y) ** 2)); }, function (x, y = 1) { return Math.exp(-((x / y) ** 2)) - 2 * x ** 2 * Math.exp(-((x / y) ** 2)) / y ** 2; }]),
wave: Object.assign([function (x, y = 1) { return _wave(x, y); }, function (x, y = 1) { return y * Math.sin(x / y); }, function (x, y = 1) { return Math.cos(x / y); }]),
ramsay: Object.assign([function (x, y = 1) { return _ramsay(x, y); }, function (x, y = 1) { return x * Math.exp(-y * x); }, function (x, y = 1) { return Math.exp(-y * x) - x * y * Math.exp(-y * x); }]),
powgap: Object.assign([function (x, y = 1) { return _powgap(x, y); }, function (x, y = 1) { return -y * Math.sign(x) * Math.abs(x) ** (y - 1); }, function (x, y = 1) { return -y * Math.sign(x) ** 2 * (y - 1) * Math.abs(x) ** (y - 2); }]),
tukey: Object.assign([function (x, y = 1, z = 1) { return _tukey(x, y, z); }, function (x, y = 1, z = 1) { return x * _powgap(x / y, z) ** 2; }, function (x, y = 1, z = 1) { const t = _powgap(x / y, z); return t ** 2 - 2 * x * z * t * Math.sign(x / y) * Math.abs(x / y) ** (z - 1) / y; }]),
tolerant: Object.assign([function (x, y = 1, z = 1) { return _tolerant(x, y, z); }, function (x, y = 1, z = 1) { return x * _sigmoid((x ** 2 - y) / z); }, function (x, y = 1, z = 1) { const t = _sigmoid((x ** 2 - y) / z); return t + 2 * x ** 2 * t * _sigmoid(-(x ** 2 - y) / z) / z; }]),
linex: Object.assign([function (x, y = 1, z = 1) { return _linex(x, y, z); }, function (x, y = 1, z = 1) { return z * y * Math.expm1(y * x); }, function (x, y = 1, z = 1) { return z * y ** 2 * Math.exp(y * x); }]),
balanced: Object.assign([function (x, y = 1, z = 1) { return _balanced(x, y, z); }, function (x, y = 1, z = 1) { if (z < 700 * y) return y * Math.log1p(x * Math.expm1(z / y)); return x <= 0 ? 0 : z + y * Math.log(x + Math.exp(-z / y) * (1 - x)); }, function (x, y = 1, z = 1) { if (z < 700 * y) return y * Math.expm1(z / y) / (1 + x * Math.expm1(z / y)); return x <= 0 ? 0 : y * (1 - Math.exp(-z / y)) / (x + Math.exp(-z / y) * (1 - x)); }]),
logratio: Object.assign([function (x) { return _logratio(x); }, function (x) { if (x === 1) return -0.5; if (Math.abs(x - 1) < 0.5) return -_log1pmx(x - 1) / (x - 1) ** 2 - 1 / x; return (1 - _xlogy(x, x) / (x - 1)) / (x * (x - 1)); }, function (x) { if (x === 1) return 0; if (Math.abs(x - 1) < 0.5) { return (-(1 - x) / x + 2 * _log1pmx(x - 1) / (x - 1)) / (x - 1) ** 2 + 1 / x ** 2; } const t = _xlogy(x, x) / (x - 1); const u = x * (x - 1); return (-(Math.log(x) + 1 - t) / (x - 1) - (1 - t) * (x - 1 + x) / u) / u; }]),
focal: Object.assign([function (x, y = 1) { return _focal(x, y); }, function (x, y = 1) { if (y <= 0) return -1 / x; return -_pow1p(-x, y) * (y * _logratio(x) + 1 / x); }, function (x, y = 1) { if (y <= 0) return 1 / x ** 2; const size = Math.abs(x - 1); return y * _pow1p(-x, y - 1) * (y * _logratio(x) + 1 / x) - _pow1p(-x, y) * ( ( size <= 0 ? -y / 2 : size < 0.5 ? y * (-_log1pmx(x - 1) / (x - 1) ** 2 - 1 / x) : y * (1 - _xlogy(x, x) / (x - 1)) / (x * (x - 1)) ) - 1 / x ** 2 ); }]),
focalother: Object.assign([function (x, y = 1) { return _focalother(x, y); }, function (x, y = 1) { if (y <= 0) return 1 / (1 - x); return _pow(x, y) / (1 - x) - y * _pow(x, y - 1) * Math.log1p(-x); }, function (x, y = 1) { if (y <= 0) return 1 / (1 - x) ** 2; return (y * x ** (y - 1) + _pow(x, y) / (1 - x)) / (1 - x) + ( y * _pow(x, y - 1) / (1 - x) - y * (y - 1) * x ** (y - 2) * Math.log1p(-x) ); }]),
pow: Object.assign([function (x, y = 1) { return _pow(x, y); }, function (x, y = 1) { return y * x ** (y - 1); }, function (x, y = 1) { return y * (y - 1) * x ** (y - 2); }]),
pow1p: Object.assign([function (x, y = 1) { return _pow1p(x, y); }, function (x, y = 1) { return y * _pow1p(x, y - 1); }, function (x, y = 1) { return y * (y - 1) * _pow1p(x, y - 2); }]),
alphaloss: Object.assign([function (x, y = 1) { return _alphaloss(x, y); }, function (x, y = 1) { return -(x ** (-1 / y)); }, function (x, y = 1) { return x ** (-1 / y - 1) / y; }]),
tsallis: Object.assign([function (x, y = 1) { return _tsallis(x, y); }, function (x, y = 1) { return -y * (y - 1) * ((1 - x) * x ** (y - 2) + (1 - x) ** (y - 1)); }, function (x, y = 1) { return ( -y * (y - 1) * ( -(x ** (y - 2)) + (1 - x) * (y - 2) * x ** (y - 3) - (y - 1) * (1 - x) ** (y - 2) ) ); }]),
taylor: Object.assign([function (x, y = 1) { return _taylor(x, y); }, function (x, y = 1) { if (x === 0) return y * x * (y - 1) / 2 - y; return x < 0.5 ? Math.expm1(y * Math.log1p(-x)) / x : ((1 - x) ** y - 1) / x; }, function (x, y = 1) { if (x === 0) return y * (y - 1) / 2; if (x < 0.5) { const t = y * Math.log1p(-x); return (-y * Math.exp(t) / (1 - x) - Math.expm1(t) / x) / x; } return (-y * (1 - x) ** (y - 1) - ((1 - x) ** y - 1) / x) / x; }], { terms: [null, 0] }),
tversky: Object.assign([function (x, y = 1) { return _tversky(x, y); }, function (x, y = 1) { return -y / (x + y * (1 - x)) ** 2; }, function (x, y = 1) { return 2 * y * (1 - y) / (x + y * (1 - x)) ** 3; }]),
squareddice: Object.assign([function (x) { return _squareddice(x); }, function (x) { return -2 * (1 - x) * (1 + x) / (1 + x ** 2) ** 2; }, function (x) { return 4 * x * (3 - x ** 2) / (1 + x ** 2) ** 3; }]),
focaltversky: Object.assign([function (x, y = 1, z = 1) { return _focaltversky(x, y, z); }, function (x, y = 1, z = 1) { return -y * (z / (x + z * (1 - x))) ** y * (1 - x) ** (y - 1) / (x + z * (1 - x)); }, function (x, y = 1, z = 1) { const t = x + z * (1 - x); const u = (1 - x) ** (y - 1); const v = y * (z / t) ** y; return ( ( y ** 2 * z * (z / t) ** (y - 1) * (1 - z) * u / t ** 2 + v * (y - 1) * (1 - x) ** (y - 2) + v * u * (1 - z) / t ) / t ); }]),
softplusscaled: Object.assign([function (x, y = 1) { return _softplusscaled(x, y); }, function (x, y = 1) { return _sigmoid(y * x); }, function (x, y = 1) { return y * _sigmoid(y * x) * _sigmoid(-y * x); }]),
distill: Object.assign([function (x, y = 1, z = 1) { return _distill(x, y, z); }, function (x, y = 1, z = 1) { return z * (_sigmoid(x / z) - _sigmoid(Math.log(y) / z)); }, function (x, y = 1, z = 1) { return _sigmoid(x / z) * _sigmoid(-x / z); }]),
dwd: Object.assign([function (x, y = 1) { return _dwd(x, y); }, function (x, y = 1) { return -((y / (x * (y + 1))) ** (y + 1)); }, function (x, y = 1) { return y * (y + 1) ** 2 * (y / (x * (y + 1))) ** y / (x * (y + 1)) ** 2; }]),
lum: Object.assign([function (x, y = 1, z = 1) { return _lum(x, y, z); }, function (x, y = 1, z = 1) { return -((y / (x * (1 + z) - z + y)) ** (y + 1)); }, function (x, y = 1, z = 1) { const t = x * (1 + z) - z + y; return y * (y + 1) * (y / t) ** y * (1 + z) / t ** 2; }]),
log1pgap: Object.assign([function (x, y = 1) { return _log1pgap(x, y); }, function (x, y = 1) { return 1 / (1 + x); }, function (x, y = 1) { return -1 / (1 + x) ** 2; }]),
poissongap: Object.assign([function (x, y = 1) { return _poissongap(x, y); }, function (x, y = 1) { return (x - y) / x; }, function (x, y = 1) { return (1 - (x - y) / x) / x; }]),
poissonnll: Object.assign([function (x, y = 1) { return _poissonnll(x, y); }, function (x, y = 1) { if (y > 0) return (x - y) / x; return 1; }, function (x, y = 1) { if (y > 0) return (1 - (x - y) / x) / x; return 0; }]),
gammagap: Object.assign([function (x, y = 1) { return _gammagap(x, y); }, function (x, y = 1) { return (x - y) / x ** 2; }, function (x, y = 1) { return (1 - 2 * (x - y) / x) / x ** 2; }]),
tweediegap: Object.assign([function (x, y = 1, z = 1) { return _tweediegap(x, y, z); }, function (x, y = 1, z = 1) { if (y <= 0) return x ** (1 - z); return (x - y) * x ** -z; }, function (x, y = 1, z = 1) { if (y <= 0) return (1 - z) * x ** -z; return x ** -z - z * (x - y) * x ** (-z - 1); }]),
negbinomial: Object.assign([function (x, y = 1, z = 1) { return _negbinomial(x, y, z); }, function (x, y = 1, z = 1) { return (x - y) / (x * (1 + z * x)); }, function (x, y = 1, z = 1) { return (1 - (x - y) * (1 + z * x + x * z) / (x * (1 + z * x))) / (x * (1 + z * x)); }]),
tweedielog: Object.assign([function (x, y = 1, z = 1) { return _tweedielog(x, y, z); }, function (x, y = 1, z = 1) { return Math.exp(x * (2 - z)) + (y > 0 ? -y * Math.exp(x * (1 - z)) : 0); }, function (x, y = 1, z = 1) { return (2 - z) * Math.exp(x * (2 - z)) + ( y > 0 ? -y * (1 - z) * Math.exp(x * (1 - z)) : 0 ); }]),
poissonlog: Object.assign([function (x, y = 1) { return _poissonlog(x, y); }, function (x, y = 1) { return Math.exp(x) - y; }, function (x, y = 1) { return Math.exp(x); }]),
expscaled: Object.assign([function (x, y = 1) { return _expscaled(x, y); }, function (x, y = 1) { return y * Math.exp(y * x); }, function (x, y = 1) { return y ** 2 * Math.exp(y * x); }]),
logpow1p: Object.assign([function (x, y = 1, z = 1) { return _logpow1p(x, y, z); }, function (x, y = 1, z = 1) { if (x <= y) return z * (x / y) ** (z - 1) / (y * (1 + (x / y) ** z)); return z / (x * (1 + (y / x) ** z)); }, function (x, y = 1, z = 1) { if (x <= y) { const t = y * (1 + (x / y) ** z); return ( (z * (z - 1) * (x / y) ** (z - 2) / y - z ** 2 * ((x / y) ** (z - 1)) ** 2 / t) / t ); } const t = 1 + (y / x) ** z; return -z * (t - z * y * (y / x) ** (z - 1) / x) / (x * t) ** 2; }]),
softplussum: Object.assign([function (x, y = 1, z = 1, k = 1) { return _softplussum(x, y, z, k); }, function (x, y = 1, z = 1, k = 1) { return _sigmoidsum(x, y, z, k, 1); }, function (x, y = 1, z = 1, k = 1) { return _sigmoidsum(x, y, z, k, 1) - _sigmoidsum(x, y, z, k, 2); }], { terms: [1, 2] }),
softplus2sum: Object.assign([function (x, y = 1, z = 1) { return _softplus2sum(x, y, z); }, function (x, y = 1, z = 1) { return _sigmoidsum(x, y, 0.5, z - 0.5, 1) - _sigmoidsum(-x, y, 0.5, z - 0.5, 1); }, function (x, y = 1, z = 1) { return ( _sigmoidsum(x, y, 0.5, z - 0.5, 1) - _sigmoidsum(x, y, 0.5, z - 0.5, 2) + (_sigmoidsum(-x, y, 0.5, z - 0.5, 1) - _sigmoidsum(-x, y, 0.5, z - 0.5, 2)) ); }], { terms: [null, 1] }),
sigmoidsum: Object.assign([function (x, y = 1, z = 1, k = 1, n = 1) { return _sigmoidsum(x, y, z, k, n); }, function (x, y = 1, z = 1, k = 1, n = 1) { return n * (_sigmoidsum(x, y, z, k, n) - _sigmoidsum(x, y, z, k, n + 1)); }, function (x, y = 1, z = 1, k = 1, n = 1) { const t = _sigmoidsum(x, y, z, k, n + 1); return n * ( n * (_sigmoidsum(x, y, z, k, n) - t) - (n + 1) * (t - _sigmoidsum(x, y, z, k, n + 2)) ); }], { terms: [1, 2] }),
};
const formula_numbersModule = (function () {
const { jetOf } = formula_jetsModule;
const { errors, replaced } = pythonModule;
function evaluate(tree, variable) {
return { value: [jetOf(tree, variable, formulaFunctions, fail)(0)[0]] };
}
function fail(words) {
throw FORMULAS.FormulaError(words);
}
function noEquivalent() {
return null;
}
function noText() {
return "";
}
function noEfficiency() {
throw Object.assign(errors.ValueError(), { __str__: () => "a share such as 95% is worked out by the command line; write the number" });
}
function moved(curve, axis) {
if (curve.loss.axis.name === axis.name) return curve;
const jet = jetOf(curve.tree, curve.axis.variable, formulaFunctions, fail);
const isEven = Array.from({ length: 301 }, (_, i) => i / 10).every((x) => Object.is(jet(x)[0], jet(-x)[0]));
FORMULAS.check_move(curve.name, curve.loss.axis, axis, isEven);
return replaced(curve, { moved_to: axis });
}
return { evaluate, noEquivalent, noText, noEfficiency, moved };
})();
const formulaNumbers = { ...formula_numbersModule, names: {"0-1 损失": "zero-one", "感知机损失": "perceptron", "合页损失": "hinge", "平方合页损失": "squared-hinge", "光滑合页损失": "smoothed-hinge", "修正 Huber 损失": "modified-huber", "逻辑斯谛损失": "logistic", "以 2 为底的逻辑斯谛损失": "logistic-base2", "指数损失": "exponential", "平方损失": "squared-margin", "Savage 损失": "savage", "正切损失": "tangent", "sigmoid 损失": "sigmoid", "斜坡损失": "ramp", "广义光滑合页损失": "generalized-smooth-hinge", "二项偏差": "binomial-deviance", "距离加权判别损失": "dwd", "大间隔统一机损失": "lum", "相关熵损失": "c-loss", "弹球合页损失": "pinball-hinge", "无合页损失": "unhinged", "Wasserstein 评判器损失": "wgan", "softplus 合页损失": "softplus-hinge", "MadaBoost 损失": "madaboost", "双合页损失": "double-hinge", "Lorenz 损失": "lorenz", "probit 损失": "probit", "IPO 损失": "ipo", "KTO 损失": "kto", "平方误差": "squared", "半平方误差": "half-squared", "绝对误差": "absolute", "Huber 损失": "huber", "平滑 L1 损失": "smooth-l1", "伪 Huber 损失": "pseudo-huber", "对数双曲余弦损失": "log-cosh", "分位数损失": "quantile", "ε-不敏感损失": "epsilon-insensitive", "Charbonnier 损失": "charbonnier", "期望分位数损失": "expectile", "平方 ε-不敏感损失": "squared-epsilon-insensitive", "幂损失": "power", "逻辑斯谛距离损失": "logistic-distance", "周期损失": "periodic", "LINEX 损失": "linex", "分位数 Huber 损失": "quantile-huber", "Wing 损失": "wing", "自适应 Wing 损失": "adaptive-wing", "反向 Huber 损失": "berhu", "平衡 L1 损失": "balanced-l1", "高斯负对数似然": "gaussian-nll", "拉普拉斯负对数似然": "laplace-nll", "光滑 ε-不敏感损失": "smooth-epsilon-insensitive", "带容差的 0-1 损失": "epsilon-zero-one", "高斯连续分级概率评分": "crps-gaussian", "区间评分": "interval-score", "对数正态生存损失": "aft-normal", "对数逻辑斯谛生存损失": "aft-logistic", "韦布尔生存损失": "aft-extreme", "Tukey 双权损失": "tukey-biweight", "Cauchy 损失": "cauchy", "Geman–McClure 损失": "geman-mcclure", "Welsch 损失": "welsch", "Fair 损失": "fair", "反正切损失": "arctan", "Andrews 正弦波损失": "andrews-wave", "Hampel 损失": "hampel", "Ramsay 损失": "ramsay", "截断平方损失": "truncated-quadratic", "Student t 损失": "student-t", "Tukey 四次损失": "tukey-quartic", "Barron 损失": "barron", "容忍损失": "tolerant", "Geman–Reynolds 损失": "geman-reynolds", "动态协方差缩放损失": "dcs", "交叉熵": "log-loss", "Brier 评分": "brier", "焦点损失": "focal", "非对称损失": "asymmetric", "球面评分": "spherical", "概率 0-1 损失": "zero-one-probability", "线性评分": "linear-probability", "Poly-1 损失": "poly1", "广义交叉熵": "gce", "截断广义交叉熵": "truncated-gce", "α-损失": "alpha-loss", "Tsallis 评分": "tsallis", "Taylor 交叉熵": "taylor-ce", "提升评分": "boosting-score", "标签平滑交叉熵": "label-smoothing-ce", "对称交叉熵": "symmetric-ce", "归一化交叉熵": "normalized-ce", "软 Dice 损失": "soft-dice", "平方 Dice 损失": "dice-squared", "log-cosh Dice 损失": "log-cosh-dice", "Tversky 损失": "tversky", "焦点 Tversky 损失": "focal-tversky", "泊松损失": "poisson-mean", "泊松负对数似然": "poisson-full", "泊松偏差": "poisson-deviance", "伽马偏差": "gamma-deviance", "Tweedie 偏差": "tweedie-deviance", "二元交叉熵": "bce-probability", "质量焦点损失": "quality-focal", "变焦点损失": "varifocal", "KL 散度": "kl-bernoulli", "反向 KL 散度": "reverse-kl-bernoulli", "平方对数误差": "msle", "绝对百分比误差": "mape", "对称百分比误差": "smape", "方差未知的高斯损失": "gaussian-nll-variance", "对数 σ 未知的高斯损失": "gaussian-nll-log-sigma", "负二项损失": "negative-binomial", "对数链接泊松损失": "poisson-log", "对数链接伽马损失": "gamma-log", "对数链接 Tweedie 损失": "tweedie-log", "带 logits 的二元交叉熵": "bce-logits", "softmax 交叉熵": "softmax-ce-gap", "全阈值损失": "all-threshold", "邻近阈值损失": "immediate-threshold", "邻近阈值合页损失": "immediate-threshold-hinge", "累积 logit 损失": "cumulative-logit", "蒸馏损失": "distillation", "最小二乘评判器损失": "lsgan", "合页嵌入损失": "hinge-embedding", "对比损失": "contrastive", "旧版对比损失": "contrastive-legacy", "三元组损失": "triplet", "软间隔三元组损失": "soft-margin-triplet", "余弦嵌入损失": "cosine-embedding", "余弦距离": "cosine-distance", "InfoNCE 损失": "info-nce", "L1 惩罚": "l1-penalty", "L2 惩罚": "l2-penalty", "弹性网惩罚": "elastic-net", "SCAD 惩罚": "scad", "极小极大凹惩罚": "mcp", "裁剪 PPO 损失": "ppo-clip", "双裁剪 PPO 损失": "dual-clip-ppo", "IoU 损失": "iou", "对数 IoU 损失": "log-iou", "α-IoU 损失": "alpha-iou"} };
let $Hint, $Stretch, $Verdict, $UNKNOWN, $GREEK, $FormulaError, $_HINTS, $_MOST, $RequestError, $LossplotError, $Words, $Call, $Number, $COMPARISONS, $ARGUMENTS, $_Parser, $MAX_LENGTH, $_TOKEN, $_Token, $_LOOKALIKES, $MAX_TOKENS, $_RIGHT_TO_LEFT, $MAX_DEPTH, $_LEVELS, $Name, $CONSTANTS, $FUNCTIONS, $Function, $Notation, $CODE_ONLY, $_OPERATOR, $CODE_ONLY$1, $_NO_NAMES, $MAX_CURVES, $Curve, $LossText, $Jet, $_PASSES, $Rewritten, $_LARGEST, $NODES, $_LARGEST_FRACTION, $_ROUNDS, $MAX_TERMS, $_RULES, $_MOST_BITS, $Terms, $UNIT, $_ZERO, $_TWO, $_ROUNDING, $_LOG_TWO, $_ROUNDING$1, $_LESS_ONE, $_ROUNDING$2, $_MOST_LOGARITHMS, $_UNIT_TERMS, $_Choice, $_COMPLEMENTS, $_MOST$1, $_SYMBOLS, $_LARGEST_EXPONENT, $_ONE, $_GROWING, $_MOST_SUMMANDS, $_ROUNDING$3, $_ONE$1, $_POSITIVE, $_SUMS, $ZERO, $ONE, $_BUILDERS, $_LARGEST_NUMBER, $_LARGEST_DENOMINATOR, $_PREDICTIONS, $ERROR, $MEAN, $_LINKS, $POSITIVE, $PREDICTION, $Axis, $REAL, $Interval, $_OTHER_LABEL, $_Prediction, $DECISION, $MARGIN, $FORECAST, $PROBABILITY, $UNIT$1, $LOSSES, $Loss, $LooseAlias, $Parameter, $LEAST_SIZE, $MOST_SIZE, $_parse, $AT_LARGE, $_SYNONYM, $PREFIXES, $SPELLINGS, $_Family, $_BOTH, $LONGEST_TITLE, $AXES, $SCORE, $DISTANCE, $SIMILARITY, $COEFFICIENT, $RATIO, $OVERLAP, $NONNEGATIVE, $SIGN, $_FORECAST, $VARIABLES, $_COUNTS, $_WORD, $_HYPHENATED, $_Formula, $MAX_LENGTH$1, $Stream, $GRAMMAR, $Typed, $CONSTANTS$1, $COUNTS, $Meaning, $OUTPUTS, $_OTHER_OUTPUTS, $LABELS, $_F, $_P, $_Y, $_M, $_R, $_ONE$2, $_ZERO$1, $_MINUS_R, $_EVEN, $VARIABLES$1, $SURE_LABELS, $PROBABILITIES, $_OPPOSITES, $_DROPPED, $MAX_HEIGHT, $Grammar, $RESERVED, $FRACTIONS, $ACCENTS, $ALIASES, $SPELLINGS$1, $SPECIAL, $_SPECIAL, $_IDENTITIES, $_MEANS, $_SUMS$1, $_HIGHEST, $_LOWEST, $_RESERVED, $_READERS, $_NO_ATOM, $_IF, $_OTHERWISE, $MODELS, $NAMES, $MARGINS, $_SUGGESTIONS, $BARE, $Arguments, $KEYWORDS, $SPECIAL_CALLS, $Spelling, $_MIRRORED, $_ZERO$2, $_ONE$3, $_INFINITY, $VARIADIC, $_CLOSES, $_LISTS, $IGNORED, $_IGNORED, $_OF_FUNCTIONS, $_OPENINGS, $GREEK$1, $_CONSTANTS, $LIBRARIES, $_LIBRARIES, $_IN_SAMPLES, $INDICES, $SIZES, $_EQUALS, $_CLOSES$1, $MAX_NODES, $_SCORE, $_PRODUCT, $_W, $_X, $_ARGUMENTS, $_T, $_INDEX, $Token, $_LATEX, $_PYTHON, $MAX_NAME, $COMMANDS, $FONTS, $SUPERSCRIPTS, $CHARACTERS, $STRUCK, $_PATTERNS, $_ENVIRONMENTS, $_SUBSCRIPT, $_OPTION, $_DEFINITION, $_DOLLARS, $_OPENINGS$1, $_FUNCTION, $_DEFAULT, $Body, $_NAME, $_NUMBER, $_ARGUMENT, $_HEAD, $_SIGN, $_INDEX$1, $_BRACKETS, $_EQUALS$1, $_FONTS, $_DIRECTION_MARKS, $_OPERATORS, $MAX_TEXT, $_DEFINED, $_CALL, $_SIGNS, $_NO_WORDS, $_COMMENT, $_BREAK, $LONGEST_LOSS, $_ROUNDING$4, $Numeral, $OWN, $_PREFERRED, $MOST_DIGITS, $_LARGEST_DENOMINATOR$1, $_LABEL, $Given, $LOGIT;
function $verdict_sentences(verdict, loss, variable, language = null) {
let what, lines, text, value, x, $0;
what = language(((py.eq(verdict.what, "gradient")) ? "gradient" : "Hessian"));
lines = [$_decision(verdict, what, loss, language), ...py.iter($_place(verdict, variable, language))];
lines = py.iadd(lines, $_where(verdict.stretches, variable, language));
if (py.truth(verdict.hint)) {
py.call(lines, "append", $_hint(verdict.hint, variable, language));
}
if (py.truth(verdict.is_safe)) {
py.call(lines, "append", language("it is positive where the exact one is not, as libraries want it"));
}
for ($0 of py.iter(verdict.notes)) {
[x, value] = py.iter($0);
text = "as it was typed it overflows: it is {value} at {variable} = {x}, where doubles end";
py.call(lines, "append", py.callWith(language, [text], {value: $_short(value), variable: variable, x: $_short(x)}));
}
return lines;
return null;
}
$verdict_sentences.parameters = ["verdict", "loss", "variable", "language"];
function $_short(value) {
return (py.format(py.add(value, 0.0), (".7g")));
return null;
}
$_short.parameters = ["value"];
function $_hint(hint, variable, language) {
let text, values;
text = py.get($_HINTS, hint.kind);
values = py.dict((function* ($source) { for (const [name, value] of $source) if ((py.contains(text, ("{" + py.format(name, "") + "}")))) yield [name, value]; })(py.iter([["words", hint.words], ["variable", variable]])));
return py.callWith(language, [text], {...py.asObject(values)});
return null;
}
$_hint.parameters = ["hint", "variable", "language"];
function* $_where(stretches, variable, language) {
let parts;
if ((!py.truth(stretches) || (py.lt($_MOST, py.len(stretches))))) {
return null;
}
parts = py.list((function* ($source) { for (const stretch of $source) yield $_stretch(stretch, variable, language); })(py.iter(stretches)));
if ((py.contains(parts, ""))) {
(yield language("it differs everywhere"));
}
else {
(yield py.callWith(language, ["it differs {stretches}"], {stretches: language.listed(parts)}));
}
}
$_where.parameters = ["stretches", "variable", "language"];
function $_stretch(stretch, variable, language) {
let high, low;
[low, high] = py.iter(stretch);
if ((py.truth(py.math.isinf(low)) && py.truth(py.math.isinf(high)))) {
return "";
}
if (py.truth(py.math.isinf(low))) {
return py.callWith(language, ["for {variable} < {x}"], {variable: variable, x: $_short(high)});
}
if (py.truth(py.math.isinf(high))) {
return py.callWith(language, ["for {variable} > {x}"], {variable: variable, x: $_short(low)});
}
return py.callWith(language, ["from {variable} = {low} to {high}"], {variable: variable, low: $_short(low), high: $_short(high)});
return null;
}
$_stretch.parameters = ["stretch", "variable", "language"];
function* $_place(verdict, variable, language) {
let place, off, text, high, low;
if ((((verdict.x === null)) || ((verdict.given === null)) || ((verdict.exact === null)) || ((verdict.difference === null)))) {
return null;
}
place = py.dict([["variable", variable], ["x", $_short(verdict.x)], ["given", $_short(verdict.given)]]);
off = $_short(verdict.difference);
if (py.truth(verdict.interval)) {
[low, high] = py.iter(py.map($_short, verdict.interval));
text = "at the kink {variable} = {x} it is {given}, and any number from {low} to {high} would do";
(yield py.callWith(language, [text], {...py.asObject(place), low: low, high: high}));
return null;
}
text = "at {variable} = {x} it is {given} and should be {exact}: a difference of {off}";
(yield py.callWith(language, [text], {...py.asObject(place), exact: $_short(verdict.exact), off: off}));
}
$_place.parameters = ["verdict", "variable", "language"];
function $_decision(verdict, what, loss, language) {
let values, at, text;
values = py.call(", ", "join", (function* ($source) { for (const [name, value] of $source) yield (py.format(name, "") + " = " + py.format($number(value), "")); })(py.iter(verdict.parameters)));
at = ((py.truth(values) && !py.truth(verdict.equal)) ? py.callWith(language, [", for {values}"], {values: values}) : "");
if (py.truth(verdict.equal)) {
text = "the {what} is right: it is that of {loss}, to {tolerance}";
return py.callWith(language, [text], {what: what, loss: loss, tolerance: $_short(verdict.tolerance)});
}
return py.callWith(language, ["the {what} is wrong: it is not that of {loss}{at}"], {what: what, loss: loss, at: at});
return null;
}
$_decision.parameters = ["verdict", "what", "loss", "language"];
function $number(value) {
return ((py.eq(py.float((py.format(value, ("g")))), value)) ? (py.format(value, ("g"))) : py.repr(value));
return null;
}
$number.parameters = ["value"];
function* $switches(tree, variable) {
let part, own, formula, arguments$, function$, is_whole, exponent, base, below, $0, $1;
if ((!py.truth(py.isinstance(tree, $Call)) || (!py.contains($names_in(tree), variable)))) {
return null;
}
for ($0 of py.iter(tree.arguments)) {
part = $0;
(yield* py.iter($switches(part, variable)));
}
own = [];
$1 = tree;
if ((py.isinstance($1, $Call) && ((py.eq($1.function, "max")) || (py.eq($1.function, "min"))) && (arguments$ = $1.arguments, true))) {
own = (function* ($source) { for (const pair of $source) yield $Call("-", pair); })(py.iter(py.itertools.combinations(arguments$, 2)));
}
else if ((py.isinstance($1, $Call) && py.eq($1.function, "/") && py.isSequence($1.arguments, 2, 2) && (below = $1.arguments[1], true))) {
own = [below];
}
else if ((py.isinstance($1, $Call) && py.eq($1.function, "^") && py.isSequence($1.arguments, 2, 2) && (base = $1.arguments[0], true) && (exponent = $1.arguments[1], true))) {
is_whole = py.and(py.isinstance(exponent, $Number), () => py.and(py.le(0, exponent.value), () => py.eq(py.mod(exponent.value, 1), 0)));
own = (py.truth(is_whole) ? [] : [base]);
}
else if ((py.isinstance($1, $Call) && (function$ = $1.function, true) && (arguments$ = $1.arguments, true)) && (py.contains($COMPARISONS, function$))) {
own = [$Call("-", arguments$)];
}
else if ((py.isinstance($1, $Call) && (function$ = $1.function, true) && (arguments$ = $1.arguments, true)) && py.truth((formula = $row_of(function$).switch))) {
own = [$fill(formula, arguments$)];
}
(yield* py.iter((function* ($source) { for (const switch$ of $source) if ((py.contains($names_in(switch$), variable))) yield switch$; })(py.iter(own))));
}
$switches.parameters = ["tree", "variable"];
function $fill(formula, arguments$) {
return $substitute($parse_row(formula), py.dict(py.callWith(py.zip, [$ARGUMENTS, arguments$], {strict: false})));
return null;
}
$fill.parameters = ["formula", "arguments"];
function $parse_row(formula) {
return $parse(formula, $ARGUMENTS);
return null;
}
$parse_row.parameters = ["formula"];
$parse_row = py.cache($parse_row);
function $parse(text, names) {
return $_Parser($_tokens(text), py.frozenset(names)).parse();
return null;
}
$parse.parameters = ["text", "names"];
function $_tokens(text) {
let tokens, hint, token, match, $0;
if ((py.lt($MAX_LENGTH, py.len(text)))) {
throw $FormulaError(("the formula has " + py.format(py.len(text), "") + " characters; the most is " + py.format($MAX_LENGTH, "")));
}
tokens = [];
for ($0 of py.iter($_TOKEN.finditer(text))) {
match = $0;
token = $_Token(py.str(match.lastgroup), match.group(), py.add(match.start(), 1));
if ((py.eq(token.kind, "other"))) {
hint = ((py.contains($_LOOKALIKES, token.text)) ? ("; try " + py.format(py.get($_LOOKALIKES, token.text), "")) : "");
throw $FormulaError(("unexpected character " + py.format($quote(token.text), "") + " at column " + py.format(token.column, "") + py.format(hint, "")));
}
if ((!py.eq(token.kind, "space"))) {
py.call(tokens, "append", token);
}
}
if (!py.truth(tokens)) {
throw $FormulaError("the formula is empty");
}
if ((py.lt($MAX_TOKENS, py.len(tokens)))) {
throw $FormulaError(("the formula has " + py.format(py.len(tokens), "") + " words and signs; the most is " + py.format($MAX_TOKENS, "")));
}
return [...py.iter(tokens), $_Token("end", "", py.add(py.len(text), 1))];
return null;
}
$_tokens.parameters = ["text"];
function $quote(text) {
let quoted;
quoted = $escape(py.repr(py.slice(text, null, 61, null)));
return ((py.le(py.len(quoted), 60)) ? quoted : (py.format(py.slice(quoted, null, 57, null), "") + "..."));
return null;
}
$quote.parameters = ["text"];
function $escape(text) {
let apart;
apart = !py.truth(py.unicodedata.is_normalized("NFC", text));
return py.call("", "join", (function* ($source) { for (const each of $source) yield ((py.truth($can_be_shown(each)) && !(py.truth(apart) && py.truth(py.unicodedata.combining(each)))) ? each : py.slice(py.ascii(each), 1, py.neg(1), null)); })(py.iter(text)));
return null;
}
$escape.parameters = ["text"];
function $can_be_shown(character) {
return py.and(py.call(character, "isprintable"), () => !py.contains($_RIGHT_TO_LEFT, py.unicodedata.bidirectional(character)));
return null;
}
$can_be_shown.parameters = ["character"];
function $is_condition(tree) {
return py.and(py.isinstance(tree, $Call), () => py.or(py.contains($COMPARISONS, tree.function), () => py.eq(tree.function, "and")));
return null;
}
$is_condition.parameters = ["tree"];
function $substitute(tree, values) {
return $transform(tree, ((node) => (py.truth(py.isinstance(node, $Name)) ? values.get(node.name, node) : node)));
return null;
}
$substitute.parameters = ["tree", "values"];
function $transform(tree, change) {
let parts;
if (py.truth(py.isinstance(tree, $Call))) {
parts = py.tuple((function* ($source) { for (const part of $source) yield $transform(part, change); })(py.iter(tree.arguments)));
if (py.truth(py.any((function* ($source) { for (const [new$, old] of $source) yield (new$ !== old); })(py.iter(py.callWith(py.zip, [parts, tree.arguments], {strict: true})))))) {
tree = $Call(tree.function, parts);
}
}
return change(tree);
return null;
}
$transform.parameters = ["tree", "change"];
function $row_of(function$) {
return py.or($FUNCTIONS.get(function$), () => $CODE_ONLY.get(function$, $_OPERATOR));
return null;
}
$row_of.parameters = ["function"];
function $calls_of(name, ...libraries) {
return py.dict((function* ($source) { for (const library of $source) yield [library, (py.format(library, "") + "." + py.format(name, "") + "({})")]; })(py.iter(libraries)));
return null;
}
$calls_of.parameters = ["name"];
function $names_in(tree) {
if (py.truth(py.isinstance(tree, $Call))) {
return tree._names;
}
return (py.truth(py.isinstance(tree, $Name)) ? py.frozenset([tree.name]) : $_NO_NAMES);
return null;
}
$names_in.parameters = ["tree"];
function $read_curves(texts, also = [], axis = null, most = $MAX_CURVES) {
let families, curves;
families = py.list((function* ($source) { for (const text of $source) yield $_read_family(text, also, axis); })(py.iter(texts)));
$check_count(py.sum((function* ($source) { for (const family of $source) yield py.math.prod(py.map(py.len, family.choices)); })(py.iter(families))), most);
curves = py.list((function* ($source) { for (const family of $source) for (const curve of py.iter($_members(family))) yield curve; })(py.iter(families)));
return py.tuple((function* ($source) { for (const curve of $source) yield (py.truth(axis) ? formulaNumbers.moved(curve, axis) : curve); })(py.iter(curves)));
return null;
}
$read_curves.parameters = ["texts", "also", "axis", "most"];
function* $_members(family) {
let parameters, numbers, curve, value, parameter, values, pairs, choice, $0, $1;
parameters = family.loss.parameters;
for ($0 of py.iter(py.itertools.product(...py.iter(family.choices)))) {
choice = $0;
pairs = py.list(py.callWith(py.zip, [parameters, choice], {strict: true}));
values = py.tuple((function* ($source) { for (const [parameter, value] of $source) yield (py.truth(py.isinstance(value, py.str)) ? parameter.default : value); })(py.iter(pairs)));
curve = py.callWith($Curve, [family.loss, values, family.given, family.library], {label: family.label, remarks: family.remarks});
for ($1 of py.iter(pairs)) {
[parameter, value] = py.iter($1);
if (py.truth(py.isinstance(value, py.str))) {
curve = $_efficient(curve, parameter, value);
}
}
if (!py.truth(curve.allowed)) {
numbers = py.call(", ", "join", (function* ($source) { for (const [name, value] of $source) yield (py.format(name, "") + " = " + py.format(value, ("g"))); })(py.iter(curve.parameters.items())));
throw $RequestError((py.format(curve.loss.name, "") + " needs " + py.format(curve.loss.requires, "") + ", not " + py.format(numbers, "") + "; change one of them"));
}
(yield curve);
}
}
$_members.parameters = ["family"];
function $_efficient(curve, parameter, share) {
let parameter_for_efficiency, target, $0;
parameter_for_efficiency = formulaNumbers.noEfficiency;
target = py.div($read_number(py.call(share, "removesuffix", "%"), ("efficiency of " + py.format(curve.loss.name, "") + ",")), 100.0);
if (!((py.lt(0.0, ($0 = target)) && py.lt($0, 1.0)))) {
throw $RequestError(("an efficiency of " + py.format(share, "") + " for " + py.format(curve.loss.name, "") + " is impossible; it lies between 0% and 100%"));
}
return curve.having(parameter.name, parameter_for_efficiency(curve, parameter.name, target));
return null;
}
$_efficient.parameters = ["curve", "parameter", "share"];
function $read_number(text, what) {
if ((!py.truth($is_number(text)) || py.truth(py.math.isinf(py.float(text))))) {
throw $RequestError(what, (" " + py.format($quote(text), "") + " is not a number; write one such as 0.5 or 1e-3"));
}
return py.float(text);
return null;
}
$read_number.parameters = ["text", "what"];
function $is_number(text) {
try {
return py.and(py.call(text, "isascii"), () => py.and(!py.contains(text, "_"), () => !py.truth(py.math.isnan(py.float(text)))));
} catch ($error) {
if (py.isinstance($error, py.ValueError)) {
return false;
} else throw $error;
}
return null;
}
$is_number.parameters = ["text"];
function $_landmarks(curve, low, high) {
return py.tuple((function* ($source) { for (const [, x] of $source) yield x; })(py.iter(py.unavailable(curve.tree, curve.axis.variable, low, high))));
return null;
}
$_landmarks.parameters = ["curve", "low", "high"];
$_landmarks = py.cache($_landmarks);
function $_knots(curve, low, high) {
return py.unavailable(curve.tree, curve.axis.variable, low, high);
return null;
}
$_knots.parameters = ["curve", "low", "high"];
$_knots = py.cache($_knots);
function $_in_library(curve, formula) {
let tree;
tree = $bind(curve.loss.parse(formula), curve.parameters, curve.loss.axis.variable);
return tree.value;
return null;
}
$_in_library.parameters = ["curve", "formula"];
$_in_library = py.cache($_in_library);
function $accurate(tree, variable, domain) {
let rewrites, better, _, $0;
rewrites = py.dict([]);
for ($0 of py.iter(py.range($_PASSES))) {
_ = $0;
better = $_rewrite(tree, variable, domain, rewrites);
if ((py.eq(better, tree))) {
break;
}
tree = better;
}
return $Rewritten(tree, py.tuple(rewrites));
return null;
}
$accurate.parameters = ["tree", "variable", "domain"];
function $_rewrite(tree, variable, domain, rewrites, is_inside = false) {
let carries, parts, better;
if (!py.truth(py.isinstance(tree, $Call))) {
return tree;
}
if (py.truth($is_constant(tree, variable))) {
return $_constant(tree);
}
tree = $_split(tree, variable);
carries = py.list((function* ($source) { for (const i of $source) yield $_carries(tree, i, variable); })(py.iter(py.range(py.len(tree.arguments)))));
parts = (function* ($source) { for (const [part, c] of $source) yield $_rewrite(part, variable, domain, rewrites, c); })(py.iter(py.callWith(py.zip, [tree.arguments, carries], {strict: true})));
tree = $_merged($Call(tree.function, py.tuple(parts)));
try {
better = $_better(tree, variable, domain, is_inside);
} catch ($error) {
if (py.isinstance($error, [py.OverflowError, py.ZeroDivisionError])) {
return tree;
} else throw $error;
}
if ((((better === null)) || (py.eq(better, tree)))) {
return tree;
}
py.put(rewrites, [formulaNumbers.noText(tree), formulaNumbers.noText(better)], null);
return better;
return null;
}
$_rewrite.parameters = ["tree", "variable", "domain", "rewrites", "is_inside"];
function $_better(tree, variable, domain, is_inside) {
let rule, better, some, improved;
if ((py.lt($_LARGEST, $size(tree)))) {
return null;
}
rule = $NODES.get(tree.function);
if ((py.truth(rule) && (((better = rule(tree, variable, domain)) !== null)))) {
return better;
}
if ((py.truth(is_inside) || (py.eq(tree.function, "log")) || !py.truth(py.any((function* ($source) { for (const i of $source) yield $_carries(tree, i, variable); })(py.iter(py.range(py.len(tree.arguments)))))))) {
return null;
}
some = $terms(tree);
if (py.truth((better = $_within(some, variable)))) {
return better;
}
improved = $_improve(some, variable);
return (((py.eq(improved, some)) && !py.truth($_cancels(tree, variable))) ? null : $build(improved));
return null;
}
$_better.parameters = ["tree", "variable", "domain", "is_inside"];
function $build(some) {
let ordered, others, coefficient, monomial, tree, $0;
ordered = py.callWith(py.sorted, [some.items()], {key: ((term) => py.lt(py.get(term, 1), 0))});
if (!py.truth(ordered)) {
return $Number(0.0);
}
[[monomial, coefficient], others] = py.unpack(ordered, 1, 0);
tree = $_term(monomial, coefficient);
for ($0 of py.iter(others)) {
[monomial, coefficient] = py.iter($0);
tree = $Call(((py.lt(0, coefficient)) ? "+" : "-"), [tree, $_term(monomial, py.abs(coefficient))]);
}
return tree;
return null;
}
$build.parameters = ["some"];
function $_term(monomial, coefficient) {
let factors, above, below, size, first, tree, $0;
factors = py.callWith(py.sorted, [monomial], {key: ((factor) => [!py.truth(py.isinstance(py.get(factor, 0), $Name)), py.repr(factor)])});
above = py.list((function* ($source) { for (const [tree, exponent] of $source) if ((py.lt(0, exponent))) yield $_factor(tree, exponent); })(py.iter(factors)));
below = py.list((function* ($source) { for (const [tree, exponent] of $source) if ((py.lt(exponent, 0))) yield $_factor(tree, py.neg(exponent)); })(py.iter(factors)));
size = py.abs(coefficient);
if (((py.le($_LARGEST_FRACTION, size.denominator)) && py.truth($_is_double(py.div(1, size))))) {
py.call(below, "insert", 0, $Number(py.float(py.div(1, size))));
size = py.fractions.Fraction(1);
}
else {
if (((py.lt(size.numerator, $_LARGEST_FRACTION)) && ((py.lt(1, ($0 = size.denominator)) && py.lt($0, $_LARGEST_FRACTION))))) {
py.call(below, "insert", 0, $Number(py.float(size.denominator)));
size = py.fractions.Fraction(size.numerator);
}
}
if (((!py.eq(size, 1)) || !py.truth(above))) {
py.call(above, "insert", 0, $Number(py.float(size)));
}
if ((py.lt(coefficient, 0))) {
first = py.get(above, 0);
py.put(above, 0, (py.truth(py.isinstance(first, $Number)) ? $Number(py.neg(first.value)) : $Call("neg", [first])));
}
tree = py.functools.reduce(((u, v) => $Call("*", [u, v])), above);
return (py.truth(below) ? $Call("/", [tree, py.functools.reduce(((u, v) => $Call("*", [u, v])), below)]) : tree);
return null;
}
$_term.parameters = ["monomial", "coefficient"];
function $_is_double(number) {
return py.eq(py.fractions.Fraction(py.float(number)), number);
return null;
}
$_is_double.parameters = ["number"];
function $_factor(tree, exponent) {
return ((py.eq(exponent, 1)) ? tree : $Call("^", [tree, $Number(py.float(exponent))]));
return null;
}
$_factor.parameters = ["tree", "exponent"];
function $_cancels(tree, variable) {
let signs, waiting, sign, name, value, v, u, operator, $0;
[waiting, signs] = py.iter([[[tree, true]], py.set()]);
while (py.truth(waiting)) {
$0 = py.call(waiting, "pop");
if ((py.isSequence($0, 2, 2) && py.isinstance($0[0], $Call) && py.eq($0[0].function, "neg") && py.isSequence($0[0].arguments, 1, 1) && (u = $0[0].arguments[0], true) && (sign = $0[1], true))) {
py.call(waiting, "append", [u, !py.truth(sign)]);
}
else if ((py.isSequence($0, 2, 2) && py.isinstance($0[0], $Call) && ((py.eq($0[0].function, "+")) || (py.eq($0[0].function, "-"))) && (operator = $0[0].function, true) && py.isSequence($0[0].arguments, 2, 2) && (u = $0[0].arguments[0], true) && (v = $0[0].arguments[1], true) && (sign = $0[1], true))) {
waiting = py.iadd(waiting, [[u, sign], [v, py.eq(sign, py.eq(operator, "+"))]]);
}
else if ((py.isSequence($0, 2, 2) && py.isinstance($0[0], $Call) && py.eq($0[0].function, "*") && py.isSequence($0[0].arguments, 2, 2) && (u = $0[0].arguments[0], true) && (v = $0[0].arguments[1], true) && (sign = $0[1], true)) && py.truth($is_constant(u, variable))) {
py.call(waiting, "append", [v, sign]);
}
else if ((py.isSequence($0, 2, 2) && py.isinstance($0[0], $Call) && ((py.eq($0[0].function, "*")) || (py.eq($0[0].function, "/"))) && py.isSequence($0[0].arguments, 2, 2) && (u = $0[0].arguments[0], true) && (v = $0[0].arguments[1], true) && (sign = $0[1], true)) && py.truth($is_constant(v, variable))) {
py.call(waiting, "append", [u, sign]);
}
else if ((py.isSequence($0, 2, 2) && py.isinstance($0[0], $Number) && (value = $0[0].value, true) && (sign = $0[1], true))) {
signs.add([true, py.eq(sign, py.lt(0, value))]);
}
else if ((py.isSequence($0, 2, 2) && py.isinstance($0[0], $Name) && (name = $0[0].name, true) && (sign = $0[1], true)) && (py.eq(name, variable))) {
signs.add([false, sign]);
}
}
return py.any((function* ($source) { for (const kind of $source) yield py.and(py.contains(signs, [kind, true]), () => py.contains(signs, [kind, false])); })(py.iter([true, false])));
return null;
}
$_cancels.parameters = ["tree", "variable"];
function $_improve(some, variable) {
let found, better, _, $0;
for ($0 of py.iter(py.range($_ROUNDS))) {
_ = $0;
if ((py.lt($MAX_TERMS, py.len(some)))) {
return some;
}
better = py.next((function* ($source) { for (const rule of $source) if ((((found = rule(some, variable)) !== null))) yield found; })(py.iter($_RULES)), null);
if (((better === null))) {
return some;
}
some = better;
}
return some;
return null;
}
$_improve.parameters = ["some", "variable"];
function $arc_tail(some, variable) {
let better, tail, near, far, v, u, factor, c, monomial, other, k, level, $0, $1, $2, $3;
for ($0 of py.iter(some.items())) {
[level, k] = py.iter($0);
other = $multiplied(level, py.frozenset([[$Name("pi"), py.neg(1)]]));
for ($1 of py.iter(some.items())) {
[monomial, c] = py.iter($1);
for ($2 of py.iter(monomial)) {
factor = $2;
$3 = factor;
if ((py.isSequence($3, 2, 2) && py.isinstance($3[0], $Call) && py.eq($3[0].function, "atan") && py.isSequence($3[0].arguments, 1, 1) && (u = $3[0].arguments[0], true) && py.eq($3[1], 1)) && ((py.eq(py.sub(monomial, py.set([factor])), other)) && (py.eq(py.abs(c), py.mul(2, py.abs(k)))))) {
v = ((py.eq(c, py.mul(py.neg(2), k))) ? u : $opposite(u));
far = $Call("atan", [$Call("/", [$Number(1.0), v])]);
near = $build(py.dict([[level, k], [monomial, c]]));
tail = $build(py.dict([[$multiplied(other, $single(far)), py.mul(2, k)]]));
better = $Call("if", [$Call(">", [v, $Number(1.0)]), tail, near]);
return $added($without(some, level, monomial), py.dict([[$single(better), py.fractions.Fraction(1)]]));
}
}
}
}
return null;
}
$arc_tail.parameters = ["some", "variable"];
function $without(some, ...monomials) {
return py.dict((function* ($source) { for (const [monomial, coefficient] of $source) if ((!py.contains(monomials, monomial))) yield [monomial, coefficient]; })(py.iter(some.items())));
return null;
}
$without.parameters = ["some"];
function $added(first, second, factor = py.fractions.Fraction(1)) {
let total, coefficient, monomial, $0;
total = py.dict(first);
for ($0 of py.iter(second.items())) {
[monomial, coefficient] = py.iter($0);
py.put(total, monomial, py.add(total.get(monomial, py.fractions.Fraction(0)), py.mul(factor, coefficient)));
if (!py.truth(py.get(total, monomial))) {
py.delete(total, monomial);
}
}
if ((py.lt($MAX_TERMS, py.len(total)))) {
throw py.OverflowError();
}
return total;
return null;
}
$added.parameters = ["first", "second", "factor"];
function $single(tree) {
return py.frozenset([[tree, 1]]);
return null;
}
$single.parameters = ["tree"];
function $opposite(u) {
return $build($scaled($terms(u), py.fractions.Fraction(py.neg(1))));
return null;
}
$opposite.parameters = ["u"];
function $scaled(some, factor) {
if ((py.lt($_MOST_BITS, py.add(py.call(factor.numerator, "bit_length"), py.call(factor.denominator, "bit_length"))))) {
throw py.OverflowError();
}
return (py.truth(factor) ? py.dict((function* ($source) { for (const [monomial, coefficient] of $source) yield [monomial, py.mul(factor, coefficient)]; })(py.iter(some.items()))) : py.dict([]));
return null;
}
$scaled.parameters = ["some", "factor"];
function $multiplied(first, second) {
let exponents, exponent, tree, $0;
exponents = py.dict(first);
for ($0 of py.iter(second)) {
[tree, exponent] = py.iter($0);
py.put(exponents, tree, py.add(exponents.get(tree, 0), exponent));
}
return $_one_exponential((function* ($source) { for (const [tree, exponent] of $source) if (py.truth(exponent)) yield [tree, exponent]; })(py.iter(exponents.items())));
return null;
}
$multiplied.parameters = ["first", "second"];
function $_one_exponential(factors) {
let total, found, others, last, u, exponent, tree, $0, $1;
[others, found, total] = py.iter([[], 0, $Terms()]);
for ($0 of py.iter(factors)) {
[tree, exponent] = py.iter($0);
$1 = tree;
if ((py.isinstance($1, $Call) && py.eq($1.function, "exp") && py.isSequence($1.arguments, 1, 1) && (u = $1.arguments[0], true))) {
total = $added(total, $terms(u), py.fractions.Fraction(exponent));
found = py.iadd(found, ((py.eq(exponent, 1)) ? 1 : 2));
last = tree;
}
else if (true) {
py.call(others, "append", [tree, exponent]);
}
}
if ((py.eq(found, 1))) {
py.call(others, "append", [last, 1]);
}
else {
if (py.truth(total)) {
py.call(others, "append", [$Call("exp", [$build(total)]), 1]);
}
}
return py.frozenset(others);
return null;
}
$_one_exponential.parameters = ["factors"];
function $whole_less_share(some, variable) {
let level, quotient, above, below, whole, tree, k, monomial, $0, $1;
level = some.get($UNIT);
for ($0 of py.iter((py.truth(level) ? some.items() : []))) {
[monomial, k] = py.iter($0);
for ($1 of py.iter(monomial)) {
[tree, whole] = py.iter($1);
if (((!py.eq(whole, py.neg(1))) || py.truth($is_constant(tree, variable)))) {
continue;
}
below = $terms(tree);
above = $added($scaled(below, py.or(level, () => py.fractions.Fraction(0))), py.dict([[py.sub(monomial, py.set([[tree, whole]])), k]]));
if (((py.lt(py.len(above), py.len(below))) && py.truth(above))) {
quotient = $Call("/", [$build(above), tree]);
return $added($without(some, monomial, $UNIT), py.dict([[$single(quotient), py.fractions.Fraction(1)]]));
}
}
}
return null;
}
$whole_less_share.parameters = ["some", "variable"];
function $root_less(some, variable) {
let near, far, total, v, left, other, inner, u, k, monomial, $0, $1;
for ($0 of py.iter(some.items())) {
[monomial, k] = py.iter($0);
$1 = $atom(monomial);
if ((py.isinstance($1, $Call) && py.eq($1.function, "sqrt") && py.isSequence($1.arguments, 1, 1) && (u = $1.arguments[0], true)) && !py.truth($is_constant(u, variable))) {
inner = $terms(u);
}
else if (true) {
continue;
}
other = $scaled(py.dict((function* ($source) { for (const [m, c] of $source) if ((!py.eq(m, monomial))) yield [m, c]; })(py.iter(some.items()))), py.div(py.neg(1), k));
if ((!py.truth(other) || (($constant(other) !== null)) || (py.lt(2, py.len(other))))) {
continue;
}
left = $_difference($_multiplied_out(inner), $_multiplied_out($_squared(other)));
if ((!py.eq(py.len(left), 1))) {
continue;
}
v = $build(other);
total = $build(py.dict([[monomial, py.fractions.Fraction(1)], [$single($Call("max", [v, $_ZERO])), py.fractions.Fraction(1)]]));
far = py.dict([[monomial, k], [$single($Call("min", [v, $_ZERO])), py.neg(k)]]);
near = $Call("/", [$build($scaled(left, k)), total]);
return py.dict([[$single($Call("if", [$Call(">", [v, $_ZERO]), near, $build(far)])), py.fractions.Fraction(1)]]);
}
return null;
}
$root_less.parameters = ["some", "variable"];
function $_squared(some) {
let total, b, second, a, first, $0, $1;
total = py.dict([]);
for ($0 of py.iter(some.items())) {
[first, a] = py.iter($0);
for ($1 of py.iter(some.items())) {
[second, b] = py.iter($1);
total = $added(total, py.dict([[$_plain($multiplied(first, second)), py.mul(a, b)]]));
}
}
return total;
return null;
}
$_squared.parameters = ["some"];
function $_plain(monomial) {
let factors, u, whole, tree, $0, $1;
factors = py.dict([]);
for ($0 of py.iter(monomial)) {
[tree, whole] = py.iter($0);
$1 = tree;
if ((py.isinstance($1, $Call) && py.eq($1.function, "sqrt") && py.isSequence($1.arguments, 1, 1) && (u = $1.arguments[0], true)) && ((py.eq(whole, 2)) && !py.truth(py.isinstance(u, $Number)))) {
py.put(factors, u, py.add(factors.get(u, 0), 1));
}
else if ((py.isinstance($1, $Call) && py.eq($1.function, "abs") && py.isSequence($1.arguments, 1, 1) && (u = $1.arguments[0], true)) && (py.eq(whole, 2))) {
py.put(factors, u, py.add(factors.get(u, 0), 2));
}
else if (true) {
py.put(factors, tree, py.add(factors.get(tree, 0), whole));
}
}
return py.frozenset(factors.items());
return null;
}
$_plain.parameters = ["monomial"];
function $_multiplied_out(some) {
let total, tree, power, base, k, monomial, $0, $1;
total = py.dict([]);
for ($0 of py.iter(some.items())) {
[monomial, k] = py.iter($0);
$1 = $atom(monomial);
if ((py.isinstance($1, $Call) && py.eq($1.function, "^") && py.isSequence($1.arguments, 2, 2) && (base = $1.arguments[0], true) && (power = $1.arguments[1], true)) && (py.eq(power, $_TWO))) {
total = $added(total, $scaled($_squared($terms(base)), k));
}
else if ((py.isinstance($1, $Call) && ((py.eq($1.function, "+")) || (py.eq($1.function, "-"))) && (tree = $1, true))) {
total = $added(total, $scaled($terms(tree), k));
}
else if (true) {
total = $added(total, py.dict([[monomial, k]]));
}
}
return total;
return null;
}
$_multiplied_out.parameters = ["some"];
function $_difference(some, others) {
let left, sizes;
left = $added(some, others, py.fractions.Fraction(py.neg(1)));
sizes = py.dict((function* ($source) { for (const m of $source) yield [m, py.add(py.abs(some.get(m, py.fractions.Fraction(0))), py.abs(others.get(m, py.fractions.Fraction(0))))]; })(py.iter(left)));
return py.dict((function* ($source) { for (const [m, k] of $source) if ((py.lt(py.mul($_ROUNDING, py.get(sizes, m)), py.abs(k)))) yield [m, k]; })(py.iter(left.items())));
return null;
}
$_difference.parameters = ["some", "others"];
function $constant(some) {
return (py.truth(py.sub(some.keys(), py.set([$UNIT]))) ? null : some.get($UNIT, py.fractions.Fraction(0)));
return null;
}
$constant.parameters = ["some"];
function $atom(monomial) {
let exponent, tree;
if ((py.eq(py.len(monomial), 1))) {
[[tree, exponent]] = py.iter(monomial);
return ((py.eq(exponent, 1)) ? tree : null);
}
return null;
}
$atom.parameters = ["monomial"];
function $root_line(some, variable) {
let rest, share, sign, level, line, asinh, whole, u, factor, k, monomial, $0, $1, $2, $3, $4;
for ($0 of py.iter(some.items())) {
[monomial, k] = py.iter($0);
for ($1 of py.iter(monomial)) {
factor = $1;
$2 = factor;
if ((py.isSequence($2, 2, 2) && py.isinstance($2[0], $Call) && py.eq($2[0].function, "hypot1") && py.isSequence($2[0].arguments, 1, 1) && (u = $2[0].arguments[0], true) && (whole = $2[1], true)) && !py.truth($is_constant(u, variable))) {
asinh = $terms($Call("asinh", [u]));
line = $terms(u);
}
else if (true) {
continue;
}
if (((py.eq(whole, 1)) && (py.eq(py.len(monomial), 1)))) {
for ($3 of py.iter([1, py.neg(1)])) {
sign = $3;
rest = $_difference(some, py.dict([[monomial, k], ...py.call($scaled(line, py.mul(py.neg(sign), k)), 'items')]));
if (!py.truth(rest)) {
return py.dict([[$single($Call("exp", [$build($scaled(asinh, py.fractions.Fraction(py.neg(sign))))])), k]]);
}
}
}
if (((py.eq(whole, py.neg(1))) && py.truth((level = some.get($UNIT))))) {
for ($4 of py.iter([1, py.neg(1)])) {
sign = $4;
if (!py.truth($_difference(py.dict([[py.sub(monomial, py.set([factor])), k]]), $scaled(line, py.mul(py.neg(sign), level))))) {
share = $single($Call("sigmoid", [$build($scaled(asinh, py.fractions.Fraction(py.mul(py.neg(2), sign))))]));
rest = py.dict((function* ($source) { for (const [m, c] of $source) if ((!py.contains([monomial, $UNIT], m))) yield [m, c]; })(py.iter(some.items())));
return $added(rest, py.dict([[share, py.mul(2, level)]]));
}
}
}
}
}
return null;
}
$root_line.parameters = ["some", "variable"];
function $cosine(some, variable) {
let chosen, better, square, far, near, b, a, exponent, root, factors, k, monomial, $0, $1, $2, $3;
for ($0 of py.iter(some.items())) {
[monomial, k] = py.iter($0);
factors = py.dict(monomial);
for ($1 of py.iter(monomial)) {
[root, exponent] = py.iter($1);
$2 = root;
if ((py.isinstance($2, $Call) && py.eq($2.function, "sqrt") && py.isSequence($2.arguments, 1, 1) && py.isinstance($2.arguments[0], $Call) && py.eq($2.arguments[0].function, "+") && py.isSequence($2.arguments[0].arguments, 2, 2) && py.isinstance($2.arguments[0].arguments[0], $Call) && py.eq($2.arguments[0].arguments[0].function, "^") && py.isSequence($2.arguments[0].arguments[0].arguments, 2, 2) && (a = $2.arguments[0].arguments[0].arguments[0], true) && py.isinstance($2.arguments[0].arguments[0].arguments[1], $Number) && py.eq($2.arguments[0].arguments[0].arguments[1].value, 2.0) && py.isinstance($2.arguments[0].arguments[1], $Call) && py.eq($2.arguments[0].arguments[1].function, "^") && py.isSequence($2.arguments[0].arguments[1].arguments, 2, 2) && (b = $2.arguments[0].arguments[1].arguments[0], true) && py.isinstance($2.arguments[0].arguments[1].arguments[1], $Number) && py.eq($2.arguments[0].arguments[1].arguments[1].value, 2.0))) {
for ($3 of py.iter([[a, b], [b, a]])) {
[near, far] = py.iter($3);
if (((py.eq(exponent, py.neg(1))) && (py.eq(factors, py.dict([[root, py.neg(1)], [near, 1]]))) && (py.eq(some.get($UNIT), py.neg(k))))) {
square = $Call("*", [root, $Call("+", [near, root])]);
better = $Call("/", [$Call("^", [far, $Number(2.0)]), square]);
chosen = $Call("if", [$Call(">", [near, $Number(0.0)]), better, $build(py.dict([[$UNIT, py.neg(k)], [monomial, k]]))]);
if ((py.eq(k, py.neg(1)))) {
return $added($without(some, monomial, $UNIT), py.dict([[$single(chosen), py.fractions.Fraction(1)]]));
}
}
}
}
}
}
return null;
}
$cosine.parameters = ["some", "variable"];
function $bells(some, variable) {
let better, wide, signed, level, k, u, monomial, factor, function$, $0, $1;
for ($0 of py.iter([["erf", null], ["tanh", py.fractions.Fraction(2)]])) {
[function$, factor] = py.iter($0);
for ($1 of py.iter($calls(some, function$, variable))) {
[monomial, u, k] = py.iter($1);
level = some.get($UNIT);
if ((py.contains([k, py.neg(k)], level))) {
signed = ((py.eq(level, k)) ? u : $opposite(u));
wide = (((factor === null)) ? $Call("*", [$Call("sqrt", [$Number(2.0)]), signed]) : null);
better = (py.truth(wide) ? $Call("ndtr", [wide]) : $Call("sigmoid", [$build($scaled($terms(signed), py.fractions.Fraction(2)))]));
return $added($without(some, monomial, $UNIT), py.dict([[$single(better), py.mul(2, level)]]));
}
}
}
return null;
}
$bells.parameters = ["some", "variable"];
function* $calls(some, function$, variable) {
let u, name, coefficient, monomial, $0, $1;
for ($0 of py.iter(some.items())) {
[monomial, coefficient] = py.iter($0);
$1 = $atom(monomial);
if ((py.isinstance($1, $Call) && (name = $1.function, true) && py.isSequence($1.arguments, 1, 1) && (u = $1.arguments[0], true)) && ((py.eq(name, function$)) && !py.truth($is_constant(u, variable)))) {
(yield [monomial, u, coefficient]);
}
}
}
$calls.parameters = ["some", "function", "variable"];
function $half_sigmoids(some, variable) {
let better, u, rest, factor, k, monomial, found, product, step, other, v, second, first, i, $0, $1, $2, $3, $4;
for ($0 of py.iter(some.items())) {
[monomial, k] = py.iter($0);
for ($1 of py.iter(monomial)) {
factor = $1;
rest = py.sub(monomial, py.set([factor]));
$2 = factor;
if ((py.isSequence($2, 2, 2) && py.isinstance($2[0], $Call) && py.eq($2[0].function, "sigmoid") && py.isSequence($2[0].arguments, 1, 1) && (u = $2[0].arguments[0], true) && py.eq($2[1], 1)) && ((py.eq(some.get(rest), py.div(py.neg(k), 2))) && !py.truth($is_constant(u, variable)))) {
better = $multiplied(rest, $single($Call("tanh", [$build($scaled($terms(u), py.fractions.Fraction(1, 2)))])));
return $added($without(some, monomial, rest), py.dict([[better, py.div(k, 2)]]));
}
}
}
found = py.list($calls(some, "sigmoid", variable));
for ($3 of py.iter(py.enumerate(found))) {
[i, [first, u, k]] = py.iter($3);
for ($4 of py.iter(py.slice(found, py.add(i, 1), null, null))) {
[second, v, other] = py.iter($4);
step = $constant($added($terms(v), $terms(u), py.fractions.Fraction(py.neg(1))));
if (((py.eq(k, py.neg(other))) && py.truth(step))) {
product = $multiplied($single($Call("sigmoid", [u])), $single($Call("sigmoid", [$opposite(v)])));
return $added($without(some, first, second), py.dict([[product, py.mul(py.neg(k), py.fractions.Fraction(py.math.expm1(step)))]]));
}
}
}
return null;
}
$half_sigmoids.parameters = ["some", "variable"];
function $less_log_two(some, variable) {
let times, rest, better, far, near, u, half, k, monomial, $0, $1;
[rest, times] = py.iter($_less_log_two(some));
for ($0 of py.iter((py.truth(times) ? rest.items() : []))) {
[monomial, k] = py.iter($0);
$1 = $atom(monomial);
if ((py.isinstance($1, $Call) && py.eq($1.function, "softplus2") && py.isSequence($1.arguments, 2, 2) && (u = $1.arguments[0], true) && py.isinstance($1.arguments[1], $Number) && py.eq($1.arguments[1].value, 0.0)) && (py.eq(times, py.mul(py.neg(2), k)))) {
half = $build($scaled($terms(u), py.fractions.Fraction(1, 2)));
return $added($without(rest, monomial), $one("logcosh", half, py.mul(2, k)));
}
else if ((py.isinstance($1, $Call) && py.eq($1.function, "softplus") && py.isSequence($1.arguments, 1, 1) && (u = $1.arguments[0], true)) && ((py.eq(times, py.neg(k))) && !py.truth($is_constant(u, variable)))) {
near = $Call("log1p", [$Call("/", [$Call("expm1", [u]), $Number(2.0)])]);
far = $Call("-", [$Call("softplus", [u]), $_LOG_TWO]);
better = $choose_near($Call("abs", [u]), near, far);
return $added($without(rest, monomial), py.dict([[$single(better), k]]));
}
}
return null;
}
$less_log_two.parameters = ["some", "variable"];
function $choose_near(distance, near, far) {
return $Call("if", [$Call("<", [distance, $Number(0.5)]), near, far]);
return null;
}
$choose_near.parameters = ["distance", "near", "far"];
function $one(function$, u, coefficient) {
return py.dict([[$single($Call(function$, [u])), coefficient]]);
return null;
}
$one.parameters = ["function", "u", "coefficient"];
function $_less_log_two(some) {
let level, times, rest, number;
[times, level] = py.iter([some.get($single($_LOG_TWO), py.fractions.Fraction(0)), some.get($UNIT, py.fractions.Fraction(0))]);
rest = $without(some, $single($_LOG_TWO), $UNIT);
number = py.call(py.fractions.Fraction(py.div(py.float(level), py.math.log(2.0))), "limit_denominator", 64);
if ((py.le(py.abs(py.sub(py.float(level), py.mul(py.float(number), py.math.log(2.0)))), py.mul($_ROUNDING$1, py.abs(py.float(level)))))) {
return [rest, py.add(times, number)];
}
return [$added(rest, py.dict([[$UNIT, level]])), times];
return null;
}
$_less_log_two.parameters = ["some"];
function $softplus_line(some, variable) {
let better, share, shares, line, k, u, monomial, $0, $1;
for ($0 of py.iter($calls(some, "softplus", variable))) {
[monomial, u, k] = py.iter($0);
line = py.dict((function* ($source) { for (const [m, c] of $source) if ((!py.eq(m, $UNIT))) yield [m, c]; })(py.iter($terms(u).items())));
shares = py.set((function* ($source) { for (const [m, c] of $source) yield py.div(py.neg(some.get(m, py.fractions.Fraction(0))), py.mul(k, c)); })(py.iter(line.items())));
share = ((py.eq(py.len(shares), 1)) ? py.call(shares, "pop") : py.fractions.Fraction(0));
if (((py.lt(0, ($1 = share)) && py.le($1, 1)))) {
better = $added($without(some, monomial), $scaled($terms(u), py.mul(share, k)));
if ((py.le(py.abs(py.float(better.get($UNIT, 0))), py.mul($_ROUNDING$1, py.abs(py.float(some.get($UNIT, 0))))))) {
better = $without(better, $UNIT);
}
better = $added(better, $one("softplus", $opposite(u), py.mul(share, k)));
return ((py.lt(share, 1)) ? $added(better, $one("softplus", u, py.mul(py.sub(1, share), k))) : better);
}
}
return null;
}
$softplus_line.parameters = ["some", "variable"];
function $softplus_by_hand(some, variable) {
let sizes, other, v, second, u, k, monomial, $0, $1, $2;
for ($0 of py.iter(some.items())) {
[monomial, k] = py.iter($0);
$1 = $atom(monomial);
if ((((py.isinstance($1, $Call) && py.eq($1.function, "max") && py.isSequence($1.arguments, 2, 2) && py.isinstance($1.arguments[0], $Number) && py.eq($1.arguments[0].value, 0.0) && (u = $1.arguments[1], true)) || (py.isinstance($1, $Call) && py.eq($1.function, "max") && py.isSequence($1.arguments, 2, 2) && (u = $1.arguments[0], true) && py.isinstance($1.arguments[1], $Number) && py.eq($1.arguments[1].value, 0.0))))) {
for ($2 of py.iter($calls(some, "softplus", variable))) {
[second, v, other] = py.iter($2);
sizes = py.list((function* ($source) { for (const w of $source) yield py.dict([[$single($Call("abs", [w])), py.fractions.Fraction(py.neg(1))]]); })(py.iter([u, $opposite(u)])));
if (((py.eq(k, other)) && (py.contains(sizes, $terms(v))))) {
return $added($without(some, monomial, second), $one("softplus", u, k));
}
}
}
}
return null;
}
$softplus_by_hand.parameters = ["some", "variable"];
function $softplus_pair(some, variable) {
let found, chosen, far, near, step, v, other, second, better, x, total, k, u, first, i, $0, $1, $2, $3;
found = py.list($calls(some, "softplus", variable));
for ($0 of py.iter(py.enumerate(found))) {
[i, [first, u, k]] = py.iter($0);
for ($1 of py.iter(py.slice(found, py.add(i, 1), null, null))) {
[second, v, other] = py.iter($1);
total = $constant($added($terms(u), $terms(v)));
if (((py.eq(k, other)) && ((total !== null)))) {
x = $build($scaled($added($terms(u), $terms(v), py.fractions.Fraction(py.neg(1))), py.fractions.Fraction(1, 2)));
better = $Call("softplus2", [x, $Number(py.float(py.div(py.neg(total), 2)))]);
return $added($without(some, first, second), py.dict([[$single(better), k]]));
}
}
for ($2 of py.iter(some.items())) {
[second, other] = py.iter($2);
$3 = $atom(second);
if ((py.isinstance($3, $Call) && py.eq($3.function, "softplus") && py.isSequence($3.arguments, 1, 1) && (v = $3.arguments[0], true)) && ((py.eq(other, py.neg(k))) && py.truth($is_constant(v, variable)))) {
step = $build($added($terms(u), $terms(v), py.fractions.Fraction(py.neg(1))));
near = $Call("log1p", [$Call("*", [$Call("sigmoid", [v]), $Call("expm1", [step])])]);
far = $Call("-", [$Call("softplus", [u]), $Call("softplus", [v])]);
chosen = $choose_near($Call("abs", [step]), near, far);
return $added($without(some, first, second), py.dict([[$single(chosen), k]]));
}
}
}
return null;
}
$softplus_pair.parameters = ["some", "variable"];
function $power_less_one(some, variable) {
let level, better, step, height, start, inner, q, base, k, monomial, $0;
level = some.get($UNIT, py.fractions.Fraction(0));
for ($0 of py.iter((py.truth(level) ? some.items() : []))) {
[monomial, k] = py.iter($0);
[base, q] = py.iter($_power_of(monomial, variable));
if (((q === null))) {
continue;
}
inner = $terms(base);
[start, height] = py.iter([inner.get($UNIT, py.fractions.Fraction(0)), py.div(py.neg(level), k)]);
if (((py.lt(0, start)) && (py.lt(1, py.len(inner))) && (py.lt(0, height)) && py.truth($_is_power(start, q, height)))) {
step = $build($scaled($without(inner, $UNIT), py.div(1, start)));
return $added($without(some, monomial, $UNIT), py.dict([[$single($Call("pow1pm1", [step, $Number(py.float(q))])), py.neg(level)]]));
}
if (((py.eq(height, 1)) && (!py.eq(q.denominator, 1)) && !py.truth(start))) {
better = $Call("boxcox", [base, $Number(py.float(q))]);
return $added($without(some, monomial, $UNIT), py.dict([[$single(better), py.mul(k, q)]]));
}
}
return null;
}
$power_less_one.parameters = ["some", "variable"];
function $_is_power(start, q, height) {
let power;
power = ((!py.eq(start, 1)) ? py.fractions.Fraction(py.pow(py.float(start), py.float(q))) : start);
return py.le(py.abs(py.sub(power, height)), py.mul(py.fractions.Fraction(1, py.pow(2, 50)), height));
return null;
}
$_is_power.parameters = ["start", "q", "height"];
function $_power_of(monomial, variable) {
let whole, tree, u, base, number, power, $0;
if ((!py.eq(py.len(monomial), 1))) {
return [$Number(1.0), null];
}
[[tree, whole]] = py.iter(monomial);
$0 = tree;
if (true && py.truth($is_constant(tree, variable))) {
return [tree, null];
}
else if ((py.isinstance($0, $Call) && py.eq($0.function, "^") && py.isSequence($0.arguments, 2, 2) && (base = $0.arguments[0], true) && (power = $0.arguments[1], true)) && py.truth($is_constant(power, variable))) {
number = $constant($terms(power));
return [base, (((number === null)) ? null : py.mul(number, whole))];
}
else if ((py.isinstance($0, $Call) && py.eq($0.function, "sqrt") && py.isSequence($0.arguments, 1, 1) && (base = $0.arguments[0], true))) {
return [base, py.fractions.Fraction(whole, 2)];
}
else if ((py.isinstance($0, $Call) && py.eq($0.function, "hypot1") && py.isSequence($0.arguments, 1, 1) && (u = $0.arguments[0], true)) && (!py.eq(whole, 1))) {
return [$Call("+", [$Number(1.0), $Call("^", [u, $Number(2.0)])]), py.fractions.Fraction(whole, 2)];
}
return [tree, ((py.eq(py.abs(whole), 1)) ? null : py.fractions.Fraction(whole))];
return null;
}
$_power_of.parameters = ["monomial", "variable"];
function $less_one(some, variable) {
let other, write, multiple, u, function$, rest, factor, coefficient, monomial, $0, $1, $2;
for ($0 of py.iter(some.items())) {
[monomial, coefficient] = py.iter($0);
for ($1 of py.iter(monomial)) {
factor = $1;
rest = py.sub(monomial, py.set([factor]));
$2 = factor;
if ((py.isSequence($2, 2, 2) && py.isinstance($2[0], $Call) && (function$ = $2[0].function, true) && py.isSequence($2[0].arguments, 1, 1) && (u = $2[0].arguments[0], true) && py.eq($2[1], 1)) && ((py.contains($_LESS_ONE, function$)) && (py.eq(some.get(rest), py.neg(coefficient))))) {
[multiple, write] = py.iter(py.get($_LESS_ONE, function$));
other = py.bitor(rest, $single(write(u)));
if ((!py.truth($is_constant(u, variable)) && (py.eq(py.len(other), py.len(monomial))))) {
return $added($without(some, monomial, rest), py.dict([[other, py.mul(coefficient, multiple)]]));
}
}
}
}
return null;
}
$less_one.parameters = ["some", "variable"];
function $_half_sinh_square(u) {
return $Call("^", [$Call("sinh", [$Call("/", [u, $Number(2.0)])]), $Number(2.0)]);
return null;
}
$_half_sinh_square.parameters = ["u"];
function $_versin(u) {
let turns;
turns = py.dict((function* ($source) { for (const [monomial, c] of $source) if ((py.contains(monomial, [$Name("pi"), 1]))) yield [py.sub(monomial, py.set([[$Name("pi"), 1]])), py.div(c, 2)]; })(py.iter($terms(u).items())));
return ((py.eq(py.len(turns), py.len($terms(u)))) ? $Call("versin2pi", [$build(turns)]) : $Call("versin", [u]));
return null;
}
$_versin.parameters = ["u"];
function $gamma(some, variable) {
let product, rest, k, u, monomial, exponent, bracket, $0, $1, $2, $3;
for ($0 of py.iter($calls(some, "exp", variable))) {
[monomial, u, k] = py.iter($0);
rest = $without(some, monomial);
product = py.dict((function* ($source) { for (const [m, c] of $source) yield [$monomial_of(m, $Call("exp", [u])), py.mul(py.neg(k), c)]; })(py.iter($terms(u).items())));
if (((py.eq(some.get($UNIT), py.neg(k))) && py.truth(py.all((function* ($source) { for (const [m, c] of $source) yield py.eq(rest.get(m), c); })(py.iter(product.items())))))) {
return $added($added($without(rest, $UNIT), product, py.fractions.Fraction(py.neg(1))), $one("gamma2", $opposite(u), py.neg(k)));
}
}
for ($1 of py.iter(some.items())) {
[monomial, k] = py.iter($1);
for ($2 of py.iter(monomial)) {
[bracket, exponent] = py.iter($2);
$3 = $atom(py.sub(monomial, py.set([[bracket, exponent]])));
if ((py.isinstance($3, $Call) && py.eq($3.function, "exp") && py.isSequence($3.arguments, 1, 1) && (u = $3.arguments[0], true)) && ((py.eq(exponent, 1)) && (py.eq(some.get($UNIT), py.neg(k))))) {
if ((py.eq($terms(bracket), $added(py.dict([[$UNIT, py.fractions.Fraction(1)]]), $terms(u), py.fractions.Fraction(py.neg(1)))))) {
return $added($without(some, monomial, $UNIT), $one("gamma2", $opposite(u), py.neg(k)));
}
}
}
}
return null;
}
$gamma.parameters = ["some", "variable"];
function $monomial_of(monomial, tree) {
return py.bitor(monomial, $single(tree));
return null;
}
$monomial_of.parameters = ["monomial", "tree"];
function $exponentials(some, variable) {
let found, residue, _, k, u, linear, lift, rest, chosen, $0, $1, $2;
found = [...py.iter((function* ($source) { for (const [m, u, k] of $source) yield [m, u, k, k]; })(py.iter($calls(some, "exp", variable))))];
found = py.iadd(found, py.list((function* ($source) { for (const [m, u, k] of $source) yield [m, u, k, py.fractions.Fraction(0)]; })(py.iter($calls(some, "expm1", variable)))));
for ($0 of py.iter([found, ...py.iter((function* ($source) { for (const one of $source) yield [one]; })(py.iter(found)))])) {
chosen = $0;
if ((!py.truth(chosen) || (py.lt(1, py.len(py.set((function* ($source) { for (const [, , k, ] of $source) yield py.lt(0, k); })(py.iter(chosen)))))))) {
continue;
}
rest = $without(some, ...py.iter((function* ($source) { for (const [m, , , ] of $source) yield m; })(py.iter(chosen))));
linear = py.dict([]);
for ($1 of py.iter(chosen)) {
[, u, k, lift] = py.iter($1);
linear = $added(linear, $added($scaled($terms(u), k), (py.truth(lift) ? py.dict([[$UNIT, lift]]) : py.dict([]))));
}
residue = $added(rest, linear);
if (py.truth($_settled(some, rest, linear, residue, py.lt(0, py.get(py.get(chosen, 0), 2))))) {
for ($2 of py.iter(chosen)) {
[, u, k, ] = py.iter($2);
residue = $added(residue, py.dict([[$single($Call("expm1mx", [u])), k]]));
}
return residue;
}
}
return null;
}
$exponentials.parameters = ["some", "variable"];
function $_settled(some, rest, linear, residue, is_positive) {
let left, is_gone;
left = residue.get($UNIT, py.fractions.Fraction(0));
is_gone = !py.truth(py.any((function* ($source) { for (const monomial of $source) if ((!py.eq(monomial, $UNIT))) yield py.contains(residue, monomial); })(py.iter(linear))));
return py.and(is_gone, () => py.and(py.le(py.len(residue), py.len(some)), () => py.or(!py.truth(left), () => py.eq(py.lt(0, left), is_positive))));
return null;
}
$_settled.parameters = ["some", "rest", "linear", "residue", "is_positive"];
function $hyperbolic(some, variable) {
let found, better, other, v, second, k, u, first, i, $0, $1;
found = py.list($calls(some, "exp", variable));
for ($0 of py.iter(py.enumerate(found))) {
[i, [first, u, k]] = py.iter($0);
for ($1 of py.iter(py.slice(found, py.add(i, 1), null, null))) {
[second, v, other] = py.iter($1);
if (((py.eq(py.abs(k), py.abs(other))) && (py.eq($terms(u), $scaled($terms(v), py.fractions.Fraction(py.neg(1))))))) {
better = ((py.eq(k, other)) ? $one("cosh", u, py.mul(2, k)) : $one("sinh", u, py.mul(2, k)));
return $added($without(some, first, second), better);
}
}
}
return null;
}
$hyperbolic.parameters = ["some", "variable"];
function $exponential_again(some, variable) {
let k, u, monomial, $0;
for ($0 of py.iter($calls(some, "expm1", variable))) {
[monomial, u, k] = py.iter($0);
if ((py.eq(some.get($UNIT), k))) {
return $added($without(some, monomial, $UNIT), $one("exp", u, k));
}
}
return null;
}
$exponential_again.parameters = ["some", "variable"];
function $powers(some, variable) {
let found, power, monomial, pairs, better, $0;
found = py.dict([]);
for ($0 of py.iter(some)) {
monomial = $0;
if (py.truth((power = $_power(monomial, variable)))) {
py.call(found.setdefault(py.get(power, 0), []), "append", [monomial, py.get(power, 1)]);
}
}
pairs = py.list((function* ($source) { for (const [base, pair] of $source) if ((py.eq(py.len(pair), 2))) yield [base, py.get(pair, 0), py.get(pair, 1)]; })(py.iter(found.items())));
better = (function* ($source) { for (const [base, one, other] of $source) yield $_power_pair(some, base, one, other); })(py.iter(pairs));
return py.next((function* ($source) { for (const terms of $source) if (((terms !== null))) yield terms; })(py.iter(better)), null);
return null;
}
$powers.parameters = ["some", "variable"];
function $_power_pair(some, base, one, other) {
let q, second, p, first, level, b, a, at_second, at_first, x0, size, share, step, near, far, distance, better, rest;
[[first, p], [second, q]] = py.iter([one, other]);
level = some.get($UNIT);
if (!py.truth(level)) {
return null;
}
[a, b] = py.iter([py.float(py.get(some, first)), py.float(py.get(some, second))]);
if (((py.le(0.0, py.mul(py.mul(py.mul(a, p), b), q))) || (py.eq(p, q)))) {
return null;
}
try {
x0 = py.pow(py.div(py.mul(py.neg(b), q), py.mul(a, p)), py.div(1.0, py.sub(p, q)));
[at_first, at_second] = py.iter([py.mul(a, py.pow(x0, p)), py.mul(b, py.pow(x0, q))]);
} catch ($error) {
if (py.isinstance($error, [py.OverflowError, py.ZeroDivisionError])) {
return null;
} else throw $error;
}
size = py.max(py.abs(at_first), py.abs(at_second));
if ((!py.truth(py.math.isfinite(size)) || !py.truth(x0) || (py.lt(py.mul($_ROUNDING$2, size), py.abs(py.add(py.add(at_first, at_second), py.float(level))))))) {
return null;
}
share = ((py.le(py.abs(py.sub(x0, 1.0)), $_ROUNDING$2)) ? base : $Call("/", [base, $Number(x0)]));
step = $Call("log", [share]);
near = $Call("+", [$Call("*", [$Number(at_first), $Call("expm1mx", [$Call("*", [$Number(p), step])])]), $Call("*", [$Number(at_second), $Call("expm1mx", [$Call("*", [$Number(q), step])])])]);
far = $build(py.dict([[$UNIT, level], [first, py.get(some, first)], [second, py.get(some, second)]]));
distance = $Call("abs", [$Call("-", [share, $Number(1.0)])]);
better = $Call("if", [$Call("<", [distance, $Number(0.5)]), near, far]);
rest = py.dict((function* ($source) { for (const [m, k] of $source) if ((!py.contains([first, second, $UNIT], m))) yield [m, k]; })(py.iter(some.items())));
return $added(rest, py.dict([[py.frozenset([[better, 1]]), py.fractions.Fraction(1)]]));
return null;
}
$_power_pair.parameters = ["some", "base", "one", "other"];
function $_power(monomial, variable) {
let whole, base, number, exponent, inner, $0;
if ((!py.eq(py.len(monomial), 1))) {
return null;
}
[[base, whole]] = py.iter(monomial);
if (py.truth($is_constant(base, variable))) {
return null;
}
$0 = base;
if ((py.isinstance($0, $Call) && py.eq($0.function, "^") && py.isSequence($0.arguments, 2, 2) && (inner = $0.arguments[0], true) && (exponent = $0.arguments[1], true)) && py.truth($is_constant(exponent, variable))) {
number = $constant($terms(exponent));
return (((number === null)) ? null : [inner, py.mul(whole, py.float(number))]);
}
return [base, py.float(whole)];
return null;
}
$_power.parameters = ["monomial", "variable"];
function $log_ratio(some, variable) {
let better, far, step, number, below, above, n, v, name, other, second, k, u, monomial, function$, $0, $1, $2, $3, $4;
for ($0 of py.iter(["log", "log1p"])) {
function$ = $0;
for ($1 of py.iter($calls(some, function$, variable))) {
[monomial, u, k] = py.iter($1);
for ($2 of py.iter(some.items())) {
[second, other] = py.iter($2);
$3 = $atom(second);
if ((py.isinstance($3, $Call) && ((py.eq($3.function, "log")) || (py.eq($3.function, "log1p"))) && (name = $3.function, true) && py.isSequence($3.arguments, 1, 1) && (v = $3.arguments[0], true)) && (py.truth($is_constant(v, variable)) && (py.eq((n = py.div(py.neg(other), k)).denominator, 1)) && ((py.lt(0, ($4 = n)) && py.le($4, 8))))) {
above = $added($terms(u), ((py.eq(function$, "log1p")) ? py.dict([[$UNIT, py.fractions.Fraction(1)]]) : py.dict([])));
below = $added($terms(v), ((py.eq(name, "log1p")) ? py.dict([[$UNIT, py.fractions.Fraction(1)]]) : py.dict([])));
number = $constant(below);
number = (((number === null)) ? number : py.pow(number, n.numerator));
if ((py.eq(number, 1))) {
return $without(some, second);
}
if ((((number === null)) || (py.le(number, 0)))) {
continue;
}
step = $build($scaled($added(above, py.dict([[$UNIT, number]]), py.fractions.Fraction(py.neg(1))), py.div(1, number)));
far = $build(py.dict([[monomial, py.fractions.Fraction(1)], [second, py.neg(n)]]));
better = $choose_near($Call("abs", [step]), $Call("log1p", [step]), far);
return $added($without(some, monomial, second), py.dict([[$single(better), k]]));
}
}
}
}
return null;
}
$log_ratio.parameters = ["some", "variable"];
function $logarithms(some, variable) {
let options, groups, residue, choice, is_needed, signs, left, lines, chosen, rest, group, $0, $1, $2, $3, $4;
options = py.dict((function* ($source) { for (const [m, k] of $source) yield [m, py.list($_choices(m, k, variable))]; })(py.iter(some.items())));
options = py.dict((function* ($source) { for (const [m, choices] of $source) if (py.truth(choices)) yield [m, choices]; })(py.iter(options.items())));
if (!((py.lt(0, ($0 = py.len(options))) && py.le($0, $_MOST_LOGARITHMS)))) {
return null;
}
groups = ((py.eq(py.len(options), 1)) ? [py.list(options)] : [py.list(options), ...py.iter((function* ($source) { for (const m of $source) yield [m]; })(py.iter(options)))]);
for ($1 of py.iter(groups)) {
group = $1;
rest = py.dict((function* ($source) { for (const [m, k] of $source) if ((!py.contains(group, m))) yield [m, k]; })(py.iter(some.items())));
for ($2 of py.iter(py.itertools.product(...py.iter((function* ($source) { for (const m of $source) yield py.get(options, m); })(py.iter(group)))))) {
chosen = $2;
residue = rest;
for ($3 of py.iter(chosen)) {
choice = $3;
residue = $added(residue, choice.line);
}
lines = py.set((function* ($source) { for (const choice of $source) for (const m of py.iter(choice.line)) if ((!py.eq(m, $UNIT))) yield m; })(py.iter(chosen)));
left = residue.get($UNIT, py.fractions.Fraction(0));
signs = py.bitor(py.set((function* ($source) { for (const choice of $source) yield choice.sign; })(py.iter(chosen))), (py.truth(left) ? py.set([py.lt(0, left)]) : py.set()));
is_needed = py.or(!py.truth(left), () => py.any((function* ($source) { for (const m of $source) yield py.contains(rest, m); })(py.iter(lines))));
if ((py.truth(is_needed) && (py.eq(py.len(signs), 1)) && !py.truth(py.any((function* ($source) { for (const m of $source) yield py.contains(residue, m); })(py.iter(lines)))) && (py.lt(py.len(residue), py.len(some))))) {
for ($4 of py.iter(chosen)) {
choice = $4;
residue = $added(residue, py.dict([[py.frozenset([[choice.better, 1]]), choice.coefficient]]));
}
return residue;
}
}
}
return null;
}
$logarithms.parameters = ["some", "variable"];
function* $_choices(monomial, k, variable) {
let u, a, others, function$, factor, $0, $1;
for ($0 of py.iter(monomial)) {
factor = $0;
$1 = factor;
if ((py.isSequence($1, 2, 2) && py.isinstance($1[0], $Call) && ((py.eq($1[0].function, "log")) || (py.eq($1[0].function, "log1p"))) && (function$ = $1[0].function, true) && py.isSequence($1[0].arguments, 1, 1) && (u = $1[0].arguments[0], true) && py.eq($1[1], 1)) && !py.truth($is_constant(u, variable))) {
others = py.sub(monomial, py.set([factor]));
(yield* py.iter(((py.eq(function$, "log")) ? $_plain$1 : $_shifted)(u, others, k)));
}
else if ((py.isSequence($1, 2, 2) && py.isinstance($1[0], $Call) && py.eq($1[0].function, "xlogy") && py.isSequence($1[0].arguments, 2, 2) && (a = $1[0].arguments[0], true) && (u = $1[0].arguments[1], true) && py.eq($1[1], 1)) && (py.eq(py.len(monomial), 1))) {
(yield* py.iter($_scaled_logarithm(u, $terms(a), k)));
}
else if ((py.isSequence($1, 2, 2) && py.isinstance($1[0], $Call) && py.eq($1[0].function, "xlog1py") && py.isSequence($1[0].arguments, 2, 2) && (a = $1[0].arguments[0], true) && (u = $1[0].arguments[1], true) && py.eq($1[1], 1)) && (py.eq(py.len(monomial), 1))) {
(yield* py.iter($_scaled_shifted(u, $terms(a), k)));
}
}
}
$_choices.parameters = ["monomial", "k", "variable"];
function* $_scaled_shifted(u, factor, k) {
let ratio;
ratio = $proportion(factor, $added($_UNIT_TERMS, $terms(u)));
if (((ratio !== null))) {
(yield $_Choice($Call("log1pint", [u]), py.mul(k, ratio), $scaled($terms(u), py.mul(k, ratio)), py.lt(0, py.mul(k, ratio))));
}
}
$_scaled_shifted.parameters = ["u", "factor", "k"];
function $proportion(some, others) {
let ratios;
if ((!py.truth(some) || (!py.eq(some.keys(), others.keys())))) {
return null;
}
ratios = py.set((function* ($source) { for (const [monomial, coefficient] of $source) yield py.div(coefficient, py.get(others, monomial)); })(py.iter(some.items())));
return ((py.eq(py.len(ratios), 1)) ? py.call(ratios, "pop") : null);
return null;
}
$proportion.parameters = ["some", "others"];
function* $_scaled_logarithm(u, factor, k) {
let size, ratio, number, line, sign, v, $0;
for ($0 of py.iter([[u, 1], [$_inverse(u), py.neg(1)]])) {
[v, sign] = py.iter($0);
line = $added($terms(v), py.dict([[$UNIT, py.fractions.Fraction(py.neg(1))]]));
[number, ratio] = py.iter([$constant(factor), $proportion(factor, $terms(v))]);
if (((number !== null))) {
size = py.mul(py.mul(k, sign), number);
(yield $_Choice($Call("logdev", [v]), py.neg(size), $scaled(line, size), py.lt(size, 0)));
}
else {
if (((ratio !== null))) {
size = py.mul(py.mul(k, sign), ratio);
(yield $_Choice($Call("xlogxdev", [v]), size, $scaled(line, size), py.lt(0, size)));
}
}
}
}
$_scaled_logarithm.parameters = ["u", "factor", "k"];
function $_inverse(u) {
let below, above, $0;
$0 = u;
if ((py.isinstance($0, $Call) && py.eq($0.function, "/") && py.isSequence($0.arguments, 2, 2) && (above = $0.arguments[0], true) && (below = $0.arguments[1], true))) {
return $Call("/", [below, above]);
}
return $Call("/", [$Number(1.0), u]);
return null;
}
$_inverse.parameters = ["u"];
function* $_shifted(u, others, k) {
let line;
line = $scaled($terms(u), k);
if (!py.truth(others)) {
(yield $_Choice($Call("log1pmx", [u]), k, line, py.lt(k, 0)));
}
else {
(yield* py.iter($_scaled_shifted(u, $terms($build(py.dict([[others, py.fractions.Fraction(1)]]))), k)));
}
}
$_shifted.parameters = ["u", "others", "k"];
function* $_plain$1(u, others, k) {
if (!py.truth(others)) {
(yield* py.iter($_scaled_logarithm(u, $_UNIT_TERMS, k)));
}
else {
(yield* py.iter($_scaled_logarithm(u, $terms($build(py.dict([[others, py.fractions.Fraction(1)]]))), k)));
}
}
$_plain$1.parameters = ["u", "others", "k"];
function $complement(some, variable) {
let rest, sign, other, u, function$, whole, tree, k, monomial, $0, $1;
for ($0 of py.iter(some.items())) {
[monomial, k] = py.iter($0);
if (((!py.eq(some.get($UNIT), py.neg(k))) || (!py.eq(py.len(monomial), 1)))) {
continue;
}
[[tree, whole]] = py.iter(monomial);
$1 = tree;
if ((py.isinstance($1, $Call) && (function$ = $1.function, true) && py.isSequence($1.arguments, 1, 1) && (u = $1.arguments[0], true)) && ((py.contains($_COMPLEMENTS, function$)) && (py.eq(whole, 2)) && !py.truth($is_constant(u, variable)))) {
[other, sign] = py.iter(py.get($_COMPLEMENTS, function$));
rest = py.dict((function* ($source) { for (const [m, c] of $source) if ((!py.contains([monomial, $UNIT], m))) yield [m, c]; })(py.iter(some.items())));
return $added(rest, py.dict([[py.frozenset([[$Call(other, [u]), 2]]), py.mul(sign, k)]]));
}
}
return null;
}
$complement.parameters = ["some", "variable"];
function $square(some, variable) {
if ((py.lt(py.len(some), 3))) {
return null;
}
return py.or($_power_of_line(some, variable), () => $_binomial(some, variable));
return null;
}
$square.parameters = ["some", "variable"];
function $_binomial(some, variable) {
let root, roots, rest, inner, sign, ratio, cross, b, second, a, first, i, $0, $1;
roots = py.list((function* ($source) { for (const m of $source) if ((((root = $square_root(m)) !== null))) yield [m, root]; })(py.iter(some)));
for ($0 of py.iter(py.enumerate(roots))) {
[i, [first, a]] = py.iter($0);
for ($1 of py.iter(py.slice(roots, py.add(i, 1), null, null))) {
[second, b] = py.iter($1);
cross = $multiplied(a, b);
ratio = $_rational_root(py.div(py.get(some, second), py.get(some, first)));
if (((py.contains([first, second], cross)) || (!py.contains(some, cross)) || ((ratio === null)) || !py.truth(ratio))) {
continue;
}
if ((py.eq(py.abs(py.get(some, cross)), py.mul(py.mul(2, ratio), py.abs(py.get(some, first)))))) {
sign = ((py.lt(0, py.mul(py.get(some, cross), py.get(some, first)))) ? 1 : py.neg(1));
inner = $build(py.dict([[a, py.fractions.Fraction(1)], [b, py.mul(sign, ratio)]]));
if (py.truth($is_constant(inner, variable))) {
continue;
}
rest = py.dict((function* ($source) { for (const [m, k] of $source) if ((!py.contains([first, second, cross], m))) yield [m, k]; })(py.iter(some.items())));
return $added(rest, py.dict([[$single($Call("^", [inner, $_TWO])), py.get(some, first)]]));
}
}
}
return null;
}
$_binomial.parameters = ["some", "variable"];
function $_rational_root(number) {
let below, above;
if ((py.lt(number, 0))) {
return null;
}
[above, below] = py.iter([py.math.isqrt(number.numerator), py.math.isqrt(number.denominator)]);
return (((py.eq(py.pow(above, 2), number.numerator)) && (py.eq(py.pow(below, 2), number.denominator))) ? py.fractions.Fraction(above, below) : null);
return null;
}
$_rational_root.parameters = ["number"];
function $square_root(monomial) {
let half, power, base, u, whole, tree, $0, $1;
half = [];
for ($0 of py.iter(monomial)) {
[tree, whole] = py.iter($0);
$1 = tree;
if (true && (py.eq(py.mod(whole, 2), 0))) {
py.call(half, "append", [tree, py.floordiv(whole, 2)]);
}
else if ((py.isinstance($1, $Call) && py.eq($1.function, "exp") && py.isSequence($1.arguments, 1, 1) && (u = $1.arguments[0], true)) && (py.eq(whole, 1))) {
py.call(half, "append", [$Call("exp", [$build($scaled($terms(u), py.fractions.Fraction(1, 2)))]), 1]);
}
else if ((py.isinstance($1, $Call) && py.eq($1.function, "^") && py.isSequence($1.arguments, 2, 2) && (base = $1.arguments[0], true) && (power = $1.arguments[1], true)) && ((py.eq(whole, 1)) && (py.eq(power, $_TWO)))) {
py.call(half, "append", [base, 1]);
}
else if (true) {
return null;
}
}
return py.frozenset(half);
return null;
}
$square_root.parameters = ["monomial"];
function $_power_of_line(some, variable) {
let line, found, base, n, shift, inner;
line = $_line(some);
if ((((line === null)) || py.truth($is_constant(py.get(line, 0), variable)))) {
return null;
}
[base, found] = py.iter(line);
n = py.max(found);
if (((py.lt(n, 2)) || (!py.eq(py.len(found), py.add(n, 1))))) {
return null;
}
shift = py.div(py.div(py.get(found, py.sub(n, 1)), py.get(found, n)), n);
if (py.truth(py.any((function* ($source) { for (const j of $source) yield !py.eq(py.get(found, j), py.mul(py.mul(py.get(found, n), py.math.comb(n, j)), py.pow(shift, py.sub(n, j)))); })(py.iter(py.range(n)))))) {
return null;
}
inner = $build(py.dict([[$single(base), py.fractions.Fraction(1)], [$UNIT, shift]]));
return py.dict([[$single($Call("^", [inner, $Number(py.float(n))])), py.get(found, n)]]);
return null;
}
$_power_of_line.parameters = ["some", "variable"];
function $_line(some) {
let found, base, others, whole, tree, k, monomial, $0, $1;
found = py.dict([]);
base = null;
for ($0 of py.iter(some.items())) {
[monomial, k] = py.iter($0);
if ((py.eq(monomial, $UNIT))) {
py.put(found, 0, k);
continue;
}
[[tree, whole], others] = py.unpack(monomial, 1, 0);
if ((py.truth(others) || !((py.lt(0, ($1 = whole)) && py.le($1, $_MOST$1))) || (!py.contains([null, tree], base)))) {
return null;
}
base = tree;
py.put(found, whole, k);
}
return (((base === null)) ? null : [base, found]);
return null;
}
$_line.parameters = ["some"];
function $_within(some, variable) {
let others, level, branches, otherwise, then, condition, k, monomial, $0;
[level, others] = py.iter([some.get($UNIT), py.list((function* ($source) { for (const [m, k] of $source) if ((!py.eq(m, $UNIT))) yield [m, k]; })(py.iter(some.items())))]);
if ((py.truth(level) && (py.eq(py.len(others), 1)))) {
[[monomial, k]] = py.iter(others);
$0 = $atom(monomial);
if ((py.isinstance($0, $Call) && py.eq($0.function, "if") && py.isSequence($0.arguments, 3, 3) && (condition = $0.arguments[0], true) && (then = $0.arguments[1], true) && (otherwise = $0.arguments[2], true))) {
branches = py.list((function* ($source) { for (const branch of $source) yield $_with_number(branch, k, level); })(py.iter([then, otherwise])));
return $Call("if", [condition, ...py.iter(branches)]);
}
}
return null;
}
$_within.parameters = ["some", "variable"];
function $_with_number(tree, factor, level) {
return $build($added($scaled($terms(tree), factor), py.dict([[$UNIT, level]])));
return null;
}
$_with_number.parameters = ["tree", "factor", "level"];
function $terms(tree) {
let whole, exponent, base, right, left, v, u, operator, inner, number, value, $0;
$0 = tree;
if ((py.isinstance($0, $Number) && (number = $0.value, true)) && py.truth(py.math.isfinite(number))) {
return $_number(number);
}
else if ((py.isinstance($0, $Call) && py.eq($0.function, "neg") && py.isSequence($0.arguments, 1, 1) && (inner = $0.arguments[0], true))) {
return $scaled($terms(inner), py.fractions.Fraction(py.neg(1)));
}
else if ((py.isinstance($0, $Call) && ((py.eq($0.function, "+")) || (py.eq($0.function, "-"))) && (operator = $0.function, true) && py.isSequence($0.arguments, 2, 2) && (left = $0.arguments[0], true) && (right = $0.arguments[1], true))) {
return $added($terms(left), $terms(right), py.fractions.Fraction(((py.eq(operator, "+")) ? 1 : py.neg(1))));
}
else if ((py.isinstance($0, $Call) && py.eq($0.function, "*") && py.isSequence($0.arguments, 2, 2) && py.isinstance($0.arguments[0], $Call) && py.eq($0.arguments[0].function, "exp") && py.isSequence($0.arguments[0].arguments, 1, 1) && (u = $0.arguments[0].arguments[0], true) && py.isinstance($0.arguments[1], $Call) && py.eq($0.arguments[1].function, "exp") && py.isSequence($0.arguments[1].arguments, 1, 1) && (v = $0.arguments[1].arguments[0], true))) {
return $terms($Call("exp", [$build($added($terms(u), $terms(v)))]));
}
else if ((py.isinstance($0, $Call) && py.eq($0.function, "/") && py.isSequence($0.arguments, 2, 2) && py.isinstance($0.arguments[0], $Call) && py.eq($0.arguments[0].function, "exp") && py.isSequence($0.arguments[0].arguments, 1, 1) && (u = $0.arguments[0].arguments[0], true) && py.isinstance($0.arguments[1], $Call) && py.eq($0.arguments[1].function, "exp") && py.isSequence($0.arguments[1].arguments, 1, 1) && (v = $0.arguments[1].arguments[0], true))) {
return $terms($Call("exp", [$build($added($terms(u), $terms(v), py.fractions.Fraction(py.neg(1))))]));
}
else if ((py.isinstance($0, $Call) && py.eq($0.function, "*") && py.isSequence($0.arguments, 2, 2) && (left = $0.arguments[0], true) && (right = $0.arguments[1], true))) {
return $_multiplied(left, right, 1);
}
else if ((py.isinstance($0, $Call) && py.eq($0.function, "/") && py.isSequence($0.arguments, 2, 2) && (left = $0.arguments[0], true) && (right = $0.arguments[1], true))) {
return $_multiplied(left, right, py.neg(1));
}
else if ((py.isinstance($0, $Call) && py.eq($0.function, "^") && py.isSequence($0.arguments, 2, 2) && (base = $0.arguments[0], true) && (exponent = $0.arguments[1], true)) && (((whole = $_whole(exponent)) !== null))) {
return $_raised(base, whole);
}
value = $_folded(tree);
return (((value === null)) ? py.dict([[py.frozenset([[tree, 1]]), py.fractions.Fraction(1)]]) : $_number(value));
return null;
}
$terms.parameters = ["tree"];
$terms = py.cache($terms);
function $_folded(tree) {
let value;
if ((!py.truth(py.isinstance(tree, $Call)) || (py.contains($_SYMBOLS, tree.function)) || py.truth(py.sub($names_in(tree), $CONSTANTS.keys())))) {
return null;
}
value = py.float(py.get(formulaNumbers.evaluate(tree, "", py.numpy.zeros(1)).value, 0));
return (py.truth(py.math.isfinite(value)) ? value : null);
return null;
}
$_folded.parameters = ["tree"];
$_folded = py.cache($_folded);
function $_raised(base, exponent) {
let inner, coefficient, monomial, tree, value;
inner = $terms(base);
if (((py.eq(py.len(inner), 1)) && py.truth(exponent))) {
[[monomial, coefficient]] = py.iter(inner.items());
if ((py.lt($_MOST_BITS, py.mul(py.abs(exponent), py.add(py.call(coefficient.numerator, "bit_length"), py.call(coefficient.denominator, "bit_length")))))) {
throw py.OverflowError();
}
return py.dict([[$_power$1(monomial, exponent), py.pow(coefficient, exponent)]]);
}
tree = $Call("^", [base, $Number(py.float(exponent))]);
value = $_folded(tree);
return (((value === null)) ? py.dict([[py.frozenset([[tree, 1]]), py.fractions.Fraction(1)]]) : $_number(value));
return null;
}
$_raised.parameters = ["base", "exponent"];
function $_power$1(monomial, exponent) {
return $_one_exponential((function* ($source) { for (const [tree, own] of $source) yield [tree, py.mul(own, exponent)]; })(py.iter(monomial)));
return null;
}
$_power$1.parameters = ["monomial", "exponent"];
function $_whole(exponent) {
let number;
number = (py.truth(py.isinstance(exponent, py.bitor($Number, $Call))) ? $constant($terms(exponent)) : null);
return ((((number !== null)) && (py.eq(number.denominator, 1)) && (py.le(py.abs(number), $_LARGEST_EXPONENT))) ? py.int(number) : null);
return null;
}
$_whole.parameters = ["exponent"];
function $_multiplied(left, right, exponent) {
let second, first, number, coefficient, monomial, factor, others;
[first, second] = py.iter([$terms(left), $terms(right)]);
if (((py.eq(exponent, 1)) && (((number = $constant(second)) !== null)))) {
return $scaled(first, number);
}
if (((py.eq(exponent, 1)) && (((number = $constant(first)) !== null)))) {
return $scaled(second, number);
}
if ((py.eq(py.len(second), 1))) {
[[monomial, coefficient]] = py.iter(second.items());
second = py.dict([[$_power$1(monomial, exponent), py.pow(coefficient, exponent)]]);
}
else {
second = (py.truth(second) ? py.dict([[py.frozenset([[$build(second), exponent]]), py.fractions.Fraction(1)]]) : py.dict([[$UNIT, py.fractions.Fraction(0)]]));
if (((py.eq(exponent, py.neg(1))) && !py.truth(py.any(second.values())))) {
return py.dict([[py.frozenset([[$Call("/", [left, right]), 1]]), py.fractions.Fraction(1)]]);
}
}
[[others, factor]] = py.iter(second.items());
if (((py.lt(1, py.len(first))) && py.truth(others))) {
first = py.dict([[py.frozenset([[$build(first), 1]]), py.fractions.Fraction(1)]]);
}
return $_tidy((function* ($source) { for (const [monomial, coefficient] of $source) yield [$multiplied(monomial, others), py.mul(coefficient, factor)]; })(py.iter(first.items())));
return null;
}
$_multiplied.parameters = ["left", "right", "exponent"];
function $_tidy(items) {
return py.dict((function* ($source) { for (const [monomial, coefficient] of $source) if (py.truth(coefficient)) yield [monomial, coefficient]; })(py.iter(items)));
return null;
}
$_tidy.parameters = ["items"];
function $_number(value) {
return (py.truth(value) ? py.dict([[$UNIT, py.fractions.Fraction(value)]]) : py.dict([]));
return null;
}
$_number.parameters = ["value"];
function $choice(tree, variable, domain) {
let otherwise, then, condition, step, high, low, sides, sign, $0;
[condition, then, otherwise] = py.iter(tree.arguments);
$0 = condition;
if ((py.isinstance($0, $Call) && ((py.eq($0.function, "<")) || (py.eq($0.function, "<=")) || (py.eq($0.function, ">")) || (py.eq($0.function, ">="))) && (sign = $0.function, true) && (sides = $0.arguments, true)) && !py.truth($is_constant(then, variable))) {
[low, high] = py.iter(((py.contains(["<", "<="], sign)) ? sides : py.slice(sides, null, null, py.neg(1))));
step = $added($terms(high), $terms(low), py.fractions.Fraction(py.neg(1)));
if (((py.eq($terms(then), step)) && (py.eq($terms(otherwise), $scaled(step, py.fractions.Fraction(py.neg(1))))))) {
return $Call("abs", [((py.truth(py.isinstance(then, $Call)) && (py.eq(then.function, "neg"))) ? $build(step) : then)]);
}
}
return null;
}
$choice.parameters = ["tree", "variable", "domain"];
function $extreme(tree, variable, domain) {
let v, u;
if (((py.eq(py.len(tree.arguments), 2)) && !py.truth($is_constant(tree, variable)))) {
[u, v] = py.iter(tree.arguments);
if ((py.eq($terms(u), $scaled($terms(v), py.fractions.Fraction(py.neg(1)))))) {
return $Call("abs", [((py.truth(py.isinstance(u, $Call)) && (py.eq(u.function, "neg"))) ? v : u)]);
}
}
return null;
}
$extreme.parameters = ["tree", "variable", "domain"];
function $product(tree, variable, domain) {
let right, left, better, is_end, number, u, function$, other, factor, $0, $1;
[left, right] = py.iter(tree.arguments);
if (py.truth((better = py.or($merged(tree, variable), () => py.or($_size(left, right), () => $_bell(tree, variable)))))) {
return better;
}
for ($0 of py.iter([[left, right], [right, left]])) {
[factor, other] = py.iter($0);
$1 = other;
if ((py.isinstance($1, $Call) && ((py.eq($1.function, "exp")) || (py.eq($1.function, "cosh")) || (py.eq($1.function, "sinh")))) && (py.eq(factor, $Number(0.0)))) {
return factor;
}
else if ((py.isinstance($1, $Call) && ((py.eq($1.function, "log")) || (py.eq($1.function, "log1p"))) && (function$ = $1.function, true) && py.isSequence($1.arguments, 1, 1) && (u = $1.arguments[0], true)) && !py.truth($is_constant(u, variable))) {
number = $constant($terms(factor));
is_end = py.and((number === null), () => $_vanishes_with($terms(factor), $terms(u), function$));
if (((py.eq(number, 0)) || py.truth(is_end))) {
return $Call(((py.eq(function$, "log")) ? "xlogy" : "xlog1py"), [factor, u]);
}
}
}
return null;
}
$product.parameters = ["tree", "variable", "domain"];
function $_vanishes_with(factor, u, function$) {
let argument;
argument = ((py.eq(function$, "log1p")) ? $added(u, py.dict([[$UNIT, py.fractions.Fraction(1)]])) : u);
return ($proportion(factor, argument) !== null);
return null;
}
$_vanishes_with.parameters = ["factor", "u", "function"];
function $_bell(tree, variable) {
let $0;
$0 = tree.arguments;
if ((py.isSequence($0, 2, 2) && py.isinstance($0[0], $Call) && py.eq($0[0].function, "sigmoid") && py.isinstance($0[1], $Call) && py.eq($0[1].function, "sigmoid")) && !py.truth($is_constant(tree, variable))) {
return $secants(tree, variable);
}
return null;
}
$_bell.parameters = ["tree", "variable"];
function $secants(tree, variable) {
let some, k, monomial, sinh, rest, whole, u, factor, $0, $1;
some = $terms(tree);
if ((!py.eq(py.len(some), 1))) {
return null;
}
[[monomial, k]] = py.iter(some.items());
[monomial, k] = py.iter($_with_cosh(monomial, k));
for ($0 of py.iter(monomial)) {
factor = $0;
$1 = factor;
if ((py.isSequence($1, 2, 2) && py.isinstance($1[0], $Call) && py.eq($1[0].function, "cosh") && py.isSequence($1[0].arguments, 1, 1) && (u = $1[0].arguments[0], true) && (whole = $1[1], true)) && ((py.lt(whole, 0)) && !py.truth($is_constant(u, variable)))) {
rest = py.sub(monomial, py.set([factor]));
sinh = [$Call("sinh", [u]), py.neg(whole)];
if ((py.contains(rest, sinh))) {
return $build(py.dict([[$multiplied(py.sub(rest, py.set([sinh])), py.frozenset([[$Call("tanh", [u]), py.neg(whole)]])), k]]));
}
return $build(py.dict([[$multiplied(rest, $single($_secant(u, py.neg(whole)))), k]]));
}
}
return null;
}
$secants.parameters = ["tree", "variable"];
function $_secant(u, whole) {
let size, shares, near, far;
size = $Call("abs", [u]);
shares = py.dict([[$Call("exp", [$build(py.dict([[$single(size), py.fractions.Fraction(py.neg(whole))]]))]), 1], [$Call("sigmoid", [$build(py.dict([[$single(size), py.fractions.Fraction(2)]]))]), whole]]);
near = $Call("^", [$Call("cosh", [u]), $Number(py.float(py.neg(whole)))]);
far = $build(py.dict([[py.frozenset(shares.items()), py.pow(py.fractions.Fraction(2), whole)]]));
return $Call("if", [$Call("<", [size, $_ONE]), near, far]);
return null;
}
$_secant.parameters = ["u", "whole"];
function $_with_cosh(monomial, k) {
let half, other, u, b, v, a, found, whole, tree, $0, $1;
for ($0 of py.iter(monomial)) {
[tree, whole] = py.iter($0);
$1 = tree;
if ((py.isinstance($1, $Call) && py.eq($1.function, "+")) && ((py.lt(whole, 0)) && (py.eq(py.len((found = $positive_exponents($terms(tree)))), 2)))) {
[[u, a], [v, b]] = py.iter(found);
if (((py.eq(a, b)) && (py.eq($terms(u), $scaled($terms(v), py.fractions.Fraction(py.neg(1))))))) {
return [py.bitor(py.sub(monomial, py.set([[tree, whole]])), py.set([[$Call("cosh", [u]), whole]])), py.mul(k, py.pow(py.mul(2, a), whole))];
}
}
else if ((py.isinstance($1, $Call) && py.eq($1.function, "sigmoid") && py.isSequence($1.arguments, 1, 1) && (u = $1.arguments[0], true))) {
other = [$Call("sigmoid", [$build($scaled($terms(u), py.fractions.Fraction(py.neg(1))))]), whole];
if ((py.contains(monomial, other))) {
half = $Call("cosh", [$build($scaled($terms(u), py.fractions.Fraction(1, 2)))]);
return [py.bitor(py.sub(monomial, py.set([[tree, whole], other])), py.set([[half, py.mul(py.neg(2), whole)]])), py.div(k, py.pow(4, whole))];
}
}
}
return [monomial, k];
return null;
}
$_with_cosh.parameters = ["monomial", "k"];
function $positive_exponents(some) {
let found, u, k, monomial, $0;
found = [];
for ($0 of py.iter(py.callWith(py.sorted, [some.items()], {key: ((term) => !py.eq(py.get(term, 0), $UNIT))}))) {
[monomial, k] = py.iter($0);
u = $exponent(monomial);
if ((((u === null)) || (py.le(k, 0)))) {
return [];
}
py.call(found, "append", [u, k]);
}
return found;
return null;
}
$positive_exponents.parameters = ["some"];
function $exponent(monomial) {
let u, $0;
if ((py.eq(monomial, $UNIT))) {
return $Number(0.0);
}
$0 = $atom(monomial);
if ((py.isinstance($0, $Call) && py.eq($0.function, "exp") && py.isSequence($0.arguments, 1, 1) && (u = $0.arguments[0], true))) {
return u;
}
return null;
}
$exponent.parameters = ["monomial"];
function $_size(left, right) {
let other, u, $0;
for ($0 of py.iter([[left, right], [right, left]])) {
[u, other] = py.iter($0);
if ((py.eq(other, $Call("sign", [u])))) {
return $Call("abs", [u]);
}
}
return null;
}
$_size.parameters = ["left", "right"];
function $merged(tree, variable) {
let found, some, k, monomial, better, secant;
found = py.list((function* ($source) { for (const [factor, whole] of $source) if ((py.truth(py.isinstance(factor, $Call)) && (py.eq(factor.function, "exp")))) yield whole; })(py.iter($_factors(tree))));
if ((!py.truth(found) || py.truth($is_constant(tree, variable)))) {
return null;
}
some = $terms(tree);
if ((!py.eq(py.len(some), 1))) {
return null;
}
[[monomial, k]] = py.iter(some.items());
better = $_absorbed(monomial);
if (((!py.eq(better, monomial)) && py.truth((secant = $secants($build(py.dict([[better, k]])), variable))))) {
return secant;
}
return (((py.eq(better, monomial)) && (py.eq(found, [1]))) ? null : $build(py.dict([[better, k]])));
return null;
}
$merged.parameters = ["tree", "variable"];
function $_absorbed(monomial) {
let u, power, pair, rest, j, whole, tree, $0, $1;
power = py.next((function* ($source) { for (const [tree, ] of $source) if ((((u = $_argument(tree, "exp")) !== null))) yield u; })(py.iter(monomial)), null);
if (((power === null))) {
return monomial;
}
for ($0 of py.iter(monomial)) {
[tree, whole] = py.iter($0);
u = $_argument(tree, "sigmoid");
j = (((u === null)) ? null : $_times($terms(power), $terms(u)));
if ((((u !== null)) && ((j !== null)) && ((py.le(1, ($1 = py.neg(j))) && py.le($1, whole))) && !py.truth($_is_of_size(u)))) {
rest = py.sub(monomial, py.set([[tree, whole], [$Call("exp", [power]), 1]]));
pair = py.dict([[tree, py.add(whole, j)], [$Call("sigmoid", [$build($scaled($terms(u), py.fractions.Fraction(py.neg(1))))]), py.neg(j)]]);
return $multiplied(rest, py.frozenset((function* ($source) { for (const [share, n] of $source) if (py.truth(n)) yield [share, n]; })(py.iter(pair.items()))));
}
}
return monomial;
return null;
}
$_absorbed.parameters = ["monomial"];
function $_is_of_size(tree) {
let factor;
return py.all((function* ($source) { for (const m of $source) yield py.and(py.isinstance((factor = $atom(m)), $Call), () => py.eq(factor.function, "abs")); })(py.iter($terms(tree))));
return null;
}
$_is_of_size.parameters = ["tree"];
function $_times(some, others) {
let ratios, ratio;
if ((!py.truth(some) || (!py.eq(some.keys(), others.keys())))) {
return null;
}
ratios = py.set((function* ($source) { for (const [monomial, k] of $source) yield py.div(k, py.get(others, monomial)); })(py.iter(some.items())));
ratio = py.call(ratios, "pop");
return ((!py.truth(ratios) && (py.eq(ratio.denominator, 1))) ? py.int(ratio) : null);
return null;
}
$_times.parameters = ["some", "others"];
function $_argument(tree, function$) {
return ((py.truth(py.isinstance(tree, $Call)) && (py.eq(tree.function, function$))) ? py.get(tree.arguments, 0) : null);
return null;
}
$_argument.parameters = ["tree", "function"];
function* $_factors(tree) {
let waiting, v, u, sign, part, $0;
waiting = [[tree, 1]];
while (py.truth(waiting)) {
[part, sign] = py.iter(py.call(waiting, "pop"));
$0 = part;
if ((py.isinstance($0, $Call) && py.eq($0.function, "neg") && py.isSequence($0.arguments, 1, 1) && (u = $0.arguments[0], true))) {
py.call(waiting, "append", [u, sign]);
}
else if ((py.isinstance($0, $Call) && py.eq($0.function, "*") && py.isSequence($0.arguments, 2, 2) && (u = $0.arguments[0], true) && (v = $0.arguments[1], true))) {
waiting = py.iadd(waiting, [[u, sign], [v, sign]]);
}
else if ((py.isinstance($0, $Call) && py.eq($0.function, "/") && py.isSequence($0.arguments, 2, 2) && (u = $0.arguments[0], true) && (v = $0.arguments[1], true))) {
waiting = py.iadd(waiting, [[u, sign], [v, py.neg(sign)]]);
}
else if (true) {
(yield [part, sign]);
}
}
}
$_factors.parameters = ["tree"];
function $power(tree, variable, domain) {
let exponent, base, number, better, whole, inner, u, $0;
[base, exponent] = py.iter(tree.arguments);
number = $constant($terms(exponent));
if ((((number === null)) || py.truth($is_constant(base, variable)))) {
return null;
}
if (py.truth((better = $_power_of_sum($terms(base), number, variable)))) {
return better;
}
$0 = base;
if ((py.isinstance($0, $Call) && py.eq($0.function, "exp") && py.isSequence($0.arguments, 1, 1) && (u = $0.arguments[0], true))) {
return $Call("exp", [$build($scaled($terms(u), number))]);
}
else if ((py.isinstance($0, $Call) && py.eq($0.function, "sigmoid") && py.isSequence($0.arguments, 1, 1) && (u = $0.arguments[0], true)) && (!py.eq(number.denominator, 1))) {
return $Call("exp", [$build(py.dict([[$single($Call("softplus", [$opposite(u)])), py.neg(number)]]))]);
}
else if ((py.isinstance($0, $Call) && py.eq($0.function, "abs") && py.isSequence($0.arguments, 1, 1) && (u = $0.arguments[0], true)) && (py.eq(py.mod(number, 2), 0))) {
return $Call("^", [u, $Number(py.float(number))]);
}
else if ((py.isinstance($0, $Call) && py.eq($0.function, "^") && py.isSequence($0.arguments, 2, 2) && (u = $0.arguments[0], true) && (inner = $0.arguments[1], true)) && ((((whole = $constant($terms(inner))) !== null)) && py.truth($_are_whole(whole, number)))) {
return $Call("^", [u, $Number(py.float(py.mul(whole, number)))]);
}
return ((py.eq(number, py.fractions.Fraction(1, 2))) ? $root($Call("sqrt", [base]), variable, domain) : null);
return null;
}
$power.parameters = ["tree", "variable", "domain"];
function $_are_whole(...numbers) {
return py.all((function* ($source) { for (const number of $source) yield py.eq(number.denominator, 1); })(py.iter(numbers)));
return null;
}
$_are_whole.parameters = [];
function $_power_of_sum(some, number, variable) {
let logarithm, share;
if (((!py.eq(number.denominator, 1)) && (py.lt(1, py.len($positive_exponents(some)))) && py.truth((logarithm = $log_sum(some, variable))))) {
return $Call("exp", [$build($scaled($terms(logarithm), number))]);
}
if ((py.le(0, number))) {
return null;
}
share = $over_exponentials(py.dict([[$UNIT, py.fractions.Fraction(1)]]), some, variable);
return py.and(share, () => $Call("^", [share, $Number(py.float(py.neg(number)))]));
return null;
}
$_power_of_sum.parameters = ["some", "number", "variable"];
function $over_exponentials(top, bottom, variable) {
let inner, factor, found, k, monomial, rest, w, b, v, a, u, difference, whole, tree, step, first, second, $0;
[factor, inner] = py.iter($bracket(bottom));
found = $positive_exponents(inner);
if ((py.lt(1, py.len(top)))) {
top = py.dict([[$single($build(top)), py.fractions.Fraction(1)]]);
}
if (((!py.eq(py.len(found), 2)) || (!py.eq(py.len(top), 1)) || py.truth(py.all((function* ($source) { for (const [u, ] of $source) yield $is_constant(u, variable); })(py.iter(found)))))) {
return null;
}
[[monomial, k]] = py.iter(top.items());
[w, rest] = py.iter($_split$1(monomial));
[[u, a], [v, b]] = py.iter(found);
for ($0 of py.iter(rest)) {
[tree, whole] = py.iter($0);
if (((py.eq(whole, 1)) && (py.eq(a, b)) && py.truth((difference = $_difference$1(tree, $terms(u), $terms(v)))))) {
return $build(py.dict([[$multiplied(py.sub(rest, py.set([[tree, 1]])), py.get(difference, 0)), py.div(py.div(py.mul(py.get(difference, 1), k), a), factor)]]));
}
if ((py.truth(py.isinstance(tree, $Call)) && (py.contains($_GROWING, tree.function)))) {
return null;
}
}
step = $added($added($terms(u), $terms(v), py.fractions.Fraction(py.neg(1))), $logarithm_of(py.div(a, b)));
first = $_over(step, $added(w, $terms(u), py.fractions.Fraction(py.neg(1))), rest, py.div(py.div(k, a), factor));
second = $_over($scaled(step, py.fractions.Fraction(py.neg(1))), $added(w, $terms(v), py.fractions.Fraction(py.neg(1))), rest, py.div(py.div(k, b), factor));
if ((py.eq(w, $terms(u)))) {
return first;
}
if ((py.eq(w, $terms(v)))) {
return second;
}
return $Call("if", [$Call(">", [$build(step), $Number(0.0)]), first, second]);
return null;
}
$over_exponentials.parameters = ["top", "bottom", "variable"];
function $_over(step, power, rest, k) {
let product;
product = $multiplied(rest, $single($Call("sigmoid", [$build(step)])));
return $build(py.dict([[(py.truth(power) ? $multiplied(product, $single($Call("exp", [$build(power)]))) : product), k]]));
return null;
}
$_over.parameters = ["step", "power", "rest", "k"];
function $logarithm_of(ratio) {
return ((py.eq(ratio, 1)) ? py.dict([]) : py.dict([[$UNIT, py.fractions.Fraction(py.math.log(ratio))]]));
return null;
}
$logarithm_of.parameters = ["ratio"];
function $_difference$1(tree, u, v) {
let w, $0;
$0 = tree;
if ((py.isinstance($0, $Call) && py.eq($0.function, "expm1") && py.isSequence($0.arguments, 1, 1) && (w = $0.arguments[0], true)) && (!py.truth(u) && (py.eq($terms(w), v)))) {
return [$single($Call("tanh", [$build($scaled(v, py.fractions.Fraction(1, 2)))])), py.fractions.Fraction(1)];
}
else if ((py.isinstance($0, $Call) && py.eq($0.function, "sinh") && py.isSequence($0.arguments, 1, 1) && (w = $0.arguments[0], true)) && ((py.eq(u, $scaled(v, py.fractions.Fraction(py.neg(1))))) && (py.contains([u, v], $terms(w))))) {
return [$single($Call("tanh", [w])), py.fractions.Fraction(1, 2)];
}
return null;
}
$_difference$1.parameters = ["tree", "u", "v"];
function $_split$1(monomial) {
let u, factor, $0, $1;
for ($0 of py.iter(monomial)) {
factor = $0;
$1 = factor;
if ((py.isSequence($1, 2, 2) && py.isinstance($1[0], $Call) && py.eq($1[0].function, "exp") && py.isSequence($1[0].arguments, 1, 1) && (u = $1[0].arguments[0], true) && py.eq($1[1], 1))) {
return [$terms(u), py.sub(monomial, py.set([factor]))];
}
}
return [py.dict([]), monomial];
return null;
}
$_split$1.parameters = ["monomial"];
function $bracket(bottom) {
let inner, k, monomial;
if ((py.eq(py.len(bottom), 1))) {
[[monomial, k]] = py.iter(bottom.items());
inner = $atom(monomial);
if (((inner !== null))) {
return [k, $terms(inner)];
}
}
return [py.fractions.Fraction(1), bottom];
return null;
}
$bracket.parameters = ["bottom"];
function $log_sum(some, variable) {
let found, others, a, w, total, step, k, u, $0, $1;
found = $positive_exponents(some);
if ((!((py.le(2, ($0 = py.len(found))) && py.le($0, $_MOST_SUMMANDS))) || py.truth(py.all((function* ($source) { for (const [u, ] of $source) yield $is_constant(u, variable); })(py.iter(found)))))) {
return null;
}
[[w, a], others] = py.unpack(found, 1, 0);
if (((py.eq(py.len(others), 1)) && (py.eq(w, $Number(0.0))) && (!py.eq(a, 1)) && (py.le(py.abs(py.sub(py.add(a, py.get(py.get(others, 0), 1)), 1)), $_ROUNDING$3)))) {
return $_log_mixture(a, ...py.iter(py.get(others, 0)));
}
total = $build($added($terms(w), $logarithm_of(a)));
for ($1 of py.iter(others)) {
[u, k] = py.iter($1);
step = $added($added($terms(u), $logarithm_of(k)), $terms(total), py.fractions.Fraction(py.neg(1)));
total = $build($added($terms(total), py.dict([[$single($Call("softplus", [$build(step)])), py.fractions.Fraction(1)]])));
}
return total;
return null;
}
$log_sum.parameters = ["some", "variable"];
function $_log_mixture(rest, u, share) {
let growth, level, far;
growth = $Call("*", [$Number(py.float(share)), $Call("expm1", [u])]);
level = $build($added($terms(u), $added($logarithm_of(share), $logarithm_of(rest), py.fractions.Fraction(py.neg(1)))));
far = $build($added($logarithm_of(rest), py.dict([[$single($Call("softplus", [level])), py.fractions.Fraction(1)]])));
return $Call("if", [$Call("<", [$Call("abs", [u]), $_ONE]), $Call("log1p", [growth]), far]);
return null;
}
$_log_mixture.parameters = ["rest", "u", "share"];
function $quotient(tree, variable, domain) {
let below, above, better, bottom, top, share, exponent, base, $0;
[above, below] = py.iter(tree.arguments);
if (py.truth($is_constant(below, variable))) {
return null;
}
if (py.truth((better = py.or($merged(tree, variable), () => $secants(tree, variable))))) {
return better;
}
[top, bottom] = py.iter([$terms(above), $terms(below)]);
$0 = below;
if ((py.isinstance($0, $Call) && py.eq($0.function, "^") && py.isSequence($0.arguments, 2, 2) && (base = $0.arguments[0], true) && (exponent = $0.arguments[1], true)) && py.truth($is_constant(exponent, variable))) {
share = $over_exponentials(py.dict([[$UNIT, py.fractions.Fraction(1)]]), $terms(base), variable);
return py.and(share, () => $build($multiplied_by(top, $Call("^", [share, exponent]))));
}
return py.or($over_exponentials(top, bottom, variable), () => py.or($_log_share(above, below), () => py.or($_share(top, bottom, domain), () => $_distance_share(tree, variable))));
return null;
}
$quotient.parameters = ["tree", "variable", "domain"];
function $_distance_share(tree, variable) {
let bottom, top, k, monomial, x, positive, height, share, ratio, level, slope, size, line, u, $0;
[top, bottom] = py.iter([$terms(py.get(tree.arguments, 0)), $terms(py.get(tree.arguments, 1))]);
if ((!py.eq(py.len(top), 1))) {
return null;
}
[[monomial, k]] = py.iter(top.items());
x = py.frozenset([[$Name(variable), 1]]);
$0 = $atom(monomial);
if ((py.isinstance($0, $Call) && py.eq($0.function, "abs") && py.isSequence($0.arguments, 1, 1) && (u = $0.arguments[0], true))) {
[line, size] = py.iter([$terms(u), py.frozenset([[$Call("abs", [$Name(variable)]), 1]])]);
[slope, level] = py.iter([py.abs(line.get(x, py.fractions.Fraction(0))), bottom.get($UNIT, py.fractions.Fraction(0))]);
if ((!py.truth(slope) || (py.le(level, 0)) || (!py.eq(line.keys(), py.set([x, $UNIT]))) || (!py.eq(bottom.keys(), py.set([size, $UNIT]))))) {
return null;
}
ratio = py.get(bottom, size);
if (((py.lt(0, ratio)) && (py.eq(py.div(py.get(line, $UNIT), py.get(line, x)), py.div(py.neg(level), ratio))))) {
share = py.dict([[$UNIT, py.fractions.Fraction(1)], [py.frozenset([[$build(py.dict([[x, ratio], [$UNIT, level]])), py.neg(1)]]), py.mul(py.neg(2), level)]]);
height = py.div(py.mul(k, slope), ratio);
positive = $build(py.dict([[py.frozenset([[$Call("abs", [$build(share)]), 1]]), height]]));
return $Call("if", [$Call(">", [$Name(variable), $Number(0.0)]), positive, $build(py.dict([[$UNIT, height]]))]);
}
}
return null;
}
$_distance_share.parameters = ["tree", "variable"];
function $_share(top, bottom, domain) {
let inner, factor, level, grown, c, b, a, share, rest;
[factor, inner] = py.iter($bracket(bottom));
level = inner.get($UNIT, py.fractions.Fraction(0));
grown = py.list((function* ($source) { for (const m of $source) if ((!py.eq(m, $UNIT))) yield m; })(py.iter(inner)));
if (((!py.eq(py.len(inner), 2)) || !py.truth(level) || !(py.le(py.set(top), py.set(inner))) || (!py.contains(top, py.get(grown, 0))))) {
return null;
}
[a, b, c] = py.iter([py.div(py.get(top, py.get(grown, 0)), factor), py.div(top.get($UNIT, py.fractions.Fraction(0)), factor), py.get(inner, py.get(grown, 0))]);
if ((py.le(py.div(c, level), 0))) {
return null;
}
share = py.dict([[py.frozenset([[$Call("ratio", [$build(py.dict([[py.get(grown, 0), py.div(c, level)]]))]), 1]]), py.div(a, c)]]);
if (!py.truth(b)) {
return $build(share);
}
if ((!py.truth(py.any(py.map(py.math.isinf, domain))) || (py.le(py.mul(a, c), 0)) || (py.lt(py.mul(py.abs(py.div(b, a)), 16), py.abs(py.div(level, c)))))) {
return null;
}
rest = py.dict([[py.frozenset([[$build(inner), py.neg(1)]]), py.sub(b, py.div(py.mul(a, level), c))]]);
return $build($added(py.dict([[$UNIT, py.div(a, c)]]), rest));
return null;
}
$_share.parameters = ["top", "bottom", "domain"];
function $_log_share(above, below) {
let other, right, left, u, $0;
$0 = [above, below];
if ((py.isSequence($0, 2, 2) && py.isinstance($0[0], $Call) && py.eq($0[0].function, "log") && py.isSequence($0[0].arguments, 1, 1) && (u = $0[0].arguments[0], true) && py.isinstance($0[1], $Call) && py.eq($0[1].function, "+") && py.isSequence($0[1].arguments, 2, 2) && (left = $0[1].arguments[0], true) && (right = $0[1].arguments[1], true))) {
other = $Call("log1p", [$opposite(u)]);
if ((py.eq(py.set([left, right]), py.set([above, other])))) {
return $Call("logshare", [u]);
}
}
return null;
}
$_log_share.parameters = ["above", "below"];
function $multiplied_by(some, tree) {
return $terms($Call("*", [$build(some), tree]));
return null;
}
$multiplied_by.parameters = ["some", "tree"];
function $root(tree, variable, domain) {
let u, below, above, some, base, k, monomial, level, share, scale, hypotenuse, $0;
[u] = py.iter(tree.arguments);
$0 = u;
if ((py.isinstance($0, $Call) && py.eq($0.function, "/") && py.isSequence($0.arguments, 2, 2) && (above = $0.arguments[0], true) && (below = $0.arguments[1], true)) && py.truth(py.all((function* ($source) { for (const side of $source) yield $_is_nonnegative(side, variable, domain); })(py.iter([above, below]))))) {
return $Call("/", [$Call("sqrt", [above]), $Call("sqrt", [below])]);
}
some = $completed($terms(u));
if (((py.eq(py.len(some), 1)) && !py.truth($is_constant(u, variable)))) {
[[monomial, k]] = py.iter(some.items());
base = $_square_root(monomial);
return ((((base === null)) || (py.le(k, 0))) ? null : $build(py.dict([[$single($Call("abs", [base])), $_root(k)]])));
}
if (((!py.eq(py.len(some), 2)) || !(py.lt(0, (level = some.get($UNIT, py.fractions.Fraction(0))))))) {
return null;
}
[[monomial, k]] = py.iter((function* ($source) { for (const [m, k] of $source) if ((!py.eq(m, $UNIT))) yield [m, k]; })(py.iter(some.items())));
if (((py.le(k, 0)) || py.truth($is_constant(u, variable)))) {
return null;
}
base = $_square_root(monomial);
if (((base === null))) {
return null;
}
[scale, share] = py.iter([$_root(level), $_root(py.div(k, level))]);
hypotenuse = $Call("hypot1", [$build($scaled($terms(base), share))]);
return ((py.eq(scale, 1)) ? hypotenuse : $Call("*", [$Number(py.float(scale)), hypotenuse]));
return null;
}
$root.parameters = ["tree", "variable", "domain"];
function $_root(square) {
let below, above;
[above, below] = py.iter([py.math.isqrt(square.numerator), py.math.isqrt(square.denominator)]);
if (((py.eq(py.mul(above, above), square.numerator)) && (py.eq(py.mul(below, below), square.denominator)))) {
return py.fractions.Fraction(above, below);
}
return py.fractions.Fraction(py.math.sqrt(square));
return null;
}
$_root.parameters = ["square"];
function $_square_root(monomial) {
let half;
half = $square_root(monomial);
return (py.truth(half) ? $build(py.dict([[half, py.fractions.Fraction(1)]])) : null);
return null;
}
$_square_root.parameters = ["monomial"];
function $completed(some) {
let line, found, base, shift, left, inner;
line = $_line(some);
if ((((line === null)) || (!py.eq(py.sorted(py.get(line, 1)), [0, 1, 2])) || (py.le(py.get(py.get(line, 1), 2), 0)))) {
return some;
}
[base, found] = py.iter(line);
shift = py.div(py.div(py.get(found, 1), py.get(found, 2)), 2);
left = py.sub(py.get(found, 0), py.mul(py.get(found, 2), py.pow(shift, 2)));
if ((py.lt(left, 0))) {
return some;
}
inner = $build(py.dict([[$single(base), py.fractions.Fraction(1)], [$UNIT, shift]]));
return $added((py.truth(left) ? py.dict([[$UNIT, left]]) : py.dict([])), py.dict([[$single($Call("^", [inner, $_TWO])), py.get(found, 2)]]));
return null;
}
$completed.parameters = ["some"];
function $_is_nonnegative(tree, variable, domain) {
let some, slope, level, end;
some = $terms(tree);
slope = some.get(py.frozenset([[$Name(variable), 1]]), py.fractions.Fraction(0));
level = some.get($UNIT, py.fractions.Fraction(0));
if (py.truth(py.sub(some.keys(), py.set([$UNIT, py.frozenset([[$Name(variable), 1]])])))) {
return false;
}
if (!py.truth(slope)) {
return py.lt(0, level);
}
end = ((py.lt(0, slope)) ? py.get(domain, 0) : py.get(domain, 1));
return py.and(py.math.isfinite(end), () => py.le(0, py.add(py.mul(slope, py.fractions.Fraction(end)), level)));
return null;
}
$_is_nonnegative.parameters = ["tree", "variable", "domain"];
function $logarithm1p(tree, variable, domain) {
let some, u, k, monomial;
some = $terms(py.get(tree.arguments, 0));
if ((py.eq(py.len(some), 1))) {
[[monomial, k]] = py.iter(some.items());
u = $exponent(monomial);
if (((!py.eq(monomial, $UNIT)) && ((u !== null)) && (py.lt(0, k)) && !py.truth($is_constant(u, variable)))) {
return $Call("softplus", [$build($added($terms(u), $logarithm_of(k)))]);
}
}
return null;
}
$logarithm1p.parameters = ["tree", "variable", "domain"];
function $logarithm(tree, variable, domain) {
let u, base, q, power, v, some, whole, better, $0;
[u] = py.iter(tree.arguments);
$0 = u;
if ((py.isinstance($0, $Call) && py.eq($0.function, "exp") && py.isSequence($0.arguments, 1, 1) && (v = $0.arguments[0], true))) {
return v;
}
else if ((py.isinstance($0, $Call) && py.eq($0.function, "sigmoid") && py.isSequence($0.arguments, 1, 1) && (v = $0.arguments[0], true))) {
return $Call("neg", [$Call("softplus", [$opposite(v)])]);
}
else if ((py.isinstance($0, $Call) && py.eq($0.function, "cosh") && py.isSequence($0.arguments, 1, 1) && (v = $0.arguments[0], true))) {
return $Call("logcosh", [v]);
}
else if ((py.isinstance($0, $Call) && py.eq($0.function, "ndtr") && py.isSequence($0.arguments, 1, 1) && (v = $0.arguments[0], true))) {
return $Call("log_ndtr", [v]);
}
else if ((py.isinstance($0, $Call) && py.eq($0.function, "hypot1") && py.isSequence($0.arguments, 1, 1) && (v = $0.arguments[0], true))) {
return $Call("cauchy", [v, $_ONE$1]);
}
else if ((py.isinstance($0, $Call) && py.eq($0.function, "sqrt") && py.isSequence($0.arguments, 1, 1) && (v = $0.arguments[0], true)) && !py.truth($is_constant(v, variable))) {
return $Call("/", [$Call("log", [v]), $Number(2.0)]);
}
else if ((py.isinstance($0, $Call) && py.eq($0.function, "^") && py.isSequence($0.arguments, 2, 2) && (v = $0.arguments[0], true) && (power = $0.arguments[1], true)) && (!py.truth($is_constant(v, variable)) && (((q = $constant($terms(power))) !== null)))) {
base = (((py.eq(py.mod(q, 2), 0)) && !py.truth($_is_size(v))) ? $Call("abs", [v]) : v);
return $build(py.dict([[$single($Call("log", [base])), q]]));
}
some = $terms(u);
if ((py.eq((whole = $completed(some)).get($UNIT), 1))) {
some = whole;
}
if (py.truth((better = $log_sum(some, variable)))) {
return better;
}
if (((py.eq(py.len(some), 1)) && !py.truth($is_constant(u, variable)) && py.truth((better = $log_product(some, variable))))) {
return better;
}
if (((py.eq(some.get($UNIT), 1)) && (py.lt(1, py.len(some))) && !py.truth($is_constant(u, variable)))) {
return $Call("log1p", [$build($added(some, py.dict([[$UNIT, py.fractions.Fraction(py.neg(1))]])))]);
}
return null;
}
$logarithm.parameters = ["tree", "variable", "domain"];
function $log_product(some, variable) {
let k, monomial, known, rest, total, whole, tree, inverse, $0;
[[monomial, k]] = py.iter(some.items());
known = py.list((function* ($source) { for (const factor of $source) if (py.truth($_is_positive(py.get(factor, 0), variable))) yield factor; })(py.iter(monomial)));
if (((py.le(k, 0)) || (!py.truth(known) && !py.truth($_is_inverse(monomial, k, variable))))) {
return null;
}
rest = py.list((function* ($source) { for (const factor of $source) if ((!py.contains(known, factor))) yield factor; })(py.iter(monomial)));
total = $logarithm_of(k);
for ($0 of py.iter(known)) {
[tree, whole] = py.iter($0);
total = $added(total, py.dict([[$single($Call("log", [tree])), py.fractions.Fraction(whole)]]));
}
if ((py.truth(rest) && py.truth(py.all((function* ($source) { for (const [, whole] of $source) yield py.lt(whole, 0); })(py.iter(rest)))))) {
inverse = $build(py.dict([[py.frozenset((function* ($source) { for (const [tree, whole] of $source) yield [tree, py.neg(whole)]; })(py.iter(rest))), py.fractions.Fraction(1)]]));
total = $added(total, py.dict([[$single($Call("log", [inverse])), py.fractions.Fraction(py.neg(1))]]));
}
else {
if (py.truth(rest)) {
total = $added(total, py.dict([[$single($Call("log", [$build(py.dict([[py.frozenset(rest), py.fractions.Fraction(1)]]))])), py.fractions.Fraction(1)]]));
}
}
return $build(total);
return null;
}
$log_product.parameters = ["some", "variable"];
function $_is_inverse(monomial, k, variable) {
return py.and(py.eq(k, 1), () => py.and(py.eq(py.len(monomial), 1), () => py.all((function* ($source) { for (const [tree, w] of $source) yield py.and(py.lt(w, 0), () => !py.truth($is_constant(tree, variable))); })(py.iter(monomial)))));
return null;
}
$_is_inverse.parameters = ["monomial", "k", "variable"];
function $_is_positive(tree, variable) {
let whole, base, found, function$, $0;
if (py.truth($is_constant(tree, variable))) {
return false;
}
$0 = tree;
if ((py.isinstance($0, $Call) && (function$ = $0.function, true)) && (py.contains($_POSITIVE, function$))) {
return true;
}
else if ((py.isinstance($0, $Call) && py.eq($0.function, "+")) && (py.lt(1, py.len((found = $positive_exponents($terms(tree))))))) {
return !py.truth(py.all((function* ($source) { for (const [u, ] of $source) yield $is_constant(u, variable); })(py.iter(found))));
}
else if ((py.isinstance($0, $Call) && py.eq($0.function, "^") && py.isSequence($0.arguments, 2, 2) && (base = $0.arguments[0], true) && (whole = $0.arguments[1], true)) && py.truth($is_constant(whole, variable))) {
return $_is_positive(base, variable);
}
return false;
return null;
}
$_is_positive.parameters = ["tree", "variable"];
function $_is_size(tree) {
return py.and(py.isinstance(tree, $Call), () => py.contains(["abs", "exp", "sqrt", "cosh", "hypot1"], tree.function));
return null;
}
$_is_size.parameters = ["tree"];
function $size(tree) {
return (py.truth(py.isinstance(tree, $Call)) ? py.add(1, py.sum(py.map($size, tree.arguments))) : 1);
return null;
}
$size.parameters = ["tree"];
$size = py.cache($size);
function $_merged(tree) {
let otherwise, then, again, condition, inner, $0;
$0 = tree;
if ((py.isinstance($0, $Call) && py.eq($0.function, "neg") && py.isSequence($0.arguments, 1, 1) && py.isinstance($0.arguments[0], $Call) && py.eq($0.arguments[0].function, "neg") && py.isSequence($0.arguments[0].arguments, 1, 1) && py.isinstance($0.arguments[0].arguments[0], $Call) && (inner = $0.arguments[0].arguments[0], true))) {
return inner;
}
else if ((py.isinstance($0, $Call) && py.eq($0.function, "if") && py.isSequence($0.arguments, 3, 3) && (condition = $0.arguments[0], true) && (then = $0.arguments[1], true) && py.isinstance($0.arguments[2], $Call) && py.eq($0.arguments[2].function, "if") && py.isSequence($0.arguments[2].arguments, 3, 3) && (again = $0.arguments[2].arguments[0], true) && (otherwise = $0.arguments[2].arguments[2], true)) && (py.eq(again, condition))) {
return $Call("if", [condition, then, otherwise]);
}
else if ((py.isinstance($0, $Call) && py.eq($0.function, "if") && py.isSequence($0.arguments, 3, 3) && (condition = $0.arguments[0], true) && py.isinstance($0.arguments[1], $Call) && py.eq($0.arguments[1].function, "if") && py.isSequence($0.arguments[1].arguments, 3, 3) && (again = $0.arguments[1].arguments[0], true) && (then = $0.arguments[1].arguments[1], true) && (otherwise = $0.arguments[2], true)) && (py.eq(again, condition))) {
return $Call("if", [condition, then, otherwise]);
}
return tree;
return null;
}
$_merged.parameters = ["tree"];
function $_carries(tree, place, variable) {
let found, others, is_factor;
if ((py.contains($_SUMS, tree.function))) {
return true;
}
if ((py.eq(tree.function, "log"))) {
return py.and(py.lt(1, py.len((found = $_exponentials_in(py.get(tree.arguments, 0))))), () => !py.eq(py.get(py.get(found, 0), 0), $Number(0.0)));
}
if (((py.eq(tree.function, "/")) && (py.eq(place, 1)) && (py.eq(py.len($_exponentials_in(py.get(tree.arguments, 1))), 2)))) {
return true;
}
others = py.add(py.slice(tree.arguments, null, place, null), py.slice(tree.arguments, py.add(place, 1), null, null));
is_factor = py.or(py.eq(tree.function, "*"), () => py.and(py.eq(tree.function, "/"), () => py.eq(place, 0)));
return py.and(is_factor, () => py.all((function* ($source) { for (const part of $source) yield $is_constant(part, variable); })(py.iter(others))));
return null;
}
$_carries.parameters = ["tree", "place", "variable"];
function $_exponentials_in(tree) {
try {
return ((py.le($size(tree), $_LARGEST)) ? $positive_exponents($terms(tree)) : []);
} catch ($error) {
if (py.isinstance($error, [py.OverflowError, py.ZeroDivisionError])) {
return [];
} else throw $error;
}
return null;
}
$_exponentials_in.parameters = ["tree"];
function $_split(tree, variable) {
let better, some, u, $0;
$0 = tree;
if ((py.isinstance($0, $Call) && py.eq($0.function, "log") && py.isSequence($0.arguments, 1, 1) && py.isinstance($0.arguments[0], $Call) && ((py.eq($0.arguments[0].function, "/")) || (py.eq($0.arguments[0].function, "*"))) && (u = $0.arguments[0], true)) && (py.le($size(u), $_LARGEST))) {
try {
some = $terms(u);
if (((py.eq(py.len(some), 1)) && py.truth(py.any(py.map($_has_logarithm, py.dict(py.next(py.iter(some)))))))) {
better = $log_product(some, variable);
return (py.truth(py.isinstance(better, $Call)) ? better : tree);
}
} catch ($error) {
if (py.isinstance($error, [py.OverflowError, py.ZeroDivisionError])) {
return tree;
} else throw $error;
}
}
return tree;
return null;
}
$_split.parameters = ["tree", "variable"];
function $_has_logarithm(tree) {
if ((py.truth(py.isinstance(tree, $Call)) && (py.contains(["cosh", "sigmoid", "ndtr"], tree.function)))) {
return true;
}
return py.lt(1, py.len($_exponentials_in(tree)));
return null;
}
$_has_logarithm.parameters = ["tree"];
function $_constant(tree) {
let u, $0;
if (!py.truth(py.isinstance(tree, $Call))) {
return tree;
}
$0 = tree;
if ((py.isinstance($0, $Call) && py.eq($0.function, "log") && py.isSequence($0.arguments, 1, 1) && py.isinstance($0.arguments[0], $Call) && py.eq($0.arguments[0].function, "+") && ((py.isSequence($0.arguments[0].arguments, 2, 2) && py.isinstance($0.arguments[0].arguments[0], $Number) && py.eq($0.arguments[0].arguments[0].value, 1.0) && py.isinstance($0.arguments[0].arguments[1], $Call) && py.eq($0.arguments[0].arguments[1].function, "exp") && py.isSequence($0.arguments[0].arguments[1].arguments, 1, 1) && (u = $0.arguments[0].arguments[1].arguments[0], true)) || (py.isSequence($0.arguments[0].arguments, 2, 2) && py.isinstance($0.arguments[0].arguments[0], $Call) && py.eq($0.arguments[0].arguments[0].function, "exp") && py.isSequence($0.arguments[0].arguments[0].arguments, 1, 1) && (u = $0.arguments[0].arguments[0].arguments[0], true) && py.isinstance($0.arguments[0].arguments[1], $Number) && py.eq($0.arguments[0].arguments[1].value, 1.0))))) {
return $Call("softplus", [u]);
}
else if ((py.isinstance($0, $Call) && py.eq($0.function, "log1p") && py.isSequence($0.arguments, 1, 1) && py.isinstance($0.arguments[0], $Call) && py.eq($0.arguments[0].function, "exp") && py.isSequence($0.arguments[0].arguments, 1, 1) && (u = $0.arguments[0].arguments[0], true))) {
return $Call("softplus", [u]);
}
return $Call(tree.function, py.tuple(py.map($_constant, tree.arguments)));
return null;
}
$_constant.parameters = ["tree"];
function $is_constant(tree, variable) {
return !py.contains($names_in(tree), variable);
return null;
}
$is_constant.parameters = ["tree", "variable"];
$is_constant = py.cache($is_constant);
function $bind(tree, parameters, variable) {
let bound;
bound = $substitute(tree, py.dict((function* ($source) { for (const [name, value] of $source) yield [name, $Number(value)]; })(py.iter(parameters.items()))));
if (!(py.le($names_in(bound), py.set([variable, ...py.iter($CONSTANTS)])))) {
throw py.ValueError(("unbound names: " + py.format(py.sorted(py.sub($names_in(bound), py.set([variable, ...py.iter($CONSTANTS)]))), "")));
}
return $_fold(bound);
return null;
}
$bind.parameters = ["tree", "parameters", "variable"];
function $_fold(tree) {
let arguments$, function$, name, $0;
$0 = tree;
if ((py.isinstance($0, $Name) && (name = $0.name, true)) && (py.contains($CONSTANTS, name))) {
return $Number(py.get($CONSTANTS, name));
}
else if ((py.isinstance($0, $Call) && py.eq($0.function, "and"))) {
return $_fold_chain(tree);
}
else if ((py.isinstance($0, $Call) && (function$ = $0.function, true) && (arguments$ = $0.arguments, true))) {
return $_fold_call($Call(function$, py.tuple(py.map($_fold, arguments$))));
}
return tree;
return null;
}
$_fold.parameters = ["tree"];
function $_fold_call(call) {
let other, arguments$, otherwise, then, truth, $0;
$0 = call;
if ((py.isinstance($0, $Call) && py.eq($0.function, "if") && py.isSequence($0.arguments, 3, 3) && py.isinstance($0.arguments[0], $Number) && (truth = $0.arguments[0].value, true) && (then = $0.arguments[1], true) && (otherwise = $0.arguments[2], true))) {
return (py.truth(truth) ? then : otherwise);
}
else if ((py.isinstance($0, $Call) && (arguments$ = $0.arguments, true)) && py.truth(py.all((function* ($source) { for (const part of $source) yield py.isinstance(part, $Number); })(py.iter(arguments$))))) {
return $Number(py.float(py.get(formulaNumbers.evaluate(call, "", py.numpy.zeros(1)).value, 0)));
}
else if ((((py.isinstance($0, $Call) && py.eq($0.function, "*") && py.isSequence($0.arguments, 2, 2) && py.isinstance($0.arguments[0], $Number) && py.eq($0.arguments[0].value, 1.0) && (other = $0.arguments[1], true)) || (py.isinstance($0, $Call) && ((py.eq($0.function, "*")) || (py.eq($0.function, "/"))) && py.isSequence($0.arguments, 2, 2) && (other = $0.arguments[0], true) && py.isinstance($0.arguments[1], $Number) && py.eq($0.arguments[1].value, 1.0))))) {
return other;
}
else if ((py.isinstance($0, $Call) && py.eq($0.function, "-") && py.isSequence($0.arguments, 2, 2) && py.isinstance($0.arguments[0], $Number) && py.eq($0.arguments[0].value, 0.0) && (other = $0.arguments[1], true))) {
return $Call("neg", [other]);
}
return call;
return null;
}
$_fold_call.parameters = ["call"];
function $_fold_chain(tree) {
let links, results, places, others, first;
links = py.list((function* ($source) { for (const part of $source) yield $Call(part.function, py.tuple(py.map($_fold, part.arguments))); })(py.iter($comparisons_in(tree))));
results = py.list(py.map($_fold_call, links));
if ((py.contains(results, $Number(0.0)))) {
return $Number(0.0);
}
places = py.list((function* ($source) { for (const [i, result] of $source) if (!py.truth(py.isinstance(result, $Number))) yield i; })(py.iter(py.enumerate(results))));
if (!py.truth(places)) {
return $Number(1.0);
}
[first, others] = py.unpack(py.slice(links, py.get(places, 0), py.add(py.get(places, py.neg(1)), 1), null), 1, 0);
return (py.truth(others) ? $Call("and", [first, ...py.iter(others)]) : first);
return null;
}
$_fold_chain.parameters = ["tree"];
function $comparisons_in(condition) {
let parts;
parts = ((py.truth(py.isinstance(condition, $Call)) && (py.eq(condition.function, "and"))) ? condition.arguments : [condition]);
return py.list((function* ($source) { for (const part of $source) if (py.truth(py.isinstance(part, $Call))) yield part; })(py.iter(parts)));
return null;
}
$comparisons_in.parameters = ["condition"];
function $derivative(tree, variable) {
let function$, condition, first, last, others, otherwise, then, v, u, dv, du, second, operator, $0;
if ((!py.contains($names_in(tree), variable))) {
return $ZERO;
}
$0 = tree;
if ((py.isinstance($0, $Name))) {
return $ONE;
}
else if ((py.isinstance($0, $Call) && py.eq($0.function, "neg") && py.isSequence($0.arguments, 1, 1) && (u = $0.arguments[0], true))) {
return $negate($derivative(u, variable));
}
else if ((py.isinstance($0, $Call) && ((py.eq($0.function, "+")) || (py.eq($0.function, "-"))) && (operator = $0.function, true) && py.isSequence($0.arguments, 2, 2) && (u = $0.arguments[0], true) && (v = $0.arguments[1], true))) {
[first, second] = py.iter([$derivative(u, variable), $derivative(v, variable)]);
return $add(first, ((py.eq(operator, "+")) ? second : $negate(second)));
}
else if ((py.isinstance($0, $Call) && py.eq($0.function, "*") && py.isSequence($0.arguments, 2, 2) && (u = $0.arguments[0], true) && (v = $0.arguments[1], true))) {
return $add($multiply($derivative(u, variable), v), $multiply(u, $derivative(v, variable)));
}
else if ((py.isinstance($0, $Call) && py.eq($0.function, "/") && py.isSequence($0.arguments, 2, 2) && (u = $0.arguments[0], true) && (v = $0.arguments[1], true))) {
[du, dv] = py.iter([$derivative(u, variable), $derivative(v, variable)]);
if ((py.eq(du, $ZERO))) {
return $negate($divide($multiply(u, dv), $power$1(v, $Number(2.0))));
}
return $divide($add(du, $negate($multiply($divide(u, v), dv))), v);
}
else if ((py.isinstance($0, $Call) && py.eq($0.function, "^") && py.isSequence($0.arguments, 2, 2) && (u = $0.arguments[0], true) && (v = $0.arguments[1], true))) {
return $_power_slope(u, v, variable);
}
else if ((py.isinstance($0, $Call) && py.eq($0.function, "if") && py.isSequence($0.arguments, 3, 3) && (condition = $0.arguments[0], true) && (then = $0.arguments[1], true) && (otherwise = $0.arguments[2], true))) {
return $choose(condition, $derivative(then, variable), $derivative(otherwise, variable));
}
else if ((py.isinstance($0, $Call) && ((py.eq($0.function, "max")) || (py.eq($0.function, "min"))) && (function$ = $0.function, true) && py.isSequence($0.arguments, 1, Infinity) && (others = $0.arguments.slice(0, $0.arguments.length - 1), true) && (last = $0.arguments.at(-1), true))) {
first = ((py.eq(py.len(others), 1)) ? py.get(others, 0) : $Call(function$, py.tuple(others)));
condition = $_comparison(((py.eq(function$, "max")) ? "<" : ">"), first, last, variable);
return $choose(condition, $derivative(last, variable), $derivative(first, variable));
}
else if ((py.isinstance($0, $Call) && (function$ = $0.function, true)) && (py.contains($FUNCTIONS, function$))) {
return $_function_slope(tree, variable);
}
return $ZERO;
return null;
}
$derivative.parameters = ["tree", "variable"];
function $_function_slope(tree, variable) {
let row, slope, outer, formula, argument, $0;
row = py.get($FUNCTIONS, tree.function);
slope = $ZERO;
for ($0 of py.iter(py.callWith(py.zip, [tree.arguments, [row.derivative, row.derivative_by_y, "", "", ""]], {strict: false}))) {
[argument, formula] = py.iter($0);
if ((py.contains($names_in(argument), variable))) {
if (!py.truth(formula)) {
throw $FormulaError($not_constant(tree.function));
}
outer = $_instance($parse_row(formula), py.dict(py.callWith(py.zip, [$ARGUMENTS, tree.arguments], {strict: false})));
slope = $add(slope, $scale(outer, $derivative(argument, variable)));
}
}
return slope;
return null;
}
$_function_slope.parameters = ["tree", "variable"];
function $scale(tree, factor) {
let otherwise, then, condition, $0;
$0 = tree;
if ((py.isinstance($0, $Call) && py.eq($0.function, "if") && py.isSequence($0.arguments, 3, 3) && (condition = $0.arguments[0], true) && (then = $0.arguments[1], true) && (otherwise = $0.arguments[2], true)) && !py.truth($_has_choice(factor))) {
return $choose(condition, $scale(then, factor), $scale(otherwise, factor));
}
return $multiply(factor, tree);
return null;
}
$scale.parameters = ["tree", "factor"];
function $_has_choice(tree) {
return py.and(py.isinstance(tree, $Call), () => py.or(py.eq(tree.function, "if"), () => py.any(py.map($_has_choice, tree.arguments))));
return null;
}
$_has_choice.parameters = ["tree"];
function $_instance(template, values) {
let parts, arguments$, function$, name, $0;
$0 = template;
if ((py.isinstance($0, $Name) && (name = $0.name, true))) {
return values.get(name, template);
}
else if ((py.isinstance($0, $Call) && (function$ = $0.function, true) && (arguments$ = $0.arguments, true))) {
parts = py.list((function* ($source) { for (const part of $source) yield $_instance(part, values); })(py.iter(arguments$)));
return ((py.contains($_BUILDERS, function$)) ? py.get($_BUILDERS, function$)(...py.iter(parts)) : $Call(function$, py.tuple(parts)));
}
return template;
return null;
}
$_instance.parameters = ["template", "values"];
function $positive(tree) {
let opposite, second, first, operator, inner, value, $0;
$0 = tree;
if ((py.isinstance($0, $Number) && (value = $0.value, true)) && (py.lt(value, 0.0))) {
return $Number(py.neg(value));
}
else if ((py.isinstance($0, $Call) && py.eq($0.function, "neg") && py.isSequence($0.arguments, 1, 1) && (inner = $0.arguments[0], true))) {
return inner;
}
else if ((py.isinstance($0, $Call) && ((py.eq($0.function, "*")) || (py.eq($0.function, "/"))) && (operator = $0.function, true) && py.isSequence($0.arguments, 2, 2) && (first = $0.arguments[0], true) && (second = $0.arguments[1], true)) && py.truth((opposite = $positive(first)))) {
return $Call(operator, [opposite, second]);
}
return null;
}
$positive.parameters = ["tree"];
function $subtract(left, right) {
return $add(left, $negate(right));
return null;
}
$subtract.parameters = ["left", "right"];
function $not_constant(function$) {
return ("the second argument of '" + py.format(function$, "") + "' must not depend on the variable; make it a number");
return null;
}
$not_constant.parameters = ["function"];
function $_comparison(operator, u, v, variable) {
let mirror, inner, rest, constant, right, left, below, above, $0;
mirror = py.dict([["<", ">"], [">", "<"]]);
$0 = [u, v];
if ((py.isSequence($0, 2, 2) && py.isinstance($0[0], $Number) && py.eq($0[0].value, 0.0) && py.isinstance($0[1], $Call) && py.eq($0[1].function, "/") && py.isSequence($0[1].arguments, 2, 2) && (above = $0[1].arguments[0], true) && py.isinstance($0[1].arguments[1], $Number) && (below = $0[1].arguments[1].value, true)) && (py.lt(0, below))) {
return $_comparison(operator, u, above, variable);
}
else if ((py.isSequence($0, 2, 2) && py.isinstance($0[0], $Number) && py.eq($0[0].value, 0.0) && py.isinstance($0[1], $Call) && py.eq($0[1].function, "-") && py.isSequence($0[1].arguments, 2, 2) && (left = $0[1].arguments[0], true) && (right = $0[1].arguments[1], true))) {
return $_comparison(operator, right, left, variable);
}
else if ((py.isSequence($0, 2, 2) && py.isinstance($0[0], $Number) && py.eq($0[0].value, 0.0) && py.isinstance($0[1], $Call) && py.eq($0[1].function, "+") && py.isSequence($0[1].arguments, 2, 2) && (left = $0[1].arguments[0], true) && (right = $0[1].arguments[1], true))) {
[constant, rest] = py.iter(((!py.contains($names_in(left), variable)) ? [left, right] : [right, left]));
return $_comparison(operator, $negate(constant), rest, variable);
}
else if ((py.isSequence($0, 2, 2) && py.isinstance($0[0], $Number) && py.eq($0[0].value, 0.0) && py.isinstance($0[1], $Call) && py.eq($0[1].function, "neg") && py.isSequence($0[1].arguments, 1, 1) && (inner = $0[1].arguments[0], true))) {
return $_comparison(py.get(mirror, operator), u, inner, variable);
}
return ((py.contains($names_in(u), variable)) ? $Call(operator, [u, v]) : $Call(py.get(mirror, operator), [v, u]));
return null;
}
$_comparison.parameters = ["operator", "u", "v", "variable"];
function $choose(condition, then, otherwise) {
return ((py.eq(then, otherwise)) ? then : $Call("if", [condition, then, otherwise]));
return null;
}
$choose.parameters = ["condition", "then", "otherwise"];
function $_power_slope(u, v, variable) {
let dv, du, value, above, exponent, growth, $0;
[du, dv] = py.iter([$derivative(u, variable), $derivative(v, variable)]);
if ((py.eq(dv, $ZERO))) {
exponent = $negate($negate(v));
$0 = [u, exponent];
if ((py.isSequence($0, 2, 2) && py.isinstance($0[0], $Call) && py.eq($0[0].function, "max") && py.isSequence($0[0].arguments, 2, 2) && py.isinstance($0[0].arguments[0], $Number) && py.eq($0[0].arguments[0].value, 0.0) && (above = $0[0].arguments[1], true) && py.isinstance($0[1], $Number) && (value = $0[1].value, true)) && (py.lt(1.0, value))) {
du = $derivative(above, variable);
}
return $multiply(exponent, $power$1(u, $subtract(exponent, $ONE)), du);
}
growth = $add($multiply(dv, $Call("log", [u])), $multiply(v, $divide(du, u)));
return $multiply($Call("^", [u, v]), growth);
return null;
}
$_power_slope.parameters = ["u", "v", "variable"];
function $power$1(base, exponent) {
let second, first, inner, $0, $1;
$0 = [base, exponent];
if ((py.isSequence($0, 2, 2) && py.isinstance($0[1], $Number) && py.eq($0[1].value, 0.0))) {
return $ONE;
}
else if ((py.isSequence($0, 2, 2) && py.isinstance($0[1], $Number) && py.eq($0[1].value, 1.0))) {
return base;
}
else if ((py.isSequence($0, 2, 2) && py.isinstance($0[0], $Call) && py.eq($0[0].function, "^") && py.isSequence($0[0].arguments, 2, 2) && (inner = $0[0].arguments[0], true) && py.isinstance($0[0].arguments[1], $Number) && (first = $0[0].arguments[1].value, true) && py.isinstance($0[1], $Number) && (second = $0[1].value, true)) && ((py.eq(py.mod(first, 1), ($1 = py.mod(second, 1))) && py.eq($1, 0)))) {
return $power$1(inner, $Number(py.mul(first, second)));
}
return $Call("^", [base, exponent]);
return null;
}
$power$1.parameters = ["base", "exponent"];
function $divide(above, below) {
return $_product([...py.iter($_factors$1(above)), ...py.iter($_factors$1(below, py.neg(1)))]);
return null;
}
$divide.parameters = ["above", "below"];
function* $_factors$1(tree, exponent = 1) {
let waiting, value, base, right, left, operator, inner, part, $0;
waiting = [[tree, exponent]];
while (py.truth(waiting)) {
[part, exponent] = py.iter(py.call(waiting, "pop"));
$0 = part;
if ((py.isinstance($0, $Call) && py.eq($0.function, "neg") && py.isSequence($0.arguments, 1, 1) && (inner = $0.arguments[0], true))) {
waiting = py.iadd(waiting, [[inner, exponent], [$Number(py.neg(1.0)), 1]]);
}
else if ((py.isinstance($0, $Call) && ((py.eq($0.function, "*")) || (py.eq($0.function, "/"))) && (operator = $0.function, true) && py.isSequence($0.arguments, 2, 2) && (left = $0.arguments[0], true) && (right = $0.arguments[1], true))) {
waiting = py.iadd(waiting, [[right, ((py.eq(operator, "*")) ? exponent : py.neg(exponent))], [left, exponent]]);
}
else if ((py.isinstance($0, $Call) && py.eq($0.function, "^") && py.isSequence($0.arguments, 2, 2) && ((py.isinstance($0.arguments[0], $Name)) || (py.isinstance($0.arguments[0], $Call))) && (base = $0.arguments[0], true) && py.isinstance($0.arguments[1], $Number) && (value = $0.arguments[1].value, true)) && ((py.eq(py.mod(value, 1), 0)) && !py.truth($_is_product(base)))) {
(yield [base, py.mul(exponent, py.int(value))]);
}
else if (true) {
(yield [part, exponent]);
}
}
}
$_factors$1.parameters = ["tree", "exponent"];
function $_is_product(tree) {
return py.and(py.isinstance(tree, $Call), () => py.contains(["neg", "*", "/", "^"], tree.function));
return null;
}
$_is_product.parameters = ["tree"];
function $_product(factors) {
return $_assemble(...py.iter($_collect(factors)));
return null;
}
$_product.parameters = ["factors"];
function $_collect(factors) {
let exponents, coefficient, number, exponent, base, $0;
[coefficient, exponents] = py.iter([py.fractions.Fraction(1), py.dict()]);
for ($0 of py.iter(factors)) {
[base, exponent] = py.iter($0);
number = $_exact(base);
if ((((number !== null)) && (py.truth(number) || (py.lt(0, exponent))))) {
coefficient = py.mul(coefficient, py.pow(number, exponent));
}
else {
py.put(exponents, base, py.add(exponents.get(base, 0), exponent));
}
}
return [coefficient, exponents];
return null;
}
$_collect.parameters = ["factors"];
function $_exact(tree) {
let fraction;
if ((py.truth(py.isinstance(tree, $Number)) && (py.lt(py.abs(tree.value), $_LARGEST_NUMBER)))) {
fraction = py.fractions.Fraction(tree.value);
return ((py.le(fraction.denominator, $_LARGEST_DENOMINATOR)) ? fraction : null);
}
return null;
}
$_exact.parameters = ["tree"];
function $_assemble(coefficient, exponents) {
let simpler, items, above, below;
if (!py.truth(coefficient)) {
return $ZERO;
}
if (py.truth((simpler = $_simpler(exponents)))) {
return $multiply($_fraction(coefficient, [], []), $_product(simpler));
}
items = py.callWith(py.sorted, [exponents.items()], {key: ((factor) => !py.truth(py.isinstance(py.get(factor, 0), $Name)))});
above = py.list((function* ($source) { for (const [base, exponent] of $source) if ((py.lt(0, exponent))) yield $power$1(base, $Number(exponent)); })(py.iter(items)));
below = py.list((function* ($source) { for (const [base, exponent] of $source) if ((py.lt(exponent, 0))) yield $power$1(base, $Number(py.neg(exponent))); })(py.iter(items)));
return $_fraction(coefficient, above, below);
return null;
}
$_assemble.parameters = ["coefficient", "exponents"];
function $_fraction(coefficient, above, below) {
let others, first, denominator, numerator;
if ((!py.truth(above) && !py.truth(below) && (py.eq($_exact($Number(py.float(coefficient))), coefficient)))) {
return $Number(py.float(coefficient));
}
if (((!py.eq(py.abs(coefficient.numerator), 1)) || !py.truth(above))) {
above = [$Number(py.float(py.abs(coefficient.numerator))), ...py.iter(above)];
}
if ((!py.eq(coefficient.denominator, 1))) {
below = [$Number(py.float(coefficient.denominator)), ...py.iter(below)];
}
if ((py.lt(coefficient, 0))) {
[first, others] = py.unpack(above, 1, 0);
above = [(py.truth(py.isinstance(first, $Number)) ? $Number(py.neg(first.value)) : $Call("neg", [first])), ...py.iter(others)];
}
[numerator, denominator] = py.unpack((function* ($source) { for (const side of $source) if (py.truth(side)) yield py.functools.reduce(((u, v) => $Call("*", [u, v])), side); })(py.iter([above, below])), 1, 0);
return (py.truth(denominator) ? $Call("/", [numerator, ...py.iter(denominator)]) : numerator);
return null;
}
$_fraction.parameters = ["coefficient", "above", "below"];
function $_simpler(exponents) {
let pairs, u, exponent, base, $0, $1;
for ($0 of py.iter(exponents.items())) {
[base, exponent] = py.iter($0);
$1 = base;
if ((py.isinstance($1, $Call) && py.eq($1.function, "sign") && py.isSequence($1.arguments, 1, 1) && (u = $1.arguments[0], true)) && ((py.eq(exponent, 1)) && (py.lt(0, exponents.get($Call("abs", [u]), 0))))) {
return [...py.iter(exponents.items()), [base, py.neg(1)], [$Call("abs", [u]), py.neg(1)], ...py.iter($_factors$1(u))];
}
else if ((py.isinstance($1, $Call) && py.eq($1.function, "sqrt") && py.isSequence($1.arguments, 1, 1) && (u = $1.arguments[0], true)) && (py.lt(1, py.abs(exponent)))) {
pairs = py.int(py.div(exponent, 2));
return [...py.iter(exponents.items()), [base, py.mul(py.neg(2), pairs)], [u, pairs]];
}
}
return [];
return null;
}
$_simpler.parameters = ["exponents"];
function $multiply(...trees) {
let others, otherwise, then, tree, i, $0, $1;
for ($0 of py.iter(py.enumerate(trees))) {
[i, tree] = py.iter($0);
$1 = tree;
if ((py.isinstance($1, $Call) && py.eq($1.function, "if") && py.isSequence($1.arguments, 3, 3) && (then = $1.arguments[1], true) && (otherwise = $1.arguments[2], true)) && (py.truth(py.isinstance(then, $Number)) || py.truth(py.isinstance(otherwise, $Number)))) {
others = [...py.iter(py.slice(trees, null, i, null)), ...py.iter(py.slice(trees, py.add(i, 1), null, null))];
if (!py.truth(py.any(py.map($_has_choice, others)))) {
return $scale(tree, $multiply(...py.iter(others)));
}
}
}
return $_product((function* ($source) { for (const tree of $source) for (const factor of py.iter($_factors$1(tree))) yield factor; })(py.iter(trees)));
return null;
}
$multiply.parameters = [];
function $add(left, right) {
let second, first, operator, other, others, more, factors, times, opposite, $0;
$0 = [left, right];
if ((((py.isSequence($0, 2, 2) && py.isinstance($0[0], $Number) && py.eq($0[0].value, 0.0) && (other = $0[1], true)) || (py.isSequence($0, 2, 2) && (other = $0[0], true) && py.isinstance($0[1], $Number) && py.eq($0[1].value, 0.0))))) {
return other;
}
else if ((py.isSequence($0, 2, 2) && py.isinstance($0[0], $Number) && py.isinstance($0[1], $Number)) && ((($_exact(left) !== null)) && (($_exact(right) !== null)))) {
return $Number(py.add(left.value, right.value));
}
else if ((py.isSequence($0, 2, 2) && py.isinstance($0[0], $Call) && ((py.eq($0[0].function, "+")) || (py.eq($0[0].function, "-"))) && (operator = $0[0].function, true) && py.isSequence($0[0].arguments, 2, 2) && (first = $0[0].arguments[0], true) && py.isinstance($0[0].arguments[1], $Number) && (second = $0[0].arguments[1], true) && py.isinstance($0[1], $Number))) {
return $add(first, $add(((py.eq(operator, "+")) ? second : $negate(second)), right));
}
else if ((py.isSequence($0, 2, 2) && py.isinstance($0[0], $Call) && py.eq($0[0].function, "-") && py.isSequence($0[0].arguments, 2, 2) && py.isinstance($0[0].arguments[0], $Number) && (first = $0[0].arguments[0], true) && (second = $0[0].arguments[1], true) && py.isinstance($0[1], $Number))) {
return $add($add(first, right), $negate(second));
}
else if ((py.isSequence($0, 2, 2) && py.isinstance($0[0], $Number) && py.isinstance($0[1], $Call) && py.eq($0[1].function, "-") && py.isSequence($0[1].arguments, 2, 2) && py.isinstance($0[1].arguments[1], $Number))) {
return $add(right, left);
}
[[times, factors], [more, others]] = py.iter([$_collect($_factors$1(left)), $_collect($_factors$1(right))]);
if ((py.eq(factors, others))) {
return $_assemble(py.add(times, more), factors);
}
if ((((opposite = $positive(right)) !== null))) {
return $Call("-", [left, opposite]);
}
if ((py.truth(py.isinstance(left, $Number)) && (py.lt(left.value, 0.0)))) {
return $Call("-", [right, $Number(py.neg(left.value))]);
}
return $Call("+", [left, right]);
return null;
}
$add.parameters = ["left", "right"];
function $negate(tree) {
let otherwise, then, condition, right, left, $0;
$0 = tree;
if ((py.isinstance($0, $Call) && py.eq($0.function, "-") && py.isSequence($0.arguments, 2, 2) && (left = $0.arguments[0], true) && (right = $0.arguments[1], true))) {
return $Call("-", [right, left]);
}
else if ((py.isinstance($0, $Call) && py.eq($0.function, "if") && py.isSequence($0.arguments, 3, 3) && (condition = $0.arguments[0], true) && (then = $0.arguments[1], true) && (otherwise = $0.arguments[2], true))) {
return $Call("if", [condition, $negate(then), $negate(otherwise)]);
}
return $multiply($Number(py.neg(1.0)), tree);
return null;
}
$negate.parameters = ["tree"];
function $onto_axis(tree, old, new$) {
let labelled, link;
if ((py.eq(old.name, new$.name))) {
return tree;
}
if (((new$.y !== null))) {
labelled = py.get($_PREDICTIONS, new$.name).labelled;
tree = $onto_axis(tree, old, labelled);
return $substitute(((py.eq(new$.y, 1)) ? tree : $mirrored(tree, labelled)), py.dict([[labelled.variable, $Name(new$.variable)]]));
}
if ((((new$.target !== null)) && (py.eq(old.name, $ERROR.name)))) {
return $substitute(tree, py.dict([[old.variable, $Call("-", [$Name(new$.variable), $Number(new$.target)])]]));
}
if ((py.truth(old.of_mean) && (py.eq(new$.name, $MEAN.name)))) {
return $transform($substitute(tree, py.dict([[old.variable, $parse(old.of_mean, [new$.variable])]])), $_without_logarithms);
}
link = $parse(py.get($_LINKS, [old.name, new$.name]), [new$.variable]);
return $transform($substitute(tree, py.dict([[old.variable, link]])), $_stable);
return null;
}
$onto_axis.parameters = ["tree", "old", "new"];
function $_stable(tree) {
let x, y, right, wrong, $0;
$0 = tree;
if ((py.isinstance($0, $Call) && py.eq($0.function, "neg") && py.isSequence($0.arguments, 1, 1) && py.isinstance($0.arguments[0], $Call) && py.eq($0.arguments[0].function, "neg") && py.isSequence($0.arguments[0].arguments, 1, 1) && (x = $0.arguments[0].arguments[0], true))) {
return x;
}
else if ((py.isinstance($0, $Call) && py.eq($0.function, "-") && py.isSequence($0.arguments, 2, 2) && (x = $0.arguments[0], true) && py.isinstance($0.arguments[1], $Call) && py.eq($0.arguments[1].function, "neg") && py.isSequence($0.arguments[1].arguments, 1, 1) && (y = $0.arguments[1].arguments[0], true))) {
return $Call("+", [x, y]);
}
else if ((py.isinstance($0, $Call) && py.eq($0.function, "log") && py.isSequence($0.arguments, 1, 1) && py.isinstance($0.arguments[0], $Call) && py.eq($0.arguments[0].function, "sigmoid") && py.isSequence($0.arguments[0].arguments, 1, 1) && (x = $0.arguments[0].arguments[0], true))) {
return $Call("neg", [$Call("softplus", [$Call("neg", [x])])]);
}
else if ((py.isinstance($0, $Call) && py.eq($0.function, "log") && py.isSequence($0.arguments, 1, 1) && py.isinstance($0.arguments[0], $Call) && py.eq($0.arguments[0].function, "-") && py.isSequence($0.arguments[0].arguments, 2, 2) && py.isinstance($0.arguments[0].arguments[0], $Number) && py.eq($0.arguments[0].arguments[0].value, 1.0) && (x = $0.arguments[0].arguments[1], true))) {
return $Call("log1p", [$Call("neg", [x])]);
}
else if ((py.isinstance($0, $Call) && py.eq($0.function, "log1p") && py.isSequence($0.arguments, 1, 1) && py.isinstance($0.arguments[0], $Call) && py.eq($0.arguments[0].function, "neg") && py.isSequence($0.arguments[0].arguments, 1, 1) && py.isinstance($0.arguments[0].arguments[0], $Call) && py.eq($0.arguments[0].arguments[0].function, "-") && py.isSequence($0.arguments[0].arguments[0].arguments, 2, 2) && py.isinstance($0.arguments[0].arguments[0].arguments[0], $Number) && py.eq($0.arguments[0].arguments[0].arguments[0].value, 1.0) && (x = $0.arguments[0].arguments[0].arguments[1], true))) {
return $Call("log", [x]);
}
else if ((py.isinstance($0, $Call) && py.eq($0.function, "log1p") && py.isSequence($0.arguments, 1, 1) && py.isinstance($0.arguments[0], $Call) && py.eq($0.arguments[0].function, "neg") && py.isSequence($0.arguments[0].arguments, 1, 1) && py.isinstance($0.arguments[0].arguments[0], $Call) && py.eq($0.arguments[0].arguments[0].function, "sigmoid") && py.isSequence($0.arguments[0].arguments[0].arguments, 1, 1) && (x = $0.arguments[0].arguments[0].arguments[0], true))) {
return $Call("neg", [$Call("softplus", [x])]);
}
else if ((py.isinstance($0, $Call) && py.eq($0.function, "-") && py.isSequence($0.arguments, 2, 2) && py.isinstance($0.arguments[0], $Number) && py.eq($0.arguments[0].value, 1.0) && py.isinstance($0.arguments[1], $Call) && py.eq($0.arguments[1].function, "sigmoid") && py.isSequence($0.arguments[1].arguments, 1, 1) && (x = $0.arguments[1].arguments[0], true))) {
return $Call("sigmoid", [$Call("neg", [x])]);
}
else if ((py.isinstance($0, $Call) && py.eq($0.function, "logdev") && py.isSequence($0.arguments, 1, 1) && py.isinstance($0.arguments[0], $Call) && py.eq($0.arguments[0].function, "sigmoid") && py.isSequence($0.arguments[0].arguments, 1, 1) && (x = $0.arguments[0].arguments[0], true))) {
return $Call("-", [$Call("softplus", [$Call("neg", [x])]), $Call("sigmoid", [$Call("neg", [x])])]);
}
else if ((py.isinstance($0, $Call) && py.eq($0.function, "logshare") && py.isSequence($0.arguments, 1, 1) && py.isinstance($0.arguments[0], $Call) && py.eq($0.arguments[0].function, "sigmoid") && py.isSequence($0.arguments[0].arguments, 1, 1) && (x = $0.arguments[0].arguments[0], true))) {
[right, wrong] = py.iter([$Call("softplus", [$Call("neg", [x])]), $Call("softplus", [x])]);
return $Call("/", [right, $Call("+", [right, wrong])]);
}
else if ((py.isinstance($0, $Call) && py.eq($0.function, "-") && py.isSequence($0.arguments, 2, 2) && py.isinstance($0.arguments[0], $Number) && py.eq($0.arguments[0].value, 1.0) && py.isinstance($0.arguments[1], $Call) && py.eq($0.arguments[1].function, "-") && py.isSequence($0.arguments[1].arguments, 2, 2) && py.isinstance($0.arguments[1].arguments[0], $Number) && py.eq($0.arguments[1].arguments[0].value, 1.0) && py.isinstance($0.arguments[1].arguments[1], $Name) && (x = $0.arguments[1].arguments[1], true))) {
return x;
}
else if ((py.isinstance($0, $Call) && py.eq($0.function, "focal") && py.isSequence($0.arguments, 2, 2) && py.isinstance($0.arguments[0], $Call) && py.eq($0.arguments[0].function, "sigmoid") && py.isSequence($0.arguments[0].arguments, 1, 1) && (x = $0.arguments[0].arguments[0], true) && (y = $0.arguments[1], true))) {
[wrong, right] = py.iter([$Call("softplus", [x]), $Call("softplus", [$Call("neg", [x])])]);
return $Call("*", [$Call("exp", [$Call("neg", [$Call("*", [y, wrong])])]), right]);
}
else if ((py.isinstance($0, $Call) && py.eq($0.function, "xlogy") && py.isSequence($0.arguments, 2, 2) && (y = $0.arguments[0], true) && py.isinstance($0.arguments[1], $Call) && py.eq($0.arguments[1].function, "sigmoid") && py.isSequence($0.arguments[1].arguments, 1, 1) && (x = $0.arguments[1].arguments[0], true))) {
return $Call("neg", [$Call("*", [y, $Call("softplus", [$Call("neg", [x])])])]);
}
else if ((py.isinstance($0, $Call) && py.eq($0.function, "xlog1py") && py.isSequence($0.arguments, 2, 2) && (y = $0.arguments[0], true) && py.isinstance($0.arguments[1], $Call) && py.eq($0.arguments[1].function, "neg") && py.isSequence($0.arguments[1].arguments, 1, 1) && py.isinstance($0.arguments[1].arguments[0], $Call) && py.eq($0.arguments[1].arguments[0].function, "sigmoid") && py.isSequence($0.arguments[1].arguments[0].arguments, 1, 1) && (x = $0.arguments[1].arguments[0].arguments[0], true))) {
return $Call("neg", [$Call("*", [y, $Call("softplus", [x])])]);
}
return tree;
return null;
}
$_stable.parameters = ["tree"];
function $_without_logarithms(tree) {
let x, y, $0;
$0 = tree;
if ((py.isinstance($0, $Call) && py.eq($0.function, "exp") && py.isSequence($0.arguments, 1, 1) && py.isinstance($0.arguments[0], $Call) && py.eq($0.arguments[0].function, "log") && py.isSequence($0.arguments[0].arguments, 1, 1) && (x = $0.arguments[0].arguments[0], true))) {
return x;
}
else if ((py.isinstance($0, $Call) && py.eq($0.function, "exp") && py.isSequence($0.arguments, 1, 1) && py.isinstance($0.arguments[0], $Call) && py.eq($0.arguments[0].function, "neg") && py.isSequence($0.arguments[0].arguments, 1, 1) && py.isinstance($0.arguments[0].arguments[0], $Call) && py.eq($0.arguments[0].arguments[0].function, "log") && py.isSequence($0.arguments[0].arguments[0].arguments, 1, 1) && (x = $0.arguments[0].arguments[0].arguments[0], true))) {
return $Call("/", [$Number(1.0), x]);
}
else if ((py.isinstance($0, $Call) && py.eq($0.function, "exp") && py.isSequence($0.arguments, 1, 1) && py.isinstance($0.arguments[0], $Call) && py.eq($0.arguments[0].function, "*") && py.isSequence($0.arguments[0].arguments, 2, 2) && (y = $0.arguments[0].arguments[0], true) && py.isinstance($0.arguments[0].arguments[1], $Call) && py.eq($0.arguments[0].arguments[1].function, "log") && py.isSequence($0.arguments[0].arguments[1].arguments, 1, 1) && (x = $0.arguments[0].arguments[1].arguments[0], true))) {
return $Call("^", [x, y]);
}
else if ((py.isinstance($0, $Call) && py.eq($0.function, "*") && py.isSequence($0.arguments, 2, 2) && (y = $0.arguments[0], true) && py.isinstance($0.arguments[1], $Call) && py.eq($0.arguments[1].function, "/") && py.isSequence($0.arguments[1].arguments, 2, 2) && py.isinstance($0.arguments[1].arguments[0], $Number) && py.eq($0.arguments[1].arguments[0].value, 1.0) && (x = $0.arguments[1].arguments[1], true))) {
return $Call("/", [y, x]);
}
return tree;
return null;
}
$_without_logarithms.parameters = ["tree"];
function $mirrored(tree, axis) {
if ((!py.contains($_OTHER_LABEL, axis.name))) {
throw $RequestError((py.format(axis.words, "") + " has no label that could be the other one; only a loss of the " + py.format(py.call(" or the ", "join", $_OTHER_LABEL), "") + " has a conditional risk"));
}
return $transform($substitute(tree, py.dict([[axis.variable, $parse(py.get($_OTHER_LABEL, axis.name), [axis.variable])]])), $_stable);
return null;
}
$mirrored.parameters = ["tree", "axis"];
function $_bound(curve) {
let tree;
tree = $onto_axis(curve.loss.tree, curve.loss.axis, curve.axis);
if ((!py.eq(curve.factor, 1.0))) {
tree = $Call("*", [$Number(curve.factor), tree]);
}
if ((!py.eq(curve.constant, 0.0))) {
tree = $Call("+", [tree, $Number(curve.constant)]);
}
if ((!py.eq(curve.unit, 1.0))) {
tree = $Call("/", [tree, $Number(curve.unit)]);
}
if (((curve.chance !== null))) {
tree = $_average(tree, $mirrored(tree, curve.axis), curve.chance);
}
tree = $bind(tree, curve.parameters, curve.axis.variable);
if (!py.truth(curve.loss.is_typed)) {
return tree;
}
return $accurate(tree, curve.axis.variable, [curve.domain.low, curve.domain.high]).tree;
return null;
}
$_bound.parameters = ["curve"];
$_bound = py.cache($_bound);
function $_average(tree, other, chance) {
let weighted;
weighted = py.list((function* ($source) { for (const [share, part] of $source) if (py.truth(share)) yield $Call("*", [$Number(share), part]); })(py.iter([[chance, tree], [py.sub(1.0, chance), other]])));
return ((py.eq(py.len(weighted), 2)) ? $Call("+", py.tuple(weighted)) : py.get(weighted, 0));
return null;
}
$_average.parameters = ["tree", "other", "chance"];
function $label_words(axis) {
let sign;
if (((axis.y === null))) {
return "";
}
sign = ((py.contains(py.get($_PREDICTIONS, axis.name).labels, 0)) ? "" : "+");
return py.call(("*y* = " + py.format(axis.y, (py.format(sign, "")))), "replace", "-", "\u2212");
return null;
}
$label_words.parameters = ["axis"];
function $check_count(count, most = $MAX_CURVES) {
if ((py.lt(most, count))) {
throw $RequestError((py.format(most, "") + " curves is the most for one " + py.format(((py.eq(most, $MAX_CURVES)) ? "figure" : "table"), "") + "; this is " + py.format(count, "")));
}
return null;
}
$check_count.parameters = ["count", "most"];
function $_read_family(text, also, axis) {
let words, assignments, loss, parts, match;
words = $split(text);
$_check_words(text, words);
if (py.truth($is_formula(words.body))) {
$_check_label(words.label);
[loss, assignments] = py.iter($read_formula(words, axis, $_curve_inside));
return $_family(loss, assignments, words);
}
parts = py.call(py.call(":", "join", [words.body, ...py.iter(words.assignments)]), "split", ":");
match = formulaNumbers.noEquivalent(parts);
if ((((match === null)) && !py.truth($is_name(py.get(parts, 0))))) {
$check_library(parts);
}
loss = (py.truth(match) ? match.loss : $find(py.get(parts, 0), also));
$_check_label(words.label, loss);
return $_family(loss, (py.truth(match) ? match.assignments : py.slice(parts, 1, null, null)), words, match);
return null;
}
$_read_family.parameters = ["text", "also", "axis"];
function $find(name, also = []) {
let loss, advice, catalogue, hint, reason;
loss = $_by_name().get($normalise(name));
if ((((loss === null)) && !py.truth(py.call(name, "isascii")))) {
loss = $_by_translation().get($_unspaced(name));
}
if (((loss === null))) {
if (py.truth((reason = $why_no_curve(name)))) {
throw $RequestError((py.format($quote(name), "") + " is no curve; " + py.format(reason, "")));
}
hint = (py.truth(py.call(name, "isascii")) ? $suggest($normalise(name), [...py.iter($_by_name()), ...py.iter(also)]) : $_suggest_translation(name));
catalogue = $Words("'lossplot list' shows", "lossplot.losses() has");
advice = (py.truth(hint) ? [hint] : [catalogue, (" all " + py.format(py.len($LOSSES), ""))]);
throw $RequestError(("unknown loss " + py.format($quote(name), "") + "; "), ...py.iter(advice));
}
return loss;
return null;
}
$find.parameters = ["name", "also"];
function $_derive(loss) {
let derivative, source, slopes;
derivative = $derivative;
source = formulaNumbers.noText;
slopes = (function* ($source) { for (const tree of $source) yield derivative(tree, loss.axis.variable); })(py.iter([loss.tree, loss.notation]));
return py.callWith(py.min, [slopes], {key: ((slope) => py.len(source(slope)))});
return null;
}
$_derive.parameters = ["loss"];
$_derive = py.cache($_derive);
function $_suggest_translation(name) {
return $suggest(py.call(name, "strip"), (() => py.dict(Object.entries(formulaNumbers.names)))(), 0.6);
return null;
}
$_suggest_translation.parameters = ["name"];
function $suggest(word, choices, likeness = 0.7) {
let get_close_matches;
get_close_matches = py.difflib.get_close_matches;
return $did_you_mean(py.callWith(get_close_matches, [py.slice(word, null, 60, null), py.sorted(py.set(choices))], {n: 2, cutoff: likeness}));
return null;
}
$suggest.parameters = ["word", "choices", "likeness"];
function $did_you_mean(names) {
let few;
few = py.slice(py.list((function* ($source) { for (const name of $source) yield ("'" + py.format(name, "") + "'"); })(py.iter(names))), null, 3, null);
return (py.truth(few) ? ("did you mean " + py.format($alternatives(few), "") + "?") : "");
return null;
}
$did_you_mean.parameters = ["names"];
function $alternatives(words) {
let last, others;
[others, last] = py.unpack(words, 0, 1);
return (py.truth(others) ? (py.format(py.call(", ", "join", others), "") + " or " + py.format(last, "")) : last);
return null;
}
$alternatives.parameters = ["words"];
function $why_no_curve(name) {
return $AT_LARGE.get(py.call($normalise(name), "removesuffix", "-loss"), "");
return null;
}
$why_no_curve.parameters = ["name"];
function $_unspaced(name) {
return py.call("", "join", py.call(py.call(py.call($normalise(name), "replace", "-", ""), "replace", ...py.iter($_SYNONYM)), "split"));
return null;
}
$_unspaced.parameters = ["name"];
function $_by_translation() {
return py.dict((function* ($source) { for (const [word, name] of $source) yield [$_unspaced(word), py.get($LOSSES, name)]; })(py.iter((() => py.dict(Object.entries(formulaNumbers.names)))().items())));
return null;
}
$_by_translation.parameters = [];
$_by_translation = py.cache($_by_translation);
function $normalise(name) {
return py.call(py.call(py.call(name, "strip"), "lower"), "replace", "_", "-");
return null;
}
$normalise.parameters = ["name"];
function $_by_name() {
return py.dict((function* ($source) { for (const loss of $source) for (const name of py.iter([loss.name, ...py.iter(loss.aliases), ...py.iter((function* ($source) { for (const alias of $source) yield alias.name; })(py.iter(loss.loose_aliases)))])) yield [name, loss]; })(py.iter($LOSSES.values())));
return null;
}
$_by_name.parameters = [];
$_by_name = py.cache($_by_name);
function $check_library(words) {
let hint;
if (((py.lt(1, py.len(words))) && py.truth(py.call(py.get(words, 0), "strip")) && py.truth(py.call(py.slice(py.call(py.get(words, 1), "strip"), null, 1, null), "isalpha")) && (!py.contains(py.get(words, 1), "=")))) {
hint = py.or($suggest(py.call(py.get(words, 0), "lower"), $PREFIXES), () => ("known are " + py.format(py.call(", ", "join", py.sorted($SPELLINGS)), "")));
throw $RequestError(("unknown library " + py.format($quote(py.get(words, 0)), "") + "; " + py.format(hint, "")));
}
return null;
}
$check_library.parameters = ["words"];
function $is_name(name) {
return py.or(py.contains($_by_name(), $normalise(name)), () => py.and(!py.truth(py.call(name, "isascii")), () => py.contains($_by_translation(), $_unspaced(name))));
return null;
}
$is_name.parameters = ["name"];
function $_family(loss, assignments, words, match = null) {
let typed, choices, parameter, values, equals, name, assignment, lists, given, library, $0;
typed = py.get(py.call(words.body, "partition", ":"), 0);
choices = py.dict([]);
for ($0 of py.iter(assignments)) {
assignment = $0;
[name, equals, values] = py.iter(py.call(assignment, "partition", "="));
parameter = $_find_parameter(loss, name, typed);
if ((!py.truth(equals) || !py.truth(values))) {
throw $RequestError(("parameter " + py.format($quote(assignment), "") + " of " + py.format(loss.name, "") + " has no value; write " + py.format(parameter.name, "") + "=NUMBER"));
}
if ((py.contains(choices, parameter.name))) {
throw $RequestError(("parameter '" + py.format(parameter.name, "") + "' of " + py.format(loss.name, "") + " is given twice; write " + py.format(parameter.name, "") + "=A,B for two curves"));
}
py.put(choices, parameter.name, py.list((function* ($source) { for (const value of $source) yield $_read_value(loss, parameter, value); })(py.iter(py.call(values, "split", ",")))));
}
lists = py.list((function* ($source) { for (const parameter of $source) yield choices.get(parameter.name, [parameter.default]); })(py.iter(loss.parameters)));
given = py.tuple((function* ($source) { for (const parameter of $source) if ((py.contains(choices, parameter.name))) yield parameter.name; })(py.iter(loss.parameters)));
library = (py.truth(match) ? match.equivalent : null);
return $_Family(loss, library, lists, given, words.label, $_remarks(match, loss, typed));
return null;
}
$_family.parameters = ["loss", "assignments", "words", "match"];
function $_remarks(match, loss, typed) {
let difference;
if (py.truth(match)) {
return py.tuple((function* ($source) { for (const each of $source) yield (py.format(each, "") + " changes nothing in the curve of " + py.format(match.equivalent.name, "")); })(py.iter(match.idle)));
}
difference = $loose_alias(loss, typed);
return (py.truth(difference) ? [(py.format($normalise(typed), "") + " is drawn as " + py.format(loss.name, "") + "; it may also mean " + py.format(difference, ""))] : []);
return null;
}
$_remarks.parameters = ["match", "loss", "typed"];
function $loose_alias(loss, name) {
return py.next((function* ($source) { for (const alias of $source) if ((py.eq(alias.name, $normalise(name)))) yield alias.difference; })(py.iter(loss.loose_aliases)), "");
return null;
}
$loose_alias.parameters = ["loss", "name"];
function $_read_value(loss, parameter, text) {
let value, subject, sizes, $0;
if ((py.contains(text, ".."))) {
throw $RequestError(("a sweep such as " + py.format($quote((py.format(parameter.name, "") + "=" + py.format(text, ""))), "") + " moves; write it to a .gif or .webp"));
}
if (py.truth(py.call(text, "endswith", "%"))) {
return text;
}
if (((py.eq(py.call(py.call(text, "strip"), "lower"), "-inf")) && (py.contains(parameter.interval, py.neg(py.math.inf))))) {
return py.neg(py.math.inf);
}
value = $read_number(text, (py.format(parameter.name, "") + " of " + py.format(loss.name, "") + ","));
if ((py.contains(parameter, value))) {
return value;
}
subject = (py.format(parameter.name, "") + " = " + py.format(value, ("g")) + " of " + py.format(loss.name, ""));
if ((py.lt(parameter.most, value))) {
throw $RequestError((py.format(subject, "") + " is too large; the most is " + py.format(parameter.most, ("g"))));
}
if ((py.lt(value, py.neg(parameter.most)))) {
throw $RequestError((py.format(subject, "") + " is too small; the least is " + py.format(py.neg(parameter.most), ("g"))));
}
if ((((py.lt(0.0, ($0 = py.abs(value))) && py.lt($0, parameter.least))) && (py.contains(parameter.interval, value)))) {
sizes = ("its size is at least " + py.format(parameter.least, ("g")) + " and at most " + py.format(parameter.most, ("g")));
throw $RequestError((py.format(subject, "") + " is too near zero to compute with; " + py.format(sizes, "")));
}
throw $RequestError((py.format(subject, "") + " is out of range; it is " + py.format(parameter.domain, "")));
return null;
}
$_read_value.parameters = ["loss", "parameter", "text"];
function $_find_parameter(loss, name, typed) {
let exact, normal, parameter, names, others, hint, $0;
if (py.truth((exact = py.list((function* ($source) { for (const parameter of $source) if ((py.eq(parameter.name, name))) yield parameter; })(py.iter(loss.parameters)))))) {
return py.get(exact, 0);
}
normal = py.call($normalise(name), "removesuffix", "-");
for ($0 of py.iter(loss.parameters)) {
parameter = $0;
if ((py.eq($normalise(parameter.name), normal))) {
return parameter;
}
}
names = py.list((function* ($source) { for (const parameter of $source) yield parameter.name; })(py.iter(loss.parameters)));
others = py.or($siblings(typed, normal), () => py.list((function* ($source) { for (const known of $source) for (const each of py.iter($siblings(known, normal))) yield each; })(py.iter([loss.name, ...py.iter(loss.aliases)]))));
hint = py.or($suggest(normal, names), () => $did_you_mean(py.dict.fromkeys(others)));
hint = py.or(hint, () => (py.truth(names) ? ("it has " + py.format(py.call(", ", "join", names), "")) : "it has none"));
throw $RequestError((py.format(loss.name, "") + " has no parameter " + py.format($quote(name), "") + "; " + py.format(hint, "")));
return null;
}
$_find_parameter.parameters = ["loss", "name", "typed"];
function $siblings(name, parameter) {
let part, having, like;
part = py.call($normalise(name), "split", "-");
having = py.list((function* ($source) { for (const loss of $source) if ((py.contains((function* ($source) { for (const each of $source) yield each.name; })(py.iter(loss.parameters)), parameter))) yield loss; })(py.iter($LOSSES.values())));
like = py.list((function* ($source) { for (const loss of $source) if (py.truth(py.any((function* ($source) { for (const known of $source) yield $_holds(py.call(known, "split", "-"), part); })(py.iter([loss.name, ...py.iter(loss.aliases)]))))) yield loss.name; })(py.iter(having)));
return py.callWith(py.sorted, [like], {key: ((known) => !py.eq(py.slice(py.call(known, "split", "-"), null, py.len(part), null), part))});
return null;
}
$siblings.parameters = ["name", "parameter"];
function $_holds(words, part) {
return py.any((function* ($source) { for (const start of $source) yield py.eq(py.slice(words, start, py.add(start, py.len(part)), null), part); })(py.iter(py.range(py.len(words)))));
return null;
}
$_holds.parameters = ["words", "part"];
function $_curve_inside(name, values) {
let assignments, curve;
if (!py.truth($is_name(name))) {
return null;
}
assignments = py.list((function* ($source) { for (const [parameter, value] of $source) yield (py.format(parameter, "") + "=" + py.format($number(value), "")); })(py.iter(values.items())));
[curve] = py.iter($_members($_family($find(name), assignments, $LossText("", name, []))));
return curve;
return null;
}
$_curve_inside.parameters = ["name", "values"];
function $read_formula(words, axis, inside) {
let assignments, given, fixed, formula, hint, all_names, absent, label;
$check_characters(words.body, "formula");
assignments = py.tuple(py.map($_canonical_assignment, words.assignments));
given = py.dict.fromkeys((function* ($source) { for (const each of $source) yield py.get(py.call(each, "partition", "="), 0); })(py.iter(assignments)));
if (py.truth((fixed = py.list((function* ($source) { for (const name of $source) if ((py.contains($CONSTANTS, name))) yield name; })(py.iter(given)))))) {
throw $RequestError((py.format(py.get(fixed, 0), "") + " is a constant and takes no value; call the parameter otherwise"));
}
formula = $_read(words.body, given, inside);
if (py.truth((absent = py.list((function* ($source) { for (const name of $source) if ((!py.contains(formula.typed.names, name))) yield name; })(py.iter(given)))))) {
all_names = formula.typed.names;
hint = py.or($suggest(py.get(absent, 0), all_names), () => (py.truth(all_names) ? ("its names are " + py.format($_listed(all_names), "")) : "it has none"));
throw $RequestError(("formula " + py.format($quote(words.body), "") + " has no " + py.format($quote(py.get(absent, 0)), "") + "; " + py.format(hint, "")));
}
if (((py.contains(formula.free, (label = formula.typed.label))) && (py.eq(py.len(formula.free), 2)))) {
assignments = [...py.iter(assignments), (py.format(label, "") + "=" + py.format($_BOTH, ""))];
py.put(given, label, null);
formula = py.callWith(py.dataclasses.replace, [formula], {free: py.tuple((function* ($source) { for (const name of $source) if ((!py.eq(name, label))) yield name; })(py.iter(formula.free)))});
}
return [$_loss(formula, py.tuple(given), axis), assignments];
return null;
}
$read_formula.parameters = ["words", "axis", "inside"];
function $_loss(formula, given, axis) {
let variable, own, tree, title;
variable = $_variable(formula);
own = $_axis(formula, variable);
tree = formula.typed.tree;
if (((own === null))) {
own = py.or(axis, () => $axis_called(variable));
if ((py.contains(given, own.variable))) {
throw $RequestError((py.format(own.variable, "") + " is the variable of the " + py.format(own.name, "") + " axis and has no value; call the parameter otherwise"));
}
tree = $substitute(tree, py.dict([[variable, $Name(own.variable)]]));
}
title = formulaNumbers.noText(tree);
return py.callWith($Loss, [], {name: py.call(" ", "join", py.call(formula.body, "split")), formula: $accurate(tree, own.variable, [own.domain.low, own.domain.high]).tree, axis: own, title: ((py.le(py.len(title), $LONGEST_TITLE)) ? title : (py.format(py.slice(title, null, py.sub($LONGEST_TITLE, 1), null), "") + "\u2026")), summary: "", source: "", textbook: tree, parameters: py.tuple((function* ($source) { for (const name of $source) yield $Parameter(name, 1.0, $REAL); })(py.iter(given))), notes: formula.typed.notes});
return null;
}
$_loss.parameters = ["formula", "given", "axis"];
function $axis_called(variable) {
let taken, shown;
taken = py.contains($AXES, variable);
shown = ((py.eq(py.len(variable), 1)) ? ("*" + py.format(variable, "") + "*") : variable);
return $Axis((py.truth(taken) ? ("variable " + py.format(variable, "")) : variable), variable, shown, $REAL, [py.neg(3.0), 3.0]);
return null;
}
$axis_called.parameters = ["variable"];
function $_axis(formula, variable) {
let owners, first, other, narrow, high, $0;
if ((py.truth(formula.typed.label) && (py.eq(variable, "p")))) {
return $_FORECAST;
}
owners = py.list((function* ($source) { for (const curve of $source) if ((py.eq(curve.axis.variable, variable))) yield curve; })(py.iter(formula.inside)));
if (!py.truth(owners)) {
return $VARIABLES.get(variable);
}
first = py.get(owners, 0);
for ($0 of py.iter(owners)) {
other = $0;
if ((!py.eq(other.axis.name, first.axis.name))) {
throw $RequestError((py.format(first.name, "") + " is a function of " + py.format(first.axis.words, "") + ", " + py.format(other.name, "") + " of " + py.format(other.axis.words, "") + ", and a curve has one axis; draw them in two figures"));
}
}
narrow = py.callWith(py.max, [owners], {key: ((curve) => [curve.domain.low, py.neg(curve.domain.high)])}).axis;
high = py.min((function* ($source) { for (const curve of $source) yield curve.domain.high; })(py.iter(owners)));
return ((py.eq(high, narrow.domain.high)) ? narrow : py.callWith(py.dataclasses.replace, [narrow], {domain: $Interval(narrow.domain.low, high)}));
return null;
}
$_axis.parameters = ["formula", "variable"];
function $_variable(formula) {
let hint, example, value, name, named, variable, wanted, near, all_but_one, values, $0;
$0 = formula.free;
if ((py.isSequence($0, 1, 1) && (variable = $0[0], true))) {
return variable;
}
else if ((py.isSequence($0, 0, 0))) {
hint = ((py.contains(py.re.findall("\\w+", formula.body), "e")) ? "e is a constant, so call the variable otherwise" : "");
named = py.next((function* ($source) { for (const curve of $source) if (py.truth(curve.parameters)) yield curve; })(py.iter(formula.inside)), null);
if (py.truth(named)) {
[name, value] = py.iter(py.next(py.iter(named.parameters.items())));
example = (py.format(py.call(named.loss.name, "replace", "-", "_"), "") + "(" + py.format(name, "") + "=" + py.format($number(value), "") + ")");
hint = ("write a parameter of a loss by its name, as in " + py.format(example, ""));
}
hint = py.or(hint, () => "write a variable into it, such as m");
throw $RequestError((py.format($quote(formula.body), "") + " is a number and no curve; " + py.format(hint, "")));
}
$_check_axes(formula);
if (py.truth($is_word(formula.body))) {
$find(formula.body);
}
wanted = py.list((function* ($source) { for (const name of $source) if ((!py.contains($VARIABLES, name))) yield name; })(py.iter(formula.free)));
if ((py.eq(py.len(wanted), py.len(formula.free)))) {
wanted = py.slice(wanted, null, py.neg(1), null);
}
near = py.next((function* ($source) { for (const name of $source) if (((py.lt(2, py.len(name))) && (!py.contains($GREEK, name)) && py.truth((hint = $suggest(name, $names()))))) yield hint; })(py.iter(wanted)), "");
all_but_one = ((py.eq(py.len(formula.free), 2)) ? "one" : "all but one");
values = py.call("", "join", (function* ($source) { for (const name of $source) yield (":" + py.format(name, "") + "=1"); })(py.iter(py.or(wanted, () => py.slice(formula.free, null, 1, null)))));
throw $RequestError((py.format($_COUNTS.get(py.len(formula.free), py.str(py.len(formula.free))), "") + " names are left, " + py.format($_listed(formula.free), "") + "; give " + py.format(all_but_one, "") + " of them a value, as in '..." + py.format(values, "") + "'" + py.format((py.truth(near) ? (" (" + py.format(near, "") + ")") : ""), "")));
return null;
}
$_variable.parameters = ["formula"];
function $names() {
return $_by_name().keys();
return null;
}
$names.parameters = [];
function $is_word(text) {
return py.bool($_WORD.fullmatch(py.call(text, "strip")));
return null;
}
$is_word.parameters = ["text"];
function $_check_axes(formula) {
let axes, owners, hyphenated, word, parts;
axes = py.dict((function* ($source) { for (const name of $source) if ((py.contains($VARIABLES, name))) yield [name, py.get($VARIABLES, name)]; })(py.iter(formula.free)));
owners = py.dict((function* ($source) { for (const curve of $source) yield [curve.axis.variable, [curve.name, curve.axis]]; })(py.iter(formula.inside)));
axes = py.ior(axes, py.dict((function* ($source) { for (const name of $source) if ((py.contains(owners, name))) yield [name, py.get(py.get(owners, name), 1)]; })(py.iter(formula.free))));
hyphenated = py.list((function* ($source) { for (const word of $source) if (py.truth($is_name(word))) yield word; })(py.iter($_HYPHENATED.findall(formula.body))));
if (py.truth(hyphenated)) {
word = py.get(hyphenated, 0);
throw $RequestError(("'-' is a minus sign in a formula; write the loss " + py.format(word, "") + " as " + py.format(py.call(word, "replace", "-", "_"), "")));
}
if (((py.lt(py.len(axes), 2)) || !py.truth(owners))) {
return null;
}
parts = py.list((function* ($source) { for (const [name, axis] of $source) yield (py.format(((py.contains(owners, name)) ? py.get(py.get(owners, name), 0) : "the formula"), "") + " is a function of " + py.format(axis.words, "")); })(py.iter(axes.items())));
throw $RequestError((py.format(py.call(" and ", "join", parts), "") + ", and a curve has one axis; put a formula in place of the other variable, as in 'hinge + squared(1 - m)'"));
return null;
}
$_check_axes.parameters = ["formula"];
function $_listed(names) {
return py.call($alternatives(names), "replace", " or ", " and ");
return null;
}
$_listed.parameters = ["names"];
function $_read(body, given, inside) {
let read_typed, curves, loss_tree, typed;
read_typed = $read_typed;
curves = [];
loss_tree = (() => {
function $inner(name, values) {
let curve;
if (((py.contains($GREEK, name)) || (((curve = inside(name, values)) === null)))) {
return null;
}
py.call(curves, "append", curve);
return [curve.tree, curve.axis.variable];
return null;
}
$inner.parameters = ["name", "values"];
return $inner;
})();
typed = read_typed(body, py.tuple(given), loss_tree);
return $_Formula(body, typed, py.tuple(curves), py.tuple((function* ($source) { for (const name of $source) if ((!py.contains(py.set([...py.iter(given)]), name))) yield name; })(py.iter(typed.names))));
return null;
}
$_read.parameters = ["body", "given", "inside"];
function $read_typed(text, parameters = [], loss_tree = $_no_loss) {
let defaults, notes, end, start, own, words, index, stream, tree, values, found;
if ((py.lt($MAX_LENGTH$1, py.len(text)))) {
throw $FormulaError(("the formula has " + py.format(py.len(text), "") + " characters; the most is " + py.format($MAX_LENGTH$1, "")));
}
[start, end, notes, defaults] = py.iter($body(text));
own = py.bitor(py.frozenset(parameters), py.set((function* ($source) { for (const name of $source) yield $canonical(name); })(py.iter(parameters))));
words = $tokens(text, start, end, own);
index = $index_of(words);
words = $with_scores(words, own, index);
stream = py.callWith($Stream, [words, $GRAMMAR, own, loss_tree, $looks_like_latex(text), index], {notes: notes});
tree = stream.grammar.formula(stream);
if ((!py.eq(stream.token.kind, "end"))) {
stream.fail("expected an operator");
}
$check_height(tree);
values = py.dict((function* ($source) { for (const [name, value] of $source) yield [$canonical(name), $Number(value)]; })(py.iter(defaults.items())));
tree = $substitute(tree, py.dict((function* ($source) { for (const [name, value] of $source) if ((!py.contains(own, name))) yield [name, value]; })(py.iter(values.items()))));
found = $meaning(tree, own, stream.counts);
return $Typed(found.tree, py.tuple($names_in_order(found.tree)), [...py.iter(stream.notes), ...py.iter(found.notes)], found.is_margin_product, found.label);
return null;
}
$read_typed.parameters = ["text", "parameters", "loss_tree"];
function $_no_loss(_name, _values) {
return null;
}
$_no_loss.parameters = ["_name", "_values"];
function* $names_in_order(tree) {
let seen, waiting, node;
seen = py.set();
waiting = [tree];
while (py.truth(waiting)) {
node = py.call(waiting, "pop");
if ((py.truth(py.isinstance(node, $Name)) && (!py.contains(seen, node.name)) && (!py.contains($CONSTANTS$1, node.name)))) {
seen.add(node.name);
(yield node.name);
}
if (py.truth(py.isinstance(node, $Call))) {
waiting = py.iadd(waiting, py.reversed(node.arguments));
}
}
}
$names_in_order.parameters = ["tree"];
function $meaning(tree, parameters, counts = []) {
let notes, free, found, read, output, label, $0, $1;
[tree, notes] = py.iter($_one_example(tree, parameters, $COUNTS.union(counts)));
tree = $transform(tree, ((node) => $_tidy$1($as_number(node))));
tree = $_with_probability(tree, parameters);
free = py.sub($names_in(tree), parameters);
for ($0 of py.iter($_roles(free))) {
[label, output] = py.iter($0);
for ($1 of py.iter([$_margin, $_error])) {
read = $1;
if (py.truth((found = read(tree, label, output)))) {
return py.callWith(py.dataclasses.replace, [found], {notes: [...py.iter(notes), ...py.iter(found.notes)]});
}
}
}
return $_with_label($Meaning(tree, py.tuple(notes)), free);
return null;
}
$meaning.parameters = ["tree", "parameters", "counts"];
function $_with_label(found, free) {
let tree, names, outputs, labels, label, output, notes, values, $0;
tree = found.tree;
names = py.set($names_in_order(tree));
outputs = py.list((function* ($source) { for (const n of $source) if (((py.contains($OUTPUTS, n)) || (py.contains($_OTHER_OUTPUTS, n)))) yield n; })(py.iter(py.sorted(py.bitand(names, free)))));
labels = py.sorted(py.bitand(names, py.sub($LABELS, py.set(outputs))));
if (((!py.eq(py.len(outputs), 1)) || (!py.eq(py.len(labels), 1)))) {
return found;
}
[output, label] = py.iter([py.get(outputs, 0), py.get(labels, 0)]);
[values, notes] = py.iter([py.dict([]), py.list(found.notes)]);
if (((py.contains($OUTPUTS, output)) && py.truth($_is_probability(tree, output)))) {
py.put(values, output, $_P);
py.call(notes, "append", (py.format(output, "") + " is read as p, the forecast of class 1"));
}
else {
if (((py.contains($OUTPUTS, output)) && (py.lt(1, py.len(output))))) {
py.put(values, output, $_F);
py.call(notes, "append", (py.format(output, "") + " is read as the score f"));
}
}
if ((py.contains(free, label))) {
$0 = [...py.iter([$_Y, "y"])];
py.put(values, label, $0[0]);
label = $0[1];
}
return py.callWith(py.dataclasses.replace, [found], {tree: $substitute(tree, values), notes: py.tuple(notes), label: label});
return null;
}
$_with_label.parameters = ["found", "free"];
function $_is_probability(tree, name) {
let arguments$, rest, of_rest;
arguments$ = py.list((function* ($source) { for (const call of $source) if ((py.eq(call.function, "log"))) yield py.get(call.arguments, 0); })(py.iter($_calls(tree))));
rest = $Call("-", [$_ONE$2, $Name(name)]);
of_rest = py.list((function* ($source) { for (const argument of $source) if ((py.eq($names_in(argument), py.set([name])))) yield py.contains($_calls(argument), rest); })(py.iter(arguments$)));
return py.and(py.contains(of_rest, true), () => py.contains(of_rest, false));
return null;
}
$_is_probability.parameters = ["tree", "name"];
function* $_calls(tree) {
let waiting, node;
waiting = [tree];
while (py.truth(waiting)) {
node = py.call(waiting, "pop");
if (py.truth(py.isinstance(node, $Call))) {
(yield node);
waiting = py.iadd(waiting, node.arguments);
}
}
}
$_calls.parameters = ["tree"];
function $_error(tree, label, output) {
let signs, error, note, is_mirrored;
signs = py.set();
error = $transform($_with_errors(tree, $Name(label), $Name(output), signs), $_unsigned);
if (py.truth(py.bitand($names_in(error), py.set([label, output])))) {
return null;
}
note = (py.format(output, "") + " - " + py.format(label, "") + " is read as the error r = prediction - target");
if ((py.contains(signs, py.neg(1)))) {
is_mirrored = py.any((function* ($source) { for (const call of $source) yield py.or(py.eq(call, $_MINUS_R), () => py.and(py.eq(call.function, "-"), () => py.eq(py.get(call.arguments, 1), $_R))); })(py.iter($_calls(error))));
note = (py.format(label, "") + " - " + py.format(output, "") + " is read as -r: the error r is prediction - target");
note = py.iadd(note, (py.truth(is_mirrored) ? ", so that a curve that is not even is mirrored" : ""));
}
return $Meaning(error, [note]);
return null;
}
$_error.parameters = ["tree", "label", "output"];
function $_unsigned(node) {
let inner, right, left, value, base, function$, $0, $1;
$0 = node;
if ((py.isinstance($0, $Call) && (function$ = $0.function, true) && py.isSequence($0.arguments, 1, 1) && (inner = $0.arguments[0], true)) && ((py.eq(inner, $_MINUS_R)) && (py.contains($_EVEN, function$)))) {
return $Call(function$, [$_R]);
}
else if ((py.isinstance($0, $Call) && py.eq($0.function, "^") && py.isSequence($0.arguments, 2, 2) && (base = $0.arguments[0], true) && py.isinstance($0.arguments[1], $Number) && (value = $0.arguments[1].value, true)) && ((py.eq(base, $_MINUS_R)) && (py.eq(py.mod(value, 2.0), 0.0)))) {
return $Call("^", [$_R, $Number(value)]);
}
else if ((py.isinstance($0, $Call) && py.eq($0.function, "*") && py.isSequence($0.arguments, 2, 2) && (left = $0.arguments[0], true) && (right = $0.arguments[1], true)) && ((py.eq(left, ($1 = right)) && py.eq($1, $_MINUS_R)))) {
return $Call("*", [$_R, $_R]);
}
else if ((py.isinstance($0, $Call) && py.eq($0.function, "neg") && py.isSequence($0.arguments, 1, 1) && (inner = $0.arguments[0], true)) && (py.eq(inner, $_MINUS_R))) {
return $_R;
}
return node;
return null;
}
$_unsigned.parameters = ["node"];
function $_with_errors(node, label, output, signs) {
let terms, of_label, of_output, is_error, rebuild, $0;
terms = py.list($_terms(node));
[of_output, of_label] = py.iter((function* ($source) { for (const name of $source) yield py.list((function* ($source) { for (const [term, sign] of $source) if ((py.eq(term, name))) yield sign; })(py.iter(terms))); })(py.iter([output, label])));
is_error = py.and((py.eq(py.len(of_output), ($0 = py.len(of_label))) && py.eq($0, 1)), () => py.eq(py.get(of_output, 0), py.neg(py.get(of_label, 0))));
if (py.truth(is_error)) {
signs.add(py.get(of_output, 0));
}
rebuild = (() => {
function $inner(part) {
let arguments$, function$, difference, right, left, sign, $0;
$0 = part;
if ((py.isinstance($0, $Call) && ((py.eq($0.function, "+")) || (py.eq($0.function, "-")) || (py.eq($0.function, "neg"))) && (sign = $0.function, true) && (arguments$ = $0.arguments, true))) {
return $_tidy$1($Call(sign, py.tuple(py.map(rebuild, arguments$))));
}
else if ((py.isinstance($0, $Call) && (sign = $0.function, true) && py.isSequence($0.arguments, 2, 2) && (left = $0.arguments[0], true) && (right = $0.arguments[1], true)) && ((py.contains($COMPARISONS, sign)) && py.truth($names_in(left)) && py.truth($names_in(right)))) {
difference = $_with_errors($Call("-", [left, right]), label, output, signs);
if (!py.truth(py.bitand($names_in(difference), py.set([label.name, output.name])))) {
return $_compared(sign, difference);
}
return $Call(sign, [$_with_errors(left, label, output, signs), $_with_errors(right, label, output, signs)]);
}
else if ((py.isinstance($0, $Call) && (function$ = $0.function, true) && (arguments$ = $0.arguments, true))) {
return $Call(function$, py.tuple((function* ($source) { for (const argument of $source) yield $_with_errors(argument, label, output, signs); })(py.iter(arguments$))));
}
return (py.truth(is_error) ? ((py.eq(part, output)) ? $_R : ((py.eq(part, label)) ? $_ZERO$1 : part)) : part);
return null;
}
$inner.parameters = ["part"];
return $inner;
})();
return rebuild(node);
return null;
}
$_with_errors.parameters = ["node", "label", "output", "signs"];
function $_compared(sign, difference) {
let inner, $0;
$0 = difference;
if ((py.isinstance($0, $Call) && py.eq($0.function, "neg") && py.isSequence($0.arguments, 1, 1) && (inner = $0.arguments[0], true))) {
return $Call(sign, [$_ZERO$1, inner]);
}
return $Call(sign, [difference, $_ZERO$1]);
return null;
}
$_compared.parameters = ["sign", "difference"];
function* $_terms(node) {
let waiting, inner, right, left, operator, sign, part, $0;
waiting = [[node, 1]];
while (py.truth(waiting)) {
[part, sign] = py.iter(py.call(waiting, "pop"));
$0 = part;
if ((py.isinstance($0, $Call) && ((py.eq($0.function, "+")) || (py.eq($0.function, "-"))) && (operator = $0.function, true) && py.isSequence($0.arguments, 2, 2) && (left = $0.arguments[0], true) && (right = $0.arguments[1], true))) {
waiting = py.iadd(waiting, [[left, sign], [right, ((py.eq(operator, "+")) ? sign : py.neg(sign))]]);
}
else if ((py.isinstance($0, $Call) && py.eq($0.function, "neg") && py.isSequence($0.arguments, 1, 1) && (inner = $0.arguments[0], true))) {
py.call(waiting, "append", [inner, py.neg(sign)]);
}
else if (true) {
(yield [part, sign]);
}
}
}
$_terms.parameters = ["node"];
function $_margin(tree, label, output) {
let read;
read = $_with_margins(tree, $Name(label), $Name(output));
if (py.truth(py.bitand($names_in(read), py.set([label, output])))) {
return null;
}
return py.callWith($Meaning, [read, [(py.format(label, "") + "*" + py.format(output, "") + " is read as the margin m")]], {is_margin_product: true});
return null;
}
$_margin.parameters = ["tree", "label", "output"];
function $_with_margins(node, label, output) {
let factors, is_margin, rebuild, $0;
factors = py.list($_factors$2(node));
is_margin = (py.eq(py.call(factors, "count", label), ($0 = py.call(factors, "count", output))) && py.eq($0, 1));
rebuild = (() => {
function $inner(part) {
let arguments$, function$, inner, below, above, right, left, $0;
$0 = part;
if ((py.isinstance($0, $Call) && py.eq($0.function, "*") && py.isSequence($0.arguments, 2, 2) && (left = $0.arguments[0], true) && (right = $0.arguments[1], true))) {
return $_tidy$1($Call("*", [rebuild(left), rebuild(right)]));
}
else if ((py.isinstance($0, $Call) && py.eq($0.function, "/") && py.isSequence($0.arguments, 2, 2) && (above = $0.arguments[0], true) && (below = $0.arguments[1], true))) {
return $Call("/", [rebuild(above), $_with_margins(below, label, output)]);
}
else if ((py.isinstance($0, $Call) && py.eq($0.function, "neg") && py.isSequence($0.arguments, 1, 1) && (inner = $0.arguments[0], true))) {
return $Call("neg", [rebuild(inner)]);
}
else if ((py.isinstance($0, $Call) && (function$ = $0.function, true) && (arguments$ = $0.arguments, true))) {
return $Call(function$, py.tuple((function* ($source) { for (const argument of $source) yield $_with_margins(argument, label, output); })(py.iter(arguments$))));
}
return (py.truth(is_margin) ? ((py.eq(part, label)) ? $_M : ((py.eq(part, output)) ? $_ONE$2 : part)) : part);
return null;
}
$inner.parameters = ["part"];
return $inner;
})();
return rebuild(node);
return null;
}
$_with_margins.parameters = ["node", "label", "output"];
function* $_factors$2(node) {
let waiting, factor, above, factors, $0;
waiting = [node];
while (py.truth(waiting)) {
$0 = py.call(waiting, "pop");
if ((py.isinstance($0, $Call) && py.eq($0.function, "*") && (factors = $0.arguments, true))) {
waiting = py.iadd(waiting, factors);
}
else if ((py.isinstance($0, $Call) && ((py.eq($0.function, "/")) || (py.eq($0.function, "neg"))) && py.isSequence($0.arguments, 1, Infinity) && (above = $0.arguments[0], true))) {
py.call(waiting, "append", above);
}
else if (((factor = $0, true))) {
(yield factor);
}
}
}
$_factors$2.parameters = ["node"];
function $_roles(free) {
let pairs, output, label, others;
pairs = py.list((function* ($source) { for (const label of $source) for (const output of py.iter(py.sorted(py.bitand(free, $OUTPUTS)))) yield [label, output]; })(py.iter(py.sorted(py.bitand(free, $LABELS)))));
pairs = py.iadd(pairs, ((py.le(py.set(["t", "y"]), free)) ? [["t", "y"]] : []));
pairs = py.iadd(pairs, py.list((function* ($source) { for (const name of $source) if (((py.contains(free, (py.format(name, "") + "_hat"))) && (!py.contains($LABELS, name)))) yield [name, (py.format(name, "") + "_hat")]; })(py.iter(py.sorted(free)))));
if (((py.eq(py.len(free), 2)) && (py.eq(py.len((others = py.sub(py.sub(free, $LABELS), $VARIABLES$1))), 1)) && py.truth(py.bitand(free, $SURE_LABELS)))) {
[[label], [output]] = py.iter([py.bitand(free, $SURE_LABELS), others]);
pairs = py.iadd(pairs, ((py.contains($OUTPUTS, output)) ? [] : [[label, output]]));
}
return pairs;
return null;
}
$_roles.parameters = ["free"];
function $_with_probability(tree, parameters) {
let names, others;
names = $names_in(tree);
others = py.list((function* ($source) { for (const name of $source) if ((py.contains(py.sub(names, parameters), name))) yield name; })(py.iter($PROBABILITIES)));
return (((py.eq(py.len(others), 1)) && (!py.contains(names, "p"))) ? $substitute(tree, py.dict([[py.get(others, 0), $_P]])) : tree);
return null;
}
$_with_probability.parameters = ["tree", "parameters"];
function $as_number(tree) {
let parts, $0;
$0 = tree;
if ((py.isinstance($0, $Call) && py.eq($0.function, "and") && (parts = $0.arguments, true)) && !py.truth($is_chain(tree))) {
return py.functools.reduce(((left, right) => $Call("*", [left, right])), py.map($as_number, parts));
}
else if ((py.isinstance($0, $Call) && py.eq($0.function, "or") && (parts = $0.arguments, true))) {
return py.functools.reduce(((left, right) => $Call("max", [left, right])), py.map($as_number, parts));
}
return tree;
return null;
}
$as_number.parameters = ["tree"];
function $is_chain(condition) {
let parts, sides;
parts = condition.arguments;
sides = py.list((function* ($source) { for (const part of $source) yield ((py.truth(py.isinstance(part, $Call)) && (py.contains($COMPARISONS, part.function))) ? part.arguments : []); })(py.iter(parts)));
return py.and(py.all(sides), () => py.all((function* ($source) { for (const [a, b] of $source) yield py.eq(py.get(a, py.neg(1)), py.get(b, 0)); })(py.iter(py.itertools.pairwise(sides)))));
return null;
}
$is_chain.parameters = ["condition"];
function $_tidy$1(node) {
let v, second, u, first, condition, $0;
$0 = node;
if ((((py.isinstance($0, $Call) && py.eq($0.function, "*") && py.isSequence($0.arguments, 2, 2) && py.isinstance($0.arguments[0], $Number) && py.eq($0.arguments[0].value, 1.0) && (u = $0.arguments[1], true)) || (py.isinstance($0, $Call) && ((py.eq($0.function, "*")) || (py.eq($0.function, "/")) || (py.eq($0.function, "^"))) && py.isSequence($0.arguments, 2, 2) && (u = $0.arguments[0], true) && py.isinstance($0.arguments[1], $Number) && py.eq($0.arguments[1].value, 1.0))))) {
return u;
}
else if ((((py.isinstance($0, $Call) && py.eq($0.function, "+") && py.isSequence($0.arguments, 2, 2) && py.isinstance($0.arguments[0], $Number) && py.eq($0.arguments[0].value, 0.0) && (u = $0.arguments[1], true)) || (py.isinstance($0, $Call) && ((py.eq($0.function, "+")) || (py.eq($0.function, "-"))) && py.isSequence($0.arguments, 2, 2) && (u = $0.arguments[0], true) && py.isinstance($0.arguments[1], $Number) && py.eq($0.arguments[1].value, 0.0))))) {
return u;
}
else if ((((py.isinstance($0, $Call) && py.eq($0.function, "-") && py.isSequence($0.arguments, 2, 2) && py.isinstance($0.arguments[0], $Number) && py.eq($0.arguments[0].value, 0.0) && (u = $0.arguments[1], true)) || (py.isinstance($0, $Call) && py.eq($0.function, "*") && ((py.isSequence($0.arguments, 2, 2) && py.isinstance($0.arguments[0], $Call) && py.eq($0.arguments[0].function, "neg") && py.isSequence($0.arguments[0].arguments, 1, 1) && py.isinstance($0.arguments[0].arguments[0], $Number) && py.eq($0.arguments[0].arguments[0].value, 1.0) && (u = $0.arguments[1], true)) || (py.isSequence($0.arguments, 2, 2) && (u = $0.arguments[0], true) && py.isinstance($0.arguments[1], $Call) && py.eq($0.arguments[1].function, "neg") && py.isSequence($0.arguments[1].arguments, 1, 1) && py.isinstance($0.arguments[1].arguments[0], $Number) && py.eq($0.arguments[1].arguments[0].value, 1.0))))))) {
return $Call("neg", [u]);
}
else if ((py.isinstance($0, $Call) && py.eq($0.function, "neg") && py.isSequence($0.arguments, 1, 1) && py.isinstance($0.arguments[0], $Number) && py.eq($0.arguments[0].value, 0.0))) {
return $_ZERO$1;
}
else if ((py.isinstance($0, $Call) && py.eq($0.function, "*") && py.isSequence($0.arguments, 2, 2) && (condition = $0.arguments[0], true) && (u = $0.arguments[1], true)) && (py.truth($is_condition(condition)) && !py.truth($is_condition(u)))) {
return $Call("if", [condition, u, $_ZERO$1]);
}
else if ((py.isinstance($0, $Call) && py.eq($0.function, "*") && py.isSequence($0.arguments, 2, 2) && (u = $0.arguments[0], true) && (condition = $0.arguments[1], true)) && (py.truth($is_condition(condition)) && !py.truth($is_condition(u)))) {
return $Call("if", [condition, u, $_ZERO$1]);
}
else if ((py.isinstance($0, $Call) && py.eq($0.function, "*") && py.isSequence($0.arguments, 2, 2) && py.isinstance($0.arguments[0], $Call) && py.eq($0.arguments[0].function, "if") && py.isSequence($0.arguments[0].arguments, 3, 3) && (condition = $0.arguments[0].arguments[0], true) && (u = $0.arguments[0].arguments[1], true) && py.isinstance($0.arguments[0].arguments[2], $Number) && py.eq($0.arguments[0].arguments[2].value, 0.0) && (v = $0.arguments[1], true))) {
return $Call("if", [condition, $_tidy$1($Call("*", [u, v])), $_ZERO$1]);
}
else if ((py.isinstance($0, $Call) && py.eq($0.function, "*") && py.isSequence($0.arguments, 2, 2) && (v = $0.arguments[0], true) && py.isinstance($0.arguments[1], $Call) && py.eq($0.arguments[1].function, "if") && py.isSequence($0.arguments[1].arguments, 3, 3) && (condition = $0.arguments[1].arguments[0], true) && (u = $0.arguments[1].arguments[1], true) && py.isinstance($0.arguments[1].arguments[2], $Number) && py.eq($0.arguments[1].arguments[2].value, 0.0))) {
return $Call("if", [condition, $_tidy$1($Call("*", [v, u])), $_ZERO$1]);
}
else if ((py.isinstance($0, $Call) && py.eq($0.function, "+") && py.isSequence($0.arguments, 2, 2) && py.isinstance($0.arguments[0], $Call) && py.eq($0.arguments[0].function, "if") && py.isSequence($0.arguments[0].arguments, 3, 3) && (first = $0.arguments[0].arguments[0], true) && (u = $0.arguments[0].arguments[1], true) && py.isinstance($0.arguments[0].arguments[2], $Number) && py.eq($0.arguments[0].arguments[2].value, 0.0) && py.isinstance($0.arguments[1], $Call) && py.eq($0.arguments[1].function, "if") && py.isSequence($0.arguments[1].arguments, 3, 3) && (second = $0.arguments[1].arguments[0], true) && (v = $0.arguments[1].arguments[1], true) && py.isinstance($0.arguments[1].arguments[2], $Number) && py.eq($0.arguments[1].arguments[2].value, 0.0))) {
return ((py.eq($opposite$1(first), second)) ? $Call("if", [first, u, v]) : node);
}
return node;
return null;
}
$_tidy$1.parameters = ["node"];
function $opposite$1(condition) {
let sides, function$, parts, joint, $0;
$0 = condition;
if ((py.isinstance($0, $Call) && ((py.eq($0.function, "and")) || (py.eq($0.function, "or"))) && (joint = $0.function, true) && (parts = $0.arguments, true))) {
return $Call(((py.eq(joint, "and")) ? "or" : "and"), py.tuple(py.map($opposite$1, parts)));
}
else if ((py.isinstance($0, $Call) && (function$ = $0.function, true) && (sides = $0.arguments, true)) && (py.contains($COMPARISONS, function$))) {
return $Call(py.get($_OPPOSITES, function$), sides);
}
return condition;
return null;
}
$opposite$1.parameters = ["condition"];
function $_one_example(tree, parameters, counts) {
let dropped;
dropped = py.set((function* ($source) { for (const node of $source) if ((py.contains($_DROPPED, node.function))) yield node.function; })(py.iter($_calls(tree))));
if (!py.truth(dropped)) {
return [tree, []];
}
tree = $transform(tree, ((node) => (py.truth($_is_dropped(node)) ? py.get(node.arguments, 0) : node)));
if ((py.contains(dropped, "sum"))) {
tree = $transform(tree, ((node) => (py.truth($_is_size$1(node, parameters)) ? $_ONE$2 : node)));
tree = $substitute(tree, py.dict.fromkeys(py.sub(counts, parameters), $_ONE$2));
}
return [tree, py.list((function* ($source) { for (const function$ of $source) yield py.get($_DROPPED, function$); })(py.iter(py.sorted(dropped))))];
return null;
}
$_one_example.parameters = ["tree", "parameters", "counts"];
function $_is_size$1(node, parameters) {
let name, $0;
$0 = node;
if ((py.isinstance($0, $Call) && py.eq($0.function, "abs") && py.isSequence($0.arguments, 1, 1) && py.isinstance($0.arguments[0], $Name) && (name = $0.arguments[0].name, true))) {
return py.and(py.eq(py.len(name), 1), () => py.and(py.call(name, "isupper"), () => !py.contains(parameters, name)));
}
return false;
return null;
}
$_is_size$1.parameters = ["node", "parameters"];
function $_is_dropped(node) {
return py.and(py.isinstance(node, $Call), () => py.contains($_DROPPED, node.function));
return null;
}
$_is_dropped.parameters = ["node"];
function $check_height(tree) {
let level, _, $0;
level = [tree];
for ($0 of py.iter(py.range($MAX_HEIGHT))) {
_ = $0;
level = py.list((function* ($source) { for (const node of $source) if (py.truth(py.isinstance(node, $Call))) for (const part of py.iter(node.arguments)) yield part; })(py.iter(level)));
}
if (py.truth(py.any((function* ($source) { for (const node of $source) yield py.isinstance(node, $Call); })(py.iter(level))))) {
throw $FormulaError(("the formula has more than " + py.format($MAX_HEIGHT, "") + " operations in a row; bracket parts of a long sum"));
}
return null;
}
$check_height.parameters = ["tree"];
function $looks_like_latex(text) {
return py.any((function* ($source) { for (const sign of $source) yield py.contains(text, sign); })(py.iter(["\\", "^{", "_{", "}^", "}_"])));
return null;
}
$looks_like_latex.parameters = ["text"];
function $starts_operand(stream) {
let token, is_brace;
token = stream.token;
if ((py.eq(token.kind, "name"))) {
return !py.contains($RESERVED, token.text);
}
if ((py.eq(token.kind, "command"))) {
return $starts(token.text);
}
is_brace = py.and(py.eq(token.text, "{"), () => stream.is_latex);
return py.or(py.contains(["number", "begin"], token.kind), () => py.or(is_brace, () => py.or(stream.at("(", "[", "\u221a", "\u2211"), () => $_opens_bars(stream))));
return null;
}
$starts_operand.parameters = ["stream"];
function $_opens_bars(stream) {
return py.and(stream.at("|"), () => !py.truth(stream.bars));
return null;
}
$_opens_bars.parameters = ["stream"];
function $starts(command) {
return py.or(py.contains($FRACTIONS, command), () => py.or(py.contains($ACCENTS, command), () => py.or(py.contains(["sqrt", "langle"], command), () => $is_function(command))));
return null;
}
$starts.parameters = ["command"];
function $is_function(name) {
return py.bool($function_named(name));
return null;
}
$is_function.parameters = ["name"];
function $function_named(name) {
let own, word, $0;
name = py.call(name, "removesuffix", "_");
for ($0 of py.iter([name, ((py.truth(py.call(py.slice(name, null, 1, null), "isupper")) && (py.lt(1, py.len(name)))) ? py.call(name, "lower") : name)])) {
word = $0;
own = $ALIASES.get(word, word);
if (((py.contains($FUNCTIONS, own)) || (py.contains($SPELLINGS$1, own)) || (py.contains($SPECIAL, own)))) {
return own;
}
}
return "";
return null;
}
$function_named.parameters = ["name"];
function $atom$1(stream) {
let token, reader;
token = stream.token;
if (py.truth((reader = $_READERS.get(token.kind)))) {
return reader(stream);
}
if ((py.truth(stream.at("(", "[")) || (py.truth(stream.at("{")) && py.truth(stream.is_latex)))) {
return stream.brackets();
}
if (py.truth(stream.at("|"))) {
return $_bars(stream);
}
if (py.truth(stream.take("\u221a"))) {
return $Call("sqrt", [stream.nest($operand)]);
}
return stream.fail($_NO_ATOM);
return null;
}
$atom$1.parameters = ["stream"];
function $_bars(stream) {
let bars, tree;
stream.next();
[bars, stream.bars] = py.iter([stream.bars, py.add(stream.bars, 1)]);
tree = stream.nest($formula);
stream.expect("|");
stream.bars = bars;
return ((py.truth(py.isinstance(tree, $Call)) && (py.eq(tree.function, "abs"))) ? tree : $Call("abs", [tree]));
return null;
}
$_bars.parameters = ["stream"];
function $cases(stream) {
let pieces, condition, column, value;
stream.next();
pieces = [];
while (!py.truth(stream.take_kind("finish"))) {
value = stream.nest(stream.grammar.value);
while (py.truth($_take_word(stream, $_IF))) {
}
condition = null;
if (!py.truth($_take_word(stream, $_OTHERWISE))) {
column = stream.token.column;
condition = $check(stream.inner(), column);
}
py.call(pieces, "append", [value, condition]);
stream.take(",", ".", ";");
if ((!py.truth(stream.take_kind("newline")) && (!py.eq(stream.token.kind, "finish")))) {
stream.fail("expected '\\\\' or '\\end{cases}'");
}
}
return $_chosen(stream, pieces);
return null;
}
$cases.parameters = ["stream"];
function $_chosen(stream, pieces) {
let last, tree, earlier, condition, value, $0;
if (!py.truth(pieces)) {
stream.fail("expected a value before this end");
}
[earlier, [tree, last]] = py.unpack(pieces, 0, 1);
if (py.truth(py.any((function* ($source) { for (const [, condition] of $source) yield (condition === null); })(py.iter(earlier))))) {
stream.fail("only the last case may be 'otherwise', before what ends");
}
if ((((last !== null)) && !((py.eq(py.len(earlier), 1)) && (py.contains($_complements(last), py.get(py.get(earlier, 0), 1)))))) {
stream.note("the last case is read as 'otherwise'");
}
for ($0 of py.iter(py.reversed(earlier))) {
[value, condition] = py.iter($0);
if (((condition !== null))) {
tree = $choose$1(stream, condition, value, tree);
}
}
return tree;
return null;
}
$_chosen.parameters = ["stream", "pieces"];
function $choose$1(stream, condition, then, otherwise) {
let rest, others, first, $0;
$0 = condition;
if ((py.isinstance($0, $Call) && py.eq($0.function, "and") && py.isSequence($0.arguments, 1, Infinity) && (first = $0.arguments[0], true) && (others = $0.arguments.slice(1), true)) && !py.truth($is_chain(condition))) {
rest = $choose$1(stream, $_joint("and", others), then, otherwise);
return $choose$1(stream, first, rest, stream.copy(otherwise));
}
else if ((py.isinstance($0, $Call) && py.eq($0.function, "or") && py.isSequence($0.arguments, 1, Infinity) && (first = $0.arguments[0], true) && (others = $0.arguments.slice(1), true))) {
rest = $choose$1(stream, $_joint("or", others), then, otherwise);
return $choose$1(stream, first, stream.copy(then), rest);
}
return $Call("if", [condition, then, otherwise]);
return null;
}
$choose$1.parameters = ["stream", "condition", "then", "otherwise"];
function $_joint(joint, parts) {
return ((py.lt(1, py.len(parts))) ? $Call(joint, py.tuple(parts)) : py.get(parts, 0));
return null;
}
$_joint.parameters = ["joint", "parts"];
function $_complements(condition) {
let strict, sides, function$, $0;
strict = py.dict([["<", ["<", "<="]], ["<=", ["<", "<="]], [">", [">", ">="]], [">=", [">", ">="]]]);
$0 = $opposite$1(condition);
if ((py.isinstance($0, $Call) && (function$ = $0.function, true) && (sides = $0.arguments, true)) && (py.contains(strict, function$))) {
return py.tuple((function* ($source) { for (const other of $source) yield $Call(other, sides); })(py.iter(py.get(strict, function$))));
}
return [$opposite$1(condition)];
return null;
}
$_complements.parameters = ["condition"];
function $check(tree, column) {
if (!py.truth($is_true_or_false(tree))) {
throw $FormulaError(("expected a comparison such as x < 1 at column " + py.format(column, "") + " of the formula"));
}
return tree;
return null;
}
$check.parameters = ["tree", "column"];
function $is_true_or_false(tree) {
return py.and(py.isinstance(tree, $Call), () => py.or(py.contains($COMPARISONS, tree.function), () => py.contains(["and", "or"], tree.function)));
return null;
}
$is_true_or_false.parameters = ["tree"];
function $_take_word(stream, words) {
let in_braces;
in_braces = py.and(stream.at("{"), () => py.and(py.contains(words, stream.ahead().text), () => py.eq(stream.ahead(2).text, "}")));
if (py.truth(in_braces)) {
stream.skip_group();
}
return py.or(in_braces, () => py.bool(stream.take(...py.iter(words))));
return null;
}
$_take_word.parameters = ["stream", "words"];
function $command(stream) {
let name, letter;
name = stream.token.text;
if ((py.contains($FRACTIONS, name))) {
stream.next();
return $Call("/", [$_group(stream), $_group(stream)]);
}
if ((py.eq(name, "sqrt"))) {
return $_root$1(stream);
}
if ((py.contains($ACCENTS, name))) {
stream.next();
if (((!py.eq(stream.token.kind, "name")) && !py.truth(stream.at("{")))) {
stream.fail("expected a letter");
}
letter = stream.skip_group();
if (((py.contains($MODELS, letter)) && py.truth($skip_sample(stream)))) {
return $Name(letter);
}
return $name(stream, $_accented(stream, letter, py.get($ACCENTS, name)));
}
if ((py.eq(name, "langle"))) {
return $_inner_product(stream);
}
if (py.truth($is_function(name))) {
return $word(stream);
}
return stream.fail("unknown command of LaTeX");
return null;
}
$command.parameters = ["stream"];
function $word(stream) {
let token, own, function$, tree;
token = stream.token;
if (((py.eq(token.kind, "name")) && py.truth($is_library(stream)) && (!py.contains(stream.parameters, token.text)))) {
return $_from_library(stream);
}
if (((py.eq(token.text, "self")) && (py.eq(stream.ahead().text, ".")))) {
stream.position = py.iadd(stream.position, 2);
return $word(stream);
}
stream.next();
own = $canonical(token.text, stream.index);
if (((py.contains(stream.parameters, token.text)) || (py.contains(stream.parameters, own)))) {
return $Name(((py.contains(stream.parameters, token.text)) ? token.text : own));
}
if ((py.truth(token.is_greek) && (py.eq(token.text, "sigma")) && py.truth(stream.at("(")))) {
return $call(stream, token, "sigmoid");
}
if (((py.contains($NAMES, own)) && !py.truth(stream.at("(")))) {
return $name(stream, own);
}
function$ = $function_named(token.text);
if ((py.truth(function$) && py.truth($_loss_has(stream, token, function$)))) {
return $_loss$1(stream, token);
}
if ((py.truth(function$) && py.truth((tree = $_function(stream, token, function$))))) {
return tree;
}
if (py.truth(stream.at("("))) {
return $_called(stream, token);
}
return $name(stream, own);
return null;
}
$word.parameters = ["stream"];
function $_called(stream, token) {
if (((py.contains($MARGINS, token.text)) && py.truth($skip_sample(stream)))) {
return $name(stream, token.text);
}
if (((py.contains($MODELS, token.text)) && py.truth($skip_sample(stream)))) {
return $name(stream, ((py.lt(1, py.len(token.text))) ? "f" : token.text));
}
if (((py.eq(token.text, "len")) && py.truth($skip_sample(stream)))) {
return $Name("n");
}
if (py.truth(stream.loss_tree(token.text, py.dict([])))) {
return $_loss$1(stream, token);
}
if ((py.truth(token.is_greek) || (py.contains($VARIABLES$1, token.text)) || (py.truth(stream.is_latex) && (py.eq(py.len(token.text), 1))))) {
return $name(stream, $canonical(token.text, stream.index));
}
return stream.stop(token, ("unknown function " + py.format($quote(token.text), "")), $_near(stream, token.text));
return null;
}
$_called.parameters = ["stream", "token"];
function $_near(stream, text) {
let known, near, quoted;
known = py.sorted(py.set([...py.iter($FUNCTIONS), ...py.iter($SPELLINGS$1), ...py.iter($_SUGGESTIONS), ...py.iter(stream.parameters)]));
near = py.callWith(py.difflib.get_close_matches, [py.call(text, "lower"), known], {n: 3, cutoff: 0.5});
quoted = py.list((function* ($source) { for (const name of $source) yield ("'" + py.format(name, "") + "'"); })(py.iter(near)));
return (py.truth(near) ? ("did you mean " + py.format($alternatives(quoted), "") + "?") : ("functions are " + py.format(py.call(", ", "join", $_SUGGESTIONS), "") + " ..."));
return null;
}
$_near.parameters = ["stream", "text"];
function $_function(stream, token, function$) {
let loss;
if ((py.truth(stream.at("(", "[", "{")) || ((py.eq(token.kind, "command")) && py.truth(stream.at("[", "{", "_", "^"))))) {
return $call(stream, token, function$);
}
if (((py.contains($BARE, function$)) && py.truth(stream.at("_", "^")))) {
return $call(stream, token, function$);
}
if (((py.contains($BARE, function$)) && py.truth(stream.grammar.starts_operand(stream)))) {
return $_bare_call(stream, token, function$);
}
if (((py.contains(["indicator", "mean"], function$)) && py.truth(stream.at("[", "{", "_")))) {
return $call(stream, token, function$);
}
if (py.truth((loss = stream.loss_tree(token.text, py.dict([]))))) {
return py.get(loss, 0);
}
if ((py.contains(py.sub($SPECIAL, py.set(["log", "max", "min", "where", "clip"])), function$))) {
return null;
}
return stream.stop(token, (py.format($quote(token.text), "") + " wants brackets"), ("write " + py.format(token.text, "") + "(...)"));
return null;
}
$_function.parameters = ["stream", "token", "function"];
function $_bare_call(stream, token, function$) {
let argument;
argument = stream.nest(stream.grammar.operand);
if ((py.truth(stream.at("^", "**")) || py.truth(stream.grammar.starts_operand(stream)))) {
stream.stop(token, (py.format($quote(token.text), "") + " wants brackets"), ("write " + py.format(token.text, "") + "(...)"));
}
return $apply(stream, token, function$, $Arguments([argument], py.dict([])));
return null;
}
$_bare_call.parameters = ["stream", "token", "function"];
function $apply(stream, token, function$, arguments$) {
let spelling, values;
if ((py.contains($SPECIAL_CALLS, function$))) {
return py.get($SPECIAL_CALLS, function$)(stream, token, arguments$);
}
spelling = $spelling_of(function$);
values = arguments$.named(stream, token, spelling.parameters, spelling.defaults);
return $_filled(stream, spelling.tree, values);
return null;
}
$apply.parameters = ["stream", "token", "function", "arguments"];
function $_filled(stream, formula, values) {
let places, _, value, name_, $0, $1;
places = py.collections.Counter((function* ($source) { for (const node of $source) if (py.truth(py.isinstance(node, $Name))) yield node.name; })(py.iter($leaves(formula))));
for ($0 of py.iter(values.items())) {
[name_, value] = py.iter($0);
for ($1 of py.iter(py.range(py.sub(py.get(places, name_), 1)))) {
_ = $1;
stream.copy(value);
}
}
return $substitute(formula, values);
return null;
}
$_filled.parameters = ["stream", "formula", "values"];
function* $leaves(tree) {
let waiting, node;
waiting = [tree];
while (py.truth(waiting)) {
node = py.call(waiting, "pop");
if (py.truth(py.isinstance(node, $Call))) {
waiting = py.iadd(waiting, node.arguments);
}
else {
(yield node);
}
}
}
$leaves.parameters = ["tree"];
function $spelling_of(function$) {
let letters, formula, parameters, parts, names, defaults;
if ((!py.contains($SPELLINGS$1, function$))) {
letters = py.tuple(py.slice($ARGUMENTS, null, py.get($FUNCTIONS, function$).most, null));
return $Spelling(letters, py.dict([]), $parse((py.format(function$, "") + "(" + py.format(py.call(", ", "join", letters), "") + ")"), letters));
}
[parameters, formula] = py.iter(py.get($SPELLINGS$1, function$));
parts = py.list((function* ($source) { for (const parameter of $source) yield py.call(parameter, "partition", "="); })(py.iter(py.call(parameters, "split"))));
names = py.tuple((function* ($source) { for (const [name, , ] of $source) yield name; })(py.iter(parts)));
defaults = py.dict((function* ($source) { for (const [name, , value] of $source) if (py.truth(value)) yield [name, $parse(value, [])]; })(py.iter(parts)));
return $Spelling(names, defaults, $parse(formula, names));
return null;
}
$spelling_of.parameters = ["function"];
$spelling_of = py.cache($spelling_of);
function $_indicator(stream, token, arguments$) {
return $check($_first(stream, token, arguments$), token.column);
return null;
}
$_indicator.parameters = ["stream", "token", "arguments"];
function $_not(stream, token, arguments$) {
return $opposite$1($check($_first(stream, token, arguments$), token.column));
return null;
}
$_not.parameters = ["stream", "token", "arguments"];
function $either(left, right) {
return $Call("or", [...py.iter($_parts("or", left)), ...py.iter($_parts("or", right))]);
return null;
}
$either.parameters = ["left", "right"];
function $_parts(joint, condition) {
let parts, function$, $0;
$0 = condition;
if ((py.isinstance($0, $Call) && (function$ = $0.function, true) && (parts = $0.arguments, true)) && ((py.eq(function$, joint)) && !((py.eq(joint, "and")) && py.truth($is_chain(condition))))) {
return parts;
}
return [condition];
return null;
}
$_parts.parameters = ["joint", "condition"];
function $both(left, right) {
let chain, other, one, second, first, $0, $1, $2;
for ($0 of py.iter([[left, right], [right, left]])) {
[first, second] = py.iter($0);
for ($1 of py.iter([first, $_mirrored(first)])) {
one = $1;
for ($2 of py.iter([second, $_mirrored(second)])) {
other = $2;
if (py.truth($is_chain((chain = $Call("and", [...py.iter($_chain(one)), other]))))) {
return chain;
}
}
}
}
return $Call("and", [...py.iter($_parts("and", left)), ...py.iter($_parts("and", right))]);
return null;
}
$both.parameters = ["left", "right"];
function $_chain(condition) {
return ((py.truth(py.isinstance(condition, $Call)) && (py.eq(condition.function, "and"))) ? condition.arguments : [condition]);
return null;
}
$_chain.parameters = ["condition"];
function $_mirrored(condition) {
let right, left, function$, $0;
$0 = condition;
if ((py.isinstance($0, $Call) && (function$ = $0.function, true) && py.isSequence($0.arguments, 2, 2) && (left = $0.arguments[0], true) && (right = $0.arguments[1], true)) && (py.contains($_MIRRORED, function$))) {
return $Call(py.get($_MIRRORED, function$), [right, left]);
}
return condition;
return null;
}
$_mirrored.parameters = ["condition"];
function $_joined(join, stream, token, arguments$) {
let values, second, first;
values = arguments$.named(stream, token, ["x", "y"], py.dict([]));
[first, second] = py.iter((function* ($source) { for (const name of $source) yield $check(py.get(values, name), token.column); })(py.iter("xy")));
return join(first, second);
return null;
}
$_joined.parameters = ["join", "stream", "token", "arguments"];
function $_logaddexp(stream, token, arguments$) {
let values;
values = arguments$.named(stream, token, ["x", "y"], py.dict([]));
if ((py.contains(values.values(), $_ZERO$2))) {
return $Call("softplus", [((py.eq(py.get(values, "x"), $_ZERO$2)) ? py.get(values, "y") : py.get(values, "x"))]);
}
return $Call("log", [$Call("+", [$Call("exp", [py.get(values, "x")]), $Call("exp", [py.get(values, "y")])])]);
return null;
}
$_logaddexp.parameters = ["stream", "token", "arguments"];
function $_log(stream, token, arguments$) {
let values, hint, logarithm;
values = arguments$.named(stream, token, ["x", "y"], py.dict([["y", $Name("e")]]));
if (!(py.le($names_in(py.get(values, "y")), py.set([...py.iter($CONSTANTS), ...py.iter(stream.parameters)])))) {
hint = py.or(stream.decimal_comma(), () => "write log(x)/log(b)");
stream.stop(token, ("the base of " + py.format($quote(token.text), "") + " is no number"), hint);
}
logarithm = $Call("log", [py.get(values, "x")]);
return ((py.eq(py.get(values, "y"), $Name("e"))) ? logarithm : $Call("/", [logarithm, $Call("log", [py.get(values, "y")])]));
return null;
}
$_log.parameters = ["stream", "token", "arguments"];
function $_heaviside(stream, token, arguments$) {
let values, at_zero, x;
values = arguments$.named(stream, token, ["x", "y"], py.dict([["y", $Call("/", [$_ONE$3, $Number(2.0)])]]));
[x, at_zero] = py.iter([py.get(values, "x"), py.get(values, "y")]);
if ((py.contains([$_ZERO$2, $_ONE$3], at_zero))) {
return $Call(((py.eq(at_zero, $_ZERO$2)) ? ">" : ">="), [x, $_ZERO$2]);
}
return $Call("if", [$Call(">", [x, $_ZERO$2]), $_ONE$3, $Call("if", [$Call(">=", [x, $_ZERO$2]), at_zero, $_ZERO$2])]);
return null;
}
$_heaviside.parameters = ["stream", "token", "arguments"];
function $_select(stream, token, arguments$) {
let trees, tree, pieces, half, is_paired, reasons, values, reason, value, $0;
trees = [...py.iter(arguments$.trees), ...py.iter(arguments$.given.values())];
if (((py.eq(token.text, "piecewise")) && (py.lt(2, py.len(trees))) && py.truth($is_true_or_false(py.get(trees, 1))))) {
return $_piecewise(stream, token, py.slice(trees, 1, null, null));
}
if (((py.eq(py.len(trees), 3)) && py.truth($is_true_or_false(py.get(trees, 0))))) {
return $_where$1(stream, token, arguments$);
}
if ((py.lt(py.len(trees), 3))) {
stream.stop(token, ("'" + py.format(token.text, "") + "' takes conditions and values"), "write where(x < 1, a, b)");
}
[pieces, tree] = py.unpack((py.truth(py.mod(py.len(trees), 2)) ? trees : [...py.iter(trees), $_ZERO$2]), 0, 1);
half = py.floordiv(py.len(pieces), 2);
is_paired = !py.truth($is_true_or_false(py.get(pieces, 0)));
[values, reasons] = py.iter((py.truth(is_paired) ? [py.slice(pieces, null, null, 2), py.slice(pieces, 1, null, 2)] : [py.slice(pieces, half, null, null), py.slice(pieces, null, half, null)]));
for ($0 of py.iter(py.callWith(py.zip, [py.reversed(values), py.reversed(reasons)], {strict: true}))) {
[value, reason] = py.iter($0);
tree = $choose$1(stream, $check(reason, token.column), value, tree);
}
return tree;
return null;
}
$_select.parameters = ["stream", "token", "arguments"];
function $_piecewise(stream, token, trees) {
let reasons, values, tree, reason, value, $0, $1;
reasons = py.list((function* ($source) { for (const tree of $source) if (py.truth($is_true_or_false(tree))) yield tree; })(py.iter(trees)));
values = py.slice(trees, py.len(reasons), null, null);
if (!((py.le(py.len(reasons), ($0 = py.len(values))) && py.le($0, py.add(py.len(reasons), 1))))) {
stream.stop(token, ("'" + py.format(token.text, "") + "' takes conditions and values"), "write where(x < 1, a, b)");
}
tree = ((py.lt(py.len(reasons), py.len(values))) ? py.get(values, py.len(reasons)) : $_ZERO$2);
for ($1 of py.iter(py.callWith(py.zip, [py.reversed(py.slice(values, null, py.len(reasons), null)), py.reversed(reasons)], {strict: true}))) {
[value, reason] = py.iter($1);
tree = $choose$1(stream, reason, value, tree);
}
return tree;
return null;
}
$_piecewise.parameters = ["stream", "token", "trees"];
function $_where$1(stream, token, arguments$) {
let values, given, otherwise, then, condition;
values = arguments$.optional(stream, token, ["condition", "x", "y"]);
if (((!py.eq(py.len(values), 3)) || (py.lt(3, py.len(arguments$.positional))))) {
given = py.add(py.len(arguments$.trees), py.len(arguments$.given));
stream.stop(token, ("'" + py.format(token.text, "") + "' takes 3 arguments, not " + py.format(given, "")), "write where(x < 1, a, b)");
}
[condition, then, otherwise] = py.iter([py.get(values, "condition"), py.get(values, "x"), py.get(values, "y")]);
return $choose$1(stream, $check(condition, token.column), then, otherwise);
return null;
}
$_where$1.parameters = ["stream", "token", "arguments"];
function $_clip(stream, token, arguments$) {
let values, bounds, tree;
values = arguments$.optional(stream, token, ["x", "low", "high"]);
bounds = py.list((function* ($source) { for (const name of $source) if ((py.contains(values, name))) yield py.get(values, name); })(py.iter(["low", "high"])));
if (((!py.contains(values, "x")) || !py.truth(bounds) || (py.lt(3, py.len(arguments$.positional))))) {
stream.stop(token, ("'" + py.format(token.text, "") + "' takes a number and its bounds"), ("write " + py.format(token.text, "") + "(x, low, high)"));
}
tree = py.get(values, "x");
if (((py.contains(values, "low")) && (!py.eq(py.get(values, "low"), $Call("neg", [$_INFINITY]))))) {
tree = $Call("max", [tree, py.get(values, "low")]);
}
if (((py.contains(values, "high")) && (!py.eq(py.get(values, "high"), $_INFINITY)))) {
tree = $Call("min", [tree, py.get(values, "high")]);
}
return tree;
return null;
}
$_clip.parameters = ["stream", "token", "arguments"];
function $_extreme(function$, stream, token, arguments$) {
let trees, $0;
trees = [...py.iter(arguments$.trees), ...py.iter((function* ($source) { for (const [key, tree] of $source) if ((!py.contains(["initial"], key))) yield tree; })(py.iter(arguments$.given.items())))];
if (!((py.le(2, ($0 = py.len(trees))) && py.le($0, $VARIADIC)))) {
stream.stop(token, ("'" + py.format(token.text, "") + "' takes 2 to " + py.format($VARIADIC, "") + " arguments, not " + py.format(py.len(trees), "")), "");
}
return $Call(function$, trees);
return null;
}
$_extreme.parameters = ["function", "stream", "token", "arguments"];
function $_dropped(function$, stream, token, arguments$) {
return $Call(function$, [$_first(stream, token, arguments$)]);
return null;
}
$_dropped.parameters = ["function", "stream", "token", "arguments"];
function $_first(stream, token, arguments$) {
if (!py.truth(arguments$.trees)) {
stream.stop(token, ("'" + py.format(token.text, "") + "' has no argument"), ("write " + py.format(token.text, "") + "(...)"));
}
return py.get(arguments$.trees, 0);
return null;
}
$_first.parameters = ["stream", "token", "arguments"];
function $_loss$1(stream, token) {
let arguments$, values, numbers, found, hint, variable, tree;
arguments$ = $read_arguments(stream, token.text);
values = py.dict((function* ($source) { for (const [key, tree] of $source) yield [key, $constant$1(tree)]; })(py.iter(arguments$.given.items())));
numbers = py.dict((function* ($source) { for (const [key, value] of $source) if (((value !== null))) yield [key, value]; })(py.iter(values.items())));
found = stream.loss_tree(token.text, numbers);
if ((((found === null)) || (py.lt(1, py.len(arguments$.positional))) || (py.lt(numbers.keys(), values.keys())))) {
hint = "write parameters by their names, as in huber(delta=2)";
stream.stop(token, (py.format($quote(token.text), "") + " takes its variable and numbers for its parameters"), hint);
}
[tree, variable] = py.iter(found);
return (py.truth(arguments$.trees) ? $_filled(stream, tree, py.dict([[variable, py.get(arguments$.trees, 0)]])) : tree);
return null;
}
$_loss$1.parameters = ["stream", "token"];
function $constant$1(tree) {
let denominator, numerator, below, above, opposite, inner, value, $0;
$0 = tree;
if ((py.isinstance($0, $Number) && (value = $0.value, true))) {
return value;
}
else if ((py.isinstance($0, $Call) && py.eq($0.function, "neg") && py.isSequence($0.arguments, 1, 1) && (inner = $0.arguments[0], true)) && (((opposite = $constant$1(inner)) !== null))) {
return py.neg(opposite);
}
else if ((py.isinstance($0, $Call) && py.eq($0.function, "/") && py.isSequence($0.arguments, 2, 2) && (above = $0.arguments[0], true) && (below = $0.arguments[1], true))) {
[numerator, denominator] = py.iter([$constant$1(above), $constant$1(below)]);
return ((((numerator !== null)) && py.truth(denominator)) ? py.div(numerator, denominator) : null);
}
return null;
}
$constant$1.parameters = ["tree"];
function $read_arguments(stream, function$) {
let closing, positional, keywords, value, key;
closing = py.get($_CLOSES, stream.next().text);
positional = [];
keywords = py.dict([]);
if (py.truth(stream.take(closing))) {
return $Arguments([], py.dict([]));
}
while (py.truth(true)) {
if (((py.eq(stream.token.kind, "name")) && (py.eq(stream.ahead().text, "=")))) {
key = stream.next().text;
stream.next();
value = $_value(stream);
if ((!py.contains($IGNORED, key))) {
py.put(keywords, key, value);
}
}
else {
if (py.truth(stream.at(...py.iter($_LISTS.get(function$, []))))) {
positional = py.iadd(positional, $_list(stream, function$));
}
else {
py.call(positional, "append", $_value(stream));
}
}
if (!py.truth(stream.take(","))) {
break;
}
}
if (py.truth(stream.at(";"))) {
stream.fail(("expected ',' or '" + py.format(closing, "") + "'"));
}
stream.expect(closing);
return $Arguments(py.tuple(positional), keywords);
return null;
}
$read_arguments.parameters = ["stream", "function"];
function $_list(stream, function$) {
let closing, values;
closing = py.get($_CLOSES, stream.next().text);
values = [];
while (py.truth(true)) {
if (((py.eq(function$, "select")) && py.truth(stream.at("{")))) {
stream.depth = py.iadd(stream.depth, 1);
stream.check_depth();
values = py.iadd(values, $_list(stream, function$));
stream.depth = py.sub(stream.depth, 1);
}
else {
py.call(values, "append", $_value(stream));
}
if (!py.truth(stream.take(","))) {
break;
}
}
stream.expect(closing);
return values;
return null;
}
$_list.parameters = ["stream", "function"];
function $_value(stream) {
let quotes;
if (py.truth(stream.take("None", "True", "False"))) {
return null;
}
if (py.truth((quotes = stream.take("'", "\"")))) {
stream.next();
stream.expect(quotes);
return null;
}
return stream.inner();
return null;
}
$_value.parameters = ["stream"];
function $_loss_has(stream, token, function$) {
let names;
names = ((!py.contains($SPECIAL, function$)) ? $_keywords(stream) : []);
if ((!py.truth(names) || py.truth($_OF_FUNCTIONS.union($spelling_of(function$).parameters).issuperset(names)))) {
return false;
}
return (stream.loss_tree(token.text, py.dict([])) !== null);
return null;
}
$_loss_has.parameters = ["stream", "token", "function"];
function $_keywords(stream) {
let names, depth, after, token, $0;
names = [];
depth = 0;
for ($0 of py.iter(py.itertools.pairwise(py.slice(stream.tokens, stream.position, null, null)))) {
[token, after] = py.iter($0);
depth = py.iadd(depth, py.sub(py.contains($_OPENINGS, token.text), py.contains([")", "]", "}"], token.text)));
if ((py.lt(depth, 1))) {
break;
}
if (((py.eq(depth, 1)) && (py.eq(token.kind, "name")) && (py.eq(after.text, "=")))) {
py.call(names, "append", token.text);
}
}
return names;
return null;
}
$_keywords.parameters = ["stream"];
function $call(stream, token, function$) {
let base, exponent, tree;
base = "";
exponent = null;
if ((py.eq(function$, "indicator"))) {
return $indicator(stream);
}
while (py.truth(stream.at("_", "^"))) {
if (py.truth(stream.take("_"))) {
base = stream.skip_group();
}
else {
stream.next();
exponent = (py.truth(stream.at("{")) ? stream.brackets() : stream.nest(stream.grammar.atom));
}
}
if ((py.eq(exponent, $Call("neg", [$Number(1.0)])))) {
[function$, exponent] = py.iter([$_inverse$1(stream, token, function$), null]);
}
if (!py.truth(stream.at(...py.iter($_OPENINGS)))) {
tree = $_bare_call(stream, token, function$);
}
else {
tree = $apply(stream, token, function$, $read_arguments(stream, function$));
}
if ((py.truth(base) && (py.eq(function$, "log")))) {
tree = $Call("/", [tree, $Call("log", [$_base(stream, token, base)])]);
}
return (py.truth(exponent) ? $Call("^", [tree, exponent]) : tree);
return null;
}
$call.parameters = ["stream", "token", "function"];
function $_base(stream, token, text) {
let $0;
if ((py.eq(text, "e"))) {
return $Name("e");
}
if ((!py.truth(py.call(text, "isdecimal")) || !((py.lt(1, ($0 = py.int(py.slice(text, null, 9, null)))) && py.lt($0, 1000))))) {
stream.stop(token, (py.format($quote(text), "") + " is no base of a logarithm"), "write log(x)/log(b)");
}
return $Number(py.float(text));
return null;
}
$_base.parameters = ["stream", "token", "text"];
function $_inverse$1(stream, token, function$) {
if ((!py.contains($FUNCTIONS, ("a" + py.format(function$, ""))))) {
stream.stop(token, ("the inverse of " + py.format($quote(token.text), "") + " is unknown"), ("for a quotient write 1/" + py.format(token.text, "") + "(...)"));
}
return ("a" + py.format(function$, ""));
return null;
}
$_inverse$1.parameters = ["stream", "token", "function"];
function $indicator(stream) {
let column;
stream.take("_");
column = stream.ahead().column;
if (!py.truth(stream.at(...py.iter($_OPENINGS)))) {
stream.fail("expected a condition in brackets");
}
return $check(stream.brackets(), column);
return null;
}
$indicator.parameters = ["stream"];
function $_from_library(stream) {
let first, path, token, function$, length, functions, $0;
first = stream.next();
path = [first.text];
while ((py.truth(stream.at(".")) && (py.eq(stream.ahead().kind, "name")))) {
stream.next();
token = stream.next();
py.call(path, "append", token.text);
}
$_step_over_underscore(stream);
for ($0 of py.iter([2, 1])) {
length = $0;
if ((py.truth((function$ = $function_named(py.call(".", "join", py.slice(path, py.neg(length), null, null))))) && py.truth(stream.at("(")))) {
return (py.truth(py.call(py.slice(token.text, null, 1, null), "isupper")) ? $_module(stream, token, function$) : $call(stream, token, function$));
}
}
if (((py.contains($_CONSTANTS, py.get(path, py.neg(1)))) && !py.truth(stream.at("(")))) {
return py.get($_CONSTANTS, py.get(path, py.neg(1)));
}
if ((py.eq(function$, "identity"))) {
return $Name(token.text);
}
if (py.truth(function$)) {
stream.stop(token, (py.format($quote(token.text), "") + " wants brackets"), ("write " + py.format(py.call(".", "join", path), "") + "(...)"));
}
functions = ("functions are " + py.format(py.call(", ", "join", $_SUGGESTIONS), "") + " ...");
return stream.stop(first, ("no such function of one number, " + py.format($quote(py.call(".", "join", path)), "") + ","), functions);
return null;
}
$_from_library.parameters = ["stream"];
function $_module(stream, token, function$) {
let arguments$, keywords, given;
arguments$ = $read_arguments(stream, function$);
if (py.truth(stream.at("("))) {
given = $read_arguments(stream, function$);
keywords = py.dict([...py.call(arguments$.keywords, 'items'), ...py.call(given.keywords, 'items')]);
arguments$ = $Arguments([...py.iter(given.positional), ...py.iter(arguments$.positional)], keywords);
}
return $apply(stream, token, function$, arguments$);
return null;
}
$_module.parameters = ["stream", "token", "function"];
function $_step_over_underscore(stream) {
if ((py.truth(stream.at("_")) && (py.eq(stream.ahead().text, "(")) && py.truth(stream.ahead().is_tight))) {
stream.next();
}
return null;
}
$_step_over_underscore.parameters = ["stream"];
function $is_library(stream) {
let is_method;
if (((!py.contains($LIBRARIES, stream.token.text)) || (!py.eq(stream.ahead().text, ".")) || (!py.eq(stream.ahead(2).kind, "name")))) {
return false;
}
is_method = py.or(py.eq(stream.ahead(4).text, ")"), () => py.contains(["pow", "clamp", "mul", "add", "sub", "div"], stream.ahead(2).text));
return py.or(!py.contains($PROBABILITIES, stream.token.text), () => !py.truth(is_method));
return null;
}
$is_library.parameters = ["stream"];
function $_inner_product(stream) {
while (!py.truth(stream.at("rangle"))) {
if ((py.eq(stream.token.kind, "end"))) {
stream.fail("expected '\\rangle'");
}
stream.next();
}
stream.next();
return $Name("f");
return null;
}
$_inner_product.parameters = ["stream"];
function $_accented(stream, letter, accent) {
let bare;
bare = $canonical(letter, stream.index);
return (py.truth(py.call(bare, "isidentifier")) ? (py.format(bare, "") + py.format(accent, "")) : letter);
return null;
}
$_accented.parameters = ["stream", "letter", "accent"];
function $name(stream, text) {
let output, label, loss;
if (((py.contains(stream.parameters, text)) || (py.contains($VARIABLES$1, text)))) {
return $Name(text);
}
if (((py.contains($CONSTANTS, text)) || (py.eq(text, "inf")))) {
return py.get($_CONSTANTS, text);
}
if ((py.contains($MARGINS, text))) {
[label, output] = py.iter(py.get($MARGINS, text));
return $Call("*", [$Name(label), $Name(output)]);
}
loss = (((py.lt(1, py.len(text))) && (!py.contains($NAMES, text))) ? stream.loss_tree(text, py.dict([])) : null);
return (py.truth(loss) ? py.get(loss, 0) : $Name(text));
return null;
}
$name.parameters = ["stream", "text"];
function $skip_sample(stream) {
let depth, count, token;
[count, depth] = py.iter([1, 1]);
if ((!py.truth(stream.at("(")) || (py.eq(stream.ahead().text, ")")))) {
return false;
}
while (py.truth(depth)) {
token = stream.ahead(count);
if (((!py.eq(token.kind, "name")) && (!py.contains($_IN_SAMPLES, token.text)))) {
return false;
}
depth = py.iadd(depth, py.sub(py.eq(token.text, "("), py.eq(token.text, ")")));
count = py.iadd(count, 1);
}
stream.position = py.iadd(stream.position, count);
return true;
return null;
}
$skip_sample.parameters = ["stream"];
function $_root$1(stream) {
let degree, inner;
stream.next();
degree = (py.truth(stream.at("[")) ? stream.brackets() : $Number(2.0));
inner = (!py.truth(stream.at("(")) ? $_group(stream) : stream.brackets());
if ((py.eq(degree, $Number(2.0)))) {
return $Call("sqrt", [inner]);
}
return $Call("^", [inner, $Call("/", [$Number(1.0), degree])]);
return null;
}
$_root$1.parameters = ["stream"];
function $_group(stream) {
if (py.truth(stream.at("{"))) {
return stream.brackets();
}
if ((py.eq(stream.token.kind, "number"))) {
return $Number(py.float(stream.next().text));
}
return stream.nest(stream.grammar.atom);
return null;
}
$_group.parameters = ["stream"];
function $_word(stream) {
let token;
token = stream.token;
if (((py.contains($RESERVED, token.text)) && (!py.contains(stream.parameters, token.text)))) {
stream.fail($_NO_ATOM);
}
if (((py.contains($VARIABLES$1, token.text)) && (py.eq(stream.ahead().text, "(")) && !py.truth($_is_sum_in_brackets(stream)))) {
throw $FormulaError((py.format($quote(token.text), "") + " at column " + py.format(token.column, "") + " is no function; to multiply, write " + py.format(token.text, "") + "*(...)"));
}
return $word(stream);
return null;
}
$_word.parameters = ["stream"];
function $_is_sum_in_brackets(stream) {
return py.or(stream.is_latex, () => py.and(py.eq(stream.ahead(3).kind, "sign"), () => !py.eq(stream.ahead(3).text, ")")));
return null;
}
$_is_sum_in_brackets.parameters = ["stream"];
function $_number$1(stream) {
let token, value, number;
token = stream.next();
if (((py.eq(token.text, "1")) && (py.truth(stream.at("[", "{")) || (py.truth(stream.at("_")) && (py.eq(stream.ahead().text, "{")))))) {
return $indicator(stream);
}
if (py.truth(py.math.isfinite((value = py.float(token.text))))) {
return $Number(value);
}
number = (py.format($quote(token.text), "") + " at column " + py.format(token.column, ""));
throw $FormulaError(("the number " + py.format(number, "") + " is larger than a double can hold"));
return null;
}
$_number$1.parameters = ["stream"];
function $operand(stream) {
let tree, methods;
tree = $atom$1(stream);
methods = 0;
while (py.truth(true)) {
if ((py.truth(stream.at(".")) && (py.eq(stream.ahead().kind, "name")))) {
methods = py.iadd(methods, 1);
stream.check_depth(methods);
tree = $method(stream, tree);
}
else {
if ((py.truth(stream.at("_")) && !py.truth(py.isinstance(tree, $Number)))) {
tree = $subscript(stream, tree);
}
else {
if ((py.truth(stream.at("[")) && (py.contains($INDICES, stream.ahead().text)) && (py.eq(stream.ahead(2).text, "]")))) {
stream.skip_group();
}
else {
return tree;
}
}
}
}
return null;
}
$operand.parameters = ["stream"];
function $method(stream, tree) {
let token, function$, arguments$;
stream.expect(".");
token = stream.next();
if (((py.contains($SIZES, token.text)) && py.truth(py.isinstance(tree, $Name)))) {
return $_size$1(stream);
}
if (((py.contains($MODELS, token.text)) && py.truth($skip_sample(stream)))) {
return $Name("f");
}
$_step_over_underscore(stream);
function$ = $function_named(token.text);
if ((!py.truth(function$) || !py.truth(stream.at("(")))) {
stream.stop(token, ("no method " + py.format($quote(token.text), "") + " of a number"), $_near(stream, token.text));
}
arguments$ = $read_arguments(stream, function$);
return $apply(stream, token, function$, $Arguments([tree, ...py.iter(arguments$.positional)], arguments$.keywords));
return null;
}
$method.parameters = ["stream", "tree"];
function $_size$1(stream) {
if (py.truth(stream.at("(", "["))) {
stream.skip_group();
}
return $Name("n");
return null;
}
$_size$1.parameters = ["stream"];
function $subscript(stream, tree) {
let text, base, $0;
stream.expect("_");
text = stream.skip_group();
$0 = tree;
if (true && (py.eq(text, "+"))) {
return $Call("max", [$Number(0.0), tree]);
}
else if ((py.isinstance($0, $Call) && py.eq($0.function, "abs")) && (py.contains(["1", "2"], text))) {
return tree;
}
else if ((py.isinstance($0, $Name) && (base = $0.name, true)) && (py.contains($MODELS, base))) {
$skip_sample(stream);
return tree;
}
else if ((py.isinstance($0, $Name) && (base = $0.name, true)) && py.truth(py.call(text, "isalnum"))) {
return $name(stream, $canonical((py.format(base, "") + "_" + py.format(text, "")), stream.index));
}
stream.position = py.sub(stream.position, 1);
return stream.fail("this subscript has no meaning");
return null;
}
$subscript.parameters = ["stream", "tree"];
function $compare(stream) {
let left, tree, comparison, right, operator;
left = $_sum(stream);
tree = left;
while (py.truth((operator = stream.take(...py.iter($COMPARISONS))))) {
right = $_sum(stream);
comparison = $Call(operator, [left, right]);
tree = (((tree === left)) ? comparison : $both(tree, comparison));
left = right;
}
if (py.truth(stream.at("==", "!="))) {
stream.fail("");
}
return tree;
return null;
}
$compare.parameters = ["stream"];
function $_sum(stream) {
let tree, operator;
tree = $_product$1(stream);
while (py.truth((operator = stream.take("+", "-")))) {
tree = $Call(operator, [tree, $_product$1(stream)]);
}
return tree;
return null;
}
$_sum.parameters = ["stream"];
function $_product$1(stream) {
let tree, below, right, operator, last;
tree = $unary(stream);
below = null;
while (py.truth(true)) {
last = py.get(stream.tokens, py.sub(stream.position, 1));
if (py.truth((operator = stream.take("*", "/")))) {
right = $unary(stream);
below = (((py.eq(operator, "/")) && !py.truth($_is_fraction(tree, right))) ? right : null);
tree = $Call(operator, [tree, right]);
}
else {
if (py.truth($_may_multiply(stream, last, tree))) {
if ((((below !== null)) && !py.truth(stream.at("\u2211")))) {
stream.fail("write brackets to say what is below '/'");
}
tree = $Call("*", [tree, $unary(stream)]);
}
else {
return tree;
}
}
}
return null;
}
$_product$1.parameters = ["stream"];
function $_is_fraction(above, below) {
let inner, $0;
$0 = above;
if ((py.isinstance($0, $Call) && py.eq($0.function, "neg") && py.isSequence($0.arguments, 1, 1) && (inner = $0.arguments[0], true))) {
return $_is_fraction(inner, below);
}
return py.and(py.isinstance(above, $Number), () => py.isinstance(below, $Number));
return null;
}
$_is_fraction.parameters = ["above", "below"];
function $_may_multiply(stream, last, left) {
let token, is_call;
token = stream.token;
if (((py.eq(token.kind, "number")) || !py.truth($starts_operand(stream)))) {
return false;
}
if (((py.eq(token.text, "|")) && py.truth($is_true_or_false(left)))) {
return false;
}
if (((py.eq(last.kind, "number")) && (py.eq(token.kind, "name")))) {
return !(py.truth(token.is_tight) && ((py.eq(last.text, "0")) || (py.contains(["j", "J"], token.text))));
}
if (((py.eq(token.text, "[")) && !py.truth(stream.is_latex))) {
return py.or(py.eq(last.text, ")"), () => py.eq(last.kind, "number"));
}
if (((py.eq(last.kind, "name")) && (py.eq(token.kind, "name")) && !(py.truth(last.is_greek) || py.truth(token.is_greek) || py.truth(stream.is_latex)))) {
is_call = py.or(py.eq(stream.ahead().text, "("), () => $is_library(stream));
return py.or(py.eq(py.min(py.len(last.text), py.len(token.text)), 1), () => is_call);
}
return true;
return null;
}
$_may_multiply.parameters = ["stream", "last", "left"];
function $unary(stream) {
let column, limit, sign;
if (py.truth(stream.take("-"))) {
return $Call("neg", [stream.nest($unary)]);
}
if (py.truth(stream.take("+"))) {
return stream.nest($unary);
}
if (py.truth(stream.take("~"))) {
column = stream.token.column;
return $opposite$1($check(stream.nest($unary), column));
}
if (py.truth(stream.at("\u2211"))) {
stream.next();
while (py.truth((sign = stream.take("_", "^")))) {
limit = stream.skip_group();
if (((py.eq(sign, "^")) && (py.eq(py.len(limit), 1)))) {
stream.counts.add(limit);
}
}
return $Call("sum", [stream.nest($_product$1)]);
}
return $power$2(stream);
return null;
}
$unary.parameters = ["stream"];
function $power$2(stream) {
let base, exponent;
base = $operand(stream);
if (!py.truth(stream.take("**", "^"))) {
return base;
}
if ((py.truth(stream.at("{")) && (py.eq(stream.ahead().text, "(")) && (py.eq(stream.ahead(4).text, "}")))) {
stream.skip_group();
return base;
}
exponent = (py.truth(stream.at("{")) ? stream.brackets() : stream.nest($unary));
if (py.truth(stream.at("_"))) {
base = $subscript(stream, base);
}
return ((py.eq(base, $Name("e"))) ? $Call("exp", [exponent]) : $Call("^", [base, exponent]));
return null;
}
$power$2.parameters = ["stream"];
function $formula(stream) {
let start, tree, otherwise, condition, column, then;
start = stream.token.column;
tree = $either$1(stream);
if (py.truth(stream.take("if"))) {
column = stream.token.column;
condition = $check($either$1(stream), column);
if ((py.truth(stream.take(";")) || (!py.truth(stream.depth) && py.truth(stream.take(","))) || py.truth(stream.at("otherwise")))) {
$_take_else(stream);
otherwise = stream.inner();
stream.take("otherwise");
}
else {
stream.expect("else");
otherwise = stream.inner();
}
return $choose$1(stream, condition, tree, otherwise);
}
if (py.truth(stream.take("?"))) {
condition = $check(tree, start);
then = stream.inner();
stream.expect(":");
return $choose$1(stream, condition, then, stream.inner());
}
return tree;
return null;
}
$formula.parameters = ["stream"];
function $_take_else(stream) {
while (py.truth(stream.take("otherwise", "else"))) {
}
return null;
}
$_take_else.parameters = ["stream"];
function $either$1(stream) {
let tree, column;
tree = $_both(stream);
while ((py.truth($is_true_or_false(tree)) && !py.truth(stream.bars) && py.truth(stream.take("or", "|")))) {
stream.take("|");
column = stream.token.column;
tree = $either(tree, $check($_both(stream), column));
}
return tree;
return null;
}
$either$1.parameters = ["stream"];
function $_both(stream) {
let tree, column;
tree = $_negation(stream);
while ((py.truth($is_true_or_false(tree)) && py.truth(stream.take("and", "&", "&&")))) {
column = stream.token.column;
tree = $both(tree, $check($_negation(stream), column));
}
return tree;
return null;
}
$_both.parameters = ["stream"];
function $_negation(stream) {
let column;
if (!py.truth(stream.take("not"))) {
return $compare(stream);
}
column = stream.token.column;
return $opposite$1($check(stream.nest($_negation), column));
return null;
}
$_negation.parameters = ["stream"];
function $_size$2(tree) {
let count, waiting, node;
[waiting, count] = py.iter([[tree], 0]);
while ((py.truth(waiting) && (py.le(count, $MAX_NODES)))) {
node = py.call(waiting, "pop");
count = py.iadd(count, 1);
if (py.truth(py.isinstance(node, $Call))) {
waiting = py.iadd(waiting, node.arguments);
}
}
return count;
return null;
}
$_size$2.parameters = ["tree"];
function $with_scores(tokens, parameters, index) {
let bare, words, line, read, done, last, first, match, $0;
bare = $_without_index(tokens, index);
words = py.list((function* ($source) { for (const token of $source) yield $canonical(py.or(py.re.sub("\\s", "", token.text), () => "end"), index); })(py.iter(bare)));
if ((!py.truth(py.bitand(py.set(words), $LABELS)) || py.truth(py.bitand(py.set(["x", "X", "w"]), py.set(parameters))))) {
return tokens;
}
line = py.call(" ", "join", words);
read = [];
done = 0;
for ($0 of py.iter($_SCORE.finditer(line))) {
match = $0;
[first, last] = py.iter([py.call(line, "count", " ", 0, match.start()), py.call(line, "count", " ", 0, match.end())]);
read = py.iadd(read, [...py.iter(py.slice(bare, done, first, null)), py.callWith(py.get(bare, first)._replace, [], {kind: "name", text: "f"})]);
done = py.add(last, 1);
}
return (py.truth(read) ? [...py.iter(read), ...py.iter(py.slice(bare, done, null, null))] : tokens);
return null;
}
$with_scores.parameters = ["tokens", "parameters", "index"];
function $_without_index(tokens, index) {
let kept, token, $0;
kept = [];
for ($0 of py.iter(tokens)) {
token = $0;
if ((py.truth(index) && (py.eq(token.text, index)) && py.truth(kept) && (py.eq(py.get(kept, py.neg(1)).text, "_")))) {
py.call(kept, "pop");
}
else {
py.call(kept, "append", token);
}
}
return kept;
return null;
}
$_without_index.parameters = ["tokens", "index"];
function $index_of(tokens) {
let found;
found = py.set($_INDEX.findall(py.call(" ", "join", (function* ($source) { for (const token of $source) yield token.text; })(py.iter(tokens)))));
return ((py.eq(py.len(found), 1)) ? py.call(found, "pop") : "");
return null;
}
$index_of.parameters = ["tokens"];
function $tokens(text, start, end, parameters) {
let found;
if (!py.truth(py.call(py.slice(text, start, end, null), "strip"))) {
throw $FormulaError("the formula is empty");
}
found = py.list($_tokens$1(text, start, end, parameters));
if ((py.lt($MAX_TOKENS, py.len(found)))) {
throw $FormulaError(("the formula has " + py.format(py.len(found), "") + " words and signs; the most is " + py.format($MAX_TOKENS, "")));
}
return [...py.iter(found), $Token("end", "", py.add(end, 1))];
return null;
}
$tokens.parameters = ["text", "start", "end", "parameters"];
function* $_tokens$1(text, start, end, parameters) {
let is_latex, is_tight, word, kind, i, pieces, column, match, $0, $1;
is_latex = $looks_like_latex(text);
is_tight = false;
for ($0 of py.iter((py.truth(is_latex) ? $_LATEX : $_PYTHON).finditer(text, start, end))) {
match = $0;
[kind, word, column] = py.iter([py.str(match.lastgroup), match.group(), py.add(match.start(), 1)]);
pieces = py.list($_spellings(match, is_latex, parameters));
for ($1 of py.iter(py.enumerate(pieces))) {
[i, [kind, word]] = py.iter($1);
if (((py.lt($MAX_NAME, py.len(word))) && (py.eq(kind, "name")))) {
throw $FormulaError(("the name at column " + py.format(column, "") + " has " + py.format(py.len(word), "") + " letters; the most is " + py.format($MAX_NAME, "")));
}
(yield $Token(kind, word, column, py.or(is_tight, () => py.lt(0, i)), py.and(py.eq(kind, "name"), () => $_is_greek(match.group()))));
}
is_tight = py.bool(pieces);
}
}
$_tokens$1.parameters = ["text", "start", "end", "parameters"];
function $_is_greek(text) {
return py.or(py.contains($GREEK$1, text), () => py.and(py.call(text, "startswith", "\\"), () => py.contains($GREEK$1.values(), $COMMANDS.get(py.slice(text, 1, null, null)))));
return null;
}
$_is_greek.parameters = ["text"];
function* $_spellings(match, is_latex, parameters) {
let text, kind, pieces, $0;
text = match.group();
$0 = match.lastgroup;
if ((((py.eq($0, "space")) || (py.eq($0, "tie")) || (py.eq($0, "mark"))))) {
return null;
}
else if ((py.eq($0, "half"))) {
(yield* py.iter($_signs(("( " + py.format(py.get(match, "above"), "") + " / " + py.format(py.get(match, "below"), "") + " )"))));
}
else if ((py.eq($0, "font"))) {
(yield* py.iter($_word_in_font(match)));
}
else if ((py.eq($0, "superscript"))) {
pieces = py.re.findall("[0-9]+|.", py.call("", "join", py.map($SUPERSCRIPTS.__getitem__, text)));
(yield* py.iter($_signs(("^ ( " + py.format(py.call(" ", "join", pieces), "") + " )"))));
}
else if ((py.eq($0, "hat"))) {
(yield ["name", (py.format($GREEK$1.get(py.get(match, "base"), py.get(match, "base")), "") + "_hat")]);
}
else if ((py.eq($0, "command"))) {
(yield* py.iter(((py.contains($COMMANDS, py.slice(text, 1, null, null))) ? $_signs(py.get($COMMANDS, py.slice(text, 1, null, null))) : [["command", py.slice(text, 1, null, null)]])));
}
else if ((py.eq($0, "name")) && py.truth(is_latex)) {
(yield* py.iter((function* ($source) { for (const word of $source) yield ["name", word]; })(py.iter($_letters(text, parameters)))));
}
else if ((py.eq($0, "sign"))) {
(yield* py.iter($_signs($_character(text))));
}
else if (((kind = $0, true))) {
(yield [(((py.eq(kind, "subscript")) && py.truth(py.call(text, "isalpha"))) ? "name" : py.call(py.str(kind), "replace", "subscript", "number")), text]);
}
}
$_spellings.parameters = ["match", "is_latex", "parameters"];
function $_character(character) {
let $0;
if ((((py.le("\ud835\udc00", ($0 = character)) && py.le($0, "\ud835\udfff"))) && (!py.contains($CHARACTERS, character)))) {
character = py.unicodedata.normalize("NFKC", character);
}
return $CHARACTERS.get(character, $GREEK$1.get(character, character));
return null;
}
$_character.parameters = ["character"];
function $_letters(word, parameters) {
let is_known;
is_known = py.or(py.contains(parameters, word), () => py.or($is_function(word), () => py.or(py.contains($RESERVED, word), () => py.contains($LIBRARIES, word))));
is_known = py.or(is_known, () => py.or(py.contains($LABELS, word), () => py.or(py.contains($OUTPUTS, word), () => py.contains($PROBABILITIES, word))));
return (py.truth(is_known) ? [word] : py.list(word));
return null;
}
$_letters.parameters = ["word", "parameters"];
function* $_word_in_font(match) {
let word, command, is_struck;
word = py.call(py.or(py.get(match, "word"), () => py.or(py.get(match, "letter"), () => py.or(py.get(match, "digit"), () => ""))), "strip", " ,.~");
command = py.get(py.call(py.slice(match.group(), 1, null, null), "split", "{"), 0);
is_struck = py.call(command, "startswith", ["mathbb", "mathds", "mathbf"]);
word = ((py.truth(is_struck) && !(py.truth(py.call(command, "startswith", "mathbf")) && (py.eq(word, "E")))) ? $STRUCK.get(word, word) : word);
(yield* py.iter((function* ($source) { for (const part of $source) yield (py.truth(py.call(part, "isidentifier")) ? ["name", part] : ["sign", part]); })(py.iter(py.call(py.call(word, "replace", "-", "_"), "split")))));
}
$_word_in_font.parameters = ["match"];
function* $_signs(texts) {
let kind, text, $0;
for ($0 of py.iter((py.truth(texts) ? py.call(texts, "split", " ") : []))) {
text = $0;
kind = ((py.truth(py.call(text, "isdecimal")) && py.truth(py.call(text, "isascii"))) ? "number" : (py.truth($_is_word(text)) ? "name" : "sign"));
(yield [kind, text]);
}
}
$_signs.parameters = ["texts"];
function $_is_word(text) {
return py.and(py.call(text, "isascii"), () => py.call(py.slice(text, null, 1, null), "isalpha"));
return null;
}
$_is_word.parameters = ["text"];
function $_pattern(names) {
let patterns;
patterns = py.bitor(names, py.dict((function* ($source) { for (const [kind, part] of $source) if ((!py.contains(names, kind))) yield [kind, part]; })(py.iter($_PATTERNS.items()))));
return py.re.compile(py.call("|", "join", (function* ($source) { for (const [kind, part] of $source) yield ("(?P<" + py.format(kind, "") + ">" + py.format(part, "") + ")"); })(py.iter(patterns.items()))), py.re.DOTALL);
return null;
}
$_pattern.parameters = ["names"];
function $canonical(name, index = "") {
let bare, is_known;
name = $GREEK$1.get(name, name);
bare = (py.truth(index) ? py.call(name, "removesuffix", ("_" + py.format(index, ""))) : name);
is_known = py.or(py.eq(py.len(bare), 1), () => py.or(py.contains($LABELS, bare), () => py.or(py.contains($OUTPUTS, bare), () => py.contains($PROBABILITIES, bare))));
return (py.truth(is_known) ? $GREEK$1.get(bare, bare) : name);
return null;
}
$canonical.parameters = ["name", "index"];
function $body(text) {
let end, start, is_around, closing, opening, match, pattern, values, defaults, $0, $1;
[start, end] = py.iter($_trim(text, 0, py.len(text)));
if (py.truth($_OPTION.fullmatch(text, start, end))) {
throw $FormulaError("this looks like an option, not like a formula; see lossplot --help");
}
if (py.truth($_DEFINITION.match(text, start, end))) {
throw $FormulaError("a 'def' is no formula; write the expression after 'return'");
}
for ($0 of py.iter($_DOLLARS)) {
[opening, closing] = py.iter($0);
is_around = py.and(py.call(text, "startswith", opening, start, end), () => py.call(text, "endswith", closing, py.add(start, py.len(opening)), end));
if ((py.truth(is_around) && (py.lt(py.len(py.add(opening, closing)), py.sub(end, start))))) {
[start, end] = py.iter($_trim(text, py.add(start, py.len(opening)), py.sub(end, py.len(closing))));
break;
}
}
for ($1 of py.iter($_OPENINGS$1)) {
pattern = $1;
if (py.truth((match = pattern.match(text, start, end)))) {
[start, end] = py.iter($_trim(text, match.end(), end));
}
}
if (py.truth((match = $_FUNCTION.match(text, start, end)))) {
defaults = py.dict((function* ($source) { for (const [name, value] of $source) yield [name, py.float(value)]; })(py.iter($_DEFAULT.findall(match.group()))));
values = py.call("", "join", (function* ($source) { for (const [name, value] of $source) yield (", with " + py.format(name, "") + " = " + py.format(value, ("g"))); })(py.iter(defaults.items())));
return $Body(match.end(), end, [("the body of the function is taken" + py.format(values, ""))], defaults);
}
return $Body(start, end, [], py.dict([]));
return null;
}
$body.parameters = ["text"];
function $_trim(text, start, end) {
while (((py.lt(start, end)) && py.truth(py.call(py.get(text, start), "isspace")))) {
start = py.iadd(start, 1);
}
while (((py.lt(start, end)) && ((py.contains(",; \t\r\n", py.get(text, py.sub(end, 1)))) || py.truth($_is_full_stop(text, py.sub(end, 1)))))) {
end = py.sub(end, 1);
}
return [start, end];
return null;
}
$_trim.parameters = ["text", "start", "end"];
function $_is_full_stop(text, place) {
return py.and(py.eq(py.get(text, place), "."), () => py.and(!py.truth(py.call(py.get(text, py.max(py.sub(place, 1), 0)), "isdigit")), () => !py.truth(py.call(py.slice(text, null, place, null), "endswith", "right"))));
return null;
}
$_is_full_stop.parameters = ["text", "place"];
function $_canonical_assignment(assignment) {
let values, equals, name;
[name, equals, values] = py.iter(py.call(assignment, "partition", "="));
return (py.format($canonical(py.call(name, "strip")), "") + py.format(equals, "") + py.format(py.call(values, "strip"), ""));
return null;
}
$_canonical_assignment.parameters = ["assignment"];
function $check_characters(text, what) {
let unsafe, code, character, position, $0, $1;
if ((py.truth(py.call(text, "isascii")) && py.truth(py.call(text, "isprintable")))) {
return null;
}
for ($0 of py.iter(py.enumerate(text, 1))) {
[position, character] = py.iter($0);
code = py.ord(character);
unsafe = py.or(py.contains(["Cc", "Cs"], py.unicodedata.category(character)), () => py.eq(py.bitand(code, 65534), 65534));
if ((py.truth(unsafe) || ((py.le(64976, ($1 = code)) && py.le($1, 65007))) || (py.contains($_DIRECTION_MARKS, character)))) {
throw $RequestError((py.format(what, "") + " " + py.format($quote(text), "") + " has the character U+" + py.format(code, ("04X")) + " at position " + py.format(position, "") + ", which cannot be drawn; remove it"));
}
}
return null;
}
$check_characters.parameters = ["text", "what"];
function $_check_label(label, loss = null) {
if (((py.contains($VARIABLES, label)) || (py.truth($is_name(label)) && (($find(label) !== loss))))) {
throw $RequestError(("label " + py.format($quote(label), "") + " is the name of something else; choose another word"));
}
return null;
}
$_check_label.parameters = ["label", "loss"];
function $is_formula(body) {
let head;
head = py.call(py.get(py.call(body, "partition", ":"), 0), "strip");
if ((!py.truth(head) || py.truth($is_name(head)) || py.truth($why_no_curve(head)))) {
return false;
}
if (((py.contains($VARIABLES, head)) || py.truth(py.any((function* ($source) { for (const sign of $source) yield py.or(py.contains($SUPERSCRIPTS, sign), () => py.eq(py.unicodedata.category(sign), "No")); })(py.iter(head)))))) {
return true;
}
if (!py.truth(py.all(py.map($is_word, py.call(head, "split"))))) {
return true;
}
return py.and(py.or(py.contains(head, "-"), () => py.contains(head, " ")), () => py.and(!py.truth($is_library$1(head)), () => !py.truth($suggest(py.call(head, "lower"), $names()))));
return null;
}
$is_formula.parameters = ["body"];
function $is_library$1(word) {
return py.bool($_library(word));
return null;
}
$is_library$1.parameters = ["word"];
function $_library(word) {
return $PREFIXES.get(py.call(py.call(py.call(word, "strip"), "lower"), "replace", "_", "-"), "");
return null;
}
$_library.parameters = ["word"];
function $_check_words(text, words) {
if ((py.truth(words.label) && py.truth($is_number(words.body)))) {
throw $RequestError((py.format($quote(text), "") + " is no loss; write a parameter behind its loss, as in huber:delta=2"));
}
if ((py.contains($_OPERATORS, words.body))) {
throw $RequestError((py.format($quote(words.body), "") + " is no loss; write a sum as one word, as in 'hinge + logistic'"));
}
if (py.truth(words.label)) {
$check_text(words.label, "label");
}
return null;
}
$_check_words.parameters = ["text", "words"];
function $check_text(text, what) {
text = py.call(text, "replace", "\t", " ");
if ((py.lt($MAX_TEXT, py.len(text)))) {
throw $RequestError(("the " + py.format(what, "") + " has " + py.format(py.len(text), "") + " characters; the most is " + py.format($MAX_TEXT, "")));
}
$check_characters(text, what);
return text;
return null;
}
$check_text.parameters = ["text", "what"];
function $split(text) {
let typed, ends, start, label, sign, cuts, body, assignments, call, $0;
$check_length(text);
[typed, text] = py.iter([text, $in_one_line(text)]);
[label, start, ends] = py.iter(["", 0, py.list()]);
for ($0 of py.iter($_outside_brackets(text))) {
sign = $0;
if ((py.eq(sign.lastgroup, "parameter"))) {
py.call(ends, "append", sign.start());
}
else {
if (((py.eq(sign.lastgroup, "equals")) && !py.truth(ends) && !py.truth(start))) {
start = sign.end();
label = py.call(py.slice(typed, null, sign.start(), null), "strip");
}
}
}
if ((py.truth($_DEFINED.fullmatch(label)) || !py.truth(label))) {
[label, start] = py.iter(["", 0]);
}
cuts = [...py.iter(ends), py.len(text)];
body = py.call(py.slice(text, start, py.get(cuts, 0), null), "strip");
assignments = py.tuple((function* ($source) { for (const [begin, end] of $source) yield py.slice(text, py.add(begin, 1), end, null); })(py.iter(py.itertools.pairwise(cuts))));
if (py.truth((call = $_CALL.fullmatch(body)))) {
return $_called$1(label, call, assignments);
}
return $LossText(label, body, assignments);
return null;
}
$split.parameters = ["text"];
function $_called$1(label, call, assignments) {
let FUNCTIONS, own;
FUNCTIONS = $FUNCTIONS;
if ((py.contains(FUNCTIONS, py.get(call, 1)))) {
return $LossText(label, py.get(call, 0), assignments);
}
own = py.tuple((function* ($source) { for (const part of $source) if (py.truth(py.call(part, "strip"))) yield py.call(part, "strip"); })(py.iter(py.call(py.get(call, 2), "split", ","))));
return $LossText(label, py.get(call, 1), [...py.iter(own), ...py.iter(assignments)]);
return null;
}
$_called$1.parameters = ["label", "call", "assignments"];
function* $_outside_brackets(text) {
let depth, sign, $0;
depth = 0;
for ($0 of py.iter($_SIGNS.finditer(text))) {
sign = $0;
if ((py.contains(["open", "close"], sign.lastgroup))) {
depth = py.max(0, py.add(depth, ((py.eq(sign.lastgroup, "open")) ? 1 : py.neg(1))));
}
else {
if (!py.truth(depth)) {
(yield sign);
}
}
}
}
$_outside_brackets.parameters = ["text"];
function $in_one_line(text) {
let tail, head, sign;
if (py.truth((sign = $_NO_WORDS.search(text)))) {
[head, tail] = py.iter([py.slice(text, null, sign.end(), null), py.slice(text, sign.end(), null, null)]);
text = py.add(head, $_COMMENT.sub(((comment) => py.mul(" ", py.len(comment.group()))), tail));
}
return $_BREAK.sub("\\1 ", text);
return null;
}
$in_one_line.parameters = ["text"];
function $check_length(text) {
if ((py.lt($LONGEST_LOSS, py.len(text)))) {
throw $RequestError(("loss " + py.format($quote(py.slice(text, null, 100, null)), "") + " has " + py.format(py.len(text), "") + " characters; the most is " + py.format($LONGEST_LOSS, "")));
}
return null;
}
$check_length.parameters = ["text"];
function $numeral(value, share, own = []) {
let found, best, near, size, $0;
found = py.list((function* ($source) { for (const each of $source) if ((py.le(py.abs(py.sub(each.value, value)), py.mul(share, py.abs(value))))) yield each; })(py.iter($_forms(value))));
for ($0 of py.iter(own)) {
size = $0;
if ((py.le(py.abs(py.sub(size, py.abs(value))), py.mul(py.max(share, $_ROUNDING$4), size)))) {
near = py.math.copysign(size, value);
best = py.callWith(py.min, [[...py.iter(found), $Numeral(near, $number(near), $OWN)]], {key: ((each) => each.digits)});
py.call(found, "append", $Numeral(best.value, best.words, py.sub(best.digits, $_PREFERRED)));
}
}
return py.callWith(py.min, [found], {key: ((each) => each.digits), default: $Numeral(value, $number(value), $UNKNOWN)});
return null;
}
$numeral.parameters = ["value", "share", "own"];
function* $_forms(value) {
let rounded, digits, fraction, inner, sign, $0;
if (((py.eq(value, 0.0)) || !py.truth(py.math.isfinite(value)))) {
(yield $Numeral(value, $number(value), 1));
return null;
}
for ($0 of py.iter(py.range(1, py.add($MOST_DIGITS, 1)))) {
digits = $0;
rounded = py.float((py.format(value, ("." + py.format(py.sub(digits, 1), "") + "e"))));
(yield $Numeral(rounded, $number(rounded), digits));
}
if (py.truth((fraction = $_fraction$1(value)))) {
(yield fraction);
}
inner = py.or($_fraction$1(py.mul(value, value)), () => py.next($_decimals(py.mul(value, value)), null));
if ((py.truth(inner) && (py.lt(0.0, inner.value)))) {
sign = ((py.lt(value, 0.0)) ? "-" : "");
(yield $Numeral(py.math.copysign(py.math.sqrt(inner.value), value), (py.format(sign, "") + "sqrt(" + py.format(inner.words, "") + ")"), py.add(inner.digits, 2)));
}
}
$_forms.parameters = ["value"];
function* $_decimals(value) {
let rounded, digits, $0;
for ($0 of py.iter(py.range(1, 7))) {
digits = $0;
rounded = py.float((py.format(value, ("." + py.format(py.sub(digits, 1), "") + "e"))));
if ((py.le(py.abs(py.sub(rounded, value)), py.mul(1e-08, py.abs(value))))) {
(yield $Numeral(rounded, $number(rounded), digits));
}
}
}
$_decimals.parameters = ["value"];
function $_fraction$1(value) {
let ratio, close, $0;
if (!((py.lt(1e-06, ($0 = py.abs(value))) && py.lt($0, 1000000.0)))) {
return null;
}
ratio = py.call(py.fractions.Fraction(value), "limit_denominator", $_LARGEST_DENOMINATOR$1);
close = py.and(ratio, () => py.le(py.abs(py.sub(py.float(ratio), value)), py.mul(1e-08, py.abs(value))));
return (py.truth(close) ? $Numeral(py.float(ratio), py.str(ratio), py.len(py.call(py.str(ratio), "strip", "-"))) : null);
return null;
}
$_fraction$1.parameters = ["value"];
function $read_given(text, loss, order) {
let words, own, shared, values, is_label, has_label, of_score, signs;
words = $split(text);
own = py.set((function* ($source) { for (const assignment of $source) yield py.call(py.get(py.call(assignment, "partition", "="), 0), "strip"); })(py.iter(words.assignments)));
shared = py.list((function* ($source) { for (const name of $source) if (((!py.contains(own, name)) && py.truth($_mentions(words.body, name)))) yield name; })(py.iter(loss.parameters)));
values = py.list((function* ($source) { for (const name of $source) yield (py.format(name, "") + "=" + py.format($number(py.get(loss.parameters, name)), "")); })(py.iter(shared)));
is_label = py.and(py.eq(loss.axis.name, "margin"), () => !py.contains(py.bitor(own, py.set(loss.parameters)), $_LABEL));
has_label = py.and(is_label, () => $_mentions(words.body, $_LABEL));
of_score = py.and(has_label, () => !py.truth($_mentions(words.body, "m")));
signs = (py.truth(has_label) ? [1.0, py.neg(1.0)] : [1.0]);
return py.tuple((function* ($source) { for (const sign of $source) for (const curve of py.iter($_on_axis(py.call(":", "join", [text, ...py.iter(values), ...py.iter((py.truth(has_label) ? [(py.format($_LABEL, "") + "=" + py.format(sign, ("g")))] : []))]), loss))) yield $Given(curve, sign, of_score, order); })(py.iter(signs)));
return null;
}
$read_given.parameters = ["text", "loss", "order"];
function* $_on_axis(text, loss) {
let own, curve, curves, $0, $1;
if ((py.eq(loss.axis, $LOGIT))) {
for ($0 of py.iter($read_curves([$_varying(text, loss)]))) {
curve = $0;
if ((!py.contains(["p", $LOGIT.variable], curve.axis.variable))) {
throw $RequestError(("the derivative " + py.format($quote(curve.name), "") + " must be written in p or in its logit m"));
}
own = ((py.eq(curve.axis.variable, "p")) ? $_by_logit(curve) : curve);
(yield py.callWith(py.dataclasses.replace, [own], {loss: py.callWith(py.dataclasses.replace, [own.loss], {axis: $LOGIT})}));
}
return null;
}
try {
curves = py.callWith($read_curves, [[$_varying(text, loss)]], {axis: loss.axis});
} catch ($error) {
if (py.isinstance($error, $RequestError)) {
curves = $read_curves([text]);
if (!py.truth(py.all((function* ($source) { for (const curve of $source) yield $is_linked(curve.axis, loss.axis); })(py.iter(curves))))) {
throw $error;
}
} else throw $error;
}
for ($1 of py.iter(curves)) {
curve = $1;
if (((!py.eq(curve.axis.name, loss.axis.name)) && !py.truth($is_linked(curve.axis, loss.axis)))) {
throw $RequestError(("the derivative " + py.format(py.repr(curve.name), "") + " is a function of " + py.format(curve.axis.words, "") + ", and " + py.format(loss.name, "") + " of " + py.format(loss.axis.words, "") + "; write it in that"));
}
(yield ((!py.eq(curve.axis, loss.axis)) ? py.callWith(py.dataclasses.replace, [curve], {moved_to: loss.axis}) : curve));
}
}
$_on_axis.parameters = ["text", "loss"];
function $is_linked(old, new$) {
return py.or(py.eq(old.name, new$.name), () => py.contains($_LINKS, [old.name, new$.name]));
return null;
}
$is_linked.parameters = ["old", "new"];
function $_by_logit(curve) {
let link, trees, formula;
link = py.dict([["p", $Call("sigmoid", [$Name($LOGIT.variable)])]]);
trees = py.list((function* ($source) { for (const tree of $source) yield $substitute(tree, link); })(py.iter([curve.loss.tree, curve.loss.notation])));
formula = $accurate(py.get(trees, 0), $LOGIT.variable, [py.neg(py.math.inf), py.math.inf]).tree;
return py.callWith(py.dataclasses.replace, [curve], {loss: py.callWith(py.dataclasses.replace, [curve.loss], {formula: formula, textbook: py.get(trees, 1), axis: $LOGIT})});
return null;
}
$_by_logit.parameters = ["curve"];
function $_varying(text, loss) {
let words, own, is_number;
words = $split(text);
own = py.list((function* ($source) { for (const assignment of $source) yield py.call(py.get(py.call(assignment, "partition", "="), 0), "strip"); })(py.iter(words.assignments)));
try {
is_number = !py.truth(py.sub(py.set($read_typed(words.body, own).names), py.set(own)));
} catch ($error) {
if (py.isinstance($error, $RequestError)) {
return text;
} else throw $error;
}
return (py.truth(is_number) ? py.str(py.callWith(py.dataclasses.replace, [words], {body: ("(" + py.format(words.body, "") + ") + 0*" + py.format(loss.axis.variable, ""))})) : text);
return null;
}
$_varying.parameters = ["text", "loss"];
function $_mentions(text, name) {
let words;
words = py.re.findall("[^\\W\\d]\\w*", text);
return py.or(py.contains(words, name), () => py.or(py.contains(py.map($canonical, words), name), () => py.and(py.contains($GREEK, name), () => py.contains(text, py.get($GREEK, name)))));
return null;
}
$_mentions.parameters = ["text", "name"];
function $check_move(name, old, new$, even) {
let works, targets;
if (((py.eq(old.name, new$.name)) || (py.truth(old.of_mean) && (py.eq(new$.name, $MEAN.name))))) {
return null;
}
if (((py.eq(old.name, $ERROR.name)) && (py.eq(new$.name, $PREDICTION.name)))) {
if (((new$.target === null))) {
throw $RequestError((py.format(name, "") + " is a function of " + py.format(old.words, "") + " = prediction - target; give the target of the prediction with "), $Words("--target T", "target=T"));
}
return null;
}
if ((!py.contains($_LINKS, [old.name, new$.name]))) {
targets = py.list((function* ($source) { for (const [source, target] of $source) if ((py.eq(source, old.name))) yield target; })(py.iter($_LINKS)));
works = py.add(("on the " + py.format(old.name, "") + " axis"), (py.truth(targets) ? (" or the " + py.format(py.call(" or ", "join", targets), "") + " axis") : " only"));
throw $RequestError((py.format(name, "") + " has no meaning on the " + py.format(new$.name, "") + " axis; draw it " + py.format(works, "")));
}
if (((py.eq(old.name, "error")) && !py.truth(even))) {
throw $RequestError((py.format(name, "") + " is not even in r, so that r = 1 - m is not the same for both labels; draw it on the error axis"));
}
return null;
}
$check_move.parameters = ["name", "old", "new", "even"];
$Words = py.makeClass({name: "Words", base: null, fields: [{name: "shell"}, {name: "python"}], constants: {}, methods: {}, getters: {}});
$LossplotError = py.makeClass({name: "LossplotError", base: py.Exception, constants: {exit_code: 1}, methods: {__init__: (() => {
function $method(self, ...parts) {
py.superInit(self, [...py.iter(parts)]);
self.parts = parts;
return null;
}
$method.parameters = ["self"];
return $method;
})(), __str__: (() => {
function $method(self) {
return py.call("", "join", (function* ($source) { for (const part of $source) yield (py.truth(py.isinstance(part, $Words)) ? part.shell : part); })(py.iter(self.parts)));
return null;
}
$method.parameters = ["self"];
return $method;
})()}, getters: {in_python: (() => {
function $method(self) {
return py.call("", "join", (function* ($source) { for (const part of $source) yield (py.truth(py.isinstance(part, $Words)) ? part.python : part); })(py.iter(self.parts)));
return null;
}
$method.parameters = ["self"];
return $method;
})()}});
$RequestError = py.makeClass({name: "RequestError", base: $LossplotError, also: [py.ValueError], constants: {exit_code: 2}, methods: {}, getters: {}});
$MAX_TEXT = 500;
$_RIGHT_TO_LEFT = py.frozenset(["R", "AL", "AN"]);
$_DIRECTION_MARKS = py.frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff");
$ARGUMENTS = "xyzkn";
$Notation = py.makeClass({name: "Notation", base: null, fields: [{name: "tex", default: () => ""}, {name: "letter", default: () => ""}, {name: "is_bare", default: () => false}, {name: "is_open", default: () => false}, {name: "text", default: () => ""}, {name: "latex", default: () => ""}, {name: "mathml", default: () => ""}, {name: "mathtext", default: () => ""}], constants: {}, methods: {}, getters: {}});
$Function = py.makeClass({name: "Function", base: null, fields: [{name: "derivative", default: () => ""}, {name: "derivative_by_y", default: () => ""}, {name: "curvature", default: () => ""}, {name: "textbook", default: () => ""}, {name: "fewest", default: () => 1}, {name: "most", default: () => 1}, {name: "switch", default: () => ""}, {name: "safe", default: () => ""}, {name: "sign", default: () => ""}, {name: "first_term", default: () => ""}, {name: "last_term", default: () => ""}, {name: "notation", default: () => $Notation()}, {name: "calls", default: () => py.dict()}, {name: "helper", default: () => ""}, {name: "python", default: () => ""}, {name: "javascript", default: () => ""}, {name: "summary", default: () => ""}, {name: "local", default: () => ""}, {name: "inline", default: () => ""}], constants: {}, methods: {}, getters: {}});
$VARIADIC = 16;
$CODE_ONLY$1 = py.dict([["erfc", py.callWith($Function, [], {calls: $calls_of("erfc", "torch"), summary: "One minus the error function.", python: "return np.vectorize(math.erfc, otypes=[float])(x)", javascript: "if (x <= 2) return 1 - _erf(x);\nlet fraction = x;\nfor (let k = 60; k > 0; k--) fraction = x + k / 2 / fraction;\nreturn Math.exp(-x * x) / (fraction * Math.sqrt(Math.PI));"})]]);
$FUNCTIONS = py.dict([["abs", py.callWith($Function, [], {derivative: "sign(x)", switch: "x", safe: "everywhere", sign: "nonnegative", calls: py.dict([])})], ["sign", py.callWith($Function, [], {derivative: "0", switch: "x", safe: "everywhere", calls: py.dict([])})], ["step", py.callWith($Function, [], {derivative: "0", switch: "x", safe: "everywhere", calls: py.dict([])})], ["max", py.callWith($Function, [], {fewest: 2, most: 16, safe: "everywhere", calls: py.dict([])})], ["min", py.callWith($Function, [], {fewest: 2, most: 16, safe: "everywhere", calls: py.dict([])})], ["exp", py.callWith($Function, [], {derivative: "exp(x)", safe: "x <= 0", sign: "positive", calls: py.dict([])})], ["log", py.callWith($Function, [], {derivative: "1/x", switch: "x", safe: "x > 0", calls: py.dict([])})], ["log1p", py.callWith($Function, [], {derivative: "1/(1 + x)", textbook: "log(1 + x)", switch: "1 + x", safe: "x >= 0", calls: py.dict([])})], ["expm1", py.callWith($Function, [], {derivative: "exp(x)", textbook: "exp(x) - 1", safe: "x <= 0", calls: py.dict([])})], ["sqrt", py.callWith($Function, [], {derivative: "1/(2*sqrt(x))", switch: "x", safe: "x > 0", sign: "nonnegative", calls: py.dict([])})], ["sin", py.callWith($Function, [], {derivative: "cos(x)", safe: "everywhere", calls: py.dict([])})], ["cos", py.callWith($Function, [], {derivative: "-sin(x)", safe: "everywhere", calls: py.dict([])})], ["tan", py.callWith($Function, [], {derivative: "1/cos(x)^2", switch: "cos(x)", calls: py.dict([])})], ["atan", py.callWith($Function, [], {derivative: "1/(1 + x^2)", safe: "everywhere", calls: py.dict([])})], ["asin", py.callWith($Function, [], {derivative: "1/sqrt((1 - x)*(1 + x))", curvature: "x/sqrt((1 - x)*(1 + x))/((1 - x)*(1 + x))", switch: "(1 - x)*(1 + x)", calls: py.dict([])})], ["acos", py.callWith($Function, [], {derivative: "-1/sqrt((1 - x)*(1 + x))", curvature: "-x/sqrt((1 - x)*(1 + x))/((1 - x)*(1 + x))", switch: "(1 - x)*(1 + x)", calls: py.dict([])})], ["asinh", py.callWith($Function, [], {derivative: "1/hypot1(x)", calls: py.dict([])})], ["acosh", py.callWith($Function, [], {derivative: "1/(sqrt(x - 1)*sqrt(x + 1))", switch: "x - 1", calls: py.dict([])})], ["atanh", py.callWith($Function, [], {derivative: "1/((1 - x)*(1 + x))", curvature: "2*x/((1 - x)*(1 + x))^2", switch: "(1 - x)*(1 + x)", calls: py.dict([])})], ["sinh", py.callWith($Function, [], {derivative: "cosh(x)", calls: py.dict([])})], ["cosh", py.callWith($Function, [], {derivative: "sinh(x)", sign: "positive", calls: py.dict([])})], ["tanh", py.callWith($Function, [], {derivative: "1/cosh(x)^2", curvature: "-2*tanh(x)/cosh(x)^2", safe: "everywhere", calls: py.dict([])})], ["erf", py.callWith($Function, [], {derivative: "2/sqrt(pi)*exp(-x^2)", safe: "everywhere", calls: py.dict([])})], ["ndtr", py.callWith($Function, [], {derivative: "exp(-x^2/2)/sqrt(2*pi)", safe: "everywhere", calls: py.dict([])})], ["log_ndtr", py.callWith($Function, [], {derivative: "-(x + 1/(x + 2/(x + 3/(x + 4/(x + 5/(x + 6/x)))))) if x < -20 else exp(-x^2/2)/(sqrt(2*pi)*ndtr(x))", textbook: "log(ndtr(x))", calls: py.dict([])})], ["normal_crps", py.callWith($Function, [], {derivative: "erf(x/(y*sqrt(2)))", textbook: "y*(x/y*erf(x/y/sqrt(2)) + sqrt(2/pi)*exp(-(x/y)^2/2) - 1/sqrt(pi))", fewest: 2, most: 2, safe: "everywhere", calls: py.dict([])})], ["log1pmx", py.callWith($Function, [], {derivative: "-x/(1 + x)", textbook: "log(1 + x) - x", calls: py.dict([])})], ["log1pint", py.callWith($Function, [], {derivative: "log1p(x)", textbook: "(1 + x)*log(1 + x) - x", calls: py.dict([])})], ["logdev", py.callWith($Function, [], {derivative: "(x - 1)/x", textbook: "x - 1 - log(x)", calls: py.dict([])})], ["xlogxdev", py.callWith($Function, [], {derivative: "log(x)", textbook: "x*log(x) - x + 1", calls: py.dict([])})], ["expm1mx", py.callWith($Function, [], {derivative: "expm1(x)", textbook: "exp(x) - 1 - x", calls: py.dict([])})], ["gamma2", py.callWith($Function, [], {derivative: "x*exp(-x)", textbook: "1 - (1 + x)*exp(-x)", calls: py.dict([])})], ["versin", py.callWith($Function, [], {derivative: "sin(x)", textbook: "1 - cos(x)", safe: "everywhere", calls: py.dict([])})], ["versin2pi", py.callWith($Function, [], {derivative: "2*pi*sin(2*pi*x)", textbook: "1 - cos(2*pi*x)", safe: "everywhere", calls: py.dict([])})], ["logshare", py.callWith($Function, [], {derivative: "(log1p(-x)/x + log(x)/(1 - x))/(log(x) + log1p(-x))^2", textbook: "log(x)/(log(x) + log(1 - x))", calls: py.dict([])})], ["ratio", py.callWith($Function, [], {derivative: "1/(1 + x)^2", textbook: "x/(1 + x)", calls: py.dict([])})], ["hypot1", py.callWith($Function, [], {derivative: "x/hypot1(x)", curvature: "hypot1(x)^(-3)", textbook: "sqrt(1 + x^2)", safe: "everywhere", sign: "positive", calls: py.dict([])})], ["hypotm1", py.callWith($Function, [], {derivative: "x/hypot1(x)", curvature: "hypot1(x)^(-3)", textbook: "sqrt(1 + x^2) - 1", safe: "everywhere", calls: py.dict([])})], ["softplus", py.callWith($Function, [], {derivative: "sigmoid(x)", textbook: "log(1 + exp(x))", safe: "everywhere", sign: "nonnegative", calls: py.dict([])})], ["softplus2", py.callWith($Function, [], {derivative: "tanh(x)/(1 + cosh(y)/cosh(x))", textbook: "log(1 + exp(x - y)) + log(1 + exp(-x - y))", fewest: 2, most: 2, safe: "everywhere", calls: py.dict([])})], ["sigmoid", py.callWith($Function, [], {derivative: "sigmoid(x)*sigmoid(-x)", curvature: "-sigmoid(x)*sigmoid(-x)*tanh(x/2)", textbook: "1/(1 + exp(-x))", safe: "everywhere", sign: "nonnegative", calls: py.dict([])})], ["logcosh", py.callWith($Function, [], {derivative: "tanh(x)", textbook: "log(cosh(x))", calls: py.dict([])})], ["pow1pm1", py.callWith($Function, [], {derivative: "y*(1 + x)^(y - 1)", textbook: "(1 + x)^y - 1", fewest: 2, most: 2, switch: "1 + x", calls: py.dict([])})], ["boxcox", py.callWith($Function, [], {derivative: "x^(y - 1)", textbook: "(x^y - 1)/y", fewest: 2, most: 2, calls: py.dict([])})], ["boxcox1p", py.callWith($Function, [], {derivative: "(1 + x)^(y - 1)", textbook: "((1 + x)^y - 1)/y", fewest: 2, most: 2, calls: py.dict([])})], ["powdev", py.callWith($Function, [], {derivative: "expm1(y*log(x))", textbook: "x^(y + 1)/(y + 1) - x + y/(y + 1)", fewest: 2, most: 2, calls: py.dict([])})], ["barron", py.callWith($Function, [], {derivative: "x/z/z if abs(y - 2) <= 0 else x/z/z*exp(-(x/z)^2/2) if y < -1e300 else x/z/z*exp((y/2 - 1)*log1p((x/z)^2/abs(y - 2)))", curvature: "1/z/z if abs(y - 2) <= 0 else (1 - (x/z)^2)*exp(-(x/z)^2/2)/z/z if y < -1e300 else (1 + (x/z)^2*(y - 1)/abs(y - 2))*exp((y/2 - 2)*log1p((x/z)^2/abs(y - 2)))/z/z", textbook: "abs(y - 2)/y*(((x/z)^2/abs(y - 2) + 1)^(y/2) - 1)", fewest: 3, most: 3, calls: py.dict([])})], ["logseries", py.callWith($Function, [], {derivative: "y + y*(y - 1)/2*(x - 1) if abs(x - 1) <= 0 else expm1(y*log1p(x - 1))/(x - 1) if x > 1/2 else (1 - x^y)/(1 - x)", fewest: 2, most: 2, last_term: "y", calls: py.dict([])})], ["xlogy", py.callWith($Function, [], {derivative: "log(y)", derivative_by_y: "x/y", textbook: "x*log(y)", fewest: 2, most: 2, switch: "y", calls: py.dict([])})], ["xlog1py", py.callWith($Function, [], {derivative: "log1p(y)", derivative_by_y: "x/(1 + y)", textbook: "x*log(1 + y)", fewest: 2, most: 2, calls: py.dict([])})], ["cauchy", py.callWith($Function, [], {derivative: "x/(1 + (x/y)^2) if abs(x) < y else y/(x/y + y/x)", curvature: "(1 - x/y)*(1 + x/y)/(1 + (x/y)^2)^2", textbook: "y^2/2*log(1 + (x/y)^2)", fewest: 2, most: 2, calls: py.dict([])})], ["gemanmcclure", py.callWith($Function, [], {derivative: "x*(y/hypot(x, y))^4", textbook: "x^2/(2*(1 + (x/y)^2))", fewest: 2, most: 2, calls: py.dict([])})], ["atansquare", py.callWith($Function, [], {derivative: "x/(1 + (x/y)^4) if abs(x) < y else y*(y/x)^3/(1 + (y/x)^4)", textbook: "y^2/2*atan((x/y)^2)", fewest: 2, most: 2, calls: py.dict([])})], ["pseudohuber", py.callWith($Function, [], {derivative: "x/hypot1(x/y)", curvature: "hypot1(x/y)^(-3)", textbook: "y^2*(sqrt(1 + (x/y)^2) - 1)", fewest: 2, most: 2, safe: "everywhere", calls: py.dict([])})], ["hypot", py.callWith($Function, [], {derivative: "x/hypot(x, y)", curvature: "(y/hypot(x, y))^2/hypot(x, y)", textbook: "sqrt(x^2 + y^2)", fewest: 2, most: 2, safe: "everywhere", sign: "positive", calls: py.dict([])})], ["fair", py.callWith($Function, [], {derivative: "x/(1 + x/y)", textbook: "y^2*(x/y - log(1 + x/y))", fewest: 2, most: 2, safe: "x >= 0", calls: py.dict([])})], ["welsch", py.callWith($Function, [], {derivative: "x*exp(-(x/y)^2)", textbook: "y^2/2*(1 - exp(-(x/y)^2))", fewest: 2, most: 2, calls: py.dict([])})], ["wave", py.callWith($Function, [], {derivative: "y*sin(x/y)", textbook: "y^2*(1 - cos(x/y))", fewest: 2, most: 2, safe: "everywhere", calls: py.dict([])})], ["ramsay", py.callWith($Function, [], {derivative: "x*exp(-y*x)", textbook: "(1 - (1 + y*x)*exp(-y*x))/y^2", fewest: 2, most: 2, calls: py.dict([])})], ["powgap", py.callWith($Function, [], {derivative: "-y*sign(x)*abs(x)^(y - 1)", textbook: "1 - abs(x)^y", fewest: 2, most: 2, switch: "x", calls: py.dict([])})], ["tukey", py.callWith($Function, [], {derivative: "x*powgap(x/y, z)^2", textbook: "x^2/2*(1 - 4*(abs(x)/y)^z/(z + 2) + (abs(x)/y)^(2*z)/(z + 1))", fewest: 3, most: 3, calls: py.dict([])})], ["tolerant", py.callWith($Function, [], {derivative: "x*sigmoid((x^2 - y)/z)", textbook: "z/2*(log(1 + exp((x^2 - y)/z)) - log(1 + exp(-y/z)))", fewest: 3, most: 3, calls: py.dict([])})], ["linex", py.callWith($Function, [], {derivative: "z*y*expm1(y*x)", textbook: "z*(exp(y*x) - y*x - 1)", fewest: 3, most: 3, calls: py.dict([])})], ["balanced", py.callWith($Function, [], {derivative: "y*log1p(expm1(z/y)*x) if z < 700*y else 0 if x <= 0 else z + y*log(x + exp(-z/y)*(1 - x))", textbook: "y/(exp(z/y) - 1)*((exp(z/y) - 1)*x + 1)*log((exp(z/y) - 1)*x + 1) - y*x", fewest: 3, most: 3, calls: py.dict([])})], ["logratio", py.callWith($Function, [], {derivative: "-1/2 if abs(x - 1) <= 0 else -log1pmx(x - 1)/(x - 1)^2 - 1/x if abs(x - 1) < 1/2 else (1 - xlogy(x, x)/(x - 1))/x/(x - 1)", textbook: "log(x)/(x - 1)", switch: "x", calls: py.dict([])})], ["focal", py.callWith($Function, [], {derivative: "-1/x if y <= 0 else -pow1p(-x, y)*(y*logratio(x) + 1/x)", textbook: "-(1 - x)^y*log(x)", fewest: 2, most: 2, switch: "x", calls: py.dict([])})], ["focalother", py.callWith($Function, [], {derivative: "1/(1 - x) if y <= 0 else pow(x, y)/(1 - x) - y*pow(x, y - 1)*log1p(-x)", textbook: "-x^y*log(1 - x)", fewest: 2, most: 2, switch: "1 - x", calls: py.dict([])})], ["pow", py.callWith($Function, [], {derivative: "y*x^(y - 1)", textbook: "x^y", fewest: 2, most: 2, switch: "x", calls: py.dict([])})], ["pow1p", py.callWith($Function, [], {derivative: "y*pow1p(x, y - 1)", textbook: "(1 + x)^y", fewest: 2, most: 2, switch: "1 + x", calls: py.dict([])})], ["alphaloss", py.callWith($Function, [], {derivative: "-x^(-1/y)", textbook: "(1 - x^(1 - 1/y))/(1 - 1/y)", fewest: 2, most: 2, switch: "x", calls: py.dict([])})], ["tsallis", py.callWith($Function, [], {derivative: "-y*(y - 1)*((1 - x)*x^(y - 2) + (1 - x)^(y - 1))", textbook: "1 - y*x^(y - 1) + (y - 1)*(x^y + (1 - x)^y)", fewest: 2, most: 2, switch: "x", calls: py.dict([])})], ["taylor", py.callWith($Function, [], {derivative: "y*(y - 1)/2*x - y if abs(x) <= 0 else expm1(y*log1p(-x))/x if x < 1/2 else ((1 - x)^y - 1)/x", textbook: "logseries(1 - x, y)", fewest: 2, most: 2, last_term: "y", calls: py.dict([])})], ["tversky", py.callWith($Function, [], {derivative: "-y/(x + y*(1 - x))^2", textbook: "y*(1 - x)/(x + y*(1 - x))", fewest: 2, most: 2, switch: "x + y*(1 - x)", calls: py.dict([])})], ["squareddice", py.callWith($Function, [], {derivative: "-2*(1 - x)*(1 + x)/(1 + x^2)^2", curvature: "4*x*(3 - x^2)/(1 + x^2)^3", textbook: "(1 - x)^2/(1 + x^2)", calls: py.dict([])})], ["focaltversky", py.callWith($Function, [], {derivative: "-y*(z/(x + z*(1 - x)))^y*(1 - x)^(y - 1)/(x + z*(1 - x))", textbook: "(z*(1 - x)/(x + z*(1 - x)))^y", fewest: 3, most: 3, switch: "x + z*(1 - x)", calls: py.dict([])})], ["softplusscaled", py.callWith($Function, [], {derivative: "sigmoid(y*x)", textbook: "log(1 + exp(y*x))/y", fewest: 2, most: 2, safe: "everywhere", sign: "nonnegative", calls: py.dict([])})], ["distill", py.callWith($Function, [], {derivative: "z*(sigmoid(x/z) - sigmoid(log(y)/z))", textbook: "z^2*(log(1 + exp(x/z)) - log(1 + y^(1/z))) - z*(x - log(y))/(1 + y^(-1/z))", fewest: 3, most: 3, safe: "everywhere", sign: "nonnegative", calls: py.dict([])})], ["dwd", py.callWith($Function, [], {derivative: "-(y/((y + 1)*x))^(y + 1)", textbook: "(y/((y + 1)*x))^y/(y + 1)", fewest: 2, most: 2, switch: "x", calls: py.dict([])})], ["lum", py.callWith($Function, [], {derivative: "-(y/((1 + z)*x - z + y))^(y + 1)", textbook: "(y/((1 + z)*x - z + y))^y/(1 + z)", fewest: 3, most: 3, switch: "(1 + z)*x - z + y", calls: py.dict([])})], ["log1pgap", py.callWith($Function, [], {derivative: "1/(1 + x)", textbook: "log(1 + x) - log(1 + y)", fewest: 2, most: 2, switch: "1 + x", calls: py.dict([])})], ["poissongap", py.callWith($Function, [], {derivative: "(x - y)/x", textbook: "x - y - y*log(x/y)", fewest: 2, most: 2, switch: "x", calls: py.dict([])})], ["poissonnll", py.callWith($Function, [], {derivative: "(x - y)/x if y > 0 else 1", fewest: 2, most: 2, switch: "x", calls: py.dict([])})], ["gammagap", py.callWith($Function, [], {derivative: "(x - y)/x/x", textbook: "log(x/y) + y/x - 1", fewest: 2, most: 2, switch: "x", calls: py.dict([])})], ["tweediegap", py.callWith($Function, [], {derivative: "x^(1 - z) if y <= 0 else (x - y)*x^(-z)", textbook: "y^(2 - z)/((1 - z)*(2 - z)) - y*x^(1 - z)/(1 - z) + x^(2 - z)/(2 - z)", fewest: 3, most: 3, switch: "x", calls: py.dict([])})], ["negbinomial", py.callWith($Function, [], {derivative: "(x - y)/x/(1 + z*x)", textbook: "(y + 1/z)*log(1 + z*x) - y*log(x)", fewest: 3, most: 3, switch: "x", calls: py.dict([])})], ["tweedielog", py.callWith($Function, [], {derivative: "exp((2 - z)*x) - (y*exp((1 - z)*x) if y > 0 else 0)", textbook: "exp((2 - z)*x)/(2 - z) - y*exp((1 - z)*x)/(1 - z)", fewest: 3, most: 3, calls: py.dict([])})], ["poissonlog", py.callWith($Function, [], {derivative: "exp(x) - y", textbook: "exp(x) - y*x", fewest: 2, most: 2, calls: py.dict([])})], ["expscaled", py.callWith($Function, [], {derivative: "y*exp(y*x)", textbook: "exp(y*x)", fewest: 2, most: 2, sign: "positive", calls: py.dict([])})], ["logpow1p", py.callWith($Function, [], {derivative: "z/y*(x/y)^(z - 1)/(1 + (x/y)^z) if x <= y else z/x/(1 + (y/x)^z)", textbook: "log(1 + (x/y)^z)", fewest: 3, most: 3, switch: "x", calls: py.dict([])})], ["softplussum", py.callWith($Function, [], {derivative: "sigmoidsum(x, y, z, k, 1)", fewest: 4, most: 4, safe: "everywhere", sign: "nonnegative", first_term: "z", last_term: "k", calls: py.dict([])})], ["softplus2sum", py.callWith($Function, [], {derivative: "sigmoidsum(x, y, 1/2, z - 1/2, 1) - sigmoidsum(-x, y, 1/2, z - 1/2, 1)", textbook: "softplussum(x, y, 1/2, z - 1/2) + softplussum(-x, y, 1/2, z - 1/2)", fewest: 3, most: 3, safe: "everywhere", sign: "nonnegative", last_term: "z", calls: py.dict([])})], ["sigmoidsum", py.callWith($Function, [], {derivative: "n*(sigmoidsum(x, y, z, k, n) - sigmoidsum(x, y, z, k, n + 1))", fewest: 5, most: 5, safe: "everywhere", sign: "nonnegative", first_term: "z", last_term: "k", calls: py.dict([])})]]);
$CODE_ONLY = $CODE_ONLY$1;
$CONSTANTS = py.dict([["pi", py.math.pi], ["e", py.math.e]]);
$_OPERATOR = $Function();
$_NO_NAMES = py.frozenset();
$Number = py.makeClass({name: "Number", base: null, fields: [{name: "value", isFloat: true}], constants: {}, methods: {}, getters: {}});
$Name = py.makeClass({name: "Name", base: null, fields: [{name: "name"}], constants: {}, methods: {}, getters: {}});
$Call = py.makeClass({name: "Call", base: null, fields: [{name: "function"}, {name: "arguments"}, {name: "_hash", isOwn: true, isIgnored: true}, {name: "_names", isOwn: true, isIgnored: true}], constants: {}, methods: {__post_init__: (() => {
function $method(self) {
py.setattr(self, "_hash", py.hash([self.function, self.arguments]));
py.setattr(self, "_names", $_NO_NAMES.union(...py.iter(py.map($names_in, self.arguments))));
return null;
}
$method.parameters = ["self"];
return $method;
})()}, getters: {}});
$COMPARISONS = py.frozenset(py.set(["<", "<=", ">", ">="]));
$MAX_LENGTH = 500;
$MAX_TOKENS = 400;
$MAX_DEPTH = 32;
$_TOKEN = py.re.compile("(?P<number>(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?)|(?P<name>[A-Za-z_]\\w*)|(?P<operator>\\*\\*|[<>]=|[-+*/^<>(),])|(?P<space>[ \\t]+)|(?P<other>.)", py.bitor(py.re.ASCII, py.re.DOTALL));
$_LEVELS = py.dict([["+", 1], ["-", 1], ["*", 2], ["/", 2]]);
$_LOOKALIKES = py.dict([["\u2212", "-"], ["\u2013", "-"], ["\u00b7", "*"], ["\u00d7", "*"], ["\u2264", "<="], ["\u2265", ">="], ["\u00b2", "^2"]]);
$FormulaError = py.makeClass({name: "FormulaError", base: $RequestError, constants: {}, methods: {}, getters: {}});
$_Token = py.makeClass({name: "_Token", base: null, fields: [{name: "kind"}, {name: "text"}, {name: "column"}], isTuple: true, constants: {}, methods: {}, getters: {}});
$_Parser = py.makeClass({name: "_Parser", base: null, constants: {}, methods: {__init__: (() => {
function $method(self, tokens, names) {
self.tokens = tokens;
self.names = names;
self.position = 0;
self.token = py.get(tokens, 0);
self.depth = 0;
return null;
}
$method.parameters = ["self", "tokens", "names"];
return $method;
})(), step: (() => {
function $method(self) {
self.position = py.iadd(self.position, 1);
self.token = py.get(self.tokens, self.position);
return null;
}
$method.parameters = ["self"];
return $method;
})(), take: (() => {
function $method(self, ...texts) {
let text;
text = self.token.text;
if ((!py.contains(texts, text))) {
return null;
}
self.step();
return text;
return null;
}
$method.parameters = ["self"];
return $method;
})(), expect: (() => {
function $method(self, text) {
if (!py.truth(self.take(text))) {
self.fail(("expected '" + py.format(text, "") + "'"));
}
return null;
}
$method.parameters = ["self", "text"];
return $method;
})(), fail: (() => {
function $method(self, message) {
let token, text;
token = self.token;
text = ((py.eq(token.kind, "end")) ? "the end" : $quote(token.text));
throw $FormulaError((py.format(message, "") + " at column " + py.format(token.column, "") + " of the formula, found " + py.format(text, "")));
return null;
}
$method.parameters = ["self", "message"];
return $method;
})(), nest: (() => {
function $method(self, read) {
let tree;
self.depth = py.iadd(self.depth, 1);
if ((py.lt($MAX_DEPTH, self.depth))) {
throw $FormulaError(("the formula is nested more than " + py.format($MAX_DEPTH, "") + " deep at column " + py.format(self.token.column, "")));
}
tree = read();
self.depth = py.sub(self.depth, 1);
return tree;
return null;
}
$method.parameters = ["self", "read"];
return $method;
})(), inner: (() => {
function $method(self) {
return self.nest(self.choice);
return null;
}
$method.parameters = ["self"];
return $method;
})(), parse: (() => {
function $method(self) {
let tree;
tree = self.choice();
if ((!py.eq(self.token.kind, "end"))) {
self.fail("expected an operator");
}
return tree;
return null;
}
$method.parameters = ["self"];
return $method;
})(), choice: (() => {
function $method(self) {
let tree, condition;
tree = self.compare();
if (py.truth(self.take("if"))) {
condition = self.condition(self.compare);
self.expect("else");
tree = $Call("if", [condition, tree, self.inner()]);
}
return tree;
return null;
}
$method.parameters = ["self"];
return $method;
})(), compare: (() => {
function $method(self) {
let left, comparisons, right, operator;
left = self.sum();
comparisons = [];
while (py.truth((operator = self.take(...py.iter($COMPARISONS))))) {
right = self.sum();
py.call(comparisons, "append", $Call(operator, [left, right]));
left = right;
}
if ((py.lt(1, py.len(comparisons)))) {
return $Call("and", py.tuple(comparisons));
}
return (py.truth(comparisons) ? py.get(comparisons, 0) : left);
return null;
}
$method.parameters = ["self"];
return $method;
})(), sum: (() => {
function $method(self) {
return self.operations(0);
return null;
}
$method.parameters = ["self"];
return $method;
})(), operations: (() => {
function $method(self, outer) {
let tree, operator, level;
tree = self.unary();
while ((py.lt(outer, (level = $_LEVELS.get(self.token.text, 0))))) {
operator = self.token.text;
self.step();
tree = $Call(operator, [tree, self.operations(level)]);
}
return tree;
return null;
}
$method.parameters = ["self", "outer"];
return $method;
})(), unary: (() => {
function $method(self) {
return (py.truth(self.take("-")) ? $Call("neg", [self.nest(self.unary)]) : self.power());
return null;
}
$method.parameters = ["self"];
return $method;
})(), power: (() => {
function $method(self) {
let base, exponent;
base = self.atom();
if (!py.truth(self.take("**", "^"))) {
return base;
}
exponent = self.nest(self.unary);
return ((py.eq(base, $Name("e"))) ? $Call("exp", [exponent]) : $Call("^", [base, exponent]));
return null;
}
$method.parameters = ["self"];
return $method;
})(), atom: (() => {
function $method(self) {
let token, tree, number, value, near, names, hint;
token = self.token;
if (py.truth(self.take("("))) {
tree = self.inner();
self.expect(")");
return tree;
}
if ((py.eq(token.kind, "number"))) {
self.step();
if (py.truth(py.math.isfinite((value = py.float(token.text))))) {
return $Number(value);
}
number = (py.format($quote(token.text), "") + " at column " + py.format(token.column, ""));
throw $FormulaError(("the number " + py.format(number, "") + " is larger than a double can hold"));
}
if (((!py.eq(token.kind, "name")) || (py.contains(["if", "else"], token.text)))) {
self.fail("expected a number, a name or '('");
}
self.step();
if (((py.contains(self.names, token.text)) || (py.contains($CONSTANTS, token.text)))) {
return $Name(token.text);
}
if (((py.contains($FUNCTIONS, token.text)) || (py.eq(token.text, "where")))) {
return self.call(token.text);
}
near = py.callWith(py.difflib.get_close_matches, [py.call(py.slice(token.text, null, 40, null), "lower"), py.sorted(py.set([...py.iter($FUNCTIONS), ...py.iter($CONSTANTS), ...py.iter(self.names)]))], {n: 1});
names = py.call(", ", "join", py.sorted(self.names));
hint = (py.truth(near) ? ("did you mean '" + py.format(py.get(near, 0), "") + "'?") : ("known are " + py.format(names, "") + " and functions such as exp"));
throw $FormulaError(("unknown name " + py.format($quote(token.text), "") + " at column " + py.format(token.column, "") + "; " + py.format(hint, "")));
return null;
}
$method.parameters = ["self"];
return $method;
})(), call: (() => {
function $method(self, function$) {
let column, _, arguments$, most, fewest, numbers, $0, $1;
column = py.sub(self.token.column, py.len(function$));
self.expect("(");
if ((py.eq(function$, "where"))) {
arguments$ = [self.condition(self.inner)];
for ($0 of py.iter(py.range(2))) {
_ = $0;
self.expect(",");
py.call(arguments$, "append", self.inner());
}
self.expect(")");
return $Call("if", py.tuple(arguments$));
}
arguments$ = [self.inner()];
while (py.truth(self.take(","))) {
py.call(arguments$, "append", self.inner());
}
self.expect(")");
[fewest, most] = py.iter([py.get($FUNCTIONS, function$).fewest, py.get($FUNCTIONS, function$).most]);
if (!((py.le(fewest, ($1 = py.len(arguments$))) && py.le($1, most)))) {
numbers = ((py.eq(fewest, most)) ? py.str(fewest) : (py.format(fewest, "") + " to " + py.format(most, "")));
throw $FormulaError(("'" + py.format(function$, "") + "' at column " + py.format(column, "") + " takes " + py.format(numbers, "") + " arguments, not " + py.format(py.len(arguments$), "")));
}
return $Call(function$, py.tuple(arguments$));
return null;
}
$method.parameters = ["self", "function"];
return $method;
})(), condition: (() => {
function $method(self, read) {
let column, tree;
column = self.token.column;
tree = read();
if (!py.truth($is_condition(tree))) {
throw $FormulaError(("expected a comparison such as x < 1 at column " + py.format(column, "") + " of the formula"));
}
return tree;
return null;
}
$method.parameters = ["self", "read"];
return $method;
})()}, getters: {}});
[$LEAST_SIZE, $MOST_SIZE] = py.iter([1e-100, 1e+100]);
$Interval = py.makeClass({name: "Interval", base: null, fields: [{name: "low", default: () => py.neg(py.math.inf), isFloat: true}, {name: "high", default: () => py.math.inf, isFloat: true}, {name: "low_closed", default: () => false}, {name: "high_closed", default: () => false}], constants: {}, methods: {__contains__: (() => {
function $method(self, x) {
let above, below;
above = (py.truth(self.low_closed) ? py.le(self.low, x) : py.lt(self.low, x));
below = (py.truth(self.high_closed) ? py.le(x, self.high) : py.lt(x, self.high));
return py.and(above, () => below);
return null;
}
$method.parameters = ["self", "x"];
return $method;
})(), __str__: (() => {
function $method(self) {
return (py.format((py.truth(self.low_closed) ? "[" : "("), "") + py.format(self.low, ("g")) + ", " + py.format(self.high, ("g")) + py.format((py.truth(self.high_closed) ? "]" : ")"), ""));
return null;
}
$method.parameters = ["self"];
return $method;
})()}, getters: {}});
$REAL = $Interval();
$POSITIVE = $Interval(0.0);
$NONNEGATIVE = py.callWith($Interval, [0.0], {low_closed: true});
$UNIT$1 = py.callWith($Interval, [0.0, 1.0], {low_closed: true, high_closed: true});
$SIGN = py.callWith($Interval, [py.neg(1.0), 1.0], {low_closed: true, high_closed: true});
$Parameter = py.makeClass({name: "Parameter", base: null, fields: [{name: "name"}, {name: "default", isFloat: true}, {name: "interval"}, {name: "integer", default: () => false}, {name: "holes", default: () => []}, {name: "least", default: () => $LEAST_SIZE, isFloat: true}, {name: "most", default: () => $MOST_SIZE, isFloat: true}], constants: {}, methods: {__contains__: (() => {
function $method(self, value) {
let fits, whole, $0;
fits = py.and(py.contains(self.interval, value), () => !py.truth(py.any((function* ($source) { for (const hole of $source) yield py.contains(hole, value); })(py.iter(self.holes)))));
whole = py.or(!py.truth(self.integer), () => py.eq(py.mod(value, 1), 0));
return py.and(fits, () => py.and(whole, () => py.or(py.eq(value, 0.0), () => py.or(py.math.isinf(value), () => (py.le(self.least, ($0 = py.abs(value))) && py.le($0, self.most))))));
return null;
}
$method.parameters = ["self", "value"];
return $method;
})()}, getters: {domain: (() => {
function $method(self) {
let holes;
holes = py.call(" and ", "join", (function* ($source) { for (const hole of $source) yield ((py.eq(hole.low, hole.high)) ? ("{" + py.format(hole.low, ("g")) + "}") : py.str(hole)); })(py.iter(self.holes)));
return py.add(py.add((py.truth(self.integer) ? "whole, in " : "in "), py.str(self.interval)), (py.truth(holes) ? (" without " + py.format(holes, "")) : ""));
return null;
}
$method.parameters = ["self"];
return $method;
})()}});
$Axis = py.makeClass({name: "Axis", base: null, fields: [{name: "name"}, {name: "variable"}, {name: "label"}, {name: "domain"}, {name: "view"}, {name: "y", default: () => null}, {name: "target", default: () => null}, {name: "of_mean", default: () => ""}], constants: {}, methods: {}, getters: {is_nameless: (() => {
function $method(self) {
return py.eq(py.call(self.label, "strip", "*"), self.variable);
return null;
}
$method.parameters = ["self"];
return $method;
})(), noun: (() => {
function $method(self) {
return (py.truth(self.is_nameless) ? ("variable " + py.format(self.variable, "")) : self.name);
return null;
}
$method.parameters = ["self"];
return $method;
})(), words: (() => {
function $method(self) {
return (py.truth(self.is_nameless) ? self.variable : ("the " + py.format(self.name, "") + " " + py.format(self.variable, "")));
return null;
}
$method.parameters = ["self"];
return $method;
})()}});
$MARGIN = $Axis("margin", "m", "margin *m* = *y* *f*(*x*)", $REAL, [py.neg(3.0), 3.0]);
$ERROR = $Axis("error", "r", "error *r* = prediction \u2212 target", $REAL, [py.neg(3.0), 3.0]);
$PREDICTION = $Axis("prediction", "x", "prediction *x*", $REAL, [py.neg(3.0), 5.0]);
$SCORE = $Axis("score", "x", "score *x*", $REAL, [py.neg(3.0), 3.0]);
$DISTANCE = $Axis("distance", "x", "distance *x*", $NONNEGATIVE, [0.0, 3.0]);
$SIMILARITY = $Axis("similarity", "s", "cosine similarity *s*", $SIGN, [py.neg(1.0), 1.0]);
$COEFFICIENT = $Axis("coefficient", "w", "coefficient *w*", $REAL, [py.neg(5.0), 5.0]);
$RATIO = $Axis("ratio", "x", "probability ratio *x*", $NONNEGATIVE, [0.0, 2.0]);
$OVERLAP = $Axis("overlap", "u", "intersection over union *u*", $UNIT$1, [0.0, 1.0]);
$PROBABILITY = $Axis("probability", "p", "probability *p* of the true class", $UNIT$1, [0.0, 1.0]);
$MEAN = py.callWith(py.dataclasses.replace, [$PREDICTION], {label: "predicted mean *x*", domain: $POSITIVE, view: [0.0, 5.0]});
$DECISION = $Axis("decision", "f", "decision function *f*(*x*)", $REAL, [py.neg(3.0), 3.0]);
$FORECAST = $Axis("forecast", "p", "predicted probability *p* of class 1", $UNIT$1, [0.0, 1.0]);
$LooseAlias = py.makeClass({name: "LooseAlias", base: null, fields: [{name: "name"}, {name: "difference"}], isTuple: true, constants: {}, methods: {}, getters: {}});
$Loss = py.makeClass({name: "Loss", base: null, fields: [{name: "name"}, {name: "formula"}, {name: "axis"}, {name: "title"}, {name: "summary"}, {name: "source"}, {name: "derivative", default: () => null}, {name: "parameters", default: () => []}, {name: "aliases", default: () => []}, {name: "loose_aliases", default: () => []}, {name: "equivalents", default: () => []}, {name: "textbook", default: () => null}, {name: "requires", default: () => null}, {name: "mean", default: () => null}, {name: "notes", default: () => []}], constants: {}, methods: {parse: (() => {
function $method(self, text) {
return $_parse(text, [self.axis.variable, ...py.iter((function* ($source) { for (const parameter of $source) yield parameter.name; })(py.iter(self.parameters)))]);
return null;
}
$method.parameters = ["self", "text"];
return $method;
})(), _tree: (() => {
function $method(self, formula) {
return (py.truth(py.isinstance(formula, py.str)) ? self.parse(formula) : formula);
return null;
}
$method.parameters = ["self", "formula"];
return $method;
})()}, getters: {is_typed: (() => {
function $method(self) {
return !py.truth(py.isinstance(self.formula, py.str));
return null;
}
$method.parameters = ["self"];
return $method;
})(), tree: (() => {
function $method(self) {
return self._tree(self.formula);
return null;
}
$method.parameters = ["self"];
return $method;
})(), notation: (() => {
function $method(self) {
return self._tree(py.or(self.textbook, () => self.formula));
return null;
}
$method.parameters = ["self"];
return $method;
})(), slope: (() => {
function $method(self) {
return (py.truth(self.derivative) ? self.parse(self.derivative) : $_derive(self));
return null;
}
$method.parameters = ["self"];
return $method;
})()}});
$_parse = py.functools.cache($parse);
$AXES = py.dict((function* ($source) { for (const axis of $source) yield [axis.name, axis]; })(py.iter([...py.iter([$MARGIN, $ERROR, $PROBABILITY, $PREDICTION, $SCORE, $DISTANCE, $SIMILARITY, $COEFFICIENT, $RATIO, $OVERLAP])])));
$VARIABLES = py.dict((function* ($source) { for (const axis of $source) yield [axis.variable, axis]; })(py.iter([$MARGIN, $ERROR, $PROBABILITY, $SIMILARITY, $COEFFICIENT])));
$_LINKS = py.dict([[["probability", "margin"], "sigmoid(m)"], [["margin", "probability"], "log(p) - log1p(-p)"], [["error", "margin"], "1 - m"]]);
$_OTHER_LABEL = py.dict([["margin", "-m"], ["probability", "1 - p"]]);
$_Prediction = py.makeClass({name: "_Prediction", base: null, fields: [{name: "axis"}, {name: "labelled"}, {name: "labels"}], constants: {}, methods: {}, getters: {}});
$_PREDICTIONS = py.dict((function* ($source) { for (const each of $source) yield [each.axis.name, each]; })(py.iter([$_Prediction($DECISION, $MARGIN, [1, py.neg(1)]), $_Prediction($FORECAST, $PROBABILITY, [1, 0])])));
$LONGEST_LOSS = 5000;
$_SIGNS = py.re.compile("(?P<open>[\\[({])|(?P<close>[\\])}])|(?P<parameter>:(?=\\s*[^\\W\\d]\\w*\\s*=(?!=)))|(?P<comparison>[<>=!]=)|(?P<equals>=)|(?P<comma>,)");
$_DEFINED = py.re.compile("\\$*\\\\?[\\w{}\\\\]*\\s*\\(.*\\)\\s*|[$\\\\].*|\\{\\\\.*|lambda\\s.*|function\\s*\\(.*", py.re.DOTALL);
$_COMMENT = py.re.compile("(?<=\\s)#[^\\n]*");
$_NO_WORDS = py.re.compile("[^\\w\\s#-]");
$_BREAK = py.re.compile("(?<!\\\\)((?:\\\\\\\\)*)[\\t\\r\\n]");
$_WORD = py.re.compile("[^\\W\\d][\\w-]*");
$_CALL = py.re.compile("([^\\W\\d]\\w*)\\(\\s*((?:\\w+\\s*=[^,()=:]+(?:,\\s*\\w+\\s*=[^,()=:]+)*)?)\\)");
$LossText = py.makeClass({name: "LossText", base: null, fields: [{name: "label"}, {name: "body"}, {name: "assignments", default: () => []}], constants: {}, methods: {__str__: (() => {
function $method(self) {
let named;
named = py.call(":", "join", [self.body, ...py.iter(self.assignments)]);
return (py.truth(self.label) ? (py.format(self.label, "") + " = " + py.format(named, "")) : named);
return null;
}
$method.parameters = ["self"];
return $method;
})()}, getters: {}});
$Jet = py.makeClass({name: "Jet", base: null, fields: [{name: "value"}, {name: "slope"}, {name: "curvature"}], constants: {}, methods: {}, getters: {}});
$Terms = py.dict;
$UNIT = py.frozenset();
$MAX_TERMS = 32;
$_LARGEST_FRACTION = py.pow(10, 6);
$_LARGEST_EXPONENT = 64;
$_SYMBOLS = ["log", "log1p", "softplus"];
$_MOST_BITS = 4096;
$_MOST_LOGARITHMS = 3;
$_ROUNDING$2 = py.pow(2.0, py.neg(48));
$_UNIT_TERMS = py.dict([[$UNIT, py.fractions.Fraction(1)]]);
$_Choice = py.makeClass({name: "_Choice", base: null, fields: [{name: "better"}, {name: "coefficient"}, {name: "line"}, {name: "sign"}], constants: {}, methods: {}, getters: {}});
$_LESS_ONE = py.dict([["exp", [1, ((u) => $Call("expm1", [u]))]], ["cos", [py.neg(1), $_versin]], ["hypot1", [1, ((u) => $Call("hypotm1", [u]))]], ["cosh", [2, $_half_sinh_square]], ["sigmoid", [py.neg(1), ((u) => $Call("sigmoid", [$opposite(u)]))]], ["ndtr", [py.neg(1), ((u) => $Call("ndtr", [$opposite(u)]))]]]);
$_LOG_TWO = $Call("log", [$Number(2.0)]);
$_ROUNDING$1 = py.pow(2.0, py.neg(50));
$_MOST$1 = 8;
[$_ZERO, $_TWO] = py.iter([$Number(0.0), $Number(2.0)]);
$_ROUNDING = py.fractions.Fraction(1, py.pow(2, 48));
$_COMPLEMENTS = py.dict([["cos", ["sin", py.neg(1)]], ["sin", ["cos", py.neg(1)]], ["cosh", ["sinh", 1]]]);
$_MOST_SUMMANDS = 4;
$_ONE = $Number(1.0);
$_ROUNDING$3 = py.fractions.Fraction(1, py.pow(2, 52));
$_GROWING = ["expm1", "sinh", "cosh", "exp"];
$_POSITIVE = ["exp", "sigmoid", "cosh", "ndtr", "hypot1"];
$_ONE$1 = $Number(1.0);
$NODES = py.dict([["log", $logarithm], ["log1p", $logarithm1p], ["sqrt", $root], ["/", $quotient], ["^", $power], ["*", $product], ["max", $extreme], ["if", $choice]]);
$GREEK = py.dict([["alpha", "\u03b1"], ["beta", "\u03b2"], ["gamma", "\u03b3"], ["delta", "\u03b4"], ["epsilon", "\u03b5"], ["eta", "\u03b7"], ["lambda", "\u03bb"], ["mu", "\u03bc"], ["omega", "\u03c9"], ["phi", "\u03c6"], ["pi", "\u03c0"], ["sigma", "\u03c3"], ["tau", "\u03c4"], ["theta", "\u03b8"]]);
$_PASSES = 4;
$_ROUNDS = 8;
$_LARGEST = 96;
$_SUMS = ["+", "-", "neg"];
$_RULES = [$square, $complement, $logarithms, $log_ratio, $powers, $exponential_again, $hyperbolic, $exponentials, $gamma, $less_one, $power_less_one, $softplus_pair, $softplus_by_hand, $softplus_line, $less_log_two, $half_sigmoids, $bells, $cosine, $root_line, $root_less, $whole_less_share, $arc_tail];
$Rewritten = py.makeClass({name: "Rewritten", base: null, fields: [{name: "tree"}, {name: "rewrites"}], constants: {}, methods: {}, getters: {}});
[$ZERO, $ONE] = py.iter([$Number(0.0), $Number(1.0)]);
$_LARGEST_DENOMINATOR = 64;
$_LARGEST_NUMBER = py.pow(2.0, 53);
$_BUILDERS = py.dict([["+", $add], ["-", $subtract], ["*", $multiply], ["/", $divide], ["^", $power$1], ["neg", $negate], ["abs", ((u) => $Call("abs", [py.or($positive(u), () => u)]))], ["if", $choose]]);
$AT_LARGE = py.dict([["ctc", "it sums over all alignments of a sequence with its labels"], ["lambdarank", "it compares all items of a query with each other; of one pair it is 'logistic' of the difference"], ["lambdamart", "it compares all items of a query with each other; of one pair it is 'logistic' of the difference"], ["listnet", "it compares all items of a query with each other; of one pair it is 'logistic' of the difference"], ["listmle", "it compares all items of a query with each other; of one pair it is 'logistic' of the difference"], ["ndcg", "it compares all items of a query with each other; of one pair it is 'logistic' of the difference"], ["approx-ndcg", "it compares all items of a query with each other; of one pair it is 'logistic' of the difference"], ["map", "it compares all items of a query with each other; of one pair it is 'logistic' of the difference"], ["mrr", "it compares all items of a query with each other; of one pair it is 'logistic' of the difference"], ["warp", "it draws other items until one is ranked too high; of one pair it is 'hinge'"], ["cox", "it depends on all that are still at risk at each time; draw 'aft-extreme'"], ["cox-ph", "it depends on all that are still at risk at each time; draw 'aft-extreme'"], ["coxph", "it depends on all that are still at risk at each time; draw 'aft-extreme'"], ["partial-likelihood", "it depends on all that are still at risk at each time; draw 'aft-extreme'"], ["deephit", "it is of a whole distribution of times; draw 'aft-logistic'"], ["tobit", "it is one loss of what is seen and another of what is censored; draw 'aft-normal:censored=0,1'"], ["arcface", "it moves the angle to the right class before a softmax over all; draw 'softmax-ce-gap'"], ["cosface", "it moves the angle to the right class before a softmax over all; draw 'softmax-ce-gap'"], ["sphereface", "it moves the angle to the right class before a softmax over all; draw 'softmax-ce-gap'"], ["am-softmax", "it moves the angle to the right class before a softmax over all; draw 'softmax-ce-gap'"], ["a-softmax", "it moves the angle to the right class before a softmax over all; draw 'softmax-ce-gap'"], ["circle", "it sums over all pairs in a batch, near and far; draw 'soft-margin-triplet'"], ["supcon", "it averages over all that are of one class in a batch; draw 'info-nce'"], ["barlow-twins", "it compares all features of a batch"], ["vicreg", "it compares all features of a batch"], ["dino", "it compares all features of a batch"], ["byol", "it is twice 'cosine-distance'; draw '2*cosine_distance'"], ["simsiam", "it is twice 'cosine-distance'; draw '2*cosine_distance'"], ["center", "its centres are learned along with the features; of one distance draw 'half-squared'"], ["lovasz", "it sorts the errors of all pixels; of one pixel draw 'hinge', of a whole mask 'iou'"], ["lovasz-hinge", "it sorts the errors of all pixels; of one pixel draw 'hinge', of a whole mask 'iou'"], ["lovasz-softmax", "it sorts the errors of all pixels; of one pixel draw 'hinge', of a whole mask 'iou'"], ["boundary", "it needs the distance of each pixel to the border; draw 'soft-dice'"], ["hausdorff", "it needs the distance of each pixel to the border; draw 'soft-dice'"], ["ssim", "it compares patches or features of whole images; of one pixel draw 'charbonnier' or 'squared'"], ["ms-ssim", "it compares patches or features of whole images; of one pixel draw 'charbonnier' or 'squared'"], ["lpips", "it compares patches or features of whole images; of one pixel draw 'charbonnier' or 'squared'"], ["perceptual", "it compares patches or features of whole images; of one pixel draw 'charbonnier' or 'squared'"], ["vgg", "it compares patches or features of whole images; of one pixel draw 'charbonnier' or 'squared'"], ["style", "it compares patches or features of whole images; of one pixel draw 'charbonnier' or 'squared'"], ["gram", "it compares patches or features of whole images; of one pixel draw 'charbonnier' or 'squared'"], ["bce-dice", "it is a sum of two losses; write it as one, as in '0.5*log_loss + 0.5*soft_dice'"], ["combo", "it is a sum of two losses; write it as one, as in '0.5*log_loss + 0.5*soft_dice'"], ["combined", "it is a sum of two losses; write it as one, as in '0.5*log_loss + 0.5*soft_dice'"], ["unified-focal", "it is a sum of two losses; write it as one, as in '0.5*log_loss + 0.5*soft_dice'"], ["dfl", "it is a cross-entropy of the two nearest of many bins; draw 'quality-focal'"], ["gfl", "it is 'quality-focal' of the class and a cross-entropy of many bins of the box; draw the former"], ["orpo", "it adds the likelihood of the chosen answer; draw 'logistic:beta=0.1' of the pair"], ["cpo", "it adds the likelihood of the chosen answer; draw 'logistic:beta=0.1' of the pair"], ["rrhf", "it sums over the ranks of many answers; of one pair draw 'perceptron'"], ["reinforce", "it is the logarithm of a probability times a return; draw 'log-loss', or 'ppo-clip' of the ratio"], ["policy-gradient", "it is the logarithm of a probability times a return; draw 'log-loss', or 'ppo-clip' of the ratio"], ["a2c", "it is the logarithm of a probability times a return; draw 'log-loss', or 'ppo-clip' of the ratio"], ["a3c", "it is the logarithm of a probability times a return; draw 'log-loss', or 'ppo-clip' of the ratio"], ["awr", "it weighs each action by its advantage; draw 'log-loss', or 'expectile' of a value"], ["iql", "it weighs each action by its advantage; draw 'log-loss', or 'expectile' of a value"], ["emd", "it compares two whole distributions; of two outcomes draw 'kl-bernoulli'"], ["earth-mover", "it compares two whole distributions; of two outcomes draw 'kl-bernoulli'"], ["sinkhorn", "it compares two whole distributions; of two outcomes draw 'kl-bernoulli'"], ["mmd", "it compares two whole distributions; of two outcomes draw 'kl-bernoulli'"], ["hellinger", "it compares two whole distributions; of two outcomes draw 'kl-bernoulli'"], ["js", "it compares two whole distributions; of two outcomes draw 'kl-bernoulli'"], ["js-divergence", "it compares two whole distributions; of two outcomes draw 'kl-bernoulli'"], ["jensen-shannon", "it compares two whole distributions; of two outcomes draw 'kl-bernoulli'"], ["seesaw", "it shifts or weighs the score of each class by how often that occurs; draw 'softmax-ce-gap'"], ["ldam", "it shifts or weighs the score of each class by how often that occurs; draw 'softmax-ce-gap'"], ["logit-adjusted", "it shifts or weighs the score of each class by how often that occurs; draw 'softmax-ce-gap'"], ["balanced-softmax", "it shifts or weighs the score of each class by how often that occurs; draw 'softmax-ce-gap'"], ["class-balanced", "it shifts or weighs the score of each class by how often that occurs; draw 'softmax-ce-gap'"], ["cb", "it shifts or weighs the score of each class by how often that occurs; draw 'softmax-ce-gap'"], ["equalization", "it shifts or weighs the score of each class by how often that occurs; draw 'softmax-ce-gap'"], ["mdn", "it has several outputs; of one draw 'gaussian-nll'"], ["evidential", "it has several outputs; of one draw 'gaussian-nll'"], ["zip", "it has several outputs; of one draw 'poisson-full'"], ["zinb", "it has several outputs; of one draw 'negative-binomial'"], ["coral", "it has an output for each threshold; draw 'all-threshold', or one 'bce-logits'"], ["corn", "it has an output for each threshold; draw 'all-threshold', or one 'bce-logits'"], ["qwk", "it counts pairs, or ranks, of a whole set"], ["kappa", "it counts pairs, or ranks, of a whole set"], ["auc", "it counts pairs, or ranks, of a whole set"], ["roc-auc", "it counts pairs, or ranks, of a whole set"], ["aucpr", "it counts pairs, or ranks, of a whole set"], ["average-precision", "it counts pairs, or ranks, of a whole set"], ["f1", "it counts right and wrong labels of a whole set; draw 'zero-one', or 'soft-dice'"], ["precision", "it counts right and wrong labels of a whole set; draw 'zero-one', or 'soft-dice'"], ["recall", "it counts right and wrong labels of a whole set; draw 'zero-one', or 'soft-dice'"], ["mcc", "it counts right and wrong labels of a whole set; draw 'zero-one', or 'soft-dice'"], ["r2", "it is a share of all examples' deviance, not a loss of one"], ["r-squared", "it is a share of all examples' deviance, not a loss of one"], ["perplexity", "it is exp of a mean over all words; of one word draw 'log-loss'"], ["softmax", "it makes probabilities of scores, which 'softmax-cross-entropy' is a loss of"], ["relu", "it is an activation; write a formula, as in 'relu(1 - m)'"], ["gelu", "it is an activation; write a formula, as in 'relu(1 - m)'"], ["swish", "it is an activation; write a formula, as in 'relu(1 - m)'"], ["mase", "it divides by the mean error of a naive forecast; draw 'absolute'"], ["lts", "it leaves out the largest errors of a whole sample; of one error draw 'truncated-quadratic'"], ["lms", "it leaves out the largest errors of a whole sample; of one error draw 'truncated-quadratic'"], ["trimmed-squares", "it leaves out the largest errors of a whole sample; of one error draw 'truncated-quadratic'"], ["ggw", "its psi is given as such, and its rho is an integral without a formula; draw 'tukey-biweight'"], ["lqq", "its psi is given as such, and its rho is an integral without a formula; draw 'tukey-biweight'"], ["mixup", "it is a way to choose or change examples while training, under any loss"], ["co-teaching", "it is a way to choose or change examples while training, under any loss"], ["elr", "it is a way to choose or change examples while training, under any loss"], ["dmi", "it is a way to choose or change examples while training, under any loss"], ["gradient-penalty", "it is a penalty on the slope of a critic, not on its score"], ["r1", "it is a penalty on the slope of a critic, not on its score"], ["group-lasso", "it is of many coefficients together; of one draw 'l1-penalty'"], ["nuclear-norm", "it is of many coefficients together; of one draw 'l1-penalty'"], ["tv", "it sums the differences of neighbours; of one difference draw 'absolute'"], ["total-variation", "it sums the differences of neighbours; of one difference draw 'absolute'"]]);
$LOSSES = py.dict([["zero-one", py.callWith($Loss, [], {name: "zero-one", formula: "1 if m <= 0 else 0", axis: py.callWith($Axis, [], {name: "margin", variable: "m", label: "margin *m* = *y* *f*(*x*)", domain: py.callWith($Interval, [], {}), view: [-3.0, 3.0]}), title: "", summary: "", source: "", aliases: ["0-1", "01", "zero-one-loss", "zerooneloss", "misclassification"]})], ["perceptron", py.callWith($Loss, [], {name: "perceptron", formula: "max(0, -m)", axis: py.callWith($Axis, [], {name: "margin", variable: "m", label: "margin *m* = *y* *f*(*x*)", domain: py.callWith($Interval, [], {}), view: [-3.0, 3.0]}), title: "", summary: "", source: "", aliases: ["perceptron-loss", "perceptronloss"], loose_aliases: [$LooseAlias("margin-ranking", "hinge with the margin as its threshold; 0 is PyTorch's default")]})], ["hinge", py.callWith($Loss, [], {name: "hinge", formula: "max(0, threshold - beta*m)", axis: py.callWith($Axis, [], {name: "margin", variable: "m", label: "margin *m* = *y* *f*(*x*)", domain: py.callWith($Interval, [], {}), view: [-3.0, 3.0]}), title: "", summary: "", source: "", parameters: [py.callWith($Parameter, [], {name: "threshold", default: 1.0, interval: py.callWith($Interval, [], {low: 0.0}), least: 0.0}), py.callWith($Parameter, [], {name: "beta", default: 1.0, interval: py.callWith($Interval, [], {low: 0.0})})], aliases: ["hinge-loss", "hingeloss", "l1-hinge", "l1hingeloss", "svm", "max-margin", "categorical-hinge"], loose_aliases: [$LooseAlias("dpo-hinge", "hinge:beta=0.1, as is usual, for m the gain in log-probability over the reference"), $LooseAlias("rso", "hinge:beta=0.1, as is usual, for m the gain in log-probability over the reference"), $LooseAlias("slic", "hinge with its threshold, 1 here, for m the gap of two log-probabilities"), $LooseAlias("slic-hf", "hinge with its threshold, 1 here, for m the gap of two log-probabilities"), $LooseAlias("hinge-gan", "the loss of its generator, which is wgan; its critic has the hinge")]})], ["squared-hinge", py.callWith($Loss, [], {name: "squared-hinge", formula: "max(0, 1 - m)^2", axis: py.callWith($Axis, [], {name: "margin", variable: "m", label: "margin *m* = *y* *f*(*x*)", domain: py.callWith($Interval, [], {}), view: [-3.0, 3.0]}), title: "", summary: "", source: "", aliases: ["l2-hinge", "l2hingeloss", "squaredhinge", "truncated-least-squares", "l2svm"]})], ["smoothed-hinge", py.callWith($Loss, [], {name: "smoothed-hinge", formula: "0 if m >= 1 else (1 - m)*((1 - m)/gamma)/2 if m > 1 - gamma else 1 - m - gamma/2", axis: py.callWith($Axis, [], {name: "margin", variable: "m", label: "margin *m* = *y* *f*(*x*)", domain: py.callWith($Interval, [], {}), view: [-3.0, 3.0]}), title: "", summary: "", source: "", parameters: [py.callWith($Parameter, [], {name: "gamma", default: 1.0, interval: py.callWith($Interval, [], {low: 0.0})})], aliases: ["smooth-hinge", "smoothedl1hingeloss", "huberized-hinge", "rennie-srebro"], textbook: "0 if m >= 1 else (1 - m)^2/(2*gamma) if m > 1 - gamma else 1 - m - gamma/2"})], ["modified-huber", py.callWith($Loss, [], {name: "modified-huber", formula: "0 if m >= 1 else (1 - m)^2 if m >= -1 else -4*m", axis: py.callWith($Axis, [], {name: "margin", variable: "m", label: "margin *m* = *y* *f*(*x*)", domain: py.callWith($Interval, [], {}), view: [-3.0, 3.0]}), title: "", summary: "", source: "", aliases: ["modifiedhuber", "modifiedhuberloss", "huberised-squared-hinge"]})], ["logistic", py.callWith($Loss, [], {name: "logistic", formula: "softplus(gamma - beta*m)", axis: py.callWith($Axis, [], {name: "margin", variable: "m", label: "margin *m* = *y* *f*(*x*)", domain: py.callWith($Interval, [], {}), view: [-3.0, 3.0]}), title: "", summary: "", source: "", parameters: [py.callWith($Parameter, [], {name: "beta", default: 1.0, interval: py.callWith($Interval, [], {low: 0.0})}), py.callWith($Parameter, [], {name: "gamma", default: 0.0, interval: py.callWith($Interval, [], {})})], aliases: ["log", "logit", "logistic-loss", "logitmarginloss", "soft-margin", "softmarginloss", "bce-with-logits", "bcewithlogitsloss", "ranknet", "bpr", "non-saturating-gan", "vanilla-gan"], loose_aliases: [$LooseAlias("dpo", "logistic:beta=0.1, as is usual, for m the gain in log-probability over the reference"), $LooseAlias("simpo", "logistic:beta=2:gamma=1, as is usual, for m the gap of mean log-probabilities")]})], ["logistic-base2", py.callWith($Loss, [], {name: "logistic-base2", formula: "softplus(-m)/log(2)", axis: py.callWith($Axis, [], {name: "margin", variable: "m", label: "margin *m* = *y* *f*(*x*)", domain: py.callWith($Interval, [], {}), view: [-3.0, 3.0]}), title: "", summary: "", source: "", aliases: ["log2", "log-loss-base2", "scaled-logistic"]})], ["exponential", py.callWith($Loss, [], {name: "exponential", formula: "exp(-m)", axis: py.callWith($Axis, [], {name: "margin", variable: "m", label: "margin *m* = *y* *f*(*x*)", domain: py.callWith($Interval, [], {}), view: [-3.0, 3.0]}), title: "", summary: "", source: "", aliases: ["exp", "exploss", "adaboost", "exponential-loss"]})], ["squared-margin", py.callWith($Loss, [], {name: "squared-margin", formula: "(1 - m)^2", axis: py.callWith($Axis, [], {name: "margin", variable: "m", label: "margin *m* = *y* *f*(*x*)", domain: py.callWith($Interval, [], {}), view: [-3.0, 3.0]}), title: "", summary: "", source: "", aliases: ["square", "square-loss", "l2-margin", "l2marginloss", "least-squares", "quadratic-margin"]})], ["savage", py.callWith($Loss, [], {name: "savage", formula: "sigmoid(-k*m)^2", axis: py.callWith($Axis, [], {name: "margin", variable: "m", label: "margin *m* = *y* *f*(*x*)", domain: py.callWith($Interval, [], {}), view: [-3.0, 3.0]}), title: "", summary: "", source: "", parameters: [py.callWith($Parameter, [], {name: "k", default: 1.0, interval: py.callWith($Interval, [], {low: 0.0})})], aliases: ["savageboost"]})], ["tangent", py.callWith($Loss, [], {name: "tangent", formula: "(2*atan(m) - 1)^2", axis: py.callWith($Axis, [], {name: "margin", variable: "m", label: "margin *m* = *y* *f*(*x*)", domain: py.callWith($Interval, [], {}), view: [-3.0, 3.0]}), title: "", summary: "", source: "", aliases: ["tangentboost", "tangent-loss"]})], ["sigmoid", py.callWith($Loss, [], {name: "sigmoid", formula: "sigmoid(-k*m)", axis: py.callWith($Axis, [], {name: "margin", variable: "m", label: "margin *m* = *y* *f*(*x*)", domain: py.callWith($Interval, [], {}), view: [-3.0, 3.0]}), title: "", summary: "", source: "", parameters: [py.callWith($Parameter, [], {name: "k", default: 1.0, interval: py.callWith($Interval, [], {low: 0.0})})], aliases: ["sigmoid-loss", "sigmoidloss", "smooth-01"], loose_aliases: [$LooseAlias("tanh-loss", "1 - tanh(m), which is twice sigmoid:k=2")]})], ["ramp", py.callWith($Loss, [], {name: "ramp", formula: "max(0, 1 - max(s, m))", axis: py.callWith($Axis, [], {name: "margin", variable: "m", label: "margin *m* = *y* *f*(*x*)", domain: py.callWith($Interval, [], {}), view: [-3.0, 3.0]}), title: "", summary: "", source: "", parameters: [py.callWith($Parameter, [], {name: "s", default: 0.0, interval: py.callWith($Interval, [], {high: 1.0}), least: 0.0})], aliases: ["ramp-loss", "truncated-hinge", "robust-hinge"]})], ["generalized-smooth-hinge", py.callWith($Loss, [], {name: "generalized-smooth-hinge", formula: "0 if m >= 1 else powdev(m, alpha) if m > 0 else alpha/(alpha + 1) - m", axis: py.callWith($Axis, [], {name: "margin", variable: "m", label: "margin *m* = *y* *f*(*x*)", domain: py.callWith($Interval, [], {}), view: [-3.0, 3.0]}), title: "", summary: "", source: "", parameters: [py.callWith($Parameter, [], {name: "alpha", default: 2.0, interval: py.callWith($Interval, [], {low: 0.0})})], textbook: "0 if m >= 1 else m^(alpha + 1)/(alpha + 1) - m + alpha/(alpha + 1) if m > 0 else alpha/(alpha + 1) - m"})], ["binomial-deviance", py.callWith($Loss, [], {name: "binomial-deviance", formula: "softplus(-2*m)", axis: py.callWith($Axis, [], {name: "margin", variable: "m", label: "margin *m* = *y* *f*(*x*)", domain: py.callWith($Interval, [], {}), view: [-3.0, 3.0]}), title: "", summary: "", source: "", aliases: ["esl-deviance", "logitboost"]})], ["dwd", py.callWith($Loss, [], {name: "dwd", formula: "1 - m if m <= q/(q + 1) else dwd(m, q)", axis: py.callWith($Axis, [], {name: "margin", variable: "m", label: "margin *m* = *y* *f*(*x*)", domain: py.callWith($Interval, [], {}), view: [-3.0, 3.0]}), title: "", summary: "", source: "", parameters: [py.callWith($Parameter, [], {name: "q", default: 1.0, interval: py.callWith($Interval, [], {low: 0.0})})], aliases: ["dwdmarginloss", "generalized-dwd"]})], ["lum", py.callWith($Loss, [], {name: "lum", formula: "1 - m if m < c/(1 + c) else lum(m, a, c)", axis: py.callWith($Axis, [], {name: "margin", variable: "m", label: "margin *m* = *y* *f*(*x*)", domain: py.callWith($Interval, [], {}), view: [-3.0, 3.0]}), title: "", summary: "", source: "", parameters: [py.callWith($Parameter, [], {name: "a", default: 1.0, interval: py.callWith($Interval, [], {low: 0.0})}), py.callWith($Parameter, [], {name: "c", default: 1.0, interval: py.callWith($Interval, [], {low: 0.0, low_closed: true})})], aliases: ["lum-loss"]})], ["c-loss", py.callWith($Loss, [], {name: "c-loss", formula: "welsch(1 - m, sqrt(2)*sigma)/welsch(1, sqrt(2)*sigma)", axis: py.callWith($Axis, [], {name: "margin", variable: "m", label: "margin *m* = *y* *f*(*x*)", domain: py.callWith($Interval, [], {}), view: [-3.0, 3.0]}), title: "", summary: "", source: "", parameters: [py.callWith($Parameter, [], {name: "sigma", default: 0.5, interval: py.callWith($Interval, [], {low: 0.0})})], aliases: ["closs"], loose_aliases: [$LooseAlias("correntropy", "1 - exp(-(1 - m)^2/(2*sigma^2)), which is not scaled")], textbook: "(1 - exp(-(1 - m)^2/(2*sigma^2)))/(1 - exp(-1/(2*sigma^2)))"})], ["pinball-hinge", py.callWith($Loss, [], {name: "pinball-hinge", formula: "max(1 - m, -tau*(1 - m))", axis: py.callWith($Axis, [], {name: "margin", variable: "m", label: "margin *m* = *y* *f*(*x*)", domain: py.callWith($Interval, [], {}), view: [-3.0, 3.0]}), title: "", summary: "", source: "", parameters: [py.callWith($Parameter, [], {name: "tau", default: 0.5, interval: py.callWith($Interval, [], {low: 0.0, high: 1.0, low_closed: true, high_closed: true})})], aliases: ["pin-svm", "pinsvm"]})], ["unhinged", py.callWith($Loss, [], {name: "unhinged", formula: "1 - m", axis: py.callWith($Axis, [], {name: "margin", variable: "m", label: "margin *m* = *y* *f*(*x*)", domain: py.callWith($Interval, [], {}), view: [-3.0, 3.0]}), title: "", summary: "", source: "", aliases: ["linear"]})], ["wgan", py.callWith($Loss, [], {name: "wgan", formula: "-m", axis: py.callWith($Axis, [], {name: "margin", variable: "m", label: "margin *m* = *y* *f*(*x*)", domain: py.callWith($Interval, [], {}), view: [-3.0, 3.0]}), title: "", summary: "", source: "", aliases: ["wasserstein", "wasserstein-gan", "wgan-loss"], loose_aliases: [$LooseAlias("wgan-gp", "wgan with a penalty on the slope of the critic")]})], ["softplus-hinge", py.callWith($Loss, [], {name: "softplus-hinge", formula: "softplusscaled(1 - m, beta)", axis: py.callWith($Axis, [], {name: "margin", variable: "m", label: "margin *m* = *y* *f*(*x*)", domain: py.callWith($Interval, [], {}), view: [-3.0, 3.0]}), title: "", summary: "", source: "", parameters: [py.callWith($Parameter, [], {name: "beta", default: 1.0, interval: py.callWith($Interval, [], {low: 0.0})})], aliases: ["soft-hinge"], loose_aliases: [$LooseAlias("ssvm", "half of its square, as Lee and Mangasarian minimise it")]})], ["madaboost", py.callWith($Loss, [], {name: "madaboost", formula: "1 - m if m < 0 else exp(-m)", axis: py.callWith($Axis, [], {name: "margin", variable: "m", label: "margin *m* = *y* *f*(*x*)", domain: py.callWith($Interval, [], {}), view: [-3.0, 3.0]}), title: "", summary: "", source: "", aliases: ["mada"]})], ["double-hinge", py.callWith($Loss, [], {name: "double-hinge", formula: "max(-m, max(0, (1 - m)/2))", axis: py.callWith($Axis, [], {name: "margin", variable: "m", label: "margin *m* = *y* *f*(*x*)", domain: py.callWith($Interval, [], {}), view: [-3.0, 3.0]}), title: "", summary: "", source: "", aliases: ["doublehinge"]})], ["lorenz", py.callWith($Loss, [], {name: "lorenz", formula: "2*cauchy(max(0, 1 - m), 1)", axis: py.callWith($Axis, [], {name: "margin", variable: "m", label: "margin *m* = *y* *f*(*x*)", domain: py.callWith($Interval, [], {}), view: [-3.0, 3.0]}), title: "", summary: "", source: "", aliases: ["lorenz-loss"], textbook: "log(1 + max(0, 1 - m)^2)"})], ["probit", py.callWith($Loss, [], {name: "probit", formula: "-log_ndtr(m)", axis: py.callWith($Axis, [], {name: "margin", variable: "m", label: "margin *m* = *y* *f*(*x*)", domain: py.callWith($Interval, [], {}), view: [-3.0, 3.0]}), title: "", summary: "", source: "", aliases: ["probit-loss"]})], ["ipo", py.callWith($Loss, [], {name: "ipo", formula: "(m - 1/(2*tau))^2", axis: py.callWith($Axis, [], {name: "margin", variable: "m", label: "margin of log-ratios *m*", domain: py.callWith($Interval, [], {}), view: [-10.0, 15.0]}), title: "", summary: "", source: "", parameters: [py.callWith($Parameter, [], {name: "tau", default: 0.1, interval: py.callWith($Interval, [], {low: 0.0})})], aliases: ["ipo-loss", "identity-preference-optimization"]})], ["kto", py.callWith($Loss, [], {name: "kto", formula: "sigmoid(beta*(label*reference - m))", axis: py.callWith($Axis, [], {name: "margin", variable: "m", label: "margin of log-ratios *m*", domain: py.callWith($Interval, [], {}), view: [-10.0, 15.0]}), title: "", summary: "", source: "", parameters: [py.callWith($Parameter, [], {name: "beta", default: 0.1, interval: py.callWith($Interval, [], {low: 0.0})}), py.callWith($Parameter, [], {name: "reference", default: 1.0, interval: py.callWith($Interval, [], {low: 0.0, low_closed: true})}), py.callWith($Parameter, [], {name: "label", default: 1.0, interval: py.callWith($Interval, [], {low: -1.0, high: 1.0, low_closed: true, high_closed: true}), integer: true, holes: [py.callWith($Interval, [], {low: 0.0, high: 0.0, low_closed: true, high_closed: true})]})], aliases: ["kto-loss", "kahneman-tversky-optimization"], textbook: "1 - 1/(1 + exp(-beta*(m - label*reference)))"})], ["squared", py.callWith($Loss, [], {name: "squared", formula: "r^2", axis: py.callWith($Axis, [], {name: "error", variable: "r", label: "error *r* = prediction − target", domain: py.callWith($Interval, [], {}), view: [-3.0, 3.0]}), title: "", summary: "", source: "", aliases: ["mse", "mseloss", "l2", "l2distloss", "squared-error", "quadratic", "mean-squared-error"], loose_aliases: [$LooseAlias("rmse", "the root of its mean over the examples"), $LooseAlias("root-mean-squared-error", "the root of its mean over the examples")]})], ["half-squared", py.callWith($Loss, [], {name: "half-squared", formula: "r^2/2", axis: py.callWith($Axis, [], {name: "error", variable: "r", label: "error *r* = prediction − target", domain: py.callWith($Interval, [], {}), view: [-3.0, 3.0]}), title: "", summary: "", source: "", aliases: ["l2-loss", "half-mse", "leastsquares", "halfsquarederror"]})], ["absolute", py.callWith($Loss, [], {name: "absolute", formula: "abs(r)", axis: py.callWith($Axis, [], {name: "error", variable: "r", label: "error *r* = prediction − target", domain: py.callWith($Interval, [], {}), view: [-3.0, 3.0]}), title: "", summary: "", source: "", aliases: ["mae", "l1", "l1loss", "l1distloss", "absolute-error", "mean-absolute-error", "laplace", "lad"]})], ["huber", py.callWith($Loss, [], {name: "huber", formula: "r^2/2 if abs(r) <= delta else delta*(abs(r) - delta/2)", axis: py.callWith($Axis, [], {name: "error", variable: "r", label: "error *r* = prediction − target", domain: py.callWith($Interval, [], {}), view: [-3.0, 3.0]}), title: "", summary: "", source: "", parameters: [py.callWith($Parameter, [], {name: "delta", default: 1.0, interval: py.callWith($Interval, [], {low: 0.0})})], aliases: ["huber-loss", "huberloss", "hubert"]})], ["smooth-l1", py.callWith($Loss, [], {name: "smooth-l1", formula: "r*(r/beta)/2 if abs(r) < beta else abs(r) - beta/2", axis: py.callWith($Axis, [], {name: "error", variable: "r", label: "error *r* = prediction − target", domain: py.callWith($Interval, [], {}), view: [-3.0, 3.0]}), title: "", summary: "", source: "", parameters: [py.callWith($Parameter, [], {name: "beta", default: 1.0, interval: py.callWith($Interval, [], {low: 0.0})})], aliases: ["smoothl1", "smoothl1loss", "smooth-l1-loss"], textbook: "r^2/(2*beta) if abs(r) < beta else abs(r) - beta/2"})], ["pseudo-huber", py.callWith($Loss, [], {name: "pseudo-huber", formula: "pseudohuber(r, delta)", axis: py.callWith($Axis, [], {name: "error", variable: "r", label: "error *r* = prediction − target", domain: py.callWith($Interval, [], {}), view: [-3.0, 3.0]}), title: "", summary: "", source: "", parameters: [py.callWith($Parameter, [], {name: "delta", default: 1.0, interval: py.callWith($Interval, [], {low: 0.0})})], aliases: ["pseudohuber", "soft-l1", "softl1", "softlone"]})], ["log-cosh", py.callWith($Loss, [], {name: "log-cosh", formula: "logcosh(r)", axis: py.callWith($Axis, [], {name: "error", variable: "r", label: "error *r* = prediction − target", domain: py.callWith($Interval, [], {}), view: [-3.0, 3.0]}), title: "", summary: "", source: "", aliases: ["logcosh", "logcoshloss"]})], ["quantile", py.callWith($Loss, [], {name: "quantile", formula: "-tau*r if r < 0 else (1 - tau)*r", axis: py.callWith($Axis, [], {name: "error", variable: "r", label: "error *r* = prediction − target", domain: py.callWith($Interval, [], {}), view: [-3.0, 3.0]}), title: "", summary: "", source: "", parameters: [py.callWith($Parameter, [], {name: "tau", default: 0.5, interval: py.callWith($Interval, [], {low: 0.0, high: 1.0})})], aliases: ["pinball", "pinball-loss", "mean-pinball-loss", "quantile-loss", "quantileloss", "tick", "check-loss"]})], ["epsilon-insensitive", py.callWith($Loss, [], {name: "epsilon-insensitive", formula: "max(0, abs(r) - epsilon)", axis: py.callWith($Axis, [], {name: "error", variable: "r", label: "error *r* = prediction − target", domain: py.callWith($Interval, [], {}), view: [-3.0, 3.0]}), title: "", summary: "", source: "", parameters: [py.callWith($Parameter, [], {name: "epsilon", default: 0.1, interval: py.callWith($Interval, [], {low: 0.0, low_closed: true}), least: 0.0})], aliases: ["epsilon-ins", "l1epsiloninsloss", "epsiloninsloss", "svr", "vapnik"]})], ["charbonnier", py.callWith($Loss, [], {name: "charbonnier", formula: "hypot(r, epsilon)", axis: py.callWith($Axis, [], {name: "error", variable: "r", label: "error *r* = prediction − target", domain: py.callWith($Interval, [], {}), view: [-3.0, 3.0]}), title: "", summary: "", source: "", parameters: [py.callWith($Parameter, [], {name: "epsilon", default: 0.001, interval: py.callWith($Interval, [], {low: 0.0})})], aliases: ["charbonnier-loss", "smooth-abs"], textbook: "sqrt(r^2 + epsilon^2)"})], ["expectile", py.callWith($Loss, [], {name: "expectile", formula: "r*(tau*r) if r < 0 else r*((1 - tau)*r)", axis: py.callWith($Axis, [], {name: "error", variable: "r", label: "error *r* = prediction − target", domain: py.callWith($Interval, [], {}), view: [-3.0, 3.0]}), title: "", summary: "", source: "", parameters: [py.callWith($Parameter, [], {name: "tau", default: 0.5, interval: py.callWith($Interval, [], {low: 0.0, high: 1.0})})], aliases: ["expectile-loss", "asymmetric-squared"], textbook: "tau*r^2 if r < 0 else (1 - tau)*r^2"})], ["squared-epsilon-insensitive", py.callWith($Loss, [], {name: "squared-epsilon-insensitive", formula: "max(0, abs(r) - epsilon)^2", axis: py.callWith($Axis, [], {name: "error", variable: "r", label: "error *r* = prediction − target", domain: py.callWith($Interval, [], {}), view: [-3.0, 3.0]}), title: "", summary: "", source: "", parameters: [py.callWith($Parameter, [], {name: "epsilon", default: 0.1, interval: py.callWith($Interval, [], {low: 0.0, low_closed: true}), least: 0.0})], aliases: ["l2epsiloninsloss", "l2-svr"]})], ["power", py.callWith($Loss, [], {name: "power", formula: "pow(abs(r), p)", axis: py.callWith($Axis, [], {name: "error", variable: "r", label: "error *r* = prediction − target", domain: py.callWith($Interval, [], {}), view: [-3.0, 3.0]}), title: "", summary: "", source: "", parameters: [py.callWith($Parameter, [], {name: "p", default: 1.5, interval: py.callWith($Interval, [], {low: 0.0})})], aliases: ["lp", "lpdistloss", "lq"]})], ["logistic-distance", py.callWith($Loss, [], {name: "logistic-distance", formula: "2*logcosh(r/2)", axis: py.callWith($Axis, [], {name: "error", variable: "r", label: "error *r* = prediction − target", domain: py.callWith($Interval, [], {}), view: [-3.0, 3.0]}), title: "", summary: "", source: "", aliases: ["logitdistloss", "logistic-regression-residual"]})], ["periodic", py.callWith($Loss, [], {name: "periodic", formula: "versin2pi(r/period)", axis: py.callWith($Axis, [], {name: "error", variable: "r", label: "error *r* = prediction − target", domain: py.callWith($Interval, [], {}), view: [-3.0, 3.0]}), title: "", summary: "", source: "", parameters: [py.callWith($Parameter, [], {name: "period", default: 1.0, interval: py.callWith($Interval, [], {low: 0.0})})], aliases: ["periodicloss", "cosine-error", "von-mises"]})], ["linex", py.callWith($Loss, [], {name: "linex", formula: "linex(r, a, b)", axis: py.callWith($Axis, [], {name: "error", variable: "r", label: "error *r* = prediction − target", domain: py.callWith($Interval, [], {}), view: [-3.0, 3.0]}), title: "", summary: "", source: "", parameters: [py.callWith($Parameter, [], {name: "a", default: 1.0, interval: py.callWith($Interval, [], {}), holes: [py.callWith($Interval, [], {low: 0.0, high: 0.0, low_closed: true, high_closed: true})]}), py.callWith($Parameter, [], {name: "b", default: 1.0, interval: py.callWith($Interval, [], {low: 0.0})})], aliases: ["linear-exponential"]})], ["quantile-huber", py.callWith($Loss, [], {name: "quantile-huber", formula: "(tau if r <= 0 else 1 - tau)*(r*(r/delta)/2 if abs(r) <= delta else abs(r) - delta/2)", axis: py.callWith($Axis, [], {name: "error", variable: "r", label: "error *r* = prediction − target", domain: py.callWith($Interval, [], {}), view: [-3.0, 3.0]}), title: "", summary: "", source: "", parameters: [py.callWith($Parameter, [], {name: "tau", default: 0.5, interval: py.callWith($Interval, [], {low: 0.0, high: 1.0})}), py.callWith($Parameter, [], {name: "delta", default: 1.0, interval: py.callWith($Interval, [], {low: 0.0})})], aliases: ["qr-dqn", "huber-pinball"], textbook: "(tau if r <= 0 else 1 - tau)*(r^2/(2*delta) if abs(r) <= delta else abs(r) - delta/2)"})], ["wing", py.callWith($Loss, [], {name: "wing", formula: "w*log1p(abs(r)/epsilon) if abs(r) < w else abs(r) - (w - w*log(1 + w/epsilon))", axis: py.callWith($Axis, [], {name: "error", variable: "r", label: "error *r* = prediction − target", domain: py.callWith($Interval, [], {}), view: [-3.0, 3.0]}), title: "", summary: "", source: "", parameters: [py.callWith($Parameter, [], {name: "w", default: 10.0, interval: py.callWith($Interval, [], {low: 0.0})}), py.callWith($Parameter, [], {name: "epsilon", default: 2.0, interval: py.callWith($Interval, [], {low: 0.0})})], aliases: ["wing-loss"]})], ["adaptive-wing", py.callWith($Loss, [], {name: "adaptive-wing", formula: "omega*logpow1p(abs(r), epsilon, alpha - target) if abs(r) < theta else omega*logpow1p(theta, epsilon, alpha - target) + omega/theta*(alpha - target)/(1 + (epsilon/theta)^(alpha - target))*(abs(r) - theta)", axis: py.callWith($Axis, [], {name: "error", variable: "r", label: "error *r* = prediction − target", domain: py.callWith($Interval, [], {}), view: [-3.0, 3.0]}), title: "", summary: "", source: "", parameters: [py.callWith($Parameter, [], {name: "target", default: 0.0, interval: py.callWith($Interval, [], {low: 0.0, high: 1.0, low_closed: true, high_closed: true})}), py.callWith($Parameter, [], {name: "alpha", default: 2.1, interval: py.callWith($Interval, [], {low: 2.0}), most: 1000.0}), py.callWith($Parameter, [], {name: "omega", default: 14.0, interval: py.callWith($Interval, [], {low: 0.0}), least: 1e-09, most: 1000000000.0}), py.callWith($Parameter, [], {name: "epsilon", default: 1.0, interval: py.callWith($Interval, [], {low: 0.0})}), py.callWith($Parameter, [], {name: "theta", default: 0.5, interval: py.callWith($Interval, [], {low: 0.0})})], aliases: ["awing", "adaptive-wing-loss"], textbook: "omega*log(1 + abs(r/epsilon)^(alpha - target)) if abs(r) < theta else omega*log(1 + (theta/epsilon)^(alpha - target)) + omega*(alpha - target)/(theta*(1 + (epsilon/theta)^(alpha - target)))*(abs(r) - theta)"})], ["berhu", py.callWith($Loss, [], {name: "berhu", formula: "abs(r) if abs(r) <= c else r*(r/(2*c)) + c/2", axis: py.callWith($Axis, [], {name: "error", variable: "r", label: "error *r* = prediction − target", domain: py.callWith($Interval, [], {}), view: [-3.0, 3.0]}), title: "", summary: "", source: "", parameters: [py.callWith($Parameter, [], {name: "c", default: 1.0, interval: py.callWith($Interval, [], {low: 0.0})})], aliases: ["reverse-huber", "inverse-huber"], textbook: "abs(r) if abs(r) <= c else (r^2 + c^2)/(2*c)"})], ["balanced-l1", py.callWith($Loss, [], {name: "balanced-l1", formula: "balanced(abs(r), alpha, gamma) if abs(r) < 1 else gamma*abs(r) - alpha*(expm1mx(gamma/alpha)/expm1(gamma/alpha) if gamma < alpha else 1 - gamma/alpha*exp(-gamma/alpha)/-expm1(-gamma/alpha))", axis: py.callWith($Axis, [], {name: "error", variable: "r", label: "error *r* = prediction − target", domain: py.callWith($Interval, [], {}), view: [-3.0, 3.0]}), title: "", summary: "", source: "", parameters: [py.callWith($Parameter, [], {name: "alpha", default: 0.5, interval: py.callWith($Interval, [], {low: 0.0})}), py.callWith($Parameter, [], {name: "gamma", default: 1.5, interval: py.callWith($Interval, [], {low: 0.0})})], aliases: ["libra"], textbook: "alpha/(exp(gamma/alpha) - 1)*((exp(gamma/alpha) - 1)*abs(r) + 1)*log((exp(gamma/alpha) - 1)*abs(r) + 1) - alpha*abs(r) if abs(r) < 1 else gamma*abs(r) + gamma/(exp(gamma/alpha) - 1) - alpha"})], ["gaussian-nll", py.callWith($Loss, [], {name: "gaussian-nll", formula: "log(sigma) + log(2*pi)/2 + (r/sigma)^2/2", axis: py.callWith($Axis, [], {name: "error", variable: "r", label: "error *r* = prediction − target", domain: py.callWith($Interval, [], {}), view: [-3.0, 3.0]}), title: "", summary: "", source: "", parameters: [py.callWith($Parameter, [], {name: "sigma", default: 1.0, interval: py.callWith($Interval, [], {low: 0.0})})], aliases: ["gaussiannllloss", "normal-nll"], textbook: "log(sigma) + log(2*pi)/2 + r^2/(2*sigma^2)"})], ["laplace-nll", py.callWith($Loss, [], {name: "laplace-nll", formula: "log(2*b) + abs(r)/b", axis: py.callWith($Axis, [], {name: "error", variable: "r", label: "error *r* = prediction − target", domain: py.callWith($Interval, [], {}), view: [-3.0, 3.0]}), title: "", summary: "", source: "", parameters: [py.callWith($Parameter, [], {name: "b", default: 1.0, interval: py.callWith($Interval, [], {low: 0.0})})], aliases: ["laplacenll"]})], ["smooth-epsilon-insensitive", py.callWith($Loss, [], {name: "smooth-epsilon-insensitive", formula: "softplus2(r, epsilon)", axis: py.callWith($Axis, [], {name: "error", variable: "r", label: "error *r* = prediction − target", domain: py.callWith($Interval, [], {}), view: [-3.0, 3.0]}), title: "", summary: "", source: "", parameters: [py.callWith($Parameter, [], {name: "epsilon", default: 0.1, interval: py.callWith($Interval, [], {low: 0.0, low_closed: true}), least: 0.0})], aliases: ["smooth-svr"]})], ["epsilon-zero-one", py.callWith($Loss, [], {name: "epsilon-zero-one", formula: "1 if abs(r) > epsilon else 0", axis: py.callWith($Axis, [], {name: "error", variable: "r", label: "error *r* = prediction − target", domain: py.callWith($Interval, [], {}), view: [-3.0, 3.0]}), title: "", summary: "", source: "", parameters: [py.callWith($Parameter, [], {name: "epsilon", default: 0.5, interval: py.callWith($Interval, [], {low: 0.0, low_closed: true}), least: 0.0})], aliases: ["numerrors", "hit-or-miss", "indicator"]})], ["crps-gaussian", py.callWith($Loss, [], {name: "crps-gaussian", formula: "normal_crps(r, sigma)", axis: py.callWith($Axis, [], {name: "error", variable: "r", label: "error *r* = prediction − target", domain: py.callWith($Interval, [], {}), view: [-3.0, 3.0]}), title: "", summary: "", source: "", parameters: [py.callWith($Parameter, [], {name: "sigma", default: 1.0, interval: py.callWith($Interval, [], {low: 0.0})})], aliases: ["crps"]})], ["interval-score", py.callWith($Loss, [], {name: "interval-score", formula: "width + 2/alpha*max(0, abs(r) - width/2)", axis: py.callWith($Axis, [], {name: "error", variable: "r", label: "error *r* = prediction − target", domain: py.callWith($Interval, [], {}), view: [-3.0, 3.0]}), title: "", summary: "", source: "", parameters: [py.callWith($Parameter, [], {name: "alpha", default: 0.05, interval: py.callWith($Interval, [], {low: 0.0, high: 1.0})}), py.callWith($Parameter, [], {name: "width", default: 2.0, interval: py.callWith($Interval, [], {low: 0.0})})], aliases: ["interval", "winkler", "winkler-score", "mean-interval-score"]})], ["aft-normal", py.callWith($Loss, [], {name: "aft-normal", formula: "-log_ndtr(r/sigma) if censored > 0 else log(sigma) + log(2*pi)/2 + (r/sigma)^2/2", axis: py.callWith($Axis, [], {name: "error", variable: "r", label: "error *r* = prediction − log time", domain: py.callWith($Interval, [], {}), view: [-3.0, 3.0]}), title: "", summary: "", source: "", parameters: [py.callWith($Parameter, [], {name: "sigma", default: 1.0, interval: py.callWith($Interval, [], {low: 0.0})}), py.callWith($Parameter, [], {name: "censored", default: 0.0, interval: py.callWith($Interval, [], {low: 0.0, high: 1.0, low_closed: true, high_closed: true}), integer: true})], aliases: ["aft", "log-normal-aft"], textbook: "-log(ndtr(r/sigma)) if censored > 0 else log(sigma) + log(2*pi)/2 + r^2/(2*sigma^2)"})], ["aft-logistic", py.callWith($Loss, [], {name: "aft-logistic", formula: "softplus(-r/sigma) if censored > 0 else log(sigma) + softplus2(r/sigma, 0)", axis: py.callWith($Axis, [], {name: "error", variable: "r", label: "error *r* = prediction − log time", domain: py.callWith($Interval, [], {}), view: [-3.0, 3.0]}), title: "", summary: "", source: "", parameters: [py.callWith($Parameter, [], {name: "sigma", default: 1.0, interval: py.callWith($Interval, [], {low: 0.0})}), py.callWith($Parameter, [], {name: "censored", default: 0.0, interval: py.callWith($Interval, [], {low: 0.0, high: 1.0, low_closed: true, high_closed: true}), integer: true})], aliases: ["log-logistic-aft"], textbook: "log(1 + exp(-r/sigma)) if censored > 0 else log(sigma) + r/sigma + 2*log(1 + exp(-r/sigma))"})], ["aft-extreme", py.callWith($Loss, [], {name: "aft-extreme", formula: "expscaled(r, -1/sigma) if censored > 0 else log(sigma) + 1 + linex(r, -1/sigma, 1)", axis: py.callWith($Axis, [], {name: "error", variable: "r", label: "error *r* = prediction − log time", domain: py.callWith($Interval, [], {}), view: [-3.0, 3.0]}), title: "", summary: "", source: "", parameters: [py.callWith($Parameter, [], {name: "sigma", default: 1.0, interval: py.callWith($Interval, [], {low: 0.0})}), py.callWith($Parameter, [], {name: "censored", default: 0.0, interval: py.callWith($Interval, [], {low: 0.0, high: 1.0, low_closed: true, high_closed: true}), integer: true})], aliases: ["weibull", "weibull-aft"], textbook: "exp(-r/sigma) if censored > 0 else log(sigma) + r/sigma + exp(-r/sigma)"})], ["tukey-biweight", py.callWith($Loss, [], {name: "tukey-biweight", formula: "tukey(r, c, 2) if abs(r) <= c else c^2/6", axis: py.callWith($Axis, [], {name: "error", variable: "r", label: "error *r* = prediction − target", domain: py.callWith($Interval, [], {}), view: [-3.0, 3.0]}), title: "", summary: "", source: "", parameters: [py.callWith($Parameter, [], {name: "c", default: 4.685, interval: py.callWith($Interval, [], {low: 0.0})})], aliases: ["tukey", "bisquare", "biweight", "tukeybiweight", "tukeyloss"], textbook: "c^2/6*(1 - (1 - (r/c)^2)^3) if abs(r) <= c else c^2/6"})], ["cauchy", py.callWith($Loss, [], {name: "cauchy", formula: "cauchy(r, c)", axis: py.callWith($Axis, [], {name: "error", variable: "r", label: "error *r* = prediction − target", domain: py.callWith($Interval, [], {}), view: [-3.0, 3.0]}), title: "", summary: "", source: "", parameters: [py.callWith($Parameter, [], {name: "c", default: 1.0, interval: py.callWith($Interval, [], {low: 0.0})})], aliases: ["cauchyloss"], loose_aliases: [$LooseAlias("lorentzian", "log(1 + (r/c)^2/2), by another scale of c"), $LooseAlias("log1p-squared", "log(1 + r^2), which is twice it at c = 1")]})], ["geman-mcclure", py.callWith($Loss, [], {name: "geman-mcclure", formula: "gemanmcclure(r, c)", axis: py.callWith($Axis, [], {name: "error", variable: "r", label: "error *r* = prediction − target", domain: py.callWith($Interval, [], {}), view: [-3.0, 3.0]}), title: "", summary: "", source: "", parameters: [py.callWith($Parameter, [], {name: "c", default: 1.0, interval: py.callWith($Interval, [], {low: 0.0})})], aliases: ["gm"], textbook: "r^2/(2*(1 + (r/c)^2))"})], ["welsch", py.callWith($Loss, [], {name: "welsch", formula: "welsch(r, c)", axis: py.callWith($Axis, [], {name: "error", variable: "r", label: "error *r* = prediction − target", domain: py.callWith($Interval, [], {}), view: [-3.0, 3.0]}), title: "", summary: "", source: "", parameters: [py.callWith($Parameter, [], {name: "c", default: 1.0, interval: py.callWith($Interval, [], {low: 0.0})})], aliases: ["leclerc"], loose_aliases: [$LooseAlias("correntropy-regression", "1 - exp(-r^2/(2*sigma^2)), which is 1 far out")], textbook: "c^2/2*(1 - exp(-(r/c)^2))"})], ["fair", py.callWith($Loss, [], {name: "fair", formula: "fair(abs(r), c)", axis: py.callWith($Axis, [], {name: "error", variable: "r", label: "error *r* = prediction − target", domain: py.callWith($Interval, [], {}), view: [-3.0, 3.0]}), title: "", summary: "", source: "", parameters: [py.callWith($Parameter, [], {name: "c", default: 1.0, interval: py.callWith($Interval, [], {low: 0.0})})], aliases: ["fair-loss", "fairloss"], textbook: "c^2*(abs(r)/c - log(1 + abs(r)/c))"})], ["arctan", py.callWith($Loss, [], {name: "arctan", formula: "atansquare(r, c)", axis: py.callWith($Axis, [], {name: "error", variable: "r", label: "error *r* = prediction − target", domain: py.callWith($Interval, [], {}), view: [-3.0, 3.0]}), title: "", summary: "", source: "", parameters: [py.callWith($Parameter, [], {name: "c", default: 1.0, interval: py.callWith($Interval, [], {low: 0.0})})], aliases: ["arctan-loss"]})], ["andrews-wave", py.callWith($Loss, [], {name: "andrews-wave", formula: "wave(r, a) if abs(r) <= pi*a else 2*a^2", axis: py.callWith($Axis, [], {name: "error", variable: "r", label: "error *r* = prediction − target", domain: py.callWith($Interval, [], {}), view: [-3.0, 3.0]}), title: "", summary: "", source: "", parameters: [py.callWith($Parameter, [], {name: "a", default: 1.339, interval: py.callWith($Interval, [], {low: 0.0})})], aliases: ["andrews", "sine", "andrewwave"]})], ["hampel", py.callWith($Loss, [], {name: "hampel", formula: "r^2/2 if abs(r) <= a else a*(abs(r) - a/2) if abs(r) <= b else a*(abs(r) - a/2 - (abs(r) - b)*((abs(r) - b)/(c - b))/2) if abs(r) <= c else a*(b + c - a)/2", axis: py.callWith($Axis, [], {name: "error", variable: "r", label: "error *r* = prediction − target", domain: py.callWith($Interval, [], {}), view: [-3.0, 3.0]}), title: "", summary: "", source: "", parameters: [py.callWith($Parameter, [], {name: "a", default: 2.0, interval: py.callWith($Interval, [], {low: 0.0})}), py.callWith($Parameter, [], {name: "b", default: 4.0, interval: py.callWith($Interval, [], {low: 0.0})}), py.callWith($Parameter, [], {name: "c", default: 8.0, interval: py.callWith($Interval, [], {low: 0.0})})], aliases: ["hampel17a"], textbook: "r^2/2 if abs(r) <= a else a*abs(r) - a^2/2 if abs(r) <= b else a*(b + c - a)/2 - a*(c - abs(r))^2/(2*(c - b)) if abs(r) <= c else a*(b + c - a)/2", requires: "a <= b < c"})], ["ramsay", py.callWith($Loss, [], {name: "ramsay", formula: "ramsay(abs(r), a)", axis: py.callWith($Axis, [], {name: "error", variable: "r", label: "error *r* = prediction − target", domain: py.callWith($Interval, [], {}), view: [-3.0, 3.0]}), title: "", summary: "", source: "", parameters: [py.callWith($Parameter, [], {name: "a", default: 0.3, interval: py.callWith($Interval, [], {low: 0.0})})], aliases: ["ramsay-ea", "ramsaye"]})], ["truncated-quadratic", py.callWith($Loss, [], {name: "truncated-quadratic", formula: "r^2/2 if abs(r) <= c else c^2/2", axis: py.callWith($Axis, [], {name: "error", variable: "r", label: "error *r* = prediction − target", domain: py.callWith($Interval, [], {}), view: [-3.0, 3.0]}), title: "", summary: "", source: "", parameters: [py.callWith($Parameter, [], {name: "c", default: 2.0, interval: py.callWith($Interval, [], {low: 0.0})})], aliases: ["talwar", "trimmed-mean", "trimmedmean", "skipped-mean"], loose_aliases: [$LooseAlias("clipped-mse", "r^2 cut off, which is twice it")]})], ["student-t", py.callWith($Loss, [], {name: "student-t", formula: "cauchy(r, c*sqrt(df))", axis: py.callWith($Axis, [], {name: "error", variable: "r", label: "error *r* = prediction − target", domain: py.callWith($Interval, [], {}), view: [-3.0, 3.0]}), title: "", summary: "", source: "", parameters: [py.callWith($Parameter, [], {name: "c", default: 2.3849, interval: py.callWith($Interval, [], {low: 0.0})}), py.callWith($Parameter, [], {name: "df", default: 4.0, interval: py.callWith($Interval, [], {low: 0.0})})], aliases: ["studentt", "t-loss"], textbook: "c^2*df/2*log(1 + (r/c)^2/df)"})], ["tukey-quartic", py.callWith($Loss, [], {name: "tukey-quartic", formula: "tukey(r, c, k) if abs(r) <= c else (c*(k/(k + 1))*(c*(k/(k + 2))))/2", axis: py.callWith($Axis, [], {name: "error", variable: "r", label: "error *r* = prediction − target", domain: py.callWith($Interval, [], {}), view: [-3.0, 3.0]}), title: "", summary: "", source: "", parameters: [py.callWith($Parameter, [], {name: "c", default: 3.61752, interval: py.callWith($Interval, [], {low: 0.0})}), py.callWith($Parameter, [], {name: "k", default: 4.0, interval: py.callWith($Interval, [], {low: 0.0})})], aliases: ["tukeyquartic", "asad"], textbook: "r^2/2*(1 - 4*(abs(r)/c)^k/(k + 2) + (abs(r)/c)^(2*k)/(k + 1)) if abs(r) <= c else c^2/2*k^2/((k + 1)*(k + 2))"})], ["barron", py.callWith($Loss, [], {name: "barron", formula: "barron(r, alpha, c)", axis: py.callWith($Axis, [], {name: "error", variable: "r", label: "error *r* = prediction − target", domain: py.callWith($Interval, [], {}), view: [-3.0, 3.0]}), title: "", summary: "", source: "", parameters: [py.callWith($Parameter, [], {name: "alpha", default: 1.0, interval: py.callWith($Interval, [], {high: 2.0, low_closed: true, high_closed: true})}), py.callWith($Parameter, [], {name: "c", default: 1.0, interval: py.callWith($Interval, [], {low: 0.0})})], aliases: ["general-robust", "adaptive-robust", "barron-general"]})], ["tolerant", py.callWith($Loss, [], {name: "tolerant", formula: "tolerant(r, a, b)", axis: py.callWith($Axis, [], {name: "error", variable: "r", label: "error *r* = prediction − target", domain: py.callWith($Interval, [], {}), view: [-3.0, 3.0]}), title: "", summary: "", source: "", parameters: [py.callWith($Parameter, [], {name: "a", default: 1.0, interval: py.callWith($Interval, [], {low: 0.0})}), py.callWith($Parameter, [], {name: "b", default: 0.25, interval: py.callWith($Interval, [], {low: 0.0})})], aliases: ["tolerantloss"], textbook: "b/2*(log(1 + exp((r^2 - a)/b)) - log(1 + exp(-a/b)))"})], ["geman-reynolds", py.callWith($Loss, [], {name: "geman-reynolds", formula: "ratio(abs(r)/c)", axis: py.callWith($Axis, [], {name: "error", variable: "r", label: "error *r* = prediction − target", domain: py.callWith($Interval, [], {}), view: [-3.0, 3.0]}), title: "", summary: "", source: "", parameters: [py.callWith($Parameter, [], {name: "c", default: 1.0, interval: py.callWith($Interval, [], {low: 0.0})})], aliases: ["gemanreynolds"], textbook: "abs(r)/(abs(r) + c)"})], ["dcs", py.callWith($Loss, [], {name: "dcs", formula: "r^2/2 if r^2 <= phi else 3*phi/2 - 2*phi^2/(r^2 + phi)", axis: py.callWith($Axis, [], {name: "error", variable: "r", label: "error *r* = prediction − target", domain: py.callWith($Interval, [], {}), view: [-3.0, 3.0]}), title: "", summary: "", source: "", parameters: [py.callWith($Parameter, [], {name: "phi", default: 1.0, interval: py.callWith($Interval, [], {low: 0.0})})], aliases: ["dcsloss", "switchable-constraints"], textbook: "r^2/2 if r^2 <= phi else phi*(3*r^2 - phi)/(2*(r^2 + phi))"})], ["log-loss", py.callWith($Loss, [], {name: "log-loss", formula: "-log(p)", axis: py.callWith($Axis, [], {name: "probability", variable: "p", label: "probability *p* of the true class", domain: py.callWith($Interval, [], {low: 0.0, high: 1.0, low_closed: true, high_closed: true}), view: [0.0, 1.0]}), title: "", summary: "", source: "", aliases: ["cross-entropy", "crossentropy", "crossentropyloss", "ce", "bce", "nll", "nllloss", "logloss", "binary-crossentropy", "binary-cross-entropy", "categorical-crossentropy", "categorical-cross-entropy", "negative-log-likelihood", "logarithmic-score", "ignorance"], mean: "geometric mean"})], ["brier", py.callWith($Loss, [], {name: "brier", formula: "(1 - p)^2", axis: py.callWith($Axis, [], {name: "probability", variable: "p", label: "probability *p* of the true class", domain: py.callWith($Interval, [], {low: 0.0, high: 1.0, low_closed: true, high_closed: true}), view: [0.0, 1.0]}), title: "", summary: "", source: "", aliases: ["brier-score", "brier-score-loss", "quadratic-score", "mse-prob"]})], ["focal", py.callWith($Loss, [], {name: "focal", formula: "alpha*focal(p, gamma)", axis: py.callWith($Axis, [], {name: "probability", variable: "p", label: "probability *p* of the true class", domain: py.callWith($Interval, [], {low: 0.0, high: 1.0, low_closed: true, high_closed: true}), view: [0.0, 1.0]}), title: "", summary: "", source: "", parameters: [py.callWith($Parameter, [], {name: "gamma", default: 2.0, interval: py.callWith($Interval, [], {low: 0.0, low_closed: true})}), py.callWith($Parameter, [], {name: "alpha", default: 1.0, interval: py.callWith($Interval, [], {low: 0.0})})], aliases: ["focal-loss", "focalloss", "sigmoid-focal-loss", "binaryfocalcrossentropy"], textbook: "-alpha*(1 - p)^gamma*log(p)"})], ["asymmetric", py.callWith($Loss, [], {name: "asymmetric", formula: "focal(p, gamma) if positive > 0 else focal(p + c, gamma) if p < 1 - c else 0", axis: py.callWith($Axis, [], {name: "probability", variable: "p", label: "probability *p* of the true class", domain: py.callWith($Interval, [], {low: 0.0, high: 1.0, low_closed: true, high_closed: true}), view: [0.0, 1.0]}), title: "", summary: "", source: "", parameters: [py.callWith($Parameter, [], {name: "gamma", default: 4.0, interval: py.callWith($Interval, [], {low: 0.0, low_closed: true})}), py.callWith($Parameter, [], {name: "c", default: 0.05, interval: py.callWith($Interval, [], {low: 0.0, high: 1.0, low_closed: true}), least: 0.0}), py.callWith($Parameter, [], {name: "positive", default: 0.0, interval: py.callWith($Interval, [], {low: 0.0, high: 1.0, low_closed: true, high_closed: true}), integer: true})], aliases: ["asl", "asymmetric-loss", "asymmetricloss"], textbook: "-(1 - p)^gamma*log(p) if positive > 0 else -(1 - p - c)^gamma*log(p + c) if p < 1 - c else 0"})], ["spherical", py.callWith($Loss, [], {name: "spherical", formula: "(1 - p)^2/(sqrt(p^2 + (1 - p)^2)*(p + sqrt(p^2 + (1 - p)^2)))", axis: py.callWith($Axis, [], {name: "probability", variable: "p", label: "probability *p* of the true class", domain: py.callWith($Interval, [], {low: 0.0, high: 1.0, low_closed: true, high_closed: true}), view: [0.0, 1.0]}), title: "", summary: "", source: "", aliases: ["spherical-score"], textbook: "1 - p/sqrt(p^2 + (1 - p)^2)"})], ["zero-one-probability", py.callWith($Loss, [], {name: "zero-one-probability", formula: "1 if p <= 1/2 else 0", axis: py.callWith($Axis, [], {name: "probability", variable: "p", label: "probability *p* of the true class", domain: py.callWith($Interval, [], {low: 0.0, high: 1.0, low_closed: true, high_closed: true}), view: [0.0, 1.0]}), title: "", summary: "", source: "", aliases: ["zero-one-prob", "accuracy-loss", "hammingloss"]})], ["linear-probability", py.callWith($Loss, [], {name: "linear-probability", formula: "1 - p", axis: py.callWith($Axis, [], {name: "probability", variable: "p", label: "probability *p* of the true class", domain: py.callWith($Interval, [], {low: 0.0, high: 1.0, low_closed: true, high_closed: true}), view: [0.0, 1.0]}), title: "", summary: "", source: "", aliases: ["mae-prob", "linear-score", "unhinged-prob"]})], ["poly1", py.callWith($Loss, [], {name: "poly1", formula: "logdev(p) + (1 + epsilon)*(1 - p)", axis: py.callWith($Axis, [], {name: "probability", variable: "p", label: "probability *p* of the true class", domain: py.callWith($Interval, [], {low: 0.0, high: 1.0, low_closed: true, high_closed: true}), view: [0.0, 1.0]}), title: "", summary: "", source: "", parameters: [py.callWith($Parameter, [], {name: "epsilon", default: 2.0, interval: py.callWith($Interval, [], {low: -1.0, low_closed: true})})], aliases: ["polyloss", "poly-loss", "poly-loss-cross-entropy"], textbook: "-log(p) + epsilon*(1 - p)"})], ["gce", py.callWith($Loss, [], {name: "gce", formula: "-boxcox(p, q)", axis: py.callWith($Axis, [], {name: "probability", variable: "p", label: "probability *p* of the true class", domain: py.callWith($Interval, [], {low: 0.0, high: 1.0, low_closed: true, high_closed: true}), view: [0.0, 1.0]}), title: "", summary: "", source: "", parameters: [py.callWith($Parameter, [], {name: "q", default: 0.7, interval: py.callWith($Interval, [], {low: 0.0, high: 1.0, high_closed: true})})], aliases: ["generalized-cross-entropy", "box-cox", "lq-loss"]})], ["truncated-gce", py.callWith($Loss, [], {name: "truncated-gce", formula: "-boxcox(max(p, k), q)", axis: py.callWith($Axis, [], {name: "probability", variable: "p", label: "probability *p* of the true class", domain: py.callWith($Interval, [], {low: 0.0, high: 1.0, low_closed: true, high_closed: true}), view: [0.0, 1.0]}), title: "", summary: "", source: "", parameters: [py.callWith($Parameter, [], {name: "q", default: 0.7, interval: py.callWith($Interval, [], {low: 0.0, high: 1.0, high_closed: true})}), py.callWith($Parameter, [], {name: "k", default: 0.5, interval: py.callWith($Interval, [], {low: 0.0, high: 1.0})})], aliases: ["truncated-lq", "truncated-lq-loss", "truncatedloss"], textbook: "(1 - k^q)/q if p <= k else (1 - p^q)/q"})], ["alpha-loss", py.callWith($Loss, [], {name: "alpha-loss", formula: "alphaloss(p, alpha)", axis: py.callWith($Axis, [], {name: "probability", variable: "p", label: "probability *p* of the true class", domain: py.callWith($Interval, [], {low: 0.0, high: 1.0, low_closed: true, high_closed: true}), view: [0.0, 1.0]}), title: "", summary: "", source: "", parameters: [py.callWith($Parameter, [], {name: "alpha", default: 2.0, interval: py.callWith($Interval, [], {low: 0.0})})], aliases: ["tunable-loss"], textbook: "(1 - p^(1 - 1/alpha))/(1 - 1/alpha)"})], ["tsallis", py.callWith($Loss, [], {name: "tsallis", formula: "tsallis(p, q)", axis: py.callWith($Axis, [], {name: "probability", variable: "p", label: "probability *p* of the true class", domain: py.callWith($Interval, [], {low: 0.0, high: 1.0, low_closed: true, high_closed: true}), view: [0.0, 1.0]}), title: "", summary: "", source: "", parameters: [py.callWith($Parameter, [], {name: "q", default: 1.5, interval: py.callWith($Interval, [], {low: 1.0})})], aliases: ["power-score", "density-power"], textbook: "1 - q*p^(q - 1) + (q - 1)*(p^q + (1 - p)^q)"})], ["taylor-ce", py.callWith($Loss, [], {name: "taylor-ce", formula: "taylor(p, order)", axis: py.callWith($Axis, [], {name: "probability", variable: "p", label: "probability *p* of the true class", domain: py.callWith($Interval, [], {low: 0.0, high: 1.0, low_closed: true, high_closed: true}), view: [0.0, 1.0]}), title: "", summary: "", source: "", parameters: [py.callWith($Parameter, [], {name: "order", default: 2.0, interval: py.callWith($Interval, [], {low: 1.0, high: 1000.0, low_closed: true, high_closed: true}), integer: true})], aliases: ["taylor-cross-entropy"]})], ["boosting-score", py.callWith($Loss, [], {name: "boosting-score", formula: "sqrt(1 - p)/sqrt(p)", axis: py.callWith($Axis, [], {name: "probability", variable: "p", label: "probability *p* of the true class", domain: py.callWith($Interval, [], {low: 0.0, high: 1.0, low_closed: true, high_closed: true}), view: [0.0, 1.0]}), title: "", summary: "", source: "", aliases: ["exp-prob", "adaboost-score"], textbook: "sqrt((1 - p)/p)"})], ["label-smoothing-ce", py.callWith($Loss, [], {name: "label-smoothing-ce", formula: "-(1 - epsilon + epsilon/classes)*log(p) - epsilon*(classes - 1)/classes*(log1p(-p) - log(classes - 1))", axis: py.callWith($Axis, [], {name: "probability", variable: "p", label: "probability *p* of the true class", domain: py.callWith($Interval, [], {low: 0.0, high: 1.0, low_closed: true, high_closed: true}), view: [0.0, 1.0]}), title: "", summary: "", source: "", parameters: [py.callWith($Parameter, [], {name: "epsilon", default: 0.1, interval: py.callWith($Interval, [], {low: 0.0, high: 1.0})}), py.callWith($Parameter, [], {name: "classes", default: 2.0, interval: py.callWith($Interval, [], {low: 2.0, low_closed: true}), integer: true})], aliases: ["label-smoothing", "ls-ce"]})], ["symmetric-ce", py.callWith($Loss, [], {name: "symmetric-ce", formula: "-xlogy(alpha, p) - beta*A*(1 - p)", axis: py.callWith($Axis, [], {name: "probability", variable: "p", label: "probability *p* of the true class", domain: py.callWith($Interval, [], {low: 0.0, high: 1.0, low_closed: true, high_closed: true}), view: [0.0, 1.0]}), title: "", summary: "", source: "", parameters: [py.callWith($Parameter, [], {name: "alpha", default: 0.1, interval: py.callWith($Interval, [], {low: 0.0, low_closed: true})}), py.callWith($Parameter, [], {name: "beta", default: 1.0, interval: py.callWith($Interval, [], {low: 0.0, low_closed: true})}), py.callWith($Parameter, [], {name: "A", default: -4.0, interval: py.callWith($Interval, [], {high: 0.0})})], aliases: ["sce", "symmetric-cross-entropy"], textbook: "-alpha*log(p) - beta*A*(1 - p)"})], ["normalized-ce", py.callWith($Loss, [], {name: "normalized-ce", formula: "logshare(p)", axis: py.callWith($Axis, [], {name: "probability", variable: "p", label: "probability *p* of the true class", domain: py.callWith($Interval, [], {low: 0.0, high: 1.0, low_closed: true, high_closed: true}), view: [0.0, 1.0]}), title: "", summary: "", source: "", aliases: ["nce-loss"]})], ["soft-dice", py.callWith($Loss, [], {name: "soft-dice", formula: "(1 - p)/(1 + p)", axis: py.callWith($Axis, [], {name: "probability", variable: "p", label: "probability *p* of the true class", domain: py.callWith($Interval, [], {low: 0.0, high: 1.0, low_closed: true, high_closed: true}), view: [0.0, 1.0]}), title: "", summary: "", source: "", aliases: ["dice", "dice-loss", "diceloss"]})], ["dice-squared", py.callWith($Loss, [], {name: "dice-squared", formula: "squareddice(p)", axis: py.callWith($Axis, [], {name: "probability", variable: "p", label: "probability *p* of the true class", domain: py.callWith($Interval, [], {low: 0.0, high: 1.0, low_closed: true, high_closed: true}), view: [0.0, 1.0]}), title: "", summary: "", source: "", aliases: ["squared-dice", "v-net", "vnet-dice"]})], ["log-cosh-dice", py.callWith($Loss, [], {name: "log-cosh-dice", formula: "logcosh(1 - 2*p/(1 + p)) if p < 1/4 else logcosh((1 - p)/(1 + p))", axis: py.callWith($Axis, [], {name: "probability", variable: "p", label: "probability *p* of the true class", domain: py.callWith($Interval, [], {low: 0.0, high: 1.0, low_closed: true, high_closed: true}), view: [0.0, 1.0]}), title: "", summary: "", source: "", aliases: ["logcosh-dice", "log-cosh-dice-loss"], textbook: "log(cosh((1 - p)/(1 + p)))"})], ["tversky", py.callWith($Loss, [], {name: "tversky", formula: "tversky(p, beta)", axis: py.callWith($Axis, [], {name: "probability", variable: "p", label: "probability *p* of the true class", domain: py.callWith($Interval, [], {low: 0.0, high: 1.0, low_closed: true, high_closed: true}), view: [0.0, 1.0]}), title: "", summary: "", source: "", parameters: [py.callWith($Parameter, [], {name: "beta", default: 0.5, interval: py.callWith($Interval, [], {low: 0.0})})], aliases: ["tversky-loss"]})], ["focal-tversky", py.callWith($Loss, [], {name: "focal-tversky", formula: "focaltversky(p, gamma, beta)", axis: py.callWith($Axis, [], {name: "probability", variable: "p", label: "probability *p* of the true class", domain: py.callWith($Interval, [], {low: 0.0, high: 1.0, low_closed: true, high_closed: true}), view: [0.0, 1.0]}), title: "", summary: "", source: "", parameters: [py.callWith($Parameter, [], {name: "beta", default: 0.7, interval: py.callWith($Interval, [], {low: 0.0})}), py.callWith($Parameter, [], {name: "gamma", default: 0.75, interval: py.callWith($Interval, [], {low: 0.0})})], aliases: ["focal-tversky-loss", "focaltverskyloss"]})], ["poisson-mean", py.callWith($Loss, [], {name: "poisson-mean", formula: "x - xlogy(target, x)", axis: py.callWith($Axis, [], {name: "prediction", variable: "x", label: "predicted mean *x*", domain: py.callWith($Interval, [], {low: 0.0}), view: [0.0, 5.0]}), title: "", summary: "", source: "", parameters: [py.callWith($Parameter, [], {name: "target", default: 1.0, interval: py.callWith($Interval, [], {low: 0.0, low_closed: true})})], aliases: ["keras-poisson"]})], ["poisson-full", py.callWith($Loss, [], {name: "poisson-full", formula: "poissonnll(x, target)", axis: py.callWith($Axis, [], {name: "prediction", variable: "x", label: "predicted mean *x*", domain: py.callWith($Interval, [], {low: 0.0}), view: [0.0, 5.0]}), title: "", summary: "", source: "", parameters: [py.callWith($Parameter, [], {name: "target", default: 1.0, interval: py.callWith($Interval, [], {low: 0.0, low_closed: true})})], aliases: ["poisson-nll", "poisson-nll-full"]})], ["poisson-deviance", py.callWith($Loss, [], {name: "poisson-deviance", formula: "2*poissongap(x, target) if target > 0 else 2*x", axis: py.callWith($Axis, [], {name: "prediction", variable: "x", label: "predicted mean *x*", domain: py.callWith($Interval, [], {low: 0.0}), view: [0.0, 5.0]}), title: "", summary: "", source: "", parameters: [py.callWith($Parameter, [], {name: "target", default: 1.0, interval: py.callWith($Interval, [], {low: 0.0, low_closed: true})})], aliases: ["mean-poisson-deviance"], loose_aliases: [$LooseAlias("generalized-kl", "half of it")], textbook: "2*(target*log(target/x) - target + x) if target > 0 else 2*x"})], ["gamma-deviance", py.callWith($Loss, [], {name: "gamma-deviance", formula: "2*gammagap(x, target)", axis: py.callWith($Axis, [], {name: "prediction", variable: "x", label: "predicted mean *x*", domain: py.callWith($Interval, [], {low: 0.0}), view: [0.0, 5.0]}), title: "", summary: "", source: "", parameters: [py.callWith($Parameter, [], {name: "target", default: 1.0, interval: py.callWith($Interval, [], {low: 0.0})})], aliases: ["mean-gamma-deviance"], loose_aliases: [$LooseAlias("itakura-saito", "half of it, target/x - log(target/x) - 1")], textbook: "2*(log(x/target) + target/x - 1)"})], ["tweedie-deviance", py.callWith($Loss, [], {name: "tweedie-deviance", formula: "2*tweediegap(x, target, power)", axis: py.callWith($Axis, [], {name: "prediction", variable: "x", label: "predicted mean *x*", domain: py.callWith($Interval, [], {low: 0.0}), view: [0.0, 5.0]}), title: "", summary: "", source: "", parameters: [py.callWith($Parameter, [], {name: "target", default: 1.0, interval: py.callWith($Interval, [], {low: 0.0, low_closed: true})}), py.callWith($Parameter, [], {name: "power", default: 1.5, interval: py.callWith($Interval, [], {}), holes: [py.callWith($Interval, [], {low: 0.0, high: 1.0, high_closed: true}), py.callWith($Interval, [], {low: 2.0, high: 2.0, low_closed: true, high_closed: true})]})], aliases: ["mean-tweedie-deviance"], textbook: "2*(target^(2 - power)/((1 - power)*(2 - power)) - target*x^(1 - power)/(1 - power) + x^(2 - power)/(2 - power))", requires: "max(target, 2 - power) > 0"})], ["bce-probability", py.callWith($Loss, [], {name: "bce-probability", formula: "-xlogy(target, x) - xlog1py(1 - target, -x)", axis: py.callWith($Axis, [], {name: "prediction", variable: "x", label: "predicted probability *x*", domain: py.callWith($Interval, [], {low: 0.0, high: 1.0, low_closed: true, high_closed: true}), view: [0.0, 1.0]}), title: "", summary: "", source: "", parameters: [py.callWith($Parameter, [], {name: "target", default: 0.7, interval: py.callWith($Interval, [], {low: 0.0, high: 1.0, low_closed: true, high_closed: true})})], aliases: ["bceloss", "soft-bce"]})], ["quality-focal", py.callWith($Loss, [], {name: "quality-focal", formula: "-xlogy(target, x)*pow(abs(x - target), beta) - xlog1py(1 - target, -x)*pow(abs(x - target), beta)", axis: py.callWith($Axis, [], {name: "prediction", variable: "x", label: "predicted probability *x*", domain: py.callWith($Interval, [], {low: 0.0, high: 1.0, low_closed: true, high_closed: true}), view: [0.0, 1.0]}), title: "", summary: "", source: "", parameters: [py.callWith($Parameter, [], {name: "target", default: 0.5, interval: py.callWith($Interval, [], {low: 0.0, high: 1.0, low_closed: true, high_closed: true}), least: 0.0001}), py.callWith($Parameter, [], {name: "beta", default: 2.0, interval: py.callWith($Interval, [], {low: 0.0, low_closed: true}), least: 0.1, most: 64.0})], aliases: ["qfl", "quality-focal-loss", "qualityfocalloss", "generalized-focal"], textbook: "-abs(x - target)^beta*(target*log(x) + (1 - target)*log(1 - x))"})], ["varifocal", py.callWith($Loss, [], {name: "varifocal", formula: "target*(-xlogy(target, x) - xlog1py(1 - target, -x)) if target > 0 else alpha*focalother(x, gamma)", axis: py.callWith($Axis, [], {name: "prediction", variable: "x", label: "predicted probability *x*", domain: py.callWith($Interval, [], {low: 0.0, high: 1.0, low_closed: true, high_closed: true}), view: [0.0, 1.0]}), title: "", summary: "", source: "", parameters: [py.callWith($Parameter, [], {name: "target", default: 0.0, interval: py.callWith($Interval, [], {low: 0.0, high: 1.0, low_closed: true, high_closed: true})}), py.callWith($Parameter, [], {name: "alpha", default: 0.75, interval: py.callWith($Interval, [], {low: 0.0})}), py.callWith($Parameter, [], {name: "gamma", default: 2.0, interval: py.callWith($Interval, [], {low: 0.0, low_closed: true})})], aliases: ["vfl", "varifocal-loss", "varifocalloss"], textbook: "-target*(target*log(x) + (1 - target)*log(1 - x)) if target > 0 else -alpha*x^gamma*log(1 - x)"})], ["kl-bernoulli", py.callWith($Loss, [], {name: "kl-bernoulli", formula: "target*logdev(x/target) + (1 - target)*logdev((1 - x)/(1 - target))", axis: py.callWith($Axis, [], {name: "prediction", variable: "x", label: "predicted probability *x*", domain: py.callWith($Interval, [], {low: 0.0, high: 1.0, low_closed: true, high_closed: true}), view: [0.0, 1.0]}), title: "", summary: "", source: "", parameters: [py.callWith($Parameter, [], {name: "target", default: 0.7, interval: py.callWith($Interval, [], {low: 0.0, high: 1.0})})], aliases: ["kl", "kld", "kl-div", "kldiv", "kldivloss", "forward-kl"], textbook: "target*log(target/x) + (1 - target)*log((1 - target)/(1 - x))"})], ["reverse-kl-bernoulli", py.callWith($Loss, [], {name: "reverse-kl-bernoulli", formula: "target*xlogxdev(x/target) + (1 - target)*xlogxdev((1 - x)/(1 - target))", axis: py.callWith($Axis, [], {name: "prediction", variable: "x", label: "predicted probability *x*", domain: py.callWith($Interval, [], {low: 0.0, high: 1.0, low_closed: true, high_closed: true}), view: [0.0, 1.0]}), title: "", summary: "", source: "", parameters: [py.callWith($Parameter, [], {name: "target", default: 0.7, interval: py.callWith($Interval, [], {low: 0.0, high: 1.0})})], aliases: ["reverse-kl", "mode-seeking-kl"], textbook: "x*log(x/target) + (1 - x)*log((1 - x)/(1 - target))"})], ["msle", py.callWith($Loss, [], {name: "msle", formula: "log1pgap(x, target)^2", axis: py.callWith($Axis, [], {name: "prediction", variable: "x", label: "prediction *x*", domain: py.callWith($Interval, [], {low: -1.0}), view: [-1.0, 5.0]}), title: "", summary: "", source: "", parameters: [py.callWith($Parameter, [], {name: "target", default: 1.0, interval: py.callWith($Interval, [], {low: -1.0})})], aliases: ["mean-squared-log-error", "squaredlogerror"], loose_aliases: [$LooseAlias("rmsle", "the root of its mean over the examples")], textbook: "(log(1 + x) - log(1 + target))^2"})], ["mape", py.callWith($Loss, [], {name: "mape", formula: "abs(x - target)/abs(target)", axis: py.callWith($Axis, [], {name: "prediction", variable: "x", label: "prediction *x*", domain: py.callWith($Interval, [], {}), view: [-3.0, 5.0]}), title: "", summary: "", source: "", parameters: [py.callWith($Parameter, [], {name: "target", default: 1.0, interval: py.callWith($Interval, [], {}), holes: [py.callWith($Interval, [], {low: 0.0, high: 0.0, low_closed: true, high_closed: true})]})], aliases: ["mean-absolute-percentage-error"]})], ["smape", py.callWith($Loss, [], {name: "smape", formula: "sign(x - target)*(2 - 4*target/(x + target)) if x > 0 else 2", axis: py.callWith($Axis, [], {name: "prediction", variable: "x", label: "prediction *x*", domain: py.callWith($Interval, [], {}), view: [-3.0, 5.0]}), title: "", summary: "", source: "", parameters: [py.callWith($Parameter, [], {name: "target", default: 1.0, interval: py.callWith($Interval, [], {low: 0.0})})], aliases: ["symmetric-mape"], textbook: "2*abs(x - target)/(abs(x) + abs(target))"})], ["gaussian-nll-variance", py.callWith($Loss, [], {name: "gaussian-nll-variance", formula: "(log(x) + residual^2/x)/2", axis: py.callWith($Axis, [], {name: "prediction", variable: "x", label: "predicted variance *x*", domain: py.callWith($Interval, [], {low: 0.0}), view: [0.0, 5.0]}), title: "", summary: "", source: "", parameters: [py.callWith($Parameter, [], {name: "residual", default: 1.0, interval: py.callWith($Interval, [], {})})], aliases: ["gaussian-nll-var"]})], ["gaussian-nll-log-sigma", py.callWith($Loss, [], {name: "gaussian-nll-log-sigma", formula: "x if abs(residual) <= 0 else log(abs(residual)) + 1/2 + expm1mx(2*(log(abs(residual)) - x))/2 if abs(log(abs(residual)) - x) < 1/2 else x + (residual*exp(-x))^2/2", axis: py.callWith($Axis, [], {name: "prediction", variable: "x", label: "predicted log sigma *x*", domain: py.callWith($Interval, [], {}), view: [-2.0, 3.0]}), title: "", summary: "", source: "", parameters: [py.callWith($Parameter, [], {name: "residual", default: 1.0, interval: py.callWith($Interval, [], {})})], aliases: ["gaussian-nll-logsigma", "heteroscedastic"], textbook: "x + residual^2*exp(-2*x)/2"})], ["negative-binomial", py.callWith($Loss, [], {name: "negative-binomial", formula: "negbinomial(x, target, alpha)", axis: py.callWith($Axis, [], {name: "prediction", variable: "x", label: "predicted mean *x*", domain: py.callWith($Interval, [], {low: 0.0}), view: [0.0, 5.0]}), title: "", summary: "", source: "", parameters: [py.callWith($Parameter, [], {name: "target", default: 1.0, interval: py.callWith($Interval, [], {low: 0.0, low_closed: true})}), py.callWith($Parameter, [], {name: "alpha", default: 1.0, interval: py.callWith($Interval, [], {low: 0.0})})], aliases: ["nb2"]})], ["poisson-log", py.callWith($Loss, [], {name: "poisson-log", formula: "poissonlog(x, target)", axis: py.callWith($Axis, [], {name: "score", variable: "x", label: "linear predictor *x*", domain: py.callWith($Interval, [], {}), view: [-3.0, 3.0], of_mean: "log(x)"}), title: "", summary: "", source: "", parameters: [py.callWith($Parameter, [], {name: "target", default: 1.0, interval: py.callWith($Interval, [], {low: 0.0, low_closed: true})})], aliases: ["poisson", "poissonloss", "poissonnllloss"], textbook: "exp(x) - target*x"})], ["gamma-log", py.callWith($Loss, [], {name: "gamma-log", formula: "1 + expm1mx(log(target) - x) + log(target) if abs(x - log(target)) < 1 else x + target*exp(-x)", axis: py.callWith($Axis, [], {name: "score", variable: "x", label: "linear predictor *x*", domain: py.callWith($Interval, [], {}), view: [-3.0, 3.0], of_mean: "log(x)"}), title: "", summary: "", source: "", parameters: [py.callWith($Parameter, [], {name: "target", default: 1.0, interval: py.callWith($Interval, [], {low: 0.0})})], aliases: ["gamma", "exponential-nll"], textbook: "x + target*exp(-x)"})], ["tweedie-log", py.callWith($Loss, [], {name: "tweedie-log", formula: "tweedielog(x, target, power)", axis: py.callWith($Axis, [], {name: "score", variable: "x", label: "linear predictor *x*", domain: py.callWith($Interval, [], {}), view: [-3.0, 3.0], of_mean: "log(x)"}), title: "", summary: "", source: "", parameters: [py.callWith($Parameter, [], {name: "target", default: 1.0, interval: py.callWith($Interval, [], {low: 0.0, low_closed: true})}), py.callWith($Parameter, [], {name: "power", default: 1.5, interval: py.callWith($Interval, [], {low: 1.0, high: 2.0})})], aliases: ["tweedie"], textbook: "exp((2 - power)*x)/(2 - power) - target*exp((1 - power)*x)/(1 - power)"})], ["bce-logits", py.callWith($Loss, [], {name: "bce-logits", formula: "w*target*softplus(-x) + (1 - target)*softplus(x)", axis: py.callWith($Axis, [], {name: "score", variable: "x", label: "logit *x*", domain: py.callWith($Interval, [], {}), view: [-3.0, 3.0]}), title: "", summary: "", source: "", parameters: [py.callWith($Parameter, [], {name: "target", default: 1.0, interval: py.callWith($Interval, [], {low: 0.0, high: 1.0, low_closed: true, high_closed: true})}), py.callWith($Parameter, [], {name: "w", default: 1.0, interval: py.callWith($Interval, [], {low: 0.0})})], aliases: ["sigmoid-binary-cross-entropy", "xentropy"], loose_aliases: [$LooseAlias("weighted-bce", "bce-logits:w=2, with the weight of your choice"), $LooseAlias("weighted-cross-entropy", "bce-logits:w=2, with the weight of your choice")], textbook: "w*target*log(1 + exp(-x)) + (1 - target)*log(1 + exp(x))"})], ["softmax-ce-gap", py.callWith($Loss, [], {name: "softmax-ce-gap", formula: "softplus(log(classes - 1) - x)", axis: py.callWith($Axis, [], {name: "score", variable: "x", label: "logit gap *x*", domain: py.callWith($Interval, [], {}), view: [-3.0, 3.0]}), title: "", summary: "", source: "", parameters: [py.callWith($Parameter, [], {name: "classes", default: 2.0, interval: py.callWith($Interval, [], {low: 2.0, low_closed: true}), integer: true})], aliases: ["softmax-cross-entropy", "sparse-categorical-crossentropy"], textbook: "log(1 + (classes - 1)*exp(-x))"})], ["all-threshold", py.callWith($Loss, [], {name: "all-threshold", formula: "softplus2sum(x - step*(target - (classes + 1)/2), step, min(target - 1, classes - target)) + softplussum(sign(classes + 1 - 2*target)*x, step, classes/2 - abs(classes + 1 - 2*target), classes/2 - 1) if abs(2*target - 1 - classes)*max(0, step - 1) <= 0 else softplussum(-x, step, classes/2 - target + 1, classes/2 - 1) + softplussum(x, step, target - classes/2, classes/2 - 1)", axis: py.callWith($Axis, [], {name: "score", variable: "x", label: "score *x*", domain: py.callWith($Interval, [], {}), view: [-5.0, 5.0]}), title: "", summary: "", source: "", parameters: [py.callWith($Parameter, [], {name: "target", default: 3.0, interval: py.callWith($Interval, [], {low: 1.0, low_closed: true}), integer: true, most: 1000.0}), py.callWith($Parameter, [], {name: "classes", default: 5.0, interval: py.callWith($Interval, [], {low: 2.0, low_closed: true}), integer: true, most: 1000.0}), py.callWith($Parameter, [], {name: "step", default: 1.0, interval: py.callWith($Interval, [], {low: 0.0})})], aliases: ["logistic-at", "ordinal"], textbook: "softplussum(-x, step, classes/2 - target + 1, classes/2 - 1) + softplussum(x, step, target - classes/2, classes/2 - 1)", requires: "target <= classes"})], ["immediate-threshold", py.callWith($Loss, [], {name: "immediate-threshold", formula: "(softplus2(x - step*(target - (classes + 1)/2), step/2) if abs(2*target - 1 - classes)*max(0, step - 1) <= 0 else softplus(step*(target - 1 - classes/2) - x) + softplus(x - step*(target - classes/2))) if 1 < target < classes else softplus(x - step*(target - classes/2)) if target < classes else softplus(step*(target - 1 - classes/2) - x)", axis: py.callWith($Axis, [], {name: "score", variable: "x", label: "score *x*", domain: py.callWith($Interval, [], {}), view: [-5.0, 5.0]}), title: "", summary: "", source: "", parameters: [py.callWith($Parameter, [], {name: "target", default: 3.0, interval: py.callWith($Interval, [], {low: 1.0, low_closed: true}), integer: true, most: 1000.0}), py.callWith($Parameter, [], {name: "classes", default: 5.0, interval: py.callWith($Interval, [], {low: 2.0, low_closed: true}), integer: true, most: 1000.0}), py.callWith($Parameter, [], {name: "step", default: 1.0, interval: py.callWith($Interval, [], {low: 0.0})})], aliases: ["logistic-it"], textbook: "log(1 + exp(step*(target - 1 - classes/2) - x)) + log(1 + exp(x - step*(target - classes/2))) if 1 < target < classes else log(1 + exp(x - step*(target - classes/2))) if target < classes else log(1 + exp(step*(target - 1 - classes/2) - x))", requires: "target <= classes"})], ["immediate-threshold-hinge", py.callWith($Loss, [], {name: "immediate-threshold-hinge", formula: "max(0, 1 + step*(target - 1 - classes/2) - x) + max(0, 1 + x - step*(target - classes/2)) if 1 < target < classes else max(0, 1 + x - step*(target - classes/2)) if target < classes else max(0, 1 + step*(target - 1 - classes/2) - x)", axis: py.callWith($Axis, [], {name: "score", variable: "x", label: "score *x*", domain: py.callWith($Interval, [], {}), view: [-5.0, 5.0]}), title: "", summary: "", source: "", parameters: [py.callWith($Parameter, [], {name: "target", default: 3.0, interval: py.callWith($Interval, [], {low: 1.0, low_closed: true}), integer: true, most: 1000.0}), py.callWith($Parameter, [], {name: "classes", default: 5.0, interval: py.callWith($Interval, [], {low: 2.0, low_closed: true}), integer: true, most: 1000.0}), py.callWith($Parameter, [], {name: "step", default: 1.0, interval: py.callWith($Interval, [], {low: 0.0})})], aliases: ["svor-exc", "svorex"], requires: "target <= classes"})], ["cumulative-logit", py.callWith($Loss, [], {name: "cumulative-logit", formula: "(log1p(1/expm1(step)) + softplus2(x - step*(target - (classes + 1)/2), step/2) if abs(2*target - 1 - classes)*max(0, step - 1) <= 0 else log1p(1/expm1(step)) + softplus(step*(target - 1 - classes/2) - x) + softplus(x - step*(target - classes/2))) if 1 < target < classes else softplus(x - step*(target - classes/2)) if target < classes else softplus(step*(target - 1 - classes/2) - x)", axis: py.callWith($Axis, [], {name: "score", variable: "x", label: "score *x*", domain: py.callWith($Interval, [], {}), view: [-5.0, 5.0]}), title: "", summary: "", source: "", parameters: [py.callWith($Parameter, [], {name: "target", default: 3.0, interval: py.callWith($Interval, [], {low: 1.0, low_closed: true}), integer: true, most: 1000.0}), py.callWith($Parameter, [], {name: "classes", default: 5.0, interval: py.callWith($Interval, [], {low: 2.0, low_closed: true}), integer: true, most: 1000.0}), py.callWith($Parameter, [], {name: "step", default: 1.0, interval: py.callWith($Interval, [], {low: 0.0})})], aliases: ["proportional-odds", "ordered-logit", "ordinal-logistic"], textbook: "log(1 + exp(step*(target - 1 - classes/2) - x)) + log(1 + exp(x - step*(target - classes/2))) - log(1 - exp(-step)) if 1 < target < classes else log(1 + exp(x - step*(target - classes/2))) if target < classes else log(1 + exp(step*(target - 1 - classes/2) - x))", requires: "target <= classes"})], ["distillation", py.callWith($Loss, [], {name: "distillation", formula: "distill(x, teacher/(1 - teacher), T)", axis: py.callWith($Axis, [], {name: "score", variable: "x", label: "logit *x*", domain: py.callWith($Interval, [], {}), view: [-3.0, 3.0]}), title: "", summary: "", source: "", parameters: [py.callWith($Parameter, [], {name: "teacher", default: 0.8, interval: py.callWith($Interval, [], {low: 0.0, high: 1.0})}), py.callWith($Parameter, [], {name: "T", default: 4.0, interval: py.callWith($Interval, [], {low: 0.0})})], aliases: ["knowledge-distillation", "distillation-loss", "kd-loss", "hinton-kd"]})], ["lsgan", py.callWith($Loss, [], {name: "lsgan", formula: "(x - target)*((x - target)/2)", axis: py.callWith($Axis, [], {name: "score", variable: "x", label: "critic's score *x*", domain: py.callWith($Interval, [], {}), view: [-3.0, 3.0]}), title: "", summary: "", source: "", parameters: [py.callWith($Parameter, [], {name: "target", default: 1.0, interval: py.callWith($Interval, [], {})})], aliases: ["ls-gan", "least-squares-gan"], textbook: "(x - target)^2/2"})], ["hinge-embedding", py.callWith($Loss, [], {name: "hinge-embedding", formula: "x if label > 0 else max(0, margin - x)", axis: py.callWith($Axis, [], {name: "distance", variable: "x", label: "distance *x*", domain: py.callWith($Interval, [], {low: 0.0, low_closed: true}), view: [0.0, 3.0]}), title: "", summary: "", source: "", parameters: [py.callWith($Parameter, [], {name: "label", default: -1.0, interval: py.callWith($Interval, [], {low: -1.0, high: 1.0, low_closed: true, high_closed: true}), integer: true, holes: [py.callWith($Interval, [], {low: 0.0, high: 0.0, low_closed: true, high_closed: true})]}), py.callWith($Parameter, [], {name: "margin", default: 1.0, interval: py.callWith($Interval, [], {low: 0.0}), least: 0.0})], aliases: ["hingeembeddingloss", "hinge-embedding-loss"]})], ["contrastive", py.callWith($Loss, [], {name: "contrastive", formula: "x^2/2 if similar > 0 else max(0, margin - x)^2/2", axis: py.callWith($Axis, [], {name: "distance", variable: "x", label: "distance *x*", domain: py.callWith($Interval, [], {low: 0.0, low_closed: true}), view: [0.0, 3.0]}), title: "", summary: "", source: "", parameters: [py.callWith($Parameter, [], {name: "similar", default: 0.0, interval: py.callWith($Interval, [], {low: 0.0, high: 1.0, low_closed: true, high_closed: true}), integer: true}), py.callWith($Parameter, [], {name: "margin", default: 1.0, interval: py.callWith($Interval, [], {low: 0.0}), least: 0.0})], aliases: ["contrastive-loss", "siamese"]})], ["contrastive-legacy", py.callWith($Loss, [], {name: "contrastive-legacy", formula: "x*(x/2) if similar > 0 else (margin - x^2)/2 if x < sqrt(margin) else 0", axis: py.callWith($Axis, [], {name: "distance", variable: "x", label: "distance *x*", domain: py.callWith($Interval, [], {low: 0.0, low_closed: true}), view: [0.0, 3.0]}), title: "", summary: "", source: "", parameters: [py.callWith($Parameter, [], {name: "similar", default: 0.0, interval: py.callWith($Interval, [], {low: 0.0, high: 1.0, low_closed: true, high_closed: true}), integer: true}), py.callWith($Parameter, [], {name: "margin", default: 1.0, interval: py.callWith($Interval, [], {low: 0.0})})], aliases: ["legacy-contrastive", "contrastive-squared-margin"], textbook: "x^2/2 if similar > 0 else max(0, margin - x^2)/2"})], ["triplet", py.callWith($Loss, [], {name: "triplet", formula: "max(0, x + margin)", axis: py.callWith($Axis, [], {name: "distance", variable: "x", label: "distance gap *x*", domain: py.callWith($Interval, [], {}), view: [-3.0, 3.0]}), title: "", summary: "", source: "", parameters: [py.callWith($Parameter, [], {name: "margin", default: 1.0, interval: py.callWith($Interval, [], {low: 0.0, low_closed: true}), least: 0.0})], aliases: ["tripletmarginloss", "triplet-margin-loss"]})], ["soft-margin-triplet", py.callWith($Loss, [], {name: "soft-margin-triplet", formula: "softplus(x)", axis: py.callWith($Axis, [], {name: "distance", variable: "x", label: "distance gap *x*", domain: py.callWith($Interval, [], {}), view: [-3.0, 3.0]}), title: "", summary: "", source: "", aliases: ["softplus"]})], ["cosine-embedding", py.callWith($Loss, [], {name: "cosine-embedding", formula: "1 - s if label > 0 else max(0, s - margin)", axis: py.callWith($Axis, [], {name: "similarity", variable: "s", label: "cosine similarity *s*", domain: py.callWith($Interval, [], {low: -1.0, high: 1.0, low_closed: true, high_closed: true}), view: [-1.0, 1.0]}), title: "", summary: "", source: "", parameters: [py.callWith($Parameter, [], {name: "label", default: -1.0, interval: py.callWith($Interval, [], {low: -1.0, high: 1.0, low_closed: true, high_closed: true}), integer: true, holes: [py.callWith($Interval, [], {low: 0.0, high: 0.0, low_closed: true, high_closed: true})]}), py.callWith($Parameter, [], {name: "margin", default: 0.0, interval: py.callWith($Interval, [], {low: -1.0, high: 1.0, low_closed: true, high_closed: true}), least: 0.0})], aliases: ["cosineembeddingloss", "cosine-embedding-loss"]})], ["cosine-distance", py.callWith($Loss, [], {name: "cosine-distance", formula: "1 - s", axis: py.callWith($Axis, [], {name: "similarity", variable: "s", label: "cosine similarity *s*", domain: py.callWith($Interval, [], {low: -1.0, high: 1.0, low_closed: true, high_closed: true}), view: [-1.0, 1.0]}), title: "", summary: "", source: "", aliases: ["cosine"]})], ["info-nce", py.callWith($Loss, [], {name: "info-nce", formula: "softplus(log(negatives) + (negative - s)/temperature)", axis: py.callWith($Axis, [], {name: "similarity", variable: "s", label: "cosine similarity *s*", domain: py.callWith($Interval, [], {low: -1.0, high: 1.0, low_closed: true, high_closed: true}), view: [-1.0, 1.0]}), title: "", summary: "", source: "", parameters: [py.callWith($Parameter, [], {name: "temperature", default: 0.1, interval: py.callWith($Interval, [], {low: 0.0})}), py.callWith($Parameter, [], {name: "negatives", default: 255.0, interval: py.callWith($Interval, [], {low: 1.0, low_closed: true})}), py.callWith($Parameter, [], {name: "negative", default: 0.0, interval: py.callWith($Interval, [], {low: -1.0, high: 1.0, low_closed: true, high_closed: true}), least: 0.0})], aliases: ["infonce", "nt-xent", "ntxent"], textbook: "log(1 + negatives*exp((negative - s)/temperature))"})], ["l1-penalty", py.callWith($Loss, [], {name: "l1-penalty", formula: "lambda*abs(w)", axis: py.callWith($Axis, [], {name: "coefficient", variable: "w", label: "coefficient *w*", domain: py.callWith($Interval, [], {}), view: [-5.0, 5.0]}), title: "", summary: "", source: "", parameters: [py.callWith($Parameter, [], {name: "lambda", default: 1.0, interval: py.callWith($Interval, [], {low: 0.0})})], aliases: ["lasso", "l1-regularization", "l1-norm"]})], ["l2-penalty", py.callWith($Loss, [], {name: "l2-penalty", formula: "w*(lambda*w)", axis: py.callWith($Axis, [], {name: "coefficient", variable: "w", label: "coefficient *w*", domain: py.callWith($Interval, [], {}), view: [-5.0, 5.0]}), title: "", summary: "", source: "", parameters: [py.callWith($Parameter, [], {name: "lambda", default: 1.0, interval: py.callWith($Interval, [], {low: 0.0})})], aliases: ["ridge", "ridge-penalty", "l2-regularization", "tikhonov"], loose_aliases: [$LooseAlias("weight-decay", "half of it, lambda*w^2/2")], textbook: "lambda*w^2"})], ["elastic-net", py.callWith($Loss, [], {name: "elastic-net", formula: "lambda*(alpha*abs(w)) + w*(lambda*((1 - alpha)/2*w))", axis: py.callWith($Axis, [], {name: "coefficient", variable: "w", label: "coefficient *w*", domain: py.callWith($Interval, [], {}), view: [-5.0, 5.0]}), title: "", summary: "", source: "", parameters: [py.callWith($Parameter, [], {name: "lambda", default: 1.0, interval: py.callWith($Interval, [], {low: 0.0})}), py.callWith($Parameter, [], {name: "alpha", default: 0.5, interval: py.callWith($Interval, [], {low: 0.0, high: 1.0, low_closed: true, high_closed: true})})], aliases: ["elasticnet", "enet", "l1-l2"], textbook: "lambda*(alpha*abs(w) + (1 - alpha)/2*w^2)"})], ["scad", py.callWith($Loss, [], {name: "scad", formula: "lambda*abs(w) if abs(w) <= lambda else lambda*abs(w) - (abs(w) - lambda)*((abs(w) - lambda)/(2*(a - 1))) if abs(w) <= a*lambda else (a + 1)/2*lambda*lambda", axis: py.callWith($Axis, [], {name: "coefficient", variable: "w", label: "coefficient *w*", domain: py.callWith($Interval, [], {}), view: [-5.0, 5.0]}), title: "", summary: "", source: "", parameters: [py.callWith($Parameter, [], {name: "lambda", default: 1.0, interval: py.callWith($Interval, [], {low: 0.0})}), py.callWith($Parameter, [], {name: "a", default: 3.7, interval: py.callWith($Interval, [], {low: 2.0})})], aliases: ["scad-penalty", "smoothly-clipped-absolute-deviation"], textbook: "lambda*abs(w) if abs(w) <= lambda else (2*a*lambda*abs(w) - w^2 - lambda^2)/(2*(a - 1)) if abs(w) <= a*lambda else (a + 1)*lambda^2/2"})], ["mcp", py.callWith($Loss, [], {name: "mcp", formula: "lambda*abs(w) - w*(w/(2*gamma)) if abs(w) <= gamma*lambda else gamma/2*lambda*lambda", axis: py.callWith($Axis, [], {name: "coefficient", variable: "w", label: "coefficient *w*", domain: py.callWith($Interval, [], {}), view: [-5.0, 5.0]}), title: "", summary: "", source: "", parameters: [py.callWith($Parameter, [], {name: "lambda", default: 1.0, interval: py.callWith($Interval, [], {low: 0.0})}), py.callWith($Parameter, [], {name: "gamma", default: 3.0, interval: py.callWith($Interval, [], {low: 0.0})})], aliases: ["mcpenalty", "mc-penalty", "minimax-concave-penalty"], loose_aliases: [$LooseAlias("mc+", "the algorithm PLUS with this penalty")], textbook: "lambda*abs(w) - w^2/(2*gamma) if abs(w) <= gamma*lambda else gamma*lambda^2/2"})], ["ppo-clip", py.callWith($Loss, [], {name: "ppo-clip", formula: "-advantage*min(x, 1 + epsilon) if advantage > 0 else -advantage*max(x, 1 - epsilon)", axis: py.callWith($Axis, [], {name: "ratio", variable: "x", label: "probability ratio *x*", domain: py.callWith($Interval, [], {low: 0.0, low_closed: true}), view: [0.0, 2.0]}), title: "", summary: "", source: "", parameters: [py.callWith($Parameter, [], {name: "advantage", default: 1.0, interval: py.callWith($Interval, [], {}), holes: [py.callWith($Interval, [], {low: 0.0, high: 0.0, low_closed: true, high_closed: true})]}), py.callWith($Parameter, [], {name: "epsilon", default: 0.2, interval: py.callWith($Interval, [], {low: 0.0, high: 1.0}), least: 0.0})], aliases: ["ppo", "clipped-surrogate", "clipppoloss", "ppo-loss"], loose_aliases: [$LooseAlias("grpo", "ppo-clip with advantages relative to a group of answers, and a divergence from the reference")], textbook: "-min(x*advantage, max(1 - epsilon, min(1 + epsilon, x))*advantage)"})], ["dual-clip-ppo", py.callWith($Loss, [], {name: "dual-clip-ppo", formula: "-advantage*min(x, 1 + epsilon) if advantage > 0 else -advantage*min(max(x, 1 - epsilon), c)", axis: py.callWith($Axis, [], {name: "ratio", variable: "x", label: "probability ratio *x*", domain: py.callWith($Interval, [], {low: 0.0, low_closed: true}), view: [0.0, 2.0]}), title: "", summary: "", source: "", parameters: [py.callWith($Parameter, [], {name: "advantage", default: -1.0, interval: py.callWith($Interval, [], {}), holes: [py.callWith($Interval, [], {low: 0.0, high: 0.0, low_closed: true, high_closed: true})]}), py.callWith($Parameter, [], {name: "epsilon", default: 0.2, interval: py.callWith($Interval, [], {low: 0.0, high: 1.0}), least: 0.0}), py.callWith($Parameter, [], {name: "c", default: 3.0, interval: py.callWith($Interval, [], {low: 1.0}), least: 0.0})], aliases: ["dual-clip", "ppo-dual-clip"]})], ["iou", py.callWith($Loss, [], {name: "iou", formula: "1 - u", axis: py.callWith($Axis, [], {name: "overlap", variable: "u", label: "intersection over union *u*", domain: py.callWith($Interval, [], {low: 0.0, high: 1.0, low_closed: true, high_closed: true}), view: [0.0, 1.0]}), title: "", summary: "", source: "", aliases: ["iou-loss", "iouloss", "jaccard", "jaccard-loss", "jaccard-distance", "linear-iou"], loose_aliases: [$LooseAlias("giou", "1 - u with the empty share of the box around both added"), $LooseAlias("diou", "1 - u with the squared distance of the centres added, as a share of the diagonal's"), $LooseAlias("ciou", "1 - u with the distance of the centres and the difference in shape added")]})], ["log-iou", py.callWith($Loss, [], {name: "log-iou", formula: "-log(u)", axis: py.callWith($Axis, [], {name: "overlap", variable: "u", label: "intersection over union *u*", domain: py.callWith($Interval, [], {low: 0.0, high: 1.0, low_closed: true, high_closed: true}), view: [0.0, 1.0]}), title: "", summary: "", source: "", aliases: ["unitbox", "unitbox-loss", "iou-log"]})], ["alpha-iou", py.callWith($Loss, [], {name: "alpha-iou", formula: "-alpha*boxcox(u, alpha)", axis: py.callWith($Axis, [], {name: "overlap", variable: "u", label: "intersection over union *u*", domain: py.callWith($Interval, [], {low: 0.0, high: 1.0, low_closed: true, high_closed: true}), view: [0.0, 1.0]}), title: "", summary: "", source: "", parameters: [py.callWith($Parameter, [], {name: "alpha", default: 3.0, interval: py.callWith($Interval, [], {low: 0.0})})], aliases: ["power-iou"], textbook: "1 - u^alpha"})]]);
$_SYNONYM = ["\u94f0\u94fe", "\u5408\u9875"];
$Curve = py.makeClass({name: "Curve", base: null, fields: [{name: "loss"}, {name: "values"}, {name: "given", default: () => [], isIgnored: true}, {name: "library", default: () => null}, {name: "moved_to", default: () => null}, {name: "unit", default: () => 1.0, isFloat: true}, {name: "chance", default: () => null}, {name: "label", default: () => ""}, {name: "remarks", default: () => [], isIgnored: true}], constants: {}, methods: {having: (() => {
function $method(self, name, value) {
return py.callWith(py.dataclasses.replace, [self], {values: py.tuple(py.dict([...py.call(self.parameters, 'items'), [name, value]]).values())});
return null;
}
$method.parameters = ["self", "name", "value"];
return $method;
})(), jet: (() => {
function $method(self, x, side = 0) {
let points, jet, inside;
points = py.numpy.atleast_1d(py.callWith(py.numpy.asarray, [x], {dtype: py.numpy.float64}));
jet = formulaNumbers.evaluate(self.tree, self.axis.variable, points, side);
inside = py.bitand(py.le(self.domain.low, points), py.le(points, self.domain.high));
if (!py.truth(inside.all())) {
jet = $Jet(...py.iter((function* ($source) { for (const part of $source) yield py.numpy.where(inside, part, py.numpy.nan); })(py.iter([jet.value, jet.slope, jet.curvature]))));
}
return $Jet(py.add(jet.value, 0.0), py.add(jet.slope, 0.0), py.add(jet.curvature, 0.0));
return null;
}
$method.parameters = ["self", "x", "side"];
return $method;
})(), value: (() => {
function $method(self, x) {
return self.jet(x).value;
return null;
}
$method.parameters = ["self", "x"];
return $method;
})(), derivatives: (() => {
function $method(self, x) {
let points, jet, curvature, slope, here, knot, $0;
points = py.numpy.atleast_1d(py.callWith(py.numpy.asarray, [x], {dtype: py.numpy.float64}));
jet = self.jet(points);
[slope, curvature] = py.iter([jet.slope, jet.curvature]);
for ($0 of py.iter((py.truth(points.size) ? self.knots(py.float(py.numpy.min(points)), py.float(py.numpy.max(points))) : []))) {
knot = $0;
here = py.eq(points, knot.x);
curvature = py.numpy.where(here, py.numpy.nan, curvature);
if ((!py.eq(knot.kind, "curvature"))) {
slope = py.numpy.where(here, py.numpy.nan, slope);
}
}
return $Jet(jet.value, slope, curvature);
return null;
}
$method.parameters = ["self", "x"];
return $method;
})(), knots: (() => {
function $method(self, low, high) {
let $0;
[low, high] = py.iter([py.max(low, self.domain.low), py.min(high, self.domain.high)]);
if ((py.lt(high, low))) {
return [];
}
return py.tuple((function* ($source) { for (const knot of $source) if (((py.lt(self.domain.low, ($0 = knot.x)) && py.lt($0, self.domain.high)))) yield knot; })(py.iter($_knots(self, low, high))));
return null;
}
$method.parameters = ["self", "low", "high"];
return $method;
})(), landmarks: (() => {
function $method(self, low, high) {
return py.list($_landmarks(self, py.max(low, self.domain.low), py.min(high, self.domain.high)));
return null;
}
$method.parameters = ["self", "low", "high"];
return $method;
})()}, getters: {parameters: (() => {
function $method(self) {
return py.dict((function* ($source) { for (const [parameter, value] of $source) yield [parameter.name, value]; })(py.iter(py.callWith(py.zip, [self.loss.parameters, self.values], {strict: true}))));
return null;
}
$method.parameters = ["self"];
return $method;
})(), name: (() => {
function $method(self) {
return py.or(self.label, () => self.bare_name);
return null;
}
$method.parameters = ["self"];
return $method;
})(), bare_name: (() => {
function $method(self) {
return (py.truth(self.library) ? self.library.name : self.loss.name);
return null;
}
$method.parameters = ["self"];
return $method;
})(), spec: (() => {
function $method(self) {
let assignments;
assignments = (function* ($source) { for (const name of $source) yield (py.format(name, "") + "=" + py.format($number(py.get(self.parameters, name)), "")); })(py.iter(self.given));
return py.str($LossText(self.label, self.bare_name, py.tuple(assignments)));
return null;
}
$method.parameters = ["self"];
return $method;
})(), title: (() => {
function $method(self) {
let words;
words = py.call(py.call($label_words(self.axis), "replace", "*", ""), "replace", "\u2212", "-");
return (py.truth(words) ? (py.format(self.spec, "") + ", " + py.format(words, "")) : self.spec);
return null;
}
$method.parameters = ["self"];
return $method;
})(), axis: (() => {
function $method(self) {
return py.or(self.moved_to, () => self.loss.axis);
return null;
}
$method.parameters = ["self"];
return $method;
})(), is_moved: (() => {
function $method(self) {
return !py.eq(self.axis.name, self.loss.axis.name);
return null;
}
$method.parameters = ["self"];
return $method;
})(), domain: (() => {
function $method(self) {
return self.axis.domain;
return null;
}
$method.parameters = ["self"];
return $method;
})(), tree: (() => {
function $method(self) {
return $_bound(self);
return null;
}
$method.parameters = ["self"];
return $method;
})(), notation: (() => {
function $method(self) {
return $onto_axis(self.loss.notation, self.loss.axis, self.axis);
return null;
}
$method.parameters = ["self"];
return $method;
})(), slope_notation: (() => {
function $method(self) {
return (py.truth(self.is_moved) ? $derivative(self.notation, self.axis.variable) : self.loss.slope);
return null;
}
$method.parameters = ["self"];
return $method;
})(), rewrites: (() => {
function $method(self) {
let bound;
if (!py.truth(self.loss.is_typed)) {
return [];
}
bound = $bind(self.notation, self.parameters, self.axis.variable);
return $accurate(bound, self.axis.variable, [self.domain.low, self.domain.high]).rewrites;
return null;
}
$method.parameters = ["self"];
return $method;
})(), factor: (() => {
function $method(self) {
return (py.truth(self.library) ? $_in_library(self, self.library.factor) : 1.0);
return null;
}
$method.parameters = ["self"];
return $method;
})(), constant: (() => {
function $method(self) {
return (py.truth(self.library) ? $_in_library(self, self.library.constant) : 0.0);
return null;
}
$method.parameters = ["self"];
return $method;
})(), allowed: (() => {
function $method(self) {
let condition;
condition = self.loss.requires;
return py.or(!py.truth(condition), () => py.eq($bind(self.loss.parse(("1 if " + py.format(condition, "") + " else 0")), self.parameters, ""), $Number(1.0)));
return null;
}
$method.parameters = ["self"];
return $method;
})()}});
$GREEK$1 = py.dict([["\u03b1", "alpha"], ["\u03b2", "beta"], ["\u03b3", "gamma"], ["\u03b4", "delta"], ["\u03b5", "epsilon"], ["\u03f5", "epsilon"], ["\u03b6", "zeta"], ["\u03b7", "eta"], ["\u03b8", "theta"], ["\u03d1", "theta"], ["\u03ba", "kappa"], ["\u03bb", "lambda"], ["\u03bc", "mu"], ["\u00b5", "mu"], ["\u03bd", "nu"], ["\u03be", "xi"], ["\u03c0", "pi"], ["\u03c1", "rho"], ["\u03c3", "sigma"], ["\u03c4", "tau"], ["\u03c5", "upsilon"], ["\u03c6", "phi"], ["\u03d5", "phi"], ["\u03c7", "chi"], ["\u03c8", "psi"], ["\u03c9", "omega"], ["\u0393", "Gamma"], ["\u0394", "Delta"], ["\u039b", "Lambda"], ["\u03a6", "Phi"], ["\u03a8", "Psi"], ["\u03a9", "Omega"]]);
$CHARACTERS = py.dict([["\u2212", "-"], ["\u2013", "-"], ["\u2014", "-"], ["\u2010", "-"], ["\u2011", "-"], ["\u2796", "-"], ["\u00b7", "*"], ["\u00d7", "*"], ["\u22c5", "*"], ["\u2219", "*"], ["\u2022", "*"], ["\u2217", "*"], ["\u2299", "*"], ["\u00f7", "/"], ["\u2215", "/"], ["\u2044", "/"], ["\u2264", "<="], ["\u2265", ">="], ["\u2a7d", "<="], ["\u2a7e", ">="], ["\u2266", "<="], ["\u2267", ">="], ["\u2227", "&"], ["\u2228", "or"], ["\u00ac", "~"], ["\u2223", "|"], ["\u2016", "|"], ["\u2225", "|"], ["\u221a", "\u221a"], ["\u2211", "\u2211"], ["\u03a3", "\u2211"], ["\u208a", "_ +"], ["\u221e", "inf"], ["\u2260", "!="], ["\u00bd", "( 1 / 2 )"], ["\u00bc", "( 1 / 4 )"], ["\u00be", "( 3 / 4 )"], ["\u2153", "( 1 / 3 )"], ["\u2154", "( 2 / 3 )"], ["\u215b", "( 1 / 8 )"], ["\ud835\udfd9", "indicator"], ["\u27e6", "["], ["\u27e7", "]"], ["\u0177", "y_hat"], ["\u1e91", "z_hat"], ["\ud835\udd3c", "mean"], ["\u2080", "_ 0"], ["\u2081", "_ 1"], ["\u2082", "_ 2"], ["\u1d62", "_ i"], ["\u2c7c", "_ j"], ["\u209c", "_ t"]]);
$SUPERSCRIPTS = py.dict(py.callWith(py.zip, ["\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079\u207b\u207a\u1d43\u1d47\u1d9c\u1d4f\u1d50\u207f\u1d56\u02b3\u02e2\u1d57\u02e3", "0123456789-+abckmnprstx"], {strict: true}));
$COMMANDS = py.dict([...py.call(py.dict.fromkeys([",", ";", ":", "!", " ", "quad", "qquad", "left", "right", "middle", "displaystyle", "textstyle", "limits", "nolimits", "big", "Big", "bigg", "Bigg", "bigl", "bigr", "Bigl", "Bigr", "biggl", "biggr", "Biggl", "Biggr", "thinspace", "enspace", "nonumber", "notag", "mathopen", "mathclose", "rm", "bf", "it"], ""), 'items'), ...py.call(py.dict.fromkeys(["cdot", "times", "ast", "bullet", "odot"], "*"), 'items'), ...py.call(py.dict.fromkeys(["le", "leq", "leqslant", "leqq"], "<="), 'items'), ...py.call(py.dict.fromkeys(["ge", "geq", "geqslant", "geqq"], ">="), 'items'), ...py.call(py.dict.fromkeys(["lvert", "rvert", "vert", "lVert", "rVert", "Vert", "mid", "|"], "|"), 'items'), ...py.call(py.dict.fromkeys(["land", "wedge"], "&"), 'items'), ...py.call(py.dict.fromkeys(["lor", "vee"], "or"), 'items'), ...py.call(py.dict.fromkeys(["indicator", "ind", "indic", "one", "1"], "indicator"), 'items'), ["ne", "!="], ["neq", "!="], ["div", "/"], ["lt", "<"], ["gt", ">"], ["{", "("], ["}", ")"], ["lbrace", "("], ["rbrace", ")"], ["lbrack", "["], ["rbrack", "]"], ["llbracket", "["], ["rrbracket", "]"], ["neg", "~"], ["lnot", "~"], ["sum", "\u2211"], ["infty", "inf"], ["_", "_"], ["ell", "l"], ["varepsilon", "epsilon"], ["vartheta", "theta"], ["varphi", "phi"], ["varsigma", "sigma"], ["E", "mean"]]);
$COMMANDS = py.ior($COMMANDS, py.dict((function* ($source) { for (const name of $source) yield [name, name]; })(py.iter($GREEK$1.values()))));
$ACCENTS = py.dict([["hat", "_hat"], ["widehat", "_hat"], ["tilde", "_tilde"], ["widetilde", "_tilde"], ["bar", "_bar"], ["overline", "_bar"]]);
$FRACTIONS = py.frozenset(py.set(["frac", "dfrac", "tfrac", "cfrac", "nicefrac", "sfrac"]));
$FONTS = ["text", "textrm", "textit", "textbf", "texttt", "textsf", "mathrm", "mathit", "mathbf", "mathsf", "mathtt", "mathcal", "mathscr", "vec", "mathbb", "mathbbm", "mathds", "boldsymbol", "bm", "operatorname", "mbox"];
$COMMANDS = py.ior($COMMANDS, py.dict.fromkeys($FONTS, ""));
$STRUCK = py.dict([["1", "indicator"], ["I", "indicator"], ["E", "mean"]]);
$VARIABLES$1 = py.frozenset("mrps");
$SURE_LABELS = py.frozenset(py.set(["y", "y_true", "target", "targets", "label", "labels"]));
$LABELS = py.frozenset(py.set(["y", "t", "y_true", "ytrue", "target", "targets", "label", "labels", "y_test", "truth", "actual", "gt", "true", "observed"]));
$OUTPUTS = py.frozenset(py.set(["f", "g", "h", "z", "y_hat", "yhat", "y_pred", "ypred", "y_score", "pred", "preds", "prediction", "predictions", "output", "outputs", "out", "score", "scores", "logit", "logits", "input", "inputs", "decision", "y_prob", "predicted", "forecast"]));
$NAMES = py.bitor(py.bitor($LABELS, $OUTPUTS), py.frozenset($GREEK$1.values()));
$MODELS = py.frozenset(py.set(["f", "g", "h", "model", "net", "predict", "score", "decision_function", "forward"]));
$MARGINS = py.dict([["yf", ["y", "f"]], ["fy", ["y", "f"]], ["yz", ["y", "z"]], ["zy", ["y", "z"]], ["ty", ["t", "y"]], ["yh", ["y", "h"]]]);
$PROBABILITIES = ["p_t", "pt", "p_hat"];
$CONSTANTS$1 = py.frozenset(py.set(["e", "pi"]));
$_RESERVED = "if else and or not def return import from for in is while with class try except raise assert del global\nnonlocal pass yield async await None True False nan otherwise";
$RESERVED = py.frozenset(py.call($_RESERVED, "split"));
$_LIBRARIES = "np numpy onp anp cp cupy torch th F nn functional tf tensorflow math Math cmath keras K backend ops jnp\njax lax scipy special sp sc stats norm optax autograd sklearn metrics mx mxnet nd sympy sym xp pytensor theano tensor T\ntt pt paddle numba pl";
$LIBRARIES = py.frozenset(py.call($_LIBRARIES, "split"));
$COUNTS = py.frozenset(py.set(["n", "N", "B", "batch_size", "n_samples", "num_samples"]));
$SIZES = py.frozenset(py.set(["shape", "size", "numel", "nelement"]));
$INDICES = ["i", "j", "n"];
$PREFIXES = py.dict([["torch", "torch"], ["pytorch", "torch"], ["keras", "keras"], ["tensorflow", "keras"], ["tf", "keras"], ["optax", "optax"], ["jax", "optax"], ["sklearn", "sklearn"], ["scikit-learn", "sklearn"], ["scipy", "scipy"], ["statsmodels", "statsmodels"], ["xgboost", "xgboost"], ["xgb", "xgboost"], ["lightgbm", "lightgbm"], ["lgbm", "lightgbm"], ["lgb", "lightgbm"], ["catboost", "catboost"], ["ceres", "ceres"], ["torchvision", "torchvision"], ["timm", "timm"], ["monai", "monai"], ["smp", "smp"], ["segmentation-models-pytorch", "smp"], ["trl", "trl"]]);
$SPELLINGS = py.dict([["torch", null], ["keras", null], ["optax", null], ["sklearn", null], ["scipy", null], ["statsmodels", null], ["xgboost", null], ["lightgbm", null], ["catboost", null], ["ceres", null], ["torchvision", null], ["timm", null], ["monai", null], ["smp", null], ["trl", null]]);
$_FORECAST = py.callWith(py.dataclasses.replace, [$PREDICTION], {variable: "p", label: "forecast probability *p* of class 1", domain: $UNIT$1, view: [0.0, 1.0]});
$_BOTH = "1,0";
$LONGEST_TITLE = 60;
$_Formula = py.makeClass({name: "_Formula", base: null, fields: [{name: "body"}, {name: "typed"}, {name: "inside"}, {name: "free"}], constants: {}, methods: {}, getters: {}});
$_HYPHENATED = py.re.compile("[a-zA-Z]\\w*(?:-\\w+)+");
$_COUNTS = py.dict([[2, "two"], [3, "three"], [4, "four"], [5, "five"]]);
$MAX_CURVES = 50;
$_OPERATORS = ["+", "-", "*", "/"];
$_Family = py.makeClass({name: "_Family", base: null, fields: [{name: "loss"}, {name: "library"}, {name: "choices"}, {name: "given"}, {name: "label", default: () => ""}, {name: "remarks", default: () => []}], constants: {}, methods: {}, getters: {}});
$_FONTS = "\\\\(?:mathcal|mathrm|mathbb|mathscr|mathsf|mathit|mathbf|text|operatorname)";
$_SIGN = ("(?:" + py.format($_FONTS, "") + "\\s*\\{?\\s*[A-Za-z]+\\s*\\}?|\\\\[A-Za-z]+|[^\\W\\d]\\w*)");
$_INDEX$1 = "(?:\\s*_\\s*(?:\\{[^{}]*(?:\\{[^{}]*\\})?[^{}]*\\}|\\\\?\\w+))?";
$_BRACKETS = "\\s*(?:\\\\left)?\\((?:[^()=<>]|\\([^()=<>]*\\))*\\)";
$_EQUALS$1 = "\\s*&?:?=(?!=)";
$_OPENINGS$1 = py.list((function* ($source) { for (const pattern of $source) yield py.re.compile(pattern); })(py.iter(["return\\b", "\\\\displaystyle\\b", (py.format($_SIGN, "") + py.format($_INDEX$1, "") + py.format($_BRACKETS, "") + py.format($_EQUALS$1, "")), ("(?:" + py.format($_FONTS, "") + "\\s*\\{?[\\w -]+\\}?|\\\\[A-Za-z]+|\u2113|\u2112)" + py.format($_INDEX$1, "") + py.format($_EQUALS$1, ""))])));
$_NUMBER = "[-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?";
$_NAME = "\\w{1,40}";
$_DEFAULT = py.re.compile(("(" + py.format($_NAME, "") + ")\\s*=\\s*(" + py.format($_NUMBER, "") + ")"));
$_ARGUMENT = (py.format($_NAME, "") + "(?:\\s*=\\s*" + py.format($_NUMBER, "") + ")?");
$_HEAD = ("\\(\\s*" + py.format($_ARGUMENT, "") + "(?:\\s*,\\s*" + py.format($_ARGUMENT, "") + ")*\\s*\\)");
$_FUNCTION = py.re.compile(("(?:lambda(?:\\s+" + py.format($_ARGUMENT, "") + "(?:\\s*,\\s*" + py.format($_ARGUMENT, "") + ")*)?\\s*:|" + py.format($_HEAD, "") + "\\s*(?:->|=>)|" + py.format($_NAME, "") + "\\s*(?:->|=>)|function\\s*" + py.format($_HEAD, "") + ")"));
$_DOLLARS = [...py.iter((function* ($source) { for (const name of $source) yield [("\\begin{" + py.format(name, "") + "}"), ("\\end{" + py.format(name, "") + "}")]; })(py.iter(["equation", "equation*", "align", "align*", "aligned"]))), ["$$", "$$"], ["$", "$"], ["{\\displaystyle", "}"], ["\\(", "\\)"], ["\\[", "\\]"]];
$_OPTION = py.re.compile("--[A-Za-z][\\w-]+");
$_DEFINITION = py.re.compile("def\\s+\\w+\\s*\\(");
$Body = py.makeClass({name: "Body", base: null, fields: [{name: "start"}, {name: "end"}, {name: "notes"}, {name: "defaults"}], isTuple: true, constants: {}, methods: {}, getters: {}});
$_IDENTITIES = "float int bool double half astype to type cast asarray array tensor as_tensor constant convert_to_tensor detach item squeeze unsqueeze stop_gradient ravel flatten view reshape numpy cpu contiguous expand_dims float32 float64 identity copy clone real type_as atleast_1d Float FloatTensor DoubleTensor LongTensor Tensor Variable";
$_MEANS = "mean average reduce_mean nanmean avg";
$_SUMS$1 = "sum reduce_sum nansum";
$_HIGHEST = "max maximum fmax amax pmax Max";
$_LOWEST = "min minimum fmin amin pmin Min";
$ALIASES = py.dict([...py.call(py.dict.fromkeys(["absolute", "fabs", "Abs"], "abs"), 'items'), ...py.call(py.dict.fromkeys(["ln", "Log"], "log"), 'items'), ...py.call(py.dict.fromkeys(["log1pexp", "softPlus", "log_1p_exp"], "softplus"), 'items'), ...py.call(py.dict.fromkeys(["expit", "logistic_sigmoid", "LogisticSigmoid", "sigm", "plogis"], "sigmoid"), 'items'), ...py.call(py.dict.fromkeys(["qlogis"], "logit"), 'items'), ...py.call(py.dict.fromkeys(["log_sigmoid", "log_expit", "logSigmoid"], "logsigmoid"), 'items'), ...py.call(py.dict.fromkeys(["log_cosh", "lncosh"], "logcosh"), 'items'), ...py.call(py.dict.fromkeys(["sgn", "signum", "Sign"], "sign"), 'items'), ...py.call(py.dict.fromkeys(["arctan", "arctg"], "atan"), 'items'), ...py.call(py.dict.fromkeys(["arcsin"], "asin"), 'items'), ...py.call(py.dict.fromkeys(["arccos"], "acos"), 'items'), ...py.call(py.dict.fromkeys(["arccosh", "arcosh"], "acosh"), 'items'), ...py.call(py.dict.fromkeys(["arcsinh", "arsinh"], "asinh"), 'items'), ...py.call(py.dict.fromkeys(["arctanh", "artanh"], "atanh"), 'items'), ...py.call(py.dict.fromkeys(["pow", "float_power"], "power"), 'items'), ...py.call(py.dict.fromkeys(["sqr"], "square"), 'items'), ...py.call(py.dict.fromkeys(["neg", "Neg"], "negative"), 'items'), ...py.call(py.dict.fromkeys(["div", "true_divide", "truediv", "div_no_nan", "divide_no_nan"], "divide"), 'items'), ...py.call(py.dict.fromkeys(["mul", "scalar_mul"], "multiply"), 'items'), ...py.call(py.dict.fromkeys(["sub"], "subtract"), 'items'), ...py.call(py.dict.fromkeys(["Heaviside"], "heaviside"), 'items'), ...py.call(py.dict.fromkeys(["swish"], "silu"), 'items'), ...py.call(py.dict.fromkeys(["leakyrelu"], "leaky_relu"), 'items'), ...py.call(py.dict.fromkeys(["log_2"], "log2"), 'items'), ...py.call(py.dict.fromkeys(["log_10"], "log10"), 'items'), ...py.call(py.dict.fromkeys(["pos", "positive_part", "Ramp"], "relu"), 'items'), ...py.call(py.dict.fromkeys(["UnitStep"], "unit_step"), 'items'), ...py.call(py.dict.fromkeys(["clamp", "clip_by_value"], "clip"), 'items'), ...py.call(py.dict.fromkeys(["ifelse", "if_else", "cond", "switch", "If", "IF"], "where"), 'items'), ...py.call(py.dict.fromkeys(["I", "Ind"], "indicator"), 'items'), ...py.call(py.dict.fromkeys(["piecewise"], "select"), 'items'), ...py.call(py.dict.fromkeys(["Phi", "norm.cdf", "normcdf", "normal_cdf", "pnorm"], "ndtr"), 'items'), ...py.call(py.dict.fromkeys(["norm.logcdf", "normal.logcdf", "logcdf"], "log_ndtr"), 'items'), ...py.call(py.dict.fromkeys(["dnorm", "normpdf"], "norm.pdf"), 'items'), ...py.call(py.dict.fromkeys(["greater"], "gt"), 'items'), ...py.call(py.dict.fromkeys(["less"], "lt"), 'items'), ...py.call(py.dict.fromkeys(["greater_equal"], "ge"), 'items'), ...py.call(py.dict.fromkeys(["less_equal"], "le"), 'items'), ...py.call(py.dict.fromkeys(["logical_and"], "and"), 'items'), ...py.call(py.dict.fromkeys(["logical_or"], "or"), 'items'), ...py.call(py.dict.fromkeys(["logical_not"], "not"), 'items'), ...py.call(py.dict.fromkeys(["MSELoss", "mean_squared_error", "losses.mse", "losses.MSE"], "mse_loss"), 'items'), ...py.call(py.dict.fromkeys(["losses.MeanSquaredError", "optax.squared_error"], "mse_loss"), 'items'), ...py.call(py.dict.fromkeys(["L1Loss", "mean_absolute_error", "losses.mae", "losses.MAE", "MeanAbsoluteError"], "l1_loss"), 'items'), ...py.call(py.dict.fromkeys(["SmoothL1Loss"], "smooth_l1_loss"), 'items'), ...py.call(py.dict.fromkeys(["HuberLoss", "losses.huber", "losses.Huber"], "huber_loss"), 'items'), ...py.call(py.dict.fromkeys(["SoftMarginLoss"], "soft_margin_loss"), 'items'), ...py.call(py.dict.fromkeys(["losses.hinge", "losses.Hinge", "optax.hinge_loss"], "label_hinge"), 'items'), ...py.call(py.dict.fromkeys(["losses.squared_hinge", "losses.SquaredHinge"], "label_squared_hinge"), 'items'), ...py.call(py.dict.fromkeys(["losses.log_cosh", "losses.logcosh", "losses.LogCosh", "optax.log_cosh"], "error_log_cosh"), 'items'), ...py.call(py.dict.fromkeys(["BCELoss"], "binary_cross_entropy"), 'items'), ...py.call(py.dict.fromkeys(["BCEWithLogitsLoss", "sigmoid_binary_cross_entropy"], "binary_cross_entropy_with_logits"), 'items'), ...py.call(py.dict.fromkeys(["losses.BinaryCrossentropy"], "binary_crossentropy"), 'items'), ...py.call(py.dict.fromkeys(py.call($_IDENTITIES, "split"), "identity"), 'items'), ...py.call(py.dict.fromkeys(py.call($_MEANS, "split"), "mean"), 'items'), ...py.call(py.dict.fromkeys(py.call($_SUMS$1, "split"), "sum"), 'items'), ...py.call(py.dict.fromkeys(py.call($_HIGHEST, "split"), "max"), 'items'), ...py.call(py.dict.fromkeys(py.call($_LOWEST, "split"), "min"), 'items')]);
$KEYWORDS = py.dict([["low", "min a_min min_value clip_value_min min_val lo"], ["high", "max a_max max_value clip_value_max max_val hi"], ["x", "input self features a x1 base_value"], ["y", "other exponent x2 b values"], ["slope", "negative_slope"], ["label", "target targets labels y_true"], ["output", "logits y_pred input predictions predictor"], ["condition", "test pred predicate"]]);
$_IGNORED = "axis dim keepdims keepdim keep_dims dtype name out reduction inplace size_average reduce device\ncasting where initial requires_grad";
$IGNORED = py.frozenset(py.call($_IGNORED, "split"));
$SPELLINGS$1 = py.dict([["log2", ["x", "log(x)/log(2)"]], ["log10", ["x", "log(x)/log(10)"]], ["exp2", ["x", "2^x"]], ["logit", ["x", "log(x/(1 - x))"]], ["softplus", ["x beta=1 threshold=20", "softplus(beta*x)/beta"]], ["logsigmoid", ["x", "-softplus(-x)"]], ["log1mexp", ["x", "log(1 - exp(x))"]], ["square", ["x", "x^2"]], ["cube", ["x", "x^3"]], ["squared_difference", ["x y", "(x - y)^2"]], ["power", ["x y", "x^y"]], ["rsqrt", ["x", "1/sqrt(x)"]], ["cbrt", ["x", "sign(x)*abs(x)^(1/3)"]], ["reciprocal", ["x", "1/x"]], ["Rational", ["x y", "x/y"]], ["negative", ["x", "-x"]], ["positive", ["x", "x"]], ["add", ["x y", "x + y"]], ["subtract", ["x y", "x - y"]], ["multiply", ["x y", "x*y"]], ["divide", ["x y", "x/y"]], ["hypot", ["x y", "sqrt(x^2 + y^2)"]], ["sech", ["x", "1/cosh(x)"]], ["sec", ["x", "1/cos(x)"]], ["cot", ["x", "1/tan(x)"]], ["coth", ["x", "1/tanh(x)"]], ["sinc", ["x", "sin(pi*x)/(pi*x)"]], ["erfc", ["x", "2*ndtr(-sqrt(2)*x)"]], ["norm.pdf", ["x", "exp(-x^2/2)/sqrt(2*pi)"]], ["relu", ["x", "max(0, x)"]], ["relu6", ["x", "min(max(0, x), 6)"]], ["hardsigmoid", ["x", "min(max(x/6 + 1/2, 0), 1)"]], ["leaky_relu", ["x slope=0.01", "x if x > 0 else slope*x"]], ["elu", ["x alpha=1", "x if x > 0 else alpha*expm1(x)"]], ["celu", ["x alpha=1", "x if x > 0 else alpha*expm1(x/alpha)"]], ["gelu", ["x", "x*ndtr(x)"]], ["silu", ["x", "x*sigmoid(x)"]], ["mish", ["x", "x*tanh(softplus(x))"]], ["softsign", ["x", "x/(1 + abs(x))"]], ["hardtanh", ["x low=-1 high=1", "min(max(x, low), high)"]], ["clamp_min", ["x low", "max(x, low)"]], ["clamp_max", ["x high", "min(x, high)"]], ["unit_step", ["x", "x >= 0"]], ["l2_loss", ["output label=0", "(output - label)^2/2"]], ["K.epsilon", ["", "1e-7"]], ["backend.epsilon", ["", "1e-7"]], ["zeros_like", ["x", "0"]], ["ones_like", ["x", "1"]], ["zeros", ["x=1", "0"]], ["ones", ["x=1", "1"]], ["rel_entr", ["x y", "x*log(x/y)"]], ["kl_div", ["x y", "x*log(x/y) - x + y"]], ["entr", ["x", "-xlogy(x, x)"]], ["gt", ["x y", "x > y"]], ["lt", ["x y", "x < y"]], ["ge", ["x y", "x >= y"]], ["le", ["x y", "x <= y"]], ["special.huber", ["delta x", "x^2/2 if abs(x) <= delta else delta*(abs(x) - delta/2)"]], ["special.pseudo_huber", ["delta x", "delta^2*(sqrt(1 + (x/delta)^2) - 1)"]], ["mse_loss", ["output label", "(output - label)^2"]], ["l1_loss", ["output label", "abs(output - label)"]], ["smooth_l1_loss", ["output label beta=1", "(output - label)^2/(2*beta) if abs(output - label) < beta else abs(output - label) - beta/2"]], ["huber_loss", ["output label delta=1", "(output - label)^2/2 if abs(output - label) <= delta else delta*(abs(output - label) - delta/2)"]], ["error_log_cosh", ["output label", "logcosh(output - label)"]], ["label_hinge", ["output label", "max(0, 1 - label*output)"]], ["label_squared_hinge", ["output label", "max(0, 1 - label*output)^2"]], ["soft_margin_loss", ["output label", "log(1 + exp(-(label*output)))"]], ["binary_cross_entropy", ["output label", "-(label*log(output) + (1 - label)*log(1 - output))"]], ["binary_crossentropy", ["label output", "-(label*log(output) + (1 - label)*log(1 - output))"]], ["binary_cross_entropy_with_logits", ["output label", "softplus(output) - label*output"]], ["sigmoid_cross_entropy_with_logits", ["label output", "softplus(output) - label*output"]]]);
$_SPECIAL = "identity mean sum max min clip where select heaviside log logaddexp indicator and or not";
$SPECIAL = py.frozenset(py.call($_SPECIAL, "split"));
$BARE = py.frozenset(py.set(["log", "exp", "sin", "cos", "tan", "tanh", "sinh", "cosh", "log2", "log10", "sigmoid", "logcosh"]));
$Spelling = py.makeClass({name: "Spelling", base: null, fields: [{name: "parameters"}, {name: "defaults"}, {name: "tree"}], constants: {}, methods: {}, getters: {}});
$MAX_LENGTH$1 = 1000;
$MAX_NAME = 40;
$_ENVIRONMENTS = "\\{(?:[a-z]*(?:cases|array|matrix)|aligned|gathered|split)\\*?\\}";
$_PATTERNS = py.dict([["space", "[ \\t\\r\\n\\u00a0\\u2009\\u200a\\u202f\\u2061-\\u2064\\ufe0f]+|&(?=\\s*=)|\\.(?=[-+*/^<>(])|\\\\left\\s*\\\\(?:\\{|lbrace)(?=\\s*\\\\begin)|\\\\(?:left|right)\\s*\\."], ["begin", ("\\\\begin" + py.format($_ENVIRONMENTS, "") + "(?:\\{(?:[lcr@ |]|\\{\\})*\\})?")], ["finish", ("\\\\end" + py.format($_ENVIRONMENTS, ""))], ["half", "\\\\[dtc]?frac\\s*(?P<above>[0-9])\\s*(?P<below>[0-9])"], ["font", ("\\\\(?:" + py.format(py.call("|", "join", $FONTS), "") + ")\\*?(?:\\s*\\{(?P<word>[^{}\\\\]*)\\}|\\s+(?P<letter>\\w)|(?P<digit>\\d))")], ["newline", "\\\\\\\\(?:\\[[^\\]]*\\])?"], ["command", "\\\\(?:[A-Za-z]+|[^A-Za-z\\s]|\\s)"], ["number", "(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][-+]?[0-9]+)?"], ["superscript", ("[" + py.format(py.call("", "join", $SUPERSCRIPTS), "") + "]+")], ["hat", "(?P<base>[A-Za-z\u03b1-\u03c9])\u0302"], ["sign", "\\*\\*|<=|>=|==|!=|:=|&&|."]]);
$_SUBSCRIPT = "(?<=_)[A-Za-z0-9](?![A-Za-z0-9_]*\\})";
$_PYTHON = $_pattern(py.dict([["name", "[A-Za-z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)*(?!\\u0302)"], ["number", "(?:[0-9]+(?:_[0-9]{3})*\\.?[0-9]*|\\.[0-9]+)(?:[eE][-+]?[0-9]+)?"]]));
$_LATEX = $_pattern(py.dict([["mark", "\\\\(?:label|tag)\\s*\\{[^{}]*\\}"], ["tie", "~"], ["subscript", $_SUBSCRIPT], ["name", "[A-Za-z]+(?!\\u0302)"]]));
$Token = py.makeClass({name: "Token", base: null, fields: [{name: "kind"}, {name: "text"}, {name: "column"}, {name: "is_tight", default: () => false}, {name: "is_greek", default: () => false}], isTuple: true, constants: {}, methods: {}, getters: {}});
$MAX_NODES = 500;
$MAX_HEIGHT = 128;
$_CLOSES$1 = py.dict([["(", ")"], ["[", "]"], ["{", "}"]]);
$_EQUALS = py.frozenset(py.set(["=", "==", "!=", ":="]));
$Grammar = py.makeClass({name: "Grammar", base: null, fields: [{name: "formula"}, {name: "value"}, {name: "operand"}, {name: "atom"}, {name: "starts_operand"}], constants: {}, methods: {}, getters: {}});
$Stream = py.makeClass({name: "Stream", base: null, fields: [{name: "tokens"}, {name: "grammar"}, {name: "parameters"}, {name: "loss_tree"}, {name: "is_latex"}, {name: "index", default: () => ""}, {name: "position", default: () => 0}, {name: "depth", default: () => 0}, {name: "bars", default: () => 0}, {name: "copied", default: () => 0}, {name: "counts", default: () => py.set()}, {name: "notes", default: () => py.list()}], constants: {}, methods: {ahead: (() => {
function $method(self, count = 1) {
return py.get(self.tokens, py.min(py.add(self.position, count), py.sub(py.len(self.tokens), 1)));
return null;
}
$method.parameters = ["self", "count"];
return $method;
})(), next: (() => {
function $method(self) {
let token;
token = self.token;
self.position = py.iadd(self.position, !py.eq(token.kind, "end"));
return token;
return null;
}
$method.parameters = ["self"];
return $method;
})(), at: (() => {
function $method(self, ...texts) {
return py.and(!py.eq(self.token.kind, "end"), () => py.contains(texts, self.token.text));
return null;
}
$method.parameters = ["self"];
return $method;
})(), take: (() => {
function $method(self, ...texts) {
return (py.truth(self.at(...py.iter(texts))) ? self.next().text : "");
return null;
}
$method.parameters = ["self"];
return $method;
})(), take_kind: (() => {
function $method(self, kind) {
let is_it;
is_it = py.eq(self.token.kind, kind);
self.position = py.iadd(self.position, is_it);
return is_it;
return null;
}
$method.parameters = ["self", "kind"];
return $method;
})(), expect: (() => {
function $method(self, text) {
if (!py.truth(self.take(text))) {
self.fail(("expected '" + py.format(text, "") + "'"));
}
return null;
}
$method.parameters = ["self", "text"];
return $method;
})(), fail: (() => {
function $method(self, message) {
let token, text, hint;
token = self.token;
if ((py.contains($_EQUALS, token.text))) {
throw $FormulaError((py.format($quote(token.text), "") + " at column " + py.format(token.column, "") + " is not part of a formula; conditions are < <= > >="));
}
text = ((py.eq(token.kind, "end")) ? "the end" : $quote(token.text));
hint = self.decimal_comma();
throw $FormulaError(py.add((py.format(message, "") + " at column " + py.format(token.column, "") + " of the formula, found " + py.format(text, "")), (py.truth(hint) ? ("; " + py.format(hint, "")) : "")));
return null;
}
$method.parameters = ["self", "message"];
return $method;
})(), decimal_comma: (() => {
function $method(self) {
let known, right, comma, left, $0;
known = py.slice(self.tokens, null, py.add(self.position, 2), null);
for ($0 of py.iter(py.callWith(py.zip, [known, py.slice(known, 1, null, null), py.slice(known, 2, null, null)], {strict: false}))) {
[left, comma, right] = py.iter($0);
if (((py.eq([left.kind, comma.text, right.kind], ["number", ",", "number"])) && py.truth(comma.is_tight) && py.truth(right.is_tight))) {
return (py.truth(py.call(py.add(left.text, right.text), "isdecimal")) ? ("write " + py.format(left.text, "") + "." + py.format(right.text, "") + " with a point") : "");
}
}
return "";
return null;
}
$method.parameters = ["self"];
return $method;
})(), stop: (() => {
function $method(self, token, message, hint) {
throw $FormulaError(py.add((py.format(message, "") + " at column " + py.format(token.column, "")), (py.truth(hint) ? ("; " + py.format(hint, "")) : "")));
return null;
}
$method.parameters = ["self", "token", "message", "hint"];
return $method;
})(), note: (() => {
function $method(self, sentence) {
if ((!py.contains(self.notes, sentence))) {
py.call(self.notes, "append", sentence);
}
return null;
}
$method.parameters = ["self", "sentence"];
return $method;
})(), nest: (() => {
function $method(self, read) {
let tree;
self.depth = py.iadd(self.depth, 1);
self.check_depth();
tree = read(self);
self.depth = py.sub(self.depth, 1);
return tree;
return null;
}
$method.parameters = ["self", "read"];
return $method;
})(), check_depth: (() => {
function $method(self, more = 0) {
if ((py.lt($MAX_DEPTH, py.add(self.depth, more)))) {
throw $FormulaError(("the formula is nested more than " + py.format($MAX_DEPTH, "") + " deep at column " + py.format(self.token.column, "")));
}
return null;
}
$method.parameters = ["self", "more"];
return $method;
})(), inner: (() => {
function $method(self) {
let bars, tree;
[bars, self.bars] = py.iter([self.bars, 0]);
tree = self.nest(self.grammar.formula);
self.bars = bars;
return tree;
return null;
}
$method.parameters = ["self"];
return $method;
})(), brackets: (() => {
function $method(self) {
let closing, tree;
closing = py.get($_CLOSES$1, self.next().text);
tree = self.inner();
if (py.truth(self.take("over"))) {
tree = $Call("/", [tree, self.inner()]);
}
self.expect(closing);
return tree;
return null;
}
$method.parameters = ["self"];
return $method;
})(), skip_group: (() => {
function $method(self) {
let opening, open_brackets, texts;
opening = self.next().text;
if ((!py.contains($_CLOSES$1, opening))) {
return opening;
}
[texts, open_brackets] = py.iter([[], 1]);
while (py.truth(open_brackets)) {
if ((py.eq(self.token.kind, "end"))) {
self.fail(("expected '" + py.format(py.get($_CLOSES$1, opening), "") + "'"));
}
open_brackets = py.iadd(open_brackets, self.at(...py.iter($_CLOSES$1)));
open_brackets = py.sub(open_brackets, self.at(...py.iter($_CLOSES$1.values())));
py.call(texts, "append", self.next().text);
}
return py.call("", "join", py.slice(texts, null, py.neg(1), null));
return null;
}
$method.parameters = ["self"];
return $method;
})(), copy: (() => {
function $method(self, tree) {
self.copied = py.iadd(self.copied, $_size$2(tree));
if ((py.lt($MAX_NODES, self.copied))) {
throw $FormulaError("the formula is too large, written out; make it shorter");
}
return tree;
return null;
}
$method.parameters = ["self", "tree"];
return $method;
})()}, getters: {token: (() => {
function $method(self) {
return py.get(self.tokens, self.position);
return null;
}
$method.parameters = ["self"];
return $method;
})()}});
$_MIRRORED = py.dict([["<", ">"], ["<=", ">="], [">", "<"], [">=", "<="]]);
$_OPPOSITES = py.dict([["<", ">="], ["<=", ">"], [">", "<="], [">=", "<"]]);
$_CLOSES = py.dict([["(", ")"], ["[", "]"], ["{", "}"]]);
$_LISTS = py.dict([["max", ["["]], ["min", ["["]], ["select", ["[", "(", "{"]]]);
$Arguments = py.makeClass({name: "Arguments", base: null, fields: [{name: "positional"}, {name: "keywords"}], constants: {}, methods: {named: (() => {
function $method(self, stream, token, parameters, defaults) {
let found, hint, given, count, most, fewest;
found = py.dict([...py.call(defaults, 'items'), ...py.call(self.optional(stream, token, parameters), 'items')]);
if (((py.lt(py.len(found), py.len(parameters))) || (py.lt(py.len(parameters), py.len(self.positional))))) {
[fewest, most] = py.iter([py.sub(py.len(parameters), py.len(defaults)), py.len(parameters)]);
count = ((py.eq(fewest, most)) ? py.str(most) : (py.format(fewest, "") + " to " + py.format(most, "")));
given = py.add(py.len(self.positional), py.len(self.keywords));
hint = stream.decimal_comma();
stream.stop(token, (py.format($quote(token.text), "") + " takes " + py.format(count, "") + " argument" + py.format(py.mul("s", py.lt(1, most)), "") + ", not " + py.format(given, "")), hint);
}
return found;
return null;
}
$method.parameters = ["self", "stream", "token", "parameters", "defaults"];
return $method;
})(), optional: (() => {
function $method(self, stream, token, parameters) {
let values, name, value, key, $0;
values = py.dict(py.callWith(py.zip, [parameters, self.positional], {strict: false}));
for ($0 of py.iter(self.keywords.items())) {
[key, value] = py.iter($0);
name = py.next((function* ($source) { for (const own of $source) if (((py.eq(key, own)) || (py.contains(py.call($KEYWORDS.get(own, ""), "split"), key)))) yield own; })(py.iter(parameters)), key);
if (((!py.contains(parameters, name)) || (py.contains(values, name)))) {
stream.stop(token, (py.format($quote(token.text), "") + " has no argument " + py.format($quote(key), "") + " here"), "leave it out");
}
py.put(values, name, value);
}
return py.dict((function* ($source) { for (const [name, value] of $source) if (((value !== null))) yield [name, value]; })(py.iter(values.items())));
return null;
}
$method.parameters = ["self", "stream", "token", "parameters"];
return $method;
})()}, getters: {trees: (() => {
function $method(self) {
return py.tuple((function* ($source) { for (const tree of $source) if (((tree !== null))) yield tree; })(py.iter(self.positional)));
return null;
}
$method.parameters = ["self"];
return $method;
})(), given: (() => {
function $method(self) {
return py.dict((function* ($source) { for (const [key, tree] of $source) if (((tree !== null))) yield [key, tree]; })(py.iter(self.keywords.items())));
return null;
}
$method.parameters = ["self"];
return $method;
})()}});
[$_ZERO$2, $_ONE$3, $_INFINITY] = py.iter([$Number(0.0), $Number(1.0), $Number(py.math.inf)]);
$SPECIAL_CALLS = py.dict([["identity", $_first], ["mean", py.functools.partial($_dropped, "mean")], ["sum", py.functools.partial($_dropped, "sum")], ["max", py.functools.partial($_extreme, "max")], ["min", py.functools.partial($_extreme, "min")], ["clip", $_clip], ["where", $_where$1], ["select", $_select], ["heaviside", $_heaviside], ["log", $_log], ["logaddexp", $_logaddexp], ["and", py.functools.partial($_joined, $both)], ["or", py.functools.partial($_joined, $either)], ["not", $_not], ["indicator", $_indicator]]);
$_CONSTANTS = py.dict([["e", $Name("e")], ["pi", $Name("pi")], ["inf", $Number(py.float("inf"))], ["E", $Name("e")]]);
$_IN_SAMPLES = py.frozenset(",;_^{}()");
$_OPENINGS = ["(", "[", "{"];
$_OF_FUNCTIONS = $IGNORED.union(...py.iter((function* ($source) { for (const words of $source) yield py.call(words, "split"); })(py.iter($KEYWORDS.values()))), "xyz");
$_SUGGESTIONS = ["exp", "log", "abs", "sqrt", "max", "min", "clip", "where", "softplus", "sigmoid", "cosh"];
$_IF = ["if", "for", "when", "where", "as", ",", "&"];
$_OTHERWISE = ["otherwise", "else", "elsewhere", "ow", "o.w"];
$_NO_ATOM = "expected a number, a name or '('";
$_READERS = py.dict([["number", $_number$1], ["name", $_word], ["command", $command], ["begin", $cases]]);
$GRAMMAR = $Grammar($formula, $compare, $operand, $atom$1, $starts_operand);
[$_W, $_X] = py.iter(["(?:w|W|theta|beta|\\{ theta \\}|\\{ beta \\})", "(?:x|X)"]);
$_T = "(?:(?:T|top|intercal)|\\{ (?:T|top|intercal) \\})";
$_ARGUMENTS = ("\\( (?:" + py.format($_W, "") + " , " + py.format($_X, "") + "|" + py.format($_X, "") + " , " + py.format($_W, "") + ") \\)");
$_PRODUCT = py.call("|", "join", [(py.format($_W, "") + " [*@] " + py.format($_X, "")), (py.format($_X, "") + " [*@] " + py.format($_W, "")), ("(?:\\w+ \\. )?(?:dot|inner|matmul) " + py.format($_ARGUMENTS, "")), (py.format($_X, "") + " \\. dot \\( " + py.format($_W, "") + " \\)"), (py.format($_W, "") + " (?:\\. T )?\\. dot \\( " + py.format($_X, "") + " \\)"), (py.format($_W, "") + " \\. T @ " + py.format($_X, "")), (py.format($_W, "") + " \\^ " + py.format($_T, "") + " " + py.format($_X, "")), (py.format($_X, "") + " \\^ " + py.format($_T, "") + " " + py.format($_W, ""))]);
$_INDEX = py.re.compile(("_ ?(?:\\{ )?([" + py.format(py.call("", "join", $INDICES), "") + "])(?!\\w)"));
$_SCORE = py.re.compile(("(?<!\\S)(?:(?<=\\( )(?:" + py.format($_PRODUCT, "") + ") [-+] b(?= \\))|" + py.format($_PRODUCT, "") + ")(?!\\S)"));
[$_ZERO$1, $_ONE$2] = py.iter([$Number(0.0), $Number(1.0)]);
[$_M, $_R, $_P, $_F, $_Y] = py.iter(py.map($Name, "mrpfy"));
$_MINUS_R = $Call("neg", [$_R]);
$_EVEN = py.frozenset(py.set(["abs", "cosh", "logcosh", "hypot1", "hypotm1", "versin"]));
$_OTHER_OUTPUTS = ["p", "q", "x"];
$_DROPPED = py.dict([["mean", "the mean is dropped: a curve is one example's loss"], ["sum", "the sum is dropped: a curve is one example's loss"]]);
$Meaning = py.makeClass({name: "Meaning", base: null, fields: [{name: "tree"}, {name: "notes", default: () => []}, {name: "is_margin_product", default: () => false}, {name: "label", default: () => ""}], constants: {}, methods: {}, getters: {}});
$Typed = py.makeClass({name: "Typed", base: null, fields: [{name: "tree"}, {name: "names"}, {name: "notes", default: () => []}, {name: "is_margin_product", default: () => false}, {name: "label", default: () => ""}], constants: {}, methods: {}, getters: {}});
$_LABEL = "y";
$LOGIT = py.callWith(py.dataclasses.replace, [$SCORE], {variable: "m", label: "logit *m* of the forecast"});
$Given = py.makeClass({name: "Given", base: null, fields: [{name: "curve"}, {name: "sign", default: () => 1.0, isFloat: true}, {name: "is_of_score", default: () => false}, {name: "order", default: () => 1}], constants: {}, methods: {at: (() => {
function $method(self, x) {
return py.add(py.mul(self._factor, self.curve.jet(self.turned(x)).value), 0.0);
return null;
}
$method.parameters = ["self", "x"];
return $method;
})(), turned: (() => {
function $method(self, x) {
return py.mul(self._turn, x);
return null;
}
$method.parameters = ["self", "x"];
return $method;
})(), exactly: (() => {
function $method(self, x, digits) {
return py.mul(py.decimal.Decimal(self._factor), py.unavailable(self.curve, py.mul(self._turn, x), 0, digits));
return null;
}
$method.parameters = ["self", "x", "digits"];
return $method;
})(), _as_derivative: (() => {
function $method(self, tree) {
let variable;
if ((py.lt(self._turn, 0.0))) {
variable = self.curve.axis.variable;
tree = $substitute(tree, py.dict([[variable, $Call("neg", [$Name(variable)])]]));
}
return ((py.eq(self._factor, 1.0)) ? tree : $Call("*", [$Number(self._factor), tree]));
return null;
}
$method.parameters = ["self", "tree"];
return $method;
})()}, getters: {_turn: (() => {
function $method(self) {
return (py.truth(self.is_of_score) ? self.sign : 1.0);
return null;
}
$method.parameters = ["self"];
return $method;
})(), _factor: (() => {
function $method(self) {
return py.pow(self.sign, self.order);
return null;
}
$method.parameters = ["self"];
return $method;
})(), tree: (() => {
function $method(self) {
return self._as_derivative(self.curve.tree);
return null;
}
$method.parameters = ["self"];
return $method;
})(), notation: (() => {
function $method(self) {
return self._as_derivative($bind(self.curve.notation, self.curve.parameters, self.curve.axis.variable));
return null;
}
$method.parameters = ["self"];
return $method;
})()}});
$Stretch = py.makeClass({name: "Stretch", base: null, fields: [{name: "low", isFloat: true}, {name: "high", isFloat: true}], isTuple: true, constants: {}, methods: {}, getters: {}});
$Hint = py.makeClass({name: "Hint", base: null, fields: [{name: "kind"}, {name: "words", default: () => ""}], constants: {}, methods: {}, getters: {}});
$Verdict = py.makeClass({name: "Verdict", base: null, fields: [{name: "what"}, {name: "equal"}, {name: "tolerance", isFloat: true}, {name: "x", default: () => null}, {name: "given", default: () => null}, {name: "exact", default: () => null}, {name: "interval", default: () => null}, {name: "stretches", default: () => []}, {name: "notes", default: () => []}, {name: "is_kink_only", default: () => false}, {name: "parameters", default: () => []}, {name: "hint", default: () => null}, {name: "is_safe", default: () => false}], constants: {}, methods: {}, getters: {difference: (() => {
function $method(self) {
let high, low;
if ((((self.given === null)) || ((self.exact === null)))) {
return null;
}
if (((self.interval === null))) {
return py.sub(self.given, self.exact);
}
[low, high] = py.iter(self.interval);
return (!py.truth(py.math.isnan(self.given)) ? py.sub(self.given, py.min(py.max(self.given, low), high)) : py.math.nan);
return null;
}
$method.parameters = ["self"];
return $method;
})(), record: (() => {
function $method(self) {
let numbers;
numbers = py.dict([["x", self.x], ["given", self.given], ["exact", self.exact], ["difference", self.difference]]);
return py.dict([["equal", self.equal], ...py.call(py.dict((function* ($source) { for (const [name, value] of $source) yield [name, (((value === null)) ? null : py.unavailable(value))]; })(py.iter(numbers.items()))), 'items'), ["tolerance", self.tolerance], ["interval", (((self.interval === null)) ? null : [...py.iter(self.interval)])], ["stretches", py.list((function* ($source) { for (const stretch of $source) yield py.list((function* ($source) { for (const end of $source) yield py.unavailable(end); })(py.iter(stretch))); })(py.iter(self.stretches)))], ["overflows", py.list((function* ($source) { for (const [x, value] of $source) yield py.dict([["x", x], ["value", py.unavailable(value)]]); })(py.iter(self.notes)))], ["parameters", py.dict(self.parameters)], ["safe", self.is_safe], ["hint", (py.truth(self.hint) ? self.hint.kind : null)]]);
return null;
}
$method.parameters = ["self"];
return $method;
})()}});
$MOST_DIGITS = 9;
$_LARGEST_DENOMINATOR$1 = 64;
$UNKNOWN = 17;
[$OWN, $_PREFERRED] = py.iter([3, 0.25]);
$_ROUNDING$4 = 1e-13;
$Numeral = py.makeClass({name: "Numeral", base: null, fields: [{name: "value", isFloat: true}, {name: "words"}, {name: "digits", isFloat: true}], constants: {}, methods: {}, getters: {}});
$_MOST = 3;
$_HINTS = py.dict([["sign", "it is minus the derivative: the sign is turned"], ["factor", "it is {words} times the derivative"], ["constant", "it is the derivative plus {words}"], ["loss", "it is the loss itself, not its derivative"], ["variable", "it is the derivative by {words}, not by {variable}"], ["mirror", "it is the derivative at \u2212{variable}: the variable has the wrong sign"], ["size", "it is the size of the derivative: the sign is missing"]]);
const NEEDLESS_SPACE = new RegExp("(?<=[\u3040-\u9fff]) (?=[\u3040-\u9fff])|(?<=[\u3000-\u303f\uff00-\uff60]) | (?=[\u3000-\u303f\uff00-\uff60])", 'g');
const VERDICTS = {"zh": {"gradient": "梯度", "Hessian": "二阶导数", "the {what} is right: it is that of {loss}, to {tolerance}": "{what}正确：与 {loss} 的精确值一致，误差不超过 {tolerance}", "the {what} is wrong: it is not that of {loss}{at}": "{what}错误：不是 {loss} 的{at}", ", for {values}": "（{values}）", "at the kink {variable} = {x} it is {given}, and any number from {low} to {high} would do": "在尖点 {variable} = {x} 处为 {given}，而 {low} 到 {high} 之间的任何数都可以", "at {variable} = {x} it is {given} and should be {exact}: a difference of {off}": "在 {variable} = {x} 处为 {given}，应为 {exact}：相差 {off}", "it is positive where the exact one is not, as libraries want it": "在精确值不为正的地方它为正，符合各库的要求", "it differs everywhere": "处处不同", "it differs {stretches}": "不同之处：{stretches}", "for {variable} < {x}": "{variable} < {x}", "for {variable} > {x}": "{variable} > {x}", "from {variable} = {low} to {high}": "{variable} 从 {low} 到 {high}", "it is minus the derivative: the sign is turned": "它是导数的相反数：符号反了", "it is {words} times the derivative": "它是导数的 {words} 倍", "it is the derivative plus {words}": "它是导数加 {words}", "it is the loss itself, not its derivative": "它是损失本身，不是导数", "it is the derivative by {words}, not by {variable}": "它是对 {words} 的导数，不是对 {variable} 的", "it is the derivative at −{variable}: the variable has the wrong sign": "它是 −{variable} 处的导数：变量的符号反了", "it is the size of the derivative: the sign is missing": "它是导数的绝对值：缺少符号", "as it was typed it overflows: it is {value} at {variable} = {x}, where doubles end": "按原样计算会溢出：在 {variable} = {x} 处得到 {value}，已超出双精度范围", "exact": "精确", "given": "所给", "{sum}, where {values}": "{sum}，其中 {values}", "{loss} at p = sigmoid({variable})": "{loss}（p = sigmoid({variable})）", "{loss} at {place}": "{loss}（在 {place} 处）", "largest difference {difference}": "最大差 {difference}", "no loss of the catalogue is this; the nearest are": "目录中没有这种损失；最接近的是", "{words} and {last}": "{words} 和 {last}", ", ": "、"}};
const FORMULAS = { check_move: $check_move, read_given: $read_given, Hint: $Hint, Stretch: $Stretch, Verdict: $Verdict, UNKNOWN: $UNKNOWN, numeral: $numeral, read_curves: $read_curves, switches: $switches, GREEK: $GREEK, FormulaError: $FormulaError, verdict_sentences: $verdict_sentences };
const formula_lossesModule = (function () {
const { jetOf } = formula_jetsModule;
const { py } = python_libraryModule;
const LONGEST_NAME = 40;
const MOST = 32;
const REAL = [-Infinity, Infinity, false, false];
const LARGEST = 1e100;
const SIZES = [1e-100, LARGEST];
const known = new Map();
function readFormula(text) {
return attempt(() => FORMULAS.read_curves([text]).map((curve) => ({ loss: lossOf(curve), values: curve.values.map(Number) })));
}
function readGradient(spec, text) {
return attempt(() => {
const [loss] = FORMULAS.read_curves([spec]);
return FORMULAS.read_given(text, loss, 1).map(({ curve, sign, is_of_score: isOfScore }) => {
const { functions, switches } = computed(curve);
const turn = isOfScore ? sign : 1;
const { low, high } = curve.domain;
const at = (x) => (turn * x < low || turn * x > high ? NaN : sign * functions[0](turn * x) + 0);
return { at, switches: switches.map((each) => (x) => each(turn * x)), sign };
});
});
}
function sentencesOn(facts, spec, variable, code) {
const filled = (words, values) => words.replace(/\{(\w+)\}/g, (_, name) => values[name]).replace(NEEDLESS_SPACE, "");
const say = (words, values = {}) => filled(VERDICTS[code]?.[words] ?? words, values);
const listed = ([...first]) => {
const last = first.pop();
return first.length ? say("{words} and {last}", { words: first.join(say(", ")), last }) : last;
};
const language = Object.assign(say, { takesNames: true, listed });
const { hint, stretches = [], ...others } = facts;
const fields = { what: "gradient", ...others, stretches: stretches.map((each) => FORMULAS.Stretch(...each)), hint: hint ? FORMULAS.Hint(hint.kind, hint.words) : null };
return FORMULAS.verdict_sentences(py.callWith(FORMULAS.Verdict, [], fields), spec, variable, language);
}
function numeralOf(value) {
const { words, digits } = FORMULAS.numeral(value, 1e-7);
return { words, isShort: digits < FORMULAS.UNKNOWN };
}
function attempt(read) {
try {
return read();
} catch (error) {
throw Object.assign(new Error("formula"), { words: error.__str__?.() ?? "", cause: error });
}
}
function lossOf(curve) {
const { loss, axis } = curve;
if (!loss.is_typed) return loss.name;
const name = curve.label ? `${curve.label} = ${loss.name}` : loss.name;
const usual = curve.values.map(Number);
const id = JSON.stringify([name, loss.parameters.map((each) => each.name)]);
if (!known.has(id)) {
const bound = binder(curve);
bound(usual);
const shown = curve.label || loss.name;
known.set(id, {
name,
body: loss.name,
label: { en: axis.label },
names: { en: shown.length > LONGEST_NAME ? `${shown.slice(0, LONGEST_NAME - 1)}…` : shown },
axis: axis.name,
variable: axis.variable,
domain: [axis.domain.low, axis.domain.high],
axisView: axis.view,
requires: "values with which it can be computed",
parameters: loss.parameters.map((each, i) => ({ name: each.name, symbols: symbolsOf(each.name), default: usual[i], interval: REAL, sizes: SIZES })),
allowed: [(_, ...values) => Number(canCompute(bound, values))],
notes: [...loss.notes],
isTyped: true,
bound,
});
}
return known.get(id);
}
function symbolsOf(name) {
const letter = FORMULAS.GREEK.get(name);
return letter ? { en: letter } : {};
}
function canCompute(bound, values) {
try {
return values.every((value) => Math.abs(value) <= LARGEST) && Boolean(bound(values));
} catch {
return false;
}
}
function binder(curve) {
const done = new Map();
return (values) => {
const id = values.join();
if (done.size > MOST) done.clear();
if (!done.has(id)) done.set(id, computed(py.dataclasses.replace(curve, { values: [...values] })));
return done.get(id);
};
}
function computed({ tree, axis }) {
const jet = jetOf(tree, axis.variable, formulaFunctions, fail);
const switches = [...new Set(FORMULAS.switches(tree, axis.variable))].filter(hasEdge);
return {
functions: [0, 1, 2].map((order) => (x) => (jet(x)[order] ?? 0) + 0),
switches: switches.map((each) => jetOf(each, axis.variable, formulaFunctions, fail)).map((part) => (x) => part(x)[0]),
};
}
function hasEdge(tree) {
return tree.function !== "max" || tree.arguments[0].value !== 0;
}
function fail(words) {
throw FORMULAS.FormulaError(words);
}
return { readFormula, readGradient, sentencesOn, numeralOf };
})();
lossplot.formulas = formula_lossesModule;
})();
