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

function tell(button, words) {
  button.before_ ??= button.textContent;
  button.textContent = words;
  announce(words);
  clearTimeout(button.timer);
  button.timer = setTimeout(() => {
    button.textContent = button.before_;
    button.before_ = undefined;
  }, 1500);
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
