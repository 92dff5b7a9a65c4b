// The part of an axis that a visitor may ask to see.

import { readNumber } from "./curve.js";
import { formatNumber } from "./reading.js";
import { quoted, say } from "./words.js";

// A view ends within this, and is at least so wide, as a share of its ends or altogether, so that its width is a number
// (lossplot/_figure/readers.py).
export const FARTHEST = DRAWING.readers.WIDEST;
const { NARROWEST, FINEST } = DRAWING.readers;

/** Return true if `numbers` are the two ends of a view that can be drawn. */
export function isRange(numbers) {
  const size = Math.max(...numbers.map(Math.abs));
  return numbers.length === 2 && size <= FARTHEST && numbers[1] - numbers[0] >= Math.max(NARROWEST, FINEST * size);
}

/** Return the reason why `loss` cannot be drawn in the view between two `words`; "" if it can. */
export function viewProblem(words, loss) {
  const [low, high] = words.map(readNumber);
  const [start, end] = loss.domain;
  const problem = endsProblem(words, "x");
  if (problem) return problem;
  return high > start && low < end ? "" : say("the view must overlap {domain}", { domain: `[${formatNumber(start)}, ${formatNumber(end)}]` });
}

/** Return the reason why the panel of the loss cannot show the heights between two `words`; "" if it can. */
export function heightsProblem(words) {
  return endsProblem(words, "y");
}

function endsProblem(words, variable) {
  const ends = words.map(readNumber);
  const bad = words.find((word) => Number.isNaN(readNumber(word)));
  if (bad !== undefined) return say("{word} is not a number", { word: quoted(bad) });
  if (ends.some((end) => Math.abs(end) > FARTHEST)) return say("the view must end within ±1e100");
  if (ends[0] >= ends[1]) return say("the view must go from a smaller to a larger {variable}", { variable });
  return isRange(ends) ? "" : say("the view is too narrow");
}
