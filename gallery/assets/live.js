/* Made by lossplot gallery; seal 516a85ef81844728 */
(function () {
"use strict";
const lossplot = (globalThis.lossplot ??= { losses: {} });

const MESSAGES = {
  "zh": {
    "loss": "损失",
    "derivative": "导数",
    "second derivative": "二阶导数",
    "weight": "权重",
    "risk": "风险",
    "risk at η = {eta}": "风险（η = {eta}）",
    "loss, scaled to 1 at m = 0": "损失（缩放至 m = 0 处为 1）",
    "minimiser": "极小点",
    "margin": "间隔",
    "error": "误差",
    "probability": "概率",
    "prediction": "预测值",
    "score": "得分",
    "distance": "距离",
    "similarity": "相似度",
    "corner": "角点",
    "jump": "跳跃",
    "curvature": "曲率突变",
    "a whole number in {domain}": "{domain} 内的整数",
    "{domain} without {holes}": "{domain} 除去 {holes}",
    "{count} losses": "{count} 个损失",
    "1 loss": "1 个损失",
    "Copied": "已复制",
    "Press Ctrl+C": "请按 Ctrl+C",
    "{left} left, {right} right": "左 {left}，右 {right}",
    "undefined": "无定义",
    "Remove {name}": "移除 {name}",
    "{name}: {symbol}": "{name}：{symbol}",
    "{name}: {symbol}, as a number": "{name}：{symbol}，数值",
    "{symbol} = {value} is outside {domain}": "{symbol} = {value} 不在 {domain} 内",
    "{name} needs {condition}": "{name} 要求 {condition}",
    "{symbol} must be {domain}, not {value}": "{symbol} 须为 {domain}，而不是 {value}",
    " or ": " 或 ",
    "{word} is not a number": "{word} 不是数",
    "{symbol}: {word} is not a number": "{symbol}：{word} 不是数",
    "the view must go from a smaller to a larger x": "视图须从较小的 x 到较大的 x",
    "the view is too narrow": "视图太窄",
    "the view must end within ±1e100": "视图须在 ±1e100 之内",
    "the view must overlap {domain}": "视图须与 {domain} 相交",
    "{x} is outside the view": "{x} 在视图之外",
    "The link asks for what cannot be drawn: {words}": "链接所要求的无法绘制：{words}",
    "Light": "浅色",
    "Dark": "深色",
    "As the system": "跟随系统",
    "Compare": "比较",
    "One figure has losses of one axis": "一张图只能有同一横轴的损失"
  }
};

const themes = {"light": {"name": "light", "ground": "#ffffff", "ink": "#22252b", "soft": "#6b7280", "axis": "#8c93a0", "grid": "#e7e9ee", "colours": ["#2248a2", "#cc4c0d", "#0f8669", "#8f46d4", "#6e4600", "#0b99e7", "#da67a9", "#212a3a"], "ramp": ["#6e92e5", "#2853ba", "#0c2258"], "markers": false, "dashes": [[], [], [4.2, 1.5], [1.2, 1.1]]}, "dark": {"name": "dark", "ground": "#16181d", "ink": "#e9ebf0", "soft": "#9aa3b2", "axis": "#646c7a", "grid": "#2a2e36", "colours": ["#7396f5", "#f3925d", "#4cd3ad", "#c8b0ff", "#f0c85b", "#a2fff8", "#de5a6f", "#ffff74"], "ramp": ["#5580d8", "#8fb4ff", "#e6efff"], "markers": false, "dashes": [[], [], [], [4.2, 1.5]]}};
const dashes = [[], [4.2, 1.5], [1.2, 1.1], [5.0, 1.4, 1.2, 1.4], [9.0, 1.8], [3.0, 1.2, 1.2, 1.2, 1.2, 1.2], [7.0, 1.5, 2.6, 1.5], [6.0, 1.4, 6.0, 1.4, 6.0, 3.5], [6.0, 1.4, 1.2, 1.4, 1.2, 1.4, 1.2, 3.5], [6.0, 1.4, 1.2, 1.4, 1.2, 1.4, 6.0, 3.5], [6.0, 1.4, 1.2, 1.4, 6.0, 1.4, 1.2, 3.5], [6.0, 1.4, 1.2, 1.4, 6.0, 1.4, 6.0, 3.5], [6.0, 1.4, 6.0, 1.4, 1.2, 1.4, 1.2, 3.5], [6.0, 1.4, 6.0, 1.4, 1.2, 1.4, 6.0, 3.5], [6.0, 1.4, 6.0, 1.4, 6.0, 1.4, 1.2, 3.5], [6.0, 1.4, 6.0, 1.4, 6.0, 1.4, 6.0, 3.5], [6.0, 1.4, 1.2, 1.4, 1.2, 1.4, 1.2, 1.4, 1.2, 3.5], [6.0, 1.4, 1.2, 1.4, 1.2, 1.4, 1.2, 1.4, 6.0, 3.5], [6.0, 1.4, 1.2, 1.4, 1.2, 1.4, 6.0, 1.4, 1.2, 3.5], [6.0, 1.4, 1.2, 1.4, 1.2, 1.4, 6.0, 1.4, 6.0, 3.5], [6.0, 1.4, 1.2, 1.4, 6.0, 1.4, 1.2, 1.4, 1.2, 3.5], [6.0, 1.4, 1.2, 1.4, 6.0, 1.4, 1.2, 1.4, 6.0, 3.5], [6.0, 1.4, 1.2, 1.4, 6.0, 1.4, 6.0, 1.4, 1.2, 3.5], [6.0, 1.4, 1.2, 1.4, 6.0, 1.4, 6.0, 1.4, 6.0, 3.5]];

const doublesModule = (function () {
// Doubles in their order: neighbours, and bisection to the last bit.

const bits = new DataView(new ArrayBuffer(8));
const SIZE = 0x7fff_ffff_ffff_ffffn;

/** The number of x among all doubles, zero being number 0. */
function ordinal(x) {
  bits.setFloat64(0, x);
  const number = bits.getBigInt64(0);
  return number >= 0n ? number : -(number & SIZE);
}

/** The double whose number is `number`. */
function double(number) {
  bits.setBigInt64(0, number < 0n ? -number : number);
  const size = bits.getFloat64(0);
  return number < 0n ? -size : size;
}

/** The distance from |x| to the next double. */
function ulp(x) {
  const size = Math.abs(x);
  return double(ordinal(size) + 1n) - size;
}

/** The double halfway between a and b in the order of doubles. */
function middle(a, b) {
  return double((ordinal(a) + ordinal(b)) >> 1n);
}

/** The last double where `test` holds, as it does at a, and the next, where it does not, as at b. */
function bisect(test, a, b) {
  let low = ordinal(a);
  let high = ordinal(b);
  while (high - low > 1n) {
    const between = (low + high) >> 1n;
    if (test(double(between))) low = between;
    else high = between;
  }
  return [double(low), double(high)];
}

return { ulp, middle, bisect };
})();

const curveModule = (function () {
// A loss with a value for each of its parameters.

const { ulp } = doublesModule;

// A knot of the first kind breaks the loss, of the second its derivative, of the third its second derivative.
const KINDS = ["jump", "corner", "curvature"];

/** The curve of `loss`: `at` computes the loss (order 0), its derivative (1) or second derivative (2) at any x. */
function makeCurve(loss, values) {
  const bind = (f) => (x) => f(x, ...values);
  const functions = loss.functions.map(bind);
  const switches = loss.switches.map(bind);
  const [low, high] = loss.domain;
  const at = (order, x) => {
    if (x < low || x > high) return NaN;
    const here = functions[order](x);
    const mayBeAlone = order > 0 && Number.isFinite(here) && low < x && x < high;
    return mayBeAlone && switches.some((value) => value(x) === 0) ? correct(functions[order], x, here) : here;
  };
  return { loss, values, switches, at };
}

/** `here`, which is what a derivative is at x where two pieces meet, or the limit where only that point is different. */
function correct(f, x, here) {
  const beside = (side, count) => f(x + side * count * smallStep(x));
  const isLimit = (side) => {
    const [near, far] = [beside(side, NEAREST), beside(side, FAR)];
    const off = Math.abs(here - near);
    return off <= 1e-12 * Math.abs(near) + 1e-80 || off < Math.abs(here - far) / 2;
  };
  const right = beside(+1, NEAREST);
  return !isLimit(-1) && !isLimit(+1) && Math.abs(right) < POLE ? right : here;
}

/** Return the distance from x to its neighbours: to the next double, or at zero far less than anything visible. */
function smallStep(x) {
  return x === 0 ? 2 ** -300 : ulp(x);
}

// Values as large as this beside a place are taken to grow without limit there.
const POLE = 1e15;

// The first neighbour, in such steps, that rounding does not take for the place itself, and one much farther away.
const NEAREST = 3;
const FAR = 2 ** 14;

/** Return true if the derivative of this order breaks at `knot`. */
function breaksAt(knot, order) {
  return KINDS.indexOf(knot.kind) <= order;
}

/** The parameters that are not at their defaults, as pairs of parameter and value. */
function settingsOf({ loss, values }) {
  return loss.parameters.map((parameter, i) => [parameter, values[i]]).filter(([parameter, value]) => value !== parameter.default);
}

/** The words that ask lossplot for this curve: `huber:delta=2`. */
function specOf(curve) {
  const settings = settingsOf(curve).map(([parameter, value]) => `:${parameter.name}=${plainNumber(value)}`);
  return curve.loss.name + settings.join("");
}

/** The curve that words such as `huber:delta=2` ask for, or null where they ask for none of `losses`. */
function readSpec(text, losses) {
  const [name, ...assignments] = text.split(":");
  const loss = losses[name];
  if (!loss) return null;
  const values = loss.parameters.map((parameter) => parameter.default);
  for (const assignment of assignments) {
    const [key, word] = assignment.split("=");
    const place = loss.parameters.findIndex((parameter) => parameter.name === key);
    if (place < 0 || !accepts(loss.parameters[place], readNumber(word))) return null;
    values[place] = readNumber(word);
  }
  return isAllowed(loss, values) ? makeCurve(loss, values) : null;
}

/** Return true if `value` is in the domain of `parameter`: its interval without its holes, and whole if need be. */
function accepts(parameter, value) {
  const fits = contains(parameter.interval, value) && !parameter.holes?.some((hole) => contains(hole, value));
  return fits && (!parameter.integer || Number.isInteger(value));
}

/** Return true if the parameters of `loss` may have these values together. */
function isAllowed(loss, values) {
  return loss.allowed.every((condition) => condition(0, ...values) === 1);
}

function readNumber(word) {
  const text = String(word).trim().replace("\u2212", "-").replace("\u221e", "inf");
  if (/^-?inf$/.test(text)) return text.startsWith("-") ? -Infinity : Infinity;
  return text === "" ? NaN : Number(text);
}

function plainNumber(value) {
  return Number.isFinite(value) ? String(value).replace("e+", "e") : value > 0 ? "inf" : "-inf";
}

function contains([low, high, lowClosed, highClosed], value) {
  return (lowClosed ? value >= low : value > low) && (highClosed ? value <= high : value < high);
}

return { KINDS, makeCurve, smallStep, POLE, NEAREST, breaksAt, settingsOf, specOf, readSpec, accepts, isAllowed, readNumber, plainNumber };
})();

const elementsModule = (function () {
// Elements of the page: found by their ids, and made.

const find = (id) => document.getElementById(id);

/** Return a new element `tag` with these properties and attributes. */
function make(tag, properties = {}, attributes = {}) {
  const element = Object.assign(document.createElement(tag), properties);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

return { find, make };
})();

const ticksModule = (function () {
// Round numbers along an axis with their labels (lossplot/figure/layout/ticks.py).

const FACTORS = [10, 5, 2, 1, 0.5, 0.2];

/** About `count` round numbers in [low, high], at least two, as pairs of value and label. */
function ticks(low, high, count) {
  const rough = (high - low) / Math.max(count, 2);
  const power = 10 ** Math.floor(Math.log10(rough));
  const steps = FACTORS.map((factor) => factor * power);
  const finest = steps.filter((step) => step >= rough * (1 - 1e-9)).length;
  for (const step of steps.slice(finest - 1)) {
    const slack = 1e-6 * step;
    const [first, last] = [Math.ceil((low - slack) / step), Math.floor((high + slack) / step)];
    const values = Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => (first + i) * step);
    if (last > first) return values.map((value) => [value, label(value, step, Math.max(...values.map(Math.abs)))]);
  }
  return [];
}

/** `value` to the digit of `step`: as a decimal, or with an exponent if the greatest of its axis, `size`, has one. */
function label(value, step, size) {
  const [finest, greatest] = [step, size].map((each) => Math.floor(Math.log10(each) + 1e-9));
  if (size < 1e6 && size >= 1e-5) return minus(value.toFixed(Math.max(0, -finest)));
  return value === 0 ? "0" : minus(value.toExponential(Math.max(0, greatest - finest)).replace("e+", "e"));
}

/** A number as people write it. */
function minus(text) {
  return text.replaceAll("-", "\u2212");
}

return { ticks, minus };
})();

const wordsModule = (function () {
// The words that scripts put into the page, in the language that the visitor chose.
// MESSAGES has them by language and by their English; it stands before all modules.

const languages = ["en", ...Object.keys(MESSAGES)];

function language() {
  const { lang } = document.documentElement;
  return languages.includes(lang) ? lang : "en";
}

/** Return the language after the visitor's. */
function nextLanguage() {
  return languages[(languages.indexOf(language()) + 1) % languages.length];
}

/** What a visitor wrote, as it is repeated to them. */
function quoted(word) {
  return `\u2018${word}\u2019`;
}

/** `words` in the visitor's language, with `values` in place of its placeholders. */
function say(words, values = {}) {
  return (MESSAGES[language()]?.[words] ?? words).replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

const ATTRIBUTES = ["aria-label", "placeholder", "alt", "title"];

/** Put everything in `root` that has words in several languages into the visitor's. */
function translate(root = document) {
  const code = language();
  const selector = (suffix) => languages.map((each) => `[data-${each}${suffix}]`).join();
  for (const each of root.querySelectorAll(selector(""))) {
    if (!each.hasAttribute("data-en")) each.setAttribute("data-en", each.textContent);
    each.textContent = each.getAttribute(`data-${code}`) ?? each.getAttribute("data-en");
  }
  for (const name of ATTRIBUTES) {
    for (const each of root.querySelectorAll(selector(`-${name}`))) {
      if (!each.hasAttribute(`data-en-${name}`)) each.setAttribute(`data-en-${name}`, each.getAttribute(name));
      each.setAttribute(name, each.getAttribute(`data-${code}-${name}`) ?? each.getAttribute(`data-en-${name}`));
    }
  }
}

return { languages, language, nextLanguage, quoted, say, translate };
})();

const readingModule = (function () {
// The values at the crosshair as a table and as words.

const { make } = elementsModule;
const { minus } = ticksModule;
const { say } = wordsModule;

// The least widths, in rem, of the names of curves and of their values, so that no number is broken.
const NAME = 13;
const VALUE = 8;

/** A number in ten digits. */
function formatNumber(value) {
  if (Number.isNaN(value)) return "\u2013";
  if (!Number.isFinite(value)) return value > 0 ? "\u221e" : "\u2212\u221e";
  return minus(String(Number(value.toPrecision(10))));
}

/** One value, two limits, or none, in words. */
function wordsOf(values) {
  if (!values.length) return say("undefined");
  const [left, right = left] = values.map(formatNumber);
  return left === right ? left : say("{left} left, {right} right", { left, right });
}

/** The table of `readings`, by panel and curve, at x; without an x an empty one of the same size. */
function tableOf({ names, swatches, panels, variable }, x, readings) {
  const table = make("table");
  table.style.minWidth = `${NAME + VALUE * panels.length}rem`;
  const head = table.createTHead().insertRow();
  const place = x === null ? variable : `${variable} = ${formatNumber(x)}`;
  for (const words of [place, ...panels]) head.append(make("th", { textContent: words, scope: "col" }));
  head.firstElementChild.style.width = `${(100 * NAME) / (NAME + VALUE * panels.length)}%`;
  const body = table.createTBody();
  names.forEach((name, curve) => {
    const row = body.insertRow();
    const title = make("th", { textContent: name, scope: "row" });
    title.style.setProperty("--swatch", swatches[curve]);
    row.append(title);
    for (const panel of panels.keys()) {
      const values = x === null ? null : readings[panel][curve];
      row.append(values ? make("td", { textContent: wordsOf(values) }, { "data-value": values.join() }) : make("td", { textContent: "\u2013" }));
    }
  });
  return table;
}

/** Return the values at x as a sentence for a screen reader. */
function sentenceOf({ names, panels, variable }, x, readings) {
  const parts = names.map((name, curve) => `${name}: ${panels.map((panel, i) => `${panel} ${wordsOf(readings[i][curve])}`).join(", ")}`);
  return [`${variable} = ${formatNumber(x)}`, ...parts].join("; ");
}

return { formatNumber, wordsOf, tableOf, sentenceOf };
})();

const viewModule = (function () {
// The part of the x axis that a visitor may ask to see.

const { readNumber } = curveModule;
const { formatNumber } = readingModule;
const { quoted, say } = wordsModule;

// A view ends within this, so that its width is a number.
const FARTHEST = 1e100;

/** Return true if `numbers` are the two ends of a view that can be drawn. */
function isRange(numbers) {
  const sizes = numbers.map(Math.abs);
  return numbers.length === 2 && sizes.every((size) => size <= FARTHEST) && numbers[1] - numbers[0] > 1e-9 * Math.max(...sizes, 1e-90);
}

/** Return the reason why `loss` cannot be drawn in the view between two `words`; "" if it can. */
function viewProblem(words, loss) {
  const range = words.map(readNumber);
  const [low, high] = range;
  const bad = words.find((word) => Number.isNaN(readNumber(word)));
  if (bad !== undefined) return say("{word} is not a number", { word: quoted(bad) });
  if (range.some((end) => Math.abs(end) > FARTHEST)) return say("the view must end within ±1e100");
  if (low >= high) return say("the view must go from a smaller to a larger x");
  if (!isRange(range)) return say("the view is too narrow");
  const [start, end] = loss.domain;
  return high > start && low < end ? "" : say("the view must overlap {domain}", { domain: `[${formatNumber(start)}, ${formatNumber(end)}]` });
}

return { isRange, viewProblem };
})();

const addressModule = (function () {
// The figure on the screen as an address and as a command: #huber:delta=2+hinge&derivative&range=-3:3&x=0.5

const { plainNumber, readNumber, readSpec, specOf } = curveModule;
const { isRange } = viewModule;

const PANEL_OPTIONS = ["derivative", "second-derivative"];

/** The part of an address after #. */
function addressOf({ curves, panels, range, x }) {
  const parts = [curves.map(specOf).join("+"), ...PANEL_OPTIONS.filter((panel) => panels.has(panel))];
  if (range) parts.push(`range=${range.map(plainNumber).join(":")}`);
  if (x !== null) parts.push(`x=${plainNumber(x)}`);
  return `#${parts.join("&")}`;
}

/** The state that `address` asks for, and the words in it that cannot be understood. */
function readAddress(address, losses) {
  const [words, ...options] = decode(address.replace(/^#/, "")).split("&");
  const state = { curves: [], panels: new Set(), range: null, x: null };
  const wrong = [];
  for (const word of words.split("+").filter(Boolean)) {
    const curve = readSpec(word, losses);
    const fits = curve && (!state.curves.length || curve.loss.axis === state.curves[0].loss.axis);
    const isNew = !state.curves.some((other) => curve && specOf(other) === specOf(curve));
    if (!fits) wrong.push(word);
    else if (isNew) state.curves.push(curve);
  }
  for (const option of options) {
    const [name, value = ""] = option.split("=");
    const numbers = value.split(":").map(readNumber);
    if (PANEL_OPTIONS.includes(name)) state.panels.add(name);
    else if (name === "range" && isRange(numbers)) state.range = numbers;
    else if (name === "x" && Number.isFinite(numbers[0])) state.x = numbers[0];
    else wrong.push(option);
  }
  return { state, wrong };
}

/** `address` without its escapes, or as it is where it was cut within one. */
function decode(address) {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** The line that makes lossplot draw the same. */
function commandOf({ curves, panels, range, x }, theme, language) {
  const options = PANEL_OPTIONS.filter((panel) => panels.has(panel)).map((panel) => `--${panel}`);
  if (range) options.push(`--range=${range.map(plainNumber).join(":")}`);
  if (x !== null) options.push(`--mark=${plainNumber(x)}`);
  if (theme !== "light") options.push(`--theme=${theme}`);
  if (language !== "en") options.push(`--lang=${language}`);
  return ["lossplot", ...curves.map(specOf), ...options].join(" ");
}

return { PANEL_OPTIONS, addressOf, readAddress, commandOf };
})();

const clipboardModule = (function () {
// Copy buttons.

const { find, make } = elementsModule;
const { say } = wordsModule;

/** Make each button with `data-copy` copy the text of the element with that id; with `data-copy-text`, that text. */
function serveCopyButtons() {
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-copy], [data-copy-text]");
    if (!button) return;
    const source = button.dataset.copy && find(button.dataset.copy);
    copy(button, () => navigator.clipboard.writeText(source ? source.textContent.trim() : button.dataset.copyText), source);
  });
}

/** Do what `write` does, and say on the button that it is done; or select `source`, to be copied by hand. */
async function copy(button, write, source) {
  try {
    await write();
    flash(button, say("Copied"));
  } catch {
    if (source) getSelection().selectAllChildren(source);
    flash(button, say("Press Ctrl+C"));
  }
}

// The usual text of a button that shows another for a moment, and the timer that restores it.
const usualTexts = new WeakMap();
const timers = new WeakMap();

function flash(button, words) {
  if (!usualTexts.has(button)) usualTexts.set(button, button.textContent);
  button.textContent = words;
  announce(words);
  clearTimeout(timers.get(button));
  const restore = () => {
    button.textContent = usualTexts.get(button);
    usualTexts.delete(button);
  };
  timers.set(button, setTimeout(restore, 1500));
}

/** Announce `words` to screen readers. */
function announce(words) {
  if (!find("voice")) document.querySelector("main").append(make("div", { id: "voice", className: "unseen" }, { role: "status" }));
  find("voice").textContent = words;
}

return { serveCopyButtons, copy };
})();

const knotsModule = (function () {
// The knots of a curve: jumps, corners and changes of curvature, to the last bit, as lossplot itself finds them.
//
// Every place where a formula can change is a root of one of its switches, such as the two sides of a comparison.

const { KINDS, NEAREST, POLE, smallStep } = curveModule;
const { bisect, middle } = doublesModule;

const GRID = 1025;
const NEIGHBOURS = [1, 4 / 3, 2, 8 / 3, 4, 16 / 3, 8].map((factor) => NEAREST * factor);

/** The roots of all switches of `curve` in [low, high], in order: each two neighbouring doubles, or twice the same. */
function rootsOf(curve, low, high) {
  const grid = sortUnique(low < 0 && high > 0 ? [...even(low, high, GRID), 0] : even(low, high, GRID));
  const roots = new Map();
  for (const value of curve.switches) {
    const points = roots.size ? sortUnique([...grid, ...[...roots.values()].flat()]) : grid;
    for (const root of signChanges(value, points)) roots.set(root.join(), root);
  }
  return merge([...roots.values()].sort((a, b) => a[0] - b[0] || a[1] - b[1]));
}

/** The knots of `curve` at its `roots`, inside its domain. */
function knotsAt(curve, roots) {
  const [start, end] = curve.loss.domain;
  return roots.map(([before, after]) => classify(curve, before, after)).filter((knot) => knot && start < knot.x && knot.x < end);
}

/** Return the one-sided limit of a derivative of the curve at x, as far as doubles can tell. */
function beside(curve, order, x, side) {
  return limit(germs(curve, order, x, side));
}

function even(low, high, count) {
  const step = (high - low) / (count - 1);
  return Array.from({ length: count }, (_, i) => (i === count - 1 ? high : low + i * step));
}

function sortUnique(points) {
  return [...new Set(points)].sort((a, b) => a - b);
}

function* signChanges(value, grid) {
  const signs = grid.map((x) => Math.sign(value(x)));
  for (let i = 0; i < grid.length; i++) {
    const insideRun = signs[i - 1] === 0 && signs[i + 1] === 0;
    if (signs[i] === 0 && !insideRun) yield [grid[i], grid[i]];
    if (signs[i] * signs[i + 1] < 0) yield rootBetween(value, grid[i], grid[i + 1]);
  }
}

/** The neighbours between which `value` changes its sign; where several doubles make it zero, twice the middle one. */
function rootBetween(value, a, b) {
  const sign = Math.sign(value(a));
  const [before, first] = bisect((x) => Math.sign(value(x)) === sign, a, b);
  if (Math.sign(value(first)) !== 0) return [before, first];
  const [last] = bisect((x) => value(x) === 0, first, b);
  const root = middle(first, last);
  return [root, root];
}

/** `roots` with those that touch made one, at the exact place if one of them has it. */
function merge(roots) {
  const result = [];
  for (const root of roots) {
    const last = result.at(-1);
    if (!last || root[0] > last[1]) result.push(root);
    else if (last[0] !== last[1]) result[result.length - 1] = root[0] === root[1] ? root : [last[0], Math.max(last[1], root[1])];
  }
  return result;
}

/** Return the knot at a root: its kind is the first of value, slope and curvature that differs; null if none does. */
function classify(curve, before, after) {
  for (const [order, kind] of KINDS.entries()) {
    const [atLeft, atRight] = [germs(curve, order, before, -1), germs(curve, order, after, +1)];
    const [left, right] = [limit(atLeft), limit(atRight)];
    if (differ(left, right, atLeft, atRight)) return { x: after, kind, left, right, before, after };
  }
  return null;
}

/** Return the values at some doubles beside x, nearest first. */
function germs(curve, order, x, side) {
  return NEIGHBOURS.map((count) => curve.at(order, x + side * count * smallStep(x)));
}

/** The one-sided limit, which is infinite if a pole is next to it. */
function limit(near) {
  const [first, last] = [near[0], near.at(-1)];
  const isPole = Math.abs(first) > POLE || (Math.abs(first) > 1e3 && Math.abs(first) > 2.5 * Math.abs(last));
  return isPole ? Math.sign(first) * Infinity : first;
}

/** Return true if two limits differ by more than rounding, measured by the spread of the values beside them. */
function differ(left, right, atLeft, atRight) {
  if (!Number.isFinite(left) || !Number.isFinite(right)) return true;
  const noise = spread(atLeft, left) + spread(atRight, right);
  const slack = 1e-12 * Math.max(Math.abs(left), Math.abs(right));
  return Math.abs(right - left) > slack + (Number.isFinite(noise) ? 1e3 * noise : 0);
}

function spread(near, end) {
  return Math.max(...near.map((value) => (Number.isNaN(value) ? 0 : Math.abs(value - end))));
}

return { rootsOf, knotsAt, beside, even };
})();

const sliderModule = (function () {
// A parameter as a slider: whole steps, and the value at each.

const STEPS = 200;
// The reach of a slider in an interval without an end: in powers of ten, or in multiples of the default's size.
const DECADES = 1;
const REACH = 4;

/** The slider of `parameter`: `steps` of it, the value at each step, and the step nearest to a value. */
function sliderOf(parameter) {
  const [low, high] = parameter.interval;
  const start = parameter.default;
  const size = low === 0 && start > 0 ? start : Math.max(1, Math.abs(start));
  if (parameter.integer) {
    const last = Math.min(high, Math.max(low + 9, 2 * start));
    return between(low, last, last - low);
  }
  if (low === 0 && !parameter.interval[2] && high === Infinity && start > 0) return powers(start);
  const from = Number.isFinite(low) ? low : Number.isFinite(high) ? Math.min(start, high) - REACH * size : start - REACH * size;
  const to = Number.isFinite(high) ? high : Number.isFinite(low) ? Math.max(start, low) + REACH * size : start + REACH * size;
  const [first, last] = [parameter.interval[2] || !Number.isFinite(low) ? 0 : 1, parameter.interval[3] || !Number.isFinite(high) ? 0 : 1];
  return between(from, to, STEPS, first, last);
}

/** Even steps from `from` to `to`, without the ends that are not in the interval. */
function between(from, to, count, first = 0, last = 0) {
  const width = to - from;
  return {
    first,
    last: count - last,
    valueAt: (step) => Number((from + (width * step) / count).toPrecision(12)),
    stepOf: (value) => Math.round(((value - from) / width) * count),
  };
}

/** Even ratios around `start`, in three digits. */
function powers(start) {
  const half = STEPS / 2;
  return {
    first: 0,
    last: STEPS,
    valueAt: (step) => (step === half ? start : Number((start * 10 ** ((DECADES * (step - half)) / half)).toPrecision(3))),
    stepOf: (value) => half + Math.round((Math.log10(value / start) / DECADES) * half),
  };
}

return { sliderOf };
})();

const controlsModule = (function () {
// The sliders and numbers of each curve's parameters.

const { accepts, isAllowed, makeCurve, readNumber, plainNumber } = curveModule;
const { make } = elementsModule;
const { even } = knotsModule;
const { formatNumber } = readingModule;
const { sliderOf } = sliderModule;
const { language, quoted, say } = wordsModule;

// Whole numbers in an interval as narrow as this are listed one by one.
const FEW = 2;

function nameOf(loss) {
  return loss.names[language()] ?? loss.names.en;
}

function symbolOf(parameter) {
  return parameter.symbols[language()] ?? parameter.symbols.en ?? parameter.name;
}

/** The controls of `curve`: `replace` takes the changed curve, `complain` says why a value is refused. */
function controlsOf(curve, { swatch, link, replace, remove, complain }) {
  const { loss } = curve;
  const name = nameOf(loss);
  const title = make(link ? "a" : "strong", { className: "swatch", textContent: name });
  if (link) title.href = link;
  title.style.setProperty("--swatch", swatch);
  const head = make("div", { className: "curve-head" });
  head.append(title);
  if (remove) head.append(make("button", { type: "button", textContent: "\u00d7", onclick: remove }, { "aria-label": say("Remove {name}", { name }) }));
  // The values of the curve, and those in the boxes, which replace them all together or not at all.
  let current = curve.values;
  const values = [...current];
  const words = current.map(plainNumber);
  const rows = loss.parameters.map((parameter, i) =>
    parameterRow(parameter, current[i], name, (value, word) => {
      values[i] = value;
      words[i] = word;
      const problems = loss.parameters.map((each, k) => problemOf(each, values[k], words[k]));
      const own = problems[i] || problems.find(Boolean) || "";
      const together = own || isAllowed(loss, values) ? "" : say("{name} needs {condition}", { name, condition: loss.requires });
      rows.forEach(({ mark }, k) => mark(!problems[k] && !(together && values[k] !== current[k])));
      complain(own || together);
      if (own || together) return;
      current = [...values];
      replace(makeCurve(loss, current));
    }),
  );
  const block = make("div", { className: "curve" });
  block.append(head, ...rows.map(({ row }) => row));
  return block;
}

function parameterRow(parameter, value, name, change) {
  const slider = sliderOf(parameter);
  const symbol = symbolOf(parameter);
  const word = plainNumber(value);
  const range = make(
    "input",
    { type: "range", min: slider.first, max: slider.last, step: 1, value: slider.stepOf(value) },
    { "aria-label": say("{name}: {symbol}", { name, symbol }), "aria-valuetext": word, "data-parameter": parameter.name },
  );
  const box = make(
    "input",
    { type: "text", inputMode: "decimal", value: word, size: 7, autocomplete: "off" },
    { "aria-label": say("{name}: {symbol}, as a number", { name, symbol }), "aria-invalid": false, "data-parameter": parameter.name },
  );
  range.addEventListener("input", () => {
    const value = slider.valueAt(Number(range.value));
    box.value = plainNumber(value);
    range.setAttribute("aria-valuetext", box.value);
    change(value, box.value);
  });
  box.addEventListener("input", () => {
    const value = readNumber(box.value);
    if (accepts(parameter, value)) {
      range.value = slider.stepOf(value);
      range.setAttribute("aria-valuetext", box.value);
    }
    change(value, box.value);
  });
  const row = make("div", { className: "parameter" });
  row.append(make("span", { className: "symbol", textContent: symbol }), range, box);
  return { row, mark: (isGood) => box.setAttribute("aria-invalid", !isGood) };
}

/** Return the reason why `parameter` cannot have `value`, whose text is `word`; "" if it can. */
function problemOf(parameter, value, word) {
  const symbol = symbolOf(parameter);
  if (Number.isNaN(value)) return say("{symbol}: {word} is not a number", { symbol, word: quoted(word) });
  if (accepts(parameter, value)) return "";
  const words = { symbol, value: formatNumber(value), domain: domainOf(parameter) };
  return parameter.integer ? say("{symbol} must be {domain}, not {value}", words) : say("{symbol} = {value} is outside {domain}", words);
}

function domainOf(parameter) {
  const { interval, integer, holes } = parameter;
  const [low, high] = interval;
  if (integer && high - low <= FEW) return even(low, high, high - low + 1).filter((value) => accepts(parameter, value)).map(formatNumber).join(say(" or "));
  const domain = intervalWords(interval);
  const whole = integer ? say("a whole number in {domain}", { domain }) : domain;
  return holes ? say("{domain} without {holes}", { domain: whole, holes: holes.map(intervalWords).join(", ") }) : whole;
}

function intervalWords([low, high, lowClosed, highClosed]) {
  if (low === high) return `{${formatNumber(low)}}`;
  return `${lowClosed ? "[" : "("}${formatNumber(low)}, ${formatNumber(high)}${highClosed ? "]" : ")"}`;
}

return { nameOf, symbolOf, controlsOf };
})();

const overlapsModule = (function () {
// Stretches on which curves run into each other, and the dashes that show each there (lossplot/figure/overlaps.py).

const { even } = knotsModule;

// How close is hidden, and the shortest stretch that counts, as shares of the view's height and width.
const HIDDEN = 0.004;
const SHORTEST = 0.02;
const POINTS = 1201;
// The dashes of two curves that share a stretch are so many line widths long, those of many shorter.
const DASH = 4;
const LEAST_DASH = 1.5;

/** The dashes to draw over the curves, in this order, so that those which coincide take turns: curve, points, dash. */
function overlaps(traces, view) {
  const xs = even(view.left, view.right, POINTS);
  const groups = groupsAt(traces, view, xs);
  const found = traces.flatMap((trace, curve) =>
    runsOf(groups, curve, xs).map(([start, end, company]) => {
      const before = company.indexOf(curve);
      const unit = Math.max(LEAST_DASH, (2 * DASH) / company.length);
      const gap = (company.length - 1 - before) * unit;
      return { curve, points: partOf(trace, xs[start], xs[end]), dash: gap ? [(before + 1) * unit, gap] : [], before };
    }),
  );
  return found.sort((a, b) => b.before - a.before);
}

/** For each point the group of each trace: those of one group hide each other.  What is not in view has none. */
function groupsAt(traces, view, xs) {
  const height = view.top - view.bottom;
  const places = traces.map((trace) => xs.map((x) => (heightAt(trace, x) - view.bottom) / height));
  const isInView = (place) => place >= 0 && place <= 1;
  const steepness = (curve, at) => {
    const [before, after] = [Math.max(at - 1, 0), Math.min(at + 1, xs.length - 1)];
    const slope = ((places[curve][after] - places[curve][before]) * (xs.length - 1)) / (after - before);
    return Number.isFinite(slope) ? Math.hypot(1, slope) : 1;
  };
  return xs.map((_, at) => {
    const order = traces.map((_, curve) => curve).filter((curve) => isInView(places[curve][at]));
    order.sort((a, b) => places[a][at] - places[b][at]);
    const groups = Array(traces.length).fill(-1);
    let group = 0;
    order.forEach((curve, i) => {
      if (i && places[curve][at] - places[order[i - 1]][at] > HIDDEN * steepness(curve, at)) group++;
      groups[curve] = group;
    });
    return groups;
  });
}

function heightAt({ pieces }, x) {
  const piece = pieces.findLast((each) => each.length && each[0][0] <= x && x <= each.at(-1)[0]);
  return piece ? between(piece, x) : NaN;
}

/** The height of a polyline at x. */
function between(piece, x) {
  let [low, high] = [0, piece.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (piece[middle][0] <= x) low = middle;
    else high = middle;
  }
  const [[x0, y0], [x1, y1]] = [piece[low], piece[high]];
  return x1 > x0 ? y0 + ((y1 - y0) * (x - x0)) / (x1 - x0) : y0;
}

/** The first and last index of each run of points with the same curves beside `curve`, and those, if there are any. */
function runsOf(groups, curve, xs) {
  const companies = groups.map((each) => each.flatMap((group, other) => (group >= 0 && group === each[curve] ? [other] : [])));
  const runs = [];
  for (let start = 0, end = 0; start < xs.length; start = end) {
    const key = companies[start].join();
    for (end = start; end < xs.length && companies[end].join() === key; ) end++;
    if (companies[start].length > 1 && xs[end - 1] - xs[start] >= SHORTEST * (xs.at(-1) - xs[0])) runs.push([start, end - 1, companies[start]]);
  }
  return runs;
}

/** The vertices of the piece that holds the stretch from `start` to `end`, cut to it. */
function partOf({ pieces }, start, end) {
  const middle = (start + end) / 2;
  const piece = pieces.find((each) => each.length && each[0][0] <= middle && middle <= each.at(-1)[0]);
  const inner = piece.filter(([x]) => x > start && x < end);
  return [[start, between(piece, start)], ...inner, [end, between(piece, end)]];
}

return { overlaps };
})();

const drawingModule = (function () {
// A scene -> SVG text, with its colours in it, so that it looks the same wherever it is taken.

const { make } = elementsModule;
const { overlaps } = overlapsModule;
const { ticks } = ticksModule;

const TEXT = 13;
const FONT = "system-ui, -apple-system, 'Segoe UI', 'Noto Sans', 'Noto Sans CJK SC', sans-serif";
const LINE = 2.5;
const CIRCLE = 4;
const GAP = 14;
const LEAST_RIGHT = 16;
// The length of a line in the legend.
const KEY = 36;

const measure = make("canvas").getContext("2d");
measure.font = `${TEXT}px ${FONT}`;

/** Return the width of `text` in pixels. */
function widthOf(text) {
  return measure.measureText(text).width;
}

/** The ticks of the x axis, as many as stand side by side in `width`. */
function levelTicks({ left, right }, width) {
  for (let count = 9; count > 2; count--) {
    const candidates = ticks(left, right, count);
    if (candidates.reduce((sum, [, text]) => sum + widthOf(text) + TEXT, 0) <= width) return candidates;
  }
  return ticks(left, right, 2);
}

/**
 * The drawing of `scene`, `width` pixels wide: its SVG text `svg`, its height, and the boxes of its panels.
 *
 * `names` are those of the curves, `labels` those of the panels and of the x axis; `description` says it in words.
 */
function draw(scene, width, { names, labels, xLabel, description }, colours) {
  const legend = legendOf(names, width);
  const first = Math.round(Math.min(Math.max(width * (scene.panels.length > 1 ? 0.3 : 0.48), 180), 380));
  const heights = scene.panels.map((_, i) => (i ? Math.round(first * 0.64) : first));
  const upright = scene.panels.map(({ view }, i) => ticks(view.bottom, view.top, Math.floor(heights[i] / (2.5 * TEXT))));
  const left = Math.ceil(Math.max(...upright.flat().map(([, text]) => widthOf(text)), 2 * TEXT) + 2.4 * TEXT);
  const level = levelTicks(scene, width - left - LEAST_RIGHT);
  const right = Math.max(LEAST_RIGHT, Math.ceil(widthOf(level.at(-1)?.[1] ?? "") / 2) + 4);
  let top = legend.height + 8;
  const boxes = scene.panels.map(({ view }, i) => {
    const box = { left, top, width: width - left - right, height: heights[i], view };
    top += heights[i] + GAP;
    return box;
  });
  const height = Math.round(top - GAP + 3.4 * TEXT);
  const parts = scene.panels.map((panel, i) => panelOf(panel, boxes[i], upright[i], level, labels[panel.name], i === scene.panels.length - 1, colours));
  const axis = `<text x="${left + boxes[0].width / 2}" y="${height - 8}" text-anchor="middle" fill="${colours.ink}">${safe(xLabel)}</text>`;
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${safe(description)}" font-family="${FONT}" font-size="${TEXT}">`,
    `<rect width="${width}" height="${height}" fill="${colours.ground}"/>`,
    legend.keys.map((key, i) => keyOf(key, names[i], dashOf(i, names.length, colours), colourOf(colours, i), colours.ink)).join(""),
    ...parts,
    axis,
    '<g class="crosshair"></g></svg>',
  ].join("\n");
  return { svg, width, height, boxes };
}

function colourOf(colours, i) {
  return colours.colours[i % colours.colours.length];
}

/** The dashes of curve number `i` of `count`, as an attribute. */
function dashOf(i, count, colours) {
  return dashed(count > colours.dashes.length ? dashes[i % dashes.length] : colours.dashes[i]);
}

/** A pattern in line widths, as an attribute. */
function dashed(pattern) {
  return pattern.length ? ` stroke-dasharray="${pattern.map((part) => digits(part * LINE)).join(" ")}"` : "";
}

function place(box, [x, y]) {
  const { left, right, bottom, top } = box.view;
  return [box.left + ((x - left) / (right - left)) * box.width, box.top + ((top - y) / (top - bottom)) * box.height];
}

/** Return the x of a pixel column in the range of `box`. */
function xAt(box, column) {
  return box.view.left + ((column - box.left) / box.width) * (box.view.right - box.view.left);
}

/** The crosshair at x: a line through all panels, and on each curve a dot, or two hollow ones at its two limits. */
function crosshair(boxes, x, readings, colours) {
  const [column] = place(boxes[0], [x, 0]);
  const [top, bottom] = [boxes[0].top, boxes.at(-1).top + boxes.at(-1).height];
  const dots = boxes.flatMap((box, panel) =>
    readings[panel].flatMap((values, curve) =>
      values
        .filter((y) => y >= box.view.bottom && y <= box.view.top)
        .map((y) => {
          const [fill, stroke] = values.length > 1 ? [colours.ground, colourOf(colours, curve)] : [colourOf(colours, curve), colours.ground];
          return circle(place(box, [x, y]), fill, stroke, 1.5);
        }),
    ),
  );
  return `<path d="M${digits(column)} ${top}V${bottom}" stroke="${colours.ink}" stroke-width="1" opacity="0.6"/>${dots.join("")}`;
}

/** Return the places of the keys of the legend, in as many rows as they need, and its height. */
function legendOf(names, width) {
  const keys = [];
  let [x, row] = [12, 0];
  for (const name of names) {
    const wide = KEY + 8 + widthOf(name) + 20;
    if (x > 12 && x + wide > width) [x, row] = [12, row + 1];
    keys.push({ x, y: 20 + row * 20 });
    x += wide;
  }
  return { keys, height: 28 + row * 20 };
}

function keyOf({ x, y }, name, dash, colour, ink) {
  const line = `<path d="M${x} ${y - 4}h${KEY}" stroke="${colour}" stroke-width="${LINE}"${dash}/>`;
  return `${line}<text x="${x + KEY + 8}" y="${y}" fill="${ink}">${safe(name)}</text>`;
}

function panelOf({ name, traces }, box, upright, level, label, isLast, colours) {
  const { left, top, width, height, view } = box;
  const [right, bottom] = [left + width, top + height];
  const rows = upright.map(([y, text]) => [digits(place(box, [0, y])[1]), text]);
  const columns = level.map(([x, text]) => [digits(place(box, [x, 0])[0]), text]);
  const zero = [
    view.left < 0 && view.right > 0 ? `M${digits(place(box, [0, 0])[0])} ${top}V${bottom}` : "",
    view.bottom < 0 && view.top > 0 ? `M${left} ${digits(place(box, [0, 0])[1])}H${right}` : "",
  ].join("");
  return [
    `<clipPath id="clip-${name}"><rect x="${left}" y="${top}" width="${width}" height="${height}"/></clipPath>`,
    `<path d="${rows.map(([y]) => `M${left} ${y}H${right}`).join("")}${columns.map(([x]) => `M${x} ${top}V${bottom}`).join("")}" stroke="${colours.grid}" fill="none"/>`,
    `<path d="${zero}M${left} ${bottom}H${right}" stroke="${colours.axis}" fill="none"/>`,
    ...rows.map(([y, text]) => `<text x="${left - 8}" y="${y + TEXT / 3}" text-anchor="end" fill="${colours.ink}">${text}</text>`),
    ...(isLast ? columns.map(([x, text]) => `<text x="${x}" y="${bottom + 1.4 * TEXT}" text-anchor="middle" fill="${colours.ink}">${text}</text>`) : []),
    `<text transform="translate(${1.2 * TEXT} ${top + height / 2}) rotate(-90)" text-anchor="middle" fill="${colours.ink}">${safe(label)}</text>`,
    `<g clip-path="url(#clip-${name})" fill="none" stroke-linejoin="round">`,
    ...traces.map((trace, i) => linesOf(trace, box, colourOf(colours, i), dashOf(i, traces.length, colours))),
    ...overlaps(traces, view).map(({ curve, points, dash }) => linesOf({ pieces: [points], bridges: [] }, box, colourOf(colours, curve), dashed(dash))),
    "</g>",
    ...traces.map((trace, i) => circlesOf(trace, box, colourOf(colours, i), colours.ground)),
  ].join("\n");
}

function linesOf({ pieces, bridges }, box, colour, dash) {
  const pathOf = (points) => `M${points.map((point) => place(box, point).map(digits).join(" ")).join("L")}`;
  const lines = pieces.map(pathOf).join("");
  const dotted = bridges.map(([x, low, high]) => pathOf([[x, low], [x, high]])).join("");
  const bridge = dotted && `<path d="${dotted}" stroke="${colour}" stroke-width="${LINE / 2}" stroke-dasharray="1.5 3"/>`;
  return `<path d="${lines}" stroke="${colour}" stroke-width="${LINE}"${dash}/>${bridge}`;
}

function circlesOf({ filled, hollow }, box, colour, ground) {
  const isInBox = ([, y]) => y >= box.top - 1 && y <= box.top + box.height + 1;
  const circles = (points, fill) => points.map((point) => place(box, point)).filter(isInBox).map((centre) => circle(centre, fill, colour, 1.6));
  return [...circles(hollow, ground), ...circles(filled, colour)].join("");
}

function circle([x, y], fill, stroke, width) {
  return `<circle cx="${digits(x)}" cy="${digits(y)}" r="${CIRCLE}" fill="${fill}" stroke="${stroke}" stroke-width="${width}"/>`;
}

function digits(value) {
  return Math.round(value * 1000) / 1000;
}

function safe(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}

return { draw, colourOf, place, xAt, crosshair };
})();

const limitsModule = (function () {
// Which part of the plane to show, by the rules of lossplot's own figures (lossplot/figure/limits.py).

const { even, rootsOf } = knotsModule;

const GRID = 401;
// The farthest landmarks of a formula that widen the range, in multiples of the axis's own view.
const REACH = 20;
// Where the highest curve is more than so many times as high as the usual one, the middle of the axis's view is shown.
const CONTRAST = 4;
const MIDDLE = 2 / 3;
// The share of the stretch on which a curve changes that its core is, and that of an unbounded one.
const CORE_SHARE = 2 / 3;
const UNBOUNDED_SHARE = 0.85;
// A panel may be so many times as high as its calm curves need.
const CALM_ROOM = 1.3;
// To hold all, it may be so many times as high as it must be, if the usual curve has this share of the height then.
const WHOLE_ROOM = 1.8;
const USUAL_SHARE = 0.2;
// The least share of the height that a curve has, and the share that is left free at both ends.
const CORE_HEIGHT = 0.09;
const FREE = 0.05;
// An unbounded curve is shown up to this many times its median height, or, if it grows like a logarithm, nearly whole.
const UNBOUNDED = 6;
const SLOW = 1.3;
// What is higher is cut off, what is lower is flat, and a smaller step, as a share of the height, is none.
const HIGHEST = 1e300;
const LEAST = 1e-290;
const STILL = 1e-9;

/** The axis's usual view, or its middle if some curve is steep there, widened to hold every landmark of every curve. */
function xLimits(curves) {
  let [low, high] = curves[0].loss.axisView;
  const [start, end] = curves[0].loss.domain;
  const reach = REACH * (high - low);
  const marks = curves.flatMap((curve) => rootsOf(curve, Math.max(-reach, start), Math.min(reach, end)).map((root) => root[1]));
  const middle = [MIDDLE * low, MIDDLE * high];
  const [near, far] = widened(middle, marks);
  if (low === -high && !Number.isFinite(end - start) && near === middle[0] && far === middle[1]) {
    const heights = curves.map((curve) => extentOf(curve, 0, low, high)).filter(Boolean).map(({ whole }) => whole[1] - whole[0]);
    if (Math.max(0, ...heights) > CONTRAST * usualOf(heights)) [low, high] = middle;
  }
  const [left, right] = widened([low, high], marks);
  return [Math.max(left, start), Math.min(right, end)];
}

/** Limits that hold the core of what panel number `order` has of every curve, and all of the calm ones, but flatten none. */
function yLimits(curves, order, left, right) {
  const extents = curves.map((curve) => extentOf(curve, order, left, right)).filter(Boolean);
  let [low, high] = notFlat(wantedOf(extents), extents);
  if (high - low < LEAST) [low, high] = [-1, 1];
  const free = FREE * (high - low);
  return [low - free, high + free];
}

/** The span of all curves, or, if that is much more, of the cores of all and of the calm half with some room. */
function wantedOf(extents) {
  const whole = around(extents.map((extent) => extent.whole));
  const usual = usualOf(extents.map(({ whole: [a, b] }) => b - a));
  const [calmLow, calmHigh] = around(extents.map((extent) => extent.whole).filter(([a, b]) => b - a <= usual));
  const room = (CALM_ROOM - 1) * (calmHigh - calmLow);
  const [coreLow, coreHigh] = around(extents.map((extent) => extent.core));
  const low = Math.max(whole[0], Math.min(coreLow, calmLow - room));
  const high = Math.min(whole[1], Math.max(coreHigh, calmHigh + room));
  const height = whole[1] - whole[0];
  return height <= WHOLE_ROOM * (high - low) && usual >= USUAL_SHARE * height ? whole : [low, high];
}

/** `wanted`, or the part of it around the lowest of the curves in it in which that is not flat. */
function notFlat(wanted, extents) {
  const spans = extents
    .filter(({ whole: [a, b] }) => b - a > LEAST)
    .map(({ reach }) => [Math.max(reach[0], wanted[0]), Math.min(reach[1], wanted[1])])
    .filter(([a, b]) => b > a);
  if (!spans.length) return wanted;
  const [bottom, top] = spans.reduce((least, span) => (span[1] - span[0] < least[1] - least[0] ? span : least));
  const [low, high] = around([[bottom, top]]);
  const excess = wanted[1] - wanted[0] - (high - low);
  const room = (top - bottom) / CORE_HEIGHT - (high - low);
  const share = excess > 0 ? Math.min(1, Math.max(0, room) / excess) : 1;
  return [low - share * (low - wanted[0]), high + share * (wanted[1] - high)];
}

function widened([low, high], marks) {
  const left = Math.min(low, ...marks.filter((x) => x <= low).map((x) => Math.floor(1.25 * x)));
  return [left, Math.max(high, ...marks.filter((x) => x >= high).map((x) => Math.ceil(1.25 * x)))];
}

/** The median of the heights of the curves that have one, the lower of two. */
function usualOf(heights) {
  const some = heights.filter((height) => height > LEAST).sort((a, b) => a - b);
  return some.length ? some[Math.floor((some.length - 1) / 2)] : 0;
}

function around(spans) {
  return [Math.min(0, ...spans.map(([low]) => low)), Math.max(0, ...spans.map(([, high]) => high))];
}

/** How low and high a quantity goes: all that is worth showing, the core that has to be in view, and its real reach. */
function extentOf(curve, order, left, right) {
  const values = even(left, right, GRID).map((x) => curve.at(order, x));
  const finite = values.filter((value) => Math.abs(value) <= HIGHEST);
  if (!finite.length) return null;
  const reach = [Math.min(...finite), Math.max(...finite)];
  const sizes = finite.map(Math.abs).sort((a, b) => a - b);
  const [usual, high, near, nearest] = [0.5, 0.8, 0.98, 0.99].map((share) => quantile(sizes, share));
  let [cut, share] = [Infinity, CORE_SHARE];
  if (usual > 0 && (finite.length < values.length || sizes.at(-1) > 100 * high)) {
    [cut, share] = [Math.max(UNBOUNDED * usual, nearest < SLOW * near ? nearest : 0), UNBOUNDED_SHARE];
  }
  const whole = [Math.max(reach[0], -cut), Math.min(reach[1], cut)];
  const steps = finite.slice(1).map((end, i) => [finite[i], end]);
  const isStep = ([start, end]) => Math.abs(end - start) > STILL * (whole[1] - whole[0]);
  const changes = steps.filter(isStep).map(([start, end]) => Math.max(Math.abs(start), Math.abs(end)));
  if (!changes.length) return { whole, core: whole, reach };
  const size = quantile(changes.sort((a, b) => a - b), share);
  const levels = around(steps.filter((step) => !isStep(step)).map(([start]) => [start, start]));
  return { whole, core: [Math.max(whole[0], Math.min(levels[0], -size)), Math.min(whole[1], Math.max(levels[1], size))], reach };
}

function quantile(sorted, share) {
  const place = share * (sorted.length - 1);
  const below = Math.floor(place);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
}

return { xLimits, yLimits };
})();

const samplingModule = (function () {
// A curve in a view -> the polylines that draw it: every knot a vertex, every jump a break (lossplot/sampling.py).

const { breaksAt } = curveModule;
const { beside, even } = knotsModule;

// The finest detail drawn, as a share of the view: a twentieth of a pixel in a panel 500 pixels high.
const TOLERANCE = 1e-4;
const FIRST_POINTS = 65;
const DEEPEST = 14;
const HALVINGS = 23;

/**
 * Sample a derivative of `curve` whose knots in the view are `knots`, and `roots` those of its switches.
 *
 * `pieces` are polylines; `filled` is where the curve attains its value beside a break, `hollow` where it does not;
 * `bridges` [x, low, high] are intervals of subgradients.  Far outside the view, values are clipped.
 */
function sample(curve, order, view, knots, roots) {
  const left = Math.max(view.left, curve.loss.domain[0]);
  const right = Math.min(view.right, curve.loss.domain[1]);
  const starts = [left, ...knots.map((knot) => knot.after)];
  const ends = [...knots.map((knot) => knot.before), right];
  const landmarks = roots.map((root) => root[1]);
  const lines = [];
  starts.forEach((start, i) => {
    const piece = pieceOf(curve, order, start, ends[i], view, landmarks);
    const line = lines.at(-1);
    if (i > 0 && line && !breaksAt(knots[i - 1], order)) line.push(...piece.slice(line.at(-1)?.[0] === start ? 1 : 0));
    else lines.push(piece);
  });
  const marks = knots.filter((knot) => breaksAt(knot, order) && left < knot.x && knot.x < right).map((knot) => marksAt(curve, order, knot, view));
  return {
    pieces: lines.flatMap(definedRuns),
    filled: marks.flatMap((mark) => mark.filled),
    hollow: marks.flatMap((mark) => mark.hollow),
    bridges: marks.flatMap((mark) => mark.bridges),
  };
}

/** The filled and hollow circles and the bridge at a break. */
function marksAt(curve, order, knot, view) {
  const mark = { filled: [], hollow: [], bridges: [] };
  if (knot.kind === "jump" && !(Number.isFinite(knot.left) && Number.isFinite(knot.right))) return mark;
  const [low, high] = [beside(curve, order, knot.before, -1), beside(curve, order, knot.after, +1)];
  if (order === 1 && knot.kind === "corner") {
    mark.bridges.push([knot.x, clip(low, view), clip(high, view)]);
    return mark;
  }
  const value = order === 0 ? curve.at(0, knot.x) : NaN;
  const ends = [...new Set([low, high])].filter(Number.isFinite).sort((a, b) => a - b);
  mark.hollow = ends.filter((y) => y !== value).map((y) => [knot.x, y]);
  if (Number.isFinite(value)) mark.filled.push([knot.x, value]);
  return mark;
}

/** The polyline between two neighbouring knots, its ends being one-sided limits. */
function pieceOf(curve, order, start, end, view, landmarks) {
  if (end <= start) return [];
  const at = (x) => clip(curve.at(order, x), view);
  const xs = firstPoints(curve, start, end, landmarks);
  const points = xs.map((x) => [x, at(x)]);
  points[0][1] = endValue(curve, order, start, +1, view);
  points.at(-1)[1] = endValue(curve, order, end, -1, view);
  if (isStraight(points, view)) return [points[0], points.at(-1)];
  const line = [points[0]];
  for (let i = 1; i < points.length; i++) refine(at, view, points[i - 1], points[i], 0, line);
  return line;
}

/** The value itself where it is the limit, so that a vertex has it to the last bit; so it is at an end of the domain. */
function endValue(curve, order, x, side, view) {
  const [near, here] = [beside(curve, order, x, side), curve.at(order, x)];
  if (curve.loss.domain.includes(x) && !Number.isNaN(here)) return clip(here, view);
  const isClose = Math.abs(here - near) <= 1e-12 * (view.top - view.bottom);
  return clip(isClose ? here : near, view);
}

/** Even steps from landmark to landmark, and points ever closer to where a curve may be narrow. */
function firstPoints(curve, start, end, landmarks) {
  const marks = [start, ...landmarks.filter((x) => start < x && x < end), end];
  const points = marks.slice(1).flatMap((mark, i) => even(marks[i], mark, FIRST_POINTS));
  for (const centre of new Set([0, ...curve.values.filter(Number.isFinite)])) {
    points.push(centre);
    for (let i = 1; i <= HALVINGS; i++) points.push(centre - (end - start) * 2 ** -i, centre + (end - start) * 2 ** -i);
  }
  return [...new Set(points)].filter((x) => start <= x && x <= end).sort((a, b) => a - b);
}

/** Put onto `line` what draws the curve from a to b, without a. */
function refine(at, view, a, b, depth, line) {
  const x = (a[0] + b[0]) / 2;
  const y = at(x);
  const off = !(Math.abs(y - (a[1] + b[1]) / 2) <= TOLERANCE * (view.top - view.bottom));
  const wide = b[0] - a[0] > TOLERANCE * (view.right - view.left);
  if (off && wide && depth < DEEPEST) {
    refine(at, view, a, [x, y], depth + 1, line);
    refine(at, view, [x, y], b, depth + 1, line);
  } else line.push(b);
}

function isStraight(points, view) {
  const [[x0, y0], [x1, y1]] = [points[0], points.at(-1)];
  const most = 1e-9 * (view.top - view.bottom);
  return points.every(([x, y]) => Math.abs(y - (y0 + (y1 - y0) * ((x - x0) / (x1 - x0)))) <= most);
}

function clip(y, view) {
  const height = view.top - view.bottom;
  return Math.min(Math.max(y, view.bottom - height), view.top + height);
}

/** A polyline cut where the curve is undefined. */
function definedRuns(line) {
  const runs = [[]];
  for (const point of line) {
    if (Number.isNaN(point[1])) runs.push([]);
    else runs.at(-1).push(point);
  }
  return runs.filter((run) => run.length > 1);
}

return { sample };
})();

const sceneModule = (function () {
// Curves and panels -> a scene: the part of the plane that each panel shows, and the traces in it.

const { breaksAt, KINDS } = curveModule;
const { beside, knotsAt, rootsOf } = knotsModule;
const { xLimits, yLimits } = limitsModule;
const { sample } = samplingModule;

const PANELS = ["loss", "derivative", "second-derivative"];

/** The scene of `curves` in `panels`, in the range [left, right] or, if that is null, the usual one. */
function compose(curves, panels, range) {
  const [left, right] = range ?? xLimits(curves);
  const [start, end] = curves[0].loss.domain;
  const roots = curves.map((curve) => rootsOf(curve, Math.max(left, start), Math.min(right, end)));
  const knots = curves.map((curve, i) => knotsAt(curve, roots[i]));
  return {
    curves,
    knots,
    left,
    right,
    panels: panels.map((name) => {
      const order = PANELS.indexOf(name);
      const [bottom, top] = yLimits(curves, order, left, right);
      const view = { left, right, bottom, top };
      return { name, order, view, traces: curves.map((curve, i) => sample(curve, order, view, knots[i], roots[i])) };
    }),
  };
}

/**
 * Return the values of a derivative of curve number `number` at x: one, or at a break its two limits, if any.
 *
 * At an end of the domain where there is no value it is the limit, if that is infinite.
 */
function readOff(scene, number, order, x) {
  const knot = scene.knots[number].find((each) => each.x === x);
  if (!knot || order === 0 || !breaksAt(knot, order)) return [valueAt(scene.curves[number], order, x)];
  return KINDS[order] === knot.kind ? [knot.left, knot.right] : [];
}

function valueAt(curve, order, x) {
  const value = curve.at(order, x);
  const end = curve.loss.domain.indexOf(x);
  if (!Number.isNaN(value) || end < 0) return value;
  const limit = beside(curve, order, x, end === 0 ? +1 : -1);
  return Number.isFinite(limit) ? NaN : limit;
}

return { PANELS, compose, readOff };
})();

const filesModule = (function () {
// The figure on the screen as files: SVG, PNG, CSV.

const { specOf, plainNumber } = curveModule;
const { make } = elementsModule;
const { PANELS } = sceneModule;

// Pixels of a PNG to each of the page's.
const SCALE = 2;

/** The PNG of an SVG text, as a blob. */
async function pngOf({ svg, width, height }) {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = make("canvas", { width: width * SCALE, height: height * SCALE });
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
}

/** A row for each vertex, as lossplot's own CSV has them. */
function csvOf(scene) {
  const rows = ["loss,panel,piece,x,y"];
  for (const { name, view, traces } of scene.panels) {
    const order = PANELS.indexOf(name);
    const reach = view.top - view.bottom;
    const isClipped = (y) => y <= view.bottom - reach || y >= view.top + reach;
    traces.forEach(({ pieces }, i) => {
      const curve = scene.curves[i];
      pieces.forEach((piece, number) => {
        for (const [x, y] of piece) rows.push([specOf(curve), name, number + 1, plainNumber(x), plainNumber(isClipped(y) ? curve.at(order, x) : y)].join());
      });
    });
  }
  return `${rows.join("\n")}\n`;
}

/** Give `blob` to the visitor as a file. */
function save(blob, name) {
  const link = make("a", { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

return { pngOf, csvOf, save };
})();

const pageModule = (function () {
// What all pages do: light or dark, the language, copy buttons.

const { serveCopyButtons } = clipboardModule;
const { nextLanguage, say, translate } = wordsModule;

const root = document.documentElement;
const system = matchMedia("(prefers-color-scheme: dark)");
const paper = matchMedia("print");

function theme() {
  if (paper.matches) return "light";
  return root.dataset.theme ?? (system.matches ? "dark" : "light");
}

/** Start the page; `refresh` is called whenever the theme or the language has changed. */
function startPage(refresh) {
  const button = document.getElementById("theme");
  const dress = () => {
    translate();
    button.textContent = { light: "\u2600", dark: "\u263e" }[root.dataset.theme] ?? "\u25d0";
    button.title = say({ light: "Light", dark: "Dark" }[root.dataset.theme] ?? "As the system");
    refresh();
  };
  button.addEventListener("click", () => {
    const next = nextTheme();
    if (next) root.dataset.theme = next;
    else delete root.dataset.theme;
    keep("theme", next);
    dress();
  });
  document.getElementById("language").addEventListener("click", () => {
    root.lang = nextLanguage();
    keep("language", root.lang);
    dress();
  });
  for (const media of [system, paper]) media.addEventListener("change", dress);
  serveCopyButtons();
  dress();
}

/** From the system's theme to the other one, then to the system's own for good, then, as "", back to the system. */
function nextTheme() {
  const [own, other] = system.matches ? ["dark", "light"] : ["light", "dark"];
  return { [other]: own, [own]: "" }[root.dataset.theme] ?? other;
}

/** Remember a choice for the next page, where the browser allows it. */
function keep(name, value) {
  try {
    localStorage.setItem(name, value);
  } catch {
    // The choice is then for this page alone.
  }
}

return { theme, startPage };
})();

const liveModule = (function () {
// The live figure: drawn, read and changed where it stands.

const { addressOf, commandOf, PANEL_OPTIONS, readAddress } = addressModule;
const { copy } = clipboardModule;
const { controlsOf, nameOf, symbolOf } = controlsModule;
const { settingsOf, KINDS, readNumber, readSpec, specOf, plainNumber } = curveModule;
const { colourOf, crosshair, draw, place, xAt } = drawingModule;
const { find, make } = elementsModule;
const { csvOf, pngOf, save } = filesModule;
const { overlaps } = overlapsModule;
const { startPage, theme } = pageModule;
const { sentenceOf, tableOf, formatNumber } = readingModule;
const { compose, PANELS, readOff } = sceneModule;
const { viewProblem } = viewModule;
const { language, quoted, say } = wordsModule;

const losses = globalThis.lossplot.losses;
const figure = find("figure");
const { loss: usual } = document.querySelector("article").dataset;
const isOverlay = usual.includes("+");
const panelBoxes = [...document.querySelectorAll("[name=panel]")];
// The distance in pixels within which the crosshair snaps to a knot.
const SNAP = 6;
// The most knots that have buttons; of more, those nearest to zero.
const MOST_KNOTS = 12;

let state;
let scene;
let drawing;
// The words of the link that cannot be understood, and other problems by their subjects.
let wrong = [];
const problems = new Map();

function readState() {
  ({ state, wrong } = readAddress(location.hash, losses));
  if (!state.curves.length) {
    const { state: plain } = readAddress(isOverlay ? usual : `${usual}&${PANEL_OPTIONS.join("&")}`, losses);
    state.curves = plain.curves;
    if (location.hash.length < 2) state.panels = plain.panels;
  }
  if (state.range && viewProblem(state.range.map(plainNumber), state.curves[0].loss)) {
    wrong.push(`range=${state.range.map(plainNumber).join(":")}`);
    state.range = null;
  }
}

/** Show the problem `words` about `what` until the next one about it; none if they are empty. */
function complain(what, words) {
  problems.set(what, words);
  find("problem").textContent = [...problems.values()].filter(Boolean).join("; ");
}

function words() {
  const labels = { loss: say("loss"), derivative: say("derivative"), "second-derivative": say("second derivative") };
  const names = state.curves.map(labelOf);
  const [first] = state.curves;
  const isSame = state.curves.every(({ loss }) => loss.label.en === first.loss.label.en);
  const xLabel = isSame ? first.loss.label[language()] : `${say(first.loss.axis)}  ${first.loss.variable}`;
  return { names, labels, xLabel, description: `${names.join(", ")}: ${xLabel}` };
}

/** The words that name a curve: `huber (\u03b4 = 2)`. */
function labelOf(curve) {
  const settings = settingsOf(curve).map(([parameter, value]) => `${symbolOf(parameter)} = ${formatNumber(Number(value.toPrecision(5)))}`);
  return settings.length ? `${nameOf(curve.loss)} (${settings.join(", ")})` : nameOf(curve.loss);
}

/** Draw everything again. */
function redraw() {
  const panels = PANELS.filter((panel) => panel === "loss" || state.panels.has(panel));
  scene = compose(state.curves, panels, state.range);
  drawing = draw(scene, Math.max(280, Math.floor(figure.clientWidth)), words(), themes[theme()]);
  figure.innerHTML = drawing.svg;
  showReading();
  showView();
}

/** Put the crosshair where it belongs, and its numbers below the figure. */
function showReading() {
  const { names, labels } = words();
  const { x } = state;
  const orders = scene.panels.map(({ order }) => order);
  const facts = { names, panels: scene.panels.map(({ name }) => labels[name]), variable: state.curves[0].loss.variable, swatches: names.map((_, i) => colourOf(themes[theme()], i)) };
  const isInView = x !== null && x >= scene.left && x <= scene.right;
  const readings = orders.map((order) => state.curves.map((_, i) => (x === null ? [] : readOff(scene, i, order, x).filter((y) => !Number.isNaN(y)))));
  figure.querySelector(".crosshair").innerHTML = isInView ? crosshair(drawing.boxes, x, readings, themes[theme()]) : "";
  find("reading").replaceChildren(tableOf(facts, x, readings));
  figure.setAttribute("aria-valuemin", scene.left);
  figure.setAttribute("aria-valuemax", scene.right);
  figure.setAttribute("aria-valuenow", Math.min(Math.max(x ?? scene.left, scene.left), scene.right));
  figure.setAttribute("aria-valuetext", x === null ? words().description : sentenceOf(facts, x, readings));
  if (readNumber(find("at").value) !== x) find("at").value = x === null ? "" : plainNumber(x);
  complain("x", x === null || isInView ? "" : say("{x} is outside the view", { x: `${facts.variable} = ${formatNumber(x)}` }));
  find("command").textContent = commandOf({ ...state, x: isInView ? x : null }, theme(), language());
  keepInAddress();
}

function showView() {
  find("left").value = plainNumber(scene.left);
  find("right").value = plainNumber(scene.right);
  find("usual").disabled = !state.range;
  complain("view", "");
  // The greatest change is named if several curves change at one place.
  const rank = ({ kind }) => KINDS.indexOf(kind);
  const kinds = new Map(scene.knots.flat().sort((a, b) => rank(b) - rank(a)).map((knot) => [knot.x, knot.kind]));
  const nearest = [...kinds].sort(([a], [b]) => Math.abs(a) - Math.abs(b)).slice(0, MOST_KNOTS);
  const buttons = nearest.sort(([a], [b]) => a - b).map(([x, kind]) => {
    const words = `${say(kind)} ${formatNumber(Number(x.toPrecision(6)))}`;
    return make("button", { type: "button", textContent: words, onclick: () => readAt(x) });
  });
  find("knots").replaceChildren(...buttons);
}

let timer;
/** Browsers refuse an address that changes too often. */
function keepInAddress() {
  clearTimeout(timer);
  timer = setTimeout(() => history.replaceState(null, "", addressOf(state)), 250);
}

function showControls() {
  const isAlone = state.curves.length === 1;
  const folder = isOverlay ? "losses/" : "";
  const blocks = state.curves.map((curve, i) =>
    controlsOf(curve, {
      swatch: colourOf(themes[theme()], i),
      link: curve.loss.name === usual ? null : `${folder}${curve.loss.name}.html`,
      complain: (words) => complain(i, words),
      replace(changed) {
        state.curves[i] = changed;
        redraw();
      },
      remove: isAlone ? null : () => removeCurve(i),
    }),
  );
  find("curves").replaceChildren(...blocks);
  for (const box of panelBoxes) box.checked = state.panels.has(box.value);
  showChoices(isAlone && isOverlay);
}

/** List the losses to add: those of the same axis, or `ofAnyAxis`, which then replace the only curve. */
function showChoices(ofAnyAxis) {
  const [{ loss: first }] = state.curves;
  const groups = Map.groupBy(Object.values(losses), (loss) => loss.axis);
  const choices = [...groups].filter(([axis]) => ofAnyAxis || axis === first.axis);
  const [hint] = find("add").children;
  const lists = choices.map(([axis, members]) => {
    const group = make("optgroup", { label: say(axis) });
    group.append(...members.map((loss) => new Option(nameOf(loss), loss.name)));
    return group;
  });
  find("add").replaceChildren(hint, ...lists);
  find("add").value = "";
}

/** Remove a curve, and leave the focus at what removes the next. */
function removeCurve(i) {
  changeCurves(state.curves.filter((_, number) => number !== i));
  const buttons = [...find("curves").querySelectorAll(".curve-head button")];
  (buttons[i] ?? buttons.at(-1) ?? find("add")).focus();
}

function changeCurves(curves) {
  state.curves = curves;
  wrong = [];
  if (state.range && curves[0].loss.axis !== scene.curves[0].loss.axis) state.range = null;
  refresh();
}

function refresh() {
  problems.clear();
  complain("link", wrong.length ? say("The link asks for what cannot be drawn: {words}", { words: wrong.join(", ") }) : "");
  showControls();
  redraw();
}

function readAt(x) {
  state.x = x;
  showReading();
}

/** The x of a pointer: at a knot, if one is near, else as round as its pixel allows. */
function xOfPointer(event) {
  const [box] = drawing.boxes;
  const bounds = figure.firstElementChild.getBoundingClientRect();
  const column = ((event.clientX - bounds.left) / bounds.width) * drawing.width;
  const near = scene.knots.flat().map((knot) => [Math.abs(place(box, [knot.x, 0])[0] - column), knot.x]).sort((a, b) => a[0] - b[0])[0];
  if (near && near[0] <= SNAP) return near[1];
  return inView(roundToPixel(xAt(box, column)));
}

/** x as a multiple of the power of ten that is just finer than a pixel. */
function roundToPixel(x) {
  const step = 10 ** Math.floor(Math.log10((scene.right - scene.left) / drawing.boxes[0].width));
  return Number((Math.round(x / step) * step).toPrecision(12));
}

function inView(x) {
  return Math.min(Math.max(x, scene.left), scene.right);
}

/** Arrow keys go a hundredth of the view, but not past a knot; page keys go from knot to knot. */
function onKey(event) {
  const width = scene.right - scene.left;
  const here = state.x ?? (scene.left + scene.right) / 2;
  const knots = scene.knots.flat().map((knot) => knot.x).sort((a, b) => a - b);
  const after = knots.find((x) => x > here);
  const before = knots.findLast((x) => x < here);
  const stride = (event.shiftKey ? 0.1 : 0.01) * width;
  const targets = {
    ArrowRight: () => Math.min(roundToPixel(here + stride), after ?? Infinity),
    ArrowLeft: () => Math.max(roundToPixel(here - stride), before ?? -Infinity),
    PageUp: () => after ?? scene.right,
    PageDown: () => before ?? scene.left,
    Home: () => scene.left,
    End: () => scene.right,
  };
  const key = { ArrowUp: "ArrowRight", ArrowDown: "ArrowLeft" }[event.key] ?? event.key;
  if (!targets[key] || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  readAt(inView(targets[key]()));
}

function changeView() {
  const words = [find("left").value, find("right").value];
  const problem = viewProblem(words, state.curves[0].loss);
  complain("view", problem);
  find("usual").disabled = !problem && !state.range;
  if (problem) return;
  state.range = words.map(readNumber);
  redraw();
}

function onNumber() {
  const word = find("at").value;
  const x = word.trim() ? readNumber(word) : null;
  if (x === null || Number.isFinite(x)) readAt(x);
  else complain("x", Number.isNaN(x) ? say("{word} is not a number", { word: quoted(word) }) : say("{x} is outside the view", { x: formatNumber(x) }));
}

function fileName(suffix) {
  return `${state.curves.map((curve) => specOf(curve).replaceAll(/[:=]/g, "-")).join("_").slice(0, 120)}.${suffix}`;
}

/** The drawing as it stands, with its crosshair. */
function currentDrawing() {
  return { ...drawing, svg: new XMLSerializer().serializeToString(figure.firstElementChild) };
}

function listen() {
  figure.addEventListener("pointermove", (event) => (event.pointerType !== "touch" || event.buttons) && readAt(xOfPointer(event)));
  figure.addEventListener("pointerdown", (event) => readAt(xOfPointer(event)));
  figure.addEventListener("keydown", onKey);
  find("at").addEventListener("input", onNumber);
  for (const name of ["left", "right"]) find(name).addEventListener("change", changeView);
  find("usual").addEventListener("click", () => {
    state.range = null;
    redraw();
  });
  for (const box of panelBoxes) {
    box.addEventListener("change", () => {
      state.panels = new Set(panelBoxes.filter(({ checked }) => checked).map(({ value }) => value));
      redraw();
    });
  }
  find("add").addEventListener("change", ({ target }) => {
    const { state: added } = readAddress(target.value, losses);
    const [curve] = added.curves;
    const isMeant = curve.loss.axis === state.curves[0].loss.axis;
    const isThere = state.curves.some((other) => specOf(other) === specOf(curve));
    changeCurves(isMeant ? [...state.curves, ...(isThere ? [] : [curve])] : [curve]);
  });
  find("copy-png").addEventListener("click", ({ target }) => copy(target, () => navigator.clipboard.write([new ClipboardItem({ "image/png": pngOf(currentDrawing()) })])));
  find("copy-link").addEventListener("click", ({ target }) => copy(target, () => navigator.clipboard.writeText(new URL(addressOf(state), location).href)));
  find("save-png").addEventListener("click", async () => save(await pngOf(currentDrawing()), fileName("png")));
  find("save-svg").addEventListener("click", () => save(new Blob([currentDrawing().svg], { type: "image/svg+xml" }), fileName("svg")));
  find("save-csv").addEventListener("click", () => save(new Blob([csvOf(scene)], { type: "text/csv" }), fileName("csv")));
  addEventListener("hashchange", () => {
    readState();
    refresh();
    find("live").scrollIntoView();
  });
  new ResizeObserver(() => drawing && Math.floor(figure.clientWidth) !== drawing.width && redraw()).observe(figure);
}

// For the browser's console.
Object.assign(globalThis.lossplot, { compose, overlaps, readSpec });

readState();
listen();
startPage(refresh);

return {  };
})();

})();
