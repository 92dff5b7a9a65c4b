// The live figure: drawn, read and changed where it stands.

import { addressOf, commandOf, MOST_CURVES, PANEL_OPTIONS, readAddress } from "./address.js";
import { readSpec } from "./asked.js";
import { addressBar } from "./bar.js";
import { attempt, copy } from "./clipboard.js";
import { controlsOf } from "./controls.js";
import { isSameCurve, KINDS, readNumber, specOf, plainNumber } from "./curve.js";
import { draw } from "./drawing.js";
import { find, make } from "./elements.js";
import { csvOf, pngOf, save } from "./files.js";
import { eachFrame } from "./frames.js";
import { groupedBy } from "./groups.js";
import { descriptionOf, labelOf, nameOf, panelName, symbolOf, wordsOf } from "./labels.js";
import { awaitLetters, withLetters } from "./letters.js";
import { overlaps } from "./overlaps.js";
import { startPage, theme } from "./page.js";
import { crosshair, place, xAt } from "./panel.js";
import { sentenceOf, tableOf, formatNumber } from "./reading.js";
import { compose, PANELS, readOff } from "./scene.js";
import { stylesOf } from "./styles.js";
import { isTrained } from "./train_fits.js";
import { viewProblem } from "./view.js";
import { showWhy, startWhy } from "./why.js";
import { language, listed, quoted, say } from "./words.js";

const losses = globalThis.lossplot.losses;
const figure = find("figure");
const { loss: usual } = document.querySelector("article").dataset;
const isOverlay = usual.includes("+");
const panelBoxes = [...document.querySelectorAll("[name=panel]")];
// The distance in pixels within which the crosshair snaps to a knot.
const SNAP = 6;
// The most knots that have buttons; of more, those nearest to zero.
const MOST_KNOTS = 12;
// The most losses that can be trained with at once.
const MOST_TRAINED = 4;
const KIND_WORDS = { jump: "jump", corner: "corner", curvature: "change of curvature" };
// Where the controls are below the figure, which then leaves them some of the window's height.
const narrow = matchMedia("(max-width: 44rem)");
const SHARE = 0.5;
const LEAST_WIDTH = 240;

let state;
let scene;
let styles;
let drawing;
// The width of the figure in pixels.
let width = Math.floor(figure.clientWidth);
// The words of the link that cannot be understood, and other problems by their subjects.
let wrong = [];
const problems = new Map();

