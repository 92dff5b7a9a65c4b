// Names at the right ends of curves, beside the frame (lossplot/_figure/layout/curve_labels.py).

// In multiples of the text size: from the frame to the names, from name to name, and how far from the end of its curve
// a name may be.
const [GAP, LEADING, NEAR] = [0.4, 1.15, 0.55];
// The greatest share of a frame's width for names beside it.
const WIDEST = 0.25;
// An end nearer to the side than this share of the view's width is at the side.
const AT_SIDE = 0.05;

/**
 * The middles of the names, the width that they take beside the frame, and the gap between.
 *
 * It is null if the curves do not end at the right and apart, or the names take too much of the width.
 */
export function namesAtEnds({ traces, view }, { top, height, width }, text, widths) {
  const ends = traces.map(({ pieces }) => pieces.at(-1)?.at(-1));
  const isAtSide = (end) => end && end[0] >= view.right - AT_SIDE * (view.right - view.left) && end[1] > view.bottom && end[1] < view.top;
  const room = GAP * text + Math.max(...widths);
  if (!ends.every(isAtSide) || room > WIDEST * width) return null;
  const targets = ends.map(([, y]) => top + ((view.top - y) / (view.top - view.bottom)) * height);
  const order = [...targets.keys()].sort((a, b) => targets[a] - targets[b]);
  const levels = spread(order.map((number) => targets[number]), LEADING * text, top, top + height);
  const middles = targets.map((_, number) => levels?.[order.indexOf(number)]);
  if (!levels || middles.some((y, number) => Math.abs(y - targets[number]) > NEAR * text)) return null;
  return { middles, room, gap: GAP * text, first: order[0] };
}

/**
 * Numbers from `low` to `high`, each at least `gap` more than the one before, and the nearest to `targets`, which rises.
 *
 * They are null if there is no room.  Less `gap` a step they are the isotonic regression of the targets.
 */
function spread(targets, gap, low, high) {
  const slack = high - low - (targets.length - 1) * gap;
  if (slack < 0) return null;
  const pools = [];
  targets.forEach((target, i) => {
    let [total, count] = [target - i * gap, 1];
    while (pools.length && pools.at(-1)[0] / pools.at(-1)[1] >= total / count) {
      const [pooled, several] = pools.pop();
      [total, count] = [total + pooled, count + several];
    }
    pools.push([total, count]);
  });
  const levels = pools.flatMap(([total, count]) => Array(count).fill(Math.min(Math.max(total / count, low), low + slack)));
  return levels.map((level, i) => level + i * gap);
}
