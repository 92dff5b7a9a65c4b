// What pointers, wheel and keys do on the live figure: read, zoom, move.
//
// One finger reads, and goes on scrolling the page; two move and zoom.  The wheel zooms with Ctrl, and where the figure
// has the focus, so that a page that is scrolled is not stopped by it.

import { CLOSER, STRIDE } from "./zoom.js";

// A mouse that is pressed moves the view from so many pixels on, and its heights from twice as many.
const SLACK = 4;
// Pixels of a wheel's step, and of one of its lines.
const [NOTCH, ROW] = [100, 16];
// Which way keys move the view: across and upward.
const WAYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };

/**
 * Listen on `figure`: `read` is told the column of a pointer and whether it is for good, and `keyRead` of other keys.
 *
 * Places are in pixels of the figure's own.  `grasp` is called with that where a gesture begins, and returns what to
 * call with each new one and how much wider the view is then; `shift` and `zoom` are told shares and factors.
 */
export function listenTo(figure, { read, keyRead, grasp, shift, zoom, reset }) {
  const fingers = new Map();
  let drag = null;
  let pinch = null;

  const placeOf = ({ clientX, clientY }) => {
    const svg = figure.firstElementChild;
    const { left, top, width } = svg.getBoundingClientRect();
    const scale = svg.viewBox.baseVal.width / width;
    return { x: (clientX - left) * scale, y: (clientY - top) * scale };
  };

  function onDown(event) {
    if (event.pointerType === "touch") fingers.set(event.pointerId, placeOf(event));
    if (fingers.size === 2) return void (pinch = beginPinch());
    if (fingers.size > 2) return;
    read(placeOf(event).x, true);
    if (event.pointerType !== "touch" && event.button === 0) drag = { start: placeOf(event), move: null };
  }

  function beginPinch() {
    const { middle, apart } = spread(fingers);
    return { move: grasp(middle), apart };
  }

  function onMove(event) {
    if (fingers.has(event.pointerId)) fingers.set(event.pointerId, placeOf(event));
    if (pinch) {
      const { middle, apart } = spread(fingers);
      pinch.move(middle, pinch.apart / Math.max(apart, 1));
    } else if (drag) moveDrag(event);
    else if (event.pointerType !== "touch" || event.buttons) read(placeOf(event).x, event.buttons > 0);
  }

  function moveDrag(event) {
    const place = placeOf(event);
    const [across, upward] = [Math.abs(place.x - drag.start.x), Math.abs(place.y - drag.start.y)];
    if (!drag.move && Math.max(across, upward) > SLACK) {
      figure.setPointerCapture(event.pointerId);
      drag.move = grasp(drag.start);
    }
    drag.rises ||= upward > 2 * SLACK;
    drag.move?.(drag.rises ? place : { x: place.x, y: null }, 1);
  }

  function onEnd(event) {
    fingers.delete(event.pointerId);
    if (fingers.size < 2) pinch = null;
    drag = null;
  }

  function onWheel(event) {
    const isAsked = event.ctrlKey || event.metaKey || document.activeElement === figure;
    if (!isAsked || !event.deltaY) return;
    event.preventDefault();
    const steps = (event.deltaMode ? ROW : 1) * event.deltaY / NOTCH;
    const place = placeOf(event);
    grasp(place)(place, CLOSER ** -Math.min(Math.max(steps, -3), 3));
  }

  function onKey(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const action = keyAction(event);
    if (!action) return keyRead(event);
    event.preventDefault();
    action();
  }

  function keyAction({ key, shiftKey }) {
    if (shiftKey && WAYS[key]) return () => shift(...WAYS[key].map((way) => STRIDE * way));
    const actions = { "+": () => zoom(CLOSER), "=": () => zoom(CLOSER), "-": () => zoom(1 / CLOSER), 0: reset, Escape: () => figure.blur() };
    return Object.hasOwn(actions, key) ? actions[key] : null;
  }

  figure.addEventListener("pointerdown", onDown);
  figure.addEventListener("pointermove", onMove);
  for (const name of ["pointerup", "pointercancel", "lostpointercapture"]) figure.addEventListener(name, onEnd);
  figure.addEventListener("wheel", onWheel, { passive: false });
  figure.addEventListener("keydown", onKey);
  // Two fingers are not to scroll the page.
  for (const name of ["touchstart", "touchmove"]) figure.addEventListener(name, (event) => event.touches.length > 1 && event.preventDefault(), { passive: false });
}

/** The middle between the first two fingers, and how far apart they are. */
function spread(fingers) {
  const [one, other] = [...fingers.values()];
  return { middle: { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 }, apart: Math.hypot(one.x - other.x, one.y - other.y) };
}
