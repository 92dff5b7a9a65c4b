// The first page: search, filters, picked losses; the address holds them all.

import { addressBar } from "./bar.js";
import { find, make } from "./elements.js";
import { startPage } from "./page.js";
import { nameScrollers } from "./scrollers.js";
import { ranked, searchable } from "./search.js";
import { say } from "./words.js";

const [form, search, count, none, tray, pickList, show] = ["filters", "search", "count", "none", "tray", "picked", "show"].map(find);
const cards = [...document.querySelectorAll(".card[data-axis]")].map((element) => ({
  element,
  axis: element.dataset.axis,
  is: new Set(element.dataset.is.split(" ")),
  link: element.querySelector("h3 a"),
  pick: make("input", { type: "checkbox", name: "pick", value: element.dataset.loss }),
}));
// What the cards are searched by, made for the first search: a page that nobody searches is there sooner.
let entries = null;
const sections = [...document.querySelectorAll("section.axis")].map((element) => ({ element, list: element.querySelector("ul") }));
const wordsAddress = new URL("words.js", document.currentScript.src).href;
let picks = [];
let order = orderOf(cards);

function searched() {
  entries ??= cards.map(entryOf);
  return entries;
}

/** What a search finds a card by: its name, until the words of all are read. */
function entryOf({ element, link }) {
  const { formulas = [], ...fields } = globalThis.lossplot.words?.[element.dataset.loss] ?? { names: [link.textContent] };
  return searchable(fields, formulas);
}

/** Return the losses that match the search and the filters, the best first. */
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

/** Put the cards, and the sections by their first ones, into the order of `sorted`. */
function arrange(sorted) {
  const wanted = orderOf(sorted);
  if (wanted === order) return;
  order = wanted;
  // What is moved loses the focus.
  const focused = document.activeElement;
  for (const { element } of sorted) element.parentElement.append(element);
  const lists = [...new Set(sorted.map(({ element }) => element.parentElement))];
  for (const list of lists) none.before(list.closest("section"));
  if (document.activeElement !== focused) focused.focus({ preventScroll: true });
}

/** Losses of one axis alone can be overlaid, so a first pick rules out the others. */
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
  changed();
}

/** Set the search, the filters and the picks to what the words of an address ask for. */
function take(words) {
  const options = new URLSearchParams(words);
  const list = (name) => (options.get(name) ?? "").split(",");
  search.value = options.get("q") ?? "";
  for (const name of ["axis", "is"]) for (const box of form.querySelectorAll(`[name=${name}]`)) box.checked = list(name).includes(box.value);
  const choices = cards.filter((card) => list("pick").includes(card.pick.value));
  picks = choices.filter((card) => card.axis === choices[0].axis);
}

/** The words of an address for what is to be seen. */
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

/** Give each card a box that says what it is for. */
function showPickBoxes() {
  for (const { element, pick, link } of cards) {
    pick.setAttribute("aria-label", say("Compare {name}", { name: link.textContent }));
    const label = make("label", { className: "pick" });
    label.append(pick, say("Compare"));
    element.querySelector(".head").append(label);
  }
}

/** Read what the search finds besides the words of the page, for which nothing has to wait. */
function readWords() {
  const script = make("script", { src: wordsAddress });
  script.addEventListener("load", () => {
    entries = null;
    if (search.value) refresh();
  });
  document.head.append(script);
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
  else if (key === "Enter" && isInSearch) hits()[0]?.link.click();
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
