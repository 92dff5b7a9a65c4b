/* Made by lossplot gallery; seal 35e80de59ba0f18a */
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
"risk at *η* = {eta}": "风险（*η* = {eta}）",
"loss, scaled to 1 at *m* = 0": "损失（缩放至 *m* = 0 处为 1）",
"loss, scaled to 1 at *f* = 0": "损失（缩放至 *f* = 0 处为 1）",
"minimiser": "极小点",
"% of the loss (grey: of the examples)": "损失占比（%，灰色：样本占比）",
"% of the gradient (grey: of the examples)": "梯度占比（%，灰色：样本占比）",
"Observed frequency of +1 by its forecast": "+1 的实际频率与预报概率",
"Loss by epoch": "各轮损失",
"training": "训练",
"validation": "验证",
"Loss": "损失",
"Loss (grey: the examples)": "损失（灰色：样本分布）",
"Learned values": "学得的值",
"epoch {n}": "第 {n} 轮",
"margin": "间隔",
"error": "误差",
"probability": "概率",
"prediction": "预测值",
"score": "得分",
"distance": "距离",
"similarity": "相似度",
"coefficient": "系数",
"ratio": "概率比",
"overlap": "重叠度",
"corner": "角点",
"jump": "跳跃",
"change of curvature": "曲率突变",
"a whole number in {domain}": "{domain} 内的整数",
"{domain} without {holes}": "{domain} 除去 {holes}",
"{count} losses": "{count} 个损失",
"1 loss": "1 个损失",
"Copied": "已复制",
"Press Ctrl+C": "请按 Ctrl+C",
"Not copied": "未能复制",
"Not saved": "未能保存",
"; the figure shows {values}": "；图中为 {values}",
"{kind} at {x}": "{x} 处的{kind}",
"{left} left, {right} right": "左 {left}，右 {right}",
"undefined": "无定义",
"Remove {name}": "移除 {name}",
"{name}: {symbol}": "{name}：{symbol}",
"{name}: {symbol}, as a number": "{name}：{symbol}，数值",
"{symbol} = {value} cannot be computed with; its size is from {least} to {most}": "{symbol} = {value} 无法计算；其绝对值须在 {least} 到 {most} 之间",
"{symbol} = {value} is outside {domain}": "{symbol} = {value} 不在 {domain} 内",
"{name} needs {condition}": "{name} 要求 {condition}",
"{symbol} must be {domain}, not {value}": "{symbol} 须为 {domain}，而不是 {value}",
" or ": " 或 ",
"{word} is not a number": "{word} 不是数",
"{symbol}: {word} is not a number": "{symbol}：{word} 不是数",
"the view must go from a smaller to a larger {variable}": "视图须从较小的 {variable} 到较大的 {variable}",
"View from {left} to {right}, heights from {bottom} to {top}": "视图从 {left} 到 {right}，高度从 {bottom} 到 {top}",
"{name}, {label}": "{name}，{label}",
"{name} is {value} at m = 0 and cannot be scaled to 1 there": "{name} 在 m = 0 处为 {value}，无法缩放至 1",
"the view is too narrow": "视图太窄",
"the view must end within ±1e100": "视图须在 ±1e100 之内",
"the view must overlap {domain}": "视图须与 {domain} 相交",
"{x} is outside the view": "{x} 在视图之外",
"The link asks for what cannot be drawn: {words}": "链接所要求的无法绘制：{words}",
"Light": "浅色",
"Dark": "深色",
"As the system": "跟随系统",
"Compare": "比较",
"Compare {name}": "比较 {name}",
"One figure has losses of one axis": "一张图只能有同一横轴的损失",
"Play": "播放",
"Pause": "暂停",
"Training": "训练",
"Validation": "验证",
"Test": "测试",
"Test right": "测试正确率",
"Epoch {epoch}": "第 {epoch} 轮",
"Epoch {epoch} of {epochs}": "第 {epoch} 轮，共 {epochs} 轮",
"Epochs": "轮数",
"{share} of the test right": "测试正确率 {share}",
"test loss {loss}": "测试损失 {loss}",
"diverged in epoch {epoch}": "在第 {epoch} 轮发散",
"dead: a hidden layer is zero everywhere": "已死：某个隐藏层处处为零",
"{name}: decision regions and examples": "{name}：决策区域与样本",
"{name}: the fit and the examples": "{name}：拟合与样本",
"{name}: loss after each epoch": "{name}：每轮之后的损失",
"{name}: the loss and where the examples are on it": "{name}：损失曲线与样本所在位置",
"The link asks for what cannot be trained: {words}": "链接所要求的无法训练：{words}",
"{name} cannot be {word}": "{name}不能是{word}",
"For η = {eta} the least risk is {risk}, of {answer} = {low}.": "η = {eta} 时最小风险为 {risk}，在 {answer} = {low} 处取得。",
"For η = {eta} the least risk is {risk}, of every {answer} from {low} to {high}.": "η = {eta} 时最小风险为 {risk}，在 {low} 到 {high} 的每个 {answer} 处取得。",
"For η = {eta} the least risk is {risk}, of every {answer} above {low}.": "η = {eta} 时最小风险为 {risk}，在大于 {low} 的每个 {answer} 处取得。",
"For η = {eta} the least risk is {risk}, of every {answer} below {high}.": "η = {eta} 时最小风险为 {risk}，在小于 {high} 的每个 {answer} 处取得。",
"For η = {eta} the risk falls on and on: no answer is best.": "η = {eta} 时风险一直下降，没有最优输出。",
"The centre of the sample in its eyes is {place}.": "它所认定的样本中心为 {place}。",
"The centre of the sample in its eyes is {place}, the {centre}.": "它所认定的样本中心为 {place}，即{centre}。",
"With the outlier at ({x}, {y}) the slope of the line is {slope}; that of the other points is about 0.5.": "离群点位于 ({x}, {y}) 时，直线的斜率为 {slope}；其余各点的斜率约为 0.5。",
"outlier at ({x}, {y}): slope {slope}": "离群点 ({x}, {y})：斜率 {slope}",
"{low} to {high}": "{low} 到 {high}",
"a sample of ten numbers": "十个数的样本",
"chance η of the label +1": "标签为 +1 的概率 η",
"answer f": "输出 f",
"answer p": "预报 p",
"mode": "众数",
"median": "中位数",
"mean": "均值",
"write a formula, such as {example}": "请写一个公式，例如 {example}",
"write its derivative, such as {example}": "请写出它的导数，例如 {example}",
"The reader of formulas could not be loaded.": "无法加载公式读取器。",
"The page cannot read this; the command line may.": "本页无法读取这个公式；命令行也许可以。",
"the formula is a curve of {other}, and those of the figure are of {axis}: remove them first": "公式是关于{other}的曲线，而图中的曲线是关于{axis}的：请先移除它们",
"{count} curves are the most of one figure": "一张图最多 {count} 条曲线",
"values with which it can be computed": "可以计算的参数值"
}
};
const looksModule = (function () {
const root = globalThis.document?.documentElement;
const system = globalThis.matchMedia?.("(prefers-color-scheme: dark)");
function withoutLooks(words) {
return words.split("&").filter((part) => !isLook(part)).join("&");
}
function withLooks(words) {
const theme = root.dataset.theme ?? (system.matches ? "dark" : "");
return theme ? [words, `theme=${theme}`].filter(Boolean).join("&") : words;
}
function withoutLanguage(words) {
return words.split("&").filter((part) => !isLanguage(part)).join("&");
}
function isLook(part) {
return part === "theme=light" || part === "theme=dark" || isLanguage(part);
}
function isLanguage(part) {
return [...document.querySelectorAll("link[hreflang]")].some(({ hreflang }) => part === `lang=${hreflang}`);
}
return { withoutLooks, withLooks, withoutLanguage };
})();
const barModule = (function () {
const { withLooks, withoutLooks } = looksModule;
const DELAY = 250;
function addressBar(words, take) {
let timer = null;
let before = "";
function changed() {
clearTimeout(timer);
before = read();
timer = setTimeout(save, DELAY);
}
function save() {
if (timer === null) return;
clearTimeout(timer);
timer = null;
if (read() === before) write(words());
}
document.addEventListener("click", save, true);
addEventListener("hashchange", () => {
if (!location.hash || isSection(location.hash)) return;
timer = null;
take(read());
});
return { read, changed };
}
function read() {
const { hash, search } = location;
return withoutLooks(hash.length > 1 && !isSection(hash) ? hash.slice(1) : search.slice(1));
}
function write(words) {
const address = new URL(location);
address.search = withLooks(words);
if (!isSection(address.hash)) address.hash = "";
rewrite(address);
}
function rewrite(address) {
try {
history.replaceState(null, "", address);
} catch {
}
}
function isSection(hash) {
return document.getElementById(decoded(hash.slice(1))) !== null;
}
function decoded(words) {
try {
return decodeURIComponent(words);
} catch {
return words;
}
}
return { addressBar, rewrite, decoded };
})();
const elementsModule = (function () {
const find = (id) => document.getElementById(id);
function make(tag, properties = {}, attributes = {}) {
const element = Object.assign(document.createElement(tag), properties);
for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
return element;
}
return { find, make };
})();
const wordsModule = (function () {
const [MOST, LONGEST] = [8, 60];
const languages = ["en", ...Object.keys(MESSAGES)];
function language() {
const { lang } = document.documentElement;
return languages.includes(lang) ? lang : "en";
}
function quoted(word) {
return `\u2018${word}\u2019`;
}
function listed(words) {
const [first, more] = [words.slice(0, MOST), words.length > MOST ? ["…"] : []];
return [...first.map((word) => (word.length > LONGEST ? `${word.slice(0, LONGEST)}…` : word)), ...more].join(", ");
}
function say(words, values = {}) {
return (MESSAGES[language()]?.[words] ?? words).replace(/\{(\w+)\}/g, (_, name) => values[name]);
}
return { language, quoted, listed, say };
})();
const clipboardModule = (function () {
const { find, make } = elementsModule;
const { say } = wordsModule;
function serveCopyButtons() {
document.addEventListener("click", (event) => {
const button = event.target.closest("[data-copy], [data-copy-text]");
if (!button) return;
const source = button.dataset.copy && find(button.dataset.copy);
copy(button, () => navigator.clipboard.writeText(source ? source.textContent.trim() : button.dataset.copyText), source);
});
}
async function copy(button, write, source) {
try {
await write();
flash(button, say("Copied"));
} catch {
if (source) getSelection().selectAllChildren(source);
flash(button, say(source ? "Press Ctrl+C" : "Not copied"));
}
}
async function attempt(button, save) {
try {
await save();
} catch {
flash(button, say("Not saved"));
}
}
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
function announce(words) {
if (!find("voice")) document.querySelector("main").append(make("div", { id: "voice", className: "unseen" }, { role: "status" }));
find("voice").textContent = words;
}
return { serveCopyButtons, copy, attempt, announce };
})();
const pageModule = (function () {
const { serveCopyButtons } = clipboardModule;
const { rewrite } = barModule;
const { withLooks, withoutLanguage, withoutLooks } = looksModule;
const { say } = wordsModule;
const root = document.documentElement;
const system = matchMedia("(prefers-color-scheme: dark)");
const paper = matchMedia("print");
function theme() {
if (paper.matches) return "light";
return root.dataset.theme ?? (system.matches ? "dark" : "light");
}
function startPage(refresh) {
const button = document.getElementById("theme");
const dress = () => {
button.textContent = { light: "\u2600", dark: "\u263e" }[root.dataset.theme] ?? "\u25d0";
button.title = say({ light: "Light", dark: "Dark" }[root.dataset.theme] ?? "As the system");
refresh();
};
button.addEventListener("click", () => {
const next = nextTheme();
if (next) root.dataset.theme = next;
else delete root.dataset.theme;
keep("theme", next);
keepInAddress();
dress();
});
for (const media of [system, paper]) media.addEventListener("change", dress);
for (const link of document.querySelectorAll("a[hreflang]")) link.addEventListener("click", () => takeStateAlong(link));
serveCopyButtons();
addEventListener("hashchange", unfoldTarget);
unfoldTarget();
dress();
}
function unfoldTarget() {
const target = document.getElementById(location.hash.slice(1));
if (target?.matches("details:not([open])")) {
target.open = true;
target.scrollIntoView();
}
}
function takeStateAlong(link) {
link.search = withoutLanguage(location.search.slice(1));
link.hash = location.hash;
}
function keepInAddress() {
const words = location.search.slice(1);
if (withoutLooks(words) === words) return;
const address = new URL(location);
address.search = withLooks(withoutLooks(words));
rewrite(address);
}
function nextTheme() {
const [own, other] = system.matches ? ["dark", "light"] : ["light", "dark"];
return { [other]: own, [own]: "" }[root.dataset.theme] ?? other;
}
function keep(name, value) {
try {
localStorage.setItem(name, value);
} catch {
}
}
return { theme, startPage };
})();
const scrollersModule = (function () {
function nameScrollers(boxes, nameOf) {
const observer = new ResizeObserver((entries) => {
for (const { target } of entries) nameScroller(target, nameOf);
});
for (const box of boxes) observer.observe(box);
}
function nameScroller(box, nameOf) {
const attributes = { tabindex: 0, role: "group", "aria-label": nameOf(box) };
for (const [attribute, value] of Object.entries(attributes)) {
if (box.scrollWidth > box.clientWidth) box.setAttribute(attribute, value);
else box.removeAttribute(attribute);
}
}
return { nameScrollers, nameScroller };
})();
const searchModule = (function () {
const WEIGHTS = { key: 900, names: 800, tasks: 500, tags: 400, libraries: 400, text: 200, source: 100 };
const WHOLE_FIELDS = ["key", "names", "tasks"];
const [WHOLE, FIRST, START, WORD, WORD_START, PART] = [100, 85, 80, 70, 60, 30];
const [LEAST_PART, LEAST_IDEOGRAPHS] = [4, 3];
const LONG = 8;
const IDEOGRAPH = /[\u3040-\u9fff]/;
const IDLE = new Set("a an and best data dataset datasets for function functions in loss losses of problem problems system systems task tasks the to use what which with".split(" "));
function plain(text) {
const letters = text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
return letters.replaceAll("_", "-").replaceAll("\u2013", "-").replaceAll("\u94f0\u94fe", "\u5408\u9875").trim();
}
function plainFormula(text) {
const signs = { "\u2212": "-", "\u00b7": "*", "\u00d7": "*", "**": "^", "\u00b2": "^2", "\u00b3": "^3", "\u2264": "<=", "\u2265": ">=" };
const typed = Object.entries(signs).reduce((words, [sign, typed]) => words.replaceAll(sign, typed), text.toLowerCase());
const functions = typed.replace(/\bexp\(/g, "e^(").replace(/\bln\(/g, "log(").replace(/\|([^|]*)\|/g, "abs($1)");
return functions.replace(/^\s*l\s*\([^)]*\)\s*=/, "").replace(/[\s()[\]{}]/g, "");
}
function searchable(fields, formulas) {
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
function ranked(query, entries) {
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
function isFormula(query) {
return /[()^=*+/|\u00b2\u221a]/.test(query);
}
function holding(formula, entries) {
if (!formula) return [];
const lengthOf = ({ formulas }) => Math.min(...formulas.filter((each) => each.includes(formula)).map(({ length }) => length));
const found = [...entries.keys()].map((place) => [place, lengthOf(entries[place])]).filter(([, length]) => Number.isFinite(length));
return found.sort((a, b) => a[1] - b[1] || a[0] - b[0]).map(([place]) => place);
}
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
function wholeOf(words, spellings) {
return words.flatMap((word, n) => (spellings[n].includes(word) ? partsOf(word).map((part) => [stem(part)]) : [spellings[n].map(stem)]));
}
function stem(word) {
return word.length >= LEAST_PART && word.endsWith("s") ? word.slice(0, -1) : word;
}
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
function difference(word, other) {
if (word.length < (IDEOGRAPH.test(word) ? LEAST_IDEOGRAPHS : LEAST_PART)) return null;
const most = word.length >= LONG ? 2 : 1;
if (Math.abs(word.length - other.length) > most) return null;
const letters = distance(word, other);
return letters <= most ? letters : null;
}
function distance(a, b) {
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
return { plain, plainFormula, searchable, ranked, distance };
})();
const catalogueModule = (function () {
const { addressBar } = barModule;
const { find, make } = elementsModule;
const { startPage } = pageModule;
const { nameScrollers } = scrollersModule;
const { ranked, searchable } = searchModule;
const { say } = wordsModule;
const [form, search, count, none, tray, pickList, show] = ["filters", "search", "count", "none", "tray", "picked", "show"].map(find);
const cards = [...document.querySelectorAll(".card[data-axis]")].map((element) => ({
element,
axis: element.dataset.axis,
is: new Set(element.dataset.is.split(" ")),
link: element.querySelector("h3 a"),
pick: make("input", { type: "checkbox", name: "pick", value: element.dataset.loss }),
}));
let entries = null;
const sections = [...document.querySelectorAll("section.axis")].map((element) => ({ element, list: element.querySelector("ul") }));
const wordsAddress = new URL("words.js", document.currentScript.src).href;
let picks = [];
let order = orderOf(cards);
function searched() {
entries ??= cards.map(entryOf);
return entries;
}
function entryOf({ element, link }) {
const { formulas = [], ...fields } = globalThis.lossplot.words?.[element.dataset.loss] ?? { names: [link.textContent] };
return searchable(fields, formulas);
}
function hits() {
const [axes, properties] = [chosen("axis"), chosen("is")];
const found = search.value.trim() ? ranked(search.value, searched()).map((place) => cards[place]) : cards;
return found.filter((card) => (!axes.length || axes.includes(card.axis)) && properties.every((each) => card.is.has(each)));
}
function chosen(name) {
return [...form.querySelectorAll(`[name=${name}]:checked`)].map((box) => box.value);
}
function filter() {
const found = hits();
const left = new Set(found);
for (const card of cards) card.element.hidden = !left.has(card);
arrange(search.value.trim() ? found : cards);
for (const { element } of sections) element.hidden = !element.querySelector(".card:not([hidden])");
none.hidden = left.size > 0;
count.textContent = left.size === 1 ? say("1 loss") : say("{count} losses", { count: left.size });
}
function orderOf(some) {
return some.map(({ pick }) => pick.value).join();
}
function arrange(sorted) {
const wanted = orderOf(sorted);
if (wanted === order) return;
order = wanted;
const focused = document.activeElement;
for (const { element } of sorted) element.parentElement.append(element);
const lists = [...new Set(sorted.map(({ element }) => element.parentElement))];
for (const list of lists) none.before(list.closest("section"));
if (document.activeElement !== focused) focused.focus({ preventScroll: true });
}
function showPicks() {
const axis = picks[0]?.axis;
for (const card of cards) {
card.pick.checked = picks.includes(card);
card.pick.disabled = Boolean(axis) && card.axis !== axis;
card.pick.parentElement.title = card.pick.disabled ? say("One figure has losses of one axis") : "";
}
tray.hidden = !picks.length;
pickList.replaceChildren(...picks.map(pickItem));
show.href = `overlay.html?${picks.map((card) => card.pick.value).join("+")}`;
}
function pickItem(card) {
const name = card.link.textContent;
const button = make("button", { type: "button", textContent: name }, { "aria-label": say("Remove {name}", { name }) });
button.addEventListener("click", () => {
pick(picks.filter((each) => each !== card));
(pickList.querySelector("button") ?? search).focus();
});
const item = make("li");
item.append(button);
return item;
}
function pick(cards) {
picks = cards;
changed();
}
function take(words) {
const options = new URLSearchParams(words);
const list = (name) => (options.get(name) ?? "").split(",");
search.value = options.get("q") ?? "";
for (const name of ["axis", "is"]) for (const box of form.querySelectorAll(`[name=${name}]`)) box.checked = list(name).includes(box.value);
const choices = cards.filter((card) => list("pick").includes(card.pick.value));
picks = choices.filter((card) => card.axis === choices[0].axis);
}
function words() {
const parts = { q: search.value, axis: chosen("axis").join(), is: chosen("is").join(), pick: picks.map((card) => card.pick.value).join() };
const options = Object.entries(parts).filter(([, value]) => value).map(([name, value]) => `${name}=${encodeURIComponent(value).replaceAll("%2C", ",")}`);
return options.join("&");
}
function refresh() {
filter();
showPicks();
}
function changed() {
refresh();
bar.changed();
}
function showPickBoxes() {
for (const { element, pick, link } of cards) {
pick.setAttribute("aria-label", say("Compare {name}", { name: link.textContent }));
const label = make("label", { className: "pick" });
label.append(pick, say("Compare"));
element.querySelector(".head").append(label);
}
}
function readWords() {
const script = make("script", { src: wordsAddress });
script.addEventListener("load", () => {
entries = null;
if (search.value) refresh();
});
document.head.append(script);
}
function move(key) {
const visible = cards.filter((card) => !card.element.hidden);
const here = visible.findIndex((card) => card.element.contains(document.activeElement));
if (here < 0) return visible[0]?.link.focus();
const column = visible[here].element.getBoundingClientRect();
const isInColumn = (card) => {
const box = card.element.getBoundingClientRect();
return box.left < column.right && box.right > column.left;
};
const targets = {
ArrowRight: () => visible[here + 1],
ArrowLeft: () => visible[here - 1],
ArrowDown: () => visible.slice(here + 1).find(isInColumn),
ArrowUp: () => visible.slice(0, here).findLast(isInColumn),
};
const target = targets[key]();
if (target) target.link.focus();
else if (key === "ArrowUp") search.focus();
}
function onKey(event) {
if (event.ctrlKey || event.metaKey || event.altKey) return;
const { key, target } = event;
const isInSearch = target === search;
const isInCards = target.closest?.(".card");
if (key === "/" && !isInSearch) search.focus();
else if (key === "Escape" && (search.value || chosen("axis").length || chosen("is").length)) clear();
else if (key === "Enter" && isInSearch) hits()[0]?.link.click();
else if (key === "ArrowDown" && (isInSearch || target === document.body)) move(key);
else if (key.startsWith("Arrow") && isInCards) move(key);
else return;
event.preventDefault();
}
function clear() {
form.reset();
setTimeout(() => document.activeElement.scrollIntoView({ block: "nearest" }));
}
form.addEventListener("input", changed);
form.addEventListener("reset", () => setTimeout(changed));
for (const button of [form.querySelector("[type=reset]"), find("drop")]) button.addEventListener("click", () => pick([]));
form.addEventListener("submit", (event) => event.preventDefault());
document.addEventListener("keydown", onKey);
document.addEventListener("change", ({ target }) => {
if (target.name !== "pick") return;
const card = cards.find((each) => each.pick === target);
pick(target.checked ? [...picks, card] : picks.filter((each) => each !== card));
});
const bar = addressBar(words, (asked) => {
take(asked);
refresh();
});
showPickBoxes();
addEventListener("load", readWords);
take(bar.read());
startPage(refresh);
nameScrollers(document.querySelectorAll(".card .formula"), (formula) => formula.parentElement.querySelector("h3").textContent);
return {  };
})();
})();
