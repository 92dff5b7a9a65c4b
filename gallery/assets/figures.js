/* Made by lossplot gallery; seal 41739e8621c7cb1c */
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
const figuresModule = (function () {
const { startPage } = pageModule;
startPage(() => {});
return {  };
})();
})();
