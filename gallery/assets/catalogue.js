/* Made by lossplot gallery; seal bea3f5aa076602e3 */
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

const catalogueModule = (function () {
// The first page: search, filters, picked losses; the address holds them all.

const { find, make } = elementsModule;
const { startPage } = pageModule;
const { languages, say } = wordsModule;

const [form, search, count, none, tray, pickList, show] = ["filters", "search", "count", "none", "tray", "picked", "show"].map(find);
const cards = [...document.querySelectorAll(".card[data-words]")].map((element) => ({
  element,
  axis: element.dataset.axis,
  is: new Set(element.dataset.is.split(" ")),
  words: plain(["h3 a", "p"].flatMap((part) => said(element.querySelector(part))).concat(element.dataset.words, librariesIn(element.dataset.words), propertiesOf(element)).join(" ")),
  names: [element.querySelector("[name=pick]").value, ...element.dataset.words.split(";")[0].split(" "), ...said(element.querySelector("h3 a"))].map(plain),
  link: element.querySelector("h3 a"),
  pick: element.querySelector("[name=pick]"),
}));
const sections = [...document.querySelectorAll("section.axis")];
const overlays = find("overlays");
let picks = [];

/** Return the full names of the libraries whose short names are in `words`. */
function librariesIn(words) {
  const names = { "torch:": "pytorch", "keras:": "tensorflow", "sklearn:": "scikit-learn" };
  return Object.keys(names).filter((name) => words.includes(name)).map((name) => names[name]);
}

/** Return the names of the properties of a card, in all languages. */
function propertiesOf({ dataset }) {
  return dataset.is.split(" ").filter(Boolean).flatMap((name) => said(form.querySelector(`[value=${name}] + span`)));
}

/** What an element says, in all languages. */
function said(element) {
  return [element.textContent, ...languages.map((code) => element.getAttribute(`data-${code}`) ?? "")];
}

/** The one spelling that is searched in. */
function plain(words) {
  return words.toLowerCase().replaceAll("_", "-").replaceAll("铰链", "合页");
}

/** Return the losses that match the search and the filters. */
function hits() {
  const words = plain(search.value).split(/\s+/).filter(Boolean);
  const [axes, properties] = [chosen("axis"), chosen("is")];
  return cards.filter(
    (card) => (!axes.length || axes.includes(card.axis)) && properties.every((each) => card.is.has(each)) && words.every((word) => card.words.includes(word)),
  );
}

/** Return the loss for Enter: one of the name in the search, else one whose name begins so, else the first. */
function bestHit() {
  const words = plain(search.value).trim();
  const left = hits();
  return left.find(({ names }) => names.includes(words)) ?? left.find(({ names }) => names.some((name) => name.startsWith(words))) ?? left[0];
}

function chosen(name) {
  return [...form.querySelectorAll(`[name=${name}]:checked`)].map((box) => box.value);
}

function filter() {
  const left = new Set(hits());
  for (const card of cards) card.element.hidden = !left.has(card);
  for (const section of sections) section.hidden = !section.querySelector(".card:not([hidden])");
  if (overlays) overlays.hidden = left.size < cards.length;
  none.hidden = left.size > 0;
  count.textContent = left.size === 1 ? say("1 loss") : say("{count} losses", { count: left.size });
}

/** Losses of one axis alone can be overlaid, so a first pick rules out the others. */
function showPicks() {
  const axis = picks[0]?.axis;
  for (const card of cards) {
    card.pick.checked = picks.includes(card);
    card.pick.disabled = Boolean(axis) && card.axis !== axis;
    card.pick.parentElement.title = card.pick.disabled ? say("One figure has losses of one axis") : "";
    card.pick.nextSibling.data = say("Compare");
  }
  tray.hidden = !picks.length;
  pickList.replaceChildren(...picks.map(pickItem));
  show.href = `overlay.html#${picks.map((card) => card.pick.value).join("+")}`;
}

/** The item of a loss in the tray, with a button that drops it. */
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
  refreshAndSave();
}

function readAddress() {
  const options = new URLSearchParams(location.hash.slice(1));
  const list = (name) => (options.get(name) ?? "").split(",");
  search.value = options.get("q") ?? "";
  for (const name of ["axis", "is"]) for (const box of form.querySelectorAll(`[name=${name}]`)) box.checked = list(name).includes(box.value);
  const choices = cards.filter((card) => list("pick").includes(card.pick.value));
  picks = choices.filter((card) => card.axis === choices[0].axis);
}

function refresh() {
  filter();
  showPicks();
}

let timer = null;
let hash = "";
/** Refresh the page, and its address a moment later: browsers refuse one that changes too often. */
function refreshAndSave() {
  refresh();
  clearTimeout(timer);
  ({ hash } = location);
  timer = setTimeout(saveAddress, 300);
}

/** Write the address now, if it is still to be written; one that somebody else has changed is still to be read. */
function saveAddress() {
  if (timer === null) return;
  clearTimeout(timer);
  timer = null;
  if (location.hash !== hash) return;
  const parts = { q: search.value, axis: chosen("axis").join(), is: chosen("is").join(), pick: picks.map((card) => card.pick.value).join() };
  const options = Object.entries(parts).filter(([, value]) => value).map(([name, value]) => `${name}=${encodeURIComponent(value).replaceAll("%2C", ",")}`);
  history.replaceState(null, "", `#${options.join("&")}`);
}

/** A box says what it is for. */
function labelPicks() {
  for (const { pick } of cards) {
    const label = make("label", { className: "pick" });
    pick.replaceWith(label);
    label.append(pick, "");
  }
}

/** Move the focus by an arrow key: to the next card or the one before, or a row down or up. */
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
  else if (key === "Enter" && isInSearch) bestHit()?.link.click();
  else if (key === "ArrowDown" && (isInSearch || target === document.body)) move(key);
  else if (key.startsWith("Arrow") && isInCards) move(key);
  else return;
  event.preventDefault();
}

/** Show all losses again, and what has the focus among them. */
function clear() {
  form.reset();
  setTimeout(() => document.activeElement.scrollIntoView({ block: "nearest" }));
}

/** Formulas wider than their cards can be scrolled by keys too. */
function nameScrollers() {
  for (const formula of document.querySelectorAll(".card .formula")) {
    const isWide = formula.scrollWidth > formula.clientWidth;
    const attributes = { tabindex: 0, role: "group", "aria-label": formula.parentElement.querySelector("h3").textContent };
    for (const [name, value] of Object.entries(attributes)) {
      if (isWide) formula.setAttribute(name, value);
      else formula.removeAttribute(name);
    }
  }
}

form.addEventListener("input", refreshAndSave);
form.addEventListener("reset", () => setTimeout(refreshAndSave));
for (const button of [form.querySelector("[type=reset]"), find("drop")]) button.addEventListener("click", () => pick([]));
// Before a link leads away.
document.addEventListener("click", saveAddress, true);
form.addEventListener("submit", (event) => event.preventDefault());
document.addEventListener("keydown", onKey);
document.addEventListener("change", ({ target }) => {
  if (target.name !== "pick") return;
  const card = cards.find((each) => each.pick === target);
  pick(target.checked ? [...picks, card] : picks.filter((each) => each !== card));
});
addEventListener("hashchange", () => {
  readAddress();
  refresh();
});
addEventListener("load", () => (globalThis.requestIdleCallback ?? setTimeout)(nameScrollers));
addEventListener("resize", nameScrollers);
labelPicks();
readAddress();
startPage(refresh);

return {  };
})();

})();
