// The live figure: drawn, read and changed where it stands.

import { addressOf, commandOf, MOST_CURVES, readAddress } from "./address.js";
import { readFamily, readSpec } from "./asked.js";
import { addressBar } from "./bar.js";
import { focusAfter, showChoices, showCurves } from "./curve_list.js";
import { isSameCurve, KINDS, plainNumber, readNumber, specOf } from "./curve.js";
import { draw } from "./drawing.js";
import { find, make } from "./elements.js";
import { eachFrame, pause } from "./frames.js";
import { listenTo } from "./gestures.js";
import { viewChanges } from "./grasp.js";
import { descriptionOf, labelOf, panelName, symbolOf, wordsOf } from "./labels.js";
import { awaitLetters } from "./letters.js";
import { xLimits } from "./limits.js";
import { withLooks } from "./looks.js";
import { dropUnmeant } from "./options.js";
import { overlaps } from "./overlaps.js";
import { startPage, theme } from "./page.js";
import { crosshair } from "./panel.js";
import { PANELS } from "./quantities.js";
import { xNear, xOfKey } from "./reader.js";
import { formatNumber, sentenceOf, tableOf } from "./reading.js";
import { scaledCurves, scaleProblem } from "./scaled.js";
import { compose, readOff } from "./scene.js";
import { stylesOf } from "./styles.js";
import { serveTakeaway } from "./takeaway.js";
import { isTrained } from "./train_fits.js";
import { asksForFormula, hasFormulas, loadFormulas } from "./typed.js";
import { listenToTyped } from "./typed_form.js";
import { listenToView, showViewControls } from "./view_controls.js";
import { viewProblem } from "./view.js";
import { showWhy, startWhy } from "./why.js";
import { language, listed, quoted, say } from "./words.js";

const losses = globalThis.lossplot.losses;
const figure = find("figure");
const { loss: usual } = document.querySelector("article").dataset;
const isOverlay = usual.includes("+");
// The most knots that have buttons; of more, those nearest to zero.
const MOST_KNOTS = 12;
// The panels of the page of a loss, besides the loss itself.
const USUAL_PANELS = ["derivative", "second-derivative"];
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
    if (!words && !isOverlay && !narrow.matches) state.panels = new Set(USUAL_PANELS);
    wrong.push(...dropUnmeant(state, state.curves[0].loss.axis));
  }
  if (state.range && viewProblem(state.range.map(plainNumber), state.curves[0].loss)) {
    wrong.push(`range=${state.range.map(plainNumber).join(":")}`);
    state.range = null;
  }
  if (state.normalize && scaleProblem(state.curves)) {
    wrong.push("normalize");
    state.normalize = false;
  }
}

/** Show the problem `words` about `what` until the next one about it; none if they are empty. */
function complain(what, words) {
  problems.set(what, words);
  find("problem").textContent = [...problems.values()].filter(Boolean).join("; ");
}

/** The state as it can be drawn: a slider may lead to where a loss cannot be scaled. */
function drawnState() {
  return { ...state, normalize: state.normalize && !scaleProblem(state.curves) };
}

/** The curves and panels to draw, and whether the curves are scaled. */
function asked() {
  const { normalize } = drawnState();
  const panels = PANELS.filter((panel) => panel === "loss" || state.panels.has(panel));
  return { curves: scaledCurves(state.curves, { ...state, normalize }), panels, normalize };
}

/** Draw everything again. */
function redraw() {
  const { curves, panels, normalize } = asked();
  complain("scale", state.normalize ? scaleProblem(state.curves) : "");
  scene = compose(curves, panels, state.range, state.ylim);
  styles = stylesOf(curves, themes[theme()]);
  const most = narrow.matches ? SHARE * innerHeight : Infinity;
  drawing = draw(scene, { width: Math.max(LEAST_WIDTH, width), most }, wordsOf(curves, panels, normalize), styles, themes[theme()]);
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
  const { curves, panels, left, right } = scene;
  const facts = { names: curves.map((curve) => labelOf(curve)), panels: panels.map(({ name }) => panelName(name)), variable: curves[0].loss.variable, swatches: styles.map(({ colour }) => colour) };
  const isInView = x !== null && x >= left && x <= right;
  const readings = panels.map(({ name }) => curves.map((_, i) => (x === null ? [] : readOff(scene, i, name, x).filter((y) => !Number.isNaN(y)))));
  figure.querySelector(".crosshair").innerHTML = isInView ? crosshair(drawing.boxes, x, readings, styles, themes[theme()]) : "";
  find("reading").replaceChildren(tableOf(facts, x, readings, width));
  figure.setAttribute("aria-valuemin", left);
  figure.setAttribute("aria-valuemax", right);
  figure.setAttribute("aria-valuenow", Math.min(Math.max(x ?? left, left), right));
  figure.setAttribute("aria-valuetext", x === null ? descriptionOf(curves) : sentenceOf(facts, x, readings));
  if (readNumber(find("at").value) !== x) find("at").value = x === null ? "" : plainNumber(x);
  complain("x", x === null || isInView ? "" : say("{x} is outside the view", { x: `${facts.variable} = ${formatNumber(x)}` }));
  find("command").textContent = commandOf({ ...drawnState(), x: isInView ? x : null }, theme(), language());
}

