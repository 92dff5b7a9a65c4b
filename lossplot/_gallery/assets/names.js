// Names beside their curves, each nearer to its own than to any other (lossplot/_figure/layout/candidates.py).

// Sizes to try, as shares of the text size.
const SIZES = [1, 0.9, 0.8];
// In multiples of the text size: the height of a name, how far from a point of its curve it is tried, how clear of its
// own curve and the lines through zero it must be, of other curves, of the edges of the frame, and of other names.
const [HEIGHT, NEAR, OWN, OTHERS, INSET, APART] = [0.95, 0.4, 0.3, 0.35, 0.25, 0.35];
// How many times as near to its own curve as to any other a name must be, should be, and may as well be.
const [NEARER, CLEARLY, FAR] = [1.25, 1.8, 3];
// Most points of a curve at which names are tried, and which way the name lies from there.
const PLACES = 36;
const WAYS = [[0, -1], [1, -1], [-1, -1], [1, 0], [0, 1], [1, 1], [-1, 1], [-1, 0]];
// What a name above the frame costs.
const ABOVE = 0.9;

/**
 * A box for the name of each curve, and the size of the letters; null if some name has no clear place.
 *
 * `inks` are the points that each curve covers of the `frame`, in pixels; if some name has no place in the frame, names
 * may stand in the `header` above it, if there is one, where their curves leave.  `widths` returns those of the names at
 * a size.
 */
export function namesBeside(inks, frame, header, text, widths) {
  if (!inks.every(({ length }) => length)) return null;
  const sizes = SIZES.map((share) => share * text);
  const inFrame = [];
  for (const size of sizes) {
    const places = widths(size).map((width, curve) => clearPlaces(curve, inks, frame, inside(inks[curve], frame, width, size), size));
    const boxes = choose(places, APART * size);
    if (boxes) return { boxes, size };
    inFrame.push(places);
  }
  for (const [number, size] of header ? sizes.entries() : []) {
    const over = widths(size).map((width, curve) => clearPlaces(curve, inks, frame, above(inks[curve], frame, header, width, size), size));
    const boxes = choose(inFrame[number].map((places, curve) => byCost([...places, ...over[curve]])), APART * size);
    if (boxes) return { boxes, size };
  }
  return null;
}

/** Those of `found` that are clear, the best first. */
function clearPlaces(curve, inks, frame, found, em) {
  const others = inks.filter((_, number) => number !== curve);
  const places = [];
  for (const { box, cost } of found) {
    const own = distance(box, inks[curve], OWN * em) / em;
    if (own < OWN) continue;
    const least = Math.max(OTHERS, NEARER * own);
    const strange = Math.min(...others.map((ink) => distance(box, ink, least * em) / em));
    if (strange < least) continue;
    const middle = (box.left + box.right) / 2;
    const toSide = Math.min(middle - frame.left, frame.right - middle) / (frame.right - frame.left);
    const mixed = Math.max(CLEARLY - strange / own, 0);
    places.push({ box, cost: cost + 1.2 * own - 0.5 * Math.min(strange, FAR) + 1.5 * mixed + 0.8 * toSide });
  }
  return byCost(places);
}

function byCost(places) {
  return places.sort((a, b) => a.cost - b.cost);
}

/** Boxes in the frame around points of a curve. */
function inside(ink, frame, width, em) {
  const height = HEIGHT * em;
  const points = ink.filter((_, i) => i % Math.max(1, Math.floor(ink.length / PLACES)) === 0);
  const boxes = points.flatMap(([x, y]) =>
    WAYS.map(([across, down]) => boxAt(x + across * (NEAR * em + width / 2) - width / 2, y + down * (NEAR * em + height / 2) - height / 2, width, height)),
  );
  const inset = INSET * em;
  const isWithin = (box) => box.left >= frame.left + inset && box.right <= frame.right - inset && box.top >= frame.top + inset / 2 && box.bottom <= frame.bottom - inset / 2;
  const isOnZero = (box) => frame.zeros.some((line) => overlap(box, line, OWN * em));
  return boxes.filter((box) => isWithin(box) && !isOnZero(box)).map((box) => ({ box, cost: 0 }));
}

/** Boxes in the header, at the places where a curve leaves the frame below it. */
function above(ink, frame, header, width, em) {
  const height = HEIGHT * em;
  const leaving = ink.filter(([, y]) => y <= frame.top + 5);
  return [...new Set([leaving[0], leaving.at(-1)])].filter(Boolean).flatMap(([x]) => {
    const left = Math.min(Math.max(x - width / 2, header.left), header.right - width);
    return left < header.left ? [] : [{ box: boxAt(left, header.bottom - height, width, height), cost: ABOVE }];
  });
}

function boxAt(left, top, width, height) {
  return { left, top, right: left + width, bottom: top + height };
}

/** One place for each curve, no two overlapping: the scarcest first, then each again, given the others; or null. */
function choose(options, gap) {
  const chosen = options.map(() => null);
  const best = (number) => options[number].find(({ box }) => chosen.every((other, i) => i === number || !other || !overlap(box, other, gap)))?.box;
  const order = [...options.keys()].sort((a, b) => options[a].length - options[b].length);
  for (const number of order) if (!(chosen[number] = best(number))) return null;
  for (const number of options.keys()) chosen[number] = best(number);
  return chosen;
}

/** Return the distance in pixels of a box from the nearest of `points`; if it is less than `limit`, any that is less. */
function distance({ left, top, right, bottom }, points, limit) {
  let least = Infinity;
  for (let i = 0; i < points.length && least >= limit * limit; i++) {
    const x = points[i][0];
    const y = points[i][1];
    const across = x < left ? left - x : x > right ? x - right : 0;
    const down = y < top ? top - y : y > bottom ? y - bottom : 0;
    least = Math.min(least, across * across + down * down);
  }
  return Math.sqrt(least);
}

/** Return true if two boxes are nearer to each other than `gap`. */
export function overlap(a, b, gap = 0) {
  return a.left < b.right + gap && b.left < a.right + gap && a.top < b.bottom + gap && b.top < a.bottom + gap;
}
