// Views that are zoomed and moved: arithmetic of the ends of an axis.

import { FARTHEST } from "./view.js";

// By how much one step of a wheel, a key or a button makes a view narrower, and which share of it one step moves it.
export const CLOSER = 0.8;
export const STRIDE = 0.1;

/**
 * The span `[low, high]` after a gesture, with ends as round as a pixel allows.
 *
 * What was at pixel `from` is at pixel `to` then, and the span is `factor` times as wide; `at` is the number at a pixel.
 */
export function movedSpan([low, high], { at, pixels }, { from, to = from, factor = 1 }) {
  const start = at(from) - factor * (at(to) - low);
  return roundedSpan([start, start + factor * (high - low)], pixels);
}

/** The span moved by a share of its width. */
export function shiftedSpan([low, high], share, pixels) {
  return roundedSpan([low, high].map((end) => end + share * (high - low)), pixels);
}

/** The span, `factor` times as wide around `centre`. */
export function widenedSpan(span, centre, factor, pixels) {
  return roundedSpan(span.map((end) => centre + factor * (end - centre)), pixels);
}

/** The ends of a span as multiples of the power of ten that is just finer than a pixel, within what can be drawn. */
export function roundedSpan([low, high], pixels) {
  return [low, high].map((end) => roundedTo(Math.min(Math.max(end, -FARTHEST), FARTHEST), (high - low) / pixels));
}

/** `value` as a multiple of the power of ten that is not above `pixel`. */
export function roundedTo(value, pixel) {
  const step = 10 ** Math.floor(Math.log10(pixel));
  return Number((Math.round(value / step) * step).toPrecision(12)) + 0;
}
