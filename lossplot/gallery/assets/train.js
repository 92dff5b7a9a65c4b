// Training in the page: played, stopped and changed where it stands.

import { addressBar } from "./bar.js";
import { announce, copy } from "./clipboard.js";
import { controlsOf } from "./controls.js";
import { isSameCurve, readSpec } from "./curve.js";
import { find, make } from "./elements.js";
import { eachFrame } from "./frames.js";
import { groupedBy } from "./groups.js";
import { labelOf, nameOf } from "./labels.js";
import { loadLetters } from "./letters.js";
import { startPage, theme } from "./page.js";
import { formatNumber } from "./reading.js";
import { stylesOf } from "./styles.js";
import { drawHistory, drawLoss, historyView, percent } from "./train_charts.js";
import { makeData, RECIPES } from "./train_data.js";
import { fits, isOfData } from "./train_objective.js";
import { drawPlane, gridOf, viewOf } from "./train_regions.js";
import { advance, PARTS, startTraining } from "./train_run.js";
import { addressOf, classesOf, commandOf, hasSetting, layersOf, MOST_LOSSES, readAddress, SETTINGS, usualCurves, wordOf } from "./train_settings.js";
import { quoted, say } from "./words.js";

const losses = globalThis.lossplot.losses;
const still = matchMedia("(prefers-reduced-motion: reduce)");
const boxes = Object.keys(SETTINGS).map((name) => [name, find(`set-${name}`)]);
// How long, in milliseconds, a frame may train, and how many examples go by between two looks at the clock.  The first
// frames train less, since the browser compiles then what it will run often.
const [BUDGET, PATIENCE] = [8, 8];
// Where nothing may move, pictures are drawn again after so many milliseconds.
const PAUSE = 1000;
// The height of a chart in its width, and the most pixels of a picture of the plane.
const [FLAT, MOST] = [0.58, 340];

let state;
let data;
let area;
let training;
let styles;
let wrong = [];
const problems = new Map();
let canvases = [];
let isPlaying = false;
// The frames since the start, the epochs due since the last, when that was, and when pictures were last drawn.
let [frames, due, before, drawn] = [0, 0, 0, 0];

const bar = addressBar(
  () => addressOf(state),
  (words) => {
    readState(words);
    refresh();
  },
);

function readState(words) {
  state = readAddress(words, losses);
  wrong = state.wrong;
  data = null;
}

/** Begin again at epoch 0; `isNew` if the data are others. */
function restart(isNew = false) {
  if (isNew || !data) {
    data = makeData(state.settings);
    area = viewOf(data);
  }
  training = startTraining(state.curves, data, { ...state.settings, hidden: layersOf(state.settings) });
  due = 0;
  find("command").textContent = commandOf(state);
  showNames();
  draw();
}

const { soon: restartSoon } = eachFrame(restart);

/** Show the problem `words` about `what` until the next one about it; none if they are empty. */
function complain(what, words) {
  problems.set(what, words);
  find("problem").textContent = [...problems.values()].filter(Boolean).join("; ");
}

// --- what moves ---

function isDone() {
  return training.epoch >= state.settings.epochs || training.runs.every((run) => run.diverged);
}

function play(now) {
  if (!isPlaying) return;
  const pace = Number(find("pace").value);
  due = Math.min(due + (pace * (now - before)) / 1000, pace / 4);
  before = now;
  const end = performance.now() + Math.min(++frames, BUDGET);
  let looks = 0;
  const isOver = () => looks++ % PATIENCE === 0 && performance.now() > end;
  const epoch = training.epoch;
  while (due >= 1 && !isDone() && advance(training, isOver)) due -= 1;
  const isEnd = isDone();
  if (isEnd) stop();
  else requestAnimationFrame(play);
  if (isEnd || (training.epoch > epoch && (!still.matches || now - drawn > PAUSE))) {
    drawn = now;
    draw();
  }
  if (isEnd) announce(summary());
}

function start() {
  if (isDone()) restart();
  isPlaying = true;
  // The first epoch comes with the first frame.
  [frames, due, before] = [0, 1, performance.now()];
  showPlaying();
  requestAnimationFrame(play);
}

function stop() {
  isPlaying = false;
  showPlaying();
}

function onPlay() {
  if (!isPlaying) return start();
  stop();
  draw();
  announce(summary());
}

/** Train for one epoch. */
function onStep() {
  stop();
  if (isDone()) return;
  advance(training, () => false);
  draw();
  announce(summary());
}

function onReset() {
  stop();
  restart();
  announce(say("Epoch {epoch}", { epoch: 0 }));
}

