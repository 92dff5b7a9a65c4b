// A gradient that somebody wrote beside that of a curve: whether it is right, where it is not, and what it is instead.
//
// As lossplot/_curves/checks/gradient.py has it, but for places so far out that only more digits than those of a double
// can tell.

import { even, knotsAt, rootsOf, sortUnique } from "./knots.js";

// What counts as equal, as a share of the exact number and of what it moves by when x does.
const TOLERANCE = 1e-9;
// What is nothing beside the largest number in the view.
const NOTHING = 1e-13;
// A difference that is worth showing, as a share of the two and of the usual size.
const PLAIN = 1e-3;
// Points in the view, and around each place where something may change: powers of ten, so many a decade.
const [IN_VIEW, NEAREST, FARTHEST, PER_DECADE] = [601, -9, 3, 8];
// So many times as far as the view reaches are doubles believed.
const TRUSTED = 5;
// Sizes that are as good as zero.
const VANISHED = 1e-280;
// How near a knot nothing is compared.
const BESIDE = 1e-9;
// To this share two functions are the same, at so many points at least.
const [SAME, FEWEST] = [1e-7, 8];

/** The verdict on `given`, its value at x, for the derivative of `curve`; `landmarks` are where `given` may change. */
export function compareGradient(curve, given, landmarks, wordsOf) {
  const [low, high] = curve.loss.axisView;
  const reach = TRUSTED * Math.max(Math.abs(low), Math.abs(high));
  const ends = [Math.max(-reach, curve.loss.domain[0]), Math.min(reach, curve.loss.domain[1])];
  const roots = rootsOf(curve, ...ends);
  const knots = knotsAt(curve, roots);
  const cuts = sortUnique([...roots.map(([, x]) => x), ...landmarks(...ends)]);
  const xs = pointsOf([low, high], ends, cuts).filter((x) => !knots.some((knot) => Math.abs(x - knot.x) <= BESIDE * Math.abs(knot.x)));
  const all = xs.map((x) => ({ x, exact: curve.at(1, x), own: given(x), bend: curve.at(2, x) }));
  const seen = all.filter(({ x }) => x >= low && x <= high);
  const sizes = seen.map(({ exact }) => Math.abs(exact)).filter(Number.isFinite).sort((a, b) => a - b);
  const [largest, usual] = [sizes.at(-1) ?? 0, sizes[Math.floor(sizes.length / 2)] ?? 0];
  const differs = ({ x, exact, own, bend }) => {
    const moved = Math.abs(x * bend);
    const allowed = TOLERANCE * (Math.abs(exact) + (Number.isFinite(moved) ? moved : 0)) + NOTHING * largest;
    return Number.isFinite(exact) && own !== exact && !(Math.abs(own - exact) <= allowed);
  };
  const grid = new Set(even(low, high, IN_VIEW));
  const isPlain = ({ exact, own }) => !(Math.abs(own - exact) <= PLAIN * (Math.abs(own) + Math.abs(exact) + usual));
  const off = new Set(all.filter(differs));
  const first = seen.find((each) => off.has(each) && grid.has(each.x) && isPlain(each)) ?? seen.find((each) => off.has(each)) ?? [...off][0];
  const kink = knots.map((knot) => wrongAt(knot, given)).find(Boolean);
  if (!first && !kink) return { equal: true, tolerance: TOLERANCE };
  if (!first || (kink && kink.x < first.x && kink.x >= low)) return { equal: false, tolerance: TOLERANCE, ...kink };
  const { x, own, exact } = first;
  return { equal: false, tolerance: TOLERANCE, x, given: own, exact, hint: hintAt(curve, seen, wordsOf), stretches: stretchesOf(comparable(all, cuts), off, curve.loss.domain, cuts) };
}

/** Return the places at which both have a number, but for those at which they are only too small for one. */
function comparable(all, cuts) {
  const pieceOf = (x) => cuts.filter((cut) => cut < x).length;
  const others = new Set(all.filter(({ exact, own }) => exact !== 0 || own !== 0).map(({ x }) => pieceOf(x)));
  return all.filter(({ x, exact, own }) => Number.isFinite(exact) && (!(Math.abs(own) + Math.abs(exact) < VANISHED) || !others.has(pieceOf(x))));
}

function pointsOf([low, high], [start, end], cuts) {
  const count = (FARTHEST - NEAREST) * PER_DECADE;
  const steps = even(NEAREST, FARTHEST, count).map((power) => 10 ** power);
  const centres = [0, ...cuts, start, end];
  const around = centres.flatMap((centre) => steps.flatMap((step) => [centre - step, centre + step]));
  const between = cuts.slice(1).map((cut, i) => (cut + cuts[i]) / 2);
  return sortUnique([...even(low, high, IN_VIEW), ...around, ...between]).filter((x) => x > start && x < end);
}

/** A kink at which what was given is no subgradient, or null. */
function wrongAt({ x, kind, before, after, left, right }, given) {
  const [low, high] = [Math.min(left, right), Math.max(left, right)];
  const value = given(x);
  const slack = TOLERANCE * Math.max(Math.abs(low), Math.abs(high));
  const isIn = value >= low - slack && value <= high + slack;
  return kind === "corner" && before === after && Number.isFinite(high - low) && !isIn ? { x, given: value, exact: low, interval: [low, high] } : null;
}

/** The stretches on which the two differ, cut where one of them changes. */
function stretchesOf(all, off, [start, end], cuts) {
  const found = [];
  const nearest = (x) => cuts.find((cut) => Math.abs(cut - x) <= 1e-5 * Math.max(Math.abs(cut), 1)) ?? x;
  all.forEach((each, i) => {
    if (!off.has(each)) return;
    if (off.has(all[i - 1])) found.at(-1)[1] = each.x;
    else found.push([i === 0 ? start : nearest(each.x), each.x]);
    if (i === all.length - 1) found.at(-1)[1] = end;
    else if (!off.has(all[i + 1])) found.at(-1)[1] = nearest(each.x);
  });
  return found.reduce((joined, [low, high]) => {
    if (joined.at(-1)?.[1] === low) joined.at(-1)[1] = high;
    else joined.push([low, high]);
    return joined;
  }, []);
}

/** What a wrong derivative is instead: its kind, and words for the number; or null. */
function hintAt(curve, seen, wordsOf) {
  const usable = seen.filter(({ own, exact }) => Number.isFinite(own) && Number.isFinite(exact));
  const agrees = (value) => usable.length >= FEWEST && usable.filter((each) => isNear(each.own, value(each))).length > 0.98 * usable.length;
  const turned = usable.filter(({ exact }) => exact !== 0);
  const factor = median(turned.map(({ own, exact }) => own / exact));
  if (turned.length >= FEWEST && factor && agrees(({ exact }) => factor * exact)) {
    return Math.abs(factor + 1) < SAME ? { kind: "sign", words: "-1" } : { kind: "factor", words: wordsOf(factor).words };
  }
  const constant = median(usable.map(({ own, exact }) => own - exact));
  if (constant && wordsOf(constant).isShort && agrees(({ exact }) => exact + constant)) return { kind: "constant", words: wordsOf(constant).words };
  if (agrees(({ exact }) => Math.abs(exact))) return { kind: "size" };
  if (agrees(({ x }) => curve.at(0, x))) return { kind: "loss" };
  return agrees(({ x }) => curve.at(1, -x)) ? { kind: "mirror" } : null;
}

function isNear(one, other) {
  return Math.abs(one - other) <= SAME * (Math.abs(one) + Math.abs(other)) + 1e-12;
}

function median(values) {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
