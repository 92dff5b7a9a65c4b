// What has been computed of a curve, kept as long as the curve.

// The most results of one curve; a view that moves makes many.
const MOST = 60;

/** `compute`, a function of a curve and of numbers, which computes each result once. */
export function remembered(compute) {
  const results = new WeakMap();
  return (curve, ...numbers) => {
    if (!results.has(curve)) results.set(curve, new Map());
    const known = results.get(curve);
    const key = numbers.join();
    if (known.size > MOST) known.clear();
    if (!known.has(key)) known.set(key, compute(curve, ...numbers));
    return known.get(key);
  };
}
