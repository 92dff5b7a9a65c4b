// Copy buttons.

import { find, make } from "./elements.js";
import { say } from "./words.js";

/** Make each button with `data-copy` copy the text of the element with that id; with `data-copy-text`, that text. */
export function serveCopyButtons() {
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-copy], [data-copy-text]");
    if (!button) return;
    const source = button.dataset.copy && find(button.dataset.copy);
    copy(button, () => navigator.clipboard.writeText(source ? source.textContent.trim() : button.dataset.copyText), source);
  });
}

/** Do what `write` does, and say on the button that it is done; or select `source`, if any, to be copied by hand. */
export async function copy(button, write, source) {
  try {
    await write();
    flash(button, say("Copied"));
  } catch {
    if (source) getSelection().selectAllChildren(source);
    flash(button, say(source ? "Press Ctrl+C" : "Not copied"));
  }
}

/** Do what `save` does, which the browser may refuse: then the button says so. */
export async function attempt(button, save) {
  try {
    await save();
  } catch {
    flash(button, say("Not saved"));
  }
}

// The usual text of a button that shows another for a moment, and the timer that restores it.
const usualTexts = new WeakMap();
const timers = new WeakMap();

function flash(button, words) {
  if (!usualTexts.has(button)) usualTexts.set(button, button.textContent);
  button.textContent = words;
  announce(words);
  clearTimeout(timers.get(button));
  const restore = () => {
    button.textContent = usualTexts.get(button);
    usualTexts.delete(button);
  };
  timers.set(button, setTimeout(restore, 1500));
}

/** Announce `words` to screen readers. */
export function announce(words) {
  if (!find("voice")) document.querySelector("main").append(make("div", { id: "voice", className: "unseen" }, { role: "status" }));
  find("voice").textContent = words;
}
