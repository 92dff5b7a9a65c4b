// A parameter as a slider: whole steps, and the value at each.

const STEPS = 200;
// The reach of a slider in an interval without an end: in powers of ten, or in multiples of the default's size.
const DECADES = 1;
const REACH = 4;

/** The slider of `parameter`: `steps` of it, the value at each step, and the step nearest to a value. */
export function sliderOf(parameter) {
  const slider = stepsOf(parameter);
  return { ...slider, valueAt: (step) => sized(parameter, slider.valueAt(step)) };
}

function stepsOf(parameter) {
  const [low, high] = parameter.interval;
  const start = parameter.default;
  const size = low === 0 && start > 0 ? start : Math.max(1, Math.abs(start));
  if (parameter.integer) {
    const last = Math.min(high, Math.max(low + 9, 2 * start));
    return between(low, last, last - low);
  }
  if (low === 0 && !parameter.interval[2] && high === Infinity && start > 0) return powers(start);
  const from = Number.isFinite(low) ? low : Number.isFinite(high) ? Math.min(start, high) - REACH * size : start - REACH * size;
  const to = Number.isFinite(high) ? high : Number.isFinite(low) ? Math.max(start, low) + REACH * size : start + REACH * size;
  const [first, last] = [parameter.interval[2] || !Number.isFinite(low) ? 0 : 1, parameter.interval[3] || !Number.isFinite(high) ? 0 : 1];
  return between(from, to, STEPS, first, last);
}

/** Return the number nearest to `value` that is of a size which the parameter may have, or zero. */
function sized({ sizes: [least, most], interval }, value) {
  const size = Math.abs(value);
  if (size === 0 || (size >= least && size <= most)) return value;
  if (size > most) return Math.sign(value) * most;
  const hasZero = interval[0] < 0 || interval[2];
  return hasZero && size < least / 2 ? 0 : Math.sign(value) * least;
}

/** Even steps from `from` to `to`, without the ends that are not in the interval. */
function between(from, to, count, first = 0, last = 0) {
  const width = to - from;
  return {
    first,
    last: count - last,
    valueAt: (step) => Number((from + (width * step) / count).toPrecision(12)),
    stepOf: (value) => Math.round(((value - from) / width) * count),
  };
}

/** Even ratios around `start`, in three digits. */
function powers(start) {
  const half = STEPS / 2;
  return {
    first: 0,
    last: STEPS,
    valueAt: (step) => (step === half ? start : Number((start * 10 ** ((DECADES * (step - half)) / half)).toPrecision(3))),
    stepOf: (value) => half + Math.round((Math.log10(value / start) / DECADES) * half),
  };
}
