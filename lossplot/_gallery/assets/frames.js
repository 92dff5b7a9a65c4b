// Drawing that keeps step with the screen and lets the browser do other things.

/** `draw` for each change: the first is drawn at once, those of the same frame with the next.  `now` draws what is due. */
export function eachFrame(draw) {
  let isWaiting = false;
  let isDue = false;

  function now() {
    if (!isDue) return;
    isDue = false;
    if (!isWaiting) requestAnimationFrame(next);
    isWaiting = true;
    draw();
  }

  function next() {
    isWaiting = false;
    now();
  }

  function soon() {
    isDue = true;
    if (!isWaiting) now();
  }

  return { soon, now };
}

/** Give way to whatever else the browser has to do. */
export function pause() {
  return new Promise((resolve) => setTimeout(resolve));
}
