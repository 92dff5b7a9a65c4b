// The live figure to take away: as a file, on the clipboard, as a link.

import { attempt, copy } from "./clipboard.js";
import { specOf } from "./curve.js";
import { find } from "./elements.js";
import { csvOf, pngOf, save } from "./files.js";
import { withLetters } from "./letters.js";

// The most letters of a file's name.
const LONGEST = 120;

/** Listen to the buttons that take `figure` away; `shown` returns what it shows, and `address` that of the view. */
export function serveTakeaway(figure, shown, address) {
  const png = () => pngOf(figure.firstElementChild, shown().drawing);
  const files = {
    png,
    svg: () => new Blob([withLetters(new XMLSerializer().serializeToString(figure.firstElementChild))], { type: "image/svg+xml" }),
    csv: () => new Blob([csvOf(shown().scene)], { type: "text/csv" }),
  };
  find("copy-png").addEventListener("click", ({ target }) => copy(target, () => navigator.clipboard.write([new ClipboardItem({ "image/png": png() })])));
  find("copy-link").addEventListener("click", ({ target }) => copy(target, () => navigator.clipboard.writeText(address())));
  for (const [suffix, content] of Object.entries(files)) {
    find(`save-${suffix}`).addEventListener("click", ({ target }) => attempt(target, async () => save(await content(), fileName(shown().state.curves, suffix))));
  }
}

function fileName(curves, suffix) {
  return `${curves.map((curve) => specOf(curve).replaceAll(curve.loss.isTyped ? /[^\w.]+/g : /[:=]/g, "-")).join("_").slice(0, LONGEST)}.${suffix}`;
}
