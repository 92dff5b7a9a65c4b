// What all pages do: light or dark, the language, copy buttons.

import { serveCopyButtons } from "./clipboard.js";
import { language, translate } from "./words.js";

const root = document.documentElement;
const system = matchMedia("(prefers-color-scheme: dark)");
const paper = matchMedia("print");

export function theme() {
  if (paper.matches) return "light";
  return root.dataset.theme ?? (system.matches ? "dark" : "light");
}

/** Start the page; `refresh` is called whenever the theme or the language has changed. */
export function startPage(refresh) {
  const dress = () => {
    translate();
    refresh();
  };
  document.getElementById("theme").addEventListener("click", () => {
    root.dataset.theme = theme() === "dark" ? "light" : "dark";
    keep("theme", root.dataset.theme);
    dress();
  });
  document.getElementById("language").addEventListener("click", () => {
    root.lang = language() === "zh" ? "en" : "zh";
    keep("language", root.lang);
    dress();
  });
  for (const media of [system, paper]) media.addEventListener("change", dress);
  serveCopyButtons();
  dress();
}

/** Remember a choice for the next page, where the browser allows it. */
function keep(name, value) {
  try {
    localStorage.setItem(name, value);
  } catch {
    // The choice is then for this page alone.
  }
}
