// Copy buttons.

import { say } from "./words.js";

/** Make each button with `data-copy` copy the text of the element with that id; with `data-copy-text`, that text. */
export function serveCopyButtons() {
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-copy], [data-copy-text]");
    if (!button) return;
    const source = button.dataset.copy && document.getElementById(button.dataset.copy);
    copy(button, () => navigator.clipboard.writeText(source ? source.textContent.trim() : button.dataset.copyText), source);
  });
}

/** Do what `write` does, and say on the button that it is done; or select `source`, to be copied by hand. */
export async function copy(button, write, source) {
  try {
    await write();
    tell(button, say("Copied"));
  } catch {
    if (source) getSelection().selectAllChildren(source);
    tell(button, say("Press Ctrl+C"));
  }
}

// What a button says when it does not tell what it has done, and when it will say so again.
const usual = new WeakMap();
const timers = new WeakMap();

function tell(button, words) {
  if (!usual.has(button)) usual.set(button, button.textContent);
  button.textContent = words;
  announce(words);
  clearTimeout(timers.get(button));
  const restore = () => {
    button.textContent = usual.get(button);
    usual.delete(button);
  };
  timers.set(button, setTimeout(restore, 1500));
}

/** Say `words` to those who listen to the page. */
function announce(words) {
  let voice = document.getElementById("voice");
  if (!voice) {
    voice = Object.assign(document.createElement("div"), { id: "voice", className: "unseen" });
    voice.setAttribute("role", "status");
    document.querySelector("main").append(voice);
  }
  voice.textContent = words;
}
