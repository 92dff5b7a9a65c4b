// Light or dark, and the language, as parts of an address: `theme=dark`, `lang=zh`.
//
// They are those of all pages, and the other parts of an address are each page's own.  `first.js` obeys them before
// anything is seen, and leaves the choice of the visitor that it keeps as it is.

const root = globalThis.document?.documentElement;
const system = globalThis.matchMedia?.("(prefers-color-scheme: dark)");

/** The words of an address without those of its looks. */
export function withoutLooks(words) {
  return words.split("&").filter((part) => !isLook(part)).join("&");
}

/** The words of an address with what shows its reader the theme that is seen; the usual one needs none. */
export function withLooks(words) {
  const theme = root.dataset.theme ?? (system.matches ? "dark" : "");
  return theme ? [words, `theme=${theme}`].filter(Boolean).join("&") : words;
}

/** The words of an address without its language. */
export function withoutLanguage(words) {
  return words.split("&").filter((part) => !isLanguage(part)).join("&");
}

function isLook(part) {
  return part === "theme=light" || part === "theme=dark" || isLanguage(part);
}

function isLanguage(part) {
  return [...document.querySelectorAll("link[hreflang]")].some(({ hreflang }) => part === `lang=${hreflang}`);
}