/** Set the state to what the words of an address ask for, or, without any, to the usual one. */
function readState(words) {
  ({ state, wrong } = readAddress(words, losses));
  if (!state.curves.length) {
    state.curves = readAddress(usual, losses).state.curves;
    if (!words && !isOverlay && !narrow.matches) state.panels = new Set(PANEL_OPTIONS);
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

/** Draw everything again. */
function redraw() {
  const panels = PANELS.filter((panel) => panel === "loss" || state.panels.has(panel));
  scene = compose(state.curves, panels, state.range);
  styles = stylesOf(state.curves, themes[theme()]);
  const most = narrow.matches ? SHARE * innerHeight : Infinity;
  drawing = draw(scene, { width: Math.max(LEAST_WIDTH, width), most }, wordsOf(state.curves, panels), styles, themes[theme()]);
  figure.innerHTML = drawing.svg;
  showReading();
  showView();
  showTraining();
  showWhy(state.curves[0], styles[0].colour, themes[theme()]);
}

/** Let the link to training lead to the curves of the figure that a network can be trained with, if there are any. */
function showTraining() {
  const curves = state.curves.filter(({ loss }) => isTrained(loss));
  const link = find("train");
  link.hidden = !curves.length;
  link.search = curves.slice(0, MOST_TRAINED).map(specOf).join("+");
}

const { soon: redrawSoon, now: redrawNow } = eachFrame(redraw);

/** Put the crosshair where it belongs, and its numbers below the figure. */
function showReading() {
  const { x } = state;
  const names = state.curves.map(labelOf);
  const orders = scene.panels.map(({ order }) => order);
  const facts = { names, panels: scene.panels.map(({ name }) => panelName(name)), variable: state.curves[0].loss.variable, swatches: styles.map(({ colour }) => colour) };
  const isInView = x !== null && x >= scene.left && x <= scene.right;
  const readings = orders.map((order) => state.curves.map((_, i) => (x === null ? [] : readOff(scene, i, order, x).filter((y) => !Number.isNaN(y)))));
  figure.querySelector(".crosshair").innerHTML = isInView ? crosshair(drawing.boxes, x, readings, styles, themes[theme()]) : "";
  find("reading").replaceChildren(tableOf(facts, x, readings, width));
  figure.setAttribute("aria-valuemin", scene.left);
  figure.setAttribute("aria-valuemax", scene.right);
  figure.setAttribute("aria-valuenow", Math.min(Math.max(x ?? scene.left, scene.left), scene.right));
  figure.setAttribute("aria-valuetext", x === null ? descriptionOf(state.curves) : sentenceOf(facts, x, readings));
  if (readNumber(find("at").value) !== x) find("at").value = x === null ? "" : plainNumber(x);
  complain("x", x === null || isInView ? "" : say("{x} is outside the view", { x: `${facts.variable} = ${formatNumber(x)}` }));
  find("command").textContent = commandOf({ ...state, x: isInView ? x : null }, theme(), language());
}

function showView() {
  find("left").value = plainNumber(scene.left);
  find("right").value = plainNumber(scene.right);
  find("usual").disabled = !state.range;
  complain("view", "");
  sayWhatIsShown();
  // The greatest change is named if several curves change at one place.
  const rank = ({ kind }) => KINDS.indexOf(kind);
  const kinds = new Map(scene.knots.flat().sort((a, b) => rank(b) - rank(a)).map((knot) => [knot.x, knot.kind]));
  const nearest = [...kinds].sort(([a], [b]) => Math.abs(a) - Math.abs(b)).slice(0, MOST_KNOTS);
  const buttons = nearest.sort(([a], [b]) => a - b).map(([x, kind]) => {
    const words = say("{kind} at {x}", { kind: say(KIND_WORDS[kind]), x: formatNumber(Number(x.toPrecision(6))) });
    return make("button", { type: "button", textContent: words, onclick: () => readAt(x) });
  });
  find("knots").replaceChildren(...buttons);
}

/** Say beside what is true at the usual values of the parameters that the figure shows others. */
function sayWhatIsShown() {
  const [curve] = state.curves;
  const isMoved = curve.loss.name === usual && curve.loss.parameters.some((each, i) => curve.values[i] !== each.default);
  const values = curve.loss.parameters.map((each, i) => `${symbolOf(each)} = ${formatNumber(curve.values[i])}`).join(", ");
  for (const note of document.querySelectorAll(".held .now")) {
    note.textContent = isMoved ? say("; the figure shows {values}", { values }) : "";
    note.parentElement.classList.toggle("moved", isMoved);
  }
}

function showControls() {
  const isAlone = state.curves.length === 1;
  const folder = isOverlay ? "losses/" : "";
  const blocks = state.curves.map((curve, i) =>
    controlsOf(curve, {
      swatch: styles[i].colour,
      link: curve.loss.name === usual ? null : `${folder}${curve.loss.name}.html`,
      complain: (words) => complain(i, words),
      replace(changed) {
        state.curves[i] = changed;
        redrawSoon();
        bar.changed();
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
  const groups = groupedBy(Object.values(losses), (loss) => loss.axis);
  const choices = [...groups].filter(([axis]) => ofAnyAxis || axis === first.axis);
  const [hint] = find("add").children;
  const lists = choices.map(([axis, members]) => {
    const group = make("optgroup", { label: say(axis) });
    group.append(...members.map((loss) => new Option(nameOf(loss), loss.name)));
    return group;
  });
  find("add").replaceChildren(hint, ...lists);
  find("add").value = "";
  find("add").disabled = state.curves.length === MOST_CURVES;
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
  bar.changed();
}

function refresh() {
  problems.clear();
  complain("link", wrong.length ? say("The link asks for what cannot be drawn: {words}", { words: listed(wrong) }) : "");
  redraw();
  showControls();
}

/** Put the crosshair at x, for good, or while the pointer passes over the figure. */
function readAt(x, isForGood = true) {
  redrawNow();
  state.x = x;
  showReading();
  if (isForGood) bar.changed();
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
  const reach = scene.right - scene.left;
  const here = state.x ?? (scene.left + scene.right) / 2;
  const knots = scene.knots.flat().map((knot) => knot.x).sort((a, b) => a - b);
  const after = knots.find((x) => x > here);
  const before = knots.findLast((x) => x < here);
  const stride = (event.shiftKey ? 0.1 : 0.01) * reach;
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
  setRange(words.map(readNumber));
}

/** Show a range, or with null the usual one. */
function setRange(range) {
  state.range = range;
  redraw();
  bar.changed();
}

function onNumber() {
  const word = find("at").value;
  const x = word.trim() ? readNumber(word) : null;
  if (x === null || Number.isFinite(x)) readAt(x);
  else complain("x", Number.isNaN(x) ? say("{word} is not a number", { word: quoted(word) }) : say("{x} is outside the view", { x: formatNumber(x) }));
}

/** Draw again where the figure has another width, which is not asked for at each change: that would lay the page out. */
function onResize() {
  const now = Math.floor(figure.clientWidth);
  if (now === width) return;
  width = now;
  redraw();
}

function fileName(suffix) {
  return `${state.curves.map((curve) => specOf(curve).replaceAll(/[:=]/g, "-")).join("_").slice(0, 120)}.${suffix}`;
}

/** The SVG of the figure as it stands, with its crosshair and its letters. */
function currentSvg() {
  return withLetters(new XMLSerializer().serializeToString(figure.firstElementChild));
}

function currentPng() {
  return pngOf(figure.firstElementChild, drawing);
}

/** What each button saves. */
const FILES = {
  png: currentPng,
  svg: () => new Blob([currentSvg()], { type: "image/svg+xml" }),
  csv: () => new Blob([csvOf(scene)], { type: "text/csv" }),
};

function listen() {
  figure.addEventListener("pointermove", (event) => (event.pointerType !== "touch" || event.buttons) && readAt(xOfPointer(event), event.buttons > 0));
  figure.addEventListener("pointerdown", (event) => readAt(xOfPointer(event)));
  figure.addEventListener("keydown", onKey);
  find("at").addEventListener("input", onNumber);
  for (const name of ["left", "right"]) find(name).addEventListener("change", changeView);
  find("usual").addEventListener("click", () => setRange(null));
  for (const box of panelBoxes) {
    box.addEventListener("change", () => {
      state.panels = new Set(panelBoxes.filter(({ checked }) => checked).map(({ value }) => value));
      redraw();
      bar.changed();
    });
  }
  find("add").addEventListener("change", ({ target }) => {
    const { state: added } = readAddress(target.value, losses);
    const [curve] = added.curves;
    const isMeant = curve.loss.axis === state.curves[0].loss.axis;
    const isThere = state.curves.some((other) => isSameCurve(other, curve));
    changeCurves(isMeant ? [...state.curves, ...(isThere ? [] : [curve])] : [curve]);
  });
  find("copy-png").addEventListener("click", ({ target }) => copy(target, () => navigator.clipboard.write([new ClipboardItem({ "image/png": currentPng() })])));
  find("copy-link").addEventListener("click", ({ target }) => copy(target, () => navigator.clipboard.writeText(new URL(`?${addressOf(state)}`, location).href)));
  for (const [suffix, content] of Object.entries(FILES)) {
    find(`save-${suffix}`).addEventListener("click", ({ target }) => attempt(target, async () => save(await content(), fileName(suffix))));
  }
  new ResizeObserver(onResize).observe(figure);
}

// For the browser's console.
Object.assign(globalThis.lossplot, { compose, overlaps, readSpec, stylesOf, themes });

const bar = addressBar(
  () => addressOf(state),
  (words) => {
    readState(words);
    refresh();
    find("live").scrollIntoView();
  },
);

startWhy();
awaitLetters(redraw);
readState(bar.read());
listen();
startPage(refresh);
