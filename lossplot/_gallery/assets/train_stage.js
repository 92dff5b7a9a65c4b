// The pictures of a training: a column for each loss, and below them the table.

import { find, make } from "./elements.js";
import { labelOf } from "./labels.js";
import { theme } from "./page.js";
import { stylesOf } from "./styles.js";
import { drawHistory, drawLoss, historyView } from "./train_charts.js";
import { drawPlane, gridOf, viewOf } from "./train_regions.js";
import { makeTable, showNumbers } from "./train_results.js";
import { say } from "./words.js";

// The height of a chart in its width, the least height, and the most pixels of a picture of the plane.
const [FLAT, LOWEST, MOST] = [0.58, 120, 420];

let training;
// Of the examples, and the most epochs that there will be.
let [area, epochs] = [null, 0];
let [columns, cells, styles] = [[], [], []];

/** Show another training, of so many epochs. */
export function showTraining(next, most) {
  if (next.data !== training?.data) area = viewOf(next.data);
  [training, epochs] = [next, most];
  name();
  draw();
}

/** Draw what moves: pictures and numbers. */
export function draw() {
  const colours = themes[theme()];
  const { data, runs, epoch } = training;
  const frame = { view: area, grid: gridOf(runs) };
  const history = historyView(runs, epoch, epochs);
  find("epoch").textContent = say("Epoch {epoch} of {epochs}", { epoch, epochs });
  runs.forEach((run, i) => {
    showNumbers(run, cells[i], data.classes > 0);
    const { width, pictures } = columns[i];
    if (!width) return;
    const size = { width, height: Math.max(Math.round(width * FLAT), LOWEST) };
    drawPlane(pictures.plane, run, data, { ...frame, size: Math.min(width, MOST) }, colours);
    drawHistory(pictures.history, run, history, size, styles[i].colour, colours);
    drawLoss(pictures.loss, run, size, styles[i].colour, colours);
  });
}

/** Forget the canvases and what has been kept of them, in other letters or colours. */
export function forget() {
  columns = [];
}

export function redraw() {
  forget();
  name();
  draw();
}

/** The colour of the curve with this number. */
export function colourOf(i) {
  return styles[i].colour;
}

/** Say what each column, each picture and each row of the table is. */
function name() {
  const { data, runs } = training;
  const curves = runs.map(({ objective }) => objective.curve);
  styles = stylesOf(curves, themes[theme()]);
  if (columns.length !== runs.length) makeColumns(runs);
  const isOfClasses = data.classes > 0;
  columns.forEach(({ head, pictures }, i) => {
    const words = { name: labelOf(curves[i]) };
    head.textContent = words.name;
    head.style.setProperty("--swatch", styles[i].colour);
    const labels = {
      plane: say(isOfClasses ? "{name}: decision regions and examples" : "{name}: the fit and the examples", words),
      history: say("{name}: loss after each epoch", words),
      loss: say("{name}: the loss and where the examples are on it", words),
    };
    for (const [picture, label] of Object.entries(labels)) pictures[picture].setAttribute("aria-label", label);
  });
  const made = makeTable(runs, isOfClasses);
  cells = made.cells;
  find("results").replaceChildren(made.table);
  for (const hint of document.querySelectorAll("[data-of]")) hint.hidden = hint.dataset.of !== kindOf(data);
}

/** Which words about the pictures are true of data with so many classes. */
function kindOf({ classes }) {
  return classes > 2 ? "classes" : classes ? "labels" : "targets";
}

function makeColumns(runs) {
  columns = runs.map(() => {
    const column = make("div", { className: "run" });
    const head = make("h2", { className: "swatch" });
    const pictures = Object.fromEntries(["plane", "history", "loss"].map((picture) => [picture, make("canvas", {}, { role: "img" })]));
    column.append(head, ...Object.values(pictures));
    return { column, head, pictures, width: 0 };
  });
  find("runs").replaceChildren(...columns.map(({ column }) => column));
  measure();
}

/** Take the widths that the columns have; return true if one has changed. */
function measure() {
  const widths = columns.map(({ column }) => Math.floor(column.clientWidth));
  const areSame = widths.every((width, i) => width === columns[i].width);
  columns.forEach((column, i) => (column.width = widths[i]));
  return !areSame;
}

export function onResize() {
  if (measure()) draw();
}
