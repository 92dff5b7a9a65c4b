// Where a function of one number is least.

// Values that differ by less than this share are equally good.
const EQUAL = 1e-9;
// Halvings that find the end of a range of good places.
const HALVINGS = 60;
const GOLDEN = (Math.sqrt(5) - 1) / 2;

/**
 * The places from `low` to `high` where `cost` is least, and what it is there.
 *
 * It is looked for at `places`, in order, and between the best of them and its neighbours; what is no number is no place.
 */
export function leastOf(cost, places) {
  const valueAt = (x) => {
    const value = cost(x);
    return Number.isNaN(value) ? Infinity : value;
  };
  const costs = places.map(valueAt);
  const least = Math.min(...costs);
  const isGood = (value) => value <= least + EQUAL * Math.abs(least);
  const [from, to] = [costs.findIndex(isGood), costs.findLastIndex(isGood)];
  const [before, after] = [places[Math.max(from - 1, 0)], places[Math.min(to + 1, places.length - 1)]];
  if (from < to) {
    const isBest = (x) => isGood(valueAt(x));
    return { low: endOf(isBest, places[from], before), high: endOf(isBest, places[to], after), least };
  }
  const best = goldenSection(valueAt, before, after);
  const [place, value] = valueAt(best) < least ? [best, valueAt(best)] : [places[from], least];
  return { low: place, high: place, least: value };
}

/** Where what holds at `inside` ends on the way to `outside`. */
function endOf(holds, inside, outside) {
  let [a, b] = [inside, outside];
  for (let i = 0; i < HALVINGS; i++) {
    const between = (a + b) / 2;
    if (holds(between)) a = between;
    else b = between;
  }
  return a;
}

/** Where `f`, which falls and then rises between `low` and `high`, is least. */
function goldenSection(f, low, high) {
  let [a, b] = [low, high];
  let [x, y] = [b - GOLDEN * (b - a), a + GOLDEN * (b - a)];
  let [atX, atY] = [f(x), f(y)];
  for (let i = 0; i < HALVINGS; i++) {
    if (atX < atY) {
      [b, y, atY] = [y, x, atX];
      x = b - GOLDEN * (b - a);
      atX = f(x);
    } else {
      [a, x, atX] = [x, y, atY];
      y = a + GOLDEN * (b - a);
      atY = f(y);
    }
  }
  return (a + b) / 2;
}