function showPlaying() {
  find("play").textContent = say(isPlaying ? "Pause" : "Play");
}

/** What has come of the training, in words. */
function summary() {
  return [say("Epoch {epoch}", { epoch: training.epoch }), ...training.runs.map((run, i) => `${labelOf(state.curves[i])}: ${resultOf(run)}`)].join("; ");
}

function resultOf(run) {
  const words = data.classes ? say("{share} of the test right", { share: percent(run.accuracies.test.at(-1)) }) : say("test loss {loss}", { loss: short(run.losses.test.at(-1)) });
  return [words, endingOf(run)].filter(Boolean).join(", ");
}

/** What has gone wrong with a run, if anything. */
function endingOf(run) {
  if (run.diverged) return say("diverged in epoch {epoch}", { epoch: run.diverged });
  return run.isDead ? say("dead: a hidden layer is zero everywhere") : "";
}

function short(value) {
  return Number.isFinite(value) ? formatNumber(Number(value.toPrecision(3))) : "\u2013";
}

// --- what is seen ---

/** Draw what moves: pictures and numbers. */
function draw() {
  const colours = themes[theme()];
  const view = { view: area, grid: gridOf(training.runs) };
  const heights = historyView(training.runs, training.epoch, state.settings.epochs);
  training.runs.forEach((run, i) => {
    const { width, plane, history, loss } = canvases[i];
    const size = { width, height: Math.round(width * FLAT) };
    const { colour } = styles[i];
    drawPlane(plane, run, data, { ...view, size: Math.min(width, MOST) }, colours);
    drawHistory(history, run, heights, size, colour, colours);
    drawLoss(loss, run, size, colour, colours);
    showNumbers(run, canvases[i].numbers);
  });
  find("epoch").textContent = say("Epoch {epoch} of {epochs}", { epoch: training.epoch, epochs: state.settings.epochs });
}

/** Write the losses of a run after the last epoch into its row of the table. */
function showNumbers(run, cells) {
  const numbers = PARTS.map((part) => short(run.losses[part].at(-1)));
  if (data.classes) numbers.push(percent(run.accuracies.test.at(-1)));
  [...numbers, endingOf(run)].forEach((words, i) => {
    if (cells[i].textContent !== words) cells[i].textContent = words;
  });
}

/** Say what each column and each row of the table is. */
function showNames() {
  styles = stylesOf(state.curves, themes[theme()]);
  if (canvases.length !== state.curves.length) makeColumns();
  const names = data.classes ? ["Loss", "Training", "Validation", "Test", "Test right", ""] : ["Loss", "Training", "Validation", "Test", ""];
  const [table, top, body, head] = ["table", "thead", "tbody", "tr"].map((tag) => make(tag));
  head.append(...names.map((words) => make(words ? "th" : "td", { textContent: words && say(words) }, words ? { scope: "col" } : {})));
  canvases.forEach((each, i) => {
    const name = labelOf(state.curves[i]);
    each.head.textContent = name;
    each.head.style.setProperty("--swatch", styles[i].colour);
    each.plane.setAttribute("aria-label", say(data.classes ? "{name}: decision regions and examples" : "{name}: the fit and the examples", { name }));
    each.history.setAttribute("aria-label", say("{name}: loss after each epoch", { name }));
    each.loss.setAttribute("aria-label", say("{name}: the loss and where the examples are on it", { name }));
    each.numbers = names.slice(1).map(() => make("td"));
    const row = make("tr");
    row.append(make("th", { textContent: name }, { scope: "row" }), ...each.numbers);
    body.append(row);
  });
  top.append(head);
  table.append(top, body);
  find("results").replaceChildren(table);
}

/** Make a column for each loss: its name and its three pictures. */
function makeColumns() {
  canvases = state.curves.map(() => {
    const column = make("div", { className: "run" });
    const head = make("h2", { className: "swatch" });
    const [plane, history, loss] = ["plane", "history", "loss"].map((className) => make("canvas", { className }, { role: "img" }));
    column.append(head, plane, history, loss);
    return { column, head, plane, history, loss, width: 0 };
  });
  find("runs").replaceChildren(...canvases.map(({ column }) => column));
  for (const each of canvases) each.width = Math.floor(each.column.clientWidth);
}

/** Draw everything again, in other letters or colours. */
function redraw() {
  canvases = [];
  showNames();
  draw();
}

function onResize() {
  const widths = canvases.map(({ column }) => Math.floor(column.clientWidth));
  if (widths.every((width, i) => width === canvases[i].width)) return;
  canvases.forEach((each, i) => (each.width = widths[i]));
  draw();
}

