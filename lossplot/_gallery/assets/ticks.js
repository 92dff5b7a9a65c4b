// Round numbers along an axis with their labels (lossplot/_figure/layout/ticks.py).

const FACTORS = [10, 5, 2, 1, 0.5, 0.2];

/** About `count` round numbers in [low, high], at least two, as pairs of value and label. */
export function ticks(low, high, count) {
  const rough = (high - low) / Math.max(count, 2);
  const power = 10 ** Math.floor(Math.log10(rough));
  const steps = FACTORS.map((factor) => factor * power);
  const finest = steps.filter((step) => step >= rough * (1 - 1e-9)).length;
  for (const step of steps.slice(finest - 1)) {
    const slack = 1e-6 * step;
    const [first, last] = [Math.ceil((low - slack) / step), Math.floor((high + slack) / step)];
    const values = Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => (first + i) * step);
    if (last > first) return values.map((value) => [value, label(value, step, Math.max(...values.map(Math.abs)))]);
  }
  return [];
}

/** `value` to the digit of `step`: as a decimal, or with an exponent if the greatest of its axis, `size`, has one. */
function label(value, step, size) {
  const [finest, greatest] = [step, size].map((each) => Math.floor(Math.log10(each) + 1e-9));
  if (size < 1e6 && size >= 1e-5) return minus(value.toFixed(Math.max(0, -finest)));
  return value === 0 ? "0" : minus(value.toExponential(Math.max(0, greatest - finest)).replace("e+", "e"));
}

/** A number as people write it. */
export function minus(text) {
  return text.replaceAll("-", "\u2212");
}