function showView() {
  showViewControls(state, scene, drawing);
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
  const each = scene.curves.length / state.curves.length;
  showCurves(state.curves, state.curves.map((_, i) => styles[i * each].colour), {
    folder: isOverlay ? "losses/" : "",
    usual,
    complain,
    replace(i, changed) {
      state.curves[i] = changed;
      redrawSoon();
      bar.changed();
    },
    remove(i) {
      changeCurves(state.curves.filter((_, number) => number !== i));
      focusAfter(i);
    },
  });
  // A loss of another axis may replace the only curve of the overlay.
  const ofAnyAxis = isOverlay && state.curves.length === 1;
  showChoices(losses, ofAnyAxis ? null : state.curves[0].loss.axis, state.curves.length < MOST_CURVES);
}

function addLoss(name) {
  const [curve] = readAddress(name, losses).state.curves;
  const isAlike = curve.loss.axis === state.curves[0].loss.axis;
  const isThere = state.curves.some((other) => isSameCurve(other, curve));
  changeCurves(isAlike ? [...state.curves, ...(isThere ? [] : [curve])] : [curve]);
}

/** Add `curves`, or put them in place of the overlay's usual ones; returns the reason why that cannot be, or "". */
function addCurves(curves) {
  const [{ loss }] = curves;
  const [{ loss: first }] = state.curves;
  const news = curves.filter((curve) => !state.curves.some((other) => isSameCurve(other, curve)));
  const isAlike = curves.every((curve) => curve.loss.axis === first.axis);
  const isFree = isOverlay && (state.curves.length === 1 || state.curves.map(specOf).join("+") === usual);
  if (!isAlike && !isFree) return say("the formula is a curve of {other}, and those of the figure are of {axis}: remove them first", { axis: axisWords(first), other: axisWords(loss) });
  const all = isAlike ? [...state.curves, ...news] : curves;
  if (all.length > MOST_CURVES) return say("{count} curves are the most of one figure", { count: MOST_CURVES });
  changeCurves(all);
  return "";
}

const axisWords = ({ axis, variable }) => (axis === variable ? variable : `${say(axis)} ${variable}`);

function changeCurves(curves) {
  const { axis } = curves[0].loss;
  if (axis !== state.curves[0].loss.axis) Object.assign(state, { range: null, ylim: null });
  state.curves = curves;
  dropUnmeant(state, axis);
  wrong = [];
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

function readAtColumn(column, isForGood) {
  redrawNow();
  readAt(xNear(column, scene, drawing), isForGood);
}

function readAtKey(event) {
  redrawNow();
  const x = xOfKey(event.key, state.x ?? (scene.left + scene.right) / 2, scene, drawing);
  if (x === null) return;
  event.preventDefault();
  readAt(x);
}

function readAtNumber() {
  const word = find("at").value;
  const x = word.trim() ? readNumber(word) : null;
  if (x === null || Number.isFinite(x)) readAt(x);
  else complain("x", Number.isNaN(x) ? say("{word} is not a number", { word: quoted(word) }) : say("{x} is outside the view", { x: formatNumber(x) }));
}

/** Show this range and these heights of the first panel; null ones are usual. */
function look(range, ylim) {
  Object.assign(state, { range, ylim });
  redrawSoon();
  bar.changed();
}

/** Draw again where the figure has another width, which is not asked for at each change: that would lay the page out. */
function onResize() {
  const now = Math.floor(figure.clientWidth);
  if (now === width) return;
  width = now;
  redraw();
}

/** What is drawn, once what is due has been. */
function shown() {
  redrawNow();
  return { state, scene, drawing };
}

function listen() {
  const changes = viewChanges(shown, look);
  const reset = () => look(null, null);
  listenTo(figure, { read: readAtColumn, keyRead: readAtKey, ...changes, reset });
  listenToView(shown, {
    changes,
    reset,
    setSpan: (name, span) => look(name === "range" ? span : state.range, name === "ylim" ? span : state.ylim),
    complain: (words) => complain("view", words),
    setOptions(options) {
      Object.assign(state, options);
      refresh();
      bar.changed();
    },
  });
  find("at").addEventListener("input", readAtNumber);
  find("add").addEventListener("change", ({ target }) => addLoss(target.value));
  listenToTyped({ losses, add: addCurves, curves: () => state.curves });
  serveTakeaway(figure, shown, () => new URL(`?${withLooks(addressOf(drawnState()))}`, location).href);
  new ResizeObserver(onResize).observe(figure);
}

// For the browser's console.
Object.assign(globalThis.lossplot, { compose, overlaps, readFamily, readSpec, scaledCurves, stylesOf, themes });

const bar = addressBar(
  () => addressOf(drawnState()),
  (words) =>
    whenReadable(words, () => {
      readState(words);
      refresh();
      find("live").scrollIntoView();
    }),
);

/** Go on as soon as the words of an address can be read, for which a formula needs its reader. */
function whenReadable(words, goOn) {
  if (!hasFormulas() && asksForFormula(words)) loadFormulas().then(goOn, goOn);
  else goOn();
}

/** Compute what the first drawing needs, giving way to the browser between tasks that would be long together. */
async function prepare() {
  const { curves, panels } = asked();
  for (const curve of state.range ? [] : curves) {
    xLimits([curve]);
    await pause();
  }
  compose(curves, panels, state.range, state.ylim);
  await pause();
}

async function start() {
  startWhy();
  readState(bar.read());
  await prepare();
  awaitLetters(redraw);
  listen();
  startPage(refresh);
  figure.removeAttribute("aria-busy");
}

figure.setAttribute("aria-busy", "true");
whenReadable(bar.read(), start);
