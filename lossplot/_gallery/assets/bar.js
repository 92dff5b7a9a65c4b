// The state of a page in its address, page.html?STATE#SECTION, so that a link keeps it.
//
// A page needs three lines, in which `words` returns its state in words, and `take` sets it from such words:
//
//   const bar = addressBar(words, take);
//   take(bar.read());
//   bar.changed();
//
// The first keeps the two in step, the second is for the start, and the third follows each change by the visitor.
// Without a change nothing is written: a visit leaves the address as it is, even one that asks for what there is not,
// and links to sections leave the state alone.  Once a page had its state after #, where it is read still.  The looks of
// the page, which `looks.js` adds, are no part of these words.

import { withLooks, withoutLooks } from "./looks.js";

// Browsers refuse an address that changes too often.
const DELAY = 250;

export function addressBar(words, take) {
  let timer = null;
  let before = "";

  function changed() {
    clearTimeout(timer);
    before = read();
    timer = setTimeout(save, DELAY);
  }

  /** Write the address now, if it is still to be written; one that somebody else has changed is still to be read. */
  function save() {
    if (timer === null) return;
    clearTimeout(timer);
    timer = null;
    if (read() === before) write(words());
  }

  // Before a link leads away.
  document.addEventListener("click", save, true);
  addEventListener("hashchange", () => {
    if (!location.hash || isSection(location.hash)) return;
    timer = null;
    take(read());
  });
  return { read, changed };
}

/** The state in the address of the page. */
function read() {
  const { hash, search } = location;
  return withoutLooks(hash.length > 1 && !isSection(hash) ? hash.slice(1) : search.slice(1));
}

function write(words) {
  const address = new URL(location);
  address.search = withLooks(words);
  if (!isSection(address.hash)) address.hash = "";
  rewrite(address);
}

/** Put `address` into the bar in place of the page's own. */
export function rewrite(address) {
  try {
    history.replaceState(null, "", address);
  } catch {
    // Where the browser forbids it, the address stays as it is.
  }
}

function isSection(hash) {
  return document.getElementById(decoded(hash.slice(1))) !== null;
}

/** `words` without their escapes, or as they are where they were cut within one. */
export function decoded(words) {
  try {
    return decodeURIComponent(words);
  } catch {
    return words;
  }
}
