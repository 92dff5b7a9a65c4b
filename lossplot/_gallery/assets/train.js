// Training in the page: played, stopped and changed where it stands.

import { readSpec } from "./asked.js";
import { addressBar } from "./bar.js";
import { announce, copy } from "./clipboard.js";
import { controlsOf } from "./controls.js";
import { isSameCurve } from "./curve.js";
import { find, make } from "./elements.js";
import { eachFrame } from "./frames.js";
import { groupedBy } from "./groups.js";
import { nameOf } from "./labels.js";
import { awaitLetters } from "./letters.js";
import { startPage } from "./page.js";
import { makeData, RECIPES } from "./train_data.js";
import { fits, isOfData } from "./train_fits.js";
import { summaryOf } from "./train_results.js";
import { advance, startTraining } from "./train_run.js";
import { addressOf, classesOf, commandOf, hasSetting, layersOf, MOST_LOSSES, readAddress, SETTINGS, usualCurves, wordOf } from "./train_settings.js";
import { colourOf, draw, forget, onResize, redraw, showTraining } from "./train_stage.js";
import { listed, quoted, say } from "./words.js";

const losses = globalThis.lossplot.losses;
const still = matchMedia("(prefers-reduced-motion: reduce)");
const boxes = Object.keys(SETTINGS).map((name) => [name, find(`set-${name}`)]);
// How long, in milliseconds, a frame may train, and how many examples go by between two looks at the clock.  The first
// frames train less, since the browser compiles then what it will run often.
const [BUDGET, PATIENCE] = [8, 8];
// Where nothing may move, pictures are drawn again after so many milliseconds.
const PAUSE = 1000;

let state;
let data;
let training;
let wrong = [];
const problems = new Map();
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

/** Begin again at epoch 0. */
function restart() {
  data ??= makeData(state.settings);
  training = startTraining(state.curves, data, { ...state.settings, hidden: layersOf(state.settings) });
  due = 0;
  find("command").textContent = commandOf(state);
  showTraining(training, state.settings.epochs);
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
  // Of a long pause a quarter of a second counts, and what is slow waits for a whole epoch.
  due = Math.min(due + (pace * (now - before)) / 1000, Math.max(pace / 4, 1));
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
  if (isEnd) announce(summaryOf(training));
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
  announce(summaryOf(training));
}

/** Train for one epoch. */
function onStep() {
  stop();
  if (isDone()) return;
  advance(training, () => false);
  draw();
  announce(summaryOf(training));
}

function onReset() {
  stop();
  restart();
  announce(say("Epoch {epoch}", { epoch: 0 }));
}

function showPlaying() {
  find("play").textContent = say(isPlaying ? "Pause" : "Play");
}

// --- what is chosen ---

function refresh() {
  problems.clear();
  complain("link", wrong.length ? say("The link asks for what cannot be trained: {words}", { words: listed(wrong) }) : "");
  forget();
  restart();
  showControls();
}

function showControls() {
  const isAlone = state.curves.length === 1;
  const blocks = state.curves.map((curve, i) =>
    controlsOf(curve, {
      swatch: colourOf(i),
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

awaitLetters(redraw);
readState(bar.read());
listen();
startPage(refresh);
