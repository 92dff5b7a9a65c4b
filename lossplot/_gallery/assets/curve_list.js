// The list of the curves of the live figure, with their controls, and the choice of losses to add.

import { controlsOf } from "./controls.js";
import { find, make } from "./elements.js";
import { groupedBy } from "./groups.js";
import { nameOf } from "./labels.js";
import { say } from "./words.js";

/**
 * Show the controls of `curves` in their `colours`, which link to the pages of losses in `folder`, but for the `usual`.
 *
 * `complain` is told the number of a curve and why it is refused, `replace` its number and the changed curve, and
 * `remove` its number.
 */
export function showCurves(curves, colours, { folder, usual, complain, replace, remove }) {
  const blocks = curves.map((curve, i) =>
    controlsOf(curve, {
      swatch: colours[i],
      link: curve.loss.name === usual || curve.loss.isTyped ? null : `${folder}${curve.loss.name}.html`,
      complain: (words) => complain(i, words),
      replace: (changed) => replace(i, changed),
      remove: curves.length === 1 ? null : () => remove(i),
    }),
  );
  find("curves").replaceChildren(...blocks);
}

/** Put the focus at what removes the curve after number `i`, which is gone. */
export function focusAfter(i) {
  const buttons = [...find("curves").querySelectorAll(".curve-head button")];
  (buttons[i] ?? buttons.at(-1) ?? find("add")).focus();
}

/** List the losses to add, by their axes: those of `axis`, or of any if it is null; none if there is no room. */
export function showChoices(losses, axis, hasRoom) {
  const choices = [...groupedBy(Object.values(losses), (loss) => loss.axis)].filter(([each]) => axis === null || each === axis);
  const [hint] = find("add").children;
  const lists = choices.map(([each, members]) => {
    const group = make("optgroup", { label: say(each) });
    group.append(...members.map((loss) => new Option(nameOf(loss), loss.name)));
    return group;
  });
  find("add").replaceChildren(hint, ...lists);
  find("add").value = "";
  find("add").disabled = !hasRoom;
}
