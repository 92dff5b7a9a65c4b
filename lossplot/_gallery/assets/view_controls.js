// The controls of the view: its ends as numbers, the steps of zoom, the panels and scales of the figure.

import { plainNumber, readNumber } from "./curve.js";
import { find } from "./elements.js";
import { isMeant, propertyOf } from "./options.js";
import { heightsProblem, viewProblem } from "./view.js";
import { say } from "./words.js";
import { CLOSER, roundedSpan, STRIDE } from "./zoom.js";

const boxes = [...document.querySelectorAll("[name=panel], [name=flag]")];
// The pairs of boxes with the ends of the range and of the heights.
const SPANS = [
  ["left", "right", "range", viewProblem],
  ["lower", "upper", "ylim", heightsProblem],
];
const STEPS = {
  "zoom-in": ({ zoom }) => zoom(CLOSER),
  "zoom-out": ({ zoom }) => zoom(1 / CLOSER),
  "move-left": ({ shift }) => shift(-STRIDE, 0),
  "move-right": ({ shift }) => shift(STRIDE, 0),
  "move-down": ({ shift }) => shift(0, -STRIDE),
  "move-up": ({ shift }) => shift(0, STRIDE),
};

/** Show the view of `scene`, and the options of `state` that losses of this axis may have. */
export function showViewControls(state, scene, drawing) {
  const [box] = drawing.boxes;
  const spans = [[scene.left, scene.right], state.ylim ?? roundedSpan([box.view.bottom, box.view.top], box.height)];
  SPANS.forEach(([first, last], i) => [find(first).value, find(last).value] = spans[i].map(plainNumber));
  find("usual").disabled = !state.range && !state.ylim;
  for (const each of boxes) {
    each.closest("label").hidden = !isMeant(each.value, state.curves[0].loss.axis);
    each.checked = each.name === "panel" ? state.panels.has(each.value) : state[propertyOf(each.value)];
  }
}

/**
 * Listen to the controls: `changes` are those of gestures, and `setSpan` is told which of the two spans has changed.
 *
 * `complain` says why a view is refused, and `setOptions` is told the panels and the flags that are chosen.
 */
export function listenToView(shown, { changes, setSpan, complain, setOptions, reset }) {
  for (const [first, last, name, problemOf] of SPANS) {
    const change = () => {
      const words = [find(first).value, find(last).value];
      const problem = problemOf(words, shown().scene.curves[0].loss);
      complain(problem);
      find("usual").disabled = !problem && !shown().state.range && !shown().state.ylim;
      if (!problem) setSpan(name, words.map(readNumber));
    };
    for (const id of [first, last]) find(id).addEventListener("change", change);
  }
  find("usual").addEventListener("click", () => {
    reset();
    sayView(shown());
  });
  for (const [id, step] of Object.entries(STEPS)) {
    find(id).addEventListener("click", () => {
      step(changes);
      sayView(shown());
    });
  }
  for (const each of boxes) {
    each.addEventListener("change", () => {
      const panels = new Set(boxes.filter(({ name, checked }) => name === "panel" && checked).map(({ value }) => value));
      const flags = boxes.filter(({ name }) => name === "flag").map(({ value, checked }) => [propertyOf(value), checked]);
      setOptions({ panels, ...Object.fromEntries(flags) });
    });
  }
}

/** Tell those who do not see the figure which view it has. */
function sayView({ state, scene, drawing }) {
  const [box] = drawing.boxes;
  const [bottom, top] = state.ylim ?? roundedSpan([box.view.bottom, box.view.top], box.height);
  const ends = [scene.left, scene.right, bottom, top].map(plainNumber);
  find("view-says").textContent = say("View from {left} to {right}, heights from {bottom} to {top}", { left: ends[0], right: ends[1], bottom: ends[2], top: ends[3] });
}
