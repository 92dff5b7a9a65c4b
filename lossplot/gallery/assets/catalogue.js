// The first page: search, filters, picked losses; the address holds them all.

import { find, make } from "./elements.js";
import { startPage } from "./page.js";
import { languages, say } from "./words.js";

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
