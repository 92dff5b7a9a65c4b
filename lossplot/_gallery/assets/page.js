// What all pages do: light or dark, the way to other languages, copy buttons.

import { serveCopyButtons } from "./clipboard.js";
import { rewrite } from "./bar.js";
import { withLooks, withoutLanguage, withoutLooks } from "./looks.js";
import { say } from "./words.js";

const root = document.documentElement;
const system = matchMedia("(prefers-color-scheme: dark)");
const paper = matchMedia("print");

export function theme() {
  if (paper.matches) return "light";
  return root.dataset.theme ?? (system.matches ? "dark" : "light");
}

/** Start the page; `refresh` is called at once, and whenever the theme has changed. */
export function startPage(refresh) {
  const button = document.getElementById("theme");
  const dress = () => {
    button.textContent = { light: "\u2600", dark: "\u263e" }[root.dataset.theme] ?? "\u25d0";
    button.title = say({ light: "Light", dark: "Dark" }[root.dataset.theme] ?? "As the system");
    refresh();
  };
  button.addEventListener("click", () => {
    const next = nextTheme();
    if (next) root.dataset.theme = next;
    else delete root.dataset.theme;
    keep("theme", next);
    keepInAddress();
    dress();
  });
  for (const media of [system, paper]) media.addEventListener("change", dress);
  for (const link of document.querySelectorAll("a[hreflang]")) link.addEventListener("click", () => takeStateAlong(link));
  serveCopyButtons();
  addEventListener("hashchange", unfoldTarget);
  unfoldTarget();
  dress();
}

/** Open the section that the address names, if it is folded. */
function unfoldTarget() {
  const target = document.getElementById(location.hash.slice(1));
  if (target?.matches("details:not([open])")) {
    target.open = true;
    target.scrollIntoView();
  }
}

/** Let a link to the same page in another language show what this one shows. */
function takeStateAlong(link) {
  link.search = withoutLanguage(location.search.slice(1));
  link.hash = location.hash;
}

/** Let an address that asks for a theme ask for the one that is chosen. */
function keepInAddress() {
  const words = location.search.slice(1);
  if (withoutLooks(words) === words) return;
  const address = new URL(location);
  address.search = withLooks(withoutLooks(words));
  rewrite(address);
}

/** From the system's theme to the other one, then to the system's own for good, then, as "", back to the system. */
function nextTheme() {
  const [own, other] = system.matches ? ["dark", "light"] : ["light", "dark"];
  return { [other]: own, [own]: "" }[root.dataset.theme] ?? other;
}

/** Remember a choice for the next page, where the browser allows it. */
function keep(name, value) {
  try {
    localStorage.setItem(name, value);
  } catch {
    // The choice is then for this page alone.
  }
}
