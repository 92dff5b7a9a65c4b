// Round numbers along an axis, and how they are written (lossplot/layout/ticks.py).

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
    if (last > first) return Array.from({ length: last - first + 1 }, (_, i) => [(first + i) * step, label((first + i) * step, step)]);
  }
  return [];
}

function label(value, step) {
  const size = Math.max(Math.abs(value), step);
  if (size < 1e6 && step >= 1e-5) return minus(value.toFixed(Math.max(0, -Math.floor(Math.log10(step) + 1e-9))));
  if (value === 0) return "0";
  return minus(value.toExponential(Math.max(0, Math.ceil(Math.log10(size / step) - 1e-9))).replace("e+", "e"));
}

/** A number as people write it. */
export function minus(text) {
  return text.replaceAll("-", "\u2212");
}
