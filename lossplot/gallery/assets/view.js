// The part of the x axis that a visitor may ask to see.

import { readNumber } from "./curve.js";
import { formatNumber } from "./reading.js";
import { quoted, say } from "./words.js";

// A view ends within this, so that its width is a number.
const FARTHEST = 1e100;

/** Return true if `numbers` are the two ends of a view that can be drawn. */
export function isRange(numbers) {
  const sizes = numbers.map(Math.abs);
  return numbers.length === 2 && sizes.every((size) => size <= FARTHEST) && numbers[1] - numbers[0] > 1e-9 * Math.max(...sizes, 1e-90);
}

/** Return the reason why `loss` cannot be drawn in the view between two `words`; "" if it can. */
export function viewProblem(words, loss) {
  const range = words.map(readNumber);
  const [low, high] = range;
  const bad = words.find((word) => Number.isNaN(readNumber(word)));
  if (bad !== undefined) return say("{word} is not a number", { word: quoted(bad) });
  if (range.some((end) => Math.abs(end) > FARTHEST)) return say("the view must end within ±1e100");
  if (low >= high) return say("the view must go from a smaller to a larger x");
  if (!isRange(range)) return say("the view is too narrow");
  const [start, end] = loss.domain;
  return high > start && low < end ? "" : say("the view must overlap {domain}", { domain: `[${formatNumber(start)}, ${formatNumber(end)}]` });
}