// --- what is chosen ---

function refresh() {
  problems.clear();
  complain("link", wrong.length ? say("The link asks for what cannot be trained: {words}", { words: wrong.slice(0, 8).join(", ").slice(0, 300) }) : "");
  canvases = [];
  restart();
  showControls();
}

function showControls() {
  const isAlone = state.curves.length === 1;
  const blocks = state.curves.map((curve, i) =>
    controlsOf(curve, {
      swatch: styles[i].colour,
      link: `losses/${curve.loss.name}.html`,
      complain: (words) => complain(i, words),
      isFixed: (parameter) => isOfData(curve, parameter),
      replace(changed) {
        state.curves[i] = changed;
        restartSoon();
        bar.changed();
      },
      remove: isAlone ? null : () => removeCurve(i),
    }),
  );
  find("curves").replaceChildren(...blocks);
  const groups = groupedBy(Object.values(losses).filter((loss) => fits(loss, classesOf(state.settings))), (loss) => loss.axis);
  const [hint] = find("add").children;
  const lists = [...groups].map(([axis, members]) => {
    const group = make("optgroup", { label: say(axis) });
    group.append(...members.map((loss) => new Option(nameOf(loss), loss.name)));
    return group;
  });
  find("add").replaceChildren(hint, ...lists);
  find("add").value = "";
  find("add").disabled = state.curves.length === MOST_LOSSES;
  showSettings();
}

function showSettings() {
  const { settings } = state;
  for (const [name, box] of boxes) {
    const word = wordOf(name, name === "hidden" ? layersOf(settings) : name === "noise" ? settings.noise ?? RECIPES[settings.data].noise : settings[name]);
    if (box.tagName === "SELECT" && ![...box.options].some(({ value }) => value === word)) box.append(new Option(word, word));
    box.value = word;
    box.setAttribute("aria-invalid", false);
    box.disabled = !hasSetting(settings, name);
  }
}

function onSetting(name, box) {
  const value = SETTINGS[name].read(box.value.trim());
  const words = { name: box.labels[0].firstElementChild.textContent, word: quoted(box.value) };
  complain(name, value === null ? say("{name} cannot be {word}", words) : "");
  box.setAttribute("aria-invalid", value === null);
  if (value === null) return;
  state.settings[name] = value;
  // Other data have layers and a noise of their own.
  if (name === "data") Object.assign(state.settings, { hidden: null, noise: null });
  const kept = state.curves.filter((curve) => fits(curve.loss, classesOf(state.settings)));
  const isOther = kept.length !== state.curves.length;
  if (isOther) state.curves = kept.length ? kept : usualCurves(state.settings, losses);
  wrong = [];
  bar.changed();
  data = null;
  if (isOther) return refresh();
  restart();
  showSettings();
}

function removeCurve(i) {
  changeCurves(state.curves.filter((_, number) => number !== i));
  const buttons = [...find("curves").querySelectorAll(".curve-head button")];
  (buttons[i] ?? buttons.at(-1) ?? find("add")).focus();
}

function changeCurves(curves) {
  state.curves = curves;
  wrong = [];
  refresh();
  bar.changed();
}

function onAdd({ target }) {
  const curve = readSpec(target.value, losses);
  if (curve && !state.curves.some((other) => isSameCurve(other, curve))) changeCurves([...state.curves, curve]);
  else target.value = "";
}

/** Space plays and pauses, the right arrow takes a step, Home begins again, while the focus is on the pictures. */
function onKey(event) {
  const key = { " ": onPlay, ArrowRight: onStep, Home: onReset }[event.key];
  if (!key || event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  key();
}

function listen() {
  find("play").addEventListener("click", onPlay);
  find("step").addEventListener("click", onStep);
  find("reset").addEventListener("click", onReset);
  find("runs").addEventListener("keydown", onKey);
  find("add").addEventListener("change", onAdd);
  for (const [name, box] of boxes) box.addEventListener("change", () => onSetting(name, box));
  find("next-seed").addEventListener("click", () => {
    find("set-seed").value = state.settings.seed + 1;
    onSetting("seed", find("set-seed"));
  });
  find("copy-link").addEventListener("click", ({ target }) => copy(target, () => navigator.clipboard.writeText(new URL(`?${addressOf(state)}`, location).href)));
  new ResizeObserver(onResize).observe(find("runs"));
}

// For the browser's console.
Object.assign(globalThis.lossplot, { training: () => training });

loadLetters(redraw);
readState(bar.read());
listen();
startPage(refresh);
