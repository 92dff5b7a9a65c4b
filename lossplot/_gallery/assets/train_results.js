// What has come of a training: the table of its losses, and the same in words.

import { make } from "./elements.js";
import { labelOf } from "./labels.js";
import { formatNumber } from "./reading.js";
import { minus } from "./ticks.js";
import { percent } from "./train_charts.js";
import { PARTS } from "./train_run.js";
import { say } from "./words.js";

// Numbers below this one are written with a power of ten.
const SMALL = 1e-4;

/** The table of `runs` without its numbers, and for each run the cells that take them. */
export function makeTable(runs, isOfClasses) {
  const names = ["Loss", "Training", "Validation", "Test", ...(isOfClasses ? ["Test right"] : []), ""];
  const [table, top, body, head] = ["table", "thead", "tbody", "tr"].map((tag) => make(tag));
  head.append(...names.map((words) => make(words ? "th" : "td", { textContent: words && say(words) }, words ? { scope: "col" } : {})));
  const cells = runs.map(({ objective }) => {
    const numbers = names.slice(1).map(() => make("td"));
    const row = make("tr");
    row.append(make("th", { textContent: labelOf(objective.curve) }, { scope: "row" }), ...numbers);
    body.append(row);
    return numbers;
  });
  top.append(head);
  table.append(top, body);
  return { table, cells };
}

/** Write the losses of `run` after the last epoch into its cells. */
export function showNumbers(run, cells, isOfClasses) {
  const numbers = PARTS.map((part) => short(run.losses[part].at(-1)));
  if (isOfClasses) numbers.push(percent(run.accuracies.test.at(-1)));
  [...numbers, endingOf(run)].forEach((words, i) => {
    if (cells[i].textContent !== words) cells[i].textContent = words;
  });
}

/** What has come of a training, in words. */
export function summaryOf({ epoch, runs, data }) {
  const results = runs.map((run) => `${labelOf(run.objective.curve)}: ${resultOf(run, data.classes > 0)}`);
  return [say("Epoch {epoch}", { epoch }), ...results].join("; ");
}

function resultOf(run, isOfClasses) {
  const words = isOfClasses
    ? say("{share} of the test right", { share: percent(run.accuracies.test.at(-1)) })
    : say("test loss {loss}", { loss: short(run.losses.test.at(-1)) });
  return [words, endingOf(run)].filter(Boolean).join(", ");
}

/** What has gone wrong with a run, if anything. */
function endingOf(run) {
  if (run.diverged) return say("diverged in epoch {epoch}", { epoch: run.diverged });
  return run.isDead ? say("dead: a hidden layer is zero everywhere") : "";
}

function short(value) {
  if (!Number.isFinite(value)) return "\u2013";
  if (value !== 0 && Math.abs(value) < SMALL) return minus(value.toExponential(2));
  return formatNumber(Number(value.toPrecision(3)));
}
