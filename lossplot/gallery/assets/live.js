// The live figure: drawn, read and changed where it stands.

import { addressOf, commandOf, PANEL_OPTIONS, readAddress } from "./address.js";
import { copy } from "./clipboard.js";
import { controlsOf } from "./controls.js";
import { isSameCurve, KINDS, readNumber, readSpec, specOf, plainNumber } from "./curve.js";
import { draw } from "./drawing.js";
import { find, make } from "./elements.js";
import { csvOf, pngOf, save } from "./files.js";
import { descriptionOf, labelOf, nameOf, panelName, wordsOf } from "./labels.js";
import { loadLetters, withLetters } from "./letters.js";
import { overlaps } from "./overlaps.js";
import { startPage, theme } from "./page.js";
import { crosshair, place, xAt } from "./panel.js";
import { sentenceOf, tableOf, formatNumber } from "./reading.js";
import { compose, PANELS, readOff } from "./scene.js";
import { stylesOf } from "./styles.js";
import { viewProblem } from "./view.js";
import { language, quoted, say } from "./words.js";

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
let styles;
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

/** Draw everything again. */
function redraw() {
  const panels = PANELS.filter((panel) => panel === "loss" || state.panels.has(panel));
  scene = compose(state.curves, panels, state.range);
  styles = stylesOf(state.curves, themes[theme()]);
  drawing = draw(scene, Math.max(280, Math.floor(figure.clientWidth)), wordsOf(state.curves, panels), styles, themes[theme()]);
  figure.innerHTML = drawing.svg;
  showReading();
  showView();
}

/** Put the crosshair where it belongs, and its numbers below the figure. */
function showReading() {
  const { x } = state;
  const names = state.curves.map(labelOf);
  const orders = scene.panels.map(({ order }) => order);
  const facts = { names, panels: scene.panels.map(({ name }) => panelName(name)), variable: state.curves[0].loss.variable, swatches: styles.map(({ colour }) => colour) };
  const isInView = x !== null && x >= scene.left && x <= scene.right;
  const readings = orders.map((order) => state.curves.map((_, i) => (x === null ? [] : readOff(scene, i, order, x).filter((y) => !Number.isNaN(y)))));
  figure.querySelector(".crosshair").innerHTML = isInView ? crosshair(drawing.boxes, x, readings, styles, themes[theme()]) : "";
  find("reading").replaceChildren(tableOf(facts, x, readings));
  figure.setAttribute("aria-valuemin", scene.left);
  figure.setAttribute("aria-valuemax", scene.right);
  figure.setAttribute("aria-valuenow", Math.min(Math.max(x ?? scene.left, scene.left), scene.right));
  figure.setAttribute("aria-valuetext", x === null ? descriptionOf(state.curves) : sentenceOf(facts, x, readings));
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
/** Browsers refuse an address that changes too often; one that somebody else has changed by then is still to be read. */
function keepInAddress() {
  const { hash } = location;
  clearTimeout(timer);
  timer = setTimeout(() => location.hash === hash && history.replaceState(null, "", addressOf(state)), 250);
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
  redraw();
  showControls();
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

/** The drawing as it stands, with its crosshair and its letters. */
function currentDrawing() {
  return { ...drawing, svg: withLetters(new XMLSerializer().serializeToString(figure.firstElementChild)) };
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
    const isThere = state.curves.some((other) => isSameCurve(other, curve));
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
Object.assign(globalThis.lossplot, { compose, overlaps, readSpec, stylesOf, themes });

loadLetters(redraw);
readState();
listen();
startPage(refresh);
